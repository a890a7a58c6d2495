//! The processor that the guest sees, and its memory nodes.

use super::prelude::*;

names! {
    pub enum CpuMode {
        Custom = "custom", HostModel = "host-model", HostPassthrough = "host-passthrough",
        Maximum = "maximum",
    }
    pub enum CpuMatch { Minimum = "minimum", Exact = "exact", Strict = "strict" }
    pub enum CpuCheck { None = "none", Partial = "partial", Full = "full" }
    pub enum CpuFallback { Allow = "allow", Forbid = "forbid" }
    pub enum FeaturePolicy {
        Force = "force", Require = "require", Optional = "optional", Disable = "disable", Forbid = "forbid",
    }
    pub enum CpuCacheMode { Emulate = "emulate", Passthrough = "passthrough", Disable = "disable" }
    pub enum PhysAddrMode { Emulate = "emulate", Passthrough = "passthrough" }
    pub enum CacheAssociativity { None = "none", Direct = "direct", Full = "full" }
    pub enum CachePolicy { None = "none", Writeback = "writeback", Writethrough = "writethrough" }
}

element! {
    /// `<cpu>`
    pub Cpu {
        attr mode:       Option<CpuMode>  = "mode",
        attr match_:     Option<CpuMatch> = "match",
        attr check:      Option<CpuCheck> = "check",
        attr migratable: On               = "migratable",
        attr deprecated_features: On               = "deprecated_features",
        ;
        one  model:       Maybe<CpuModel>    = "model",
        text vendor:      Text               = "vendor",
        one  topology:    Maybe<CpuTopology> = "topology",
        one  cache:       Maybe<CpuCache>    = "cache",
        one  maxphysaddr: Maybe<MaxPhysAddr> = "maxphysaddr",
        many features:    Vec<CpuFeature>    = "feature",
        part numa:        Maybe<Numa>        = "numa",
    }
    pub CpuModel {
        attr fallback:  Option<CpuFallback> = "fallback",
        attr vendor_id: Text                = "vendor_id",
        ;
        content name: Text,
    }
    pub CpuTopology {
        attr sockets:  Number = "sockets" is required is positive,
        attr dies:     Number = "dies" is positive,
        attr clusters: Number = "clusters" is positive,
        attr cores:    Number = "cores" is required is positive,
        attr threads:  Number = "threads" is required is positive,
        ;
    }
    pub CpuCache {
        attr level: Option<i32>          = "level",
        attr mode:  Option<CpuCacheMode> = "mode",
        ;
    }
    pub MaxPhysAddr {
        attr mode:  Option<PhysAddrMode> = "mode",
        attr bits:  Option<i32>          = "bits",
        attr limit: Option<i32>          = "limit",
        ;
    }
    pub CpuFeature {
        attr policy: Option<FeaturePolicy> = "policy",
        attr name:   Text                  = "name",
        ;
    }

    pub Numa {
        ;
        many cells:         Vec<NumaCell>        = "cell",
        part interconnects: Maybe<Interconnects> = "interconnects",
    }
    pub NumaCell {
        attr id:         Number = "id",
        attr cpus:       Set    = "cpus",
        attr memory:     Long   = "memory",
        attr unit:       Text   = "unit",
        attr mem_access: Option<super::memory_device::MemoryAccess> = "memAccess",
        attr discard:    Yes    = "discard",
        ;
        part distances: Maybe<Distances> = "distances",
        many caches:    Vec<NumaCache>   = "cache",
    }
    pub Distances { ; many siblings: Vec<Sibling> = "sibling", }
    pub Sibling { attr id: Number = "id", attr value: Number = "value", ; }
    pub NumaCache {
        attr level:         Number                     = "level",
        attr associativity: Option<CacheAssociativity> = "associativity",
        attr policy:        Option<CachePolicy>        = "policy",
        ;
        one size: Maybe<SizeValue> = "size",
        one line: Maybe<SizeValue> = "line",
    }
    pub SizeValue { attr value: Long = "value", attr unit: Text = "unit", ; }
    pub Interconnects {
        ;
        many latencies:  Vec<Interconnect> = "latency",
        many bandwidths: Vec<Interconnect> = "bandwidth",
    }
    pub Interconnect {
        attr initiator: Number = "initiator",
        attr target:    Number = "target",
        attr cache:     Number = "cache",
        attr kind:      Text   = "type",
        attr value:     Long   = "value",
        attr unit:      Text   = "unit",
        ;
    }
}

impl Cpu {
    /// Gives a feature a policy, adding it where it is not named.
    pub fn set_policy(&mut self, name: &str, policy: FeaturePolicy) {
        match self.features.iter_mut().find(|feature| feature.name.as_deref() == Some(name)) {
            Some(feature) => feature.policy = Some(policy),
            None => self.features.push(CpuFeature {
                name: Some(name.to_owned()),
                policy: Some(policy),
                ..CpuFeature::default()
            }),
        }
    }
}
