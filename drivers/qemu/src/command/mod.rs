//! The command line that a guest's emulator is started with.
//!
//! [`PARTS`] is the order in which libvirt writes the arguments; each part is a function of a file of its own that
//! appends to a [`Line`]. Devices are built by functions that answer [`Props`], so that a device that is plugged into
//! a running guest (`device_add`) is described by the same code as one that the guest starts with.
//!
//! A part is responsible for every element of the document that it is named after: what it cannot express, it
//! refuses by [`refuse`].

mod address;
pub mod blockdev;
mod blockdev_protocol;
mod boot;
mod boot_index;
pub mod chardev;
mod chardev_backend;
mod cipher;
mod clock;
pub mod controller;
#[cfg(test)]
mod corpus;
mod cpu;
pub mod device;
#[cfg(test)]
mod device_tests;
pub mod disk;
pub mod filesystem;
mod firmware;
mod graphics;
mod guest;
mod host;
pub mod hostdev;
pub mod input;
pub mod interface;
mod launch_security;
mod line;
mod machine;
mod memory;
pub mod memory_device;
mod memory_size;
mod monitor;
mod native;
mod numa;
mod processors;
mod props;
#[cfg(test)]
mod real;
pub mod secret;
mod smbios;
mod sound;
mod step;
pub mod throttle;
mod tpm;
#[cfg(test)]
mod used;
mod video;

pub use address::zpci;
pub use blockdev::is_empty as is_empty_drive;
pub use disk::limits as disk_limits;
pub use graphics::pretend_ports;
pub use line::Line;
pub use memory_size::align_memory;
pub use props::{Options, Props};
pub use step::Step;

use crate::{
    directories::Directories,
    emulator::{Emulator, Flag},
    settings::Settings,
};
use std::{os::fd::OwnedFd, path::PathBuf};
use virt_conf::domain::Domain;
use virt_error::{Error, Result, error};

/// What a command line is made from, and what describes a device that is plugged into a running guest.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    /// The document, complete: every device has its alias and its address.
    pub domain: &'a Domain,
    pub emulator: &'a Emulator,
    pub settings: &'a Settings,
    pub directories: &'a Directories,
    /// The number that the guest runs with; -1 when the command line is only written down.
    pub id: i32,
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
    /// `/dev/vhost-vsock`, bound to the guest's address.
    pub vsock: Option<OwnedFd>,
    /// The host's TPM, and the file by which its commands are given up.
    pub tpm: Option<(OwnedFd, OwnedFd)>,
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

/// One part of a command line.
type Part = fn(&mut Line<'_>, &Plan<'_>) -> Result<()>;

/// The parts, in libvirt's order.
const PARTS: &[Part] = &[
    guest::name,
    guest::deprecation,
    guest::stopped,
    secret::master_key,
    firmware::flash,
    machine::append,
    machine::accelerator,
    cpu::append,
    firmware::append,
    machine::management_memory,
    memory::append,
    memory::locking,
    processors::topology,
    processors::iothreads,
    processors::throttle_groups,
    numa::append,
    guest::uuid,
    guest::generation,
    smbios::append,
    guest::bare,
    monitor::append,
    clock::append,
    clock::timers,
    guest::shutdown,
    machine::no_acpi,
    clock::power,
    boot::append,
    device::iommus,
    controller::globals,
    controller::append,
    controller::hubs,
    controller::readers,
    memory_device::modules,
    tpm::proxy,
    disk::append,
    filesystem::append,
    interface::append,
    chardev::smartcards,
    chardev::serials,
    chardev::parallels,
    chardev::channels,
    chardev::consoles,
    tpm::append,
    input::append,
    sound::audios,
    graphics::append,
    video::append,
    sound::sounds,
    device::watchdogs,
    hostdev::redirdevs,
    hostdev::hostdevs,
    device::balloons,
    device::rngs,
    memory_device::nvram,
    memory_device::vmcoreinfo,
    launch_security::append,
    native::append,
    monitor::sandbox,
    device::panics,
    memory_device::shared,
    device::vsocks,
    device::cryptos,
    memory_device::pstore,
    memory_device::teardown,
    guest::messages,
];

/// The command line of a guest.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` that names what cannot be expressed; nothing is left out silently.
pub fn build(plan: &Plan<'_>, prepared: Prepared) -> Result<CommandLine> {
    crate::document::check_start(plan.domain, plan.emulator)?;
    let changed = native::Namespace::of(plan.domain).emulator(plan.emulator)?;
    let plan = &Plan { emulator: changed.as_ref().unwrap_or(plan.emulator), ..*plan };
    host::check(plan)?;
    let mut line = Line::new(plan, prepared);
    for part in PARTS {
        part(&mut line, plan)?;
    }
    line.finish(plan)
}

/// The error for an element that the command line cannot express.
pub fn refuse(element: &str) -> Error {
    error!(Qemu, ConfigUnsupported, "{element} cannot be given to QEMU by this driver")
}
