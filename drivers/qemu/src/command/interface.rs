//! Network interfaces: the guest's card, and what is behind it.

use super::address::{alias, put_address, put_rom, put_virtio, virtio_driver, zpci};
use super::chardev_backend::Chardev;
use super::disk::put_loadparm;
use super::step::append_all;
use super::{Flag, InterfaceFiles, Line, Plan, Props, Step, refuse};
use std::os::fd::OwnedFd;
use virt_conf::domain::address::Address;
use virt_conf::domain::filesystem::VirtioModel;
use virt_conf::domain::interface::{Interface, InterfaceType, NetBackendType, NetSource, Offloads, TxMode};
use virt_error::{Result, bail, error};

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let mut files = std::mem::take(&mut line.prepared.interfaces).into_iter();
    for interface in &plan.domain.devices.interfaces {
        let InterfaceFiles { taps, vhosts } = files.next().unwrap_or_default();
        let mut names = |files: Vec<OwnedFd>| -> Vec<String> {
            files.into_iter().map(|file| line.file(file).to_string()).collect()
        };
        let ends = Ends { taps: names(taps), vhosts: names(vhosts) };
        append_all(steps(plan, interface, &ends)?, line, plan)?;
    }
    Ok(())
}

/// The tap devices of an interface, and the kernel's helpers for them: numbers of descriptors on a command line,
/// names that `getfd` gave in a running emulator.
#[derive(Default)]
pub struct Ends {
    pub taps: Vec<String>,
    pub vhosts: Vec<String>,
}

/// What makes an interface.
pub fn steps(plan: &Plan<'_>, interface: &Interface, ends: &Ends) -> Result<Vec<Step>> {
    let mut steps = backend(plan, interface, ends)?;
    steps.extend(zpci(&interface.info)?.map(Step::Device));
    steps.push(Step::Device(device(plan, interface)?));
    Ok(steps)
}

/// The identifier of what is behind an interface.
pub fn backend_id(interface: &Interface) -> Result<String> {
    Ok(format!("host{}", alias(&interface.info)?))
}

fn source(interface: &Interface) -> Result<&NetSource> {
    interface
        .source
        .as_deref()
        .ok_or_else(|| error!(Qemu, InternalError, "a network interface of the guest has no source"))
}

/// `192.168.0.1:5558`; the address may be missing.
fn endpoint(address: Option<&str>, port: Option<u32>) -> String {
    format!("{}:{}", address.unwrap_or_default(), port.unwrap_or(0))
}

fn queues(interface: &Interface) -> Option<u32> {
    interface.driver.as_ref()?.queues.filter(|&queues| queues > 1)
}

fn backend(plan: &Plan<'_>, interface: &Interface, ends: &Ends) -> Result<Vec<Step>> {
    let kind = interface.kind.unwrap_or(InterfaceType::User);
    let id = backend_id(interface)?;
    let mut steps = Vec::new();
    let mut netdev = Props::new();
    match kind {
        InterfaceType::Network | InterfaceType::Bridge | InterfaceType::Ethernet | InterfaceType::Direct => {
            put_tap(&mut netdev, interface, ends);
        }
        InterfaceType::User => put_user(&mut netdev, plan, interface)?,
        InterfaceType::Server => {
            let source = source(interface)?;
            netdev.put("type", "socket");
            netdev.put("listen", endpoint(source.host.as_deref(), source.port));
        }
        InterfaceType::Client => {
            let source = source(interface)?;
            netdev.put("type", "socket");
            netdev.put("connect", endpoint(source.host.as_deref(), source.port));
        }
        InterfaceType::Mcast => {
            let source = source(interface)?;
            netdev.put("type", "socket");
            netdev.put("mcast", endpoint(source.host.as_deref(), source.port));
        }
        InterfaceType::Udp => {
            let source = source(interface)?;
            let local = source.local.as_deref();
            netdev.put("type", "socket");
            netdev.put("udp", endpoint(source.host.as_deref(), source.port));
            let port = local.and_then(|local| local.port);
            netdev.put("localaddr", endpoint(local.and_then(|local| local.address.as_deref()), port));
        }
        InterfaceType::VhostUser => {
            let source = source(interface)?;
            let name = format!("char{}", alias(&interface.info)?);
            let path = source.path.as_deref().unwrap_or_default();
            let chardev = match source.mode.as_deref() {
                Some("server") => Chardev::waiting_server(name.clone(), path),
                _ => Chardev::client(name.clone(), path, source.reconnect.as_deref()),
            };
            steps.push(Step::Chardev(Box::new(chardev)));
            netdev.put("type", "vhost-user");
            netdev.put("chardev", name);
            netdev.put_some("queues", queues(interface));
        }
        InterfaceType::Vdpa => {
            netdev.put("type", "vhost-vdpa");
            netdev.put_some("vhostdev", source(interface)?.dev.as_deref());
            netdev.put_some("queues", queues(interface));
        }
        InterfaceType::Hostdev | InterfaceType::Internal | InterfaceType::Null | InterfaceType::Vds => {
            return Err(refuse(&format!("<interface type='{kind}'>")));
        }
    }
    netdev.put("id", id);
    steps.push(Step::Netdev(netdev));
    Ok(steps)
}

