//! The client's side of a socket, for any number of threads at once and with no thread of its own.
//!
//! One of the callers reads the socket, and hands the others their replies; when its own has come, another takes
//! over. A thread that is alone with its call makes two system calls: one sends, one receives.

use crate::{
    message::{self, Envelope, Header, Inbox, Kind, keepalive},
    stream::Inbound,
    xdr::{Unpack, Writer, unpack_all},
};
use nix::{
    errno::Errno,
    poll::{PollFd, PollFlags, PollTimeout, poll},
    sys::socket::{MsgFlags, recv, send},
};
use std::{
    collections::HashMap,
    net::Shutdown,
    os::{
        fd::{AsFd, AsRawFd, BorrowedFd},
        unix::net::UnixStream,
    },
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU32, AtomicU64, Ordering},
    },
};
use virt_core::{
    Error, Origin, Result,
    constants::{
        VIR_CONNECT_CLOSE_REASON_CLIENT, VIR_CONNECT_CLOSE_REASON_EOF, VIR_CONNECT_CLOSE_REASON_ERROR,
    },
    op::Op,
};
use virt_error::error;

/// Takes what the server sends of its own accord. Called on whatever thread reads; must not block, nor call the
/// server.
pub trait Receiver: Send + Sync {
    /// A message that answers no call.
    fn message(&self, header: &Header, payload: &[u8]);

    /// The connection is lost; `reason` is a `virConnectCloseReason`. Called at most once, and not when this side
    /// simply closes.
    fn closed(&self, reason: i32);
}

/// A connected socket and the calls that run over it.
pub struct Client {
    socket: UnixStream,
    receiver: Box<dyn Receiver>,
    serial: AtomicU32,
    state: Mutex<State>,
    inbox: Mutex<Inbox>,
    spare: Mutex<Vec<Vec<u8>>>,
    /// Messages that have come in, whatever they were.
    received: AtomicU64,
}

#[derive(Default)]
pub(crate) struct State {
    /// Bytes that the thread that is sending takes along.
    outgoing: Vec<u8>,
    sending: bool,
    /// Somebody reads the socket.
    reading: bool,
    waiters: Vec<Arc<Waiter>>,
    /// What has come for each open stream, by the serial of the call that opened it.
    pub(crate) streams: HashMap<u32, Inbound>,
    pub(crate) closed: bool,
}

/// A thread that waits for the reply that somebody else reads.
struct Waiter {
    serial: u32,
    slot: Mutex<Slot>,
    ready: Condvar,
}

enum Slot {
    Waiting,
    Reply(Vec<u8>),
    /// Something has come for the stream.
    Packet,
    /// This thread reads from now on.
    Lead,
    Failed(Error),
}

/// What a thread that reads waits for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    Reply(u32),
    Packet(u32),
}

/// A call whose arguments are being written.
pub struct Call {
    pub(crate) serial: u32,
    envelope: Envelope,
    to: Writer,
}

