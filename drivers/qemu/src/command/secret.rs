//! Secrets that an emulator is given, as objects which only it can read.

use super::{Plan, Props};
use virt_conf::domain::storage::SecretRef;
use virt_error::{Error, Result, error};

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
