//! The end of a guest, whoever brings it about.

use super::{DomainChange, DomainObject, Run, status};
use crate::{connection::QemuConnection, process::Gentleness, state::QemuState};
use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};
use virt_core::{
    constants::*,
    domain::{DomainHost, inactive},
    event::Event,
    object::JobKind,
    records::Domain,
};
use virt_error::{Error, Result};

/// How long an emulator that closed its monitor may take to end.
const LAST_BREATH: Duration = Duration::from_secs(5);

/// How long is waited for what an emulator that has ended said before.
const LAST_WORDS: Duration = Duration::from_millis(100);

/// Why a guest has ended: `virDomainShutoffReason`, the detail of the event, and libvirt's word in the log.
#[derive(Clone, Copy)]
pub struct End {
    pub reason: i32,
    pub detail: i32,
    pub word: &'static str,
}

impl End {
    pub const DESTROYED: End = End {
        reason: VIR_DOMAIN_SHUTOFF_DESTROYED,
        detail: VIR_DOMAIN_EVENT_STOPPED_DESTROYED,
        word: "destroyed",
    };
    pub const SHUT_DOWN: End = End {
        reason: VIR_DOMAIN_SHUTOFF_SHUTDOWN,
        detail: VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN,
        word: "shutdown",
    };
    pub const CRASHED: End =
        End { reason: VIR_DOMAIN_SHUTOFF_CRASHED, detail: VIR_DOMAIN_EVENT_STOPPED_CRASHED, word: "crashed" };
    /// Its emulator ended without the guest having shut down.
    pub const LOST: End =
        End { reason: VIR_DOMAIN_SHUTOFF_CRASHED, detail: VIR_DOMAIN_EVENT_STOPPED_FAILED, word: "failed" };
    pub const SAVED: End =
        End { reason: VIR_DOMAIN_SHUTOFF_SAVED, detail: VIR_DOMAIN_EVENT_STOPPED_SAVED, word: "saved" };
    pub const FAILED: End =
        End { reason: VIR_DOMAIN_SHUTOFF_FAILED, detail: VIR_DOMAIN_EVENT_STOPPED_FAILED, word: "failed" };
}

/// Ends the emulator, however it is, and takes note of its end.
pub fn end(change: &mut DomainChange<'_>, run: &Run, end: End) {
    run.destroying.store(true, Ordering::Release);
    if let Err(error) = run.running.end(Gentleness::AtOnce) {
        log::error!("domain '{}': {}", run.running.name, error.message());
    }
    note(change, run, end);
}

/// Takes note of the end of a guest whose emulator is gone.
pub fn note(change: &mut DomainChange<'_>, run: &Run, end: End) {
    run.ears.wait_for_end(LAST_WORDS);
    if let Some(agent) = &run.agent {
        agent.end();
    }
    run.end_status();
    run.running.clean_up(end.word);
    change.stop(end.reason, end.detail);
}

/// The start of a guest that was published did not succeed: its emulator ends, and nobody is told.
pub fn abandon(change: &mut DomainChange<'_>, run: &Run) {
    run.destroying.store(true, Ordering::Release);
    if let Err(error) = run.running.end(Gentleness::AtOnce) {
        log::error!("domain '{}': {}", run.running.name, error.message());
    }
    run.end_status();
    run.running.clean_up(End::FAILED.word);
    change.host().domains.registry.renumber(change.object(), run.running.id, None);
    change.update(|domain| {
        domain.stop(End::FAILED.reason);
        // Without a persistent document the number stays with the state, as that of a domain that ended.
        domain.id = -1;
    });
}

