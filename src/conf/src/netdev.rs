//! What several documents say about a network connection: its port on a switch, its VLANs, its bandwidth.

use crate::{Checked, Uuid, checked, good};
use virt_error::{Result, bail, error};
use virt_xml::{AnyBase, Node, Reading, YesNo, element, names};

names! {
    /// How a port is told to its switch.
    pub enum VirtualPortType {
        Ieee8021Qbg = "802.1Qbg",
        Ieee8021Qbh = "802.1Qbh",
        OpenVSwitch = "openvswitch",
        Midonet = "midonet",
    }
    /// Whether frames of the native VLAN carry its tag.
    pub enum NativeVlanMode { Tagged = "tagged", Untagged = "untagged" }
}

element! {
    /// `<virtualport>`
    pub VirtualPort {
        attr kind: Option<Checked<VirtualPortType>> = "type",
        ;
        one parameters: Option<Box<VirtualPortParameters>> = "parameters",
    } => check_virtual_port;
    /// The parameters of a port; which of them have a meaning, its type says.
    pub VirtualPortParameters {
        attr manager_id: Option<Checked<AnyBase>> = "managerid",
        attr type_id: Option<Checked<AnyBase>> = "typeid",
        attr type_id_version: Option<Checked<AnyBase>> = "typeidversion",
        attr instance_id: Option<Checked<Uuid>> = "instanceid",
        attr interface_id: Option<Checked<Uuid>> = "interfaceid",
        attr profile_id: Option<String> = "profileid",
        ;
    } => check_virtual_port_parameters;
    /// `<vlan>`: the tags that a connection may use.
    pub Vlan {
        attr trunk: Option<Checked<YesNo>> = "trunk",
        ;
        many tags: Vec<VlanTag> = "tag",
    } => check_vlan;
    /// One tag.
    pub VlanTag {
        attr id: Option<u32> = "id",
        attr native_mode: Option<NativeVlanMode> = "nativeMode",
        ;
    }
    /// `<bandwidth>`: limits in KiB/s and KiB.
    pub Bandwidth {
        attr class_id: Option<u32> = "classID",
        ;
        part inbound: Option<Box<Rate>> = "inbound",
        part outbound: Option<Box<Rate>> = "outbound",
    } => check_bandwidth;
    /// The limits of one direction.
    pub Rate {
        attr average: Option<Checked<u64>> = "average",
        attr peak: Option<Checked<u64>> = "peak",
        attr floor: Option<Checked<u64>> = "floor",
        attr burst: Option<Checked<u64>> = "burst",
        ;
    } => check_rate;
}

impl VirtualPort {
    /// The type, if one is named.
    pub fn kind(&self) -> Option<VirtualPortType> {
        good(&self.kind).copied()
    }

    /// Whether the type that the document wants is there.
    pub fn require_type(&self) -> Result<()> {
        if self.kind.is_none() {
            bail!(None, XmlError, "missing required virtualport type");
        }
        Ok(())
    }

    /// Makes up the identities that a port of this type needs and does not name; without a type, of any.
    pub fn complete(&mut self) {
        use VirtualPortType::*;
        let kind = self.kind();
        let instance = matches!(kind, None | Some(Ieee8021Qbg));
        let interface = matches!(kind, None | Some(OpenVSwitch));
        if !instance && !interface {
            return;
        }
        let parameters = self.parameters.get_or_insert_default();
        if instance {
            parameters.instance_id.get_or_insert_with(|| Uuid::random().into());
        }
        if interface {
            parameters.interface_id.get_or_insert_with(|| Uuid::random().into());
        }
    }

    /// Refuses a port that lacks what a port of its type must have.
    pub fn require_parameters(&self) -> Result<()> {
        let Some(kind) = self.kind() else { return Ok(()) };
        let wanted: &[&str] = match kind {
            VirtualPortType::OpenVSwitch => &["interfaceid"],
            kind => kind.parameters(),
        };
        let there = self.parameters.as_deref().map(VirtualPortParameters::there).unwrap_or_default();
        if let Some(name) = wanted.iter().find(|name| !there.contains(&(**name, true))) {
            bail!(Net, XmlError, "missing {name} in <virtualport type='{kind}'>");
        }
        Ok(())
    }
}

