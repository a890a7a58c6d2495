//! Calls that only QEMU has: commands for its monitor and for the agent, as their users write them.

use crate::connection::QemuConnection;
use serde_json::{Map, Value};
use std::os::fd::{BorrowedFd, OwnedFd};
use virt_core::{api::Qemu, connection::check_flags, constants::*, domain::DomainHost, records::Domain};
use virt_error::{Origin, Result, bail, error};

/// Reads a command, which must be an object.
fn command(text: &str) -> Result<Map<String, Value>> {
    match serde_json::from_str(text) {
        Ok(Value::Object(command)) => Ok(command),
        Ok(_) => bail!(Qemu, InternalError, "a command must be a JSON object: {text}"),
        Err(cause) => Err(error!(Qemu, InternalError, "cannot parse json {text}: {cause}")),
    }
}

impl QemuConnection {
    fn monitor_command(
        &self,
        dom: &Domain,
        text: &str,
        flags: u32,
        file: Option<BorrowedFd<'_>>,
    ) -> Result<String> {
        let (_, run) = self.run(dom)?;
        run.taint(&self.state, &*self.state.domain(dom)?, "custom-monitor");
        let monitor = run.monitor();
        if flags & VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP != 0 {
            if file.is_some() {
                bail!(Qemu, InvalidArg, "a human monitor command takes no file descriptor");
            }
            return monitor.human_command(text);
        }
        let reply = monitor.run_raw(command(text)?, file)?;
        Ok(Value::Object(reply).to_string())
    }
}

impl Qemu for QemuConnection {
    fn domain_qemu_monitor_command(&self, dom: &Domain, cmd: &str, flags: u32) -> Result<String> {
        check_flags(
            flags,
            VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP,
            Origin::Qemu,
            "qemuDomainQemuMonitorCommandWithFiles",
        )?;
        self.monitor_command(dom, cmd, flags, None)
    }

    fn domain_qemu_monitor_command_with_files(
        &self,
        dom: &Domain,
        cmd: &str,
        flags: u32,
        files: &[BorrowedFd<'_>],
    ) -> Result<(String, Vec<OwnedFd>)> {
        check_flags(
            flags,
            VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP,
            Origin::Qemu,
            "qemuDomainQemuMonitorCommandWithFiles",
        )?;
        if files.len() > 1 {
            bail!(Qemu, InvalidArg, "at most 1 fd can be passed to qemu along with a command");
        }
        let answer = self.monitor_command(dom, cmd, flags, files.first().copied())?;
        Ok((answer, Vec::new()))
    }

    fn domain_qemu_agent_command(
        &self,
        dom: &Domain,
        cmd: &str,
        timeout: i32,
        flags: u32,
    ) -> Result<Option<String>> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainQemuAgentCommand")?;
        let (_, agent) = self.agent(dom)?;
        self.run(dom)?.1.taint(&self.state, &*self.state.domain(dom)?, "custom-ga-command");
        Ok(Some(agent.run_raw(command(cmd)?, timeout)?.to_string()))
    }
}
