//! What QEMU and firmware are told of PCI controllers: implementations, chassis, ports, bus numbers.

use super::pci_bus::At;
use crate::document::machine::Family;
use virt_conf::domain::Domain;
use virt_conf::domain::address::Address;
use virt_conf::domain::controller::{ControllerTarget, ControllerType};
use virt_error::{Result, bail};
use virt_xml::Hex;

pub(super) fn complete(domain: &mut Domain) -> Result<()> {
    let pseries = Family::of(domain) == Family::Pseries;
    let controllers = &mut domain.devices.controllers;
    let numbers = controllers.iter().filter_map(|one| one.target.as_ref()?.bus_nr);
    // Expanders get the highest numbers, two apart, below those that are taken.
    let mut lowest = numbers.min().unwrap_or(256);
    let mut roots: Vec<u32> = controllers.iter().filter_map(|one| one.target.as_ref()?.index).collect();
    for controller in controllers.iter_mut().filter(|one| one.kind == Some(ControllerType::Pci)) {
        let index = controller.index.and_then(|index| u32::try_from(index).ok()).unwrap_or(0);
        let at = match controller.info.address.as_deref() {
            Some(Address::Pci(address)) => At::of(address),
            _ => At::new(0, 0, 0),
        };
        let model = controller.model.as_deref().unwrap_or_default();
        let name = match model {
            "pci-bridge" => "pci-bridge",
            "dmi-to-pci-bridge" => "i82801b11-bridge",
            "pcie-to-pci-bridge" => "pcie-pci-bridge",
            "pcie-root-port" => "pcie-root-port",
            "pcie-switch-upstream-port" => "x3130-upstream",
            "pcie-switch-downstream-port" => "xio3130-downstream",
            "pci-expander-bus" => "pxb",
            "pcie-expander-bus" => "pxb-pcie",
            "pci-root" if pseries => "spapr-pci-host-bridge",
            _ => continue,
        };
        controller.model_name.get_or_insert_with(|| name.to_owned());
        let target = controller.target.get_or_insert_with(|| Box::new(ControllerTarget::default()));
        match model {
            "pci-bridge" => {
                target.chassis_nr.get_or_insert(index);
            }
            "pcie-root-port" => {
                target.chassis.get_or_insert(index);
                target.port.get_or_insert(Hex((u64::from(at.slot) << 3) + u64::from(at.function)));
            }
            "pcie-switch-downstream-port" => {
                target.chassis.get_or_insert(index);
                target.port.get_or_insert(Hex(at.slot.into()));
            }
            "pci-expander-bus" | "pcie-expander-bus" if target.bus_nr.is_none() => {
                if lowest <= 2 {
                    bail!(
                        Qemu,
                        InternalError,
                        "No free busNr lower than current lowest busNr is available to auto-assign to bus {index}. Must be manually assigned"
                    );
                }
                lowest -= 2;
                target.bus_nr = Some(lowest);
            }
            "pci-root" if target.index.is_none() => {
                let free = if index == 0 { Some(0) } else { (1..=30).find(|number| !roots.contains(number)) };
                let Some(free) = free else {
                    bail!(Qemu, InternalError, "No usable target index found for {index}");
                };
                roots.push(free);
                target.index = Some(free);
            }
            _ => {}
        }
    }
    Ok(())
}
