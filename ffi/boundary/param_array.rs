//! The application's own arrays of typed parameters: how they grow, and how they are searched.
//!
//! Names and strings are C's bytes, in whatever encoding the application has.

use super::{
    checks::{must_not_be_null, zero_or_greater},
    params::clear,
    results::{allocate, deallocate},
};
use crate::common::{_virTypedParameter, _virTypedParameterValue, virTypedParameterPtr};
use std::{
    ffi::{CStr, c_char, c_double, c_int, c_longlong, c_uint, c_ulonglong},
    mem::size_of,
    ptr, slice,
    sync::OnceLock,
};
use virt_core::params::{FIELD_MAX, Kind};
use virt_error::{Code, Error, Origin, Result, bail, error};

/// An array of the application's: where it is, how many parameters are in it, and how many there is room for.
pub struct ParamArray<'a> {
    array: &'a mut virTypedParameterPtr,
    count: &'a mut c_int,
    room: &'a mut c_int,
}

impl ParamArray<'_> {
    /// # Safety
    /// Each pointer is null or valid; the array came from `malloc`, has as much room as is said, and as many
    /// initialised parameters.
    pub unsafe fn new<'a>(
        params: *mut virTypedParameterPtr,
        nparams: *mut c_int,
        maxparams: *mut c_int,
    ) -> Result<ParamArray<'a>> {
        // SAFETY: the caller vouches for the pointers.
        let (array, count, room) = unsafe { (params.as_mut(), nparams.as_mut(), maxparams.as_mut()) };
        let array = array.ok_or_else(|| must_not_be_null("params"))?;
        let count = count.ok_or_else(|| must_not_be_null("nparams"))?;
        let room = room.ok_or_else(|| must_not_be_null("maxparams"))?;
        zero_or_greater(*count, "*nparams")?;
        if array.is_null() {
            (*count, *room) = (0, 0);
        }
        Ok(ParamArray { array, count, room })
    }

    /// Adds a parameter. A string's memory becomes the array's.
    ///
    /// # Safety
    /// `name` is null or a C string; the string of a string parameter came from `malloc`.
    pub unsafe fn push(
        &mut self,
        name: *const c_char,
        kind: Kind,
        value: _virTypedParameterValue,
    ) -> Result<c_int> {
        // SAFETY: passed on.
        let prepared = unsafe { field(name) }.and_then(|field| self.make_room().map(|()| field));
        let mut param = _virTypedParameter { field: [0; FIELD_MAX + 1], r#type: kind as c_int, value };
        match prepared {
            Ok(field) => param.field = field,
            Err(error) => {
                // SAFETY: the parameter is ours until it is in the array.
                unsafe { clear(&raw mut param, 1) };
                return Err(error);
            }
        }
        // SAFETY: there is room for one more.
        unsafe { self.array.add(*self.count as usize).write(param) };
        *self.count += 1;
        Ok(0)
    }

    /// Adds a string parameter with a copy of `value`.
    ///
    /// # Safety
    /// Both are null or C strings; null stands for the empty string.
    pub unsafe fn push_copy(&mut self, name: *const c_char, value: *const c_char) -> Result<c_int> {
        // SAFETY: passed on.
        let bytes = if value.is_null() { c"" } else { unsafe { CStr::from_ptr(value) } }.to_bytes();
        let s: *mut c_char = allocate(bytes.len() + 1)?;
        // SAFETY: the room is one byte larger and zeroed.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr().cast(), s, bytes.len()) };
        // SAFETY: passed on.
        unsafe { self.push(name, Kind::String, _virTypedParameterValue { s }) }
    }

    /// Sees to it that one more fits. The array grows by half, so that adding many costs little.
    fn make_room(&mut self) -> Result<()> {
        let needed = self.count.checked_add(1).ok_or_else(no_memory)?;
        if needed <= *self.room {
            return Ok(());
        }
        let room = (*self.room).max(0);
        let room = room.saturating_add((needed - room).max(room / 2));
        let bytes = (room as usize).checked_mul(size_of::<_virTypedParameter>()).ok_or_else(no_memory)?;
        // SAFETY: the array is null or came from `malloc`.
        let array = unsafe { libc::realloc(self.array.cast(), bytes) }.cast::<_virTypedParameter>();
        if array.is_null() {
            return Err(no_memory());
        }
        *self.array = array;
        *self.room = room;
        // SAFETY: the room behind the parameters is inside the array.
        unsafe { ptr::write_bytes(array.add(*self.count as usize), 0, (room - *self.count) as usize) };
        Ok(())
    }
}

