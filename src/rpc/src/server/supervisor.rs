//! The server and its supervisor, who lets clients in and watches over the workers and over slow readers.

use super::{peer::Peer, session::Service, workers::LINGER};
use nix::{
    errno::Errno,
    sys::{
        epoll::{Epoll, EpollCreateFlags, EpollEvent, EpollFlags, EpollTimeout},
        eventfd::{EfdFlags, EventFd},
    },
};
use std::{
    collections::{HashMap, VecDeque},
    os::{
        fd::{AsFd, BorrowedFd},
        unix::net::{UnixListener, UnixStream},
    },
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicIsize, AtomicU64, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use virt_core::{Error, Origin, Result};

/// What a server spends at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub clients: usize,
    pub workers: usize,
    /// How many of the workers are kept for calls that never wait for a guest.
    pub priority_workers: usize,
    /// Calls of one client that run at the same time.
    pub client_requests: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { clients: 5000, workers: 25, priority_workers: 5, client_requests: 5 }
    }
}

/// How often the supervisor looks at clients that are being served: a call that runs through two looks is long.
const LOOK: Duration = Duration::from_millis(10);

/// Names in the polls that are no client's.
pub(super) const STOP: u64 = 0;
const WAKE: u64 = 1;
const UNTIL: u64 = 2;
pub(super) const LISTENER: u64 = 3;
const FIRST_CLIENT: u64 = 4;

/// A server on one listening socket.
pub struct Server(Arc<Shared>);

pub(super) struct Shared {
    pub listener: UnixListener,
    pub service: Arc<dyn Service>,
    pub limits: Limits,
    /// Where workers wait: clients that are silent, and the listener.
    pub readers: Epoll,
    /// Where the supervisor waits: clients that do not take what is sent.
    pub writers: Arc<Epoll>,
    pub stop: EventFd,
    pub wake: EventFd,
    pub stopping: AtomicBool,
    pub clients: Mutex<HashMap<u64, Arc<Peer>>>,
    pub next_client: AtomicU64,
    /// Clients that a worker has taken up.
    pub busy: Mutex<HashMap<u64, Busy>>,
    pub workers: AtomicUsize,
    pub idle: AtomicUsize,
    /// Workers that execute a call that takes long. For an instant it can be one too few.
    pub long: AtomicIsize,
    /// Calls that wait for one of those workers, because the others are kept for calls that never wait.
    pub waiting: Mutex<VecDeque<(Arc<Peer>, Vec<u8>)>>,
    /// There are as many clients as there may be; the listener waits.
    pub full: AtomicBool,
}

/// A client that is taken up, and how many workers have not laid it down: two for an instant, when one takes it up
/// that another is just leaving.
pub(super) struct Busy {
    pub peer: Arc<Peer>,
    pub workers: usize,
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn system(what: &str) -> impl Fn(Errno) -> Error + '_ {
    move |errno| Error::system(Origin::Rpc, what, &errno.into())
}

impl Server {
    pub fn new(listener: UnixListener, service: Arc<dyn Service>, limits: Limits) -> Result<Server> {
        let poll = || Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC).map_err(system("unable to create a poll"));
        let bell = || {
            EventFd::from_flags(EfdFlags::EFD_CLOEXEC | EfdFlags::EFD_NONBLOCK)
                .map_err(system("unable to create an event descriptor"))
        };
        let cannot_listen = |cause| Error::system(Origin::Rpc, "unable to listen", &cause);
        listener.set_nonblocking(true).map_err(cannot_listen)?;
        let shared = Shared {
            listener,
            service,
            limits,
            readers: poll()?,
            writers: Arc::new(poll()?),
            stop: bell()?,
            wake: bell()?,
            stopping: AtomicBool::new(false),
            clients: Mutex::default(),
            next_client: AtomicU64::new(FIRST_CLIENT),
            busy: Mutex::default(),
            workers: AtomicUsize::new(0),
            idle: AtomicUsize::new(0),
            long: AtomicIsize::new(0),
            waiting: Mutex::default(),
            full: AtomicBool::new(false),
        };
        let watch = |poll: &Epoll, fd: BorrowedFd<'_>, flags, name| {
            poll.add(fd, EpollEvent::new(flags, name)).map_err(system("unable to watch a descriptor"))
        };
        watch(&shared.readers, shared.stop.as_fd(), EpollFlags::EPOLLIN, STOP)?;
        watch(&shared.readers, shared.listener.as_fd(), once(EpollFlags::EPOLLIN), LISTENER)?;
        watch(&shared.writers, shared.wake.as_fd(), EpollFlags::EPOLLIN, WAKE)?;
        Ok(Server(Arc::new(shared)))
    }

    /// Serves until `until` can be read, or [`Server::stop`] is called.
    pub fn run(&self, until: Option<BorrowedFd<'_>>) -> Result<()> {
        if let Some(until) = until {
            let event = EpollEvent::new(EpollFlags::EPOLLIN, UNTIL);
            self.0.writers.add(until, event).map_err(system("unable to watch a descriptor"))?;
        }
        self.0.hire();
        let outcome = self.0.supervise();
        self.0.dismiss();
        outcome
    }

    /// Ends [`Server::run`], from any thread.
    pub fn stop(&self) {
        self.0.stopping.store(true, Ordering::Release);
        let _ = self.0.wake.write(1);
    }

    /// How many clients are connected.
    pub fn clients(&self) -> usize {
        lock(&self.0.clients).len()
    }
}

