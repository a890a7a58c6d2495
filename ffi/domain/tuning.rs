//! Resource limits: memory, block I/O, NUMA, scheduler, performance events.

use crate::{
    boundary::{
        arguments::{optional, optional_text},
        call,
        checks::{live_xor_config, not_zero, zero_or_greater},
        done,
        params::{self, NewArray, Room},
        results::give_text,
    },
    common::virTypedParameterPtr,
    domain::virDomainPtr,
};
use std::ffi::{c_char, c_int, c_uint, c_ulong};
use virt_core::{api::ops, constants::VIR_TYPED_PARAM_STRING_OKAY};
use virt_error::{Result, bail};

/// Gives the limits of a domain's block I/O.
///
/// @domain: the domain
/// @params: (out, optional) room for the parameters; NULL with @nparams 0
/// @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns 0, or -1.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlkioParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_blkio_parameters, |domain| {
        // SAFETY: C gives a number, and room for as many parameters.
        let room = unsafe { Room::new(params, nparams) }?;
        live_xor_config(flags)?;
        let flags = flags | VIR_TYPED_PARAM_STRING_OKAY;
        room.ask(|count| domain.drivers().tuning.domain_get_blkio_parameters(domain, count, flags))
    })
}

/// Gives the limits of an interface's bandwidth.
///
/// @dom: the domain
/// @device: the interface: its target's name, or its hardware address
/// @params: (out, optional) room for the parameters; NULL with @nparams 0
/// @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns 0, or -1.
///
/// Since: 0.9.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetInterfaceParameters(
    dom: virDomainPtr,
    device: *const c_char,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_get_interface_parameters, |domain| {
        // SAFETY: C gives a number, and room for as many parameters.
        let room = unsafe { Room::new(params, nparams) }?;
        // SAFETY: C gives a string or NULL, which names no interface.
        let device = unsafe { optional_text(device, "device") }?.unwrap_or_default();
        let flags = flags | VIR_TYPED_PARAM_STRING_OKAY;
        let tuning = &domain.drivers().tuning;
        room.ask(|count| tuning.domain_get_interface_parameters(domain, device, count, flags))
    })
}

/// Gives the most memory that a domain may have, in KiB.
///
/// @domain: the domain
///
/// Returns the memory in KiB, or 0.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMaxMemory(domain: virDomainPtr) -> c_ulong {
    call(domain, &ops::domain_get_max_memory, |domain| domain.drivers().tuning.domain_get_max_memory(domain))
}

/// Gives the limits of a domain's memory on the host.
///
/// @domain: the domain
/// @params: (out, optional) room for the parameters; NULL with @nparams 0
/// @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns 0, or -1.
///
/// Since: 0.8.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMemoryParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_memory_parameters, |domain| {
        // SAFETY: C gives a number, and room for as many parameters.
        let room = unsafe { Room::new(params, nparams) }?;
        live_xor_config(flags)?;
        let flags = flags | VIR_TYPED_PARAM_STRING_OKAY;
        room.ask(|count| domain.drivers().tuning.domain_get_memory_parameters(domain, count, flags))
    })
}

/// Gives the NUMA nodes of the host that a domain's memory comes from.
///
/// @domain: the domain
/// @params: (out, optional) room for the parameters; NULL with @nparams 0
/// @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns 0, or -1.
///
/// Since: 0.9.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetNumaParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_numa_parameters, |domain| {
        // SAFETY: C gives a number, and room for as many parameters.
        let room = unsafe { Room::new(params, nparams) }?;
        let flags = flags | VIR_TYPED_PARAM_STRING_OKAY;
        room.ask(|count| domain.drivers().tuning.domain_get_numa_parameters(domain, count, flags))
    })
}

/// Tells which performance events of a domain are counted.
///
/// @domain: the domain
/// @params: (out) where to store a new array of parameters, which the caller frees with virTypedParamsFree()
/// @nparams: (out) their number
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns 0, or -1.
///
/// Since: 1.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetPerfEvents(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_perf_events, |domain| {
        // SAFETY: C gives room for both.
        let out = unsafe { NewArray::new(params, nparams) }?;
        out.put(&domain.drivers().monitoring.domain_get_perf_events(domain, flags)?)
    })
}

/// Gives the parameters of a domain's scheduler.
///
/// @domain: the domain
/// @params: (out) room for the parameters
/// @nparams: (inout) the room, and then how many were stored; virDomainGetSchedulerType() tells how many there are
///
/// Returns 0, or -1.
///
/// Since: 0.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
) -> c_int {
    call(domain, &ops::domain_get_scheduler_parameters, |domain| {
        // SAFETY: C gives a number, and room for as many parameters.
        let room = unsafe { Room::some(params, nparams) }?;
        let found = domain.drivers().tuning.domain_get_scheduler_parameters(domain, room.len())?;
        room.fill(&found)
    })
}

/// Gives the parameters of a domain's scheduler.
///
/// @domain: the domain
/// @params: (out) room for the parameters
/// @nparams: (inout) the room, and then how many were stored; virDomainGetSchedulerType() tells how many there are
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns 0, or -1.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerParametersFlags(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_scheduler_parameters_flags, |domain| {
        // SAFETY: C gives a number, and room for as many parameters.
        let room = unsafe { Room::some(params, nparams) }?;
        live_xor_config(flags)?;
        let flags = flags | VIR_TYPED_PARAM_STRING_OKAY;
        let tuning = &domain.drivers().tuning;
        let found = tuning.domain_get_scheduler_parameters_flags(domain, room.len(), flags)?;
        room.fill(&found)
    })
}

