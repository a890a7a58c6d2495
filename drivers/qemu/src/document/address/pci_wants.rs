//! What each device needs of a PCI bus, and which devices are virtio.

use super::pci_bus::{AUTOASSIGN, Connect, HOTPLUG, INTEGRATED, PCI_DEVICE, PCIE_DEVICE, controller_needs};
use super::place::{Place, waits};
use virt_conf::domain::address::Address;
use virt_conf::domain::chardev::SerialTargetType;
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_conf::domain::disk::{Disk, DiskBus, DiskModel};
use virt_conf::domain::filesystem::VirtioModel;
use virt_conf::domain::hostdev::{Hostdev, HostdevModel, HostdevType, ScsiProtocol};
use virt_conf::domain::input::InputBus;
use virt_conf::domain::interface::{Interface, InterfaceType};
use virt_conf::domain::iommu::IommuModel;
use virt_conf::domain::memory_device::{BalloonModel, MemoryModel};
use virt_conf::domain::rng::RngModel;
use virt_conf::domain::sound::SoundModel;
use virt_conf::domain::video::VideoModel;
use virt_conf::domain::watchdog::{PanicModel, WatchdogModel};
use virt_conf::domain::{DeviceRef, Domain};

/// The slots that devices get on this machine.
#[derive(Clone, Copy, Debug)]
pub struct Kinds {
    pub pci: Connect,
    pub pcie: Connect,
    pub virtio: Connect,
}

impl Kinds {
    pub fn of(domain: &Domain) -> Kinds {
        let pci = PCI_DEVICE | HOTPLUG | AUTOASSIGN;
        let pcie = match super::super::machine::has_pcie_root(domain) {
            true => PCIE_DEVICE | HOTPLUG | AUTOASSIGN,
            false => pci,
        };
        Kinds { pci, pcie, virtio: pcie }
    }

    /// What a device needs; 0 when it does not sit on a PCI bus.
    pub fn needs(self, domain: &Domain, place: Place) -> Connect {
        let info = place.info(&domain.devices);
        if !waits(info, |address| matches!(address, Address::Pci(_))) {
            return 0;
        }
        match place.device(&domain.devices) {
            DeviceRef::Disk(disk) => self.disk(disk),
            DeviceRef::Interface(interface) => self.interface(interface),
            DeviceRef::Sound(sound) => match sound.model {
                Some(SoundModel::Es1370 | SoundModel::Ac97 | SoundModel::Ich6 | SoundModel::Ich9) => self.pci,
                Some(SoundModel::Virtio) => self.virtio,
                _ => 0,
            },
            DeviceRef::Hostdev(hostdev) => self.hostdev(hostdev),
            DeviceRef::Filesystem(filesystem) => self.virtio(filesystem.model),
            DeviceRef::Controller(controller) => self.controller(controller),
            DeviceRef::Serial(serial) => {
                let kind = serial.target.as_ref().and_then(|target| target.kind);
                if kind == Some(SerialTargetType::PciSerial) { self.pci } else { 0 }
            }
            DeviceRef::Input(input) if input.bus == Some(InputBus::Virtio) => self.virtio(input.model),
            DeviceRef::Video(video) => match video.model.as_ref().and_then(|model| model.kind) {
                Some(VideoModel::Virtio) => self.virtio,
                Some(VideoModel::Bochs) => self.pcie,
                Some(VideoModel::Vga | VideoModel::Cirrus | VideoModel::Vmvga | VideoModel::Qxl) => self.pci,
                _ => 0,
            },
            DeviceRef::Watchdog(dog) if dog.model == Some(WatchdogModel::I6300esb) => self.pci,
            DeviceRef::Memballoon(balloon) => match balloon.model {
                Some(BalloonModel::Virtio | BalloonModel::VirtioNonTransitional) => self.virtio,
                Some(BalloonModel::VirtioTransitional) => self.pci,
                _ => 0,
            },
            DeviceRef::Rng(rng) => match rng.model {
                Some(RngModel::VirtioTransitional) => self.pci,
                _ => self.virtio,
            },
            DeviceRef::Shmem(_) => self.pcie,
            DeviceRef::MemoryDevice(memory) => match memory.model {
                Some(MemoryModel::VirtioPmem | MemoryModel::VirtioMem) => self.pci,
                _ => 0,
            },
            DeviceRef::Panic(panic) if panic.model == Some(PanicModel::Pvpanic) => self.pcie & !HOTPLUG,
            DeviceRef::Vsock(vsock) => self.virtio(vsock.model),
            DeviceRef::Crypto(_) => self.virtio,
            // It belongs on the root bus of PCI Express, or nowhere.
            DeviceRef::Iommu(iommu)
                if matches!(iommu.model, Some(IommuModel::Virtio | IommuModel::Amd))
                    && self.pcie & PCIE_DEVICE != 0 =>
            {
                PCIE_DEVICE | INTEGRATED | AUTOASSIGN
            }
            _ => 0,
        }
    }

