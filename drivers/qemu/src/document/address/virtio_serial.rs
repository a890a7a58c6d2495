//! Ports of virtio-serial controllers for channels.

use std::collections::{BTreeMap, BTreeSet};
use virt_conf::domain::Domain;
use virt_conf::domain::address::{Address, VirtioSerialAddress};
use virt_conf::domain::chardev::{ChannelTarget, ConsoleTarget};
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_error::{Result, bail};

/// The ports of a controller that does not say how many it has; the first is for a console alone.
const PORTS: u32 = 31;

pub(super) fn assign(domain: &mut Domain) -> Result<()> {
    let devices = &mut domain.devices;
    let mut sizes = BTreeMap::new();
    for one in devices.controllers.iter().filter(|one| one.kind == Some(ControllerType::VirtioSerial)) {
        if let Some(index) = one.index.and_then(|index| u32::try_from(index).ok()) {
            sizes.insert(index, one.ports.unwrap_or(PORTS));
        }
    }
    let mut used: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    let consoles = devices.consoles.iter().filter(|console| {
        console.target.as_ref().and_then(|target| target.kind) == Some(ConsoleTarget::Virtio)
    });
    let channels = devices.channels.iter().filter(|channel| {
        channel.target.as_ref().and_then(|target| target.kind) == Some(ChannelTarget::Virtio)
    });
    let infos = consoles.map(|console| &console.info).chain(channels.map(|channel| &channel.info));
    for info in infos {
        let Some(Address::VirtioSerial(address)) = info.address.as_deref() else { continue };
        let controller = address.controller.unwrap_or(0);
        let Some(port) = address.port.filter(|&port| port > 0) else { continue };
        if let Some(&size) = sizes.get(&controller) {
            if port >= size {
                bail!(Domain, XmlError, "virtio serial port {port} out of range for controller {controller}");
            }
        }
        if !used.entry(controller).or_default().insert(port) {
            bail!(
                Domain,
                XmlError,
                "virtio serial port {port} on controller {controller} is already occupied"
            );
        }
    }
    for at in 0..devices.channels.len() {
        let channel = &devices.channels[at];
        if channel.target.as_ref().and_then(|target| target.kind) != Some(ChannelTarget::Virtio) {
            continue;
        }
        let wanted = match channel.info.address.as_deref() {
            None => None,
            Some(Address::VirtioSerial(address)) if address.port.unwrap_or(0) == 0 => address.controller,
            Some(_) => continue,
        };
        let free = |controller: u32, size: u32| {
            let used = used.get(&controller);
            (1..size).find(|port| used.is_none_or(|used| !used.contains(port)))
        };
        let found = match wanted {
            Some(controller) => {
                sizes.get(&controller).and_then(|&size| Some((controller, free(controller, size)?)))
            }
            None => sizes.iter().find_map(|(&controller, &size)| Some((controller, free(controller, size)?))),
        };
        let (controller, port) = match (found, wanted) {
            (Some(found), _) => found,
            (None, Some(controller)) => {
                bail!(Domain, XmlError, "Unable to find a free virtio-serial port on controller {controller}")
            }
            // All are full: one more controller.
            (None, None) => {
                let next = (0..).find(|index| !sizes.contains_key(index)).unwrap_or(0);
                devices.insert_controller(Controller {
                    kind: Some(ControllerType::VirtioSerial),
                    index: i32::try_from(next).ok(),
                    ..Controller::default()
                });
                sizes.insert(next, PORTS);
                (next, 1)
            }
        };
        used.entry(controller).or_default().insert(port);
        let address = VirtioSerialAddress {
            controller: Some(controller),
            bus: Some(0),
            port: Some(port),
            ..VirtioSerialAddress::default()
        };
        devices.channels[at].info.address = Some(Box::new(Address::VirtioSerial(address)));
    }
    Ok(())
}
