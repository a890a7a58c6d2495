//! Consoles and channels of a running guest as streams.

use crate::connection::QemuConnection;
use std::{
    collections::HashMap,
    fs::OpenOptions,
    os::{
        fd::OwnedFd,
        unix::{fs::OpenOptionsExt, net::UnixStream},
    },
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};
use virt_conf::domain::{
    Domain as Document,
    address::DeviceInfo,
    chardev::{ChardevSource, ChardevType, ConsoleTarget},
};
use virt_core::{
    connection::check_flags,
    constants::*,
    descriptor_stream::{self, Handle},
    records::Domain,
    stream::StreamBox,
};
use virt_error::{Error, Origin, Result, bail};

/// The streams that are open, by what they are open to: each terminal and socket has at most one.
#[derive(Clone, Default)]
pub struct Lines(Arc<Mutex<HashMap<PathBuf, Open>>>);

struct Open {
    /// Tells it from the one that takes its place.
    number: u64,
    handle: Option<Handle>,
}

impl Lines {
    /// Opens a stream to `path`. With `force` an earlier stream is ended, otherwise it is in the way: the error then
    /// says `busy`, `VIR_ERR_OPERATION_FAILED`.
    fn open(
        &self,
        path: PathBuf,
        force: bool,
        busy: &str,
        connect: impl FnOnce(&PathBuf) -> Result<OwnedFd>,
    ) -> Result<StreamBox> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number = match lines.get(&path) {
            Some(_) if !force => bail!(Qemu, OperationFailed, "{busy}"),
            Some(open) => open.number + 1,
            None => 0,
        };
        // The place is taken before it is connected to, so that two cannot do so at once.
        let before = lines.insert(path.clone(), Open { number, handle: None });
        drop(lines);
        if let Some(handle) = before.and_then(|before| before.handle) {
            handle.end();
        }
        let ended = {
            let (lines, path) = (self.clone(), path.clone());
            move || lines.forget(&path, number)
        };
        let opened = connect(&path).and_then(|descriptor| {
            let ended = ended.clone();
            descriptor_stream::duplex(descriptor, Some(Box::new(ended)))
        });
        let (stream, handle) = opened.inspect_err(|_| ended())?;
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match lines.get_mut(&path).filter(|open| open.number == number) {
            Some(open) => {
                open.handle = Some(handle);
                Ok(stream)
            }
            None => {
                // Somebody else forced this one out before it was there.
                drop(lines);
                bail!(Qemu, OperationFailed, "{busy}")
            }
        }
    }

    fn forget(&self, path: &PathBuf, number: u64) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.get(path).is_some_and(|open| open.number == number) {
            lines.remove(path);
        }
    }
}

/// The terminal that a character device has.
fn terminal(source: &ChardevSource) -> Option<PathBuf> {
    source.sources.first().and_then(|source| source.path.as_deref()).map(PathBuf::from)
}

/// A device with a line to it.
struct Line<'a> {
    info: &'a DeviceInfo,
    kind: Option<ChardevType>,
    source: &'a ChardevSource,
}

/// The line that `name` names by its alias; without one, the first console, else the first serial port.
fn find<'a>(document: &'a Document, name: Option<&str>) -> Option<Line<'a>> {
    let devices = &document.devices;
    let consoles = devices.consoles.iter().map(|device| {
        let target = device.target.as_ref().and_then(|target| target.kind);
        let line = Line { info: &device.info, kind: device.kind, source: &device.source };
        (target.is_none_or(|target| target == ConsoleTarget::Serial), line)
    });
    let mut serials = devices.serials.iter().map(|device| Line {
        info: &device.info,
        kind: device.kind,
        source: &device.source,
    });
    let parallels = devices.parallels.iter().map(|device| Line {
        info: &device.info,
        kind: device.kind,
        source: &device.source,
    });
    match name {
        Some(name) => {
            let has_name = |line: &Line<'_>| line.info.alias.as_ref().is_some_and(|alias| alias.0 == name);
            // A console may be a serial port's other name; both lead to the same line.
            consoles.map(|(_, line)| line).chain(serials).chain(parallels).find(has_name)
        }
        None => {
            let mut consoles = consoles;
            match consoles.next() {
                Some((false, line)) => Some(line),
                Some((true, line)) => serials.next().or(Some(line)),
                None => serials.next(),
            }
        }
    }
}

