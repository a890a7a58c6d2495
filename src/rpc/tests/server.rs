//! What a server does with what comes out of a socket, sense or nonsense.

#[path = "support/fake.rs"]
mod fake;

use fake::Running;
use std::{
    io::{Read, Write},
    os::unix::net::UnixStream,
    time::{Duration, Instant},
};
use virt_core::{
    Code, Error,
    api::ops,
    op::{Form, Op, Program},
    records::*,
    types::*,
};
use virt_rpc::{
    message::{self, Header, Kind, Status, keepalive},
    server::{Limits, find},
    xdr::{Pack, Unpack, Writer, pack_one, unpack_all},
};

/// A client that says what it likes.
struct Raw(UnixStream);

impl Raw {
    fn connect(server: &Running) -> Raw {
        let socket = UnixStream::connect(&server.path).unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        Raw(socket)
    }

    fn opened(server: &Running) -> Raw {
        let mut raw = Raw::connect(server);
        raw.ask::<()>(&ops::connect_open, &[&Some("fake:///"), &0u32]).unwrap();
        raw
    }

    fn send(&mut self, header: Header, payload: &[u8]) {
        let mut to = Writer::default();
        let envelope = message::Envelope::begin(&header, &mut to);
        to.bytes_mut().extend_from_slice(payload);
        envelope.end(&mut to).unwrap();
        self.0.write_all(to.bytes()).unwrap();
    }

    fn receive(&mut self) -> std::io::Result<(Header, Vec<u8>)> {
        let mut length = [0; 4];
        self.0.read_exact(&mut length)?;
        let mut message = length.to_vec();
        message.resize(u32::from_be_bytes(length) as usize, 0);
        self.0.read_exact(&mut message[4..])?;
        let (header, payload) = message::parse(&message).unwrap();
        Ok((header, payload.to_vec()))
    }

    fn call(&mut self, header: Header, payload: &[u8]) -> Result<Vec<u8>, Error> {
        self.send(header, payload);
        let (answer, payload) = self.receive().unwrap();
        let status = if answer.is_ok() { Status::Ok } else { Status::Error };
        assert_eq!(answer, header.reply(status));
        if answer.is_ok() { Ok(payload) } else { Err(message::read_error(&payload)) }
    }

    fn ask<R: for<'a> Unpack<'a>>(&mut self, op: &Op, arguments: &[&dyn Pack]) -> Result<R, Error> {
        let payload: Vec<u8> = arguments.iter().flat_map(|argument| bytes(*argument)).collect();
        let reply = self.call(Header::call(op.program, op.number, 77), &payload)?;
        Ok(unpack_all(&reply).unwrap())
    }

    fn is_closed(&mut self) -> bool {
        matches!(self.0.read(&mut [0; 64]), Ok(0) | Err(_))
    }
}

fn bytes(value: &dyn Pack) -> Vec<u8> {
    let mut to = Writer::default();
    value.pack(&mut to);
    to.finish().unwrap()
}

fn call_header(number: i32) -> Header {
    Header::call(Program::remote, number, 5)
}

fn refusal(raw: &mut Raw, header: Header, payload: &[u8]) -> String {
    raw.call(header, payload).unwrap_err().message().to_owned()
}

#[test]
fn what_is_no_procedure_is_refused_and_the_client_stays() {
    let server = Running::start(Limits::default());
    let mut raw = Raw::opened(&server);
    let wrong_program = Header { program: 0x1234, ..call_header(1) };
    let wrong_version = Header { version: 9, ..call_header(1) };
    assert_eq!(refusal(&mut raw, wrong_program, &[]), "Cannot find program 4660 version 1");
    assert_eq!(refusal(&mut raw, wrong_version, &[]), "Cannot find program 536903814 version 9");
    for number in [0, -1, 457, i32::MAX, i32::MIN, 318, 107, 362] {
        assert_eq!(refusal(&mut raw, call_header(number), &[]), format!("unknown procedure: {number}"));
    }
    let status = Header { status: 1, ..call_header(3) };
    assert_eq!(refusal(&mut raw, status, &[]), "Unexpected message status 1");

    // Nothing answers what is no call.
    for kind in [Kind::Reply, Kind::Message, Kind::Stream, Kind::StreamHole] {
        raw.send(Header { kind: kind as u32, ..call_header(3) }, &[0; 8]);
    }
    raw.send(Header { kind: 99, ..call_header(3) }, &[]);
    raw.send(Header::keepalive(keepalive::PING), &[]);
    assert_eq!(raw.receive().unwrap().0, Header::keepalive(keepalive::PONG));
    assert_eq!(raw.ask::<String>(&ops::connect_get_type, &[]).unwrap(), "FAKE");
}

