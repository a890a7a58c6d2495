//! Secrets that an emulator is given, as objects which only it can read; and the key that encrypts them.
//!
//! No secret stands on the command line, where every user of the host could read it. The emulator is told of one
//! key, which it reads from a file in the guest's own directory that nobody else may read; whoever starts the
//! emulator writes [`KEY_SIZE`] random bytes there first ([`key_file`]) and removes the file when the guest ends.

use super::{Line, Plan, Props};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};
use virt_conf::domain::storage::SecretRef;
use virt_error::{Error, Origin, Result, error};

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

/// The object with a value that the document itself holds, encrypted with the guest's key.
///
/// Errors: `VIR_ERR_SYSTEM_ERROR` when the key cannot be read, or there is no randomness.
pub fn hidden(plan: &Plan<'_>, id: &str, value: &[u8]) -> Result<Props> {
    // A command line that is only written down has a key of its own that nobody keeps.
    let key: [u8; KEY_SIZE] = if plan.id < 0 { random()? } else { read(&key_file(plan))? };
    let vector: [u8; 16] = random()?;
    let data = super::cipher::encrypt(value, &key, &vector);
    Ok(Props::object("secret", id)
        .with("data", STANDARD.encode(&data))
        .with("keyid", KEY)
        .with("iv", STANDARD.encode(vector))
        .with("format", "base64"))
}

fn random<const SIZE: usize>() -> Result<[u8; SIZE]> {
    read(Path::new("/dev/urandom"))
}

fn read<const SIZE: usize>(path: &Path) -> Result<[u8; SIZE]> {
    let mut bytes = [0; SIZE];
    File::open(path)
        .and_then(|mut file| file.read_exact(&mut bytes))
        .map_err(|cause| Error::system(Origin::Qemu, format!("cannot read '{}'", path.display()), &cause))?;
    Ok(bytes)
}

/// The error for a value that cannot be had.
pub fn missing(what: &str) -> Error {
    error!(Qemu, ConfigUnsupported, "{what} is needed, and this instance of the driver has no secrets")
}
