//! The thread that reads all monitors of this process.

use super::{
    Listener,
    channel::Channel,
    inbox::{Filled, Inbox, LONGEST},
    message::{self, Message},
};
use nix::sys::epoll::{Epoll, EpollCreateFlags, EpollEvent, EpollFlags, EpollTimeout};
use std::{
    collections::HashMap,
    os::fd::AsFd,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};
use virt_error::{Error, Origin, Result, error};

/// What belongs to a monitor and is used by the reading thread alone.
pub struct Reader {
    channel: Arc<Channel>,
    listener: Arc<dyn Listener>,
    inbox: Inbox,
    greeted: bool,
}

impl Reader {
    /// Has the monitor read from now on.
    pub fn start(channel: Arc<Channel>, listener: Arc<dyn Listener>) -> Result<()> {
        let reader = Reader { channel, listener, inbox: Inbox::default(), greeted: false };
        Readers::shared()?.add(reader)
    }

    /// Reads once; whether there is to be a next time.
    fn read(&mut self) -> bool {
        let outcome = match self.inbox.fill(self.channel.socket().as_fd()) {
            Ok(Filled::Bytes { .. }) => self.take_lines(),
            Ok(Filled::Nothing) => Ok(()),
            Ok(Filled::End) => Err(error!(Qemu, InternalError, "End of file from qemu monitor")),
            Err(errno) => Err(Error::system(Origin::Qemu, "Unable to read from monitor", &errno.into())),
        };
        let Err(error) = outcome else { return true };
        // When the monitor was closed from this side, that stays the reason.
        self.channel.fail(error);
        if let Some(why) = self.channel.end() {
            log::debug!("monitor of {}: {why}", self.channel.name());
            self.listener.closed(why);
        }
        false
    }

    fn take_lines(&mut self) -> Result<()> {
        loop {
            let line = match self.inbox.line() {
                Ok(Some(line)) => line,
                Ok(None) => return Ok(()),
                Err(_) => {
                    let text = format!("QEMU monitor reply exceeds buffer size ({LONGEST} bytes)");
                    return Err(error!(Qemu, InternalError, "{text}"));
                }
            };
            if line.is_empty() {
                continue;
            }
            match message::parse(line)? {
                Message::Greeting => self.greeted = true,
                _ if !self.greeted => {
                    return Err(error!(Qemu, InternalError, "the emulator's monitor did not greet as QMP"));
                }
                Message::Event { name, data, time } => self.listener.event(&name, data, time),
                Message::Reply(reply) => self.channel.reply(reply),
            }
        }
    }
}

/// The monitors that are read.
struct Readers {
    epoll: Epoll,
    readers: Mutex<HashMap<u64, Reader>>,
    count: AtomicU64,
}

impl Readers {
    /// Those of this process, whose thread starts with the first of them.
    fn shared() -> Result<Arc<Readers>> {
        static SHARED: Mutex<Option<Arc<Readers>>> = Mutex::new(None);
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(readers) = &*shared {
            return Ok(readers.clone());
        }
        let epoll = Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC)
            .map_err(|errno| Error::system(Origin::Qemu, "cannot watch monitors", &errno.into()))?;
        let readers = Arc::new(Readers { epoll, readers: Mutex::default(), count: AtomicU64::new(0) });
        let own = readers.clone();
        thread::Builder::new()
            .name("qemu-monitors".into())
            .spawn(move || own.run())
            .map_err(|cause| Error::system(Origin::Qemu, "cannot start a thread", &cause))?;
        *shared = Some(readers.clone());
        Ok(readers)
    }

    fn add(&self, reader: Reader) -> Result<()> {
        let channel = reader.channel.clone();
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        self.lock().insert(number, reader);
        let added = self.epoll.add(channel.socket(), EpollEvent::new(EpollFlags::EPOLLIN, number));
        added.map_err(|errno| {
            self.lock().remove(&number);
            Error::system(Origin::Qemu, "cannot watch a monitor", &errno.into())
        })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<u64, Reader>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self) {
        let mut events = [EpollEvent::empty(); 64];
        loop {
            let count = self.epoll.wait(&mut events, EpollTimeout::NONE).unwrap_or(0);
            for event in &events[..count] {
                // Out of the table while it reads, for a listener may open another monitor.
                let Some(mut reader) = self.lock().remove(&event.data()) else { continue };
                if reader.read() {
                    self.lock().insert(event.data(), reader);
                } else {
                    let _ = self.epoll.delete(reader.channel.socket());
                }
            }
        }
    }
}
