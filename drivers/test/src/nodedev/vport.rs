//! Virtual ports of Fibre Channel adapters.

use super::{Entry, find, lifecycle};
use crate::state::TestState;
use std::sync::Arc;
use virt_conf::nodedev::{Capability, Device as Document, FcHost, Parent, ScsiHost, ScsiHostCapability};
use virt_core::{constants::*, event::Event, records::NodeDevice, types::*};
use virt_error::{Result, bail};

/// The port of a SCSI host.
fn port(entry: &Entry) -> Option<&FcHost> {
    entry.document()?.scsi_host()?.fc_host()
}

/// Whether a device is a virtual port: a port on which no others can be made.
fn is_virtual(entry: &Entry) -> bool {
    let host = entry.document().and_then(|document| document.scsi_host());
    host.is_some_and(|host| host.fc_host().is_some() && !host.has_vports())
}

/// The adapter that a document names as the parent of a new port.
fn parent_of<'a>(devices: &'a [Entry], document: &Document) -> Result<&'a Entry> {
    let nothing = Parent::default();
    let parent = document.parent.as_deref().unwrap_or(&nothing);
    let found = if let Some(name) = &parent.name {
        find(devices, name).ok()
    } else if let (Some(wwnn), Some(wwpn)) = (&parent.wwnn, &parent.wwpn) {
        let fits = |port: &FcHost| port.wwnn.as_ref() == Some(wwnn) && port.wwpn.as_ref() == Some(wwpn);
        devices.iter().find(|entry| port(entry).is_some_and(fits))
    } else if let Some(fabric) = &parent.fabric_wwn {
        let fits = |port: &FcHost| port.fabric_wwn.as_ref() == Some(fabric);
        devices.iter().find(|entry| entry.has("vports") && port(entry).is_some_and(fits))
    } else {
        let Some(any) = devices.iter().find(|entry| entry.has("vports")) else {
            bail!(Nodedev, InternalError, "Could not find any vport capable device");
        };
        Some(any)
    };
    let Some(found) = found else {
        bail!(Nodedev, InternalError, "Could not find parent device for '{}'", document.name());
    };
    if !found.has("vports") {
        bail!(Nodedev, InternalError, "Parent device {} is not capable of vport operations", found.name);
    }
    Ok(found)
}

/// Makes the port that `document` asks for.
pub(super) fn create(
    devices: &mut Vec<Entry>,
    events: &mut Vec<Event>,
    document: &Document,
) -> Result<NodeDevice> {
    let asked = document.scsi_host().and_then(ScsiHost::fc_host);
    let Some((wwnn, wwpn)) = asked.and_then(|asked| Some((asked.wwnn.clone()?, asked.wwpn.clone()?))) else {
        bail!(Nodedev, InternalError, "Device is not a fibre channel HBA");
    };
    let parent = parent_of(devices, document)?;
    let fabric_wwn = port(parent).and_then(|port| port.fabric_wwn.clone());
    let parent_name = parent.name.to_string();
    let numbers =
        devices.iter().filter_map(|entry| entry.name.strip_prefix("scsi_host")?.parse::<u32>().ok());
    let number = numbers.max().map_or(0, |number| number + 1);
    let name = format!("scsi_host{number}");
    // A new port answers as the virtual ports do that the adapters have already.
    let sibling = devices.iter().filter(|entry| is_virtual(entry)).find_map(|entry| {
        let host = entry.document()?.scsi_host()?;
        Some((host.host.clone(), host.unique_id.clone()))
    });
    let (host, unique_id) = sibling.unwrap_or((Some(number.into()), None));
    let port = FcHost { wwnn: Some(wwnn), wwpn: Some(wwpn), fabric_wwn, ..FcHost::default() };
    let capabilities = vec![ScsiHostCapability::FcHost(port)];
    let host = ScsiHost { host, unique_id, capabilities, ..ScsiHost::default() };
    let made = Document {
        name: Some(name.clone()),
        parent: Some(Box::new(Parent { name: Some(parent_name), ..Parent::default() })),
        capabilities: vec![Capability::ScsiHost(host)],
        ..Document::default()
    };
    let entry = Entry {
        name: Name::new(&name),
        live: Some(Arc::new(made)),
        config: None,
        fixed: false,
        autostart: false,
    };
    let record = entry.record();
    devices.push(entry);
    events.push(lifecycle(record.clone(), VIR_NODE_DEVICE_EVENT_CREATED));
    Ok(record)
}

/// Takes away the port of this name, and whatever is below it.
pub(super) fn destroy(devices: &mut Vec<Entry>, events: &mut Vec<Event>, name: &str) -> Result<()> {
    let entry = find(devices, name)?;
    if port(entry).is_none() {
        bail!(Nodedev, InternalError, "Device is not a fibre channel HBA");
    }
    let record = entry.record();
    devices.retain(|entry| &*entry.name != name);
    events.push(lifecycle(record, VIR_NODE_DEVICE_EVENT_DELETED));
    Ok(())
}

impl TestState {
    /// Makes a virtual port for a storage pool; the name of the device.
    pub fn create_vport(&self, parent: Option<&str>, wwnn: &str, wwpn: &str) -> Result<Name> {
        let port = FcHost { wwnn: Some(wwnn.into()), wwpn: Some(wwpn.into()), ..FcHost::default() };
        let capabilities = vec![ScsiHostCapability::FcHost(port)];
        let host = Capability::ScsiHost(ScsiHost { capabilities, ..ScsiHost::default() });
        let parent = parent.map(|name| Box::new(Parent { name: Some(name.into()), ..Parent::default() }));
        let name = Some("new device".to_owned());
        let document = Document { name, parent, capabilities: vec![host], ..Document::default() };
        self.change_devices(|devices, events| create(devices, events, &document)).map(|device| device.name)
    }

    /// Takes away the virtual port that has these names.
    pub fn delete_vport(&self, wwnn: &str, wwpn: &str) -> Result<()> {
        self.change_devices(|devices, events| {
            let fits = |entry: &&Entry| {
                is_virtual(entry)
                    && port(entry).is_some_and(|port| {
                        port.wwnn.as_deref() == Some(wwnn) && port.wwpn.as_deref() == Some(wwpn)
                    })
            };
            let Some(name) = devices.iter().find(fits).map(|entry| entry.name.to_string()) else {
                bail!(Nodedev, InternalError, "Failed to find fc_host for wwnn='{wwnn}' and wwpn='{wwpn}'");
            };
            destroy(devices, events, &name)
        })
    }

    /// The device with these names.
    pub(super) fn scsi_host_by_wwn(&self, wwnn: &str, wwpn: &str) -> Option<NodeDevice> {
        let devices = self.node_devices.read();
        let fits = |port: &FcHost| port.wwnn.as_deref() == Some(wwnn) && port.wwpn.as_deref() == Some(wwpn);
        devices.iter().find(|entry| port(entry).is_some_and(fits)).map(Entry::record)
    }
}
