//! What has come in on a monitor, cut into lines of bounded length.

use nix::{
    errno::Errno,
    sys::socket::{MsgFlags, recv},
};
use std::os::fd::{AsRawFd, BorrowedFd};

/// The longest line that is taken: libvirt's limit for an answer.
pub const LONGEST: usize = 10 * 1024 * 1024;

/// What one read takes at most. A monitor that never falls silent thus waits for the others after each read.
const TURN: usize = 64 * 1024;

/// A buffer that is this much larger than what it holds is given back.
const SPARE: usize = 4 * TURN;

/// Bytes that were read and not handled.
#[derive(Default)]
pub struct Inbox {
    buffer: Vec<u8>,
    /// Where the next line begins, how far it was searched for its end, and where the bytes end.
    start: usize,
    searched: usize,
    end: usize,
}

/// What a read gave.
#[derive(Debug, PartialEq, Eq)]
pub enum Filled {
    Bytes,
    Nothing,
    End,
}

impl Inbox {
    /// Reads what is there, at most one turn's worth, without waiting.
    pub fn fill(&mut self, socket: BorrowedFd<'_>) -> Result<Filled, Errno> {
        self.make_room();
        loop {
            let room = &mut self.buffer[self.end..];
            return match recv(socket.as_raw_fd(), room, MsgFlags::MSG_DONTWAIT) {
                Ok(0) => Ok(Filled::End),
                Ok(count) => {
                    self.end += count;
                    Ok(Filled::Bytes)
                }
                Err(Errno::EINTR) => continue,
                Err(Errno::EAGAIN) => Ok(Filled::Nothing),
                Err(errno) => Err(errno),
            };
        }
    }

    /// Moves what is left to the front, and makes space for one read behind it.
    fn make_room(&mut self) {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.searched -= self.start;
            self.start = 0;
        }
        let wanted = self.end + TURN;
        if self.buffer.len() > wanted + SPARE {
            self.buffer.truncate(wanted);
            self.buffer.shrink_to_fit();
        } else if self.buffer.len() < wanted {
            self.buffer.resize(wanted, 0);
        }
    }

    /// Whether there is a whole line.
    ///
    /// Errors: as [`Inbox::line`].
    pub fn has_line(&mut self) -> Result<bool, usize> {
        match self.buffer[self.searched..self.end].iter().position(|byte| *byte == b'\n') {
            Some(place) => {
                self.searched += place;
                Ok(true)
            }
            None => {
                self.searched = self.end;
                let held = self.end - self.start;
                if held > LONGEST { Err(held) } else { Ok(false) }
            }
        }
    }

    /// The next whole line, without its end.
    ///
    /// Errors: the number of bytes that hold no line, when it is more than [`LONGEST`].
    pub fn line(&mut self) -> Result<Option<&[u8]>, usize> {
        if !self.has_line()? {
            return Ok(None);
        }
        let line = self.start..self.searched;
        self.start = line.end + 1;
        self.searched = self.start;
        if line.len() > LONGEST {
            return Err(line.len());
        }
        Ok(Some(self.buffer[line].trim_ascii()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{io::Write, os::fd::AsFd, os::unix::net::UnixStream, thread};

    #[test]
    fn lines_come_out_however_they_were_cut() {
        let (mut far, near) = UnixStream::pair().unwrap();
        let mut inbox = Inbox::default();
        assert_eq!(inbox.fill(near.as_fd()), Ok(Filled::Nothing));
        far.write_all(b"one\r\ntw").unwrap();
        assert_eq!(inbox.fill(near.as_fd()), Ok(Filled::Bytes));
        assert_eq!(inbox.line(), Ok(Some(&b"one"[..])));
        assert_eq!(inbox.line(), Ok(None));
        far.write_all(b"o\n\nthree\n").unwrap();
        inbox.fill(near.as_fd()).unwrap();
        assert_eq!(inbox.line(), Ok(Some(&b"two"[..])));
        assert_eq!(inbox.line(), Ok(Some(&b""[..])));
        assert_eq!(inbox.line(), Ok(Some(&b"three"[..])));
        drop(far);
        assert_eq!(inbox.fill(near.as_fd()), Ok(Filled::End));
    }

    #[test]
    fn an_endless_line_ends_at_the_limit_and_memory_is_given_back() {
        let (mut far, near) = UnixStream::pair().unwrap();
        let writer = thread::spawn(move || {
            let junk = [b'x'; 1 << 16];
            while far.write_all(&junk).is_ok() {}
        });
        let mut inbox = Inbox::default();
        let length = loop {
            match inbox.fill(near.as_fd()) {
                Ok(Filled::Nothing) => thread::yield_now(),
                Ok(_) => {}
                Err(errno) => panic!("{errno}"),
            }
            if let Err(length) = inbox.line() {
                break length;
            }
        };
        assert!(length > LONGEST && inbox.buffer.capacity() < 2 * LONGEST + SPARE);
        drop(near);
        writer.join().unwrap();
        inbox.start = inbox.end;
        inbox.searched = inbox.end;
        inbox.make_room();
        assert!(inbox.buffer.capacity() <= SPARE);
    }
}
