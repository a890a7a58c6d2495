//! Defining, starting, changing and stopping networks.

use crate::{
    boundary::{
        arguments::{optional_text, required, text},
        call,
        checks::{self, exclusive},
        done,
        objects::Shown,
        results,
    },
    host::virConnectPtr,
    network::{lease, virNetworkDHCPLeasePtr, virNetworkPtr},
};
use std::{
    ffi::{c_char, c_int, c_uint},
    ptr::NonNull,
};
use virt_core::{
    api::ops,
    constants::{VIR_NETWORK_UPDATE_AFFECT_CONFIG, VIR_NETWORK_UPDATE_AFFECT_LIVE},
};

/// Starts a defined network.
///
/// @network: the network
///
/// Returns 0, or -1.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreate(network: virNetworkPtr) -> c_int {
    call(network, &ops::network_create, |network| done(network.drivers().networks.network_create(network)))
}

/// Starts a network that exists only while it runs.
///
/// @conn: the connection
/// @xmlDesc: the description, a <network> document
///
/// Returns a new handle that the caller frees with virNetworkFree(), or NULL.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXML(conn: virConnectPtr, xmlDesc: *const c_char) -> virNetworkPtr {
    call(conn, &ops::network_create_xml, |conn| {
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        conn.drivers().networks.network_create_xml(xmlDesc)?.give(conn)
    })
}

/// Starts a network that exists only while it runs, in the way that @flags say.
///
/// @conn: the connection
/// @xmlDesc: the description, a <network> document
/// @flags: bitwise-OR of virNetworkCreateFlags
///
/// Returns a new handle that the caller frees with virNetworkFree(), or NULL.
///
/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXMLFlags(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNetworkPtr {
    call(conn, &ops::network_create_xml_flags, |conn| {
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        conn.drivers().networks.network_create_xml_flags(xmlDesc, flags)?.give(conn)
    })
}

/// Frees a lease and what it points at.
///
/// @lease: the lease; NULL does nothing
///
/// Since: 1.2.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDHCPLeaseFree(lease: virNetworkDHCPLeasePtr) {
    let Some(lease) = NonNull::new(lease) else { return };
    // SAFETY: C gives a lease that virNetworkGetDHCPLeases() made, and does not use it afterwards.
    unsafe { lease::free(lease) }
}

/// Defines a network, or changes the definition of one that exists. It is not started.
///
/// @conn: the connection
/// @xml: the description, a <network> document
///
/// Returns a new handle that the caller frees with virNetworkFree(), or NULL.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXML(conn: virConnectPtr, xml: *const c_char) -> virNetworkPtr {
    call(conn, &ops::network_define_xml, |conn| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        conn.drivers().networks.network_define_xml(xml)?.give(conn)
    })
}

/// Defines a network, or changes the definition of one that exists, in the way that @flags say. It is not
/// started.
///
/// @conn: the connection
/// @xml: the description, a <network> document
/// @flags: bitwise-OR of virNetworkDefineFlags
///
/// Returns a new handle that the caller frees with virNetworkFree(), or NULL.
///
/// Since: 7.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXMLFlags(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virNetworkPtr {
    call(conn, &ops::network_define_xml_flags, |conn| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        conn.drivers().networks.network_define_xml_flags(xml, flags)?.give(conn)
    })
}

/// Stops a network. A transient one is gone then. The handle stays valid.
///
/// @network: the network
///
/// Returns 0, or -1.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDestroy(network: virNetworkPtr) -> c_int {
    call(network, &ops::network_destroy, |network| done(network.drivers().networks.network_destroy(network)))
}

/// Tells whether a network is started with the host.
///
/// @network: the network
/// @autostart: (out) 1 when it is started with the host, 0 when not
///
/// Returns 0, or -1.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetAutostart(network: virNetworkPtr, autostart: *mut c_int) -> c_int {
    call(network, &ops::network_get_autostart, |network| {
        // SAFETY: C gives room for a number.
        let autostart = unsafe { required(autostart, "autostart") }?;
        autostart.write(network.drivers().networks.network_get_autostart(network)?);
        Ok(0)
    })
}

