//! What is behind a guest's network cards on the host: tap devices on a bridge or by themselves, macvtap devices, and
//! `passt` processes.

use super::{
    helper,
    traces::{Trace, Traces},
};
use crate::{command::InterfaceFiles, directories::Directories};
use std::{
    fs::OpenOptions,
    io,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
};
use virt_conf::domain::interface::{Interface, InterfaceType, NetBackend, NetBackendType, PortForward};
use virt_error::{Error, Origin, Result, bail, error};
use virt_sys::{
    netdev::{self, MacvtapMode, Settings},
    tap,
};
use virt_xml::YesNo;

/// Where the devices of a guest are made.
pub struct Place<'a> {
    pub directories: &'a Directories,
    pub id: i32,
    pub name: &'a str,
}

/// Makes what an interface needs on the host, and puts the device's name into the document.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` for what cannot be done here, `VIR_ERR_SYSTEM_ERROR` for what the host refuses.
pub fn prepare(place: &Place<'_>, interface: &mut Interface, traces: &mut Traces) -> Result<InterfaceFiles> {
    let kind = interface.kind.unwrap_or(InterfaceType::User);
    let mut files = InterfaceFiles::default();
    match kind {
        InterfaceType::Network => {
            let network = interface.source.as_ref().and_then(|source| source.network.as_deref());
            bail!(
                Qemu,
                ConfigUnsupported,
                "network '{}' of <interface type='network'>: this connection has no networks",
                network.unwrap_or_default()
            );
        }
        InterfaceType::Bridge | InterfaceType::Ethernet => {
            refuse_what_taps_lack(interface, kind)?;
            files.taps = tap_device(interface, kind, traces)?;
            files.vhosts = vhosts(interface, files.taps.len())?;
        }
        InterfaceType::Direct => {
            refuse_what_taps_lack(interface, kind)?;
            files.taps = macvtap_device(interface, traces)?;
            files.vhosts = vhosts(interface, files.taps.len())?;
        }
        InterfaceType::User => {
            let backend = interface.backend.as_ref().and_then(|backend| backend.kind);
            if backend == Some(NetBackendType::Passt) {
                passt(place, interface, traces)?;
            }
        }
        _ => {}
    }
    Ok(files)
}

/// What other parts of a host would have to do for a tap device.
fn refuse_what_taps_lack(interface: &Interface, kind: InterfaceType) -> Result<()> {
    let lacks = |element: &str| {
        Err(error!(
            Qemu,
            ConfigUnsupported, "<{element}> of <interface type='{kind}'> is not supported by this connection"
        ))
    };
    if interface.vlan.as_ref().is_some_and(|vlan| !vlan.tags.is_empty()) {
        bail!(
            Qemu,
            ConfigUnsupported,
            "an interface of type '{kind}' is requesting a vlan tag, but that is not supported for this type of connection"
        );
    }
    if interface.filterref.is_some() {
        return lacks("filterref");
    }
    if interface.virtualport.is_some() {
        return lacks("virtualport");
    }
    if interface.bandwidth.as_ref().is_some_and(|rate| rate.inbound.is_some() || rate.outbound.is_some()) {
        return lacks("bandwidth");
    }
    if interface.coalesce.as_ref().is_some_and(|coalesce| coalesce.rx.is_some()) {
        return lacks("coalesce");
    }
    let manager = interface.source.as_ref().and_then(|source| source.mac_table_manager.as_deref());
    if manager == Some("libvirt") {
        return lacks("source macTableManager='libvirt'");
    }
    Ok(())
}

fn queues(interface: &Interface) -> usize {
    interface.driver.as_ref().and_then(|driver| driver.queues).unwrap_or(1).clamp(1, 256) as usize
}

/// The address of the host's end: the guest's, marked so that a bridge never takes it for its own.
fn host_mac(interface: &Interface) -> Option<[u8; 6]> {
    let mut mac = interface.mac_address()?.0;
    mac[0] = 0xfe;
    Some(mac)
}

