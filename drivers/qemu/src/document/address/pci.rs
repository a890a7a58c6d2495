//! PCI addresses: two rounds over the devices. The first finds out how many buses they need and adds the controllers
//! for them; the second gives every device its place.

use super::pci_bus::{AUTOASSIGN, At, Buses, HOTPLUG, PCI_DEVICE, PCIE_DEVICE, controller_needs};
use super::pci_wants::Kinds;
use super::place::{Place, waits};
use super::{Growth, pci_chipset, pci_options};
use crate::document::machine::{Family, has_pci_root, has_pcie_root, is_arm};
use std::collections::{HashMap, HashSet};
use virt_conf::domain::Domain;
use virt_conf::domain::address::{Address, PciAddress};
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_error::{Result, bail};
use virt_xml::OnOff;

/// A guest whose devices are being placed.
pub(super) struct Placing<'d> {
    pub domain: &'d mut Domain,
    pub buses: Buses,
    pub family: Family,
    pub kinds: Kinds,
    /// Where the groups of companion USB controllers are, by index.
    pub groups: HashMap<Option<i32>, At>,
}

/// The last bus that a document may have.
const LAST_BUS: i32 = 255;

pub(super) fn assign(domain: &mut Domain, growth: Growth) -> Result<()> {
    let family = Family::of(domain);
    let kinds = Kinds::of(domain);
    let last = last_controller(domain)?;
    // Most boards of ARM have no PCI that QEMU's devices could use.
    let boards = is_arm(domain.arch()) && !matches!(family, Family::ArmVirt | Family::Versatilepb);
    if boards && last >= 0 {
        return Ok(());
    }
    check_controllers(domain, family)?;
    if last >= 0 && !growth.fixed {
        let mut first = Placing {
            buses: buses(domain, last, true, family)?,
            domain,
            family,
            kinds,
            groups: HashMap::new(),
        };
        first.collect()?;
        pci_chipset::place(&mut first)?;
        first.keep_spare_slot()?;
        first.place_all()?;
        first.keep_spare_port(last)?;
        first.add_controllers()?;
    }
    let last = last_controller(domain)?;
    let buses = if last >= 0 { buses(domain, last, false, family)? } else { Buses::default() };
    let mut second = Placing { buses, domain, family, kinds, groups: HashMap::new() };
    second.collect()?;
    if last >= 0 {
        pci_chipset::place(&mut second)?;
        second.place_all()?;
        pci_options::complete(second.domain)?;
        second.mark_shared_slots();
    } else if family == Family::Isapc {
        second.place_all()?;
    }
    Ok(())
}

/// What would make nonsense of the buses' numbers.
fn check_controllers(domain: &Domain, family: Family) -> Result<()> {
    let mut indices = HashSet::new();
    for controller in domain.devices.controllers.iter().filter(|one| one.kind == Some(ControllerType::Pci)) {
        let index = controller.index.unwrap_or(0);
        if !indices.insert(index) {
            bail!(Domain, XmlError, "Multiple 'pci' controllers with index '{index}'");
        }
        let model = controller.model.as_deref().unwrap_or_default();
        let fits = match model {
            "pci-expander-bus" => family == Family::I440fx,
            "pcie-expander-bus" => matches!(family, Family::Q35 | Family::ArmVirt),
            _ => true,
        };
        if !fits {
            bail!(Qemu, ConfigUnsupported, "{model} controllers are not supported with this machine type");
        }
    }
    Ok(())
}

fn last_controller(domain: &Domain) -> Result<i32> {
    let pci = domain.devices.controllers.iter().filter(|one| one.kind == Some(ControllerType::Pci));
    let last = pci.filter_map(|one| one.index).max().unwrap_or(-1);
    if last > LAST_BUS {
        bail!(Domain, XmlError, "PCI controller index {last} too large, maximum is {LAST_BUS}");
    }
    Ok(last)
}

