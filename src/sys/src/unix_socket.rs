//! Unix sockets at paths of any length: the kernel takes about a hundred bytes, a directory's path alone may be longer.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io,
    os::{
        fd::AsRawFd,
        unix::{
            fs::{OpenOptionsExt, PermissionsExt},
            net::{UnixListener, UnixStream},
        },
    },
    path::{Path, PathBuf},
};

/// Listens at `path`, in the place of a socket that was there; the socket's mode is `mode`.
pub fn listen(path: &Path, mode: u32) -> io::Result<UnixListener> {
    let (_directory, short) = short(path)?;
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
        _ => {}
    }
    let listener = UnixListener::bind(short)?;
    fs::set_permissions(path, Permissions::from_mode(mode))?;
    Ok(listener)
}

/// Connects to the socket at `path`.
pub fn connect(path: &Path) -> io::Result<UnixStream> {
    let (_directory, short) = short(path)?;
    UnixStream::connect(short)
}

/// A short path to the same place, which holds as long as the directory is held open.
fn short(path: &Path) -> io::Result<(Option<File>, PathBuf)> {
    /// What surely fits into `sun_path`.
    const FITS: usize = 100;
    if path.as_os_str().len() <= FITS {
        return Ok((None, path.to_owned()));
    }
    let none = || io::Error::from(io::ErrorKind::InvalidInput);
    let (parent, name) = (path.parent().ok_or_else(none)?, path.file_name().ok_or_else(none)?);
    let directory =
        OpenOptions::new().read(true).custom_flags(libc::O_PATH | libc::O_DIRECTORY).open(parent)?;
    let short = PathBuf::from(format!("/proc/self/fd/{}", directory.as_raw_fd())).join(name);
    Ok((Some(directory), short))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;
    use std::io::{Read, Write};

    #[test]
    fn a_long_path_works_like_a_short_one() {
        let scratch = Scratch::new("socket");
        let deep = scratch.path().join("d".repeat(200));
        fs::create_dir(&deep).unwrap();
        for directory in [scratch.path(), &deep] {
            let path = directory.join("monitor.sock");
            let _stale = listen(&path, 0o600).unwrap();
            let listener = listen(&path, 0o640).unwrap();
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
            let mut one = connect(&path).unwrap();
            one.write_all(b"x").unwrap();
            drop(one);
            let (mut other, _) = listener.accept().unwrap();
            let mut text = String::new();
            other.read_to_string(&mut text).unwrap();
            assert_eq!(text, "x");
        }
        assert!(connect(&scratch.path().join("missing")).is_err());
    }
}
