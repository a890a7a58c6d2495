//! Processors compared, and what several have in common.

use super::{
    domain::{self, Subject},
    processor::HostProcessor,
};
use crate::emulator::{CpuProperty, Expansion};
use virt_conf::domain::cpu::CpuFallback;
use virt_cpu::{Baseline, Comparison, Definition, Family, family_of, x86};
use virt_error::{Code, Error, Origin, Result, bail};

/// Compares a definition with the host's processor.
pub fn compare(xml: &str, fail: bool, validate: bool) -> Result<Comparison> {
    let cpu = Definition::parse(xml, validate)?;
    let host = HostProcessor::get();
    virt_cpu::compare(host.arch, host.definition.as_ref(), &cpu, fail)
}

/// Compares a definition with what an emulator can give its guests on this host.
pub fn compare_with_emulator(subject: &Subject, xml: &str, fail: bool, validate: bool) -> Result<Comparison> {
    if family_of(subject.arch())? != Family::X86 {
        bail!(
            Qemu,
            OperationUnsupported,
            "comparing with the hypervisor CPU is not supported for arch {}",
            subject.arch()
        );
    }
    let cpu = Definition::parse(xml, validate)?;
    match domain::host_model(subject, HostProcessor::get())? {
        Some(host) => virt_cpu::compare(subject.arch(), Some(&host), &cpu, fail),
        None if fail => {
            Err(Error::new(Origin::Cpu, Code::CpuIncompatible, "cannot get host CPU capabilities"))
        }
        None => Ok(Comparison::Incompatible),
    }
}

/// A definition that a guest can have on each of the hosts.
pub fn baseline(xmls: &[String], expand: bool, migratable: bool) -> Result<String> {
    let cpus = xmls.iter().map(|xml| Definition::parse_host(xml)).collect::<Result<Vec<_>>>()?;
    let mut cpu = virt_cpu::baseline(None, &cpus, &Baseline { migratable, ..Baseline::default() })?;
    if expand {
        let arch = cpus.first().and_then(|cpu| cpu.architecture.as_deref()).unwrap_or_default();
        virt_cpu::expand(arch, &mut cpu)?;
    }
    Ok(cpu.format())
}

/// The same for guests of one emulator.
pub fn baseline_with_emulator(
    subject: &Subject,
    xmls: &[String],
    expand: bool,
    migratable: bool,
) -> Result<String> {
    let arch = subject.arch();
    if family_of(arch)? != Family::X86 {
        bail!(
            Qemu,
            OperationUnsupported,
            "computing baseline hypervisor CPU is not supported for arch {arch}"
        );
    }
    let cpus = xmls.iter().map(|xml| Definition::parse(xml, false)).collect::<Result<Vec<_>>>()?;
    let accelerated = subject.emulator.accelerated(subject.kvm);
    let all = accelerated.unmigratable.as_ref().filter(|_| !migratable).or(accelerated.host.as_ref());
    let Some(all) = all else {
        bail!(Qemu, InternalError, "no CPU model info found for '{arch}'");
    };
    let features = features_of(all);
    let usable = domain::usable_models(&subject.emulator, subject.kvm);
    let wanted = Baseline { usable: Some(&usable), features: Some(&features), migratable };
    let mut cpu = virt_cpu::baseline(Some(arch), &cpus, &wanted)?;
    cpu.fallback = CpuFallback::Forbid;
    if expand {
        virt_cpu::expand(arch, &mut cpu)?;
    }
    Ok(cpu.format())
}

/// The features that an emulator can turn on, by the names of this library.
fn features_of(expansion: &Expansion) -> Vec<&str> {
    expansion
        .properties
        .iter()
        .filter(|(_, value)| *value == CpuProperty::Switch(true))
        .map(|(name, _)| x86::Feature::find_alias(name).map_or(name.as_str(), |feature| feature.name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emulator::recording::recorded;
    use std::sync::Arc;

    fn subject() -> Option<Subject> {
        let emulator = Arc::new(recorded("9.2.0_x86_64")?);
        let machine = emulator.accelerated(true).default_machine().unwrap().clone();
        Some(Subject { arch: emulator.arch.clone(), emulator, kvm: true, machine })
    }

    fn host(model: &str, features: &str) -> String {
        format!("<cpu><arch>x86_64</arch><model>{model}</model>{features}</cpu>")
    }

    #[test]
    fn the_common_processor_is_one_that_the_emulator_gives() {
        let Some(subject) = subject() else { return };
        let hosts = [host("Nehalem", "<feature name='aes'/>"), host("Westmere", "")];
        let cpu = baseline_with_emulator(&subject, &hosts, false, false).unwrap();
        assert!(cpu.contains("<model fallback='forbid'>"), "{cpu}");
        assert!(baseline(&hosts, true, false).unwrap().contains("<feature policy='require' name='sse4.2'/>"));
        assert!(baseline(&[], false, false).is_err());
    }

    #[test]
    fn what_the_emulator_lacks_is_incompatible() {
        let Some(subject) = subject() else { return };
        let guest = "<cpu match='exact'><model>Nehalem</model><feature name='3dnow' policy='require'/></cpu>";
        let compared = compare_with_emulator(&subject, guest, false, false).unwrap();
        assert_eq!(compared, Comparison::Incompatible);
        let error = compare_with_emulator(&subject, guest, true, false).unwrap_err();
        assert_eq!(error.code(), Code::CpuIncompatible);
        let guest = "<cpu match='exact'><model>Nehalem</model></cpu>";
        assert_eq!(compare_with_emulator(&subject, guest, false, false).unwrap(), Comparison::Superset);
    }
}
