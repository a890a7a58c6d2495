//! The functions of `libvirt-admin.h`.

use crate::admin::{virAdmClientPtr, virAdmConnectCloseFunc, virAdmConnectPtr, virAdmServerPtr};
use crate::common::{virFreeCallback, virTypedParameterPtr};
use crate::private::admin::*;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientClose(client: virAdmClientPtr, flags: c_uint) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientClose(client, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientFree(client: virAdmClientPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientFree(client) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetID(client: virAdmClientPtr) -> c_ulonglong {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientGetID(client) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetInfo(
    client: virAdmClientPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientGetInfo(client, params, nparams, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetTimestamp(client: virAdmClientPtr) -> c_longlong {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientGetTimestamp(client) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetTransport(client: virAdmClientPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientGetTransport(client) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectClose(conn: virAdmConnectPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectClose(conn) }
}

/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectDaemonShutdown(conn: virAdmConnectPtr, flags: c_uint) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectDaemonShutdown(conn, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectGetLibVersion(
    conn: virAdmConnectPtr,
    libVer: *mut c_ulonglong,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectGetLibVersion(conn, libVer) }
}

/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectGetLoggingFilters(
    conn: virAdmConnectPtr,
    filters: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectGetLoggingFilters(conn, filters, flags) }
}

/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectGetLoggingOutputs(
    conn: virAdmConnectPtr,
    outputs: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectGetLoggingOutputs(conn, outputs, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectGetURI(conn: virAdmConnectPtr) -> *mut c_char {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectGetURI(conn) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectIsAlive(conn: virAdmConnectPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectIsAlive(conn) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectListServers(
    conn: virAdmConnectPtr,
    servers: *mut *mut virAdmServerPtr,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectListServers(conn, servers, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectLookupServer(
    conn: virAdmConnectPtr,
    name: *const c_char,
    flags: c_uint,
) -> virAdmServerPtr {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectLookupServer(conn, name, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectOpen(name: *const c_char, flags: c_uint) -> virAdmConnectPtr {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectOpen(name, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectRef(conn: virAdmConnectPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectRef(conn) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectRegisterCloseCallback(
    conn: virAdmConnectPtr,
    cb: virAdmConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectRegisterCloseCallback(conn, cb, opaque, freecb) }
}

/// Since: 8.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectSetDaemonTimeout(
    conn: virAdmConnectPtr,
    timeout: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectSetDaemonTimeout(conn, timeout, flags) }
}

/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectSetLoggingFilters(
    conn: virAdmConnectPtr,
    filters: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectSetLoggingFilters(conn, filters, flags) }
}

/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectSetLoggingOutputs(
    conn: virAdmConnectPtr,
    outputs: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectSetLoggingOutputs(conn, outputs, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectUnregisterCloseCallback(
    conn: virAdmConnectPtr,
    cb: virAdmConnectCloseFunc,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectUnregisterCloseCallback(conn, cb) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmGetVersion(libVer: *mut c_ulonglong) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmGetVersion(libVer) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmInitialize() -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmInitialize() }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerFree(srv: virAdmServerPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerFree(srv) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerGetClientLimits(
    srv: virAdmServerPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerGetClientLimits(srv, params, nparams, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerGetName(srv: virAdmServerPtr) -> *const c_char {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerGetName(srv) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerGetThreadPoolParameters(
    srv: virAdmServerPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerGetThreadPoolParameters(srv, params, nparams, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerListClients(
    srv: virAdmServerPtr,
    clients: *mut *mut virAdmClientPtr,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerListClients(srv, clients, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerLookupClient(
    srv: virAdmServerPtr,
    id: c_ulonglong,
    flags: c_uint,
) -> virAdmClientPtr {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerLookupClient(srv, id, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerSetClientLimits(
    srv: virAdmServerPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerSetClientLimits(srv, params, nparams, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerSetThreadPoolParameters(
    srv: virAdmServerPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerSetThreadPoolParameters(srv, params, nparams, flags) }
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerUpdateTlsFiles(srv: virAdmServerPtr, flags: c_uint) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerUpdateTlsFiles(srv, flags) }
}
