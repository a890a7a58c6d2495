//! Streams whose data is in memory: images, and lines to guests.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use virt_core::{
    constants::*,
    event_loop,
    stream::{Readiness, ReadyCallback, Received, Sent, StreamBox, StreamEnd},
};
use virt_error::{Result, bail};

/// A stream that gives `data` and then ends.
pub fn source(data: Vec<u8>) -> StreamBox {
    Memory::boxed(data, false)
}

/// A stream that gives `greeting`, and then back what it takes: a line at whose other end sits an echo.
pub fn echo(greeting: Vec<u8>) -> StreamBox {
    Memory::boxed(greeting, true)
}

/// The most that waits in a stream to be read.
const LIMIT: usize = 1 << 20;

struct Memory(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    data: Vec<u8>,
    /// How much of the data was given.
    place: usize,
    echo: bool,
    blocks: bool,
    ended: bool,
    watch: Option<Watch>,
}

struct Watch {
    timer: i32,
    wanted: Readiness,
    /// Taken out while it runs, so that it may change the watch.
    ready: Option<ReadyCallback>,
}

impl State {
    /// What the stream is ready for now.
    fn readiness(&self) -> Readiness {
        let mut now = 0;
        if !self.echo || self.place < self.data.len() {
            now |= VIR_STREAM_EVENT_READABLE;
        }
        if self.echo && self.data.len() - self.place < LIMIT {
            now |= VIR_STREAM_EVENT_WRITABLE;
        }
        now
    }

    fn timer(&self) -> Option<i32> {
        self.watch.as_ref().map(|watch| watch.timer)
    }
}

/// Makes the event loop look at a stream (0), or leave it alone (-1). The loop may be the application's, so no lock
/// is held meanwhile.
fn set_timer(timer: Option<i32>, milliseconds: i32) {
    if let (Some(timer), Some(event_loop)) = (timer, event_loop::current()) {
        event_loop.update_timeout(timer, milliseconds);
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self) -> Result<MutexGuard<'_, State>> {
        let state = self.state();
        if state.ended {
            bail!(Streams, OperationInvalid, "stream is not open");
        }
        Ok(state)
    }

    /// A round of the event loop: tells the watcher what the stream is ready for, or sleeps until something changes.
    fn look(&self, timer: i32) {
        // Whatever changes from here on wakes the loop again.
        set_timer(Some(timer), -1);
        let mut state = self.state();
        let now = state.readiness();
        let Some(watch) = state.watch.as_mut().filter(|watch| watch.timer == timer) else { return };
        let now = now & watch.wanted;
        if now == 0 {
            return;
        }
        let Some(mut ready) = watch.ready.take() else { return };
        drop(state);
        set_timer(Some(timer), 0);
        ready(now);
        let mut state = self.state();
        if let Some(watch) = state.watch.as_mut().filter(|watch| watch.timer == timer) {
            watch.ready = Some(ready);
        }
    }

    fn end_watch(&self) -> Option<Watch> {
        let watch = self.state().watch.take()?;
        if let Some(event_loop) = event_loop::current() {
            event_loop.remove_timeout(watch.timer);
        }
        Some(watch)
    }
}

impl Memory {
    fn boxed(data: Vec<u8>, echo: bool) -> StreamBox {
        let state = State { data, place: 0, echo, blocks: true, ended: false, watch: None };
        Box::new(Memory(Arc::new(Shared { state: Mutex::new(state), changed: Condvar::new() })))
    }

    fn close(&self) {
        let mut state = self.0.state();
        state.ended = true;
        drop(state);
        self.0.changed.notify_all();
        // Outside the lock, for what it frees may be the application's.
        drop(self.0.end_watch());
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        self.close();
    }
}

impl StreamEnd for Memory {
    fn do_not_block(&self) {
        self.0.state().blocks = false;
    }

