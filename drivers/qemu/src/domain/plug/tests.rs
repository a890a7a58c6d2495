//! Plugging, with an emulator that does as it is told.

use super::{alias, attach::fresh, parts, steps, steps::Making};
use crate::{
    command::{Plan, interface::Ends},
    directories::Directories,
    domain::alias as aliases,
    emulator::{Emulator, Flag},
    image,
    monitor::{Listener, Monitor, fake},
    settings::Settings,
};
use serde_json::Value;
use std::{
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};
use virt_conf::{
    domain::{Device, Domain as Document, ParseFlags},
    host::Host,
};
use virt_error::Error;
use virt_sys::reactor::Reactor;

struct Deaf;

impl Listener for Deaf {
    fn event(&self, _: &str, _: Value, _: u64) {}
    fn closed(&self, _: Error) {}
}

/// An emulator that refuses one command, and what it was asked.
fn emulator(refused: &'static str) -> (Arc<Monitor>, Arc<Mutex<Vec<String>>>) {
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let heard = asked.clone();
    let socket = fake::start(move |command, far| {
        let name = command["execute"].as_str().unwrap_or_default().to_owned();
        let about = ["id", "node-name"].iter().find_map(|key| command["arguments"][key].as_str());
        heard.lock().unwrap().push(format!("{name} {}", about.unwrap_or_default()));
        match name == refused {
            true => far.refuse(command, "GenericError", "no room"),
            false => far.answer(command, serde_json::json!({})),
        }
    });
    let monitor = Monitor::open(&Reactor::new("test"), socket, "t", Duration::from_secs(10), Arc::new(Deaf));
    (monitor.unwrap(), asked)
}

fn document(devices: &str) -> Document {
    let xml = format!(
        "<domain type='qemu'><name>t</name><memory>1</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>\
         <controller type='pci' index='0' model='pci-root'/>{devices}</devices></domain>"
    );
    let flags = ParseFlags { bare: true, ..ParseFlags::default() };
    let mut document = Document::parse(&xml, flags, &Host::default()).unwrap();
    aliases::assign(&mut document);
    image::number(&mut document);
    document
}

const DISK: &str = "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/a'/>\
    <backingStore type='file'><format type='raw'/><source file='/b'/><backingStore/></backingStore><target dev='vda' bus='virtio'/>\
    <address type='pci' domain='0' bus='0' slot='3' function='0'/></disk>";

fn with_plan<R>(document: &Document, test: impl FnOnce(&Plan<'_>) -> R) -> R {
    let (settings, directories) = (Settings::default(), Directories::embedded(Path::new("/nowhere")));
    let emulator = Emulator {
        flags: [Flag::BlockjobBackingMaskProtocol, Flag::DeviceJson].into_iter().collect(),
        ..Emulator::default()
    };
    test(&Plan {
        domain: document,
        emulator: &emulator,
        settings: &settings,
        directories: &directories,
        id: 1,
    })
}

#[test]
fn what_was_made_goes_when_a_step_fails() {
    let document = document(DISK);
    let disk = Device::Disk(Box::new(document.devices.disks[0].clone()));
    let (monitor, asked) = emulator("device_add");
    with_plan(&document, |plan| {
        let mut making = Making::new(&monitor, plan);
        let error = making.run(parts::steps(plan, &disk, &Ends::default()).unwrap()).unwrap_err();
        assert!(error.message().contains("no room"), "{}", error.message());
        making.undo();
    });
    assert_eq!(
        *asked.lock().unwrap(),
        [
            "blockdev-add libvirt-2-storage",
            "blockdev-add libvirt-1-storage",
            "blockdev-add libvirt-1-format",
            "device_add virtio-disk0",
            "blockdev-del libvirt-1-format",
            "blockdev-del libvirt-1-storage",
            "blockdev-del libvirt-2-storage",
        ]
    );
}

#[test]
fn what_stood_behind_a_device_goes_from_the_top_and_a_refusal_stops_nothing() {
    let document = document(DISK);
    let disk = Device::Disk(Box::new(document.devices.disks[0].clone()));
    let (monitor, asked) = emulator("blockdev-del");
    with_plan(&document, |plan| {
        steps::remove(&monitor, &parts::steps(plan, &disk, &Ends::default()).unwrap());
    });
    let asked = asked.lock().unwrap();
    assert_eq!(asked.len(), 3);
    assert_eq!(asked[0], "blockdev-del libvirt-1-format");
}

#[test]
fn a_controller_comes_before_what_hangs_on_it() {
    let before = document("");
    let after = document(
        "<disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/>\
         <address type='drive' controller='0' bus='0' target='0' unit='0'/></disk>\
         <controller type='scsi' index='0' model='virtio-scsi'/>",
    );
    let new = fresh(&before, &after).unwrap();
    assert_eq!(new.iter().map(alias).collect::<Vec<_>>(), ["scsi0", "scsi0-0-0-0"]);
}

#[test]
fn a_bus_that_would_have_to_come_first_is_refused() {
    let after = document(
        "<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk><controller type='pci' index='1' model='pci-bridge'/>",
    );
    let error = fresh(&document(""), &after).unwrap_err();
    assert_eq!(error.message(), "internal error: No more available PCI slots");
}

#[test]
fn drives_of_fixed_buses_neither_come_nor_go() {
    let document = document(
        "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/>\
         <address type='drive' controller='0' bus='0' target='0' unit='0'/></disk>",
    );
    let disk = Device::Disk(Box::new(document.devices.disks[0].clone()));
    assert!(parts::check_unplug(&disk).is_err());
    let error = with_plan(&document, |plan| parts::steps(plan, &disk, &Ends::default()).unwrap_err());
    assert_eq!(error.message(), "Operation not supported: disk bus 'sata' cannot be hotplugged.");
}
