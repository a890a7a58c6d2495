//! Wire messages to a server of the test driver: each is answered or ends its connection, whatever is in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::{Arc, Once};
use virt_core::connection;
use virt_rpc::{
    events,
    message::{self, Header},
    server::{Outlet, Service, Session, answer},
    xdr::Writer,
};

struct Host;

impl Service for Host {}

/// A client that does not listen.
struct Deaf;

impl Outlet for Deaf {
    fn send(&self, _message: &[u8]) {}

    fn send_when_taken(&self, _message: &[u8]) -> bool {
        false
    }
}

/// `REMOTE_PROC_CONNECT_OPEN` of test:///default.
fn open(session: &Session) {
    let mut to = Writer::default();
    let header = Header::call(virt_core::op::Program::remote, 1, 1);
    // A name is there, it has 15 bytes and one of padding, and there are no flags.
    message::write(&header, &Raw(b"\0\0\0\x01\0\0\0\x0ftest:///default\0\0\0\0\0"), &mut to).unwrap();
    let bytes = to.finish().unwrap();
    let mut reply = Writer::default();
    answer(session, &bytes, &mut reply).expect("the host opens");
}

fuzz_target!(|data: &[u8]| {
    static DRIVER: Once = Once::new();
    DRIVER.call_once(|| connection::register(virt_driver_test::driver()));

    let _ = message::length(data);
    if let Ok((header, payload)) = message::parse(data) {
        let _ = message::read_error(payload);
        let _ = events::read(header.procedure, payload);
    }
    // The rest of the input is a procedure number and its arguments, so that no byte is spent on the header.
    let session = Session::new(Arc::new(Host), Arc::new(Deaf));
    open(&session);
    let Some((number, payload)) = data.split_at_checked(2) else { return };
    let number = i32::from(u16::from_le_bytes([number[0], number[1]]) % 460);
    let mut to = Writer::default();
    let header = Header::call(virt_core::op::Program::remote, number, 2);
    if message::write(&header, &Raw(payload), &mut to).is_err() {
        return;
    }
    let bytes = to.finish().unwrap();
    let mut reply = Writer::default();
    answer(&session, &bytes, &mut reply).expect("a well-formed header is answered");
    assert!(reply.bytes().len() <= 4 + 32 * 1024 * 1024);
    session.end();
});

/// Bytes that go into a message as they are.
struct Raw<'a>(&'a [u8]);

impl virt_rpc::xdr::Pack for Raw<'_> {
    fn pack(&self, to: &mut Writer) {
        to.bytes_mut().extend_from_slice(self.0);
    }
}
