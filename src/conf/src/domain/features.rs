//! Features of the machine that can be switched.

use super::prelude::*;

names! {
    pub enum GicVersion { V2 = "2", V3 = "3", Host = "host" }
    pub enum IoapicDriver { None = "none", Kvm = "kvm", Qemu = "qemu" }
    pub enum HptResizing { None = "none", Enabled = "enabled", Disabled = "disabled", Required = "required" }
    pub enum HypervMode {
        None = "none", Custom = "custom", Passthrough = "passthrough", HostModel = "host-model",
    }
    pub enum XenPassthroughMode unset "default" {
        Default = "default", SyncPt = "sync_pt", SharePt = "share_pt",
    }
    pub enum CapabilitiesPolicy { Default = "default", Allow = "allow", Deny = "deny" }
    pub enum Cfpc { None = "none", Broken = "broken", Workaround = "workaround", Fixed = "fixed" }
    pub enum Ibs {
        None = "none", Broken = "broken", Workaround = "workaround", FixedIbs = "fixed-ibs",
        FixedCcd = "fixed-ccd", FixedNa = "fixed-na",
    }
}

element! {
    /// `<features>`, in the order of libvirt's feature numbers.
    pub Features {
        ;
        flag  acpi:           bool                   = "acpi",
        one   apic:           Maybe<Apic>            = "apic",
        flag  pae:            bool                   = "pae",
        one   hap:            Maybe<Switch>          = "hap",
        flag  viridian:       bool                   = "viridian",
        flag  privnet:        bool                   = "privnet",
        shell hyperv:         Maybe<Hyperv>          = "hyperv",
        shell kvm:            Maybe<Kvm>             = "kvm",
        one   pvspinlock:     Maybe<Switch>          = "pvspinlock",
        part  capabilities:   Maybe<LxcCapabilities> = "capabilities",
        one   pmu:            Maybe<Switch>          = "pmu",
        one   vmport:         Maybe<Switch>          = "vmport",
        one   gic:            Maybe<Gic>             = "gic",
        one   smm:            Maybe<Smm>             = "smm",
        value ioapic:         Option<IoapicDriver>   = "ioapic" @ "driver",
        one   hpt:            Maybe<Hpt>             = "hpt",
        one   vmcoreinfo:     Maybe<Switch>          = "vmcoreinfo",
        one   htm:            Maybe<Switch>          = "htm",
        one   nested_hv:      Maybe<Switch>          = "nested-hv",
        one   msrs:           Maybe<Msrs>            = "msrs",
        one   ccf_assist:     Maybe<Switch>          = "ccf-assist",
        part  xen:            Maybe<XenFeatures>     = "xen",
        value cfpc:           Option<Cfpc>           = "cfpc" @ "value",
        value sbbc:           Option<Cfpc>           = "sbbc" @ "value",
        value ibs:            Option<Ibs>            = "ibs" @ "value",
        part  tcg:            Maybe<Tcg>             = "tcg",
        value async_teardown: Yes                    = "async-teardown" @ "enabled",
        one   ras:            Maybe<Switch>          = "ras",
        one   ps2:            Maybe<Switch>          = "ps2",
        one   aia:            Maybe<Aia>             = "aia",
    } => Features::known;

    /// A feature that is on or off.
    pub Switch { attr state: On = "state", ; }
    pub Apic { attr eoi: On = "eoi", ; }
    pub Gic { attr version: Option<GicVersion> = "version", ; }
    pub Aia { attr value: Text = "value", ; }
    pub Smm {
        attr state: On = "state",
        ;
        one tseg: Maybe<super::memory::Amount> = "tseg",
    }
    pub Hpt {
        attr resizing: Option<HptResizing> = "resizing",
        ;
        one maxpagesize: Maybe<super::memory::Amount> = "maxpagesize",
    }
    pub Msrs { attr unknown: Text = "unknown", ; }
    pub Tcg { ; one tb_cache: Maybe<super::memory::Amount> = "tb-cache", }

    pub Hyperv {
        attr mode: Option<HypervMode> = "mode",
        ;
        one relaxed:         Maybe<Switch>    = "relaxed",
        one vapic:           Maybe<Switch>    = "vapic",
        one spinlocks:       Maybe<Spinlocks> = "spinlocks",
        one vpindex:         Maybe<Switch>    = "vpindex",
        one runtime:         Maybe<Switch>    = "runtime",
        one synic:           Maybe<Switch>    = "synic",
        one stimer:          Maybe<Stimer>    = "stimer",
        one reset:           Maybe<Switch>    = "reset",
        one vendor_id:       Maybe<VendorId>  = "vendor_id",
        one frequencies:     Maybe<Switch>    = "frequencies",
        one reenlightenment: Maybe<Switch>    = "reenlightenment",
        one tlbflush:        Maybe<Tlbflush>  = "tlbflush",
        one ipi:             Maybe<Switch>    = "ipi",
        one evmcs:           Maybe<Switch>    = "evmcs",
        one avic:            Maybe<Switch>    = "avic",
        one emsr_bitmap:     Maybe<Switch>    = "emsr_bitmap",
        one xmm_input:       Maybe<Switch>    = "xmm_input",
    }
    pub Spinlocks { attr state: On = "state", attr retries: Number = "retries", ; }
    pub Stimer { attr state: On = "state", ; one direct: Maybe<Switch> = "direct", }
    pub Tlbflush {
        attr state: On = "state",
        ;
        one direct:   Maybe<Switch> = "direct",
        one extended: Maybe<Switch> = "extended",
    }
    pub VendorId { attr state: On = "state", attr value: Text = "value", ; }

    pub Kvm {
        ;
        one hidden:         Maybe<Switch>    = "hidden",
        one hint_dedicated: Maybe<Switch>    = "hint-dedicated",
        one poll_control:   Maybe<Switch>    = "poll-control",
        one pv_ipi:         Maybe<Switch>    = "pv-ipi",
        one dirty_ring:     Maybe<DirtyRing> = "dirty-ring",
    }
    pub DirtyRing { attr state: On = "state", attr size: Number = "size", ; }

    pub XenFeatures {
        ;
        one e820_host:   Maybe<Switch>         = "e820_host",
        one passthrough: Maybe<XenPassthrough> = "passthrough",
    }
    pub XenPassthrough { attr state: On = "state", attr mode: Option<XenPassthroughMode> = "mode", ; }

    /// Capabilities of a container; each is a [`Switch`] under its own name.
    pub LxcCapabilities {
        attr policy: Option<CapabilitiesPolicy> = "policy",
        ;
        one audit_control:    Maybe<Switch> = "audit_control",
        one audit_write:      Maybe<Switch> = "audit_write",
        one block_suspend:    Maybe<Switch> = "block_suspend",
        one chown:            Maybe<Switch> = "chown",
        one dac_override:     Maybe<Switch> = "dac_override",
        one dac_read_search:  Maybe<Switch> = "dac_read_search",
        one fowner:           Maybe<Switch> = "fowner",
        one fsetid:           Maybe<Switch> = "fsetid",
        one ipc_lock:         Maybe<Switch> = "ipc_lock",
        one ipc_owner:        Maybe<Switch> = "ipc_owner",
        one kill:             Maybe<Switch> = "kill",
        one lease:            Maybe<Switch> = "lease",
        one linux_immutable:  Maybe<Switch> = "linux_immutable",
        one mac_admin:        Maybe<Switch> = "mac_admin",
        one mac_override:     Maybe<Switch> = "mac_override",
        one mknod:            Maybe<Switch> = "mknod",
        one net_admin:        Maybe<Switch> = "net_admin",
        one net_bind_service: Maybe<Switch> = "net_bind_service",
        one net_broadcast:    Maybe<Switch> = "net_broadcast",
        one net_raw:          Maybe<Switch> = "net_raw",
        one setgid:           Maybe<Switch> = "setgid",
        one setfcap:          Maybe<Switch> = "setfcap",
        one setpcap:          Maybe<Switch> = "setpcap",
        one setuid:           Maybe<Switch> = "setuid",
        one sys_admin:        Maybe<Switch> = "sys_admin",
        one sys_boot:         Maybe<Switch> = "sys_boot",
        one sys_chroot:       Maybe<Switch> = "sys_chroot",
        one sys_module:       Maybe<Switch> = "sys_module",
        one sys_nice:         Maybe<Switch> = "sys_nice",
        one sys_pacct:        Maybe<Switch> = "sys_pacct",
        one sys_ptrace:       Maybe<Switch> = "sys_ptrace",
        one sys_rawio:        Maybe<Switch> = "sys_rawio",
        one sys_resource:     Maybe<Switch> = "sys_resource",
        one sys_time:         Maybe<Switch> = "sys_time",
        one sys_tty_config:   Maybe<Switch> = "sys_tty_config",
        one syslog:           Maybe<Switch> = "syslog",
        one wake_alarm:       Maybe<Switch> = "wake_alarm",
    }
}

impl Features {
    /// Features that libvirt does not know are refused, unlike anything else it does not know.
    fn known(&mut self, node: Node<'_>, _r: &Reading) -> Result<()> {
        let mut names = virt_xml::Names::default();
        virt_xml::Element::names(self, &mut names);
        if node.child("async-teardown").is_some() {
            self.async_teardown.get_or_insert(YesNo(true));
        }
        match node.children().find(|child| !names.children.contains(&child.name())) {
            Some(other) => bail!(Domain, ConfigUnsupported, "unexpected feature '{}'", other.name()),
            None => Ok(()),
        }
    }
}
