//! `libvirt-qemu.so.0`: forwards to the private entry points of `libvirt.so.0`, which owns all state.
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
#[path = "types.rs"]
mod qemu;

pub mod functions;

/// What `libvirt.so.0` offers to this library alone.
mod private {
    // The records behind the pointers are opaque on this side.
    #[allow(improper_ctypes)]
    pub mod qemu {
        use crate::common::virFreeCallback;
        use crate::domain::virDomainPtr;
        use crate::host::virConnectPtr;
        use crate::qemu::virConnectDomainQemuMonitorEventCallback;
        use std::ffi::{c_char, c_int, c_uint, c_void};

        unsafe extern "C" {
            pub fn virPrivConnectDomainQemuMonitorEventDeregister(
                conn: virConnectPtr,
                callbackID: c_int,
            ) -> c_int;
            pub fn virPrivConnectDomainQemuMonitorEventRegister(
                conn: virConnectPtr,
                dom: virDomainPtr,
                event: *const c_char,
                cb: virConnectDomainQemuMonitorEventCallback,
                opaque: *mut c_void,
                freecb: virFreeCallback,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivDomainQemuAgentCommand(
                domain: virDomainPtr,
                cmd: *const c_char,
                timeout: c_int,
                flags: c_uint,
            ) -> *mut c_char;
            pub fn virPrivDomainQemuAttach(
                conn: virConnectPtr,
                pid_value: c_uint,
                flags: c_uint,
            ) -> virDomainPtr;
            pub fn virPrivDomainQemuMonitorCommand(
                domain: virDomainPtr,
                cmd: *const c_char,
                result: *mut *mut c_char,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivDomainQemuMonitorCommandWithFiles(
                domain: virDomainPtr,
                cmd: *const c_char,
                ninfiles: c_uint,
                infiles: *mut c_int,
                noutfiles: *mut c_uint,
                outfiles: *mut *mut c_int,
                result: *mut *mut c_char,
                flags: c_uint,
            ) -> c_int;
        }
    }
}
