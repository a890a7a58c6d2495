//! Work done inside the guest by its agent. None of it takes the domain's job: a guest that does not answer keeps
//! nobody but its caller.

mod addresses;
mod disks;
mod info;

use super::operations::exclusive;
use crate::{agent, connection::QemuConnection, domain::status};
use std::collections::BTreeSet;
use virt_core::{
    api::Guests, bitmap, connection::check_flags, constants::*, domain::DomainHost, records::*, types::*,
};
use virt_error::{Error, Origin, Result, bail};

impl Guests for QemuConnection {
    fn domain_get_hostname(&self, dom: &Domain, flags: u32) -> Result<String> {
        const KNOWN: u32 = VIR_DOMAIN_GET_HOSTNAME_LEASE | VIR_DOMAIN_GET_HOSTNAME_AGENT;
        check_flags(flags, KNOWN, Origin::Qemu, "qemuDomainGetHostname")?;
        exclusive(
            flags,
            (VIR_DOMAIN_GET_HOSTNAME_LEASE, VIR_DOMAIN_GET_HOSTNAME_AGENT),
            ("VIR_DOMAIN_GET_HOSTNAME_LEASE", "VIR_DOMAIN_GET_HOSTNAME_AGENT"),
            "qemuDomainGetHostname",
        )?;
        if flags & VIR_DOMAIN_GET_HOSTNAME_LEASE != 0 {
            // Leases are the network driver's, which a connection of this process alone does not have.
            self.state.running(dom)?;
            return Err(Error::unsupported());
        }
        self.agent(dom)?.1.hostname()
    }

    fn domain_fstrim(&self, dom: &Domain, mount_point: Option<&str>, minimum: u64, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainFSTrim")?;
        if mount_point.is_some() {
            bail!(Qemu, ArgumentUnsupported, "Specifying mount point is not supported for now");
        }
        self.agent(dom)?.1.trim(minimum)
    }

    fn domain_fsfreeze(&self, dom: &Domain, mountpoints: &List<String, 256>, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainFSFreeze")?;
        self.agent(dom)?.1.freeze(mountpoints)
    }

    fn domain_fsthaw(&self, dom: &Domain, mountpoints: &List<String, 256>, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainFSThaw")?;
        if !mountpoints.is_empty() {
            bail!(Qemu, ArgumentUnsupported, "specifying mountpoints is not supported");
        }
        self.agent(dom)?.1.thaw()
    }

    fn domain_get_time(&self, dom: &Domain, flags: u32) -> Result<DomainTime> {
        const NANOSECONDS: u64 = 1_000_000_000;
        check_flags(flags, 0, Origin::Qemu, "qemuDomainGetTime")?;
        let time = self.agent(dom)?.1.time()?;
        Ok(DomainTime { seconds: (time / NANOSECONDS) as i64, nseconds: (time % NANOSECONDS) as u32 })
    }

