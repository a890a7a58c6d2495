//! Threads of the library in somebody else's process: no signal of the application is ever handled on one.

use std::{io, mem, ptr, thread};

/// Starts a thread on which every signal is blocked from its first moment.
pub fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> io::Result<thread::JoinHandle<()>> {
    // SAFETY: both sets are filled before they are read.
    let old = unsafe {
        let (mut all, mut old): (libc::sigset_t, libc::sigset_t) = (mem::zeroed(), mem::zeroed());
        libc::sigfillset(&mut all);
        libc::pthread_sigmask(libc::SIG_SETMASK, &all, &mut old);
        old
    };
    let started = thread::Builder::new().name(name.to_owned()).spawn(body);
    // SAFETY: the set was filled above.
    unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &old, ptr::null_mut()) };
    started
}

#[cfg(test)]
mod tests {
    use super::*;
    use nix::sys::signal::{SigSet, Signal};

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
