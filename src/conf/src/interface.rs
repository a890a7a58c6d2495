//! `<interface>`: a network interface of the host, as its configuration has it.

use crate::{Checked, checked, good};
use virt_error::{Code, Error, Origin, Result, bail, error};
use virt_xml::{Node, Reading, Style, YesNo, element, names, read_document, write_block};

names! {
    pub enum InterfaceKind { Ethernet = "ethernet", Bridge = "bridge", Bond = "bond", Vlan = "vlan" }
    /// When the interface is started.
    pub enum StartMode { None = "none", OnBoot = "onboot", HotPlug = "hotplug" }
    /// How a bond shares its traffic.
    pub enum BondMode {
        BalanceRr = "balance-rr",
        ActiveBackup = "active-backup",
        BalanceXor = "balance-xor",
        Broadcast = "broadcast",
        Ieee8023ad = "802.3ad",
        BalanceTlb = "balance-tlb",
        BalanceAlb = "balance-alb",
    }
    /// How a bond tells whether a link is up.
    pub enum Carrier { Ioctl = "ioctl", Netif = "netif" }
    /// Which interfaces of a bond are asked.
    pub enum ArpValidate { Active = "active", Backup = "backup", All = "all" }
    /// The state of a link, as the kernel has it.
    pub enum LinkState {
        Unknown = "unknown",
        NotPresent = "notpresent",
        Down = "down",
        LowerLayerDown = "lowerlayerdown",
        Testing = "testing",
        Dormant = "dormant",
        Up = "up",
    }
}

element! {
    /// `<interface>`
    pub Interface {
        attr kind: Option<Checked<InterfaceKind>> = "type",
        attr name: Option<String> = "name",
        ;
        value start: Option<Checked<StartMode>> = "start" @ "mode",
        value mtu: Option<Checked<u32>> = "mtu" @ "size",
        blocks protocols: Vec<Protocol> = "protocol",
        part link: Option<Box<Link>> = "link",
        value mac: Option<String> = "mac" @ "address",
        block bridge: Option<Box<Bridge>> = "bridge",
        block bond: Option<Box<Bond>> = "bond",
        one vlan: Option<Box<VlanOf>> = "vlan",
    }
    /// `<link>`
    pub Link {
        attr speed: Option<u32> = "speed",
        attr state: Option<LinkState> = "state",
        ;
    } => link;
    /// `<protocol>`: addresses of one family.
    pub Protocol {
        attr family: Option<String> = "family",
        ;
        flag autoconf: bool = "autoconf",
        one dhcp: Option<Box<Dhcp>> = "dhcp",
        many ips: Vec<Address> = "ip",
        value gateway: Option<String> = "route" @ "gateway",
    } => protocol;
    /// Addresses from a server.
    pub Dhcp {
        attr peer_dns: Option<YesNo> = "peerdns",
        ;
    }
    /// An address.
    pub Address {
        attr address: Option<String> = "address",
        attr prefix: Option<i32> = "prefix",
        ;
    } => address;
    /// `<bridge>`
    pub Bridge {
        attr stp: Option<String> = "stp",
        attr delay: Option<String> = "delay",
        ;
        blocks interfaces: Vec<Interface> = "interface",
    }
    /// `<bond>`
    pub Bond {
        attr mode: Option<Checked<BondMode>> = "mode",
        ;
        one miimon: Option<Box<MiiMonitor>> = "miimon",
        one arpmon: Option<Box<ArpMonitor>> = "arpmon",
        blocks interfaces: Vec<Interface> = "interface",
    }
    /// A watch on the link itself.
    pub MiiMonitor {
        attr freq: Option<Checked<i32>> = "freq",
        attr down_delay: Option<Checked<i32>> = "downdelay",
        attr up_delay: Option<Checked<i32>> = "updelay",
        attr carrier: Option<Checked<Carrier>> = "carrier",
        ;
    }
    /// A watch on a host behind the link.
    pub ArpMonitor {
        attr interval: Option<Checked<i32>> = "interval",
        attr target: Option<String> = "target",
        attr validate: Option<Checked<ArpValidate>> = "validate",
        ;
    }
    /// `<vlan>`
    pub VlanOf {
        attr tag: Option<String> = "tag",
        ;
        one interface: Option<Box<Lower>> = "interface",
    }
    /// The interface that a VLAN is on.
    pub Lower {
        attr name: Option<String> = "name",
        ;
    }
}

