//! Whether a guest that runs would notice that its document was replaced by another.

use super::address::{Address, DeviceInfo};
use super::prelude::*;
use super::{Device, Devices, Domain};
use std::fmt::Display;
use virt_xml::Writer;

/// Refuses two values that differ: `what` names them in libvirt's words.
fn same<T: PartialEq>(what: &str, new: &T, old: &T, show: impl Fn(&T) -> String) -> Result<()> {
    if new == old {
        return Ok(());
    }
    bail!(Domain, ConfigUnsupported, "Target {what} {} does not match source {}", show(new), show(old))
}

fn same_shown<T: PartialEq + Display>(what: &str, new: T, old: T) -> Result<()> {
    same(what, &new, &old, T::to_string)
}

/// Two words that may be missing.
fn same_word<T: PartialEq + Display>(what: &str, new: Option<T>, old: Option<T>) -> Result<()> {
    same(what, &new, &old, |word| word.as_ref().map_or_else(String::new, T::to_string))
}

impl Domain {
    /// Refuses a document with which a guest that was started with `old` would see another machine.
    ///
    /// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` with the first difference, in libvirt's words.
    pub fn check_same_machine(&self, old: &Domain) -> Result<()> {
        same_word("domain virt type", self.kind, old.kind)?;
        same_shown("domain uuid", self.uuid(), old.uuid())?;
        if self.name() != old.name() {
            bail!(
                Domain,
                ConfigUnsupported,
                "Target domain name '{}' does not match source '{}'",
                self.name(),
                old.name()
            );
        }
        same_shown("domain max memory", self.max_memory(), old.max_memory())?;
        let hotplug =
            |domain: &Domain| domain.maximum.as_ref().map(|most| most.value.unwrap_or(0)).unwrap_or(0);
        same_shown("maximum memory size", hotplug(self), hotplug(old))?;
        same_shown("domain vCPU max", self.max_vcpus(), old.max_vcpus())?;
        let threads = |domain: &Domain| domain.iothreads.unwrap_or(0);
        same_shown("domain iothreads count", threads(self), threads(old))?;
        same_shown("domain OS type", self.os_type(), old.os_type())?;
        same_shown("domain architecture", self.arch(), old.arch())?;
        same_shown("domain machine type", self.machine(), old.machine())?;
        let smbios = |domain: &Domain| domain.os.as_ref().and_then(|os| os.smbios);
        same_word("domain SMBIOS mode", smbios(self), smbios(old))?;
        self.check_features(old)?;
        if self.cpu.as_ref().map(|cpu| cpu.mode) != old.cpu.as_ref().map(|cpu| cpu.mode) {
            let mode = |domain: &Domain| {
                domain.cpu.as_ref().and_then(|cpu| cpu.mode).map_or("", |mode| mode.as_str())
            };
            bail!(
                Domain,
                ConfigUnsupported,
                "Target CPU mode {} does not match source {}",
                mode(self),
                mode(old)
            );
        }
        let model = |domain: &Domain| {
            let model = domain.cpu.as_ref().and_then(|cpu| cpu.model.as_ref());
            model.and_then(|model| model.name.clone())
        };
        same_word("CPU model", model(self), model(old))?;
        if self.genid_element.is_some() != old.genid_element.is_some() {
            bail!(Domain, ConfigUnsupported, "Target and source have different genid");
        }
        self.devices.check_same(&old.devices)
    }

    fn check_features(&self, old: &Domain) -> Result<()> {
        let (new, old) = (feature_states(self), feature_states(old));
        let names = new.iter().chain(&old).map(|(name, _)| name);
        let of = |all: &[(String, String)], name: &str| {
            all.iter().find(|(known, _)| known == name).map_or("default", |(_, state)| state).to_owned()
        };
        for name in names {
            let (target, source) = (of(&new, name), of(&old, name));
            if target != source {
                bail!(
                    Domain,
                    ConfigUnsupported,
                    "State of feature '{name}' differs: source: '{source}', destination: '{target}'"
                );
            }
        }
        Ok(())
    }
}

/// The features that a document switches, with what they are switched to: `on`, or the rest of the element's text.
fn feature_states(domain: &Domain) -> Vec<(String, String)> {
    let Some(features) = &domain.features else { return Vec::new() };
    let mut writer = Writer::new(Style { secure: true, ..Style::default() });
    writer.element("features", features.as_ref());
    let text = writer.finish();
    let Ok(document) = virt_xml::parse(&text, "(features)", virt_error::Origin::Domain) else {
        return vec![("features".to_owned(), text)];
    };
    let state = |node: Node<'_>| match (node.attribute("state"), node.children().next()) {
        (Some(state), None) => state.to_owned(),
        _ => {
            let mut text = String::new();
            Tree::from(node).dump(&mut text, None);
            if text == format!("<{}/>", node.name()) { "on".to_owned() } else { text }
        }
    };
    document.root().children().map(|node| (node.name().to_owned(), state(node))).collect()
}

