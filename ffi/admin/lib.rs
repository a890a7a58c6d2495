//! `libvirt-admin.so.0`: forwards to the private entry points of `libvirt.so.0`, which owns all state.
// Names are C's, and so is every function's contract. The type modules are shared with the root package.
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals, dead_code, unused_imports)]
// Bit 31 of a flag enum fits the C enum, if not a 32-bit `isize`.
#![allow(clippy::missing_safety_doc, clippy::enum_clike_unportable_variant)]

#[path = "types.rs"]
mod admin;
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
    pub mod admin {
        use crate::admin::{virAdmClientPtr, virAdmConnectCloseFunc, virAdmConnectPtr, virAdmServerPtr};
        use crate::common::{virFreeCallback, virTypedParameterPtr};
        use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};

        unsafe extern "C" {
            pub fn virPrivAdmClientClose(client: virAdmClientPtr, flags: c_uint) -> c_int;
            pub fn virPrivAdmClientFree(client: virAdmClientPtr) -> c_int;
            pub fn virPrivAdmClientGetID(client: virAdmClientPtr) -> c_ulonglong;
            pub fn virPrivAdmClientGetInfo(
                client: virAdmClientPtr,
                params: *mut virTypedParameterPtr,
                nparams: *mut c_int,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmClientGetTimestamp(client: virAdmClientPtr) -> c_longlong;
            pub fn virPrivAdmClientGetTransport(client: virAdmClientPtr) -> c_int;
            pub fn virPrivAdmConnectClose(conn: virAdmConnectPtr) -> c_int;
            pub fn virPrivAdmConnectDaemonShutdown(conn: virAdmConnectPtr, flags: c_uint) -> c_int;
            pub fn virPrivAdmConnectGetLibVersion(conn: virAdmConnectPtr, libVer: *mut c_ulonglong) -> c_int;
            pub fn virPrivAdmConnectGetLoggingFilters(
                conn: virAdmConnectPtr,
                filters: *mut *mut c_char,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmConnectGetLoggingOutputs(
                conn: virAdmConnectPtr,
                outputs: *mut *mut c_char,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmConnectGetURI(conn: virAdmConnectPtr) -> *mut c_char;
            pub fn virPrivAdmConnectIsAlive(conn: virAdmConnectPtr) -> c_int;
            pub fn virPrivAdmConnectListServers(
                conn: virAdmConnectPtr,
                servers: *mut *mut virAdmServerPtr,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmConnectLookupServer(
                conn: virAdmConnectPtr,
                name: *const c_char,
                flags: c_uint,
            ) -> virAdmServerPtr;
            pub fn virPrivAdmConnectOpen(name: *const c_char, flags: c_uint) -> virAdmConnectPtr;
            pub fn virPrivAdmConnectRef(conn: virAdmConnectPtr) -> c_int;
            pub fn virPrivAdmConnectRegisterCloseCallback(
                conn: virAdmConnectPtr,
                cb: virAdmConnectCloseFunc,
                opaque: *mut c_void,
                freecb: virFreeCallback,
            ) -> c_int;
            pub fn virPrivAdmConnectSetDaemonTimeout(
                conn: virAdmConnectPtr,
                timeout: c_uint,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmConnectSetLoggingFilters(
                conn: virAdmConnectPtr,
                filters: *const c_char,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmConnectSetLoggingOutputs(
                conn: virAdmConnectPtr,
                outputs: *const c_char,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmConnectUnregisterCloseCallback(
                conn: virAdmConnectPtr,
                cb: virAdmConnectCloseFunc,
            ) -> c_int;
            pub fn virPrivAdmGetVersion(libVer: *mut c_ulonglong) -> c_int;
            pub fn virPrivAdmInitialize() -> c_int;
            pub fn virPrivAdmServerFree(srv: virAdmServerPtr) -> c_int;
            pub fn virPrivAdmServerGetClientLimits(
                srv: virAdmServerPtr,
                params: *mut virTypedParameterPtr,
                nparams: *mut c_int,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmServerGetName(srv: virAdmServerPtr) -> *const c_char;
            pub fn virPrivAdmServerGetThreadPoolParameters(
                srv: virAdmServerPtr,
                params: *mut virTypedParameterPtr,
                nparams: *mut c_int,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmServerListClients(
                srv: virAdmServerPtr,
                clients: *mut *mut virAdmClientPtr,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmServerLookupClient(
                srv: virAdmServerPtr,
                id: c_ulonglong,
                flags: c_uint,
            ) -> virAdmClientPtr;
            pub fn virPrivAdmServerSetClientLimits(
                srv: virAdmServerPtr,
                params: virTypedParameterPtr,
                nparams: c_int,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmServerSetThreadPoolParameters(
                srv: virAdmServerPtr,
                params: virTypedParameterPtr,
                nparams: c_int,
                flags: c_uint,
            ) -> c_int;
            pub fn virPrivAdmServerUpdateTlsFiles(srv: virAdmServerPtr, flags: c_uint) -> c_int;
        }
    }
}
