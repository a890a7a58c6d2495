//! A host for tests: domains by any name, a call that takes long, and events on demand.
#![allow(dead_code)]

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};
use virt_core::{
    Result,
    api::*,
    connection::{Connection, Drivers, Link},
    event::{Event, Filter, Hub, Subscriber},
    families,
    records::*,
    stream::{Received, Sent, StreamBox, StreamEnd},
    types::*,
};
use virt_error::error;
use virt_rpc::server::{Limits, Server, Service};

#[derive(Default)]
pub struct FakeHost {
    pub hub: Hub,
    pub running: AtomicUsize,
    pub most_running: AtomicUsize,
    pub streams: Arc<FakeStreams>,
}

impl Domains for FakeHost {
    fn domain_lookup_by_name(&self, name: &str) -> Result<Domain> {
        if name == "nobody" {
            return Err(error!(Test, NoDomain, "no domain with matching name '{name}'"));
        }
        if name == "panic" {
            panic!("the driver has a fault");
        }
        Ok(Domain { name: name.into(), uuid: Uuid([name.len() as u8; 16]), id: 1 })
    }

    fn domain_get_xml_desc(&self, dom: &Domain, flags: u32) -> Result<String> {
        Ok(format!("<{}/>", dom.name).repeat(flags.max(1) as usize))
    }

    /// Takes as many milliseconds as its flags say.
    fn domain_reboot(&self, _dom: &Domain, flags: u32) -> Result<()> {
        let running = self.running.fetch_add(1, Ordering::SeqCst) + 1;
        self.most_running.fetch_max(running, Ordering::SeqCst);
        thread::sleep(Duration::from_millis(flags.into()));
        self.running.fetch_sub(1, Ordering::SeqCst);
        Ok(())
    }

    /// Makes as many events as the flags say.
    fn domain_shutdown_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        for detail in 0..flags as i32 {
            self.hub.publish(Event::DomainLifecycle { dom: dom.clone(), event: 6, detail });
        }
        Ok(())
    }
}

impl Host for FakeHost {
    fn connect_get_type(&self) -> Result<String> {
        Ok("FAKE".to_owned())
    }
}

/// What a volume holds: bytes that tell where they are, and a hole in the middle.
pub fn volume_byte(at: usize, length: usize) -> u8 {
    if (length / 3..length / 2).contains(&at) { 0 } else { (at % 251) as u8 + 1 }
}

/// A stream in memory.
#[derive(Default)]
pub struct FakeStream {
    state: Mutex<StreamState>,
    host: Arc<FakeStreams>,
}

/// What became of the streams of a host.
#[derive(Default)]
pub struct FakeStreams {
    pub stored: Mutex<Vec<u8>>,
    pub finished: AtomicUsize,
    pub aborted: AtomicUsize,
}

#[derive(Default)]
struct StreamState {
    data: VecDeque<u8>,
    place: usize,
    length: usize,
    echo: bool,
    fails_at: Option<usize>,
}

impl StreamEnd for FakeStream {
    fn send(&self, data: &[u8]) -> Result<Sent> {
        let mut state = self.state.lock().unwrap();
        state.place += data.len();
        if state.fails_at.is_some_and(|limit| state.place > limit) {
            return Err(error!(Storage, OperationFailed, "the volume is full"));
        }
        if state.echo {
            state.data.extend(data);
        } else {
            self.host.stored.lock().unwrap().extend_from_slice(data);
        }
        Ok(Sent::Data(data.len()))
    }

    fn receive(&self, buffer: &mut [u8], stop_at_hole: bool) -> Result<Received> {
        let mut state = self.state.lock().unwrap();
        if state.echo {
            if state.data.is_empty() {
                return Ok(Received::WouldBlock);
            }
            let count = buffer.len().min(state.data.len());
            buffer.iter_mut().zip(state.data.drain(..count)).for_each(|(to, from)| *to = from);
            return Ok(Received::Data(count));
        }
        let (place, length) = (state.place, state.length);
        if state.fails_at.is_some_and(|limit| place >= limit) {
            return Err(error!(Storage, OperationFailed, "the volume is damaged"));
        }
        let mut end = length;
        if stop_at_hole {
            match (length / 3..length / 2).contains(&place) {
                true => return Ok(Received::Hole),
                false if place < length / 3 => end = length / 3,
                false => {}
            }
        }
        let count = buffer.len().min(end - place);
        for (index, byte) in buffer[..count].iter_mut().enumerate() {
            *byte = volume_byte(place + index, length);
        }
        state.place += count;
        Ok(Received::Data(count))
    }

