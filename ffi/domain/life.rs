//! Defining, starting and stopping domains.

use crate::{
    boundary::{
        arguments::{descriptors, required, text},
        call, done,
        handle::Borrowed,
        objects::{DomainObject, Shown},
    },
    domain::virDomainPtr,
    host::virConnectPtr,
};
use std::ffi::{c_char, c_int, c_uint, c_ulonglong};
use virt_core::{
    api::ops,
    constants::{VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING, VIR_DOMAIN_LIFECYCLE_CRASH},
};
use virt_error::bail;

/// Asks the driver for the number that a domain has now. One that is gone has none.
fn refresh_id(domain: &Borrowed<DomainObject>) {
    let found = domain.drivers().domains.domain_lookup_by_uuid(domain.uuid);
    domain.set_id(found.map_or(-1, |found| found.id));
}

/// Starts a domain that is defined. One that was suspended to disk by virDomainManagedSave() goes on where it was.
///
/// @domain: the domain
///
/// Returns 0, or -1.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreate(domain: virDomainPtr) -> c_int {
    call(domain, &ops::domain_create, |domain| {
        domain.drivers().domains.domain_create(domain)?;
        refresh_id(domain);
        Ok(0)
    })
}

/// The old name of virDomainCreateXML().
///
/// @conn: the connection
/// @xmlDesc: the definition
/// @flags: bitwise-OR of virDomainCreateFlags
///
/// Returns a new handle that the caller frees with virDomainFree(), or NULL.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateLinux(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainPtr {
    // SAFETY: passed on.
    unsafe { virDomainCreateXML(conn, xmlDesc, flags) }
}

/// Starts a domain that is defined, and hands open files to it: its init process (container drivers) finds them
/// from number 3 on.
///
/// @domain: the domain
/// @nfiles: the number of descriptors
/// @files: the descriptors, which stay the caller's
/// @flags: bitwise-OR of virDomainCreateFlags
///
/// Returns 0, or -1.
///
/// Since: 1.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateWithFiles(
    domain: virDomainPtr,
    nfiles: c_uint,
    files: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_create_with_files, |domain| {
        // SAFETY: C gives an array of open descriptors.
        let files = unsafe { descriptors(files, nfiles, "files") }?;
        let started = domain.drivers().domains.domain_create_with_files(domain, flags, &files)?;
        domain.set_id(started.id);
        Ok(0)
    })
}

/// Starts a domain that is defined. With VIR_DOMAIN_START_PAUSED it waits for virDomainResume(), with
/// VIR_DOMAIN_START_AUTODESTROY it ends with this connection, and with VIR_DOMAIN_START_FORCE_BOOT a saved state
/// is thrown away.
///
/// @domain: the domain
/// @flags: bitwise-OR of virDomainCreateFlags
///
/// Returns 0, or -1.
///
/// Since: 0.8.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateWithFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_create_with_flags, |domain| {
        let started = domain.drivers().domains.domain_create_with_flags(domain, flags)?;
        domain.set_id(started.id);
        Ok(0)
    })
}

/// Starts a domain from a definition that is not kept: it is gone once the domain stops, unless a domain of that
/// name and UUID is defined.
///
/// @conn: the connection
/// @xmlDesc: the definition
/// @flags: bitwise-OR of virDomainCreateFlags
///
/// Returns a new handle that the caller frees with virDomainFree(), or NULL.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainPtr {
    call(conn, &ops::domain_create_xml, |conn| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xmlDesc, "xmlDesc") }?;
        conn.drivers().domains.domain_create_xml(xml, flags)?.give(conn)
    })
}

/// Starts a domain as virDomainCreateXML() does, and hands open files to it: its init process (container drivers)
/// finds them from number 3 on.
///
/// @conn: the connection
/// @xmlDesc: the definition
/// @nfiles: the number of descriptors
/// @files: the descriptors, which stay the caller's
/// @flags: bitwise-OR of virDomainCreateFlags
///
/// Returns a new handle that the caller frees with virDomainFree(), or NULL.
///
/// Since: 1.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCreateXMLWithFiles(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    nfiles: c_uint,
    files: *mut c_int,
    flags: c_uint,
) -> virDomainPtr {
    call(conn, &ops::domain_create_xml_with_files, |conn| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xmlDesc, "xmlDesc") }?;
        // SAFETY: C gives an array of open descriptors.
        let files = unsafe { descriptors(files, nfiles, "files") }?;
        conn.drivers().domains.domain_create_xml_with_files(xml, flags, &files)?.give(conn)
    })
}

