//! Volumes of a storage pool.

use crate::{
    boundary::{
        add_reference,
        arguments::{any_text, required, text},
        call, done, drop_reference,
        handle::Borrowed,
        handle_of, inspect,
        objects::{Shown, StorageVolObject, StreamHandle},
        results,
    },
    host::{virConnectPtr, virStreamPtr},
    storage::{_virStorageVolInfo, virStoragePoolPtr, virStorageVolInfoPtr, virStorageVolPtr},
};
use std::ffi::{c_char, c_int, c_uint, c_ulonglong};
use virt_core::{
    api::ops,
    constants::{VIR_STORAGE_VOL_RESIZE_DELTA, VIR_STORAGE_VOL_RESIZE_SHRINK},
    records::StorageVolInfo,
};
use virt_error::{Error, Origin, Result};

/// Makes a volume in a pool.
///
/// @pool: the storage pool
/// @xmlDesc: the description, a <volume> document
/// @flags: bitwise-OR of virStorageVolCreateFlags
///
/// Returns a new handle that the caller frees with virStorageVolFree(), or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXML(
    pool: virStoragePoolPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virStorageVolPtr {
    call(pool, &ops::storage_vol_create_xml, |pool| {
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        pool.drivers().storage.storage_vol_create_xml(pool, xmlDesc, flags)?.give(pool.conn())
    })
}

/// Makes a volume in a pool as a copy of another volume.
///
/// @pool: the pool that the new volume goes to
/// @xmlDesc: the description, a <volume> document; its capacity may be larger than that of @clonevol
/// @clonevol: the volume that is copied
/// @flags: bitwise-OR of virStorageVolCreateFlags
///
/// Returns a new handle that the caller frees with virStorageVolFree(), or NULL.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolCreateXMLFrom(
    pool: virStoragePoolPtr,
    xmlDesc: *const c_char,
    clonevol: virStorageVolPtr,
    flags: c_uint,
) -> virStorageVolPtr {
    let op = &ops::storage_vol_create_xml_from;
    call(pool, op, |pool| {
        let clonevol = handle_of(clonevol)?;
        op.check_writable(clonevol.conn.connection.read_only, flags, 0, "virStorageVolCreateXMLFrom")?;
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        let storage = &pool.drivers().storage;
        storage.storage_vol_create_xml_from(pool, xmlDesc, &clonevol, flags)?.give(pool.conn())
    })
}

/// Deletes a volume and its data.
///
/// @vol: the volume
/// @flags: bitwise-OR of virStorageVolDeleteFlags
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDelete(vol: virStorageVolPtr, flags: c_uint) -> c_int {
    call(vol, &ops::storage_vol_delete, |volume| {
        done(volume.drivers().storage.storage_vol_delete(volume, flags))
    })
}

/// Opens a stream that the contents of a volume are read from.
///
/// @vol: the volume
/// @stream: the stream, which virStreamNew() made
/// @offset: the position in bytes where reading begins
/// @length: how many bytes, or 0 for all that follow
/// @flags: bitwise-OR of virStorageVolDownloadFlags
///
/// Returns 0, or -1. The stream tells of errors that happen later.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolDownload(
    vol: virStorageVolPtr,
    stream: virStreamPtr,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(vol, &ops::storage_vol_download, |volume| {
        let stream = stream_of_volume(stream, volume)?;
        let storage = &volume.drivers().storage;
        done(stream.open(|| storage.storage_vol_download(volume, offset, length, flags)))
    })
}

/// Lets go of a volume handle. The volume itself lives on.
///
/// @vol: the volume, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolFree(vol: virStorageVolPtr) -> c_int {
    inspect(vol, Origin::Storage, |volume| drop_reference(volume))
}

/// Gives the connection that a volume belongs to, without a reference of its own: it lives as long as @vol.
///
/// @vol: the volume
///
/// Returns the connection, or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetConnect(vol: virStorageVolPtr) -> virConnectPtr {
    inspect(vol, Origin::Storage, |volume| Ok(volume.conn.as_ptr()))
}

