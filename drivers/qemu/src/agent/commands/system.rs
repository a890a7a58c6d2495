//! What the guest is: its name, system, clock, processors and network interfaces.

use super::super::Agent;
use crate::monitor::Fields;
use serde_json::{Value, json};
use virt_error::{Result, bail, error};

/// The guest's operating system; what it does not tell is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OsInfo {
    /// The names of the public parameters, with what they say.
    pub facts: Vec<(&'static str, String)>,
}

/// The members of the answer, and the public names that follow `os.`.
const OS_FACTS: [(&str, &str); 10] = [
    ("id", "id"),
    ("name", "name"),
    ("pretty-name", "pretty-name"),
    ("version", "version"),
    ("version-id", "version-id"),
    ("machine", "machine"),
    ("variant", "variant"),
    ("variant-id", "variant-id"),
    ("kernel-release", "kernel-release"),
    ("kernel-version", "kernel-version"),
];

/// A processor as the guest sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuestVcpu {
    pub id: u32,
    pub online: bool,
    pub offlinable: bool,
}

/// A network interface of the guest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuestInterface {
    pub name: String,
    pub mac: Option<String>,
    pub addresses: Vec<GuestAddress>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuestAddress {
    pub ipv6: bool,
    pub address: String,
    pub prefix: u32,
}

impl Agent {
    pub fn hostname(&self) -> Result<String> {
        let value = self.run("guest-get-host-name", Value::Null)?;
        let name = value.get("host-name").and_then(Value::as_str);
        name.map(str::to_owned)
            .ok_or_else(|| error!(Qemu, InternalError, "'host-name' missing in guest-get-host-name reply"))
    }

    pub fn os_info(&self) -> Result<OsInfo> {
        let value = self.run("guest-get-osinfo", Value::Null)?;
        let fields = Fields::of("guest-get-osinfo", &value)?;
        let mut facts = Vec::new();
        for (member, name) in OS_FACTS {
            if let Some(text) = fields.some_text(member)? {
                facts.push((name, text.to_owned()));
            }
        }
        Ok(OsInfo { facts })
    }

    /// The name of the time zone where the guest knows it, and its seconds east of Greenwich.
    pub fn timezone(&self) -> Result<(Option<String>, i32)> {
        let value = self.run("guest-get-timezone", Value::Null)?;
        let offset =
            value.get("offset").and_then(Value::as_i64).and_then(|offset| i32::try_from(offset).ok());
        let Some(offset) = offset else {
            bail!(Qemu, InternalError, "'offset' missing in reply of guest-get-timezone");
        };
        let zone = Fields::of("guest-get-timezone", &value)?.some_text("zone")?;
        Ok((zone.map(str::to_owned), offset))
    }

    /// The guest's clock, in nanoseconds since 1970.
    pub fn time(&self) -> Result<u64> {
        let value = self.run("guest-get-time", Value::Null)?;
        value.as_u64().ok_or_else(|| {
            error!(Qemu, InternalError, "guest agent returned malformed or invalid return value")
        })
    }

    /// Sets the guest's clock, in seconds and nanoseconds since 1970; without them, to that of its hardware.
    ///
    /// Errors: `VIR_ERR_INVALID_ARG` for what does not fit into 63 bits of nanoseconds.
    pub fn set_time(&self, time: Option<(i64, u32)>) -> Result<()> {
        let Some((seconds, nanoseconds)) = time else { return self.tell("guest-set-time", Value::Null) };
        let total =
            seconds.checked_mul(1_000_000_000).and_then(|total| total.checked_add(nanoseconds.into()));
        match total {
            Some(total) => self.tell("guest-set-time", json!({"time": total})),
            None => bail!(Qemu, InvalidArg, "Time '{seconds}' is too big for guest agent"),
        }
    }

    pub fn vcpus(&self) -> Result<Vec<GuestVcpu>> {
        let value = self.run("guest-get-vcpus", Value::Null)?;
        let read = |fields: Fields<'_>| {
            let id = u32::try_from(fields.number("logical-id")?);
            Ok(GuestVcpu {
                id: id.map_err(|_| error!(Qemu, InternalError, "Invalid data provided by guest agent"))?,
                online: fields.flag("online")?,
                offlinable: fields.some_flag("can-offline")?.unwrap_or(false),
            })
        };
        Fields::list("guest-get-vcpus", &value)?.into_iter().map(read).collect()
    }

    /// Puts processors online and offline. The guest may do a part only; it is asked again for the rest.
    pub fn set_vcpus(&self, wanted: &[(u32, bool)]) -> Result<()> {
        let mut left = wanted;
        while !left.is_empty() {
            let entry = |(id, online): &(u32, bool)| json!({"logical-id": id, "online": online});
            let list: Vec<Value> = left.iter().map(entry).collect();
            let done = self.count("guest-set-vcpus", json!({"vcpus": list}))?;
            match usize::try_from(done) {
                Ok(done) if (1..=left.len()).contains(&done) => left = &left[done..],
                _ => bail!(Qemu, InternalError, "Invalid data provided by guest agent"),
            }
        }
        Ok(())
    }

    pub fn interfaces(&self) -> Result<Vec<GuestInterface>> {
        let value = self.run("guest-network-get-interfaces", Value::Null)?;
        let Value::Array(entries) = &value else {
            bail!(Qemu, InternalError, "qemu agent didn't return an array of interfaces");
        };
        let mut interfaces: Vec<GuestInterface> = Vec::new();
        for entry in entries {
            let fields = Fields::of("guest-network-get-interfaces", entry)?;
            let Some(name) = fields.some_text("name")? else {
                bail!(Qemu, InternalError, "qemu agent didn't provide 'name' field");
            };
            // An alias (`eth0:1`) is part of its interface.
            let name = name.split(':').next().unwrap_or(name);
            let mut addresses = Vec::new();
            for address in fields.objects("ip-addresses")? {
                addresses.push(read_address(name, address)?);
            }
            match interfaces.iter_mut().find(|interface| interface.name == name) {
                Some(interface) => interface.addresses.extend(addresses),
                None => interfaces.push(GuestInterface {
                    name: name.to_owned(),
                    mac: fields.some_text("hardware-address")?.map(str::to_owned),
                    addresses,
                }),
            }
        }
        Ok(interfaces)
    }
}

fn read_address(name: &str, fields: Fields<'_>) -> Result<GuestAddress> {
    let kind = match fields.some_text("ip-address-type")? {
        Some(kind) => kind,
        None => bail!(
            Qemu,
            InternalError,
            "qemu agent didn't provide 'ip-address-type' field for interface '{name}'"
        ),
    };
    let ipv6 = match kind {
        "ipv4" => false,
        "ipv6" => true,
        other => bail!(Qemu, InternalError, "unknown ip address type '{other}'"),
    };
    let Some(address) = fields.some_text("ip-address")? else {
        bail!(Qemu, InternalError, "qemu agent didn't provide 'ip-address' field for interface '{name}'");
    };
    let prefix = u32::try_from(fields.number("prefix")?);
    let prefix = prefix.map_err(|_| error!(Qemu, InternalError, "malformed 'prefix' field"))?;
    Ok(GuestAddress { ipv6, address: address.to_owned(), prefix })
}
