//! Where a device sits, as its properties say it; and the names of virtio devices, which depend on that.

use super::{Plan, Props};
use virt_conf::domain::address::{Address, DeviceInfo, PciAddress};
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_conf::domain::filesystem::VirtioModel;
use virt_error::{Result, error};
use virt_xml::OnOff;

/// The device's alias, which the emulator takes as its identifier.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` when the document was not completed.
pub fn alias(info: &DeviceInfo) -> Result<&str> {
    match &info.alias {
        Some(alias) => Ok(&alias.0),
        None => Err(error!(Qemu, InternalError, "a device of the guest has no alias")),
    }
}

impl Plan<'_> {
    /// The controller of that type and index.
    pub fn controller(&self, kind: ControllerType, index: u32) -> Option<&Controller> {
        let index = i32::try_from(index).ok()?;
        let mut controllers = self.domain.devices.controllers.iter();
        controllers.find(|one| one.kind == Some(kind) && one.index == Some(index))
    }

    /// The alias of the controller of that type and index.
    pub fn controller_alias(&self, kind: ControllerType, index: u32) -> Result<&str> {
        let controller = self.controller(kind, index).ok_or_else(|| {
            error!(
                Qemu,
                InternalError, "Could not find {} controller with index {index} required for device", kind
            )
        })?;
        alias(&controller.info)
    }

    /// The bus that a PCI address means: `pci.0`, or `pci.1.0` behind a further host bridge of pseries.
    fn pci_bus(&self, address: &PciAddress) -> Result<String> {
        let index = address.bus.map_or(0, |bus| bus.0) as u32;
        let controller = self.controller(ControllerType::Pci, index).ok_or_else(|| {
            error!(
                Qemu,
                InternalError, "Could not find PCI controller with index {index} required for device"
            )
        })?;
        let alias = alias(&controller.info)?;
        // The machine's own bridge is not on the command line, and keeps its name whatever the document calls it.
        if alias.starts_with("ua-") {
            match controller.model.as_deref() {
                Some("pcie-root") => return Ok("pcie.0".to_owned()),
                Some("pci-root") if !self.machine_is("pseries") => return Ok("pci.0".to_owned()),
                _ => {}
            }
        }
        let host_bridge = controller.model_name.as_deref() == Some("spapr-pci-host-bridge");
        Ok(if host_bridge && index > 0 { format!("{alias}.0") } else { alias.to_owned() })
    }
}

/// Puts the device's address.
pub fn put_address(props: &mut Props, plan: &Plan<'_>, info: &DeviceInfo) -> Result<()> {
    match info.address.as_deref() {
        Some(Address::Pci(pci)) => {
            props.put("bus", plan.pci_bus(pci)?);
            props.put_switch("multifunction", pci.multifunction);
            props.put_some("acpi-index", info.acpi);
            props.put("addr", pci_place(pci));
        }
        Some(Address::Usb(usb)) => {
            let bus = plan.controller_alias(ControllerType::Usb, usb.bus.unwrap_or(0))?;
            props.put("bus", format!("{bus}.0"));
            props.put_some("port", usb.port.as_deref().filter(|port| !port.is_empty()));
        }
        Some(Address::SpaprVio(vio)) => props.put_some("reg", vio.reg.map(|reg| reg.0)),
        Some(Address::Ccw(ccw)) => {
            let (cssid, ssid) = (ccw.cssid.map_or(0, |n| n.0), ccw.ssid.map_or(0, |n| n.0));
            props.put("devno", format!("{cssid:x}.{ssid:x}.{:04x}", ccw.devno.map_or(0, |n| n.0)));
        }
        Some(Address::Isa(isa)) => {
            props.put_some("iobase", isa.iobase.map(|number| number.0));
            props.put_some("irq", isa.irq.map(|number| number.0));
        }
        Some(Address::Dimm(dimm)) => {
            props.put_some("slot", dimm.slot);
            props.put_some("addr", dimm.base.map(|base| base.0).filter(|base| *base != 0));
        }
        // Devices on these are placed by what says which bus they hang on, or by the emulator.
        Some(
            Address::Drive(_)
            | Address::VirtioSerial(_)
            | Address::Ccid(_)
            | Address::VirtioS390(_)
            | Address::VirtioMmio(_)
            | Address::Unassigned(_),
        )
        | None => {}
    }
    Ok(())
}

/// `0x1.0x2`: a slot with its function, which is left out when it is the first.
fn pci_place(pci: &PciAddress) -> String {
    let slot = pci.slot.map_or(0, |slot| slot.0);
    match pci.function.map_or(0, |function| function.0) {
        0 => format!("0x{slot:x}"),
        function => format!("0x{slot:x}.0x{function:x}"),
    }
}

/// Puts what is said of the device's option ROM.
pub fn put_rom(props: &mut Props, info: &DeviceInfo) {
    let Some(rom) = &info.rom else { return };
    if rom.enabled.is_some_and(|enabled| !enabled.0) {
        props.put("romfile", "");
        return;
    }
    props.put_some("rombar", rom.bar.map(|OnOff(on)| u32::from(on)));
    props.put_some("romfile", rom.file.as_deref());
}

/// The device that gives a PCI device on s390 its numbers; it stands before the device.
pub fn zpci(info: &DeviceInfo) -> Result<Option<Props>> {
    let Some(Address::Pci(PciAddress { zpci: Some(zpci), .. })) = info.address.as_deref() else {
        return Ok(None);
    };
    let uid = zpci.uid.map_or(0, |uid| uid.0);
    let device = Props::device("zpci").with("uid", uid).with("fid", zpci.fid.map_or(0, |fid| fid.0));
    Ok(Some(device.with("target", alias(info)?).with("id", format!("zpci{uid}"))))
}

/// The driver of a virtio device: `virtio-net` becomes `virtio-net-pci` on PCI, `virtio-net-ccw` on s390.
pub fn virtio_driver(base: &str, info: &DeviceInfo, model: Option<VirtioModel>) -> Result<String> {
    let kind = match info.address.as_deref() {
        Some(Address::Pci(_)) => "pci",
        Some(Address::Ccw(_)) => "ccw",
        Some(Address::VirtioMmio(_)) => "device",
        Some(Address::VirtioS390(_)) => {
            return Err(error!(
                Qemu,
                ConfigUnsupported, "virtio-s390 addresses are no longer supported by QEMU"
            ));
        }
        _ => {
            let id = info.alias.as_ref().map_or(base, |alias| &alias.0);
            return Err(error!(
                Qemu,
                InternalError, "the virtio device '{id}' has no address of a kind that it can have"
            ));
        }
    };
    Ok(match model {
        Some(VirtioModel::VirtioTransitional) => format!("{base}-{kind}-transitional"),
        Some(VirtioModel::VirtioNonTransitional) => format!("{base}-{kind}-non-transitional"),
        Some(VirtioModel::Virtio) | None => format!("{base}-{kind}"),
    })
}

/// Puts the options that every virtio device has: `iommu`, `ats`, `packed` and `page_per_vq` of its `<driver>`.
pub fn put_virtio(props: &mut Props, [iommu, ats, packed, page_per_vq]: [Option<OnOff>; 4]) {
    props.put_switch("iommu_platform", iommu);
    props.put_switch("ats", ats);
    props.put_switch("packed", packed);
    props.put_switch("page-per-vq", page_per_vq);
}
