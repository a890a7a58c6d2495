//! What a document has only while its guest runs: asked and told in one round trip over the monitor.

use super::{graphics, live_cpu, memory_places, running::VcpuThread};
use crate::{
    command,
    monitor::{Chardev, Command, Cpu, Fields},
    settings::Settings,
};
use serde_json::{Value, json};
use std::collections::HashMap;
use virt_conf::{
    NumberSet,
    domain::{
        Domain as Document,
        chardev::{ChannelState, ChannelTarget, ChardevSource, ChardevType},
        interface::LinkState,
        memory::{Cputune, Scheduler},
    },
};
use virt_error::{Result, error};
use virt_sys::affinity::{self, Policy};

/// What is asked and told, and what becomes of the answers.
pub struct Questions {
    commands: Vec<Command>,
    /// Which answer holds the character devices, and which the processors.
    chardevs: Option<usize>,
    cpus: usize,
    iothreads: Option<usize>,
    /// Which one tells where memory devices are.
    memory: Option<usize>,
    /// The questions about the processor's features are the last ones; an emulator may not have these properties.
    processor: usize,
}

/// The threads of a guest's processors, and by number those that do the I/O of its disks.
pub struct Threads {
    pub vcpus: Vec<VcpuThread>,
    pub iothreads: Vec<(u32, u32)>,
}

/// What a guest with that document must be asked and told before it runs.
pub fn questions(document: &Document, settings: &Settings) -> Result<Questions> {
    let mut commands = vec![("query-cpus-fast", Value::Null)];
    let mut chardevs = None;
    if has_terminals(document) {
        chardevs = Some(commands.len());
        commands.push(("query-chardev", Value::Null));
    }
    let mut iothreads = None;
    if document.iothreads.is_some() || document.iothreadids.is_some() {
        iothreads = Some(commands.len());
        commands.push(("query-iothreads", Value::Null));
    }
    let mut memory = None;
    if !document.devices.memories.is_empty() {
        memory = Some(commands.len());
        commands.push(("query-memory-devices", Value::Null));
    }
    commands.extend(graphics::passwords(document, settings)?);
    let limits = document.devices.disks.iter().filter_map(crate::command::disk::limits);
    commands.extend(limits.map(|limits| ("block_set_io_throttle", limits)));
    for interface in &document.devices.interfaces {
        let down = interface.link.as_ref().is_some_and(|link| link.state == Some(LinkState::Down));
        if let (true, Some(alias)) = (down, &interface.info.alias) {
            commands.push(("set_link", json!({"name": alias.0, "up": false})));
        }
    }
    let limits = document.devices.disks.iter().filter_map(command::disk_limits);
    commands.extend(limits.map(|limits| ("block_set_io_throttle", limits)));
    let balloon = document.devices.memballoons.iter().find(|balloon| balloon.info.alias.is_some());
    if let Some(alias) = balloon.and_then(|balloon| balloon.info.alias.as_ref()) {
        if let Some(period) = balloon.and_then(|balloon| balloon.stats).filter(|period| *period > 0) {
            let path = format!("/machine/peripheral/{}", alias.0);
            let property = "guest-stats-polling-interval";
            commands.push(("qom-set", json!({"path": path, "property": property, "value": period})));
        }
        if document.memory() < document.max_memory() {
            commands.push(("balloon", json!({"value": document.memory() * 1024})));
        }
    }
    let processor = commands.len();
    commands.extend(live_cpu::questions(document));
    Ok(Questions { commands, chardevs, cpus: 0, iothreads, memory, processor })
}

impl Questions {
    pub fn commands(&self) -> &[Command] {
        &self.commands
    }

