//! Controllers: the buses that devices hang on.

use super::address::{alias, put_address, put_rom, put_virtio, virtio_driver};
use super::{Line, Plan, Props, refuse};
use serde_json::Value;
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_conf::domain::disk::DriverIothreads;
use virt_conf::domain::filesystem::VirtioModel;
use virt_error::{Result, bail};
use virt_xml::OnOff;

/// The order in which kinds of controllers are written: a bus stands before what hangs on it.
const ORDER: &[ControllerType] = &[
    ControllerType::Pci,
    ControllerType::Usb,
    ControllerType::Scsi,
    ControllerType::Ide,
    ControllerType::Sata,
    ControllerType::VirtioSerial,
    ControllerType::Nvme,
];

/// libvirt's and QEMU's names of USB controllers.
const USB: &[(&str, &str)] = &[
    ("piix3-uhci", "piix3-usb-uhci"),
    ("piix4-uhci", "piix4-usb-uhci"),
    ("ehci", "usb-ehci"),
    ("ich9-ehci1", "ich9-usb-ehci1"),
    ("ich9-uhci1", "ich9-usb-uhci1"),
    ("ich9-uhci2", "ich9-usb-uhci2"),
    ("ich9-uhci3", "ich9-usb-uhci3"),
    ("vt82c686b-uhci", "vt82c686b-usb-uhci"),
    ("pci-ohci", "pci-ohci"),
    ("nec-xhci", "nec-usb-xhci"),
    ("qemu-xhci", "qemu-xhci"),
];

/// libvirt's and QEMU's names of SCSI controllers that are not virtio.
const SCSI: &[(&str, &str)] = &[
    ("lsilogic", "lsi"),
    ("ibmvscsi", "spapr-vscsi"),
    ("lsisas1068", "mptsas1068"),
    ("lsisas1078", "megasas"),
    ("vmpvscsi", "pvscsi"),
    ("dc390", "dc-390"),
    ("am53c974", "am53c974"),
];

/// What the machine's host bridge is told, of its place for large devices and of plugging.
pub fn globals(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for controller in pci(plan) {
        let Some(hole) = controller.pcihole64.as_ref().and_then(|hole| hole.value) else { continue };
        let driver = match controller.model.as_deref() {
            Some("pci-root") => "i440FX-pcihost",
            Some("pcie-root") => "q35-pcihost",
            other => {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "64-bit PCI hole is not supported by PCI controller model '{}'",
                    other.unwrap_or_default()
                )
            }
        };
        line.pair("-global", format_args!("{driver}.pci-hole64-size={hole}K"));
    }
    Ok(())
}

fn pci<'p>(plan: &'p Plan<'_>) -> impl Iterator<Item = &'p Controller> {
    plan.domain.devices.controllers.iter().filter(|one| one.kind == Some(ControllerType::Pci))
}

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for controller in pci(plan).filter(|one| one.model.as_deref() == Some("pci-root")) {
        let hotplug = controller.target.as_ref().and_then(|target| target.hotplug);
        if let Some(OnOff(on)) = hotplug {
            let word = if on { "on" } else { "off" };
            line.pair("-global", format_args!("PIIX4_PM.acpi-root-pci-hotplug={word}"));
        }
    }
    for kind in ORDER {
        for controller in plan.domain.devices.controllers.iter().filter(|one| one.kind == Some(*kind)) {
            if let Some(device) = device_json(plan, controller)? {
                line.device(&controller.info, device)?;
            }
        }
    }
    let mut others = plan.domain.devices.controllers.iter();
    match others.any(|one| one.kind == Some(ControllerType::Xenbus)) {
        true => Err(refuse("<controller type='xenbus'>")),
        false => Ok(()),
    }
}

/// Hubs hang on USB controllers, readers of smartcards on hubs.
pub fn readers(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for controller in
        plan.domain.devices.controllers.iter().filter(|one| one.kind == Some(ControllerType::Ccid))
    {
        if let Some(device) = device_json(plan, controller)? {
            line.device(&controller.info, device)?;
        }
    }
    Ok(())
}

pub fn hubs(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for hub in &plan.domain.devices.hubs {
        let mut device = Props::device("usb-hub").with("id", alias(&hub.info)?);
        put_address(&mut device, plan, &hub.info)?;
        line.device(&hub.info, device)?;
    }
    Ok(())
}

