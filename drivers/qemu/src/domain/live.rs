//! What an operation on a running guest speaks to: its emulator's monitor, and its agent.

use super::DomainState;
use crate::{agent::Agent, connection::QemuConnection, monitor::Monitor};
use std::sync::Arc;
use virt_conf::domain::Domain as Document;
use virt_core::{constants::*, domain::DomainHost, records::Domain};
use virt_error::{Result, bail};

/// The name of the channel that an agent is at the other end of.
pub const AGENT_CHANNEL: &str = "org.qemu.guest_agent.0";

impl QemuConnection {
    /// A running domain and the monitor of its emulator. No job is needed: any thread may use it at any time.
    ///
    /// Errors: `VIR_ERR_OPERATION_INVALID` for a domain that does not run.
    pub(super) fn monitor(&self, dom: &Domain) -> Result<(Arc<DomainState>, Arc<Monitor>)> {
        let state = self.state.running(dom)?;
        match &state.extra.monitor {
            Some(monitor) => {
                let monitor = monitor.clone();
                Ok((state, monitor))
            }
            // It starts, and nothing can be asked of it.
            None => bail!(Qemu, OperationInvalid, "domain is not running"),
        }
    }

    /// A running domain and its agent.
    ///
    /// Errors: `VIR_ERR_OPERATION_INVALID` for a domain whose processors do not run, `VIR_ERR_ARGUMENT_UNSUPPORTED` for
    /// one without a channel for an agent.
    pub(super) fn agent(&self, dom: &Domain) -> Result<(Arc<DomainState>, Arc<Agent>)> {
        let state = self.state.running(dom)?;
        if state.status.state != VIR_DOMAIN_RUNNING {
            bail!(Qemu, OperationInvalid, "domain is not running");
        }
        match &state.extra.agent {
            Some(agent) => {
                let agent = agent.clone();
                Ok((state, agent))
            }
            None if has_agent_channel(&state.def) => {
                bail!(Qemu, AgentUnresponsive, "QEMU guest agent is not connected")
            }
            None => bail!(Qemu, ArgumentUnsupported, "QEMU guest agent is not configured"),
        }
    }
}

/// Whether the guest has a channel for an agent.
pub fn has_agent_channel(document: &Document) -> bool {
    document.devices.channels.iter().any(|channel| {
        channel.target.as_ref().is_some_and(|target| target.name.as_deref() == Some(AGENT_CHANNEL))
    })
}
