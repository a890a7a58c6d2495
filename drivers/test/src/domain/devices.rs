//! Devices attached, detached and changed; keys, consoles and channels.

use super::{DomainChange, Targets, define, matching};
use crate::{TestConnection, stream};
use virt_conf::domain::{
    Device, Devices as List, ParseFlags,
    chardev::{ChannelTarget, ChardevType},
    disk::DiskDevice,
    graphics::GraphicsType,
};
use virt_core::domain::{DomainHost, tuning::bandwidth};
use virt_core::{
    api::Devices, connection::check_flags, constants::*, event::Event, records::Domain, stream::StreamBox,
    types::Params,
};
use virt_error::{Error, Origin, Result, bail, error};

const AFFECT: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

fn parse(xml: &str) -> Result<Device> {
    Device::parse(xml, ParseFlags::default())
}

fn missing(device: &Device) -> Error {
    match device {
        Device::Disk(disk) => error!(Test, DeviceMissing, "disk {} not found", disk.target_name()),
        Device::Interface(interface) => match interface.mac_address() {
            Some(mac) => error!(Test, DeviceMissing, "no device matching MAC address {mac} found"),
            None => error!(Test, DeviceMissing, "no matching network device was found"),
        },
        _ => error!(Test, DeviceMissing, "matching {} device not found", device.element().0),
    }
}

/// Refuses a device that cannot be beside those that are there.
fn check_room(devices: &List, device: &Device) -> Result<()> {
    let taken = |kind: &str| {
        let count = devices.all().iter().filter(|found| found.element().0 == kind).count();
        match count {
            0 => Ok(()),
            _ => bail!(Test, OperationInvalid, "domain already has a {kind}"),
        }
    };
    match device {
        Device::Disk(disk) => {
            let target = disk.target_name();
            if devices.disks.iter().any(|found| found.target_name() == target) {
                bail!(Test, OperationInvalid, "target {target} already exists");
            }
            Ok(())
        }
        Device::Memballoon(_) | Device::Vsock(_) | Device::Watchdog(_) | Device::Nvram(_) => {
            taken(device.element().0)
        }
        _ => Ok(()),
    }
}

/// What a change to a device leads to, beyond the document.
fn events_of_update(change: &DomainChange<'_>, old: &Device, new: &Device) -> Vec<Event> {
    let mut events = Vec::new();
    match (old, new) {
        (Device::Disk(old), Device::Disk(new)) => {
            let source = |disk: &virt_conf::domain::disk::Disk| disk.source_path().map(str::to_owned);
            let removable = matches!(new.device(), DiskDevice::Cdrom | DiskDevice::Floppy);
            if removable && source(old) != source(new) {
                let alias = matching::disk_alias(new);
                for reason in [VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN, VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE] {
                    let dom = change.record();
                    events.push(Event::DomainTrayChange { dom, dev_alias: alias.clone(), reason });
                }
            }
        }
        (Device::MemoryDevice(_), Device::MemoryDevice(new)) => {
            let target = new.target.as_ref();
            let size = target.and_then(|target| target.requested.as_ref()).and_then(|size| size.value);
            if let Some(size) = size {
                let (dom, alias) = (change.record(), matching::alias(&Device::MemoryDevice(new.clone()), 0));
                events.push(Event::DomainMemoryDeviceSizeChange { dom, alias, size });
            }
        }
        _ => {}
    }
    events
}

/// A line to the guest: its alias, the name of a channel, and what it is on the host.
type Line = (String, Option<String>, Option<ChardevType>);

impl TestConnection {
    fn attach(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainAttachDeviceFlags")?;
        let state = change.state();
        let targets = state.targets(flags)?;
        let device = parse(xml)?;
        change.edit(targets, |document| {
            check_room(&document.devices, &device)?;
            document.attach(device.clone(), crate::host::guests())?;
            define::name_interfaces(document)
        })?;
        if targets.live {
            let kind = device.element().0;
            let all = change.state().def.devices.all();
            let place = all.iter().filter(|found| found.element().0 == kind).count().saturating_sub(1);
            let (dom, dev_alias) = (change.record(), matching::alias(&device, place));
            change.event(Event::DomainDeviceAdded { dom, dev_alias });
        }
        Ok(())
    }

