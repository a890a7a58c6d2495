//! The client's end of a stream: data that follows a call, in either direction, until one side ends it.
//!
//! Each piece is a message with the serial of the call that opened the stream. Its status says what it is: more
//! (and no bytes for the end of the data), a handshake that ends the stream, or an error.

use crate::{
    client::{Call, Client, Pumped},
    message::{Header, Kind, STREAM_PAYLOAD_MAX, Status, read_error},
    xdr::{Reader, Unpack, pack_one},
};
use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use virt_core::{
    Error, Result,
    constants::{VIR_STREAM_EVENT_READABLE, VIR_STREAM_EVENT_WRITABLE},
    event_loop,
    op::Op,
    stream::{Readiness, ReadyCallback, Received, Sent, StreamBox, StreamEnd},
};
use virt_error::error;

/// A piece that has come in.
pub(crate) enum Packet {
    /// Bytes, and how many of them are taken; none at all is the end of the data.
    Data(Vec<u8>, usize),
    Hole(i64),
    /// The other side has ended the stream as it was asked to.
    Ended,
    Failed(Error),
}

/// What has come in for one stream.
#[derive(Default)]
pub(crate) struct Inbound {
    pub packets: VecDeque<Packet>,
    /// Called when something has come.
    pub ready: Option<Arc<dyn Fn() + Send + Sync>>,
}

impl Inbound {
    pub fn push(&mut self, header: &Header, payload: &[u8]) {
        let packet = if header.status == Status::Error as u32 {
            Packet::Failed(read_error(payload))
        } else if header.is_ok() {
            Packet::Ended
        } else if header.kind() == Some(Kind::StreamHole) {
            match read_hole(payload) {
                Ok(length) => Packet::Hole(length),
                Err(malformed) => Packet::Failed(malformed.into()),
            }
        } else {
            Packet::Data(payload.to_vec(), 0)
        };
        self.packets.push_back(packet);
    }
}

/// Reads the payload of a hole: its length, and flags that are none yet.
pub(crate) fn read_hole(payload: &[u8]) -> std::result::Result<i64, crate::xdr::Malformed> {
    let mut from = Reader::new(payload);
    let length = i64::unpack(&mut from)?;
    u32::unpack(&mut from)?;
    from.end()?;
    if length < 0 { Err(crate::xdr::Malformed::BadValue) } else { Ok(length) }
}

/// Writes the payload of a hole.
pub(crate) fn write_hole(length: i64) -> Vec<u8> {
    let mut payload = pack_one(&length).unwrap_or_default();
    payload.extend_from_slice(&[0; 4]);
    payload
}

impl Client {
    /// Sends a call that opens a stream: the stream, and the call's own result.
    pub fn open_stream<R: for<'a> Unpack<'a>>(
        self: &Arc<Self>,
        op: &Op,
        call: Call,
    ) -> Result<(StreamBox, R)> {
        let serial = call.serial;
        // Data may come right behind the reply.
        self.state().streams.insert(serial, Inbound::default());
        let stream = ClientStream {
            client: self.clone(),
            header: Header::call(op.program, op.number, serial),
            waits: AtomicBool::new(true),
            ended: AtomicBool::new(true),
            watch: Arc::default(),
        };
        let result = self.finish(call)?;
        stream.ended.store(false, Ordering::Release);
        Ok((Box::new(stream), result))
    }
}

struct ClientStream {
    client: Arc<Client>,
    header: Header,
    waits: AtomicBool,
    ended: AtomicBool,
    watch: Arc<Mutex<Watch>>,
}

/// Who wants to know when the stream can be used.
#[derive(Default)]
struct Watch {
    events: Readiness,
    callback: Option<ReadyCallback>,
    timer: Option<i32>,
    /// Changes with each new watch.
    generation: u64,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn closed() -> Error {
    error!(Rpc, OperationFailed, "stream is closed")
}

impl ClientStream {
    /// Gives what has come in to `take` until it takes something. `None`: it would have to wait.
    fn take<R>(&self, waits: bool, mut take: impl FnMut(&mut Inbound) -> Option<R>) -> Result<Option<R>> {
        loop {
            let mut state = self.client.state();
            let inbound = state.streams.get_mut(&self.header.serial).ok_or_else(closed)?;
            if let Some(taken) = take(inbound) {
                return Ok(Some(taken));
            }
            if waits {
                self.client.await_packet(state, self.header.serial)?;
            } else {
                drop(state);
                if self.client.pump() != Pumped::Something {
                    return Ok(None);
                }
            }
        }
    }

