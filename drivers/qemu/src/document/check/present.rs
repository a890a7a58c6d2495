//! Devices that the emulator does not have.

use super::Check;
use crate::document::machine::{Family, is_ppc64, is_x86};
use crate::emulator::Flag;
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_conf::domain::filesystem::FilesystemDriverType;
use virt_conf::domain::iommu::IommuModel;
use virt_conf::domain::memory_device::MemoryModel;
use virt_conf::domain::sound::SoundModel;
use virt_conf::domain::tpm::{TpmBackendType, TpmModel, TpmVersion};
use virt_conf::domain::video::{VideoBackend, VideoModel};
use virt_conf::domain::watchdog::{PanicModel, WatchdogModel};
use virt_error::{Result, bail};
use virt_xml::YesNo;

impl Check<'_> {
    /// Every device has its counterpart in the emulator.
    pub(super) fn present(&self) -> Result<()> {
        self.controllers()?;
        self.video()?;
        self.sound()?;
        self.tpm()?;
        self.memory_modules()?;
        self.guards()?;
        let devices = &self.domain.devices;
        if !devices.vsocks.is_empty() && !self.has(Flag::VhostVsock) {
            bail!(Qemu, ConfigUnsupported, "vhost-vsock device is not supported with this QEMU binary");
        }
        if !devices.redirdevs.is_empty() && !self.has(Flag::UsbRedir) {
            bail!(Qemu, ConfigUnsupported, "USB redirection is not supported by this version of QEMU");
        }
        if !devices.hubs.is_empty() && !self.has(Flag::UsbHub) {
            bail!(Qemu, ConfigUnsupported, "usb-hub not supported by QEMU binary");
        }
        let virtiofs = devices.filesystems.iter().any(|filesystem| {
            filesystem.driver.as_ref().and_then(|driver| driver.kind) == Some(FilesystemDriverType::Virtiofs)
        });
        if virtiofs && !self.has(Flag::VhostUserFs) {
            bail!(Qemu, ConfigUnsupported, "virtiofs is not supported with this QEMU binary");
        }
        if let Some(model) = devices.iommus.first().and_then(|iommu| iommu.model) {
            let flag = match model {
                IommuModel::Intel => Flag::IntelIommu,
                IommuModel::Amd => Flag::AmdIommu,
                IommuModel::Virtio => Flag::VirtioIommuPci,
                IommuModel::Smmuv3 => Flag::MachineVirtIommu,
            };
            if !self.has(flag) {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "IOMMU device: '{model}' is not supported with this QEMU binary"
                );
            }
        }
        Ok(())
    }

    fn controllers(&self) -> Result<()> {
        self.domain.devices.controllers.iter().try_for_each(|controller| self.controller_present(controller))
    }

    fn controller_present(&self, controller: &Controller) -> Result<()> {
        let model = controller.model.as_deref().unwrap_or_default();
        let missing =
            |text: &str| virt_error::error!(Qemu, ConfigUnsupported, "This QEMU doesn't support {text}");
        match (controller.kind, model) {
            (Some(ControllerType::Scsi), "lsilogic") if !self.has(Flag::Lsi) => {
                Err(missing("the LSI 53C895A SCSI controller"))
            }
            (Some(ControllerType::Scsi), "lsisas1068") if !self.has(Flag::Mptsas1068) => {
                Err(missing("the LSI SAS1068 (MPT Fusion) controller"))
            }
            (Some(ControllerType::Scsi), "lsisas1078") if !self.has(Flag::Megasas) => {
                Err(missing("the LSI SAS1078 controller"))
            }
            (Some(ControllerType::Scsi), "vmpvscsi") if !self.has(Flag::Pvscsi) => {
                Err(missing("the VMware paravirtual SCSI controller"))
            }
            (Some(ControllerType::Scsi), "buslogic") => {
                bail!(Qemu, ConfigUnsupported, "Unsupported controller model: buslogic")
            }
            (Some(ControllerType::Ide), _) => self.ide_controller(controller),
            (Some(kind @ ControllerType::Xenbus), _) => {
                bail!(Qemu, ConfigUnsupported, "Unsupported controller type: {kind}")
            }
            (Some(ControllerType::Sata), _) if !self.has(Flag::Ich9Ahci) => {
                bail!(Qemu, ConfigUnsupported, "SATA is not supported with this QEMU binary")
            }
            (Some(ControllerType::Usb), _) => {
                let flag = match model {
                    "piix3-uhci" => Flag::Piix3UsbUhci,
                    "piix4-uhci" => Flag::Piix4UsbUhci,
                    "ehci" => Flag::UsbEhci,
                    "vt82c686b-uhci" => Flag::Vt82c686bUsbUhci,
                    "pci-ohci" => Flag::PciOhci,
                    "nec-xhci" => Flag::NecUsbXhci,
                    "qemu-xhci" => Flag::QemuXhci,
                    "ich9-ehci1" | "ich9-uhci1" | "ich9-uhci2" | "ich9-uhci3" => Flag::Ich9UsbEhci1,
                    _ => return Ok(()),
                };
                if !self.has(flag) {
                    bail!(Qemu, ConfigUnsupported, "{model} not supported in this QEMU binary");
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Boards with IDE have one controller of it; on others there is none.
    fn ide_controller(&self, controller: &Controller) -> Result<()> {
        let on_board = self.family == Family::I440fx
            || matches!(self.domain.machine(), "malta" | "sun4u" | "g3beige" | "isapc");
        match (on_board, controller.index) {
            (true, Some(0)) => Ok(()),
            (true, _) => bail!(Qemu, InternalError, "Only 1 IDE controller is supported"),
            (false, _) => bail!(
                Qemu,
                ConfigUnsupported,
                "IDE controllers are unsupported for this QEMU binary or machine type"
            ),
        }
    }

    fn video(&self) -> Result<()> {
        for (number, video) in self.domain.devices.videos.iter().enumerate() {
            let Some(model) = video.model.as_ref().and_then(|model| model.kind) else { continue };
            let apart = video.driver.as_ref().and_then(|driver| driver.name) == Some(VideoBackend::VhostUser);
            let flag = match model {
                VideoModel::Vga => Flag::Vga,
                VideoModel::Cirrus => Flag::CirrusVga,
                VideoModel::Vmvga => Flag::VmwareSvga,
                VideoModel::Qxl => Flag::Qxl,
                VideoModel::Bochs => Flag::BochsDisplay,
                VideoModel::Ramfb => Flag::Ramfb,
                VideoModel::Virtio if apart => Flag::VhostUserGpu,
                VideoModel::Virtio => Flag::VirtioGpu,
                VideoModel::None | VideoModel::Default => continue,
                _ => bail!(
                    Qemu,
                    ConfigUnsupported,
                    "domain configuration does not support video model '{model}'"
                ),
            };
            if !self.has(flag) {
                bail!(Qemu, ConfigUnsupported, "this QEMU does not support '{model}' video device");
            }
            let acceleration = video.model.as_ref().and_then(|model| model.acceleration.as_ref());
            if model != VideoModel::Virtio
                && acceleration.is_some_and(|acceleration| acceleration.accel3d == Some(YesNo(true)))
            {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "3d acceleration is supported only with 'virtio' video device"
                );
            }
            let beside = matches!(model, VideoModel::Qxl | VideoModel::Virtio | VideoModel::Bochs);
            if number > 0 && !beside {
                bail!(Qemu, ConfigUnsupported, "video type '{model}' is only valid as primary video device");
            }
        }
        Ok(())
    }

    fn sound(&self) -> Result<()> {
        for sound in &self.domain.devices.sounds {
            let (flag, name) = match sound.model {
                Some(SoundModel::Usb) => (Flag::UsbAudio, "usb-audio controller"),
                Some(SoundModel::Ich9) => (Flag::Ich9IntelHda, "The ich9-intel-hda audio controller"),
                Some(SoundModel::Virtio) => (Flag::VirtioSound, "virtio-sound controller"),
                Some(model @ SoundModel::Ich7) => {
                    bail!(Qemu, ConfigUnsupported, "sound card model '{model}' is not supported by qemu")
                }
                _ => continue,
            };
            if !self.has(flag) {
                bail!(Qemu, ConfigUnsupported, "{name} is not supported in this QEMU binary");
            }
        }
        Ok(())
    }

    fn tpm(&self) -> Result<()> {
        for tpm in &self.domain.devices.tpms {
            let path = self.emulator.path.display();
            let backend = tpm.backend.as_ref().and_then(|backend| backend.kind);
            let flag = match backend {
                Some(TpmBackendType::Passthrough) => Flag::TpmPassthrough,
                Some(TpmBackendType::Emulator | TpmBackendType::External) => Flag::TpmEmulator,
                _ => continue,
            };
            if let Some(backend) = backend.filter(|_| !self.has(flag)) {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "The QEMU executable {path} does not support TPM backend type {backend}"
                );
            }
            let version = tpm.backend.as_ref().and_then(|backend| backend.version);
            if let (Some(model @ TpmModel::Crb), Some(TpmVersion::V1)) = (tpm.model, version) {
                bail!(Qemu, ConfigUnsupported, "Unsupported interface '{model}' for TPM 1.2");
            }
            let flag = match tpm.model {
                Some(TpmModel::Tis) => Flag::TpmTis,
                Some(TpmModel::Crb) => Flag::TpmCrb,
                Some(TpmModel::Spapr) => Flag::TpmSpapr,
                Some(TpmModel::SpaprProxy) => Flag::SpaprTpmProxy,
                _ => continue,
            };
            if let Some(model) = tpm.model.filter(|_| !self.has(flag)) {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "The QEMU executable {path} does not support TPM model {model}"
                );
            }
        }
        Ok(())
    }

    fn memory_modules(&self) -> Result<()> {
        for memory in &self.domain.devices.memories {
            let (flag, text) = match memory.model {
                Some(MemoryModel::Dimm) => {
                    (Flag::PcDimm, "memory hotplug isn't supported by this QEMU binary")
                }
                Some(MemoryModel::Nvdimm) => (Flag::Nvdimm, "nvdimm isn't supported by this QEMU binary"),
                Some(MemoryModel::VirtioPmem) => {
                    (Flag::VirtioPmemPci, "virtio-pmem isn't supported by this QEMU binary")
                }
                Some(MemoryModel::VirtioMem) if self.family != Family::S390 => {
                    (Flag::VirtioMemPci, "virtio-mem isn't supported by this QEMU binary")
                }
                Some(MemoryModel::SgxEpc) => (Flag::SgxEpc, "sgx epc isn't supported by this QEMU binary"),
                _ => continue,
            };
            if !self.has(flag) {
                bail!(Qemu, ConfigUnsupported, "{text}");
            }
        }
        Ok(())
    }

    /// Watchdogs and panic devices are parts of particular machines.
    fn guards(&self) -> Result<()> {
        for model in self.domain.devices.watchdogs.iter().filter_map(|watchdog| watchdog.model) {
            let fits = match model {
                WatchdogModel::Diag288 => self.family == Family::S390,
                WatchdogModel::Itco => self.family == Family::Q35,
                WatchdogModel::Ib700 => is_x86(self.arch()),
                WatchdogModel::I6300esb => true,
            };
            if !fits {
                match model {
                    WatchdogModel::Diag288 => bail!(
                        Qemu,
                        ConfigUnsupported,
                        "{model} model of watchdog is allowed for s390 and s390x only"
                    ),
                    WatchdogModel::Itco => {
                        bail!(
                            Qemu,
                            ConfigUnsupported,
                            "{model} model of watchdog is part of the machine and cannot have any address set"
                        )
                    }
                    _ => bail!(
                        Qemu,
                        ConfigUnsupported,
                        "{model} model of watchdog is only supported on x86 platforms"
                    ),
                }
            }
        }
        for panic in &self.domain.devices.panics {
            match panic.model {
                Some(PanicModel::S390) if self.family != Family::S390 => {
                    bail!(Qemu, ConfigUnsupported, "only S390 guests support panic device of model 's390'")
                }
                Some(PanicModel::Hyperv) if !is_x86(self.arch()) => {
                    bail!(
                        Qemu,
                        ConfigUnsupported,
                        "only i686 and x86_64 guests support panic device of model 'hyperv'"
                    )
                }
                Some(PanicModel::Pseries) if !is_ppc64(self.arch()) => {
                    bail!(
                        Qemu,
                        ConfigUnsupported,
                        "only pSeries guests support panic device of model 'pseries'"
                    )
                }
                Some(PanicModel::Isa) if !self.has(Flag::Pvpanic) => {
                    bail!(Qemu, ConfigUnsupported, "the QEMU binary does not support the ISA panic device")
                }
                Some(PanicModel::Pvpanic) if !self.has(Flag::PvpanicPci) => {
                    bail!(Qemu, ConfigUnsupported, "the QEMU binary does not support the PCI pvpanic device")
                }
                _ => {}
            }
        }
        Ok(())
    }
}
