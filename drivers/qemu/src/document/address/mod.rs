//! Where devices go in the guest: addresses as libvirt assigns them, one file a kind of bus.

pub(super) mod dimm;
mod pci;
mod pci_bus;
mod pci_chipset;
mod pci_options;
mod pci_wants;
pub(super) mod place;
mod spapr;
mod usb;
mod virtio;
mod virtio_serial;
mod zpci;

use virt_conf::domain::Domain;
use virt_error::Result;

/// What may be added so that devices find a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Growth {
    /// The guest is new: what an older one has to do without may be given to it.
    pub new: bool,
    /// The guest runs: no bus is added.
    pub fixed: bool,
}

/// Gives every device its address.
pub(super) fn assign(domain: &mut Domain, growth: Growth) -> Result<()> {
    dimm::assign(domain)?;
    virtio_serial::assign(domain)?;
    spapr::assign(domain)?;
    virtio::assign_ccw(domain)?;
    virtio::assign_mmio(domain);
    pci::assign(domain, growth)?;
    zpci::assign(domain)?;
    usb::assign(domain, growth)
}
