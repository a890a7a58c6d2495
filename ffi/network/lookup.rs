//! Finding networks, listing them, and what identifies one.

use crate::host::virConnectPtr;
use crate::network::virNetworkPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uchar, c_uint};

/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNetworks(
    conn: virConnectPtr,
    nets: *mut *mut virNetworkPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListDefinedNetworks(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListNetworks(
    conn: virConnectPtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfDefinedNetworks(conn: virConnectPtr) -> c_int {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfNetworks(conn: virConnectPtr) -> c_int {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkFree(network: virNetworkPtr) -> c_int {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetBridgeName(network: virNetworkPtr) -> *mut c_char {
    unsupported()
}

/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetConnect(net: virNetworkPtr) -> virConnectPtr {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetName(network: virNetworkPtr) -> *const c_char {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUID(network: virNetworkPtr, uuid: *mut c_uchar) -> c_int {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetUUIDString(network: virNetworkPtr, buf: *mut c_char) -> c_int {
    unsupported()
}

/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsActive(net: virNetworkPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkIsPersistent(net: virNetworkPtr) -> c_int {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByName(conn: virConnectPtr, name: *const c_char) -> virNetworkPtr {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virNetworkPtr {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virNetworkPtr {
    unsupported()
}

/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkRef(network: virNetworkPtr) -> c_int {
    unsupported()
}
