//! What QEMU adds to a domain document: machine, models, devices that a guest has by itself, addresses, checks.
//!
//! [`host`] makes the [`Host`] that documents are read with. Its rules run in the one path of reading, at the points
//! that [`Rules`] names.

mod address;
#[cfg(test)]
mod corpus;
mod implicit;
mod machine;
mod models;
mod system;

use crate::emulator::Emulator;
use crate::settings::Settings;
use std::fmt::Debug;
use std::sync::Arc;
use virt_conf::domain::VirtType;
use virt_conf::domain::os::OsType;
use virt_conf::domain::{Domain, ParseFlags};
use virt_conf::host::{Guest, Host};
use virt_conf::rules::Rules;
use virt_error::Result;

/// The namespace of QEMU's own elements in a document.
pub const NAMESPACE: &str = "http://libvirt.org/schemas/domain/qemu/1.0";

/// Where documents learn of the installed emulators.
pub trait Emulators: Debug + Send + Sync {
    /// The emulator at a path, whatever it emulates.
    fn at(&self, path: &str) -> Option<Arc<Emulator>>;
    /// The emulator that guests of an architecture get.
    fn of(&self, arch: &str) -> Option<Arc<Emulator>>;
    /// The architectures that have one, the host's own first.
    fn architectures(&self) -> Vec<String>;
}

/// What documents are read with on a host with these emulators.
pub fn host(emulators: Arc<dyn Emulators>, settings: Arc<Settings>) -> Host {
    let mut guests = Vec::new();
    for arch in emulators.architectures() {
        let Some(emulator) = emulators.of(&arch) else { continue };
        let mut types = vec![VirtType::Qemu];
        if emulator.kvm.is_some() {
            types.push(VirtType::Kvm);
        }
        guests.push(Guest { os: OsType::Hvm, arch, machine: None, types });
    }
    let rules: Arc<dyn Rules> = Arc::new(QemuRules { emulators, settings });
    Host { guests, namespace: Some(("qemu", NAMESPACE)), rules: Some(rules), ..Host::default() }
}

#[derive(Debug)]
struct QemuRules {
    emulators: Arc<dyn Emulators>,
    settings: Arc<Settings>,
}

impl Rules for QemuRules {
    fn wide_scsi(&self) -> bool {
        true
    }

    fn domain(&self, domain: &mut Domain, _flags: ParseFlags) -> Result<()> {
        self.choose_machine(domain)?;
        implicit::add(domain)?;
        self.add_features(domain);
        self.add_cpu(domain);
        Ok(())
    }

    fn devices(&self, domain: &mut Domain, _flags: ParseFlags) -> Result<()> {
        models::complete(domain);
        Ok(())
    }

    fn addresses(&self, domain: &mut Domain, _flags: ParseFlags) -> Result<()> {
        models::complete_controllers(domain);
        address::assign(domain)
    }
}

impl QemuRules {
    /// The emulator that a guest runs in.
    fn emulator(&self, domain: &Domain) -> Option<Arc<Emulator>> {
        match domain.devices.emulator.as_deref() {
            Some(path) => self.emulators.at(path),
            None => self.emulators.of(domain.arch()),
        }
    }
}
