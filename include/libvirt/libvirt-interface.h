/* libvirt-interface.h: made from ffi/interface/ by the build. */

#ifndef LIBVIRT_INTERFACE_H
#define LIBVIRT_INTERFACE_H

#include <libvirt/libvirt-host.h>


/**
 * Which interfaces virConnectListAllInterfaces() lists. Since: 0.10.2
 */
typedef enum virConnectListAllInterfacesFlags {
    /**
     * Interfaces that are down. Since: 0.10.2
     */
    VIR_CONNECT_LIST_INTERFACES_INACTIVE = (1 << 0),
    /**
     * Interfaces that are up. Since: 0.10.2
     */
    VIR_CONNECT_LIST_INTERFACES_ACTIVE = (1 << 1)
} virConnectListAllInterfacesFlags;

/**
 * Flags of virInterfaceDefineXML(). Since: 7.7.0
 */
typedef enum virInterfaceDefineFlags {
    /**
     * Check the document against the schema. Since: 7.7.0
     */
    VIR_INTERFACE_DEFINE_VALIDATE = (1 << 0)
} virInterfaceDefineFlags;

/**
 * Flags of virInterfaceGetXMLDesc(). Since: 0.7.3
 */
typedef enum virInterfaceXMLFlags {
    /**
     * The stored configuration, not the state. Since: 0.7.3
     */
    VIR_INTERFACE_XML_INACTIVE = (1 << 0)
} virInterfaceXMLFlags;

/**
 * A network interface of the host. Since: 0.6.4
 */
typedef struct _virInterface _virInterface;

/**
 * A network interface of the host. Since: 0.6.4
 */
typedef struct _virInterface virInterface;

/**
 * A handle of a virInterface. Since: 0.6.4
 */
typedef virInterface *virInterfacePtr;

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Lists the interfaces of the host as handles, all of them or those that @flags select.
 *
 * @conn: the connection
 * @ifaces: (out, optional) where to store a new array of them, ended by NULL; the caller frees each with
 *          virInterfaceFree() and the array with free(). NULL: only count
 * @flags: bitwise-OR of virConnectListAllInterfacesFlags; flags of one group widen the choice, groups narrow
 *         it
 *
 * Returns their number, or -1.
 *
 * Since: 0.10.2
 */
int virConnectListAllInterfaces(virConnectPtr conn,
                                virInterfacePtr **ifaces,
                                unsigned int flags);

/**
 * Lists the names of the interfaces that are configured and not active.
 *
 * @conn: the connection
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 *
 * Returns the number of names that were stored, or -1.
 *
 * Since: 0.7.0
 */
int virConnectListDefinedInterfaces(virConnectPtr conn, char **names, int maxnames);

/**
 * Lists the names of the active interfaces.
 *
 * @conn: the connection
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 *
 * Returns the number of names that were stored, or -1.
 *
 * Since: 0.6.4
 */
int virConnectListInterfaces(virConnectPtr conn, char **names, int maxnames);

/**
 * Counts the interfaces that are configured and not active.
 *
 * @conn: the connection
 *
 * Returns their number, or -1.
 *
 * Since: 0.7.0
 */
int virConnectNumOfDefinedInterfaces(virConnectPtr conn);

/**
 * Counts the active interfaces.
 *
 * @conn: the connection
 *
 * Returns their number, or -1.
 *
 * Since: 0.6.4
 */
int virConnectNumOfInterfaces(virConnectPtr conn);

/**
 * Keeps the present configuration of the interfaces, so that the changes that follow can be undone as one.
 *
 * @conn: the connection
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.2
 */
int virInterfaceChangeBegin(virConnectPtr conn,
                            unsigned int flags);

/**
 * Makes the changes since virInterfaceChangeBegin() final.
 *
 * @conn: the connection
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.2
 */
int virInterfaceChangeCommit(virConnectPtr conn, unsigned int flags);

/**
 * Undoes the changes since virInterfaceChangeBegin().
 *
 * @conn: the connection
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.2
 */
int virInterfaceChangeRollback(virConnectPtr conn, unsigned int flags);

/**
 * Brings a configured interface up.
 *
 * @iface: the interface
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.4
 */
int virInterfaceCreate(virInterfacePtr iface, unsigned int flags);

/**
 * Configures an interface, or changes the configuration of one that exists. It is not brought up.
 *
 * @conn: the connection
 * @xml: the description, an <interface> document
 * @flags: bitwise-OR of virInterfaceDefineFlags
 *
 * Returns a new handle that the caller frees with virInterfaceFree(), or NULL.
 *
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceDefineXML(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * Takes an interface down. Its configuration stays, and so does the handle.
 *
 * @iface: the interface
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.4
 */
int virInterfaceDestroy(virInterfacePtr iface, unsigned int flags);

/**
 * Lets go of a interface handle. The interface itself lives on.
 *
 * @iface: the interface, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.4
 */
int virInterfaceFree(virInterfacePtr iface);

/**
 * Gives the connection that a interface belongs to, without a reference of its own: it lives as long as
 * @iface.
 *
 * @iface: the interface
 *
 * Returns the connection, or NULL.
 *
 * Since: 0.6.4
 */
virConnectPtr virInterfaceGetConnect(virInterfacePtr iface);

/**
 * Gives the hardware address of an interface as text.
 *
 * @iface: the interface
 *
 * Returns the address, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.6.4
 */
const char *virInterfaceGetMACString(virInterfacePtr iface);

/**
 * Gives the name of an interface, such as `eth0`.
 *
 * @iface: the interface
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.6.4
 */
const char *virInterfaceGetName(virInterfacePtr iface);

/**
 * Describes an interface as XML.
 *
 * @iface: the interface
 * @flags: bitwise-OR of virInterfaceXMLFlags
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.6.4
 */
char *virInterfaceGetXMLDesc(virInterfacePtr iface, unsigned int flags);

/**
 * Tells whether an interface is up.
 *
 * @iface: the interface
 *
 * Returns 1 when it is, 0 when not, or -1.
 *
 * Since: 0.7.3
 */
int virInterfaceIsActive(virInterfacePtr iface);

/**
 * Finds an interface by its hardware address.
 *
 * @conn: the connection
 * @macstr: the address as text
 *
 * Returns a new handle that the caller frees with virInterfaceFree(), or NULL (VIR_ERR_NO_INTERFACE).
 *
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceLookupByMACString(virConnectPtr conn,
                                              const char *macstr);

/**
 * Finds an interface by its name.
 *
 * @conn: the connection
 * @name: the name
 *
 * Returns a new handle that the caller frees with virInterfaceFree(), or NULL (VIR_ERR_NO_INTERFACE).
 *
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceLookupByName(virConnectPtr conn,
                                         const char *name);

/**
 * Adds a reference to a interface handle, for another thread say; each is let go of with virInterfaceFree().
 *
 * @iface: the interface
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.4
 */
int virInterfaceRef(virInterfacePtr iface);

/**
 * Removes the configuration of an interface.
 *
 * @iface: the interface
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.4
 */
int virInterfaceUndefine(virInterfacePtr iface);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_INTERFACE_H */
