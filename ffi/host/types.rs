//! Connections, credentials and the records that describe a host.

use crate::common::VIR_TYPED_PARAM_FIELD_LENGTH;
use std::ffi::{CStr, c_char, c_int, c_uint, c_ulong, c_ulonglong, c_void};

/// Bytes of a field's name, the final zero included. Since: 0.9.3
pub const VIR_NODE_CPU_STATS_FIELD_LENGTH: usize = 80;

/// Bytes of a field's name, the final zero included. Since: 0.9.3
pub const VIR_NODE_MEMORY_STATS_FIELD_LENGTH: usize = 80;

/// Bytes for the longest domain of interpretation and a final zero. Since: 0.6.1
pub const VIR_SECURITY_DOI_BUFLEN: usize = 256 + 1;

/// Bytes for the longest security label and a final zero. Since: 0.6.1
pub const VIR_SECURITY_LABEL_BUFLEN: usize = 4096 + 1;

/// Bytes for the longest name of a security model and a final zero. Since: 0.6.1
pub const VIR_SECURITY_MODEL_BUFLEN: usize = 256 + 1;

/// Bytes of a UUID in binary form. Since: 0.2.0
pub const VIR_UUID_BUFLEN: usize = 16;

/// Bytes of a UUID in text form, the final zero included. Since: 0.2.0
pub const VIR_UUID_STRING_BUFLEN: usize = 36 + 1;

/// A connection to a hypervisor. Since: 0.0.1
pub struct _virConnect {
    _private: (),
}

/// A connection to a hypervisor. Since: 0.0.1
pub type virConnect = _virConnect;

/// A handle of a virConnect. Since: 0.0.1
pub type virConnectPtr = *mut virConnect;

/// A stream of data between the program and a host. Since: 0.7.2
pub struct _virStream {
    _private: (),
}

/// A stream of data between the program and a host. Since: 0.7.2
pub type virStream = _virStream;

/// A handle of a virStream. Since: 0.7.2
pub type virStreamPtr = *mut virStream;

/// How to ask for credentials. Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virConnectAuth {
    /// The kinds of credentials that `cb` can ask for.
    pub credtype: *mut c_int,
    /// How many kinds there are.
    pub ncredtype: c_uint,
    /// Asks for credentials.
    pub cb: virConnectAuthCallbackPtr,
    /// What `cb` gets as `cbdata`.
    pub cbdata: *mut c_void,
}

/// How to ask for credentials. Since: 0.4.1
pub type virConnectAuth = _virConnectAuth;

/// A pointer to a virConnectAuth. Since: 0.4.1
pub type virConnectAuthPtr = *mut virConnectAuth;

/// A credential that is asked for, with room for the answer. Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virConnectCredential {
    /// What is asked for, a virConnectCredentialType.
    pub r#type: c_int,
    /// What to ask the user.
    pub prompt: *const c_char,
    /// What else belongs to the question.
    pub challenge: *const c_char,
    /// The answer that an empty one stands for.
    pub defresult: *const c_char,
    /// Where the answer goes, allocated with malloc().
    pub result: *mut c_char,
    /// The length of the answer.
    pub resultlen: c_uint,
}

/// A credential that is asked for, with room for the answer. Since: 0.4.1
pub type virConnectCredential = _virConnectCredential;

/// A pointer to a virConnectCredential. Since: 0.4.1
pub type virConnectCredentialPtr = *mut virConnectCredential;

/// A statistic of the host's CPUs. Since: 0.9.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNodeCPUStats {
    /// What it counts.
    pub field: [c_char; VIR_TYPED_PARAM_FIELD_LENGTH],
    /// The value.
    pub value: c_ulonglong,
}

/// A statistic of the host's CPUs. Since: 0.9.3
pub type virNodeCPUStats = _virNodeCPUStats;

/// A pointer to a virNodeCPUStats. Since: 0.9.3
pub type virNodeCPUStatsPtr = *mut virNodeCPUStats;

