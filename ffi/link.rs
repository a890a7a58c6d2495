//! How the shared libraries get their names and symbol versions.

use std::{
    env, fs, io,
    io::Write,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// rustc hands every cdylib an anonymous version script, and GNU ld takes no second one. This stand-in for `ld.bfd`
/// drops it and runs the real linker with our own. The lines that set `ld`, `name` and `map` go in front.
///
/// A library that depends on another package is handed that package's link arguments too, which is why the name is
/// replaced as well.
const LINKER: &str = r#"
for arg do
    shift
    case $arg in
        --version-script=* | -soname=*) ;;
        *) set -- "$@" "$arg" ;;
    esac
done
exec "$ld" "$@" "-soname=$name" "--version-script=$map"
"#;

fn out_dir() -> PathBuf {
    env::var_os("OUT_DIR").expect("cargo sets OUT_DIR").into()
}

/// The C compiler cargo links with; a cross build names its own.
fn cc() -> Command {
    Command::new(env::var_os("RUSTC_LINKER").unwrap_or("cc".into()))
}

/// Links this package's cdylib as `<name>.so.0`, exporting what `map` lists. Like libvirt's, the library binds
/// all of its symbols when it is loaded and stays loaded, because its threads may outlive a `dlclose`.
pub fn library(name: &str, map: &Path) -> io::Result<()> {
    let out = out_dir();
    let ld = cc().arg("-print-prog-name=ld.bfd").output()?.stdout;
    let ld = String::from_utf8_lossy(&ld);
    let linker = out.join("ld.bfd");
    let settings = format!("ld='{}'\nname='{name}.so.0'\nmap='{}'", ld.trim(), map.display());
    fs::write(&linker, format!("#!/bin/sh\n{settings}{LINKER}"))?;
    fs::set_permissions(&linker, fs::Permissions::from_mode(0o755))?;
    println!("cargo::rerun-if-changed={}", map.display());
    for arg in [
        "-fuse-ld=bfd".to_owned(),
        format!("-B{}", out.display()),
        "-Wl,-z,nodelete".to_owned(),
        "-Wl,-z,now".to_owned(),
    ] {
        println!("cargo::rustc-cdylib-link-arg={arg}");
    }
    Ok(())
}

/// Links this package's cdylib to a stub `libvirt.so.0` that has only the private symbols that start with
/// `prefix`, so that it can be built before, or without, the real one.
#[allow(dead_code)]
pub fn against_libvirt(map: &Path, prefix: &[&str]) -> io::Result<()> {
    let out = out_dir();
    let text = fs::read_to_string(map)?;
    println!("cargo::rerun-if-changed={}", map.display());
    let private = text.split_once("LIBVIRT_PRIVATE_").map_or("", |(_, node)| node);
    let symbols = private
        .lines()
        .filter_map(|line| line.trim().strip_suffix(';'))
        .filter(|name| prefix.iter().any(|prefix| name.starts_with(prefix)));
    // The linker resolves versions by the node a stub's symbols are in, so the stub has that node alone.
    let node: String = private.chars().take_while(|c| !c.is_whitespace()).collect();
    let script = out.join("stub.map");
    fs::write(&script, format!("LIBVIRT_PRIVATE_{node} {{ global: *; }};\n"))?;
    let mut cc = cc()
        .args(["-shared", "-nostdlib", "-Wl,-soname,libvirt.so.0", "-x", "assembler", "-"])
        .arg(format!("-Wl,--version-script={}", script.display()))
        .arg("-o")
        .arg(out.join("libvirt.so"))
        .stdin(Stdio::piped())
        .spawn()?;
    let mut stub = cc.stdin.take().expect("piped");
    for symbol in symbols {
        writeln!(stub, ".globl {symbol}\n.type {symbol}, @function\n{symbol}:")?;
    }
    drop(stub);
    if !cc.wait()?.success() {
        return Err(io::Error::other("the stub libvirt.so does not link"));
    }
    println!("cargo::rustc-cdylib-link-arg=-L{}", out.display());
    println!("cargo::rustc-cdylib-link-arg=-Wl,--no-as-needed,-lvirt,--as-needed");
    Ok(())
}
