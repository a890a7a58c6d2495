//! Checkpoints of domains, from which on changed blocks are tracked for backups.

use crate::{
    boundary::{
        add_reference,
        arguments::{any_text, text},
        call, call_with,
        checks::{exclusive_flags, required_flag},
        done, drop_reference, inspect,
        objects::Shown,
        results::{give_text, list_all, name_pointer},
    },
    checkpoint::virDomainCheckpointPtr,
    domain::virDomainPtr,
    host::virConnectPtr,
};
use std::ffi::{c_char, c_int, c_uint};
use virt_core::api::ops;
use virt_error::Origin;

/// Makes a checkpoint of a running domain: from now on, the blocks that change are noted. With
/// VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE, it makes none but restores what was known of an earlier one.
///
/// @domain: the domain
/// @xmlDesc: the description of the checkpoint
/// @flags: bitwise-OR of virDomainCheckpointCreateFlags
///
/// Returns a new handle that the caller frees with virDomainCheckpointFree(), or NULL.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointCreateXML(
    domain: virDomainPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    call(domain, &ops::domain_checkpoint_create_xml, |domain| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xmlDesc, "xmlDesc") }?;
        exclusive_flags!(flags, VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE, VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE)?;
        required_flag!(
            flags,
            VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE needs VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE
        )?;
        domain.drivers().checkpoints.domain_checkpoint_create_xml(domain, xml, flags)?.give(domain)
    })
}

/// Deletes a checkpoint, and with the flags its children too or them alone. What it had noted goes to its parent.
///
/// @checkpoint: the checkpoint
/// @flags: bitwise-OR of virDomainCheckpointDeleteFlags
///
/// Returns 0, or -1.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointDelete(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    call(checkpoint, &ops::domain_checkpoint_delete, |checkpoint| {
        exclusive_flags!(
            flags,
            VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN,
            VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY
        )?;
        done(checkpoint.drivers().checkpoints.domain_checkpoint_delete(checkpoint, flags))
    })
}

/// Lets go of a checkpoint handle. The checkpoint itself lives on.
///
/// @checkpoint: the checkpoint, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointFree(checkpoint: virDomainCheckpointPtr) -> c_int {
    inspect(checkpoint, Origin::DomainCheckpoint, |checkpoint| drop_reference(checkpoint))
}

/// Gives the connection that a checkpoint belongs to, without a reference of its own: it lives as long as
/// @checkpoint.
///
/// @checkpoint: the checkpoint
///
/// Returns the connection, or NULL.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetConnect(checkpoint: virDomainCheckpointPtr) -> virConnectPtr {
    inspect(checkpoint, Origin::DomainCheckpoint, |checkpoint| Ok(checkpoint.conn().as_ptr()))
}

/// Gives the domain that a checkpoint belongs to, without a reference of its own: it lives as long as @checkpoint.
///
/// @checkpoint: the checkpoint
///
/// Returns the domain, or NULL.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetDomain(checkpoint: virDomainCheckpointPtr) -> virDomainPtr {
    inspect(checkpoint, Origin::DomainCheckpoint, |checkpoint| Ok(checkpoint.parent.as_ptr()))
}

/// Gives the name of a checkpoint.
///
/// @checkpoint: the checkpoint
///
/// Returns the name, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetName(checkpoint: virDomainCheckpointPtr) -> *const c_char {
    inspect(checkpoint, Origin::DomainCheckpoint, |checkpoint| Ok(name_pointer(&checkpoint.name)))
}

/// Gives the checkpoint that was the current one when a checkpoint was made.
///
/// @checkpoint: the checkpoint
/// @flags: must be 0
///
/// Returns a new handle that the caller frees with virDomainCheckpointFree(), or NULL
/// (VIR_ERR_NO_DOMAIN_CHECKPOINT when it has no parent).
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetParent(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    call(checkpoint, &ops::domain_checkpoint_get_parent, |checkpoint| {
        let parent = checkpoint.drivers().checkpoints.domain_checkpoint_get_parent(checkpoint, flags)?;
        parent.give(&checkpoint.parent)
    })
}

/// Describes a checkpoint. Secrets are left out unless VIR_DOMAIN_CHECKPOINT_XML_SECURE asks for them, which a
/// read-only connection may not.
///
/// @checkpoint: the checkpoint
/// @flags: bitwise-OR of virDomainCheckpointXMLFlags
///
/// Returns a new document that the caller frees, or NULL.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointGetXMLDesc(
    checkpoint: virDomainCheckpointPtr,
    flags: c_uint,
) -> *mut c_char {
    call_with(checkpoint, &ops::domain_checkpoint_get_xml_desc, flags, 0, |checkpoint| {
        give_text(&checkpoint.drivers().checkpoints.domain_checkpoint_get_xml_desc(checkpoint, flags)?)
    })
}

/// Lists the children of a checkpoint as handles: all of them or those that @flags select, and with
/// VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS theirs too.
///
/// @checkpoint: the checkpoint
/// @children: (out, optional) where to store a new array of checkpoints, ended by NULL; the caller frees each with
///            virDomainCheckpointFree() and the array with free(). NULL: only count
/// @flags: bitwise-OR of virDomainCheckpointListFlags
///
/// Returns the number of checkpoints, or -1.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointListAllChildren(
    checkpoint: virDomainCheckpointPtr,
    children: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    call(checkpoint, &ops::domain_checkpoint_list_all_children, |checkpoint| {
        let need_results = !children.is_null() as i32;
        let driver = &checkpoint.drivers().checkpoints;
        let found = driver.domain_checkpoint_list_all_children(checkpoint, need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, &checkpoint.parent, children) }
    })
}

/// Finds a checkpoint of a domain by its name.
///
/// @domain: the domain
/// @name: the name
/// @flags: must be 0
///
/// Returns a new handle that the caller frees with virDomainCheckpointFree(), or NULL
/// (VIR_ERR_NO_DOMAIN_CHECKPOINT).
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointLookupByName(
    domain: virDomainPtr,
    name: *const c_char,
    flags: c_uint,
) -> virDomainCheckpointPtr {
    call(domain, &ops::domain_checkpoint_lookup_by_name, |domain| {
        // SAFETY: C gives a string.
        let name = unsafe { any_text(name, "name") }?;
        domain.drivers().checkpoints.domain_checkpoint_lookup_by_name(domain, &name, flags)?.give(domain)
    })
}

/// Adds a reference to a checkpoint handle; each is let go of with virDomainCheckpointFree().
///
/// @checkpoint: the checkpoint
///
/// Returns 0, or -1.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCheckpointRef(checkpoint: virDomainCheckpointPtr) -> c_int {
    inspect(checkpoint, Origin::DomainCheckpoint, |checkpoint| add_reference(checkpoint))
}

/// Lists the checkpoints of a domain as handles, all of them or those that @flags select.
///
/// @domain: the domain
/// @checkpoints: (out, optional) where to store a new array of checkpoints, ended by NULL; the caller frees each
///               with virDomainCheckpointFree() and the array with free(). NULL: only count
/// @flags: bitwise-OR of virDomainCheckpointListFlags; flags of one group widen the choice, groups narrow it
///
/// Returns the number of checkpoints, or -1.
///
/// Since: 5.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainListAllCheckpoints(
    domain: virDomainPtr,
    checkpoints: *mut *mut virDomainCheckpointPtr,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_list_all_checkpoints, |domain| {
        let need_results = !checkpoints.is_null() as i32;
        let found = domain.drivers().checkpoints.domain_list_all_checkpoints(domain, need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, domain, checkpoints) }
    })
}