    fn send(&self, data: &[u8]) -> Result<Sent> {
        let mut state = self.0.open()?;
        if !state.echo {
            bail!(Streams, OperationInvalid, "this stream is for reading only");
        }
        let given = std::mem::take(&mut state.place);
        state.data.drain(..given);
        let taken = data.len().min(LIMIT.saturating_sub(state.data.len()));
        if taken == 0 && !data.is_empty() {
            // Whoever sends more than anybody reads would wait for themselves.
            return Ok(Sent::WouldBlock);
        }
        state.data.extend(&data[..taken]);
        let timer = state.timer();
        drop(state);
        set_timer(timer, 0);
        self.0.changed.notify_all();
        Ok(Sent::Data(taken))
    }

    fn receive(&self, buffer: &mut [u8], _stop_at_hole: bool) -> Result<Received> {
        let mut state = self.0.open()?;
        while state.echo && state.place == state.data.len() && !buffer.is_empty() {
            if !state.blocks {
                return Ok(Received::WouldBlock);
            }
            state = self.0.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            if state.ended {
                bail!(Streams, OperationInvalid, "stream is not open");
            }
        }
        let left = &state.data[state.place..];
        let given = left.len().min(buffer.len());
        buffer[..given].copy_from_slice(&left[..given]);
        state.place += given;
        Ok(Received::Data(given))
    }

    fn in_data(&self) -> Result<(bool, i64)> {
        let state = self.0.open()?;
        Ok((state.place < state.data.len(), (state.data.len() - state.place) as i64))
    }

    fn finish(&self) -> Result<()> {
        self.close();
        Ok(())
    }

    fn abort(&self) -> Result<()> {
        self.close();
        Ok(())
    }

    fn watch(&self, events: Readiness, ready: ReadyCallback) -> Result<()> {
        let Some(event_loop) = event_loop::current() else {
            bail!(Streams, InternalError, "an event loop is needed to watch a stream");
        };
        drop(self.0.end_watch());
        drop(self.0.open()?);
        let weak = Arc::downgrade(&self.0);
        let look = move |timer| {
            if let Some(shared) = weak.upgrade() {
                shared.look(timer);
            }
        };
        let timer = event_loop.add_timeout(0, Box::new(look));
        if timer < 0 {
            bail!(Streams, InternalError, "the event loop does not take a timer");
        }
        self.0.state().watch = Some(Watch { timer, wanted: events, ready: Some(ready) });
        // The loop may have looked before the watch was there.
        set_timer(Some(timer), 0);
        Ok(())
    }

    fn rewatch(&self, events: Readiness) -> Result<()> {
        let mut state = self.0.open()?;
        let Some(watch) = &mut state.watch else {
            bail!(Streams, InternalError, "stream does not have a callback registered");
        };
        watch.wanted = events;
        let timer = state.timer();
        drop(state);
        set_timer(timer, 0);
        Ok(())
    }

    fn unwatch(&self) -> Result<()> {
        match self.0.end_watch() {
            Some(_) => Ok(()),
            None => bail!(Streams, InternalError, "stream does not have a callback registered"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{thread, time::Duration};

    #[test]
    fn a_reader_waits_for_what_is_sent() {
        let stream = echo(Vec::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(Duration::from_millis(5));
                stream.send(b"x").unwrap();
            });
            let mut buffer = [0; 4];
            assert_eq!(stream.receive(&mut buffer, false).unwrap(), Received::Data(1));
        });
        stream.do_not_block();
        assert_eq!(stream.receive(&mut [0; 4], false).unwrap(), Received::WouldBlock);
    }

    #[test]
    fn a_reader_that_waits_is_let_go_at_the_end() {
        let stream = echo(Vec::new());
        thread::scope(|scope| {
            let reader = scope.spawn(|| stream.receive(&mut [0; 4], false));
            thread::sleep(Duration::from_millis(5));
            stream.abort().unwrap();
            assert!(reader.join().unwrap().is_err());
        });
    }

    #[test]
    fn a_source_takes_nothing_and_ends() {
        let stream = source(b"ab".to_vec());
        assert!(stream.send(b"x").is_err());
        let mut buffer = [0; 4];
        assert_eq!(stream.receive(&mut buffer, false).unwrap(), Received::Data(2));
        assert_eq!(stream.receive(&mut buffer, false).unwrap(), Received::Data(0));
        stream.finish().unwrap();
        assert!(stream.receive(&mut buffer, false).is_err());
    }
}