impl Call {
    /// Where the arguments go.
    #[inline]
    pub fn arguments(&mut self) -> &mut Writer {
        &mut self.to
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Buffers up to this size are used again.
const SPARE_MAX: usize = 65_536;

impl Client {
    pub fn new(socket: UnixStream, receiver: Box<dyn Receiver>) -> Client {
        Client {
            socket,
            receiver,
            serial: AtomicU32::new(0),
            state: Mutex::default(),
            inbox: Mutex::default(),
            spare: Mutex::default(),
            received: AtomicU64::new(0),
        }
    }

    /// Begins a call: its arguments are written next.
    pub fn begin(&self, op: &Op) -> Call {
        let serial = self.serial.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        let mut to = Writer::after(lock(&self.spare).pop().unwrap_or_default());
        let envelope = Envelope::begin(&Header::call(op.program, op.number, serial), &mut to);
        Call { serial, envelope, to }
    }

    /// Sends the call and waits for its result.
    pub fn finish<R: for<'a> Unpack<'a>>(&self, call: Call) -> Result<R> {
        let reply = self.exchange(call)?;
        let (_, payload) = message::parse(&reply)?;
        let result = unpack_all(payload);
        self.keep(reply);
        Ok(result?)
    }

    /// The whole reply to a call that went well.
    fn exchange(&self, call: Call) -> Result<Vec<u8>> {
        let Call { serial, envelope, mut to } = call;
        envelope.end(&mut to)?;
        let bytes = std::mem::take(to.bytes_mut());

        let mut state = lock(&self.state);
        if state.closed {
            return Err(closed());
        }
        let waiter = if state.reading {
            let waiter = Arc::new(Waiter { serial, slot: Mutex::new(Slot::Waiting), ready: Condvar::new() });
            state.waiters.push(waiter.clone());
            Some(waiter)
        } else {
            state.reading = true;
            None
        };
        let sent = self.send(state, &bytes, waiter.is_none());
        self.keep(bytes);
        if let Err(error) = sent {
            // Whoever waits is told by this, this thread too.
            let error = self.lost(VIR_CONNECT_CLOSE_REASON_ERROR, &error);
            if waiter.is_none() {
                return Err(error);
            }
        }

        let reply = match waiter {
            None => self.lead(Until::Reply(serial))?,
            Some(waiter) => match waiter.wait() {
                Slot::Reply(reply) => reply,
                Slot::Failed(error) => return Err(error),
                _ => self.lead(Until::Reply(serial))?,
            },
        };
        let (header, payload) = message::parse(&reply)?;
        if header.is_ok() { Ok(reply) } else { Err(message::read_error(payload)) }
    }

    /// Sends bytes, or leaves them to the thread that is sending.
    fn send(&self, mut state: MutexGuard<'_, State>, bytes: &[u8], leading: bool) -> Result<()> {
        if state.sending {
            state.outgoing.extend_from_slice(bytes);
            return Ok(());
        }
        state.sending = true;
        drop(state);
        let mut outcome = self.send_all(bytes, leading);
        loop {
            let mut state = lock(&self.state);
            if outcome.is_err() || state.outgoing.is_empty() {
                state.sending = false;
                return outcome;
            }
            let more = std::mem::take(&mut state.outgoing);
            drop(state);
            outcome = self.send_all(&more, leading);
        }
    }

    /// Sends all of `bytes`. Whoever leads goes on reading meanwhile, so that two full sockets cannot wait for
    /// each other.
    fn send_all(&self, bytes: &[u8], leading: bool) -> Result<()> {
        let mut sent = 0;
        while sent < bytes.len() {
            let flags = MsgFlags::MSG_DONTWAIT | MsgFlags::MSG_NOSIGNAL;
            match send(self.socket.as_raw_fd(), &bytes[sent..], flags) {
                Ok(count) => sent += count,
                Err(Errno::EINTR) => {}
                Err(Errno::EAGAIN) => {
                    let wanted =
                        if leading { PollFlags::POLLIN | PollFlags::POLLOUT } else { PollFlags::POLLOUT };
                    let mut fds = [PollFd::new(self.socket.as_fd(), wanted)];
                    let _ = poll(&mut fds, PollTimeout::NONE);
                    let found = fds[0].revents().unwrap_or(PollFlags::empty());
                    if leading && found.contains(PollFlags::POLLIN) {
                        self.fill(&mut lock(&self.inbox), false)?;
                    }
                }
                Err(errno) => return Err(Error::system(Origin::Rpc, "Cannot write data", &errno.into())),
            }
        }
        Ok(())
    }

    /// Reads the socket until the reply has come, or something for the stream, for which there is nothing to return.
    fn lead(&self, until: Until) -> Result<Vec<u8>> {
        let own = match until {
            Until::Reply(serial) => Some(serial),
            Until::Packet(_) => None,
        };
        let mut inbox = lock(&self.inbox);
        let mut reply = None;
        loop {
            match self.sort(&mut inbox, own, &mut reply) {
                Ok(()) => match until {
                    Until::Reply(_) if reply.is_some() => break,
                    Until::Packet(serial) if self.has_packet(serial) => {
                        reply = Some(Vec::new());
                        break;
                    }
                    _ => {}
                },
                Err(error) => return Err(self.lost(VIR_CONNECT_CLOSE_REASON_ERROR, &error)),
            }
            match self.fill(&mut inbox, true) {
                Ok(Filled::End) => return Err(self.lost(VIR_CONNECT_CLOSE_REASON_EOF, &end_of_file())),
                Ok(_) => {}
                Err(error) => return Err(self.lost(VIR_CONNECT_CLOSE_REASON_ERROR, &error)),
            }
        }
        drop(inbox);
        self.pass_on();
        reply.ok_or_else(closed)
    }

    /// Takes whatever has come in, without waiting, when no caller reads anyway. What came of it.
    pub fn pump(&self) -> Pumped {
        {
            let mut state = lock(&self.state);
            if state.closed {
                return Pumped::Closed;
            }
            if state.reading {
                return Pumped::Elsewhere;
            }
            state.reading = true;
        }
        let mut inbox = lock(&self.inbox);
        let mut found = Pumped::Nothing;
        let lost = loop {
            match self.fill(&mut inbox, false) {
                Ok(Filled::Bytes { all }) => {
                    found = Pumped::Something;
                    match self.sort(&mut inbox, None, &mut None) {
                        Ok(()) if all => break None,
                        Ok(()) => {}
                        Err(error) => break Some((VIR_CONNECT_CLOSE_REASON_ERROR, error)),
                    }
                }
                Ok(Filled::Nothing) => break None,
                Ok(Filled::End) => break Some((VIR_CONNECT_CLOSE_REASON_EOF, end_of_file())),
                Err(error) => break Some((VIR_CONNECT_CLOSE_REASON_ERROR, error)),
            }
        };
        drop(inbox);
        match lost {
            Some((reason, error)) => {
                self.lost(reason, &error);
                Pumped::Closed
            }
            None => {
                self.pass_on();
                found
            }
        }
    }

    /// Deals out every whole message that is here.
    fn sort(&self, inbox: &mut Inbox, own: Option<u32>, reply: &mut Option<Vec<u8>>) -> Result<()> {
        while let Some(bytes) = inbox.next_message()? {
            let (header, payload) = message::parse(bytes)?;
            self.received.fetch_add(1, Ordering::Relaxed);
            match header.kind() {
                Some(Kind::Reply | Kind::ReplyWithFds) => {
                    if own == Some(header.serial) && reply.is_none() {
                        *reply = Some(self.copy(bytes));
                    } else {
                        self.hand_over(header.serial, bytes);
                    }
                }
                Some(Kind::Message) if header.is_keepalive() => {
                    if header.procedure == keepalive::PING {
                        self.send_keepalive(keepalive::PONG);
                    }
                }
                Some(Kind::Message) => self.receiver.message(&header, payload),
                Some(Kind::Stream | Kind::StreamHole) => self.packet(&header, payload),
                Some(Kind::Call | Kind::CallWithFds) | None => {
                    return Err(error!(
                        Rpc,
                        Rpc,
                        "got unexpected RPC call prog {} vers {} proc {} type {}",
                        header.program,
                        header.version,
                        header.procedure,
                        header.kind
                    ));
                }
            }
        }
        Ok(())
    }

    /// Gives a reply to the thread that waits for it.
    fn hand_over(&self, serial: u32, bytes: &[u8]) {
        let waiter = {
            let mut state = lock(&self.state);
            let index = state.waiters.iter().position(|waiter| waiter.serial == serial);
            index.map(|index| state.waiters.swap_remove(index))
        };
        match waiter {
            Some(waiter) => waiter.wake(Slot::Reply(self.copy(bytes))),
            None => log::warn!("a reply that nobody waits for: serial {serial}"),
        }
    }

    /// Keeps what has come for a stream, and wakes whoever waits for it.
    fn packet(&self, header: &Header, payload: &[u8]) {
        let mut state = lock(&self.state);
        let Some(inbound) = state.streams.get_mut(&header.serial) else {
            log::debug!("data of a stream that has ended: procedure {}", header.procedure);
            return;
        };
        inbound.push(header, payload);
        let ready = inbound.ready.clone();
        let is_its = |waiter: &Arc<Waiter>| waiter.serial == header.serial;
        let (woken, waiters) = std::mem::take(&mut state.waiters).into_iter().partition(is_its);
        state.waiters = waiters;
        drop(state);
        let woken: Vec<Arc<Waiter>> = woken;
        woken.iter().for_each(|waiter| waiter.wake(Slot::Packet));
        if let Some(ready) = ready {
            ready();
        }
    }

    fn has_packet(&self, serial: u32) -> bool {
        // A stream that has ended meanwhile is nothing to wait for.
        lock(&self.state).streams.get(&serial).is_none_or(|inbound| !inbound.packets.is_empty())
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// Waits until something has come for the stream. `state` says that nothing has.
    pub(crate) fn await_packet(&self, mut state: MutexGuard<'_, State>, serial: u32) -> Result<()> {
        if state.closed {
            return Err(closed());
        }
        if state.reading {
            let waiter = Arc::new(Waiter { serial, slot: Mutex::new(Slot::Waiting), ready: Condvar::new() });
            state.waiters.push(waiter.clone());
            drop(state);
            match waiter.wait() {
                Slot::Failed(error) => return Err(error),
                Slot::Lead => {}
                _ => return Ok(()),
            }
        } else {
            state.reading = true;
            drop(state);
        }
        self.lead(Until::Packet(serial)).map(drop)
    }

    /// Sends a packet of a stream.
    pub(crate) fn send_packet(&self, header: &Header, payload: &[u8]) -> Result<()> {
        let mut to = Writer::after(lock(&self.spare).pop().unwrap_or_default());
        let envelope = Envelope::begin(header, &mut to);
        to.bytes_mut().extend_from_slice(payload);
        envelope.end(&mut to)?;
        let state = lock(&self.state);
        if state.closed {
            return Err(closed());
        }
        let sent = self.send(state, to.bytes(), false);
        self.keep(std::mem::take(to.bytes_mut()));
        sent.map_err(|error| self.lost(VIR_CONNECT_CLOSE_REASON_ERROR, &error))
    }

    /// Lets another thread read, if one waits.
    fn pass_on(&self) {
        let next = {
            let mut state = lock(&self.state);
            if state.waiters.is_empty() {
                state.reading = false;
                return;
            }
            state.waiters.remove(0)
        };
        next.wake(Slot::Lead);
    }

    /// Ends everything that runs over the socket; the error for the caller.
    #[cold]
    fn lost(&self, reason: i32, error: &Error) -> Error {
        let waiters = {
            let mut state = lock(&self.state);
            state.reading = false;
            if std::mem::replace(&mut state.closed, true) {
                return error.clone();
            }
            std::mem::take(&mut state.waiters)
        };
        let _ = self.socket.shutdown(Shutdown::Both);
        for waiter in waiters {
            waiter.wake(Slot::Failed(error.clone()));
        }
        if reason != VIR_CONNECT_CLOSE_REASON_CLIENT {
            self.receiver.closed(reason);
        }
        error.clone()
    }

    /// Ends the connection from this side; `reason` is a `virConnectCloseReason`.
    pub fn close(&self, reason: i32) {
        self.lost(reason, &closed());
    }

    pub fn is_open(&self) -> bool {
        !lock(&self.state).closed
    }

    /// Sends a ping, or the answer to one.
    pub fn send_keepalive(&self, procedure: i32) {
        let mut to = Writer::default();
        if message::write(&Header::keepalive(procedure), &(), &mut to).is_ok() {
            // A socket that fails here fails for the next reader too, who reports it.
            let _ = self.send(lock(&self.state), to.bytes(), false);
        }
    }

    /// How many messages have come in so far.
    pub fn received(&self) -> u64 {
        self.received.load(Ordering::Relaxed)
    }

    pub fn socket(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }

    fn fill(&self, inbox: &mut Inbox, wait: bool) -> Result<Filled> {
        let flags = if wait { MsgFlags::empty() } else { MsgFlags::MSG_DONTWAIT };
        loop {
            let room = inbox.room();
            let size = room.len();
            match recv(self.socket.as_raw_fd(), room, flags) {
                Ok(0) => return Ok(Filled::End),
                Ok(count) => {
                    inbox.filled(count);
                    return Ok(Filled::Bytes { all: count < size });
                }
                Err(Errno::EINTR) => {}
                Err(Errno::EAGAIN) => return Ok(Filled::Nothing),
                Err(errno) => return Err(Error::system(Origin::Rpc, "Cannot recv data", &errno.into())),
            }
        }
    }

    fn copy(&self, bytes: &[u8]) -> Vec<u8> {
        let mut copy = lock(&self.spare).pop().unwrap_or_default();
        copy.extend_from_slice(bytes);
        copy
    }

    /// Keeps a buffer for the next call.
    fn keep(&self, mut buffer: Vec<u8>) {
        if buffer.capacity() <= SPARE_MAX {
            buffer.clear();
            let mut spare = lock(&self.spare);
            if spare.len() < 16 {
                spare.push(buffer);
            }
        }
    }
}

impl Waiter {
    fn wait(&self) -> Slot {
        let mut slot = lock(&self.slot);
        loop {
            match std::mem::replace(&mut *slot, Slot::Waiting) {
                Slot::Waiting => slot = self.ready.wait(slot).unwrap_or_else(PoisonError::into_inner),
                outcome => return outcome,
            }
        }
    }

    fn wake(&self, with: Slot) {
        *lock(&self.slot) = with;
        self.ready.notify_one();
    }
}

/// What a read gave.
enum Filled {
    /// `all`: there was room for more.
    Bytes {
        all: bool,
    },
    Nothing,
    End,
}

/// What [`Client::pump`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pumped {
    Something,
    Nothing,
    /// A caller reads.
    Elsewhere,
    Closed,
}

#[cold]
fn closed() -> Error {
    error!(Rpc, InternalError, "client socket is closed")
}

#[cold]
fn end_of_file() -> Error {
    let cause = std::io::Error::from_raw_os_error(Errno::EIO as i32);
    Error::system(Origin::Rpc, "End of file while reading data", &cause)
}
