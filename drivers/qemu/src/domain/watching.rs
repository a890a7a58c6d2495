//! The family of what a guest shows of itself, each call in the room of its subject.

use super::{Run, operations::known};
use crate::connection::QemuConnection;
use std::sync::Arc;
use virt_core::{
    api::Monitoring,
    constants::*,
    domain::DomainHost,
    records::{Domain, DomainControlInfo, DomainInfo, DomainState as StateAndReason},
    stream::StreamBox,
};
use virt_error::Result;

impl Monitoring for QemuConnection {
    fn domain_screenshot(
        &self,
        dom: &Domain,
        screen: u32,
        flags: u32,
    ) -> Result<(StreamBox, Option<String>)> {
        self.screenshot(dom, screen, flags)
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
