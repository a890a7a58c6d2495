//! Disks of a domain: statistics, sizes, limits, block jobs, backups.

use crate::{
    boundary::{
        call,
        convert::{
            deallocate, fill_bytes, give_text, live_xor_config, must_not_be_null, non_empty_text,
            optional_text, required, text, zero_or_greater,
        },
        done,
        params::{self, Room},
    },
    common::virTypedParameterPtr,
    domain::{
        _virDomainBlockInfo, _virDomainBlockJobInfo, _virDomainBlockStats, _virDomainDiskError,
        stats::{peek_size, put_record, record_room},
        virDomainBlockInfoPtr, virDomainBlockJobInfoPtr, virDomainBlockStatsPtr, virDomainDiskErrorPtr,
        virDomainPtr,
    },
};
use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong, c_void};
use virt_core::{
    api::ops,
    constants::{
        VIR_DOMAIN_BLOCK_REBASE_COPY, VIR_DOMAIN_BLOCK_REBASE_COPY_DEV, VIR_DOMAIN_BLOCK_REBASE_COPY_RAW,
        VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT, VIR_DOMAIN_BLOCK_REBASE_SHALLOW, VIR_TYPED_PARAM_STRING_OKAY,
    },
};
use virt_error::{Error, Result};

/// Starts a backup of a running domain's disks: copied to files (push), or offered to a reader (pull).
///
/// @domain: the domain
/// @backupXML: what is backed up and where to
/// @checkpointXML: a checkpoint to make at the same moment, for the next incremental backup; or NULL
/// @flags: bitwise-OR of virDomainBackupBeginFlags
///
/// Returns 0 when the backup has begun, or -1. An event tells when it is done; virDomainAbortJob() ends it.
///
/// Since: 6.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBackupBegin(
    domain: virDomainPtr,
    backupXML: *const c_char,
    checkpointXML: *const c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_backup_begin, |domain| {
        // SAFETY: C gives a string.
        let backup = unsafe { text(backupXML, "backupXML") }?;
        // SAFETY: C gives a string or NULL.
        let checkpoint = unsafe { optional_text(checkpointXML, "checkpointXML") }?;
        done(domain.drivers().checkpoints.domain_backup_begin(domain, backup, checkpoint, flags))
    })
}

/// Describes the backup that is under way.
///
/// @domain: the domain
/// @flags: must be 0
///
/// Returns a new document that the caller frees, or NULL.
///
/// Since: 6.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBackupGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    call(domain, &ops::domain_backup_get_xml_desc, |domain| {
        give_text(&domain.drivers().checkpoints.domain_backup_get_xml_desc(domain, flags)?)
    })
}

/// Starts a block job that writes what images of a disk's chain hold into an image below them.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path
/// @base: the image that is written to, a path or an index as `vda[2]`; NULL for the lowest
/// @top: the uppermost image that is merged; NULL for the active one
/// @bandwidth: (optional) the most that is copied a second, in MiB; 0 for no limit
/// @flags: bitwise-OR of virDomainBlockCommitFlags
///
/// Returns 0 when the job has begun, or -1. An event tells when it is done.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockCommit(
    dom: virDomainPtr,
    disk: *const c_char,
    base: *const c_char,
    top: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_block_commit, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { text(disk, "disk") }?;
        // SAFETY: C gives strings or NULL.
        let (base, top) = unsafe { (optional_text(base, "base")?, optional_text(top, "top")?) };
        done(domain.drivers().jobs.domain_block_commit(domain, disk, base, top, bandwidth, flags))
    })
}

/// Starts a block job that copies a disk to another place, and then keeps the two alike until
/// virDomainBlockJobAbort() ends it, with a change to the copy or without.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path
/// @destxml: the disk element of the copy
/// @params: parameters of the job, or NULL
/// @nparams: their number
/// @flags: bitwise-OR of virDomainBlockCopyFlags
///
/// Returns 0 when the job has begun, or -1.
///
/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockCopy(
    dom: virDomainPtr,
    disk: *const c_char,
    destxml: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_block_copy, |domain| {
        // SAFETY: C gives strings.
        let (disk, xml) = unsafe { (text(disk, "disk")?, text(destxml, "destxml")?) };
        zero_or_greater(nparams, "nparams")?;
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read(params, nparams, "params") }?;
        done(domain.drivers().jobs.domain_block_copy(domain, disk, xml, &params, flags))
    })
}

