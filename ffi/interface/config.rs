//! Network interfaces of the host: finding, defining, starting, and change transactions.

use crate::{
    boundary::{
        add_reference,
        arguments::{any_text, text},
        call, done, drop_reference, inspect,
        objects::Shown,
        results::{self, list_all, list_names},
    },
    host::virConnectPtr,
    interface::virInterfacePtr,
};
use std::ffi::{c_char, c_int, c_uint};
use virt_core::api::ops;
use virt_error::Origin;

/// Lists the interfaces of the host as handles, all of them or those that @flags select.
///
/// @conn: the connection
/// @ifaces: (out, optional) where to store a new array of them, ended by NULL; the caller frees each with
///          virInterfaceFree() and the array with free(). NULL: only count
/// @flags: bitwise-OR of virConnectListAllInterfacesFlags; flags of one group widen the choice, groups narrow
///         it
///
/// Returns their number, or -1.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllInterfaces(
    conn: virConnectPtr,
    ifaces: *mut *mut virInterfacePtr,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_list_all_interfaces, |conn| {
        let need_results = !ifaces.is_null() as i32;
        let found = conn.drivers().interfaces.connect_list_all_interfaces(need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, conn, ifaces) }
    })
}

/// Lists the names of the interfaces that are configured and not active.
///
/// @conn: the connection
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
///
/// Returns the number of names that were stored, or -1.
///
/// Since: 0.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedInterfaces(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    call(conn, &ops::connect_list_defined_interfaces, |conn| {
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe {
            list_names(names, "names", maxnames, "maxnames", |max| {
                conn.drivers().interfaces.connect_list_defined_interfaces(max)
            })
        }
    })
}

/// Lists the names of the active interfaces.
///
/// @conn: the connection
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
///
/// Returns the number of names that were stored, or -1.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListInterfaces(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    call(conn, &ops::connect_list_interfaces, |conn| {
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe {
            list_names(names, "names", maxnames, "maxnames", |max| {
                conn.drivers().interfaces.connect_list_interfaces(max)
            })
        }
    })
}

/// Counts the interfaces that are configured and not active.
///
/// @conn: the connection
///
/// Returns their number, or -1.
///
/// Since: 0.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedInterfaces(conn: virConnectPtr) -> c_int {
    call(conn, &ops::connect_num_of_defined_interfaces, |conn| {
        conn.drivers().interfaces.connect_num_of_defined_interfaces()
    })
}

/// Counts the active interfaces.
///
/// @conn: the connection
///
/// Returns their number, or -1.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfInterfaces(conn: virConnectPtr) -> c_int {
    call(conn, &ops::connect_num_of_interfaces, |conn| conn.drivers().interfaces.connect_num_of_interfaces())
}

/// Keeps the present configuration of the interfaces, so that the changes that follow can be undone as one.
///
/// @conn: the connection
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeBegin(conn: virConnectPtr, flags: c_uint) -> c_int {
    call(conn, &ops::interface_change_begin, |conn| {
        done(conn.drivers().interfaces.interface_change_begin(flags))
    })
}

/// Makes the changes since virInterfaceChangeBegin() final.
///
/// @conn: the connection
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeCommit(conn: virConnectPtr, flags: c_uint) -> c_int {
    call(conn, &ops::interface_change_commit, |conn| {
        done(conn.drivers().interfaces.interface_change_commit(flags))
    })
}

/// Undoes the changes since virInterfaceChangeBegin().
///
/// @conn: the connection
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceChangeRollback(conn: virConnectPtr, flags: c_uint) -> c_int {
    call(conn, &ops::interface_change_rollback, |conn| {
        done(conn.drivers().interfaces.interface_change_rollback(flags))
    })
}

/// Brings a configured interface up.
///
/// @iface: the interface
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceCreate(iface: virInterfacePtr, flags: c_uint) -> c_int {
    call(iface, &ops::interface_create, |interface| {
        done(interface.drivers().interfaces.interface_create(interface, flags))
    })
}

/// Configures an interface, or changes the configuration of one that exists. It is not brought up.
///
/// @conn: the connection
/// @xml: the description, an <interface> document
/// @flags: bitwise-OR of virInterfaceDefineFlags
///
/// Returns a new handle that the caller frees with virInterfaceFree(), or NULL.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virInterfacePtr {
    call(conn, &ops::interface_define_xml, |conn| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        conn.drivers().interfaces.interface_define_xml(xml, flags)?.give(conn)
    })
}

