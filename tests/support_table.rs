//! Writes SUPPORT.md, which says what each driver can do: the rows of the API table against the methods that the
//! drivers' sources give a body. `.ci/run` holds the committed file against it.

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};
use support::root;
use virt_core::{
    api,
    op::{Form, Program},
};

/// The names of all functions in the Rust files below `folder`.
fn functions(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            functions(&path, names);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(path).unwrap();
            let name = |line: &str| {
                Some(line.trim_start().strip_prefix("fn ")?.split(['(', '<']).next()?.to_owned())
            };
            names.extend(text.lines().filter_map(name));
        }
    }
}

fn has_body(driver: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    functions(&root().join("drivers").join(driver).join("src"), &mut names);
    names
}

#[test]
fn the_support_table_is_written() {
    let (test, qemu, remote) = (has_body("test"), has_body("qemu"), has_body("remote"));
    // Migration's phases are operations of the wire that have no public function.
    let public = include_str!("abi/table.tsv");
    let mut rows = BTreeMap::new();
    for op in api::ops::all().filter(|op| op.form != Form::Protocol && op.program != Program::admin) {
        // Stubs of regular rows are derived from the table.
        let by_wire = matches!(op.form, Form::Call | Form::Stream) || remote.contains(op.name);
        if public.contains(&format!("function\t{}\t", op.api_name())) {
            rows.insert(op.api_name(), (test.contains(op.name), qemu.contains(op.name), by_wire));
        }
    }
    let count = |of: fn(&(bool, bool, bool)) -> bool| rows.values().filter(|row| of(row)).count();
    let mut text = format!(
        "# What the drivers support\n\nMade from the API table and the drivers' sources by `cargo test`. A function that is not here does its work \
         without a driver. The test driver has {} of {} operations, the QEMU driver {}, the remote driver {}; the rest answers \
         `VIR_ERR_NO_SUPPORT`.\n\n| function | test | qemu | remote |\n| --- | --- | --- | --- |\n",
        count(|row| row.0),
        rows.len(),
        count(|row| row.1),
        count(|row| row.2),
    );
    let word = |has: bool| if has { "yes" } else { "–" };
    for (name, (test, qemu, remote)) in &rows {
        writeln!(text, "| {name} | {} | {} | {} |", word(*test), word(*qemu), word(*remote)).unwrap();
    }
    assert!(rows.len() > 350, "{} operations", rows.len());
    let path = root().join("SUPPORT.md");
    if fs::read_to_string(&path).unwrap_or_default() != text {
        fs::write(path, text).unwrap();
    }
}
