//! The form of the other devices that libvirt writes: defaults that stand in the device alone, numbers in their
//! usual base, parts that belong to another type left out.

use super::ParseFlags;
use super::controller::{Controller, ControllerType};
use super::features::{Features, HypervMode, Switch};
use super::filesystem::{AccessMode, Filesystem, FilesystemType};
use super::hostdev::{Hostdev, HostdevMode, HostdevType, Redirfilter};
use super::input::{Input, InputBus, InputType};
use super::interface::{HostAddress, Interface, InterfaceType, NetSource};
use super::iommu::{Lease, Smartcard, SmartcardMode};
use super::memory_device::{Memballoon, Vsock};
use super::normalize_chardev::normalize_chardev;
use super::prelude::*;
use super::rng::{Rng, RngBackendModel};
use super::tpm::{Tpm, TpmBackendType};
use super::units::to_kib;
use super::watchdog::{Watchdog, WatchdogAction};
use virt_error::{Code, Error, Origin};
use virt_xml::YesNo;

pub(super) fn normalize_controller(controller: &mut Controller) {
    let kind = *controller.kind.get_or_insert(ControllerType::Ide);
    if kind == ControllerType::Usb && controller.info.master.is_none() {
        let port = match controller.model.as_deref() {
            Some("ich9-uhci1") => 0,
            Some("ich9-uhci2") => 2,
            Some("ich9-uhci3") => 4,
            _ => return,
        };
        let master = super::address::Master { startport: Some(port), ..Default::default() };
        controller.info.master = Some(Box::new(master));
    }
}

/// Models whose names are known whatever their case.
const MODELS: [&str; 23] = [
    "netfront",
    "rtl8139",
    "virtio",
    "e1000",
    "e1000e",
    "igb",
    "virtio-transitional",
    "virtio-non-transitional",
    "usb-net",
    "spapr-vlan",
    "lan9118",
    "scm91c111",
    "vlance",
    "vmxnet",
    "vmxnet2",
    "vmxnet3",
    "Am79C970A",
    "Am79C973",
    "82540EM",
    "82545EM",
    "82543GC",
    "ne2k_pci",
    "pcnet",
];

/// How names begin that are made up for a running guest.
const GENERATED: [&str; 3] = ["vnet", "macvtap", "macvlan"];

pub(super) fn normalize_interface(interface: &mut Interface, flags: ParseFlags) -> Result<()> {
    let unmanaged = interface.target.as_ref().is_some_and(|target| target.managed == Some(YesNo(false)));
    if !flags.live
        && !unmanaged
        && interface.target_name().is_some_and(|name| GENERATED.iter().any(|made| name.starts_with(made)))
    {
        if let Some(target) = &mut interface.target {
            target.dev = None;
        }
    }
    let kind = *interface.kind.get_or_insert(InterfaceType::User);
    if let Some(source) = &mut interface.source {
        keep_source(source, kind);
        if let Some(address) = &mut source.address {
            normalize_host_address(address)?;
        }
    }
    if let Some(model) = interface.model.as_mut().and_then(|model| model.kind.as_mut()) {
        if let Some(known) = MODELS.iter().find(|known| known.eq_ignore_ascii_case(model)) {
            (*known).clone_into(model);
        }
    }
    let virtio = interface.model.as_ref().and_then(|model| model.kind.as_deref());
    let virtio = virtio.is_some_and(|model| model.starts_with("virtio"));
    if let Some(driver) = &mut interface.driver {
        driver.queues = driver.queues.filter(|&queues| queues > 1);
        driver.rx_queue_size = driver.rx_queue_size.filter(|&size| size > 0);
        driver.tx_queue_size = driver.tx_queue_size.filter(|&size| size > 0);
    }
    if !virtio && kind != InterfaceType::Hostdev {
        interface.driver = None;
    }
    let frames = interface.coalesce.as_ref().and_then(|coalesce| coalesce.rx.as_ref()?.frames.as_ref()?.max);
    if frames.unwrap_or(0) == 0 {
        interface.coalesce = None;
    }
    let inner = interface.source.iter_mut().flat_map(|source| &mut source.ips);
    for ip in interface.ips.iter_mut().chain(inner) {
        let six = ip.address.as_deref().unwrap_or_default().contains(':');
        ip.family.get_or_insert_with(|| if six { "ipv6" } else { "ipv4" }.to_owned());
        ip.prefix = ip.prefix.filter(|&prefix| prefix > 0);
    }
    normalize_connection(interface, kind)
}

