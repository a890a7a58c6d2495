//! The functions of `libvirt-admin.h`.

use crate::admin::{virAdmClientPtr, virAdmConnectCloseFunc, virAdmConnectPtr, virAdmServerPtr};
use crate::common::{virFreeCallback, virTypedParameterPtr};
use crate::private::admin::*;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};

/// Disconnects a client from its server.
///
/// @client: the client
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientClose(client: virAdmClientPtr, flags: c_uint) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientClose(client, flags) }
}

/// Lets go of a client's handle. The client itself stays connected.
///
/// @client: the client, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientFree(client: virAdmClientPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientFree(client) }
}

/// Gives a client's number, which is its own as long as the daemon runs.
///
/// @client: the client
///
/// Returns the number, or -1 as unsigned.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetID(client: virAdmClientPtr) -> c_ulonglong {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientGetID(client) }
}

/// Tells who a client is. The parameters depend on the transport; see VIR_CLIENT_INFO_*.
///
/// @client: the client
/// @params: (out) a new array of parameters, to be freed with virTypedParamsFree()
/// @nparams: (out) its length
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
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

/// Tells since when a client is connected.
///
/// @client: the client
///
/// Returns seconds of the epoch, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetTimestamp(client: virAdmClientPtr) -> c_longlong {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientGetTimestamp(client) }
}

/// Tells how a client reached the daemon.
///
/// @client: the client
///
/// Returns a virClientTransport, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmClientGetTransport(client: virAdmClientPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmClientGetTransport(client) }
}

/// Lets go of a connection to a daemon's administration. It is closed with its last reference.
///
/// @conn: the connection, not to be used afterwards
///
/// Returns 0 when that was the last reference, 1 when others are left, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectClose(conn: virAdmConnectPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectClose(conn) }
}

/// Has the daemon shut down.
///
/// @conn: the connection
/// @flags: bitwise-OR of virAdmConnectDaemonShutdownFlags
///
/// Returns 0, or -1.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectDaemonShutdown(conn: virAdmConnectPtr, flags: c_uint) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectDaemonShutdown(conn, flags) }
}

/// Gives the version of the library that the daemon uses.
///
/// @conn: the connection
/// @libVer: (out) 1,000,000 × major + 1,000 × minor + release
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectGetLibVersion(
    conn: virAdmConnectPtr,
    libVer: *mut c_ulonglong,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectGetLibVersion(conn, libVer) }
}

/// Gives the filters of the daemon's log.
///
/// @conn: the connection
/// @filters: (out) a new string that the caller frees; NULL where there are none
/// @flags: extra flags, must be 0
///
/// Returns the number of filters, or -1.
///
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

/// Gives the places that the daemon's log goes to.
///
/// @conn: the connection
/// @outputs: (out) a new string that the caller frees
/// @flags: extra flags, must be 0
///
/// Returns the number of outputs, or -1.
///
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

/// Gives the URI of a connection.
///
/// @conn: the connection
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectGetURI(conn: virAdmConnectPtr) -> *mut c_char {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectGetURI(conn) }
}

/// Tells whether the daemon is still reached, without asking it.
///
/// @conn: the connection
///
/// Returns 1 if it is, 0 if not, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectIsAlive(conn: virAdmConnectPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectIsAlive(conn) }
}

/// Lists the servers of the daemon.
///
/// @conn: the connection
/// @servers: (out) a new array of servers that ends with NULL; the caller frees each with virAdmServerFree()
///           and the array with free(). NULL: only count
/// @flags: extra flags, must be 0
///
/// Returns the number of servers, or -1.
///
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

/// Finds a server of the daemon by its name.
///
/// @conn: the connection
/// @name: the name
/// @flags: extra flags, must be 0
///
/// Returns the server, to be freed with virAdmServerFree(), or NULL.
///
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

/// Opens a connection to the administration of a daemon on this host.
///
/// @name: the URI, such as libvirtd:///system; NULL: `LIBVIRT_ADMIN_DEFAULT_URI`, then `uri_default` of
///        libvirt-admin.conf, then the usual daemon
/// @flags: bitwise-OR of virConnectFlags
///
/// Returns the connection, or NULL.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectOpen(name: *const c_char, flags: c_uint) -> virAdmConnectPtr {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectOpen(name, flags) }
}

