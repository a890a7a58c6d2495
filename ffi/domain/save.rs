//! Saving, restoring and dumping a guest's memory.

use crate::{
    boundary::{
        arguments::{absolute_path, optional_text, text},
        call, call_with,
        checks::exclusive_flags,
        done,
        handle::Borrowed,
        objects::DomainObject,
        params,
        results::give_text,
    },
    common::virTypedParameterPtr,
    domain::virDomainPtr,
    host::virConnectPtr,
};
use std::ffi::{c_char, c_int, c_uint};
use virt_core::{
    api::ops,
    constants::{VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP, VIR_DUMP_CRASH},
};
use virt_error::{Error, Result};

/// Refuses to leave a restored domain running and paused at once.
fn running_xor_paused(flags: c_uint) -> Result<()> {
    exclusive_flags!(flags, VIR_DOMAIN_SAVE_RUNNING, VIR_DOMAIN_SAVE_PAUSED)
}

/// What becomes of a domain after a dump is one thing: it has crashed, runs on, or is reset.
fn one_fate(flags: c_uint) -> Result<()> {
    exclusive_flags!(flags, VIR_DUMP_CRASH, VIR_DUMP_LIVE)?;
    exclusive_flags!(flags, VIR_DUMP_CRASH, VIR_DUMP_RESET)?;
    exclusive_flags!(flags, VIR_DUMP_LIVE, VIR_DUMP_RESET)
}

/// After a dump with `VIR_DUMP_CRASH` the domain no longer runs.
fn dumped(domain: &Borrowed<DomainObject>, flags: c_uint) -> Result<c_int> {
    if flags & VIR_DUMP_CRASH != 0 {
        domain.set_id(-1);
    }
    Ok(0)
}

/// After its memory was saved, a domain no longer runs.
fn saved(domain: &Borrowed<DomainObject>) -> Result<c_int> {
    domain.set_id(-1);
    Ok(0)
}

/// Writes the memory of a running guest to a file on the host of the hypervisor, for a debugger.
///
/// @domain: the domain
/// @to: the path of the file
/// @flags: bitwise-OR of virDomainCoreDumpFlags
///
/// Returns 0, or -1.
///
/// Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDump(domain: virDomainPtr, to: *const c_char, flags: c_uint) -> c_int {
    call(domain, &ops::domain_core_dump, |domain| {
        // SAFETY: C gives a string.
        let to = unsafe { absolute_path(to, "to") }?;
        one_fate(flags)?;
        domain.drivers().saving.domain_core_dump(domain, &to, flags)?;
        dumped(domain, flags)
    })
}

/// Writes the memory of a running guest to a file on the host of the hypervisor, in a format of choice.
///
/// @domain: the domain
/// @to: the path of the file
/// @dumpformat: the format: a virDomainCoreDumpFormat
/// @flags: bitwise-OR of virDomainCoreDumpFlags
///
/// Returns 0, or -1.
///
/// Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDumpWithFormat(
    domain: virDomainPtr,
    to: *const c_char,
    dumpformat: c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_core_dump_with_format, |domain| {
        // SAFETY: C gives a string.
        let to = unsafe { absolute_path(to, "to") }?;
        if dumpformat > VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP as c_uint {
            let text = format!("dumpformat '{}' is not supported", dumpformat as c_int);
            return Err(Error::argument("flags", text));
        }
        one_fate(flags)?;
        domain.drivers().saving.domain_core_dump_with_format(domain, &to, dumpformat, flags)?;
        dumped(domain, flags)
    })
}

/// Tells whether virDomainManagedSave() has left a saved state of a domain.
///
/// @dom: the domain
/// @flags: must be 0
///
/// Returns 1 when there is one, 0 when not, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasManagedSaveImage(dom: virDomainPtr, flags: c_uint) -> c_int {
    call(dom, &ops::domain_has_managed_save_image, |domain| {
        domain.drivers().saving.domain_has_managed_save_image(domain, flags)
    })
}

/// Suspends a domain to disk, in a file of libvirt's own choice. The next start goes on from there.
///
/// @dom: the domain
/// @flags: bitwise-OR of virDomainSaveRestoreFlags
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSave(dom: virDomainPtr, flags: c_uint) -> c_int {
    call(dom, &ops::domain_managed_save, |domain| {
        running_xor_paused(flags)?;
        domain.drivers().saving.domain_managed_save(domain, flags)?;
        saved(domain)
    })
}

/// Changes the definition in the saved state that virDomainManagedSave() has left.
///
/// @domain: the domain
/// @dxml: the new definition, in which only what the guest does not see may differ; NULL for no change
/// @flags: whether it goes on running or paused: VIR_DOMAIN_SAVE_RUNNING, VIR_DOMAIN_SAVE_PAUSED, or 0 to leave that
///
/// Returns 0, or -1.
///
/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveDefineXML(
    domain: virDomainPtr,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_managed_save_define_xml, |domain| {
        // SAFETY: C gives a string or NULL.
        let xml = unsafe { optional_text(dxml, "dxml") }?;
        running_xor_paused(flags)?;
        done(domain.drivers().saving.domain_managed_save_define_xml(domain, xml, flags))
    })
}

/// Gives the definition in the saved state that virDomainManagedSave() has left.
///
/// @domain: the domain
/// @flags: bitwise-OR of virDomainSaveImageXMLFlags
///
/// Returns a new document that the caller frees, or NULL.
///
/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    call_with(domain, &ops::domain_managed_save_get_xml_desc, flags, 0, |domain| {
        give_text(&domain.drivers().saving.domain_managed_save_get_xml_desc(domain, flags)?)
    })
}

