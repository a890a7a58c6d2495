//! State and statistics of domains.

use crate::common::virTypedParameterPtr;
use crate::domain::{
    virDomainControlInfoPtr, virDomainInfoPtr, virDomainInterfaceStatsPtr, virDomainMemoryStatPtr,
    virDomainPtr, virDomainStatsRecordPtr,
};
use crate::host::virConnectPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint, c_ulonglong, c_void};

/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetAllDomainStats(
    conn: virConnectPtr,
    stats: c_uint,
    retStats: *mut *mut virDomainStatsRecordPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetCPUStats(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_uint,
    start_cpu: c_int,
    ncpus: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetControlInfo(
    domain: virDomainPtr,
    info: virDomainControlInfoPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetInfo(domain: virDomainPtr, info: virDomainInfoPtr) -> c_int {
    unsupported()
}

/// Since: 7.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMessages(
    domain: virDomainPtr,
    msgs: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetState(
    domain: virDomainPtr,
    state: *mut c_int,
    reason: *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.3.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceStats(
    dom: virDomainPtr,
    device: *const c_char,
    stats: virDomainInterfaceStatsPtr,
    size: usize,
) -> c_int {
    unsupported()
}

/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListGetStats(
    doms: *mut virDomainPtr,
    stats: c_uint,
    retStats: *mut *mut virDomainStatsRecordPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.4.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMemoryPeek(
    dom: virDomainPtr,
    start: c_ulonglong,
    size: usize,
    buffer: *mut c_void,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.7.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMemoryStats(
    dom: virDomainPtr,
    stats: virDomainMemoryStatPtr,
    nr_stats: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 7.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStartDirtyRateCalc(
    domain: virDomainPtr,
    seconds: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStatsRecordListFree(stats: *mut virDomainStatsRecordPtr) {
    unsupported()
}
