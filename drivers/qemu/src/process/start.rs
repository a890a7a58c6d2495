//! The start of an emulator for a guest.
//!
//! The monitor's socket is made here and connected to before the emulator runs, so nothing is tried twice: the
//! greeting comes as soon as the emulator is able to send it. What must be set before the guest runs goes over in one
//! round trip, and the status file is written while the emulator is busy with itself.

use super::{
    counters::{self, Counters},
    graphics, hotplug, live, log, prepare,
    running::{Running, monitor_path},
    status::{self, StatusFile},
    traces::{Trace, Traces},
};
use crate::{
    command::{self, CommandLine, Plan},
    directories::Directories,
    emulator::Emulator,
    monitor::{Listener, Monitor},
    settings::Settings,
};
use serde_json::Value;
use std::{
    fs::OpenOptions,
    os::unix::{fs::OpenOptionsExt, net::UnixStream},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};
use virt_conf::domain::Domain as Document;
use virt_core::{constants::*, domain::Status};
use virt_error::{Error, Origin, Result, error};
use virt_sys::{
    pidfd::Process,
    process::{Command, Limit, RLIMIT_CORE, RLIMIT_MEMLOCK},
    reactor::Reactor,
};

/// What a start needs.
pub struct Start<'a> {
    pub directories: &'a Directories,
    pub settings: &'a Settings,
    pub reactor: &'a Reactor,
    pub emulator: Arc<Emulator>,
    pub id: i32,
    /// The document that the guest runs with, complete: every device has its alias and its address.
    pub document: Document,
    /// The guest's processors do not run in the end.
    pub paused: bool,
    /// The emulator waits for a state to be sent to it (`migrate-incoming`), and does not run until then.
    pub incoming: bool,
    /// libvirt's words for what support wants to know: `custom-argv`, `high-privileges`.
    pub taints: Vec<&'static str>,
    pub listener: Arc<dyn Listener>,
}

/// A guest that was started. Until its status file says that it is, a later process takes the start for one that was
/// cut ([`Running::status_file`]).
pub struct Started {
    pub running: Running,
    /// With what only a running guest has: the paths of its terminals, the ports of its screens.
    pub document: Document,
    pub status: Status,
}

/// How long an ended emulator may take to be gone.
const END: Duration = Duration::from_secs(2);

/// Starts an emulator. Everything that was made is undone when it fails.
///
/// Errors: what the host refuses, with its text; what the emulator says when it ends, `VIR_ERR_INTERNAL_ERROR`;
/// `VIR_ERR_OPERATION_TIMEOUT` when its monitor says nothing.
pub fn start(mut start: Start<'_>) -> Result<Started> {
    let document = start.document.clone();
    let mut tries = 0;
    loop {
        let mut traces = Traces::default();
        let error = match attempt(&mut start, &mut traces) {
            Ok(started) => return Ok(started),
            Err(error) => error,
        };
        traces.undo();
        tries += 1;
        // Somebody else was quicker with a port that was free when it was chosen; it is not chosen again.
        if tries >= TRIES || !graphics::has_chosen_ports(&document) || !graphics::is_port_taken(&error) {
            return Err(error);
        }
        start.document.clone_from(&document);
    }
}

/// How often ports are chosen for a guest.
const TRIES: u32 = 8;

/// An emulator that must not outlive an attempt that fails.
struct Guard(Option<Process>);

impl Drop for Guard {
    fn drop(&mut self) {
        if let Some(process) = self.0.take() {
            if let Err(why) = process.end(None, END) {
                ::log::warn!("an emulator that did not start stays behind: {why}");
            }
        }
    }
}

