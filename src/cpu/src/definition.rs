//! A processor's definition: what a host has, or what a guest asks for.

use crate::architecture;
use virt_conf::domain::cpu::{
    Cpu, CpuCacheMode, CpuFallback, CpuFeature, CpuMatch, CpuMode, CpuModel, CpuTopology, FeaturePolicy,
    PhysAddrMode,
};
use virt_conf::{Checked, good};
use virt_error::{Origin, Result, bail};
use virt_xml::{Node, OnOff, Reading, Style, YesNo, element};

/// Whose processor is defined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    Host,
    #[default]
    Guest,
}

/// A feature; those of a host have no policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    pub name: String,
    pub policy: Option<FeaturePolicy>,
}

/// The definition, as far as processors are compared and chosen by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    pub role: Role,
    pub architecture: Option<String>,
    pub mode: Option<CpuMode>,
    pub match_: Option<CpuMatch>,
    pub model: Option<String>,
    pub fallback: CpuFallback,
    pub vendor: Option<String>,
    pub features: Vec<Feature>,
}

impl Default for Definition {
    fn default() -> Definition {
        Definition {
            role: Role::Guest,
            architecture: None,
            mode: None,
            match_: None,
            model: None,
            fallback: CpuFallback::Allow,
            vendor: None,
            features: Vec::new(),
        }
    }
}

/// The name that complaints about a document give it.
const DOCUMENT: &str = "(CPU_definition)";

element! {
    /// `<cpu>` of a host.
    HostCpu {
        attr migratable: Option<OnOff> = "migratable",
        ;
        text  arch:      Option<String>           = "arch",
        text  model:     Option<String>           = "model",
        text  vendor:    Option<String>           = "vendor",
        value microcode: Option<Checked<u32>>     = "microcode" @ "version",
        many  counters:  Vec<Counter>             = "counter",
        one   signature: Option<Box<Signature>>   = "signature",
        one   topology:  Option<Box<CpuTopology>> = "topology",
        many  caches:    Vec<Cache>               = "cache",
        one   address:   Option<Box<AddressSize>> = "maxphysaddr",
        many  features:  Vec<HostFeature>         = "feature",
        many  pages:     Vec<Pages>               = "pages",
    }
    Counter {
        attr name:      Option<String> = "name",
        attr frequency: Option<String> = "frequency",
        attr scaling:   Option<String> = "scaling",
        ;
    } => check_counter;
    Signature {
        attr family:   Option<u32> = "family",
        attr model:    Option<u32> = "model",
        attr stepping: Option<u32> = "stepping",
        ;
    }
    Cache {
        attr level: Option<i32>          = "level",
        attr mode:  Option<CpuCacheMode> = "mode" is required,
        ;
    }
    AddressSize {
        attr mode:  Option<PhysAddrMode> = "mode" is required,
        attr bits:  Option<i32>          = "bits",
        attr limit: Option<i32>          = "limit",
        ;
    } => check_address_size;
    HostFeature {
        attr name:   Option<String> = "name",
        attr policy: Option<String> = "policy",
        ;
    }
    Pages {
        attr unit: Option<String> = "unit",
        attr size: Option<String> = "size",
        ;
    }
}

/// Only the time stamp counter is looked at.
fn check_counter(counter: &mut Counter, node: Node<'_>, _: &Reading) -> Result<()> {
    if counter.name.as_deref() != Some("tsc") {
        return Ok(());
    }
    let Some(frequency) = &counter.frequency else {
        return Err(virt_xml::missing_attribute(node.name(), "frequency"));
    };
    if virt_xml::unsigned(frequency, 10).is_none() {
        return Err(virt_xml::bad_attribute(node, "frequency", <u64 as virt_xml::Value>::WANTED));
    }
    let scaling = counter.scaling.as_deref().map(<YesNo as virt_xml::Value>::read);
    if scaling == Some(None) {
        return Err(virt_xml::bad_attribute(node, "scaling", <YesNo as virt_xml::Value>::WANTED));
    }
    Ok(())
}

fn check_address_size(size: &mut AddressSize, node: Node<'_>, _: &Reading) -> Result<()> {
    for (name, value) in [("bits", size.bits), ("limit", size.limit)] {
        if value.is_some_and(|value| value < 0) {
            return Err(virt_xml::bad_attribute(node, name, " Expected non-negative value"));
        }
    }
    Ok(())
}

impl Definition {
    /// A guest's definition: exactly this model.
    pub fn guest(model: &str) -> Definition {
        Definition {
            mode: Some(CpuMode::Custom),
            match_: Some(CpuMatch::Exact),
            model: Some(model.to_owned()),
            ..Definition::default()
        }
    }

    /// Reads the definition of a host.
    pub fn parse_host(text: &str) -> Result<Definition> {
        let document = virt_xml::parse(text, DOCUMENT, Origin::Cpu)?;
        expect_cpu(document.root())?;
        read_host(document.root(), &Reading::new(Origin::Cpu))
    }

    /// Reads a definition of either kind: a host's says its architecture. `validate`: names that the format does not
    /// have are refused.
    pub fn parse(text: &str, validate: bool) -> Result<Definition> {
        let document = virt_xml::parse(text, DOCUMENT, Origin::Cpu)?;
        let node = document.root();
        expect_cpu(node)?;
        let reading = Reading { validate: validate.then_some("cpu.rng"), ..Reading::new(Origin::Cpu) };
        if node.child("arch").is_none() {
            return read_guest(node, &reading);
        }
        if node.attribute("match").is_some() {
            bail!(
                Cpu,
                XmlError,
                "'arch' element cannot be used inside 'cpu' element with 'match' attribute'"
            );
        }
        read_host(node, &reading)
    }

