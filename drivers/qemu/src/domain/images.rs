//! The images of a running guest's disks have numbers, by which the emulator's block devices are named.

use virt_conf::domain::{Domain as Document, disk::Disk, storage::BackingStore};

/// Numbers the images of every disk, from the last disk to the first and in each from the top of its chain down, as
/// libvirt numbers those of a guest that starts.
pub fn number(document: &mut Document) {
    let mut next = 0;
    for disk in document.devices.disks.iter_mut().rev() {
        number_disk(disk, &mut next);
    }
}

/// Numbers the images of one disk, on from the largest number that is `taken`.
pub fn number_disk(disk: &mut Disk, taken: &mut u32) {
    let mut give = || {
        *taken += 1;
        Some(*taken)
    };
    let empty = disk.source.as_deref().is_none_or(|source| {
        let texts = [&source.file, &source.dev, &source.dir, &source.name, &source.path, &source.volume];
        texts.iter().all(|text| text.is_none())
            && source.protocol.is_none()
            && source.address.is_none()
            && source.kind.is_none()
    });
    if empty {
        return;
    }
    if let Some(source) = &mut disk.source {
        source.index = give();
    }
    let mut below: Option<&mut Box<BackingStore>> = disk.backing_store.as_mut();
    while let Some(store) = below.filter(|store| store.source.is_some()) {
        store.index = give();
        below = store.backing_store.as_mut();
    }
}
