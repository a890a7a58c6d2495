/* libvirt-lxc.h: made from ffi/lxc/ by the build. */

#ifndef LIBVIRT_LXC_H
#define LIBVIRT_LXC_H

#include <libvirt/libvirt.h>


#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Since: 2.0.0
 */
int virDomainLxcEnterCGroup(virDomainPtr domain, unsigned int flags);

/**
 * Since: 1.0.2
 */
int virDomainLxcEnterNamespace(virDomainPtr domain,
                               unsigned int nfdlist,
                               int *fdlist,
                               unsigned int *noldfdlist,
                               int **oldfdlist,
                               unsigned int flags);

/**
 * Since: 1.0.4
 */
int virDomainLxcEnterSecurityLabel(virSecurityModelPtr model,
                                   virSecurityLabelPtr label,
                                   virSecurityLabelPtr oldlabel,
                                   unsigned int flags);

/**
 * Since: 1.0.2
 */
int virDomainLxcOpenNamespace(virDomainPtr domain, int **fdlist, unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_LXC_H */
