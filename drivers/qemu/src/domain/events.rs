//! What an emulator says by itself: each event becomes a change of the guest's state, an event of the API, or both.
//!
//! Called on the guest's own worker, one event after the other. Nothing here takes the guest's job; what needs it gets a
//! thread of its own.

use super::{DomainObject, Run, block, life, live, run::Unplug, status};
use crate::{agent::Notice, monitor::Fields, state::QemuState};
use serde_json::Value;
use std::sync::{Arc, atomic::Ordering};
use virt_conf::domain::{
    chardev::ChannelState,
    clock::{ClockOffset, Lifecycle},
    disk::{Disk, Tray},
    memory::Amount,
    watchdog::{Watchdog, WatchdogAction},
};
use virt_core::{constants::*, domain::Status, event::Event, records::*, types::List};
use virt_error::Result;

/// What an event happens to.
struct Scene<'a> {
    state: &'a Arc<QemuState>,
    object: &'a Arc<DomainObject>,
    run: &'a Arc<Run>,
}

type Act = fn(&Scene<'_>, Fields<'_>) -> Result<()>;

/// What is done about each event. Events that are not here are none of a domain's business.
const ACTS: &[(&str, Act)] = &[
    ("SHUTDOWN", shutdown),
    ("STOP", stop),
    ("RESUME", resume),
    ("RESET", reset),
    ("RTC_CHANGE", rtc_change),
    ("WATCHDOG", watchdog),
    ("BLOCK_IO_ERROR", io_error),
    ("VNC_CONNECTED", |scene, fields| vnc(scene, fields, VIR_DOMAIN_EVENT_GRAPHICS_CONNECT)),
    ("VNC_INITIALIZED", |scene, fields| vnc(scene, fields, VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE)),
    ("VNC_DISCONNECTED", |scene, fields| vnc(scene, fields, VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT)),
    ("SPICE_CONNECTED", |scene, fields| spice(scene, fields, VIR_DOMAIN_EVENT_GRAPHICS_CONNECT)),
    ("SPICE_INITIALIZED", |scene, fields| spice(scene, fields, VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE)),
    ("SPICE_DISCONNECTED", |scene, fields| spice(scene, fields, VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT)),
    ("DEVICE_TRAY_MOVED", tray_moved),
    ("SUSPEND", suspended),
    ("SUSPEND_DISK", suspended_to_disk),
    ("WAKEUP", woken_up),
    ("BALLOON_CHANGE", balloon_change),
    ("GUEST_PANICKED", panicked),
    ("GUEST_CRASHLOADED", crashloaded),
    ("JOB_STATUS_CHANGE", job_status),
    ("DEVICE_DELETED", device_deleted),
    ("DEVICE_UNPLUG_GUEST_ERROR", |scene, fields| unplug_failed(scene, fields, "device")),
    ("ACPI_DEVICE_OST", acpi_device_ost),
    ("VSERPORT_CHANGE", vserport_change),
    ("BLOCK_WRITE_THRESHOLD", write_threshold),
    ("MEMORY_FAILURE", memory_failure),
    ("MEMORY_DEVICE_SIZE_CHANGE", memory_device_size_change),
];

/// Does what an event asks for. One that does not say what it should is told to the log.
pub fn handle(state: &Arc<QemuState>, object: &Arc<DomainObject>, run: &Arc<Run>, name: &str, data: &Value) {
    let Some((_, act)) = ACTS.iter().find(|(known, _)| *known == name) else { return };
    let scene = Scene { state, object, run };
    let done = Fields::of(name, data).and_then(|fields| act(&scene, fields));
    if let Err(error) = done {
        log::warn!("domain '{}': event {name}: {}", run.running.name, error.message());
    }
}

impl Scene<'_> {
    fn record(&self) -> Domain {
        self.object.read(|domain| domain.record(self.object.uuid()))
    }

    fn tell(&self, event: Event) {
        status::tell(self.state, event);
    }

    /// Gives the guest a state, and tells of it by a lifecycle event.
    fn become_(&self, state: i32, reason: i32, event: (i32, i32)) -> bool {
        status::change(self.state, self.object, self.run, |domain| {
            domain.status = Status::new(state, reason);
            Some(event)
        })
    }

    /// The disk of that alias, in the live document.
    fn with_disk<R>(&self, means: impl Fn(&Disk) -> bool, look: impl FnOnce(&Disk) -> R) -> Option<R> {
        let document = self.object.state().def.clone();
        document.devices.disks.iter().find(|disk| means(disk)).map(look)
    }
}

