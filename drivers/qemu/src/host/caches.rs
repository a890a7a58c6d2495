//! The host's caches and the bandwidth of its memory, and how they can be divided and watched.

use virt_conf::capabilities::{
    BandwidthNode, Bank, Caches, Control, MemoryBandwidth, Monitor, MonitorFeature,
};
use virt_sys::host::{self, CacheBank, CacheControl, Monitoring};

/// The smallest level of cache that is told of: one that processors share.
pub const LEVEL: u32 = 2;
/// The level whose caches stand between processors and memory.
const LAST_LEVEL: u32 = 3;
/// What the kernel calls the watching of a cache; the rest is about memory.
const OCCUPANCY: &str = "llc_occupancy";

/// `<cache>`
pub fn describe(banks: &[CacheBank]) -> Option<Box<Caches>> {
    if banks.is_empty() {
        return None;
    }
    let monitors = host::monitoring().as_ref().and_then(|all| monitor(all, true));
    Some(Box::new(Caches {
        banks: banks.iter().map(|bank| describe_bank(bank, &controls(bank.level))).collect(),
        monitors: monitors.into_iter().collect(),
        ..Caches::default()
    }))
}

/// The ways in which caches of a level are divided: what for, and how.
fn controls(level: u32) -> Vec<(&'static str, CacheControl)> {
    [("both", ""), ("code", "CODE"), ("data", "DATA")]
        .into_iter()
        .filter_map(|(word, kind)| Some((word, host::cache_control(level, kind)?)))
        .collect()
}

fn describe_bank(bank: &CacheBank, controls: &[(&str, CacheControl)]) -> Bank {
    let (size, unit) = pretty(bank.size);
    let kind = match bank.kind.as_str() {
        "Instruction" => "code",
        "Data" => "data",
        _ => "both",
    };
    let control = |(word, control): &(&str, CacheControl)| {
        let step = bank.size / u64::from(control.bits.max(1));
        let least = step.saturating_mul(u64::from(control.least_bits));
        let (step_size, unit) = pretty_together(step, least);
        Control {
            granularity: Some(step_size),
            min: (least != step).then(|| least / scale(unit)),
            unit: Some(unit.to_owned()),
            kind: Some((*word).to_owned()),
            max_allocations: Some(control.most),
            ..Control::default()
        }
    };
    Bank {
        id: Some(bank.id),
        level: Some(bank.level),
        kind: Some(kind.to_owned()),
        size: Some(size),
        unit: Some(unit.to_owned()),
        cpus: Some(host::format_list(&bank.cpus)),
        controls: controls.iter().map(control).collect(),
        ..Bank::default()
    }
}

/// `<memory_bandwidth>`: memory is reached through the last caches.
pub fn bandwidth(banks: &[CacheBank]) -> Option<Box<MemoryBandwidth>> {
    let control = host::bandwidth_control()?;
    let node = |bank: &CacheBank| BandwidthNode {
        id: Some(bank.id),
        cpus: Some(host::format_list(&bank.cpus)),
        controls: vec![Control {
            granularity: Some(u64::from(control.granularity)),
            min: Some(u64::from(control.least)),
            max_allocations: Some(control.most),
            ..Control::default()
        }],
        ..BandwidthNode::default()
    };
    let nodes: Vec<_> = banks.iter().filter(|bank| bank.level == LAST_LEVEL).map(node).collect();
    let monitors = host::monitoring().as_ref().and_then(|all| monitor(all, false));
    Some(Box::new(MemoryBandwidth {
        nodes,
        monitors: monitors.into_iter().collect(),
        ..MemoryBandwidth::default()
    }))
}

/// What can be watched of a cache, or of memory; `None` where that is nothing.
fn monitor(all: &Monitoring, cache: bool) -> Option<Monitor> {
    let features: Vec<_> = all
        .features
        .iter()
        .filter(|name| (name.as_str() == OCCUPANCY) == cache)
        .map(|name| MonitorFeature { name: Some(name.clone()), ..MonitorFeature::default() })
        .collect();
    (!features.is_empty()).then(|| Monitor {
        level: cache.then_some(LAST_LEVEL),
        reuse_threshold: all.reuse_threshold.filter(|_| cache),
        max_monitors: Some(all.most),
        features,
        ..Monitor::default()
    })
}

const UNITS: [&str; 4] = ["KiB", "MiB", "GiB", "TiB"];

/// How many KiB a unit has.
fn scale(unit: &str) -> u64 {
    let place = UNITS.iter().position(|known| *known == unit).unwrap_or(0);
    1024_u64.pow(place as u32)
}

/// A size in KiB in the largest unit that holds it without a fraction.
fn pretty(kib: u64) -> (u64, &'static str) {
    pretty_together(kib, kib)
}

/// The same in a unit that holds another size without a fraction as well.
fn pretty_together(kib: u64, other: u64) -> (u64, &'static str) {
    let holds = |unit: &&&str| kib != 0 && kib % scale(unit) == 0 && other % scale(unit) == 0;
    let unit = UNITS.iter().rev().find(holds).copied().unwrap_or(UNITS[0]);
    (kib / scale(unit), unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_whole_units() {
        assert_eq!(pretty(32 * 1024), (32, "MiB"));
        assert_eq!(pretty(1536), (1536, "KiB"));
        assert_eq!(pretty(0), (0, "KiB"));
        assert_eq!(pretty_together(1024, 1536), (1024, "KiB"));
    }

    #[test]
    fn a_share_of_a_cache_is_so_many_of_its_bits() {
        let bank = CacheBank {
            level: 3,
            kind: "Unified".to_owned(),
            id: 0,
            size: 15 * 1024,
            cpus: (0..6).collect(),
        };
        let control = CacheControl { bits: 20, least_bits: 2, most: 4 };
        let described = describe_bank(&bank, &[("both", control)]);
        assert_eq!(
            (described.size, described.unit.as_deref(), described.cpus.as_deref()),
            (Some(15), Some("MiB"), Some("0-5"))
        );
        let control = &described.controls[0];
        assert_eq!(
            (control.granularity, control.min, control.unit.as_deref()),
            (Some(768), Some(1536), Some("KiB"))
        );
        let whole = CacheControl { bits: 15, least_bits: 1, most: 4 };
        let described = describe_bank(&bank, &[("code", whole)]);
        let control = &described.controls[0];
        assert_eq!((control.granularity, control.min, control.unit.as_deref()), (Some(1), None, Some("MiB")));
    }

    #[test]
    fn what_watches_memory_watches_no_cache() {
        let all = Monitoring {
            most: 9,
            reuse_threshold: Some(5),
            features: [OCCUPANCY, "mbm_total_bytes"].map(str::to_owned).into(),
        };
        let cache = monitor(&all, true).unwrap();
        assert_eq!((cache.level, cache.reuse_threshold, cache.features.len()), (Some(3), Some(5), 1));
        let memory = monitor(&all, false).unwrap();
        assert_eq!((memory.level, memory.reuse_threshold, memory.max_monitors), (None, None, Some(9)));
        assert!(monitor(&Monitoring { features: Vec::new(), ..all }, true).is_none());
    }
}
