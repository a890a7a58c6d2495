//! Virtual processors and I/O threads: how many there are, and where they may run.

use crate::{
    boundary::{
        arguments::{array, required, text},
        call, call_with,
        checks::{
            exclusive_flags, greater_than_zero, live_xor_config, must_not_be_null, must_not_be_zero,
            not_zero, required_flag,
        },
        done, params,
        results::{deallocate, fill, fill_bytes, give_bytes, give_records},
    },
    common::virTypedParameterPtr,
    domain::{_virDomainIOThreadInfo, _virVcpuInfo, virDomainIOThreadInfoPtr, virDomainPtr, virVcpuInfoPtr},
};
use std::ffi::{c_char, c_int, c_uchar, c_uint};
use virt_core::{
    api::ops,
    records::{IoThreadInfo, VcpuInfo},
    types::Bytes,
};
use virt_error::{Result, bail};

/// Reads a map of CPUs, a bit for each, that C must give.
///
/// # Safety
/// `cpumap` is null or points at `maplen` bytes.
unsafe fn read_map(cpumap: *const c_uchar, maplen: c_int) -> Result<Bytes<2048>> {
    if cpumap.is_null() {
        return Err(must_not_be_null("cpumap"));
    }
    greater_than_zero(maplen, "maplen")?;
    if maplen as usize > MAP_MAX {
        bail!(Rpc, Rpc, "map length greater than maximum: {maplen} > {MAP_MAX}");
    }
    // SAFETY: the caller vouches for `maplen` bytes.
    Ok(unsafe { array(cpumap, maplen as usize, "cpumap") }?.to_vec().into())
}

/// The longest map of CPUs, in bytes, that an operation takes.
const MAP_MAX: usize = 2048;

/// The bytes of `count` maps of `maplen` bytes each.
fn maps_size(count: c_int, maplen: c_int) -> Result<usize> {
    match count.checked_mul(maplen) {
        Some(size) => Ok(size as usize),
        None => bail!(Domain, Overflow, "input too large: {count} * {maplen}"),
    }
}

/// Adds an I/O thread to a domain.
///
/// @domain: the domain
/// @iothread_id: the number that it is to have
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 1.2.15
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAddIOThread(
    domain: virDomainPtr,
    iothread_id: c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_add_iothread, |domain| {
        done(domain.drivers().tuning.domain_add_iothread(domain, iothread_id, flags))
    })
}

/// Removes an I/O thread that no device uses from a domain.
///
/// @domain: the domain
/// @iothread_id: the number of the thread
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 1.2.15
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDelIOThread(
    domain: virDomainPtr,
    iothread_id: c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_del_iothread, |domain| {
        not_zero(iothread_id, "iothread_id")?;
        done(domain.drivers().tuning.domain_del_iothread(domain, iothread_id, flags))
    })
}

/// Gives the host CPUs that the threads of the emulator, other than those of processors and I/O, may run on.
///
/// @domain: the domain
/// @cpumap: (out) room for a map, a bit for each CPU, the lowest first
/// @maplen: the length of the map in bytes
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns 1 when a map was stored, 0 when there is none, or -1.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetEmulatorPinInfo(
    domain: virDomainPtr,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_emulator_pin_info, |domain| {
        if cpumap.is_null() {
            return Err(must_not_be_null("cpumap"));
        }
        greater_than_zero(maplen, "maplen")?;
        live_xor_config(flags)?;
        let found = domain.drivers().tuning.domain_get_emulator_pin_info(domain, maplen, flags)?;
        // SAFETY: C gives room for `maplen` bytes.
        unsafe { fill_bytes(&found.cpumap, cpumap, maplen as usize) };
        Ok(found.ret)
    })
}

/// Gives the I/O threads of a domain and the host CPUs that they may run on.
///
/// @dom: the domain
/// @info: (out) where to store a new array of records; the caller frees each with virDomainIOThreadInfoFree() and
///        the array with free()
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns the number of records, or -1.
///
/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetIOThreadInfo(
    dom: virDomainPtr,
    info: *mut *mut virDomainIOThreadInfoPtr,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_get_iothread_info, |domain| {
        // SAFETY: C gives room for a pointer.
        let out = unsafe { required(info, "info") }?;
        live_xor_config(flags)?;
        let found = domain.drivers().tuning.domain_get_iothread_info(domain, flags)?;
        out.write(give_records(&found.items, write_thread, |thread| {
            // SAFETY: `write_thread` filled it.
            unsafe { virDomainIOThreadInfoFree(thread) }
        })?);
        Ok(found.items.len() as c_int)
    })
}

