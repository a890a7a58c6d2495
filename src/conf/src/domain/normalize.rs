//! Brings what was written into the one form that libvirt writes: units, order, and the shapes of sources.

use super::chardev::Console;
use super::clock::{Clock, ClockBasis, ClockOffset};
use super::cpu::{Distances, NumaCell, Sibling};
use super::memory::Memtune;
use super::memory_device::{MemoryDevice, Pstore, Shmem, ShmemModel};
use super::normalize_chardev::{normalize_channel, normalize_chardev};
use super::normalize_devices::*;
use super::normalize_disk::{forget_zeros, normalize_disk};
use super::normalize_graphics::normalize_graphics;
use super::prelude::*;
use super::security::SeclabelType;
use super::units::{in_kib, to_kib};
use super::{Device, Domain, ParseFlags};
use std::collections::{BTreeMap, HashSet};

/// `VIR_DOMAIN_MEMORY_PARAM_UNLIMITED`, in KiB.
const UNLIMITED: u64 = 9_007_199_254_740_991;

impl Domain {
    pub(super) fn normalize(&mut self, flags: ParseFlags) -> Result<()> {
        self.normalize_amounts()?;
        self.normalize_tuning()?;
        let devices = &mut self.devices;
        for disk in &mut devices.disks {
            normalize_disk(disk)?;
        }
        devices.sort_disks();
        devices.sort_controllers();
        // The primary video card comes first.
        if let Some(at) = devices.videos.iter().position(|video| video.is_primary()) {
            devices.videos[..=at].rotate_right(1);
        }
        for graphics in &mut devices.graphics {
            normalize_graphics(graphics, flags)?;
        }
        for memory in &mut devices.memories {
            normalize_memory_device(memory)?;
        }
        for shmem in &mut devices.shmems {
            normalize_shmem(shmem)?;
        }
        for pstore in &mut devices.pstores {
            normalize_pstore(pstore)?;
        }
        for serial in &mut devices.serials {
            normalize_chardev(&mut serial.kind, &mut serial.source, flags)?;
        }
        for parallel in &mut devices.parallels {
            normalize_chardev(&mut parallel.kind, &mut parallel.source, flags)?;
        }
        for console in &mut devices.consoles {
            normalize_console(console, flags)?;
        }
        for channel in &mut devices.channels {
            normalize_channel(channel, flags)?;
        }
        for interface in &mut devices.interfaces {
            normalize_interface(interface, flags)?;
        }
        for hostdev in &mut devices.hostdevs {
            normalize_hostdev(hostdev)?;
        }
        for filesystem in &mut devices.filesystems {
            normalize_filesystem(filesystem)?;
        }
        for input in &mut devices.inputs {
            normalize_input(input)?;
        }
        for watchdog in &mut devices.watchdogs {
            normalize_watchdog(watchdog)?;
        }
        devices.memballoons.iter_mut().for_each(normalize_balloon);
        for rng in &mut devices.rngs {
            normalize_rng(rng, flags)?;
        }
        for tpm in &mut devices.tpms {
            normalize_tpm(tpm)?;
        }
        devices.vsocks.iter_mut().for_each(normalize_vsock);
        for card in &mut devices.smartcards {
            normalize_smartcard(card, flags)?;
        }
        for filter in &mut devices.redirfilters {
            normalize_redirfilter(filter)?;
        }
        devices.leases.iter_mut().for_each(normalize_lease);
        for redirdev in &mut devices.redirdevs {
            normalize_chardev(&mut redirdev.kind, &mut redirdev.source, flags)?;
        }
        Ok(())
    }

