//! What the guest's agent answers: the guest of this host always has one.

use super::{DomainState, tuning::vcpu};
use crate::TestConnection;
use std::collections::{BTreeMap, BTreeSet};
use virt_core::domain::DomainHost;
use virt_core::{api::Guests, bitmap, connection::check_flags, constants::*, records::*, types::*};
use virt_error::{Origin, Result, bail};

/// What the clock of a guest shows until it is set, in seconds.
const TIME: DomainTime = DomainTime { seconds: 627_319_920, nseconds: 0 };

/// The file systems that every guest with a disk has mounted: where, and the partition.
const MOUNTS: [(&str, u32); 2] = [("/", 1), ("/boot", 2)];

/// What was told to a guest. It forgets when it stops.
#[derive(Clone, Default)]
pub struct Guest {
    pub time: Option<(i64, u32)>,
    /// The mount points that are frozen.
    pub frozen: BTreeSet<String>,
    /// Users whose password was set, with it, and whether it is encrypted.
    pub passwords: BTreeMap<String, (String, bool)>,
    pub keys: BTreeMap<String, Vec<String>>,
    /// Processors that the guest itself has put offline.
    pub offline: BTreeSet<u32>,
    /// Seconds to wait for the agent, or one of its special values.
    pub timeout: i32,
}

/// The disk that the guest's file systems are on.
fn root_disk(state: &DomainState) -> Option<&str> {
    use virt_conf::domain::disk::DiskDevice;
    let disks = &state.def.devices.disks;
    disks.iter().find(|disk| disk.device() == DiskDevice::Disk).map(|disk| disk.target_name())
}

fn file_systems(state: &DomainState) -> Vec<FsInfo> {
    let Some(disk) = root_disk(state) else { return Vec::new() };
    MOUNTS
        .iter()
        .map(|(mountpoint, partition)| FsInfo {
            mountpoint: (*mountpoint).to_owned(),
            name: format!("{disk}{partition}"),
            fstype: "ext4".into(),
            dev_aliases: vec![disk.to_owned()].into(),
        })
        .collect()
}

fn check_mount(point: &str) -> Result<()> {
    if !MOUNTS.iter().any(|(known, _)| *known == point) {
        bail!(Test, OperationInvalid, "mount point not found: {point}");
    }
    Ok(())
}

/// The interfaces of the guest with their addresses.
fn addresses(state: &DomainState) -> Vec<InterfaceAddresses> {
    use virt_conf::domain::interface::InterfaceType;
    let interfaces = state.def.devices.interfaces.iter().enumerate();
    interfaces
        .map(|(place, interface)| {
            let host = place % 250;
            let addr = match interface.kind {
                Some(InterfaceType::Network) => format!("192.168.122.{}", 3 + host),
                _ => format!("192.168.0.{}", 1 + host),
            };
            InterfaceAddresses {
                name: interface.target_name().unwrap_or_default().to_owned(),
                hwaddr: interface.mac_address().map(|mac| mac.to_string()),
                addrs: vec![IpAddress { kind: VIR_IP_ADDR_TYPE_IPV4, addr, prefix: 24 }].into(),
            }
        })
        .collect()
}

