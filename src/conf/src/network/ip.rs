//! `<ip>` and `<route>` of a network: addresses, DHCP and static routes.

use crate::{Checked, Ip, Mac};
use std::net::IpAddr;
use virt_error::{Error, Result, bail, error};
use virt_xml::{Reading, YesNo, element, names};

names! {
    /// What a lease time is counted in.
    pub enum LeaseUnit { Seconds = "seconds", Minutes = "minutes", Hours = "hours" }
}

element! {
    /// `<ip>`: an address of the host in the network.
    pub IpDef {
        attr family: Option<String> = "family",
        attr address: Option<Ip> = "address",
        attr netmask: Option<Ip> = "netmask",
        attr prefix: Option<u32> = "prefix",
        attr local_ptr: Option<YesNo> = "localPtr",
        ;
        value tftp: Option<String> = "tftp" @ "root",
        part dhcp: Option<Box<Dhcp>> = "dhcp",
    }
    /// `<dhcp>`
    pub Dhcp {
        ;
        many ranges: Vec<DhcpRange> = "range",
        many hosts: Vec<DhcpHost> = "host",
        part bootp: Option<Box<Bootp>> = "bootp",
    }
    /// Addresses that are given to whoever asks.
    pub DhcpRange {
        attr start: Option<Ip> = "start",
        attr end: Option<Ip> = "end",
        ;
        one lease: Option<Box<Lease>> = "lease",
    }
    /// An address that one guest gets.
    pub DhcpHost {
        attr mac: Option<Checked<Mac>> = "mac",
        attr id: Option<String> = "id",
        attr name: Option<String> = "name",
        attr ip: Option<Ip> = "ip",
        ;
        one lease: Option<Box<Lease>> = "lease",
    }
    /// How long a lease lasts; 0 is for ever.
    pub Lease {
        attr expiry: Option<u64> = "expiry",
        attr unit: Option<LeaseUnit> = "unit",
        ;
    } => lease;
    /// What a guest boots from the network.
    pub Bootp {
        attr file: Option<String> = "file",
        attr server: Option<Ip> = "server",
        ;
    }
    /// `<route>`: another network that is reached through a gateway.
    pub Route {
        attr family: Option<String> = "family",
        attr address: Option<Ip> = "address",
        attr netmask: Option<Ip> = "netmask",
        attr prefix: Option<u32> = "prefix",
        attr gateway: Option<Ip> = "gateway",
        attr metric: Option<u32> = "metric",
        ;
    } => metric;
}

fn lease(lease: &mut Lease, _: virt_xml::Node<'_>, _: &Reading) -> Result<()> {
    let Some(expiry) = lease.expiry else { return Ok(()) };
    let unit = *lease.unit.get_or_insert(LeaseUnit::Minutes);
    if expiry == 0 {
        lease.unit = None;
        return Ok(());
    }
    let seconds = expiry.saturating_mul(match unit {
        LeaseUnit::Seconds => 1,
        LeaseUnit::Minutes => 60,
        LeaseUnit::Hours => 3600,
    });
    // dnsmasq refuses anything shorter.
    if seconds < 120 {
        bail!(Network, ConfigUnsupported, "The minimum lease time should be greater than 2 minutes");
    }
    Ok(())
}

fn metric(route: &mut Route, node: virt_xml::Node<'_>, _: &Reading) -> Result<()> {
    if route.metric == Some(0) {
        let text = format!("Invalid value for attribute 'metric' in element '{}'", node.name());
        bail!(Xml, XmlError, "{text}: Zero is not permitted");
    }
    Ok(())
}

/// How many leading bits of a netmask are set; `None` when others follow.
fn prefix_of(netmask: IpAddr) -> Option<u32> {
    let IpAddr::V4(mask) = netmask else { return None };
    let bits = u32::from(mask);
    (bits.leading_ones() + bits.trailing_zeros() >= 32).then_some(bits.leading_ones())
}

/// An address as a number, so that families can be compared alike.
fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u32::from(v4).into(),
        IpAddr::V6(v6) => v6.into(),
    }
}

/// The bits that tell hosts of one network apart.
fn host_mask(address: IpAddr, prefix: u32) -> u128 {
    let width = if address.is_ipv4() { 32 } else { 128 };
    1u128.checked_shl(width - prefix.min(width)).unwrap_or(0).wrapping_sub(1)
}

