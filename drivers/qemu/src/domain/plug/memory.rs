//! Memory modules: the guest's memory grows and shrinks with them.

use serde_json::Value;
use virt_conf::domain::{
    Device, Domain as Document,
    address::{Address, DimmAddress},
    memory::Amount,
    memory_device::MemoryModel,
};
use virt_xml::Hex;

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

/// Puts the slots and addresses that the emulator tells (`query-memory-devices`) where they belong.
pub fn place(document: &mut Document, answer: &Value) {
    for told in answer.as_array().into_iter().flatten() {
        let data = &told["data"];
        let Some(id) = data["id"].as_str() else { continue };
        let memories = document.devices.memories.iter_mut();
        let mut found = memories.filter(|one| one.info.alias.as_ref().is_some_and(|alias| alias.0 == id));
        let Some(memory) = found.next() else { continue };
        if let (Some(MemoryModel::VirtioMem), Some(bytes)) = (memory.model, data["size"].as_u64()) {
            memory.target.get_or_insert_default().current = Some(Box::new(Amount::kib(bytes / 1024)));
        }
        let Some(base) = data["addr"].as_u64() else { continue };
        let slot = data["slot"].as_u64().and_then(|slot| u32::try_from(slot).ok());
        match (memory.info.address.as_deref_mut(), slot) {
            (Some(Address::Dimm(address)), _) => address.base = Some(Hex(base)),
            (None, Some(slot)) => {
                let address =
                    DimmAddress { slot: Some(slot), base: Some(Hex(base)), ..DimmAddress::default() };
                memory.info.address = Some(Box::new(Address::Dimm(address)));
            }
            _ => {}
        }
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
