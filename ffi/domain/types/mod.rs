//! The domain handle and the records that domain functions fill.

mod events;
mod flags;
mod guest_info;
mod parameters;
mod state;
mod statistics;

use crate::common::{_virTypedParameter, virTypedParameterPtr};
pub use events::*;
pub use flags::*;
pub use guest_info::*;
pub use parameters::*;
pub use state::*;
pub use statistics::*;
use std::ffi::{c_char, c_int, c_longlong, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort};

/// Bytes of a parameter's name, the final zero included. Since: 0.9.0
pub const VIR_DOMAIN_BLKIO_FIELD_LENGTH: usize = 80;

/// Bytes of a parameter's name, the final zero included. Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_FIELD_LENGTH: usize = 80;

/// Bytes of a parameter's name, the final zero included. Since: 0.8.5
pub const VIR_DOMAIN_MEMORY_FIELD_LENGTH: usize = 80;

/// The value of a memory limit that does not limit, in KiB. Since: 0.8.8
pub const VIR_DOMAIN_MEMORY_PARAM_UNLIMITED: c_longlong = 9007199254740991;

/// Bytes of a parameter's name, the final zero included. Since: 0.2.3
pub const VIR_DOMAIN_SCHED_FIELD_LENGTH: usize = 80;

/// How many keys virDomainSendKey() can press at once. Since: 0.9.3
pub const VIR_DOMAIN_SEND_KEY_MAX_KEYS: usize = 16;

/// An older name of VIR_KEYCODE_SET_QNUM. Since: 0.9.5
pub const VIR_KEYCODE_SET_RFB: usize = 9;

/// A domain: a guest, running or defined. Since: 0.0.1
pub struct _virDomain {
    _private: (),
}

/// A domain: a guest, running or defined. Since: 0.0.1
pub type virDomain = _virDomain;

/// A handle of a virDomain. Since: 0.0.1
pub type virDomainPtr = *mut virDomain;

/// How far a block job is: only the relation of two cursors means something. Since: 0.9.4
pub type virDomainBlockJobCursor = c_ulonglong;

/// The older name of virTypedParameter, for block I/O. Since: 0.9.0
pub type virBlkioParameter = _virTypedParameter;

/// A pointer to a virBlkioParameter. Since: 0.9.0
pub type virBlkioParameterPtr = *mut virBlkioParameter;

/// The sizes of a disk. Since: 0.8.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainBlockInfo {
    /// Size that the guest sees, in bytes.
    pub capacity: c_ulonglong,
    /// How much of the host's storage is used, in bytes.
    pub allocation: c_ulonglong,
    /// Size of the file or device, in bytes.
    pub physical: c_ulonglong,
}

/// The sizes of a disk. Since: 0.8.1
pub type virDomainBlockInfo = _virDomainBlockInfo;

/// A pointer to a virDomainBlockInfo. Since: 0.8.1
pub type virDomainBlockInfoPtr = *mut virDomainBlockInfo;

/// What is known about a block job. Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainBlockJobInfo {
    /// What the job does, a virDomainBlockJobType.
    pub r#type: c_int,
    /// Its highest rate, in MiB or bytes a second, or 0 for no limit.
    pub bandwidth: c_ulong,
    /// How far it is.
    pub cur: virDomainBlockJobCursor,
    /// Where it ends.
    pub end: virDomainBlockJobCursor,
}

/// What is known about a block job. Since: 0.9.4
pub type virDomainBlockJobInfo = _virDomainBlockJobInfo;

/// A pointer to a virDomainBlockJobInfo. Since: 0.9.4
pub type virDomainBlockJobInfoPtr = *mut virDomainBlockJobInfo;

/// A pointer to a virDomainBlockStatsStruct. Since: 0.3.2
pub type virDomainBlockStatsPtr = *mut virDomainBlockStatsStruct;

/// Statistics of a disk; a value that is not known is -1. Since: 0.3.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainBlockStats {
    /// Read requests.
    pub rd_req: c_longlong,
    /// Bytes read.
    pub rd_bytes: c_longlong,
    /// Write requests.
    pub wr_req: c_longlong,
    /// Bytes written.
    pub wr_bytes: c_longlong,
    /// Requests that failed (Xen: that had to wait).
    pub errs: c_longlong,
}

/// Statistics of a disk; a value that is not known is -1. Since: 0.3.3
pub type virDomainBlockStatsStruct = _virDomainBlockStats;

