//! Entry points behind `libvirt-lxc.so.0`.

use crate::domain::virDomainPtr;
use crate::host::{virSecurityLabelPtr, virSecurityModelPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_int, c_uint};

/// `virDomainLxcEnterCGroup`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainLxcEnterCGroup(domain: virDomainPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// `virDomainLxcEnterNamespace`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainLxcEnterNamespace(
    domain: virDomainPtr,
    nfdlist: c_uint,
    fdlist: *mut c_int,
    noldfdlist: *mut c_uint,
    oldfdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virDomainLxcEnterSecurityLabel`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainLxcEnterSecurityLabel(
    model: virSecurityModelPtr,
    label: virSecurityLabelPtr,
    oldlabel: virSecurityLabelPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// `virDomainLxcOpenNamespace`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainLxcOpenNamespace(
    domain: virDomainPtr,
    fdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}