fn tap_device(interface: &mut Interface, kind: InterfaceType, traces: &mut Traces) -> Result<Vec<OwnedFd>> {
    let control = interface.backend.as_ref().and_then(|backend| backend.tap.clone());
    let control = PathBuf::from(control.unwrap_or_else(|| "/dev/net/tun".to_owned()));
    // A name that libvirt gives is only written for a running guest, and given anew with each start.
    let wanted =
        interface.target_name().filter(|name| !name.starts_with("vnet")).unwrap_or("vnet%d").to_owned();
    let unmanaged = interface.target.as_ref().is_some_and(|target| target.managed == Some(YesNo(false)));
    let (device, taps) = tap::make(&control, &wanted, queues(interface)).map_err(|cause| {
        Error::system(Origin::None, format!("Unable to create tap device {wanted}"), &cause)
    })?;
    interface.target.get_or_insert_default().dev = Some(device.clone());
    if unmanaged {
        return Ok(taps);
    }
    let bridge = match kind {
        InterfaceType::Bridge => interface.source.as_ref().and_then(|source| source.bridge.clone()),
        _ => None,
    };
    let mtu = match (interface.mtu.as_ref().and_then(|mtu| mtu.size), &bridge) {
        (Some(size), _) => Some(size),
        (None, Some(bridge)) => Some(netdev::mtu(bridge).map_err(|cause| {
            Error::system(Origin::None, format!("Cannot get interface MTU on '{bridge}'"), &cause)
        })?),
        (None, None) => None,
    };
    let (mac, name) = (host_mac(interface), device.as_str());
    let change = |settings: Settings<'_>, text: String| {
        netdev::change(name, settings).map_err(|cause| Error::system(Origin::None, text, &cause))
    };
    change(Settings { mac, ..Settings::default() }, format!("Cannot set interface MAC on '{name}'"))?;
    if mtu.is_some() {
        change(Settings { mtu, ..Settings::default() }, format!("Cannot set interface MTU on '{name}'"))?;
    }
    if let Some(bridge) = &bridge {
        let text = format!("Unable to add bridge {bridge} port {name}");
        change(Settings { bridge: Some(bridge), ..Settings::default() }, text)?;
        if interface.port == Some(YesNo(true)) {
            netdev::isolate(name).map_err(|cause| {
                Error::system(
                    Origin::None,
                    format!("Unable to set bridge {bridge} port {name} isolated"),
                    &cause,
                )
            })?;
        }
    }
    if let (InterfaceType::Ethernet, Some(script)) = (kind, &interface.script) {
        helper::run_script(script, name)?;
    }
    if let Some(script) = interface.downscript.as_ref().filter(|_| kind == InterfaceType::Ethernet) {
        traces.add(Trace::Script(PathBuf::from(script), vec![name.to_owned()]));
    }
    let up = Settings { up: Some(true), ..Settings::default() };
    change(up, format!("Unable to set interface '{name}' online"))?;
    Ok(taps)
}

fn macvtap_device(interface: &mut Interface, traces: &mut Traces) -> Result<Vec<OwnedFd>> {
    let source = interface.source.as_deref();
    let below = source.and_then(|source| source.dev.clone()).unwrap_or_default();
    let mode = match source.and_then(|source| source.mode.as_deref()) {
        Some("private") => MacvtapMode::Private,
        Some("bridge") => MacvtapMode::Bridge,
        Some("passthrough") => MacvtapMode::Passthrough,
        _ => MacvtapMode::Vepa,
    };
    let Some(mac) = interface.mac_address() else {
        bail!(Qemu, InternalError, "the interface on '{below}' has no address");
    };
    let wanted = interface.target_name().filter(|name| !name.starts_with("macvtap")).map(str::to_owned);
    let device = netdev::make_macvtap(wanted.as_deref(), &below, mac.0, mode).map_err(|cause| {
        Error::system(Origin::None, format!("error creating macvtap interface over {below}"), &cause)
    })?;
    traces.add(Trace::Device(device.clone()));
    interface.target.get_or_insert_default().dev = Some(device.clone());
    if let Some(size) = interface.mtu.as_ref().and_then(|mtu| mtu.size) {
        let settings = Settings { mtu: Some(size), ..Settings::default() };
        netdev::change(&device, settings).map_err(|cause| {
            Error::system(Origin::None, format!("Cannot set interface MTU on '{device}'"), &cause)
        })?;
    }
    let up = Settings { up: Some(true), ..Settings::default() };
    netdev::change(&device, up).map_err(|cause| {
        Error::system(Origin::None, format!("Unable to set interface '{device}' online"), &cause)
    })?;
    let open = |cause: io::Error| {
        Error::system(Origin::None, format!("cannot open macvtap tap device of '{device}'"), &cause)
    };
    let index = netdev::index(&device).map_err(open)?;
    tap::open_macvtap(index, queues(interface)).map_err(open)
}

