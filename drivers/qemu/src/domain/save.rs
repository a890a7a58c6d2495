//! Saving a guest: its state goes into an image, and its emulator ends.

use super::{
    DomainChange, DomainObject, End, Run,
    compression::{Format, Stream},
    jobs::{Job, Progress},
    life,
    run::current,
    saved_image::Writer,
    status, stop, store,
};
use crate::{connection::QemuConnection, state::QemuState};
use serde_json::json;
use std::{
    fs,
    os::fd::AsFd,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};
use virt_conf::domain::{Domain as Document, ParseFlags};
use virt_core::{
    constants::*,
    domain::{DomainHost, SaveParams, check_same, inactive},
    event::Event,
    object::{Allowed, LongJob},
    records::Domain,
};
use virt_error::{Code, Error, Origin, Result, bail, error};

/// More than any file takes, in bytes a second; what libvirt sets for saving.
const UNLIMITED: u64 = 9_223_372_036_853_727_232;

/// The longest time between two questions of how far the emulator is.
const PATIENCE: Duration = Duration::from_millis(50);

/// How a guest is saved.
pub struct Save<'a> {
    pub path: PathBuf,
    /// The document to save instead of the guest's own.
    pub dxml: Option<&'a str>,
    pub flags: u32,
    /// It is the image that the domain starts from next.
    pub managed: bool,
    /// The format of the state, when it is not what `qemu.conf` says.
    pub format: Option<Format>,
    pub operation: &'static str,
}

impl QemuState {
    /// Saves a running guest.
    ///
    /// Errors: those of the file and of the emulator, after which the guest runs on; `VIR_ERR_OPERATION_ABORTED` when
    /// the job was ended.
    pub fn save(self: &Arc<Self>, dom: &Domain, save: &Save<'_>) -> Result<()> {
        let object = self.domain(dom)?;
        let long = object.begin_long(save.operation, Allowed::USUAL, Origin::Qemu)?;
        let domain = object.state();
        let run = domain.extra.run.clone().ok_or_else(inactive)?;
        if save.managed && !domain.is_persistent() {
            bail!(Qemu, OperationInvalid, "cannot do managed save for transient domain");
        }
        let document = match save.dxml {
            None => domain.def.clone(),
            Some(xml) => Arc::new(self.replacement(xml, &domain.def)?),
        };
        let format = match save.format {
            Some(format) => format,
            None => Format::configured(&self.settings.save_image_format, "save")?,
        };
        format.check("save")?;
        let working = run.work(VIR_DOMAIN_JOB_OPERATION_SAVE);
        let ran = domain.status.state == VIR_DOMAIN_RUNNING;
        let was_running = match save.flags & (VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED) {
            VIR_DOMAIN_SAVE_RUNNING => true,
            VIR_DOMAIN_SAVE_PAUSED => false,
            _ => ran,
        };
        if ran {
            let change = self.own(&long)?;
            life::pause(self, change.object(), &run, VIR_DOMAIN_PAUSED_SAVE)?;
        }
        let image = Image { path: &save.path, document: &document, was_running, format };
        let saved = write_image(&image, &run, &working.job, save.flags);
        if let Err(error) = saved {
            drop(working);
            if ran {
                self.go_on_after_failure(&object, &run);
            }
            if current(&object, run.running.id).is_none() {
                bail!(Qemu, OperationFailed, "domain is no longer running");
            }
            return Err(error);
        }
        let stats = Arc::new(working.job.stats());
        drop(working);
        let mut change = self.own(&long)?;
        if current(&object, run.running.id).is_none() {
            bail!(Qemu, OperationFailed, "domain is no longer running");
        }
        let record = change.record();
        change.event(Event::DomainJobCompleted { dom: record, params: stats.to_vec().into() });
        change.update(|domain| {
            domain.extra_mut().completed_job = Some(stats);
            domain.managed_save |= save.managed;
        });
        stop::end(&mut change, &run, End::SAVED);
        Ok(())
    }

    /// A short job of a long one.
    pub fn own(&self, long: &LongJob<super::DomainState>) -> Result<DomainChange<'_>> {
        Ok(DomainChange::new(self, long.change()?))
    }

    /// A document that is to take the place of `original`, with which a guest runs or ran: the guest must not notice.
    pub fn replacement(&self, xml: &str, original: &Document) -> Result<Document> {
        let document = Document::parse(xml, ParseFlags::default(), self.host_for_documents())?;
        check_same(&document, original)?;
        document.check_same_machine(original)?;
        Ok(document)
    }

    /// The guest was stopped for something that failed: it runs on.
    pub fn go_on_after_failure(&self, object: &Arc<DomainObject>, run: &Run) {
        if current(object, run.running.id).is_none() {
            return;
        }
        if let Err(error) = life::go_on(self, object, run, VIR_DOMAIN_RUNNING_SAVE_CANCELED) {
            log::warn!("Unable to resume guest CPUs after save failure: {}", error.message());
            let dom = object.read(|domain| domain.record(object.uuid()));
            let (event, detail) = (VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR);
            status::tell(self, Event::DomainLifecycle { dom, event, detail });
        }
    }
}

