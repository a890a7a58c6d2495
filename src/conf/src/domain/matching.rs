//! Which device of a guest a device's document means, of which a caller may have written only part.

use super::Device;
use virt_xml::{Style, Tree, parse};

impl Device {
    /// Whether this document means the device `found`.
    pub fn means(&self, found: &Device) -> bool {
        if self.element().0 != found.element().0 {
            return false;
        }
        let alias = |device: &Device| device.as_ref().info().and_then(|info| info.alias.clone());
        if let Some(alias_wanted) = alias(self).filter(|alias| alias.is_of_user()) {
            return alias(found) == Some(alias_wanted);
        }
        match (self, found) {
            (Device::Disk(wanted), Device::Disk(found)) => wanted.target_name() == found.target_name(),
            (Device::Interface(wanted), Device::Interface(found)) => match wanted.mac_address() {
                Some(mac) => {
                    found.mac_address() == Some(mac)
                        && (wanted.info.address.is_none() || wanted.info.address == found.info.address)
                }
                None => wanted.target_name().is_some() && wanted.target_name() == found.target_name(),
            },
            _ => covers(&found.tree(), &self.tree()),
        }
    }

    /// The device's element as a tree.
    pub fn tree(&self) -> Tree {
        let text = self.format(Style { secure: true, ..Style::default() });
        match parse(&text, "(device)", virt_error::Origin::Domain) {
            Ok(document) => Tree::from(document.root()),
            Err(_) => Tree::Text(text),
        }
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