impl VirtualPortType {
    /// The parameters that mean something to a port of this type.
    fn parameters(self) -> &'static [&'static str] {
        match self {
            VirtualPortType::Ieee8021Qbg => &["managerid", "typeid", "typeidversion", "instanceid"],
            VirtualPortType::Ieee8021Qbh => &["profileid"],
            VirtualPortType::OpenVSwitch => &["interfaceid", "profileid"],
            VirtualPortType::Midonet => &["interfaceid"],
        }
    }
}

impl VirtualPortParameters {
    /// Each parameter's name, and whether it is there.
    fn there(&self) -> [(&'static str, bool); 6] {
        [
            ("managerid", self.manager_id.is_some()),
            ("typeid", self.type_id.is_some()),
            ("typeidversion", self.type_id_version.is_some()),
            ("instanceid", self.instance_id.is_some()),
            ("profileid", self.profile_id.is_some()),
            ("interfaceid", self.interface_id.is_some()),
        ]
    }
}

fn check_virtual_port(port: &mut VirtualPort, _: Node<'_>, _: &Reading) -> Result<()> {
    let kind =
        checked(&port.kind, |word| error!(None, ConfigUnsupported, "unknown virtualport type {word}"))?;
    let Some(kind) = kind.copied() else { return Ok(()) };
    let Some(parameters) = &mut port.parameters else { return Ok(()) };
    if !parameters.there().iter().any(|(_, set)| *set) {
        port.parameters = None;
        return Ok(());
    }
    // libvirt refuses what has no meaning for the other types only.
    if kind == VirtualPortType::Midonet {
        let interface_id = parameters.interface_id.take();
        **parameters = VirtualPortParameters { interface_id, ..Default::default() };
        return Ok(());
    }
    let extra = |(name, set): &(&str, bool)| *set && !kind.parameters().contains(name);
    if let Some((name, _)) = parameters.there().iter().find(|parameter| extra(parameter)) {
        bail!(Net, XmlError, "extra {name} unsupported in <virtualport type='{kind}'>");
    }
    Ok(())
}

fn check_virtual_port_parameters(port: &mut VirtualPortParameters, _: Node<'_>, _: &Reading) -> Result<()> {
    for (place, name, most) in [
        (&port.manager_id, "managerid", 0xff),
        (&port.type_id, "typeid", 0xff_ffff),
        (&port.type_id_version, "typeidversion", 0xff),
    ] {
        let number = checked(place, |_| error!(None, XmlError, "cannot parse value of {name} parameter"))?;
        if number.is_some_and(|number| number.0 > most) {
            let of = if name == "typeid" { "for" } else { "of" };
            bail!(None, XmlError, "value {of} {name} out of range");
        }
    }
    for (place, name) in [(&port.instance_id, "instanceid"), (&port.interface_id, "interfaceid")] {
        checked(place, |_| error!(None, XmlError, "cannot parse {name} parameter as a uuid"))?;
    }
    // The limits of the netlink attribute and of the switch's own records.
    if port.profile_id.as_ref().is_some_and(|id| id.len() >= 40) {
        bail!(None, XmlError, "profileid parameter too long");
    }
    Ok(())
}

fn check_vlan(vlan: &mut Vlan, node: Node<'_>, _: &Reading) -> Result<()> {
    if vlan.tags.is_empty() {
        bail!(None, XmlError, "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement");
    }
    let mut native = 0;
    for tag in &vlan.tags {
        let Some(id) = tag.id else {
            return Err(virt_xml::missing_attribute("tag", "id"));
        };
        if id > 4095 {
            bail!(None, XmlError, "vlan tag id {id} too large (maximum 4095)");
        }
        native += usize::from(tag.native_mode.is_some());
    }
    if native > 1 {
        bail!(None, XmlError, "duplicate native vlan setting");
    }
    let word = node.attribute("trunk").unwrap_or_default();
    let trunk = checked(&vlan.trunk, |word| {
        error!(None, XmlError, "invalid \"trunk='{word}'\" in <vlan> - must be yes or no")
    })?;
    if trunk == Some(&YesNo(false)) && vlan.tags.len() > 1 {
        let text = "trunk='yes' is required for more than one vlan tag";
        bail!(None, XmlError, "invalid \"trunk='{word}'\" in <vlan> - {text}");
    }
    if trunk == Some(&YesNo(false)) && native > 0 {
        let text = "\"trunk='no'\" is not allowed with a native vlan id";
        bail!(None, XmlError, "invalid configuration in <vlan> - {text}");
    }
    let trunked = trunk == Some(&YesNo(true)) || vlan.tags.len() > 1;
    vlan.trunk = trunked.then_some(Checked::Good(YesNo(true)));
    Ok(())
}

fn check_rate(rate: &mut Rate, _: Node<'_>, _: &Reading) -> Result<()> {
    if rate.average.is_none() && rate.floor.is_none() {
        bail!(None, XmlDetail, "Missing mandatory average or floor attributes");
    }
    if rate.average.is_none() && (rate.peak.is_some() || rate.burst.is_some()) {
        bail!(None, XmlDetail, "'peak' and 'burst' require 'average' attribute");
    }
    for (place, name) in [
        (&mut rate.average, "average"),
        (&mut rate.peak, "peak"),
        (&mut rate.floor, "floor"),
        (&mut rate.burst, "burst"),
    ] {
        checked(place, |word| {
            error!(None, ConfigUnsupported, "could not convert bandwidth {name} value '{word}'")
        })?;
        // Zero is no limit, which is said by saying nothing.
        if good(place) == Some(&0) {
            *place = None;
        }
    }
    // Without a rate or a guarantee there is nothing that the other two would be about.
    if rate.average.is_none() && rate.floor.is_none() {
        (rate.peak, rate.burst) = (None, None);
    }
    Ok(())
}

fn check_bandwidth(bandwidth: &mut Bandwidth, node: Node<'_>, _: &Reading) -> Result<()> {
    for direction in ["inbound", "outbound"] {
        if node.children().filter(|child| child.name() == direction).count() > 1 {
            bail!(None, XmlDetail, "Only one child <{direction}> element allowed");
        }
    }
    if bandwidth.outbound.as_ref().is_some_and(|rate| rate.floor.is_some()) {
        bail!(None, ConfigUnsupported, "'floor' attribute allowed only in <inbound> element");
    }
    Ok(())
}

impl Bandwidth {
    /// Refuses the class of a guaranteed minimum, which only a network's port has.
    pub fn refuse_class(&self) -> Result<()> {
        if self.class_id.is_some() {
            let text = "classID attribute not supported on <bandwidth> in this usage context";
            bail!(None, XmlDetail, "{text}");
        }
        Ok(())
    }

