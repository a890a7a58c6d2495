//! What QEMU cannot run is refused when it is defined, with libvirt's texts.

mod devices;
mod disk_options;
mod disks;
mod interface;
mod memory;
mod present;
mod start;
mod system;

use super::machine::Family;
use crate::emulator::{Emulator, Flag};
use virt_conf::domain::address::{Address, DeviceInfo};
use virt_conf::domain::{Domain, VirtType};
use virt_error::Result;

/// A guest with what it would run in.
struct Check<'d> {
    domain: &'d Domain,
    emulator: &'d Emulator,
    family: Family,
}

impl Check<'_> {
    fn arch(&self) -> &str {
        self.domain.arch()
    }

    fn kvm(&self) -> bool {
        self.domain.kind == Some(VirtType::Kvm)
    }

    fn has(&self, flag: Flag) -> bool {
        self.emulator.has(flag)
    }
}

/// Checks a complete document.
pub(super) fn check(domain: &Domain, emulator: &Emulator) -> Result<()> {
    let check = Check { domain, emulator, family: Family::of(domain) };
    check.system()?;
    check.memory()?;
    check.disks()?;
    check.devices()?;
    check.present()
}

/// Checks what only a start minds.
pub(super) fn check_start(domain: &Domain, emulator: &Emulator) -> Result<()> {
    Check { domain, emulator, family: Family::of(domain) }.start()
}

fn is_pci(info: &DeviceInfo) -> bool {
    matches!(info.address.as_deref(), Some(Address::Pci(_)))
}

fn boots(info: &DeviceInfo) -> bool {
    info.boot.as_ref().is_some_and(|boot| boot.order.is_some())
}
