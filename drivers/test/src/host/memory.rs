//! The host's memory: pages by cell, statistics, and the parameters of page merging.

use super::{
    model::{HostModel, NumaCell, PAGE_SIZES},
    param,
};
use std::sync::{Mutex, PoisonError};
use virt_core::{
    constants::VIR_NODE_MEMORY_STATS_ALL_CELLS,
    params::{Accepted, Kind, Multiple, validate},
    records::*,
    types::*,
};
use virt_error::{Result, bail};

/// The first `nparams` of `stats`, or their number when `nparams` is 0.
pub fn counted(stats: &[(&str, u64)], nparams: i32) -> NodeCpuStats {
    let wanted = usize::try_from(nparams).unwrap_or(0);
    let params = stats
        .iter()
        .take(wanted)
        .map(|(field, value)| NodeStat { field: (*field).to_owned(), value: *value })
        .collect::<Vec<_>>();
    let nparams = if wanted == 0 { stats.len() } else { params.len() } as i32;
    NodeCpuStats { params: params.into(), nparams }
}

impl HostModel {
    /// Total, free, buffered and cached memory in KiB, of one cell or of all.
    pub fn memory_stats(&self, cell: i32) -> Result<Vec<(&'static str, u64)>> {
        if cell != VIR_NODE_MEMORY_STATS_ALL_CELLS {
            let cell = self.cell(cell)?;
            return Ok(vec![("total", cell.memory), ("free", cell.free)]);
        }
        let free = self.cells.iter().map(|cell| cell.free).sum::<u64>() / 2;
        Ok(vec![("total", self.info.memory), ("free", free), ("buffers", 0), ("cached", 0)])
    }

    /// The cells from `start`, -1 standing for all of them.
    fn cells_from(&self, start: i32, count: u32) -> Result<&[NumaCell]> {
        let start = if start == -1 { 0 } else { start };
        let first = usize::try_from(start).unwrap_or(usize::MAX);
        if first >= self.cells.len() {
            let last = self.cells.len() as i64 - 1;
            bail!(Test, InternalError, "start cell {start} out of range (0-{last})");
        }
        let end = first.saturating_add(count as usize).min(self.cells.len());
        Ok(&self.cells[first..end])
    }

    /// For each cell, how many pages of each size are free.
    pub fn free_pages(&self, sizes: &[u32], start: i32, count: u32) -> Result<Vec<u64>> {
        let mut free = Vec::new();
        for cell in self.cells_from(start, count)? {
            let pages = cell.pages.lock().unwrap_or_else(PoisonError::into_inner);
            for size in sizes {
                check_size(*size)?;
                free.push(pages.iter().find(|(known, _)| known == size).map_or(0, |(_, number)| *number));
            }
        }
        Ok(free)
    }

    /// Adds pages to each cell's pools, or sets the pools to a number. Returns how many pools were changed.
    pub fn allocate_pages(&self, wanted: &[(u32, u64)], start: i32, count: u32, set: bool) -> Result<i32> {
        wanted.iter().try_for_each(|(size, _)| check_size(*size))?;
        let mut changed = 0;
        for cell in self.cells_from(start, count)? {
            let mut pages = cell.pages.lock().unwrap_or_else(PoisonError::into_inner);
            let ordinary = pages.first().map_or(0, |(size, _)| *size);
            for (size, number) in wanted {
                if *size == ordinary || !pages.iter().any(|(known, _)| known == size) {
                    bail!(Test, OperationFailed, "page size {size} is not available at this cell");
                }
                let pool = |pages: &[(u32, u64)]| {
                    pages.iter().find(|(known, _)| known == size).map_or(0, |(_, number)| *number)
                };
                let before = pool(&pages);
                let after = if set { *number } else { before.saturating_add(*number) };
                // Huge pages are made of ordinary ones, and given back to them.
                let kib = |number: u64| number.saturating_mul(u64::from(*size));
                let available = pages.first().map_or(0, |(size, number)| number * u64::from(*size));
                let Some(left) = available.saturating_add(kib(before)).checked_sub(kib(after)) else {
                    bail!(Test, OperationFailed, "Allocated only {before} pages of size {size}");
                };
                for (known, number) in pages.iter_mut() {
                    if *known == ordinary {
                        *number = left / u64::from(ordinary);
                    } else if known == size {
                        *number = after;
                    }
                }
                changed += 1;
            }
        }
        Ok(changed)
    }
}