#[test]
fn arguments_that_are_none_are_refused_for_every_procedure() {
    let server = Running::start(Limits::default());
    let mut raw = Raw::opened(&server);
    let words = [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 16_384, 16_385, 4_194_304, 4_194_305, 65_536];
    let ends: Vec<&Op> = vec![&ops::connect_close];
    for op in ops::all().filter(|op| !ends.iter().any(|end| std::ptr::eq(*end, *op))) {
        let header = Header::call(op.program, op.number, 5);
        for word in words {
            for repeated in [1, 2, 9, 40] {
                let payload: Vec<u8> = (0..repeated).flat_map(|_| u32::to_be_bytes(word)).collect();
                // Some of these are arguments, and the operation is then run; none may end the client.
                let _ = raw.call(header, &payload);
            }
        }
        if op.form == Form::Call && !op.arguments.is_empty() {
            let error = raw.call(header, &[0; 3]).unwrap_err();
            assert!(error.message().starts_with("Unable to decode message payload"), "{}: {error}", op.name);
        }
    }
    let long = [bytes(&"x"), vec![0; 4]].concat();
    let error = raw.call(call_header(23), &long).unwrap_err();
    assert_eq!(error.message(), "Unable to decode message payload: bytes after the last value");
    assert_eq!(raw.ask::<String>(&ops::connect_get_type, &[]).unwrap(), "FAKE");
}

#[test]
fn a_length_that_no_message_has_ends_the_client() {
    let server = Running::start(Limits::default());
    for length in [0u32, 3, 27, 33_554_437, u32::MAX] {
        let mut raw = Raw::opened(&server);
        raw.0.write_all(&length.to_be_bytes()).unwrap();
        assert!(raw.is_closed(), "{length}");
    }
    // A long message that never comes costs nothing and ends with its client.
    let mut raw = Raw::opened(&server);
    raw.0.write_all(&33_554_436u32.to_be_bytes()).unwrap();
    drop(raw);
    assert_eq!(Raw::opened(&server).ask::<String>(&ops::connect_get_type, &[]).unwrap(), "FAKE");
}

#[test]
fn a_connection_is_opened_once_and_before_it_is_used() {
    let server = Running::start(Limits::default());
    let mut raw = Raw::connect(&server);
    let error = raw.ask::<String>(&ops::connect_get_type, &[]).unwrap_err();
    assert_eq!(error.message(), "internal error: connection not open");
    assert_eq!(raw.ask::<List<i32, 20>>(&ops::auth_list, &[]).unwrap().0, [0]);
    assert_eq!(raw.ask::<i32>(&ops::connect_supports_feature, &[&10]).unwrap(), 1);
    let error = raw.ask::<()>(&ops::connect_open, &[&Some("other:///"), &0u32]).unwrap_err();
    assert_eq!(error.code(), Code::NoConnect);
    raw.ask::<()>(&ops::connect_open, &[&Some("fake:///x"), &0u32]).unwrap();
    let error = raw.ask::<()>(&ops::connect_open, &[&Some("fake:///x"), &0u32]).unwrap_err();
    assert_eq!(error.message(), "internal error: connection already open");
    assert_eq!(raw.ask::<String>(&ops::connect_get_uri, &[]).unwrap(), "fake:///x");
    raw.ask::<()>(&ops::connect_close, &[]).unwrap();
    assert!(raw.is_closed());
}

#[test]
fn a_read_only_client_is_refused_before_anything_is_called() {
    let server = Running::start(Limits::default());
    let mut raw = Raw::connect(&server);
    raw.ask::<()>(&ops::connect_open, &[&Some("fake:///"), &1u32]).unwrap();
    let dom: Domain = raw.ask(&ops::domain_lookup_by_name, &[&"web"]).unwrap();
    let error = raw.ask::<()>(&ops::domain_reboot, &[&dom, &1u32]).unwrap_err();
    assert_eq!(error.message(), "operation forbidden: read only access prevents virDomainReboot");
    assert_eq!(error.code(), Code::OperationDenied);
    assert_eq!(raw.ask::<String>(&ops::domain_get_xml_desc, &[&dom, &0u32]).unwrap(), "<web/>");
    assert!(raw.ask::<String>(&ops::domain_get_xml_desc, &[&dom, &1u32]).is_err());
}

