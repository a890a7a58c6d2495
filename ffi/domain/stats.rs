//! State and statistics of domains.

use crate::{
    boundary::{
        arguments::{optional, required, text},
        call,
        checks::{exclusive_flags, must_be_null, must_not_be_null, zero_or_greater},
        done, entry,
        handle::Borrowed,
        handle_of,
        objects::DomainObject,
        params,
        results::{fill, fill_bytes, give_names},
    },
    common::virTypedParameterPtr,
    domain::{
        _virDomainControlInfo, _virDomainInfo, _virDomainInterfaceStats, _virDomainMemoryStat,
        stats_records::{free_records, give_records},
        virDomainControlInfoPtr, virDomainInfoPtr, virDomainInterfaceStatsPtr, virDomainMemoryStatPtr,
        virDomainPtr, virDomainStatsRecordPtr,
    },
    host::virConnectPtr,
};
use std::{
    ffi::{c_char, c_int, c_uint, c_ulonglong, c_void},
    mem::size_of,
    slice,
};
use virt_core::{
    api::ops,
    constants::{VIR_DOMAIN_MEMORY_STAT_NR, VIR_TYPED_PARAM_STRING_OKAY},
    types::List,
};
use virt_error::{Code, Error, Origin, Result, bail};

/// Gives statistics of all domains, or of those that @flags select, in one go.
///
/// @conn: the connection
/// @stats: what to report: bitwise-OR of virDomainStatsTypes, or 0 for everything
/// @retStats: (out) where to store a new array of records, ended by NULL, which the caller frees with
///            virDomainStatsRecordListFree()
/// @flags: bitwise-OR of virConnectGetAllDomainStatsFlags
///
/// Returns the number of records, or -1. Groups that a driver does not know are left out, unless
/// VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS makes that an error.
///
/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetAllDomainStats(
    conn: virConnectPtr,
    stats: c_uint,
    retStats: *mut *mut virDomainStatsRecordPtr,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_get_all_domain_stats, |conn| {
        // SAFETY: C gives room for a pointer.
        let out = unsafe { required(retStats, "retStats") }?;
        let monitoring = &conn.drivers().monitoring;
        let found = monitoring.connect_get_all_domain_stats(&List::default(), stats, flags)?;
        let count = found.len() as c_int;
        out.write(give_records(found.0, conn)?);
        Ok(count)
    })
}

/// Gives statistics of the processors' time that a domain has used, by host CPU or in total.
///
/// @domain: the domain
/// @params: (out, optional) room for @nparams times @ncpus parameters, those of each CPU @nparams apart
/// @nparams: the room for each CPU
/// @start_cpu: the first CPU, or -1 for the total
/// @ncpus: how many CPUs; 1 for the total
/// @flags: bitwise-OR of virTypedParameterFlags
///
/// Returns how many parameters each CPU has; with @params NULL and @ncpus 0, how many CPUs there are; or -1.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetCPUStats(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_uint,
    start_cpu: c_int,
    ncpus: c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_cpu_stats, |domain| {
        match start_cpu {
            -1 if ncpus != 1 => {
                return Err(Error::argument("start_cpu", "ncpus must be 1 when start_cpu is -1"));
            }
            -1 => (),
            _ => zero_or_greater(start_cpu, "start_cpu")?,
        }
        match params.is_null() {
            true if nparams != 0 => return Err(must_not_be_null("params")),
            false if nparams == 0 || ncpus == 0 => must_be_null(Some(params), "params")?,
            _ => (),
        }
        if nparams.checked_mul(ncpus).is_none() {
            bail!(Domain, Overflow, "input too large: {nparams} * {ncpus}");
        }
        let flags = flags | VIR_TYPED_PARAM_STRING_OKAY;
        let monitoring = &domain.drivers().monitoring;
        let found = monitoring.domain_get_cpu_stats(domain, nparams, start_cpu, ncpus, flags)?;
        if nparams != 0 && found.nparams > 0 {
            let cpus = found.params.chunks(found.nparams as usize).take(ncpus as usize);
            for (cpu, of_cpu) in cpus.enumerate() {
                // SAFETY: C gives room for `nparams` parameters for each of `ncpus` CPUs.
                unsafe { params::fill(of_cpu, params.add(cpu * nparams as usize), nparams as c_int) }?;
            }
        }
        Ok(found.nparams)
    })
}

/// Tells whether the hypervisor can be talked to about a domain.
///
/// @domain: the domain
/// @info: (out) the state of the channel, a reason, and for how many milliseconds it has been so
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetControlInfo(
    domain: virDomainPtr,
    info: virDomainControlInfoPtr,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_control_info, |domain| {
        // SAFETY: C gives room for the record.
        let info = unsafe { required(info, "info") }?;
        let found = domain.drivers().monitoring.domain_get_control_info(domain, flags)?;
        info.write(_virDomainControlInfo {
            state: found.state,
            details: found.details,
            stateTime: found.state_time,
        });
        Ok(0)
    })
}

