//! Bindings of a network filter to a guest's port.

use crate::host::virConnectPtr;
use crate::nwfilter::virNWFilterBindingPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint};

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllNWFilterBindings(
    conn: virConnectPtr,
    bindings: *mut *mut virNWFilterBindingPtr,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingCreateXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virNWFilterBindingPtr {
    unsupported()
}

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingDelete(binding: virNWFilterBindingPtr) -> c_int {
    unsupported()
}

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingFree(binding: virNWFilterBindingPtr) -> c_int {
    unsupported()
}

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetFilterName(binding: virNWFilterBindingPtr) -> *const c_char {
    unsupported()
}

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetPortDev(binding: virNWFilterBindingPtr) -> *const c_char {
    unsupported()
}

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingGetXMLDesc(
    binding: virNWFilterBindingPtr,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingLookupByPortDev(
    conn: virConnectPtr,
    portdev: *const c_char,
) -> virNWFilterBindingPtr {
    unsupported()
}

/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNWFilterBindingRef(binding: virNWFilterBindingPtr) -> c_int {
    unsupported()
}