    fn send_hole(&self, length: i64) -> Result<()> {
        let mut stored = self.host.stored.lock().unwrap();
        let end = stored.len() + length as usize;
        stored.resize(end, 0);
        Ok(())
    }

    fn receive_hole(&self) -> Result<i64> {
        let mut state = self.state.lock().unwrap();
        let hole = state.length / 2 - state.place;
        state.place += hole;
        Ok(hole as i64)
    }

    fn finish(&self) -> Result<()> {
        self.host.finished.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }

    fn abort(&self) -> Result<()> {
        self.host.aborted.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

impl FakeHost {
    fn stream(&self, state: StreamState) -> Result<(StreamBox, ())> {
        Ok((Box::new(FakeStream { state: Mutex::new(state), host: self.streams.clone() }), ()))
    }
}

impl Devices for FakeHost {
    fn domain_open_console(&self, _: &Domain, _: Option<&str>, _: u32) -> Result<(StreamBox, ())> {
        self.stream(StreamState { echo: true, ..StreamState::default() })
    }
}

impl Storage for FakeHost {
    /// `length` bytes; an `offset` is where it goes wrong.
    fn storage_vol_download(
        &self,
        _: &StorageVol,
        offset: u64,
        length: u64,
        _: u32,
    ) -> Result<(StreamBox, ())> {
        let fails_at = (offset > 0).then_some(offset as usize);
        self.stream(StreamState { length: length as usize, fails_at, ..StreamState::default() })
    }

    fn storage_vol_upload(&self, _: &StorageVol, offset: u64, _: u64, _: u32) -> Result<(StreamBox, ())> {
        let fails_at = (offset > 0).then_some(offset as usize);
        self.stream(StreamState { fails_at, ..StreamState::default() })
    }
}

impl Link for FakeHost {
    fn watch(&self, filter: &Filter, subscriber: Arc<dyn Subscriber>) -> Result<i32> {
        Ok(self.hub.watch(filter.clone(), subscriber))
    }

    fn unwatch(&self, _filter: &Filter, watch: i32) -> Result<()> {
        self.hub.unwatch(watch);
        Ok(())
    }
}

/// Everything else is not supported.
macro_rules! nothing_else {
    ($($field:ident: $family:ident,)*) => { $(nothing!($family);)* };
}

macro_rules! nothing {
    (Host) => {};
    (Domains) => {};
    (Devices) => {};
    (Storage) => {};
    ($family:ident) => {
        impl $family for FakeHost {}
    };
}

families!(nothing_else);

#[derive(Default)]
pub struct FakeService(pub Arc<FakeHost>);

impl Service for FakeService {
    fn open(&self, uri: &str, read_only: bool) -> Result<Connection> {
        if !uri.starts_with("fake:") {
            return Err(error!(None, NoConnect, "{uri}"));
        }
        Ok(Connection { uri: uri.to_owned(), read_only, drivers: Drivers::all(self.0.clone()) })
    }
}

/// A server on a socket of its own, which ends with this.
pub struct Running {
    pub host: Arc<FakeHost>,
    pub path: std::path::PathBuf,
    server: Arc<Server>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Running {
    pub fn start(limits: Limits) -> Running {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("virt-rpc-{}-{number}", std::process::id()));
        let listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
        let host = Arc::new(FakeHost::default());
        let server = Arc::new(Server::new(listener, Arc::new(FakeService(host.clone())), limits).unwrap());
        let running = server.clone();
        let thread = Some(thread::spawn(move || running.run(None).unwrap()));
        Running { host, path, server, thread }
    }

    pub fn clients(&self) -> usize {
        self.server.clients()
    }

    pub fn stop(&mut self) {
        self.server.stop();
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
        let _ = std::fs::remove_file(&self.path);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}
