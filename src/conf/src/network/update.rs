//! `virNetworkUpdate`: one part of a network's document is added, changed or taken away.

use super::*;
use crate::{good, ip};
use virt_error::{Origin, Result, bail, error};
use virt_xml::{Element, Node, Reading, YesNo, parse, read};

/// `virNetworkUpdateCommand`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Modify,
    Delete,
    AddLast,
    AddFirst,
}

impl Command {
    fn from_number(number: u32) -> Result<Command> {
        match number {
            1 => Ok(Command::Modify),
            2 => Ok(Command::Delete),
            3 => Ok(Command::AddLast),
            4 => Ok(Command::AddFirst),
            other => bail!(Network, OperationUnsupported, "unrecognized network update command code {other}"),
        }
    }

    fn adds(self) -> bool {
        matches!(self, Command::AddLast | Command::AddFirst)
    }
}

virt_xml::names! {
    /// `virNetworkUpdateSection`
    pub enum Section {
        None = "none",
        Bridge = "bridge",
        Domain = "domain",
        Ip = "ip",
        IpDhcpHost = "ip-dhcp-host",
        IpDhcpRange = "ip-dhcp-range",
        Forward = "forward",
        ForwardInterface = "forward-interface",
        ForwardPf = "forward pf",
        PortGroup = "portgroup",
        DnsHost = "dns-host",
        DnsTxt = "dns-txt",
        DnsSrv = "dns-srv",
    }
}

/// `VIR_ERR_OPERATION_INVALID` about the network.
macro_rules! refuse {
    ($($format:tt)+) => { return Err(error!(Network, OperationInvalid, $($format)+)) };
}

impl Network {
    /// Changes the part that `section` (`virNetworkUpdateSection`) names as `command`
    /// (`virNetworkUpdateCommand`) says. Where there are several places, `parent_index` tells which; -1 is "the
    /// one that fits". The network is unchanged after an error.
    pub fn update(&mut self, command: u32, section: u32, parent_index: i32, text: &str) -> Result<()> {
        let document = parse(text, "network_update_xml", Origin::Network)?;
        let mut changed = self.clone();
        changed.change(command, section, parent_index, document.root())?;
        changed.complete()?;
        *self = changed;
        Ok(())
    }

    fn change(&mut self, command: u32, section: u32, parent_index: i32, node: Node<'_>) -> Result<()> {
        let section = Section::ALL.get(section as usize).map(|(section, _)| *section);
        let expected = match section {
            Some(Section::IpDhcpHost | Section::DnsHost) => "host",
            Some(Section::IpDhcpRange) => "range",
            Some(Section::ForwardInterface) => "interface",
            Some(Section::PortGroup) => "portgroup",
            Some(Section::DnsTxt) => "txt",
            Some(Section::DnsSrv) => "srv",
            Some(section) if section != Section::None => {
                let text = format!("can't update '{section}' section of network");
                bail!(Network, OperationUnsupported, "{text} '{}'", self.name())
            }
            _ => bail!(Network, OperationUnsupported, "can't update unrecognized section of network"),
        };
        if node.name() != expected {
            let text = format!("unexpected element <{}>, expecting <{expected}>,", node.name());
            bail!(Network, XmlError, "{text} while updating network '{}'", self.name());
        }
        let command = Command::from_number(command)?;
        match section {
            Some(Section::IpDhcpHost) => self.change_dhcp_host(command, parent_index, node),
            Some(Section::IpDhcpRange) => self.change_dhcp_range(command, parent_index, node),
            Some(Section::ForwardInterface) => self.change_interface(command, node),
            Some(Section::PortGroup) => self.change_port_group(command, node),
            Some(Section::DnsHost) => self.change_dns_host(command, node),
            Some(Section::DnsTxt) => self.change_dns_txt(command, node),
            _ => self.change_dns_srv(command, node),
        }
    }

    /// Reads the part that is handed in.
    fn part<T: Element + Default>(&self, node: Node<'_>) -> Result<T> {
        let mut part = T::default();
        read(&mut part, node, &Reading::new(Origin::Network))?;
        Ok(part)
    }

