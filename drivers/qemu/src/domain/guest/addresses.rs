//! Where the guest's interfaces are reached: as its agent says, or as the host's neighbours show.

use crate::agent::{GuestAddress, GuestInterface};
use virt_conf::{Mac, domain::Domain as Document};
use virt_core::{constants::*, records::*};
use virt_error::{Error, Origin, Result};

/// The kernel's table of IPv4 neighbours.
const NEIGHBOURS: &str = "/proc/net/arp";

fn record(address: GuestAddress) -> IpAddress {
    let kind = if address.ipv6 { VIR_IP_ADDR_TYPE_IPV6 } else { VIR_IP_ADDR_TYPE_IPV4 };
    IpAddress { kind, addr: address.address, prefix: address.prefix }
}

pub fn of_agent(interfaces: Vec<GuestInterface>) -> Vec<InterfaceAddresses> {
    let record = |interface: GuestInterface| InterfaceAddresses {
        name: interface.name,
        hwaddr: interface.mac,
        addrs: interface.addresses.into_iter().map(record).collect::<Vec<_>>().into(),
    };
    interfaces.into_iter().map(record).collect()
}

/// The interfaces that the host has heard of at an IPv4 address.
pub fn of_neighbours(document: &Document) -> Result<Vec<InterfaceAddresses>> {
    let table = std::fs::read_to_string(NEIGHBOURS)
        .map_err(|cause| Error::system(Origin::Qemu, format!("cannot read '{NEIGHBOURS}'"), &cause))?;
    Ok(match_neighbours(document, &table))
}

fn match_neighbours(document: &Document, table: &str) -> Vec<InterfaceAddresses> {
    // Address, type, flags, hardware address, mask, device.
    let neighbours: Vec<(&str, Mac)> = table
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let (address, mac) = (words.next()?, words.nth(2)?);
            Some((address, mac.parse::<Mac>().ok()?))
        })
        .collect();
    let interfaces = document.devices.interfaces.iter().filter_map(|interface| {
        let mac = interface.mac_address()?;
        let found = neighbours.iter().filter(|(_, other)| *other == mac);
        let addresses: Vec<IpAddress> = found
            .map(|(address, _)| IpAddress {
                kind: VIR_IP_ADDR_TYPE_IPV4,
                addr: (*address).to_owned(),
                prefix: 0,
            })
            .collect();
        (!addresses.is_empty()).then(|| InterfaceAddresses {
            name: interface.target_name().unwrap_or_default().to_owned(),
            hwaddr: Some(mac.to_string()),
            addrs: addresses.into(),
        })
    });
    interfaces.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_known_by_their_hardware() {
        let xml = "<domain type='qemu'><name>a</name><memory>1024</memory><os><type arch='x86_64'>hvm</type></os>\
            <devices><interface type='ethernet'><mac address='52:54:00:00:00:01'/><target dev='vnet0'/></interface>\
            <interface type='ethernet'><mac address='52:54:00:00:00:02'/></interface></devices></domain>";
        let flags = virt_conf::domain::ParseFlags::default();
        let document = Document::parse(xml, flags, &crate::state::bare_host()).unwrap();
        let table = "IP address       HW type     Flags       HW address            Mask     Device\n\
            192.168.122.5    0x1         0x2         52:54:00:00:00:01     *        virbr0\n\
            192.168.122.6    0x1         0x0         00:00:00:00:00:00     *        virbr0\n\
            nonsense\n";
        let found = match_neighbours(&document, table);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].addrs[0].addr.as_str(), found[0].hwaddr.as_deref()),
            ("192.168.122.5", Some("52:54:00:00:00:01"))
        );
    }
}
