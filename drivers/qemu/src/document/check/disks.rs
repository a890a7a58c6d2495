//! Disks.

use super::{Check, is_pci};
use std::collections::HashMap;
use virt_conf::domain::address::Address;
use virt_conf::domain::disk::{Disk, DiskBus, DiskDevice};
use virt_conf::domain::hostdev::HostdevType;
use virt_conf::domain::storage::{DiskType, EncryptionEngine, NetworkProtocol, Source, StorageFormat};
use virt_error::{Result, bail};
use virt_xml::YesNo;

impl Check<'_> {
    pub(super) fn disks(&self) -> Result<()> {
        self.domain.devices.disks.iter().try_for_each(|disk| self.disk(disk))?;
        self.drive_places()
    }

    fn disk(&self, disk: &Disk) -> Result<()> {
        let name = disk.target_name();
        let device = disk.device();
        if name.ends_with(|end: char| end.is_ascii_digit()) && device != DiskDevice::Floppy {
            bail!(
                Qemu,
                ConfigUnsupported,
                "invalid disk target '{name}', partitions can't appear in disk targets"
            );
        }
        let bus = disk.bus();
        let source = disk.source.as_deref();
        let empty = source.is_none_or(|source| is_empty(disk.kind, source));
        if bus == Some(DiskBus::Usb) {
            if empty && device != DiskDevice::Floppy {
                bail!(Qemu, ConfigUnsupported, "'usb' disk must not be empty");
            }
            if !matches!(disk.info.address.as_deref(), None | Some(Address::Usb(_))) {
                bail!(Qemu, InternalError, "unexpected address type for usb disk");
            }
        }
        let narrow = matches!(bus, Some(DiskBus::Ide | DiskBus::Sata | DiskBus::Scsi | DiskBus::Fdc));
        if narrow && is_pci(&disk.info) {
            bail!(
                Qemu,
                ConfigUnsupported,
                "Invalid address type 'pci' for the disk '{name}' with the bus type '{}'",
                bus.map_or_else(String::new, |bus| bus.to_string())
            );
        }
        if bus != Some(DiskBus::Scsi) {
            if disk.vendor.is_some() {
                bail!(Qemu, ConfigUnsupported, "Only scsi disk supports 'vendor'");
            }
            if disk.product.is_some() && !matches!(bus, Some(DiskBus::Sata | DiskBus::Ide)) {
                bail!(Qemu, ConfigUnsupported, "Only scsi disk supports 'product'");
            }
        }
        if device == DiskDevice::Lun && !matches!(bus, Some(DiskBus::Scsi | DiskBus::Virtio)) {
            bail!(
                Qemu,
                ConfigUnsupported,
                "disk device='lun' is not supported for bus='{}'",
                bus.map_or_else(String::new, |bus| bus.to_string())
            );
        }
        self.disk_options(disk)?;
        let format = disk.driver.as_ref().and_then(|driver| driver.kind);
        self.format(disk.kind, format)?;
        if let Some(source) = source {
            self.source(disk.kind, source)?;
            let mut encryptions = source.encryption.iter().chain(&disk.encryption);
            let encrypted = encryptions.any(|one| one.engine != Some(EncryptionEngine::Librbd));
            if encrypted && !matches!(format, None | Some(StorageFormat::Raw | StorageFormat::Qcow2)) {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "encryption is supported only with 'raw' and 'qcow2' image format"
                );
            }
        }
        Ok(())
    }

    fn format(&self, kind: Option<DiskType>, format: Option<StorageFormat>) -> Result<()> {
        match format {
            Some(StorageFormat::Dir) => bail!(
                Qemu,
                ConfigUnsupported,
                "'directory' storage format is not directly supported by QEMU, use 'dir' disk type instead"
            ),
            Some(format @ StorageFormat::Iso) => bail!(
                Qemu,
                ConfigUnsupported,
                "storage format '{format}' is not directly supported by QEMU, use 'raw' instead"
            ),
            Some(format @ StorageFormat::Cow) => {
                bail!(Qemu, ConfigUnsupported, "'{format}' storage format is not supported")
            }
            Some(StorageFormat::Fat) if !matches!(kind, Some(DiskType::Dir | DiskType::Volume)) => {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "storage format 'fat' is supported only with 'dir' storage type"
                )
            }
            _ => Ok(()),
        }
    }

    fn source(&self, kind: Option<DiskType>, source: &Source) -> Result<()> {
        if kind != Some(DiskType::Network) {
            return Ok(());
        }
        match source.protocol {
            Some(protocol @ NetworkProtocol::Sheepdog) => bail!(
                Qemu,
                ConfigUnsupported,
                "'{protocol}' protocol is no longer supported by any hypervisor driver"
            ),
            Some(protocol @ NetworkProtocol::Vxhs) => {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "VxHS protocol is not supported with this QEMU binary ({protocol})"
                )
            }
            _ => {}
        }
        if source.tls_hostname.is_some()
            && (source.protocol != Some(NetworkProtocol::Nbd) || source.tls != Some(YesNo(true)))
        {
            bail!(Qemu, ConfigUnsupported, "'tlsHostname' field is supported only with NBD disks using TLS");
        }
        Ok(())
    }

    /// A place on a bus of drives belongs to one device.
    fn drive_places(&self) -> Result<()> {
        let mut places = HashMap::new();
        for disk in &self.domain.devices.disks {
            if let Some(Address::Drive(address)) = disk.info.address.as_deref() {
                let place = address.place().map(|number| number.unwrap_or(0));
                if disk.bus() == Some(DiskBus::Scsi) {
                    places.insert(place, disk.target_name());
                }
            }
        }
        let passed = self.domain.devices.hostdevs.iter().filter(|one| one.kind == Some(HostdevType::Scsi));
        for hostdev in passed {
            let Some(Address::Drive(address)) = hostdev.info.address.as_deref() else { continue };
            let place = address.place().map(|number| number.unwrap_or(0));
            if let Some(name) = places.get(&place) {
                let [controller, bus, target, unit] = place;
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "using disk target name '{name}' conflicts with SCSI host device address controller='{controller}' bus='{bus}' target='{target}' unit='{unit}"
                );
            }
        }
        Ok(())
    }
}

/// A drive without a medium.
fn is_empty(kind: Option<DiskType>, source: &Source) -> bool {
    match kind {
        Some(DiskType::Network) => source.protocol.is_none(),
        Some(DiskType::Volume) => source.volume.is_none(),
        Some(DiskType::Nvme | DiskType::VhostUser | DiskType::VhostVdpa) => false,
        _ => source.file.is_none() && source.dev.is_none() && source.dir.is_none(),
    }
}
