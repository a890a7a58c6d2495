//! The guest's PCI buses: what can be plugged where, and which places are taken.

use virt_conf::domain::address::PciAddress;
use virt_error::{Result, bail};
use virt_xml::Hex;

/// What a device needs of a bus, or a bus offers: kinds of slots and properties.
pub type Connect = u32;

pub const PCI_DEVICE: Connect = 1 << 0;
pub const PCIE_DEVICE: Connect = 1 << 1;
pub const ROOT_PORT: Connect = 1 << 2;
pub const UPSTREAM_PORT: Connect = 1 << 3;
pub const DOWNSTREAM_PORT: Connect = 1 << 4;
pub const DMI_BRIDGE: Connect = 1 << 5;
pub const PCI_EXPANDER: Connect = 1 << 6;
pub const PCIE_EXPANDER: Connect = 1 << 7;
pub const PCI_BRIDGE: Connect = 1 << 8;
pub const PCIE_TO_PCI: Connect = 1 << 9;
const KINDS: Connect = (1 << 10) - 1;
/// The device can be plugged while the guest runs; the bus takes such devices.
pub const HOTPLUG: Connect = 1 << 16;
/// A place may be chosen by us.
pub const AUTOASSIGN: Connect = 1 << 17;
/// Several of these share a slot, one a function.
pub const AGGREGATE: Connect = 1 << 18;
/// The device belongs on the root bus.
pub const INTEGRATED: Connect = 1 << 19;

/// What a PCI controller of a model needs of the bus above it; `None` for a root or an unknown model.
pub fn controller_needs(model: &str) -> Option<Connect> {
    Some(match model {
        "pci-bridge" => PCI_BRIDGE | AUTOASSIGN,
        "pci-expander-bus" => PCI_EXPANDER | AUTOASSIGN,
        "pcie-root-port" => ROOT_PORT | AGGREGATE | AUTOASSIGN,
        "pcie-switch-upstream-port" => UPSTREAM_PORT | AUTOASSIGN,
        "pcie-switch-downstream-port" => DOWNSTREAM_PORT | AUTOASSIGN,
        "dmi-to-pci-bridge" => DMI_BRIDGE | AUTOASSIGN,
        // One on the root bus would be unreachable for plugging, so it is put into a port.
        "pcie-to-pci-bridge" => PCIE_TO_PCI | HOTPLUG | AUTOASSIGN,
        "pcie-expander-bus" => PCIE_EXPANDER | AUTOASSIGN,
        _ => return None,
    })
}

/// What texts call the slot that is needed.
fn kind_name(flags: Connect) -> &'static str {
    const NAMES: [(Connect, &str); 10] = [
        (PCI_DEVICE, "standard PCI device"),
        (PCIE_DEVICE, "PCI Express device"),
        (ROOT_PORT, "pcie-root-port"),
        (UPSTREAM_PORT, "pcie-switch-upstream-port"),
        (DOWNSTREAM_PORT, "pcie-switch-downstream-port"),
        (DMI_BRIDGE, "dmi-to-pci-bridge"),
        (PCI_EXPANDER, "pci-expander-bus"),
        (PCIE_EXPANDER, "pcie-expander-bus"),
        (PCI_BRIDGE, "pci-bridge"),
        (PCIE_TO_PCI, "pcie-to-pci-bridge"),
    ];
    NAMES.iter().find(|(flag, _)| flags & flag != 0).map_or("unknown", |(_, name)| name)
}

/// A place on a bus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    pub bus: usize,
    pub slot: u32,
    pub function: u32,
}

impl At {
    pub const fn new(bus: usize, slot: u32, function: u32) -> At {
        At { bus, slot, function }
    }

    pub fn of(address: &PciAddress) -> At {
        let number = |word: Option<Hex<1, 0xffff_ffff>>| word.map_or(0, |word| word.0 as u32);
        At {
            bus: address.bus.map_or(0, |bus| bus.0 as usize),
            slot: address.slot.map_or(0, |slot| slot.0 as u32),
            function: number(address.function),
        }
    }

    pub fn address(self) -> PciAddress {
        PciAddress {
            domain: Some(Hex(0)),
            bus: Some(Hex(self.bus as u64)),
            slot: Some(Hex(self.slot.into())),
            function: Some(Hex(self.function.into())),
            ..PciAddress::default()
        }
    }
}

impl std::fmt::Display for At {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "0000:{:02x}:{:02x}.{:x}", self.bus, self.slot, self.function)
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// A bit for each function that is taken.
    functions: u8,
    aggregate: bool,
}

