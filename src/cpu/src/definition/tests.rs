//! Definitions are read and refused as libvirt does it.

use super::*;

fn host(inner: &str) -> Result<Definition> {
    Definition::parse_host(&format!("<cpu><arch>x86_64</arch><model>Nehalem</model>{inner}</cpu>"))
}

fn refused(inner: &str) -> String {
    host(inner).unwrap_err().to_string()
}

#[test]
fn a_host_is_read() {
    let cpu = host(
        "<vendor>Intel</vendor><microcode version='12'/><counter name='tsc' frequency='1' scaling='yes'/>\
         <topology sockets='1' cores='2' threads='2'/><feature name='vmx' policy='zz'/><pages size='4'/>",
    )
    .unwrap();
    assert_eq!(cpu.role, Role::Host);
    assert_eq!((cpu.model.as_deref(), cpu.vendor.as_deref()), (Some("Nehalem"), Some("Intel")));
    assert_eq!(cpu.features, [Feature { name: "vmx".into(), policy: None }]);
}

#[test]
fn a_host_is_refused() {
    let whole = |text: &str| Definition::parse_host(text).unwrap_err().to_string();
    assert_eq!(whole("<cpus/>"), "XML error: XML does not contain expected 'cpu' element");
    assert_eq!(whole("<cpu/>"), "XML error: Missing CPU architecture");
    assert_eq!(whole("<cpu><arch>x86_64</arch><model/></cpu>"), "XML error: Missing CPU model name");
    let text = whole("<cpu><arch>nope</arch><model>x</model></cpu>");
    assert_eq!(text, "unsupported configuration: Unknown architecture nope");
    assert!(whole("zz").starts_with("(CPU_definition):1: Start tag expected"));
    for (inner, text) in [
        ("<feature name=''/>", "Invalid CPU feature name"),
        ("<feature name='vmx'/><feature name='vmx'/>", "CPU feature 'vmx' specified more than once"),
        ("<topology/>", "Missing required attribute 'sockets' in element 'topology'"),
        ("<cache/>", "Missing required attribute 'mode' in element 'cache'"),
        ("<cache mode='emulate' level='9'/>", "invalid CPU cache level, must be in range [1,3]"),
        ("<cache mode='emulate'/><cache/>", "at most one CPU cache element may be specified"),
        ("<counter name='tsc'/>", "Missing required attribute 'frequency' in element 'counter'"),
        (
            "<counter name='tsc' frequency='1' scaling='zz'/>",
            "Invalid value for attribute 'scaling' in element 'counter': 'zz'.",
        ),
        (
            "<maxphysaddr mode='emulate' bits='-1'/>",
            "Invalid value for attribute 'bits' in element 'maxphysaddr': '-1'. Expected non-negative value",
        ),
    ] {
        assert_eq!(refused(inner), format!("XML error: {text}"));
    }
    assert_eq!(refused("<microcode version='x'/>"), "unsupported configuration: invalid microcode version");
    assert!(host("<counter name='other' scaling='zz'/>").is_ok());
}

#[test]
fn either_kind_is_told_by_the_architecture() {
    let guest =
        Definition::parse("<cpu match='strict'><model>Nehalem</model><feature name='vmx'/></cpu>", false);
    let guest = guest.unwrap();
    assert_eq!((guest.role, guest.match_), (Role::Guest, Some(CpuMatch::Strict)));
    assert_eq!(guest.features[0].policy, Some(FeaturePolicy::Require));
    let host = Definition::parse("<cpu><arch>i686</arch><model>Nehalem</model></cpu>", false).unwrap();
    assert_eq!(host.role, Role::Host);
    let refused = |text: &str, validate| Definition::parse(text, validate).unwrap_err().to_string();
    assert!(
        refused("<cpu match='exact'><arch>i686</arch></cpu>", false)
            .contains("'arch' element cannot be used")
    );
    assert!(refused("<cpu><vendor>Intel</vendor></cpu>", false).ends_with("specified without CPU model"));
    assert!(refused("<cpu><feature name='vmx'/></cpu>", false).contains("Non-empty feature list"));
    assert!(refused("<cpu><arch>i686</arch><model>Nehalem</model><zz/></cpu>", true).contains("cpu.rng"));
}

#[test]
fn a_guest_is_written() {
    let mut cpu = Definition::guest("Nehalem");
    cpu.set_policy("vmx", Some(FeaturePolicy::Require));
    cpu.set_policy_if_missing("vmx", FeaturePolicy::Disable);
    cpu.set_policy_if_missing("aes", FeaturePolicy::Disable);
    let text = "<cpu mode='custom' match='exact'>\n  <model fallback='allow'>Nehalem</model>\n  \
                <feature policy='require' name='vmx'/>\n  <feature policy='disable' name='aes'/>\n</cpu>\n";
    assert_eq!(cpu.format(), text);
}
