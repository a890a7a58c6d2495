/* libvirt-domain-checkpoint.h: made from ffi/checkpoint/ by the build. */

#ifndef LIBVIRT_DOMAIN_CHECKPOINT_H
#define LIBVIRT_DOMAIN_CHECKPOINT_H

#include <libvirt/libvirt-domain.h>


/**
 * Flags of virDomainCheckpointCreateXML(). Since: 5.6.0
 */
typedef enum virDomainCheckpointCreateFlags {
    /**
     * Record a checkpoint that exists already, or change its record. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE = (1 << 0),
    /**
     * Have the guest agent freeze file systems for the moment of the checkpoint. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE = (1 << 1),
    /**
     * Check a redefined checkpoint against the disk images. Since: 6.10.0
     */
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE = (1 << 2)
} virDomainCheckpointCreateFlags;

/**
 * Flags of virDomainCheckpointDelete(). Since: 5.6.0
 */
typedef enum virDomainCheckpointDeleteFlags {
    /**
     * Delete the checkpoint and all of its descendants. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN = (1 << 0),
    /**
     * Forget the checkpoint, and leave the disks' bitmaps alone. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY = (1 << 1),
    /**
     * Delete the descendants, and keep the checkpoint. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY = (1 << 2)
} virDomainCheckpointDeleteFlags;

/**
 * Which checkpoints virDomainListAllCheckpoints() and virDomainCheckpointListAllChildren() list. Since:
 * 5.6.0
 */
typedef enum virDomainCheckpointListFlags {
    /**
     * Of a domain: only checkpoints without a parent. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = (1 << 0),
    /**
     * Of a checkpoint: all generations of children, not only the first. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS = (1 << 0),
    /**
     * Put parents before their children. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL = (1 << 1),
    /**
     * Only checkpoints without children. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_LIST_LEAVES = (1 << 2),
    /**
     * Only checkpoints with children. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES = (1 << 3)
} virDomainCheckpointListFlags;

/**
 * Flags of virDomainCheckpointGetXMLDesc(). Since: 5.6.0
 */
typedef enum virDomainCheckpointXMLFlags {
    /**
     * Include what is confidential. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_XML_SECURE = (1 << 0),
    /**
     * Leave out the domain as it was. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN = (1 << 1),
    /**
     * Estimate how large a backup from this checkpoint is now. Since: 5.6.0
     */
    VIR_DOMAIN_CHECKPOINT_XML_SIZE = (1 << 2)
} virDomainCheckpointXMLFlags;

/**
 * A point in time from which an incremental backup of a domain starts. Since: 5.2.0
 */
typedef struct _virDomainCheckpoint _virDomainCheckpoint;

/**
 * A point in time from which an incremental backup of a domain starts. Since: 5.2.0
 */
typedef struct _virDomainCheckpoint virDomainCheckpoint;

/**
 * A handle of a virDomainCheckpoint. Since: 5.2.0
 */
typedef virDomainCheckpoint *virDomainCheckpointPtr;

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Makes a checkpoint of a running domain: from now on, the blocks that change are noted. With
 * VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE, it makes none but restores what was known of an earlier one.
 *
 * @domain: the domain
 * @xmlDesc: the description of the checkpoint
 * @flags: bitwise-OR of virDomainCheckpointCreateFlags
 *
 * Returns a new handle that the caller frees with virDomainCheckpointFree(), or NULL.
 *
 * Since: 5.6.0
 */
virDomainCheckpointPtr virDomainCheckpointCreateXML(virDomainPtr domain,
                                                    const char *xmlDesc,
                                                    unsigned int flags);

/**
 * Deletes a checkpoint, and with the flags its children too or them alone. What it had noted goes to its parent.
 *
 * @checkpoint: the checkpoint
 * @flags: bitwise-OR of virDomainCheckpointDeleteFlags
 *
 * Returns 0, or -1.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointDelete(virDomainCheckpointPtr checkpoint,
                              unsigned int flags);

/**
 * Lets go of a checkpoint handle. The checkpoint itself lives on.
 *
 * @checkpoint: the checkpoint, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointFree(virDomainCheckpointPtr checkpoint);

/**
 * Gives the connection that a checkpoint belongs to, without a reference of its own: it lives as long as
 * @checkpoint.
 *
 * @checkpoint: the checkpoint
 *
 * Returns the connection, or NULL.
 *
 * Since: 5.6.0
 */
virConnectPtr virDomainCheckpointGetConnect(virDomainCheckpointPtr checkpoint);

/**
 * Gives the domain that a checkpoint belongs to, without a reference of its own: it lives as long as @checkpoint.
 *
 * @checkpoint: the checkpoint
 *
 * Returns the domain, or NULL.
 *
 * Since: 5.6.0
 */
virDomainPtr virDomainCheckpointGetDomain(virDomainCheckpointPtr checkpoint);

/**
 * Gives the name of a checkpoint.
 *
 * @checkpoint: the checkpoint
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 5.6.0
 */
const char *virDomainCheckpointGetName(virDomainCheckpointPtr checkpoint);

/**
 * Gives the checkpoint that was the current one when a checkpoint was made.
 *
 * @checkpoint: the checkpoint
 * @flags: must be 0
 *
 * Returns a new handle that the caller frees with virDomainCheckpointFree(), or NULL
 * (VIR_ERR_NO_DOMAIN_CHECKPOINT when it has no parent).
 *
 * Since: 5.6.0
 */
virDomainCheckpointPtr virDomainCheckpointGetParent(virDomainCheckpointPtr checkpoint,
                                                    unsigned int flags);

/**
 * Describes a checkpoint. Secrets are left out unless VIR_DOMAIN_CHECKPOINT_XML_SECURE asks for them, which a
 * read-only connection may not.
 *
 * @checkpoint: the checkpoint
 * @flags: bitwise-OR of virDomainCheckpointXMLFlags
 *
 * Returns a new document that the caller frees, or NULL.
 *
 * Since: 5.6.0
 */
char *virDomainCheckpointGetXMLDesc(virDomainCheckpointPtr checkpoint,
                                    unsigned int flags);

/**
 * Lists the children of a checkpoint as handles: all of them or those that @flags select, and with
 * VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS theirs too.
 *
 * @checkpoint: the checkpoint
 * @children: (out, optional) where to store a new array of checkpoints, ended by NULL; the caller frees each with
 *            virDomainCheckpointFree() and the array with free(). NULL: only count
 * @flags: bitwise-OR of virDomainCheckpointListFlags
 *
 * Returns the number of checkpoints, or -1.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointListAllChildren(virDomainCheckpointPtr checkpoint,
                                       virDomainCheckpointPtr **children,
                                       unsigned int flags);

/**
 * Finds a checkpoint of a domain by its name.
 *
 * @domain: the domain
 * @name: the name
 * @flags: must be 0
 *
 * Returns a new handle that the caller frees with virDomainCheckpointFree(), or NULL
 * (VIR_ERR_NO_DOMAIN_CHECKPOINT).
 *
 * Since: 5.6.0
 */
virDomainCheckpointPtr virDomainCheckpointLookupByName(virDomainPtr domain,
                                                       const char *name,
                                                       unsigned int flags);

/**
 * Adds a reference to a checkpoint handle; each is let go of with virDomainCheckpointFree().
 *
 * @checkpoint: the checkpoint
 *
 * Returns 0, or -1.
 *
 * Since: 5.6.0
 */
int virDomainCheckpointRef(virDomainCheckpointPtr checkpoint);

/**
 * Lists the checkpoints of a domain as handles, all of them or those that @flags select.
 *
 * @domain: the domain
 * @checkpoints: (out, optional) where to store a new array of checkpoints, ended by NULL; the caller frees each
 *               with virDomainCheckpointFree() and the array with free(). NULL: only count
 * @flags: bitwise-OR of virDomainCheckpointListFlags; flags of one group widen the choice, groups narrow it
 *
 * Returns the number of checkpoints, or -1.
 *
 * Since: 5.6.0
 */
int virDomainListAllCheckpoints(virDomainPtr domain,
                                virDomainCheckpointPtr **checkpoints,
                                unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_DOMAIN_CHECKPOINT_H */
