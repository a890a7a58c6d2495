//! How many processors a guest has, and which of them are there.

use super::pin;
use crate::{
    connection::QemuConnection,
    domain::{Run, run::Unplug},
    process::hotplug,
};
use std::{collections::BTreeSet, sync::Arc, time::Duration};
use virt_conf::domain::{Domain as Document, memory::OneVcpu};
use virt_core::{
    bitmap,
    constants::*,
    domain::{DomainHost, tuning},
    records::Domain,
};
use virt_error::{Result, bail, error};
use virt_sys::affinity;
use virt_xml::YesNo;

/// How long a guest may take to let go of a processor.
const UNPLUG: Duration = Duration::from_secs(5);

/// Whether each processor that the domain can have is online.
pub fn online(document: &Document) -> Vec<bool> {
    /// More than any emulator has.
    const MOST: u32 = 65_536;
    tuning::vcpu::online(document, MOST)
}

/// The processors that `online` says, in the document: their number, and where that does not say which, a list.
fn write_config(document: &mut Document, online: &[bool], changed: &BTreeSet<u32>, list: bool) {
    let before = self::online(document);
    let old: Vec<OneVcpu> = document.vcpus.take().map(|vcpus| vcpus.vcpus).unwrap_or_default();
    document.set_vcpus(online.iter().filter(|online| **online).count() as u32);
    if old.is_empty() && !list {
        return;
    }
    let vcpus = online.iter().enumerate().map(|(number, online)| {
        let id = number as u32;
        let known = old.iter().find(|vcpu| vcpu.id == Some(id));
        let was = before.get(number).copied().unwrap_or(false);
        let hotpluggable = match known.and_then(|known| known.hotpluggable) {
            _ if changed.contains(&id) => Some(YesNo(true)),
            // What is there at the start by a number alone can never go.
            None => Some(YesNo(!was)),
            known => known,
        };
        OneVcpu { id: Some(id), enabled: Some(YesNo(*online)), hotpluggable, ..OneVcpu::default() }
    });
    document.vcpus.get_or_insert_default().vcpus = vcpus.collect();
}

/// The same in the document of a running guest: what was there at its start stays.
fn write_live(document: &mut Document, online: &[bool]) {
    let before = self::online(document);
    let old: Vec<OneVcpu> = document.vcpus.take().map(|vcpus| vcpus.vcpus).unwrap_or_default();
    let known = |id: u32| old.iter().find(|vcpu| vcpu.id == Some(id));
    document.set_vcpus(online.iter().filter(|online| **online).count() as u32);
    let mut next = old.iter().filter_map(|vcpu| vcpu.order).max().unwrap_or(0);
    if old.is_empty() {
        next = before.iter().filter(|online| **online).count() as u32;
    }
    let vcpus = online.iter().enumerate().map(|(number, online)| {
        let id = number as u32;
        let was = before.get(number).copied().unwrap_or(false);
        let hotpluggable = match known(id).and_then(|vcpu| vcpu.hotpluggable) {
            Some(YesNo(hotpluggable)) => hotpluggable,
            // Before the first change nothing was listed; what ran then was there at the start.
            None => !was,
        };
        let order = match (*online, known(id)) {
            (false, _) => None,
            (true, Some(vcpu)) if was => vcpu.order,
            (true, None) if was => Some(id + 1),
            (true, _) => {
                next += 1;
                Some(next)
            }
        };
        OneVcpu {
            id: Some(id),
            enabled: Some(YesNo(*online)),
            hotpluggable: Some(YesNo(hotpluggable)),
            order,
            ..OneVcpu::default()
        }
    });
    document.vcpus.get_or_insert_default().vcpus = vcpus.collect();
}

