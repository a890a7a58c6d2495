//! What is behind a guest's network cards on the host: tap devices on a bridge or by themselves, macvtap devices, and
//! `passt` processes.

use super::{
    macvtap, passt, tap,
    traces::{Trace, Traces},
};
use crate::{command::InterfaceFiles, directories::Directories};
use std::{
    fs::OpenOptions,
    os::fd::OwnedFd,
    path::{Path, PathBuf},
};
use virt_conf::domain::interface::{Interface, InterfaceType, NetBackend, NetBackendType};
use virt_error::{Result, bail, error};
use virt_sys::{netdev, tap::Form};

/// Where the devices of a guest are made.
pub struct Place<'a> {
    pub directories: &'a Directories,
    pub id: i32,
    pub name: &'a str,
}

/// Makes what an interface needs on the host, and puts the device's name into the document.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` for what cannot be done here, `VIR_ERR_SYSTEM_ERROR` for what the host refuses.
pub fn prepare(place: &Place<'_>, interface: &mut Interface, traces: &mut Traces) -> Result<InterfaceFiles> {
    let kind = interface.kind.unwrap_or(InterfaceType::User);
    let mut files = InterfaceFiles::default();
    let scripts = interface.script.is_some() || interface.downscript.is_some();
    if scripts && kind != InterfaceType::Ethernet {
        bail!(Qemu, ConfigUnsupported, "scripts are not supported on interfaces of type {kind}");
    }
    match kind {
        InterfaceType::Network => {
            let network = interface.source.as_ref().and_then(|source| source.network.as_deref());
            bail!(
                Qemu,
                ConfigUnsupported,
                "network '{}' of <interface type='network'>: this connection has no networks",
                network.unwrap_or_default()
            );
        }
        InterfaceType::Bridge | InterfaceType::Ethernet => {
            refuse_what_taps_lack(interface, kind)?;
            files.taps = tap::prepare(interface, kind, traces)?;
            files.vhosts = vhosts(interface, files.taps.len())?;
        }
        InterfaceType::Direct => {
            refuse_what_taps_lack(interface, kind)?;
            files.taps = macvtap::prepare(place, interface, traces)?;
            files.vhosts = vhosts(interface, files.taps.len())?;
        }
        InterfaceType::User => {
            let backend = interface.backend.as_ref().and_then(|backend| backend.kind);
            if backend == Some(NetBackendType::Passt) {
                passt::prepare(place, interface, traces)?;
            }
        }
        _ => {}
    }
    if let (Some(name), false) = (interface.target_name(), files.taps.is_empty()) {
        // The emulator takes packets at once; what waits before it only costs time.
        if let Err(cause) = netdev::set_queueing(name, "noqueue") {
            log::debug!("device {name} keeps its queue: {cause}");
        }
    }
    Ok(files)
}

/// What other parts of a host would have to do for a tap device.
fn refuse_what_taps_lack(interface: &Interface, kind: InterfaceType) -> Result<()> {
    let lacks = |element: &str| {
        Err(error!(
            Qemu,
            ConfigUnsupported, "<{element}> of <interface type='{kind}'> is not supported by this connection"
        ))
    };
    if interface.vlan.as_ref().is_some_and(|vlan| !vlan.tags.is_empty()) {
        bail!(
            Qemu,
            ConfigUnsupported,
            "an interface of type '{kind}' is requesting a vlan tag, but that is not supported for this type of connection"
        );
    }
    if interface.filterref.is_some() {
        return lacks("filterref");
    }
    if interface.virtualport.is_some() {
        return lacks("virtualport");
    }
    if interface.bandwidth.as_ref().is_some_and(|rate| rate.inbound.is_some() || rate.outbound.is_some()) {
        return lacks("bandwidth");
    }
    if interface.coalesce.as_ref().is_some_and(|coalesce| coalesce.rx.is_some()) {
        return lacks("coalesce");
    }
    let manager = interface.source.as_ref().and_then(|source| source.mac_table_manager.as_deref());
    if manager == Some("libvirt") {
        return lacks("source macTableManager='libvirt'");
    }
    Ok(())
}