fn alias(disk: &Disk) -> &str {
    disk.info.alias.as_ref().map_or("", |alias| &alias.0)
}

fn shutdown(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    if scene.run.shut_down.swap(true, Ordering::AcqRel) {
        return Ok(());
    }
    let by_guest = fields.some_flag("guest")?;
    if let Some(agent) = &scene.run.agent {
        agent.notice(Notice::Shutdown);
    }
    let restarts = |action| {
        matches!(action, Some(Lifecycle::Restart | Lifecycle::RenameRestart | Lifecycle::CoredumpRestart))
    };
    let off = scene.object.read(|domain| domain.def.on_poweroff);
    let dying = scene.run.destroying.load(Ordering::Acquire) || by_guest == Some(false);
    let again = !dying && (scene.run.fake_reboot.load(Ordering::Acquire) || restarts(off));
    if again {
        // It is off for a moment only: nobody is told.
        life::reboot_now(scene.state, scene.object, scene.run);
        return Ok(());
    }
    let detail = match by_guest {
        Some(true) => VIR_DOMAIN_EVENT_SHUTDOWN_GUEST,
        Some(false) => VIR_DOMAIN_EVENT_SHUTDOWN_HOST,
        None => VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED,
    };
    scene.become_(VIR_DOMAIN_SHUTDOWN, VIR_DOMAIN_SHUTDOWN_UNKNOWN, (VIR_DOMAIN_EVENT_SHUTDOWN, detail));
    if !dying && off != Some(Lifecycle::Preserve) {
        // The emulator waits to be ended; the end of its monitor does the rest.
        if let Err(cause) = scene.run.running.process.kill(virt_sys::pidfd::SIGTERM) {
            log::warn!("domain '{}': {cause}", scene.run.running.name);
        }
    }
    Ok(())
}

fn stop(scene: &Scene<'_>, _fields: Fields<'_>) -> Result<()> {
    // A guest that shuts down stops too, and is told of by its shutdown.
    if scene.run.shut_down.load(Ordering::Acquire) {
        return Ok(());
    }
    let reason = scene.run.take_stop_reason();
    status::stopped(scene.state, scene.object, scene.run, reason);
    Ok(())
}

fn resume(scene: &Scene<'_>, _fields: Fields<'_>) -> Result<()> {
    let reason = scene.run.take_resume_reason();
    status::resumed(scene.state, scene.object, scene.run, reason);
    Ok(())
}

fn reset(scene: &Scene<'_>, _fields: Fields<'_>) -> Result<()> {
    if let Some(agent) = &scene.run.agent {
        agent.notice(Notice::Reset);
    }
    scene.tell(Event::DomainReboot { dom: scene.record() });
    let action = scene.object.read(|domain| domain.def.on_reboot);
    if matches!(action, Some(Lifecycle::Destroy | Lifecycle::Preserve)) {
        life::end_after_reset(scene.state, scene.object, scene.run);
    }
    Ok(())
}

fn rtc_change(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    let Some(offset) = fields.find("offset").and_then(Value::as_i64) else { return Ok(()) };
    let offset = offset + scene.run.clock_base;
    status::edit(scene.state, scene.object, scene.run, |domain| {
        let variable =
            domain.def.clock.as_ref().is_some_and(|clock| clock.offset == Some(ClockOffset::Variable));
        if !variable {
            return;
        }
        let mut document = virt_conf::domain::Domain::clone(&domain.def);
        if let Some(clock) = document.clock.as_mut() {
            clock.adjustment = Some(offset.to_string());
        }
        domain.def = Arc::new(document);
    });
    scene.tell(Event::DomainRtcChange { dom: scene.record(), offset });
    Ok(())
}

fn watchdog(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    let word = fields.text("action")?;
    let action = match word {
        "pause" => VIR_DOMAIN_EVENT_WATCHDOG_PAUSE,
        "reset" => VIR_DOMAIN_EVENT_WATCHDOG_RESET,
        "poweroff" => VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF,
        "shutdown" => VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN,
        "debug" => VIR_DOMAIN_EVENT_WATCHDOG_DEBUG,
        "inject-nmi" => VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI,
        _ => VIR_DOMAIN_EVENT_WATCHDOG_NONE,
    };
    scene.tell(Event::DomainWatchdog { dom: scene.record(), action });
    if action == VIR_DOMAIN_EVENT_WATCHDOG_PAUSE {
        status::stopped(scene.state, scene.object, scene.run, VIR_DOMAIN_PAUSED_WATCHDOG);
        let dumps = |watchdog: &Watchdog| watchdog.action == Some(WatchdogAction::Dump);
        if scene.object.read(|domain| domain.def.devices.watchdogs.iter().any(dumps)) {
            life::dump_and_go_on(scene.state, scene.object, scene.run);
        }
    }
    Ok(())
}

