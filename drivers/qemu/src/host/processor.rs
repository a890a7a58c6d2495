//! The host's processor.

use crate::emulator::host_arch;
use std::{fs, sync::OnceLock};
use virt_conf::capabilities::{Counter, CpuFeature, CpuTopology, HostCpu, MaxPhysAddr, PageSize, Signature};
use virt_cpu::{
    Definition, Family, Feature, Role, family_of,
    x86::{Decoding, FeatureSet, Leaf, Processor, decode},
};
use virt_sys::host;
use virt_xml::YesNo;

/// Of CPUID's leaf 7: whether the MSRs of these numbers are there.
const ARCH_CAPABILITIES: (u32, u32) = (1 << 29, 0x10a);
const CORE_CAPABILITY: (u32, u32) = (1 << 30, 0xcf);

/// What the host's processor is. It does not change while the machine runs.
pub struct HostProcessor {
    pub arch: &'static str,
    /// Its model and features, where processors of the architecture have such.
    pub definition: Option<Definition>,
    signature: Option<(u32, u32, u32)>,
    microcode: Option<u32>,
    tsc: Option<host::Tsc>,
    /// How many bits physical addresses have.
    pub address_bits: Option<u32>,
}

impl HostProcessor {
    /// That of this host.
    pub fn get() -> &'static HostProcessor {
        static HOST: OnceLock<HostProcessor> = OnceLock::new();
        HOST.get_or_init(HostProcessor::read)
    }

    fn read() -> HostProcessor {
        let arch = host_arch();
        let mut found = HostProcessor {
            arch,
            definition: None,
            signature: None,
            microcode: None,
            tsc: None,
            address_bits: None,
        };
        // The kernel may call itself another architecture than the processor's own.
        if family_of(arch).ok() == Some(Family::X86) {
            found.read_x86();
        }
        found
    }

    fn read_x86(&mut self) {
        let leaves = host::cpuid_leaves();
        let mut processor = Processor::new(FeatureSet::EMPTY);
        for one in &leaves {
            let host::Registers { leaf, subleaf, eax, ebx, ecx, edx } = *one;
            processor.read_leaf(&Leaf { leaf, subleaf, eax, ebx, ecx, edx });
            match (leaf, subleaf) {
                (7, 0) => {
                    for (bit, index) in [ARCH_CAPABILITIES, CORE_CAPABILITY] {
                        if let Some(value) = (edx & bit != 0).then(|| host::msr(index)).flatten() {
                            processor.read_msr(index, value);
                        }
                    }
                }
                (0x8000_0008, 0) => self.address_bits = Some(eax & 0xff).filter(|bits| *bits > 0),
                _ => {}
            }
        }
        self.signature = processor.signature;
        self.microcode = microcode();
        self.tsc = host::tsc();
        let how =
            Decoding { role: Role::Host, usable: None, preferred: &[], fallback: true, migratable: false };
        match decode(&processor, &how) {
            Ok(decoded) => {
                self.definition = Some(Definition {
                    role: Role::Host,
                    architecture: Some(self.arch.to_owned()),
                    model: Some(decoded.model.name.to_owned()),
                    vendor: decoded.vendor.map(|vendor| vendor.name.to_owned()),
                    features: decoded
                        .features
                        .into_iter()
                        .map(|(name, _)| Feature { name: name.to_owned(), policy: None })
                        .collect(),
                    ..Definition::default()
                });
            }
            Err(error) => log::warn!("the host's processor has no name: {}", error.message()),
        }
    }

    /// `<cpu>` of the host.
    pub fn describe(&self, nodes: &[host::Node]) -> HostCpu {
        let definition = self.definition.as_ref();
        let features = definition.map(|definition| definition.features.as_slice()).unwrap_or_default();
        HostCpu {
            arch: Some(self.arch.to_owned()),
            model: definition.and_then(|definition| definition.model.clone()),
            vendor: definition.and_then(|definition| definition.vendor.clone()),
            microcode: self.microcode,
            signature: self.signature.map(|(family, model, stepping)| {
                Box::new(Signature {
                    family: Some(family),
                    model: Some(model),
                    stepping: Some(stepping),
                    ..Signature::default()
                })
            }),
            counters: self
                .tsc
                .map(|tsc| Counter {
                    name: Some("tsc".to_owned()),
                    frequency: Some(tsc.frequency),
                    scaling: Some(YesNo(tsc.scaling)),
                    ..Counter::default()
                })
                .into_iter()
                .collect(),
            topology: Some(Box::new(Shape::of(nodes).describe())),
            max_phys_addr: self.address_bits.map(|bits| {
                Box::new(MaxPhysAddr {
                    mode: Some("emulate".to_owned()),
                    bits: Some(bits),
                    ..MaxPhysAddr::default()
                })
            }),
            cpu_features: features
                .iter()
                .map(|feature| CpuFeature { name: Some(feature.name.clone()), ..CpuFeature::default() })
                .collect(),
            pages: host::pages(None)
                .iter()
                .map(|pool| PageSize {
                    unit: Some("KiB".to_owned()),
                    size: Some(pool.size),
                    ..PageSize::default()
                })
                .collect(),
            ..HostCpu::default()
        }
    }
}

