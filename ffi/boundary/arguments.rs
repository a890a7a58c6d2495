//! From C to Rust: strings, arrays, descriptors and UUIDs that C gives, and the places it gives for results.

use super::checks::{must_not_be_null, zero_or_greater};
use std::{
    borrow::Cow,
    ffi::{CStr, c_char, c_int, c_uint},
    mem::MaybeUninit,
    os::fd::BorrowedFd,
    slice,
};
use virt_core::types::{List, Uuid};
use virt_error::{Code, Error, Origin, Result, error};

/// A string that C must give.
///
/// # Safety
/// `pointer` is null or a C string that outlives `'a`.
pub unsafe fn text<'a>(pointer: *const c_char, argument: &str) -> Result<&'a str> {
    // SAFETY: passed on.
    unsafe { optional_text(pointer, argument) }?.ok_or_else(|| must_not_be_null(argument))
}

/// A string that C may leave out.
///
/// # Safety
/// As for [`text`].
pub unsafe fn optional_text<'a>(pointer: *const c_char, argument: &str) -> Result<Option<&'a str>> {
    if pointer.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller vouches for a non-null `pointer`.
    let bytes = unsafe { CStr::from_ptr(pointer) };
    match bytes.to_str() {
        Ok(text) => Ok(Some(text)),
        Err(_) => Err(not_utf8(argument)),
    }
}

/// A string that C must give, and with something in it.
///
/// # Safety
/// As for [`text`].
pub unsafe fn non_empty_text<'a>(pointer: *const c_char, argument: &str) -> Result<&'a str> {
    // SAFETY: passed on.
    match unsafe { text(pointer, argument) }? {
        "" => Err(Error::argument(argument, format!("string {argument} in %s must not be empty"))),
        text => Ok(text),
    }
}

/// A path that C must give, made absolute: a driver's working directory need not be the caller's.
///
/// # Safety
/// As for [`text`].
pub unsafe fn absolute_path(pointer: *const c_char, argument: &str) -> Result<String> {
    // SAFETY: passed on.
    let path = unsafe { text(pointer, argument) }?;
    let here = match path.starts_with('/') {
        true => String::new(),
        false => std::env::current_dir()
            .map_err(|cause| Error::system(Origin::Domain, "could not build absolute path", &cause))?
            .to_str()
            .unwrap_or_default()
            .to_owned(),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in here.split('/').chain(path.split('/')) {
        match part {
            "" | "." => (),
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    // Two slashes at the start, neither one nor three, may mean something to the system.
    let root = if path.starts_with("//") && !path.starts_with("///") { "//" } else { "/" };
    Ok(format!("{root}{}", parts.join("/")))
}

/// What a string is refused with that is not UTF-8; a document in the words of the parser.
#[cold]
fn not_utf8(argument: &str) -> Error {
    match argument.starts_with("xml") {
        true => error!(Xml, XmlDetail, "Input is not proper UTF-8, indicate encoding !"),
        false => Error::argument(argument, format!("{argument} in %s must be UTF-8")),
    }
}

/// The name of something to look up, whatever its bytes: what is not UTF-8 names nothing that there is.
///
/// # Safety
/// As for [`text`].
pub unsafe fn any_text<'a>(pointer: *const c_char, argument: &str) -> Result<Cow<'a, str>> {
    if pointer.is_null() {
        return Err(must_not_be_null(argument));
    }
    // SAFETY: the caller vouches for a non-null `pointer`.
    Ok(unsafe { CStr::from_ptr(pointer) }.to_string_lossy())
}

/// A string for a message, whatever its bytes; empty for null.
///
/// # Safety
/// As for [`text`].
pub unsafe fn lossy(pointer: *const c_char) -> String {
    if pointer.is_null() {
        return String::new();
    }
    // SAFETY: the caller vouches for a non-null `pointer`.
    unsafe { CStr::from_ptr(pointer) }.to_string_lossy().into_owned()
}

/// A place for a result, which C must give.
///
/// # Safety
/// `pointer` is null or points at room for a `T` that nothing else uses meanwhile.
pub unsafe fn required<'a, T>(pointer: *mut T, argument: &str) -> Result<&'a mut MaybeUninit<T>> {
    // SAFETY: the caller vouches for a non-null `pointer`; `MaybeUninit` may be uninitialised.
    unsafe { pointer.cast::<MaybeUninit<T>>().as_mut() }.ok_or_else(|| must_not_be_null(argument))
}

/// A place for a result, which C may leave out.
///
/// # Safety
/// As for [`required`].
pub unsafe fn optional<'a, T>(pointer: *mut T) -> Option<&'a mut MaybeUninit<T>> {
    // SAFETY: as in `required`.
    unsafe { pointer.cast::<MaybeUninit<T>>().as_mut() }
}

/// An array that C gives: `count` items, which must be there unless `count` is 0.
///
/// # Safety
/// `pointer` is null or points at `count` initialised items that outlive `'a`.
pub unsafe fn array<'a, T>(pointer: *const T, count: usize, argument: &str) -> Result<&'a [T]> {
    match (pointer.is_null(), count) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(must_not_be_null(argument)),
        // SAFETY: the caller vouches for a non-null `pointer`.
        (false, _) => Ok(unsafe { slice::from_raw_parts(pointer, count) }),
    }
}

/// An array of C strings as text.
///
/// # Safety
/// As for [`array`]; each item is a C string.
pub unsafe fn texts(pointer: *const *const c_char, count: usize, argument: &str) -> Result<Vec<String>> {
    // SAFETY: passed on.
    let pointers = unsafe { array(pointer, count, argument) }?;
    // SAFETY: the caller vouches for the items.
    pointers.iter().map(|item| unsafe { text(*item, argument) }.map(str::to_owned)).collect()
}

/// The most descriptors that one call may hand over, which is what a message of the wire may carry.
const DESCRIPTORS_MAX: usize = 32;

/// Descriptors that C keeps open during the call.
///
/// # Safety
/// As for [`array`]; each descriptor stays open for `'a`.
pub unsafe fn descriptors<'a>(
    pointer: *const c_int,
    count: c_uint,
    argument: &str,
) -> Result<Vec<BorrowedFd<'a>>> {
    let count = count as usize;
    if count > DESCRIPTORS_MAX {
        let text = format!("Too many FDs to send {count}, expected {DESCRIPTORS_MAX} maximum");
        return Err(Error::new(Origin::Rpc, Code::Rpc, text));
    }
    // SAFETY: passed on.
    let numbers = unsafe { array(pointer, count, argument) }?;
    // SAFETY: the caller vouches for each.
    numbers.iter().map(|number| unsafe { descriptor(*number, argument) }).collect()
}

