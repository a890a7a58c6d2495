//! Dumps of a guest: its memory as a core file, or the emulator's whole state.

use super::{
    DomainObject, End, Run,
    compression::Format,
    jobs::{Job, Progress},
    life,
    run::current,
    save, stop,
};
use crate::{monitor::Fields, state::QemuState};
use serde_json::Value;
use std::{
    fs::{self, File},
    os::fd::AsFd,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use virt_core::{
    constants::*,
    domain::{DomainHost, inactive},
    event::Event,
    object::{Allowed, JobKind},
    records::Domain,
};
use virt_error::{Error, Origin, Result, bail, error};
use virt_sys::named_file;

/// The names of the formats of a core file, by the numbers of `virDomainCoreDumpFormat`.
const FORMATS: [&str; 5] = ["elf", "kdump-zlib", "kdump-lzo", "kdump-snappy", "win-dmp"];

/// The longest time between two questions of how far the emulator is.
const PATIENCE: Duration = Duration::from_millis(50);

impl QemuState {
    /// Dumps a running guest to a file; `format` is a `virDomainCoreDumpFormat`.
    pub fn dump(
        self: &Arc<Self>,
        dom: &Domain,
        to: &Path,
        format: u32,
        flags: u32,
        operation: &'static str,
    ) -> Result<()> {
        let memory_only = flags & VIR_DUMP_MEMORY_ONLY != 0;
        if !memory_only && format != 0 {
            bail!(Qemu, InvalidArg, "kdump-compressed format is only supported with memory-only dump");
        }
        let format_of_state = Format::configured(&self.settings.dump_image_format, "dump")?;
        format_of_state.check("dump")?;
        let object = self.domain(dom)?;
        let long = object.begin_long(operation, Allowed::USUAL.and(JobKind::Suspend), Origin::Qemu)?;
        let domain = object.state();
        let run = domain.extra.run.clone().ok_or_else(inactive)?;
        let working = run.work(VIR_DOMAIN_JOB_OPERATION_DUMP);
        let ran = domain.status.state == VIR_DOMAIN_RUNNING;
        let stops = ran && flags & VIR_DUMP_LIVE == 0;
        if stops {
            let change = self.own(&long)?;
            life::pause(self, change.object(), &run, VIR_DOMAIN_PAUSED_DUMP)?;
        }
        let written = write_file(to, flags, |file| match memory_only {
            true => dump_memory(&run, &working.job, file, format),
            false => {
                let mut stream = format_of_state.writing(file)?;
                save::send_state(&run, &working.job, &mut stream, "domain core dump job")?;
                stream.finish()
            }
        });
        let stats = working.job.stats();
        drop(working);
        if current(&object, run.running.id).is_none() {
            bail!(Qemu, OperationFailed, "domain is no longer running");
        }
        let mut change = self.own(&long)?;
        if written.is_ok() {
            let record = change.record();
            if !memory_only {
                change.event(Event::DomainJobCompleted { dom: record, params: stats.clone().into() });
            }
            change.update(|domain| domain.extra_mut().completed_job = Some(Arc::new(stats)));
        }
        if written.is_ok() && flags & VIR_DUMP_CRASH != 0 {
            stop::end(&mut change, &run, End::CRASHED);
            return Ok(());
        }
        let reset = written.is_ok() && flags & VIR_DUMP_RESET != 0;
        let again = (|| {
            if reset {
                run.monitor().system_reset()?;
            }
            // Sending the state has stopped the guest by itself.
            if stops || (ran && !memory_only) || (reset && !ran) {
                life::go_on(self, &object, &run, VIR_DOMAIN_RUNNING_UNPAUSED)?;
            }
            Ok(())
        })();
        written.and(again)
    }
}

/// Dumps a guest that crashed, to where `qemu.conf` says.
pub fn automatic(state: &Arc<QemuState>, object: &Arc<DomainObject>, run: &Arc<Run>) -> Result<()> {
    let directory = PathBuf::from(&state.settings.auto_dump_path);
    crate::directories::make(&directory)?;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let name = crate::directories::short_name(run.running.id, &run.running.name);
    let path = directory.join(format!("{name}-{seconds}"));
    let bypass = if state.settings.auto_dump_bypass_cache { VIR_DUMP_BYPASS_CACHE } else { 0 };
    let dom = object.read(|domain| domain.record(object.uuid()));
    state.dump(&dom, &path, 0, VIR_DUMP_MEMORY_ONLY | VIR_DUMP_LIVE | bypass, "automatic dump")
}

/// Makes the file, has it written, and removes it when that fails.
fn write_file(path: &Path, flags: u32, write: impl FnOnce(&File) -> Result<()>) -> Result<()> {
    let file = named_file::create(path, 0o600).map_err(|cause| {
        Error::system(Origin::Qemu, format!("Failed to create file '{}'", path.display()), &cause)
    })?;
    let written = write(&file).and_then(|()| {
        file.sync_all().map_err(|cause| {
            Error::system(Origin::Qemu, format!("unable to close file {}", path.display()), &cause)
        })
    });
    match written {
        Ok(()) if flags & VIR_DUMP_BYPASS_CACHE != 0 => {
            virt_sys::durable::forget_cache(&file);
            Ok(())
        }
        Ok(()) => Ok(()),
        Err(error) => {
            if fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file()) {
                let _ = fs::remove_file(path);
            }
            Err(error)
        }
    }
}

/// Has the emulator write the guest's memory, and waits until it has.
fn dump_memory(run: &Run, job: &Job, file: &File, format: u32) -> Result<()> {
    const NAME: &str = "dump";
    let Some(format) = FORMATS.get(format as usize) else {
        bail!(Qemu, InvalidArg, "unknown dumpformat '{format}'");
    };
    let monitor = run.monitor();
    job.note(Progress::Dump { done: 0, total: 0 });
    if *format != "elf" {
        let answer = monitor.run("query-dump-guest-memory-capability", Value::Null)?;
        let known = answer.get("formats").and_then(Value::as_array);
        if !known.is_some_and(|known| known.iter().any(|one| one.as_str() == Some(format))) {
            bail!(Qemu, OperationUnsupported, "unsupported dumpformat '{format}' for this QEMU binary");
        }
    }
    monitor.getfd(NAME, file.as_fd())?;
    if let Err(error) = monitor.dump_guest_memory("fd:dump", Some(format), true) {
        let _ = monitor.closefd(NAME);
        return Err(error);
    }
    let mut pause = Duration::from_millis(1);
    loop {
        let answer = monitor.run("query-dump", Value::Null)?;
        let fields = Fields::of("query-dump", &answer)?;
        let (done, total) = (fields.number("completed")?, fields.number("total")?);
        job.note(Progress::Dump { done, total });
        match fields.text("status")? {
            "completed" => return Ok(()),
            "failed" => {
                return Err(error!(
                    Qemu,
                    OperationFailed, "memory-only dump failed: the emulator gives no reason"
                ));
            }
            _ => {}
        }
        thread::sleep(pause);
        pause = (pause * 2).min(PATIENCE);
    }
}
