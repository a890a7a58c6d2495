//! Documents made to hurt: many of everything, and documents with damage. Bounded time, no panic.

use std::time::{Duration, Instant};
use virt_conf::domain::{Device, Domain, ParseFlags};
use virt_conf::host::Host;
use virt_xml::Style;

const MACHINE: &str = "<name>p</name><memory>1000000</memory><os><type arch='x86_64'>hvm</type></os>";

fn parse(inside: &str) -> virt_error::Result<Domain> {
    Domain::parse(
        &format!("<domain type='test'>{MACHINE}{inside}</domain>"),
        ParseFlags::default(),
        &Host::default(),
    )
}

/// A name like `vdaab`.
fn drive(prefix: &str, mut number: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'a' + (number % 26) as u8);
        number /= 26;
        if number == 0 {
            break;
        }
        number -= 1;
    }
    letters.iter().rev().fold(prefix.to_owned(), |name, &letter| name + &char::from(letter).to_string())
}

#[test]
fn many_devices_take_time_in_proportion() {
    const MANY: u32 = 8000;
    let list = |form: &dyn Fn(u32) -> String| (0..MANY).rev().map(form).collect::<String>();
    let lists = [
        list(&|n| {
            format!("<disk type='file'><source file='/{n}'/><target dev='{}'/></disk>", drive("vd", n))
        }),
        list(&|n| {
            format!("<disk type='file'><source file='/{n}'/><target dev='{}'/></disk>", drive("sd", n))
        }),
        list(&|_| "<controller type='virtio-serial'/>".to_owned()),
        list(&|n| format!("<controller type='scsi' index='{n}'/>")),
        list(&|n| format!("<interface type='network'><source network='{n}'/></interface>")),
        list(&|_| "<serial type='pty'/>".to_owned()),
        list(&|_| "<smartcard mode='host'/>".to_owned()),
        list(&|n| format!("<audio id='{}' type='none'/>", n + 1)),
        list(&|n| {
            format!(
                "<hostdev type='scsi'><source><adapter name='scsi_host{n}'/><address bus='0' target='0' \
                 unit='0'/></source></hostdev>"
            )
        }),
        list(&|n| {
            format!(
                "<channel type='unix'><target type='virtio' name='{n}'/><address type='virtio-serial' controller='{n}'/></channel>"
            )
        }),
        list(&|_| "<video/>".to_owned()),
    ];
    for devices in lists {
        let started = Instant::now();
        // Some of these are refused; what counts is how soon.
        if let Ok(domain) = parse(&format!("<devices>{devices}</devices>")) {
            assert!(!domain.format(Style::default()).is_empty());
        }
        let took = started.elapsed();
        assert!(took < Duration::from_secs(10), "{took:?} for {}…", &devices[..60]);
    }
}

#[test]
fn large_numbers_take_no_time() {
    let started = Instant::now();
    for inside in [
        "<vcpu>4294967295</vcpu><vcpus><vcpu id='0' enabled='yes'/></vcpus>",
        "<iothreads>4294967295</iothreads><iothreadids><iothread id='7'/></iothreadids>",
        "<vcpu>65536</vcpu><cputune><vcpusched vcpus='0-65535' scheduler='fifo' priority='1'/></cputune>",
        "<devices><disk type='file'><source file='/a'/><target dev='sda'/><address type='drive' controller='4294967295'/></disk></devices>",
        "<devices><serial type='pty'><target port='2147483647'/></serial><serial type='pty'/></devices>",
        "<currentMemory unit='E'>18446744073709551615</currentMemory>",
        "<cpu><numa><cell memory='18446744073709551615'/><cell memory='18446744073709551615'/></numa></cpu>",
    ] {
        if let Ok(domain) = parse(inside) {
            assert!(!domain.format(Style::default()).is_empty());
        }
    }
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

/// A small generator of numbers, the same ones in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

#[test]
fn damaged_documents_do_not_panic() {
    let mut numbers = Numbers(7);
    let sound: Vec<&str> =
        include_str!("data/devices.txt").lines().filter_map(|line| line.strip_prefix("# ")).collect();
    let words = ["", "-1", "0", "999999999999999999999", "x", "é", "<", "'", "0x", "^", ",", "/", "a.b"];
    for _ in 0..4000 {
        let device = sound[numbers.below(sound.len())];
        let mut pieces: Vec<String> = device.split('\'').map(str::to_owned).collect();
        for _ in 0..=numbers.below(2) {
            let at = numbers.below(pieces.len());
            match numbers.below(4) {
                0 => pieces[at] = words[numbers.below(words.len())].to_owned(),
                1 => {
                    pieces.remove(at);
                    if pieces.is_empty() {
                        pieces.push(String::new());
                    }
                }
                2 => {
                    let other = pieces[numbers.below(pieces.len())].clone();
                    pieces.insert(at, other);
                }
                _ => {
                    // Values stand at odd places.
                    if let Some(value) = pieces.get_mut(at | 1) {
                        *value = words[numbers.below(words.len())].to_owned();
                    }
                }
            }
        }
        let damaged = pieces.join("'");
        if let Ok(domain) = parse(&format!("<devices>{damaged}</devices>")) {
            assert!(!domain.format(Style::default()).is_empty());
        }
        let _ = Device::parse(&damaged, ParseFlags::default());
    }
}
