//! Defining, starting, changing and stopping networks.

use crate::host::virConnectPtr;
use crate::network::{virNetworkDHCPLeasePtr, virNetworkPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint};

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreate(network: virNetworkPtr) -> c_int {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXML(conn: virConnectPtr, xmlDesc: *const c_char) -> virNetworkPtr {
    unsupported()
}

/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkCreateXMLFlags(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNetworkPtr {
    unsupported()
}

/// Since: 1.2.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDHCPLeaseFree(lease: virNetworkDHCPLeasePtr) {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXML(conn: virConnectPtr, xml: *const c_char) -> virNetworkPtr {
    unsupported()
}

/// Since: 7.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDefineXMLFlags(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virNetworkPtr {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkDestroy(network: virNetworkPtr) -> c_int {
    unsupported()
}

/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetAutostart(network: virNetworkPtr, autostart: *mut c_int) -> c_int {
    unsupported()
}

/// Since: 1.2.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetDHCPLeases(
    network: virNetworkPtr,
    mac: *const c_char,
    leases: *mut *mut virNetworkDHCPLeasePtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 9.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetMetadata(
    network: virNetworkPtr,
    r#type: c_int,
    uri: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkGetXMLDesc(network: virNetworkPtr, flags: c_uint) -> *mut c_char {
    unsupported()
}

/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetAutostart(network: virNetworkPtr, autostart: c_int) -> c_int {
    unsupported()
}

/// Since: 9.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkSetMetadata(
    network: virNetworkPtr,
    r#type: c_int,
    metadata: *const c_char,
    key: *const c_char,
    uri: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUndefine(network: virNetworkPtr) -> c_int {
    unsupported()
}

/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNetworkUpdate(
    network: virNetworkPtr,
    command: c_uint,
    section: c_uint,
    parentIndex: c_int,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}
