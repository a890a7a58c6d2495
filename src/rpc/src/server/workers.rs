//! The workers that serve clients.
//!
//! A worker that takes up a client keeps it while it talks: it waits for the next message on the client's own
//! socket, executes the call itself and sends the answer, so that a call costs the server two system calls and no
//! change of threads. A client that is silent for a moment goes back to the poll that all workers share, and
//! costs nothing. A call that takes long keeps its worker, but not the client: the supervisor notices, and lets
//! another worker read on.

use super::{
    dispatch::{answer, find},
    peer::{Came, Peer},
    supervisor::{Busy, LISTENER, STOP, Shared, lock, once},
};
use crate::{
    message::{self, BUFFER_KEPT, Kind},
    xdr::Writer,
};
use nix::{
    errno::Errno,
    sys::epoll::{EpollEvent, EpollFlags, EpollTimeout},
};
use std::{
    sync::{Arc, atomic::Ordering},
    thread,
    time::Duration,
};

/// How long a worker waits for the next message of a client that has just been talking.
pub(super) const LINGER: Duration = Duration::from_millis(10);
/// Calls that wait because their client has too many running; a client with more of them is not read from.
const BACKLOG_MAX: usize = 32;

/// What a worker keeps from one call to the next.
#[derive(Default)]
struct Bench {
    message: Vec<u8>,
    answer: Writer,
}

impl Shared {
    /// Starts a worker.
    pub fn hire(self: &Arc<Self>) {
        self.workers.fetch_add(1, Ordering::AcqRel);
        let shared = self.clone();
        let started = thread::Builder::new().name("rpc-worker".into()).spawn(move || {
            shared.work();
            shared.workers.fetch_sub(1, Ordering::AcqRel);
        });
        if let Err(error) = started {
            log::error!("unable to start a worker: {error}");
            self.workers.fetch_sub(1, Ordering::AcqRel);
        }
    }

    /// Whether every worker there may be has something to do.
    fn stretched(&self) -> bool {
        self.idle.load(Ordering::Relaxed) == 0 && self.workers.load(Ordering::Relaxed) >= self.limits.workers
    }

    fn work(self: &Arc<Self>) {
        let mut bench = Bench::default();
        let mut events = [EpollEvent::empty()];
        loop {
            self.idle.fetch_add(1, Ordering::AcqRel);
            let found = self.readers.wait(&mut events, EpollTimeout::NONE);
            let others_idle = self.idle.fetch_sub(1, Ordering::AcqRel) - 1;
            match found {
                Ok(0) | Err(Errno::EINTR) => continue,
                Ok(_) => {}
                Err(errno) => {
                    log::error!("a worker cannot wait for clients: {errno}");
                    return;
                }
            }
            let name = events[0].data();
            if name == STOP {
                return;
            }
            if others_idle == 0 && self.workers.load(Ordering::Acquire) < self.limits.workers {
                self.hire();
            }
            if name == LISTENER {
                self.accept();
                continue;
            }
            let peer = lock(&self.clients).get(&name).cloned();
            if let Some(peer) = peer {
                self.serve(&peer, &mut bench);
            }
        }
    }

    /// Takes up a client and serves it until it is silent or gone, or until a call took too long.
    fn serve(self: &Arc<Self>, peer: &Arc<Peer>, bench: &mut Bench) {
        self.take_up(peer);
        match self.converse(peer, bench) {
            Turn::Silent => {
                self.lay_down(peer);
                self.listen_to(peer, false);
            }
            Turn::Paused => self.lay_down(peer),
            Turn::Over => {
                self.lay_down(peer);
                self.dismiss_client(peer);
            }
            // Somebody else reads; what this worker still does is to finish what has waited.
            Turn::Lost => self.finish_aside(peer, bench),
        }
    }

    fn converse(&self, peer: &Arc<Peer>, bench: &mut Bench) -> Turn {
        let mut inbox = peer.inbox();
        loop {
            if peer.pause() {
                return Turn::Paused;
            }
            match inbox.next_message() {
                Err(error) => {
                    log::warn!("client {}: {error}", peer.id);
                    return Turn::Over;
                }
                Ok(Some(message)) => {
                    bench.message.clear();
                    bench.message.extend_from_slice(message);
                }
                Ok(None) => {
                    peer.flush();
                    match peer.fill(&mut inbox, !self.stretched()) {
                        Came::Bytes => continue,
                        Came::Nothing => {
                            inbox.release();
                            return Turn::Silent;
                        }
                        Came::End => return Turn::Over,
                    }
                }
            }
            drop(inbox);

            let ticket = match self.begin(peer, &mut bench.message) {
                Begin::Execute(ticket) => ticket,
                Begin::Later => {
                    inbox = peer.inbox();
                    continue;
                }
                Begin::Full => return Turn::Paused,
            };
            let understood = self.execute(peer, bench);
            if ticket.is_some_and(|ticket| !peer.resume(ticket)) {
                peer.send(bench.answer.bytes(), false);
                peer.session.answered();
                return Turn::Lost;
            }
            inbox = peer.inbox();
            let more = understood && matches!(inbox.next_length(), Ok(Some(_)));
            peer.send(bench.answer.bytes(), more);
            peer.session.answered();
            if !understood || peer.session.is_closing() {
                peer.flush();
                return Turn::Over;
            }
        }
    }