/// Tells the kind and the sizes of a volume.
///
/// @vol: the volume
/// @info: (out) the kind and the sizes in bytes
///
/// Returns 0, or -1.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfo(vol: virStorageVolPtr, info: virStorageVolInfoPtr) -> c_int {
    call(vol, &ops::storage_vol_get_info, |volume| {
        // SAFETY: C gives room for a virStorageVolInfo.
        let info = unsafe { required(info, "info") }?;
        info.write(volume.drivers().storage.storage_vol_get_info(volume)?.into());
        Ok(0)
    })
}

/// Tells the kind and the sizes of a volume, in the way that @flags say.
///
/// @vol: the volume
/// @info: (out) the kind and the sizes in bytes
/// @flags: bitwise-OR of virStorageVolInfoFlags
///
/// Returns 0, or -1.
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetInfoFlags(
    vol: virStorageVolPtr,
    info: virStorageVolInfoPtr,
    flags: c_uint,
) -> c_int {
    call(vol, &ops::storage_vol_get_info_flags, |volume| {
        // SAFETY: C gives room for a virStorageVolInfo.
        let info = unsafe { required(info, "info") }?;
        info.write(volume.drivers().storage.storage_vol_get_info_flags(volume, flags)?.into());
        Ok(0)
    })
}

/// Gives the key of a volume, which no other volume on any host has.
///
/// @vol: the volume
///
/// Returns the key, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetKey(vol: virStorageVolPtr) -> *const c_char {
    inspect(vol, Origin::Storage, |volume| Ok(results::name_pointer(&volume.key)))
}

/// Gives the name of a volume, which is its own within the pool.
///
/// @vol: the volume
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetName(vol: virStorageVolPtr) -> *const c_char {
    inspect(vol, Origin::Storage, |volume| Ok(results::name_pointer(&volume.name)))
}

/// Tells where the host finds a volume. The path may change when the pool is started again.
///
/// @vol: the volume
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetPath(vol: virStorageVolPtr) -> *mut c_char {
    call(vol, &ops::storage_vol_get_path, |volume| {
        results::give_text(&volume.drivers().storage.storage_vol_get_path(volume)?)
    })
}

/// Describes a volume as XML.
///
/// @vol: the volume
/// @flags: must be 0
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolGetXMLDesc(vol: virStorageVolPtr, flags: c_uint) -> *mut c_char {
    call(vol, &ops::storage_vol_get_xml_desc, |volume| {
        results::give_text(&volume.drivers().storage.storage_vol_get_xml_desc(volume, flags)?)
    })
}

/// Finds a volume by its key.
///
/// @conn: the connection
/// @key: the key
///
/// Returns a new handle that the caller frees with virStorageVolFree(), or NULL (VIR_ERR_NO_STORAGE_VOL).
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByKey(
    conn: virConnectPtr,
    key: *const c_char,
) -> virStorageVolPtr {
    call(conn, &ops::storage_vol_lookup_by_key, |conn| {
        // SAFETY: C gives a string.
        let key = unsafe { any_text(key, "key") }?;
        conn.drivers().storage.storage_vol_lookup_by_key(&key)?.give(conn)
    })
}

/// Finds a volume of a pool by its name.
///
/// @pool: the storage pool
/// @name: the name
///
/// Returns a new handle that the caller frees with virStorageVolFree(), or NULL (VIR_ERR_NO_STORAGE_VOL).
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByName(
    pool: virStoragePoolPtr,
    name: *const c_char,
) -> virStorageVolPtr {
    call(pool, &ops::storage_vol_lookup_by_name, |pool| {
        // SAFETY: C gives a string.
        let name = unsafe { any_text(name, "name") }?;
        pool.drivers().storage.storage_vol_lookup_by_name(pool, &name)?.give(pool.conn())
    })
}

