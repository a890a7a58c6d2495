//! What is done in addition where another libvirt is loaded beside this one, as under `libvirt-preload.so`: programs
//! that use the other's private functions get those functions' errors through our public ones.

use super::last_error;
use crate::error::{virErrorFunc, virErrorPtr};
use std::{ffi::c_void, sync::OnceLock};
use virt_error::Error;

/// The functions of the other library.
pub struct Beside {
    pub initialize: fn(),
    /// Its last error on this thread; null when there is none.
    pub last_error: fn() -> virErrorPtr,
    pub reset_last_error: fn(),
    pub set_error_func: fn(*mut c_void, virErrorFunc),
}

static BESIDE: OnceLock<Beside> = OnceLock::new();

/// Says that another library is there. The first word counts.
pub fn introduce(beside: Beside) {
    let _ = BESIDE.set(beside);
}

/// The other library, if there is one.
pub fn beside() -> Option<&'static Beside> {
    BESIDE.get()
}

/// The other library's last error on this thread, in C; null when there is none.
pub fn shown() -> virErrorPtr {
    beside().map_or(std::ptr::null_mut(), |beside| (beside.last_error)())
}

/// The other library's last error on this thread.
pub fn last_error() -> Option<Error> {
    let error = shown();
    // SAFETY: the other library gives null or a valid error of this thread.
    (!error.is_null()).then(|| unsafe { last_error::from_c(error) }).flatten()
}
