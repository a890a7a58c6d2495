//! Writes the public headers: one for each module of `ffi/`, split and named as libvirt's.
//!
//! cbindgen turns the Rust items into C. What it cannot say is added here: string constants (`#define NAME "text"`),
//! and from `ffi/c/` the function-like macros and `libvirt.h`, which includes the others.

use cbindgen::{Builder, Config, DocumentationStyle, Language, Style};
use std::{
    error::Error,
    fs, io,
    path::{Path, PathBuf},
};

/// A header, the module it is made from, and the headers whose types it uses.
pub struct Header {
    pub name: &'static str,
    pub module: &'static str,
    needs: &'static [&'static str],
}

const fn header(name: &'static str, module: &'static str, needs: &'static [&'static str]) -> Header {
    Header { name, module, needs }
}

/// All generated headers, in the order in which `libvirt.h` includes them.
pub const HEADERS: &[Header] = &[
    header("libvirt-common", "common", &[]),
    header("libvirt-host", "host", &["libvirt-common"]),
    header("libvirt-domain", "domain", &["libvirt-common", "libvirt-host"]),
    header("libvirt-domain-checkpoint", "checkpoint", &["libvirt-domain"]),
    header("libvirt-domain-snapshot", "snapshot", &["libvirt-domain"]),
    header("libvirt-event", "event", &["libvirt-common"]),
    header("libvirt-interface", "interface", &["libvirt-host"]),
    header("libvirt-network", "network", &["libvirt-common", "libvirt-host"]),
    header("libvirt-nodedev", "nodedev", &["libvirt-common", "libvirt-host"]),
    header("libvirt-nwfilter", "nwfilter", &["libvirt-host"]),
    header("libvirt-secret", "secret", &["libvirt-common", "libvirt-host"]),
    header("libvirt-storage", "storage", &["libvirt-common", "libvirt-host"]),
    header("libvirt-stream", "stream", &["libvirt-common", "libvirt-host"]),
    header("virterror", "error", &["libvirt"]),
    header("libvirt-qemu", "qemu", &["libvirt"]),
    header("libvirt-lxc", "lxc", &["libvirt"]),
    header("libvirt-admin", "admin", &["libvirt"]),
];

/// Writes every header into `include/libvirt/`.
pub fn generate(root: &Path) -> Result<(), Box<dyn Error>> {
    let out = root.join("include/libvirt");
    fs::create_dir_all(&out)?;
    for header in HEADERS {
        let text = render(root, header)?;
        write_if_new(&out.join(header.name).with_extension("h"), &text)?;
    }
    write_if_new(&out.join("libvirt.h"), &fs::read_to_string(root.join("ffi/c/libvirt.h"))?)?;
    Ok(())
}

fn render(root: &Path, header: &Header) -> Result<String, Box<dyn Error>> {
    let folder = root.join("ffi").join(header.module);
    let sources = sources(&folder)?;
    let mut text = String::new();
    for source in &sources {
        text.push_str(&fs::read_to_string(source)?);
    }
    // The packages beside the root have a crate root that includes modules of other headers; `mod.rs` has not.
    let roots = match folder.join("mod.rs") {
        entry if entry.exists() => vec![entry],
        _ => sources,
    };
    let mut extra = String::new();
    let prologue = root.join("ffi/c").join(header.name).with_extension("h");
    if prologue.exists() {
        extra = fs::read_to_string(prologue)?;
    }
    extra.push_str(&string_defines(&text));
    let mut builder = Builder::new().with_config(config(header)).with_after_include(extra.trim_end());
    for source in &roots {
        builder = builder.with_src(source);
    }
    let bindings = named_types(&text).fold(builder, Builder::include_item).generate()?;
    let mut bytes = Vec::new();
    bindings.write(&mut bytes);
    mark_deprecated(header, without_last_commas(&String::from_utf8(bytes)?))
}

/// Fields that are there for their offset alone; cbindgen marks functions only.
const DEPRECATED_FIELDS: [(&str, &str); 3] = [
    ("virterror", "virConnectPtr conn"),
    ("virterror", "virDomainPtr dom"),
    ("virterror", "virNetworkPtr net"),
];

