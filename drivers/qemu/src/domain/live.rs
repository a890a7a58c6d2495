//! What an operation on a running guest speaks to: its emulator's monitor, and its agent.

use super::{DomainState, Run};
use crate::{agent::Agent, connection::QemuConnection, monitor::Monitor};
use std::sync::Arc;
use virt_conf::domain::Domain as Document;
use virt_core::{constants::*, domain::DomainHost, records::Domain};
use virt_error::{Result, bail};

/// The name of the channel that an agent is at the other end of.
pub const AGENT_CHANNEL: &str = "org.qemu.guest_agent.0";

impl QemuConnection {
    /// A running domain and the run that it is in. No job is needed: any thread may use the monitor at any time.
    ///
    /// Errors: `VIR_ERR_OPERATION_INVALID` for a domain that does not run.
    pub(crate) fn run(&self, dom: &Domain) -> Result<(Arc<DomainState>, Arc<Run>)> {
        let state = self.state.running(dom)?;
        let run = state.extra.run()?.clone();
        Ok((state, run))
    }

    /// A running domain and the monitor of its emulator.
    pub(crate) fn monitor(&self, dom: &Domain) -> Result<(Arc<DomainState>, Arc<Monitor>)> {
        let (state, run) = self.run(dom)?;
        Ok((state, run.monitor().clone()))
    }

    /// A running domain and its agent.
    ///
    /// Errors: those of [`agent_of`].
    pub(crate) fn agent(&self, dom: &Domain) -> Result<(Arc<DomainState>, Arc<Agent>)> {
        let (state, run) = self.run(dom)?;
        let agent = agent_of(&state, &run)?;
        Ok((state, agent))
    }
}

/// The agent of a running guest.
///
/// Errors: `VIR_ERR_OPERATION_INVALID` for a domain whose processors do not run, `VIR_ERR_ARGUMENT_UNSUPPORTED` for
/// one without a channel for an agent.
pub fn agent_of(state: &DomainState, run: &Run) -> Result<Arc<Agent>> {
    if state.status.state != VIR_DOMAIN_RUNNING {
        bail!(Qemu, OperationInvalid, "domain is not running");
    }
    match &run.agent {
        Some(agent) => Ok(agent.clone()),
        None if has_agent_channel(&state.def) => {
            bail!(Qemu, AgentUnresponsive, "QEMU guest agent is not connected")
        }
        None => bail!(Qemu, ArgumentUnsupported, "QEMU guest agent is not configured"),
    }
}

/// Where the emulator listens for those who speak with the guest's agent; `None` without a channel for one.
pub fn agent_socket(document: &Document) -> Option<&str> {
    let channel = document.devices.channels.iter().find(|channel| {
        channel.target.as_ref().is_some_and(|target| target.name.as_deref() == Some(AGENT_CHANNEL))
    })?;
    channel.source.sources.iter().find_map(|source| source.path.as_deref())
}

/// Whether the guest has a channel for an agent.
pub fn has_agent_channel(document: &Document) -> bool {
    document.devices.channels.iter().any(|channel| {
        channel.target.as_ref().is_some_and(|target| target.name.as_deref() == Some(AGENT_CHANNEL))
    })
}
