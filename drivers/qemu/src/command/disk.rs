//! Disks: the guest's side of them.

use super::address::{alias, put_address, put_virtio, virtio_driver, zpci};
use super::step::append_all;
use super::{Flag, Line, Options, Plan, Props, Step, blockdev, refuse};
use crate::command::chardev_backend::Chardev;
use serde_json::Value;
use virt_conf::domain::address::{Address, DeviceInfo, DriveAddress};
use virt_conf::domain::controller::ControllerType;
use virt_conf::domain::disk::{Disk, DiskBus, DiskCache, DiskDevice, DiskModel, ErrorPolicy, Translation};
use virt_conf::domain::drive_index;
use virt_conf::domain::filesystem::VirtioModel;
use virt_conf::domain::storage::DiskType;
use virt_error::{Result, bail, error};
use virt_xml::OnOff;

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    floppy_controller(line, plan)?;
    for disk in &plan.domain.devices.disks {
        if let Some(transient) = disk.transient.as_deref() {
            if plan.id >= 0 {
                return Err(refuse("<transient>"));
            }
            // A disk that shares its image is plugged in when the guest is there.
            if transient.share_backing.is_some_and(|share| share.0) {
                continue;
            }
        }
        append_all(steps(plan, disk)?, line, plan)?;
    }
    Ok(())
}

/// The controller of floppies, which knows of their place in the boot order. Machines of the `pc` family have it.
fn floppy_controller(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let floppies = plan.domain.devices.disks.iter().filter(|disk| disk.bus() == Some(DiskBus::Fdc));
    let machine = plan.domain.machine();
    let separate = machine == "q35" || machine.starts_with("pc-q35");
    let mut controller = Props::device("isa-fdc");
    let mut any = false;
    for disk in floppies {
        any = true;
        let Some(index) = plan.disk_boot_index(disk) else { continue };
        let letter = if drive_address(&disk.info)?.unit == Some(1) { 'B' } else { 'A' };
        if separate {
            controller.put(&format!("bootindex{letter}"), index);
        } else {
            line.pair("-global", format!("isa-fdc.bootindex{letter}={index}"));
        }
    }
    if separate && any {
        line.bare_device(controller)?;
    }
    Ok(())
}

/// What makes a disk, from its lowest image to its device.
pub fn steps(plan: &Plan<'_>, disk: &Disk) -> Result<Vec<Step>> {
    if disk.kind == Some(DiskType::VhostUser) {
        return vhost_user(plan, disk);
    }
    if disk.bus() == Some(DiskBus::Sd) {
        return sd_card(plan, disk);
    }
    let (mut steps, node) = blockdev::chain(plan, disk)?;
    steps.extend(device(plan, disk, node.as_deref())?);
    Ok(steps)
}

/// The devices of a disk whose data are in `node`.
pub fn device(plan: &Plan<'_>, disk: &Disk, node: Option<&str>) -> Result<Vec<Step>> {
    let mut steps: Vec<Step> = zpci(&disk.info)?.map(Step::Device).into_iter().collect();
    let id = alias(&disk.info)?;
    let mut props = match disk.bus() {
        Some(DiskBus::Ide | DiskBus::Sata) => ide(plan, disk)?,
        Some(DiskBus::Scsi) => scsi(plan, disk, id)?,
        Some(DiskBus::Virtio) => virtio(plan, disk, "virtio-blk")?,
        Some(DiskBus::Usb) => usb(plan, disk, id, &mut steps)?,
        Some(DiskBus::Fdc) => {
            let unit = drive_address(&disk.info)?.unit.unwrap_or(0);
            Props::device("floppy").with("unit", unit)
        }
        other => {
            let bus = other.map_or("", DiskBus::as_str);
            bail!(Qemu, ConfigUnsupported, "unsupported disk bus '{bus}' with device setup");
        }
    };
    if disk.shareable {
        props.put("share-rw", true);
    }
    props.put_some("drive", node);
    props.put("id", if is_bot(disk) { format!("{id}-device") } else { id.to_owned() });
    // Floppies are started from by what their controller says.
    if disk.bus() != Some(DiskBus::Fdc) {
        props.put_some("bootindex", plan.disk_boot_index(disk));
    }
    put_loadparm(&mut props, plan, &disk.info);
    put_guest_options(&mut props, disk)?;
    steps.push(Step::Device(props));
    Ok(steps)
}

