//! NUMA nodes.

use super::{Cpu, MemoryCounts, PagePool, cpus, memory, memory_of_node, number_list, pages, text};
use std::collections::BTreeSet;

/// A node: its memory, its online processors, and how far it is from every node.
#[derive(Clone, Debug, Default)]
pub struct Node {
    pub id: u32,
    pub memory: MemoryCounts,
    pub pages: Vec<PagePool>,
    pub cpus: Vec<Cpu>,
    /// Node and distance.
    pub distances: Vec<(u32, u32)>,
    /// Whether the kernel knows nodes; otherwise this one stands for the machine.
    pub real: bool,
}

/// The nodes of the machine, at least one.
pub fn nodes() -> Vec<Node> {
    let directory = "/sys/devices/system/node";
    let ids: BTreeSet<u32> =
        text(format!("{directory}/online")).map(|list| number_list(&list)).unwrap_or_default();
    let all = cpus();
    let mut list = Vec::with_capacity(ids.len().max(1));
    for id in &ids {
        let Some(memory) = memory_of_node(*id) else { continue };
        let own =
            text(format!("{directory}/node{id}/cpulist")).map(|list| number_list(&list)).unwrap_or_default();
        let distances = text(format!("{directory}/node{id}/distance")).unwrap_or_default();
        let distances = distances.split_ascii_whitespace().map_while(|value| value.parse().ok());
        list.push(Node {
            id: *id,
            memory,
            pages: pages(Some(*id)),
            cpus: all.iter().filter(|cpu| own.contains(&cpu.id)).cloned().collect(),
            distances: ids.iter().copied().zip(distances).collect(),
            real: true,
        });
    }
    if list.is_empty() {
        list.push(Node { memory: memory(), pages: pages(None), cpus: all, ..Node::default() });
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_processor_is_on_a_node() {
        let nodes = nodes();
        let placed: usize = nodes.iter().map(|node| node.cpus.len()).sum();
        assert_eq!(placed, cpus().len());
        assert!(nodes.iter().map(|node| node.memory.total).sum::<u64>() > 0);
        for node in nodes.iter().filter(|node| node.real) {
            assert_eq!(node.distances.len(), nodes.len());
            assert!(node.distances.contains(&(node.id, 10)));
        }
    }
}
