//! Snapshots of domains: taking, finding, reverting to and deleting them.

use crate::{
    boundary::{
        add_reference,
        arguments::{any_text, text},
        call, call_with,
        checks::{exclusive_flags, required_flag},
        done, drop_reference, inspect,
        objects::Shown,
        results::{give_text, list_all, list_names, name_pointer},
    },
    domain::virDomainPtr,
    host::virConnectPtr,
    snapshot::virDomainSnapshotPtr,
};
use std::ffi::{c_char, c_int, c_uint};
use virt_core::api::ops;
use virt_error::Origin;

/// Tells whether a domain has a current snapshot.
///
/// @domain: the domain
/// @flags: must be 0
///
/// Returns 1 when it has, 0 when not, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasCurrentSnapshot(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_has_current_snapshot, |domain| {
        domain.drivers().snapshots.domain_has_current_snapshot(domain, flags)
    })
}

/// Lists the snapshots of a domain as handles, all of them or those that @flags select.
///
/// @domain: the domain
/// @snaps: (out, optional) where to store a new array of snapshots, ended by NULL; the caller frees each with
///         virDomainSnapshotFree() and the array with free(). NULL: only count
/// @flags: bitwise-OR of virDomainSnapshotListFlags; flags of one group widen the choice, groups narrow it
///
/// Returns the number of snapshots, or -1.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllSnapshots(
    domain: virDomainPtr,
    snaps: *mut *mut virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_list_all_snapshots, |domain| {
        let need_results = !snaps.is_null() as i32;
        let found = domain.drivers().snapshots.domain_list_all_snapshots(domain, need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, domain, snaps) }
    })
}

/// Brings a domain back to what it was when a snapshot was taken: definition, state, memory and disks, as far as
/// the snapshot holds them. What has happened since is lost.
///
/// @snapshot: the snapshot
/// @flags: bitwise-OR of virDomainSnapshotRevertFlags
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRevertToSnapshot(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    call(snapshot, &ops::domain_revert_to_snapshot, |snapshot| {
        exclusive_flags!(flags, VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING, VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED)?;
        done(snapshot.drivers().snapshots.domain_revert_to_snapshot(snapshot, flags))
    })
}

/// Takes a snapshot of a domain. With VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, it takes none but restores what was known
/// of an earlier one.
///
/// @domain: the domain
/// @xmlDesc: the description of the snapshot
/// @flags: bitwise-OR of virDomainSnapshotCreateFlags
///
/// Returns a new handle that the caller frees with virDomainSnapshotFree(), or NULL.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotCreateXML(
    domain: virDomainPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    call(domain, &ops::domain_snapshot_create_xml, |domain| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xmlDesc, "xmlDesc") }?;
        required_flag!(
            flags,
            VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT needs VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE
        )?;
        exclusive_flags!(flags, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA)?;
        exclusive_flags!(flags, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, VIR_DOMAIN_SNAPSHOT_CREATE_HALT)?;
        domain.drivers().snapshots.domain_snapshot_create_xml(domain, xml, flags)?.give(domain)
    })
}

/// Gives the current snapshot of a domain: the one that the next snapshot will be a child of.
///
/// @domain: the domain
/// @flags: must be 0
///
/// Returns a new handle that the caller frees with virDomainSnapshotFree(), or NULL (VIR_ERR_NO_DOMAIN_SNAPSHOT).
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotCurrent(
    domain: virDomainPtr,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    call(domain, &ops::domain_snapshot_current, |domain| {
        domain.drivers().snapshots.domain_snapshot_current(domain, flags)?.give(domain)
    })
}

/// Deletes a snapshot, and with the flags its children too or them alone. The domain itself does not change.
///
/// @snapshot: the snapshot
/// @flags: bitwise-OR of virDomainSnapshotDeleteFlags
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotDelete(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    call(snapshot, &ops::domain_snapshot_delete, |snapshot| {
        exclusive_flags!(
            flags,
            VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN,
            VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY
        )?;
        done(snapshot.drivers().snapshots.domain_snapshot_delete(snapshot, flags))
    })
}