/// `address` with its host bits set to zero.
fn network_address(address: IpAddr, prefix: u32) -> IpAddr {
    let masked = number(address) & !host_mask(address, prefix);
    match address {
        IpAddr::V4(_) => IpAddr::V4((masked as u32).into()),
        IpAddr::V6(_) => IpAddr::V6(masked.into()),
    }
}

impl IpDef {
    /// The address; a document that was read has one.
    pub fn ip(&self) -> Option<IpAddr> {
        crate::ip(&self.address)
    }

    pub fn is_ipv6(&self) -> bool {
        self.ip().is_some_and(|address| address.is_ipv6())
    }

    /// The length of the network's prefix: as given, from the netmask, or that of the address's class.
    pub fn prefix_length(&self) -> u32 {
        if let Some(prefix) = self.prefix.filter(|prefix| *prefix > 0) {
            return prefix;
        }
        if let Some(prefix) = crate::ip(&self.netmask).and_then(prefix_of) {
            return prefix;
        }
        match self.ip() {
            Some(IpAddr::V4(address)) => match address.octets()[0] {
                0..128 => 8,
                128..192 => 16,
                192..224 => 24,
                _ => 0,
            },
            _ => 64,
        }
    }

    /// Whether DHCP hands out addresses here.
    pub fn has_dhcp(&self) -> bool {
        self.dhcp.as_ref().is_some_and(|dhcp| !dhcp.ranges.is_empty() || !dhcp.hosts.is_empty())
    }

    pub(super) fn dhcp_mut(&mut self) -> &mut Dhcp {
        self.dhcp.get_or_insert_default()
    }

    /// Refuses what makes no sense, for the network `network`.
    pub(super) fn validate(&mut self, network: &str) -> Result<()> {
        let prefix = self.prefix.unwrap_or(0);
        let Some(address) = &self.address else {
            bail!(Network, XmlError, "Missing required address attribute in network '{network}'");
        };
        let address = address
            .or(|word| error!(Network, XmlError, "Invalid address '{word}' in network '{network}'"))?
            .0;
        let netmask = crate::checked(&self.netmask, |word| {
            error!(Network, XmlError, "Invalid netmask '{word}' in network '{network}'")
        })?;
        match self.family.as_deref() {
            None | Some("ipv4") => {
                if address.is_ipv6() {
                    let family = self.family.as_deref().unwrap_or("no");
                    let text = format!("{family} family specified for non-IPv4 address '{address}'");
                    bail!(Network, ConfigUnsupported, "{text} in network '{network}'");
                }
                if let Some(netmask) = netmask {
                    if netmask.0.is_ipv6() {
                        let text = format!("Invalid netmask '{}' for address '{address}'", netmask.0);
                        bail!(
                            Network,
                            ConfigUnsupported,
                            "{text} in network '{network}' (both must be IPv4)"
                        );
                    }
                    if prefix > 0 {
                        let text = "IP address cannot have both a prefix and a netmask";
                        bail!(Network, ConfigUnsupported, "Network '{network}' {text}");
                    }
                } else if prefix > 32 {
                    bail!(
                        Network,
                        ConfigUnsupported,
                        "Invalid IPv4 prefix '{prefix}' in network '{network}'"
                    );
                }
            }
            Some("ipv6") => {
                if address.is_ipv4() {
                    let text = format!("Family 'ipv6' specified for non-IPv6 address '{address}'");
                    bail!(Network, ConfigUnsupported, "{text} in network '{network}'");
                }
                if netmask.is_some() {
                    let text = format!("netmask not allowed for IPv6 address '{address}'");
                    bail!(Network, ConfigUnsupported, "{text} in network '{network}'");
                }
                if prefix > 128 {
                    bail!(
                        Network,
                        ConfigUnsupported,
                        "Invalid IPv6 prefix '{prefix}' in network '{network}'"
                    );
                }
                if self.tftp.is_some() {
                    let text = "Unsupported <tftp> element in an IPv6 element";
                    bail!(Network, ConfigUnsupported, "{text} in network '{network}'");
                }
            }
            Some(family) => bail!(Network, XmlError, "Unrecognized family '{family}' in network '{network}'"),
        }
        if prefix == 0 {
            self.prefix = None;
        }
        let IpDef { dhcp, .. } = &*self;
        if let Some(dhcp) = dhcp {
            dhcp.ranges.iter().try_for_each(|range| range.validate(network, self))?;
            dhcp.hosts.iter().try_for_each(|host| host.validate(network, self, false))?;
        }
        if let Some(bootp) = self.dhcp.as_mut().and_then(|dhcp| dhcp.bootp.as_mut()) {
            match bootp.file {
                Some(_) => drop(crate::checked(&bootp.server, not_an_address)?),
                None => self.dhcp_mut().bootp = None,
            }
        }
        if let Some(dhcp) = &mut self.dhcp {
            let leases = dhcp.ranges.iter_mut().map(|range| &mut range.lease);
            let leases = leases.chain(dhcp.hosts.iter_mut().map(|host| &mut host.lease));
            // A lease time that says no time says nothing.
            for lease in leases {
                *lease = lease.take().filter(|lease| lease.expiry.is_some());
            }
        }
        // What is booted is told to those who get an address.
        if !self.has_dhcp() {
            self.dhcp = None;
        }
        Ok(())
    }

