//! Places that a board's chipset gives: the south bridge with its controllers, the first screen, companions.

use super::pci::{Placing, address_of};
use super::pci_bus::{At, Connect, PCI_DEVICE, PCIE_DEVICE};
use super::place::Place;
use crate::document::machine::Family;
use virt_conf::domain::address::Address;
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_conf::domain::sound::SoundModel;
use virt_error::{Result, bail};
use virt_xml::OnOff;

const IDE: At = At::new(0, 1, 1);
const PIIX3_USB: At = At::new(0, 1, 2);
const SATA: At = At::new(0, 0x1f, 2);

/// Gives the devices of the chipset their places and keeps those that nothing else may have.
pub(super) fn place(placing: &mut Placing<'_>) -> Result<()> {
    match placing.family {
        Family::I440fx => i440fx(placing),
        Family::Q35 => q35(placing),
        _ => Ok(()),
    }
}

/// A controller inside the south bridge, whose slot is taken as a whole.
pub(super) fn is_part_of_board(placing: &Placing<'_>, place: Place, at: At) -> bool {
    let Place::Controller(number) = place else { return false };
    let controller = &placing.domain.devices.controllers[number];
    if placing.family != Family::I440fx || controller.index != Some(0) {
        return false;
    }
    match controller.kind {
        Some(ControllerType::Ide) => at == IDE,
        Some(ControllerType::Usb) => at == PIIX3_USB && is_piix3(controller),
        _ => false,
    }
}

fn is_piix3(controller: &Controller) -> bool {
    matches!(controller.model.as_deref(), None | Some("piix3-uhci"))
}

fn i440fx(placing: &mut Placing<'_>) -> Result<()> {
    for number in 0..placing.domain.devices.controllers.len() {
        let controller = &placing.domain.devices.controllers[number];
        let (fixed, text) = match controller.kind {
            Some(ControllerType::Ide) if controller.index == Some(0) => {
                (IDE, "Primary IDE controller must have PCI address 0:0:1.1")
            }
            Some(ControllerType::Usb) if controller.index == Some(0) && is_piix3(controller) => {
                (PIIX3_USB, "PIIX3 USB controller at index 0 must have PCI address 0:0:1.2")
            }
            _ => continue,
        };
        let place = Place::Controller(number);
        match address_of(placing.domain, place) {
            Some(address) if At::of(address) != fixed => bail!(Qemu, InternalError, "{text}"),
            Some(_) => {}
            None => write(placing, place, fixed),
        }
        placing.buses.reserve(fixed, PCI_DEVICE, true)?;
    }
    // The south bridge is one device with many functions; only two of them are in the document.
    placing.buses.reserve(At::new(0, 1, 0), PCI_DEVICE, true)?;
    first_video(placing, At::new(0, 2, 0))
}

fn q35(placing: &mut Placing<'_>) -> Result<()> {
    let mut found = 0;
    for number in 0..placing.domain.devices.controllers.len() {
        let place = Place::Controller(number);
        let controller = &placing.domain.devices.controllers[number];
        let address = address_of(placing.domain, place).map(At::of);
        match controller.kind {
            Some(ControllerType::Sata) if controller.index == Some(0) => match address {
                Some(at) if at != SATA => {
                    bail!(Qemu, InternalError, "Primary SATA controller must have PCI address 0:0:1f.2")
                }
                Some(_) => {}
                None => {
                    placing.buses.reserve(SATA, PCI_DEVICE | PCIE_DEVICE, true)?;
                    write(placing, place, SATA);
                }
            },
            Some(ControllerType::Usb)
                if controller.model.as_deref() == Some("ich9-uhci1") && address.is_none() =>
            {
                let slot = match found {
                    0 => 0x1d,
                    1 => 0x1a,
                    _ => continue,
                };
                found += 1;
                let at = At::new(0, slot, 0);
                if !placing.buses.in_use(at) {
                    placing.buses.reserve(at, PCI_DEVICE | PCIE_DEVICE, true)?;
                    write(placing, place, at);
                    set_multifunction(placing, place);
                }
            }
            Some(ControllerType::Pci)
                if controller.model.as_deref() == Some("dmi-to-pci-bridge") && address.is_none() =>
            {
                let at = At::new(0, 0x1e, 0);
                if !placing.buses.in_use(at) {
                    placing.buses.reserve(at, PCI_DEVICE | PCIE_DEVICE, true)?;
                    write(placing, place, at);
                }
            }
            _ => {}
        }
    }
    // The ISA bridge and the system management bus sit beside the SATA controller.
    placing.buses.reserve(At::new(0, 0x1f, 0), PCI_DEVICE | PCIE_DEVICE, true)?;
    placing.buses.reserve(At::new(0, 0x1f, 3), PCI_DEVICE | PCIE_DEVICE, true)?;
    first_video(placing, At::new(0, 1, 0))?;
    let sounds = &placing.domain.devices.sounds;
    let first = sounds.iter().position(|sound| sound.model == Some(SoundModel::Ich9));
    if let Some(place) = first.map(Place::Sound) {
        let at = At::new(0, 0x1b, 0);
        if address_of(placing.domain, place).is_none() && !placing.buses.in_use(at) {
            placing.buses.reserve(at, PCI_DEVICE | PCIE_DEVICE, true)?;
            write(placing, place, at);
        }
    }
    Ok(())
}

