//! Reading a `<network>`: what a document leaves out is filled in, what makes no sense is refused.

use super::*;
use crate::{Checked, Uuid, checked, file_name, good, metadata};
use std::collections::HashSet;
use virt_error::{Code, Error, Origin, Result, bail, error};
use virt_xml::{Node, Reading, Style, YesNo, read_document, write};

/// The schema's name in messages.
const SCHEMA: &str = "network.rng";

impl Network {
    /// Reads a document. `validate`: names that the format does not have are refused.
    pub fn parse(text: &str, validate: bool) -> Result<Network> {
        let reading = Reading { validate: validate.then_some(SCHEMA), ..Reading::new(Origin::Network) };
        let mut network: Network = read_document(text, "(network_definition)", "network", &reading)?;
        network.complete()?;
        Ok(network)
    }

    /// The document; `inactive` leaves out what only a running network has.
    pub fn format(&self, inactive: bool) -> String {
        write(self, "network", Style { inactive, ..Style::default() })
    }

    /// Fills in defaults and refuses what makes no sense.
    pub(super) fn complete(&mut self) -> Result<()> {
        let name = match self.name.as_deref() {
            None | Some("") => return Err(Error::bare(Origin::Network, Code::NoName)),
            Some(name) => name.to_owned(),
        };
        if name.contains('/') {
            bail!(Xml, XmlDetail, "invalid char in name: /");
        }
        file_name::check(&name, Origin::Network)?;
        if checked(&self.uuid, |_| error!(Network, InternalError, "malformed uuid element"))?.is_none() {
            self.uuid = Some(Uuid::random().into());
        }
        let ipv6 = checked(&self.ipv6, |word| {
            error!(Network, XmlError, "Invalid ipv6 setting '{word}' in network '{name}'")
        })?;
        if ipv6 == Some(&YesNo(false)) {
            self.ipv6 = None;
        }
        self.connections = None;
        self.dnsmasq_namespace = self.dnsmasq.as_ref().map(|_| DNSMASQ_NAMESPACE.to_owned());
        if let Some(bandwidth) = &self.bandwidth {
            bandwidth.refuse_port_only()?;
        }
        self.complete_bridge(&name)?;
        if let Some(dns) = &mut self.dns {
            dns.validate(&name)?;
        }
        if let Some(port) = &self.virtual_port {
            port.require_type()?;
        }
        self.ips.iter_mut().try_for_each(|ip| ip.validate(&name))?;
        for route in &mut self.routes {
            route.validate(&name)?;
        }
        for route in &self.routes {
            let Some(gateway) = crate::ip(&route.gateway) else { continue };
            if !self.ips.iter().any(|ip| ip.reaches(gateway)) {
                let text = format!("unreachable static route gateway '{gateway}' specified");
                bail!(Network, ConfigUnsupported, "{text} for network '{name}'");
            }
        }
        self.complete_forward(&name)?;
        self.refuse_by_mode(&name)?;
        self.settle_bridge();
        Ok(())
    }

    fn complete_bridge(&mut self, name: &str) -> Result<()> {
        let mac = checked(&self.mac, |word| {
            error!(Network, XmlError, "Invalid bridge mac address '{word}' in network '{name}'")
        })?;
        if let Some(mac) = mac.filter(|mac| mac.is_multicast()) {
            bail!(Network, XmlError, "Invalid multicast bridge mac address '{mac}' in network '{name}'");
        }
        checked(&self.mtu, |word| {
            error!(Network, XmlError, "Invalid mtu size '{word}' in network '{name}'")
        })?;
        if good(&self.mtu) == Some(&0) {
            self.mtu = None;
        }
        let Some(bridge) = &mut self.bridge else { return Ok(()) };
        checked(&bridge.delay, |_| error!(Network, XmlError, "Invalid delay value in network '{name}'"))?;
        checked(&bridge.mac_table_manager, |word| {
            error!(Network, XmlError, "Invalid macTableManager setting '{word}' in network '{name}'")
        })?;
        Ok(())
    }

    fn complete_forward(&mut self, name: &str) -> Result<()> {
        let Some(forward) = &mut self.forward else { return Ok(()) };
        forward.complete(name)?;
        if forward.mode() == ForwardMode::None {
            self.forward = None;
        }
        Ok(())
    }

