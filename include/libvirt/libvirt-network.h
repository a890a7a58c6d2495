/* libvirt-network.h: made from ffi/network/ by the build. */

#ifndef LIBVIRT_NETWORK_H
#define LIBVIRT_NETWORK_H

#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>

/** Casts an event's callback to what virConnectNetworkEventRegisterAny() takes. Since: 1.2.1 */
#define VIR_NETWORK_EVENT_CALLBACK(cb) ((virConnectNetworkEventGenericCallback) (cb))

/**
 * Unsigned int: average rate towards the guest, in KiB a second. Since: 5.5.0
 */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE "inbound.average"

/**
 * Unsigned int: how much may be received at the peak rate, in KiB. Since: 5.5.0
 */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_BURST "inbound.burst"

/**
 * Unsigned int: the rate that is always granted, in KiB a second. Since: 5.5.0
 */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR "inbound.floor"

/**
 * Unsigned int: highest rate towards the guest, in KiB a second. Since: 5.5.0
 */
#define VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK "inbound.peak"

/**
 * Unsigned int: average rate from the guest, in KiB a second. Since: 5.5.0
 */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE "outbound.average"

/**
 * Unsigned int: how much may be sent at the peak rate, in KiB. Since: 5.5.0
 */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST "outbound.burst"

/**
 * Unsigned int: highest rate from the guest, in KiB a second. Since: 5.5.0
 */
#define VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK "outbound.peak"

/**
 * Which networks virConnectListAllNetworks() lists. Since: 0.10.2
 */
