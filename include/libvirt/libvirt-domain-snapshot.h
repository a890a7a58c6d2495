/* libvirt-domain-snapshot.h: made from ffi/snapshot/ by the build. */

#ifndef LIBVIRT_DOMAIN_SNAPSHOT_H
#define LIBVIRT_DOMAIN_SNAPSHOT_H

#include <libvirt/libvirt-domain.h>


/**
 * Flags of virDomainSnapshotCreateXML(). Since: 0.9.5
 */
typedef enum virDomainSnapshotCreateFlags {
    /**
     * Record a snapshot that exists already, or change its record. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE = (1 << 0),
    /**
     * With REDEFINE: make it the current snapshot. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT = (1 << 1),
    /**
     * Take it, and keep no record of it. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA = (1 << 2),
    /**
     * Stop the guest after the snapshot. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_HALT = (1 << 3),
    /**
     * Only the disks, not the guest's memory. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY = (1 << 4),
    /**
     * Use files that exist as external snapshot files. Since: 0.9.10
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT = (1 << 5),
    /**
     * Have the guest agent freeze file systems while disks are taken. Since: 0.9.10
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE = (1 << 6),
    /**
     * Take it of all disks or of none. Since: 0.9.11
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC = (1 << 7),
    /**
     * Keep the guest running while its memory is saved. Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_LIVE = (1 << 8),
    /**
     * Check the document against the schema. Since: 5.6.0
     */
    VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE = (1 << 9)
} virDomainSnapshotCreateFlags;

/**
 * Flags of virDomainSnapshotDelete(). Since: 0.8.0
 */