    /// Whether a gateway is in this network.
    pub(super) fn reaches(&self, gateway: IpAddr) -> bool {
        self.ip().is_some_and(|address| {
            let prefix = self.prefix_length();
            address.is_ipv4() == gateway.is_ipv4()
                && network_address(address, prefix) == network_address(gateway, prefix)
        })
    }
}

impl DhcpRange {
    pub(super) fn bounds(&self) -> Option<(IpAddr, IpAddr)> {
        Some((crate::ip(&self.start)?, crate::ip(&self.end)?))
    }

    pub(super) fn validate(&self, network: &str, ip: &IpDef) -> Result<()> {
        let missing = |which: &str| {
            error!(Network, XmlError, "Missing '{which}' attribute in dhcp range for network '{network}'")
        };
        let (Some(start), Some(end)) = (&self.start, &self.end) else {
            return Err(missing(if self.start.is_none() { "start" } else { "end" }));
        };
        let start = start.or(not_an_address)?.0;
        let end = end.or(not_an_address)?.0;
        let Some(address) = ip.ip() else { return Ok(()) };
        let invalid =
            |text: String| Error::new(virt_error::Origin::None, virt_error::Code::InternalError, text);
        if start.is_ipv4() != end.is_ipv4() || start.is_ipv4() != address.is_ipv4() {
            let text = "mismatch of address family in range";
            return Err(invalid(format!("{text} {start} - {end} for network {address}")));
        }
        let prefix = ip.prefix_length();
        let network_of = |one: IpAddr| network_address(one, prefix);
        let shown = network_of(address);
        if network_of(start) != shown || network_of(end) != shown {
            let text = format!("range {start} - {end} is not entirely within network");
            return Err(invalid(format!("{text} {address}/{prefix}")));
        }
        if address.is_ipv4() && prefix < 31 {
            if start == shown {
                let text = format!("start of range {start} - {end} in network {address}/{prefix}");
                return Err(invalid(format!("{text} is the network address")));
            }
            if number(end) & host_mask(end, prefix) == host_mask(end, prefix) {
                let text = format!("end of range {start} - {end} in network {address}/{prefix}");
                return Err(invalid(format!("{text} is the broadcast address")));
            }
        }
        if number(start) > number(end) {
            let text = format!("range {start} - {end} is reversed ");
            return Err(invalid(text));
        }
        if number(end) - number(start) >= 65536 {
            return Err(invalid(format!("range {start} - {end} is too large (> 65535)")));
        }
        Ok(())
    }
}

fn not_an_address(word: &str) -> Error {
    let text = format!("Cannot parse socket address '{word}': Name or service not known");
    Error::new(virt_error::Origin::None, virt_error::Code::SystemError, text)
}

