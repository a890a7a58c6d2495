//! What the agent inside a guest answers and does.

use crate::common::virTypedParameterPtr;
use crate::domain::{virDomainFSInfoPtr, virDomainInterfacePtr, virDomainPtr};
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong};

/// Since: 5.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAgentSetResponseTimeout(
    domain: virDomainPtr,
    timeout: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 6.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysGet(
    domain: virDomainPtr,
    user: *const c_char,
    keys: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 6.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysSet(
    domain: virDomainPtr,
    user: *const c_char,
    keys: *mut *const c_char,
    nkeys: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSFreeze(
    dom: virDomainPtr,
    mountpoints: *mut *const c_char,
    nmountpoints: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.2.11
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSInfoFree(info: virDomainFSInfoPtr) {
    unsupported()
}

/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSThaw(
    dom: virDomainPtr,
    mountpoints: *mut *const c_char,
    nmountpoints: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSTrim(
    dom: virDomainPtr,
    mountPoint: *const c_char,
    minimum: c_ulonglong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.2.11
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetFSInfo(
    dom: virDomainPtr,
    info: *mut *mut virDomainFSInfoPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 5.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestInfo(
    domain: virDomainPtr,
    types: c_uint,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestVcpus(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetHostname(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    unsupported()
}

/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetTime(
    dom: virDomainPtr,
    seconds: *mut c_longlong,
    nseconds: *mut c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceAddresses(
    dom: virDomainPtr,
    ifaces: *mut *mut virDomainInterfacePtr,
    source: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceFree(iface: virDomainInterfacePtr) {
    unsupported()
}

/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetGuestVcpus(
    domain: virDomainPtr,
    cpumap: *const c_char,
    state: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetTime(
    dom: virDomainPtr,
    seconds: c_longlong,
    nseconds: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.2.16
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetUserPassword(
    dom: virDomainPtr,
    user: *const c_char,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}
