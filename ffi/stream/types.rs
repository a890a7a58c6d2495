//! Stream flags, events and the callbacks that move data.

use crate::host::virStreamPtr;
use std::ffi::{c_char, c_int, c_longlong, c_void};

/// Since: 0.7.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStreamEventType {
    /// Since: 0.7.2
    VIR_STREAM_EVENT_READABLE = 1 << 0,
    /// Since: 0.7.2
    VIR_STREAM_EVENT_WRITABLE = 1 << 1,
    /// Since: 0.7.2
    VIR_STREAM_EVENT_ERROR = 1 << 2,
    /// Since: 0.7.2
    VIR_STREAM_EVENT_HANGUP = 1 << 3,
}

/// Since: 0.7.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStreamFlags {
    /// Since: 0.7.2
    VIR_STREAM_NONBLOCK = 1 << 0,
}

/// Since: 3.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStreamRecvFlagsValues {
    /// Since: 3.4.0
    VIR_STREAM_RECV_STOP_AT_HOLE = 1 << 0,
}

/// Since: 0.7.2
pub type virStreamEventCallback =
    Option<unsafe extern "C" fn(stream: virStreamPtr, events: c_int, opaque: *mut c_void)>;

/// Since: 0.7.2
pub type virStreamSinkFunc = Option<
    unsafe extern "C" fn(st: virStreamPtr, data: *const c_char, nbytes: usize, opaque: *mut c_void) -> c_int,
>;

/// Since: 3.4.0
pub type virStreamSinkHoleFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;

/// Since: 0.7.2
pub type virStreamSourceFunc = Option<
    unsafe extern "C" fn(st: virStreamPtr, data: *mut c_char, nbytes: usize, opaque: *mut c_void) -> c_int,
>;

/// Since: 3.4.0
pub type virStreamSourceHoleFunc = Option<
    unsafe extern "C" fn(
        st: virStreamPtr,
        inData: *mut c_int,
        length: *mut c_longlong,
        opaque: *mut c_void,
    ) -> c_int,
>;

/// Since: 3.4.0
pub type virStreamSourceSkipFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;
