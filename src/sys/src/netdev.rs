//! Network devices of the host.

use std::{
    io, mem,
    os::fd::{AsRawFd, FromRawFd, OwnedFd},
};

/// Removes a device.
pub fn delete(name: &str) -> io::Result<()> {
    let mut message = Message::new(libc::RTM_DELLINK, 0);
    message.link(0);
    message.text(libc::IFLA_IFNAME, name);
    message.send().map(drop)
}

/// A request of the kernel's routing protocol.
pub(crate) struct Message(Vec<u8>);

/// The size of the header, `nlmsghdr`.
const HEADER: usize = 16;

impl Message {
    pub(crate) fn new(kind: u16, flags: i32) -> Message {
        let mut bytes = vec![0; HEADER];
        bytes[4..6].copy_from_slice(&kind.to_ne_bytes());
        let flags = (flags | libc::NLM_F_REQUEST | libc::NLM_F_ACK) as u16;
        bytes[6..8].copy_from_slice(&flags.to_ne_bytes());
        bytes[8..12].copy_from_slice(&1_u32.to_ne_bytes());
        Message(bytes)
    }

    /// `ifinfomsg` for the device with that index; 0 when its name follows.
    pub(crate) fn link(&mut self, index: u32) {
        let mut info = [0; 16];
        info[4..8].copy_from_slice(&index.to_ne_bytes());
        self.0.extend_from_slice(&info);
    }

    pub(crate) fn bytes(&mut self, kind: u16, value: &[u8]) {
        let length = value.len() as u16 + 4;
        self.0.extend_from_slice(&length.to_ne_bytes());
        self.0.extend_from_slice(&kind.to_ne_bytes());
        self.0.extend_from_slice(value);
        self.0.resize(self.0.len().next_multiple_of(4), 0);
    }

    pub(crate) fn text(&mut self, kind: u16, value: &str) {
        let mut value = value.as_bytes().to_vec();
        value.push(0);
        self.bytes(kind, &value);
    }

    pub(crate) fn number(&mut self, kind: u16, value: u32) {
        self.bytes(kind, &value.to_ne_bytes());
    }

    /// Attributes inside of another.
    pub(crate) fn nest(&mut self, kind: u16, fill: impl FnOnce(&mut Message)) {
        let start = self.0.len();
        self.bytes(kind, &[]);
        fill(self);
        let length = (self.0.len() - start) as u16;
        self.0[start..start + 2].copy_from_slice(&length.to_ne_bytes());
    }

    /// Has the kernel do it.
    pub(crate) fn send(mut self) -> io::Result<()> {
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
        let mut answer = [0_u8; 8192];
        // SAFETY: the kernel writes no more than the buffer's size.
        let received = unsafe {
            libc::recv(socket.as_raw_fd(), answer.as_mut_ptr().cast(), mem::size_of_val(&answer), 0)
        };
        if received < 0 {
            return Err(io::Error::last_os_error());
        }
        // `nlmsgerr`: the number after the header, negative for an error.
        let number = answer.get(HEADER..HEADER + 4).and_then(|bytes| bytes.try_into().ok());
        match number.map_or(-libc::EPROTO, i32::from_ne_bytes) {
            0 => Ok(()),
            error => Err(io::Error::from_raw_os_error(error.saturating_neg())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_that_is_not_there_cannot_be_removed() {
        let cause = delete("virt-no-such0").unwrap_err();
        assert!(matches!(cause.raw_os_error(), Some(libc::ENODEV | libc::EPERM)), "{cause}");
    }
}
