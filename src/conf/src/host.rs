//! What a host can run, as far as documents need it: the defaults for architecture and machine.

use crate::domain::VirtType;
use crate::domain::os::OsType;
use crate::rules::Rules;
use crate::{Mac, Uuid};
use std::sync::Arc;
use virt_error::{Code, Error, Origin, Result};

/// One kind of guest that a host can run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    pub os: OsType,
    pub arch: String,
    /// The machine that is taken where none is named.
    pub machine: Option<String>,
    pub types: Vec<VirtType>,
}

/// The guests that a host can run, the preferred first. An empty list says nothing and refuses nothing.
#[derive(Clone, Debug, Default)]
pub struct Host {
    pub guests: Vec<Guest>,
    /// What a guest gets that names no architecture and is none of `guests`; where it is `None` there is no such guest.
    pub arch: Option<String>,
    /// How made hardware addresses begin; those of QEMU where it is `None`.
    pub mac_prefix: Option<[u8; 3]>,
    /// The namespace of the driver's own elements, with its usual prefix; without one they are dropped.
    pub namespace: Option<(&'static str, &'static str)>,
    /// What the driver adds to documents.
    pub rules: Option<Arc<dyn Rules>>,
}

impl Host {
    /// A new hardware address for a guest's interface.
    pub fn new_mac(&self) -> Mac {
        let [a, b, c] = self.mac_prefix.unwrap_or([0x52, 0x54, 0x00]);
        let Uuid([d, e, g, ..]) = Uuid::random();
        Mac([a, b, c, d, e, g])
    }

    /// The guest that fits; what is `None` fits anything.
    pub fn find(&self, os: OsType, arch: Option<&str>, kind: Option<VirtType>) -> Result<&Guest> {
        let fits = |guest: &&Guest| {
            // `linux` is the old word for a Xen guest.
            (guest.os == os || (os == OsType::Linux && guest.os == OsType::Xen))
                && arch.is_none_or(|arch| guest.arch == arch)
                && kind.is_none_or(|kind| guest.types.contains(&kind))
        };
        if let Some(guest) = self.guests.iter().find(fits) {
            return Ok(guest);
        }
        let mut text = format!("could not find capabilities for ostype={os} ");
        if let Some(arch) = arch {
            text.push_str(&format!("arch={arch} "));
        }
        if let Some(kind) = kind {
            text.push_str(&format!("domaintype={kind} "));
        }
        Err(Error::new(Origin::Capabilities, Code::InvalidArg, text))
    }
}
