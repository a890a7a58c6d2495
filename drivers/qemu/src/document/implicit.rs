//! Devices that a guest has without being told: what is soldered to its board, and what libvirt adds to every guest.

use super::machine::{Family, is_arm, is_ppc64, is_x86};
use crate::settings::Settings;
use virt_conf::domain::controller::{Controller, ControllerType};
use virt_conf::domain::graphics::GraphicsType;
use virt_conf::domain::input::{Input, InputBus, InputType};
use virt_conf::domain::memory_device::{BalloonModel, Memballoon};
use virt_conf::domain::sound::{Audio, AudioType};
use virt_conf::domain::watchdog::{Panic, PanicModel, Watchdog, WatchdogAction, WatchdogModel};
use virt_conf::domain::{Devices, Domain};
use virt_error::{Result, bail};
use virt_xml::OnOff;

/// Adds what the machine has on board and what every guest gets.
pub(super) fn add(domain: &mut Domain, settings: &Settings) -> Result<()> {
    let family = Family::of(domain);
    let arch = domain.arch().to_owned();
    if let Some(model) = usb_controller(family, &arch) {
        need(&mut domain.devices, ControllerType::Usb, 0, Some(model));
    }
    if family == Family::Q35 {
        need(&mut domain.devices, ControllerType::Sata, 0, None);
    }
    if let Some(model) = pci_root(family, &arch) {
        add_root(&mut domain.devices, model)?;
    }
    let devices = &mut domain.devices;
    if devices.memballoons.is_empty() && has_balloon(family, &arch) {
        devices.memballoons.push(Memballoon { model: Some(BalloonModel::Virtio), ..Memballoon::default() });
    }
    if is_ppc64(&arch) && family == Family::Pseries && !devices.graphics.is_empty() {
        add_input(devices, InputType::Keyboard, InputBus::Usb);
        // A tablet points as well.
        if !devices.inputs.iter().any(|input| input.kind == Some(InputType::Tablet)) {
            add_input(devices, InputType::Mouse, InputBus::Usb);
        }
    }
    if let Some(model) = panic_model(family) {
        let there = |panic: &Panic| {
            matches!(panic.model, None | Some(PanicModel::Default)) || panic.model == Some(model)
        };
        if !devices.panics.iter().any(there) {
            devices.panics.push(Panic { model: Some(model), ..Panic::default() });
        }
    }
    if family == Family::Q35 && !devices.watchdogs.iter().any(|dog| dog.model == Some(WatchdogModel::Itco)) {
        devices.watchdogs.push(Watchdog {
            model: Some(WatchdogModel::Itco),
            action: Some(WatchdogAction::Reset),
            ..Watchdog::default()
        });
    }
    let features = domain.features.as_deref();
    let ps2 = features.and_then(|features| features.ps2.as_ref()).and_then(|ps2| ps2.state);
    if is_x86(&arch) && family != Family::Microvm && ps2 != Some(OnOff(false)) {
        add_input(devices, InputType::Mouse, InputBus::Ps2);
        add_input(devices, InputType::Keyboard, InputBus::Ps2);
    }
    add_audio(devices, settings);
    Ok(())
}

/// The model of the USB controller that a guest gets if it has none.
fn usb_controller(family: Family, arch: &str) -> Option<&'static str> {
    match family {
        Family::Q35 => Some("qemu-xhci"),
        Family::Versatilepb => Some("pci-ohci"),
        Family::Isapc | Family::Microvm | Family::S390 => None,
        _ if is_arm(arch) => None,
        _ if is_ppc64(arch) => Some("qemu-xhci"),
        _ => match arch {
            "riscv32" | "riscv64" | "loongarch64" | "sparc" => None,
            _ => Some("piix3-uhci"),
        },
    }
}

