//! Which driver instance a URI means.

use std::path::PathBuf;
use virt_core::uri::Uri;
use virt_error::{Result, bail};

/// What a URI asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Address {
    /// Not an instance in this process: another scheme, a transport, another machine, or a daemon's.
    Elsewhere,
    /// `qemu:///embed?root=DIR`: an instance of this process, with everything that it keeps under DIR.
    Embedded(PathBuf),
}

impl Address {
    /// Errors: `VIR_ERR_INVALID_ARG` without a root directory, `VIR_ERR_CONFIG_UNSUPPORTED` when its path is not
    /// absolute.
    pub fn of(uri: &str) -> Result<Address> {
        if !uri.starts_with("qemu:") {
            return Ok(Address::Elsewhere);
        }
        let uri = Uri::parse(uri)?;
        if uri.transport.is_some() || uri.server.is_some() || uri.path != "/embed" {
            return Ok(Address::Elsewhere);
        }
        let root = uri.query.iter().find(|(name, _)| name == "root").map(|(_, value)| PathBuf::from(value));
        match root {
            None => {
                bail!(Uri, InvalidArg, "Missing URI parameter 'root': use qemu:///embed?root=/some/directory")
            }
            Some(root) if !root.is_absolute() => bail!(None, ConfigUnsupported, "root path must be absolute"),
            Some(root) => Ok(Address::Embedded(root)),
        }
    }
}
