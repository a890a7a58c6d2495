//! The domain document: what a guest is.
//!
//! [`Domain`] is the structure with its table; the files beside it hold its parts, one file a device or a group of
//! small ones. `parse.rs` has the doors (documents, devices, flags). Behind them a document takes four steps: it is
//! read by the tables, checked as it was written (`validate*.rs`; under validation `schema.rs` too), brought into the
//! form that libvirt writes (`normalize*.rs`, `tuning.rs`), and completed (`defaults.rs`, `placement.rs`), after
//! which `validate_together.rs` looks at the whole. To add an element, add a line to a table.

mod abi;
mod access;
pub mod address;
pub mod chardev;
pub mod clock;
pub mod controller;
pub mod cpu;
mod defaults;
pub mod devices;
pub mod disk;
pub mod features;
pub mod filesystem;
pub mod graphics;
pub mod hostdev;
pub mod input;
pub mod interface;
pub mod iommu;
mod matching;
pub mod memory;
pub mod memory_device;
mod normalize;
mod normalize_chardev;
mod normalize_devices;
mod normalize_disk;
mod normalize_graphics;
pub mod os;
mod parse;
mod placement;
mod prelude;
pub mod rng;
mod schema;
pub mod security;
pub mod sound;
pub mod storage;
pub mod tpm;
mod tuning;
mod units;
mod validate;
mod validate_devices;
mod validate_interface;
mod validate_together;
pub mod video;
pub mod watchdog;

pub use devices::{Device, DeviceRef, Devices};
pub use parse::ParseFlags;
pub use placement::drive_index;
pub use validate::{check_name, check_title};

use crate::Uuid;
use clock::{Clock, Lifecycle, LockFailure, Perf, Pm};
use memory::*;
use prelude::*;
use security::{IdMap, Keywrap, LaunchSecurity, Seclabel};

names! {
    /// What runs the guest.
    pub enum VirtType {
        None = "none", Qemu = "qemu", Kqemu = "kqemu", Kvm = "kvm", Xen = "xen", Lxc = "lxc", Uml = "uml",
        Openvz = "openvz", Test = "test", Vmware = "vmware", Hyperv = "hyperv", Vbox = "vbox", Phyp = "phyp",
        Parallels = "parallels", Bhyve = "bhyve", Vz = "vz", Hvf = "hvf",
    }
}

element! {
    /// `/domain`
    pub Domain {
        attr kind: Option<VirtType> = "type",
        attr id:   Option<i32>      = "id" when live,
        ;
        text    name:            Text                      = "name",
        text    uuid:            Option<Uuid>              = "uuid",
        one     genid_element:   Maybe<GenId>              = "genid",
        text    title:           Text                      = "title",
        text    description:     Text                      = "description",
        foreign metadata:        Option<Tree>              = "metadata",
        one     maximum:         Maybe<MaxMemory>          = "maxMemory",
        one     total:           Maybe<Memory>             = "memory",
        one     current:         Maybe<Amount>             = "currentMemory",
        part    blkiotune:       Maybe<Blkiotune>          = "blkiotune",
        part    memtune:         Maybe<Memtune>            = "memtune",
        part    memory_backing:  Maybe<MemoryBacking>      = "memoryBacking",
        one     vcpu:            Maybe<Vcpu>               = "vcpu",
        part    vcpus:           Maybe<Vcpus>              = "vcpus",
        text iothreads: Number = "iothreads" refused XmlError "invalid iothreads count '{}'",
        part    iothreadids:     Maybe<IothreadIds>        = "iothreadids",
        part    defaultiothread: Maybe<DefaultIothread>    = "defaultiothread",
        part    throttlegroups:  Maybe<ThrottleGroups>     = "throttlegroups",
        part    cputune:         Maybe<Cputune>            = "cputune",
        part    numatune:        Maybe<Numatune>           = "numatune",
        part    resource:        Maybe<Resource>           = "resource",
        many    sysinfos:        Vec<os::Sysinfo>          = "sysinfo",
        text    bootloader:      Text                      = "bootloader",
        text    bootloader_args: Text                      = "bootloader_args",
        one     os:              Maybe<os::Os>             = "os",
        part    idmap:           Maybe<IdMap>              = "idmap",
        part    features:        Maybe<features::Features> = "features",
        part    cpu:             Maybe<cpu::Cpu>           = "cpu",
        one     clock:           Maybe<Clock>              = "clock",
        text on_poweroff: Option<Lifecycle> = "on_poweroff" refused ConfigUnsupported "unknown on_poweroff action: {}",
        text on_reboot: Option<Lifecycle> = "on_reboot" refused ConfigUnsupported "unknown on_reboot action: {}",
        text on_crash: Option<Lifecycle> = "on_crash" refused ConfigUnsupported "unknown on_crash action: {}",
        text on_lockfailure: Option<LockFailure> = "on_lockfailure" refused ConfigUnsupported "unknown on_lockfailure action: {}",
        part    pm:              Maybe<Pm>                 = "pm",
        part    perf:            Maybe<Perf>               = "perf",
        always  devices:         Devices                   = "devices",
        many    seclabels:       Vec<Seclabel>             = "seclabel",
        kept    driver_data:     Vec<Tree>,
        part    keywrap:         Maybe<Keywrap>            = "keywrap",
        one     launch_security: Maybe<LaunchSecurity>     = "launchSecurity",
    }

    /// `<genid>`; without a value one is made.
    pub GenId { ; content value: Option<Uuid>, }
}
