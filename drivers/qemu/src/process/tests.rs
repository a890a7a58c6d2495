//! Real emulators: started, killed, stopped, left behind and taken over.

use super::{adopt::Left, status::StatusFile, *};
use crate::{
    directories::Directories, document, domain::alias, emulator::Emulators, monitor::Listener,
    settings::Settings,
};
use serde_json::Value;
use std::{
    collections::HashSet,
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};
use virt_conf::{
    domain::{Domain as Document, ParseFlags},
    host::Host,
};
use virt_core::{constants::*, domain::Status};
use virt_error::{Code, Error};
use virt_sys::{
    pidfd::{Process, SIGCONT, SIGKILL, SIGSTOP},
    reactor::Reactor,
};

const QEMU: &str = "/usr/bin/qemu-system-x86_64";
const LONG: Duration = Duration::from_secs(20);

/// An instance of its own, gone with everything in it at the end.
struct Instance {
    directories: Directories,
    settings: Arc<Settings>,
    reactor: Reactor,
    emulators: Arc<Emulators>,
    host: Host,
}

impl Instance {
    /// `None`, with a printed reason, where there is no emulator.
    fn new() -> Option<Instance> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        if !Path::new(QEMU).exists() {
            println!("skipped: no {QEMU}");
            return None;
        }
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("virt-process-{}-{count}", std::process::id()));
        let directories = Directories::embedded(&root);
        directories.make().unwrap();
        // What emulators answer is kept once for all tests.
        let shared = Directories::embedded(Path::new(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../target/test-emulators"
        )));
        shared.make().unwrap();
        let settings = Arc::new(Settings {
            start_timeout: 20,
            remote_display_ports: (15_900, 16_900),
            ..Settings::default()
        });
        let emulators = Arc::new(Emulators::new(&shared));
        let host = document::host(emulators.clone(), settings.clone(), directories.clone());
        Some(Instance { directories, settings, reactor: Reactor::new("test"), emulators, host })
    }

    fn document(&self, name: &str, devices: &str) -> Document {
        let xml = format!(
            "<domain type='qemu'><name>{name}</name><memory unit='MiB'>32</memory><vcpu>2</vcpu>\
             <os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><devices><emulator>{QEMU}</emulator>\
             <memballoon model='none'/>{devices}</devices></domain>"
        );
        let mut document = Document::parse(&xml, ParseFlags::default(), &self.host).unwrap();
        alias::assign(&mut document);
        document
    }

    fn start_with(
        &self,
        id: i32,
        document: Document,
        change: impl FnOnce(&mut Start<'_>),
    ) -> virt_error::Result<Guest> {
        let ears = Arc::new(Ears::default());
        let mut start = Start {
            directories: &self.directories,
            settings: &self.settings,
            reactor: &self.reactor,
            emulator: self.emulators.at(Path::new(QEMU)).unwrap(),
            id,
            document,
            paused: false,
            incoming: false,
            taints: vec!["custom-argv"],
            listener: ears.clone(),
        };
        change(&mut start);
        let started = start::start(start)?;
        let file = started.running.status_file(started.status, &[]);
        file.write(&status::path(&self.directories, &started.running.name), &started.document)?;
        Ok(Guest { started, ears })
    }

    fn start(&self, id: i32, name: &str, devices: &str) -> virt_error::Result<Guest> {
        self.start_with(id, self.document(name, devices), |_| {})
    }

    fn adopt(&self) -> Left {
        let emulator = |_: &Document| self.emulators.at(Path::new(QEMU));
        adopt(&Adoption {
            directories: &self.directories,
            settings: &self.settings,
            reactor: &self.reactor,
            host: &self.host,
            emulator: &emulator,
            listener: &|_| Arc::new(Ears::default()),
        })
    }

    /// Everything that lies in the directories of guests.
    fn left_over(&self) -> Vec<PathBuf> {
        let fresh = Directories::embedded(&self.directories.root.join("fresh"));
        fresh.make().unwrap();
        let all = |root: &Path, lib: &Path, run: &Path| -> HashSet<PathBuf> {
            let mut found = HashSet::new();
            let mut places = vec![lib.to_owned(), run.to_owned()];
            while let Some(place) = places.pop() {
                for entry in fs::read_dir(place).unwrap().flatten() {
                    found.insert(entry.path().strip_prefix(root).unwrap().to_owned());
                    if entry.file_type().unwrap().is_dir() {
                        places.push(entry.path());
                    }
                }
            }
            found
        };
        let expected = all(&fresh.root, &fresh.lib, &fresh.run);
        fs::remove_dir_all(&fresh.root).unwrap();
        let found = all(&self.directories.root, &self.directories.lib, &self.directories.run);
        // Where channels are is a place of the instance.
        found.difference(&expected).filter(|path| *path != Path::new("run/qemu/channel")).cloned().collect()
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.directories.root);
    }
}

