//! `<encryption>` of a volume.

use super::SecretReference;
use crate::{Checked, checked};
use virt_error::{Result, bail, error};
use virt_xml::{Node, Reading, element, names};

names! {
    /// How a volume is encrypted.
    pub enum EncryptionFormat {
        Default = "default",
        Qcow = "qcow",
        Luks = "luks",
        Luks2 = "luks2",
        LuksAny = "luks-any",
    }
    /// What decrypts it.
    pub enum EncryptionEngine { Qemu = "qemu", Librbd = "librbd" }
}

element! {
    /// `<encryption>`
    pub Encryption {
        attr format: Option<Checked<EncryptionFormat>> = "format",
        attr engine: Option<EncryptionEngine> = "engine",
        ;
        many secrets: Vec<SecretReference> = "secret",
        one cipher: Option<Box<Cipher>> = "cipher",
        one ivgen: Option<Box<InitialVector>> = "ivgen",
    } => encryption;
    /// The cipher.
    pub Cipher {
        attr name: Option<String> = "name",
        attr size: Option<u32> = "size",
        attr mode: Option<String> = "mode",
        attr hash: Option<String> = "hash",
        ;
    }
    /// How initial vectors are made.
    pub InitialVector {
        attr name: Option<String> = "name",
        attr hash: Option<String> = "hash",
        ;
    }
}

fn encryption(encryption: &mut Encryption, _: Node<'_>, _: &Reading) -> Result<()> {
    if encryption.format.is_none() {
        bail!(Storage, XmlError, "unknown volume encryption format");
    }
    checked(&encryption.format, |word| {
        error!(Storage, ConfigUnsupported, "unknown volume encryption format type {word}")
    })?;
    if let Some(cipher) = &encryption.cipher {
        if cipher.name.is_none() {
            bail!(Storage, XmlError, "cipher info missing 'name' attribute");
        }
        if cipher.size.is_none() {
            return Err(virt_xml::missing_attribute("cipher", "size"));
        }
    }
    if let Some(ivgen) = &encryption.ivgen {
        if encryption.cipher.is_none() {
            bail!(Storage, XmlError, "ivgen element found, but cipher is missing");
        }
        if ivgen.name.is_none() {
            bail!(Storage, XmlError, "missing ivgen info name string");
        }
    }
    Ok(())
}
