//! Devices that are changed while the guest has them.

use super::{attach::AFFECT, find, keep_config, medium, missing};
use crate::{
    connection::QemuConnection,
    domain::{DomainChange, Run, status},
    process,
};
use std::sync::Arc;
use virt_conf::domain::{
    Device, Domain as Document, ParseFlags,
    address::DeviceInfo,
    disk::DiskDevice,
    graphics::Graphics,
    memory_device::{MemoryDevice, MemoryModel},
};
use virt_core::{connection::check_flags, constants::*, domain::DomainHost, records::Domain};
use virt_error::{Origin, Result, bail};

impl QemuConnection {
    pub(in crate::domain) fn update_device(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        check_flags(
            flags,
            AFFECT | VIR_DOMAIN_DEVICE_MODIFY_FORCE,
            Origin::Qemu,
            "qemuDomainUpdateDeviceFlags",
        )?;
        let change = self.state.change(dom, "virDomainUpdateDeviceFlags")?;
        let state = change.state();
        let targets = state.targets(flags)?;
        let device = Device::parse(xml, ParseFlags { live: true, ..ParseFlags::default() })?;
        let config = match targets.config {
            true => Some(updated(state.persistent(), device.clone())?),
            false => None,
        };
        if targets.live {
            self.update_live(&change, &device, flags & VIR_DOMAIN_DEVICE_MODIFY_FORCE != 0)?;
        }
        config.map_or(Ok(()), |document| keep_config(&self.state, &change, document))
    }

    fn update_live(&self, change: &DomainChange<'_>, device: &Device, force: bool) -> Result<()> {
        let state = change.state();
        let run = state.extra.run()?.clone();
        match device {
            Device::Disk(disk) => {
                let Device::Disk(old) = find(&state.def, device)? else { return Err(missing(device)) };
                if !matches!(old.device(), DiskDevice::Cdrom | DiskDevice::Floppy) {
                    if old.source_path() == disk.source_path() {
                        return Ok(());
                    }
                    bail!(Qemu, ConfigUnsupported, "disk source can be changed only in removable drives");
                }
                medium::change(&self.state, change, &run, &old, disk, force)
            }
            Device::Interface(interface) => self.update_interface(change, &run, interface),
            Device::Graphics(graphics) => self.update_screen(change, graphics),
            Device::MemoryDevice(memory) => self.update_memory(change, &run, memory),
            other => bail!(
                Qemu,
                ConfigUnsupported,
                "live update of device '{}' is not supported",
                other.element().0
            ),
        }
    }

    pub(super) fn edit_live(&self, change: &DomainChange<'_>, edit: impl FnOnce(&mut Document)) {
        change.update(|domain| {
            let mut document = Document::clone(&domain.def);
            edit(&mut document);
            domain.def = Arc::new(document);
        });
        status::write(&self.state, change.object());
    }

    /// How much of a virtio memory device the guest is to have.
    fn update_memory(&self, change: &DomainChange<'_>, run: &Run, wanted: &MemoryDevice) -> Result<()> {
        let state = change.state();
        let alias = |memory: &MemoryDevice| memory.info.alias.as_ref().map(|alias| alias.0.clone());
        let same = |old: &&MemoryDevice| match (&wanted.info.alias, &wanted.info.address) {
            (Some(_), _) => alias(wanted) == alias(old),
            (None, Some(_)) => wanted.info.address == old.info.address,
            (None, None) => bare(wanted) == bare(old),
        };
        let Some(old) = state.def.devices.memories.iter().find(same) else {
            bail!(Qemu, ConfigUnsupported, "memory '{}' not found", alias(wanted).unwrap_or_default());
        };
        let requested = |memory: &MemoryDevice| {
            memory.target.as_ref().and_then(|target| target.requested.as_ref()?.value)
        };
        let (Some(id), Some(kib)) = (alias(old), requested(wanted)) else {
            bail!(Qemu, ConfigUnsupported, "memory of this model cannot be changed while the guest runs");
        };
        if old.model != Some(MemoryModel::VirtioMem) || wanted.model != old.model {
            bail!(
                Qemu,
                ConfigUnsupported,
                "cannot modify memory of model '{}'",
                old.model.map_or("", |model| model.as_str())
            );
        }
        if bare(wanted) != bare(old) {
            bail!(
                Qemu,
                OperationUnsupported,
                "of a memory device of a running guest only the requested size can be changed"
            );
        }
        let bytes = kib.saturating_mul(1024);
        run.monitor().qom_set(&format!("/machine/peripheral/{id}"), "requested-size", bytes.into())?;
        let amount = wanted.target.as_ref().and_then(|target| target.requested.clone());
        self.edit_live(change, |document| {
            let mut all = document.devices.memories.iter_mut();
            let place = all.find(|one| one.info.alias.as_ref().is_some_and(|alias| alias.0 == id));
            if let Some(target) = place.and_then(|memory| memory.target.as_mut()) {
                target.requested = amount;
            }
        });
        Ok(())
    }

