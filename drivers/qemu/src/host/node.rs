//! What the host has and does: processors, memory, nodes, pages.

use super::processor::Shape;
use crate::emulator::host_arch;
use virt_core::{
    params::{Accepted, Kind, Multiple, validate},
    records::{NodeCpuMap, NodeCpuStats, NodeInfo, NodeStat},
    types::*,
};
use virt_error::{Error, Origin, Result, bail, error};
use virt_sys::host;

/// `virNodeInfo`.
pub fn info() -> NodeInfo {
    let nodes = host::nodes();
    let shape = Shape::of(&nodes);
    let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    NodeInfo {
        model: FixedChars::from_text(host_arch()),
        memory: host::memory().total,
        cpus: nodes.iter().map(|node| node.cpus.len()).sum::<usize>() as i32,
        mhz: number(host::frequency()),
        nodes: number(shape.nodes),
        // A node's, and on each of them the cores of all dies.
        sockets: number(shape.sockets),
        cores: number(shape.cores.saturating_mul(shape.dies)),
        threads: number(shape.threads),
    }
}

/// What processors have done; -1 is all of them.
pub fn cpu_stats(cpu: i32, nparams: i32) -> Result<NodeCpuStats> {
    const FUNCTION: &str = "virHostCPUGetStats";
    /// All processors together.
    const ALL: i32 = -1;
    let which = match cpu {
        ALL => None,
        cpu => Some(u32::try_from(cpu).map_err(|_| no_cpu(FUNCTION))?),
    };
    let times = host::cpu_times(which).ok_or_else(|| no_cpu(FUNCTION))?;
    let list =
        [("kernel", times.kernel), ("user", times.user), ("idle", times.idle), ("iowait", times.iowait)];
    counted(&list, nparams, FUNCTION)
}

fn no_cpu(function: &str) -> Error {
    error!(None, InvalidArg, "Invalid cpuNum in {function}")
}

/// Memory in KiB, of a node or of the machine.
pub fn memory_stats(cell: i32, nparams: i32) -> Result<NodeCpuStats> {
    const FUNCTION: &str = "virHostMemGetStats";
    /// All nodes together.
    const ALL: i32 = -1;
    if cell == ALL {
        let memory = host::memory();
        let list = [
            ("total", memory.total),
            ("free", memory.free),
            ("buffers", memory.buffers),
            ("cached", memory.cached),
        ];
        return counted(&list, nparams, FUNCTION);
    }
    let memory = u32::try_from(cell).ok().and_then(host::memory_of_node);
    match memory {
        Some(memory) => counted(&[("total", memory.total), ("free", memory.free)], nparams, FUNCTION),
        None => {
            let last = host::nodes().len() as i64 - 1;
            bail!(None, InvalidArg, "cellNum in {FUNCTION} must be less than or equal to {last}")
        }
    }
}

/// All statistics, or their number when `nparams` is 0; another number than theirs is refused.
fn counted(list: &[(&str, u64)], nparams: i32, function: &str) -> Result<NodeCpuStats> {
    let count = list.len() as i32;
    if nparams == 0 {
        return Ok(NodeCpuStats { params: Vec::new().into(), nparams: count });
    }
    if nparams != count {
        bail!(None, InvalidArg, "nparams in {function} must be equal to {count}");
    }
    let params = list.iter().map(|(field, value)| NodeStat { field: (*field).to_owned(), value: *value });
    Ok(NodeCpuStats { params: params.collect::<Vec<_>>().into(), nparams: count })
}

/// The processors that run, as a map, and how many there are.
pub fn cpu_map(need_map: bool, need_online: bool) -> NodeCpuMap {
    let online = host::online_cpus();
    let present = host::highest_cpu() + 1;
    let mut map = vec![0_u8; present.div_ceil(8) as usize];
    for cpu in &online {
        if let Some(byte) = map.get_mut((cpu / 8) as usize) {
            *byte |= 1 << (cpu % 8);
        }
    }
    NodeCpuMap {
        cpumap: if need_map { map.into() } else { Bytes::default() },
        online: if need_online { online.len() as u32 } else { 0 },
        ret: present as i32,
    }
}

/// The free memory of each node from `start` on, in bytes.
pub fn cells_free_memory(start: i32, most: i32) -> Result<Vec<u64>> {
    let nodes = host::nodes();
    let last = nodes.last().map_or(0, |node| node.id);
    let first = u32::try_from(start).ok().filter(|first| *first <= last);
    let Some(first) = first else {
        bail!(None, InternalError, "start cell {start} out of range (0-{last})");
    };
    let wanted = nodes.iter().filter(|node| node.id >= first).take(usize::try_from(most).unwrap_or(0));
    Ok(wanted.map(|node| node.memory.free.saturating_mul(1024)).collect())
}

/// The nodes that a caller means by a first one and a number; -1 is the machine.
fn cells(start: i32, count: u32) -> Result<Vec<Option<u32>>> {
    let last = host::nodes().last().map_or(0, |node| node.id as i32);
    if start < -1 || start > last {
        bail!(None, InternalError, "start cell {start} out of range (0-{last})");
    }
    let end = i64::from(start).saturating_add(i64::from(count)).min(i64::from(last) + 1);
    Ok((i64::from(start)..end).map(|cell| u32::try_from(cell).ok()).collect())
}