/// A guest that does not outlive its test.
struct Guest {
    started: Started,
    ears: Arc<Ears>,
}

impl Guest {
    fn running(&self) -> &Running {
        &self.started.running
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        let _ = self.started.running.end(Gentleness::AtOnce);
        self.started.running.clean_up("destroyed");
    }
}

/// What an emulator says.
#[derive(Default)]
struct Ears {
    events: Mutex<Vec<String>>,
    closed: Mutex<Option<mpsc::Sender<()>>>,
    why: Mutex<Option<Error>>,
}

impl Listener for Ears {
    fn event(&self, name: &str, _data: Value, _time: u64) {
        self.events.lock().unwrap().push(name.to_owned());
    }

    fn closed(&self, why: Error) {
        *self.why.lock().unwrap() = Some(why);
        if let Some(closed) = self.closed.lock().unwrap().take() {
            let _ = closed.send(());
        }
    }
}

#[test]
fn a_guest_starts_runs_and_leaves_nothing() {
    let Some(instance) = Instance::new() else { return };
    let devices = "<serial type='pty'/><channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>\
        <graphics type='vnc' port='-1' autoport='yes' passwd='canary-of-t11'/><video><model type='vga'/></video>";
    let guest = instance.start(1, "web", devices).unwrap();
    let (running, document) = (guest.running(), &guest.started.document);
    assert_eq!(guest.started.status, Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED));
    assert_eq!(document.id(), 1);
    let pty = document.devices.serials[0].source.sources[0].path.as_deref().unwrap();
    assert!(pty.starts_with("/dev/pts/"), "{pty}");
    assert_eq!(document.devices.consoles[0].tty.as_deref(), Some(pty));
    let channel = document.devices.channels[0].source.sources[0].path.clone().unwrap();
    virt_sys::unix_socket::connect(Path::new(&channel)).unwrap();
    assert!((15_900..16_900).contains(&document.devices.graphics[0].port.unwrap()));
    assert_eq!(running.vcpus().len(), 2);
    assert!(running.monitor.query_status().unwrap().running);

    let pid = running.pid();
    let text = fs::read_to_string(status::path(&instance.directories, "web")).unwrap();
    let (file, read) = StatusFile::read(&text, &instance.host).unwrap();
    assert_eq!((file.pid, file.status, read.name()), (pid, guest.started.status, "web"));
    assert_eq!(fs::read_to_string(instance.directories.run.join("web.pid")).unwrap(), format!("{pid}\n"));

    // The password is nowhere but in the status file, which only its owner reads.
    let line = running.process.command_line().join(" ");
    let environment =
        String::from_utf8_lossy(&fs::read(format!("/proc/{pid}/environ")).unwrap()).into_owned();
    let log = fs::read_to_string(instance.directories.log.join("web.log")).unwrap();
    for place in [&line, &environment, &log] {
        assert!(!place.contains("canary-of-t11"), "{place}");
    }
    assert!(log.contains("starting up libvirt version: ") && log.contains("is tainted: custom-argv"));

    running.end(Gentleness::Graceful).unwrap();
    running.clean_up("destroyed");
    assert!(Process::adopt(pid, None).unwrap().is_none());
    assert_eq!(instance.left_over(), [] as [PathBuf; 0]);
    assert!(
        fs::read_to_string(instance.directories.log.join("web.log")).unwrap().contains("reason=destroyed")
    );
}

