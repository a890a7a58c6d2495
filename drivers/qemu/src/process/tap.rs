//! Tap devices: those that are made for a guest, on a bridge or by themselves, and those that somebody has made before.

use super::{
    helper, network,
    traces::{Trace, Traces},
};
use nix::errno::Errno;
use std::{
    io,
    net::{IpAddr, Ipv4Addr},
    os::fd::OwnedFd,
    path::{Path, PathBuf},
};
use virt_conf::domain::interface::{Interface, InterfaceType, Ip, Route};
use virt_error::{Error, Origin, Result, bail, error};
use virt_sys::{
    netdev::{self, Settings},
    tap::{self, Form},
};
use virt_xml::YesNo;

/// Makes or opens the device of an interface; its name is then that of the interface's target.
pub fn prepare(interface: &mut Interface, kind: InterfaceType, traces: &mut Traces) -> Result<Vec<OwnedFd>> {
    let unmanaged = kind == InterfaceType::Ethernet
        && interface.target.as_ref().is_some_and(|target| target.managed == Some(YesNo(false)));
    let (device, taps) = if unmanaged { existing(interface)? } else { new(interface)? };
    interface.target.get_or_insert_default().dev = Some(device.clone());
    let name = device.as_str();
    if kind == InterfaceType::Bridge {
        let bridge = interface.source.as_ref().and_then(|source| source.bridge.as_deref());
        join(interface, name, bridge.unwrap_or_default())?;
        return Ok(taps);
    }
    if !unmanaged {
        set(name, Settings { mac: host_mac(interface), ..Settings::default() }, "MAC")?;
        set_up(name)?;
    }
    if let Some(script) = &interface.script {
        helper::run_script(script, name)?;
    }
    if let Some(script) = &interface.downscript {
        traces.add(Trace::Script(PathBuf::from(script), vec![name.to_owned()]));
    }
    let mtu = interface.mtu.as_ref().and_then(|mtu| mtu.size).filter(|_| !unmanaged);
    if mtu.is_some() {
        set(name, Settings { mtu, ..Settings::default() }, "MTU")?;
    }
    if let Some(source) = &interface.source {
        source.ips.iter().try_for_each(|ip| add_address(name, ip))?;
        source.routes.iter().try_for_each(|route| add_route(name, route))?;
    }
    Ok(taps)
}

/// Makes a device. A name that libvirt gives is only written for a running guest, and given anew with each start.
fn new(interface: &Interface) -> Result<(String, Vec<OwnedFd>)> {
    let wanted = interface.target_name().filter(|name| !name.starts_with("vnet")).unwrap_or("vnet%d");
    if wanted.len() >= netdev::NAME_SIZE {
        let cause = io::Error::from(Errno::ERANGE);
        let text = format!("Network interface name '{wanted}' is too long");
        return Err(Error::system(Origin::None, text, &cause));
    }
    open(interface, wanted, network::form(interface))
}

/// Opens a device that somebody has made, and leaves it as it is.
fn existing(interface: &Interface) -> Result<(String, Vec<OwnedFd>)> {
    let Some(name) = interface.target_name() else {
        bail!(Qemu, InternalError, "target dev must be supplied when managed='no'");
    };
    let Ok(link) = netdev::link(name) else {
        bail!(Qemu, InternalError, "target managed='no' but specified dev doesn't exist");
    };
    let form = Form { new: false, ..network::form(interface) };
    if link.kind.as_deref() != Some("macvtap") {
        return open(interface, name, form);
    }
    let files = netdev::index(name).and_then(|index| tap::open_macvtap(index, form)).map_err(|cause| {
        Error::system(Origin::None, format!("cannot open macvtap tap device of '{name}'"), &cause)
    })?;
    Ok((name.to_owned(), files))
}

fn open(interface: &Interface, name: &str, form: Form) -> Result<(String, Vec<OwnedFd>)> {
    let control = interface.backend.as_ref().and_then(|backend| backend.tap.as_deref());
    tap::make(Path::new(control.unwrap_or("/dev/net/tun")), name, form).map_err(|cause| {
        match form.new && netdev::index(name).is_ok() {
            true => error!(None, OperationInvalid, "The {name} interface already exists"),
            false => Error::system(Origin::None, format!("Unable to create tap device {name}"), &cause),
        }
    })
}

/// The address of the host's end: the guest's, marked so that a bridge never takes it for its own.
fn host_mac(interface: &Interface) -> Option<[u8; 6]> {
    let mut mac = interface.mac_address()?.0;
    mac[0] = if mac[0] == 0xfe { 0xfa } else { 0xfe };
    Some(mac)
}

fn set(name: &str, settings: Settings<'_>, what: &str) -> Result<()> {
    netdev::change(name, settings).map_err(|cause| {
        Error::system(Origin::None, format!("Cannot set interface {what} on '{name}'"), &cause)
    })
}

pub(super) fn set_up(name: &str) -> Result<()> {
    netdev::change(name, Settings { up: Some(true), ..Settings::default() }).map_err(|cause| {
        Error::system(Origin::None, format!("Unable to set interface '{name}' online"), &cause)
    })
}

/// Makes a new device a port of a bridge, whose size of packets it gets unless the guest has one of its own.
fn join(interface: &Interface, name: &str, bridge: &str) -> Result<()> {
    let mtu = match interface.mtu.as_ref().and_then(|mtu| mtu.size) {
        Some(size) => size,
        None => netdev::mtu(bridge).map_err(|cause| {
            Error::system(Origin::None, format!("Cannot get interface MTU on '{bridge}'"), &cause)
        })?,
    };
    set(name, Settings { mac: host_mac(interface), ..Settings::default() }, "MAC")?;
    set(name, Settings { mtu: Some(mtu), ..Settings::default() }, "MTU")?;
    enter(name, bridge)?;
    if interface.port == Some(YesNo(true)) {
        isolate(name, bridge, true)?;
    }
    set_up(name)
}

