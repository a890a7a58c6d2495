//! The connection to a guest agent: lines of bytes, and waits that end.

use crate::monitor::inbox::{Filled, Inbox, LONGEST};
use nix::{
    errno::Errno,
    sys::socket::{MsgFlags, send},
};
use std::{
    io,
    os::{
        fd::{AsFd, AsRawFd},
        unix::net::UnixStream,
    },
    path::Path,
    time::{Duration, Instant},
};
use virt_error::Error;
use virt_sys::poll::{Entry, POLLIN, POLLOUT, Waker, poll};

/// Why there is nothing more to read or write.
pub enum Stop {
    Timeout,
    /// The guest closed its end, or is gone.
    Gone,
    /// What the call waited for has happened.
    Noticed,
    /// The emulator closed the connection.
    End,
    /// A line exceeds this limit.
    TooLong(usize),
    System(&'static str, Errno),
    /// What was read makes no sense.
    Failed(Error),
}

pub struct Line {
    socket: UnixStream,
    inbox: Inbox,
}

/// No single wait is longer, so that nothing is missed for good.
const SLICE: Duration = Duration::from_secs(1);

impl Line {
    pub fn connect(path: &Path) -> io::Result<Line> {
        let socket = UnixStream::connect(path)?;
        Ok(Line { socket, inbox: Inbox::default() })
    }

    /// Waits for the socket, but not beyond `limit`.
    fn wait(&self, events: i16, waker: Option<&Waker>, limit: Option<Instant>) -> Result<(), Stop> {
        let left = match limit {
            Some(limit) => limit.saturating_duration_since(Instant::now()),
            None => SLICE,
        };
        if left.is_zero() {
            return Err(Stop::Timeout);
        }
        let waker = waker.map_or_else(|| Entry::new(-1, 0), Waker::entry);
        let mut entries = [Entry::new(self.socket.as_raw_fd(), events), waker];
        match poll(&mut entries, Some(left.min(SLICE))) {
            Ok(_) => Ok(()),
            Err(cause) => {
                let errno = Errno::from_raw(cause.raw_os_error().unwrap_or(0));
                Err(Stop::System("Unable to wait on agent socket condition", errno))
            }
        }
    }

    /// Sends all of `bytes`.
    pub fn send(
        &mut self,
        bytes: &[u8],
        limit: Option<Instant>,
        stop: impl Fn() -> Option<Stop>,
    ) -> Result<(), Stop> {
        let mut sent = 0;
        while sent < bytes.len() {
            let flags = MsgFlags::MSG_DONTWAIT | MsgFlags::MSG_NOSIGNAL;
            match send(self.socket.as_raw_fd(), &bytes[sent..], flags) {
                Ok(count) => sent += count,
                Err(Errno::EINTR) => {}
                Err(Errno::EAGAIN) => {
                    if let Some(stop) = stop() {
                        return Err(stop);
                    }
                    self.wait(POLLOUT, None, limit)?;
                }
                Err(errno) => return Err(Stop::System("Unable to write to agent", errno)),
            }
        }
        Ok(())
    }

    /// The next line.
    pub fn next(
        &mut self,
        waker: &Waker,
        limit: Option<Instant>,
        stop: impl Fn() -> Option<Stop>,
    ) -> Result<&[u8], Stop> {
        // Found by its length first: the line itself is borrowed only when it is given away.
        loop {
            match self.inbox.has_line() {
                Ok(true) => break,
                Ok(false) => {}
                Err(_) => return Err(Stop::TooLong(LONGEST)),
            }
            match self.inbox.fill(self.socket.as_fd()) {
                Ok(Filled::Bytes) => {
                    // A guest that never falls silent ends here too.
                    if limit.is_some_and(|limit| limit <= Instant::now()) {
                        return Err(Stop::Timeout);
                    }
                    if let Some(stop) = stop() {
                        return Err(stop);
                    }
                }
                Ok(Filled::Nothing) => {
                    if let Some(stop) = stop() {
                        return Err(stop);
                    }
                    self.wait(POLLIN, Some(waker), limit)?;
                }
                Ok(Filled::End) => return Err(stop().unwrap_or(Stop::End)),
                Err(errno) => return Err(Stop::System("Unable to read from agent", errno)),
            }
        }
        match self.inbox.line() {
            Ok(Some(line)) => Ok(line),
            _ => Err(Stop::TooLong(LONGEST)),
        }
    }
}
