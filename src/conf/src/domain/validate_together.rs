//! What is refused of the devices of a guest together: numbers, names, addresses and places used twice.

use super::Domain;
use super::address::Address;
use super::controller::ControllerType;
use super::disk::{Disk, DiskBus, DiskDevice};
use super::hostdev::HostdevType;
use super::input::InputBus;
use super::prelude::*;
use super::storage::DiskType;
use super::video::VideoModel;
use std::collections::{HashMap, HashSet};

/// Checks that need all devices.
pub(super) fn check_devices(domain: &Domain) -> Result<()> {
    let devices = &domain.devices;
    check_boot_order(domain)?;
    check_targets(&devices.disks)?;
    let mut addresses = HashMap::new();
    for hostdev in devices.hostdevs.iter().filter(|hostdev| hostdev.kind == Some(HostdevType::Scsi)) {
        if let Some(Address::Drive(drive)) = hostdev.info.address.as_deref() {
            addresses.insert((DiskBus::Scsi, drive.place()), None);
        }
    }
    for disk in &devices.disks {
        check_disk_place(disk, &mut addresses)?;
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
    let mut numbers = HashSet::new();
    for controller in &devices.controllers {
        // Companions of one USB controller share its number.
        let companion =
            controller.info.master.is_some() || controller.model.as_deref().is_some_and(is_companion);
        if !companion && !numbers.insert((controller.kind, controller.index)) {
            let kind = controller.kind.unwrap_or(ControllerType::Ide);
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
    let mut audios = HashSet::new();
    if let Some(twice) = devices.audios.iter().find(|audio| !audios.insert(audio.id)) {
        bail!(Domain, XmlError, "audio ID {} is used multiple times", twice.id.unwrap_or(0));
    }
    let framebuffers = devices.hostdevs.iter().filter(|hostdev| hostdev.ramfb == Some(OnOff(true)));
    if framebuffers.count() > 1 {
        bail!(Domain, ConfigUnsupported, "Only one vgpu device can have 'ramfb' enabled");
    }
    let mut hostdevs = HashSet::new();
    for hostdev in &devices.hostdevs {
        let addressed = hostdev.source.as_ref().filter(|source| source.address.is_some());
        if addressed.is_some_and(|source| {
            !hostdevs.insert((hostdev.kind, virt_xml::write(&**source, "source", Style::default())))
        }) {
            bail!(Domain, XmlError, "Hostdev already exists in the domain configuration");
        }
    }
    Ok(())
}

fn is_companion(model: &str) -> bool {
    matches!(model, "ich9-uhci1" | "ich9-uhci2" | "ich9-uhci3")
}

/// No two disks have one name in the guest.
fn check_targets(disks: &[Disk]) -> Result<()> {
    let mut targets = HashMap::new();
    for disk in disks {
        let name = disk.target_name();
        if let Some(other) = targets.insert(name, disk) {
            let (one, two) =
                (other.source_path().unwrap_or("(null)"), disk.source_path().unwrap_or("(null)"));
            bail!(Domain, XmlError, "target '{name}' duplicated for disk sources '{one}' and '{two}'");
        }
    }
    Ok(())
}

fn check_boot_order(domain: &Domain) -> Result<()> {
    let mut seen = HashSet::new();
    let devices = &domain.devices;
    let infos = devices.disks.iter().map(|disk| &disk.info);
    let infos = infos.chain(devices.interfaces.iter().map(|interface| &interface.info));
    let infos = infos.chain(devices.hostdevs.iter().map(|hostdev| &hostdev.info));
    let infos = infos.chain(devices.redirdevs.iter().map(|redirdev| &redirdev.info));
    let infos = infos.chain(devices.filesystems.iter().map(|filesystem| &filesystem.info));
    for order in infos.filter_map(|info| info.boot.as_ref()?.order) {
        if !seen.insert(order) {
            bail!(Domain, ConfigUnsupported, "boot order '{order}' used for more than one device");
        }
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

/// A bus and the numbers of a place on it.
type Place = (DiskBus, [Number; 4]);

fn check_disk_place<'d>(disk: &'d Disk, taken: &mut HashMap<Place, Option<&'d str>>) -> Result<()> {
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
            let Some(other) = taken.insert((bus, address.place()), Some(name)) else { return Ok(()) };
            let [controller, bus, target, unit] = address.place().map(|number| number.unwrap_or(0));
            let place = format!("controller='{controller}' bus='{bus}' target='{target}' unit='{unit}'");
            match other {
                Some(other) => bail!(
                    Domain,
                    ConfigUnsupported,
                    "Found duplicate drive address for disk with target name '{other}' {place}"
                ),
                None => bail!(
                    Domain,
                    ConfigUnsupported,
                    // The last quote is missing in libvirt too.
                    "using disk target name '{name}' conflicts with SCSI host device address {}",
                    place.trim_end_matches('\'')
                ),
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