#[derive(Clone, Debug)]
pub struct Bus {
    pub model: String,
    offers: Connect,
    first: u32,
    last: u32,
    slots: [Slot; 32],
    /// Where no slot below this one is free for a device that takes a whole one.
    full_below: u32,
}

impl Bus {
    fn new(model: &str) -> Bus {
        let (offers, first, last) = match model {
            "pci-root" => (PCI_DEVICE | PCI_BRIDGE | PCI_EXPANDER | HOTPLUG | AUTOASSIGN, 1, 31),
            "pci-bridge" => (PCI_DEVICE | PCI_BRIDGE | HOTPLUG | AUTOASSIGN, 1, 31),
            "pci-expander-bus" => (PCI_DEVICE | PCI_BRIDGE | HOTPLUG | AUTOASSIGN, 0, 31),
            "pcie-root" => (
                PCIE_DEVICE | ROOT_PORT | DMI_BRIDGE | PCIE_TO_PCI | PCIE_EXPANDER | INTEGRATED | AUTOASSIGN,
                1,
                31,
            ),
            "dmi-to-pci-bridge" => (PCI_DEVICE | PCI_BRIDGE | AUTOASSIGN, 0, 31),
            "pcie-to-pci-bridge" => (PCI_DEVICE | PCI_BRIDGE | HOTPLUG | AUTOASSIGN, 1, 31),
            "pcie-root-port" | "pcie-switch-downstream-port" => {
                (PCIE_DEVICE | UPSTREAM_PORT | PCIE_TO_PCI | HOTPLUG | AUTOASSIGN, 0, 0)
            }
            "pcie-switch-upstream-port" => (DOWNSTREAM_PORT | AUTOASSIGN, 0, 31),
            "pcie-expander-bus" => (ROOT_PORT | DMI_BRIDGE, 0, 31),
            _ => (0, 0, 31),
        };
        Bus { model: model.to_owned(), offers, first, last, slots: [Slot::default(); 32], full_below: first }
    }

    /// No slot is left for a device that takes a whole one.
    pub fn is_full(&self) -> bool {
        (self.first..=self.last).all(|slot| self.slots[slot as usize].functions != 0)
    }

    fn takes(&self, needs: Connect) -> bool {
        let kinds = needs & self.offers & KINDS != 0;
        kinds
            && (needs & HOTPLUG == 0 || self.offers & HOTPLUG != 0)
            && (needs & AUTOASSIGN == 0 || self.offers & AUTOASSIGN != 0)
            && (needs & INTEGRATED == 0 || self.offers & INTEGRATED != 0)
    }

    fn free(&mut self, needs: Connect, function: u32) -> Option<(u32, u32)> {
        let start = if needs & AGGREGATE != 0 { self.first } else { self.full_below };
        for number in start..=self.last {
            let slot = &self.slots[number as usize];
            if slot.functions == 0 {
                return Some((number, function));
            }
            if needs & AGGREGATE != 0 && slot.aggregate && slot.functions != 0xff {
                return Some((number, slot.functions.trailing_ones()));
            }
        }
        None
    }
}

/// All buses of a guest, by number.
#[derive(Debug, Default)]
pub struct Buses {
    pub buses: Vec<Bus>,
    /// Buses are added where they are missing.
    pub grows: bool,
    /// New buses are roots of their own (pseries).
    pub many_roots: bool,
}

impl Buses {
    pub fn push(&mut self, model: &str) {
        self.buses.push(Bus::new(model));
    }

    pub fn in_use(&self, at: At) -> bool {
        self.buses.get(at.bus).is_some_and(|bus| bus.slots[at.slot as usize & 31].functions != 0)
    }

    /// Takes a place. `named` says that the document chose it.
    pub fn reserve(&mut self, at: At, needs: Connect, named: bool) -> Result<()> {
        if self.grows {
            self.grow(at.bus, needs)?;
        }
        self.check(at, needs, named)?;
        let slot = &mut self.buses[at.bus].slots[at.slot as usize];
        let bit = 1u8 << at.function;
        if slot.functions & bit != 0 {
            bail!(Domain, XmlError, "Attempted double use of PCI Address {at}");
        }
        if slot.functions == 0 {
            slot.aggregate = needs & AGGREGATE != 0;
        } else if needs & AGGREGATE == 0 {
            slot.aggregate = false;
        }
        slot.functions |= bit;
        Ok(())
    }

