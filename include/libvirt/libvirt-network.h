/* libvirt-network.h: made from ffi/network/ by the build. */

#ifndef LIBVIRT_NETWORK_H
#define LIBVIRT_NETWORK_H

#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>

/** Casts an event's callback to what virConnectNetworkEventRegisterAny() takes. Since: 1.2.1 */
#define VIR_NETWORK_EVENT_CALLBACK(cb) ((virConnectNetworkEventGenericCallback) (void (*)(void)) (cb))

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
 * Ends a registration that virConnectNetworkEventRegisterAny() made. The function that frees its data is run.
 *
 * @conn: the connection
 * @callbackID: the number of the registration
 *
 * Returns 0, or -1.
 *
 * Since: 1.2.1
 */
int virConnectNetworkEventDeregisterAny(virConnectPtr conn,
                                        int callbackID);

/**
 * Registers a function that is called, by the thread that runs the event loop, with each event of a kind.
 *
 * @conn: the connection
 * @net: the network whose events are wanted, or NULL for all
 * @eventID: the kind of event, one of virNetworkEventID
 * @cb: the function, cast to this type with VIR_NETWORK_EVENT_CALLBACK(); its own type belongs to @eventID
 * @opaque: data to call it with
 * @freecb: (optional) a function that is called with @opaque when the registration ends
 *
 * Returns the number of the registration, zero or greater, or -1. The connection stays open while a
 * registration lasts.
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
 * Starts a defined network.
 *
 * @network: the network
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.0
 */
int virNetworkCreate(virNetworkPtr network);

/**
 * Starts a network that exists only while it runs.
 *
 * @conn: the connection
 * @xmlDesc: the description, a <network> document
 *
 * Returns a new handle that the caller frees with virNetworkFree(), or NULL.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkCreateXML(virConnectPtr conn, const char *xmlDesc);

/**
 * Starts a network that exists only while it runs, in the way that @flags say.
 *
 * @conn: the connection
 * @xmlDesc: the description, a <network> document
 * @flags: bitwise-OR of virNetworkCreateFlags
 *
 * Returns a new handle that the caller frees with virNetworkFree(), or NULL.
 *
 * Since: 7.8.0
 */
