//! Entry points behind `libvirt-qemu.so.0`.

use crate::{
    boundary::{
        call,
        convert::{self, must_not_be_null, not_zero, optional_text, required, text, zero_or_greater},
        events,
        objects::Shown,
    },
    common::virFreeCallback,
    domain::virDomainPtr,
    host::virConnectPtr,
    qemu::virConnectDomainQemuMonitorEventCallback,
};
use std::ffi::{c_char, c_int, c_uint, c_void};
use virt_core::{api::ops, records::Domain};
use virt_error::Error;

/// `virConnectDomainQemuMonitorEventDeregister`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivConnectDomainQemuMonitorEventDeregister(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    call(conn, &ops::connect_domain_qemu_monitor_event_deregister, |_| {
        zero_or_greater(callbackID, "callbackID")?;
        Err(Error::unsupported())
    })
}

/// `virConnectDomainQemuMonitorEventRegister`.
#[expect(unused_variables, reason = "no driver has these events")]
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
    call(conn, &ops::connect_domain_qemu_monitor_event_register, |conn| {
        events::subject(dom, conn, "dom", |domain: &Domain| format!("domain '{}'", domain.name))?;
        // SAFETY: C gives NULL or a string.
        unsafe { optional_text(event, "event") }?;
        cb.ok_or_else(|| must_not_be_null("cb"))?;
        Err(Error::unsupported())
    })
}

/// `virDomainQemuAgentCommand`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainQemuAgentCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    timeout: c_int,
    flags: c_uint,
) -> *mut c_char {
    call(domain, &ops::domain_qemu_agent_command, |domain| {
        // SAFETY: C gives a string.
        let cmd = unsafe { text(cmd, "cmd") }?;
        let answer = domain.drivers().qemu.domain_qemu_agent_command(domain, cmd, timeout, flags)?;
        convert::give_optional_text(answer.as_deref())
    })
}

/// `virDomainQemuAttach`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainQemuAttach(
    conn: virConnectPtr,
    pid_value: c_uint,
    flags: c_uint,
) -> virDomainPtr {
    call(conn, &ops::domain_qemu_attach, |conn| {
        not_zero(pid_value, "pid_value")?;
        conn.drivers().qemu.domain_qemu_attach(pid_value, flags)?.give(conn)
    })
}

/// `virDomainQemuMonitorCommand`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainQemuMonitorCommand(
    domain: virDomainPtr,
    cmd: *const c_char,
    result: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_qemu_monitor_command, |domain| {
        // SAFETY: C gives room for a pointer.
        let result = unsafe { required(result, "result") }?;
        // SAFETY: C gives a string.
        let cmd = unsafe { text(cmd, "cmd") }?;
        let answer = domain.drivers().qemu.domain_qemu_monitor_command(domain, cmd, flags)?;
        result.write(convert::give_text(&answer)?);
        Ok(0)
    })
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
    call(domain, &ops::domain_qemu_monitor_command_with_files, |domain| {
        // SAFETY: C gives a string.
        let cmd = unsafe { text(cmd, "cmd") }?;
        // SAFETY: C gives room for a pointer.
        let result = unsafe { required(result, "result") }?;
        // SAFETY: C keeps `ninfiles` descriptors open during the call.
        let files = unsafe { convert::descriptors(infiles, ninfiles, "infiles") }?;
        let qemu = &domain.drivers().qemu;
        let (answer, files) = qemu.domain_qemu_monitor_command_with_files(domain, cmd, flags, &files)?;
        let answer = convert::give_text(&answer)?;
        // SAFETY: C gives NULL or room for an array's address and its length.
        match unsafe { convert::give_descriptors(files, outfiles, noutfiles) } {
            Ok(_) => result.write(answer),
            Err(error) => {
                // SAFETY: made above, and C has not seen it.
                unsafe { convert::deallocate(answer) };
                return Err(error);
            }
        };
        Ok(0)
    })
}
