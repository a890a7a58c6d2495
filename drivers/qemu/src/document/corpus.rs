//! libvirt's own documents through the rules, compared with what libvirt makes of them.

use super::{Emulators, host};
use crate::emulator::{Accelerated, CpuModel, Emulator, Machine};
use crate::settings::Settings;
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use virt_conf::domain::{Domain, ParseFlags};
use virt_xml::Style;

#[derive(Debug)]
struct One {
    emulator: Arc<Emulator>,
    path: String,
}

impl Emulators for One {
    fn at(&self, path: &str) -> Option<Arc<Emulator>> {
        (path == self.path).then(|| self.emulator.clone())
    }

    fn of(&self, arch: &str) -> Option<Arc<Emulator>> {
        let fits = arch == self.emulator.arch || (arch == "i686" && self.emulator.arch == "x86_64");
        fits.then(|| self.emulator.clone())
    }

    fn architectures(&self) -> Vec<String> {
        let mut all = vec![self.emulator.arch.clone()];
        if self.emulator.arch == "x86_64" {
            all.push("i686".to_owned());
        }
        all
    }
}

/// The directory with libvirt's documents, where it is at hand.
fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("FERROVIRT_SHARED").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let corpus = named.unwrap_or(beside).join("conformance/corpus");
    corpus.is_dir().then_some(corpus)
}

fn machines(answer: &Value, short: bool) -> Vec<Machine> {
    let text = |machine: &Value, key: &str| machine[key].as_str().map(str::to_owned);
    let mut all = Vec::new();
    for machine in answer["return"].as_array().into_iter().flatten() {
        let mut one = Machine {
            name: text(machine, "name").unwrap_or_default(),
            default: machine["is-default"].as_bool().unwrap_or(false),
            max_cpus: machine["cpu-max"].as_u64().unwrap_or(0) as u32,
            hotplug_cpus: machine["hotpluggable-cpus"].as_bool().unwrap_or(false),
            default_cpu: text(machine, "default-cpu-type"),
            default_ram_id: text(machine, "default-ram-id"),
            ..Machine::default()
        };
        // The expected documents know short names alone.
        if let Some(alias) = text(machine, "alias") {
            if !short {
                one.alias = Some(alias);
                all.push(one);
                continue;
            }
            all.push(Machine { default: false, ..one.clone() });
            one.name = alias;
        }
        all.push(one);
    }
    all
}

fn cpu_models(answer: &Value) -> Vec<CpuModel> {
    let text = |model: &Value, key: &str| model[key].as_str().unwrap_or_default().to_owned();
    let models = answer["return"].as_array().into_iter().flatten();
    models
        .map(|model| CpuModel {
            name: text(model, "name"),
            kind: text(model, "typename"),
            ..CpuModel::default()
        })
        .collect()
}

fn recording(path: &Path, arch: &str, short: bool) -> Emulator {
    let text = fs::read_to_string(path).unwrap();
    let lines: Vec<Value> = text
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let mut emulator = Emulator {
        path: PathBuf::from(format!("/usr/bin/qemu-system-{arch}")),
        arch: arch.to_owned(),
        ..Emulator::default()
    };
    let mut found = Vec::new();
    let mut models = Vec::new();
    let mut kvm = false;
    for pair in lines.chunks(2) {
        let [question, answer] = pair else { continue };
        match question["execute"].as_str() {
            Some("query-version") => {
                let part = |key: &str| answer["return"]["qemu"][key].as_u64().unwrap_or(0) as u32;
                emulator.version = part("major") * 1_000_000 + part("minor") * 1000 + part("micro");
            }
            Some("query-kvm") => kvm = answer["return"]["enabled"].as_bool().unwrap_or(false),
            Some("query-cpu-definitions") => models.push(cpu_models(answer)),
            Some("query-machines") => found.push(machines(answer, short)),
            _ => {}
        }
    }
    let accelerated = |at: usize| Accelerated {
        machines: found[at].clone(),
        models: models.get(at).cloned().unwrap_or_default(),
    };
    emulator.tcg = accelerated(found.len() - 1);
    emulator.kvm = kvm.then(|| accelerated(0));
    emulator
}

/// The lines of a document that do not depend on chance.
fn settled(text: &str, source: &str) -> Vec<String> {
    let uuid = source.contains("<uuid>");
    let mac = source.matches("<mac ").count() >= source.matches("<interface ").count();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .filter(|line| (uuid || !line.starts_with("<uuid>")) && (mac || !line.starts_with("<mac ")))
        .map(str::to_owned)
        .collect()
}

#[test]
fn documents_are_completed_as_libvirt_completes_them() {
    let Some(corpus) = shared() else {
        eprintln!("skipped: libvirt's documents are not at hand");
        return;
    };
    let out = std::env::var_os("FERROVIRT_DOCUMENTS_OUT").map(PathBuf::from);
    let read =
        |path: &Path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cases: Vec<Value> = serde_json::from_str(&read(&corpus.join("qemuxml2xml/cases.json"))).unwrap();
    let recorded: Value = serde_json::from_str(&read(&corpus.join("recorded.json"))).unwrap();
    let mut hosts = HashMap::new();
    let mut same = 0;
    for case in &cases {
        let word = |key: &str| case[key].as_str().unwrap_or_default();
        let short = case["strip_aliases"].as_bool().unwrap_or(false);
        let host = hosts.entry((word("replies"), word("arch"), short)).or_insert_with(|| {
            let emulator = Arc::new(recording(&corpus.join(word("replies")), word("arch"), short));
            let path = emulator.path.display().to_string();
            host(Arc::new(One { emulator, path }), Arc::new(Settings::default()))
        });
        let source = read(&corpus.join("qemuxml2xml").join(word("input")));
        let expected = match recorded["qemuxml2xml"][word("name")].as_str() {
            Some(text) => text.to_owned(),
            None => read(&corpus.join("qemuxml2xml").join(word("expect"))),
        };
        let flags = ParseFlags { abi_update: true, ..ParseFlags::default() };
        let style = Style { inactive: true, secure: true, ..Style::default() };
        let answer = match Domain::parse(&source, flags, host) {
            Ok(domain) => domain.format(style),
            Err(error) => format!("error: {}", error.message()),
        };
        if settled(&answer, &source) == settled(&expected, &source) {
            same += 1;
        }
        if let Some(out) = &out {
            fs::write(out.join(word("name")), answer).unwrap();
        }
    }
    println!("{same} of {} documents", cases.len());
    assert!(same >= 500, "{same} of {} documents", cases.len());
}
