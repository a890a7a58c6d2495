//! The start of a guest: from its document, from the image of a managed save, or as a domain that ends when it stops.

use super::{
    DomainChange, DomainState, Ears, Run, alias, live, restore::Image, saved_image, saving::remove_managed,
    status, store,
};
use crate::{
    agent::Agent,
    connection::QemuConnection,
    image,
    process::{self, Start, Started},
    state::QemuState,
};
use std::{path::PathBuf, sync::Arc};
use virt_conf::domain::Domain as Document;
use virt_core::{
    constants::*,
    domain::{DomainHost, Purpose, Status, check_same},
    records::Domain,
};
use virt_error::{Result, bail};

/// How a guest is started.
pub struct How {
    /// Its processors are not to run in the end.
    pub paused: bool,
    /// Its state comes from somewhere; the caller sees to it, and lets the processors run.
    pub incoming: bool,
    /// The firmware's variables are made anew from their template.
    pub reset_nvram: bool,
    /// The connection at whose end it ends.
    pub owner: Option<u64>,
}

impl How {
    /// What the flags of `virDomainCreateWithFlags` say, for a connection with that number.
    pub fn of(flags: u32, connection: u64) -> How {
        How {
            paused: flags & VIR_DOMAIN_START_PAUSED != 0,
            incoming: false,
            reset_nvram: flags & VIR_DOMAIN_START_RESET_NVRAM != 0,
            owner: (flags & VIR_DOMAIN_START_AUTODESTROY != 0).then_some(connection),
        }
    }
}

impl QemuState {
    /// Starts the domain of `change` with `document`, and publishes that it runs. No event tells of it; the caller knows
    /// which. After an error the domain is as it was, shut off.
    pub fn start(
        self: &Arc<Self>,
        change: &DomainChange<'_>,
        document: &Arc<Document>,
        how: &How,
    ) -> Result<Arc<Run>> {
        let started = self.launch(change, document, how).inspect_err(|_| {
            let status = Status::new(VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_FAILED);
            change.update(|state| state.status = status);
        })?;
        let (run, started) = started;
        change.update(|state| {
            state.start_with(Arc::new(started.0), run.running.id, started.1);
            let guest = state.extra_mut();
            guest.run = Some(run.clone());
            guest.owner = how.owner;
        });
        change.number();
        status::write(self, change.object());
        run.ears.open();
        Ok(run)
    }

    fn launch(
        self: &Arc<Self>,
        change: &DomainChange<'_>,
        document: &Arc<Document>,
        how: &How,
    ) -> Result<(Arc<Run>, (Document, Status))> {
        let id = self.domains.next_id();
        let emulator = self.emulator_of(document)?;
        let mut document = Document::clone(document);
        alias::assign(&mut document);
        image::complete(&mut document)?;
        image::number(&mut document);
        if how.reset_nvram {
            if let Some(path) = super::define::nvram_of(&document) {
                virt_sys::durable::remove(path.as_ref())?;
            }
        }
        let taints = taints(&document, &self.settings);
        let ears = Ears::new(self, change.object().uuid(), id);
        let Started { running, document, status } = process::start(Start {
            directories: &self.directories,
            settings: &self.settings,
            reactor: &self.reactor,
            emulator,
            id,
            document,
            paused: how.paused,
            incoming: how.incoming,
            taints: taints.clone(),
            listener: ears.clone(),
        })?;
        let agent = agent_of(&document, change.state().extra.agent_timeout())?;
        let taints = taints.into_iter().map(str::to_owned).collect();
        Ok((Arc::new(Run::new(running, ears, agent, taints, &document)), (document, status)))
    }
}

/// The agent that a guest's document has a channel for; it has `timeout` for its answers.
pub fn agent_of(document: &Document, timeout: i32) -> Result<Option<Arc<Agent>>> {
    let Some(path) = live::agent_socket(document) else { return Ok(None) };
    let agent = Agent::new(document.name(), PathBuf::from(path))?;
    agent.set_timeout(timeout)?;
    Ok(Some(agent))
}

