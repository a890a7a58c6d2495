//! The libraries export what their maps promise and nothing else, under libvirt's names and link flags.

mod support;

use std::{collections::BTreeSet, fs, process::Command};
use support::{library_dir, root};

const LIBRARIES: [&str; 4] = ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"];

/// `name@@node` for every symbol in a library's map.
fn promised(library: &str) -> BTreeSet<String> {
    let map = fs::read_to_string(root().join("ffi/symbols").join(library).with_extension("map")).unwrap();
    let mut node = "";
    let mut names = BTreeSet::new();
    for line in map.lines().map(str::trim) {
        if let Some(name) = line.strip_suffix(" {") {
            node = name;
        } else if let Some(name) = line.strip_suffix(';').filter(|name| name.starts_with("vir")) {
            names.insert(format!("{name}@@{node}"));
        }
    }
    names
}

fn exported(library: &str) -> BTreeSet<String> {
    let nm = Command::new("nm")
        .args(["-D", "--defined-only", "--with-symbol-versions"])
        .arg(library_dir().join(format!("{library}.so.0")))
        .output()
        .unwrap();
    String::from_utf8(nm.stdout)
        .unwrap()
        .lines()
        .filter_map(|line| line.split(' ').nth(2))
        .filter(|name| !name.starts_with("LIBVIRT_"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn exports_are_the_map() {
    for library in LIBRARIES {
        let promised = promised(library);
        assert!(!promised.is_empty(), "{library}.map has no symbols");
        assert_eq!(exported(library), promised, "{library}");
    }
}

#[test]
fn the_preload_library_exports_the_public_symbols_of_three_libraries() {
    let mut expected: BTreeSet<String> = LIBRARIES[..3]
        .iter()
        .flat_map(|library| promised(library))
        .filter(|name| !name.contains("PRIVATE"))
        .collect();
    // Without a version, so that it takes the place of the one in any version of libvirt.
    expected.insert("virObjectListFree".to_owned());
    assert_eq!(exported("libvirt-preload"), expected);
    assert!(readelf("libvirt-preload", "-dW").contains("Library soname: [libvirt-preload.so.0]"));
}

#[test]
fn every_public_symbol_of_libvirt_is_promised() {
    let public: usize = LIBRARIES
        .iter()
        .map(|library| promised(library).iter().filter(|name| !name.contains("PRIVATE")).count())
        .sum();
    assert_eq!(public, 569);
}

#[test]
fn version_nodes_have_the_parents_of_the_map() {
    for library in LIBRARIES {
        let map = fs::read_to_string(root().join("ffi/symbols").join(library).with_extension("map")).unwrap();
        let mut expected = Vec::new();
        for line in map.lines() {
            if let Some(node) = line.strip_suffix(" {") {
                expected.push((node.to_owned(), None));
            } else if let Some(parent) = line.strip_prefix("} ") {
                expected.last_mut().unwrap().1 = Some(parent.trim_end_matches(';').to_owned());
            }
        }
        let text = readelf(library, "-VW");
        let mut nodes: Vec<(String, Option<String>)> = Vec::new();
        for line in text.lines().take_while(|line| !line.starts_with("Version needs section")) {
            if let Some((_, name)) = line.split_once("Name: ").filter(|(head, _)| head.contains("Rev: ")) {
                nodes.push((name.to_owned(), None));
            } else if let Some((_, parent)) = line.split_once("Parent 1: ") {
                nodes.last_mut().unwrap().1 = Some(parent.to_owned());
            }
        }
        // The first entry names the library itself.
        assert_eq!(nodes.split_off(1), expected, "{library}");
    }
}

#[test]
fn link_names_and_flags_are_those_of_libvirt() {
    for library in LIBRARIES {
        let dynamic = readelf(library, "-dW");
        assert!(dynamic.contains(&format!("Library soname: [{library}.so.0]")), "{library}: {dynamic}");
        assert!(dynamic.contains("Flags: NOW NODELETE"), "{library}: {dynamic}");
        assert!(!dynamic.contains("RPATH") && !dynamic.contains("RUNPATH"), "{library}: {dynamic}");
    }
    for library in &LIBRARIES[1..] {
        assert!(readelf(library, "-dW").contains("Shared library: [libvirt.so.0]"), "{library}");
    }
}

fn readelf(library: &str, what: &str) -> String {
    let path = library_dir().join(format!("{library}.so.0"));
    let output = Command::new("readelf").env("LC_ALL", "C").arg(what).arg(path).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}
