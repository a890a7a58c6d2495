//! Every image of a guest has a number, by which the emulator's nodes and the live document name it.

use crate::command::is_empty_drive;
use virt_conf::domain::{
    Domain as Document,
    disk::{Disk, DiskBus},
    storage::{BackingStore, Source},
};

/// Numbers the images that have no number yet: those of the last disk first, from the one that the guest sees down.
pub fn number(document: &mut Document) {
    let mut next = document.devices.disks.iter().map(last).max().unwrap_or(0) + 1;
    for disk in document.devices.disks.iter_mut().rev() {
        number_disk(disk, &mut next);
    }
}

/// Numbers the images of one disk from `next` on.
pub fn number_disk(disk: &mut Disk, next: &mut u32) {
    // Cards are reached by an older option, which knows no names of nodes.
    if is_empty_drive(disk) || disk.bus() == Some(DiskBus::Sd) {
        return;
    }
    let mut take = || {
        *next += 1;
        *next - 1
    };
    if let Some(source) = disk.source.as_mut() {
        number_source(source, &mut take);
    }
    let mut store = disk.backing_store.as_deref_mut();
    while let Some(found) = store.filter(|store| !is_end(store)) {
        found.index.get_or_insert_with(&mut take);
        if let Some(source) = found.source.as_mut() {
            number_data_store(source, &mut take);
        }
        store = found.backing_store.as_deref_mut();
    }
    let filters = disk.throttlefilters.as_ref().map_or(0, |filters| filters.filters.len());
    *next += filters as u32;
}

fn number_source(source: &mut Source, take: &mut impl FnMut() -> u32) {
    source.index.get_or_insert_with(&mut *take);
    number_data_store(source, take);
}

fn number_data_store(source: &mut Source, take: &mut impl FnMut() -> u32) {
    if let Some(source) = source.data_store.as_mut().and_then(|store| store.source.as_mut()) {
        source.index.get_or_insert_with(take);
    }
}

/// The number of what holds the data of an image.
fn data_index(source: Option<&Source>) -> u32 {
    let store = source.and_then(|source| source.data_store.as_ref()?.source.as_ref()?.index);
    store.unwrap_or(0)
}

/// The largest number that a disk has taken; 0 for none.
pub fn last(disk: &Disk) -> u32 {
    let source = disk.source.as_deref();
    let mut largest = source.and_then(|source| source.index).unwrap_or(0).max(data_index(source));
    let mut store = disk.backing_store.as_deref();
    while let Some(found) = store {
        largest = largest.max(found.index.unwrap_or(0)).max(data_index(found.source.as_deref()));
        store = found.backing_store.as_deref();
    }
    let filters = disk.throttlefilters.as_ref().map_or(0, |filters| filters.filters.len());
    if largest == 0 { 0 } else { largest + filters as u32 }
}

/// An empty element says that there is nothing below.
fn is_end(store: &BackingStore) -> bool {
    store.kind.is_none() || store.source.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::{domain::ParseFlags, host::Host};

    #[test]
    fn the_last_disk_is_numbered_first_and_chains_downwards() {
        let xml = "<domain type='qemu'><name>a</name><memory>1</memory><os><type>hvm</type></os><devices>\
            <disk type='file'><driver name='qemu' type='qcow2'/><source file='/a'/><backingStore type='file'><format type='qcow2'/>\
            <source file='/b'/><backingStore/></backingStore><target dev='vda'/></disk>\
            <disk type='file' device='cdrom'><target dev='hda' bus='ide'/></disk>\
            <disk type='file'><source file='/c'/><target dev='vdb'/></disk></devices></domain>";
        let flags = ParseFlags { bare: true, ..ParseFlags::default() };
        let mut document = Document::parse(xml, flags, &Host::default()).unwrap();
        number(&mut document);
        let disks = &document.devices.disks;
        let top = |disk: &Disk| disk.source.as_ref().and_then(|source| source.index);
        let named = |name: &str| disks.iter().find(|disk| disk.target_name() == name).unwrap();
        assert_eq!((top(named("vda")), top(named("vdb")), top(named("hda"))), (Some(2), Some(1), None));
        assert_eq!(named("vda").backing_store.as_ref().unwrap().index, Some(3));
    }
}
