//! Saving, restoring and dumping a guest's memory.

use crate::common::virTypedParameterPtr;
use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint};

/// Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDump(domain: virDomainPtr, to: *const c_char, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 1.2.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainCoreDumpWithFormat(
    domain: virDomainPtr,
    to: *const c_char,
    dumpformat: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainHasManagedSaveImage(dom: virDomainPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSave(dom: virDomainPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveDefineXML(
    domain: virDomainPtr,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainManagedSaveRemove(dom: virDomainPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestore(conn: virConnectPtr, from: *const c_char) -> c_int {
    unsupported()
}

/// @dxml: (optional)
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreFlags(
    conn: virConnectPtr,
    from: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 8.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainRestoreParams(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSave(domain: virDomainPtr, to: *const c_char) -> c_int {
    unsupported()
}

/// @dxml: (optional)
///
/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveFlags(
    domain: virDomainPtr,
    to: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageDefineXML(
    conn: virConnectPtr,
    file: *const c_char,
    dxml: *const c_char,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveImageGetXMLDesc(
    conn: virConnectPtr,
    file: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    unsupported()
}

/// Since: 8.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSaveParams(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    unsupported()
}