    fn check(&self, at: At, needs: Connect, named: bool) -> Result<()> {
        if self.buses.is_empty() {
            bail!(Domain, XmlError, "No PCI buses available");
        }
        let Some(bus) = self.buses.get(at.bus) else {
            bail!(
                Domain,
                XmlError,
                "Invalid PCI address {at}. Only PCI buses up to {} are available",
                self.buses.len() - 1
            );
        };
        let mut offers = bus.offers;
        if named {
            // Whoever names a place knows that the bus takes no plugging, or is of the other speed.
            offers |= HOTPLUG | AUTOASSIGN;
            if offers & (PCI_DEVICE | PCIE_DEVICE) != 0 {
                offers |= PCI_DEVICE | PCIE_DEVICE;
            }
        }
        if needs & KINDS & offers == 0 {
            bail!(
                Domain,
                XmlError,
                "The device at PCI address {at} cannot be plugged into the PCI controller with index='{}'. It requires a controller that accepts a {}.",
                at.bus,
                kind_name(needs)
            );
        }
        if needs & INTEGRATED != 0 && at.bus != 0 {
            bail!(
                Domain,
                XmlError,
                "The device at PCI address {at} needs to be an integrated device (bus=0)"
            );
        }
        if at.slot < bus.first {
            bail!(Domain, XmlError, "Invalid PCI address {at}. slot must be >= {}", bus.first);
        }
        if at.slot > bus.last {
            bail!(Domain, XmlError, "Invalid PCI address {at}. slot must be <= {}", bus.last);
        }
        if at.function > 7 {
            bail!(Domain, XmlError, "Invalid PCI address {at}. function must be <= 7");
        }
        Ok(())
    }

    /// Takes the next free place that fits.
    pub fn reserve_next(&mut self, needs: Connect, function: u32) -> Result<At> {
        if self.buses.is_empty() {
            bail!(Domain, XmlError, "No PCI buses available");
        }
        let found = self.buses.iter_mut().enumerate().filter(|(_, bus)| bus.takes(needs)).find_map(
            |(number, bus)| {
                let (slot, function) = bus.free(needs, function)?;
                Some(At { bus: number, slot, function })
            },
        );
        let at = match found {
            Some(at) => at,
            None if self.grows => {
                let before = self.buses.len();
                self.grow(before, needs)?;
                let new = self.buses.iter_mut().enumerate().skip(before).filter(|(_, bus)| bus.takes(needs));
                let found = new.rev().find_map(|(number, bus)| {
                    let (slot, function) = bus.free(needs, function)?;
                    Some(At { bus: number, slot, function })
                });
                match found {
                    Some(at) => at,
                    None => bail!(Domain, InternalError, "No more available PCI slots"),
                }
            }
            None => bail!(Domain, InternalError, "No more available PCI slots"),
        };
        self.reserve(at, needs, false)?;
        let bus = &mut self.buses[at.bus];
        if needs & AGGREGATE == 0 && at.slot >= bus.full_below {
            bus.full_below = at.slot + 1;
        }
        Ok(at)
    }

    /// Adds buses until there is one of that number.
    fn grow(&mut self, wanted: usize, needs: Connect) -> Result<()> {
        if wanted < self.buses.len() || self.buses.is_empty() {
            return Ok(());
        }
        let model = match () {
            () if needs & (PCI_DEVICE | PCI_BRIDGE) != 0 && self.many_roots => "pci-root",
            () if needs & (PCI_DEVICE | PCI_BRIDGE) != 0 => {
                if self.buses.iter().any(|bus| bus.offers & PCI_BRIDGE != 0) {
                    "pci-bridge"
                } else {
                    // A bridge from PCI Express takes a port.
                    self.push("pcie-root-port");
                    self.push("pcie-to-pci-bridge");
                    if wanted < self.buses.len() {
                        return Ok(());
                    }
                    "pci-bridge"
                }
            }
            () if needs & (PCIE_DEVICE | UPSTREAM_PORT | PCIE_TO_PCI) != 0
                && self.buses[0].model == "pcie-root" =>
            {
                "pcie-root-port"
            }
            () if needs
                & (ROOT_PORT
                    | UPSTREAM_PORT
                    | DOWNSTREAM_PORT
                    | DMI_BRIDGE
                    | PCI_EXPANDER
                    | PCIE_EXPANDER)
                != 0 =>
            {
                bail!(
                    Domain,
                    InternalError,
                    "a PCI slot is needed to connect a PCI controller model='{}', but none is available, and it cannot be automatically added",
                    kind_name(needs)
                )
            }
            () => bail!(
                Domain,
                InternalError,
                "Cannot automatically add a new PCI bus for a device with connect flags {:02x}",
                needs & KINDS
            ),
        };
        while self.buses.len() <= wanted {
            self.push(model);
        }
        Ok(())
    }

    /// The functions of a slot that are taken.
    pub fn functions(&self, at: At) -> u8 {
        self.buses.get(at.bus).map_or(0, |bus| bus.slots[at.slot as usize & 31].functions)
    }
}
