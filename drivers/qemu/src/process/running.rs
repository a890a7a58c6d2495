//! A guest's emulator while it runs, and its end.

use super::{counters::Counters, log, status::StatusFile, traces::Traces};
use crate::{directories::Directories, emulator::Emulator, monitor::Monitor};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};
use virt_core::domain::Status;
use virt_error::{Error, Result, error};
use virt_sys::pidfd::{Process, SIGCONT, SIGTERM};

/// A guest's emulator, from its start or its adoption to its end.
pub struct Running {
    pub id: i32,
    pub name: String,
    pub process: Process,
    pub monitor: Arc<Monitor>,
    pub emulator: Arc<Emulator>,
    /// Where its monitor listens.
    pub monitor_path: PathBuf,
    /// The directories of its sockets and keys, and of its channels.
    pub directory: PathBuf,
    pub channels: PathBuf,
    log: PathBuf,
    /// What the kernel counts of the emulator.
    pub counters: Counters,
    vcpus: Mutex<Arc<Vec<VcpuThread>>>,
    traces: Mutex<Traces>,
}

/// A processor of the guest, and the thread that it is on the host; with TCG several may share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VcpuThread {
    pub vcpu: u32,
    pub thread: u32,
}

/// How an emulator is asked to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gentleness {
    /// It may refuse (`VIR_DOMAIN_DESTROY_GRACEFUL`).
    Graceful,
    /// It is killed when it does not end by itself.
    Forced,
    /// It is killed.
    AtOnce,
}

/// How long an emulator may take to write out what it holds, once it was asked to end.
const GENTLE: Duration = Duration::from_secs(10);
/// How long the kernel may take to end a killed one.
const HARD: Duration = Duration::from_secs(30);

impl Running {
    pub(super) fn new(
        directories: &Directories,
        id: i32,
        name: &str,
        process: Process,
        monitor: Arc<Monitor>,
        emulator: Arc<Emulator>,
        traces: Traces,
    ) -> Running {
        let directory = directories.domain(id, name);
        Running {
            id,
            name: name.to_owned(),
            process,
            monitor,
            emulator,
            monitor_path: monitor_path(&directory),
            channels: directories.channels(id, name),
            directory,
            log: log::path(directories, name),
            counters: Counters::default(),
            vcpus: Mutex::default(),
            traces: Mutex::new(traces),
        }
    }

    pub fn pid(&self) -> u32 {
        self.process.pid()
    }

    /// The processors that are plugged in, in their order.
    pub fn vcpus(&self) -> Arc<Vec<VcpuThread>> {
        self.vcpus.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Processors came or went.
    pub fn set_vcpus(&self, vcpus: Vec<VcpuThread>) {
        *self.vcpus.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(vcpus);
    }

    /// What the status file says of the run.
    pub fn status_file(&self, status: Status, taints: &[String]) -> StatusFile {
        StatusFile {
            status,
            pid: self.pid(),
            monitor: self.monitor_path.clone(),
            directory: self.directory.clone(),
            channels: self.channels.clone(),
            vcpus: self.vcpus().to_vec(),
            flags: self.emulator.flags.iter().map(|flag| flag.word().to_owned()).collect(),
            taints: taints.to_vec(),
            ..StatusFile::default()
        }
    }

    /// What the guest's end has to undo, for what is plugged in later.
    pub(super) fn with_traces<R>(&self, change: impl FnOnce(&mut Traces) -> R) -> R {
        change(&mut self.traces.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Ends the emulator, and returns when it is gone.
    ///
    /// Errors: `VIR_ERR_OPERATION_FAILED` when it did not end gracefully, `VIR_ERR_SYSTEM_ERROR` when even killing it
    /// did not help.
    pub fn end(&self, gentleness: Gentleness) -> Result<()> {
        if gentleness != Gentleness::AtOnce && self.ask_to_end() {
            return Ok(());
        }
        if gentleness == Gentleness::Graceful {
            return Err(error!(Qemu, OperationFailed, "failed to kill qemu process with SIGTERM"));
        }
        self.process.end(None, HARD)
    }

    /// Whether it ended when it was asked to.
    fn ask_to_end(&self) -> bool {
        if self.process.kill(SIGTERM).is_err() {
            return false;
        }
        // One that somebody stopped would hear of it only when it goes on.
        let _ = self.process.kill(SIGCONT);
        self.process.wait_until(Instant::now() + GENTLE).unwrap_or(false)
    }

    /// Whether the emulator is gone, or goes within `wait`.
    pub fn has_ended(&self, wait: Duration) -> bool {
        self.process.wait_until(Instant::now() + wait).unwrap_or(false)
    }

    /// Undoes what was made on the host for the guest, once its emulator is gone: helper programs, sockets,
    /// directories, devices, ports, the status file. `reason` is libvirt's word for the log: `destroyed`, `shutdown`,
    /// `crashed`, `saved` …
    pub fn clean_up(&self, reason: &str) {
        self.monitor.close();
        self.with_traces(Traces::undo);
        log::ended(&self.log, reason);
    }

    /// Writes into the log that something was done that support wants to know of.
    pub fn log_taint(&self, word: &str) {
        // A log that cannot be written keeps nobody from his command.
        if let Ok(file) = virt_sys::process::open_log(&self.log, 0o600) {
            log::tainted(&file, self.id, word);
        }
    }

    /// Removes what the emulator printed (`VIR_DOMAIN_DESTROY_REMOVE_LOGS`).
    pub fn remove_log(&self) {
        if let Err(why) = virt_sys::durable::remove(&self.log) {
            ::log::warn!("{}", why.message());
        }
    }

    /// What the emulator printed last, for an error about its end.
    pub fn last_words(&self) -> String {
        log::tail(&self.log, 0)
    }

    /// The error for an emulator that ended while an operation needed it.
    pub fn unexpected_end(&self) -> Error {
        match self.last_words() {
            words if words.is_empty() => {
                error!(Qemu, InternalError, "qemu unexpectedly closed the monitor")
            }
            words => error!(Qemu, InternalError, "qemu unexpectedly closed the monitor: {words}"),
        }
    }
}

/// Where the monitor of a guest with that directory listens.
pub(super) fn monitor_path(directory: &Path) -> PathBuf {
    directory.join("monitor.sock")
}