impl QemuConnection {
    pub(super) fn open_console(
        &self,
        dom: &Domain,
        name: Option<&str>,
        flags: u32,
    ) -> Result<(StreamBox, ())> {
        const KNOWN: u32 = VIR_DOMAIN_CONSOLE_SAFE | VIR_DOMAIN_CONSOLE_FORCE;
        check_flags(flags, KNOWN, Origin::Qemu, "qemuDomainOpenConsole")?;
        let (state, _) = self.monitor(dom)?;
        let shown = name.unwrap_or("<default>");
        let Some(line) = find(&state.def, name) else {
            bail!(Qemu, InternalError, "cannot find character device {shown}");
        };
        let path = match (line.kind, terminal(line.source)) {
            (Some(ChardevType::Pty), Some(path)) => path,
            _ => bail!(Qemu, InternalError, "character device {shown} is not using a PTY"),
        };
        // `VIR_DOMAIN_CONSOLE_SAFE` asks for what always holds here: a terminal has one stream.
        let force = flags & VIR_DOMAIN_CONSOLE_FORCE != 0;
        let stream = self.state.lines.open(
            path,
            force,
            "Active console session exists for this domain",
            open_terminal,
        )?;
        Ok((stream, ()))
    }

    pub(super) fn open_channel(
        &self,
        dom: &Domain,
        name: Option<&str>,
        flags: u32,
    ) -> Result<(StreamBox, ())> {
        check_flags(flags, VIR_DOMAIN_CHANNEL_FORCE, Origin::Qemu, "qemuDomainOpenChannel")?;
        let (state, _) = self.monitor(dom)?;
        let channel = state.def.devices.channels.iter().find(|channel| match name {
            Some(name) => {
                channel.info.alias.as_ref().is_some_and(|alias| alias.0 == name)
                    || channel.target.as_ref().is_some_and(|target| target.name.as_deref() == Some(name))
            }
            None => true,
        });
        let shown = name.unwrap_or("<default>");
        let Some(channel) = channel else { bail!(Qemu, InternalError, "cannot find channel {shown}") };
        let path = match (channel.kind, terminal(&channel.source)) {
            (Some(ChardevType::Unix), Some(path)) => path,
            _ => bail!(Qemu, InternalError, "channel {shown} is not using a UNIX socket"),
        };
        let force = flags & VIR_DOMAIN_CHANNEL_FORCE != 0;
        let stream = self.state.lines.open(
            path,
            force,
            "Active channel stream exists for this domain",
            open_socket,
        )?;
        Ok((stream, ()))
    }
}

/// A terminal, without its becoming that of this process.
fn open_terminal(path: &PathBuf) -> Result<OwnedFd> {
    const FLAGS: i32 = (nix::fcntl::OFlag::O_NOCTTY.bits()) | nix::fcntl::OFlag::O_NONBLOCK.bits();
    let file = OpenOptions::new().read(true).write(true).custom_flags(FLAGS).open(path);
    file.map(OwnedFd::from).map_err(|cause| {
        Error::system(Origin::Streams, format!("Unable to open stream for '{}'", path.display()), &cause)
    })
}

fn open_socket(path: &PathBuf) -> Result<OwnedFd> {
    let connect = || {
        let socket = UnixStream::connect(path)?;
        socket.set_nonblocking(true)?;
        Ok(socket)
    };
    connect().map(OwnedFd::from).map_err(|cause: std::io::Error| {
        Error::system(Origin::Streams, format!("Unable to connect to '{}'", path.display()), &cause)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_core::stream::Received;

    /// What a line leads to: the far ends of those that were opened.
    fn pair(far: &Mutex<Vec<UnixStream>>) -> Result<OwnedFd> {
        let (end, near) = UnixStream::pair().unwrap();
        near.set_nonblocking(true).unwrap();
        far.lock().unwrap().push(end);
        Ok(near.into())
    }

    #[test]
    fn a_line_has_one_stream_unless_it_is_forced() {
        let (lines, far) = (Lines::default(), Mutex::default());
        let open = |force| lines.open("/dev/pts/x".into(), force, "busy", |_| pair(&far));
        let first = open(false).unwrap();
        assert_eq!(open(false).err().unwrap().message(), "operation failed: busy");
        let second = open(true).unwrap();
        assert!(first.receive(&mut [0; 4], false).is_err(), "the first one goes on");
        drop(first);
        second.do_not_block();
        assert_eq!(second.receive(&mut [0; 4], false).unwrap(), Received::WouldBlock);
        assert!(open(false).is_err());
        second.finish().unwrap();
        drop(open(false).unwrap());
        assert!(lines.0.lock().unwrap().is_empty());
    }

    #[test]
    fn what_cannot_be_opened_is_free_again() {
        let lines = Lines::default();
        let open = || lines.open("/nonexistent/pts".into(), false, "busy", open_terminal);
        let text = "Unable to open stream for '/nonexistent/pts': No such file or directory";
        assert_eq!(open().err().unwrap().message(), text);
        assert_eq!(open().err().unwrap().message(), text);
    }
}
