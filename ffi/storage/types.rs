//! Storage pool and volume handles, states, flags and events.

use crate::host::virConnectPtr;
use std::ffi::{c_int, c_ulonglong, c_void};

/// A place with volumes. Since: 0.4.1
pub struct _virStoragePool {
    _private: (),
}

/// A place with volumes. Since: 0.4.1
pub type virStoragePool = _virStoragePool;

/// A handle of a virStoragePool. Since: 0.4.1
pub type virStoragePoolPtr = *mut virStoragePool;

/// A volume: an image or device that can be a disk. Since: 0.4.1
pub struct _virStorageVol {
    _private: (),
}

/// A volume: an image or device that can be a disk. Since: 0.4.1
pub type virStorageVol = _virStorageVol;

/// A handle of a virStorageVol. Since: 0.4.1
pub type virStorageVolPtr = *mut virStorageVol;

/// The state of a storage pool in short. Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virStoragePoolInfo {
    /// A virStoragePoolState.
    pub state: c_int,
    /// Its size, in bytes.
    pub capacity: c_ulonglong,
    /// How much is used, in bytes.
    pub allocation: c_ulonglong,
    /// How much is free, in bytes.
    pub available: c_ulonglong,
}

/// The state of a storage pool in short. Since: 0.4.1
pub type virStoragePoolInfo = _virStoragePoolInfo;

/// A pointer to a virStoragePoolInfo. Since: 0.4.1
pub type virStoragePoolInfoPtr = *mut virStoragePoolInfo;

/// The sizes of a volume. Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virStorageVolInfo {
    /// A virStorageVolType.
    pub r#type: c_int,
    /// Size that a guest sees, in bytes.
    pub capacity: c_ulonglong,
    /// How much of the pool's storage is used, in bytes.
    pub allocation: c_ulonglong,
}

/// The sizes of a volume. Since: 0.4.1
pub type virStorageVolInfo = _virStorageVolInfo;

/// A pointer to a virStorageVolInfo. Since: 0.4.1
pub type virStorageVolInfoPtr = *mut virStorageVolInfo;

/// Which pools virConnectListAllStoragePools() lists. Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectListAllStoragePoolsFlags {
    /// Pools that are off. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE = 1 << 0,
    /// Pools that are on. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE = 1 << 1,
    /// Pools with a stored configuration. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT = 1 << 2,
    /// Pools without a stored configuration. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT = 1 << 3,
    /// Pools that start with the host. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART = 1 << 4,
    /// Pools that do not start with the host. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART = 1 << 5,
    /// Directories. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_DIR = 1 << 6,
    /// File systems. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_FS = 1 << 7,
    /// Network file systems. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_NETFS = 1 << 8,
    /// LVM volume groups. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL = 1 << 9,
    /// Whole disks. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_DISK = 1 << 10,
    /// ISCSI targets. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI = 1 << 11,
    /// SCSI hosts. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_SCSI = 1 << 12,
    /// Multipath devices. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_MPATH = 1 << 13,
    /// Ceph RBD pools. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_RBD = 1 << 14,
    /// Sheepdog clusters. Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG = 1 << 15,
    /// Gluster volumes. Since: 1.2.1
    VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER = 1 << 16,
    /// ZFS pools. Since: 1.2.8
    VIR_CONNECT_LIST_STORAGE_POOLS_ZFS = 1 << 17,
    /// Virtuozzo storage clusters. Since: 3.1.0
    VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE = 1 << 18,
    /// ISCSI targets reached without the kernel. Since: 5.6.0
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT = 1 << 19,
}

