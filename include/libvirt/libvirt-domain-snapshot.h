/* libvirt-domain-snapshot.h: made from ffi/snapshot/ by the build. */

#ifndef LIBVIRT_DOMAIN_SNAPSHOT_H
#define LIBVIRT_DOMAIN_SNAPSHOT_H

#include <libvirt/libvirt-domain.h>


/**
 * Since: 0.9.5
 */
typedef enum virDomainSnapshotCreateFlags {
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE = (1 << 0),
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT = (1 << 1),
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA = (1 << 2),
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_HALT = (1 << 3),
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY = (1 << 4),
    /**
     * Since: 0.9.10
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT = (1 << 5),
    /**
     * Since: 0.9.10
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE = (1 << 6),
    /**
     * Since: 0.9.11
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC = (1 << 7),
    /**
     * Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_LIVE = (1 << 8),
    /**
     * Since: 5.6.0
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE = (1 << 9)
} virDomainSnapshotCreateFlags;

/**
 * Since: 0.8.0
 */
typedef enum virDomainSnapshotDeleteFlags {
    /**
     * Since: 0.8.0
     */
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN = (1 << 0),
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY = (1 << 1),
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY = (1 << 2)
} virDomainSnapshotDeleteFlags;

/**
 * Since: 0.9.5
 */
typedef enum virDomainSnapshotListFlags {
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = (1 << 0),
    /**
     * Since: 0.9.7
     */
    VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS = (1 << 0),
    /**
     * Since: 0.9.7
     */
    VIR_DOMAIN_SNAPSHOT_LIST_LEAVES = (1 << 2),
    /**
     * Since: 0.9.13
     */
    VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES = (1 << 3),
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_LIST_METADATA = (1 << 1),
    /**
     * Since: 0.9.13
     */
    VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA = (1 << 4),
    /**
     * Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE = (1 << 5),
    /**
     * Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE = (1 << 6),
    /**
     * Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY = (1 << 7),
    /**
     * Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL = (1 << 8),
    /**
     * Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL = (1 << 9),
    /**
     * Since: 5.2.0
     */
    VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL = (1 << 10)
} virDomainSnapshotListFlags;

/**
 * Since: 0.9.5
 */
typedef enum virDomainSnapshotRevertFlags {
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING = (1 << 0),
    /**
     * Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED = (1 << 1),
    /**
     * Since: 0.9.7
     */
    VIR_DOMAIN_SNAPSHOT_REVERT_FORCE = (1 << 2),
    /**
     * Since: 8.1.0
     */
    VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM = (1 << 3)
} virDomainSnapshotRevertFlags;

/**
 * Since: 5.1.0
 */
typedef enum virDomainSnapshotXMLFlags {
    /**
     * Since: 5.1.0
     */
    VIR_DOMAIN_SNAPSHOT_XML_SECURE = (1 << 0)
} virDomainSnapshotXMLFlags;

/**
 * Since: 0.8.0
 */
typedef struct _virDomainSnapshot _virDomainSnapshot;

/**
 * Since: 0.8.0
 */
typedef struct _virDomainSnapshot virDomainSnapshot;

/**
 * Since: 0.8.0
 */
typedef virDomainSnapshot *virDomainSnapshotPtr;

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Since: 0.8.0
 */
int virDomainHasCurrentSnapshot(virDomainPtr domain, unsigned int flags);

/**
 * Since: 0.9.13
 */
int virDomainListAllSnapshots(virDomainPtr domain,
                              virDomainSnapshotPtr **snaps,
                              unsigned int flags);

/**
 * Since: 0.8.0
 */
int virDomainRevertToSnapshot(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotCreateXML(virDomainPtr domain,
                                                const char *xmlDesc,
                                                unsigned int flags);

/**
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotCurrent(virDomainPtr domain, unsigned int flags);

/**
 * Since: 0.8.0
 */
int virDomainSnapshotDelete(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Since: 0.8.0
 */
int virDomainSnapshotFree(virDomainSnapshotPtr snapshot);

/**
 * Since: 0.9.5
 */
virConnectPtr virDomainSnapshotGetConnect(virDomainSnapshotPtr snapshot);

/**
 * Since: 0.9.5
 */
virDomainPtr virDomainSnapshotGetDomain(virDomainSnapshotPtr snapshot);

/**
 * Since: 0.9.5
 */
const char *virDomainSnapshotGetName(virDomainSnapshotPtr snapshot);

/**
 * Since: 0.9.7
 */
virDomainSnapshotPtr virDomainSnapshotGetParent(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Since: 0.8.0
 */
char *virDomainSnapshotGetXMLDesc(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Since: 0.9.13
 */
int virDomainSnapshotHasMetadata(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Since: 0.9.13
 */
int virDomainSnapshotIsCurrent(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Since: 0.9.13
 */
int virDomainSnapshotListAllChildren(virDomainSnapshotPtr snapshot,
                                     virDomainSnapshotPtr **snaps,
                                     unsigned int flags);

/**
 * Since: 0.9.7
 */
int virDomainSnapshotListChildrenNames(virDomainSnapshotPtr snapshot,
                                       char **names,
                                       int nameslen,
                                       unsigned int flags);

/**
 * Since: 0.8.0
 */
int virDomainSnapshotListNames(virDomainPtr domain, char **names, int nameslen, unsigned int flags);

/**
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotLookupByName(virDomainPtr domain,
                                                   const char *name,
                                                   unsigned int flags);

/**
 * Since: 0.8.0
 */
int virDomainSnapshotNum(virDomainPtr domain, unsigned int flags);

/**
 * Since: 0.9.7
 */
int virDomainSnapshotNumChildren(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Since: 0.9.13
 */
int virDomainSnapshotRef(virDomainSnapshotPtr snapshot);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_DOMAIN_SNAPSHOT_H */