/// How the descriptors of an interface's device are; the device is to be a new one.
pub(super) fn form(interface: &Interface) -> Form {
    let queues = interface.driver.as_ref().and_then(|driver| driver.queues);
    Form { queues: queues.unwrap_or(1).clamp(1, 256) as usize, headers: is_virtio(interface), new: true }
}

fn is_virtio(interface: &Interface) -> bool {
    let model = interface.model.as_ref().and_then(|model| model.kind.as_deref());
    model.is_some_and(|model| model.starts_with("virtio"))
}

/// The kernel's own processing of packets, one descriptor for each queue, where the card and the host have it.
fn vhosts(interface: &Interface, count: usize) -> Result<Vec<OwnedFd>> {
    let driver = interface.driver.as_ref().and_then(|driver| driver.name);
    let demanded = driver == Some(NetBackend::Vhost);
    if driver == Some(NetBackend::Qemu) || !is_virtio(interface) {
        return Ok(Vec::new());
    }
    let path =
        interface.backend.as_ref().and_then(|backend| backend.vhost.as_deref()).unwrap_or("/dev/vhost-net");
    let mut files = Vec::with_capacity(count);
    for _ in 0..count {
        match OpenOptions::new().read(true).write(true).open(Path::new(path)) {
            Ok(file) => files.push(file.into()),
            Err(_) if demanded => {
                bail!(Qemu, ConfigUnsupported, "vhost-net was requested for an interface, but is unavailable")
            }
            // Without it the emulator does the work.
            Err(_) => return Ok(Vec::new()),
        }
    }
    Ok(files)
}

/// Notes what the interfaces of a guest have that an earlier process started.
pub fn keep(place: &Place<'_>, interfaces: &[Interface], traces: &mut Traces) {
    for interface in interfaces {
        match interface.kind {
            Some(InterfaceType::Direct) => {
                macvtap::keep(place, interface, traces);
            }
            Some(InterfaceType::Ethernet) => {
                if let (Some(script), Some(name)) = (&interface.downscript, interface.target_name()) {
                    traces.add(Trace::Script(PathBuf::from(script), vec![name.to_owned()]));
                }
            }
            Some(InterfaceType::User) => {
                passt::keep(place, interface, traces);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::domain::interface::NetSource;

    fn interface(kind: InterfaceType) -> Interface {
        let mut interface = Interface { kind: Some(kind), ..Interface::default() };
        interface.mac.get_or_insert_default().address =
            Some(virt_conf::Mac([0x52, 0x54, 0, 0xaa, 0xbb, 0xcc]));
        interface
    }

    #[test]
    fn a_tap_is_made_with_the_guests_address_marked() {
        let directories = Directories::embedded(Path::new("/x"));
        let place = Place { directories: &directories, id: 1, name: "web" };
        let mut traces = Traces::default();
        let mut one = interface(InterfaceType::Ethernet);
        let files = match prepare(&place, &mut one, &mut traces) {
            Ok(files) => files,
            Err(error) => return println!("skipped: {error}"),
        };
        let device = one.target_name().unwrap().to_owned();
        assert_eq!(files.taps.len(), 1);
        let address = std::fs::read_to_string(format!("/sys/class/net/{device}/address")).unwrap();
        assert_eq!(address.trim(), "fe:54:00:aa:bb:cc");
        drop(files);
        assert!(netdev::index(&device).is_err());

        let mut two = interface(InterfaceType::Bridge);
        let source = NetSource { bridge: Some("no-such-br".to_owned()), ..NetSource::default() };
        two.source = Some(Box::new(source));
        let error = prepare(&place, &mut two, &mut traces).err().unwrap();
        assert!(error.message().contains("no-such-br"), "{error}");
    }

    #[test]
    fn what_cannot_be_done_is_named() {
        let directories = Directories::embedded(Path::new("/x"));
        let place = Place { directories: &directories, id: 1, name: "web" };
        let mut traces = Traces::default();
        let mut network = interface(InterfaceType::Network);
        assert!(prepare(&place, &mut network, &mut traces).is_err());
        let mut filtered = interface(InterfaceType::Bridge);
        filtered.filterref = Some(Box::default());
        let error = prepare(&place, &mut filtered, &mut traces).err().unwrap();
        assert!(error.message().contains("<filterref>"), "{error}");
    }
}