/// What the guest is told of the disk.
fn put_guest_options(props: &mut Props, disk: &Disk) -> Result<()> {
    if let Some(blockio) = &disk.blockio {
        props.put_some("logical_block_size", blockio.logical_block_size.filter(|&size| size > 0));
        props.put_some("physical_block_size", blockio.physical_block_size.filter(|&size| size > 0));
        props.put_some("discard_granularity", blockio.discard_granularity);
    }
    if let Some(wwn) = &disk.wwn {
        let number = u64::from_str_radix(wwn.trim_start_matches("0x"), 16);
        let number = number.map_err(|_| error!(Qemu, InternalError, "malformed wwn '{wwn}'"))?;
        props.put("wwn", number);
    }
    let target = disk.target.as_deref();
    props.put_some("rotation_rate", target.and_then(|target| target.rotation_rate));
    props.put_switch("dpofua", target.and_then(|target| target.dpofua));
    props.put_some("vendor", disk.vendor.as_deref());
    let product = if matches!(disk.bus(), Some(DiskBus::Ide | DiskBus::Sata)) { "model" } else { "product" };
    props.put_some(product, disk.product.as_deref());
    let removable = target.and_then(|target| target.removable);
    match disk.bus() {
        Some(DiskBus::Usb) if !is_bot(disk) => props.put("removable", removable == Some(OnOff(true))),
        Some(DiskBus::Scsi) | Some(DiskBus::Usb) => props.put_switch("removable", removable),
        _ => {}
    }
    let write_cache = match blockdev::cache_mode(disk) {
        DiskCache::Default => None,
        DiskCache::None | DiskCache::Writeback | DiskCache::Unsafe => Some("on"),
        DiskCache::Writethrough | DiskCache::Directsync => Some("off"),
    };
    let cached = disk.kind != Some(DiskType::VhostUser) && disk.device() != DiskDevice::Lun;
    props.put_some("write-cache", write_cache.filter(|_| cached));
    if let Some(geometry) = disk.geometry.as_ref().filter(|geometry| geometry.cyls.unwrap_or(0) > 0) {
        props.put_some("cyls", geometry.cyls);
        props.put_some("heads", geometry.heads);
        props.put_some("secs", geometry.secs);
        props.put_some("bios-chs-trans", geometry.trans.map(Translation::as_str));
    }
    props.put_some("serial", disk.serial.as_deref().map(escaped));
    put_error_policy(props, disk);
    let statistics = disk.driver.as_ref().and_then(|driver| driver.statistics.as_deref());
    if let Some(statistics) = statistics {
        if !statistics.histograms.is_empty() {
            return Err(refuse("<latency-histogram>"));
        }
        let intervals: Vec<Value> =
            statistics.statistics.iter().filter_map(|one| one.interval).map(Value::from).collect();
        props.put("stats-intervals", intervals);
    }
    Ok(())
}

/// A serial number with its blanks marked, as libvirt hands it over; a guest knows its disk by the result.
fn escaped(serial: &str) -> String {
    serial.replace(' ', "\\ ")
}

/// What the emulator knows by the name of the disk's alias, or by a path, and has the medium.
pub fn backend_name(disk: &Disk) -> Option<String> {
    let alias = &disk.info.alias.as_ref()?.0;
    Some(match disk.bus() {
        Some(DiskBus::Virtio) => format!("/machine/peripheral/{alias}/virtio-backend"),
        Some(DiskBus::Usb) if is_bot(disk) => format!("{alias}-device"),
        Some(DiskBus::Usb) => format!("/machine/peripheral/{alias}/{alias}.0/legacy[0]"),
        _ => alias.clone(),
    })
}

