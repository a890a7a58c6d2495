//! Storage pool and volume handles, states, flags and events.

use crate::host::virConnectPtr;
use std::ffi::{c_int, c_ulonglong, c_void};

/// Since: 0.4.1
pub struct _virStoragePool {
    _private: (),
}

/// Since: 0.4.1
pub type virStoragePool = _virStoragePool;

/// Since: 0.4.1
pub type virStoragePoolPtr = *mut virStoragePool;

/// Since: 0.4.1
pub struct _virStorageVol {
    _private: (),
}

/// Since: 0.4.1
pub type virStorageVol = _virStorageVol;

/// Since: 0.4.1
pub type virStorageVolPtr = *mut virStorageVol;

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virStoragePoolInfo {
    pub state: c_int,
    pub capacity: c_ulonglong,
    pub allocation: c_ulonglong,
    pub available: c_ulonglong,
}

/// Since: 0.4.1
pub type virStoragePoolInfo = _virStoragePoolInfo;

/// Since: 0.4.1
pub type virStoragePoolInfoPtr = *mut virStoragePoolInfo;

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virStorageVolInfo {
    pub r#type: c_int,
    pub capacity: c_ulonglong,
    pub allocation: c_ulonglong,
}

/// Since: 0.4.1
pub type virStorageVolInfo = _virStorageVolInfo;

/// Since: 0.4.1
pub type virStorageVolInfoPtr = *mut virStorageVolInfo;

/// Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectListAllStoragePoolsFlags {
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE = 1 << 0,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE = 1 << 1,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT = 1 << 2,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT = 1 << 3,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART = 1 << 4,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART = 1 << 5,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_DIR = 1 << 6,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_FS = 1 << 7,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_NETFS = 1 << 8,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL = 1 << 9,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_DISK = 1 << 10,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI = 1 << 11,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_SCSI = 1 << 12,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_MPATH = 1 << 13,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_RBD = 1 << 14,
    /// Since: 0.10.2
    VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG = 1 << 15,
    /// Since: 1.2.1
    VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER = 1 << 16,
    /// Since: 1.2.8
    VIR_CONNECT_LIST_STORAGE_POOLS_ZFS = 1 << 17,
    /// Since: 3.1.0
    VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE = 1 << 18,
    /// Since: 5.6.0
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT = 1 << 19,
}

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolBuildFlags {
    /// Since: 0.4.1
    VIR_STORAGE_POOL_BUILD_NEW = 0,
    /// Since: 0.4.1
    VIR_STORAGE_POOL_BUILD_REPAIR = 1 << 0,
    /// Since: 0.4.1
    VIR_STORAGE_POOL_BUILD_RESIZE = 1 << 1,
    /// Since: 0.9.5
    VIR_STORAGE_POOL_BUILD_NO_OVERWRITE = 1 << 2,
    /// Since: 0.9.5
    VIR_STORAGE_POOL_BUILD_OVERWRITE = 1 << 3,
}

/// Since: 1.3.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolCreateFlags {
    /// Since: 1.3.1
    VIR_STORAGE_POOL_CREATE_NORMAL = 0,
    /// Since: 1.3.1
    VIR_STORAGE_POOL_CREATE_WITH_BUILD = 1 << 0,
    /// Since: 1.3.1
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE = 1 << 1,
    /// Since: 1.3.1
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE = 1 << 2,
}

/// Since: 7.7.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolDefineFlags {
    /// Since: 7.7.0
    VIR_STORAGE_POOL_DEFINE_VALIDATE = 1 << 0,
}

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolDeleteFlags {
    /// Since: 0.4.1
    VIR_STORAGE_POOL_DELETE_NORMAL = 0,
    /// Since: 0.4.1
    VIR_STORAGE_POOL_DELETE_ZEROED = 1 << 0,
}

/// Since: 2.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolEventID {
    /// Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
    /// Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_ID_REFRESH = 1,
    /// Since: 2.0.0
    #[cfg(enum_sentinels)]
    VIR_STORAGE_POOL_EVENT_ID_LAST = 2,
}

