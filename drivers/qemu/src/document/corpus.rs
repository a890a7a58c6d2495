//! libvirt's own documents through the rules, compared with what libvirt makes of them.

use super::{Installed, host};
use crate::emulator::{ARCHITECTURES, Emulator, Machine};
use crate::settings::Settings;
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use virt_conf::domain::{Domain, ParseFlags};
use virt_xml::Style;

struct One {
    emulator: Arc<Emulator>,
    path: String,
}

impl Installed for One {
    fn at(&self, path: &str) -> Option<Arc<Emulator>> {
        (path == self.path).then(|| self.emulator.clone())
    }

    fn of(&self, arch: &str) -> Option<Arc<Emulator>> {
        let fits = arch == self.emulator.arch || (arch == "i686" && self.emulator.arch == "x86_64");
        fits.then(|| self.emulator.clone())
    }

    fn architectures(&self) -> Vec<(&'static str, bool)> {
        let known = ARCHITECTURES.iter().map(|(arch, _)| *arch);
        let mut all: Vec<_> = known.filter(|arch| self.of(arch).is_some()).collect();
        all.sort_by_key(|arch| *arch != self.emulator.arch);
        all.into_iter().map(|arch| (arch, self.emulator.kvm.is_some())).collect()
    }
}

/// The directory with libvirt's documents, where it is at hand.
fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("FERROVIRT_SHARED").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let corpus = named.unwrap_or(beside).join("conformance/corpus");
    corpus.is_dir().then_some(corpus)
}

/// The expected documents know the short names of machines alone, as if these were their own.
fn shorten(machines: &mut Vec<Machine>) {
    for at in 0..machines.len() {
        if let Some(alias) = machines[at].alias.take() {
            let versioned = Machine { default: false, ..machines[at].clone() };
            machines[at].name = alias;
            machines.push(versioned);
        }
    }
}

fn recording(path: &Path, arch: &str, short: bool) -> Emulator {
    let program = PathBuf::from(format!("/usr/bin/qemu-system-{arch}"));
    let mut emulator = Emulator::from_recording(&program, &fs::read_to_string(path).unwrap()).unwrap();
    if short {
        shorten(&mut emulator.tcg.machines);
        emulator.kvm.iter_mut().for_each(|kvm| shorten(&mut kvm.machines));
    }
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
    assert!(same >= 670, "{same} of {} documents", cases.len());
}
