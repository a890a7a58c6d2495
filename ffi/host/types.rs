//! Connections, credentials and the records that describe a host.

use crate::common::VIR_TYPED_PARAM_FIELD_LENGTH;
use std::ffi::{CStr, c_char, c_int, c_uint, c_ulong, c_ulonglong, c_void};

/// Since: 0.9.3
pub const VIR_NODE_CPU_STATS_FIELD_LENGTH: usize = 80;

/// Since: 0.9.3
pub const VIR_NODE_MEMORY_STATS_FIELD_LENGTH: usize = 80;

/// Since: 0.6.1
pub const VIR_SECURITY_DOI_BUFLEN: usize = 256 + 1;

/// Since: 0.6.1
pub const VIR_SECURITY_LABEL_BUFLEN: usize = 4096 + 1;

/// Since: 0.6.1
pub const VIR_SECURITY_MODEL_BUFLEN: usize = 256 + 1;

/// Since: 0.2.0
pub const VIR_UUID_BUFLEN: usize = 16;

/// Since: 0.2.0
pub const VIR_UUID_STRING_BUFLEN: usize = 36 + 1;

/// Since: 0.0.1
pub struct _virConnect {
    _private: (),
}

/// Since: 0.0.1
pub type virConnect = _virConnect;

/// Since: 0.0.1
pub type virConnectPtr = *mut virConnect;

/// Since: 0.7.2
pub struct _virStream {
    _private: (),
}

/// Since: 0.7.2
pub type virStream = _virStream;

/// Since: 0.7.2
pub type virStreamPtr = *mut virStream;

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virConnectAuth {
    pub credtype: *mut c_int,
    pub ncredtype: c_uint,
    pub cb: virConnectAuthCallbackPtr,
    pub cbdata: *mut c_void,
}

/// Since: 0.4.1
pub type virConnectAuth = _virConnectAuth;

/// Since: 0.4.1
pub type virConnectAuthPtr = *mut virConnectAuth;

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virConnectCredential {
    pub r#type: c_int,
    pub prompt: *const c_char,
    pub challenge: *const c_char,
    pub defresult: *const c_char,
    pub result: *mut c_char,
    pub resultlen: c_uint,
}

/// Since: 0.4.1
pub type virConnectCredential = _virConnectCredential;

/// Since: 0.4.1
pub type virConnectCredentialPtr = *mut virConnectCredential;

/// Since: 0.9.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNodeCPUStats {
    pub field: [c_char; VIR_TYPED_PARAM_FIELD_LENGTH],
    pub value: c_ulonglong,
}

/// Since: 0.9.3
pub type virNodeCPUStats = _virNodeCPUStats;

/// Since: 0.9.3
pub type virNodeCPUStatsPtr = *mut virNodeCPUStats;

/// Since: 0.1.0
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNodeInfo {
    pub model: [c_char; 32],
    pub memory: c_ulong,
    pub cpus: c_uint,
    pub mhz: c_uint,
    pub nodes: c_uint,
    pub sockets: c_uint,
    pub cores: c_uint,
    pub threads: c_uint,
}

/// Since: 0.1.0
pub type virNodeInfo = _virNodeInfo;

/// Since: 0.1.0
pub type virNodeInfoPtr = *mut virNodeInfo;

/// Since: 0.9.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNodeMemoryStats {
    pub field: [c_char; VIR_TYPED_PARAM_FIELD_LENGTH],
    pub value: c_ulonglong,
}

/// Since: 0.9.3
pub type virNodeMemoryStats = _virNodeMemoryStats;

/// Since: 0.9.3
pub type virNodeMemoryStatsPtr = *mut virNodeMemoryStats;

/// Since: 0.6.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virSecurityLabel {
    pub label: [c_char; VIR_SECURITY_LABEL_BUFLEN],
    pub enforcing: c_int,
}

/// Since: 0.6.1
pub type virSecurityLabel = _virSecurityLabel;