/// What an interface of this type says of its port on a switch and of its limits.
fn normalize_connection(interface: &mut Interface, kind: InterfaceType) -> Result<()> {
    use InterfaceType::*;
    if let Some(port) = &mut interface.virtualport {
        match kind {
            Network => port.complete(),
            Bridge | Direct | Hostdev => {
                port.require_type()?;
                port.complete();
                port.require_parameters()?;
            }
            _ => {
                let text = format!("<virtualport> element unsupported for <interface type='{kind}'>");
                bail!(Domain, ConfigUnsupported, "{text}");
            }
        }
    }
    if let Some(bandwidth) = &interface.bandwidth {
        match kind {
            Network => bandwidth.refuse_class()?,
            _ => bandwidth.refuse_port_only()?,
        }
        if bandwidth.inbound.is_none() && bandwidth.outbound.is_none() {
            interface.bandwidth = None;
        }
    }
    Ok(())
}

/// Keeps of a source what an interface of this type has.
fn keep_source(source: &mut NetSource, kind: InterfaceType) {
    use InterfaceType::*;
    if kind != Network {
        (source.network, source.portgroup) = (None, None);
    }
    if !matches!(kind, Network | Vds) {
        source.port_id = None;
    }
    if kind != Bridge {
        source.bridge = None;
    }
    if kind != Internal {
        source.name = None;
    }
    if !matches!(kind, Direct | Vdpa | User | VhostUser) {
        source.dev = None;
    }
    if kind == Direct {
        source.mode.get_or_insert_with(|| "vepa".to_owned());
    }
    if !matches!(kind, Direct | VhostUser) {
        source.mode = None;
    }
    if !matches!(kind, VhostUser) {
        (source.kind, source.path, source.reconnect) = (None, None, None);
    }
    if !matches!(kind, Server | Client | Mcast | Udp) {
        (source.host, source.port, source.local) = (None, None, None);
    }
    if kind != Hostdev {
        (source.address, source.vendor, source.product) = (None, None, None);
    }
}

/// The number of a bus of the host, which documents write in any base.
fn bus_number(word: &Text, limit: u64) -> Result<u64> {
    let word = word.as_deref().unwrap_or("0");
    match virt_xml::unsigned(word, 0).filter(|&bus| bus <= limit) {
        Some(bus) => Ok(bus),
        None => bail!(Xml, XmlError, "Invalid value for attribute 'bus' in element 'address': '{word}'."),
    }
}

/// PCI addresses are whole and hexadecimal, others decimal.
fn normalize_host_address(address: &mut HostAddress) -> Result<()> {
    if address.kind.as_deref() == Some("usb") {
        address.bus = Some(bus_number(&address.bus, u32::MAX.into())?.to_string());
        return Ok(());
    }
    address.domain.get_or_insert(Hex(0));
    address.bus = Some(format!("0x{:02x}", bus_number(&address.bus, 0xff)?));
    address.slot.get_or_insert(Hex(0));
    address.function.get_or_insert(Hex(0));
    Ok(())
}