/// Gives the name of a domain's scheduler.
///
/// @domain: the domain
/// @nparams: (out, optional) how many parameters it has
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSchedulerType(domain: virDomainPtr, nparams: *mut c_int) -> *mut c_char {
    call(domain, &ops::domain_get_scheduler_type, |domain| {
        let found = domain.drivers().tuning.domain_get_scheduler_type(domain)?;
        // SAFETY: C gives room for a number, or NULL.
        if let Some(nparams) = unsafe { optional(nparams) } {
            nparams.write(found.nparams);
        }
        give_text(&found.kind)
    })
}

/// Changes the limits of a domain's block I/O.
///
/// @domain: the domain
/// @params: the parameters to change
/// @nparams: their number
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlkioParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_blkio_parameters, |domain| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_any(params, nparams) }?;
        done(domain.drivers().tuning.domain_set_blkio_parameters(domain, &params, flags))
    })
}

/// Changes the limits of an interface's bandwidth.
///
/// @dom: the domain
/// @device: the interface: its target's name, or its hardware address
/// @params: the parameters to change
/// @nparams: their number
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 0.9.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetInterfaceParameters(
    dom: virDomainPtr,
    device: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_set_interface_parameters, |domain| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_some(params, nparams) }?;
        // SAFETY: C gives a string or NULL, which names no interface.
        let device = unsafe { optional_text(device, "device") }?.unwrap_or_default();
        done(domain.drivers().tuning.domain_set_interface_parameters(domain, device, &params, flags))
    })
}

/// Refuses memory in KiB of which there is none, or whose bytes no number can hold.
fn memory_size(memory: c_ulong) -> Result<()> {
    not_zero(memory, "memory")?;
    if memory >= i64::MAX as u64 / 1024 {
        bail!(Domain, Overflow, "input too large: {memory}");
    }
    Ok(())
}

/// Changes the most memory that a domain may have.
///
/// @domain: the domain
/// @memory: the memory in KiB
///
/// Returns 0, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMaxMemory(domain: virDomainPtr, memory: c_ulong) -> c_int {
    call(domain, &ops::domain_set_max_memory, |domain| {
        memory_size(memory)?;
        done(domain.drivers().tuning.domain_set_max_memory(domain, memory))
    })
}

/// Changes the memory that a running domain has.
///
/// @domain: the domain
/// @memory: the memory in KiB
///
/// Returns 0, or -1. The guest's balloon driver may take its time.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemory(domain: virDomainPtr, memory: c_ulong) -> c_int {
    call(domain, &ops::domain_set_memory, |domain| {
        memory_size(memory)?;
        done(domain.drivers().tuning.domain_set_memory(domain, memory))
    })
}

/// Changes the memory that a domain has, or with VIR_DOMAIN_MEM_MAXIMUM the most that it may have.
///
/// @domain: the domain
/// @memory: the memory in KiB
/// @flags: bitwise-OR of virDomainMemoryModFlags
///
/// Returns 0, or -1. The guest's balloon driver may take its time.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryFlags(
    domain: virDomainPtr,
    memory: c_ulong,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_memory_flags, |domain| {
        memory_size(memory)?;
        done(domain.drivers().tuning.domain_set_memory_flags(domain, memory, flags))
    })
}

/// Changes the limits of a domain's memory on the host.
///
/// @domain: the domain
/// @params: the parameters to change, in KiB; VIR_DOMAIN_MEMORY_PARAM_UNLIMITED lifts a limit
/// @nparams: their number
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 0.8.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_memory_parameters, |domain| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_some(params, nparams) }?;
        done(domain.drivers().tuning.domain_set_memory_parameters(domain, &params, flags))
    })
}

/// Says how often the balloon driver of a guest collects its memory statistics.
///
/// @domain: the domain
/// @period: the time between two collections in seconds; 0 for none
/// @flags: bitwise-OR of virDomainMemoryModFlags
///
/// Returns 0, or -1.
///
/// Since: 1.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMemoryStatsPeriod(
    domain: virDomainPtr,
    period: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_memory_stats_period, |domain| {
        zero_or_greater(period, "period")?;
        done(domain.drivers().monitoring.domain_set_memory_stats_period(domain, period, flags))
    })
}

/// Changes the NUMA nodes of the host that a domain's memory comes from.
///
/// @domain: the domain
/// @params: the parameters to change
/// @nparams: their number
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 0.9.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetNumaParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_numa_parameters, |domain| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_some(params, nparams) }?;
        done(domain.drivers().tuning.domain_set_numa_parameters(domain, &params, flags))
    })
}

/// Says which performance events of a domain are counted.
///
/// @domain: the domain
/// @params: the events to change, each with whether it is counted
/// @nparams: their number
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 1.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetPerfEvents(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_perf_events, |domain| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_some(params, nparams) }?;
        done(domain.drivers().monitoring.domain_set_perf_events(domain, &params, flags))
    })
}

/// Changes the parameters of a domain's scheduler.
///
/// @domain: the domain
/// @params: the parameters to change
/// @nparams: their number
///
/// Returns 0, or -1.
///
/// Since: 0.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetSchedulerParameters(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
) -> c_int {
    call(domain, &ops::domain_set_scheduler_parameters, |domain| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_any(params, nparams) }?;
        done(domain.drivers().tuning.domain_set_scheduler_parameters(domain, &params))
    })
}

/// Changes the parameters of a domain's scheduler.
///
/// @domain: the domain
/// @params: the parameters to change
/// @nparams: their number
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetSchedulerParametersFlags(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_scheduler_parameters_flags, |domain| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_any(params, nparams) }?;
        done(domain.drivers().tuning.domain_set_scheduler_parameters_flags(domain, &params, flags))
    })
}
