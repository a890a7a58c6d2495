//! Devices plugged into guests and out of them, and changed: in the persistent document, in a running guest, or both.
//!
//! A running guest gets a device as the steps of its command line ([`crate::command::Step`]), each as a command of
//! the monitor; when one fails, those before it are taken back. The document shows a device as long as the guest has
//! it: a device that was unplugged goes when the emulator says that the guest let go of it.

mod attach;
mod detach;
mod medium;
pub mod memory;
mod parts;
mod reconcile;
mod steps;
mod update;
mod update_interface;

pub use detach::clean;
pub use reconcile::reconcile;
pub use steps::{Making, remove};

use super::{DomainChange, DomainState};
use crate::{command::Plan, domain::Run, state::QemuState};
use std::sync::Arc;
use virt_conf::domain::{Device, Domain as Document};
use virt_error::{Error, Result, error};

/// What describes a device of a running guest with that document.
pub fn plan<'a>(state: &'a QemuState, run: &'a Run, document: &'a Document) -> Plan<'a> {
    Plan {
        domain: document,
        emulator: &run.running.emulator,
        settings: &state.settings,
        directories: &state.directories,
        id: run.running.id,
    }
}

/// Makes `document` the persistent one, on disk too.
fn keep_config(state: &QemuState, change: &DomainChange<'_>, document: Document) -> Result<()> {
    let before: Arc<DomainState> = change.state();
    change.update(|domain| domain.set_config(document));
    if let Err(error) = state.save_config(&change.state()) {
        change.update(|domain| {
            domain.config = before.config.clone();
            if !domain.is_active() {
                domain.def = before.def.clone();
            }
        });
        return Err(error);
    }
    Ok(())
}

/// The alias of a device, once it has one.
fn alias(device: &Device) -> &str {
    let info = device.as_ref().info();
    info.and_then(|info| info.alias.as_ref()).map_or("", |alias| &alias.0)
}

/// The complaint that no device is the one that was meant.
fn missing(device: &Device) -> Error {
    match device {
        Device::Disk(disk) => error!(Qemu, DeviceMissing, "disk {} not found", disk.target_name()),
        Device::Interface(interface) => match interface.mac_address() {
            Some(mac) => error!(Domain, DeviceMissing, "no device matching MAC address {mac} found"),
            None => error!(Qemu, DeviceMissing, "no matching network device was found"),
        },
        _ => error!(Qemu, DeviceMissing, "matching {} device not found", device.element().0),
    }
}

/// A persistent document misses a disk in other words than a running guest.
fn in_config(error: Error) -> Error {
    let words = error
        .message()
        .strip_prefix("device not found: disk ")
        .and_then(|rest| rest.strip_suffix(" not found"));
    match words {
        Some(target) => error!(Qemu, DeviceMissing, "no target device {target}"),
        None => error,
    }
}

/// The device of a document that `wanted` means.
///
/// Errors: `VIR_ERR_DEVICE_MISSING`; `VIR_ERR_OPERATION_FAILED` when several interfaces have the hardware address.
fn find(document: &Document, wanted: &Device) -> Result<Device> {
    let mut found = document.devices.all().into_iter().filter(|found| wanted.means(found));
    match (found.next(), found.next(), wanted) {
        (None, _, _) => Err(missing(wanted)),
        (Some(_), Some(_), Device::Interface(interface)) => Err(error!(
            Domain,
            OperationFailed,
            "multiple devices matching MAC address {} found",
            interface.mac_address().map(|mac| mac.to_string()).unwrap_or_default()
        )),
        (Some(first), _, _) => Ok(first),
    }
}

#[cfg(test)]
mod tests;