/// The arguments of `block_set_io_throttle` for a disk; `None` for one without limits.
pub fn limits(disk: &Disk) -> Option<Value> {
    let tune = disk.iotune.as_deref()?;
    let mut limits = Props::new().with("id", backend_name(disk)?);
    for (name, limit) in [
        ("bps", tune.total_bytes_sec),
        ("bps_rd", tune.read_bytes_sec),
        ("bps_wr", tune.write_bytes_sec),
        ("iops", tune.total_iops_sec),
        ("iops_rd", tune.read_iops_sec),
        ("iops_wr", tune.write_iops_sec),
    ] {
        limits.put(name, limit.unwrap_or(0));
    }
    for (name, limit) in [
        ("bps_max", tune.total_bytes_sec_max),
        ("bps_rd_max", tune.read_bytes_sec_max),
        ("bps_wr_max", tune.write_bytes_sec_max),
        ("iops_max", tune.total_iops_sec_max),
        ("iops_rd_max", tune.read_iops_sec_max),
        ("iops_wr_max", tune.write_iops_sec_max),
        ("iops_size", tune.size_iops_sec),
        ("bps_max_length", tune.total_bytes_sec_max_length),
        ("bps_rd_max_length", tune.read_bytes_sec_max_length),
        ("bps_wr_max_length", tune.write_bytes_sec_max_length),
        ("iops_max_length", tune.total_iops_sec_max_length),
        ("iops_rd_max_length", tune.read_iops_sec_max_length),
        ("iops_wr_max_length", tune.write_iops_sec_max_length),
    ] {
        limits.put_some(name, limit);
    }
    limits.put_some("group", tune.group_name.as_deref());
    Some(limits.into())
}

/// What happens to the guest when a write or a read fails.
fn put_error_policy(props: &mut Props, disk: &Disk) {
    let Some(driver) = disk.driver.as_deref() else { return };
    let word = |policy: Option<ErrorPolicy>| match policy {
        None | Some(ErrorPolicy::Default) => None,
        Some(ErrorPolicy::Enospace) => Some("enospc"),
        Some(other) => Some(other.as_str()),
    };
    let write = word(driver.error_policy);
    // Reads cannot run out of space.
    let read = word(driver.rerror_policy).or(write.filter(|&word| word != "enospc"));
    props.put_some("werror", write);
    props.put_some("rerror", read);
}

/// What the firmware of s390 loads from the device.
pub fn put_loadparm(props: &mut Props, plan: &Plan<'_>, info: &DeviceInfo) {
    if plan.boot_index(info).is_some() && plan.emulator.has(Flag::VirtioCcwLoadparm) {
        props.put_some("loadparm", info.boot.as_ref().and_then(|boot| boot.loadparm.as_deref()));
    }
}

fn drive_address(info: &DeviceInfo) -> Result<&DriveAddress> {
    match info.address.as_deref() {
        Some(Address::Drive(drive)) => Ok(drive),
        _ => bail!(Qemu, InternalError, "a disk of the guest has no drive address"),
    }
}

fn ide(plan: &Plan<'_>, disk: &Disk) -> Result<Props> {
    let drive = drive_address(&disk.info)?;
    let driver = if disk.device() == DiskDevice::Cdrom { "ide-cd" } else { "ide-hd" };
    let mut props = Props::device(driver);
    let (controller, bus, unit) =
        (drive.controller.unwrap_or(0), drive.bus.unwrap_or(0), drive.unit.unwrap_or(0));
    if disk.bus() == Some(DiskBus::Sata) {
        let controller = plan.controller_alias(ControllerType::Sata, controller)?;
        props.put("bus", format!("{controller}.{unit}"));
    } else {
        let controller = plan.controller_alias(ControllerType::Ide, controller)?;
        props.put("bus", format!("{controller}.{bus}"));
        props.put("unit", unit);
    }
    Ok(props)
}

