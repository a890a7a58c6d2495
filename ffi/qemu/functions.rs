//! The functions of `libvirt-qemu.h`.

use crate::common::virFreeCallback;
use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use crate::private::qemu::*;
use crate::qemu::virConnectDomainQemuMonitorEventCallback;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// Takes back what virConnectDomainQemuMonitorEventRegister() did.
///
/// @conn: the connection
/// @callbackID: what it returned
///
/// Returns 0, or -1.
///
/// Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainQemuMonitorEventDeregister(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivConnectDomainQemuMonitorEventDeregister(conn, callbackID) }
}

/// Has a function called for events of QEMU's monitor, as they come and without interpretation. For
/// applications that need what virConnectDomainEventRegisterAny() does not have; names and data may change
/// with QEMU.
///
/// @conn: the connection
/// @dom: the domain whose events are wanted, or NULL for all
/// @event: the name of the events that are wanted, or NULL for all
/// @cb: the function
/// @opaque: data for it
/// @freecb: (optional) called with @opaque when it is no longer needed
/// @flags: bitwise-OR of virConnectDomainQemuMonitorEventRegisterFlags
///
/// Returns a number for virConnectDomainQemuMonitorEventDeregister(), or -1.
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

/// Sends a command to the guest agent, without interpretation.
///
/// @domain: the domain
/// @cmd: the command, in JSON
/// @timeout: how long to wait, in seconds, or a virDomainQemuAgentCommandTimeoutValues
/// @flags: extra flags, must be 0
///
/// Returns the answer, in JSON, which the caller frees, or NULL.
///
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

/// Takes over a QEMU process that was started without the library. No driver can do so any more.
///
/// @conn: the connection
/// @pid_value: the process
/// @flags: extra flags, must be 0
///
/// Returns the domain, or NULL.
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

/// Sends a command to QEMU's monitor, without interpretation. What it changes is not known to the library,
/// so the domain counts as tainted.
///
/// @domain: the domain
/// @cmd: the command: JSON, or words with VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP
/// @result: (out) the answer, which the caller frees
/// @flags: bitwise-OR of virDomainQemuMonitorCommandFlags
///
/// Returns 0, or -1.
///
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

/// Sends a command to QEMU's monitor together with descriptors, and takes the descriptors that come back.
///
/// @domain: the domain
/// @cmd: the command: JSON, or words with VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP
/// @ninfiles: the length of @infiles
/// @infiles: (optional) descriptors to send; they stay the caller's
/// @noutfiles: (out, optional) the length of @outfiles
/// @outfiles: (out, optional) a new array of descriptors, which the caller closes and frees
/// @result: (out) the answer, which the caller frees
/// @flags: bitwise-OR of virDomainQemuMonitorCommandFlags
///
/// Returns 0, or -1.
///
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
