//! Devices that are plugged in.

use super::{alias as alias_of, keep_config, medium, memory, parts, plan, steps::Making};
use crate::{
    command::{InterfaceFiles, chardev::channel_path, disk::limits, interface::Ends},
    connection::QemuConnection,
    domain::{DomainChange, DomainState, Run, alias, status},
    image,
    process::place_memory,
};
use serde_json::Value;
use std::{
    collections::HashSet,
    os::fd::{AsFd, OwnedFd},
    sync::Arc,
};
use virt_conf::domain::{
    Device, Domain as Document, ParseFlags,
    address::DeviceInfo,
    chardev::{CharSource, ChardevType, SourceMode},
    controller::ControllerType,
    disk::DiskDevice,
    interface::{Interface, LinkState, MacElement},
};
use virt_core::{connection::check_flags, constants::*, domain::DomainHost, event::Event, records::Domain};
use virt_error::{Origin, Result, bail};

pub(super) const AFFECT: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

impl QemuConnection {
    pub(in crate::domain) fn attach_device(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        check_flags(flags, AFFECT, Origin::Qemu, "qemuDomainAttachDeviceFlags")?;
        let mut change = self.state.change(dom, "virDomainAttachDeviceFlags")?;
        let state = change.state();
        let targets = state.targets(flags)?;
        let mut device = Device::parse(xml, ParseFlags::default())?;
        if let Device::Interface(interface) = &mut device {
            give_mac(interface, || self.state.host_for_documents().new_mac());
        }
        let config = match targets.config {
            true => Some(self.attached(state.persistent(), &device)?),
            false => None,
        };
        if targets.live {
            self.attach_live(&mut change, device)?;
        }
        config.map_or(Ok(()), |document| keep_config(&self.state, &change, document))
    }

    /// A persistent document with a further device.
    fn attached(&self, document: &Document, device: &Device) -> Result<Document> {
        if !parts::persists(device) {
            bail!(
                Qemu,
                OperationUnsupported,
                "persistent attach of device '{}' is not supported",
                device.element().0
            );
        }
        check_room(document, device)?;
        memory::check_room(document, device, false)?;
        let mut document = document.clone();
        document.attach(device.clone(), self.state.host_for_documents())?;
        memory::grow_total(&mut document, memory::size(device));
        Ok(document)
    }

    fn attach_live(&self, change: &mut DomainChange<'_>, device: Device) -> Result<()> {
        let run = change.state().extra.run()?.clone();
        let before = change.state().def.clone();
        if let Device::Disk(disk) = &device {
            let target = disk.target_name();
            let there = before.devices.disks.iter().find(|found| found.target_name() == target);
            if let (Some(drive), DiskDevice::Cdrom | DiskDevice::Floppy) = (there, disk.device()) {
                return medium::change(&self.state, change, &run, drive, disk, false);
            }
        }
        parts::check_plug(&device)?;
        memory::check_room(&before, &device, true)?;
        check_room(&before, &device)?;
        let mut document = Document::clone(&before);
        document.attach_live(device, self.state.host_for_documents())?;
        alias::assign(&mut document);
        let new = fresh(&before, &document)?;
        let aliases: HashSet<String> = new.iter().map(|device| alias_of(device).to_owned()).collect();
        complete_disks(&mut document, &aliases)?;
        self.complete_channels(&run, &mut document, &aliases)?;
        let mut files = Vec::new();
        let mut plugged = Vec::new();
        for interface in document.devices.interfaces.iter_mut() {
            let name = interface.info.alias.as_ref().map_or("", |alias| &alias.0);
            if aliases.contains(name) {
                files.push(run.running.plug_interface(&self.state.directories, interface)?);
                plugged.push(interface.clone());
            }
        }
        let new = fresh(&before, &document)?;
        // Whoever takes over from us finds what is on its way.
        let mut ahead = DomainState::clone(&change.state());
        ahead.def = Arc::new(document.clone());
        let outcome = run
            .write_status(&self.state, &ahead)
            .and_then(|()| self.make(&run, &document, &new, files))
            .inspect_err(|_| status::write(&self.state, change.object()));
        let terminals = outcome.inspect_err(|_| {
            plugged.iter().for_each(|interface| run.running.unplug_interface(interface));
        })?;
        for (id, path) in &terminals {
            set_terminal(&mut document, id.strip_prefix("char").unwrap_or(id), path);
        }
        read_memory_places(&run, &mut document);
        let new = fresh(&before, &document)?;
        let grown: (i64, i64) = (new.iter().map(memory::size).sum(), new.iter().map(memory::at_once).sum());
        memory::grow(&mut document, grown);
        change.update(|domain| {
            if Arc::ptr_eq(&domain.def, &before) {
                domain.def = Arc::new(document);
            } else {
                // Something happened to the guest meanwhile.
                let mut document = Document::clone(&domain.def);
                new.iter().for_each(|device| document.devices.push(device.clone()));
                memory::grow(&mut document, grown);
                domain.def = Arc::new(document);
            }
        });
        status::write(&self.state, change.object());
        if let Some(device) = new.last() {
            // Of memory the event names the backend.
            let prefix = if matches!(device, Device::MemoryDevice(_)) { "mem" } else { "" };
            let (dom, dev_alias) = (change.record(), format!("{prefix}{}", alias_of(device)));
            change.event(Event::DomainDeviceAdded { dom, dev_alias });
        }
        Ok(())
    }

