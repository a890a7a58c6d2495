//! Mediated devices: defined, started, stopped and forgotten.

use super::{Entry, find, find_mut, lifecycle};
use std::sync::Arc;
use virt_conf::{
    Uuid, good,
    nodedev::{
        ApMatrix, Capability, Css, CssCapability, Device as Document, Mdev, MdevType, MdevTypes,
        PciCapability,
    },
};
use virt_core::{constants::*, event::Event, records::NodeDevice, types::Name};
use virt_error::{Result, bail};

/// The kinds of mediated device that a device offers.
fn types_mut(document: &mut Document) -> Option<&mut MdevTypes> {
    document.capabilities.iter_mut().find_map(|capability| match capability {
        Capability::Pci(pci) => pci.capabilities.iter_mut().find_map(|inner| match inner {
            PciCapability::MdevTypes(types) => Some(types),
            _ => None,
        }),
        Capability::Css(Css { capabilities, .. }) | Capability::ApMatrix(ApMatrix { capabilities, .. }) => {
            capabilities.iter_mut().map(|CssCapability::MdevTypes(types)| types).next()
        }
        Capability::MdevTypes(types) => Some(types),
        _ => None,
    })
}

fn kind_of<'a>(types: &'a mut MdevTypes, id: &str) -> Option<&'a mut MdevType> {
    types.types.iter_mut().find(|kind| kind.id.as_deref() == Some(id))
}

/// The mediated device that a document is of.
fn mdev(document: &Document) -> Result<&Mdev> {
    match document.mdev() {
        Some(mdev) => Ok(mdev),
        None => bail!(Test, ConfigUnsupported, "Unsupported device type"),
    }
}

fn mdev_mut(document: &mut Document) -> Option<&mut Mdev> {
    document.capabilities.iter_mut().find_map(|capability| match capability {
        Capability::Mdev(mdev) => Some(mdev),
        _ => None,
    })
}

/// Takes (`-1`) or gives back (`1`) one of the instances that the parent of a device has left.
fn count(devices: &mut [Entry], document: &Document, change: i64) -> Result<()> {
    let id = mdev(document)?.kind.clone().unwrap_or_default();
    let Some(parent) = document.parent_name() else {
        bail!(Test, InternalError, "Could not find parent device for '{}'", document.name());
    };
    let entry = find_mut(devices, parent)?;
    let mut host = Document::clone(entry.live.as_ref().ok_or_else(|| super::no_device(parent))?);
    let Some(kind) = types_mut(&mut host).and_then(|types| kind_of(types, &id)) else {
        bail!(Test, InternalError, "Parent device {parent} does not support mediated device type '{id}'");
    };
    let left = i64::from(kind.available.unwrap_or(0)) + change;
    let Ok(left) = u32::try_from(left) else {
        bail!(Test, OperationFailed, "no instances of mediated device type '{id}' are left on {parent}");
    };
    kind.available = Some(left);
    entry.live = Some(Arc::new(host));
    Ok(())
}

/// The name of a device: its UUID and where it sits.
fn name_of(uuid: Uuid, parent: &str) -> Name {
    let place = parent.split_once('_').map_or(parent, |(_, place)| place);
    Name::new(&format!("mdev_{}_{place}", uuid.to_string().replace('-', "_")))
}

/// Completes the document of a new device.
fn complete(devices: &[Entry], mut document: Document) -> Result<Document> {
    mdev(&document)?;
    let Some(parent) = document.parent_name().map(str::to_owned) else {
        bail!(Test, XmlError, "cannot create a mediated device without a parent");
    };
    let mut host =
        Document::clone(find(devices, &parent)?.live.as_ref().ok_or_else(|| super::no_device(&parent))?);
    let id = mdev(&document)?.kind.clone().unwrap_or_default();
    if types_mut(&mut host).and_then(|types| kind_of(types, &id)).is_none() {
        bail!(Test, InternalError, "Parent device {parent} does not support mediated device type '{id}'");
    }
    let uuid = mdev(&document)?.uuid.as_ref().and_then(|uuid| uuid.good().copied());
    let uuid = uuid.unwrap_or_else(Uuid::random);
    if let Some(mdev) = mdev_mut(&mut document) {
        mdev.uuid = Some(uuid.into());
    }
    document.name = Some(name_of(uuid, &parent).to_string());
    document.path = None;
    Ok(document)
}

/// The device as it is once it runs.
fn started(devices: &[Entry], config: &Document) -> Document {
    let mut live = config.clone();
    let groups = devices.iter().filter_map(|entry| {
        let mdev = entry.live.as_ref()?.mdev()?;
        good(&mdev.iommu_group).copied()
    });
    let group = groups.max().map_or(0, |group| group + 1);
    if let Some(mdev) = mdev_mut(&mut live) {
        mdev.iommu_group = Some(group.into());
    }
    let uuid = live.mdev().and_then(|mdev| good(&mdev.uuid).copied()).unwrap_or_default();
    live.path = Some(format!("/sys/bus/mdev/devices/{uuid}"));
    live
}

