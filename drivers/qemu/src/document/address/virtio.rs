//! Virtio devices where there is no PCI: channel subsystem (s390) and memory-mapped registers (ARM).

use super::pci_wants::is_virtio;
use super::place::Place;
use crate::document::machine::Family;
use std::collections::HashSet;
use virt_conf::domain::address::{Address, CcwAddress, NoAddress};
use virt_conf::domain::controller::ControllerType;
use virt_conf::domain::hostdev::HostdevModel;
use virt_conf::domain::{DeviceRef, Domain};
use virt_error::{Result, bail};
use virt_xml::Hex;

/// The channel subsystem image that virtio devices belong to.
const VIRTIO_CSSID: u64 = 0xfe;
const LAST_DEVICE: u64 = 0xffff;

/// Gives virtio devices of s390 their device numbers.
pub(super) fn assign_ccw(domain: &mut Domain) -> Result<()> {
    if Family::of(domain) != Family::S390 {
        return Ok(());
    }
    for place in Place::all(&domain.devices) {
        let device = place.device(&domain.devices);
        let passed =
            matches!(device, DeviceRef::Hostdev(hostdev) if hostdev.model == Some(HostdevModel::VfioCcw));
        if (is_virtio(device) || passed) && place.info(&domain.devices).address.is_none() {
            let address = Box::new(Address::Ccw(CcwAddress::default()));
            place.info_mut(&mut domain.devices).address = Some(address);
        }
    }
    let mut used = HashSet::new();
    let numbers = |address: &CcwAddress| {
        Some((
            address.cssid?.0,
            address.ssid.map_or(0, |ssid| ssid.0),
            address.devno.map_or(0, |devno| devno.0),
        ))
    };
    let mut waiting = Vec::new();
    for place in Place::all(&domain.devices) {
        let Some(Address::Ccw(address)) = place.info(&domain.devices).address.as_deref() else { continue };
        let Some((cssid, ssid, devno)) = numbers(address) else {
            waiting.push(place);
            continue;
        };
        if !used.insert((cssid, ssid, devno)) {
            bail!(Domain, XmlError, "The CCW devno '{cssid:x}.{ssid:x}.{devno:04x}' is in use already");
        }
    }
    let mut next = 0;
    for place in waiting {
        while used.contains(&(VIRTIO_CSSID, 0, next)) {
            next += 1;
        }
        if next > LAST_DEVICE {
            bail!(Domain, InternalError, "There are no more free CCW devnos.");
        }
        let address = CcwAddress {
            cssid: Some(Hex(VIRTIO_CSSID)),
            ssid: Some(Hex(0)),
            devno: Some(Hex(next)),
            ..CcwAddress::default()
        };
        place.info_mut(&mut domain.devices).address = Some(Box::new(Address::Ccw(address)));
        next += 1;
    }
    Ok(())
}

/// Virtio devices of a board without PCI hang on its registers.
pub(super) fn assign_mmio(domain: &mut Domain) {
    let family = Family::of(domain);
    let pci = domain.devices.controllers.iter().filter(|one| one.kind == Some(ControllerType::Pci)).count();
    let places = Place::all(&domain.devices);
    let named = places
        .iter()
        .any(|place| matches!(place.info(&domain.devices).address.as_deref(), Some(Address::VirtioMmio(_))));
    // Where nothing but the root of PCI was asked for and others are on registers, the rest follows.
    let chosen = match family {
        Family::Vexpress | Family::Microvm => pci == 0,
        _ if family.is_virt() => pci == 0 || (pci == 1 && named),
        _ => false,
    };
    if !chosen {
        return;
    }
    for place in Place::all(&domain.devices) {
        if is_virtio(place.device(&domain.devices)) && place.info(&domain.devices).address.is_none() {
            let address = Box::new(Address::VirtioMmio(NoAddress::default()));
            place.info_mut(&mut domain.devices).address = Some(address);
        }
    }
}
