//! The command line that a guest's emulator is started with.

use crate::{directories::Directories, emulator::Emulator, settings::Settings};
use std::{os::fd::OwnedFd, path::PathBuf};
use virt_conf::domain::Domain;
use virt_error::{Error, Result};

/// What a command line is made from.
pub struct Plan<'a> {
    /// The document, complete: every device has its alias and its address.
    pub domain: &'a Domain,
    pub emulator: &'a Emulator,
    pub settings: &'a Settings,
    pub directories: &'a Directories,
    /// The number that the guest will run with; -1 when it is only written down.
    pub id: i32,
    /// What was made on the host for the guest to use.
    pub prepared: Prepared,
}

/// What was made on the host before the emulator starts, to be handed to it.
#[derive(Default)]
pub struct Prepared {
    /// The monitor's listening socket; without one the emulator listens itself.
    pub monitor: Option<OwnedFd>,
    /// Of each interface, in the document's order: its tap devices, and those of vhost.
    pub interfaces: Vec<InterfaceFiles>,
    /// Listening sockets of character devices, by the device's alias.
    pub chardevs: Vec<(String, OwnedFd)>,
}

#[derive(Default)]
pub struct InterfaceFiles {
    pub taps: Vec<OwnedFd>,
    pub vhosts: Vec<OwnedFd>,
}

/// A program with all that it is started with.
#[derive(Debug, Default)]
pub struct CommandLine {
    pub program: PathBuf,
    /// Without the program's own name.
    pub arguments: Vec<String>,
    pub environment: Vec<(String, String)>,
    /// Descriptors that the program inherits, under these numbers.
    pub files: Vec<(i32, OwnedFd)>,
}

/// The command line of a guest.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` that names what cannot be expressed; nothing is left out silently.
pub fn build(_plan: Plan<'_>) -> Result<CommandLine> {
    Err(Error::unsupported())
}
