//! The calls that ask one thing of one guest.

use super::{
    Questions, balloon,
    block::{self, Blocks},
    bulk,
};
use crate::{
    connection::QemuConnection,
    domain::DomainState,
    monitor::{ANSWER_WAIT, BlockDevice, BlockStats},
};
use serde_json::{Value, json};
use std::time::Instant;
use virt_conf::{
    Mac,
    domain::{disk::Disk, interface::Interface},
};
use virt_core::{
    constants::*,
    domain::DomainHost,
    records::{
        DiskError, Domain, DomainBlockInfo, DomainBlockStats, DomainDiskErrors, DomainInterfaceStats,
        MemoryStat,
    },
    types::{Counted, TypedParam, Value as Param},
};
use virt_error::{Error, Result, bail, error};
use virt_sys::host;

/// The disk with this target (`vda`), or this source.
pub(super) fn find<'d>(state: &'d DomainState, path: &str) -> Option<&'d Disk> {
    let disks = &state.def.devices.disks;
    let by_target = disks.iter().find(|disk| disk.target_name() == path);
    by_target.or_else(|| disks.iter().find(|disk| !path.is_empty() && disk.source_path() == Some(path)))
}

/// The interface with this name on the host, or this hardware address.
fn find_interface<'d>(state: &'d DomainState, device: &str) -> Result<&'d Interface> {
    let interfaces = &state.def.devices.interfaces;
    if let Ok(mac) = device.parse::<Mac>() {
        let mut with_mac = interfaces.iter().filter(|interface| interface.mac_address() == Some(mac));
        if let Some(interface) = with_mac.next() {
            if with_mac.next().is_some() {
                bail!(Domain, OperationFailed, "multiple devices matching MAC address {device} found");
            }
            return Ok(interface);
        }
    }
    let by_name = interfaces.iter().find(|interface| interface.target_name() == Some(device));
    by_name.ok_or_else(|| error!(Domain, InvalidArg, "'{device}' is not a known interface"))
}

fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// Several devices' counters together.
fn sum<'s>(all: impl Iterator<Item = &'s BlockStats>) -> BlockStats {
    let mut sum = BlockStats::default();
    for one in all {
        sum.read_requests += one.read_requests;
        sum.read_bytes += one.read_bytes;
        sum.read_time += one.read_time;
        sum.write_requests += one.write_requests;
        sum.write_bytes += one.write_bytes;
        sum.write_time += one.write_time;
        sum.flush_requests += one.flush_requests;
        sum.flush_time += one.flush_time;
    }
    sum
}

impl QemuConnection {
    /// What went through a disk, or through all of them when `path` is empty.
    fn block_counters(&self, dom: &Domain, path: &str) -> Result<BlockStats> {
        let (state, monitor) = self.monitor(dom)?;
        if path.is_empty() {
            let all = monitor.query_block_stats()?;
            // Devices that the guest does not see as disks have no alias in the document.
            let disks = &state.def.devices.disks;
            let aliases: Vec<&str> =
                disks.iter().filter_map(|disk| Some(disk.info.alias.as_ref()?.0.as_str())).collect();
            let is_disk = |one: &&BlockStats| aliases.iter().any(|alias| one.is(alias));
            return Ok(sum(all.iter().filter(is_disk)));
        }
        let disk = find(&state, path).ok_or_else(|| error!(Qemu, InvalidArg, "invalid path: {path}"))?;
        let Some(alias) = disk.info.alias.as_ref() else {
            bail!(Qemu, InternalError, "missing disk device alias name for {}", disk.target_name());
        };
        let alias = &alias.0;
        let found = monitor.query_block_stats()?.into_iter().find(|one| one.is(alias));
        found.ok_or_else(|| error!(Qemu, InternalError, "cannot find statistics for device '{alias}'"))
    }

    pub(in crate::domain) fn block_stats(&self, dom: &Domain, path: &str) -> Result<DomainBlockStats> {
        let counters = self.block_counters(dom, path)?;
        Ok(DomainBlockStats {
            rd_req: signed(counters.read_requests),
            rd_bytes: signed(counters.read_bytes),
            wr_req: signed(counters.write_requests),
            wr_bytes: signed(counters.write_bytes),
            // No emulator counts them.
            errs: -1,
        })
    }

