//! `<filter>`: rules and references to other filters, in their order.

use super::{Parameters, Rule, protocol::PROTOCOLS};
use crate::Uuid;
use virt_error::{Code, Error, Origin, Result, bail, error};
use virt_xml::{Node, Style, Writer, parse};

/// Chains that a filter can be in, each with the priority that it has unless another is given.
const CHAINS: &[(&str, i32)] = &[
    ("root", 0),
    ("mac", -800),
    ("vlan", -750),
    ("stp", 0),
    ("arp", -500),
    ("rarp", -400),
    ("ipv4", -700),
    ("ipv6", -600),
];
/// What the name of a chain has room for.
const MAX_CHAIN_NAME: usize = 12;

/// One entry of a filter.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    Rule(Rule),
    /// Another filter, with values for its variables.
    Include(String, Parameters),
}

/// `<filter>`
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    pub name: String,
    pub chain: String,
    pub priority: i32,
    pub uuid: Uuid,
    /// The document told the UUID.
    pub uuid_given: bool,
    pub entries: Vec<Entry>,
}

impl Filter {
    /// Reads a document. `validate`: names that the format does not have are refused.
    pub fn parse(text: &str, validate: bool) -> Result<Filter> {
        let document = parse(text, "(nwfilter_definition)", Origin::Nwfilter)?;
        let root = document.root();
        if validate {
            refuse_strangers(root)?;
        }
        virt_xml::expect_root(root, "filter")?;
        Filter::read(root)
    }

    fn read(root: Node<'_>) -> Result<Filter> {
        let Some(name) = root.attribute("name").filter(|name| !name.is_empty()) else {
            bail!(Nwfilter, InternalError, "filter has no name");
        };
        let priority = root.attribute("priority").map(chain_priority).transpose()?;
        let (chain, default) = match root.attribute("chain") {
            Some(chain) => (chain, allowed_chain(chain)?),
            None => ("root", 0),
        };
        // Without a chain there is nothing that a priority could order.
        let priority = root.attribute("chain").and(priority).unwrap_or(default);
        let uuid = match root.child("uuid") {
            Some(node) => Some(
                Uuid::parse(&node.content())
                    .ok_or_else(|| error!(Nwfilter, XmlError, "malformed uuid element"))?,
            ),
            None => None,
        };
        let mut entries = Vec::new();
        for child in root.children() {
            match child.name() {
                "rule" => entries.push(Entry::Rule(Rule::read(child)?)),
                "filterref" => {
                    let Some(filter) = child.attribute("filter") else {
                        bail!(Nwfilter, InternalError, "rule node requires action attribute");
                    };
                    entries.push(Entry::Include(filter.to_owned(), Parameters::read(child)));
                }
                _ => {}
            }
        }
        Ok(Filter {
            name: name.to_owned(),
            chain: chain.to_owned(),
            priority,
            uuid: uuid.unwrap_or_else(Uuid::random),
            uuid_given: uuid.is_some(),
            entries,
        })
    }

    pub fn format(&self) -> String {
        let mut w = Writer::new(Style::default());
        w.open("filter");
        w.attribute("name", &self.name);
        w.attribute("chain", &self.chain);
        if self.priority != 0 {
            w.attribute("priority", &self.priority.to_string());
        }
        w.text("uuid", &Some(self.uuid));
        for entry in &self.entries {
            match entry {
                Entry::Rule(rule) => rule.write(&mut w),
                Entry::Include(filter, parameters) => parameters.write(filter, &mut w),
            }
        }
        w.close("filter");
        w.finish()
    }

    /// The filters that this one refers to.
    pub fn includes(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Include(filter, _) => Some(&filter[..]),
            Entry::Rule(_) => None,
        })
    }
}

fn chain_priority(word: &str) -> Result<i32> {
    let Some(priority) = virt_xml::signed(word, 10) else {
        bail!(Nwfilter, InvalidArg, "Could not parse chain priority '{word}'");
    };
    if !(-1000..=1000).contains(&priority) {
        bail!(Nwfilter, InvalidArg, "Priority '{priority}' is outside valid range of [-1000,1000]");
    }
    Ok(priority as i32)
}