/// Controllers whose bus has neither channels nor units.
const FLAT_CONTROLLERS: [&str; 4] = ["lsilogic", "ncr53c90", "dc390", "am53c974"];

/// Puts the place of a device on a SCSI bus.
pub fn put_scsi_place(props: &mut Props, plan: &Plan<'_>, info: &DeviceInfo) -> Result<()> {
    let drive = drive_address(info)?;
    let index = drive.controller.unwrap_or(0);
    let model = plan.controller(ControllerType::Scsi, index).and_then(|found| found.model.as_deref());
    let controller = plan.controller_alias(ControllerType::Scsi, index)?;
    props.put("bus", format!("{controller}.0"));
    let (bus, target, unit) = (drive.bus.unwrap_or(0), drive.target.unwrap_or(0), drive.unit.unwrap_or(0));
    if model.is_some_and(|model| FLAT_CONTROLLERS.contains(&model)) {
        if target != 0 {
            bail!(
                Qemu,
                ConfigUnsupported,
                "target must be 0 for controller model '{}'",
                model.unwrap_or_default()
            );
        }
        props.put("scsi-id", unit);
    } else {
        props.put("channel", bus);
        props.put("scsi-id", target);
        props.put("lun", unit);
    }
    Ok(())
}

fn scsi(plan: &Plan<'_>, disk: &Disk, id: &str) -> Result<Props> {
    let driver = match disk.device() {
        DiskDevice::Lun => "scsi-block",
        DiskDevice::Cdrom => "scsi-cd",
        DiskDevice::Disk | DiskDevice::Floppy => "scsi-hd",
    };
    let mut props = Props::device(driver);
    put_scsi_place(&mut props, plan, &disk.info)?;
    if disk.device() != DiskDevice::Lun {
        match &disk.serial {
            Some(serial) => props.put("device_id", serial.as_str()),
            None => props.put("device_id", format!("drive-{id}")),
        }
    }
    Ok(props)
}

fn is_bot(disk: &Disk) -> bool {
    disk.bus() == Some(DiskBus::Usb) && disk.model == Some(DiskModel::UsbBot)
}

fn usb(plan: &Plan<'_>, disk: &Disk, id: &str, steps: &mut Vec<Step>) -> Result<Props> {
    if !is_bot(disk) {
        let mut props = Props::device("usb-storage");
        put_address(&mut props, plan, &disk.info)?;
        return Ok(props);
    }
    let mut bridge = Props::device("usb-bot").with("id", id);
    put_address(&mut bridge, plan, &disk.info)?;
    steps.push(Step::Device(bridge));
    let driver = if disk.device() == DiskDevice::Cdrom { "scsi-cd" } else { "scsi-hd" };
    Ok(Props::device(driver).with("bus", format!("{id}.0")))
}