/// The first screen sits where firmware of old expects it.
fn first_video(placing: &mut Placing<'_>, at: At) -> Result<()> {
    if placing.domain.devices.videos.is_empty() {
        return Ok(());
    }
    let place = Place::Video(0);
    let wanted = placing.kinds.needs(placing.domain, place) != 0;
    if !wanted || address_of(placing.domain, place).is_some() {
        return Ok(());
    }
    if !placing.buses.in_use(at) {
        placing.buses.reserve(at, PCI_DEVICE | PCIE_DEVICE, true)?;
        write(placing, place, at);
    }
    Ok(())
}

/// Companions of a USB 2 controller are functions of its slot.
pub(super) fn place_companion(placing: &mut Placing<'_>, number: usize, needs: Connect) -> Result<bool> {
    let controller = &placing.domain.devices.controllers[number];
    if controller.kind != Some(ControllerType::Usb) {
        return Ok(false);
    }
    let Some(function) = companion_function(controller) else { return Ok(false) };
    let index = controller.index;
    // Its group's slot, if any of the group has one.
    let group = (0..placing.domain.devices.controllers.len()).filter(|&other| {
        let controller = &placing.domain.devices.controllers[other];
        controller.kind == Some(ControllerType::Usb)
            && controller.index == index
            && companion_function(controller).is_some()
    });
    let slot = group.into_iter().find_map(|other| placing.group_slot(other));
    let at = match slot {
        Some(at) => At { function, ..at },
        None => placing.buses.reserve_next(needs, function)?,
    };
    if slot.is_some() {
        placing.buses.reserve(at, needs, true)?;
    }
    placing.remember_group(index, at);
    let multifunction = (function == 0).then_some(OnOff(true));
    placing.set(Place::Controller(number), at, multifunction);
    Ok(true)
}

fn companion_function(controller: &Controller) -> Option<u32> {
    match controller.model.as_deref() {
        Some("ich9-ehci1") => Some(7),
        Some("ich9-uhci1") => Some(0),
        Some("ich9-uhci2") => Some(1),
        Some("ich9-uhci3") => Some(2),
        _ => None,
    }
}

impl Placing<'_> {
    fn group_slot(&self, number: usize) -> Option<At> {
        let written = address_of(self.domain, Place::Controller(number)).map(At::of);
        written.or_else(|| self.groups.get(&self.domain.devices.controllers[number].index).copied())
    }

    fn remember_group(&mut self, index: Option<i32>, at: At) {
        self.groups.entry(index).or_insert(at);
    }
}

/// Writes a fixed place down, in both rounds: the second must find it taken.
fn write(placing: &mut Placing<'_>, place: Place, at: At) {
    let info = place.info_mut(&mut placing.domain.devices);
    let mut address = at.address();
    if let Some(Address::Pci(old)) = info.address.as_deref_mut() {
        address.multifunction = old.multifunction;
    }
    info.address = Some(Box::new(Address::Pci(address)));
}

fn set_multifunction(placing: &mut Placing<'_>, place: Place) {
    if let Some(Address::Pci(address)) = place.info_mut(&mut placing.domain.devices).address.as_deref_mut() {
        address.multifunction = Some(OnOff(true));
    }
}
