//! `libvirt-lxc.so.0`: forwards to the private entry points of `libvirt.so.0`, which owns all state.
// Names are C's, and so is every function's contract. The type modules are shared with the root package.
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals, dead_code, unused_imports)]
// Bit 31 of a flag enum fits the C enum, if not a 32-bit `isize`.
#![allow(clippy::missing_safety_doc, clippy::enum_clike_unportable_variant)]

#[path = "../common/types.rs"]
mod common;
#[path = "../domain/types/mod.rs"]
mod domain;
#[path = "../host/types.rs"]
mod host;

pub mod functions;

/// What `libvirt.so.0` offers to this library alone.
mod private {
    // The records behind the pointers are opaque on this side.
    #[allow(improper_ctypes)]
    pub mod lxc {
        use crate::domain::virDomainPtr;
        use crate::host::{virSecurityLabelPtr, virSecurityModelPtr};
        use std::ffi::{c_int, c_uint};

        unsafe extern "C" {
            pub fn virPrivDomainLxcEnterCGroup(domain: virDomainPtr, flags: c_uint) -> c_int;
            pub fn virPrivDomainLxcEnterNamespace(
                domain: virDomainPtr,
                nfdlist: c_uint,
                fdlist: *mut c_int,
                noldfdlist: *mut c_uint,
                oldfdlist: *mut *mut c_int,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivDomainLxcEnterSecurityLabel(
                model: virSecurityModelPtr,
                label: virSecurityLabelPtr,
                oldlabel: virSecurityLabelPtr,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivDomainLxcOpenNamespace(
                domain: virDomainPtr,
                fdlist: *mut *mut c_int,
                flags: c_uint,
            ) -> c_int;
        }
    }
}
