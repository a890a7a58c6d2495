//! Opening a connection and what can be said about it.

use crate::common::{virFreeCallback, virTypedParameterPtr};
use crate::host::{virConnectAuthPtr, virConnectCloseFunc, virConnectPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint, c_ulong, c_void};

/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectClose(conn: virConnectPtr) -> c_int {
    unsupported()
}

/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetHostname(conn: virConnectPtr) -> *mut c_char {
    unsupported()
}

/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetLibVersion(conn: virConnectPtr, libVer: *mut c_ulong) -> c_int {
    unsupported()
}

/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetMaxVcpus(conn: virConnectPtr, r#type: *const c_char) -> c_int {
    unsupported()
}

/// Since: 0.8.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetSysinfo(conn: virConnectPtr, flags: c_uint) -> *mut c_char {
    unsupported()
}

/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetType(conn: virConnectPtr) -> *const c_char {
    unsupported()
}

/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetURI(conn: virConnectPtr) -> *mut c_char {
    unsupported()
}

/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetVersion(conn: virConnectPtr, hvVer: *mut c_ulong) -> c_int {
    unsupported()
}

/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsAlive(conn: virConnectPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsEncrypted(conn: virConnectPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsSecure(conn: virConnectPtr) -> c_int {
    unsupported()
}

/// @name: (optional)
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpen(name: *const c_char) -> virConnectPtr {
    unsupported()
}

/// @name: (optional)
///
/// Since: 0.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenAuth(
    name: *const c_char,
    auth: virConnectAuthPtr,
    flags: c_uint,
) -> virConnectPtr {
    unsupported()
}

/// @name: (optional)
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenReadOnly(name: *const c_char) -> virConnectPtr {
    unsupported()
}

/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRef(conn: virConnectPtr) -> c_int {
    unsupported()
}

/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRegisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    unsupported()
}

/// Since: 5.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetIdentity(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetKeepAlive(
    conn: virConnectPtr,
    interval: c_int,
    count: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectUnregisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
) -> c_int {
    unsupported()
}

/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetVersion(
    libVer: *mut c_ulong,
    r#type: *const c_char,
    typeVer: *mut c_ulong,
) -> c_int {
    unsupported()
}

/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInitialize() -> c_int {
    unsupported()
}
