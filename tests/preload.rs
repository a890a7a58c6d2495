//! `libvirt-preload.so` in front of an installed libvirt: its virsh, which also needs that library's private
//! functions, works on ours.

mod support;

use std::process::{Command, Output};
use support::{library_dir, present, words};

/// Runs the installed virsh on the built-in test host, with our library in front of its own.
fn virsh(arguments: &[&str]) -> Output {
    let preload = library_dir().join("libvirt-preload.so");
    let mut command = Command::new("virsh");
    command.env("LD_PRELOAD", preload).env("LC_ALL", "C").args(["-c", "test:///default"]).args(arguments);
    command.output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_public_functions_are_ours() {
    if !present("virsh") {
        return;
    }
    let output = virsh(&["version"]);
    assert!(output.status.success(), "{}", words(&output));
    let ours = format!("Using library: libvirt {}\n", env!("CARGO_PKG_VERSION"));
    assert!(stdout(&output).contains(&ours), "{}", words(&output));
    let output = virsh(&["list", "--all", "--name"]);
    assert_eq!(stdout(&output), "test\n\n", "{}", words(&output));
}

#[test]
fn an_error_of_a_private_function_reaches_the_user() {
    if !present("virsh") {
        return;
    }
    let output = virsh(&["define", "/nonexistent/guest.xml"]);
    assert_eq!(output.status.code(), Some(1), "{}", words(&output));
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(
        text.contains("Failed to open file '/nonexistent/guest.xml': No such file or directory"),
        "{}",
        words(&output)
    );
}

#[test]
fn an_error_of_ours_reaches_the_user() {
    if !present("virsh") {
        return;
    }
    let output = virsh(&["dominfo", "nobody"]);
    assert_eq!(output.status.code(), Some(1), "{}", words(&output));
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(text.contains("failed to get domain 'nobody'"), "{}", words(&output));
}

#[test]
fn a_private_function_frees_domains_of_ours() {
    if !present("virsh") {
        return;
    }
    // virsh hands the list of domains that it made to the other library's function that frees objects.
    let output = virsh(&["domstats", "--state", "test"]);
    assert!(output.status.success(), "{}", words(&output));
    assert!(stdout(&output).contains("  state.state=1\n"), "{}", words(&output));
}
