//! The command line.

use nix::unistd::Uid;
use std::{env, ffi::OsString, path::PathBuf};
use virt_core::Result;
use virt_error::bail;

pub const USAGE: &str = "\
usage: libvirtd [--socket PATH]

  -s, --socket PATH  the unix socket to serve; it is removed when the daemon ends
  -V, --version      show the version
  -h, --help         show this text

Without --socket: /var/run/libvirt/libvirt-sock for root, $XDG_RUNTIME_DIR/libvirt/libvirt-sock for others.";

/// What the daemon is asked to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Serve(Options),
    Version,
    Help,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    socket: Option<PathBuf>,
}

impl Options {
    /// Where to listen.
    pub fn socket(&self) -> Result<PathBuf> {
        match &self.socket {
            Some(path) => Ok(path.clone()),
            None if Uid::effective().is_root() => Ok("/var/run/libvirt/libvirt-sock".into()),
            None => match env::var_os("XDG_RUNTIME_DIR").filter(|dir| !dir.is_empty()) {
                Some(dir) => Ok(PathBuf::from(dir).join("libvirt/libvirt-sock")),
                None => {
                    bail!(Rpc, InternalError, "XDG_RUNTIME_DIR is not set: name the socket with --socket")
                }
            },
        }
    }
}

/// Reads the arguments; the complaint names the one that is wrong.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> std::result::Result<Command, String> {
    let mut options = Options::default();
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let text = argument.to_str().ok_or("an option is not valid text")?;
        let (name, value) = match text.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(OsString::from(value))),
            _ => (text, None),
        };
        match name {
            "-s" | "--socket" => {
                let path = value.or_else(|| arguments.next()).filter(|path| !path.is_empty());
                options.socket = Some(path.ok_or(format!("{name} needs a path"))?.into());
            }
            "-V" | "--version" if value.is_none() => return Ok(Command::Version),
            "-h" | "--help" if value.is_none() => return Ok(Command::Help),
            _ => return Err(format!("unknown option '{text}'")),
        }
    }
    Ok(Command::Serve(options))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> std::result::Result<Command, String> {
        parse(arguments.iter().map(OsString::from))
    }

    #[test]
    fn the_socket_is_named_in_either_form() {
        let named = Ok(Command::Serve(Options { socket: Some("/s".into()) }));
        assert_eq!(read(&["--socket", "/s"]), named);
        assert_eq!(read(&["--socket=/s"]), named);
        assert_eq!(read(&["-s", "/s"]), named);
        assert_eq!(read(&["--version"]), Ok(Command::Version));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_eq!(read(&["--sokcet"]), Err("unknown option '--sokcet'".into()));
        assert_eq!(read(&["--socket"]), Err("--socket needs a path".into()));
        assert_eq!(read(&["--version=3"]), Err("unknown option '--version=3'".into()));
    }
}