/// Defines a device.
pub(super) fn define(
    devices: &mut Vec<Entry>,
    events: &mut Vec<Event>,
    document: Document,
) -> Result<NodeDevice> {
    let document = complete(devices, document)?;
    let name = Name::new(document.name());
    let place = devices.iter().position(|entry| entry.name == name);
    let config = Some(Arc::new(document));
    let record = match place {
        Some(place) => {
            devices[place].config = config;
            devices[place].record()
        }
        None => {
            let entry = Entry { name, live: None, config, fixed: false, autostart: false };
            let record = entry.record();
            devices.push(entry);
            record
        }
    };
    events.push(lifecycle(record.clone(), VIR_NODE_DEVICE_EVENT_DEFINED));
    Ok(record)
}

/// Makes a device that is forgotten when it stops.
pub(super) fn create(
    devices: &mut Vec<Entry>,
    events: &mut Vec<Event>,
    document: Document,
) -> Result<NodeDevice> {
    let document = complete(devices, document)?;
    let name = Name::new(document.name());
    if devices.iter().any(|entry| entry.name == name) {
        bail!(Test, OperationFailed, "mediated device '{name}' already exists");
    }
    count(devices, &document, -1)?;
    let live = Some(Arc::new(started(devices, &document)));
    let entry = Entry { name, live, config: None, fixed: false, autostart: false };
    let record = entry.record();
    devices.push(entry);
    events.push(lifecycle(record.clone(), VIR_NODE_DEVICE_EVENT_CREATED));
    Ok(record)
}

/// Starts a defined device.
pub(super) fn start(devices: &mut [Entry], events: &mut Vec<Event>, name: &str) -> Result<()> {
    let entry = find(devices, name)?;
    if entry.live.is_some() {
        bail!(Test, OperationInvalid, "Device is already active");
    }
    let Some(config) = entry.config.clone() else { return Err(super::no_device(name)) };
    count(devices, &config, -1)?;
    let live = Some(Arc::new(started(devices, &config)));
    let entry = find_mut(devices, name)?;
    entry.live = live;
    events.push(lifecycle(entry.record(), VIR_NODE_DEVICE_EVENT_CREATED));
    Ok(())
}

/// Stops a device.
pub(super) fn stop(devices: &mut Vec<Entry>, events: &mut Vec<Event>, name: &str) -> Result<()> {
    let entry = find(devices, name)?;
    let Some(live) = entry.live.clone() else {
        bail!(Test, OperationInvalid, "Device '{name}' is not active");
    };
    count(devices, &live, 1)?;
    let entry = find_mut(devices, name)?;
    entry.live = None;
    let (record, gone) = (entry.record(), entry.config.is_none());
    if gone {
        devices.retain(|entry| &*entry.name != name);
    }
    events.push(lifecycle(record, VIR_NODE_DEVICE_EVENT_DELETED));
    Ok(())
}

/// Forgets the definition of a device.
pub(super) fn undefine(devices: &mut Vec<Entry>, events: &mut Vec<Event>, name: &str) -> Result<()> {
    let entry = find_mut(devices, name)?;
    if entry.config.is_none() {
        if entry.live.as_ref().is_some_and(|live| live.mdev().is_some()) {
            bail!(Test, OperationInvalid, "Node device '{name}' is not persistent");
        }
        bail!(Test, OperationUnsupported, "Unsupported device type");
    }
    (entry.config, entry.autostart) = (None, false);
    let (record, gone) = (entry.record(), entry.live.is_none());
    if gone {
        devices.retain(|entry| &*entry.name != name);
    }
    events.push(lifecycle(record, VIR_NODE_DEVICE_EVENT_UNDEFINED));
    Ok(())
}

/// Gives a device the settings of another document; `live` and `config` tell which of its documents.
pub(super) fn update(
    devices: &mut [Entry],
    events: &mut Vec<Event>,
    name: &str,
    new: &Document,
    (live, config): (bool, bool),
) -> Result<()> {
    let wanted = mdev(new)?.clone();
    let entry = find_mut(devices, name)?;
    for (selected, place, what) in [
        (live, &mut entry.live, "device is not active"),
        (config, &mut entry.config, "device is not persistent"),
    ] {
        if !selected {
            continue;
        }
        let Some(document) = place else { bail!(Test, OperationInvalid, "{what}") };
        let mut changed = Document::clone(document);
        let Some(mdev) = mdev_mut(&mut changed) else {
            bail!(Test, OperationUnsupported, "Unsupported device type");
        };
        if wanted.kind != mdev.kind {
            bail!(Test, OperationUnsupported, "the type of a mediated device cannot be changed");
        }
        if wanted.uuid.is_some() && wanted.uuid != mdev.uuid {
            bail!(Test, OperationUnsupported, "the UUID of a mediated device cannot be changed");
        }
        mdev.attributes = wanted.attributes.clone();
        *place = Some(Arc::new(changed));
    }
    events.push(Event::NodeDeviceUpdate { dev: entry.record() });
    Ok(())
}
