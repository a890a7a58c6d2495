//! Volumes of a storage pool.

use crate::host::{virConnectPtr, virStreamPtr};
use crate::storage::{virStoragePoolPtr, virStorageVolInfoPtr, virStorageVolPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint, c_ulonglong};

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXML(
    pool: virStoragePoolPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virStorageVolPtr {
    unsupported()
}

/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXMLFrom(
    pool: virStoragePoolPtr,
    xmlDesc: *const c_char,
    clonevol: virStorageVolPtr,
    flags: c_uint,
) -> virStorageVolPtr {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDelete(vol: virStorageVolPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDownload(
    vol: virStorageVolPtr,
    stream: virStreamPtr,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolFree(vol: virStorageVolPtr) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetConnect(vol: virStorageVolPtr) -> virConnectPtr {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfo(vol: virStorageVolPtr, info: virStorageVolInfoPtr) -> c_int {
    unsupported()
}

/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfoFlags(
    vol: virStorageVolPtr,
    info: virStorageVolInfoPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetKey(vol: virStorageVolPtr) -> *const c_char {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetName(vol: virStorageVolPtr) -> *const c_char {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetPath(vol: virStorageVolPtr) -> *mut c_char {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetXMLDesc(vol: virStorageVolPtr, flags: c_uint) -> *mut c_char {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByKey(
    conn: virConnectPtr,
    key: *const c_char,
) -> virStorageVolPtr {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByName(
    pool: virStoragePoolPtr,
    name: *const c_char,
) -> virStorageVolPtr {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByPath(
    conn: virConnectPtr,
    path: *const c_char,
) -> virStorageVolPtr {
    unsupported()
}

/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolRef(vol: virStorageVolPtr) -> c_int {
    unsupported()
}

/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolResize(
    vol: virStorageVolPtr,
    capacity: c_ulonglong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolUpload(
    vol: virStorageVolPtr,
    stream: virStreamPtr,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipe(vol: virStorageVolPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipePattern(
    vol: virStorageVolPtr,
    algorithm: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}
