//! The names of a guest's devices, by which the emulator and its events speak of them.

use std::collections::HashSet;
use virt_conf::domain::{
    Domain as Document,
    address::{Address, Alias, DeviceInfo},
    controller::{Controller, ControllerType},
    disk::{Disk, DiskBus},
    drive_index,
    interface::InterfaceType,
    memory_device::{BalloonModel, MemoryModel},
};

/// Gives every device that has no alias the one that libvirt gives it.
pub fn assign(document: &mut Document) {
    let builtin = Builtin::of(document);
    let lsilogic: HashSet<u32> =
        document.devices.controllers.iter().filter(|one| is_narrow(one)).map(index).collect();
    let devices = &mut document.devices;
    for disk in &mut devices.disks {
        let alias = disk_alias(disk, &lsilogic);
        give(&mut disk.info, || alias);
    }
    let hostdev_interface = |kind: Option<InterfaceType>| kind == Some(InterfaceType::Hostdev);
    let is_hostdev: Vec<bool> = devices.interfaces.iter().map(|one| hostdev_interface(one.kind)).collect();
    let mut hostdevs = Counter::of("hostdev", devices.hostdevs.iter().map(|one| &one.info));
    hostdevs.skip(devices.interfaces.iter().map(|one| &one.info));
    let mut nets = Counter::of("net", devices.interfaces.iter().map(|one| &one.info));
    for (interface, hostdev) in devices.interfaces.iter_mut().zip(is_hostdev) {
        let counter = if hostdev { &mut hostdevs } else { &mut nets };
        give(&mut interface.info, || counter.next());
    }
    by_place("fs", devices.filesystems.iter_mut().map(|one| &mut one.info));
    by_place("sound", devices.sounds.iter_mut().map(|one| &mut one.info));
    for hostdev in &mut devices.hostdevs {
        give(&mut hostdev.info, || hostdevs.next());
    }
    macro_rules! count {
        ($($field:ident $prefix:literal;)*) => {$(
            let mut counter = Counter::of($prefix, devices.$field.iter().map(|one| &one.info));
            for one in &mut devices.$field {
                give(&mut one.info, || counter.next());
            }
        )*};
    }
    count! { redirdevs "redir"; parallels "parallel"; serials "serial"; channels "channel"; shmems "shmem";
    rngs "rng"; watchdogs "watchdog"; }
    by_place("video", devices.videos.iter_mut().map(|one| &mut one.info));
    for controller in &mut devices.controllers {
        let alias = builtin.controller_alias(controller);
        give(&mut controller.info, || alias);
    }
    by_place("input", devices.inputs.iter_mut().map(|one| &mut one.info));
    for (place, console) in devices.consoles.iter_mut().enumerate() {
        let kind = console.target.as_ref().and_then(|target| target.kind);
        let serial = kind.is_none_or(|kind| kind.as_str() == "serial");
        give(&mut console.info, || format!("{}{place}", if serial { "serial" } else { "console" }));
    }
    by_place("hub", devices.hubs.iter_mut().map(|one| &mut one.info));
    by_place("smartcard", devices.smartcards.iter_mut().map(|one| &mut one.info));
    let balloons = devices.memballoons.iter_mut().filter(|one| one.model != Some(BalloonModel::None));
    by_place("balloon", balloons.map(|one| &mut one.info));
    by_place("tpm", devices.tpms.iter_mut().map(|one| &mut one.info));
    by_place("panic", devices.panics.iter_mut().map(|one| &mut one.info));
    by_place("crypto", devices.cryptos.iter_mut().map(|one| &mut one.info));
    by_place("iommu", devices.iommus.iter_mut().map(|one| &mut one.info));
    by_place("vsock", devices.vsocks.iter_mut().map(|one| &mut one.info));
    by_place("pstore", devices.pstores.iter_mut().map(|one| &mut one.info));
    for nvram in &mut devices.nvrams {
        give(&mut nvram.info, || "nvram".to_owned());
    }
    for model in [
        (MemoryModel::Dimm, "dimm"),
        (MemoryModel::Nvdimm, "nvdimm"),
        (MemoryModel::VirtioPmem, "virtiopmem"),
        (MemoryModel::VirtioMem, "virtiomem"),
        (MemoryModel::SgxEpc, "epc"),
    ] {
        let mut counter = Counter::of(model.1, devices.memories.iter().map(|one| &one.info));
        for memory in devices.memories.iter_mut().filter(|one| one.model == Some(model.0)) {
            let slot = match memory.info.address.as_deref() {
                Some(Address::Dimm(address)) => address.slot,
                _ => None,
            };
            give(&mut memory.info, || match slot {
                Some(slot) => format!("{}{slot}", model.1),
                None => counter.next(),
            });
        }
    }
}

fn give(info: &mut DeviceInfo, alias: impl FnOnce() -> String) {
    if info.alias.is_none() {
        info.alias = Some(Alias(alias()));
    }
}

/// Devices that are numbered by their place among their kind.
fn by_place<'a>(prefix: &str, infos: impl Iterator<Item = &'a mut DeviceInfo>) {
    for (place, info) in infos.enumerate() {
        give(info, || format!("{prefix}{place}"));
    }
}

/// Numbers devices on from the largest number that one of them has.
struct Counter {
    prefix: &'static str,
    next: u64,
}

