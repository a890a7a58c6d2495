//! How fast a guest dirties its memory, measured over a time.

use super::stats::base_time;
use virt_core::constants::*;

/// One measurement.
#[derive(Clone, Copy)]
pub struct DirtyRate {
    /// When it started, in seconds since the epoch.
    pub start: u64,
    /// How long it takes, in seconds.
    pub seconds: i32,
}

impl DirtyRate {
    /// A measurement that starts now.
    pub fn now(seconds: i32) -> DirtyRate {
        DirtyRate { start: base_time() / 1_000_000, seconds }
    }

    /// `virDomainDirtyRateStatus`.
    pub fn status(self) -> i32 {
        let end = self.start.saturating_add(u64::try_from(self.seconds).unwrap_or(0));
        if base_time() / 1_000_000 < end {
            VIR_DOMAIN_DIRTYRATE_MEASURING
        } else {
            VIR_DOMAIN_DIRTYRATE_MEASURED
        }
    }
}
