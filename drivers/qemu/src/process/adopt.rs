//! What an earlier process left: guests that run on are taken over, what is left of others is removed.

use super::{
    counters, graphics, helper, live,
    network::{self, Place},
    running::{Running, VcpuThread},
    start::pid_file,
    status::{self, StatusFile},
    tpm,
    traces::{Trace, Traces},
};
use crate::{
    directories::Directories,
    emulator::Emulator,
    monitor::{Chardev, Cpu, Listener, Migration, Monitor, RunState},
    settings::Settings,
};
use serde_json::Value;
use std::{
    collections::HashSet,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};
use virt_conf::{domain::Domain as Document, host::Host};
use virt_core::{constants::*, domain::Status};
use virt_error::{Result, error};
use virt_sys::{pidfd::Process, reactor::Reactor};
use virt_xml::YesNo;

/// What the search needs.
pub struct Adoption<'a> {
    pub directories: &'a Directories,
    pub settings: &'a Settings,
    pub reactor: &'a Reactor,
    pub host: &'a Host,
    /// The emulator that a document names.
    pub emulator: &'a (dyn Fn(&Document) -> Result<Arc<Emulator>> + Sync),
    /// Who hears what that guest's emulator says.
    pub listener: &'a (dyn Fn(&Document) -> Arc<dyn Listener> + Sync),
}

/// A guest that runs on.
pub struct Adopted {
    pub running: Running,
    pub document: Document,
    /// What it does now, as its emulator says.
    pub status: Status,
    pub file: StatusFile,
    /// It does not answer: what it has must not be asked for.
    pub silent: bool,
}

/// What was found.
#[derive(Default)]
pub struct Left {
    pub adopted: Vec<Adopted>,
    /// Guests that ran and do so no more, with the reason (`virDomainShutoffReason`).
    pub ended: Vec<(Document, i32)>,
}

/// How long a process that is no guest any more may take to end.
const END: Duration = Duration::from_secs(10);

/// How long an emulator may take to answer before the guest is taken over without its answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Finds the guests of an instance that was closed or killed. Those that can be reached run on as before; an emulator
/// whose start was cut is ended, and every trace of guests that are gone is removed.
pub fn adopt(adoption: &Adoption<'_>) -> Left {
    let mut left = Left::default();
    let files = with_ending(&adoption.directories.run, ".xml");
    let found: Vec<Found> = thread::scope(|scope| {
        let threads: Vec<_> = files.iter().map(|path| scope.spawn(move || one(adoption, path))).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    let mut kept = HashSet::new();
    for found in found {
        match found {
            Found::Runs(adopted) => {
                kept.insert(pid_file(adoption.directories, adopted.document.name()));
                left.adopted.push(*adopted);
            }
            Found::Ended(document, reason) => left.ended.push((*document, reason)),
            Found::Nothing => {}
        }
    }
    left.adopted.sort_by_key(|adopted| adopted.running.id);
    sweep(adoption.directories, &left.adopted, &kept);
    sweep_memory(adoption, &left.adopted);
    left
}

enum Found {
    Runs(Box<Adopted>),
    Ended(Box<Document>, i32),
    Nothing,
}

/// Looks after the guest of one status file.
fn one(adoption: &Adoption<'_>, path: &Path) -> Found {
    let read = fs::read_to_string(path)
        .map_err(|cause| cause.to_string())
        .and_then(|text| StatusFile::read(&text, adoption.host).map_err(|error| error.to_string()));
    let (file, document) = match read {
        Ok(read) => read,
        Err(why) => {
            // The sweep ends its emulator, which it finds by the pid file.
            log::warn!("status file '{}' cannot be used: {why}", path.display());
            let _ = fs::remove_file(path);
            return Found::Nothing;
        }
    };
    let name = document.name().to_owned();
    let process = match emulator_process(file.pid, &file.directory) {
        Some(process) => process,
        None => {
            log::info!("guest '{name}' is gone");
            let reason = match (file.status.state, file.job.as_deref()) {
                (VIR_DOMAIN_SHUTDOWN, _) => VIR_DOMAIN_SHUTOFF_SHUTDOWN,
                (_, Some("save")) => VIR_DOMAIN_SHUTOFF_UNKNOWN,
                _ => VIR_DOMAIN_SHUTOFF_CRASHED,
            };
            traces(adoption, &document, &file).undo();
            super::log::ended(&super::log::path(adoption.directories, &name), reason_word(reason));
            return Found::Ended(Box::new(document), reason);
        }
    };
    let cut = file.status == Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP);
    let reached = match cut {
        true => Reached::Lost(process, error!(Qemu, InternalError, "its start was cut")),
        false => take_over(adoption, process, file.clone(), document.clone()),
    };
    let (process, reason) = match reached {
        Reached::Runs(adopted) => return Found::Runs(adopted),
        Reached::HasShutDown(process) => (process, VIR_DOMAIN_SHUTOFF_SHUTDOWN),
        Reached::Lost(process, why) => {
            log::warn!("guest '{name}' cannot be taken over: {why}");
            (process, VIR_DOMAIN_SHUTOFF_FAILED)
        }
    };
    if let Err(why) = process.end(Some(END), END) {
        log::warn!("{why}");
    }
    traces(adoption, &document, &file).undo();
    super::log::ended(&super::log::path(adoption.directories, &name), reason_word(reason));
    Found::Ended(Box::new(document), reason)
}

fn reason_word(reason: i32) -> &'static str {
    status::word_of(Status::new(VIR_DOMAIN_SHUTOFF, reason))
}

