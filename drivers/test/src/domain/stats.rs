//! State and statistics.

use super::{disks, taint};
use crate::{TestConnection, domain::DomainState as State, stream};
use virt_core::domain::{DomainHost, tuning::bandwidth};
use virt_core::{
    api::Monitoring, connection::check_flags, constants::*, event::Event, records::*, stream::StreamBox,
    types::*,
};
use virt_error::{Origin, Result, bail, error};
use virt_sys::clock::coarse_time;

/// The time that all processors of a running domain have run since it started, in ns, and what of it the host
/// spent for the guest's own work and for the host's.
pub const TOTAL_CPU_TIME: u64 = 48_772_617_035;
pub const USER_CPU_TIME: u64 = 5_540_000_000;
pub const SYSTEM_CPU_TIME: u64 = 6_460_000_000;
/// What of a processor's time is not spent in the guest.
const CPU_OVERHEAD: u64 = 1_234_567_890;

/// The moment of the last statistics of the balloon, in seconds.
const BALLOON_UPDATE: u64 = 627_319_920;

/// A disk's sizes in bytes, where nothing has changed them.
pub const DISK_CAPACITY: u64 = 1_099_506_450_432;
pub const DISK_ALLOCATION: u64 = 1_099_511_627_776;

/// The label that running domains carry.
const SECURITY_LABEL: &str = "libvirt-test";

/// Microseconds since the epoch, which the host derives its statistics from.
pub fn base_time() -> u64 {
    cpu_time() / 1000
}

/// The time that a domain's processors have run, in ns: guests of this host have run since the epoch.
pub fn cpu_time() -> u64 {
    let now = coarse_time();
    now.as_secs() * 1_000_000_000 + u64::from(now.subsec_micros()) * 1000
}

/// The counters of a disk.
pub fn block_counters() -> DomainBlockStats {
    let base = base_time() as i64;
    DomainBlockStats {
        rd_req: base / 10,
        rd_bytes: base / 20,
        wr_req: base / 30,
        wr_bytes: base / 40,
        errs: base / 1_000_000 / 2,
    }
}

/// The counters of a network interface.
pub fn interface_counters() -> DomainInterfaceStats {
    let base = base_time() as i64;
    let seconds = base / 1_000_000;
    DomainInterfaceStats {
        rx_bytes: base / 10,
        rx_packets: base / 100,
        rx_errs: seconds,
        rx_drop: seconds / 2,
        tx_bytes: base / 20,
        tx_packets: base / 110,
        tx_errs: seconds / 3,
        tx_drop: seconds / 4,
    }
}

/// The sizes of the disk with this target.
pub fn disk_sizes(state: &State, target: &str) -> DomainBlockInfo {
    match state.extra.disk_sizes.get(target) {
        Some(capacity) => DomainBlockInfo { allocation: *capacity, capacity: *capacity, physical: *capacity },
        None => DomainBlockInfo {
            allocation: DISK_ALLOCATION,
            capacity: DISK_CAPACITY,
            physical: DISK_ALLOCATION,
        },
    }
}

/// What the balloon of a domain with `current` KiB says, as tags of `virDomainMemoryStatTags`.
pub fn balloon(current: u64) -> [(i32, u64); 13] {
    [
        (VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, current),
        (VIR_DOMAIN_MEMORY_STAT_SWAP_IN, 0),
        (VIR_DOMAIN_MEMORY_STAT_SWAP_OUT, 0),
        (VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, 0),
        (VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT, 0),
        (VIR_DOMAIN_MEMORY_STAT_UNUSED, current / 2),
        (VIR_DOMAIN_MEMORY_STAT_AVAILABLE, current),
        (VIR_DOMAIN_MEMORY_STAT_USABLE, current / 2),
        (VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, BALLOON_UPDATE),
        (VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, current / 8),
        (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, 0),
        (VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, 0),
        (VIR_DOMAIN_MEMORY_STAT_RSS, current / 2),
    ]
}

/// The time of processor `number` of `count`, and what of it was spent in the guest.
pub fn processor_time(number: u64, count: u64) -> (u64, u64) {
    let share = TOTAL_CPU_TIME / count.max(1);
    // The last one has what the division leaves.
    let time = if number + 1 == count { TOTAL_CPU_TIME - share * number } else { share };
    (time, time.saturating_sub(CPU_OVERHEAD))
}

