//! Domains of the host.
//!
//! `state.rs` says what a domain is, this file how domains are found and changed; the operations follow by
//! subject, one trait of the API table a file or folder.

mod bulk;
mod capabilities;
mod checkpoint;
mod define;
mod devices;
mod dirty_rate;
mod disks;
mod guest;
mod jobs;
mod life;
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
pub use state::{DomainState, forget_save};
pub use virt_core::domain::{Status, Targets, inactive};

use crate::state::TestState;
use state::Rare;
use virt_core::{
    domain::{self, DomainHost},
    outbox::Outbox,
};
use virt_error::Origin;

pub type DomainTable = domain::DomainTable<Rare>;
pub type DomainChange<'a> = domain::DomainChange<'a, TestState>;

impl DomainHost for TestState {
    type Extra = Rare;
    const ORIGIN: Origin = Origin::Test;
    const LAST_NUMBER_TOLD: bool = true;

    fn table(&self) -> &DomainTable {
        &self.domains
    }

    fn outbox(&self) -> &Outbox {
        &self.outbox
    }
}
