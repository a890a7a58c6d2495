//! What stands in a rule's attribute.

use crate::Mac;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use virt_error::Result;
use virt_xml::unsigned;

/// What an attribute takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    U8,
    U16,
    U32,
    /// A number of connections, decimal only.
    Count,
    VlanId,
    /// A name, or a number not below this one.
    EtherProtocol(u64),
    ArpOpcode,
    IpProtocol,
    Dscp,
    Mac,
    MacMask,
    Ipv4,
    Ipv4Mask,
    Ipv6,
    Ipv6Mask,
    State,
    TcpFlags,
    IpSet,
    IpSetFlags,
    Bool,
    Comment,
}

/// A value: as it is written, with its number where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub text: String,
    pub number: Option<u64>,
}

impl From<String> for Item {
    fn from(text: String) -> Item {
        Item { text, number: None }
    }
}

/// Numbers that have names.
type Names = &'static [(u64, &'static str)];

const ETHER_TYPES: Names =
    &[(0x806, "arp"), (0x8035, "rarp"), (0x800, "ipv4"), (0x86dd, "ipv6"), (0x8100, "vlan")];
const ARP_OPCODES: Names = &[
    (1, "Request"),
    (2, "Reply"),
    (3, "Request_Reverse"),
    (4, "Reply_Reverse"),
    (5, "DRARP_Request"),
    (6, "DRARP_Reply"),
    (7, "DRARP_Error"),
    (8, "InARP_Request"),
    (9, "ARP_NAK"),
];
const IP_PROTOCOLS: Names = &[
    (6, "tcp"),
    (17, "udp"),
    (136, "udplite"),
    (50, "esp"),
    (51, "ah"),
    (1, "icmp"),
    (2, "igmp"),
    (132, "sctp"),
    (58, "icmpv6"),
];
const STATES: Names = &[(1, "NEW"), (2, "ESTABLISHED"), (4, "RELATED"), (8, "INVALID"), (16, "NONE")];
const TCP_FLAGS: Names = &[
    (0x1, "FIN"),
    (0x2, "SYN"),
    (0x4, "RST"),
    (0x8, "PSH"),
    (0x10, "ACK"),
    (0x20, "URG"),
    (0x3f, "ALL"),
    (0x0, "NONE"),
];
/// What a comment and the name of a set have room for.
const MAX_COMMENT: usize = 256;
const MAX_SET_NAME: usize = 31;

/// A number, decimal or hexadecimal, and whether it was the latter.
fn number(word: &str, most: u64) -> Option<(u64, bool)> {
    let fits = |number: &u64| *number <= most;
    let decimal = unsigned(word, 10).filter(fits).map(|number| (number, false));
    decimal.or_else(|| unsigned(word, 16).filter(fits).map(|number| (number, true)))
}

fn shown(number: u64, hexadecimal: bool) -> Item {
    let text = if hexadecimal { format!("0x{number:x}") } else { number.to_string() };
    Item { text, number: Some(number) }
}

/// A number or its name; written by name where it has one.
fn named(word: &str, names: Names, most: u64, least: u64, plain: fn(u64, bool) -> Item) -> Option<Item> {
    let by_name = || names.iter().find(|(_, name)| name.eq_ignore_ascii_case(word)).map(|(n, _)| (*n, false));
    let (number, hexadecimal) = number(word, most).filter(|(number, _)| *number >= least).or_else(by_name)?;
    Some(match names.iter().find(|(known, _)| *known == number) {
        Some((_, name)) => Item { text: (*name).to_owned(), number: Some(number) },
        None => plain(number, hexadecimal),
    })
}

/// Words with commas or blanks between them, or nothing, as one number.
fn flags(text: &str, names: Names) -> Option<u64> {
    let mut rest = text;
    let mut flags = 0;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter == ',' || letter.is_ascii_whitespace());
        if rest.is_empty() {
            return Some(flags);
        }
        let begins =
            |name: &str| rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        let (flag, name) = names.iter().find(|(_, name)| begins(name))?;
        flags |= flag;
        rest = &rest[name.len()..];
    }
}

