//! What users do to a running guest as a whole: suspend, resume, shut down, reboot, reset, and sleep.

use super::{DomainObject, DomainState, End, Run, live, status, stop};
use crate::{
    agent::{Agent, Suspend},
    connection::QemuConnection,
    state::QemuState,
};
use std::sync::{Arc, atomic::Ordering};
use virt_conf::domain::clock::Lifecycle;
use virt_core::{
    constants::*,
    domain::{DomainHost, Status},
    object::JobKind,
    records::Domain,
};
use virt_error::{Code, Error, Origin, Result, bail};

/// The agent is there from the start when the guest has its end of the channel open already.
pub fn greet_agent(run: &Run) {
    let Some(agent) = &run.agent else { return };
    let open = run.monitor().query_chardevs().is_ok_and(|chardevs| {
        chardevs.iter().any(|chardev| chardev.filename.contains(live::AGENT_CHANNEL) && chardev.frontend_open)
    });
    agent.set_present(open);
}

/// Stops a guest's processors, and tells of it once, whoever hears of it first.
pub fn pause(state: &QemuState, object: &Arc<DomainObject>, run: &Run, reason: i32) -> Result<()> {
    run.expect_stop(reason);
    run.monitor().stop()?;
    run.ears.settle();
    status::stopped(state, object, run, reason);
    run.take_stop_reason();
    Ok(())
}

/// Lets a guest's processors run.
pub fn go_on(state: &QemuState, object: &Arc<DomainObject>, run: &Run, reason: i32) -> Result<()> {
    run.expect_resume(reason);
    run.monitor().cont()?;
    run.ears.settle();
    status::resumed(state, object, run, reason);
    run.take_resume_reason();
    Ok(())
}

/// The guest shut down so that it starts again: resets it and lets it run. Its own thread, for it takes the job.
pub fn reboot_now(state: &Arc<QemuState>, object: &Arc<DomainObject>, run: &Arc<Run>) {
    let (state, object, run) = (state.clone(), object.clone(), run.clone());
    let begun = virt_sys::thread::spawn("qemu-reboot", move || {
        let dom = object.read(|domain| domain.record(object.uuid()));
        let again = || -> Result<()> {
            let change = state.change(&dom, "reboot")?;
            if super::run::current(&object, run.running.id).is_none() {
                return Ok(());
            }
            run.monitor().system_reset()?;
            run.shut_down.store(false, Ordering::Release);
            run.fake_reboot.store(false, Ordering::Release);
            run.monitor().cont()?;
            run.ears.settle();
            status::change(&state, change.object(), &run, |domain| {
                domain.status = Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED);
                Some((VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED))
            });
            Ok(())
        };
        if let Err(why) = again() {
            log::error!("domain '{}' does not start again: {}", dom.name, why.message());
            // It would hang there for ever; whoever hears of its end sees to the rest.
            let _ = run.running.process.kill(virt_sys::pidfd::SIGTERM);
        }
    });
    if let Err(cause) = begun {
        log::error!("a guest does not start again: {cause}");
    }
}

/// Who is asked to shut the guest down or to reboot it.
struct Ways {
    agent: Option<Arc<Agent>>,
    /// The power button comes after the agent, or in its place.
    button: bool,
}

impl Ways {
    /// Those that `flags` allow; `flags` has the bits of `virDomainShutdownFlagValues`, which are those of a reboot too.
    fn of(state: &DomainState, run: &Run, flags: u32) -> Result<Ways> {
        let wants_agent = flags & VIR_DOMAIN_SHUTDOWN_GUEST_AGENT != 0;
        let button = flags == 0 || flags & VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN != 0;
        if !wants_agent && (flags != 0 || run.agent.is_none()) {
            return Ok(Ways { agent: None, button });
        }
        match live::agent_of(state, run) {
            Ok(agent) if agent.is_present() || !button => Ok(Ways { agent: Some(agent), button }),
            Ok(_) => Ok(Ways { agent: None, button }),
            Err(error) if !button => Err(error),
            Err(_) => Ok(Ways { agent: None, button }),
        }
    }

    /// Asks the agent; whether it did what it was asked.
    fn ask_agent(&self, ask: impl Fn(&Agent) -> Result<()>) -> Result<bool> {
        let Some(agent) = &self.agent else { return Ok(false) };
        match ask(agent) {
            Ok(()) => Ok(true),
            Err(error) if !self.button => Err(error),
            Err(error) => {
                log::info!("the guest's agent does not help: {}", error.message());
                Ok(false)
            }
        }
    }
}

