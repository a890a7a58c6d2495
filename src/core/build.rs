//! Takes the constants of the public API from where they are declared: the enums of `ffi/`.
//!
//! A flag becomes a `u32`, every other constant an `i32`, as the operations of the API table take them.

use std::{
    env,
    error::Error,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let surface = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../ffi");
    let mut constants = String::new();
    for file in type_files(&surface)? {
        println!("cargo::rerun-if-changed={}", file.display());
        declare(&fs::read_to_string(file)?, &mut constants)?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("constants.rs"), constants)?;
    Ok(())
}

/// The files that declare types: `types.rs`, and everything in a folder `types`.
fn type_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.append(&mut type_files(&path)?);
        } else if path.ends_with("types.rs") || path.parent().is_some_and(|parent| parent.ends_with("types"))
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether the values of an enum are flags. Most say so in their names.
fn holds_flags(name: &str) -> bool {
    name.contains("Flag")
        || ["virDomainModificationImpact", "virDomainStatsTypes", "virDomainGuestInfoTypes"].contains(&name)
}

fn declare(text: &str, constants: &mut String) -> Result<(), Box<dyn Error>> {
    let mut current: Option<&str> = None;
    let mut sentinel = false;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("pub enum ") {
            current = Some(rest.trim_end_matches(" {"));
        } else if line == "}" {
            current = None;
        } else if let Some((name, value)) = line.trim().trim_end_matches(',').split_once(" = ") {
            let Some(of) = current.filter(|of| !of.starts_with("virError") && !sentinel) else {
                sentinel = false;
                continue;
            };
            let value = evaluate(value).ok_or_else(|| format!("{of}: cannot read {line:?}"))?;
            let kind = if holds_flags(of) && value >= 0 { "u32" } else { "i32" };
            writeln!(constants, "/// Of `{of}`.\npub const {name}: {kind} = {value};")?;
        }
        sentinel = line.trim() == "#[cfg(enum_sentinels)]";
    }
    Ok(())
}

/// The value of `3`, `-1`, `0x10` or `1 << 4`.
fn evaluate(text: &str) -> Option<i64> {
    match text.split_once(" << ") {
        Some((value, shift)) => Some(number(value)? << number(shift)?),
        None => number(text),
    }
}

fn number(text: &str) -> Option<i64> {
    let plain = text.replace('_', "");
    match plain.strip_prefix("0x") {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => plain.parse().ok(),
    }
}
