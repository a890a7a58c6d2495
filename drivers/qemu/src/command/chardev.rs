//! Character devices: serial and parallel ports, consoles, channels, smartcards.

use super::address::{alias, put_address};
use super::chardev_backend::{Chardev, Use};
use super::step::append_all;
use super::{Line, Plan, Props, Step, refuse};
use virt_conf::domain::address::{Address, DeviceInfo};
use virt_conf::domain::chardev::{
    Channel, ChannelTarget, ChardevType, Console, ConsoleTarget, Parallel, Serial, SerialTargetType,
};
use virt_conf::domain::controller::ControllerType;
use virt_conf::domain::iommu::{Smartcard, SmartcardMode};
use virt_error::{Result, bail, error};

pub fn smartcards(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for card in &plan.domain.devices.smartcards {
        append_all(smartcard(plan, card)?, line, plan)?;
    }
    Ok(())
}

pub fn serials(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for one in &plan.domain.devices.serials {
        append_all(serial(plan, one)?, line, plan)?;
    }
    Ok(())
}

pub fn parallels(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for one in &plan.domain.devices.parallels {
        append_all(parallel(plan, one)?, line, plan)?;
    }
    Ok(())
}

pub fn channels(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for one in &plan.domain.devices.channels {
        append_all(channel(plan, one)?, line, plan)?;
    }
    Ok(())
}

pub fn consoles(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for one in &plan.domain.devices.consoles {
        append_all(console(plan, one)?, line, plan)?;
    }
    Ok(())
}

/// What makes a serial port.
pub fn serial(plan: &Plan<'_>, serial: &Serial) -> Result<Vec<Step>> {
    let id = alias(&serial.info)?;
    let mut steps = Vec::new();
    Chardev::append_to(&mut steps, plan, (id, serial.kind, &serial.source), Use::Plain, None)?;
    let target = serial.target.as_deref();
    let kind = target.and_then(|target| target.kind).unwrap_or(SerialTargetType::None);
    let chardev = format!("char{id}");
    let model = target.and_then(|target| target.model.as_deref());
    match kind {
        // The machine has these itself; the emulator is told what is behind them.
        SerialTargetType::SystemSerial | SerialTargetType::None => {
            steps.push(Step::Start("-serial", format!("chardev:{chardev}")));
            return Ok(steps);
        }
        SerialTargetType::SclpSerial if model.is_none() => {
            bail!(Qemu, InternalError, "serial port '{id}' has no model");
        }
        _ => {}
    }
    let driver = match model {
        Some("isa-debugcon") => "isa-debugcon",
        Some(model) => model,
        None => bail!(Qemu, InternalError, "serial port '{id}' has no model"),
    };
    let mut props = Props::device(driver).with("chardev", chardev).with("id", id);
    if kind == SerialTargetType::IsaSerial {
        props.put_some("index", target.and_then(|target| target.port));
    }
    put_address(&mut props, plan, &serial.info)?;
    steps.push(Step::Device(props));
    Ok(steps)
}

/// What makes a parallel port.
pub fn parallel(plan: &Plan<'_>, parallel: &Parallel) -> Result<Vec<Step>> {
    let id = alias(&parallel.info)?;
    let mut steps = Vec::new();
    Chardev::append_to(&mut steps, plan, (id, parallel.kind, &parallel.source), Use::Parallel, None)?;
    let mut props = Props::device("isa-parallel").with("chardev", format!("char{id}")).with("id", id);
    put_address(&mut props, plan, &parallel.info)?;
    steps.push(Step::Device(props));
    Ok(steps)
}

/// Where the emulator listens for a channel that names no socket.
pub fn channel_path(plan: &Plan<'_>, channel: &Channel) -> Option<String> {
    let name = channel.target.as_ref().and_then(|target| target.name.as_deref());
    let name = name.or(channel.info.alias.as_ref().map(|alias| alias.0.as_str()))?;
    // The name becomes a file's; it must not lead elsewhere.
    if name.contains('/') || name == ".." || name == "." {
        return None;
    }
    let directory = plan.directories.channels(plan.id, plan.domain.name());
    Some(directory.join(name).to_string_lossy().into_owned())
}

