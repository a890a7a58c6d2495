//! What each protocol of a rule can be matched on: one table of attributes a protocol, in the order of writing.

use super::value::Type;

/// A protocol's element, its attributes, and which attribute takes the sign of which other one.
#[derive(Debug)]
pub struct Protocol {
    pub name: &'static str,
    pub(super) attributes: &'static [&'static [(&'static str, Type)]],
}

impl PartialEq for Protocol {
    fn eq(&self, other: &Protocol) -> bool {
        self.name == other.name
    }
}

type Attributes = &'static [(&'static str, Type)];

const ETHERNET: Attributes = &[
    ("srcmacaddr", Type::Mac),
    ("srcmacmask", Type::MacMask),
    ("dstmacaddr", Type::Mac),
    ("dstmacmask", Type::MacMask),
];
const MAC: Attributes = &[("protocolid", Type::EtherProtocol(0x600))];
const VLAN: Attributes = &[("vlanid", Type::VlanId), ("encap-protocol", Type::EtherProtocol(0x3c))];
const STP: Attributes = &[
    ("srcmacaddr", Type::Mac),
    ("srcmacmask", Type::MacMask),
    ("type", Type::U8),
    ("flags", Type::U8),
    ("root-priority", Type::U16),
    ("root-priority-hi", Type::U16),
    ("root-address", Type::Mac),
    ("root-address-mask", Type::MacMask),
    ("root-cost", Type::U32),
    ("root-cost-hi", Type::U32),
    ("sender-priority", Type::U16),
    ("sender-priority-hi", Type::U16),
    ("sender-address", Type::Mac),
    ("sender-address-mask", Type::MacMask),
    ("port", Type::U16),
    ("port-hi", Type::U16),
    ("age", Type::U16),
    ("age-hi", Type::U16),
    ("max-age", Type::U16),
    ("max-age-hi", Type::U16),
    ("hello-time", Type::U16),
    ("hello-time-hi", Type::U16),
    ("forward-delay", Type::U16),
    ("forward-delay-hi", Type::U16),
];
const ARP: Attributes = &[
    ("hwtype", Type::U16),
    ("protocoltype", Type::U16),
    ("opcode", Type::ArpOpcode),
    ("arpsrcmacaddr", Type::Mac),
    ("arpdstmacaddr", Type::Mac),
    ("arpsrcipaddr", Type::Ipv4),
    ("arpsrcipmask", Type::Ipv4Mask),
    ("arpdstipaddr", Type::Ipv4),
    ("arpdstipmask", Type::Ipv4Mask),
    ("gratuitous", Type::Bool),
];
const IPV4_ADDRESSES: Attributes = &[
    ("srcipaddr", Type::Ipv4),
    ("srcipmask", Type::Ipv4Mask),
    ("dstipaddr", Type::Ipv4),
    ("dstipmask", Type::Ipv4Mask),
];
const IPV6_ADDRESSES: Attributes = &[
    ("srcipaddr", Type::Ipv6),
    ("srcipmask", Type::Ipv6Mask),
    ("dstipaddr", Type::Ipv6),
    ("dstipmask", Type::Ipv6Mask),
];
const IPV4_RANGES: Attributes =
    &[("srcipfrom", Type::Ipv4), ("srcipto", Type::Ipv4), ("dstipfrom", Type::Ipv4), ("dstipto", Type::Ipv4)];
const IPV6_RANGES: Attributes =
    &[("srcipfrom", Type::Ipv6), ("srcipto", Type::Ipv6), ("dstipfrom", Type::Ipv6), ("dstipto", Type::Ipv6)];
const IP_PROTOCOL: Attributes = &[("protocol", Type::IpProtocol)];
const PORTS: Attributes = &[
    ("srcportstart", Type::U16),
    ("srcportend", Type::U16),
    ("dstportstart", Type::U16),
    ("dstportend", Type::U16),
];
const DSCP: Attributes = &[("dscp", Type::Dscp)];
const ICMP_RANGES: Attributes =
    &[("type", Type::U8), ("typeend", Type::U8), ("code", Type::U8), ("codeend", Type::U8)];
const ICMP: Attributes = &[("type", Type::U8), ("code", Type::U8)];
const SOURCE_MAC: Attributes = &[("srcmacaddr", Type::Mac)];
const CONNECTION: Attributes = &[
    ("dscp", Type::Dscp),
    ("connlimit-above", Type::Count),
    ("state", Type::State),
    ("ipset", Type::IpSet),
    ("ipsetflags", Type::IpSetFlags),
];
const TCP: Attributes = &[("option", Type::U8), ("flags", Type::TcpFlags)];
const TCP_IPV6: Attributes = &[("option", Type::U8)];
const COMMENT: Attributes = &[("comment", Type::Comment)];

