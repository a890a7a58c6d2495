//! Devices that are unplugged.

use super::{alias as alias_of, attach::AFFECT, find, keep_config, memory, parts, plan, steps};
use crate::{
    command::interface::Ends,
    connection::QemuConnection,
    domain::{DomainChange, Run, block, run::Unplug, unplug},
    state::QemuState,
};
use std::time::Duration;
use virt_conf::domain::{
    Device, Domain as Document, ParseFlags, address::Address, controller::ControllerType,
};
use virt_core::{connection::check_flags, domain::DomainHost, records::Domain};
use virt_error::{Error, Origin, Result, bail, error};

/// How long a guest may take to let go of a device before the call returns without it.
const WAIT: Duration = Duration::from_secs(5);

impl QemuConnection {
    pub(in crate::domain) fn detach_device(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        check_flags(flags, AFFECT, Origin::Qemu, "qemuDomainDetachDeviceFlags")?;
        let change = self.state.change(dom, "virDomainDetachDeviceFlags")?;
        let wanted = Device::parse(xml, ParseFlags { live: true, bare: true, ..ParseFlags::default() })?;
        let kind_of = |found: &Device| found.element().0 == wanted.element().0;
        self.detach(change, flags, |document| {
            // That none of a kind can go is said before that there is none.
            if let Some(one) = document.devices.all().iter().find(|found| kind_of(found)) {
                parts::check_kind(one)?;
            }
            find(document, &wanted)
        })
    }

    pub(in crate::domain) fn detach_device_alias(&self, dom: &Domain, alias: &str, flags: u32) -> Result<()> {
        check_flags(flags, AFFECT, Origin::Qemu, "qemuDomainDetachDeviceAlias")?;
        let change = self.state.change(dom, "virDomainDetachDeviceAlias")?;
        self.detach(change, flags, |document| {
            let found = document.devices.all().into_iter().find(|device| unplug::has_alias(device, alias));
            found.ok_or_else(|| error!(Domain, DeviceMissing, "no device found with alias {alias}"))
        })
    }

    fn detach(
        &self,
        change: DomainChange<'_>,
        flags: u32,
        find: impl Fn(&Document) -> Result<Device>,
    ) -> Result<()> {
        let state = change.state();
        let targets = state.targets(flags)?;
        let config = match targets.config {
            true => {
                let mut document = Document::clone(state.persistent());
                let device = find(&document).map_err(super::in_config)?;
                if !parts::persists(&device) {
                    bail!(
                        Qemu,
                        OperationUnsupported,
                        "persistent detach of device '{}' is not supported",
                        device.element().0
                    );
                }
                document.devices.take_out(|found, _| *found == device);
                memory::grow_total(&mut document, -memory::size(&device));
                Some(document)
            }
            false => None,
        };
        if targets.live {
            let device = find(&state.def)?;
            self.detach_live(&change, &device)?;
        }
        config.map_or(Ok(()), |document| keep_config(&self.state, &change, document))
    }

    fn detach_live(&self, change: &DomainChange<'_>, device: &Device) -> Result<()> {
        parts::check_unplug(device)?;
        let state = change.state();
        check_idle(&state.def, device)?;
        let run = state.extra.run()?.clone();
        if let Device::Disk(disk) = device {
            block::check_no_job(&run, disk)?;
        }
        let alias = alias_of(device);
        if alias.is_empty() {
            bail!(Qemu, InternalError, "the device has no alias");
        }
        run.expect_unplug(alias);
        if !run.monitor().device_del(alias)? {
            // The guest has let go of it before; that was not heard.
            unplug::unplugged(&self.state, change.object(), &run, alias);
        }
        match run.wait_unplug(alias, WAIT) {
            // What a guest does not let go of at once goes when it does.
            Some(Unplug::Gone) | None => Ok(()),
            Some(Unplug::Refused) => Err(refused()),
        }
    }
}

fn refused() -> Error {
    error!(Qemu, OperationFailed, "unplug of device was rejected by the guest")
}

/// A controller with devices on it stays.
fn check_idle(document: &Document, device: &Device) -> Result<()> {
    let Device::Controller(controller) = device else { return Ok(()) };
    let index = controller.index.and_then(|index| u32::try_from(index).ok());
    let on_it = |device: &Device| match (
        device.as_ref().info().and_then(|info| info.address.as_deref()),
        controller.kind,
    ) {
        (Some(Address::Drive(drive)), Some(ControllerType::Scsi)) => {
            let scsi = match device {
                Device::Disk(disk) => disk.bus().is_some_and(|bus| bus.as_str() == "scsi"),
                _ => true,
            };
            scsi && drive.controller == index
        }
        (Some(Address::VirtioSerial(port)), Some(ControllerType::VirtioSerial)) => port.controller == index,
        _ => false,
    };
    if document.devices.all().iter().any(on_it) {
        bail!(Qemu, OperationFailed, "device cannot be detached: device is busy");
    }
    Ok(())
}

/// Takes away what stood behind a device that the guest has let go of; `document` has the device still.
pub fn clean(state: &QemuState, run: &Run, document: &Document, device: &Device) {
    let plan = plan(state, run, document);
    match parts::steps(&plan, device, &Ends::default()) {
        Ok(made) => steps::remove(run.monitor(), &made),
        Err(error) => {
            log::warn!("domain '{}': {}: {}", run.running.name, alias_of(device), error.message());
        }
    }
    if let Device::Interface(interface) = device {
        run.running.unplug_interface(interface);
    }
}