impl QemuConnection {
    pub(super) fn suspend(&self, dom: &Domain) -> Result<()> {
        let change = self.state.change_as(JobKind::Suspend, dom, "virDomainSuspend")?;
        change.check_active()?;
        let state = change.state();
        let run = state.extra.run()?;
        match state.status.state {
            VIR_DOMAIN_PMSUSPENDED => bail!(Qemu, OperationInvalid, "domain is pmsuspended"),
            VIR_DOMAIN_PAUSED => Ok(()),
            _ => pause(&self.state, change.object(), run, VIR_DOMAIN_PAUSED_USER),
        }
    }

    pub(super) fn resume(&self, dom: &Domain) -> Result<()> {
        let change = self.state.change(dom, "virDomainResume")?;
        change.check_active()?;
        let state = change.state();
        let run = state.extra.run()?;
        let crashed = VIR_DOMAIN_RUNNING_CRASHED;
        let reason = match (state.status.state, state.status.reason) {
            (VIR_DOMAIN_PMSUSPENDED, _) => bail!(Qemu, OperationInvalid, "domain is pmsuspended"),
            (VIR_DOMAIN_RUNNING, _) => bail!(Qemu, OperationInvalid, "domain is already running"),
            (VIR_DOMAIN_CRASHED, VIR_DOMAIN_CRASHED_PANICKED) => crashed,
            (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_CRASHED) => crashed,
            _ => VIR_DOMAIN_RUNNING_UNPAUSED,
        };
        go_on(&self.state, change.object(), run, reason)
    }

    pub(super) fn shutdown(&self, dom: &Domain, flags: u32, operation: &'static str) -> Result<()> {
        let (state, run) = self.run(dom).map_err(of_driver)?;
        let again = matches!(
            state.def.on_poweroff,
            Some(Lifecycle::Restart | Lifecycle::RenameRestart | Lifecycle::CoredumpRestart)
        );
        let ways = Ways::of(&state, &run, flags)?;
        run.fake_reboot.store(again, Ordering::Release);
        if ways.ask_agent(Agent::power_down)? {
            return Ok(());
        }
        self.press_button(dom, again, operation)
    }

    pub(super) fn reboot(&self, dom: &Domain, flags: u32, operation: &'static str) -> Result<()> {
        let asks_agent = flags & VIR_DOMAIN_REBOOT_GUEST_AGENT != 0;
        let (state, run) =
            self.run(dom).map_err(|error| if asks_agent { of_driver(error) } else { error })?;
        let again = !matches!(state.def.on_reboot, Some(Lifecycle::Destroy | Lifecycle::Preserve));
        let ways = Ways::of(&state, &run, flags)?;
        if ways.ask_agent(Agent::reboot)? {
            return Ok(());
        }
        self.press_button(dom, again, operation)
    }

    /// Presses the guest's power button; `again` says whether it starts again once it has shut down.
    fn press_button(&self, dom: &Domain, again: bool, operation: &'static str) -> Result<()> {
        let change = self.state.change(dom, operation)?;
        change.check_active()?;
        let state = change.state();
        let run = state.extra.run()?;
        run.fake_reboot.store(again, Ordering::Release);
        run.monitor().system_powerdown()
    }

    pub(super) fn reset(&self, dom: &Domain) -> Result<()> {
        let change = self.state.change(dom, "virDomainReset")?;
        change.check_active()?;
        let state = change.state();
        let run = state.extra.run()?;
        run.monitor().system_reset()?;
        run.fake_reboot.store(false, Ordering::Release);
        if state.status.state == VIR_DOMAIN_CRASHED {
            status::edit(&self.state, change.object(), run, |domain| {
                domain.status = Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_CRASHED);
            });
        }
        Ok(())
    }

    /// Puts the guest to sleep by its agent.
    pub(super) fn sleep(&self, dom: &Domain, target: u32, duration: u64) -> Result<()> {
        if duration != 0 {
            bail!(Qemu, ArgumentUnsupported, "Duration not supported. Use 0 for now");
        }
        let depth = match i32::try_from(target) {
            Ok(VIR_NODE_SUSPEND_TARGET_MEM) => Suspend::Memory,
            Ok(VIR_NODE_SUSPEND_TARGET_DISK) => Suspend::Disk,
            Ok(VIR_NODE_SUSPEND_TARGET_HYBRID) => Suspend::Hybrid,
            _ => bail!(Qemu, InvalidArg, "Unknown suspend target: {target}"),
        };
        let (state, run) = self.run(dom).map_err(of_driver)?;
        let agent = live::agent_of(&state, &run)?;
        let pm = state.def.pm.as_deref();
        let forbidden = |switch: Option<virt_xml::YesNo>| switch == Some(virt_xml::YesNo(false));
        let memory = pm.is_some_and(|pm| forbidden(pm.suspend_to_mem));
        let disk = pm.is_some_and(|pm| forbidden(pm.suspend_to_disk));
        if memory && matches!(depth, Suspend::Memory | Suspend::Hybrid) {
            bail!(Qemu, OperationUnsupported, "S3 state is disabled for this domain");
        }
        if disk && matches!(depth, Suspend::Disk | Suspend::Hybrid) {
            bail!(Qemu, OperationUnsupported, "S4 state is disabled for this domain");
        }
        agent.suspend(depth)
    }

    pub(super) fn wake_up(&self, dom: &Domain) -> Result<()> {
        let change = self.state.change(dom, "virDomainPMWakeup")?;
        change.check_active()?;
        let state = change.state();
        state.extra.run()?.monitor().system_wakeup()
    }
}

