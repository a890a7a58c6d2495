//! The other devices.

use super::{
    Check, boots,
    interface::{guest_addresses, mtu},
    is_pci,
};
use crate::document::machine::{Family, is_arm, is_x86};
use crate::emulator::Flag;
use virt_conf::domain::address::Address;
use virt_conf::domain::chardev::{ChardevSource, ChardevType, ConsoleTarget, Protocol, SerialTargetType};
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_conf::domain::filesystem::{FilesystemDriverType, FilesystemType, VirtioModel};
use virt_conf::domain::graphics::GraphicsType;
use virt_conf::domain::hostdev::{Hostdev, HostdevModel, HostdevType, ScsiProtocol};
use virt_conf::domain::input::{InputBus, InputType};
use virt_conf::domain::interface::{Interface, InterfaceType, NetBackendType};
use virt_conf::domain::iommu::IommuModel;
use virt_conf::domain::memory_device::BalloonModel;
use virt_conf::domain::tpm::TpmModel;
use virt_conf::domain::watchdog::PanicModel;
use virt_error::{Result, bail};
use virt_xml::{OnOff, YesNo};

impl Check<'_> {
    pub(super) fn devices(&self) -> Result<()> {
        let devices = &self.domain.devices;
        devices.controllers.iter().try_for_each(|one| self.controller(one))?;
        devices.interfaces.iter().try_for_each(|one| self.interface(one))?;
        self.character_devices()?;
        devices.hostdevs.iter().try_for_each(|one| self.hostdev(one))?;
        self.graphics()?;
        self.balloon()?;
        self.inputs()?;
        self.tpms()?;
        self.iommu()?;
        for shmem in &devices.shmems {
            let size = shmem.size.as_ref().and_then(|size| size.value);
            if size.is_some_and(|mib| mib == 0 || !mib.is_power_of_two()) {
                bail!(Qemu, XmlError, "shmem size must be a power of 2 and at least 1 MiB (1024 KiB)");
            }
        }
        for panic in &devices.panics {
            if panic.model == Some(PanicModel::Pvpanic) && !is_pci(&panic.info) {
                bail!(Qemu, ConfigUnsupported, "pvpanic is supported only with PCI address type");
            }
        }
        for filesystem in &devices.filesystems {
            let virtiofs = filesystem.driver.as_ref().and_then(|driver| driver.kind)
                == Some(FilesystemDriverType::Virtiofs);
            if virtiofs && boots(&filesystem.info) && !is_pci(&filesystem.info) {
                bail!(Qemu, ConfigUnsupported, "setting virtiofs boot order is supported only with PCI bus");
            }
            if filesystem.kind != Some(FilesystemType::Mount) {
                bail!(Qemu, ConfigUnsupported, "only supports mount filesystem type");
            }
            if virtiofs && !self.is_shared() {
                bail!(Qemu, ConfigUnsupported, "'virtiofs' requires shared memory");
            }
        }
        Ok(())
    }

    fn controller(&self, controller: &Controller) -> Result<()> {
        let model = controller.model.as_deref().unwrap_or_default();
        match controller.kind {
            Some(ControllerType::Usb) if matches!(model, "nec-xhci" | "qemu-xhci") => {
                if controller.ports.is_some_and(|ports| ports > 15) {
                    bail!(Qemu, ConfigUnsupported, "'{model}' controller only supports up to '15' ports");
                }
                Ok(())
            }
            Some(ControllerType::Pci) => self.pci_controller(controller, model),
            _ => Ok(()),
        }
    }

    fn pci_controller(&self, controller: &Controller, model: &str) -> Result<()> {
        if matches!(model, "pci-root" | "pcie-root") && controller.info.address.is_some() {
            bail!(Qemu, ConfigUnsupported, "pci-root and pcie-root controllers should not have an address");
        }
        // Only pSeries has more than one root.
        let single = model == "pcie-root" || model == "pci-root" && self.family != Family::Pseries;
        if single && controller.index.is_some_and(|index| index != 0) {
            bail!(Qemu, XmlError, "pci-root and pcie-root controllers should have index 0");
        }
        let Some(target) = &controller.target else { return Ok(()) };
        let index = controller.index.unwrap_or(0);
        if let Some(node) = target.node {
            let cells = self.domain.cpu.iter().flat_map(|cpu| &cpu.numa).flat_map(|numa| &numa.cells).count();
            if node as usize >= cells {
                bail!(
                    Qemu,
                    XmlError,
                    "{model} with index {index} is configured for a NUMA node ({node}) not present in the domain's <cpu><numa> array ({cells})"
                );
            }
        }
        if model == "pci-root" && (target.index == Some(0)) != (index == 0) && target.index.is_some() {
            bail!(
                Qemu,
                ConfigUnsupported,
                "Only the PCI controller with index 0 can have target index 0, and vice versa"
            );
        }
        Ok(())
    }

    fn interface(&self, interface: &Interface) -> Result<()> {
        let passt =
            interface.backend.as_ref().and_then(|backend| backend.kind) == Some(NetBackendType::Passt);
        if interface.kind == Some(InterfaceType::VhostUser) && passt && !self.is_shared() {
            bail!(Qemu, ConfigUnsupported, "'interface' requires shared memory");
        }
        guest_addresses(interface)?;
        mtu(interface)?;
        let Some(driver) = interface.driver.as_deref() else { return Ok(()) };
        for (option, size) in
            [("rx_queue_size", driver.rx_queue_size), ("tx_queue_size", driver.tx_queue_size)]
        {
            if size.is_some_and(|size| !size.is_power_of_two()) {
                bail!(Qemu, ConfigUnsupported, "{option} has to be a power of two");
            }
        }
        Ok(())
    }

    fn character_devices(&self) -> Result<()> {
        let devices = &self.domain.devices;
        let serials = devices.serials.iter().map(|one| (one.kind, &one.source));
        let all = serials
            .chain(devices.parallels.iter().map(|one| (one.kind, &one.source)))
            .chain(devices.consoles.iter().map(|one| (one.kind, &one.source)))
            .chain(devices.channels.iter().map(|one| (one.kind, &one.source)));
        for (kind, source) in all {
            backend(kind, source)?;
        }
        let ports =
            devices.serials.iter().map(|one| one.kind).chain(devices.parallels.iter().map(|one| one.kind));
        if ports.into_iter().any(|kind| kind == Some(ChardevType::Spicevmc)) {
            bail!(Qemu, ConfigUnsupported, "spicevmc device type only supports virtio");
        }
        for console in &devices.consoles {
            let (flag, name) = match console.target.as_ref().and_then(|target| target.kind) {
                Some(ConsoleTarget::Sclp) => (Flag::S390Sclp, "sclpconsole"),
                Some(ConsoleTarget::Sclplm) => (Flag::Sclplmconsole, "sclplmconsole"),
                _ => continue,
            };
            if !self.has(flag) {
                bail!(Qemu, ConfigUnsupported, "{name} is not supported in this QEMU binary");
            }
        }
        if !devices.parallels.is_empty() && !is_x86(self.arch()) && self.family != Family::Other {
            bail!(Qemu, ConfigUnsupported, "parallel ports are not supported");
        }
        for serial in &devices.serials {
            let Some(target) = &serial.target else { continue };
            let fits = match target.kind {
                Some(SerialTargetType::IsaSerial | SerialTargetType::IsaDebug) => is_x86(self.arch()),
                Some(SerialTargetType::SpaprVioSerial) => self.family == Family::Pseries,
                Some(SerialTargetType::SclpSerial) => self.family == Family::S390,
                Some(SerialTargetType::SystemSerial) => match target.model.as_deref() {
                    Some("pl011") => is_arm(self.arch()),
                    _ => self.family.is_virt(),
                },
                _ => true,
            };
            if !fits {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "Serial device with target type '{}' and target model '{}' not compatible with guest architecture or machine type",
                    target.kind.map_or_else(String::new, |kind| kind.to_string()),
                    target.model.as_deref().unwrap_or_default()
                );
            }
        }
        Ok(())
    }

    fn hostdev(&self, hostdev: &Hostdev) -> Result<()> {
        let vhost = hostdev.kind == Some(HostdevType::ScsiHost)
            && hostdev.source.as_ref().and_then(|source| source.protocol) == Some(ScsiProtocol::Vhost);
        if vhost && boots(&hostdev.info) {
            bail!(
                Qemu,
                ConfigUnsupported,
                "booting from assigned devices is not supported by vhost SCSI devices"
            );
        }
        if hostdev.kind != Some(HostdevType::Mdev) {
            return Ok(());
        }
        if boots(&hostdev.info) && hostdev.model == Some(HostdevModel::VfioAp) {
            bail!(
                Qemu,
                ConfigUnsupported,
                "booting from assigned devices is not supported by mediated devices of model vfio-ap"
            );
        }
        if hostdev.display == Some(OnOff(true)) {
            let graphics = &self.domain.devices.graphics;
            if graphics.is_empty() {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "graphics device is needed for attribute value 'display=on' in <hostdev>"
                );
            }
            let drawn = graphics.iter().any(|one| {
                one.kind == Some(GraphicsType::Vnc)
                    || one.kind == Some(GraphicsType::EglHeadless)
                    || one.gl.as_ref().is_some_and(|gl| gl.enable == Some(YesNo(true)))
            });
            if !drawn {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "<hostdev> attribute 'display' is only supported with VNC or OpenGL displays"
                );
            }
        }
        Ok(())
    }

    fn graphics(&self) -> Result<()> {
        let graphics = &self.domain.devices.graphics;
        let opengl = graphics.iter().filter(|one| {
            one.kind == Some(GraphicsType::EglHeadless)
                || one.gl.as_ref().is_some_and(|gl| gl.enable == Some(YesNo(true)))
        });
        if opengl.count() > 1 {
            bail!(Qemu, ConfigUnsupported, "multiple OpenGL displays are not supported by QEMU");
        }
        for kind in graphics.iter().filter_map(|one| one.kind) {
            let flag = match kind {
                GraphicsType::Sdl => Flag::Sdl,
                GraphicsType::Vnc => Flag::Vnc,
                GraphicsType::Spice => Flag::Spice,
                GraphicsType::EglHeadless => Flag::EglHeadless,
                GraphicsType::Dbus => Flag::DisplayDbus,
                _ => bail!(Qemu, ConfigUnsupported, "unsupported graphics type '{kind}'"),
            };
            if !self.has(flag) {
                let text = match kind {
                    GraphicsType::Sdl => "sdl not supported",
                    GraphicsType::Vnc => "vnc graphics are not supported with this QEMU",
                    GraphicsType::Spice => "spice graphics are not supported with this QEMU",
                    GraphicsType::EglHeadless => {
                        "egl-headless display is not supported with this QEMU binary"
                    }
                    _ => "dbus display is not supported with this QEMU binary",
                };
                bail!(Qemu, ConfigUnsupported, "{text}");
            }
        }
        Ok(())
    }

    fn balloon(&self) -> Result<()> {
        let balloons = &self.domain.devices.memballoons;
        if balloons.len() > 1 {
            bail!(Qemu, InternalError, "only a single memory balloon device is supported");
        }
        if let Some(BalloonModel::Xen) = balloons.first().and_then(|balloon| balloon.model) {
            bail!(
                Qemu,
                ConfigUnsupported,
                "Memory balloon device type 'xen' is not supported by this version of qemu"
            );
        }
        if !self.domain.devices.nvrams.is_empty() && self.family != Family::Pseries {
            bail!(Qemu, ConfigUnsupported, "nvram device is only supported for PPC64");
        }
        Ok(())
    }

    fn inputs(&self) -> Result<()> {
        for input in &self.domain.devices.inputs {
            if let Some(bus @ (InputBus::Xen | InputBus::Parallels)) = input.bus {
                bail!(Qemu, InternalError, "unsupported input bus {bus}");
            }
            let old = matches!(
                input.model,
                Some(VirtioModel::VirtioTransitional | VirtioModel::VirtioNonTransitional)
            );
            let passed = matches!(input.kind, Some(InputType::Passthrough));
            if input.bus == Some(InputBus::Virtio) && old && !passed {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "virtio (non-)transitional models are not supported for input type={}",
                    input.kind.map_or_else(String::new, |kind| kind.to_string())
                );
            }
        }
        Ok(())
    }

    fn tpms(&self) -> Result<()> {
        let proxies =
            self.domain.devices.tpms.iter().filter(|tpm| tpm.model == Some(TpmModel::SpaprProxy)).count();
        if proxies > 1 {
            bail!(Qemu, ConfigUnsupported, "only a single TPM Proxy device is supported");
        }
        if self.domain.devices.tpms.len() - proxies > 1 {
            bail!(Qemu, ConfigUnsupported, "only a single TPM non-proxy device is supported");
        }
        Ok(())
    }

    fn iommu(&self) -> Result<()> {
        let Some(iommu) = self.domain.devices.iommus.first() else { return Ok(()) };
        let Some(model) = iommu.model else { return Ok(()) };
        let only = |machines: &str| {
            virt_error::error!(
                Qemu,
                ConfigUnsupported,
                "IOMMU device: '{model}' is only supported with {machines}"
            )
        };
        match model {
            IommuModel::Intel | IommuModel::Amd if self.family != Family::Q35 => Err(only("Q35 machines")),
            IommuModel::Smmuv3 if self.family != Family::ArmVirt => Err(only("ARM Virt machines")),
            IommuModel::Virtio => {
                if !matches!(self.family, Family::Q35 | Family::ArmVirt) {
                    return Err(only("Q35 and ARM Virt machines"));
                }
                if !matches!(iommu.info.address.as_deref(), None | Some(Address::Pci(_))) {
                    bail!(Qemu, ConfigUnsupported, "IOMMU device: '{model}' needs a PCI address");
                }
                if !self.domain.features.as_ref().is_some_and(|features| features.acpi) {
                    bail!(Qemu, ConfigUnsupported, "IOMMU device: '{model}' requires ACPI");
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

fn backend(kind: Option<ChardevType>, source: &ChardevSource) -> Result<()> {
    let protocol = source.protocol.as_ref().and_then(|protocol| protocol.kind);
    match (kind, protocol) {
        (Some(ChardevType::Tcp), Some(protocol @ (Protocol::Telnets | Protocol::Tls))) => {
            bail!(Qemu, ConfigUnsupported, "tcp chardev protocol '{protocol}' not supported")
        }
        _ => Ok(()),
    }
}
