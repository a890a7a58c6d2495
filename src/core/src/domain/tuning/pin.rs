//! On which of the host's processors a domain's processors, I/O threads and emulator may run.

use crate::{bitmap, records::*};
use std::collections::BTreeSet;
use virt_conf::{
    NumberSet,
    domain::{
        Domain,
        memory::{EmulatorPin, IothreadPin, VcpuPin},
    },
};
use virt_error::Result;

/// The processors of a `cpuset`, or of the domain's own, or all that the host has.
pub fn cpus(
    cpuset: Option<&NumberSet>,
    document: &Domain,
    host: impl FnOnce() -> BTreeSet<u32>,
) -> BTreeSet<u32> {
    let common = || document.vcpu.as_ref().and_then(|vcpu| vcpu.cpuset.as_ref());
    cpuset.or_else(common).map_or_else(host, |set| set.iter().collect())
}

/// The pin of one of the domain's processors.
pub fn vcpu(document: &Domain, number: u32) -> Option<&NumberSet> {
    let mut pins = document.cputune.iter().flat_map(|tune| &tune.vcpupins);
    pins.find(|pin| pin.vcpu == Some(number))?.cpuset.as_ref()
}

/// The pin of an I/O thread.
pub fn iothread(document: &Domain, id: u32) -> Option<&NumberSet> {
    let mut pins = document.cputune.iter().flat_map(|tune| &tune.iothreadpins);
    pins.find(|pin| pin.iothread == Some(id))?.cpuset.as_ref()
}

/// Lets one of the domain's processors run on `cpus` alone.
pub fn set_vcpu(document: &mut Domain, number: u32, cpus: &BTreeSet<u32>) {
    let pins = &mut document.cputune.get_or_insert_default().vcpupins;
    pins.retain(|pin| pin.vcpu != Some(number));
    let cpuset = Some(cpus.iter().copied().collect());
    pins.push(VcpuPin { vcpu: Some(number), cpuset, ..VcpuPin::default() });
    pins.sort_by_key(|pin| pin.vcpu);
}

/// Lets an I/O thread run on `cpus` alone.
pub fn set_iothread(document: &mut Domain, id: u32, cpus: &BTreeSet<u32>) {
    let pins = &mut document.cputune.get_or_insert_default().iothreadpins;
    pins.retain(|pin| pin.iothread != Some(id));
    let cpuset = Some(cpus.iter().copied().collect());
    pins.push(IothreadPin { iothread: Some(id), cpuset, ..IothreadPin::default() });
    pins.sort_by_key(|pin| pin.iothread);
}

/// Lets the emulator run on `cpus` alone.
pub fn set_emulator(document: &mut Domain, cpus: &BTreeSet<u32>) {
    let pin: &mut EmulatorPin = document.cputune.get_or_insert_default().emulatorpin.get_or_insert_default();
    pin.cpuset = Some(cpus.iter().copied().collect());
}

/// The maps of the first `ncpumaps` processors, each of `maplen` bytes, on a host with the processors `host`.
pub fn vcpu_maps(
    document: &Domain,
    ncpumaps: i32,
    maplen: i32,
    host: impl Fn() -> BTreeSet<u32>,
) -> Result<DomainVcpuPinInfo> {
    let count = usize::try_from(ncpumaps).unwrap_or(0).min(document.max_vcpus() as usize);
    let length = bitmap::map_length(maplen, count)?;
    let mut maps = Vec::new();
    for number in 0..count as u32 {
        maps.extend(bitmap::to_bytes(&cpus(vcpu(document, number), document, &host), length));
    }
    Ok(DomainVcpuPinInfo { cpumaps: maps.into(), num: count as i32 })
}

/// The emulator's map of `maplen` bytes, on a host with the processors `host`.
pub fn emulator_map(
    document: &Domain,
    maplen: i32,
    host: impl FnOnce() -> BTreeSet<u32>,
) -> Result<DomainEmulatorPinInfo> {
    let pin = document.cputune.as_ref().and_then(|tune| tune.emulatorpin.as_ref());
    let cpus = cpus(pin.and_then(|pin| pin.cpuset.as_ref()), document, host);
    let length = bitmap::map_length(maplen, 1)?;
    Ok(DomainEmulatorPinInfo { cpumap: bitmap::to_bytes(&cpus, length).into(), ret: 1 })
}
