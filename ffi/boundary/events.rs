//! Registering C functions for events: what the families have in common.

use super::{
    callback::Opaque,
    checks::zero_or_greater,
    handle::{self, Borrowed, Object},
    handle_of,
    objects::{Connect, Shown},
};
use crate::common::virFreeCallback;
use std::{
    ffi::{CString, c_int, c_void},
    ops::Deref,
    ptr,
    sync::Arc,
};
use virt_core::{
    dispatch::Function,
    event::{Class, Event, Filter, Key, Subject},
};
use virt_error::{Error, Result, error};

/// The object that a registration is limited to; `None` when C gives none and wants to hear of all.
///
/// `describe` says which object it is, for the complaint that it belongs to another connection.
pub fn subject<C: handle::Opaque, R: Subject>(
    object: *mut C,
    conn: &Borrowed<Connect>,
    argument: &str,
    describe: impl FnOnce(&R) -> String,
) -> Result<Option<Key>>
where
    C::Object: Deref<Target = R>,
{
    if object.is_null() {
        return Ok(None);
    }
    let object = handle_of(object)?;
    if !object.connect().is_some_and(|owner| ptr::eq(owner, &***conn)) {
        let text = format!("{} in %s must match connection", describe(&object));
        return Err(Error::argument(argument, text));
    }
    Ok(Some(object.key()))
}

/// C's function at `address`, as all but the two oldest functions register it.
pub fn function(address: usize) -> Function {
    Function { address, legacy: false }
}

/// Refuses an identifier that is not below `count`.
pub fn event_id(id: c_int, count: c_int) -> Result<()> {
    zero_or_greater(id, "eventID")?;
    if id >= count {
        return Err(Error::argument("eventID", format!("eventID in %s must be less than {count}")));
    }
    Ok(())
}

/// Runs `run`, which calls C's `function`, with every event that `filter` lets through, and `opaque`, until it is
/// deregistered; the number that [`deregister`] takes.
///
/// The registration keeps the connection open. `free` is run with `opaque` once, when the registration ends, but not
/// when it could not be made: then the data stays the application's.
pub fn register(
    conn: &Borrowed<Connect>,
    filter: Filter,
    function: Function,
    opaque: *mut c_void,
    free: virFreeCallback,
    run: impl Fn(&Borrowed<Connect>, &Event, *mut c_void) + Send + Sync + 'static,
) -> Result<c_int> {
    let opaque = Arc::new(Opaque::new(opaque, free));
    let (owned, owner) = (opaque.clone(), conn.clone());
    let registered =
        conn.events.register(filter, function, Arc::new(move |event| run(&owner, event, owned.pointer())));
    if registered.is_err() {
        // The handler is gone, so that this is the only owner.
        if let Some(opaque) = Arc::into_inner(opaque) {
            opaque.forget();
        }
    }
    registered
}

/// The body of every `DeregisterAny`.
///
/// Errors: `VIR_ERR_INVALID_ARG` when nothing of that class was registered under the number.
pub fn deregister(conn: &Borrowed<Connect>, class: Class, number: c_int) -> Result<c_int> {
    zero_or_greater(number, "callbackID")?;
    match conn.events.deregister(class, number)? {
        true => Ok(0),
        false => Err(error!(None, InvalidArg, "could not find event callback {number} for deletion")),
    }
}

/// Calls `deliver` with a handle of `record` that lives as long as the call.
pub fn with_handle<R: Shown + Clone>(record: &R, conn: &Borrowed<R::Owner>, deliver: impl FnOnce(*mut R::C)) {
    match Borrowed::new(record.clone().wrap(conn)) {
        Ok(handle) => deliver(handle.as_ptr()),
        Err(error) => log::error!("an event was lost: {error}"),
    }
}

/// `text` for a C callback to read.
pub fn text(text: &str) -> CString {
    CString::new(text.split('\0').next().unwrap_or_default()).unwrap_or_default()
}
