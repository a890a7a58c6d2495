//! Where a disk's data lie: files, devices, network storage, and what is needed to reach and read them.

use super::address::PciAddress;
use super::prelude::*;
use super::security::DeviceSeclabel;

names! {
    pub enum DiskType {
        File = "file", Block = "block", Dir = "dir", Network = "network", Volume = "volume", Nvme = "nvme",
        VhostUser = "vhostuser", VhostVdpa = "vhostvdpa",
    }
    pub enum StorageFormat refused ConfigUnsupported "unknown driver format value '{}'" {
        None = "none", Raw = "raw", Dir = "dir", Bochs = "bochs", Cloop = "cloop", Dmg = "dmg", Iso = "iso",
        Vpc = "vpc", Vdi = "vdi", Fat = "fat", Vhd = "vhd", Ploop = "ploop", Cow = "cow", Qcow = "qcow",
        Qcow2 = "qcow2", Qed = "qed", Vmdk = "vmdk",
    }
    pub enum NetworkProtocol {
        None = "none", Nbd = "nbd", Rbd = "rbd", Sheepdog = "sheepdog", Gluster = "gluster", Iscsi = "iscsi",
        Http = "http", Https = "https", Ftp = "ftp", Ftps = "ftps", Tftp = "tftp", Ssh = "ssh", Vxhs = "vxhs",
        Nfs = "nfs",
    }
    pub enum Transport refused ConfigUnsupported "unknown protocol transport type '{}'" { Tcp = "tcp", Unix = "unix", Rdma = "rdma" }
    pub enum StartupPolicy { Mandatory = "mandatory", Requisite = "requisite", Optional = "optional" }
    pub enum PoolMode { Host = "host", Direct = "direct" }
    pub enum SecretType {
        Passphrase = "passphrase", Volume = "volume", Ceph = "ceph", Iscsi = "iscsi", Tls = "tls",
        Vtpm = "vtpm",
    }
    pub enum EncryptionFormat {
        Default = "default", Qcow = "qcow", Luks = "luks", Luks2 = "luks2", LuksAny = "luks-any",
    }
    pub enum EncryptionEngine unset "default" { Default = "default", Qemu = "qemu", Librbd = "librbd" }
}

