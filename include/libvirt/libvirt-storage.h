/* libvirt-storage.h: made from ffi/storage/ by the build. */

#ifndef LIBVIRT_STORAGE_H
#define LIBVIRT_STORAGE_H

#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>

/** Casts an event's callback to what virConnectStoragePoolEventRegisterAny() takes. Since: 2.0.0 */
#define VIR_STORAGE_POOL_EVENT_CALLBACK(cb) ((virConnectStoragePoolEventGenericCallback) (void (*)(void)) (cb))

/**
 * Which pools virConnectListAllStoragePools() lists. Since: 0.10.2
 */
typedef enum virConnectListAllStoragePoolsFlags {
    /**
     * Pools that are off. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE = (1 << 0),
    /**
     * Pools that are on. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE = (1 << 1),
    /**
     * Pools with a stored configuration. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT = (1 << 2),
    /**
     * Pools without a stored configuration. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT = (1 << 3),
    /**
     * Pools that start with the host. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART = (1 << 4),
    /**
     * Pools that do not start with the host. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART = (1 << 5),
    /**
     * Directories. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_DIR = (1 << 6),
    /**
     * File systems. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_FS = (1 << 7),
    /**
     * Network file systems. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_NETFS = (1 << 8),
    /**
     * LVM volume groups. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL = (1 << 9),
    /**
     * Whole disks. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_DISK = (1 << 10),
    /**
     * ISCSI targets. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI = (1 << 11),
    /**
     * SCSI hosts. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_SCSI = (1 << 12),
    /**
     * Multipath devices. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_MPATH = (1 << 13),
    /**
     * Ceph RBD pools. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_RBD = (1 << 14),
    /**
     * Sheepdog clusters. Since: 0.10.2
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG = (1 << 15),
    /**
     * Gluster volumes. Since: 1.2.1
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER = (1 << 16),
    /**
     * ZFS pools. Since: 1.2.8
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_ZFS = (1 << 17),
    /**
     * Virtuozzo storage clusters. Since: 3.1.0
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE = (1 << 18),
    /**
     * ISCSI targets reached without the kernel. Since: 5.6.0
     */
    VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT = (1 << 19)
} virConnectListAllStoragePoolsFlags;

/**
 * How a pool is built. Since: 0.4.1
 */
typedef enum virStoragePoolBuildFlags {
    /**
     * From nothing. Since: 0.4.1
     */
    VIR_STORAGE_POOL_BUILD_NEW = 0,
    /**
     * Repair what is there. Since: 0.4.1
     */
    VIR_STORAGE_POOL_BUILD_REPAIR = (1 << 0),
    /**
     * Grow or shrink what is there. Since: 0.4.1
     */
    VIR_STORAGE_POOL_BUILD_RESIZE = (1 << 1),
    /**
     * Only where nothing is. Since: 0.9.5
     */
    VIR_STORAGE_POOL_BUILD_NO_OVERWRITE = (1 << 2),
    /**
     * Over what is there. Since: 0.9.5
     */
    VIR_STORAGE_POOL_BUILD_OVERWRITE = (1 << 3)
} virStoragePoolBuildFlags;

/**
 * Whether starting a pool builds it first. Since: 1.3.1
 */
typedef enum virStoragePoolCreateFlags {
    /**
     * Only start it. Since: 1.3.1
     */
    VIR_STORAGE_POOL_CREATE_NORMAL = 0,
    /**
     * Build it first. Since: 1.3.1
     */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD = (1 << 0),
    /**
     * Build it first, over what is there. Since: 1.3.1
     */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE = (1 << 1),
    /**
     * Build it first, only where nothing is. Since: 1.3.1
     */
    VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE = (1 << 2)
} virStoragePoolCreateFlags;

/**
 * Flags of virStoragePoolDefineXML(). Since: 7.7.0
 */
typedef enum virStoragePoolDefineFlags {
    /**
     * Check the document against the schema. Since: 7.7.0
     */
    VIR_STORAGE_POOL_DEFINE_VALIDATE = (1 << 0)
} virStoragePoolDefineFlags;

