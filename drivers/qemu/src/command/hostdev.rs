//! Devices of the host, and USB devices that a client redirects.

use super::address::{alias, put_address, put_rom, zpci};
use super::chardev_backend::{Chardev, Use};
use super::disk::{put_loadparm, put_scsi_place};
use super::step::append_all;
use super::{Flag, Line, Plan, Props, Step, blockdev_protocol, refuse, secret};
use std::fs;
use virt_conf::domain::address::Address;
use virt_conf::domain::hostdev::{
    GuestReset, Hostdev, HostdevMode, HostdevModel, HostdevSource, HostdevType, PciBackend, Redirdev,
    RedirfilterDevice, ScsiProtocol,
};
use virt_conf::domain::storage::{Source, StartupPolicy};
use virt_error::{Result, bail, error};
use virt_xml::OnOff;

pub fn redirdevs(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for redirdev in &plan.domain.devices.redirdevs {
        append_all(redirdev_steps(plan, redirdev)?, line, plan)?;
    }
    Ok(())
}

pub fn hostdevs(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for hostdev in &plan.domain.devices.hostdevs {
        append_all(steps(plan, hostdev)?, line, plan)?;
    }
    Ok(())
}

/// What makes a redirected USB device.
pub fn redirdev_steps(plan: &Plan<'_>, redirdev: &Redirdev) -> Result<Vec<Step>> {
    let id = alias(&redirdev.info)?;
    let mut steps = Vec::new();
    let source = (id, redirdev.kind, &redirdev.source);
    Chardev::append_to(&mut steps, plan, source, Use::Spice("usbredir"), None)?;
    let mut props = Props::device("usb-redir").with("chardev", format!("char{id}")).with("id", id);
    if let Some(filter) = plan.domain.devices.redirfilters.first() {
        let rules: Vec<String> = filter.devices.iter().map(rule).collect::<Result<_>>()?;
        props.put("filter", rules.join("|"));
    }
    props.put_some("bootindex", plan.boot_index(&redirdev.info));
    put_address(&mut props, plan, &redirdev.info)?;
    steps.push(Step::Device(props));
    Ok(steps)
}

/// `class:vendor:product:version:allowed`; -1 stands for any.
fn rule(device: &RedirfilterDevice) -> Result<String> {
    let any = |place: &Option<String>| place.clone().unwrap_or_else(|| "-1".to_owned());
    let version = match &device.version {
        None => "-1".to_owned(),
        Some(version) => {
            // The decimal digits stand in the places of hexadecimal ones: 1.10 is 0x0110.
            let parts = version
                .split_once('.')
                .and_then(|(major, minor)| Some((major.parse::<u8>().ok()?, minor.parse::<u8>().ok()?)));
            let Some((major, minor)) = parts else {
                bail!(Qemu, InternalError, "Cannot parse USB device version {version}");
            };
            format!("0x{major:02}{minor:02}")
        }
    };
    let allowed = u8::from(device.allow.is_some_and(|allow| allow.0));
    Ok(format!("{}:{}:{}:{version}:{allowed}", any(&device.class), any(&device.vendor), any(&device.product)))
}

/// What makes a device of the host.
pub fn steps(plan: &Plan<'_>, hostdev: &Hostdev) -> Result<Vec<Step>> {
    if hostdev.mode == Some(HostdevMode::Capabilities) {
        bail!(Qemu, ConfigUnsupported, "hostdev mode 'capabilities' is not supported in {}", "QEMU");
    }
    // A device that is kept for the guest, and not given to it.
    if matches!(hostdev.info.address.as_deref(), Some(Address::Unassigned(_))) {
        return Ok(Vec::new());
    }
    let source = hostdev.source.as_deref();
    let source = source.ok_or_else(|| error!(Qemu, InternalError, "a host device has no source"))?;
    let mut steps = Vec::new();
    let props = match hostdev.kind {
        Some(HostdevType::Usb) => {
            if source.missing.is_some_and(|missing| missing.0) {
                return Ok(steps);
            }
            usb(plan, hostdev, source)?
        }
        Some(HostdevType::Pci) => pci(plan, hostdev, source)?,
        Some(HostdevType::Mdev) => mediated(plan, hostdev, source)?,
        Some(HostdevType::Scsi) => scsi(plan, hostdev, source, &mut steps)?,
        Some(HostdevType::ScsiHost) => return Err(refuse("<hostdev type='scsi_host'>")),
        other => {
            let kind = other.map_or("", |kind| kind.as_str());
            bail!(Qemu, ConfigUnsupported, "hostdev subsys type '{kind}' is not supported");
        }
    };
    steps.extend(zpci(&hostdev.info)?.map(Step::Device));
    steps.push(Step::Device(props));
    Ok(steps)
}

fn put_boot(props: &mut Props, plan: &Plan<'_>, hostdev: &Hostdev) {
    props.put_some("bootindex", plan.boot_index(&hostdev.info));
    put_loadparm(props, plan, &hostdev.info);
}

