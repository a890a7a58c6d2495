//! Documents of a domain: its XML, its metadata, conversions and capabilities.

use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint};

/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainXMLFromNative(
    conn: virConnectPtr,
    nativeFormat: *const c_char,
    nativeConfig: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainXMLToNative(
    conn: virConnectPtr,
    nativeFormat: *const c_char,
    domainXml: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 1.2.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetDomainCapabilities(
    conn: virConnectPtr,
    emulatorbin: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virttype: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMetadata(
    domain: virDomainPtr,
    r#type: c_int,
    uri: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    unsupported()
}

/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMetadata(
    domain: virDomainPtr,
    r#type: c_int,
    metadata: *const c_char,
    key: *const c_char,
    uri: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}