/**
 * How a pool is deleted. Since: 0.4.1
 */
typedef enum virStoragePoolDeleteFlags {
    /**
     * Its metadata only, which is quick. Since: 0.4.1
     */
    VIR_STORAGE_POOL_DELETE_NORMAL = 0,
    /**
     * All of its data, which is slow. Since: 0.4.1
     */
    VIR_STORAGE_POOL_DELETE_ZEROED = (1 << 0)
} virStoragePoolDeleteFlags;

/**
 * The classes of pool events, for virConnectStoragePoolEventRegisterAny(). Since: 2.0.0
 */
typedef enum virStoragePoolEventID {
    /**
     * Started, stopped and so on: virConnectStoragePoolEventLifecycleCallback. Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE = 0,
    /**
     * It was refreshed: virConnectStoragePoolEventGenericCallback. Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_ID_REFRESH = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 2.0.0
     */
    , VIR_STORAGE_POOL_EVENT_ID_LAST = 2
#endif
} virStoragePoolEventID;

/**
 * What happened to a pool. Since: 2.0.0
 */
typedef enum virStoragePoolEventLifecycleType {
    /**
     * It was defined. Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_DEFINED = 0,
    /**
     * It was undefined. Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_UNDEFINED = 1,
    /**
     * It was started. Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_STARTED = 2,
    /**
     * It was stopped. Since: 2.0.0
     */
    VIR_STORAGE_POOL_EVENT_STOPPED = 3,
    /**
     * It was built. Since: 3.8.0
     */
    VIR_STORAGE_POOL_EVENT_CREATED = 4,
    /**
     * It was deleted. Since: 3.8.0
     */
    VIR_STORAGE_POOL_EVENT_DELETED = 5
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 2.0.0
     */
    , VIR_STORAGE_POOL_EVENT_LAST = 6
#endif
} virStoragePoolEventLifecycleType;

/**
 * The state of a pool. Since: 0.4.1
 */
typedef enum virStoragePoolState {
    /**
     * It is off. Since: 0.4.1
     */
    VIR_STORAGE_POOL_INACTIVE = 0,
    /**
     * It is being built. Since: 0.4.1
     */
    VIR_STORAGE_POOL_BUILDING = 1,
    /**
     * It is on. Since: 0.4.1
     */
    VIR_STORAGE_POOL_RUNNING = 2,
    /**
     * It is on, and a part of it is missing. Since: 0.4.1
     */
    VIR_STORAGE_POOL_DEGRADED = 3,
    /**
     * It is on, and cannot be reached. Since: 0.8.2
     */
    VIR_STORAGE_POOL_INACCESSIBLE = 4
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_STORAGE_POOL_STATE_LAST = 5
#endif
} virStoragePoolState;

/**
 * How a volume is created. Since: 1.0.1
 */
typedef enum virStorageVolCreateFlags {
    /**
     * Allocate the metadata of its format. Since: 1.0.1
     */
    VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA = (1 << 0),
    /**
     * Share blocks with the volume it is cloned from. Since: 1.2.13
     */
    VIR_STORAGE_VOL_CREATE_REFLINK = (1 << 1),
    /**
     * Check the document against the schema. Since: 8.10.0
     */
    VIR_STORAGE_VOL_CREATE_VALIDATE = (1 << 2)
} virStorageVolCreateFlags;

/**
 * How a volume is deleted. Since: 0.4.1
 */
typedef enum virStorageVolDeleteFlags {
    /**
     * Its metadata only, which is quick. Since: 0.4.1
     */
    VIR_STORAGE_VOL_DELETE_NORMAL = 0,
    /**
     * All of its data, which is slow. Since: 0.4.1
     */
    VIR_STORAGE_VOL_DELETE_ZEROED = (1 << 0),
    /**
     * Its snapshots too. Since: 1.2.21
     */
    VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS = (1 << 1)
} virStorageVolDeleteFlags;

/**
 * Flags of virStorageVolDownload(). Since: 3.4.0
 */
