//! What devices of each kind are made of in a running guest, and which kinds can come and go at all.

use crate::command::{
    Plan, Step, chardev, controller, device, disk, filesystem, hostdev, input,
    interface::{self, Ends},
    memory_device,
};
use std::path::Path;
use virt_conf::domain::{
    Device,
    address::{Address, DeviceInfo},
    controller::ControllerType,
    disk::{Disk, DiskBus, DiskDevice},
    filesystem::FilesystemDriverType,
    hostdev::HostdevType,
    memory_device::ShmemModel,
    rng::RngBackendModel,
};
use virt_error::{Error, Result, bail, error};
use virt_xml::OnOff;

/// The kinds of devices that come and go in persistent documents.
pub fn persists(device: &Device) -> bool {
    use Device::*;
    matches!(
        device,
        Disk(_)
            | Interface(_)
            | Sound(_)
            | Hostdev(_)
            | Lease(_)
            | Controller(_)
            | Serial(_)
            | Parallel(_)
            | Console(_)
            | Channel(_)
            | Filesystem(_)
            | Rng(_)
            | MemoryDevice(_)
            | Redirdev(_)
            | Shmem(_)
            | Watchdog(_)
            | Input(_)
            | Vsock(_)
    )
}

/// Whether a running guest can get a device of that kind at all.
///
/// Errors: `VIR_ERR_OPERATION_UNSUPPORTED`.
pub fn check_plug(device: &Device) -> Result<()> {
    match device {
        Device::Disk(disk) if disk.device() == DiskDevice::Floppy => {
            bail!(Qemu, OperationUnsupported, "floppy device hotplug isn't supported")
        }
        Device::Disk(_)
        | Device::Interface(_)
        | Device::Controller(_)
        | Device::Serial(_)
        | Device::Channel(_)
        | Device::Console(_)
        | Device::Rng(_)
        | Device::MemoryDevice(_)
        | Device::Input(_)
        | Device::Watchdog(_)
        | Device::Redirdev(_)
        | Device::Shmem(_) => Ok(()),
        Device::Hostdev(hostdev) => match hostdev.kind {
            Some(HostdevType::Pci) if !Path::new("/dev/vfio/vfio").exists() => {
                bail!(Qemu, ConfigUnsupported, "host doesn't support passthrough of host PCI devices")
            }
            Some(HostdevType::Usb | HostdevType::Pci | HostdevType::Mdev) => Ok(()),
            _ => Err(unsupported("attach", device)),
        },
        Device::Filesystem(filesystem) => {
            let driver = filesystem.driver.as_ref().and_then(|driver| driver.kind);
            match driver {
                Some(FilesystemDriverType::Virtiofs) => Ok(()),
                _ => bail!(Qemu, OperationUnsupported, "only virtiofs filesystems can be hotplugged"),
            }
        }
        other => Err(unsupported("attach", other)),
    }
}

/// The steps of a device that is plugged into a running guest.
///
/// Errors: `VIR_ERR_OPERATION_UNSUPPORTED` for kinds that a running guest cannot get.
pub fn steps(plan: &Plan<'_>, device: &Device, ends: &Ends) -> Result<Vec<Step>> {
    let mut steps = all_steps(plan, device, ends)?;
    let ordered = device.as_ref().info().is_some_and(|info| info.boot.is_some());
    if !ordered {
        // The order of kinds was settled when the guest started.
        for step in &mut steps {
            if let Step::Device(props) = step {
                props.remove("bootindex");
            }
        }
    }
    Ok(steps)
}

fn all_steps(plan: &Plan<'_>, device: &Device, ends: &Ends) -> Result<Vec<Step>> {
    match device {
        Device::Disk(disk) => {
            check_disk(disk)?;
            disk::steps(plan, disk)
        }
        Device::Interface(interface) => interface::steps(plan, interface, ends),
        Device::Controller(controller) => match controller.kind {
            Some(ControllerType::Scsi | ControllerType::VirtioSerial) => {
                let props = controller::device_json(plan, controller)?;
                Ok(placed(&controller.info, props)?)
            }
            kind => bail!(
                Qemu,
                OperationUnsupported,
                "'{}' controller cannot be hot plugged.",
                kind.map_or("", ControllerType::as_str)
            ),
        },
        Device::Serial(serial) => {
            let isa = serial.target.as_ref().and_then(|target| target.kind);
            match isa.map(|kind| kind.as_str()) {
                Some("pci-serial" | "usb-serial") => chardev::serial(plan, serial),
                _ => bail!(Qemu, OperationUnsupported, "Unsupported serial port type for hotplug"),
            }
        }
        Device::Channel(channel) => chardev::channel(plan, channel),
        Device::Console(console) => chardev::console(plan, console),
        Device::Rng(rng) => {
            let backend = rng.backend.as_ref().and_then(|backend| backend.model);
            if backend == Some(RngBackendModel::Egd) {
                bail!(
                    Qemu,
                    OperationUnsupported,
                    "hotplug of an EGD random number generator is not supported"
                );
            }
            let mut steps = vec![Step::Object(device::rng_object(rng)?)];
            steps.extend(placed(&rng.info, Some(device::rng_json(plan, rng)?))?);
            Ok(steps)
        }
        Device::MemoryDevice(memory) => {
            let mut steps: Vec<Step> =
                memory_device::backend_json(plan, memory)?.into_iter().map(Step::Object).collect();
            steps.extend(placed(&memory.info, memory_device::device_json(plan, memory)?)?);
            Ok(steps)
        }
        Device::Shmem(shmem) if shmem.model == Some(ShmemModel::IvshmemPlain) => {
            let mut steps = vec![Step::Object(memory_device::shmem_object(shmem)?)];
            steps.extend(placed(&shmem.info, Some(memory_device::shmem_json(plan, shmem)?))?);
            Ok(steps)
        }
        Device::Input(input) => placed(&input.info, input::device_json(plan, input)?),
        Device::Watchdog(watchdog) => placed(&watchdog.info, Some(device::watchdog_json(plan, watchdog)?)),
        Device::Redirdev(redirdev) => hostdev::redirdev_steps(plan, redirdev),
        Device::Hostdev(hostdev)
            if matches!(hostdev.kind, Some(HostdevType::Usb | HostdevType::Pci | HostdevType::Mdev)) =>
        {
            hostdev::steps(plan, hostdev)
        }
        Device::Filesystem(filesystem)
            if filesystem.source.as_ref().is_some_and(|source| source.socket.is_some())
                && filesystem.driver.as_ref().and_then(|driver| driver.kind)
                    == Some(FilesystemDriverType::Virtiofs) =>
        {
            filesystem::steps(plan, filesystem)
        }
        other => Err(unsupported("attach", other)),
    }
}

