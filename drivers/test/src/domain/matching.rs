//! Telling which device a document means, and what its alias is.

use virt_conf::domain::{Device, disk::Disk};
use virt_xml::{Style, Tree, parse};

/// Whether `wanted`, of which a caller may say only part, means the device `found`.
pub fn means(wanted: &Device, found: &Device) -> bool {
    match (wanted, found) {
        (Device::Disk(wanted), Device::Disk(found)) => wanted.target_name() == found.target_name(),
        (Device::Interface(wanted), Device::Interface(found)) => match wanted.mac_address() {
            Some(mac) => found.mac_address() == Some(mac),
            None => wanted.target_name().is_some() && wanted.target_name() == found.target_name(),
        },
        _ => wanted.element().0 == found.element().0 && covers(&tree(found), &tree(wanted)),
    }
}

/// The device's element as a tree.
fn tree(device: &Device) -> Tree {
    let text = device.format(Style { secure: true, ..Style::default() });
    match parse(&text, "(device)", virt_error::Origin::Domain) {
        Ok(document) => Tree::from(document.root()),
        Err(_) => Tree::Text(text),
    }
}

/// Whether everything that `wanted` says is in `found` too.
fn covers(found: &Tree, wanted: &Tree) -> bool {
    let (
        Tree::Element { name, attributes, children },
        Tree::Element { name: wanted_name, attributes: wanted_attributes, children: wanted_children },
    ) = (found, wanted)
    else {
        return found == wanted;
    };
    let blank = |tree: &&Tree| !matches!(tree, Tree::Text(text) if text.trim().is_empty());
    name == wanted_name
        && wanted_attributes.iter().all(|attribute| attributes.contains(attribute))
        && wanted_children
            .iter()
            .filter(blank)
            .all(|wanted| children.iter().filter(blank).any(|found| covers(found, wanted)))
}

/// The alias of the device at `place` among its kind: the user's own, or the one that it is given.
pub fn alias(device: &Device, place: usize) -> String {
    let named = tree(device);
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
