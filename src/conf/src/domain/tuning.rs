//! Processor tuning in the form that libvirt writes, and what contradicts itself in it.

use super::Domain;
use super::memory::{CacheTune, CacheType, Cputune, IothreadSched, VcpuSched};
use super::prelude::*;
use crate::NumberSet;

impl Domain {
    /// Schedulers are written one processor a line; cache shares end where the guest's processors do.
    pub(super) fn normalize_tuning(&mut self) -> Result<()> {
        let maximum = self.max_vcpus();
        let Some(tune) = &mut self.cputune else { return Ok(()) };
        split_schedulers(tune)?;
        for (at, pin) in tune.vcpupins.iter().enumerate() {
            if tune.vcpupins[..at].iter().any(|other| other.vcpu == pin.vcpu) {
                bail!(Domain, InternalError, "duplicate vcpupin for vcpu '{}'", pin.vcpu.unwrap_or(0));
            }
        }
        // A pin of a processor that the guest does not have is dropped.
        tune.vcpupins.retain(|pin| pin.vcpu.is_some_and(|vcpu| vcpu < maximum));
        tune.vcpupins.sort_by_key(|pin| pin.vcpu);
        let mut seen: Vec<NumberSet> = Vec::new();
        for share in &mut tune.cachetunes {
            share.vcpus.get_or_insert_default().shrink(maximum);
            normalize_share(share)?;
        }
        tune.cachetunes.retain(|share| share.vcpus.as_ref().is_some_and(|vcpus| !vcpus.is_empty()));
        for share in &tune.cachetunes {
            let vcpus = share.vcpus.clone().unwrap_or_default();
            if seen.contains(&vcpus) {
                bail!(Domain, XmlError, "Identical vcpus in cachetunes found");
            }
            no_overlap(&seen, &vcpus)?;
            check_share(share, &vcpus)?;
            seen.push(vcpus);
        }
        for share in &mut tune.memorytunes {
            share.vcpus.get_or_insert_default().shrink(maximum);
        }
        tune.memorytunes.retain(|share| share.vcpus.as_ref().is_some_and(|vcpus| !vcpus.is_empty()));
        let mut bandwidths: Vec<NumberSet> = Vec::new();
        for share in &tune.memorytunes {
            let vcpus = share.vcpus.clone().unwrap_or_default();
            // The processors of a cache share may have a share of the bandwidth too, but all of them together.
            if !seen.contains(&vcpus) {
                no_overlap(&seen, &vcpus)?;
            }
            if bandwidths.contains(&vcpus) {
                bail!(Domain, XmlError, "Identical vcpus in memorytunes found");
            }
            no_overlap(&bandwidths, &vcpus)?;
            bandwidths.push(vcpus);
        }
        Ok(())
    }
}

fn no_overlap(seen: &[NumberSet], vcpus: &NumberSet) -> Result<()> {
    if seen.iter().any(|other| other.overlaps(vcpus)) {
        bail!(Domain, XmlError, "Overlapping vcpus in resctrls");
    }
    Ok(())
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
            let unit = cache.unit.as_deref().unwrap_or_default();
            let mut bytes = super::units::scale(*size, unit, 1024, u64::MAX)?;
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
