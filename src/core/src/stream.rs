//! Streams: bytes, and holes between them, that flow between a caller and a driver.

use virt_error::Result;

/// A driver's end of a stream.
pub type StreamBox = Box<dyn StreamEnd>;

/// What a read gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// This many bytes; 0 is the end of the stream.
    Data(usize),
    /// The stream is at a hole, which the caller did not ask to see.
    Hole,
    /// Nothing is there, and the stream does not block.
    WouldBlock,
}

/// What a write gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// This many bytes were taken.
    Data(usize),
    /// Nothing could be taken, and the stream does not block.
    WouldBlock,
}

/// What a stream is ready for: bits of `virStreamEventType`.
pub type Readiness = i32;

/// Called with what the stream became ready for, from the event loop's thread.
pub type ReadyCallback = Box<dyn FnMut(Readiness) + Send>;

/// A driver's end of a stream. Every method may be called from any thread; the default says "not supported".
#[allow(unused_variables)]
pub trait StreamEnd: Send + Sync {
    /// Says that the calls on this stream must not wait: they answer `WouldBlock` instead.
    fn do_not_block(&self) {}

    /// Takes bytes from the caller.
    fn send(&self, data: &[u8]) -> Result<Sent> {
        Err(virt_error::Error::unsupported())
    }

    /// Gives bytes to the caller. With `stop_at_hole`, a hole is reported instead of read as zeros.
    fn receive(&self, buffer: &mut [u8], stop_at_hole: bool) -> Result<Received> {
        Err(virt_error::Error::unsupported())
    }

    /// Takes a hole of `length` bytes from the caller.
    fn send_hole(&self, length: i64) -> Result<()> {
        Err(virt_error::Error::unsupported())
    }

    /// The length of the hole that the stream is at.
    fn receive_hole(&self) -> Result<i64> {
        Err(virt_error::Error::unsupported())
    }

    /// Whether the next bytes to be read are data, and how long this section of data or hole is.
    fn in_data(&self) -> Result<(bool, i64)> {
        Err(virt_error::Error::unsupported())
    }

    /// Ends the stream and reports whatever went wrong in it.
    fn finish(&self) -> Result<()>;

    /// Ends the stream in the middle.
    fn abort(&self) -> Result<()>;

    /// Watches the stream for `events`; replaces any earlier watch.
    fn watch(&self, events: Readiness, ready: ReadyCallback) -> Result<()> {
        Err(virt_error::Error::unsupported())
    }

    /// Changes what is watched for.
    fn rewatch(&self, events: Readiness) -> Result<()> {
        Err(virt_error::Error::unsupported())
    }

    /// Ends the watch.
    fn unwatch(&self) -> Result<()> {
        Err(virt_error::Error::unsupported())
    }
}
