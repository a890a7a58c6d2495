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

/// Since: 0.9.0
pub const VIR_DOMAIN_BLKIO_FIELD_LENGTH: usize = 80;

/// Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_FIELD_LENGTH: usize = 80;

/// Since: 0.8.5
pub const VIR_DOMAIN_MEMORY_FIELD_LENGTH: usize = 80;

/// Since: 0.8.8
pub const VIR_DOMAIN_MEMORY_PARAM_UNLIMITED: c_longlong = 9007199254740991;

/// Since: 0.2.3
pub const VIR_DOMAIN_SCHED_FIELD_LENGTH: usize = 80;

/// Since: 0.9.3
pub const VIR_DOMAIN_SEND_KEY_MAX_KEYS: usize = 16;

/// Since: 0.9.5
pub const VIR_KEYCODE_SET_RFB: usize = 9;

/// Since: 0.0.1
pub struct _virDomain {
    _private: (),
}

/// Since: 0.0.1
pub type virDomain = _virDomain;

/// Since: 0.0.1
pub type virDomainPtr = *mut virDomain;

/// Since: 0.9.4
pub type virDomainBlockJobCursor = c_ulonglong;

/// Since: 0.9.0
pub type virBlkioParameter = _virTypedParameter;

/// Since: 0.9.0
pub type virBlkioParameterPtr = *mut virBlkioParameter;

/// Since: 0.8.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainBlockInfo {
    pub capacity: c_ulonglong,
    pub allocation: c_ulonglong,
    pub physical: c_ulonglong,
}

/// Since: 0.8.1
pub type virDomainBlockInfo = _virDomainBlockInfo;

/// Since: 0.8.1
pub type virDomainBlockInfoPtr = *mut virDomainBlockInfo;

/// Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainBlockJobInfo {
    pub r#type: c_int,
    pub bandwidth: c_ulong,
    pub cur: virDomainBlockJobCursor,
    pub end: virDomainBlockJobCursor,
}

/// Since: 0.9.4
pub type virDomainBlockJobInfo = _virDomainBlockJobInfo;

/// Since: 0.9.4
pub type virDomainBlockJobInfoPtr = *mut virDomainBlockJobInfo;

/// Since: 0.3.2
pub type virDomainBlockStatsPtr = *mut virDomainBlockStatsStruct;

/// Since: 0.3.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainBlockStats {
    pub rd_req: c_longlong,
    pub rd_bytes: c_longlong,
    pub wr_req: c_longlong,
    pub wr_bytes: c_longlong,
    pub errs: c_longlong,
}

/// Since: 0.3.3
pub type virDomainBlockStatsStruct = _virDomainBlockStats;

/// Since: 0.9.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainControlInfo {
    pub state: c_uint,
    pub details: c_uint,
    pub stateTime: c_ulonglong,
}

/// Since: 0.9.3
pub type virDomainControlInfo = _virDomainControlInfo;

/// Since: 0.9.3
pub type virDomainControlInfoPtr = *mut virDomainControlInfo;

/// Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainDiskError {
    pub disk: *mut c_char,
    pub error: c_int,
}

/// Since: 0.9.10
pub type virDomainDiskError = _virDomainDiskError;

/// Since: 0.9.10
pub type virDomainDiskErrorPtr = *mut virDomainDiskError;

/// Since: 1.2.11
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainFSInfo {
    pub mountpoint: *mut c_char,
    pub name: *mut c_char,
    pub fstype: *mut c_char,
    pub ndevAlias: usize,
    pub devAlias: *mut *mut c_char,
}

/// Since: 1.2.11
pub type virDomainFSInfo = _virDomainFSInfo;

/// Since: 1.2.11
pub type virDomainFSInfoPtr = *mut virDomainFSInfo;

/// Since: 1.2.14
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainIOThreadInfo {
    pub iothread_id: c_uint,
    pub cpumap: *mut c_uchar,
    pub cpumaplen: c_int,
}

/// Since: 1.2.14
pub type virDomainIOThreadInfo = _virDomainIOThreadInfo;

/// Since: 1.2.14
pub type virDomainIOThreadInfoPtr = *mut virDomainIOThreadInfo;