/// Brings a running guest's processors to what `wanted` says.
///
/// Errors: those of the emulator; `VIR_ERR_OPERATION_TIMEOUT` when the guest keeps one.
fn apply(run: &Arc<Run>, document: &Document, wanted: &[bool]) -> Result<()> {
    let monitor = run.monitor();
    let slots = hotplug::slots(monitor)?;
    let outcome = (|| {
        for slot in &slots {
            let want = wanted.get(slot.vcpu as usize).copied().unwrap_or(false);
            if want && !slot.is_taken() {
                let (command, arguments) = slot.command();
                monitor.run(command, arguments)?;
            }
        }
        for slot in slots.iter().rev().filter(|slot| slot.is_taken()) {
            if wanted.get(slot.vcpu as usize).copied().unwrap_or(false) {
                continue;
            }
            let (vcpu, alias) = (slot.vcpu, hotplug::alias(slot.vcpu));
            if !slot.is_removable() {
                bail!(Qemu, OperationUnsupported, "vcpu '{vcpu}' can't be unplugged");
            }
            run.expect_unplug(&alias);
            monitor.device_del(&alias)?;
            match run.wait_unplug(&alias, UNPLUG) {
                Some(Unplug::Gone) => {}
                Some(Unplug::Refused) => {
                    bail!(Qemu, OperationFailed, "the guest keeps vcpu '{vcpu}'")
                }
                None => bail!(
                    Qemu,
                    OperationTimeout,
                    "vcpu unplug request timed out. Unplug result must be manually inspected in the domain"
                ),
            }
        }
        Ok(())
    })();
    // Also after an error: some may have come or gone.
    let before = run.running.vcpus();
    let threads = hotplug::threads(monitor)?;
    for new in threads.iter().filter(|new| !before.contains(new)) {
        // A new thread begins where the emulator's own one may run.
        let cpus = pin::cpus(tuning::pin::vcpu(document, new.vcpu), document);
        affinity::set_thread(new.thread, &cpus.into_iter().collect::<Vec<u32>>())?;
    }
    run.running.set_vcpus(threads);
    outcome
}

/// Which processors run when there are to be `count` of them: the first that can be had come, the last that can go, go.
fn choose(run: &Run, now: &[bool], count: u32) -> Result<Vec<bool>> {
    let slots = hotplug::slots(run.monitor())?;
    let mut next = now.to_vec();
    let number = |next: &[bool]| next.iter().filter(|online| **online).count() as u32;
    for slot in slots.iter().filter(|slot| !slot.is_taken()) {
        if number(&next) >= count {
            break;
        }
        if let Some(place) = next.get_mut(slot.vcpu as usize) {
            *place = true;
        }
    }
    for slot in slots.iter().rev().filter(|slot| slot.is_removable()) {
        if number(&next) <= count {
            break;
        }
        if let Some(place) = next.get_mut(slot.vcpu as usize) {
            *place = false;
        }
    }
    match number(&next) == count {
        true => Ok(next),
        false => Err(error!(
            Qemu,
            ConfigUnsupported,
            "failed to find appropriate hotpluggable vcpus to reach the desired target vcpu count"
        )),
    }
}

