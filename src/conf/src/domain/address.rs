//! Where a device sits in the guest, and what every device has besides.

use super::prelude::*;

/// A device's name. The ones that users give begin with `ua-`; the others exist while the guest runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias(pub String);

impl Alias {
    pub fn is_of_user(&self) -> bool {
        self.0.starts_with("ua-")
    }
}

impl Value for Alias {
    fn read(word: &str) -> Option<Alias> {
        Some(Alias(word.to_owned()))
    }

    fn write(&self, out: &mut String) {
        escape(&self.0, out);
    }

    fn shown(&self, style: Style) -> bool {
        !style.inactive || self.is_of_user()
    }
}

element! {
    /// What every device has: its place in the boot order, its name and its address.
    pub DeviceInfo {
        ;
        part  boot:    Maybe<DeviceBoot> = "boot",
        value alias:   Option<Alias>     = "alias" @ "name",
        part  master:  Maybe<Master>     = "master",
        part  rom:     Maybe<Rom>        = "rom",
        value acpi:    Number            = "acpi" @ "index",
        one   address: Maybe<Address>    = "address",
    } => DeviceInfo::forget_live;

    pub DeviceBoot {
        attr order:    Number = "order" is positive,
        attr loadparm: Text   = "loadparm",
        ;
    }

    /// The first port of a companion USB controller.
    pub Master { attr startport: Number = "startport", ; }

    pub Rom {
        attr enabled: Yes  = "enabled",
        attr bar:     On   = "bar",
        attr file:    Text = "file",
        ;
    }
}

impl DeviceInfo {
    fn forget_live(&mut self, _node: Node<'_>, r: &Reading) -> Result<()> {
        if let Some(loadparm) = self.boot.as_mut().and_then(|boot| boot.loadparm.as_mut()) {
            loadparm.make_ascii_uppercase();
        }
        if r.inactive && self.alias.as_ref().is_some_and(|alias| !alias.is_of_user()) {
            self.alias = None;
        }
        Ok(())
    }
}

choice! {
    /// `<address type='…'/>`
    pub Address by "type" refused ConfigUnsupported "unknown address type '{}'" {
        Pci(PciAddress) = "pci",
        Drive(DriveAddress) = "drive",
        VirtioSerial(VirtioSerialAddress) = "virtio-serial",
        Ccid(CcidAddress) = "ccid",
        Usb(UsbAddress) = "usb",
        SpaprVio(SpaprVioAddress) = "spapr-vio",
        VirtioS390(NoAddress) = "virtio-s390",
        Ccw(CcwAddress) = "ccw",
        VirtioMmio(NoAddress) = "virtio-mmio",
        Isa(IsaAddress) = "isa",
        Dimm(DimmAddress) = "dimm",
        Unassigned(NoAddress) = "unassigned",
    }
}

element! {
    pub PciAddress {
        attr domain:        Option<Hex<4, 0xffff_ffff>> = "domain",
        attr bus:           Option<Hex<2, 0xffff_ffff>> = "bus",
        attr slot:          Option<Hex<2, 0xffff_ffff>> = "slot",
        attr function:      Option<Hex<1, 0xffff_ffff>> = "function",
        attr multifunction: On = "multifunction",
        ;
        part zpci: Maybe<Zpci> = "zpci",
    } => PciAddress::complete;

    /// A PCI address on s390.
    pub Zpci {
        attr uid: Option<Hex<4, 0xffff>> = "uid",
        attr fid: Option<Hex<8, 0xffff_ffff>> = "fid",
        ;
    }

    pub DriveAddress {
        attr controller: Number = "controller",
        attr bus:        Number = "bus",
        attr target:     Number = "target",
        attr unit:       Number = "unit",
        ;
    } => DriveAddress::complete;

    pub VirtioSerialAddress {
        attr controller: Number = "controller",
        attr bus:        Number = "bus",
        attr port:       Number = "port",
        ;
    } => VirtioSerialAddress::complete;

    pub CcidAddress {
        attr controller: Number = "controller",
        attr slot:       Number = "slot",
        ;
    } => CcidAddress::complete;

    /// `port` is a path of port numbers such as `1.2`.
    pub UsbAddress {
        attr bus:  Number = "bus",
        attr port: Text   = "port",
        ;
    } => UsbAddress::complete;

    pub SpaprVioAddress { attr reg: Option<Hex<8, { u64::MAX }>> = "reg", ; }

    pub CcwAddress {
        attr cssid: Option<Hex<1, 254>>    = "cssid",
        attr ssid:  Option<Hex<1, 3>>      = "ssid",
        attr devno: Option<Hex<4, 0xffff>> = "devno",
        ;
    } => CcwAddress::complete;

    pub IsaAddress {
        attr iobase: Option<Hex<1, 0xffff_ffff>> = "iobase",
        attr irq:    Option<Hex<1, 0xffff_ffff>> = "irq",
        ;
    }

    pub DimmAddress {
        attr slot: Number = "slot",
        attr base: Option<Hex<1, { u64::MAX }>> = "base",
        ;
    }

    /// An address whose type says everything.
    pub NoAddress { ; }
}

