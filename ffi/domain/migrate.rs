//! Moving a running guest to another host.

use crate::common::virTypedParameterPtr;
use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong};

/// @dname: (optional)
/// @uri: (optional)
/// @bandwidth: (optional)
///
/// Since: 0.3.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    flags: c_ulong,
    dname: *const c_char,
    uri: *const c_char,
    bandwidth: c_ulong,
) -> virDomainPtr {
    unsupported()
}

/// @dxml: (optional)
/// @dname: (optional)
/// @uri: (optional)
/// @bandwidth: (optional)
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate2(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    dxml: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    uri: *const c_char,
    bandwidth: c_ulong,
) -> virDomainPtr {
    unsupported()
}

/// @params: (optional)
/// @nparams: (optional)
///
/// Since: 1.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate3(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_uint,
    flags: c_uint,
) -> virDomainPtr {
    unsupported()
}

/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetCompressionCache(
    domain: virDomainPtr,
    cacheSize: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetMaxDowntime(
    domain: virDomainPtr,
    downtime: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetMaxSpeed(
    domain: virDomainPtr,
    bandwidth: *mut c_ulong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetCompressionCache(
    domain: virDomainPtr,
    cacheSize: c_ulonglong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetMaxDowntime(
    domain: virDomainPtr,
    downtime: c_ulonglong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetMaxSpeed(
    domain: virDomainPtr,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 1.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateStartPostCopy(domain: virDomainPtr, flags: c_uint) -> c_int {
    unsupported()
}

/// @dname: (optional)
/// @bandwidth: (optional)
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI(
    domain: virDomainPtr,
    duri: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    bandwidth: c_ulong,
) -> c_int {
    unsupported()
}

/// @dconnuri: (optional)
/// @miguri: (optional)
/// @dxml: (optional)
/// @dname: (optional)
/// @bandwidth: (optional)
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI2(
    domain: virDomainPtr,
    dconnuri: *const c_char,
    miguri: *const c_char,
    dxml: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    bandwidth: c_ulong,
) -> c_int {
    unsupported()
}

/// @dconnuri: (optional)
/// @params: (optional)
/// @nparams: (optional)
///
/// Since: 1.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI3(
    domain: virDomainPtr,
    dconnuri: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_uint,
    flags: c_uint,
) -> c_int {
    unsupported()
}