/// Finds a volume by its path on the host.
///
/// @conn: the connection
/// @path: the path
///
/// Returns a new handle that the caller frees with virStorageVolFree(), or NULL (VIR_ERR_NO_STORAGE_VOL).
///
/// Since: 0.4.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolLookupByPath(
    conn: virConnectPtr,
    path: *const c_char,
) -> virStorageVolPtr {
    call(conn, &ops::storage_vol_lookup_by_path, |conn| {
        // SAFETY: C gives a string.
        let path = unsafe { any_text(path, "path") }?;
        conn.drivers().storage.storage_vol_lookup_by_path(&path)?.give(conn)
    })
}

/// Adds a reference to a volume handle, for another thread say; each is let go of with virStorageVolFree().
///
/// @vol: the volume
///
/// Returns 0, or -1.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolRef(vol: virStorageVolPtr) -> c_int {
    inspect(vol, Origin::Storage, |volume| add_reference(volume))
}

/// Changes the capacity of a volume.
///
/// @vol: the volume
/// @capacity: the new capacity in bytes, or the change with VIR_STORAGE_VOL_RESIZE_DELTA
/// @flags: bitwise-OR of virStorageVolResizeFlags
///
/// Returns 0, or -1.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolResize(
    vol: virStorageVolPtr,
    capacity: c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(vol, &ops::storage_vol_resize, |volume| {
        if capacity == 0 && flags & (VIR_STORAGE_VOL_RESIZE_DELTA | VIR_STORAGE_VOL_RESIZE_SHRINK) == 0 {
            let text = "capacity in %s cannot be zero without 'delta' or 'shrink' flags set";
            return Err(Error::argument("capacity", text));
        }
        done(volume.drivers().storage.storage_vol_resize(volume, capacity, flags))
    })
}

/// Opens a stream that the contents of a volume are written to.
///
/// @vol: the volume
/// @stream: the stream, which virStreamNew() made
/// @offset: the position in bytes where writing begins
/// @length: how many bytes at most, or 0 for as many as there is room for
/// @flags: bitwise-OR of virStorageVolUploadFlags
///
/// Returns 0, or -1. The stream tells of errors that happen later.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolUpload(
    vol: virStorageVolPtr,
    stream: virStreamPtr,
    offset: c_ulonglong,
    length: c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(vol, &ops::storage_vol_upload, |volume| {
        let stream = stream_of_volume(stream, volume)?;
        let storage = &volume.drivers().storage;
        done(stream.open(|| storage.storage_vol_upload(volume, offset, length, flags)))
    })
}

/// Overwrites the data of a volume so that it cannot be read back.
///
/// @vol: the volume
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipe(vol: virStorageVolPtr, flags: c_uint) -> c_int {
    call(vol, &ops::storage_vol_wipe, |volume| done(volume.drivers().storage.storage_vol_wipe(volume, flags)))
}

/// Overwrites the data of a volume in a given way.
///
/// @vol: the volume
/// @algorithm: the way, one of virStorageVolWipeAlgorithm
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStorageVolWipePattern(
    vol: virStorageVolPtr,
    algorithm: c_uint,
    flags: c_uint,
) -> c_int {
    call(vol, &ops::storage_vol_wipe_pattern, |volume| {
        done(volume.drivers().storage.storage_vol_wipe_pattern(volume, algorithm, flags))
    })
}

impl From<StorageVolInfo> for _virStorageVolInfo {
    fn from(info: StorageVolInfo) -> Self {
        _virStorageVolInfo { r#type: info.kind.into(), capacity: info.capacity, allocation: info.allocation }
    }
}

/// The stream that is to carry the data of `volume`.
fn stream_of_volume(stream: virStreamPtr, volume: &StorageVolObject) -> Result<Borrowed<StreamHandle>> {
    let stream = handle_of(stream)?;
    if stream.conn.as_ptr() != volume.conn.as_ptr() {
        let text = format!("stream in %s must match connection of volume '{}'", volume.name);
        return Err(Error::argument("stream", text));
    }
    Ok(stream)
}
