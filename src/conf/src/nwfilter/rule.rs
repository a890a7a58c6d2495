//! A rule of a filter.

use super::protocol::Protocol;
use super::value::{Item, variable};
use std::collections::BTreeMap;
use virt_error::{Result, bail, error};
use virt_xml::{Node, Writer, names};

names! {
    /// What is done with a packet that matches.
    pub enum Action {
        Drop = "drop",
        Accept = "accept",
        Reject = "reject",
        Return = "return",
        Continue = "continue",
    }
    /// Which way a packet goes, seen from the guest.
    pub enum Direction { In = "in", Out = "out", InOut = "inout" }
}

/// Priorities of rules.
const PRIORITIES: std::ops::RangeInclusive<i64> = -1000..=1000;

/// What a packet is matched on.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    pub item: Item,
    /// The packet must be anything but this.
    pub negated: bool,
}

/// `<rule>`
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub action: Action,
    pub direction: Direction,
    pub priority: i32,
    /// Connections are not followed.
    pub stateless: bool,
    pub protocol: Option<&'static Protocol>,
    /// By attribute.
    pub matches: BTreeMap<&'static str, Match>,
}

impl Rule {
    pub(super) fn read(node: Node<'_>) -> Result<Rule> {
        let Some(action) = node.attribute("action") else {
            bail!(Nwfilter, InternalError, "rule node requires action attribute");
        };
        let Ok(action) = action.parse() else {
            bail!(Nwfilter, ConfigUnsupported, "unknown rule action attribute value");
        };
        let Some(direction) = node.attribute("direction") else {
            bail!(Nwfilter, InternalError, "rule node requires direction attribute");
        };
        let Ok(direction) = direction.parse() else {
            bail!(Nwfilter, ConfigUnsupported, "unknown rule direction attribute value");
        };
        let priority = node.attribute("priority").and_then(|word| virt_xml::signed(word, 10));
        let priority = priority.filter(|priority| PRIORITIES.contains(priority)).unwrap_or(500);
        let stateless = node
            .attribute("statematch")
            .is_some_and(|word| word == "0" || word.eq_ignore_ascii_case("false"));
        let mut rule = Rule {
            action,
            direction,
            priority: priority as i32,
            stateless,
            protocol: None,
            matches: BTreeMap::new(),
        };
        for child in node.children() {
            match rule.protocol {
                None => rule.protocol = Protocol::named(child.name()),
                // A rule has one protocol; what is about another one is passed over.
                Some(protocol) if protocol.name != child.name() => continue,
                Some(_) => {}
            }
            if let Some(protocol) = rule.protocol {
                rule.read_matches(protocol, child)?;
                rule.validate()?;
            }
        }
        rule.settle();
        Ok(rule)
    }

    fn read_matches(&mut self, protocol: &'static Protocol, node: Node<'_>) -> Result<()> {
        let negated = node.attribute("match") == Some("no");
        // The last complaint is the one that is heard.
        let mut complaint = None;
        for (name, kind) in protocol.attributes() {
            let Some(word) = node.attribute(name) else { continue };
            let item = if word.starts_with('$') { Ok(variable(word)) } else { kind.read(word) };
            match item {
                Ok(Some(item)) => drop(self.matches.insert(name, Match { item, negated })),
                Ok(None) => {
                    complaint = Some(error!(Nwfilter, InternalError, "{name} has illegal value {word}"))
                }
                Err(error) => complaint = Some(error),
            }
        }
        complaint.map_or(Ok(()), Err)
    }

    fn validate(&self) -> Result<()> {
        let name = match self.protocol.map(|protocol| protocol.name) {
            Some("ip") => "IP",
            Some("ipv6") => "IPv6",
            _ => return Ok(()),
        };
        let ports = ["srcportstart", "dstportstart", "srcportend", "dstportend"];
        if !ports.iter().any(|port| self.matches.contains_key(port)) {
            return Ok(());
        }
        let protocol = self.matches.get("protocol").and_then(|found| found.item.number);
        if !matches!(protocol, Some(6 | 17 | 33 | 132)) {
            let text = "rule with port specification requires protocol specification with protocol to be \
                        either one of tcp(6), udp(17), dccp(33), or sctp(132)";
            bail!(Nwfilter, InternalError, "{name} {text}");
        }
        Ok(())
    }

    fn settle(&mut self) {
        let Some(protocol) = self.protocol else { return };
        for (follower, leader) in protocol.follows() {
            let negated = self.matches.get(leader).is_some_and(|leader| leader.negated);
            if let Some(follower) = self.matches.get_mut(follower) {
                follower.negated = negated;
            }
        }
        if protocol.settles_ipset() {
            if self.matches.contains_key("ipset") && !self.matches.contains_key("ipsetflags") {
                let item = "src".to_owned().into();
                self.matches.insert("ipsetflags", Match { item, negated: false });
            } else {
                self.matches.remove("ipset");
                self.matches.remove("ipsetflags");
            }
        }
    }

    pub(super) fn write(&self, w: &mut Writer) {
        w.open("rule");
        w.attribute("action", self.action.as_str());
        w.attribute("direction", self.direction.as_str());
        w.attribute("priority", &self.priority.to_string());
        if self.stateless {
            w.attribute("statematch", "false");
        }
        if let Some(protocol) = self.protocol {
            // An element says either what a packet is or what it is not.
            for negated in [false, true] {
                let found = |name| self.matches.get(name).filter(|found: &&Match| found.negated == negated);
                let mut attributes =
                    protocol.attributes().filter_map(|(name, _)| Some((name, found(name)?))).peekable();
                if attributes.peek().is_none() && (negated || !self.matches.is_empty()) {
                    continue;
                }
                w.open(protocol.name);
                if negated {
                    w.attribute("match", "no");
                }
                attributes.for_each(|(name, found)| w.attribute(name, &found.item.text));
                w.close(protocol.name);
            }
        }
        w.close("rule");
    }
}
