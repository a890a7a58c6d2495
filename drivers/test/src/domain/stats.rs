//! State and statistics.

use crate::TestConnection;
use std::time::{SystemTime, UNIX_EPOCH};
use virt_core::{api::Monitoring, connection::check_flags, records::*};
use virt_error::{Origin, Result};

/// The time that a domain's processors have run, in ns: guests of this host have run since the epoch.
pub fn cpu_time() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    now.as_secs() * 1_000_000_000 + u64::from(now.subsec_micros()) * 1000
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
}