    /// What a guest's `<cpu>` asks for.
    pub fn from_guest(cpu: &Cpu) -> Definition {
        let model = cpu.model.as_deref();
        Definition {
            role: Role::Guest,
            architecture: None,
            mode: Some(cpu.mode.unwrap_or(CpuMode::Custom)),
            match_: cpu.match_,
            model: model.and_then(|model| filled(&model.name)),
            fallback: model.and_then(|model| model.fallback).unwrap_or(CpuFallback::Allow),
            vendor: filled(&cpu.vendor),
            features: cpu
                .features
                .iter()
                .map(|feature| Feature {
                    name: feature.name.clone().unwrap_or_default(),
                    policy: Some(feature.policy.unwrap_or(FeaturePolicy::Require)),
                })
                .collect(),
        }
    }

    /// The `<cpu>` of a guest's document.
    fn to_guest(&self) -> Cpu {
        let model =
            CpuModel { fallback: Some(self.fallback), name: self.model.clone(), ..CpuModel::default() };
        Cpu {
            mode: self.mode,
            match_: self.match_,
            model: self.model.is_some().then(|| Box::new(model)),
            vendor: self.vendor.clone(),
            features: self
                .features
                .iter()
                .map(|feature| CpuFeature {
                    policy: feature.policy,
                    name: Some(feature.name.clone()),
                    ..CpuFeature::default()
                })
                .collect(),
            ..Cpu::default()
        }
    }

    /// The definition of a guest as a document.
    pub fn format(&self) -> String {
        virt_xml::write(&self.to_guest(), "cpu", Style::default())
    }

    /// Gives a feature a policy, whether it was listed or not.
    pub fn set_policy(&mut self, name: &str, policy: Option<FeaturePolicy>) {
        match self.features.iter_mut().find(|feature| feature.name == name) {
            Some(feature) => feature.policy = policy,
            None => self.features.push(Feature { name: name.to_owned(), policy }),
        }
    }

    /// Gives a feature a policy if it is not listed.
    pub fn set_policy_if_missing(&mut self, name: &str, policy: FeaturePolicy) {
        if self.features.iter().all(|feature| feature.name != name) {
            self.features.push(Feature { name: name.to_owned(), policy: Some(policy) });
        }
    }
}

fn expect_cpu(node: Node<'_>) -> Result<()> {
    if node.name() != "cpu" {
        bail!(Cpu, XmlError, "XML does not contain expected 'cpu' element");
    }
    Ok(())
}

/// A text, unless it is empty.
fn filled(text: &Option<String>) -> Option<String> {
    text.clone().filter(|text| !text.is_empty())
}

fn read_host(node: Node<'_>, reading: &Reading) -> Result<Definition> {
    if node.children().filter(|child| child.name() == "cache").count() > 1 {
        bail!(Cpu, XmlError, "at most one CPU cache element may be specified");
    }
    let mut cpu = HostCpu::default();
    virt_xml::read(&mut cpu, node, reading)?;
    if node.attribute("mode").is_some() {
        bail!(Cpu, ConfigUnsupported, "Attribute mode is only allowed for guest CPU");
    }
    let Some(arch) = filled(&cpu.arch) else {
        bail!(Cpu, XmlError, "Missing CPU architecture");
    };
    if !architecture::is_known(&arch) {
        bail!(Cpu, ConfigUnsupported, "Unknown architecture {arch}");
    }
    if cpu.microcode.is_some() && good(&cpu.microcode).is_none() {
        bail!(Cpu, ConfigUnsupported, "invalid microcode version");
    }
    let Some(model) = filled(&cpu.model) else {
        bail!(Cpu, XmlError, "Missing CPU model name");
    };
    check_features(cpu.features.iter().map(|feature| &feature.name))?;
    check_levels(cpu.caches.iter().filter_map(|cache| cache.level))?;
    let features = cpu.features.iter().filter_map(|feature| filled(&feature.name));
    Ok(Definition {
        role: Role::Host,
        architecture: Some(arch),
        model: Some(model),
        vendor: filled(&cpu.vendor),
        features: features.map(|name| Feature { name, policy: None }).collect(),
        ..Definition::default()
    })
}

fn read_guest(node: Node<'_>, reading: &Reading) -> Result<Definition> {
    let mut cpu = Cpu::default();
    virt_xml::read(&mut cpu, node, reading)?;
    let definition = Definition::from_guest(&cpu);
    if definition.vendor.is_some() && definition.model.is_none() {
        bail!(Cpu, XmlError, "CPU vendor specified without CPU model");
    }
    if definition.mode == Some(CpuMode::Custom) && definition.model.is_none() && !cpu.features.is_empty() {
        bail!(Cpu, XmlError, "Non-empty feature list specified without CPU model");
    }
    check_features(cpu.features.iter().map(|feature| &feature.name))?;
    check_levels(cpu.cache.iter().filter_map(|cache| cache.level))?;
    Ok(definition)
}

/// Each feature has a name, and none is there twice.
fn check_features<'a>(names: impl Iterator<Item = &'a Option<String>>) -> Result<()> {
    let mut seen = std::collections::HashSet::new();
    for name in names {
        let Some(name) = name.as_deref().filter(|name| !name.is_empty()) else {
            bail!(Cpu, XmlError, "Invalid CPU feature name");
        };
        if !seen.insert(name) {
            bail!(Cpu, XmlError, "CPU feature '{name}' specified more than once");
        }
    }
    Ok(())
}

fn check_levels(mut levels: impl Iterator<Item = i32>) -> Result<()> {
    if levels.any(|level| !(1..=3).contains(&level)) {
        bail!(Cpu, XmlError, "invalid CPU cache level, must be in range [1,3]");
    }
    Ok(())
}

#[cfg(test)]
mod tests;