fn virtio(plan: &Plan<'_>, disk: &Disk, base: &str) -> Result<Props> {
    let model = match disk.model {
        Some(DiskModel::VirtioTransitional) => Some(VirtioModel::VirtioTransitional),
        Some(DiskModel::VirtioNonTransitional) => Some(VirtioModel::VirtioNonTransitional),
        _ => None,
    };
    let mut props = Props::device(virtio_driver(base, &disk.info, model)?);
    if let Some(driver) = disk.driver.as_deref() {
        props.put_some("iothread", driver.iothread.map(|id| format!("iothread{id}")));
        if let Some(iothreads) = &driver.iothreads {
            let threads = iothreads.iothreads.iter().map(|thread| {
                let mut one = Props::new().with("iothread", format!("iothread{}", thread.id.unwrap_or(0)));
                if !thread.queues.is_empty() {
                    let queues: Vec<Value> =
                        thread.queues.iter().filter_map(|queue| queue.id).map(Value::from).collect();
                    one.put("vqs", queues);
                }
                Value::from(one)
            });
            props.put("iothread-vq-mapping", threads.collect::<Vec<_>>());
        }
        props.put_switch("ioeventfd", driver.ioeventfd);
        props.put_switch("event_idx", driver.event_idx);
        if plan.emulator.has(Flag::VirtioBlkScsi) && base == "virtio-blk" {
            let lun = disk.device() == DiskDevice::Lun;
            if lun || !plan.emulator.has(Flag::VirtioBlkScsiDefaultDisabled) {
                props.put("scsi", lun);
            }
        }
        put_virtio(&mut props, [driver.iommu, driver.ats, driver.packed, driver.page_per_vq]);
        props.put_some("num-queues", driver.queues.filter(|&queues| queues > 0));
        props.put_some("queue-size", driver.queue_size.filter(|&size| size > 0));
    }
    put_address(&mut props, plan, &disk.info)?;
    Ok(props)
}

/// A disk that another program serves through shared memory.
fn vhost_user(plan: &Plan<'_>, disk: &Disk) -> Result<Vec<Step>> {
    let id = alias(&disk.info)?;
    let source = disk.source.as_deref();
    let path = source.and_then(|source| source.path.as_deref());
    let path = path.ok_or_else(|| error!(Qemu, InternalError, "vhostuser disk without a socket"))?;
    let reconnect = source.and_then(|source| source.reconnect.as_deref());
    let chardev = Chardev::client(format!("chr-vu-{id}"), path, reconnect);
    let mut steps = vec![Step::Chardev(Box::new(chardev))];
    steps.extend(zpci(&disk.info)?.map(Step::Device));
    let mut props = virtio(plan, disk, "vhost-user-blk")?;
    props.put("chardev", format!("chr-vu-{id}"));
    props.put("id", id);
    props.put_some("bootindex", plan.disk_boot_index(disk));
    steps.push(Step::Device(props));
    Ok(steps)
}

/// A card in the slot that the machine has; only the old `-drive` reaches it.
fn sd_card(plan: &Plan<'_>, disk: &Disk) -> Result<Vec<Step>> {
    let [image] = &blockdev::images(disk)?[..] else {
        bail!(Qemu, ConfigUnsupported, "an SD card has exactly one image, and is never empty");
    };
    let mut steps = Vec::new();
    let node = super::blockdev_protocol::protocol(plan, image, "", &mut steps)?;
    let mut options = Options::default();
    match (node.get("driver").and_then(Value::as_str), node.get("filename").and_then(Value::as_str)) {
        (Some("file"), Some(file)) => options.put("file", file),
        _ => flatten(&mut options, "file", &node.into()),
    }
    options.put("format", image.format);
    options.put("if", "sd");
    let index = drive_index(disk.target_name()).unwrap_or(0);
    options.put("index", index);
    if disk.readonly {
        options.put_on("readonly", true);
    }
    let driver = disk.driver.as_deref();
    let cache = driver.and_then(|driver| driver.cache).filter(|&cache| cache != DiskCache::Default);
    options.put_some("cache", cache);
    options.put_some("discard", driver.and_then(|driver| driver.discard));
    options.put_some("detect-zeroes", driver.and_then(|driver| driver.detect_zeroes));
    steps.push(Step::Start("-drive", options.to_string()));
    Ok(steps)
}

/// The dotted form of a node: `file.server.0.host=…`.
fn flatten(options: &mut Options, name: &str, value: &Value) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| flatten(options, &format!("{name}.{key}"), value));
        }
        Value::Array(elements) => {
            elements
                .iter()
                .enumerate()
                .for_each(|(at, value)| flatten(options, &format!("{name}.{at}"), value));
        }
        Value::Bool(on) => options.put_on(name, *on),
        Value::String(text) => options.put(name, text),
        other => options.put(name, other),
    }
}
