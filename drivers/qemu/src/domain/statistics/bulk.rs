//! Bulk statistics: every guest is asked in one round trip, and all of them at the same time.

use super::{Answers, List, Questions, balloon, block, kvm, processor};
use crate::{
    connection::QemuConnection,
    domain::{DomainObject, DomainState, Run},
    emulator::Flag,
};
use serde_json::Value;
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};
use virt_conf::domain::{
    VirtType,
    interface::{Interface, InterfaceType},
};
use virt_core::{
    constants::*,
    domain::{STATS_FILTERS, STATS_FLAGS, passes},
    records::{Domain, DomainStatsRecord},
    types::Value as Param,
};
use virt_error::{Result, bail};
use virt_sys::{host, netdev};

/// How long all guests together may take to answer. One that does not costs the others nothing.
const WAIT: Duration = Duration::from_secs(10);
/// The same when nobody shall wait for a guest that is busy.
const SHORT_WAIT: Duration = Duration::from_millis(500);
/// How many guests are asked at once.
const AT_ONCE: usize = 64;

/// Every group.
const ALL: u32 = VIR_DOMAIN_STATS_STATE
    | VIR_DOMAIN_STATS_CPU_TOTAL
    | VIR_DOMAIN_STATS_BALLOON
    | VIR_DOMAIN_STATS_VCPU
    | VIR_DOMAIN_STATS_INTERFACE
    | VIR_DOMAIN_STATS_BLOCK
    | VIR_DOMAIN_STATS_PERF
    | VIR_DOMAIN_STATS_IOTHREAD
    | VIR_DOMAIN_STATS_MEMORY
    | VIR_DOMAIN_STATS_DIRTYRATE
    | VIR_DOMAIN_STATS_VM;

/// The statistics of the domains in `doms`, or of all when it is empty, as far as the filter lets them through.
/// Domains that are gone are left out.
pub fn collect(
    connection: &QemuConnection,
    doms: &[Domain],
    stats: u32,
    flags: u32,
) -> Result<Vec<DomainStatsRecord>> {
    super::super::operations::known(flags, STATS_FLAGS, "qemuConnectGetAllDomainStats")?;
    let unknown = stats & !ALL;
    if unknown != 0 && flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS != 0 {
        bail!(Qemu, ArgumentUnsupported, "Stats types bits 0x{unknown:x} are not supported by this daemon");
    }
    let wanted = Wanted {
        groups: if stats == 0 { ALL } else { stats & ALL },
        backing: flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING != 0,
        nowait: flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT != 0,
    };
    let registry = &connection.state.domains.registry;
    let objects: Vec<Arc<DomainObject>> = match doms {
        [] => registry.all(),
        doms => doms.iter().filter_map(|dom| registry.by_uuid(&dom.uuid)).collect(),
    };
    let objects: Vec<(usize, Arc<DomainObject>)> = objects
        .into_iter()
        .filter(|object| passes(&object.state(), flags & STATS_FILTERS))
        .enumerate()
        .collect();
    let deadline = Instant::now() + if wanted.nowait { SHORT_WAIT } else { WAIT };
    // A guest that is not asked takes no time, and needs no thread.
    let threads = if wanted.asks_anything() { AT_ONCE } else { 1 };
    let records = Mutex::new(Vec::with_capacity(objects.len()));
    virt_sys::thread::each("statistics", &objects, threads, |(place, object)| {
        let record = wanted.record(object, deadline);
        records.lock().unwrap_or_else(PoisonError::into_inner).push((*place, record));
    });
    let mut records = records.into_inner().unwrap_or_else(PoisonError::into_inner);
    records.sort_by_key(|(place, _)| *place);
    Ok(records.into_iter().map(|(_, record)| record).collect())
}

/// What is wanted of every guest.
#[derive(Clone, Copy)]
struct Wanted {
    groups: u32,
    backing: bool,
    nowait: bool,
}

/// The groups that the emulator is asked for.
const ASKED: u32 = VIR_DOMAIN_STATS_CPU_TOTAL
    | VIR_DOMAIN_STATS_BALLOON
    | VIR_DOMAIN_STATS_VCPU
    | VIR_DOMAIN_STATS_BLOCK
    | VIR_DOMAIN_STATS_IOTHREAD
    | VIR_DOMAIN_STATS_DIRTYRATE
    | VIR_DOMAIN_STATS_VM;

impl Wanted {
    fn has(self, group: u32) -> bool {
        self.groups & group != 0
    }

    fn asks_anything(self) -> bool {
        self.has(ASKED)
    }

    fn record(self, object: &DomainObject, deadline: Instant) -> DomainStatsRecord {
        let state = object.state();
        let run = state.extra.run.as_ref().filter(|_| state.is_active());
        let busy = self.nowait && object.at_work() != (None, None);
        let answers = match run {
            Some(run) if !busy => self.questions(&state, run).ask(run.monitor(), deadline),
            _ => Answers::default(),
        };
        let mut list = List(Vec::with_capacity(64));
        self.fill(&mut list, &state, run, &answers);
        DomainStatsRecord { dom: state.record(object.uuid()), params: list.0.into() }
    }

