//! Registering for domain events.

use crate::common::virFreeCallback;
use crate::domain::{virConnectDomainEventCallback, virConnectDomainEventGenericCallback, virDomainPtr};
use crate::host::virConnectPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_int, c_void};

/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregister(
    conn: virConnectPtr,
    cb: virConnectDomainEventCallback,
) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregisterAny(conn: virConnectPtr, callbackID: c_int) -> c_int {
    unsupported()
}

/// @freecb: (optional)
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegister(
    conn: virConnectPtr,
    cb: virConnectDomainEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    unsupported()
}

/// @freecb: (optional)
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegisterAny(
    conn: virConnectPtr,
    dom: virDomainPtr,
    eventID: c_int,
    cb: virConnectDomainEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    unsupported()
}
