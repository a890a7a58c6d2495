//! Network devices of the host: made, changed, asked and removed by the kernel's routing protocol.

mod message;

use message::{ADDRESS, LINK, Message, QUEUEING, ROUTE, attributes};
use std::{ffi::CString, io, net::IpAddr};

/// What a device is given. What is `None` stays as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings<'a> {
    pub mac: Option<[u8; 6]>,
    pub mtu: Option<u32>,
    /// The bridge that it becomes a port of.
    pub bridge: Option<&'a str>,
    pub up: Option<bool>,
}

/// How a macvtap device and its like share the device below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum MacvtapMode {
    Private = 1,
    Vepa = 2,
    Bridge = 4,
    Passthrough = 8,
}

/// The bytes that a device's name has room in, with the one that ends it.
pub const NAME_SIZE: usize = libc::IFNAMSIZ;

/// The number of a device.
pub fn index(name: &str) -> io::Result<u32> {
    let name = CString::new(name).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
    // SAFETY: the name ends with a NUL.
    match unsafe { libc::if_nametoindex(name.as_ptr()) } {
        0 => Err(io::Error::last_os_error()),
        index => Ok(index),
    }
}

/// Changes a device.
pub fn change(name: &str, settings: Settings<'_>) -> io::Result<()> {
    let mut message = Message::new(libc::RTM_NEWLINK, 0);
    message.link(index(name)?, settings.up);
    if let Some(mac) = settings.mac {
        message.bytes(libc::IFLA_ADDRESS, &mac);
    }
    if let Some(mtu) = settings.mtu {
        message.number(libc::IFLA_MTU, mtu);
    }
    if let Some(bridge) = settings.bridge {
        message.number(libc::IFLA_MASTER, index(bridge)?);
    }
    message.send()
}

/// Makes a macvtap device over another one; it has the first free name `macvtap0`, `macvtap1`, … unless one is given.
pub fn make_macvtap(name: Option<&str>, below: &str, mac: [u8; 6], mode: MacvtapMode) -> io::Result<String> {
    /// How many names are tried.
    const MOST: u32 = 8192;
    let below = index(below)?;
    let make = |name: &str| {
        let mut message = Message::new(libc::RTM_NEWLINK, libc::NLM_F_CREATE | libc::NLM_F_EXCL);
        message.link(0, None);
        message.number(libc::IFLA_LINK, below);
        message.bytes(libc::IFLA_ADDRESS, &mac);
        message.text(libc::IFLA_IFNAME, name);
        message.nest(libc::IFLA_LINKINFO, |info| {
            info.text(libc::IFLA_INFO_KIND, "macvtap");
            info.nest(libc::IFLA_INFO_DATA, |data| data.number(IFLA_MACVLAN_MODE, mode as u32));
        });
        message.send()
    };
    if let Some(name) = name {
        return make(name).map(|()| name.to_owned());
    }
    for number in 0..MOST {
        let name = format!("macvtap{number}");
        match make(&name) {
            Err(cause) if cause.raw_os_error() == Some(libc::EEXIST) => {}
            outcome => return outcome.map(|()| name),
        }
    }
    Err(io::Error::from_raw_os_error(libc::EEXIST))
}

/// `IFLA_MACVLAN_MODE` of the kernel.
const IFLA_MACVLAN_MODE: u16 = 1;

/// Removes a device.
pub fn delete(name: &str) -> io::Result<()> {
    let mut message = Message::new(libc::RTM_DELLINK, 0);
    message.link(0, None);
    message.text(libc::IFLA_IFNAME, name);
    message.send()
}

/// What the kernel says of a device.
#[derive(Clone, Debug, Default)]
pub struct Link {
    pub mac: Option<[u8; 6]>,
    /// The largest packet that it takes.
    pub mtu: u32,
    /// Its kind, where it is made by software: `bridge`, `tun`, `macvtap`.
    pub kind: Option<String>,
    /// What went through it, from the host's side.
    pub traffic: Option<Traffic>,
}

/// What went through a network interface of the host, from the host's side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    pub received: Counters,
    pub sent: Counters,
}

/// One direction of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    pub bytes: u64,
    pub packets: u64,
    pub errors: u64,
    pub dropped: u64,
}

/// Asks for a device. It is looked for in the network of the calling thread, whatever is mounted.
pub fn link(name: &str) -> io::Result<Link> {
    let mut message = Message::new(libc::RTM_GETLINK, 0);
    message.link(index(name)?, None);
    let answer = message.ask()?;
    let mut link = Link::default();
    for (kind, value) in attributes(answer.get(LINK..).unwrap_or_default()) {
        match kind {
            libc::IFLA_ADDRESS => link.mac = value.try_into().ok(),
            libc::IFLA_MTU => {
                link.mtu = value.try_into().map(u32::from_ne_bytes).unwrap_or_default();
            }
            libc::IFLA_LINKINFO => {
                let mut inner = attributes(value);
                let word = inner.find(|(kind, _)| *kind == libc::IFLA_INFO_KIND).map(|(_, word)| word);
                let word = word.map(|word| word.strip_suffix(&[0]).unwrap_or(word));
                link.kind = word.map(|word| String::from_utf8_lossy(word).into_owned());
            }
            libc::IFLA_STATS64 => link.traffic = counters(value),
            _ => {}
        }
    }
    Ok(link)
}

