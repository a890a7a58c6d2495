//! What the server knows of one client: its connection, what it may do, and the events it watches for.

use super::streams::Streams;
use crate::{events, xdr::Writer};
use std::sync::{
    Arc, Mutex, MutexGuard, OnceLock, PoisonError,
    atomic::{AtomicBool, Ordering},
};
use virt_core::{
    Result,
    api::Admin,
    connection::{self, Connection, OpenRequest},
    event::{Class, Event, Filter, Subscriber},
    op::Op,
};
use virt_error::{bail, error};

/// What a server serves, and to whom.
pub trait Service: Send + Sync {
    /// Opens the connection that a client asks for.
    fn open(&self, uri: &str, read_only: bool) -> Result<Connection> {
        connection::open(&OpenRequest { uri, read_only, auth: None, flags: u32::from(read_only) })
    }

    /// Whether clients of this server may only read, whatever they ask for.
    fn read_only(&self) -> bool {
        false
    }

    /// Who answers administration; nobody unless this is an administration socket.
    fn admin(&self) -> Option<&(dyn Admin + 'static)> {
        None
    }

    /// Refuses an operation that this client has no permission for.
    #[allow(unused_variables)]
    fn check_access(&self, op: &'static Op, flags: u32, source: u32) -> Result<()> {
        Ok(())
    }
}

/// Where a session's own messages go. What a client does not read costs that client only.
pub trait Outlet: Send + Sync {
    fn send(&self, message: &[u8]);

    /// Waits until the client has taken most of what waits for it, and then sends. `false`: the client is gone.
    fn send_when_taken(&self, message: &[u8]) -> bool;
}

/// One client.
pub struct Session {
    service: Arc<dyn Service>,
    outlet: Arc<dyn Outlet>,
    connection: OnceLock<Connection>,
    opening: Mutex<()>,
    watches: Mutex<Vec<Watch>>,
    pub(super) streams: Streams,
    closing: AtomicBool,
}

/// A watch that a client has asked for.
struct Watch {
    number: i32,
    filter: Filter,
    form: Form,
}

/// How a client that watches is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// With the number of its watch.
    Watched,
    /// Without, as before there were watches.
    Legacy,
}

impl Session {
    pub fn new(service: Arc<dyn Service>, outlet: Arc<dyn Outlet>) -> Session {
        Session {
            service,
            outlet,
            connection: OnceLock::new(),
            opening: Mutex::default(),
            watches: Mutex::default(),
            streams: Streams::default(),
            closing: AtomicBool::new(false),
        }
    }

    /// Refuses what this client may not do.
    #[inline]
    pub(super) fn admit(&self, op: &'static Op, flags: u32, source: u32) -> Result<()> {
        if self.connection.get().is_some_and(|connection| connection.read_only)
            && op.writes.holds(flags, source)
        {
            op.check_writable(true, flags, source, &op.api_name())?;
        }
        self.service.check_access(op, flags, source)
    }

    /// The client's connection.
    #[inline]
    pub(super) fn connection(&self) -> Result<&Connection> {
        self.connection.get().ok_or_else(|| error!(Rpc, InternalError, "connection not open"))
    }

    pub(super) fn admin(&self) -> Result<&(dyn Admin + 'static)> {
        self.service.admin().ok_or_else(|| error!(Rpc, InternalError, "connection not open"))
    }

    pub(super) fn open(&self, uri: &str, read_only: bool) -> Result<()> {
        let _alone = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if self.connection.get().is_some() {
            bail!(Rpc, InternalError, "connection already open");
        }
        let connection = self.service.open(uri, read_only || self.service.read_only())?;
        // Nobody else sets it while `opening` is held.
        let _ = self.connection.set(connection);
        Ok(())
    }

