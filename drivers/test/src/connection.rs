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
};
use virt_error::{Result, bail};

/// A connection. Every family of operations is implemented on it, each in its own file.
pub struct TestConnection {
    pub(crate) state: Arc<TestState>,
    /// The URI that it was opened with.
    pub(crate) uri: String,
    /// Tells this connection from every other.
    pub(crate) number: u64,
    watches: Mutex<Vec<i32>>,
    on_close: Mutex<Option<CloseCallback>>,
}

static NUMBER: AtomicU64 = AtomicU64::new(0);

impl TestConnection {
    pub(crate) fn new(state: Arc<TestState>, request: &OpenRequest<'_>) -> TestConnection {
        TestConnection {
            state,
            uri: request.uri.to_owned(),
            number: NUMBER.fetch_add(1, Ordering::Relaxed),
            watches: Mutex::default(),
            on_close: Mutex::default(),
        }
    }
}

impl Link for TestConnection {
    fn watch(&self, filter: &Filter, subscriber: Arc<dyn Subscriber>) -> Result<i32> {
        let number = self.state.outbox.hub().watch(filter.clone(), subscriber);
        self.watches.lock().unwrap_or_else(PoisonError::into_inner).push(number);
        Ok(number)
    }

    fn unwatch(&self, _filter: &Filter, watch: i32) -> Result<()> {
        let mut watches = self.watches.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(place) = watches.iter().position(|number| *number == watch) else {
            bail!(Test, InvalidArg, "could not find event callback {watch} for deletion");
        };
        watches.swap_remove(place);
        drop(watches);
        self.state.outbox.hub().unwatch(watch);
        Ok(())
    }

    fn on_close(&self, callback: Option<CloseCallback>) -> Result<()> {
        *self.on_close.lock().unwrap_or_else(PoisonError::into_inner) = callback;
        Ok(())
    }

    fn close(&self) {
        let watches = std::mem::take(&mut *self.watches.lock().unwrap_or_else(PoisonError::into_inner));
        watches.into_iter().for_each(|watch| {
            self.state.outbox.hub().unwatch(watch);
        });
        self.end_domains();
    }
}

impl Qemu for TestConnection {}
impl Lxc for TestConnection {}
