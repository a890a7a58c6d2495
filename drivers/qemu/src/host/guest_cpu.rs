//! The processor of a guest that is about to start: what a document leaves to the host and the emulator is settled.

use super::domain::{s390_model, usable_models, x86_model};
use crate::emulator::{Accelerated, Emulator};
use virt_conf::domain::{
    Domain as Document, VirtType,
    cpu::{Cpu, CpuFallback, CpuFeature, CpuMatch, CpuMode, CpuModel, FeaturePolicy},
};
use virt_cpu::{
    Definition, Family, family_of,
    x86::{self, Decoding, Processor, decode},
};
use virt_error::{Result, bail, error};
use virt_xml::OnOff;

/// Features that tell of the host and are none of a guest's.
const OF_HOST: &[&str] = &["cmt", "mbm_total", "mbm_local", "osxsave", "ospke"];

/// The lengths of vectors that a processor of Arm may have, in bits.
const SVE_STEP: u32 = 128;
const SVE_MOST: u32 = 2048;

/// Puts a model and features in the place of `mode='host-model'`, of models that the emulator lacks, and of features
/// that depend on the host.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` when the emulator cannot give the guest such a processor.
pub fn settle(document: &mut Document, emulator: &Emulator) -> Result<()> {
    let kvm = document.kind == Some(VirtType::Kvm);
    let arch = document.arch().to_owned();
    let kind = document.kind.map_or("", VirtType::as_str);
    let Some(cpu) = document.cpu.as_deref_mut() else { return Ok(()) };
    let accelerated = emulator.accelerated(kvm);
    let family = family_of(&arch).ok();
    if family == Some(Family::Arm) {
        check_arm(cpu)?;
    }
    match (cpu.mode.unwrap_or(CpuMode::Custom), family) {
        // pSeries shows the host's processor, and says which older one it looks like.
        (CpuMode::HostModel, Some(Family::Ppc64)) => {}
        (CpuMode::HostModel, Some(family @ (Family::X86 | Family::S390))) => {
            let Some(expansion) = &accelerated.host else { return Err(unsupported(&arch, kind)) };
            let model = match family {
                Family::X86 => x86_model(emulator, kvm, expansion)?,
                _ => s390_model(expansion),
            };
            become_host(cpu, &model);
        }
        (CpuMode::HostModel, _) => return Err(unsupported(&arch, kind)),
        (CpuMode::Custom, Some(Family::X86)) if has_model(cpu) => settle_x86(cpu, emulator, kvm)?,
        _ => {}
    }
    if cpu.deprecated_features == Some(OnOff(false)) {
        for name in accelerated.host.iter().flat_map(|expansion| &expansion.deprecated) {
            cpu.set_policy(name, FeaturePolicy::Disable);
        }
    }
    Ok(())
}

/// Features of Arm are known by name, and lengths of vectors need vectors.
fn check_arm(cpu: &Cpu) -> Result<()> {
    let is_length = |name: &str| {
        let bits = name.strip_prefix("sve").and_then(|bits| bits.parse::<u32>().ok());
        bits.is_some_and(|bits| bits > 0 && bits <= SVE_MOST && bits % SVE_STEP == 0)
    };
    let named = || cpu.features.iter().filter_map(|feature| Some((feature.name.as_deref()?, feature.policy)));
    if let Some((name, _)) = named().find(|(name, _)| !matches!(*name, "sve" | "pauth") && !is_length(name)) {
        bail!(Cpu, ConfigUnsupported, "unknown CPU feature: {name}");
    }
    let off = named().any(|(name, policy)| name == "sve" && policy == Some(FeaturePolicy::Disable));
    if off && named().any(|(name, policy)| is_length(name) && policy == Some(FeaturePolicy::Require)) {
        bail!(Qemu, ConfigUnsupported, "SVE disabled, but SVE vector lengths provided");
    }
    Ok(())
}

fn unsupported(arch: &str, kind: &str) -> virt_error::Error {
    error!(
        Qemu,
        ConfigUnsupported,
        "CPU mode 'host-model' for {arch} {kind} domain on {} host is not supported by hypervisor",
        crate::emulator::host_arch()
    )
}

fn has_model(cpu: &Cpu) -> bool {
    cpu.model.as_ref().is_some_and(|model| model.name.is_some())
}

