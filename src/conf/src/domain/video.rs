//! Video cards.

use super::address::DeviceInfo;
use super::prelude::*;

names! {
    pub enum VideoModel refused ConfigUnsupported "unknown video model '{}'" {
        Default = "default", Vga = "vga", Cirrus = "cirrus", Vmvga = "vmvga", Xen = "xen", Vbox = "vbox", Qxl = "qxl",
        Parallels = "parallels", Virtio = "virtio", Gop = "gop", None = "none", Bochs = "bochs", Ramfb = "ramfb",
    }
    pub enum VideoBackend { Qemu = "qemu", VhostUser = "vhostuser" }
    pub enum VgaConf { Io = "io", On = "on", Off = "off" }
}

element! {
    /// `/domain/devices/video`
    pub Video {
        ;
        part driver: Maybe<VideoDriver>       = "driver",
        one  model:  Maybe<VideoModelElement> = "model",
        flat info:   DeviceInfo,
    }
    pub VideoDriver {
        attr iommu:       On                   = "iommu",
        attr ats:         On                   = "ats",
        attr packed:      On                   = "packed",
        attr page_per_vq: On                   = "page_per_vq",
        attr name:        Option<VideoBackend> = "name",
        attr vgaconf:     Option<VgaConf>      = "vgaconf",
        ;
    }
    pub VideoModelElement {
        attr kind:    Option<VideoModel> = "type",
        attr ram:     Number             = "ram" refused XmlError "cannot parse video ram '{}'",
        attr vram:    Number             = "vram" refused XmlError "cannot parse video vram '{}'",
        attr vram64:  Number             = "vram64" refused XmlError "cannot parse video vram64 '{}'",
        attr vgamem:  Number             = "vgamem" refused XmlError "cannot parse video vgamem '{}'",
        attr heads:   Number             = "heads" refused InternalError "cannot parse video heads '{}'",
        attr primary: Yes                = "primary",
        attr blob:    On                 = "blob",
        attr edid:    On                 = "edid",
        ;
        part acceleration: Maybe<Acceleration> = "acceleration",
        one  resolution:   Maybe<Resolution>   = "resolution",
    }
    pub Acceleration {
        attr accel2d:    Yes  = "accel2d",
        attr accel3d:    Yes  = "accel3d",
        attr rendernode: Text = "rendernode",
        ;
    }
    pub Resolution { attr x: Number = "x", attr y: Number = "y", ; }
}

impl Video {
    pub fn is_primary(&self) -> bool {
        self.model.as_ref().is_some_and(|model| model.primary == Some(YesNo(true)))
    }
}
