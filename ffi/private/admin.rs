//! Entry points behind `libvirt-admin.so.0`.

use crate::admin::{virAdmClientPtr, virAdmConnectCloseFunc, virAdmConnectPtr, virAdmServerPtr};
use crate::common::{virFreeCallback, virTypedParameterPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};

/// `virAdmClientClose`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientClose(client: virAdmClientPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// `virAdmClientFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientFree(client: virAdmClientPtr) -> c_int {
    unsupported()
}

/// `virAdmClientGetID`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientGetID(client: virAdmClientPtr) -> c_ulonglong {
    unsupported()
}

/// `virAdmClientGetInfo`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientGetInfo(
    client: virAdmClientPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmClientGetTimestamp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientGetTimestamp(client: virAdmClientPtr) -> c_longlong {
    unsupported()
}

/// `virAdmClientGetTransport`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientGetTransport(client: virAdmClientPtr) -> c_int {
    unsupported()
}

/// `virAdmConnectClose`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectClose(conn: virAdmConnectPtr) -> c_int {
    unsupported()
}

/// `virAdmConnectDaemonShutdown`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectDaemonShutdown(conn: virAdmConnectPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// `virAdmConnectGetLibVersion`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectGetLibVersion(
    conn: virAdmConnectPtr,
    libVer: *mut c_ulonglong,
) -> c_int {
    unsupported()
}

/// `virAdmConnectGetLoggingFilters`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectGetLoggingFilters(
    conn: virAdmConnectPtr,
    filters: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmConnectGetLoggingOutputs`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectGetLoggingOutputs(
    conn: virAdmConnectPtr,
    outputs: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmConnectGetURI`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectGetURI(conn: virAdmConnectPtr) -> *mut c_char {
    unsupported()
}

/// `virAdmConnectIsAlive`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectIsAlive(conn: virAdmConnectPtr) -> c_int {
    unsupported()
}

/// `virAdmConnectListServers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectListServers(
    conn: virAdmConnectPtr,
    servers: *mut *mut virAdmServerPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmConnectLookupServer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectLookupServer(
    conn: virAdmConnectPtr,
    name: *const c_char,
    flags: c_uint,
) -> virAdmServerPtr {
    unsupported()
}

/// `virAdmConnectOpen`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectOpen(name: *const c_char, flags: c_uint) -> virAdmConnectPtr {
    unsupported()
}

/// `virAdmConnectRef`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectRef(conn: virAdmConnectPtr) -> c_int {
    unsupported()
}

/// `virAdmConnectRegisterCloseCallback`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectRegisterCloseCallback(
    conn: virAdmConnectPtr,
    cb: virAdmConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    unsupported()
}

/// `virAdmConnectSetDaemonTimeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectSetDaemonTimeout(
    conn: virAdmConnectPtr,
    timeout: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmConnectSetLoggingFilters`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectSetLoggingFilters(
    conn: virAdmConnectPtr,
    filters: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmConnectSetLoggingOutputs`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectSetLoggingOutputs(
    conn: virAdmConnectPtr,
    outputs: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmConnectUnregisterCloseCallback`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectUnregisterCloseCallback(
    conn: virAdmConnectPtr,
    cb: virAdmConnectCloseFunc,
) -> c_int {
    unsupported()
}

/// `virAdmGetVersion`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmGetVersion(libVer: *mut c_ulonglong) -> c_int {
    unsupported()
}

/// `virAdmInitialize`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmInitialize() -> c_int {
    unsupported()
}

/// `virAdmServerFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerFree(srv: virAdmServerPtr) -> c_int {
    unsupported()
}

/// `virAdmServerGetClientLimits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerGetClientLimits(
    srv: virAdmServerPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmServerGetName`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerGetName(srv: virAdmServerPtr) -> *const c_char {
    unsupported()
}

/// `virAdmServerGetThreadPoolParameters`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerGetThreadPoolParameters(
    srv: virAdmServerPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmServerListClients`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerListClients(
    srv: virAdmServerPtr,
    clients: *mut *mut virAdmClientPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmServerLookupClient`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerLookupClient(
    srv: virAdmServerPtr,
    id: c_ulonglong,
    flags: c_uint,
) -> virAdmClientPtr {
    unsupported()
}

/// `virAdmServerSetClientLimits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerSetClientLimits(
    srv: virAdmServerPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmServerSetThreadPoolParameters`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerSetThreadPoolParameters(
    srv: virAdmServerPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virAdmServerUpdateTlsFiles`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerUpdateTlsFiles(srv: virAdmServerPtr, flags: c_uint) -> c_int {
    unsupported()
}