/// Defines a domain without starting it, or changes the definition of the one with the same name and UUID. A
/// domain that runs takes the change up when it is started again.
///
/// @conn: the connection
/// @xml: the definition
///
/// Returns a new handle that the caller frees with virDomainFree(), or NULL.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDefineXML(conn: virConnectPtr, xml: *const c_char) -> virDomainPtr {
    call(conn, &ops::domain_define_xml, |conn| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        conn.drivers().domains.domain_define_xml(xml)?.give(conn)
    })
}

/// Defines a domain as virDomainDefineXML() does. With VIR_DOMAIN_DEFINE_VALIDATE, a document that does not follow
/// the schema is refused.
///
/// @conn: the connection
/// @xml: the definition
/// @flags: bitwise-OR of virDomainDefineFlags
///
/// Returns a new handle that the caller frees with virDomainFree(), or NULL.
///
/// Since: 1.2.12
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDefineXMLFlags(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virDomainPtr {
    call(conn, &ops::domain_define_xml_flags, |conn| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        conn.drivers().domains.domain_define_xml_flags(xml, flags)?.give(conn)
    })
}

/// Stops a domain at once, as pulling the plug does. The handle stays valid; a domain without a definition is gone.
///
/// @domain: the domain
///
/// Returns 0, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDestroy(domain: virDomainPtr) -> c_int {
    call(domain, &ops::domain_destroy, |domain| {
        domain.drivers().domains.domain_destroy(domain)?;
        domain.set_id(-1);
        Ok(0)
    })
}

/// Stops a domain at once, as pulling the plug does. With VIR_DOMAIN_DESTROY_GRACEFUL, one that does not go by
/// itself in good time is left alone and the call fails.
///
/// @domain: the domain
/// @flags: bitwise-OR of virDomainDestroyFlagsValues
///
/// Returns 0, or -1.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDestroyFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_destroy_flags, |domain| {
        domain.drivers().domains.domain_destroy_flags(domain, flags)?;
        domain.set_id(-1);
        Ok(0)
    })
}

/// Tells whether a domain is started when the host is.
///
/// @domain: the domain
/// @autostart: (out) 1 when it is, 0 when not
///
/// Returns 0, or -1.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetAutostart(domain: virDomainPtr, autostart: *mut c_int) -> c_int {
    call(domain, &ops::domain_get_autostart, |domain| {
        // SAFETY: C gives room for a number.
        let autostart = unsafe { required(autostart, "autostart") }?;
        autostart.write(domain.drivers().tuning.domain_get_autostart(domain)?);
        Ok(0)
    })
}

/// Tells whether a domain is started the next time that the host is, and only then.
///
/// @domain: the domain
/// @autostart: (out) 1 when it is, 0 when not
///
/// Returns 0, or -1.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetAutostartOnce(domain: virDomainPtr, autostart: *mut c_int) -> c_int {
    call(domain, &ops::domain_get_autostart_once, |domain| {
        // SAFETY: C gives room for a number.
        let autostart = unsafe { required(autostart, "autostart") }?;
        autostart.write(domain.drivers().tuning.domain_get_autostart_once(domain)?);
        Ok(0)
    })
}

/// Sends a guest to sleep with the help of its agent.
///
/// @dom: the domain
/// @target: what it sleeps on: a virNodeSuspendTarget
/// @duration: after how many seconds it wakes up by itself; 0 for never, the only value that is known
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPMSuspendForDuration(
    dom: virDomainPtr,
    target: c_uint,
    duration: c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_pm_suspend_for_duration, |domain| {
        done(domain.drivers().domains.domain_pm_suspend_for_duration(domain, target, duration, flags))
    })
}

/// Wakes up a guest that sleeps (VIR_DOMAIN_PMSUSPENDED).
///
/// @dom: the domain
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.11
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPMWakeup(dom: virDomainPtr, flags: c_uint) -> c_int {
    call(dom, &ops::domain_pm_wakeup, |domain| done(domain.drivers().domains.domain_pm_wakeup(domain, flags)))
}

