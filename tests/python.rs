//! Debian's unmodified Python binding on our library.

mod support;

use std::{path::Path, process::Command};
use support::{library_dir, root, with_our_library, words};

const PYTHON: &str = "/usr/bin/python3";

/// Whether there is a binding to run, whatever library it finds; says so when there is none.
fn binding() -> bool {
    let found = Path::new(PYTHON).exists()
        && with_our_library(PYTHON)
            .args(["-c", "import importlib.util as u, sys; sys.exit(u.find_spec('libvirtmod') is None)"])
            .status()
            .is_ok_and(|status| status.success());
    if !found {
        println!("skipped: python3-libvirt is not installed");
    }
    found
}

fn script(name: &str) -> Command {
    let mut command = with_our_library(PYTHON);
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("FERROVIRT_API", root().join("target/api"));
    command.arg(root().join("tests/python").join(name));
    command
}

fn passes(mut command: Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", words(&output));
    println!("{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn the_walk_differs_from_libvirt_only_where_the_table_says() {
    if binding() {
        let mut command = script("compare.py");
        command.env_remove("LD_LIBRARY_PATH").arg("--libdir").arg(library_dir());
        passes(command);
    }
}

#[test]
fn every_method_of_the_binding_answers() {
    if binding() {
        passes(script("every_method.py"));
    }
}

#[test]
fn events_arrive() {
    if binding() {
        passes(script("events.py"));
    }
}

#[test]
fn events_arrive_in_an_asyncio_loop() {
    if binding() {
        passes(script("asyncio_loop.py"));
    }
}