/// The hardware of a host in short. Since: 0.1.0
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNodeInfo {
    /// The CPU's model.
    pub model: [c_char; 32],
    /// Memory, in KiB.
    pub memory: c_ulong,
    /// CPUs that are online.
    pub cpus: c_uint,
    /// The CPU's frequency, or 0.
    pub mhz: c_uint,
    /// NUMA nodes, 1 if there is another topology than these numbers can say.
    pub nodes: c_uint,
    /// Sockets of a node.
    pub sockets: c_uint,
    /// Cores of a socket.
    pub cores: c_uint,
    /// Threads of a core.
    pub threads: c_uint,
}

/// The hardware of a host in short. Since: 0.1.0
pub type virNodeInfo = _virNodeInfo;

/// A pointer to a virNodeInfo. Since: 0.1.0
pub type virNodeInfoPtr = *mut virNodeInfo;

/// A statistic of the host's memory. Since: 0.9.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNodeMemoryStats {
    /// What it counts.
    pub field: [c_char; VIR_TYPED_PARAM_FIELD_LENGTH],
    /// The value, in KiB.
    pub value: c_ulonglong,
}

/// A statistic of the host's memory. Since: 0.9.3
pub type virNodeMemoryStats = _virNodeMemoryStats;

/// A pointer to a virNodeMemoryStats. Since: 0.9.3
pub type virNodeMemoryStatsPtr = *mut virNodeMemoryStats;

/// The security label of a domain. Since: 0.6.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virSecurityLabel {
    /// The label.
    pub label: [c_char; VIR_SECURITY_LABEL_BUFLEN],
    /// 1 if it is enforced.
    pub enforcing: c_int,
}

/// The security label of a domain. Since: 0.6.1
pub type virSecurityLabel = _virSecurityLabel;

/// A pointer to a virSecurityLabel. Since: 0.6.1
pub type virSecurityLabelPtr = *mut virSecurityLabel;

/// The security model of a host. Since: 0.6.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virSecurityModel {
    /// The model's name.
    pub model: [c_char; VIR_SECURITY_MODEL_BUFLEN],
    /// Its domain of interpretation.
    pub doi: [c_char; VIR_SECURITY_MODEL_BUFLEN],
}

/// The security model of a host. Since: 0.6.1
pub type virSecurityModel = _virSecurityModel;

/// A pointer to a virSecurityModel. Since: 0.6.1
pub type virSecurityModelPtr = *mut virSecurityModel;

/// How a CPU compares with the host's. Since: 0.7.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virCPUCompareResult {
    /// It could not be compared. Since: 0.7.5
    VIR_CPU_COMPARE_ERROR = -1,
    /// The host lacks something. Since: 0.7.5
    VIR_CPU_COMPARE_INCOMPATIBLE = 0,
    /// They are the same. Since: 0.7.5
    VIR_CPU_COMPARE_IDENTICAL = 1,
    /// The host has more. Since: 0.7.5
    VIR_CPU_COMPARE_SUPERSET = 2,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_CPU_COMPARE_LAST = 3,
}

/// Flags of virConnectBaselineCPU() and virConnectBaselineHypervisorCPU(). Since: 1.1.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectBaselineCPUFlags {
    /// List every feature. Since: 1.1.2
    VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES = 1 << 0,
    /// Leave out what cannot be migrated. Since: 1.2.14
    VIR_CONNECT_BASELINE_CPU_MIGRATABLE = 1 << 1,
    /// Do not limit the result to what this host can do. Since: 11.6.0
    VIR_CONNECT_BASELINE_CPU_IGNORE_HOST = 1 << 2,
}

/// Flags of virConnectCompareCPU() and virConnectCompareHypervisorCPU(). Since: 1.2.6
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectCompareCPUFlags {
    /// Make an incompatible CPU an error, whose message says what is missing. Since: 1.2.6
    VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = 1 << 0,
    /// Check the document against the schema. Since: 6.9.0
    VIR_CONNECT_COMPARE_CPU_VALIDATE_XML = 1 << 1,
}

