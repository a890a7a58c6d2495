//! Every program of `tests/c/` compiles without a warning against our headers, runs on our library, and ends with 0.

mod support;

use std::{fs, path::Path, process::Command};
use support::{library_dir, present, root, with_our_library, words};

#[test]
fn c_programs_run_on_the_library() {
    if !present("gcc") {
        return;
    }
    let mut programs: Vec<_> =
        fs::read_dir(root().join("tests/c")).unwrap().map(|entry| entry.unwrap().path()).collect();
    programs.retain(|path| path.extension().is_some_and(|e| e == "c"));
    programs.sort();
    assert!(!programs.is_empty());
    for source in programs {
        // A position-independent executable and one that is not reach data symbols in different ways.
        for pie in ["-pie", "-no-pie"] {
            run(&source, pie);
        }
    }
}

fn run(source: &Path, pie: &str) {
    let name = source.file_stem().unwrap().to_str().unwrap();
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}{pie}"));
    let output = Command::new("gcc")
        .args(["-std=gnu11", "-Wall", "-Wextra", "-Werror", "-g", "-pthread", pie])
        .args(if pie == "-pie" { &["-fPIE"][..] } else { &["-fno-pie"][..] })
        .arg("-I")
        .arg(root().join("include"))
        .arg(source)
        .arg("-L")
        .arg(library_dir())
        .args(["-lvirt", "-lvirt-qemu", "-lvirt-lxc", "-lvirt-admin", "-o"])
        .arg(&program)
        .output()
        .unwrap();
    assert!(output.status.success(), "{name} {pie} does not compile: {}", words(&output));
    let output = with_our_library(&program).output().unwrap();
    assert!(output.status.success(), "{name} {pie} fails: {}", words(&output));
}
