//! What the balloon, and the guest through it, says of the guest's memory.

use super::Answers;
use serde_json::{Value, json};
use virt_conf::domain::{Domain as Document, memory_device::BalloonModel};
use virt_core::constants::*;

/// The path of the balloon in the emulator's tree of objects; `None` for a guest without one.
pub fn path(document: &Document) -> Option<String> {
    let balloon = document.devices.memballoons.first()?;
    if balloon.model == Some(BalloonModel::None) {
        return None;
    }
    let alias = &balloon.info.alias.as_ref()?.0;
    Some(format!("/machine/peripheral/{alias}"))
}

/// The arguments that ask for the guest's statistics.
pub fn question(path: &str) -> Value {
    json!({"path": path, "property": "guest-stats"})
}

/// The memory that the balloon leaves to the guest, in KiB.
pub fn current(answers: &Answers) -> Option<u64> {
    Some(answers.plain("query-balloon")?["actual"].as_u64()? / 1024)
}

/// A statistic of the guest: its tag, QEMU's name, and whether it is told in bytes, of which KiB are made.
const STATISTICS: [(i32, &str, bool); 10] = [
    (VIR_DOMAIN_MEMORY_STAT_SWAP_IN, "stat-swap-in", true),
    (VIR_DOMAIN_MEMORY_STAT_SWAP_OUT, "stat-swap-out", true),
    (VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, "stat-major-faults", false),
    (VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT, "stat-minor-faults", false),
    (VIR_DOMAIN_MEMORY_STAT_UNUSED, "stat-free-memory", true),
    (VIR_DOMAIN_MEMORY_STAT_AVAILABLE, "stat-total-memory", true),
    (VIR_DOMAIN_MEMORY_STAT_USABLE, "stat-available-memory", true),
    (VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, "stat-disk-caches", true),
    (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, "stat-htlb-pgalloc", false),
    (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, "stat-htlb-pgfail", false),
];

/// What the guest told last, by tags of `virDomainMemoryStatTags`; what it never told is left out.
pub fn told(answers: &Answers, path: &str) -> Vec<(i32, u64)> {
    let Some(answer) = answers.get("qom-get", &question(path)) else { return Vec::new() };
    let mut list = Vec::with_capacity(STATISTICS.len() + 1);
    for (tag, name, bytes) in STATISTICS {
        // What a guest has not told is all ones.
        if let Some(value) = answer["stats"][name].as_u64().filter(|value| *value != u64::MAX) {
            list.push((tag, if bytes { value / 1024 } else { value }));
        }
    }
    if let Some(moment) = answer["last-update"].as_u64() {
        let place = list.iter().position(|(tag, _)| *tag == VIR_DOMAIN_MEMORY_STAT_DISK_CACHES);
        list.insert(place.unwrap_or(list.len()), (VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, moment));
    }
    list
}