    /// Refuses settings that the way out has no use for.
    fn refuse_by_mode(&self, name: &str) -> Result<()> {
        let mode = self.forward_mode();
        let nothing = Bridge::default();
        let bridge = self.bridge.as_deref().unwrap_or(&nothing);
        let (interfaces, pfs) = self.forward.as_ref().map_or((0, 0), |forward| {
            (forward.interfaces.len() + forward.addresses.len(), forward.pfs.len())
        });
        use ForwardMode as Mode;
        match mode {
            Mode::None => return Ok(()),
            Mode::Route | Mode::Nat | Mode::Open => {
                if self.ips.is_empty() {
                    let text = "forwarding requested, but no IP address provided for network";
                    bail!(Network, XmlError, "{mode} {text} '{name}'");
                }
                if interfaces > 1 {
                    let text = "multiple forwarding interfaces specified for network";
                    bail!(Network, XmlError, "{text} '{name}', only one is supported");
                }
                if mode == Mode::Open && interfaces > 0 {
                    let text = "forward dev not allowed for network";
                    bail!(Network, XmlError, "{text} '{name}' with forward mode='{mode}'");
                }
                return Ok(());
            }
            Mode::Private | Mode::Vepa | Mode::Passthrough | Mode::Hostdev => {
                for (set, what) in [
                    (bridge.name.is_some(), "bridge name"),
                    (bridge.zone.is_some(), "bridge zone"),
                    (bridge.mac_table_manager.is_some(), "bridge macTableManager setting"),
                ] {
                    if set {
                        bail!(Network, XmlError, "{what} not allowed in {mode} mode (network '{name}')");
                    }
                }
            }
            Mode::Bridge => {}
        }
        let delay = good(&bridge.delay).is_some_and(|delay| *delay > 0);
        if delay || bridge.stp.is_some() || bridge.zone.is_some() {
            let text = "bridge delay/stp/zone options only allowed in route, nat, and isolated mode, not in";
            bail!(Network, XmlError, "{text} {mode} (network '{name}')");
        }
        if bridge.name.is_some() && (interfaces > 0 || pfs > 0) {
            let text = "can specify a bridge name or a forward dev, but not both";
            bail!(Network, XmlError, "A network with forward mode='{mode}' {text} (network '{name}')");
        }
        if self.mtu.is_some() {
            let text = "mtu size only allowed in open, route, nat, and isolated mode, not in";
            bail!(Network, XmlError, "{text} {mode} (network '{name}')");
        }
        Ok(())
    }

    /// The bridge is always written where libvirt makes one, and only its name where it does not.
    fn settle_bridge(&mut self) {
        use ForwardMode as Mode;
        match self.forward_mode() {
            Mode::None | Mode::Nat | Mode::Route | Mode::Open => {
                let bridge = self.bridge.get_or_insert_default();
                let off = bridge.stp.as_deref() == Some("off");
                bridge.stp = Some(if off { "off" } else { "on" }.to_owned());
                bridge.delay.get_or_insert(Checked::Good(0));
            }
            Mode::Bridge => {
                if let Some(bridge) = &mut self.bridge {
                    (bridge.stp, bridge.delay) = (None, None);
                    if bridge.name.is_none() {
                        self.bridge = None;
                    }
                }
            }
            _ => self.bridge = None,
        }
    }
}

impl Forward {
    fn complete(&mut self, name: &str) -> Result<()> {
        let mode = checked(&self.mode, |word| {
            error!(Network, ConfigUnsupported, "unknown forwarding type '{word}'")
        })?;
        let mode = *mode.unwrap_or(&ForwardMode::Nat);
        self.mode = Some(mode.into());
        let managed = self.managed.as_deref().is_some_and(|word| word.eq_ignore_ascii_case("yes"));
        let told = mode == ForwardMode::Hostdev;
        self.managed = told.then(|| if managed { "yes" } else { "no" }.to_owned());
        checked(&self.driver, |word| {
            error!(Network, ConfigUnsupported, "Unknown forward <driver name='{word}'/> in network {name}")
        })?;
        if let Some(nat) = &mut self.nat {
            if mode != ForwardMode::Nat {
                let text = "The <nat> element can only be used when <forward> 'mode' is 'nat' in network";
                bail!(Network, XmlError, "{text} {name}");
            }
            nat.validate(name)?;
        }
        if self.pfs.len() > 1 {
            bail!(Network, XmlError, "Only one <pf> element is allowed in <forward> of network {name}");
        }
        if self.dev.is_some() && (!self.addresses.is_empty() || !self.pfs.is_empty()) {
            let text = "attribute cannot be used when <address> or <pf> sub-elements are present in network";
            bail!(Network, XmlError, "the <forward> 'dev' {text} {name}");
        }
        let mut seen = HashSet::new();
        for interface in &self.interfaces {
            let Some(dev) = &interface.dev else {
                let text = "Missing required dev attribute in <forward> <interface> element of network";
                bail!(Network, XmlError, "{text} {name}");
            };
            if let Some(first) = self.dev.as_ref().filter(|first| seen.is_empty() && *first != dev) {
                let text = format!("<forward dev='{first}'> must match first <interface dev='{dev}'/>");
                bail!(Network, XmlError, "{text} in network {name}");
            }
            if !seen.insert(dev) {
                bail!(Network, XmlError, "interface '{dev}' can only be listed once in network {name}");
            }
        }
        let mut seen = HashSet::new();
        for address in &self.addresses {
            match address.kind.as_deref() {
                Some("pci") => {}
                None => bail!(Network, XmlError, "missing address type in network {name}"),
                Some(kind) => {
                    bail!(Network, ConfigUnsupported, "unknown address type '{kind}' in network {name}")
                }
            }
            if !seen.insert(address.numbers()) {
                let (domain, bus, slot, function) = address.numbers();
                let text = format!("PCI device '{domain:04x}:{bus:02x}:{slot:02x}.{function:x}'");
                bail!(Network, XmlError, "{text} can only be listed once in network {name}");
            }
        }
        if self.pfs.iter().any(|pf| pf.dev.is_none()) {
            bail!(Network, XmlError, "Missing required dev attribute in <pf> element of network '{name}'");
        }
        if self.interfaces.is_empty() && self.addresses.is_empty() {
            if let Some(dev) = self.dev.take() {
                self.interfaces.push(ForwardDevice { dev: Some(dev), ..ForwardDevice::default() });
            }
        }
        self.interfaces.iter_mut().chain(&mut self.pfs).for_each(|device| device.connections = None);
        self.addresses.iter_mut().for_each(PciAddress::settle);
        self.refresh_dev();
        Ok(())
    }
}

