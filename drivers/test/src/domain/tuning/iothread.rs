//! I/O threads.

use crate::TestConnection;
use virt_conf::domain::{
    Domain as Document,
    memory::{Iothread, IothreadPin},
};
use virt_core::domain::DomainHost;
use virt_core::{
    bitmap,
    params::{Accepted, Kind, Multiple, validate},
    records::*,
    types::*,
};
use virt_error::{Result, bail, error};

/// How long an I/O thread polls at most until it is told otherwise, in ns.
const POLL_MAX: u64 = 32_768;

/// The numbers of the document's I/O threads, listed or only counted.
fn numbers(document: &Document) -> Vec<u32> {
    let listed: Vec<u32> =
        document.iothreadids.iter().flat_map(|ids| &ids.iothreads).filter_map(|thread| thread.id).collect();
    if listed.is_empty() { (1..=document.iothreads.unwrap_or(0).min(65_536)).collect() } else { listed }
}

/// The document's I/O threads, each listed.
fn listed(document: &mut Document) -> &mut Vec<Iothread> {
    let numbers = numbers(document);
    let list = &mut document.iothreadids.get_or_insert_default().iothreads;
    if list.is_empty() {
        list.extend(numbers.into_iter().map(|id| Iothread { id: Some(id), ..Iothread::default() }));
    }
    list
}

impl TestConnection {
    pub(super) fn list_iothreads(&self, dom: &Domain, flags: u32) -> Result<Vec<IoThreadInfo>> {
        let state = self.state.snapshot(dom)?;
        let document = state.one(flags)?;
        let length = (self.state.host.info.cpus.max(0) as usize).div_ceil(8);
        Ok(numbers(document)
            .into_iter()
            .map(|id| {
                let pins = document.cputune.iter().flat_map(|tune| &tune.iothreadpins);
                let pin = pins.filter(|pin| pin.iothread == Some(id)).find_map(|pin| pin.cpuset.as_ref());
                // One that is not pinned may run wherever a processor of the domain may be counted.
                let placed = document.vcpu.as_ref().is_some_and(|vcpu| vcpu.cpuset.is_some());
                let cpus = match pin {
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
        change.edit(targets, |document| {
            let list = listed(document);
            if list.iter().any(|thread| thread.id == Some(id)) {
                bail!(Domain, InvalidArg, "an IOThread is already using iothread_id '{id}'");
            }
            list.push(Iothread { id: Some(id), ..Iothread::default() });
            document.iothreads = Some(list.len() as u32);
            Ok(())
        })
    }

    pub(super) fn remove_iothread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainDelIOThread")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| {
            if !numbers(document).contains(&id) {
                bail!(Domain, InvalidArg, "cannot find IOThread '{id}' in iothreadids list");
            }
            for disk in &document.devices.disks {
                if disk.driver.as_ref().and_then(|driver| driver.iothread) == Some(id) {
                    let name = disk.target_name();
                    bail!(
                        Domain,
                        InvalidArg,
                        "cannot remove IOThread {id} since it is being used by disk '{name}'"
                    );
                }
            }
            let list = listed(document);
            list.retain(|thread| thread.id != Some(id));
            let left = list.len() as u32;
            document.iothreads = (left > 0).then_some(left);
            if left == 0 {
                document.iothreadids = None;
            }
            if let Some(tune) = &mut document.cputune {
                tune.iothreadpins.retain(|pin| pin.iothread != Some(id));
            }
            Ok(())
        })
    }

    pub(super) fn pin_iothread(&self, dom: &Domain, id: u32, map: &[u8], flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainPinIOThread")?;
        let targets = change.state().one_target(flags)?;
        let cpus = bitmap::from_bytes(map, self.state.host.info.cpus.max(0) as u32);
        if cpus.is_empty() {
            bail!(Test, InvalidArg, "Empty iothread cpumap list for pinning");
        }
        change.edit(targets, |document| {
            if !numbers(document).contains(&id) {
                bail!(Test, InvalidArg, "iothreadid {id} not found");
            }
            let pins = &mut document.cputune.get_or_insert_default().iothreadpins;
            pins.retain(|pin| pin.iothread != Some(id));
            let cpuset = Some(cpus.iter().copied().collect());
            pins.push(IothreadPin { iothread: Some(id), cpuset, ..IothreadPin::default() });
            pins.sort_by_key(|pin| pin.iothread);
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
        let missing = || error!(Test, InvalidArg, "cannot find IOThread '{id}' in iothreadids");
        change.edit(targets, |document| {
            let known = listed(document).iter().any(|thread| thread.id == Some(id));
            known.then_some(()).ok_or_else(missing)
        })?;
        validate(
            params,
            &[
                Accepted("poll_max_ns", Kind::ULLong, Multiple::Once),
                Accepted("poll_grow", Kind::UInt, Multiple::Once),
                Accepted("poll_shrink", Kind::UInt, Multiple::Once),
                Accepted("thread_pool_min", Kind::Int, Multiple::Once),
                Accepted("thread_pool_max", Kind::Int, Multiple::Once),
            ],
        )?;
        change.edit(targets, |document| {
            let thread =
                listed(document).iter_mut().find(|thread| thread.id == Some(id)).ok_or_else(missing)?;
            for param in params {
                match (&*param.field, &param.value) {
                    ("poll_max_ns", Value::ULLong(ns)) => thread.poll.get_or_insert_default().max = Some(*ns),
                    ("poll_grow", Value::UInt(step)) => {
                        thread.poll.get_or_insert_default().grow = Some(u64::from(*step));
                    }
                    ("poll_shrink", Value::UInt(step)) => {
                        thread.poll.get_or_insert_default().shrink = Some(u64::from(*step));
                    }
                    ("thread_pool_min", Value::Int(threads)) => thread.thread_pool_min = Some(*threads),
                    ("thread_pool_max", Value::Int(threads)) => thread.thread_pool_max = Some(*threads),
                    _ => {}
                }
            }
            if let (Some(min), Some(max)) = (thread.thread_pool_min, thread.thread_pool_max) {
                if min > max {
                    bail!(
                        Test,
                        InvalidArg,
                        "thread_pool_min must be smaller or equal to thread_pool_max ({min} > {max})"
                    );
                }
            }
            Ok(())
        })
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
    numbers(document).into_iter().map(|id| (id, poll(id))).collect()
}
