//! A guest that sleeps: suspended to memory or to disk, and woken up.

use super::Status;
use crate::TestConnection;
use virt_core::domain::DomainHost;
use virt_core::{constants::*, event::Event, records::Domain};
use virt_error::{Result, bail};

/// Puts the guest to sleep. With a duration, in seconds, it wakes up by itself.
pub fn suspend(connection: &TestConnection, dom: &Domain, target: u32, duration: u64) -> Result<()> {
    if duration != 0 {
        bail!(Test, ArgumentUnsupported, "a duration of suspension is not supported");
    }
    let target = i32::try_from(target).unwrap_or(-1);
    let mut change = connection.state.change(dom, "virDomainPMSuspendForDuration")?;
    change.check_active()?;
    let state = change.state();
    if state.status.state != VIR_DOMAIN_RUNNING {
        bail!(Test, OperationInvalid, "domain is not running");
    }
    let enabled = |choice: Option<virt_xml::YesNo>| choice.is_none_or(|choice| choice.0);
    let pm = state.def.pm.as_deref();
    let (to_memory, to_disk) = match pm {
        Some(pm) => (enabled(pm.suspend_to_mem), enabled(pm.suspend_to_disk)),
        None => (true, true),
    };
    match target {
        VIR_NODE_SUSPEND_TARGET_MEM | VIR_NODE_SUSPEND_TARGET_HYBRID if !to_memory => {
            bail!(Test, OperationUnsupported, "S3 state is disabled for this domain")
        }
        VIR_NODE_SUSPEND_TARGET_DISK | VIR_NODE_SUSPEND_TARGET_HYBRID if !to_disk => {
            bail!(Test, OperationUnsupported, "S4 state is disabled for this domain")
        }
        VIR_NODE_SUSPEND_TARGET_MEM | VIR_NODE_SUSPEND_TARGET_HYBRID => {
            change.update(|state| {
                state.status = Status::new(VIR_DOMAIN_PMSUSPENDED, VIR_DOMAIN_PMSUSPENDED_UNKNOWN);
            });
            change.lifecycle(VIR_DOMAIN_EVENT_PMSUSPENDED, VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY);
            let dom = change.record();
            change.event(Event::DomainPmSuspend { reason: 0, dom });
        }
        VIR_NODE_SUSPEND_TARGET_DISK => {
            // The guest writes its memory out and powers off.
            let dom = change.record();
            change.event(Event::DomainPmSuspendDisk { reason: 0, dom });
            change.stop(VIR_DOMAIN_SHUTOFF_SHUTDOWN, VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN);
        }
        _ => bail!(Test, InvalidArg, "unknown suspend target {target}"),
    }
    Ok(())
}

/// Wakes up a guest that was suspended to memory.
pub fn wake_up(connection: &TestConnection, dom: &Domain) -> Result<()> {
    let mut change = connection.state.change(dom, "virDomainPMWakeup")?;
    change.check_active()?;
    if change.state().status.state != VIR_DOMAIN_PMSUSPENDED {
        bail!(Test, OperationInvalid, "Unable to wake up domain: it is not suspended");
    }
    change.update(|state| state.status = Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_WAKEUP));
    let dom = change.record();
    change.event(Event::DomainPmWakeup { reason: 0, dom });
    change.lifecycle(VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_WAKEUP);
    Ok(())
}
