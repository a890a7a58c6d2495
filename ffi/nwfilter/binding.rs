//! Bindings of a network filter to a guest's port.

use crate::{
    boundary::{
        add_reference,
        arguments::{any_text, text},
        call, done, drop_reference, inspect,
        objects::Shown,
        results::{self, list_all},
    },
    host::virConnectPtr,
    nwfilter::virNWFilterBindingPtr,
};
use std::ffi::{c_char, c_int, c_uint};
use virt_core::api::ops;
use virt_error::Origin;

/// Lists the bindings of network filters as handles.
///
/// @conn: the connection
/// @bindings: (out, optional) where to store a new array of them, ended by NULL; the caller frees each with
///            virNWFilterBindingFree() and the array with free(). NULL: only count
/// @flags: must be 0
///
/// Returns their number, or -1.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilterBindings(
    conn: virConnectPtr,
    bindings: *mut *mut virNWFilterBindingPtr,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_list_all_nwfilter_bindings, |conn| {
        let need_results = !bindings.is_null() as i32;
        let found = conn.drivers().nwfilters.connect_list_all_nwfilter_bindings(need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, conn, bindings) }
    })
}

/// Binds a network device to a filter, whose rules then hold for its traffic.
///
/// @conn: the connection
/// @xml: the description, a <filterbinding> document
/// @flags: bitwise-OR of virNWFilterBindingCreateFlags
///
/// Returns a new handle that the caller frees with virNWFilterBindingFree(), or NULL.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingCreateXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virNWFilterBindingPtr {
    call(conn, &ops::nwfilter_binding_create_xml, |conn| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        conn.drivers().nwfilters.nwfilter_binding_create_xml(xml, flags)?.give(conn)
    })
}

/// Takes the rules of a filter off a network device.
///
/// @binding: the binding
///
/// Returns 0, or -1.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingDelete(binding: virNWFilterBindingPtr) -> c_int {
    call(binding, &ops::nwfilter_binding_delete, |binding| {
        done(binding.drivers().nwfilters.nwfilter_binding_delete(binding))
    })
}

/// Lets go of a binding handle. The binding itself lives on.
///
/// @binding: the binding, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingFree(binding: virNWFilterBindingPtr) -> c_int {
    inspect(binding, Origin::Nwfilter, |binding| drop_reference(binding))
}

/// Gives the name of the filter that a port is bound to.
///
/// @binding: the binding
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetFilterName(binding: virNWFilterBindingPtr) -> *const c_char {
    inspect(binding, Origin::Nwfilter, |binding| Ok(results::name_pointer(&binding.filtername)))
}

/// Gives the name of the network device that a binding is for.
///
/// @binding: the binding
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetPortDev(binding: virNWFilterBindingPtr) -> *const c_char {
    inspect(binding, Origin::Nwfilter, |binding| Ok(results::name_pointer(&binding.portdev)))
}

/// Describes a binding as XML.
///
/// @binding: the binding
/// @flags: must be 0
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetXMLDesc(
    binding: virNWFilterBindingPtr,
    flags: c_uint,
) -> *mut c_char {
    call(binding, &ops::nwfilter_binding_get_xml_desc, |binding| {
        results::give_text(&binding.drivers().nwfilters.nwfilter_binding_get_xml_desc(binding, flags)?)
    })
}

/// Finds the binding of a network device.
///
/// @conn: the connection
/// @portdev: the name of the device
///
/// Returns a new handle that the caller frees with virNWFilterBindingFree(), or NULL
/// (VIR_ERR_NO_NWFILTER_BINDING).
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingLookupByPortDev(
    conn: virConnectPtr,
    portdev: *const c_char,
) -> virNWFilterBindingPtr {
    call(conn, &ops::nwfilter_binding_lookup_by_port_dev, |conn| {
        // SAFETY: C gives a string.
        let portdev = unsafe { any_text(portdev, "portdev") }?;
        conn.drivers().nwfilters.nwfilter_binding_lookup_by_port_dev(&portdev)?.give(conn)
    })
}

/// Adds a reference to a binding handle, for another thread say; each is let go of with
/// virNWFilterBindingFree().
///
/// @binding: the binding
///
/// Returns 0, or -1.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingRef(binding: virNWFilterBindingPtr) -> c_int {
    inspect(binding, Origin::Nwfilter, |binding| add_reference(binding))
}
