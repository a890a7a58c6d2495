//! Slots of memory modules.

use virt_conf::domain::Domain;
use virt_conf::domain::address::{Address, DimmAddress};
use virt_conf::domain::memory_device::{MemoryDevice, MemoryModel};
use virt_error::{Result, error};

/// Whether the device is a module that takes one of the guest's slots.
pub(in crate::document) fn needs_slot(memory: &MemoryDevice) -> bool {
    matches!(memory.model, Some(MemoryModel::Dimm | MemoryModel::Nvdimm))
}

/// The slot that a device is in.
pub(in crate::document) fn slot(memory: &MemoryDevice) -> Option<u32> {
    match memory.info.address.as_deref() {
        Some(Address::Dimm(address)) => Some(address.slot.unwrap_or(0)),
        _ => None,
    }
}

/// Gives each module that names none the lowest slot that is left.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` when there are more modules than slots. A guest without slots is not to have modules,
/// which is said elsewhere.
pub(super) fn assign(domain: &mut Domain) -> Result<()> {
    let Some(slots) = domain.maximum.as_ref().map(|maximum| maximum.slots.unwrap_or(0)) else {
        return Ok(());
    };
    let mut taken: Vec<u32> = domain.devices.memories.iter().filter_map(slot).collect();
    for memory in &mut domain.devices.memories {
        if memory.info.address.is_some() || !needs_slot(memory) {
            continue;
        }
        // No more numbers are looked at than there are modules.
        let free = (0..slots).find(|slot| !taken.contains(slot));
        let free = free.ok_or_else(|| error!(Qemu, InternalError, "failed to find an empty memory slot"))?;
        taken.push(free);
        let address = DimmAddress { slot: Some(free), ..DimmAddress::default() };
        memory.info.address = Some(Box::new(Address::Dimm(address)));
    }
    Ok(())
}