/// What a credential callback is asked for. Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectCredentialType {
    /// The user's name. Since: 0.4.1
    VIR_CRED_USERNAME = 1,
    /// The name to authenticate with. Since: 0.4.1
    VIR_CRED_AUTHNAME = 2,
    /// The user's language. Since: 0.4.1
    VIR_CRED_LANGUAGE = 3,
    /// A nonce of the client. Since: 0.4.1
    VIR_CRED_CNONCE = 4,
    /// A password. Since: 0.4.1
    VIR_CRED_PASSPHRASE = 5,
    /// An answer that may be seen. Since: 0.4.1
    VIR_CRED_ECHOPROMPT = 6,
    /// An answer that may not be seen. Since: 0.4.1
    VIR_CRED_NOECHOPROMPT = 7,
    /// The realm to authenticate in. Since: 0.4.1
    VIR_CRED_REALM = 8,
    /// To arrange it outside of the program. Since: 0.4.1
    VIR_CRED_EXTERNAL = 9,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_CRED_LAST = 10,
}

/// Flags of virConnectOpenAuth(). Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectFlags {
    /// Read-only. Since: 0.4.1
    VIR_CONNECT_RO = 1 << 0,
    /// Do not look for the name among the aliases of libvirt.conf. Since: 0.9.7
    VIR_CONNECT_NO_ALIASES = 1 << 1,
}

/// What the numbers of virNodeAllocPages() mean. Since: 1.2.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNodeAllocPagesFlags {
    /// Add that many pages. Since: 1.2.9
    VIR_NODE_ALLOC_PAGES_ADD = 0,
    /// Have that many pages. Since: 1.2.9
    VIR_NODE_ALLOC_PAGES_SET = 1 << 0,
}

/// A value in place of a CPU's number. Since: 0.9.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNodeGetCPUStatsAllCPUs {
    /// All CPUs together. Since: 0.9.3
    VIR_NODE_CPU_STATS_ALL_CPUS = -1,
}

/// A value in place of a NUMA cell's number. Since: 0.9.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNodeGetMemoryStatsAllCells {
    /// All cells together. Since: 0.9.3
    VIR_NODE_MEMORY_STATS_ALL_CELLS = -1,
}

/// How the host is suspended. Since: 0.9.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNodeSuspendTarget {
    /// To memory. Since: 0.9.8
    VIR_NODE_SUSPEND_TARGET_MEM = 0,
    /// To disk. Since: 0.9.8
    VIR_NODE_SUSPEND_TARGET_DISK = 1,
    /// To both. Since: 0.9.8
    VIR_NODE_SUSPEND_TARGET_HYBRID = 2,
    /// How many values there are; it grows with releases. Since: 0.9.8
    #[cfg(enum_sentinels)]
    VIR_NODE_SUSPEND_TARGET_LAST = 3,
}

/// Fills in the answers to `ncred` credentials, with malloc(), and returns 0, or -1 to give up. Since:
/// 0.4.1
pub type virConnectAuthCallbackPtr =
    Option<unsafe extern "C" fn(cred: virConnectCredentialPtr, ncred: c_uint, cbdata: *mut c_void) -> c_int>;

/// Told that a connection is closed; `reason` is a virConnectCloseReason. Since: 0.10.0
pub type virConnectCloseFunc =
    Option<unsafe extern "C" fn(conn: virConnectPtr, reason: c_int, opaque: *mut c_void)>;

/// String: the name of the group on whose behalf calls are made. Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_GROUP_NAME: &CStr = c"group-name";

/// Signed 64 bit: the process that makes calls. Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_PROCESS_ID: &CStr = c"process-id";

/// Unsigned 64 bit: when that process was started, which tells it from a later one of that number. Since:
/// 5.8.0
pub const VIR_CONNECT_IDENTITY_PROCESS_TIME: &CStr = c"process-time";

/// String: the name that SASL authenticated. Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_SASL_USER_NAME: &CStr = c"sasl-user-name";

/// String: the SELinux context of that process. Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_SELINUX_CONTEXT: &CStr = c"selinux-context";

/// Unsigned 64 bit: the group's number. Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_UNIX_GROUP_ID: &CStr = c"unix-group-id";

/// Unsigned 64 bit: the user's number. Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_UNIX_USER_ID: &CStr = c"unix-user-id";

/// String: the name of the user on whose behalf calls are made. Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_USER_NAME: &CStr = c"user-name";

/// String: the distinguished name in a certificate. Since: 5.8.0
pub const VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME: &CStr = c"x509-distinguished-name";

/// Time spent in guests, in nanoseconds. Since: 11.8.0
pub const VIR_NODE_CPU_STATS_GUEST: &CStr = c"guest";

