//! The models and vendors of x86 processors, and how they are found.

use super::features::{Feature, FeatureSet};
use super::models::{MODELS, VENDORS};
use std::{collections::HashMap, sync::OnceLock};
use virt_error::{Result, error};

/// What calls itself by the string that CPUID's leaf 0 gives.
#[derive(Debug, PartialEq, Eq)]
pub struct Vendor {
    pub name: &'static str,
    pub string: [u8; 12],
}

impl Vendor {
    pub fn find(name: &str) -> Option<&'static Vendor> {
        VENDORS.iter().find(|vendor| vendor.name == name).copied()
    }

    pub fn by_string(string: &[u8; 12]) -> Option<&'static Vendor> {
        VENDORS.iter().find(|vendor| vendor.string == *string).copied()
    }
}

/// What processors of a model say in CPUID's leaf 1; `steppings` has a bit for each of the 16.
#[derive(Debug)]
pub struct Signature {
    pub family: u32,
    pub model: u32,
    pub steppings: u16,
}

/// Whom a model may be chosen for, when one is looked for that describes a processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decode {
    Both,
    Host,
    Neither,
}

/// A row of the table of models.
#[derive(Debug)]
pub struct Model {
    pub name: &'static str,
    pub decode: Decode,
    pub vendor: Option<&'static Vendor>,
    pub signatures: &'static [Signature],
    /// The model whose features it starts from.
    pub base: &'static str,
    /// The features that it adds, and with `-` those that it lacks.
    pub features: &'static str,
    /// Features that the model once had. A guest is told that they are off, as another host may still turn them on.
    pub removed: &'static str,
}

impl Model {
    /// The model of this name.
    pub fn find(name: &str) -> Option<&'static Model> {
        loaded().by_name.get(name).map(|index| &MODELS[*index])
    }

    /// The model of this name, or the error that there is none.
    pub fn named(name: &str) -> Result<&'static Model> {
        Model::find(name).ok_or_else(|| error!(Cpu, InternalError, "Unknown CPU model {name}"))
    }

    /// All features of the model.
    pub fn features(&self) -> FeatureSet {
        let loaded = loaded();
        loaded.by_name.get(self.name).map_or(FeatureSet::EMPTY, |index| loaded.features[*index])
    }

    /// The features that it once had.
    pub fn removed(&self) -> impl Iterator<Item = &'static str> {
        self.removed.split_ascii_whitespace()
    }

    /// Whether a processor with this signature is of the model.
    pub fn has_signature(&self, (family, model, stepping): (u32, u32, u32)) -> bool {
        self.signatures.iter().any(|signature| {
            let steppings = u32::from(signature.steppings);
            signature.family == family && signature.model == model && steppings >> stepping.min(31) & 1 != 0
        })
    }
}

/// The name without the number of a version: `EPYC` for `EPYC-v2`.
pub fn unversioned(name: &str) -> &str {
    /// QEMU dropped it before its versions got names here.
    const WITHOUT_VERSIONS: &str = "Icelake-Client";
    match name.rsplit_once("-v") {
        Some((WITHOUT_VERSIONS, _)) => name,
        Some((model, version)) if version.bytes().all(|digit| digit.is_ascii_digit()) => model,
        _ => name,
    }
}

/// Whether the name is that of a version of a model.
pub fn is_version(name: &str) -> bool {
    let model = unversioned(name);
    model != name && Model::find(model).is_some()
}

struct Loaded {
    by_name: HashMap<&'static str, usize>,
    /// The features of each row of the table.
    features: Vec<FeatureSet>,
}

fn loaded() -> &'static Loaded {
    static LOADED: OnceLock<Loaded> = OnceLock::new();
    LOADED.get_or_init(|| {
        let mut loaded = Loaded { by_name: HashMap::new(), features: Vec::with_capacity(MODELS.len()) };
        for (index, model) in MODELS.iter().enumerate() {
            let base = loaded.by_name.get(model.base).map(|base| loaded.features[*base]);
            let mut set = base.unwrap_or(FeatureSet::EMPTY);
            for word in model.features.split_ascii_whitespace() {
                match word.strip_prefix('-') {
                    Some(name) => Feature::find(name).into_iter().for_each(|feature| set.remove(feature)),
                    None => Feature::find(word).into_iter().for_each(|feature| set.insert(feature)),
                }
            }
            loaded.features.push(set);
            loaded.by_name.insert(model.name, index);
        }
        loaded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_what_there_is() {
        for (index, model) in MODELS.iter().enumerate() {
            assert!(
                MODELS.iter().filter(|other| other.name == model.name).count() == 1,
                "{} twice",
                model.name
            );
            let earlier = MODELS[..index].iter().any(|base| base.name == model.base);
            assert!(model.base.is_empty() || earlier, "{} starts from {}", model.name, model.base);
            let base = Model::find(model.base).map_or(FeatureSet::EMPTY, Model::features);
            for word in model.features.split_ascii_whitespace() {
                let feature = Feature::find(word.trim_start_matches('-')).expect(word);
                assert_eq!(base.contains(feature), word.starts_with('-'), "{}: {word}", model.name);
            }
            assert!(model.removed().all(|name| Feature::find(name).is_some()), "{}", model.name);
            assert!(!model.features().is_empty());
        }
    }

    #[test]
    fn versions_are_models_of_their_own() {
        let features = |name: &str| Model::find(name).unwrap().features();
        for version in MODELS.iter().filter(|model| is_version(model.name)) {
            let model = Model::find(unversioned(version.name)).unwrap();
            assert_eq!((version.vendor, version.decode), (model.vendor, Decode::Host), "{}", version.name);
        }
        assert_eq!(features("EPYC-v1"), features("EPYC"));
        assert_eq!(features("EPYC-v2"), features("EPYC-IBPB"));
        assert_eq!(features("Broadwell-v3"), features("Broadwell-IBRS"));
        let skylake = features("Skylake-Server-v4");
        let has = |name| skylake.contains(Feature::find(name).unwrap());
        assert!(has("spec-ctrl") && has("pku") && has("vmx-eptp-switching") && !has("hle") && !has("xsaves"));
        assert_eq!(skylake.iter().count(), 141);
        let added = features("GraniteRapids-v5").without(&features("GraniteRapids-v4"));
        assert_eq!(added.names(), "its-no");
        assert_eq!(features("EPYC-v5").without(&features("EPYC-v4")).iter().count(), 10);
    }

    #[test]
    fn models_have_their_features_and_signatures() {
        let nehalem = Model::find("Nehalem").unwrap();
        assert_eq!(nehalem.features().iter().count(), 31);
        assert_eq!(nehalem.vendor.unwrap().name, "Intel");
        assert!(nehalem.has_signature((6, 26, 5)) && !nehalem.has_signature((6, 44, 5)));
        let cascade = Model::find("Cascadelake-Server").unwrap();
        assert!(cascade.has_signature((6, 85, 7)) && !cascade.has_signature((6, 85, 4)));
        assert_eq!(Model::find("EPYC").unwrap().removed().collect::<Vec<_>>(), ["monitor"]);
        assert_eq!(Vendor::by_string(b"AuthenticAMD").unwrap().name, "AMD");
        assert!(Model::named("nope").is_err());
        assert!(is_version("EPYC-v2") && is_version("Skylake-Server-v4"));
        assert!(!is_version("EPYC") && !is_version("nope-v2") && !is_version("Icelake-Client-v2"));
    }
}