fn io_error(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    let device = fields.some_text("device")?.unwrap_or_default();
    let path = fields.some_text("qom-path")?.unwrap_or_default();
    let node = fields.some_text("node-name")?.unwrap_or_default();
    let means = |disk: &Disk| {
        let alias = alias(disk);
        !alias.is_empty()
            && (device.strip_prefix("drive-").unwrap_or(device) == alias
                || path.split('/').any(|part| part == alias)
                || is_node_of(node, disk))
    };
    let (src_path, dev_alias) = scene
        .with_disk(means, |disk| (disk.source_path().unwrap_or_default().to_owned(), alias(disk).to_owned()))
        .unwrap_or_default();
    let action = match fields.text("action")? {
        "stop" => VIR_DOMAIN_EVENT_IO_ERROR_PAUSE,
        "report" => VIR_DOMAIN_EVENT_IO_ERROR_REPORT,
        _ => VIR_DOMAIN_EVENT_IO_ERROR_NONE,
    };
    let full = fields.some_flag("nospace")? == Some(true);
    let reason = if full { "enospc" } else { "" };
    let dom = scene.record();
    scene.tell(Event::DomainIoError {
        dom: dom.clone(),
        src_path: src_path.clone(),
        dev_alias: dev_alias.clone(),
        action,
    });
    scene.tell(Event::DomainIoErrorReason { dom, src_path, dev_alias, action, reason: reason.to_owned() });
    if action == VIR_DOMAIN_EVENT_IO_ERROR_PAUSE {
        status::stopped(scene.state, scene.object, scene.run, VIR_DOMAIN_PAUSED_IOERROR);
    }
    Ok(())
}

/// Whether a block node is one of a disk's images: `libvirt-3-format` of the image with number 3.
fn is_node_of(node: &str, disk: &Disk) -> bool {
    let number = node.strip_prefix("libvirt-").and_then(|rest| rest.split('-').next());
    let Some(number) = number.and_then(|number| number.parse::<u32>().ok()) else { return false };
    let mut store = disk.backing_store.as_deref();
    if disk.source.as_ref().is_some_and(|source| source.index == Some(number)) {
        return true;
    }
    while let Some(below) = store {
        if below.index == Some(number) {
            return true;
        }
        store = below.backing_store.as_deref();
    }
    false
}

fn vnc(scene: &Scene<'_>, fields: Fields<'_>, phase: i32) -> Result<()> {
    let (server, client) = (fields.object("server")?, fields.object("client")?);
    let scheme = server.some_text("auth")?.unwrap_or_default().to_owned();
    let identities = [("x509dname", "x509dname"), ("saslUsername", "sasl_username")];
    graphics(scene, phase, server, client, ("service", scheme), &identities)
}

fn spice(scene: &Scene<'_>, fields: Fields<'_>, phase: i32) -> Result<()> {
    let (server, client) = (fields.object("server")?, fields.object("client")?);
    let scheme = server.some_text("auth")?.unwrap_or_default().to_owned();
    graphics(scene, phase, server, client, ("port", scheme), &[])
}

fn graphics(
    scene: &Scene<'_>,
    phase: i32,
    server: Fields<'_>,
    client: Fields<'_>,
    (service, auth_scheme): (&str, String),
    identities: &[(&str, &str)],
) -> Result<()> {
    let address = |side: Fields<'_>| -> Result<GraphicsAddress> {
        let family = match side.some_text("family")?.unwrap_or_default() {
            "ipv6" => VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6,
            "unix" => VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX,
            _ => VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4,
        };
        let text =
            |name: &str| -> Result<String> { Ok(side.some_text(name)?.unwrap_or_default().to_owned()) };
        Ok(GraphicsAddress { family, node: text("host")?, service: text(service)? })
    };
    let mut subject = Vec::new();
    for (kind, field) in identities {
        if let Some(name) = client.some_text(field)? {
            subject.push(GraphicsIdentity { kind: (*kind).to_owned(), name: name.to_owned() });
        }
    }
    let (local, remote) = (address(server)?, address(client)?);
    scene.tell(Event::DomainGraphics {
        dom: scene.record(),
        phase,
        local,
        remote,
        auth_scheme,
        subject: List(subject),
    });
    Ok(())
}

