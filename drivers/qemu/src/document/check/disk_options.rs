//! Options of disks that not every bus or format has.

use super::Check;
use virt_conf::domain::disk::{Disk, DiskBus, DiskCache, DiskDevice, DiskIo};
use virt_error::{Result, bail};
use virt_xml::OnOff;

/// Letters that a disk's serial number may have.
fn is_safe(serial: &str) -> bool {
    serial
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '+' | ' '))
}

impl Check<'_> {
    pub(super) fn disk_options(&self, disk: &Disk) -> Result<()> {
        let name = disk.target_name();
        let bus = disk.bus();
        let bus_name = bus.map_or_else(String::new, |bus| bus.to_string());
        let removable = matches!(disk.device(), DiskDevice::Cdrom | DiskDevice::Floppy);
        if removable && bus == Some(DiskBus::Virtio) {
            bail!(Qemu, ConfigUnsupported, "disk type of '{name}' does not support ejectable media");
        }
        if disk.readonly
            && disk.device() == DiskDevice::Disk
            && matches!(bus, Some(DiskBus::Ide | DiskBus::Sata))
        {
            bail!(Qemu, ConfigUnsupported, "readonly {bus_name} disks are not supported");
        }
        if disk.wwn.is_some() && !matches!(bus, Some(DiskBus::Scsi | DiskBus::Ide | DiskBus::Sata)) {
            bail!(Qemu, ConfigUnsupported, "Only ide and scsi disk support wwn");
        }
        if disk.serial.as_deref().is_some_and(|serial| !is_safe(serial)) {
            let serial = disk.serial.as_deref().unwrap_or_default();
            bail!(Qemu, InternalError, "driver serial '{serial}' contains unsafe characters");
        }
        let Some(driver) = disk.driver.as_deref() else { return Ok(()) };
        let direct = matches!(driver.cache, Some(DiskCache::None | DiskCache::Directsync));
        if driver.io == Some(DiskIo::Native) && !direct {
            bail!(Qemu, ConfigUnsupported, "io='native' needs either no disk cache or directsync cache mode");
        }
        if disk.readonly && driver.copy_on_read == Some(OnOff(true)) {
            bail!(Qemu, ConfigUnsupported, "copy_on_read is not compatible with read-only disk '{name}'");
        }
        if let Some(thread) = driver.iothread {
            if !matches!(bus, Some(DiskBus::Virtio | DiskBus::Scsi)) {
                bail!(Qemu, ConfigUnsupported, "IOThreads not available for bus {bus_name} target {name}");
            }
            self.has_iothread(thread)?;
        }
        for thread in driver.iothreads.iter().flat_map(|threads| &threads.iothreads).filter_map(|one| one.id)
        {
            self.has_iothread(thread)?;
        }
        for (option, set) in
            [("queues", driver.queues.is_some()), ("queue_size", driver.queue_size.is_some())]
        {
            if set && bus != Some(DiskBus::Virtio) {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "{option} attribute in disk driver element is only supported by virtio-blk"
                );
            }
        }
        Ok(())
    }

    /// Threads are listed, or counted from 1.
    fn has_iothread(&self, thread: u32) -> Result<()> {
        let listed = self.domain.iothreadids.iter().flat_map(|ids| &ids.iothreads).filter_map(|one| one.id);
        let counted =
            self.domain.iothreadids.is_none() && (1..=self.domain.iothreads.unwrap_or(0)).contains(&thread);
        if !counted && !listed.into_iter().any(|id| id == thread) {
            bail!(Qemu, ConfigUnsupported, "Disk iothread '{thread}' not defined in iothreadid");
        }
        Ok(())
    }
}
