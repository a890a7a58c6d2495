//! Streams: making and ending them, and moving their data piece by piece.

use crate::{
    boundary::{
        add_reference,
        arguments::{array, required},
        callback::Opaque,
        checks::must_not_be_null,
        done, drop_reference,
        handle::Borrowed,
        inspect,
        objects::{StreamHandle, StreamObject},
    },
    common::virFreeCallback,
    host::{virConnectPtr, virStreamPtr},
    stream::virStreamEventCallback,
};
use std::{
    ffi::{c_char, c_int, c_longlong, c_uint, c_void},
    slice,
    sync::{Arc, OnceLock},
};
use virt_core::{
    connection::check_flags,
    constants::VIR_STREAM_RECV_STOP_AT_HOLE,
    stream::{Received, Sent, StreamEnd},
};
use virt_error::{Error, Origin, Result, bail};

/// Ends a stream in the middle and gives up what it was for. Nothing can be sent or received afterwards.
///
/// @stream: the stream
///
/// Returns 0, or -1.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamAbort(stream: virStreamPtr) -> c_int {
    inspect(stream, Origin::Streams, |stream| match stream.end.get() {
        Some(end) => done(end.abort()),
        None => Ok(0),
    })
}

/// Registers a function that is called, by the thread that runs the event loop, when a stream can be used
/// again without waiting.
///
/// @stream: the stream, which was made with VIR_STREAM_NONBLOCK
/// @events: what to watch for, bitwise-OR of virStreamEventType
/// @cb: the function
/// @opaque: data to call it with
/// @ff: a function that is called with @opaque when the registration ends
///
/// Returns 0, or -1. A stream has one such function at most.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventAddCallback(
    stream: virStreamPtr,
    events: c_int,
    cb: virStreamEventCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    inspect(stream, Origin::Streams, |stream| {
        let end = end(stream)?;
        let cb = cb.ok_or_else(|| must_not_be_null("cb"))?;
        let opaque = Arc::new(Opaque::new(opaque, ff));
        let (owned, handle) = (opaque.clone(), Watched(stream.as_ptr()));
        let watched = end.watch(events, Box::new(move |ready| handle.call(cb, ready, owned.pointer())));
        if watched.is_err() {
            // The function was let go of, so that this is the only owner: the data stays the application's.
            if let Some(opaque) = Arc::into_inner(opaque) {
                opaque.forget();
            }
        }
        done(watched)
    })
}

/// Ends the registration that virStreamEventAddCallback() made. The function that frees its data is run.
///
/// @stream: the stream
///
/// Returns 0, or -1.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventRemoveCallback(stream: virStreamPtr) -> c_int {
    inspect(stream, Origin::Streams, |stream| done(end(stream)?.unwatch()))
}

/// Changes what the function of virStreamEventAddCallback() is called for.
///
/// @stream: the stream
/// @events: what to watch for, bitwise-OR of virStreamEventType; 0 for nothing
///
/// Returns 0, or -1.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventUpdateCallback(stream: virStreamPtr, events: c_int) -> c_int {
    inspect(stream, Origin::Streams, |stream| done(end(stream)?.rewatch(events)))
}

/// Ends a stream whose data was sent or received to the end, and tells whether all of it arrived.
///
/// @stream: the stream
///
/// Returns 0, or -1 when something went wrong, maybe long before.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFinish(stream: virStreamPtr) -> c_int {
    inspect(stream, Origin::Streams, |stream| done(end(stream)?.finish()))
}

/// Lets go of a stream handle. With the last one goes a stream that was neither finished nor aborted.
///
/// @stream: the stream, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFree(stream: virStreamPtr) -> c_int {
    inspect(stream, Origin::Streams, |stream| drop_reference(stream))
}

/// Makes a stream, which a function such as virStorageVolUpload() then opens.
///
/// @conn: the connection
/// @flags: bitwise-OR of virStreamFlags
///
/// Returns a new handle that the caller frees with virStreamFree(), or NULL.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamNew(conn: virConnectPtr, flags: c_uint) -> virStreamPtr {
    inspect(conn, Origin::Streams, |conn| {
        let stream = StreamObject { conn: conn.clone(), flags, end: OnceLock::new() };
        Ok(Borrowed::new(StreamHandle(Box::new(stream)))?.give())
    })
}

/// Receives bytes from a stream. Holes are received as zeros.
///
/// @stream: the stream
/// @data: (out) room for the bytes
/// @nbytes: how many there is room for
///
/// Returns how many bytes were received, which may be fewer; 0 at the end; -1 on error, which ends the stream;
/// or -2 when there are none yet and the stream does not wait.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecv(stream: virStreamPtr, data: *mut c_char, nbytes: usize) -> c_int {
    inspect(stream, Origin::Streams, |stream| {
        // SAFETY: C gives room for `nbytes` bytes.
        let buffer = unsafe { room(data, nbytes) }?;
        receive(end(stream)?, buffer, false)
    })
}

