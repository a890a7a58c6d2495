//! Ports of a network.

use crate::common::virTypedParameterPtr;
use crate::network::{virNetworkPortPtr, virNetworkPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uchar, c_uint};

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkListAllPorts(
    network: virNetworkPtr,
    ports: *mut *mut virNetworkPortPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortCreateXML(
    net: virNetworkPtr,
    xmldesc: *const c_char,
    flags: c_uint,
) -> virNetworkPortPtr {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortDelete(port: virNetworkPortPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortFree(port: virNetworkPortPtr) -> c_int {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetNetwork(port: virNetworkPortPtr) -> virNetworkPtr {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetParameters(
    port: virNetworkPortPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUID(port: virNetworkPortPtr, uuid: *mut c_uchar) -> c_int {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetUUIDString(port: virNetworkPortPtr, buf: *mut c_char) -> c_int {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortGetXMLDesc(port: virNetworkPortPtr, flags: c_uint) -> *mut c_char {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUID(
    net: virNetworkPtr,
    uuid: *const c_uchar,
) -> virNetworkPortPtr {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortLookupByUUIDString(
    net: virNetworkPtr,
    uuidstr: *const c_char,
) -> virNetworkPortPtr {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortRef(port: virNetworkPortPtr) -> c_int {
    unsupported()
}

/// Since: 5.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkPortSetParameters(
    port: virNetworkPortPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}