/// The buses that the guest's controllers make, with nothing on them.
fn buses(domain: &Domain, last: i32, grows: bool, family: Family) -> Result<Buses> {
    let mut models = HashMap::new();
    for controller in domain.devices.controllers.iter().filter(|one| one.kind == Some(ControllerType::Pci)) {
        if let (Some(index), Some(model)) = (controller.index, controller.model.as_deref()) {
            models.insert(index, model);
        }
    }
    let pcie = models.get(&0) == Some(&"pcie-root");
    let mut buses = Buses { grows, many_roots: family == Family::Pseries, ..Buses::default() };
    for index in 0..=last {
        // A number that nobody wrote is a bus that only makes the others' numbers possible.
        let model = models.get(&index).copied().unwrap_or(match index {
            0 => "pci-root",
            _ if pcie => "pcie-root-port",
            _ if family == Family::Pseries => "pci-root",
            _ => "pci-bridge",
        });
        buses.push(model);
    }
    Ok(buses)
}

impl Placing<'_> {
    /// Takes the places that the document names.
    fn collect(&mut self) -> Result<()> {
        for place in Place::all(&self.domain.devices) {
            let Some(Address::Pci(address)) = place.info(&self.domain.devices).address.as_deref() else {
                continue;
            };
            if address.is_empty() || is_root(self.domain, place) {
                continue;
            }
            let at = At::of(address);
            if address.domain.is_some_and(|domain| domain.0 != 0) {
                bail!(
                    Domain,
                    XmlError,
                    "Invalid PCI address {:04x}{}. Only PCI domain 0 is available",
                    address.domain.map_or(0, |domain| domain.0),
                    &at.to_string()[4..]
                );
            }
            if pci_chipset::is_part_of_board(self, place, at) {
                continue;
            }
            let needs = match self.kinds.needs(self.domain, place) {
                0 => PCI_DEVICE | PCIE_DEVICE,
                needs => needs,
            };
            self.buses.reserve(at, needs, true)?;
        }
        Ok(())
    }

    /// Without any, one more slot is kept for the bridge that more devices would need.
    fn keep_spare_slot(&mut self) -> Result<()> {
        let full = self.buses.buses.iter().all(|bus| bus.is_full());
        if !full && has_pci_root(self.domain) && !self.buses.many_roots && self.family != Family::S390 {
            self.buses.reserve_next(PCI_DEVICE | AUTOASSIGN, 0)?;
        }
        Ok(())
    }

    /// Where ports were added for devices, one more is, to plug something in.
    fn keep_spare_port(&mut self, last: i32) -> Result<()> {
        if last <= 0 && self.buses.buses.len() > 1 && has_pcie_root(self.domain) {
            self.buses.reserve_next(PCIE_DEVICE | HOTPLUG | AUTOASSIGN, 0)?;
        }
        Ok(())
    }

    fn add_controllers(&mut self) -> Result<()> {
        let mut number = 1;
        while number < self.buses.buses.len() {
            let index = Some(number as i32);
            let there = self
                .domain
                .devices
                .controllers
                .iter()
                .any(|one| one.kind == Some(ControllerType::Pci) && one.index == index);
            if !there {
                let model = self.buses.buses[number].model.clone();
                let needs = controller_needs(&model);
                let kind = Some(ControllerType::Pci);
                let model = Some(model);
                self.domain.devices.insert_controller(Controller {
                    kind,
                    index,
                    model,
                    ..Controller::default()
                });
                if let Some(needs) = needs {
                    self.buses.reserve_next(needs, 0)?;
                }
            }
            number += 1;
        }
        Ok(())
    }

    /// Gives places to the devices that have none, kind by kind.
    fn place_all(&mut self) -> Result<()> {
        let devices = &self.domain.devices;
        let controllers = 0..devices.controllers.len();
        let (bridges, others): (Vec<_>, Vec<_>) =
            controllers.partition(|&at| devices.controllers[at].kind == Some(ControllerType::Pci));
        let bridges: Vec<_> = bridges.into_iter().map(Place::Controller).collect();
        let others: Vec<_> = others.into_iter().map(Place::Controller).collect();
        let all = Place::all(devices);
        let of = |fits: fn(&Place) -> bool| all.iter().copied().filter(fits).collect::<Vec<_>>();
        let order = [
            bridges,
            of(|place| matches!(place, Place::Filesystem(_))),
            of(|place| matches!(place, Place::Interface(_))),
            of(|place| matches!(place, Place::Sound(_))),
            others,
            of(|place| matches!(place, Place::Disk(_))),
            of(|place| matches!(place, Place::Hostdev(_))),
            of(|place| matches!(place, Place::Memballoon(_))),
            of(|place| matches!(place, Place::Rng(_))),
            of(|place| matches!(place, Place::Watchdog(_))),
            of(|place| matches!(place, Place::Video(_))),
            of(|place| matches!(place, Place::Shmem(_))),
            of(|place| matches!(place, Place::Input(_))),
            of(|place| matches!(place, Place::Parallel(_) | Place::Serial(_))),
            of(|place| matches!(place, Place::Vsock(_))),
            of(|place| matches!(place, Place::MemoryDevice(_))),
            of(|place| matches!(place, Place::Crypto(_))),
            of(|place| matches!(place, Place::Iommu(_))),
            of(|place| matches!(place, Place::Panic(_))),
        ];
        for place in order.into_iter().flatten() {
            self.place(place)?;
        }
        Ok(())
    }

    fn place(&mut self, place: Place) -> Result<()> {
        let needs = self.kinds.needs(self.domain, place);
        let info = place.info(&self.domain.devices);
        let empty = |address: &Address| matches!(address, Address::Pci(address) if address.is_empty());
        if needs == 0 || !waits(info, empty) || is_root(self.domain, place) {
            return Ok(());
        }
        if let Place::Controller(at) = place {
            if pci_chipset::place_companion(self, at, needs)? {
                return Ok(());
            }
        }
        let at = self.buses.reserve_next(needs, 0)?;
        self.set(place, at, None);
        Ok(())
    }

    /// Writes a place into the document, in the second round.
    pub(super) fn set(&mut self, place: Place, at: At, multifunction: Option<OnOff>) {
        if self.buses.grows {
            return;
        }
        let info = place.info_mut(&mut self.domain.devices);
        let mut address = at.address();
        address.multifunction = multifunction;
        if let Some(Address::Pci(old)) = info.address.as_deref_mut() {
            address.zpci = old.zpci.take();
            address.multifunction = address.multifunction.or(old.multifunction);
        }
        info.address = Some(Box::new(Address::Pci(address)));
    }

    /// The device at function 0 of a slot says that there are others.
    fn mark_shared_slots(&mut self) {
        for place in Place::all(&self.domain.devices) {
            let Some(Address::Pci(address)) = place.info(&self.domain.devices).address.as_deref() else {
                continue;
            };
            let at = At::of(address);
            let shared = at.function == 0 && self.buses.functions(at) & !1 != 0 && !address.is_empty();
            if !shared || address.multifunction.is_some() {
                continue;
            }
            if let Some(Address::Pci(address)) =
                place.info_mut(&mut self.domain.devices).address.as_deref_mut()
            {
                address.multifunction = Some(OnOff(true));
            }
        }
    }
}

/// A root is no device of any bus.
pub(super) fn is_root(domain: &Domain, place: Place) -> bool {
    let Place::Controller(at) = place else { return false };
    let controller = &domain.devices.controllers[at];
    controller.kind == Some(ControllerType::Pci)
        && matches!(controller.model.as_deref(), Some("pci-root" | "pcie-root"))
}

/// The address of a device on a PCI bus, if it has one.
pub(super) fn address_of(domain: &Domain, place: Place) -> Option<&PciAddress> {
    match place.info(&domain.devices).address.as_deref() {
        Some(Address::Pci(address)) if !address.is_empty() => Some(address),
        _ => None,
    }
}
