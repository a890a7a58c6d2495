//! Node devices: finding, creating, detaching and resetting them.

use crate::{
    boundary::{
        add_reference,
        arguments::{any_text, optional_text, required, text},
        call, done, drop_reference, events, inspect,
        objects::Shown,
        results::{self, list_all, list_names},
    },
    host::virConnectPtr,
    nodedev::virNodeDevicePtr,
};
use std::{
    ffi::{c_char, c_int, c_uint},
    ptr,
};
use virt_core::api::ops;
use virt_error::Origin;

/// Lists host devices as handles, all of them or those that @flags select.
///
/// @conn: the connection
/// @devices: (out, optional) where to store a new array of them, ended by NULL; the caller frees each with
///           virNodeDeviceFree() and the array with free(). NULL: only count
/// @flags: bitwise-OR of virConnectListAllNodeDeviceFlags; flags of one group widen the choice, groups narrow
///         it
///
/// Returns their number, or -1.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNodeDevices(
    conn: virConnectPtr,
    devices: *mut *mut virNodeDevicePtr,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_list_all_node_devices, |conn| {
        let need_results = !devices.is_null() as i32;
        let found = conn.drivers().node_devices.connect_list_all_node_devices(need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, conn, devices) }
    })
}

/// Starts a defined device.
///
/// @dev: the device
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreate(dev: virNodeDevicePtr, flags: c_uint) -> c_int {
    call(dev, &ops::node_device_create, |device| {
        done(device.drivers().node_devices.node_device_create(&device.name, flags))
    })
}

/// Makes a device on the host: a virtual port of an adapter, a mediated device.
///
/// @conn: the connection
/// @xmlDesc: the description, a <device> document
/// @flags: bitwise-OR of virNodeDeviceCreateXMLFlags
///
/// Returns a new handle that the caller frees with virNodeDeviceFree(), or NULL.
///
/// Since: 0.6.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreateXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    call(conn, &ops::node_device_create_xml, |conn| {
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        conn.drivers().node_devices.node_device_create_xml(xmlDesc, flags)?.give(conn)
    })
}

/// Defines a device that can be started later.
///
/// @conn: the connection
/// @xmlDesc: the description, a <device> document
/// @flags: bitwise-OR of virNodeDeviceDefineXMLFlags
///
/// Returns a new handle that the caller frees with virNodeDeviceFree(), or NULL.
///
/// Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDefineXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    call(conn, &ops::node_device_define_xml, |conn| {
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        conn.drivers().node_devices.node_device_define_xml(xmlDesc, flags)?.give(conn)
    })
}

/// Removes a device from the host that virNodeDeviceCreateXML() or virNodeDeviceCreate() made.
///
/// @dev: the device
///
/// Returns 0, or -1.
///
/// Since: 0.6.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDestroy(dev: virNodeDevicePtr) -> c_int {
    call(dev, &ops::node_device_destroy, |device| {
        done(device.drivers().node_devices.node_device_destroy(&device.name))
    })
}

/// Takes a device from the host's drivers, so that a domain can have it.
///
/// @dev: the device
/// @driverName: the kind of driver that takes it over, or NULL for the usual one
/// @flags: must be 0
///
/// Returns 0, or -1. virNodeDeviceReAttach() gives it back.
///
/// Since: 1.0.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDetachFlags(
    dev: virNodeDevicePtr,
    driverName: *const c_char,
    flags: c_uint,
) -> c_int {
    call(dev, &ops::node_device_detach_flags, |device| {
        // SAFETY: C gives NULL or a string.
        let driver = unsafe { optional_text(driverName, "driverName") }?;
        done(device.drivers().node_devices.node_device_detach_flags(&device.name, driver, flags))
    })
}

/// Takes a device from the host's drivers, so that a domain can have it. virNodeDeviceReAttach() gives it
/// back.
///
/// @dev: the device
///
/// Returns 0, or -1.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDettach(dev: virNodeDevicePtr) -> c_int {
    call(dev, &ops::node_device_dettach, |device| {
        done(device.drivers().node_devices.node_device_dettach(&device.name))
    })
}

