//! I/O threads.

use crate::TestConnection;
use virt_conf::domain::Domain as Document;
use virt_core::{
    bitmap,
    domain::{
        DomainHost,
        tuning::{iothread, pin},
    },
    records::*,
    types::*,
};
use virt_error::{Origin, Result, bail};

/// How long an I/O thread polls at most until it is told otherwise, in ns.
const POLL_MAX: u64 = 32_768;

impl TestConnection {
    pub(super) fn list_iothreads(&self, dom: &Domain, flags: u32) -> Result<Vec<IoThreadInfo>> {
        let state = self.state.snapshot(dom)?;
        let document = state.one(flags)?;
        let length = (self.state.host.info.cpus.max(0) as usize).div_ceil(8);
        Ok(iothread::numbers(document)
            .into_iter()
            .map(|id| {
                // One that is not pinned may run wherever a processor of the domain may be counted.
                let placed = document.vcpu.as_ref().is_some_and(|vcpu| vcpu.cpuset.is_some());
                let cpus = match pin::iothread(document, id) {
                    None if !placed => (0..document.vcpus()).collect(),
                    pin => self.cpus(pin, document),
                };
                let cpumap = bitmap::to_bytes(&cpus, length).into();
                IoThreadInfo { iothread_id: id, cpumap }
            })
            .collect())
    }

    pub(super) fn add_iothread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        if id == 0 {
            bail!(Test, InvalidArg, "invalid value of 0 for iothread_id");
        }
        let change = self.state.change(dom, "virDomainAddIOThread")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| iothread::add(document, id))
    }

    pub(super) fn remove_iothread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainDelIOThread")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| iothread::remove(document, id))
    }

    pub(super) fn pin_iothread(&self, dom: &Domain, id: u32, map: &[u8], flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainPinIOThread")?;
        let targets = change.state().one_target(flags)?;
        let cpus = bitmap::from_bytes(map, self.state.host.info.cpus.max(0) as u32);
        if cpus.is_empty() {
            bail!(Test, InvalidArg, "Empty iothread cpumap list for pinning");
        }
        change.edit(targets, |document| {
            if !iothread::numbers(document).contains(&id) {
                bail!(Test, InvalidArg, "iothreadid {id} not found");
            }
            pin::set_iothread(document, id, &cpus);
            Ok(())
        })
    }

    pub(super) fn set_iothread(
        &self,
        dom: &Domain,
        id: u32,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        if id == 0 {
            bail!(Test, InvalidArg, "invalid value of 0 for iothread_id");
        }
        let change = self.state.change(dom, "virDomainSetIOThreadParams")?;
        let targets = change.state().targets(flags)?;
        let state = change.state();
        let documents = [targets.live.then_some(&state.def), targets.config.then(|| state.persistent())];
        if documents.into_iter().flatten().any(|document| !iothread::numbers(document).contains(&id)) {
            return Err(iothread::missing(id, Origin::Test));
        }
        iothread::check(params)?;
        change.edit(targets, |document| iothread::apply(document, id, params, Origin::Test))
    }
}

/// The I/O threads and their polling: the longest, and by what it grows and shrinks.
pub fn listed_polls(document: &Document) -> Vec<(u32, [u64; 3])> {
    let threads = document.iothreadids.iter().flat_map(|ids| &ids.iothreads);
    let poll = |id: u32| {
        let thread = threads.clone().find(|thread| thread.id == Some(id));
        let poll = thread.and_then(|thread| thread.poll.as_deref());
        let part = |place: Option<u64>, default: u64| place.unwrap_or(default);
        match poll {
            Some(poll) => [part(poll.max, POLL_MAX), part(poll.grow, 0), part(poll.shrink, 0)],
            None => [POLL_MAX, 0, 0],
        }
    };
    iothread::numbers(document).into_iter().map(|id| (id, poll(id))).collect()
}
