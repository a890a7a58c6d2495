//! `<cpu>` of domain capabilities: the ways to choose a processor, and the models.

use super::{Subject, choice};
use crate::{
    emulator::{CpuProperty, Emulator, Expansion, Flag},
    host::processor::HostProcessor,
};
use virt_conf::{
    capabilities::{
        CpuFeature, MaxPhysAddr,
        domain::{Blockers, CpuMode, CpuModel, CpuModels, CpuModes},
    },
    domain::cpu::{CpuFallback, FeaturePolicy},
};
use virt_cpu::{
    Definition, Family, Role, family_of, ppc64,
    x86::{self, Decoding, FeatureSet, Processor, UsableModel, Vendor, decode},
};
use virt_error::Result;
use virt_xml::YesNo;

pub fn modes(subject: &Subject, host: &HostProcessor, disable_deprecated: bool) -> CpuModes {
    let mode = |name: &str, there: bool| CpuMode {
        name: Some(name.to_owned()),
        supported: Some(YesNo(there)),
        ..CpuMode::default()
    };
    let mut passthrough = mode("host-passthrough", subject.kvm);
    if subject.kvm {
        let migratable = subject.has(Flag::CpuMigratable);
        passthrough.enums = vec![choice("hostPassthroughMigratable", [("on", migratable), ("off", true)])];
    }
    let best = subject.emulator.accelerated(subject.kvm).models.iter().any(|model| model.name == "max");
    let mut maximum = mode("maximum", best);
    if best {
        maximum.enums = vec![choice("maximumMigratable", [("on", true), ("off", true)])];
    }
    let models = custom(subject);
    let mut custom = mode("custom", !models.models.is_empty());
    custom.models = models;
    CpuModes {
        modes: vec![passthrough, maximum, like_host(subject, host, disable_deprecated), custom],
        ..CpuModes::default()
    }
}

/// The mode in which a guest gets what describes the host's processor best.
fn like_host(subject: &Subject, host: &HostProcessor, disable_deprecated: bool) -> CpuMode {
    let model = host_model(subject, host).unwrap_or_else(|error| {
        log::debug!("there is no model like the host's processor: {}", error.message());
        None
    });
    let mut mode = CpuMode {
        name: Some("host-model".to_owned()),
        supported: Some(YesNo(model.is_some())),
        ..CpuMode::default()
    };
    let Some(mut cpu) = model else { return mode };
    if disable_deprecated {
        let expansion = subject.emulator.accelerated(subject.kvm).host.as_ref();
        for name in expansion.iter().flat_map(|expansion| &expansion.deprecated) {
            cpu.set_policy(name, Some(FeaturePolicy::Disable));
        }
    }
    let fallback = match cpu.fallback {
        CpuFallback::Forbid => "forbid",
        CpuFallback::Allow => "allow",
    };
    mode.models.push(
        CpuModel { fallback: Some(fallback.to_owned()), name: cpu.model.clone(), ..CpuModel::default() },
        None,
    );
    mode.vendor = cpu.vendor.clone();
    if subject.kvm {
        mode.max_phys_addr = host.address_bits.map(|bits| {
            Box::new(MaxPhysAddr {
                mode: Some("passthrough".to_owned()),
                limit: Some(bits),
                ..MaxPhysAddr::default()
            })
        });
    }
    let policy = |policy: Option<FeaturePolicy>| policy.map(|policy| policy.to_string());
    mode.features = cpu
        .features
        .iter()
        .map(|feature| CpuFeature {
            policy: policy(feature.policy),
            name: Some(feature.name.clone()),
            ..CpuFeature::default()
        })
        .collect();
    mode
}

/// The definition that a guest of the mode `host-model` gets; `None` where there is no such thing.
pub fn host_model(subject: &Subject, host: &HostProcessor) -> Result<Option<Definition>> {
    let accelerated = subject.emulator.accelerated(subject.kvm);
    match family_of(subject.arch()) {
        Ok(Family::X86) => {
            let expansion = accelerated.unmigratable.as_ref().or(accelerated.host.as_ref());
            expansion.map(|expansion| x86_model(&subject.emulator, subject.kvm, expansion)).transpose()
        }
        Ok(Family::S390) => Ok(accelerated.host.as_ref().map(s390_model)),
        Ok(Family::Ppc64) if subject.kvm => Ok(host.definition.as_ref().map(|definition| Definition {
            role: Role::Guest,
            fallback: CpuFallback::Allow,
            ..definition.clone()
        })),
        _ => Ok(None),
    }
}

