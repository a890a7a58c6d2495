//! One connection to an instance: its watches, and what ends with it.

use crate::state::QemuState;
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU64, Ordering},
};
use virt_core::{
    api::*,
    connection::{CloseCallback, Link, OpenRequest},
    event::{Filter, Subscriber},
    watches::Watches,
};
use virt_error::{Origin, Result};
use virt_sys::fork;

/// A connection. Every family of operations is implemented on it, in the room of its subject.
pub struct QemuConnection {
    pub(crate) state: Arc<QemuState>,
    /// The URI that it was opened with.
    pub(crate) uri: String,
    /// Tells this connection from every other of the process.
    pub(crate) number: u64,
    watches: Watches,
    closed: AtomicBool,
    /// In which of its forks the process opened it.
    generation: u64,
}

static NUMBER: AtomicU64 = AtomicU64::new(1);

impl QemuConnection {
    pub(crate) fn new(state: Arc<QemuState>, request: &OpenRequest<'_>) -> QemuConnection {
        QemuConnection {
            state,
            uri: request.uri.to_owned(),
            number: NUMBER.fetch_add(1, Ordering::Relaxed),
            watches: Watches::default(),
            closed: AtomicBool::new(false),
            generation: fork::generation(),
        }
    }
}

impl Link for QemuConnection {
    fn watch(&self, filter: &Filter, subscriber: Arc<dyn Subscriber>) -> Result<i32> {
        Ok(self.watches.add(self.state.outbox.hub(), filter, subscriber))
    }

    fn has_monitor_events(&self) -> bool {
        true
    }

    fn unwatch(&self, _filter: &Filter, watch: i32) -> Result<()> {
        self.watches.end(self.state.outbox.hub(), watch, Origin::Qemu)
    }

    fn on_close(&self, _callback: Option<CloseCallback>) -> Result<()> {
        // The instance is in this process: it is never lost.
        Ok(())
    }

    fn close(&self) {
        // In a child of `fork` it is the parent's: what ended here would end there.
        if self.generation != fork::generation() || self.closed.swap(true, Ordering::AcqRel) {
            return;
        }
        self.watches.end_all(self.state.outbox.hub());
        self.end_domains();
        QemuState::leave(&self.state);
    }
}

impl Drop for QemuConnection {
    fn drop(&mut self) {
        self.close();
    }
}

impl Migration for QemuConnection {}
impl Networks for QemuConnection {}
impl Interfaces for QemuConnection {}
impl Storage for QemuConnection {}
impl NodeDevices for QemuConnection {}
impl Secrets for QemuConnection {}
impl NwFilters for QemuConnection {}
impl Lxc for QemuConnection {}