/// Lets go of a snapshot handle. The snapshot itself lives on.
///
/// @snapshot: the snapshot, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotFree(snapshot: virDomainSnapshotPtr) -> c_int {
    inspect(snapshot, Origin::DomainSnapshot, |snapshot| drop_reference(snapshot))
}

/// Gives the connection that a snapshot belongs to, without a reference of its own: it lives as long as @snapshot.
///
/// @snapshot: the snapshot
///
/// Returns the connection, or NULL.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetConnect(snapshot: virDomainSnapshotPtr) -> virConnectPtr {
    inspect(snapshot, Origin::DomainSnapshot, |snapshot| Ok(snapshot.conn().as_ptr()))
}

/// Gives the domain that a snapshot belongs to, without a reference of its own: it lives as long as @snapshot.
///
/// @snapshot: the snapshot
///
/// Returns the domain, or NULL.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetDomain(snapshot: virDomainSnapshotPtr) -> virDomainPtr {
    inspect(snapshot, Origin::DomainSnapshot, |snapshot| Ok(snapshot.parent.as_ptr()))
}

/// Gives the name of a snapshot.
///
/// @snapshot: the snapshot
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetName(snapshot: virDomainSnapshotPtr) -> *const c_char {
    inspect(snapshot, Origin::DomainSnapshot, |snapshot| Ok(name_pointer(&snapshot.name)))
}

/// Gives the snapshot that was the current one when a snapshot was taken.
///
/// @snapshot: the snapshot
/// @flags: must be 0
///
/// Returns a new handle that the caller frees with virDomainSnapshotFree(), or NULL (VIR_ERR_NO_DOMAIN_SNAPSHOT when
/// it has no parent).
///
/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetParent(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    call(snapshot, &ops::domain_snapshot_get_parent, |snapshot| {
        let parent = snapshot.drivers().snapshots.domain_snapshot_get_parent(snapshot, flags)?;
        parent.give(&snapshot.parent)
    })
}

/// Describes a snapshot. Secrets are left out unless VIR_DOMAIN_SNAPSHOT_XML_SECURE asks for them, which a read-only
/// connection may not.
///
/// @snapshot: the snapshot
/// @flags: bitwise-OR of virDomainSnapshotXMLFlags
///
/// Returns a new document that the caller frees, or NULL.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotGetXMLDesc(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> *mut c_char {
    call_with(snapshot, &ops::domain_snapshot_get_xml_desc, flags, 0, |snapshot| {
        give_text(&snapshot.drivers().snapshots.domain_snapshot_get_xml_desc(snapshot, flags)?)
    })
}

/// Tells whether libvirt itself keeps a record of a snapshot, which stands in the way of undefining the domain.
///
/// @snapshot: the snapshot
/// @flags: must be 0
///
/// Returns 1 when it does, 0 when not, or -1.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotHasMetadata(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    call(snapshot, &ops::domain_snapshot_has_metadata, |snapshot| {
        snapshot.drivers().snapshots.domain_snapshot_has_metadata(snapshot, flags)
    })
}

/// Tells whether a snapshot is the current one of its domain.
///
/// @snapshot: the snapshot
/// @flags: must be 0
///
/// Returns 1 when it is, 0 when not, or -1.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotIsCurrent(snapshot: virDomainSnapshotPtr, flags: c_uint) -> c_int {
    call(snapshot, &ops::domain_snapshot_is_current, |snapshot| {
        snapshot.drivers().snapshots.domain_snapshot_is_current(snapshot, flags)
    })
}

/// Lists the children of a snapshot as handles: all of them or those that @flags select, and with
/// VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS theirs too.
///
/// @snapshot: the snapshot
/// @snaps: (out, optional) where to store a new array of snapshots, ended by NULL; the caller frees each with
///         virDomainSnapshotFree() and the array with free(). NULL: only count
/// @flags: bitwise-OR of virDomainSnapshotListFlags
///
/// Returns the number of snapshots, or -1.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListAllChildren(
    snapshot: virDomainSnapshotPtr,
    snaps: *mut *mut virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    call(snapshot, &ops::domain_snapshot_list_all_children, |snapshot| {
        let need_results = !snaps.is_null() as i32;
        let driver = &snapshot.drivers().snapshots;
        let found = driver.domain_snapshot_list_all_children(snapshot, need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, &snapshot.parent, snaps) }
    })
}

