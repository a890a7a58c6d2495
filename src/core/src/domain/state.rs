//! What a domain is at one moment.

use crate::{constants::*, records::Domain, types::*};
use std::{fmt::Debug, sync::Arc};
use virt_conf::domain::Domain as Document;
use virt_error::{Error, Origin, Result, bail, error};
use virt_xml::Style;

/// What a driver keeps of a domain beyond what every driver does. It is copied only when it changes.
pub trait Extra: Clone + Send + Sync + 'static {
    /// That of a domain with nothing in it; all of them share one.
    fn none() -> Arc<Self>;

    /// The running domain ended: what belonged to the run goes.
    fn end_run(&mut self);

    fn has_snapshots(&self) -> bool;
    fn has_checkpoints(&self) -> bool;
}

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
#[derive(Clone, Debug)]
pub struct DomainState<X> {
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
    pub extra: Arc<X>,
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

/// "The domain is not running".
#[cold]
pub fn inactive() -> Error {
    error!(Domain, OperationInvalid, "domain is not running")
}

impl<X: Extra> DomainState<X> {
    /// A domain of this name that does not run, defined by `document`.
    pub fn defined(name: Name, document: Document) -> DomainState<X> {
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
            extra: X::none(),
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

    /// What the driver keeps, to be changed.
    pub fn extra_mut(&mut self) -> &mut X {
        Arc::make_mut(&mut self.extra)
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

    /// The running domain begins with a document of its own; the persistent one stays as it is.
    pub fn start_with(&mut self, document: Arc<Document>, id: i32, status: Status) {
        self.id = id;
        self.status = status;
        self.def = document;
        Arc::make_mut(&mut self.def).set_id(id);
    }

    /// The running domain ends; what it will start with holds again.
    pub fn stop(&mut self, reason: i32) {
        self.status = Status::new(VIR_DOMAIN_SHUTOFF, reason);
        if let Some(config) = &self.config {
            self.def = config.clone();
            self.id = -1;
        }
        if !Arc::ptr_eq(&self.extra, &X::none()) {
            self.extra_mut().end_run();
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
            bail!(Domain, OperationInvalid, "transient domains do not have any persistent config");
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

/// The document of `state` as `virDomainGetXMLDesc` writes it.
pub fn describe<X: Extra>(state: &DomainState<X>, flags: u32) -> String {
    let inactive = flags & VIR_DOMAIN_XML_INACTIVE != 0;
    let document: &Arc<Document> = if inactive { state.persistent() } else { &state.def };
    document.format(Style {
        secure: flags & VIR_DOMAIN_XML_SECURE != 0,
        inactive: inactive || !state.is_active(),
        migratable: flags & VIR_DOMAIN_XML_MIGRATABLE != 0,
        ..Style::default()
    })
}
