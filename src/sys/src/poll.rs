//! Waiting for descriptors, and waking whoever waits.

use nix::sys::eventfd::{EfdFlags, EventFd};
use std::{
    io,
    os::fd::{AsFd, AsRawFd, BorrowedFd},
    time::Duration,
};

/// A descriptor, what is waited for and what was found: bits of `POLLIN` and its siblings.
#[derive(Clone, Copy, Debug)]
#[repr(transparent)]
pub struct Entry(libc::pollfd);

impl Entry {
    /// Waits for `events` on `fd`; a negative descriptor is passed over.
    pub fn new(fd: i32, events: i16) -> Entry {
        Entry(libc::pollfd { fd, events, revents: 0 })
    }

    pub fn fd(&self) -> i32 {
        self.0.fd
    }

    pub fn ready(&self) -> i16 {
        self.0.revents
    }
}

pub use libc::{POLLERR, POLLHUP, POLLIN, POLLNVAL, POLLOUT};

/// Waits until one of `entries` is ready or `timeout` is over (`None`: for ever); how many are ready.
/// A signal ends the wait with none.
pub fn poll(entries: &mut [Entry], timeout: Option<Duration>) -> io::Result<usize> {
    // Rounded up: a timer that is due in half a millisecond is not due now.
    let milliseconds = timeout
        .map_or(-1, |timeout| i32::try_from(timeout.as_nanos().div_ceil(1_000_000)).unwrap_or(i32::MAX));
    // SAFETY: `Entry` is a `pollfd`, and the length is the slice's.
    let count =
        unsafe { libc::poll(entries.as_mut_ptr().cast(), entries.len() as libc::nfds_t, milliseconds) };
    if count >= 0 {
        return Ok(count as usize);
    }
    match io::Error::last_os_error() {
        error if error.kind() == io::ErrorKind::Interrupted => Ok(0),
        error => Err(error),
    }
}

/// Wakes a thread that waits in [`poll`].
pub struct Waker(EventFd);

impl Waker {
    pub fn new() -> io::Result<Waker> {
        let flags = EfdFlags::EFD_CLOEXEC | EfdFlags::EFD_NONBLOCK;
        Ok(Waker(EventFd::from_value_and_flags(0, flags)?))
    }

    /// The entry that becomes ready when somebody wakes.
    pub fn entry(&self) -> Entry {
        Entry::new(self.0.as_fd().as_raw_fd(), POLLIN)
    }

    pub fn wake(&self) {
        // A counter that is full wakes as well.
        let _ = self.0.write(1);
    }

    /// Forgets the wakes so far.
    pub fn clear(&self) {
        // Nothing to forget is fine.
        let _ = self.0.read();
    }
}

impl AsFd for Waker {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wake_ends_a_wait_and_is_forgotten() {
        let waker = Waker::new().unwrap();
        let mut entries = [waker.entry(), Entry::new(-1, POLLIN)];
        assert_eq!(poll(&mut entries, Some(Duration::from_millis(1))).unwrap(), 0);
        waker.wake();
        waker.wake();
        assert_eq!(poll(&mut entries, None).unwrap(), 1);
        assert_eq!(entries[0].ready(), POLLIN);
        waker.clear();
        assert_eq!(poll(&mut entries, Some(Duration::ZERO)).unwrap(), 0);
    }
}
