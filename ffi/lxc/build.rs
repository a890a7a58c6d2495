//! Links `libvirt-lxc.so.0` against its symbol map and to `libvirt.so.0`.

use std::{io, path::Path};

#[path = "../link.rs"]
mod link;

fn main() -> io::Result<()> {
    let symbols = Path::new(env!("CARGO_MANIFEST_DIR")).join("../symbols");
    link::library("libvirt-lxc", &symbols.join("libvirt-lxc.map"))?;
    link::against_libvirt(&symbols.join("libvirt.map"), &["virPrivDomainLxc"])
}