/// What a guest's crash leads to, as its document says. Its own thread, for it takes the job.
pub fn after_crash(state: &Arc<QemuState>, object: &Arc<DomainObject>, run: &Arc<Run>) {
    let action = object.read(|domain| domain.def.on_crash).unwrap_or(Lifecycle::Destroy);
    let (state, object, run) = (state.clone(), object.clone(), run.clone());
    let begun = virt_sys::thread::spawn("qemu-crash", move || {
        let dom = object.read(|domain| domain.record(object.uuid()));
        let act = || -> Result<()> {
            if matches!(action, Lifecycle::CoredumpDestroy | Lifecycle::CoredumpRestart) {
                if let Err(error) = super::dump::automatic(&state, &object, &run) {
                    log::error!("domain '{}' is not dumped: {}", dom.name, error.message());
                }
            }
            match action {
                Lifecycle::Destroy | Lifecycle::CoredumpDestroy => {
                    let mut change = state.change_as(JobKind::Destroy, &dom, "crash")?;
                    if super::run::current(&object, run.running.id).is_some() {
                        stop::end(&mut change, &run, End::CRASHED);
                    }
                }
                Lifecycle::Restart | Lifecycle::RenameRestart | Lifecycle::CoredumpRestart => {
                    reboot_now(&state, &object, &run);
                }
                Lifecycle::Preserve => {}
            }
            Ok(())
        };
        if let Err(error) = act() {
            log::error!("domain '{}' stays crashed: {}", dom.name, error.message());
        }
    });
    if let Err(cause) = begun {
        log::error!("nobody sees to a crashed guest: {cause}");
    }
}

/// A watchdog went off whose guest is to be dumped, and to run on then. Its own thread, for it takes the job.
pub fn dump_and_go_on(state: &Arc<QemuState>, object: &Arc<DomainObject>, run: &Arc<Run>) {
    let (state, object, run) = (state.clone(), object.clone(), run.clone());
    let begun = virt_sys::thread::spawn("qemu-watchdog", move || {
        let dumped = super::dump::automatic(&state, &object, &run)
            .and_then(|()| go_on(&state, &object, &run, VIR_DOMAIN_RUNNING_UNPAUSED));
        if let Err(error) = dumped {
            log::error!("domain '{}' is not dumped: {}", run.running.name, error.message());
        }
    });
    if let Err(cause) = begun {
        log::error!("a guest is not dumped: {cause}");
    }
}

/// The guest reset itself, and is to end then.
pub fn end_after_reset(state: &Arc<QemuState>, object: &Arc<DomainObject>, run: &Arc<Run>) {
    let (state, object, run) = (state.clone(), object.clone(), run.clone());
    let begun = virt_sys::thread::spawn("qemu-reset", move || {
        let dom = object.read(|domain| domain.record(object.uuid()));
        match state.change_as(JobKind::Destroy, &dom, "reset") {
            Ok(mut change) if super::run::current(&object, run.running.id).is_some() => {
                stop::end(&mut change, &run, End::DESTROYED);
            }
            Ok(_) => {}
            Err(error) => log::error!("domain '{}' does not end: {}", dom.name, error.message()),
        }
    });
    if let Err(cause) = begun {
        log::error!("a guest that was reset does not end: {cause}");
    }
}

/// libvirt's driver complains itself where the library's common part does elsewhere.
#[cold]
fn of_driver(error: Error) -> Error {
    if error.code() == Code::OperationInvalid { error.with_origin(Origin::Qemu) } else { error }
}
