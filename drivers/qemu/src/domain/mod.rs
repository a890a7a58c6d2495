//! Domains: the objects, and the operations of the API by family.
//!
//! `state.rs` says what this driver keeps of a domain, `store.rs` what of it is on disk; `define.rs` how domains come and
//! go, `life.rs` how they run, `plug/` how devices come and go, `block/` what is done with their disks. `operations.rs`
//! has the family itself: checks of flags, and calls to the rest.

mod adopt;
pub(crate) mod alias;
mod block;
mod compression;
mod console;
mod define;
mod devices;
mod dirty_rate;
mod dump;
mod events;
mod guest;
mod jobs;
mod keys;
mod life;
mod live;
mod moments;
mod native;
mod operations;
mod plug;
mod qemu_api;
mod restore;
mod run;
mod save;
mod saved_image;
mod saving;
mod screen;
mod start;
mod state;
mod statistics;
pub(crate) mod status;
mod stop;
mod store;
#[cfg(test)]
mod tests;
mod tuning;
mod unplug;
mod watching;

pub use adopt::{adopt, autostart};
pub use console::Lines;
pub use run::{Ears, Run};
pub use state::Guest;
pub use stop::End;
pub use store::load;
pub use unplug::unplugged;

use crate::state::QemuState;
use virt_conf::domain::Domain as Document;
use virt_core::{
    domain::{self, DomainHost, Targets},
    outbox::Outbox,
};
use virt_error::{Origin, Result};

pub type DomainObject = domain::DomainObject<Guest>;
pub type DomainState = domain::DomainState<Guest>;
pub type DomainTable = domain::DomainTable<Guest>;
pub type DomainChange<'a> = domain::DomainChange<'a, QemuState>;

impl DomainHost for QemuState {
    type Extra = Guest;
    const ORIGIN: Origin = Origin::Qemu;

    fn table(&self) -> &DomainTable {
        &self.domains
    }

    fn most_waiting(&self) -> Option<usize> {
        usize::try_from(self.settings.max_queued).ok().filter(|most| *most > 0)
    }

    fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    fn edit(
        &self,
        change: &DomainChange<'_>,
        targets: Targets,
        edit: impl Fn(&mut Document) -> Result<()>,
    ) -> Result<()> {
        self.tune(change, targets, |_| Ok(()), edit)
    }
}