fn total_cpu_stats() -> Vec<TypedParam> {
    vec![
        TypedParam::new("cpu_time", Value::ULLong(TOTAL_CPU_TIME)),
        TypedParam::new("user_time", Value::ULLong(USER_CPU_TIME)),
        TypedParam::new("system_time", Value::ULLong(SYSTEM_CPU_TIME)),
    ]
}

impl TestConnection {
    /// The disk that `path` means, by its target.
    fn disk_target(&self, state: &State, path: &str, complaint: &str) -> Result<String> {
        let disks = &state.def.devices.disks;
        let place = disks::place(disks, path)
            .ok_or_else(|| error!(Test, InvalidArg, "{}", complaint.replace("{}", path)))?;
        Ok(disks[place].target_name().to_owned())
    }

    fn block_counters(&self, dom: &Domain, path: &str) -> Result<DomainBlockStats> {
        if path.is_empty() {
            bail!(Test, OperationUnsupported, "summary statistics are not supported yet");
        }
        let state = self.state.running(dom)?;
        self.disk_target(&state, path, "invalid path: {}")?;
        Ok(block_counters())
    }

    fn security_label(&self, dom: &Domain) -> Result<Option<DomainSecurityLabel>> {
        self.state.look(dom, |state| {
            state
                .is_active()
                .then(|| DomainSecurityLabel { label: Chars::from_text(SECURITY_LABEL), enforcing: 1 })
        })
    }
}

impl Monitoring for TestConnection {
    fn domain_get_info(&self, dom: &Domain) -> Result<DomainInfo> {
        self.state.look(dom, |state| DomainInfo {
            state: state.status.state as u8,
            max_mem: state.def.max_memory(),
            memory: state.def.memory(),
            nr_virt_cpu: u16::try_from(state.def.vcpus()).unwrap_or(u16::MAX),
            cpu_time: cpu_time(),
        })
    }

    fn domain_get_state(&self, dom: &Domain, flags: u32) -> Result<DomainState> {
        check_flags(flags, 0, Origin::Test, "testDomainGetState")?;
        self.state.look(dom, |state| DomainState { state: state.status.state, reason: state.status.reason })
    }

    fn domain_get_control_info(&self, dom: &Domain, flags: u32) -> Result<DomainControlInfo> {
        check_flags(flags, 0, Origin::Test, "testDomainGetControlInfo")?;
        self.state.running(dom)?;
        Ok(DomainControlInfo { state: VIR_DOMAIN_CONTROL_OK as u32, details: 0, state_time: 0 })
    }

    fn domain_block_stats(&self, dom: &Domain, path: &str) -> Result<DomainBlockStats> {
        self.block_counters(dom, path)
    }

    fn domain_block_stats_flags(
        &self,
        dom: &Domain,
        path: &str,
        nparams: i32,
        flags: u32,
    ) -> Result<Counted<16>> {
        check_flags(flags, VIR_TYPED_PARAM_STRING_OKAY, Origin::Test, "testDomainBlockStatsFlags")?;
        let counters = self.block_counters(dom, path)?;
        let params = [
            ("rd_operations", counters.rd_req),
            ("rd_bytes", counters.rd_bytes),
            ("wr_operations", counters.wr_req),
            ("wr_bytes", counters.wr_bytes),
            ("errs", counters.errs),
        ];
        Ok(Counted::new(
            params.into_iter().map(|(name, count)| TypedParam::new(name, Value::LLong(count))).collect(),
            nparams,
        ))
    }

    fn domain_interface_stats(&self, dom: &Domain, device: &str) -> Result<DomainInterfaceStats> {
        let state = self.state.running(dom)?;
        bandwidth::find(&state.def.devices.interfaces, device)?;
        Ok(interface_counters())
    }

    fn domain_get_block_info(&self, dom: &Domain, path: &str, flags: u32) -> Result<DomainBlockInfo> {
        check_flags(flags, 0, Origin::Test, "testDomainGetBlockInfo")?;
        let state = self.state.snapshot(dom)?;
        let target = self.disk_target(&state, path, "invalid path {} not assigned to domain")?;
        Ok(disk_sizes(&state, &target))
    }

