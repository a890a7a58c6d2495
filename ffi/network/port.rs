//! Ports of a network.

use crate::{
    boundary::{
        add_reference,
        arguments::{self, text},
        call, done, drop_reference, inspect,
        objects::Shown,
        params,
        results::{self, list_all},
    },
    common::virTypedParameterPtr,
    network::{virNetworkPortPtr, virNetworkPtr},
};
use std::ffi::{c_char, c_int, c_uchar, c_uint};
use virt_core::api::ops;
use virt_error::Origin;

/// Lists the ports of a network as handles.
///
/// @network: the network
/// @ports: (out, optional) where to store a new array of ports, ended by NULL; the caller frees each with
///         virNetworkPortFree() and the array with free(). NULL: only count
/// @flags: must be 0
///
/// Returns the number of ports, or -1.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkListAllPorts(
    network: virNetworkPtr,
    ports: *mut *mut virNetworkPortPtr,
    flags: c_uint,
) -> c_int {
    call(network, &ops::network_list_all_ports, |network| {
        let need_results = !ports.is_null() as i32;
        let found = network.drivers().networks.network_list_all_ports(network, need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, network, ports) }
    })
}

/// Adds a port to a network, to which an interface can be attached then.
///
/// @net: the network
/// @xmldesc: the description, a <networkport> document
/// @flags: bitwise-OR of virNetworkPortCreateFlags
///
/// Returns a new handle that the caller frees with virNetworkPortFree(), or NULL.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortCreateXML(
    net: virNetworkPtr,
    xmldesc: *const c_char,
    flags: c_uint,
) -> virNetworkPortPtr {
    call(net, &ops::network_port_create_xml, |network| {
        // SAFETY: C gives a string.
        let xmldesc = unsafe { text(xmldesc, "xmldesc") }?;
        network.drivers().networks.network_port_create_xml(network, xmldesc, flags)?.give(network)
    })
}

/// Removes a port from its network and gives back what it held.
///
/// @port: the port
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortDelete(port: virNetworkPortPtr, flags: c_uint) -> c_int {
    call(port, &ops::network_port_delete, |port| {
        done(port.drivers().networks.network_port_delete(port, flags))
    })
}

/// Lets go of a port handle. The port itself lives on.
///
/// @port: the port, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortFree(port: virNetworkPortPtr) -> c_int {
    inspect(port, Origin::Network, |port| drop_reference(port))
}

/// Gives the network that a port belongs to, without a reference of its own: it lives as long as @port.
///
/// @port: the port
///
/// Returns the network, or NULL.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetNetwork(port: virNetworkPortPtr) -> virNetworkPtr {
    inspect(port, Origin::Network, |port| Ok(port.parent.as_ptr()))
}

/// Reads the bandwidth limits of a port.
///
/// @port: the port
/// @params: (out) where to store a new array of parameters; the caller frees it with virTypedParamsFree()
/// @nparams: (out) how many there are
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetParameters(
    port: virNetworkPortPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(port, &ops::network_port_get_parameters, |port| {
        let get = |nparams| port.drivers().networks.network_port_get_parameters(port, nparams, flags);
        // SAFETY: C gives room for an array's address and its length.
        unsafe { params::give_all(get, params, nparams) }
    })
}

/// Gives the UUID of a port as bytes.
///
/// @port: the port
/// @uuid: (out) room for VIR_UUID_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUID(port: virNetworkPortPtr, uuid: *mut c_uchar) -> c_int {
    inspect(port, Origin::Network, |port| {
        // SAFETY: C gives room for a UUID.
        unsafe { results::put_uuid(port.uuid, uuid) }
    })
}

/// Gives the UUID of a port as text.
///
/// @port: the port
/// @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUIDString(port: virNetworkPortPtr, buf: *mut c_char) -> c_int {
    inspect(port, Origin::Network, |port| {
        // SAFETY: C gives room for the text of a UUID.
        unsafe { results::put_uuid_text(port.uuid, buf) }
    })
}

/// Describes a port as XML.
///
/// @port: the port
/// @flags: must be 0
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetXMLDesc(port: virNetworkPortPtr, flags: c_uint) -> *mut c_char {
    call(port, &ops::network_port_get_xml_desc, |port| {
        results::give_text(&port.drivers().networks.network_port_get_xml_desc(port, flags)?)
    })
}

/// Finds a port of a network by its UUID.
///
/// @net: the network
/// @uuid: VIR_UUID_BUFLEN bytes
///
/// Returns a new handle that the caller frees with virNetworkPortFree(), or NULL (VIR_ERR_NO_NETWORK_PORT).
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUID(
    net: virNetworkPtr,
    uuid: *const c_uchar,
) -> virNetworkPortPtr {
    call(net, &ops::network_port_lookup_by_uuid, |network| {
        // SAFETY: C gives sixteen bytes.
        let uuid = unsafe { arguments::uuid(uuid, "uuid") }?;
        network.drivers().networks.network_port_lookup_by_uuid(network, uuid)?.give(network)
    })
}

/// Finds a port of a network by the text of its UUID.
///
/// @net: the network
/// @uuidstr: the UUID as text
///
/// Returns a new handle that the caller frees with virNetworkPortFree(), or NULL (VIR_ERR_NO_NETWORK_PORT).
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUIDString(
    net: virNetworkPtr,
    uuidstr: *const c_char,
) -> virNetworkPortPtr {
    call(net, &ops::network_port_lookup_by_uuid, |network| {
        // SAFETY: C gives a string.
        let uuid = unsafe { arguments::uuid_text(uuidstr, "uuidstr") }?;
        network.drivers().networks.network_port_lookup_by_uuid(network, uuid)?.give(network)
    })
}

/// Adds a reference to a port handle, for another thread say; each is let go of with virNetworkPortFree().
///
/// @port: the port
///
/// Returns 0, or -1.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortRef(port: virNetworkPortPtr) -> c_int {
    inspect(port, Origin::Network, |port| add_reference(port))
}

/// Changes the bandwidth limits of a port.
///
/// @port: the port
/// @params: the parameters to change, VIR_NETWORK_PORT_BANDWIDTH_…
/// @nparams: how many there are
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortSetParameters(
    port: virNetworkPortPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(port, &ops::network_port_set_parameters, |port| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read(params, nparams, "params") }?;
        done(port.drivers().networks.network_port_set_parameters(port, &params, flags))
    })
}