typedef enum virConnectListAllNetworksFlags {
    /**
     * Networks that are off. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NETWORKS_INACTIVE = (1 << 0),
    /**
     * Networks that are on. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NETWORKS_ACTIVE = (1 << 1),
    /**
     * Networks with a stored configuration. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NETWORKS_PERSISTENT = (1 << 2),
    /**
     * Networks without a stored configuration. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NETWORKS_TRANSIENT = (1 << 3),
    /**
     * Networks that start with the host. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NETWORKS_AUTOSTART = (1 << 4),
    /**
     * Networks that do not start with the host. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART = (1 << 5)
} virConnectListAllNetworksFlags;

/**
 * The kind of an IP address. Since: 1.2.6
 */
typedef enum virIPAddrType {
    /**
     * IPv4. Since: 1.2.6
     */
    VIR_IP_ADDR_TYPE_IPV4 = 0,
    /**
     * IPv6. Since: 1.2.6
     */
    VIR_IP_ADDR_TYPE_IPV6 = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.2.6
     */
    , VIR_IP_ADDR_TYPE_LAST = 2
#endif
} virIPAddrType;

/**
 * Flags of virNetworkCreateXMLFlags(). Since: 7.8.0
 */
typedef enum virNetworkCreateFlags {
    /**
     * Check the document against the schema. Since: 7.8.0
     */
    VIR_NETWORK_CREATE_VALIDATE = (1 << 0)
} virNetworkCreateFlags;

/**
 * Flags of virNetworkDefineXMLFlags(). Since: 7.7.0
 */
typedef enum virNetworkDefineFlags {
    /**
     * Check the document against the schema. Since: 7.7.0
     */
    VIR_NETWORK_DEFINE_VALIDATE = (1 << 0)
} virNetworkDefineFlags;

/**
 * The classes of network events, for virConnectNetworkEventRegisterAny(). Since: 1.2.1
 */
typedef enum virNetworkEventID {
    /**
     * Started, stopped and so on: virConnectNetworkEventLifecycleCallback. Since: 1.2.1
     */
    VIR_NETWORK_EVENT_ID_LIFECYCLE = 0,
    /**
     * Metadata changed: virConnectNetworkEventMetadataChangeCallback. Since: 9.8.0
     */
    VIR_NETWORK_EVENT_ID_METADATA_CHANGE = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.2.1
     */
    , VIR_NETWORK_EVENT_ID_LAST = 2
#endif
} virNetworkEventID;

/**
 * What happened to a network. Since: 1.2.1
 */
typedef enum virNetworkEventLifecycleType {
    /**
     * It was defined. Since: 1.2.1
     */
    VIR_NETWORK_EVENT_DEFINED = 0,
    /**
     * It was undefined. Since: 1.2.1
     */
    VIR_NETWORK_EVENT_UNDEFINED = 1,
    /**
     * It was started. Since: 1.2.1
     */
    VIR_NETWORK_EVENT_STARTED = 2,
    /**
     * It was stopped. Since: 1.2.1
     */
    VIR_NETWORK_EVENT_STOPPED = 3
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.2.1
     */
    , VIR_NETWORK_EVENT_LAST = 4
#endif
} virNetworkEventLifecycleType;

/**
 * Which metadata of a network is meant. Since: 9.7.0
 */
typedef enum virNetworkMetadataType {
    /**
     * Its description. Since: 9.7.0
     */
    VIR_NETWORK_METADATA_DESCRIPTION = 0,
    /**
     * Its title, one line. Since: 9.7.0
     */
    VIR_NETWORK_METADATA_TITLE = 1,
    /**
     * An element of another namespace. Since: 9.7.0
     */
    VIR_NETWORK_METADATA_ELEMENT = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 9.7.0
     */
    , VIR_NETWORK_METADATA_LAST = 3
#endif
} virNetworkMetadataType;

/**
 * Flags of virNetworkPortCreateXML(). Since: 5.5.0
 */
typedef enum virNetworkPortCreateFlags {
    /**
     * Take a port over that is in use already. Since: 5.5.0
     */
    VIR_NETWORK_PORT_CREATE_RECLAIM = (1 << 0),
    /**
     * Check the document against the schema. Since: 7.8.0
     */
    VIR_NETWORK_PORT_CREATE_VALIDATE = (1 << 1)
} virNetworkPortCreateFlags;

/**
 * What virNetworkUpdate() does to a section. Since: 0.10.2
 */
typedef enum virNetworkUpdateCommand {
    /**
     * Nothing; not valid. Since: 0.10.2
     */
    VIR_NETWORK_UPDATE_COMMAND_NONE = 0,
    /**
     * Replace an element. Since: 0.10.2
     */
    VIR_NETWORK_UPDATE_COMMAND_MODIFY = 1,
    /**
     * Remove an element. Since: 0.10.2
     */
    VIR_NETWORK_UPDATE_COMMAND_DELETE = 2,
    /**
     * Add an element behind the others. Since: 0.10.2
     */
    VIR_NETWORK_UPDATE_COMMAND_ADD_LAST = 3,
    /**
     * Add an element in front of the others. Since: 0.10.2
     */
    VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST = 4
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.10.2
     */
    , VIR_NETWORK_UPDATE_COMMAND_LAST = 5
#endif
} virNetworkUpdateCommand;

/**
 * Which configuration virNetworkUpdate() changes. Since: 0.10.2
 */
typedef enum virNetworkUpdateFlags {
    /**
     * The one in use. Since: 0.10.2
     */
    VIR_NETWORK_UPDATE_AFFECT_CURRENT = 0,
    /**
     * The running network's. Since: 0.10.2
     */
    VIR_NETWORK_UPDATE_AFFECT_LIVE = (1 << 0),
    /**
     * The stored one. Since: 0.10.2
     */
    VIR_NETWORK_UPDATE_AFFECT_CONFIG = (1 << 1)
} virNetworkUpdateFlags;

/**
 * Which section of a network's document virNetworkUpdate() changes. Since: 0.10.2
 */
typedef enum virNetworkUpdateSection {
    /**
     * None; not valid. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_NONE = 0,
    /**
     * `<bridge>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_BRIDGE = 1,
    /**
     * `<domain>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_DOMAIN = 2,
    /**
     * `<ip>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_IP = 3,
    /**
     * `<ip>/<dhcp>/<host>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_IP_DHCP_HOST = 4,
    /**
     * `<ip>/<dhcp>/<range>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_IP_DHCP_RANGE = 5,
    /**
     * `<forward>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_FORWARD = 6,
    /**
     * `<forward>/<interface>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_FORWARD_INTERFACE = 7,
    /**
     * `<forward>/<pf>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_FORWARD_PF = 8,
    /**
     * `<portgroup>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_PORTGROUP = 9,
    /**
     * `<dns>/<host>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_DNS_HOST = 10,
    /**
     * `<dns>/<txt>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_DNS_TXT = 11,
    /**
     * `<dns>/<srv>`. Since: 0.10.2
     */
    VIR_NETWORK_SECTION_DNS_SRV = 12
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.10.2
     */
    , VIR_NETWORK_SECTION_LAST = 13
#endif
} virNetworkUpdateSection;

/**
 * Flags of virNetworkGetXMLDesc(). Since: 0.9.10
 */
typedef enum virNetworkXMLFlags {
    /**
     * The stored configuration, not the running network's. Since: 0.9.10
     */
    VIR_NETWORK_XML_INACTIVE = (1 << 0)
} virNetworkXMLFlags;

/**
 * A virtual network. Since: 0.2.0
 */
typedef struct _virNetwork _virNetwork;

/**
 * What plugs an interface into a virtual network. Since: 5.5.0
 */
typedef struct _virNetworkPort _virNetworkPort;

/**
 * A virtual network. Since: 0.2.0
 */
typedef struct _virNetwork virNetwork;

/**
 * A handle of a virNetwork. Since: 0.2.0
 */
typedef virNetwork *virNetworkPtr;

/**
 * Told that something happened, without more; other callbacks are cast to this. Since: 1.2.1
 */
typedef void (*virConnectNetworkEventGenericCallback)(virConnectPtr conn,
                                                      virNetworkPtr net,
                                                      void *opaque);

/**
 * A DHCP lease. Since: 1.2.6
 */
typedef struct _virNetworkDHCPLease {
    /**
     * The network's interface on the host.
     */
    char *iface;
    /**
     * When it expires, in seconds of the epoch.
     */
    long long expirytime;
    /**
     * A virIPAddrType.
     */
    int type;
    /**
     * The client's hardware address.
     */
    char *mac;
    /**
     * The client's identity association, of IPv6.
     */
    char *iaid;
    /**
     * The address.
     */
    char *ipaddr;
    /**
     * The length of its prefix, in bits.
     */
    unsigned int prefix;
    /**
     * The client's host name.
     */
    char *hostname;
    /**
     * The client's identity, or the DUID of IPv6.
     */
    char *clientid;
} _virNetworkDHCPLease;

/**
 * A DHCP lease. Since: 1.2.6
 */
typedef struct _virNetworkDHCPLease virNetworkDHCPLease;

/**
 * A pointer to a virNetworkDHCPLease. Since: 1.2.6
 */
typedef virNetworkDHCPLease *virNetworkDHCPLeasePtr;

/**
 * What plugs an interface into a virtual network. Since: 5.5.0
 */
typedef struct _virNetworkPort virNetworkPort;

/**
 * A handle of a virNetworkPort. Since: 5.5.0
 */
typedef virNetworkPort *virNetworkPortPtr;

/**
 * Told what happened to a network; `event` is a virNetworkEventLifecycleType. Since: 1.2.1
 */
typedef void (*virConnectNetworkEventLifecycleCallback)(virConnectPtr conn,
                                                        virNetworkPtr net,
                                                        int event,
                                                        int detail,
                                                        void *opaque);

/**
 * Told that metadata changed; `type` is a virNetworkMetadataType. Since: 9.8.0
 */
typedef void (*virConnectNetworkEventMetadataChangeCallback)(virConnectPtr conn,
                                                             virNetworkPtr net,
                                                             int type,
                                                             const char *nsuri,
                                                             void *opaque);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Since: 1.2.1
 */
int virConnectNetworkEventDeregisterAny(virConnectPtr conn, int callbackID);

/**
 * @freecb: (optional)
 *
 * Since: 1.2.1
 */
int virConnectNetworkEventRegisterAny(virConnectPtr conn,
                                      virNetworkPtr net,
                                      int eventID,
                                      virConnectNetworkEventGenericCallback cb,
                                      void *opaque,
                                      virFreeCallback freecb);

/**
 * Since: 0.2.0
 */
int virNetworkCreate(virNetworkPtr network);

/**
 * Since: 0.2.0
 */
virNetworkPtr virNetworkCreateXML(virConnectPtr conn, const char *xmlDesc);

/**
 * Since: 7.8.0
 */
virNetworkPtr virNetworkCreateXMLFlags(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
 * Since: 1.2.6
 */
void virNetworkDHCPLeaseFree(virNetworkDHCPLeasePtr lease);

/**
 * Since: 0.2.0
 */
virNetworkPtr virNetworkDefineXML(virConnectPtr conn, const char *xml);

/**
 * Since: 7.7.0
 */
virNetworkPtr virNetworkDefineXMLFlags(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * Since: 0.2.0
 */
int virNetworkDestroy(virNetworkPtr network);

/**
 * Since: 0.2.1
 */
int virNetworkGetAutostart(virNetworkPtr network, int *autostart);

/**
 * Since: 1.2.6
 */
int virNetworkGetDHCPLeases(virNetworkPtr network,
                            const char *mac,
                            virNetworkDHCPLeasePtr **leases,
                            unsigned int flags);

/**
 * Since: 9.7.0
 */
char *virNetworkGetMetadata(virNetworkPtr network, int type, const char *uri, unsigned int flags);

/**
 * Since: 0.2.0
 */
char *virNetworkGetXMLDesc(virNetworkPtr network, unsigned int flags);

/**
 * Since: 0.2.1
 */
int virNetworkSetAutostart(virNetworkPtr network, int autostart);

/**
 * Since: 9.7.0
 */
int virNetworkSetMetadata(virNetworkPtr network,
                          int type,
                          const char *metadata,
                          const char *key,
                          const char *uri,
                          unsigned int flags);

/**
 * Since: 0.2.0
 */
int virNetworkUndefine(virNetworkPtr network);

/**
 * Since: 0.10.2
 */
int virNetworkUpdate(virNetworkPtr network,
                     unsigned int command,
                     unsigned int section,
                     int parentIndex,
                     const char *xml,
                     unsigned int flags);

/**
 * Since: 0.10.2
 */
int virConnectListAllNetworks(virConnectPtr conn, virNetworkPtr **nets, unsigned int flags);

/**
 * Since: 0.2.0
 */
int virConnectListDefinedNetworks(virConnectPtr conn, char **names, int maxnames);

/**
 * Since: 0.2.0
 */
int virConnectListNetworks(virConnectPtr conn, char **names, int maxnames);

/**
 * Since: 0.2.0
 */
int virConnectNumOfDefinedNetworks(virConnectPtr conn);

/**
 * Since: 0.2.0
 */
int virConnectNumOfNetworks(virConnectPtr conn);

/**
 * Since: 0.2.0
 */
int virNetworkFree(virNetworkPtr network);

/**
 * Since: 0.2.0
 */
char *virNetworkGetBridgeName(virNetworkPtr network);

/**
 * Since: 0.3.0
 */
virConnectPtr virNetworkGetConnect(virNetworkPtr net);

/**
 * Since: 0.2.0
 */
const char *virNetworkGetName(virNetworkPtr network);

/**
 * Since: 0.2.0
 */
int virNetworkGetUUID(virNetworkPtr network, unsigned char *uuid);

/**
 * Since: 0.2.0
 */
int virNetworkGetUUIDString(virNetworkPtr network, char *buf);

/**
 * Since: 0.7.3
 */
int virNetworkIsActive(virNetworkPtr net);

/**
 * Since: 0.7.3
 */
int virNetworkIsPersistent(virNetworkPtr net);

/**
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByName(virConnectPtr conn, const char *name);

/**
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * Since: 0.6.0
 */
int virNetworkRef(virNetworkPtr network);

/**
 * Since: 5.5.0
 */
int virNetworkListAllPorts(virNetworkPtr network, virNetworkPortPtr **ports, unsigned int flags);

/**
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortCreateXML(virNetworkPtr net,
                                          const char *xmldesc,
                                          unsigned int flags);

/**
 * Since: 5.5.0
 */
int virNetworkPortDelete(virNetworkPortPtr port, unsigned int flags);

/**
 * Since: 5.5.0
 */
int virNetworkPortFree(virNetworkPortPtr port);

/**
 * Since: 5.5.0
 */
virNetworkPtr virNetworkPortGetNetwork(virNetworkPortPtr port);

/**
 * Since: 5.5.0
 */
int virNetworkPortGetParameters(virNetworkPortPtr port,
                                virTypedParameterPtr *params,
                                int *nparams,
                                unsigned int flags);

/**
 * Since: 5.5.0
 */
int virNetworkPortGetUUID(virNetworkPortPtr port, unsigned char *uuid);

/**
 * Since: 5.5.0
 */
int virNetworkPortGetUUIDString(virNetworkPortPtr port, char *buf);

/**
 * Since: 5.5.0
 */
char *virNetworkPortGetXMLDesc(virNetworkPortPtr port, unsigned int flags);

/**
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortLookupByUUID(virNetworkPtr net, const unsigned char *uuid);

/**
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortLookupByUUIDString(virNetworkPtr net, const char *uuidstr);

/**
 * Since: 5.5.0
 */
int virNetworkPortRef(virNetworkPortPtr port);

/**
 * Since: 5.5.0
 */
int virNetworkPortSetParameters(virNetworkPortPtr port,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_NETWORK_H */
