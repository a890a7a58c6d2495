//! What this host keeps of a domain beyond what every host does.

use super::{
    dirty_rate::DirtyRate,
    guest::Guest,
    jobs::{BackupJob, BlockJob, MigrationLimits},
    moments::Moments,
};
use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};
use virt_conf::{
    domain::Domain as Document,
    moment::{Checkpoint, Snapshot},
};
use virt_core::{domain::Extra, records::DomainJobStats};

pub type DomainState = virt_core::domain::DomainState<Rare>;

/// What few domains have.
#[derive(Clone, Default)]
pub struct Rare {
    /// The connection at whose end the domain ends.
    pub owner: Option<u64>,
    /// The document in the image of a managed save, and whether it is to start paused.
    pub saved: Option<Arc<Document>>,
    pub saved_paused: bool,
    /// The running domain's share of the host's processors, and the one it will start with.
    pub weight: Option<u32>,
    pub config_weight: Option<u32>,
    /// The capacity of disks that were resized, in bytes, by target.
    pub disk_sizes: BTreeMap<String, u64>,
    /// How much may be allocated to a disk until an event tells, in bytes, by target.
    pub thresholds: BTreeMap<String, u64>,
    pub dirty_rate: Option<DirtyRate>,
    /// Jobs of disks, by target.
    pub block_jobs: BTreeMap<String, BlockJob>,
    pub backup: Option<BackupJob>,
    /// The number of the last job.
    pub last_job: u64,
    pub completed_job: Option<DomainJobStats>,
    pub migration: MigrationLimits,
    /// It waits for its migration to end.
    pub migrating: bool,
    pub guest: Guest,
    pub snapshots: Moments<Snapshot>,
    pub checkpoints: Moments<Checkpoint>,
}

impl Extra for Rare {
    fn none() -> Arc<Rare> {
        static NONE: OnceLock<Arc<Rare>> = OnceLock::new();
        NONE.get_or_init(Arc::default).clone()
    }

    fn end_run(&mut self) {
        (self.owner, self.weight, self.dirty_rate) = (None, None, None);
        self.guest = Guest::default();
        self.thresholds.clear();
        self.block_jobs.clear();
        self.backup = None;
        self.migrating = false;
    }

    fn has_snapshots(&self) -> bool {
        !self.snapshots.is_empty()
    }

    fn has_checkpoints(&self) -> bool {
        !self.checkpoints.is_empty()
    }
}

/// The image of a managed save is gone.
pub fn forget_save(state: &mut DomainState) {
    state.managed_save = false;
    if state.extra.saved.is_some() {
        state.extra_mut().saved = None;
    }
}