    /// Takes the device that `wanted` accepts out of the documents, and tells of it; `absent` is the complaint when there is none.
    fn detach(
        &self,
        change: &mut DomainChange<'_>,
        targets: Targets,
        wanted: impl Fn(&Device, usize) -> bool,
        absent: impl Fn() -> Error,
    ) -> Result<()> {
        let find = |devices: &List| {
            let mut place = 0;
            let mut kind = "";
            devices.all().into_iter().find_map(|device| {
                if device.element().0 != kind {
                    (kind, place) = (device.element().0, 0);
                }
                place += 1;
                wanted(&device, place - 1).then(|| matching::alias(&device, place - 1))
            })
        };
        let gone = if targets.live { find(&change.state().def.devices) } else { None };
        change.edit(targets, |document| document.devices.remove(&wanted).map(drop).ok_or_else(&absent))?;
        if let Some(dev_alias) = gone {
            let dom = change.record();
            change.event(Event::DomainDeviceRemoved { dom, dev_alias });
        }
        Ok(())
    }

    fn detach_device(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainDetachDeviceFlags")?;
        let state = change.state();
        let targets = state.targets(flags)?;
        let device = parse(xml)?;
        self.detach(&mut change, targets, |found, _| device.means(found), || missing(&device))
    }

    /// The serial ports, consoles and channels of a running domain: alias, name of a channel, and whether it is a pty.
    fn lines(&self, dom: &Domain, channels: bool) -> Result<Vec<Line>> {
        let state = self.state.running(dom)?;
        let devices = &state.def.devices;
        let mut lines = Vec::new();
        if channels {
            for (place, channel) in devices.channels.iter().enumerate() {
                let target = channel.target.as_ref();
                if target.is_none_or(|target| target.kind == Some(ChannelTarget::Guestfwd)) {
                    continue;
                }
                let name = target.and_then(|target| target.name.clone());
                lines.push((
                    matching::alias(&Device::Channel(Box::new(channel.clone())), place),
                    name,
                    channel.kind,
                ));
            }
            return Ok(lines);
        }
        for (place, console) in devices.consoles.iter().enumerate() {
            lines.push((
                matching::alias(&Device::Console(Box::new(console.clone())), place),
                None,
                console.kind,
            ));
        }
        for (place, serial) in devices.serials.iter().enumerate() {
            lines.push((
                matching::alias(&Device::Serial(Box::new(serial.clone())), place),
                None,
                serial.kind,
            ));
        }
        for (place, parallel) in devices.parallels.iter().enumerate() {
            lines.push((
                matching::alias(&Device::Parallel(Box::new(parallel.clone())), place),
                None,
                parallel.kind,
            ));
        }
        Ok(lines)
    }
}

