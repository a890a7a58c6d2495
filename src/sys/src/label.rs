//! What the system calls things: the host's name, and this process's security labels (SELinux contexts, AppArmor
//! profiles).

use std::{fs, io, path::Path};
use virt_error::{Error, Origin, Result};

fn failed(what: String) -> impl FnOnce(io::Error) -> Error {
    move |cause| Error::system(Origin::None, what, &cause)
}

/// The host's name.
pub fn host_name() -> Result<String> {
    let name = fs::read_to_string("/proc/sys/kernel/hostname")
        .map_err(failed("failed to determine host name".to_owned()))?;
    Ok(name.trim_end().to_owned())
}

/// The SELinux context of the calling thread.
pub fn selinux_context() -> Result<String> {
    let context = fs::read_to_string("/proc/thread-self/attr/current")
        .map_err(failed(format!("unable to get PID {} security context", std::process::id())))?;
    Ok(context.trim_end_matches(['\0', '\n']).to_owned())
}

/// Whether SELinux forbids what its policy does not allow.
pub fn selinux_enforces() -> Result<bool> {
    let enforce = fs::read_to_string("/sys/fs/selinux/enforce")
        .map_err(failed("error calling security_getenforce()".to_owned()))?;
    Ok(enforce.trim() == "1")
}

/// Sets the SELinux context of the program that the calling thread executes next.
pub fn set_selinux_exec_context(context: &str) -> Result<()> {
    fs::write("/proc/thread-self/attr/exec", context.as_bytes())
        .map_err(failed(format!("Cannot set context {context}")))
}

/// Changes the AppArmor profile of the calling thread.
pub fn change_apparmor_profile(profile: &str) -> Result<()> {
    let own = Path::new("/proc/thread-self/attr/apparmor/current");
    let path = if own.exists() { own } else { Path::new("/proc/thread-self/attr/current") };
    fs::write(path, format!("changeprofile {profile}"))
        .map_err(failed(format!("error changing profile to {profile}")))
}
