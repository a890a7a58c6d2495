//! The family of what a guest shows of itself, each call in the room of its subject.

use super::{Run, operations::known, statistics};
use crate::connection::QemuConnection;
use std::sync::Arc;
use virt_core::{
    api::Monitoring,
    constants::*,
    domain::DomainHost,
    records::{
        Domain, DomainBlockInfo, DomainBlockStats, DomainControlInfo, DomainDiskErrors, DomainInfo,
        DomainInterfaceStats, DomainSecurityLabel, DomainState as StateAndReason, DomainStatsRecord,
        MemoryStat,
    },
    stream::StreamBox,
    types::{Bytes, Chars, Counted, List, Listing, Params},
};
use virt_error::Result;

/// The flags that say which document is meant.
const AFFECT: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

impl Monitoring for QemuConnection {
    fn domain_screenshot(
        &self,
        dom: &Domain,
        screen: u32,
        flags: u32,
    ) -> Result<(StreamBox, Option<String>)> {
        self.screenshot(dom, screen, flags)
    }

    fn domain_block_stats(&self, dom: &Domain, path: &str) -> Result<DomainBlockStats> {
        self.block_stats(dom, path)
    }

    fn domain_block_stats_flags(
        &self,
        dom: &Domain,
        path: &str,
        nparams: i32,
        flags: u32,
    ) -> Result<Counted<16>> {
        known(flags, VIR_TYPED_PARAM_STRING_OKAY, "qemuDomainBlockStatsFlags")?;
        self.block_stats_flags(dom, path, nparams)
    }

    fn domain_interface_stats(&self, dom: &Domain, device: &str) -> Result<DomainInterfaceStats> {
        self.interface_stats(dom, device)
    }

    fn domain_memory_stats(
        &self,
        dom: &Domain,
        max_stats: u32,
        flags: u32,
    ) -> Result<List<MemoryStat, 1024>> {
        known(flags, 0, "qemuDomainMemoryStats")?;
        self.memory_stats(dom, max_stats).map(List)
    }

    fn domain_get_block_info(&self, dom: &Domain, path: &str, flags: u32) -> Result<DomainBlockInfo> {
        known(flags, 0, "qemuDomainGetBlockInfo")?;
        self.block_info(dom, path)
    }

    fn domain_get_cpu_stats(
        &self,
        dom: &Domain,
        nparams: u32,
        start_cpu: i32,
        ncpus: u32,
        flags: u32,
    ) -> Result<Counted<2048>> {
        known(flags, VIR_TYPED_PARAM_STRING_OKAY, "qemuDomainGetCPUStats")?;
        self.cpu_stats(dom, nparams, start_cpu, ncpus)
    }

    fn domain_get_disk_errors(&self, dom: &Domain, maxerrors: u32, flags: u32) -> Result<DomainDiskErrors> {
        known(flags, 0, "qemuDomainGetDiskErrors")?;
        self.disk_errors(dom, maxerrors)
    }

    fn domain_set_block_threshold(&self, dom: &Domain, dev: &str, threshold: u64, flags: u32) -> Result<()> {
        known(flags, 0, "qemuDomainSetBlockThreshold")?;
        self.block_threshold(dom, dev, threshold)
    }

    fn domain_set_memory_stats_period(&self, dom: &Domain, period: i32, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetMemoryStatsPeriod")?;
        self.set_stats_period(dom, period, flags)
    }

    fn domain_get_perf_events(&self, dom: &Domain, flags: u32) -> Result<Params<64>> {
        known(flags, AFFECT | VIR_TYPED_PARAM_STRING_OKAY, "qemuDomainGetPerfEvents")?;
        self.perf_events(dom, flags).map(Params)
    }

    fn domain_set_perf_events(&self, dom: &Domain, params: &Params<64>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetPerfEvents")?;
        self.set_perf_events(dom, params, flags)
    }

    fn domain_memory_peek(&self, dom: &Domain, offset: u64, size: u32, flags: u32) -> Result<Bytes<4194304>> {
        known(flags, VIR_MEMORY_VIRTUAL | VIR_MEMORY_PHYSICAL, "qemuDomainMemoryPeek")?;
        self.memory_peek(dom, offset, size, flags).map(Into::into)
    }

    fn domain_block_peek(
        &self,
        dom: &Domain,
        path: &str,
        offset: u64,
        size: u32,
        flags: u32,
    ) -> Result<Bytes<4194304>> {
        known(flags, 0, "qemuDomainBlockPeek")?;
        self.block_peek(dom, path, offset, size).map(Into::into)
    }

    fn domain_get_messages(&self, dom: &Domain, flags: u32) -> Result<List<String, 2048>> {
        const KNOWN: u32 = (VIR_DOMAIN_MESSAGE_DEPRECATION | VIR_DOMAIN_MESSAGE_TAINTING) as u32;
        known(flags, KNOWN, "qemuDomainGetMessages")?;
        self.messages(dom, flags).map(List)
    }

    fn domain_get_security_label(&self, dom: &Domain) -> Result<DomainSecurityLabel> {
        // The first model confines nothing, and has no label for that.
        self.state.look(dom, |_| ())?;
        Ok(DomainSecurityLabel { label: Chars::from_text(""), enforcing: 0 })
    }

    fn domain_get_security_label_list(&self, dom: &Domain) -> Result<Listing<DomainSecurityLabel, 64>> {
        if !self.state.look(dom, |state| state.is_active())? {
            return Ok(Listing::new(Vec::new(), 1));
        }
        let label = |text: &str| DomainSecurityLabel { label: Chars::from_text(text), enforcing: 0 };
        let owner = crate::host::owner(&self.state.settings);
        Ok(Listing::new([label("")].into_iter().chain(owner.map(|owner| label(&owner))).collect(), 1))
    }

    fn connect_get_all_domain_stats(
        &self,
        doms: &List<Domain, 16384>,
        stats: u32,
        flags: u32,
    ) -> Result<List<DomainStatsRecord, 16384>> {
        statistics::collect(self, doms, stats, flags).map(List)
    }

    fn domain_get_state(&self, dom: &Domain, flags: u32) -> Result<StateAndReason> {
        known(flags, 0, "qemuDomainGetState")?;
        self.state
            .look(dom, |domain| StateAndReason { state: domain.status.state, reason: domain.status.reason })
    }

    fn domain_get_info(&self, dom: &Domain) -> Result<DomainInfo> {
        let domain = self.state.snapshot(dom)?;
        Ok(DomainInfo {
            state: domain.status.state as u8,
            max_mem: domain.def.max_memory(),
            memory: domain.def.memory(),
            nr_virt_cpu: domain.def.vcpus() as u16,
            cpu_time: domain.extra.run.as_ref().map_or(0, cpu_time),
        })
    }

    fn domain_get_control_info(&self, dom: &Domain, flags: u32) -> Result<DomainControlInfo> {
        known(flags, 0, "qemuDomainGetControlInfo")?;
        let object = self.state.domain(dom)?;
        object.state().check_active()?;
        // A monitor that is waited for too long ends: no error stays.
        let state = match object.at_work() {
            (None, None) => VIR_DOMAIN_CONTROL_OK,
            _ => VIR_DOMAIN_CONTROL_JOB,
        };
        Ok(DomainControlInfo { state: state as u32, details: 0, state_time: 0 })
    }
}

/// How long the guest's emulator has used the host's processors, in nanoseconds.
fn cpu_time(run: &Arc<Run>) -> u64 {
    virt_sys::host::process_times(run.running.pid())
        .map_or(0, |times| times.user.saturating_add(times.system))
}
