//! Sizes of memory that the emulator takes: whole multiples of what the architecture's memory is made of.

use virt_conf::domain::Domain;
use virt_conf::domain::memory_device::MemoryModel;
use virt_error::{Result, error};

/// The unit of memory that is there from the beginning, and that of memory that is plugged in, in KiB.
fn units(document: &Domain) -> (u64, u64) {
    if document.arch().starts_with("ppc64") { (256 * 1024, 256 * 1024) } else { (1024, 2048) }
}

/// Rounds up the guest's memory, its nodes and its memory modules.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` when a size becomes too large.
pub fn align_memory(document: &mut Domain) -> Result<()> {
    let (unit, module_unit) = units(document);
    let to = |kib: u64, unit: u64| {
        let rounded = kib.div_ceil(unit).checked_mul(unit).filter(|kib| *kib <= u64::MAX / 1024);
        rounded.ok_or_else(|| error!(Qemu, InternalError, "memory size overflowed after alignment"))
    };
    let round = |kib: u64| to(kib, unit);
    let total = document.max_memory();
    let labels_apart = document.arch().starts_with("ppc64");
    let mut plugged = 0u64;
    let mut plugged_before = 0u64;
    for module in &mut document.devices.memories {
        let target = module.target.as_deref_mut();
        let Some(target) = target else { continue };
        // The label of a module is not part of what the guest of pSeries uses.
        let label = target.label.as_ref().and_then(|label| label.size.as_ref()?.value);
        let label = label.filter(|_| labels_apart && module.model == Some(MemoryModel::Nvdimm)).unwrap_or(0);
        if let Some(kib) = target.size.as_mut().and_then(|size| size.value.as_mut()) {
            plugged_before = plugged_before.saturating_add(*kib);
            *kib = to(kib.saturating_sub(label), module_unit)?.saturating_add(label);
            plugged = plugged.saturating_add(*kib);
        }
    }
    let cells = document.cpu.as_mut().and_then(|cpu| cpu.numa.as_mut()).map(|numa| &mut numa.cells);
    let mut nodes = 0u64;
    for kib in cells.into_iter().flatten().filter_map(|cell| cell.memory.as_mut()) {
        *kib = round(*kib)?;
        nodes = nodes.saturating_add(*kib);
    }
    let initial = if nodes > 0 { nodes } else { round(total.saturating_sub(plugged_before))? };
    let memory = document.total.get_or_insert_default();
    memory.value = Some(initial.saturating_add(plugged));
    memory.unit = Some("KiB".to_owned());
    if let Some(maximum) = document.maximum.as_mut().and_then(|maximum| maximum.value.as_mut()) {
        *maximum = round(*maximum)?;
    }
    Ok(())
}
