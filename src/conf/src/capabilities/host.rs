//! `<host>`: the machine itself.

use super::topology::{Caches, MemoryBandwidth, Topology};
use crate::Uuid;
use virt_xml::{YesNo, element};

element! {
    /// `<host>`
    pub HostCapabilities {
        ;
        text uuid: Option<Uuid> = "uuid",
        block cpu: Option<Box<HostCpu>> = "cpu",
        one power_management: Option<Box<PowerManagement>> = "power_management",
        value iommu: Option<YesNo> = "iommu" @ "support",
        one migration: Option<Box<MigrationFeatures>> = "migration_features",
        text network_prefix: Option<String> = "netprefix",
        block topology: Option<Box<Topology>> = "topology",
        one cache: Option<Box<Caches>> = "cache",
        one memory_bandwidth: Option<Box<MemoryBandwidth>> = "memory_bandwidth",
        many security_models: Vec<SecurityModel> = "secmodel",
    }
    /// `<cpu>`: the processors.
    pub HostCpu {
        ;
        text arch: Option<String> = "arch",
        part features: Option<Box<HostFeatures>> = "features",
        text model: Option<String> = "model",
        text vendor: Option<String> = "vendor",
        value microcode: Option<u32> = "microcode" @ "version",
        one signature: Option<Box<Signature>> = "signature",
        many counters: Vec<Counter> = "counter",
        one topology: Option<Box<CpuTopology>> = "topology",
        one max_phys_addr: Option<Box<MaxPhysAddr>> = "maxphysaddr",
        many cpu_features: Vec<CpuFeature> = "feature",
        many pages: Vec<PageSize> = "pages",
    }
    /// What a test host says of its processors.
    pub HostFeatures {
        ;
        flag pae: bool = "pae",
        flag nonpae: bool = "nonpae",
        flag vmx: bool = "vmx",
        flag svm: bool = "svm",
    }
    /// What the processor calls itself.
    pub Signature {
        attr family: Option<u32> = "family",
        attr model: Option<u32> = "model",
        attr stepping: Option<u32> = "stepping",
        ;
    }
    /// A clock of the processor.
    pub Counter {
        attr name: Option<String> = "name",
        attr frequency: Option<u64> = "frequency",
        attr scaling: Option<YesNo> = "scaling",
        ;
    }
    /// How the processors are grouped.
    pub CpuTopology {
        attr sockets: Option<u32> = "sockets",
        attr dies: Option<u32> = "dies",
        attr clusters: Option<u32> = "clusters",
        attr cores: Option<u32> = "cores",
        attr threads: Option<u32> = "threads",
        ;
    }
    /// How many bits physical addresses have.
    pub MaxPhysAddr {
        attr mode: Option<String> = "mode",
        attr bits: Option<u32> = "bits",
        attr limit: Option<u32> = "limit",
        ;
    }
    /// A feature that the model does not have by itself.
    pub CpuFeature {
        attr policy: Option<String> = "policy",
        attr name: Option<String> = "name",
        ;
    }
    /// A size of page.
    pub PageSize {
        attr unit: Option<String> = "unit",
        attr size: Option<u64> = "size",
        ;
    }
    /// How the host can sleep.
    pub PowerManagement {
        ;
        flag suspend_mem: bool = "suspend_mem",
        flag suspend_disk: bool = "suspend_disk",
        flag suspend_hybrid: bool = "suspend_hybrid",
    }
    /// How guests can leave the host.
    pub MigrationFeatures {
        ;
        flag live: bool = "live",
        one transports: Option<Box<Transports>> = "uri_transports",
    }
    /// The transports they can take.
    pub Transports {
        ;
        texts transports: Vec<String> = "uri_transport",
    }
    /// A security model that confines guests.
    pub SecurityModel {
        ;
        text model: Option<String> = "model",
        text doi: Option<String> = "doi",
        many base_labels: Vec<BaseLabel> = "baselabel",
    }
    /// The label that guests of a type start from.
    pub BaseLabel {
        attr kind: Option<String> = "type",
        ;
        content label: Option<String>,
    }
}
