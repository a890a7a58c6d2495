//! Block jobs of a domain's disks, and backups.

use crate::{
    boundary::{
        arguments::{optional_text, required, text},
        call,
        checks::{must_not_be_null, zero_or_greater},
        done, params,
        results::give_text,
    },
    common::virTypedParameterPtr,
    domain::{_virDomainBlockJobInfo, virDomainBlockJobInfoPtr, virDomainPtr},
};
use std::ffi::{c_char, c_int, c_uint, c_ulong};
use virt_core::{
    api::ops,
    constants::{
        VIR_DOMAIN_BLOCK_REBASE_COPY, VIR_DOMAIN_BLOCK_REBASE_COPY_DEV, VIR_DOMAIN_BLOCK_REBASE_COPY_RAW,
        VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT, VIR_DOMAIN_BLOCK_REBASE_SHALLOW,
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