    fn domain_block_peek(
        &self,
        dom: &Domain,
        path: &str,
        offset: u64,
        size: u32,
        flags: u32,
    ) -> Result<Bytes<4194304>> {
        check_flags(flags, 0, Origin::Test, "testDomainBlockPeek")?;
        let state = self.state.snapshot(dom)?;
        let target = self.disk_target(&state, path, "invalid path {} not assigned to domain")?;
        let end = offset.saturating_add(u64::from(size));
        if end > disk_sizes(&state, &target).capacity {
            bail!(Test, OperationFailed, "{path}: failed to seek or read: range is outside of the disk");
        }
        // Nothing was ever written to a disk of this host.
        Ok(vec![0; size as usize].into())
    }

    fn domain_memory_peek(&self, dom: &Domain, offset: u64, size: u32, flags: u32) -> Result<Bytes<4194304>> {
        check_flags(flags, VIR_MEMORY_VIRTUAL | VIR_MEMORY_PHYSICAL, Origin::Test, "testDomainMemoryPeek")?;
        if !matches!(flags, VIR_MEMORY_VIRTUAL | VIR_MEMORY_PHYSICAL) {
            bail!(Test, InvalidArg, "flags parameter must be VIR_MEMORY_VIRTUAL or VIR_MEMORY_PHYSICAL");
        }
        self.state.running(dom)?;
        // Each byte of a guest's memory holds the low byte of its own address.
        Ok((0..u64::from(size)).map(|place| offset.wrapping_add(place) as u8).collect::<Vec<_>>().into())
    }

    fn domain_memory_stats(
        &self,
        dom: &Domain,
        max_stats: u32,
        flags: u32,
    ) -> Result<List<MemoryStat, 1024>> {
        check_flags(flags, 0, Origin::Test, "testDomainMemoryStats")?;
        let state = self.state.running(dom)?;
        let stats = balloon(state.def.memory()).into_iter().take(max_stats as usize);
        Ok(stats.map(|(tag, val)| MemoryStat { tag, val }).collect::<Vec<_>>().into())
    }

    fn domain_get_security_label(&self, dom: &Domain) -> Result<DomainSecurityLabel> {
        let none = || DomainSecurityLabel { label: Chars::from_text(""), enforcing: 0 };
        Ok(self.security_label(dom)?.unwrap_or_else(none))
    }

    fn domain_get_security_label_list(&self, dom: &Domain) -> Result<Listing<DomainSecurityLabel, 64>> {
        Ok(Listing::new(self.security_label(dom)?.into_iter().collect(), 1))
    }

    fn domain_get_cpu_stats(
        &self,
        dom: &Domain,
        nparams: u32,
        start_cpu: i32,
        ncpus: u32,
        flags: u32,
    ) -> Result<Counted<2048>> {
        check_flags(flags, VIR_TYPED_PARAM_STRING_OKAY, Origin::Test, "testDomainGetCPUStats")?;
        let state = self.state.running(dom)?;
        if start_cpu == -1 {
            return Ok(Counted::new(total_cpu_stats(), i32::try_from(nparams).unwrap_or(i32::MAX)));
        }
        const PER_CPU: u32 = 2;
        let count = state.def.vcpus();
        let asked = |nparams| Ok(Counted { params: Params::default(), nparams });
        if ncpus == 0 {
            return asked(count as i32);
        }
        if nparams == 0 {
            return asked(PER_CPU as i32);
        }
        let start = u32::try_from(start_cpu).unwrap_or(u32::MAX);
        if start >= count {
            bail!(
                Test,
                InvalidArg,
                "start_cpu {start_cpu} larger than maximum of {}",
                count.saturating_sub(1)
            );
        }
        let mut params = Vec::new();
        for number in start..count.min(start.saturating_add(ncpus)) {
            let (cpu, guest) = processor_time(u64::from(number), u64::from(count));
            let both = [
                TypedParam::new("cpu_time", Value::ULLong(cpu)),
                TypedParam::new("vcpu_time", Value::ULLong(guest)),
            ];
            params.extend(both.into_iter().take(nparams as usize));
        }
        Ok(Counted { params: params.into(), nparams: nparams.min(PER_CPU) as i32 })
    }