/// The numbers at the beginning of `rtnl_link_stats64`. What was missed for want of room counts as dropped.
fn counters(value: &[u8]) -> Option<Traffic> {
    let number = |place: usize| value.get(place * 8..place * 8 + 8)?.try_into().ok().map(u64::from_ne_bytes);
    const MISSED: usize = 15;
    let of = |place: usize| {
        Some(Counters {
            packets: number(place)?,
            bytes: number(place + 2)?,
            errors: number(place + 4)?,
            dropped: number(place + 6)?,
        })
    };
    let mut received = of(0)?;
    received.dropped = received.dropped.saturating_add(number(MISSED)?);
    Some(Traffic { received, sent: of(1)? })
}

/// The largest packet that a device takes.
pub fn mtu(name: &str) -> io::Result<u32> {
    link(name).map(|link| link.mtu)
}

/// Keeps a port of a bridge from all other ports that are kept so, or lets it speak to them.
pub fn isolate(name: &str, isolated: bool) -> io::Result<()> {
    /// `IFLA_BRPORT_ISOLATED` of the kernel.
    const ISOLATED: u16 = 33;
    let mut message = Message::new(libc::RTM_SETLINK, 0);
    message.link_of(libc::AF_BRIDGE, index(name)?, None);
    message.nest(libc::IFLA_PROTINFO | libc::NLA_F_NESTED as u16, |port| {
        port.bytes(ISOLATED, &[u8::from(isolated)]);
    });
    message.send()
}

/// Takes a port out of its bridge.
pub fn leave_bridge(name: &str) -> io::Result<()> {
    let mut message = Message::new(libc::RTM_NEWLINK, 0);
    message.link(index(name)?, None);
    message.number(libc::IFLA_MASTER, 0);
    message.send()
}

/// How what a device sends waits: `noqueue` for one that never has to.
pub fn set_queueing(name: &str, discipline: &str) -> io::Result<()> {
    /// `TC_H_ROOT` and `TCA_KIND` of the kernel.
    const ROOT: u32 = u32::MAX;
    const KIND: u16 = 1;
    let mut message = Message::new(libc::RTM_NEWQDISC, libc::NLM_F_CREATE | libc::NLM_F_REPLACE);
    let mut head = [0; QUEUEING];
    head[4..8].copy_from_slice(&index(name)?.to_ne_bytes());
    head[12..16].copy_from_slice(&ROOT.to_ne_bytes());
    message.head(&head);
    message.text(KIND, discipline);
    message.send()
}

/// An address for a device. That of a point-to-point link has a peer; any other of the fourth version a broadcast.
pub fn add_address(name: &str, address: IpAddr, prefix: u8, peer: Option<IpAddr>) -> io::Result<()> {
    let mut message = Message::new(libc::RTM_NEWADDR, libc::NLM_F_CREATE | libc::NLM_F_EXCL);
    let mut head = [0; ADDRESS];
    head[0] = family(address);
    head[1] = prefix;
    head[4..8].copy_from_slice(&index(name)?.to_ne_bytes());
    message.head(&head);
    message.bytes(libc::IFA_ADDRESS, &octets(peer.unwrap_or(address)));
    message.bytes(libc::IFA_LOCAL, &octets(address));
    if let (IpAddr::V4(address), None, 1..=31) = (address, peer, prefix) {
        let broadcast = u32::from(address) | u32::MAX >> prefix;
        message.bytes(libc::IFA_BROADCAST, &broadcast.to_be_bytes());
    }
    message.send()
}

/// A way through a device to the addresses that begin with `prefix` bits of `to`.
pub fn add_route(name: &str, to: IpAddr, prefix: u8, gateway: IpAddr, metric: u32) -> io::Result<()> {
    let mut message = Message::new(libc::RTM_NEWROUTE, libc::NLM_F_CREATE | libc::NLM_F_EXCL);
    let mut head = [0; ROUTE];
    head[0] = family(to);
    head[1] = prefix;
    head[4] = libc::RT_TABLE_MAIN;
    head[5] = libc::RTPROT_BOOT;
    head[6] = libc::RT_SCOPE_UNIVERSE;
    head[7] = libc::RTN_UNICAST;
    message.head(&head);
    message.bytes(libc::RTA_DST, &octets(to));
    message.bytes(libc::RTA_GATEWAY, &octets(gateway));
    message.number(libc::RTA_OIF, index(name)?);
    message.number(libc::RTA_PRIORITY, metric);
    message.send()
}

fn family(address: IpAddr) -> u8 {
    (if address.is_ipv4() { libc::AF_INET } else { libc::AF_INET6 }) as u8
}

fn octets(address: IpAddr) -> Vec<u8> {
    match address {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets().to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loopback_counts() {
        if let Ok(Link { traffic: Some(traffic), .. }) = link("lo") {
            assert_eq!(traffic.received.bytes, traffic.sent.bytes);
        }
        assert!(link("../net/lo").is_err());
    }

    #[test]
    fn a_device_that_is_not_there_cannot_be_removed() {
        let cause = delete("virt-no-such0").unwrap_err();
        assert!(matches!(cause.raw_os_error(), Some(libc::ENODEV | libc::EPERM)), "{cause}");
    }
}
