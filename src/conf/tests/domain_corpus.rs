//! libvirt's own documents, where they are at hand (`FERROVIRT_SHARED`, or `../shared` beside the checkout): what
//! libvirt writes must come back byte for byte, and what its tests define must become what they expect.

use std::fs;
use std::path::{Path, PathBuf};
use virt_conf::domain::{Domain, ParseFlags, VirtType, os::OsType};
use virt_conf::host::{Guest, Host};
use virt_error::Origin;
use virt_xml::{Kind, Node, Style, parse};

fn corpus() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("FERROVIRT_SHARED").map_or(beside, PathBuf::from);
    let corpus = shared.join("conformance/corpus");
    if corpus.is_dir() {
        return Some(corpus);
    }
    println!("skipped: no {} (set FERROVIRT_SHARED)", corpus.display());
    None
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect());
    let mut documents: Vec<PathBuf> = entries.unwrap_or_default();
    documents.retain(|path| path.extension().is_some_and(|extension| extension == "xml"));
    documents.sort();
    documents
}

#[test]
fn what_libvirt_writes_comes_back() {
    let Some(corpus) = corpus() else { return };
    let style = Style { secure: true, ..Style::default() };
    let flags = ParseFlags { bare: true, live: true, ..ParseFlags::default() };
    let namespace = Some(("qemu", "http://libvirt.org/schemas/domain/qemu/1.0"));
    let host = Host { namespace, ..Host::default() };
    let (mut same, mut different) = (0, Vec::new());
    for folder in ["qemu/out", "genericxml/out", "lxcxml/out", "libxlxml/out"] {
        for path in documents(&corpus.join(folder)) {
            let text = fs::read_to_string(&path).expect("a readable document");
            if !text.starts_with("<domain") {
                continue;
            }
            let domain = Domain::parse(&text, flags, &host)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            if domain.format(style) == text { same += 1 } else { different.push(path) }
        }
    }
    println!("{same} the same, {} different: {different:#?}", different.len());
    assert!(same > 500, "only {same} documents came back");
    assert!(different.is_empty(), "{different:#?}");
}

/// A case of `cases.json`: its name, its input, and what is expected (`None`: a refusal).
fn cases(text: &str) -> Vec<(String, String, Option<String>)> {
    let field = |record: &str, key: &str| {
        let rest = record.split_once(&format!("\"{key}\": \""))?.1;
        Some(rest.split('"').next()?.to_owned())
    };
    let records = text.split('{').skip(1);
    records
        .filter_map(|record| Some((field(record, "name")?, field(record, "input")?, field(record, "expect"))))
        .collect()
}

/// The document as the test driver takes it: its type, its architecture, no machine and no emulator.
fn for_test_driver(text: &str) -> Option<Domain> {
    let flags = ParseFlags::default();
    let document = parse(text, "(domain_definition)", Origin::Domain).ok()?;
    let mut domain = Domain::from_node(document.root(), ParseFlags { bare: true, ..flags }, &host()).ok()?;
    domain.kind = Some(VirtType::Test);
    let kind = domain.os.get_or_insert_default().kind.get_or_insert_default();
    kind.name = Some("hvm".to_owned());
    kind.arch = Some("i686".to_owned());
    kind.machine = None;
    domain.devices.emulator = None;
    let text = domain.format(Style { secure: true, inactive: true, ..Style::default() });
    Domain::parse(&text, flags, &host()).ok()
}

fn host() -> Host {
    let guest =
        Guest { os: OsType::Hvm, arch: "i686".to_owned(), machine: None, types: vec![VirtType::Test] };
    Host { guests: vec![guest], ..Host::default() }
}

/// Whether two elements say the same: the order of elements counts, that of attributes and white space do not.
fn same(a: Node<'_>, b: Node<'_>) -> bool {
    let attributes = |node: Node<'_>| {
        let mut all: Vec<_> =
            node.attributes().iter().map(|a| (a.name.to_owned(), a.value.to_string())).collect();
        all.retain(|(name, _)| !(node.name() == "cachetune" && name == "id"));
        all.sort();
        all
    };
    let text = |node: Node<'_>| {
        let texts = node.nodes().filter(|child| matches!(child.kind(), Kind::Text | Kind::CData));
        texts.map(|child| child.value().trim().to_owned()).collect::<String>()
    };
    let (left, right): (Vec<_>, Vec<_>) = (a.children().collect(), b.children().collect());
    a.name() == b.name()
        && attributes(a) == attributes(b)
        && text(a) == text(b)
        && left.len() == right.len()
        && left.into_iter().zip(right).all(|(left, right)| same(left, right))
}

#[test]
fn generic_documents_become_what_libvirt_expects() {
    let Some(corpus) = corpus() else { return };
    let folder = corpus.join("genericxml");
    let text = fs::read_to_string(folder.join("cases.json")).expect("the list of cases");
    let (mut passed, mut failed) = (0, Vec::new());
    for (name, input, expect) in cases(&text) {
        let input = fs::read_to_string(folder.join(input)).expect("an input");
        let got = for_test_driver(&input);
        let good = match (got, expect) {
            (None, None) => true,
            (Some(got), Some(expect)) => {
                let expect = fs::read_to_string(folder.join(expect)).expect("an expectation");
                let expect = as_expected(&expect);
                let got = got.format(Style { secure: true, inactive: true, ..Style::default() });
                let documents =
                    (parse(&got, "got", Origin::Domain), parse(&expect, "expect", Origin::Domain));
                matches!(documents, (Ok(got), Ok(expect)) if same(got.root(), expect.root()))
            }
            _ => false,
        };
        if good { passed += 1 } else { failed.push(name) }
    }
    println!("{passed} passed, {} failed: {failed:?}", failed.len());
    assert!(passed >= 38, "failed: {failed:?}");
}

/// The expectation with what the test driver does not have, in the same way as the input.
fn as_expected(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let trimmed = line.trim_start();
        if trimmed.starts_with("<domain ") {
            lines.push("<domain type='test'>".to_owned());
        } else if trimmed.starts_with("<type ") && trimmed.ends_with("</type>") {
            lines.push("    <type arch='i686'>hvm</type>".to_owned());
        } else if !trimmed.starts_with("<emulator>") {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n")
}

#[test]
fn contradictions_have_libvirts_words() {
    let Some(corpus) = corpus() else { return };
    let folder = corpus.join("qemu");
    let flags = ParseFlags { abi_update: true, ..ParseFlags::default() };
    let mut entries: Vec<_> =
        fs::read_dir(&folder).expect("the folder").flatten().map(|entry| entry.path()).collect();
    entries.retain(|path| path.extension().is_some_and(|extension| extension == "err"));
    let mut said = std::collections::BTreeSet::new();
    for path in &entries {
        // The name is that of the document and what it is tried with, with points between.
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let ends = name.rmatch_indices('.').map(|(at, _)| &name[..at]);
        let Some(document) = ends.map(|name| folder.join(format!("{name}.xml"))).find(|path| path.is_file())
        else {
            continue;
        };
        let text = fs::read_to_string(&document).expect("a readable document");
        let expected = fs::read_to_string(path).expect("a readable text");
        if let Err(error) = Domain::parse(&text, flags, &Host::default()) {
            if error.message() == expected.trim_end() {
                said.insert(document);
            }
        }
    }
    // The rest is refused by the hypervisor's driver, not by the document.
    println!("{} of {} are refused in the same words", said.len(), entries.len());
    assert!(said.len() >= 50, "only {said:#?}");
}
