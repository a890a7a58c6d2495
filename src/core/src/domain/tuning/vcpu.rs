//! Which of the processors that a domain can have it has.

use virt_conf::domain::Domain;
use virt_xml::YesNo;

/// Whether each processor that the domain can have, of `most` at most, is online.
pub fn online(document: &Domain, most: u32) -> Vec<bool> {
    let count = document.max_vcpus().min(most);
    let mut online: Vec<bool> = (0..count).map(|number| number < document.vcpus()).collect();
    for vcpu in document.vcpus.iter().flat_map(|vcpus| &vcpus.vcpus) {
        let place = vcpu.id.and_then(|id| online.get_mut(id as usize));
        if let (Some(place), Some(YesNo(enabled))) = (place, vcpu.enabled) {
            *place = enabled;
        }
    }
    online
}