fn check_size(size: u32) -> Result<()> {
    if !PAGE_SIZES.contains(&size) {
        bail!(Test, OperationFailed, "page size {size} is not available on the host");
    }
    Ok(())
}

/// Merging of equal pages: its parameters, and counters of what it did, which is nothing in a host without memory.
pub struct Merging(Mutex<Settings>);

#[derive(Clone, Copy)]
struct Settings {
    pages_to_scan: u32,
    sleep_millisecs: u32,
    merge_across_nodes: u32,
}

impl Default for Merging {
    fn default() -> Merging {
        Merging(Mutex::new(Settings { pages_to_scan: 100, sleep_millisecs: 20, merge_across_nodes: 1 }))
    }
}

impl Merging {
    pub fn get(&self) -> Vec<TypedParam> {
        let settings = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut params = vec![
            param("shm_pages_to_scan", Value::UInt(settings.pages_to_scan)),
            param("shm_sleep_millisecs", Value::UInt(settings.sleep_millisecs)),
        ];
        for counter in [
            "shm_pages_shared",
            "shm_pages_sharing",
            "shm_pages_unshared",
            "shm_pages_volatile",
            "shm_full_scans",
        ] {
            params.push(param(counter, Value::ULLong(0)));
        }
        params.push(param("shm_merge_across_nodes", Value::UInt(settings.merge_across_nodes)));
        params
    }

    pub fn set(&self, params: &[TypedParam]) -> Result<()> {
        const NAMES: [&str; 3] = ["shm_pages_to_scan", "shm_sleep_millisecs", "shm_merge_across_nodes"];
        validate(params, &NAMES.map(|name| Accepted(name, Kind::UInt, Multiple::Once)))?;
        let mut settings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for param in params {
            let Value::UInt(value) = param.value else { continue };
            match &*param.field {
                "shm_pages_to_scan" => settings.pages_to_scan = value,
                "shm_sleep_millisecs" => settings.sleep_millisecs = value,
                _ => settings.merge_across_nodes = value,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_error::Origin;
    use virt_xml::parse;

    fn host() -> HostModel {
        let document = parse("<node/>", "(node)", Origin::Test).unwrap();
        HostModel::read(document.root(), NumaCell::default_cells()).unwrap()
    }

    #[test]
    fn huge_pages_come_out_of_ordinary_ones() {
        let host = host();
        assert_eq!(host.free_pages(&[4, 2048], 0, 1).unwrap(), [524_288, 0]);
        assert_eq!(host.allocate_pages(&[(2048, 2)], 0, 1, false).unwrap(), 1);
        assert_eq!(host.allocate_pages(&[(2048, 1)], 0, 1, false).unwrap(), 1);
        assert_eq!(host.free_pages(&[4, 2048], 0, 1).unwrap(), [524_288 - 1536, 3]);
        assert_eq!(host.allocate_pages(&[(2048, 0)], 0, 1, true).unwrap(), 1);
        assert_eq!(host.free_pages(&[4], 0, 1).unwrap(), [524_288]);
        assert!(host.allocate_pages(&[(2048, u64::MAX)], 0, 1, true).is_err());
        assert!(host.free_pages(&[3], 0, 1).is_err());
        assert!(host.free_pages(&[4], 2, 1).is_err());
    }

    #[test]
    fn merging_parameters_are_read_back_as_set() {
        let merging = Merging::default();
        merging.set(&[param("shm_sleep_millisecs", Value::UInt(7))]).unwrap();
        assert!(merging.get().contains(&param("shm_sleep_millisecs", Value::UInt(7))));
        assert!(merging.set(&[param("shm_full_scans", Value::UInt(7))]).is_err());
    }
}