/// A descriptor that C keeps open during the call.
///
/// # Safety
/// It stays open for `'a`.
pub unsafe fn descriptor<'a>(number: c_int, argument: &str) -> Result<BorrowedFd<'a>> {
    zero_or_greater(number, argument)?;
    // SAFETY: the caller vouches for it; it is not -1.
    Ok(unsafe { BorrowedFd::borrow_raw(number) })
}

/// An array of at most `MAX` C strings as text.
///
/// # Safety
/// As for [`texts`].
pub unsafe fn texts_up_to<const MAX: usize>(
    pointer: *const *const c_char,
    count: c_uint,
    argument: &str,
) -> Result<List<String, MAX>> {
    let count = count as usize;
    if count > MAX {
        let text = format!("Too many {argument}: {count}, expected {MAX} maximum");
        return Err(Error::new(Origin::Rpc, Code::Rpc, text));
    }
    // SAFETY: passed on.
    unsafe { texts(pointer, count, argument) }.map(List)
}

/// A UUID as C passes it: sixteen bytes.
///
/// # Safety
/// `pointer` is null or points at sixteen bytes.
pub unsafe fn uuid(pointer: *const u8, argument: &str) -> Result<Uuid> {
    // SAFETY: passed on.
    let bytes = unsafe { array(pointer, 16, argument) }?;
    Ok(Uuid(bytes.try_into().unwrap_or_default()))
}

/// A UUID as text.
///
/// # Safety
/// As for [`text`].
pub unsafe fn uuid_text(pointer: *const c_char, argument: &str) -> Result<Uuid> {
    // SAFETY: passed on.
    let text = unsafe { text(pointer, argument) }?;
    let invalid = || Error::argument(argument, format!("{argument} in %s must be a valid UUID"));
    Uuid::parse(text).ok_or_else(invalid)
}
