//! Disks of a domain: statistics, sizes, contents, limits.

use crate::{
    boundary::{
        arguments::{non_empty_text, optional_text, required, text},
        call,
        checks::{live_xor_config, must_not_be_null},
        done,
        params::{self, Room},
        results::{deallocate, fill_bytes, give_text},
    },
    common::virTypedParameterPtr,
    domain::{
        _virDomainBlockInfo, _virDomainBlockStats, _virDomainDiskError,
        stats::{peek_size, put_record, record_room},
        virDomainBlockInfoPtr, virDomainBlockStatsPtr, virDomainDiskErrorPtr, virDomainPtr,
    },
};
use std::ffi::{c_char, c_int, c_uint, c_ulonglong, c_void};
use virt_core::{api::ops, constants::VIR_TYPED_PARAM_STRING_OKAY};

/// Reads a disk of a domain as it is stored, whatever its format.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path
/// @offset: the position to start at
/// @size: how many bytes; 0 only tries whether the call is possible
/// @buffer: (out) room for @size bytes
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.4.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockPeek(
    dom: virDomainPtr,
    disk: *const c_char,
    offset: c_ulonglong,
    size: usize,
    buffer: *mut c_void,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_block_peek, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { non_empty_text(disk, "disk") }?;
        let wanted = peek_size(size, buffer, "block")?;
        let found = domain.drivers().monitoring.domain_block_peek(domain, disk, offset, wanted, flags)?;
        // SAFETY: C gives room for `size` bytes.
        unsafe { fill_bytes(&found, buffer.cast(), size) };
        Ok(0)
    })
}

/// Changes the size of a disk of a running domain; the guest sees it at once.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path
/// @size: the size in KiB, or with VIR_DOMAIN_BLOCK_RESIZE_BYTES in bytes
/// @flags: bitwise-OR of virDomainBlockResizeFlags
///
/// Returns 0, or -1.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockResize(
    dom: virDomainPtr,
    disk: *const c_char,
    size: c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_block_resize, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { text(disk, "disk") }?;
        done(domain.drivers().jobs.domain_block_resize(domain, disk, size, flags))
    })
}

/// Gives the counters of a disk of a running domain; -1 for what the hypervisor does not count.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path; empty for all disks together, where the driver can
/// @stats: (out) the counters
/// @size: the size of the record that the caller was compiled with
///
/// Returns 0, or -1.
///
/// Since: 0.3.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockStats(
    dom: virDomainPtr,
    disk: *const c_char,
    stats: virDomainBlockStatsPtr,
    size: usize,
) -> c_int {
    call(dom, &ops::domain_block_stats, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { text(disk, "disk") }?;
        record_room(stats, size)?;
        let found = domain.drivers().monitoring.domain_block_stats(domain, disk)?;
        let record = _virDomainBlockStats {
            rd_req: found.rd_req,
            rd_bytes: found.rd_bytes,
            wr_req: found.wr_req,
            wr_bytes: found.wr_bytes,
            errs: found.errs,
        };
        // SAFETY: C gives room for `size` bytes.
        unsafe { put_record(&record, stats, size) };
        Ok(0)
    })
}

/// Gives the counters of a disk of a running domain, as many as the hypervisor has.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path; empty for all disks together, where the driver can
/// @params: (out, optional) room for the parameters; NULL with @nparams 0
/// @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
/// @flags: bitwise-OR of virTypedParameterFlags
///
/// Returns 0, or -1.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockStatsFlags(
    dom: virDomainPtr,
    disk: *const c_char,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_block_stats_flags, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { text(disk, "disk") }?;
        // SAFETY: C gives a number, and room for as many parameters.
        let room = unsafe { Room::new(params, nparams) }?;
        let flags = flags | VIR_TYPED_PARAM_STRING_OKAY;
        room.ask(|count| domain.drivers().monitoring.domain_block_stats_flags(domain, disk, count, flags))
    })
}

/// Removes a throttle group that no disk uses from a domain.
///
/// @dom: the domain
/// @group: the name of the group
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDelThrottleGroup(
    dom: virDomainPtr,
    group: *const c_char,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_del_throttle_group, |domain| {
        // SAFETY: C gives a string.
        let group = unsafe { text(group, "group") }?;
        done(domain.drivers().tuning.domain_del_throttle_group(domain, Some(group), flags))
    })
}

