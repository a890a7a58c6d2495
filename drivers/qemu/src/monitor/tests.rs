//! The monitor against emulators that behave, and against those that never would.

use super::{fake::Far, *};
use serde_json::json;
use std::{
    io,
    os::fd::AsFd,
    sync::{
        Mutex,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};
use virt_error::Code;

const WAIT: Duration = Duration::from_secs(30);
const SHORT: Duration = Duration::from_millis(50);

/// Keeps what it hears.
struct Ears(Mutex<Sender<String>>);

impl Ears {
    fn new() -> (Arc<Ears>, Receiver<String>) {
        let (send, receive) = channel();
        (Arc::new(Ears(Mutex::new(send))), receive)
    }

    fn hear(&self, what: String) {
        let _ = self.0.lock().unwrap().send(what);
    }
}

impl Listener for Ears {
    fn event(&self, name: &str, data: Value, time: u64) {
        self.hear(format!("{name} {data} {time}"));
    }

    fn closed(&self, why: Error) {
        self.hear(format!("closed: {}", why.message()));
    }
}

fn open(
    act: impl FnMut(&Value, &mut Far) -> io::Result<()> + Send + 'static,
) -> (Arc<Monitor>, Receiver<String>) {
    let (ears, heard) = Ears::new();
    (Monitor::open(&Reactor::new("test"), fake::start(act), "web", WAIT, ears).unwrap(), heard)
}

/// Opens a monitor that does not come to be: the error.
fn refused(act: impl FnMut(&Value, &mut Far) -> io::Result<()> + Send + 'static, wait: Duration) -> Error {
    let (ears, heard) = Ears::new();
    let error = Monitor::open(&Reactor::new("test"), fake::rude(act), "web", wait, ears).err().unwrap();
    assert!(heard.recv_timeout(WAIT).is_err(), "a listener heard of a monitor that never was");
    error
}

/// Answers every command with its own name and arguments.
fn echo(command: &Value, far: &mut Far) -> io::Result<()> {
    far.answer(command, json!([command["execute"], command["arguments"]]))
}

fn next(heard: &Receiver<String>) -> String {
    heard.recv_timeout(WAIT).expect("something to hear")
}

#[test]
fn a_command_gets_its_answer_or_its_no() {
    let (monitor, _heard) = open(|command, far| match command["execute"].as_str() {
        Some("bad") => far.refuse(command, "GenericError", "no such thing"),
        Some("gone") => far.refuse(command, "DeviceNotFound", "Device 'x' not found"),
        _ => echo(command, far),
    });
    assert_eq!(monitor.run("query-status", Value::Null).unwrap(), json!(["query-status", null]));
    assert_eq!(monitor.run("x", json!({"a": "\u{e9}\n"})).unwrap(), json!(["x", {"a": "\u{e9}\n"}]));
    let no = monitor.run("bad", Value::Null).unwrap_err();
    assert_eq!(no.message(), "internal error: unable to execute QEMU command 'bad': no such thing");
    assert!(monitor.ask("gone", Value::Null).unwrap().unwrap_err().is_unknown_device());
}

#[test]
fn several_commands_are_answered_each() {
    let (monitor, _heard) = open(|command, far| match command["execute"].as_str() {
        Some("bad") => far.refuse(command, "GenericError", "no"),
        _ => echo(command, far),
    });
    let answers = monitor.run_all(&[("a", Value::Null), ("bad", Value::Null), ("c", json!({"d": 1}))]);
    assert_eq!(answers[0].as_ref().unwrap(), &json!(["a", null]));
    assert!(answers[1].is_err());
    assert_eq!(answers[2].as_ref().unwrap(), &json!(["c", {"d": 1}]));
    assert!(monitor.run_all(&[]).is_empty());
}

#[test]
fn commands_of_one_call_go_out_in_one_write() {
    let (far, near) = UnixStream::pair().unwrap();
    let emulator = thread::spawn(move || {
        use std::io::{Read, Write};
        let (mut far, mut bytes) = (far, [0; 4096]);
        far.write_all(format!("{}\r\n", fake::GREETING).as_bytes()).unwrap();
        let _ = far.read(&mut bytes).unwrap();
        far.write_all(b"{\"return\":{},\"id\":\"libvirt-1\"}\n").unwrap();
        let count = far.read(&mut bytes).unwrap();
        far.write_all(b"{\"return\":1,\"id\":\"libvirt-2\"}\n{\"return\":2,\"id\":\"libvirt-3\"}\n").unwrap();
        String::from_utf8(bytes[..count].to_vec()).unwrap()
    });
    let monitor = Monitor::open(&Reactor::new("test"), near, "web", WAIT, Ears::new().0).unwrap();
    let answers = monitor.run_all(&[("a", Value::Null), ("b", Value::Null)]);
    assert_eq!(answers.into_iter().map(Result::unwrap).collect::<Vec<_>>(), [json!(1), json!(2)]);
    assert_eq!(
        emulator.join().unwrap(),
        "{\"execute\":\"a\",\"id\":\"libvirt-2\"}\r\n{\"execute\":\"b\",\"id\":\"libvirt-3\"}\r\n"
    );
}

#[test]
fn any_thread_may_call() {
    let (monitor, _heard) = open(echo);
    thread::scope(|scope| {
        for thread in 0..4 {
            let monitor = &monitor;
            scope.spawn(move || {
                for turn in 0..50 {
                    let answer = monitor.run("x", json!({"t": thread, "n": turn})).unwrap();
                    assert_eq!(answer, json!(["x", {"t": thread, "n": turn}]));
                }
            });
        }
    });
}

#[test]
fn a_descriptor_travels_with_its_command() {
    use nix::sys::socket::{ControlMessageOwned, MsgFlags, recvmsg};
    use std::os::fd::AsRawFd;
    let (far, near) = UnixStream::pair().unwrap();
    let emulator = thread::spawn(move || {
        use std::io::{IoSliceMut, Read, Write};
        let mut far = far;
        let mut bytes = [0; 512];
        far.write_all(format!("{}\n", fake::GREETING).as_bytes()).unwrap();
        let _ = far.read(&mut bytes).unwrap();
        far.write_all(b"{\"return\":{},\"id\":\"libvirt-1\"}\n").unwrap();
        let mut space = nix::cmsg_space!([i32; 4]);
        let mut vector = [IoSliceMut::new(&mut bytes)];
        let got = recvmsg::<()>(far.as_raw_fd(), &mut vector, Some(&mut space), MsgFlags::MSG_CMSG_CLOEXEC)
            .unwrap();
        let fds = got.cmsgs().unwrap().map(|message| match message {
            ControlMessageOwned::ScmRights(fds) => fds.len(),
            _ => 0,
        });
        let fds: usize = fds.sum();
        far.write_all(b"{\"return\":{},\"id\":\"libvirt-2\"}\n").unwrap();
        fds
    });
    let monitor = Monitor::open(&Reactor::new("test"), near, "web", WAIT, Ears::new().0).unwrap();
    let file = std::fs::File::open("/dev/null").unwrap();
    monitor.run_with_fd("getfd", json!({"fdname": "x"}), file.as_fd()).unwrap();
    assert_eq!(emulator.join().unwrap(), 1);
}

#[test]
fn events_come_in_order_and_before_the_end() {
    let (monitor, heard) = open(|command, far| {
        for number in 0..100 {
            far.event("TICK", json!({"n": number}))?;
        }
        far.answer(command, json!({}))?;
        far.say(&json!({"event": "SHUTDOWN", "timestamp": {}}))?;
        Err(io::ErrorKind::Other.into())
    });
    monitor.run("tick", Value::Null).unwrap();
    for number in 0..100 {
        assert_eq!(next(&heard), format!("TICK {{\"n\":{number}}} 1000005"));
    }
    assert_eq!(next(&heard), "SHUTDOWN {} 0");
    assert_eq!(next(&heard), "closed: internal error: End of file from qemu monitor (vm='web')");
    let late = monitor.run("late", Value::Null).unwrap_err();
    assert_eq!(late.message(), "internal error: End of file from qemu monitor (vm='web')");
}

#[test]
fn closing_lets_everybody_go_and_tells_the_listener_once() {
    let (monitor, heard) = open(|_, _| Ok(()));
    thread::scope(|scope| {
        let waiting = scope.spawn(|| monitor.run("x", Value::Null));
        thread::sleep(SHORT);
        monitor.close();
        let error = waiting.join().unwrap().unwrap_err();
        assert_eq!(error.code(), Code::OperationFailed);
        assert_eq!(error.message(), "operation failed: QEMU monitor was closed");
    });
    monitor.close();
    assert_eq!(next(&heard), "closed: operation failed: QEMU monitor was closed");
    drop(monitor);
    assert!(heard.recv_timeout(WAIT).is_err());
}

#[test]
fn what_never_greets_is_no_monitor() {
    let silent = refused(|_, _| Ok(()), SHORT);
    assert_eq!(silent.code(), Code::OperationTimeout);
    let other = refused(|_, far| far.raw(b"SSH-2.0-OpenSSH_9.2\r\n"), WAIT);
    assert_eq!(other.code(), Code::InternalError);
    let hasty = refused(|_, far| far.raw(b"{\"return\":{},\"id\":\"libvirt-1\"}\n"), WAIT);
    assert!(hasty.message().contains("did not greet"));
    let gone = refused(|_, _| Err(io::ErrorKind::Other.into()), WAIT);
    // As the emulator went before or after it was asked.
    let ends = ["End of file from qemu monitor", "Unable to read from monitor", "Unable to write to monitor"];
    assert!(ends.iter().any(|end| gone.message().contains(end)), "{gone}");
    let unwilling = refused(
        |command, far| match command.is_null() {
            true => far.raw(format!("{}\n", fake::GREETING).as_bytes()),
            false => far.refuse(command, "GenericError", "no"),
        },
        WAIT,
    );
    assert_eq!(unwilling.message(), "internal error: unable to execute QEMU command 'qmp_capabilities': no");
}

#[test]
fn a_silent_emulator_costs_the_wait_and_a_late_reply_does_no_harm() {
    let mut silent = Vec::new();
    let (monitor, _heard) = open(move |command, far| match command["execute"].as_str() {
        Some("silent") => {
            silent.push(command.clone());
            Ok(())
        }
        _ => {
            for late in silent.drain(..) {
                far.answer(&late, json!("late"))?;
            }
            echo(command, far)
        }
    });
    let error = monitor.run_within(SHORT, "silent", Value::Null).unwrap_err();
    assert_eq!(error.code(), Code::OperationTimeout);
    assert!(error.message().contains("'web'") && error.message().contains("'silent'"));
    assert_eq!(monitor.run("x", Value::Null).unwrap(), json!(["x", null]));
}

#[test]
fn one_silent_command_of_several_does_not_take_the_others_along() {
    let (monitor, _heard) =
        open(|command, far| if command["execute"] == "silent" { Ok(()) } else { echo(command, far) });
    let answers = monitor.run_all_within(SHORT, &[("a", Value::Null), ("silent", Value::Null)]);
    assert!(answers[0].is_ok());
    assert_eq!(answers[1].as_ref().unwrap_err().code(), Code::OperationTimeout);
}

#[test]
fn replies_that_answer_nothing_are_passed_over() {
    let (monitor, heard) = open(|command, far| {
        far.say(&json!({"return": {}, "id": "libvirt-999"}))?;
        far.say(&json!({"return": {}, "id": 7}))?;
        far.say(&json!({"error": {"class": "GenericError", "desc": "Invalid JSON syntax"}}))?;
        far.answer(command, json!("first"))?;
        far.answer(command, json!("second"))
    });
    assert_eq!(monitor.run("x", Value::Null).unwrap(), json!("first"));
    assert_eq!(monitor.run("x", Value::Null).unwrap(), json!("first"));
    assert!(heard.try_recv().is_err());
}

#[test]
fn nonsense_ends_the_monitor_with_an_error() {
    let deep = "[".repeat(100_000);
    let wide = format!("{{\"return\":[{}0],\"id\":\"libvirt-2\"}}\n", "0,".repeat(3_000_000));
    let cases = [
        ("{\"return\":{}\n".to_owned(), "cannot parse json"),
        (format!("{{\"return\":{deep}\n"), "cannot parse json"),
        ("[1]\n".to_owned(), "isn't an object"),
        ("{\"event\":[]}\n".to_owned(), "Unknown JSON reply"),
        ("{\"what\":1}\n".to_owned(), "Unknown JSON reply"),
        (wide, "values"),
        ("\u{0}\u{0}\n".to_owned(), "cannot parse json"),
        ("{\"return\":{},\"id\":\"libv".to_owned(), "End of file"),
    ];
    for (line, expected) in cases {
        let (monitor, heard) = open(move |_, far| {
            far.raw(line.as_bytes())?;
            Err(io::ErrorKind::Other.into())
        });
        let error = monitor.run("x", Value::Null).unwrap_err();
        assert_eq!(error.code(), Code::InternalError);
        assert!(error.message().contains(expected), "{}", error.message());
        assert!(error.message().len() < 1000);
        assert_eq!(next(&heard), format!("closed: {}", error.message()));
    }
}

#[test]
fn an_endless_line_ends_the_monitor() {
    let (monitor, heard) = open(|_, far| {
        let junk = [b' '; 1 << 16];
        loop {
            far.raw(&junk)?;
        }
    });
    let error = monitor.run("x", Value::Null).unwrap_err();
    assert_eq!(error.message(), "internal error: QEMU monitor reply exceeds buffer size (10485760 bytes)");
    assert!(next(&heard).starts_with("closed: "));
}

#[test]
fn a_storm_of_one_does_not_keep_another_from_its_answers() {
    /// Counts, and keeps nothing.
    struct Deaf;
    impl Listener for Deaf {
        fn event(&self, _: &str, _: Value, _: u64) {}
        fn closed(&self, _: Error) {}
    }
    let storm = fake::start(|_, far| {
        loop {
            far.event("STORM", json!({"x": "y"}))?;
        }
    });
    let reactor = Reactor::new("test");
    let storm = Monitor::open(&reactor, storm, "storm", WAIT, Arc::new(Deaf)).unwrap();
    assert_eq!(storm.run_within(SHORT, "x", Value::Null).unwrap_err().code(), Code::OperationTimeout);
    let calm = Monitor::open(&reactor, fake::start(echo), "calm", WAIT, Arc::new(Deaf)).unwrap();
    let started = Instant::now();
    for _ in 0..10 {
        calm.run("x", Value::Null).unwrap();
    }
    assert!(started.elapsed() < Duration::from_secs(1), "{:?} for ten calls", started.elapsed());
    storm.close();
}

#[test]
fn a_listener_that_is_behind_is_told_no_more_until_it_caught_up() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    /// Counts, and has enough at a thousand until more is allowed.
    struct Slow {
        heard: AtomicUsize,
        enough: AtomicUsize,
    }
    impl Listener for Slow {
        fn event(&self, _: &str, _: Value, _: u64) {
            self.heard.fetch_add(1, Ordering::Relaxed);
        }
        fn is_behind(&self) -> bool {
            self.heard.load(Ordering::Relaxed) >= self.enough.load(Ordering::Relaxed)
        }
        fn closed(&self, _: Error) {}
    }
    const COUNT: usize = 50_000;
    let slow = Arc::new(Slow { heard: AtomicUsize::new(0), enough: AtomicUsize::new(1000) });
    let storm = fake::start(|command, far| {
        for _ in 0..COUNT {
            far.event("STORM", json!({}))?;
        }
        far.answer(command, json!("done"))
    });
    let monitor = Monitor::open(&Reactor::new("test"), storm, "storm", WAIT, slow.clone()).unwrap();
    assert_eq!(monitor.run_within(SHORT, "x", Value::Null).unwrap_err().code(), Code::OperationTimeout);
    let started = Instant::now();
    while !slow.is_behind() && started.elapsed() < WAIT {
        thread::sleep(Duration::from_millis(5));
    }
    let heard = slow.heard.load(Ordering::Relaxed);
    assert!((1000..COUNT / 2).contains(&heard), "{heard}");
    slow.enough.store(usize::MAX, Ordering::Relaxed);
    monitor.resume();
    assert_eq!(monitor.run("x", Value::Null).unwrap(), json!("done"));
    assert_eq!(slow.heard.load(Ordering::Relaxed), 2 * COUNT);
}

