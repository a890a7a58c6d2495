//! `<secret>`: what a secret is for; its value is never part of the document.

use crate::{Checked, Uuid, checked, good};
use virt_error::{Origin, Result, bail, error};
use virt_xml::{Reading, Style, YesNo, element, names, read_document, write};

names! {
    /// `virSecretUsageType`
    pub enum SecretUsage {
        None = "none",
        Volume = "volume",
        Ceph = "ceph",
        Iscsi = "iscsi",
        Tls = "tls",
        Vtpm = "vtpm",
    }
}

element! {
    /// `<secret>`
    pub Secret {
        attr ephemeral: Option<Checked<YesNo>> = "ephemeral",
        attr private: Option<Checked<YesNo>> = "private",
        ;
        text uuid: Option<Checked<Uuid>> = "uuid",
        text description: Option<String> = "description",
        one usage: Option<Box<Usage>> = "usage",
    }
    /// `<usage>`: who asks for the secret.
    pub Usage {
        attr kind: Option<Checked<SecretUsage>> = "type",
        ;
        text volume: Option<String> = "volume",
        text name: Option<String> = "name",
        text target: Option<String> = "target",
    }
}

impl Secret {
    /// Reads a document. `validate`: names that the format does not have are refused.
    pub fn parse(text: &str, validate: bool) -> Result<Secret> {
        let schema = validate.then_some("secret.rng");
        let reading = Reading { validate: schema, ..Reading::new(Origin::Secret) };
        let mut secret: Secret = read_document(text, "(definition_of_secret)", "secret", &reading)?;
        secret.complete()?;
        Ok(secret)
    }

    pub fn format(&self) -> String {
        write(self, "secret", Style::default())
    }

    /// The UUID; a document that was read has one.
    pub fn uuid(&self) -> Uuid {
        good(&self.uuid).copied().unwrap_or_default()
    }

    pub fn is_ephemeral(&self) -> bool {
        good(&self.ephemeral) == Some(&YesNo(true))
    }

    pub fn is_private(&self) -> bool {
        good(&self.private) == Some(&YesNo(true))
    }

    pub fn usage_kind(&self) -> SecretUsage {
        let usage = self.usage.as_ref().and_then(|usage| good(&usage.kind));
        usage.copied().unwrap_or(SecretUsage::None)
    }

    /// What names the user of the secret; empty when nobody is named.
    pub fn usage_id(&self) -> &str {
        let Some(usage) = &self.usage else { return "" };
        match self.usage_kind() {
            SecretUsage::None => None,
            SecretUsage::Volume => usage.volume.as_deref(),
            SecretUsage::Iscsi => usage.target.as_deref(),
            SecretUsage::Ceph | SecretUsage::Tls | SecretUsage::Vtpm => usage.name.as_deref(),
        }
        .unwrap_or_default()
    }

    fn complete(&mut self) -> Result<()> {
        for (place, name) in [(&mut self.ephemeral, "ephemeral"), (&mut self.private, "private")] {
            checked(place, |_| error!(Secret, XmlError, "invalid value of '{name}'"))?;
            place.get_or_insert(YesNo(false).into());
        }
        if checked(&self.uuid, |_| error!(Secret, XmlError, "malformed uuid element"))?.is_none() {
            self.uuid = Some(Uuid::random().into());
        }
        let Some(usage) = &mut self.usage else { return Ok(()) };
        if usage.kind.is_none() {
            bail!(Secret, XmlError, "unknown secret usage type");
        }
        let kind =
            *checked(&usage.kind, |word| error!(Secret, XmlError, "unknown secret usage type {word}"))?
                .unwrap_or(&SecretUsage::None);
        let Usage { volume, name, target, .. } = usage.as_mut();
        let (missing, (volume_too, name_too, target_too)) = match kind {
            SecretUsage::None => (None, (false, false, false)),
            SecretUsage::Volume => (
                volume.is_none().then_some("volume usage specified, but volume path is missing"),
                (true, false, false),
            ),
            SecretUsage::Ceph => {
                (name.is_none().then_some("Ceph usage specified, but name is missing"), (false, true, false))
            }
            SecretUsage::Iscsi => (
                target.is_none().then_some("iSCSI usage specified, but target is missing"),
                (false, false, true),
            ),
            SecretUsage::Tls => {
                (name.is_none().then_some("TLS usage specified, but name is missing"), (false, true, false))
            }
            SecretUsage::Vtpm => {
                (name.is_none().then_some("vTPM usage specified, but name is missing"), (false, true, false))
            }
        };
        if let Some(missing) = missing {
            bail!(Secret, XmlError, "{missing}");
        }
        *volume = volume.take().filter(|_| volume_too);
        *name = name.take().filter(|_| name_too);
        *target = target.take().filter(|_| target_too);
        if kind == SecretUsage::None {
            self.usage = None;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_is_no() {
        let uuid = "22e1353d-c27e-4d6d-bf15-465053e6ba0b";
        let secret = Secret::parse(&format!("<secret><uuid>{uuid}</uuid></secret>"), false).unwrap();
        let expected = format!("<secret ephemeral='no' private='no'>\n  <uuid>{uuid}</uuid>\n</secret>\n");
        assert_eq!(secret.format(), expected);
        assert_eq!((secret.usage_kind(), secret.usage_id()), (SecretUsage::None, ""));
    }

    #[test]
    fn a_usage_names_its_user() {
        let text = "<secret><usage type='iscsi'><name>n</name></usage></secret>";
        let error = Secret::parse(text, false).expect_err(text);
        assert_eq!(error.message(), "XML error: iSCSI usage specified, but target is missing");
        let text = "<secret private='maybe'/>";
        assert_eq!(
            Secret::parse(text, false).unwrap_err().message(),
            "XML error: invalid value of 'private'"
        );
    }
}
