//! Macvtap devices: guests directly on a device of the host.

use super::{
    network::{self, Place},
    tap::set_up,
    traces::{Trace, Traces},
};
use std::{io, os::fd::OwnedFd, path::PathBuf};
use virt_conf::{Mac, domain::interface::Interface};
use virt_error::{Error, Origin, Result, bail};
use virt_sys::{
    durable,
    netdev::{self, MacvtapMode, Settings},
    tap,
};

/// Makes the device of an interface; its name is then that of the interface's target.
pub fn prepare(place: &Place<'_>, interface: &mut Interface, traces: &mut Traces) -> Result<Vec<OwnedFd>> {
    let below = below(interface).unwrap_or_default().to_owned();
    let mode = mode(interface);
    let Some(mac) = interface.mac_address() else {
        bail!(Qemu, InternalError, "the interface on '{below}' has no address");
    };
    let wanted = interface.target_name().filter(|name| !is_given(name)).map(str::to_owned);
    let device = netdev::make_macvtap(wanted.as_deref(), &below, mac.0, mode).map_err(|cause| {
        Error::system(Origin::None, format!("error creating macvtap interface over {below}"), &cause)
    })?;
    traces.add(Trace::Device(device.clone()));
    interface.target.get_or_insert_default().dev = Some(device.clone());
    if mode == MacvtapMode::Passthrough {
        lend_mac(place, &device, &below, mac, traces)?;
    }
    set_up(&device)?;
    let open = |cause: io::Error| {
        Error::system(Origin::None, format!("cannot open macvtap tap device of '{device}'"), &cause)
    };
    let index = netdev::index(&device).map_err(open)?;
    tap::open_macvtap(index, network::form(interface)).map_err(open)
}

/// Names that are given anew with each start.
fn is_given(name: &str) -> bool {
    name.starts_with("macvtap") || name.starts_with("macvlan")
}

fn below(interface: &Interface) -> Option<&str> {
    interface.source.as_deref()?.dev.as_deref()
}

fn mode(interface: &Interface) -> MacvtapMode {
    match interface.source.as_deref().and_then(|source| source.mode.as_deref()) {
        Some("private") => MacvtapMode::Private,
        Some("bridge") => MacvtapMode::Bridge,
        Some("passthrough") => MacvtapMode::Passthrough,
        _ => MacvtapMode::Vepa,
    }
}

/// Gives the device below the address of the guest that has it for itself. Its own is written down as libvirt does it,
/// in a file with the device's name, from where whoever sees to the guest's end takes it.
fn lend_mac(place: &Place<'_>, device: &str, below: &str, mac: Mac, traces: &mut Traces) -> Result<()> {
    let own = netdev::link(below).map_err(|cause| {
        Error::system(Origin::None, format!("Cannot get interface MAC on '{below}'"), &cause)
    })?;
    let path = saved(place, below);
    // One that was left behind is older than a guest's address that the device may have had since.
    if let Some(own) = own.mac.filter(|_| read(&path).is_none()) {
        let text = serde_json::json!({"mac": Mac(own).to_string()});
        durable::replace(&path, format!("{text:#}\n").as_bytes(), 0o644)?;
    }
    traces.add(lent(place, device, below, mac));
    netdev::change(below, Settings { mac: Some(mac.0), ..Settings::default() }).map_err(|cause| {
        Error::system(Origin::None, format!("Cannot set interface MAC on '{below}'"), &cause)
    })
}

fn saved(place: &Place<'_>, below: &str) -> PathBuf {
    place.directories.run.join(below)
}

fn lent(place: &Place<'_>, device: &str, below: &str, mac: Mac) -> Trace {
    Trace::Mac { device: device.to_owned(), below: below.to_owned(), lent: mac, saved: saved(place, below) }
}

/// The address that was written down.
fn read(path: &std::path::Path) -> Option<Mac> {
    let text = std::fs::read_to_string(path).ok()?;
    let value: serde_json::Value = serde_json::from_str(&text).ok()?;
    value.get("mac")?.as_str()?.parse().ok()
}

/// Gives a device its own address back, unless somebody has given it another one meanwhile.
pub fn restore_mac(below: &str, lent: Mac, saved: &std::path::Path) -> io::Result<()> {
    let Some(own) = read(saved) else { return Ok(()) };
    match netdev::link(below) {
        Ok(link) if link.mac == Some(lent.0) => {
            netdev::change(below, Settings { mac: Some(own.0), ..Settings::default() })?;
        }
        // The device went, or has another address.
        _ => {}
    }
    std::fs::remove_file(saved)
}

/// Notes the device of a guest that an earlier process started.
pub fn keep(place: &Place<'_>, interface: &Interface, traces: &mut Traces) {
    let Some(device) = interface.target_name() else { return };
    traces.add(Trace::Device(device.to_owned()));
    if let (MacvtapMode::Passthrough, Some(below), Some(mac)) =
        (mode(interface), below(interface), interface.mac_address())
    {
        traces.add(lent(place, device, below, mac));
    }
}