/// Adds a reference to a connection, which takes another virAdmConnectClose() to drop.
///
/// @conn: the connection
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectRef(conn: virAdmConnectPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectRef(conn) }
}

/// Has a function called when the connection is closed by anything but virAdmConnectClose(). There can be
/// one.
///
/// @conn: the connection
/// @cb: the function
/// @opaque: data for it
/// @freecb: called with @opaque when it is no longer needed, or NULL
///
/// Returns 0, or -1.
///
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

/// Sets after how long without clients and work the daemon ends by itself.
///
/// @conn: the connection
/// @timeout: seconds; 0: never
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
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

/// Replaces the filters of the daemon's log.
///
/// @conn: the connection
/// @filters: the filters, separated by blanks, as `log_filters` of its configuration; NULL: none
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
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

/// Replaces the places that the daemon's log goes to.
///
/// @conn: the connection
/// @outputs: the outputs, separated by blanks, as `log_outputs` of its configuration; NULL: the usual one
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
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

/// Takes back what virAdmConnectRegisterCloseCallback() did.
///
/// @conn: the connection
/// @cb: the function
///
/// Returns 0, or -1 when it is not the registered one.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmConnectUnregisterCloseCallback(
    conn: virAdmConnectPtr,
    cb: virAdmConnectCloseFunc,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmConnectUnregisterCloseCallback(conn, cb) }
}

/// Gives the version of this library.
///
/// @libVer: (out) 1,000,000 × major + 1,000 × minor + release
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmGetVersion(libVer: *mut c_ulonglong) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmGetVersion(libVer) }
}

/// Prepares the library. The other functions do so by themselves; a program with threads calls it before it
/// starts them.
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmInitialize() -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmInitialize() }
}

/// Lets go of a server's handle.
///
/// @srv: the server, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerFree(srv: virAdmServerPtr) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerFree(srv) }
}

/// Gives how many clients a server takes and has; see VIR_SERVER_CLIENTS_*.
///
/// @srv: the server
/// @params: (out) a new array of parameters, to be freed with virTypedParamsFree()
/// @nparams: (out) its length
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
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

/// Gives a server's name.
///
/// @srv: the server
///
/// Returns the name, valid as long as the handle, or NULL.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerGetName(srv: virAdmServerPtr) -> *const c_char {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerGetName(srv) }
}

/// Gives the size and load of a server's pool of workers; see VIR_THREADPOOL_*.
///
/// @srv: the server
/// @params: (out) a new array of parameters, to be freed with virTypedParamsFree()
/// @nparams: (out) its length
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
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

/// Lists the clients of a server.
///
/// @srv: the server
/// @clients: (out) a new array of clients that ends with NULL; the caller frees each with virAdmClientFree()
///           and the array with free(). NULL: only count
/// @flags: extra flags, must be 0
///
/// Returns the number of clients, or -1.
///
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

/// Finds a client of a server by its number.
///
/// @srv: the server
/// @id: the number
/// @flags: extra flags, must be 0
///
/// Returns the client, to be freed with virAdmClientFree(), or NULL.
///
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

/// Sets how many clients a server takes. Clients that are connected stay.
///
/// @srv: the server
/// @params: VIR_SERVER_CLIENTS_MAX, VIR_SERVER_CLIENTS_UNAUTH_MAX or both
/// @nparams: the length of @params
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
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

/// Sets the size of a server's pool of workers.
///
/// @srv: the server
/// @params: VIR_THREADPOOL_WORKERS_MIN, _MAX and _PRIORITY, as many of them as are to change
/// @nparams: the length of @params
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
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

/// Has a server read its TLS certificates and keys again, for connections to come.
///
/// @srv: the server
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virAdmServerUpdateTlsFiles(srv: virAdmServerPtr, flags: c_uint) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivAdmServerUpdateTlsFiles(srv, flags) }
}
