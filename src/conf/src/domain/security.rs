//! Security labels, encrypted guests, key wrapping and user mapping.

use super::prelude::*;

names! {
    pub enum SeclabelType { None = "none", Dynamic = "dynamic", Static = "static" }
}

element! {
    /// `/domain/seclabel`
    pub Seclabel {
        attr kind:    Option<SeclabelType> = "type",
        attr model:   Text                 = "model",
        attr relabel: Yes                  = "relabel",
        ;
        text label:      Text = "label",
        text imagelabel: Text = "imagelabel" when live,
        text baselabel:  Text = "baselabel",
    }
    /// `<seclabel>` of one disk source or character device.
    pub DeviceSeclabel {
        attr model:     Text = "model",
        attr relabel:   Yes  = "relabel",
        attr labelskip: Yes  = "labelskip" when live,
        ;
        text label: Text = "label",
    }

    /// `/domain/idmap`
    pub IdMap {
        ;
        many uids: Vec<IdRange> = "uid",
        many gids: Vec<IdRange> = "gid",
    }
    pub IdRange {
        attr start:  Number = "start",
        attr target: Number = "target",
        attr count:  Number = "count",
        ;
    }

    /// `/domain/keywrap`
    pub Keywrap { ; many ciphers: Vec<KeywrapCipher> = "cipher", }
    pub KeywrapCipher { attr name: Text = "name", attr state: On = "state", ; }
}

choice! {
    /// `/domain/launchSecurity`
    pub LaunchSecurity by "type" { Sev(Sev) = "sev", SevSnp(SevSnp) = "sev-snp", S390Pv(S390Pv) = "s390-pv", Tdx(Tdx) = "tdx" }
}

element! {
    pub Sev {
        attr kernel_hashes: Yes = "kernelHashes",
        ;
        text handle:            Text   = "handle" when status,
        text cbitpos:           Number = "cbitpos",
        text reduced_phys_bits: Number = "reducedPhysBits",
        text policy:            Option<Hex<4, 0xffff_ffff>> = "policy",
        text dh_cert:           Text   = "dhCert",
        text session:           Text   = "session",
    }
    pub SevSnp {
        attr kernel_hashes: Yes = "kernelHashes",
        attr author_key:    Yes = "authorKey",
        attr vcek:          Yes = "vcek",
        ;
        text cbitpos:           Number = "cbitpos",
        text reduced_phys_bits: Number = "reducedPhysBits",
        text policy:            Option<Hex<8, { u64::MAX }>> = "policy",
        text guest_visible_workarounds: Text   = "guestVisibleWorkarounds",
        text id_block:          Text   = "idBlock",
        text id_auth:           Text   = "idAuth",
        text host_data:         Text   = "hostData",
    }
    pub S390Pv { ; }
    pub Tdx {
        ;
        text  policy:          Option<Hex<1, { u64::MAX }>> = "policy",
        text  mr_config_id:    Text = "mrConfigId",
        text  mr_owner:        Text = "mrOwner",
        text  mr_owner_config: Text = "mrOwnerConfig",
        value quote_generation_service: Text = "quoteGenerationService" @ "path",
    }
}
