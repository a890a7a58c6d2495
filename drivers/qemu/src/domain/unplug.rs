//! The guest has let go of a device.

use super::{DomainObject, Run, plug, run::Unplug, status};
use crate::state::QemuState;
use std::sync::Arc;
use virt_conf::domain::{Device, Domain as Document};
use virt_core::event::Event;

/// Takes a device that the guest has let go of out of the live document, and tells of it.
pub fn unplugged(state: &QemuState, object: &Arc<DomainObject>, run: &Run, alias: &str) {
    let before = object.state().def.clone();
    let mut found = None;
    status::edit(state, object, run, |domain| {
        let mut document = Document::clone(&domain.def);
        found = document.devices.take_out(|device, _| has_alias(device, alias));
        if let Some(device) = &found {
            let (total, current) = (plug::memory::size(device), plug::memory::at_once(device));
            plug::memory::grow(&mut document, (-total, -current));
            domain.def = Arc::new(document);
        }
    });
    if let Some(device) = &found {
        plug::clean(state, run, &before, device);
    }
    run.note_unplug(alias, Unplug::Gone);
    if found.is_some() {
        let dom = object.read(|domain| domain.record(object.uuid()));
        status::tell(state, Event::DomainDeviceRemoved { dom, dev_alias: alias.to_owned() });
    }
}

/// Whether a device has that name.
pub fn has_alias(device: &Device, alias: &str) -> bool {
    device.as_ref().info().is_some_and(|info| info.alias.as_ref().is_some_and(|own| own.0 == alias))
}
