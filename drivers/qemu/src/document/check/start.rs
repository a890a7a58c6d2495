//! What is accepted in a definition and refused at a start: it was defined before the emulator was changed.

use super::{Check, is_pci};
use crate::document::machine::{Family, is_arm};
use crate::emulator::Flag;
use std::collections::HashSet;
use virt_conf::domain::cpu::{CpuMode, FeaturePolicy};
use virt_conf::domain::disk::{Disk, DiskBus, DiskDevice};
use virt_conf::domain::interface::{Interface, InterfaceType};
use virt_conf::domain::storage::{DiskType, NetworkProtocol};
use virt_error::{Result, bail};

/// What a processor of ARM can be told besides its vectors.
const ARM_FEATURES: [&str; 8] =
    ["aarch64", "kvm-no-adjvtime", "kvm-steal-time", "lpa2", "pauth", "pauth-impdef", "pmu", "sve"];

impl Check<'_> {
    pub(super) fn start(&self) -> Result<()> {
        self.domain.devices.disks.iter().try_for_each(|disk| self.disk_starts(disk))?;
        self.arm_features()?;
        let mode = self.domain.cpu.as_ref().and_then(|cpu| cpu.mode);
        if mode == Some(CpuMode::HostPassthrough) && !self.kvm() {
            bail!(
                Qemu,
                ConfigUnsupported,
                "CPU mode 'host-passthrough' for {} qemu domain on {} host is not supported by hypervisor",
                self.arch(),
                crate::emulator::host_arch()
            );
        }
        self.domain.devices.interfaces.iter().try_for_each(queues)?;
        self.host_nodes()?;
        let mut kinds = HashSet::new();
        for kind in self.domain.devices.graphics.iter().filter_map(|one| one.kind) {
            if !kinds.insert(kind.as_str()) {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "only 1 graphics device of each type (sdl, vnc, spice, headless, dbus) is supported"
                );
            }
        }
        for shmem in &self.domain.devices.shmems {
            if shmem.info.address.is_some() && !is_pci(&shmem.info) {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "only 'pci' addresses are supported for the shared memory device"
                );
            }
        }
        Ok(())
    }

    /// Features of ARM's processors are properties that the emulator tells of, and lengths of vectors.
    fn arm_features(&self) -> Result<()> {
        let Some(cpu) = self.domain.cpu.as_deref().filter(|_| is_arm(self.arch())) else { return Ok(()) };
        let told = self.emulator.accelerated(self.kvm()).host.as_ref();
        let on = |policy| matches!(policy, Some(FeaturePolicy::Require | FeaturePolicy::Force));
        let mut sve = None;
        let mut lengths = false;
        for feature in &cpu.features {
            let name = feature.name.as_deref().unwrap_or_default();
            let length = name.strip_prefix("sve").and_then(|bits| bits.parse::<u32>().ok());
            let known = length.is_some_and(|bits| bits % 128 == 0 && (128..=2048).contains(&bits))
                || ARM_FEATURES.contains(&name)
                || told.is_some_and(|told| told.properties.iter().any(|(known, _)| known == name));
            if !known {
                bail!(Cpu, ConfigUnsupported, "unknown CPU feature: {name}");
            }
            if name == "sve" {
                sve = Some(on(feature.policy));
            }
            lengths |= length.is_some() && on(feature.policy);
        }
        if lengths && sve == Some(false) {
            bail!(Cpu, ConfigUnsupported, "SVE disabled, but SVE vector lengths provided");
        }
        Ok(())
    }

    /// Memory can come from nodes that the host has.
    fn host_nodes(&self) -> Result<()> {
        let Some(tune) = self.domain.numatune.as_deref() else { return Ok(()) };
        let memory = tune.memory.iter().filter_map(|memory| memory.nodeset.as_ref());
        let sets: Vec<_> =
            memory.chain(tune.memnodes.iter().filter_map(|node| node.nodeset.as_ref())).collect();
        if sets.is_empty() {
            return Ok(());
        }
        let there: Vec<u32> = virt_sys::host::nodes().iter().map(|node| node.id).collect();
        match sets.iter().flat_map(|set| set.iter()).find(|node| !there.contains(node)) {
            Some(node) => bail!(Qemu, ConfigUnsupported, "NUMA node {node} is unavailable"),
            None => Ok(()),
        }
    }

    fn disk_starts(&self, disk: &Disk) -> Result<()> {
        let bus = disk.bus();
        if bus == Some(DiskBus::Fdc) && self.family == Family::Pseries {
            bail!(Qemu, ConfigUnsupported, "PowerPC pseries machines do not support floppy device");
        }
        if disk.device() == DiskDevice::Lun && bus == Some(DiskBus::Virtio) && !self.has(Flag::VirtioBlkScsi)
        {
            bail!(
                Qemu,
                ConfigUnsupported,
                "This QEMU doesn't support SCSI emulation with 'virtio-blk' device"
            );
        }
        let Some(source) = disk.source.as_deref().filter(|_| disk.kind == Some(DiskType::Network)) else {
            return Ok(());
        };
        if source.tls_hostname.is_some() && !self.has(Flag::NbdTlsHostname) {
            bail!(Qemu, ConfigUnsupported, "'tlsHostname' field is not supported by this QEMU");
        }
        if source.protocol == Some(NetworkProtocol::Iscsi) && source.hosts.len() != 1 {
            bail!(Qemu, InternalError, "iSCSI protocol accepts only one host");
        }
        Ok(())
    }
}

/// Several queues are for interfaces that the host's kernel serves.
fn queues(interface: &Interface) -> Result<()> {
    let queues = interface.driver.as_ref().and_then(|driver| driver.queues);
    let alone = matches!(
        interface.kind,
        Some(
            InterfaceType::User
                | InterfaceType::Server
                | InterfaceType::Client
                | InterfaceType::Mcast
                | InterfaceType::Udp
                | InterfaceType::Internal
                | InterfaceType::Null
        )
    );
    match interface.kind.filter(|_| alone && queues.is_some_and(|queues| queues > 1)) {
        Some(kind) => bail!(Qemu, ConfigUnsupported, "Multiqueue network is not supported for: {kind}"),
        None => Ok(()),
    }
}
