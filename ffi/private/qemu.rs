//! Entry points behind `libvirt-qemu.so.0`.

use crate::{
    boundary::{
        arguments::{self, optional_text, required, text},
        call,
        checks::{must_not_be_null, not_zero, zero_or_greater},
        events,
        handle::Borrowed,
        objects::{Connect, Shown},
        results,
    },
    common::virFreeCallback,
    domain::virDomainPtr,
    host::virConnectPtr,
    qemu::virConnectDomainQemuMonitorEventCallback,
};
use std::{
    ffi::{c_char, c_int, c_uint, c_void},
    ptr,
};
use virt_core::{
    api::ops,
    connection::check_flags,
    constants::*,
    event::{Class, Event, Filter},
    records::Domain,
};
use virt_error::{Error, Origin, Result};
use virt_sys::regex::Regex;

/// `virConnectDomainQemuMonitorEventDeregister`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivConnectDomainQemuMonitorEventDeregister(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    call(conn, &ops::connect_domain_qemu_monitor_event_deregister, |conn| {
        zero_or_greater(callbackID, "callbackID")?;
        check_events(conn)?;
        events::deregister(conn, Class::QemuMonitor, callbackID)
    })
}

/// Errors: `VIR_ERR_NO_SUPPORT` where the driver has no monitors, or their events do not reach this process.
fn check_events(conn: &Borrowed<Connect>) -> Result<()> {
    match conn.drivers().link.has_monitor_events() {
        true => Ok(()),
        false => Err(Error::unsupported()),
    }
}

/// Which events of a monitor somebody wants, by their names.
enum Wanted {
    All,
    Name(String),
    NameInAnyCase(String),
    Matching(Regex),
}

impl Wanted {
    fn new(event: Option<&str>, flags: u32) -> Result<Wanted> {
        const REGEX: u32 = VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX;
        const NOCASE: u32 = VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE;
        check_flags(flags, REGEX | NOCASE, Origin::Qemu, "qemuConnectDomainQemuMonitorEventRegister")?;
        let any_case = flags & NOCASE != 0;
        Ok(match event {
            None => Wanted::All,
            Some(pattern) if flags & REGEX != 0 => Wanted::Matching(Regex::new(pattern, any_case)?),
            Some(name) if any_case => Wanted::NameInAnyCase(name.to_owned()),
            Some(name) => Wanted::Name(name.to_owned()),
        })
    }

    fn has(&self, name: &str) -> bool {
        match self {
            Wanted::All => true,
            Wanted::Name(wanted) => wanted == name,
            Wanted::NameInAnyCase(wanted) => wanted.eq_ignore_ascii_case(name),
            Wanted::Matching(regex) => regex.matches(name),
        }
    }
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
    call(conn, &ops::connect_domain_qemu_monitor_event_register, |conn| {
        let describe = |domain: &Domain| format!("domain '{}'", domain.name);
        let subject = events::subject(dom, conn, "dom", describe)?;
        // SAFETY: C gives NULL or a string.
        let event = unsafe { optional_text(event, "event") }?;
        let cb = cb.ok_or_else(|| must_not_be_null("cb"))?;
        check_events(conn)?;
        let wanted = Wanted::new(event, flags)?;
        let filter = Filter { class: Class::QemuMonitor, id: 0, subject };
        let function = events::function(cb as usize);
        events::register(conn, filter, function, opaque, freecb, move |conn, event, opaque| {
            let Event::QemuMonitor { dom, event, seconds, micros, details } = event else { return };
            if !wanted.has(event) {
                return;
            }
            let (name, details) = (events::text(event), details.as_deref().map(events::text));
            let details = details.as_ref().map_or(ptr::null(), |details| details.as_ptr());
            events::with_handle(dom, conn, |handle| {
                // SAFETY: C's function, as it was registered; everything lives as long as the call.
                unsafe { cb(conn.as_ptr(), handle, name.as_ptr(), *seconds, *micros, details, opaque) };
            });
        })
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
        results::give_optional_text(answer.as_deref())
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
        result.write(results::give_text(&answer)?);
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
        let files = unsafe { arguments::descriptors(infiles, ninfiles, "infiles") }?;
        let qemu = &domain.drivers().qemu;
        let (answer, files) = qemu.domain_qemu_monitor_command_with_files(domain, cmd, flags, &files)?;
        let answer = results::give_text(&answer)?;
        // SAFETY: C gives NULL or room for an array's address and its length.
        match unsafe { results::give_descriptors(files, outfiles, noutfiles) } {
            Ok(_) => result.write(answer),
            Err(error) => {
                // SAFETY: made above, and C has not seen it.
                unsafe { results::deallocate(answer) };
                return Err(error);
            }
        };
        Ok(0)
    })
}