impl Devices for TestConnection {
    fn domain_attach_device(&self, dom: &Domain, xml: &str) -> Result<()> {
        self.attach(dom, xml, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn domain_attach_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        check_flags(flags, AFFECT, Origin::Test, "testDomainAttachDeviceFlags")?;
        self.attach(dom, xml, flags)
    }

    fn domain_detach_device(&self, dom: &Domain, xml: &str) -> Result<()> {
        self.detach_device(dom, xml, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn domain_detach_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        check_flags(flags, AFFECT, Origin::Test, "testDomainDetachDeviceFlags")?;
        self.detach_device(dom, xml, flags)
    }

    fn domain_detach_device_alias(&self, dom: &Domain, alias: &str, flags: u32) -> Result<()> {
        check_flags(flags, AFFECT, Origin::Test, "testDomainDetachDeviceAlias")?;
        let mut change = self.state.change(dom, "virDomainDetachDeviceAlias")?;
        let targets = change.state().targets(flags)?;
        self.detach(
            &mut change,
            targets,
            |found, place| matching::alias(found, place) == alias,
            || error!(Domain, DeviceMissing, "no device found with alias {alias}"),
        )
    }

    fn domain_update_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        check_flags(
            flags,
            AFFECT | VIR_DOMAIN_DEVICE_MODIFY_FORCE,
            Origin::Test,
            "testDomainUpdateDeviceFlags",
        )?;
        let mut change = self.state.change(dom, "virDomainUpdateDeviceFlags")?;
        let state = change.state();
        let targets = state.targets(flags)?;
        let device = parse(xml)?;
        let mut old = None;
        change.edit(targets, |document| {
            // Of a kind of which there is one, that one is meant.
            let kind = device.element().0;
            let alone = document.devices.all().iter().filter(|found| found.element().0 == kind).count() == 1
                && !matches!(device, Device::Disk(_) | Device::Interface(_));
            let replaced = document
                .devices
                .replace(device.clone(), |found| alone || device.means(found))
                .ok_or_else(|| missing(&device))?;
            old.get_or_insert(replaced);
            Ok(())
        })?;
        if let (true, Some(old)) = (targets.live, old) {
            for event in events_of_update(&change, &old, &device) {
                change.event(event);
            }
        }
        Ok(())
    }

    fn domain_inject_nmi(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainInjectNMI")?;
        self.state.running(dom).map(drop)
    }

    fn domain_send_key(
        &self,
        dom: &Domain,
        _codeset: u32,
        _holdtime: u32,
        _keycodes: &virt_core::types::List<u32, 16>,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainSendKey")?;
        self.state.running(dom).map(drop)
    }

    fn domain_graphics_reload(&self, dom: &Domain, kind: u32, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainGraphicsReload")?;
        let state = self.state.running(dom)?;
        let vnc = state.def.devices.graphics.iter().any(|graphics| graphics.kind == Some(GraphicsType::Vnc));
        match i32::try_from(kind) {
            Ok(VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY | VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC) if vnc => Ok(()),
            Ok(VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY | VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC) => {
                bail!(Test, OperationInvalid, "VNC is not used by the domain")
            }
            _ => bail!(Test, InvalidArg, "unsupported graphics type {kind}"),
        }
    }

    fn domain_announce_interface(
        &self,
        dom: &Domain,
        device: Option<&str>,
        _params: &Params<16>,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainAnnounceInterface")?;
        let state = self.state.running(dom)?;
        match device {
            Some(device) => bandwidth::find(&state.def.devices.interfaces, device).map(drop),
            None => Ok(()),
        }
    }

    fn domain_open_console(
        &self,
        dom: &Domain,
        dev_name: Option<&str>,
        flags: u32,
    ) -> Result<(StreamBox, ())> {
        const KNOWN: u32 = VIR_DOMAIN_CONSOLE_FORCE | VIR_DOMAIN_CONSOLE_SAFE;
        check_flags(flags, KNOWN, Origin::Test, "testDomainOpenConsole")?;
        let lines = self.lines(dom, false)?;
        let line = match dev_name {
            Some(name) => lines.iter().find(|(alias, _, _)| alias == name),
            None => lines.first(),
        };
        let Some((alias, _, kind)) = line else {
            bail!(Test, InternalError, "cannot find character device {}", dev_name.unwrap_or("<default>"));
        };
        if *kind != Some(ChardevType::Pty) {
            bail!(Test, InternalError, "character device {alias} is not using a PTY");
        }
        Ok((stream::echo(format!("{} login: ", dom.name).into_bytes()), ()))
    }

    fn domain_open_channel(&self, dom: &Domain, name: Option<&str>, flags: u32) -> Result<(StreamBox, ())> {
        check_flags(flags, VIR_DOMAIN_CHANNEL_FORCE, Origin::Test, "testDomainOpenChannel")?;
        let lines = self.lines(dom, true)?;
        let line = match name {
            Some(wanted) => {
                lines.iter().find(|(alias, name, _)| alias == wanted || name.as_deref() == Some(wanted))
            }
            None => lines.first(),
        };
        let Some((_, name, kind)) = line else {
            bail!(Test, InternalError, "cannot find channel {}", name.unwrap_or("<default>"));
        };
        if *kind != Some(ChardevType::Unix) {
            bail!(
                Test,
                InternalError,
                "channel {} is not using a UNIX socket",
                name.as_deref().unwrap_or_default()
            );
        }
        Ok((stream::echo(Vec::new()), ()))
    }
}