/// `virDomainGetGuestInfo`: the parameters of the chosen groups, all when none is chosen.
fn describe(state: &DomainState, types: u32) -> Vec<TypedParam> {
    let mut params = Vec::new();
    let mut add = |name: String, value: Value| params.push(TypedParam::new(name, value));
    let text = |text: &str| Value::String(text.to_owned());
    let count = |count: usize| Value::UInt(u32::try_from(count).unwrap_or(u32::MAX));
    let wanted = |group: u32| types == 0 || types & group != 0;
    if wanted(VIR_DOMAIN_GUEST_INFO_USERS) {
        add("user.count".into(), count(1));
        add("user.0.name".into(), text("root"));
        add("user.0.login-time".into(), Value::ULLong(TIME.seconds as u64 * 1000));
    }
    if wanted(VIR_DOMAIN_GUEST_INFO_OS) {
        for (name, value) in [
            ("id", "test"),
            ("name", "Test"),
            ("pretty-name", "Test 1.0"),
            ("version", "1.0"),
            ("version-id", "1.0"),
            ("kernel-release", "1.0.0"),
            ("kernel-version", "#1"),
            ("machine", state.def.arch()),
        ] {
            add(format!("os.{name}"), text(value));
        }
    }
    if wanted(VIR_DOMAIN_GUEST_INFO_TIMEZONE) {
        add("timezone.name".into(), text("UTC"));
        add("timezone.offset".into(), Value::Int(0));
    }
    if wanted(VIR_DOMAIN_GUEST_INFO_HOSTNAME) {
        add("hostname".into(), text(&hostname(state)));
    }
    if wanted(VIR_DOMAIN_GUEST_INFO_FILESYSTEM) {
        let systems = file_systems(state);
        add("fs.count".into(), count(systems.len()));
        for (place, system) in systems.iter().enumerate() {
            add(format!("fs.{place}.mountpoint"), text(&system.mountpoint));
            add(format!("fs.{place}.name"), text(&system.name));
            add(format!("fs.{place}.fstype"), text(&system.fstype));
            add(format!("fs.{place}.disk.count"), count(system.dev_aliases.len()));
            for (number, alias) in system.dev_aliases.iter().enumerate() {
                add(format!("fs.{place}.disk.{number}.alias"), text(alias));
                add(format!("fs.{place}.disk.{number}.device"), text(&format!("/dev/{alias}")));
            }
        }
    }
    if wanted(VIR_DOMAIN_GUEST_INFO_DISKS) {
        let disks = &state.def.devices.disks;
        add("disk.count".into(), count(disks.len()));
        for (place, disk) in disks.iter().enumerate() {
            add(format!("disk.{place}.name"), text(&format!("/dev/{}", disk.target_name())));
            add(format!("disk.{place}.partition"), Value::Boolean(false));
            add(format!("disk.{place}.alias"), text(disk.target_name()));
        }
    }
    if wanted(VIR_DOMAIN_GUEST_INFO_INTERFACES) {
        let interfaces = addresses(state);
        add("if.count".into(), count(interfaces.len()));
        for (place, interface) in interfaces.iter().enumerate() {
            add(format!("if.{place}.name"), text(&interface.name));
            if let Some(mac) = &interface.hwaddr {
                add(format!("if.{place}.hwaddr"), text(mac));
            }
            add(format!("if.{place}.addr.count"), count(interface.addrs.len()));
            for (number, address) in interface.addrs.iter().enumerate() {
                add(format!("if.{place}.addr.{number}.type"), text("ipv4"));
                add(format!("if.{place}.addr.{number}.addr"), text(&address.addr));
                add(format!("if.{place}.addr.{number}.prefix"), Value::UInt(address.prefix));
            }
        }
    }
    params
}

fn hostname(state: &DomainState) -> String {
    format!("{}host", state.name)
}

impl TestConnection {
    /// Tells the guest of a running domain something.
    fn tell<R>(
        &self,
        dom: &Domain,
        operation: &'static str,
        tell: impl FnOnce(&DomainState, &mut Guest) -> Result<R>,
    ) -> Result<R> {
        let change = self.state.change(dom, operation)?;
        change.check_active()?;
        let state = change.state();
        let mut guest = state.extra.guest.clone();
        let answer = tell(&state, &mut guest)?;
        change.update(|state| state.extra_mut().guest = guest);
        Ok(answer)
    }

    /// Freezes or thaws mount points, all when none is named; how many changed.
    fn freeze(&self, dom: &Domain, operation: &'static str, points: &[String], freeze: bool) -> Result<i32> {
        self.tell(dom, operation, |_, guest| {
            points.iter().try_for_each(|point| check_mount(point))?;
            let all = MOUNTS.iter().map(|(point, _)| (*point).to_owned());
            let chosen: BTreeSet<String> = match points.is_empty() {
                true => all.collect(),
                false => points.iter().cloned().collect(),
            };
            let changed = chosen
                .into_iter()
                .filter(|point| match freeze {
                    true => guest.frozen.insert(point.clone()),
                    false => guest.frozen.remove(point),
                })
                .count();
            Ok(changed as i32)
        })
    }
}

