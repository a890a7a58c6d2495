//! Models and the like that QEMU needs to know of every device, by architecture and machine.

use super::machine::{Family, is_arm, is_ppc64, is_s390, is_x86};
use virt_conf::domain::chardev::{ConsoleTarget, SerialTarget, SerialTargetType};
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_conf::domain::disk::{Disk, DiskDriver};
use virt_conf::domain::filesystem::VirtioModel;
use virt_conf::domain::hostdev::{Hostdev, HostdevModel, HostdevType};
use virt_conf::domain::interface::{Interface, InterfaceType, NetBackendType, NetModel};
use virt_conf::domain::memory::Amount;
use virt_conf::domain::memory_device::ShmemModel;
use virt_conf::domain::sound::SoundModel;
use virt_conf::domain::storage::{DiskType, Encryption, EncryptionEngine, StorageFormat};
use virt_conf::domain::tpm::{Tpm, TpmBackendType, TpmModel, TpmVersion};
use virt_conf::domain::video::{Video, VideoModel, VideoModelElement};
use virt_conf::domain::watchdog::PanicModel;
use virt_conf::domain::{Domain, VirtType};
use virt_xml::OnOff;

/// Completes each device by itself.
pub(super) fn complete(domain: &mut Domain) {
    let family = Family::of(domain);
    let arch = domain.arch().to_owned();
    let kvm = domain.kind == Some(VirtType::Kvm);
    let devices = &mut domain.devices;
    devices.disks.iter_mut().for_each(complete_disk);
    for interface in &mut devices.interfaces {
        complete_interface(interface, family, &arch);
    }
    for serial in &mut devices.serials {
        complete_serial(serial.target.get_or_insert_default(), family, &arch);
    }
    for (number, console) in (0..).zip(&mut devices.consoles) {
        let target = console.target.get_or_insert_default();
        if target.kind != Some(ConsoleTarget::Serial) {
            target.port = Some(number);
        }
    }
    for vsock in &mut devices.vsocks {
        vsock.model.get_or_insert(VirtioModel::Virtio);
    }
    for shmem in &mut devices.shmems {
        if shmem.size.is_none() && shmem.model == Some(ShmemModel::IvshmemPlain) {
            let size = Amount { unit: Some("M".to_owned()), value: Some(4), ..Amount::default() };
            shmem.size = Some(Box::new(size));
        }
    }
    for sound in devices.sounds.iter_mut().filter(|sound| sound.model == Some(SoundModel::Virtio)) {
        sound.streams.get_or_insert(2);
    }
    for hostdev in &mut devices.hostdevs {
        complete_hostdev(hostdev, kvm);
    }
    for tpm in &mut devices.tpms {
        complete_tpm(tpm, family, &arch);
    }
    for panic in &mut devices.panics {
        if matches!(panic.model, None | Some(PanicModel::Default)) {
            panic.model = match family {
                Family::Pseries => Some(PanicModel::Pseries),
                Family::S390 => Some(PanicModel::S390),
                _ if is_x86(&arch) => Some(PanicModel::Isa),
                _ => Some(PanicModel::Pvpanic),
            };
        }
    }
    if devices.videos.is_empty() && !devices.graphics.is_empty() {
        devices.videos.push(Video::default());
    }
    for video in &mut devices.videos {
        let model = video.model.get_or_insert_with(|| Box::new(VideoModelElement::default()));
        if matches!(model.kind, None | Some(VideoModel::Default)) {
            model.kind = Some(default_video(family, &arch));
        }
        if model.kind == Some(VideoModel::Qxl) {
            model.vgamem = Some(model.vgamem.filter(|&size| size > 0).unwrap_or(16 * 1024));
        }
    }
}

/// Gives controllers their models; those that other devices asked for are there by now.
pub(super) fn complete_controllers(domain: &mut Domain) {
    let family = Family::of(domain);
    let arch = domain.arch().to_owned();
    for controller in &mut domain.devices.controllers {
        complete_controller(controller, family, &arch);
    }
}

fn complete_controller(controller: &mut Controller, family: Family, arch: &str) {
    let unset = controller.model.as_deref().is_none_or(|model| model == "auto" || model == "default");
    match controller.kind {
        Some(ControllerType::Scsi) if unset => {
            let model = match family {
                Family::Pseries => "ibmvscsi",
                Family::S390 => "virtio-scsi",
                _ => "lsilogic",
            };
            controller.model = Some(model.to_owned());
        }
        Some(ControllerType::Usb) if unset => {
            let model = match () {
                () if is_s390(arch) && controller.info.address.is_some() => return,
                () if is_s390(arch) => "none",
                () if is_ppc64(arch) || arch == "aarch64" => "qemu-xhci",
                () => "piix3-uhci",
            };
            controller.model = Some(model.to_owned());
        }
        _ => {}
    }
}

