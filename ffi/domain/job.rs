//! The job that works on a domain.

use crate::{
    boundary::{arguments::required, call, done, params::NewArray},
    common::virTypedParameterPtr,
    domain::{_virDomainJobInfo, virDomainJobInfoPtr, virDomainPtr},
};
use std::ffi::{c_int, c_uint};
use virt_core::api::ops;

/// Ends the job that works on a domain: a migration, a save, a dump, a backup. The job's own call then fails.
///
/// @domain: the domain
///
/// Returns 0, or -1.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJob(domain: virDomainPtr) -> c_int {
    call(domain, &ops::domain_abort_job, |domain| done(domain.drivers().jobs.domain_abort_job(domain)))
}

/// Ends the job that works on a domain, in a way of choice.
///
/// @domain: the domain
/// @flags: bitwise-OR of virDomainAbortJobFlagsValues
///
/// Returns 0, or -1.
///
/// Since: 8.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJobFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_abort_job_flags, |domain| {
        done(domain.drivers().jobs.domain_abort_job_flags(domain, flags))
    })
}

/// Tells how far the job that works on a domain has come.
///
/// @domain: the domain
/// @info: (out) the kind of job, times in milliseconds and sizes in bytes
///
/// Returns 0, or -1.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetJobInfo(domain: virDomainPtr, info: virDomainJobInfoPtr) -> c_int {
    call(domain, &ops::domain_get_job_info, |domain| {
        // SAFETY: C gives room for the record.
        let info = unsafe { required(info, "info") }?;
        let found = domain.drivers().jobs.domain_get_job_info(domain)?;
        info.write(_virDomainJobInfo {
            r#type: found.kind,
            timeElapsed: found.time_elapsed,
            timeRemaining: found.time_remaining,
            dataTotal: found.data_total,
            dataProcessed: found.data_processed,
            dataRemaining: found.data_remaining,
            memTotal: found.mem_total,
            memProcessed: found.mem_processed,
            memRemaining: found.mem_remaining,
            fileTotal: found.file_total,
            fileProcessed: found.file_processed,
            fileRemaining: found.file_remaining,
        });
        Ok(0)
    })
}

/// Gives statistics of the job that works on a domain, or with VIR_DOMAIN_JOB_STATS_COMPLETED of the last one.
///
/// @domain: the domain
/// @type: (out) the kind of job: a virDomainJobType
/// @params: (out) where to store a new array of parameters, which the caller frees with virTypedParamsFree()
/// @nparams: (out) their number
/// @flags: bitwise-OR of virDomainGetJobStatsFlags
///
/// Returns 0, or -1.
///
/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetJobStats(
    domain: virDomainPtr,
    r#type: *mut c_int,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_job_stats, |domain| {
        // SAFETY: C gives room for a number.
        let kind = unsafe { required(r#type, "type") }?;
        // SAFETY: C gives room for both.
        let out = unsafe { NewArray::new(params, nparams) }?;
        let found = domain.drivers().jobs.domain_get_job_stats(domain, flags)?;
        kind.write(found.kind);
        out.put(&found.params)
    })
}
