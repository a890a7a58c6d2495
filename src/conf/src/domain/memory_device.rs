//! Memory as devices: the balloon, pluggable modules, shared memory, and persistent storage of firmware.

use super::address::DeviceInfo;
use super::filesystem::VirtioModel;
use super::memory::Amount;
use super::prelude::*;
use super::sound::VirtioDriver;

names! {
    pub enum BalloonModel {
        Virtio = "virtio", Xen = "xen", None = "none", VirtioTransitional = "virtio-transitional",
        VirtioNonTransitional = "virtio-non-transitional",
    }
    pub enum MemoryModel {
        Dimm = "dimm", Nvdimm = "nvdimm", VirtioPmem = "virtio-pmem", VirtioMem = "virtio-mem", SgxEpc = "sgx-epc",
    }
    pub enum MemoryAccess unset "default" { Default = "default", Shared = "shared", Private = "private" }
    pub enum ShmemModel {
        Ivshmem = "ivshmem", IvshmemPlain = "ivshmem-plain", IvshmemDoorbell = "ivshmem-doorbell",
    }
    pub enum ShmemRole unset "default" { Default = "default", Master = "master", Peer = "peer" }
}

element! {
    /// `/domain/devices/memballoon`
    pub Memballoon {
        attr model:       Option<BalloonModel> = "model" is required,
        attr autodeflate: On                   = "autodeflate",
        attr free_page_reporting: On                   = "freePageReporting",
        ;
        value stats:  Option<i32>         = "stats" @ "period",
        flat  info:   DeviceInfo,
        part  driver: Maybe<VirtioDriver> = "driver",
    }

    /// `/domain/devices/memory`
    pub MemoryDevice {
        attr model:   Option<MemoryModel>  = "model" is required,
        attr access:  Option<MemoryAccess> = "access",
        attr discard: Yes                  = "discard",
        ;
        text uuid:   Text                = "uuid",
        part source: Maybe<MemorySource> = "source",
        one  target: Maybe<MemoryTarget> = "target",
        flat info:   DeviceInfo,
    }
    pub MemorySource {
        ;
        text nodemask:  Set           = "nodemask",
        one  pagesize:  Maybe<Amount> = "pagesize",
        text path:      Text          = "path",
        one  alignsize: Maybe<Amount> = "alignsize",
        flag pmem:      bool          = "pmem",
    }
    pub MemoryTarget {
        attr dynamic_memslots: Yes = "dynamicMemslots",
        ;
        one   size:      Maybe<Amount>      = "size",
        text  node:      Number             = "node",
        part  label:     Maybe<MemoryLabel> = "label",
        one   block:     Maybe<Amount>      = "block",
        one   requested: Maybe<Amount>      = "requested",
        one   current:   Maybe<Amount>      = "current" when live,
        value address:   Option<Hex<1, { u64::MAX }>> = "address" @ "base",
        flag  readonly:  bool               = "readonly",
    }
    pub MemoryLabel { ; one size: Maybe<Amount> = "size", }

    /// `/domain/devices/shmem`
    pub Shmem {
        attr name: Text              = "name",
        attr role: Option<ShmemRole> = "role",
        ;
        value model:  Option<ShmemModel> = "model" @ "type",
        one   size:   Maybe<Amount>      = "size",
        one   server: Maybe<ShmemServer> = "server",
        one   msi:    Maybe<Msi>         = "msi",
        flat  info:   DeviceInfo,
    }
    pub ShmemServer { attr path: Text = "path", ; }
    pub Msi {
        attr enabled:   Yes    = "enabled",
        attr vectors:   Number = "vectors",
        attr ioeventfd: On     = "ioeventfd",
        ;
    }

    /// `/domain/devices/nvram`
    pub Nvram { ; flat info: DeviceInfo, }

    /// `/domain/devices/pstore`
    pub Pstore {
        attr backend: Text = "backend",
        ;
        text path: Text          = "path",
        one  size: Maybe<Amount> = "size",
        flat info: DeviceInfo,
    }

    /// `/domain/devices/vsock`
    pub Vsock {
        attr model: Option<VirtioModel> = "model",
        ;
        one  cid:    Maybe<Cid>          = "cid",
        flat info:   DeviceInfo,
        part driver: Maybe<VirtioDriver> = "driver",
    }
    pub Cid {
        attr auto:    Yes    = "auto",
        attr address: Number = "address",
        ;
    }
}