/// What support wants to know of a guest, in libvirt's words.
fn taints(document: &Document, settings: &crate::settings::Settings) -> Vec<&'static str> {
    let mut taints = Vec::new();
    let root = match settings.user.as_deref() {
        None => virt_sys::process::is_root(),
        Some(user) => matches!(user, "root" | "0" | "+0"),
    };
    if root {
        taints.push("high-privileges");
    }
    if !document.driver_data.is_empty() {
        taints.push("custom-argv");
    }
    if document.devices.interfaces.iter().any(|interface| interface.script.is_some()) {
        taints.push("shell-scripts");
    }
    taints
}

impl QemuConnection {
    /// Starts a defined domain.
    pub(super) fn create(&self, dom: &Domain, flags: u32, operation: &'static str) -> Result<Domain> {
        let mut change = self.state.change(dom, operation)?;
        self.start_defined(&mut change, flags)?;
        Ok(change.record())
    }

    fn start_defined(&self, change: &mut DomainChange<'_>, flags: u32) -> Result<()> {
        let state = change.state();
        if state.is_active() {
            bail!(Qemu, OperationInvalid, "domain is already running");
        }
        start_domain(&self.state, change, flags, self.number)
    }

    /// Starts a domain that ends when it stops.
    pub(super) fn create_xml(&self, xml: &str, flags: u32) -> Result<Domain> {
        let document = self.state.parse(xml, flags & VIR_DOMAIN_START_VALIDATE != 0)?;
        let prepare = |_: &mut DomainState| {};
        let mut placed = self.state.place(document, &Purpose::Start(&prepare), "virDomainCreateXML")?;
        let change = &mut placed.change;
        let how = How::of(flags, self.number);
        let document = change.state().def.clone();
        if let Err(error) = self.state.start(change, &document, &how) {
            forget_attempt(change);
            return Err(error);
        }
        tell_of_boot(change, how.paused);
        Ok(change.record())
    }
}

/// A domain that was to start with a document of its own did not: what it was before holds again, if it was anything.
pub fn forget_attempt(change: &mut DomainChange<'_>) {
    match change.state().config.clone() {
        Some(config) => change.update(|state| state.def = config),
        None => change.remove(-1),
    }
}

/// Starts an inactive domain that is defined, from the image of a managed save when there is one.
pub fn start_domain(
    state: &Arc<QemuState>,
    change: &mut DomainChange<'_>,
    flags: u32,
    connection: u64,
) -> Result<()> {
    let how = How::of(flags, connection);
    let document = change.state().persistent().clone();
    if change.state().managed_save {
        let path = store::managed_save_path(&state.directories, &change.state().name);
        if flags & VIR_DOMAIN_START_FORCE_BOOT == 0 && !saved_image::is_partial(&path) {
            let mut image_flags = if how.paused { VIR_DOMAIN_SAVE_PAUSED } else { 0 };
            if flags & VIR_DOMAIN_START_BYPASS_CACHE != 0 {
                image_flags |= VIR_DOMAIN_SAVE_BYPASS_CACHE;
            }
            let image = Image::open(&path, image_flags)?;
            check_same(&image.header.document, &document)?;
            let saved = Arc::new(image.header.document.clone());
            state.start_from(change, &saved, &image, &how).inspect_err(|_| forget_attempt(change))?;
            if let Err(error) = remove_managed(&path) {
                log::warn!("{}", error.message());
            }
            change.update(|domain| domain.managed_save = false);
            return Ok(());
        }
        // An image whose writing was cut short holds nothing to start from.
        remove_managed(&path)?;
        change.update(|domain| domain.managed_save = false);
    }
    state.start(change, &document, &how)?;
    tell_of_boot(change, how.paused);
    Ok(())
}

/// The events of a guest that was booted.
fn tell_of_boot(change: &mut DomainChange<'_>, paused: bool) {
    if !paused {
        change.lifecycle(VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED);
    }
    change.lifecycle(VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_BOOTED);
    if paused {
        change.lifecycle(VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED);
    }
}
