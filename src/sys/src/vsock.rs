//! Sockets between a guest and its host: the guest's number.

use std::{
    fs::{File, OpenOptions},
    io,
    os::fd::{AsRawFd, OwnedFd},
};

/// What the kernel gives numbers through.
pub const DEVICE: &str = "/dev/vhost-vsock";
/// `VHOST_VSOCK_SET_GUEST_CID`.
const SET_GUEST_CID: libc::c_ulong = 0x4008_af60;
/// The first number that is a guest's, and the one after the last.
const GUESTS: std::ops::Range<u64> = 3..u32::MAX as u64;

/// Takes a guest's number, or with `None` the first that no guest has: the descriptor that holds it, and the number.
/// The kernel gives none to two guests.
pub fn take(cid: Option<u32>) -> io::Result<(OwnedFd, u32)> {
    let file = OpenOptions::new().read(true).write(true).open(DEVICE)?;
    if let Some(cid) = cid {
        set(&file, u64::from(cid))?;
        return Ok((file.into(), cid));
    }
    let cid = first(|cid| set(&file, cid))?;
    Ok((file.into(), cid))
}

/// The first number that can be taken.
fn first(take: impl Fn(u64) -> io::Result<()>) -> io::Result<u32> {
    for cid in GUESTS {
        match take(cid) {
            Err(cause) if cause.raw_os_error() == Some(libc::EADDRINUSE) => {}
            outcome => return outcome.map(|()| cid as u32),
        }
    }
    Err(io::Error::from_raw_os_error(libc::EADDRINUSE))
}

fn set(file: &File, cid: u64) -> io::Result<()> {
    // SAFETY: the kernel reads one number, which lives through the call.
    match unsafe { libc::ioctl(file.as_raw_fd(), SET_GUEST_CID as _, &raw const cid) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_number_that_nobody_has_is_taken() {
        let fails = |number: i32| Err(io::Error::from_raw_os_error(number));
        let below = |end: u64| move |cid: u64| if cid < end { fails(libc::EADDRINUSE) } else { Ok(()) };
        assert_eq!(first(below(0)).unwrap(), 3);
        assert_eq!(first(below(40)).unwrap(), 40);
        assert_eq!(first(|_| fails(libc::EPERM)).unwrap_err().raw_os_error(), Some(libc::EPERM));
    }

    #[test]
    fn no_number_is_given_twice() {
        let one = match take(None) {
            Ok(one) => one,
            Err(cause) => return println!("skipped: /dev/vhost-vsock: {cause}"),
        };
        let two = take(None).unwrap();
        assert_ne!(one.1, two.1);
        assert_eq!(take(Some(one.1)).unwrap_err().raw_os_error(), Some(libc::EADDRINUSE));
    }
}