/// The model of the guest's first PCI bus.
fn pci_root(family: Family, arch: &str) -> Option<&'static str> {
    match family {
        Family::I440fx | Family::Pseries | Family::Versatilepb | Family::S390 => Some("pci-root"),
        Family::Q35 | Family::ArmVirt | Family::RiscvVirt | Family::LoongarchVirt => Some("pcie-root"),
        Family::Isapc | Family::Microvm | Family::Vexpress => None,
        Family::Other => match arch {
            "alpha" | "ppc" | "ppc64" | "ppc64le" | "ppcemb" | "sh4" | "sh4eb" | "sparc64" => {
                Some("pci-root")
            }
            _ => None,
        },
    }
}

fn has_balloon(family: Family, arch: &str) -> bool {
    !is_arm(arch)
        && !matches!(family, Family::Isapc)
        && !matches!(arch, "loongarch64" | "sparc" | "mips" | "mipsel" | "mips64" | "mips64el")
}

fn panic_model(family: Family) -> Option<PanicModel> {
    match family {
        Family::Pseries => Some(PanicModel::Pseries),
        Family::S390 => Some(PanicModel::S390),
        _ => None,
    }
}

/// Adds a controller where there is none: of that number, or for USB any at all.
fn need(devices: &mut Devices, kind: ControllerType, index: i32, model: Option<&str>) {
    let there = |other: &Controller| {
        other.kind == Some(kind) && (kind == ControllerType::Usb || other.index.unwrap_or(index) == index)
    };
    if !devices.controllers.iter().any(there) {
        let model = model.map(str::to_owned);
        devices.insert_controller(Controller {
            kind: Some(kind),
            index: Some(index),
            model,
            ..Controller::default()
        });
    }
}

fn add_root(devices: &mut Devices, model: &str) -> Result<()> {
    let root = devices
        .controllers
        .iter_mut()
        .find(|other| other.kind == Some(ControllerType::Pci) && other.index == Some(0));
    match root {
        Some(root) => match root.model.as_deref() {
            None => root.model = Some(model.to_owned()),
            Some(named) if named == model => {}
            Some(named) => bail!(
                Qemu,
                XmlError,
                "The PCI controller with index='0' must be model='{model}' for this machine type, but model='{named}' was found instead"
            ),
        },
        None => need(devices, ControllerType::Pci, 0, Some(model)),
    }
    Ok(())
}

fn add_input(devices: &mut Devices, kind: InputType, bus: InputBus) {
    if !devices.inputs.iter().any(|input| input.kind == Some(kind) && input.bus == Some(bus)) {
        devices.inputs.push(Input { kind: Some(kind), bus: Some(bus), ..Input::default() });
    }
}

/// Sound goes where the screen is, and nowhere where nobody looks.
fn add_audio(devices: &mut Devices, settings: &Settings) {
    if !devices.audios.is_empty() {
        return;
    }
    let shown = |kind: GraphicsType| devices.graphics.iter().any(|graphics| graphics.kind == Some(kind));
    // Whoever runs the instance may let guests play on the host.
    let played = match () {
        () if devices.graphics.is_empty() => settings.nographics_allow_host_audio,
        () if shown(GraphicsType::Vnc) => settings.vnc_allow_host_audio,
        () => shown(GraphicsType::Sdl),
    };
    let kind = match () {
        () if shown(GraphicsType::Spice) => Some(AudioType::Spice),
        () if played => std::env::var("QEMU_AUDIO_DRV").ok().and_then(|name| host_audio(&name)),
        () if devices.graphics.is_empty() || shown(GraphicsType::Vnc) => Some(AudioType::None),
        () => None,
    };
    let Some(kind) = kind else { return };
    devices.audios.push(Audio { id: Some(1), kind: Some(kind), ..Audio::default() });
}

/// The host's audio by the name that QEMU's environment gives it.
fn host_audio(name: &str) -> Option<AudioType> {
    match name {
        "pa" => Some(AudioType::PulseAudio),
        "wav" => Some(AudioType::File),
        name => name.parse().ok(),
    }
}
