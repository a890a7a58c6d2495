//! Defining, starting, changing and stopping storage pools.

use crate::host::virConnectPtr;
use crate::storage::{virStoragePoolInfoPtr, virStoragePoolPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint};

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolBuild(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreate(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreateXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virStoragePoolPtr {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virStoragePoolPtr {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDelete(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDestroy(pool: virStoragePoolPtr) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetAutostart(pool: virStoragePoolPtr, autostart: *mut c_int) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetInfo(
    pool: virStoragePoolPtr,
    info: virStoragePoolInfoPtr,
) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetXMLDesc(pool: virStoragePoolPtr, flags: c_uint) -> *mut c_char {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRefresh(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolSetAutostart(pool: virStoragePoolPtr, autostart: c_int) -> c_int {
    unsupported()
}

/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolUndefine(pool: virStoragePoolPtr) -> c_int {
    unsupported()
}