fn microcode() -> Option<u32> {
    let info = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = info.lines().find(|line| line.starts_with("microcode"))?;
    let value = line.split_once(':')?.1.trim();
    value.strip_prefix("0x").map_or_else(|| value.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())
}

/// How many of each part the machine has in the next larger one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub nodes: u32,
    pub sockets: u32,
    pub dies: u32,
    pub clusters: u32,
    pub cores: u32,
    pub threads: u32,
}

impl Shape {
    /// The shape of the machine; a flat one where the parts are not alike.
    pub fn of(nodes: &[host::Node]) -> Shape {
        let cpus: Vec<&host::Cpu> = nodes.iter().flat_map(|node| &node.cpus).collect();
        let online = u32::try_from(cpus.len()).unwrap_or(u32::MAX).max(1);
        let most = |groups: Vec<(Vec<u32>, u32)>| {
            // Of each group, how many different members it has.
            let mut members = std::collections::BTreeMap::<Vec<u32>, std::collections::BTreeSet<u32>>::new();
            for (group, member) in groups {
                members.entry(group).or_default().insert(member);
            }
            members.values().map(|set| set.len() as u32).max().unwrap_or(1)
        };
        let by = |group: fn(&host::Cpu) -> Vec<u32>, member: fn(&host::Cpu) -> u32| {
            most(cpus.iter().map(|cpu| (group(cpu), member(cpu))).collect())
        };
        let node_count = u32::try_from(nodes.len()).unwrap_or(1).max(1);
        let sockets = most(
            nodes.iter().flat_map(|node| node.cpus.iter().map(|cpu| (vec![node.id], cpu.socket))).collect(),
        );
        let shape = Shape {
            nodes: node_count,
            sockets,
            dies: by(|cpu| vec![cpu.socket], |cpu| cpu.die),
            clusters: 1,
            cores: by(|cpu| vec![cpu.socket, cpu.die], |cpu| cpu.core),
            threads: cpus
                .iter()
                .map(|cpu| host::number_list(&cpu.siblings).len() as u32)
                .max()
                .unwrap_or(1)
                .max(1),
        };
        if shape.product() == u64::from(online) {
            return shape;
        }
        Shape { nodes: 1, sockets: 1, dies: 1, clusters: 1, cores: online, threads: 1 }
    }

    fn product(&self) -> u64 {
        [self.nodes, self.sockets, self.dies, self.clusters, self.cores, self.threads]
            .into_iter()
            .map(u64::from)
            .product()
    }

    fn describe(&self) -> CpuTopology {
        CpuTopology {
            // The nodes' sockets together: `<cpu>` does not know nodes.
            sockets: Some(self.sockets * self.nodes),
            dies: Some(self.dies),
            clusters: Some(self.clusters),
            cores: Some(self.cores),
            threads: Some(self.threads),
            ..CpuTopology::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cpu(id: u32, socket: u32, core: u32, siblings: &str) -> host::Cpu {
        host::Cpu { id, socket, core, siblings: siblings.to_owned(), ..host::Cpu::default() }
    }

    #[test]
    fn the_shape_is_that_of_the_parts_or_flat() {
        let two_threads =
            vec![cpu(0, 0, 0, "0,2"), cpu(1, 0, 1, "1,3"), cpu(2, 0, 0, "0,2"), cpu(3, 0, 1, "1,3")];
        let node = |id, cpus| host::Node { id, cpus, ..host::Node::default() };
        let shape = Shape::of(&[node(0, two_threads.clone())]);
        assert_eq!((shape.nodes, shape.sockets, shape.cores, shape.threads), (1, 1, 2, 2));
        let shape = Shape::of(&[node(0, vec![cpu(0, 0, 0, "0")]), node(1, vec![cpu(1, 1, 0, "1")])]);
        assert_eq!((shape.nodes, shape.sockets, shape.cores, shape.threads), (2, 1, 1, 1));
        // A core with one of its threads off.
        let shape = Shape::of(&[node(0, two_threads[..3].to_vec())]);
        assert_eq!((shape.nodes, shape.sockets, shape.cores, shape.threads), (1, 1, 3, 1));
    }

    #[test]
    fn the_processor_of_an_x86_has_a_model() {
        let host = HostProcessor::get();
        if host.arch != "x86_64" {
            return println!("skipped: the host is {}", host.arch);
        }
        let definition = host.definition.as_ref().unwrap();
        assert!(definition.model.is_some() && definition.role == Role::Host);
        assert!(host.address_bits.is_some_and(|bits| (32..=64).contains(&bits)));
        let cpu = host.describe(&host::nodes());
        assert!(cpu.signature.is_some() && !cpu.pages.is_empty());
    }
}