    fn normalize_amounts(&mut self) -> Result<()> {
        if let Some(memory) = &mut self.total {
            in_kib(&mut memory.value, &mut memory.unit)?;
        }
        if let Some(memory) = &mut self.maximum {
            in_kib(&mut memory.value, &mut memory.unit)?;
        }
        to_kib(&mut self.current)?;
        if let Some(tune) = &mut self.memtune {
            let Memtune { hard_limit, soft_limit, min_guarantee, swap_hard_limit, .. } = &mut **tune;
            for limit in [hard_limit, soft_limit, min_guarantee, swap_hard_limit] {
                to_kib(limit)?;
                // The largest number stands for no limit.
                if limit.as_ref().is_some_and(|limit| limit.value.is_none_or(|value| value >= UNLIMITED)) {
                    *limit = None;
                }
            }
            if tune.min_guarantee.as_ref().is_some_and(|amount| amount.value == Some(0)) {
                tune.min_guarantee = None;
            }
        }
        if let Some(pages) = self.memory_backing.as_mut().and_then(|backing| backing.hugepages.as_mut()) {
            let one_node = self
                .cpu
                .as_ref()
                .is_none_or(|cpu| cpu.numa.as_ref().is_none_or(|numa| numa.cells.is_empty()));
            for page in &mut pages.pages {
                in_kib(&mut page.size, &mut page.unit)?;
                // The only node need not be named.
                if one_node && page.nodeset.as_ref().is_some_and(|nodes| nodes.iter().eq([0])) {
                    page.nodeset = None;
                }
            }
        }
        if let Some(allocation) = self.memory_backing.as_mut().and_then(|backing| backing.allocation.as_mut())
        {
            allocation.threads = allocation.threads.filter(|&threads| threads > 0);
        }
        if let Some(groups) = &mut self.throttlegroups {
            groups.groups.iter_mut().for_each(forget_zeros);
        }
        if let Some(features) = &mut self.features {
            normalize_features(features)?;
        }
        if let Some(menu) = self.os.as_mut().and_then(|os| os.bootmenu.as_mut()) {
            if menu.enable != Some(YesNo(true)) {
                menu.timeout = None;
            }
        }
        if let Some(tune) = &mut self.blkiotune {
            tune.weight = tune.weight.filter(|&weight| weight > 0);
            // A device about which nothing is said.
            tune.devices.retain(|device| {
                let small = [device.weight, device.read_iops_sec, device.write_iops_sec];
                let large = [device.read_bytes_sec, device.write_bytes_sec];
                device.path.is_none()
                    || small.iter().any(|limit| limit.unwrap_or(0) > 0)
                    || large.iter().any(|limit| limit.unwrap_or(0) > 0)
            });
        }
        if let Some(clock) = &mut self.clock {
            normalize_clock(clock);
        }
        for label in &mut self.seclabels {
            if label.kind == Some(SeclabelType::Dynamic) {
                label.relabel.get_or_insert(YesNo(true));
            }
        }
        self.seclabels.retain(|label| label.kind.is_some() || label.model.is_some());
        normalize_metadata(&mut self.metadata);
        if let Some(numa) = self.cpu.as_mut().and_then(|cpu| cpu.numa.as_mut()) {
            for (number, cell) in (0..).zip(&mut numa.cells) {
                cell.id.get_or_insert(number);
                in_kib(&mut cell.memory, &mut cell.unit)?;
            }
            numa.cells.sort_by_key(|cell| cell.id);
            normalize_distances(&mut numa.cells);
        }
        Ok(())
    }
}

/// Distances are the same in both directions where only one is given, and 10 to the node itself.
fn normalize_distances(cells: &mut [NumaCell]) {
    if cells.iter().all(|cell| cell.distances.is_none()) {
        return;
    }
    let mut all: Vec<BTreeMap<u32, u32>> = vec![BTreeMap::new(); cells.len()];
    for from in 0..cells.len() {
        for sibling in cells[from].distances.iter().flat_map(|distances| &distances.siblings) {
            let (Some(to), Some(value)) = (sibling.id, sibling.value) else { continue };
            let number = from as u32;
            all[from].entry(number).or_insert(10);
            all[from].insert(to, value);
            if let Some(other) = all.get_mut(to as usize) {
                other.entry(to).or_insert(10);
                other.entry(number).or_insert(value);
            }
        }
    }
    for (cell, distances) in cells.iter_mut().zip(all) {
        let sibling = |(id, value)| Sibling { id: Some(id), value: Some(value), ..Sibling::default() };
        let siblings: Vec<_> = distances.into_iter().map(sibling).collect();
        let distances = Distances { siblings, ..Distances::default() };
        cell.distances = (!distances.siblings.is_empty()).then(|| Box::new(distances));
    }
}

