//! On which of the host's processors a guest's processors and its emulator run.

use crate::connection::QemuConnection;
use std::collections::BTreeSet;
use virt_conf::{NumberSet, domain::Domain as Document};
use virt_core::{
    bitmap,
    constants::*,
    domain::{DomainHost, tuning::pin},
    event::Event,
    records::*,
    types::{TypedParam, Value},
};
use virt_error::{Result, bail};
use virt_sys::affinity;

/// The processors of a `cpuset`, or of the domain's own, or all of the host's.
pub fn cpus(cpuset: Option<&NumberSet>, document: &Document) -> BTreeSet<u32> {
    pin::cpus(cpuset, document, virt_sys::host::online_cpus)
}

/// The processors that the bits of a caller's map mean.
///
/// Errors: `VIR_ERR_INVALID_ARG` for none.
pub fn wanted(map: &[u8], empty: &str) -> Result<BTreeSet<u32>> {
    let cpus = bitmap::from_bytes(map, virt_sys::host::highest_cpu() + 1);
    match cpus.is_empty() {
        true => bail!(Qemu, InvalidArg, "{empty}"),
        false => Ok(cpus),
    }
}

/// Event of a change of what the guest may use.
pub fn tunable(dom: Domain, name: String, value: String) -> Event {
    Event::DomainTunable { dom, params: vec![TypedParam::new(name, Value::String(value))].into() }
}

impl QemuConnection {
    pub(super) fn pin_vcpu(&self, dom: &Domain, vcpu: u32, map: &[u8], flags: u32) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainPinVcpuFlags")?;
        let targets = change.state().targets(flags)?;
        let state = change.state();
        for (document, word) in [
            (targets.live.then_some(&state.def), "live"),
            (targets.config.then(|| state.persistent()), "persistent"),
        ] {
            if let Some(most) = document.map(|document| document.max_vcpus()).filter(|most| vcpu >= *most) {
                bail!(Qemu, InvalidArg, "vcpu {vcpu} is out of range of {word} cpu count {most}");
            }
        }
        let cpus = wanted(map, "Empty cpu list for pinning")?;
        self.state.tune(
            &change,
            targets,
            |run| {
                let vcpus = run.running.vcpus();
                let thread = vcpus.iter().find(|known| known.vcpu == vcpu).map(|known| known.thread);
                let cpus: Vec<u32> = cpus.iter().copied().collect();
                // One that is not plugged in is pinned when it is.
                thread.map_or(Ok(()), |thread| affinity::set_thread(thread, &cpus))
            },
            |document| {
                pin::set_vcpu(document, vcpu, &cpus);
                Ok(())
            },
        )?;
        if targets.live {
            let dom = change.record();
            change.event(tunable(dom, format!("cputune.vcpupin{vcpu}"), bitmap::format(&cpus)));
        }
        Ok(())
    }

    pub(super) fn pin_emulator(&self, dom: &Domain, map: &[u8], flags: u32) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainPinEmulator")?;
        let targets = change.state().targets(flags)?;
        let cpus = wanted(map, "Empty cpu list for pinning")?;
        self.state.tune(
            &change,
            targets,
            |run| {
                let cpus: Vec<u32> = cpus.iter().copied().collect();
                let vcpus = run.running.vcpus();
                // The processors of the guest have places of their own.
                for thread in affinity::threads(run.running.pid())? {
                    if vcpus.iter().all(|vcpu| vcpu.thread != thread) {
                        affinity::set_thread(thread, &cpus)?;
                    }
                }
                Ok(())
            },
            |document| {
                pin::set_emulator(document, &cpus);
                Ok(())
            },
        )?;
        if targets.live {
            let dom = change.record();
            change.event(tunable(dom, "cputune.emulatorpin".to_owned(), bitmap::format(&cpus)));
        }
        Ok(())
    }

    pub(super) fn list_vcpus(&self, dom: &Domain, maxinfo: i32, maplen: i32) -> Result<DomainVcpus> {
        let state = self.state.snapshot(dom)?;
        let Ok(run) = state.extra.run() else {
            bail!(Qemu, OperationInvalid, "cannot retrieve vcpu information for inactive domain");
        };
        let threads = run.running.vcpus();
        let count = usize::try_from(maxinfo).unwrap_or(0).min(threads.len());
        let length = bitmap::map_length(maplen, count)?;
        let mut vcpus = DomainVcpus::default();
        for known in threads.iter().take(count) {
            let used = affinity::used(run.running.pid(), known.thread);
            vcpus.info.0.push(VcpuInfo {
                number: known.vcpu,
                state: VIR_VCPU_RUNNING,
                cpu_time: used.map_or(0, |used| used.nanoseconds),
                cpu: used.map_or(-1, |used| used.processor),
            });
            let cpus: BTreeSet<u32> = affinity::of_thread(known.thread)?.into_iter().collect();
            vcpus.cpumaps.0.extend(bitmap::to_bytes(&cpus, length));
        }
        Ok(vcpus)
    }
}