#[cold]
fn no_memory() -> Error {
    Error::bare(Origin::None, Code::NoMemory)
}

/// A parameter's name in its array of bytes; null stands for the empty name.
///
/// # Safety
/// `name` is null or a C string.
unsafe fn field(name: *const c_char) -> Result<[c_char; FIELD_MAX + 1]> {
    // SAFETY: passed on.
    let name = if name.is_null() { c"" } else { unsafe { CStr::from_ptr(name) } };
    if name.to_bytes().len() > FIELD_MAX {
        bail!(None, InternalError, "Field name '{}' too long", name.to_string_lossy());
    }
    Ok(super::results::padded(name.to_bytes()))
}

/// The first of `count` parameters that is called `name`.
///
/// # Safety
/// `params` is null or points at `count` initialised parameters, `name` is null or a C string.
pub unsafe fn find<'a>(
    params: virTypedParameterPtr,
    count: c_int,
    name: *const c_char,
) -> Option<&'a mut _virTypedParameter> {
    if params.is_null() || name.is_null() || count <= 0 {
        return None;
    }
    // SAFETY: the caller vouches for both.
    let (params, name) =
        unsafe { (slice::from_raw_parts_mut(params, count as usize), CStr::from_ptr(name).to_bytes()) };
    params.iter_mut().find(|param| {
        let field = param.field.iter().take_while(|byte| **byte != 0).map(|byte| *byte as u8);
        field.eq(name.iter().copied())
    })
}

/// The body of a getter: the value that `name` has, read by `read` out of the union and stored where C wants it. 1
/// when there is such a parameter, 0 when not.
///
/// Errors: `VIR_ERR_INVALID_ARG` when it is of another kind.
///
/// # Safety
/// As for [`find`]; `value` is null or has room.
pub unsafe fn get<T>(
    params: virTypedParameterPtr,
    count: c_int,
    name: *const c_char,
    kind: Kind,
    value: *mut T,
    read: impl FnOnce(&_virTypedParameterValue) -> T,
) -> Result<c_int> {
    // SAFETY: passed on.
    let Some(param) = (unsafe { find(params, count, name) }) else {
        return Ok(0);
    };
    if param.r#type != kind as c_int {
        // SAFETY: `find` has read the same name.
        let name = unsafe { super::arguments::lossy(name) };
        let actual = match (param.r#type, Kind::from_number(param.r#type)) {
            (0, _) => "unknown",
            (_, kind) => kind.map_or("(null)", Kind::word),
        };
        let wanted = kind.word();
        bail!(
            None,
            InvalidArg,
            "Invalid type '{wanted}' requested for parameter '{name}', actual type is '{actual}'"
        );
    }
    // SAFETY: the caller vouches for `value`.
    if let Some(value) = unsafe { value.as_mut() } {
        *value = read(&param.value);
    }
    Ok(1)
}

