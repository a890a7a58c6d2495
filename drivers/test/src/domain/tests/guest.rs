//! What the guest's agent is told, and answers.

use super::*;
use virt_core::{records::DomainTime, stream::Received, types::*};

const DISK: &str = "<devices><disk type='file'><source file='/i'/><target dev='vda'/></disk></devices>";

#[test]
fn file_systems_freeze_and_thaw() {
    let host = Host::new();
    let guests = &host.drivers.guests;
    let dom = host.running("a", DISK);
    let points = |points: &[&str]| -> List<String, 256> {
        points.iter().map(|point| (*point).to_owned()).collect::<Vec<_>>().into()
    };
    assert_eq!(guests.domain_fsfreeze(&dom, &points(&["/"]), 0).unwrap(), 1);
    assert_eq!(guests.domain_fsfreeze(&dom, &points(&[]), 0).unwrap(), 1);
    assert_eq!(guests.domain_fsthaw(&dom, &points(&[]), 0).unwrap(), 2);
    assert_eq!(
        refusal(guests.domain_fsfreeze(&dom, &points(&["/", "/nosuch"]), 0)),
        "Requested operation is not valid: mount point not found: /nosuch"
    );
    let systems = guests.domain_get_fsinfo(&dom, 0).unwrap();
    assert_eq!((systems.count, &*systems.items[1].name), (2, "vda2"));
}

#[test]
fn a_guest_remembers_what_it_is_told_until_it_stops() {
    let host = Host::new();
    let guests = &host.drivers.guests;
    let dom = host.running("a", DISK);
    guests.domain_set_time(&dom, 5, 6, 0).unwrap();
    assert_eq!(guests.domain_get_time(&dom, 0).unwrap(), DomainTime { seconds: 5, nseconds: 6 });
    let key = |text: &str| -> List<String, 2048> { vec![text.to_owned()].into() };
    guests.domain_authorized_ssh_keys_set(&dom, "u", &key("one"), 0).unwrap();
    guests.domain_authorized_ssh_keys_set(&dom, "u", &key("two"), 1).unwrap();
    assert_eq!(guests.domain_authorized_ssh_keys_get(&dom, "u", 0).unwrap().0, ["one", "two"]);
    guests.domain_set_guest_vcpus(&dom, "1", 0, 0).unwrap();
    assert_eq!(guests.domain_get_guest_vcpus(&dom, 0).unwrap()[1].value, Value::String("0".into()));
    assert_eq!(guests.domain_get_hostname(&dom, 0).unwrap(), "ahost");
    host.drivers.domains.domain_destroy(&dom).unwrap();
    assert_eq!(
        refusal(guests.domain_get_hostname(&dom, 0)),
        "Requested operation is not valid: domain is not running"
    );
    host.drivers.domains.domain_create(&dom).unwrap();
    assert!(guests.domain_authorized_ssh_keys_get(&dom, "u", 0).unwrap().is_empty());
}

#[test]
fn a_screen_is_an_image() {
    let host = Host::new();
    let dom = host.running("a", "");
    let (stream, kind) = host.drivers.monitoring.domain_screenshot(&dom, 0, 0).unwrap();
    assert_eq!(kind.as_deref(), Some("image/png"));
    let mut image = Vec::new();
    let mut buffer = [0; 1000];
    loop {
        match stream.receive(&mut buffer, false).unwrap() {
            Received::Data(0) => break,
            Received::Data(length) => image.extend(&buffer[..length]),
            other => panic!("{other:?}"),
        }
    }
    assert!(image.starts_with(b"\x89PNG\r\n\x1a\n") && image.ends_with(b"IEND\xae\x42\x60\x82"));
    if let Some(place) = std::env::var_os("FERROVIRT_SCREEN") {
        std::fs::write(place, &image).unwrap();
    }
    stream.finish().unwrap();
}
