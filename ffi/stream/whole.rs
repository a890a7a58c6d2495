//! Moving all the data of a stream through functions of the application.

use crate::{
    boundary::{checks::must_not_be_null, handle::Borrowed, inspect, last_error, objects::StreamHandle},
    host::virStreamPtr,
    stream::{
        transfer::AT_HOLE, virStreamAbort, virStreamRecv, virStreamRecvFlags, virStreamRecvHole,
        virStreamSend, virStreamSendHole, virStreamSinkFunc, virStreamSinkHoleFunc, virStreamSourceFunc,
        virStreamSourceHoleFunc, virStreamSourceSkipFunc,
    },
};
use std::{
    ffi::{c_char, c_int, c_longlong, c_uint, c_void},
    io,
};
use virt_core::constants::{VIR_STREAM_NONBLOCK, VIR_STREAM_RECV_STOP_AT_HOLE};
use virt_error::{Error, Origin, Result, bail, error};

/// Receives everything that comes from a stream and hands it to a function, piece by piece. Holes are received
/// as zeros.
///
/// @stream: the stream, which must wait where it has to
/// @handler: the function that takes the bytes
/// @opaque: data to call it with
///
/// Returns 0, or -1; the stream is aborted then. virStreamFinish() is called after success.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvAll(
    stream: virStreamPtr,
    handler: virStreamSinkFunc,
    opaque: *mut c_void,
) -> c_int {
    whole_stream(stream, Direction::Sink, |pump| {
        let handler = handler.ok_or_else(|| must_not_be_null("handler"))?;
        pump.check_blocking()?;
        let mut piece = vec![0; PIECE];
        while let Moved::Data(got) = pump.receive(&mut piece, None)? {
            // SAFETY: the application's function with bytes that are there.
            pump.hand_over(&piece[..got], |data, length| unsafe { handler(stream, data, length, opaque) })?;
        }
        Ok(0)
    })
}

/// Sends everything that a function supplies into a stream, piece by piece.
///
/// @stream: the stream, which must wait where it has to
/// @handler: the function that supplies the bytes
/// @opaque: data to call it with
///
/// Returns 0, or -1; the stream is aborted then. virStreamFinish() is called after success.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendAll(
    stream: virStreamPtr,
    handler: virStreamSourceFunc,
    opaque: *mut c_void,
) -> c_int {
    whole_stream(stream, Direction::Source, |pump| {
        let handler = handler.ok_or_else(|| must_not_be_null("handler"))?;
        pump.check_blocking()?;
        let mut piece = vec![0; PIECE];
        loop {
            // SAFETY: the application's function with room for a piece.
            let supply = |data, length| unsafe { handler(stream, data, length, opaque) };
            match pump.supply(&mut piece, supply)? {
                [] => return Ok(0),
                data => pump.send(data)?,
            }
        }
    })
}

/// Receives everything that comes from a stream and hands it to a function, piece by piece, and holes to
/// another.
///
/// @stream: the stream, which must wait where it has to
/// @handler: the function that takes the bytes
/// @holeHandler: the function that is told of holes
/// @opaque: data to call them with
///
/// Returns 0, or -1; the stream is aborted then. virStreamFinish() is called after success.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSparseRecvAll(
    stream: virStreamPtr,
    handler: virStreamSinkFunc,
    holeHandler: virStreamSinkHoleFunc,
    opaque: *mut c_void,
) -> c_int {
    whole_stream(stream, Direction::Sink, |pump| {
        let handler = handler.ok_or_else(|| must_not_be_null("handler"))?;
        let hole_handler = holeHandler.ok_or_else(|| must_not_be_null("holeHandler"))?;
        pump.check_blocking()?;
        let mut piece = vec![0; PIECE];
        loop {
            match pump.receive(&mut piece, Some(VIR_STREAM_RECV_STOP_AT_HOLE))? {
                Moved::End => return Ok(0),
                Moved::Data(got) => {
                    // SAFETY: the application's function with bytes that are there.
                    let take = |data, length| unsafe { handler(stream, data, length, opaque) };
                    pump.hand_over(&piece[..got], take)?;
                }
                Moved::Hole => {
                    let length = pump.receive_hole()?;
                    // SAFETY: the application's function.
                    asked("recv holeHandler failed", || unsafe { hole_handler(stream, length, opaque) })?;
                }
            }
        }
    })
}

/// Sends everything that a function supplies into a stream, piece by piece, and the holes that another finds.
///
/// @stream: the stream, which must wait where it has to
/// @handler: the function that supplies the bytes
/// @holeHandler: the function that tells whether data or a hole comes next, and how long it is
/// @skipHandler: the function that goes on behind a hole
/// @opaque: data to call them with
///
/// Returns 0, or -1; the stream is aborted then. virStreamFinish() is called after success.
///
/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSparseSendAll(
    stream: virStreamPtr,
    handler: virStreamSourceFunc,
    holeHandler: virStreamSourceHoleFunc,
    skipHandler: virStreamSourceSkipFunc,
    opaque: *mut c_void,
) -> c_int {
    whole_stream(stream, Direction::Source, |pump| {
        let handler = handler.ok_or_else(|| must_not_be_null("handler"))?;
        let hole_handler = holeHandler.ok_or_else(|| must_not_be_null("holeHandler"))?;
        let skip_handler = skipHandler.ok_or_else(|| must_not_be_null("skipHandler"))?;
        pump.check_blocking()?;
        let mut piece = vec![0; PIECE];
        let mut data_left = 0_u64;
        loop {
            if data_left == 0 {
                let (mut in_data, mut length) = (0, 0);
                let look = || {
                    // SAFETY: the application's function with room for two numbers.
                    unsafe { hole_handler(stream, &raw mut in_data, &raw mut length, opaque) }
                };
                asked("send holeHandler failed", look)?;
                if in_data == 0 && length != 0 {
                    pump.send_hole(length)?;
                    // SAFETY: the application's function.
                    asked("send skipHandler failed", || unsafe { skip_handler(stream, length, opaque) })?;
                    continue;
                }
                data_left = length as u64;
            }
            let want = PIECE.min(usize::try_from(data_left).unwrap_or(PIECE));
            // SAFETY: the application's function with room for so many bytes.
            let supply = |data, length| unsafe { handler(stream, data, length, opaque) };
            match pump.supply(&mut piece[..want], supply)? {
                [] => return Ok(0),
                data => {
                    data_left -= data.len() as u64;
                    pump.send(data)?;
                }
            }
        }
    })
}