    /// Says where the emulator listens for channels that name no socket.
    fn complete_channels(&self, run: &Run, document: &mut Document, aliases: &HashSet<String>) -> Result<()> {
        let is_new = |info: &DeviceInfo| info.alias.as_ref().is_some_and(|alias| aliases.contains(&alias.0));
        let paths: Vec<Option<String>> = {
            let plan = plan(&self.state, run, document);
            document.devices.channels.iter().map(|channel| channel_path(&plan, channel)).collect()
        };
        for (channel, path) in document.devices.channels.iter_mut().zip(paths) {
            let named = channel.source.sources.iter().any(|source| source.path.is_some());
            if !is_new(&channel.info) || channel.kind != Some(ChardevType::Unix) || named {
                continue;
            }
            let Some(path) = path else {
                bail!(Qemu, InternalError, "the channel's name cannot be that of a socket");
            };
            channel.source.sources =
                vec![CharSource { mode: Some(SourceMode::Bind), path: Some(path), ..CharSource::default() }];
        }
        Ok(())
    }

    /// Makes devices in the emulator, all of them or none; the pseudo-terminals that came of it.
    fn make(
        &self,
        run: &Run,
        document: &Document,
        devices: &[Device],
        files: Vec<InterfaceFiles>,
    ) -> Result<Vec<(String, String)>> {
        let plan = plan(&self.state, run, document);
        let monitor = run.monitor();
        let mut files = files.into_iter();
        let mut making = Making::new(monitor, &plan);
        for device in devices {
            let mut ends = Ends::default();
            let mut hold: Vec<OwnedFd> = Vec::new();
            let done = (|| {
                if let Device::Interface(_) = device {
                    let InterfaceFiles { taps, vhosts } = files.next().unwrap_or_default();
                    let id = alias_of(device);
                    for (kind, descriptors, names) in
                        [("fd", taps, &mut ends.taps), ("vhostfd", vhosts, &mut ends.vhosts)]
                    {
                        for (number, file) in descriptors.into_iter().enumerate() {
                            let name = format!("{kind}-{id}{number}");
                            making.file(name.clone(), file.as_fd())?;
                            names.push(name);
                            hold.push(file);
                        }
                    }
                }
                making.run(parts::steps(&plan, device, &ends)?)
            })();
            if let Err(error) = done {
                making.undo();
                return Err(error);
            }
        }
        for device in devices {
            set_running(run, device);
        }
        Ok(std::mem::take(&mut making.terminals))
    }
}

/// Refuses a device of which a guest has one at most, or whose number is taken.
fn check_room(document: &Document, device: &Device) -> Result<()> {
    let devices = &document.devices;
    match device {
        Device::Controller(controller) => {
            let taken = devices.controllers.iter().any(|found| {
                found.kind == controller.kind && found.index.is_some() && found.index == controller.index
            });
            if taken {
                bail!(
                    Qemu,
                    OperationFailed,
                    "target {}:{} already exists",
                    controller.kind.map_or("", ControllerType::as_str),
                    controller.index.unwrap_or(0)
                );
            }
        }
        Device::Watchdog(_) if !devices.watchdogs.is_empty() => {
            bail!(Qemu, OperationInvalid, "domain already has a watchdog");
        }
        Device::Vsock(_) if !devices.vsocks.is_empty() => {
            bail!(Qemu, OperationInvalid, "domain already has a vsock device");
        }
        _ => {}
    }
    Ok(())
}

