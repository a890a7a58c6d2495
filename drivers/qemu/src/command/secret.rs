//! Secrets that an emulator is given, as objects which only it can read; and the key that encrypts them.
//!
//! No secret stands on the command line, where every user of the host could read it. The emulator is told of one
//! key, which it reads from a file in the guest's own directory that nobody else may read; whoever starts the
//! emulator writes [`KEY_SIZE`] random bytes there first ([`key_file`]) and removes the file when the guest ends.

use super::{Line, Plan, Props};
use std::path::PathBuf;
use virt_conf::domain::storage::SecretRef;
use virt_error::{Error, Result, error};

/// The object that other secrets name as their `keyid`.
pub const KEY: &str = "masterKey0";
/// The size of the key in bytes: that of AES-256.
pub const KEY_SIZE: usize = 32;

/// Where the emulator reads the key.
pub fn key_file(plan: &Plan<'_>) -> PathBuf {
    plan.directory().join("master-key.aes")
}

pub fn master_key(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let file = key_file(plan).display().to_string();
    line.object(Props::object("secret", KEY).with("format", "raw").with("file", file));
    Ok(())
}

/// The object with the value of a secret of the secret driver.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED`, for an instance in a process of its own has no secrets.
pub fn object(_plan: &Plan<'_>, secret: &SecretRef, _id: &str) -> Result<Props> {
    let name = secret.uuid.as_deref().or(secret.usage.as_deref()).unwrap_or_default();
    Err(missing(&format!("the secret '{name}'")))
}

/// The object with a value that the document itself holds.
pub fn hidden(_plan: &Plan<'_>, id: &str, _value: &[u8]) -> Result<Props> {
    Err(missing(&format!("the value of '{id}'")))
}

/// The error for a value that cannot be had.
pub fn missing(what: &str) -> Error {
    error!(Qemu, ConfigUnsupported, "{what} is needed, and this instance of the driver has no secrets")
}