/// Lists the names of the children of a snapshot.
///
/// @snapshot: the snapshot
/// @names: (out) an array that takes the names; the caller frees each
/// @nameslen: the length of @names
/// @flags: bitwise-OR of virDomainSnapshotListFlags
///
/// Returns how many names were stored, or -1. virDomainSnapshotListAllChildren() has no race between counting and
/// listing.
///
/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListChildrenNames(
    snapshot: virDomainSnapshotPtr,
    names: *mut *mut c_char,
    nameslen: c_int,
    flags: c_uint,
) -> c_int {
    call(snapshot, &ops::domain_snapshot_list_children_names, |snapshot| {
        let driver = &snapshot.drivers().snapshots;
        let list = |room| driver.domain_snapshot_list_children_names(snapshot, room, flags);
        // SAFETY: C gives room for `nameslen` pointers.
        unsafe { list_names(names, "names", nameslen, "nameslen", list) }
    })
}

/// Lists the names of the snapshots of a domain.
///
/// @domain: the domain
/// @names: (out) an array that takes the names; the caller frees each
/// @nameslen: the length of @names
/// @flags: bitwise-OR of virDomainSnapshotListFlags
///
/// Returns how many names were stored, or -1. virDomainListAllSnapshots() has no race between counting and listing.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotListNames(
    domain: virDomainPtr,
    names: *mut *mut c_char,
    nameslen: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_snapshot_list_names, |domain| {
        let list = |room| domain.drivers().snapshots.domain_snapshot_list_names(domain, room, flags);
        // SAFETY: C gives room for `nameslen` pointers.
        unsafe { list_names(names, "names", nameslen, "nameslen", list) }
    })
}

/// Finds a snapshot of a domain by its name.
///
/// @domain: the domain
/// @name: the name
/// @flags: must be 0
///
/// Returns a new handle that the caller frees with virDomainSnapshotFree(), or NULL (VIR_ERR_NO_DOMAIN_SNAPSHOT).
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotLookupByName(
    domain: virDomainPtr,
    name: *const c_char,
    flags: c_uint,
) -> virDomainSnapshotPtr {
    call(domain, &ops::domain_snapshot_lookup_by_name, |domain| {
        // SAFETY: C gives a string.
        let name = unsafe { any_text(name, "name") }?;
        domain.drivers().snapshots.domain_snapshot_lookup_by_name(domain, &name, flags)?.give(domain)
    })
}

/// Counts the snapshots of a domain.
///
/// @domain: the domain
/// @flags: bitwise-OR of virDomainSnapshotListFlags
///
/// Returns their number, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNum(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_snapshot_num, |domain| {
        domain.drivers().snapshots.domain_snapshot_num(domain, flags)
    })
}

/// Counts the children of a snapshot.
///
/// @snapshot: the snapshot
/// @flags: bitwise-OR of virDomainSnapshotListFlags
///
/// Returns their number, or -1.
///
/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotNumChildren(
    snapshot: virDomainSnapshotPtr,
    flags: c_uint,
) -> c_int {
    call(snapshot, &ops::domain_snapshot_num_children, |snapshot| {
        snapshot.drivers().snapshots.domain_snapshot_num_children(snapshot, flags)
    })
}

/// Adds a reference to a snapshot handle; each is let go of with virDomainSnapshotFree().
///
/// @snapshot: the snapshot
///
/// Returns 0, or -1.
///
/// Since: 0.9.13
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSnapshotRef(snapshot: virDomainSnapshotPtr) -> c_int {
    inspect(snapshot, Origin::DomainSnapshot, |snapshot| add_reference(snapshot))
}