    fn questions(self, state: &DomainState, run: &Run) -> Questions {
        let mut questions = Questions::default();
        let emulator = &run.running.emulator;
        let counters = emulator.has(Flag::QueryStats) && emulator.has(Flag::QueryStatsSchemas);
        if self.has(VIR_DOMAIN_STATS_BALLOON) {
            if let Some(path) = balloon::path(&state.def) {
                questions.add("query-balloon", Value::Null);
                questions.add("qom-get", balloon::question(&path));
            }
        }
        if self.has(VIR_DOMAIN_STATS_VCPU) {
            questions.add("query-cpus-fast", Value::Null);
        }
        if self.has(VIR_DOMAIN_STATS_BLOCK) && !state.def.devices.disks.is_empty() {
            questions.add_block(self.backing);
        }
        if self.has(VIR_DOMAIN_STATS_IOTHREAD) && state.def.iothreads.is_some() {
            questions.add("query-iothreads", Value::Null);
        }
        if self.has(VIR_DOMAIN_STATS_DIRTYRATE) && emulator.has(Flag::QueryDirtyRate) {
            questions.add("query-dirty-rate", Value::Null);
        }
        if counters && self.has(VIR_DOMAIN_STATS_VCPU | VIR_DOMAIN_STATS_VM) {
            questions.add("query-stats-schemas", kvm::schemas());
        }
        if counters && self.has(VIR_DOMAIN_STATS_VM) {
            questions.add("query-stats", kvm::question("vm"));
        }
        if counters && self.has(VIR_DOMAIN_STATS_VCPU | VIR_DOMAIN_STATS_CPU_TOTAL) {
            questions.add("query-stats", kvm::question("vcpu"));
        }
        questions
    }

    fn fill(self, list: &mut List, state: &DomainState, run: Option<&Arc<Run>>, answers: &Answers) {
        let pid = run.map(|run| run.running.pid());
        if self.has(VIR_DOMAIN_STATS_STATE) {
            list.add("state.state", Param::Int(state.status.state));
            list.add("state.reason", Param::Int(state.status.reason));
        }
        if self.has(VIR_DOMAIN_STATS_CPU_TOTAL) {
            if let Some(times) = pid.and_then(host::process_times) {
                list.number("cpu.time", times.user.saturating_add(times.system));
                list.number("cpu.user", times.user);
                list.number("cpu.system", times.system);
            }
            if run.is_some() {
                list.count("cpu.cache.monitor.count", 0);
            }
            // Nothing polls for guests that run without the kernel's help.
            let idle = (run.is_some() && state.def.kind == Some(VirtType::Qemu)).then_some((0, 0));
            if let Some((success, fail)) = kvm::halt_polling(answers).or(idle) {
                list.number("cpu.haltpoll.success.time", success);
                list.number("cpu.haltpoll.fail.time", fail);
            }
        }
        if self.has(VIR_DOMAIN_STATS_BALLOON) {
            add_balloon(list, state, pid, answers);
        }
        if self.has(VIR_DOMAIN_STATS_VCPU) {
            let threads = run.map(|run| run.running.vcpus()).unwrap_or_default();
            let counts = (state.def.vcpus() as usize, state.def.max_vcpus() as usize);
            processor::add(list, answers, pid, &threads, counts);
        }
        if self.has(VIR_DOMAIN_STATS_INTERFACE) && run.is_some() {
            add_interfaces(list, &state.def.devices.interfaces);
        }
        if self.has(VIR_DOMAIN_STATS_BLOCK) {
            self.add_blocks(list, state, answers);
        }
        if self.has(VIR_DOMAIN_STATS_PERF) {
            for (event, value) in run.iter().flat_map(|run| run.running.counters.values()) {
                list.number(format!("perf.{event}"), value);
            }
        }
        if self.has(VIR_DOMAIN_STATS_IOTHREAD) {
            add_iothreads(list, answers);
        }
        if self.has(VIR_DOMAIN_STATS_DIRTYRATE) {
            add_dirty_rate(list, answers);
        }
        if self.has(VIR_DOMAIN_STATS_VM) {
            kvm::add_guest(list, answers);
        }
    }

    fn add_blocks(self, list: &mut List, state: &DomainState, answers: &Answers) {
        let blocks = block::Blocks::read(answers);
        let mut records = List::default();
        let mut count = 0;
        for disk in &state.def.devices.disks {
            count += block::add(&mut records, disk, blocks.as_ref(), count, self.backing);
        }
        list.count("block.count", count);
        list.0.append(&mut records.0);
    }
}