    fn waits(&self) -> bool {
        self.waits.load(Ordering::Relaxed)
    }

    fn is_open(&self) -> Result<()> {
        if self.ended.load(Ordering::Acquire) { Err(closed()) } else { Ok(()) }
    }

    /// What went wrong on the other side, if it has said so.
    fn failure(&self) -> Result<()> {
        let state = self.client.state();
        let packets = state.streams.get(&self.header.serial).map(|inbound| &inbound.packets);
        match packets.and_then(|packets| packets.iter().find(|packet| matches!(packet, Packet::Failed(_)))) {
            Some(Packet::Failed(error)) => Err(error.clone()),
            _ => Ok(()),
        }
    }

    /// Ends the stream, and waits until the other side has ended it too.
    fn end(&self, status: Status) -> Result<()> {
        self.is_open()?;
        let outcome = self.failure().and_then(|()| {
            self.client.send_packet(&self.header.packet(Kind::Stream, status), &[])?;
            let answer = self.take(true, |inbound| {
                while let Some(packet) = inbound.packets.pop_front() {
                    match packet {
                        Packet::Ended => return Some(Ok(())),
                        Packet::Failed(error) => return Some(Err(error)),
                        Packet::Data(..) | Packet::Hole(_) => {}
                    }
                }
                None
            })?;
            answer.unwrap_or(Ok(()))
        });
        self.forget();
        outcome
    }

    fn forget(&self) {
        self.ended.store(true, Ordering::Release);
        self.client.state().streams.remove(&self.header.serial);
    }
}

impl StreamEnd for ClientStream {
    fn do_not_block(&self) {
        self.waits.store(false, Ordering::Relaxed);
    }

    fn send(&self, data: &[u8]) -> Result<Sent> {
        self.is_open()?;
        self.failure()?;
        for piece in data.chunks(STREAM_PAYLOAD_MAX) {
            self.client.send_packet(&self.header.packet(Kind::Stream, Status::Continue), piece)?;
        }
        Ok(Sent::Data(data.len()))
    }

    fn receive(&self, buffer: &mut [u8], stop_at_hole: bool) -> Result<Received> {
        self.is_open()?;
        if buffer.is_empty() {
            return Ok(Received::Data(0));
        }
        let taken = self.take(self.waits(), |inbound| {
            let received = match inbound.packets.front_mut()? {
                Packet::Data(data, taken) => {
                    let count = (data.len() - *taken).min(buffer.len());
                    buffer[..count].copy_from_slice(&data[*taken..*taken + count]);
                    *taken += count;
                    // The end of the data stays, for whoever reads on.
                    if *taken < data.len() || data.is_empty() {
                        return Some(Ok(Received::Data(count)));
                    }
                    Received::Data(count)
                }
                Packet::Hole(_) if stop_at_hole => return Some(Ok(Received::Hole)),
                Packet::Hole(length) => {
                    let count = usize::try_from(*length).unwrap_or(usize::MAX).min(buffer.len());
                    buffer[..count].fill(0);
                    *length -= count as i64;
                    if *length > 0 {
                        return Some(Ok(Received::Data(count)));
                    }
                    Received::Data(count)
                }
                Packet::Ended => return Some(Ok(Received::Data(0))),
                Packet::Failed(error) => return Some(Err(error.clone())),
            };
            inbound.packets.pop_front();
            match received {
                // A hole of no length says nothing.
                Received::Data(0) => None,
                received => Some(Ok(received)),
            }
        })?;
        taken.unwrap_or(Ok(Received::WouldBlock))
    }

    fn send_hole(&self, length: i64) -> Result<()> {
        self.is_open()?;
        self.failure()?;
        self.client.send_packet(&self.header.packet(Kind::StreamHole, Status::Continue), &write_hole(length))
    }

    fn receive_hole(&self) -> Result<i64> {
        self.is_open()?;
        let taken = self.take(self.waits(), |inbound| match inbound.packets.front()? {
            Packet::Hole(length) => {
                let length = *length;
                inbound.packets.pop_front();
                Some(Ok(length))
            }
            Packet::Failed(error) => Some(Err(error.clone())),
            Packet::Data(..) | Packet::Ended => Some(Ok(0)),
        })?;
        taken.unwrap_or(Ok(0))
    }

