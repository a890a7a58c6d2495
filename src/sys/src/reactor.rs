//! One thread that waits for many descriptors and deadlines and tells whoever is concerned.
//!
//! The thread starts with the first watch and ends after the last one. A handler runs on it alone, so it must not wait
//! for anything: it takes what is there and leaves the rest to others.

use crate::{fork, poll::Waker, thread};
use nix::sys::epoll::{Epoll, EpollCreateFlags, EpollEvent, EpollFlags, EpollTimeout};
use std::{
    collections::{BTreeSet, HashMap},
    io,
    os::fd::{AsFd, OwnedFd},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::{Duration, Instant},
};
use virt_error::{Error, Origin, Result};

/// What is waited for on a descriptor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interest {
    pub read: bool,
    pub write: bool,
}

impl Interest {
    pub const READ: Interest = Interest { read: true, write: false };
    pub const WRITE: Interest = Interest { read: false, write: true };
    pub const BOTH: Interest = Interest { read: true, write: true };
    /// Errors and the peer's end alone.
    pub const NONE: Interest = Interest { read: false, write: false };

    fn flags(self) -> EpollFlags {
        let mut flags = EpollFlags::empty();
        flags.set(EpollFlags::EPOLLIN, self.read);
        flags.set(EpollFlags::EPOLLOUT, self.write);
        flags
    }
}

/// What has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ready {
    /// There is something to read, or the end.
    pub read: bool,
    pub write: bool,
    /// The peer is gone or the descriptor has an error. Reading tells which.
    pub hangup: bool,
    /// The deadline is over; it is forgotten, and must be set again if another one is wanted.
    pub deadline: bool,
}

/// What is called. It may use its watch and the reactor freely.
type Handler = Box<dyn FnMut(Ready) + Send>;

/// The reactor of one instance of a driver.
pub struct Reactor {
    name: &'static str,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// Counts the watches; a number is never used twice, so that a late message finds nobody else.
    next: u64,
    entries: HashMap<u64, Entry>,
    deadlines: BTreeSet<(Instant, u64)>,
    running: Option<Running>,
}

struct Entry {
    /// `None` while only a deadline is waited for.
    file: Option<Arc<OwnedFd>>,
    deadline: Option<Instant>,
    handler: Arc<Mutex<Handler>>,
}

/// A thread that runs.
#[derive(Clone)]
struct Running {
    epoll: Arc<Epoll>,
    waker: Arc<Waker>,
    /// Where the process was in its line of forks when it started; in a child of that process it does not run.
    generation: u64,
}

/// The number under which the thread's own waker is registered.
const WAKER: u64 = u64::MAX;

impl Reactor {
    /// A reactor; its thread will have this name.
    pub fn new(name: &'static str) -> Reactor {
        Reactor { name, state: Arc::default() }
    }

    /// Watches a descriptor, which stays open as long as it is watched, until the answer is dropped.
    pub fn watch(
        &self,
        file: Arc<OwnedFd>,
        interest: Interest,
        handler: impl FnMut(Ready) + Send + 'static,
    ) -> Result<Watch> {
        self.add(Some((file, interest)), None, Box::new(handler))
    }

    /// Waits for a moment, or for none until [`Watch::set_deadline`] says one.
    pub fn timer(
        &self,
        deadline: Option<Instant>,
        handler: impl FnMut(Ready) + Send + 'static,
    ) -> Result<Watch> {
        self.add(None, deadline, Box::new(handler))
    }

    fn add(
        &self,
        file: Option<(Arc<OwnedFd>, Interest)>,
        deadline: Option<Instant>,
        handler: Handler,
    ) -> Result<Watch> {
        let failed = |cause: io::Error| Error::system(Origin::None, "cannot watch a descriptor", &cause);
        let mut state = lock(&self.state);
        let running = self.running(&mut state).map_err(failed)?;
        let number = state.next;
        state.next += 1;
        if let Some((file, interest)) = &file {
            let event = EpollEvent::new(interest.flags(), number);
            running.epoll.add(file.as_ref(), event).map_err(|cause| failed(cause.into()))?;
        }
        let handler = Arc::new(Mutex::new(handler));
        state.entries.insert(number, Entry { file: file.map(|(file, _)| file), deadline: None, handler });
        state.set_deadline(number, deadline);
        Ok(Watch { number, state: Arc::downgrade(&self.state) })
    }

    /// The thread, which is started when there is none.
    fn running(&self, state: &mut State) -> io::Result<Running> {
        match &state.running {
            Some(running) if running.generation == fork::generation() => return Ok(running.clone()),
            Some(_) => {
                // A child of `fork`: thread and watches are the parent's. What their handlers own is too: ending it here
                // would end it there, so it is left alone.
                std::mem::forget(std::mem::take(&mut state.entries));
                state.deadlines.clear();
                state.running = None;
            }
            None => {}
        }
        let running = Running {
            epoll: Arc::new(Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC)?),
            waker: Arc::new(Waker::new()?),
            generation: fork::generation(),
        };
        running.epoll.add(running.waker.as_ref(), EpollEvent::new(EpollFlags::EPOLLIN, WAKER))?;
        let (shared, own) = (self.state.clone(), running.clone());
        thread::spawn(self.name, move || run(&shared, &own))?;
        state.running = Some(running.clone());
        Ok(running)
    }
}

