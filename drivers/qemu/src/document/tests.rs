//! What is added to small documents, where libvirt's own are not at hand.

use super::{Installed, host_with_firmware};
use crate::directories::Directories;
use crate::emulator::{Accelerated, Emulator, Flag, Machine};
use crate::settings::Settings;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use virt_conf::domain::address::Address;
use virt_conf::domain::{Device, Domain, ParseFlags};
use virt_conf::host::Host;
use virt_error::{Code, Error, Result, error};
use virt_xml::Style;

const EMULATOR: &str = "/usr/bin/qemu-system-x86_64";

/// An emulator for x86 with two machines.
struct Small(Arc<Emulator>);

impl Installed for Small {
    fn at(&self, path: &str) -> Result<Arc<Emulator>> {
        match path {
            EMULATOR => Ok(self.0.clone()),
            _ => Err(error!(Qemu, SystemError, "Cannot check QEMU binary {path}: No such file or directory")),
        }
    }

    fn of(&self, arch: &str) -> Option<Arc<Emulator>> {
        (arch == "x86_64").then(|| self.0.clone())
    }

    fn architectures(&self) -> Vec<(&'static str, bool)> {
        vec![("x86_64", false)]
    }
}

fn machine(name: &str, alias: &str, default: bool) -> Machine {
    Machine {
        name: name.to_owned(),
        alias: Some(alias.to_owned()),
        default,
        max_cpus: 255,
        ..Machine::default()
    }
}

pub(super) fn host(firmware: Vec<PathBuf>) -> Host {
    let machines = vec![machine("pc-i440fx-7.2", "pc", true), machine("pc-q35-7.2", "q35", false)];
    let emulator = Emulator {
        path: PathBuf::from(EMULATOR),
        arch: "x86_64".to_owned(),
        version: 7_002_000,
        // It has everything but sound.
        flags: Flag::ALL.iter().copied().filter(|&flag| flag != Flag::VirtioSound).collect(),
        tcg: Accelerated { machines, ..Accelerated::default() },
        ..Emulator::default()
    };
    let directories = Directories::embedded(Path::new("/var/lib/virt-test"));
    host_with_firmware(
        Arc::new(Small(Arc::new(emulator))),
        Arc::new(Settings::default()),
        directories,
        firmware,
    )
}

fn parse(machine: &str, inside: &str, devices: &str) -> Result<Domain> {
    let text = format!(
        "<domain type='qemu'><name>web</name><memory unit='MiB'>64</memory>\
         <os><type arch='x86_64' machine='{machine}'>hvm</type>{inside}</os><devices>{devices}</devices></domain>"
    );
    let flags = ParseFlags { abi_update: true, ..ParseFlags::default() };
    Domain::parse(&text, flags, &host(Vec::new()))
}

fn message(result: Result<Domain>) -> String {
    result.err().map_or_else(|| "accepted".to_owned(), |error: Error| error.message().to_owned())
}

/// Bus, slot and function of every PCI controller.
fn places(domain: &Domain) -> Vec<(String, u64, u64, u64)> {
    let controllers = domain.devices.controllers.iter();
    controllers
        .filter_map(|controller| {
            let Some(Address::Pci(address)) = controller.info.address.as_deref() else { return None };
            let model = controller.model.clone().unwrap_or_default();
            Some((model, address.bus?.0, address.slot?.0, address.function?.0))
        })
        .collect()
}

fn ports(domain: &Domain) -> Vec<String> {
    let devices = &domain.devices;
    let inputs = devices.inputs.iter().map(|input| &input.info);
    let infos = inputs.chain(devices.hubs.iter().map(|hub| &hub.info));
    infos
        .filter_map(|info| match info.address.as_deref() {
            Some(Address::Usb(address)) => address.port.clone(),
            _ => None,
        })
        .collect()
}

#[test]
fn a_guest_gets_what_its_board_has() {
    let domain = parse("pc", "", "").unwrap();
    assert_eq!(domain.machine(), "pc-i440fx-7.2");
    assert_eq!(domain.devices.emulator.as_deref(), Some(EMULATOR));
    assert_eq!(places(&domain), [("piix3-uhci".to_owned(), 0, 1, 2)]);
    assert_eq!(domain.devices.memballoons.len(), 1);
    assert_eq!(domain.devices.inputs.len(), 2);
    let domain = parse("q35", "", "").unwrap();
    assert_eq!(domain.machine(), "pc-q35-7.2");
    // The USB controller and the balloon have a port each, and there is one to spare.
    let port = |function| ("pcie-root-port".to_owned(), 0, 1, function);
    let expected =
        [("qemu-xhci".to_owned(), 1, 0, 0), (String::new(), 0, 0x1f, 2), port(0), port(1), port(2)];
    assert_eq!(places(&domain), expected);
}