/// The device of a controller; `None` for one that the machine has anyway.
pub fn device_json(plan: &Plan<'_>, controller: &Controller) -> Result<Option<Props>> {
    let index = controller.index.unwrap_or(0);
    let device = match controller.kind {
        Some(ControllerType::Pci) => pci_json(plan, controller)?,
        Some(ControllerType::Usb) => usb_json(plan, controller)?,
        Some(ControllerType::Scsi) => scsi_json(controller)?,
        Some(ControllerType::VirtioSerial) => Some(virtio_serial_json(controller)?),
        Some(ControllerType::Sata) if index == 0 && plan.machine_is("q35") => None,
        Some(ControllerType::Sata) => Some(Props::device("ahci").with("id", alias(&controller.info)?)),
        Some(ControllerType::Ccid) => Some(Props::device("usb-ccid").with("id", alias(&controller.info)?)),
        Some(ControllerType::Nvme) => {
            let device = Props::device("nvme").with("id", alias(&controller.info)?);
            Some(device.with_some("serial", controller.serial.as_deref()))
        }
        Some(ControllerType::Ide) if index > 0 => {
            bail!(Qemu, ConfigUnsupported, "Only a single IDE controller is supported for this machine type")
        }
        // The machine has them, or they come with their drives.
        Some(ControllerType::Ide | ControllerType::Fdc | ControllerType::Isa) => None,
        Some(ControllerType::Xenbus) => return Err(refuse("<controller type='xenbus'>")),
        None => None,
    };
    let Some(mut device) = device else { return Ok(None) };
    put_address(&mut device, plan, &controller.info)?;
    put_rom(&mut device, &controller.info);
    Ok(Some(device))
}

fn pci_json(plan: &Plan<'_>, controller: &Controller) -> Result<Option<Props>> {
    let model = controller.model.as_deref().unwrap_or("pci-root");
    let index = controller.index.unwrap_or(0);
    let target = controller.target.as_deref();
    let chassis = |device: Props| {
        device
            .with_some("port", target.and_then(|target| target.port).map(|port| port.0))
            .with_some("chassis", target.and_then(|target| target.chassis))
    };
    let driver = |usual: &str| Props::device(controller.model_name.as_deref().unwrap_or(usual));
    let mut device = match model {
        "pci-root" if controller.model_name.as_deref() == Some("spapr-pci-host-bridge") => {
            let number = target.and_then(|target| target.index).unwrap_or(index as u32);
            // The machine has the first by itself.
            if number == 0 {
                return Ok(None);
            }
            let bridge = Props::device("spapr-pci-host-bridge").with("index", number);
            bridge.with_some("numa_node", target.and_then(|target| target.node))
        }
        "pci-root" | "pcie-root" => return Ok(None),
        "pci-bridge" => {
            driver("pci-bridge").with_some("chassis_nr", target.and_then(|target| target.chassis_nr))
        }
        "pci-expander-bus" | "pcie-expander-bus" => {
            let usual = if model == "pci-expander-bus" { "pxb" } else { "pxb-pcie" };
            driver(usual)
                .with_some("bus_nr", target.and_then(|target| target.bus_nr))
                .with_some("numa_node", target.and_then(|target| target.node))
        }
        "dmi-to-pci-bridge" => driver("i82801b11-bridge"),
        "pcie-to-pci-bridge" => driver("pcie-pci-bridge"),
        "pcie-root-port" => chassis(driver("pcie-root-port")),
        "pcie-switch-upstream-port" => driver("x3130-upstream"),
        "pcie-switch-downstream-port" => chassis(driver("xio3130-downstream")),
        other => bail!(
            Qemu,
            InternalError,
            "wrong function called for PCI controller model '{other}' of guest '{}'",
            plan.domain.name()
        ),
    };
    if let Some(kib) = target.and_then(|target| target.mem_reserve) {
        device.put("mem-reserve", kib * 1024);
    }
    if model.starts_with("pcie-") {
        device.put_switch("hotplug", target.and_then(|target| target.hotplug));
    }
    Ok(Some(device.with("id", alias(&controller.info)?)))
}