#[test]
fn what_a_driver_lacks_or_breaks_is_an_error_of_the_call() {
    let server = Running::start(Limits::default());
    let mut raw = Raw::opened(&server);
    let dom = Domain::default();
    let error = raw.ask::<()>(&ops::domain_suspend, &[&dom]).unwrap_err();
    let text = "this function is not supported by the connection driver: virDomainSuspend";
    assert_eq!((error.code(), error.message()), (Code::NoSupport, text));
    let stream = raw.ask::<()>(&ops::domain_open_channel, &[&dom, &None::<&str>, &0u32]).unwrap_err();
    assert_eq!(stream.code(), Code::NoSupport);
    let error = raw.ask::<Domain>(&ops::domain_lookup_by_name, &[&"nobody"]).unwrap_err();
    assert_eq!(error.message(), "Domain not found: no domain with matching name 'nobody'");
    let error = raw.ask::<Domain>(&ops::domain_lookup_by_name, &[&"panic"]).unwrap_err();
    assert_eq!(error.code(), Code::InternalError);
    // A result that no message can carry.
    let big = Domain { name: "x".repeat(1000).as_str().into(), ..dom };
    let error = raw.ask::<String>(&ops::domain_get_xml_desc, &[&big, &5000u32]).unwrap_err();
    assert_eq!(error.message(), "Unable to encode message payload");
    let text: String = raw.ask(&ops::domain_get_xml_desc, &[&big, &4000u32]).unwrap();
    assert_eq!(text.len(), 4000 * 1003);
}

#[test]
fn calls_that_take_long_do_not_hold_up_others_and_have_a_limit() {
    let server = Running::start(Limits { client_requests: 3, ..Limits::default() });
    let mut raw = Raw::opened(&server);
    let payload = [bytes(&Domain::default()), bytes(&400u32)].concat();
    for _ in 0..5 {
        raw.send(Header::call(Program::remote, ops::domain_reboot.number, 9), &payload);
    }
    let sent = Instant::now();
    // The three that may run are running; keepalive does not count.
    std::thread::sleep(Duration::from_millis(150));
    raw.send(Header::keepalive(keepalive::PING), &[]);
    assert_eq!(raw.receive().unwrap().0, Header::keepalive(keepalive::PONG));
    assert!(sent.elapsed() < Duration::from_millis(380), "{:?}", sent.elapsed());
    for _ in 0..5 {
        assert_eq!(raw.receive().unwrap().0.serial, 9);
    }
    assert_eq!(server.host.most_running.load(std::sync::atomic::Ordering::SeqCst), 3);

    let mut other = Raw::opened(&server);
    raw.send(Header::call(Program::remote, ops::domain_reboot.number, 9), &payload);
    let asked = Instant::now();
    raw.send(call_header(ops::connect_get_type.number), &[]);
    assert_eq!(raw.receive().unwrap().0.procedure, ops::connect_get_type.number);
    other.ask::<String>(&ops::connect_get_type, &[]).unwrap();
    assert!(asked.elapsed() < Duration::from_millis(300), "{:?}", asked.elapsed());
    raw.receive().unwrap();
}

#[test]
fn some_workers_are_kept_for_calls_that_never_wait() {
    let server = Running::start(Limits { workers: 4, priority_workers: 2, ..Limits::default() });
    let payload = [bytes(&Domain::default()), bytes(&400u32)].concat();
    let started = Instant::now();
    let mut clients: Vec<Raw> = (0..5).map(|_| Raw::opened(&server)).collect();
    for raw in &mut clients {
        raw.send(Header::call(Program::remote, ops::domain_reboot.number, 9), &payload);
        // Long enough for each to be seen as a call that takes long.
        std::thread::sleep(Duration::from_millis(40));
    }
    let asked = Instant::now();
    for raw in &mut clients {
        raw.send(call_header(ops::connect_get_type.number), &[]);
        assert_eq!(raw.receive().unwrap().0.procedure, ops::connect_get_type.number);
    }
    assert!(asked.elapsed() < Duration::from_millis(150), "{:?}", asked.elapsed());
    for raw in &mut clients {
        assert_eq!(raw.receive().unwrap().0.serial, 9);
    }
    assert_eq!(server.host.most_running.load(std::sync::atomic::Ordering::SeqCst), 2);
    assert!(started.elapsed() > Duration::from_millis(1200), "{:?}", started.elapsed());
}

#[test]
fn many_calls_in_one_go_are_answered_in_order() {
    let server = Running::start(Limits::default());
    let mut raw = Raw::opened(&server);
    let mut to = Writer::default();
    for serial in 0..2000 {
        let header = Header::call(Program::remote, ops::domain_lookup_by_name.number, serial);
        message::write(&header, "web", &mut to).unwrap();
    }
    raw.0.write_all(to.bytes()).unwrap();
    for serial in 0..2000 {
        assert_eq!(raw.receive().unwrap().0.serial, serial);
    }
}

