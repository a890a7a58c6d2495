/* libvirt-nodedev.h: made from ffi/nodedev/ by the build. */

#ifndef LIBVIRT_NODEDEV_H
#define LIBVIRT_NODEDEV_H

#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>

/** Casts an event's callback to what virConnectNodeDeviceEventRegisterAny() takes. Since: 2.2.0 */
#define VIR_NODE_DEVICE_EVENT_CALLBACK(cb) ((virConnectNodeDeviceEventGenericCallback) (void (*)(void)) (cb))

/**
 * Which devices virConnectListAllNodeDevices() lists. Since: 0.10.2
 */
typedef enum virConnectListAllNodeDeviceFlags {
    /**
     * The system itself. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM = (1 << 0),
    /**
     * PCI devices. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV = (1 << 1),
    /**
     * USB devices. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV = (1 << 2),
    /**
     * USB interfaces. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE = (1 << 3),
    /**
     * Network devices. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET = (1 << 4),
    /**
     * SCSI hosts. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST = (1 << 5),
    /**
     * SCSI targets. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET = (1 << 6),
    /**
     * SCSI devices. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI = (1 << 7),
    /**
     * Storage devices. Since: 0.10.2
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE = (1 << 8),
    /**
     * Fibre Channel hosts. Since: 1.0.4
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST = (1 << 9),
    /**
     * Devices that can have virtual ports. Since: 1.0.4
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS = (1 << 10),
    /**
     * SCSI generic devices. Since: 1.1.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC = (1 << 11),
    /**
     * DRM devices. Since: 3.1.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM = (1 << 12),
    /**
     * Devices that can have mediated devices. Since: 3.4.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES = (1 << 13),
    /**
     * Mediated devices. Since: 3.4.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV = (1 << 14),
    /**
     * CCW devices. Since: 3.4.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV = (1 << 15),
    /**
     * CSS devices. Since: 6.8.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV = (1 << 16),
    /**
     * VDPA devices. Since: 6.9.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA = (1 << 17),
    /**
     * AP cards. Since: 7.0.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD = (1 << 18),
    /**
     * AP queues. Since: 7.0.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE = (1 << 19),
    /**
     * AP matrix devices. Since: 7.0.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX = (1 << 20),
    /**
     * PCI devices with vital product data. Since: 7.9.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD = (1 << 21),
    /**
     * CCW group devices. Since: 11.1.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV = (1 << 22),
    /**
     * Members of a CCW group. Since: 11.1.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER = (1 << 23),
    /**
     * Devices with a stored configuration. Since: 10.1.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT = (1 << 28),
    /**
     * Devices without a stored configuration. Since: 10.1.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT = (1 << 29),
    /**
     * Devices that are defined and absent. Since: 7.3.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE = (1 << 30),
    /**
     * Devices that are present. Since: 7.3.0
     */
    VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE = 2147483648
} virConnectListAllNodeDeviceFlags;

/**
 * Flags of virNodeDeviceCreateXML(). Since: 8.10.0
 */
typedef enum virNodeDeviceCreateXMLFlags {
    /**
     * Check the document against the schema. Since: 8.10.0
     */
    VIR_NODE_DEVICE_CREATE_XML_VALIDATE = (1 << 0)
} virNodeDeviceCreateXMLFlags;

/**
 * Flags of virNodeDeviceDefineXML(). Since: 8.10.0
 */
typedef enum virNodeDeviceDefineXMLFlags {
    /**
     * Check the document against the schema. Since: 8.10.0
     */
    VIR_NODE_DEVICE_DEFINE_XML_VALIDATE = (1 << 0)
} virNodeDeviceDefineXMLFlags;

/**
 * The classes of node device events, for virConnectNodeDeviceEventRegisterAny(). Since: 2.2.0
 */
typedef enum virNodeDeviceEventID {
    /**
     * Created, deleted and so on: virConnectNodeDeviceEventLifecycleCallback. Since: 2.2.0
     */
    VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE = 0,
    /**
     * Its document changed: virConnectNodeDeviceEventGenericCallback. Since: 2.2.0
     */
    VIR_NODE_DEVICE_EVENT_ID_UPDATE = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 2.2.0
     */
    , VIR_NODE_DEVICE_EVENT_ID_LAST = 2
#endif
} virNodeDeviceEventID;

