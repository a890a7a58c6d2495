//! Host directories and images that the guest sees as file systems.

use super::address::DeviceInfo;
use super::prelude::*;
use super::security::IdMap;

names! {
    pub enum FilesystemType {
        Mount = "mount", Block = "block", File = "file", Template = "template", Ram = "ram", Bind = "bind",
        Volume = "volume",
    }
    pub enum AccessMode unset "default" {
        Default = "default", Passthrough = "passthrough", Mapped = "mapped", Squash = "squash",
    }
    pub enum Multidevs unset "default" {
        Default = "default", Remap = "remap", Forbid = "forbid", Warn = "warn",
    }
    pub enum FilesystemDriverType unset "default" {
        Default = "default", Path = "path", Handle = "handle", Loop = "loop", Nbd = "nbd", Ploop = "ploop",
        Virtiofs = "virtiofs", Mtp = "mtp",
    }
    pub enum WritePolicy unset "default" { Default = "default", Immediate = "immediate" }
    pub enum VirtioModel {
        Virtio = "virtio", VirtioTransitional = "virtio-transitional",
        VirtioNonTransitional = "virtio-non-transitional",
    }
    pub enum VirtiofsCache unset "default" { Default = "default", None = "none", Always = "always" }
    pub enum Sandbox unset "default" { Default = "default", Namespace = "namespace", Chroot = "chroot" }
}

element! {
    /// `/domain/devices/filesystem`
    pub Filesystem {
        attr kind:       Option<FilesystemType> = "type",
        attr accessmode: Option<AccessMode>     = "accessmode",
        attr model:      Option<VirtioModel>    = "model",
        attr multidevs:  Option<Multidevs>      = "multidevs",
        attr fmode:      Option<Octal>          = "fmode",
        attr dmode:      Option<Octal>          = "dmode",
        ;
        part  driver:           Maybe<FilesystemDriver> = "driver",
        part  binary:           Maybe<VirtiofsBinary>   = "binary",
        part  idmap:            Maybe<IdMap>            = "idmap",
        part  source:           Maybe<FilesystemSource> = "source",
        value target:           Text                    = "target" @ "dir",
        flag  readonly:         bool                    = "readonly",
        one   space_hard_limit: Maybe<super::memory::Amount> = "space_hard_limit",
        one   space_soft_limit: Maybe<super::memory::Amount> = "space_soft_limit",
        flat  info:             DeviceInfo,
    }
    pub FilesystemDriver {
        attr kind:        Option<FilesystemDriverType> = "type",
        attr format:      Option<super::storage::StorageFormat> = "format",
        attr wrpolicy:    Option<WritePolicy> = "wrpolicy",
        attr queue:       Long                = "queue",
        attr iommu:       On                  = "iommu",
        attr ats:         On                  = "ats",
        attr packed:      On                  = "packed",
        attr page_per_vq: On                  = "page_per_vq",
        ;
    }
    pub VirtiofsBinary {
        attr path:  Text = "path",
        attr xattr: On   = "xattr",
        ;
        value cache:       Option<VirtiofsCache> = "cache" @ "mode",
        value sandbox:     Option<Sandbox>       = "sandbox" @ "mode",
        part  lock:        Maybe<VirtiofsLock>   = "lock",
        value thread_pool: Option<i32>           = "thread_pool" @ "size",
        value openfiles:   Long                  = "openfiles" @ "max",
    }
    pub VirtiofsLock { attr posix: On = "posix", attr flock: On = "flock", ; }
    pub FilesystemSource {
        attr dir:    Text = "dir",
        attr dev:    Text = "dev",
        attr file:   Text = "file",
        attr name:   Text = "name",
        attr usage:  Long = "usage" refused XmlError "cannot parse usage '{}' for RAM filesystem",
        attr units:  Text = "units",
        attr pool:   Text = "pool",
        attr volume: Text = "volume",
        attr socket: Text = "socket",
        ;
    }
}

/// File permission bits, written as four octal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Octal(pub u32);

impl Value for Octal {
    const WANTED: &'static str = " Expected non-negative integer value";

    fn read(word: &str) -> Option<Octal> {
        let bits = virt_xml::unsigned(word, 8)?;
        (bits <= 0o777).then_some(Octal(bits as u32))
    }

    fn write(&self, out: &mut String) {
        out.push('0');
        for shift in [6, 3, 0] {
            out.push(char::from(b'0' + (self.0 >> shift & 7) as u8));
        }
    }
}
