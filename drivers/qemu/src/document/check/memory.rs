//! Memory, memory nodes and memory devices.

use super::Check;
use crate::document::address::dimm::{needs_slot, slot};
use crate::document::machine::{is_ppc64, is_s390};
use std::collections::HashSet;
use virt_conf::domain::memory::{Allocation, MemorySourceType};
use virt_conf::domain::memory_device::{MemoryAccess, MemoryModel};
use virt_error::{Result, bail};

impl Check<'_> {
    pub(super) fn memory(&self) -> Result<()> {
        self.nodes()?;
        self.huge_pages()?;
        self.modules()?;
        self.overlaps()
    }

    /// Huge pages come from files, all of them at once.
    fn huge_pages(&self) -> Result<()> {
        let Some(backing) = self.domain.memory_backing.as_deref() else { return Ok(()) };
        if backing.hugepages.is_none() {
            return Ok(());
        }
        if backing.allocation.as_ref().is_some_and(|one| one.mode == Some(Allocation::Ondemand)) {
            bail!(Qemu, ConfigUnsupported, "hugepages are not allowed with memory allocation ondemand");
        }
        if backing.source == Some(MemorySourceType::Anonymous) {
            bail!(Qemu, ConfigUnsupported, "hugepages are not allowed with anonymous memory source");
        }
        Ok(())
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

    /// Memory that is plugged in needs room: an upper limit, slots for modules, and a node that it belongs to.
    fn modules(&self) -> Result<()> {
        let devices = &self.domain.devices.memories;
        let Some(maximum) = self.domain.maximum.as_deref() else {
            if !devices.is_empty() {
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "cannot use/hotplug a memory device when domain 'maxMemory' is not defined"
                );
            }
            return Ok(());
        };
        let cells = self.domain.cpu.iter().flat_map(|cpu| &cpu.numa).flat_map(|numa| &numa.cells).count();
        if cells == 0 && !is_ppc64(self.arch()) && !is_s390(self.arch()) {
            bail!(
                Qemu,
                ConfigUnsupported,
                "At least one numa node has to be configured when enabling memory hotplug"
            );
        }
        let slots = maximum.slots.unwrap_or(0);
        let mut taken = HashSet::new();
        for memory in devices {
            let target = memory.target.as_deref();
            let in_node = needs_slot(memory) || memory.model == Some(MemoryModel::VirtioMem);
            if let Some(slot) = slot(memory).filter(|_| needs_slot(memory)) {
                if slot >= slots {
                    bail!(
                        Qemu,
                        ConfigUnsupported,
                        "memory device slot '{slot}' exceeds slots count '{slots}'"
                    );
                }
                if !taken.insert(slot) {
                    bail!(
                        Qemu,
                        ConfigUnsupported,
                        "memory device slot '{slot}' is already being used by another memory device"
                    );
                }
            }
            if let Some(node) =
                target.and_then(|target| target.node).filter(|node| *node as usize >= cells && in_node)
            {
                bail!(
                    Domain,
                    XmlDetail,
                    "can't add memory backend for guest node '{node}' as the guest has only '{cells}' NUMA nodes configured"
                );
            }
            if cells > 0 && in_node && target.is_none_or(|target| target.node.is_none()) {
                bail!(Qemu, ConfigUnsupported, "target NUMA node needs to be specified for memory device");
            }
        }
        let needed = devices.iter().filter(|memory| needs_slot(memory)).count();
        if needed > slots as usize {
            bail!(
                Qemu,
                ConfigUnsupported,
                "count of memory devices requiring memory slots '{needed}' exceeds slots count '{slots}'"
            );
        }
        let sizes = devices.iter().filter_map(|memory| memory.target.as_ref()?.size.as_ref()?.value);
        let total = sizes.fold(0, u64::saturating_add);
        let first = self.domain.max_memory().saturating_sub(total);
        if total > maximum.value.unwrap_or(0).saturating_sub(first) {
            bail!(Qemu, ConfigUnsupported, "memory device total size exceeds hotplug space");
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
