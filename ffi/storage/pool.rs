//! Defining, starting, changing and stopping storage pools.

use crate::{
    boundary::{
        arguments::{required, text},
        call, done,
        objects::Shown,
        results,
    },
    host::virConnectPtr,
    storage::{_virStoragePoolInfo, virStoragePoolInfoPtr, virStoragePoolPtr},
};
use std::ffi::{c_char, c_int, c_uint};
use virt_core::api::ops;

/// Makes what a pool needs before it can be started: its directory, its file system, its volume group.
///
/// @pool: the storage pool
/// @flags: bitwise-OR of virStoragePoolBuildFlags
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolBuild(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    call(pool, &ops::storage_pool_build, |pool| done(pool.drivers().storage.storage_pool_build(pool, flags)))
}

/// Starts a defined pool.
///
/// @pool: the storage pool
/// @flags: bitwise-OR of virStoragePoolCreateFlags
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreate(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    call(pool, &ops::storage_pool_create, |pool| {
        done(pool.drivers().storage.storage_pool_create(pool, flags))
    })
}

/// Starts a pool that exists only while it runs.
///
/// @conn: the connection
/// @xmlDesc: the description, a <pool> document
/// @flags: bitwise-OR of virStoragePoolCreateFlags
///
/// Returns a new handle that the caller frees with virStoragePoolFree(), or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolCreateXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virStoragePoolPtr {
    call(conn, &ops::storage_pool_create_xml, |conn| {
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        conn.drivers().storage.storage_pool_create_xml(xmlDesc, flags)?.give(conn)
    })
}

/// Defines a pool, or changes the definition of one that exists. It is not started.
///
/// @conn: the connection
/// @xml: the description, a <pool> document
/// @flags: bitwise-OR of virStoragePoolDefineFlags
///
/// Returns a new handle that the caller frees with virStoragePoolFree(), or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virStoragePoolPtr {
    call(conn, &ops::storage_pool_define_xml, |conn| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        conn.drivers().storage.storage_pool_define_xml(xml, flags)?.give(conn)
    })
}

/// Deletes what a pool consists of. Its data is lost; its definition stays.
///
/// @pool: the storage pool
/// @flags: bitwise-OR of virStoragePoolDeleteFlags
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDelete(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    call(pool, &ops::storage_pool_delete, |pool| {
        done(pool.drivers().storage.storage_pool_delete(pool, flags))
    })
}

/// Stops a pool. Its data stays; a transient pool is gone then. The handle stays valid.
///
/// @pool: the storage pool
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolDestroy(pool: virStoragePoolPtr) -> c_int {
    call(pool, &ops::storage_pool_destroy, |pool| done(pool.drivers().storage.storage_pool_destroy(pool)))
}

/// Tells whether a pool is started with the host.
///
/// @pool: the storage pool
/// @autostart: (out) 1 when it is started with the host, 0 when not
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetAutostart(pool: virStoragePoolPtr, autostart: *mut c_int) -> c_int {
    call(pool, &ops::storage_pool_get_autostart, |pool| {
        // SAFETY: C gives room for a number.
        let autostart = unsafe { required(autostart, "autostart") }?;
        autostart.write(pool.drivers().storage.storage_pool_get_autostart(pool)?);
        Ok(0)
    })
}

/// Tells the state and the sizes of a pool.
///
/// @pool: the storage pool
/// @info: (out) the state and the sizes in bytes
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetInfo(
    pool: virStoragePoolPtr,
    info: virStoragePoolInfoPtr,
) -> c_int {
    call(pool, &ops::storage_pool_get_info, |pool| {
        // SAFETY: C gives room for a virStoragePoolInfo.
        let info = unsafe { required(info, "info") }?;
        let found = pool.drivers().storage.storage_pool_get_info(pool)?;
        info.write(_virStoragePoolInfo {
            state: found.state.into(),
            capacity: found.capacity,
            allocation: found.allocation,
            available: found.available,
        });
        Ok(0)
    })
}

/// Describes a pool as XML.
///
/// @pool: the storage pool
/// @flags: bitwise-OR of virStorageXMLFlags
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetXMLDesc(pool: virStoragePoolPtr, flags: c_uint) -> *mut c_char {
    call(pool, &ops::storage_pool_get_xml_desc, |pool| {
        results::give_text(&pool.drivers().storage.storage_pool_get_xml_desc(pool, flags)?)
    })
}

/// Looks again at what a pool holds, for what was changed by others.
///
/// @pool: the storage pool
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRefresh(pool: virStoragePoolPtr, flags: c_uint) -> c_int {
    call(pool, &ops::storage_pool_refresh, |pool| {
        done(pool.drivers().storage.storage_pool_refresh(pool, flags))
    })
}

/// Says whether a pool is to be started with the host.
///
/// @pool: the storage pool
/// @autostart: 0 for no, anything else for yes
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolSetAutostart(pool: virStoragePoolPtr, autostart: c_int) -> c_int {
    call(pool, &ops::storage_pool_set_autostart, |pool| {
        done(pool.drivers().storage.storage_pool_set_autostart(pool, autostart))
    })
}

/// Removes the definition of a pool that is not running.
///
/// @pool: the storage pool
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolUndefine(pool: virStoragePoolPtr) -> c_int {
    call(pool, &ops::storage_pool_undefine, |pool| done(pool.drivers().storage.storage_pool_undefine(pool)))
}
