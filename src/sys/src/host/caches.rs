//! The caches that processors share.

use super::{number, number_list, text};
use std::{collections::BTreeSet, fs};

/// A cache.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CacheBank {
    pub level: u32,
    /// `Unified`, `Data`, `Instruction`, as the kernel calls it.
    pub kind: String,
    pub id: u32,
    /// In KiB.
    pub size: u64,
    pub cpus: BTreeSet<u32>,
}

/// The caches from `level` up, each once.
pub fn cache_banks(level: u32) -> Vec<CacheBank> {
    let mut banks = BTreeSet::new();
    for cpu in super::online_cpus() {
        let directory = format!("/sys/devices/system/cpu/cpu{cpu}/cache");
        for entry in fs::read_dir(&directory).into_iter().flatten().flatten() {
            let path = entry.path();
            let bank = || {
                let size = text(path.join("size"))?;
                let (digits, unit) =
                    size.split_at(size.find(|c: char| !c.is_ascii_digit()).unwrap_or(size.len()));
                let scale = match unit {
                    "K" => 1,
                    "M" => 1024,
                    "G" => 1024 * 1024,
                    _ => return None,
                };
                Some(CacheBank {
                    level: number(path.join("level")).filter(|own| *own >= level)?,
                    kind: text(path.join("type"))?,
                    id: number(path.join("id"))?,
                    size: digits.parse::<u64>().ok()?.checked_mul(scale)?,
                    cpus: number_list(&text(path.join("shared_cpu_list"))?),
                })
            };
            banks.extend(bank());
        }
    }
    banks.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banks_are_distinct_and_above_the_level() {
        let banks = cache_banks(2);
        assert!(banks.iter().all(|bank| bank.level >= 2 && bank.size > 0 && !bank.cpus.is_empty()));
        assert!(banks.windows(2).all(|two| two[0] < two[1]));
    }
}
