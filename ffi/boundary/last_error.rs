//! The last error of each thread, and who hears of an error when it happens.

use super::{beside, callback::ErrorHandler, objects::ConnectObject};
use crate::error::{_virError, virErrorPtr};
use std::{
    cell::RefCell,
    ffi::{CString, c_char},
    ptr,
    sync::{Mutex, MutexGuard, PoisonError},
};
use virt_error::{Code, Error, Level, Origin};

thread_local! {
    static LAST: RefCell<Option<LastError>> = const { RefCell::new(None) };
}

/// The process's handler of errors, for connections without one of their own.
static HANDLER: Mutex<Option<ErrorHandler>> = Mutex::new(None);

/// An error and, once C has asked for it, its form in C.
struct LastError {
    error: Error,
    shown: Option<Box<ErrorInC>>,
}

/// A `virError` and the strings that it points at.
pub struct ErrorInC {
    pub raw: _virError,
    _strings: [Option<CString>; 4],
}

impl ErrorInC {
    pub fn new(error: &Error) -> Box<ErrorInC> {
        let text = |text: &str| CString::new(text.replace('\0', " ")).ok();
        let [str1, str2, str3] = error.strings().each_ref().map(|string| string.as_deref().and_then(text));
        let strings = [text(error.message()), str1, str2, str3];
        let pointers = strings
            .each_ref()
            .map(|string| string.as_ref().map_or(ptr::null_mut(), |s| s.as_ptr().cast_mut()));
        let [int1, int2] = error.ints();
        let raw = _virError {
            code: error.code() as i32,
            domain: error.origin() as i32,
            message: pointers[0],
            level: error.level() as u32,
            conn: ptr::null_mut(),
            dom: ptr::null_mut(),
            str1: pointers[1],
            str2: pointers[2],
            str3: pointers[3],
            int1,
            int2,
            net: ptr::null_mut(),
        };
        Box::new(ErrorInC { raw, _strings: strings })
    }
}

/// Forgets this thread's last error.
#[inline]
pub fn reset() {
    // A thread that is ending has no last error any more.
    let _ = LAST.try_with(|last| {
        if last.borrow().is_some() {
            let old = last.replace(None);
            drop(old);
        }
    });
}

/// Makes `error` this thread's last error without telling anyone.
pub fn set(error: Error) {
    let _ = LAST.try_with(|last| last.replace(Some(LastError { error, shown: None })));
}

/// This thread's last error.
pub fn get() -> Option<Error> {
    let own = LAST.try_with(|last| last.borrow().as_ref().map(|last| last.error.clone())).ok().flatten();
    own.or_else(beside::last_error)
}

/// This thread's last error in C, valid until the next public call on this thread; null when there is none.
pub fn shown() -> virErrorPtr {
    LAST.try_with(|last| match last.borrow_mut().as_mut() {
        Some(LastError { error, shown }) => &raw mut shown.get_or_insert_with(|| ErrorInC::new(error)).raw,
        None => beside::shown(),
    })
    .unwrap_or(ptr::null_mut())
}

/// Makes `error` this thread's last error and reports it: to `connect`'s handler, to the process's, or on standard
/// error, whichever is the first there is.
#[cold]
pub fn raise(error: Error, connect: Option<&ConnectObject>) {
    set(error);
    let error = shown();
    if error.is_null() {
        return;
    }
    let of_connection =
        connect.and_then(|connect| *connect.error_handler.lock().unwrap_or_else(PoisonError::into_inner));
    let handler = of_connection.or_else(handler);
    if !handler.is_some_and(|handler| handler.call(error)) {
        // SAFETY: `shown` gives a live error of this thread.
        unsafe { print_default(error) };
    }
}

/// The process's handler of errors, locked.
pub fn locked_handler() -> MutexGuard<'static, Option<ErrorHandler>> {
    HANDLER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sets the process's handler of errors.
pub fn set_handler(handler: ErrorHandler) {
    *locked_handler() = Some(handler);
}

/// The process's handler of errors.
pub fn handler() -> Option<ErrorHandler> {
    *locked_handler()
}

/// Writes an error to standard error, as applications without a handler see it.
///
/// # Safety
/// `error` points at a valid `virError`.
pub unsafe fn print_default(error: virErrorPtr) {
    // SAFETY: the caller vouches for `error`.
    let raw = unsafe { &*error };
    if raw.code == 0 {
        return;
    }
    let level = match raw.level {
        0 => "",
        1 => "warning",
        _ => "error",
    };
    let origin = Origin::from_number(raw.domain).map_or("Unknown", Origin::display_name);
    // SAFETY: a valid error's message is null or a C string.
    let message = unsafe { super::convert::lossy(raw.message) };
    eprintln!("libvirt: {origin} {level} : {message}");
}

/// An error read back from C.
///
/// # Safety
/// `error` points at a valid `virError`.
pub unsafe fn from_c(error: virErrorPtr) -> Option<Error> {
    // SAFETY: the caller vouches for `error`.
    let raw = unsafe { &*error };
    let code = Code::from_number(raw.code)?;
    let level = if raw.level == 1 { Level::Warning } else { Level::Error };
    let origin = Origin::from_number(raw.domain).unwrap_or(Origin::None);
    let text = |pointer: *mut c_char| {
        // SAFETY: the strings of a valid error are null or C strings.
        (!pointer.is_null()).then(|| unsafe { super::convert::lossy(pointer) })
    };
    let message = text(raw.message).unwrap_or_default();
    let strings = [text(raw.str1), text(raw.str2), text(raw.str3)];
    Some(Error::received(origin, code, level, message, strings, [raw.int1, raw.int2]))
}
