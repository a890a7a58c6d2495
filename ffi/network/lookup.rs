//! Finding networks, listing them, and what identifies one.

use crate::{
    boundary::{
        add_reference,
        arguments::{self, any_text},
        call, drop_reference, inspect,
        objects::Shown,
        results::{self, list_all, list_names},
    },
    host::virConnectPtr,
    network::virNetworkPtr,
};
use std::ffi::{c_char, c_int, c_uchar, c_uint};
use virt_core::api::ops;
use virt_error::Origin;

/// Lists networks as handles, all of them or those that @flags select.
///
/// @conn: the connection
/// @nets: (out, optional) where to store a new array of networks, ended by NULL; the caller frees each with
///        virNetworkFree() and the array with free(). NULL: only count
/// @flags: bitwise-OR of virConnectListAllNetworksFlags; flags of one group widen the choice, groups narrow it
///
/// Returns the number of networks, or -1.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNetworks(
    conn: virConnectPtr,
    nets: *mut *mut virNetworkPtr,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_list_all_networks, |conn| {
        let need_results = !nets.is_null() as i32;
        let found = conn.drivers().networks.connect_list_all_networks(need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, conn, nets) }
    })
}

/// Lists the names of the networks that are defined and not running.
///
/// @conn: the connection
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
///
/// Returns the number of names that were stored, or -1.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedNetworks(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    call(conn, &ops::connect_list_defined_networks, |conn| {
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe {
            list_names(names, "names", maxnames, "maxnames", |max| {
                conn.drivers().networks.connect_list_defined_networks(max)
            })
        }
    })
}

/// Lists the names of the running networks.
///
/// @conn: the connection
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
///
/// Returns the number of names that were stored, or -1.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNetworks(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    call(conn, &ops::connect_list_networks, |conn| {
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe {
            list_names(names, "names", maxnames, "maxnames", |max| {
                conn.drivers().networks.connect_list_networks(max)
            })
        }
    })
}

/// Counts the networks that are defined and not running.
///
/// @conn: the connection
///
/// Returns their number, or -1.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedNetworks(conn: virConnectPtr) -> c_int {
    call(conn, &ops::connect_num_of_defined_networks, |conn| {
        conn.drivers().networks.connect_num_of_defined_networks()
    })
}

/// Counts the running networks.
///
/// @conn: the connection
///
/// Returns their number, or -1.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNetworks(conn: virConnectPtr) -> c_int {
    call(conn, &ops::connect_num_of_networks, |conn| conn.drivers().networks.connect_num_of_networks())
}

/// Lets go of a network handle. The network itself lives on.
///
/// @network: the network, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkFree(network: virNetworkPtr) -> c_int {
    inspect(network, Origin::Network, |network| drop_reference(network))
}

/// Gives the name of the bridge that carries a network on the host.
///
/// @network: the network
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetBridgeName(network: virNetworkPtr) -> *mut c_char {
    call(network, &ops::network_get_bridge_name, |network| {
        results::give_text(&network.drivers().networks.network_get_bridge_name(network)?)
    })
}

/// Gives the connection that a network belongs to, without a reference of its own: it lives as long as @net.
///
/// @net: the network
///
/// Returns the connection, or NULL.
///
/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetConnect(net: virNetworkPtr) -> virConnectPtr {
    inspect(net, Origin::Network, |network| Ok(network.conn.as_ptr()))
}

/// Gives the name of a network.
///
/// @network: the network
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetName(network: virNetworkPtr) -> *const c_char {
    inspect(network, Origin::Network, |network| Ok(results::name_pointer(&network.name)))
}

/// Gives the UUID of a network as bytes.
///
/// @network: the network
/// @uuid: (out) room for VIR_UUID_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUID(network: virNetworkPtr, uuid: *mut c_uchar) -> c_int {
    inspect(network, Origin::Network, |network| {
        // SAFETY: C gives room for a UUID.
        unsafe { results::put_uuid(network.uuid, uuid) }
    })
}

/// Gives the UUID of a network as text.
///
/// @network: the network
/// @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUIDString(network: virNetworkPtr, buf: *mut c_char) -> c_int {
    inspect(network, Origin::Network, |network| {
        // SAFETY: C gives room for the text of a UUID.
        unsafe { results::put_uuid_text(network.uuid, buf) }
    })
}

/// Tells whether a network runs.
///
/// @net: the network
///
/// Returns 1 when it runs, 0 when not, or -1.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsActive(net: virNetworkPtr) -> c_int {
    call(net, &ops::network_is_active, |network| network.drivers().networks.network_is_active(network))
}

/// Tells whether a network has a definition that outlives its run.
///
/// @net: the network
///
/// Returns 1 when it is persistent, 0 when transient, or -1.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsPersistent(net: virNetworkPtr) -> c_int {
    call(net, &ops::network_is_persistent, |network| {
        network.drivers().networks.network_is_persistent(network)
    })
}

/// Finds a network by its name.
///
/// @conn: the connection
/// @name: the name
///
/// Returns a new handle that the caller frees with virNetworkFree(), or NULL (VIR_ERR_NO_NETWORK).
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByName(conn: virConnectPtr, name: *const c_char) -> virNetworkPtr {
    call(conn, &ops::network_lookup_by_name, |conn| {
        // SAFETY: C gives a string.
        let name = unsafe { any_text(name, "name") }?;
        conn.drivers().networks.network_lookup_by_name(&name)?.give(conn)
    })
}

/// Finds a network by its UUID.
///
/// @conn: the connection
/// @uuid: VIR_UUID_BUFLEN bytes
///
/// Returns a new handle that the caller frees with virNetworkFree(), or NULL (VIR_ERR_NO_NETWORK).
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virNetworkPtr {
    call(conn, &ops::network_lookup_by_uuid, |conn| {
        // SAFETY: C gives sixteen bytes.
        let uuid = unsafe { arguments::uuid(uuid, "uuid") }?;
        conn.drivers().networks.network_lookup_by_uuid(uuid)?.give(conn)
    })
}

/// Finds a network by the text of its UUID.
///
/// @conn: the connection
/// @uuidstr: the UUID as text
///
/// Returns a new handle that the caller frees with virNetworkFree(), or NULL (VIR_ERR_NO_NETWORK).
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virNetworkPtr {
    call(conn, &ops::network_lookup_by_uuid, |conn| {
        // SAFETY: C gives a string.
        let uuid = unsafe { arguments::uuid_text(uuidstr, "uuidstr") }?;
        conn.drivers().networks.network_lookup_by_uuid(uuid)?.give(conn)
    })
}

/// Adds a reference to a network handle, for another thread say; each is let go of with virNetworkFree().
///
/// @network: the network
///
/// Returns 0, or -1.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkRef(network: virNetworkPtr) -> c_int {
    inspect(network, Origin::Network, |network| add_reference(network))
}