    pub(in crate::domain) fn block_stats_flags(
        &self,
        dom: &Domain,
        path: &str,
        nparams: i32,
    ) -> Result<Counted<16>> {
        let counters = self.block_counters(dom, path)?;
        let params = [
            ("wr_bytes", counters.write_bytes),
            ("wr_operations", counters.write_requests),
            ("rd_bytes", counters.read_bytes),
            ("rd_operations", counters.read_requests),
            ("flush_operations", counters.flush_requests),
            ("wr_total_times", counters.write_time),
            ("rd_total_times", counters.read_time),
            ("flush_total_times", counters.flush_time),
        ];
        let params = params.map(|(name, value)| TypedParam::new(name, Param::LLong(signed(value))));
        Ok(Counted::new(params.into(), nparams))
    }

    pub(in crate::domain) fn interface_stats(
        &self,
        dom: &Domain,
        device: &str,
    ) -> Result<DomainInterfaceStats> {
        let state = self.state.running(dom)?;
        let interface = find_interface(&state, device)?;
        let Some((received, sent)) = bulk::traffic(interface) else {
            bail!(Qemu, InternalError, "/proc/net/dev: Interface not found");
        };
        Ok(DomainInterfaceStats {
            rx_bytes: signed(received.bytes),
            rx_packets: signed(received.packets),
            rx_errs: signed(received.errors),
            rx_drop: signed(received.dropped),
            tx_bytes: signed(sent.bytes),
            tx_packets: signed(sent.packets),
            tx_errs: signed(sent.errors),
            tx_drop: signed(sent.dropped),
        })
    }

    pub(in crate::domain) fn memory_stats(&self, dom: &Domain, most: u32) -> Result<Vec<MemoryStat>> {
        let (state, run) = self.run(dom)?;
        let mut list = Vec::new();
        if let Some(path) = balloon::path(&state.def) {
            let mut questions = Questions::default();
            questions.add("query-balloon", Value::Null);
            questions.add("qom-get", balloon::question(&path));
            let answers = questions.ask(run.monitor(), Instant::now() + ANSWER_WAIT);
            let current = balloon::current(&answers);
            list.extend(current.map(|current| (VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, current)));
            list.extend(balloon::told(&answers, &path));
        }
        let resident = host::resident_memory(run.running.pid());
        list.extend(resident.map(|kib| (VIR_DOMAIN_MEMORY_STAT_RSS, kib)));
        list.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(list.into_iter().map(|(tag, val)| MemoryStat { tag, val }).collect())
    }

    pub(in crate::domain) fn block_info(&self, dom: &Domain, path: &str) -> Result<DomainBlockInfo> {
        let state = self.state.snapshot(dom)?;
        let disk = find(&state, path)
            .ok_or_else(|| error!(Qemu, InvalidArg, "invalid path {path} not assigned to domain"))?;
        if disk.source.is_none() {
            bail!(
                Qemu,
                InvalidArg,
                "disk '{}' does not currently have a source assigned",
                disk.target_name()
            );
        }
        let sizes = match state.extra.run.as_ref().filter(|_| state.is_active()) {
            Some(run) => {
                let mut questions = Questions::default();
                questions.add_block(false);
                let answers = questions.ask(run.monitor(), Instant::now() + ANSWER_WAIT);
                block::info(disk, Blocks::read(&answers).as_ref())
            }
            None => block::at_rest(disk),
        };
        let (Some(allocation), Some(capacity), Some(physical)) =
            (sizes.allocation, sizes.capacity, sizes.physical)
        else {
            let shown = disk.source_path().unwrap_or_else(|| disk.target_name());
            return Err(match std::fs::metadata(shown) {
                Err(cause) => {
                    Error::system(virt_error::Origin::Qemu, format!("cannot stat file '{shown}'"), &cause)
                }
                Ok(_) => {
                    error!(Qemu, InternalError, "failed to gather stats for disk '{}'", disk.target_name())
                }
            });
        };
        Ok(DomainBlockInfo { allocation, capacity, physical })
    }