fn usb_json(plan: &Plan<'_>, controller: &Controller) -> Result<Option<Props>> {
    let Some(model) = controller.model.as_deref() else {
        // These machines have no controller of their own.
        if plan.is_s390() {
            return Ok(None);
        }
        bail!(
            Qemu,
            InternalError,
            "Unable to determine model for USB controller idx={}",
            controller.index.unwrap_or(0)
        );
    };
    if model == "none" {
        return Ok(None);
    }
    let Some((_, driver)) = USB.iter().find(|(ours, _)| *ours == model) else {
        bail!(Qemu, ConfigUnsupported, "{model} not supported in this QEMU binary");
    };
    let mut device = Props::device(*driver);
    if model.contains("xhci") {
        device.put_some("p2", controller.ports);
        device.put_some("p3", controller.ports);
    }
    match controller.info.master.as_ref() {
        // A companion has no bus of its own.
        Some(master) => {
            let index = controller.index.and_then(|index| u32::try_from(index).ok()).unwrap_or(0);
            let bus = plan.controller_alias(ControllerType::Usb, index)?;
            device.put("masterbus", format!("{bus}.0"));
            device.put_some("firstport", master.startport);
        }
        None => device.put("id", alias(&controller.info)?),
    }
    Ok(Some(device))
}

fn scsi_json(controller: &Controller) -> Result<Option<Props>> {
    let model = controller.model.as_deref().unwrap_or_default();
    let virtio = match model {
        "virtio-scsi" => Some(VirtioModel::Virtio),
        "virtio-transitional" => Some(VirtioModel::VirtioTransitional),
        "virtio-non-transitional" => Some(VirtioModel::VirtioNonTransitional),
        _ => None,
    };
    let id = alias(&controller.info)?;
    let Some(virtio) = virtio else {
        // Old SPARC machines have theirs on the board.
        if model == "ncr53c90" {
            return Ok(None);
        }
        return match SCSI.iter().find(|(ours, _)| *ours == model) {
            Some((_, driver)) => Ok(Some(Props::device(*driver).with("id", id))),
            None => bail!(
                Qemu,
                ConfigUnsupported,
                "Unsupported controller model: {}",
                if model.is_empty() { "auto" } else { model }
            ),
        };
    };
    let mut device = Props::device(virtio_driver("virtio-scsi", &controller.info, Some(virtio))?);
    if let Some(driver) = controller.driver.as_deref() {
        put_virtio(&mut device, [driver.iommu, driver.ats, driver.packed, driver.page_per_vq]);
        device.put_some("iothread", driver.iothread.map(|thread| format!("iothread{thread}")));
        device.put_some("iothread-vq-mapping", driver.iothreads.as_deref().map(queue_mapping));
    }
    device.put("id", id);
    if let Some(driver) = controller.driver.as_deref() {
        device.put_some("num_queues", driver.queues);
        device.put_some("cmd_per_lun", driver.cmd_per_lun);
        device.put_some("max_sectors", driver.max_sectors);
        device.put_switch("ioeventfd", driver.ioeventfd);
    }
    Ok(Some(device))
}

/// Which threads serve which queues of a virtio device.
pub fn queue_mapping(iothreads: &DriverIothreads) -> Value {
    let mapping = iothreads.iothreads.iter().map(|iothread| {
        let mut entry = Props::new().with("iothread", format!("iothread{}", iothread.id.unwrap_or(0)));
        if !iothread.queues.is_empty() {
            let queues: Vec<u32> = iothread.queues.iter().filter_map(|queue| queue.id).collect();
            entry.put("vqs", queues);
        }
        Value::from(entry)
    });
    mapping.collect()
}

fn virtio_serial_json(controller: &Controller) -> Result<Props> {
    let model = match controller.model.as_deref() {
        Some("virtio-transitional") => Some(VirtioModel::VirtioTransitional),
        Some("virtio-non-transitional") => Some(VirtioModel::VirtioNonTransitional),
        _ => None,
    };
    let mut device = Props::device(virtio_driver("virtio-serial", &controller.info, model)?);
    if let Some(driver) = controller.driver.as_deref() {
        put_virtio(&mut device, [driver.iommu, driver.ats, driver.packed, driver.page_per_vq]);
    }
    device.put("id", alias(&controller.info)?);
    device.put_some("max_ports", controller.ports);
    device.put_some("vectors", controller.vectors);
    Ok(device)
}