/// The kernel's own processing of packets, one descriptor for each queue, where the card and the host have it.
fn vhosts(interface: &Interface, count: usize) -> Result<Vec<OwnedFd>> {
    let driver = interface.driver.as_ref().and_then(|driver| driver.name);
    let demanded = driver == Some(NetBackend::Vhost);
    let virtio = interface
        .model
        .as_ref()
        .and_then(|model| model.kind.as_deref())
        .is_some_and(|model| model.starts_with("virtio"));
    if driver == Some(NetBackend::Qemu) || !virtio {
        return Ok(Vec::new());
    }
    let path =
        interface.backend.as_ref().and_then(|backend| backend.vhost.as_deref()).unwrap_or("/dev/vhost-net");
    let mut files = Vec::with_capacity(count);
    for _ in 0..count {
        match OpenOptions::new().read(true).write(true).open(Path::new(path)) {
            Ok(file) => files.push(file.into()),
            Err(_) if demanded => {
                bail!(Qemu, ConfigUnsupported, "vhost-net was requested for an interface, but is unavailable")
            }
            // Without it the emulator does the work.
            Err(_) => return Ok(Vec::new()),
        }
    }
    Ok(files)
}

/// `passt/1-web-net0` under the directory of what runs; the socket, the pid file and the rest begin with it.
fn passt_base(place: &Place<'_>, interface: &Interface) -> Result<PathBuf> {
    let short = crate::directories::short_name(place.id, place.name);
    let short = short.strip_prefix("domain-").unwrap_or(&short);
    let alias = interface.info.alias.as_ref().map(|alias| alias.0.as_str());
    let alias =
        alias.ok_or_else(|| error!(Qemu, InternalError, "a network interface of the guest has no alias"))?;
    Ok(place.directories.run.join("passt").join(format!("{short}-{alias}")))
}

/// Starts the `passt` of an interface: its network is that of the host's user, without privileges.
fn passt(place: &Place<'_>, interface: &Interface, traces: &mut Traces) -> Result<()> {
    let base = passt_base(place, interface)?;
    let text = |ending: &str| format!("{}{ending}", base.display());
    let mut words = vec!["--one-off".to_owned(), "--socket".to_owned(), text(".socket")];
    let mut pair = |option: &str, value: String| words.extend([format!("--{option}"), value]);
    if let Some(mac) = interface.mac_address() {
        pair("mac-addr", mac.to_string());
    }
    pair("pid", text("-passt.pid"));
    if let Some(device) = interface.source.as_ref().and_then(|source| source.dev.clone()) {
        pair("interface", device);
    }
    if let Some(log) = interface.backend.as_ref().and_then(|backend| backend.log_file.clone()) {
        pair("log-file", log);
    }
    for ip in &interface.ips {
        let Some(address) = ip.address.clone() else { continue };
        let four = !address.contains(':');
        pair("address", address);
        if let Some(prefix) = ip.prefix.filter(|prefix| four && *prefix > 0 && *prefix <= 32) {
            let mask = u32::MAX.checked_shl(32 - prefix).unwrap_or(0);
            pair("netmask", std::net::Ipv4Addr::from(mask).to_string());
        }
    }
    for forward in &interface.port_forwards {
        let protocol = forward.proto.as_ref().map_or("tcp", |proto| proto.as_str());
        pair(&format!("{protocol}-ports"), ports(forward));
    }
    // Run as root it would turn into somebody who may not write beside us; it shuts itself in all the same.
    let ours = virt_sys::process::Credentials::default();
    if ours.user == 0 {
        pair("runas", format!("{}:{}", ours.user, ours.group));
    }
    let mut socket = base.clone().into_os_string();
    socket.push(".socket");
    traces.add(Trace::File(socket.into()));
    helper::start_daemon("passt", words, Path::new(&text("-passt.pid")), traces)
}

