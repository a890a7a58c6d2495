//! One connection to a host: its watches, and what ends with it.

use crate::state::TestState;
use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};
use virt_core::{
    api::{Lxc, Qemu},
    connection::{CloseCallback, Link, OpenRequest},
    event::{Filter, Subscriber},
    watches::Watches,
};
use virt_error::{Origin, Result};

/// A connection. Every family of operations is implemented on it, each in its own file.
pub struct TestConnection {
    pub(crate) state: Arc<TestState>,
    /// The URI that it was opened with.
    pub(crate) uri: String,
    /// Tells this connection from every other.
    pub(crate) number: u64,
    watches: Watches,
    on_close: Mutex<Option<CloseCallback>>,
}

static NUMBER: AtomicU64 = AtomicU64::new(0);

impl TestConnection {
    pub(crate) fn new(state: Arc<TestState>, request: &OpenRequest<'_>) -> TestConnection {
        TestConnection {
            state,
            uri: request.uri.to_owned(),
            number: NUMBER.fetch_add(1, Ordering::Relaxed),
            watches: Watches::default(),
            on_close: Mutex::default(),
        }
    }
}

impl Link for TestConnection {
    fn watch(&self, filter: &Filter, subscriber: Arc<dyn Subscriber>) -> Result<i32> {
        Ok(self.watches.add(self.state.outbox.hub(), filter, subscriber))
    }

    fn unwatch(&self, _filter: &Filter, watch: i32) -> Result<()> {
        self.watches.end(self.state.outbox.hub(), watch, Origin::Test)
    }

    fn on_close(&self, callback: Option<CloseCallback>) -> Result<()> {
        *self.on_close.lock().unwrap_or_else(PoisonError::into_inner) = callback;
        Ok(())
    }

    fn close(&self) {
        self.watches.end_all(self.state.outbox.hub());
        self.end_domains();
    }
}

impl Qemu for TestConnection {}
impl Lxc for TestConnection {}
