//! Pages of memory, ordinary and huge, and the pools of the huge ones.

use super::{memory, memory_of_node, number};
use std::{
    fs,
    path::{Path, PathBuf},
};
use virt_error::{Code, Error, Origin, Result};

/// The pages of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PagePool {
    /// In KiB.
    pub size: u64,
    pub total: u64,
    pub free: u64,
}

/// The size of an ordinary page in KiB.
pub fn page_size() -> u64 {
    // SAFETY: a plain query.
    let size = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
    u64::try_from(size).unwrap_or(4096) / 1024
}

/// The size in KiB of the huge pages that the kernel takes where none is named.
pub fn default_huge_page() -> Option<u64> {
    let text = fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Hugepagesize:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// Where the pools of huge pages are, of a node or of the whole machine.
fn directory(node: Option<u32>) -> PathBuf {
    match node {
        Some(node) => PathBuf::from(format!("/sys/devices/system/node/node{node}/hugepages")),
        None => PathBuf::from("/sys/kernel/mm/hugepages"),
    }
}

/// The pages of every size, of a node or of the whole machine, the smallest first. Ordinary pages are those that the
/// pools of huge ones leave.
pub fn pages(node: Option<u32>) -> Vec<PagePool> {
    let mut pools = huge(&directory(node));
    let counts = match node {
        Some(node) => memory_of_node(node).unwrap_or_default(),
        None => memory(),
    };
    let taken: u64 = pools.iter().map(|pool| pool.size.saturating_mul(pool.total)).sum();
    let size = page_size().max(1);
    pools.push(PagePool { size, total: counts.total.saturating_sub(taken) / size, free: counts.free / size });
    pools.sort_by_key(|pool| pool.size);
    pools
}

fn huge(directory: &Path) -> Vec<PagePool> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let pool = |entry: fs::DirEntry| {
        let size =
            entry.file_name().to_str()?.strip_prefix("hugepages-")?.strip_suffix("kB")?.parse().ok()?;
        let count = |name: &str| number(entry.path().join(name));
        Some(PagePool { size, total: count("nr_hugepages")?, free: count("free_hugepages")? })
    };
    entries.filter_map(pool).collect()
}

/// Adds huge pages to a pool, or sets its number.
///
/// Errors: `VIR_ERR_OPERATION_FAILED` when there is no such pool or the kernel finds fewer; the text says how many.
pub fn allocate_pages(node: Option<u32>, size: u64, count: u64, set: bool) -> Result<()> {
    let failed = |text: String| Error::new(Origin::None, Code::OperationFailed, text);
    if size == page_size() {
        return Err(failed("system pages pool can't be modified".to_owned()));
    }
    let file = directory(node).join(format!("hugepages-{size}kB/nr_hugepages"));
    let Some(before) = number::<u64>(&file) else {
        return Err(failed(format!("page size or NUMA node not available: {size} KiB")));
    };
    let wanted = if set { count } else { before.saturating_add(count) };
    fs::write(&file, wanted.to_string()).map_err(|cause| {
        Error::system(Origin::None, format!("Unable to write to: {}", file.display()), &cause)
    })?;
    let after = number::<u64>(&file).unwrap_or(before);
    if after != wanted {
        let got = if set { after } else { after.saturating_sub(before) };
        return Err(failed(format!("Unable to allocate {count} pages. Allocated only {got}")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_pages_come_first_and_cover_the_memory() {
        let pools = pages(None);
        assert_eq!(pools[0].size, page_size());
        assert!(pools[0].total >= pools[0].free && pools[0].free > 0);
        assert!(pools.windows(2).all(|two| two[0].size < two[1].size));
    }

    #[test]
    fn pools_that_are_not_there_are_told() {
        let message = |size, node| allocate_pages(node, size, 1, true).unwrap_err().message().to_owned();
        assert!(message(page_size(), None).contains("system pages pool can't be modified"));
        assert!(message(3, None).contains("page size or NUMA node not available"));
        assert!(message(2048, Some(9999)).contains("page size or NUMA node not available"));
    }
}
