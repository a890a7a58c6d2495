//! No two devices get one place, whatever a guest is made of.

use super::address::place::Place;
use super::tests::host;
use std::collections::HashSet;
use std::time::{Duration, Instant};
use virt_conf::domain::address::Address;
use virt_conf::domain::{Domain, ParseFlags};
use virt_xml::Style;

/// Numbers that look like chance and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Devices of all kinds; some name a place that may be taken or may not exist.
fn devices(numbers: &mut Numbers, q35: bool) -> String {
    let root = if q35 { "pcie-root" } else { "pci-root" };
    let mut text = format!("<controller type='pci' index='0' model='{root}'/>");
    let mut disks = 0;
    for _ in 0..numbers.below(60) {
        let slot = numbers.below(40);
        let address = match numbers.below(8) {
            0 => format!("<address type='pci' bus='{}' slot='{slot}'/>", numbers.below(3)),
            _ => String::new(),
        };
        let port = match numbers.below(6) {
            0 => format!("<address type='usb' bus='0' port='{}'/>", numbers.below(3) + 1),
            _ => String::new(),
        };
        match numbers.below(12) {
            0 => text.push_str(&format!("<interface type='user'>{address}</interface>")),
            1 | 2 => {
                text.push_str(&format!("<interface type='user'><model type='virtio'/>{address}</interface>"));
            }
            3 | 4 => {
                let bus = ["virtio", "scsi", "usb", "sata"][numbers.below(4) as usize];
                let (first, second) = (b'a' + (disks / 26) as u8, b'a' + (disks % 26) as u8);
                disks += 1;
                text.push_str(&format!(
                    "<disk type='block'><source dev='/dev/x'/><target dev='{}{}{}' bus='{bus}'/></disk>",
                    if bus == "virtio" { "vd" } else { "sd" },
                    char::from(first),
                    char::from(second)
                ));
            }
            5 | 6 => text.push_str(&format!("<input type='tablet' bus='usb'>{port}</input>")),
            7 => text.push_str("<input type='keyboard' bus='virtio'/>"),
            8 => text.push_str(&format!("<hub type='usb'>{port}</hub>")),
            9 => text.push_str("<channel type='pty'><target type='virtio'/></channel>"),
            10 if q35 => text.push_str("<controller type='pci' model='pcie-root-port'/>"),
            10 => text.push_str("<controller type='pci' model='pci-bridge'/>"),
            _ => text.push_str("<rng model='virtio'><backend model='random'/></rng>"),
        }
    }
    text
}

/// Every place that a guest's devices have, in words.
fn places(domain: &Domain) -> Vec<String> {
    let mut all = Vec::new();
    for place in Place::all(&domain.devices) {
        let words = match (place, place.info(&domain.devices).address.as_deref()) {
            (_, Some(Address::Pci(address))) => {
                format!("pci {:?} {:?} {:?}", address.bus, address.slot, address.function)
            }
            (_, Some(Address::Usb(address))) => format!("usb {:?} {:?}", address.bus, address.port),
            (_, Some(Address::VirtioSerial(address))) => {
                format!("serial {:?} {:?}", address.controller, address.port)
            }
            (Place::Disk(at), Some(Address::Drive(address))) => {
                format!("drive {:?} {:?}", domain.devices.disks[at].bus(), address.place())
            }
            _ => continue,
        };
        all.push(words);
    }
    all
}

#[test]
fn no_two_devices_get_one_place() {
    let host = host(Vec::new());
    let mut numbers = Numbers(7);
    let mut accepted = 0;
    for round in 0..400 {
        let q35 = round % 2 == 0;
        let text = format!(
            "<domain type='qemu'><name>web</name><memory unit='MiB'>64</memory><os><type arch='x86_64' \
             machine='{}'>hvm</type></os><devices>{}</devices></domain>",
            if q35 { "q35" } else { "pc" },
            devices(&mut numbers, q35)
        );
        let flags = ParseFlags { abi_update: true, ..ParseFlags::default() };
        let Ok(domain) = Domain::parse(&text, flags, &host) else { continue };
        accepted += 1;
        let mut taken = HashSet::new();
        for place in places(&domain) {
            assert!(taken.insert(place.clone()), "{place} twice in {text}");
        }
        // What was given stays when the document is read again, as a new one or not.
        let written = domain.format(Style::default());
        for abi_update in [false, true] {
            let flags = ParseFlags { abi_update, ..ParseFlags::default() };
            let again = Domain::parse(&written, flags, &host).unwrap();
            assert_eq!(again.format(Style::default()), written);
        }
    }
    assert!(accepted > 100, "only {accepted} documents were accepted");
}

#[test]
fn many_devices_are_placed_in_little_time() {
    let host = host(Vec::new());
    let text = format!(
        "<domain type='qemu'><name>web</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm\
         </type></os><devices>{}</devices></domain>",
        "<interface type='user'/>".repeat(3000)
    );
    let flags = ParseFlags { abi_update: true, ..ParseFlags::default() };
    let start = Instant::now();
    let domain = Domain::parse(&text, flags, &host).unwrap();
    assert_eq!(places(&domain).len(), domain.devices.interfaces.len() + bridges(&domain) + 2);
    // Far above what it takes, far below what trying each place for each device would.
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

fn bridges(domain: &Domain) -> usize {
    domain.devices.controllers.iter().filter(|one| one.model.as_deref() == Some("pci-bridge")).count()
}