    /// Refuses what only connections to a network have: a guaranteed minimum and its class.
    pub fn refuse_port_only(&self) -> Result<()> {
        self.refuse_class()?;
        if self.inbound.as_ref().is_some_and(|rate| rate.floor.is_some()) {
            bail!(None, ConfigUnsupported, "floor attribute is not supported for this config");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_error::Origin;
    use virt_xml::{Element, Style, read_document, write};

    fn through<T: Element + Default>(name: &str, text: &str) -> Result<String> {
        let element: T = read_document(text, "(test)", name, &Reading::new(Origin::Network))?;
        Ok(write(&element, name, Style::default()))
    }

    fn complaint<T: Element + Default>(name: &str, text: &str) -> String {
        through::<T>(name, text).expect_err(text).message().to_owned()
    }

    #[test]
    fn several_tags_make_a_trunk() {
        let text = "<vlan><tag id='1'/><tag id='2' nativeMode='untagged'/></vlan>";
        assert_eq!(
            through::<Vlan>("vlan", text).unwrap(),
            "<vlan trunk='yes'>\n  <tag id='1'/>\n  <tag id='2' nativeMode='untagged'/>\n</vlan>\n"
        );
        let text = "<vlan trunk='no'><tag id='1'/><tag id='2'/></vlan>";
        assert!(complaint::<Vlan>("vlan", text).contains("trunk='yes' is required"));
        assert!(complaint::<Vlan>("vlan", "<vlan><tag id='4096'/></vlan>").contains("too large"));
        assert!(complaint::<Vlan>("vlan", "<vlan/>").contains("missing tag id"));
    }

    #[test]
    fn a_rate_without_average_has_no_burst() {
        let text = "<bandwidth><inbound average='1' burst='0'/><outbound peak='2'/></bandwidth>";
        assert_eq!(
            complaint::<Bandwidth>("bandwidth", text),
            "Missing mandatory average or floor attributes"
        );
        let text = "<bandwidth><inbound average='1' floor='2' burst='0'/></bandwidth>";
        let expected = "<bandwidth>\n  <inbound average='1' floor='2'/>\n</bandwidth>\n";
        assert_eq!(through::<Bandwidth>("bandwidth", text).unwrap(), expected);
        let text = "<bandwidth><outbound floor='2'/></bandwidth>";
        assert!(complaint::<Bandwidth>("bandwidth", text).contains("only in <inbound>"));
    }

    #[test]
    fn a_port_is_given_the_identities_of_its_type() {
        let completed = |kind| {
            let mut port = VirtualPort { kind: Some(Checked::Good(kind)), ..VirtualPort::default() };
            port.complete();
            let complaint = port.require_parameters().err().map(|error| error.message().to_owned());
            let parameters = port.parameters.unwrap_or_default();
            (parameters.instance_id.is_some(), parameters.interface_id.is_some(), complaint)
        };
        assert_eq!(completed(VirtualPortType::OpenVSwitch), (false, true, None));
        let lacks = |name, kind| Some(format!("XML error: missing {name} in <virtualport type='{kind}'>"));
        assert_eq!(completed(VirtualPortType::Ieee8021Qbg), (true, false, lacks("managerid", "802.1Qbg")));
        assert_eq!(completed(VirtualPortType::Midonet), (false, false, lacks("interfaceid", "midonet")));
    }

    #[test]
    fn native_vlans_make_no_trunk() {
        let text = "<vlan><tag id='5' nativeMode='tagged'/></vlan>";
        let expected = "<vlan>\n  <tag id='5' nativeMode='tagged'/>\n</vlan>\n";
        assert_eq!(through::<Vlan>("vlan", text).unwrap(), expected);
    }

    #[test]
    fn parameters_must_suit_the_type() {
        let text = "<virtualport type='802.1Qbh'><parameters managerid='0x0b'/></virtualport>";
        let expected = "XML error: extra managerid unsupported in <virtualport type='802.1Qbh'>";
        assert_eq!(complaint::<VirtualPort>("virtualport", text), expected);
        let text = "<virtualport type='802.1Qbg'><parameters managerid='0x0b' typeid='9'/></virtualport>";
        assert!(through::<VirtualPort>("virtualport", text).unwrap().contains("managerid='11' typeid='9'/>"));
        let text = "<virtualport type='midonet'><parameters managerid='1'/></virtualport>";
        let expected = "<virtualport type='midonet'>\n  <parameters/>\n</virtualport>\n";
        assert_eq!(through::<VirtualPort>("virtualport", text).unwrap(), expected);
        let text = "<virtualport type='802.1Qbg'><parameters managerid='256'/></virtualport>";
        assert!(complaint::<VirtualPort>("virtualport", text).contains("out of range"));
    }
}