/// The state of the hypervisor's control interface. Since: 0.9.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainControlInfo {
    /// A virDomainControlState.
    pub state: c_uint,
    /// In state error, a virDomainControlErrorReason.
    pub details: c_uint,
    /// Since when it is in this state, in milliseconds.
    pub stateTime: c_ulonglong,
}

/// The state of the hypervisor's control interface. Since: 0.9.3
pub type virDomainControlInfo = _virDomainControlInfo;

/// A pointer to a virDomainControlInfo. Since: 0.9.3
pub type virDomainControlInfoPtr = *mut virDomainControlInfo;

/// A disk with an error. Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainDiskError {
    /// The disk's target, allocated with malloc().
    pub disk: *mut c_char,
    /// A virDomainDiskErrorCode.
    pub error: c_int,
}

/// A disk with an error. Since: 0.9.10
pub type virDomainDiskError = _virDomainDiskError;

/// A pointer to a virDomainDiskError. Since: 0.9.10
pub type virDomainDiskErrorPtr = *mut virDomainDiskError;

/// A file system that the guest has mounted. Since: 1.2.11
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainFSInfo {
    /// Where it is mounted.
    pub mountpoint: *mut c_char,
    /// Its device in the guest.
    pub name: *mut c_char,
    /// Its type.
    pub fstype: *mut c_char,
    /// How many disks it lies on.
    pub ndevAlias: usize,
    /// The targets of these disks.
    pub devAlias: *mut *mut c_char,
}

/// A file system that the guest has mounted. Since: 1.2.11
pub type virDomainFSInfo = _virDomainFSInfo;

/// A pointer to a virDomainFSInfo. Since: 1.2.11
pub type virDomainFSInfoPtr = *mut virDomainFSInfo;

/// An I/O thread. Since: 1.2.14
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainIOThreadInfo {
    /// Its number.
    pub iothread_id: c_uint,
    /// The CPUs that it may run on.
    pub cpumap: *mut c_uchar,
    /// Bytes of `cpumap`.
    pub cpumaplen: c_int,
}

/// An I/O thread. Since: 1.2.14
pub type virDomainIOThreadInfo = _virDomainIOThreadInfo;

/// A pointer to a virDomainIOThreadInfo. Since: 1.2.14
pub type virDomainIOThreadInfoPtr = *mut virDomainIOThreadInfo;

/// An address of a guest's interface. Since: 1.2.14
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterfaceIPAddress {
    /// A virIPAddrType.
    pub r#type: c_int,
    /// The address.
    pub addr: *mut c_char,
    /// The length of its prefix, in bits.
    pub prefix: c_uint,
}

/// An address of a guest's interface. Since: 1.2.14
pub type virDomainIPAddress = _virDomainInterfaceIPAddress;

/// A pointer to a virDomainIPAddress. Since: 1.2.14
pub type virDomainIPAddressPtr = *mut virDomainIPAddress;

/// The state of a domain in short. Since: 0.0.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInfo {
    /// A virDomainState.
    pub state: c_uchar,
    /// Memory that it may have, in KiB.
    pub maxMem: c_ulong,
    /// Memory that it has, in KiB.
    pub memory: c_ulong,
    /// Virtual CPUs.
    pub nrVirtCpu: c_ushort,
    /// CPU time it used, in nanoseconds.
    pub cpuTime: c_ulonglong,
}

/// The state of a domain in short. Since: 0.0.1
pub type virDomainInfo = _virDomainInfo;

/// A pointer to a virDomainInfo. Since: 0.0.1
pub type virDomainInfoPtr = *mut virDomainInfo;

/// A guest's interface with its addresses. Since: 1.2.14
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterface {
    /// Its name.
    pub name: *mut c_char,
    /// Its hardware address.
    pub hwaddr: *mut c_char,
    /// How many addresses it has.
    pub naddrs: c_uint,
    /// The addresses.
    pub addrs: virDomainIPAddressPtr,
}

/// A guest's interface with its addresses. Since: 1.2.14
pub type virDomainInterface = _virDomainInterface;

/// A pointer to a virDomainInterface. Since: 1.2.14
pub type virDomainInterfacePtr = *mut virDomainInterface;

/// A pointer to a virDomainInterfaceStatsStruct. Since: 0.3.2
pub type virDomainInterfaceStatsPtr = *mut virDomainInterfaceStatsStruct;

