//! I/O threads.

use super::pin;
use crate::{connection::QemuConnection, monitor::Monitor, process};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use virt_conf::domain::{
    Domain as Document,
    memory::{Iothread, IothreadPin},
};
use virt_core::{
    bitmap,
    domain::DomainHost,
    params::{Accepted, Kind, Multiple, validate},
    records::*,
    types::*,
};
use virt_error::{Result, bail, error};
use virt_sys::affinity;

/// The numbers of the document's I/O threads, listed or only counted.
fn numbers(document: &Document) -> Vec<u32> {
    /// More than any emulator has.
    const MOST: u32 = 65_536;
    let mut numbers: Vec<u32> =
        document.iothreadids.iter().flat_map(|ids| &ids.iothreads).filter_map(|thread| thread.id).collect();
    let wanted = document.iothreads.unwrap_or(0).min(MOST) as usize;
    let missing = wanted.saturating_sub(numbers.len());
    let taken: BTreeSet<u32> = numbers.iter().copied().collect();
    numbers.extend((1..).filter(|id| !taken.contains(id)).take(missing));
    numbers.sort_unstable();
    numbers
}

/// The document's I/O threads, each listed.
fn listed(document: &mut Document) -> &mut Vec<Iothread> {
    let numbers = numbers(document);
    let list = &mut document.iothreadids.get_or_insert_default().iothreads;
    for id in numbers {
        if list.iter().all(|thread| thread.id != Some(id)) {
            list.push(Iothread { id: Some(id), ..Iothread::default() });
        }
    }
    list
}

/// The emulator's name of an I/O thread.
fn name(id: u32) -> String {
    format!("iothread{id}")
}

/// The I/O threads of a running guest, with their threads on the host.
fn running(monitor: &Monitor) -> Result<Vec<(u32, u32)>> {
    const COMMAND: &str = "query-iothreads";
    process::iothreads(COMMAND, &monitor.run(COMMAND, Json::Null)?)
}

/// The emulator's properties of polling and of the pool, by the parameters of the API.
const PROPERTIES: [(&str, &str); 5] = [
    ("poll_max_ns", "poll-max-ns"),
    ("poll_grow", "poll-grow"),
    ("poll_shrink", "poll-shrink"),
    ("thread_pool_min", "thread-pool-min"),
    ("thread_pool_max", "thread-pool-max"),
];

fn number(param: &TypedParam) -> Json {
    match param.value {
        Value::ULLong(number) => number.into(),
        Value::UInt(number) => number.into(),
        Value::Int(number) => number.into(),
        _ => Json::Null,
    }
}

impl QemuConnection {
    pub(super) fn list_iothreads(&self, dom: &Domain, flags: u32) -> Result<Vec<IoThreadInfo>> {
        let state = self.state.snapshot(dom)?;
        let length = virt_sys::host::highest_cpu() as usize / 8 + 1;
        let info = |id: u32, cpus: BTreeSet<u32>| {
            let cpumap = bitmap::to_bytes(&cpus, length).into();
            IoThreadInfo { iothread_id: id, cpumap }
        };
        if state.one_target(flags)?.live {
            let threads = running(state.extra.run()?.monitor())?;
            let one =
                |(id, thread): (u32, u32)| Ok(info(id, affinity::of_thread(thread)?.into_iter().collect()));
            return threads.into_iter().map(one).collect();
        }
        let document = state.persistent();
        let one = |id: u32| {
            let mut pins = document.cputune.iter().flat_map(|tune| &tune.iothreadpins);
            let own = pins.find(|pin| pin.iothread == Some(id)).and_then(|pin| pin.cpuset.as_ref());
            info(id, pin::cpus(own, document))
        };
        Ok(numbers(document).into_iter().map(one).collect())
    }

