//! Memory and processors of the guest as a whole: sizes, limits, backing, placement and shares.

use super::prelude::*;

names! {
    pub enum MemorySourceType { None = "none", File = "file", Anonymous = "anonymous", Memfd = "memfd" }
    pub enum Allocation { None = "none", Immediate = "immediate", Ondemand = "ondemand" }
    pub enum NumaMode refused ConfigUnsupported "Unsupported NUMA memory tuning mode '{}'" {
        Strict = "strict", Preferred = "preferred", Interleave = "interleave", Restrictive = "restrictive",
    }
    pub enum Placement unset "default" { Default = "default", Static = "static", Auto = "auto" }
    pub enum Scheduler { Other = "other", Batch = "batch", Idle = "idle", Fifo = "fifo", Rr = "rr" }
    pub enum CacheType { Code = "code", Data = "data", Both = "both" }
}

element! {
    /// An amount with its unit. After reading, the unit of memory is KiB.
    pub Amount {
        attr unit: Text = "unit",
        ;
        content value: Long,
    }

    /// `<memory>`
    pub Memory {
        attr dump_core: On   = "dumpCore",
        attr unit:      Text = "unit",
        ;
        content value: Long,
    }

    /// `<maxMemory>`
    pub MaxMemory {
        attr slots: Number = "slots",
        attr unit:  Text   = "unit",
        ;
        content value: Long,
    }

    /// `<memtune>`
    pub Memtune {
        ;
        one hard_limit:      Maybe<Amount> = "hard_limit",
        one soft_limit:      Maybe<Amount> = "soft_limit",
        one min_guarantee:   Maybe<Amount> = "min_guarantee",
        one swap_hard_limit: Maybe<Amount> = "swap_hard_limit",
    }

    /// `<memoryBacking>`
    pub MemoryBacking {
        ;
        one   hugepages:    Maybe<Hugepages>         = "hugepages",
        flag  nosharepages: bool                     = "nosharepages",
        flag  locked:       bool                     = "locked",
        value source:       Option<MemorySourceType> = "source" @ "type",
        value access:       Option<super::memory_device::MemoryAccess> = "access" @ "mode",
        part  allocation:   Maybe<AllocationElement> = "allocation",
        flag  discard:      bool                     = "discard",
    }
    pub Hugepages { ; many pages: Vec<HugePage> = "page", }
    pub HugePage {
        attr size:    Long = "size",
        attr unit:    Text = "unit",
        attr nodeset: Set  = "nodeset",
        ;
    }
    pub AllocationElement {
        attr mode:    Option<Allocation> = "mode",
        attr threads: Number             = "threads",
        ;
    }

    /// `<blkiotune>`
    pub Blkiotune {
        ;
        text weight:  Number           = "weight",
        many devices: Vec<BlkioDevice> = "device",
    }
    pub BlkioDevice {
        ;
        text path:            Text   = "path",
        text weight:          Number = "weight",
        text read_iops_sec:   Number = "read_iops_sec",
        text write_iops_sec:  Number = "write_iops_sec",
        text read_bytes_sec:  Long   = "read_bytes_sec",
        text write_bytes_sec: Long   = "write_bytes_sec",
    }

    /// `<vcpu>`
    pub Vcpu {
        attr placement: Option<Placement> = "placement",
        attr cpuset:    Set               = "cpuset",
        attr current:   Number            = "current",
        ;
        content maximum: Number,
    }
    /// `<vcpus>`
    pub Vcpus { ; many vcpus: Vec<OneVcpu> = "vcpu", }
    pub OneVcpu {
        attr id:           Number = "id",
        attr enabled:      Yes    = "enabled",
        attr hotpluggable: Yes    = "hotpluggable",
        attr order:        Number = "order",
        ;
    }

    /// `<throttlegroups>`
    pub ThrottleGroups { ; many groups: Vec<super::disk::IoTune> = "throttlegroup", }

    /// `<iothreadids>`
    pub IothreadIds { ; many iothreads: Vec<Iothread> = "iothread", }
    pub Iothread {
        attr id:              Number      = "id" is required is positive,
        attr thread_pool_min: Option<i32> = "thread_pool_min",
        attr thread_pool_max: Option<i32> = "thread_pool_max",
        ;
        part poll: Maybe<IothreadPoll> = "poll",
    }
    pub IothreadPoll {
        attr max:    Long = "max",
        attr grow:   Long = "grow",
        attr shrink: Long = "shrink",
        ;
    }
    pub DefaultIothread {
        attr thread_pool_min: Option<i32> = "thread_pool_min",
        attr thread_pool_max: Option<i32> = "thread_pool_max",
        ;
    }

    /// `<cputune>`
    pub Cputune {
        ;
        text shares: Long = "shares" refused XmlError "can't parse cputune shares value",
        text period: Long = "period" refused XmlError "can't parse cputune period value",
        text quota: Option<i64> = "quota" refused XmlError "can't parse cputune quota value",
        text global_period: Long = "global_period" refused XmlError "can't parse cputune global_period value",
        text global_quota: Option<i64> = "global_quota" refused XmlError "can't parse cputune global_quota value",
        text emulator_period: Long = "emulator_period" refused XmlError "can't parse cputune emulator_period value",
        text emulator_quota: Option<i64> = "emulator_quota" refused XmlError "can't parse cputune emulator_quota value",
        text iothread_period: Long = "iothread_period" refused XmlError "can't parse cputune iothread_period value",
        text iothread_quota: Option<i64> = "iothread_quota" refused XmlError "can't parse cputune iothread_quota value",
        many vcpupins:        Vec<VcpuPin>         = "vcpupin",
        one  emulatorpin:     Maybe<EmulatorPin>   = "emulatorpin",
        many iothreadpins:    Vec<IothreadPin>     = "iothreadpin",
        one  emulatorsched:   Maybe<EmulatorSched> = "emulatorsched",
        many vcpuscheds:      Vec<VcpuSched>       = "vcpusched",
        many iothreadscheds:  Vec<IothreadSched>   = "iothreadsched",
        many cachetunes:      Vec<CacheTune>       = "cachetune",
        many memorytunes:     Vec<MemoryTune>      = "memorytune",
    } => Cputune::only_one;
    pub VcpuPin { attr vcpu: Number = "vcpu" is required, attr cpuset: Set  = "cpuset" is required, ; }
    pub EmulatorPin { attr cpuset: Set  = "cpuset" is required, ; }
    pub IothreadPin { attr iothread: Number = "iothread" is required, attr cpuset: Set  = "cpuset" is required, ; }
    pub VcpuSched {
        attr vcpus:     Set               = "vcpus",
        attr scheduler: Option<Scheduler> = "scheduler",
        attr priority:  Option<i32>       = "priority",
        ;
    }
    pub IothreadSched {
        attr iothreads: Set               = "iothreads",
        attr scheduler: Option<Scheduler> = "scheduler",
        attr priority:  Option<i32>       = "priority",
        ;
    }
    pub EmulatorSched {
        attr scheduler: Option<Scheduler> = "scheduler",
        attr priority:  Option<i32>       = "priority",
        ;
    }
    pub CacheTune {
        attr vcpus: Set  = "vcpus",
        attr id:    Text = "id" when live,
        ;
        many caches:   Vec<CacheShare>   = "cache",
        many monitors: Vec<CacheMonitor> = "monitor",
    }
    pub CacheShare {
        attr id:    Number            = "id",
        attr level: Number            = "level",
        attr kind:  Option<CacheType> = "type",
        attr size:  Long              = "size",
        attr unit:  Text              = "unit",
        ;
    }
    pub CacheMonitor { attr level: Number = "level", attr vcpus: Set  = "vcpus", ; }
    pub MemoryTune {
        attr vcpus: Set = "vcpus",
        ;
        many nodes:    Vec<MemoryTuneNode>    = "node",
        many monitors: Vec<MemoryTuneMonitor> = "monitor",
    }
    pub MemoryTuneNode { attr id: Number = "id", attr bandwidth: Number = "bandwidth", ; }
    pub MemoryTuneMonitor { attr vcpus: Set  = "vcpus", ; }

    /// `<numatune>`
    pub Numatune {
        ;
        one  memory:   Maybe<NumaMemory> = "memory",
        many memnodes: Vec<MemNode>      = "memnode",
    }
    pub NumaMemory {
        attr mode:      Option<NumaMode>  = "mode",
        attr nodeset:   Set               = "nodeset",
        attr placement: Option<Placement> = "placement",
        ;
    }
    pub MemNode {
        attr cellid:  Number           = "cellid",
        attr mode:    Option<NumaMode> = "mode",
        attr nodeset: Set              = "nodeset",
        ;
    }

    /// `<resource>`
    pub Resource {
        ;
        text  partition:    Text = "partition",
        value fibrechannel: Text = "fibrechannel" @ "appid",
    }
}

impl Amount {
    pub fn kib(value: u64) -> Amount {
        Amount { unit: Some("KiB".to_owned()), value: Some(value), ..Amount::default() }
    }
}

impl Cputune {
    fn only_one(&mut self, node: Node<'_>, _r: &Reading) -> Result<()> {
        for name in ["emulatorpin", "emulatorsched"] {
            if node.children().filter(|child| child.name() == name).count() > 1 {
                bail!(Domain, XmlError, "only one {name} is supported");
            }
        }
        Ok(())
    }
}
