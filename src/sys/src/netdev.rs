//! Network devices of the host: made, changed and removed by the kernel's routing protocol.

use std::{
    ffi::CString,
    fs, io, mem,
    os::fd::{AsRawFd, FromRawFd, OwnedFd},
    path::Path,
};

/// What a device is given. What is `None` stays as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings<'a> {
    pub mac: Option<[u8; 6]>,
    pub mtu: Option<u32>,
    /// The bridge that it becomes a port of.
    pub bridge: Option<&'a str>,
    pub up: Option<bool>,
}

/// How a macvtap device and its like share the device below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum MacvtapMode {
    Private = 1,
    Vepa = 2,
    Bridge = 4,
    Passthrough = 8,
}

/// The number of a device.
pub fn index(name: &str) -> io::Result<u32> {
    let name = CString::new(name).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
    // SAFETY: the name ends with a NUL.
    match unsafe { libc::if_nametoindex(name.as_ptr()) } {
        0 => Err(io::Error::last_os_error()),
        index => Ok(index),
    }
}

/// Changes a device.
pub fn change(name: &str, settings: Settings<'_>) -> io::Result<()> {
    let mut message = Message::new(libc::RTM_NEWLINK, 0);
    message.link(index(name)?, settings.up);
    if let Some(mac) = settings.mac {
        message.bytes(libc::IFLA_ADDRESS, &mac);
    }
    if let Some(mtu) = settings.mtu {
        message.number(libc::IFLA_MTU, mtu);
    }
    if let Some(bridge) = settings.bridge {
        message.number(libc::IFLA_MASTER, index(bridge)?);
    }
    message.send()
}

/// Makes a macvtap device over another one; it has the first free name `macvtap0`, `macvtap1`, … unless one is given.
pub fn make_macvtap(name: Option<&str>, below: &str, mac: [u8; 6], mode: MacvtapMode) -> io::Result<String> {
    /// How many names are tried.
    const MOST: u32 = 8192;
    let below = index(below)?;
    let make = |name: &str| {
        let mut message = Message::new(libc::RTM_NEWLINK, libc::NLM_F_CREATE | libc::NLM_F_EXCL);
        message.link(0, None);
        message.number(libc::IFLA_LINK, below);
        message.bytes(libc::IFLA_ADDRESS, &mac);
        message.text(libc::IFLA_IFNAME, name);
        message.nest(libc::IFLA_LINKINFO, |info| {
            info.text(libc::IFLA_INFO_KIND, "macvtap");
            info.nest(libc::IFLA_INFO_DATA, |data| data.number(IFLA_MACVLAN_MODE, mode as u32));
        });
        message.send()
    };
    if let Some(name) = name {
        return make(name).map(|()| name.to_owned());
    }
    for number in 0..MOST {
        let name = format!("macvtap{number}");
        match make(&name) {
            Err(cause) if cause.raw_os_error() == Some(libc::EEXIST) => {}
            outcome => return outcome.map(|()| name),
        }
    }
    Err(io::Error::from_raw_os_error(libc::EEXIST))
}

/// `IFLA_MACVLAN_MODE` of the kernel.
const IFLA_MACVLAN_MODE: u16 = 1;

/// Removes a device.
pub fn delete(name: &str) -> io::Result<()> {
    let mut message = Message::new(libc::RTM_DELLINK, 0);
    message.link(0, None);
    message.text(libc::IFLA_IFNAME, name);
    message.send()
}

/// The largest packet that a device takes.
pub fn mtu(name: &str) -> io::Result<u32> {
    let text = fs::read_to_string(Path::new("/sys/class/net").join(name).join("mtu"))?;
    text.trim().parse().map_err(|_| io::Error::from(io::ErrorKind::InvalidData))
}

/// Keeps a port of a bridge from all other ports that are kept so.
pub fn isolate(name: &str) -> io::Result<()> {
    fs::write(Path::new("/sys/class/net").join(name).join("brport/isolated"), "1")
}

/// A request of the kernel's routing protocol.
struct Message(Vec<u8>);

/// The size of the header, `nlmsghdr`.
const HEADER: usize = 16;

impl Message {
    fn new(kind: u16, flags: i32) -> Message {
        let mut bytes = vec![0; HEADER];
        bytes[4..6].copy_from_slice(&kind.to_ne_bytes());
        let flags = (flags | libc::NLM_F_REQUEST | libc::NLM_F_ACK) as u16;
        bytes[6..8].copy_from_slice(&flags.to_ne_bytes());
        bytes[8..12].copy_from_slice(&1_u32.to_ne_bytes());
        Message(bytes)
    }

    /// `ifinfomsg` for the device with that index; 0 when its name follows.
    fn link(&mut self, index: u32, up: Option<bool>) {
        let mut info = [0; 16];
        info[4..8].copy_from_slice(&index.to_ne_bytes());
        if let Some(up) = up {
            let flag = libc::IFF_UP as u32;
            info[8..12].copy_from_slice(&(if up { flag } else { 0 }).to_ne_bytes());
            info[12..16].copy_from_slice(&flag.to_ne_bytes());
        }
        self.0.extend_from_slice(&info);
    }

    fn bytes(&mut self, kind: u16, value: &[u8]) {
        let length = value.len() as u16 + 4;
        self.0.extend_from_slice(&length.to_ne_bytes());
        self.0.extend_from_slice(&kind.to_ne_bytes());
        self.0.extend_from_slice(value);
        self.0.resize(self.0.len().next_multiple_of(4), 0);
    }

    fn text(&mut self, kind: u16, value: &str) {
        let mut value = value.as_bytes().to_vec();
        value.push(0);
        self.bytes(kind, &value);
    }

    fn number(&mut self, kind: u16, value: u32) {
        self.bytes(kind, &value.to_ne_bytes());
    }

    /// Attributes inside of another.
    fn nest(&mut self, kind: u16, fill: impl FnOnce(&mut Message)) {
        let start = self.0.len();
        self.bytes(kind, &[]);
        fill(self);
        let length = (self.0.len() - start) as u16;
        self.0[start..start + 2].copy_from_slice(&length.to_ne_bytes());
    }

    /// Has the kernel do it.
    fn send(mut self) -> io::Result<()> {
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
