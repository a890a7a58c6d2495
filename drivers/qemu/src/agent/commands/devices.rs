//! How busy the guest is, which of its devices have drivers, and what its agent can do.

use super::super::Agent;
use crate::monitor::Fields;
use serde_json::Value;
use std::collections::BTreeSet;
use virt_error::{Result, bail};

/// A device with its driver, in a Windows guest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuestDevice {
    pub driver: String,
    pub version: Option<String>,
    /// In seconds since 1970.
    pub date: Option<i64>,
    /// Vendor and device, where it sits on a PCI bus.
    pub pci: Option<(u32, u32)>,
}

impl Agent {
    /// The commands that the agent would run.
    pub fn commands(&self) -> Result<BTreeSet<String>> {
        let value = self.run("guest-info", Value::Null)?;
        let mut commands = BTreeSet::new();
        for command in Fields::of("guest-info", &value)?.objects("supported_commands")? {
            if command.some_flag("enabled")?.unwrap_or(true) {
                commands.insert(command.text("name")?.to_owned());
            }
        }
        Ok(commands)
    }

    /// The load averages of one, five and fifteen minutes.
    pub fn load(&self) -> Result<[f64; 3]> {
        let value = self.run("guest-get-load", Value::Null)?;
        let average = |name| value.get(name).and_then(Value::as_f64);
        match (average("load1m"), average("load5m"), average("load15m")) {
            (Some(one), Some(five), Some(fifteen)) => Ok([one, five, fifteen]),
            _ => bail!(Qemu, InternalError, "guest agent returned malformed or invalid return value"),
        }
    }

    pub fn devices(&self) -> Result<Vec<GuestDevice>> {
        const NANOSECONDS: i64 = 1_000_000_000;
        let value = self.run("guest-get-devices", Value::Null)?;
        let read = |fields: Fields<'_>| {
            let pci = match fields.some_object("id")? {
                Some(id) if id.some_text("type")? == Some("pci") => {
                    let part = |name| id.number(name).map(|number| u32::try_from(number).unwrap_or(u32::MAX));
                    Some((part("vendor-id")?, part("device-id")?))
                }
                _ => None,
            };
            Ok(GuestDevice {
                driver: fields.text("driver-name")?.to_owned(),
                version: fields.some_text("driver-version")?.map(str::to_owned),
                date: fields.find("driver-date").and_then(Value::as_i64).map(|date| date / NANOSECONDS),
                pci,
            })
        };
        Fields::list("guest-get-devices", &value)?.into_iter().map(read).collect()
    }
}
