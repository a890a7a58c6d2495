//! Event loop interface: handle events and the functions that an application's loop supplies.

use crate::common::virFreeCallback;
use std::ffi::{c_int, c_void};

/// What happens at a descriptor. Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virEventHandleType {
    /// It can be read. Since: 0.5.0
    VIR_EVENT_HANDLE_READABLE = 1 << 0,
    /// It can be written. Since: 0.5.0
    VIR_EVENT_HANDLE_WRITABLE = 1 << 1,
    /// It is in error. Since: 0.5.0
    VIR_EVENT_HANDLE_ERROR = 1 << 2,
    /// The other side is gone. Since: 0.5.0
    VIR_EVENT_HANDLE_HANGUP = 1 << 3,
}

/// Watches a descriptor for events and returns a watch, or -1. Since: 0.5.0
pub type virEventAddHandleFunc = Option<
    unsafe extern "C" fn(
        fd: c_int,
        event: c_int,
        cb: virEventHandleCallback,
        opaque: *mut c_void,
        ff: virFreeCallback,
    ) -> c_int,
>;

/// Starts a timer of that many milliseconds, 0 for at once, -1 for none, and returns it, or -1. Since:
/// 0.5.0
pub type virEventAddTimeoutFunc = Option<
    unsafe extern "C" fn(
        timeout: c_int,
        cb: virEventTimeoutCallback,
        opaque: *mut c_void,
        ff: virFreeCallback,
    ) -> c_int,
>;

/// Told what happens at a descriptor; `events` are virEventHandleType flags. Since: 0.5.0
pub type virEventHandleCallback =
    Option<unsafe extern "C" fn(watch: c_int, fd: c_int, events: c_int, opaque: *mut c_void)>;

/// Ends a watch, and frees its data later, from the event loop. Since: 0.5.0
pub type virEventRemoveHandleFunc = Option<unsafe extern "C" fn(watch: c_int) -> c_int>;

/// Ends a timer, and frees its data later, from the event loop. Since: 0.5.0
pub type virEventRemoveTimeoutFunc = Option<unsafe extern "C" fn(timer: c_int) -> c_int>;

/// Told that a timer has expired. Since: 0.5.0
pub type virEventTimeoutCallback = Option<unsafe extern "C" fn(timer: c_int, opaque: *mut c_void)>;

/// Changes the events that a watch waits for. Since: 0.5.0
pub type virEventUpdateHandleFunc = Option<unsafe extern "C" fn(watch: c_int, event: c_int)>;

/// Changes the time of a timer, in milliseconds. Since: 0.5.0
pub type virEventUpdateTimeoutFunc = Option<unsafe extern "C" fn(timer: c_int, timeout: c_int)>;
