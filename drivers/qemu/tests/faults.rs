//! Guests whose emulator does what no real one would, or whose agent is anything: a fake plays both.
#![forbid(unsafe_code)]

mod instance;

use instance::Instance;
use serde_json::{Value, json};
use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
    thread,
    time::{Duration, Instant},
};
use virt_core::{
    constants::*,
    event::{Class, Event, Filter, Subscriber},
    records::Domain,
};
use virt_error::{Code, Error};

const LONG: Duration = Duration::from_secs(20);

impl Instance {
    /// The fake, with its script beside it.
    fn fake(&self, name: &str, script: &Value) -> PathBuf {
        let path = self.root().join(name);
        symlink(env!("CARGO_BIN_EXE_fake-qemu"), &path).unwrap();
        fs::write(path.with_file_name(format!("{name}.json")), script.to_string()).unwrap();
        path
    }

    /// Whether the guest runs; `None` when it is gone.
    fn state(&self, dom: &Domain) -> Option<i32> {
        let found = self.drivers.domains.domain_lookup_by_name(&dom.name).ok()?;
        Some(self.drivers.domains.domain_is_active(&found).unwrap_or(0))
    }

    fn command(&self, dom: &Domain, name: &str) -> virt_error::Result<String> {
        let text = json!({"execute": name}).to_string();
        self.drivers.qemu.domain_qemu_monitor_command(dom, &text, 0)
    }
}

/// Whether something holds within a time that is long for it.
fn soon(mut holds: impl FnMut() -> bool) -> bool {
    let started = Instant::now();
    while started.elapsed() < LONG {
        if holds() {
            return true;
        }
        thread::sleep(Duration::from_millis(10));
    }
    false
}

#[test]
fn a_start_that_fails_leaves_nothing() {
    let Some(instance) = Instance::new() else { return };
    let cases = [
        ("start", "exit", "start is where it ends"),
        (
            "qmp_capabilities",
            "refuse",
            "unable to execute QEMU command 'qmp_capabilities': the script says no",
        ),
        ("qmp_capabilities", "torn", ""),
        ("query-cpus-fast", "exit", "query-cpus-fast is where it ends"),
        ("query-cpus-fast", "wrong", "was not an array"),
        ("query-cpus-fast", "deep", "values"),
        ("query-cpus-fast", "huge", "values"),
        ("query-cpus-fast", "endless", "exceeds buffer size"),
        ("query-cpus-fast", "close", "End of file"),
        ("cont", "refuse", "unable to execute QEMU command 'cont'"),
    ];
    for (place, (command, fault, expected)) in cases.into_iter().enumerate() {
        let fake = instance.fake(&format!("fake-{place}"), &json!({"faults": {command: fault}}));
        let name = format!("guest-{place}");
        let started = Instant::now();
        let error = instance.start(&name, &fake, "").err().unwrap_or_else(|| panic!("{command} {fault}"));
        assert!(error.message().contains(expected), "{command} {fault}: {error}");
        assert!(error.message().len() < 2000, "{command} {fault}");
        assert!(started.elapsed() < LONG, "{command} {fault}");
        assert!(instance.drivers.domains.domain_lookup_by_name(&name).is_err(), "{command} {fault}");
        let left: Vec<_> = fs::read_dir(instance.root().join("run/qemu")).unwrap().flatten().collect();
        let of_guest = |path: &Path| path.to_string_lossy().contains(&name);
        assert!(!left.iter().any(|entry| of_guest(&entry.path())), "{command} {fault}: {left:?}");
    }
}

#[test]
fn a_monitor_gone_wrong_ends_its_guest_and_no_other() {
    let Some(instance) = Instance::new() else { return };
    for fault in ["torn", "exit"] {
        let fake = instance.fake(&format!("fake-{fault}"), &json!({"faults": {"query-block": fault}}));
        let dom = instance.start(fault, &fake, "").unwrap();
        let error = instance.command(&dom, "query-block").unwrap_err();
        assert_ne!(error.code(), Code::OperationTimeout, "{fault}: {error}");
        assert!(soon(|| instance.state(&dom).is_none()), "{fault}: the guest is still there");
    }
}

