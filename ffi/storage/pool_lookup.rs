//! Finding storage pools and their volumes, and what identifies a pool.

use crate::{
    boundary::{
        add_reference,
        arguments::{self, any_text, optional_text, text},
        call, drop_reference, inspect,
        objects::Shown,
        results::{self, list_all, list_names},
    },
    host::virConnectPtr,
    storage::{virStoragePoolPtr, virStorageVolPtr},
};
use std::ffi::{c_char, c_int, c_uchar, c_uint};
use virt_core::api::ops;
use virt_error::Origin;

/// Looks for what pools of a kind could be made of: exported directories, volume groups, targets.
///
/// @conn: the connection
/// @type: the kind of pool
/// @srcSpec: where to look, a <source> document; NULL for the kinds that need none
/// @flags: must be 0
///
/// Returns a new string that the caller frees, a <sources> document; or NULL.
///
/// Since: 0.4.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectFindStoragePoolSources(
    conn: virConnectPtr,
    r#type: *const c_char,
    srcSpec: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    call(conn, &ops::connect_find_storage_pool_sources, |conn| {
        // SAFETY: C gives a string.
        let kind = unsafe { text(r#type, "type") }?;
        // SAFETY: C gives NULL or a string.
        let src_spec = unsafe { optional_text(srcSpec, "srcSpec") }?;
        let storage = &conn.drivers().storage;
        results::give_text(&storage.connect_find_storage_pool_sources(kind, src_spec, flags)?)
    })
}

/// Tells the kinds of pool that there can be, and their formats.
///
/// @conn: the connection
/// @flags: must be 0
///
/// Returns a new string that the caller frees, a <storagepoolCapabilities> document; or NULL.
///
/// Since: 5.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetStoragePoolCapabilities(
    conn: virConnectPtr,
    flags: c_uint,
) -> *mut c_char {
    call(conn, &ops::connect_get_storage_pool_capabilities, |conn| {
        results::give_text(&conn.drivers().storage.connect_get_storage_pool_capabilities(flags)?)
    })
}

/// Lists storage pools as handles, all of them or those that @flags select.
///
/// @conn: the connection
/// @pools: (out, optional) where to store a new array of pools, ended by NULL; the caller frees each with
///         virStoragePoolFree() and the array with free(). NULL: only count
/// @flags: bitwise-OR of virConnectListAllStoragePoolsFlags; flags of one group widen the choice, groups
///         narrow it
///
/// Returns the number of pools, or -1.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllStoragePools(
    conn: virConnectPtr,
    pools: *mut *mut virStoragePoolPtr,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_list_all_storage_pools, |conn| {
        let need_results = !pools.is_null() as i32;
        let found = conn.drivers().storage.connect_list_all_storage_pools(need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, conn, pools) }
    })
}

/// Lists the names of the pools that are defined and not running.
///
/// @conn: the connection
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
///
/// Returns the number of names that were stored, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedStoragePools(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    call(conn, &ops::connect_list_defined_storage_pools, |conn| {
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe {
            list_names(names, "names", maxnames, "maxnames", |max| {
                conn.drivers().storage.connect_list_defined_storage_pools(max)
            })
        }
    })
}

/// Lists the names of the running pools.
///
/// @conn: the connection
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
///
/// Returns the number of names that were stored, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListStoragePools(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    call(conn, &ops::connect_list_storage_pools, |conn| {
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe {
            list_names(names, "names", maxnames, "maxnames", |max| {
                conn.drivers().storage.connect_list_storage_pools(max)
            })
        }
    })
}

/// Counts the pools that are defined and not running.
///
/// @conn: the connection
///
/// Returns their number, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedStoragePools(conn: virConnectPtr) -> c_int {
    call(conn, &ops::connect_num_of_defined_storage_pools, |conn| {
        conn.drivers().storage.connect_num_of_defined_storage_pools()
    })
}

/// Counts the running pools.
///
/// @conn: the connection
///
/// Returns their number, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfStoragePools(conn: virConnectPtr) -> c_int {
    call(conn, &ops::connect_num_of_storage_pools, |conn| {
        conn.drivers().storage.connect_num_of_storage_pools()
    })
}

/// Lets go of a pool handle. The pool itself lives on.
///
/// @pool: the pool, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolFree(pool: virStoragePoolPtr) -> c_int {
    inspect(pool, Origin::Storage, |pool| drop_reference(pool))
}

/// Gives the connection that a pool belongs to, without a reference of its own: it lives as long as @pool.
///
/// @pool: the storage pool
///
/// Returns the connection, or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetConnect(pool: virStoragePoolPtr) -> virConnectPtr {
    inspect(pool, Origin::Storage, |pool| Ok(pool.conn.as_ptr()))
}

/// Gives the name of a pool.
///
/// @pool: the storage pool
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetName(pool: virStoragePoolPtr) -> *const c_char {
    inspect(pool, Origin::Storage, |pool| Ok(results::name_pointer(&pool.name)))
}

/// Gives the UUID of a pool as bytes.
///
/// @pool: the storage pool
/// @uuid: (out) room for VIR_UUID_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetUUID(pool: virStoragePoolPtr, uuid: *mut c_uchar) -> c_int {
    inspect(pool, Origin::Storage, |pool| {
        // SAFETY: C gives room for a UUID.
        unsafe { results::put_uuid(pool.uuid, uuid) }
    })
}

/// Gives the UUID of a pool as text.
///
/// @pool: the storage pool
/// @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolGetUUIDString(pool: virStoragePoolPtr, buf: *mut c_char) -> c_int {
    inspect(pool, Origin::Storage, |pool| {
        // SAFETY: C gives room for the text of a UUID.
        unsafe { results::put_uuid_text(pool.uuid, buf) }
    })
}

