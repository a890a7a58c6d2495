//! Users and groups of the host.

use nix::unistd::{Group, User};
use virt_error::{Error, Origin, Result};

/// The number of the user of that name, if there is one.
pub fn user(name: &str) -> Result<Option<u32>> {
    let found = User::from_name(name).map_err(|cause| {
        Error::system(Origin::None, format!("Failed to get user record for name '{name}'"), &cause.into())
    })?;
    Ok(found.map(|user| user.uid.as_raw()))
}

/// The number of the group of that name, if there is one.
pub fn group(name: &str) -> Result<Option<u32>> {
    let found = Group::from_name(name).map_err(|cause| {
        Error::system(Origin::None, format!("Failed to get group record for name '{name}'"), &cause.into())
    })?;
    Ok(found.map(|group| group.gid.as_raw()))
}