/// What a device is told once it is there. The guest has it whatever comes of this.
fn set_running(run: &Run, device: &Device) {
    let id = alias_of(device);
    let done = match device {
        Device::Disk(disk) => match limits(disk) {
            Some(limits) => run.monitor().run("block_set_io_throttle", limits).map(drop),
            None => Ok(()),
        },
        Device::Interface(interface) => match interface.link.as_ref().and_then(|link| link.state) {
            Some(LinkState::Down) => run.monitor().set_link(id, false),
            _ => Ok(()),
        },
        _ => Ok(()),
    };
    if let Err(error) = done {
        log::warn!("domain '{}': device {id}: {}", run.running.name, error.message());
    }
}

fn give_mac(interface: &mut Interface, mac: impl FnOnce() -> virt_conf::Mac) {
    if interface.mac_address().is_none() {
        let element = interface.mac.get_or_insert_with(|| Box::new(MacElement::default()));
        element.address = Some(mac());
    }
}

/// The devices of a document that another one does not have, those first that others hang on.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` when a bus is needed that a running guest cannot get.
pub(super) fn fresh(before: &Document, after: &Document) -> Result<Vec<Device>> {
    let known: HashSet<String> =
        before.devices.all().iter().map(|device| alias_of(device).to_owned()).collect();
    let mut new: Vec<Device> =
        after.devices.all().into_iter().filter(|device| !known.contains(alias_of(device))).collect();
    new.sort_by_key(|device| !matches!(device, Device::Controller(_)));
    for device in new.iter().take(new.len().saturating_sub(1)) {
        if let Device::Controller(controller) = device {
            match controller.kind {
                Some(ControllerType::Scsi | ControllerType::VirtioSerial) => {}
                Some(ControllerType::Pci) => bail!(Domain, InternalError, "No more available PCI slots"),
                kind => bail!(
                    Domain,
                    InternalError,
                    "Could not find {} controller with index {} required for device",
                    kind.map_or("", ControllerType::as_str),
                    controller.index.unwrap_or(0)
                ),
            }
        }
    }
    Ok(new)
}

/// Reads the chains of new disks, and numbers their images.
fn complete_disks(document: &mut Document, aliases: &HashSet<String>) -> Result<()> {
    let mut next = document.devices.disks.iter().map(image::last).max().unwrap_or(0) + 1;
    for disk in &mut document.devices.disks {
        if disk.info.alias.as_ref().is_some_and(|alias| aliases.contains(&alias.0)) {
            image::complete_disk(disk)?;
            image::number_disk(disk, &mut next);
        }
    }
    Ok(())
}

/// Where the emulator has put memory modules.
fn read_memory_places(run: &Run, document: &mut Document) {
    if document.devices.memories.is_empty() {
        return;
    }
    match run.monitor().run("query-memory-devices", Value::Null) {
        Ok(answer) => place_memory(document, &answer),
        Err(error) => log::warn!("domain '{}': {}", run.running.name, error.message()),
    }
}

/// Puts the path of a pseudo-terminal where it belongs.
fn set_terminal(document: &mut Document, id: &str, path: &str) {
    let devices = &mut document.devices;
    let serials = devices.serials.iter_mut().map(|one| (&one.info, &mut one.source));
    let channels = devices.channels.iter_mut().map(|one| (&one.info, &mut one.source));
    for (info, source) in serials.chain(channels) {
        if info.alias.as_ref().is_some_and(|alias| alias.0 == id) {
            if source.sources.is_empty() {
                source.sources.push(Default::default());
            }
            source.sources[0].path = Some(path.to_owned());
        }
    }
    for console in &mut devices.consoles {
        if console.info.alias.as_ref().is_some_and(|alias| alias.0 == id) {
            if console.source.sources.is_empty() {
                console.source.sources.push(Default::default());
            }
            console.source.sources[0].path = Some(path.to_owned());
            console.tty = Some(path.to_owned());
        }
    }
}
