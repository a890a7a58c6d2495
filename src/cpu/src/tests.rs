//! Definitions go in, definitions come out.

use super::*;
use virt_conf::domain::cpu::FeaturePolicy;

fn host(model: &str, inner: &str) -> Definition {
    Definition::parse_host(&format!("<cpu><arch>x86_64</arch><model>{model}</model>{inner}</cpu>")).unwrap()
}

fn common(cpus: &[Definition]) -> Definition {
    baseline(None, cpus, &Baseline::default()).unwrap()
}

fn refused(cpus: &[Definition]) -> String {
    baseline(None, cpus, &Baseline::default()).unwrap_err().to_string()
}

#[test]
fn one_host_is_its_own_baseline() {
    let cpu = common(&[host("Nehalem", "<feature name='vmx'/>")]);
    assert_eq!(
        cpu.format(),
        "<cpu mode='custom' match='exact'>\n  <model fallback='forbid'>Nehalem</model>\n  \
         <feature policy='require' name='vmx'/>\n</cpu>\n"
    );
}

#[test]
fn the_common_model_lacks_what_one_host_lacks() {
    let cpu = common(&[host("EPYC", ""), host("EPYC-Rome", "")]);
    assert_eq!(
        cpu.format(),
        "<cpu mode='custom' match='exact'>\n  <model fallback='allow'>EPYC</model>\n  \
         <feature policy='disable' name='monitor'/>\n</cpu>\n"
    );
    let cpu = common(&[host("Icelake-Server", ""), host("Cascadelake-Server", "<feature name='mpx'/>")]);
    let text = "<model fallback='allow'>Cascadelake-Server</model>\n  <feature policy='disable' name='mpx'/>\n</cpu>";
    assert!(cpu.format().contains(text));
}

#[test]
fn a_vendor_that_does_not_fit_changes_the_model() {
    let cpu = common(&[host("Nehalem", "<vendor>AMD</vendor>")]);
    assert_eq!((cpu.model.as_deref(), cpu.vendor.as_deref()), (Some("kvm64"), Some("AMD")));
    let two = [host("qemu64", "<vendor>Intel</vendor>"), host("qemu64", "<vendor>AMD</vendor>")];
    assert_eq!(refused(&two), "operation failed: CPU vendors do not match");
    let amd = || host("Nehalem", "<vendor>AMD</vendor>");
    let text = "operation failed: CPU vendor Intel of model Nehalem differs from vendor AMD";
    assert_eq!(refused(&[amd(), amd()]), text);
    let unknown = host("qemu64", "<vendor>Zork</vendor>");
    assert_eq!(refused(&[unknown]), "operation failed: Unknown CPU vendor Zork");
}

#[test]
fn what_is_not_known_is_refused() {
    assert_eq!(refused(&[]), "invalid argument: no CPUs given");
    assert_eq!(refused(&[host("nope", "")]), "internal error: Unknown CPU model nope");
    let feature = host("Nehalem", "<feature name='nope'/>");
    assert_eq!(refused(&[feature]), "internal error: Unknown CPU feature nope");
    let s390 = Definition { architecture: Some("s390x".into()), ..host("z13", "") };
    assert!(refused(&[s390]).ends_with("cannot compute baseline CPU of s390x architecture"));
    let mips = Definition { architecture: Some("mips".into()), ..host("x", "") };
    assert!(refused(&[mips]).ends_with("'mips' architecture is not supported by CPU driver"));
    let guest = Definition { model: None, ..Definition::default() };
    assert_eq!(refused(&[guest]), "invalid argument: no CPU model specified at index 0");
}

#[test]
fn the_hypervisor_limits_the_baseline() {
    let cpus = [host("Westmere", "<feature name='invtsc'/>")];
    let limited = Baseline { features: Some(&["fpu", "tsc", "de"]), ..Baseline::default() };
    let cpu = baseline(None, &cpus, &limited).unwrap();
    let off = cpu.features.iter().filter(|feature| feature.policy == Some(FeaturePolicy::Disable));
    assert!(off.count() > 20);
    assert!(cpu.features.iter().all(|feature| feature.name != "fpu"));
    let cpu = baseline(None, &cpus, &Baseline { migratable: true, ..Baseline::default() }).unwrap();
    assert!(cpu.features.is_empty());
}

#[test]
fn expansion_lists_the_features_of_the_model() {
    let mut cpu = common(&[host("EPYC", ""), host("EPYC-Rome", "<feature name='vmx'/>")]);
    let arch = "x86_64";
    expand(arch, &mut cpu).unwrap();
    let names: Vec<_> = cpu.features.iter().map(|feature| feature.name.as_str()).collect();
    assert!(names.is_sorted() && names.contains(&"svm") && !names.contains(&"vmx"));
    let text = cpu.format();
    assert!(text.contains("<feature policy='disable' name='monitor'/>"));
    assert!(text.contains("<feature policy='require' name='apic'/>"));
}

#[test]
fn a_host_is_compared() {
    let own = host("Westmere", "<vendor>Intel</vendor><feature name='vmx'/>");
    let ask =
        |text: &str, fail| compare("x86_64", Some(&own), &Definition::parse(text, false).unwrap(), fail);
    assert_eq!(ask("<cpu><model>Nehalem</model></cpu>", true).unwrap(), Comparison::Superset);
    let exact = "<cpu><arch>x86_64</arch><model>Westmere</model><feature name='vmx'/></cpu>";
    assert_eq!(ask(exact, true).unwrap(), Comparison::Identical);
    let strict = "<cpu match='strict'><model>Nehalem</model><feature name='vmx' policy='optional'/></cpu>";
    let text = ask(strict, true).unwrap_err().to_string();
    assert!(text.ends_with("Host CPU does not strictly match guest CPU: Extra features: aes"), "{text}");
    assert_eq!(ask(strict, false).unwrap(), Comparison::Incompatible);
    for (text, reason) in [
        (
            "<cpu><model>SandyBridge</model></cpu>",
            "Host CPU does not provide required features: pclmuldq, x2apic",
        ),
        (
            "<cpu><model>Nehalem</model><feature name='vmx' policy='forbid'/></cpu>",
            "Host CPU provides forbidden features: vmx",
        ),
        (
            "<cpu><model>Nehalem</model><vendor>AMD</vendor></cpu>",
            "host CPU vendor does not match required CPU vendor AMD",
        ),
        ("<cpu><arch>ppc64</arch><model>POWER7</model></cpu>", "CPU arch ppc64 does not match host arch"),
    ] {
        let error = ask(text, true).unwrap_err();
        assert!(error.to_string().contains(reason), "{error}");
        assert_eq!(error.code(), Code::CpuIncompatible);
    }
    let cpu = Definition::guest("Nehalem");
    assert_eq!(compare("x86_64", None, &cpu, false).unwrap(), Comparison::Incompatible);
    let text = compare("i686", None, &cpu, true).unwrap_err().to_string();
    assert_eq!(text, "the CPU is incompatible with host CPU: unknown host CPU");
}
