//! Smaller pieces of a machine: IOMMU, hubs, leases, smartcard readers.

use super::address::DeviceInfo;
use super::chardev::{ChardevSource, ChardevType};
use super::prelude::*;

names! {
    pub enum IommuModel { Intel = "intel", Smmuv3 = "smmuv3", Virtio = "virtio", Amd = "amd" }
    pub enum SmartcardMode {
        Host = "host", HostCertificates = "host-certificates", Passthrough = "passthrough",
    }
    pub enum HubType refused ConfigUnsupported "unknown hub device type '{}'" { Usb = "usb" }
}

element! {
    /// `/domain/devices/iommu`
    pub Iommu {
        attr model: Option<IommuModel> = "model" is required,
        ;
        part driver: Maybe<IommuDriver> = "driver",
        flat info:   DeviceInfo,
    }
    pub IommuDriver {
        attr intremap:        On     = "intremap",
        attr caching_mode:    On     = "caching_mode",
        attr eim:             On     = "eim",
        attr iotlb:           On     = "iotlb",
        attr aw_bits:         Number = "aw_bits",
        attr dma_translation: On     = "dma_translation",
        attr passthrough:     On     = "passthrough",
        attr xtsup:           On     = "xtsup",
        ;
    }

    /// `/domain/devices/hub`
    pub Hub {
        attr kind: Option<HubType> = "type",
        ;
        flat info: DeviceInfo,
    }

    /// `/domain/devices/lease`
    pub Lease {
        ;
        text lockspace: Text               = "lockspace",
        text key:       Text               = "key",
        one  target:    Maybe<LeaseTarget> = "target",
    }
    pub LeaseTarget { attr path: Text = "path", attr offset: Long = "offset", ; }

    /// `/domain/devices/smartcard`
    pub Smartcard {
        attr mode: Option<SmartcardMode> = "mode" is required,
        attr kind: Option<ChardevType>   = "type",
        ;
        texts certificates: Vec<String>  = "certificate",
        text  database:     Text         = "database",
        flat  source:       ChardevSource,
        tree  target:       Option<Tree> = "target" when status,
        flat  info:         DeviceInfo,
    }
}
