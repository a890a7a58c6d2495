//! Links `libvirt.so.0` against its symbol map and refreshes `include/libvirt/` and the API descriptions.

use std::{env, error::Error, path::Path};

#[path = "ffi/api_xml.rs"]
mod api_xml;
#[path = "ffi/headers.rs"]
mod headers;
#[path = "ffi/link.rs"]
mod link;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=ffi");
    println!("cargo::rerun-if-changed=include");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let root = Path::new(&root);
    link::library("libvirt", &root.join("ffi/symbols/libvirt.map"))?;
    headers::generate(root)?;
    api_xml::generate(root)
}
