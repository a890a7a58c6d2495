//! What a function without a body answers: its failure value.

use std::{
    ffi::{c_double, c_int, c_long, c_longlong, c_uint, c_ulonglong},
    ptr,
};

/// What a C function returns when it fails.
pub trait Failed {
    const FAILED: Self;
}
macro_rules! failed {
    ($($t:ty = $v:expr),*) => { $(impl Failed for $t { const FAILED: Self = $v; })* };
}
failed!(() = (), c_int = -1, c_uint = 0, c_long = -1, c_double = 0.0, u64 = 0);
impl<T> Failed for *mut T {
    const FAILED: Self = ptr::null_mut();
}
impl<T> Failed for *const T {
    const FAILED: Self = ptr::null();
}

const _: (c_longlong, c_ulonglong) = (0_i64, 0_u64);

pub fn unsupported<R: Failed>() -> R {
    R::FAILED
}