/// Ends the block job of a disk: gives it up, or with VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT changes to the copy.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path
/// @flags: bitwise-OR of virDomainBlockJobAbortFlags
///
/// Returns 0, or -1.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockJobAbort(
    dom: virDomainPtr,
    disk: *const c_char,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_block_job_abort, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { text(disk, "disk") }?;
        done(domain.drivers().jobs.domain_block_job_abort(domain, disk, flags))
    })
}

/// Changes how much the block job of a disk copies a second.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path
/// @bandwidth: the most that is copied a second, in MiB; 0 for no limit
/// @flags: bitwise-OR of virDomainBlockJobSetSpeedFlags
///
/// Returns 0, or -1.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockJobSetSpeed(
    dom: virDomainPtr,
    disk: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_block_job_set_speed, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { text(disk, "disk") }?;
        done(domain.drivers().jobs.domain_block_job_set_speed(domain, disk, bandwidth, flags))
    })
}

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

/// Starts a block job that makes a disk's active image hold everything, so that it needs no image below it.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path
/// @bandwidth: (optional) the most that is copied a second, in MiB; 0 for no limit
/// @flags: bitwise-OR of virDomainBlockPullFlags
///
/// Returns 0 when the job has begun, or -1. An event tells when it is done.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockPull(
    dom: virDomainPtr,
    disk: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_block_pull, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { text(disk, "disk") }?;
        done(domain.drivers().jobs.domain_block_pull(domain, disk, bandwidth, flags))
    })
}

/// Starts a block job that makes a disk's active image stand on another image below it, or with
/// VIR_DOMAIN_BLOCK_REBASE_COPY one that copies the disk as virDomainBlockCopy() does.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path
/// @base: the image to stand on, NULL for none; or the path of the copy
/// @bandwidth: (optional) the most that is copied a second, in MiB; 0 for no limit
/// @flags: bitwise-OR of virDomainBlockRebaseFlags
///
/// Returns 0 when the job has begun, or -1. An event tells when it is done.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainBlockRebase(
    dom: virDomainPtr,
    disk: *const c_char,
    base: *const c_char,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_block_rebase, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { text(disk, "disk") }?;
        // SAFETY: C gives a string or NULL.
        let base = unsafe { optional_text(base, "base") }?;
        rebase_flags(base, flags)?;
        done(domain.drivers().jobs.domain_block_rebase(domain, disk, base, bandwidth, flags))
    })
}

/// A copy has a place to go to, and only a copy has a form.
fn rebase_flags(base: Option<&str>, flags: c_uint) -> Result<()> {
    const OF_COPIES: c_uint = VIR_DOMAIN_BLOCK_REBASE_SHALLOW
        | VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT
        | VIR_DOMAIN_BLOCK_REBASE_COPY_RAW
        | VIR_DOMAIN_BLOCK_REBASE_COPY_DEV;
    match flags & VIR_DOMAIN_BLOCK_REBASE_COPY != 0 {
        true if base.is_none() => Err(must_not_be_null("base")),
        false if flags & OF_COPIES != 0 => Err(Error::argument("flags", "use of flags requires a copy job")),
        _ => Ok(()),
    }
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

/// Tells how far the block job of a disk has come.
///
/// @dom: the domain
/// @disk: the disk: its target's name or its source's path
/// @info: (out) the kind of job, its limit in MiB a second (with VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES in bytes),
///        where it is and where it will end
/// @flags: bitwise-OR of virDomainBlockJobInfoFlags
///
/// Returns 1 when there is a job, 0 when not, or -1.
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetBlockJobInfo(
    dom: virDomainPtr,
    disk: *const c_char,
    info: virDomainBlockJobInfoPtr,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_get_block_job_info, |domain| {
        // SAFETY: C gives a string.
        let disk = unsafe { text(disk, "disk") }?;
        // SAFETY: C gives room for the record.
        let info = unsafe { required(info, "info") }?;
        let found = domain.drivers().jobs.domain_get_block_job_info(domain, disk, flags)?;
        info.write(_virDomainBlockJobInfo {
            r#type: found.kind,
            bandwidth: found.bandwidth,
            cur: found.cur,
            end: found.end,
        });
        Ok(found.found)
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
