//! Whether a guest can have the processor that its document asks for, found out before the emulator starts.

use super::domain::{feature_name, x86_model};
use super::processor::HostProcessor;
use crate::emulator::{Accelerated, Emulator};
use virt_conf::domain::{
    Domain as Document, VirtType,
    cpu::{Cpu, CpuCheck, CpuMatch, CpuMode, FeaturePolicy},
};
use virt_cpu::{Definition, Family, family_of, x86};
use virt_error::{Result, bail};

/// Refuses what the host and the emulator together cannot give the guest.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` for features that nobody knows; `VIR_ERR_CPU_INCOMPATIBLE`, unless the document
/// asks for no check, for features that are there and must not be, and with a partial check for those that are missing.
pub fn check(document: &Document, emulator: &Emulator) -> Result<()> {
    let hardware = HostProcessor::get();
    let x86 = family_of(hardware.arch).ok() == Some(Family::X86);
    check_on(document, emulator, hardware.definition.as_ref().filter(|_| x86))
}

fn check_on(document: &Document, emulator: &Emulator, hardware: Option<&Definition>) -> Result<()> {
    let Some(cpu) = document.cpu.as_deref() else { return Ok(()) };
    if family_of(document.arch()).ok() != Some(Family::X86) {
        return Ok(());
    }
    for name in cpu.features.iter().filter_map(|feature| feature.name.as_deref()) {
        if x86::Feature::find(name).is_none() {
            bail!(Cpu, ConfigUnsupported, "unknown CPU feature: {name}");
        }
    }
    let kvm = document.kind == Some(VirtType::Kvm);
    let mode = cpu.mode.unwrap_or(CpuMode::Custom);
    let wanted = Definition::from_guest(cpu);
    // A topology alone asks for no processor; a host's processor goes by the host anyway.
    if mode == CpuMode::Custom && wanted.model.is_none() || mode == CpuMode::HostPassthrough && !kvm {
        return Ok(());
    }
    let check = cpu.check.unwrap_or(CpuCheck::None);
    if check == CpuCheck::None {
        return Ok(());
    }
    let accelerated = emulator.accelerated(kvm);
    let Some(expansion) = accelerated.unmigratable.as_ref().or(accelerated.host.as_ref()) else {
        return Ok(());
    };
    let reported = x86_model(emulator, kvm, expansion)?;
    let host = if kvm { with_hardware(reported.clone(), hardware)? } else { reported.clone() };
    check_forbidden(cpu, &host)?;
    let lasting = matches!(mode, CpuMode::Custom | CpuMode::HostModel);
    if check != CpuCheck::Partial || !lasting || is_usable(cpu, accelerated) {
        return Ok(());
    }
    match blockers(&wanted, accelerated) {
        Some(blockers) => check_blocked(&wanted, blockers, &reported),
        None => virt_cpu::compare(document.arch(), Some(&host), &wanted, true).map(drop),
    }
}

/// The processor that has what the emulator gives and what the hardware has: models are compared with both together,
/// since they name features that a guest of any processor never sees.
fn with_hardware(mut host: Definition, hardware: Option<&Definition>) -> Result<Definition> {
    let both = [Some(x86::features_of(&host)?), hardware.map(x86::features_of).transpose()?];
    for feature in both.iter().flatten().flat_map(x86::FeatureSet::iter) {
        host.set_policy(feature.name, Some(FeaturePolicy::Require));
    }
    Ok(host)
}

/// Features that the document forbids are none of the host's. Only those count that its definition lists.
fn check_forbidden(cpu: &Cpu, host: &Definition) -> Result<()> {
    let forbidden = cpu.features.iter().filter(|feature| feature.policy == Some(FeaturePolicy::Forbid));
    for name in forbidden.filter_map(|feature| feature.name.as_deref()) {
        let listed = host.features.iter().find(|feature| feature.name == name);
        if listed.is_some_and(|feature| feature.policy != Some(FeaturePolicy::Disable)) {
            bail!(Cpu, CpuIncompatible, "Host CPU provides forbidden feature '{name}'");
        }
    }
    Ok(())
}

/// Whether the emulator itself says that it runs the model here, and the document asks for nothing beyond the model.
fn is_usable(cpu: &Cpu, accelerated: &Accelerated) -> bool {
    let name = cpu.model.as_ref().and_then(|model| model.name.as_deref());
    let plain = cpu.match_.is_none_or(|one| one == CpuMatch::Exact)
        && cpu.vendor.is_none()
        && cpu.features.iter().all(|feature| feature.policy == Some(FeaturePolicy::Disable));
    let model = accelerated.models.iter().find(|model| Some(model.name.as_str()) == name);
    cpu.mode.unwrap_or(CpuMode::Custom) == CpuMode::Custom
        && plain
        && model.is_some_and(|model| model.blockers.as_ref().is_some_and(Vec::is_empty))
}

/// What keeps the emulator from running a version of a model here. Versions are what the emulator defines, so that its
/// word counts; of the older models the features that this library knows are compared.
fn blockers<'a>(wanted: &Definition, accelerated: &'a Accelerated) -> Option<&'a [String]> {
    let name = wanted.model.as_deref().filter(|name| x86::is_version(name))?;
    accelerated.models.iter().find(|model| model.name == name)?.blockers.as_deref()
}