fn usb(plan: &Plan<'_>, hostdev: &Hostdev, source: &HostdevSource) -> Result<Props> {
    let (bus, device) = usb_place(source)?;
    let mut props = Props::device("usb-host");
    if plan.emulator.has(Flag::UsbHostHostdevice) {
        props.put("hostdevice", format!("/dev/bus/usb/{bus:03}/{device:03}"));
    } else {
        props.put("hostbus", bus);
        props.put("hostaddr", device);
    }
    props.put("id", alias(&hostdev.info)?);
    match source.guest_reset {
        None => {}
        Some(GuestReset::Off) => props.put("guest-reset", false),
        Some(GuestReset::On) => {
            props.put("guest-reset", true);
            props.put("guest-resets-all", true);
        }
        Some(GuestReset::Uninitialized) => {
            props.put("guest-reset", true);
            props.put("guest-resets-all", false);
        }
    }
    put_boot(&mut props, plan, hostdev);
    put_address(&mut props, plan, &hostdev.info)?;
    Ok(props)
}

/// The bus and number of the host's USB device, which a document may name by its vendor and product instead.
pub fn usb_place(source: &HostdevSource) -> Result<(u64, u64)> {
    let address = source.address.as_deref();
    let bus = address.and_then(|address| address.bus.as_deref()).and_then(|bus| virt_xml::unsigned(bus, 0));
    let device = address.and_then(|address| address.device).map(|device| device.0);
    if let (Some(bus), Some(device)) = (bus, device) {
        return Ok((bus, device));
    }
    let (Some(vendor), Some(product)) = (source.vendor, source.product) else {
        bail!(Qemu, InternalError, "a USB device of the host has neither an address nor a vendor");
    };
    let (vendor, product) = (vendor.0, product.0);
    let mut found = Vec::new();
    for entry in fs::read_dir("/sys/bus/usb/devices").into_iter().flatten().flatten() {
        let number = |file: &str, radix: u32| {
            let text = fs::read_to_string(entry.path().join(file)).ok()?;
            u64::from_str_radix(text.trim(), radix).ok()
        };
        if number("idVendor", 16) == Some(vendor) && number("idProduct", 16) == Some(product) {
            found.extend(number("busnum", 10).zip(number("devnum", 10)));
        }
    }
    match (&found[..], bus) {
        ([one], None) => Ok(*one),
        (found, Some(bus)) => match found.iter().find(|(at, _)| *at == bus) {
            Some(place) => Ok(*place),
            None => bail!(
                Qemu,
                OperationFailed,
                "Did not find USB device {vendor:04x}:{product:04x} bus:{bus:03} device:{:03}",
                device.unwrap_or(0)
            ),
        },
        ([], None) => {
            bail!(Qemu, InternalError, "Did not find USB device {vendor:04x}:{product:04x}")
        }
        (_, None) => bail!(
            Qemu,
            OperationFailed,
            "Multiple USB devices for {vendor:x}:{product:x}, use <address> to specify one"
        ),
    }
}

fn pci(plan: &Plan<'_>, hostdev: &Hostdev, source: &HostdevSource) -> Result<Props> {
    match hostdev.driver.as_ref().and_then(|driver| driver.name) {
        None | Some(PciBackend::Default | PciBackend::Vfio) => {}
        Some(other) => bail!(Qemu, InternalError, "invalid PCI passthrough type '{other}'"),
    }
    let address = source.address.as_deref();
    let address =
        address.ok_or_else(|| error!(Qemu, InternalError, "a PCI device of the host has no address"))?;
    let bus = address.bus.as_deref().and_then(|bus| virt_xml::unsigned(bus, 0)).unwrap_or(0);
    let place = format!(
        "{:04x}:{bus:02x}:{:02x}.{:x}",
        address.domain.map_or(0, |n| n.0),
        address.slot.map_or(0, |n| n.0),
        address.function.map_or(0, |n| n.0)
    );
    let framebuffer = hostdev.ramfb == Some(OnOff(true));
    let mut props = Props::device(if framebuffer { "vfio-pci-nohotplug" } else { "vfio-pci" });
    props.put("host", place);
    props.put("id", alias(&hostdev.info)?);
    props.put_word("display", hostdev.display);
    props.put_switch("ramfb", hostdev.ramfb.filter(|_| framebuffer));
    put_boot(&mut props, plan, hostdev);
    let teaming = hostdev.teaming.as_ref().filter(|teaming| teaming.kind.as_deref() == Some("transient"));
    props.put_some("failover_pair_id", teaming.and_then(|teaming| teaming.persistent.as_deref()));
    put_address(&mut props, plan, &hostdev.info)?;
    put_rom(&mut props, &hostdev.info);
    Ok(props)
}

