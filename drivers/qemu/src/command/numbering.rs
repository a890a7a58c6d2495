//! The numbers of images, which are in the names of their nodes: `libvirt-2-format`.

use virt_conf::domain::Domain;
use virt_conf::domain::disk::Disk;

/// Gives every image of the guest's disks that has no number one that no image has, as libvirt numbers them: from the
/// last disk to the first, and in a disk from the image that the guest sees down.
pub fn number_images(document: &mut Domain) {
    let mut next = document.devices.disks.iter().map(largest).max().unwrap_or(0) + 1;
    for disk in document.devices.disks.iter_mut().rev() {
        number_disk(disk, &mut next);
    }
}

/// Gives the images of a disk numbers from `next` on.
pub fn number_disk(disk: &mut Disk, next: &mut u32) {
    let mut give = |index: &mut Option<u32>| {
        if index.is_none() {
            *index = Some(*next);
            *next = next.saturating_add(1);
        }
    };
    if super::blockdev::is_empty(disk) {
        return;
    }
    if let Some(source) = &mut disk.source {
        give(&mut source.index);
    }
    let mut store = disk.backing_store.as_deref_mut();
    while let Some(found) = store {
        match &mut found.source {
            Some(source) if found.kind.is_some() && source.index.is_none() => give(&mut found.index),
            _ => {}
        }
        store = found.backing_store.as_deref_mut();
    }
}

/// The largest number of an image of the disk.
fn largest(disk: &Disk) -> u32 {
    let mut largest = disk.source.as_ref().and_then(|source| source.index).unwrap_or(0);
    let mut store = disk.backing_store.as_deref();
    while let Some(found) = store {
        let own = found.source.as_ref().and_then(|source| source.index);
        largest = largest.max(found.index.or(own).unwrap_or(0));
        store = found.backing_store.as_deref();
    }
    largest
}