fn tray_moved(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    let id = fields.some_text("id")?.unwrap_or_default();
    let open = fields.flag("tray-open")?;
    if id.is_empty() {
        return Ok(());
    }
    let reason = if open { VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN } else { VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE };
    status::edit(scene.state, scene.object, scene.run, |domain| {
        let mut document = virt_conf::domain::Domain::clone(&domain.def);
        if let Some(disk) = document.devices.disks.iter_mut().find(|disk| alias(disk) == id) {
            if let Some(target) = disk.target.as_mut() {
                target.tray = Some(if open { Tray::Open } else { Tray::Closed });
            }
        }
        domain.def = Arc::new(document);
    });
    scene.tell(Event::DomainTrayChange { dom: scene.record(), dev_alias: id.to_owned(), reason });
    Ok(())
}

fn suspended(scene: &Scene<'_>, _fields: Fields<'_>) -> Result<()> {
    sleep(scene, VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY);
    scene.tell(Event::DomainPmSuspend { reason: 0, dom: scene.record() });
    Ok(())
}

fn suspended_to_disk(scene: &Scene<'_>, _fields: Fields<'_>) -> Result<()> {
    sleep(scene, VIR_DOMAIN_EVENT_PMSUSPENDED_DISK);
    scene.tell(Event::DomainPmSuspendDisk { reason: 0, dom: scene.record() });
    Ok(())
}

fn sleep(scene: &Scene<'_>, detail: i32) {
    if let Some(agent) = &scene.run.agent {
        agent.notice(Notice::Suspend);
    }
    status::change(scene.state, scene.object, scene.run, |domain| {
        if domain.status.state != VIR_DOMAIN_RUNNING {
            return None;
        }
        domain.status = Status::new(VIR_DOMAIN_PMSUSPENDED, VIR_DOMAIN_PMSUSPENDED_UNKNOWN);
        Some((VIR_DOMAIN_EVENT_PMSUSPENDED, detail))
    });
}

fn woken_up(scene: &Scene<'_>, _fields: Fields<'_>) -> Result<()> {
    status::change(scene.state, scene.object, scene.run, |domain| {
        if domain.status.state != VIR_DOMAIN_PMSUSPENDED {
            return None;
        }
        domain.status = Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_WAKEUP);
        Some((VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_WAKEUP))
    });
    scene.tell(Event::DomainPmWakeup { reason: 0, dom: scene.record() });
    Ok(())
}

fn balloon_change(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    let actual = fields.number("actual")?.div_ceil(1024);
    status::edit(scene.state, scene.object, scene.run, |domain| {
        let mut document = virt_conf::domain::Domain::clone(&domain.def);
        document.set_memory(actual);
        domain.def = Arc::new(document);
    });
    scene.tell(Event::DomainBalloonChange { dom: scene.record(), actual });
    Ok(())
}

fn panicked(scene: &Scene<'_>, _fields: Fields<'_>) -> Result<()> {
    let news = status::change(scene.state, scene.object, scene.run, |domain| {
        if domain.status.state == VIR_DOMAIN_CRASHED {
            return None;
        }
        domain.status = Status::new(VIR_DOMAIN_CRASHED, VIR_DOMAIN_CRASHED_PANICKED);
        Some((VIR_DOMAIN_EVENT_CRASHED, VIR_DOMAIN_EVENT_CRASHED_PANICKED))
    });
    if news {
        life::after_crash(scene.state, scene.object, scene.run);
    }
    Ok(())
}

fn crashloaded(scene: &Scene<'_>, _fields: Fields<'_>) -> Result<()> {
    // The guest boots into the kernel that dumps it: it runs on.
    scene.tell(Event::DomainLifecycle {
        dom: scene.record(),
        event: VIR_DOMAIN_EVENT_CRASHED,
        detail: VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED,
    });
    Ok(())
}

fn job_status(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    block::job_changed(scene.state, scene.object, scene.run, fields.text("id")?, fields.text("status")?)
}

fn device_deleted(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    // A part of a device that has no name of its own goes with the device.
    if let Some(device) = fields.some_text("device")? {
        super::unplugged(scene.state, scene.object, scene.run, device);
    }
    Ok(())
}

