//! A device's place in the boot order, which the document says device by device or kind by kind.

use super::Plan;
use virt_conf::domain::Domain;
use virt_conf::domain::address::DeviceInfo;
use virt_conf::domain::disk::{Disk, DiskDevice};
use virt_conf::domain::interface::Interface;
use virt_conf::domain::os::BootDevice;

/// Where the kind of device stands in `<os>`'s list, from one.
fn place(domain: &Domain, kind: BootDevice) -> Option<u32> {
    let os = domain.os.as_deref()?;
    let place = os.boots.iter().position(|boot| boot.dev == Some(kind))?;
    Some(place as u32 + 1)
}

fn order(info: &DeviceInfo) -> Option<u32> {
    info.boot.as_ref()?.order
}

impl Plan<'_> {
    fn by_kind(&self) -> bool {
        self.domain.os.as_deref().is_some_and(|os| !os.boots.is_empty())
    }

    /// Of a disk: its own, or that of its kind for the first disk of the kind.
    pub fn disk_boot_index(&self, disk: &Disk) -> Option<u32> {
        if !self.by_kind() {
            return order(&disk.info);
        }
        let kind = |disk: &Disk| match disk.device() {
            DiskDevice::Cdrom => BootDevice::Cdrom,
            DiskDevice::Floppy => BootDevice::Fd,
            DiskDevice::Disk | DiskDevice::Lun => BootDevice::Hd,
        };
        let wanted = kind(disk);
        let first = self.domain.devices.disks.iter().find(|other| kind(other) == wanted)?;
        if std::ptr::eq(first, disk) || first == disk { place(self.domain, wanted) } else { None }
    }

    pub fn interface_boot_index(&self, interface: &Interface) -> Option<u32> {
        if !self.by_kind() {
            return order(&interface.info);
        }
        let first = self.domain.devices.interfaces.first()?;
        if std::ptr::eq(first, interface) || first == interface {
            place(self.domain, BootDevice::Network)
        } else {
            None
        }
    }

    /// Of a device of another kind, which has a place of its own or none.
    pub fn boot_index(&self, info: &DeviceInfo) -> Option<u32> {
        if self.by_kind() { None } else { order(info) }
    }
}