/// The value that text stands for, of a kind other than a string.
pub fn parse(name: &str, kind: c_int, text: &CStr) -> Result<(Kind, _virTypedParameterValue)> {
    let invalid =
        |expected: &str| error!(None, InvalidArg, "Invalid value for field '{name}': expected {expected}");
    let integer = |expected| integer(text.to_bytes()).ok_or_else(|| invalid(expected));
    let mut value = _virTypedParameterValue { ul: 0 };
    let kind = match Kind::from_number(kind) {
        Some(Kind::Int) => {
            value.i = c_int::try_from(integer("int")?).map_err(|_| invalid("int"))?;
            Kind::Int
        }
        Some(Kind::UInt) => {
            value.ui = unsigned(integer("unsigned int")?, c_uint::MAX.into())
                .ok_or_else(|| invalid("unsigned int"))? as c_uint;
            Kind::UInt
        }
        Some(Kind::LLong) => {
            value.l = c_longlong::try_from(integer("long long")?).map_err(|_| invalid("long long"))?;
            Kind::LLong
        }
        Some(Kind::ULLong) => {
            value.ul = unsigned(integer("unsigned long long")?, c_ulonglong::MAX)
                .ok_or_else(|| invalid("unsigned long long"))?;
            Kind::ULLong
        }
        Some(Kind::Double) => {
            value.d = double(text).ok_or_else(|| invalid("double"))?;
            Kind::Double
        }
        Some(Kind::Boolean) => {
            value.b = truth(text.to_bytes())
                .ok_or_else(|| error!(None, InvalidArg, "Invalid boolean value for field '{name}'"))?
                as c_char;
            Kind::Boolean
        }
        Some(Kind::String) | None => {
            bail!(None, InternalError, "unexpected type {} for field {name}", kind)
        }
    };
    Ok((kind, value))
}

/// A whole number as `strtol` reads it in base ten, with nothing behind it.
fn integer(text: &[u8]) -> Option<i128> {
    let text = text.trim_ascii_start();
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || digits.len() > 30 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number = digits.iter().fold(0_i128, |number, digit| number * 10 + i128::from(digit - b'0'));
    Some(if negative { -number } else { number })
}

/// An unsigned number of at most `max`; a negative one counts down from the largest, as in C.
fn unsigned(number: i128, max: u64) -> Option<u64> {
    let max = i128::from(max);
    let number = if (-max..0).contains(&number) { number + max + 1 } else { number };
    (0..=max).contains(&number).then_some(number as u64)
}

/// A truth value: a digit or a word, in capitals or not.
fn truth(text: &[u8]) -> Option<bool> {
    match text {
        b"1" => Some(true),
        b"0" => Some(false),
        word if word.eq_ignore_ascii_case(b"true") => Some(true),
        word if word.eq_ignore_ascii_case(b"false") => Some(false),
        _ => None,
    }
}

/// A number as `strtod` reads it in the C locale, with nothing behind it.
fn double(text: &CStr) -> Option<f64> {
    unsafe extern "C" {
        fn strtod_l(text: *const c_char, end: *mut *mut c_char, locale: libc::locale_t) -> c_double;
    }
    static PLAIN: OnceLock<usize> = OnceLock::new();
    // SAFETY: the name is a C string, and a locale of nothing is made anew.
    let locale =
        *PLAIN.get_or_init(
            || unsafe { libc::newlocale(libc::LC_ALL_MASK, c"C".as_ptr(), ptr::null_mut()) } as usize
        );
    let mut end = ptr::null_mut();
    // SAFETY: the text is a C string, and the locale is never freed; `errno` is this thread's own.
    let (number, range, rest) = unsafe {
        *libc::__errno_location() = 0;
        let number = strtod_l(text.as_ptr(), &raw mut end, locale as libc::locale_t);
        (number, *libc::__errno_location(), *end)
    };
    (range == 0 && rest == 0 && !text.is_empty() && !ptr::eq(end, text.as_ptr())).then_some(number)
}

/// Frees the strings of `count` parameters.
///
/// # Safety
/// `params` is null or points at `count` initialised parameters whose strings came from `malloc`.
pub unsafe fn clear_all(params: virTypedParameterPtr, count: c_int) {
    if !params.is_null() {
        // SAFETY: passed on.
        unsafe { clear(params, count.max(0) as usize) };
    }
}

/// Frees an array of `count` parameters and their strings.
///
/// # Safety
/// As for [`clear_all`]; the array came from `malloc`.
pub unsafe fn free(params: virTypedParameterPtr, count: c_int) {
    // SAFETY: passed on.
    unsafe {
        clear_all(params, count);
        deallocate(params);
    }
}
