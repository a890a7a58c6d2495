//! Devices of a domain: attaching, changing, and talking to them.

use crate::common::virTypedParameterPtr;
use crate::domain::virDomainPtr;
use crate::host::virStreamPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_longlong, c_uint};

/// Since: 12.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAnnounceInterface(
    dom: virDomainPtr,
    device: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAttachDevice(domain: virDomainPtr, xml: *const c_char) -> c_int {
    unsupported()
}

/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAttachDeviceFlags(
    domain: virDomainPtr,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDevice(domain: virDomainPtr, xml: *const c_char) -> c_int {
    unsupported()
}

/// Since: 4.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDeviceAlias(
    domain: virDomainPtr,
    alias: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDeviceFlags(
    domain: virDomainPtr,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// @flags: (optional)
///
/// Since: 9.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFDAssociate(
    domain: virDomainPtr,
    name: *const c_char,
    nfds: c_uint,
    fds: *mut c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 10.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGraphicsReload(
    domain: virDomainPtr,
    r#type: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInjectNMI(domain: virDomainPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenChannel(
    dom: virDomainPtr,
    name: *const c_char,
    st: virStreamPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.8.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenConsole(
    dom: virDomainPtr,
    dev_name: *const c_char,
    st: virStreamPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphics(
    dom: virDomainPtr,
    idx: c_uint,
    fd: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphicsFD(dom: virDomainPtr, idx: c_uint, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainScreenshot(
    domain: virDomainPtr,
    stream: virStreamPtr,
    screen: c_uint,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendKey(
    domain: virDomainPtr,
    codeset: c_uint,
    holdtime: c_uint,
    keycodes: *mut c_uint,
    nkeycodes: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendProcessSignal(
    domain: virDomainPtr,
    pid_value: c_longlong,
    signum: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUpdateDeviceFlags(
    domain: virDomainPtr,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}