    pub(in crate::domain) fn cpu_stats(
        &self,
        dom: &Domain,
        nparams: u32,
        start_cpu: i32,
        ncpus: u32,
    ) -> Result<Counted<2048>> {
        /// All processors together.
        const ALL: i32 = -1;
        let (_, run) = self.run(dom)?;
        if start_cpu != ALL {
            bail!(Qemu, OperationInvalid, "cgroup CPUACCT controller is not mounted");
        }
        let Some(times) = host::process_times(run.running.pid()) else {
            bail!(Qemu, OperationFailed, "unable to get cpu account");
        };
        let list = [
            ("cpu_time", times.user.saturating_add(times.system)),
            ("user_time", times.user),
            ("system_time", times.system),
        ];
        let params = list.map(|(name, value)| TypedParam::new(name, Param::ULLong(value)));
        let nparams = if ncpus == 0 { 0 } else { i32::try_from(nparams).unwrap_or(i32::MAX) };
        Ok(Counted::new(params.into(), nparams))
    }

    /// Disks whose last write or read failed, in a guest that has stopped for it.
    pub(in crate::domain) fn disk_errors(&self, dom: &Domain, most: u32) -> Result<DomainDiskErrors> {
        let (state, monitor) = self.monitor(dom)?;
        let disks = &state.def.devices.disks;
        if most == 0 {
            return Ok(DomainDiskErrors { errors: Vec::new().into(), nerrors: disks.len() as i32 });
        }
        let devices = monitor.query_block()?;
        let of = |disk: &Disk| -> Option<DiskError> {
            let alias = &disk.info.alias.as_ref()?.0;
            let device: &BlockDevice = devices.iter().find(|device| device.is(alias))?;
            let error = match device.io_status.as_deref()? {
                "failed" => VIR_DOMAIN_DISK_ERROR_UNSPEC,
                "nospace" => VIR_DOMAIN_DISK_ERROR_NO_SPACE,
                _ => return None,
            };
            Some(DiskError { disk: disk.target_name().to_owned(), error })
        };
        let errors: Vec<_> = disks.iter().filter_map(of).take(most as usize).collect();
        Ok(DomainDiskErrors { nerrors: errors.len() as i32, errors: errors.into() })
    }

    /// Has an event sent when a write to an image goes beyond `threshold` bytes: `vda`, or `vda[2]` for the image with
    /// that number behind it.
    pub(in crate::domain) fn block_threshold(
        &self,
        dom: &Domain,
        device: &str,
        threshold: u64,
    ) -> Result<()> {
        let (state, monitor) = self.monitor(dom)?;
        let (target, index) = match device.split_once('[') {
            Some((target, rest)) => {
                let index = rest.strip_suffix(']').and_then(|index| index.parse::<u32>().ok());
                let index =
                    index.ok_or_else(|| error!(Qemu, InvalidArg, "invalid disk target '{device}'"))?;
                (target, Some(index))
            }
            None => (device, None),
        };
        let disk = state.def.devices.disks.iter().find(|disk| disk.target_name() == target);
        let no_device = || error!(Qemu, InvalidArg, "block device '{device}' was not found in VM");
        let disk = disk.ok_or_else(no_device)?;
        let mut questions = Questions::default();
        questions.add_block(false);
        let answers = questions.ask(&monitor, Instant::now() + ANSWER_WAIT);
        let Some(blocks) = Blocks::read(&answers) else {
            bail!(Qemu, OperationFailed, "the emulator did not tell its block devices");
        };
        let node = match index {
            Some(index) => format!("libvirt-{index}-format"),
            None => blocks.of(disk).and_then(|one| one.node.clone()).ok_or_else(no_device)?,
        };
        let node = blocks.threshold_node(&node);
        monitor.run("block-set-write-threshold", json!({"node-name": node, "write-threshold": threshold}))?;
        Ok(())
    }
}
