//! Keyboards, mice, tablets and host input devices.

use super::address::DeviceInfo;
use super::filesystem::VirtioModel;
use super::prelude::*;
use super::sound::VirtioDriver;

names! {
    pub enum InputType refused ConfigUnsupported "unknown input device type '{}'" {
        Mouse = "mouse", Tablet = "tablet", Keyboard = "keyboard", Passthrough = "passthrough", Evdev = "evdev",
    }
    pub enum InputBus unset "default" refused ConfigUnsupported "unknown input bus type '{}'" {
        Default = "default", Ps2 = "ps2", Usb = "usb", Xen = "xen", Parallels = "parallels", Virtio = "virtio", None = "none",
    }
    pub enum Grab unset "default" { Default = "default", All = "all" }
    pub enum GrabToggle unset "default" {
        Default = "default", CtrlCtrl = "ctrl-ctrl", AltAlt = "alt-alt", ShiftShift = "shift-shift",
        MetaMeta = "meta-meta", Scrolllock = "scrolllock", CtrlScrolllock = "ctrl-scrolllock",
    }
}

element! {
    /// `/domain/devices/input`
    pub Input {
        attr kind:  Option<InputType>   = "type",
        attr bus:   Option<InputBus>    = "bus",
        attr model: Option<VirtioModel> = "model",
        ;
        part driver: Maybe<VirtioDriver> = "driver",
        part source: Maybe<InputSource>  = "source",
        flat info:   DeviceInfo,
    }
    pub InputSource {
        attr evdev:       Text               = "evdev",
        attr dev:         Text               = "dev",
        attr grab:        Option<Grab>       = "grab",
        attr grab_toggle: Option<GrabToggle> = "grabToggle",
        attr repeat:      On                 = "repeat",
        ;
    }
}
