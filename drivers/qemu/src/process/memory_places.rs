//! Where the emulator has put memory devices.

use serde_json::Value;
use virt_conf::domain::{
    Domain as Document,
    address::{Address, DimmAddress},
    memory::Amount,
    memory_device::MemoryModel,
};
use virt_xml::Hex;

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