impl PciAddress {
    fn complete(&mut self, _node: Node<'_>, _r: &Reading) -> Result<()> {
        for (name, number, limit) in [
            ("domain", self.domain.map(|n| n.0), 0xffff),
            ("bus", self.bus.map(|n| n.0), 0xff),
            ("slot", self.slot.map(|n| n.0), 0x1f),
        ] {
            if let Some(number) = number.filter(|&number| number > limit) {
                bail!(None, XmlError, "Invalid PCI address {name}='0x{number:x}', must be <= 0x{limit:X}");
            }
        }
        if let Some(Hex(number)) = self.function.filter(|function| function.0 > 7) {
            bail!(None, XmlError, "Invalid PCI address function=0x{number:x}, must be <= 7");
        }
        if self.is_empty() {
            (self.domain, self.bus, self.slot, self.function) = (None, None, None, None);
        } else {
            self.domain.get_or_insert(Hex(0));
            self.bus.get_or_insert(Hex(0));
            self.slot.get_or_insert(Hex(0));
            self.function.get_or_insert(Hex(0));
        }
        Ok(())
    }

    /// Nothing is said about the place; a driver chooses one.
    pub fn is_empty(&self) -> bool {
        let numbers = [
            self.domain.map(|n| n.0),
            self.bus.map(|n| n.0),
            self.slot.map(|n| n.0),
            self.function.map(|n| n.0),
        ];
        numbers.iter().all(|number| number.unwrap_or(0) == 0)
    }
}

impl DriveAddress {
    /// The numbers, from the controller to the unit.
    pub fn place(&self) -> [Number; 4] {
        [self.controller, self.bus, self.target, self.unit]
    }

    /// A place in a tree of controllers.
    pub fn new(controller: u32, bus: u32, target: u32, unit: u32) -> DriveAddress {
        DriveAddress {
            controller: Some(controller),
            bus: Some(bus),
            target: Some(target),
            unit: Some(unit),
            ..DriveAddress::default()
        }
    }

    fn complete(&mut self, _node: Node<'_>, _r: &Reading) -> Result<()> {
        for number in [&mut self.controller, &mut self.bus, &mut self.target, &mut self.unit] {
            number.get_or_insert(0);
        }
        Ok(())
    }
}

impl VirtioSerialAddress {
    fn complete(&mut self, _node: Node<'_>, _r: &Reading) -> Result<()> {
        for number in [&mut self.controller, &mut self.bus, &mut self.port] {
            number.get_or_insert(0);
        }
        Ok(())
    }
}

impl CcwAddress {
    fn complete(&mut self, _node: Node<'_>, _r: &Reading) -> Result<()> {
        if self.cssid.is_none() && self.ssid.is_none() && self.devno.is_none() {
            return Ok(());
        }
        self.cssid.get_or_insert(Hex(0));
        self.ssid.get_or_insert(Hex(0));
        self.devno.get_or_insert(Hex(0));
        Ok(())
    }
}

impl CcidAddress {
    fn complete(&mut self, _node: Node<'_>, _r: &Reading) -> Result<()> {
        self.controller.get_or_insert(0);
        self.slot.get_or_insert(0);
        Ok(())
    }
}

impl UsbAddress {
    fn complete(&mut self, _node: Node<'_>, _r: &Reading) -> Result<()> {
        self.bus.get_or_insert(0);
        // A path through hubs: at most four port numbers with points between them.
        let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let path = |port: &str| port.split('.').count() <= 4 && port.split('.').all(number);
        if self.port.as_deref().is_some_and(|port| !path(port)) {
            bail!(Device, InternalError, "Cannot parse <address> 'port' attribute");
        }
        Ok(())
    }
}