    /// The length of a section of data is not known before it ends.
    fn in_data(&self) -> Result<(bool, i64)> {
        self.is_open()?;
        let taken = self.take(true, |inbound| match inbound.packets.front()? {
            Packet::Hole(length) => Some(Ok((false, *length))),
            Packet::Failed(error) => Some(Err(error.clone())),
            Packet::Data(..) | Packet::Ended => Some(Ok((true, 0))),
        })?;
        taken.unwrap_or(Ok((true, 0)))
    }

    fn finish(&self) -> Result<()> {
        self.end(Status::Ok)
    }

    fn abort(&self) -> Result<()> {
        self.end(Status::Error)
    }

    fn watch(&self, events: Readiness, ready: ReadyCallback) -> Result<()> {
        self.is_open()?;
        let event_loop =
            event_loop::current().ok_or_else(|| error!(Rpc, InternalError, "no event loop is registered"))?;
        self.unwatch()?;
        let (watch, client) = (Arc::downgrade(&self.watch), Arc::downgrade(&self.client));
        let serial = self.header.serial;
        let run = move |_| {
            if let (Some(watch), Some(client)) = (watch.upgrade(), client.upgrade()) {
                run_watch(&watch, &client, serial);
            }
        };
        let timer = event_loop.add_timeout(0, Box::new(run));
        if timer < 0 {
            return Err(error!(Rpc, InternalError, "the event loop does not take a timer"));
        }
        let mut watch = lock(&self.watch);
        watch.generation += 1;
        (watch.events, watch.callback, watch.timer) = (events, Some(ready), Some(timer));
        drop(watch);
        if let Some(inbound) = self.client.state().streams.get_mut(&serial) {
            inbound.ready = Some(Arc::new(move || wake(timer)));
        }
        Ok(())
    }

    fn rewatch(&self, events: Readiness) -> Result<()> {
        let mut watch = lock(&self.watch);
        let timer = watch.timer.ok_or_else(|| error!(Rpc, InternalError, "no stream callback registered"))?;
        watch.events = events;
        drop(watch);
        wake(timer);
        Ok(())
    }

    fn unwatch(&self) -> Result<()> {
        if let Some(inbound) = self.client.state().streams.get_mut(&self.header.serial) {
            inbound.ready = None;
        }
        let mut watch = lock(&self.watch);
        watch.generation += 1;
        let (timer, callback) = (watch.timer.take(), watch.callback.take());
        drop(watch);
        drop(callback);
        if let (Some(timer), Some(event_loop)) = (timer, event_loop::current()) {
            event_loop.remove_timeout(timer);
        }
        Ok(())
    }
}

/// Makes the loop look at a stream.
fn wake(timer: i32) {
    if let Some(event_loop) = event_loop::current() {
        event_loop.update_timeout(timer, 0);
    }
}

/// Tells the watcher what the stream is ready for. Whatever it is ready for it is told of again until that changes,
/// as a poll does.
fn run_watch(watch: &Mutex<Watch>, client: &Client, serial: u32) {
    let readable = client.state().streams.get(&serial).is_some_and(|inbound| !inbound.packets.is_empty());
    let mut ready = VIR_STREAM_EVENT_WRITABLE;
    if readable {
        ready |= VIR_STREAM_EVENT_READABLE;
    }
    let mut held = lock(watch);
    ready &= held.events;
    let (timer, generation) = (held.timer, held.generation);
    if ready == 0 {
        if let (Some(timer), Some(event_loop)) = (timer, event_loop::current()) {
            event_loop.update_timeout(timer, -1);
            // Something may have come while the timer was being stopped.
            let came = client.state().streams.get(&serial).is_some_and(|inbound| !inbound.packets.is_empty());
            if came && !readable {
                event_loop.update_timeout(timer, 0);
            }
        }
        return;
    }
    let Some(mut callback) = held.callback.take() else { return };
    drop(held);
    callback(ready);
    let mut held = lock(watch);
    if held.generation == generation {
        held.callback = Some(callback);
    }
}

impl Drop for ClientStream {
    fn drop(&mut self) {
        let _ = self.unwatch();
        if !self.ended.load(Ordering::Acquire) {
            // Nobody is left who would hear that this failed.
            let _ = self.client.send_packet(&self.header.packet(Kind::Stream, Status::Error), &[]);
        }
        self.forget();
    }
}
