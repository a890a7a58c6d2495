//! One connection to a daemon.

use crate::{address::Address, events::Watches, idle::IdleReader};
use nix::errno::Errno;
use std::{
    os::unix::net::UnixStream,
    path::Path,
    sync::{Arc, Mutex, OnceLock, Weak},
};
use virt_core::{
    Origin, Result, api::ops, connection::CloseCallback, constants::VIR_CONNECT_RO, event_loop, op::Op,
    types::List,
};
use virt_error::{Error, bail};
use virt_rpc::{
    client::{Client, Receiver},
    events::{self, CONNECTION_CLOSED},
    message::Header,
    xdr::{Pack, Unpack, unpack_all},
};

/// Features that a daemon is asked for.
pub mod feature {
    pub const PROGRAM_KEEPALIVE: i32 = 10;
    pub const REMOTE_CLOSE_CALLBACK: i32 = 15;
}

/// Ways to authenticate.
mod auth {
    pub const NONE: i32 = 0;
    pub const POLKIT: i32 = 2;
}

pub struct Remote {
    pub client: Arc<Client>,
    pub inward: Arc<Inward>,
    /// The daemon answers keepalive; asked for only when there is an event loop to send it.
    pub keepalive: bool,
    pub idle: OnceLock<IdleReader>,
    pub pinger: Mutex<Option<i32>>,
    /// The daemon tells when its own connection is lost.
    pub told_of_close: Mutex<bool>,
}

/// What comes from the daemon of its own accord.
#[derive(Default)]
pub struct Inward {
    pub watches: Watches,
    pub on_close: Mutex<Option<CloseCallback>>,
    /// The event loop's part, once there is one.
    remote: OnceLock<Weak<Remote>>,
}

impl Remote {
    /// Connects, authenticates and opens.
    pub fn open(address: &Address, read_only: bool) -> Result<Arc<Remote>> {
        let (client, inward) = connect(&address.socket)?;
        authenticate(&client)?;

        let keepalive = event_loop::current().is_some() && supports(&client, feature::PROGRAM_KEEPALIVE)?;
        let name = (!address.name.is_empty()).then_some(address.name.as_str());
        let flags = if read_only { VIR_CONNECT_RO } else { 0 };
        ask::<()>(&client, &ops::connect_open, &[&name, &flags])?;
        Remote::new(client, inward, keepalive)
    }

    /// A connection that the daemon has opened; the event loop, where there is one, reads what comes unasked.
    pub fn new(client: Arc<Client>, inward: Arc<Inward>, keepalive: bool) -> Result<Arc<Remote>> {
        let remote = Arc::new(Remote {
            client,
            inward,
            keepalive,
            idle: OnceLock::new(),
            pinger: Mutex::default(),
            told_of_close: Mutex::default(),
        });
        let _ = remote.inward.remote.set(Arc::downgrade(&remote));
        if let Some(event_loop) = event_loop::current() {
            IdleReader::start(&remote, event_loop)?;
        }
        Ok(remote)
    }

    /// Calls a procedure that no driver has: registration, features.
    pub fn ask<R: for<'a> Unpack<'a>>(&self, op: &Op, arguments: &[&dyn Pack]) -> Result<R> {
        ask(&self.client, op, arguments)
    }

    pub fn supports(&self, feature: i32) -> Result<bool> {
        supports(&self.client, feature)
    }
}

/// Connects to the socket that a daemon listens at.
pub fn connect(socket: &Path) -> Result<(Arc<Client>, Arc<Inward>)> {
    let shown = socket.display();
    let socket = UnixStream::connect(socket).map_err(|cause| {
        Error::system(Origin::Rpc, format!("Failed to connect socket to '{shown}'"), &cause)
    })?;
    let inward = Arc::new(Inward::default());
    let client = Arc::new(Client::new(socket, Box::new(Incoming(inward.clone()))));
    Ok((client, inward))
}

/// Calls a procedure on a connection that may not be open yet.
pub fn ask<R: for<'a> Unpack<'a>>(client: &Client, op: &Op, arguments: &[&dyn Pack]) -> Result<R> {
    let mut call = client.begin(op);
    arguments.iter().for_each(|argument| argument.pack(call.arguments()));
    client.finish(call)
}

fn supports(client: &Client, feature: i32) -> Result<bool> {
    Ok(ask::<i32>(client, &ops::connect_supports_feature, &[&feature])? != 0)
}

fn authenticate(client: &Client) -> Result<()> {
    let ways: List<i32, 20> = ask(client, &ops::auth_list, &[])?;
    if ways.contains(&auth::NONE) {
        Ok(())
    } else if ways.contains(&auth::POLKIT) {
        ask::<i32>(client, &ops::auth_polkit, &[]).map(drop)
    } else {
        bail!(Remote, AuthFailed, "unsupported authentication type {}", ways.first().unwrap_or(&-1))
    }
}

/// The client's receiver.
struct Incoming(Arc<Inward>);

impl Receiver for Incoming {
    fn message(&self, header: &Header, payload: &[u8]) {
        if header.program != virt_core::op::Program::remote as u32 {
            log::debug!("an event of program {:#x}", header.program);
            return;
        }
        match events::read(header.procedure, payload) {
            Some(Ok((watch, event))) => self.0.watches.deliver(watch, event),
            Some(Err(malformed)) => log::warn!("event {}: {malformed}", header.procedure),
            None if header.procedure == CONNECTION_CLOSED => {
                if let Ok(reason) = unpack_all::<i32>(payload) {
                    self.0.tell_closed(reason);
                }
            }
            None => log::debug!("an event of unknown number {}", header.procedure),
        }
    }

    fn closed(&self, reason: i32) {
        if let Some(remote) = self.0.remote.get().and_then(Weak::upgrade) {
            remote.leave_loop();
        }
        self.0.tell_closed(reason);
    }
}

impl Inward {
    fn tell_closed(&self, reason: i32) {
        let callback = self.on_close.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
        if let Some(callback) = callback {
            callback(reason);
        }
    }
}

/// A failed system call of this driver's own.
pub fn system(what: &str) -> impl Fn(Errno) -> Error + '_ {
    move |errno| Error::system(Origin::Rpc, what, &errno.into())
}
