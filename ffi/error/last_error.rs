//! The last error of a thread or connection, and who hears about errors.

use crate::error::{virErrorFunc, virErrorPtr};
use crate::host::virConnectPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_void};

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnCopyLastError(conn: virConnectPtr, to: virErrorPtr) -> c_int {
    unsupported()
}

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnGetLastError(conn: virConnectPtr) -> virErrorPtr {
    unsupported()
}

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnResetLastError(conn: virConnectPtr) {
    unsupported()
}

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnSetErrorFunc(
    conn: virConnectPtr,
    userData: *mut c_void,
    handler: virErrorFunc,
) {
    unsupported()
}

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virCopyLastError(to: virErrorPtr) -> c_int {
    unsupported()
}

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDefaultErrorFunc(err: virErrorPtr) {
    unsupported()
}

/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virFreeError(err: virErrorPtr) {
    unsupported()
}

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastError() -> virErrorPtr {
    unsupported()
}

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorCode() -> c_int {
    unsupported()
}

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorDomain() -> c_int {
    unsupported()
}

/// Since: 1.0.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetLastErrorMessage() -> *const c_char {
    unsupported()
}

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virResetError(err: virErrorPtr) {
    unsupported()
}

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virResetLastError() {
    unsupported()
}

/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSaveLastError() -> virErrorPtr {
    unsupported()
}

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSetErrorFunc(userData: *mut c_void, handler: virErrorFunc) {
    unsupported()
}
