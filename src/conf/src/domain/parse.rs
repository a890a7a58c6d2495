//! The doors of the document: texts in, texts out, devices by themselves.

use super::prelude::*;
use super::{Device, Domain};
use crate::host::Host;
use virt_error::{Code, Error, Origin};
use virt_xml::{Document, Writer};

/// Where the schema that validation speaks of usually lies.
const SCHEMA: &str = "/usr/share/libvirt/schemas/domain.rng";

/// Names of libvirt's format that the model does not hold. They are kept as they stand; a name leaves this table
/// when it enters the model.
const UNMODELLED: virt_xml::Unmodelled = &[("domain", &["iommufd"]), ("driver", &["@iommufd"])];

/// How a document is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct ParseFlags {
    /// `VIR_DOMAIN_DEFINE_VALIDATE`: names that the format does not have are refused.
    pub validate: bool,
    /// What only a running guest has is taken (identifier, aliases, ports in use); otherwise it is ignored.
    pub live: bool,
    /// A state file of the daemon.
    pub status: bool,
    /// The guest is new, so what it sees may still change (`VIR_DOMAIN_DEF_PARSE_ABI_UPDATE`).
    pub abi_update: bool,
    /// Nothing is added to what is written.
    pub bare: bool,
}

impl ParseFlags {
    pub(crate) fn reading(self) -> Reading {
        Reading {
            validate: self.validate.then_some(SCHEMA),
            inactive: !self.live,
            status: self.status,
            unmodelled: UNMODELLED,
            ..Reading::new(Origin::Domain)
        }
    }
}

impl ParseFlags {
    /// Under validation, a bad or a missing word is the schema's complaint.
    fn by_schema(self, error: Error) -> Error {
        if !self.validate || error.code() == Code::XmlInvalidSchema {
            return error;
        }
        invalid(error.message())
    }
}

fn invalid(text: &str) -> Error {
    let text = format!("Unable to validate doc against {SCHEMA}\n{text}");
    Error::new(Origin::Xml, Code::XmlInvalidSchema, text)
}

impl Domain {
    /// Reads a domain document, adds what libvirt adds, and checks it.
    pub fn parse(text: &str, flags: ParseFlags, host: &Host) -> Result<Domain> {
        let document = document(text, "(domain_definition)")?;
        virt_xml::expect_root(document.root(), "domain")?;
        Domain::from_node(document.root(), flags, host)
    }

    /// Reads a `<domain>` that is part of another document.
    pub fn from_node(node: Node<'_>, flags: ParseFlags, host: &Host) -> Result<Domain> {
        super::validate::before(node)?;
        let mut domain = Domain::written(node, flags, host)?;
        if !flags.bare {
            domain.add_defaults(flags, host)?;
        }
        super::validate::complete(&domain)?;
        if let Some(rules) = host.rules.as_deref().filter(|_| !flags.bare) {
            rules.check(&domain, flags)?;
        }
        Ok(domain)
    }

    /// The document as it was written, in the form that libvirt writes.
    fn written(node: Node<'_>, flags: ParseFlags, host: &Host) -> Result<Domain> {
        let mut domain = Domain::default();
        virt_xml::read(&mut domain, node, &flags.reading()).map_err(|error| flags.by_schema(error))?;
        if let Some((prefix, namespace)) = host.namespace {
            domain.keep_driver_data(node, prefix, namespace);
        }
        if flags.validate {
            super::schema::check(&domain).map_err(|text| invalid(&text))?;
        }
        super::validate::as_written(&domain)?;
        domain.normalize(flags)?;
        Ok(domain)
    }

    /// Keeps the elements of the driver's namespace.
    fn keep_driver_data(&mut self, node: Node<'_>, prefix: &str, namespace: &str) {
        let ours = node.children().filter(|child| child.namespace() == Some(namespace));
        self.driver_data = ours
            .map(|child| {
                let from = child.name().split_once(':').map_or("", |(prefix, _)| prefix);
                Tree::from(child).with_prefix(from, prefix)
            })
            .collect();
        if !self.driver_data.is_empty() {
            self.rest.keep_attribute(&format!("xmlns:{prefix}"), namespace);
        }
    }

    /// The document.
    pub fn format(&self, style: Style) -> String {
        virt_xml::write(self, "domain", style)
    }

    /// Adds a device in its place, with the address and the controller that it needs; refused where it
    /// contradicts what is there. After an error the document is not to be used.
    pub fn attach(&mut self, device: Device, host: &Host) -> Result<()> {
        self.attach_as(device, ParseFlags { abi_update: true, ..ParseFlags::default() }, host)
    }

    /// The same for a guest that runs: its buses are as many as they were at its start.
    pub fn attach_live(&mut self, device: Device, host: &Host) -> Result<()> {
        self.attach_as(device, ParseFlags { abi_update: true, live: true, ..ParseFlags::default() }, host)
    }

    fn attach_as(&mut self, device: Device, flags: ParseFlags, host: &Host) -> Result<()> {
        let serial = matches!(device, Device::Serial(_)) && self.os_type() == "hvm";
        match device {
            Device::Disk(disk) => self.devices.insert_disk(*disk),
            Device::Controller(controller) => self.devices.insert_controller(*controller),
            Device::Serial(one) => self.devices.insert_serial(*one, serial),
            device => self.devices.push(device),
        }
        self.complete_devices(flags, host)?;
        if serial {
            // Its address is known now.
            self.devices.mirror_serial();
        }
        super::validate::complete(self)?;
        host.rules.as_deref().map_or(Ok(()), |rules| rules.check(self, flags))
    }

    /// Writes the document into another, under a name such as `inactiveDomain`.
    pub fn format_into(&self, w: &mut Writer, name: &str) {
        w.element(name, self);
    }
}

impl Device {
    /// Reads a device document for a guest, as attaching, detaching and updating take it.
    pub fn parse(text: &str, flags: ParseFlags) -> Result<Device> {
        let document = document(text, "(device_definition)")?;
        let root = document.root();
        let Some(mut device) = Device::read(root, &flags.reading())? else {
            return Err(Error::new(
                Origin::Domain,
                Code::XmlError,
                format!("unknown device type '{}'", root.name()),
            ));
        };
        // A document that only tells which device is meant need not be whole.
        if !flags.bare {
            super::validate::device_as_written(&device)?;
        }
        device.normalize(flags)?;
        Ok(device)
    }

    /// The device's document.
    pub fn format(&self, style: Style) -> String {
        let (name, element) = self.element();
        virt_xml::write(element, name, style)
    }
}

fn document<'a>(text: &'a str, name: &str) -> Result<Document<'a>> {
    virt_xml::parse(text, name, Origin::Domain)
}