/// How a pool is built. Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolBuildFlags {
    /// From nothing. Since: 0.4.1
    VIR_STORAGE_POOL_BUILD_NEW = 0,
    /// Repair what is there. Since: 0.4.1
    VIR_STORAGE_POOL_BUILD_REPAIR = 1 << 0,
    /// Grow or shrink what is there. Since: 0.4.1
    VIR_STORAGE_POOL_BUILD_RESIZE = 1 << 1,
    /// Only where nothing is. Since: 0.9.5
    VIR_STORAGE_POOL_BUILD_NO_OVERWRITE = 1 << 2,
    /// Over what is there. Since: 0.9.5
    VIR_STORAGE_POOL_BUILD_OVERWRITE = 1 << 3,
}

/// Whether starting a pool builds it first. Since: 1.3.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolCreateFlags {
    /// Only start it. Since: 1.3.1
    VIR_STORAGE_POOL_CREATE_NORMAL = 0,
    /// Build it first. Since: 1.3.1
    VIR_STORAGE_POOL_CREATE_WITH_BUILD = 1 << 0,
    /// Build it first, over what is there. Since: 1.3.1
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE = 1 << 1,
    /// Build it first, only where nothing is. Since: 1.3.1
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE = 1 << 2,
}

/// Flags of virStoragePoolDefineXML(). Since: 7.7.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolDefineFlags {
    /// Check the document against the schema. Since: 7.7.0
    VIR_STORAGE_POOL_DEFINE_VALIDATE = 1 << 0,
}

/// How a pool is deleted. Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolDeleteFlags {
    /// Its metadata only, which is quick. Since: 0.4.1
    VIR_STORAGE_POOL_DELETE_NORMAL = 0,
    /// All of its data, which is slow. Since: 0.4.1
    VIR_STORAGE_POOL_DELETE_ZEROED = 1 << 0,
}

/// The classes of pool events, for virConnectStoragePoolEventRegisterAny(). Since: 2.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolEventID {
    /// Started, stopped and so on: virConnectStoragePoolEventLifecycleCallback. Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
    /// It was refreshed: virConnectStoragePoolEventGenericCallback. Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_ID_REFRESH = 1,
    /// How many values there are; it grows with releases. Since: 2.0.0
    #[cfg(enum_sentinels)]
    VIR_STORAGE_POOL_EVENT_ID_LAST = 2,
}

/// What happened to a pool. Since: 2.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolEventLifecycleType {
    /// It was defined. Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_DEFINED = 0,
    /// It was undefined. Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_UNDEFINED = 1,
    /// It was started. Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_STARTED = 2,
    /// It was stopped. Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_STOPPED = 3,
    /// It was built. Since: 3.8.0
    VIR_STORAGE_POOL_EVENT_CREATED = 4,
    /// It was deleted. Since: 3.8.0
    VIR_STORAGE_POOL_EVENT_DELETED = 5,
    /// How many values there are; it grows with releases. Since: 2.0.0
    #[cfg(enum_sentinels)]
    VIR_STORAGE_POOL_EVENT_LAST = 6,
}

/// The state of a pool. Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolState {
    /// It is off. Since: 0.4.1
    VIR_STORAGE_POOL_INACTIVE = 0,
    /// It is being built. Since: 0.4.1
    VIR_STORAGE_POOL_BUILDING = 1,
    /// It is on. Since: 0.4.1
    VIR_STORAGE_POOL_RUNNING = 2,
    /// It is on, and a part of it is missing. Since: 0.4.1
    VIR_STORAGE_POOL_DEGRADED = 3,
    /// It is on, and cannot be reached. Since: 0.8.2
    VIR_STORAGE_POOL_INACCESSIBLE = 4,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_STORAGE_POOL_STATE_LAST = 5,
}

/// How a volume is created. Since: 1.0.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolCreateFlags {
    /// Allocate the metadata of its format. Since: 1.0.1
    VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = 1 << 0,
    /// Share blocks with the volume it is cloned from. Since: 1.2.13
    VIR_STORAGE_VOL_CREATE_REFLINK = 1 << 1,
    /// Check the document against the schema. Since: 8.10.0
    VIR_STORAGE_VOL_CREATE_VALIDATE = 1 << 2,
}