element! {
    /// `<source>` of a disk, of one of its backing files, or of its copy. Which attributes count is told by the
    /// disk's type.
    pub Source {
        attr kind:            Text                    = "type",
        attr managed:         Yes                     = "managed",
        attr namespace:       Long                    = "namespace",
        attr path:            Text                    = "path",
        attr file:            Text                    = "file",
        attr fdgroup:         Text                    = "fdgroup",
        attr dev:             Text                    = "dev",
        attr dir:             Text                    = "dir",
        attr pool:            Text                    = "pool",
        attr volume:          Text                    = "volume",
        attr protocol:        Option<NetworkProtocol> = "protocol",
        attr name:            Text                    = "name",
        attr query:           Text                    = "query",
        attr tls:             Yes                     = "tls",
        attr tls_from_config: Option<bool01::Bit>     = "tlsFromConfig" when status,
        attr tls_hostname:    Text                    = "tlsHostname",
        attr mode:            Option<PoolMode>        = "mode",
        attr startup_policy:  Option<StartupPolicy>   = "startupPolicy",
        attr index:           Number                  = "index" when live,
        ;
        many  hosts:        Vec<Host>           = "host",
        value snapshot:     Text                = "snapshot" @ "name",
        value config:       Text                = "config" @ "file",
        one   address:      Maybe<NvmeAddress>  = "address",
        part  slices:       Maybe<Slices>       = "slices",
        one   data_store:   Maybe<DataStore>    = "dataStore",
        part  ssl:          Maybe<Ssl>          = "ssl",
        part  cookies:      Maybe<Cookies>      = "cookies" when secure,
        many  seclabels:    Vec<DeviceSeclabel> = "seclabel",
        part  initiator:    Maybe<Initiator>    = "initiator",
        value known_hosts:  Text                = "knownHosts" @ "path",
        one   auth:         Maybe<Auth>         = "auth",
        one   encryption:   Maybe<Encryption>   = "encryption",
        one   reservations: Maybe<Reservations> = "reservations",
        part  identity:     Maybe<Identity>     = "identity",
        value readahead:    Long                = "readahead" @ "size",
        value timeout:      Long                = "timeout" @ "seconds",
        one   reconnect:    Maybe<Reconnect>    = "reconnect",
        tree  private_data: Option<Tree>        = "privateData" when status,
    }

    pub Host {
        attr name:      Text              = "name",
        attr port:      Text              = "port",
        attr transport: Option<Transport> = "transport",
        attr socket:    Text              = "socket",
        ;
    }

    /// The controller of an NVMe disk on the host.
    pub NvmeAddress { ; flat pci: PciAddress, }

    pub Slices { ; many slices: Vec<Slice> = "slice", }
    pub Slice {
        attr kind:   Text = "type",
        attr offset: Long = "offset",
        attr size:   Long = "size",
        ;
    }

    pub Ssl { attr verify: Yes = "verify", ; }
    pub Cookies { ; many cookies: Vec<Cookie> = "cookie", }
    pub Cookie { attr name: Text = "name", ; content value: Text, }
    pub Initiator { ; value iqn: Text = "iqn" @ "name", }

    pub Auth {
        attr kind:     Text = "type",
        attr username: Text = "username",
        ;
        one secret: Maybe<SecretRef> = "secret",
    }
    /// A secret by UUID or by usage.
    pub SecretRef {
        attr kind:  Option<SecretType> = "type",
        attr usage: Text               = "usage",
        attr uuid:  Text               = "uuid",
        ;
    }

    pub Encryption {
        attr format: Option<EncryptionFormat> = "format",
        attr engine: Option<EncryptionEngine> = "engine",
        ;
        many secrets: Vec<SecretRef> = "secret",
        one  cipher:  Maybe<Cipher>  = "cipher",
        one  ivgen:   Maybe<Cipher>  = "ivgen",
    }
    pub Cipher {
        attr name: Text   = "name",
        attr size: Number = "size",
        attr mode: Text   = "mode",
        attr hash: Text   = "hash",
        ;
    }

    /// Persistent reservations.
    pub Reservations {
        attr enabled:   Yes = "enabled",
        attr managed:   Yes = "managed",
        attr migration: Yes = "migration",
        ;
        one source: Maybe<UnixSource> = "source",
    }
    pub UnixSource {
        attr kind: Text = "type",
        attr path: Text = "path",
        attr mode: Text = "mode",
        ;
        one reconnect: Maybe<Reconnect> = "reconnect",
    }

    pub Identity {
        attr user:      Text = "user",
        attr group:     Text = "group",
        attr username:  Text = "username",
        attr keyfile:   Text = "keyfile",
        attr agentsock: Text = "agentsock",
        ;
    }

    /// Reconnecting a broken connection; seconds.
    pub Reconnect {
        attr enabled: Yes    = "enabled",
        attr timeout: Number = "timeout",
        attr delay:   Number = "delay",
        ;
    }

    /// What an image is based on, as far as the chain is known. An empty one ends the chain.
    pub BackingStore {
        attr kind:  Option<DiskType> = "type",
        attr index: Number           = "index" when live,
        ;
        one format:        Maybe<Format>       = "format",
        one source:        Maybe<Source>       = "source",
        one backing_store: Maybe<BackingStore> = "backingStore",
    }
    /// Where the guest's data lie when the image holds the metadata alone.
    pub DataStore {
        attr kind: Option<DiskType> = "type",
        ;
        one format: Maybe<Format> = "format",
        one source: Maybe<Source> = "source",
    }
    pub Format {
        attr kind: Option<StorageFormat> = "type",
        ;
        part metadata_cache: Maybe<MetadataCache> = "metadata_cache",
    }
    pub MetadataCache { ; one max_size: Maybe<MaxSize> = "max_size", }
    pub MaxSize { attr unit: Text = "unit", ; content value: Long, }
}

/// Flags that libvirt writes as 0 and 1.
pub mod bool01 {
    use virt_xml::names;
    names! { pub enum Bit { No = "0", Yes = "1" } }
}
