//! The processor that the guest sees.

use super::{Line, Options, Plan};
use crate::emulator::Flag;
use virt_conf::domain::clock::{TickPolicy, TimerName};
use virt_conf::domain::cpu::{Cpu, CpuCacheMode, CpuMode, FeaturePolicy, PhysAddrMode};
use virt_conf::domain::features::{Hyperv, HypervMode, Switch};
use virt_conf::domain::watchdog::PanicModel;
use virt_error::{Result, bail};
use virt_xml::{OnOff, YesNo};

/// Features of x86 that libvirt calls otherwise than QEMU does.
const X86_NAMES: &[(&str, &str)] = &[
    ("cmp_legacy", "cmp-legacy"),
    ("ds_cpl", "ds-cpl"),
    ("fxsr_opt", "fxsr-opt"),
    ("kvm_pv_eoi", "kvm-pv-eoi"),
    ("kvm_pv_unhalt", "kvm-pv-unhalt"),
    ("lahf_lm", "lahf-lm"),
    ("nodeid_msr", "nodeid-msr"),
    ("pclmuldq", "pclmulqdq"),
    ("perfctr_core", "perfctr-core"),
    ("perfctr_nb", "perfctr-nb"),
    ("tsc_adjust", "tsc-adjust"),
];

/// The processor of which pSeries shows no newer features, where the document asks for one.
pub fn compatibility<'p>(plan: &'p Plan<'_>) -> Option<&'p str> {
    let cpu = plan.domain.cpu.as_deref()?;
    (cpu.mode == Some(CpuMode::HostModel)).then(|| cpu.model.as_ref()?.name.as_deref()).flatten()
}

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let cpu = plan.domain.cpu.as_deref();
    let mut options = Options::default();
    match cpu.filter(|cpu| cpu.mode.is_some() || cpu.model.is_some()) {
        Some(cpu) => put_model(&mut options, plan, cpu)?,
        // A 32-bit guest gets the processor of a 32-bit machine, whatever the emulator.
        None if plan.domain.arch() == "i686" && plan.program().to_string_lossy().ends_with("x86_64") => {
            options.word("qemu32");
        }
        None => {}
    }
    let modelled = !options.is_empty();
    put_host_features(&mut options, plan);
    if let Some(cpu) = cpu {
        put_details(&mut options, plan, cpu)?;
    }
    let text = options.to_string();
    match (modelled, text.is_empty()) {
        (true, _) => line.pair("-cpu", text),
        (false, true) => {}
        (false, false) => {
            let model = if plan.domain.arch() == "i686" { "qemu32" } else { "qemu64" };
            line.pair("-cpu", format_args!("{model},{text}"));
        }
    }
    Ok(())
}

fn put_model(options: &mut Options, plan: &Plan<'_>, cpu: &Cpu) -> Result<()> {
    let model = cpu.model.as_deref();
    match cpu.mode.unwrap_or(CpuMode::Custom) {
        CpuMode::HostPassthrough => {
            options.word("host");
            if plan.emulator.has(Flag::CpuMigratable) {
                options.put_switch("migratable", cpu.migratable);
            }
        }
        CpuMode::Maximum => {
            options.word("max");
            if plan.emulator.has(Flag::CpuMigratable) {
                options.put_switch("migratable", cpu.migratable);
            }
        }
        CpuMode::HostModel if plan.domain.arch().starts_with("ppc64") => options.word("host"),
        CpuMode::HostModel => bail!(
            Qemu,
            InternalError,
            "the host's processor model was not put in the place of mode='host-model'"
        ),
        CpuMode::Custom => match model.and_then(|model| model.name.as_deref()) {
            Some(name) => options.word(name),
            None => return Ok(()),
        },
    }
    options.put_some("vendor", model.and_then(|model| model.vendor_id.as_deref()));
    let of_aarch64 = plan.program().to_string_lossy().ends_with("aarch64");
    if plan.kvm() && plan.domain.arch() == "armv7l" && of_aarch64 {
        options.put_on("aarch64", false);
    }
    put_features(options, plan, cpu);
    Ok(())
}

fn put_features(options: &mut Options, plan: &Plan<'_>, cpu: &Cpu) {
    for feature in &cpu.features {
        let Some(name) = feature.name.as_deref() else { continue };
        let known = X86_NAMES.iter().find(|(ours, _)| plan.is_x86() && *ours == name);
        let name = known.map_or(name, |(_, theirs)| theirs);
        match feature.policy {
            Some(FeaturePolicy::Force | FeaturePolicy::Require) | None => options.put_on(name, true),
            Some(FeaturePolicy::Disable | FeaturePolicy::Forbid) => options.put_on(name, false),
            // It is there where the host has it, which the emulator decides by the model.
            Some(FeaturePolicy::Optional) => {}
        }
    }
}

