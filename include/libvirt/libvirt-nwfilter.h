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
 * Lists the bindings of network filters as handles.
 *
 * @conn: the connection
 * @bindings: (out, optional) where to store a new array of them, ended by NULL; the caller frees each with
 *            virNWFilterBindingFree() and the array with free(). NULL: only count
 * @flags: must be 0
 *
 * Returns their number, or -1.
 *
 * Since: 4.5.0
 */
int virConnectListAllNWFilterBindings(virConnectPtr conn,
                                      virNWFilterBindingPtr **bindings,
                                      unsigned int flags);

/**
 * Binds a network device to a filter, whose rules then hold for its traffic.
 *
 * @conn: the connection
 * @xml: the description, a <filterbinding> document
 * @flags: bitwise-OR of virNWFilterBindingCreateFlags
 *
 * Returns a new handle that the caller frees with virNWFilterBindingFree(), or NULL.
 *
 * Since: 4.5.0
 */
virNWFilterBindingPtr virNWFilterBindingCreateXML(virConnectPtr conn,
                                                  const char *xml,
                                                  unsigned int flags);

/**
 * Takes the rules of a filter off a network device.
 *
 * @binding: the binding
 *
 * Returns 0, or -1.
 *
 * Since: 4.5.0
 */
int virNWFilterBindingDelete(virNWFilterBindingPtr binding);

/**
 * Lets go of a binding handle. The binding itself lives on.
 *
 * @binding: the binding, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 4.5.0
 */
int virNWFilterBindingFree(virNWFilterBindingPtr binding);

/**
 * Gives the name of the filter that a port is bound to.
 *
 * @binding: the binding
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 4.5.0
 */
const char *virNWFilterBindingGetFilterName(virNWFilterBindingPtr binding);

/**
 * Gives the name of the network device that a binding is for.
 *
 * @binding: the binding
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 4.5.0
 */
const char *virNWFilterBindingGetPortDev(virNWFilterBindingPtr binding);

/**
 * Describes a binding as XML.
 *
 * @binding: the binding
 * @flags: must be 0
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 4.5.0
 */
char *virNWFilterBindingGetXMLDesc(virNWFilterBindingPtr binding, unsigned int flags);

/**
 * Finds the binding of a network device.
 *
 * @conn: the connection
 * @portdev: the name of the device
 *
 * Returns a new handle that the caller frees with virNWFilterBindingFree(), or NULL
 * (VIR_ERR_NO_NWFILTER_BINDING).
 *
 * Since: 4.5.0
 */
virNWFilterBindingPtr virNWFilterBindingLookupByPortDev(virConnectPtr conn, const char *portdev);

/**
 * Adds a reference to a binding handle, for another thread say; each is let go of with
 * virNWFilterBindingFree().
 *
 * @binding: the binding
 *
 * Returns 0, or -1.
 *
 * Since: 4.5.0
 */
int virNWFilterBindingRef(virNWFilterBindingPtr binding);

/**
 * Lists network filters as handles.
 *
 * @conn: the connection
 * @filters: (out, optional) where to store a new array of them, ended by NULL; the caller frees each with
 *           virNWFilterFree() and the array with free(). NULL: only count
 * @flags: must be 0
 *
 * Returns their number, or -1.
 *
 * Since: 0.10.2
 */
int virConnectListAllNWFilters(virConnectPtr conn,
                               virNWFilterPtr **filters,
                               unsigned int flags);

/**
 * Lists the names of the network filters.
 *
 * @conn: the connection
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 *
 * Returns the number of names that were stored, or -1.
 *
 * Since: 0.8.0
 */
int virConnectListNWFilters(virConnectPtr conn, char **names, int maxnames);

/**
 * Counts the network filters.
 *
 * @conn: the connection
 *
 * Returns their number, or -1.
 *
 * Since: 0.8.0
 */
int virConnectNumOfNWFilters(virConnectPtr conn);

/**
 * Defines a network filter, or changes one that exists; ports that use it follow.
 *
 * @conn: the connection
 * @xmlDesc: the description, a <filter> document
 *
 * Returns a new handle that the caller frees with virNWFilterFree(), or NULL.
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterDefineXML(virConnectPtr conn, const char *xmlDesc);

/**
 * Defines a network filter, or changes one that exists, in the way that @flags say; ports that use it follow.
 *
 * @conn: the connection
 * @xmlDesc: the description, a <filter> document
 * @flags: bitwise-OR of virNWFilterDefineFlags
 *
 * Returns a new handle that the caller frees with virNWFilterFree(), or NULL.
 *
 * Since: 7.7.0
 */
virNWFilterPtr virNWFilterDefineXMLFlags(virConnectPtr conn,
                                         const char *xmlDesc,
                                         unsigned int flags);

/**
 * Lets go of a filter handle. The filter itself lives on.
 *
 * @nwfilter: the filter, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virNWFilterFree(virNWFilterPtr nwfilter);

/**
 * Gives the name of a network filter.
 *
 * @nwfilter: the filter
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.8.0
 */
const char *virNWFilterGetName(virNWFilterPtr nwfilter);

/**
 * Gives the UUID of a filter as bytes.
 *
 * @nwfilter: the filter
 * @uuid: (out) room for VIR_UUID_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virNWFilterGetUUID(virNWFilterPtr nwfilter, unsigned char *uuid);

/**
 * Gives the UUID of a filter as text.
 *
 * @nwfilter: the filter
 * @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virNWFilterGetUUIDString(virNWFilterPtr nwfilter, char *buf);

/**
 * Describes a network filter as XML.
 *
 * @nwfilter: the filter
 * @flags: must be 0
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.8.0
 */
char *virNWFilterGetXMLDesc(virNWFilterPtr nwfilter, unsigned int flags);

/**
 * Finds a network filter by its name.
 *
 * @conn: the connection
 * @name: the name
 *
 * Returns a new handle that the caller frees with virNWFilterFree(), or NULL (VIR_ERR_NO_NWFILTER).
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByName(virConnectPtr conn, const char *name);

/**
 * Finds a network filter by its UUID.
 *
 * @conn: the connection
 * @uuid: VIR_UUID_BUFLEN bytes
 *
 * Returns a new handle that the caller frees with virNWFilterFree(), or NULL (VIR_ERR_NO_NWFILTER).
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * Finds a network filter by the text of its UUID.
 *
 * @conn: the connection
 * @uuidstr: the UUID as text
 *
 * Returns a new handle that the caller frees with virNWFilterFree(), or NULL (VIR_ERR_NO_NWFILTER).
 *
 * Since: 0.8.0
 */
virNWFilterPtr virNWFilterLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * Adds a reference to a filter handle, for another thread say; each is let go of with virNWFilterFree().
 *
 * @nwfilter: the filter
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virNWFilterRef(virNWFilterPtr nwfilter);

/**
 * Removes a network filter that nothing uses.
 *
 * @nwfilter: the filter
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virNWFilterUndefine(virNWFilterPtr nwfilter);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_NWFILTER_H */