/// The names of a number's bits, with commas between them.
fn bits(number: u64, names: Names) -> String {
    let single = names.iter().filter(|(bit, _)| bit.is_power_of_two() && number & bit != 0);
    single.map(|(_, name)| *name).collect::<Vec<_>>().join(",")
}

fn tcp_flags(number: u64) -> String {
    match number {
        0 => "NONE".to_owned(),
        0x3f => "ALL".to_owned(),
        number => bits(number, TCP_FLAGS),
    }
}

/// Whether only leading bits are set.
fn is_mask(bytes: &[u8]) -> bool {
    let ones: u32 = bytes.iter().map(|byte| byte.count_ones()).sum();
    let leading = bytes.iter().position(|byte| *byte != 0xff).unwrap_or(bytes.len());
    let next = bytes.get(leading).map_or(0, |byte| byte.leading_ones());
    ones == leading as u32 * 8 + next
}

fn prefix(word: &str, most: u64, address: Option<IpAddr>) -> Option<Item> {
    if let Some(number) = unsigned(word, 10) {
        return (number <= most).then(|| shown(number, false));
    }
    let bytes = match address? {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets().to_vec(),
    };
    let length: u32 = bytes.iter().map(|byte| byte.count_ones()).sum();
    is_mask(&bytes).then(|| shown(length.into(), false))
}

impl Type {
    /// The value that a word is, or nothing when it is none. An error is a complaint of its own.
    pub fn read(self, word: &str) -> Result<Option<Item>> {
        let plain =
            |found: Option<(u64, bool)>| found.map(|(number, hexadecimal)| shown(number, hexadecimal));
        Ok(match self {
            Type::U8 => plain(number(word, 0xff)),
            Type::U16 => plain(number(word, 0xffff)),
            Type::U32 => plain(number(word, 0xffff_ffff)),
            Type::Count => unsigned(word, 10).filter(|number| *number <= 0xffff).map(|n| shown(n, false)),
            Type::VlanId => plain(number(word, 4095)),
            Type::EtherProtocol(least) => named(word, ETHER_TYPES, 0xffff, least, shown),
            Type::ArpOpcode => named(word, ARP_OPCODES, 0xffff, 0, |number, _| shown(number, false)),
            Type::IpProtocol => named(word, IP_PROTOCOLS, 0xff, 0, shown),
            Type::Dscp => plain(number(word, 63)),
            Type::Mac => word.parse::<Mac>().ok().map(|mac| mac.to_string().into()),
            Type::MacMask => {
                word.parse::<Mac>().ok().filter(|mask| is_mask(&mask.0)).map(|mask| mask.to_string().into())
            }
            Type::Ipv4 => word.parse::<Ipv4Addr>().ok().map(|address| address.to_string().into()),
            Type::Ipv6 => word.parse::<Ipv6Addr>().ok().map(|address| address.to_string().into()),
            Type::Ipv4Mask => prefix(word, 32, word.parse().ok().map(IpAddr::V4)),
            Type::Ipv6Mask => prefix(word, 128, word.parse().ok().map(IpAddr::V6)),
            Type::State => flags(word, STATES).map(|states| {
                let states = if states & 16 != 0 { 16 } else { states };
                Item { text: bits(states, STATES), number: Some(states) }
            }),
            Type::TcpFlags => word.split_once('/').and_then(|(mask, set)| {
                let (mask, set) = (flags(mask, TCP_FLAGS)?, flags(set, TCP_FLAGS)?);
                Some(format!("{}/{}", tcp_flags(mask), tcp_flags(set)).into())
            }),
            Type::IpSet => {
                if word.len() > MAX_SET_NAME {
                    return Ok(None);
                }
                let valid = |letter: char| letter.is_ascii_alphanumeric() || "_.:-+ ".contains(letter);
                word.chars().all(valid).then(|| word.to_owned().into())
            }
            Type::IpSetFlags => set_flags(word),
            Type::Bool => {
                let set = matches!(word, "true" | "1" | "yes");
                Some(Item { text: set.to_string(), number: Some(set.into()) })
            }
            Type::Comment => {
                let mut end = word.len().min(MAX_COMMENT);
                while !word.is_char_boundary(end) {
                    end -= 1;
                }
                Some(word[..end].to_owned().into())
            }
        })
    }
}

