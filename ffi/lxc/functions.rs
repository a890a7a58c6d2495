//! The functions of `libvirt-lxc.h`.

use crate::domain::virDomainPtr;
use crate::host::{virSecurityLabelPtr, virSecurityModelPtr};
use crate::private::lxc::*;
use std::ffi::{c_int, c_uint};

/// Moves the calling process into the control groups of a container.
///
/// @domain: the domain
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLxcEnterCGroup(domain: virDomainPtr, flags: c_uint) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivDomainLxcEnterCGroup(domain, flags) }
}

/// Moves the calling process into the namespaces of a container. A namespace of processes counts for its
/// children only.
///
/// @domain: the domain
/// @nfdlist: the length of @fdlist
/// @fdlist: descriptors from virDomainLxcOpenNamespace()
/// @noldfdlist: (optional) where the length of @oldfdlist goes
/// @oldfdlist: (optional) a new array of descriptors of the namespaces that the process leaves, which the
///             caller closes and frees
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLxcEnterNamespace(
    domain: virDomainPtr,
    nfdlist: c_uint,
    fdlist: *mut c_int,
    noldfdlist: *mut c_uint,
    oldfdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivDomainLxcEnterNamespace(domain, nfdlist, fdlist, noldfdlist, oldfdlist, flags) }
}

/// Gives the calling process, or the program that it executes next, the security label of a container.
///
/// @model: the security model
/// @label: the label to take
/// @oldlabel: (optional) the label that it had
/// @flags: extra flags, must be 0
///
/// Returns 0, or -1.
///
/// Since: 1.0.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLxcEnterSecurityLabel(
    model: virSecurityModelPtr,
    label: virSecurityLabelPtr,
    oldlabel: virSecurityLabelPtr,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivDomainLxcEnterSecurityLabel(model, label, oldlabel, flags) }
}

/// Opens the namespaces of a container.
///
/// @domain: the domain
/// @fdlist: (out) a new array of descriptors, which the caller closes and frees
/// @flags: extra flags, must be 0
///
/// Returns the number of descriptors, or -1.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLxcOpenNamespace(
    domain: virDomainPtr,
    fdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivDomainLxcOpenNamespace(domain, fdlist, flags) }
}