/// Throws away the saved state that virDomainManagedSave() has left, so that the next start boots.
///
/// @dom: the domain
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveRemove(dom: virDomainPtr, flags: c_uint) -> c_int {
    call(dom, &ops::domain_managed_save_remove, |domain| {
        done(domain.drivers().saving.domain_managed_save_remove(domain, flags))
    })
}

/// Starts a domain from a file that virDomainSave() wrote.
///
/// @conn: the connection
/// @from: the path of the file
///
/// Returns 0, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestore(conn: virConnectPtr, from: *const c_char) -> c_int {
    call(conn, &ops::domain_restore, |conn| {
        // SAFETY: C gives a string.
        let from = unsafe { absolute_path(from, "from") }?;
        done(conn.drivers().saving.domain_restore(&from))
    })
}

/// Starts a domain from a file that virDomainSave() wrote, with another definition or state if wanted.
///
/// @conn: the connection
/// @from: the path of the file
/// @dxml: (optional) the definition to use, in which only what the guest does not see may differ; NULL for the saved
///        one
/// @flags: bitwise-OR of virDomainSaveRestoreFlags
///
/// Returns 0, or -1.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreFlags(
    conn: virConnectPtr,
    from: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::domain_restore_flags, |conn| {
        // SAFETY: C gives a string.
        let from = unsafe { absolute_path(from, "from") }?;
        // SAFETY: C gives a string or NULL.
        let xml = unsafe { optional_text(dxml, "dxml") }?;
        running_xor_paused(flags)?;
        done(conn.drivers().saving.domain_restore_flags(&from, xml, flags))
    })
}

/// Starts a domain from saved state, as parameters say.
///
/// @conn: the connection
/// @params: the parameters, VIR_DOMAIN_SAVE_PARAM_FILE among them, which is the path of the file
/// @nparams: the number of parameters
/// @flags: bitwise-OR of virDomainSaveRestoreFlags
///
/// Returns 0, or -1.
///
/// Since: 8.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreParams(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::domain_restore_params, |conn| {
        running_xor_paused(flags)?;
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read(params, nparams, "params") }?;
        done(conn.drivers().tuning.domain_restore_params(&params, flags))
    })
}

/// Suspends a domain to a file on the host of the hypervisor. It no longer runs afterwards; virDomainRestore()
/// starts it again from there.
///
/// @domain: the domain
/// @to: the path of the file
///
/// Returns 0, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSave(domain: virDomainPtr, to: *const c_char) -> c_int {
    call(domain, &ops::domain_save, |domain| {
        // SAFETY: C gives a string.
        let to = unsafe { absolute_path(to, "to") }?;
        domain.drivers().saving.domain_save(domain, &to)?;
        saved(domain)
    })
}

/// Suspends a domain to a file on the host of the hypervisor, with another definition or state if wanted.
///
/// @domain: the domain
/// @to: the path of the file
/// @dxml: (optional) the definition to save, in which only what the guest does not see may differ; NULL for the
///        current one
/// @flags: bitwise-OR of virDomainSaveRestoreFlags
///
/// Returns 0, or -1.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveFlags(
    domain: virDomainPtr,
    to: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_save_flags, |domain| {
        // SAFETY: C gives a string.
        let to = unsafe { absolute_path(to, "to") }?;
        // SAFETY: C gives a string or NULL.
        let xml = unsafe { optional_text(dxml, "dxml") }?;
        running_xor_paused(flags)?;
        domain.drivers().saving.domain_save_flags(domain, &to, xml, flags)?;
        saved(domain)
    })
}

/// Changes the definition in a file that virDomainSave() wrote.
///
/// @conn: the connection
/// @file: the path of the file
/// @dxml: the new definition, in which only what the guest does not see may differ
/// @flags: whether it goes on running or paused: VIR_DOMAIN_SAVE_RUNNING, VIR_DOMAIN_SAVE_PAUSED, or 0 to leave that
///
/// Returns 0, or -1.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageDefineXML(
    conn: virConnectPtr,
    file: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::domain_save_image_define_xml, |conn| {
        // SAFETY: C gives a string.
        let file = unsafe { absolute_path(file, "file") }?;
        // SAFETY: C gives a string.
        let xml = unsafe { text(dxml, "dxml") }?;
        running_xor_paused(flags)?;
        done(conn.drivers().saving.domain_save_image_define_xml(&file, xml, flags))
    })
}

/// Gives the definition in a file that virDomainSave() wrote.
///
/// @conn: the connection
/// @file: the path of the file
/// @flags: bitwise-OR of virDomainSaveImageXMLFlags
///
/// Returns a new document that the caller frees, or NULL.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageGetXMLDesc(
    conn: virConnectPtr,
    file: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    call(conn, &ops::domain_save_image_get_xml_desc, |conn| {
        // SAFETY: C gives a string.
        let file = unsafe { absolute_path(file, "file") }?;
        give_text(&conn.drivers().saving.domain_save_image_get_xml_desc(&file, flags)?)
    })
}

/// Suspends a domain to disk, as parameters say. Without VIR_DOMAIN_SAVE_PARAM_FILE among them, it does what
/// virDomainManagedSave() does.
///
/// @domain: the domain
/// @params: the parameters: VIR_DOMAIN_SAVE_PARAM_FILE, the path of the file, and others
/// @nparams: the number of parameters
/// @flags: bitwise-OR of virDomainSaveRestoreFlags
///
/// Returns 0, or -1.
///
/// Since: 8.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveParams(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_save_params, |domain| {
        running_xor_paused(flags)?;
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read(params, nparams, "params") }?;
        domain.drivers().tuning.domain_save_params(domain, &params, flags)?;
        saved(domain)
    })
}