    /// Puts the answers into the document; the threads that they tell of.
    ///
    /// Errors: what was refused.
    pub fn take(&self, answers: Vec<Result<Value>>, document: &mut Document) -> Result<Threads> {
        let mut answers = answers;
        let features = answers.split_off(self.processor.min(answers.len()));
        let answers = answers.into_iter().collect::<Result<Vec<Value>>>()?;
        if let Ok(features) = features.into_iter().collect::<Result<Vec<Value>>>() {
            live_cpu::take(&features, document)?;
        }
        let answer = |place: usize| answers.get(place).unwrap_or(&Value::Null);
        if let Some(place) = self.chardevs {
            terminals(document, &Chardev::read_all("query-chardev", answer(place))?)?;
        }
        if let Some(place) = self.memory {
            memory_places::place(document, answer(place));
        }
        let vcpus = threads(&Cpu::read_all("query-cpus-fast", answer(self.cpus))?)?;
        let iothreads = match self.iothreads {
            Some(place) => iothreads("query-iothreads", answer(place))?,
            None => Vec::new(),
        };
        Ok(Threads { vcpus, iothreads })
    }
}

/// The threads that do the I/O of disks, by number. What somebody made over the monitor under a name of another kind is
/// not the guest's.
pub fn iothreads(command: &str, answer: &Value) -> Result<Vec<(u32, u32)>> {
    let mut threads = Vec::new();
    for fields in Fields::list(command, answer)? {
        let id = fields.text("id")?.strip_prefix("iothread").and_then(|number| number.parse().ok());
        let thread = u32::try_from(fields.number("thread-id")?).ok();
        if let (Some(id), Some(thread)) = (id, thread) {
            threads.push((id, thread));
        }
    }
    threads.sort_unstable();
    Ok(threads)
}

/// The processors' threads.
pub fn threads(cpus: &[Cpu]) -> Result<Vec<VcpuThread>> {
    let one = |cpu: &Cpu| {
        let (vcpu, thread) = (u32::try_from(cpu.index).ok()?, u32::try_from(cpu.thread).ok()?);
        Some(VcpuThread { vcpu, thread })
    };
    let all: Option<Vec<VcpuThread>> = cpus.iter().map(one).collect();
    all.ok_or_else(|| error!(Qemu, InternalError, "qemu reported a processor that cannot be"))
}

/// Whether the emulator has something to say about the document's character devices.
fn has_terminals(document: &Document) -> bool {
    let devices = &document.devices;
    if !devices.channels.is_empty() {
        return true;
    }
    let kinds = devices
        .serials
        .iter()
        .map(|device| device.kind)
        .chain(devices.parallels.iter().map(|device| device.kind))
        .chain(devices.consoles.iter().map(|device| device.kind));
    kinds.into_iter().any(|kind| kind == Some(ChardevType::Pty))
}

/// Puts the paths of pseudo-terminals where they belong, and whether the guest listens to its channels.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` for a device that got none.
pub fn terminals(document: &mut Document, chardevs: &[Chardev]) -> Result<()> {
    let paths: HashMap<&str, &str> =
        chardevs.iter().filter_map(|chardev| Some((chardev.label.as_str(), chardev.pty()?))).collect();
    let place = |alias: Option<&virt_conf::domain::address::Alias>,
                 kind: Option<ChardevType>,
                 source: &mut ChardevSource|
     -> Result<Option<String>> {
        let (Some(alias), Some(ChardevType::Pty)) = (alias, kind) else { return Ok(None) };
        let alias = &alias.0;
        let path = paths.get(format!("char{alias}").as_str()).ok_or_else(|| {
            error!(
                Qemu,
                InternalError,
                "process exited while connecting to monitor: no assigned pty for device char{alias}"
            )
        })?;
        if source.sources.is_empty() {
            source.sources.push(Default::default());
        }
        source.sources[0].path = Some((*path).to_owned());
        Ok(Some((*path).to_owned()))
    };
    let devices = &mut document.devices;
    for device in &mut devices.serials {
        place(device.info.alias.as_ref(), device.kind, &mut device.source)?;
    }
    for device in &mut devices.parallels {
        place(device.info.alias.as_ref(), device.kind, &mut device.source)?;
    }
    for device in &mut devices.channels {
        if let (Some(target), Some(alias)) = (&mut device.target, &device.info.alias) {
            let label = format!("char{}", alias.0);
            if let Some(known) = chardevs.iter().find(|known| known.label == label) {
                let virtio = target.kind == Some(ChannelTarget::Virtio);
                target.state = virtio.then_some(match known.frontend_open {
                    true => ChannelState::Connected,
                    false => ChannelState::Disconnected,
                });
            }
        }
        place(device.info.alias.as_ref(), device.kind, &mut device.source)?;
    }
    for device in &mut devices.consoles {
        if let Some(path) = place(device.info.alias.as_ref(), device.kind, &mut device.source)? {
            device.tty = Some(path);
        }
    }
    Ok(())
}

