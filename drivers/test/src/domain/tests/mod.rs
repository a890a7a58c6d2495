//! Domains, through the traits that the library calls.

mod devices;
mod guest;
mod hard;
mod jobs;
mod life;
mod migration;
mod save;
mod snapshot;
mod tuning;

use crate::tests::open_node;
use std::sync::{Arc, Mutex};
use virt_core::{
    connection::Drivers,
    event::{Class, Event, Filter, Subscriber},
    records::Domain,
};

/// A document with a name, and `extra` before the devices.
pub fn document(name: &str, extra: &str) -> String {
    format!(
        "<domain type='test'><name>{name}</name><memory>8192</memory><vcpu>2</vcpu>\
         <os><type>hvm</type></os>{extra}</domain>"
    )
}

/// A host of its own, and what its domains are heard to do.
pub struct Host {
    pub drivers: Drivers,
    heard: Arc<Heard>,
}

#[derive(Default)]
struct Heard(Mutex<Vec<Arc<Event>>>);

impl Subscriber for Heard {
    fn deliver(&self, _watch: i32, event: &Arc<Event>) {
        self.0.lock().unwrap().push(event.clone());
    }
}

impl Host {
    pub fn new() -> Host {
        let drivers = open_node("<node/>").unwrap();
        let heard = Arc::new(Heard::default());
        for id in 0..30 {
            let filter = Filter { class: Class::Domain, id, subject: None };
            drivers.link.watch(&filter, heard.clone()).unwrap();
        }
        Host { drivers, heard }
    }

    pub fn define(&self, name: &str, extra: &str) -> Domain {
        self.drivers.domains.domain_define_xml(&document(name, extra)).unwrap()
    }

    /// A running domain, its events forgotten.
    pub fn running(&self, name: &str, extra: &str) -> Domain {
        let dom = self.define(name, extra);
        self.drivers.domains.domain_create(&dom).unwrap();
        self.events();
        self.drivers.domains.domain_lookup_by_name(name).unwrap()
    }

    pub fn state(&self, dom: &Domain) -> (i32, i32) {
        let state = self.drivers.monitoring.domain_get_state(dom, 0).unwrap();
        (state.state, state.reason)
    }

    /// The events since the last call.
    pub fn events(&self) -> Vec<Arc<Event>> {
        std::mem::take(&mut *self.heard.0.lock().unwrap())
    }

    /// The lifecycle events since the last call: number of the domain, event, detail.
    pub fn lifecycle(&self) -> Vec<(i32, i32, i32)> {
        self.events()
            .iter()
            .filter_map(|event| match &**event {
                Event::DomainLifecycle { dom, event, detail } => Some((dom.id, *event, *detail)),
                _ => None,
            })
            .collect()
    }
}

/// The message of the error that `result` is.
pub fn refusal<T>(result: virt_error::Result<T>) -> String {
    result.err().expect("an error").message().to_owned()
}