    /// Whether this client's message is executed now. Calls have a limit; other messages have none, and are done in
    /// the order in which they come, because the data of a stream is among them.
    fn begin(&self, peer: &Arc<Peer>, message: &mut Vec<u8>) -> Begin {
        let header = match message::parse(message) {
            Ok((header, _)) if !header.is_keepalive() => header,
            _ => return Begin::Execute(None),
        };
        if !matches!(header.kind(), Some(Kind::Call | Kind::CallWithFds)) {
            return Begin::Execute(None);
        }
        let limit = self.limits.client_requests as isize;
        if peer.aside.load(Ordering::Acquire) >= limit {
            let mut backlog = peer.backlog();
            // A call may have ended since; whoever ends the last looks at the backlog under its lock.
            if peer.aside.load(Ordering::Acquire) >= limit {
                backlog.push_back(std::mem::take(message));
                return if backlog.len() >= BACKLOG_MAX { Begin::Full } else { Begin::Later };
            }
        }
        if self.long.load(Ordering::Relaxed) >= self.long_max() && may_wait(&header) {
            let mut waiting = lock(&self.waiting);
            // The same, with the lock of those that wait.
            if self.long.load(Ordering::Acquire) >= self.long_max() {
                peer.aside.fetch_add(1, Ordering::AcqRel);
                waiting.push_back((peer.clone(), std::mem::take(message)));
                return Begin::Later;
            }
        }
        Begin::Execute(Some(peer.execute()))
    }

    /// How many workers may execute calls that take long.
    fn long_max(&self) -> isize {
        self.limits.workers.saturating_sub(self.limits.priority_workers).max(1) as isize
    }

    /// Answers the message on the bench. `false`: the client makes no sense.
    fn execute(&self, peer: &Peer, bench: &mut Bench) -> bool {
        bench.answer.bytes_mut().clear();
        bench.answer.bytes_mut().shrink_to(BUFFER_KEPT);
        let outcome = answer(&peer.session, &bench.message, &mut bench.answer);
        bench.message.shrink_to(BUFFER_KEPT);
        if let Err(error) = &outcome {
            log::warn!("client {}: {error}", peer.id);
        }
        outcome.is_ok()
    }

    /// After a call that took long: executes what has waited for it to end, first of the same client, then of any.
    fn finish_aside(&self, peer: &Arc<Peer>, bench: &mut Bench) {
        let mut peer = peer.clone();
        loop {
            if peer.session.is_closing() {
                peer.hang_up();
            }
            let mut backlog = peer.backlog();
            let was_full = backlog.len() >= BACKLOG_MAX;
            match backlog.pop_front() {
                Some(message) => bench.message = message,
                None => {
                    peer.aside.fetch_sub(1, Ordering::AcqRel);
                    drop(backlog);
                    let mut waiting = lock(&self.waiting);
                    let Some((next, message)) = waiting.pop_front() else {
                        self.long.fetch_sub(1, Ordering::AcqRel);
                        return;
                    };
                    drop(waiting);
                    bench.message = message;
                    self.execute_aside(&next, bench);
                    peer = next;
                    continue;
                }
            }
            drop(backlog);
            if was_full {
                self.listen_to(&peer, true);
            }
            self.execute_aside(&peer, bench);
        }
    }

    fn execute_aside(&self, peer: &Peer, bench: &mut Bench) {
        let understood = self.execute(peer, bench);
        peer.send(bench.answer.bytes(), false);
        peer.session.answered();
        if !understood {
            peer.hang_up();
        }
    }

    fn take_up(&self, peer: &Arc<Peer>) {
        let mut busy = lock(&self.busy);
        let first = busy.is_empty();
        busy.entry(peer.id).or_insert_with(|| Busy { peer: peer.clone(), workers: 0 }).workers += 1;
        if first {
            let _ = self.wake.write(1);
        }
    }

    pub fn lay_down(&self, peer: &Peer) {
        let mut busy = lock(&self.busy);
        let Some(entry) = busy.get_mut(&peer.id) else { return };
        entry.workers -= 1;
        if entry.workers == 0 {
            busy.remove(&peer.id);
        }
    }

    /// Gives a client back to the poll. With `at_once`, because messages of it may already be here, a worker takes
    /// it up even if nothing comes.
    pub fn listen_to(&self, peer: &Peer, at_once: bool) {
        let flags = if at_once { EpollFlags::EPOLLIN | EpollFlags::EPOLLOUT } else { EpollFlags::EPOLLIN };
        let mut event = EpollEvent::new(once(flags), peer.id);
        let _ = self.readers.modify(&peer.socket, &mut event);
    }
}

/// Whether a call may wait for a guest, and so for long.
fn may_wait(header: &message::Header) -> bool {
    let procedure = find(header.program, header.version, header.procedure);
    procedure.flatten().is_some_and(|procedure| !procedure.op.high_priority)
}

/// How a worker's turn with a client ended.
enum Turn {
    /// The client says nothing.
    Silent,
    /// The client has to do something first: take its answers, or wait for its calls.
    Paused,
    /// The client is gone.
    Over,
    /// A call took long, and somebody else reads on.
    Lost,
}

/// What to do with a message.
enum Begin {
    /// With the ticket of the turn, which a call that takes long may lose.
    Execute(Option<u64>),
    /// It waits until a call of this client ends.
    Later,
    /// It waits, and so many do that nothing more is read.
    Full,
}
