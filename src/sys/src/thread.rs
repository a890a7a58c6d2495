//! Threads of the library in somebody else's process: no signal of the application is ever handled on one.

use std::{
    io, mem, ptr,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// Starts a thread on which every signal is blocked from its first moment.
pub fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> io::Result<thread::JoinHandle<()>> {
    let blocked = Blocked::all();
    let started = thread::Builder::new().name(name.to_owned()).spawn(body);
    drop(blocked);
    started
}

/// Works on every item, on as many as `most` threads at once, of which the calling one is the first. The others
/// handle no signal. Where no more threads can be had, those that there are do all of the work.
pub fn each<T: Sync>(name: &str, items: &[T], most: usize, work: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    let run = || {
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            work(item);
        }
    };
    thread::scope(|scope| {
        let blocked = Blocked::all();
        for _ in 1..most.min(items.len()) {
            if thread::Builder::new().name(name.to_owned()).spawn_scoped(scope, run).is_err() {
                break;
            }
        }
        drop(blocked);
        run();
    });
}

/// All signals of this thread blocked, until it is dropped; threads started meanwhile inherit that.
struct Blocked(libc::sigset_t);

impl Blocked {
    fn all() -> Blocked {
        // SAFETY: both sets are filled before they are read.
        unsafe {
            let (mut all, mut old): (libc::sigset_t, libc::sigset_t) = (mem::zeroed(), mem::zeroed());
            libc::sigfillset(&mut all);
            libc::pthread_sigmask(libc::SIG_SETMASK, &all, &mut old);
            Blocked(old)
        }
    }
}

impl Drop for Blocked {
    fn drop(&mut self) {
        // SAFETY: the set was filled by `all`.
        unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &self.0, ptr::null_mut()) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nix::sys::signal::{SigSet, Signal};

    #[test]
    fn every_item_is_worked_on_once() {
        let sum = AtomicUsize::new(0);
        let items: Vec<usize> = (1..=100).collect();
        each("sum", &items, 8, |item| {
            sum.fetch_add(*item, Ordering::Relaxed);
        });
        assert_eq!(sum.load(Ordering::Relaxed), 5050);
        each("none", &[] as &[u8], 8, |_| unreachable!());
    }

    #[test]
    fn signals_are_blocked_there_and_not_here() {
        let before = SigSet::thread_get_mask().unwrap();
        let thread = spawn("quiet", || {
            assert!(SigSet::thread_get_mask().unwrap().contains(Signal::SIGINT));
        });
        thread.unwrap().join().unwrap();
        assert_eq!(SigSet::thread_get_mask().unwrap(), before);
    }
}