#[test]
fn a_guest_named_like_the_lock_leaves_the_lock_alone() {
    let Some(instance) = Instance::new() else { return };
    let lock = virt_sys::directory_lock::DirectoryLock::acquire(&instance.directories.run.join("driver.pid"));
    let lock = lock.unwrap();
    let guests: Vec<Guest> = ["driver", "driver.emulator", "driver.emulator.emulator"]
        .iter()
        .enumerate()
        .map(|(id, name)| instance.start(id as i32 + 1, name, "").unwrap())
        .collect();
    guests.iter().for_each(|guest| guest.running().monitor.close());
    let left = instance.adopt();
    assert_eq!(left.adopted.len(), 3);
    for adopted in &left.adopted {
        adopted.running.end(Gentleness::AtOnce).unwrap();
        adopted.running.clean_up("destroyed");
    }
    let own = std::process::id().to_string();
    assert_eq!(fs::read_to_string(instance.directories.run.join("driver.pid")).unwrap(), own);
    drop(lock);
    assert_eq!(instance.left_over(), [] as [PathBuf; 0]);
}

#[test]
fn an_emulator_has_the_descriptors_and_the_environment_that_are_meant_for_it() {
    let Some(instance) = Instance::new() else { return };
    let guest = instance.start(7, "exact", "").unwrap();
    let pid = guest.running().pid();
    let environment =
        String::from_utf8_lossy(&fs::read(format!("/proc/{pid}/environ")).unwrap()).into_owned();
    let names: HashSet<&str> = environment
        .split('\0')
        .filter_map(|variable| variable.split_once('='))
        .map(|(name, _)| name)
        .collect();
    let allowed: HashSet<&str> =
        ["LC_ALL", "PATH", "HOME", "USER", "LOGNAME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"]
            .into();
    assert!(names.is_subset(&allowed), "{names:?}");
    let home = instance.directories.domain(7, "exact");
    assert!(environment.contains(&format!("HOME={}", home.display())));
    // Of what we had open, only the log and the monitor's socket; the rest is the emulator's own.
    for entry in fs::read_dir(format!("/proc/{pid}/fd")).unwrap().flatten() {
        let Ok(target) = fs::read_link(entry.path()) else { continue };
        let target = target.display().to_string();
        let fine = ["/dev/null", "/dev/urandom", "/dev/ptmx", "anon_inode:", "socket:", "/usr/", "/dev/kvm"];
        let log = instance.directories.log.join("exact.log").display().to_string();
        assert!(target == log || fine.iter().any(|start| target.starts_with(start)), "{target}");
    }
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    assert!(status.contains(&format!("Pid:\t{pid}")));
    assert!(!status.contains(&format!("PPid:\t{}\n", std::process::id())), "it is no child of ours");
}

#[test]
fn what_an_emulator_says_at_its_end_is_the_error() {
    let Some(instance) = Instance::new() else { return };
    let serial = "<serial type='file'><source path='/dev/null/none.log'/></serial>";
    let error = instance.start(1, "broken", serial).err().unwrap();
    let start = "internal error: process exited while connecting to monitor: ";
    assert!(error.message().starts_with(start) && error.message().contains("/dev/null/none.log"), "{error}");
    assert_eq!(instance.left_over(), [] as [PathBuf; 0]);
}

#[test]
fn a_guest_can_start_paused_and_wait_for_a_state() {
    let Some(instance) = Instance::new() else { return };
    let paused =
        instance.start_with(1, instance.document("paused", ""), |start| start.paused = true).unwrap();
    assert_eq!(paused.started.status, Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER));
    assert!(!paused.running().monitor.query_status().unwrap().running);
    let waits =
        instance.start_with(2, instance.document("waits", ""), |start| start.incoming = true).unwrap();
    assert_eq!(waits.running().monitor.query_status().unwrap().status, "inmigrate");
}