impl DhcpHost {
    /// `partial`: the entry serves to find one.
    pub(super) fn validate(&self, network: &str, ip: &IpDef, partial: bool) -> Result<()> {
        if let Some(mac) = &self.mac {
            if ip.is_ipv6() {
                let text = match mac {
                    Checked::Good(mac) => mac.to_string(),
                    Checked::Bad(word) => word.clone(),
                };
                let rest = format!("in network '{network}' IPv6 static host definition");
                bail!(Network, XmlError, "Invalid to specify MAC address '{text}' {rest}");
            }
            let mac = mac.or(|word| {
                error!(Network, XmlError, "Cannot parse MAC address '{word}' in network '{network}'")
            })?;
            if mac.is_multicast() {
                let text = format!("expected unicast mac address, found multicast '{mac}'");
                bail!(Network, XmlError, "{text} in network '{network}'");
            }
        }
        if let Some(id) = &self.id {
            if let Some(bad) = id.chars().find(|letter| !letter.is_ascii_hexdigit() && *letter != ':') {
                bail!(Network, XmlError, "Invalid character '{bad}' in id '{id}' of network '{network}'");
            }
        }
        if let Some(name) = &self.name {
            if !name.starts_with(|first: char| first.is_ascii_alphanumeric()) {
                bail!(Network, XmlError, "Cannot use host name '{name}' in network '{network}'");
            }
        }
        crate::checked(&self.ip, |_| {
            error!(Network, XmlError, "Invalid IP address in static host definition for network '{network}'")
        })?;
        if partial {
            if self.mac.is_none() && self.name.is_none() && self.ip.is_none() {
                let text =
                    "At least one of name, mac, or ip attribute must be specified for static host definition";
                bail!(Network, XmlError, "{text} in network '{network}' ");
            }
            return Ok(());
        }
        if ip.is_ipv6() {
            if self.id.is_none() && self.name.is_none() {
                let text = "must have id or name attribute";
                bail!(Network, XmlError, "Static host definition in IPv6 network '{network}' {text}");
            }
        } else if self.mac.is_none() && self.name.is_none() {
            let text = "must have mac or name attribute";
            bail!(Network, XmlError, "Static host definition in IPv4 network '{network}' {text}");
        }
        if self.ip.is_none() {
            bail!(Network, XmlError, "Missing IP address in static host definition for network '{network}'");
        }
        Ok(())
    }
}

impl Route {
    /// Refuses what makes no sense, for the network, or the part of a guest, whose name is `network`.
    pub(crate) fn validate(&mut self, network: &str) -> Result<()> {
        let fail = |text: String| Err(error!(Network, XmlError, "{network}: {text}"));
        let prefix = self.prefix.as_ref();
        let Some(address) = &self.address else {
            return fail("Missing required address attribute in route definition".to_owned());
        };
        let Some(gateway) = &self.gateway else {
            return fail("Missing required gateway attribute in route definition".to_owned());
        };
        let bad = |what: &str, word: &str| {
            error!(Network, XmlError, "{network}: Bad {what} '{word}' in route definition")
        };
        let address = address.or(|word| bad("network address", word))?.0;
        let gateway = gateway.or(|word| bad("gateway address", word))?.0;
        let netmask = crate::checked(&self.netmask, |word| bad("netmask address", word))?;
        match self.family.as_deref() {
            None | Some("ipv4") => {
                let family = if self.family.is_some() { "IPv4" } else { "No" };
                if address.is_ipv6() {
                    return fail(format!(
                        "{family} family specified for non-IPv4 address '{address}' in route definition"
                    ));
                }
                if gateway.is_ipv6() {
                    return fail(format!(
                        "{family} family specified for non-IPv4 gateway '{address}' in route definition"
                    ));
                }
                if let Some(netmask) = netmask {
                    if netmask.0.is_ipv6() {
                        let text = format!("Invalid netmask '{}' for address '{address}'", netmask.0);
                        return fail(format!("{text} (both must be IPv4)"));
                    }
                    if prefix.is_some() {
                        return fail("Route definition cannot have both a prefix and a netmask".to_owned());
                    }
                }
                if let Some(prefix) = prefix.filter(|prefix| **prefix > 32) {
                    return fail(format!(
                        "Invalid prefix {prefix} specified in route definition, must be 0 - 32"
                    ));
                }
            }
            Some("ipv6") => {
                if address.is_ipv4() {
                    return fail(format!(
                        "ipv6 family specified for non-IPv6 address '{address}' in route definition"
                    ));
                }
                if netmask.is_some() {
                    return fail(format!(
                        "Specifying netmask invalid for IPv6 address '{address}' in route definition"
                    ));
                }
                if gateway.is_ipv4() {
                    return fail(format!(
                        "ipv6 specified for non-IPv6 gateway address '{gateway}' in route definition"
                    ));
                }
                if let Some(prefix) = prefix.filter(|prefix| **prefix > 128) {
                    return fail(format!(
                        "Invalid prefix {prefix} specified in route definition, must be 0 - 128"
                    ));
                }
            }
            Some(family) => return fail(format!("Unrecognized family '{family}' in route definition")),
        }
        let length = prefix.copied().or_else(|| netmask.and_then(|mask| prefix_of(mask.0)));
        if network_address(address, length.unwrap_or(0)) != address {
            return fail(format!("Address '{address}' in route definition is not a network address"));
        }
        Ok(())
    }
}
