//! A device's defaults, and what makes no sense in one.

use super::*;
use crate::{Checked, Uuid, checked, good};
use virt_error::{Error, Origin, Result, bail, error};
use virt_xml::{Reading, Value, read_document};

/// What a document is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The device exists.
    Existing,
    /// The device shall be made; what the host decides may be left out.
    Create,
    /// Likewise, and the names of a virtual port are made up where they are left out.
    CreateNaming,
}

impl Device {
    /// Reads a document. `validate`: names that the format does not have are refused.
    pub fn parse(text: &str, purpose: Purpose, validate: bool) -> Result<Device> {
        let schema = validate.then_some("nodedev.rng");
        let reading = Reading { validate: schema, ..Reading::new(Origin::Nodedev) };
        let mut device: Device = read_document(text, "(node_device_definition)", "device", &reading)?;
        device.complete(purpose)?;
        Ok(device)
    }

    pub(super) fn complete(&mut self, purpose: Purpose) -> Result<()> {
        if purpose != Purpose::Existing {
            self.name = Some("new device".to_owned());
        }
        let Some(name) = self.name.clone().filter(|name| !name.is_empty()) else {
            return Err(Error::bare(Origin::Nodedev, virt_error::Code::NoName));
        };
        for devnode in &self.devnodes {
            let text = "Invalid value for attribute 'type' in element 'devnode'";
            if devnode.kind.is_none() {
                return Err(virt_xml::missing_attribute("devnode", "type"));
            }
            checked(&devnode.kind, |word| error!(Xml, XmlError, "{text}: '{word}'."))?;
        }
        // The node itself comes before its other names.
        self.devnodes.sort_by_key(|devnode| good(&devnode.kind) != Some(&DevNodeKind::Dev));
        // Which driver serves a device is found out, not told.
        self.driver = None;
        if let Some(parent) = &mut self.parent {
            match (&parent.wwnn, &parent.wwpn) {
                (Some(wwnn), None) => {
                    let text = format!("when providing parent wwnn='{wwnn}', the wwpn must also be provided");
                    bail!(Nodedev, XmlError, "{text}");
                }
                (None, Some(wwpn)) => {
                    let text = format!("when providing parent wwpn='{wwpn}', the wwnn must also be provided");
                    bail!(Nodedev, XmlError, "{text}");
                }
                _ => {}
            }
        }
        if self.capabilities.is_empty() {
            bail!(Nodedev, InternalError, "no device capabilities for '{name}'");
        }
        self.capabilities.iter_mut().try_for_each(|capability| capability.complete(&name, purpose))
    }
}

/// A number that must be there.
fn number<T: Value>(place: &Option<Checked<T>>, invalid: &str, missing: &str, device: &str) -> Result<()> {
    checked(place, |_| error!(Nodedev, InternalError, "{invalid} '{device}'"))?;
    if place.is_none() {
        bail!(Nodedev, InternalError, "{missing} '{device}'");
    }
    Ok(())
}

/// `invalid … supplied for` and `no … supplied for` about one thing.
fn supplied<T: Value>(place: &Option<Checked<T>>, what: &str, device: &str) -> Result<()> {
    number(place, &format!("invalid {what} supplied for"), &format!("no {what} supplied for"), device)
}

/// A number that may be missing, but not be anything else.
fn optional<T: Value>(place: &Option<Checked<T>>, what: &str, device: &str) -> Result<()> {
    checked(place, |_| error!(Nodedev, InternalError, "invalid {what} supplied for '{device}'")).map(drop)
}

fn identifier(place: &Option<Box<Identifier>>, what: &str, device: &str) -> Result<()> {
    supplied(place.as_ref().map_or(&None, |place| &place.id), what, device)
}

/// A number of a channel or crypto device, which must be there.
fn told<T: Value>(place: &Option<Checked<T>>, what: &str, device: &str) -> Result<()> {
    let number = checked(place, |word| {
        error!(Nodedev, ConfigUnsupported, "invalid {what} value '{word}' for '{device}'")
    })?;
    match number {
        Some(_) => Ok(()),
        None => bail!(Nodedev, ConfigUnsupported, "missing {what} value for '{device}'"),
    }
}