typedef enum virDomainSnapshotDeleteFlags {
    /**
     * Delete the snapshot and all of its descendants. Since: 0.8.0
     */
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN = (1 << 0),
    /**
     * Forget the snapshot, and leave its data alone. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY = (1 << 1),
    /**
     * Delete the descendants, and keep the snapshot. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY = (1 << 2)
} virDomainSnapshotDeleteFlags;

/**
 * Which snapshots are counted and listed. Since: 0.9.5
 */
typedef enum virDomainSnapshotListFlags {
    /**
     * Of a domain: only snapshots without a parent. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = (1 << 0),
    /**
     * Of a snapshot: all generations of children, not only the first. Since: 0.9.7
     */
    VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS = (1 << 0),
    /**
     * Only snapshots without children. Since: 0.9.7
     */
    VIR_DOMAIN_SNAPSHOT_LIST_LEAVES = (1 << 2),
    /**
     * Only snapshots with children. Since: 0.9.13
     */
    VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES = (1 << 3),
    /**
     * Only snapshots that would be lost with the domain's definition. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_LIST_METADATA = (1 << 1),
    /**
     * Only snapshots without such a record. Since: 0.9.13
     */
    VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA = (1 << 4),
    /**
     * Only those taken of a stopped guest. Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE = (1 << 5),
    /**
     * Only those taken of a running guest, with its memory. Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE = (1 << 6),
    /**
     * Only those taken of a running guest's disks alone. Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY = (1 << 7),
    /**
     * Only those inside of disk images. Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL = (1 << 8),
    /**
     * Only those in files of their own. Since: 1.0.1
     */
    VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL = (1 << 9),
    /**
     * Put parents before their children. Since: 5.2.0
     */
    VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL = (1 << 10)
} virDomainSnapshotListFlags;

/**
 * Flags of virDomainRevertToSnapshot(). Since: 0.9.5
 */
typedef enum virDomainSnapshotRevertFlags {
    /**
     * Let the guest run afterwards. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING = (1 << 0),
    /**
     * Leave the guest paused afterwards. Since: 0.9.5
     */
    VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED = (1 << 1),
    /**
     * Accept risks, such as a configuration that fits no more. Since: 0.9.7
     */
    VIR_DOMAIN_SNAPSHOT_REVERT_FORCE = (1 << 2),
    /**
     * Start with fresh firmware variables. Since: 8.1.0
     */
    VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM = (1 << 3)
} virDomainSnapshotRevertFlags;

/**
 * Flags of virDomainSnapshotGetXMLDesc(). Since: 5.1.0
 */
typedef enum virDomainSnapshotXMLFlags {
    /**
     * Include what is confidential. Since: 5.1.0
     */
    VIR_DOMAIN_SNAPSHOT_XML_SECURE = (1 << 0)
} virDomainSnapshotXMLFlags;

/**
 * The state of a domain at a point in time. Since: 0.8.0
 */
typedef struct _virDomainSnapshot _virDomainSnapshot;

/**
 * The state of a domain at a point in time. Since: 0.8.0
 */
typedef struct _virDomainSnapshot virDomainSnapshot;

/**
 * A handle of a virDomainSnapshot. Since: 0.8.0
 */
typedef virDomainSnapshot *virDomainSnapshotPtr;

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Tells whether a domain has a current snapshot.
 *
 * @domain: the domain
 * @flags: must be 0
 *
 * Returns 1 when it has, 0 when not, or -1.
 *
 * Since: 0.8.0
 */
int virDomainHasCurrentSnapshot(virDomainPtr domain, unsigned int flags);

/**
 * Lists the snapshots of a domain as handles, all of them or those that @flags select.
 *
 * @domain: the domain
 * @snaps: (out, optional) where to store a new array of snapshots, ended by NULL; the caller frees each with
 *         virDomainSnapshotFree() and the array with free(). NULL: only count
 * @flags: bitwise-OR of virDomainSnapshotListFlags; flags of one group widen the choice, groups narrow it
 *
 * Returns the number of snapshots, or -1.
 *
 * Since: 0.9.13
 */
int virDomainListAllSnapshots(virDomainPtr domain,
                              virDomainSnapshotPtr **snaps,
                              unsigned int flags);

/**
 * Brings a domain back to what it was when a snapshot was taken: definition, state, memory and disks, as far as
 * the snapshot holds them. What has happened since is lost.
 *
 * @snapshot: the snapshot
 * @flags: bitwise-OR of virDomainSnapshotRevertFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virDomainRevertToSnapshot(virDomainSnapshotPtr snapshot,
                              unsigned int flags);

/**
 * Takes a snapshot of a domain. With VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, it takes none but restores what was known
 * of an earlier one.
 *
 * @domain: the domain
 * @xmlDesc: the description of the snapshot
 * @flags: bitwise-OR of virDomainSnapshotCreateFlags
 *
 * Returns a new handle that the caller frees with virDomainSnapshotFree(), or NULL.
 *
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotCreateXML(virDomainPtr domain,
                                                const char *xmlDesc,
                                                unsigned int flags);

/**
 * Gives the current snapshot of a domain: the one that the next snapshot will be a child of.
 *
 * @domain: the domain
 * @flags: must be 0
 *
 * Returns a new handle that the caller frees with virDomainSnapshotFree(), or NULL (VIR_ERR_NO_DOMAIN_SNAPSHOT).
 *
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotCurrent(virDomainPtr domain,
                                              unsigned int flags);

/**
 * Deletes a snapshot, and with the flags its children too or them alone. The domain itself does not change.
 *
 * @snapshot: the snapshot
 * @flags: bitwise-OR of virDomainSnapshotDeleteFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotDelete(virDomainSnapshotPtr snapshot,
                            unsigned int flags);

/**
 * Lets go of a snapshot handle. The snapshot itself lives on.
 *
 * @snapshot: the snapshot, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotFree(virDomainSnapshotPtr snapshot);

/**
 * Gives the connection that a snapshot belongs to, without a reference of its own: it lives as long as @snapshot.
 *
 * @snapshot: the snapshot
 *
 * Returns the connection, or NULL.
 *
 * Since: 0.9.5
 */
virConnectPtr virDomainSnapshotGetConnect(virDomainSnapshotPtr snapshot);

/**
 * Gives the domain that a snapshot belongs to, without a reference of its own: it lives as long as @snapshot.
 *
 * @snapshot: the snapshot
 *
 * Returns the domain, or NULL.
 *
 * Since: 0.9.5
 */
virDomainPtr virDomainSnapshotGetDomain(virDomainSnapshotPtr snapshot);

/**
 * Gives the name of a snapshot.
 *
 * @snapshot: the snapshot
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.9.5
 */
const char *virDomainSnapshotGetName(virDomainSnapshotPtr snapshot);

/**
 * Gives the snapshot that was the current one when a snapshot was taken.
 *
 * @snapshot: the snapshot
 * @flags: must be 0
 *
 * Returns a new handle that the caller frees with virDomainSnapshotFree(), or NULL (VIR_ERR_NO_DOMAIN_SNAPSHOT when
 * it has no parent).
 *
 * Since: 0.9.7
 */
virDomainSnapshotPtr virDomainSnapshotGetParent(virDomainSnapshotPtr snapshot,
                                                unsigned int flags);

/**
 * Describes a snapshot. Secrets are left out unless VIR_DOMAIN_SNAPSHOT_XML_SECURE asks for them, which a read-only
 * connection may not.
 *
 * @snapshot: the snapshot
 * @flags: bitwise-OR of virDomainSnapshotXMLFlags
 *
 * Returns a new document that the caller frees, or NULL.
 *
 * Since: 0.8.0
 */
char *virDomainSnapshotGetXMLDesc(virDomainSnapshotPtr snapshot,
                                  unsigned int flags);

/**
 * Tells whether libvirt itself keeps a record of a snapshot, which stands in the way of undefining the domain.
 *
 * @snapshot: the snapshot
 * @flags: must be 0
 *
 * Returns 1 when it does, 0 when not, or -1.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotHasMetadata(virDomainSnapshotPtr snapshot,
                                 unsigned int flags);

/**
 * Tells whether a snapshot is the current one of its domain.
 *
 * @snapshot: the snapshot
 * @flags: must be 0
 *
 * Returns 1 when it is, 0 when not, or -1.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotIsCurrent(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Lists the children of a snapshot as handles: all of them or those that @flags select, and with
 * VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS theirs too.
 *
 * @snapshot: the snapshot
 * @snaps: (out, optional) where to store a new array of snapshots, ended by NULL; the caller frees each with
 *         virDomainSnapshotFree() and the array with free(). NULL: only count
 * @flags: bitwise-OR of virDomainSnapshotListFlags
 *
 * Returns the number of snapshots, or -1.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotListAllChildren(virDomainSnapshotPtr snapshot,
                                     virDomainSnapshotPtr **snaps,
                                     unsigned int flags);

/**
 * Lists the names of the children of a snapshot.
 *
 * @snapshot: the snapshot
 * @names: (out) an array that takes the names; the caller frees each
 * @nameslen: the length of @names
 * @flags: bitwise-OR of virDomainSnapshotListFlags
 *
 * Returns how many names were stored, or -1. virDomainSnapshotListAllChildren() has no race between counting and
 * listing.
 *
 * Since: 0.9.7
 */
int virDomainSnapshotListChildrenNames(virDomainSnapshotPtr snapshot,
                                       char **names,
                                       int nameslen,
                                       unsigned int flags);

/**
 * Lists the names of the snapshots of a domain.
 *
 * @domain: the domain
 * @names: (out) an array that takes the names; the caller frees each
 * @nameslen: the length of @names
 * @flags: bitwise-OR of virDomainSnapshotListFlags
 *
 * Returns how many names were stored, or -1. virDomainListAllSnapshots() has no race between counting and listing.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotListNames(virDomainPtr domain,
                               char **names,
                               int nameslen,
                               unsigned int flags);

/**
 * Finds a snapshot of a domain by its name.
 *
 * @domain: the domain
 * @name: the name
 * @flags: must be 0
 *
 * Returns a new handle that the caller frees with virDomainSnapshotFree(), or NULL (VIR_ERR_NO_DOMAIN_SNAPSHOT).
 *
 * Since: 0.8.0
 */
virDomainSnapshotPtr virDomainSnapshotLookupByName(virDomainPtr domain,
                                                   const char *name,
                                                   unsigned int flags);

/**
 * Counts the snapshots of a domain.
 *
 * @domain: the domain
 * @flags: bitwise-OR of virDomainSnapshotListFlags
 *
 * Returns their number, or -1.
 *
 * Since: 0.8.0
 */
int virDomainSnapshotNum(virDomainPtr domain, unsigned int flags);

/**
 * Counts the children of a snapshot.
 *
 * @snapshot: the snapshot
 * @flags: bitwise-OR of virDomainSnapshotListFlags
 *
 * Returns their number, or -1.
 *
 * Since: 0.9.7
 */
int virDomainSnapshotNumChildren(virDomainSnapshotPtr snapshot, unsigned int flags);

/**
 * Adds a reference to a snapshot handle; each is let go of with virDomainSnapshotFree().
 *
 * @snapshot: the snapshot
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.13
 */
int virDomainSnapshotRef(virDomainSnapshotPtr snapshot);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_DOMAIN_SNAPSHOT_H */
