//! `<domainCapabilities>`: what a guest of one emulator, machine and type may have.

mod devices;
mod features;
mod models;

pub use models::{feature_name, host_model, s390_model, usable_models, x86_model};

use super::processor::HostProcessor;
use crate::{
    emulator::{Emulator, Emulators, Flag, Machine, host_arch},
    firmware::{self, Descriptor, Feature, Interface},
};
use std::{path::Path, sync::Arc};
use virt_conf::{
    capabilities::domain::{Choice, DomainCapabilities, Loader, Os, plain, supported, with_values},
    domain::VirtType,
};
use virt_error::{Result, bail, error};
use virt_xml::YesNo;

/// What is asked about: an emulator, the type of guest, and a machine.
pub struct Subject {
    pub emulator: Arc<Emulator>,
    /// The guest's architecture, which may be the smaller sibling of the emulator's.
    pub arch: String,
    pub kvm: bool,
    pub machine: Machine,
}

impl Subject {
    /// Fills in what the caller leaves open.
    ///
    /// Errors: `VIR_ERR_INVALID_ARG` for what does not fit together or is not there.
    pub fn find(
        emulators: &Emulators,
        path: Option<&str>,
        arch: Option<&str>,
        machine: Option<&str>,
        kind: Option<&str>,
    ) -> Result<Subject> {
        if let Some(arch) = arch.filter(|arch| !virt_cpu::is_known(arch)) {
            bail!(Qemu, InvalidArg, "unknown architecture: {arch}");
        }
        let kind: Option<VirtType> = kind
            .map(|kind| kind.parse().map_err(|_| error!(Qemu, InvalidArg, "unknown virttype: {kind}")))
            .transpose()?;
        let emulator = match path {
            Some(path) => {
                let emulator = emulators.at(Path::new(path))?;
                if let Some(arch) = arch.filter(|arch| !same_family(arch, &emulator.arch)) {
                    bail!(
                        Qemu,
                        InvalidArg,
                        "architecture from emulator '{}' doesn't match given architecture '{arch}'",
                        emulator.arch
                    );
                }
                emulator
            }
            None => {
                let arch = arch.unwrap_or_else(|| host_arch());
                emulators.of_arch(arch).ok_or_else(|| {
                    error!(Qemu, InvalidArg, "unable to find any emulator to serve '{arch}' architecture")
                })?
            }
        };
        let shown = emulator.path.display();
        let kvm = match kind {
            None => emulator.kvm.is_some(),
            Some(VirtType::Kvm) if emulator.kvm.is_some() => true,
            Some(VirtType::Kvm) => {
                bail!(Qemu, InvalidArg, "KVM is not supported by '{shown}' on this host")
            }
            Some(VirtType::Qemu) => false,
            Some(other) => bail!(Qemu, InvalidArg, "virttype '{other}' is not supported by '{shown}'"),
        };
        let accelerated = emulator.accelerated(kvm);
        let machine = match machine {
            Some(name) => accelerated.machine(name).cloned().ok_or_else(|| {
                error!(Qemu, InvalidArg, "the machine '{name}' is not supported by emulator '{shown}'")
            })?,
            None => accelerated.default_machine().cloned().unwrap_or_default(),
        };
        let arch = arch.unwrap_or(&emulator.arch).to_owned();
        Ok(Subject { arch, emulator, kvm, machine })
    }

    pub fn arch(&self) -> &str {
        &self.arch
    }

    fn has(&self, flag: Flag) -> bool {
        self.emulator.has(flag)
    }

    fn is_x86(&self) -> bool {
        matches!(self.arch(), "x86_64" | "i686")
    }

    /// Whether the machine is of a kind: its name without a version.
    fn is_machine(&self, kind: &str) -> bool {
        self.machine.name.strip_prefix(kind).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }
}

/// The host's own emulator serves the smaller sibling as well.
fn same_family(arch: &str, of_emulator: &str) -> bool {
    arch == of_emulator
        || matches!((arch, of_emulator), ("i686", "x86_64") | ("armv7l" | "armv6l", "aarch64" | "armv7l"))
}

/// The document. `disable_deprecated`: the host's model has the features off that the emulator calls deprecated.
/// `pairs` are firmware without descriptors.
pub fn describe(
    subject: &Subject,
    pairs: &[(String, String)],
    disable_deprecated: bool,
) -> DomainCapabilities {
    let firmwares = firmware::load(&firmware::places());
    let vcpus = max_vcpus(subject);
    DomainCapabilities {
        path: Some(subject.emulator.path.to_string_lossy().into_owned()),
        domain: Some(if subject.kvm { "kvm" } else { "qemu" }.to_owned()),
        machine: Some(subject.machine.name.clone()).filter(|name| !name.is_empty()),
        arch: Some(subject.arch().to_owned()),
        max_vcpus: Some(vcpus).filter(|most| *most > 0),
        iothreads: Some(YesNo(true)),
        os: Some(Box::new(os(subject, &firmwares, pairs))),
        cpu: Some(Box::new(models::modes(subject, HostProcessor::get(), disable_deprecated))),
        memory_backing: Some(Box::new(supported(vec![choice(
            "sourceType",
            [("file", true), ("anonymous", true), ("memfd", subject.has(Flag::MemoryBackendMemfd))],
        )]))),
        devices: Some(Box::new(devices::describe(subject))),
        features: Some(Box::new(features::describe(subject))),
        ..DomainCapabilities::default()
    }
}

/// How many virtual processors a guest can have: as many as the machine, and with KVM as the kernel.
fn max_vcpus(subject: &Subject) -> u32 {
    let most = subject.machine.max_cpus;
    match subject.kvm.then(virt_sys::host::kvm_max_vcpus).flatten() {
        Some(kernel) if most > 0 => most.min(kernel),
        _ => most,
    }
}

fn os(subject: &Subject, firmwares: &[Descriptor], pairs: &[(String, String)]) -> Os {
    let fitting: Vec<&Descriptor> =
        firmwares.iter().filter(|one| one.fits(subject.arch(), &subject.machine.name)).collect();
    let offered = |interface: Interface| fitting.iter().any(|one| one.offers(interface));
    let secure = fitting.iter().any(|one| one.offers(Interface::Uefi) && one.has(Feature::RequiresSmm));
    let mut paths: Vec<String> = Vec::new();
    let described = fitting.iter().filter_map(|one| one.mapping.paths().first().copied());
    // The files of old are told of where no descriptor fits.
    let listed = pairs.iter().map(|(code, _)| code.as_str()).filter(|_| fitting.is_empty());
    for path in described.chain(listed) {
        if Path::new(path).exists() && paths.iter().all(|known| known != path) {
            paths.push(path.to_owned());
        }
    }
    Os {
        supported: Some(YesNo(true)),
        enums: vec![choice(
            "firmware",
            [("bios", offered(Interface::Bios)), ("efi", offered(Interface::Uefi))],
        )],
        loader: Some(Box::new(Loader {
            supported: Some(YesNo(true)),
            paths,
            enums: vec![
                choice("type", [("rom", true), ("pflash", true)]),
                choice("readonly", [("yes", true), ("no", true)]),
                choice("secure", [("yes", secure), ("no", true)]),
            ],
            ..Loader::default()
        })),
        ..Os::default()
    }
}

/// An attribute's values, those that are there.
fn choice<const N: usize>(name: &str, values: [(&str, bool); N]) -> Choice {
    Choice {
        name: Some(name.to_owned()),
        values: values.iter().filter(|(_, there)| *there).map(|(value, _)| (*value).to_owned()).collect(),
        ..Choice::default()
    }
}

#[cfg(test)]
mod tests;