/// The numbers of a channel device.
macro_rules! channel_numbers {
    ($place:expr, $device:expr) => {{
        told(&$place.cssid, "cssid", $device)?;
        told(&$place.ssid, "ssid", $device)?;
        told(&$place.devno, "devno", $device)?;
    }};
}

impl Capability {
    fn complete(&mut self, name: &str, purpose: Purpose) -> Result<()> {
        match self {
            Capability::System(system) => {
                let hardware = system.hardware.get_or_insert_default();
                system.firmware.get_or_insert_default();
                if hardware.uuid.is_none() {
                    bail!(Nodedev, InternalError, "no system UUID supplied for '{name}'");
                }
                checked(&hardware.uuid, |_| {
                    error!(Nodedev, InternalError, "malformed uuid element for '{name}'")
                })
                .map(drop)
            }
            Capability::Pci(pci) => pci.complete(name),
            Capability::UsbDevice(usb) => {
                supplied(&usb.bus, "USB bus number", name)?;
                supplied(&usb.device, "USB device number", name)?;
                identifier(&usb.vendor, "USB vendor ID", name)?;
                identifier(&usb.product, "USB product ID", name)
            }
            Capability::Usb(usb) => {
                supplied(&usb.number, "USB interface number", name)?;
                supplied(&usb.class, "USB interface class", name)?;
                supplied(&usb.subclass, "USB interface subclass", name)?;
                supplied(&usb.protocol, "USB interface protocol", name)
            }
            Capability::Net(net) => net.validate(name),
            Capability::ScsiHost(host) => host.complete(name, purpose),
            Capability::ScsiTarget(target) => target.validate(name),
            Capability::Scsi(scsi) => {
                supplied(&scsi.host, "SCSI host ID", name)?;
                supplied(&scsi.bus, "SCSI bus ID", name)?;
                supplied(&scsi.target, "SCSI target ID", name)?;
                supplied(&scsi.lun, "SCSI LUN ID", name)
            }
            Capability::Storage(storage) => storage.complete(name),
            Capability::Drm(drm) => {
                let unknown =
                    |word: &str| error!(Nodedev, ConfigUnsupported, "unknown drm type '{word}' for '{name}'");
                if drm.kind.is_none() {
                    return Err(unknown("(null)"));
                }
                checked(&drm.kind, unknown).map(drop)
            }
            Capability::Mdev(mdev) => mdev.complete(name, purpose),
            Capability::Ccw(ccw) => {
                channel_numbers!(ccw, name);
                Ok(())
            }
            Capability::Css(css) => {
                channel_numbers!(css, name);
                if let Some(device) = &css.channel_device {
                    channel_numbers!(device, name);
                }
                Ok(())
            }
            Capability::CcwGroup(group) => {
                channel_numbers!(group, name);
                Ok(())
            }
            Capability::ApCard(card) => told(&card.adapter, "ap-adapter", name),
            Capability::ApQueue(queue) => {
                told(&queue.adapter, "ap-adapter", name)?;
                told(&queue.domain, "ap-domain", name)
            }
            Capability::FcHost(_) | Capability::Vports(_) | Capability::MdevTypes(_) | Capability::Vpd(_) => {
                bail!(Nodedev, InternalError, "unknown capability type '{}' for '{name}'", self.word())
            }
            Capability::ScsiGeneric(_) | Capability::Vdpa(_) | Capability::ApMatrix(_) => Ok(()),
        }
    }
}

