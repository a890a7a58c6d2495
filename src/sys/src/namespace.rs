//! Namespaces of processes.

use nix::errno::Errno;
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

/// Moves the calling thread into a namespace. One that it is in already is no error, as the kernel has it.
pub fn enter(namespace: impl AsFd) -> Result<()> {
    match nix::sched::setns(namespace, nix::sched::CloneFlags::empty()) {
        Ok(()) | Err(Errno::EINVAL) => Ok(()),
        Err(cause) => Err(Error::system(Origin::None, "Unable to join domain namespace", &cause.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::BorrowedFd;

    #[test]
    fn our_own_namespaces_can_be_opened_and_a_closed_descriptor_is_none() {
        assert!(!open_all(std::process::id()).is_empty());
        // SAFETY: nothing is done with the number but to hand it to the kernel, which refuses it.
        let closed = unsafe { BorrowedFd::borrow_raw(i32::MAX) };
        let error = enter(closed).unwrap_err();
        assert_eq!(error.message(), "Unable to join domain namespace: Bad file descriptor");
    }
}