/// What makes a channel.
pub fn channel(plan: &Plan<'_>, channel: &Channel) -> Result<Vec<Step>> {
    let id = alias(&channel.info)?;
    let mut steps = Vec::new();
    let path = channel_path(plan, channel);
    let source = (id, channel.kind, &channel.source);
    let target = channel.target.as_deref();
    match target.and_then(|target| target.kind) {
        Some(ChannelTarget::Guestfwd) => {
            Chardev::append_to(&mut steps, plan, source, Use::Plain, path)?;
            let address = target.and_then(|target| target.address.as_deref()).unwrap_or_default();
            let port = target.and_then(|target| target.port).unwrap_or(0);
            let forward = serde_json::json!([{"str": format!("tcp:{address}:{port}-chardev:char{id}")}]);
            steps.push(Step::Netdev(
                Props::new().with("type", "user").with("guestfwd", forward).with("id", id),
            ));
            Ok(steps)
        }
        Some(ChannelTarget::Virtio) | None => {
            Chardev::append_to(&mut steps, plan, source, Use::Spice("vdagent"), path)?;
            let mut props = Props::device("virtserialport");
            put_port(&mut props, plan, &channel.info)?;
            props.put("chardev", format!("char{id}"));
            props.put("id", id);
            let name = target.and_then(|target| target.name.as_deref());
            match (channel.kind, name) {
                (Some(ChardevType::Spicevmc), Some(name)) if name != "com.redhat.spice.0" => {
                    bail!(Qemu, ConfigUnsupported, "Unsupported spicevmc target name '{name}'");
                }
                (Some(ChardevType::Spicevmc), None) => props.put("name", "com.redhat.spice.0"),
                _ => props.put_some("name", name),
            }
            steps.push(Step::Device(props));
            Ok(steps)
        }
        Some(other) => Err(refuse(&format!("<target type='{other}'> of a channel"))),
    }
}

/// Puts the place of a port on a virtio serial controller.
fn put_port(props: &mut Props, plan: &Plan<'_>, info: &DeviceInfo) -> Result<()> {
    if let Some(Address::VirtioSerial(place)) = info.address.as_deref() {
        let controller = place.controller.unwrap_or(0);
        let bus = plan.controller_alias(ControllerType::VirtioSerial, controller)?;
        props.put("bus", format!("{bus}.{}", place.bus.unwrap_or(0)));
        props.put("nr", place.port.unwrap_or(0));
        return Ok(());
    }
    put_address(props, plan, info)
}

/// What makes a console. One that shows a serial port is made with that.
pub fn console(plan: &Plan<'_>, console: &Console) -> Result<Vec<Step>> {
    let target = console.target.as_ref().and_then(|target| target.kind).unwrap_or(ConsoleTarget::Serial);
    let driver = match target {
        ConsoleTarget::Serial => return Ok(Vec::new()),
        ConsoleTarget::Virtio => "virtconsole",
        ConsoleTarget::Sclp => "sclpconsole",
        ConsoleTarget::Sclplm => "sclplmconsole",
        other => bail!(Qemu, ConfigUnsupported, "unsupported console target type {other}"),
    };
    let id = alias(&console.info)?;
    let mut steps = Vec::new();
    Chardev::append_to(&mut steps, plan, (id, console.kind, &console.source), Use::Plain, None)?;
    let mut props = Props::device(driver);
    if target == ConsoleTarget::Virtio {
        put_port(&mut props, plan, &console.info)?;
    }
    props.put("chardev", format!("char{id}"));
    props.put("id", id);
    steps.push(Step::Device(props));
    Ok(steps)
}

/// What makes a card in a smartcard reader.
fn smartcard(plan: &Plan<'_>, card: &Smartcard) -> Result<Vec<Step>> {
    let id = alias(&card.info)?;
    let mut steps = Vec::new();
    let mut props = match card.mode {
        Some(SmartcardMode::Host) => Props::device("ccid-card-emulated").with("backend", "nss-emulated"),
        Some(SmartcardMode::HostCertificates) => {
            let mut props = Props::device("ccid-card-emulated").with("backend", "certificates");
            for (number, certificate) in (1..).zip(&card.certificates) {
                props.put(&format!("cert{number}"), certificate.as_str());
            }
            props.put("db", card.database.as_deref().unwrap_or("/etc/pki/nssdb"));
            props
        }
        Some(SmartcardMode::Passthrough) => {
            Chardev::append_to(
                &mut steps,
                plan,
                (id, card.kind, &card.source),
                Use::Spice("smartcard"),
                None,
            )?;
            Props::device("ccid-card-passthru").with("chardev", format!("char{id}"))
        }
        None => bail!(Qemu, InternalError, "smartcard '{id}' has no mode"),
    };
    props.put("id", id);
    match card.info.address.as_deref() {
        Some(Address::Ccid(place)) => {
            let reader = plan.controller_alias(ControllerType::Ccid, place.controller.unwrap_or(0))?;
            props.put("bus", format!("{reader}.0"));
        }
        _ => return Err(error!(Qemu, InternalError, "unexpected address type for smartcard '{id}'")),
    }
    steps.push(Step::Device(props));
    Ok(steps)
}