impl Pci {
    fn complete(&mut self, name: &str) -> Result<()> {
        optional(&self.class, "PCI class", name)?;
        supplied(&self.domain, "PCI domain ID", name)?;
        supplied(&self.bus, "PCI bus ID", name)?;
        supplied(&self.slot, "PCI slot ID", name)?;
        supplied(&self.function, "PCI function ID", name)?;
        identifier(&self.vendor, "PCI vendor ID", name)?;
        identifier(&self.product, "PCI product ID", name)?;
        optional(&self.numa, "NUMA node ID", name)?;
        if good(&self.numa).is_some_and(|node| *node < 0) {
            self.numa = None;
        }
        // A capability that is not known is passed over.
        self.capabilities.retain(|capability| !matches!(capability, PciCapability::Unknown(_)));
        for capability in &self.capabilities {
            if let PciCapability::VirtFunctions(functions) = capability {
                checked(&functions.max_count, |_| {
                    error!(Nodedev, XmlError, "Malformed 'maxCount' parameter")
                })?;
            }
        }
        Ok(())
    }
}

impl Net {
    fn validate(&self, name: &str) -> Result<()> {
        if self.interface.is_none() {
            bail!(Nodedev, InternalError, "no network interface supplied for '{name}'");
        }
        for feature in &self.features {
            if feature.name.is_none() {
                bail!(Nodedev, XmlError, "missing network device feature name");
            }
            checked(&feature.name, |word| {
                error!(Nodedev, XmlError, "unknown network device feature '{word}'")
            })?;
        }
        let kinds = self.capabilities.iter().map(|capability| capability.kind.as_deref());
        for kind in kinds {
            if !matches!(kind, Some("80203" | "80211")) {
                bail!(Nodedev, ConfigUnsupported, "invalid network type supplied for '{name}'");
            }
        }
        Ok(())
    }
}

impl ScsiHost {
    fn complete(&mut self, name: &str, purpose: Purpose) -> Result<()> {
        match purpose {
            Purpose::Existing => supplied(&self.host, "SCSI host ID", name)?,
            Purpose::Create | Purpose::CreateNaming => optional(&self.host, "SCSI host ID", name)?,
        }
        checked(&self.unique_id, |_| {
            error!(Nodedev, InternalError, "invalid unique_id supplied for '{name}'")
        })?;
        if good(&self.unique_id) == Some(&-1) {
            self.unique_id = None;
        }
        for capability in &mut self.capabilities {
            match capability {
                ScsiHostCapability::Unknown(unknown) => return Err(unknown.refuse("SCSI host", name)),
                // How many ports there are is found out, not told.
                ScsiHostCapability::VportOps(ports) => {
                    (ports.max_vports, ports.vports) = (Some(0), Some(0));
                }
                ScsiHostCapability::FcHost(host) => {
                    for (word, what) in [(&mut host.wwnn, "WWNN"), (&mut host.wwpn, "WWPN")] {
                        if word.is_none() && purpose == Purpose::CreateNaming {
                            *word = Some(random_wwn());
                        }
                        if word.is_none() {
                            let text = format!("no {what} supplied for '{name}'");
                            bail!(Nodedev, InternalError, "{text}, and auto-generation failed");
                        }
                    }
                    if host.fabric_wwn.is_none() && purpose == Purpose::Existing {
                        bail!(Nodedev, InternalError, "No fabric_wwn defined for '{name}'");
                    }
                }
            }
        }
        Ok(())
    }
}

/// A world wide name in the range that virtual ports take (the maker's number is a virtual machine's).
fn random_wwn() -> String {
    let Uuid(bytes) = Uuid::random();
    let tail: String = bytes[..5].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("500163{tail}")
}

impl UnknownCapability {
    /// The complaint about it; `of` is what has it.
    fn refuse(&self, of: &str, device: &str) -> Error {
        match &self.kind {
            None => error!(Nodedev, InternalError, "missing {of} capability type for '{device}'"),
            Some(kind) => {
                error!(Nodedev, InternalError, "unknown {of} capability type '{kind}' for '{device}'")
            }
        }
    }
}

impl ScsiTarget {
    fn validate(&self, name: &str) -> Result<()> {
        if self.target.is_none() {
            bail!(Nodedev, InternalError, "no target name supplied for '{name}'");
        }
        for capability in &self.capabilities {
            let port = match capability {
                ScsiTargetCapability::FcRemotePort(port) => port,
                ScsiTargetCapability::Unknown(unknown) => return Err(unknown.refuse("SCSI target", name)),
            };
            if port.rport.is_none() {
                bail!(Nodedev, InternalError, "missing rport name for '{name}'");
            }
            if port.wwpn.is_none() {
                bail!(Nodedev, InternalError, "missing wwpn identifier for '{name}'");
            }
        }
        Ok(())
    }
}

