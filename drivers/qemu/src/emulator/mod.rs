//! What an installed emulator can do.

mod answers;
mod cache;
mod flag;
mod installed;
mod probe;
mod rule;
mod schema;

pub use answers::{Answers, Run, arch_name};
pub use flag::{Flag, Flags};
pub use installed::{ARCHITECTURES, Emulators, host_arch, in_path};

use std::path::PathBuf;

/// An emulator, as its own answers describe it. Immutable; shared by everything that asks.
#[derive(Clone, Debug, Default)]
pub struct Emulator {
    /// `/usr/bin/qemu-system-x86_64`.
    pub path: PathBuf,
    /// libvirt's name of the architecture: `x86_64`.
    pub arch: String,
    /// 10 * 1 000 000 + 0 * 1 000 + 2 for 10.0.2.
    pub version: u32,
    pub package: String,
    /// What it knows, whatever accelerates it.
    pub flags: Flags,
    /// The interrupt controllers of Arm.
    pub gic: Vec<Gic>,
    /// Encrypted memory and enclaves, where the host has them.
    pub sev: Option<Sev>,
    pub sgx: Option<Sgx>,
    /// With KVM, where it works.
    pub kvm: Option<Accelerated>,
    pub tcg: Accelerated,
}

/// What depends on how the guest's processor is run.
#[derive(Clone, Debug, Default)]
pub struct Accelerated {
    /// The default first.
    pub machines: Vec<Machine>,
    /// Processor models, as `query-cpu-definitions` lists them.
    pub models: Vec<CpuModel>,
    /// The best processor that guests can have: the host's, or all that the emulator knows.
    pub host: Option<Expansion>,
    /// The same, with what a guest cannot take along to another host.
    pub unmigratable: Option<Expansion>,
    /// The same, with every property spelled out, where that differs.
    pub full: Option<Expansion>,
    /// What it has for Windows, among other properties.
    pub hyperv: Option<Expansion>,
}

/// A machine type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Machine {
    pub name: String,
    /// The shorter name that stands for this version of it: `pc` for `pc-i440fx-10.0`.
    pub alias: Option<String>,
    pub default: bool,
    pub max_cpus: u32,
    pub hotplug_cpus: bool,
    pub deprecated: bool,
    pub default_cpu: Option<String>,
    /// The identifier of the memory backend that the machine takes by default: `pc.ram`.
    pub default_ram_id: Option<String>,
    pub numa_mem_supported: bool,
    pub acpi: Option<bool>,
}

/// A processor model of the emulator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CpuModel {
    pub name: String,
    /// The implementation's name: `qemu64-x86_64-cpu`.
    pub kind: String,
    /// The properties that keep the host from running it; `None` when the emulator does not say.
    pub blockers: Option<Vec<String>>,
    pub deprecated: bool,
    /// The version of it that this name stands for: `qemu64-v1`.
    pub alias_of: Option<String>,
}

/// A processor model with its properties.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expansion {
    pub model: String,
    /// In the emulator's order.
    pub properties: Vec<(String, CpuProperty)>,
    pub deprecated: Vec<String>,
}

/// A property of a processor.
#[derive(Clone, Debug, PartialEq)]
pub enum CpuProperty {
    Switch(bool),
    Number(i64),
    Text(String),
}

/// A version of Arm's interrupt controller, and who can provide it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gic {
    pub version: u32,
    pub kernel: bool,
    pub emulated: bool,
}

/// AMD's encrypted memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Sev {
    pub pdh: String,
    pub cert_chain: String,
    pub cpu0_id: Option<String>,
    pub c_bit: u32,
    pub reduced_phys_bits: u32,
}

/// Intel's enclaves; sizes in KiB.
#[derive(Clone, Debug, PartialEq)]
pub struct Sgx {
    pub flc: bool,
    pub sgx1: bool,
    pub sgx2: bool,
    pub size: u64,
    /// Node and size.
    pub sections: Vec<(u32, u64)>,
}

impl Emulator {
    #[inline]
    pub fn has(&self, flag: Flag) -> bool {
        self.flags.has(flag)
    }

    /// What holds for guests that run with KVM, or without.
    pub fn accelerated(&self, kvm: bool) -> &Accelerated {
        match &self.kvm {
            Some(accelerated) if kvm => accelerated,
            _ => &self.tcg,
        }
    }
}

impl Expansion {
    pub fn property(&self, name: &str) -> Option<&CpuProperty> {
        self.properties.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

impl Accelerated {
    /// The machine of that name or alias.
    pub fn machine(&self, name: &str) -> Option<&Machine> {
        self.machines
            .iter()
            .find(|machine| machine.name == name)
            .or_else(|| self.machines.iter().find(|machine| machine.alias.as_deref() == Some(name)))
    }

    pub fn default_machine(&self) -> Option<&Machine> {
        self.machines.iter().find(|machine| machine.default)
    }
}

#[cfg(test)]
pub mod recording;
#[cfg(test)]
mod tests;