fn put_tap(netdev: &mut Props, interface: &Interface, ends: &Ends) {
    netdev.put("type", "tap");
    match &ends.taps[..] {
        // Nothing was made: the emulator takes the device by its name, and runs no script for it.
        [] => {
            netdev.put_some("ifname", interface.target_name());
            netdev.put("script", interface.script.as_deref().unwrap_or("no"));
            netdev.put("downscript", interface.downscript.as_deref().unwrap_or("no"));
        }
        [tap] => netdev.put("fd", tap.as_str()),
        taps => netdev.put("fds", taps.join(":")),
    }
    match &ends.vhosts[..] {
        [] => {}
        vhosts => {
            netdev.put("vhost", true);
            let name = if vhosts.len() == 1 { "vhostfd" } else { "vhostfds" };
            netdev.put(name, vhosts.join(":"));
        }
    }
    netdev.put_some("sndbuf", interface.tune.as_ref().and_then(|tune| tune.sndbuf));
}

/// The socket of the `passt` that an interface has.
pub fn passt_socket(plan: &Plan<'_>, interface: &Interface) -> Result<String> {
    let name = crate::directories::short_name(plan.id, plan.domain.name());
    // It is known by number and name of the guest, without a word before them.
    let name = name.strip_prefix("domain-").unwrap_or(&name);
    let file = format!("passt/{name}-{}.socket", alias(&interface.info)?);
    Ok(plan.directories.run.join(file).to_string_lossy().into_owned())
}

fn put_user(netdev: &mut Props, plan: &Plan<'_>, interface: &Interface) -> Result<()> {
    let backend = interface.backend.as_ref().and_then(|backend| backend.kind);
    if backend == Some(NetBackendType::Passt) {
        if !plan.emulator.has(Flag::NetdevStream) {
            bail!(Qemu, ConfigUnsupported, "the passt backend requires a QEMU that has netdev type 'stream'");
        }
        let address = Props::new().with("type", "unix").with("path", passt_socket(plan, interface)?);
        netdev.put("type", "stream");
        netdev.put("addr", address);
        netdev.put("server", false);
        if plan.emulator.has(Flag::NetdevStreamReconnectMs) {
            netdev.put("reconnect-ms", 5000);
        } else if plan.emulator.has(Flag::NetdevStreamReconnect) {
            netdev.put("reconnect", 5);
        }
        return Ok(());
    }
    if !interface.port_forwards.is_empty() {
        bail!(
            Qemu,
            ConfigUnsupported,
            "The 'portForward' element can only be used with <backend type='passt'/>"
        );
    }
    netdev.put("type", "user");
    for ip in &interface.ips {
        let address = ip.address.as_deref().unwrap_or_default();
        if address.contains(':') {
            netdev.put("ipv6-prefix", address);
            netdev.put_some("ipv6-prefixlen", ip.prefix.filter(|&prefix| prefix > 0));
        } else {
            match ip.prefix.filter(|&prefix| prefix > 0) {
                Some(prefix) => netdev.put("net", format!("{address}/{prefix}")),
                None => netdev.put("net", address),
            }
        }
    }
    Ok(())
}

