//! Registering for network events.

use crate::common::virFreeCallback;
use crate::host::virConnectPtr;
use crate::network::{virConnectNetworkEventGenericCallback, virNetworkPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_int, c_void};

/// Since: 1.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    unsupported()
}

/// @freecb: (optional)
///
/// Since: 1.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventRegisterAny(
    conn: virConnectPtr,
    net: virNetworkPtr,
    eventID: c_int,
    cb: virConnectNetworkEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    unsupported()
}
