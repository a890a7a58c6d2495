//! Bulk statistics: `virConnectGetAllDomainStats`, group by group.

use super::{DomainState, stats, tuning};
use crate::TestConnection;
use std::borrow::Cow;
use virt_core::domain::{STATS_FILTERS, STATS_FLAGS, passes};
use virt_core::{constants::*, records::*, types::*};
use virt_error::{Result, bail};

type Add = fn(&DomainState, &mut Vec<TypedParam>);

/// The groups, in the order of their parameters.
const GROUPS: [(u32, Add); 10] = [
    (VIR_DOMAIN_STATS_STATE, state),
    (VIR_DOMAIN_STATS_CPU_TOTAL, cpu),
    (VIR_DOMAIN_STATS_BALLOON, balloon),
    (VIR_DOMAIN_STATS_VCPU, vcpu),
    (VIR_DOMAIN_STATS_INTERFACE, interface),
    (VIR_DOMAIN_STATS_BLOCK, block),
    (VIR_DOMAIN_STATS_PERF, perf),
    (VIR_DOMAIN_STATS_IOTHREAD, iothread),
    (VIR_DOMAIN_STATS_MEMORY, memory),
    (VIR_DOMAIN_STATS_DIRTYRATE, dirty_rate),
];

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
    | VIR_DOMAIN_STATS_DIRTYRATE;

/// What is told of a domain when nothing is chosen: more is told to those who ask for it.
const DEFAULT: u32 = VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_IOTHREAD;

/// The statistics of the domains in `doms`, or of all when it is empty, as far as the filter lets them through.
/// Domains that are gone are left out.
pub fn collect(
    connection: &TestConnection,
    doms: &[Domain],
    stats: u32,
    flags: u32,
) -> Result<Vec<DomainStatsRecord>> {
    let unknown = stats & !ALL;
    if unknown != 0 && flags & VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS != 0 {
        bail!(Test, ArgumentUnsupported, "Stats types bits 0x{unknown:x} are not supported by this daemon");
    }
    virt_core::connection::check_flags(
        flags,
        STATS_FLAGS,
        virt_error::Origin::Test,
        "testConnectGetAllDomainStats",
    )?;
    let stats = if stats == 0 { DEFAULT } else { stats };
    let record = |uuid: Uuid, state: &DomainState| {
        if !passes(state, flags & STATS_FILTERS) {
            return None;
        }
        let mut params = Vec::with_capacity(2 * stats.count_ones() as usize);
        for (group, add) in GROUPS {
            if stats & group != 0 {
                add(state, &mut params);
            }
        }
        Some(DomainStatsRecord { dom: state.record(uuid), params: params.into() })
    };
    let registry = &connection.state.domains.registry;
    if !doms.is_empty() {
        let found = doms.iter().filter_map(|dom| registry.by_uuid(&dom.uuid));
        return Ok(found.filter_map(|object| record(object.uuid(), &object.state())).collect());
    }
    if stats == VIR_DOMAIN_STATS_STATE {
        // This is told in no time, so that nobody who defines or starts a domain waits for it.
        return Ok(registry.filter_map(|object| object.read(|state| record(object.uuid(), state))));
    }
    Ok(registry.all().iter().filter_map(|object| record(object.uuid(), &object.state())).collect())
}

fn number(params: &mut Vec<TypedParam>, name: impl Into<Cow<'static, str>>, value: u64) {
    params.push(TypedParam::new(name, Value::ULLong(value)));
}

fn state(state: &DomainState, params: &mut Vec<TypedParam>) {
    params.push(TypedParam::new("state.state", Value::Int(state.status.state)));
    params.push(TypedParam::new("state.reason", Value::Int(state.status.reason)));
}

fn cpu(state: &DomainState, params: &mut Vec<TypedParam>) {
    if state.is_active() {
        number(params, "cpu.time", stats::TOTAL_CPU_TIME);
        number(params, "cpu.user", stats::USER_CPU_TIME);
        number(params, "cpu.system", stats::SYSTEM_CPU_TIME);
    }
}

fn balloon(state: &DomainState, params: &mut Vec<TypedParam>) {
    number(params, "balloon.current", state.def.memory());
    number(params, "balloon.maximum", state.def.max_memory());
    if !state.is_active() || state.def.devices.memballoons.is_empty() {
        return;
    }
    for (tag, value) in stats::balloon(state.def.memory()) {
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
        number(params, name, value);
    }
}

fn vcpu(state: &DomainState, params: &mut Vec<TypedParam>) {
    let count = |value: usize| Value::UInt(u32::try_from(value).unwrap_or(u32::MAX));
    let online = tuning::vcpu::online(&state.def);
    let current = online.iter().filter(|online| **online).count();
    params.push(TypedParam::new("vcpu.current", count(current)));
    params.push(TypedParam::new("vcpu.maximum", count(online.len())));
    if !state.is_active() {
        return;
    }
    for (vcpu, _) in online.iter().enumerate().filter(|(_, online)| **online) {
        params.push(TypedParam::new(format!("vcpu.{vcpu}.state"), Value::Int(VIR_VCPU_RUNNING)));
        let (time, _) = stats::processor_time(vcpu as u64, current as u64);
        number(params, format!("vcpu.{vcpu}.time"), time);
    }
}

