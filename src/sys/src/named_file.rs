//! Files that a user names: opened without waiting for whoever is at the other end.

use nix::fcntl::{FcntlArg, OFlag, fcntl};
use std::{
    fs::{File, OpenOptions},
    io,
    os::unix::fs::{FileTypeExt, OpenOptionsExt},
    path::Path,
};

/// Opens a file to be written anew, or a device; `mode` is for one that is made.
///
/// Errors: `InvalidInput` for a pipe or a socket, which cannot be written at every place.
pub fn create(path: &Path, mode: u32) -> io::Result<File> {
    let file = options().write(true).create(true).truncate(true).mode(mode).open(path);
    // Without a reader a pipe does not even open.
    let file = file.map_err(|cause| match cause.raw_os_error() {
        Some(libc::ENXIO) => no_file(),
        _ => cause,
    })?;
    seekable(file)
}

/// Opens a file, or a device, to be read; with `write` to be written as well.
///
/// Errors: those of [`create`].
pub fn open(path: &Path, write: bool) -> io::Result<File> {
    seekable(options().read(true).write(write).open(path)?)
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    options
}

fn seekable(file: File) -> io::Result<File> {
    let kind = file.metadata()?.file_type();
    if kind.is_fifo() || kind.is_socket() {
        return Err(no_file());
    }
    // Whoever gets it need not know how it was opened.
    let flags = OFlag::from_bits_truncate(fcntl(&file, FcntlArg::F_GETFL)?);
    fcntl(&file, FcntlArg::F_SETFL(flags & !OFlag::O_NONBLOCK))?;
    Ok(file)
}

fn no_file() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "it is a pipe or a socket, not a file")
}

#[cfg(test)]
mod tests {
    use super::*;
    use nix::sys::stat::Mode;
    use std::{fs, io::Write};

    #[test]
    fn nobody_is_waited_for() {
        let path = std::env::temp_dir().join(format!("virt-named-file-{}", std::process::id()));
        let _ = fs::remove_file(&path);
        nix::unistd::mkfifo(&path, Mode::S_IRUSR | Mode::S_IWUSR).unwrap();
        assert_eq!(create(&path, 0o600).unwrap_err().kind(), io::ErrorKind::InvalidInput);
        assert_eq!(open(&path, false).unwrap_err().kind(), io::ErrorKind::InvalidInput);
        fs::remove_file(&path).unwrap();
        create(&path, 0o600).unwrap().write_all(b"x").unwrap();
        assert_eq!(open(&path, true).unwrap().metadata().unwrap().len(), 1);
        fs::remove_file(&path).unwrap();
    }
}
