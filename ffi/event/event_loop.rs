//! The event loop that the library runs on.

use crate::{
    boundary::{callback::Opaque, entry},
    common::virFreeCallback,
    event::{
        virEventAddHandleFunc, virEventAddTimeoutFunc, virEventHandleCallback, virEventRemoveHandleFunc,
        virEventRemoveTimeoutFunc, virEventTimeoutCallback, virEventUpdateHandleFunc,
        virEventUpdateTimeoutFunc,
    },
};
use std::{
    ffi::{c_int, c_void},
    sync::{Arc, Mutex, Once, OnceLock, PoisonError},
};
use virt_core::{
    default_loop::DefaultLoop,
    event_loop::{self, EventLoop, HandleCallback, TimeoutCallback},
};
use virt_error::{Origin, Result};

/// An event loop of the application's: the functions that it registered.
struct ForeignLoop {
    add_handle: virEventAddHandleFunc,
    update_handle: virEventUpdateHandleFunc,
    remove_handle: virEventRemoveHandleFunc,
    add_timeout: virEventAddTimeoutFunc,
    update_timeout: virEventUpdateTimeoutFunc,
    remove_timeout: virEventRemoveTimeoutFunc,
}

/// The application's loop, when it is the one that was registered.
static FOREIGN: OnceLock<Arc<ForeignLoop>> = OnceLock::new();

unsafe extern "C" fn run_handle(watch: c_int, fd: c_int, events: c_int, opaque: *mut c_void) {
    // SAFETY: `opaque` is the callback that `add_handle` gave away and `free_handle` has not taken back.
    unsafe { (*opaque.cast::<HandleCallback>())(watch, fd, events) }
}

unsafe extern "C" fn free_handle(opaque: *mut c_void) {
    // SAFETY: as above; the loop calls this once.
    drop(unsafe { Box::from_raw(opaque.cast::<HandleCallback>()) });
}

unsafe extern "C" fn run_timeout(timer: c_int, opaque: *mut c_void) {
    // SAFETY: `opaque` is the callback that `add_timeout` gave away and `free_timeout` has not taken back.
    unsafe { (*opaque.cast::<TimeoutCallback>())(timer) }
}

unsafe extern "C" fn free_timeout(opaque: *mut c_void) {
    // SAFETY: as above; the loop calls this once.
    drop(unsafe { Box::from_raw(opaque.cast::<TimeoutCallback>()) });
}

impl EventLoop for ForeignLoop {
    fn add_handle(&self, fd: i32, events: i32, callback: HandleCallback) -> i32 {
        let Some(add) = self.add_handle else {
            return -1;
        };
        let opaque = Box::into_raw(Box::new(callback)).cast();
        // SAFETY: the application's function, with a callback and the data that belongs to it.
        let watch = unsafe { add(fd, events, Some(run_handle), opaque, Some(free_handle)) };
        if watch < 0 {
            // SAFETY: the loop did not take the callback.
            unsafe { free_handle(opaque) };
        }
        watch
    }

    fn update_handle(&self, watch: i32, events: i32) {
        if let Some(update) = self.update_handle {
            // SAFETY: the application's function.
            unsafe { update(watch, events) }
        }
    }

    fn remove_handle(&self, watch: i32) -> bool {
        // SAFETY: the application's function.
        self.remove_handle.is_some_and(|remove| unsafe { remove(watch) } == 0)
    }

    fn add_timeout(&self, milliseconds: i32, callback: TimeoutCallback) -> i32 {
        let Some(add) = self.add_timeout else {
            return -1;
        };
        let opaque = Box::into_raw(Box::new(callback)).cast();
        // SAFETY: the application's function, with a callback and the data that belongs to it.
        let timer = unsafe { add(milliseconds, Some(run_timeout), opaque, Some(free_timeout)) };
        if timer < 0 {
            // SAFETY: the loop did not take the callback.
            unsafe { free_timeout(opaque) };
        }
        timer
    }

    fn update_timeout(&self, timer: i32, milliseconds: i32) {
        if let Some(update) = self.update_timeout {
            // SAFETY: the application's function.
            unsafe { update(timer, milliseconds) }
        }
    }

    fn remove_timeout(&self, timer: i32) -> bool {
        // SAFETY: the application's function.
        self.remove_timeout.is_some_and(|remove| unsafe { remove(timer) } == 0)
    }
}

/// The default loop, once somebody asked for it.
static DEFAULT: Mutex<Option<&'static Arc<DefaultLoop>>> = Mutex::new(None);

/// The default loop, made when it is first asked for; it lives as long as the process.
fn default_loop() -> Result<Arc<DefaultLoop>> {
    static FORKS: Once = Once::new();
    // Before the lock: whoever forks takes them in the other order.
    FORKS.call_once(|| {
        virt_sys::fork::hold_across_fork(|| {
            let made = DEFAULT.lock().unwrap_or_else(PoisonError::into_inner);
            let state = made.map(|event_loop| event_loop.hold());
            Box::new((state, made))
        });
    });
    let mut made = DEFAULT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = *made {
        return Ok(known.clone());
    }
    let new: &'static Arc<DefaultLoop> = Box::leak(Box::new(Arc::new(DefaultLoop::new()?)));
    Ok(made.insert(new).clone())
}