/// The process with that number, when it is the emulator whose guest has that directory. The directory is its home and
/// stands among its arguments, and no other process has it: a number given anew is recognized.
fn emulator_process(pid: u32, directory: &Path) -> Option<Process> {
    let process = Process::adopt(pid, None).ok()??;
    let wanted = directory.to_str().filter(|path| !path.is_empty())?;
    let below = format!("{wanted}/");
    process.command_line().iter().any(|word| word.contains(&below)).then_some(process)
}

/// What became of a guest whose emulator is there.
enum Reached {
    Runs(Box<Adopted>),
    /// It has shut down; its emulator waited for us to see it.
    HasShutDown(Process),
    /// It cannot be used.
    Lost(Process, virt_error::Error),
}

/// Connects to the monitor, asks for what may have changed, and finishes what was cut.
fn take_over(adoption: &Adoption<'_>, process: Process, file: StatusFile, mut document: Document) -> Reached {
    let asked = match ask(adoption, &file, &mut document) {
        Ok(asked) => asked,
        Err(error) => return Reached::Lost(process, error),
    };
    if asked.status.state == VIR_DOMAIN_SHUTDOWN {
        return Reached::HasShutDown(process);
    }
    let mut traces = traces(adoption, &document, &file);
    graphics::keep_ports(&document, &mut traces);
    let (id, name) = (document.id(), document.name().to_owned());
    let mut running =
        Running::new(adoption.directories, id, &name, process, asked.monitor, asked.emulator, traces);
    running.monitor_path = file.monitor.clone();
    running.directory = file.directory.clone();
    running.channels = file.channels.clone();
    running.set_vcpus(asked.vcpus);
    count(&running, &mut document);
    Reached::Runs(Box::new(Adopted { running, status: asked.status, document, file, silent: asked.silent }))
}

/// Counts on. What cannot be counted any more is off from now on.
fn count(running: &Running, document: &mut Document) {
    for event in counters::enabled(document) {
        let Err(error) = running.counters.change(running.pid(), &[event], &[]) else { continue };
        log::warn!("domain '{}': {}", running.name, error.message());
        let events = document.perf.iter_mut().flat_map(|perf| &mut perf.events);
        events.filter(|one| one.name == Some(event)).for_each(|one| one.enabled = Some(YesNo(false)));
    }
}

/// What an emulator that is there has to say.
struct Asked {
    monitor: Arc<Monitor>,
    emulator: Arc<Emulator>,
    status: Status,
    vcpus: Vec<VcpuThread>,
    silent: bool,
}

fn ask(adoption: &Adoption<'_>, file: &StatusFile, document: &mut Document) -> Result<Asked> {
    let name = document.name().to_owned();
    let emulator = (adoption.emulator)(document)?;
    let socket = virt_sys::unix_socket::connect(&file.monitor).map_err(|cause| {
        let text = format!("failed to connect to monitor socket '{}'", file.monitor.display());
        virt_error::Error::system(virt_error::Origin::Qemu, text, &cause)
    })?;
    let wait = Duration::from_secs(adoption.settings.start_timeout).min(PATIENCE);
    let listener = (adoption.listener)(document);
    let (monitor, silence) = Monitor::rejoin(adoption.reactor, socket, &name, wait, listener)?;
    if let Some(silence) = silence {
        // Somebody may have stopped the emulator. The guest is not lost for that: what was noted holds.
        log::warn!("guest '{name}' runs on, but its emulator is silent: {silence}");
        return Ok(Asked { monitor, emulator, status: file.status, vcpus: file.vcpus.clone(), silent: true });
    }
    let questions = [
        ("query-status", Value::Null),
        ("query-cpus-fast", Value::Null),
        ("query-chardev", Value::Null),
        ("query-migrate", Value::Null),
    ];
    let answers = monitor.run_all(&questions).into_iter().collect::<Result<Vec<Value>>>()?;
    let [run, cpus, chardevs, migration] = &answers[..] else {
        return Err(error!(Qemu, InternalError, "the monitor left answers out"));
    };
    let run = RunState::read("query-status", run)?;
    let vcpus = live::threads(&Cpu::read_all("query-cpus-fast", cpus)?)?;
    live::terminals(document, &Chardev::read_all("query-chardev", chardevs)?)?;
    let migration = Migration::read("query-migrate", migration)?;
    let status = match recover(&monitor, &run, &migration, file)? {
        Some(status) => status,
        None => status_now(&run, file.status),
    };
    Ok(Asked { monitor, emulator, status, vcpus, silent: false })
}

