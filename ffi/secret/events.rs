//! Registering for secret events.

use crate::common::virFreeCallback;
use crate::host::virConnectPtr;
use crate::secret::{virConnectSecretEventGenericCallback, virSecretPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_int, c_void};

/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventDeregisterAny(conn: virConnectPtr, callbackID: c_int) -> c_int {
    unsupported()
}

/// @freecb: (optional)
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventRegisterAny(
    conn: virConnectPtr,
    secret: virSecretPtr,
    eventID: c_int,
    cb: virConnectSecretEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    unsupported()
}
