//! Stream flags, events and the callbacks that move data.

use crate::host::virStreamPtr;
use std::ffi::{c_char, c_int, c_longlong, c_void};

/// What happens at a stream. Since: 0.7.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStreamEventType {
    /// It can be read. Since: 0.7.2
    VIR_STREAM_EVENT_READABLE = 1 << 0,
    /// It can be written. Since: 0.7.2
    VIR_STREAM_EVENT_WRITABLE = 1 << 1,
    /// It is in error. Since: 0.7.2
    VIR_STREAM_EVENT_ERROR = 1 << 2,
    /// The other side is gone. Since: 0.7.2
    VIR_STREAM_EVENT_HANGUP = 1 << 3,
}

/// Flags of virStreamNew(). Since: 0.7.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStreamFlags {
    /// Calls return -2 where they would have to wait. Since: 0.7.2
    VIR_STREAM_NONBLOCK = 1 << 0,
}

/// Flags of virStreamRecvFlags(). Since: 3.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virStreamRecvFlagsValues {
    /// Stop where a hole begins. Since: 3.4.0
    VIR_STREAM_RECV_STOP_AT_HOLE = 1 << 0,
}

/// Told what happens at a stream; `events` are virStreamEventType flags. Since: 0.7.2
pub type virStreamEventCallback =
    Option<unsafe extern "C" fn(stream: virStreamPtr, events: c_int, opaque: *mut c_void)>;

/// Takes up to `nbytes` bytes and returns how many it took, or -1. Since: 0.7.2
pub type virStreamSinkFunc = Option<
    unsafe extern "C" fn(st: virStreamPtr, data: *const c_char, nbytes: usize, opaque: *mut c_void) -> c_int,
>;

/// Told of a hole of `length` bytes; returns 0, or -1. Since: 3.4.0
pub type virStreamSinkHoleFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;

/// Gives up to `nbytes` bytes and returns how many, 0 at the end, or -1. Since: 0.7.2
pub type virStreamSourceFunc = Option<
    unsafe extern "C" fn(st: virStreamPtr, data: *mut c_char, nbytes: usize, opaque: *mut c_void) -> c_int,
>;

/// Tells whether data or a hole comes next and how long it is; returns 0, or -1. Since: 3.4.0
pub type virStreamSourceHoleFunc = Option<
    unsafe extern "C" fn(
        st: virStreamPtr,
        inData: *mut c_int,
        length: *mut c_longlong,
        opaque: *mut c_void,
    ) -> c_int,
>;

/// Told to skip a hole of `length` bytes; returns 0, or -1. Since: 3.4.0
pub type virStreamSourceSkipFunc =
    Option<unsafe extern "C" fn(st: virStreamPtr, length: c_longlong, opaque: *mut c_void) -> c_int>;
