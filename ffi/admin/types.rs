//! Types of the administration functions.

use std::ffi::{CStr, c_int, c_void};

/// A client of a daemon. Since: 2.0.0
pub struct _virAdmClient {
    _private: (),
}

/// A client of a daemon. Since: 2.0.0
pub type virAdmClient = _virAdmClient;

/// A handle of a virAdmClient. Since: 2.0.0
pub type virAdmClientPtr = *mut virAdmClient;

/// A connection to a daemon's administration. Since: 2.0.0
pub struct _virAdmConnect {
    _private: (),
}

/// A connection to a daemon's administration. Since: 2.0.0
pub type virAdmConnect = _virAdmConnect;

/// A handle of a virAdmConnect. Since: 2.0.0
pub type virAdmConnectPtr = *mut virAdmConnect;

/// A server inside of a daemon. Since: 2.0.0
pub struct _virAdmServer {
    _private: (),
}

/// A server inside of a daemon. Since: 2.0.0
pub type virAdmServer = _virAdmServer;

/// A handle of a virAdmServer. Since: 2.0.0
pub type virAdmServerPtr = *mut virAdmServer;

/// How a daemon is shut down. Since: 11.2.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virAdmConnectDaemonShutdownFlags {
    /// Let running guests be kept over the shutdown. Since: 11.2.0
    VIR_DAEMON_SHUTDOWN_PRESERVE = 1 << 0,
}

/// How a client reached the daemon. Since: 2.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virClientTransport {
    /// Over a UNIX socket. Since: 2.0.0
    VIR_CLIENT_TRANS_UNIX = 0,
    /// Over plain TCP. Since: 2.0.0
    VIR_CLIENT_TRANS_TCP = 1,
    /// Over TCP with TLS. Since: 2.0.0
    VIR_CLIENT_TRANS_TLS = 2,
    /// How many values there are; it grows with releases. Since: 2.0.0
    #[cfg(enum_sentinels)]
    VIR_CLIENT_TRANS_LAST = 3,
}

/// Told that a connection to a daemon's administration is closed; `reason` is a virConnectCloseReason.
/// Since: 2.0.0
pub type virAdmConnectCloseFunc =
    Option<unsafe extern "C" fn(conn: virAdmConnectPtr, reason: c_int, opaque: *mut c_void)>;

/// Boolean: whether the client's connection is read-only. Since: 2.0.0
pub const VIR_CLIENT_INFO_READONLY: &CStr = c"readonly";

/// String: the name that SASL authenticated. Since: 2.0.0
pub const VIR_CLIENT_INFO_SASL_USER_NAME: &CStr = c"sasl_user_name";

/// String: the client's SELinux context. Since: 2.0.0
pub const VIR_CLIENT_INFO_SELINUX_CONTEXT: &CStr = c"selinux_context";

/// String: the client's address and port. Since: 2.0.0
pub const VIR_CLIENT_INFO_SOCKET_ADDR: &CStr = c"sock_addr";

/// Int: the group of a client on a UNIX socket. Since: 2.0.0
pub const VIR_CLIENT_INFO_UNIX_GROUP_ID: &CStr = c"unix_group_id";

/// String: the name of that group. Since: 2.0.0
pub const VIR_CLIENT_INFO_UNIX_GROUP_NAME: &CStr = c"unix_group_name";

/// Int: the process of a client on a UNIX socket. Since: 2.0.0
pub const VIR_CLIENT_INFO_UNIX_PROCESS_ID: &CStr = c"unix_process_id";

/// Int: the user of a client on a UNIX socket. Since: 2.0.0
pub const VIR_CLIENT_INFO_UNIX_USER_ID: &CStr = c"unix_user_id";

/// String: the name of that user. Since: 2.0.0
pub const VIR_CLIENT_INFO_UNIX_USER_NAME: &CStr = c"unix_user_name";

/// String: the distinguished name in the client's certificate. Since: 2.0.0
pub const VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME: &CStr = c"tls_x509_dname";

/// Unsigned int, only read: clients that are connected. Since: 2.0.0
pub const VIR_SERVER_CLIENTS_CURRENT: &CStr = c"nclients";

/// Unsigned int: how many clients may be connected. Since: 2.0.0
pub const VIR_SERVER_CLIENTS_MAX: &CStr = c"nclients_max";

/// Unsigned int, only read: clients that have not authenticated. Since: 2.0.0
pub const VIR_SERVER_CLIENTS_UNAUTH_CURRENT: &CStr = c"nclients_unauth";

/// Unsigned int: how many clients may be connected before they authenticate. Since: 2.0.0
pub const VIR_SERVER_CLIENTS_UNAUTH_MAX: &CStr = c"nclients_unauth_max";

/// Unsigned int, only read: calls that wait for a worker. Since: 2.0.0
pub const VIR_THREADPOOL_JOB_QUEUE_DEPTH: &CStr = c"jobQueueDepth";

/// Unsigned int, only read: workers that there are. Since: 2.0.0
pub const VIR_THREADPOOL_WORKERS_CURRENT: &CStr = c"nWorkers";

/// Unsigned int, only read: workers without work. Since: 2.0.0
pub const VIR_THREADPOOL_WORKERS_FREE: &CStr = c"freeWorkers";

/// Unsigned int: how many workers there may be. Since: 2.0.0
pub const VIR_THREADPOOL_WORKERS_MAX: &CStr = c"maxWorkers";

/// Unsigned int: how many workers are kept. Since: 2.0.0
pub const VIR_THREADPOOL_WORKERS_MIN: &CStr = c"minWorkers";

/// Unsigned int: workers for calls that must not wait. Since: 2.0.0
pub const VIR_THREADPOOL_WORKERS_PRIORITY: &CStr = c"prioWorkers";
