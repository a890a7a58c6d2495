//! Processors: how many, and on which of the host's they and the emulator run.

use crate::{TestConnection, domain::stats::base_time, host::MAX_VCPUS};
use std::collections::BTreeSet;
use virt_conf::domain::{Domain as Document, memory::OneVcpu};
use virt_core::{
    bitmap,
    constants::*,
    domain::{
        DomainHost,
        tuning::{pin, vcpu},
    },
    records::*,
};
use virt_error::{Result, bail};
use virt_xml::YesNo;

/// Whether each processor that the domain can have is online.
pub fn online(document: &Document) -> Vec<bool> {
    vcpu::online(document, MAX_VCPUS.max(document.vcpus()))
}

impl TestConnection {
    /// The host's processors.
    pub(crate) fn host_cpus(&self) -> BTreeSet<u32> {
        (0..self.state.host.info.cpus.max(0) as u32).collect()
    }

    /// Where processor `number` may run.
    fn affinity(&self, document: &Document, number: u32) -> BTreeSet<u32> {
        self.cpus(pin::vcpu(document, number), document)
    }

    /// The processors of a `cpuset`, or of the domain's own, or all of the host's.
    pub(super) fn cpus(&self, cpuset: Option<&virt_conf::NumberSet>, document: &Document) -> BTreeSet<u32> {
        pin::cpus(cpuset, document, || self.host_cpus())
    }

    pub(super) fn set_vcpus(&self, dom: &Domain, count: u32, flags: u32) -> Result<()> {
        if count > MAX_VCPUS {
            bail!(
                Test,
                InvalidArg,
                "requested cpu amount exceeds maximum supported amount ({count} > {MAX_VCPUS})"
            );
        }
        let change = self.state.change(dom, "virDomainSetVcpusFlags")?;
        let state = change.state();
        let targets = state.targets(flags)?;
        let maximum = flags & VIR_DOMAIN_VCPU_MAXIMUM != 0;
        let live = targets.live.then(|| state.def.max_vcpus());
        let config = (targets.config && !maximum).then(|| state.persistent().max_vcpus());
        if let Some(most) = live.into_iter().chain(config).min() {
            if count > most {
                bail!(Test, InvalidArg, "requested cpu amount exceeds maximum ({count} > {most})");
            }
        }
        change.edit(targets.only_live(), |document| {
            document.set_vcpus(count);
            document.vcpus = None;
            Ok(())
        })?;
        change.edit(targets.only_config(), |document| {
            if maximum {
                document.set_max_vcpus(count);
            } else {
                document.set_vcpus(count);
            }
            document.vcpus = None;
            Ok(())
        })
    }

    pub(super) fn vcpu_count(&self, dom: &Domain, flags: u32) -> Result<i32> {
        let state = self.state.snapshot(dom)?;
        let document = state.one(flags)?;
        Ok(match flags & VIR_DOMAIN_VCPU_MAXIMUM {
            0 => online(document).iter().filter(|online| **online).count() as i32,
            _ => document.max_vcpus() as i32,
        })
    }

    /// Brings processors online, or takes them offline.
    pub(super) fn set_vcpu(&self, dom: &Domain, which: &str, enable: bool, flags: u32) -> Result<()> {
        let which = bitmap::parse(which)?;
        let change = self.state.change(dom, "virDomainSetVcpu")?;
        let targets = change.state().targets(flags)?;
        change.edit(targets, |document| {
            let mut online = online(document);
            for number in &which {
                let Some(place) = online.get_mut(*number as usize) else {
                    bail!(Test, InvalidArg, "vcpu '{number}' is not present in domain definition");
                };
                if *number == 0 && !enable {
                    bail!(Test, InvalidArg, "vCPU '0' must be enabled");
                }
                *place = enable;
            }
            let count = online.iter().filter(|online| **online).count() as u32;
            document.set_vcpus(count);
            document.vcpus = None;
            // The first ones being online is what a count alone says.
            if online.iter().take(count as usize).all(|online| *online) {
                return Ok(());
            }
            let vcpus = online.iter().enumerate().map(|(number, online)| OneVcpu {
                id: Some(number as u32),
                enabled: Some(YesNo(*online)),
                hotpluggable: Some(YesNo(number != 0)),
                ..OneVcpu::default()
            });
            document.vcpus.get_or_insert_default().vcpus = vcpus.collect();
            Ok(())
        })
    }

    pub(super) fn list_vcpus(&self, dom: &Domain, maxinfo: i32, maplen: i32) -> Result<DomainVcpus> {
        let state = self.state.snapshot(dom)?;
        if !state.is_active() {
            bail!(Test, OperationInvalid, "cannot list vcpus for an inactive domain");
        }
        let wanted = usize::try_from(maxinfo).unwrap_or(0);
        let length = bitmap::map_length(maplen, wanted.min(state.def.max_vcpus() as usize))?;
        let mut vcpus = DomainVcpus::default();
        for (number, online) in online(&state.def).into_iter().enumerate().take(wanted) {
            if !online {
                continue;
            }
            let cpus = self.affinity(&state.def, number as u32);
            vcpus.info.0.push(VcpuInfo {
                number: number as u32,
                state: VIR_VCPU_RUNNING,
                cpu_time: 5_000_000 + base_time() / 10,
                cpu: cpus.last().map_or(-1, |cpu| *cpu as i32),
            });
            vcpus.cpumaps.0.extend(bitmap::to_bytes(&cpus, length));
        }
        Ok(vcpus)
    }

    pub(super) fn pin_vcpu(&self, dom: &Domain, vcpu: u32, map: &[u8], flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainPinVcpuFlags")?;
        let state = change.state();
        if flags == 0 && !state.is_active() {
            bail!(Test, OperationInvalid, "cannot pin vcpus on an inactive domain");
        }
        let targets = state.targets(flags)?;
        let cpus = bitmap::from_bytes(map, self.state.host.info.cpus.max(0) as u32);
        change.edit(targets, |document| {
            if !online(document).get(vcpu as usize).is_some_and(|online| *online) {
                bail!(Test, InvalidArg, "requested vcpu '{vcpu}' is not present in the domain");
            }
            pin::set_vcpu(document, vcpu, &cpus);
            Ok(())
        })
    }

    pub(super) fn pin_emulator(&self, dom: &Domain, map: &[u8], flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainPinEmulator")?;
        let targets = change.state().one_target(flags)?;
        let cpus = bitmap::from_bytes(map, self.state.host.info.cpus.max(0) as u32);
        if cpus.is_empty() {
            bail!(Test, InvalidArg, "Empty cpu list for pinning");
        }
        change.edit(targets, |document| {
            pin::set_emulator(document, &cpus);
            Ok(())
        })
    }
}
