//! `<auth>` and `<adapter>`: how a pool's source is entered.

use crate::{Checked, Uuid, checked};
use virt_error::{Result, bail, error};
use virt_xml::{AnyBase, Hex, Node, Reading, YesNo, element, names};

names! {
    /// How a user proves who they are.
    pub enum AuthKind { None = "none", Chap = "chap", Ceph = "ceph" }
    /// The kind of a SCSI adapter.
    pub enum AdapterKind { ScsiHost = "scsi_host", FcHost = "fc_host" }
}

element! {
    /// `<auth>`
    pub Auth {
        attr kind: Option<Checked<AuthKind>> = "type",
        attr username: Option<String> = "username",
        ;
        one secret: Option<Box<SecretReference>> = "secret",
    } => auth;
    /// `<secret>`: which secret holds the password.
    pub SecretReference {
        attr kind: Option<String> = "type",
        attr uuid: Option<Checked<Uuid>> = "uuid",
        attr usage: Option<String> = "usage",
        ;
    } => secret;
    /// `<adapter>`
    pub Adapter {
        attr kind: Option<Checked<AdapterKind>> = "type",
        attr name: Option<String> = "name",
        attr parent: Option<String> = "parent",
        attr managed: Option<YesNo> = "managed",
        attr parent_wwnn: Option<String> = "parent_wwnn",
        attr parent_wwpn: Option<String> = "parent_wwpn",
        attr parent_fabric_wwn: Option<String> = "parent_fabric_wwn",
        attr wwnn: Option<String> = "wwnn",
        attr wwpn: Option<String> = "wwpn",
        ;
        one parent_address: Option<Box<ParentAddress>> = "parentaddr",
    } => adapter;
    /// Where the adapter's card sits.
    pub ParentAddress {
        attr unique_id: Option<Checked<AnyBase>> = "unique_id",
        ;
        one address: Option<Box<CardAddress>> = "address",
    }
    /// A PCI address.
    pub CardAddress {
        attr domain: Option<Hex<4, 0xffff_ffff>> = "domain",
        attr bus: Option<Hex<2, 0xff>> = "bus",
        attr slot: Option<Hex<2, 0x1f>> = "slot",
        attr function: Option<Hex<1, 7>> = "function",
        ;
    }
}

fn auth(auth: &mut Auth, _: Node<'_>, _: &Reading) -> Result<()> {
    if auth.username.as_deref().unwrap_or_default().is_empty() {
        bail!(Storage, XmlError, "missing username for auth");
    }
    checked(&auth.kind, |word| error!(Storage, ConfigUnsupported, "unknown auth type '{word}'"))?;
    if auth.secret.is_none() {
        bail!(Storage, XmlError, "Missing <secret> element in auth");
    }
    Ok(())
}

fn secret(secret: &mut SecretReference, node: Node<'_>, _: &Reading) -> Result<()> {
    // A secret of a volume is known by its type first.
    if node.parent().is_some_and(|parent| parent.name() == "encryption") {
        match secret.kind.as_deref() {
            Some("passphrase") => {}
            None => bail!(Storage, XmlError, "unknown volume encryption secret type"),
            Some(other) => {
                bail!(Storage, ConfigUnsupported, "unknown volume encryption secret type {other}")
            }
        }
    }
    match (&secret.uuid, &secret.usage) {
        (None, None) => bail!(None, XmlError, "missing secret uuid or usage attribute"),
        (Some(_), Some(_)) => bail!(None, XmlError, "either secret uuid or usage expected"),
        _ => {}
    }
    checked(&secret.uuid, |word| error!(None, XmlError, "invalid secret uuid '{word}'")).map(drop)
}

/// Whether a word is a world wide name: sixteen hexadecimal digits, `0x` allowed.
pub fn is_wwn(word: &str) -> bool {
    let digits = word.strip_prefix("0x").unwrap_or(word);
    digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

fn adapter(adapter: &mut Adapter, _: Node<'_>, _: &Reading) -> Result<()> {
    let kind = checked(&adapter.kind, |word| {
        let text = format!("Invalid value for attribute 'type' in element 'adapter': '{word}'.");
        error!(Xml, XmlError, "{text}")
    })?;
    let kind = match kind {
        Some(kind) => *kind,
        None => {
            if adapter.wwnn.is_some() || adapter.wwpn.is_some() || adapter.parent.is_some() {
                let text =
                    "Use of 'wwnn', 'wwpn', and 'parent' attributes requires use of the adapter 'type'";
                bail!(Storage, XmlError, "{text}");
            }
            if adapter.parent_address.is_some() {
                bail!(Storage, XmlError, "Use of 'parentaddr' element requires use of the adapter 'type'");
            }
            if adapter.name.is_none() {
                bail!(Storage, XmlError, "missing storage pool source adapter");
            }
            adapter.kind = Some(AdapterKind::ScsiHost.into());
            AdapterKind::ScsiHost
        }
    };
    match kind {
        AdapterKind::FcHost => adapter.check_fc_host(),
        AdapterKind::ScsiHost => adapter.check_scsi_host(),
    }
}

impl Adapter {
    pub fn kind(&self) -> AdapterKind {
        crate::good(&self.kind).copied().unwrap_or(AdapterKind::ScsiHost)
    }

    fn check_fc_host(&mut self) -> Result<()> {
        (self.name, self.parent_address) = (None, None);
        let (Some(wwnn), Some(wwpn)) = (&self.wwnn, &self.wwpn) else {
            let text = "'wwnn' and 'wwpn' must be specified for adapter type 'fchost'";
            bail!(Storage, XmlError, "{text}");
        };
        for wwn in [wwnn, wwpn] {
            if !is_wwn(wwn) {
                bail!(None, InternalError, "Malformed wwn: {wwn}");
            }
        }
        match (&self.parent_wwnn, &self.parent_wwpn) {
            (Some(wwnn), None) => {
                let text = format!("when providing parent_wwnn='{wwnn}', the parent_wwpn");
                bail!(Storage, XmlError, "{text} must also be provided")
            }
            (None, Some(wwpn)) => {
                let text = format!("when providing parent_wwpn='{wwpn}', the parent_wwnn");
                bail!(Storage, XmlError, "{text} must also be provided")
            }
            _ => Ok(()),
        }
    }

    fn check_scsi_host(&mut self) -> Result<()> {
        if let Some(parent) = &mut self.parent_address {
            let Some(address) = &mut parent.address else {
                bail!(Storage, XmlError, "Missing scsi_host PCI address element");
            };
            if crate::good(&parent.unique_id).is_none() {
                bail!(Storage, XmlError, "Missing or invalid scsi adapter 'unique_id' value");
            }
            address.domain.get_or_insert_default();
            address.bus.get_or_insert_default();
            address.slot.get_or_insert_default();
            address.function.get_or_insert_default();
        }
        match (&self.name, &self.parent_address) {
            (None, None) => {
                let text = "Either 'name' or 'parent' must be specified for the 'scsi_host' adapter";
                bail!(Storage, XmlError, "{text}")
            }
            (Some(_), Some(_)) => {
                let text = "Both 'name' and 'parent' cannot be specified for the 'scsi_host' adapter";
                bail!(Storage, XmlError, "{text}")
            }
            _ => Ok(()),
        }
    }
}
