//! The doorway between C and Rust: what every public function does before and after its one operation.
//!
//! A public function resets the thread's last error, checks its handle, refuses what a read-only connection may not
//! do, turns its arguments into Rust, calls one operation and turns the result into C. [`call`] does the first half
//! in that order; `arguments.rs`, `checks.rs` and `results.rs` have the helpers for the second. No panic crosses: it becomes
//! `VIR_ERR_INTERNAL_ERROR`, and the connection stays usable.

pub(crate) mod adm_objects;
pub(crate) mod arguments;
pub mod beside;
pub(crate) mod callback;
pub(crate) mod checks;
pub(crate) mod events;
pub mod handle;
pub(crate) mod last_error;
pub mod objects;
pub(crate) mod param_array;
pub(crate) mod params;
pub(crate) mod results;
pub(crate) mod terminal;

use handle::{Borrowed, Object, Opaque};
use objects::ConnectObject;
use std::{
    any::type_name,
    ffi::{c_double, c_int, c_long, c_uint, c_ulong},
    panic::{AssertUnwindSafe, catch_unwind},
    ptr,
};
use virt_core::op::Op;
use virt_error::{Code, Error, Origin, Result};

/// What a C function returns when it fails.
pub trait Failure {
    const FAILED: Self;
}

macro_rules! failures {
    ($($ty:ty = $value:expr),* $(,)?) => { $(impl Failure for $ty { const FAILED: Self = $value; })* };
}
failures!(() = (), c_int = -1, c_uint = c_uint::MAX, c_ulong = 0, c_long = -1, c_double = -1.0);

impl<T> Failure for *mut T {
    const FAILED: Self = ptr::null_mut();
}

impl<T> Failure for *const T {
    const FAILED: Self = ptr::null();
}

/// The public function that a closure was written in: `virDomainSuspend`.
///
/// The closure's type name spells its path; an entry point behind a side library loses its `Priv`.
pub fn function_name<F>() -> String {
    let path = type_name::<F>();
    let is_public =
        |part: &&str| part.strip_prefix("vir").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let name = path.split("::").filter(is_public).last().unwrap_or(path);
    name.replacen("virPriv", "vir", 1)
}

/// Runs the body of a public function that belongs to `origin` and checks its handles by itself.
///
/// The thread's last error is forgotten first; an `Err` becomes the last error, is reported to whoever listens
/// (`connection`'s handler first) and turns into the C failure value.
#[inline]
pub fn entry<R: Failure, F: FnOnce() -> Result<R>>(origin: Origin, body: F) -> R {
    last_error::reset();
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(value)) => value,
        Ok(Err(error)) => failed::<R, F>(origin, error, None),
        Err(_) => failed::<R, F>(origin, panicked::<F>(), None),
    }
}

/// Runs a public function whose first argument is `handle`, and which does no operation of the API table.
#[inline]
pub fn inspect<C: Opaque, R: Failure, F>(handle: *mut C, origin: Origin, body: F) -> R
where
    F: FnOnce(&Borrowed<C::Object>) -> Result<R>,
{
    last_error::reset();
    let Some(object) = Borrowed::<C::Object>::of(handle) else {
        return failed::<R, F>(origin, invalid::<C::Object, F>(origin), None);
    };
    finish(origin, &object, body)
}

/// Runs a public function that does the operation `op` on the object behind `handle`.
///
/// The order is libvirt's: the handle, then whether the connection may write, then everything else.
#[inline]
pub fn call<C: Opaque, R: Failure, F>(handle: *mut C, op: &'static Op, body: F) -> R
where
    F: FnOnce(&Borrowed<C::Object>) -> Result<R>,
{
    call_with(handle, op, 0, 0, body)
}

/// [`call`] for an operation that a read-only connection is refused only with some `flags` or `source`.
#[inline]
pub fn call_with<C: Opaque, R: Failure, F>(
    handle: *mut C,
    op: &'static Op,
    flags: c_uint,
    source: c_uint,
    body: F,
) -> R
where
    F: FnOnce(&Borrowed<C::Object>) -> Result<R>,
{
    last_error::reset();
    let Some(object) = Borrowed::<C::Object>::of(handle) else {
        return failed::<R, F>(op.origin, invalid::<C::Object, F>(op.origin), None);
    };
    if object.connect().is_some_and(|connect| connect.connection.read_only) && op.writes.holds(flags, source)
    {
        return refused::<R, F>(op, object.connect());
    }
    finish(op.origin, &object, body)
}

#[inline]
fn finish<T: Object, R: Failure, F>(origin: Origin, object: &Borrowed<T>, body: F) -> R
where
    F: FnOnce(&Borrowed<T>) -> Result<R>,
{
    match catch_unwind(AssertUnwindSafe(|| body(object))) {
        Ok(Ok(value)) => value,
        Ok(Err(error)) => failed::<R, F>(origin, error, object.connect()),
        Err(_) => failed::<R, F>(origin, panicked::<F>(), object.connect()),
    }
}

/// The complaint about a handle that is not (or no longer) one of this kind.
#[cold]
fn invalid<T: Object, F>(origin: Origin) -> Error {
    Error::new(T::INVALID_ORIGIN.unwrap_or(origin), T::INVALID, function_name::<F>())
}

#[cold]
fn refused<R: Failure, F>(op: &Op, connect: Option<&ConnectObject>) -> R {
    failed::<R, F>(op.origin, op.read_only_refusal(&function_name::<F>()), connect)
}

#[cold]
fn panicked<F>() -> Error {
    let function = function_name::<F>();
    log::error!("{function} panicked");
    Error::new(Origin::None, Code::InternalError, format!("{function} panicked"))
}

#[cold]
fn failed<R: Failure, F>(origin: Origin, error: Error, connect: Option<&ConnectObject>) -> R {
    let error = error.in_function(origin, &function_name::<F>());
    last_error::raise(error, connect);
    R::FAILED
}

/// The object behind a handle that is not the first argument.
///
/// Errors: the complaint about a handle that is not of this kind, which the boundary completes.
pub fn handle_of<C: Opaque>(handle: *mut C) -> Result<Borrowed<C::Object>> {
    let Some(object) = Borrowed::<C::Object>::of(handle) else {
        let origin = C::Object::INVALID_ORIGIN.unwrap_or(Origin::None);
        return Err(Error::about_function(origin, C::Object::INVALID));
    };
    Ok(object)
}

/// What C sees of an operation without a result.
pub fn done(result: Result<()>) -> Result<c_int> {
    result.map(|()| 0)
}

/// The body of every `virXxxRef`, to be run by [`inspect`]: adds a reference that belongs to C.
pub fn add_reference<T: Object>(object: &Borrowed<T>) -> Result<c_int> {
    object.add_reference();
    Ok(0)
}

/// The body of every `virXxxFree`, to be run by [`inspect`]: drops C's reference.
pub fn drop_reference<T: Object>(object: &Borrowed<T>) -> Result<c_int> {
    object.drop_reference();
    Ok(0)
}
