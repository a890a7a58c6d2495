//! Namespaces of processes.

use std::{
    fs::File,
    os::fd::{AsFd, OwnedFd},
};
use virt_error::{Error, Origin, Result};

/// The kinds of namespace, in the order in which they are opened and entered.
const KINDS: [&str; 6] = ["user", "ipc", "uts", "net", "pid", "mnt"];

/// Opens the namespaces of a process, those that the kernel has and lets us see.
pub fn open_all(process: u32) -> Vec<OwnedFd> {
    let open = |kind| File::open(format!("/proc/{process}/ns/{kind}")).ok().map(OwnedFd::from);
    KINDS.into_iter().filter_map(open).collect()
}

/// Moves the calling thread into a namespace.
pub fn enter(namespace: impl AsFd) -> Result<()> {
    nix::sched::setns(namespace, nix::sched::CloneFlags::empty())
        .map_err(|cause| Error::system(Origin::None, "Unable to join domain namespace", &cause.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn our_own_namespaces_can_be_opened_and_a_plain_file_is_none() {
        assert!(!open_all(std::process::id()).is_empty());
        let error = enter(File::open("/dev/null").unwrap()).unwrap_err();
        let cause = io::Error::from_raw_os_error(libc::EINVAL).to_string();
        assert_eq!(
            error.message(),
            format!("Unable to join domain namespace: {}", cause.split(" (os").next().unwrap())
        );
    }
}