/// Since: 1.2.14
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterfaceIPAddress {
    pub r#type: c_int,
    pub addr: *mut c_char,
    pub prefix: c_uint,
}

/// Since: 1.2.14
pub type virDomainIPAddress = _virDomainInterfaceIPAddress;

/// Since: 1.2.14
pub type virDomainIPAddressPtr = *mut virDomainIPAddress;

/// Since: 0.0.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInfo {
    pub state: c_uchar,
    pub maxMem: c_ulong,
    pub memory: c_ulong,
    pub nrVirtCpu: c_ushort,
    pub cpuTime: c_ulonglong,
}

/// Since: 0.0.1
pub type virDomainInfo = _virDomainInfo;

/// Since: 0.0.1
pub type virDomainInfoPtr = *mut virDomainInfo;

/// Since: 1.2.14
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterface {
    pub name: *mut c_char,
    pub hwaddr: *mut c_char,
    pub naddrs: c_uint,
    pub addrs: virDomainIPAddressPtr,
}

/// Since: 1.2.14
pub type virDomainInterface = _virDomainInterface;

/// Since: 1.2.14
pub type virDomainInterfacePtr = *mut virDomainInterface;

/// Since: 0.3.2
pub type virDomainInterfaceStatsPtr = *mut virDomainInterfaceStatsStruct;

/// Since: 0.3.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainInterfaceStats {
    pub rx_bytes: c_longlong,
    pub rx_packets: c_longlong,
    pub rx_errs: c_longlong,
    pub rx_drop: c_longlong,
    pub tx_bytes: c_longlong,
    pub tx_packets: c_longlong,
    pub tx_errs: c_longlong,
    pub tx_drop: c_longlong,
}

/// Since: 0.3.3
pub type virDomainInterfaceStatsStruct = _virDomainInterfaceStats;

/// Since: 0.7.7
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainJobInfo {
    pub r#type: c_int,
    pub timeElapsed: c_ulonglong,
    pub timeRemaining: c_ulonglong,
    pub dataTotal: c_ulonglong,
    pub dataProcessed: c_ulonglong,
    pub dataRemaining: c_ulonglong,
    pub memTotal: c_ulonglong,
    pub memProcessed: c_ulonglong,
    pub memRemaining: c_ulonglong,
    pub fileTotal: c_ulonglong,
    pub fileProcessed: c_ulonglong,
    pub fileRemaining: c_ulonglong,
}

/// Since: 0.7.7
pub type virDomainJobInfo = _virDomainJobInfo;

/// Since: 0.7.7
pub type virDomainJobInfoPtr = *mut virDomainJobInfo;

/// Since: 0.7.5
pub type virDomainMemoryStatPtr = *mut virDomainMemoryStatStruct;

/// Since: 0.7.5
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainMemoryStat {
    pub tag: c_int,
    pub val: c_ulonglong,
}

/// Since: 0.7.5
pub type virDomainMemoryStatStruct = _virDomainMemoryStat;

/// Since: 1.2.8
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainStatsRecord {
    pub dom: virDomainPtr,
    pub params: virTypedParameterPtr,
    pub nparams: c_int,
}

/// Since: 1.2.8
pub type virDomainStatsRecord = _virDomainStatsRecord;

/// Since: 1.2.8
pub type virDomainStatsRecordPtr = *mut virDomainStatsRecord;

/// Since: 0.8.5
pub type virMemoryParameter = _virTypedParameter;

/// Since: 0.8.5
pub type virMemoryParameterPtr = *mut virMemoryParameter;

/// Since: 0.2.3
pub type virSchedParameter = _virTypedParameter;

/// Since: 0.2.3
pub type virSchedParameterPtr = *mut virSchedParameter;

/// Since: 0.1.4
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virVcpuInfo {
    pub number: c_uint,
    pub state: c_int,
    pub cpuTime: c_ulonglong,
    pub cpu: c_int,
}

/// Since: 0.1.4
pub type virVcpuInfo = _virVcpuInfo;

/// Since: 0.1.4
pub type virVcpuInfoPtr = *mut virVcpuInfo;