/// The priority of the chain that a name belongs to.
fn allowed_chain(name: &str) -> Result<i32> {
    if name.len() > MAX_CHAIN_NAME {
        bail!(Nwfilter, InvalidArg, "Name of chain is longer than {MAX_CHAIN_NAME} characters");
    }
    if !name.chars().all(|letter| letter.is_ascii_alphanumeric() || "_.:-".contains(letter)) {
        bail!(Nwfilter, InvalidArg, "Chain name contains invalid characters");
    }
    let found = CHAINS.iter().find(|(chain, _)| match *chain {
        "root" => name == "root",
        chain => name.starts_with(chain),
    });
    if let Some((_, priority)) = found.filter(|_| name == "root" || !name.starts_with("root")) {
        return Ok(*priority);
    }
    let prefixes: Vec<&str> = CHAINS.iter().skip(1).map(|(chain, _)| *chain).collect();
    let text = format!(
        "Please use a chain name called 'root' or any of the following prefixes: {}",
        prefixes.join(", ")
    );
    bail!(Nwfilter, InvalidArg, "Invalid chain name '{name}'. {text}")
}

/// Refuses what the format does not have.
fn refuse_strangers(root: Node<'_>) -> Result<()> {
    let stranger = |node: Node<'_>, what: String| {
        let (line, column) = node.position();
        let text =
            format!("Unable to validate doc against nwfilter.rng\n{what}\nline {line}, column {column}");
        Err(Error::new(Origin::Xml, Code::XmlInvalidSchema, text))
    };
    let attributes = |node: Node<'_>, known: &[&str]| match node
        .attributes()
        .iter()
        .find(|attribute| !known.contains(&attribute.name))
    {
        Some(bad) => stranger(node, format!("Invalid attribute {} for element {}", bad.name, node.name())),
        None => Ok(()),
    };
    let extra = |node: Node<'_>| {
        let parent = node.parent().map_or("filter", |parent| parent.name());
        stranger(node, format!("Element {parent} has extra content: {}", node.name()))
    };
    attributes(root, &["name", "chain", "priority"])?;
    for child in root.children() {
        match child.name() {
            "uuid" => attributes(child, &[])?,
            "filterref" => {
                attributes(child, &["filter"])?;
                for parameter in child.children() {
                    if parameter.name() != "parameter" {
                        return extra(parameter);
                    }
                    attributes(parameter, &["name", "value"])?;
                }
            }
            "rule" => {
                attributes(child, &["action", "direction", "priority", "statematch"])?;
                if let Some(second) = child.children().nth(1) {
                    return extra(second);
                }
                for part in child.children() {
                    let Some(protocol) = PROTOCOLS.iter().find(|protocol| protocol.name == part.name())
                    else {
                        return extra(part);
                    };
                    let mut known = vec!["match"];
                    known.extend(protocol.attributes().map(|(name, _)| name));
                    attributes(part, &known)?;
                    let bad = protocol.attributes().find(|(name, kind)| {
                        let word = part.attribute(name).filter(|word| !word.starts_with('$'));
                        word.is_some_and(|word| !matches!(kind.read(word), Ok(Some(_))))
                    });
                    if let Some((name, _)) = bad {
                        let what = format!("Invalid attribute {name} for element {}", part.name());
                        return stranger(part, what);
                    }
                }
            }
            _ => return extra(child),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(text: &str) -> String {
        Filter::parse(text, false).expect_err(text).message().to_owned()
    }

    #[test]
    fn what_is_not_a_filter_is_refused() {
        for (text, expected) in [
            ("<filter/>", "internal error: filter has no name"),
            (
                "<filter name='a' chain='root-x'/>",
                "invalid argument: Invalid chain name 'root-x'. Please use a chain name called 'root' or any of the following prefixes: mac, vlan, stp, arp, rarp, ipv4, ipv6",
            ),
            (
                "<filter name='a' priority='1001'/>",
                "invalid argument: Priority '1001' is outside valid range of [-1000,1000]",
            ),
            ("<filter name='a'><uuid>x</uuid></filter>", "XML error: malformed uuid element"),
            ("<filter name='a'><rule/></filter>", "internal error: rule node requires action attribute"),
            (
                "<filter name='a'><rule action='drop' direction='in'><ip dscp='99' srcipmask='33'/></rule></filter>",
                "internal error: dscp has illegal value 99",
            ),
        ] {
            assert_eq!(complaint(text), expected);
        }
    }

    #[test]
    fn chains_have_their_own_priority() {
        let filter = Filter::parse("<filter name='a' chain='ipv4-x'/>", false).unwrap();
        assert_eq!((filter.priority, filter.uuid_given), (-700, false));
        assert!(Filter::parse("<filter name='a' x='1'/>", true).is_err());
    }
}