/// The monitor of a guest has ended, and most likely its emulator.
pub fn emulator_gone(state: &QemuState, object: &Arc<DomainObject>, run: &Arc<Run>, id: i32, why: &Error) {
    if !run.running.has_ended(LAST_BREATH) {
        log::error!("domain '{}' cannot be controlled any more: {}", run.running.name, why.message());
        let dom = object.read(|domain| domain.record(object.uuid()));
        status::tell(state, Event::DomainControlError { dom });
        // It runs on by itself; its end must be noticed nevertheless.
        while !run.running.has_ended(Duration::from_secs(60)) {
            if super::run::current(object, id).is_none() || state.is_closing() {
                return;
            }
        }
    }
    // Whoever ends the emulator takes note of its end.
    if run.destroying.load(Ordering::Acquire) {
        return;
    }
    note_by_itself(state, object, run, id);
}

/// Takes note of the end of an emulator that nobody has ended, as soon as the job is to be had.
fn note_by_itself(state: &QemuState, object: &Arc<DomainObject>, run: &Run, id: i32) {
    let dom = object.read(|domain| domain.record(object.uuid()));
    loop {
        let change = state.change_as(JobKind::Destroy, &dom, "emulator's end");
        // Whoever had the job may have seen to the end; whoever opens a closed instance next sees to it then.
        if super::run::current(object, id).is_none() || state.is_closing() {
            return;
        }
        match change {
            Ok(mut change) => {
                let end =
                    match (run.destroying.load(Ordering::Acquire), run.shut_down.load(Ordering::Acquire)) {
                        (true, _) => End::DESTROYED,
                        (_, true) => End::SHUT_DOWN,
                        _ => End::LOST,
                    };
                note(&mut change, run, end);
                return;
            }
            Err(error) => log::warn!("domain '{}': {}", run.running.name, error.message()),
        }
    }
}

impl QemuConnection {
    pub(super) fn destroy(&self, dom: &Domain, flags: u32, operation: &'static str) -> Result<()> {
        let state = self.state.snapshot(dom)?;
        let gentleness = match flags & VIR_DOMAIN_DESTROY_GRACEFUL {
            0 => Gentleness::Forced,
            _ => Gentleness::Graceful,
        };
        // The emulator is ended before the job is taken: whoever has it may be waiting for an answer of that emulator.
        if let Some(run) = &state.extra.run {
            end_first(run, gentleness)?;
        }
        let mut change = match self.state.change_as(JobKind::Destroy, dom, operation) {
            Ok(change) => change,
            Err(error) => {
                if let Some(run) = state.extra.run.clone() {
                    note_later(&self.state, dom, run);
                }
                return Err(error);
            }
        };
        let now = change.state();
        let Some(run) = now.extra.run.clone() else {
            // It was there, and somebody else was quicker to take note of the end.
            return if state.extra.run.is_some() { Ok(()) } else { Err(inactive()) };
        };
        end_first(&run, gentleness)?;
        let log = flags & VIR_DOMAIN_DESTROY_REMOVE_LOGS != 0;
        note(&mut change, &run, End::DESTROYED);
        if log {
            run.running.remove_log();
        }
        Ok(())
    }

    /// Ends the domains that were to end with this connection.
    pub(crate) fn end_domains(&self) {
        let ours = self
            .state
            .list(|state, uuid| (state.extra.owner == Some(self.number)).then(|| state.record(uuid)));
        for dom in ours {
            if let Err(error) = self.destroy(&dom, 0, "virConnectClose") {
                log::warn!("domain '{}' does not end with its connection: {}", dom.name, error.message());
            }
        }
    }
}

/// The emulator was ended, but the job was not to be had: its end is noted when it is.
fn note_later(state: &Arc<QemuState>, dom: &Domain, run: Arc<Run>) {
    let Ok(object) = state.domain(dom) else { return };
    let state = state.clone();
    let begun = virt_sys::thread::spawn("qemu-end", move || {
        note_by_itself(&state, &object, &run, run.running.id);
    });
    if let Err(cause) = begun {
        log::error!("the end of domain '{}' is not noted: {cause}", dom.name);
    }
}

/// Ends the emulator before the end is noted.
fn end_first(run: &Run, gentleness: Gentleness) -> Result<()> {
    let before = run.destroying.swap(true, Ordering::AcqRel);
    run.running.end(gentleness).inspect_err(|_| run.destroying.store(before, Ordering::Release))
}