/// Lets go of a device handle. The device itself lives on.
///
/// @dev: the device, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceFree(dev: virNodeDevicePtr) -> c_int {
    inspect(dev, Origin::Nodedev, |device| drop_reference(device))
}

/// Tells whether a device is started with the host.
///
/// @dev: the device
/// @autostart: (out) 1 when it is started with the host, 0 when not
///
/// Returns 0, or -1.
///
/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetAutostart(dev: virNodeDevicePtr, autostart: *mut c_int) -> c_int {
    call(dev, &ops::node_device_get_autostart, |device| {
        // SAFETY: C gives room for a number.
        let autostart = unsafe { required(autostart, "autostart") }?;
        autostart.write(device.drivers().node_devices.node_device_get_autostart(&device.name)?);
        Ok(0)
    })
}

/// Gives the name of a host device.
///
/// @dev: the device
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetName(dev: virNodeDevicePtr) -> *const c_char {
    inspect(dev, Origin::Nodedev, |device| Ok(results::name_pointer(&device.name)))
}

/// Gives the name of the device that a device hangs on.
///
/// @dev: the device
///
/// Returns the name, which lives as long as the handle and must not be freed; NULL when there is no parent, or
/// on error.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetParent(dev: virNodeDevicePtr) -> *const c_char {
    call(dev, &ops::node_device_get_parent, |device| {
        if device.parent.get().is_none() {
            let parent = device.drivers().node_devices.node_device_get_parent(&device.name)?;
            // Whoever was first decides: C may hold the pointer already.
            let _ = device.parent.set(parent.as_deref().map(events::text));
        }
        let parent = device.parent.get().and_then(Option::as_ref);
        Ok(parent.map_or(ptr::null(), |parent| parent.as_ptr()))
    })
}

/// Describes a device as XML.
///
/// @dev: the device
/// @flags: bitwise-OR of virNodeDeviceXMLFlags
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetXMLDesc(dev: virNodeDevicePtr, flags: c_uint) -> *mut c_char {
    call(dev, &ops::node_device_get_xml_desc, |device| {
        results::give_text(&device.drivers().node_devices.node_device_get_xml_desc(&device.name, flags)?)
    })
}

/// Tells whether a device is there.
///
/// @dev: the device
///
/// Returns 1 when it is, 0 when it is only defined, or -1.
///
/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsActive(dev: virNodeDevicePtr) -> c_int {
    call(dev, &ops::node_device_is_active, |device| {
        device.drivers().node_devices.node_device_is_active(&device.name)
    })
}

/// Tells whether a device has a definition that outlives it.
///
/// @dev: the device
///
/// Returns 1 when it has, 0 when not, or -1.
///
/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsPersistent(dev: virNodeDevicePtr) -> c_int {
    call(dev, &ops::node_device_is_persistent, |device| {
        device.drivers().node_devices.node_device_is_persistent(&device.name)
    })
}

/// Lists the capabilities of a device: `pci`, `net`, `scsi_host`.
///
/// @dev: the device
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
///
/// Returns the number of names that were stored, or -1.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceListCaps(
    dev: virNodeDevicePtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    call(dev, &ops::node_device_list_caps, |device| {
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe {
            list_names(names, "names", maxnames, "maxnames", |max| {
                device.drivers().node_devices.node_device_list_caps(&device.name, max)
            })
        }
    })
}

/// Finds a host device by its name.
///
/// @conn: the connection
/// @name: the name
///
/// Returns a new handle that the caller frees with virNodeDeviceFree(), or NULL (VIR_ERR_NO_NODE_DEVICE).
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupByName(
    conn: virConnectPtr,
    name: *const c_char,
) -> virNodeDevicePtr {
    call(conn, &ops::node_device_lookup_by_name, |conn| {
        // SAFETY: C gives a string.
        let name = unsafe { any_text(name, "name") }?;
        conn.drivers().node_devices.node_device_lookup_by_name(&name)?.give(conn)
    })
}

