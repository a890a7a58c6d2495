//! Every program of `tests/c/` compiles without a warning against our headers, runs on our library, and ends with 0;
//! so does each when it was compiled and linked with an installed libvirt, without compiling it again.

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use support::{library_dir, present, root, with_our_library, words};

fn programs() -> Vec<PathBuf> {
    let mut programs: Vec<_> =
        fs::read_dir(root().join("tests/c")).unwrap().map(|entry| entry.unwrap().path()).collect();
    programs.retain(|path| path.extension().is_some_and(|e| e == "c"));
    programs.sort();
    assert!(!programs.is_empty());
    programs
}

#[test]
fn c_programs_run_on_the_library() {
    if !present("gcc") {
        return;
    }
    let include = root().join("include");
    for source in programs() {
        // A position-independent executable and one that is not reach data symbols in different ways.
        for pie in ["-pie", "-no-pie"] {
            let program = compile(&source, pie, &[Path::new("-I"), &include, Path::new("-L"), library_dir()]);
            run(&program);
        }
    }
}

#[test]
fn c_programs_built_with_the_installed_libvirt_run_on_ours() {
    if !present("gcc") || !Path::new("/usr/include/libvirt/libvirt.h").exists() {
        println!("skipped: no libvirt is installed to build with");
        return;
    }
    for source in programs() {
        // What the installed headers do not have cannot have been built with them.
        let text = fs::read_to_string(&source).unwrap();
        if text.contains("LIBVIR_CHECK_VERSION") {
            continue;
        }
        run(&compile(&source, "-pie", &[]));
    }
}

fn compile(source: &Path, pie: &str, places: &[&Path]) -> PathBuf {
    let name = source.file_stem().unwrap().to_str().unwrap();
    let origin = if places.is_empty() { "-installed" } else { "" };
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}{pie}{origin}"));
    let output = Command::new("gcc")
        .args(["-std=gnu11", "-Wall", "-Wextra", "-Werror", "-g", "-pthread", pie])
        .args(if pie == "-pie" { &["-fPIE"][..] } else { &["-fno-pie"][..] })
        .args(places)
        .arg(source)
        .args(["-lvirt", "-lvirt-qemu", "-lvirt-lxc", "-lvirt-admin", "-o"])
        .arg(&program)
        .output()
        .unwrap();
    assert!(output.status.success(), "{name} {pie} does not compile: {}", words(&output));
    program
}

fn run(program: &Path) {
    let output = with_our_library(program).output().unwrap();
    assert!(output.status.success(), "{} fails: {}", program.display(), words(&output));
}
