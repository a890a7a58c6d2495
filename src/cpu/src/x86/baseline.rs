//! The processor that several hosts have in common.

use super::cpuid::Processor;
use super::database::{Model, Vendor};
use super::decode::{Decoding, decode};
use super::expand::features_of;
use super::features::{Feature, FeatureSet};
use crate::Baseline;
use crate::definition::{Definition, Role};
use virt_conf::domain::cpu::CpuFallback;
use virt_error::{Result, bail, error};

/// A definition that a guest can have on each of the hosts. Each has a model.
pub fn baseline(cpus: &[Definition], wanted: &Baseline<'_>) -> Result<Definition> {
    let Some((first, others)) = cpus.split_first() else {
        bail!(Cpu, InvalidArg, "no CPUs given");
    };
    let mut common = features_of(first)?;
    let mut vendor = first.vendor.as_deref().map(known_vendor).transpose()?;
    for cpu in others {
        common.intersect(&features_of(cpu)?);
        let model = cpu.model.as_deref().and_then(Model::find);
        let of_model = model.and_then(|model| model.vendor);
        if let (Some(own), Some(model), Some(other)) = (&cpu.vendor, model, of_model) {
            if own != other.name {
                let (other, model) = (other.name, model.name);
                bail!(Cpu, OperationFailed, "CPU vendor {other} of model {model} differs from vendor {own}");
            }
        }
        let Some(name) = cpu.vendor.as_deref().or(of_model.map(|vendor| vendor.name)) else { continue };
        match vendor {
            None => vendor = Some(known_vendor(name)?),
            Some(vendor) if vendor.name != name => bail!(Cpu, OperationFailed, "CPU vendors do not match"),
            Some(_) => {}
        }
    }
    if let Some(names) = wanted.features {
        let allowed: FeatureSet = names.iter().filter_map(|name| Feature::find(name)).collect();
        common.intersect(&allowed);
    }
    if common.is_empty() {
        bail!(Cpu, OperationFailed, "CPUs are incompatible");
    }

    let mut models: Vec<&str> = Vec::with_capacity(cpus.len());
    for name in cpus.iter().filter_map(|cpu| cpu.model.as_deref()) {
        if !models.contains(&name) {
            models.push(name);
        }
    }
    let decoded = decode(
        &Processor { vendor, ..Processor::new(common) },
        &Decoding {
            role: Role::Guest,
            usable: wanted.usable,
            preferred: &models,
            fallback: true,
            migratable: wanted.migratable,
        },
    )?;
    let mut result = Definition::guest(decoded.model.name);
    for (name, policy) in decoded.features {
        result.set_policy(name, Some(policy));
    }
    if models == [decoded.model.name] {
        result.fallback = CpuFallback::Forbid;
    }
    if cpus.iter().all(|cpu| cpu.vendor.is_some()) {
        result.vendor = decoded.vendor.map(|vendor| vendor.name.to_owned());
    }
    Ok(result)
}

fn known_vendor(name: &str) -> Result<&'static Vendor> {
    Vendor::find(name).ok_or_else(|| error!(Cpu, OperationFailed, "Unknown CPU vendor {name}"))
}
