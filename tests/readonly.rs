//! The authorisation matrix's first column: what a read-only connection is refused, in the API table and in C.

mod support;

use std::{collections::BTreeMap, fs, path::Path};
use support::{root, with_our_library, words};
use virt_core::{
    api,
    op::{Form, When},
};

/// The measured rules, by function.
fn measured() -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join("tests/abi/readonly.tsv")).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split_once('\t').unwrap()).map(|(name, rule)| (name.into(), rule.into())).collect()
}

#[test]
fn the_table_refuses_writers_as_libvirt_does() {
    let measured = measured();
    let mut wrong = Vec::new();
    for op in api::ops::all().filter(|op| op.form != Form::Protocol) {
        let name = op.api_name();
        let rule = match op.writes {
            When::Never => "never".to_owned(),
            When::Always => "always".to_owned(),
            When::Flags(bits) => format!("flags {bits}"),
            When::Source(source) => format!("source {source}"),
            When::Config => "config".to_owned(),
        };
        if let Some(wanted) = measured.get(&name).filter(|wanted| **wanted != rule) {
            wrong.push(format!("{name}: {rule} in the table, {wanted} in libvirt"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_function_asks_before_it_looks_at_its_arguments() {
    if !Path::new("/usr/bin/python3").exists() {
        println!("skipped: no python3");
        return;
    }
    let mut command = with_our_library("/usr/bin/python3");
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("FERROVIRT_API", root().join("target/api"));
    let output = command.arg(root().join("tests/python/readonly.py")).output().unwrap();
    assert!(output.status.success(), "{}", words(&output));
}