fn write_thread(thread: &IoThreadInfo, record: &mut _virDomainIOThreadInfo) -> Result<()> {
    record.iothread_id = thread.iothread_id;
    record.cpumap = give_bytes(&thread.cpumap)?;
    record.cpumaplen = thread.cpumap.len() as c_int;
    Ok(())
}

/// Gives how many virtual processors a running domain may have at most, or the hypervisor's limit for one that is not
/// running.
///
/// @domain: the domain
///
/// Returns their number, or -1.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMaxVcpus(domain: virDomainPtr) -> c_int {
    call(domain, &ops::domain_get_max_vcpus, |domain| domain.drivers().tuning.domain_get_max_vcpus(domain))
}

/// Gives the host CPUs that each virtual processor may run on.
///
/// @domain: the domain
/// @ncpumaps: for how many processors there is room
/// @cpumaps: (out) room for a map for each, a bit for each CPU, the lowest first
/// @maplen: the length of one map in bytes
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns how many maps were stored, or -1.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpuPinInfo(
    domain: virDomainPtr,
    ncpumaps: c_int,
    cpumaps: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_vcpu_pin_info, |domain| {
        if cpumaps.is_null() {
            return Err(must_not_be_null("cpumaps"));
        }
        greater_than_zero(ncpumaps, "ncpumaps")?;
        greater_than_zero(maplen, "maplen")?;
        let size = maps_size(ncpumaps, maplen)?;
        live_xor_config(flags)?;
        let found = domain.drivers().tuning.domain_get_vcpu_pin_info(domain, ncpumaps, maplen, flags)?;
        // SAFETY: C gives room for `ncpumaps` maps.
        unsafe { fill_bytes(&found.cpumaps, cpumaps, size) };
        Ok(found.num)
    })
}

/// Gives the state of each virtual processor of a running domain, and the host CPUs that it may run on.
///
/// @domain: the domain
/// @info: (out) room for a record for each processor
/// @maxinfo: for how many processors there is room
/// @cpumaps: (out, optional) room for a map for each, a bit for each CPU, the lowest first; or NULL
/// @maplen: the length of one map in bytes; 0 with @cpumaps NULL
///
/// Returns how many records were stored, or -1.
///
/// Since: 0.1.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpus(
    domain: virDomainPtr,
    info: virVcpuInfoPtr,
    maxinfo: c_int,
    cpumaps: *mut c_uchar,
    maplen: c_int,
) -> c_int {
    call(domain, &ops::domain_get_vcpus, |domain| {
        if info.is_null() {
            return Err(must_not_be_null("info"));
        }
        greater_than_zero(maxinfo, "maxinfo")?;
        match cpumaps.is_null() {
            false => greater_than_zero(maplen, "maplen")?,
            true if maplen != 0 => return Err(must_not_be_zero("maplen")),
            true => (),
        }
        let size = maps_size(maxinfo, maplen)?;
        let found = domain.drivers().tuning.domain_get_vcpus(domain, maxinfo, maplen)?;
        if !cpumaps.is_null() {
            // SAFETY: C gives room for `maxinfo` maps.
            unsafe { fill_bytes(&found.cpumaps, cpumaps, size) };
        }
        let of_c = |vcpu: &VcpuInfo| _virVcpuInfo {
            number: vcpu.number,
            state: vcpu.state,
            cpuTime: vcpu.cpu_time,
            cpu: vcpu.cpu,
        };
        let records: Vec<_> = found.info.iter().map(of_c).collect();
        // SAFETY: C gives room for `maxinfo` records.
        Ok(unsafe { fill(&records, info, maxinfo) })
    })
}

/// Gives the number of virtual processors of a domain: those it has, or those it may have at most.
///
/// @domain: the domain
/// @flags: bitwise-OR of virDomainVcpuFlags
///
/// Returns their number, or -1.
///
/// Since: 0.8.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetVcpusFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    call_with(domain, &ops::domain_get_vcpus_flags, flags, 0, |domain| {
        live_xor_config(flags)?;
        domain.drivers().tuning.domain_get_vcpus_flags(domain, flags)
    })
}

/// Frees a record that virDomainGetIOThreadInfo() made.
///
/// @info: the record, or NULL
///
/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIOThreadInfoFree(info: virDomainIOThreadInfoPtr) {
    // SAFETY: C gives back a record that this library made, or NULL.
    unsafe {
        if let Some(info) = info.as_ref() {
            deallocate(info.cpumap);
        }
        deallocate(info);
    }
}

/// Says which host CPUs the threads of the emulator, other than those of processors and I/O, may run on.
///
/// @domain: the domain
/// @cpumap: a bit for each CPU, the lowest first; CPUs past its end are not allowed
/// @maplen: the length of the map in bytes
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinEmulator(
    domain: virDomainPtr,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_pin_emulator, |domain| {
        // SAFETY: C gives `maplen` bytes.
        let map = unsafe { read_map(cpumap, maplen) }?;
        done(domain.drivers().tuning.domain_pin_emulator(domain, &map, flags))
    })
}

