/* libvirt-storage.h: made from ffi/storage/ by the build. */

#ifndef LIBVIRT_STORAGE_H
#define LIBVIRT_STORAGE_H

#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>

/** Casts an event's callback to what virConnectStoragePoolEventRegisterAny() takes. Since: 2.0.0 */
#define VIR_STORAGE_POOL_EVENT_CALLBACK(cb) ((virConnectStoragePoolEventGenericCallback) (cb))

/**
 * Since: 0.10.2
 */
typedef enum virConnectListAllStoragePoolsFlags {
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE = (1 << 0),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE = (1 << 1),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT = (1 << 2),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT = (1 << 3),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART = (1 << 4),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART = (1 << 5),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_DIR = (1 << 6),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_FS = (1 << 7),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_NETFS = (1 << 8),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL = (1 << 9),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_DISK = (1 << 10),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI = (1 << 11),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_SCSI = (1 << 12),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_MPATH = (1 << 13),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_RBD = (1 << 14),
    /**
     * Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG = (1 << 15),
    /**
     * Since: 1.2.1
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER = (1 << 16),
    /**
     * Since: 1.2.8
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_ZFS = (1 << 17),
    /**
     * Since: 3.1.0
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE = (1 << 18),
    /**
     * Since: 5.6.0
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT = (1 << 19)
} virConnectListAllStoragePoolsFlags;

/**
 * Since: 0.4.1
 */
typedef enum virStoragePoolBuildFlags {
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_POOL_BUILD_NEW = 0,
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_POOL_BUILD_REPAIR = (1 << 0),
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_POOL_BUILD_RESIZE = (1 << 1),
    /**
     * Since: 0.9.5
     */
    VIR_STORAGE_POOL_BUILD_NO_OVERWRITE = (1 << 2),
    /**
     * Since: 0.9.5
     */
    VIR_STORAGE_POOL_BUILD_OVERWRITE = (1 << 3)
} virStoragePoolBuildFlags;

/**
 * Since: 1.3.1
 */
typedef enum virStoragePoolCreateFlags {
    /**
     * Since: 1.3.1
     */
    VIR_STORAGE_POOL_CREATE_NORMAL = 0,
    /**
     * Since: 1.3.1
     */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD = (1 << 0),
    /**
     * Since: 1.3.1
     */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE = (1 << 1),
    /**
     * Since: 1.3.1
     */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE = (1 << 2)
} virStoragePoolCreateFlags;

/**
 * Since: 7.7.0
 */
typedef enum virStoragePoolDefineFlags {
    /**
     * Since: 7.7.0
     */
    VIR_STORAGE_POOL_DEFINE_VALIDATE = (1 << 0)
} virStoragePoolDefineFlags;

/**
 * Since: 0.4.1
 */
typedef enum virStoragePoolDeleteFlags {
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_POOL_DELETE_NORMAL = 0,
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_POOL_DELETE_ZEROED = (1 << 0)
} virStoragePoolDeleteFlags;

/**
 * Since: 2.0.0
 */
typedef enum virStoragePoolEventID {
    /**
     * Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
    /**
     * Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_ID_REFRESH = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 2.0.0
     */
    , VIR_STORAGE_POOL_EVENT_ID_LAST = 2
#endif
} virStoragePoolEventID;

/**
 * Since: 2.0.0
 */
typedef enum virStoragePoolEventLifecycleType {
    /**
     * Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_DEFINED = 0,
    /**
     * Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_UNDEFINED = 1,
    /**
     * Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_STARTED = 2,
    /**
     * Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_STOPPED = 3,
    /**
     * Since: 3.8.0
     */
    VIR_STORAGE_POOL_EVENT_CREATED = 4,
    /**
     * Since: 3.8.0
     */
    VIR_STORAGE_POOL_EVENT_DELETED = 5
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 2.0.0
     */
    , VIR_STORAGE_POOL_EVENT_LAST = 6
#endif
} virStoragePoolEventLifecycleType;

/**
 * Since: 0.4.1
 */
typedef enum virStoragePoolState {
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_POOL_INACTIVE = 0,
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_POOL_BUILDING = 1,
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_POOL_RUNNING = 2,
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_POOL_DEGRADED = 3,
    /**
     * Since: 0.8.2
     */
    VIR_STORAGE_POOL_INACCESSIBLE = 4
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 0.9.10
     */
    , VIR_STORAGE_POOL_STATE_LAST = 5
#endif
} virStoragePoolState;

/**
 * Since: 1.0.1
 */
typedef enum virStorageVolCreateFlags {
    /**
     * Since: 1.0.1
     */
    VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = (1 << 0),
    /**
     * Since: 1.2.13
     */
    VIR_STORAGE_VOL_CREATE_REFLINK = (1 << 1),
    /**
     * Since: 8.10.0
     */
    VIR_STORAGE_VOL_CREATE_VALIDATE = (1 << 2)
} virStorageVolCreateFlags;

/**
 * Since: 0.4.1
 */
typedef enum virStorageVolDeleteFlags {
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_VOL_DELETE_NORMAL = 0,
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_VOL_DELETE_ZEROED = (1 << 0),
    /**
     * Since: 1.2.21
     */
    VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = (1 << 1)
} virStorageVolDeleteFlags;

/**
 * Since: 3.4.0
 */
typedef enum virStorageVolDownloadFlags {
    /**
     * Since: 3.4.0
     */
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM = (1 << 0)
} virStorageVolDownloadFlags;

/**
 * Since: 3.0.0
 */
typedef enum virStorageVolInfoFlags {
    /**
     * Since: 3.0.0
     */
    VIR_STORAGE_VOL_USE_ALLOCATION = 0,
    /**
     * Since: 3.0.0
     */
    VIR_STORAGE_VOL_GET_PHYSICAL = (1 << 0)
} virStorageVolInfoFlags;

/**
 * Since: 0.9.10
 */
typedef enum virStorageVolResizeFlags {
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_RESIZE_ALLOCATE = (1 << 0),
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_RESIZE_DELTA = (1 << 1),
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_RESIZE_SHRINK = (1 << 2)
} virStorageVolResizeFlags;

/**
 * Since: 0.4.1
 */
typedef enum virStorageVolType {
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_VOL_FILE = 0,
    /**
     * Since: 0.4.1
     */
    VIR_STORAGE_VOL_BLOCK = 1,
    /**
     * Since: 0.9.5
     */
    VIR_STORAGE_VOL_DIR = 2,
    /**
     * Since: 0.9.13
     */
    VIR_STORAGE_VOL_NETWORK = 3,
    /**
     * Since: 1.2.0
     */
    VIR_STORAGE_VOL_NETDIR = 4,
    /**
     * Since: 1.3.4
     */
    VIR_STORAGE_VOL_PLOOP = 5
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 0.9.10
     */
    , VIR_STORAGE_VOL_LAST = 6
#endif
} virStorageVolType;

/**
 * Since: 3.4.0
 */
typedef enum virStorageVolUploadFlags {
    /**
     * Since: 3.4.0
     */
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM = (1 << 0)
} virStorageVolUploadFlags;

/**
 * Since: 0.9.10
 */
typedef enum virStorageVolWipeAlgorithm {
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_ZERO = 0,
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_NNSA = 1,
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_DOD = 2,
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_BSI = 3,
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_GUTMANN = 4,
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER = 5,
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 = 6,
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 = 7,
    /**
     * Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_RANDOM = 8,
    /**
     * Since: 1.3.2
     */
    VIR_STORAGE_VOL_WIPE_ALG_TRIM = 9
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 0.9.10
     */
    , VIR_STORAGE_VOL_WIPE_ALG_LAST = 10
#endif
} virStorageVolWipeAlgorithm;

/**
 * Since: 0.9.13
 */
typedef enum virStorageXMLFlags {
    /**
     * Since: 0.9.13
     */
    VIR_STORAGE_XML_INACTIVE = (1 << 0)
} virStorageXMLFlags;

/**
 * Since: 0.4.1
 */
typedef struct _virStoragePool _virStoragePool;

/**
 * Since: 0.4.1
 */
typedef struct _virStorageVol _virStorageVol;

/**
 * Since: 0.4.1
 */
typedef struct _virStoragePool virStoragePool;

/**
 * Since: 0.4.1
 */
typedef virStoragePool *virStoragePoolPtr;

/**
 * Since: 2.0.0
 */
typedef void (*virConnectStoragePoolEventGenericCallback)(virConnectPtr conn,
                                                          virStoragePoolPtr pool,
                                                          void *opaque);

/**
 * Since: 0.4.1
 */
typedef struct _virStoragePoolInfo {
    int state;
    unsigned long long capacity;
    unsigned long long allocation;
    unsigned long long available;
} _virStoragePoolInfo;

/**
 * Since: 0.4.1
 */
typedef struct _virStoragePoolInfo virStoragePoolInfo;

/**
 * Since: 0.4.1
 */
typedef virStoragePoolInfo *virStoragePoolInfoPtr;

/**
 * Since: 0.4.1
 */
typedef struct _virStorageVol virStorageVol;

/**
 * Since: 0.4.1
 */
typedef virStorageVol *virStorageVolPtr;

/**
 * Since: 0.4.1
 */
typedef struct _virStorageVolInfo {
    int type;
    unsigned long long capacity;
    unsigned long long allocation;
} _virStorageVolInfo;

/**
 * Since: 0.4.1
 */
typedef struct _virStorageVolInfo virStorageVolInfo;

/**
 * Since: 0.4.1
 */
typedef virStorageVolInfo *virStorageVolInfoPtr;

/**
 * Since: 2.0.0
 */
typedef void (*virConnectStoragePoolEventLifecycleCallback)(virConnectPtr conn,
                                                            virStoragePoolPtr pool,
                                                            int event,
                                                            int detail,
                                                            void *opaque);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Since: 2.0.0
 */
int virConnectStoragePoolEventDeregisterAny(virConnectPtr conn, int callbackID);

/**
 * @freecb: (optional)
 *
 * Since: 2.0.0
 */
int virConnectStoragePoolEventRegisterAny(virConnectPtr conn,
                                          virStoragePoolPtr pool,
                                          int eventID,
                                          virConnectStoragePoolEventGenericCallback cb,
                                          void *opaque,
                                          virFreeCallback freecb);

/**
 * Since: 0.4.1
 */
int virStoragePoolBuild(virStoragePoolPtr pool, unsigned int flags);

/**
 * Since: 0.4.1
 */
int virStoragePoolCreate(virStoragePoolPtr pool, unsigned int flags);

/**
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolCreateXML(virConnectPtr conn,
                                          const char *xmlDesc,
                                          unsigned int flags);

/**
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolDefineXML(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * Since: 0.4.1
 */
int virStoragePoolDelete(virStoragePoolPtr pool, unsigned int flags);

/**
 * Since: 0.4.1
 */
int virStoragePoolDestroy(virStoragePoolPtr pool);

/**
 * Since: 0.4.1
 */
int virStoragePoolGetAutostart(virStoragePoolPtr pool, int *autostart);

/**
 * Since: 0.4.1
 */
int virStoragePoolGetInfo(virStoragePoolPtr pool, virStoragePoolInfoPtr info);

/**
 * Since: 0.4.1
 */
char *virStoragePoolGetXMLDesc(virStoragePoolPtr pool, unsigned int flags);

/**
 * Since: 0.4.1
 */
int virStoragePoolRefresh(virStoragePoolPtr pool, unsigned int flags);

/**
 * Since: 0.4.1
 */
int virStoragePoolSetAutostart(virStoragePoolPtr pool, int autostart);

/**
 * Since: 0.4.1
 */
int virStoragePoolUndefine(virStoragePoolPtr pool);

/**
 * Since: 0.4.5
 */
char *virConnectFindStoragePoolSources(virConnectPtr conn,
                                       const char *type,
                                       const char *srcSpec,
                                       unsigned int flags);

/**
 * Since: 5.2.0
 */
char *virConnectGetStoragePoolCapabilities(virConnectPtr conn, unsigned int flags);

/**
 * Since: 0.10.2
 */
int virConnectListAllStoragePools(virConnectPtr conn,
                                  virStoragePoolPtr **pools,
                                  unsigned int flags);

/**
 * Since: 0.4.1
 */
int virConnectListDefinedStoragePools(virConnectPtr conn, char **names, int maxnames);

/**
 * Since: 0.4.1
 */
int virConnectListStoragePools(virConnectPtr conn, char **names, int maxnames);

/**
 * Since: 0.4.1
 */
int virConnectNumOfDefinedStoragePools(virConnectPtr conn);

/**
 * Since: 0.4.1
 */
int virConnectNumOfStoragePools(virConnectPtr conn);

/**
 * Since: 0.4.1
 */
int virStoragePoolFree(virStoragePoolPtr pool);

/**
 * Since: 0.4.1
 */
virConnectPtr virStoragePoolGetConnect(virStoragePoolPtr pool);

/**
 * Since: 0.4.1
 */
const char *virStoragePoolGetName(virStoragePoolPtr pool);

/**
 * Since: 0.4.1
 */
int virStoragePoolGetUUID(virStoragePoolPtr pool, unsigned char *uuid);

/**
 * Since: 0.4.1
 */
int virStoragePoolGetUUIDString(virStoragePoolPtr pool, char *buf);

/**
 * Since: 0.7.3
 */
int virStoragePoolIsActive(virStoragePoolPtr pool);

/**
 * Since: 0.7.3
 */
int virStoragePoolIsPersistent(virStoragePoolPtr pool);

/**
 * Since: 0.10.2
 */
int virStoragePoolListAllVolumes(virStoragePoolPtr pool,
                                 virStorageVolPtr **vols,
                                 unsigned int flags);

/**
 * Since: 0.4.1
 */
int virStoragePoolListVolumes(virStoragePoolPtr pool, char **names, int maxnames);

/**
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByName(virConnectPtr conn, const char *name);

/**
 * Since: 4.1.0
 */
virStoragePoolPtr virStoragePoolLookupByTargetPath(virConnectPtr conn, const char *path);

/**
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByVolume(virStorageVolPtr vol);

/**
 * Since: 0.4.1
 */
int virStoragePoolNumOfVolumes(virStoragePoolPtr pool);

/**
 * Since: 0.6.0
 */
int virStoragePoolRef(virStoragePoolPtr pool);

/**
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolCreateXML(virStoragePoolPtr pool,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * Since: 0.6.4
 */
virStorageVolPtr virStorageVolCreateXMLFrom(virStoragePoolPtr pool,
                                            const char *xmlDesc,
                                            virStorageVolPtr clonevol,
                                            unsigned int flags);

/**
 * Since: 0.4.1
 */
int virStorageVolDelete(virStorageVolPtr vol, unsigned int flags);

/**
 * Since: 0.9.0
 */
int virStorageVolDownload(virStorageVolPtr vol,
                          virStreamPtr stream,
                          unsigned long long offset,
                          unsigned long long length,
                          unsigned int flags);

/**
 * Since: 0.4.1
 */
int virStorageVolFree(virStorageVolPtr vol);

/**
 * Since: 0.4.1
 */
virConnectPtr virStorageVolGetConnect(virStorageVolPtr vol);

/**
 * Since: 0.4.1
 */
int virStorageVolGetInfo(virStorageVolPtr vol, virStorageVolInfoPtr info);

/**
 * Since: 3.0.0
 */
int virStorageVolGetInfoFlags(virStorageVolPtr vol, virStorageVolInfoPtr info, unsigned int flags);

/**
 * Since: 0.4.1
 */
const char *virStorageVolGetKey(virStorageVolPtr vol);

/**
 * Since: 0.4.1
 */
const char *virStorageVolGetName(virStorageVolPtr vol);

/**
 * Since: 0.4.1
 */
char *virStorageVolGetPath(virStorageVolPtr vol);

/**
 * Since: 0.4.1
 */
char *virStorageVolGetXMLDesc(virStorageVolPtr vol, unsigned int flags);

/**
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByKey(virConnectPtr conn, const char *key);

/**
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByName(virStoragePoolPtr pool, const char *name);

/**
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByPath(virConnectPtr conn, const char *path);

/**
 * Since: 0.6.0
 */
int virStorageVolRef(virStorageVolPtr vol);

/**
 * Since: 0.9.10
 */
int virStorageVolResize(virStorageVolPtr vol, unsigned long long capacity, unsigned int flags);

/**
 * Since: 0.9.0
 */
int virStorageVolUpload(virStorageVolPtr vol,
                        virStreamPtr stream,
                        unsigned long long offset,
                        unsigned long long length,
                        unsigned int flags);

/**
 * Since: 0.8.0
 */
int virStorageVolWipe(virStorageVolPtr vol, unsigned int flags);

/**
 * Since: 0.9.10
 */
int virStorageVolWipePattern(virStorageVolPtr vol, unsigned int algorithm, unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_STORAGE_H */