    /// The password of a screen, and how long it holds.
    fn update_screen(&self, change: &DomainChange<'_>, wanted: &Graphics) -> Result<()> {
        let state = change.state();
        let Some(old) = state.def.devices.graphics.iter().find(|screen| screen.kind == wanted.kind) else {
            bail!(Qemu, InternalError, "cannot find existing graphics device to modify");
        };
        let kind = wanted.kind.map_or("", |kind| kind.as_str());
        let automatic = |screen: &Graphics| screen.autoport.is_some_and(|yes| yes.0);
        if automatic(old) != automatic(wanted) || !automatic(old) && old.port != wanted.port {
            bail!(Qemu, ConfigUnsupported, "cannot change port settings on {kind} graphics");
        }
        if wanted.keymap.is_some() && wanted.keymap != old.keymap {
            bail!(Qemu, ConfigUnsupported, "cannot change keymap setting on {kind} graphics");
        }
        let mut screen = old.clone();
        screen.passwd = wanted.passwd.clone();
        screen.passwd_valid_to = wanted.passwd_valid_to.clone();
        screen.connected = wanted.connected;
        let mut document = Document::default();
        document.devices.graphics.push(screen.clone());
        let run = state.extra.run()?;
        for (command, arguments) in process::passwords(&document, &self.state.settings)? {
            run.monitor().run(command, arguments)?;
        }
        self.edit_live(change, |document| {
            if let Some(place) = document.devices.graphics.iter_mut().find(|one| one.kind == screen.kind) {
                *place = screen;
            }
        });
        Ok(())
    }
}

/// A memory device without what changes, or what only a running guest has.
fn bare(memory: &MemoryDevice) -> MemoryDevice {
    let mut memory = memory.clone();
    memory.info = DeviceInfo::default();
    if let Some(target) = &mut memory.target {
        (target.requested, target.current) = (None, None);
    }
    memory
}

/// A persistent document with a device in the place of the one that it means.
fn updated(document: &Document, mut device: Device) -> Result<Document> {
    if !matches!(
        device,
        Device::Disk(_) | Device::Interface(_) | Device::Graphics(_) | Device::MemoryDevice(_)
    ) {
        bail!(
            Qemu,
            ConfigUnsupported,
            "persistent update of device '{}' is not supported",
            device.element().0
        );
    }
    let mut document = document.clone();
    if let Device::Graphics(graphics) = &device {
        let place = document.devices.graphics.iter_mut().find(|one| one.kind == graphics.kind);
        let Some(place) = place else {
            let kind = graphics.kind.map_or("", |kind| kind.as_str());
            bail!(Qemu, InvalidArg, "cannot find existing graphics type '{kind}' device to modify");
        };
        *place = Graphics::clone(graphics);
        return Ok(document);
    }
    let old = find(&document, &device)?;
    // What the document does not say stays as it was.
    match (&mut device, &old) {
        (Device::Disk(new), Device::Disk(old)) => {
            new.info.address = new.info.address.take().or_else(|| old.info.address.clone());
            new.info.alias = new.info.alias.take().or_else(|| old.info.alias.clone());
        }
        (Device::Interface(new), Device::Interface(old)) => {
            new.info.address = new.info.address.take().or_else(|| old.info.address.clone());
            new.info.alias = new.info.alias.take().or_else(|| old.info.alias.clone());
            new.mac = new.mac.take().or_else(|| old.mac.clone());
        }
        _ => {}
    }
    document.devices.replace(device, |found| *found == old);
    Ok(document)
}