    fn domain_get_disk_errors(&self, dom: &Domain, maxerrors: u32, flags: u32) -> Result<DomainDiskErrors> {
        check_flags(flags, 0, Origin::Test, "testDomainGetDiskErrors")?;
        let state = self.state.running(dom)?;
        let disks = &state.def.devices.disks;
        if maxerrors == 0 {
            return Ok(DomainDiskErrors { errors: List::default(), nerrors: disks.len() as i32 });
        }
        // Each disk has one of the two kinds of error in turn.
        let kinds = [VIR_DOMAIN_DISK_ERROR_UNSPEC, VIR_DOMAIN_DISK_ERROR_NO_SPACE];
        let errors: Vec<DiskError> = disks
            .iter()
            .zip(kinds.into_iter().cycle())
            .take(maxerrors as usize)
            .map(|(disk, error)| DiskError { disk: disk.target_name().to_owned(), error })
            .collect();
        Ok(DomainDiskErrors { nerrors: errors.len() as i32, errors: errors.into() })
    }

    fn domain_set_memory_stats_period(&self, dom: &Domain, period: i32, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;
        check_flags(flags, KNOWN, Origin::Test, "testDomainSetMemoryStatsPeriod")?;
        self.set_stats_period(dom, period, flags)
    }

    fn connect_get_all_domain_stats(
        &self,
        doms: &List<Domain, 16384>,
        stats: u32,
        flags: u32,
    ) -> Result<List<DomainStatsRecord, 16384>> {
        super::bulk::collect(self, doms, stats, flags).map(List)
    }

    fn domain_get_perf_events(&self, dom: &Domain, flags: u32) -> Result<Params<64>> {
        const KNOWN: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG | VIR_TYPED_PARAM_STRING_OKAY;
        check_flags(flags, KNOWN, Origin::Test, "testDomainGetPerfEvents")?;
        Ok(self.perf(dom, flags)?.into())
    }

    fn domain_set_perf_events(&self, dom: &Domain, params: &Params<64>, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;
        check_flags(flags, KNOWN, Origin::Test, "testDomainSetPerfEvents")?;
        self.set_perf(dom, params, flags)
    }

    fn domain_set_block_threshold(&self, dom: &Domain, dev: &str, threshold: u64, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainSetBlockThreshold")?;
        let mut change = self.state.change(dom, "virDomainSetBlockThreshold")?;
        change.check_active()?;
        let state = change.state();
        let target = self.disk_target(&state, dev, "block device '{}' not found in the disk list")?;
        let allocation = disk_sizes(&state, &target).allocation;
        let crossed = threshold > 0 && allocation > threshold;
        change.update(|state| {
            let thresholds = &mut state.extra_mut().thresholds;
            if threshold == 0 || crossed {
                thresholds.remove(&target);
            } else {
                thresholds.insert(target.clone(), threshold);
            }
        });
        if crossed {
            let place = disks::place(&state.def.devices.disks, &target).unwrap_or(0);
            let path =
                state.def.devices.disks.get(place).and_then(|disk| disk.source_path()).map(str::to_owned);
            let (dom, excess) = (change.record(), allocation - threshold);
            change.event(Event::DomainBlockThreshold { dom, dev: target, path, threshold, excess });
        }
        Ok(())
    }

    fn domain_get_messages(&self, dom: &Domain, flags: u32) -> Result<List<String, 2048>> {
        const KNOWN: u32 = (VIR_DOMAIN_MESSAGE_DEPRECATION | VIR_DOMAIN_MESSAGE_TAINTING) as u32;
        check_flags(flags, KNOWN, Origin::Test, "testDomainGetMessages")?;
        let wanted = |flag: u32| flags == 0 || flags & flag != 0;
        let state = self.state.snapshot(dom)?;
        let mut messages = Vec::new();
        // Only what runs is in anybody's way.
        if state.is_active() && wanted(VIR_DOMAIN_MESSAGE_TAINTING as u32) {
            messages.extend(taint::taints(&state.def).iter().map(|words| format!("tainted: {words}")));
        }
        if state.is_active() && wanted(VIR_DOMAIN_MESSAGE_DEPRECATION as u32) {
            let deprecated = taint::deprecations(&state.def).into_iter();
            messages.extend(deprecated.map(|what| format!("deprecated configuration: {what}")));
        }
        Ok(messages.into())
    }

    fn domain_screenshot(
        &self,
        dom: &Domain,
        screen: u32,
        flags: u32,
    ) -> Result<(StreamBox, Option<String>)> {
        check_flags(flags, 0, Origin::Test, "testDomainScreenshot")?;
        let state = self.state.snapshot(dom)?;
        let image = super::screen::image(&state, screen);
        Ok((stream::source(image), Some("image/png".to_owned())))
    }
}
