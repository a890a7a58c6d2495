//! The event loop for applications that have none: one thread runs it, every thread may use it.

use crate::{
    constants::{
        VIR_EVENT_HANDLE_ERROR, VIR_EVENT_HANDLE_HANGUP, VIR_EVENT_HANDLE_READABLE, VIR_EVENT_HANDLE_WRITABLE,
    },
    event_loop::{EventLoop, HandleCallback, TimeoutCallback},
};
use std::{
    any::Any,
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use virt_error::{Error, Origin, Result};
use virt_sys::poll::{Entry, POLLERR, POLLHUP, POLLIN, POLLNVAL, POLLOUT, Waker, poll};

struct Handle {
    fd: i32,
    events: i32,
    callback: Arc<HandleCallback>,
}

struct Timer {
    /// `None`: never.
    period: Option<Duration>,
    due: Option<Instant>,
    callback: Arc<TimeoutCallback>,
}

impl Timer {
    fn set(&mut self, milliseconds: i32) {
        self.period = u64::try_from(milliseconds).ok().map(Duration::from_millis);
        self.due = self.period.map(|period| Instant::now() + period);
    }
}

/// A callback that was removed, kept until the loop lets go of it. Nobody reads it.
#[allow(dead_code)]
enum Removed {
    Handle(Arc<HandleCallback>),
    Timer(Arc<TimeoutCallback>),
}

#[derive(Default)]
struct State {
    handles: BTreeMap<i32, Handle>,
    timers: BTreeMap<i32, Timer>,
    next_watch: i32,
    next_timer: i32,
    removed: Vec<Removed>,
    /// The thread that waits in the loop, which nobody need wake for its own changes.
    runner: Option<usize>,
}

/// The default event loop.
pub struct DefaultLoop {
    state: Mutex<State>,
    waker: Waker,
}

/// What tells a running thread from the others.
fn own() -> usize {
    thread_local! { static MARK: u8 = const { 0 }; }
    MARK.with(|mark| std::ptr::from_ref(mark) as usize)
}

impl DefaultLoop {
    /// Errors: `VIR_ERR_SYSTEM_ERROR` when no descriptor for waking can be had.
    pub fn new() -> Result<DefaultLoop> {
        let waker = Waker::new().map_err(|cause| {
            Error::system(Origin::Event, "Unable to create the event loop's wakeup", &cause)
        })?;
        Ok(DefaultLoop {
            state: Mutex::new(State { next_watch: 1, next_timer: 1, ..State::default() }),
            waker,
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps every other thread from changing the loop until the answer is dropped.
    pub fn hold(&'static self) -> Box<dyn Any> {
        Box::new(self.state())
    }

    /// Tells the waiting thread that something changed.
    fn changed(&self, state: &State) {
        if state.runner.is_some_and(|runner| runner != own()) {
            self.waker.wake();
        }
    }

    /// Waits for whatever comes first and calls what it concerns, once.
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR` when the wait fails.
    pub fn run_once(&self) -> Result<()> {
        let (mut entries, watches, timeout, removed) = {
            let mut state = self.state();
            state.runner = Some(own());
            let mut entries = vec![self.waker.entry()];
            let mut watches = Vec::with_capacity(state.handles.len());
            for (watch, handle) in state.handles.iter().filter(|(_, handle)| handle.events != 0) {
                entries.push(Entry::new(handle.fd, to_poll(handle.events)));
                watches.push(*watch);
            }
            let due = state.timers.values().filter_map(|timer| timer.due).min();
            let timeout = due.map(|due| due.saturating_duration_since(Instant::now()));
            (entries, watches, timeout, std::mem::take(&mut state.removed))
        };
        // The application's free functions run here, with no lock held.
        drop(removed);
        let waited = poll(&mut entries, timeout);
        self.state().runner = None;
        waited.map_err(|cause| Error::system(Origin::Event, "Unable to poll on file handles", &cause))?;
        self.waker.clear();
        self.fire_timers();
        for (entry, watch) in entries[1..].iter().zip(watches).filter(|(entry, _)| entry.ready() != 0) {
            // A callback before this one may have removed the watch or changed what it waits for.
            let callback = self
                .state()
                .handles
                .get(&watch)
                .filter(|handle| handle.fd == entry.fd() && handle.events != 0)
                .map(|handle| handle.callback.clone());
            if let Some(callback) = callback {
                callback(watch, entry.fd(), from_poll(entry.ready()));
            }
        }
        let removed = std::mem::take(&mut self.state().removed);
        drop(removed);
        Ok(())
    }

    fn fire_timers(&self) {
        let now = Instant::now();
        let due: Vec<i32> = {
            let state = self.state();
            let is_due = |timer: &Timer| timer.due.is_some_and(|due| due <= now);
            state.timers.iter().filter(|(_, timer)| is_due(timer)).map(|(number, _)| *number).collect()
        };
        for number in due {
            let callback = {
                let mut state = self.state();
                match state.timers.get_mut(&number) {
                    Some(timer) if timer.due.is_some_and(|due| due <= now) => {
                        timer.due = timer.period.map(|period| now + period);
                        Some(timer.callback.clone())
                    }
                    _ => None,
                }
            };
            if let Some(callback) = callback {
                callback(number);
            }
        }
    }
}

impl EventLoop for DefaultLoop {
    fn add_handle(&self, fd: i32, events: i32, callback: HandleCallback) -> i32 {
        let mut state = self.state();
        let watch = state.next_watch;
        state.next_watch += 1;
        state.handles.insert(watch, Handle { fd, events, callback: Arc::new(callback) });
        self.changed(&state);
        watch
    }

    fn update_handle(&self, watch: i32, events: i32) {
        let mut state = self.state();
        if let Some(handle) = state.handles.get_mut(&watch) {
            handle.events = events;
            self.changed(&state);
        }
    }

    fn remove_handle(&self, watch: i32) -> bool {
        let mut state = self.state();
        let Some(handle) = state.handles.remove(&watch) else {
            return false;
        };
        state.removed.push(Removed::Handle(handle.callback));
        self.changed(&state);
        true
    }

    fn add_timeout(&self, milliseconds: i32, callback: TimeoutCallback) -> i32 {
        let mut state = self.state();
        let number = state.next_timer;
        state.next_timer += 1;
        let mut timer = Timer { period: None, due: None, callback: Arc::new(callback) };
        timer.set(milliseconds);
        state.timers.insert(number, timer);
        self.changed(&state);
        number
    }

    fn update_timeout(&self, timer: i32, milliseconds: i32) {
        let mut state = self.state();
        if let Some(known) = state.timers.get_mut(&timer) {
            known.set(milliseconds);
            self.changed(&state);
        }
    }

    fn remove_timeout(&self, timer: i32) -> bool {
        let mut state = self.state();
        let Some(known) = state.timers.remove(&timer) else {
            return false;
        };
        state.removed.push(Removed::Timer(known.callback));
        self.changed(&state);
        true
    }
}

fn to_poll(events: i32) -> i16 {
    let pairs = [
        (VIR_EVENT_HANDLE_READABLE, POLLIN),
        (VIR_EVENT_HANDLE_WRITABLE, POLLOUT),
        (VIR_EVENT_HANDLE_ERROR, POLLERR),
        (VIR_EVENT_HANDLE_HANGUP, POLLHUP),
    ];
    pairs.iter().filter(|(event, _)| events & event != 0).fold(0, |bits, (_, bit)| bits | bit)
}

fn from_poll(ready: i16) -> i32 {
    let pairs = [
        (VIR_EVENT_HANDLE_READABLE, POLLIN),
        (VIR_EVENT_HANDLE_WRITABLE, POLLOUT),
        (VIR_EVENT_HANDLE_ERROR, POLLERR | POLLNVAL),
        (VIR_EVENT_HANDLE_HANGUP, POLLHUP),
    ];
    pairs.iter().filter(|(_, bit)| ready & bit != 0).fold(0, |bits, (event, _)| bits | event)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        sync::atomic::{AtomicUsize, Ordering::SeqCst},
        thread,
    };

    #[test]
    fn a_timer_fires_until_it_is_stopped_and_is_freed_later() {
        let events = Arc::new(DefaultLoop::new().unwrap());
        let fired = Arc::new(AtomicUsize::new(0));
        let counter = fired.clone();
        let timer = events.add_timeout(
            0,
            Box::new(move |_| {
                counter.fetch_add(1, SeqCst);
            }),
        );
        events.run_once().unwrap();
        events.run_once().unwrap();
        assert_eq!(fired.load(SeqCst), 2);
        assert!(events.remove_timeout(timer) && !events.remove_timeout(timer));
        assert_eq!(Arc::strong_count(&fired), 2, "not freed inside the removal");
        events.add_timeout(0, Box::new(|_| ()));
        events.run_once().unwrap();
        assert_eq!((fired.load(SeqCst), Arc::strong_count(&fired)), (2, 1));
    }

    #[test]
    fn a_change_from_another_thread_wakes_the_wait() {
        let events = Arc::new(DefaultLoop::new().unwrap());
        let fired = Arc::new(AtomicUsize::new(0));
        let counter = fired.clone();
        let timer = events.add_timeout(
            -1,
            Box::new(move |_| {
                counter.fetch_add(1, SeqCst);
            }),
        );
        let other = events.clone();
        let thread = thread::spawn(move || {
            thread::sleep(Duration::from_millis(20));
            other.update_timeout(timer, 0);
        });
        while fired.load(SeqCst) == 0 {
            events.run_once().unwrap();
        }
        thread.join().unwrap();
    }

    #[test]
    fn a_ready_descriptor_is_reported_with_its_watch() {
        use std::{io::Write, os::fd::AsRawFd, os::unix::net::UnixStream};
        let events = DefaultLoop::new().unwrap();
        let (mut here, there) = UnixStream::pair().unwrap();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let log = seen.clone();
        let fd = there.as_raw_fd();
        let watch = events.add_handle(
            fd,
            VIR_EVENT_HANDLE_READABLE,
            Box::new(move |watch, fd, what| log.lock().unwrap().push((watch, fd, what))),
        );
        here.write_all(b"x").unwrap();
        events.run_once().unwrap();
        drop(here);
        events.run_once().unwrap();
        let seen = seen.lock().unwrap();
        assert_eq!(seen[0], (watch, fd, VIR_EVENT_HANDLE_READABLE));
        assert_eq!(seen[1].2, VIR_EVENT_HANDLE_READABLE | VIR_EVENT_HANDLE_HANGUP);
    }
}
