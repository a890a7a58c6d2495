//! The last error of each thread, and who hears of an error when it happens.

use super::{
    beside,
    callback::ErrorHandler,
    objects::ConnectObject,
    results::{allocate, deallocate, give_optional_text, give_text},
};
use crate::error::{_virError, virErrorPtr};
use std::{
    cell::RefCell,
    ffi::c_char,
    sync::{Mutex, MutexGuard, PoisonError},
};
use virt_error::{Code, Error, Level, Origin, Result};

thread_local! {
    static LAST: RefCell<Option<LastError>> = const { RefCell::new(None) };
}

/// The process's handler of errors, for connections without one of their own.
static HANDLER: Mutex<Option<ErrorHandler>> = Mutex::new(None);

/// An error and, once C has asked for it, its form in C.
struct LastError {
    error: Error,
    shown: Option<ErrorInC>,
}

impl LastError {
    /// Whether C has emptied the error that it was shown: `virResetError(virGetLastError())` is how some bindings
    /// forget an error.
    fn is_emptied(&self) -> bool {
        // SAFETY: the error lives as long as its owner.
        self.shown.as_ref().is_some_and(|shown| unsafe { (*shown.0).code } == 0)
    }
}

/// A `virError` whose strings C may free with `virResetError`.
struct ErrorInC(virErrorPtr);

impl ErrorInC {
    fn new(error: &Error) -> Result<ErrorInC> {
        let shown = ErrorInC(allocate(1)?);
        // SAFETY: fresh zeroed memory is a valid error.
        fill(error, unsafe { &mut *shown.0 })?;
        Ok(shown)
    }
}

impl Drop for ErrorInC {
    fn drop(&mut self) {
        // SAFETY: made by `new`; C has left the strings alone or emptied the error.
        unsafe {
            empty(&mut *self.0);
            deallocate(self.0);
        }
    }
}

/// Fills an empty `to` with copies of everything in `error`, which [`empty`] frees.
pub fn fill(error: &Error, to: &mut _virError) -> Result<()> {
    let [str1, str2, str3] = error.strings();
    [to.int1, to.int2] = error.ints();
    to.code = error.code() as i32;
    to.domain = error.origin() as i32;
    to.level = error.level() as u32;
    to.message = give_text(error.message())?;
    to.str1 = give_optional_text(str1.as_deref())?;
    to.str2 = give_optional_text(str2.as_deref())?;
    to.str3 = give_optional_text(str3.as_deref())?;
    Ok(())
}

/// Frees what an error points at and empties it.
///
/// # Safety
/// The strings are null or came from `malloc`.
pub unsafe fn empty(error: &mut _virError) {
    // SAFETY: the caller vouches for the strings.
    unsafe {
        for text in [error.message, error.str1, error.str2, error.str3] {
            deallocate(text);
        }
        *error = std::mem::zeroed();
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
    let own = LAST.try_with(|last| {
        last.borrow().as_ref().filter(|last| !last.is_emptied()).map(|last| last.error.clone())
    });
    own.ok().flatten().or_else(beside::last_error)
}

/// This thread's last error in C, valid until the next public call on this thread; null when there is none.
pub fn shown() -> virErrorPtr {
    let own = LAST.try_with(|last| {
        let mut last = last.borrow_mut();
        let last = last.as_mut().filter(|last| !last.is_emptied())?;
        if last.shown.is_none() {
            last.shown = ErrorInC::new(&last.error).ok();
        }
        last.shown.as_ref().map(|shown| shown.0)
    });
    own.ok().flatten().unwrap_or_else(beside::shown)
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
    let message = unsafe { super::arguments::lossy(raw.message) };
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
        (!pointer.is_null()).then(|| unsafe { super::arguments::lossy(pointer) })
    };
    let message = text(raw.message).unwrap_or_default();
    let strings = [text(raw.str1), text(raw.str2), text(raw.str3)];
    Some(Error::received(origin, code, level, message, strings, [raw.int1, raw.int2]))
}
