//! Links `libvirt-preload.so` against the maps of the libraries that it stands in for.

use std::{env, fs, io, path::Path};

#[path = "../link.rs"]
mod link;

fn main() -> io::Result<()> {
    let symbols = Path::new(env!("CARGO_MANIFEST_DIR")).join("../symbols");
    let mut map = String::new();
    for library in ["libvirt", "libvirt-qemu", "libvirt-lxc"] {
        let path = symbols.join(library).with_extension("map");
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(path)?;
        // Nothing forwards to this library, so it has no private node.
        let public = text.split("LIBVIRT_PRIVATE_").next().unwrap_or_default();
        // `*` would hide the one symbol that has no version. Every name that is not one of libvirt's is hidden: those
        // of Rust differ from release to release.
        map.push_str(&public.replace("*;", "[!v]*; virPriv*;"));
        map.push('\n');
    }
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("libvirt-preload.map");
    fs::write(&out, map)?;
    link::library("libvirt-preload", &out)
}
