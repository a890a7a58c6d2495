//! Registering for storage pool events.

use crate::common::virFreeCallback;
use crate::host::virConnectPtr;
use crate::storage::{virConnectStoragePoolEventGenericCallback, virStoragePoolPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_int, c_void};

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    unsupported()
}

/// @freecb: (optional)
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventRegisterAny(
    conn: virConnectPtr,
    pool: virStoragePoolPtr,
    eventID: c_int,
    cb: virConnectStoragePoolEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    unsupported()
}