/// Statistics of a network interface; a value that is not known is -1. Since: 0.3.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterfaceStats {
    /// Bytes received.
    pub rx_bytes: c_longlong,
    /// Packets received.
    pub rx_packets: c_longlong,
    /// Errors of receiving.
    pub rx_errs: c_longlong,
    /// Packets dropped on receiving.
    pub rx_drop: c_longlong,
    /// Bytes sent.
    pub tx_bytes: c_longlong,
    /// Packets sent.
    pub tx_packets: c_longlong,
    /// Errors of sending.
    pub tx_errs: c_longlong,
    /// Packets dropped on sending.
    pub tx_drop: c_longlong,
}

/// Statistics of a network interface; a value that is not known is -1. Since: 0.3.3
pub type virDomainInterfaceStatsStruct = _virDomainInterfaceStats;

/// How far a job is. Since: 0.7.7
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainJobInfo {
    /// A virDomainJobType.
    pub r#type: c_int,
    /// Since the job began, in milliseconds.
    pub timeElapsed: c_ulonglong,
    /// Until it ends, by estimate, in milliseconds.
    pub timeRemaining: c_ulonglong,
    /// All bytes, of memory and files.
    pub dataTotal: c_ulonglong,
    /// Bytes sent.
    pub dataProcessed: c_ulonglong,
    /// Bytes that are left.
    pub dataRemaining: c_ulonglong,
    /// All bytes of memory.
    pub memTotal: c_ulonglong,
    /// Bytes of memory sent.
    pub memProcessed: c_ulonglong,
    /// Bytes of memory that are left.
    pub memRemaining: c_ulonglong,
    /// All bytes of files.
    pub fileTotal: c_ulonglong,
    /// Bytes of files sent.
    pub fileProcessed: c_ulonglong,
    /// Bytes of files that are left.
    pub fileRemaining: c_ulonglong,
}

/// How far a job is. Since: 0.7.7
pub type virDomainJobInfo = _virDomainJobInfo;

/// A pointer to a virDomainJobInfo. Since: 0.7.7
pub type virDomainJobInfoPtr = *mut virDomainJobInfo;

/// A pointer to a virDomainMemoryStatStruct. Since: 0.7.5
pub type virDomainMemoryStatPtr = *mut virDomainMemoryStatStruct;

/// A memory statistic. Since: 0.7.5
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainMemoryStat {
    /// What it counts, a virDomainMemoryStatTags.
    pub tag: c_int,
    /// The value.
    pub val: c_ulonglong,
}

/// A memory statistic. Since: 0.7.5
pub type virDomainMemoryStatStruct = _virDomainMemoryStat;

/// The statistics of one domain. Since: 1.2.8
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainStatsRecord {
    /// The domain, with a reference of its own.
    pub dom: virDomainPtr,
    /// Its statistics.
    pub params: virTypedParameterPtr,
    /// How many parameters there are.
    pub nparams: c_int,
}

/// The statistics of one domain. Since: 1.2.8
pub type virDomainStatsRecord = _virDomainStatsRecord;

/// A pointer to a virDomainStatsRecord. Since: 1.2.8
pub type virDomainStatsRecordPtr = *mut virDomainStatsRecord;

/// The older name of virTypedParameter, for memory. Since: 0.8.5
pub type virMemoryParameter = _virTypedParameter;

/// A pointer to a virMemoryParameter. Since: 0.8.5
pub type virMemoryParameterPtr = *mut virMemoryParameter;

/// The older name of virTypedParameter, for the scheduler. Since: 0.2.3
pub type virSchedParameter = _virTypedParameter;

/// A pointer to a virSchedParameter. Since: 0.2.3
pub type virSchedParameterPtr = *mut virSchedParameter;

/// The state of a virtual CPU. Since: 0.1.4
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virVcpuInfo {
    /// Its number.
    pub number: c_uint,
    /// A virVcpuState.
    pub state: c_int,
    /// CPU time it used, in nanoseconds.
    pub cpuTime: c_ulonglong,
    /// The CPU it runs on, or a virVcpuHostCpuState.
    pub cpu: c_int,
}

/// The state of a virtual CPU. Since: 0.1.4
pub type virVcpuInfo = _virVcpuInfo;

/// A pointer to a virVcpuInfo. Since: 0.1.4
pub type virVcpuInfoPtr = *mut virVcpuInfo;
