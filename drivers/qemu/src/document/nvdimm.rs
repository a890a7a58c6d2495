//! The sizes of persistent memory modules.

use super::machine::is_ppc64;
use virt_conf::domain::Domain;
use virt_conf::domain::memory_device::MemoryModel;
use virt_error::{Result, bail};

/// 256 MiB in KiB: pseries plugs memory in pieces of this size.
const PIECE: u64 = 256 * 1024;

/// Behind its label a module of a new pseries guest has whole pieces.
pub(super) fn align(domain: &mut Domain) -> Result<()> {
    if !is_ppc64(domain.arch()) {
        return Ok(());
    }
    let mut lost = 0;
    for memory in domain.devices.memories.iter_mut().filter(|one| one.model == Some(MemoryModel::Nvdimm)) {
        let Some(target) = &mut memory.target else { continue };
        let label = target.label.as_ref().and_then(|label| label.size.as_ref()?.value).unwrap_or(0);
        let Some(size) = target.size.as_mut().and_then(|size| size.value.as_mut()) else { continue };
        let whole = size.saturating_sub(label) / PIECE * PIECE;
        if whole == 0 {
            bail!(Qemu, XmlError, "minimum target size for the NVDIMM must be 256MB plus the label size");
        }
        lost += *size - (whole + label);
        *size = whole + label;
    }
    if lost > 0 {
        let balloon = domain.memory();
        let total = domain.max_memory();
        domain.set_max_memory(total.saturating_sub(lost));
        if balloon < total {
            domain.set_memory(balloon.min(domain.max_memory()));
        }
    }
    Ok(())
}
