//! Time, power management and performance counters.

use super::prelude::*;

names! {
    pub enum ClockOffset refused ConfigUnsupported "unknown clock offset '{}'" {
        Utc = "utc", Localtime = "localtime", Variable = "variable", Timezone = "timezone", Absolute = "absolute",
    }
    pub enum ClockBasis { Utc = "utc", Localtime = "localtime" }
    pub enum TimerName {
        Platform = "platform", Pit = "pit", Rtc = "rtc", Hpet = "hpet", Tsc = "tsc", Kvmclock = "kvmclock",
        Hypervclock = "hypervclock", Armvtimer = "armvtimer",
    }
    pub enum TickPolicy { Delay = "delay", Catchup = "catchup", Merge = "merge", Discard = "discard" }
    pub enum TimerTrack { Boot = "boot", Guest = "guest", Wall = "wall", Realtime = "realtime" }
    pub enum TimerMode {
        Auto = "auto", Native = "native", Emulate = "emulate", Paravirt = "paravirt", Smpsafe = "smpsafe",
    }
    pub enum Lifecycle {
        Destroy = "destroy", Restart = "restart", RenameRestart = "rename-restart", Preserve = "preserve",
        CoredumpDestroy = "coredump-destroy", CoredumpRestart = "coredump-restart",
    }
    pub enum LockFailure unset "default" {
        Default = "default", Poweroff = "poweroff", Restart = "restart", Pause = "pause",
        Ignore = "ignore",
    }
    pub enum PerfEvent {
        Cmt = "cmt", Mbmt = "mbmt", Mbml = "mbml", CpuCycles = "cpu_cycles", Instructions = "instructions",
        CacheReferences = "cache_references", CacheMisses = "cache_misses",
        BranchInstructions = "branch_instructions", BranchMisses = "branch_misses", BusCycles = "bus_cycles",
        StalledCyclesFrontend = "stalled_cycles_frontend", StalledCyclesBackend = "stalled_cycles_backend",
        RefCpuCycles = "ref_cpu_cycles", CpuClock = "cpu_clock", TaskClock = "task_clock",
        PageFaults = "page_faults", ContextSwitches = "context_switches", CpuMigrations = "cpu_migrations",
        PageFaultsMin = "page_faults_min", PageFaultsMaj = "page_faults_maj",
        AlignmentFaults = "alignment_faults", EmulationFaults = "emulation_faults",
    }
}

element! {
    /// `<clock>`
    pub Clock {
        attr offset:     Option<ClockOffset> = "offset",
        attr adjustment: Text                = "adjustment",
        attr basis:      Option<ClockBasis>  = "basis",
        attr start:      Option<i64>         = "start",
        attr timezone:   Text                = "timezone",
        ;
        many timers: Vec<Timer> = "timer",
    }
    pub Timer {
        attr name:       Option<TimerName>  = "name" is required,
        attr present:    Yes                = "present",
        attr tickpolicy: Option<TickPolicy> = "tickpolicy",
        attr track:      Option<TimerTrack> = "track",
        attr frequency:  Long               = "frequency",
        attr mode:       Option<TimerMode>  = "mode",
        ;
        part catchup: Maybe<Catchup> = "catchup",
    }
    pub Catchup {
        attr threshold: Long = "threshold",
        attr slew:      Long = "slew",
        attr limit:     Long = "limit",
        ;
    }

    /// `<pm>`
    pub Pm {
        ;
        value suspend_to_mem:  Yes = "suspend-to-mem" @ "enabled",
        value suspend_to_disk: Yes = "suspend-to-disk" @ "enabled",
    }

    /// `<perf>`
    pub Perf { ; many events: Vec<PerfEventElement> = "event", }
    pub PerfEventElement {
        attr name:    Option<PerfEvent> = "name" is required,
        attr enabled: Yes               = "enabled",
        ;
    }
}