/// Takes back a save, a dump or a migration that was cut: the guest goes on where it stood. What it does then, when
/// there was something to take back.
fn recover(
    monitor: &Monitor,
    run: &RunState,
    migration: &Migration,
    file: &StatusFile,
) -> Result<Option<Status>> {
    let sending =
        matches!(migration.status.as_deref(), Some("setup" | "active" | "device" | "pre-switchover"));
    if sending {
        monitor.migrate_cancel()?;
    }
    let for_a_job = file.status.state == VIR_DOMAIN_PAUSED
        && matches!(
            file.status.reason,
            VIR_DOMAIN_PAUSED_SAVE
                | VIR_DOMAIN_PAUSED_DUMP
                | VIR_DOMAIN_PAUSED_SNAPSHOT
                | VIR_DOMAIN_PAUSED_MIGRATION
        );
    let sent = matches!(run.status.as_str(), "postmigrate" | "finish-migrate");
    let ran = for_a_job || file.job_ran || (file.status.state == VIR_DOMAIN_RUNNING && (sent || sending));
    if !ran || run.running || !matches!(run.status.as_str(), "paused" | "postmigrate" | "finish-migrate") {
        return Ok(None);
    }
    monitor.cont()?;
    Ok(Some(Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_SAVE_CANCELED)))
}

/// What the guest does now: as it was noted where that agrees with its emulator, otherwise what the emulator says.
fn status_now(run: &RunState, noted: Status) -> Status {
    let running = noted.state == VIR_DOMAIN_RUNNING;
    match run.status.as_str() {
        _ if run.running && running => noted,
        _ if run.running => Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED),
        "shutdown" => Status::new(VIR_DOMAIN_SHUTDOWN, VIR_DOMAIN_SHUTDOWN_UNKNOWN),
        "suspended" => Status::new(VIR_DOMAIN_PMSUSPENDED, VIR_DOMAIN_PMSUSPENDED_UNKNOWN),
        "guest-panicked" => Status::new(VIR_DOMAIN_CRASHED, VIR_DOMAIN_CRASHED_PANICKED),
        _ if !running && noted.state != VIR_DOMAIN_SHUTDOWN => noted,
        "io-error" => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_IOERROR),
        "watchdog" => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_WATCHDOG),
        "postmigrate" | "finish-migrate" => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_MIGRATION),
        "save-vm" => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_SAVE),
        _ => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_UNKNOWN),
    }
}

/// What the guest of a status file has on the host.
fn traces(adoption: &Adoption<'_>, document: &Document, file: &StatusFile) -> Traces {
    let directories = adoption.directories;
    let mut traces = Traces::default();
    let name = document.name();
    let memory = directories.memory_of(adoption.settings, document.id(), name);
    memory.into_iter().for_each(|directory| traces.add(Trace::Directory(directory)));
    for directory in [&file.directory, &file.channels] {
        // What a file says is believed only as far as the instance's own places.
        if directory.starts_with(&directories.root) && is_of_guest(directory) {
            traces.add(Trace::Directory(directory.clone()));
        }
    }
    traces.add(Trace::File(pid_file(directories, name)));
    traces.add(Trace::File(status::path(directories, name)));
    let place = Place { directories, id: document.id(), name };
    network::keep(&place, &document.devices.interfaces, &mut traces);
    tpm::keep(&place, document, &mut traces);
    traces
}

/// Whether a directory's name is one that guests' directories have.
fn is_of_guest(directory: &Path) -> bool {
    let name = directory.file_name().and_then(OsStr::to_str).unwrap_or_default();
    let number = name.strip_prefix("domain-").unwrap_or(name);
    number
        .split_once('-')
        .is_some_and(|(id, _)| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Removes what belongs to no guest: emulators that were never noted, directories, half-written files.
fn sweep(directories: &Directories, adopted: &[Adopted], kept: &HashSet<PathBuf>) {
    for place in [directories.run.clone(), directories.config(), directories.nvram()] {
        virt_sys::durable::sweep(&place);
    }
    let ours: HashSet<&Path> = adopted
        .iter()
        .flat_map(|adopted| [adopted.running.directory.as_path(), adopted.running.channels.as_path()])
        .collect();
    for path in with_ending(&directories.run, ".pid") {
        if path == directories.run.join("driver.pid") || kept.contains(&path) {
            continue;
        }
        end_stray(directories, &path);
        let _ = fs::remove_file(&path);
    }
    end_stray_helpers(&directories.run.join("passt"), "passt", adopted);
    end_stray_helpers(&directories.swtpm_run, "swtpm", adopted);
    for place in [directories.lib.clone(), directories.run.join("channel")] {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let path = entry.path();
            let named =
                path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with("domain-"));
            if named && is_of_guest(&path) && !ours.contains(path.as_path()) {
                let _ = fs::remove_dir_all(&path);
            }
        }
    }
}

