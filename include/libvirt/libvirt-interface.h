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
 * Since: 0.10.2
 */
int virConnectListAllInterfaces(virConnectPtr conn, virInterfacePtr **ifaces, unsigned int flags);

/**
 * Since: 0.7.0
 */
int virConnectListDefinedInterfaces(virConnectPtr conn, char **names, int maxnames);

/**
 * Since: 0.6.4
 */
int virConnectListInterfaces(virConnectPtr conn, char **names, int maxnames);

/**
 * Since: 0.7.0
 */
int virConnectNumOfDefinedInterfaces(virConnectPtr conn);

/**
 * Since: 0.6.4
 */
int virConnectNumOfInterfaces(virConnectPtr conn);

/**
 * Since: 0.9.2
 */
int virInterfaceChangeBegin(virConnectPtr conn, unsigned int flags);

/**
 * Since: 0.9.2
 */
int virInterfaceChangeCommit(virConnectPtr conn, unsigned int flags);

/**
 * Since: 0.9.2
 */
int virInterfaceChangeRollback(virConnectPtr conn, unsigned int flags);

/**
 * Since: 0.6.4
 */
int virInterfaceCreate(virInterfacePtr iface, unsigned int flags);

/**
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceDefineXML(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * Since: 0.6.4
 */
int virInterfaceDestroy(virInterfacePtr iface, unsigned int flags);

/**
 * Since: 0.6.4
 */
int virInterfaceFree(virInterfacePtr iface);

/**
 * Since: 0.6.4
 */
virConnectPtr virInterfaceGetConnect(virInterfacePtr iface);

/**
 * Since: 0.6.4
 */
const char *virInterfaceGetMACString(virInterfacePtr iface);

/**
 * Since: 0.6.4
 */
const char *virInterfaceGetName(virInterfacePtr iface);

/**
 * Since: 0.6.4
 */
char *virInterfaceGetXMLDesc(virInterfacePtr iface, unsigned int flags);

/**
 * Since: 0.7.3
 */
int virInterfaceIsActive(virInterfacePtr iface);

/**
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceLookupByMACString(virConnectPtr conn, const char *macstr);

/**
 * Since: 0.6.4
 */
virInterfacePtr virInterfaceLookupByName(virConnectPtr conn, const char *name);

/**
 * Since: 0.6.4
 */
int virInterfaceRef(virInterfacePtr iface);

/**
 * Since: 0.6.4
 */
int virInterfaceUndefine(virInterfacePtr iface);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_INTERFACE_H */