pub(super) fn normalize_hostdev(hostdev: &mut Hostdev) -> Result<()> {
    let mode = *hostdev.mode.get_or_insert(HostdevMode::Subsystem);
    if mode != HostdevMode::Subsystem {
        return Ok(());
    }
    hostdev.managed.get_or_insert(YesNo(false));
    let Some(source) = &mut hostdev.source else { return Ok(()) };
    let kind = hostdev.kind;
    if kind == Some(HostdevType::Pci) {
        source.address.get_or_insert_default();
    }
    if let Some(address) = &mut source.address {
        match kind {
            Some(HostdevType::Pci) => {
                address.domain.get_or_insert(Hex(0));
                address.bus = Some(format!("0x{:02x}", bus_number(&address.bus, 0xff)?));
                address.slot.get_or_insert(Hex(0));
                address.function.get_or_insert(Hex(0));
            }
            Some(HostdevType::Usb | HostdevType::Scsi) if address.bus.is_some() => {
                address.bus = Some(bus_number(&address.bus, u32::MAX.into())?.to_string());
            }
            _ => {}
        }
    }
    // The unit of an iSCSI target is part of its name.
    if source.protocol == Some(super::hostdev::ScsiProtocol::Iscsi) {
        if let Some(name) = source.name.as_mut().filter(|name| !name.contains('/')) {
            name.push_str("/0");
        }
        for host in source.hosts.iter_mut().filter(|host| host.port.is_none()) {
            host.port = Some("3260".to_owned());
        }
    }
    Ok(())
}

pub(super) fn normalize_filesystem(filesystem: &mut Filesystem) -> Result<()> {
    let kind = *filesystem.kind.get_or_insert(FilesystemType::Mount);
    let socket = filesystem.source.as_ref().is_some_and(|source| source.socket.is_some());
    if !socket && filesystem.accessmode.is_none_or(|mode| mode == AccessMode::Default) {
        filesystem.accessmode = Some(AccessMode::Passthrough);
    }
    if kind == FilesystemType::Ram {
        if let Some(source) = &mut filesystem.source {
            super::units::in_kib(&mut source.usage, &mut source.units)?;
        }
    }
    for limit in [&mut filesystem.space_hard_limit, &mut filesystem.space_soft_limit].into_iter().flatten() {
        if let Some(value) = &mut limit.value {
            *value = super::units::bytes(*value, limit.unit.as_deref(), "bytes")?;
            limit.unit = Some("bytes".to_owned());
        }
    }
    Ok(())
}

pub(super) fn normalize_input(input: &mut Input) -> Result<()> {
    let Some(kind) = input.kind else {
        bail!(Domain, InternalError, "missing input device type");
    };
    if input.bus.is_none_or(|bus| bus == InputBus::Default) {
        input.bus = match kind {
            InputType::Mouse | InputType::Keyboard => Some(InputBus::Ps2),
            InputType::Passthrough => Some(InputBus::Virtio),
            InputType::Tablet => Some(InputBus::Usb),
            InputType::Evdev => Some(InputBus::None),
        };
    }
    if input.bus == Some(InputBus::Ps2) && !matches!(kind, InputType::Mouse | InputType::Keyboard) {
        bail!(Domain, InternalError, "ps2 bus does not support {kind} input device");
    }
    if input.bus == Some(InputBus::Xen) && kind == InputType::Tablet {
        bail!(Domain, InternalError, "unsupported input bus xen");
    }
    if kind == InputType::Evdev {
        input.bus = None;
    }
    Ok(())
}

pub(super) fn normalize_watchdog(watchdog: &mut Watchdog) -> Result<()> {
    if watchdog.model.is_none() {
        bail!(Domain, InternalError, "watchdog must contain model name");
    }
    watchdog.action.get_or_insert(WatchdogAction::Reset);
    Ok(())
}

pub(super) fn normalize_balloon(balloon: &mut Memballoon) {
    balloon.stats = balloon.stats.filter(|&period| period > 0);
}

pub(super) fn normalize_rng(rng: &mut Rng, flags: ParseFlags) -> Result<()> {
    let Some(backend) = &mut rng.backend else {
        bail!(Domain, XmlError, "only one RNG backend is supported");
    };
    match backend.model {
        Some(RngBackendModel::Random) => {
            backend.path.get_or_insert_with(|| "/dev/random".to_owned());
            Ok(())
        }
        Some(RngBackendModel::Egd) => normalize_chardev(&mut backend.kind, &mut backend.source, flags),
        _ => Ok(()),
    }
}