    /// The place of the `<ip>` that an update is for.
    fn ip_place(&self, parent_index: i32) -> Result<usize> {
        let what = "couldn't update dhcp host entry - no <ip> element found";
        if let Ok(index) = usize::try_from(parent_index) {
            if index >= self.ips.len() {
                refuse!("{what} at index {index} in network '{}'", self.name());
            }
            return Ok(index);
        }
        let with_dhcp = self.ips.iter().position(|ip| ip.has_dhcp());
        let first =
            || self.ips.iter().position(|ip| !ip.is_ipv6()).or(Some(0).filter(|_| !self.ips.is_empty()));
        with_dhcp
            .or_else(first)
            .ok_or_else(|| error!(Network, OperationInvalid, "{what} in network '{}'", self.name()))
    }

    /// One address of each family may have DHCP.
    fn refuse_second_dhcp(&self, place: usize) -> Result<()> {
        let Some(here) = self.ips.get(place) else { return Ok(()) };
        let another = |(index, other): (usize, &IpDef)| {
            index != place && other.is_ipv6() == here.is_ipv6() && other.has_dhcp()
        };
        if self.ips.iter().enumerate().any(another) {
            let family = if here.is_ipv6() { "IPv6" } else { "IPv4" };
            refuse!("dhcp is supported only for a single {family} address on each network");
        }
        Ok(())
    }

    fn change_dhcp_host(&mut self, command: Command, parent_index: i32, node: Node<'_>) -> Result<()> {
        let place = self.ip_place(parent_index)?;
        let name = self.name().to_owned();
        let host: DhcpHost = self.part(node)?;
        host.validate(&name, &self.ips[place], command == Command::Delete)?;
        if ip(&host.ip).is_some_and(|address| address.is_ipv6() != self.ips[place].is_ipv6()) {
            let text = "the address family of a host entry IP must match";
            refuse!("{text} the address family of the dhcp element's parent");
        }
        let unknown = || "unknown".to_owned();
        let shown = (
            good(&host.mac).map_or_else(unknown, |mac| mac.to_string()),
            host.name.clone().unwrap_or_else(unknown),
            ip(&host.ip).map_or_else(unknown, |address| address.to_string()),
        );
        let alike = |other: &DhcpHost| {
            (good(&host.mac).is_some() && good(&host.mac) == good(&other.mac))
                || (host.name.is_some() && host.name == other.name)
                || (host.ip.is_some() && ip(&host.ip) == ip(&other.ip))
        };
        if command.adds() {
            self.refuse_second_dhcp(place)?;
        }
        let hosts = &mut self.ips[place].dhcp_mut().hosts;
        match command {
            Command::Modify => {
                let Some(found) = hosts.iter().position(alike) else {
                    let (mac, host, ip) = shown;
                    let entry = format!("\"mac='{mac}'\" \"name='{host}'\" \"ip='{ip}'\"");
                    let text = "couldn't locate an existing dhcp host entry with";
                    refuse!("{text} {entry} in network '{name}'");
                };
                hosts[found] = host;
            }
            Command::AddFirst | Command::AddLast => {
                if hosts.iter().any(alike) {
                    let (mac, host, ip) = shown;
                    let entry = format!("\"<host mac='{mac}' name='{host}' ip='{ip}'/>\"");
                    let text =
                        format!("there is an existing dhcp host entry in network '{name}' that matches");
                    refuse!("{text} {entry}");
                }
                insert(hosts, host, command);
            }
            Command::Delete => {
                let matches = |other: &DhcpHost| {
                    (host.mac.is_none() || good(&host.mac) == good(&other.mac))
                        && (host.name.is_none() || host.name == other.name)
                        && (host.ip.is_none() || ip(&host.ip) == ip(&other.ip))
                };
                let Some(found) = hosts.iter().position(matches) else {
                    refuse!("couldn't locate a matching dhcp host entry in network '{name}'");
                };
                hosts.remove(found);
            }
        }
        Ok(())
    }

