//! Memory modules: the guest's memory grows and shrinks with them.

use virt_conf::domain::{
    Device, Domain as Document,
    memory_device::{MemoryDevice, MemoryModel},
};
use virt_error::{Result, bail};

/// The KiB that a device adds to the guest's memory; 0 for one that is no memory.
pub fn size(device: &Device) -> i64 {
    let Device::MemoryDevice(memory) = device else { return 0 };
    let size = memory.target.as_ref().and_then(|target| target.size.as_ref()?.value);
    size.and_then(|kib| i64::try_from(kib).ok()).unwrap_or(0)
}

/// The KiB that a guest has of a device at once; of a virtio memory device it has what it took.
pub fn at_once(device: &Device) -> i64 {
    match device {
        Device::MemoryDevice(memory) if memory.model == Some(MemoryModel::VirtioMem) => 0,
        device => size(device),
    }
}

/// Refuses a memory device for which a guest has no slot or no room.
pub fn check_room(document: &Document, device: &Device, live: bool) -> Result<()> {
    let (Device::MemoryDevice(memory), Some(maximum)) = (device, &document.maximum) else { return Ok(()) };
    let is_module =
        |memory: &MemoryDevice| matches!(memory.model, Some(MemoryModel::Dimm | MemoryModel::Nvdimm));
    let slots = maximum.slots.unwrap_or(0) as usize;
    let taken = document.devices.memories.iter().filter(|memory| is_module(memory)).count();
    // A slot that is named is looked at itself.
    let anywhere = memory.info.address.is_none();
    if is_module(memory) && taken >= slots && (anywhere || !live) {
        if !live {
            bail!(Qemu, ConfigUnsupported, "no free memory device slot available");
        }
        bail!(
            Qemu,
            ConfigUnsupported,
            "count of memory devices requiring memory slots '{}' exceeds slots count '{slots}'",
            taken + 1
        );
    }
    let (size, limit) = (u64::try_from(size(device)).unwrap_or(0), maximum.value.unwrap_or(0));
    if document.max_memory().saturating_add(size) > limit {
        bail!(
            Domain,
            ConfigUnsupported,
            "Attaching memory device with size '{size}' would exceed domain's maxMemory config size '{limit}'"
        );
    }
    Ok(())
}

/// Adds to the memory that the guest boots with.
pub fn grow_total(document: &mut Document, kib: i64) {
    if kib != 0 {
        let current = document.memory();
        document.set_max_memory(document.max_memory().saturating_add_signed(kib));
        document.set_memory(current.min(document.max_memory()));
    }
}

/// Adds to the memory that the guest can have, and to what it has.
pub fn grow(document: &mut Document, (total, current): (i64, i64)) {
    if total != 0 {
        let current = document.memory().saturating_add_signed(current);
        document.set_max_memory(document.max_memory().saturating_add_signed(total));
        document.set_memory(current.min(document.max_memory()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_grows_and_shrinks() {
        let mut document = Document::default();
        document.set_max_memory(1000);
        document.set_memory(600);
        grow(&mut document, (500, 500));
        assert_eq!((document.max_memory(), document.memory()), (1500, 1100));
        grow(&mut document, (-500, -500));
        assert_eq!((document.max_memory(), document.memory()), (1000, 600));
        grow_total(&mut document, 24);
        assert_eq!((document.max_memory(), document.memory()), (1024, 600));
    }
}
