//! Which disk of the document the guest means by an address.

use crate::agent::DiskAddress;
use virt_conf::domain::{
    Domain as Document,
    address::{Address, PciAddress},
};

/// The guest's name in the document (`vda`) of the disk with that address.
pub fn target<'a>(document: &'a Document, address: &DiskAddress) -> Option<&'a str> {
    let disks = &document.devices.disks;
    if let Some(ccw) = address.ccw {
        let same = |other: Option<&Address>| match other {
            Some(Address::Ccw(other)) => {
                let part = |part: Option<u64>| part.unwrap_or(0);
                [
                    part(other.cssid.map(|hex| hex.0)),
                    part(other.ssid.map(|hex| hex.0)),
                    part(other.devno.map(|hex| hex.0)),
                ] == ccw
            }
            _ => false,
        };
        return disks.iter().find(|disk| same(disk.info.address.as_deref())).map(|disk| disk.target_name());
    }
    let controller =
        document.devices.controllers.iter().find(|controller| match controller.info.address.as_deref() {
            Some(Address::Pci(pci)) => is_at(pci, address.pci),
            _ => false,
        });
    let found = disks.iter().find(|disk| match disk.info.address.as_deref() {
        Some(Address::Pci(pci)) => is_at(pci, address.pci),
        Some(Address::Drive(drive)) => {
            let number = |number: Option<u32>| u64::from(number.unwrap_or(0));
            controller.is_some_and(|controller| {
                i64::from(controller.index.unwrap_or(0)) == i64::from(drive.controller.unwrap_or(0))
            }) && number(drive.bus) == address.bus
                && number(drive.target) == address.target
                && number(drive.unit) == address.unit
        }
        _ => false,
    });
    found.map(|disk| disk.target_name())
}

fn is_at(pci: &PciAddress, [domain, bus, slot, function]: [i64; 4]) -> bool {
    let same = |ours: Option<u64>, theirs: i64| u64::try_from(theirs) == Ok(ours.unwrap_or(0));
    same(pci.domain.map(|hex| hex.0), domain)
        && same(pci.bus.map(|hex| hex.0), bus)
        && same(pci.slot.map(|hex| hex.0), slot)
        && same(pci.function.map(|hex| hex.0), function)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_is_found_by_its_own_address_or_its_controllers() {
        let xml = "<domain type='qemu'><name>a</name><memory>1024</memory><os><type arch='x86_64'>hvm</type></os>\
            <devices><disk type='file' device='disk'><source file='/a'/><target dev='vda' bus='virtio'/>\
            <address type='pci' domain='0x0000' bus='0x00' slot='0x05' function='0x0'/></disk>\
            <disk type='file' device='disk'><source file='/b'/><target dev='sda' bus='scsi'/>\
            <address type='drive' controller='0' bus='0' target='0' unit='1'/></disk>\
            <controller type='scsi' index='0' model='virtio-scsi'>\
            <address type='pci' domain='0x0000' bus='0x00' slot='0x06' function='0x0'/></controller></devices></domain>";
        let flags = virt_conf::domain::ParseFlags::default();
        let document = Document::parse(xml, flags, &crate::state::bare_host()).unwrap();
        let at = |slot, unit| DiskAddress { pci: [0, 0, slot, 0], unit, ..DiskAddress::default() };
        assert_eq!(target(&document, &at(5, 0)), Some("vda"));
        assert_eq!(target(&document, &at(6, 1)), Some("sda"));
        assert_eq!(target(&document, &at(6, 2)), None);
        assert_eq!(target(&document, &at(-1, 0)), None);
    }
}