/// How a volume is deleted. Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolDeleteFlags {
    /// Its metadata only, which is quick. Since: 0.4.1
    VIR_STORAGE_VOL_DELETE_NORMAL = 0,
    /// All of its data, which is slow. Since: 0.4.1
    VIR_STORAGE_VOL_DELETE_ZEROED = 1 << 0,
    /// Its snapshots too. Since: 1.2.21
    VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = 1 << 1,
}

/// Flags of virStorageVolDownload(). Since: 3.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolDownloadFlags {
    /// Send holes as holes. Since: 3.4.0
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM = 1 << 0,
}

/// Flags of virStorageVolGetInfoFlags(). Since: 3.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolInfoFlags {
    /// Report the allocation. Since: 3.0.0
    VIR_STORAGE_VOL_USE_ALLOCATION = 0,
    /// Report the physical size in its place. Since: 3.0.0
    VIR_STORAGE_VOL_GET_PHYSICAL = 1 << 0,
}

/// How a volume is resized. Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolResizeFlags {
    /// Allocate what is added. Since: 0.9.10
    VIR_STORAGE_VOL_RESIZE_ALLOCATE = 1 << 0,
    /// The size is what is added. Since: 0.9.10
    VIR_STORAGE_VOL_RESIZE_DELTA = 1 << 1,
    /// Allow it to become smaller. Since: 0.9.10
    VIR_STORAGE_VOL_RESIZE_SHRINK = 1 << 2,
}

/// What a volume is. Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolType {
    /// A file. Since: 0.4.1
    VIR_STORAGE_VOL_FILE = 0,
    /// A block device. Since: 0.4.1
    VIR_STORAGE_VOL_BLOCK = 1,
    /// A directory. Since: 0.9.5
    VIR_STORAGE_VOL_DIR = 2,
    /// A volume reached over the network. Since: 0.9.13
    VIR_STORAGE_VOL_NETWORK = 3,
    /// A directory reached over the network. Since: 1.2.0
    VIR_STORAGE_VOL_NETDIR = 4,
    /// A ploop image, which is a directory. Since: 1.3.4
    VIR_STORAGE_VOL_PLOOP = 5,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_STORAGE_VOL_LAST = 6,
}

/// Flags of virStorageVolUpload(). Since: 3.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolUploadFlags {
    /// Take holes as holes. Since: 3.4.0
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM = 1 << 0,
}

/// How the data of a volume is overwritten. Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolWipeAlgorithm {
    /// Once, with zeros. Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_ZERO = 0,
    /// Four passes, after NNSA policy letter NAP-14.1-C. Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_NNSA = 1,
    /// Four passes, after DoD 5220.22-M. Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_DOD = 2,
    /// Nine passes, after the German BSI. Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_BSI = 3,
    /// 35 passes, after Gutmann. Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_GUTMANN = 4,
    /// Seven passes, after Schneier. Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER = 5,
    /// Seven passes, after Pfitzner. Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 = 6,
    /// 33 passes, after Pfitzner. Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 = 7,
    /// One pass of random bytes. Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_RANDOM = 8,
    /// Not at all: tell the device to discard it. Since: 1.3.2
    VIR_STORAGE_VOL_WIPE_ALG_TRIM = 9,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_STORAGE_VOL_WIPE_ALG_LAST = 10,
}

/// Flags of virStoragePoolGetXMLDesc(). Since: 0.9.13
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageXMLFlags {
    /// The stored configuration, not the running pool's. Since: 0.9.13
    VIR_STORAGE_XML_INACTIVE = 1 << 0,
}

/// Told that something happened, without more; other callbacks are cast to this. Since: 2.0.0
pub type virConnectStoragePoolEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, pool: virStoragePoolPtr, opaque: *mut c_void)>;

/// Told what happened to a pool; `event` is a virStoragePoolEventLifecycleType. Since: 2.0.0
pub type virConnectStoragePoolEventLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        pool: virStoragePoolPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;
