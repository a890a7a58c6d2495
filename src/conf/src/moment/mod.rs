//! Moments in the life of a guest: snapshots, checkpoints, and the backups that are made since one.

mod align;
mod backup;
mod checkpoint;
mod snapshot;

pub use backup::*;
pub use checkpoint::*;
pub use snapshot::*;

use crate::domain::{Domain, ParseFlags};
use crate::host::Host;
use virt_error::{Result, bail};
use virt_xml::{Node, element};

element! {
    /// `<parent>`: the moment before.
    pub Parent {
        ;
        text name: Option<String> = "name",
    }
}

/// How the document of a moment is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct MomentFlags {
    /// The moment is in the past already; the document tells all of it.
    pub redefine: bool,
    /// Names that the format does not have are refused.
    pub validate: bool,
    /// What the daemon's own files hold is taken.
    pub internal: bool,
    /// Only disks are taken (`VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY`).
    pub disk_only: bool,
    /// The guest is not running.
    pub offline: bool,
}

impl MomentFlags {
    fn reading(self, origin: virt_error::Origin, schema: &'static str) -> virt_xml::Reading {
        let domain = ParseFlags { live: true, status: self.internal, ..ParseFlags::default() };
        virt_xml::Reading { origin, validate: self.validate.then_some(schema), ..domain.reading() }
    }
}

/// Reads a guest that is part of the document, with all that belongs to reading a guest.
fn guest(root: Node<'_>, name: &str, host: &Host) -> Result<Option<Box<Domain>>> {
    let Some(node) = root.child(name).filter(|node| node.attribute("type").is_some()) else {
        return Ok(None);
    };
    Ok(Some(Box::new(Domain::from_node(node, ParseFlags::default(), host)?)))
}

/// Refuses names that would lead out of the folder where moments are kept; `what` is "snapshot" or "checkpoint".
pub(crate) fn check_name(what: &str, name: &str) -> Result<()> {
    if name.contains('/') {
        bail!(Domain, XmlDetail, "invalid {what} name '{name}': name can't contain '/'");
    }
    if name.starts_with('.') {
        bail!(Domain, XmlDetail, "invalid {what} name '{name}': name can't start with '.'");
    }
    crate::file_name::check(name, virt_error::Origin::Domain)
}
