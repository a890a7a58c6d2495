//! Devices that watch the guest: watchdogs and panic notifiers.

use super::address::DeviceInfo;
use super::prelude::*;

names! {
    pub enum WatchdogModel refused ConfigUnsupported "unknown watchdog model '{}'" {
        I6300esb = "i6300esb", Ib700 = "ib700", Diag288 = "diag288", Itco = "itco",
    }
    pub enum WatchdogAction refused ConfigUnsupported "unknown watchdog action '{}'" {
        Reset = "reset", Shutdown = "shutdown", Poweroff = "poweroff", Pause = "pause", Dump = "dump", None = "none",
        InjectNmi = "inject-nmi",
    }
    pub enum PanicModel unset "default" refused ConfigUnsupported "unknown panic model '{}'" {
        Default = "default", Pseries = "pseries", Isa = "isa", Hyperv = "hyperv", S390 = "s390", Pvpanic = "pvpanic",
    }
}

element! {
    /// `/domain/devices/watchdog`
    pub Watchdog {
        attr model:  Option<WatchdogModel>  = "model",
        attr action: Option<WatchdogAction> = "action",
        ;
        flat info: DeviceInfo,
    }

    /// `/domain/devices/panic`
    pub Panic {
        attr model: Option<PanicModel> = "model",
        ;
        flat info: DeviceInfo,
    }
}
