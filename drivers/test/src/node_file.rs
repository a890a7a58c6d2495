//! Node files: a host described in XML, its processors, memory and objects; and the description of the default host.

use crate::{
    auth, domain,
    host::{HostModel, NumaCell},
    interface, network, nodedev,
    state::TestState,
    storage,
};
use std::{fs, path::Path, sync::Arc};
use virt_core::connection::OpenRequest;
use virt_error::{Origin, Result, bail, error};
use virt_xml::{Node, expect_root, parse};

/// The objects of `test:///default`; names, UUIDs and addresses are those that programs expect there.
const DEFAULT_HOST: &str = include_str!("default_host.xml");

/// Opens the host that the file at `path` describes.
///
/// Errors: `VIR_ERR_XML_ERROR` for a file that cannot be read, `VIR_ERR_XML_DETAIL` for one that is not XML, what
/// its objects' own readers say, and those of [`auth::check`].
pub fn open(path: &str, request: &OpenRequest<'_>) -> Result<Arc<TestState>> {
    let text = read(Path::new(path))?;
    let document = parse(&text, path, Origin::Test)?;
    let root = document.root();
    expect_root(root, "node")?;
    let state = TestState::new(HostModel::read(root, Vec::new())?);
    load(&state, root, Path::new(path).parent())?;
    auth::check(root.child("auth"), request)?;
    Ok(Arc::new(state))
}

/// A new default host.
pub fn default_host() -> Result<TestState> {
    let document = parse(DEFAULT_HOST, "(default host)", Origin::Test)?;
    let root = document.root();
    let state = TestState::new(HostModel::read(root, NumaCell::default_cells())?);
    load(&state, root, None)?;
    Ok(state)
}

/// Makes the objects of `root`, family by family, for some refer to others.
fn load(state: &TestState, root: Node<'_>, folder: Option<&Path>) -> Result<()> {
    type Load = fn(&TestState, Node<'_>) -> Result<()>;
    let families: [(&str, Load); 5] = [
        ("domain", domain::load),
        ("network", network::load),
        ("interface", interface::load),
        ("pool", storage::load),
        ("device", nodedev::load),
    ];
    for (name, load) in families {
        for node in root.children().filter(|node| node.name() == name) {
            let Some(file) = node.attribute("file") else {
                load(state, node)?;
                continue;
            };
            // Relative to the folder that the node file is in.
            let path = folder.unwrap_or(Path::new("")).join(file);
            let text = read(&path)?;
            let document = parse(&text, &path.to_string_lossy(), Origin::Test)?;
            expect_root(document.root(), name)?;
            load(state, document.root())?;
        }
    }
    Ok(())
}

/// The text of a file; a folder reads as empty, which no document is.
fn read(path: &Path) -> Result<String> {
    match fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|bad| {
            let before = &bad.as_bytes()[..bad.utf8_error().valid_up_to()];
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            error!(
                Test,
                XmlDetail,
                "{}:{line}: Input is not proper UTF-8, indicate encoding !",
                path.display()
            )
        }),
        Err(_) if path.is_dir() => Ok(String::new()),
        Err(_) => bail!(Test, XmlError, "failed to parse xml document '{}'", path.display()),
    }
}
