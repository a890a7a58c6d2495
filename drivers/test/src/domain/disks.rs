//! Finding the disk that a caller means.

use virt_conf::domain::disk::Disk;

/// The place of the disk with this target (`vda`) or this source.
pub fn place(disks: &[Disk], path: &str) -> Option<usize> {
    let by_target = disks.iter().position(|disk| disk.target_name() == path);
    by_target.or_else(|| disks.iter().position(|disk| !path.is_empty() && disk.source_path() == Some(path)))
}
