//! Streams whose data is in memory.

use std::sync::{Mutex, PoisonError};
use virt_core::{
    constants::*,
    stream::{Readiness, ReadyCallback, Received, Sent, StreamBox, StreamEnd},
};
use virt_error::{Result, bail};

/// A stream that gives `data` and then ends.
pub fn source(data: Vec<u8>) -> StreamBox {
    Box::new(Memory { state: Mutex::new(State { data, place: 0, echo: false, ended: false }) })
}

/// A stream that gives back what it takes: the other end of a line that nobody listens on.
pub fn echo(greeting: Vec<u8>) -> StreamBox {
    Box::new(Memory { state: Mutex::new(State { data: greeting, place: 0, echo: true, ended: false }) })
}

/// The most that waits in a stream to be read.
const LIMIT: usize = 1 << 20;

struct Memory {
    state: Mutex<State>,
}

struct State {
    data: Vec<u8>,
    /// How much of the data was given.
    place: usize,
    echo: bool,
    ended: bool,
}

impl Memory {
    fn with<R>(&self, act: impl FnOnce(&mut State) -> Result<R>) -> Result<R> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.ended {
            bail!(Streams, OperationInvalid, "stream is not open");
        }
        act(&mut state)
    }
}

impl StreamEnd for Memory {
    fn send(&self, data: &[u8]) -> Result<Sent> {
        self.with(|state| {
            if !state.echo {
                bail!(Streams, OperationInvalid, "this stream is for reading only");
            }
            let place = std::mem::take(&mut state.place);
            state.data.drain(..place);
            let taken = data.len().min(LIMIT.saturating_sub(state.data.len()));
            if taken == 0 && !data.is_empty() {
                return Ok(Sent::WouldBlock);
            }
            state.data.extend(&data[..taken]);
            Ok(Sent::Data(taken))
        })
    }

    fn receive(&self, buffer: &mut [u8], _stop_at_hole: bool) -> Result<Received> {
        self.with(|state| {
            let left = &state.data[state.place..];
            let given = left.len().min(buffer.len());
            if given == 0 && state.echo && !buffer.is_empty() {
                return Ok(Received::WouldBlock);
            }
            buffer[..given].copy_from_slice(&left[..given]);
            state.place += given;
            Ok(Received::Data(given))
        })
    }

    fn in_data(&self) -> Result<(bool, i64)> {
        self.with(|state| Ok((state.place < state.data.len(), (state.data.len() - state.place) as i64)))
    }

    fn finish(&self) -> Result<()> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).ended = true;
        Ok(())
    }

    fn abort(&self) -> Result<()> {
        self.finish()
    }

    /// What is in memory is always ready, so the watcher is told at once.
    fn watch(&self, events: Readiness, mut ready: ReadyCallback) -> Result<()> {
        let readable = self.with(|state| Ok(!state.echo || state.place < state.data.len()))?;
        let mut now = events & VIR_STREAM_EVENT_WRITABLE;
        if readable {
            now |= events & VIR_STREAM_EVENT_READABLE;
        }
        if now != 0 {
            ready(now);
        }
        Ok(())
    }

    fn rewatch(&self, _events: Readiness) -> Result<()> {
        Ok(())
    }

    fn unwatch(&self) -> Result<()> {
        Ok(())
    }
}
