//! One client's socket: what came in and is not served, what is to go out and is not taken, and whose turn it is
//! to read.

use super::session::{Outlet, Service, Session};
use crate::message::Inbox;
use nix::{
    errno::Errno,
    sys::{
        epoll::{Epoll, EpollEvent, EpollFlags},
        socket::{MsgFlags, recv, send},
    },
};
use std::{
    collections::VecDeque,
    net::Shutdown,
    os::{fd::AsRawFd, unix::net::UnixStream},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, AtomicIsize, AtomicU64, Ordering},
    },
};

/// More than this waiting to be taken by a client, and nothing more is read from it.
const OUTGOING_PAUSE: usize = 262_144;
/// More than this, which only events can bring about, and the client is let go.
const OUTGOING_MAX: usize = 67_108_864;

pub(super) struct Peer {
    pub id: u64,
    pub socket: UnixStream,
    pub session: Session,
    pub inbox: Mutex<Inbox>,
    outgoing: Mutex<Outgoing>,
    /// Rung when the client has taken what waited for it, or is gone.
    taken: Condvar,
    /// Odd while the worker whose turn it is executes a call, even while it reads. Whoever changes an odd value
    /// to a higher one ends that worker's turn.
    turn: AtomicU64,
    /// What `turn` was when the supervisor last looked.
    seen: AtomicU64,
    /// Calls that are executed outside of the turn, because they took long. For an instant it can be one too few.
    pub aside: AtomicIsize,
    /// Calls beyond the limit of those that a client may have running.
    pub backlog: Mutex<VecDeque<Vec<u8>>>,
    ended: AtomicBool,
}

/// What a client has not taken.
struct Outgoing {
    bytes: Vec<u8>,
    taken: usize,
    /// Where the supervisor waits until the client takes more.
    writers: Arc<Epoll>,
    /// Nothing is read from the client until it has taken what waits.
    paused: bool,
}

/// What came from a socket.
pub(super) enum Came {
    Bytes,
    Nothing,
    End,
}

impl Peer {
    pub fn new(id: u64, socket: UnixStream, service: Arc<dyn Service>, writers: Arc<Epoll>) -> Arc<Peer> {
        Arc::new_cyclic(|peer: &Weak<Peer>| Peer {
            id,
            socket,
            session: Session::new(service, Arc::new(PeerOutlet(peer.clone()))),
            inbox: Mutex::default(),
            outgoing: Mutex::new(Outgoing { bytes: Vec::new(), taken: 0, writers, paused: false }),
            taken: Condvar::new(),
            turn: AtomicU64::new(0),
            seen: AtomicU64::new(0),
            aside: AtomicIsize::new(0),
            backlog: Mutex::default(),
            ended: AtomicBool::new(false),
        })
    }

    /// Reads what the socket has, waiting for it as long as the socket's own timeout says if `wait`.
    pub fn fill(&self, inbox: &mut Inbox, wait: bool) -> Came {
        let flags = if wait { MsgFlags::empty() } else { MsgFlags::MSG_DONTWAIT };
        loop {
            match recv(self.socket.as_raw_fd(), inbox.room(), flags) {
                Ok(0) => return Came::End,
                Ok(count) => {
                    inbox.filled(count);
                    return Came::Bytes;
                }
                Err(Errno::EINTR) => {}
                Err(Errno::EAGAIN) => return Came::Nothing,
                Err(_) => return Came::End,
            }
        }
    }

    /// The worker whose turn it is begins to execute; the ticket that [`Peer::resume`] takes.
    pub fn execute(&self) -> u64 {
        let ticket = self.turn.load(Ordering::Relaxed) | 1;
        self.turn.store(ticket, Ordering::Release);
        ticket
    }

    /// Whether it is still the turn of the worker with this ticket, which now reads on.
    pub fn resume(&self, ticket: u64) -> bool {
        self.turn.compare_exchange(ticket, ticket + 1, Ordering::AcqRel, Ordering::Relaxed).is_ok()
    }

    /// Ends the turn of a worker that has executed the same call since the last time this was asked.
    pub fn take_turn(&self) -> bool {
        let turn = self.turn.load(Ordering::Acquire);
        let before = self.seen.swap(turn, Ordering::Relaxed);
        turn % 2 == 1 && turn == before && self.resume(turn)
    }

    /// Hands bytes to the client, or keeps them for it. `more`: an answer follows at once, so that this one can
    /// wait for it.
    pub fn send(&self, bytes: &[u8], more: bool) {
        let mut outgoing = self.outgoing();
        if outgoing.bytes.is_empty() && !more {
            let sent = outgoing.try_send(self, bytes);
            outgoing.keep(self, &bytes[sent..]);
        } else {
            outgoing.bytes.extend_from_slice(bytes);
            if !more {
                outgoing.flush(self);
            }
        }
        if outgoing.waiting() > OUTGOING_MAX {
            log::warn!("client {} does not read its events: closing it", self.id);
            self.hang_up();
        }
    }