pub(super) fn normalize_tpm(tpm: &mut Tpm) -> Result<()> {
    let Some(backend) = &mut tpm.backend else {
        bail!(Domain, XmlError, "missing TPM device backend");
    };
    if let Some(secret) = backend.encryption.as_deref().filter(|word| crate::Uuid::parse(word).is_none()) {
        bail!(Domain, InternalError, "Unable to parse secret uuid '{secret}'");
    }
    if backend.kind == Some(TpmBackendType::Passthrough) {
        backend.device.get_or_insert_with(|| "/dev/tpm0".to_owned());
    }
    Ok(())
}

pub(super) fn normalize_vsock(vsock: &mut Vsock) {
    let cid = vsock.cid.get_or_insert_default();
    if cid.auto.is_none() {
        cid.auto = Some(YesNo(cid.address.is_none()));
    }
}

pub(super) fn normalize_smartcard(card: &mut Smartcard, flags: ParseFlags) -> Result<()> {
    if card.mode == Some(SmartcardMode::Passthrough) {
        return normalize_chardev(&mut card.kind, &mut card.source, flags);
    }
    Ok(())
}

/// Numbers of a filter are written as libvirt writes them; -1 stands for any.
pub(super) fn normalize_redirfilter(filter: &mut Redirfilter) -> Result<()> {
    for device in &mut filter.devices {
        number(&mut device.class, 2, 0xff, "class")?;
        number(&mut device.vendor, 4, 0xffff, "vendor")?;
        number(&mut device.product, 4, 0xffff, "product")?;
        if let Some(version) = &device.version {
            if version == "-1" {
                device.version = None;
                continue;
            }
            // One digit behind the point means tenths: 1.1 is 1.10.
            let (major, minor) = version.split_once('.').unwrap_or((version, "0"));
            let tenths = minor.len() == 1;
            match (major.parse::<u8>(), minor.parse::<u8>()) {
                (Ok(major), Ok(minor)) if major <= 99 && minor <= 99 => {
                    let minor = if tenths { minor * 10 } else { minor };
                    device.version = Some(format!("{major}.{minor:02}"));
                }
                _ => bail!(Domain, XmlError, "Cannot parse USB device version {version}"),
            }
        }
    }
    Ok(())
}

fn number(place: &mut Text, width: usize, limit: u64, what: &str) -> Result<()> {
    let Some(word) = place.as_deref() else { return Ok(()) };
    if word == "-1" {
        *place = None;
        return Ok(());
    }
    match virt_xml::unsigned(word, 0).filter(|&number| number <= limit) {
        Some(number) => *place = Some(format!("0x{number:0width$X}")),
        None => {
            let text = format!(
                "Invalid value for attribute '{what}' in element 'usbdev': '{word}'. Expected integer value"
            );
            return Err(Error::new(Origin::Xml, Code::XmlError, text));
        }
    }
    Ok(())
}

pub(super) fn normalize_lease(lease: &mut Lease) {
    if let Some(target) = &mut lease.target {
        target.offset = target.offset.filter(|&offset| offset > 0);
    }
}

/// A feature that is named without a state is on.
pub(super) fn normalize_features(features: &mut Features) -> Result<()> {
    let on = |feature: &mut Option<Box<Switch>>| {
        if let Some(switch) = feature {
            switch.state.get_or_insert(OnOff(true));
        }
    };
    on(&mut features.hap);
    on(&mut features.pvspinlock);
    on(&mut features.pmu);
    on(&mut features.vmport);
    on(&mut features.vmcoreinfo);
    on(&mut features.htm);
    on(&mut features.nested_hv);
    on(&mut features.ccf_assist);
    if let Some(smm) = &mut features.smm {
        smm.state.get_or_insert(OnOff(true));
    }
    if let Some(hyperv) = &mut features.hyperv {
        hyperv.mode.get_or_insert(HypervMode::Custom);
    }
    if let Some(hpt) = &mut features.hpt {
        to_kib(&mut hpt.maxpagesize)?;
    }
    if let Some(tcg) = &mut features.tcg {
        to_kib(&mut tcg.tb_cache)?;
    }
    Ok(())
}
