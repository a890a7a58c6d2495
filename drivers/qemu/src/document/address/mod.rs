//! Where devices go in the guest: addresses as libvirt assigns them.

mod pci;
mod pci_bus;
mod pci_chipset;
mod pci_options;
mod pci_wants;
mod place;

use virt_conf::domain::Domain;
use virt_error::Result;

/// Gives every device its address.
pub(super) fn assign(domain: &mut Domain) -> Result<()> {
    pci::assign(domain)
}