impl QemuConnection {
    pub(super) fn set_vcpus(&self, dom: &Domain, count: u32, flags: u32) -> Result<()> {
        if flags & VIR_DOMAIN_VCPU_GUEST != 0 {
            return self.set_vcpus_in_guest(dom, count, flags);
        }
        let mut change = self.state.change(dom, "virDomainSetVcpusFlags")?;
        let state = change.state();
        let targets = state.targets(flags)?;
        if flags & VIR_DOMAIN_VCPU_MAXIMUM != 0 {
            if targets.live {
                bail!(Qemu, InvalidArg, "maximum vcpu count of a live domain can't be modified");
            }
            return self.state.edit(&change, targets, |document| set_maximum(document, count));
        }
        for (document, word) in [
            (targets.live.then_some(&state.def), "live"),
            (targets.config.then(|| state.persistent()), "persistent"),
        ] {
            if let Some(most) = document.map(|document| document.max_vcpus()).filter(|most| count > *most) {
                bail!(
                    Qemu,
                    InvalidArg,
                    "requested vcpus is greater than max allowable vcpus for the {word} domain: {count} > {most}"
                );
            }
        }
        if targets.live {
            let run = state.extra.run()?;
            let wanted = choose(run, &online(&state.def), count)?;
            self.plug(&mut change, run, &wanted)?;
        }
        let hotpluggable = flags & VIR_DOMAIN_VCPU_HOTPLUGGABLE != 0;
        self.state.edit(&change, targets.only_config(), |document| {
            let before = online(document);
            let mut next = before.clone();
            let number = |next: &[bool]| next.iter().filter(|online| **online).count() as u32;
            for place in 0..next.len() {
                if number(&next) < count {
                    next[place] = true;
                }
            }
            for place in (1..next.len()).rev() {
                if number(&next) > count {
                    next[place] = false;
                }
            }
            let changed = before.iter().zip(&next).enumerate().filter(|(_, (before, next))| before != next);
            let changed = changed.filter(|(_, (_, next))| hotpluggable || !**next);
            let changed: BTreeSet<u32> = changed.map(|(number, _)| number as u32).collect();
            write_config(document, &next, &changed, hotpluggable);
            Ok(())
        })
    }

    /// Brings the running guest's processors to what `wanted` says, and its document after them, whatever came of it.
    fn plug(&self, change: &mut super::DomainChange<'_>, run: &Arc<Run>, wanted: &[bool]) -> Result<()> {
        let outcome = apply(run, &change.state().def, wanted);
        let there: BTreeSet<u32> = run.running.vcpus().iter().map(|known| known.vcpu).collect();
        let now: Vec<bool> = (0..wanted.len() as u32).map(|number| there.contains(&number)).collect();
        if now != online(&change.state().def) {
            let live = virt_core::domain::Targets { live: true, config: false };
            self.state.edit(change, live, |document| {
                write_live(document, &now);
                Ok(())
            })?;
        }
        outcome
    }

    pub(super) fn vcpu_count(&self, dom: &Domain, flags: u32) -> Result<i32> {
        if flags & VIR_DOMAIN_VCPU_GUEST != 0 {
            let maximum = flags & VIR_DOMAIN_VCPU_MAXIMUM != 0;
            if flags & VIR_DOMAIN_AFFECT_CONFIG != 0 {
                bail!(
                    Qemu,
                    InvalidArg,
                    "vCPU count provided by the guest agent can only be requested for live domains"
                );
            }
            let (_, agent) = self.agent(dom)?;
            let vcpus = agent.vcpus()?;
            return Ok(vcpus.iter().filter(|vcpu| maximum || vcpu.online).count() as i32);
        }
        let state = self.state.snapshot(dom)?;
        let document = state.one(flags)?;
        Ok(match flags & VIR_DOMAIN_VCPU_MAXIMUM {
            0 => online(document).iter().filter(|online| **online).count() as i32,
            _ => document.max_vcpus() as i32,
        })
    }

