//! Connections through a server: many threads, events with and without calls, and how a connection ends.

#[path = "../../../src/rpc/tests/support/fake.rs"]
mod fake;

use fake::Running;
use std::{
    sync::{
        Arc, Mutex, Once,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};
use virt_core::{
    Code,
    connection::{Connection, Drivers, OpenRequest},
    default_loop::DefaultLoop,
    event::{Class, Event, Filter, Key, Subscriber},
    event_loop,
    records::*,
    types::*,
};
use virt_rpc::server::Limits;

/// Every test shares the process's event loop, as threads of an application do.
fn start_loop() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let events = Arc::new(DefaultLoop::new().unwrap());
        assert!(event_loop::register(events.clone()));
        thread::spawn(move || {
            loop {
                events.run_once().unwrap();
            }
        });
    });
}

fn open_as(server: &Running, read_only: bool) -> Connection {
    start_loop();
    let uri = format!("fake+unix:///default?socket={}", server.path.display());
    let request = OpenRequest { uri: &uri, read_only, auth: None, flags: 0 };
    let drivers: Drivers = virt_driver_remote::driver().open(&request).unwrap().unwrap();
    Connection { uri, read_only, drivers }
}

fn open(server: &Running) -> Connection {
    open_as(server, false)
}

struct Heard(Mutex<Sender<(i32, i32)>>);

impl Subscriber for Heard {
    fn deliver(&self, watch: i32, event: &Arc<Event>) {
        if let Event::DomainLifecycle { detail, .. } = **event {
            self.0.lock().unwrap().send((watch, detail)).unwrap();
        }
    }
}

fn watch(connection: &Connection, subject: Option<Key>) -> (i32, Receiver<(i32, i32)>) {
    let (sender, receiver) = channel();
    let filter = Filter { class: Class::Domain, id: 0, subject };
    let link = &connection.drivers.link;
    (link.watch(&filter, Arc::new(Heard(Mutex::new(sender)))).unwrap(), receiver)
}