/// Removes the memory of guests that are gone. Places that instances share are only looked at where they keep apart.
fn sweep_memory(adoption: &Adoption<'_>, adopted: &[Adopted]) {
    let directories = adoption.directories;
    if directories.instance.is_none() {
        return;
    }
    let ours: HashSet<PathBuf> = adopted
        .iter()
        .flat_map(|one| directories.memory_of(adoption.settings, one.running.id, &one.running.name))
        .collect();
    let mounts = adoption.settings.hugetlbfs_mounts.iter();
    let huge = mounts.map(|(_, mount)| (directories.huge_pages(mount), String::new()));
    let files = &adoption.settings.memory_backing_dir;
    let files = (PathBuf::from(files), directories.memory_prefix(files));
    for (place, prefix) in huge.chain([files]) {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name();
            let of_guest = name.to_str().and_then(|name| name.strip_prefix(&prefix));
            if of_guest.is_some_and(|name| is_of_guest(Path::new(name))) && !ours.contains(&path) {
                let _ = fs::remove_dir_all(&path);
            }
        }
    }
}

/// Ends the programs of guests that are gone, and removes their files.
fn end_stray_helpers(directory: &Path, program: &str, adopted: &[Adopted]) {
    let of_guest = |path: &Path| {
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        adopted.iter().any(|adopted| {
            let short = crate::directories::short_name(adopted.running.id, &adopted.running.name);
            name.starts_with(&format!("{}-", short.strip_prefix("domain-").unwrap_or(&short)))
        })
    };
    for ending in [".pid", ".socket", ".sock"] {
        for path in with_ending(directory, ending).into_iter().filter(|path| !of_guest(path)) {
            if let Some(process) = helper::running(&path, program).filter(|_| ending == ".pid") {
                if let Err(why) = process.end(Some(END), END) {
                    log::warn!("{why}");
                }
            }
            let _ = fs::remove_file(&path);
        }
    }
}

/// Ends the emulator whose number stands in a pid file, when it is one of this instance.
fn end_stray(directories: &Directories, path: &Path) {
    let number = fs::read_to_string(path).ok().and_then(|text| text.trim().parse::<u32>().ok());
    let Some(process) = number.and_then(|number| Process::adopt(number, None).ok().flatten()) else { return };
    let home = format!("{}/domain-", directories.lib.display());
    if process.command_line().iter().any(|word| word.contains(&home)) {
        log::warn!("process {} is the emulator of no known guest and is ended", process.pid());
        if let Err(why) = process.end(None, END) {
            log::warn!("{why}");
        }
    }
}

fn with_ending(directory: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let wanted = |path: &PathBuf| {
        let name = path.file_name().and_then(OsStr::to_str);
        name.is_some_and(|name| name.ends_with(ending) && !name.starts_with('.'))
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(wanted).collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_emulator_has_the_last_word_about_what_a_guest_does() {
        let run = |status: &str| RunState { running: status == "running", status: status.to_owned() };
        let (booted, user) = (
            Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED),
            Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER),
        );
        assert_eq!(status_now(&run("running"), booted), booted);
        assert_eq!(status_now(&run("paused"), user), user);
        assert_eq!(status_now(&run("running"), user).reason, VIR_DOMAIN_RUNNING_UNPAUSED);
        assert_eq!(status_now(&run("paused"), booted).state, VIR_DOMAIN_PAUSED);
        assert_eq!(status_now(&run("io-error"), booted).reason, VIR_DOMAIN_PAUSED_IOERROR);
        assert_eq!(status_now(&run("shutdown"), booted).state, VIR_DOMAIN_SHUTDOWN);
    }

    #[test]
    fn only_directories_of_guests_are_removed() {
        assert!(is_of_guest(Path::new("/r/lib/qemu/domain-1-web")));
        assert!(is_of_guest(Path::new("/r/run/qemu/channel/12-web")));
        assert!(!is_of_guest(Path::new("/r/lib/qemu/save")));
        assert!(!is_of_guest(Path::new("/r/lib/qemu/domain-x-web")));
        assert!(!is_of_guest(Path::new("/")));
    }
}
