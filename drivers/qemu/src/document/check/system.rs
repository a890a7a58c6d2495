//! Emulator, machine, processors and features.

use super::Check;
use crate::document::machine::{Family, is_arm, is_ppc64, is_x86};
use crate::emulator::{Flag, Machine};
use virt_conf::domain::VirtType;
use virt_conf::domain::clock::TimerName;
use virt_conf::domain::cpu::{CpuCacheMode, CpuMode, PhysAddrMode};
use virt_conf::domain::input::InputBus;
use virt_conf::domain::os::{Firmware, LoaderType, OsType};
use virt_error::{Result, bail};
use virt_xml::{OnOff, YesNo};

/// More processors than this need interrupts with long numbers.
const WITHOUT_EIM: u32 = 255;

impl Check<'_> {
    pub(super) fn system(&self) -> Result<()> {
        self.emulator_fits()?;
        self.features()?;
        self.processors()?;
        self.cpu()?;
        self.timers()?;
        self.boot()
    }

    fn emulator_fits(&self) -> Result<()> {
        let path = self.emulator.path.display();
        let os = self.domain.os_type();
        if os.parse() != Ok(OsType::Hvm) {
            bail!(Qemu, ConfigUnsupported, "Emulator '{path}' does not support os type '{os}'");
        }
        let arch = self.arch();
        let sibling = matches!(
            (self.emulator.arch.as_str(), arch),
            ("x86_64", "i686")
                | ("aarch64", "armv7l" | "armv6l")
                | ("armv7l", "armv6l")
                | ("ppc64", "ppc64le" | "ppc")
        );
        if self.emulator.arch != arch && !sibling {
            bail!(Qemu, ConfigUnsupported, "Emulator '{path}' does not support arch '{arch}'");
        }
        match self.domain.kind {
            Some(VirtType::Qemu) => {}
            Some(VirtType::Kvm) if self.emulator.kvm.is_some() => {}
            kind => bail!(
                Qemu,
                ConfigUnsupported,
                "Emulator '{path}' does not support virt type '{}'",
                kind.map_or("none".to_owned(), |kind| kind.to_string())
            ),
        }
        let machine = self.domain.machine();
        if self.machine().is_none() {
            bail!(Qemu, ConfigUnsupported, "Emulator '{path}' does not support machine type '{machine}'");
        }
        Ok(())
    }

    fn machine(&self) -> Option<&Machine> {
        self.emulator.accelerated(self.kvm()).machine(self.domain.machine())
    }

    fn features(&self) -> Result<()> {
        let Some(features) = self.domain.features.as_deref() else { return Ok(()) };
        let unsupported = |name: &str| {
            virt_error::error!(
                Qemu,
                ConfigUnsupported,
                "The '{name}' feature is not supported for architecture '{}' or machine type '{}'",
                self.arch(),
                self.domain.machine()
            )
        };
        if features.acpi && self.machine().and_then(|machine| machine.acpi) == Some(false) {
            bail!(Qemu, ConfigUnsupported, "machine type '{}' does not support ACPI", self.domain.machine());
        }
        if features.ioapic.is_some() && !is_x86(self.arch()) {
            return Err(unsupported("ioapic"));
        }
        let pseries = [
            ("hpt", features.hpt.is_some()),
            ("htm", features.htm.is_some()),
            ("nested-hv", features.nested_hv.is_some()),
            ("ccf-assist", features.ccf_assist.is_some()),
            ("cfpc", features.cfpc.is_some()),
            ("sbbc", features.sbbc.is_some()),
            ("ibs", features.ibs.is_some()),
        ];
        if let Some((name, _)) = pseries.iter().find(|(_, there)| *there && self.family != Family::Pseries) {
            return Err(unsupported(name));
        }
        if features.gic.is_some() && self.family != Family::ArmVirt {
            return Err(unsupported("gic"));
        }
        if let Some(smm) = &features.smm {
            if smm.state == Some(OnOff(true)) {
                if let Some(tseg) = smm.tseg.as_ref().and_then(|tseg| tseg.value) {
                    if self.family != Family::Q35 {
                        bail!(Qemu, ConfigUnsupported, "SMM TSEG is only supported with q35 machine type");
                    }
                    // In the unit that the document has it in, 1 MiB is 1024 or 1048576.
                    let unit = smm.tseg.as_ref().and_then(|tseg| tseg.unit.as_deref());
                    let size = virt_conf::scale(tseg, unit.unwrap_or("MiB"))?;
                    if size % (1024 * 1024) != 0 {
                        bail!(Qemu, ConfigUnsupported, "SMM TSEG size must be divisible by 1 MiB");
                    }
                }
            }
        }
        if features.async_teardown.is_some() && !self.has(Flag::RunWithAsyncTeardown) {
            bail!(Qemu, ConfigUnsupported, "asynchronous teardown is not available with this QEMU binary");
        }
        self.keyboard_controller()
    }

    fn keyboard_controller(&self) -> Result<()> {
        let Some(features) = self.domain.features.as_deref() else { return Ok(()) };
        let Some(state) = features.ps2.as_ref().and_then(|ps2| ps2.state) else { return Ok(()) };
        if !self.has(Flag::MachineI8042) {
            bail!(Qemu, ConfigUnsupported, "ps2 feature state cannot be controlled with this QEMU binary");
        }
        if state == OnOff(true) {
            return Ok(());
        }
        if features.vmport.as_ref().is_some_and(|vmport| vmport.state == Some(OnOff(true))) {
            bail!(Qemu, ConfigUnsupported, "vmport feature requires the ps2 feature not to be disabled");
        }
        if self.domain.devices.inputs.iter().any(|input| input.bus == Some(InputBus::Ps2)) {
            bail!(Qemu, ConfigUnsupported, "ps2 bus inputs require the ps2 feature not to be disabled");
        }
        Ok(())
    }

    fn processors(&self) -> Result<()> {
        let count = self.domain.max_vcpus();
        if let Some(limit) = self.machine().map(|machine| machine.max_cpus).filter(|&limit| limit > 0) {
            if count > limit {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "Maximum CPUs greater than specified machine type limit {limit}"
                );
            }
        }
        let topology = self.domain.cpu.as_ref().and_then(|cpu| cpu.topology.as_deref());
        if let Some(topology) = topology {
            let parts =
                [topology.sockets, topology.dies, topology.clusters, topology.cores, topology.threads];
            let product =
                parts.iter().fold(1u64, |product, part| product.saturating_mul(part.unwrap_or(1).into()));
            if product != u64::from(count) {
                bail!(Qemu, ConfigUnsupported, "CPU topology doesn't match maximum vcpu count");
            }
        }
        let threads = topology.and_then(|topology| topology.threads).unwrap_or(1);
        let granularity = if is_ppc64(self.arch()) { threads } else { 1 };
        if granularity > 1 && self.domain.vcpus() % granularity != 0 {
            bail!(
                Qemu,
                ConfigUnsupported,
                "vCPUs count must be a multiple of the vCPU hotplug granularity ({granularity})"
            );
        }
        if is_x86(self.arch()) && count > WITHOUT_EIM {
            if self.family != Family::Q35 {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "more than {WITHOUT_EIM} vCPUs are only supported on q35-based machine types"
                );
            }
            let eim = self.domain.devices.iommus.first().is_some_and(|iommu| {
                iommu.driver.as_ref().is_some_and(|driver| driver.eim == Some(OnOff(true)))
            });
            let amd = self
                .domain
                .devices
                .iommus
                .iter()
                .any(|iommu| iommu.model == Some(virt_conf::domain::iommu::IommuModel::Amd));
            if !eim && !amd {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "more than {WITHOUT_EIM} vCPUs require extended interrupt mode enabled on the iommu device"
                );
            }
        }
        Ok(())
    }

    fn cpu(&self) -> Result<()> {
        let Some(cpu) = self.domain.cpu.as_deref() else { return Ok(()) };
        if let Some(cache) = &cpu.cache {
            if !is_x86(self.arch()) {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "CPU cache specification is not supported for '{}' architecture",
                    self.arch()
                );
            }
            match cache.mode {
                Some(CpuCacheMode::Emulate) if cache.level != Some(3) => {
                    bail!(Qemu, ConfigUnsupported, "CPU cache mode 'emulate' can only be used with level='3'")
                }
                Some(CpuCacheMode::Passthrough) => {
                    if !matches!(cpu.mode, Some(CpuMode::HostPassthrough | CpuMode::Maximum)) {
                        bail!(
                            Qemu,
                            ConfigUnsupported,
                            "CPU cache mode 'passthrough' can only be used with 'host-passthrough' / 'maximum' CPUs"
                        );
                    }
                    if cache.level.is_some_and(|level| level != -1) {
                        bail!(Qemu, ConfigUnsupported, "unsupported CPU cache level for mode 'passthrough'");
                    }
                }
                Some(CpuCacheMode::Disable) if cache.level.is_some_and(|level| level != -1) => {
                    bail!(Qemu, ConfigUnsupported, "unsupported CPU cache level for mode 'disable'")
                }
                _ => {}
            }
        }
        if let Some(address) = &cpu.maxphysaddr {
            if address.mode == Some(PhysAddrMode::Passthrough) {
                if cpu.mode != Some(CpuMode::HostPassthrough) {
                    bail!(
                        Qemu,
                        ConfigUnsupported,
                        "CPU maximum physical address bits mode 'passthrough' can only be used with 'host-passthrough' CPUs"
                    );
                }
                if address.bits.unwrap_or(-1) != -1 {
                    bail!(
                        Qemu,
                        ConfigUnsupported,
                        "CPU maximum physical address bits number specification cannot be used with mode='passthrough'"
                    );
                }
            }
        }
        Ok(())
    }

    fn timers(&self) -> Result<()> {
        let timers = self.domain.clock.iter().flat_map(|clock| &clock.timers);
        for timer in timers {
            let Some(name) = timer.name else { continue };
            let present = timer.present != Some(YesNo(false));
            let unsupported = match name {
                TimerName::Tsc | TimerName::Kvmclock | TimerName::Hypervclock => !is_x86(self.arch()),
                TimerName::Pit | TimerName::Hpet => !is_x86(self.arch()) && present,
                TimerName::Armvtimer => !is_arm(self.arch()),
                TimerName::Platform => true,
                TimerName::Rtc => false,
            };
            if name == TimerName::Platform {
                bail!(Qemu, ConfigUnsupported, "unsupported timer type (name) '{name}'");
            }
            if unsupported {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "Configuring the '{name}' timer is not supported for virtType={} arch={} machine={} guests",
                    self.domain.kind.map_or("none".to_owned(), |kind| kind.to_string()),
                    self.arch(),
                    self.domain.machine()
                );
            }
        }
        Ok(())
    }

    fn boot(&self) -> Result<()> {
        let Some(os) = self.domain.os.as_deref() else { return Ok(()) };
        let flash = os.loader.as_ref().and_then(|loader| loader.kind) == Some(LoaderType::Pflash);
        let uefi = flash || os.firmware == Some(Firmware::Efi);
        let acpi = self.domain.features.as_ref().is_some_and(|features| features.acpi);
        if uefi && !acpi && is_x86(self.arch()) {
            bail!(Qemu, ConfigUnsupported, "UEFI requires ACPI on this architecture");
        }
        if acpi && !uefi && self.arch() == "aarch64" {
            bail!(Qemu, ConfigUnsupported, "ACPI requires UEFI on this architecture");
        }
        if let Some(loader) = &os.loader {
            if loader.kind == Some(LoaderType::Rom) && loader.stateless == Some(YesNo(false)) {
                bail!(Qemu, XmlDetail, "Only pflash loader type permits NVRAM");
            }
            if loader.secure == Some(YesNo(true)) {
                if self.family != Family::Q35 {
                    bail!(Qemu, ConfigUnsupported, "Secure boot is supported with q35 machine types only");
                }
                if self.arch() != "x86_64" {
                    bail!(Qemu, ConfigUnsupported, "Secure boot is supported for x86_64 architecture only");
                }
                let smm = self.domain.features.as_ref().and_then(|features| features.smm.as_ref());
                if smm.is_none_or(|smm| smm.state == Some(OnOff(false))) {
                    bail!(Qemu, ConfigUnsupported, "Secure boot requires SMM feature enabled");
                }
            }
            if loader.kind == Some(LoaderType::Pflash)
                && loader.stateless == Some(YesNo(true))
                && os.nvram.is_some()
            {
                bail!(Qemu, XmlDetail, "NVRAM is not permitted when loader is stateless");
            }
        }
        if os.bootmenu.as_ref().is_some_and(|menu| menu.timeout.is_some())
            && os.bootmenu.as_ref().is_some_and(|menu| menu.enable != Some(YesNo(true)))
        {
            bail!(Qemu, ConfigUnsupported, "setting boot menu timeout requires the menu to be enabled");
        }
        Ok(())
    }
}
