//! A running guest's state as its emulator's events and the API's operations change it: both come here, so that each
//! change is made, written down and told of once.

use super::{DomainObject, DomainState, Run};
use crate::state::QemuState;
use std::sync::Arc;
use virt_core::{constants::*, domain::Status, event::Event};

/// Tells of something that happened to a guest.
pub fn tell(state: &QemuState, event: Event) {
    state.outbox.post([event]);
    state.outbox.send();
}

/// Publishes what `edit` makes of the state of a guest that is in `run`, writes it down, and tells of it by a lifecycle
/// event with the detail that `edit` answers; `None` changes nothing.
pub fn change(
    state: &QemuState,
    object: &Arc<DomainObject>,
    run: &Run,
    edit: impl FnOnce(&mut DomainState) -> Option<(i32, i32)>,
) -> bool {
    let changed = object.try_update(|domain| {
        if domain.id != run.running.id {
            return Err(());
        }
        let (event, detail) = edit(domain).ok_or(())?;
        Ok((domain.record(object.uuid()), event, detail))
    });
    let Ok((dom, event, detail)) = changed else { return false };
    write(state, object);
    tell(state, Event::DomainLifecycle { dom, event, detail });
    true
}

/// Publishes a change of the running guest that nobody is told of by its lifecycle, and writes it down.
pub fn edit(state: &QemuState, object: &Arc<DomainObject>, run: &Run, edit: impl FnOnce(&mut DomainState)) {
    let changed = object.try_update(|domain| {
        if domain.id != run.running.id {
            return Err(());
        }
        edit(domain);
        Ok(())
    });
    if changed.is_ok() {
        write(state, object);
    }
}

/// Writes down the running guest's state for a later process. What cannot be written is told to the log: the guest goes on.
pub fn write(state: &QemuState, object: &Arc<DomainObject>) {
    let Some(run) = object.state().extra.run.clone() else { return };
    if let Err(error) = run.write_current(state, object) {
        log::error!("Unable to save status on vm {}: {}", run.running.name, error.message());
    }
}

/// The guest's processors have stopped.
pub fn stopped(state: &QemuState, object: &Arc<DomainObject>, run: &Run, reason: i32) -> bool {
    change(state, object, run, |domain| {
        if domain.status.state != VIR_DOMAIN_RUNNING {
            return None;
        }
        domain.status = Status::new(VIR_DOMAIN_PAUSED, reason);
        Some((VIR_DOMAIN_EVENT_SUSPENDED, suspended_detail(reason)))
    })
}

/// The guest's processors run.
pub fn resumed(state: &QemuState, object: &Arc<DomainObject>, run: &Run, reason: i32) -> bool {
    change(state, object, run, |domain| {
        if !matches!(domain.status.state, VIR_DOMAIN_PAUSED | VIR_DOMAIN_CRASHED) {
            return None;
        }
        domain.status = Status::new(VIR_DOMAIN_RUNNING, reason);
        Some((VIR_DOMAIN_EVENT_RESUMED, resumed_detail(reason)))
    })
}

/// The detail of a suspension for that reason.
pub fn suspended_detail(reason: i32) -> i32 {
    match reason {
        VIR_DOMAIN_PAUSED_MIGRATION => VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED,
        VIR_DOMAIN_PAUSED_FROM_SNAPSHOT => VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT,
        VIR_DOMAIN_PAUSED_IOERROR => VIR_DOMAIN_EVENT_SUSPENDED_IOERROR,
        VIR_DOMAIN_PAUSED_WATCHDOG => VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG,
        VIR_DOMAIN_PAUSED_POSTCOPY => VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY,
        VIR_DOMAIN_PAUSED_POSTCOPY_FAILED => VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED,
        VIR_DOMAIN_PAUSED_API_ERROR => VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR,
        _ => VIR_DOMAIN_EVENT_SUSPENDED_PAUSED,
    }
}

/// The detail of a resumption for that reason.
pub fn resumed_detail(reason: i32) -> i32 {
    match reason {
        VIR_DOMAIN_RUNNING_RESTORED | VIR_DOMAIN_RUNNING_FROM_SNAPSHOT => {
            VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT
        }
        VIR_DOMAIN_RUNNING_MIGRATED | VIR_DOMAIN_RUNNING_MIGRATION_CANCELED => {
            VIR_DOMAIN_EVENT_RESUMED_MIGRATED
        }
        VIR_DOMAIN_RUNNING_POSTCOPY => VIR_DOMAIN_EVENT_RESUMED_POSTCOPY,
        VIR_DOMAIN_RUNNING_POSTCOPY_FAILED => VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED,
        _ => VIR_DOMAIN_EVENT_RESUMED_UNPAUSED,
    }
}
