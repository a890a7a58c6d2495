//! What libvirt's schema demands of a guest beyond names and words. Checked under validation only: without it
//! the parser is more patient.

use super::Domain;
use super::address::DeviceInfo;
use super::disk::{Disk, DiskDevice};
use super::graphics::ListenType;
use super::hostdev::HostdevType;
use super::prelude::*;
use super::storage::{DiskType, NetworkProtocol};

/// The first rule that the document breaks: an element, and what the schema says of it.
pub(super) fn check(domain: &Domain) -> std::result::Result<(), String> {
    let wrong = |element: &str| Err(format!("Element {element} failed to validate content"));
    let devices = &domain.devices;
    let menu = domain.os.as_ref().and_then(|os| os.bootmenu.as_ref());
    if menu.is_some_and(|menu| menu.timeout.is_some_and(|timeout| timeout > 65_535)) {
        return wrong("bootmenu");
    }
    if devices.disks.iter().any(|disk| !disk_fits(disk)) {
        return wrong("disk");
    }
    if devices.controllers.iter().any(|controller| controller.index.is_some_and(|index| index < 0)) {
        return wrong("controller");
    }
    let interfaces = devices.interfaces.iter().map(|interface| &interface.info);
    if interfaces.chain(devices.hostdevs.iter().map(|hostdev| &hostdev.info)).any(|info| !info_fits(info)) {
        return wrong("devices");
    }
    if devices
        .hostdevs
        .iter()
        .any(|hostdev| hostdev.sgio.is_some() && hostdev.kind != Some(HostdevType::Scsi))
    {
        return wrong("hostdev");
    }
    if devices.tpms.iter().any(|tpm| tpm.backend.is_none()) {
        return wrong("tpm");
    }
    let mut listens = devices.graphics.iter().flat_map(|graphics| &graphics.listens);
    if listens.any(|listen| listen.kind == Some(ListenType::Network) && listen.network.is_none()) {
        return wrong("graphics");
    }
    Ok(())
}

fn disk_fits(disk: &Disk) -> bool {
    let source = disk.source.as_deref();
    let network = disk.kind == Some(DiskType::Network);
    let hosts = source
        .is_some_and(|source| source.protocol != Some(NetworkProtocol::Iscsi) || !source.hosts.is_empty());
    let lun = disk.device() == DiskDevice::Lun
        && !matches!(disk.kind, Some(DiskType::Block | DiskType::Network | DiskType::Volume));
    let labels = source.iter().flat_map(|source| &source.seclabels);
    let labels = labels.clone().any(|label| label.label.is_none() && label.relabel == Some(YesNo(true)));
    let throttled = disk.throttlefilters.is_some() && disk.iotune.is_some();
    !disk.target_name().is_empty()
        && (!network || hosts)
        && !lun
        && !labels
        && !throttled
        && info_fits(&disk.info)
}

fn info_fits(info: &DeviceInfo) -> bool {
    let loadparm = info.boot.as_ref().and_then(|boot| boot.loadparm.as_deref());
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b' ');
    let loadparm = loadparm.is_none_or(|word| (1..=8).contains(&word.len()) && word.bytes().all(allowed));
    let rom = info.rom.as_ref().is_none_or(|rom| rom.file.as_deref() != Some(""));
    loadparm && rom
}