typedef enum virStorageVolDownloadFlags {
    /**
     * Send holes as holes. Since: 3.4.0
     */
    VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM = (1 << 0)
} virStorageVolDownloadFlags;

/**
 * Flags of virStorageVolGetInfoFlags(). Since: 3.0.0
 */
typedef enum virStorageVolInfoFlags {
    /**
     * Report the allocation. Since: 3.0.0
     */
    VIR_STORAGE_VOL_USE_ALLOCATION = 0,
    /**
     * Report the physical size in its place. Since: 3.0.0
     */
    VIR_STORAGE_VOL_GET_PHYSICAL = (1 << 0)
} virStorageVolInfoFlags;

/**
 * How a volume is resized. Since: 0.9.10
 */
typedef enum virStorageVolResizeFlags {
    /**
     * Allocate what is added. Since: 0.9.10
     */
    VIR_STORAGE_VOL_RESIZE_ALLOCATE = (1 << 0),
    /**
     * The size is what is added. Since: 0.9.10
     */
    VIR_STORAGE_VOL_RESIZE_DELTA = (1 << 1),
    /**
     * Allow it to become smaller. Since: 0.9.10
     */
    VIR_STORAGE_VOL_RESIZE_SHRINK = (1 << 2)
} virStorageVolResizeFlags;

/**
 * What a volume is. Since: 0.4.1
 */
typedef enum virStorageVolType {
    /**
     * A file. Since: 0.4.1
     */
    VIR_STORAGE_VOL_FILE = 0,
    /**
     * A block device. Since: 0.4.1
     */
    VIR_STORAGE_VOL_BLOCK = 1,
    /**
     * A directory. Since: 0.9.5
     */
    VIR_STORAGE_VOL_DIR = 2,
    /**
     * A volume reached over the network. Since: 0.9.13
     */
    VIR_STORAGE_VOL_NETWORK = 3,
    /**
     * A directory reached over the network. Since: 1.2.0
     */
    VIR_STORAGE_VOL_NETDIR = 4,
    /**
     * A ploop image, which is a directory. Since: 1.3.4
     */
    VIR_STORAGE_VOL_PLOOP = 5
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_STORAGE_VOL_LAST = 6
#endif
} virStorageVolType;

/**
 * Flags of virStorageVolUpload(). Since: 3.4.0
 */
typedef enum virStorageVolUploadFlags {
    /**
     * Take holes as holes. Since: 3.4.0
     */
    VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM = (1 << 0)
} virStorageVolUploadFlags;

/**
 * How the data of a volume is overwritten. Since: 0.9.10
 */
typedef enum virStorageVolWipeAlgorithm {
    /**
     * Once, with zeros. Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_ZERO = 0,
    /**
     * Four passes, after NNSA policy letter NAP-14.1-C. Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_NNSA = 1,
    /**
     * Four passes, after DoD 5220.22-M. Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_DOD = 2,
    /**
     * Nine passes, after the German BSI. Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_BSI = 3,
    /**
     * 35 passes, after Gutmann. Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_GUTMANN = 4,
    /**
     * Seven passes, after Schneier. Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER = 5,
    /**
     * Seven passes, after Pfitzner. Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7 = 6,
    /**
     * 33 passes, after Pfitzner. Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33 = 7,
    /**
     * One pass of random bytes. Since: 0.9.10
     */
    VIR_STORAGE_VOL_WIPE_ALG_RANDOM = 8,
    /**
     * Not at all: tell the device to discard it. Since: 1.3.2
     */
    VIR_STORAGE_VOL_WIPE_ALG_TRIM = 9
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_STORAGE_VOL_WIPE_ALG_LAST = 10
#endif
} virStorageVolWipeAlgorithm;

/**
 * Flags of virStoragePoolGetXMLDesc(). Since: 0.9.13
 */
typedef enum virStorageXMLFlags {
    /**
     * The stored configuration, not the running pool's. Since: 0.9.13
     */
    VIR_STORAGE_XML_INACTIVE = (1 << 0)
} virStorageXMLFlags;