/// Every protocol.
pub(super) static PROTOCOLS: &[Protocol] = &[
    Protocol { name: "arp", attributes: &[ETHERNET, ARP, COMMENT] },
    Protocol { name: "rarp", attributes: &[ETHERNET, ARP, COMMENT] },
    Protocol { name: "mac", attributes: &[ETHERNET, MAC, COMMENT] },
    Protocol { name: "vlan", attributes: &[ETHERNET, VLAN, COMMENT] },
    Protocol { name: "stp", attributes: &[STP, COMMENT] },
    Protocol { name: "ip", attributes: &[ETHERNET, IPV4_ADDRESSES, IP_PROTOCOL, PORTS, DSCP, COMMENT] },
    Protocol {
        name: "ipv6",
        attributes: &[ETHERNET, IPV6_ADDRESSES, IP_PROTOCOL, PORTS, ICMP_RANGES, COMMENT],
    },
    Protocol {
        name: "tcp",
        attributes: &[SOURCE_MAC, IPV4_ADDRESSES, IPV4_RANGES, CONNECTION, PORTS, TCP, COMMENT],
    },
    Protocol {
        name: "udp",
        attributes: &[SOURCE_MAC, IPV4_ADDRESSES, IPV4_RANGES, CONNECTION, PORTS, COMMENT],
    },
    Protocol { name: "udplite", attributes: &[SOURCE_MAC, IPV4_ADDRESSES, IPV4_RANGES, CONNECTION, COMMENT] },
    Protocol { name: "esp", attributes: &[SOURCE_MAC, IPV4_ADDRESSES, IPV4_RANGES, CONNECTION, COMMENT] },
    Protocol { name: "ah", attributes: &[SOURCE_MAC, IPV4_ADDRESSES, IPV4_RANGES, CONNECTION, COMMENT] },
    Protocol {
        name: "sctp",
        attributes: &[SOURCE_MAC, IPV4_ADDRESSES, IPV4_RANGES, CONNECTION, PORTS, COMMENT],
    },
    Protocol {
        name: "icmp",
        attributes: &[SOURCE_MAC, IPV4_ADDRESSES, IPV4_RANGES, CONNECTION, ICMP, COMMENT],
    },
    Protocol { name: "all", attributes: &[SOURCE_MAC, IPV4_ADDRESSES, IPV4_RANGES, CONNECTION, COMMENT] },
    Protocol { name: "igmp", attributes: &[SOURCE_MAC, IPV4_ADDRESSES, IPV4_RANGES, CONNECTION, COMMENT] },
    Protocol {
        name: "tcp-ipv6",
        attributes: &[SOURCE_MAC, IPV6_ADDRESSES, IPV6_RANGES, CONNECTION, PORTS, TCP_IPV6, COMMENT],
    },
    Protocol {
        name: "udp-ipv6",
        attributes: &[SOURCE_MAC, IPV6_ADDRESSES, IPV6_RANGES, CONNECTION, PORTS, COMMENT],
    },
    Protocol {
        name: "udplite-ipv6",
        attributes: &[SOURCE_MAC, IPV6_ADDRESSES, IPV6_RANGES, CONNECTION, COMMENT],
    },
    Protocol {
        name: "esp-ipv6",
        attributes: &[SOURCE_MAC, IPV6_ADDRESSES, IPV6_RANGES, CONNECTION, COMMENT],
    },
    Protocol { name: "ah-ipv6", attributes: &[SOURCE_MAC, IPV6_ADDRESSES, IPV6_RANGES, CONNECTION, COMMENT] },
    Protocol {
        name: "sctp-ipv6",
        attributes: &[SOURCE_MAC, IPV6_ADDRESSES, IPV6_RANGES, CONNECTION, PORTS, COMMENT],
    },
    Protocol {
        name: "icmpv6",
        attributes: &[SOURCE_MAC, IPV6_ADDRESSES, IPV6_RANGES, CONNECTION, ICMP, COMMENT],
    },
    Protocol {
        name: "all-ipv6",
        attributes: &[SOURCE_MAC, IPV6_ADDRESSES, IPV6_RANGES, CONNECTION, COMMENT],
    },
];

impl Protocol {
    pub fn named(name: &str) -> Option<&'static Protocol> {
        PROTOCOLS.iter().find(|protocol| protocol.name == name)
    }

    /// The attributes, in the order of writing.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'static str, Type)> + use<> {
        self.attributes.iter().flat_map(|some| some.iter().copied())
    }

    /// Pairs of attributes of which the first is negated exactly when the second is.
    pub(super) fn follows(&self) -> &'static [(&'static str, &'static str)] {
        match self.name {
            "arp" | "rarp" => &[],
            "stp" => &[
                ("srcmacmask", "srcmacaddr"),
                ("root-priority-hi", "root-priority"),
                ("root-address-mask", "root-address"),
                ("root-cost-hi", "root-cost"),
                ("sender-priority-hi", "sender-priority"),
                ("sender-address-mask", "sender-address"),
                ("port-hi", "port"),
                ("age-hi", "age"),
                ("max-age-hi", "max-age"),
                ("hello-time-hi", "hello-time"),
                ("forward-delay-hi", "forward-delay"),
            ],
            "mac" | "vlan" => &[("srcmacmask", "srcmacaddr"), ("dstmacmask", "dstmacaddr")],
            "ip" => &[("srcipmask", "srcipaddr"), ("dstipmask", "dstipaddr")],
            "ipv6" => &[
                ("srcipmask", "srcipaddr"),
                ("dstipmask", "dstipaddr"),
                ("typeend", "type"),
                ("code", "type"),
                ("codeend", "type"),
            ],
            _ => &[
                ("srcipmask", "srcipaddr"),
                ("dstipmask", "dstipaddr"),
                ("srcipto", "srcipfrom"),
                ("dstipto", "dstipfrom"),
                ("srcportend", "srcportstart"),
                ("dstportstart", "srcportstart"),
                ("dstportend", "srcportstart"),
                ("code", "type"),
            ],
        }
    }

    /// Whether a set of addresses needs a direction, which then is the source's.
    pub(super) fn settles_ipset(&self) -> bool {
        !matches!(self.name, "all" | "all-ipv6")
    }
}