impl Counter {
    fn of<'a>(prefix: &'static str, infos: impl Iterator<Item = &'a DeviceInfo>) -> Counter {
        let mut counter = Counter { prefix, next: 0 };
        counter.skip(infos);
        counter
    }

    fn skip<'a>(&mut self, infos: impl Iterator<Item = &'a DeviceInfo>) {
        for alias in infos.filter_map(|info| info.alias.as_ref()) {
            if let Some(Ok(number)) = alias.0.strip_prefix(self.prefix).map(str::parse::<u32>) {
                self.next = self.next.max(u64::from(number) + 1);
            }
        }
    }

    fn next(&mut self) -> String {
        self.next += 1;
        format!("{}{}", self.prefix, self.next - 1)
    }
}

/// A SCSI controller whose disks have no target of their own in their names.
fn is_narrow(controller: &Controller) -> bool {
    controller.kind == Some(ControllerType::Scsi) && controller.model.as_deref() == Some("lsilogic")
}

fn index(controller: &Controller) -> u32 {
    controller.index.and_then(|index| u32::try_from(index).ok()).unwrap_or(0)
}

/// `virtio-disk1` for `vdb`, `ide0-1-0`, `scsi0-0-2-0`.
fn disk_alias(disk: &Disk, narrow: &HashSet<u32>) -> String {
    let bus = disk.bus();
    let prefix = bus.map_or("virtio", |bus| bus.as_str());
    match disk.info.address.as_deref() {
        Some(Address::Drive(address)) => {
            let [controller, channel, target, unit] = address.place().map(|number| number.unwrap_or(0));
            if bus == Some(DiskBus::Scsi) && !narrow.contains(&controller) {
                format!("{prefix}{controller}-{channel}-{target}-{unit}")
            } else {
                format!("{prefix}{controller}-{channel}-{unit}")
            }
        }
        _ => format!("{prefix}-disk{}", drive_index(disk.target_name()).unwrap_or(0)),
    }
}

/// What the machine has of itself; its aliases have no number.
struct Builtin {
    ide: bool,
    sata: bool,
    esp: bool,
    numbered_pci: bool,
}

impl Builtin {
    fn of(document: &Document) -> Builtin {
        let (arch, machine) = (document.arch(), document.machine());
        let x86 = matches!(arch, "x86_64" | "i686");
        let is = |names: &[&str]| {
            names.iter().any(|name| machine == *name || machine.starts_with(&format!("{name}-")))
        };
        let q35 = x86 && (is(&["q35", "pc-q35"]));
        Builtin {
            ide: (x86 && !q35 && (is(&["pc"]) || machine.starts_with("rhel")))
                || is(&["malta", "sun4u", "g3beige"]),
            sata: q35,
            esp: arch.starts_with("sparc") || is(&["Jazz", "magnum", "pica61"]),
            numbered_pci: x86 || arch.starts_with("ppc") || arch.starts_with("s390") || is(&["virt"]),
        }
    }

    fn controller_alias(&self, controller: &Controller) -> String {
        let number = index(controller);
        let kind = controller.kind.map_or("", |kind| kind.as_str());
        match controller.kind {
            Some(ControllerType::Pci) if !self.numbered_pci => "pci".to_owned(),
            Some(ControllerType::Pci) if controller.model.as_deref() == Some("pcie-root") => {
                format!("pcie.{number}")
            }
            Some(ControllerType::Pci) => format!("pci.{number}"),
            Some(ControllerType::Ide) if self.ide && number == 0 => "ide".to_owned(),
            Some(ControllerType::Sata) if self.sata && number == 0 => "ide".to_owned(),
            Some(ControllerType::Usb) if number == 0 => "usb".to_owned(),
            Some(ControllerType::Scsi)
                if self.esp && number == 0 && controller.model.as_deref() == Some("ncr53c90") =>
            {
                "scsi".to_owned()
            }
            _ => format!("{kind}{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::{domain::ParseFlags, host::Host};

    #[test]
    fn devices_get_libvirts_names() {
        let xml = "<domain type='qemu'><name>a</name><memory>1</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>\
            <devices><disk type='file'><source file='/x'/><target dev='vdb' bus='virtio'/></disk><disk type='file'><source file='/x'/><target dev='hdc' \
            bus='ide'/><address type='drive' controller='0' bus='1' unit='0'/></disk><disk type='file'><source file='/x'/><target dev='sda' \
            bus='scsi'/><address type='drive' controller='1' target='2' unit='3'/></disk><controller type='usb' index='0'/>\
            <controller type='scsi' index='1' model='virtio-scsi'/><controller type='pci' index='0' model='pci-root'/>\
            <interface type='user'/><interface type='user'><alias name='ua-x'/></interface><interface type='user'/>\
            <serial type='pty'/><memballoon model='virtio'/></devices></domain>";
        let flags = ParseFlags { bare: true, ..ParseFlags::default() };
        let mut document = Document::parse(xml, flags, &Host::default()).unwrap();
        assign(&mut document);
        let of = |info: &DeviceInfo| info.alias.as_ref().unwrap().0.clone();
        let devices = &document.devices;
        let disks: Vec<String> = devices.disks.iter().map(|one| of(&one.info)).collect();
        assert_eq!(disks, ["virtio-disk1", "ide0-1-0", "scsi1-0-2-3"]);
        let controllers: Vec<String> = devices.controllers.iter().map(|one| of(&one.info)).collect();
        assert_eq!(controllers, ["usb", "scsi1", "pci.0"]);
        let interfaces: Vec<String> = devices.interfaces.iter().map(|one| of(&one.info)).collect();
        assert_eq!(interfaces, ["net0", "ua-x", "net1"]);
        assert_eq!(
            (of(&devices.serials[0].info), of(&devices.memballoons[0].info)),
            ("serial0".into(), "balloon0".into())
        );
    }
}