#[test]
fn a_stopped_emulator_is_ended_and_a_killed_one_is_noticed() {
    let Some(instance) = Instance::new() else { return };
    let guest = instance.start(1, "stopped", "").unwrap();
    guest.running().process.kill(SIGSTOP).unwrap();
    let begin = Instant::now();
    guest.running().end(Gentleness::Graceful).unwrap();
    assert!(begin.elapsed() < Duration::from_secs(8));

    let guest = instance.start(2, "killed", "").unwrap();
    let (tell, told) = mpsc::channel();
    *guest.ears.closed.lock().unwrap() = Some(tell);
    guest.running().process.kill(SIGKILL).unwrap();
    told.recv_timeout(LONG).unwrap();
    assert!(guest.running().has_ended(LONG));
    let error = guest.running().monitor.query_status().unwrap_err();
    assert_ne!(error.code(), Code::OperationTimeout, "{error}");
}

#[test]
fn guests_are_taken_over_by_the_next_owner() {
    let Some(instance) = Instance::new() else { return };
    let serial = "<serial type='pty'/><graphics type='vnc' port='-1' autoport='yes'/>";
    let one = instance.start(3, "one", serial).unwrap();
    let two = instance.start_with(4, instance.document("two", ""), |start| start.paused = true).unwrap();
    let three = instance.start(5, "three", "").unwrap();
    let cut = instance.start(6, "cut", "").unwrap();
    // As a killed process leaves them: monitors unread, one emulator gone since, one start not finished.
    for guest in [&one, &two, &three, &cut] {
        guest.running().monitor.close();
    }
    three.running().end(Gentleness::AtOnce).unwrap();
    let path = status::path(&instance.directories, "cut");
    let (mut file, document) = StatusFile::read(&fs::read_to_string(&path).unwrap(), &instance.host).unwrap();
    file.status = Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP);
    file.write(&path, &document).unwrap();
    // And an emulator of which only the pid file tells.
    let stray = instance.start(8, "stray", "").unwrap();
    stray.running().monitor.close();
    fs::remove_file(status::path(&instance.directories, "stray")).unwrap();

    let left = instance.adopt();
    let names: Vec<&str> = left.adopted.iter().map(|adopted| adopted.document.name()).collect();
    assert_eq!(names, ["one", "two"]);
    let mut ended: Vec<(&str, i32)> =
        left.ended.iter().map(|(document, reason)| (document.name(), *reason)).collect();
    ended.sort_unstable();
    assert_eq!(ended, [("cut", VIR_DOMAIN_SHUTOFF_FAILED), ("three", VIR_DOMAIN_SHUTOFF_CRASHED)]);
    assert_eq!(left.adopted[0].status, one.started.status);
    assert_eq!(left.adopted[1].status, two.started.status);
    let first = &left.adopted[0];
    assert_eq!(first.document.devices.serials, one.started.document.devices.serials);
    assert_eq!(first.running.pid(), one.running().pid());
    assert!(first.running.monitor.query_status().unwrap().running);
    assert_eq!(first.running.vcpus(), one.running().vcpus());
    assert!(cut.running().has_ended(Duration::ZERO) && stray.running().has_ended(LONG));
    for adopted in &left.adopted {
        adopted.running.end(Gentleness::Forced).unwrap();
        adopted.running.clean_up("destroyed");
    }
    assert_eq!(instance.left_over(), [] as [PathBuf; 0]);
}

#[test]
fn a_silent_emulator_is_taken_over_and_speaks_later() {
    let Some(mut instance) = Instance::new() else { return };
    let guest = instance.start(1, "silent", "").unwrap();
    guest.running().monitor.close();
    guest.running().process.kill(SIGSTOP).unwrap();
    instance.settings = Arc::new(Settings { start_timeout: 1, ..Settings::clone(&instance.settings) });
    let begin = Instant::now();
    let left = instance.adopt();
    assert!(begin.elapsed() < Duration::from_secs(6));
    let adopted = &left.adopted[0];
    assert_eq!(adopted.status, guest.started.status);
    guest.running().process.kill(SIGCONT).unwrap();
    assert!(adopted.running.monitor.query_status().unwrap().running);
    adopted.running.end(Gentleness::Forced).unwrap();
    adopted.running.clean_up("destroyed");
}

