//! Registering for node device events.

use crate::common::virFreeCallback;
use crate::host::virConnectPtr;
use crate::nodedev::{virConnectNodeDeviceEventGenericCallback, virNodeDevicePtr};
use crate::unsupported::unsupported;
use std::ffi::{c_int, c_void};

/// Since: 2.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    unsupported()
}

/// @freecb: (optional)
///
/// Since: 2.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventRegisterAny(
    conn: virConnectPtr,
    dev: virNodeDevicePtr,
    eventID: c_int,
    cb: virConnectNodeDeviceEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    unsupported()
}
