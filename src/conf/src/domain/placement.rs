//! Where devices go: the order of disks and controllers, drive addresses, and the controllers that they need.

use super::address::{Address, CcidAddress, DriveAddress};
use super::chardev::{ChannelTarget, Console, ConsoleTarget, ConsoleTargetElement, Serial, SerialTargetType};
use super::controller::{Controller, ControllerType};
use super::devices::{Device, Devices};
use super::disk::{Disk, DiskBus, DiskDevice};
use super::hostdev::{Hostdev, HostdevType};
use super::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The number of a drive by its name in the guest: `vdb` is 1, `sdaa` is 26; partitions are not counted.
pub fn drive_index(name: &str) -> Option<u32> {
    const PREFIXES: [&str; 7] = ["fd", "hd", "vd", "sd", "xvd", "ubd", "nvme"];
    let letters = PREFIXES.iter().find_map(|prefix| name.strip_prefix(prefix))?;
    let letters = letters.trim_end_matches(|end: char| end.is_ascii_digit());
    if letters.is_empty() || letters.len() > 6 || !letters.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return None;
    }
    let number = letters.bytes().fold(0, |number, letter| number * 26 + u32::from(letter - b'a') + 1);
    Some(number - 1)
}

impl Devices {
    /// Disks of a bus stand in the order of their names; buses where their first disk was written.
    pub(super) fn sort_disks(&mut self) {
        self.disks.iter_mut().for_each(complete_target);
        let mut buses = Vec::new();
        for disk in &self.disks {
            if !buses.contains(&disk.bus()) {
                buses.push(disk.bus());
            }
        }
        self.disks.sort_by_key(|disk| (buses.iter().position(|bus| *bus == disk.bus()), drive_number(disk)));
    }

    /// Adds a disk in its place.
    pub fn insert_disk(&mut self, mut disk: Disk) {
        complete_target(&mut disk);
        let mut place = None;
        for (at, other) in self.disks.iter().enumerate().rev() {
            if other.bus() != disk.bus() {
                continue;
            }
            if drive_number(other) > drive_number(&disk) {
                place = Some(at);
            } else if place.is_none() {
                place = Some(at + 1);
            }
        }
        let place = place.unwrap_or(self.disks.len());
        self.disks.insert(place, disk);
    }

    /// Controllers of a kind stand in the order of their numbers, a companion behind its master; kinds where
    /// their first was written. One without a number stays behind those written before it.
    pub(super) fn sort_controllers(&mut self) {
        let mut kinds: Vec<(Option<ControllerType>, i32)> = Vec::new();
        let mut keys = Vec::with_capacity(self.controllers.len());
        for controller in &mut self.controllers {
            super::normalize_devices::normalize_controller(controller);
            let place = match kinds.iter().position(|(kind, _)| *kind == controller.kind) {
                Some(place) => place,
                None => {
                    kinds.push((controller.kind, -1));
                    kinds.len() - 1
                }
            };
            let last = &mut kinds[place].1;
            let number = controller.index.filter(|&index| index >= 0).unwrap_or(*last);
            *last = number.max(*last);
            keys.push((place, number, controller.info.master.is_some()));
        }
        let mut keyed: Vec<_> = keys.into_iter().zip(std::mem::take(&mut self.controllers)).collect();
        keyed.sort_by_key(|(key, _)| *key);
        self.controllers = keyed.into_iter().map(|(_, controller)| controller).collect();
    }

    /// Adds a controller behind those of its kind with a lower number.
    pub fn insert_controller(&mut self, controller: Controller) {
        let companion = |controller: &Controller| controller.info.master.is_some();
        let number = |controller: &Controller| controller.index.unwrap_or(-1);
        let mut place = None;
        for (at, other) in self.controllers.iter().enumerate().rev() {
            if other.kind != controller.kind {
                continue;
            }
            if number(&controller) == -1 {
                place = Some(at + 1);
                break;
            }
            let before_companion =
                !companion(&controller) && companion(other) && number(other) == number(&controller);
            if number(other) > number(&controller) || before_companion {
                place = Some(at);
            } else if place.is_none() {
                place = Some(at + 1);
            }
        }
        let place = place.unwrap_or(self.controllers.len());
        self.controllers.insert(place, controller);
    }