fn enter(name: &str, bridge: &str) -> Result<()> {
    netdev::change(name, Settings { bridge: Some(bridge), ..Settings::default() }).map_err(|cause| {
        Error::system(Origin::None, format!("Unable to add bridge {bridge} port {name}"), &cause)
    })
}

/// Keeps a port of a bridge from others that are kept so, or no longer.
pub fn isolate(name: &str, bridge: &str, isolated: bool) -> Result<()> {
    netdev::isolate(name, isolated).map_err(|cause| {
        Error::system(Origin::None, format!("Unable to set bridge {bridge} port {name} isolated"), &cause)
    })
}

/// Puts the device of a running guest on another bridge; it stays on the old one when that fails.
///
/// Errors: `VIR_ERR_OPERATION_FAILED` when there is no such bridge, `VIR_ERR_SYSTEM_ERROR`.
pub fn change_bridge(name: &str, old: &str, new: &str) -> Result<()> {
    if netdev::index(new).is_err() {
        bail!(Qemu, OperationFailed, "bridge {new} doesn't exist");
    }
    // The old bridge may be gone, and the device with it a port of none.
    if netdev::index(old).is_ok() {
        netdev::leave_bridge(name).map_err(|cause| {
            Error::system(Origin::None, format!("Unable to remove bridge {old} port {name}"), &cause)
        })?;
    }
    enter(name, new).inspect_err(|_| {
        if let Err(why) = enter(name, old) {
            log::warn!("device {name} is no longer on bridge {old}: {}", why.message());
        }
    })
}

fn address(text: Option<&str>, element: &str) -> Result<IpAddr> {
    let text = text.unwrap_or_default();
    text.parse().map_err(|_| error!(Domain, XmlError, "Invalid address '{text}' in <{element}>"))
}

/// How much of an address names its network, where nobody says it: what its class tells.
fn prefix(address: IpAddr, netmask: Option<&str>, given: Option<u32>) -> Result<u8> {
    let most = if address.is_ipv4() { 32 } else { 128 };
    if let Some(prefix) = given.filter(|prefix| *prefix > 0) {
        return match u8::try_from(prefix) {
            Ok(prefix) if prefix <= most => Ok(prefix),
            _ => Err(error!(Qemu, InternalError, "Invalid prefix {prefix} of address '{address}'")),
        };
    }
    if let Some(netmask) = netmask {
        return match netmask.parse().map(|mask: Ipv4Addr| u32::from(mask)) {
            Ok(mask) if address.is_ipv4() && mask.leading_ones() == mask.count_ones() => {
                Ok(mask.count_ones() as u8)
            }
            _ => Err(error!(Qemu, InternalError, "Invalid netmask '{netmask}' of address '{address}'")),
        };
    }
    match address {
        _ if address.is_unspecified() => Ok(0),
        IpAddr::V6(_) => Ok(64),
        IpAddr::V4(four) => match four.octets()[0] {
            0..=127 => Ok(8),
            128..=191 => Ok(16),
            192..=223 => Ok(24),
            _ => Err(error!(Qemu, InternalError, "Failed to determine prefix for IP address '{address}'")),
        },
    }
}

/// Gives the host's end an address.
fn add_address(device: &str, ip: &Ip) -> Result<()> {
    let local = address(ip.address.as_deref(), "ip")?;
    let peer = ip.peer.as_deref().map(|peer| address(Some(peer), "ip")).transpose()?;
    if peer.is_some_and(|peer| peer.is_ipv4() != local.is_ipv4()) {
        bail!(Domain, XmlError, "Invalid peer '{}' in <ip>", ip.peer.as_deref().unwrap_or_default());
    }
    let prefix = prefix(local, None, ip.prefix)?;
    netdev::add_address(device, local, prefix, peer).map_err(|cause| {
        let text = format!("Failed to add IP address '{local}/{prefix}' to {device}");
        Error::system(Origin::None, text, &cause)
    })
}

/// Lets the host reach a network through the guest.
fn add_route(device: &str, route: &Route) -> Result<()> {
    let to = address(route.address.as_deref(), "route")?;
    let gateway = address(route.gateway.as_deref(), "route")?;
    if to.is_ipv4() != gateway.is_ipv4() {
        bail!(Domain, XmlError, "Invalid gateway '{gateway}' in <route>");
    }
    let prefix = prefix(to, route.netmask.as_deref(), route.prefix)?;
    let metric = route.metric.filter(|metric| *metric > 0).unwrap_or(1);
    netdev::add_route(device, to, prefix, gateway, metric)
        .map_err(|cause| Error::system(Origin::None, format!("Error adding route to {device}"), &cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_as_large_as_it_is_said_or_as_its_class() {
        let of = |text: &str, netmask, given| prefix(text.parse().unwrap(), netmask, given).ok();
        assert_eq!(of("10.3.3.1", None, None), Some(8));
        assert_eq!(of("172.16.0.1", None, Some(0)), Some(16));
        assert_eq!(of("192.168.1.1", None, None), Some(24));
        assert_eq!(of("192.168.1.1", Some("255.255.255.128"), None), Some(25));
        assert_eq!(of("192.168.1.1", Some("255.0.255.0"), None), None);
        assert_eq!(of("192.168.1.1", None, Some(33)), None);
        assert_eq!(of("239.1.1.1", None, None), None);
        assert_eq!((of("0.0.0.0", None, None), of("::", None, None)), (Some(0), Some(0)));
        assert_eq!((of("fd00::1", None, None), of("fd00::1", None, Some(48))), (Some(64), Some(48)));
    }
}
