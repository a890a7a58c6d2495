//! The guest's side of network interfaces.

use virt_conf::domain::interface::{Interface, InterfaceType, NetBackendType};
use virt_error::{Result, bail};

/// Only a network that the emulator or `passt` makes up has addresses of its own: one of each version.
pub(super) fn guest_addresses(interface: &Interface) -> Result<()> {
    let passt = interface.backend.as_ref().and_then(|backend| backend.kind) == Some(NetBackendType::Passt);
    let made_up = match interface.kind {
        Some(InterfaceType::User) => true,
        Some(InterfaceType::VhostUser) => passt,
        _ => false,
    };
    if !made_up {
        if !interface.ips.is_empty() || !interface.routes.is_empty() {
            bail!(
                Qemu,
                ConfigUnsupported,
                "Invalid attempt to set network interface guest-side IP route and/or address info, not supported by QEMU"
            );
        }
        return Ok(());
    }
    if !interface.routes.is_empty() {
        bail!(
            Qemu,
            ConfigUnsupported,
            "Invalid attempt to set network interface guest-side IP route, not supported by QEMU"
        );
    }
    let (mut four, mut six) = (false, false);
    for ip in &interface.ips {
        if ip.peer.is_some() {
            bail!(Qemu, ConfigUnsupported, "Invalid attempt to set peer IP for guest");
        }
        let is_six = ip.address.as_deref().unwrap_or_default().contains(':');
        let (seen, name) = if is_six { (&mut six, "IPv6") } else { (&mut four, "IPv4") };
        if std::mem::replace(seen, true) {
            bail!(Qemu, ConfigUnsupported, "Only one {name} address per interface is allowed");
        }
        match ip.prefix.filter(|prefix| *prefix > 0) {
            Some(prefix) if is_six && prefix != 64 => {
                bail!(Qemu, ConfigUnsupported, "unsupported IPv6 address prefix='{prefix}' - must be 64")
            }
            Some(prefix) if !is_six && !(4..=27).contains(&prefix) => {
                bail!(Qemu, XmlError, "invalid prefix, must be in range of 4-27")
            }
            _ => {}
        }
    }
    Ok(())
}

/// Kinds of interfaces whose packets have a size of their own.
pub(super) fn mtu(interface: &Interface) -> Result<()> {
    use InterfaceType::*;
    let kind = interface.kind.unwrap_or(User);
    let sized = interface.mtu.as_ref().and_then(|mtu| mtu.size).is_some_and(|size| size > 0);
    if sized && !matches!(kind, Network | Bridge | Ethernet | VhostUser) {
        bail!(Qemu, ConfigUnsupported, "setting MTU on interface type {kind} is not supported yet");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::domain::interface::{Ip, Mtu, Route};

    fn interface(kind: InterfaceType, ips: &[(&str, Option<u32>)]) -> Interface {
        let ip = |(address, prefix): &(&str, Option<u32>)| Ip {
            address: Some((*address).to_owned()),
            prefix: *prefix,
            ..Ip::default()
        };
        Interface { kind: Some(kind), ips: ips.iter().map(ip).collect(), ..Interface::default() }
    }

    #[test]
    fn a_guest_has_addresses_only_where_its_network_is_made_up() {
        use InterfaceType::{Bridge, User};
        let check = |one: &Interface| guest_addresses(one).map_err(|error| error.message().to_owned());
        assert!(check(&interface(User, &[("10.1.1.1", Some(24)), ("fd00::1", Some(64))])).is_ok());
        for (one, words) in [
            (interface(Bridge, &[("10.1.1.1", None)]), "guest-side IP route and/or address info"),
            (interface(User, &[("10.1.1.1", None), ("10.1.1.2", None)]), "Only one IPv4 address"),
            (interface(User, &[("fd00::1", None), ("fd00::2", None)]), "Only one IPv6 address"),
            (interface(User, &[("10.1.1.1", Some(28))]), "range of 4-27"),
            (interface(User, &[("fd00::1", Some(65))]), "must be 64"),
        ] {
            assert!(check(&one).unwrap_err().contains(words), "{words}");
        }
        let mut routed = interface(User, &[]);
        routed.routes.push(Route::default());
        assert!(check(&routed).unwrap_err().contains("guest-side IP route,"));
    }

    #[test]
    fn packets_have_a_size_where_the_host_has_a_device() {
        let sized = |kind| Interface {
            mtu: Some(Box::new(Mtu { size: Some(1400), ..Mtu::default() })),
            ..interface(kind, &[])
        };
        assert!(mtu(&sized(InterfaceType::Bridge)).is_ok());
        assert!(mtu(&sized(InterfaceType::Direct)).unwrap_err().message().contains("type direct"));
    }
}