#[test]
fn what_was_cut_is_finished_by_the_next_owner() {
    let Some(instance) = Instance::new() else { return };
    // One stood still for its saving, one has shut down with nobody there to see it.
    let saved = instance.start(1, "saved", "").unwrap();
    saved.running().monitor.stop().unwrap();
    let path = status::path(&instance.directories, "saved");
    let (mut file, document) = StatusFile::read(&fs::read_to_string(&path).unwrap(), &instance.host).unwrap();
    file.status = Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_SAVE);
    file.job = Some("save".to_owned());
    file.write(&path, &document).unwrap();
    let off = instance.start(2, "off", "").unwrap();
    // What an operating system does in the end: the port of the power management says so.
    let begin = Instant::now();
    while off.running().monitor.query_status().unwrap().status != "shutdown" {
        assert!(begin.elapsed() < LONG);
        off.running().monitor.human_command("o /w 0x604 0x2000").unwrap();
        thread::sleep(Duration::from_millis(20));
    }
    saved.running().monitor.close();
    off.running().monitor.close();
    let left = instance.adopt();
    let status = |name: &str| {
        left.adopted.iter().find(|adopted| adopted.document.name() == name).map(|adopted| adopted.status)
    };
    assert_eq!(status("saved"), Some(Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_SAVE_CANCELED)));
    let ended: Vec<(&str, i32)> =
        left.ended.iter().map(|(document, reason)| (document.name(), *reason)).collect();
    assert_eq!(ended, [("off", VIR_DOMAIN_SHUTOFF_SHUTDOWN)]);
    assert!(off.running().has_ended(LONG));
    for adopted in &left.adopted {
        assert!(adopted.running.monitor.query_status().unwrap().running);
        adopted.running.end(Gentleness::Forced).unwrap();
        adopted.running.clean_up("destroyed");
    }
}

#[test]
fn an_emulator_that_says_nothing_or_dies_at_once_does_not_hold_a_start_up() {
    let Some(mut instance) = Instance::new() else { return };
    instance.settings = Arc::new(Settings { start_timeout: 1, ..Settings::clone(&instance.settings) });
    let start = |script: &str| {
        let path = instance.directories.root.join("emulator");
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let mut document = instance.document("odd", "");
        document.devices.emulator = Some(path.display().to_string());
        let begin = Instant::now();
        let error = instance.start_with(1, document, |_| {}).err().unwrap();
        assert!(begin.elapsed() < Duration::from_secs(10));
        assert_eq!(instance.left_over(), [] as [PathBuf; 0]);
        error
    };
    let error = start("exec /bin/sleep 60");
    assert_eq!(error.code(), Code::OperationTimeout);
    assert!(
        error.message().contains("'odd' did not send the greeting of its monitor within 1 seconds"),
        "{error}"
    );
    let error = start("echo no such thing >&2; exit 1");
    assert_eq!(error.message(), "internal error: process exited while connecting to monitor: no such thing");
    let error = start("exit 1");
    assert_eq!(error.message(), "internal error: qemu unexpectedly closed the monitor");
}

#[test]
fn a_port_that_somebody_took_in_between_is_passed_over() {
    let Some(instance) = Instance::new() else { return };
    // This script plays the one who is quicker: the first time it says what an emulator says then.
    let mark = instance.directories.root.join("once");
    let script = instance.directories.root.join("emulator");
    let text = format!(
        "#!/bin/sh\nif [ ! -e {0} ]; then : > {0}; echo '-vnc: Failed to find an available port: Address already in use' >&2; exit 1; fi\nexec {QEMU} \"$@\"\n",
        mark.display()
    );
    fs::write(&script, text).unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    let mut document = instance.document("second", "<graphics type='vnc' port='-1' autoport='yes'/>");
    document.devices.emulator = Some(script.display().to_string());
    let guest = instance.start_with(1, document, |_| {}).unwrap();
    assert!(mark.exists() && guest.started.document.devices.graphics[0].port.is_some());
}

