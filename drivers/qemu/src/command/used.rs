//! Nothing in a document is dropped silently: whatever is taken out of libvirt's documents changes the command line,
//! or stands on a list of what needs no argument.

use super::corpus::{Maker, cases};
use std::collections::HashMap;
use virt_error::Origin;
use virt_xml::Tree;

/// What may be missing on a command line, with all that is below it: why, and where it stands below `/domain`.
#[rustfmt::skip]
const NO_ARGUMENT: &[(&str, &[&str])] = &[
    ("descriptions, and what becomes of the guest when it ends", &[
        "metadata", "title", "description", "on_poweroff", "on_reboot", "on_crash", "on_lockfailure", "id",
        "uuid", "perf",
    ]),
    ("done on the host: limits and places of threads and memory, programs beside the emulator, networks, files", &[
        "blkiotune", "memtune", "cputune", "resource", "numatune", "vcpu/@cpuset", "vcpu/@placement",
        "seclabel", "devices/lease", "devices/filesystem/binary", "devices/filesystem/idmap",
        "devices/interface/backend", "devices/interface/bandwidth", "devices/interface/coalesce", "devices/interface/ip",
        "devices/interface/port", "devices/interface/portForward", "devices/interface/source",
        "devices/interface/target", "devices/interface/virtualport", "devices/interface/vlan",
        "devices/interface/@trustGuestRxFilters", "devices/hostdev/@managed", "devices/tpm/backend",
        "devices/disk/@rawio", "devices/disk/@snapshot", "devices/disk/source/@startupPolicy",
        "devices/disk/source/@fdgroup", "devices/disk/source/seclabel", "devices/disk/backingStore",
        "devices/console/log",
    ]),
    ("told over the monitor before the guest runs", &[
        "currentMemory", "devices/disk/iotune", "devices/memballoon/stats", "devices/graphics/@passwdValidTo",
        "devices/graphics/@connected", "devices/interface/link", "vcpus/vcpu", "devices/disk/target/@tray",
    ]),
    ("chooses the firmware, which stands in the document once it is chosen", &[
        "os/firmware", "os/nvram/@template", "os/nvram/@templateFormat", "os/loader/@stateless",
        "os/loader/@readonly",
    ]),
    ("without meaning for QEMU", &[
        "features/pae", "idmap", "clock/@basis", "clock/timer/catchup", "cpu/@match", "cpu/@check",
        "cpu/model/@fallback", "cpu/vendor", "devices/graphics/@listen",
    ]),
    ("what holds anyway in the documents that say it", &[
        "clock", "clock/@offset", "cpu/numa/cell/@id", "cpu/numa/cell/distances",
        "cpu/numa/cell/distances/sibling", "cpu/numa/cell/distances/sibling/@id",
        "cpu/numa/cell/distances/sibling/@value", "cpu/numa/interconnects/bandwidth/@type",
        "cpu/numa/interconnects/latency/@type", "cpu/topology/@clusters", "cpu/topology/@dies",
        "devices/console/@type", "devices/console/protocol", "devices/console/protocol/@type",
        "devices/console/target", "devices/controller/master", "devices/controller/model",
        "devices/controller/model/@name", "devices/controller/target/@index", "devices/crypto/@model",
        "devices/crypto/@type", "devices/crypto/backend/@model", "devices/disk/@device", "devices/disk/@type",
        "devices/disk/auth", "devices/disk/auth/@username", "devices/disk/auth/secret",
        "devices/disk/auth/secret/@type", "devices/disk/auth/secret/@usage", "devices/disk/driver/@name",
        "devices/disk/readonly", "devices/disk/source/@type", "devices/disk/target/@bus", "devices/emulator",
        "devices/filesystem/@type", "devices/graphics/listen", "devices/graphics/listen/@address",
        "devices/hostdev/@mode", "devices/hostdev/driver", "devices/hostdev/driver/@model",
        "devices/hostdev/driver/@name", "devices/hostdev/source/host/@port", "devices/input",
        "devices/input/@bus", "devices/interface/@type", "devices/interface/driver/@name",
        "devices/memballoon", "devices/parallel/protocol", "devices/parallel/protocol/@type",
        "devices/parallel/target", "devices/parallel/target/@port", "devices/redirdev/@bus",
        "devices/redirdev/protocol", "devices/redirdev/protocol/@type", "devices/rng/backend/protocol",
        "devices/rng/backend/protocol/@type", "devices/rng/backend/source/@mode", "devices/serial/@type",
        "devices/serial/target/@port", "devices/video/model/@primary", "devices/video/model/@vram",
        "devices/vsock/@model", "devices/vsock/cid/@auto", "devices/watchdog/@action",
        "features/async-teardown/@enabled", "features/ccf-assist/@state", "features/htm/@state", "features/kvm/pv-ipi",
        "features/kvm/pv-ipi/@state", "features/pvspinlock/@state", "features/smm/@state", "os/type/@arch",
        "qemu:capabilities", "qemu:capabilities/qemu:add", "qemu:capabilities/qemu:del", "vcpu",
    ]),
];

