//! Memory nodes of the guest: their processors, memory, distances and speeds.

use super::{Line, Options, Plan, memory::Request, memory::truth, refuse};
use virt_conf::NumberSet;
use virt_conf::domain::cpu::{CacheAssociativity, CachePolicy, Interconnect, Numa};
use virt_error::Result;

impl Plan<'_> {
    fn numa(&self) -> Option<&Numa> {
        self.domain.cpu.as_ref()?.numa.as_deref()
    }

    /// Whether the guest is told how fast its memory is.
    pub fn hmat(&self) -> bool {
        self.numa().is_some_and(|numa| {
            numa.interconnects.is_some() || numa.cells.iter().any(|cell| !cell.caches.is_empty())
        })
    }
}

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let Some(numa) = plan.numa() else { return Ok(()) };
    for (place, cell) in numa.cells.iter().enumerate() {
        let node = cell.id.unwrap_or(place as u32);
        let size = cell.memory.unwrap_or(0);
        let backend = format!("ram-node{node}");
        if size > 0 {
            let mut request = Request::new(&backend, size);
            request.node = Some(node);
            request.access = cell.mem_access;
            request.discard = truth(cell.discard);
            request.append(line, plan)?;
        }
        let mut options = Options::new("node").with("nodeid", node);
        for range in cell.cpus.iter().flat_map(ranges) {
            options.put("cpus", range);
        }
        if plan.hmat() {
            options.put_some("initiator", initiator(numa, node, cell.cpus.as_ref()));
        }
        if size > 0 {
            options.put("memdev", backend);
        }
        line.pair("-numa", options);
    }
    distances(line, numa);
    if plan.hmat() {
        speeds(line, numa)?;
    }
    Ok(())
}

/// `0-3` and `5` of the set 0-3,5.
fn ranges(set: &NumberSet) -> Vec<String> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for number in set.iter() {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    let range =
        |(first, last): (u32, u32)| if first == last { first.to_string() } else { format!("{first}-{last}") };
    ranges.into_iter().map(range).collect()
}

/// The node whose processors are nearest to the node's memory: itself, or the one with the best latency to it.
fn initiator(numa: &Numa, node: u32, cpus: Option<&NumberSet>) -> Option<u32> {
    if cpus.is_some_and(|cpus| !cpus.is_empty()) {
        return Some(node);
    }
    let has_cpus = |id: u32| {
        let cell = numa.cells.iter().find(|cell| cell.id == Some(id));
        cell.is_some_and(|cell| cell.cpus.as_ref().is_some_and(|cpus| !cpus.is_empty()))
    };
    let interconnects = numa.interconnects.as_deref();
    let latencies = interconnects.iter().flat_map(|all| &all.latencies);
    let nearest = latencies
        .filter(|one| one.target == Some(node) && one.cache.is_none() && one.initiator.is_some_and(has_cpus))
        .min_by_key(|one| one.value.unwrap_or(u64::MAX));
    let first = || numa.cells.iter().filter_map(|cell| cell.id).find(|id| has_cpus(*id));
    nearest.and_then(|one| one.initiator).or_else(first)
}

/// Every pair of nodes, once a distance is given at all: 10 from a node to itself, 20 to another that is not named.
fn distances(line: &mut Line, numa: &Numa) {
    if numa.cells.iter().all(|cell| cell.distances.is_none()) {
        return;
    }
    let given = |from: u32, to: u32| {
        let cell = numa.cells.iter().find(|cell| cell.id == Some(from))?;
        cell.distances.as_ref()?.siblings.iter().find(|sibling| sibling.id == Some(to))?.value
    };
    let nodes: Vec<u32> = numa.cells.iter().filter_map(|cell| cell.id).collect();
    for from in &nodes {
        for to in &nodes {
            let usual = if from == to { 10 } else { 20 };
            let value = given(*from, *to).unwrap_or(usual);
            line.pair("-numa", Options::new("dist").with("src", from).with("dst", to).with("val", value));
        }
    }
}

fn speeds(line: &mut Line, numa: &Numa) -> Result<()> {
    for latency in numa.interconnects.iter().flat_map(|all| &all.latencies) {
        let options = speed(latency, "latency")?.with("latency", latency.value.unwrap_or(0));
        line.pair("-numa", options);
    }
    for bandwidth in numa.interconnects.iter().flat_map(|all| &all.bandwidths) {
        let value = format!("{}K", bandwidth.value.unwrap_or(0));
        line.pair("-numa", speed(bandwidth, "bandwidth")?.with("bandwidth", value));
    }
    for cell in &numa.cells {
        for cache in &cell.caches {
            let size = cache.size.as_ref().and_then(|size| size.value).unwrap_or(0);
            let mut options = Options::new("hmat-cache");
            options.put_some("node-id", cell.id);
            options.put("size", format!("{size}K"));
            options.put_some("level", cache.level);
            options.put(
                "associativity",
                match cache.associativity {
                    Some(CacheAssociativity::Direct) => "direct",
                    Some(CacheAssociativity::Full) => "complex",
                    Some(CacheAssociativity::None) | None => "none",
                },
            );
            options.put(
                "policy",
                match cache.policy {
                    Some(CachePolicy::Writeback) => "write-back",
                    Some(CachePolicy::Writethrough) => "write-through",
                    Some(CachePolicy::None) | None => "none",
                },
            );
            options.put_some("line", cache.line.as_ref().and_then(|line| line.value));
            line.pair("-numa", options);
        }
    }
    Ok(())
}

/// What is common to latencies and bandwidths.
fn speed(one: &Interconnect, what: &str) -> Result<Options> {
    let hierarchy = match one.cache.unwrap_or(0) {
        0 => "memory",
        1 => "first-level",
        2 => "second-level",
        3 => "third-level",
        level => return Err(refuse(&format!("a cache of level {level} in <interconnects>"))),
    };
    let kind = one.kind.as_deref().unwrap_or("access");
    let mut options = Options::new("hmat-lb");
    options.put_some("initiator", one.initiator);
    options.put_some("target", one.target);
    options.put("hierarchy", hierarchy);
    options.put("data-type", format!("{kind}-{what}"));
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_written_as_ranges() {
        assert_eq!(ranges(&NumberSet::parse("0-1,5,7-11").unwrap()), ["0-1", "5", "7-11"]);
    }
}
