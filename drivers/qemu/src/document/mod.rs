//! What QEMU adds to a domain document: machine, models, devices that a guest has by itself, addresses, checks.
//!
//! [`host`] makes the [`Host`] that documents are read with. Its rules run in the one path of reading, at the points
//! that [`Rules`] names.

mod address;
mod check;
#[cfg(test)]
mod corpus;
mod firmware;
mod implicit;
mod iommu;
mod machine;
mod models;
#[cfg(test)]
mod never_twice;
mod numa;
mod nvdimm;
mod paths;
mod system;
#[cfg(test)]
mod tests;

use crate::directories::Directories;
use crate::emulator::{ARCHITECTURES, Emulator, Emulators, host_arch};
use crate::firmware::{load, places};
use crate::settings::Settings;
use address::Growth;
use std::fmt::{self, Debug};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use virt_conf::domain::VirtType;
use virt_conf::domain::os::OsType;
use virt_conf::domain::security::{Seclabel, SeclabelType};
use virt_conf::domain::{Domain, ParseFlags};
use virt_conf::host::{Guest, Host};
use virt_conf::rules::Rules;
use virt_error::Result;

/// The namespace of QEMU's own elements in a document.
pub const NAMESPACE: &str = "http://libvirt.org/schemas/domain/qemu/1.0";

/// Where documents learn of the installed emulators.
pub trait Installed: Send + Sync {
    /// The emulator at a path, whatever it emulates.
    fn at(&self, path: &str) -> Result<Arc<Emulator>>;
    /// The emulator that guests of an architecture get.
    fn of(&self, arch: &str) -> Option<Arc<Emulator>>;
    /// The architectures that have an emulator, the host's own first; with each whether KVM runs its guests.
    fn architectures(&self) -> Vec<(&'static str, bool)>;
}

impl Installed for Emulators {
    fn at(&self, path: &str) -> Result<Arc<Emulator>> {
        Emulators::at(self, Path::new(path))
    }

    fn of(&self, arch: &str) -> Option<Arc<Emulator>> {
        self.of_arch(arch)
    }

    fn architectures(&self) -> Vec<(&'static str, bool)> {
        let host = host_arch();
        let kvm = self.host_has_kvm();
        let runs = |arch: &str| {
            kvm && (arch == host || matches!((host, arch), ("x86_64", "i686") | ("aarch64", "armv7l")))
        };
        let mut all: Vec<_> = ARCHITECTURES
            .iter()
            .filter(|(arch, _)| self.path_for(arch).is_some())
            .map(|(arch, _)| (*arch, runs(arch)))
            .collect();
        all.sort_by_key(|(arch, _)| *arch != host);
        all
    }
}

/// What documents are read with on a host with these emulators. None of them is asked before a document needs it.
pub fn host(emulators: Arc<dyn Installed>, settings: Arc<Settings>, directories: Directories) -> Host {
    host_with_firmware(emulators, settings, directories, places())
}

/// The same with firmware descriptors of other places than the host's.
fn host_with_firmware(
    emulators: Arc<dyn Installed>,
    settings: Arc<Settings>,
    directories: Directories,
    firmware: Vec<PathBuf>,
) -> Host {
    let guests = emulators.architectures().into_iter().map(|(arch, kvm)| {
        let mut types = vec![VirtType::Qemu];
        types.extend(kvm.then_some(VirtType::Kvm));
        Guest { os: OsType::Hvm, arch: arch.to_owned(), machine: None, types }
    });
    let guests = guests.collect();
    let rules: Arc<dyn Rules> = Arc::new(QemuRules { emulators, settings, directories, firmware });
    Host { guests, namespace: Some(("qemu", NAMESPACE)), rules: Some(rules), ..Host::default() }
}

struct QemuRules {
    emulators: Arc<dyn Installed>,
    settings: Arc<Settings>,
    directories: Directories,
    /// Where firmware descriptors are.
    firmware: Vec<PathBuf>,
}

impl Debug for QemuRules {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("QemuRules").finish_non_exhaustive()
    }
}

impl Rules for QemuRules {
    fn domain(&self, domain: &mut Domain, flags: ParseFlags) -> Result<()> {
        self.choose_machine(domain, flags)?;
        if !flags.live {
            paths::forget(domain, &self.directories);
        }
        if flags.abi_update && firmware::is_asked_for(domain) {
            let pairs = &self.settings.firmwares;
            firmware::complete(domain, &load(&self.firmware), pairs, &self.directories.nvram())?;
        }
        if flags.abi_update {
            nvdimm::align(domain)?;
        }
        implicit::add(domain, &self.settings)?;
        self.add_features(domain);
        self.add_cpu(domain);
        numa::complete(domain);
        iommu::complete(domain);
        label(domain);
        Ok(())
    }

    fn devices(&self, domain: &mut Domain, _flags: ParseFlags) -> Result<()> {
        models::complete(domain);
        Ok(())
    }

    fn addresses(&self, domain: &mut Domain, flags: ParseFlags) -> Result<()> {
        models::complete_controllers(domain);
        address::assign(domain, Growth { new: flags.abi_update, fixed: flags.live })
    }

    fn check(&self, domain: &Domain, flags: ParseFlags) -> Result<()> {
        // What was accepted once is read again whatever became of the emulator; it is looked at when it starts.
        match self.emulator(domain).filter(|_| flags.abi_update) {
            Some(emulator) => check::check(domain, &emulator),
            None => Ok(()),
        }
    }
}

impl QemuRules {
    /// The emulator that a guest runs in.
    fn emulator(&self, domain: &Domain) -> Option<Arc<Emulator>> {
        match domain.devices.emulator.as_deref() {
            Some(path) => self.emulators.at(path).ok(),
            None => self.emulators.of(domain.arch()),
        }
    }
}

/// Without a security driver a label that names none means none.
fn label(domain: &mut Domain) {
    for label in domain.seclabels.iter_mut().filter(|label| label.model.is_none()) {
        *label = Seclabel {
            kind: Some(SeclabelType::None),
            model: Some("none".to_owned()),
            ..Seclabel::default()
        };
    }
}

/// Refuses what a definition may hold but no start.
pub fn check_start(domain: &Domain, emulator: &Emulator) -> Result<()> {
    check::check_start(domain, emulator)
}
