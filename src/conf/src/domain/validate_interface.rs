//! What is refused of a network interface by itself, with libvirt's codes and texts.

use super::interface::{Interface, InterfaceType, Ip, Route};
use super::prelude::*;
use super::validate_devices::check_info;
use crate::{Checked, checked::Plain};
use std::net::IpAddr;
use virt_xml::YesNo;

pub(super) fn check_interface(interface: &Interface) -> Result<()> {
    let kind = interface.kind.unwrap_or(InterfaceType::User);
    let source = interface.source.as_deref();
    use InterfaceType::*;
    let named = |place: fn(&super::interface::NetSource) -> bool| source.is_some_and(place);
    let there = match kind {
        Network => named(|source| source.network.is_some()),
        Bridge => named(|source| source.bridge.is_some()),
        Direct | Vdpa => named(|source| source.dev.is_some()),
        Internal => named(|source| source.name.is_some()),
        Server | Client | Mcast | Udp => named(|source| source.port.is_some()),
        VhostUser | Hostdev => source.is_some(),
        _ => true,
    };
    let passt = interface.backend.as_ref().and_then(|backend| backend.kind)
        == Some(super::interface::NetBackendType::Passt);
    let forwards = passt && matches!(kind, User | VhostUser);
    if !forwards && !interface.port_forwards.is_empty() {
        bail!(
            Domain,
            ConfigUnsupported,
            "The <portForward> element can only be used with the 'passt' backend of interface type='user' or type='vhostuser'"
        );
    }
    if !there && !passt {
        if source.is_none() {
            bail!(Domain, XmlError, "interface type='{kind}' requires a 'source' element");
        }
        let attribute = match kind {
            Network => "network",
            Bridge => "bridge",
            Internal => "name",
            Server | Client | Mcast | Udp => "port",
            _ => "dev",
        };
        return Err(virt_xml::missing_attribute("source", attribute));
    }
    check_source(interface, kind, passt)?;
    if let Some(mac) = interface.mac_address() {
        if mac.is_multicast() {
            bail!(Domain, XmlError, "expected unicast mac address, found multicast '{mac}'");
        }
    }
    if let Some(model) = interface.model.as_ref().and_then(|model| model.kind.as_deref()) {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if !model.bytes().all(allowed) {
            bail!(Domain, InvalidArg, "Model name contains invalid characters");
        }
    }
    check_host_side(interface, kind)?;
    for ip in &interface.ips {
        check_address(ip)?;
    }
    interface.routes.iter().try_for_each(|route| check_route(route, "guest interface"))?;
    check_info(&interface.info)
}

/// What only some kinds of interfaces have on the host.
fn check_host_side(interface: &Interface, kind: InterfaceType) -> Result<()> {
    let source = interface.source.as_deref();
    let (ips, routes) = source.map_or((&[][..], &[][..]), |source| (&source.ips[..], &source.routes[..]));
    if kind != InterfaceType::Ethernet && !(ips.is_empty() && routes.is_empty()) {
        bail!(
            Domain,
            ConfigUnsupported,
            "Invalid attempt to set network interface host-side IP route and/or address info on interface of type \
             '{kind}'. This is only supported on interfaces of type 'ethernet'"
        );
    }
    ips.iter().try_for_each(check_address)?;
    routes.iter().try_for_each(|route| check_route(route, "interface host IP"))?;
    let unmanaged = interface.target.as_ref().is_some_and(|target| target.managed == Some(YesNo(false)));
    if unmanaged && kind != InterfaceType::Ethernet {
        bail!(
            Domain,
            ConfigUnsupported,
            "unmanaged target dev is not supported on interfaces of type '{kind}'"
        );
    }
    if interface.port == Some(YesNo(true)) && !matches!(kind, InterfaceType::Network | InterfaceType::Bridge)
    {
        let mac = interface.mac_address().map(|mac| mac.to_string()).unwrap_or_default();
        bail!(
            Domain,
            ConfigUnsupported,
            "interface {mac} - <port isolated='yes'/> is not supported for network interfaces with type='{kind}'"
        );
    }
    Ok(())
}

/// Reads an address of a family, or of any when none is named.
fn address_of(text: &str, family: Option<&str>) -> Option<IpAddr> {
    let address: IpAddr = text.parse().ok()?;
    match family {
        Some("ipv4") if !address.is_ipv4() => None,
        Some("ipv6") if !address.is_ipv6() => None,
        _ => Some(address),
    }
}

fn check_address(ip: &Ip) -> Result<()> {
    let Some(text) = ip.address.as_deref() else {
        bail!(Domain, XmlError, "Missing required address in <ip>");
    };
    let Some(address) = address_of(text, ip.family.as_deref()) else {
        bail!(Domain, XmlError, "Invalid address '{text}' in <ip>");
    };
    if let Some(prefix) = ip.prefix.filter(|&prefix| prefix > if address.is_ipv4() { 32 } else { 128 }) {
        bail!(Domain, XmlError, "Invalid prefix value '{prefix}' in <ip>");
    }
    let family = if address.is_ipv4() { "ipv4" } else { "ipv6" };
    match ip.peer.as_deref() {
        Some(peer) if address_of(peer, Some(family)).is_none() => {
            bail!(Domain, InvalidArg, "Invalid peer '{peer}' in <ip>")
        }
        _ => Ok(()),
    }
}

/// A route is refused for the same reasons as one of a network.
fn check_route(route: &Route, owner: &str) -> Result<()> {
    let word = |text: &Option<String>| {
        let text = text.as_ref()?;
        Some(
            text.parse().map_or_else(|_| Checked::Bad(text.clone()), |address| Checked::Good(Plain(address))),
        )
    };
    let mut route = crate::network::Route {
        family: route.family.clone(),
        address: word(&route.address),
        netmask: word(&route.netmask),
        prefix: route.prefix,
        gateway: word(&route.gateway),
        ..Default::default()
    };
    route.validate(owner)
}

/// The modes of a source, and what a user-space switch needs.
fn check_source(interface: &Interface, kind: InterfaceType, passt: bool) -> Result<()> {
    let Some(source) = interface.source.as_deref() else { return Ok(()) };
    let bad_mode = |mode: &str| {
        error!(Xml, XmlError, "Invalid value for attribute 'mode' in element 'source': '{mode}'.")
    };
    let mode = source.mode.as_deref();
    if kind == InterfaceType::Direct {
        let known = mode.is_none_or(|mode| ["vepa", "private", "bridge", "passthrough"].contains(&mode));
        return if known { Ok(()) } else { Err(bad_mode(mode.unwrap_or_default())) };
    }
    if kind != InterfaceType::VhostUser || passt {
        return Ok(());
    }
    match source.kind.as_deref() {
        None => return Err(virt_xml::missing_attribute("source", "type")),
        Some("unix") => {}
        Some(other) => {
            bail!(Domain, ConfigUnsupported, "Type='{other}' unsupported for <interface type='vhostuser'>")
        }
    }
    if source.path.is_none() {
        return Err(virt_xml::missing_attribute("source", "path"));
    }
    match mode {
        Some("client" | "server") => {}
        None => return Err(virt_xml::missing_attribute("source", "mode")),
        Some(mode) => return Err(bad_mode(mode)),
    }
    let model = interface.model.as_ref().and_then(|model| model.kind.as_deref()).unwrap_or_default();
    if !model.to_ascii_lowercase().starts_with("virtio") {
        bail!(
            Domain,
            InternalError,
            "Wrong or no <model> 'type' attribute specified with <interface type='vhostuser'/>. vhostuser requires \
             the virtio-net* frontend"
        );
    }
    Ok(())
}