/// Puts the emulator's threads on the host's processors that the document names, and has them scheduled as it says, as
/// far as that needs no control group.
///
/// Errors: `VIR_ERR_SYSTEM_ERROR`.
pub fn place_threads(
    document: &Document,
    pid: u32,
    vcpus: &[VcpuThread],
    iothreads: &[(u32, u32)],
) -> Result<()> {
    let none = Cputune::default();
    let tune = document.cputune.as_deref().unwrap_or(&none);
    let all = document.vcpu.as_ref().and_then(|vcpu| vcpu.cpuset.as_ref());
    let emulator = tune.emulatorpin.as_ref().and_then(|pin| pin.cpuset.as_ref()).or(all);
    let list = |set: &NumberSet| set.iter().collect::<Vec<u32>>();
    if emulator.is_some() || tune.emulatorsched.is_some() {
        let own = |thread: &u32| {
            vcpus.iter().all(|vcpu| vcpu.thread != *thread)
                && iothreads.iter().all(|(_, other)| other != thread)
        };
        for thread in affinity::threads(pid)?.into_iter().filter(own) {
            if let Some(set) = emulator {
                affinity::set_thread(thread, &list(set))?;
            }
            if let Some(sched) = tune.emulatorsched.as_deref() {
                schedule(thread, sched.scheduler, sched.priority)?;
            }
        }
    }
    for VcpuThread { vcpu, thread } in vcpus {
        let own =
            tune.vcpupins.iter().find(|pin| pin.vcpu == Some(*vcpu)).and_then(|pin| pin.cpuset.as_ref());
        if let Some(set) = own.or(all) {
            affinity::set_thread(*thread, &list(set))?;
        }
        let sched =
            tune.vcpuscheds.iter().find(|sched| sched.vcpus.as_ref().is_some_and(|set| set.contains(*vcpu)));
        if let Some(sched) = sched {
            schedule(*thread, sched.scheduler, sched.priority)?;
        }
    }
    for (id, thread) in iothreads {
        let own = tune
            .iothreadpins
            .iter()
            .find(|pin| pin.iothread == Some(*id))
            .and_then(|pin| pin.cpuset.as_ref());
        if let Some(set) = own.or(all) {
            affinity::set_thread(*thread, &list(set))?;
        }
        let sched = tune
            .iothreadscheds
            .iter()
            .find(|sched| sched.iothreads.as_ref().is_some_and(|set| set.contains(*id)));
        if let Some(sched) = sched {
            schedule(*thread, sched.scheduler, sched.priority)?;
        }
    }
    Ok(())
}

fn schedule(thread: u32, scheduler: Option<Scheduler>, priority: Option<i32>) -> Result<()> {
    let priority = priority.unwrap_or(0);
    let policy = match scheduler {
        None => return Ok(()),
        Some(Scheduler::Other) => Policy::Other,
        Some(Scheduler::Batch) => Policy::Batch,
        Some(Scheduler::Idle) => Policy::Idle,
        Some(Scheduler::Fifo) => Policy::Fifo(priority),
        Some(Scheduler::Rr) => Policy::RoundRobin(priority),
    };
    affinity::schedule(thread, policy)
}

/// How much memory the emulator may lock, in bytes, when that is more than everybody may.
pub fn locked_memory(document: &Document) -> Option<u64> {
    let locked = document.memory_backing.as_ref().is_some_and(|backing| backing.locked);
    let hard =
        document.memtune.as_ref().and_then(|tune| tune.hard_limit.as_ref()).and_then(|limit| limit.value);
    match hard {
        // As much as it may have at all.
        Some(kib) => Some(kib.saturating_mul(1024)),
        None => locked.then_some(u64::MAX),
    }
}
