//! `virDomainGetGuestInfo`: what the agent tells of the guest, as parameters.

use super::disks;
use crate::agent::{Agent, DiskAddress};
use std::collections::BTreeSet;
use virt_conf::domain::Domain as Document;
use virt_core::{constants::*, types::*};
use virt_error::{Result, bail};

/// The groups, in the order of the parameters, with the agent's command for each.
const GROUPS: [(u32, &str); 9] = [
    (VIR_DOMAIN_GUEST_INFO_USERS, "guest-get-users"),
    (VIR_DOMAIN_GUEST_INFO_OS, "guest-get-osinfo"),
    (VIR_DOMAIN_GUEST_INFO_TIMEZONE, "guest-get-timezone"),
    (VIR_DOMAIN_GUEST_INFO_HOSTNAME, "guest-get-host-name"),
    (VIR_DOMAIN_GUEST_INFO_FILESYSTEM, "guest-get-fsinfo"),
    (VIR_DOMAIN_GUEST_INFO_DISKS, "guest-get-disks"),
    (VIR_DOMAIN_GUEST_INFO_INTERFACES, "guest-network-get-interfaces"),
    (VIR_DOMAIN_GUEST_INFO_LOAD, "guest-get-load"),
    (VIR_DOMAIN_GUEST_INFO_DEVICES, "guest-get-devices"),
];

/// Errors: `VIR_ERR_INVALID_ARG` for groups that there are not.
pub fn check_types(types: u32) -> Result<()> {
    let unknown = GROUPS.iter().fold(types, |left, (group, _)| left & !group);
    if unknown != 0 {
        bail!(Qemu, InvalidArg, "unsupported guest information types '0x{unknown:x}'");
    }
    Ok(())
}

/// The parameters of the chosen groups; with none chosen, of all that the agent knows of.
pub fn describe(document: &Document, agent: &Agent, types: u32) -> Result<Vec<TypedParam>> {
    let known = if types == 0 { agent.commands()? } else { BTreeSet::new() };
    let mut params = Params::default();
    for (group, command) in GROUPS {
        if types & group != 0 || (types == 0 && known.contains(command)) {
            params.add_group(document, agent, group)?;
        }
    }
    Ok(params.0)
}

#[derive(Default)]
struct Params(Vec<TypedParam>);

impl Params {
    fn add(&mut self, name: impl Into<std::borrow::Cow<'static, str>>, value: Value) {
        self.0.push(TypedParam::new(name, value));
    }

    fn text(&mut self, name: String, text: String) {
        self.add(name, Value::String(text));
    }

