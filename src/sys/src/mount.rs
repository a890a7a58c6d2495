//! What a file system says of itself.

use nix::sys::statvfs::statvfs;
use std::{io, path::Path};

/// The size of the blocks at `path`, in bytes: of `hugetlbfs`, that of its pages.
pub fn block_size(path: &Path) -> io::Result<u64> {
    Ok(statvfs(path)?.block_size() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_system_has_blocks() {
        assert!(block_size(Path::new("/")).unwrap() >= 512);
        assert!(block_size(Path::new("/proc/nonexistent")).is_err());
    }
}
