//! What is accepted in a definition and refused at a start: it was defined before the emulator was changed.

use super::{Check, is_pci};
use crate::document::machine::Family;
use crate::emulator::Flag;
use virt_conf::domain::disk::{Disk, DiskBus, DiskDevice};
use virt_conf::domain::storage::{DiskType, NetworkProtocol};
use virt_error::{Result, bail};

impl Check<'_> {
    pub(super) fn start(&self) -> Result<()> {
        self.domain.devices.disks.iter().try_for_each(|disk| self.disk_starts(disk))?;
        for shmem in &self.domain.devices.shmems {
            if shmem.info.address.is_some() && !is_pci(&shmem.info) {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "only 'pci' addresses are supported for the shared memory device"
                );
            }
        }
        Ok(())
    }

    fn disk_starts(&self, disk: &Disk) -> Result<()> {
        let bus = disk.bus();
        if bus == Some(DiskBus::Fdc) && self.family == Family::Pseries {
            bail!(Qemu, ConfigUnsupported, "PowerPC pseries machines do not support floppy device");
        }
        if disk.device() == DiskDevice::Lun && bus == Some(DiskBus::Virtio) && !self.has(Flag::VirtioBlkScsi)
        {
            bail!(
                Qemu,
                ConfigUnsupported,
                "This QEMU doesn't support SCSI emulation with 'virtio-blk' device"
            );
        }
        let Some(source) = disk.source.as_deref().filter(|_| disk.kind == Some(DiskType::Network)) else {
            return Ok(());
        };
        if source.tls_hostname.is_some() && !self.has(Flag::NbdTlsHostname) {
            bail!(Qemu, ConfigUnsupported, "'tlsHostname' field is not supported by this QEMU");
        }
        if source.protocol == Some(NetworkProtocol::Iscsi) && source.hosts.len() != 1 {
            bail!(Qemu, InternalError, "iSCSI protocol accepts only one host");
        }
        Ok(())
    }
}
