//! What this driver keeps of a domain beyond what every driver does.

use super::Run;
use std::sync::{Arc, OnceLock};
use virt_core::{
    constants::VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK,
    domain::{Extra, inactive},
    params::TypedParam,
};
use virt_error::Result;

/// A guest as this driver knows it.
#[derive(Clone, Default)]
pub struct Guest {
    /// The connection at whose end the domain ends.
    pub owner: Option<u64>,
    /// The run that it is in.
    pub run: Option<Arc<Run>>,
    /// What is known of the last long job that ended.
    pub completed_job: Option<Arc<Vec<TypedParam>>>,
    /// How long the guest's agent may take to answer, where it was set. It outlives the run.
    pub agent_timeout: Option<i32>,
}

impl Guest {
    /// How long the guest's agent may take to answer: seconds, or a `virDomainAgentResponseTimeoutValues`.
    pub fn agent_timeout(&self) -> i32 {
        self.agent_timeout.unwrap_or(VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK)
    }

    /// The run that the guest is in.
    ///
    /// Errors: `VIR_ERR_OPERATION_INVALID` when it does not run.
    #[inline]
    pub fn run(&self) -> Result<&Arc<Run>> {
        self.run.as_ref().ok_or_else(inactive)
    }
}

impl Extra for Guest {
    fn none() -> Arc<Guest> {
        static NONE: OnceLock<Arc<Guest>> = OnceLock::new();
        NONE.get_or_init(Arc::default).clone()
    }

    fn end_run(&mut self) {
        (self.owner, self.run) = (None, None);
    }

    fn has_snapshots(&self) -> bool {
        false
    }

    fn has_checkpoints(&self) -> bool {
        false
    }
}