/**
 * A place with volumes. Since: 0.4.1
 */
typedef struct _virStoragePool _virStoragePool;

/**
 * A volume: an image or device that can be a disk. Since: 0.4.1
 */
typedef struct _virStorageVol _virStorageVol;

/**
 * A place with volumes. Since: 0.4.1
 */
typedef struct _virStoragePool virStoragePool;

/**
 * A handle of a virStoragePool. Since: 0.4.1
 */
typedef virStoragePool *virStoragePoolPtr;

/**
 * Told that something happened, without more; other callbacks are cast to this. Since: 2.0.0
 */
typedef void (*virConnectStoragePoolEventGenericCallback)(virConnectPtr conn,
                                                          virStoragePoolPtr pool,
                                                          void *opaque);

/**
 * The state of a storage pool in short. Since: 0.4.1
 */
typedef struct _virStoragePoolInfo {
    /**
     * A virStoragePoolState.
     */
    int state;
    /**
     * Its size, in bytes.
     */
    unsigned long long capacity;
    /**
     * How much is used, in bytes.
     */
    unsigned long long allocation;
    /**
     * How much is free, in bytes.
     */
    unsigned long long available;
} _virStoragePoolInfo;

/**
 * The state of a storage pool in short. Since: 0.4.1
 */
typedef struct _virStoragePoolInfo virStoragePoolInfo;

/**
 * A pointer to a virStoragePoolInfo. Since: 0.4.1
 */
typedef virStoragePoolInfo *virStoragePoolInfoPtr;

/**
 * A volume: an image or device that can be a disk. Since: 0.4.1
 */
typedef struct _virStorageVol virStorageVol;

/**
 * A handle of a virStorageVol. Since: 0.4.1
 */
typedef virStorageVol *virStorageVolPtr;

/**
 * The sizes of a volume. Since: 0.4.1
 */
typedef struct _virStorageVolInfo {
    /**
     * A virStorageVolType.
     */
    int type;
    /**
     * Size that a guest sees, in bytes.
     */
    unsigned long long capacity;
    /**
     * How much of the pool's storage is used, in bytes.
     */
    unsigned long long allocation;
} _virStorageVolInfo;

/**
 * The sizes of a volume. Since: 0.4.1
 */
typedef struct _virStorageVolInfo virStorageVolInfo;

/**
 * A pointer to a virStorageVolInfo. Since: 0.4.1
 */
typedef virStorageVolInfo *virStorageVolInfoPtr;

