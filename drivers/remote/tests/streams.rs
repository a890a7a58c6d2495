//! Streams through a server: whole volumes, holes, both directions at once, and every way in which one ends.

#[path = "../../../src/rpc/tests/support/fake.rs"]
mod fake;

use fake::{Running, volume_byte};
use std::{
    sync::{Arc, atomic::Ordering},
    thread,
    time::{Duration, Instant},
};
use virt_core::{
    Code,
    connection::{Connection, OpenRequest},
    constants::VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM,
    records::*,
    stream::{Received, Sent, StreamBox},
};
use virt_rpc::server::Limits;

fn open(server: &Running) -> Connection {
    let uri = format!("fake+unix:///default?socket={}", server.path.display());
    let request = OpenRequest { uri: &uri, read_only: false, auth: None, flags: 0 };
    let drivers = virt_driver_remote::driver().open(&request).unwrap().unwrap();
    Connection { uri, read_only: false, drivers }
}

fn download(connection: &Connection, wrong_at: u64, length: usize, flags: u32) -> StreamBox {
    let vol = StorageVol::default();
    connection.drivers.storage.storage_vol_download(&vol, wrong_at, length as u64, flags).unwrap().0
}

/// Waits for a count of the server's to come true.
fn becomes(count: &std::sync::atomic::AtomicUsize, wanted: usize) {
    let deadline = Instant::now() + Duration::from_secs(10);
    while count.load(Ordering::SeqCst) != wanted && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(count.load(Ordering::SeqCst), wanted);
}

fn read_all(stream: &StreamBox, piece: usize) -> Vec<u8> {
    let (mut all, mut buffer) = (Vec::new(), vec![0; piece]);
    loop {
        match stream.receive(&mut buffer, false).unwrap() {
            Received::Data(0) => return all,
            Received::Data(count) => all.extend_from_slice(&buffer[..count]),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_volume_comes_down_whole_while_others_call() {
    let server = Running::start(Limits::default());
    let connection = Arc::new(open(&server));
    let caller = connection.clone();
    let calls = thread::spawn(move || {
        for _ in 0..500 {
            caller.drivers.domains.domain_lookup_by_name("web").unwrap();
        }
    });
    for length in [0, 1, 262_120, 3_000_001] {
        let stream = download(&connection, 0, length, 0);
        let all = read_all(&stream, 100_000);
        assert_eq!(all.len(), length);
        assert!(all.iter().enumerate().all(|(at, byte)| *byte == volume_byte(at, length)));
        assert_eq!(stream.receive(&mut [0; 8], false).unwrap(), Received::Data(0));
        stream.finish().unwrap();
        let error = stream.finish().unwrap_err();
        assert_eq!(error.message(), "operation failed: stream is closed");
    }
    becomes(&server.host.streams.finished, 4);
    calls.join().unwrap();
}

#[test]
fn holes_are_told_to_who_asks_and_read_as_zeros_by_others() {
    let server = Running::start(Limits::default());
    let connection = open(&server);
    let length = 600_000;
    let stream = download(&connection, 0, length, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
    let all = read_all(&stream, 7_000);
    assert!(all.iter().enumerate().all(|(at, byte)| *byte == volume_byte(at, length)));
    stream.finish().unwrap();

    let stream = download(&connection, 0, length, VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
    let (mut place, mut buffer, mut holes) = (0, vec![0; 64_000], Vec::new());
    loop {
        match stream.receive(&mut buffer, true).unwrap() {
            Received::Data(0) => break,
            Received::Data(count) => place += count,
            Received::Hole => {
                assert_eq!(stream.in_data().unwrap(), (false, 100_000));
                holes.push((place, stream.receive_hole().unwrap()));
                place += 100_000;
            }
            Received::WouldBlock => panic!("it waits"),
        }
    }
    assert_eq!((place, holes), (length, vec![(200_000, 100_000)]));
    stream.finish().unwrap();
}

#[test]
fn a_volume_goes_up_whole() {
    let server = Running::start(Limits::default());
    let connection = open(&server);
    let data: Vec<u8> = (0..2_000_000).map(|at| volume_byte(at, 1)).collect();
    let vol = StorageVol::default();
    let (stream, ()) = connection.drivers.storage.storage_vol_upload(&vol, 0, 0, 0).unwrap();
    assert_eq!(stream.send(&data).unwrap(), Sent::Data(data.len()));
    stream.send_hole(5000).unwrap();
    stream.send(b"end").unwrap();
    stream.finish().unwrap();
    let stored = server.host.streams.stored.lock().unwrap();
    assert_eq!(stored.len(), data.len() + 5003);
    assert!(stored.starts_with(&data) && stored.ends_with(b"\0end"));
}

#[test]
fn what_goes_wrong_in_a_stream_is_told() {
    let server = Running::start(Limits::default());
    let connection = open(&server);
    let stream = download(&connection, 300_000, 900_000, 0);
    let mut buffer = vec![0; 1_000_000];
    let error = loop {
        if let Err(error) = stream.receive(&mut buffer, false) {
            break error;
        }
    };
    assert_eq!(
        (error.code(), error.message()),
        (Code::OperationFailed, "operation failed: the volume is damaged")
    );
    assert!(stream.finish().is_err());

    let vol = StorageVol::default();
    let (stream, ()) = connection.drivers.storage.storage_vol_upload(&vol, 10, 0, 0).unwrap();
    stream.send(&[1; 100]).unwrap();
    let error = stream.finish().unwrap_err();
    assert_eq!(error.message(), "operation failed: the volume is full");
    assert!(connection.drivers.domains.domain_lookup_by_name("web").is_ok());
}

#[test]
fn a_console_speaks_both_ways_and_ends_in_the_middle() {
    let server = Running::start(Limits::default());
    let connection = open(&server);
    let (stream, ()) = connection.drivers.devices.domain_open_console(&Domain::default(), None, 0).unwrap();
    for text in ["hello", "world"] {
        stream.send(text.as_bytes()).unwrap();
        let mut buffer = [0; 16];
        let Received::Data(count) = stream.receive(&mut buffer, false).unwrap() else { panic!("nothing") };
        assert_eq!(&buffer[..count], text.as_bytes());
    }
    stream.do_not_block();
    assert_eq!(stream.receive(&mut [0; 4], false).unwrap(), Received::WouldBlock);
    stream.abort().unwrap();
    becomes(&server.host.streams.aborted, 1);
    assert!(stream.send(b"x").is_err());

    // One that nobody ends, and one whose client goes.
    drop(connection.drivers.devices.domain_open_console(&Domain::default(), None, 0).unwrap());
    becomes(&server.host.streams.aborted, 2);
    let other = open(&server);
    let (stream, ()) = other.drivers.devices.domain_open_console(&Domain::default(), None, 0).unwrap();
    drop(other);
    becomes(&server.host.streams.aborted, 3);
    drop(stream);
}

#[test]
fn a_reader_that_is_slow_holds_up_its_stream_only() {
    let server = Running::start(Limits::default());
    let slow = open(&server);
    let stream = download(&slow, 0, 50_000_000, 0);
    thread::sleep(Duration::from_millis(100));
    let other = open(&server);
    let asked = Instant::now();
    other.drivers.domains.domain_lookup_by_name("web").unwrap();
    assert!(asked.elapsed() < Duration::from_millis(100), "{:?}", asked.elapsed());
    assert_eq!(read_all(&stream, 1 << 20).len(), 50_000_000);
    stream.finish().unwrap();
}