    /// Waits until little is kept for the client, and then sends. `false`: the client is gone.
    fn send_when_taken(&self, bytes: &[u8]) -> bool {
        let mut outgoing = self.outgoing();
        while outgoing.waiting() > OUTGOING_PAUSE && !self.ended.load(Ordering::Acquire) {
            outgoing = self.taken.wait(outgoing).unwrap_or_else(PoisonError::into_inner);
        }
        drop(outgoing);
        self.send(bytes, false);
        !self.ended.load(Ordering::Acquire)
    }

    /// Hands over what is kept.
    pub fn flush(&self) {
        self.outgoing().flush(self);
    }

    /// Whether the client has to take what waits for it before anything more is read. It is then read on by the
    /// worker that [`Peer::drained`] calls for.
    pub fn pause(&self) -> bool {
        let mut outgoing = self.outgoing();
        if outgoing.waiting() > OUTGOING_PAUSE {
            outgoing.flush(self);
        }
        outgoing.paused = outgoing.waiting() > OUTGOING_PAUSE;
        outgoing.paused
    }

    /// Hands over more, now that the client takes it. Whether reading from it was waiting for that.
    pub fn drained(&self) -> bool {
        let mut outgoing = self.outgoing();
        outgoing.flush(self);
        let little = outgoing.waiting() <= OUTGOING_PAUSE;
        if little {
            self.taken.notify_all();
        }
        little && std::mem::take(&mut outgoing.paused)
    }

    /// Ends the connection; whoever reads from it sees the end.
    pub fn hang_up(&self) {
        let _ = self.socket.shutdown(Shutdown::Both);
    }

    /// Ends the session, once.
    pub fn end(&self) {
        if !self.ended.swap(true, Ordering::AcqRel) {
            self.hang_up();
            // Under the lock, so that nobody starts to wait just after the bell.
            let outgoing = self.outgoing();
            self.taken.notify_all();
            drop(outgoing);
            self.session.end();
        }
    }

    pub fn inbox(&self) -> MutexGuard<'_, Inbox> {
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn backlog(&self) -> MutexGuard<'_, VecDeque<Vec<u8>>> {
        self.backlog.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn outgoing(&self) -> MutexGuard<'_, Outgoing> {
        self.outgoing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Outgoing {
    fn waiting(&self) -> usize {
        self.bytes.len() - self.taken
    }

    /// How many of `bytes` the socket took. A socket that is gone takes everything.
    fn try_send(&self, peer: &Peer, bytes: &[u8]) -> usize {
        let mut sent = 0;
        let flags = MsgFlags::MSG_DONTWAIT | MsgFlags::MSG_NOSIGNAL;
        while sent < bytes.len() {
            match send(peer.socket.as_raw_fd(), &bytes[sent..], flags) {
                Ok(count) => sent += count,
                Err(Errno::EINTR) => {}
                Err(Errno::EAGAIN) => return sent,
                Err(_) => return bytes.len(),
            }
        }
        sent
    }

    fn keep(&mut self, peer: &Peer, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.bytes.extend_from_slice(bytes);
            self.await_room(peer);
        }
    }

    fn flush(&mut self, peer: &Peer) {
        if self.waiting() == 0 {
            return;
        }
        self.taken += self.try_send(peer, &self.bytes[self.taken..]);
        if self.waiting() > 0 {
            self.await_room(peer);
        } else {
            self.taken = 0;
            self.bytes.clear();
            self.bytes.shrink_to(OUTGOING_PAUSE);
        }
    }

    fn await_room(&self, peer: &Peer) {
        let flags = EpollFlags::EPOLLOUT | EpollFlags::EPOLLONESHOT;
        let mut event = EpollEvent::new(flags, peer.id);
        if self.writers.modify(&peer.socket, &mut event) == Err(Errno::ENOENT) {
            let _ = self.writers.add(&peer.socket, event);
        }
    }
}

/// Takes a session's own messages to its client.
struct PeerOutlet(Weak<Peer>);

impl Outlet for PeerOutlet {
    fn send(&self, message: &[u8]) {
        if let Some(peer) = self.0.upgrade() {
            peer.send(message, false);
        }
    }

    fn send_when_taken(&self, message: &[u8]) -> bool {
        self.0.upgrade().is_some_and(|peer| peer.send_when_taken(message))
    }
}