/// Receives bytes from a stream, in the way that @flags say.
///
/// @stream: the stream
/// @data: (out) room for the bytes
/// @nbytes: how many there is room for
/// @flags: bitwise-OR of virStreamRecvFlagsValues
///
/// Returns how many bytes were received, which may be fewer; 0 at the end; -1 on error, which ends the stream;
/// -2 when there are none yet and the stream does not wait; or -3 when a hole comes next, with
/// VIR_STREAM_RECV_STOP_AT_HOLE.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvFlags(
    stream: virStreamPtr,
    data: *mut c_char,
    nbytes: usize,
    flags: c_uint,
) -> c_int {
    inspect(stream, Origin::Streams, |stream| {
        // SAFETY: C gives room for `nbytes` bytes.
        let buffer = unsafe { room(data, nbytes) }?;
        let end = end(stream)?;
        check_flags(flags, VIR_STREAM_RECV_STOP_AT_HOLE, Origin::Streams, "virStreamRecvFlags")?;
        receive(end, buffer, flags & VIR_STREAM_RECV_STOP_AT_HOLE != 0)
    })
}

/// Tells how long the hole is that a stream is at, and goes on behind it.
///
/// @stream: the stream
/// @length: (out) the length in bytes
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvHole(
    stream: virStreamPtr,
    length: *mut c_longlong,
    flags: c_uint,
) -> c_int {
    inspect(stream, Origin::Streams, |stream| {
        // SAFETY: C gives room for a number.
        let length = unsafe { required(length, "length") }?;
        let end = end(stream)?;
        check_flags(flags, 0, Origin::Streams, "virStreamRecvHole")?;
        length.write(end.receive_hole()?);
        Ok(0)
    })
}

/// Adds a reference to a stream handle, for another thread say; each is let go of with virStreamFree().
///
/// @stream: the stream
///
/// Returns 0, or -1.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRef(stream: virStreamPtr) -> c_int {
    inspect(stream, Origin::Streams, |stream| add_reference(stream))
}

/// Sends bytes into a stream.
///
/// @stream: the stream
/// @data: the bytes
/// @nbytes: how many there are
///
/// Returns how many bytes were taken, which may be fewer; -1 on error, which ends the stream; or -2 when none
/// can be taken yet and the stream does not wait.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSend(stream: virStreamPtr, data: *const c_char, nbytes: usize) -> c_int {
    inspect(stream, Origin::Streams, |stream| {
        if data.is_null() {
            return Err(must_not_be_null("data"));
        }
        // SAFETY: C gives `nbytes` bytes.
        let data = unsafe { array(data.cast::<u8>(), nbytes.min(AT_ONCE), "data") }?;
        match end(stream)?.send(data)? {
            Sent::Data(count) => Ok(count as c_int),
            Sent::WouldBlock => Ok(WOULD_BLOCK),
        }
    })
}

/// Sends a hole into a stream: the other side skips so many bytes, which read as zeros.
///
/// @stream: the stream
/// @length: the length in bytes
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendHole(stream: virStreamPtr, length: c_longlong, flags: c_uint) -> c_int {
    inspect(stream, Origin::Streams, |stream| {
        let end = end(stream)?;
        check_flags(flags, 0, Origin::Streams, "virStreamSendHole")?;
        done(end.send_hole(length))
    })
}

/// What a call answers that would have to wait.
pub(super) const WOULD_BLOCK: c_int = -2;
/// What a call answers that is at a hole.
pub(super) const AT_HOLE: c_int = -3;
/// The most bytes that one call moves: their number is its result.
const AT_ONCE: usize = c_int::MAX as usize;

/// The driver's end, once an operation has opened the stream. Until then, nothing can be done with it.
fn end(stream: &StreamObject) -> Result<&dyn StreamEnd> {
    stream.end.get().map(Box::as_ref).ok_or_else(Error::unsupported)
}

/// C's room for bytes.
///
/// # Safety
/// `data` is null or has room for `nbytes` bytes.
unsafe fn room<'a>(data: *mut c_char, nbytes: usize) -> Result<&'a mut [u8]> {
    if data.is_null() {
        return Err(must_not_be_null("data"));
    }
    // SAFETY: the caller vouches for the room, which is only written to.
    Ok(unsafe { slice::from_raw_parts_mut(data.cast(), nbytes.min(AT_ONCE)) })
}

fn receive(end: &dyn StreamEnd, buffer: &mut [u8], stop_at_hole: bool) -> Result<c_int> {
    match end.receive(buffer, stop_at_hole)? {
        Received::Data(count) => Ok(count as c_int),
        Received::Hole if stop_at_hole => Ok(AT_HOLE),
        Received::Hole => bail!(Streams, InternalError, "unexpected stream hole"),
        Received::WouldBlock => Ok(WOULD_BLOCK),
    }
}

/// The stream that a function is registered for, which does not keep it open.
struct Watched(virStreamPtr);

// SAFETY: the pointer is looked up before it is used, as one that C gives.
unsafe impl Send for Watched {}

impl Watched {
    fn call(
        &self,
        cb: unsafe extern "C" fn(virStreamPtr, c_int, *mut c_void),
        ready: c_int,
        opaque: *mut c_void,
    ) {
        if let Some(stream) = Borrowed::<StreamHandle>::of(self.0) {
            // SAFETY: the application's function with a live stream and the application's data.
            unsafe { cb(stream.as_ptr(), ready, opaque) };
        }
    }
}