/// Up to six of `src` and `dst`.
fn set_flags(word: &str) -> Option<Item> {
    let parts: Vec<String> = word.split(',').map(str::to_ascii_lowercase).collect();
    let valid = parts.len() <= 6 && parts.iter().all(|part| part == "src" || part == "dst");
    valid.then(|| parts.join(",").into())
}

/// A variable, as `$NAME`, `$NAME[2]` (one element) or `$NAME[@2]` (an iterator).
pub(super) fn variable(word: &str) -> Option<Item> {
    let letters = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let name = word.trim_start_matches('$');
    let end = name.find(|letter| !letters(letter)).unwrap_or(name.len());
    let (name, access) = name.split_at(end);
    if name.is_empty() {
        return None;
    }
    if access.is_empty() {
        return Some(format!("${name}").into());
    }
    let inside = access.trim_end().strip_prefix('[')?.strip_suffix(']')?;
    let (iterator, digits) = match inside.trim_start().strip_prefix('@') {
        Some(digits) => (true, digits),
        None => (false, inside),
    };
    let number: u32 = digits.trim().parse().ok()?;
    Some(
        match (iterator, number) {
            (true, 0) => format!("${name}"),
            (true, number) => format!("${name}[@{number}]"),
            (false, number) => format!("${name}[{number}]"),
        }
        .into(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(kind: Type, word: &str) -> Option<String> {
        kind.read(word).unwrap().map(|item| item.text)
    }

    #[test]
    fn numbers_keep_their_base_and_names_win() {
        for (kind, word, expected) in [
            (Type::U8, "255", Some("255")),
            (Type::U8, "0x12", Some("0x12")),
            (Type::U8, "ff", Some("0xff")),
            (Type::U8, "256", None),
            (Type::EtherProtocol(0x600), "2054", Some("arp")),
            (Type::EtherProtocol(0x600), "0x5ff", None),
            (Type::IpProtocol, "TCP", Some("tcp")),
            (Type::IpProtocol, "0x99", Some("0x99")),
            (Type::ArpOpcode, "11", Some("11")),
            (Type::Dscp, "64", Some("100").filter(|_| false)),
            (Type::Ipv4Mask, "255.255.0.0", Some("16")),
            (Type::Ipv4Mask, "255.0.255.0", None),
            (Type::Ipv6Mask, "129", None),
            (Type::MacMask, "ff:ff:ff:00:ff:00", None),
            (Type::State, "established, new", Some("NEW,ESTABLISHED")),
            (Type::TcpFlags, "SYN,ACK/SYN", Some("SYN,ACK/SYN")),
            (Type::TcpFlags, "ALL/NONE", Some("ALL/NONE")),
            (Type::IpSetFlags, "src,DST", Some("src,dst")),
            (Type::IpSetFlags, "src,", None),
        ] {
            assert_eq!(text(kind, word).as_deref(), expected, "{kind:?} {word}");
        }
    }

    #[test]
    fn variables_say_which_of_their_values() {
        for (word, expected) in [
            ("$A", Some("$A")),
            ("$A[0]", Some("$A[0]")),
            ("$A[@1]", Some("$A[@1]")),
            ("$A[ @0 ]", Some("$A")),
            ("$", None),
            ("$A[", None),
            ("$A[x]", None),
            ("$A-B", None),
        ] {
            assert_eq!(variable(word).map(|item| item.text).as_deref(), expected, "{word}");
        }
    }
}