#[test]
fn guests_that_start_together_get_different_ports() {
    let Some(instance) = Instance::new() else { return };
    let screen = "<graphics type='vnc' port='-1' autoport='yes'/><video><model type='vga'/></video>";
    let guests: Vec<Guest> = thread::scope(|scope| {
        let instance = &instance;
        let start = move |id: i32| instance.start(id, &format!("guest{id}"), screen).unwrap();
        let threads: Vec<_> = (1..=4).map(|id| scope.spawn(move || start(id))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let ports: HashSet<i32> =
        guests.iter().map(|guest| guest.started.document.devices.graphics[0].port.unwrap()).collect();
    assert_eq!(ports.len(), 4);
}

#[test]
fn a_guest_on_a_tap_and_on_passt_leaves_neither() {
    let Some(instance) = Instance::new() else { return };
    let devices = "<interface type='user'><backend type='passt'/><model type='virtio'/></interface>\
        <interface type='ethernet'><model type='e1000'/></interface>";
    let guest = match instance.start(1, "wired", devices) {
        Ok(guest) => guest,
        Err(error) => {
            assert_eq!(instance.left_over(), [] as [PathBuf; 0]);
            return println!("skipped: {error}");
        }
    };
    let tap = guest.started.document.devices.interfaces[1].target_name().unwrap().to_owned();
    assert!(virt_sys::netdev::index(&tap).is_ok());
    let pid_file = instance.directories.run.join("passt/1-wired-net0-passt.pid");
    let passt = helper::running(&pid_file, "passt").unwrap();

    // The next owner knows of both.
    guest.running().monitor.close();
    let left = instance.adopt();
    let adopted = &left.adopted[0];
    assert!(!passt.ended());
    adopted.running.end(Gentleness::Forced).unwrap();
    adopted.running.clean_up("destroyed");
    assert!(passt.wait_until(Instant::now() + LONG).unwrap());
    assert!(virt_sys::netdev::index(&tap).is_err());
    assert_eq!(instance.left_over(), [] as [PathBuf; 0]);
}

#[test]
fn a_helper_of_a_guest_that_is_gone_is_ended() {
    let Some(instance) = Instance::new() else { return };
    let devices = "<interface type='user'><backend type='passt'/><model type='virtio'/></interface>";
    let guest = match instance.start(1, "alone", devices) {
        Ok(guest) => guest,
        Err(error) => return println!("skipped: {error}"),
    };
    let pid_file = instance.directories.run.join("passt/1-alone-net0-passt.pid");
    let passt = helper::running(&pid_file, "passt").unwrap();
    guest.running().monitor.close();
    fs::remove_file(status::path(&instance.directories, "alone")).unwrap();
    let left = instance.adopt();
    assert!(left.adopted.is_empty() && left.ended.is_empty());
    assert!(passt.wait_until(Instant::now() + LONG).unwrap());
    assert!(guest.running().has_ended(LONG));
    assert_eq!(instance.left_over(), [] as [PathBuf; 0]);
}

#[test]
fn a_guest_has_a_module_with_a_state_that_stays() {
    let Some(instance) = Instance::new() else { return };
    let tpm = "<tpm model='tpm-tis'><backend type='emulator' version='2.0'/></tpm>";
    let document = instance.document("trusted", tpm);
    let uuid = document.uuid();
    let guest = match instance.start_with(1, document, |_| {}) {
        Ok(guest) => guest,
        Err(error) => {
            assert_eq!(instance.left_over(), [] as [PathBuf; 0]);
            return println!("skipped: {error}");
        }
    };
    let swtpm =
        helper::running(&instance.directories.swtpm_run.join("1-trusted-swtpm.pid"), "swtpm").unwrap();
    guest.running().end(Gentleness::Forced).unwrap();
    guest.running().clean_up("destroyed");
    assert!(swtpm.wait_until(Instant::now() + LONG).unwrap());
    let state = instance.directories.swtpm_lib.join(uuid.to_string());
    assert!(state.join("tpm2").is_dir());
    forget_tpm(&instance.directories, &guest.started.document).unwrap();
    assert!(!state.exists());
}