#[test]
fn bridges_are_added_when_slots_run_out() {
    let nic = "<interface type='user'/>";
    let domain = parse("pc", "", &nic.repeat(40)).unwrap();
    let bridges = domain.devices.controllers.iter().filter(|one| one.model.as_deref() == Some("pci-bridge"));
    assert_eq!(bridges.count(), 1);
    let mut taken = std::collections::HashSet::new();
    for interface in &domain.devices.interfaces {
        let Some(Address::Pci(address)) = interface.info.address.as_deref() else { panic!("no address") };
        assert!(taken.insert((address.bus, address.slot)));
    }
    // An old card on a new board sits behind a bridge in a port.
    let domain = parse("q35", "", nic).unwrap();
    let places = places(&domain);
    assert!(places.contains(&("pcie-to-pci-bridge".to_owned(), 1, 0, 0)), "{places:?}");
}

#[test]
fn the_first_pci_controller_is_the_root() {
    let bridge = "<controller type='pci' model='pci-bridge'/>";
    let root = "<controller type='pci' model='pci-root'/>";
    let wrong = "XML error: The PCI controller with index='0' must be model='pci-root' for this machine type, but \
                 model='pci-bridge' was found instead";
    for devices in [bridge.to_owned(), format!("{bridge}{root}"), bridge.repeat(2)] {
        assert_eq!(message(parse("pc", "", &devices)), wrong);
    }
    let numbered = "<controller type='pci' index='0' model='pci-root'/>";
    for devices in [format!("{root}{bridge}"), format!("{bridge}{numbered}")] {
        let domain = parse("pc", "", &devices).unwrap();
        let bridge = domain.devices.controllers.iter().find(|one| one.model.as_deref() == Some("pci-bridge"));
        assert_eq!(bridge.and_then(|bridge| bridge.index), Some(1));
    }
    let second = "<controller type='pci' index='1' model='pci-root'/>";
    assert_eq!(
        message(parse("pc", "", second)),
        "XML error: pci-root and pcie-root controllers should have index 0"
    );
}

#[test]
fn scsi_disks_are_seven_a_controller() {
    let disks = |letters: &str| {
        let disk = |letter| {
            format!(
                "<disk type='file'><source file='/{letter}'/><target dev='sd{letter}' bus='scsi'/></disk>"
            )
        };
        letters.chars().map(disk).collect::<String>()
    };
    let domain = parse("pc", "", &format!("<controller type='scsi' model='virtio-scsi'/>{}", disks("agho")));
    let domain = domain.unwrap();
    let at = |disk: &virt_conf::domain::disk::Disk| match disk.info.address.as_deref() {
        Some(Address::Drive(address)) => (address.controller.unwrap_or(0), address.unit.unwrap_or(0)),
        _ => panic!("no place"),
    };
    assert_eq!(domain.devices.disks.iter().map(at).collect::<Vec<_>>(), [(0, 0), (0, 6), (1, 0), (2, 0)]);
    let controllers = domain.devices.controllers.iter();
    let models: Vec<_> = controllers
        .filter(|one| one.kind == Some(virt_conf::domain::controller::ControllerType::Scsi))
        .map(|one| one.model.as_deref().unwrap_or_default())
        .collect();
    assert_eq!(models, ["virtio-scsi", "lsilogic", "lsilogic"]);
}

#[test]
fn hubs_are_added_when_ports_run_out() {
    let domain = parse("pc", "", &"<input type='mouse' bus='usb'/>".repeat(4)).unwrap();
    assert_eq!(ports(&domain), ["2", "1.1", "1.2", "1.3", "1"]);
}

#[test]
fn places_that_are_taken_are_refused() {
    let nic = "<interface type='user'><address type='pci' slot='5'/></interface>";
    assert_eq!(
        message(parse("pc", "", &nic.repeat(2))),
        "XML error: Attempted double use of PCI Address 0000:00:05.0"
    );
    let usb = "<input type='mouse' bus='usb'><address type='usb' bus='0' port='1'/></input>";
    assert_eq!(message(parse("pc", "", &usb.repeat(2))), "XML error: Duplicate USB address bus 0 port 1");
    let port = "<input type='mouse' bus='usb'><address type='usb' bus='0' port='3'/></input>";
    assert_eq!(message(parse("pc", "", port)), "XML error: requested USB port 3 not present on USB bus 0");
}