/// The error for a kind of device that a running guest cannot get or lose.
pub fn unsupported(what: &str, device: &Device) -> Error {
    error!(Qemu, OperationUnsupported, "live {what} of device '{}' is not supported", device.element().0)
}

/// A device and what it needs beside it.
fn placed(info: &DeviceInfo, props: Option<crate::command::Props>) -> Result<Vec<Step>> {
    let Some(props) = props else {
        bail!(Qemu, OperationUnsupported, "this device is part of the machine and cannot be hot plugged");
    };
    let mut steps: Vec<Step> = crate::command::zpci(info)?.map(Step::Device).into_iter().collect();
    steps.push(Step::Device(props));
    Ok(steps)
}

fn check_disk(disk: &Disk) -> Result<()> {
    match disk.bus() {
        Some(DiskBus::Virtio | DiskBus::Scsi | DiskBus::Usb) => Ok(()),
        bus => bail!(
            Qemu,
            OperationUnsupported,
            "disk bus '{}' cannot be hotplugged.",
            bus.map_or("", DiskBus::as_str)
        ),
    }
}

/// Whether devices of that kind ever leave a guest.
///
/// Errors: `VIR_ERR_OPERATION_UNSUPPORTED`.
pub fn check_kind(device: &Device) -> Result<()> {
    match device {
        Device::Graphics(_)
        | Device::Video(_)
        | Device::Sound(_)
        | Device::Hub(_)
        | Device::Smartcard(_)
        | Device::Memballoon(_)
        | Device::Tpm(_)
        | Device::Panic(_)
        | Device::Nvram(_)
        | Device::Parallel(_)
            if !persists(device) =>
        {
            Err(unsupported("detach", device))
        }
        _ => Ok(()),
    }
}

/// Whether a guest can let go of the device.
///
/// Errors: `VIR_ERR_OPERATION_UNSUPPORTED`.
pub fn check_unplug(device: &Device) -> Result<()> {
    match device {
        Device::Disk(disk) if !matches!(disk.bus(), Some(DiskBus::Virtio | DiskBus::Scsi | DiskBus::Usb)) => {
            if matches!(disk.device(), DiskDevice::Cdrom | DiskDevice::Floppy) {
                let kind = disk.device();
                bail!(Qemu, OperationUnsupported, "disk device type '{kind}' cannot be detached");
            }
            bail!(Qemu, OperationUnsupported, "This type of disk cannot be hot unplugged");
        }
        Device::Controller(controller)
            if !matches!(controller.kind, Some(ControllerType::Scsi | ControllerType::VirtioSerial)) =>
        {
            bail!(
                Qemu,
                OperationUnsupported,
                "'{}' controller cannot be hot unplugged.",
                controller.kind.map_or("", ControllerType::as_str)
            );
        }
        Device::Disk(_)
        | Device::Interface(_)
        | Device::Controller(_)
        | Device::Serial(_)
        | Device::Channel(_)
        | Device::Console(_)
        | Device::Rng(_)
        | Device::MemoryDevice(_)
        | Device::Input(_)
        | Device::Watchdog(_)
        | Device::Shmem(_)
        | Device::Redirdev(_) => {}
        Device::Hostdev(hostdev)
            if matches!(hostdev.kind, Some(HostdevType::Usb | HostdevType::Pci | HostdevType::Mdev)) => {}
        Device::Filesystem(filesystem)
            if filesystem.driver.as_ref().and_then(|driver| driver.kind)
                == Some(FilesystemDriverType::Virtiofs) => {}
        other => return Err(unsupported("detach", other)),
    }
    let info = device.as_ref().info();
    if let Some(Address::Pci(pci)) = info.and_then(|info| info.address.as_deref()) {
        if pci.multifunction == Some(OnOff(true)) {
            bail!(
                Qemu,
                OperationFailed,
                "cannot hot unplug {} device with multifunction PCI guest address: {:04x}:{:02x}:{:02x}.{:x}",
                device.element().0,
                pci.domain.map_or(0, |n| n.0),
                pci.bus.map_or(0, |n| n.0),
                pci.slot.map_or(0, |n| n.0),
                pci.function.map_or(0, |n| n.0)
            );
        }
    }
    Ok(())
}
