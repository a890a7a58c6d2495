//! What the alias of a device is.

use virt_conf::domain::{Device, disk::Disk};

/// The alias of the device at `place` among its kind: the user's own, or the one that it is given.
pub fn alias(device: &Device, place: usize) -> String {
    let named = device.tree();
    let own = named
        .children()
        .iter()
        .find(|child| child.name() == "alias")
        .and_then(|alias| alias.attribute("name"));
    if let Some(own) = own {
        return own.to_owned();
    }
    match device {
        Device::Disk(disk) => disk_alias(disk),
        Device::Interface(_) => format!("net{place}"),
        Device::Memballoon(_) => format!("balloon{place}"),
        Device::MemoryDevice(_) => format!("dimm{place}"),
        _ => format!("{}{place}", device.element().0),
    }
}

/// `virtio-disk1` is the alias of `vdb`.
pub fn disk_alias(disk: &Disk) -> String {
    let bus = disk.bus().map_or("virtio", |bus| bus.as_str());
    format!("{bus}-disk{}", disk_number(disk.target_name()))
}

/// 0 for `vda`, 26 for `vdaa`.
fn disk_number(target: &str) -> u64 {
    let letters = target.bytes().skip(2).take_while(u8::is_ascii_lowercase).take(6);
    letters.fold(0_u64, |sum, letter| sum * 26 + u64::from(letter - b'a') + 1).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_is_counted_by_its_letters() {
        assert_eq!(["vda", "vdb", "sdz", "vdaa", "x", ""].map(disk_number), [0, 1, 25, 26, 0, 0]);
    }
}