/// Finds a SCSI host by the world wide names of its adapter.
///
/// @conn: the connection
/// @wwnn: the name of the node
/// @wwpn: the name of the port
/// @flags: must be 0
///
/// Returns a new handle that the caller frees with virNodeDeviceFree(), or NULL (VIR_ERR_NO_NODE_DEVICE).
///
/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupSCSIHostByWWN(
    conn: virConnectPtr,
    wwnn: *const c_char,
    wwpn: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    call(conn, &ops::node_device_lookup_scsi_host_by_wwn, |conn| {
        // SAFETY: C gives a string.
        let wwnn = unsafe { text(wwnn, "wwnn") }?;
        // SAFETY: C gives a string.
        let wwpn = unsafe { text(wwpn, "wwpn") }?;
        conn.drivers().node_devices.node_device_lookup_scsi_host_by_wwn(wwnn, wwpn, flags)?.give(conn)
    })
}

/// Counts the capabilities of a device.
///
/// @dev: the device
///
/// Returns their number, or -1.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceNumOfCaps(dev: virNodeDevicePtr) -> c_int {
    call(dev, &ops::node_device_num_of_caps, |device| {
        device.drivers().node_devices.node_device_num_of_caps(&device.name)
    })
}

/// Gives a device back to the host's drivers that was detached.
///
/// @dev: the device
///
/// Returns 0, or -1.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReAttach(dev: virNodeDevicePtr) -> c_int {
    call(dev, &ops::node_device_re_attach, |device| {
        done(device.drivers().node_devices.node_device_re_attach(&device.name))
    })
}

/// Adds a reference to a device handle, for another thread say; each is let go of with virNodeDeviceFree().
///
/// @dev: the device
///
/// Returns 0, or -1.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceRef(dev: virNodeDevicePtr) -> c_int {
    inspect(dev, Origin::Nodedev, |device| add_reference(device))
}

/// Resets a device, as is needed between one user and the next.
///
/// @dev: the device
///
/// Returns 0, or -1.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReset(dev: virNodeDevicePtr) -> c_int {
    call(dev, &ops::node_device_reset, |device| {
        done(device.drivers().node_devices.node_device_reset(&device.name))
    })
}

/// Says whether a device is to be started with the host.
///
/// @dev: the device
/// @autostart: 0 for no, anything else for yes
///
/// Returns 0, or -1.
///
/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceSetAutostart(dev: virNodeDevicePtr, autostart: c_int) -> c_int {
    call(dev, &ops::node_device_set_autostart, |device| {
        done(device.drivers().node_devices.node_device_set_autostart(&device.name, autostart))
    })
}

/// Removes the definition of a device.
///
/// @dev: the device
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUndefine(dev: virNodeDevicePtr, flags: c_uint) -> c_int {
    call(dev, &ops::node_device_undefine, |device| {
        done(device.drivers().node_devices.node_device_undefine(&device.name, flags))
    })
}

/// Changes a device or its definition.
///
/// @dev: the device
/// @xmlDesc: the new description, a <device> document
/// @flags: bitwise-OR of virNodeDeviceUpdateFlags
///
/// Returns 0, or -1.
///
/// Since: 10.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUpdate(
    dev: virNodeDevicePtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> c_int {
    call(dev, &ops::node_device_update, |device| {
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        done(device.drivers().node_devices.node_device_update(&device.name, xmlDesc, flags))
    })
}

/// Lists the names of host devices.
///
/// @conn: the connection
/// @cap: the capability that they must have, or NULL for all
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
/// @flags: must be 0
///
/// Returns the number of names that were stored, or -1.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeListDevices(
    conn: virConnectPtr,
    cap: *const c_char,
    names: *mut *mut c_char,
    maxnames: c_int,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_list_devices, |conn| {
        // SAFETY: C gives NULL or a string.
        let cap = unsafe { optional_text(cap, "cap") }?;
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe {
            list_names(names, "names", maxnames, "maxnames", |max| {
                conn.drivers().node_devices.node_list_devices(cap, max, flags)
            })
        }
    })
}

/// Counts host devices.
///
/// @conn: the connection
/// @cap: the capability that they must have, or NULL for all
/// @flags: must be 0
///
/// Returns their number, or -1.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeNumOfDevices(
    conn: virConnectPtr,
    cap: *const c_char,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_num_of_devices, |conn| {
        // SAFETY: C gives NULL or a string.
        let cap = unsafe { optional_text(cap, "cap") }?;
        conn.drivers().node_devices.node_num_of_devices(cap, flags)
    })
}
