//! Finding domains, listing them, and what identifies one.

use crate::{
    boundary::{
        add_reference,
        arguments::{self, any_text},
        call,
        checks::zero_or_greater,
        drop_reference, inspect,
        objects::Shown,
        results::{self, fill, fill_names, list_all},
    },
    domain::virDomainPtr,
    host::virConnectPtr,
};
use std::{
    ffi::{c_char, c_int, c_uchar, c_uint},
    sync::atomic::Ordering::Relaxed,
};
use virt_core::{api::ops, types::Uuid};
use virt_error::{Error, Origin};

/// Lists domains as handles, all of them or those that @flags select.
///
/// @conn: the connection
/// @domains: (out, nullable) where to store a new array of domains, ended by NULL; the caller frees each with
///           virDomainFree() and the array with free(). NULL: only count
/// @flags: bitwise-OR of virConnectListAllDomainsFlags; flags of one group widen the choice, groups narrow it
///
/// Returns the number of domains, or -1.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllDomains(
    conn: virConnectPtr,
    domains: *mut *mut virDomainPtr,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_list_all_domains, |conn| {
        let need_results = !domains.is_null() as i32;
        let found = conn.drivers().domains.connect_list_all_domains(need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, conn, domains) }
    })
}

/// Lists the names of the domains that are defined and not running.
///
/// @conn: the connection
/// @names: (out) an array that takes the names; the caller frees each
/// @maxnames: the length of @names
///
/// Returns how many names were stored, or -1. virConnectListAllDomains() has no race between counting and listing.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedDomains(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    call(conn, &ops::connect_list_defined_domains, |conn| {
        // SAFETY: C vouches for the array.
        unsafe { arguments::array(names, maxnames.max(0) as usize, "names") }?;
        zero_or_greater(maxnames, "maxnames")?;
        let found = conn.drivers().domains.connect_list_defined_domains(maxnames)?;
        // SAFETY: C gives room for `maxnames` pointers.
        unsafe { fill_names(&found, names, maxnames) }
    })
}

/// Lists the numbers of the running domains.
///
/// @conn: the connection
/// @ids: (out) an array that takes the numbers
/// @maxids: the length of @ids
///
/// Returns how many numbers were stored, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDomains(conn: virConnectPtr, ids: *mut c_int, maxids: c_int) -> c_int {
    call(conn, &ops::connect_list_domains, |conn| {
        // SAFETY: C vouches for the array.
        unsafe { arguments::array(ids, maxids.max(0) as usize, "ids") }?;
        zero_or_greater(maxids, "maxids")?;
        let found = conn.drivers().domains.connect_list_domains(maxids)?;
        // SAFETY: C gives room for `maxids` numbers.
        Ok(unsafe { fill(&found, ids, maxids) })
    })
}

/// Counts the domains that are defined and not running.
///
/// @conn: the connection
///
/// Returns their number, or -1.
///
/// Since: 0.1.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedDomains(conn: virConnectPtr) -> c_int {
    call(conn, &ops::connect_num_of_defined_domains, |conn| {
        conn.drivers().domains.connect_num_of_defined_domains()
    })
}

/// Counts the running domains.
///
/// @conn: the connection
///
/// Returns their number, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDomains(conn: virConnectPtr) -> c_int {
    call(conn, &ops::connect_num_of_domains, |conn| conn.drivers().domains.connect_num_of_domains())
}

/// Lets go of a domain handle. The domain itself lives on.
///
/// @domain: the domain, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFree(domain: virDomainPtr) -> c_int {
    inspect(domain, Origin::Domain, |domain| drop_reference(domain))
}

/// Gives the connection that a domain belongs to, without a reference of its own: it lives as long as @dom.
///
/// @dom: the domain
///
/// Returns the connection, or NULL.
///
/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetConnect(dom: virDomainPtr) -> virConnectPtr {
    inspect(dom, Origin::Domain, |domain| Ok(domain.conn.as_ptr()))
}

/// Gives the number of a running domain.
///
/// @domain: the domain
///
/// Returns the number, or (unsigned int)-1 when the domain was not running as the handle was made, or on error.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetID(domain: virDomainPtr) -> c_uint {
    inspect(domain, Origin::Domain, |domain| Ok(domain.id.load(Relaxed) as c_uint))
}

/// Gives the name of a domain.
///
/// @domain: the domain
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetName(domain: virDomainPtr) -> *const c_char {
    inspect(domain, Origin::Domain, |domain| Ok(results::name_pointer(&domain.name)))
}

/// Tells the kind of operating system that a domain runs: `hvm`, `linux`, `exe`.
///
/// @domain: the domain
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetOSType(domain: virDomainPtr) -> *mut c_char {
    call(domain, &ops::domain_get_os_type, |domain| {
        results::give_text(&domain.drivers().domains.domain_get_os_type(domain)?)
    })
}