fn attempt(start: &mut Start<'_>, traces: &mut Traces) -> Result<Started> {
    let name = start.document.name().to_owned();
    start.document.set_id(start.id);
    command::align_memory(&mut start.document)?;
    crate::host::check_cpu(&start.document, &start.emulator)?;
    crate::host::settle_cpu(&mut start.document, &start.emulator)?;
    crate::image::number(&mut start.document);
    let mut prepared = prepare::prepare(start, traces)?;
    let monitor_path = monitor_path(&start.directories.domain(start.id, &name));
    let listening = virt_sys::unix_socket::listen(&monitor_path, 0o700)
        .map_err(|cause| socket_failed("bind", &monitor_path, &cause))?;
    let socket = virt_sys::unix_socket::connect(&monitor_path)
        .map_err(|cause| socket_failed("connect", &monitor_path, &cause))?;
    prepared.monitor = Some(listening.into());
    let plan = Plan {
        domain: &start.document,
        emulator: &start.emulator,
        settings: start.settings,
        directories: start.directories,
        id: start.id,
    };
    let mut line = command::build(&plan, prepared)?;
    if start.incoming {
        line.arguments.extend(["-incoming".to_owned(), "defer".to_owned()]);
    }
    prepare::memory_directories(start, &line, traces)?;
    let (log, log_start) = log::open(start.directories, &name)?;
    log::starting(&log, &start.emulator, &line);
    for taint in &start.taints {
        log::tainted(&log, start.id, taint);
    }
    let process = spawn(start, line, log, traces)?;
    let pid = process.pid();
    let guard = Guard(Some(process));
    let counters = Counters::default();
    counters.change(pid, &counters::enabled(&start.document), &[])?;
    // Written while the emulator makes itself ready: from here on a later process finds the guest, and ends it.
    let file = StatusFile {
        status: Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP),
        pid,
        monitor: monitor_path,
        directory: start.directories.domain(start.id, &name),
        channels: start.directories.channels(start.id, &name),
        flags: start.emulator.flags.iter().map(|flag| flag.word().to_owned()).collect(),
        taints: start.taints.iter().map(|taint| (*taint).to_owned()).collect(),
        ..StatusFile::default()
    };
    let status_path = status::path(start.directories, &name);
    traces.add(Trace::File(status_path.clone()));
    file.write(&status_path, &start.document)?;

    let told = |error: Error| explain(error, &guard, start.directories, &name, log_start);
    let monitor = open_monitor(start, socket, &name).map_err(told)?;
    hotplug::plug_at_start(&monitor, &start.document).map_err(told)?;
    let questions = live::questions(&start.document, start.settings)?;
    let answers = monitor.run_all(questions.commands());
    let mut document = start.document.clone();
    let live::Threads { vcpus, iothreads } = questions.take(answers, &mut document).map_err(told)?;
    live::place_threads(&document, pid, &vcpus, &iothreads)?;
    let status = match (start.paused, start.incoming) {
        (false, false) => {
            monitor.run("cont", Value::Null).map_err(told)?;
            Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED)
        }
        (true, false) => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER),
        (_, true) => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP),
    };

    let mut guard = guard;
    let Some(process) = guard.0.take() else {
        return Err(error!(Qemu, InternalError, "the emulator of '{name}' is gone"));
    };
    let mut running = Running::new(
        start.directories,
        start.id,
        &name,
        process,
        monitor,
        start.emulator.clone(),
        std::mem::take(traces),
    );
    running.counters = counters;
    running.set_vcpus(vcpus);
    Ok(Started { running, document, status })
}

fn open_monitor(start: &Start<'_>, socket: UnixStream, name: &str) -> Result<Arc<Monitor>> {
    let wait = Duration::from_secs(start.settings.start_timeout);
    Monitor::open(start.reactor, socket, name, wait, start.listener.clone())
}

/// Executes the emulator. Its number stands in the pid file before it runs: whatever happens to this process, a later
/// one finds it.
fn spawn(start: &Start<'_>, line: CommandLine, log: std::fs::File, traces: &mut Traces) -> Result<Process> {
    let path = pid_file(start.directories, start.document.name());
    let pid_file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o644).open(&path);
    let pid_file = pid_file.map_err(|cause| {
        Error::system(Origin::None, format!("Failed to open pid file '{}'", path.display()), &cause)
    })?;
    traces.add(Trace::File(path));
    let errors =
        log.try_clone().map_err(|cause| Error::system(Origin::Qemu, "cannot duplicate a log", &cause))?;
    let mut command = Command::new(line.program).args(line.arguments).file(1, log).file(2, errors);
    for (name, value) in line.environment {
        command = command.env(name, value);
    }
    for (number, file) in line.files {
        command = command.file(number, file);
    }
    if let Some(credentials) = prepare::credentials(start.settings)? {
        command = command.credentials(credentials);
    }
    if start.settings.dump_guest_core != Some(true) {
        command = command.limit(Limit { resource: RLIMIT_CORE, soft: 0, hard: 0 });
    }
    if let Some(bytes) = live::locked_memory(&start.document) {
        command = command.limit(Limit { resource: RLIMIT_MEMLOCK, soft: bytes, hard: bytes });
    }
    command.umask(0o002).pid_file(pid_file).detached().spawn()
}

/// Where the number of a guest's emulator stands: `NAME.pid`, but never in the place of the instance's own lock.
pub(super) fn pid_file(directories: &Directories, name: &str) -> PathBuf {
    const LOCK: &str = "driver";
    const OTHER: &str = ".emulator";
    // Each such name gets another one, so that no two guests have the same.
    let rest = name.strip_prefix(LOCK).map(|rest| rest.replace(OTHER, ""));
    let suffix = if rest.is_some_and(|rest| rest.is_empty()) { OTHER } else { "" };
    directories.run.join(format!("{name}{suffix}.pid"))
}

fn socket_failed(what: &str, path: &std::path::Path, cause: &std::io::Error) -> Error {
    Error::system(Origin::Qemu, format!("Failed to {what} socket to '{}'", path.display()), cause)
}

/// When the emulator is gone, what it printed is the reason, not that its monitor fell silent.
fn explain(error: Error, guard: &Guard, directories: &Directories, name: &str, log_start: u64) -> Error {
    let Some(process) = &guard.0 else { return error };
    if !process.wait_until(std::time::Instant::now() + Duration::from_millis(200)).unwrap_or(false) {
        return error;
    }
    match log::tail(&log::path(directories, name), log_start) {
        words if words.is_empty() => error!(Qemu, InternalError, "qemu unexpectedly closed the monitor"),
        words => error!(Qemu, InternalError, "process exited while connecting to monitor: {words}"),
    }
}