/// Takes an interface down. Its configuration stays, and so does the handle.
///
/// @iface: the interface
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceDestroy(iface: virInterfacePtr, flags: c_uint) -> c_int {
    call(iface, &ops::interface_destroy, |interface| {
        done(interface.drivers().interfaces.interface_destroy(interface, flags))
    })
}

/// Lets go of a interface handle. The interface itself lives on.
///
/// @iface: the interface, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceFree(iface: virInterfacePtr) -> c_int {
    inspect(iface, Origin::Interface, |interface| drop_reference(interface))
}

/// Gives the connection that a interface belongs to, without a reference of its own: it lives as long as
/// @iface.
///
/// @iface: the interface
///
/// Returns the connection, or NULL.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetConnect(iface: virInterfacePtr) -> virConnectPtr {
    inspect(iface, Origin::Interface, |interface| Ok(interface.conn.as_ptr()))
}

/// Gives the hardware address of an interface as text.
///
/// @iface: the interface
///
/// Returns the address, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetMACString(iface: virInterfacePtr) -> *const c_char {
    inspect(iface, Origin::Interface, |interface| Ok(results::name_pointer(&interface.mac)))
}

/// Gives the name of an interface, such as `eth0`.
///
/// @iface: the interface
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetName(iface: virInterfacePtr) -> *const c_char {
    inspect(iface, Origin::Interface, |interface| Ok(results::name_pointer(&interface.name)))
}

/// Describes an interface as XML.
///
/// @iface: the interface
/// @flags: bitwise-OR of virInterfaceXMLFlags
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceGetXMLDesc(iface: virInterfacePtr, flags: c_uint) -> *mut c_char {
    call(iface, &ops::interface_get_xml_desc, |interface| {
        results::give_text(&interface.drivers().interfaces.interface_get_xml_desc(interface, flags)?)
    })
}

/// Tells whether an interface is up.
///
/// @iface: the interface
///
/// Returns 1 when it is, 0 when not, or -1.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceIsActive(iface: virInterfacePtr) -> c_int {
    call(iface, &ops::interface_is_active, |interface| {
        interface.drivers().interfaces.interface_is_active(interface)
    })
}

/// Finds an interface by its hardware address.
///
/// @conn: the connection
/// @macstr: the address as text
///
/// Returns a new handle that the caller frees with virInterfaceFree(), or NULL (VIR_ERR_NO_INTERFACE).
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceLookupByMACString(
    conn: virConnectPtr,
    macstr: *const c_char,
) -> virInterfacePtr {
    call(conn, &ops::interface_lookup_by_mac_string, |conn| {
        // SAFETY: C gives a string.
        let macstr = unsafe { any_text(macstr, "macstr") }?;
        conn.drivers().interfaces.interface_lookup_by_mac_string(&macstr)?.give(conn)
    })
}

/// Finds an interface by its name.
///
/// @conn: the connection
/// @name: the name
///
/// Returns a new handle that the caller frees with virInterfaceFree(), or NULL (VIR_ERR_NO_INTERFACE).
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceLookupByName(
    conn: virConnectPtr,
    name: *const c_char,
) -> virInterfacePtr {
    call(conn, &ops::interface_lookup_by_name, |conn| {
        // SAFETY: C gives a string.
        let name = unsafe { any_text(name, "name") }?;
        conn.drivers().interfaces.interface_lookup_by_name(&name)?.give(conn)
    })
}

/// Adds a reference to a interface handle, for another thread say; each is let go of with virInterfaceFree().
///
/// @iface: the interface
///
/// Returns 0, or -1.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceRef(iface: virInterfacePtr) -> c_int {
    inspect(iface, Origin::Interface, |interface| add_reference(interface))
}

/// Removes the configuration of an interface.
///
/// @iface: the interface
///
/// Returns 0, or -1.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInterfaceUndefine(iface: virInterfacePtr) -> c_int {
    call(iface, &ops::interface_undefine, |interface| {
        done(interface.drivers().interfaces.interface_undefine(interface))
    })
}