    fn change_dhcp_range(&mut self, command: Command, parent_index: i32, node: Node<'_>) -> Result<()> {
        if command == Command::Modify {
            bail!(Network, OperationUnsupported, "dhcp ranges cannot be modified, only added or deleted");
        }
        let place = self.ip_place(parent_index)?;
        let name = self.name().to_owned();
        let range: DhcpRange = self.part(node)?;
        let bounds = range.bounds();
        if bounds.is_some_and(|(start, _)| start.is_ipv6() != self.ips[place].is_ipv6()) {
            let text = "the address family of a dhcp range must match";
            refuse!("{text} the address family of the dhcp element's parent");
        }
        range.validate(&name, &self.ips[place])?;
        let found =
            self.ips[place].dhcp.iter().flat_map(|dhcp| &dhcp.ranges).position(|r| r.bounds() == bounds);
        if command == Command::Delete {
            let Some(found) = found else {
                refuse!("couldn't locate a matching dhcp range entry in network '{name}'");
            };
            self.ips[place].dhcp_mut().ranges.remove(found);
            return Ok(());
        }
        self.refuse_second_dhcp(place)?;
        if let (Some(_), Some((start, end))) = (found, bounds) {
            let text = format!("there is an existing dhcp range entry in network '{name}' that matches");
            refuse!("{text} \"<range start='{start}' end='{end}'/>\"");
        }
        insert(&mut self.ips[place].dhcp_mut().ranges, range, command);
        Ok(())
    }

    fn change_interface(&mut self, command: Command, node: Node<'_>) -> Result<()> {
        if command == Command::Modify {
            bail!(
                Network,
                OperationUnsupported,
                "forward interface entries cannot be modified, only added or deleted"
            );
        }
        let name = self.name().to_owned();
        let interface: ForwardDevice = self.part(node)?;
        let Some(dev) = interface.dev.clone() else {
            bail!(Network, XmlError, "missing dev attribute in <interface> element");
        };
        let none = || Box::new(Forward { mode: Some(ForwardMode::None.into()), ..Forward::default() });
        let forward = self.forward.get_or_insert_with(none);
        let found = forward.interfaces.iter().position(|other| other.dev.as_ref() == Some(&dev));
        match (command, found) {
            (Command::Delete, None) => {
                let text = format!("couldn't find an interface entry in network '{name}' matching");
                refuse!("{text} <interface dev='{dev}'>");
            }
            (Command::Delete, Some(found)) => {
                let users = forward.interfaces[found].connections.unwrap_or(0);
                if users > 0 {
                    let text = format!("It is currently being used  by {users} domains.");
                    refuse!("unable to delete interface '{dev}' in network '{name}'. {text}");
                }
                forward.interfaces.remove(found);
            }
            (_, Some(_)) => {
                let text = format!("there is an existing interface entry in network '{name}' that matches");
                refuse!("{text} \"<interface dev='{dev}'>\"");
            }
            (_, None) => insert(&mut forward.interfaces, interface, command),
        }
        forward.refresh_dev();
        Ok(())
    }

    fn change_port_group(&mut self, command: Command, node: Node<'_>) -> Result<()> {
        let name = self.name().to_owned();
        let group: PortGroup = self.part(node)?;
        let wanted = group.name.clone().unwrap_or_default();
        let found = self.port_groups.iter().position(|other| other.name == group.name);
        let default = |(index, other): (usize, &PortGroup)| {
            good(&other.default) == Some(&YesNo(true)) && Some(index) != found
        };
        let another = self.port_groups.iter().enumerate().any(default);
        if command != Command::Delete && good(&group.default) == Some(&YesNo(true)) && another {
            let text =
                format!("a different portgroup entry in network '{name}' is already set as the default.");
            refuse!("{text} Only one default is allowed.");
        }
        match (command, found) {
            (Command::Modify | Command::Delete, None) => {
                let text = format!("couldn't find a portgroup entry in network '{name}' matching");
                refuse!("{text} <portgroup name='{wanted}'>");
            }
            (Command::Modify, Some(found)) => self.port_groups[found] = group,
            (Command::Delete, Some(found)) => drop(self.port_groups.remove(found)),
            (_, Some(_)) => {
                let text = format!("there is an existing portgroup entry in network '{name}' that matches");
                refuse!("{text} \"<portgroup name='{wanted}'>\"");
            }
            (_, None) => insert(&mut self.port_groups, group, command),
        }
        Ok(())
    }

