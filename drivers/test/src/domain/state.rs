//! What a domain is at one moment.

use super::{
    dirty_rate::DirtyRate,
    guest::Guest,
    inactive,
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
use virt_core::{
    constants::*,
    records::{Domain, DomainJobStats},
    types::*,
};
use virt_error::{Error, Origin, Result, bail};

/// A domain's state (`virDomainState`) and the reason for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    pub state: i32,
    pub reason: i32,
}

impl Status {
    pub const fn new(state: i32, reason: i32) -> Status {
        Status { state, reason }
    }
}

/// A domain at one moment. Cheap to copy: documents and what few domains have are shared.
#[derive(Clone)]
pub struct DomainState {
    pub name: Name,
    /// -1 while it does not run.
    pub id: i32,
    pub status: Status,
    /// The document that holds now: of the running domain, or the one that it will start with.
    pub def: Arc<Document>,
    /// The document that it will start with next; `None` for a domain that ends when it stops.
    pub config: Option<Arc<Document>>,
    pub autostart: bool,
    pub autostart_once: bool,
    /// The host has let go of it.
    pub removed: bool,
    pub managed_save: bool,
    /// It had a persistent document when it started, which was taken away since.
    pub undefined: bool,
    pub rare: Arc<Rare>,
}

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

/// The documents that an operation works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Targets {
    pub live: bool,
    pub config: bool,
}

impl Targets {
    pub fn only_live(self) -> Targets {
        Targets { config: false, ..self }
    }

    pub fn only_config(self) -> Targets {
        Targets { live: false, ..self }
    }
}

impl DomainState {
    /// A domain of this name that does not run, defined by `document`.
    pub fn defined(name: Name, document: Document) -> DomainState {
        let document = Arc::new(document);
        DomainState {
            name,
            id: -1,
            status: Status::new(VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_UNKNOWN),
            config: Some(document.clone()),
            def: document,
            autostart: false,
            autostart_once: false,
            removed: false,
            managed_save: false,
            undefined: false,
            rare: no_rare(),
        }
    }

    #[inline]
    pub fn is_active(&self) -> bool {
        self.id >= 0
    }

    pub fn is_persistent(&self) -> bool {
        self.config.is_some()
    }

    /// What handles and events carry.
    #[inline]
    pub fn record(&self, uuid: Uuid) -> Domain {
        Domain { name: self.name.clone(), uuid, id: self.id }
    }

    pub fn check_active(&self) -> Result<()> {
        if self.is_active() { Ok(()) } else { Err(inactive()) }
    }

    /// What is rare, to be changed.
    pub fn rare_mut(&mut self) -> &mut Rare {
        Arc::make_mut(&mut self.rare)
    }

    /// The persistent document: the one that an inactive domain has, or the one behind a running domain's.
    pub fn persistent(&self) -> &Arc<Document> {
        self.config.as_ref().unwrap_or(&self.def)
    }

    /// The running domain begins: it gets a number, and its document parts from the persistent one when either is changed.
    pub fn start(&mut self, id: i32, status: Status) {
        self.id = id;
        self.status = status;
        // The number is left out where the document is written for an inactive domain, so both may share it.
        if let Some(config) = self.config.take() {
            self.def = config;
            Arc::make_mut(&mut self.def).set_id(id);
            self.config = Some(self.def.clone());
        } else {
            Arc::make_mut(&mut self.def).set_id(id);
        }
    }

    /// The running domain ends; what it will start with holds again.
    pub fn stop(&mut self, reason: i32) {
        self.status = Status::new(VIR_DOMAIN_SHUTOFF, reason);
        if let Some(config) = &self.config {
            self.def = config.clone();
            self.id = -1;
        }
        if !Arc::ptr_eq(&self.rare, &no_rare()) {
            // What belongs to the run that ends.
            let rare = self.rare_mut();
            (rare.owner, rare.weight, rare.dirty_rate) = (None, None, None);
            rare.guest = Guest::default();
            rare.thresholds.clear();
            rare.block_jobs.clear();
            rare.backup = None;
            rare.migrating = false;
        }
    }

    /// The image of a managed save is gone.
    pub fn forget_save(&mut self) {
        self.managed_save = false;
        if self.rare.saved.is_some() {
            self.rare_mut().saved = None;
        }
    }

    /// Which documents `flags` (`virDomainModificationImpact`) mean.
    ///
    /// Errors: `VIR_ERR_OPERATION_INVALID` for the live document of a domain that does not run, or the persistent one
    /// of a domain that has none.
    pub fn targets(&self, flags: u32) -> Result<Targets> {
        let mut targets = Targets {
            live: flags & VIR_DOMAIN_AFFECT_LIVE != 0,
            config: flags & VIR_DOMAIN_AFFECT_CONFIG != 0,
        };
        if !targets.live && !targets.config {
            targets = Targets { live: self.is_active(), config: !self.is_active() };
        }
        if targets.live && !self.is_active() {
            return Err(inactive());
        }
        if targets.config && !self.is_persistent() {
            bail!(Domain, OperationInvalid, "transient domains do not have any persistent configuration");
        }
        Ok(targets)
    }

    /// [`DomainState::targets`] for an operation that takes one document at a time.
    ///
    /// Errors: those, and `VIR_ERR_INVALID_ARG` when both are meant.
    pub fn one_target(&self, flags: u32) -> Result<Targets> {
        const BOTH: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;
        if flags & BOTH == BOTH {
            let text = "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive";
            return Err(
                Error::argument("flags", text).in_function(Origin::Domain, "virDomainObjGetOneDefState")
            );
        }
        self.targets(flags)
    }

    /// The one document that `flags` mean, for a getter.
    ///
    /// Errors: those of [`DomainState::one_target`].
    pub fn one(&self, flags: u32) -> Result<&Arc<Document>> {
        Ok(if self.one_target(flags)?.live { &self.def } else { self.persistent() })
    }

    /// Changes the documents that `targets` name with `edit`, all or none of them.
    pub fn edit(
        &mut self,
        targets: Targets,
        mut edit: impl FnMut(&mut Document) -> Result<()>,
    ) -> Result<()> {
        let mut live = None;
        if targets.live {
            let mut document = Document::clone(&self.def);
            edit(&mut document)?;
            live = Some(document);
        }
        if targets.config {
            let mut document = Document::clone(self.persistent());
            edit(&mut document)?;
            self.set_config(document);
        }
        if let Some(document) = live {
            self.def = Arc::new(document);
        }
        Ok(())
    }

    /// Sets the persistent document; an inactive domain has that one alone.
    pub fn set_config(&mut self, document: Document) {
        let document = Arc::new(document);
        if !self.is_active() {
            self.def = document.clone();
        }
        self.config = Some(document);
        self.undefined = false;
    }
}

/// The one `Rare` of all domains that have nothing in it.
fn no_rare() -> Arc<Rare> {
    static NONE: OnceLock<Arc<Rare>> = OnceLock::new();
    NONE.get_or_init(Arc::default).clone()
}
