//! Memory, memory nodes and memory devices.

use super::Check;
use virt_conf::domain::memory::MemorySourceType;
use virt_conf::domain::memory_device::{MemoryAccess, MemoryModel};
use virt_error::{Result, bail};

impl Check<'_> {
    pub(super) fn memory(&self) -> Result<()> {
        self.nodes()?;
        self.overlaps()
    }

    /// The guest's memory can be mapped by other programs.
    pub(super) fn is_shared(&self) -> bool {
        let shared = Some(MemoryAccess::Shared);
        let cells = self.domain.cpu.iter().flat_map(|cpu| &cpu.numa).flat_map(|numa| &numa.cells);
        let backing = self.domain.memory_backing.as_deref();
        let default = backing.is_some_and(|backing| backing.access == shared);
        let mut accesses = cells.map(|cell| cell.mem_access).peekable();
        match accesses.peek() {
            Some(_) => accesses.all(|access| access == shared || (access.is_none() && default)),
            None => {
                default
                    && backing.is_some_and(|backing| {
                        backing.hugepages.is_some()
                            || matches!(
                                backing.source,
                                None | Some(
                                    MemorySourceType::None | MemorySourceType::File | MemorySourceType::Memfd
                                )
                            )
                    })
            }
        }
    }

    fn nodes(&self) -> Result<()> {
        let Some(tune) = &self.domain.numatune else { return Ok(()) };
        let cells = self.domain.cpu.iter().flat_map(|cpu| &cpu.numa).flat_map(|numa| &numa.cells).count();
        for node in &tune.memnodes {
            let Some(id) = node.cellid else { continue };
            if cells > 0 && id as usize >= cells {
                bail!(
                    Qemu,
                    XmlError,
                    "Argument 'cellid' in memnode element must correspond to existing guest's NUMA cell"
                );
            }
        }
        Ok(())
    }

    /// Two devices cannot be at the same address.
    fn overlaps(&self) -> Result<()> {
        let ranges: Vec<(u64, u64)> = self
            .domain
            .devices
            .memories
            .iter()
            .filter(|memory| matches!(memory.model, Some(MemoryModel::VirtioMem | MemoryModel::VirtioPmem)))
            .filter_map(|memory| {
                let target = memory.target.as_ref()?;
                let base = target.address?.0;
                let size = target.size.as_ref()?.value?.saturating_mul(1024);
                Some((base, base.saturating_add(size)))
            })
            .collect();
        for (at, &(base, end)) in ranges.iter().enumerate() {
            for &(other, other_end) in &ranges[at + 1..] {
                if base < other_end && other < end {
                    bail!(
                        Qemu,
                        ConfigUnsupported,
                        "memory device address [{base:#x}:{end:#x}] overlaps with other memory device ({other:#x})"
                    );
                }
            }
        }
        Ok(())
    }
}
