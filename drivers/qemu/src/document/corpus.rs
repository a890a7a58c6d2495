//! libvirt's own documents through the rules, compared with what libvirt makes of them.

use super::{Installed, check_start, host_with_firmware};
use crate::directories::Directories;
use crate::emulator::{ARCHITECTURES, Emulator, Machine};
use crate::settings::Settings;
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use virt_conf::domain::{Domain, ParseFlags};
use virt_conf::host::Host;
use virt_xml::Style;

struct One {
    emulator: Arc<Emulator>,
    path: String,
}

impl Installed for One {
    fn at(&self, path: &str) -> Result<Arc<Emulator>, virt_error::Error> {
        match path == self.path {
            true => Ok(self.emulator.clone()),
            false => Err(virt_error::error!(Qemu, InternalError, "there is no {path} here")),
        }
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

/// The directory that answers are written to, for whoever looks for the differences.
fn output() -> Option<PathBuf> {
    std::env::var_os("FERROVIRT_DOCUMENTS_OUT").map(PathBuf::from)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

type Answer = Result<(Domain, Arc<Emulator>), String>;

/// The cases of a category with what the reading of each makes: a document, or an error's text.
fn answers(corpus: &Path, category: &str) -> Vec<(Value, Answer, Host)> {
    let cases: Vec<Value> = serde_json::from_str(&read(&corpus.join(category).join("cases.json"))).unwrap();
    let mut hosts = HashMap::new();
    let mut answers = Vec::new();
    for case in cases {
        let word = |key: &str| case[key].as_str().unwrap_or_default().to_owned();
        let short = case["strip_aliases"].as_bool().unwrap_or(false);
        let (host, emulator) = &*hosts.entry((word("replies"), word("arch"), short)).or_insert_with(|| {
            let emulator = Arc::new(recording(&corpus.join(word("replies")), &word("arch"), short));
            let path = emulator.path.display().to_string();
            let one = One { emulator: emulator.clone(), path };
            let directories = Directories {
                lib: PathBuf::from("/var/lib/libvirt/qemu"),
                ..Directories::embedded(Path::new("/var/lib/libvirt/embed"))
            };
            let places = ["etc", "usr/share"]
                .map(|place| corpus.join("support/qemufirmwaredata").join(place).join("qemu/firmware"));
            let host = host_with_firmware(
                Arc::new(one),
                Arc::new(Settings::default()),
                directories,
                places.to_vec(),
            );
            (host, emulator)
        });
        let source = read(&corpus.join(category).join(word("input")));
        let flags = ParseFlags { abi_update: true, ..ParseFlags::default() };
        let answer = Domain::parse(&source, flags, host).map(|domain| (domain, emulator.clone()));
        answers.push((case, answer.map_err(|error| error.message().to_owned()), host.clone()));
    }
    answers
}

#[test]
fn documents_are_completed_as_libvirt_completes_them() {
    let Some(corpus) = shared() else {
        eprintln!("skipped: libvirt's documents are not at hand");
        return;
    };
    let recorded: Value = serde_json::from_str(&read(&corpus.join("recorded.json"))).unwrap();
    let answers = answers(&corpus, "qemuxml2xml");
    let mut same = 0;
    for (case, answer, _) in &answers {
        let word = |key: &str| case[key].as_str().unwrap_or_default();
        let source = read(&corpus.join("qemuxml2xml").join(word("input")));
        let expected = match recorded["qemuxml2xml"][word("name")].as_str() {
            Some(text) => text.to_owned(),
            None => read(&corpus.join("qemuxml2xml").join(word("expect"))),
        };
        let style = Style { inactive: true, secure: true, ..Style::default() };
        let answer = match answer {
            Ok((domain, _)) => domain.format(style),
            Err(error) => format!("error: {error}"),
        };
        if settled(&answer, &source) == settled(&expected, &source) {
            same += 1;
        }
        if let Some(out) = output() {
            fs::write(out.join(word("name")), answer).unwrap();
        }
    }
    println!("{same} of {} documents", answers.len());
    assert!(same >= 730, "{same} of {} documents", answers.len());
}

#[test]
fn documents_are_refused_as_libvirt_refuses_them() {
    let Some(corpus) = shared() else {
        eprintln!("skipped: libvirt's documents are not at hand");
        return;
    };
    let answers = answers(&corpus, "qemuxmlerror");
    let mut same = 0;
    for (case, answer, _) in &answers {
        let word = |key: &str| case[key].as_str().unwrap_or_default();
        let expected = read(&corpus.join("qemuxmlerror").join(word("expect")));
        let answer = match answer {
            Ok((domain, emulator)) => match check_start(domain, emulator) {
                Ok(()) => "accepted".to_owned(),
                Err(error) => error.message().to_owned(),
            },
            Err(error) => error.clone(),
        };
        if answer.trim() == expected.trim() {
            same += 1;
        }
        if let Some(out) = output() {
            fs::write(out.join(format!("err-{}", word("name"))), answer).unwrap();
        }
    }
    println!("{same} of {} refusals", answers.len());
    assert!(same >= 125, "{same} of {} refusals", answers.len());
}

#[test]
fn a_document_read_back_stays_as_it_was() {
    let Some(corpus) = shared() else {
        eprintln!("skipped: libvirt's documents are not at hand");
        return;
    };
    let style = Style { inactive: true, secure: true, ..Style::default() };
    let mut changed = Vec::new();
    for (case, answer, host) in answers(&corpus, "qemuxml2xml") {
        let Ok((domain, _)) = answer else { continue };
        let text = domain.format(style);
        for abi_update in [false, true] {
            let flags = ParseFlags { abi_update, ..ParseFlags::default() };
            let again = Domain::parse(&text, flags, &host).map(|domain| domain.format(style));
            if again.as_ref() != Ok(&text) {
                changed.push(format!("{} {abi_update}", case["name"]));
                if let Some(out) = output() {
                    let again = again.unwrap_or_else(|error| error.message().to_owned());
                    let name = case["name"].as_str().unwrap_or_default();
                    fs::write(out.join(format!("again-{abi_update}-{name}")), again).unwrap();
                }
            }
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}
