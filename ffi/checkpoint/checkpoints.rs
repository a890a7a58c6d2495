//! Checkpoints: creating, listing and deleting.

use crate::checkpoint::virDomainCheckpointPtr;
use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint};

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointCreateXML(
    domain: virDomainPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointDelete(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointFree(checkpoint: virDomainCheckpointPtr) -> c_int {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetConnect(checkpoint: virDomainCheckpointPtr) -> virConnectPtr {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetDomain(checkpoint: virDomainCheckpointPtr) -> virDomainPtr {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetName(checkpoint: virDomainCheckpointPtr) -> *const c_char {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetParent(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetXMLDesc(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointListAllChildren(
    checkpoint: virDomainCheckpointPtr,
    children: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointLookupByName(
    domain: virDomainPtr,
    name: *const c_char,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointRef(checkpoint: virDomainCheckpointPtr) -> c_int {
    unsupported()
}

/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllCheckpoints(
    domain: virDomainPtr,
    checkpoints: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}