#[test]
fn a_client_that_does_not_read_costs_itself_only() {
    let server = Running::start(Limits::default());
    let mut deaf = Raw::opened(&server);
    let dom = Domain { name: "web".into(), ..Domain::default() };
    deaf.ask::<i32>(&ops::connect_domain_event_callback_register_any, &[&0, &None::<&Domain>]).unwrap();
    // Answers that it does not take, and events besides.
    let big = pack_one(&Domain { name: "x".repeat(1000).as_str().into(), ..dom.clone() }).unwrap();
    let payload = [big, bytes(&1000u32)].concat();
    for _ in 0..20 {
        deaf.send(call_header(ops::domain_get_xml_desc.number), &payload);
    }
    let mut other = Raw::opened(&server);
    other.ask::<()>(&ops::domain_shutdown_flags, &[&dom, &10_000u32]).unwrap();
    let asked = Instant::now();
    other.ask::<String>(&ops::connect_get_type, &[]).unwrap();
    assert!(asked.elapsed() < Duration::from_millis(100), "{:?}", asked.elapsed());

    // Once it reads, everything comes.
    let (mut replies, mut events) = (0, 0);
    while replies < 20 || events < 10_000 {
        match deaf.receive().unwrap().0.kind() {
            Some(Kind::Reply) => replies += 1,
            Some(Kind::Message) => events += 1,
            other => panic!("{other:?}"),
        }
    }
    let closed = deaf.ask::<()>(&ops::connect_close, &[]);
    assert!(closed.is_ok());
}

#[test]
fn watches_end_with_their_client() {
    let server = Running::start(Limits::default());
    let mut raw = Raw::opened(&server);
    let web = Domain { name: "web".into(), uuid: Uuid([3; 16]), id: 1 };
    let register = &ops::connect_domain_event_callback_register_any;
    let deregister = &ops::connect_domain_event_callback_deregister_any;
    let error = raw.ask::<i32>(register, &[&30, &None::<&Domain>]).unwrap_err();
    assert_eq!(error.message(), "internal error: unsupported event ID 30");
    let one: i32 = raw.ask(register, &[&0, &Some(&web)]).unwrap();
    let all: i32 = raw.ask(register, &[&0, &None::<&Domain>]).unwrap();
    raw.ask::<i32>(&ops::connect_domain_event_register, &[]).unwrap();
    assert!(raw.ask::<i32>(&ops::connect_domain_event_register, &[]).is_err());

    let other = Domain { uuid: Uuid([4; 16]), ..web.clone() };
    let mut maker = Raw::opened(&server);
    maker.ask::<()>(&ops::domain_shutdown_flags, &[&other, &1u32]).unwrap();
    maker.ask::<()>(&ops::domain_shutdown_flags, &[&web, &1u32]).unwrap();
    let mut seen = Vec::new();
    for _ in 0..5 {
        let (header, payload) = raw.receive().unwrap();
        let watch = if header.procedure == 318 { unpack_all_prefix(&payload) } else { -1 };
        seen.push((header.procedure, watch));
    }
    assert_eq!(seen, [(318, all), (107, -1), (318, one), (318, all), (107, -1)]);

    raw.ask::<()>(deregister, &[&all]).unwrap();
    let error = raw.ask::<()>(deregister, &[&all]).unwrap_err();
    assert_eq!(error.message(), format!("internal error: domain event callback {all} not registered"));
    assert_eq!(server.clients(), 2);
    drop(raw);
    let deadline = Instant::now() + Duration::from_secs(5);
    while server.clients() > 1 && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(server.clients(), 1);
}

fn unpack_all_prefix(payload: &[u8]) -> i32 {
    unpack_all(&payload[..4]).unwrap()
}

#[test]
fn clients_beyond_the_limit_wait_until_one_leaves() {
    let server = Running::start(Limits { clients: 2, ..Limits::default() });
    let first = Raw::opened(&server);
    let _second = Raw::opened(&server);
    let mut third = Raw::connect(&server);
    let open = bytes(&Some("fake:///")).into_iter().chain(bytes(&0u32)).collect::<Vec<_>>();
    third.send(call_header(ops::connect_open.number), &open);
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!(server.clients(), 2);
    drop(first);
    assert!(third.receive().unwrap().0.is_ok());
}

#[test]
fn every_regular_row_has_a_handler() {
    for op in ops::all() {
        let procedure = find(op.program as u32, 1, op.number).unwrap().unwrap();
        assert_eq!(procedure.op.name, op.name);
        let by_table = matches!(op.form, Form::Call | Form::Stream);
        assert!(procedure.handler.is_some() || !by_table, "{}", op.name);
    }
}
