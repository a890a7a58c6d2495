//! Network filters.

use crate::{
    boundary::{
        add_reference,
        arguments::{self, any_text, text},
        call, done, drop_reference, inspect,
        objects::Shown,
        results::{self, list_all, list_names},
    },
    host::virConnectPtr,
    nwfilter::virNWFilterPtr,
};
use std::ffi::{c_char, c_int, c_uchar, c_uint};
use virt_core::api::ops;
use virt_error::Origin;

/// Lists network filters as handles.
///
/// @conn: the connection
/// @filters: (out, optional) where to store a new array of them, ended by NULL; the caller frees each with
///           virNWFilterFree() and the array with free(). NULL: only count
/// @flags: must be 0
///
/// Returns their number, or -1.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilters(
    conn: virConnectPtr,
    filters: *mut *mut virNWFilterPtr,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_list_all_nwfilters, |conn| {
        let need_results = !filters.is_null() as i32;
        let found = conn.drivers().nwfilters.connect_list_all_nwfilters(need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, conn, filters) }
    })
}

/// Lists the names of the network filters.
///
/// @conn: the connection
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
///
/// Returns the number of names that were stored, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNWFilters(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    call(conn, &ops::connect_list_nwfilters, |conn| {
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe {
            list_names(names, "names", maxnames, "maxnames", |max| {
                conn.drivers().nwfilters.connect_list_nwfilters(max)
            })
        }
    })
}

/// Counts the network filters.
///
/// @conn: the connection
///
/// Returns their number, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNWFilters(conn: virConnectPtr) -> c_int {
    call(conn, &ops::connect_num_of_nwfilters, |conn| conn.drivers().nwfilters.connect_num_of_nwfilters())
}

/// Defines a network filter, or changes one that exists; ports that use it follow.
///
/// @conn: the connection
/// @xmlDesc: the description, a <filter> document
///
/// Returns a new handle that the caller frees with virNWFilterFree(), or NULL.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterDefineXML(conn: virConnectPtr, xmlDesc: *const c_char) -> virNWFilterPtr {
    call(conn, &ops::nwfilter_define_xml, |conn| {
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        conn.drivers().nwfilters.nwfilter_define_xml(xmlDesc)?.give(conn)
    })
}

/// Defines a network filter, or changes one that exists, in the way that @flags say; ports that use it follow.
///
/// @conn: the connection
/// @xmlDesc: the description, a <filter> document
/// @flags: bitwise-OR of virNWFilterDefineFlags
///
/// Returns a new handle that the caller frees with virNWFilterFree(), or NULL.
///
/// Since: 7.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterDefineXMLFlags(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNWFilterPtr {
    call(conn, &ops::nwfilter_define_xml_flags, |conn| {
        // SAFETY: C gives a string.
        let xmlDesc = unsafe { text(xmlDesc, "xmlDesc") }?;
        conn.drivers().nwfilters.nwfilter_define_xml_flags(xmlDesc, flags)?.give(conn)
    })
}

/// Lets go of a filter handle. The filter itself lives on.
///
/// @nwfilter: the filter, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterFree(nwfilter: virNWFilterPtr) -> c_int {
    inspect(nwfilter, Origin::Nwfilter, |filter| drop_reference(filter))
}

/// Gives the name of a network filter.
///
/// @nwfilter: the filter
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetName(nwfilter: virNWFilterPtr) -> *const c_char {
    inspect(nwfilter, Origin::Nwfilter, |filter| Ok(results::name_pointer(&filter.name)))
}

/// Gives the UUID of a filter as bytes.
///
/// @nwfilter: the filter
/// @uuid: (out) room for VIR_UUID_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetUUID(nwfilter: virNWFilterPtr, uuid: *mut c_uchar) -> c_int {
    inspect(nwfilter, Origin::Nwfilter, |filter| {
        // SAFETY: C gives room for a UUID.
        unsafe { results::put_uuid(filter.uuid, uuid) }
    })
}

/// Gives the UUID of a filter as text.
///
/// @nwfilter: the filter
/// @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetUUIDString(nwfilter: virNWFilterPtr, buf: *mut c_char) -> c_int {
    inspect(nwfilter, Origin::Nwfilter, |filter| {
        // SAFETY: C gives room for the text of a UUID.
        unsafe { results::put_uuid_text(filter.uuid, buf) }
    })
}

/// Describes a network filter as XML.
///
/// @nwfilter: the filter
/// @flags: must be 0
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterGetXMLDesc(nwfilter: virNWFilterPtr, flags: c_uint) -> *mut c_char {
    call(nwfilter, &ops::nwfilter_get_xml_desc, |filter| {
        results::give_text(&filter.drivers().nwfilters.nwfilter_get_xml_desc(filter, flags)?)
    })
}

/// Finds a network filter by its name.
///
/// @conn: the connection
/// @name: the name
///
/// Returns a new handle that the caller frees with virNWFilterFree(), or NULL (VIR_ERR_NO_NWFILTER).
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByName(conn: virConnectPtr, name: *const c_char) -> virNWFilterPtr {
    call(conn, &ops::nwfilter_lookup_by_name, |conn| {
        // SAFETY: C gives a string.
        let name = unsafe { any_text(name, "name") }?;
        conn.drivers().nwfilters.nwfilter_lookup_by_name(&name)?.give(conn)
    })
}

/// Finds a network filter by its UUID.
///
/// @conn: the connection
/// @uuid: VIR_UUID_BUFLEN bytes
///
/// Returns a new handle that the caller frees with virNWFilterFree(), or NULL (VIR_ERR_NO_NWFILTER).
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByUUID(
    conn: virConnectPtr,
    uuid: *const c_uchar,
) -> virNWFilterPtr {
    call(conn, &ops::nwfilter_lookup_by_uuid, |conn| {
        // SAFETY: C gives sixteen bytes.
        let uuid = unsafe { arguments::uuid(uuid, "uuid") }?;
        conn.drivers().nwfilters.nwfilter_lookup_by_uuid(uuid)?.give(conn)
    })
}

/// Finds a network filter by the text of its UUID.
///
/// @conn: the connection
/// @uuidstr: the UUID as text
///
/// Returns a new handle that the caller frees with virNWFilterFree(), or NULL (VIR_ERR_NO_NWFILTER).
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virNWFilterPtr {
    call(conn, &ops::nwfilter_lookup_by_uuid, |conn| {
        // SAFETY: C gives a string.
        let uuid = unsafe { arguments::uuid_text(uuidstr, "uuidstr") }?;
        conn.drivers().nwfilters.nwfilter_lookup_by_uuid(uuid)?.give(conn)
    })
}

/// Adds a reference to a filter handle, for another thread say; each is let go of with virNWFilterFree().
///
/// @nwfilter: the filter
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterRef(nwfilter: virNWFilterPtr) -> c_int {
    inspect(nwfilter, Origin::Nwfilter, |filter| add_reference(filter))
}

/// Removes a network filter that nothing uses.
///
/// @nwfilter: the filter
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterUndefine(nwfilter: virNWFilterPtr) -> c_int {
    call(nwfilter, &ops::nwfilter_undefine, |filter| {
        done(filter.drivers().nwfilters.nwfilter_undefine(filter))
    })
}