/// Takes the model with its features, and keeps what the document says of features.
fn become_host(cpu: &mut Cpu, host: &Definition) {
    let own = std::mem::take(&mut cpu.features);
    take_definition(cpu, host);
    for feature in own {
        if let (Some(name), Some(policy)) = (feature.name, feature.policy) {
            cpu.set_policy(&name, policy);
        }
    }
    cpu.mode = Some(CpuMode::Custom);
    cpu.match_ = Some(CpuMatch::Exact);
}

fn take_definition(cpu: &mut Cpu, definition: &Definition) {
    let model = cpu.model.get_or_insert_with(|| Box::new(CpuModel::default()));
    model.name = definition.model.clone();
    model.fallback = Some(CpuFallback::Forbid);
    let features = definition.features.iter().filter(|feature| !OF_HOST.contains(&feature.name.as_str()));
    cpu.features = features
        .map(|feature| CpuFeature {
            name: Some(feature.name.clone()),
            policy: Some(feature.policy.unwrap_or(FeaturePolicy::Require)),
            ..CpuFeature::default()
        })
        .collect();
}

fn settle_x86(cpu: &mut Cpu, emulator: &Emulator, kvm: bool) -> Result<()> {
    let name = cpu.model.as_ref().and_then(|model| model.name.as_deref()).unwrap_or_default();
    if !x86::is_version(name) {
        x86::Model::named(name)?;
    }
    let accelerated = emulator.accelerated(kvm);
    let minimum = cpu.match_ == Some(CpuMatch::Minimum);
    let optional = cpu.features.iter().any(|feature| feature.policy == Some(FeaturePolicy::Optional));
    if let Some(expansion) = accelerated.host.as_ref().filter(|_| minimum || optional) {
        let host = x86_model(emulator, kvm, expansion)?;
        let there = x86::features_of(&host)?;
        for feature in cpu.features.iter_mut().filter(|one| one.policy == Some(FeaturePolicy::Optional)) {
            let name = feature.name.as_deref().unwrap_or_default();
            let found = x86::Feature::find(name).is_some_and(|feature| there.contains(feature));
            feature.policy = Some(if found { FeaturePolicy::Require } else { FeaturePolicy::Disable });
        }
        if minimum {
            become_host(cpu, &host);
        }
    }
    translate(cpu, emulator, kvm)?;
    drop_unknown(cpu, accelerated);
    Ok(())
}

/// Puts another model in the place of one that the emulator lacks.
fn translate(cpu: &mut Cpu, emulator: &Emulator, kvm: bool) -> Result<()> {
    let wanted = Definition::from_guest(cpu);
    let name = wanted.model.as_deref().unwrap_or_default();
    let models = &emulator.accelerated(kvm).models;
    if models.is_empty() || models.iter().any(|model| model.name == name) {
        return Ok(());
    }
    if wanted.fallback == CpuFallback::Forbid {
        bail!(Cpu, ConfigUnsupported, "CPU model {name} is not supported by hypervisor");
    }
    let model = x86::Model::named(name)?;
    let processor = Processor { vendor: model.vendor, ..Processor::new(x86::features_of(&wanted)?) };
    let usable = usable_models(emulator, kvm);
    let how = Decoding {
        role: virt_cpu::Role::Guest,
        usable: Some(&usable),
        preferred: &[],
        fallback: true,
        migratable: false,
    };
    let decoded = decode(&processor, &how)?;
    let mut found = Definition::guest(decoded.model.name);
    for (name, policy) in decoded.features {
        found.set_policy(name, Some(policy));
    }
    become_host(cpu, &found);
    Ok(())
}

/// Features that the model once had are off, for the emulator may still give them; those that the emulator does not
/// know any more are off anyway.
fn drop_unknown(cpu: &mut Cpu, accelerated: &Accelerated) {
    let name = cpu.model.as_ref().and_then(|model| model.name.as_deref()).unwrap_or_default();
    let removed: Vec<&str> = x86::Model::find(name).into_iter().flat_map(x86::Model::removed).collect();
    for name in removed {
        if cpu.features.iter().all(|feature| feature.name.as_deref() != Some(name)) {
            cpu.set_policy(name, FeaturePolicy::Disable);
        }
    }
    let Some(known) = accelerated.unmigratable.as_ref().or(accelerated.host.as_ref()) else { return };
    let is_known = |name: &str| {
        known.properties.iter().any(|(property, _)| {
            property == name || x86::Feature::find_alias(property).is_some_and(|feature| feature.name == name)
        })
    };
    cpu.features.retain(|feature| {
        let off = matches!(feature.policy, Some(FeaturePolicy::Disable | FeaturePolicy::Forbid));
        !off || feature.name.as_deref().is_none_or(is_known)
    });
}
