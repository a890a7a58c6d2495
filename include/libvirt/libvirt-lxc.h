/* libvirt-lxc.h: made from ffi/lxc/ by the build. */

#ifndef LIBVIRT_LXC_H
#define LIBVIRT_LXC_H

#include <libvirt/libvirt.h>


#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Moves the calling process into the control groups of a container.
 *
 * @domain: the domain
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virDomainLxcEnterCGroup(virDomainPtr domain, unsigned int flags);

/**
 * Moves the calling process into the namespaces of a container. A namespace of processes counts for its
 * children only.
 *
 * @domain: the domain
 * @nfdlist: the length of @fdlist
 * @fdlist: descriptors from virDomainLxcOpenNamespace()
 * @noldfdlist: (optional) where the length of @oldfdlist goes
 * @oldfdlist: (optional) a new array of descriptors of the namespaces that the process leaves, which the
 *             caller closes and frees
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 1.0.2
 */
int virDomainLxcEnterNamespace(virDomainPtr domain,
                               unsigned int nfdlist,
                               int *fdlist,
                               unsigned int *noldfdlist,
                               int **oldfdlist,
                               unsigned int flags);

/**
 * Gives the calling process, or the program that it executes next, the security label of a container.
 *
 * @model: the security model
 * @label: the label to take
 * @oldlabel: (optional) the label that it had
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 1.0.4
 */
int virDomainLxcEnterSecurityLabel(virSecurityModelPtr model,
                                   virSecurityLabelPtr label,
                                   virSecurityLabelPtr oldlabel,
                                   unsigned int flags);

/**
 * Opens the namespaces of a container.
 *
 * @domain: the domain
 * @fdlist: (out) a new array of descriptors, which the caller closes and frees
 * @flags: extra flags, must be 0
 *
 * Returns the number of descriptors, or -1.
 *
 * Since: 1.0.2
 */
int virDomainLxcOpenNamespace(virDomainPtr domain, int **fdlist, unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_LXC_H */