/// Something watched. Dropped, it is watched no more; its handler may be under way for the last time then.
pub struct Watch {
    number: u64,
    state: Weak<Mutex<State>>,
}

impl Watch {
    /// Waits for something else from now on.
    pub fn set_interest(&self, interest: Interest) -> Result<()> {
        let Some(state) = self.state.upgrade() else { return Ok(()) };
        let state = lock(&state);
        let file = state.entries.get(&self.number).and_then(|entry| entry.file.as_ref());
        let (Some(file), Some(running)) = (file, &state.running) else { return Ok(()) };
        let mut event = EpollEvent::new(interest.flags(), self.number);
        running
            .epoll
            .modify(file.as_ref(), &mut event)
            .map_err(|cause| Error::system(Origin::None, "cannot watch a descriptor", &cause.into()))
    }

    /// Has the handler called at that moment (`None`: no more).
    pub fn set_deadline(&self, deadline: Option<Instant>) {
        if let Some(state) = self.state.upgrade() {
            lock(&state).set_deadline(self.number, deadline);
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let Some(state) = self.state.upgrade() else { return };
        let mut state = lock(&state);
        let Some(entry) = state.entries.remove(&self.number) else { return };
        if let Some(deadline) = entry.deadline {
            state.deadlines.remove(&(deadline, self.number));
        }
        if let Some(running) = &state.running {
            if let (Some(file), true) = (&entry.file, running.generation == fork::generation()) {
                // It cannot fail for what is registered, and there is nobody to tell.
                let _ = running.epoll.delete(file.as_fd());
            }
            if state.entries.is_empty() {
                running.waker.wake();
            }
        }
        drop(state);
        // The handler may own anything, also other watches: it goes without the lock.
        drop(entry);
    }
}

impl State {
    fn set_deadline(&mut self, number: u64, deadline: Option<Instant>) {
        let Some(entry) = self.entries.get_mut(&number) else { return };
        let old = std::mem::replace(&mut entry.deadline, deadline);
        if let Some(old) = old {
            self.deadlines.remove(&(old, number));
        }
        if let Some(new) = deadline {
            self.deadlines.insert((new, number));
            if self.deadlines.first() == Some(&(new, number)) {
                if let Some(running) = &self.running {
                    running.waker.wake();
                }
            }
        }
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The thread.
fn run(shared: &Mutex<State>, own: &Running) {
    let mut events = [EpollEvent::empty(); 64];
    loop {
        let wait = {
            let mut state = lock(shared);
            if state.entries.is_empty() {
                state.running = None;
                return;
            }
            state.deadlines.first().map(|(deadline, _)| deadline.saturating_duration_since(Instant::now()))
        };
        let count = match own.epoll.wait(&mut events, timeout(wait)) {
            Ok(count) => count,
            Err(nix::errno::Errno::EINTR) => 0,
            // Nothing else can happen to a descriptor that only we have; a pause keeps a miracle from burning a
            // processor.
            Err(_) => {
                std::thread::sleep(Duration::from_millis(10));
                0
            }
        };
        for event in events.iter().take(count) {
            match event.data() {
                WAKER => own.waker.clear(),
                number => call(shared, number, found(event.events())),
            }
        }
        for number in due(shared) {
            call(shared, number, Ready { deadline: true, ..Ready::default() });
        }
    }
}

/// Milliseconds, rounded up: a deadline half a millisecond away is not over now.
fn timeout(wait: Option<Duration>) -> EpollTimeout {
    match wait {
        None => EpollTimeout::NONE,
        Some(wait) => {
            let milliseconds = wait.as_nanos().div_ceil(1_000_000).min(i32::MAX as u128);
            EpollTimeout::try_from(milliseconds as i32).unwrap_or(EpollTimeout::ZERO)
        }
    }
}

fn found(flags: EpollFlags) -> Ready {
    let hangup = flags.intersects(EpollFlags::EPOLLHUP | EpollFlags::EPOLLERR);
    Ready {
        read: flags.contains(EpollFlags::EPOLLIN),
        write: flags.contains(EpollFlags::EPOLLOUT),
        hangup,
        deadline: false,
    }
}

/// Those whose deadline is over; it is forgotten.
fn due(shared: &Mutex<State>) -> Vec<u64> {
    let mut state = lock(shared);
    let now = Instant::now();
    let mut due = Vec::new();
    while let Some(&(deadline, number)) = state.deadlines.first() {
        if deadline > now {
            break;
        }
        state.deadlines.pop_first();
        if let Some(entry) = state.entries.get_mut(&number) {
            entry.deadline = None;
        }
        due.push(number);
    }
    due
}

fn call(shared: &Mutex<State>, number: u64, ready: Ready) {
    let handler = lock(shared).entries.get(&number).map(|entry| entry.handler.clone());
    let Some(handler) = handler else { return };
    // A handler that panics is a fault of its own; the others go on.
    let _ = catch_unwind(AssertUnwindSafe(|| {
        (handler.lock().unwrap_or_else(PoisonError::into_inner))(ready);
    }));
}

#[cfg(test)]
mod tests;