#[test]
fn what_the_emulator_does_not_have_is_refused() {
    assert_eq!(
        message(parse("pc", "", "<sound model='virtio'/>")),
        "unsupported configuration: virtio-sound controller is not supported in this QEMU binary"
    );
    assert_eq!(
        message(parse("isapc", "", "")),
        "unsupported configuration: Emulator '/usr/bin/qemu-system-x86_64' does not support machine type 'isapc'"
    );
}

#[test]
fn a_new_guest_must_have_its_emulator_and_a_known_one_need_not() {
    let text = "<domain type='qemu'><name>web</name><memory>65536</memory><os><type arch='x86_64'>hvm</type></os>\
                <devices><emulator>/gone</emulator></devices></domain>";
    let parse = |abi_update| {
        Domain::parse(text, ParseFlags { abi_update, ..ParseFlags::default() }, &host(Vec::new()))
    };
    assert_eq!(parse(true).unwrap_err().code(), Code::SystemError);
    assert!(parse(false).is_ok());
}

#[test]
fn a_running_guest_gets_no_new_bus() {
    let mut domain = parse("q35", "", "").unwrap();
    let disk = "<disk type='block'><source dev='/dev/a'/><target dev='vda' bus='virtio'/></disk>";
    let flags = ParseFlags { live: true, ..ParseFlags::default() };
    let mut attach = |name: &str| {
        let device = Device::parse(&disk.replace("vda", name), flags).unwrap();
        let mut changed = domain.clone();
        changed.attach_live(device, &host(Vec::new())).map(|()| domain = changed)
    };
    attach("vda").unwrap();
    assert_eq!(attach("vdb").unwrap_err().message(), "internal error: No more available PCI slots");
}

#[test]
fn firmware_is_chosen_once() {
    let directory = std::env::temp_dir().join(format!("virt-qemu-document-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let descriptor = r#"{"interface-types": ["uefi"], "features": [],
        "mapping": {"device": "flash", "executable": {"filename": "/code.fd", "format": "raw"},
                    "nvram-template": {"filename": "/vars.fd", "format": "raw"}},
        "targets": [{"architecture": "x86_64", "machines": ["pc-q35-*"]}]}"#;
    std::fs::write(directory.join("50-a.json"), descriptor).unwrap();
    let host = host(vec![directory.clone()]);
    let text = "<domain type='qemu'><name>web</name><memory>65536</memory>\
                <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features></domain>";
    let flags = ParseFlags { abi_update: true, ..ParseFlags::default() };
    let domain = Domain::parse(text, flags, &host).unwrap();
    let os = domain.os.as_ref().unwrap();
    assert_eq!(os.loader.as_ref().unwrap().path.as_deref(), Some("/code.fd"));
    let variables = "/var/lib/virt-test/lib/qemu/nvram/web_VARS.fd";
    assert_eq!(os.nvram.as_ref().unwrap().path.as_deref(), Some(variables));
    let written = domain.format(Style::default());
    std::fs::remove_dir_all(&directory).unwrap();
    // What was chosen stays, whatever became of the descriptor.
    let again = Domain::parse(&written, ParseFlags::default(), &host).unwrap();
    assert_eq!(again.format(Style::default()), written);
    let refused = Domain::parse(&text.replace("q35", "pc"), flags, &host).unwrap_err();
    assert_eq!(refused.code(), Code::OperationFailed);
}

#[test]
fn firmware_without_descriptor_has_the_template_beside_it() {
    let pairs = [("/code".to_owned(), "/vars.bin".to_owned())];
    let complete = |os: &str| {
        let text = format!(
            "<domain type='qemu'><name>web</name><memory unit='MiB'>64</memory>\
             <os><type arch='x86_64' machine='q35'>hvm</type>{os}</os></domain>"
        );
        let flags = ParseFlags { bare: true, ..ParseFlags::default() };
        let mut domain = Domain::parse(&text, flags, &virt_conf::host::Host::default()).unwrap();
        super::firmware::complete(&mut domain, &[], &pairs, std::path::Path::new("/lib")).unwrap();
        let nvram = domain.os.and_then(|os| os.nvram).unwrap_or_default();
        (nvram.template, nvram.path)
    };
    let flash = |path: &str| format!("<loader readonly='yes' type='pflash'>{path}</loader>");
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(complete(&flash("/code")), (text("/vars.bin"), text("/lib/web_VARS.bin")));
    assert_eq!(complete(&flash("/other")), (None, text("/lib/web_VARS.fd")));
    let own = format!("{}<nvram template='/mine.fd'/>", flash("/code"));
    assert_eq!(complete(&own), (text("/mine.fd"), text("/lib/web_VARS.fd")));
    assert_eq!(complete("<loader type='rom'>/code</loader>"), (None, None));
}