/// Tells whether a pool runs.
///
/// @pool: the storage pool
///
/// Returns 1 when it runs, 0 when not, or -1.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolIsActive(pool: virStoragePoolPtr) -> c_int {
    call(pool, &ops::storage_pool_is_active, |pool| pool.drivers().storage.storage_pool_is_active(pool))
}

/// Tells whether a pool has a definition that outlives its run.
///
/// @pool: the storage pool
///
/// Returns 1 when it is persistent, 0 when transient, or -1.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolIsPersistent(pool: virStoragePoolPtr) -> c_int {
    call(pool, &ops::storage_pool_is_persistent, |pool| {
        pool.drivers().storage.storage_pool_is_persistent(pool)
    })
}

/// Lists the volumes of a pool as handles.
///
/// @pool: the storage pool
/// @vols: (out, optional) where to store a new array of volumes, ended by NULL; the caller frees each with
///        virStorageVolFree() and the array with free(). NULL: only count
/// @flags: must be 0
///
/// Returns the number of volumes, or -1.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolListAllVolumes(
    pool: virStoragePoolPtr,
    vols: *mut *mut virStorageVolPtr,
    flags: c_uint,
) -> c_int {
    call(pool, &ops::storage_pool_list_all_volumes, |pool| {
        let need_results = !vols.is_null() as i32;
        let found = pool.drivers().storage.storage_pool_list_all_volumes(pool, need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, pool.conn(), vols) }
    })
}

/// Lists the names of the volumes of a pool.
///
/// @pool: the storage pool
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
///
/// Returns the number of names that were stored, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolListVolumes(
    pool: virStoragePoolPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    call(pool, &ops::storage_pool_list_volumes, |pool| {
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe {
            list_names(names, "names", maxnames, "maxnames", |max| {
                pool.drivers().storage.storage_pool_list_volumes(pool, max)
            })
        }
    })
}

/// Finds a pool by its name.
///
/// @conn: the connection
/// @name: the name
///
/// Returns a new handle that the caller frees with virStoragePoolFree(), or NULL (VIR_ERR_NO_STORAGE_POOL).
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByName(
    conn: virConnectPtr,
    name: *const c_char,
) -> virStoragePoolPtr {
    call(conn, &ops::storage_pool_lookup_by_name, |conn| {
        // SAFETY: C gives a string.
        let name = unsafe { any_text(name, "name") }?;
        conn.drivers().storage.storage_pool_lookup_by_name(&name)?.give(conn)
    })
}

/// Finds the pool whose volumes lie under a path.
///
/// @conn: the connection
/// @path: the path
///
/// Returns a new handle that the caller frees with virStoragePoolFree(), or NULL (VIR_ERR_NO_STORAGE_POOL).
///
/// Since: 4.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByTargetPath(
    conn: virConnectPtr,
    path: *const c_char,
) -> virStoragePoolPtr {
    call(conn, &ops::storage_pool_lookup_by_target_path, |conn| {
        // SAFETY: C gives a string.
        let path = unsafe { any_text(path, "path") }?;
        conn.drivers().storage.storage_pool_lookup_by_target_path(&path)?.give(conn)
    })
}

/// Finds a pool by its UUID.
///
/// @conn: the connection
/// @uuid: VIR_UUID_BUFLEN bytes
///
/// Returns a new handle that the caller frees with virStoragePoolFree(), or NULL (VIR_ERR_NO_STORAGE_POOL).
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByUUID(
    conn: virConnectPtr,
    uuid: *const c_uchar,
) -> virStoragePoolPtr {
    call(conn, &ops::storage_pool_lookup_by_uuid, |conn| {
        // SAFETY: C gives sixteen bytes.
        let uuid = unsafe { arguments::uuid(uuid, "uuid") }?;
        conn.drivers().storage.storage_pool_lookup_by_uuid(uuid)?.give(conn)
    })
}

/// Finds a pool by the text of its UUID.
///
/// @conn: the connection
/// @uuidstr: the UUID as text
///
/// Returns a new handle that the caller frees with virStoragePoolFree(), or NULL (VIR_ERR_NO_STORAGE_POOL).
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virStoragePoolPtr {
    call(conn, &ops::storage_pool_lookup_by_uuid, |conn| {
        // SAFETY: C gives a string.
        let uuid = unsafe { arguments::uuid_text(uuidstr, "uuidstr") }?;
        conn.drivers().storage.storage_pool_lookup_by_uuid(uuid)?.give(conn)
    })
}

/// Finds the pool that a volume belongs to.
///
/// @vol: the volume
///
/// Returns a new handle that the caller frees with virStoragePoolFree(), or NULL (VIR_ERR_NO_STORAGE_POOL).
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolLookupByVolume(vol: virStorageVolPtr) -> virStoragePoolPtr {
    call(vol, &ops::storage_pool_lookup_by_volume, |volume| {
        volume.drivers().storage.storage_pool_lookup_by_volume(volume)?.give(volume.conn())
    })
}

/// Counts the volumes of a pool.
///
/// @pool: the storage pool
///
/// Returns their number, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolNumOfVolumes(pool: virStoragePoolPtr) -> c_int {
    call(pool, &ops::storage_pool_num_of_volumes, |pool| {
        pool.drivers().storage.storage_pool_num_of_volumes(pool)
    })
}

/// Adds a reference to a pool handle, for another thread say; each is let go of with virStoragePoolFree().
///
/// @pool: the storage pool
///
/// Returns 0, or -1.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStoragePoolRef(pool: virStoragePoolPtr) -> c_int {
    inspect(pool, Origin::Storage, |pool| add_reference(pool))
}