#[test]
fn a_guest_that_cannot_be_controlled_runs_on_until_it_is_destroyed() {
    let Some(instance) = Instance::new() else { return };
    let (tell, told) = mpsc::channel();
    let filter = Filter { class: Class::Domain, id: VIR_DOMAIN_EVENT_ID_CONTROL_ERROR, subject: None };
    instance.drivers.link.watch(&filter, Arc::new(Ears(tell))).unwrap();
    let faults = ["deep", "huge", "endless", "close"];
    let mut guests = Vec::new();
    for fault in faults {
        let fake = instance.fake(&format!("fake-{fault}"), &json!({"faults": {"query-block": fault}}));
        let dom = instance.start(fault, &fake, "").unwrap();
        let error = instance.command(&dom, "query-block").unwrap_err();
        assert_ne!(error.code(), Code::OperationTimeout, "{fault}: {error}");
        let started = Instant::now();
        assert!(instance.command(&dom, "query-status").is_err(), "{fault}");
        assert!(started.elapsed() < Duration::from_millis(500), "{fault}");
        guests.push(dom);
    }
    let mut lost: Vec<String> = faults.iter().map(|_| told.recv_timeout(LONG).unwrap()).collect();
    lost.sort();
    assert_eq!(lost, ["close", "deep", "endless", "huge"]);
    for dom in guests {
        assert_eq!(instance.state(&dom), Some(1), "{}", &*dom.name);
        instance.drivers.domains.domain_destroy(&dom).unwrap();
        assert!(instance.state(&dom).is_none(), "{}", &*dom.name);
    }
}

/// Passes on the names of those that can no longer be controlled.
struct Ears(mpsc::Sender<String>);

impl Subscriber for Ears {
    fn deliver(&self, _: i32, event: &Arc<Event>) {
        if let Event::DomainControlError { dom } = &**event {
            let _ = self.0.send(dom.name.to_string());
        }
    }
}

#[test]
fn a_storm_keeps_nobody_else_waiting_and_is_ended() {
    let Some(instance) = Instance::new() else { return };
    let stormy = instance.fake("fake-storm", &json!({"faults": {"query-block": "storm"}}));
    let calm = instance.fake("fake-calm", &json!({}));
    let storm = instance.start("storm", &stormy, "").unwrap();
    let calm = instance.start("calm", &calm, "").unwrap();
    thread::scope(|scope| {
        let asking = scope.spawn(|| instance.command(&storm, "query-block"));
        thread::sleep(Duration::from_millis(300));
        let slowest = (0..20).map(|_| {
            let started = Instant::now();
            instance.command(&calm, "query-status").unwrap();
            started.elapsed()
        });
        let slowest = slowest.max().unwrap();
        assert!(slowest < Duration::from_millis(500), "{slowest:?} for a call to a calm guest");
        instance.drivers.domains.domain_destroy(&storm).unwrap();
        assert!(asking.join().unwrap().is_err());
    });
    assert!(soon(|| instance.state(&storm).is_none()));
}

#[test]
fn a_start_that_is_met_with_silence_ends_and_says_what_was_waited_for() {
    let Some(instance) = Instance::new() else { return };
    // Each waits for its whole time, all at once.
    let cases = [
        ("start", "hang", "greeting"),
        ("greeting", "hang", "greeting"),
        ("qmp_capabilities", "silent", "qmp_capabilities"),
        ("query-cpus-fast", "silent", "query-cpus-fast"),
        ("cont", "silent", "cont"),
    ];
    thread::scope(|scope| {
        for (place, (command, fault, expected)) in cases.into_iter().enumerate() {
            let instance = &instance;
            scope.spawn(move || {
                let fake = instance.fake(&format!("mute-{place}"), &json!({"faults": {command: fault}}));
                let name = format!("mute-{place}");
                let started = Instant::now();
                let error =
                    instance.start(&name, &fake, "").err().unwrap_or_else(|| panic!("{command} {fault}"));
                let took = started.elapsed();
                println!("{command} {fault}: {took:?} {error}");
                assert_eq!(error.code(), Code::OperationTimeout, "{command} {fault}: {error}");
                assert!(error.message().contains(expected), "{command} {fault}: {error}");
                assert!(took < 2 * LONG, "{command} {fault}: {took:?}");
                assert!(instance.drivers.domains.domain_lookup_by_name(&name).is_err(), "{command} {fault}");
                assert!(!instance.root().join(format!("run/qemu/{name}.pid")).exists(), "{command} {fault}");
            });
        }
    });
}

#[test]
fn one_that_hears_nothing_is_destroyed_all_the_same() {
    let Some(instance) = Instance::new() else { return };
    let fake = instance.fake("fake-hang", &json!({"faults": {"system_powerdown": "hang"}}));
    let dom = instance.start("hang", &fake, "").unwrap();
    thread::scope(|scope| {
        let asking = scope.spawn(|| instance.command(&dom, "system_powerdown"));
        thread::sleep(Duration::from_millis(200));
        let started = Instant::now();
        instance.drivers.domains.domain_destroy(&dom).unwrap();
        assert!(started.elapsed() < LONG);
        assert!(asking.join().unwrap().is_err());
    });
}

const CHANNEL: &str = "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>";