/// Lists the addresses that a network's DHCP server has given out.
///
/// @network: the network
/// @mac: the hardware address of the interface that is asked about, or NULL for all
/// @leases: (out, optional) where to store a new array of leases, ended by NULL; the caller frees each with
///          virNetworkDHCPLeaseFree() and the array with free(). NULL: only count
/// @flags: must be 0
///
/// Returns the number of leases, or -1.
///
/// Since: 1.2.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetDHCPLeases(
    network: virNetworkPtr,
    mac: *const c_char,
    leases: *mut *mut virNetworkDHCPLeasePtr,
    flags: c_uint,
) -> c_int {
    call(network, &ops::network_get_dhcp_leases, |network| {
        // SAFETY: C gives NULL or a string.
        let mac = unsafe { optional_text(mac, "mac") }?;
        let need_results = !leases.is_null() as i32;
        let found = network.drivers().networks.network_get_dhcp_leases(network, mac, need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { lease::list(&found.items, found.count, leases) }
    })
}

/// Reads the description, the title or the application's own data of a network.
///
/// @network: the network
/// @type: which of virNetworkMetadataType
/// @uri: the XML namespace of the application's data, for VIR_NETWORK_METADATA_ELEMENT; NULL otherwise
/// @flags: bitwise-OR of virNetworkUpdateFlags, not both LIVE and CONFIG
///
/// Returns a new string that the caller frees, or NULL (VIR_ERR_NO_NETWORK_METADATA).
///
/// Since: 9.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetMetadata(
    network: virNetworkPtr,
    r#type: c_int,
    uri: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    call(network, &ops::network_get_metadata, |network| {
        exclusive(
            flags,
            (VIR_NETWORK_UPDATE_AFFECT_LIVE, "VIR_NETWORK_UPDATE_AFFECT_LIVE"),
            (VIR_NETWORK_UPDATE_AFFECT_CONFIG, "VIR_NETWORK_UPDATE_AFFECT_CONFIG"),
        )?;
        // SAFETY: C gives NULL or a string.
        let uri = unsafe { optional_text(uri, "uri") }?;
        checks::metadata_getter(r#type, uri)?;
        results::give_text(&network.drivers().networks.network_get_metadata(network, r#type, uri, flags)?)
    })
}

/// Describes a network as XML.
///
/// @network: the network
/// @flags: bitwise-OR of virNetworkXMLFlags
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetXMLDesc(network: virNetworkPtr, flags: c_uint) -> *mut c_char {
    call(network, &ops::network_get_xml_desc, |network| {
        results::give_text(&network.drivers().networks.network_get_xml_desc(network, flags)?)
    })
}

/// Says whether a network is to be started with the host.
///
/// @network: the network
/// @autostart: 0 for no, anything else for yes
///
/// Returns 0, or -1.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetAutostart(network: virNetworkPtr, autostart: c_int) -> c_int {
    call(network, &ops::network_set_autostart, |network| {
        done(network.drivers().networks.network_set_autostart(network, autostart))
    })
}

/// Writes the description, the title or the application's own data of a network.
///
/// @network: the network
/// @type: which of virNetworkMetadataType
/// @metadata: the text, or the XML of the application's data; NULL removes it
/// @key: the namespace prefix of the application's data, for VIR_NETWORK_METADATA_ELEMENT; NULL otherwise
/// @uri: the XML namespace of the application's data, for VIR_NETWORK_METADATA_ELEMENT; NULL otherwise
/// @flags: bitwise-OR of virNetworkUpdateFlags
///
/// Returns 0, or -1.
///
/// Since: 9.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetMetadata(
    network: virNetworkPtr,
    r#type: c_int,
    metadata: *const c_char,
    key: *const c_char,
    uri: *const c_char,
    flags: c_uint,
) -> c_int {
    call(network, &ops::network_set_metadata, |network| {
        // SAFETY: C gives NULL or a string each.
        let metadata = unsafe { optional_text(metadata, "metadata") }?;
        // SAFETY: as above.
        let key = unsafe { optional_text(key, "key") }?;
        // SAFETY: as above.
        let uri = unsafe { optional_text(uri, "uri") }?;
        checks::metadata_setter(r#type, metadata, key, uri)?;
        done(network.drivers().networks.network_set_metadata(network, r#type, metadata, key, uri, flags))
    })
}

/// Removes the definition of a network. A running one becomes transient.
///
/// @network: the network
///
/// Returns 0, or -1.
///
/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUndefine(network: virNetworkPtr) -> c_int {
    call(network, &ops::network_undefine, |network| {
        done(network.drivers().networks.network_undefine(network))
    })
}

/// Changes one part of a network's definition.
///
/// @network: the network
/// @command: what to do, one of virNetworkUpdateCommand
/// @section: which part, one of virNetworkUpdateSection
/// @parentIndex: which of several parent elements, -1 when it does not matter
/// @xml: the element to add, change or remove
/// @flags: bitwise-OR of virNetworkUpdateFlags
///
/// Returns 0, or -1.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUpdate(
    network: virNetworkPtr,
    command: c_uint,
    section: c_uint,
    parentIndex: c_int,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    call(network, &ops::network_update, |network| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        let networks = &network.drivers().networks;
        done(networks.network_update(network, command, section, parentIndex, xml, flags))
    })
}