fn mediated(plan: &Plan<'_>, hostdev: &Hostdev, source: &HostdevSource) -> Result<Props> {
    let uuid = source.address.as_ref().and_then(|address| address.uuid.as_deref());
    let uuid = uuid.ok_or_else(|| error!(Qemu, InternalError, "a mediated device has no UUID"))?;
    let framebuffer = hostdev.ramfb == Some(OnOff(true));
    let driver = match hostdev.model {
        Some(HostdevModel::VfioPci) if framebuffer => "vfio-pci-nohotplug",
        Some(HostdevModel::VfioPci) => "vfio-pci",
        Some(HostdevModel::VfioCcw) => "vfio-ccw",
        Some(HostdevModel::VfioAp) => "vfio-ap",
        other => {
            let model = other.map_or("", |model| model.as_str());
            bail!(Qemu, ConfigUnsupported, "mediated device model '{model}' is not supported");
        }
    };
    let mut props = Props::device(driver).with("id", alias(&hostdev.info)?);
    props.put("sysfsdev", format!("/sys/bus/mdev/devices/{uuid}"));
    props.put_word("display", hostdev.display);
    props.put_switch("ramfb", hostdev.ramfb.filter(|_| framebuffer));
    put_boot(&mut props, plan, hostdev);
    put_address(&mut props, plan, &hostdev.info)?;
    put_rom(&mut props, &hostdev.info);
    Ok(props)
}

/// The number of the node of a SCSI device of the host: behind those of all disks.
fn node_number(plan: &Plan<'_>, hostdev: &Hostdev) -> Result<u32> {
    let mut last = 0;
    for disk in &plan.domain.devices.disks {
        last = super::blockdev::images(disk)?.iter().map(|image| image.index).fold(last, u32::max);
    }
    let scsi = plan.domain.devices.hostdevs.iter().filter(|one| one.kind == Some(HostdevType::Scsi));
    let place = scsi.into_iter().position(|one| std::ptr::eq(one, hostdev) || one == hostdev);
    Ok(last + 1 + place.unwrap_or(0) as u32)
}

fn scsi(plan: &Plan<'_>, hostdev: &Hostdev, source: &HostdevSource, steps: &mut Vec<Step>) -> Result<Props> {
    let name = format!("libvirt-{}-backend", node_number(plan, hostdev)?);
    let mut node = if source.protocol == Some(ScsiProtocol::Iscsi) {
        let auth = match &source.auth {
            Some(auth) => {
                let id = format!("{name}-secret0");
                let reference = auth.secret.as_deref();
                let reference = reference
                    .ok_or_else(|| error!(Qemu, InternalError, "authentication without a secret"))?;
                steps.push(Step::Object(secret::object(plan, reference, &id)?));
                Some((auth.username.clone().unwrap_or_default(), id))
            }
            None => None,
        };
        let unit = Source {
            name: source.name.clone(),
            hosts: source.hosts.clone(),
            initiator: source.initiator.clone(),
            ..Source::default()
        };
        blockdev_protocol::iscsi(&unit, auth)?
    } else {
        Props::device("host_device").with("filename", generic_device(source)?)
    };
    node.put("node-name", name.as_str());
    node.put("read-only", hostdev.readonly);
    steps.push(Step::Blockdev(node));
    let mut props = Props::device("scsi-generic").with("drive", name).with("id", alias(&hostdev.info)?);
    if hostdev.shareable {
        props.put("share-rw", true);
    }
    put_scsi_place(&mut props, plan, &hostdev.info)?;
    put_boot(&mut props, plan, hostdev);
    Ok(props)
}

/// `/dev/sg0` of a unit behind an adapter of the host.
fn generic_device(source: &HostdevSource) -> Result<String> {
    let adapter = source.adapter.as_deref().unwrap_or_default();
    let number = adapter.strip_prefix("scsi_host").and_then(|number| number.parse::<u32>().ok());
    let number = number.ok_or_else(|| error!(Qemu, InternalError, "Cannot parse adapter '{adapter}'"))?;
    let address = source.address.as_deref();
    let bus = address.and_then(|address| address.bus.as_deref()).unwrap_or("0");
    let target = address.and_then(|address| address.target).unwrap_or(0);
    let unit = address.and_then(|address| address.unit).unwrap_or(0);
    let place = format!("/sys/bus/scsi/devices/{number}:{bus}:{target}:{unit}/scsi_generic");
    let mut names = fs::read_dir(&place).into_iter().flatten().flatten();
    match names.next().and_then(|entry| entry.file_name().into_string().ok()) {
        Some(name) => Ok(format!("/dev/{name}")),
        None if source.startup_policy == Some(StartupPolicy::Optional) => {
            bail!(Qemu, ConfigUnsupported, "startupPolicy of SCSI devices is not supported")
        }
        None => bail!(
            Qemu,
            SystemError,
            "Could not find SCSI device '{number}:{bus}:{target}:{unit}' of the host"
        ),
    }
}
