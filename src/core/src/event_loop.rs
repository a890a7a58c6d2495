//! The event loop that the application runs: its own, or the default one.
//!
//! The library never polls by itself. What it waits for (a descriptor, a time) it gives to the loop that the
//! application registered; callbacks come from the thread that runs that loop.

use std::sync::{Arc, OnceLock};

/// Called with the watch, the descriptor and what it is ready for (bits of `virEventHandleType`).
pub type HandleCallback = Box<dyn Fn(i32, i32, i32) + Send + Sync>;

/// Called with the timer that ran out.
pub type TimeoutCallback = Box<dyn Fn(i32) + Send + Sync>;

/// An event loop. Every method may be called from any thread, a callback's own included. A removed callback is
/// dropped later, from the loop, never inside the removal.
pub trait EventLoop: Send + Sync {
    /// Watches a descriptor; the watch's number, or -1.
    fn add_handle(&self, fd: i32, events: i32, callback: HandleCallback) -> i32;
    fn update_handle(&self, watch: i32, events: i32);
    /// `false` when there is no such watch.
    fn remove_handle(&self, watch: i32) -> bool;
    /// Starts a timer that fires every `milliseconds`, never when negative; its number, or -1.
    fn add_timeout(&self, milliseconds: i32, callback: TimeoutCallback) -> i32;
    fn update_timeout(&self, timer: i32, milliseconds: i32);
    /// `false` when there is no such timer.
    fn remove_timeout(&self, timer: i32) -> bool;
}

static LOOP: OnceLock<Arc<dyn EventLoop>> = OnceLock::new();

/// Makes `event_loop` the process's loop, once and for all; `false` when there is one already.
pub fn register(event_loop: Arc<dyn EventLoop>) -> bool {
    LOOP.set(event_loop).is_ok()
}

/// The process's loop, if the application has registered one.
pub fn current() -> Option<&'static Arc<dyn EventLoop>> {
    LOOP.get()
}
