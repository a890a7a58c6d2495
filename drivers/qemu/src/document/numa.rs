//! Memory nodes of the guest.

use std::collections::BTreeSet;
use virt_conf::NumberSet;
use virt_conf::domain::Domain;

/// Processors that no node names belong to the first.
pub(super) fn complete(domain: &mut Domain) {
    let count = domain.max_vcpus().min(NumberSet::MAX);
    let Some(numa) = domain.cpu.as_mut().and_then(|cpu| cpu.numa.as_mut()) else { return };
    let mut named = BTreeSet::new();
    for cell in &numa.cells {
        named.extend(cell.cpus.iter().flat_map(|cpus| cpus.iter()));
    }
    let Some(first) = numa.cells.first_mut() else { return };
    if named.is_empty() || named.len() >= count as usize {
        return;
    }
    let mut cpus: Vec<u32> = first.cpus.iter().flat_map(|cpus| cpus.iter()).collect();
    cpus.extend((0..count).filter(|number| !named.contains(number)));
    first.cpus = Some(cpus.into_iter().collect());
}