/**
 * Told what happened to a pool; `event` is a virStoragePoolEventLifecycleType. Since: 2.0.0
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
 * Ends a registration that virConnectStoragePoolEventRegisterAny() made. The function that frees its data is
 * run.
 *
 * @conn: the connection
 * @callbackID: the number of the registration
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virConnectStoragePoolEventDeregisterAny(virConnectPtr conn,
                                            int callbackID);

/**
 * Registers a function that is called, by the thread that runs the event loop, with each event of a kind.
 *
 * @conn: the connection
 * @pool: the pool whose events are wanted, or NULL for all
 * @eventID: the kind of event, one of virStoragePoolEventID
 * @cb: the function, cast to this type with VIR_STORAGE_POOL_EVENT_CALLBACK(); its own type belongs to
 *      @eventID
 * @opaque: data to call it with
 * @freecb: (optional) a function that is called with @opaque when the registration ends
 *
 * Returns the number of the registration, zero or greater, or -1. The connection stays open while a
 * registration lasts.
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
 * Makes what a pool needs before it can be started: its directory, its file system, its volume group.
 *
 * @pool: the storage pool
 * @flags: bitwise-OR of virStoragePoolBuildFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolBuild(virStoragePoolPtr pool,
                        unsigned int flags);

/**
 * Starts a defined pool.
 *
 * @pool: the storage pool
 * @flags: bitwise-OR of virStoragePoolCreateFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolCreate(virStoragePoolPtr pool, unsigned int flags);

/**
 * Starts a pool that exists only while it runs.
 *
 * @conn: the connection
 * @xmlDesc: the description, a <pool> document
 * @flags: bitwise-OR of virStoragePoolCreateFlags
 *
 * Returns a new handle that the caller frees with virStoragePoolFree(), or NULL.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolCreateXML(virConnectPtr conn,
                                          const char *xmlDesc,
                                          unsigned int flags);

/**
 * Defines a pool, or changes the definition of one that exists. It is not started.
 *
 * @conn: the connection
 * @xml: the description, a <pool> document
 * @flags: bitwise-OR of virStoragePoolDefineFlags
 *
 * Returns a new handle that the caller frees with virStoragePoolFree(), or NULL.
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolDefineXML(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * Deletes what a pool consists of. Its data is lost; its definition stays.
 *
 * @pool: the storage pool
 * @flags: bitwise-OR of virStoragePoolDeleteFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolDelete(virStoragePoolPtr pool, unsigned int flags);

/**
 * Stops a pool. Its data stays; a transient pool is gone then. The handle stays valid.
 *
 * @pool: the storage pool
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolDestroy(virStoragePoolPtr pool);

/**
 * Tells whether a pool is started with the host.
 *
 * @pool: the storage pool
 * @autostart: (out) 1 when it is started with the host, 0 when not
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetAutostart(virStoragePoolPtr pool, int *autostart);

/**
 * Tells the state and the sizes of a pool.
 *
 * @pool: the storage pool
 * @info: (out) the state and the sizes in bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetInfo(virStoragePoolPtr pool, virStoragePoolInfoPtr info);

/**
 * Describes a pool as XML.
 *
 * @pool: the storage pool
 * @flags: bitwise-OR of virStorageXMLFlags
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.4.1
 */
char *virStoragePoolGetXMLDesc(virStoragePoolPtr pool, unsigned int flags);

/**
 * Looks again at what a pool holds, for what was changed by others.
 *
 * @pool: the storage pool
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolRefresh(virStoragePoolPtr pool, unsigned int flags);

/**
 * Says whether a pool is to be started with the host.
 *
 * @pool: the storage pool
 * @autostart: 0 for no, anything else for yes
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolSetAutostart(virStoragePoolPtr pool, int autostart);

/**
 * Removes the definition of a pool that is not running.
 *
 * @pool: the storage pool
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolUndefine(virStoragePoolPtr pool);

/**
 * Looks for what pools of a kind could be made of: exported directories, volume groups, targets.
 *
 * @conn: the connection
 * @type: the kind of pool
 * @srcSpec: where to look, a <source> document; NULL for the kinds that need none
 * @flags: must be 0
 *
 * Returns a new string that the caller frees, a <sources> document; or NULL.
 *
 * Since: 0.4.5
 */
char *virConnectFindStoragePoolSources(virConnectPtr conn,
                                       const char *type,
                                       const char *srcSpec,
                                       unsigned int flags);

/**
 * Tells the kinds of pool that there can be, and their formats.
 *
 * @conn: the connection
 * @flags: must be 0
 *
 * Returns a new string that the caller frees, a <storagepoolCapabilities> document; or NULL.
 *
 * Since: 5.2.0
 */
char *virConnectGetStoragePoolCapabilities(virConnectPtr conn, unsigned int flags);

/**
 * Lists storage pools as handles, all of them or those that @flags select.
 *
 * @conn: the connection
 * @pools: (out, optional) where to store a new array of pools, ended by NULL; the caller frees each with
 *         virStoragePoolFree() and the array with free(). NULL: only count
 * @flags: bitwise-OR of virConnectListAllStoragePoolsFlags; flags of one group widen the choice, groups
 *         narrow it
 *
 * Returns the number of pools, or -1.
 *
 * Since: 0.10.2
 */
int virConnectListAllStoragePools(virConnectPtr conn,
                                  virStoragePoolPtr **pools,
                                  unsigned int flags);

