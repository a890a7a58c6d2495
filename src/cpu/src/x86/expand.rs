//! From a definition to its features: what a model and a list of features mean together.

use super::database::Model;
use super::features::{Feature, FeatureSet};
use crate::definition::{Definition, Role};
use virt_conf::domain::cpu::FeaturePolicy;
use virt_error::{Result, error};

fn find(name: &str) -> Result<Feature> {
    Feature::find(name).ok_or_else(|| error!(Cpu, InternalError, "Unknown CPU feature {name}"))
}

/// The features that a processor has by its definition: those of its model, with what the list requires or
/// forces, without what it disables or forbids.
pub fn features_of(cpu: &Definition) -> Result<FeatureSet> {
    let mut set = match &cpu.model {
        Some(model) => Model::named(model)?.features(),
        None => FeatureSet::EMPTY,
    };
    for feature in &cpu.features {
        match feature.policy {
            Some(FeaturePolicy::Optional) => {}
            None | Some(FeaturePolicy::Force | FeaturePolicy::Require) => set.insert(find(&feature.name)?),
            Some(FeaturePolicy::Disable | FeaturePolicy::Forbid) => set.remove(find(&feature.name)?),
        }
    }
    Ok(set)
}

/// The features that the list has with one policy; those of the model are required ones. A host's features are all
/// required.
pub(super) fn with_policy(cpu: &Definition, policy: FeaturePolicy) -> Result<FeatureSet> {
    let mut set = FeatureSet::EMPTY;
    let required = policy == FeaturePolicy::Require;
    if let (true, Some(model)) = (required, &cpu.model) {
        set = Model::named(model)?.features();
    }
    if cpu.role == Role::Host && !required {
        return Ok(set);
    }
    for feature in
        cpu.features.iter().filter(|feature| feature.policy.unwrap_or(FeaturePolicy::Require) == policy)
    {
        set.insert(find(&feature.name)?);
    }
    Ok(set)
}

/// Tells a guest that the features are off which its model once had, and which the list does not name.
pub fn disable_removed(cpu: &mut Definition, model: &Model) {
    for name in model.removed() {
        cpu.set_policy_if_missing(name, FeaturePolicy::Disable);
    }
}

/// Puts the features of the model into the list, which is in the order of names then.
pub fn expand(cpu: &mut Definition) -> Result<()> {
    let name = cpu.model.as_deref().unwrap_or_default();
    let model = Model::find(name).ok_or_else(|| error!(Cpu, InternalError, "unknown CPU model {name}"))?;
    let guest = cpu.role == Role::Guest;
    let listed = std::mem::take(&mut cpu.features);
    for feature in model.features().iter() {
        cpu.set_policy(feature.name, guest.then_some(FeaturePolicy::Require));
    }
    for feature in listed {
        let kept = matches!(feature.policy, Some(FeaturePolicy::Require | FeaturePolicy::Disable));
        if !guest || kept {
            cpu.set_policy(&feature.name, feature.policy);
        }
    }
    if guest {
        disable_removed(cpu, model);
    }
    Ok(())
}
