//! Processor tuning in the form that libvirt writes, and what contradicts itself in it.

use super::Domain;
use super::memory::{CacheTune, CacheType, Cputune, IothreadSched, VcpuSched};
use super::prelude::*;
use crate::NumberSet;
use std::collections::HashSet;

impl Domain {
    /// Schedulers are written one processor a line; cache shares end where the guest's processors do.
    pub(super) fn normalize_tuning(&mut self) -> Result<()> {
        let maximum = self.max_vcpus();
        let Some(tune) = &mut self.cputune else { return Ok(()) };
        split_schedulers(tune)?;
        let mut pinned = HashSet::new();
        for pin in &tune.vcpupins {
            if !pinned.insert(pin.vcpu) {
                bail!(Domain, InternalError, "duplicate vcpupin for vcpu '{}'", pin.vcpu.unwrap_or(0));
            }
        }
        // A pin of a processor that the guest does not have is dropped.
        tune.vcpupins.retain(|pin| pin.vcpu.is_some_and(|vcpu| vcpu < maximum));
        tune.vcpupins.sort_by_key(|pin| pin.vcpu);
        for share in &mut tune.cachetunes {
            share.vcpus.get_or_insert_default().shrink(maximum);
            normalize_share(share)?;
        }
        for share in &mut tune.memorytunes {
            share.vcpus.get_or_insert_default().shrink(maximum);
        }
        tune.cachetunes.retain(|share| share.vcpus.as_ref().is_some_and(|vcpus| !vcpus.is_empty()));
        tune.memorytunes.retain(|share| share.vcpus.as_ref().is_some_and(|vcpus| !vcpus.is_empty()));
        let mut caches = Groups::default();
        for share in &tune.cachetunes {
            let vcpus = share.vcpus.clone().unwrap_or_default();
            if caches.has(&vcpus) {
                bail!(Domain, XmlError, "Identical vcpus in cachetunes found");
            }
            check_share(share, &vcpus)?;
            caches.add(vcpus)?;
        }
        let mut bandwidths = Groups::default();
        for share in &tune.memorytunes {
            let vcpus = share.vcpus.clone().unwrap_or_default();
            // The processors of a cache share may have a share of the bandwidth too, but all of them together.
            if !caches.has(&vcpus) {
                caches.check(&vcpus)?;
            }
            if bandwidths.has(&vcpus) {
                bail!(Domain, XmlError, "Identical vcpus in memorytunes found");
            }
            bandwidths.add(vcpus)?;
        }
        Ok(())
    }
}

/// Groups of processors, each of which is in one group at most.
#[derive(Default)]
struct Groups {
    groups: HashSet<NumberSet>,
    all: NumberSet,
}

impl Groups {
    fn has(&self, vcpus: &NumberSet) -> bool {
        self.groups.contains(vcpus)
    }

    fn check(&self, vcpus: &NumberSet) -> Result<()> {
        if self.all.overlaps(vcpus) {
            bail!(Domain, XmlError, "Overlapping vcpus in resctrls");
        }
        Ok(())
    }

    fn add(&mut self, vcpus: NumberSet) -> Result<()> {
        self.check(&vcpus)?;
        vcpus.iter().for_each(|number| self.all.insert(number, number));
        self.groups.insert(vcpus);
        Ok(())
    }
}

fn split_schedulers(tune: &mut Cputune) -> Result<()> {
    let mut all = NumberSet::default();
    let mut vcpus: Vec<VcpuSched> = Vec::new();
    for sched in tune.vcpuscheds.drain(..) {
        let set = sched.vcpus.clone().unwrap_or_default();
        if set.overlaps(&all) {
            bail!(Domain, XmlDetail, "'vcpusched' attributes 'vcpus' must not overlap");
        }
        for number in set.iter() {
            all.insert(number, number);
            vcpus.push(VcpuSched { vcpus: Some(NumberSet::from_iter([number])), ..sched.clone() });
        }
    }
    vcpus.sort_by_key(|sched| sched.vcpus.as_ref().and_then(NumberSet::max));
    tune.vcpuscheds = vcpus;
    let mut all = NumberSet::default();
    let mut threads: Vec<IothreadSched> = Vec::new();
    for sched in tune.iothreadscheds.drain(..) {
        let set = sched.iothreads.clone().unwrap_or_default();
        if set.overlaps(&all) {
            bail!(Domain, XmlDetail, "'iothreadsched' attributes 'iothreads' must not overlap");
        }
        for number in set.iter() {
            all.insert(number, number);
            threads.push(IothreadSched { iothreads: Some(NumberSet::from_iter([number])), ..sched.clone() });
        }
    }
    threads.sort_by_key(|sched| sched.iothreads.as_ref().and_then(NumberSet::max));
    tune.iothreadscheds = threads;
    Ok(())
}

/// Sizes are written in the largest unit that needs no fraction.
fn normalize_share(share: &mut CacheTune) -> Result<()> {
    for cache in &mut share.caches {
        if let Some(size) = &mut cache.size {
            let mut bytes = super::units::bytes(*size, cache.unit.as_deref(), "KiB")?;
            let mut units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"].into_iter();
            let mut unit = units.next().unwrap_or_default();
            while bytes > 0 && bytes % 1024 == 0 {
                let Some(next) = units.next() else { break };
                bytes /= 1024;
                unit = next;
            }
            *size = bytes;
            cache.unit = Some(unit.to_owned());
        }
    }
    Ok(())
}

fn check_share(share: &CacheTune, vcpus: &NumberSet) -> Result<()> {
    for (at, cache) in share.caches.iter().enumerate() {
        let kind = cache.kind.unwrap_or(CacheType::Both);
        let collides = share.caches[..at].iter().any(|other| {
            let other_kind = other.kind.unwrap_or(CacheType::Both);
            (other.level, other.id) == (cache.level, cache.id)
                && (kind == other_kind || kind == CacheType::Both || other_kind == CacheType::Both)
        });
        if collides {
            let (level, id) = (cache.level.unwrap_or(0), cache.id.unwrap_or(0));
            bail!(
                Resctrl,
                XmlError,
                "Colliding cache allocations for cache level '{level}' id '{id}', type '{kind}'"
            );
        }
    }
    for (at, monitor) in share.monitors.iter().enumerate() {
        let watched = monitor.vcpus.clone().unwrap_or_default();
        if !watched.is_subset(vcpus) {
            bail!(Domain, InvalidArg, "Monitor vcpus conflicts with allocation");
        }
        for other in share.monitors[..at].iter().filter_map(|other| other.vcpus.as_ref()) {
            if *other == watched {
                bail!(Domain, InvalidArg, "Identical vcpus found in same type monitors");
            }
            // One monitor may watch all of the share.
            if other.overlaps(&watched) && other != vcpus && watched != *vcpus {
                bail!(Domain, InvalidArg, "vcpus overlaps in resctrl groups");
            }
        }
    }
    Ok(())
}