/// Devices of one kind, compared one by one in their order.
fn each<T>(what: &str, new: &[T], old: &[T], check: impl Fn(&T, &T) -> Result<()>) -> Result<()> {
    if new.len() != old.len() {
        bail!(
            Domain,
            ConfigUnsupported,
            "Target domain {what} count {} does not match source {}",
            new.len(),
            old.len()
        );
    }
    new.iter().zip(old).try_for_each(|(new, old)| check(new, old))
}

/// A device's place, as far as both documents say it.
fn place(new: &DeviceInfo, old: &DeviceInfo) -> Result<()> {
    let (Some(new), Some(old)) = (new.address.as_deref(), old.address.as_deref()) else { return Ok(()) };
    if new == old {
        return Ok(());
    }
    match (new, old) {
        (Address::Pci(new), Address::Pci(old)) => {
            let numbers = |pci: &super::address::PciAddress| {
                [
                    pci.domain.map_or(0, |n| n.0),
                    pci.bus.map_or(0, |n| n.0),
                    pci.slot.map_or(0, |n| n.0),
                    pci.function.map_or(0, |n| n.0),
                ]
            };
            let ([a, b, c, d], [e, f, g, h]) = (numbers(new), numbers(old));
            if [a, b, c, d] == [e, f, g, h] {
                return Ok(());
            }
            bail!(
                Domain,
                ConfigUnsupported,
                "Target device PCI address {a:04x}:{b:02x}:{c:02x}.{d:02x} does not match source \
                 {e:04x}:{f:02x}:{g:02x}.{h:02x}"
            )
        }
        (Address::Drive(new), Address::Drive(old)) => {
            let show = |address: &super::address::DriveAddress| {
                let [controller, bus, _, unit] = address.place().map(|number| number.unwrap_or(0));
                format!("{controller}:{bus}:{unit}")
            };
            same_shown("device drive address", show(new), show(old))
        }
        (Address::VirtioSerial(new), Address::VirtioSerial(old)) => {
            let show = |address: &super::address::VirtioSerialAddress| {
                let [controller, bus, port] =
                    [address.controller, address.bus, address.port].map(|number| number.unwrap_or(0));
                format!("{controller}:{bus}:{port}")
            };
            same_shown("device virtio serial address", show(new), show(old))
        }
        _ => bail!(Domain, ConfigUnsupported, "Target device address does not match source"),
    }
}

impl Devices {
    fn check_same(&self, old: &Devices) -> Result<()> {
        each("disk", &self.disks, &old.disks, |new, old| {
            same_shown("disk device", new.device(), old.device())?;
            same_word("disk bus", new.bus(), old.bus())?;
            same_shown("disk", new.target_name(), old.target_name())?;
            same_word("disk serial", new.serial.as_deref(), old.serial.as_deref())?;
            same_word("disk wwn", new.wwn.as_deref(), old.wwn.as_deref())?;
            if new.readonly != old.readonly || new.shareable != old.shareable {
                bail!(Domain, ConfigUnsupported, "Target disk access mode does not match source");
            }
            place(&new.info, &old.info)
        })?;
        each("controller", &self.controllers, &old.controllers, |new, old| {
            same_word("controller type", new.kind, old.kind)?;
            same_word("controller index", new.index, old.index)?;
            same_word("controller model", new.model.as_deref(), old.model.as_deref())?;
            same_word("controller ports", new.ports, old.ports)?;
            same_word("controller vectors", new.vectors, old.vectors)?;
            place(&new.info, &old.info)
        })?;
        each("filesystem", &self.filesystems, &old.filesystems, |new, old| {
            same_word("guest filesystem target", new.target.as_deref(), old.target.as_deref())?;
            place(&new.info, &old.info)
        })?;
        each("net card", &self.interfaces, &old.interfaces, |new, old| {
            same_word("network card mac", new.mac_address(), old.mac_address())?;
            let model = |one: &super::interface::Interface| {
                one.model.as_ref().and_then(|model| model.kind.as_ref()).map(ToString::to_string)
            };
            same_word("network card model", model(new), model(old))?;
            place(&new.info, &old.info)
        })?;
        each("input device", &self.inputs, &old.inputs, |new, old| {
            same_word("input device type", new.kind, old.kind)?;
            same_word("input device bus", new.bus, old.bus)?;
            place(&new.info, &old.info)
        })?;
        each("sound card", &self.sounds, &old.sounds, |new, old| {
            same_word("sound card model", new.model, old.model)?;
            place(&new.info, &old.info)
        })?;
        each("video card", &self.videos, &old.videos, |new, old| {
            let (new_model, old_model) = (new.model.as_deref(), old.model.as_deref());
            let kind = |model: Option<&super::video::VideoModelElement>| model.and_then(|model| model.kind);
            same_word("video card model", kind(new_model), kind(old_model))?;
            let number = |of: fn(&super::video::VideoModelElement) -> Number| {
                (new_model.and_then(of), old_model.and_then(of))
            };
            for (what, (new, old)) in [
                ("video card ram", number(|model| model.ram)),
                ("video card vram", number(|model| model.vram)),
                ("video card vgamem", number(|model| model.vgamem)),
                ("video card heads", number(|model| model.heads)),
            ] {
                same_word(what, new, old)?;
            }
            place(&new.info, &old.info)
        })?;
        each("memory device", &self.memories, &old.memories, |new, old| {
            same_word("memory device model", new.model, old.model)?;
            place(&new.info, &old.info)
        })?;
        each("balloon device", &self.memballoons, &old.memballoons, |new, old| {
            same_word("balloon model", new.model, old.model)?;
            place(&new.info, &old.info)
        })?;
        each("TPM device", &self.tpms, &old.tpms, |new, old| {
            same_word("TPM device model", new.model, old.model)
        })?;
        each("watchdog", &self.watchdogs, &old.watchdogs, |new, old| {
            same_word("watchdog model", new.model, old.model)?;
            place(&new.info, &old.info)
        })?;
        each("RNG device", &self.rngs, &old.rngs, |new, old| place(&new.info, &old.info))?;
        each("panic device", &self.panics, &old.panics, |new, old| {
            same_word("panic model", new.model, old.model)
        })?;
        self.check_rest(old)
    }

