//! The machine: its type, and the features that are options of it.

use super::{Line, Options, Plan, memory, refuse};
use crate::emulator::{Flag, Machine};
use virt_conf::domain::VirtType;
use virt_conf::domain::features::{Features, HptResizing, IoapicDriver, Switch};
use virt_conf::domain::iommu::IommuModel;
use virt_conf::domain::memory_device::MemoryModel;
use virt_conf::domain::sound::SoundModel;
use virt_error::{Result, bail, error};
use virt_xml::{OnOff, YesNo};

impl Plan<'_> {
    pub fn kvm(&self) -> bool {
        self.domain.kind == Some(VirtType::Kvm)
    }

    /// What the emulator says of the guest's machine type.
    pub fn machine(&self) -> Option<&Machine> {
        self.emulator.accelerated(self.kvm()).machine(self.domain.machine())
    }

    pub fn is_x86(&self) -> bool {
        matches!(self.domain.arch(), "x86_64" | "i686")
    }

    fn is_arm(&self) -> bool {
        matches!(self.domain.arch(), "aarch64" | "armv7l")
    }

    pub fn is_s390(&self) -> bool {
        self.domain.arch().starts_with("s390")
    }

    /// Whether the machine is of the family `q35`, `pc`, `virt`, `pseries`…, in whatever version.
    pub fn machine_is(&self, family: &str) -> bool {
        let machine = self.domain.machine();
        let of_pc = |name: &str| match family {
            "pc" => name.starts_with("pc-i440fx") || name.starts_with("pc-0.") || name.starts_with("pc-1."),
            "q35" => name.starts_with("pc-q35"),
            _ => false,
        };
        let versioned = || machine.strip_prefix(family).is_some_and(|rest| rest.starts_with('-'));
        let by_name = machine == family || of_pc(machine) || (family != "pc" && versioned());
        by_name || (family == "pc" && machine.starts_with("rhel") && self.is_x86())
    }

    pub fn features(&self) -> Option<&Features> {
        self.domain.features.as_deref()
    }
}

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let mut machine = Options::new(plan.domain.machine());
    machine.put_on("usb", false);
    if let Some(features) = plan.features() {
        put_features(&mut machine, plan, features)?;
    }
    put_iommu(&mut machine, plan);
    if let Some(features) = plan.features() {
        put_pseries(&mut machine, features)?;
        machine.put_switch("ras", features.ras.as_ref().and_then(|switch| switch.state));
        if let Some(aia) = &features.aia {
            machine.put_some("aia", aia.value.as_deref());
        }
    }
    for cipher in plan.domain.keywrap.iter().flat_map(|keywrap| &keywrap.ciphers) {
        let name = cipher.name.as_deref().unwrap_or_default();
        machine.put_switch(&format!("{name}-key-wrap"), cipher.state);
    }
    let dump = plan.domain.total.as_ref().and_then(|memory| memory.dump_core);
    machine.put_on("dump-guest-core", dump == Some(OnOff(true)));
    if plan.domain.memory_backing.as_ref().is_some_and(|backing| backing.nosharepages) {
        machine.put_on("mem-merge", false);
    }
    if plan.domain.devices.memories.iter().any(|memory| memory.model == Some(MemoryModel::Nvdimm)) {
        machine.put_on("nvdimm", true);
    }
    machine.put_some("memory-backend", memory::default_backend(plan));
    if let Some(audio) = pc_speaker(plan) {
        machine.put("pcspk-audiodev", format!("audio{audio}"));
    }
    if plan.hmat() {
        machine.put_on("hmat", true);
    }
    if plan.domain.launch_security.is_some() {
        machine.put("confidential-guest-support", super::launch_security::ID);
    }
    super::firmware::put_machine(&mut machine, plan);
    put_hpet(&mut machine, plan);
    // Without graphics the firmware speaks on the serial port.
    let bios = plan.domain.os.as_ref().and_then(|os| os.bios.as_ref());
    if bios.is_some_and(|bios| bios.useserial == Some(YesNo(true))) {
        machine.put_on("graphics", false);
    }
    put_acpi(&mut machine, line, plan);
    put_epc(&mut machine, plan);
    put_boot(&mut machine, plan);
    line.pair("-machine", machine);
    Ok(())
}

/// Features that have their place right behind the machine's name.
fn put_features(machine: &mut Options, plan: &Plan<'_>, features: &Features) -> Result<()> {
    let state = |switch: &Option<Box<Switch>>| switch.as_ref().and_then(|switch| switch.state);
    machine.put_switch("vmport", state(&features.vmport));
    machine.put_switch("smm", features.smm.as_ref().and_then(|smm| smm.state));
    match features.ioapic {
        Some(IoapicDriver::Qemu) => machine.put("kernel_irqchip", "split"),
        Some(IoapicDriver::Kvm) => machine.put_on("kernel_irqchip", true),
        Some(IoapicDriver::None) | None => {}
    }
    if plan.emulator.has(Flag::MachineI8042) {
        machine.put_switch("i8042", state(&features.ps2));
    } else if state(&features.ps2).is_some() {
        return Err(refuse("<ps2>"));
    }
    machine.put_some("gic-version", features.gic.as_ref().and_then(|gic| gic.version));
    Ok(())
}

/// An IOMMU that is part of the machine.
fn put_iommu(machine: &mut Options, plan: &Plan<'_>) {
    if plan.domain.devices.iommus.iter().any(|iommu| iommu.model == Some(IommuModel::Smmuv3)) {
        machine.put("iommu", "smmuv3");
    }
}