fn mark_deprecated(header: &Header, mut text: String) -> Result<String, Box<dyn Error>> {
    for (_, field) in DEPRECATED_FIELDS.iter().filter(|(of, _)| *of == header.name) {
        let declaration = format!("\n    {field};\n");
        if !text.contains(&declaration) {
            return Err(format!("{} has no field `{field}`", header.name).into());
        }
        text = text.replace(&declaration, &format!("\n    {field} VIR_DEPRECATED;\n"));
    }
    Ok(text)
}

/// The Rust files of a module's folder that hold C items, in a stable order.
fn sources(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.append(&mut sources(&path)?);
        } else if path.extension().is_some_and(|e| e == "rs")
            && !path.ends_with("lib.rs")
            && !path.ends_with("build.rs")
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn config(header: &Header) -> Config {
    let guard = header.name.trim_start_matches("libvirt-").replace('-', "_").to_uppercase();
    let mut config = Config {
        language: Language::C,
        style: Style::Both,
        cpp_compat: true,
        usize_is_size_t: true,
        documentation_style: DocumentationStyle::Doxy,
        tab_width: 4,
        no_includes: true,
        include_guard: Some(format!("LIBVIRT_{guard}_H")),
        header: Some(format!("/* {}.h: made from ffi/{}/ by the build. */", header.name, header.module)),
        sys_includes: header.needs.iter().map(|name| format!("libvirt/{name}.h")).collect(),
        ..Config::default()
    };
    if header.needs.is_empty() {
        config.sys_includes = vec!["stddef.h".into()];
    }
    config.function.deprecated = Some("VIR_DEPRECATED".into());
    config.defines.insert("enum_sentinels".into(), "VIR_ENUM_SENTINELS".into());
    // A field that C may fill is an integer in Rust; the header names the enum.
    config.export.rename.insert("virErrorLevelRaw".into(), "virErrorLevel".into());
    config
}

/// Flag enums are reachable from no signature, so every type is asked for by name.
fn named_types(text: &str) -> impl Iterator<Item = &str> {
    const KINDS: [&str; 4] = ["pub enum ", "pub struct ", "pub union ", "pub type "];
    text.lines()
        .filter_map(|line| KINDS.iter().find_map(|kind| line.strip_prefix(kind)))
        .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
}

/// cbindgen skips string constants: `pub const X: &CStr = c"…";` becomes `#define X "…"` under its comment.
fn string_defines(text: &str) -> String {
    let mut out = String::new();
    let mut comment = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(words) = line.strip_prefix("///") {
            comment.push(words);
            continue;
        }
        let define = line.strip_prefix("pub const ").and_then(|rest| rest.split_once(": &CStr ="));
        if let Some((name, value)) = define {
            // rustfmt moves the value of a long name to the next line.
            let value = if value.is_empty() { lines.next().unwrap_or_default() } else { value };
            let value = value.trim().trim_start_matches('c').trim_end_matches(';');
            out.push_str("\n/**\n");
            out.extend(comment.iter().map(|words| format!(" *{words}\n")));
            out.push_str(&format!(" */\n#define {name} {value}\n"));
        }
        comment.clear();
    }
    out
}

/// C89 and C++98 allow no comma after the last enumerator. Where a sentinel follows under a condition, the comma
/// goes in front of the sentinel.
fn without_last_commas(text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut start = None;
    for at in 0..lines.len() {
        // C89 has no line comments, not even where they are skipped.
        if let Some((code, words)) =
            lines[at].split_once(" // ").filter(|_| lines[at].starts_with(['#', '}']))
        {
            lines[at] = format!("{} /* {words} */", code.trim_end());
        }
        if lines[at].starts_with("typedef enum ") {
            start = Some(at);
        } else if lines[at].starts_with("} ") {
            if let Some(start) = start.take() {
                strip_commas(&mut lines[start + 1..at]);
            }
        }
    }
    lines.join("\n") + "\n"
}

fn strip_commas(body: &mut [String]) {
    let mut values = Vec::new();
    let mut conditional = false;
    for (at, line) in body.iter().enumerate() {
        if line.starts_with('#') {
            conditional = line.starts_with("#if");
        } else if line.ends_with(',') && !line.trim_start().starts_with('*') {
            values.push((at, conditional));
        }
    }
    for (at, conditional) in values.iter().rev() {
        body[*at].pop();
        if !conditional {
            break;
        }
        let name = body[*at].trim_start().to_owned();
        body[*at] = format!("    , {name}");
    }
}

/// Leaves an up-to-date file alone, so that C code which includes it is not rebuilt.
pub fn write_if_new(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(path, text)
}
