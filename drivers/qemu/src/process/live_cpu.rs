//! The processor that a running guest really got: the features that the emulator added to what the document asks for,
//! and those that it could not give.
//!
//! Two properties of the first processor hold them all as CPUID's registers, so that they take two short questions
//! instead of one for each feature.

use crate::monitor::{Command, Fields};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use virt_conf::domain::{
    Domain as Document,
    cpu::{Cpu, CpuCheck, CpuFallback, CpuMode, FeaturePolicy},
};
use virt_cpu::{
    Definition,
    x86::{self, FeatureSet, Leaf, Processor},
};
use virt_error::{Result, bail, error};

/// Where the emulator keeps a guest's first processor.
const FIRST: &str = "/machine/unattached/device[0]";

/// The questions about the processor; none where there is nothing to learn.
pub fn questions(document: &Document) -> Vec<Command> {
    let asked =
        document.cpu.as_deref().is_some_and(is_custom) && matches!(document.arch(), "x86_64" | "i686");
    let question = |property: &str| ("qom-get", json!({"path": FIRST, "property": property}));
    if asked { vec![question("feature-words"), question("filtered-features")] } else { Vec::new() }
}

fn is_custom(cpu: &Cpu) -> bool {
    cpu.mode.unwrap_or(CpuMode::Custom) == CpuMode::Custom
        && cpu.model.as_ref().is_some_and(|model| model.name.is_some())
}

/// Puts the answers into the document.
///
/// Errors: `VIR_ERR_OPERATION_FAILED` for a document that demands exactly the processor that it describes (`check='full'`)
/// when the guest got another one.
pub fn take(answers: &[Value], document: &mut Document) -> Result<()> {
    let [enabled, filtered] = answers else { return Ok(()) };
    let (enabled, filtered) = (read("feature-words", enabled)?, read("filtered-features", filtered)?);
    let Some(cpu) = document.cpu.as_deref_mut().filter(|cpu| is_custom(cpu)) else { return Ok(()) };
    // A model that only the emulator knows is its own affair.
    let Ok(wanted) = x86::features_of(&Definition::from_guest(cpu)) else { return Ok(()) };
    let added = enabled.without(&wanted);
    let mut missing = wanted;
    missing.intersect(&filtered);
    let (extra, lost) = (names(&added).join(","), names(&missing).join(","));
    if cpu.check == Some(CpuCheck::Full) && !(extra.is_empty() && lost.is_empty()) {
        const TEXT: &str = "guest CPU doesn't match specification";
        match (extra.is_empty(), lost.is_empty()) {
            (false, false) => {
                bail!(Cpu, OperationFailed, "{TEXT}: extra features: {extra}, missing features: {lost}")
            }
            (false, true) => bail!(Cpu, OperationFailed, "{TEXT}: extra features: {extra}"),
            _ => bail!(Cpu, OperationFailed, "{TEXT}: missing features: {lost}"),
        }
    }
    for feature in x86::all().iter().filter(|feature| !feature.is_msr()) {
        if added.contains(*feature) {
            cpu.set_policy(feature.name, FeaturePolicy::Require);
        } else if missing.contains(*feature) {
            cpu.set_policy(feature.name, FeaturePolicy::Disable);
        }
    }
    cpu.check = Some(CpuCheck::Full);
    // What runs is this model and no other.
    if let Some(model) = &mut cpu.model {
        model.fallback = Some(CpuFallback::Forbid);
    }
    Ok(())
}

/// The names of the features, without those that the emulator does not tell of.
fn names(features: &FeatureSet) -> Vec<&'static str> {
    features.iter().filter(|feature| !feature.is_msr()).map(|feature| feature.name).collect()
}

/// The features whose bits stand in the emulator's list of registers.
fn read(property: &str, words: &Value) -> Result<FeatureSet> {
    let bits = |number: u64| {
        u32::try_from(number)
            .map_err(|_| error!(Qemu, InternalError, "'{property}' has more bits than a register"))
    };
    let mut leaves: BTreeMap<(u32, u32), [u32; 4]> = BTreeMap::new();
    for fields in Fields::list(property, words)? {
        let leaf = bits(fields.number("cpuid-input-eax")?)?;
        let subleaf = bits(fields.some_number("cpuid-input-ecx")?.unwrap_or(0))?;
        let place = match fields.text("cpuid-register")? {
            "EAX" => 0,
            "EBX" => 1,
            "ECX" => 2,
            "EDX" => 3,
            // One that holds no features of a guest.
            _ => continue,
        };
        leaves.entry((leaf, subleaf)).or_default()[place] |= bits(fields.number("features")?)?;
    }
    let mut processor = Processor::new(FeatureSet::EMPTY);
    for ((leaf, subleaf), [eax, ebx, ecx, edx]) in leaves {
        processor.read_leaf(&Leaf { leaf, subleaf, eax, ebx, ecx, edx });
    }
    Ok(processor.features)
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::{domain::ParseFlags, host::Host};

    fn document(cpu: &str) -> Document {
        let xml = format!(
            "<domain type='kvm'><name>a</name><memory>1</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>{cpu}</domain>"
        );
        let flags = ParseFlags { bare: true, ..ParseFlags::default() };
        Document::parse(&xml, flags, &Host::default()).unwrap()
    }

    fn words(ecx: u64) -> Value {
        json!([{"cpuid-register": "ECX", "cpuid-input-eax": 1, "features": ecx},
               {"cpuid-register": "EBX", "cpuid-input-eax": 7, "cpuid-input-ecx": 0, "features": 0}])
    }

    #[test]
    fn what_was_added_and_what_was_kept_back_is_in_the_document() {
        let mut one = document("<cpu mode='custom' match='exact' check='none'><model>Nehalem</model></cpu>");
        assert_eq!(questions(&one).len(), 2);
        // Bit 31 is `hypervisor`, bit 0 is `pni`, which Nehalem has.
        take(&[words(1 << 31), words(1)], &mut one).unwrap();
        let cpu = one.cpu.as_ref().unwrap();
        let policy = |name: &str| {
            cpu.features.iter().find(|one| one.name.as_deref() == Some(name)).and_then(|one| one.policy)
        };
        assert_eq!(cpu.check, Some(CpuCheck::Full));
        assert_eq!(policy("hypervisor"), Some(FeaturePolicy::Require));
        assert_eq!(policy("pni"), Some(FeaturePolicy::Disable));
        assert_eq!(policy("sse4.1"), None);
    }

    #[test]
    fn a_document_that_demands_its_processor_gets_it_or_an_error() {
        let mut one = document("<cpu mode='custom' match='exact' check='full'><model>Nehalem</model></cpu>");
        let error = take(&[words(1 << 31), words(1)], &mut one).unwrap_err();
        assert!(
            error.message().ends_with(
                "guest CPU doesn't match specification: extra features: hypervisor, missing features: pni"
            ),
            "{error}"
        );
        assert!(take(&[words(0), words(0)], &mut one).is_ok());
    }

    #[test]
    fn other_processors_are_left_alone() {
        for cpu in
            ["", "<cpu mode='host-passthrough'/>", "<cpu><topology sockets='1' cores='1' threads='1'/></cpu>"]
        {
            assert!(questions(&document(cpu)).is_empty(), "{cpu}");
        }
        assert!(read("x", &json!({"a": 1})).is_err());
    }
}