/// Gives the sizes of a disk, in bytes.
///
/// @domain: the domain
/// @disk: the disk: its target's name or its source's path
/// @info: (out) what the guest sees, what is in use, and what the file takes
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.8.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockInfo(
    domain: virDomainPtr,
    disk: *const c_char,
    info: virDomainBlockInfoPtr,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_block_info, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { non_empty_text(disk, "disk") }?;
        // SAFETY: C gives room for the record.
        let info = unsafe { required(info, "info") }?;
        let found = domain.drivers().monitoring.domain_get_block_info(domain, disk, flags)?;
        info.write(_virDomainBlockInfo {
            capacity: found.capacity,
            allocation: found.allocation,
            physical: found.physical,
        });
        Ok(0)
    })
}

/// Gives the limits of a disk's I/O.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path; may be NULL with @nparams 0
/// @params: (out, optional) room for the parameters; NULL with @nparams 0
/// @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns 0, or -1.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockIoTune(
    dom: virDomainPtr,
    disk: *const c_char,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_get_block_io_tune, |domain| {
        // SAFETY: C gives a number, and room for as many parameters.
        let room = unsafe { Room::new(params, nparams) }?;
        // SAFETY: C gives a string or NULL.
        let disk = unsafe { optional_text(disk, "disk") }?;
        if room.len() != 0 && disk.is_none() {
            return Err(must_not_be_null("disk"));
        }
        live_xor_config(flags)?;
        let flags = flags | VIR_TYPED_PARAM_STRING_OKAY;
        room.ask(|count| domain.drivers().tuning.domain_get_block_io_tune(domain, disk, count, flags))
    })
}

/// Gives the disks of a running domain that have had an error.
///
/// @dom: the domain
/// @errors: (out, optional) room for the disks, whose names the caller frees; NULL with @maxerrors 0
/// @maxerrors: how many disks fit in there
/// @flags: must be 0
///
/// Returns how many were stored, with @errors NULL how many disks there are, or -1.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetDiskErrors(
    dom: virDomainPtr,
    errors: virDomainDiskErrorPtr,
    maxerrors: c_uint,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_get_disk_errors, |domain| {
        if maxerrors != 0 && errors.is_null() {
            return Err(must_not_be_null("errors"));
        }
        // Nobody can take a disk, and nobody asks how many there are.
        if maxerrors == 0 && !errors.is_null() {
            return Ok(0);
        }
        let found = domain.drivers().monitoring.domain_get_disk_errors(domain, maxerrors, flags)?;
        for (index, disk) in found.errors.iter().take(maxerrors as usize).enumerate() {
            match give_text(&disk.disk) {
                // SAFETY: C gives room for `maxerrors` records.
                Ok(name) => unsafe {
                    errors.add(index).write(_virDomainDiskError { disk: name, error: disk.error });
                },
                Err(error) => {
                    for earlier in 0..index {
                        // SAFETY: written above, and not yet known to C.
                        unsafe { deallocate((*errors.add(earlier)).disk) };
                    }
                    return Err(error);
                }
            }
        }
        Ok(found.nerrors)
    })
}

/// Changes the limits of a disk's I/O.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path
/// @params: the parameters to change
/// @nparams: their number
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlockIoTune(
    dom: virDomainPtr,
    disk: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_set_block_io_tune, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { text(disk, "disk") }?;
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_some(params, nparams) }?;
        done(domain.drivers().tuning.domain_set_block_io_tune(domain, disk, &params, flags))
    })
}

/// Asks for an event, once, when a guest writes beyond a position of an image.
///
/// @domain: the domain
/// @dev: the disk, or with an index as `vda[2]` an image of its chain
/// @threshold: the position in bytes; 0 for none
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 3.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetBlockThreshold(
    domain: virDomainPtr,
    dev: *const c_char,
    threshold: c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_block_threshold, |domain| {
        // SAFETY: C gives a string.
        let dev = unsafe { text(dev, "dev") }?;
        done(domain.drivers().monitoring.domain_set_block_threshold(domain, dev, threshold, flags))
    })
}

/// Adds a throttle group, which disks can share, to a domain, or changes its limits.
///
/// @dom: the domain
/// @group: the name of the group
/// @params: the limits
/// @nparams: their number
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1.
///
/// Since: 11.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetThrottleGroup(
    dom: virDomainPtr,
    group: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_set_throttle_group, |domain| {
        // SAFETY: C gives a string.
        let group = unsafe { text(group, "group") }?;
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_some(params, nparams) }?;
        done(domain.drivers().tuning.domain_set_throttle_group(domain, group, &params, flags))
    })
}