/// The guest's card.
pub fn device(plan: &Plan<'_>, interface: &Interface) -> Result<Props> {
    let model = interface.model.as_ref().and_then(|model| model.kind.as_deref()).unwrap_or("rtl8139");
    let virtio = match model {
        "virtio" => Some(VirtioModel::Virtio),
        "virtio-transitional" => Some(VirtioModel::VirtioTransitional),
        "virtio-non-transitional" => Some(VirtioModel::VirtioNonTransitional),
        _ => None,
    };
    let mut props = match virtio {
        Some(model) => Props::device(virtio_driver("virtio-net", &interface.info, Some(model))?),
        None => Props::device(model),
    };
    if virtio.is_some() {
        put_virtio_options(&mut props, interface);
    }
    props.put("netdev", backend_id(interface)?);
    props.put("id", alias(&interface.info)?);
    props.put_some("mac", interface.mac_address().map(|mac| mac.to_string()));
    if interface.teaming.as_ref().is_some_and(|teaming| teaming.kind.as_deref() == Some("persistent")) {
        props.put("failover", true);
    }
    props.put_some("bootindex", plan.interface_boot_index(interface));
    put_loadparm(&mut props, plan, &interface.info);
    put_address(&mut props, plan, &interface.info)?;
    put_rom(&mut props, &interface.info);
    Ok(props)
}

fn put_virtio_options(props: &mut Props, interface: &Interface) {
    props.put_some("host_mtu", interface.mtu.as_ref().and_then(|mtu| mtu.size).filter(|&size| size > 0));
    let Some(driver) = interface.driver.as_deref() else { return };
    match driver.txmode {
        Some(TxMode::Iothread) => props.put("tx", "bh"),
        Some(TxMode::Timer) => props.put("tx", "timer"),
        Some(TxMode::Default) | None => {}
    }
    props.put_switch("ioeventfd", driver.ioeventfd);
    props.put_switch("event_idx", driver.event_idx);
    put_offloads(props, driver.host.as_deref(), driver.guest.as_deref());
    if let Some(queues) = queues(interface) {
        props.put("mq", true);
        if matches!(interface.info.address.as_deref(), Some(Address::Pci(_))) {
            // One vector for each direction of each queue, one for control and one for configuration.
            props.put("vectors", 2 * queues + 2);
        }
    }
    props.put_switch("rss", driver.rss);
    props.put_switch("hash", driver.rss_hash_report);
    props.put_some("rx_queue_size", driver.rx_queue_size);
    props.put_some("tx_queue_size", driver.tx_queue_size);
    put_virtio(props, [driver.iommu, driver.ats, driver.packed, driver.page_per_vq]);
}

fn put_offloads(props: &mut Props, host: Option<&Offloads>, guest: Option<&Offloads>) {
    let none = Offloads::default();
    let (host, guest) = (host.unwrap_or(&none), guest.unwrap_or(&none));
    for (name, switch) in [
        ("csum", host.csum),
        ("gso", host.gso),
        ("host_tso4", host.tso4),
        ("host_tso6", host.tso6),
        ("host_ecn", host.ecn),
        ("host_ufo", host.ufo),
        ("mrg_rxbuf", host.mrg_rxbuf),
        ("guest_csum", guest.csum),
        ("guest_tso4", guest.tso4),
        ("guest_tso6", guest.tso6),
        ("guest_ecn", guest.ecn),
        ("guest_ufo", guest.ufo),
    ] {
        props.put_switch(name, switch);
    }
}