/**
 * Lists the names of the pools that are defined and not running.
 *
 * @conn: the connection
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 *
 * Returns the number of names that were stored, or -1.
 *
 * Since: 0.4.1
 */
int virConnectListDefinedStoragePools(virConnectPtr conn, char **names, int maxnames);

/**
 * Lists the names of the running pools.
 *
 * @conn: the connection
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 *
 * Returns the number of names that were stored, or -1.
 *
 * Since: 0.4.1
 */
int virConnectListStoragePools(virConnectPtr conn, char **names, int maxnames);

/**
 * Counts the pools that are defined and not running.
 *
 * @conn: the connection
 *
 * Returns their number, or -1.
 *
 * Since: 0.4.1
 */
int virConnectNumOfDefinedStoragePools(virConnectPtr conn);

/**
 * Counts the running pools.
 *
 * @conn: the connection
 *
 * Returns their number, or -1.
 *
 * Since: 0.4.1
 */
int virConnectNumOfStoragePools(virConnectPtr conn);

/**
 * Lets go of a pool handle. The pool itself lives on.
 *
 * @pool: the pool, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolFree(virStoragePoolPtr pool);

/**
 * Gives the connection that a pool belongs to, without a reference of its own: it lives as long as @pool.
 *
 * @pool: the storage pool
 *
 * Returns the connection, or NULL.
 *
 * Since: 0.4.1
 */
virConnectPtr virStoragePoolGetConnect(virStoragePoolPtr pool);

/**
 * Gives the name of a pool.
 *
 * @pool: the storage pool
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.4.1
 */
const char *virStoragePoolGetName(virStoragePoolPtr pool);

/**
 * Gives the UUID of a pool as bytes.
 *
 * @pool: the storage pool
 * @uuid: (out) room for VIR_UUID_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetUUID(virStoragePoolPtr pool, unsigned char *uuid);

/**
 * Gives the UUID of a pool as text.
 *
 * @pool: the storage pool
 * @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolGetUUIDString(virStoragePoolPtr pool, char *buf);

/**
 * Tells whether a pool runs.
 *
 * @pool: the storage pool
 *
 * Returns 1 when it runs, 0 when not, or -1.
 *
 * Since: 0.7.3
 */
int virStoragePoolIsActive(virStoragePoolPtr pool);

/**
 * Tells whether a pool has a definition that outlives its run.
 *
 * @pool: the storage pool
 *
 * Returns 1 when it is persistent, 0 when transient, or -1.
 *
 * Since: 0.7.3
 */
int virStoragePoolIsPersistent(virStoragePoolPtr pool);

/**
 * Lists the volumes of a pool as handles.
 *
 * @pool: the storage pool
 * @vols: (out, optional) where to store a new array of volumes, ended by NULL; the caller frees each with
 *        virStorageVolFree() and the array with free(). NULL: only count
 * @flags: must be 0
 *
 * Returns the number of volumes, or -1.
 *
 * Since: 0.10.2
 */
int virStoragePoolListAllVolumes(virStoragePoolPtr pool,
                                 virStorageVolPtr **vols,
                                 unsigned int flags);

/**
 * Lists the names of the volumes of a pool.
 *
 * @pool: the storage pool
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 *
 * Returns the number of names that were stored, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolListVolumes(virStoragePoolPtr pool, char **names, int maxnames);

/**
 * Finds a pool by its name.
 *
 * @conn: the connection
 * @name: the name
 *
 * Returns a new handle that the caller frees with virStoragePoolFree(), or NULL (VIR_ERR_NO_STORAGE_POOL).
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByName(virConnectPtr conn,
                                             const char *name);

/**
 * Finds the pool whose volumes lie under a path.
 *
 * @conn: the connection
 * @path: the path
 *
 * Returns a new handle that the caller frees with virStoragePoolFree(), or NULL (VIR_ERR_NO_STORAGE_POOL).
 *
 * Since: 4.1.0
 */
virStoragePoolPtr virStoragePoolLookupByTargetPath(virConnectPtr conn,
                                                   const char *path);

