//! What a host and its CPUs can do.

use crate::host::virConnectPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint};

/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectBaselineCPU(
    conn: virConnectPtr,
    xmlCPUs: *mut *const c_char,
    ncpus: c_uint,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 4.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectBaselineHypervisorCPU(
    conn: virConnectPtr,
    emulator: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virttype: *const c_char,
    xmlCPUs: *mut *const c_char,
    ncpus: c_uint,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 0.7.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectCompareCPU(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 4.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectCompareHypervisorCPU(
    conn: virConnectPtr,
    emulator: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virttype: *const c_char,
    xmlCPU: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.1.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCPUModelNames(
    conn: virConnectPtr,
    arch: *const c_char,
    models: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCapabilities(conn: virConnectPtr) -> *mut c_char {
    unsupported()
}
