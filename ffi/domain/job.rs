//! The job that works on a domain.

use crate::common::virTypedParameterPtr;
use crate::domain::{virDomainJobInfoPtr, virDomainPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_int, c_uint};

/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJob(domain: virDomainPtr) -> c_int {
    unsupported()
}

/// Since: 8.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAbortJobFlags(domain: virDomainPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetJobInfo(domain: virDomainPtr, info: virDomainJobInfoPtr) -> c_int {
    unsupported()
}

/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetJobStats(
    domain: virDomainPtr,
    r#type: *mut c_int,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}
