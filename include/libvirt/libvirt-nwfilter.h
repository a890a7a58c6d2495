/* libvirt-nwfilter.h: made from ffi/nwfilter/ by the build. */

#ifndef LIBVIRT_NWFILTER_H
#define LIBVIRT_NWFILTER_H

#include <libvirt/libvirt-host.h>


/**
 * Flags of virNWFilterBindingCreateXML(). Since: 7.8.0
 */
typedef enum virNWFilterBindingCreateFlags {
    /**
     * Check the document against the schema. Since: 7.8.0
     */
    VIR_NWFILTER_BINDING_CREATE_VALIDATE = (1 << 0)
} virNWFilterBindingCreateFlags;

/**
 * Flags of virNWFilterDefineXMLFlags(). Since: 7.7.0
 */
typedef enum virNWFilterDefineFlags {
    /**
     * Check the document against the schema. Since: 7.7.0
     */
    VIR_NWFILTER_DEFINE_VALIDATE = (1 << 0)
} virNWFilterDefineFlags;

/**
 * A set of rules for packets. Since: 0.8.0
 */
typedef struct _virNWFilter _virNWFilter;

/**
 * A network filter at work on an interface. Since: 4.5.0
 */
typedef struct _virNWFilterBinding _virNWFilterBinding;

/**
 * A network filter at work on an interface. Since: 4.5.0
 */
typedef struct _virNWFilterBinding virNWFilterBinding;

/**
 * A handle of a virNWFilterBinding. Since: 4.5.0
 */
typedef virNWFilterBinding *virNWFilterBindingPtr;

/**
 * A set of rules for packets. Since: 0.8.0
 */
typedef struct _virNWFilter virNWFilter;

/**
 * A handle of a virNWFilter. Since: 0.8.0
 */
typedef virNWFilter *virNWFilterPtr;

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Since: 4.5.0
 */
int virConnectListAllNWFilterBindings(virConnectPtr conn,
                                      virNWFilterBindingPtr **bindings,
                                      unsigned int flags);

/**
 * Since: 4.5.0
 */
virNWFilterBindingPtr virNWFilterBindingCreateXML(virConnectPtr conn,
                                                  const char *xml,
                                                  unsigned int flags);

/**
 * Since: 4.5.0
 */
int virNWFilterBindingDelete(virNWFilterBindingPtr binding);

/**
 * Since: 4.5.0
 */
int virNWFilterBindingFree(virNWFilterBindingPtr binding);

/**
 * Since: 4.5.0
 */
const char *virNWFilterBindingGetFilterName(virNWFilterBindingPtr binding);

/**
 * Since: 4.5.0
 */
const char *virNWFilterBindingGetPortDev(virNWFilterBindingPtr binding);

/**
 * Since: 4.5.0
 */
char *virNWFilterBindingGetXMLDesc(virNWFilterBindingPtr binding, unsigned int flags);

/**
 * Since: 4.5.0
 */
virNWFilterBindingPtr virNWFilterBindingLookupByPortDev(virConnectPtr conn, const char *portdev);

/**
 * Since: 4.5.0
 */
int virNWFilterBindingRef(virNWFilterBindingPtr binding);

/**
 * Since: 0.10.2
 */
int virConnectListAllNWFilters(virConnectPtr conn, virNWFilterPtr **filters, unsigned int flags);

/**
 * Since: 0.8.0
 */
int virConnectListNWFilters(virConnectPtr conn, char **names, int maxnames);

/**
 * Since: 0.8.0
 */
int virConnectNumOfNWFilters(virConnectPtr conn);

/**
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterDefineXML(virConnectPtr conn, const char *xmlDesc);

/**
 * Since: 7.7.0
 */
virNWFilterPtr virNWFilterDefineXMLFlags(virConnectPtr conn,
                                         const char *xmlDesc,
                                         unsigned int flags);

/**
 * Since: 0.8.0
 */
int virNWFilterFree(virNWFilterPtr nwfilter);

/**
 * Since: 0.8.0
 */
const char *virNWFilterGetName(virNWFilterPtr nwfilter);

/**
 * Since: 0.8.0
 */
int virNWFilterGetUUID(virNWFilterPtr nwfilter, unsigned char *uuid);

/**
 * Since: 0.8.0
 */
int virNWFilterGetUUIDString(virNWFilterPtr nwfilter, char *buf);

/**
 * Since: 0.8.0
 */
char *virNWFilterGetXMLDesc(virNWFilterPtr nwfilter, unsigned int flags);

/**
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByName(virConnectPtr conn, const char *name);

/**
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * Since: 0.8.0
 */
int virNWFilterRef(virNWFilterPtr nwfilter);

/**
 * Since: 0.8.0
 */
int virNWFilterUndefine(virNWFilterPtr nwfilter);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_NWFILTER_H */
