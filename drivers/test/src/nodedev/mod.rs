//! Devices of the host.
//!
//! This file says what a device is and how one is found; `operations.rs` serves the API, `vport.rs` makes virtual
//! ports, `mediated.rs` mediated devices.

mod mediated;
mod operations;
#[cfg(test)]
mod tests;
mod vport;

use crate::state::TestState;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use virt_conf::nodedev::{Capability, Device as Document, Purpose};
use virt_core::{event::Event, records::NodeDevice, types::*};
use virt_error::{Error, Result, error};
use virt_xml::{Node, Tree};

/// The devices.
#[derive(Default)]
pub struct NodeDeviceTable {
    devices: RwLock<Vec<Entry>>,
}

/// One device.
#[derive(Clone)]
struct Entry {
    name: Name,
    /// The device as it is, if it is there.
    live: Option<Arc<Document>>,
    /// The device as it is configured: a mediated device that comes back.
    config: Option<Arc<Document>>,
    /// It belongs to the host and stays as long as that.
    fixed: bool,
    autostart: bool,
}

impl Entry {
    fn record(&self) -> NodeDevice {
        NodeDevice { name: self.name.clone() }
    }

    /// The document that holds now.
    fn document(&self) -> Option<&Arc<Document>> {
        self.live.as_ref().or(self.config.as_ref())
    }

    fn is_persistent(&self) -> bool {
        self.fixed || self.config.is_some()
    }

    fn has(&self, capability: &str) -> bool {
        self.document().is_some_and(|document| document.capability_names().contains(&capability))
    }
}

#[cold]
fn no_device(name: &str) -> Error {
    error!(Test, NoNodeDevice, "no node device with matching name '{name}'")
}

fn find<'a>(devices: &'a [Entry], name: &str) -> Result<&'a Entry> {
    devices.iter().find(|entry| &*entry.name == name).ok_or_else(|| no_device(name))
}

fn find_mut<'a>(devices: &'a mut [Entry], name: &str) -> Result<&'a mut Entry> {
    devices.iter_mut().find(|entry| &*entry.name == name).ok_or_else(|| no_device(name))
}

impl NodeDeviceTable {
    fn read(&self) -> RwLockReadGuard<'_, Vec<Entry>> {
        self.devices.read().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TestState {
    /// Changes the devices as `change` says, all of them or, after an error, none; the events that it makes are
    /// sent when nothing is locked.
    fn change_devices<R>(
        &self,
        change: impl FnOnce(&mut Vec<Entry>, &mut Vec<Event>) -> Result<R>,
    ) -> Result<R> {
        let mut devices = self.node_devices.devices.write().unwrap_or_else(PoisonError::into_inner);
        let (mut next, mut events) = (devices.clone(), Vec::new());
        let result = change(&mut next, &mut events)?;
        *devices = next;
        self.outbox.post(events);
        drop(devices);
        self.outbox.send();
        Ok(result)
    }
}

/// Something happened to a device: `virNodeDeviceEventLifecycleType`.
fn lifecycle(dev: NodeDevice, event: i32) -> Event {
    Event::NodeDeviceLifecycle { dev, event, detail: 0 }
}

/// Makes what a node file describes.
pub fn load(state: &TestState, node: Node<'_>) -> Result<()> {
    let mut text = String::new();
    Tree::from(node).dump(&mut text, None);
    let mut document = Document::parse(&text, Purpose::Existing, false)?;
    for capability in &mut document.capabilities {
        // What is told of a group of devices is the host's to say.
        if let Capability::Mdev(mdev) = capability {
            mdev.iommu_group.get_or_insert(0.into());
        }
    }
    let fixed = document.mdev().is_none();
    let name = Name::new(document.name());
    let entry = Entry { name, live: Some(Arc::new(document)), config: None, fixed, autostart: fixed };
    state.change_devices(|devices, _| {
        match devices.iter().position(|other| other.name == entry.name) {
            Some(place) => devices[place] = entry,
            None => devices.push(entry),
        }
        Ok(())
    })
}
