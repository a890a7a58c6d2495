//! A host for tests: domains by any name, a call that takes long, and events on demand.
#![allow(dead_code)]

use std::{
    sync::{
        Arc,
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
    types::*,
};
use virt_error::error;
use virt_rpc::server::{Limits, Server, Service};

#[derive(Default)]
pub struct FakeHost {
    pub hub: Hub,
    pub running: AtomicUsize,
    pub most_running: AtomicUsize,
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
