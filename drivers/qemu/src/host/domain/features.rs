//! `<features>` of domain capabilities.

use super::{Subject, choice, plain, supported, with_values};
use crate::emulator::{CpuProperty, Flag, Sev as Encryption, Sgx as Enclaves};
use virt_conf::capabilities::domain::{
    Choice, FeatureSupport, Section, SectionSize, Sections, Sev, Sgx, Support,
};
use virt_xml::YesNo;

pub fn describe(subject: &Subject) -> FeatureSupport {
    let s390 = subject.arch() == "s390x";
    FeatureSupport {
        gic: gic(subject),
        vmcoreinfo: plain(subject.has(Flag::VmCoreInfo)),
        genid: plain(subject.has(Flag::VmGenId)),
        backing_store_input: plain(true),
        backup: plain(true),
        async_teardown: plain(subject.has(Flag::RunWithAsyncTeardown)),
        s390_pv: if s390 { plain(subject.has(Flag::S390PvGuest)) } else { None },
        ps2: plain(subject.is_x86() && subject.has(Flag::MachineI8042)),
        sev: Some(Box::new(sev(subject.emulator.sev.as_ref()))),
        sgx: Some(Box::new(sgx(subject.emulator.sgx.as_ref()))),
        hyperv: hyperv(subject),
        launch_security: with_values(vec![choice(
            "sectype",
            [
                ("sev", subject.has(Flag::SevGuest)),
                ("sev-snp", subject.has(Flag::SevSnpGuest)),
                ("s390-pv", s390 && subject.has(Flag::S390PvGuest)),
            ],
        )]),
        ..FeatureSupport::default()
    }
}

/// The interrupt controllers that Arm's machine `virt` can have.
fn gic(subject: &Subject) -> Option<Box<Support>> {
    let virt = subject.is_machine("virt") && matches!(subject.arch(), "aarch64" | "armv6l" | "armv7l");
    let possible = |version: u32| {
        let fits = |gic: &&crate::emulator::Gic| {
            gic.version == version && if subject.kvm { gic.kernel } else { gic.emulated }
        };
        subject.emulator.gic.iter().any(|gic| fits(&gic))
    };
    if !virt {
        return plain(false);
    }
    with_values(vec![choice("version", [("2", possible(2)), ("3", possible(3))])])
}

fn sev(sev: Option<&Encryption>) -> Sev {
    let Some(sev) = sev else { return Sev { supported: Some(YesNo(false)), ..Sev::default() } };
    let (guests, encrypted_state) = virt_sys::host::encrypted_guests().unzip();
    Sev {
        supported: Some(YesNo(true)),
        c_bit: Some(sev.c_bit),
        reduced_phys_bits: Some(sev.reduced_phys_bits),
        max_guests: guests,
        max_es_guests: encrypted_state,
        cpu0_id: sev.cpu0_id.clone(),
        ..Sev::default()
    }
}

fn sgx(sgx: Option<&Enclaves>) -> Sgx {
    let Some(sgx) = sgx else { return Sgx { supported: Some(YesNo(false)), ..Sgx::default() } };
    let kib = || Some("KiB".to_owned());
    let sections = sgx.sections.iter().map(|(node, size)| Section {
        node: Some(*node),
        size: Some(*size),
        unit: kib(),
        ..Section::default()
    });
    Sgx {
        supported: Some(YesNo(true)),
        flc: Some(YesNo(sgx.flc)),
        sgx1: Some(YesNo(sgx.sgx1)),
        sgx2: Some(YesNo(sgx.sgx2)),
        section_size: Some(Box::new(SectionSize {
            unit: kib(),
            size: Some(sgx.size),
            ..SectionSize::default()
        })),
        sections: (!sgx.sections.is_empty())
            .then(|| Box::new(Sections { sections: sections.collect(), ..Sections::default() })),
        ..Sgx::default()
    }
}

/// What the emulator has for Windows, in libvirt's words; nothing where it was not told.
fn hyperv(subject: &Subject) -> Option<Box<Support>> {
    /// libvirt's word and QEMU's property.
    const FEATURES: [(&str, &str); 18] = [
        ("relaxed", "hv-relaxed"),
        ("vapic", "hv-vapic"),
        ("spinlocks", "hv-spinlocks"),
        ("vpindex", "hv-vpindex"),
        ("runtime", "hv-runtime"),
        ("synic", "hv-synic"),
        ("stimer", "hv-stimer"),
        ("reset", "hv-reset"),
        ("vendor_id", "hv-vendor-id"),
        ("frequencies", "hv-frequencies"),
        ("reenlightenment", "hv-reenlightenment"),
        ("tlbflush", "hv-tlbflush"),
        ("ipi", "hv-ipi"),
        ("evmcs", "hv-evmcs"),
        ("avic", "hv-avic"),
        ("emsr_bitmap", "hv-emsr-bitmap"),
        ("xmm_input", "hv-xmm-input"),
        ("passthrough", ""),
    ];
    let properties = subject.emulator.kvm.as_ref()?.hyperv.as_ref()?;
    let there = |property: &str| match properties.property(property) {
        Some(CpuProperty::Switch(on)) => *on,
        Some(CpuProperty::Number(number)) => *number != 0,
        Some(CpuProperty::Text(text)) => !text.is_empty(),
        None => false,
    };
    if !properties.properties.iter().any(|(name, _)| name.starts_with("hv-")) {
        return None;
    }
    let values = FEATURES.iter().filter(|(_, property)| there(property)).map(|(word, _)| (*word).to_owned());
    Some(Box::new(supported(vec![Choice {
        name: Some("features".to_owned()),
        values: values.collect(),
        ..Choice::default()
    }])))
}
