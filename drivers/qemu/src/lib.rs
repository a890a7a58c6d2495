//! The QEMU driver: guests that run in QEMU, with KVM or without.
//!
//! | room | what is in it |
//! | --- | --- |
//! | `emulator/` | what an installed emulator can do: probing, the cache of its answers, flags |
//! | `host/` | capabilities of the host and of domains, processors, machine types |
//! | `firmware/` | firmware descriptors, and the choice of a firmware for a guest |
//! | `document/` | what QEMU adds to a domain document: models, controllers, addresses, checks |
//! | `command/` | the command line, one file a group of devices |
//! | `monitor/`, `agent/` | QMP, and the guest agent's protocol |
//! | `process/` | starting, watching, adopting and ending emulators; the status file |
//! | `domain/` | the objects, and the operations of the API by family |
#![forbid(unsafe_code)]

mod address;
mod agent;
mod command;
mod directories;
mod document;
mod domain;
mod emulator;
mod firmware;
mod host;
mod monitor;
mod process;
mod settings;

use address::Address;
use std::sync::Arc;
use virt_core::connection::{Driver, Drivers, OpenRequest};
use virt_error::Result;

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
        match Address::of(request.uri)? {
            Address::Elsewhere => Ok(None),
            Address::Embedded(_root) => Ok(None),
        }
    }
}
