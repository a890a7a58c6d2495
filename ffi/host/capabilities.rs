//! What a host and its CPUs can do.

use crate::{
    boundary::{
        arguments::{self, optional, optional_text, text},
        call,
        checks::must_not_be_null,
        results,
    },
    host::virConnectPtr,
};
use std::ffi::{c_char, c_int, c_uint};
use virt_core::{api::ops, types::List};
use virt_error::{Result, bail};

/// Finds the CPU that all of some CPUs can be, so that a domain with it can run on each of their hosts.
///
/// @conn: the connection
/// @xmlCPUs: the CPUs, <cpu> documents
/// @ncpus: how many there are
/// @flags: bitwise-OR of virConnectBaselineCPUFlags
///
/// Returns a new string that the caller frees, a <cpu> document; or NULL.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectBaselineCPU(
    conn: virConnectPtr,
    xmlCPUs: *mut *const c_char,
    ncpus: c_uint,
    flags: c_uint,
) -> *mut c_char {
    call(conn, &ops::connect_baseline_cpu, |conn| {
        // SAFETY: C gives `ncpus` strings.
        let cpus = unsafe { cpu_list(xmlCPUs, ncpus) }?;
        results::give_text(&conn.drivers().host.connect_baseline_cpu(&cpus, flags)?)
    })
}

/// Finds the CPU that all of some CPUs can be, as far as a hypervisor can provide it.
///
/// @conn: the connection
/// @emulator: the path of the emulator, or NULL
/// @arch: the architecture, or NULL for the host's
/// @machine: the machine type, or NULL for the usual one
/// @virttype: the kind of virtualisation, or NULL for the best
/// @xmlCPUs: the CPUs, <cpu> documents
/// @ncpus: how many there are
/// @flags: bitwise-OR of virConnectBaselineCPUFlags
///
/// Returns a new string that the caller frees, a <cpu> document; or NULL.
///
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
    call(conn, &ops::connect_baseline_hypervisor_cpu, |conn| {
        // SAFETY: C gives NULL or a string each, and `ncpus` strings.
        unsafe {
            let emulator = optional_text(emulator, "emulator")?;
            let arch = optional_text(arch, "arch")?;
            let machine = optional_text(machine, "machine")?;
            let virttype = optional_text(virttype, "virttype")?;
            let cpus = cpu_list(xmlCPUs, ncpus)?;
            let host = &conn.drivers().host;
            results::give_text(
                &host.connect_baseline_hypervisor_cpu(emulator, arch, machine, virttype, &cpus, flags)?,
            )
        }
    })
}

/// Compares a CPU with that of the host.
///
/// @conn: the connection
/// @xmlDesc: the CPU, a <cpu> document
/// @flags: bitwise-OR of virConnectCompareCPUFlags
///
/// Returns one of virCPUCompareResult; VIR_CPU_COMPARE_ERROR is -1.
///
/// Since: 0.7.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectCompareCPU(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_compare_cpu, |conn| {
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        conn.drivers().host.connect_compare_cpu(xmlDesc, flags)
    })
}

/// Compares a CPU with the one that a hypervisor can provide on the host.
///
/// @conn: the connection
/// @emulator: the path of the emulator, or NULL
/// @arch: the architecture, or NULL for the host's
/// @machine: the machine type, or NULL for the usual one
/// @virttype: the kind of virtualisation, or NULL for the best
/// @xmlCPU: the CPU, a <cpu> document
/// @flags: bitwise-OR of virConnectCompareCPUFlags
///
/// Returns one of virCPUCompareResult; VIR_CPU_COMPARE_ERROR is -1.
///
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
    call(conn, &ops::connect_compare_hypervisor_cpu, |conn| {
        // SAFETY: C gives NULL or a string.
        let emulator = unsafe { optional_text(emulator, "emulator") }?;
        // SAFETY: C gives NULL or a string.
        let arch = unsafe { optional_text(arch, "arch") }?;
        // SAFETY: C gives NULL or a string.
        let machine = unsafe { optional_text(machine, "machine") }?;
        // SAFETY: C gives NULL or a string.
        let virttype = unsafe { optional_text(virttype, "virttype") }?;
        // SAFETY: C gives a string.
        let xmlCPU = unsafe { text(xmlCPU, "xmlCPU") }?;
        conn.drivers().host.connect_compare_hypervisor_cpu(emulator, arch, machine, virttype, xmlCPU, flags)
    })
}

/// Lists the names of the CPU models that an architecture has.
///
/// @conn: the connection
/// @arch: the architecture
/// @models: (out, optional) where to store a new array of names, ended by NULL; the caller frees each name and
///          the array. NULL: only count
/// @flags: must be 0
///
/// Returns the number of models, 0 when the architecture takes any, or -1.
///
/// Since: 1.1.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCPUModelNames(
    conn: virConnectPtr,
    arch: *const c_char,
    models: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_get_cpu_model_names, |conn| {
        // SAFETY: C gives a string.
        let arch = unsafe { text(arch, "arch") }?;
        // SAFETY: C gives NULL or room for a pointer.
        let models = unsafe { optional(models) };
        let need_results = models.is_some() as i32;
        let found = conn.drivers().host.connect_get_cpu_model_names(arch, need_results, flags)?;
        if let Some(models) = models {
            models.write(results::give_names(&found.items)?);
        }
        Ok(found.count as c_int)
    })
}

/// Describes the host and what it can run as XML.
///
/// @conn: the connection
///
/// Returns a new string that the caller frees, a <capabilities> document; or NULL.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetCapabilities(conn: virConnectPtr) -> *mut c_char {
    call(conn, &ops::connect_get_capabilities, |conn| {
        results::give_text(&conn.drivers().host.connect_get_capabilities()?)
    })
}

/// The most CPUs that one call can be about.
const CPUS_MAX: usize = 256;

/// The CPUs that C gives.
///
/// # Safety
/// `cpus` is null or points at `count` C strings.
unsafe fn cpu_list(cpus: *const *const c_char, count: c_uint) -> Result<List<String, CPUS_MAX>> {
    if cpus.is_null() {
        return Err(must_not_be_null("xmlCPUs"));
    }
    if count as usize > CPUS_MAX {
        bail!(Remote, Rpc, "too many CPUs: {count} > {CPUS_MAX}");
    }
    // SAFETY: passed on.
    Ok(unsafe { arguments::texts(cpus, count as usize, "xmlCPUs") }?.into())
}
