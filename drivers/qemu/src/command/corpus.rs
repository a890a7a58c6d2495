//! libvirt's own documents as command lines, compared with those that libvirt writes.

use super::{CommandLine, Plan, Prepared, build};
use crate::directories::Directories;
use crate::document::NAMESPACE;
use crate::emulator::{Emulator, recording::recorded};
use crate::settings::Settings;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use virt_conf::domain::{Domain, ParseFlags};
use virt_conf::host::Host;
use virt_error::Result;

/// How many of the command lines must be the same at least. The others need what a test has not: secrets, devices of
/// the host, the processor of the host on which they were taken.
const LEAST: usize = 560;

/// The directory with libvirt's documents, where it is at hand.
fn corpus() -> Option<PathBuf> {
    let shared = std::env::var_os("FERROVIRT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let corpus = shared.join("conformance/corpus");
    corpus.is_dir().then_some(corpus)
}

/// The emulator of a recording; its machines are known by their short names alone, as in the documents.
fn emulator(replies: &str, short: bool) -> Option<Emulator> {
    let name = replies.strip_prefix("support/replies/caps_")?.strip_suffix(".replies")?;
    let mut emulator = recorded(name)?;
    if !short {
        return Some(emulator);
    }
    for accelerated in emulator.kvm.iter_mut().chain([&mut emulator.tcg]) {
        for machine in &mut accelerated.machines {
            if let Some(alias) = machine.alias.take() {
                machine.name = alias;
            }
        }
    }
    Some(emulator)
}

/// The words of a shell's command, without those that set variables and the program.
fn words(text: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut begun) = (Vec::new(), String::new(), None, false);
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (None, '\\') => match letters.next() {
                Some('\n') | None => {}
                Some(next) => word.push(next),
            },
            (None, '\'' | '"') => (quote, begun) = (Some(letter), true),
            (None, letter) if letter.is_whitespace() => {
                if begun || !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            (Some(open), letter) if letter == open => quote = None,
            (_, letter) => word.push(letter),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    let program = words.iter().position(|word| word.starts_with('/')).unwrap_or(0);
    words.split_off(program + 1)
}

/// A document of libvirt's with the command line that libvirt makes of it.
pub struct Case {
    pub name: String,
    pub document: String,
    expected: String,
    pub emulator: Arc<Emulator>,
}

/// The documents with all that a guest's has, those of them whose emulator was recorded; empty, with a printed reason,
/// where they are not at hand.
pub fn cases() -> Vec<Case> {
    let Some(corpus) = corpus() else {
        println!("skipped: libvirt's documents are not there");
        return Vec::new();
    };
    let list = std::fs::read_to_string(corpus.join("qemuxml2argv/cases.json")).unwrap();
    let list: Vec<Value> = serde_json::from_str(&list).unwrap();
    let mut emulators: HashMap<(String, bool), Option<Arc<Emulator>>> = HashMap::new();
    let mut cases = Vec::new();
    for case in list.iter().filter(|case| case.get("qemu_conf").is_none()) {
        let text = |key: &str| case[key].as_str().unwrap_or_default().to_owned();
        let document = corpus.join("qemu/out").join(format!("{}.xml", text("name")));
        let Ok(document) = std::fs::read_to_string(document) else { continue };
        let known = (text("replies"), case["strip_aliases"] == Value::Bool(true));
        let emulator = emulators
            .entry(known)
            .or_insert_with_key(|(replies, short)| emulator(replies, *short).map(Arc::new));
        let Some(emulator) = emulator.clone() else { continue };
        let expected = std::fs::read_to_string(corpus.join("qemuxml2argv").join(text("expect"))).unwrap();
        cases.push(Case { name: text("name"), document, expected, emulator });
    }
    cases
}

/// Makes command lines of documents.
pub struct Maker {
    host: Host,
    directories: Directories,
    settings: Settings,
}

impl Maker {
    pub fn new() -> Maker {
        let mut directories = Directories::embedded(Path::new("/nowhere"));
        directories.instance = None;
        directories.lib = "/var/lib/libvirt/qemu".into();
        directories.run = "/run/libvirt/qemu".into();
        let mounts = [(2048, "/dev/hugepages2M"), (1_048_576, "/dev/hugepages1G")];
        let settings = Settings {
            hugetlbfs_mounts: mounts.map(|(size, path)| (size, path.to_owned())).into(),
            memory_backing_dir: "/var/lib/libvirt/qemu/ram".to_owned(),
            spice_password: Some("123456".to_owned()),
            ..Settings::default()
        };
        let host = Host { namespace: Some(("qemu", NAMESPACE)), ..Host::default() };
        Maker { host, directories, settings }
    }

    pub fn line(&self, document: &str, emulator: &Emulator) -> Result<CommandLine> {
        let flags = ParseFlags { bare: true, ..ParseFlags::default() };
        let mut domain = Domain::parse(document, flags, &self.host)?;
        crate::domain::alias::assign(&mut domain);
        crate::image::number(&mut domain);
        super::align_memory(&mut domain)?;
        crate::host::settle_cpu(&mut domain, emulator)?;
        super::pretend_ports(&mut domain);
        let plan = Plan {
            domain: &domain,
            emulator,
            settings: &self.settings,
            directories: &self.directories,
            id: -1,
        };
        build(&plan, Prepared::default())
    }
}

/// Arguments in a form in which the order of properties does not matter, without what only a real start has.
fn comparable(arguments: &[String]) -> Vec<Value> {
    let mut all = Vec::new();
    let mut before = "";
    for argument in arguments {
        let value = match serde_json::from_str::<Value>(argument) {
            Ok(Value::Object(mut properties)) => {
                for (name, known) in properties.iter_mut() {
                    if name == "vhostfd" {
                        *known = "*".into();
                    }
                }
                if before == "-netdev" {
                    properties.retain(|name, _| name == "id");
                }
                Value::Object(properties)
            }
            _ if argument.starts_with("socket,id=charmonitor") => "charmonitor".into(),
            _ if argument.contains("id=chrtpm") => "chrtpm".into(),
            // A socket that the driver listens on, or the emulator itself.
            _ if before == "-chardev" && argument.ends_with(",server=on,wait=off") => argument
                .split(",path=")
                .next()
                .unwrap_or_default()
                .split(",fd=")
                .next()
                .unwrap_or_default()
                .into(),
            _ => argument.as_str().into(),
        };
        match before {
            "-add-fd" => {
                all.pop();
            }
            _ => all.push(value),
        }
        before = argument;
    }
    all
}

#[test]
fn command_lines_are_libvirts() {
    let maker = Maker::new();
    let mut failures: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let wanted = std::env::var("FERROVIRT_CASE").ok();
    let (mut passed, mut tried) = (0, 0);
    for case in cases() {
        if wanted.as_ref().is_some_and(|wanted| !case.name.contains(wanted)) {
            continue;
        }
        tried += 1;
        let reason = match maker.line(&case.document, &case.emulator) {
            Ok(line) => {
                let (got, want) = (comparable(&line.arguments), comparable(&words(&case.expected)));
                if got == want {
                    passed += 1;
                    continue;
                }
                let missing = want.iter().find(|one| !got.contains(one));
                let surplus = got.iter().find(|one| !want.contains(one));
                let show = |value: Option<&Value>| value.map_or("-".to_owned(), Value::to_string);
                format!("want {} got {}", show(missing), show(surplus))
            }
            Err(error) => error.message().to_owned(),
        };
        failures.entry(reason).or_default().push(case.name);
    }
    let mut failures: Vec<_> = failures.into_iter().collect();
    failures.sort_by_key(|(_, names)| std::cmp::Reverse(names.len()));
    for (reason, names) in &failures {
        println!("{} {} | {reason}", names.len(), names[..names.len().min(2)].join(" "));
    }
    println!("{passed} of {tried}");
    assert!(
        wanted.is_some() || tried == 0 || passed >= LEAST,
        "{passed} of {tried} command lines are libvirt's"
    );
}