fn add_balloon(list: &mut List, state: &DomainState, pid: Option<u32>, answers: &Answers) {
    let current = balloon::current(answers).unwrap_or_else(|| state.def.memory());
    list.number("balloon.current", current);
    list.number("balloon.maximum", state.def.max_memory());
    let Some(pid) = pid else { return };
    let mut told = balloon::path(&state.def).map(|path| balloon::told(answers, &path)).unwrap_or_default();
    told.extend(host::resident_memory(pid).map(|kib| (VIR_DOMAIN_MEMORY_STAT_RSS, kib)));
    for (tag, value) in told {
        let name = match tag {
            VIR_DOMAIN_MEMORY_STAT_SWAP_IN => "balloon.swap_in",
            VIR_DOMAIN_MEMORY_STAT_SWAP_OUT => "balloon.swap_out",
            VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT => "balloon.major_fault",
            VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT => "balloon.minor_fault",
            VIR_DOMAIN_MEMORY_STAT_UNUSED => "balloon.unused",
            VIR_DOMAIN_MEMORY_STAT_AVAILABLE => "balloon.available",
            VIR_DOMAIN_MEMORY_STAT_RSS => "balloon.rss",
            VIR_DOMAIN_MEMORY_STAT_USABLE => "balloon.usable",
            VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE => "balloon.last-update",
            VIR_DOMAIN_MEMORY_STAT_DISK_CACHES => "balloon.disk_caches",
            VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC => "balloon.hugetlb_pgalloc",
            VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL => "balloon.hugetlb_pgfail",
            _ => continue,
        };
        list.number(name, value);
    }
}

/// Whether the host's end of an interface counts from the guest's side: what the guest sends is what it sends.
pub fn counts_like_guest(interface: &Interface) -> bool {
    interface.kind == Some(InterfaceType::Direct)
}

/// What went through an interface, from the guest's side: received and sent.
pub fn traffic(interface: &Interface) -> Option<(netdev::Counters, netdev::Counters)> {
    let traffic = netdev::link(interface.target_name()?).ok()?.traffic?;
    Some(match counts_like_guest(interface) {
        true => (traffic.received, traffic.sent),
        false => (traffic.sent, traffic.received),
    })
}

fn add_interfaces(list: &mut List, interfaces: &[Interface]) {
    list.count("net.count", interfaces.len());
    for (place, interface) in interfaces.iter().enumerate() {
        let Some(name) = interface.target_name() else { continue };
        list.text(format!("net.{place}.name"), name);
        let Some((received, sent)) = traffic(interface) else { continue };
        for (direction, counters) in [("rx", received), ("tx", sent)] {
            for (kind, value) in [
                ("bytes", counters.bytes),
                ("pkts", counters.packets),
                ("errs", counters.errors),
                ("drop", counters.dropped),
            ] {
                list.number(format!("net.{place}.{direction}.{kind}"), value);
            }
        }
    }
}

fn add_iothreads(list: &mut List, answers: &Answers) {
    let Some(threads) = answers.plain("query-iothreads").and_then(Value::as_array) else { return };
    if threads.is_empty() {
        return;
    }
    list.count("iothread.count", threads.len());
    for thread in threads {
        let Some(id) = thread["id"].as_str().and_then(|id| id.strip_prefix("iothread")) else { continue };
        list.some_number(format!("iothread.{id}.poll-max-ns"), thread["poll-max-ns"].as_u64());
        for name in ["poll-grow", "poll-shrink"] {
            if let Some(value) = thread[name].as_u64() {
                list.count(format!("iothread.{id}.{name}"), usize::try_from(value).unwrap_or(usize::MAX));
            }
        }
    }
}

fn add_dirty_rate(list: &mut List, answers: &Answers) {
    let Some(answer) = answers.plain("query-dirty-rate") else { return };
    let status = match answer["status"].as_str() {
        Some("unstarted") => VIR_DOMAIN_DIRTYRATE_UNSTARTED,
        Some("measuring") => VIR_DOMAIN_DIRTYRATE_MEASURING,
        Some("measured") => VIR_DOMAIN_DIRTYRATE_MEASURED,
        _ => return,
    };
    list.add("dirtyrate.calc_status", Param::Int(status));
    list.add("dirtyrate.calc_start_time", Param::LLong(answer["start-time"].as_i64().unwrap_or(0)));
    let period = answer["calc-time"].as_i64().and_then(|seconds| i32::try_from(seconds).ok()).unwrap_or(0);
    list.add("dirtyrate.calc_period", Param::Int(period));
    let rate = answer["dirty-rate"].as_i64().filter(|_| status == VIR_DOMAIN_DIRTYRATE_MEASURED);
    if let Some(rate) = rate {
        list.add("dirtyrate.megabytes_per_second", Param::LLong(rate));
    }
    if let Some(mode) = answer["mode"].as_str() {
        list.text("dirtyrate.calc_mode", mode);
    }
    for one in answer["vcpu-dirty-rate"].as_array().into_iter().flatten() {
        if let (Some(id), Some(rate)) = (one["id"].as_u64(), one["dirty-rate"].as_u64()) {
            list.number(format!("dirtyrate.vcpu.{id}.megabytes_per_second"), rate);
        }
    }
}
