//! The last error of a thread or connection, and who hears about errors.
//!
//! These functions do not go through the boundary's `entry`, which would erase what they are asked for.

use crate::{
    boundary::{
        beside::beside,
        callback::ErrorHandler,
        handle::Borrowed,
        last_error::{self, empty, fill, print_default},
        objects::Connect,
        results::{allocate, deallocate},
    },
    error::{_virError, virErrorFunc, virErrorPtr},
    host::virConnectPtr,
};
use std::{
    ffi::{c_char, c_int, c_void},
    ptr,
    sync::PoisonError,
};

/// Empties an error without freeing what it points at.
fn blank() -> _virError {
    // SAFETY: numbers and null pointers make a valid error.
    unsafe { std::mem::zeroed() }
}

/// Copies this thread's last error into `to`; its code, 0 when there is none, -1 when `to` is null.
unsafe fn copy_last(to: virErrorPtr) -> c_int {
    // SAFETY: C gives NULL or room for an error.
    let Some(to) = (unsafe { crate::boundary::arguments::optional(to) }) else {
        return -1;
    };
    let to = to.write(blank());
    match last_error::get() {
        Some(error) => match fill(&error, to) {
            Ok(()) => to.code,
            Err(_) => -1,
        },
        None => 0,
    }
}

/// Copies the last error of this thread. Kept for old programs: errors belong to threads, not to connections.
///
/// @conn: the connection
/// @to: (out) room for an error, whose parts the caller frees with virResetError()
///
/// Returns the error's code, 0 when there is none, or -1.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnCopyLastError(conn: virConnectPtr, to: virErrorPtr) -> c_int {
    if Borrowed::<Connect>::of(conn).is_none() {
        return -1;
    }
    // SAFETY: C gives NULL or room for an error.
    unsafe { copy_last(to) }
}

/// Gives the last error of this thread. Kept for old programs: errors belong to threads, not to connections.
///
/// @conn: the connection
///
/// Returns the error, valid until the next call on this thread; NULL when there is none.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnGetLastError(conn: virConnectPtr) -> virErrorPtr {
    if Borrowed::<Connect>::of(conn).is_none() {
        return ptr::null_mut();
    }
    last_error::shown()
}

/// Forgets the last error of this thread. Kept for old programs: errors belong to threads, not to connections.
///
/// @conn: the connection
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnResetLastError(conn: virConnectPtr) {
    if Borrowed::<Connect>::of(conn).is_some() {
        last_error::reset();
    }
}

/// Sets who hears of the errors of a connection, instead of the handler of the process.
///
/// @conn: the connection
/// @userData: (nullable) data for @handler
/// @handler: (nullable) called with @userData and the error; NULL: the process's handler again
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnSetErrorFunc(
    conn: virConnectPtr,
    userData: *mut c_void,
    handler: virErrorFunc,
) {
    if let Some(conn) = Borrowed::<Connect>::of(conn) {
        let handler = handler.map(|function| ErrorHandler { function: Some(function), data: userData });
        *conn.error_handler.lock().unwrap_or_else(PoisonError::into_inner) = handler;
    }
}

/// Copies the last error of this thread.
///
/// @to: (out) room for an error, whose parts the caller frees with virResetError()
///
/// Returns the error's code, 0 when there is none, or -1.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virCopyLastError(to: virErrorPtr) -> c_int {
    // SAFETY: C gives NULL or room for an error.
    unsafe { copy_last(to) }
}

/// Writes an error to standard error, as happens where nobody has set a handler.
///
/// @err: the error
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDefaultErrorFunc(err: virErrorPtr) {
    if !err.is_null() {
        // SAFETY: C gives a valid error.
        unsafe { print_default(err) };
    }
}

/// Frees an error that virSaveLastError() gave.
///
/// @err: (nullable) the error, not to be used afterwards
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virFreeError(err: virErrorPtr) {
    // SAFETY: C gives NULL or an error from `malloc`.
    unsafe {
        virResetError(err);
        deallocate(err);
    }
}

/// Gives the last error of this thread.
///
/// Returns the error, valid until the next call on this thread; NULL when there is none.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastError() -> virErrorPtr {
    last_error::shown()
}

/// Gives the code of this thread's last error.
///
/// Returns a virErrorNumber; 0 when there is none.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorCode() -> c_int {
    last_error::get().map_or(0, |error| error.code() as c_int)
}

/// Gives the part of the library that this thread's last error comes from.
///
/// Returns a virErrorDomain; 0 when there is none.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorDomain() -> c_int {
    last_error::get().map_or(0, |error| error.origin() as c_int)
}

/// Gives the text of this thread's last error.
///
/// Returns the text, valid until the next call on this thread; "no error" when there is none.
///
/// Since: 1.0.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorMessage() -> *const c_char {
    // SAFETY: `shown` gives null or a live error of this thread.
    match unsafe { last_error::shown().as_ref() } {
        None => c"no error".as_ptr(),
        Some(error) if error.message.is_null() => c"unknown error".as_ptr(),
        Some(error) => error.message,
    }
}

/// Frees what an error points at and empties it; the error itself stays the caller's.
///
/// @err: (nullable) the error
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virResetError(err: virErrorPtr) {
    // SAFETY: C gives NULL or a valid error whose strings came from `malloc`.
    unsafe {
        if let Some(error) = err.as_mut() {
            empty(error);
        }
    }
}

/// Forgets the last error of this thread.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virResetLastError() {
    last_error::reset();
    if let Some(beside) = beside() {
        (beside.reset_last_error)();
    }
}

/// Saves the last error of this thread from the calls that follow.
///
/// Returns a copy that the caller frees with virFreeError(); NULL when memory is exhausted.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSaveLastError() -> virErrorPtr {
    let Ok(saved) = allocate::<_virError>(1) else {
        return ptr::null_mut();
    };
    // SAFETY: just allocated.
    unsafe { copy_last(saved) };
    saved
}

/// Sets who hears of the errors of this process.
///
/// @userData: (nullable) data for @handler
/// @handler: (nullable) called with @userData and the error; NULL: errors are written to standard error
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSetErrorFunc(userData: *mut c_void, handler: virErrorFunc) {
    last_error::set_handler(ErrorHandler { function: handler, data: userData });
    if let Some(beside) = beside() {
        (beside.set_error_func)(userData, handler);
    }
}