/// Since: 2.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolEventLifecycleType {
    /// Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_DEFINED = 0,
    /// Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_UNDEFINED = 1,
    /// Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_STARTED = 2,
    /// Since: 2.0.0
    VIR_STORAGE_POOL_EVENT_STOPPED = 3,
    /// Since: 3.8.0
    VIR_STORAGE_POOL_EVENT_CREATED = 4,
    /// Since: 3.8.0
    VIR_STORAGE_POOL_EVENT_DELETED = 5,
    /// Since: 2.0.0
    #[cfg(enum_sentinels)]
    VIR_STORAGE_POOL_EVENT_LAST = 6,
}

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStoragePoolState {
    /// Since: 0.4.1
    VIR_STORAGE_POOL_INACTIVE = 0,
    /// Since: 0.4.1
    VIR_STORAGE_POOL_BUILDING = 1,
    /// Since: 0.4.1
    VIR_STORAGE_POOL_RUNNING = 2,
    /// Since: 0.4.1
    VIR_STORAGE_POOL_DEGRADED = 3,
    /// Since: 0.8.2
    VIR_STORAGE_POOL_INACCESSIBLE = 4,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_STORAGE_POOL_STATE_LAST = 5,
}

/// Since: 1.0.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolCreateFlags {
    /// Since: 1.0.1
    VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = 1 << 0,
    /// Since: 1.2.13
    VIR_STORAGE_VOL_CREATE_REFLINK = 1 << 1,
    /// Since: 8.10.0
    VIR_STORAGE_VOL_CREATE_VALIDATE = 1 << 2,
}

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolDeleteFlags {
    /// Since: 0.4.1
    VIR_STORAGE_VOL_DELETE_NORMAL = 0,
    /// Since: 0.4.1
    VIR_STORAGE_VOL_DELETE_ZEROED = 1 << 0,
    /// Since: 1.2.21
    VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = 1 << 1,
}

/// Since: 3.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolDownloadFlags {
    /// Since: 3.4.0
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM = 1 << 0,
}

/// Since: 3.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolInfoFlags {
    /// Since: 3.0.0
    VIR_STORAGE_VOL_USE_ALLOCATION = 0,
    /// Since: 3.0.0
    VIR_STORAGE_VOL_GET_PHYSICAL = 1 << 0,
}

/// Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolResizeFlags {
    /// Since: 0.9.10
    VIR_STORAGE_VOL_RESIZE_ALLOCATE = 1 << 0,
    /// Since: 0.9.10
    VIR_STORAGE_VOL_RESIZE_DELTA = 1 << 1,
    /// Since: 0.9.10
    VIR_STORAGE_VOL_RESIZE_SHRINK = 1 << 2,
}

/// Since: 0.4.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolType {
    /// Since: 0.4.1
    VIR_STORAGE_VOL_FILE = 0,
    /// Since: 0.4.1
    VIR_STORAGE_VOL_BLOCK = 1,
    /// Since: 0.9.5
    VIR_STORAGE_VOL_DIR = 2,
    /// Since: 0.9.13
    VIR_STORAGE_VOL_NETWORK = 3,
    /// Since: 1.2.0
    VIR_STORAGE_VOL_NETDIR = 4,
    /// Since: 1.3.4
    VIR_STORAGE_VOL_PLOOP = 5,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_STORAGE_VOL_LAST = 6,
}

/// Since: 3.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolUploadFlags {
    /// Since: 3.4.0
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM = 1 << 0,
}

/// Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageVolWipeAlgorithm {
    /// Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_ZERO = 0,
    /// Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_NNSA = 1,
    /// Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_DOD = 2,
    /// Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_BSI = 3,
    /// Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_GUTMANN = 4,
    /// Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER = 5,
    /// Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 = 6,
    /// Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 = 7,
    /// Since: 0.9.10
    VIR_STORAGE_VOL_WIPE_ALG_RANDOM = 8,
    /// Since: 1.3.2
    VIR_STORAGE_VOL_WIPE_ALG_TRIM = 9,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_STORAGE_VOL_WIPE_ALG_LAST = 10,
}

/// Since: 0.9.13
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStorageXMLFlags {
    /// Since: 0.9.13
    VIR_STORAGE_XML_INACTIVE = 1 << 0,
}

/// Since: 2.0.0
pub type virConnectStoragePoolEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, pool: virStoragePoolPtr, opaque: *mut c_void)>;

/// Since: 2.0.0
pub type virConnectStoragePoolEventLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        pool: virStoragePoolPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;