/**
 * Finds a pool by its UUID.
 *
 * @conn: the connection
 * @uuid: VIR_UUID_BUFLEN bytes
 *
 * Returns a new handle that the caller frees with virStoragePoolFree(), or NULL (VIR_ERR_NO_STORAGE_POOL).
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByUUID(virConnectPtr conn,
                                             const unsigned char *uuid);

/**
 * Finds a pool by the text of its UUID.
 *
 * @conn: the connection
 * @uuidstr: the UUID as text
 *
 * Returns a new handle that the caller frees with virStoragePoolFree(), or NULL (VIR_ERR_NO_STORAGE_POOL).
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByUUIDString(virConnectPtr conn,
                                                   const char *uuidstr);

/**
 * Finds the pool that a volume belongs to.
 *
 * @vol: the volume
 *
 * Returns a new handle that the caller frees with virStoragePoolFree(), or NULL (VIR_ERR_NO_STORAGE_POOL).
 *
 * Since: 0.4.1
 */
virStoragePoolPtr virStoragePoolLookupByVolume(virStorageVolPtr vol);

/**
 * Counts the volumes of a pool.
 *
 * @pool: the storage pool
 *
 * Returns their number, or -1.
 *
 * Since: 0.4.1
 */
int virStoragePoolNumOfVolumes(virStoragePoolPtr pool);

/**
 * Adds a reference to a pool handle, for another thread say; each is let go of with virStoragePoolFree().
 *
 * @pool: the storage pool
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.0
 */
int virStoragePoolRef(virStoragePoolPtr pool);

/**
 * Makes a volume in a pool.
 *
 * @pool: the storage pool
 * @xmlDesc: the description, a <volume> document
 * @flags: bitwise-OR of virStorageVolCreateFlags
 *
 * Returns a new handle that the caller frees with virStorageVolFree(), or NULL.
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolCreateXML(virStoragePoolPtr pool,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * Makes a volume in a pool as a copy of another volume.
 *
 * @pool: the pool that the new volume goes to
 * @xmlDesc: the description, a <volume> document; its capacity may be larger than that of @clonevol
 * @clonevol: the volume that is copied
 * @flags: bitwise-OR of virStorageVolCreateFlags
 *
 * Returns a new handle that the caller frees with virStorageVolFree(), or NULL.
 *
 * Since: 0.6.4
 */
virStorageVolPtr virStorageVolCreateXMLFrom(virStoragePoolPtr pool,
                                            const char *xmlDesc,
                                            virStorageVolPtr clonevol,
                                            unsigned int flags);

/**
 * Deletes a volume and its data.
 *
 * @vol: the volume
 * @flags: bitwise-OR of virStorageVolDeleteFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStorageVolDelete(virStorageVolPtr vol, unsigned int flags);

/**
 * Opens a stream that the contents of a volume are read from.
 *
 * @vol: the volume
 * @stream: the stream, which virStreamNew() made
 * @offset: the position in bytes where reading begins
 * @length: how many bytes, or 0 for all that follow
 * @flags: bitwise-OR of virStorageVolDownloadFlags
 *
 * Returns 0, or -1. The stream tells of errors that happen later.
 *
 * Since: 0.9.0
 */
int virStorageVolDownload(virStorageVolPtr vol,
                          virStreamPtr stream,
                          unsigned long long offset,
                          unsigned long long length,
                          unsigned int flags);

/**
 * Lets go of a volume handle. The volume itself lives on.
 *
 * @vol: the volume, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStorageVolFree(virStorageVolPtr vol);

/**
 * Gives the connection that a volume belongs to, without a reference of its own: it lives as long as @vol.
 *
 * @vol: the volume
 *
 * Returns the connection, or NULL.
 *
 * Since: 0.4.1
 */
virConnectPtr virStorageVolGetConnect(virStorageVolPtr vol);

/**
 * Tells the kind and the sizes of a volume.
 *
 * @vol: the volume
 * @info: (out) the kind and the sizes in bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.1
 */
int virStorageVolGetInfo(virStorageVolPtr vol, virStorageVolInfoPtr info);