/// Gives the essentials of a domain: its state, its memory in KiB, its processors and the time they have run, in
/// nanoseconds.
///
/// @domain: the domain
/// @info: (out) the essentials
///
/// Returns 0, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetInfo(domain: virDomainPtr, info: virDomainInfoPtr) -> c_int {
    call(domain, &ops::domain_get_info, |domain| {
        // SAFETY: C gives room for the record.
        let info = unsafe { required(info, "info") }?;
        let found = domain.drivers().monitoring.domain_get_info(domain)?;
        info.write(_virDomainInfo {
            state: found.state,
            maxMem: found.max_mem,
            memory: found.memory,
            nrVirtCpu: found.nr_virt_cpu,
            cpuTime: found.cpu_time,
        });
        Ok(0)
    })
}

/// Gives what a user should know of a domain: use of deprecated features, and that it is tainted.
///
/// @domain: the domain
/// @msgs: (out) where to store a new array of messages, which the caller frees together with each message
/// @flags: which messages: bitwise-OR of virDomainMessageType, or 0 for all
///
/// Returns the number of messages, or -1.
///
/// Since: 7.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMessages(
    domain: virDomainPtr,
    msgs: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_messages, |domain| {
        // SAFETY: C gives room for a pointer.
        let messages = unsafe { required(msgs, "msgs") }?;
        let found = domain.drivers().monitoring.domain_get_messages(domain, flags)?;
        messages.write(give_names(&found)?);
        Ok(found.len() as c_int)
    })
}

/// Gives the state of a domain and the reason for it.
///
/// @domain: the domain
/// @state: (out) the state: a virDomainState
/// @reason: (out, optional) the reason: a number of the enum that belongs to the state
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetState(
    domain: virDomainPtr,
    state: *mut c_int,
    reason: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_state, |domain| {
        // SAFETY: C gives room for a number.
        let state = unsafe { required(state, "state") }?;
        let found = domain.drivers().monitoring.domain_get_state(domain, flags)?;
        state.write(found.state);
        // SAFETY: C gives room for a number, or NULL.
        if let Some(reason) = unsafe { optional(reason) } {
            reason.write(found.reason);
        }
        Ok(0)
    })
}

/// Gives the counters of an interface of a running domain; -1 for what the hypervisor does not count.
///
/// @dom: the domain
/// @device: the interface: its target's name, or its hardware address
/// @stats: (out) the counters
/// @size: the size of the record that the caller was compiled with
///
/// Returns 0, or -1.
///
/// Since: 0.3.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceStats(
    dom: virDomainPtr,
    device: *const c_char,
    stats: virDomainInterfaceStatsPtr,
    size: usize,
) -> c_int {
    call(dom, &ops::domain_interface_stats, |domain| {
        // SAFETY: C gives a string.
        let device = unsafe { text(device, "device") }?;
        record_room(stats, size)?;
        let found = domain.drivers().monitoring.domain_interface_stats(domain, device)?;
        let record = _virDomainInterfaceStats {
            rx_bytes: found.rx_bytes,
            rx_packets: found.rx_packets,
            rx_errs: found.rx_errs,
            rx_drop: found.rx_drop,
            tx_bytes: found.tx_bytes,
            tx_packets: found.tx_packets,
            tx_errs: found.tx_errs,
            tx_drop: found.tx_drop,
        };
        // SAFETY: C gives room for `size` bytes.
        unsafe { put_record(&record, stats, size) };
        Ok(0)
    })
}

/// Checks the place for a record that was shorter in earlier versions: it is there, and not larger than the record.
pub(super) fn record_room<T>(stats: *mut T, size: usize) -> Result<()> {
    if stats.is_null() {
        return Err(must_not_be_null("stats"));
    }
    if size > size_of::<T>() {
        return Err(Error::argument("size", format!("size must not exceed {}", size_of::<T>())));
    }
    Ok(())
}

/// Stores the first `size` bytes of `record`.
///
/// # Safety
/// `stats` has passed [`record_room`] and has room for `size` bytes.
pub(super) unsafe fn put_record<T: Copy>(record: &T, stats: *mut T, size: usize) {
    // SAFETY: `record` has at least `size` bytes, all of them initialised: these records have no padding.
    let bytes = unsafe { slice::from_raw_parts((record as *const T).cast(), size) };
    // SAFETY: the caller vouches for the room.
    unsafe { fill_bytes(bytes, stats.cast(), size) };
}