    pub(super) fn add_iothread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        if id == 0 {
            bail!(Qemu, InvalidArg, "invalid value of 0 for iothread_id");
        }
        let change = self.state.change(dom, "virDomainAddIOThread")?;
        let targets = change.state().targets(flags)?;
        self.state.tune(
            &change,
            targets,
            |run| {
                run.monitor().object_add(json!({"qom-type": "iothread", "id": name(id)}))?;
                // It begins where the emulator's own thread may run.
                let threads = running(run.monitor())?;
                match threads.into_iter().find(|(known, _)| *known == id) {
                    Some((_, thread)) => {
                        let cpus = pin::cpus(None, &change.state().def);
                        affinity::set_thread(thread, &cpus.into_iter().collect::<Vec<u32>>())
                    }
                    None => Ok(()),
                }
            },
            |document| {
                let list = listed(document);
                if list.iter().any(|thread| thread.id == Some(id)) {
                    bail!(Domain, InvalidArg, "an IOThread is already using iothread_id '{id}'");
                }
                list.push(Iothread { id: Some(id), ..Iothread::default() });
                document.iothreads = Some(list.len() as u32);
                Ok(())
            },
        )
    }

    pub(super) fn remove_iothread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        if id == 0 {
            bail!(Qemu, InvalidArg, "invalid value of 0 for iothread_id");
        }
        let change = self.state.change(dom, "virDomainDelIOThread")?;
        let targets = change.state().targets(flags)?;
        self.state.tune(
            &change,
            targets,
            |run| run.monitor().object_del(&name(id)),
            |document| {
                if !numbers(document).contains(&id) {
                    bail!(Domain, InvalidArg, "cannot find IOThread '{id}' in iothreadids list");
                }
                check_unused(document, id)?;
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
            },
        )
    }

    pub(super) fn pin_iothread(&self, dom: &Domain, id: u32, map: &[u8], flags: u32) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainPinIOThread")?;
        let targets = change.state().targets(flags)?;
        let cpus = pin::wanted(map, "Empty iothread cpumap list for pinning")?;
        let missing = || error!(Qemu, InvalidArg, "iothread {id} not found");
        self.state.tune(
            &change,
            targets,
            |run| {
                let threads = running(run.monitor())?;
                let (_, thread) = threads.into_iter().find(|(known, _)| *known == id).ok_or_else(missing)?;
                affinity::set_thread(thread, &cpus.iter().copied().collect::<Vec<u32>>())
            },
            |document| {
                if !numbers(document).contains(&id) {
                    return Err(missing());
                }
                let pins = &mut document.cputune.get_or_insert_default().iothreadpins;
                pins.retain(|pin| pin.iothread != Some(id));
                let cpuset = Some(cpus.iter().copied().collect());
                pins.push(IothreadPin { iothread: Some(id), cpuset, ..IothreadPin::default() });
                pins.sort_by_key(|pin| pin.iothread);
                Ok(())
            },
        )?;
        if targets.live {
            let dom = change.record();
            change.event(pin::tunable(dom, format!("cputune.iothreadpin{id}"), bitmap::format(&cpus)));
        }
        Ok(())
    }

    pub(super) fn set_iothread(
        &self,
        dom: &Domain,
        id: u32,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        if id == 0 {
            bail!(Qemu, InvalidArg, "invalid value of 0 for iothread_id");
        }
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
        let change = self.state.change(dom, "virDomainSetIOThreadParams")?;
        let targets = change.state().targets(flags)?;
        self.state.tune(
            &change,
            targets,
            |run| {
                let path = format!("/objects/{}", name(id));
                for param in params {
                    let property = PROPERTIES.iter().find(|(known, _)| *known == param.field);
                    if let Some((_, property)) = property {
                        run.monitor().qom_set(&path, property, number(param))?;
                    }
                }
                Ok(())
            },
            |document| {
                let thread = listed(document).iter_mut().find(|thread| thread.id == Some(id));
                let thread = thread
                    .ok_or_else(|| error!(Qemu, InvalidArg, "cannot find IOThread '{id}' in iothreadids"))?;
                params.iter().for_each(|param| set(thread, param));
                match (thread.thread_pool_min, thread.thread_pool_max) {
                    (Some(min), Some(max)) if min > max => bail!(
                        Qemu,
                        InvalidArg,
                        "thread_pool_min must be smaller or equal to thread_pool_max ({min} > {max})"
                    ),
                    _ => Ok(()),
                }
            },
        )
    }
}

fn set(thread: &mut Iothread, param: &TypedParam) {
    match (&*param.field, &param.value) {
        ("poll_max_ns", Value::ULLong(ns)) => thread.poll.get_or_insert_default().max = Some(*ns),
        ("poll_grow", Value::UInt(step)) => thread.poll.get_or_insert_default().grow = Some(u64::from(*step)),
        ("poll_shrink", Value::UInt(step)) => {
            thread.poll.get_or_insert_default().shrink = Some(u64::from(*step));
        }
        ("thread_pool_min", Value::Int(threads)) => thread.thread_pool_min = Some(*threads),
        ("thread_pool_max", Value::Int(threads)) => thread.thread_pool_max = Some(*threads),
        _ => {}
    }
}

/// Errors: `VIR_ERR_INVALID_ARG` for a thread that a disk or a controller runs in.
fn check_unused(document: &Document, id: u32) -> Result<()> {
    for disk in &document.devices.disks {
        if disk.driver.as_ref().and_then(|driver| driver.iothread) == Some(id) {
            let name = disk.target_name();
            bail!(Domain, InvalidArg, "cannot remove IOThread {id} since it is being used by disk '{name}'");
        }
    }
    for controller in &document.devices.controllers {
        if controller.driver.as_ref().and_then(|driver| driver.iothread) == Some(id) {
            let number = controller.index.unwrap_or(0);
            bail!(
                Domain,
                InvalidArg,
                "cannot remove IOThread '{id}' since it is being used by controller '{number}'"
            );
        }
    }
    Ok(())
}