/// The model that describes what an emulator has expanded.
pub fn x86_model(emulator: &Emulator, kvm: bool, expansion: &Expansion) -> Result<Definition> {
    let text = |name: &str| match expansion.property(name) {
        Some(CpuProperty::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let number = |name: &str| match expansion.property(name) {
        Some(CpuProperty::Number(number)) => u32::try_from(*number).ok(),
        _ => None,
    };
    let features: FeatureSet = expansion
        .properties
        .iter()
        .filter(|(_, value)| *value == CpuProperty::Switch(true))
        .filter_map(|(name, _)| x86::Feature::find(name).or_else(|| x86::Feature::find_alias(name)))
        .collect();
    let vendor = text("vendor").and_then(|text| <&[u8; 12]>::try_from(text.as_bytes()).ok());
    let processor = Processor {
        vendor: vendor.and_then(Vendor::by_string),
        signature: number("family").zip(number("model")).zip(number("stepping")).map(|((f, m), s)| (f, m, s)),
        ..Processor::new(features)
    };
    let usable = usable_models(emulator, kvm);
    let how = Decoding {
        role: Role::Guest,
        usable: Some(&usable),
        preferred: &[],
        fallback: true,
        migratable: false,
    };
    let decoded = decode(&processor, &how)?;
    let mut cpu = Definition::guest(decoded.model.name);
    cpu.fallback = CpuFallback::Forbid;
    cpu.vendor = decoded.vendor.map(|vendor| vendor.name.to_owned());
    for (name, policy) in decoded.features {
        cpu.set_policy(name, Some(policy));
    }
    Ok(cpu)
}

pub fn s390_model(expansion: &Expansion) -> Definition {
    let mut cpu = Definition::guest(&expansion.model);
    cpu.fallback = CpuFallback::Forbid;
    for (name, value) in &expansion.properties {
        let policy = match value {
            CpuProperty::Switch(true) => FeaturePolicy::Require,
            CpuProperty::Switch(false) => FeaturePolicy::Disable,
            _ => continue,
        };
        cpu.set_policy(name, Some(policy));
    }
    cpu
}

/// The emulator's models that have a name here as well, and what keeps each from being used.
pub fn usable_models(emulator: &Emulator, kvm: bool) -> Vec<UsableModel> {
    let models = &emulator.accelerated(kvm).models;
    models
        .iter()
        .map(|model| UsableModel {
            name: model.name.clone(),
            blockers: model.blockers.iter().flatten().map(|name| feature_name(name).to_owned()).collect(),
        })
        .collect()
}

/// libvirt's name of a feature that QEMU names.
pub fn feature_name(name: &str) -> &str {
    x86::Feature::find(name).or_else(|| x86::Feature::find_alias(name)).map_or(name, |feature| feature.name)
}

/// The models that a guest may name, in the order of their names.
fn custom(subject: &Subject) -> CpuModels {
    let family = family_of(subject.arch()).ok();
    let mut list: Vec<&crate::emulator::CpuModel> = subject
        .emulator
        .accelerated(subject.kvm)
        .models
        .iter()
        .filter(|model| is_offered(family, &model.name))
        .collect();
    list.sort_by(|one, other| one.name.cmp(&other.name));
    let mut models = CpuModels::default();
    for model in list {
        let usable = match &model.blockers {
            None => "unknown",
            Some(blockers) if blockers.is_empty() => "yes",
            Some(_) => "no",
        };
        let mut names: Vec<&str> = match family {
            Some(Family::X86) => model.blockers.iter().flatten().map(|name| feature_name(name)).collect(),
            _ => model.blockers.iter().flatten().map(String::as_str).collect(),
        };
        names.sort_unstable();
        names.dedup();
        let blockers = (!names.is_empty()).then(|| Blockers {
            model: Some(model.name.clone()),
            features: names
                .iter()
                .map(|name| CpuFeature { name: Some((*name).to_owned()), ..CpuFeature::default() })
                .collect(),
            ..Blockers::default()
        });
        models.push(
            CpuModel {
                usable: Some(usable.to_owned()),
                deprecated: model.deprecated.then_some(YesNo(true)),
                vendor: Some(vendor(family, &model.name).to_owned()),
                canonical: model.alias_of.clone().filter(|name| is_offered(family, name)),
                name: Some(model.name.clone()),
                ..CpuModel::default()
            },
            blockers,
        );
    }
    models
}

/// Whether a model is one that guests name. The names that stand for "the host" or "everything" have modes of their
/// own where models are described here.
fn is_offered(family: Option<Family>, name: &str) -> bool {
    match family {
        Some(Family::X86) => x86::Model::find(x86::unversioned(name)).is_some(),
        Some(Family::Ppc64) => ppc64::MODELS.iter().any(|model| model.name == name),
        _ => name != "host",
    }
}

fn vendor(family: Option<Family>, name: &str) -> &'static str {
    const UNKNOWN: &str = "unknown";
    match family {
        Some(Family::X86) => x86::Model::find(x86::unversioned(name))
            .and_then(|model| model.vendor)
            .map_or(UNKNOWN, |vendor| vendor.name),
        Some(Family::Ppc64) => {
            ppc64::MODELS.iter().find(|model| model.name == name).map_or(UNKNOWN, |model| model.vendor)
        }
        // Generations of IBM's machines; "max" and "qemu" are nobody's.
        Some(Family::S390) if name.starts_with('z') || name.starts_with("gen") => "IBM",
        _ => UNKNOWN,
    }
}
