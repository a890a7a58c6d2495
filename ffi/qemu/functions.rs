//! The functions of `libvirt-qemu.h`.

use crate::common::virFreeCallback;
use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use crate::private::qemu::*;
use crate::qemu::virConnectDomainQemuMonitorEventCallback;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainQemuMonitorEventDeregister(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivConnectDomainQemuMonitorEventDeregister(conn, callbackID) }
}

/// @freecb: (optional)
///
/// Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainQemuMonitorEventRegister(
    conn: virConnectPtr,
    dom: virDomainPtr,
    event: *const c_char,
    cb: virConnectDomainQemuMonitorEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivConnectDomainQemuMonitorEventRegister(conn, dom, event, cb, opaque, freecb, flags) }
}

/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainQemuAgentCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    timeout: c_int,
    flags: c_uint,
) -> *mut c_char {
    // SAFETY: passed on untouched.
    unsafe { virPrivDomainQemuAgentCommand(domain, cmd, timeout, flags) }
}

/// @flags: (optional)
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainQemuAttach(
    conn: virConnectPtr,
    pid_value: c_uint,
    flags: c_uint,
) -> virDomainPtr {
    // SAFETY: passed on untouched.
    unsafe { virPrivDomainQemuAttach(conn, pid_value, flags) }
}

/// Since: 0.8.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainQemuMonitorCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivDomainQemuMonitorCommand(domain, cmd, result, flags) }
}

/// Since: 8.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainQemuMonitorCommandWithFiles(
    domain: virDomainPtr,
    cmd: *const c_char,
    ninfiles: c_uint,
    infiles: *mut c_int,
    noutfiles: *mut c_uint,
    outfiles: *mut *mut c_int,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe {
        virPrivDomainQemuMonitorCommandWithFiles(
            domain, cmd, ninfiles, infiles, noutfiles, outfiles, result, flags,
        )
    }
}