/// Features of pSeries.
fn put_pseries(machine: &mut Options, features: &Features) -> Result<()> {
    if let Some(hpt) = &features.hpt {
        let resizing = hpt.resizing.filter(|resizing| *resizing != HptResizing::None);
        machine.put_some("resize-hpt", resizing);
        if let Some(size) = hpt.maxpagesize.as_ref().and_then(|size| size.value) {
            machine.put("cap-hpt-max-page-size", format_args!("{size}k"));
        }
    }
    for (name, switch) in [
        ("cap-htm", &features.htm),
        ("cap-nested-hv", &features.nested_hv),
        ("cap-ccf-assist", &features.ccf_assist),
    ] {
        machine.put_switch(name, switch.as_ref().and_then(|switch| switch.state));
    }
    machine.put_some("cap-cfpc", features.cfpc);
    machine.put_some("cap-sbbc", features.sbbc);
    machine.put_some("cap-ibs", features.ibs);
    Ok(())
}

/// The audio that the built-in speaker of a PC plays to.
fn pc_speaker(plan: &Plan<'_>) -> Option<u32> {
    let speaker = plan.domain.devices.sounds.iter().find(|sound| sound.model == Some(SoundModel::Pcspk))?;
    speaker.audio.or_else(|| plan.domain.devices.audios.first()?.id)
}

fn put_hpet(machine: &mut Options, plan: &Plan<'_>) {
    if plan.emulator.has(Flag::MachineHpet) {
        machine.put_switch("hpet", super::clock::hpet(plan).map(OnOff));
    }
}

/// ACPI, where the machine lets it be chosen.
fn put_acpi(machine: &mut Options, line: &mut Line, plan: &Plan<'_>) {
    let on = plan.features().is_some_and(|features| features.acpi);
    match plan.machine().and_then(|machine| machine.acpi) {
        Some(true) => machine.put_on("acpi", on),
        Some(false) => {}
        // Emulators that do not say so of their machines have an option of its own.
        None => line.without_acpi = !on && (plan.is_x86() || plan.machine_is("virt") && plan.is_arm()),
    }
}

/// Memory of SGX enclaves.
fn put_epc(machine: &mut Options, plan: &Plan<'_>) {
    let memories = plan.domain.devices.memories.iter();
    for (place, memory) in memories.filter(|memory| memory.model == Some(MemoryModel::SgxEpc)).enumerate() {
        let alias = memory.info.alias.as_ref().map_or("", |alias| &alias.0);
        machine.put(&format!("sgx-epc.{place}.memdev"), format_args!("mem{alias}"));
        let node = memory.target.as_ref().and_then(|target| target.node);
        machine.put_some(&format!("sgx-epc.{place}.node"), node);
    }
}

/// What the firmware of s390 is told to load; the newest oldest processor that pSeries shows.
fn put_boot(machine: &mut Options, plan: &Plan<'_>) {
    if plan.is_s390() && !plan.emulator.has(Flag::VirtioCcwLoadparm) {
        machine.put_some("loadparm", super::boot::first_loadparm(plan));
    }
    if plan.domain.arch().starts_with("ppc64") {
        machine.put_some("max-cpu-compat", super::cpu::compatibility(plan));
    }
}

/// The size of the memory that belongs to System Management Mode.
pub fn management_memory(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let smm = plan.features().and_then(|features| features.smm.as_ref());
    let Some(tseg) = smm.and_then(|smm| smm.tseg.as_ref()) else { return Ok(()) };
    let bytes = virt_conf::scale(tseg.value.unwrap_or(0), tseg.unit.as_deref().unwrap_or("MiB"))?;
    if bytes == 0 {
        return Ok(());
    }
    if !plan.machine_is("q35") {
        bail!(Qemu, ConfigUnsupported, "SMM TSEG is only supported with q35 machine type");
    }
    if !plan.emulator.has(Flag::MchExtendedTsegMbytes) {
        bail!(Qemu, ConfigUnsupported, "Setting TSEG size is not supported with this QEMU binary");
    }
    const MIB: u64 = 1 << 20;
    if bytes % MIB != 0 {
        bail!(Qemu, ConfigUnsupported, "SMM TSEG size must be divisible by 1 MiB");
    }
    line.pair("-global", format_args!("mch.extended-tseg-mbytes={}", bytes / MIB));
    Ok(())
}

/// The option that switches ACPI off where the machine has none.
pub fn no_acpi(line: &mut Line, _plan: &Plan<'_>) -> Result<()> {
    if line.without_acpi {
        line.flag("-no-acpi");
    }
    Ok(())
}

/// What runs the processors.
pub fn accelerator(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let features = plan.features();
    let accelerator = match plan.domain.kind {
        Some(VirtType::Kvm) => {
            let mut options = Options::new("kvm");
            let ring = features.and_then(|features| features.kvm.as_ref()?.dirty_ring.as_ref());
            if let Some(ring) = ring.filter(|ring| ring.state == Some(OnOff(true))) {
                options.put_some("dirty-ring-size", ring.size);
            }
            options
        }
        Some(VirtType::Qemu) => {
            let mut options = Options::new("tcg");
            let cache = features.and_then(|features| features.tcg.as_ref()?.tb_cache.as_ref()?.value);
            options.put_some("tb-size", cache.map(|kib| kib / 1024));
            options
        }
        Some(VirtType::Hvf) => Options::new("hvf"),
        other => {
            let kind = other.map_or("none", VirtType::as_str);
            return Err(error!(Qemu, InternalError, "the QEMU binary does not support {kind}"));
        }
    };
    line.pair("-accel", accelerator);
    Ok(())
}
