//! I/O threads.

use super::pin;
use crate::{connection::QemuConnection, monitor::Monitor, process};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use virt_core::{
    bitmap,
    domain::{
        DomainHost,
        tuning::{self, iothread},
    },
    records::*,
    types::*,
};
use virt_error::{Origin, Result, bail, error};
use virt_sys::affinity;

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
        let one = |id: u32| info(id, pin::cpus(tuning::pin::iothread(document, id), document));
        Ok(iothread::numbers(document).into_iter().map(one).collect())
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
            |document| iothread::add(document, id),
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
            |document| iothread::remove(document, id),
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
                if !iothread::numbers(document).contains(&id) {
                    return Err(missing());
                }
                tuning::pin::set_iothread(document, id, &cpus);
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
        iothread::check(params)?;
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
            |document| iothread::apply(document, id, params, Origin::Qemu),
        )
    }
}
