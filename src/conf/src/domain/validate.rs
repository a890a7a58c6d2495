//! What is refused, with libvirt's codes and texts.

use super::prelude::*;
use super::{Device, Domain, os};
use virt_error::{Code, Error, Origin};

/// Checks that libvirt makes before it reads the rest: they win over any other complaint.
pub(super) fn before(node: Node<'_>) -> Result<()> {
    let name = node.child("name").map(Node::content).unwrap_or_default();
    if name.is_empty() {
        return Err(Error::bare(Origin::Domain, Code::NoName));
    }
    if let Some(word) = node.child("uuid").map(Node::content) {
        if !word.is_empty() && crate::Uuid::parse(&word).is_none() {
            bail!(Domain, InternalError, "malformed uuid element");
        }
    }
    Ok(())
}

/// Checks of the document as it was written.
pub(super) fn as_written(domain: &Domain) -> Result<()> {
    check_title(domain.title.as_deref())?;
    let kind = domain.os.as_ref().and_then(|os| os.kind.as_ref()).and_then(|kind| kind.name.as_deref());
    match kind {
        None if domain.bootloader.is_none() => bail!(Domain, XmlError, "an os <type> must be specified"),
        Some(name) if name.parse::<os::OsType>().is_err() => {
            bail!(Domain, ConfigUnsupported, "unknown OS type '{name}'")
        }
        _ => {}
    }
    if domain.kind.is_none() {
        return Err(virt_xml::missing_attribute("domain", "type"));
    }
    for disk in &domain.devices.disks {
        check_disk(disk)?;
    }
    Ok(())
}

/// Checks of the document with everything that was added.
pub(super) fn complete(domain: &Domain) -> Result<()> {
    check_name(domain.name())
}

pub(super) fn device_as_written(device: &Device) -> Result<()> {
    match device {
        Device::Disk(disk) => check_disk(disk),
        _ => Ok(()),
    }
}

/// A name that a guest may have.
pub fn check_name(name: &str) -> Result<()> {
    if name.contains('/') {
        bail!(Domain, XmlError, "name {name} cannot contain '/'");
    }
    if name.contains('\n') {
        return Err(Error::new(Origin::Xml, Code::XmlDetail, "invalid char in name: \n"));
    }
    Ok(())
}

/// A title that a guest may have.
pub fn check_title(title: Option<&str>) -> Result<()> {
    if title.is_some_and(|title| title.contains('\n')) {
        bail!(Domain, XmlError, "Domain title can't contain newlines");
    }
    Ok(())
}

fn check_disk(disk: &super::disk::Disk) -> Result<()> {
    if disk.target_name().is_empty() {
        return Err(Error::bare(Origin::Domain, Code::NoTarget));
    }
    Ok(())
}
