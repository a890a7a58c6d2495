//! Typed parameters between C's arrays and Rust's lists.

use super::{
    arguments::required,
    checks::{greater_than_zero, must_not_be_null, zero_or_greater},
    results::{allocate, deallocate, give_text},
};
use crate::common::{_virTypedParameter, _virTypedParameterValue, virTypedParameterPtr};
use std::{
    ffi::{c_char, c_int},
    mem::MaybeUninit,
    ptr,
};
use virt_core::{
    params::{FIELD_MAX, TypedParam, Value},
    types::{Counted, Params},
};
use virt_error::{Error, Origin, Result, bail};

/// Reads `count` parameters that C gives.
///
/// Errors: `VIR_ERR_INVALID_ARG` for a null array, a name without an end, and a kind that does not exist;
/// `VIR_ERR_RPC` for more of them than the operation takes, before any is looked at.
///
/// # Safety
/// `params` is null or points at `count` initialised parameters.
pub unsafe fn read<const MAX: usize>(
    params: *const _virTypedParameter,
    count: c_int,
    argument: &str,
) -> Result<Params<MAX>> {
    if params.is_null() && count > 0 {
        return Err(must_not_be_null(argument));
    }
    let count = count.max(0) as usize;
    if count > MAX {
        bail!(Rpc, Rpc, "too many parameters '{count}' for limit '{MAX}'");
    }
    let mut list = Vec::with_capacity(count);
    for index in 0..count {
        // SAFETY: the caller vouches for `count` parameters.
        list.push(unsafe { read_one(&*params.add(index)) }?);
    }
    Ok(Params(list))
}

/// Reads the parameters that a setter must be given: an array with at least one.
///
/// # Safety
/// As for [`read`].
pub unsafe fn read_some<const MAX: usize>(
    params: *const _virTypedParameter,
    count: c_int,
) -> Result<Params<MAX>> {
    if params.is_null() {
        return Err(must_not_be_null("params"));
    }
    greater_than_zero(count, "nparams")?;
    // SAFETY: passed on.
    unsafe { read(params, count, "params") }
}

/// Reads the parameters that a setter must be given: an array, which may have none in it.
///
/// # Safety
/// As for [`read`].
pub unsafe fn read_any<const MAX: usize>(
    params: *const _virTypedParameter,
    count: c_int,
) -> Result<Params<MAX>> {
    if params.is_null() {
        return Err(must_not_be_null("params"));
    }
    zero_or_greater(count, "nparams")?;
    // SAFETY: passed on.
    unsafe { read(params, count, "params") }
}

/// A parameter that no operation takes, in the name that libvirt complains of it under.
#[cold]
fn invalid(text: String) -> Error {
    Error::argument("params", text).in_function(Origin::None, "virTypedParameterValidateSet")
}

/// # Safety
/// `param` is initialised: its string, if it is one, is null or a C string.
unsafe fn read_one(param: &_virTypedParameter) -> Result<TypedParam> {
    let bytes = param.field.map(|byte: c_char| byte as u8);
    let Some(end) = bytes.iter().position(|byte| *byte == 0) else {
        let name = String::from_utf8_lossy(&bytes);
        return Err(invalid(format!("string parameter name '{name}' too long")));
    };
    let field = String::from_utf8_lossy(&bytes[..end]).into_owned();
    // SAFETY: `type` says which part of the union is valid; every part but the string is plain data.
    let value = unsafe {
        match param.r#type {
            1 => Value::Int(param.value.i),
            2 => Value::UInt(param.value.ui),
            3 => Value::LLong(param.value.l),
            4 => Value::ULLong(param.value.ul),
            5 => Value::Double(param.value.d),
            6 => Value::Boolean(param.value.b != 0),
            7 if param.value.s.is_null() => {
                return Err(invalid(format!("NULL string parameter '{field}'")));
            }
            7 => Value::String(super::arguments::text(param.value.s, "params")?.to_owned()),
            other => bail!(None, InvalidArg, "unexpected type {other} for field {field}"),
        }
    };
    Ok(TypedParam::new(field, value))
}

