//! Domains, as every driver that keeps them has them: what a domain is at one moment (`state.rs`), how domains are
//! found and changed (`change.rs`), how they come to be (`place.rs`), and which of them a list holds (`list.rs`).
//!
//! A driver adds to a domain what only it knows ([`Extra`]), and is a [`DomainHost`].

mod change;
mod list;
mod place;
mod save_params;
mod state;
pub mod tuning;

pub use change::DomainChange;
pub use list::{LIST_FLAGS, STATS_FILTERS, STATS_FLAGS, passes};
pub use place::{Placed, Purpose, check_same, name_taken};
pub use save_params::SaveParams;
pub use state::{DomainState, Extra, Status, Targets, describe, inactive};

use crate::{
    object::{JOB_WAIT, JobKind, Object},
    outbox::Outbox,
    records::Domain,
    registry::Registry,
    types::Uuid,
};
use std::sync::{
    Arc,
    atomic::{AtomicI32, Ordering},
};
use virt_conf::domain::Domain as Document;
use virt_error::{Error, Origin, Result, error};

pub type DomainObject<X> = Object<DomainState<X>>;

/// The domains of a host.
#[derive(Debug)]
pub struct DomainTable<X> {
    pub registry: Registry<DomainState<X>>,
    /// The number that the last domain started with.
    last_id: AtomicI32,
}

impl<X> Default for DomainTable<X> {
    fn default() -> Self {
        DomainTable { registry: Registry::default(), last_id: AtomicI32::new(0) }
    }
}

impl<X> DomainTable<X> {
    /// A number for a domain that starts; none is used twice.
    pub fn next_id(&self) -> i32 {
        self.last_id.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// A domain runs under `id` already: later ones get larger numbers.
    pub fn skip_id(&self, id: i32) {
        self.last_id.fetch_max(id, Ordering::Relaxed);
    }
}

/// What keeps domains.
pub trait DomainHost: Sized {
    type Extra: Extra;
    /// The part of the library that the host's errors come from.
    const ORIGIN: Origin;
    /// Whether the event of the end of a domain without a persistent document still has the number it ran with.
    const LAST_NUMBER_TOLD: bool = false;

    fn table(&self) -> &DomainTable<Self::Extra>;

    /// How many operations may wait for the one that is at work on a domain.
    fn most_waiting(&self) -> Option<usize> {
        None
    }

    /// Where events leave the host. Nothing is locked when they are sent.
    fn outbox(&self) -> &Outbox;

    /// The domain that a handle means.
    ///
    /// Errors: `VIR_ERR_NO_DOMAIN`.
    #[inline]
    fn domain(&self, dom: &Domain) -> Result<Arc<DomainObject<Self::Extra>>> {
        self.table().registry.by_uuid(&dom.uuid).ok_or_else(|| no_domain::<Self>(dom))
    }

    /// Looks at the state of the domain that a handle means.
    #[inline]
    fn look<R>(&self, dom: &Domain, look: impl FnOnce(&DomainState<Self::Extra>) -> R) -> Result<R> {
        self.table().registry.read(&dom.uuid, look).ok_or_else(|| no_domain::<Self>(dom))
    }

    /// The state of the domain that a handle means, as it is now.
    fn snapshot(&self, dom: &Domain) -> Result<Arc<DomainState<Self::Extra>>> {
        Ok(self.domain(dom)?.state())
    }

    /// The one document that `flags` mean of the domain that a handle means.
    ///
    /// Errors: `VIR_ERR_NO_DOMAIN`, those of [`DomainState::one_target`].
    fn document(&self, dom: &Domain, flags: u32) -> Result<Arc<Document>> {
        Ok(self.snapshot(dom)?.one(flags)?.clone())
    }

    /// Publishes the documents that `targets` name, changed by `edit`, all or none of them; what the host keeps of them
    /// elsewhere follows. The running guest is not told.
    fn edit(
        &self,
        change: &DomainChange<'_, Self>,
        targets: Targets,
        edit: impl Fn(&mut Document) -> Result<()>,
    ) -> Result<()> {
        change.edit(targets, edit)
    }

    /// The state of the running domain that a handle means.
    ///
    /// Errors: `VIR_ERR_NO_DOMAIN`, `VIR_ERR_OPERATION_INVALID`.
    fn running(&self, dom: &Domain) -> Result<Arc<DomainState<Self::Extra>>> {
        let state = self.snapshot(dom)?;
        state.check_active()?;
        Ok(state)
    }

    /// Takes the job of the domain that a handle means, to modify it.
    ///
    /// `operation` is the public function's name. Errors: `VIR_ERR_NO_DOMAIN`, `VIR_ERR_OPERATION_TIMEOUT`.
    fn change(&self, dom: &Domain, operation: &'static str) -> Result<DomainChange<'_, Self>> {
        self.change_as(JobKind::Modify, dom, operation)
    }

    /// [`DomainHost::change`] for a job of another kind.
    fn change_as(
        &self,
        kind: JobKind,
        dom: &Domain,
        operation: &'static str,
    ) -> Result<DomainChange<'_, Self>> {
        let object = self.domain(dom)?;
        let change = DomainChange::new(self, object.begin_within(kind, operation, Self::ORIGIN, JOB_WAIT)?);
        // It may have been removed while this was waiting.
        if change.state().removed {
            return Err(no_domain::<Self>(dom));
        }
        Ok(change)
    }

    /// Gives the domain that `document` names its document, or makes that domain.
    ///
    /// Errors: `VIR_ERR_OPERATION_FAILED` when the name or the UUID belongs to another domain,
    /// `VIR_ERR_OPERATION_INVALID` when it is to start and runs already.
    fn place(
        &self,
        document: Document,
        purpose: &Purpose<'_, Self::Extra>,
        operation: &'static str,
    ) -> Result<Placed<'_, Self>> {
        place::place(self, document, purpose, operation)
    }

    /// What `keep` makes of every domain, oldest first; `None` leaves one out.
    fn list<R>(&self, keep: impl Fn(&DomainState<Self::Extra>, Uuid) -> Option<R>) -> Vec<R> {
        self.table().registry.filter_map(|object| object.read(|state| keep(state, object.uuid())))
    }
}

#[cold]
fn no_domain<H: DomainHost>(dom: &Domain) -> Error {
    error!(None, NoDomain, "no domain with matching uuid '{}' ({})", dom.uuid, dom.name)
        .with_origin(H::ORIGIN)
}