#[test]
fn an_emulator_that_does_not_read_ends_no_caller() {
    let (far, near) = UnixStream::pair().unwrap();
    let emulator = thread::spawn(move || {
        use std::io::{Read, Write};
        let mut far = far;
        far.write_all(format!("{}\n", fake::GREETING).as_bytes()).unwrap();
        let _ = far.read(&mut [0; 512]).unwrap();
        far.write_all(b"{\"return\":{},\"id\":\"libvirt-1\"}\n").unwrap();
        far
    });
    let monitor = Monitor::open(&Reactor::new("test"), near, "web", WAIT, Ears::new().0).unwrap();
    let far = emulator.join().unwrap();
    let big = json!({"data": "x".repeat(1 << 20)});
    let mut errors = Vec::new();
    for _ in 0..8 {
        errors.push(monitor.run_within(Duration::from_millis(20), "big", big.clone()).unwrap_err());
    }
    assert!(errors.iter().all(|error| error.code() == Code::OperationTimeout));
    // What nobody reads is not kept without bound.
    assert!(errors.last().unwrap().message().contains("does not read"));
    drop(far);
}

#[test]
fn what_others_wrote_is_answered_whole() {
    let (monitor, _heard) = open(|command, far| match command["execute"].as_str() {
        Some("bad") => far.refuse(command, "CommandNotFound", "no"),
        _ => echo(command, far),
    });
    let raw = |value: Value| match value {
        Value::Object(command) => monitor.run_raw(command, None),
        _ => unreachable!("an object"),
    };
    let good = raw(json!({"execute": "a", "arguments": {"b": 1}})).unwrap();
    assert_eq!(good["return"], json!(["a", {"b": 1}]));
    assert_eq!(raw(json!({"execute": "bad"})).unwrap()["error"]["class"], "CommandNotFound");
    assert!(raw(json!({"execute": "a", "id": 1})).is_err());
    assert!(raw(json!({})).is_err());
}
