//! The guest's file systems and the disks that they are on.

use super::super::Agent;
use crate::monitor::Fields;
use serde_json::{Value, json};
use virt_error::{Result, error};

/// A file system that is mounted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GuestFs {
    pub mountpoint: String,
    /// `vda1`.
    pub name: String,
    pub kind: String,
    /// In bytes.
    pub used: Option<u64>,
    pub total: Option<u64>,
    pub disks: Vec<DiskAddress>,
}

/// Where a disk sits, as the guest sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiskAddress {
    /// `virtio`, `sata`, `scsi` …
    pub bus_type: Option<String>,
    /// Domain, bus, slot and function of the controller; −1 for what the guest does not know.
    pub pci: [i64; 4],
    /// Within the controller.
    pub bus: u64,
    pub target: u64,
    pub unit: u64,
    pub serial: Option<String>,
    /// `/dev/vda`.
    pub device: Option<String>,
    /// `cssid.ssid.devno` on a channel subsystem.
    pub ccw: Option<[u64; 3]>,
}

/// A disk or partition of the guest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuestDisk {
    pub name: String,
    pub partition: bool,
    pub dependencies: Vec<String>,
    pub address: Option<DiskAddress>,
    /// What the guest calls it otherwise.
    pub alias: Option<String>,
}

impl DiskAddress {
    fn read(fields: Fields<'_>) -> Result<DiskAddress> {
        let controller = fields.object("pci-controller")?;
        let part = |name: &str| match controller.find(name).and_then(Value::as_i64) {
            Some(number) => Ok(number),
            None => {
                Err(error!(Qemu, InternalError, "'{name}' missing in guest-get-fsinfo 'pci-address' data"))
            }
        };
        let ccw = match fields.some_object("ccw-address")? {
            Some(ccw) => Some([ccw.number("cssid")?, ccw.number("ssid")?, ccw.number("devno")?]),
            None => None,
        };
        Ok(DiskAddress {
            bus_type: fields.some_text("bus-type")?.map(str::to_owned),
            pci: [part("domain")?, part("bus")?, part("slot")?, part("function")?],
            bus: fields.number("bus")?,
            target: fields.number("target")?,
            unit: fields.number("unit")?,
            serial: fields.some_text("serial")?.map(str::to_owned),
            device: fields.some_text("dev")?.map(str::to_owned),
            ccw,
        })
    }
}

impl Agent {
    /// The mounted file systems.
    pub fn file_systems(&self) -> Result<Vec<GuestFs>> {
        let value = self.run("guest-get-fsinfo", Value::Null)?;
        let read = |fields: Fields<'_>| {
            let disks = fields.objects("disk")?.into_iter().map(DiskAddress::read);
            Ok(GuestFs {
                mountpoint: fields.text("mountpoint")?.to_owned(),
                name: fields.text("name")?.to_owned(),
                kind: fields.text("type")?.to_owned(),
                used: fields.some_number("used-bytes")?,
                total: fields.some_number("total-bytes")?,
                disks: disks.collect::<Result<_>>()?,
            })
        };
        Fields::list("guest-get-fsinfo", &value)?.into_iter().map(read).collect()
    }

    pub fn disks(&self) -> Result<Vec<GuestDisk>> {
        let value = self.run("guest-get-disks", Value::Null)?;
        let read = |fields: Fields<'_>| {
            let dependencies = fields.find("dependencies").and_then(Value::as_array);
            let names = dependencies.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
            Ok(GuestDisk {
                name: fields.text("name")?.to_owned(),
                partition: fields.flag("partition")?,
                dependencies: names.collect(),
                address: fields.some_object("address")?.map(DiskAddress::read).transpose()?,
                alias: fields.some_text("alias")?.map(str::to_owned),
            })
        };
        Fields::list("guest-get-disks", &value)?.into_iter().map(read).collect()
    }

    /// Stops writes to the file systems at `mountpoints` (none: all); how many.
    pub fn freeze(&self, mountpoints: &[String]) -> Result<i32> {
        if mountpoints.is_empty() {
            return self.count("guest-fsfreeze-freeze", Value::Null);
        }
        self.count("guest-fsfreeze-freeze-list", json!({"mountpoints": mountpoints}))
    }

    /// Lets writes go on; to how many file systems.
    pub fn thaw(&self) -> Result<i32> {
        self.count("guest-fsfreeze-thaw", Value::Null)
    }

    /// Gives unused blocks back, in pieces of at least `minimum` bytes.
    pub fn trim(&self, minimum: u64) -> Result<()> {
        self.tell("guest-fstrim", json!({"minimum": minimum}))
    }
}