fn link(link: &mut Link, _: Node<'_>, _: &Reading) -> Result<()> {
    if link.speed == Some(0) {
        link.speed = None;
    }
    Ok(())
}

fn address(address: &mut Address, _: Node<'_>, _: &Reading) -> Result<()> {
    if address.prefix == Some(0) {
        address.prefix = None;
    }
    Ok(())
}

fn protocol(protocol: &mut Protocol, _: Node<'_>, _: &Reading) -> Result<()> {
    match protocol.family.as_deref() {
        None => bail!(Interface, XmlError, "protocol misses the family attribute"),
        Some("ipv4") => protocol.autoconf = false,
        Some("ipv6") => {}
        Some(family) => bail!(Interface, XmlError, "unsupported protocol family '{family}'"),
    }
    protocol.ips.retain(|ip| ip.address.is_some());
    Ok(())
}

impl Interface {
    /// Reads a document. `validate`: names that the format does not have are refused.
    pub fn parse(text: &str, validate: bool) -> Result<Interface> {
        let schema = validate.then_some("interface.rng");
        let reading = Reading { validate: schema, ..Reading::new(Origin::Interface) };
        let mut interface: Interface = read_document(text, "(interface_definition)", "interface", &reading)?;
        interface.complete(None)?;
        Ok(interface)
    }

    pub fn format(&self) -> String {
        write_block(self, "interface", Style::default())
    }

    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    pub fn kind(&self) -> InterfaceKind {
        good(&self.kind).copied().unwrap_or(InterfaceKind::Ethernet)
    }

    /// `parent`: what the interface is a part of.
    fn complete(&mut self, parent: Option<InterfaceKind>) -> Result<()> {
        use InterfaceKind as Kind;
        if self.kind.is_none() {
            return Err(virt_xml::missing_attribute("interface", "type"));
        }
        let kind = *checked(&self.kind, |word| {
            let text = format!("Invalid value for attribute 'type' in element 'interface': '{word}'.");
            error!(Xml, XmlError, "{text}")
        })?
        .unwrap_or(&Kind::Ethernet);
        let fits = match parent {
            None => true,
            Some(Kind::Bond) => kind == Kind::Ethernet,
            Some(Kind::Bridge) => kind != Kind::Bridge,
            Some(Kind::Ethernet | Kind::Vlan) => false,
        };
        if !fits {
            bail!(Interface, XmlError, "interface has unsupported type '{kind}'");
        }
        if self.name.as_deref().unwrap_or_default().is_empty() {
            bail!(Interface, XmlError, "interface has no name");
        }
        if parent.is_some() {
            // What is part of another has no start, size and addresses of its own.
            (self.start, self.mtu) = (None, None);
            self.protocols.clear();
        } else {
            checked(&self.start, |word| error!(Interface, XmlError, "unknown interface startmode {word}"))?;
            checked(&self.mtu, |word| {
                let wanted = "Expected non-negative integer value";
                let text = format!("Invalid value for attribute 'size' in element 'mtu': '{word}'. {wanted}");
                error!(Xml, XmlError, "{text}")
            })?;
            if good(&self.mtu).is_some_and(|mtu| *mtu > 100_000) {
                let text = "value of the 'size' attribute of 'mtu' element must be at most 100000";
                bail!(Interface, XmlError, "{text}");
            }
            if good(&self.mtu) == Some(&0) {
                self.mtu = None;
            }
        }
        if kind != Kind::Bridge {
            self.bridge = None;
        }
        if kind != Kind::Bond {
            self.bond = None;
        }
        if kind != Kind::Vlan {
            self.vlan = None;
        }
        match kind {
            Kind::Ethernet => Ok(()),
            Kind::Bridge => match &mut self.bridge {
                Some(bridge) => bridge.complete(),
                None => bail!(Interface, XmlError, "bridge interface misses the bridge element"),
            },
            Kind::Bond => match &mut self.bond {
                Some(bond) => bond.complete(),
                None => bail!(Interface, XmlError, "bond interface misses the bond element"),
            },
            Kind::Vlan => match &self.vlan {
                Some(vlan) => vlan.validate(),
                None => bail!(Interface, XmlError, "vlan interface misses the vlan element"),
            },
        }
    }
}