    fn change_dns_host(&mut self, command: Command, node: Node<'_>) -> Result<()> {
        let name = self.name().to_owned();
        let host: HostRecord = self.part(node)?;
        host.validate(&name, command == Command::Delete)?;
        let same_ip = |other: &HostRecord| host.ip.is_some() && ip(&host.ip) == ip(&other.ip);
        let hosts = &mut self.dns.get_or_insert_default().hosts;
        if command == Command::Modify {
            let Some(found) = hosts.iter().position(same_ip) else {
                refuse!("couldn't locate a matching DNS HOST record in network {name}");
            };
            hosts[found] = host;
            return Ok(());
        }
        let alike = |other: &HostRecord| {
            // A name may have several addresses, so only the address speaks against adding.
            let named = || other.hostnames.iter().any(|hostname| host.hostnames.contains(hostname));
            same_ip(other) || (!command.adds() && named())
        };
        let found: Vec<usize> = (0..hosts.len()).filter(|&index| alike(&hosts[index])).collect();
        if command.adds() {
            if !found.is_empty() {
                let text = "there is already at least one DNS HOST record with a matching field in network";
                refuse!("{text} {name}");
            }
            insert(hosts, host, command);
            return Ok(());
        }
        match found[..] {
            [] => refuse!("couldn't locate a matching DNS HOST record in network {name}"),
            [only] => drop(hosts.remove(only)),
            _ => refuse!("multiple matching DNS HOST records were found in network {name}"),
        }
        Ok(())
    }

    fn change_dns_txt(&mut self, command: Command, node: Node<'_>) -> Result<()> {
        let name = self.name().to_owned();
        let txt: TxtRecord = self.part(node)?;
        txt.validate(&name, command == Command::Delete)?;
        let txts = &mut self.dns.get_or_insert_default().txts;
        let matches = |other: &TxtRecord| {
            other.name == txt.name
                && (command != Command::Delete || txt.value.is_none() || txt.value == other.value)
        };
        match (command, txts.iter().position(matches)) {
            (Command::Modify | Command::Delete, None) => {
                refuse!("couldn't locate a matching DNS TXT record in network {name}")
            }
            (Command::Modify, Some(found)) => txts[found] = txt,
            (Command::Delete, Some(found)) => drop(txts.remove(found)),
            (_, Some(_)) => {
                let wanted = txt.name.unwrap_or_default();
                refuse!("there is already a DNS TXT record with name '{wanted}' in network {name}");
            }
            (_, None) => insert(txts, txt, command),
        }
        Ok(())
    }

    fn change_dns_srv(&mut self, command: Command, node: Node<'_>) -> Result<()> {
        let name = self.name().to_owned();
        let mut srv: SrvRecord = self.part(node)?;
        srv.validate(&name, command == Command::Delete)?;
        let key = |a: &Option<String>, b: &Option<String>| a.is_none() || a == b;
        let whole = command != Command::Modify;
        let matches = |other: &SrvRecord| {
            key(&srv.domain, &other.domain)
                && key(&srv.service, &other.service)
                && key(&srv.protocol, &other.protocol)
                && key(&srv.target, &other.target)
                && (!whole || number_fits(&srv.port, &other.port))
                && (!whole || number_fits(&srv.priority, &other.priority))
                && (!whole || number_fits(&srv.weight, &other.weight))
        };
        let srvs = &mut self.dns.get_or_insert_default().srvs;
        let found: Vec<usize> = (0..srvs.len()).filter(|&index| matches(&srvs[index])).collect();
        if command.adds() {
            if !found.is_empty() {
                let text = "there is already at least one DNS SRV record matching all specified fields";
                refuse!("{text} in network {name}");
            }
            insert(srvs, srv, command);
            return Ok(());
        }
        match found[..] {
            [] => refuse!("couldn't locate a matching DNS SRV record in network {name}"),
            [only] if command == Command::Modify => srvs[only] = srv,
            [only] => drop(srvs.remove(only)),
            _ => {
                refuse!("multiple DNS SRV records matching all specified fields were found in network {name}")
            }
        }
        Ok(())
    }
}

/// Whether a number that may be left open is that of another record.
fn number_fits(wanted: &Option<crate::Checked<u16>>, other: &Option<crate::Checked<u16>>) -> bool {
    good(wanted).is_none_or(|number| good(other) == Some(number))
}

fn insert<T>(list: &mut Vec<T>, item: T, command: Command) {
    let place = if command == Command::AddFirst { 0 } else { list.len() };
    list.insert(place, item);
}
