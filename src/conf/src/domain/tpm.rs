//! Trusted platform modules.

use super::address::DeviceInfo;
use super::prelude::*;

names! {
    pub enum TpmModel {
        Default = "default", Tis = "tpm-tis", Crb = "tpm-crb", Spapr = "tpm-spapr", SpaprProxy = "spapr-tpm-proxy",
    }
    pub enum TpmBackendType unset "default" {
        Default = "default", Passthrough = "passthrough", Emulator = "emulator", External = "external",
    }
    pub enum TpmVersion unset "default" { Default = "default", V1 = "1.2", V2 = "2.0" }
}

element! {
    /// `/domain/devices/tpm`
    pub Tpm {
        attr model: Option<TpmModel> = "model",
        ;
        one  backend: Maybe<TpmBackend> = "backend",
        flat info:    DeviceInfo,
    }
    pub TpmBackend {
        attr kind:             Option<TpmBackendType> = "type" is required,
        attr version:          Option<TpmVersion>     = "version",
        attr persistent_state: Yes                    = "persistent_state",
        attr debug:            Number                 = "debug",
        ;
        value device:           Text              = "device" @ "path",
        value encryption:       Text              = "encryption" @ "secret",
        part  active_pcr_banks: Maybe<PcrBanks>   = "active_pcr_banks",
        part  source:           Maybe<TpmSource>  = "source",
        part  profile:          Maybe<TpmProfile> = "profile",
    }
    pub PcrBanks {
        ;
        flag sha1:   bool = "sha1",
        flag sha256: bool = "sha256",
        flag sha384: bool = "sha384",
        flag sha512: bool = "sha512",
    }
    pub TpmSource {
        attr kind: Text = "type",
        attr mode: Text = "mode",
        attr path: Text = "path",
        ;
    }
    pub TpmProfile {
        attr source:          Text = "source",
        attr remove_disabled: Text = "removeDisabled",
        attr name:            Text = "name",
        ;
    }
}
