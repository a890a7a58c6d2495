//! POWER processors: a model is a model, and has no features that could be added to it.

use crate::Comparison;
use crate::definition::{Definition, Role};
use virt_conf::domain::cpu::{CpuFallback, CpuMode};
use virt_error::{Result, bail, error};

/// A model; of each processor version register, the upper half tells it.
#[derive(Debug, PartialEq, Eq)]
pub struct Model {
    pub name: &'static str,
    pub vendor: &'static str,
    pub versions: &'static [u16],
}

const VENDORS: &[&str] = &["IBM", "Freescale"];

#[rustfmt::skip]
pub static MODELS: &[Model] = &[
    Model { name: "POWER6",        vendor: "IBM",       versions: &[0x003e] },
    Model { name: "POWER7",        vendor: "IBM",       versions: &[0x003f, 0x004a] },
    Model { name: "POWER8",        vendor: "IBM",       versions: &[0x004b, 0x004c, 0x004d] },
    Model { name: "POWER9",        vendor: "IBM",       versions: &[0x004e] },
    Model { name: "POWER10",       vendor: "IBM",       versions: &[0x0080] },
    Model { name: "POWER11",       vendor: "IBM",       versions: &[0x0082] },
    Model { name: "POWERPC_e5500", vendor: "Freescale", versions: &[0x8024] },
    Model { name: "POWERPC_e6500", vendor: "Freescale", versions: &[0x8040] },
];

/// Names that stood for a model before there was one for all its versions.
const LEGACY: &[(&str, &str)] = &[
    ("POWER7_v2.1", "POWER7"),
    ("POWER7_v2.3", "POWER7"),
    ("POWER7+_v2.1", "POWER7"),
    ("POWER8_v1.0", "POWER8"),
];

fn named(name: &str) -> Result<&'static Model> {
    let found = MODELS.iter().find(|model| model.name == name);
    found.ok_or_else(|| error!(Cpu, InternalError, "Unknown CPU model {name}"))
}

/// The model of a processor version register.
pub fn by_version(register: u32) -> Option<&'static Model> {
    let upper = (register >> 16) as u16;
    MODELS.iter().find(|model| model.versions.contains(&upper))
}

/// All hosts must have the same model.
pub fn baseline(cpus: &[Definition]) -> Result<Definition> {
    let Some(first) = cpus.first().and_then(|cpu| cpu.model.as_deref()) else {
        bail!(Cpu, InvalidArg, "no CPUs given");
    };
    let model = named(first)?;
    for cpu in cpus {
        if cpu.model.as_deref() != Some(model.name) {
            bail!(Cpu, OperationFailed, "CPUs are incompatible");
        }
        let Some(vendor) = cpu.vendor.as_deref() else { continue };
        if !VENDORS.contains(&vendor) {
            bail!(Cpu, OperationFailed, "Unknown CPU vendor {vendor}");
        }
        if vendor != model.vendor {
            let Model { name, vendor: other, .. } = model;
            bail!(Cpu, OperationFailed, "CPU vendor {other} of model {name} differs from vendor {vendor}");
        }
    }
    Ok(Definition { fallback: CpuFallback::Forbid, ..Definition::guest(model.name) })
}

/// A host has what is asked for if it is of the model, or can pose as it.
pub fn compare(host: &Definition, cpu: &Definition) -> Result<(Comparison, Option<String>)> {
    let own = named(host.model.as_deref().unwrap_or_default())?;
    let Some(asked) = cpu.model.as_deref() else {
        return Ok((Comparison::Identical, None));
    };
    if cpu.role == Role::Guest && cpu.mode == Some(CpuMode::HostModel) {
        let poses = generation(own.name).zip(generation(asked)).is_some_and(|(own, asked)| asked <= own);
        return Ok((if poses { Comparison::Identical } else { Comparison::Incompatible }, None));
    }
    let legacy = LEGACY.iter().find(|(name, _)| *name == asked && cpu.role == Role::Guest);
    let model = named(legacy.map_or(asked, |(_, name)| name))?;
    if model == own {
        return Ok((Comparison::Identical, None));
    }
    let text = format!("host CPU model does not match required CPU model {}", model.name);
    Ok((Comparison::Incompatible, Some(text)))
}

/// The number of a POWER model, in either case: a host can pose as each earlier one.
fn generation(name: &str) -> Option<u32> {
    name.strip_prefix("POWER").or_else(|| name.strip_prefix("power"))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(model: &str, vendor: Option<&str>) -> Definition {
        let vendor = vendor.map(str::to_owned);
        Definition { role: Role::Host, model: Some(model.into()), vendor, ..Definition::default() }
    }

    #[test]
    fn only_the_same_model_is_common() {
        let same = baseline(&[host("POWER7", Some("IBM")), host("POWER7", None)]).unwrap();
        assert_eq!((same.model.as_deref(), same.vendor), (Some("POWER7"), None));
        let refused = |cpus: &[Definition]| baseline(cpus).unwrap_err().to_string();
        assert!(refused(&[host("POWER7", None), host("POWER8", None)]).ends_with("CPUs are incompatible"));
        assert!(refused(&[host("power8", None)]).ends_with("Unknown CPU model power8"));
        assert!(refused(&[host("POWER8", Some("zz"))]).ends_with("Unknown CPU vendor zz"));
        let text = refused(&[host("POWER7", Some("Freescale"))]);
        assert!(text.ends_with("CPU vendor IBM of model POWER7 differs from vendor Freescale"));
    }

    #[test]
    fn a_newer_host_poses_as_an_older_one() {
        let asked = |model| Definition { mode: Some(CpuMode::HostModel), ..Definition::guest(model) };
        let answer = |model| compare(&host("POWER9", None), &asked(model)).unwrap().0;
        assert_eq!(answer("power8"), Comparison::Identical);
        assert_eq!(answer("power10"), Comparison::Incompatible);
        let legacy = compare(&host("POWER7", None), &Definition::guest("POWER7_v2.3")).unwrap();
        assert_eq!(legacy.0, Comparison::Identical);
        assert_eq!(by_version(0x004a_0201).unwrap().name, "POWER7");
    }
}
