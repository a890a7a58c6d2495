//! The daemon's unix socket, as a file: made for its owner alone, and gone when the daemon is.

use nix::sys::stat::{Mode, umask};
use std::{
    fs, io,
    os::unix::{
        fs::FileTypeExt,
        net::{UnixListener, UnixStream},
    },
    path::{Path, PathBuf},
};
use virt_core::{Error, Origin, Result};
use virt_error::bail;

pub struct Socket {
    listener: UnixListener,
    path: PathBuf,
}

impl Socket {
    /// Listens on `path`. A socket that a dead daemon has left there is removed, one that somebody serves is not.
    pub fn listen(path: &Path) -> Result<Socket> {
        clear(path)?;
        // Nobody authenticates, so the file's owner is the only one who may connect. The mode has to be right
        // from the moment the file exists.
        umask(Mode::from_bits_truncate(0o077));
        let shown = path.display();
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(system(format!("cannot create '{}'", folder.display())))?;
        }
        let listener =
            UnixListener::bind(path).map_err(system(format!("Failed to bind socket to '{shown}'")))?;
        Ok(Socket { listener, path: path.to_owned() })
    }

    /// A descriptor to accept clients from.
    pub fn listener(&self) -> Result<UnixListener> {
        self.listener.try_clone().map_err(system("unable to duplicate a socket".into()))
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn clear(path: &Path) -> Result<()> {
    let shown = path.display();
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(system(format!("cannot look at '{shown}'"))(error)),
        Ok(file) if !file.file_type().is_socket() => {
            bail!(Rpc, InternalError, "'{shown}' exists and is not a socket")
        }
        Ok(_) => {}
    }
    match UnixStream::connect(path) {
        Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
            fs::remove_file(path).map_err(system(format!("cannot remove '{shown}'")))
        }
        Err(error) => Err(system(format!("cannot tell whether '{shown}' is served"))(error)),
        Ok(_) => bail!(Rpc, InternalError, "'{shown}' is served by another daemon"),
    }
}

fn system(what: String) -> impl Fn(io::Error) -> Error {
    move |cause| Error::system(Origin::Rpc, what.clone(), &cause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_socket_is_its_owners_and_a_left_one_is_replaced() {
        let folder = std::env::temp_dir().join(format!("virt-daemon-socket-{}", std::process::id()));
        let path = folder.join("sock");
        let socket = Socket::listen(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0);
        assert!(Socket::listen(&path).is_err_and(|error| error.message().contains("another daemon")));
        drop(socket);
        assert!(!path.exists());

        drop(UnixListener::bind(&path).unwrap());
        drop(Socket::listen(&path).unwrap());
        fs::write(&path, "mine").unwrap();
        assert!(Socket::listen(&path).is_err_and(|error| error.message().contains("not a socket")));
        fs::remove_dir_all(folder).unwrap();
    }
}
