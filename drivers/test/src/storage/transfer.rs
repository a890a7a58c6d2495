//! Streams that carry what is in a volume.

use super::Data;
use std::{
    io,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI32, Ordering},
    },
};
use virt_core::{
    constants::*,
    event_loop,
    stream::{Readiness, ReadyCallback, Received, Sent, StreamEnd},
};
use virt_error::{Error, Origin, Result, bail};

/// Called when a stream has ended well, with nothing locked.
pub type Finished = Box<dyn FnOnce() + Send>;

/// One end of a transfer. The other end is the volume's data itself, so nothing ever waits.
pub struct Transfer {
    data: Arc<Mutex<Data>>,
    /// The caller sends; otherwise it receives.
    sends: bool,
    /// Holes are told apart from data.
    sparse: bool,
    state: Mutex<State>,
    watch: Mutex<Option<Watch>>,
}

struct State {
    place: u64,
    /// Where the transfer ends.
    end: u64,
    open: bool,
    finished: Option<Finished>,
}

struct Watch {
    timer: i32,
    events: Arc<AtomicI32>,
}

impl Transfer {
    pub fn new(
        data: Arc<Mutex<Data>>,
        (place, end): (u64, u64),
        (sends, sparse): (bool, bool),
        finished: Option<Finished>,
    ) -> Transfer {
        let state = Mutex::new(State { place, end, open: true, finished });
        Transfer { data, sends, sparse, state, watch: Mutex::new(None) }
    }

    fn state(&self) -> Result<MutexGuard<'_, State>> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if !state.open {
            bail!(Streams, OperationInvalid, "stream is not open");
        }
        Ok(state)
    }

    fn data(&self) -> MutexGuard<'_, Data> {
        self.data.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn check_direction(&self, sends: bool) -> Result<()> {
        match (sends, self.sends) {
            (true, false) => bail!(Streams, OperationInvalid, "stream is not open for writing"),
            (false, true) => bail!(Streams, OperationInvalid, "stream is not open for reading"),
            _ => Ok(()),
        }
    }

    /// Ends the stream; what is to be done after a good end.
    fn close(&self) -> Option<Finished> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.open = false;
        let finished = state.finished.take();
        drop(state);
        self.end_watch();
        finished
    }

    fn end_watch(&self) {
        let watch = self.watch.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let (Some(watch), Some(event_loop)) = (watch, event_loop::current()) {
            event_loop.remove_timeout(watch.timer);
        }
    }
}

/// There is no room behind the end of a transfer.
fn no_room() -> Error {
    Error::system(Origin::Streams, "cannot write to stream", &io::Error::from_raw_os_error(28))
}

impl StreamEnd for Transfer {
    fn send(&self, bytes: &[u8]) -> Result<Sent> {
        self.check_direction(true)?;
        let mut state = self.state()?;
        let room = usize::try_from(state.end - state.place).unwrap_or(usize::MAX);
        let taken = bytes.len().min(room);
        if taken == 0 && !bytes.is_empty() {
            return Err(no_room());
        }
        self.data().write(state.place, &bytes[..taken]);
        state.place += taken as u64;
        Ok(Sent::Data(taken))
    }

    fn receive(&self, buffer: &mut [u8], stop_at_hole: bool) -> Result<Received> {
        self.check_direction(false)?;
        let mut state = self.state()?;
        let data = self.data();
        let left = state.end - state.place;
        let mut most = left.min(buffer.len() as u64);
        if self.sparse && left > 0 {
            let (is_data, length) = data.section(state.place, state.end);
            if !is_data {
                if stop_at_hole {
                    return Ok(Received::Hole);
                }
            } else if stop_at_hole {
                most = most.min(length);
            }
        }
        let given = most as usize;
        data.read(state.place, &mut buffer[..given]);
        state.place += most;
        Ok(Received::Data(given))
    }

    fn send_hole(&self, length: i64) -> Result<()> {
        self.check_direction(true)?;
        let mut state = self.state()?;
        let length = u64::try_from(length).unwrap_or(0);
        if length > state.end - state.place {
            return Err(no_room());
        }
        self.data().punch(state.place, length);
        state.place += length;
        Ok(())
    }

    fn receive_hole(&self) -> Result<i64> {
        self.check_direction(false)?;
        let mut state = self.state()?;
        let (data, length) = self.data().section(state.place, state.end);
        if data {
            return Ok(0);
        }
        state.place += length;
        Ok(i64::try_from(length).unwrap_or(i64::MAX))
    }

    fn in_data(&self) -> Result<(bool, i64)> {
        let state = self.state()?;
        let (data, length) = self.data().section(state.place, state.end);
        Ok((data, i64::try_from(length).unwrap_or(i64::MAX)))
    }

    fn finish(&self) -> Result<()> {
        if let Some(finished) = self.close() {
            finished();
        }
        Ok(())
    }

    fn abort(&self) -> Result<()> {
        self.close();
        Ok(())
    }

    /// A volume is always ready, so the watcher is called in every round of the event loop.
    fn watch(&self, events: Readiness, ready: ReadyCallback) -> Result<()> {
        let Some(event_loop) = event_loop::current() else {
            bail!(Streams, InternalError, "an event loop is needed to watch a stream");
        };
        self.end_watch();
        let wanted = Arc::new(AtomicI32::new(events));
        let possible = if self.sends { VIR_STREAM_EVENT_WRITABLE } else { VIR_STREAM_EVENT_READABLE };
        let asked = wanted.clone();
        let ready = Mutex::new(ready);
        let call = move |_| {
            let now = asked.load(Ordering::Relaxed) & possible;
            // A callback that runs the loop itself is not called again from within.
            if let (true, Ok(mut ready)) = (now != 0, ready.try_lock()) {
                ready(now);
            }
        };
        let pause = if events & possible != 0 { 0 } else { -1 };
        let timer = event_loop.add_timeout(pause, Box::new(call));
        if timer < 0 {
            bail!(Streams, InternalError, "unable to watch the stream");
        }
        *self.watch.lock().unwrap_or_else(PoisonError::into_inner) = Some(Watch { timer, events: wanted });
        Ok(())
    }

    fn rewatch(&self, events: Readiness) -> Result<()> {
        let watch = self.watch.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(watch) = &*watch else {
            bail!(Streams, InternalError, "stream does not have a callback registered");
        };
        watch.events.store(events, Ordering::Relaxed);
        let possible = if self.sends { VIR_STREAM_EVENT_WRITABLE } else { VIR_STREAM_EVENT_READABLE };
        if let Some(event_loop) = event_loop::current() {
            event_loop.update_timeout(watch.timer, if events & possible != 0 { 0 } else { -1 });
        }
        Ok(())
    }

    fn unwatch(&self) -> Result<()> {
        if self.watch.lock().unwrap_or_else(PoisonError::into_inner).is_none() {
            bail!(Streams, InternalError, "stream does not have a callback registered");
        }
        self.end_watch();
        Ok(())
    }
}

impl Drop for Transfer {
    fn drop(&mut self) {
        self.end_watch();
    }
}