/// Of each of these nodes, the free pages of each of these sizes.
pub fn free_pages(sizes: &[u32], start: i32, count: u32) -> Result<Vec<u64>> {
    let mut free = Vec::new();
    for cell in cells(start, count)? {
        let pools = host::pages(cell);
        for size in sizes {
            let pool = pools.iter().find(|pool| pool.size == u64::from(*size)).ok_or_else(|| {
                error!(None, OperationFailed, "page size {size} is not available at this NUMA node")
            })?;
            free.push(pool.free);
        }
    }
    Ok(free)
}

/// Adds huge pages to the pools of these nodes, or sets the pools; how many pools were changed.
pub fn allocate_pages(wanted: &[(u32, u64)], start: i32, count: u32, set: bool) -> Result<i32> {
    let mut changed = 0;
    for cell in cells(start, count)? {
        for (size, number) in wanted {
            host::allocate_pages(cell, u64::from(*size), *number, set)?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// A parameter of page merging: the API's name, the kernel's, its kind, and whether it can be set.
struct Merging(&'static str, &'static str, Kind, bool);

const MERGING: [Merging; 8] = [
    Merging("shm_pages_to_scan", "pages_to_scan", Kind::UInt, true),
    Merging("shm_sleep_millisecs", "sleep_millisecs", Kind::UInt, true),
    Merging("shm_pages_shared", "pages_shared", Kind::ULLong, false),
    Merging("shm_pages_sharing", "pages_sharing", Kind::ULLong, false),
    Merging("shm_pages_unshared", "pages_unshared", Kind::ULLong, false),
    Merging("shm_pages_volatile", "pages_volatile", Kind::ULLong, false),
    Merging("shm_full_scans", "full_scans", Kind::ULLong, false),
    Merging("shm_merge_across_nodes", "merge_across_nodes", Kind::UInt, true),
];

/// Those that this kernel has.
pub fn memory_parameters() -> Vec<TypedParam> {
    let read = |Merging(name, file, kind, _): &Merging| {
        let value = host::parameter(file)?;
        let value = match kind {
            Kind::UInt => Value::UInt(u32::try_from(value).unwrap_or(u32::MAX)),
            _ => Value::ULLong(value),
        };
        Some(TypedParam::new(*name, value))
    };
    MERGING.iter().filter_map(read).collect()
}

pub fn set_memory_parameters(params: &[TypedParam]) -> Result<()> {
    let accepted = MERGING
        .iter()
        .filter(|Merging(.., settable)| *settable)
        .map(|Merging(name, ..)| Accepted(name, Kind::UInt, Multiple::Once))
        .collect::<Vec<_>>();
    validate(params, &accepted)?;
    // Everything that is wrong is found before anything is set.
    let mut settings = Vec::with_capacity(params.len());
    for param in params {
        let Some(Merging(_, file, ..)) = MERGING.iter().find(|Merging(name, ..)| param.field == *name) else {
            continue;
        };
        let Value::UInt(value) = param.value else { continue };
        if host::parameter(file).is_none() {
            bail!(None, OperationInvalid, "Parameter '{}' is not supported by this kernel", param.field);
        }
        settings.push((*file, value));
    }
    settings
        .into_iter()
        .try_for_each(|(file, value)| host::set_parameter(file, u64::from(value)))
        .map_err(|error| error.with_origin(Origin::None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_what_the_kernel_says() {
        let info = info();
        assert!(info.cpus > 0 && info.memory > 0 && info.nodes > 0 && info.threads > 0);
        let map = cpu_map(true, true);
        assert_eq!(map.online, map.cpumap.iter().map(|byte| byte.count_ones()).sum::<u32>());
        assert!(map.ret as u32 >= map.online);
        assert_eq!(cpu_map(false, false).cpumap.len(), 0);
    }

    #[test]
    fn statistics_are_counted_first() {
        assert_eq!(cpu_stats(-1, 0).unwrap().nparams, 4);
        assert_eq!(cpu_stats(0, 4).unwrap().params.len(), 4);
        assert!(cpu_stats(-1, 3).unwrap_err().message().ends_with("must be equal to 4"));
        assert!(cpu_stats(99_999, 4).is_err() && cpu_stats(-2, 4).is_err());
        assert_eq!(memory_stats(-1, 4).unwrap().params[0].field, "total");
        assert!(memory_stats(-1, 2).is_err() && memory_stats(9999, 0).is_err());
    }

    #[test]
    fn nodes_out_of_range_are_refused() {
        assert!(!cells_free_memory(0, 1).unwrap().is_empty());
        assert!(cells_free_memory(-1, 1).is_err() && cells_free_memory(9999, 1).is_err());
        let size = virt_sys::host::page_size() as u32;
        assert_eq!(free_pages(&[size], 0, 1).unwrap().len(), 1);
        assert_eq!(free_pages(&[size], -1, 1).unwrap().len(), 1);
        assert!(free_pages(&[3], 0, 1).is_err() && free_pages(&[size], 9999, 1).is_err());
        assert!(allocate_pages(&[(size, 1)], 0, 1, false).is_err());
    }

    #[test]
    fn only_parameters_that_can_be_set_are_taken() {
        let counter = TypedParam::new("shm_full_scans", Value::UInt(1));
        assert!(set_memory_parameters(&[counter]).is_err());
    }
}