    /// Tells the client of `class` events from now on.
    pub(super) fn watch(&self, filter: Filter, form: Form) -> Result<i32> {
        if !events::exists(filter.class, filter.id) {
            let word = class_word(filter.class);
            bail!(Rpc, InternalError, "unsupported {word}event ID {}", filter.id);
        }
        let link = &self.connection()?.drivers.link;
        let mut watches = self.watches();
        let double = |watch: &Watch| watch.form == Form::Legacy && watch.filter == filter;
        if form == Form::Legacy && watches.iter().any(double) {
            bail!(Rpc, InternalError, "domain event {} already registered", filter.id);
        }
        let listener = Arc::new(Listener { outlet: self.outlet.clone(), form });
        let number = link.watch(&filter, listener)?;
        watches.push(Watch { number, filter, form });
        Ok(number)
    }

    /// Ends the watch that `which` picks.
    pub(super) fn unwatch(&self, which: Which) -> Result<()> {
        let connection = self.connection()?;
        let mut watches = self.watches();
        let Some(index) = watches.iter().position(|watch| which.is(watch)) else {
            return Err(which.missing());
        };
        connection.drivers.link.unwatch(&watches[index].filter, watches[index].number)?;
        watches.swap_remove(index);
        Ok(())
    }

    /// Tells the client when its connection's own other end is lost; `false` takes that back.
    pub(super) fn tell_of_close(&self, wanted: bool) -> Result<()> {
        let link = &self.connection()?.drivers.link;
        let outlet = self.outlet.clone();
        link.on_close(wanted.then(|| -> connection::CloseCallback {
            Box::new(move |reason| super::protocol::send_closed(&*outlet, reason))
        }))
    }

    /// The connection ends once the answer is sent.
    pub(super) fn close_after_reply(&self) {
        self.closing.store(true, Ordering::Release);
    }

    pub(super) fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Acquire)
    }

    /// What has to wait until the answer is on its way begins.
    #[inline]
    pub(super) fn answered(&self) {
        self.streams.start(&self.outlet);
    }

    /// Ends everything that the client has opened or asked to be told of.
    pub fn end(&self) {
        self.streams.end();
        let Some(connection) = self.connection.get() else { return };
        for watch in self.watches().drain(..) {
            let _ = connection.drivers.link.unwatch(&watch.filter, watch.number);
        }
        let _ = connection.drivers.link.on_close(None);
    }

    fn watches(&self) -> MutexGuard<'_, Vec<Watch>> {
        self.watches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Which watch to end.
#[derive(Clone, Copy)]
pub(super) enum Which {
    Number(Class, i32),
    /// The one without a number, of domain events of this identifier.
    Legacy(i32),
}

impl Which {
    fn is(self, watch: &Watch) -> bool {
        match self {
            Which::Number(class, number) => {
                watch.form == Form::Watched && watch.filter.class == class && watch.number == number
            }
            Which::Legacy(id) => watch.form == Form::Legacy && watch.filter.id == id,
        }
    }

    fn missing(self) -> virt_core::Error {
        match self {
            Which::Number(class, number) => {
                let word = if class == Class::Domain { "domain " } else { class_word(class) };
                error!(Rpc, InternalError, "{word}event callback {number} not registered")
            }
            Which::Legacy(id) => error!(Rpc, InternalError, "domain event {id} not registered"),
        }
    }
}

/// How messages name events of a class; domains, the first, have no word.
fn class_word(class: Class) -> &'static str {
    match class {
        Class::Domain => "",
        Class::Network => "network ",
        Class::StoragePool => "storage pool ",
        Class::NodeDevice => "node device ",
        Class::Secret => "secret ",
        Class::QemuMonitor => "qemu monitor ",
    }
}

/// Passes events on to the client.
struct Listener {
    outlet: Arc<dyn Outlet>,
    form: Form,
}

impl Subscriber for Listener {
    fn deliver(&self, watch: i32, event: &Arc<Event>) {
        let mut to = Writer::default();
        let written = match self.form {
            Form::Watched => events::message(watch, event, &mut to).map(|()| true),
            Form::Legacy => events::legacy_message(event, &mut to),
        };
        match written {
            Ok(true) => self.outlet.send(to.bytes()),
            Ok(false) => {}
            Err(error) => log::error!("an event does not fit into a message: {error}"),
        }
    }
}