/**
 * Tells the kind and the sizes of a volume, in the way that @flags say.
 *
 * @vol: the volume
 * @info: (out) the kind and the sizes in bytes
 * @flags: bitwise-OR of virStorageVolInfoFlags
 *
 * Returns 0, or -1.
 *
 * Since: 3.0.0
 */
int virStorageVolGetInfoFlags(virStorageVolPtr vol, virStorageVolInfoPtr info, unsigned int flags);

/**
 * Gives the key of a volume, which no other volume on any host has.
 *
 * @vol: the volume
 *
 * Returns the key, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.4.1
 */
const char *virStorageVolGetKey(virStorageVolPtr vol);

/**
 * Gives the name of a volume, which is its own within the pool.
 *
 * @vol: the volume
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.4.1
 */
const char *virStorageVolGetName(virStorageVolPtr vol);

/**
 * Tells where the host finds a volume. The path may change when the pool is started again.
 *
 * @vol: the volume
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.4.1
 */
char *virStorageVolGetPath(virStorageVolPtr vol);

/**
 * Describes a volume as XML.
 *
 * @vol: the volume
 * @flags: must be 0
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.4.1
 */
char *virStorageVolGetXMLDesc(virStorageVolPtr vol, unsigned int flags);

/**
 * Finds a volume by its key.
 *
 * @conn: the connection
 * @key: the key
 *
 * Returns a new handle that the caller frees with virStorageVolFree(), or NULL (VIR_ERR_NO_STORAGE_VOL).
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByKey(virConnectPtr conn,
                                          const char *key);

/**
 * Finds a volume of a pool by its name.
 *
 * @pool: the storage pool
 * @name: the name
 *
 * Returns a new handle that the caller frees with virStorageVolFree(), or NULL (VIR_ERR_NO_STORAGE_VOL).
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByName(virStoragePoolPtr pool,
                                           const char *name);

/**
 * Finds a volume by its path on the host.
 *
 * @conn: the connection
 * @path: the path
 *
 * Returns a new handle that the caller frees with virStorageVolFree(), or NULL (VIR_ERR_NO_STORAGE_VOL).
 *
 * Since: 0.4.1
 */
virStorageVolPtr virStorageVolLookupByPath(virConnectPtr conn,
                                           const char *path);

/**
 * Adds a reference to a volume handle, for another thread say; each is let go of with virStorageVolFree().
 *
 * @vol: the volume
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.0
 */
int virStorageVolRef(virStorageVolPtr vol);

/**
 * Changes the capacity of a volume.
 *
 * @vol: the volume
 * @capacity: the new capacity in bytes, or the change with VIR_STORAGE_VOL_RESIZE_DELTA
 * @flags: bitwise-OR of virStorageVolResizeFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.10
 */
int virStorageVolResize(virStorageVolPtr vol, unsigned long long capacity, unsigned int flags);

/**
 * Opens a stream that the contents of a volume are written to.
 *
 * @vol: the volume
 * @stream: the stream, which virStreamNew() made
 * @offset: the position in bytes where writing begins
 * @length: how many bytes at most, or 0 for as many as there is room for
 * @flags: bitwise-OR of virStorageVolUploadFlags
 *
 * Returns 0, or -1. The stream tells of errors that happen later.
 *
 * Since: 0.9.0
 */
int virStorageVolUpload(virStorageVolPtr vol,
                        virStreamPtr stream,
                        unsigned long long offset,
                        unsigned long long length,
                        unsigned int flags);

/**
 * Overwrites the data of a volume so that it cannot be read back.
 *
 * @vol: the volume
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virStorageVolWipe(virStorageVolPtr vol, unsigned int flags);

/**
 * Overwrites the data of a volume in a given way.
 *
 * @vol: the volume
 * @algorithm: the way, one of virStorageVolWipeAlgorithm
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.10
 */
int virStorageVolWipePattern(virStorageVolPtr vol, unsigned int algorithm, unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_STORAGE_H */
