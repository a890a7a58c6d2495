//! `<filterbinding>`: a filter on the port of a guest.

use super::Parameters;
use crate::{Mac, Uuid};
use virt_error::{Origin, Result, bail, error};
use virt_xml::{Node, Style, Writer, parse};

/// `<filterbinding>`
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    pub owner_name: String,
    pub owner_uuid: Uuid,
    pub port_device: String,
    /// The device below, where the port is not on a bridge.
    pub link_device: Option<String>,
    pub mac: Mac,
    pub filter: String,
    pub parameters: Parameters,
}

impl Binding {
    /// Reads a document. `validate`: names that the format does not have are refused.
    pub fn parse(text: &str, validate: bool) -> Result<Binding> {
        let document = parse(text, "(nwfilterbinding_definition)", Origin::Nwfilter)?;
        let root = document.root();
        virt_xml::expect_root(root, "filterbinding")?;
        if validate {
            refuse_strangers(root)?;
        }
        Binding::read(root)
    }

    fn read(root: Node<'_>) -> Result<Binding> {
        let text = |path: &[&str]| root.at_path(path).map(|node| node.content().into_owned());
        let text = |path: &[&str]| text(path).filter(|text| !text.is_empty());
        let name = |element: &str| {
            let name = root.child(element).and_then(|node| node.attribute("name"));
            name.filter(|name| !name.is_empty()).map(str::to_owned)
        };
        let Some(port_device) = name("portdev") else {
            bail!(Nwfilter, InternalError, "filter binding has no port dev name");
        };
        let link_device = match root.child("linkdev") {
            None => None,
            Some(_) => Some(
                name("linkdev")
                    .ok_or_else(|| error!(Nwfilter, InternalError, "filter binding has no link dev name"))?,
            ),
        };
        let Some(owner_name) = text(&["owner", "name"]) else {
            bail!(Nwfilter, InternalError, "filter binding has no owner name");
        };
        let Some(owner_uuid) = text(&["owner", "uuid"]) else {
            bail!(Nwfilter, InternalError, "filter binding has no owner UUID");
        };
        let Some(owner_uuid) = Uuid::parse(&owner_uuid) else {
            bail!(None, InternalError, "Unable to parse UUID '{owner_uuid}'");
        };
        let Some(mac) = root.child("mac").and_then(|node| node.attribute("address")) else {
            bail!(Nwfilter, InternalError, "filter binding has no MAC address");
        };
        let Ok(parsed) = mac.parse() else {
            bail!(Nwfilter, InternalError, "Unable to parse MAC '{mac}'");
        };
        let Some(reference) = root.child("filterref") else {
            bail!(Nwfilter, InternalError, "filter binding has no filter reference");
        };
        let Some(filter) = reference.attribute("filter") else {
            bail!(Nwfilter, InternalError, "filter binding has no filter reference");
        };
        Ok(Binding {
            owner_name,
            owner_uuid,
            port_device,
            link_device,
            mac: parsed,
            filter: filter.to_owned(),
            parameters: Parameters::read(reference),
        })
    }

    pub fn format(&self) -> String {
        let mut w = Writer::new(Style::default());
        w.open("filterbinding");
        w.open("owner");
        w.text("name", &Some(self.owner_name.clone()));
        w.text("uuid", &Some(self.owner_uuid));
        w.close("owner");
        w.value("portdev", "name", &Some(self.port_device.clone()));
        w.value("linkdev", "name", &self.link_device);
        w.value("mac", "address", &Some(self.mac));
        self.parameters.write(&self.filter, &mut w);
        w.close("filterbinding");
        w.finish()
    }
}

fn refuse_strangers(root: Node<'_>) -> Result<()> {
    let known = ["owner", "portdev", "linkdev", "mac", "filterref"];
    if let Some(bad) = root.children().find(|child| !known.contains(&child.name())) {
        let (line, column) = bad.position();
        let what = format!("Element filterbinding has extra content: {}", bad.name());
        let text = format!("Unable to validate doc against nwfilterbinding.rng\n{what}");
        bail!(Xml, XmlInvalidSchema, "{text}\nline {line}, column {column}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named() {
        let whole = "<filterbinding><owner><name>n</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>\
                     <portdev name='v'/><mac address='52:54:00:7b:35:93'/><filterref filter='f'/></filterbinding>";
        assert_eq!(Binding::parse(whole, true).unwrap().filter, "f");
        for (part, complaint) in [
            ("<portdev name='v'/>", "filter binding has no port dev name"),
            ("<name>n</name>", "filter binding has no owner name"),
            ("<mac address='52:54:00:7b:35:93'/>", "filter binding has no MAC address"),
            ("<filterref filter='f'/>", "filter binding has no filter reference"),
        ] {
            let error = Binding::parse(&whole.replace(part, ""), false).expect_err(part);
            assert_eq!(error.message(), format!("internal error: {complaint}"));
        }
    }
}
