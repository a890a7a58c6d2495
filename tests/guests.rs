//! Real guests: the programs under tests/guest drive QEMU through our library and Debian's Python binding. Each is a
//! test of its own; they run at the same time, each of its guests in a root directory of its own.

mod support;

use std::process::Command;
use support::{library_dir, root, with_our_library, words};

const PYTHON: &str = "/usr/bin/python3";
/// What the programs end with where QEMU or the binding is missing.
const SKIPPED: i32 = 77;

/// Whether Python has libvirt's binding.
fn binding() -> bool {
    let find = "import importlib.util as u, sys; sys.exit(u.find_spec('libvirtmod') is None)";
    Command::new(PYTHON).args(["-c", find]).status().is_ok_and(|status| status.success())
}

fn group(name: &str) {
    if !binding() {
        println!("skipped: python3-libvirt is not installed");
        return;
    }
    let mut command: Command = with_our_library(PYTHON);
    command.env("PYTHONDONTWRITEBYTECODE", "1").arg(root().join("tests/guest").join(name));
    let output = command.output().unwrap();
    if output.status.code() == Some(SKIPPED) {
        println!("{}", String::from_utf8_lossy(&output.stdout));
        return;
    }
    assert!(output.status.success(), "{} with {}: {}", name, library_dir().display(), words(&output));
    println!("{}", String::from_utf8_lossy(&output.stdout));
}

macro_rules! groups {
    ($($name:ident => $file:literal,)*) => {
        $(#[test]
        fn $name() {
            group($file);
        })*
    };
}

groups! {
    the_host_and_its_emulators_are_known => "capabilities.py",
    guests_live_and_end => "life.py",
    guests_boot_in_every_way => "boot.py",
    devices_are_there => "devices.py",
    devices_come_and_go => "hotplug.py",
    processors_and_memory_change => "resize.py",
    guests_are_saved_and_restored => "save.py",
    images_of_disks_change => "blockjobs.py",
    statistics_are_true => "stats.py",
    traffic_of_disks_is_limited => "limits.py",
    faults_end => "faults.py",
    guests_outlive_their_owner => "adoption.py",
    guests_are_seen_and_typed_to => "console.py",
    monitor_and_agent_answer => "monitor.py",
    definitions_are_kept => "keep.py",
    children_get_what_is_meant_for_them => "children.py",
    allocations_are_made_once => "allocation.py",
    interfaces_are_on_the_hosts_devices => "network.py",
    memory_lies_where_it_is_asked_for => "memory.py",
    secrets_are_kept => "secrets.py",
    killed_owners_lose_nothing => "kills.py",
}