impl Storage {
    fn complete(&mut self, name: &str) -> Result<()> {
        if self.block.is_none() {
            bail!(Nodedev, InternalError, "no block device path supplied for '{name}'");
        }
        let mut removable = false;
        for capability in &mut self.capabilities {
            if let StorageCapability::Unknown(unknown) = capability {
                return Err(unknown.refuse("storage", name));
            }
            if let StorageCapability::Removable(medium) = capability {
                removable = true;
                medium.media_available = Some(u32::from(medium.media_available == Some(1)));
                supplied(&medium.media_size, "removable media size", name)?;
            }
        }
        // The size of what is in a drive is told with the medium.
        if removable {
            (self.size, self.logical_block_size, self.num_blocks) = (None, None, None);
        } else {
            supplied(&self.size, "size", name)?;
            for place in [&mut self.logical_block_size, &mut self.num_blocks] {
                optional(place, "size", name)?;
                if good(place) == Some(&0) {
                    *place = None;
                }
            }
        }
        Ok(())
    }
}

impl Mdev {
    fn complete(&mut self, name: &str, purpose: Purpose) -> Result<()> {
        if self.kind.is_none() {
            bail!(Nodedev, ConfigUnsupported, "missing type id attribute for '{name}'");
        }
        checked(&self.uuid, |word| {
            error!(Nodedev, InternalError, "Invalid uuid '{word}' for new mdev device")
        })?;
        checked(&self.iommu_group, |_| {
            error!(Nodedev, XmlError, "invalid iommuGroup number attribute for '{name}'")
        })?;
        if purpose == Purpose::Existing {
            self.iommu_group.get_or_insert(Checked::Good(0));
        }
        self.parent_address = None;
        let empty = |word: &Option<String>| word.as_deref().unwrap_or_default().is_empty();
        if self.attributes.iter().any(|setting| empty(&setting.name) || empty(&setting.value)) {
            bail!(Nodedev, XmlError, "mdev attribute missing name or value");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_the_device() {
        for (body, complaint) in [
            ("", "no device capabilities for 'd'"),
            (
                "<capability type='pci'><domain>x</domain></capability>",
                "invalid PCI domain ID supplied for 'd'",
            ),
            ("<capability type='pci'/>", "no PCI domain ID supplied for 'd'"),
            (
                "<capability type='usb_device'><bus>1</bus></capability>",
                "no USB device number supplied for 'd'",
            ),
            ("<capability type='scsi_host'/>", "no SCSI host ID supplied for 'd'"),
        ] {
            let text = format!("<device><name>d</name>{body}</device>");
            let error = Device::parse(&text, Purpose::Existing, false).expect_err(&text);
            assert_eq!(error.message(), format!("internal error: {complaint}"));
        }
        let text = "<device><name>d</name><parent wwnn='1'>p</parent><capability type='mdev'/></device>";
        let error = Device::parse(text, Purpose::Existing, false).expect_err(text);
        assert_eq!(
            error.message(),
            "XML error: when providing parent wwnn='1', the wwpn must also be provided"
        );
    }

    #[test]
    fn a_virtual_port_gets_names_when_none_are_given() {
        let text = "<device><parent>scsi_host5</parent><capability type='scsi_host'>\
                    <capability type='fc_host'/></capability></device>";
        let device = Device::parse(text, Purpose::CreateNaming, false).unwrap();
        let port = device.scsi_host().and_then(ScsiHost::fc_host).unwrap();
        assert!(crate::storage::is_wwn(port.wwnn.as_deref().unwrap()));
        assert_eq!(device.name(), "new device");
        assert_eq!(device.capability_names(), ["scsi_host", "fc_host"]);
    }
}
