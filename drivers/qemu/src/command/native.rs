//! What the document says to QEMU directly: `<qemu:commandline>`, `<qemu:capabilities>`, `<qemu:override>` and
//! `<qemu:deprecation>`.

use super::{Line, Plan, Props};
use crate::emulator::{Emulator, Flag};
use serde_json::Value;
use virt_conf::domain::Domain;
use virt_error::{Result, bail, error};
use virt_xml::{Tree, signed, unsigned};

/// The elements of QEMU's namespace in a document.
#[derive(Clone, Copy)]
pub struct Namespace<'d>(&'d [Tree]);

impl<'d> Namespace<'d> {
    pub fn of(domain: &'d Domain) -> Namespace<'d> {
        Namespace(&domain.driver_data)
    }

    fn element(self, name: &str) -> Option<&'d Tree> {
        self.0.iter().find(|tree| local(tree) == name)
    }

    /// The children of the element of that name.
    fn children(self, name: &str) -> impl Iterator<Item = &'d Tree> {
        self.element(name).into_iter().flat_map(Tree::children)
    }

    pub fn deprecation(self) -> Result<Option<&'d str>> {
        self.element("deprecation").map(|element| attribute(element, "behavior")).transpose()
    }

    /// Arguments that are passed on as they stand.
    pub fn arguments(self) -> Result<Vec<&'d str>> {
        let arguments = self.children("commandline").filter(|child| local(child) == "arg");
        arguments.map(|argument| attribute(argument, "value")).collect()
    }

    /// Variables of the emulator's environment.
    pub fn environment(self) -> Result<Vec<(String, String)>> {
        let variables = self.children("commandline").filter(|child| local(child) == "env");
        variables
            .map(|variable| {
                let value = variable.attribute("value").unwrap_or_default();
                Ok((attribute(variable, "name")?.to_owned(), value.to_owned()))
            })
            .collect()
    }

    /// The emulator with the features that the document adds and takes; `None` when it says nothing of them.
    pub fn emulator(self, emulator: &Emulator) -> Result<Option<Emulator>> {
        if self.element("capabilities").is_none() {
            return Ok(None);
        }
        let mut changed = emulator.clone();
        for child in self.children("capabilities") {
            let word = attribute(child, "capability")?;
            match Flag::ALL.iter().find(|flag| flag.word() == word) {
                Some(flag) => changed.flags.set(*flag, local(child) == "add"),
                // One of an emulator that is too old for this driver: nothing depends on it.
                None => log::warn!("the feature '{word}' in <qemu:capabilities> changes nothing"),
            }
        }
        Ok(Some(changed))
    }

    /// Changes the properties of the device of that alias as the document asks.
    pub fn override_device(self, alias: &str, props: &mut Props) -> Result<()> {
        let devices = self.children("override").filter(|device| local(device) == "device");
        for device in devices.filter(|device| device.attribute("alias") == Some(alias)) {
            let frontends = device.children().iter().filter(|child| local(child) == "frontend");
            for property in frontends.flat_map(Tree::children).filter(|child| local(child) == "property") {
                let name = attribute(property, "name")?;
                match value(property)? {
                    Some(value) => props.put(name, value),
                    None => props.remove(name),
                }
            }
        }
        Ok(())
    }
}

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for argument in Namespace::of(plan.domain).arguments()? {
        line.flag(argument);
    }
    Ok(())
}

/// The value that a property is given; `None` removes it.
fn value(property: &Tree) -> Result<Option<Value>> {
    let name = property.attribute("name").unwrap_or_default();
    let kind = attribute(property, "type")?;
    let word = property.attribute("value").unwrap_or_default();
    let bad = || error!(Qemu, XmlError, "invalid value '{word}' of the property '{name}' of type '{kind}'");
    Ok(Some(match kind {
        "remove" => return Ok(None),
        "string" => word.into(),
        "signed" => signed(word, 10).ok_or_else(bad)?.into(),
        "unsigned" => unsigned(word, 10).ok_or_else(bad)?.into(),
        "bool" => match word {
            "true" | "yes" | "on" => true.into(),
            "false" | "no" | "off" => false.into(),
            _ => return Err(bad()),
        },
        _ => bail!(Qemu, XmlError, "invalid type '{kind}' of the property '{name}'"),
    }))
}

fn attribute<'t>(element: &'t Tree, name: &str) -> Result<&'t str> {
    match element.attribute(name) {
        Some(value) => Ok(value),
        None => {
            Err(error!(Qemu, XmlError, "Missing required attribute '{name}' in element '{}'", local(element)))
        }
    }
}

fn local(tree: &Tree) -> &str {
    let name = tree.name();
    name.split_once(':').map_or(name, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::domain::ParseFlags;
    use virt_conf::host::Host;

    fn domain(namespace: &str) -> Domain {
        let xml = format!(
            "<domain type='qemu' xmlns:q='{0}'><name>a</name><memory>1</memory><os><type arch='x86_64' machine='pc'>\
             hvm</type></os>{namespace}</domain>",
            crate::document::NAMESPACE
        );
        let host = Host { namespace: Some(("qemu", crate::document::NAMESPACE)), ..Host::default() };
        Domain::parse(&xml, ParseFlags { bare: true, ..ParseFlags::default() }, &host).unwrap()
    }

    #[test]
    fn properties_of_a_device_are_changed() {
        let domain = domain(
            "<q:override><q:device alias='ua-x'><q:frontend><q:property name='a' type='unsigned' value='7'/>\
             <q:property name='b' type='bool' value='off'/><q:property name='c' type='string' value='7'/>\
             <q:property name='d' type='signed' value='-7'/><q:property name='bus' type='remove'/></q:frontend>\
             </q:device></q:override>",
        );
        let mut props = Props::device("x").with("bus", "pci.0");
        Namespace::of(&domain).override_device("ua-y", &mut props).unwrap();
        assert_eq!(props, Props::device("x").with("bus", "pci.0"));
        Namespace::of(&domain).override_device("ua-x", &mut props).unwrap();
        assert_eq!(props.to_string(), r#"{"driver":"x","a":7,"b":false,"c":"7","d":-7}"#);
    }

    #[test]
    fn what_cannot_be_a_property_is_refused() {
        for property in [
            "<q:property name='a' type='unsigned' value='x'/>",
            "<q:property name='a' type='bool' value='2'/>",
            "<q:property name='a' type='float' value='2'/>",
            "<q:property type='string' value='2'/>",
        ] {
            let domain = domain(&format!(
                "<q:override><q:device alias='d'><q:frontend>{property}</q:frontend></q:device></q:override>"
            ));
            let mut props = Props::device("x");
            assert!(Namespace::of(&domain).override_device("d", &mut props).is_err(), "{property}");
        }
    }

    #[test]
    fn arguments_and_variables_are_passed_on() {
        let domain = domain(
            "<q:commandline><q:arg value='-a'/><q:arg value='b c'/><q:env name='N' value='v'/><q:env name='E'/>\
             </q:commandline><q:deprecation behavior='omit'/>",
        );
        let namespace = Namespace::of(&domain);
        assert_eq!(namespace.arguments().unwrap(), ["-a", "b c"]);
        let variables = [("N", "v"), ("E", "")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(namespace.environment().unwrap(), variables);
        assert_eq!(namespace.deprecation().unwrap(), Some("omit"));
    }
}