    /// Brings single processors online, or takes them offline.
    pub(super) fn set_vcpu(&self, dom: &Domain, which: &str, state: i32, flags: u32) -> Result<()> {
        if !matches!(state, 0 | 1) {
            bail!(Qemu, InvalidArg, "unsupported state value '{state}'");
        }
        let enable = state == 1;
        let which = bitmap::parse(which)?;
        if which.is_empty() {
            bail!(Qemu, InvalidArg, "no vcpus selected for modification");
        }
        let mut change = self.state.change(dom, "virDomainSetVcpu")?;
        let state = change.state();
        let targets = state.targets(flags)?;
        for (document, word) in [
            (targets.live.then_some(&state.def), "live"),
            (targets.config.then(|| state.persistent()), "persistent"),
        ] {
            let Some(document) = document else { continue };
            if let Some(number) = which.iter().find(|number| **number >= document.max_vcpus()) {
                bail!(Qemu, InvalidArg, "vcpu {number} is not present in {word} config");
            }
        }
        if which.contains(&0) && !enable {
            bail!(Qemu, OperationUnsupported, "vcpu '0' can't be unplugged");
        }
        if targets.live {
            let mut wanted = online(&state.def);
            for number in &which {
                if let Some(place) = wanted.get_mut(*number as usize) {
                    if *place == enable {
                        bail!(Qemu, InvalidArg, "vcpu '{number}' is already in requested state");
                    }
                    *place = enable;
                }
            }
            self.plug(&mut change, state.extra.run()?, &wanted)?;
        }
        self.state.edit(&change, targets.only_config(), |document| {
            let mut next = online(document);
            for number in &which {
                if let Some(place) = next.get_mut(*number as usize) {
                    *place = enable;
                }
            }
            write_config(document, &next, &which, true);
            Ok(())
        })
    }

    /// Has the guest itself put its processors online or offline.
    fn set_vcpus_in_guest(&self, dom: &Domain, count: u32, flags: u32) -> Result<()> {
        if flags & VIR_DOMAIN_AFFECT_CONFIG != 0 {
            bail!(Qemu, InvalidArg, "setting vcpus via guest agent isn't supported with config changes");
        }
        if flags & VIR_DOMAIN_VCPU_MAXIMUM != 0 {
            bail!(Qemu, InvalidArg, "setting maximum vcpu count via guest agent isn't supported");
        }
        let (state, agent) = self.agent(dom)?;
        let most = online(&state.def).iter().filter(|online| **online).count() as u32;
        if count > most {
            bail!(
                Qemu,
                InvalidArg,
                "requested vcpu count is greater than the count of enabled vcpus in the domain: {count} > {most}"
            );
        }
        let vcpus = agent.vcpus()?;
        let running = vcpus.iter().filter(|vcpu| vcpu.online).count() as u32;
        let enable = count > running;
        let missing = count.abs_diff(running) as usize;
        let mut wanted: Vec<(u32, bool)> = match enable {
            true => vcpus.iter().filter(|vcpu| !vcpu.online).map(|vcpu| (vcpu.id, true)).collect(),
            false => {
                let can_go = vcpus.iter().rev().filter(|vcpu| vcpu.online && vcpu.offlinable);
                can_go.map(|vcpu| (vcpu.id, false)).collect()
            }
        };
        if wanted.len() < missing {
            return Err(match enable {
                true => error!(Qemu, InternalError, "guest agent reports less cpu than requested"),
                false => error!(Qemu, InternalError, "Cannot offline enough CPUs"),
            });
        }
        wanted.truncate(missing);
        agent.set_vcpus(&wanted)
    }
}

/// Sets how many processors a domain can have at most.
fn set_maximum(document: &mut Document, count: u32) -> Result<()> {
    if let Some(topology) = document.cpu.as_ref().and_then(|cpu| cpu.topology.as_ref()) {
        let parts = [topology.sockets, topology.dies, topology.clusters, topology.cores, topology.threads];
        let product =
            parts.iter().fold(1_u64, |product, part| product.saturating_mul(u64::from(part.unwrap_or(1))));
        if product != u64::from(count) {
            bail!(Qemu, InvalidArg, "CPU topology doesn't match the desired vcpu count");
        }
    }
    document.set_max_vcpus(count);
    if let Some(vcpus) = &mut document.vcpus {
        vcpus.vcpus.retain(|vcpu| vcpu.id.is_some_and(|id| id < count));
        let known = vcpus.vcpus.len() as u32;
        vcpus.vcpus.extend((known..count).map(|id| OneVcpu {
            id: Some(id),
            enabled: Some(YesNo(false)),
            ..OneVcpu::default()
        }));
    }
    Ok(())
}