    /// Gives every controller a number.
    pub(super) fn complete_controllers(&mut self) {
        let numbers =
            self.controllers.iter().filter_map(|controller| Some((controller.kind, controller.index?)));
        let mut used: HashSet<_> = numbers.collect();
        let mut next: HashMap<Option<ControllerType>, i32> = HashMap::new();
        let mut before: Option<(Option<ControllerType>, Option<i32>)> = None;
        for controller in &mut self.controllers {
            if controller.index.is_none_or(|index| index < 0) {
                let kind = controller.kind;
                let companion = kind == Some(ControllerType::Usb) && controller.info.master.is_some();
                controller.index = match before {
                    // A companion has the number of its master, which stands before it.
                    Some((other, index)) if companion && other == kind => index,
                    _ => {
                        let free = next.entry(kind).or_insert(0);
                        while !used.insert((kind, *free)) {
                            *free = free.saturating_add(1);
                        }
                        Some(*free)
                    }
                };
            }
            before = Some((controller.kind, controller.index));
        }
    }

    /// Gives disks on buses of drives their addresses.
    pub(super) fn place_disks(&mut self, wide_scsi: bool) -> Result<()> {
        for disk in &mut self.disks {
            if disk.info.address.is_some() {
                continue;
            }
            let name = disk.target_name();
            let Some(index) = drive_index(name) else {
                bail!(Domain, XmlError, "Unknown disk name '{name}' and no address specified");
            };
            let address = match disk.bus() {
                // A wide bus has 16 units; number 7 is the controller itself.
                Some(DiskBus::Scsi) if wide_scsi => {
                    let unit = index % 15;
                    DriveAddress::new(index / 15, 0, 0, if unit >= 7 { unit + 1 } else { unit })
                }
                // Seven units on the narrow bus that guests get without further word.
                Some(DiskBus::Scsi) => DriveAddress::new(index / 7, 0, 0, index % 7),
                Some(DiskBus::Ide) => DriveAddress::new(index / 4, index % 4 / 2, 0, index % 2),
                Some(DiskBus::Sata) => DriveAddress::new(index / 6, 0, 0, index % 6),
                Some(DiskBus::Fdc) => DriveAddress::new(index / 2, 0, 0, index % 2),
                _ => continue,
            };
            disk.info.address = Some(Box::new(Address::Drive(address)));
        }
        Ok(())
    }

    /// Adds the controllers that devices sit on and nobody wrote.
    pub(super) fn add_controllers(&mut self) {
        let buses = [
            (DiskBus::Scsi, ControllerType::Scsi),
            (DiskBus::Fdc, ControllerType::Fdc),
            (DiskBus::Ide, ControllerType::Ide),
            (DiskBus::Sata, ControllerType::Sata),
        ];
        for (bus, kind) in buses {
            let drives = self.disks.iter().filter(|disk| disk.bus() == Some(bus));
            if let Some(last) = drives.filter_map(|disk| drive_controller(&disk.info.address)).max() {
                // The number comes out of a document, the controllers do not go without bound.
                (0..=last.min(1023)).for_each(|number| self.need_controller(kind, number));
            }
        }
        let serial = |address: &Option<Box<Address>>| match address.as_deref() {
            Some(Address::VirtioSerial(address)) => address.controller.unwrap_or(0),
            _ => 0,
        };
        let channels = self.channels.iter().filter(|channel| {
            channel.target.as_ref().and_then(|target| target.kind) == Some(ChannelTarget::Virtio)
        });
        let consoles = self.consoles.iter().filter(|console| {
            console.target.as_ref().and_then(|target| target.kind) == Some(ConsoleTarget::Virtio)
        });
        let numbers: Vec<_> = channels
            .map(|channel| serial(&channel.info.address))
            .chain(consoles.map(|console| serial(&console.info.address)))
            .collect();
        let mut seen = HashSet::new();
        for number in numbers.into_iter().filter(|number| seen.insert(*number)) {
            self.need_controller(ControllerType::VirtioSerial, number);
        }
        self.place_smartcards();
        self.place_hostdevs();
    }