#[test]
fn the_agent_answers_without_the_domains_job() {
    let Some(instance) = Instance::new() else { return };
    let script = json!({"agent": {
        "guest-get-host-name": {"return": {"host-name": "web.example"}},
        "guest-get-time": {"return": 1_500_000_000_000_000_007_u64},
        "guest-fsfreeze-freeze": {"return": 2},
        "guest-info": {"return": {"version": "7.2", "supported_commands": [
            {"name": "guest-get-host-name", "enabled": true, "success-response": true},
            {"name": "guest-get-osinfo", "enabled": true, "success-response": true},
            {"name": "guest-get-users", "enabled": false, "success-response": true}]}},
        "guest-get-osinfo": {"return": {"id": "debian", "kernel-release": "6.1"}},
        "guest-set-user-password": {"error": {"class": "GenericError", "desc": "no such user"}},
        "guest-get-vcpus": {"return": [{"logical-id": 0, "online": true, "can-offline": false},
                                       {"logical-id": 1, "online": false, "can-offline": true}]},
        "guest-ssh-get-authorized-keys": {"return": {"keys": ["ssh-ed25519 AAAA root@a"]}},
    }});
    let fake = instance.fake("fake-agent", &script);
    let dom = instance.start("agent", &fake, CHANNEL).unwrap();
    let guests = &instance.drivers.guests;
    assert!(soon(|| guests.domain_get_hostname(&dom, 0).is_ok()), "the agent never came");
    assert_eq!(guests.domain_get_hostname(&dom, 0).unwrap(), "web.example");
    let time = guests.domain_get_time(&dom, 0).unwrap();
    assert_eq!((time.seconds, time.nseconds), (1_500_000_000, 7));
    assert_eq!(guests.domain_fsfreeze(&dom, &Vec::new().into(), 0).unwrap(), 2);
    let info = guests.domain_get_guest_info(&dom, 0, 0).unwrap();
    let names: Vec<&str> = info.iter().map(|param| &*param.field).collect();
    assert_eq!(names, ["os.id", "os.kernel-release", "hostname"]);
    let password = guests.domain_set_user_password(&dom, Some("x"), Some("y"), 0).unwrap_err();
    assert_eq!(password.code(), Code::AgentCommandFailed);
    let vcpus = guests.domain_get_guest_vcpus(&dom, 0).unwrap();
    assert_eq!(vcpus.len(), 3);
    assert_eq!(guests.domain_set_guest_vcpus(&dom, "0", 0, 0).unwrap_err().code(), Code::InvalidArg);
    assert_eq!(guests.domain_set_guest_vcpus(&dom, "3", 1, 0).unwrap_err().code(), Code::InvalidArg);
    assert_eq!(guests.domain_authorized_ssh_keys_get(&dom, "root", 0).unwrap().len(), 1);
    let raw = instance.drivers.qemu.domain_qemu_agent_command(&dom, r#"{"execute":"guest-get-time"}"#, -1, 0);
    assert_eq!(raw.unwrap().as_deref(), Some(r#"{"return":1500000000000000007}"#));

    // One call waits for an answer that never comes; the domain is changed meanwhile, and the wait ends.
    guests.domain_agent_set_response_timeout(&dom, 2, 0).unwrap();
    thread::scope(|scope| {
        let waiting = scope.spawn(|| guests.domain_get_fsinfo(&dom, 0));
        thread::sleep(Duration::from_millis(100));
        let started = Instant::now();
        instance.drivers.domains.domain_suspend(&dom).unwrap();
        instance.drivers.domains.domain_resume(&dom).unwrap();
        assert!(started.elapsed() < Duration::from_secs(1));
        assert!(!waiting.is_finished());
        let error: Error = waiting.join().unwrap().unwrap_err();
        assert_eq!(error.code(), Code::AgentCommandTimeout);
    });
    instance.drivers.domains.domain_suspend(&dom).unwrap();
    assert_eq!(guests.domain_get_hostname(&dom, 0).unwrap_err().code(), Code::OperationInvalid);
}

#[test]
fn a_guest_without_an_agent_says_which_way() {
    let Some(instance) = Instance::new() else { return };
    let fake = instance.fake("fake-none", &json!({}));
    let none = instance.start("none", &fake, "").unwrap();
    let silent = instance.start("silent", &fake, CHANNEL).unwrap();
    let text = |dom| instance.drivers.guests.domain_get_hostname(dom, 0).unwrap_err().message().to_owned();
    assert_eq!(text(&none), "argument unsupported: QEMU guest agent is not configured");
    assert_eq!(text(&silent), "Guest agent is not responding: QEMU guest agent is not connected");
    let lease = instance.drivers.guests.domain_get_hostname(&none, VIR_DOMAIN_GET_HOSTNAME_LEASE);
    assert_eq!(lease.unwrap_err().code(), Code::NoSupport);
}