fn complete_disk(disk: &mut Disk) {
    let driver = disk.driver.get_or_insert_with(|| Box::new(DiskDriver::default()));
    driver.name.get_or_insert_with(|| "qemu".to_owned());
    if disk.kind != Some(DiskType::Volume) && matches!(driver.kind, None | Some(StorageFormat::None)) {
        driver.kind = Some(StorageFormat::Raw);
    }
    complete_encryption(&mut disk.encryption);
    if let Some(source) = &mut disk.source {
        complete_encryption(&mut source.encryption);
    }
    let mut next = disk.backing_store.as_mut();
    while let Some(store) = next {
        if let Some(source) = &mut store.source {
            complete_encryption(&mut source.encryption);
        }
        next = store.backing_store.as_mut();
    }
}

/// Images are decrypted by the emulator, unless a document says otherwise.
fn complete_encryption(encryption: &mut Option<Box<Encryption>>) {
    if let Some(encryption) = encryption {
        if matches!(encryption.engine, None | Some(EncryptionEngine::Default)) {
            encryption.engine = Some(EncryptionEngine::Qemu);
        }
    }
}

fn complete_interface(interface: &mut Interface, family: Family, arch: &str) {
    if interface.kind == Some(InterfaceType::Hostdev) {
        return;
    }
    let model = interface.model.get_or_insert_with(|| Box::new(NetModel::default()));
    let passt = interface.backend.as_ref().and_then(|backend| backend.kind) == Some(NetBackendType::Passt);
    let default = match family {
        _ if interface.kind == Some(InterfaceType::VhostUser) && passt => "virtio",
        Family::S390 => "virtio",
        Family::Versatilepb => "smc91c111",
        _ if family.is_virt() => "virtio",
        _ if is_arm(arch) => "lan9118",
        _ => "rtl8139",
    };
    let kind = model.kind.get_or_insert_with(|| default.to_owned());
    if !kind.starts_with("virtio") {
        if let Some(backend) = &mut interface.backend {
            backend.vhost = None;
        }
    }
    if !matches!(
        interface.kind,
        Some(InterfaceType::Ethernet | InterfaceType::Network | InterfaceType::Bridge)
    ) {
        interface.filterref = None;
    }
}

fn complete_serial(target: &mut SerialTarget, family: Family, arch: &str) {
    // Documents of old have the port of x86 on machines that never had one.
    let foreign = target.kind == Some(SerialTargetType::IsaSerial)
        && matches!(family, Family::Pseries | Family::ArmVirt);
    if foreign || matches!(target.kind, None | Some(SerialTargetType::None)) {
        target.kind = match family {
            Family::Pseries => Some(SerialTargetType::SpaprVioSerial),
            Family::S390 => Some(SerialTargetType::SclpSerial),
            _ if is_x86(arch) => Some(SerialTargetType::IsaSerial),
            _ if family.is_virt() => Some(SerialTargetType::SystemSerial),
            _ => None,
        };
    }
    if target.model.as_deref().is_none_or(|model| model == "none") {
        let model = match target.kind {
            Some(SerialTargetType::IsaSerial) => "isa-serial",
            Some(SerialTargetType::UsbSerial) => "usb-serial",
            Some(SerialTargetType::PciSerial) => "pci-serial",
            Some(SerialTargetType::SpaprVioSerial) => "spapr-vty",
            Some(SerialTargetType::SclpSerial) => "sclpconsole",
            Some(SerialTargetType::IsaDebug) => "isa-debugcon",
            Some(SerialTargetType::SystemSerial) if is_arm(arch) => "pl011",
            Some(SerialTargetType::SystemSerial) => "16550a",
            _ => return,
        };
        target.model = Some(model.to_owned());
    }
}

fn complete_hostdev(hostdev: &mut Hostdev, _kvm: bool) {
    if hostdev.kind == Some(HostdevType::Mdev) && hostdev.model == Some(HostdevModel::VfioPci) {
        // What later emulators choose by themselves must not change the guest.
        hostdev.display.get_or_insert(OnOff(false));
    }
}

fn complete_tpm(tpm: &mut Tpm, family: Family, arch: &str) {
    if matches!(tpm.model, None | Some(TpmModel::Default)) {
        tpm.model = Some(if family == Family::Pseries { TpmModel::Spapr } else { TpmModel::Tis });
    }
    if let Some(backend) = &mut tpm.backend {
        if backend.kind == Some(TpmBackendType::Emulator)
            && matches!(backend.version, None | Some(TpmVersion::Default))
        {
            let old = tpm.model == Some(TpmModel::Tis) && is_x86(arch);
            backend.version = Some(if old { TpmVersion::V1 } else { TpmVersion::V2 });
        }
    }
}

fn default_video(family: Family, arch: &str) -> VideoModel {
    match family {
        Family::S390 => VideoModel::Virtio,
        _ if family.is_virt() => VideoModel::Virtio,
        _ if is_ppc64(arch) => VideoModel::Vga,
        _ => VideoModel::Cirrus,
    }
}
