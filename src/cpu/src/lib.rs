//! Processors and their models: what hosts have in common, whether a host has what a guest asks for, and which model
//! describes a processor.
//!
//! [`x86`] knows models, features and how CPUID tells them; other architectures are simpler. A hypervisor's driver
//! reads a host's CPUID into a [`x86::Processor`] and names it with [`x86::decode`]; the functions here work on
//! definitions of any architecture.
#![forbid(unsafe_code)]

mod architecture;
mod definition;
pub mod ppc64;
pub mod x86;

pub use architecture::{Family, family_of, is_known};
pub use definition::{Definition, Feature, Role};

use virt_error::{Code, Error, Origin, Result, bail};

/// How a host compares with a definition: `virCPUCompareResult`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub enum Comparison {
    Incompatible = 0,
    Identical = 1,
    Superset = 2,
}

/// What is asked of a common processor beside that each host has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Baseline<'a> {
    /// The models of the hypervisor that shall run the guest.
    pub usable: Option<&'a [x86::UsableModel]>,
    /// The features that the hypervisor can give.
    pub features: Option<&'a [&'a str]>,
    /// Leave features out that a guest cannot take along to another host.
    pub migratable: bool,
}

/// A definition that a guest can have on each of the hosts. The architecture is `arch`, or that of the first host.
pub fn baseline(arch: Option<&str>, cpus: &[Definition], wanted: &Baseline<'_>) -> Result<Definition> {
    if cpus.is_empty() {
        bail!(Cpu, InvalidArg, "no CPUs given");
    }
    if let Some(index) = cpus.iter().position(|cpu| cpu.model.is_none()) {
        bail!(Cpu, InvalidArg, "no CPU model specified at index {index}");
    }
    let arch = arch.or(cpus[0].architecture.as_deref()).unwrap_or_default();
    match family_of(arch)? {
        Family::X86 => x86::baseline(cpus, wanted),
        Family::Ppc64 => ppc64::baseline(cpus),
        // Nothing is known of the models: the first one is as good as any.
        Family::Arm => Ok(Definition::guest(cpus[0].model.as_deref().unwrap_or_default())),
        Family::S390 | Family::Riscv64 | Family::LoongArch => {
            bail!(Cpu, NoSupport, "cannot compute baseline CPU of {arch} architecture")
        }
    }
}

/// Puts all features into the list of a definition, in the order of names, where the architecture has features.
pub fn expand(arch: &str, cpu: &mut Definition) -> Result<()> {
    if family_of(arch)? == Family::X86 {
        x86::expand(cpu)?;
    }
    cpu.features.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(())
}

/// Whether a host of this architecture has what a definition asks for. `fail`: it is an error if it has not.
pub fn compare(arch: &str, host: Option<&Definition>, cpu: &Definition, fail: bool) -> Result<Comparison> {
    let family = family_of(arch)?;
    let (answer, reason) = match family {
        Family::X86 | Family::Ppc64 => compare_models(family, host, cpu)?,
        // Every host is taken to have what is asked for.
        Family::Arm | Family::Riscv64 | Family::LoongArch => (Comparison::Identical, None),
        Family::S390 => bail!(Cpu, NoSupport, "cannot compare CPUs of {arch} architecture"),
    };
    if answer == Comparison::Incompatible && fail {
        return Err(match reason {
            Some(reason) => Error::new(Origin::Cpu, Code::CpuIncompatible, reason),
            None => Error::bare(Origin::Cpu, Code::CpuIncompatible),
        });
    }
    Ok(answer)
}

fn compare_models(
    family: Family,
    host: Option<&Definition>,
    cpu: &Definition,
) -> Result<(Comparison, Option<String>)> {
    let incompatible = |reason: String| Ok((Comparison::Incompatible, Some(reason)));
    let Some(host) = host.filter(|host| host.model.is_some()) else {
        return incompatible("unknown host CPU".into());
    };
    if let Some(arch) = cpu.architecture.as_deref().filter(|arch| family_of(arch).ok() != Some(family)) {
        return incompatible(format!("CPU arch {arch} does not match host arch"));
    }
    if let Some(vendor) = cpu.vendor.as_deref().filter(|vendor| host.vendor.as_deref() != Some(vendor)) {
        return incompatible(format!("host CPU vendor does not match required CPU vendor {vendor}"));
    }
    match family {
        Family::X86 => x86::compare(host, cpu),
        _ => ppc64::compare(host, cpu),
    }
}

/// The names of the models of an architecture; none where a host has any model that the hypervisor knows.
pub fn models(arch: &str) -> Result<Vec<&'static str>> {
    Ok(match family_of(arch)? {
        Family::X86 => x86::MODELS.iter().map(|model| model.name).collect(),
        Family::Ppc64 => ppc64::MODELS.iter().map(|model| model.name).collect(),
        Family::Arm | Family::S390 | Family::Riscv64 | Family::LoongArch => Vec::new(),
    })
}

#[cfg(test)]
mod tests;