/// An adjustment of a fixed offset is a variable offset on that base.
fn normalize_clock(clock: &mut Clock) {
    match clock.offset {
        Some(base @ (ClockOffset::Utc | ClockOffset::Localtime)) => {
            let adjusted = clock.adjustment.as_deref().is_some_and(|word| word != "reset");
            if adjusted {
                clock.offset = Some(ClockOffset::Variable);
                clock.basis = Some(match base {
                    ClockOffset::Localtime => ClockBasis::Localtime,
                    _ => ClockBasis::Utc,
                });
            }
        }
        Some(ClockOffset::Variable) => {
            clock.adjustment.get_or_insert_with(|| "0".to_owned());
            clock.basis.get_or_insert(ClockBasis::Utc);
        }
        _ => {}
    }
}

/// Of metadata, what stands in a namespace is kept, the first element of each.
fn normalize_metadata(metadata: &mut Option<Tree>) {
    let Some(children) = metadata.as_mut().and_then(Tree::children_mut) else { return };
    let mut seen = HashSet::new();
    children.retain(|child| match child.namespace() {
        _ if child.name().is_empty() => true,
        Some(namespace) => seen.insert(namespace.to_owned()),
        None => false,
    });
}

impl Device {
    /// Brings a device into the form that it has in a document.
    pub(super) fn normalize(&mut self, flags: ParseFlags) -> Result<()> {
        match self {
            Device::Disk(disk) => normalize_disk(disk)?,
            Device::Interface(interface) => normalize_interface(interface, flags)?,
            Device::Hostdev(hostdev) => normalize_hostdev(hostdev)?,
            Device::Filesystem(filesystem) => normalize_filesystem(filesystem)?,
            Device::Controller(controller) => normalize_controller(controller),
            Device::Input(input) => normalize_input(input)?,
            Device::Watchdog(watchdog) => normalize_watchdog(watchdog)?,
            Device::Memballoon(balloon) => normalize_balloon(balloon),
            Device::Rng(rng) => normalize_rng(rng, flags)?,
            Device::Tpm(tpm) => normalize_tpm(tpm)?,
            Device::Vsock(vsock) => normalize_vsock(vsock),
            Device::Smartcard(card) => normalize_smartcard(card, flags)?,
            Device::Redirfilter(filter) => normalize_redirfilter(filter)?,
            Device::Lease(lease) => normalize_lease(lease),
            Device::Graphics(graphics) => normalize_graphics(graphics, flags)?,
            Device::MemoryDevice(memory) => normalize_memory_device(memory)?,
            Device::Shmem(shmem) => normalize_shmem(shmem)?,
            Device::Pstore(pstore) => normalize_pstore(pstore)?,
            Device::Serial(serial) => normalize_chardev(&mut serial.kind, &mut serial.source, flags)?,
            Device::Parallel(parallel) => normalize_chardev(&mut parallel.kind, &mut parallel.source, flags)?,
            Device::Console(console) => normalize_console(console, flags)?,
            Device::Channel(channel) => normalize_channel(channel, flags)?,
            Device::Redirdev(redirdev) => normalize_chardev(&mut redirdev.kind, &mut redirdev.source, flags)?,
            _ => {}
        }
        Ok(())
    }
}

fn normalize_memory_device(memory: &mut MemoryDevice) -> Result<()> {
    if let Some(source) = &mut memory.source {
        to_kib(&mut source.pagesize)?;
        to_kib(&mut source.alignsize)?;
    }
    if let Some(target) = &mut memory.target {
        to_kib(&mut target.size)?;
        to_kib(&mut target.block)?;
        to_kib(&mut target.requested)?;
        to_kib(&mut target.current)?;
        if let Some(label) = &mut target.label {
            to_kib(&mut label.size)?;
        }
    }
    Ok(())
}

/// Shared memory is counted in MiB.
fn normalize_shmem(shmem: &mut Shmem) -> Result<()> {
    shmem.model.get_or_insert(ShmemModel::Ivshmem);
    if let Some(size) = &mut shmem.size {
        if let Some(value) = &mut size.value {
            *value = super::units::kib(*value, size.unit.as_deref())?;
            *value /= 1024;
            size.unit = Some("M".to_owned());
        }
    }
    Ok(())
}

fn normalize_pstore(pstore: &mut Pstore) -> Result<()> {
    to_kib(&mut pstore.size)
}

fn normalize_console(console: &mut Console, flags: ParseFlags) -> Result<()> {
    normalize_chardev(&mut console.kind, &mut console.source, flags)
}
