//! What becomes of parts of domain documents, and what is refused, as measured with libvirt.
//!
//! `data/devices.txt` and `data/guests.txt`: a line `# FRAGMENT`, then what libvirt writes for it;
//! `data/refused.txt`: a fragment, then `=> CODE ORIGIN MESSAGE`.

use virt_conf::domain::{Domain, ParseFlags, VirtType, os::OsType};
use virt_conf::host::{Guest, Host};
use virt_error::Result;
use virt_xml::Style;

const UUID: &str = "c7a5fdbd-edaf-9455-926a-d65c16db1809";
const MACHINE: &str = "<memory>1000000</memory><os><type>hvm</type></os>";

fn host() -> Host {
    let guest = |os| Guest { os, arch: "i686".to_owned(), machine: None, types: vec![VirtType::Test] };
    Host { guests: vec![guest(OsType::Hvm), guest(OsType::Xen)], ..Host::default() }
}

fn parse(inside: &str) -> Result<Domain> {
    let text = format!("<domain type='test'><name>p</name><uuid>{UUID}</uuid>{inside}</domain>");
    Domain::parse(&text, ParseFlags::default(), &host())
}

fn written(domain: &Domain) -> String {
    domain.format(Style { secure: true, inactive: true, ..Style::default() })
}

/// Fragments, each with the lines that follow it.
fn forms(text: &str) -> Vec<(&str, String)> {
    let mut forms: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("# "), forms.last_mut()) {
            (Some(fragment), _) => forms.push((fragment, String::new())),
            (None, Some((_, lines))) => {
                lines.push_str(line);
                lines.push('\n');
            }
            (None, None) => {}
        }
    }
    forms
}

#[test]
fn devices_get_their_form() {
    let mut wrong = Vec::new();
    for (fragment, expected) in forms(include_str!("data/devices.txt")) {
        let text = match parse(&format!("{MACHINE}<devices>{fragment}</devices>")) {
            Ok(domain) => written(&domain),
            Err(error) => error.message().to_owned(),
        };
        let inside = text.split_once("  <devices>\n").and_then(|(_, rest)| rest.split_once("  </devices>\n"));
        let got: String = inside
            .map_or(&text[..], |(inside, _)| inside)
            .lines()
            .map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line)))
            .collect();
        if got != expected {
            wrong.push(format!("{fragment}\nexpected\n{expected}got\n{got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn guests_get_their_form() {
    let mut wrong = Vec::new();
    for (fragment, expected) in forms(include_str!("data/guests.txt")) {
        let text = match parse(fragment) {
            Ok(domain) => written(&domain),
            Err(error) => error.message().to_owned(),
        };
        let rest = text.split_once("</uuid>\n").map_or(&text[..], |(_, rest)| rest);
        let got: String = rest
            .lines()
            .filter(|line| *line != "</domain>")
            .map(|line| format!("{}\n", line.strip_prefix("  ").unwrap_or(line)))
            .collect();
        if got != expected {
            wrong.push(format!("{fragment}\nexpected\n{expected}got\n{got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn contradictions_are_refused_in_libvirts_words() {
    let mut lines = include_str!("data/refused.txt").lines();
    let mut wrong = Vec::new();
    while let (Some(fragment), Some(expected)) = (lines.next(), lines.next()) {
        let document = match fragment.contains("<os>") || fragment.contains("<memory>1000000") {
            true => fragment.to_owned(),
            false => format!("{MACHINE}<devices>{fragment}</devices>"),
        };
        let got = match parse(&document) {
            Ok(_) => "accepted".to_owned(),
            Err(error) => format!("=> {} {} {}", error.code() as i32, error.origin() as i32, error.message()),
        };
        if got != expected {
            wrong.push(format!("{fragment}\n  expected {expected}\n  got      {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn secrets_and_live_parts_are_shown_on_demand() {
    let inside = format!(
        "{MACHINE}<devices><graphics type='vnc' port='5900' autoport='no' passwd='s' passwdValidTo='2030-01-01T00:00:00'/>\
         <disk type='file'><source file='/a' index='1'/><target dev='vda'/><alias name='virtio-disk0'/></disk>\
         <serial type='pty'><source path='/dev/pts/3'/><alias name='ua-mine'/></serial></devices>"
    );
    let text = format!("<domain type='test' id='7'><name>p</name>{inside}</domain>");
    let live = ParseFlags { live: true, ..ParseFlags::default() };
    let domain = Domain::parse(&text, live, &host()).unwrap();
    assert_eq!(domain.id(), 7);
    let secure = domain.format(Style { secure: true, ..Style::default() });
    assert!(secure.contains("passwd='s'") && secure.contains("<domain type='test' id='7'>"));
    assert!(secure.contains("<alias name='virtio-disk0'/>") && secure.contains("index='1'"));
    assert!(secure.contains("<source path='/dev/pts/3'/>"));
    let open = domain.format(Style::default());
    assert!(!open.contains("passwd='s'") && open.contains("passwdValidTo="));
    let inactive = domain.format(Style { inactive: true, ..Style::default() });
    assert!(
        !inactive.contains("id='7'") && !inactive.contains("virtio-disk0") && !inactive.contains("index=")
    );
    assert!(inactive.contains("<alias name='ua-mine'/>"));
    let domain = Domain::parse(&text, ParseFlags::default(), &host()).unwrap();
    assert_eq!(domain.id(), -1);
    assert!(!written(&domain).contains("/dev/pts/3"));
}

#[test]
fn sizes_and_processors_can_be_changed() {
    let mut domain = parse(&format!("{MACHINE}<vcpu>4</vcpu>")).unwrap();
    domain.set_max_memory(500);
    assert_eq!((domain.memory(), domain.max_memory()), (500, 500));
    domain.set_memory(300);
    domain.set_vcpus(2);
    assert_eq!((domain.vcpus(), domain.max_vcpus()), (2, 4));
    domain.set_max_vcpus(1);
    assert_eq!((domain.vcpus(), domain.max_vcpus()), (1, 1));
    assert!(written(&domain).contains("<currentMemory unit='KiB'>300</currentMemory>"));
}

#[test]
fn guests_of_xen_are_linux() {
    let written = |kind, os| {
        let os = format!("<memory>1000000</memory><os><type>{os}</type><kernel>/k</kernel></os>");
        let text = format!("<domain type='{kind}'><name>p</name><uuid>{UUID}</uuid>{os}</domain>");
        Domain::parse(&text, ParseFlags::default(), &Host::default()).unwrap().os_type().to_owned()
    };
    assert_eq!((written("xen", "xen"), written("xen", "linux")), ("linux".to_owned(), "linux".to_owned()));
    assert_eq!((written("xen", "hvm"), written("test", "xen")), ("hvm".to_owned(), "xen".to_owned()));
}

#[test]
fn validation_refuses_names_that_the_format_lacks() {
    let flags = ParseFlags { validate: true, ..ParseFlags::default() };
    let text = |device: &str| {
        format!("<domain type='test'><name>p</name>{MACHINE}<devices>{device}</devices></domain>")
    };
    let good = text("<disk type='file'><source file='/a'/><target dev='vda'/></disk>");
    assert!(Domain::parse(&good, flags, &host()).is_ok());
    let bad = text("<disk type='file'><source file='/a'/><targte dev='vda'/></disk>");
    let error = Domain::parse(&bad, flags, &host()).unwrap_err();
    assert_eq!(error.code() as i32, 92);
    assert!(error.message().contains("Element disk has extra content: targte"), "{error}");
    assert!(error.message().ends_with("did you mean 'target'?"), "{error}");
}