    /// Devices that are told apart by their number and their places alone.
    fn check_rest(&self, old: &Devices) -> Result<()> {
        let of = |devices: &Devices, element: &str| -> Vec<Device> {
            devices.all().into_iter().filter(|device| device.element().0 == element).collect()
        };
        for (element, what) in [
            ("hostdev", "host device"),
            ("smartcard", "smartcard"),
            ("serial", "serial port"),
            ("parallel", "parallel port"),
            ("channel", "channel"),
            ("console", "console"),
            ("hub", "hub device"),
            ("redirdev", "redirdev devices"),
            ("shmem", "shared memory device"),
            ("iommu", "IOMMU device"),
            ("vsock", "vsock device"),
            ("crypto", "crypto device"),
        ] {
            each(what, &of(self, element), &of(old, element), |new, old| {
                match (new.as_ref().info(), old.as_ref().info()) {
                    (Some(new), Some(old)) => place(new, old),
                    _ => Ok(()),
                }
            })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::ParseFlags, host::Host};

    fn document(from: &str, to: &str) -> Domain {
        let xml = "<domain type='kvm'><name>a</name><uuid>1b223dbd-e423-48f4-9416-bc8b0ed18725</uuid>\
            <memory unit='KiB'>65536</memory><vcpu>2</vcpu><os><type arch='x86_64' machine='pc'>hvm</type></os>\
            <features><acpi/><pmu state='on'/></features><cpu mode='host-passthrough'/><devices><disk type='file' \
            device='disk'><source file='/x'/><target dev='vda' bus='virtio'/><address type='pci' domain='0x0000' \
            bus='0x00' slot='0x05' function='0x0'/></disk><interface type='user'><mac address='52:54:00:00:00:01'/>\
            <model type='virtio'/></interface><memballoon model='virtio'/></devices></domain>";
        assert!(from.is_empty() || xml.contains(from), "{from}");
        let flags = ParseFlags { bare: true, ..ParseFlags::default() };
        Domain::parse(&xml.replace(from, to), flags, &Host::default()).unwrap()
    }

    #[test]
    fn what_the_guest_sees_must_stay_and_the_rest_may_change() {
        let old = document("-", "-");
        for (from, to) in [
            ("file='/x'", "file='/elsewhere/x'"),
            ("<memory unit", "<title>t</title><memory unit"),
            ("<interface type='user'>", "<interface type='bridge'><source bridge='b'/>"),
        ] {
            document(from, to).check_same_machine(&old).unwrap();
        }
        for (from, to, complaint) in [
            ("type='kvm'", "type='qemu'", "Target domain virt type qemu does not match source kvm"),
            (">a<", ">b<", "Target domain name 'b' does not match source 'a'"),
            ("65536", "32768", "Target domain max memory 32768 does not match source 65536"),
            ("<vcpu>2", "<vcpu>3", "Target domain vCPU max 3 does not match source 2"),
            ("'pc'", "'q35'", "Target domain machine type q35 does not match source pc"),
            ("<acpi/>", "", "State of feature 'acpi' differs: source: 'on', destination: 'default'"),
            ("state='on'", "state='off'", "State of feature 'pmu' differs: source: 'on', destination: 'off'"),
            ("passthrough", "model", "Target CPU mode host-model does not match source host-passthrough"),
            ("'vda'", "'vdb'", "Target disk vdb does not match source vda"),
            (
                "slot='0x05'",
                "slot='0x06'",
                "Target device PCI address 0000:00:06.00 does not match source 0000:00:05.00",
            ),
            (
                "00:01'/>",
                "00:02'/>",
                "Target network card mac 52:54:00:00:00:02 does not match source 52:54:00:00:00:01",
            ),
            (
                "model='virtio'/></devices>",
                "model='none'/></devices>",
                "Target balloon model none does not match source virtio",
            ),
            (
                "<memballoon",
                "<input type='tablet' bus='usb'/><memballoon",
                "Target domain input device count 1 does not match source 0",
            ),
        ] {
            let error = document(from, to).check_same_machine(&old).unwrap_err();
            assert_eq!(error.message(), format!("unsupported configuration: {complaint}"));
        }
    }
}