/// Watches a descriptor on the registered event loop.
///
/// @fd: the descriptor
/// @events: bitwise-OR of virEventHandleType to watch for
/// @cb: called with the watch, the descriptor, what happened and @opaque
/// @opaque: data for @cb
/// @ff: (nullable) called with @opaque when the watch is gone
///
/// Returns the number of the watch, or -1.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventAddHandle(
    fd: c_int,
    events: c_int,
    cb: virEventHandleCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    if let Some(foreign) = FOREIGN.get() {
        // SAFETY: passed on untouched to the application's loop.
        return foreign.add_handle.map_or(-1, |add| unsafe { add(fd, events, cb, opaque, ff) });
    }
    let (Some(event_loop), Some(function)) = (event_loop::current(), cb) else {
        return -1;
    };
    let data = Opaque::new(opaque, ff);
    // SAFETY: the application's function with the application's data.
    let run = move |watch, fd, events| unsafe { function(watch, fd, events, data.pointer()) };
    event_loop.add_handle(fd, events, Box::new(run))
}

/// Starts a timer on the registered event loop.
///
/// @timeout: milliseconds between two calls; 0: as often as the loop turns; -1: not until it is updated
/// @cb: called with the timer and @opaque
/// @opaque: data for @cb
/// @ff: (nullable) called with @opaque when the timer is gone
///
/// Returns the number of the timer, or -1.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventAddTimeout(
    timeout: c_int,
    cb: virEventTimeoutCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    if let Some(foreign) = FOREIGN.get() {
        // SAFETY: passed on untouched to the application's loop.
        return foreign.add_timeout.map_or(-1, |add| unsafe { add(timeout, cb, opaque, ff) });
    }
    let (Some(event_loop), Some(function)) = (event_loop::current(), cb) else {
        return -1;
    };
    let data = Opaque::new(opaque, ff);
    // SAFETY: the application's function with the application's data.
    let run = move |timer| unsafe { function(timer, data.pointer()) };
    event_loop.add_timeout(timeout, Box::new(run))
}

/// Makes the library's own event loop the one it runs on; virEventRunDefaultImpl() turns it. To be called before
/// the first connection is opened. The first loop that is registered stays.
///
/// Returns 0, or -1.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterDefaultImpl() -> c_int {
    entry(Origin::Event, || {
        if !event_loop::register(default_loop()?) {
            log::warn!("Ignoring attempt to replace registered event loop");
        }
        Ok(0)
    })
}

/// Makes the application's event loop the one that the library runs on. To be called before the first connection
/// is opened. The first loop that is registered stays.
///
/// @addHandle: starts watching a descriptor
/// @updateHandle: changes what a watch waits for
/// @removeHandle: ends a watch
/// @addTimeout: starts a timer
/// @updateTimeout: changes the period of a timer
/// @removeTimeout: ends a timer
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRegisterImpl(
    addHandle: virEventAddHandleFunc,
    updateHandle: virEventUpdateHandleFunc,
    removeHandle: virEventRemoveHandleFunc,
    addTimeout: virEventAddTimeoutFunc,
    updateTimeout: virEventUpdateTimeoutFunc,
    removeTimeout: virEventRemoveTimeoutFunc,
) {
    let foreign = Arc::new(ForeignLoop {
        add_handle: addHandle,
        update_handle: updateHandle,
        remove_handle: removeHandle,
        add_timeout: addTimeout,
        update_timeout: updateTimeout,
        remove_timeout: removeTimeout,
    });
    if event_loop::register(foreign.clone()) {
        // Nobody else can have set it: only the first registration gets here.
        let _ = FOREIGN.set(foreign);
    } else {
        log::warn!("Ignoring attempt to replace registered event loop");
    }
}

/// Ends a watch on the registered event loop. Its data is freed later, by the loop.
///
/// @watch: the number of the watch
///
/// Returns 0, or -1 when there is no such watch.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveHandle(watch: c_int) -> c_int {
    match event_loop::current() {
        Some(event_loop) if event_loop.remove_handle(watch) => 0,
        _ => -1,
    }
}

/// Ends a timer on the registered event loop. Its data is freed later, by the loop.
///
/// @timer: the number of the timer
///
/// Returns 0, or -1 when there is no such timer.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRemoveTimeout(timer: c_int) -> c_int {
    match event_loop::current() {
        Some(event_loop) if event_loop.remove_timeout(timer) => 0,
        _ => -1,
    }
}

/// Turns the default event loop once: waits for whatever comes first and calls what it concerns.
///
/// Returns 0, or -1.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventRunDefaultImpl() -> c_int {
    entry(Origin::Event, || {
        default_loop()?.run_once()?;
        Ok(0)
    })
}

/// Changes what a watch waits for.
///
/// @watch: the number of the watch
/// @events: bitwise-OR of virEventHandleType; 0: nothing for the moment
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateHandle(watch: c_int, events: c_int) {
    if let Some(event_loop) = event_loop::current() {
        event_loop.update_handle(watch, events);
    }
}

/// Changes the period of a timer.
///
/// @timer: the number of the timer
/// @timeout: milliseconds between two calls; 0: as often as the loop turns; -1: not until the next update
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virEventUpdateTimeout(timer: c_int, timeout: c_int) {
    if let Some(event_loop) = event_loop::current() {
        event_loop.update_timeout(timer, timeout);
    }
}