/// Gives the UUID of a domain as bytes.
///
/// @domain: the domain
/// @uuid: (out) room for VIR_UUID_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 0.0.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetUUID(domain: virDomainPtr, uuid: *mut c_uchar) -> c_int {
    inspect(domain, Origin::Domain, |domain| {
        // SAFETY: C gives room for a UUID.
        unsafe { results::put_uuid(domain.uuid, uuid) }
    })
}

/// Gives the UUID of a domain as text.
///
/// @domain: the domain
/// @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetUUIDString(domain: virDomainPtr, buf: *mut c_char) -> c_int {
    inspect(domain, Origin::Domain, |domain| {
        // SAFETY: C gives room for the text of a UUID.
        unsafe { results::put_uuid_text(domain.uuid, buf) }
    })
}

/// Tells whether a domain runs.
///
/// @dom: the domain
///
/// Returns 1 when it runs, 0 when not, or -1.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsActive(dom: virDomainPtr) -> c_int {
    call(dom, &ops::domain_is_active, |domain| domain.drivers().domains.domain_is_active(domain))
}

/// Tells whether a domain has a definition that outlives its run.
///
/// @dom: the domain
///
/// Returns 1 when it is persistent, 0 when transient, or -1.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsPersistent(dom: virDomainPtr) -> c_int {
    call(dom, &ops::domain_is_persistent, |domain| domain.drivers().domains.domain_is_persistent(domain))
}

/// Tells whether the definition of a domain was changed since it was last read.
///
/// @dom: the domain
///
/// Returns 1 when it was changed, 0 when not, or -1.
///
/// Since: 0.8.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainIsUpdated(dom: virDomainPtr) -> c_int {
    call(dom, &ops::domain_is_updated, |domain| domain.drivers().domains.domain_is_updated(domain))
}

/// Finds a running domain by its number.
///
/// @conn: the connection
/// @id: the number, zero or greater
///
/// Returns a new handle that the caller frees with virDomainFree(), or NULL (VIR_ERR_NO_DOMAIN).
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByID(conn: virConnectPtr, id: c_int) -> virDomainPtr {
    call(conn, &ops::domain_lookup_by_id, |conn| {
        zero_or_greater(id, "id")?;
        conn.drivers().domains.domain_lookup_by_id(id)?.give(conn)
    })
}

/// Finds a domain by its name.
///
/// @conn: the connection
/// @name: the name
///
/// Returns a new handle that the caller frees with virDomainFree(), or NULL (VIR_ERR_NO_DOMAIN).
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByName(conn: virConnectPtr, name: *const c_char) -> virDomainPtr {
    call(conn, &ops::domain_lookup_by_name, |conn| {
        // SAFETY: C gives a string.
        let name = unsafe { any_text(name, "name") }?;
        conn.drivers().domains.domain_lookup_by_name(&name)?.give(conn)
    })
}

/// Finds a domain by its UUID.
///
/// @conn: the connection
/// @uuid: VIR_UUID_BUFLEN bytes
///
/// Returns a new handle that the caller frees with virDomainFree(), or NULL (VIR_ERR_NO_DOMAIN).
///
/// Since: 0.0.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virDomainPtr {
    call(conn, &ops::domain_lookup_by_uuid, |conn| {
        // SAFETY: C gives sixteen bytes.
        let uuid = unsafe { arguments::uuid(uuid, "uuid") }?;
        conn.drivers().domains.domain_lookup_by_uuid(uuid)?.give(conn)
    })
}

/// Finds a domain by the text of its UUID.
///
/// @conn: the connection
/// @uuidstr: the UUID as text
///
/// Returns a new handle that the caller frees with virDomainFree(), or NULL (VIR_ERR_NO_DOMAIN).
///
/// Since: 0.1.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virDomainPtr {
    call(conn, &ops::domain_lookup_by_uuid, |conn| {
        // SAFETY: C gives a string.
        let uuid = unsafe { arguments::text(uuidstr, "uuidstr") }?;
        let uuid = Uuid::parse(uuid).ok_or_else(|| Error::argument("uuidstr", "Invalid UUID"))?;
        conn.drivers().domains.domain_lookup_by_uuid(uuid)?.give(conn)
    })
}

/// Adds a reference to a domain handle, for another thread say; each is let go of with virDomainFree().
///
/// @domain: the domain
///
/// Returns 0, or -1.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRef(domain: virDomainPtr) -> c_int {
    inspect(domain, Origin::Domain, |domain| add_reference(domain))
}

/// Renames a domain that is not running.
///
/// @dom: the domain
/// @new_name: its new name
/// @flags: must be 0
///
/// Returns 0, or -1. The handle keeps the old name; look the domain up again.
///
/// Since: 1.2.19
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRename(dom: virDomainPtr, new_name: *const c_char, flags: c_uint) -> c_int {
    call(dom, &ops::domain_rename, |domain| {
        // SAFETY: C gives a string.
        let new_name = unsafe { arguments::non_empty_text(new_name, "new_name") }?;
        domain.drivers().domains.domain_rename(domain, Some(new_name), flags)
    })
}