/**
 * What happened to a node device. Since: 2.2.0
 */
typedef enum virNodeDeviceEventLifecycleType {
    /**
     * It appeared. Since: 2.2.0
     */
    VIR_NODE_DEVICE_EVENT_CREATED = 0,
    /**
     * It disappeared. Since: 2.2.0
     */
    VIR_NODE_DEVICE_EVENT_DELETED = 1,
    /**
     * It was defined. Since: 7.3.0
     */
    VIR_NODE_DEVICE_EVENT_DEFINED = 2,
    /**
     * It was undefined. Since: 7.3.0
     */
    VIR_NODE_DEVICE_EVENT_UNDEFINED = 3
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 2.2.0
     */
    , VIR_NODE_DEVICE_EVENT_LAST = 4
#endif
} virNodeDeviceEventLifecycleType;

/**
 * Which configuration virNodeDeviceUpdate() changes. Since: 10.1.0
 */
typedef enum virNodeDeviceUpdateFlags {
    /**
     * The one in use. Since: 10.1.0
     */
    VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT = 0,
    /**
     * The active device's. Since: 10.1.0
     */
    VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE = (1 << 0),
    /**
     * The stored one. Since: 10.1.0
     */
    VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG = (1 << 1)
} virNodeDeviceUpdateFlags;

/**
 * Flags of virNodeDeviceGetXMLDesc(). Since: 10.1.0
 */
typedef enum virNodeDeviceXMLFlags {
    /**
     * The stored configuration, not the active device's. Since: 10.1.0
     */
    VIR_NODE_DEVICE_XML_INACTIVE = (1 << 0)
} virNodeDeviceXMLFlags;

/**
 * A device of the host. Since: 0.5.0
 */
typedef struct _virNodeDevice _virNodeDevice;

/**
 * A device of the host. Since: 0.5.0
 */
typedef struct _virNodeDevice virNodeDevice;

/**
 * A handle of a virNodeDevice. Since: 0.5.0
 */
typedef virNodeDevice *virNodeDevicePtr;

/**
 * Told that something happened, without more; other callbacks are cast to this. Since: 2.2.0
 */
typedef void (*virConnectNodeDeviceEventGenericCallback)(virConnectPtr conn,
                                                         virNodeDevicePtr dev,
                                                         void *opaque);

/**
 * Told what happened to a node device; `event` is a virNodeDeviceEventLifecycleType. Since: 2.2.0
 */
typedef void (*virConnectNodeDeviceEventLifecycleCallback)(virConnectPtr conn,
                                                           virNodeDevicePtr dev,
                                                           int event,
                                                           int detail,
                                                           void *opaque);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Lists host devices as handles, all of them or those that @flags select.
 *
 * @conn: the connection
 * @devices: (out, optional) where to store a new array of them, ended by NULL; the caller frees each with
 *           virNodeDeviceFree() and the array with free(). NULL: only count
 * @flags: bitwise-OR of virConnectListAllNodeDeviceFlags; flags of one group widen the choice, groups narrow
 *         it
 *
 * Returns their number, or -1.
 *
 * Since: 0.10.2
 */
int virConnectListAllNodeDevices(virConnectPtr conn,
                                 virNodeDevicePtr **devices,
                                 unsigned int flags);

/**
 * Starts a defined device.
 *
 * @dev: the device
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 7.3.0
 */
int virNodeDeviceCreate(virNodeDevicePtr dev, unsigned int flags);

/**
 * Makes a device on the host: a virtual port of an adapter, a mediated device.
 *
 * @conn: the connection
 * @xmlDesc: the description, a <device> document
 * @flags: bitwise-OR of virNodeDeviceCreateXMLFlags
 *
 * Returns a new handle that the caller frees with virNodeDeviceFree(), or NULL.
 *
 * Since: 0.6.3
 */
