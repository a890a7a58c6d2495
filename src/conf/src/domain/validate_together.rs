//! What is refused of the devices of a guest together: numbers, names, addresses and places used twice.

use super::Domain;
use super::address::Address;
use super::controller::{Controller, ControllerType};
use super::disk::{Disk, DiskBus, DiskDevice};
use super::hostdev::Hostdev;
use super::input::InputBus;
use super::prelude::*;
use super::storage::DiskType;
use super::video::VideoModel;

/// Checks that need all devices.
pub(super) fn check_devices(domain: &Domain) -> Result<()> {
    let devices = &domain.devices;
    check_boot_order(domain)?;
    for (at, disk) in devices.disks.iter().enumerate() {
        let name = disk.target_name();
        if let Some(other) = devices.disks[..at].iter().find(|other| other.target_name() == name) {
            let (one, two) =
                (other.source_path().unwrap_or("(null)"), disk.source_path().unwrap_or("(null)"));
            bail!(Domain, XmlError, "target '{name}' duplicated for disk sources '{one}' and '{two}'");
        }
    }
    for (at, disk) in devices.disks.iter().enumerate() {
        check_disk_place(disk, &devices.disks[..at])?;
    }
    let usb = devices.controllers.iter().filter(|other| other.kind == Some(ControllerType::Usb));
    let disabled = usb.clone().any(|other| other.model.as_deref() == Some("none"));
    if disabled {
        if usb.clone().any(|other| other.model.as_deref() != Some("none")) {
            bail!(Domain, XmlDetail, "Can't add another USB controller: USB is disabled for this domain");
        }
        if devices.inputs.iter().any(|input| input.bus == Some(InputBus::Usb)) {
            bail!(Domain, ConfigUnsupported, "Can't add USB input device. USB bus is disabled");
        }
    }
    for (at, controller) in devices.controllers.iter().enumerate() {
        let kind = controller.kind.unwrap_or(ControllerType::Ide);
        let same = |other: &&Controller| {
            // Companions of one USB controller share its number.
            other.kind == controller.kind
                && other.index == controller.index
                && (kind != ControllerType::Usb
                    || (other.info.master.is_some() == controller.info.master.is_some()
                        && other.info.master.is_none()))
        };
        if devices.controllers[..at].iter().any(|other| same(&other)) {
            let index = controller.index.unwrap_or(0);
            bail!(Domain, XmlError, "Multiple '{kind}' controllers with index '{index}'");
        }
    }
    if !devices.redirdevs.is_empty() && (disabled || usb.count() == 0) {
        bail!(Domain, ConfigUnsupported, "cannot add redirected USB device: USB is disabled for this domain");
    }
    let videos = devices.videos.iter().filter_map(|video| video.model.as_ref()?.kind);
    if devices.videos.len() > 1 && videos.clone().any(|kind| kind == VideoModel::None) {
        bail!(
            Domain,
            ConfigUnsupported,
            "a 'none' video type must be the only video device defined for the domain"
        );
    }
    for (at, audio) in devices.audios.iter().enumerate() {
        if devices.audios[..at].iter().any(|other| other.id == audio.id) {
            bail!(Domain, XmlError, "audio ID {} is used multiple times", audio.id.unwrap_or(0));
        }
    }
    for (at, hostdev) in devices.hostdevs.iter().enumerate() {
        let source = |hostdev: &Hostdev| {
            let source = hostdev.source.as_ref();
            source.map(|source| {
                (source.address.clone(), source.adapter.clone(), source.name.clone(), source.block.clone())
            })
        };
        let addressed = hostdev.source.as_ref().is_some_and(|source| source.address.is_some());
        if addressed
            && devices.hostdevs[..at]
                .iter()
                .any(|other| other.kind == hostdev.kind && source(other) == source(hostdev))
        {
            bail!(Domain, XmlError, "Hostdev already exists in the domain configuration");
        }
    }
    Ok(())
}

fn check_boot_order(domain: &Domain) -> Result<()> {
    let mut seen = Vec::new();
    let devices = &domain.devices;
    let infos = devices.disks.iter().map(|disk| &disk.info);
    let infos = infos.chain(devices.interfaces.iter().map(|interface| &interface.info));
    let infos = infos.chain(devices.hostdevs.iter().map(|hostdev| &hostdev.info));
    let infos = infos.chain(devices.redirdevs.iter().map(|redirdev| &redirdev.info));
    let infos = infos.chain(devices.filesystems.iter().map(|filesystem| &filesystem.info));
    for order in infos.filter_map(|info| info.boot.as_ref()?.order) {
        if seen.contains(&order) {
            bail!(Domain, ConfigUnsupported, "boot order '{order}' used for more than one device");
        }
        seen.push(order);
    }
    if !seen.is_empty() && domain.os.as_ref().is_some_and(|os| !os.boots.is_empty()) {
        bail!(
            Domain,
            ConfigUnsupported,
            "per-device boot elements cannot be used together with os/boot elements"
        );
    }
    Ok(())
}

fn check_disk_place(disk: &Disk, before: &[Disk]) -> Result<()> {
    let name = disk.target_name();
    let block =
        matches!(disk.kind, Some(DiskType::Block | DiskType::Network | DiskType::Volume | DiskType::Nvme));
    if disk.device() == DiskDevice::Lun && !block {
        bail!(Domain, ConfigUnsupported, "disk device='lun' is only valid for block type disk source");
    }
    let Some(bus) = disk.bus() else { return Ok(()) };
    let drives = matches!(bus, DiskBus::Ide | DiskBus::Fdc | DiskBus::Scsi | DiskBus::Sata);
    match disk.info.address.as_deref() {
        Some(Address::Drive(address)) if drives => {
            let same = |other: &&Disk| {
                other.bus() == Some(bus)
                    && matches!(other.info.address.as_deref(), Some(Address::Drive(drive)) if drive == address)
            };
            if before.iter().any(|other| same(&other)) {
                let number = |number: Number| number.unwrap_or(0);
                bail!(
                    Domain,
                    ConfigUnsupported,
                    "Found duplicate drive address for disk with target name '{name}' controller='{}' bus='{}' \
                     target='{}' unit='{}'",
                    number(address.controller),
                    number(address.bus),
                    number(address.target),
                    number(address.unit)
                );
            }
        }
        Some(address) if drives && !matches!(address, Address::Unassigned(_)) => bail!(
            Domain,
            ConfigUnsupported,
            "Invalid address type '{}' for the disk '{name}' with the bus type '{bus}'",
            address.word()
        ),
        _ => {}
    }
    Ok(())
}
