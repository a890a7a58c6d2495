//! Registers of devices on the virtual bus of pseries machines.

use super::place::Place;
use std::collections::HashSet;
use virt_conf::domain::address::{Address, SpaprVioAddress};
use virt_conf::domain::chardev::SerialTargetType;
use virt_conf::domain::controller::ControllerType;
use virt_conf::domain::tpm::TpmModel;
use virt_conf::domain::{DeviceRef, Domain};
use virt_error::{Result, bail};
use virt_xml::Hex;

/// Where the registers of a kind of device begin.
fn first_register(device: DeviceRef<'_>) -> Option<u64> {
    match device {
        DeviceRef::Interface(interface) => {
            let model = interface.model.as_ref()?.kind.as_deref()?;
            (model == "spapr-vlan").then_some(0x1000)
        }
        DeviceRef::Controller(controller) => {
            let scsi = controller.kind == Some(ControllerType::Scsi);
            (scsi && controller.model.as_deref() == Some("ibmvscsi")).then_some(0x2000)
        }
        DeviceRef::Nvram(_) => Some(0x3000),
        DeviceRef::Tpm(tpm) => (tpm.model == Some(TpmModel::Spapr)).then_some(0x4000),
        DeviceRef::Serial(serial) => {
            let kind = serial.target.as_ref()?.kind;
            (kind == Some(SerialTargetType::SpaprVioSerial)).then_some(0x3000_0000)
        }
        _ => None,
    }
}

pub(super) fn assign(domain: &mut Domain) -> Result<()> {
    let mut used = HashSet::new();
    let mut waiting = Vec::new();
    for place in Place::all(&domain.devices) {
        let register = first_register(place.device(&domain.devices));
        match (place.info(&domain.devices).address.as_deref(), register) {
            (Some(Address::SpaprVio(SpaprVioAddress { reg: Some(Hex(register)), .. })), _)
                if !matches!(place, Place::Console(_)) && !used.insert(*register) =>
            {
                bail!(Domain, XmlError, "spapr-vio address {register:#x} already in use")
            }
            (None, Some(register)) => waiting.push((place, register)),
            (Some(Address::SpaprVio(SpaprVioAddress { reg: None, .. })), register) => {
                waiting.push((place, register.unwrap_or(0x1000)));
            }
            _ => {}
        }
    }
    for (place, first) in waiting {
        if matches!(place, Place::Console(_)) {
            continue;
        }
        let free = (first..).step_by(0x1000).find(|register| !used.contains(register)).unwrap_or(first);
        used.insert(free);
        let address = SpaprVioAddress { reg: Some(Hex(free)), ..SpaprVioAddress::default() };
        place.info_mut(&mut domain.devices).address = Some(Box::new(Address::SpaprVio(address)));
    }
    // The console that shows the first serial port is at its place.
    if let (Some(serial), Some(console)) =
        (domain.devices.serials.first(), domain.devices.consoles.first_mut())
    {
        if matches!(serial.info.address.as_deref(), Some(Address::SpaprVio(_)))
            && console.target.as_ref().and_then(|target| target.kind)
                == Some(virt_conf::domain::chardev::ConsoleTarget::Serial)
        {
            console.info.address.clone_from(&serial.info.address);
        }
    }
    Ok(())
}
