//! Random number generators and cryptographic devices.

use super::address::DeviceInfo;
use super::chardev::{ChardevSource, ChardevType};
use super::prelude::*;
use super::sound::VirtioDriver;

names! {
    pub enum RngModel refused ConfigUnsupported "unknown RNG model '{}'" {
        Virtio = "virtio", VirtioTransitional = "virtio-transitional",
        VirtioNonTransitional = "virtio-non-transitional",
    }
    pub enum RngBackendModel refused ConfigUnsupported "unknown RNG backend model '{}'" {
        Random = "random", Egd = "egd", Builtin = "builtin",
    }
    pub enum CryptoModel { Virtio = "virtio" }
    pub enum CryptoType { Qemu = "qemu" }
    pub enum CryptoBackendModel { Builtin = "builtin", Lkcf = "lkcf" }
}

element! {
    /// `/domain/devices/rng`
    pub Rng {
        attr model: Option<RngModel> = "model",
        ;
        one  rate:    Maybe<RngRate>      = "rate",
        one  backend: Maybe<RngBackend>   = "backend",
        part driver:  Maybe<VirtioDriver> = "driver",
        flat info:    DeviceInfo,
    }
    /// Bytes in a period of milliseconds.
    pub RngRate { attr bytes: Number = "bytes" refused XmlError "invalid RNG rate bytes value", attr period: Number = "period" refused XmlError "invalid RNG rate period value", ; }
    pub RngBackend {
        attr model: Option<RngBackendModel> = "model",
        attr kind:  Option<ChardevType>     = "type",
        ;
        content path:   Text,
        flat    source: ChardevSource,
    } => RngBackend::forget_blanks;

    /// `/domain/devices/crypto`
    pub Crypto {
        attr model: Option<CryptoModel> = "model",
        attr kind:  Option<CryptoType>  = "type",
        ;
        one  backend: Maybe<CryptoBackend> = "backend",
        part driver:  Maybe<VirtioDriver>  = "driver",
        flat info:    DeviceInfo,
    }
    pub CryptoBackend {
        attr model:  Option<CryptoBackendModel> = "model",
        attr queues: Number                     = "queues",
        ;
    }
}

impl RngBackend {
    /// The text is a path only for the device `random`.
    fn forget_blanks(&mut self, _node: Node<'_>, _r: &Reading) -> Result<()> {
        if self.model != Some(RngBackendModel::Random) {
            self.path = None;
        }
        Ok(())
    }
}