/// Asks a guest to start anew. It may take its time, or not heed the call.
///
/// @domain: the domain
/// @flags: how to ask: bitwise-OR of virDomainRebootFlagValues, or 0 for the driver's choice
///
/// Returns 0, or -1.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainReboot(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_reboot, |domain| {
        domain.drivers().domains.domain_reboot(domain, flags)?;
        refresh_id(domain);
        Ok(0)
    })
}

/// Starts a guest anew at once, as the reset button does; data that it had not written is lost.
///
/// @domain: the domain
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainReset(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_reset, |domain| done(domain.drivers().domains.domain_reset(domain, flags)))
}

/// Lets a domain that virDomainSuspend() stopped go on.
///
/// @domain: the domain
///
/// Returns 0, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainResume(domain: virDomainPtr) -> c_int {
    call(domain, &ops::domain_resume, |domain| done(domain.drivers().domains.domain_resume(domain)))
}

/// Says whether a domain is started when the host is.
///
/// @domain: the domain, which must have a definition
/// @autostart: 0 for no, anything else for yes
///
/// Returns 0, or -1.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetAutostart(domain: virDomainPtr, autostart: c_int) -> c_int {
    call(domain, &ops::domain_set_autostart, |domain| {
        done(domain.drivers().tuning.domain_set_autostart(domain, autostart))
    })
}

/// Says whether a domain is started the next time that the host is, and only then.
///
/// @domain: the domain, which must have a definition
/// @autostart: 0 for no, anything else for yes
///
/// Returns 0, or -1.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetAutostartOnce(domain: virDomainPtr, autostart: c_int) -> c_int {
    call(domain, &ops::domain_set_autostart_once, |domain| {
        done(domain.drivers().tuning.domain_set_autostart_once(domain, autostart))
    })
}

/// Changes what happens to a domain when its guest powers off, reboots or crashes.
///
/// @domain: the domain
/// @type: when: a virDomainLifecycle
/// @action: what: a virDomainLifecycleAction
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 3.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetLifecycleAction(
    domain: virDomainPtr,
    r#type: c_uint,
    action: c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_lifecycle_action, |domain| {
        if r#type > VIR_DOMAIN_LIFECYCLE_CRASH as c_uint {
            bail!(Domain, InvalidArg, "invalid lifecycle type '{}'", r#type as c_int);
        }
        if action > VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING as c_uint {
            bail!(Domain, InvalidArg, "invalid lifecycle action '{}'", action as c_int);
        }
        done(domain.drivers().tuning.domain_set_lifecycle_action(domain, r#type, action, flags))
    })
}

/// Asks a guest to shut down. It may take its time, or not heed the call; events tell when it is done.
///
/// @domain: the domain
///
/// Returns 0 when the guest was asked, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainShutdown(domain: virDomainPtr) -> c_int {
    call(domain, &ops::domain_shutdown, |domain| {
        domain.drivers().domains.domain_shutdown(domain)?;
        refresh_id(domain);
        Ok(0)
    })
}

/// Asks a guest to shut down, in one of the given ways.
///
/// @domain: the domain
/// @flags: how to ask: bitwise-OR of virDomainShutdownFlagValues, or 0 for the driver's choice
///
/// Returns 0 when the guest was asked, or -1.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainShutdownFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_shutdown_flags, |domain| {
        domain.drivers().domains.domain_shutdown_flags(domain, flags)?;
        refresh_id(domain);
        Ok(0)
    })
}

/// Stops the processors of a domain; it keeps its memory and devices. virDomainResume() lets it go on.
///
/// @domain: the domain
///
/// Returns 0, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSuspend(domain: virDomainPtr) -> c_int {
    call(domain, &ops::domain_suspend, |domain| done(domain.drivers().domains.domain_suspend(domain)))
}

/// Removes the definition of a domain. One that runs goes on without.
///
/// @domain: the domain
///
/// Returns 0, or -1.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUndefine(domain: virDomainPtr) -> c_int {
    call(domain, &ops::domain_undefine, |domain| done(domain.drivers().domains.domain_undefine(domain)))
}

/// Removes the definition of a domain, and what the flags name with it: a saved state, snapshots, checkpoints,
/// non-volatile memory. Without the flag such a thing makes the call fail.
///
/// @domain: the domain
/// @flags: bitwise-OR of virDomainUndefineFlagsValues
///
/// Returns 0, or -1.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUndefineFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_undefine_flags, |domain| {
        done(domain.drivers().domains.domain_undefine_flags(domain, flags))
    })
}