/// Gives statistics of the given domains in one go.
///
/// @doms: the domains, all of one connection, ended by NULL
/// @stats: what to report: bitwise-OR of virDomainStatsTypes, or 0 for everything
/// @retStats: (out) where to store a new array of records, ended by NULL, which the caller frees with
///            virDomainStatsRecordListFree()
/// @flags: bitwise-OR of virConnectGetAllDomainStatsFlags
///
/// Returns the number of records, or -1. A domain that is gone has no record.
///
/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListGetStats(
    doms: *mut virDomainPtr,
    stats: c_uint,
    retStats: *mut *mut virDomainStatsRecordPtr,
    flags: c_uint,
) -> c_int {
    entry(Origin::Domain, || {
        if doms.is_null() {
            return Err(must_not_be_null("doms"));
        }
        // SAFETY: C gives room for a pointer.
        let out = unsafe { required(retStats, "retStats") }?;
        // SAFETY: the array has at least its end.
        let first = unsafe { doms.read() };
        if first.is_null() {
            return Err(no_domains());
        }
        let first = Borrowed::<DomainObject>::of(first)
            .ok_or_else(|| Error::about_function(Origin::None, Code::InvalidConn))?;
        let mut records = Vec::new();
        // SAFETY: the array ends with a null pointer, at which this stops.
        for pointer in (0..).map(|index| unsafe { doms.add(index).read() }).take_while(|dom| !dom.is_null()) {
            let domain = handle_of(pointer)?;
            if domain.conn.as_ptr() != first.conn.as_ptr() {
                bail!(Domain, InvalidArg, "domains in 'doms' array must belong to a single connection");
            }
            records.push(domain.record.clone());
        }
        let monitoring = &first.drivers().monitoring;
        let found = monitoring.connect_get_all_domain_stats(&List(records), stats, flags)?;
        let count = found.len() as c_int;
        out.write(give_records(found.0, &first.conn)?);
        Ok(count)
    })
}

#[cold]
fn no_domains() -> Error {
    let text = "doms array in virDomainListGetStats must contain at least one domain";
    Error::new(Origin::Domain, Code::InvalidArg, text)
}

/// Reads the memory of a running guest.
///
/// @dom: the domain
/// @start: the address to start at
/// @size: how many bytes; 0 only tries whether the call is possible
/// @buffer: (out) room for @size bytes
/// @flags: what the address is: one of virDomainMemoryFlags
///
/// Returns 0, or -1.
///
/// Since: 0.4.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMemoryPeek(
    dom: virDomainPtr,
    start: c_ulonglong,
    size: usize,
    buffer: *mut c_void,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_memory_peek, |domain| {
        exclusive_flags!(flags, VIR_MEMORY_VIRTUAL, VIR_MEMORY_PHYSICAL)?;
        let wanted = peek_size(size, buffer, "memory")?;
        let found = domain.drivers().monitoring.domain_memory_peek(domain, start, wanted, flags)?;
        // SAFETY: C gives room for `size` bytes.
        unsafe { fill_bytes(&found, buffer.cast(), size) };
        Ok(0)
    })
}

/// The most bytes that one call may peek at, which is what a message of the wire may carry.
const PEEK_MAX: usize = 4_194_304;

/// Checks the buffer that bytes of a guest's memory or disk go to.
pub(super) fn peek_size(size: usize, buffer: *mut c_void, what: &str) -> Result<u32> {
    if size > 0 && buffer.is_null() {
        return Err(must_not_be_null("buffer"));
    }
    if size > PEEK_MAX {
        bail!(Domain, InvalidArg, "{what} peek request too large for remote protocol, {size} > {PEEK_MAX}");
    }
    Ok(size as u32)
}

/// Gives memory statistics of a running guest, as far as its balloon driver tells them.
///
/// @dom: the domain
/// @stats: (out) room for the statistics
/// @nr_stats: how many fit in there
/// @flags: must be 0
///
/// Returns how many were stored, each with its virDomainMemoryStatTags, or -1.
///
/// Since: 0.7.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMemoryStats(
    dom: virDomainPtr,
    stats: virDomainMemoryStatPtr,
    nr_stats: c_uint,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_memory_stats, |domain| {
        if stats.is_null() || nr_stats == 0 {
            return Ok(0);
        }
        let room = nr_stats.min(VIR_DOMAIN_MEMORY_STAT_NR as c_uint);
        let found = domain.drivers().monitoring.domain_memory_stats(domain, room, flags)?;
        let found: Vec<_> =
            found.iter().map(|stat| _virDomainMemoryStat { tag: stat.tag, val: stat.val }).collect();
        // SAFETY: C gives room for `nr_stats` statistics.
        Ok(unsafe { fill(&found, stats, room as c_int) })
    })
}

/// Starts to measure how fast a guest changes its memory. virConnectGetAllDomainStats() gives the result.
///
/// @domain: the domain
/// @seconds: for how long to measure
/// @flags: bitwise-OR of virDomainDirtyRateCalcFlags
///
/// Returns 0 when the measurement has begun, or -1.
///
/// Since: 7.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStartDirtyRateCalc(
    domain: virDomainPtr,
    seconds: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_start_dirty_rate_calc, |domain| {
        exclusive_flags!(
            flags,
            VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP,
            VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING
        )?;
        done(domain.drivers().jobs.domain_start_dirty_rate_calc(domain, seconds, flags))
    })
}

/// Frees an array of records that virConnectGetAllDomainStats() or virDomainListGetStats() made, with the records
/// and the domain handles in them.
///
/// @stats: the array, or NULL
///
/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainStatsRecordListFree(stats: *mut virDomainStatsRecordPtr) {
    // SAFETY: C gives back what `give_records` made.
    unsafe { free_records(stats) }
}
