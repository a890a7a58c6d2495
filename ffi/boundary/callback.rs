//! What C gave us to call: a function, the data it wants and the way to let go of that data, as one value.

use crate::{
    common::virFreeCallback,
    error::{virErrorFunc, virErrorPtr},
};
use std::{
    ffi::{c_int, c_void},
    sync::{Mutex, PoisonError},
};

/// C's data and the function that frees it. Dropping it runs that function: letting go is deregistering.
pub struct Opaque {
    data: *mut c_void,
    free: virFreeCallback,
}

// SAFETY: the API's contract is that callbacks and their data may be used from whichever thread runs the event loop.
unsafe impl Send for Opaque {}
// SAFETY: as above; the data itself is only ever passed back to C.
unsafe impl Sync for Opaque {}

impl Opaque {
    pub fn new(data: *mut c_void, free: virFreeCallback) -> Opaque {
        Opaque { data, free }
    }

    /// The data, to pass back to C. (A method, so that a closure takes the whole value along.)
    pub fn pointer(&self) -> *mut c_void {
        self.data
    }

    /// Gives the data back to C without freeing it, as a failed registration does.
    pub fn forget(mut self) {
        self.free = None;
    }
}

impl Drop for Opaque {
    fn drop(&mut self) {
        if let Some(free) = self.free {
            // SAFETY: given together with `data`, and run once, here.
            unsafe { free(self.data) }
        }
    }
}

/// A handler of errors: `virErrorFunc` with its data, which stays the application's.
#[derive(Clone, Copy)]
pub struct ErrorHandler {
    pub function: virErrorFunc,
    pub data: *mut c_void,
}

// SAFETY: the API's contract is that the handler may be called from any thread that an error happens in.
unsafe impl Send for ErrorHandler {}
// SAFETY: as above.
unsafe impl Sync for ErrorHandler {}

impl ErrorHandler {
    /// Calls the handler, if it has a function; `false` otherwise.
    pub fn call(&self, error: virErrorPtr) -> bool {
        match self.function {
            Some(function) => {
                // SAFETY: the application's function with the application's data and an error that outlives the call.
                unsafe { function(self.data, error) };
                true
            }
            None => false,
        }
    }
}

/// The type of a close callback: `virConnectCloseFunc` and `virAdmConnectCloseFunc`.
type CloseFunction<C> = Option<unsafe extern "C" fn(*mut C, c_int, *mut c_void)>;

/// C's close callback with its data.
struct CloseRegistration<C> {
    function: CloseFunction<C>,
    data: Opaque,
}

/// The close callback of a connection, called at most once.
pub struct CloseWatch<C>(Mutex<Option<CloseRegistration<C>>>);

impl<C> Default for CloseWatch<C> {
    fn default() -> Self {
        CloseWatch(Mutex::new(None))
    }
}

impl<C> CloseWatch<C> {
    /// Takes a callback; `false`, and the data stays C's, when there is one already.
    pub fn set(&self, function: CloseFunction<C>, data: *mut c_void, free: virFreeCallback) -> bool {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if slot.is_some() {
            return false;
        }
        *slot = Some(CloseRegistration { function, data: Opaque::new(data, free) });
        true
    }

    /// Lets go of the callback; `false` when that function is not the one registered.
    pub fn clear(&self, function: CloseFunction<C>) -> bool {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let address = |function: CloseFunction<C>| function.map(|function| function as usize);
        if slot.as_ref().is_none_or(|known| address(known.function) != address(function)) {
            return false;
        }
        let registration = slot.take();
        drop(slot);
        drop(registration);
        true
    }

    /// Calls the callback with a `virConnectCloseReason` and lets go of it.
    pub fn fire(&self, conn: *mut C, reason: c_int) {
        let registration = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(CloseRegistration { function: Some(function), data }) = registration {
            // SAFETY: the application's function with the application's data, and a connection that is alive.
            unsafe { function(conn, reason, data.pointer()) }
        }
    }
}
