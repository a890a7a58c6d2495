//! The credential callback that a program may use instead of one of its own.

use super::types::{virConnectAuth, virConnectAuthPtr, virConnectCredentialPtr};
use std::ffi::{c_int, c_uint, c_void};

unsafe extern "C" fn ask_on_terminal(
    _cred: virConnectCredentialPtr,
    _ncred: c_uint,
    _opaque: *mut c_void,
) -> c_int {
    -1
}

static mut DEFAULT_AUTH: virConnectAuth = virConnectAuth {
    credtype: std::ptr::null_mut(),
    ncredtype: 0,
    cb: Some(ask_on_terminal),
    cbdata: std::ptr::null_mut(),
};

/// Credentials asked for on the terminal: pass it to virConnectOpenAuth(). Since: 0.4.1
#[unsafe(no_mangle)]
pub static mut virConnectAuthPtrDefault: virConnectAuthPtr = &raw mut DEFAULT_AUTH;
