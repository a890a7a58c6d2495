//! The functions of `libvirt-lxc.h`.

use crate::domain::virDomainPtr;
use crate::host::{virSecurityLabelPtr, virSecurityModelPtr};
use crate::private::lxc::*;
use std::ffi::{c_int, c_uint};

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainLxcEnterCGroup(domain: virDomainPtr, flags: c_uint) -> c_int {
    // SAFETY: passed on untouched.
    unsafe { virPrivDomainLxcEnterCGroup(domain, flags) }
}

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
