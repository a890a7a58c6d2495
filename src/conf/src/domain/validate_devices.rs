//! What is refused of a device by itself, with libvirt's codes and texts.

use super::address::{Address, DeviceInfo};
use super::controller::{Controller, ControllerType};
use super::devices::DeviceRef;
use super::disk::{Disk, DiskDevice, IoTune};
use super::filesystem::{Filesystem, FilesystemType};
use super::hostdev::{Hostdev, HostdevMode, HostdevType};
use super::iommu::SmartcardMode;
use super::prelude::*;
use super::storage::{DiskType, NetworkProtocol};
use super::validate_interface::check_interface;
use virt_error::{Code, Error, Origin};

/// Checks one device as it was written.
pub(super) fn check_device(device: DeviceRef<'_>) -> Result<()> {
    match device {
        DeviceRef::Disk(disk) => check_disk(disk),
        DeviceRef::Controller(controller) => check_controller(controller),
        DeviceRef::Interface(interface) => check_interface(interface),
        DeviceRef::Hostdev(hostdev) => check_hostdev(hostdev),
        DeviceRef::Filesystem(filesystem) => check_filesystem(filesystem),
        DeviceRef::Graphics(graphics) => {
            let Some(time) = &graphics.passwd_valid_to else { return Ok(()) };
            if !is_time(time) {
                bail!(
                    Domain,
                    InternalError,
                    "cannot parse password validity time '{time}', expect YYYY-MM-DDTHH:MM:SS"
                );
            }
            Ok(())
        }
        DeviceRef::Channel(channel) => {
            let Some(kind) = channel.target.as_ref().and_then(|target| target.kind) else {
                bail!(Domain, XmlError, "target type must be specified for channel device");
            };
            let target = channel.target.as_ref();
            if kind == super::chardev::ChannelTarget::Guestfwd {
                if target.is_none_or(|target| target.address.is_none()) {
                    bail!(Domain, XmlError, "guestfwd channel does not define a target address");
                }
                if target.is_none_or(|target| target.port.is_none()) {
                    bail!(Domain, XmlError, "guestfwd channel does not define a target port");
                }
                let address = target.and_then(|target| target.address.as_deref()).unwrap_or_default();
                if address.parse::<std::net::IpAddr>().is_err() {
                    bail!(
                        None,
                        SystemError,
                        "Cannot parse socket address '{address}': Name or service not known"
                    );
                }
            }
            Ok(())
        }
        DeviceRef::Smartcard(card) => match card.mode {
            Some(SmartcardMode::HostCertificates) if card.certificates.len() != 3 => {
                bail!(Domain, XmlError, "host-certificates mode needs exactly three certificates")
            }
            Some(SmartcardMode::Passthrough) if card.kind.is_none() => {
                bail!(Domain, XmlError, "passthrough mode requires a character device type attribute")
            }
            _ => Ok(()),
        },
        DeviceRef::Hub(hub) if hub.kind.is_none() => bail!(Domain, InternalError, "missing hub device type"),
        DeviceRef::Redirdev(redirdev) => {
            let bus = redirdev.bus.as_deref().unwrap_or("usb");
            if bus != "usb" {
                bail!(Domain, ConfigUnsupported, "unknown redirdev bus '{bus}'");
            }
            if redirdev.kind.is_none() {
                bail!(Domain, InternalError, "missing type in redirdev");
            }
            Ok(())
        }
        DeviceRef::Rng(rng) => {
            if rng.model.is_none() {
                bail!(Domain, XmlError, "missing RNG device model");
            }
            if rng.backend.as_ref().is_some_and(|backend| backend.model.is_none()) {
                bail!(Domain, XmlError, "missing RNG device backend model");
            }
            Ok(())
        }
        DeviceRef::Vsock(vsock) => match vsock.cid.as_ref().and_then(|cid| cid.address) {
            Some(0) => bail!(
                Xml,
                XmlError,
                "Invalid value for attribute 'address' in element 'cid': Zero is not permitted"
            ),
            Some(1 | 2) => bail!(Domain, ConfigUnsupported, "guest CIDs must be >= 3"),
            _ => Ok(()),
        },
        DeviceRef::Shmem(shmem) => {
            let Some(name) = &shmem.name else {
                bail!(Domain, XmlError, "shmem element must contain 'name' attribute");
            };
            if name.contains('/') {
                bail!(Domain, ConfigUnsupported, "shmem name cannot include '/' character");
            }
            if shmem.msi.is_some() && shmem.server.is_none() {
                bail!(Domain, XmlError, "msi option is only supported with a server");
            }
            Ok(())
        }
        DeviceRef::MemoryDevice(memory) => {
            if memory.target.is_none() {
                bail!(Domain, XmlError, "missing <target> element for <memory> device");
            }
            Ok(())
        }
        DeviceRef::Lease(lease) => {
            if lease.key.is_none() {
                bail!(Domain, XmlError, "Missing 'key' element for lease");
            }
            if lease.target.is_none() {
                bail!(Domain, XmlError, "Missing 'target' element for lease");
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// `YYYY-MM-DDTHH:MM:SS`
fn is_time(text: &str) -> bool {
    const FORM: &[u8] = b"0000-00-00T00:00:00";
    text.len() == FORM.len()
        && text
            .bytes()
            .zip(FORM)
            .all(|(byte, &form)| if form == b'0' { byte.is_ascii_digit() } else { byte == form })
}

fn check_disk(disk: &Disk) -> Result<()> {
    let name = disk.target_name();
    let kind = disk.kind.unwrap_or(DiskType::File);
    if name.is_empty() {
        return Err(match disk.source_path() {
            Some(path) => Error::new(Origin::Domain, Code::NoTarget, path),
            None => Error::bare(Origin::Domain, Code::NoTarget),
        });
    }
    if let Some(source) = &disk.source {
        if kind == DiskType::Network {
            match source.protocol {
                None => return Err(virt_xml::missing_attribute("source", "protocol")),
                Some(NetworkProtocol::Nbd) => {}
                Some(_) if source.name.is_none() => bail!(Domain, XmlError, "missing name for disk source"),
                Some(_) => {}
            }
        }
        if kind == DiskType::Volume && source.pool.is_some() != source.volume.is_some() {
            bail!(Domain, XmlError, "'pool' and 'volume' must be specified together for 'pool' type source");
        }
        if source.encryption.is_some() && disk.encryption.is_some() {
            bail!(Domain, ConfigUnsupported, "an <encryption> definition already found for disk source");
        }
        if source.auth.is_some() && disk.auth.is_some() {
            bail!(Domain, XmlError, "an <auth> definition already found for disk source");
        }
    }
    let removable = matches!(disk.device(), DiskDevice::Cdrom | DiskDevice::Floppy);
    let has_source = disk.source.as_ref().is_some_and(|source| match kind {
        DiskType::Network => source.protocol.is_some(),
        DiskType::Volume => source.pool.is_some(),
        DiskType::Nvme => source.address.is_some(),
        _ => disk.source_path().is_some_and(|path| !path.is_empty()),
    });
    if !removable && !has_source {
        return Err(Error::new(Origin::Domain, Code::NoSource, name));
    }
    if let Some(bus) =
        disk.bus().filter(|&bus| bus != super::disk::DiskBus::Fdc && disk.device() == DiskDevice::Floppy)
    {
        bail!(Domain, InternalError, "Invalid bus type '{bus}' for floppy disk");
    }
    if disk.device() == DiskDevice::Floppy && !name.starts_with("fd") {
        bail!(Domain, InternalError, "Invalid floppy device name: {name}");
    }
    if matches!(disk.device, None | Some(DiskDevice::Disk)) && name.starts_with("fd") {
        bail!(Domain, InternalError, "Invalid harddisk device name: {name}");
    }
    if let Some(vendor) = &disk.vendor {
        if vendor.len() > 8 {
            bail!(Domain, ConfigUnsupported, "disk vendor is more than 8 characters");
        }
        if !printable(vendor) {
            bail!(Domain, ConfigUnsupported, "disk vendor is not printable string");
        }
    }
    if let Some(product) = &disk.product {
        if product.len() > 16 {
            bail!(Domain, ConfigUnsupported, "disk product is more than 16 characters");
        }
        if !printable(product) {
            bail!(Domain, ConfigUnsupported, "disk product is not printable string");
        }
    }
    if let Some(wwn) = &disk.wwn {
        let digits = wwn.strip_prefix("0x").unwrap_or(wwn);
        if digits.len() != 16 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            bail!(None, InternalError, "Malformed wwn: {wwn}");
        }
    }
    let labels = disk.source.iter().flat_map(|source| &source.seclabels);
    for label in labels {
        if label.label.is_none() && label.relabel == Some(YesNo(true)) {
            let model = label.model.as_deref().unwrap_or_default();
            bail!(Domain, XmlError, "Cannot specify relabel if label is missing. model={model}");
        }
    }
    if disk.iotune.is_some() && disk.throttlefilters.is_some() {
        bail!(
            Domain,
            OperationUnsupported,
            "block 'throttlefilters' can't be used together with 'iotune' for disk '{name}'"
        );
    }
    if let Some(tune) = &disk.iotune {
        check_iotune(tune)?;
    }
    check_info(&disk.info)
}

fn printable(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

/// A limit for both directions leaves no room for one of a single direction.
pub fn check_iotune(tune: &IoTune) -> Result<()> {
    let set = |limit: Long| limit.unwrap_or(0) > 0;
    for (total, read, write, what) in [
        (tune.total_bytes_sec, tune.read_bytes_sec, tune.write_bytes_sec, "bytes_sec"),
        (tune.total_iops_sec, tune.read_iops_sec, tune.write_iops_sec, "iops_sec"),
        (tune.total_bytes_sec_max, tune.read_bytes_sec_max, tune.write_bytes_sec_max, "bytes_sec_max"),
        (tune.total_iops_sec_max, tune.read_iops_sec_max, tune.write_iops_sec_max, "iops_sec_max"),
    ] {
        if set(total) && (set(read) || set(write)) {
            bail!(Domain, XmlError, "total and read/write {what} cannot be set at the same time");
        }
    }
    Ok(())
}

pub(super) fn check_info(info: &DeviceInfo) -> Result<()> {
    let Some(boot) = &info.boot else { return Ok(()) };
    if let Some(loadparm) = &boot.loadparm {
        if !(1..=8).contains(&loadparm.len()) {
            bail!(Domain, InternalError, "loadparm value '{loadparm}' must be between 1 and 8 characters");
        }
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b' ');
        if !loadparm.bytes().all(allowed) {
            bail!(
                Domain,
                InternalError,
                "invalid loadparm value '{loadparm}', expecting chars in set of [a-zA-Z0-9.] and blank spaces"
            );
        }
    }
    Ok(())
}

/// The models of a type of controller; empty where any word is taken.
fn controller_models(kind: ControllerType) -> &'static [&'static str] {
    match kind {
        ControllerType::Scsi => &[
            "auto",
            "buslogic",
            "lsilogic",
            "lsisas1068",
            "vmpvscsi",
            "ibmvscsi",
            "virtio-scsi",
            "lsisas1078",
            "virtio-transitional",
            "virtio-non-transitional",
            "ncr53c90",
            "dc390",
            "am53c974",
        ],
        ControllerType::Usb => &[
            "piix3-uhci",
            "piix4-uhci",
            "ehci",
            "ich9-ehci1",
            "ich9-uhci1",
            "ich9-uhci2",
            "ich9-uhci3",
            "vt82c686b-uhci",
            "pci-ohci",
            "nec-xhci",
            "qusb1",
            "qusb2",
            "qemu-xhci",
            "none",
        ],
        ControllerType::Pci => &[
            "pci-root",
            "pcie-root",
            "pci-bridge",
            "dmi-to-pci-bridge",
            "pcie-to-pci-bridge",
            "pcie-root-port",
            "pcie-switch-upstream-port",
            "pcie-switch-downstream-port",
            "pci-expander-bus",
            "pcie-expander-bus",
        ],
        ControllerType::Ide => &["piix3", "piix4", "ich6"],
        ControllerType::VirtioSerial => &["virtio", "virtio-transitional", "virtio-non-transitional"],
        _ => &[],
    }
}

fn check_controller(controller: &Controller) -> Result<()> {
    let kind = controller.kind.unwrap_or(ControllerType::Ide);
    let models = controller_models(kind);
    if let Some(model) = controller.model.as_deref().filter(|_| !models.is_empty()) {
        if !models.contains(&model) {
            bail!(Domain, ConfigUnsupported, "Unknown model type '{model}'");
        }
    }
    if let Some(target) = controller.target.as_ref().and_then(|target| target.index) {
        if kind == ControllerType::Pci && (target == 0) != (controller.index.unwrap_or(0) == 0) {
            bail!(
                Domain,
                ConfigUnsupported,
                "Only the PCI controller with index 0 can have target index 0, and vice versa"
            );
        }
    }
    let root = matches!(controller.model.as_deref(), Some("pci-root" | "pcie-root"));
    if kind == ControllerType::Pci && root && controller.info.address.is_some() {
        bail!(Domain, ConfigUnsupported, "pci-root and pcie-root controllers should not have an address");
    }
    Ok(())
}

fn check_hostdev(hostdev: &Hostdev) -> Result<()> {
    let Some(kind) = hostdev.kind else {
        bail!(Domain, XmlError, "missing source address type");
    };
    let Some(source) = &hostdev.source else {
        bail!(Domain, XmlError, "Missing <source> element in hostdev device");
    };
    if hostdev.mode == Some(HostdevMode::Capabilities) {
        return Ok(());
    }
    if hostdev.sgio.is_some() && kind != HostdevType::Scsi {
        bail!(Domain, XmlError, "sgio is only supported for scsi host device");
    }
    match kind {
        HostdevType::Usb => {
            if source.vendor.is_some() && source.product.is_none() {
                bail!(Domain, InternalError, "missing product");
            }
            if source.vendor.is_none() && source.product.is_some() {
                bail!(Domain, InternalError, "missing vendor");
            }
        }
        HostdevType::Scsi if source.protocol.is_none() && source.address.is_none() => {
            bail!(Domain, XmlError, "'address' must be specified for scsi hostdev source");
        }
        HostdevType::ScsiHost => {
            let wwpn = source.wwpn.as_deref().unwrap_or_default();
            let digits = wwpn.strip_prefix("naa.").unwrap_or_default();
            if digits.len() != 16 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                bail!(Domain, XmlError, "malformed 'wwpn' value");
            }
        }
        HostdevType::Mdev => {
            let Some(model) = hostdev.model else {
                return Err(virt_xml::missing_attribute("hostdev", "model"));
            };
            if source.address.as_ref().is_some_and(|address| address.uuid.is_none()) {
                bail!(Domain, ConfigUnsupported, "Missing 'uuid' attribute for element <address>");
            }
            let uuid = source.address.as_ref().and_then(|address| address.uuid.as_deref());
            if uuid.is_some_and(|word| crate::Uuid::parse(word).is_none()) {
                bail!(Domain, InternalError, "Cannot parse uuid attribute of element <address>");
            }
            let pci = matches!(hostdev.info.address.as_deref(), Some(Address::Pci(_)));
            if model == super::hostdev::HostdevModel::VfioCcw && pci {
                bail!(
                    Domain,
                    XmlError,
                    "Unsupported address type 'pci' with mediated device model '{model}'"
                );
            }
        }
        _ => {}
    }
    check_info(&hostdev.info)
}

fn check_filesystem(filesystem: &Filesystem) -> Result<()> {
    let source = filesystem.source.as_deref();
    let name = source.and_then(|source| {
        [&source.dir, &source.file, &source.dev, &source.name, &source.socket]
            .into_iter()
            .find_map(|name| name.as_deref())
    });
    let target = filesystem.target.as_deref();
    if name.is_none() && !matches!(filesystem.kind, Some(FilesystemType::Ram | FilesystemType::Volume)) {
        return Err(match target {
            Some(target) => Error::new(Origin::Domain, Code::NoSource, target),
            None => Error::bare(Origin::Domain, Code::NoSource),
        });
    }
    if target.is_none() {
        return Err(match name {
            Some(name) => Error::new(Origin::Domain, Code::NoTarget, name),
            None => Error::bare(Origin::Domain, Code::NoTarget),
        });
    }
    check_info(&filesystem.info)
}