fn unplug_failed(scene: &Scene<'_>, fields: Fields<'_>, field: &str) -> Result<()> {
    if let Some(device) = fields.some_text(field)? {
        scene.run.note_unplug(device, Unplug::Refused);
        scene.tell(Event::DomainDeviceRemovalFailed { dom: scene.record(), dev_alias: device.to_owned() });
    }
    Ok(())
}

fn acpi_device_ost(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    /// The code of an ejection, and its status when the guest refuses.
    const EJECT: [u64; 2] = [3, 0x103];
    let info = fields.object("info")?;
    if EJECT.contains(&info.number("source")?) && info.number("status")? != 0 {
        return unplug_failed(scene, info, "device");
    }
    Ok(())
}

fn vserport_change(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    let (id, open) = (fields.text("id")?, fields.flag("open")?);
    let mut of_agent = false;
    status::edit(scene.state, scene.object, scene.run, |domain| {
        let mut document = virt_conf::domain::Domain::clone(&domain.def);
        let channel = document
            .devices
            .channels
            .iter_mut()
            .find(|channel| channel.info.alias.as_ref().is_some_and(|alias| alias.0 == id));
        if let Some(target) = channel.and_then(|channel| channel.target.as_mut()) {
            of_agent = target.name.as_deref() == Some(live::AGENT_CHANNEL);
            target.state = Some(if open { ChannelState::Connected } else { ChannelState::Disconnected });
        }
        domain.def = Arc::new(document);
    });
    let Some(agent) = scene.run.agent.as_ref().filter(|_| of_agent) else { return Ok(()) };
    if agent.set_present(open) {
        let state = match open {
            true => VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED,
            false => VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED,
        };
        let reason = VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL;
        scene.tell(Event::DomainAgentLifecycle { dom: scene.record(), state, reason });
    }
    Ok(())
}

fn write_threshold(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    let node = fields.text("node-name")?;
    let (threshold, excess) = (fields.number("write-threshold")?, fields.number("amount-exceeded")?);
    let found = scene.with_disk(
        |disk| is_node_of(node, disk),
        |disk| {
            let top = disk.source.as_ref().and_then(|source| source.index);
            let number = node.split('-').nth(1).and_then(|number| number.parse::<u32>().ok());
            let name = disk.target_name().to_owned();
            let path = disk.source_path().map(str::to_owned);
            (name, top == number, number, path)
        },
    );
    let Some((name, is_top, number, path)) = found else { return Ok(()) };
    let number = number.unwrap_or(0);
    let tell = |dev: String, path: Option<String>| {
        scene.tell(Event::DomainBlockThreshold { dom: scene.record(), dev, path, threshold, excess });
    };
    // The image that the guest writes to is known by the disk's name alone, and by its number.
    if is_top {
        tell(name.clone(), path.clone());
    }
    tell(format!("{name}[{number}]"), path.filter(|_| is_top));
    Ok(())
}

fn memory_failure(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    let recipient = match fields.text("recipient")? {
        "guest" => VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST,
        _ => VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR,
    };
    let action = match fields.text("action")? {
        "inject" => VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT,
        "fatal" => VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL,
        "reset" => VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET,
        _ => VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE,
    };
    let mut bits = 0;
    if let Some(flags) = fields.some_object("flags")? {
        if flags.some_flag("action-required")? == Some(true) {
            bits |= VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED;
        }
        if flags.some_flag("recursive")? == Some(true) {
            bits |= VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE;
        }
    }
    scene.tell(Event::DomainMemoryFailure { dom: scene.record(), recipient, action, flags: bits });
    Ok(())
}

fn memory_device_size_change(scene: &Scene<'_>, fields: Fields<'_>) -> Result<()> {
    let Some(device) = fields.some_text("id")? else { return Ok(()) };
    let size = fields.number("size")?;
    status::edit(scene.state, scene.object, scene.run, |domain| {
        let mut document = virt_conf::domain::Domain::clone(&domain.def);
        let memory = document
            .devices
            .memories
            .iter_mut()
            .find(|memory| memory.info.alias.as_ref().is_some_and(|alias| alias.0 == device));
        if let Some(target) = memory.and_then(|memory| memory.target.as_mut()) {
            target.current = Some(Box::new(Amount::kib(size / 1024)));
        }
        domain.def = Arc::new(document);
    });
    scene.tell(Event::DomainMemoryDeviceSizeChange {
        dom: scene.record(),
        alias: device.to_owned(),
        size: size / 1024,
    });
    Ok(())
}
