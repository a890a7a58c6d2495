//! Controllers: the buses that devices hang on.

use super::address::DeviceInfo;
use super::prelude::*;

names! {
    pub enum ControllerType {
        Ide = "ide", Fdc = "fdc", Scsi = "scsi", Sata = "sata", VirtioSerial = "virtio-serial", Ccid = "ccid",
        Usb = "usb", Pci = "pci", Xenbus = "xenbus", Isa = "isa", Nvme = "nvme",
    }
}

element! {
    /// `/domain/devices/controller`
    pub Controller {
        attr kind:               Option<ControllerType> = "type",
        attr index:              Option<i32>            = "index" is natural,
        attr model:              Text                   = "model",
        attr ports:              Number                 = "ports",
        attr vectors:            Number                 = "vectors",
        attr max_grant_frames:   Number                 = "maxGrantFrames",
        attr max_event_channels: Number                 = "maxEventChannels",
        ;
        value model_name: Text                    = "model" @ "name",
        part  target:     Maybe<ControllerTarget> = "target",
        part  driver:     Maybe<ControllerDriver> = "driver",
        text  serial:     Text                    = "serial",
        flat  info:       DeviceInfo,
        one   pcihole64:  Maybe<PciHole64>        = "pcihole64",
    }

    /// Where a PCI bridge sits, for the guest's firmware.
    pub ControllerTarget {
        attr chassis_nr:  Number               = "chassisNr",
        attr chassis:     Number               = "chassis",
        attr port:        Option<Hex<1, 0xff>> = "port",
        attr bus_nr:      Number               = "busNr",
        attr index:       Number               = "index",
        attr hotplug:     On                   = "hotplug",
        attr mem_reserve: Long                 = "memReserve",
        ;
        text node: Number = "node",
    }
    pub ControllerDriver {
        attr queues:      Number = "queues",
        attr cmd_per_lun: Number = "cmd_per_lun",
        attr max_sectors: Number = "max_sectors",
        attr ioeventfd:   On     = "ioeventfd",
        attr iothread:    Number = "iothread",
        attr iommu:       On     = "iommu",
        attr ats:         On     = "ats",
        attr packed:      On     = "packed",
        attr page_per_vq: On     = "page_per_vq",
        ;
        part iothreads: Maybe<super::disk::DriverIothreads> = "iothreads",
    }
    pub PciHole64 { attr unit: Text = "unit", ; content value: Long, }
}