/// What clocks and paravirtualisation ask of the processor.
fn put_host_features(options: &mut Options, plan: &Plan<'_>) {
    for timer in plan.domain.clock.iter().flat_map(|clock| &clock.timers) {
        match timer.name {
            Some(TimerName::Kvmclock) => {
                if let Some(YesNo(present)) = timer.present {
                    options.put_on("kvmclock", present);
                }
            }
            Some(TimerName::Hypervclock) if timer.present == Some(YesNo(true)) => {
                options.put_on("hv-time", true)
            }
            Some(TimerName::Tsc) => options.put_some("tsc-frequency", timer.frequency.filter(|hz| *hz > 0)),
            Some(TimerName::Armvtimer) => match timer.tickpolicy {
                Some(TickPolicy::Delay) => options.put_on("kvm-no-adjvtime", false),
                Some(TickPolicy::Discard) => options.put_on("kvm-no-adjvtime", true),
                _ => {}
            },
            _ => {}
        }
    }
    let features = plan.features();
    let apic = features.and_then(|features| features.apic.as_ref());
    options.put_switch("kvm-pv-eoi", apic.and_then(|apic| apic.eoi));
    let Some(features) = features else {
        put_panic(options, plan);
        return;
    };
    let state = |switch: &Option<Box<Switch>>| switch.as_ref().and_then(|switch| switch.state);
    options.put_switch("kvm-pv-unhalt", state(&features.pvspinlock));
    if let Some(hyperv) = features.hyperv.as_deref() {
        put_hyperv(options, hyperv);
    }
    put_panic(options, plan);
    if let Some(kvm) = features.kvm.as_deref() {
        let on = |switch: &Option<Box<Switch>>| state(switch) == Some(OnOff(true));
        if on(&kvm.hidden) {
            options.put_on("kvm", false);
        }
        for (name, switch) in
            [("kvm-hint-dedicated", &kvm.hint_dedicated), ("kvm-poll-control", &kvm.poll_control)]
        {
            if on(switch) {
                options.put_on(name, true);
            }
        }
        // On by itself.
        if state(&kvm.pv_ipi) == Some(OnOff(false)) {
            options.put_on("kvm-pv-ipi", false);
        }
    }
    options.put_switch("pmu", state(&features.pmu));
}

/// A guest under Hyper-V's rules tells of its crashes through the processor.
fn put_panic(options: &mut Options, plan: &Plan<'_>) {
    if plan.domain.devices.panics.iter().any(|panic| panic.model == Some(PanicModel::Hyperv)) {
        options.word("hv-crash");
    }
}

/// What makes the guest take the host for Hyper-V.
fn put_hyperv(options: &mut Options, hyperv: &Hyperv) {
    if hyperv.mode == Some(HypervMode::Passthrough) {
        options.put_on("hv-passthrough", true);
    }
    let state = |switch: &Option<Box<Switch>>| switch.as_ref().and_then(|switch| switch.state);
    let mut put = |name: &str, switch: Option<OnOff>| {
        if switch == Some(OnOff(true)) {
            options.put_on(name, true);
        }
        switch == Some(OnOff(true))
    };
    put("hv-relaxed", state(&hyperv.relaxed));
    put("hv-vapic", state(&hyperv.vapic));
    if let Some(spinlocks) = hyperv.spinlocks.as_ref().filter(|one| one.state == Some(OnOff(true))) {
        options.put("hv-spinlocks", format_args!("0x{:x}", spinlocks.retries.unwrap_or(0)));
    }
    let mut put = |name: &str, switch: Option<OnOff>| {
        if switch == Some(OnOff(true)) {
            options.put_on(name, true);
        }
        switch == Some(OnOff(true))
    };
    put("hv-vpindex", state(&hyperv.vpindex));
    put("hv-runtime", state(&hyperv.runtime));
    put("hv-synic", state(&hyperv.synic));
    if let Some(stimer) = &hyperv.stimer {
        if put("hv-stimer", stimer.state) {
            put("hv-stimer-direct", state(&stimer.direct));
        }
    }
    put("hv-reset", state(&hyperv.reset));
    if let Some(vendor) = hyperv.vendor_id.as_ref().filter(|one| one.state == Some(OnOff(true))) {
        options.put_some("hv-vendor-id", vendor.value.as_deref());
    }
    let mut put = |name: &str, switch: Option<OnOff>| {
        if switch == Some(OnOff(true)) {
            options.put_on(name, true);
        }
        switch == Some(OnOff(true))
    };
    put("hv-frequencies", state(&hyperv.frequencies));
    put("hv-reenlightenment", state(&hyperv.reenlightenment));
    if let Some(flush) = &hyperv.tlbflush {
        if put("hv-tlbflush", flush.state) {
            put("hv-tlbflush-direct", state(&flush.direct));
            put("hv-tlbflush-ext", state(&flush.extended));
        }
    }
    put("hv-ipi", state(&hyperv.ipi));
    put("hv-evmcs", state(&hyperv.evmcs));
    put("hv-avic", state(&hyperv.avic));
    put("hv-emsr-bitmap", state(&hyperv.emsr_bitmap));
    put("hv-xmm-input", state(&hyperv.xmm_input));
}

/// Caches and the width of addresses.
fn put_details(options: &mut Options, plan: &Plan<'_>, cpu: &Cpu) -> Result<()> {
    if let Some(cache) = cpu.cache.as_deref() {
        let (host, third) = match cache.mode {
            Some(CpuCacheMode::Emulate) => (None, Some(true)),
            Some(CpuCacheMode::Passthrough) => (Some(true), Some(false)),
            Some(CpuCacheMode::Disable) if cpu.mode == Some(CpuMode::HostPassthrough) => {
                (Some(false), Some(false))
            }
            Some(CpuCacheMode::Disable) => (None, Some(false)),
            None => (None, None),
        };
        if let Some(on) = host {
            options.put_on("host-cache-info", on);
        }
        if let Some(on) = third {
            options.put_on("l3-cache", on);
        }
    }
    if let Some(width) = cpu.maxphysaddr.as_deref() {
        match width.mode {
            Some(PhysAddrMode::Emulate) => options.put_some("phys-bits", width.bits),
            Some(PhysAddrMode::Passthrough) => {
                options.put_on("host-phys-bits", true);
                options.put_some("host-phys-bits-limit", width.limit);
            }
            None => bail!(
                Qemu,
                InternalError,
                "the width of physical addresses has no mode in guest {}",
                plan.domain.name()
            ),
        }
    }
    Ok(())
}
