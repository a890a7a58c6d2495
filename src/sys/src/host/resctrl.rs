//! How the kernel can divide caches and the bandwidth of memory, and watch their use.

use super::{number, text};
use std::path::Path;

const DIRECTORY: &str = "/sys/fs/resctrl/info";

/// How a cache can be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CacheControl {
    /// The bits that stand for the whole cache, and the fewest that a share has.
    pub bits: u32,
    pub least_bits: u32,
    /// How many shares there can be.
    pub most: u32,
}

/// How the bandwidth of memory can be divided, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandwidthControl {
    pub granularity: u32,
    pub least: u32,
    pub most: u32,
}

/// How the use of third level caches and of memory can be watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monitoring {
    pub most: u32,
    /// How little of a cache must be in use before a monitor can be used again, in bytes.
    pub reuse_threshold: Option<u64>,
    pub features: Vec<String>,
}

/// The controls of caches of a level: for all that they hold, or for `CODE` and `DATA`.
pub fn cache_control(level: u32, kind: &str) -> Option<CacheControl> {
    let directory = Path::new(DIRECTORY).join(format!("L{level}{kind}"));
    let mask = text(directory.join("cbm_mask"))?;
    Some(CacheControl {
        bits: u64::from_str_radix(&mask, 16).ok()?.count_ones(),
        least_bits: number(directory.join("min_cbm_bits"))?,
        most: number(directory.join("num_closids"))?,
    })
    .filter(|control| control.bits > 0)
}

pub fn bandwidth_control() -> Option<BandwidthControl> {
    let directory = Path::new(DIRECTORY).join("MB");
    Some(BandwidthControl {
        granularity: number(directory.join("bandwidth_gran"))?,
        least: number(directory.join("min_bandwidth"))?,
        most: number(directory.join("num_closids"))?,
    })
}

pub fn monitoring() -> Option<Monitoring> {
    let directory = Path::new(DIRECTORY).join("L3_MON");
    Some(Monitoring {
        most: number(directory.join("num_rmids"))?,
        reuse_threshold: number(directory.join("max_threshold_occupancy")),
        features: text(directory.join("mon_features"))?.lines().map(str::to_owned).collect(),
    })
}