/// Since: 0.6.1
pub type virSecurityLabelPtr = *mut virSecurityLabel;

/// Since: 0.6.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virSecurityModel {
    pub model: [c_char; VIR_SECURITY_MODEL_BUFLEN],
    pub doi: [c_char; VIR_SECURITY_MODEL_BUFLEN],
}

/// Since: 0.6.1
pub type virSecurityModel = _virSecurityModel;

/// Since: 0.6.1
pub type virSecurityModelPtr = *mut virSecurityModel;

/// Since: 0.7.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virCPUCompareResult {
    /// Since: 0.7.5
    VIR_CPU_COMPARE_ERROR = -1,
    /// Since: 0.7.5
    VIR_CPU_COMPARE_INCOMPATIBLE = 0,
    /// Since: 0.7.5
    VIR_CPU_COMPARE_IDENTICAL = 1,
    /// Since: 0.7.5
    VIR_CPU_COMPARE_SUPERSET = 2,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_CPU_COMPARE_LAST = 3,
}

/// Since: 1.1.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectBaselineCPUFlags {
    /// Since: 1.1.2
    VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES = 1 << 0,
    /// Since: 1.2.14
    VIR_CONNECT_BASELINE_CPU_MIGRATABLE = 1 << 1,
    /// Since: 11.6.0
    VIR_CONNECT_BASELINE_CPU_IGNORE_HOST = 1 << 2,
}

/// Since: 1.2.6
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectCompareCPUFlags {
    /// Since: 1.2.6
    VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = 1 << 0,
    /// Since: 6.9.0
    VIR_CONNECT_COMPARE_CPU_VALIDATE_XML = 1 << 1,
}

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectCredentialType {
    /// Since: 0.4.1
    VIR_CRED_USERNAME = 1,
    /// Since: 0.4.1
    VIR_CRED_AUTHNAME = 2,
    /// Since: 0.4.1
    VIR_CRED_LANGUAGE = 3,
    /// Since: 0.4.1
    VIR_CRED_CNONCE = 4,
    /// Since: 0.4.1
    VIR_CRED_PASSPHRASE = 5,
    /// Since: 0.4.1
    VIR_CRED_ECHOPROMPT = 6,
    /// Since: 0.4.1
    VIR_CRED_NOECHOPROMPT = 7,
    /// Since: 0.4.1
    VIR_CRED_REALM = 8,
    /// Since: 0.4.1
    VIR_CRED_EXTERNAL = 9,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_CRED_LAST = 10,
}

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectFlags {
    /// Since: 0.4.1
    VIR_CONNECT_RO = 1 << 0,
    /// Since: 0.9.7
    VIR_CONNECT_NO_ALIASES = 1 << 1,
}

/// Since: 1.2.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNodeAllocPagesFlags {
    /// Since: 1.2.9
    VIR_NODE_ALLOC_PAGES_ADD = 0,
    /// Since: 1.2.9
    VIR_NODE_ALLOC_PAGES_SET = 1 << 0,
}

/// Since: 0.9.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNodeGetCPUStatsAllCPUs {
    /// Since: 0.9.3
    VIR_NODE_CPU_STATS_ALL_CPUS = -1,
}

/// Since: 0.9.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNodeGetMemoryStatsAllCells {
    /// Since: 0.9.3
    VIR_NODE_MEMORY_STATS_ALL_CELLS = -1,
}

/// Since: 0.9.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNodeSuspendTarget {
    /// Since: 0.9.8
    VIR_NODE_SUSPEND_TARGET_MEM = 0,
    /// Since: 0.9.8
    VIR_NODE_SUSPEND_TARGET_DISK = 1,
    /// Since: 0.9.8
    VIR_NODE_SUSPEND_TARGET_HYBRID = 2,
    /// Since: 0.9.8
    #[cfg(enum_sentinels)]
    VIR_NODE_SUSPEND_TARGET_LAST = 3,
}