/// What `passt` forwards, in its own words.
fn ports(forward: &PortForward) -> String {
    let mut text = String::new();
    if let Some(address) = &forward.address {
        text.push_str(address);
    }
    if let Some(device) = &forward.dev {
        text.push('%');
        text.push_str(device);
    }
    if !text.is_empty() {
        text.push('/');
    }
    if forward.ranges.is_empty() {
        return text + "all";
    }
    let ranges = forward.ranges.iter().map(|range| {
        let (start, end) = (range.start.unwrap_or(0), range.end.filter(|end| *end > 0));
        let mut one = if range.exclude == Some(YesNo(true)) { "~".to_owned() } else { String::new() };
        one.push_str(&start.to_string());
        if let Some(end) = end {
            one.push_str(&format!("-{end}"));
        }
        if let Some(to) = range.to.filter(|to| *to > 0) {
            one.push_str(&format!(":{to}"));
            if let Some(end) = end {
                one.push_str(&format!("-{}", u64::from(to) + u64::from(end.saturating_sub(start))));
            }
        }
        one
    });
    text + &ranges.collect::<Vec<String>>().join(",")
}

/// Notes what the interfaces of a guest have that an earlier process started.
pub fn keep(place: &Place<'_>, interfaces: &[Interface], traces: &mut Traces) {
    for interface in interfaces {
        match interface.kind {
            Some(InterfaceType::Direct) => {
                traces.add_some(interface.target_name().map(|name| Trace::Device(name.to_owned())));
            }
            Some(InterfaceType::Ethernet) => {
                if let (Some(script), Some(name)) = (&interface.downscript, interface.target_name()) {
                    traces.add(Trace::Script(PathBuf::from(script), vec![name.to_owned()]));
                }
            }
            Some(InterfaceType::User) => {
                if let Ok(base) = passt_base(place, interface) {
                    helper::keep(Path::new(&format!("{}-passt.pid", base.display())), "passt", traces);
                    traces.add(Trace::File(PathBuf::from(format!("{}.socket", base.display()))));
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::domain::interface::{NetSource, PortRange};

    #[test]
    fn forwarded_ports_are_said_in_passts_words() {
        let range = |start, end, to, exclude| PortRange {
            start: Some(start),
            end,
            to,
            exclude: Some(YesNo(exclude)),
            ..PortRange::default()
        };
        let forward = PortForward {
            address: Some("10.0.0.1".to_owned()),
            dev: Some("eth0".to_owned()),
            ranges: vec![
                range(2022, None, Some(22), false),
                range(80, Some(90), Some(8080), false),
                range(85, None, None, true),
            ],
            ..PortForward::default()
        };
        assert_eq!(ports(&forward), "10.0.0.1%eth0/2022:22,80-90:8080-8090,~85");
        assert_eq!(ports(&PortForward::default()), "all");
    }

    fn interface(kind: InterfaceType) -> Interface {
        let mut interface = Interface { kind: Some(kind), ..Interface::default() };
        interface.mac.get_or_insert_default().address =
            Some(virt_conf::Mac([0x52, 0x54, 0, 0xaa, 0xbb, 0xcc]));
        interface
    }

    #[test]
    fn a_tap_is_made_with_the_guests_address_marked() {
        let directories = Directories::embedded(Path::new("/x"));
        let place = Place { directories: &directories, id: 1, name: "web" };
        let mut traces = Traces::default();
        let mut one = interface(InterfaceType::Ethernet);
        let files = match prepare(&place, &mut one, &mut traces) {
            Ok(files) => files,
            Err(error) => return println!("skipped: {error}"),
        };
        let device = one.target_name().unwrap().to_owned();
        assert_eq!(files.taps.len(), 1);
        let address = std::fs::read_to_string(format!("/sys/class/net/{device}/address")).unwrap();
        assert_eq!(address.trim(), "fe:54:00:aa:bb:cc");
        drop(files);
        assert!(netdev::index(&device).is_err());

        let mut two = interface(InterfaceType::Bridge);
        let source = NetSource { bridge: Some("no-such-br".to_owned()), ..NetSource::default() };
        two.source = Some(Box::new(source));
        let error = prepare(&place, &mut two, &mut traces).err().unwrap();
        assert!(error.message().contains("no-such-br"), "{error}");
    }

    #[test]
    fn what_cannot_be_done_is_named() {
        let directories = Directories::embedded(Path::new("/x"));
        let place = Place { directories: &directories, id: 1, name: "web" };
        let mut traces = Traces::default();
        let mut network = interface(InterfaceType::Network);
        assert!(prepare(&place, &mut network, &mut traces).is_err());
        let mut filtered = interface(InterfaceType::Bridge);
        filtered.filterref = Some(Box::default());
        let error = prepare(&place, &mut filtered, &mut traces).err().unwrap();
        assert!(error.message().contains("<filterref>"), "{error}");
    }
}