    fn domain_set_time(&self, dom: &Domain, seconds: i64, nseconds: u32, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_TIME_SYNC, Origin::Qemu, "qemuDomainSetTime")?;
        let (_, agent) = self.agent(dom)?;
        let (_, monitor) = self.monitor(dom)?;
        agent.set_time((flags & VIR_DOMAIN_TIME_SYNC == 0).then_some((seconds, nseconds)))?;
        // Ticks that the guest missed would move its clock again. Machines without such a clock do not know this.
        match monitor.ask("rtc-reset-reinjection", serde_json::Value::Null)? {
            Err(refusal) if !refusal.is_unknown_command() => Err(refusal.into_error("rtc-reset-reinjection")),
            _ => Ok(()),
        }
    }

    fn domain_get_fsinfo(&self, dom: &Domain, flags: u32) -> Result<Listing<FsInfo, 256>> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainGetFSInfo")?;
        let (state, agent) = self.agent(dom)?;
        let systems = agent.file_systems()?.into_iter().map(|system| {
            let aliases = system.disks.iter().filter_map(|disk| disks::target(&state.def, disk));
            FsInfo {
                dev_aliases: aliases.map(str::to_owned).collect::<Vec<_>>().into(),
                mountpoint: system.mountpoint,
                name: system.name,
                fstype: system.kind,
            }
        });
        Ok(Listing::new(systems.collect(), 1))
    }

    fn domain_interface_addresses(
        &self,
        dom: &Domain,
        source: u32,
        flags: u32,
    ) -> Result<List<InterfaceAddresses, 2048>> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainInterfaceAddresses")?;
        match i32::try_from(source) {
            Ok(VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE) => {
                self.state.running(dom)?;
                Err(Error::unsupported())
            }
            Ok(VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT) => {
                Ok(addresses::of_agent(self.agent(dom)?.1.interfaces()?).into())
            }
            Ok(VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP) => {
                let state = self.state.running(dom)?;
                Ok(addresses::of_neighbours(&state.def)?.into())
            }
            _ => bail!(Qemu, ArgumentUnsupported, "Unknown IP address data source {}", source as i32),
        }
    }

    fn domain_set_user_password(
        &self,
        dom: &Domain,
        user: Option<&str>,
        password: Option<&str>,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_PASSWORD_ENCRYPTED, Origin::Qemu, "qemuDomainSetUserPassword")?;
        let crypted = flags & VIR_DOMAIN_PASSWORD_ENCRYPTED != 0;
        let (_, agent) = self.agent(dom)?;
        agent.set_password(user.unwrap_or_default(), password.unwrap_or_default(), crypted)
    }

    fn domain_get_guest_vcpus(&self, dom: &Domain, flags: u32) -> Result<Params<64>> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainGetGuestVcpus")?;
        let vcpus = self.agent(dom)?.1.vcpus()?;
        let set = |wanted: fn(&crate::agent::GuestVcpu) -> bool| -> BTreeSet<u32> {
            vcpus.iter().filter(|vcpu| wanted(vcpu)).map(|vcpu| vcpu.id).collect()
        };
        if let Some(vcpu) = vcpus.iter().find(|vcpu| vcpu.id >= LARGEST_VCPU) {
            bail!(Qemu, InternalError, "vcpu id '{}' reported by guest agent is out of range", vcpu.id);
        }
        let param = |name, set: &BTreeSet<u32>| TypedParam::new(name, Value::String(bitmap::format(set)));
        Ok(vec![
            param("vcpus", &set(|_| true)),
            param("online", &set(|vcpu| vcpu.online)),
            param("offlinable", &set(|vcpu| vcpu.offlinable)),
        ]
        .into())
    }

    fn domain_set_guest_vcpus(&self, dom: &Domain, cpumap: &str, state: i32, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainSetGuestVcpus")?;
        if !(0..=1).contains(&state) {
            bail!(Qemu, InvalidArg, "unsupported state value");
        }
        let wanted = bitmap::parse(cpumap)?;
        let (_, agent) = self.agent(dom)?;
        let vcpus = agent.vcpus()?;
        let missing: BTreeSet<u32> =
            wanted.iter().copied().filter(|id| !vcpus.iter().any(|vcpu| vcpu.id == *id)).collect();
        if !missing.is_empty() {
            bail!(Qemu, InvalidArg, "guest is missing vCPUs '{}'", bitmap::format(&missing));
        }
        let mut changes = Vec::new();
        for vcpu in vcpus.iter().filter(|vcpu| wanted.contains(&vcpu.id) && vcpu.online != (state == 1)) {
            if state == 0 && !vcpu.offlinable {
                bail!(Qemu, InvalidArg, "vCPU '{}' is not offlinable", vcpu.id);
            }
            changes.push((vcpu.id, state == 1));
        }
        agent.set_vcpus(&changes)
    }

    fn domain_get_guest_info(&self, dom: &Domain, types: u32, flags: u32) -> Result<Params<2048>> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainGetGuestInfo")?;
        info::check_types(types)?;
        let (state, agent) = self.agent(dom)?;
        Ok(info::describe(&state.def, &agent, types)?.into())
    }

    fn domain_agent_set_response_timeout(&self, dom: &Domain, timeout: i32, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainAgentSetResponseTimeout")?;
        agent::check_timeout(timeout)?;
        // It holds for agents to come as well.
        let object = self.state.domain(dom)?;
        let run = object.update(|domain| {
            domain.extra_mut().agent_timeout = Some(timeout);
            domain.extra.run.clone()
        });
        if let Some(run) = run {
            if let Some(agent) = &run.agent {
                agent.set_timeout(timeout)?;
            }
            status::write(&self.state, &object);
        }
        Ok(0)
    }

    fn domain_authorized_ssh_keys_get(
        &self,
        dom: &Domain,
        user: &str,
        flags: u32,
    ) -> Result<List<String, 2048>> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainAuthorizedSSHKeysGet")?;
        Ok(self.agent(dom)?.1.ssh_keys(user)?.into())
    }

    fn domain_authorized_ssh_keys_set(
        &self,
        dom: &Domain,
        user: &str,
        keys: &List<String, 2048>,
        flags: u32,
    ) -> Result<()> {
        const KNOWN: u32 =
            VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND | VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE;
        check_flags(flags, KNOWN, Origin::Qemu, "qemuDomainAuthorizedSSHKeysSet")?;
        let (_, agent) = self.agent(dom)?;
        if flags & VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE != 0 {
            return agent.remove_ssh_keys(user, keys);
        }
        agent.add_ssh_keys(user, keys, flags & VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND == 0)
    }
}

/// Processors with larger numbers are no guest's.
const LARGEST_VCPU: u32 = 16_384;
