//! Ports on USB controllers and hubs.

use super::Growth;
use super::place::{Place, waits};
use std::collections::BTreeMap;
use virt_conf::domain::address::{Address, UsbAddress};
use virt_conf::domain::chardev::SerialTargetType;
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_conf::domain::disk::DiskBus;
use virt_conf::domain::hostdev::HostdevType;
use virt_conf::domain::input::InputBus;
use virt_conf::domain::iommu::{Hub, HubType};
use virt_conf::domain::sound::SoundModel;
use virt_conf::domain::{DeviceRef, Domain};
use virt_error::{Result, bail};

const HUB_PORTS: u32 = 8;
/// How many hubs may hang on one another.
const DEPTH: usize = 4;

/// A controller or a hub with what is plugged into it.
#[derive(Debug, Default)]
struct Ports(Vec<Port>);

#[derive(Debug, Default)]
enum Port {
    #[default]
    Free,
    Device,
    Hub(Ports),
}

impl Ports {
    fn new(count: u32) -> Ports {
        Ports((0..count).map(|_| Port::Free).collect())
    }

    fn port(&mut self, number: u32) -> Option<&mut Port> {
        self.0.get_mut((number as usize).checked_sub(1)?)
    }

    /// The path to the next free port: one here, or else below a hub.
    fn free(&self) -> Option<Vec<u32>> {
        if let Some(at) = self.0.iter().position(|port| matches!(port, Port::Free)) {
            return Some(vec![at as u32 + 1]);
        }
        self.0.iter().enumerate().find_map(|(at, port)| {
            let Port::Hub(ports) = port else { return None };
            let mut path = ports.free()?;
            path.insert(0, at as u32 + 1);
            (path.len() <= DEPTH).then_some(path)
        })
    }

    fn plug(&mut self, path: &[u32], bus: u32, whole: &str, hub: bool) -> Result<()> {
        let Some((&first, rest)) = path.split_first() else { return Ok(()) };
        let Some(port) = self.port(first) else {
            bail!(Domain, XmlError, "requested USB port {whole} not present on USB bus {bus}");
        };
        match port {
            Port::Free if rest.is_empty() => {
                *port = if hub { Port::Hub(Ports::new(HUB_PORTS)) } else { Port::Device };
                Ok(())
            }
            _ if rest.is_empty() => bail!(Domain, XmlError, "Duplicate USB address bus {bus} port {whole}"),
            Port::Hub(ports) => ports.plug(rest, bus, whole, hub),
            _ => bail!(
                Domain,
                XmlError,
                "there is no hub at port {first} in USB address bus: {bus} port: {whole}"
            ),
        }
    }
}

/// The ports of a controller; a companion has none of its own.
fn ports(controller: &Controller) -> u32 {
    match controller.model.as_deref() {
        Some("piix3-uhci" | "piix4-uhci" | "vt82c686b-uhci") => 2,
        Some("ich9-uhci1" | "ich9-uhci2" | "ich9-uhci3") => 2,
        Some("ehci" | "ich9-ehci1") => 6,
        Some("pci-ohci") => 3,
        Some("nec-xhci" | "qemu-xhci") => controller.ports.unwrap_or(4),
        Some("qusb1" | "qusb2") => controller.ports.unwrap_or(8),
        _ => 0,
    }
}

fn is_usb(device: DeviceRef<'_>) -> bool {
    match device {
        DeviceRef::Disk(disk) => disk.bus() == Some(DiskBus::Usb),
        DeviceRef::Interface(interface) => interface
            .model
            .as_ref()
            .and_then(|model| model.kind.as_deref())
            .is_some_and(|kind| kind.starts_with("usb-")),
        DeviceRef::Sound(sound) => sound.model == Some(SoundModel::Usb),
        DeviceRef::Hostdev(hostdev) => hostdev.kind == Some(HostdevType::Usb),
        DeviceRef::Controller(controller) => controller.kind == Some(ControllerType::Ccid),
        DeviceRef::Serial(serial) => {
            serial.target.as_ref().and_then(|target| target.kind) == Some(SerialTargetType::UsbSerial)
        }
        DeviceRef::Input(input) => input.bus == Some(InputBus::Usb),
        DeviceRef::Hub(_) | DeviceRef::Redirdev(_) => true,
        _ => false,
    }
}