virNodeDevicePtr virNodeDeviceCreateXML(virConnectPtr conn,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * Defines a device that can be started later.
 *
 * @conn: the connection
 * @xmlDesc: the description, a <device> document
 * @flags: bitwise-OR of virNodeDeviceDefineXMLFlags
 *
 * Returns a new handle that the caller frees with virNodeDeviceFree(), or NULL.
 *
 * Since: 7.3.0
 */
virNodeDevicePtr virNodeDeviceDefineXML(virConnectPtr conn,
                                        const char *xmlDesc,
                                        unsigned int flags);

/**
 * Removes a device from the host that virNodeDeviceCreateXML() or virNodeDeviceCreate() made.
 *
 * @dev: the device
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.3
 */
int virNodeDeviceDestroy(virNodeDevicePtr dev);

/**
 * Takes a device from the host's drivers, so that a domain can have it.
 *
 * @dev: the device
 * @driverName: the kind of driver that takes it over, or NULL for the usual one
 * @flags: must be 0
 *
 * Returns 0, or -1. virNodeDeviceReAttach() gives it back.
 *
 * Since: 1.0.5
 */
int virNodeDeviceDetachFlags(virNodeDevicePtr dev, const char *driverName, unsigned int flags);

/**
 * Takes a device from the host's drivers, so that a domain can have it. virNodeDeviceReAttach() gives it
 * back.
 *
 * @dev: the device
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.1
 */
int virNodeDeviceDettach(virNodeDevicePtr dev);

/**
 * Lets go of a device handle. The device itself lives on.
 *
 * @dev: the device, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 0.5.0
 */
int virNodeDeviceFree(virNodeDevicePtr dev);

/**
 * Tells whether a device is started with the host.
 *
 * @dev: the device
 * @autostart: (out) 1 when it is started with the host, 0 when not
 *
 * Returns 0, or -1.
 *
 * Since: 7.8.0
 */
int virNodeDeviceGetAutostart(virNodeDevicePtr dev, int *autostart);

/**
 * Gives the name of a host device.
 *
 * @dev: the device
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.5.0
 */
const char *virNodeDeviceGetName(virNodeDevicePtr dev);

/**
 * Gives the name of the device that a device hangs on.
 *
 * @dev: the device
 *
 * Returns the name, which lives as long as the handle and must not be freed; NULL when there is no parent, or
 * on error.
 *
 * Since: 0.5.0
 */
const char *virNodeDeviceGetParent(virNodeDevicePtr dev);

/**
 * Describes a device as XML.
 *
 * @dev: the device
 * @flags: bitwise-OR of virNodeDeviceXMLFlags
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.5.0
 */
char *virNodeDeviceGetXMLDesc(virNodeDevicePtr dev, unsigned int flags);

/**
 * Tells whether a device is there.
 *
 * @dev: the device
 *
 * Returns 1 when it is, 0 when it is only defined, or -1.
 *
 * Since: 7.8.0
 */
int virNodeDeviceIsActive(virNodeDevicePtr dev);

/**
 * Tells whether a device has a definition that outlives it.
 *
 * @dev: the device
 *
 * Returns 1 when it has, 0 when not, or -1.
 *
 * Since: 7.8.0
 */
int virNodeDeviceIsPersistent(virNodeDevicePtr dev);

/**
 * Lists the capabilities of a device: `pci`, `net`, `scsi_host`.
 *
 * @dev: the device
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 *
 * Returns the number of names that were stored, or -1.
 *
 * Since: 0.5.0
 */
int virNodeDeviceListCaps(virNodeDevicePtr dev, char **names, int maxnames);

/**
 * Finds a host device by its name.
 *
 * @conn: the connection
 * @name: the name
 *
 * Returns a new handle that the caller frees with virNodeDeviceFree(), or NULL (VIR_ERR_NO_NODE_DEVICE).
 *
 * Since: 0.5.0
 */
virNodeDevicePtr virNodeDeviceLookupByName(virConnectPtr conn,
                                           const char *name);

/**
 * Finds a SCSI host by the world wide names of its adapter.
 *
 * @conn: the connection
 * @wwnn: the name of the node
 * @wwpn: the name of the port
 * @flags: must be 0
 *
 * Returns a new handle that the caller frees with virNodeDeviceFree(), or NULL (VIR_ERR_NO_NODE_DEVICE).
 *
 * Since: 1.0.3
 */
virNodeDevicePtr virNodeDeviceLookupSCSIHostByWWN(virConnectPtr conn,
                                                  const char *wwnn,
                                                  const char *wwpn,
                                                  unsigned int flags);

/**
 * Counts the capabilities of a device.
 *
 * @dev: the device
 *
 * Returns their number, or -1.
 *
 * Since: 0.5.0
 */
int virNodeDeviceNumOfCaps(virNodeDevicePtr dev);

/**
 * Gives a device back to the host's drivers that was detached.
 *
 * @dev: the device
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.1
 */
int virNodeDeviceReAttach(virNodeDevicePtr dev);

/**
 * Adds a reference to a device handle, for another thread say; each is let go of with virNodeDeviceFree().
 *
 * @dev: the device
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.0
 */
int virNodeDeviceRef(virNodeDevicePtr dev);

/**
 * Resets a device, as is needed between one user and the next.
 *
 * @dev: the device
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.1
 */
int virNodeDeviceReset(virNodeDevicePtr dev);

/**
 * Says whether a device is to be started with the host.
 *
 * @dev: the device
 * @autostart: 0 for no, anything else for yes
 *
 * Returns 0, or -1.
 *
 * Since: 7.8.0
 */
int virNodeDeviceSetAutostart(virNodeDevicePtr dev, int autostart);

/**
 * Removes the definition of a device.
 *
 * @dev: the device
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 7.3.0
 */
int virNodeDeviceUndefine(virNodeDevicePtr dev, unsigned int flags);

/**
 * Changes a device or its definition.
 *
 * @dev: the device
 * @xmlDesc: the new description, a <device> document
 * @flags: bitwise-OR of virNodeDeviceUpdateFlags
 *
 * Returns 0, or -1.
 *
 * Since: 10.1.0
 */
int virNodeDeviceUpdate(virNodeDevicePtr dev, const char *xmlDesc, unsigned int flags);

/**
 * Lists the names of host devices.
 *
 * @conn: the connection
 * @cap: the capability that they must have, or NULL for all
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 * @flags: must be 0
 *
 * Returns the number of names that were stored, or -1.
 *
 * Since: 0.5.0
 */
int virNodeListDevices(virConnectPtr conn,
                       const char *cap,
                       char **names,
                       int maxnames,
                       unsigned int flags);

/**
 * Counts host devices.
 *
 * @conn: the connection
 * @cap: the capability that they must have, or NULL for all
 * @flags: must be 0
 *
 * Returns their number, or -1.
 *
 * Since: 0.5.0
 */
int virNodeNumOfDevices(virConnectPtr conn, const char *cap, unsigned int flags);

/**
 * Ends a registration that virConnectNodeDeviceEventRegisterAny() made. The function that frees its data is
 * run.
 *
 * @conn: the connection
 * @callbackID: the number of the registration
 *
 * Returns 0, or -1.
 *
 * Since: 2.2.0
 */
int virConnectNodeDeviceEventDeregisterAny(virConnectPtr conn,
                                           int callbackID);

/**
 * Registers a function that is called, by the thread that runs the event loop, with each event of a kind.
 *
 * @conn: the connection
 * @dev: the device whose events are wanted, or NULL for all
 * @eventID: the kind of event, one of virNodeDeviceEventID
 * @cb: the function, cast to this type with VIR_NODE_DEVICE_EVENT_CALLBACK(); its own type belongs to
 *      @eventID
 * @opaque: data to call it with
 * @freecb: (optional) a function that is called with @opaque when the registration ends
 *
 * Returns the number of the registration, zero or greater, or -1. The connection stays open while a
 * registration lasts.
 *
 * Since: 2.2.0
 */
int virConnectNodeDeviceEventRegisterAny(virConnectPtr conn,
                                         virNodeDevicePtr dev,
                                         int eventID,
                                         virConnectNodeDeviceEventGenericCallback cb,
                                         void *opaque,
                                         virFreeCallback freecb);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_NODEDEV_H */