/// Since: 0.4.1
pub type virConnectAuthCallbackPtr =
    Option<unsafe extern "C" fn(cred: virConnectCredentialPtr, ncred: c_uint, cbdata: *mut c_void) -> c_int>;

/// Since: 0.10.0
pub type virConnectCloseFunc =
    Option<unsafe extern "C" fn(conn: virConnectPtr, reason: c_int, opaque: *mut c_void)>;

/// Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_GROUP_NAME: &CStr = c"group-name";

/// Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_PROCESS_ID: &CStr = c"process-id";

/// Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_PROCESS_TIME: &CStr = c"process-time";

/// Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_SASL_USER_NAME: &CStr = c"sasl-user-name";

/// Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_SELINUX_CONTEXT: &CStr = c"selinux-context";

/// Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_UNIX_GROUP_ID: &CStr = c"unix-group-id";

/// Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_UNIX_USER_ID: &CStr = c"unix-user-id";

/// Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_USER_NAME: &CStr = c"user-name";

/// Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME: &CStr = c"x509-distinguished-name";

/// Since: 11.8.0
pub const VIR_NODE_CPU_STATS_GUEST: &CStr = c"guest";

/// Since: 0.9.3
pub const VIR_NODE_CPU_STATS_IDLE: &CStr = c"idle";

/// Since: 1.2.2
pub const VIR_NODE_CPU_STATS_INTR: &CStr = c"intr";

/// Since: 0.9.3
pub const VIR_NODE_CPU_STATS_IOWAIT: &CStr = c"iowait";

/// Since: 0.9.3
pub const VIR_NODE_CPU_STATS_KERNEL: &CStr = c"kernel";

/// Since: 0.9.3
pub const VIR_NODE_CPU_STATS_USER: &CStr = c"user";

/// Since: 0.9.3
pub const VIR_NODE_CPU_STATS_UTILIZATION: &CStr = c"utilization";

/// Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_FULL_SCANS: &CStr = c"shm_full_scans";

/// Since: 1.0.0
pub const VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES: &CStr = c"shm_merge_across_nodes";

/// Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_PAGES_SHARED: &CStr = c"shm_pages_shared";

/// Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_PAGES_SHARING: &CStr = c"shm_pages_sharing";

/// Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN: &CStr = c"shm_pages_to_scan";

/// Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED: &CStr = c"shm_pages_unshared";

/// Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE: &CStr = c"shm_pages_volatile";

/// Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS: &CStr = c"shm_sleep_millisecs";

/// Since: 12.3.0
pub const VIR_NODE_MEMORY_STATS_AVAILABLE: &CStr = c"available";

/// Since: 0.9.3
pub const VIR_NODE_MEMORY_STATS_BUFFERS: &CStr = c"buffers";

/// Since: 0.9.3
pub const VIR_NODE_MEMORY_STATS_CACHED: &CStr = c"cached";

/// Since: 0.9.3
pub const VIR_NODE_MEMORY_STATS_FREE: &CStr = c"free";

/// Since: 0.9.3
pub const VIR_NODE_MEMORY_STATS_TOTAL: &CStr = c"total";

/// Since: 4.5.0
pub const VIR_NODE_SEV_CBITPOS: &CStr = c"cbitpos";

/// Since: 4.5.0
pub const VIR_NODE_SEV_CERT_CHAIN: &CStr = c"cert-chain";

/// Since: 8.4.0
pub const VIR_NODE_SEV_CPU0_ID: &CStr = c"cpu0-id";

/// Since: 8.0.0
pub const VIR_NODE_SEV_MAX_ES_GUESTS: &CStr = c"max-es-guests";

/// Since: 8.0.0
pub const VIR_NODE_SEV_MAX_GUESTS: &CStr = c"max-guests";

/// Since: 4.5.0
pub const VIR_NODE_SEV_PDH: &CStr = c"pdh";

/// Since: 4.5.0
pub const VIR_NODE_SEV_REDUCED_PHYS_BITS: &CStr = c"reduced-phys-bits";