fn interface(state: &DomainState, params: &mut Vec<TypedParam>) {
    let interfaces = &state.def.devices.interfaces;
    if !state.is_active() {
        return;
    }
    params.push(TypedParam::new("net.count", Value::UInt(interfaces.len() as u32)));
    for (place, interface) in interfaces.iter().enumerate() {
        if let Some(name) = interface.target_name() {
            params.push(TypedParam::new(format!("net.{place}.name"), Value::String(name.to_owned())));
        }
        let counters = stats::interface_counters();
        for (name, value) in [
            ("rx.bytes", counters.rx_bytes),
            ("rx.pkts", counters.rx_packets),
            ("rx.errs", counters.rx_errs),
            ("rx.drop", counters.rx_drop),
            ("tx.bytes", counters.tx_bytes),
            ("tx.pkts", counters.tx_packets),
            ("tx.errs", counters.tx_errs),
            ("tx.drop", counters.tx_drop),
        ] {
            number(params, format!("net.{place}.{name}"), value as u64);
        }
    }
}

fn block(state: &DomainState, params: &mut Vec<TypedParam>) {
    let disks = &state.def.devices.disks;
    params.push(TypedParam::new("block.count", Value::UInt(disks.len() as u32)));
    for (place, disk) in disks.iter().enumerate() {
        let target = disk.target_name();
        params.push(TypedParam::new(format!("block.{place}.name"), Value::String(target.to_owned())));
        if let Some(path) = disk.source_path() {
            params.push(TypedParam::new(format!("block.{place}.path"), Value::String(path.to_owned())));
        }
        if state.is_active() {
            let counters = stats::block_counters();
            for (name, value) in [
                ("rd.reqs", counters.rd_req),
                ("rd.bytes", counters.rd_bytes),
                ("wr.reqs", counters.wr_req),
                ("wr.bytes", counters.wr_bytes),
                ("errors", counters.errs),
            ] {
                number(params, format!("block.{place}.{name}"), value as u64);
            }
        }
        let sizes = stats::disk_sizes(state, target);
        number(params, format!("block.{place}.allocation"), sizes.allocation);
        number(params, format!("block.{place}.capacity"), sizes.capacity);
        number(params, format!("block.{place}.physical"), sizes.physical);
        if let Some(threshold) = state.extra.thresholds.get(target) {
            number(params, format!("block.{place}.threshold"), *threshold);
        }
    }
}

/// The counters of the events that are enabled; in a guest without instructions none counts.
fn perf(state: &DomainState, params: &mut Vec<TypedParam>) {
    if !state.is_active() {
        return;
    }
    for event in state.def.perf.iter().flat_map(|perf| &perf.events) {
        if let (Some(name), Some(virt_xml::YesNo(true))) = (event.name, event.enabled) {
            number(params, format!("perf.{name}"), 0);
        }
    }
}

fn iothread(state: &DomainState, params: &mut Vec<TypedParam>) {
    if !state.is_active() {
        return;
    }
    let threads = tuning::iothread::listed_polls(&state.def);
    if threads.is_empty() {
        return;
    }
    params.push(TypedParam::new("iothread.count", Value::UInt(threads.len() as u32)));
    for (id, [max, grow, shrink]) in threads {
        number(params, format!("iothread.{id}.poll-max-ns"), max);
        params.push(TypedParam::new(format!("iothread.{id}.poll-grow"), Value::UInt(grow as u32)));
        params.push(TypedParam::new(format!("iothread.{id}.poll-shrink"), Value::UInt(shrink as u32)));
    }
}

/// Monitors of memory bandwidth, which documents of this host may have, but which measure nothing.
fn memory(state: &DomainState, params: &mut Vec<TypedParam>) {
    let tunes = state.def.cputune.iter().flat_map(|tune| &tune.memorytunes);
    let monitors: Vec<_> =
        tunes.flat_map(|tune| &tune.monitors).filter_map(|monitor| monitor.vcpus.as_ref()).collect();
    if !state.is_active() || monitors.is_empty() {
        return;
    }
    params.push(TypedParam::new("memory.bandwidth.monitor.count", Value::UInt(monitors.len() as u32)));
    for (place, vcpus) in monitors.into_iter().enumerate() {
        let name = |word: &str| format!("memory.bandwidth.monitor.{place}.{word}");
        params.push(TypedParam::new(name("name"), Value::String(format!("vcpus_{vcpus}"))));
        params.push(TypedParam::new(name("vcpus"), Value::String(vcpus.to_string())));
        params.push(TypedParam::new(name("node.count"), Value::UInt(0)));
    }
}

fn dirty_rate(state: &DomainState, params: &mut Vec<TypedParam>) {
    let Some(dirty) = state.extra.dirty_rate.filter(|_| state.is_active()) else { return };
    let status = dirty.status();
    params.push(TypedParam::new("dirtyrate.calc_status", Value::Int(status)));
    params.push(TypedParam::new("dirtyrate.calc_start_time", Value::LLong(dirty.start as i64)));
    params.push(TypedParam::new("dirtyrate.calc_period", Value::Int(dirty.seconds)));
    if status == VIR_DOMAIN_DIRTYRATE_MEASURED {
        params.push(TypedParam::new("dirtyrate.megabytes_per_second", Value::LLong(0)));
    }
    let mode = Value::String("page-sampling".to_owned());
    params.push(TypedParam::new("dirtyrate.calc_mode", mode));
}