/// Says which host CPUs an I/O thread may run on.
///
/// @domain: the domain
/// @iothread_id: the number of the thread
/// @cpumap: a bit for each CPU, the lowest first; CPUs past its end are not allowed
/// @maplen: the length of the map in bytes
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinIOThread(
    domain: virDomainPtr,
    iothread_id: c_uint,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_pin_iothread, |domain| {
        // SAFETY: C gives `maplen` bytes.
        let map = unsafe { read_map(cpumap, maplen) }?;
        done(domain.drivers().tuning.domain_pin_iothread(domain, iothread_id, &map, flags))
    })
}

/// Says which host CPUs a virtual processor of a running domain may run on.
///
/// @domain: the domain
/// @vcpu: the processor, counted from 0
/// @cpumap: a bit for each CPU, the lowest first; CPUs past its end are not allowed
/// @maplen: the length of the map in bytes
///
/// Returns 0, or -1.
///
/// Since: 0.1.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinVcpu(
    domain: virDomainPtr,
    vcpu: c_uint,
    cpumap: *mut c_uchar,
    maplen: c_int,
) -> c_int {
    call(domain, &ops::domain_pin_vcpu, |domain| {
        // SAFETY: C gives `maplen` bytes.
        let map = unsafe { read_map(cpumap, maplen) }?;
        done(domain.drivers().tuning.domain_pin_vcpu(domain, vcpu, &map))
    })
}

/// Says which host CPUs a virtual processor may run on.
///
/// @domain: the domain
/// @vcpu: the processor, counted from 0
/// @cpumap: a bit for each CPU, the lowest first; CPUs past its end are not allowed
/// @maplen: the length of the map in bytes
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainPinVcpuFlags(
    domain: virDomainPtr,
    vcpu: c_uint,
    cpumap: *mut c_uchar,
    maplen: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_pin_vcpu_flags, |domain| {
        // SAFETY: C gives `maplen` bytes.
        let map = unsafe { read_map(cpumap, maplen) }?;
        done(domain.drivers().tuning.domain_pin_vcpu_flags(domain, vcpu, &map, flags))
    })
}

/// Changes how an I/O thread of a running domain works: how long it polls, how many threads it starts.
///
/// @domain: the domain
/// @iothread_id: the number of the thread
/// @params: the parameters to change
/// @nparams: their number
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 4.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetIOThreadParams(
    domain: virDomainPtr,
    iothread_id: c_uint,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_iothread_params, |domain| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_some(params, nparams) }?;
        done(domain.drivers().tuning.domain_set_iothread_params(domain, iothread_id, &params, flags))
    })
}

/// Brings virtual processors in or takes them out, one by one.
///
/// @domain: the domain
/// @vcpumap: the processors: numbers and ranges, as in `0,2-3`
/// @state: 1 to bring them in, 0 to take them out
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 3.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpu(
    domain: virDomainPtr,
    vcpumap: *const c_char,
    state: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_vcpu, |domain| {
        // SAFETY: C gives a string.
        let map = unsafe { text(vcpumap, "vcpumap") }?;
        done(domain.drivers().tuning.domain_set_vcpu(domain, map, state, flags))
    })
}

/// Changes the number of virtual processors of a running domain.
///
/// @domain: the domain
/// @nvcpus: their number
///
/// Returns 0, or -1.
///
/// Since: 0.1.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpus(domain: virDomainPtr, nvcpus: c_uint) -> c_int {
    call(domain, &ops::domain_set_vcpus, |domain| {
        not_zero(nvcpus, "nvcpus")?;
        done(domain.drivers().tuning.domain_set_vcpus(domain, nvcpus))
    })
}

/// Changes the number of virtual processors of a domain: those it has, or those it may have at most.
///
/// @domain: the domain
/// @nvcpus: their number
/// @flags: bitwise-OR of virDomainVcpuFlags
///
/// Returns 0, or -1.
///
/// Since: 0.8.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetVcpusFlags(
    domain: virDomainPtr,
    nvcpus: c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_vcpus_flags, |domain| {
        required_flag!(flags, VIR_DOMAIN_VCPU_MAXIMUM needs VIR_DOMAIN_AFFECT_CONFIG)?;
        exclusive_flags!(flags, VIR_DOMAIN_VCPU_GUEST, VIR_DOMAIN_AFFECT_CONFIG)?;
        not_zero(nvcpus, "nvcpus")?;
        done(domain.drivers().tuning.domain_set_vcpus_flags(domain, nvcpus, flags))
    })
}
