//! Reading a monitor, on the reactor's thread.

use super::{
    Listener,
    channel::Channel,
    inbox::{Filled, Inbox, LONGEST},
    message::{self, Message},
};
use std::{os::fd::AsFd, sync::Arc};
use virt_error::{Error, Origin, Result, error};
use virt_sys::reactor::{Interest, Reactor};

/// What belongs to a monitor and is used by the reading thread alone. Each turn reads a bounded piece, so that one
/// monitor's flood does not keep others from their answers.
pub struct Reader {
    channel: Arc<Channel>,
    listener: Arc<dyn Listener>,
    inbox: Inbox,
}

impl Reader {
    /// Has the monitor read from now on.
    pub fn start(reactor: &Reactor, channel: Arc<Channel>, listener: Arc<dyn Listener>) -> Result<()> {
        let socket = channel.socket().clone();
        let watched = channel.clone();
        let mut reader = Reader { channel, listener, inbox: Inbox::default() };
        let watch = reactor.watch(socket, Interest::READ, move |_| {
            if !reader.read() {
                reader.channel.unwatch();
            } else if reader.listener.is_behind() {
                reader.channel.set_reading(false);
                // It may have caught up meanwhile, and would tell nobody.
                if !reader.listener.is_behind() {
                    reader.channel.set_reading(true);
                }
            }
        })?;
        watched.watched_by(watch);
        Ok(())
    }

    /// Reads once; whether there is to be a next time.
    fn read(&mut self) -> bool {
        let outcome = match self.inbox.fill(self.channel.socket().as_fd()) {
            Ok(Filled::Bytes) => self.take_lines(),
            Ok(Filled::Nothing) => Ok(()),
            Ok(Filled::End) => {
                let name = self.channel.name();
                Err(error!(Qemu, InternalError, "End of file from qemu monitor (vm='{name}')"))
            }
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
                Message::Greeting => self.channel.greeted(),
                _ if !self.channel.has_greeted() => {
                    return Err(error!(Qemu, InternalError, "the emulator's monitor did not greet as QMP"));
                }
                Message::Event { name, data, time } => self.listener.event(&name, data, time),
                Message::Reply(reply) => self.channel.reply(reply),
            }
        }
    }
}