virNetworkPtr virNetworkCreateXMLFlags(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
 * Frees a lease and what it points at.
 *
 * @lease: the lease; NULL does nothing
 *
 * Since: 1.2.6
 */
void virNetworkDHCPLeaseFree(virNetworkDHCPLeasePtr lease);

/**
 * Defines a network, or changes the definition of one that exists. It is not started.
 *
 * @conn: the connection
 * @xml: the description, a <network> document
 *
 * Returns a new handle that the caller frees with virNetworkFree(), or NULL.
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkDefineXML(virConnectPtr conn, const char *xml);

/**
 * Defines a network, or changes the definition of one that exists, in the way that @flags say. It is not
 * started.
 *
 * @conn: the connection
 * @xml: the description, a <network> document
 * @flags: bitwise-OR of virNetworkDefineFlags
 *
 * Returns a new handle that the caller frees with virNetworkFree(), or NULL.
 *
 * Since: 7.7.0
 */
virNetworkPtr virNetworkDefineXMLFlags(virConnectPtr conn,
                                       const char *xml,
                                       unsigned int flags);

/**
 * Stops a network. A transient one is gone then. The handle stays valid.
 *
 * @network: the network
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.0
 */
int virNetworkDestroy(virNetworkPtr network);

/**
 * Tells whether a network is started with the host.
 *
 * @network: the network
 * @autostart: (out) 1 when it is started with the host, 0 when not
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.1
 */
int virNetworkGetAutostart(virNetworkPtr network, int *autostart);

/**
 * Lists the addresses that a network's DHCP server has given out.
 *
 * @network: the network
 * @mac: the hardware address of the interface that is asked about, or NULL for all
 * @leases: (out, optional) where to store a new array of leases, ended by NULL; the caller frees each with
 *          virNetworkDHCPLeaseFree() and the array with free(). NULL: only count
 * @flags: must be 0
 *
 * Returns the number of leases, or -1.
 *
 * Since: 1.2.6
 */
int virNetworkGetDHCPLeases(virNetworkPtr network,
                            const char *mac,
                            virNetworkDHCPLeasePtr **leases,
                            unsigned int flags);

/**
 * Reads the description, the title or the application's own data of a network.
 *
 * @network: the network
 * @type: which of virNetworkMetadataType
 * @uri: the XML namespace of the application's data, for VIR_NETWORK_METADATA_ELEMENT; NULL otherwise
 * @flags: bitwise-OR of virNetworkUpdateFlags, not both LIVE and CONFIG
 *
 * Returns a new string that the caller frees, or NULL (VIR_ERR_NO_NETWORK_METADATA).
 *
 * Since: 9.7.0
 */
char *virNetworkGetMetadata(virNetworkPtr network,
                            int type,
                            const char *uri,
                            unsigned int flags);

/**
 * Describes a network as XML.
 *
 * @network: the network
 * @flags: bitwise-OR of virNetworkXMLFlags
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.2.0
 */
char *virNetworkGetXMLDesc(virNetworkPtr network, unsigned int flags);

/**
 * Says whether a network is to be started with the host.
 *
 * @network: the network
 * @autostart: 0 for no, anything else for yes
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.1
 */
int virNetworkSetAutostart(virNetworkPtr network, int autostart);

/**
 * Writes the description, the title or the application's own data of a network.
 *
 * @network: the network
 * @type: which of virNetworkMetadataType
 * @metadata: the text, or the XML of the application's data; NULL removes it
 * @key: the namespace prefix of the application's data, for VIR_NETWORK_METADATA_ELEMENT; NULL otherwise
 * @uri: the XML namespace of the application's data, for VIR_NETWORK_METADATA_ELEMENT; NULL otherwise
 * @flags: bitwise-OR of virNetworkUpdateFlags
 *
 * Returns 0, or -1.
 *
 * Since: 9.7.0
 */
int virNetworkSetMetadata(virNetworkPtr network,
                          int type,
                          const char *metadata,
                          const char *key,
                          const char *uri,
                          unsigned int flags);

/**
 * Removes the definition of a network. A running one becomes transient.
 *
 * @network: the network
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.0
 */
int virNetworkUndefine(virNetworkPtr network);

/**
 * Changes one part of a network's definition.
 *
 * @network: the network
 * @command: what to do, one of virNetworkUpdateCommand
 * @section: which part, one of virNetworkUpdateSection
 * @parentIndex: which of several parent elements, -1 when it does not matter
 * @xml: the element to add, change or remove
 * @flags: bitwise-OR of virNetworkUpdateFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.10.2
 */
int virNetworkUpdate(virNetworkPtr network,
                     unsigned int command,
                     unsigned int section,
                     int parentIndex,
                     const char *xml,
                     unsigned int flags);

/**
 * Lists networks as handles, all of them or those that @flags select.
 *
 * @conn: the connection
 * @nets: (out, optional) where to store a new array of networks, ended by NULL; the caller frees each with
 *        virNetworkFree() and the array with free(). NULL: only count
 * @flags: bitwise-OR of virConnectListAllNetworksFlags; flags of one group widen the choice, groups narrow it
 *
 * Returns the number of networks, or -1.
 *
 * Since: 0.10.2
 */
int virConnectListAllNetworks(virConnectPtr conn,
                              virNetworkPtr **nets,
                              unsigned int flags);

/**
 * Lists the names of the networks that are defined and not running.
 *
 * @conn: the connection
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 *
 * Returns the number of names that were stored, or -1.
 *
 * Since: 0.2.0
 */
int virConnectListDefinedNetworks(virConnectPtr conn, char **names, int maxnames);

/**
 * Lists the names of the running networks.
 *
 * @conn: the connection
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 *
 * Returns the number of names that were stored, or -1.
 *
 * Since: 0.2.0
 */
int virConnectListNetworks(virConnectPtr conn, char **names, int maxnames);

/**
 * Counts the networks that are defined and not running.
 *
 * @conn: the connection
 *
 * Returns their number, or -1.
 *
 * Since: 0.2.0
 */
int virConnectNumOfDefinedNetworks(virConnectPtr conn);

/**
 * Counts the running networks.
 *
 * @conn: the connection
 *
 * Returns their number, or -1.
 *
 * Since: 0.2.0
 */
int virConnectNumOfNetworks(virConnectPtr conn);

/**
 * Lets go of a network handle. The network itself lives on.
 *
 * @network: the network, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.0
 */
int virNetworkFree(virNetworkPtr network);

/**
 * Gives the name of the bridge that carries a network on the host.
 *
 * @network: the network
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.2.0
 */
char *virNetworkGetBridgeName(virNetworkPtr network);

/**
 * Gives the connection that a network belongs to, without a reference of its own: it lives as long as @net.
 *
 * @net: the network
 *
 * Returns the connection, or NULL.
 *
 * Since: 0.3.0
 */
virConnectPtr virNetworkGetConnect(virNetworkPtr net);

/**
 * Gives the name of a network.
 *
 * @network: the network
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.2.0
 */
const char *virNetworkGetName(virNetworkPtr network);

/**
 * Gives the UUID of a network as bytes.
 *
 * @network: the network
 * @uuid: (out) room for VIR_UUID_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.0
 */
int virNetworkGetUUID(virNetworkPtr network, unsigned char *uuid);

/**
 * Gives the UUID of a network as text.
 *
 * @network: the network
 * @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.0
 */
int virNetworkGetUUIDString(virNetworkPtr network, char *buf);

/**
 * Tells whether a network runs.
 *
 * @net: the network
 *
 * Returns 1 when it runs, 0 when not, or -1.
 *
 * Since: 0.7.3
 */
int virNetworkIsActive(virNetworkPtr net);

/**
 * Tells whether a network has a definition that outlives its run.
 *
 * @net: the network
 *
 * Returns 1 when it is persistent, 0 when transient, or -1.
 *
 * Since: 0.7.3
 */
int virNetworkIsPersistent(virNetworkPtr net);

/**
 * Finds a network by its name.
 *
 * @conn: the connection
 * @name: the name
 *
 * Returns a new handle that the caller frees with virNetworkFree(), or NULL (VIR_ERR_NO_NETWORK).
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByName(virConnectPtr conn, const char *name);

/**
 * Finds a network by its UUID.
 *
 * @conn: the connection
 * @uuid: VIR_UUID_BUFLEN bytes
 *
 * Returns a new handle that the caller frees with virNetworkFree(), or NULL (VIR_ERR_NO_NETWORK).
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * Finds a network by the text of its UUID.
 *
 * @conn: the connection
 * @uuidstr: the UUID as text
 *
 * Returns a new handle that the caller frees with virNetworkFree(), or NULL (VIR_ERR_NO_NETWORK).
 *
 * Since: 0.2.0
 */
virNetworkPtr virNetworkLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * Adds a reference to a network handle, for another thread say; each is let go of with virNetworkFree().
 *
 * @network: the network
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.0
 */
int virNetworkRef(virNetworkPtr network);

/**
 * Lists the ports of a network as handles.
 *
 * @network: the network
 * @ports: (out, optional) where to store a new array of ports, ended by NULL; the caller frees each with
 *         virNetworkPortFree() and the array with free(). NULL: only count
 * @flags: must be 0
 *
 * Returns the number of ports, or -1.
 *
 * Since: 5.5.0
 */
int virNetworkListAllPorts(virNetworkPtr network,
                           virNetworkPortPtr **ports,
                           unsigned int flags);

/**
 * Adds a port to a network, to which an interface can be attached then.
 *
 * @net: the network
 * @xmldesc: the description, a <networkport> document
 * @flags: bitwise-OR of virNetworkPortCreateFlags
 *
 * Returns a new handle that the caller frees with virNetworkPortFree(), or NULL.
 *
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortCreateXML(virNetworkPtr net,
                                          const char *xmldesc,
                                          unsigned int flags);

/**
 * Removes a port from its network and gives back what it held.
 *
 * @port: the port
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 5.5.0
 */
int virNetworkPortDelete(virNetworkPortPtr port, unsigned int flags);

/**
 * Lets go of a port handle. The port itself lives on.
 *
 * @port: the port, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 5.5.0
 */
int virNetworkPortFree(virNetworkPortPtr port);

/**
 * Gives the network that a port belongs to, without a reference of its own: it lives as long as @port.
 *
 * @port: the port
 *
 * Returns the network, or NULL.
 *
 * Since: 5.5.0
 */
virNetworkPtr virNetworkPortGetNetwork(virNetworkPortPtr port);

/**
 * Reads the bandwidth limits of a port.
 *
 * @port: the port
 * @params: (out) where to store a new array of parameters; the caller frees it with virTypedParamsFree()
 * @nparams: (out) how many there are
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 5.5.0
 */
int virNetworkPortGetParameters(virNetworkPortPtr port,
                                virTypedParameterPtr *params,
                                int *nparams,
                                unsigned int flags);

/**
 * Gives the UUID of a port as bytes.
 *
 * @port: the port
 * @uuid: (out) room for VIR_UUID_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 5.5.0
 */
int virNetworkPortGetUUID(virNetworkPortPtr port, unsigned char *uuid);

/**
 * Gives the UUID of a port as text.
 *
 * @port: the port
 * @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 5.5.0
 */
int virNetworkPortGetUUIDString(virNetworkPortPtr port, char *buf);

/**
 * Describes a port as XML.
 *
 * @port: the port
 * @flags: must be 0
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 5.5.0
 */
char *virNetworkPortGetXMLDesc(virNetworkPortPtr port, unsigned int flags);

/**
 * Finds a port of a network by its UUID.
 *
 * @net: the network
 * @uuid: VIR_UUID_BUFLEN bytes
 *
 * Returns a new handle that the caller frees with virNetworkPortFree(), or NULL (VIR_ERR_NO_NETWORK_PORT).
 *
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortLookupByUUID(virNetworkPtr net,
                                             const unsigned char *uuid);

/**
 * Finds a port of a network by the text of its UUID.
 *
 * @net: the network
 * @uuidstr: the UUID as text
 *
 * Returns a new handle that the caller frees with virNetworkPortFree(), or NULL (VIR_ERR_NO_NETWORK_PORT).
 *
 * Since: 5.5.0
 */
virNetworkPortPtr virNetworkPortLookupByUUIDString(virNetworkPtr net,
                                                   const char *uuidstr);

/**
 * Adds a reference to a port handle, for another thread say; each is let go of with virNetworkPortFree().
 *
 * @port: the port
 *
 * Returns 0, or -1.
 *
 * Since: 5.5.0
 */
int virNetworkPortRef(virNetworkPortPtr port);

/**
 * Changes the bandwidth limits of a port.
 *
 * @port: the port
 * @params: the parameters to change, VIR_NETWORK_PORT_BANDWIDTH_…
 * @nparams: how many there are
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
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
