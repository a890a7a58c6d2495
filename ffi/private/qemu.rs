//! Entry points behind `libvirt-qemu.so.0`.

use crate::common::virFreeCallback;
use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use crate::qemu::virConnectDomainQemuMonitorEventCallback;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// `virConnectDomainQemuMonitorEventDeregister`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivConnectDomainQemuMonitorEventDeregister(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    unsupported()
}

/// `virConnectDomainQemuMonitorEventRegister`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivConnectDomainQemuMonitorEventRegister(
    conn: virConnectPtr,
    dom: virDomainPtr,
    event: *const c_char,
    cb: virConnectDomainQemuMonitorEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virDomainQemuAgentCommand`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainQemuAgentCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    timeout: c_int,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// `virDomainQemuAttach`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainQemuAttach(
    conn: virConnectPtr,
    pid_value: c_uint,
    flags: c_uint,
) -> virDomainPtr {
    unsupported()
}

/// `virDomainQemuMonitorCommand`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainQemuMonitorCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virDomainQemuMonitorCommandWithFiles`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainQemuMonitorCommandWithFiles(
    domain: virDomainPtr,
    cmd: *const c_char,
    ninfiles: c_uint,
    infiles: *mut c_int,
    noutfiles: *mut c_uint,
    outfiles: *mut *mut c_int,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}