/// The form of `param` in C; its string is C's to free.
pub fn to_c(param: &TypedParam) -> Result<_virTypedParameter> {
    let mut field = [0; FIELD_MAX + 1];
    for (to, from) in field.iter_mut().zip(param.field.bytes().take(FIELD_MAX)) {
        *to = from as c_char;
    }
    let mut value = _virTypedParameterValue { ul: 0 };
    match &param.value {
        Value::Int(number) => value.i = *number,
        Value::UInt(number) => value.ui = *number,
        Value::LLong(number) => value.l = *number,
        Value::ULLong(number) => value.ul = *number,
        Value::Double(number) => value.d = *number,
        Value::Boolean(truth) => value.b = *truth as c_char,
        Value::String(text) => value.s = give_text(text)?,
    }
    Ok(_virTypedParameter { field, r#type: param.value.kind() as c_int, value })
}

/// Writes at most `room` of `params` into C's array; how many.
///
/// # Safety
/// `array` has room for `room` parameters.
pub unsafe fn fill(params: &[TypedParam], array: *mut _virTypedParameter, room: c_int) -> Result<c_int> {
    let count = params.len().min(room.max(0) as usize);
    for (index, param) in params.iter().take(count).enumerate() {
        match to_c(param) {
            // SAFETY: `index` is below `room`.
            Ok(param) => unsafe { array.add(index).write(param) },
            Err(error) => {
                // SAFETY: the first `index` parameters were written above.
                unsafe { clear(array, index) };
                return Err(error);
            }
        }
    }
    Ok(count as c_int)
}

/// A new array of `params`, which C frees with `virTypedParamsFree`; null for none.
pub fn give(params: &[TypedParam]) -> Result<*mut _virTypedParameter> {
    if params.is_empty() {
        return Ok(ptr::null_mut());
    }
    let array = allocate(params.len())?;
    // SAFETY: just allocated with room for all.
    match unsafe { fill(params, array, params.len() as c_int) } {
        Ok(_) => Ok(array),
        Err(error) => {
            // SAFETY: C has not seen the array.
            unsafe { deallocate(array) };
            Err(error)
        }
    }
}

/// Where a getter puts its parameters: C's array, and how many C has room for. With no room, only their number
/// is asked for.
pub struct Room<'a> {
    array: *mut _virTypedParameter,
    count: &'a mut c_int,
}

impl Room<'_> {
    /// # Safety
    /// `nparams` is null or points at a number, and `params` is null or has room for as many parameters.
    pub unsafe fn new<'a>(params: *mut _virTypedParameter, nparams: *mut c_int) -> Result<Room<'a>> {
        // SAFETY: the caller vouches for it.
        let count = unsafe { nparams.as_mut() }.ok_or_else(|| must_not_be_null("nparams"))?;
        zero_or_greater(*count, "*nparams")?;
        if *count != 0 && params.is_null() {
            return Err(must_not_be_null("params"));
        }
        Ok(Room { array: params, count })
    }

    /// The room of a getter that cannot be asked for the number alone.
    ///
    /// # Safety
    /// As for [`Room::new`].
    pub unsafe fn some<'a>(params: *mut _virTypedParameter, nparams: *mut c_int) -> Result<Room<'a>> {
        if params.is_null() {
            return Err(must_not_be_null("params"));
        }
        // SAFETY: the caller vouches for it.
        let count = unsafe { nparams.as_mut() }.ok_or_else(|| must_not_be_null("nparams"))?;
        greater_than_zero(*count, "*nparams")?;
        Ok(Room { array: params, count })
    }

    /// How many parameters C asks for; 0 when only their number.
    pub fn len(&self) -> c_int {
        *self.count
    }

    /// Asks `get` for as many parameters as there is room for, and stores what it gives.
    pub fn ask<const MAX: usize>(self, get: impl FnOnce(c_int) -> Result<Counted<MAX>>) -> Result<c_int> {
        let found = get(self.len())?;
        self.put(&found)
    }

    /// Stores what was found, and how many that are.
    pub fn put<const MAX: usize>(self, found: &Counted<MAX>) -> Result<c_int> {
        if *self.count == 0 {
            *self.count = found.nparams;
            return Ok(0);
        }
        self.fill(&found.params)
    }

    /// Stores as many parameters as there is room for, and how many that are.
    pub fn fill(self, found: &[TypedParam]) -> Result<c_int> {
        // SAFETY: whoever made this vouched for the room.
        *self.count = unsafe { fill(found, self.array, *self.count) }?;
        Ok(0)
    }
}

/// Where a getter puts a new array of parameters, which C frees with `virTypedParamsFree`, and their number.
pub struct NewArray<'a> {
    array: &'a mut MaybeUninit<virTypedParameterPtr>,
    count: &'a mut MaybeUninit<c_int>,
}

impl NewArray<'_> {
    /// # Safety
    /// Both are null or point at room.
    pub unsafe fn new<'a>(params: *mut virTypedParameterPtr, nparams: *mut c_int) -> Result<NewArray<'a>> {
        // SAFETY: passed on.
        let array = unsafe { required(params, "params") }?;
        // SAFETY: passed on.
        let count = unsafe { required(nparams, "nparams") }?;
        Ok(NewArray { array, count })
    }

    pub fn put(self, found: &[TypedParam]) -> Result<c_int> {
        self.array.write(give(found)?);
        self.count.write(found.len() as c_int);
        Ok(0)
    }
}

/// The body of a getter that makes a new array of all parameters there are; `get` is told how many it may give.
///
/// # Safety
/// `params` and `nparams` are null or point at room.
pub unsafe fn give_all<const MAX: usize>(
    get: impl FnOnce(i32) -> Result<Counted<MAX>>,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
) -> Result<c_int> {
    let found = get(MAX as i32)?;
    // SAFETY: passed on.
    unsafe { NewArray::new(params, nparams) }?.put(&found.params)
}

/// Frees the strings of the first `count` parameters.
///
/// # Safety
/// They are initialised, and their strings came from `malloc`.
pub unsafe fn clear(array: *mut _virTypedParameter, count: usize) {
    for index in 0..count {
        // SAFETY: the caller vouches for `count` parameters.
        let param = unsafe { &mut *array.add(index) };
        if param.r#type == 7 {
            // SAFETY: the kind says that the string is the valid part.
            unsafe { deallocate(param.value.s) };
            param.value.s = ptr::null_mut();
        }
    }
}

/// Frees an array of parameters with their strings.
///
/// # Safety
/// `array` is null or came from [`give`], holds `count` parameters and is not used afterwards.
pub unsafe fn free(array: *mut _virTypedParameter, count: c_int) {
    if !array.is_null() {
        // SAFETY: the caller vouches for `count` parameters.
        unsafe { clear(array, count.max(0) as usize) };
    }
    // SAFETY: the caller vouches for the array.
    unsafe { deallocate(array) };
}
