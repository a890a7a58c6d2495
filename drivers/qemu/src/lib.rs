//! The QEMU driver: guests that run in QEMU, with KVM or without.
//!
//! | room | what is in it |
//! | --- | --- |
//! | `emulator/` | what an installed emulator can do: probing, the cache of its answers, flags |
//! | `host/` | capabilities of the host and of domains, processors, machine types |
//! | `firmware/` | firmware descriptors, and the choice of a firmware for a guest |
//! | `document/` | what QEMU adds to a domain document: models, controllers, addresses, checks |
//! | `image/` | images of disks: their chains, their numbers |
//! | `command/` | the command line, one file a group of devices |
//! | `monitor/`, `agent/` | QMP, and the guest agent's protocol |
//! | `process/` | starting, watching, adopting and ending emulators; the status file |
//! | `domain/` | the objects, and the operations of the API by family |
#![forbid(unsafe_code)]

mod address;
mod agent;
mod command;
mod connection;
mod directories;
mod document;
mod domain;
mod emulator;
mod firmware;
mod host;
mod image;
mod monitor;
mod process;
mod settings;
mod state;

use address::Address;
use connection::QemuConnection;
use state::QemuState;
use std::sync::Arc;
use virt_core::{
    connection::{Driver, Drivers, OpenRequest, check_flags},
    constants::VIR_CONNECT_RO,
    event_loop,
};
use virt_error::{Origin, Result, bail};

/// The driver, for the registry of drivers.
pub fn driver() -> Arc<dyn Driver> {
    Arc::new(QemuDriver)
}

struct QemuDriver;

impl Driver for QemuDriver {
    fn name(&self) -> &'static str {
        "QEMU"
    }

    fn open(&self, request: &OpenRequest<'_>) -> Result<Option<Drivers>> {
        let Address::Embedded(root) = Address::of(request.uri)? else { return Ok(None) };
        check_flags(request.flags, VIR_CONNECT_RO, Origin::Qemu, "qemuConnectOpen")?;
        if event_loop::current().is_none() {
            bail!(Event, ConfigUnsupported, "An event loop implementation must be registered");
        }
        let connection = QemuConnection::new(QemuState::join(&root)?, request);
        Ok(Some(Drivers::all(Arc::new(connection))))
    }
}