impl Guests for TestConnection {
    fn domain_get_hostname(&self, dom: &Domain, flags: u32) -> Result<String> {
        check_flags(flags, 0, Origin::Test, "testDomainGetHostname")?;
        Ok(hostname(&*self.state.running(dom)?))
    }

    fn domain_fstrim(
        &self,
        dom: &Domain,
        mount_point: Option<&str>,
        _minimum: u64,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainFSTrim")?;
        self.state.running(dom)?;
        mount_point.map_or(Ok(()), check_mount)
    }

    fn domain_send_process_signal(
        &self,
        dom: &Domain,
        pid_value: i64,
        signum: u32,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainSendProcessSignal")?;
        if pid_value != 1 {
            bail!(Test, InvalidArg, "only sending a signal to pid 1 is supported");
        }
        if signum > VIR_DOMAIN_PROCESS_SIGNAL_RT32 as u32 {
            bail!(Test, InvalidArg, "signum value {signum} is out of range");
        }
        // The guest's first process heeds none of them.
        self.state.domain(dom).map(drop)
    }

    fn domain_fsfreeze(&self, dom: &Domain, mountpoints: &List<String, 256>, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Test, "testDomainFSFreeze")?;
        self.freeze(dom, "virDomainFSFreeze", mountpoints, true)
    }

    fn domain_fsthaw(&self, dom: &Domain, mountpoints: &List<String, 256>, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Test, "testDomainFSThaw")?;
        self.freeze(dom, "virDomainFSThaw", mountpoints, false)
    }

    fn domain_get_time(&self, dom: &Domain, flags: u32) -> Result<DomainTime> {
        check_flags(flags, 0, Origin::Test, "testDomainGetTime")?;
        let state = self.state.snapshot(dom)?;
        if !state.is_active() {
            bail!(Test, OperationInvalid, "domain is not running");
        }
        let told = state.extra.guest.time.map(|(seconds, nseconds)| DomainTime { seconds, nseconds });
        Ok(told.unwrap_or(TIME))
    }

    fn domain_set_time(&self, dom: &Domain, seconds: i64, nseconds: u32, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_TIME_SYNC, Origin::Test, "testDomainSetTime")?;
        self.tell(dom, "virDomainSetTime", |_, guest| {
            // Synchronising sets the guest's clock from its own hardware clock.
            guest.time = (flags & VIR_DOMAIN_TIME_SYNC == 0).then_some((seconds, nseconds));
            Ok(())
        })
    }

    fn domain_get_fsinfo(&self, dom: &Domain, flags: u32) -> Result<Listing<FsInfo, 256>> {
        check_flags(flags, 0, Origin::Test, "testDomainGetFSInfo")?;
        Ok(Listing::new(file_systems(&*self.state.running(dom)?), 1))
    }

    fn domain_interface_addresses(
        &self,
        dom: &Domain,
        source: u32,
        flags: u32,
    ) -> Result<List<InterfaceAddresses, 2048>> {
        check_flags(flags, 0, Origin::Test, "testDomainInterfaceAddresses")?;
        let state = self.state.running(dom)?;
        if source > VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP as u32 {
            bail!(Test, ArgumentUnsupported, "Unknown IP address data source {}", source as i32);
        }
        Ok(addresses(&state).into())
    }

    fn domain_set_user_password(
        &self,
        dom: &Domain,
        user: Option<&str>,
        password: Option<&str>,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_PASSWORD_ENCRYPTED, Origin::Test, "testDomainSetUserPassword")?;
        let encrypted = flags & VIR_DOMAIN_PASSWORD_ENCRYPTED != 0;
        self.tell(dom, "virDomainSetUserPassword", |_, guest| {
            let password = password.unwrap_or_default().to_owned();
            guest.passwords.insert(user.unwrap_or_default().to_owned(), (password, encrypted));
            Ok(())
        })
    }

    fn domain_get_guest_vcpus(&self, dom: &Domain, flags: u32) -> Result<Params<64>> {
        check_flags(flags, 0, Origin::Test, "testDomainGetGuestVcpus")?;
        let state = self.state.running(dom)?;
        let vcpus: BTreeSet<u32> = present(&state);
        let online: BTreeSet<u32> = vcpus.difference(&state.extra.guest.offline).copied().collect();
        let offlinable: BTreeSet<u32> = vcpus.iter().copied().filter(|vcpu| *vcpu != 0).collect();
        let param = |name, set: &BTreeSet<u32>| TypedParam::new(name, Value::String(bitmap::format(set)));
        Ok(vec![param("vcpus", &vcpus), param("online", &online), param("offlinable", &offlinable)].into())
    }

    fn domain_set_guest_vcpus(&self, dom: &Domain, cpumap: &str, state: i32, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainSetGuestVcpus")?;
        let chosen = bitmap::parse(cpumap)?;
        self.tell(dom, "virDomainSetGuestVcpus", |domain, guest| {
            let vcpus = present(domain);
            for vcpu in &chosen {
                if !vcpus.contains(vcpu) {
                    bail!(Test, InvalidArg, "guest is missing vCPU '{vcpu}'");
                }
                if state == 0 && *vcpu == 0 {
                    bail!(Test, InvalidArg, "guest vCPU '0' can not be taken offline");
                }
            }
            match state {
                0 => guest.offline.extend(&chosen),
                _ => guest.offline.retain(|vcpu| !chosen.contains(vcpu)),
            }
            Ok(())
        })
    }

    fn domain_get_guest_info(&self, dom: &Domain, types: u32, flags: u32) -> Result<Params<2048>> {
        const GROUPS: u32 = VIR_DOMAIN_GUEST_INFO_USERS
            | VIR_DOMAIN_GUEST_INFO_OS
            | VIR_DOMAIN_GUEST_INFO_TIMEZONE
            | VIR_DOMAIN_GUEST_INFO_HOSTNAME
            | VIR_DOMAIN_GUEST_INFO_FILESYSTEM
            | VIR_DOMAIN_GUEST_INFO_DISKS
            | VIR_DOMAIN_GUEST_INFO_INTERFACES;
        check_flags(flags, 0, Origin::Test, "testDomainGetGuestInfo")?;
        let state = self.state.running(dom)?;
        if types & !GROUPS != 0 {
            bail!(Test, InvalidArg, "unsupported guest information types '0x{:x}'", types & !GROUPS);
        }
        Ok(describe(&state, types).into())
    }

    fn domain_agent_set_response_timeout(&self, dom: &Domain, timeout: i32, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Test, "testDomainAgentSetResponseTimeout")?;
        if timeout < VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK {
            bail!(
                Test,
                InvalidArg,
                "guest agent timeout '{timeout}' is less than the minimum '{VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK}'"
            );
        }
        let change = self.state.change(dom, "virDomainAgentSetResponseTimeout")?;
        change.update(|state| state.extra_mut().guest.timeout = timeout);
        Ok(0)
    }

    fn domain_authorized_ssh_keys_get(
        &self,
        dom: &Domain,
        user: &str,
        flags: u32,
    ) -> Result<List<String, 2048>> {
        check_flags(flags, 0, Origin::Test, "testDomainAuthorizedSSHKeysGet")?;
        let state = self.state.running(dom)?;
        Ok(state.extra.guest.keys.get(user).cloned().unwrap_or_default().into())
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
        check_flags(flags, KNOWN, Origin::Test, "testDomainAuthorizedSSHKeysSet")?;
        self.tell(dom, "virDomainAuthorizedSSHKeysSet", |_, guest| {
            let known = guest.keys.entry(user.to_owned()).or_default();
            if flags & VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE != 0 {
                known.retain(|key| !keys.contains(key));
                return Ok(());
            }
            if flags & VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND == 0 {
                known.clear();
            }
            for key in keys.iter() {
                if !known.contains(key) {
                    known.push(key.clone());
                }
            }
            Ok(())
        })
    }
}

/// The processors that the guest sees.
fn present(state: &DomainState) -> BTreeSet<u32> {
    let online = vcpu::online(&state.def).into_iter().enumerate();
    online.filter(|(_, online)| *online).map(|(vcpu, _)| vcpu as u32).collect()
}
