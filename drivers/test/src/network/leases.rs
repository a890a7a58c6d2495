//! DHCP leases: what the guests that run on a network were given.

use crate::state::TestState;
use std::{
    collections::HashSet,
    net::IpAddr,
    time::{SystemTime, UNIX_EPOCH},
};
use virt_conf::{
    Mac, good, ip,
    network::{DhcpHost, IpDef, Lease, LeaseUnit, Network as Document},
};
use virt_core::records::DhcpLease;

/// How long a lease lasts where the network does not say.
const DEFAULT_SECONDS: u64 = 3600;

/// The leases of a running network: one for each interface of a running guest that is plugged into it.
pub fn of(state: &TestState, network: &Document) -> Vec<DhcpLease> {
    let guests = state.domains.registry.filter_map(|domain| {
        domain.read(|domain| domain.is_active().then(|| (domain.name.to_string(), domain.def.clone())))
    });
    let mut taken = HashSet::new();
    for host in network.ips.iter().flat_map(hosts) {
        taken.extend(ip(&host.ip));
    }
    let mut leases = Vec::new();
    for (name, guest) in guests {
        for interface in &guest.devices.interfaces {
            let source = interface.source.as_ref().and_then(|source| source.network.as_deref());
            let mac = interface.mac.as_ref().and_then(|mac| mac.address);
            let (Some(mac), true) = (mac, source == Some(network.name())) else { continue };
            for place in &network.ips {
                leases.extend(lease(network, place, mac, &name, &mut taken));
            }
        }
    }
    leases
}

fn hosts(place: &IpDef) -> &[DhcpHost] {
    place.dhcp.as_ref().map_or(&[], |dhcp| &dhcp.hosts)
}

/// The lease of one interface from one address of a network: its own, or the first that is free.
fn lease(
    network: &Document,
    place: &IpDef,
    mac: Mac,
    guest: &str,
    taken: &mut HashSet<IpAddr>,
) -> Option<DhcpLease> {
    let dhcp = place.dhcp.as_ref()?;
    let own = dhcp.hosts.iter().find(|host| good(&host.mac) == Some(&mac));
    let (address, time) = match own {
        Some(host) => (ip(&host.ip)?, &host.lease),
        None => dhcp.ranges.iter().find_map(|range| {
            let (start, end) = (ip(&range.start)?, ip(&range.end)?);
            let free = addresses(start, end).find(|address| !taken.contains(address))?;
            Some((free, &range.lease))
        })?,
    };
    taken.insert(address);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let hostname = own.and_then(|host| host.name.clone()).unwrap_or_else(|| guest.to_owned());
    Some(DhcpLease {
        iface: network.bridge_name().unwrap_or_default().to_owned(),
        expirytime: seconds(time.as_deref()).map_or(0, |seconds| now.saturating_add(seconds) as i64),
        kind: i32::from(address.is_ipv6()),
        mac: Some(mac.to_string()),
        iaid: None,
        ipaddr: address.to_string(),
        prefix: place.prefix_length(),
        hostname: Some(hostname),
        clientid: None,
    })
}

/// How long a lease lasts; `None` is for ever.
fn seconds(lease: Option<&Lease>) -> Option<u64> {
    let Some(lease) = lease else { return Some(DEFAULT_SECONDS) };
    let unit = match lease.unit {
        Some(LeaseUnit::Seconds) => 1,
        Some(LeaseUnit::Hours) => 3600,
        Some(LeaseUnit::Minutes) | None => 60,
    };
    lease.expiry.filter(|expiry| *expiry > 0).map(|expiry| expiry.saturating_mul(unit))
}

/// From one address to another of the same family.
fn addresses(start: IpAddr, end: IpAddr) -> Box<dyn Iterator<Item = IpAddr>> {
    match (start, end) {
        (IpAddr::V4(start), IpAddr::V4(end)) => {
            Box::new((u32::from(start)..=u32::from(end)).map(|number| IpAddr::V4(number.into())))
        }
        (IpAddr::V6(start), IpAddr::V6(end)) => {
            Box::new((u128::from(start)..=u128::from(end)).map(|number| IpAddr::V6(number.into())))
        }
        _ => Box::new(std::iter::empty()),
    }
}
