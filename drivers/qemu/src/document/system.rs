//! Emulator, machine, processor and features of a guest.

use super::QemuRules;
use super::machine::{Family, is_arm, is_ppc64, is_s390, is_x86};
use crate::emulator::Emulator;
use virt_conf::domain::cpu::{Cpu, CpuCheck, CpuFallback, CpuMatch, CpuMode, CpuModel};
use virt_conf::domain::features::{Gic, GicVersion};
use virt_conf::domain::{Domain, ParseFlags, VirtType};
use virt_error::{Result, bail};
use virt_xml::OnOff;

impl QemuRules {
    /// Names the emulator and the machine where the document does not.
    ///
    /// A new guest must have an emulator; one that is known keeps what it has until one is there again.
    pub(super) fn choose_machine(&self, domain: &mut Domain, flags: ParseFlags) -> Result<()> {
        if domain.bootloader.is_some() || domain.bootloader_args.is_some() {
            bail!(Qemu, ConfigUnsupported, "bootloader is not supported by QEMU");
        }
        if domain.devices.emulator.is_none() {
            let Some(emulator) = self.emulators.of(domain.arch()) else {
                if !flags.abi_update {
                    return Ok(());
                }
                bail!(Qemu, ConfigUnsupported, "No emulator found for arch '{}'", domain.arch());
            };
            domain.devices.emulator = Some(emulator.path.display().to_string());
        }
        let path = domain.devices.emulator.as_deref().unwrap_or_default();
        let emulator = match self.emulators.at(path) {
            Ok(emulator) => emulator,
            Err(error) if flags.abi_update => return Err(error),
            Err(_) => return Ok(()),
        };
        let accelerated = emulator.accelerated(domain.kind == Some(VirtType::Kvm));
        let Some(kind) = domain.os.as_mut().and_then(|os| os.kind.as_mut()) else { return Ok(()) };
        match kind.machine.as_deref() {
            None => {
                let Some(machine) = accelerated.default_machine() else {
                    bail!(
                        Qemu,
                        InternalError,
                        "could not get preferred machine for {} type={}",
                        emulator.path.display(),
                        domain.kind.map_or("none".to_owned(), |kind| kind.to_string())
                    );
                };
                kind.machine = Some(machine.name.clone());
            }
            // The short name stands for the newest version, which must not change below a guest.
            Some(name) => {
                if let Some(machine) = accelerated.machine(name).filter(|machine| machine.name != name) {
                    kind.machine = Some(machine.name.clone());
                }
            }
        }
        Ok(())
    }

    pub(super) fn add_features(&self, domain: &mut Domain) {
        if Family::of(domain) != Family::ArmVirt {
            return;
        }
        let kvm = domain.kind == Some(VirtType::Kvm);
        let named = domain.features.as_ref().and_then(|features| features.gic.as_ref());
        if named.is_some_and(|gic| gic.version.is_some()) {
            return;
        }
        let versions = self.emulator(domain).map(|emulator| gic_versions(&emulator, kvm)).unwrap_or_default();
        // A guest without hardware help gets the version that everything knows.
        let version = match kvm {
            true => versions.iter().max_by_key(|version| version.to_string()).copied(),
            false => versions.iter().min_by_key(|version| version.to_string()).copied(),
        };
        let gic = domain.features.get_or_insert_default().gic.get_or_insert_with(|| Box::new(Gic::default()));
        gic.version = Some(version.unwrap_or(GicVersion::V2));
    }

    pub(super) fn add_cpu(&self, domain: &mut Domain) {
        let arch = domain.arch().to_owned();
        let kvm = domain.kind == Some(VirtType::Kvm);
        let chosen = domain.cpu.as_ref().is_some_and(|cpu| {
            matches!(cpu.mode, Some(CpuMode::HostModel | CpuMode::HostPassthrough | CpuMode::Maximum))
                || cpu.model.as_ref().is_some_and(|model| model.name.is_some())
        });
        if !chosen {
            let default = self.emulator(domain).and_then(|emulator| default_cpu(&emulator, domain));
            if let Some(name) = default {
                let cpu = domain.cpu.get_or_insert_default();
                set_default_cpu(cpu, &name, &arch, kvm);
            }
        }
        let Some(cpu) = &mut domain.cpu else { return };
        let mode = match cpu.mode {
            None if cpu.model.as_ref().is_some_and(|model| model.name.is_some()) => Some(CpuMode::Custom),
            mode => mode,
        };
        match mode {
            Some(CpuMode::HostPassthrough | CpuMode::Maximum) => {
                if is_x86(&arch) {
                    cpu.migratable.get_or_insert(OnOff(true));
                }
                cpu.check.get_or_insert(CpuCheck::None);
            }
            Some(CpuMode::HostModel) => {
                cpu.check.get_or_insert(CpuCheck::Partial);
            }
            Some(CpuMode::Custom) => {
                // Only a processor of the host's own kind can be compared with it.
                let compared = kvm && !is_arm(&arch);
                cpu.check.get_or_insert(if compared { CpuCheck::Partial } else { CpuCheck::None });
            }
            None => {}
        }
    }
}

fn set_default_cpu(cpu: &mut Cpu, name: &str, arch: &str, kvm: bool) {
    if name == "host" {
        // The models of s390 are complete, so the guest can get what the host has and still migrate.
        if is_s390(arch) && kvm {
            cpu.mode = Some(CpuMode::HostModel);
            cpu.check = Some(CpuCheck::Partial);
            return;
        }
        cpu.mode = Some(CpuMode::HostPassthrough);
        cpu.check = Some(CpuCheck::None);
        return;
    }
    cpu.mode = Some(CpuMode::Custom);
    cpu.match_ = Some(CpuMatch::Exact);
    // No host may be able to run it whole; the emulator leaves out what it cannot.
    cpu.check = Some(CpuCheck::None);
    let model =
        CpuModel { fallback: Some(CpuFallback::Forbid), name: Some(name.to_owned()), ..CpuModel::default() };
    cpu.model = Some(Box::new(model));
}

/// The processor that a machine has where none is named.
fn default_cpu(emulator: &Emulator, domain: &Domain) -> Option<String> {
    let kvm = domain.kind == Some(VirtType::Kvm);
    let arch = domain.arch();
    // With KVM, ARM runs the host's processor alone, so the machine's own is no choice.
    if arch == "ppc" || (kvm && is_arm(arch)) {
        return None;
    }
    let accelerated = emulator.accelerated(kvm);
    let kind = accelerated.machine(domain.machine())?.default_cpu.as_deref()?;
    let model = accelerated.models.iter().find(|model| model.kind == kind)?;
    if is_ppc64(arch) && model.name.starts_with("power") {
        return Some(model.name.to_ascii_uppercase());
    }
    Some(model.name.clone())
}

/// The versions of the interrupt controller that a guest can have.
fn gic_versions(emulator: &Emulator, kvm: bool) -> Vec<GicVersion> {
    let usable = emulator.gic.iter().filter(|gic| if kvm { gic.kernel } else { gic.emulated });
    usable
        .filter_map(|gic| match gic.version {
            2 => Some(GicVersion::V2),
            3 => Some(GicVersion::V3),
            _ => None,
        })
        .collect()
}
