//! The agent's protocol against a guest that behaves, and against those that do not.

use super::{commands::users::GuestUser, *};
use std::{
    fs,
    io::{self, BufRead, BufReader, Write},
    os::unix::net::{UnixListener, UnixStream},
    path::Path,
    sync::atomic::AtomicU32,
    thread,
};
use virt_error::Code;

/// A socket in a directory of its own, which goes with it.
struct Place(PathBuf);

impl Place {
    fn new() -> Place {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let directory = std::env::temp_dir().join(format!("virt-agent-{}-{number}", std::process::id()));
        fs::create_dir(&directory).unwrap();
        Place(directory)
    }

    fn socket(&self) -> PathBuf {
        self.0.join("agent")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a fake guest does with a command that is no sync.
type Act = Box<dyn FnMut(&Value, &mut UnixStream) -> io::Result<()> + Send>;

fn say(far: &mut UnixStream, message: &Value) -> io::Result<()> {
    far.write_all(format!("{message}\n").as_bytes())
}

/// An agent with a fake guest behind it that answers every sync and calls `act` for the rest.
fn guest(mut act: Act) -> (Arc<Agent>, Place) {
    rude(Box::new(move |command, far| {
        if command["execute"] == "guest-sync-delimited" {
            far.write_all(&[0xff])?;
            return say(far, &json!({"return": command["arguments"]["id"]}));
        }
        act(command, far)
    }))
}

/// One whose guest answers nothing by itself.
fn rude(mut act: Act) -> (Arc<Agent>, Place) {
    let place = Place::new();
    let listener = UnixListener::bind(place.socket()).unwrap();
    thread::spawn(move || {
        while let Ok((mut far, _)) = listener.accept() {
            let mut lines = BufReader::new(far.try_clone().unwrap());
            let mut bytes = Vec::new();
            while matches!(lines.read_until(b'\n', &mut bytes), Ok(1..)) {
                let text: Vec<u8> = bytes.drain(..).filter(|byte| *byte != 0xff).collect();
                let command = serde_json::from_slice(&text).unwrap();
                if act(&command, &mut far).is_err() {
                    break;
                }
            }
        }
    });
    let agent = Agent::new("web", place.socket()).unwrap();
    assert!(agent.set_present(true) && !agent.set_present(true));
    (agent, place)
}

fn echo() -> Act {
    Box::new(|command, far| say(far, &json!({"return": command})))
}

fn text(error: &Error) -> &str {
    error.message()
}

#[test]
fn a_command_gets_its_answer_or_its_no() {
    let (agent, _place) = guest(Box::new(|command, far| match command["execute"].as_str() {
        Some("guest-bad") => say(far, &json!({"error": {"class": "GenericError", "desc": "no"}})),
        _ => say(far, &json!({"return": command})),
    }));
    let answer = agent.run("guest-x", json!({"a": 1})).unwrap();
    assert_eq!(answer, json!({"execute": "guest-x", "arguments": {"a": 1}}));
    let error = agent.run("guest-bad", Value::Null).unwrap_err();
    assert_eq!(error.code(), Code::AgentCommandFailed);
    assert!(text(&error).contains("unable to execute QEMU agent command 'guest-bad': no"));
    let Value::Object(raw) = json!({"execute": "guest-bad"}) else { unreachable!() };
    assert_eq!(agent.run_raw(raw, -1).unwrap()["error"]["desc"], "no");
}

#[test]
fn an_agent_that_is_not_there_is_not_waited_for() {
    let (agent, _place) = guest(echo());
    assert!(agent.set_present(false));
    let error = agent.run("guest-x", Value::Null).unwrap_err();
    assert_eq!(error.code(), Code::AgentUnresponsive);
    assert_eq!(text(&error), "Guest agent is not responding: QEMU guest agent is not connected");
    agent.set_present(true);
    agent.run("guest-x", Value::Null).unwrap();
    agent.end();
    assert_eq!(agent.run("guest-x", Value::Null).unwrap_err().code(), Code::OperationInvalid);
}

#[test]
fn a_silent_agent_costs_its_timeout_and_what_it_says_late_is_dropped() {
    let (agent, _place) = guest(Box::new(|command, far| {
        if command["execute"] == "guest-silent" {
            return Ok(());
        }
        // The answer to the one before, and the beginning of another.
        say(far, &json!({"return": "late"}))?;
        far.write_all(b"{\"retu")
    }));
    agent.set_timeout(0).unwrap();
    let error = agent.run("guest-silent", Value::Null).unwrap_err();
    assert_eq!(error.code(), Code::AgentUnresponsive);
    agent.set_timeout(1).unwrap();
    let error = agent.run("guest-silent", Value::Null).unwrap_err();
    assert_eq!(error.code(), Code::AgentCommandTimeout);
    assert!(text(&error).contains("guest-silent") && text(&error).contains("web"));
    assert_eq!(agent.run("guest-x", Value::Null).unwrap(), "late");
    // The half line is in front of the mark of the next call.
    assert_eq!(agent.run("guest-x", Value::Null).unwrap(), "late");
    assert_eq!(agent.set_timeout(-3).unwrap_err().code(), Code::InvalidArg);
}

#[test]
fn one_that_never_listens_is_unresponsive() {
    let (agent, _place) = rude(Box::new(|_, far| say(far, &json!({"return": 5}))));
    agent.set_timeout(1).unwrap();
    let error = agent.run("guest-x", Value::Null).unwrap_err();
    assert_eq!(text(&error), "Guest agent is not responding: Guest agent not available for now");
}

#[test]
fn whoever_waits_is_told_that_the_guest_went() {
    for end in [Agent::end as fn(&Agent), |agent| {
        agent.set_present(false);
    }] {
        let (agent, _place) = guest(Box::new(|_, _| Ok(())));
        thread::scope(|scope| {
            let waiting = scope.spawn(|| agent.run("guest-x", Value::Null));
            thread::sleep(Duration::from_millis(50));
            end(&agent);
            let error = waiting.join().unwrap().unwrap_err();
            assert_eq!(error.code(), Code::AgentUnresponsive);
            assert!(text(&error).contains("disappeared"));
        });
    }
}

#[test]
fn an_order_ends_with_what_it_brings_about() {
    let (agent, _place) = guest(Box::new(|_, _| Ok(())));
    thread::scope(|scope| {
        let waiting = scope.spawn(|| agent.power_down());
        thread::sleep(Duration::from_millis(50));
        agent.notice(Notice::Reset);
        thread::sleep(Duration::from_millis(20));
        assert!(!waiting.is_finished());
        agent.notice(Notice::Shutdown);
        waiting.join().unwrap().unwrap();
    });
    thread::scope(|scope| {
        let waiting = scope.spawn(|| agent.suspend(Suspend::Memory));
        thread::sleep(Duration::from_millis(50));
        agent.end();
        waiting.join().unwrap().unwrap();
    });
    let (agent, _place) =
        guest(Box::new(|_, far| say(far, &json!({"error": {"class": "GenericError", "desc": "no"}}))));
    assert_eq!(agent.reboot().unwrap_err().code(), Code::AgentCommandFailed);
}

#[test]
fn floods_and_nonsense_end() {
    fn endless(far: &mut UnixStream, piece: &[u8]) -> io::Result<()> {
        loop {
            far.write_all(piece)?;
        }
    }
    let (agent, _place) = guest(Box::new(|_, far| endless(far, &[b'x'; 65536])));
    assert!(text(&agent.run("guest-x", Value::Null).unwrap_err()).contains("No complete agent response"));
    let (agent, _place) = guest(Box::new(|_, far| endless(far, b"{\"event\":\"X\"}\n")));
    agent.set_timeout(1).unwrap();
    assert_eq!(agent.run("guest-x", Value::Null).unwrap_err().code(), Code::AgentCommandTimeout);
    let (agent, _place) =
        guest(Box::new(|_, far| far.write_all(format!("{{\"return\":{}\n", "[".repeat(100_000)).as_bytes())));
    assert_eq!(agent.run("guest-x", Value::Null).unwrap_err().code(), Code::InternalError);
    let (agent, _place) = guest(Box::new(|_, _| Err(io::ErrorKind::Other.into())));
    assert!(text(&agent.run("guest-x", Value::Null).unwrap_err()).contains("End of file from agent socket"));
    let missing = Agent::new("web", Path::new("/nonexistent/agent").to_owned()).unwrap();
    missing.set_present(true);
    assert_eq!(
        text(&missing.run("guest-x", Value::Null).unwrap_err()),
        "failed to connect to agent socket: No such file or directory"
    );
}

#[test]
fn calls_run_one_after_the_other() {
    let (agent, _place) = guest(echo());
    thread::scope(|scope| {
        for number in 0..4 {
            let agent = &agent;
            scope.spawn(move || {
                for turn in 0..20 {
                    let answer = agent.run("guest-x", json!([number, turn])).unwrap();
                    assert_eq!(answer["arguments"], json!([number, turn]));
                }
            });
        }
    });
}

/// An agent whose guest answers everything with `value`.
fn answering(value: Value) -> (Arc<Agent>, Place) {
    guest(Box::new(move |_, far| say(far, &json!({"return": value}))))
}

#[test]
fn what_the_guest_tells_is_read() {
    let (agent, _p) = answering(json!([
        {"name": "lo", "ip-addresses": [{"ip-address": "127.0.0.1", "ip-address-type": "ipv4", "prefix": 8}]},
        {"name": "eth0", "hardware-address": "52:54:00:00:00:01"},
        {"name": "eth0:1", "ip-addresses": [{"ip-address": "fe80::1", "ip-address-type": "ipv6", "prefix": 64}]},
    ]));
    let interfaces = agent.interfaces().unwrap();
    assert_eq!((interfaces.len(), interfaces[0].mac.as_deref()), (2, None));
    assert_eq!(interfaces[1].addresses, [GuestAddress { ipv6: true, address: "fe80::1".into(), prefix: 64 }]);
    let (agent, _p) = answering(json!([{
        "name": "vda1", "mountpoint": "/", "type": "ext4", "total-bytes": 9, "disk": [{
            "bus-type": "virtio", "bus": 0, "target": 0, "unit": 0, "dev": "/dev/vda", "serial": "s",
            "pci-controller": {"domain": 0, "bus": 0, "slot": 5, "function": 0}}]}]));
    let systems = agent.file_systems().unwrap();
    assert_eq!((systems[0].total, systems[0].used, systems[0].disks[0].pci), (Some(9), None, [0, 0, 5, 0]));
    let (agent, _p) = answering(json!([{"user": "root", "login-time": 1.5}]));
    assert_eq!(agent.users().unwrap(), [GuestUser { name: "root".into(), domain: None, login: 1500 }]);
    let (agent, _p) = answering(json!({"zone": "CET", "offset": -3600}));
    assert_eq!(agent.timezone().unwrap(), (Some("CET".into()), -3600));
    let (agent, _p) = answering(json!({"id": "debian", "kernel-release": "6.1"}));
    assert_eq!(agent.os_info().unwrap().facts, [("id", "debian".into()), ("kernel-release", "6.1".into())]);
    let (agent, _p) = answering(json!({"host-name": "web.example"}));
    assert_eq!(agent.hostname().unwrap(), "web.example");
    let (agent, _p) = answering(json!([{"logical-id": 0, "online": true}]));
    assert_eq!(agent.vcpus().unwrap(), [GuestVcpu { id: 0, online: true, offlinable: false }]);
    let (agent, _p) = answering(json!(3));
    assert_eq!(agent.freeze(&[]).unwrap(), 3);
    assert!(agent.set_vcpus(&[(1, true)]).is_err(), "more than it was asked for");
    let (agent, _p) = answering(json!("wrong"));
    for result in [
        agent.interfaces().map(drop),
        agent.file_systems().map(drop),
        agent.users().map(drop),
        agent.disks().map(drop),
        agent.hostname().map(drop),
        agent.time().map(drop),
        agent.timezone().map(drop),
        agent.os_info().map(drop),
        agent.vcpus().map(drop),
        agent.thaw().map(drop),
        agent.ssh_keys("root").map(drop),
    ] {
        assert_eq!(result.unwrap_err().code(), Code::InternalError);
    }
}

#[test]
fn a_time_that_does_not_fit_is_refused() {
    let (agent, _place) = answering(json!({}));
    assert_eq!(agent.set_time(Some((i64::MAX / 1000, 0))).unwrap_err().code(), Code::InvalidArg);
    agent.set_time(Some((1, 5))).unwrap();
    agent.set_time(None).unwrap();
}

/// A real agent, which ends with the test.
struct Real(std::process::Child);

impl Drop for Real {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_real_agent_is_understood() {
    let named = std::env::var("QEMU_GA").unwrap_or_else(|_| "/usr/sbin/qemu-ga".to_owned());
    if !Path::new(&named).exists() {
        println!("skipped: no {named} (package qemu-guest-agent)");
        return;
    }
    let place = Place::new();
    let child = std::process::Command::new(&named)
        .args(["-m", "unix-listen", "-p"])
        .arg(place.socket())
        .arg("-t")
        .arg(&place.0)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let _real = Real(child);
    let started = Instant::now();
    while !place.socket().exists() {
        assert!(started.elapsed() < Duration::from_secs(10), "the agent does not listen");
        thread::sleep(Duration::from_millis(5));
    }
    let agent = Agent::new("real", place.socket()).unwrap();
    agent.set_present(true);
    assert!(!agent.hostname().unwrap().is_empty());
    assert!(agent.time().unwrap() > 1_600_000_000_000_000_000);
    assert!(agent.interfaces().unwrap().iter().any(|interface| interface.name == "lo"));
    assert!(!agent.vcpus().unwrap().is_empty());
    assert!(agent.commands().unwrap().contains("guest-get-osinfo"));
    agent.os_info().unwrap();
    agent.timezone().unwrap();
    agent.users().unwrap();
    // Where disks are nothing that the agent knows, it says so.
    for told in [agent.file_systems().map(drop), agent.disks().map(drop)] {
        if let Err(error) = told {
            assert_eq!(error.code(), Code::AgentCommandFailed, "{error}");
        }
    }
    let error = agent.run("guest-nonsense", Value::Null).unwrap_err();
    assert_eq!(error.code(), Code::AgentCommandFailed);
    agent.run("guest-ping", Value::Null).unwrap();
}
