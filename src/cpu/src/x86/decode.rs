//! From features to a definition: which model describes a processor best, and what it has beyond the model.

use super::cpuid::Processor;
use super::database::{Decode, Model, Vendor};
use super::features::{Feature, FeatureSet};
use super::models::MODELS;
use crate::definition::Role;
use virt_conf::domain::cpu::FeaturePolicy;
use virt_error::{Result, bail};

/// A model that a hypervisor offers, and the features that keep it from being used as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsableModel {
    pub name: String,
    pub blockers: Vec<String>,
}

/// What the model is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Decoding<'a> {
    /// Whether a host is described, or a guest asked for. A host has no features that are off.
    pub role: Role,
    /// The models of the hypervisor; `None`: all.
    pub usable: Option<&'a [UsableModel]>,
    /// A single preferred model is taken whatever it costs, one of several where it turns off fewer features.
    pub preferred: &'a [&'a str],
    /// Another model may be taken for a preferred one that the hypervisor lacks.
    pub fallback: bool,
    /// Leave features out that a guest cannot take along to another host.
    pub migratable: bool,
}

/// A model, and what to say beside it.
#[derive(Clone, Debug)]
pub struct Decoded {
    pub model: &'static Model,
    pub vendor: Option<&'static Vendor>,
    pub features: Vec<(&'static str, FeaturePolicy)>,
}

/// Finds the model that describes a processor.
pub fn decode(processor: &Processor, how: &Decoding<'_>) -> Result<Decoded> {
    let mut processor = processor.clone();
    processor.drop_broken();
    let mut best: Option<Decoded> = None;
    for model in MODELS.iter().rev() {
        let single = how.preferred == [model.name];
        let blockers = match how.usable.map(|usable| usable.iter().find(|usable| usable.name == model.name)) {
            None => &[],
            Some(Some(usable)) => usable.blockers.as_slice(),
            Some(None) if single && !how.fallback => {
                bail!(Cpu, ConfigUnsupported, "CPU model {} is not supported by hypervisor", model.name)
            }
            Some(None) => continue,
        };
        let foreign = processor.vendor.zip(model.vendor).is_some_and(|(own, other)| own != other);
        if foreign || !may_describe(model, how.role) {
            continue;
        }
        let candidate = describe(&processor, model, blockers, how.role);
        if how.role == Role::Host && candidate.features.iter().any(is_off) {
            continue;
        }
        if single {
            best = Some(candidate);
            break;
        }
        if best.as_ref().is_none_or(|best| is_better(&candidate, best, &processor, how)) {
            best = Some(candidate);
        }
    }
    let Some(mut best) = best else {
        bail!(Cpu, InternalError, "Cannot find suitable CPU model for given data");
    };
    if how.migratable {
        best.features.retain(|(name, _)| Feature::find(name).is_none_or(Feature::is_migratable));
    }
    best.vendor = processor.vendor;
    Ok(best)
}

fn may_describe(model: &Model, role: Role) -> bool {
    match model.decode {
        Decode::Both => true,
        Decode::Host => role == Role::Host,
        Decode::Neither => false,
    }
}

/// The processor in terms of a model.
fn describe(processor: &Processor, model: &'static Model, blockers: &[String], role: Role) -> Decoded {
    let own = model.features();
    let extra = processor.features.without(&own);
    let mut missing = own.without(&processor.features);
    for blocker in blockers.iter().filter_map(|name| Feature::find(name)) {
        if !extra.contains(blocker) {
            missing.insert(blocker);
        }
    }
    let with = |set: FeatureSet, policy| set.iter().map(|feature| (feature.name, policy)).collect::<Vec<_>>();
    let mut features = with(extra, FeaturePolicy::Require);
    features.extend(with(missing, FeaturePolicy::Disable));
    if role == Role::Guest {
        for name in model.removed() {
            if features.iter().all(|(listed, _)| *listed != name) {
                features.push((name, FeaturePolicy::Disable));
            }
        }
    }
    Decoded { model, vendor: None, features }
}

fn is_off((_, policy): &(&'static str, FeaturePolicy)) -> bool {
    *policy == FeaturePolicy::Disable
}

/// Whether a candidate describes the processor better than the best one so far. A model of the processor's own
/// signature goes before all others; then the shorter list wins.
fn is_better(candidate: &Decoded, best: &Decoded, processor: &Processor, how: &Decoding<'_>) -> bool {
    match (processor.is_of(candidate.model), processor.is_of(best.model)) {
        (Some(true), Some(false)) => return true,
        (Some(false), Some(true)) => return false,
        _ => {}
    }
    let (new, old) = (Cost::of(candidate, how.role), Cost::of(best, how.role));
    let preferred = how.preferred.contains(&candidate.model.name);
    new.total < old.total || (new.total == old.total || preferred) && new.off < old.off
}

/// How much must be said beside a model.
struct Cost {
    total: usize,
    off: usize,
}

impl Cost {
    /// A feature that is on costs 1. Of those that are off, which stand at the end of the list, every other one costs
    /// more than the one before it, from 2 up, and the rest 1 as well: the choices of libvirt depend on it.
    fn of(decoded: &Decoded, role: Role) -> Cost {
        let listed = decoded.features.len();
        if role == Role::Host {
            return Cost { total: listed, off: 0 };
        }
        let charged = decoded.features.iter().filter(|feature| is_off(feature)).count().div_ceil(2);
        let off = (2..).take(charged).sum();
        Cost { total: listed - charged + off, off }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guest<'a>(preferred: &'a [&'a str]) -> Decoding<'a> {
        Decoding { role: Role::Guest, usable: None, preferred, fallback: true, migratable: false }
    }

    fn processor(model: &str, more: &[&str], less: &[&str]) -> Processor {
        let mut features = Model::find(model).unwrap().features();
        more.iter().filter_map(|name| Feature::find(name)).for_each(|feature| features.insert(feature));
        less.iter().filter_map(|name| Feature::find(name)).for_each(|feature| features.remove(feature));
        Processor { vendor: Vendor::find("Intel"), ..Processor::new(features) }
    }

    #[test]
    fn every_model_describes_itself() {
        for model in MODELS.iter().filter(|model| model.decode != Decode::Neither) {
            let cpu = Processor { vendor: model.vendor, ..Processor::new(model.features()) };
            let found = decode(&cpu, &Decoding { role: Role::Host, ..guest(&[]) }).unwrap();
            assert!(found.features.is_empty(), "{}: {} {:?}", model.name, found.model.name, found.features);
        }
    }

    #[test]
    fn what_is_beyond_the_model_is_listed() {
        let cpu = processor("Westmere", &["vmx", "invtsc"], &[]);
        let found = decode(&cpu, &guest(&[])).unwrap();
        assert_eq!(found.model.name, "Westmere");
        let on = FeaturePolicy::Require;
        assert_eq!(found.features, [("vmx", on), ("invtsc", on)]);
        let found = decode(&cpu, &Decoding { migratable: true, ..guest(&[]) }).unwrap();
        assert_eq!(found.features, [("vmx", on)]);
    }

    #[test]
    fn a_host_has_nothing_turned_off() {
        let cpu = processor("Westmere", &[], &["sse4.2"]);
        let host = decode(&cpu, &Decoding { role: Role::Host, ..guest(&[]) }).unwrap();
        assert!(host.features.iter().all(|feature| !is_off(feature)));
        let found = decode(&cpu, &guest(&["Westmere"])).unwrap();
        assert_eq!(
            (found.model.name, found.features),
            ("Westmere", vec![("sse4.2", FeaturePolicy::Disable)])
        );
    }

    #[test]
    fn the_hypervisor_has_a_say() {
        let cpu = processor("Westmere", &[], &[]);
        let usable = [UsableModel { name: "Nehalem".into(), blockers: vec!["popcnt".into()] }];
        let how = Decoding { usable: Some(&usable), ..guest(&["Westmere"]) };
        let found = decode(&cpu, &how).unwrap();
        assert_eq!(found.model.name, "Nehalem");
        assert_eq!(found.features, [("aes", FeaturePolicy::Require), ("popcnt", FeaturePolicy::Disable)]);
        let refused = decode(&cpu, &Decoding { fallback: false, ..how }).unwrap_err();
        assert!(refused.to_string().contains("CPU model Westmere is not supported by hypervisor"));
    }

    #[test]
    fn the_signature_decides_between_models() {
        let cpu = Processor { signature: Some((6, 44, 2)), ..processor("Nehalem", &[], &[]) };
        let found = decode(&cpu, &guest(&[])).unwrap();
        assert!(found.model.has_signature((6, 44, 2)));
        assert!(found.features.contains(&("aes", FeaturePolicy::Disable)));
    }
}
