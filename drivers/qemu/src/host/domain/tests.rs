use super::*;
use crate::emulator::recording::recorded;
use virt_conf::capabilities::domain::Support;

fn subject(name: &str, machine: &str, kvm: bool) -> Option<Subject> {
    let emulator = Arc::new(recorded(name)?);
    let machine = emulator.accelerated(kvm).machine(machine).unwrap().clone();
    Some(Subject { arch: emulator.arch.clone(), emulator, kvm, machine })
}

fn values<'a>(support: &'a Option<Box<Support>>, name: &str) -> Vec<&'a str> {
    let enums = &support.as_ref().unwrap().enums;
    let found = enums.iter().find(|one| one.name.as_deref() == Some(name)).unwrap();
    found.values.iter().map(String::as_str).collect()
}

#[test]
fn devices_are_those_of_the_machine() {
    let Some(pc) = subject("10.0.0_x86_64", "pc", true) else { return };
    let of_pc = devices::describe(&pc);
    assert_eq!(values(&of_pc.disk, "bus"), ["ide", "fdc", "scsi", "virtio", "usb", "sata"]);
    assert_eq!(values(&of_pc.panic, "model"), ["isa", "hyperv", "pvpanic"]);
    assert_eq!(values(&of_pc.interface, "backendType"), ["default", "passt"]);
    let q35 = devices::describe(&subject("10.0.0_x86_64", "q35", true).unwrap());
    assert_eq!(values(&q35.disk, "bus")[0], "fdc");
    let sparc = devices::describe(&subject("9.0.0_sparc", "SS-5", false).unwrap());
    assert_eq!(sparc.tpm.as_ref().unwrap().supported, Some(YesNo(false)));
    assert_eq!(values(&sparc.disk, "model"), ["virtio"]);
}

#[test]
fn features_are_told() {
    let Some(pc) = subject("10.0.0_x86_64", "pc", true) else { return };
    let of_pc = features::describe(&pc);
    assert_eq!(of_pc.hyperv.as_ref().unwrap().enums[0].values[..2], ["relaxed", "vapic"]);
    assert_eq!(of_pc.ps2.as_ref().unwrap().supported, Some(YesNo(true)));
    assert_eq!(of_pc.sev.as_ref().unwrap().supported, Some(YesNo(false)));
    let virt = features::describe(&subject("8.2.0_aarch64", "virt", true).unwrap());
    assert_eq!(values(&virt.gic, "version"), ["3"]);
}

#[test]
fn the_host_model_is_found_among_the_emulators_models() {
    let Some(pc) = subject("6.2.0_x86_64", "pc", true) else { return };
    let cpu = host_model(&pc, HostProcessor::get()).unwrap().unwrap();
    assert_eq!((cpu.model.as_deref(), cpu.vendor.as_deref()), (Some("EPYC-Rome"), Some("AMD")));
    assert!(cpu.features.iter().any(|feature| feature.name == "invtsc"));
    let virt = subject("8.2.0_aarch64", "virt", true).unwrap();
    assert!(host_model(&virt, HostProcessor::get()).unwrap().is_none());
    let CpuModesParts { names, custom } = parts(&pc);
    assert_eq!(names, ["host-passthrough", "maximum", "host-model", "custom"]);
    assert!(custom.contains(&"qemu64".to_owned()) && !custom.contains(&"host".to_owned()));
}

struct CpuModesParts {
    names: Vec<String>,
    custom: Vec<String>,
}

fn parts(subject: &Subject) -> CpuModesParts {
    let modes = models::modes(subject, HostProcessor::get(), false);
    let names = modes.modes.iter().filter_map(|mode| mode.name.clone()).collect();
    let custom = modes.modes[3].models.models.iter().filter_map(|(model, _)| model.name.clone()).collect();
    CpuModesParts { names, custom }
}

#[test]
fn the_smaller_sibling_is_served_too() {
    assert!(
        same_family("i686", "x86_64") && same_family("armv7l", "aarch64") && same_family("sparc", "sparc")
    );
    assert!(!same_family("x86_64", "i686") && !same_family("ppc64", "x86_64"));
}

#[test]
fn firmware_without_descriptors_is_told_of() {
    let Some(pc) = subject("10.0.0_x86_64", "pc", true) else { return };
    let there = std::env::current_exe().unwrap().display().to_string();
    let pairs = [(there.clone(), "/vars".to_owned()), ("/nowhere/code".to_owned(), "/vars".to_owned())];
    assert_eq!(os(&pc, &[], &pairs).loader.unwrap().paths, [there]);
}
