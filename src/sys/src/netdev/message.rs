//! Messages of the kernel's routing protocol.

use std::{
    io,
    os::fd::{AsRawFd, FromRawFd, OwnedFd},
};

/// A request.
pub struct Message(Vec<u8>);

/// The size of the header, `nlmsghdr`.
const HEADER: usize = 16;
/// The sizes of what follows it: `ifinfomsg`, `ifaddrmsg`, `rtmsg`, `tcmsg`.
pub const LINK: usize = 16;
pub const ADDRESS: usize = 8;
pub const ROUTE: usize = 12;
pub const QUEUEING: usize = 20;

impl Message {
    pub fn new(kind: u16, flags: i32) -> Message {
        let mut bytes = vec![0; HEADER];
        bytes[4..6].copy_from_slice(&kind.to_ne_bytes());
        let flags = (flags | libc::NLM_F_REQUEST) as u16;
        bytes[6..8].copy_from_slice(&flags.to_ne_bytes());
        bytes[8..12].copy_from_slice(&1_u32.to_ne_bytes());
        Message(bytes)
    }

    /// `ifinfomsg` for the device with that index; 0 when its name follows.
    pub fn link(&mut self, index: u32, up: Option<bool>) {
        self.link_of(libc::AF_UNSPEC, index, up);
    }

    /// The same for what a family of protocols knows of the device.
    pub fn link_of(&mut self, family: i32, index: u32, up: Option<bool>) {
        let mut info = [0; LINK];
        info[0] = family as u8;
        info[4..8].copy_from_slice(&index.to_ne_bytes());
        if let Some(up) = up {
            let flag = libc::IFF_UP as u32;
            info[8..12].copy_from_slice(&(if up { flag } else { 0 }).to_ne_bytes());
            info[12..16].copy_from_slice(&flag.to_ne_bytes());
        }
        self.head(&info);
    }

    /// What comes before the attributes.
    pub fn head(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub fn bytes(&mut self, kind: u16, value: &[u8]) {
        let length = value.len() as u16 + 4;
        self.0.extend_from_slice(&length.to_ne_bytes());
        self.0.extend_from_slice(&kind.to_ne_bytes());
        self.0.extend_from_slice(value);
        self.0.resize(self.0.len().next_multiple_of(4), 0);
    }

    pub fn text(&mut self, kind: u16, value: &str) {
        let mut value = value.as_bytes().to_vec();
        value.push(0);
        self.bytes(kind, &value);
    }

    pub fn number(&mut self, kind: u16, value: u32) {
        self.bytes(kind, &value.to_ne_bytes());
    }

    /// Attributes inside of another.
    pub fn nest(&mut self, kind: u16, fill: impl FnOnce(&mut Message)) {
        let start = self.0.len();
        self.bytes(kind, &[]);
        fill(self);
        let length = (self.0.len() - start) as u16;
        self.0[start..start + 2].copy_from_slice(&length.to_ne_bytes());
    }

    /// Has the kernel do it.
    pub fn send(mut self) -> io::Result<()> {
        self.flags(libc::NLM_F_ACK);
        self.exchange().map(drop)
    }

    /// Has the kernel answer: what follows the header.
    pub fn ask(self) -> io::Result<Vec<u8>> {
        let mut answer = self.exchange()?;
        answer.drain(..HEADER.min(answer.len()));
        Ok(answer)
    }

    fn flags(&mut self, more: i32) {
        let flags = u16::from_ne_bytes([self.0[6], self.0[7]]) | more as u16;
        self.0[6..8].copy_from_slice(&flags.to_ne_bytes());
    }

    fn exchange(mut self) -> io::Result<Vec<u8>> {
        let length = self.0.len() as u32;
        self.0[..4].copy_from_slice(&length.to_ne_bytes());
        // SAFETY: a plain system call.
        let socket = unsafe {
            libc::socket(libc::AF_NETLINK, libc::SOCK_RAW | libc::SOCK_CLOEXEC, libc::NETLINK_ROUTE)
        };
        if socket < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: the kernel has just made this descriptor for us.
        let socket = unsafe { OwnedFd::from_raw_fd(socket) };
        // SAFETY: the buffer's length is its own.
        let sent = unsafe { libc::send(socket.as_raw_fd(), self.0.as_ptr().cast(), self.0.len(), 0) };
        if sent < 0 {
            return Err(io::Error::last_os_error());
        }
        let mut answer = vec![0_u8; 32768];
        // SAFETY: the kernel writes no more than the buffer's size.
        let received = unsafe { libc::recv(socket.as_raw_fd(), answer.as_mut_ptr().cast(), answer.len(), 0) };
        answer.truncate(usize::try_from(received).map_err(|_| io::Error::last_os_error())?);
        // `nlmsgerr`: the number after the header, negative for an error.
        let kind = answer.get(4..6).and_then(|bytes| bytes.try_into().ok()).map(u16::from_ne_bytes);
        if kind.map(i32::from) != Some(libc::NLMSG_ERROR) {
            return Ok(answer);
        }
        let number = answer.get(HEADER..HEADER + 4).and_then(|bytes| bytes.try_into().ok());
        match number.map_or(-libc::EPROTO, i32::from_ne_bytes) {
            0 => Ok(answer),
            error => Err(io::Error::from_raw_os_error(error.saturating_neg())),
        }
    }
}

/// The attributes of an answer: their kinds, without marks, and their values.
pub fn attributes(mut bytes: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    const HEAD: usize = 4;
    std::iter::from_fn(move || {
        let length = u16::from_ne_bytes(bytes.get(..2)?.try_into().ok()?) as usize;
        let kind = u16::from_ne_bytes(bytes.get(2..HEAD)?.try_into().ok()?);
        let value = bytes.get(HEAD..length)?;
        bytes = bytes.get(length.next_multiple_of(4)..).unwrap_or_default();
        Some((kind & libc::NLA_TYPE_MASK as u16, value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_end_where_the_answer_does() {
        let mut message = Message(Vec::new());
        message.text(3, "lo");
        message.number(4, 1500);
        let read: Vec<(u16, &[u8])> = attributes(&message.0).collect();
        assert_eq!(read, [(3, &b"lo\0"[..]), (4, &1500_u32.to_ne_bytes()[..])]);
        // One that is cut, one that claims to be shorter than its head, and none.
        assert_eq!(attributes(&message.0[..message.0.len() - 1]).count(), 1);
        assert_eq!(attributes(&[1, 0, 0, 0]).count(), 0);
        assert_eq!(attributes(&[]).count(), 0);
    }
}
