//! Snapshots: taking, listing, reverting and deleting.

use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use crate::snapshot::virDomainSnapshotPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint};

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasCurrentSnapshot(domain: virDomainPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllSnapshots(
    domain: virDomainPtr,
    snaps: *mut *mut virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRevertToSnapshot(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotCreateXML(
    domain: virDomainPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotCurrent(
    domain: virDomainPtr,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotDelete(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotFree(snapshot: virDomainSnapshotPtr) -> c_int {
    unsupported()
}

/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetConnect(snapshot: virDomainSnapshotPtr) -> virConnectPtr {
    unsupported()
}

/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetDomain(snapshot: virDomainSnapshotPtr) -> virDomainPtr {
    unsupported()
}

/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetName(snapshot: virDomainSnapshotPtr) -> *const c_char {
    unsupported()
}

/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetParent(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetXMLDesc(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotHasMetadata(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotIsCurrent(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListAllChildren(
    snapshot: virDomainSnapshotPtr,
    snaps: *mut *mut virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListChildrenNames(
    snapshot: virDomainSnapshotPtr,
    names: *mut *mut c_char,
    nameslen: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListNames(
    domain: virDomainPtr,
    names: *mut *mut c_char,
    nameslen: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotLookupByName(
    domain: virDomainPtr,
    name: *const c_char,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNum(domain: virDomainPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNumChildren(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotRef(snapshot: virDomainSnapshotPtr) -> c_int {
    unsupported()
}
