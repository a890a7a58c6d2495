//! Memory: how much there is, and the parameters of the merging of equal pages.

use super::text;
use std::{
    fs,
    path::{Path, PathBuf},
};
use virt_error::{Error, Origin, Result};

/// Amounts of memory in KiB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemoryCounts {
    pub total: u64,
    pub free: u64,
    pub buffers: u64,
    pub cached: u64,
}

/// The machine's memory.
pub fn memory() -> MemoryCounts {
    parse(&fs::read_to_string("/proc/meminfo").unwrap_or_default())
}

/// The memory of a node, of which only total and free are known.
pub fn memory_of_node(node: u32) -> Option<MemoryCounts> {
    Some(parse(&text(format!("/sys/devices/system/node/node{node}/meminfo"))?))
}

/// Reads lines such as `MemTotal: 123 kB`, or `Node 0 MemTotal: 123 kB`.
fn parse(text: &str) -> MemoryCounts {
    let mut counts = MemoryCounts::default();
    for line in text.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.split_ascii_whitespace().next().and_then(|value| value.parse().ok()).unwrap_or(0);
        match name.rsplit(' ').next() {
            Some("MemTotal") => counts.total = value,
            Some("MemFree") => counts.free = value,
            Some("Buffers") => counts.buffers = value,
            Some("Cached") => counts.cached = value,
            _ => {}
        }
    }
    counts
}

/// Where the kernel has the parameters of page merging; `None` when it has none.
pub fn parameters_directory() -> Option<PathBuf> {
    let directory = Path::new("/sys/kernel/mm/ksm");
    directory.is_dir().then(|| directory.to_owned())
}

/// A parameter of page merging; `None` when this kernel does not have it.
pub fn parameter(name: &str) -> Option<u64> {
    super::number(parameters_directory()?.join(name))
}

/// Errors: `VIR_ERR_SYSTEM_ERROR` when the kernel refuses the value.
pub fn set_parameter(name: &str, value: u64) -> Result<()> {
    let path = Path::new("/sys/kernel/mm/ksm").join(name);
    fs::write(&path, value.to_string())
        .map_err(|cause| Error::system(Origin::None, format!("failed to set {name}"), &cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        let all =
            parse("MemTotal:       100 kB\nMemFree: 50 kB\nBuffers: 1 kB\nCached: 2 kB\nSwapCached: 9 kB\n");
        assert_eq!(all, MemoryCounts { total: 100, free: 50, buffers: 1, cached: 2 });
        let node = parse("Node 0 MemTotal:       100 kB\nNode 0 MemFree: 50 kB\nNode 0 MemUsed: 50 kB\n");
        assert_eq!((node.total, node.free), (100, 50));
        assert!(memory().total > memory().free);
    }
}