impl PciAddress {
    /// Domain, bus, slot and function.
    pub fn numbers(&self) -> (u64, u64, u64, u64) {
        let PciAddress { domain, bus, slot, function, .. } = self;
        let (domain, bus) = (domain.map_or(0, |n| n.0), bus.map_or(0, |n| n.0));
        (domain, bus, slot.map_or(0, |n| n.0), function.map_or(0, |n| n.0))
    }

    /// Every number is written, and nobody uses the device so far.
    fn settle(&mut self) {
        self.domain.get_or_insert_default();
        self.bus.get_or_insert_default();
        self.slot.get_or_insert_default();
        self.function.get_or_insert_default();
        self.connections = None;
    }
}

impl Nat {
    fn validate(&mut self, name: &str) -> Result<()> {
        if self.addresses.len() > 1 {
            let text = "Only one <address> element is allowed in <nat> in <forward> in network";
            bail!(Network, XmlError, "{text} {name}");
        }
        if self.ports.len() > 1 {
            let text = "Only one <port> element is allowed in <nat> in <forward> in network";
            bail!(Network, XmlError, "{text} {name}");
        }
        for address in &self.addresses {
            let place = "attribute in <address> element in <nat> in <forward> in network";
            for (bound, which) in [(&address.start, "start"), (&address.end, "end")] {
                let Some(bound) = bound else {
                    bail!(Network, XmlError, "missing '{which}' {place} {name}");
                };
                let bad = |word: &str| {
                    let text = format!("Bad ipv4 {which} address '{word}' in <nat> in <forward>");
                    error!(Network, XmlError, "{text} in network '{name}'")
                };
                let found = bound.or(bad)?.0;
                if found.is_ipv6() {
                    return Err(bad(&found.to_string()));
                }
            }
        }
        for port in &self.ports {
            let place = "attribute in <port> in <nat> in <forward> in network";
            for (bound, which) in [(&port.start, "start"), (&port.end, "end")] {
                if good(bound).is_none() {
                    bail!(Network, XmlDetail, "Missing or invalid '{which}' {place} {name}");
                }
            }
            if good(&port.start) > good(&port.end) {
                bail!(Network, XmlDetail, "Missing or invalid 'end' {place} {name}");
            }
        }
        Ok(())
    }
}

/// Sees a whole document: more than one of what there may be one of, and other prefixes for dnsmasq's options.
pub(super) fn network(network: &mut Network, node: Node<'_>, _: &Reading) -> Result<()> {
    network.metadata = node.child("metadata").and_then(metadata::read);
    if network.dnsmasq.is_none() {
        let options = node
            .children()
            .find(|child| child.local_name() == "options" && child.namespace() == Some(DNSMASQ_NAMESPACE));
        network.dnsmasq = options.map(|options| {
            let options = options.children().filter(|child| child.local_name() == "option");
            let value = |option: Node<'_>| option.attribute("value").map(str::to_owned);
            let option = |option| DnsmasqOption { value: value(option), ..DnsmasqOption::default() };
            Box::new(DnsmasqOptions { options: options.map(option).collect(), ..DnsmasqOptions::default() })
        });
    }
    if let Some(options) = &network.dnsmasq {
        if options.options.iter().any(|option| option.value.as_deref().unwrap_or_default().is_empty()) {
            bail!(Network, XmlError, "No dnsmasq options value specified");
        }
    }
    Ok(())
}

/// Sees a whole `<forward>`.
pub(super) fn forward(_: &mut Forward, node: Node<'_>, _: &Reading) -> Result<()> {
    if node.children().filter(|child| child.name() == "nat").count() > 1 {
        let name = node.parent().and_then(|network| network.child("name")).map(Node::content);
        let name = name.unwrap_or_default();
        bail!(Network, XmlError, "Only one <nat> element is allowed in <forward> of network {name}");
    }
    Ok(())
}

pub(super) fn port_group(group: &mut PortGroup, _: Node<'_>, _: &Reading) -> Result<()> {
    if group.name.is_none() {
        bail!(Network, XmlError, "Missing required name attribute in portgroup");
    }
    if good(&group.default) != Some(&YesNo(true)) {
        group.default = None;
    }
    if let Some(bandwidth) = &group.bandwidth {
        bandwidth.refuse_port_only()?;
    }
    Ok(())
}