pub(super) fn once(flags: EpollFlags) -> EpollFlags {
    flags | EpollFlags::EPOLLONESHOT
}

impl Shared {
    /// Lets new clients in.
    pub fn accept(&self) {
        loop {
            let clients = lock(&self.clients);
            if clients.len() >= self.limits.clients {
                self.full.store(true, Ordering::Release);
                return;
            }
            drop(clients);
            match self.listener.accept() {
                Ok((socket, _)) => self.admit(socket),
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => {
                    // Out of descriptors, most likely: others have to leave first.
                    log::error!("unable to accept a client: {error}");
                    thread::sleep(LINGER);
                    break;
                }
            }
        }
        self.listen();
    }

    fn listen(&self) {
        let mut event = EpollEvent::new(once(EpollFlags::EPOLLIN), LISTENER);
        let _ = self.readers.modify(&self.listener, &mut event);
    }

    fn admit(&self, socket: UnixStream) {
        if let Err(error) = socket.set_read_timeout(Some(LINGER)) {
            log::error!("unable to serve a client: {error}");
            return;
        }
        let id = self.next_client.fetch_add(1, Ordering::Relaxed);
        let peer = Peer::new(id, socket, self.service.clone(), self.writers.clone());
        lock(&self.clients).insert(id, peer.clone());
        let event = EpollEvent::new(once(EpollFlags::EPOLLIN), id);
        if let Err(errno) = self.readers.add(&peer.socket, event) {
            log::error!("unable to watch a client: {errno}");
            self.dismiss_client(&peer);
        }
    }

    pub fn dismiss_client(&self, peer: &Peer) {
        peer.end();
        let mut clients = lock(&self.clients);
        clients.remove(&peer.id);
        if self.full.swap(false, Ordering::AcqRel) {
            self.listen();
        }
    }

    /// Watches over workers and slow readers until the server is to end.
    fn supervise(self: &Arc<Self>) -> Result<()> {
        let mut events = [EpollEvent::empty(); 64];
        let mut looked = Instant::now();
        loop {
            let timeout = match lock(&self.busy).is_empty() {
                true => EpollTimeout::NONE,
                false => EpollTimeout::try_from(LOOK).unwrap_or(EpollTimeout::NONE),
            };
            let count = match self.writers.wait(&mut events, timeout) {
                Ok(count) => count,
                Err(Errno::EINTR) => 0,
                Err(errno) => return Err(system("unable to wait for clients")(errno)),
            };
            for event in &events[..count] {
                match event.data() {
                    UNTIL => return Ok(()),
                    WAKE => {
                        let _ = self.wake.read();
                    }
                    id => {
                        let Some(peer) = lock(&self.clients).get(&id).cloned() else { continue };
                        if peer.drained() {
                            self.listen_to(&peer, true);
                        }
                    }
                }
            }
            if self.stopping.load(Ordering::Acquire) {
                return Ok(());
            }
            if looked.elapsed() >= LOOK {
                looked = Instant::now();
                self.look_at_busy();
            }
        }
    }

    /// Takes clients away from workers that execute a long call.
    fn look_at_busy(&self) {
        let busy: Vec<Arc<Peer>> = lock(&self.busy).values().map(|busy| busy.peer.clone()).collect();
        for peer in busy {
            if peer.take_turn() {
                peer.aside.fetch_add(1, Ordering::AcqRel);
                self.long.fetch_add(1, Ordering::AcqRel);
                self.lay_down(&peer);
                peer.flush();
                self.listen_to(&peer, true);
            }
        }
    }

    /// Ends every client and every worker.
    fn dismiss(&self) {
        self.stopping.store(true, Ordering::Release);
        let _ = self.stop.write(1);
        let clients: Vec<Arc<Peer>> = lock(&self.clients).drain().map(|(_, peer)| peer).collect();
        for peer in clients {
            peer.end();
        }
        // A worker in a long call does not hold up the end for more than a moment.
        for _ in 0..100 {
            if self.workers.load(Ordering::Acquire) == 0 {
                break;
            }
            thread::sleep(LINGER);
        }
    }
}
