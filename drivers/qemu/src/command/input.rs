//! Keyboards, mice, tablets, and input devices of the host.

use super::address::{alias, put_address, virtio_driver};
use super::device::put_driver;
use super::{Line, Plan, Props};
use virt_conf::domain::input::{Grab, GrabToggle, Input, InputBus, InputType};
use virt_error::{Result, bail};

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for input in &plan.domain.devices.inputs {
        if input.kind == Some(InputType::Evdev) {
            line.object(evdev_json(input)?);
        } else if let Some(device) = device_json(plan, input)? {
            line.device(&input.info, device)?;
        }
    }
    Ok(())
}

/// The device; `None` for one that the machine has.
pub fn device_json(plan: &Plan<'_>, input: &Input) -> Result<Option<Props>> {
    let mut device = match input.bus {
        Some(InputBus::Usb) => {
            let driver = match input.kind {
                Some(InputType::Mouse) => "usb-mouse",
                Some(InputType::Tablet) => "usb-tablet",
                Some(InputType::Keyboard) => "usb-kbd",
                _ => return Err(unsupported(input)),
            };
            Props::device(driver).with("id", alias(&input.info)?)
        }
        Some(InputBus::Virtio) => {
            let base = match input.kind {
                Some(InputType::Mouse) => "virtio-mouse",
                Some(InputType::Tablet) => "virtio-tablet",
                Some(InputType::Keyboard) => "virtio-keyboard",
                Some(InputType::Passthrough) => "virtio-input-host",
                _ => return Err(unsupported(input)),
            };
            let mut device = Props::device(virtio_driver(base, &input.info, input.model)?);
            put_driver(&mut device, input.driver.as_deref());
            device.put("id", alias(&input.info)?);
            if input.kind == Some(InputType::Passthrough) {
                device.put_some("evdev", input.source.as_ref().and_then(|source| source.evdev.as_deref()));
            }
            device
        }
        // Those of the machine.
        Some(InputBus::Ps2 | InputBus::None | InputBus::Default) | None => return Ok(None),
        Some(InputBus::Xen | InputBus::Parallels) => return Err(unsupported(input)),
    };
    put_address(&mut device, plan, &input.info)?;
    Ok(Some(device))
}

/// The object of an input device of the host that QEMU reads itself.
pub fn evdev_json(input: &Input) -> Result<Props> {
    let mut object = Props::object("input-linux", alias(&input.info)?);
    let Some(source) = input.source.as_deref() else {
        bail!(Qemu, XmlError, "Missing evdev path for input device passthrough")
    };
    object.put_some("evdev", source.dev.as_deref());
    object.put_switch("repeat", source.repeat);
    if source.grab == Some(Grab::All) {
        object.put("grab_all", true);
    }
    let toggle = source.grab_toggle.filter(|toggle| *toggle != GrabToggle::Default);
    object.put_some("grab-toggle", toggle.map(GrabToggle::as_str));
    Ok(object)
}

fn unsupported(input: &Input) -> virt_error::Error {
    let (kind, bus) =
        (input.kind.map_or("", InputType::as_str), input.bus.map_or("default", InputBus::as_str));
    virt_error::error!(
        Qemu,
        ConfigUnsupported,
        "input device of type '{kind}' is not supported on bus '{bus}'"
    )
}
