//! Security labels and confidential guests.

use crate::common::virTypedParameterPtr;
use crate::domain::virDomainPtr;
use crate::host::virSecurityLabelPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_int, c_uint};

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetLaunchSecurityInfo(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSecurityLabel(
    domain: virDomainPtr,
    seclabel: virSecurityLabelPtr,
) -> c_int {
    unsupported()
}

/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSecurityLabelList(
    domain: virDomainPtr,
    seclabels: *mut virSecurityLabelPtr,
) -> c_int {
    unsupported()
}

/// Since: 8.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetLaunchSecurityState(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}