/// Gives USB devices their ports. A guest that was defined without them keeps its order, so only a new one gets hubs
/// and ports by itself.
pub(super) fn assign(domain: &mut Domain, growth: Growth) -> Result<()> {
    let mut buses: BTreeMap<u32, Ports> = BTreeMap::new();
    for controller in domain.devices.controllers.iter().filter(|one| one.kind == Some(ControllerType::Usb)) {
        let Some(index) = controller.index.and_then(|index| u32::try_from(index).ok()) else { continue };
        let ports = Ports::new(ports(controller).min(256));
        let bus = buses.entry(index).or_default();
        if bus.0.len() < ports.0.len() {
            *bus = ports;
        }
    }
    if buses.is_empty() || buses.values().all(|ports| ports.0.is_empty()) {
        return Ok(());
    }
    if growth.new && !growth.fixed {
        add_hubs(domain, &buses);
    }
    let usb: Vec<Place> = Place::all(&domain.devices)
        .into_iter()
        .filter(|place| is_usb(place.device(&domain.devices)))
        .collect();
    let (hubs, others): (Vec<_>, Vec<_>) = usb.into_iter().partition(|place| matches!(place, Place::Hub(_)));
    let mut named = Vec::new();
    for &place in hubs.iter().chain(&others) {
        if let Some(Address::Usb(UsbAddress { bus, port: Some(port), .. })) =
            place.info(&domain.devices).address.as_deref()
        {
            let path: Vec<u32> = port.split('.').filter_map(|part| part.parse().ok()).collect();
            named.push((!matches!(place, Place::Hub(_)), path.len(), bus.unwrap_or(0), path, port.clone()));
        }
    }
    // A hub comes before what hangs on it.
    named.sort_by_key(|(device, depth, ..)| (*device, *depth));
    for (device, _, bus, path, port) in named {
        let Some(ports) = buses.get_mut(&bus) else {
            bail!(Domain, XmlError, "Missing USB bus {bus}");
        };
        ports.plug(&path, bus, &port, !device)?;
    }
    if !growth.new {
        return Ok(());
    }
    for place in hubs.into_iter().chain(others) {
        let info = place.info(&domain.devices);
        if !waits(info, |address| matches!(address, Address::Usb(address) if address.port.is_none())) {
            continue;
        }
        let wanted = match info.address.as_deref() {
            Some(Address::Usb(address)) => address.bus,
            _ => None,
        };
        let found = buses
            .iter()
            .filter(|(bus, _)| wanted.is_none_or(|wanted| wanted == **bus))
            .find_map(|(&bus, ports)| Some((bus, ports.free()?)));
        let Some((bus, path)) = found else {
            bail!(Domain, InternalError, "No free USB ports");
        };
        let port = path.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
        if let Some(ports) = buses.get_mut(&bus) {
            ports.plug(&path, bus, &port, matches!(place, Place::Hub(_)))?;
        }
        let address = UsbAddress { bus: Some(bus), port: Some(port), ..UsbAddress::default() };
        place.info_mut(&mut domain.devices).address = Some(Box::new(Address::Usb(address)));
    }
    Ok(())
}

/// Adds hubs where there are more devices than ports.
fn add_hubs(domain: &mut Domain, buses: &BTreeMap<u32, Ports>) {
    let ports: usize = buses.values().map(|ports| ports.0.len()).sum();
    let ports = ports + domain.devices.hubs.len() * HUB_PORTS as usize;
    let places = Place::all(&domain.devices);
    let devices = places.into_iter().filter(|place| is_usb(place.device(&domain.devices))).count();
    if devices <= ports {
        return;
    }
    // A hub takes a port for the eight that it gives.
    let missing = (devices - ports + 1).div_ceil(HUB_PORTS as usize - 1);
    let hub = || Hub { kind: Some(HubType::Usb), ..Hub::default() };
    domain.devices.hubs.extend((0..missing).map(|_| hub()));
}
