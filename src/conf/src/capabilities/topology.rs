//! Memory, processors and caches of a host, and how far they are from each other.

use virt_xml::{YesNo, element};

element! {
    /// `<topology>`
    pub Topology {
        ;
        block cells: Option<Box<Cells>> = "cells",
        one interconnects: Option<Box<Interconnects>> = "interconnects",
    }
    /// The NUMA nodes.
    pub Cells {
        attr num: Option<u32> = "num",
        ;
        blocks cells: Vec<Cell> = "cell",
    }
    /// A NUMA node.
    pub Cell {
        attr id: Option<u32> = "id",
        ;
        one memory: Option<Box<CellMemory>> = "memory",
        many pages: Vec<CellPages> = "pages",
        one distances: Option<Box<Distances>> = "distances",
        many caches: Vec<CellCache> = "cache",
        one cpus: Option<Box<CellCpus>> = "cpus",
    }
    /// The memory of a node.
    pub CellMemory {
        attr unit: Option<String> = "unit",
        ;
        content size: Option<u64>,
    }
    /// The pages of one size.
    pub CellPages {
        attr unit: Option<String> = "unit",
        attr size: Option<u64> = "size",
        ;
        content count: Option<u64>,
    }
    /// How far other nodes are.
    pub Distances {
        ;
        many siblings: Vec<Sibling> = "sibling",
    }
    /// One distance.
    pub Sibling {
        attr id: Option<u32> = "id",
        attr value: Option<u32> = "value",
        ;
    }
    /// A cache between a node's processors and its memory.
    pub CellCache {
        attr level: Option<u32> = "level",
        attr associativity: Option<String> = "associativity",
        attr policy: Option<String> = "policy",
        ;
        one size: Option<Box<Quantity>> = "size",
        one line: Option<Box<Quantity>> = "line",
    }
    /// A number and its unit.
    pub Quantity {
        attr value: Option<u64> = "value",
        attr unit: Option<String> = "unit",
        ;
    }
    /// The processors of a node.
    pub CellCpus {
        attr num: Option<u32> = "num",
        ;
        many cpus: Vec<Cpu> = "cpu",
    }
    /// A processor.
    pub Cpu {
        attr id: Option<u32> = "id",
        attr socket: Option<u32> = "socket_id",
        attr die: Option<u32> = "die_id",
        attr cluster: Option<u32> = "cluster_id",
        attr core: Option<u32> = "core_id",
        attr siblings: Option<String> = "siblings",
        ;
    }
    /// How fast nodes reach each other's memory.
    pub Interconnects {
        ;
        many latencies: Vec<Latency> = "latency",
        many bandwidths: Vec<InterconnectBandwidth> = "bandwidth",
    }
    /// How long an access takes, in nanoseconds.
    pub Latency {
        attr initiator: Option<u32> = "initiator",
        attr target: Option<u32> = "target",
        attr cache: Option<u32> = "cache",
        attr kind: Option<String> = "type",
        attr value: Option<u64> = "value",
        ;
    }
    /// How much is moved in a second.
    pub InterconnectBandwidth {
        attr initiator: Option<u32> = "initiator",
        attr target: Option<u32> = "target",
        attr cache: Option<u32> = "cache",
        attr kind: Option<String> = "type",
        attr value: Option<u64> = "value",
        attr unit: Option<String> = "unit",
        ;
    }
    /// `<cache>`
    pub Caches {
        ;
        many banks: Vec<Bank> = "bank",
        many monitors: Vec<Monitor> = "monitor",
    }
    /// A cache that processors share.
    pub Bank {
        attr id: Option<u32> = "id",
        attr level: Option<u32> = "level",
        attr kind: Option<String> = "type",
        attr size: Option<u64> = "size",
        attr unit: Option<String> = "unit",
        attr cpus: Option<String> = "cpus",
        ;
        many controls: Vec<Control> = "control",
    }
    /// How a resource is divided between guests.
    pub Control {
        attr granularity: Option<u64> = "granularity",
        attr min: Option<u64> = "min",
        attr unit: Option<String> = "unit",
        attr kind: Option<String> = "type",
        attr max_allocations: Option<u32> = "maxAllocs",
        ;
    }
    /// How its use is watched.
    pub Monitor {
        attr level: Option<u32> = "level",
        attr reuse_threshold: Option<u64> = "reuseThreshold",
        attr max_monitors: Option<u32> = "maxMonitors",
        ;
        many features: Vec<MonitorFeature> = "feature",
    }
    /// Something that is watched.
    pub MonitorFeature {
        attr name: Option<String> = "name",
        ;
    }
    /// `<memory_bandwidth>`
    pub MemoryBandwidth {
        ;
        many nodes: Vec<BandwidthNode> = "node",
        many monitors: Vec<Monitor> = "monitor",
    }
    /// A way to memory that processors share.
    pub BandwidthNode {
        attr id: Option<u32> = "id",
        attr cpus: Option<String> = "cpus",
        ;
        many controls: Vec<Control> = "control",
    }
    /// A feature that is there, and may be turned on and off.
    pub Toggle {
        attr default: Option<virt_xml::OnOff> = "default",
        attr toggle: Option<YesNo> = "toggle",
        ;
    }
}