/// How many documents a place is taken out of before it counts as unused.
const TRIES: usize = 12;

#[test]
fn everything_in_a_document_is_used() {
    let maker = Maker::new();
    let mut tried: HashMap<String, (usize, bool)> = HashMap::new();
    for case in cases() {
        let made = |document: &str| {
            maker.line(document, &case.emulator).map(|line| (line.arguments, line.environment))
        };
        let Ok(whole) = made(&case.document) else { continue };
        // Encrypted secrets are others each time.
        if made(&case.document).as_ref() != Ok(&whole) {
            continue;
        }
        let document = virt_xml::parse(&case.document, &case.name, Origin::Domain).unwrap();
        let tree = Tree::from(document.root());
        let mut places = Vec::new();
        find_places(&tree, "", &mut Vec::new(), &mut places);
        for place in places {
            let entry = tried.entry(place.path.clone()).or_insert((0, false));
            if entry.1 || entry.0 >= TRIES {
                continue;
            }
            entry.0 += 1;
            let mut changed = tree.clone();
            place.take_out(&mut changed);
            let mut text = String::new();
            changed.dump(&mut text, None);
            entry.1 = made(&text).as_ref() != Ok(&whole);
        }
    }
    let mut dropped: Vec<&String> =
        tried.iter().filter(|(path, (_, used))| !used && !is_listed(path)).map(|(path, _)| path).collect();
    dropped.sort();
    assert!(dropped.is_empty(), "these change no command line: {dropped:#?}");
}

fn is_listed(path: &str) -> bool {
    // Units are settled when a document is read; the parts of an address that are zero may be missing.
    if path.ends_with("/@unit") || path.contains("/address/") || path.ends_with("/address") {
        return true;
    }
    let mut listed = NO_ARGUMENT.iter().flat_map(|(_, paths)| paths.iter());
    listed
        .any(|listed| path.strip_prefix(listed).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// An element or an attribute: its names from `/domain` down, and where it stands.
struct Place {
    path: String,
    children: Vec<usize>,
    attribute: Option<String>,
}

fn find_places(tree: &Tree, path: &str, children: &mut Vec<usize>, all: &mut Vec<Place>) {
    let Tree::Element { attributes, children: inner, .. } = tree else { return };
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
    for (name, _) in attributes {
        let path = below(&format!("@{name}"));
        all.push(Place { path, children: children.clone(), attribute: Some(name.clone()) });
    }
    for (index, child) in inner.iter().enumerate().filter(|(_, child)| !child.name().is_empty()) {
        let path = below(child.name());
        children.push(index);
        all.push(Place { path: path.clone(), children: children.clone(), attribute: None });
        find_places(child, &path, children, all);
        children.pop();
    }
}

impl Place {
    fn take_out(&self, tree: &mut Tree) {
        let (last, above) = match &self.attribute {
            Some(_) => (None, &self.children[..]),
            None => (self.children.last(), &self.children[..self.children.len() - 1]),
        };
        let mut at = tree;
        for index in above {
            at = &mut at.children_mut().unwrap()[*index];
        }
        match (&self.attribute, last, at) {
            (Some(name), _, Tree::Element { attributes, .. }) => {
                attributes.retain(|(other, _)| other != name)
            }
            (None, Some(index), Tree::Element { children, .. }) => drop(children.remove(*index)),
            _ => {}
        }
    }
}
