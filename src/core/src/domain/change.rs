//! Changing a domain: the right to, the new state, and the events that tell of it.

use super::{DomainHost, DomainObject, DomainState, Targets, inactive};
use crate::{event::Event, object::Change, records::Domain};
use std::sync::Arc;
use virt_conf::domain::Domain as Document;
use virt_error::Result;

/// The right to change a domain, and the events of what is changed: they leave the host in their order when
/// this is dropped, after the right was given back.
pub struct DomainChange<'a, H: DomainHost> {
    host: &'a H,
    change: Option<Change<DomainState<H::Extra>>>,
    events: Vec<Event>,
}

impl<'a, H: DomainHost> DomainChange<'a, H> {
    pub fn new(host: &'a H, change: Change<DomainState<H::Extra>>) -> DomainChange<'a, H> {
        DomainChange { host, change: Some(change), events: Vec::new() }
    }

    fn change(&self) -> &Change<DomainState<H::Extra>> {
        self.change.as_ref().expect("taken only when dropped")
    }

    pub fn host(&self) -> &'a H {
        self.host
    }

    pub fn object(&self) -> &Arc<DomainObject<H::Extra>> {
        self.change().object()
    }

    pub fn state(&self) -> Arc<DomainState<H::Extra>> {
        self.change().state()
    }

    /// Publishes what `edit` makes of the state.
    pub fn update<R>(&self, edit: impl FnOnce(&mut DomainState<H::Extra>) -> R) -> R {
        self.change().update(edit)
    }

    /// Publishes the documents that `targets` name, changed by `edit`; all of them or, after an error, none.
    pub fn edit(&self, targets: Targets, edit: impl FnMut(&mut Document) -> Result<()>) -> Result<()> {
        self.object().try_update(|state| state.edit(targets, edit))
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

    /// Files the domain under the number that it runs with.
    pub fn number(&self) {
        let state = self.state();
        if state.is_active() {
            self.host.table().registry.renumber(self.object(), -1, Some(state.id));
        }
    }

    /// The running domain has ended for `reason`: tells of it, and lets go of a domain that has no persistent document.
    pub fn stop(&mut self, reason: i32, event_detail: i32) {
        let old = self.state().id;
        self.host.table().registry.renumber(self.object(), old, None);
        self.update(|state| {
            state.stop(reason);
            if !H::LAST_NUMBER_TOLD {
                state.id = -1;
            }
        });
        self.lifecycle(crate::constants::VIR_DOMAIN_EVENT_STOPPED, event_detail);
        if !self.state().is_persistent() {
            self.remove(old);
        }
    }

    /// The host lets go of the domain.
    pub fn remove(&mut self, id: i32) {
        self.update(|state| state.removed = true);
        self.host.table().registry.remove(&self.state().name, id, self.object());
    }
}

impl<H: DomainHost> Drop for DomainChange<'_, H> {
    fn drop(&mut self) {
        let events = std::mem::take(&mut self.events);
        let news = !events.is_empty();
        if news {
            // While the job is held, so that two changes' events do not cross.
            self.host.outbox().post(events);
        }
        self.change = None;
        if news {
            self.host.outbox().send();
        }
    }
}
