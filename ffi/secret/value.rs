//! Secrets: finding, defining, reading and setting them.

use crate::host::virConnectPtr;
use crate::secret::virSecretPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uchar, c_uint};

/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllSecrets(
    conn: virConnectPtr,
    secrets: *mut *mut virSecretPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListSecrets(
    conn: virConnectPtr,
    uuids: *mut *mut c_char,
    maxuuids: c_int,
) -> c_int {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfSecrets(conn: virConnectPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virSecretPtr {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretFree(secret: virSecretPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetConnect(secret: virSecretPtr) -> virConnectPtr {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUID(secret: virSecretPtr, uuid: *mut c_uchar) -> c_int {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUIDString(secret: virSecretPtr, buf: *mut c_char) -> c_int {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageID(secret: virSecretPtr) -> *const c_char {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageType(secret: virSecretPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetValue(
    secret: virSecretPtr,
    value_size: *mut usize,
    flags: c_uint,
) -> *mut c_uchar {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetXMLDesc(secret: virSecretPtr, flags: c_uint) -> *mut c_char {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virSecretPtr {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virSecretPtr {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUsage(
    conn: virConnectPtr,
    usageType: c_int,
    usageID: *const c_char,
) -> virSecretPtr {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretRef(secret: virSecretPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretSetValue(
    secret: virSecretPtr,
    value: *const c_uchar,
    value_size: usize,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretUndefine(secret: virSecretPtr) -> c_int {
    unsupported()
}