    fn need_controller(&mut self, kind: ControllerType, number: u32) {
        let index = Some(number as i32);
        if self.controllers.iter().any(|other| other.kind == Some(kind) && other.index == index) {
            return;
        }
        self.insert_controller(Controller { kind: Some(kind), index, ..Controller::default() });
    }

    fn place_smartcards(&mut self) {
        let slots = self.smartcards.iter().filter_map(|card| match card.info.address.as_deref() {
            Some(Address::Ccid(address)) if address.controller == Some(0) => address.slot,
            _ => None,
        });
        let mut next = slots.max().map_or(0, |slot| slot.saturating_add(1));
        let mut numbers = BTreeSet::new();
        for card in &mut self.smartcards {
            let address = card.info.address.get_or_insert_with(|| {
                let address = CcidAddress { controller: Some(0), slot: Some(next), ..CcidAddress::default() };
                next = next.saturating_add(1);
                Box::new(Address::Ccid(address))
            });
            if let Address::Ccid(CcidAddress { controller: Some(number), .. }) = **address {
                numbers.insert(number);
            }
        }
        numbers.into_iter().for_each(|number| self.need_controller(ControllerType::Ccid, number));
    }

    /// Gives SCSI devices of the host the first free units.
    fn place_hostdevs(&mut self) {
        let disks = self.disks.iter().filter(|disk| disk.bus() == Some(DiskBus::Scsi)).map(|disk| &disk.info);
        let is_scsi = |hostdev: &&Hostdev| hostdev.kind == Some(HostdevType::Scsi);
        let hostdevs = self.hostdevs.iter().filter(is_scsi).map(|hostdev| &hostdev.info);
        let used: HashSet<_> = disks
            .chain(hostdevs)
            .filter_map(|info| match info.address.as_deref() {
                Some(Address::Drive(drive)) => {
                    Some((drive.controller?, drive.bus?, drive.target?, drive.unit?))
                }
                _ => None,
            })
            .collect();
        let units = (0..1024).flat_map(|controller| (0..7).map(move |unit| (controller, 0, 0, unit)));
        let mut free = units.filter(|place| !used.contains(place));
        let mut last = None;
        for hostdev in self.hostdevs.iter_mut().filter(|hostdev| is_scsi(&&**hostdev)) {
            if hostdev.info.address.is_none() {
                let Some((controller, bus, target, unit)) = free.next() else { break };
                let address = DriveAddress::new(controller, bus, target, unit);
                hostdev.info.address = Some(Box::new(Address::Drive(address)));
            }
            last = last.max(drive_controller(&hostdev.info.address));
        }
        let Some(last) = last else { return };
        // A new controller is like the last one of its kind.
        let scsi = self.controllers.iter().filter(|other| other.kind == Some(ControllerType::Scsi));
        let model = scsi.max_by_key(|other| other.index).and_then(|other| other.model.clone());
        let scsi = self.controllers.iter().filter(|other| other.kind == Some(ControllerType::Scsi));
        let there: HashSet<_> = scsi.filter_map(|other| other.index).collect();
        (0..=last.min(1023)).for_each(|number| self.need_controller(ControllerType::Scsi, number));
        for controller in &mut self.controllers {
            if controller.kind == Some(ControllerType::Scsi)
                && controller.index.is_some_and(|index| !there.contains(&index))
            {
                controller.model.clone_from(&model);
            }
        }
    }

    /// Adds a serial port. The first one of a guest without consoles is its console too, whatever port it is.
    pub(super) fn insert_serial(&mut self, serial: Serial, full_machine: bool) {
        if full_machine && self.serials.is_empty() && self.consoles.is_empty() {
            let target = ConsoleTargetElement {
                kind: Some(ConsoleTarget::Serial),
                port: Some(0),
                ..ConsoleTargetElement::default()
            };
            self.consoles.push(Console { target: Some(Box::new(target)), ..Console::default() });
        }
        self.serials.push(serial);
    }