    /// A device that can pose as its own older version sits where that one sat.
    fn virtio(self, model: Option<VirtioModel>) -> Connect {
        if model == Some(VirtioModel::VirtioTransitional) { self.pci } else { self.virtio }
    }

    fn disk(self, disk: &Disk) -> Connect {
        match (disk.bus(), disk.model) {
            (Some(DiskBus::Virtio), Some(DiskModel::VirtioTransitional)) => self.pci,
            (Some(DiskBus::Virtio), _) => self.virtio,
            _ => 0,
        }
    }

    fn interface(self, interface: &Interface) -> Connect {
        if interface.kind == Some(InterfaceType::Hostdev) {
            return self.pcie;
        }
        match interface.model.as_ref().and_then(|model| model.kind.as_deref()).unwrap_or_default() {
            "virtio" | "virtio-non-transitional" => self.virtio,
            "virtio-transitional" => self.pci,
            "e1000e" | "igb" | "vmxnet3" => self.pcie,
            "spapr-vlan" | "lan9118" | "smc91c111" | "scm91c111" => 0,
            model if model.starts_with("usb-") => 0,
            _ => self.pci,
        }
    }

    fn hostdev(self, hostdev: &Hostdev) -> Connect {
        match hostdev.kind {
            Some(HostdevType::Pci) => self.pcie,
            Some(HostdevType::Mdev) if hostdev.model == Some(HostdevModel::VfioPci) => self.pcie,
            Some(HostdevType::ScsiHost) => {
                let vhost = hostdev.source.as_ref().and_then(|source| source.protocol);
                match (vhost, hostdev.model) {
                    (Some(ScsiProtocol::Vhost), Some(HostdevModel::VirtioTransitional)) => self.pci,
                    (Some(ScsiProtocol::Vhost), _) => self.virtio,
                    _ => 0,
                }
            }
            _ => 0,
        }
    }

    fn controller(self, controller: &Controller) -> Connect {
        let model = controller.model.as_deref().unwrap_or_default();
        match controller.kind {
            Some(ControllerType::Ide | ControllerType::Sata) => self.pci,
            Some(ControllerType::Scsi) => match model {
                "virtio-scsi" | "virtio-non-transitional" => self.virtio,
                "ibmvscsi" | "ncr53c90" | "none" | "" => 0,
                _ => self.pci,
            },
            Some(ControllerType::Usb) => match model {
                "nec-xhci" | "qemu-xhci" => self.pcie,
                "none" | "qusb1" | "qusb2" | "" => 0,
                _ => self.pci,
            },
            Some(ControllerType::VirtioSerial) => match model {
                "virtio-transitional" => self.pci,
                _ => self.virtio,
            },
            Some(ControllerType::Pci) => controller_needs(model).unwrap_or(0),
            Some(ControllerType::Nvme) => self.pcie,
            _ => 0,
        }
    }
}

/// A virtio device, which goes to whatever bus the machine has for these.
pub(super) fn is_virtio(device: DeviceRef<'_>) -> bool {
    match device {
        DeviceRef::Disk(disk) => disk.bus() == Some(DiskBus::Virtio),
        DeviceRef::Interface(interface) => {
            let model = interface.model.as_ref().and_then(|model| model.kind.as_deref()).unwrap_or_default();
            interface.kind != Some(InterfaceType::Hostdev) && model.starts_with("virtio")
        }
        DeviceRef::Sound(sound) => sound.model == Some(SoundModel::Virtio),
        DeviceRef::Hostdev(hostdev) => {
            hostdev.kind == Some(HostdevType::ScsiHost)
                && hostdev.source.as_ref().and_then(|source| source.protocol) == Some(ScsiProtocol::Vhost)
        }
        DeviceRef::Filesystem(_) | DeviceRef::Rng(_) | DeviceRef::Vsock(_) | DeviceRef::Crypto(_) => true,
        DeviceRef::Controller(controller) => match controller.kind {
            Some(ControllerType::Scsi) => {
                controller.model.as_deref().is_some_and(|model| model.starts_with("virtio"))
            }
            Some(ControllerType::VirtioSerial) => true,
            _ => false,
        },
        DeviceRef::Input(input) => input.bus == Some(InputBus::Virtio),
        DeviceRef::Video(video) => {
            video.model.as_ref().and_then(|model| model.kind) == Some(VideoModel::Virtio)
        }
        DeviceRef::Memballoon(balloon) => {
            !matches!(balloon.model, Some(BalloonModel::Xen | BalloonModel::None))
        }
        _ => false,
    }
}
