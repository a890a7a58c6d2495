//! Every program of `tests/c/` compiles without a warning against our headers, runs on our library, and ends with 0;
//! so does each when it was compiled and linked with an installed libvirt, without compiling it again. Valgrind finds
//! neither errors nor leaks in them.

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use support::{library_dir, present, root, with_our_library, words};

/// Programs that show what the library does not do right: they are compiled, and their failures printed.
const PENDING: &[&str] = &[];

/// Programs that valgrind's serial threads or its slowness would keep for minutes.
const NOT_UNDER_VALGRIND: &[&str] = &["config", "eventloop", "forking", "hostile", "loading", "threads"];

fn programs() -> Vec<PathBuf> {
    let mut programs: Vec<_> =
        fs::read_dir(root().join("tests/c")).unwrap().map(|entry| entry.unwrap().path()).collect();
    programs.retain(|path| path.extension().is_some_and(|e| e == "c"));
    programs.sort();
    assert!(!programs.is_empty());
    programs
}

fn name(source: &Path) -> &str {
    source.file_stem().unwrap().to_str().unwrap()
}

#[test]
fn c_programs_run_on_the_library() {
    if !present("gcc") {
        return;
    }
    for source in programs() {
        // A position-independent executable and one that is not reach data symbols in different ways.
        for pie in ["-pie", "-no-pie"] {
            let output = with_our_library(compile_with_ours(&source, pie)).output().unwrap();
            judge(name(&source), pie, &output);
        }
    }
}

/// What passes on ours passes on an installed libvirt of the release that the checks are written for, too.
#[test]
fn c_programs_built_with_the_installed_libvirt_run_on_ours() {
    if !present("gcc") || !Path::new("/usr/include/libvirt/libvirt.h").exists() {
        println!("skipped: no libvirt is installed to build with");
        return;
    }
    let version = Command::new("pkg-config").args(["--modversion", "libvirt"]).output();
    let reference = version.is_ok_and(|output| output.stdout.starts_with(b"9.0.0"));
    for source in programs() {
        // What the installed headers do not have cannot have been built with them.
        if fs::read_to_string(&source).unwrap().contains("LIBVIR_CHECK_VERSION") {
            continue;
        }
        let program = compile(&source, "-pie", &[]);
        if reference {
            let mut command = Command::new(&program);
            let output = command.env("VIRT_REFERENCE", "1").env_remove("LD_LIBRARY_PATH").output().unwrap();
            assert!(
                output.status.success(),
                "{} fails on the installed libvirt: {}",
                name(&source),
                words(&output)
            );
        }
        judge(
            name(&source),
            "built with the installed libvirt",
            &with_our_library(&program).output().unwrap(),
        );
    }
}

#[test]
fn valgrind_finds_nothing() {
    if !present("gcc") || !present("valgrind") {
        return;
    }
    let suppressions = format!("--suppressions={}", root().join("tests/c/libc.supp").display());
    for source in programs() {
        let name = name(&source);
        if PENDING.contains(&name) || NOT_UNDER_VALGRIND.contains(&name) {
            continue;
        }
        let program = compile_with_ours(&source, "-no-pie");
        let mut command = with_our_library("valgrind");
        command.args(["--quiet", "--leak-check=full", "--error-exitcode=99", "--num-callers=30"]);
        let output = command.arg(&suppressions).arg(&program).output().unwrap();
        assert!(output.status.success(), "{name} under valgrind: {}", words(&output));
    }
}

fn judge(name: &str, how: &str, output: &Output) {
    if PENDING.contains(&name) {
        println!("pending: {name} {how}: {}", words(output));
    } else {
        assert!(output.status.success(), "{name} {how} fails: {}", words(output));
    }
}

fn compile_with_ours(source: &Path, pie: &str) -> PathBuf {
    let include = root().join("include");
    compile(source, pie, &[Path::new("-I"), &include, Path::new("-L"), library_dir()])
}

fn compile(source: &Path, pie: &str, places: &[&Path]) -> PathBuf {
    let name = name(source);
    let origin = if places.is_empty() { "-installed" } else { "" };
    // Tests run at the same time: a program that one of them runs is not written by another.
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("c{:?}", std::thread::current().id()));
    fs::create_dir_all(&place).unwrap();
    let program = place.join(format!("{name}{pie}{origin}"));
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
