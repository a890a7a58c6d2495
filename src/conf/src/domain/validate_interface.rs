//! What is refused of a network interface by itself, with libvirt's codes and texts.

use super::interface::{Interface, InterfaceType};
use super::prelude::*;
use super::validate_devices::check_info;

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
    for ip in &interface.ips {
        let address = ip.address.as_deref().unwrap_or_default();
        if address.parse::<std::net::IpAddr>().is_err() {
            bail!(Domain, XmlError, "Invalid address '{address}' in <ip>");
        }
    }
    check_info(&interface.info)
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