/// An image to be written.
struct Image<'a> {
    path: &'a Path,
    document: &'a Document,
    was_running: bool,
    format: Format,
}

/// Writes the image; half an image is removed.
fn write_image(image: &Image<'_>, run: &Run, job: &Job, flags: u32) -> Result<()> {
    let path = image.path;
    let writer = Writer::create(path, image.document, image.was_running, image.format)?;
    let sent = image.format.writing(&writer.file).and_then(|mut stream| {
        send_state(run, job, &mut stream, "domain save job")?;
        stream.finish()
    });
    let written = sent.and_then(|()| {
        let file = writer.file.try_clone();
        writer.finish(path)?;
        if let (true, Ok(file)) = (flags & VIR_DOMAIN_SAVE_BYPASS_CACHE != 0, file) {
            virt_sys::durable::forget_cache(&file);
        }
        Ok(())
    });
    written.inspect_err(|_| {
        if fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file()) {
            let _ = fs::remove_file(path);
        }
    })
}

/// Has the emulator write its state to a stream, and waits until it has.
pub fn send_state(run: &Run, job: &Job, stream: &mut Stream, what: &str) -> Result<()> {
    const NAME: &str = "migrate";
    let monitor = run.monitor();
    let mut parameters = serde_json::Map::new();
    parameters.insert("max-bandwidth".to_owned(), json!(UNLIMITED));
    monitor.migrate_set_parameters(parameters)?;
    monitor.getfd(NAME, stream.file.as_fd())?;
    let begun = match job.is_cancelled() {
        true => Err(cancelled(what)),
        false => monitor.migrate("fd:migrate"),
    };
    if let Err(error) = begun {
        let _ = monitor.closefd(NAME);
        return Err(error);
    }
    let mut pause = Duration::from_millis(1);
    loop {
        let migration = monitor.query_migrate()?;
        let (status, why) = (migration.status.clone().unwrap_or_default(), migration.error.clone());
        job.note(Progress::Migration(Box::new(migration)));
        match status.as_str() {
            "completed" => return Ok(()),
            "failed" if job.is_cancelled() => return Err(cancelled(what)),
            "failed" => {
                let why = why.unwrap_or_else(|| "unexpectedly failed".to_owned());
                return Err(error!(Qemu, OperationFailed, "{what}: {why}"));
            }
            "cancelled" => return Err(cancelled(what)),
            // An emulator that waits for the program on the way hears of nothing else.
            "cancelling" => stream.abandon(),
            "active" if job.is_cancelled() => stream.abandon(),
            _ => {}
        }
        thread::sleep(pause);
        pause = (pause * 2).min(PATIENCE);
    }
}

fn cancelled(what: &str) -> Error {
    Error::new(Origin::Qemu, Code::OperationAborted, format!("{what}: canceled by client"))
}

impl QemuConnection {
    pub(super) fn save_to(
        &self,
        dom: &Domain,
        to: &str,
        dxml: Option<&str>,
        flags: u32,
        operation: &'static str,
    ) -> Result<()> {
        self.state.save(dom, &Save { path: to.into(), dxml, flags, managed: false, format: None, operation })
    }

    pub(super) fn save_managed(
        &self,
        dom: &Domain,
        dxml: Option<&str>,
        flags: u32,
        operation: &'static str,
    ) -> Result<()> {
        let name = self.state.running(dom)?.name.clone();
        let path = store::managed_save_path(&self.state.directories, &name);
        self.state.save(dom, &Save { path, dxml, flags, managed: true, format: None, operation })
    }

    /// Saves as parameters say: without a file it is a managed save, in the configured format as any.
    pub(super) fn save_with(&self, dom: &Domain, params: &SaveParams, flags: u32) -> Result<()> {
        const OPERATION: &str = "virDomainSaveParams";
        let dxml = params.dxml.as_deref();
        let Some(file) = &params.file else { return self.save_managed(dom, dxml, flags, OPERATION) };
        let named = |name: &String| {
            Format::named(name).ok_or_else(|| error!(Qemu, OperationFailed, "Invalid image_format '{name}'"))
        };
        let format = params.image_format.as_ref().map(named).transpose()?;
        if let Some(format) = format {
            format.check("save")?;
        }
        refuse_channels(params)?;
        let path = file.into();
        self.state.save(dom, &Save { path, dxml, flags, managed: false, format, operation: OPERATION })
    }
}

/// Several streams at once are of images in the format `sparse` alone, which is refused itself.
pub fn refuse_channels(params: &SaveParams) -> Result<()> {
    match params.channels {
        None => Ok(()),
        Some(channels) if channels < 1 => {
            bail!(Qemu, InvalidArg, "number of parallel channels must be at least 1, not {channels}")
        }
        Some(_) => bail!(
            Qemu,
            OperationUnsupported,
            "Parallel save is only supported with the 'sparse' save image format"
        ),
    }
}
