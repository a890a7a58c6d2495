//! The processor that several hosts have in common: `virConnectBaselineCPU`.

use super::cpu_map::{CpuMap, Features, Model};
use std::fmt::Write;
use virt_error::{Error, Origin, Result, bail, error};
use virt_xml::{Node, parse};

/// A processor as a caller describes it.
struct Cpu<'m> {
    model: &'m Model,
    vendor: Option<String>,
    features: Features,
}

/// The document of the processor that all of `documents` have in common; `expand` lists the features of its model too.
///
/// Errors: `VIR_ERR_NO_SUPPORT` on a machine without a description of models, `VIR_ERR_OPERATION_FAILED` when they
/// have nothing in common.
pub fn baseline(documents: &[String], expand: bool) -> Result<String> {
    let Some(map) = CpuMap::installed() else { return Err(Error::unsupported()) };
    if documents.is_empty() {
        bail!(Cpu, InvalidArg, "no CPUs given");
    }
    let cpus = documents.iter().enumerate().map(|(place, text)| read(map, text, place));
    let cpus: Vec<Cpu<'_>> = cpus.collect::<Result<_>>()?;
    let Some((first, others)) = cpus.split_first() else { bail!(Cpu, InvalidArg, "no CPUs given") };
    let mut features = first.features.clone();
    // Of the first one only what it says itself counts, of the others what their models say too.
    let mut vendor = first.vendor.clone();
    let mut same_model = true;
    let mut all_named = first.vendor.is_some();
    for other in others {
        all_named &= other.vendor.is_some();
        same_model &= other.model.name == first.model.name;
        let its_vendor = other.vendor.as_ref().or(other.model.vendor.as_ref());
        match (&vendor, its_vendor) {
            (Some(one), Some(two)) if one != two => bail!(Cpu, OperationFailed, "CPU vendors do not match"),
            (None, Some(two)) => vendor = Some(two.clone()),
            _ => {}
        }
        features = features.common(&other.features);
    }
    if features.is_empty() {
        bail!(Cpu, OperationFailed, "CPUs are incompatible");
    }
    let preferred = same_model.then_some(first.model.name.as_str());
    let model = closest(map, &features, vendor.as_deref(), preferred)
        .ok_or_else(|| error!(Cpu, InternalError, "Cannot find suitable CPU model for given data"))?;
    let vendor = vendor.filter(|_| all_named);
    Ok(describe(map, model, &features, vendor.as_deref(), others.is_empty(), expand))
}

/// The model that needs the fewest corrections, of later ones the last, unless the preferred one is there.
fn closest<'m>(
    map: &'m CpuMap,
    features: &Features,
    vendor: Option<&str>,
    preferred: Option<&str>,
) -> Option<&'m Model> {
    let mut best: Option<(&Model, (u32, u32))> = None;
    for model in map.models.iter().rev().filter(|model| model.for_guests) {
        if let (Some(wanted), Some(vendor)) = (vendor, model.vendor.as_deref()) {
            if wanted != vendor {
                continue;
            }
        }
        if Some(model.name.as_str()) == preferred {
            return Some(model);
        }
        let missing = model.features.without(features).len();
        let all = missing + features.without(&model.features).len();
        // A model of which nothing is missing is better than one that is closer, except with AMD's.
        let corrections = if vendor == Some("AMD") { (all, 0) } else { (missing, all) };
        if best.is_none_or(|(_, fewest)| corrections < fewest) {
            best = Some((model, corrections));
        }
    }
    best.map(|(model, _)| model)
}

fn describe(
    map: &CpuMap,
    model: &Model,
    features: &Features,
    vendor: Option<&str>,
    alone: bool,
    expand: bool,
) -> String {
    let fallback = if alone { "forbid" } else { "allow" };
    let mut listed: Vec<(&str, &str)> = Vec::new();
    let mut list = |set: Features, policy| {
        listed.extend(set.iter().map(|feature| (policy, map.features[feature].as_str())));
    };
    list(features.without(&model.features), "require");
    list(model.features.without(features), "disable");
    if expand {
        list(model.features.common(features), "require");
        listed.sort_by_key(|(_, name)| *name);
    }
    let mut text = String::from("<cpu mode='custom' match='exact'>\n");
    // Writing into a string cannot fail.
    let _ = writeln!(text, "  <model fallback='{fallback}'>{}</model>", escaped(&model.name));
    if let Some(vendor) = vendor {
        let _ = writeln!(text, "  <vendor>{}</vendor>", escaped(vendor));
    }
    for (policy, name) in listed {
        let _ = writeln!(text, "  <feature policy='{policy}' name='{}'/>", escaped(name));
    }
    text.push_str("</cpu>\n");
    text
}

fn read<'m>(map: &'m CpuMap, text: &str, place: usize) -> Result<Cpu<'m>> {
    let document = parse(text, "(CPU_definition)", Origin::Cpu)?;
    let root = document.root();
    if root.name() != "cpu" {
        bail!(Cpu, XmlError, "XML does not contain expected 'cpu' element");
    }
    let word = |name: &str| root.child(name).map(Node::content).filter(|text| !text.is_empty());
    // A processor of a host says its architecture; a guest's is told by how it is to match.
    match word("arch") {
        None if root.attribute("match").is_none() && root.attribute("mode").is_none() => {
            bail!(Cpu, XmlError, "Missing CPU architecture")
        }
        Some(arch) if !matches!(&*arch, "i686" | "x86_64") => {
            bail!(Cpu, NoSupport, "cannot compute baseline CPU of {arch} architecture")
        }
        _ => {}
    }
    let Some(name) = word("model") else {
        bail!(Cpu, InvalidArg, "no CPU model specified at index {place}");
    };
    let Some(model) = map.model(name.trim()) else {
        bail!(Cpu, InternalError, "Unknown CPU model {}", name.trim());
    };
    let mut features = model.features.clone();
    for node in root.children().filter(|node| node.name() == "feature") {
        let name = node.attribute("name").unwrap_or_default();
        let Some(feature) = map.feature(name) else {
            bail!(Cpu, InternalError, "Unknown CPU feature {name}");
        };
        match node.attribute("policy") {
            Some("disable" | "forbid") => features.remove(feature),
            _ => features.insert(feature),
        }
    }
    Ok(Cpu { model, vendor: word("vendor").map(|vendor| vendor.trim().to_owned()), features })
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    virt_xml::escape(text, &mut out);
    out
}