/// The most bytes that a function is asked for, or given, at once.
const PIECE: usize = 262_120;

/// Which way the data goes, in the words of messages.
#[derive(Clone, Copy)]
enum Direction {
    Source,
    Sink,
}

/// What moving a piece gave.
enum Moved {
    Data(usize),
    Hole,
    End,
}

/// Runs `body`, which moves all the data of a stream; when it fails, the stream is aborted.
fn whole_stream<F>(stream: virStreamPtr, direction: Direction, body: F) -> c_int
where
    F: FnOnce(&Pump<'_>) -> Result<c_int>,
{
    inspect(stream, Origin::Streams, |handle| {
        body(&Pump { stream: handle, direction }).inspect_err(|_| {
            // SAFETY: the stream is alive. What went wrong before is what the caller hears of.
            unsafe { virStreamAbort(stream) };
        })
    })
}

/// A stream whose data is moved as a whole, with the calls that an application has for a piece.
struct Pump<'a> {
    stream: &'a Borrowed<StreamHandle>,
    direction: Direction,
}

impl Pump<'_> {
    fn check_blocking(&self) -> Result<()> {
        if self.stream.flags & VIR_STREAM_NONBLOCK == 0 {
            return Ok(());
        }
        let what = match self.direction {
            Direction::Source => "sources",
            Direction::Sink => "sinks",
        };
        bail!(Streams, OperationInvalid, "data {what} cannot be used for non-blocking streams")
    }

    /// Receives a piece; with `flags`, holes may come, too.
    fn receive(&self, piece: &mut [u8], flags: Option<c_uint>) -> Result<Moved> {
        let (stream, data) = (self.stream.as_ptr(), piece.as_mut_ptr().cast());
        // SAFETY: the stream is alive and the piece has room.
        let got = unsafe {
            match flags {
                None => virStreamRecv(stream, data, piece.len()),
                Some(flags) => virStreamRecvFlags(stream, data, piece.len(), flags),
            }
        };
        match got {
            0 => Ok(Moved::End),
            AT_HOLE => Ok(Moved::Hole),
            _ => happened(got).map(|got| Moved::Data(got as usize)),
        }
    }

    fn receive_hole(&self) -> Result<c_longlong> {
        let mut length = 0;
        // SAFETY: the stream is alive.
        happened(unsafe { virStreamRecvHole(self.stream.as_ptr(), &raw mut length, 0) })?;
        Ok(length)
    }

    fn send(&self, mut data: &[u8]) -> Result<()> {
        while !data.is_empty() {
            // SAFETY: the stream is alive and the bytes are there.
            let sent = unsafe { virStreamSend(self.stream.as_ptr(), data.as_ptr().cast(), data.len()) };
            data = data.get(happened(sent)? as usize..).unwrap_or_default();
        }
        Ok(())
    }

    fn send_hole(&self, length: c_longlong) -> Result<()> {
        // SAFETY: the stream is alive.
        happened(unsafe { virStreamSendHole(self.stream.as_ptr(), length, 0) }).map(drop)
    }

    /// Has the application fill `piece`; what it supplied.
    fn supply<'p>(
        &self,
        piece: &'p mut [u8],
        handler: impl FnOnce(*mut c_char, usize) -> c_int,
    ) -> Result<&'p [u8]> {
        let got = asked("send handler failed", || handler(piece.as_mut_ptr().cast(), piece.len()))?;
        Ok(piece.get(..got as usize).unwrap_or(piece))
    }

    /// Has the application take all of `data`.
    fn hand_over(
        &self,
        mut data: &[u8],
        mut handler: impl FnMut(*const c_char, usize) -> c_int,
    ) -> Result<()> {
        while !data.is_empty() {
            let taken = asked("recv handler failed", || handler(data.as_ptr().cast(), data.len()))?;
            data = data.get(taken as usize..).unwrap_or_default();
        }
        Ok(())
    }
}

/// What a public call on the stream returned, or the error that it left.
fn happened(result: c_int) -> Result<c_int> {
    if result >= 0 {
        return Ok(result);
    }
    let unknown = || error!(Streams, InternalError, "the stream ended without an error");
    Err(last_error::get().unwrap_or_else(unknown))
}

/// Calls a function of the application; when that fails, `errno` says why.
fn asked(failure: &str, call: impl FnOnce() -> c_int) -> Result<c_int> {
    // SAFETY: `errno` is this thread's own.
    unsafe { *libc::__errno_location() = 0 };
    let result = call();
    if result >= 0 {
        return Ok(result);
    }
    // SAFETY: as above.
    let number = match unsafe { *libc::__errno_location() } {
        0 => libc::EIO,
        number => number,
    };
    Err(Error::system(Origin::Streams, failure, &io::Error::from_raw_os_error(number)))
}
