//! Types of the administration functions.

use std::ffi::{CStr, c_int, c_void};

/// Since: 2.0.0
pub struct _virAdmClient {
    _private: (),
}

/// Since: 2.0.0
pub type virAdmClient = _virAdmClient;

/// Since: 2.0.0
pub type virAdmClientPtr = *mut virAdmClient;

/// Since: 2.0.0
pub struct _virAdmConnect {
    _private: (),
}

/// Since: 2.0.0
pub type virAdmConnect = _virAdmConnect;

/// Since: 2.0.0
pub type virAdmConnectPtr = *mut virAdmConnect;

/// Since: 2.0.0
pub struct _virAdmServer {
    _private: (),
}

/// Since: 2.0.0
pub type virAdmServer = _virAdmServer;

/// Since: 2.0.0
pub type virAdmServerPtr = *mut virAdmServer;

/// Since: 11.2.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virAdmConnectDaemonShutdownFlags {
    /// Since: 11.2.0
    VIR_DAEMON_SHUTDOWN_PRESERVE = 1 << 0,
}

/// Since: 2.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virClientTransport {
    /// Since: 2.0.0
    VIR_CLIENT_TRANS_UNIX = 0,
    /// Since: 2.0.0
    VIR_CLIENT_TRANS_TCP = 1,
    /// Since: 2.0.0
    VIR_CLIENT_TRANS_TLS = 2,
    /// Since: 2.0.0
    #[cfg(enum_sentinels)]
    VIR_CLIENT_TRANS_LAST = 3,
}

/// Since: 2.0.0
pub type virAdmConnectCloseFunc =
    Option<unsafe extern "C" fn(conn: virAdmConnectPtr, reason: c_int, opaque: *mut c_void)>;

/// Since: 2.0.0
pub const VIR_CLIENT_INFO_READONLY: &CStr = c"readonly";

/// Since: 2.0.0
pub const VIR_CLIENT_INFO_SASL_USER_NAME: &CStr = c"sasl_user_name";

/// Since: 2.0.0
pub const VIR_CLIENT_INFO_SELINUX_CONTEXT: &CStr = c"selinux_context";

/// Since: 2.0.0
pub const VIR_CLIENT_INFO_SOCKET_ADDR: &CStr = c"sock_addr";

/// Since: 2.0.0
pub const VIR_CLIENT_INFO_UNIX_GROUP_ID: &CStr = c"unix_group_id";

/// Since: 2.0.0
pub const VIR_CLIENT_INFO_UNIX_GROUP_NAME: &CStr = c"unix_group_name";

/// Since: 2.0.0
pub const VIR_CLIENT_INFO_UNIX_PROCESS_ID: &CStr = c"unix_process_id";

/// Since: 2.0.0
pub const VIR_CLIENT_INFO_UNIX_USER_ID: &CStr = c"unix_user_id";

/// Since: 2.0.0
pub const VIR_CLIENT_INFO_UNIX_USER_NAME: &CStr = c"unix_user_name";

/// Since: 2.0.0
pub const VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME: &CStr = c"tls_x509_dname";

/// Since: 2.0.0
pub const VIR_SERVER_CLIENTS_CURRENT: &CStr = c"nclients";

/// Since: 2.0.0
pub const VIR_SERVER_CLIENTS_MAX: &CStr = c"nclients_max";

/// Since: 2.0.0
pub const VIR_SERVER_CLIENTS_UNAUTH_CURRENT: &CStr = c"nclients_unauth";

/// Since: 2.0.0
pub const VIR_SERVER_CLIENTS_UNAUTH_MAX: &CStr = c"nclients_unauth_max";

/// Since: 2.0.0
pub const VIR_THREADPOOL_JOB_QUEUE_DEPTH: &CStr = c"jobQueueDepth";

/// Since: 2.0.0
pub const VIR_THREADPOOL_WORKERS_CURRENT: &CStr = c"nWorkers";

/// Since: 2.0.0
pub const VIR_THREADPOOL_WORKERS_FREE: &CStr = c"freeWorkers";

/// Since: 2.0.0
pub const VIR_THREADPOOL_WORKERS_MAX: &CStr = c"maxWorkers";

/// Since: 2.0.0
pub const VIR_THREADPOOL_WORKERS_MIN: &CStr = c"minWorkers";

/// Since: 2.0.0
pub const VIR_THREADPOOL_WORKERS_PRIORITY: &CStr = c"prioWorkers";
