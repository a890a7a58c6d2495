//! Domains of the host.
//!
//! `state.rs` says what a domain is, this file how domains are found and changed; the operations follow by
//! subject, one trait of the API table a file or folder.

mod bitmap;
mod bulk;
mod capabilities;
mod checkpoint;
mod define;
mod devices;
mod dirty_rate;
mod disks;
mod guest;
mod interfaces;
mod jobs;
mod life;
mod list;
mod matching;
mod migration;
mod moments;
mod power;
mod save;
mod screen;
mod snapshot;
mod state;
mod stats;
mod taint;
#[cfg(test)]
mod tests;
mod tuning;

pub use define::load;
pub use state::{DomainState, Status, Targets};

use crate::state::TestState;
use std::sync::{
    Arc,
    atomic::{AtomicI32, Ordering},
};
use virt_conf::domain::Domain as Document;
use virt_core::{
    event::Event,
    object::{Change, Object},
    records::Domain,
    registry::Registry,
};
use virt_error::{Error, Origin, Result, error};

pub type DomainObject = Object<DomainState>;

/// The domains.
#[derive(Default)]
pub struct DomainTable {
    pub registry: Registry<DomainState>,
    /// The number that the last domain started with.
    last_id: AtomicI32,
}

impl DomainTable {
    /// A number for a domain that starts; none is used twice.
    pub fn next_id(&self) -> i32 {
        self.last_id.fetch_add(1, Ordering::Relaxed) + 1
    }
}

impl TestState {
    /// The domain that a handle means.
    ///
    /// Errors: `VIR_ERR_NO_DOMAIN`.
    #[inline]
    pub fn domain(&self, dom: &Domain) -> Result<Arc<DomainObject>> {
        self.domains.registry.by_uuid(&dom.uuid).ok_or_else(|| no_domain(dom))
    }

    /// Looks at the state of the domain that a handle means.
    #[inline]
    pub fn look<R>(&self, dom: &Domain, look: impl FnOnce(&DomainState) -> R) -> Result<R> {
        self.domains.registry.read(&dom.uuid, look).ok_or_else(|| no_domain(dom))
    }

    /// The state of the domain that a handle means, as it is now.
    pub fn snapshot(&self, dom: &Domain) -> Result<Arc<DomainState>> {
        Ok(self.domain(dom)?.state())
    }

    /// Takes the job of the domain that a handle means.
    ///
    /// `operation` is the public function's name. Errors: `VIR_ERR_NO_DOMAIN`, `VIR_ERR_OPERATION_TIMEOUT`.
    pub fn change(&self, dom: &Domain, operation: &'static str) -> Result<DomainChange<'_>> {
        let change = DomainChange::new(self, self.domain(dom)?.begin(operation, Origin::Test)?);
        // It may have been removed while this was waiting.
        if change.state().removed {
            return Err(no_domain(dom));
        }
        Ok(change)
    }
}

#[cold]
fn no_domain(dom: &Domain) -> Error {
    error!(Test, NoDomain, "no domain with matching uuid '{}' ({})", dom.uuid, dom.name)
}

/// "The domain is not running".
#[cold]
pub fn inactive() -> Error {
    error!(Domain, OperationInvalid, "domain is not running")
}

/// The right to change a domain, and the events of what is changed: they leave the host in their order when
/// this is dropped, after the right was given back.
pub struct DomainChange<'a> {
    host: &'a TestState,
    change: Option<Change<DomainState>>,
    events: Vec<Event>,
}

impl<'a> DomainChange<'a> {
    pub fn new(host: &'a TestState, change: Change<DomainState>) -> DomainChange<'a> {
        DomainChange { host, change: Some(change), events: Vec::new() }
    }

    fn change(&self) -> &Change<DomainState> {
        self.change.as_ref().expect("taken only when dropped")
    }

    pub fn host(&self) -> &'a TestState {
        self.host
    }

    pub fn object(&self) -> &Arc<DomainObject> {
        self.change().object()
    }

    pub fn state(&self) -> Arc<DomainState> {
        self.change().state()
    }

    /// Publishes what `edit` makes of the state.
    pub fn update<R>(&self, edit: impl FnOnce(&mut DomainState) -> R) -> R {
        self.change().update(edit)
    }

    /// Publishes the documents that `targets` name, changed by `edit`; all of them or, after an error, none.
    pub fn edit(&self, targets: Targets, edit: impl FnMut(&mut Document) -> Result<()>) -> Result<()> {
        let mut next = DomainState::clone(&self.state());
        next.edit(targets, edit)?;
        self.update(|state| *state = next);
        Ok(())
    }

    /// The record that handles and events carry.
    pub fn record(&self) -> Domain {
        self.object().read(|state| state.record(self.object().uuid()))
    }

    pub fn event(&mut self, event: Event) {
        self.events.push(event);
    }

    /// A lifecycle event: `virDomainEventType` and its detail.
    pub fn lifecycle(&mut self, event: i32, detail: i32) {
        let dom = self.record();
        self.event(Event::DomainLifecycle { dom, event, detail });
    }

    /// Errors: `VIR_ERR_OPERATION_INVALID` for a domain that does not run.
    pub fn check_active(&self) -> Result<()> {
        if self.state().is_active() { Ok(()) } else { Err(inactive()) }
    }
}

impl Drop for DomainChange<'_> {
    fn drop(&mut self) {
        let events = std::mem::take(&mut self.events);
        let news = !events.is_empty();
        if news {
            // While the job is held, so that two changes' events do not cross.
            self.host.outbox.post(events);
        }
        self.change = None;
        if news {
            self.host.outbox.send();
        }
    }
}