    fn some_text(&mut self, name: String, text: Option<String>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn count(&mut self, name: String, count: usize) {
        self.add(name, Value::UInt(u32::try_from(count).unwrap_or(u32::MAX)));
    }

    fn add_group(&mut self, document: &Document, agent: &Agent, group: u32) -> Result<()> {
        match group {
            VIR_DOMAIN_GUEST_INFO_USERS => self.users(agent)?,
            VIR_DOMAIN_GUEST_INFO_OS => {
                for (name, text) in agent.os_info()?.facts {
                    self.text(format!("os.{name}"), text);
                }
            }
            VIR_DOMAIN_GUEST_INFO_TIMEZONE => {
                let (name, offset) = agent.timezone()?;
                self.some_text("timezone.name".into(), name);
                self.add("timezone.offset", Value::Int(offset));
            }
            VIR_DOMAIN_GUEST_INFO_HOSTNAME => self.text("hostname".into(), agent.hostname()?),
            VIR_DOMAIN_GUEST_INFO_FILESYSTEM => self.file_systems(document, agent)?,
            VIR_DOMAIN_GUEST_INFO_DISKS => self.disks(document, agent)?,
            VIR_DOMAIN_GUEST_INFO_INTERFACES => self.interfaces(agent)?,
            VIR_DOMAIN_GUEST_INFO_LOAD => {
                let names = ["load.1m", "load.5m", "load.15m"];
                for (name, load) in names.into_iter().zip(agent.load()?) {
                    self.add(name, Value::Double(load));
                }
            }
            VIR_DOMAIN_GUEST_INFO_DEVICES => self.devices(agent)?,
            _ => {}
        }
        Ok(())
    }

    fn users(&mut self, agent: &Agent) -> Result<()> {
        let users = agent.users()?;
        self.count("user.count".into(), users.len());
        for (place, user) in users.into_iter().enumerate() {
            self.text(format!("user.{place}.name"), user.name);
            self.some_text(format!("user.{place}.domain"), user.domain);
            self.add(format!("user.{place}.login-time"), Value::ULLong(user.login));
        }
        Ok(())
    }

    fn file_systems(&mut self, document: &Document, agent: &Agent) -> Result<()> {
        let systems = agent.file_systems()?;
        self.count("fs.count".into(), systems.len());
        for (place, system) in systems.into_iter().enumerate() {
            self.text(format!("fs.{place}.name"), system.name);
            self.text(format!("fs.{place}.mountpoint"), system.mountpoint);
            self.text(format!("fs.{place}.fstype"), system.kind);
            // The agent gives both or none.
            if let (Some(total), Some(used)) = (system.total, system.used) {
                self.add(format!("fs.{place}.total-bytes"), Value::ULLong(total));
                self.add(format!("fs.{place}.used-bytes"), Value::ULLong(used));
            }
            self.count(format!("fs.{place}.disk.count"), system.disks.len());
            for (number, disk) in system.disks.into_iter().enumerate() {
                let name = disks::target(document, &disk).map(str::to_owned);
                self.some_text(format!("fs.{place}.disk.{number}.alias"), name);
                self.some_text(format!("fs.{place}.disk.{number}.serial"), disk.serial);
                self.some_text(format!("fs.{place}.disk.{number}.device"), disk.device);
            }
        }
        Ok(())
    }

    fn disks(&mut self, document: &Document, agent: &Agent) -> Result<()> {
        let found = agent.disks()?;
        self.count("disk.count".into(), found.len());
        for (place, disk) in found.into_iter().enumerate() {
            self.text(format!("disk.{place}.name"), disk.name);
            self.add(format!("disk.{place}.partition"), Value::Boolean(disk.partition));
            if !disk.dependencies.is_empty() {
                self.count(format!("disk.{place}.dependency.count"), disk.dependencies.len());
            }
            for (number, dependency) in disk.dependencies.into_iter().enumerate() {
                self.text(format!("disk.{place}.dependency.{number}.name"), dependency);
            }
            if let Some(address) = disk.address {
                let name = disks::target(document, &address).map(str::to_owned);
                let DiskAddress { serial, bus_type, .. } = address;
                self.some_text(format!("disk.{place}.serial"), serial);
                self.some_text(format!("disk.{place}.alias"), name);
                self.some_text(format!("disk.{place}.guest_bus"), bus_type);
            }
            self.some_text(format!("disk.{place}.guest_alias"), disk.alias);
        }
        Ok(())
    }

    fn interfaces(&mut self, agent: &Agent) -> Result<()> {
        let interfaces = agent.interfaces()?;
        self.count("if.count".into(), interfaces.len());
        for (place, interface) in interfaces.into_iter().enumerate() {
            self.text(format!("if.{place}.name"), interface.name);
            self.some_text(format!("if.{place}.hwaddr"), interface.mac);
            self.count(format!("if.{place}.addr.count"), interface.addresses.len());
            for (number, address) in interface.addresses.into_iter().enumerate() {
                let kind = if address.ipv6 { "ipv6" } else { "ipv4" };
                self.text(format!("if.{place}.addr.{number}.type"), kind.to_owned());
                self.text(format!("if.{place}.addr.{number}.addr"), address.address);
                self.add(format!("if.{place}.addr.{number}.prefix"), Value::UInt(address.prefix));
            }
        }
        Ok(())
    }

    fn devices(&mut self, agent: &Agent) -> Result<()> {
        let devices = agent.devices()?;
        self.count("device.count".into(), devices.len());
        for (place, device) in devices.into_iter().enumerate() {
            self.text(format!("device.{place}.driverName"), device.driver);
            if let Some(date) = device.date {
                self.add(format!("device.{place}.driverDate"), Value::LLong(date));
            }
            self.some_text(format!("device.{place}.driverVersion"), device.version);
            if let Some((vendor, number)) = device.pci {
                self.text(format!("device.{place}.idType"), "pci".to_owned());
                self.add(format!("device.{place}.pciVendor"), Value::UInt(vendor));
                self.add(format!("device.{place}.pciDevice"), Value::UInt(number));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_there_are_not_are_refused() {
        check_types(0x1ff).unwrap();
        assert_eq!(
            check_types(0x600).unwrap_err().message(),
            "invalid argument: unsupported guest information types '0x600'"
        );
    }
}
