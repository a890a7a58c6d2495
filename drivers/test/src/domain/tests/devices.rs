//! Devices come and go.

use super::*;
use virt_core::{constants::*, stream::Received};

const DISK: &str =
    "<disk type='file' device='cdrom'><source file='/i'/><target dev='sda' bus='sata'/></disk>";
const BOTH: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

#[test]
fn a_device_is_in_the_documents_that_were_meant() {
    let host = Host::new();
    let (devices, domains) = (&host.drivers.devices, &host.drivers.domains);
    let dom = host.running("a", "");
    let has = |flags| domains.domain_get_xml_desc(&dom, flags).unwrap().contains("<target dev='sda'");
    devices.domain_attach_device_flags(&dom, DISK, VIR_DOMAIN_AFFECT_LIVE).unwrap();
    assert_eq!((has(0), has(VIR_DOMAIN_XML_INACTIVE)), (true, false));
    assert_eq!(
        refusal(devices.domain_attach_device_flags(&dom, DISK, BOTH)),
        "Requested operation is not valid: target sda already exists"
    );
    assert!(!has(VIR_DOMAIN_XML_INACTIVE), "all or nothing");
    devices.domain_attach_device_flags(&dom, DISK, VIR_DOMAIN_AFFECT_CONFIG).unwrap();
    let other = DISK.replace("/i", "/other");
    devices.domain_update_device_flags(&dom, &other, VIR_DOMAIN_AFFECT_LIVE).unwrap();
    assert!(domains.domain_get_xml_desc(&dom, 0).unwrap().contains("/other"));
    devices.domain_detach_device_alias(&dom, "sata-disk0", BOTH).unwrap();
    assert_eq!((has(0), has(VIR_DOMAIN_XML_INACTIVE)), (false, false));
    assert_eq!(
        refusal(devices.domain_detach_device_flags(&dom, DISK, 0)),
        "device not found: disk sda not found"
    );
    let ids: Vec<i32> = host.events().iter().map(|event| event.id().1).collect();
    assert_eq!(
        ids,
        [
            VIR_DOMAIN_EVENT_ID_DEVICE_ADDED,
            VIR_DOMAIN_EVENT_ID_TRAY_CHANGE,
            VIR_DOMAIN_EVENT_ID_TRAY_CHANGE,
            VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED
        ]
    );
}

#[test]
fn any_device_is_found_by_what_the_caller_says_of_it() {
    let host = Host::new();
    let devices = &host.drivers.devices;
    let text = "<rng model='virtio'><rate bytes='9'/><backend model='random'>/dev/random</backend></rng>";
    let dom = host.define("a", &format!("<devices>{text}</devices>"));
    let other = "<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>";
    assert!(devices.domain_detach_device_flags(&dom, other, 0).is_err());
    let part = "<rng model='virtio'><backend model='random'>/dev/random</backend></rng>";
    devices.domain_detach_device_flags(&dom, part, 0).unwrap();
    assert!(!host.drivers.domains.domain_get_xml_desc(&dom, 0).unwrap().contains("<rng"));
    for text in ["<nosuch/>", "zz", ""] {
        assert!(devices.domain_attach_device_flags(&dom, text, 0).is_err(), "{text}");
    }
}

#[test]
fn a_console_gives_back_what_it_takes() {
    let host = Host::new();
    let dom = host.running("a", "<devices><console type='pty'/></devices>");
    let (stream, ()) = host.drivers.devices.domain_open_console(&dom, None, 0).unwrap();
    stream.send(b"hello").unwrap();
    let mut buffer = [0; 64];
    let Received::Data(length) = stream.receive(&mut buffer, false).unwrap() else { panic!() };
    assert_eq!(&buffer[..length], b"a login: hello");
    stream.finish().unwrap();
    assert!(stream.send(b"x").is_err());
    let none = host.running("b", "");
    assert!(host.drivers.devices.domain_open_console(&none, None, 0).is_err());
}

#[test]
fn an_interface_without_a_name_on_the_host_gets_one() {
    let host = Host::new();
    let nic =
        |target: &str| format!("<interface type='network'><source network='default'/>{target}</interface>");
    let devices = format!("<devices>{}{}{}</devices>", nic(""), nic("<target dev='testnet1'/>"), nic(""));
    let dom = host.running("a", &devices);
    host.drivers.devices.domain_attach_device(&dom, &nic("")).unwrap();
    let text = host.drivers.domains.domain_get_xml_desc(&dom, 0).unwrap();
    for name in ["testnet0", "testnet1", "testnet2", "testnet3"] {
        assert_eq!(text.matches(&format!("<target dev='{name}'/>")).count(), 1, "{name} in {text}");
    }
}
