//! Starting a guest from the image of a saved one.

use super::{
    DomainChange, Run, life, save,
    saved_image::{self, Header},
    start::{How, forget_attempt},
    status, stop,
};
use crate::{connection::QemuConnection, state::QemuState};
use std::{
    fs::File,
    os::fd::AsFd,
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use virt_conf::domain::Domain as Document;
use virt_core::{
    constants::*,
    domain::{DomainHost, Purpose, SaveParams, Status},
};
use virt_error::{Result, bail, error};

/// The longest time between two questions of how far the emulator is.
const PATIENCE: Duration = Duration::from_millis(20);

/// How long the emulator may take to say that it has begun, or has its state.
const STALLED: Duration = Duration::from_secs(600);

/// An image to start from.
pub struct Image {
    pub file: File,
    pub header: Header,
    /// The host is not to keep it in its memory.
    bypass_cache: bool,
}

impl Image {
    /// Opens an image; `flags` (`virDomainSaveRestoreFlags`) say whether the guest is to run, whatever the image says.
    pub fn open(path: &Path, flags: u32) -> Result<Image> {
        let (file, mut header) = saved_image::open(path, false)?;
        match flags & (VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED) {
            VIR_DOMAIN_SAVE_RUNNING => header.was_running = true,
            VIR_DOMAIN_SAVE_PAUSED => header.was_running = false,
            _ => {}
        }
        Ok(Image { file, header, bypass_cache: flags & VIR_DOMAIN_SAVE_BYPASS_CACHE != 0 })
    }
}

impl QemuState {
    /// Starts the domain of `change`, whose live document it is to be, from an image, and tells of it.
    pub fn start_from(
        self: &Arc<Self>,
        change: &mut DomainChange<'_>,
        document: &Arc<Document>,
        image: &Image,
        how: &How,
    ) -> Result<()> {
        let how = How { incoming: true, paused: true, ..*how };
        let run = self.start(change, document, &how)?;
        let begun = take_state(&run, image).and_then(|()| {
            let status = match image.header.was_running {
                true => Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_RESTORED),
                false => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_MIGRATION),
            };
            // Before the emulator says so itself, which would be told of as another event.
            status::edit(self, change.object(), &run, |domain| domain.status = status);
            if image.header.was_running {
                run.monitor().cont()?;
                run.ears.settle();
            }
            Ok(())
        });
        if let Err(error) = begun {
            let error = if run.running.has_ended(Duration::from_millis(200)) {
                run.running.unexpected_end()
            } else {
                error
            };
            stop::abandon(change, &run);
            return Err(error);
        }
        life::greet_agent(&run);
        change.lifecycle(VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_RESTORED);
        match image.header.was_running {
            true => change.lifecycle(VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT),
            false => change.lifecycle(VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_RESTORED),
        }
        Ok(())
    }
}

/// Has the emulator read its state from a file, and waits until it has.
fn take_state(run: &Run, image: &Image) -> Result<()> {
    let monitor = run.monitor();
    let stream = image.header.format()?.reading(&image.file)?;
    monitor.getfd("incoming", stream.file.as_fd())?;
    monitor.migrate_incoming("fd:incoming")?;
    let deadline = Instant::now() + STALLED;
    let mut pause = Duration::from_millis(1);
    loop {
        let state = monitor.query_status()?;
        if state.status != "inmigrate" {
            break;
        }
        let migration = monitor.query_migrate()?;
        if migration.status.as_deref() == Some("failed") {
            let why = migration.error.unwrap_or_else(|| "unexpectedly failed".to_owned());
            return Err(error!(Qemu, OperationFailed, "domain restore job: {why}"));
        }
        if Instant::now() > deadline {
            bail!(Qemu, OperationTimeout, "the emulator does not take the state of the image");
        }
        thread::sleep(pause);
        pause = (pause * 2).min(PATIENCE);
    }
    stream.finish()?;
    if image.bypass_cache {
        virt_sys::durable::forget_cache(&image.file);
    }
    Ok(())
}

impl QemuConnection {
    pub(super) fn restore_from(
        &self,
        from: &str,
        dxml: Option<&str>,
        flags: u32,
        operation: &'static str,
    ) -> Result<()> {
        let image = Image::open(from.as_ref(), flags)?;
        let document = match dxml {
            Some(xml) => self.state.replacement(xml, &image.header.document)?,
            None => image.header.document.clone(),
        };
        let mut placed = self.state.place(document, &Purpose::Start(&|_| {}), operation)?;
        let change = &mut placed.change;
        let document = change.state().def.clone();
        let how = How {
            paused: true,
            incoming: true,
            reset_nvram: flags & VIR_DOMAIN_SAVE_RESET_NVRAM != 0,
            owner: None,
        };
        self.state.start_from(change, &document, &image, &how).inspect_err(|_| forget_attempt(change))
    }

    pub(super) fn restore_with(&self, params: &SaveParams, flags: u32) -> Result<()> {
        let Some(file) = &params.file else {
            bail!(Qemu, InvalidArg, "missing path to saved domain state");
        };
        save::refuse_channels(params)?;
        self.restore_from(file, params.dxml.as_deref(), flags, "virDomainRestoreParams")
    }
}