    /// Takes the first device out that `wanted` accepts, as [`Devices::remove`] does; with the first serial port goes the
    /// console that it is as well.
    pub fn take_out(&mut self, wanted: impl Fn(&Device, usize) -> bool) -> Option<Device> {
        let serials = self.serials.len();
        let first = self.serials.first().cloned();
        let found = self.remove(wanted);
        let gone = self.serials.len() < serials && self.serials.first() != first.as_ref();
        if gone && self.has_serial_console() {
            self.consoles.remove(0);
        }
        found
    }

    /// Whether the first console is a serial port.
    fn has_serial_console(&self) -> bool {
        let kind = |console: &Console| console.target.as_ref().and_then(|target| target.kind);
        let first = self.consoles.first().map(kind);
        matches!(first, Some(None | Some(ConsoleTarget::None | ConsoleTarget::Serial)))
    }

    /// The first console of a full machine is its first serial port.
    pub(super) fn mirror_serial(&mut self) {
        let Some(serial) = self.serials.first() else { return };
        let target = serial.target.as_ref();
        let on_board = matches!(
            target.and_then(|target| target.kind),
            None | Some(
                SerialTargetType::None
                    | SerialTargetType::IsaSerial
                    | SerialTargetType::SystemSerial
                    | SerialTargetType::SpaprVioSerial
            )
        );
        let is_serial = self.has_serial_console();
        if !is_serial && !on_board {
            return;
        }
        let console = Console {
            kind: serial.kind,
            source: serial.source.clone(),
            info: serial.info.clone(),
            target: Some(Box::new(ConsoleTargetElement {
                kind: Some(ConsoleTarget::Serial),
                port: target.and_then(|target| target.port),
                ..ConsoleTargetElement::default()
            })),
            ..Console::default()
        };
        if is_serial {
            let tty = self.consoles[0].tty.take();
            self.consoles[0] = Console { tty, ..console };
        } else {
            self.consoles.insert(0, console);
        }
    }

    /// Whether any device names its place in the boot order.
    pub(super) fn has_boot_order(&self) -> bool {
        let disks = self.disks.iter().map(|disk| &disk.info);
        let interfaces = self.interfaces.iter().map(|interface| &interface.info);
        let hostdevs = self.hostdevs.iter().map(|hostdev| &hostdev.info);
        let redirdevs = self.redirdevs.iter().map(|redirdev| &redirdev.info);
        let filesystems = self.filesystems.iter().map(|filesystem| &filesystem.info);
        let mut all = disks.chain(interfaces).chain(hostdevs).chain(redirdevs).chain(filesystems);
        all.any(|info| info.boot.as_ref().is_some_and(|boot| boot.order.is_some()))
    }
}

/// The number that a disk's name gives it among the disks of its bus.
fn drive_number(disk: &Disk) -> i64 {
    drive_index(disk.target_name()).map_or(-1, i64::from)
}

fn drive_controller(address: &Option<Box<Address>>) -> Option<u32> {
    match address.as_deref() {
        Some(Address::Drive(drive)) => drive.controller,
        _ => None,
    }
}

/// A disk without a bus is on the one that its name speaks of.
fn complete_target(disk: &mut Disk) {
    let device = disk.device();
    let Some(target) = &mut disk.target else { return };
    let name = target.dev.as_deref().unwrap_or_default();
    let bus = match name.get(..2) {
        _ if device == DiskDevice::Floppy => DiskBus::Fdc,
        Some("hd") => DiskBus::Ide,
        Some("sd") => DiskBus::Scsi,
        Some("fd") => DiskBus::Fdc,
        Some("vd") => DiskBus::Virtio,
        Some("xv") => DiskBus::Xen,
        Some("ub") => DiskBus::Uml,
        _ => DiskBus::Ide,
    };
    target.bus.get_or_insert(bus);
    if device == DiskDevice::Cdrom {
        disk.readonly = true;
    }
}