const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn threads_share_a_connection() {
    let server = Running::start(Limits::default());
    let connection = Arc::new(open(&server));
    let threads: Vec<_> = (0..16)
        .map(|number| {
            let connection = connection.clone();
            thread::spawn(move || {
                for round in 0..300 {
                    let name = format!("web-{number}-{round}");
                    let dom = connection.drivers.domains.domain_lookup_by_name(&name).unwrap();
                    assert_eq!(&*dom.name, name);
                    let flags = if round % 50 == 0 { 20_000 } else { 1 };
                    let xml = connection.drivers.domains.domain_get_xml_desc(&dom, flags).unwrap();
                    assert_eq!(xml.len(), (name.len() + 3) * flags as usize);
                }
            })
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
}

#[test]
fn errors_arrive_as_they_were_made() {
    let server = Running::start(Limits::default());
    let connection = open(&server);
    let error = connection.drivers.domains.domain_lookup_by_name("nobody").unwrap_err();
    assert_eq!(error.code(), Code::NoDomain);
    assert_eq!(error.strings()[1].as_deref(), Some("no domain with matching name 'nobody'"));
    let error = connection.drivers.domains.domain_suspend(&Domain::default()).unwrap_err();
    assert_eq!(error.code(), Code::NoSupport);
    let long = "x".repeat(5_000_000);
    let error = connection.drivers.domains.domain_lookup_by_name(&long).unwrap_err();
    assert_eq!(error.message(), "Unable to encode message payload");
    assert!(connection.drivers.domains.domain_lookup_by_name("web").is_ok());

    let reader = open_as(&server, true);
    let error = reader.drivers.domains.domain_reboot(&Domain::default(), 0).unwrap_err();
    assert_eq!(error.code(), Code::OperationDenied);
}

#[test]
fn events_come_while_nobody_calls() {
    let server = Running::start(Limits::default());
    let (watcher, maker) = (open(&server), open(&server));
    let web = Domain { name: "web".into(), uuid: Uuid([7; 16]), id: 1 };
    let (all, every) = watch(&watcher, None);
    let (one, mine) = watch(&watcher, Some(Key::Uuid(web.uuid)));
    for round in 0..20 {
        maker.drivers.domains.domain_shutdown_flags(&web, 3).unwrap();
        maker.drivers.domains.domain_shutdown_flags(&Domain::default(), 1).unwrap();
        for detail in [0, 1, 2, 0] {
            assert_eq!(every.recv_timeout(PATIENCE).unwrap(), (all, detail), "round {round}");
        }
        for detail in 0..3 {
            assert_eq!(mine.recv_timeout(PATIENCE).unwrap(), (one, detail));
        }
    }
    let filter = Filter { class: Class::Domain, id: 0, subject: None };
    watcher.drivers.link.unwatch(&filter, all).unwrap();
    assert!(watcher.drivers.link.unwatch(&filter, all).is_err());
    maker.drivers.domains.domain_shutdown_flags(&web, 1).unwrap();
    assert_eq!(mine.recv_timeout(PATIENCE).unwrap(), (one, 0));
    assert!(every.try_recv().is_err());
}

#[test]
fn events_come_while_callers_are_busy() {
    let server = Running::start(Limits::default());
    let watcher = Arc::new(open(&server));
    let (_, heard) = watch(&watcher, None);
    let busy: Vec<_> = (0..3)
        .map(|_| {
            let connection = watcher.clone();
            thread::spawn(move || {
                for _ in 0..2000 {
                    connection.drivers.domains.domain_lookup_by_name("web").unwrap();
                }
            })
        })
        .collect();
    for _ in 0..50 {
        watcher.drivers.domains.domain_shutdown_flags(&Domain::default(), 10).unwrap();
        for detail in 0..10 {
            assert_eq!(heard.recv_timeout(PATIENCE).unwrap().1, detail);
        }
    }
    busy.into_iter().for_each(|thread| thread.join().unwrap());
    // And when they have just fallen silent.
    open(&server).drivers.domains.domain_shutdown_flags(&Domain::default(), 1).unwrap();
    assert_eq!(heard.recv_timeout(PATIENCE).unwrap().1, 0);
}

#[test]
fn a_call_that_takes_long_does_not_hold_up_another_thread() {
    let server = Running::start(Limits::default());
    let connection = Arc::new(open(&server));
    let slow = connection.clone();
    let slow = thread::spawn(move || slow.drivers.domains.domain_reboot(&Domain::default(), 500).unwrap());
    thread::sleep(Duration::from_millis(20));
    let asked = Instant::now();
    for _ in 0..10 {
        connection.drivers.domains.domain_lookup_by_name("web").unwrap();
    }
    assert!(asked.elapsed() < Duration::from_millis(300), "{:?}", asked.elapsed());
    slow.join().unwrap();
}

#[test]
fn the_end_of_the_server_is_told_once_and_fails_every_call() {
    let mut server = Running::start(Limits::default());
    let connection = Arc::new(open(&server));
    let (sender, closed) = channel();
    let tell = Box::new(move |reason| sender.send(reason).unwrap());
    connection.drivers.link.on_close(Some(tell)).unwrap();
    let waiting: Vec<_> = (0..3)
        .map(|_| {
            let connection = connection.clone();
            thread::spawn(move || connection.drivers.domains.domain_reboot(&Domain::default(), 3000))
        })
        .collect();
    thread::sleep(Duration::from_millis(100));
    assert!(connection.drivers.link.is_alive().unwrap());
    server.stop();
    for thread in waiting {
        let error = thread.join().unwrap().unwrap_err();
        assert_eq!(error.code(), Code::SystemError, "{error}");
    }
    assert_eq!(closed.recv_timeout(PATIENCE).unwrap(), 1);
    assert!(!connection.drivers.link.is_alive().unwrap());
    let error = connection.drivers.domains.domain_lookup_by_name("web").unwrap_err();
    assert_eq!(error.message(), "internal error: client socket is closed");
    assert!(closed.recv_timeout(Duration::from_millis(50)).is_err());
}

#[test]
fn keepalive_gives_up_a_server_that_is_silent() {
    // Somebody who lets clients open, and then never says a word again.
    let path = std::env::temp_dir().join(format!("virt-remote-mute-{}", std::process::id()));
    let listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
    let mute = thread::spawn(move || {
        use std::io::{Read, Write};
        use virt_rpc::{message, xdr::Writer};
        let (mut socket, _) = listener.accept().unwrap();
        let answers: [&[u8]; 3] = [&[0, 0, 0, 1, 0, 0, 0, 0], &[0, 0, 0, 1], &[]];
        let mut bytes = [0; 4096];
        for answer in answers {
            let count = socket.read(&mut bytes).unwrap();
            let (header, _) = message::parse(&bytes[..count]).unwrap();
            let mut to = Writer::default();
            let envelope = message::Envelope::begin(&header.reply(message::Status::Ok), &mut to);
            to.fixed(answer);
            envelope.end(&mut to).unwrap();
            socket.write_all(to.bytes()).unwrap();
        }
        let mut pings = 0;
        while let Ok(count @ 1..) = socket.read(&mut bytes) {
            pings += count / 28;
        }
        pings
    });
    start_loop();
    let uri = format!("fake+unix:///?socket={}", path.display());
    let request = OpenRequest { uri: &uri, read_only: false, auth: None, flags: 0 };
    let drivers = virt_driver_remote::driver().open(&request).unwrap().unwrap();
    assert!(drivers.link.set_keep_alive(1, 2).unwrap());
    let waiting = Instant::now();
    while drivers.link.is_alive().unwrap() && waiting.elapsed() < PATIENCE {
        thread::sleep(Duration::from_millis(20));
    }
    assert!(!drivers.link.is_alive().unwrap());
    assert_eq!(mute.join().unwrap(), 2);
    std::fs::remove_file(path).unwrap();
}