/// Compares a model with what the emulator says of it: no blocker is left on, and what the document lists is there.
fn check_blocked(wanted: &Definition, blockers: &[String], host: &Definition) -> Result<()> {
    let there = x86::features_of(host)?;
    let has = |name: &str| x86::Feature::find(name).is_some_and(|feature| there.contains(feature));
    let policy = |name: &str| {
        let listed = wanted.features.iter().find(|feature| feature.name == name);
        listed.map(|feature| feature.policy.unwrap_or(FeaturePolicy::Require))
    };
    let mut missing: Vec<&str> = blockers.iter().map(|name| feature_name(name)).collect();
    missing.retain(|name| policy(name).is_none_or(|policy| policy == FeaturePolicy::Require));
    for feature in &wanted.features {
        let name = feature.name.as_str();
        match policy(name) {
            Some(FeaturePolicy::Require) if !has(name) && !missing.contains(&name) => missing.push(name),
            Some(FeaturePolicy::Forbid) if has(name) => {
                bail!(Cpu, CpuIncompatible, "Host CPU provides forbidden features: {name}")
            }
            _ => {}
        }
    }
    if !missing.is_empty() {
        let names = missing.join(", ");
        bail!(Cpu, CpuIncompatible, "Host CPU does not provide required features: {names}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emulator::recording::recorded;
    use virt_conf::{domain::ParseFlags, host::Host};
    use virt_error::Code;

    fn asked(kind: &str, cpu: &str) -> Result<()> {
        let xml = format!(
            "<domain type='{kind}'><name>a</name><memory>1</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>{cpu}</domain>"
        );
        let flags = ParseFlags { bare: true, ..ParseFlags::default() };
        let document = Document::parse(&xml, flags, &Host::default()).unwrap();
        let hardware = Definition { role: virt_cpu::Role::Host, ..Definition::guest("Skylake-Client") };
        check_on(&document, &recorded("9.2.0_x86_64").unwrap(), Some(&hardware))
    }

    fn refused(kind: &str, cpu: &str) -> String {
        let error = asked(kind, cpu).unwrap_err();
        assert_eq!(error.code(), Code::CpuIncompatible, "{error}");
        error.message().to_owned()
    }

    fn custom(check: &str, model: &str, features: &str) -> String {
        format!("<cpu mode='custom' match='exact' check='{check}'><model>{model}</model>{features}</cpu>")
    }

    #[test]
    fn features_have_names_that_are_known() {
        if recorded("9.2.0_x86_64").is_none() {
            return;
        }
        for policy in ["require", "disable", "optional"] {
            let feature = format!("<feature policy='{policy}' name='nope'/>");
            for cpu in [
                custom("none", "Nehalem", &feature),
                format!("<cpu mode='host-passthrough'>{feature}</cpu>"),
                format!("<cpu mode='host-model'>{feature}</cpu>"),
            ] {
                let error = asked("kvm", &cpu).unwrap_err();
                assert_eq!(error.code(), Code::ConfigUnsupported);
                assert!(error.message().ends_with(": unknown CPU feature: nope"), "{error}");
            }
        }
    }

    #[test]
    fn a_partial_check_compares_with_the_host() {
        if recorded("9.2.0_x86_64").is_none() {
            return;
        }
        let extra = "<feature policy='require' name='3dnowext'/>";
        assert!(asked("kvm", &custom("partial", "Nehalem", "")).is_ok());
        let text = refused("kvm", &custom("partial", "Nehalem", extra));
        assert!(text.ends_with("Host CPU does not provide required features: 3dnowext"), "{text}");
        assert!(asked("kvm", &custom("none", "Nehalem", extra)).is_ok());
        assert!(asked("kvm", &custom("full", "Nehalem", extra)).is_ok(), "it is looked at after the start");
        let text = refused("kvm", &format!("<cpu mode='host-model' check='partial'>{extra}</cpu>"));
        assert!(text.ends_with("required features: 3dnowext"), "{text}");
        let text = refused(
            "kvm",
            "<cpu match='exact' check='partial'><model>Nehalem</model><vendor>Zork</vendor></cpu>",
        );
        assert!(text.ends_with("host CPU vendor does not match required CPU vendor Zork"), "{text}");
        let text = refused("kvm", &custom("partial", "EPYC-v3", ""));
        assert!(text.ends_with("required features: xsaves"), "{text}");
        assert!(asked("kvm", &custom("partial", "EPYC-v2", "")).is_ok());
    }

    #[test]
    fn what_the_host_must_not_have_it_has_not() {
        if recorded("9.2.0_x86_64").is_none() {
            return;
        }
        let forbid = "<feature policy='forbid' name='sse2'/>";
        let text = refused("kvm", &custom("full", "Nehalem", forbid));
        assert!(text.ends_with("Host CPU provides forbidden feature 'sse2'"), "{text}");
        assert!(asked("kvm", &custom("none", "Nehalem", forbid)).is_ok());
        let text = refused("qemu", &custom("partial", "Nehalem", forbid));
        assert!(text.ends_with("Host CPU provides forbidden features: sse2"), "{text}");
    }

    #[test]
    fn the_emulators_word_is_enough_for_a_plain_model() {
        let Some(emulator) = recorded("9.2.0_x86_64") else { return };
        let plain = emulator.accelerated(false).models.iter().find(|model| model.name == "Westmere").unwrap();
        assert_eq!(plain.blockers.as_deref(), Some(&[][..]));
        assert!(asked("qemu", &custom("partial", "Westmere", "")).is_ok());
        let off = "<feature policy='disable' name='aes'/>";
        assert!(asked("qemu", &custom("partial", "Westmere", off)).is_ok());
        assert!(asked("qemu", &custom("partial", "Westmere-v1", off)).is_ok());
        assert!(refused("qemu", &custom("partial", "Icelake-Server", "")).contains("required features: "));
        let text = refused("qemu", &custom("partial", "Icelake-Server-v2", ""));
        assert!(text.contains("avx512f") && !text.contains("hle"), "{text}");
    }
}
