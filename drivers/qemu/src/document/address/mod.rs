//! Where devices go in the guest: addresses as libvirt assigns them, one file a kind of bus.

mod pci;
mod pci_bus;
mod pci_chipset;
mod pci_options;
mod pci_wants;
mod place;
mod spapr;
mod usb;
mod virtio;
mod virtio_serial;
mod zpci;

use virt_conf::domain::Domain;
use virt_error::Result;

/// Gives every device its address. What a new guest gets an older one may have to do without.
pub(super) fn assign(domain: &mut Domain, new: bool) -> Result<()> {
    virtio_serial::assign(domain)?;
    spapr::assign(domain)?;
    virtio::assign_ccw(domain)?;
    virtio::assign_mmio(domain);
    pci::assign(domain)?;
    zpci::assign(domain)?;
    usb::assign(domain, new)
}