impl Bridge {
    fn complete(&mut self) -> Result<()> {
        if let Some(stp) = self.stp.as_deref().filter(|stp| !["on", "off"].contains(stp)) {
            bail!(Interface, XmlError, "bridge interface stp should be on or off got {stp}");
        }
        self.interfaces.iter_mut().try_for_each(|port| port.complete(Some(InterfaceKind::Bridge)))
    }
}

impl Bond {
    fn complete(&mut self) -> Result<()> {
        checked(&self.mode, |word| error!(Interface, XmlError, "unknown bonding mode {word}"))?;
        for interface in &mut self.interfaces {
            interface.complete(Some(InterfaceKind::Bond))?;
        }
        if let Some(monitor) = &mut self.miimon {
            monitor.complete()?;
            // A bond has one way to watch.
            self.arpmon = None;
        }
        if let Some(monitor) = &self.arpmon {
            if good(&monitor.interval).is_none() {
                bail!(Interface, XmlError, "bond interface arpmon interval missing or invalid");
            }
            if monitor.target.is_none() {
                bail!(Interface, XmlError, "bond interface arpmon target missing");
            }
            checked(&monitor.validate, |word| {
                error!(Interface, XmlError, "unknown arp bonding validate {word}")
            })?;
        }
        Ok(())
    }
}

impl MiiMonitor {
    fn complete(&mut self) -> Result<()> {
        if good(&self.freq).is_none() {
            bail!(Interface, XmlError, "bond interface miimon freq missing or invalid");
        }
        for (delay, name) in [(&mut self.down_delay, "downdelay"), (&mut self.up_delay, "updelay")] {
            checked(delay, |_| error!(Interface, XmlError, "bond interface miimon {name} invalid"))?;
            if good(delay) == Some(&0) {
                *delay = None;
            }
        }
        checked(&self.carrier, |word| error!(Interface, XmlError, "unknown mii bonding carrier {word}"))?;
        Ok(())
    }
}

impl VlanOf {
    fn validate(&self) -> Result<()> {
        if self.tag.is_none() {
            bail!(Interface, XmlError, "vlan interface misses the tag attribute");
        }
        if self.interface.as_ref().and_then(|lower| lower.name.as_ref()).is_none() {
            return Err(Error::new(
                Origin::Interface,
                Code::XmlError,
                "vlan interface misses name attribute",
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bond_is_made_of_ethernet_interfaces() {
        let text =
            "<interface type='bond' name='b'><bond><interface type='bridge' name='c'/></bond></interface>";
        let error = Interface::parse(text, false).expect_err("a bridge in a bond");
        assert_eq!(error.message(), "XML error: interface has unsupported type 'bridge'");
        let text = "<interface type='bond' name='b'><bond><interface type='ethernet' name='c'><mtu size='9'/></interface></bond></interface>";
        let expected = "<interface type='bond' name='b'>\n  <bond>\n    <interface type='ethernet' name='c'>\n    </interface>\n  </bond>\n</interface>\n";
        assert_eq!(Interface::parse(text, false).unwrap().format(), expected);
    }

    #[test]
    fn what_is_missing_is_named() {
        for (text, complaint) in [
            ("<interface name='a'/>", "Missing required attribute 'type' in element 'interface'"),
            ("<interface type='ethernet'/>", "interface has no name"),
            ("<interface type='vlan' name='a'/>", "vlan interface misses the vlan element"),
            ("<interface type='bridge' name='a'/>", "bridge interface misses the bridge element"),
            (
                "<interface type='ethernet' name='a'><protocol family='ipx'/></interface>",
                "unsupported protocol family 'ipx'",
            ),
        ] {
            let error = Interface::parse(text, false).expect_err(text);
            assert_eq!(error.message(), format!("XML error: {complaint}"));
        }
    }
}
