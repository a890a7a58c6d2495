//! Node devices: finding, creating, detaching and resetting them.

use crate::host::virConnectPtr;
use crate::nodedev::virNodeDevicePtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint};

/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNodeDevices(
    conn: virConnectPtr,
    devices: *mut *mut virNodeDevicePtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreate(dev: virNodeDevicePtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.6.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceCreateXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    unsupported()
}

/// Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDefineXML(
    conn: virConnectPtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    unsupported()
}

/// Since: 0.6.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDestroy(dev: virNodeDevicePtr) -> c_int {
    unsupported()
}

/// Since: 1.0.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDetachFlags(
    dev: virNodeDevicePtr,
    driverName: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceDettach(dev: virNodeDevicePtr) -> c_int {
    unsupported()
}

/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceFree(dev: virNodeDevicePtr) -> c_int {
    unsupported()
}

/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetAutostart(dev: virNodeDevicePtr, autostart: *mut c_int) -> c_int {
    unsupported()
}

/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetName(dev: virNodeDevicePtr) -> *const c_char {
    unsupported()
}

/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetParent(dev: virNodeDevicePtr) -> *const c_char {
    unsupported()
}

/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceGetXMLDesc(dev: virNodeDevicePtr, flags: c_uint) -> *mut c_char {
    unsupported()
}

/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsActive(dev: virNodeDevicePtr) -> c_int {
    unsupported()
}

/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceIsPersistent(dev: virNodeDevicePtr) -> c_int {
    unsupported()
}

/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceListCaps(
    dev: virNodeDevicePtr,
    names: *mut *mut c_char,
    maxnames: c_int,
) -> c_int {
    unsupported()
}

/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupByName(
    conn: virConnectPtr,
    name: *const c_char,
) -> virNodeDevicePtr {
    unsupported()
}

/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceLookupSCSIHostByWWN(
    conn: virConnectPtr,
    wwnn: *const c_char,
    wwpn: *const c_char,
    flags: c_uint,
) -> virNodeDevicePtr {
    unsupported()
}

/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceNumOfCaps(dev: virNodeDevicePtr) -> c_int {
    unsupported()
}

/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReAttach(dev: virNodeDevicePtr) -> c_int {
    unsupported()
}

/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceRef(dev: virNodeDevicePtr) -> c_int {
    unsupported()
}

/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceReset(dev: virNodeDevicePtr) -> c_int {
    unsupported()
}

/// Since: 7.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceSetAutostart(dev: virNodeDevicePtr, autostart: c_int) -> c_int {
    unsupported()
}

/// Since: 7.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUndefine(dev: virNodeDevicePtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 10.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeDeviceUpdate(
    dev: virNodeDevicePtr,
    xmlDesc: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeListDevices(
    conn: virConnectPtr,
    cap: *const c_char,
    names: *mut *mut c_char,
    maxnames: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeNumOfDevices(
    conn: virConnectPtr,
    cap: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}