/// Time without work, in nanoseconds. Since: 0.9.3
pub const VIR_NODE_CPU_STATS_IDLE: &CStr = c"idle";

/// Time spent in interrupts, in nanoseconds. Since: 1.2.2
pub const VIR_NODE_CPU_STATS_INTR: &CStr = c"intr";

/// Time spent waiting for I/O, in nanoseconds. Since: 0.9.3
pub const VIR_NODE_CPU_STATS_IOWAIT: &CStr = c"iowait";

/// Time spent in the kernel, in nanoseconds. Since: 0.9.3
pub const VIR_NODE_CPU_STATS_KERNEL: &CStr = c"kernel";

/// Time spent in programs, in nanoseconds. Since: 0.9.3
pub const VIR_NODE_CPU_STATS_USER: &CStr = c"user";

/// How busy the CPU is, in percent. Since: 0.9.3
pub const VIR_NODE_CPU_STATS_UTILIZATION: &CStr = c"utilization";

/// Unsigned 64 bit, only read: how often all of memory was scanned for equal pages. Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_FULL_SCANS: &CStr = c"shm_full_scans";

/// Unsigned int: 1 to share pages between NUMA nodes, 0 not to. Since: 1.0.0
pub const VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES: &CStr = c"shm_merge_across_nodes";

/// Unsigned 64 bit, only read: pages that are shared. Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_PAGES_SHARED: &CStr = c"shm_pages_shared";

/// Unsigned 64 bit, only read: pages that sharing saves. Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_PAGES_SHARING: &CStr = c"shm_pages_sharing";

/// Unsigned int: how many pages are scanned before the scanner sleeps. Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN: &CStr = c"shm_pages_to_scan";

/// Unsigned 64 bit, only read: pages scanned again and again, and still single. Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED: &CStr = c"shm_pages_unshared";

/// Unsigned 64 bit, only read: pages that change too often to be shared. Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE: &CStr = c"shm_pages_volatile";

/// Unsigned int: how long the scanner sleeps, in milliseconds. Since: 0.10.2
pub const VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS: &CStr = c"shm_sleep_millisecs";

/// Memory that can be had without swapping, in KiB. Since: 12.3.0
pub const VIR_NODE_MEMORY_STATS_AVAILABLE: &CStr = c"available";

/// Memory in buffers, in KiB. Since: 0.9.3
pub const VIR_NODE_MEMORY_STATS_BUFFERS: &CStr = c"buffers";

/// Memory in caches, in KiB. Since: 0.9.3
pub const VIR_NODE_MEMORY_STATS_CACHED: &CStr = c"cached";

/// Free memory, in KiB. Since: 0.9.3
pub const VIR_NODE_MEMORY_STATS_FREE: &CStr = c"free";

/// All memory, in KiB. Since: 0.9.3
pub const VIR_NODE_MEMORY_STATS_TOTAL: &CStr = c"total";

/// Unsigned int: the bit of a page's address that says whether it is encrypted. Since: 4.5.0
pub const VIR_NODE_SEV_CBITPOS: &CStr = c"cbitpos";

/// String: the platform's certificate chain, in base64. Since: 4.5.0
pub const VIR_NODE_SEV_CERT_CHAIN: &CStr = c"cert-chain";

/// String: the identity of CPU 0, in base64. Since: 8.4.0
pub const VIR_NODE_SEV_CPU0_ID: &CStr = c"cpu0-id";

/// Unsigned int: how many SEV-ES guests can run. Since: 8.0.0
pub const VIR_NODE_SEV_MAX_ES_GUESTS: &CStr = c"max-es-guests";

/// Unsigned int: how many SEV guests can run. Since: 8.0.0
pub const VIR_NODE_SEV_MAX_GUESTS: &CStr = c"max-guests";

/// String: the platform's Diffie-Hellman key, in base64. Since: 4.5.0
pub const VIR_NODE_SEV_PDH: &CStr = c"pdh";

/// Unsigned int: bits of a physical address that encryption takes. Since: 4.5.0
pub const VIR_NODE_SEV_REDUCED_PHYS_BITS: &CStr = c"reduced-phys-bits";
