//! The kinds of storage pool: what the source of each is made of, and the formats that it and its volumes have.

virt_xml::names! {
    /// The kinds of pool.
    pub enum PoolKind {
        Dir = "dir",
        Fs = "fs",
        Netfs = "netfs",
        Logical = "logical",
        Disk = "disk",
        Iscsi = "iscsi",
        IscsiDirect = "iscsi-direct",
        Scsi = "scsi",
        Mpath = "mpath",
        Rbd = "rbd",
        Sheepdog = "sheepdog",
        Gluster = "gluster",
        Zfs = "zfs",
        Vstorage = "vstorage",
    }
}

/// Formats by name, and which one is meant when none is named.
#[derive(Clone, Copy, Debug)]
pub struct Formats {
    pub names: &'static [&'static str],
    pub default: &'static str,
}

/// What a kind of pool is made of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traits {
    pub host: bool,
    pub device: bool,
    pub dir: bool,
    pub adapter: bool,
    pub name: bool,
    pub initiator: bool,
    /// The source is not reached through a path of the host.
    pub no_target: bool,
    /// Formats of the pool.
    pub source: Option<Formats>,
    /// Formats of its volumes.
    pub volume: Option<Formats>,
    /// Volumes show this format whatever it is.
    pub volume_shows: Option<&'static str>,
}

/// Formats of volumes that are files.
const FILE_FORMATS: &[&str] = &[
    "none", "raw", "dir", "bochs", "cloop", "dmg", "iso", "vpc", "vdi", "fat", "vhd", "ploop", "cow", "qcow",
    "qcow2", "qed", "vmdk",
];

const FILES: Option<Formats> = Some(Formats { names: FILE_FORMATS, default: "raw" });

const FS: Formats = Formats {
    names: &[
        "auto", "ext2", "ext3", "ext4", "ufs", "iso9660", "udf", "gfs", "gfs2", "vfat", "hfs+", "xfs",
        "ocfs2", "vmfs",
    ],
    default: "auto",
};
const NETFS: Formats = Formats { names: &["auto", "nfs", "glusterfs", "cifs"], default: "auto" };
const LOGICAL: Formats = Formats { names: &["unknown", "lvm2"], default: "lvm2" };
const DISK: Formats = Formats {
    names: &["unknown", "dos", "dvh", "gpt", "mac", "bsd", "pc98", "sun", "lvm2"],
    default: "unknown",
};
const PARTITIONS: Formats = Formats {
    names: &["none", "linux", "fat16", "fat32", "linux-swap", "linux-lvm", "linux-raid", "extended"],
    default: "none",
};

impl PoolKind {
    /// What this kind of pool is made of.
    pub fn traits(self) -> Traits {
        let none = Traits::default();
        match self {
            PoolKind::Dir => Traits { volume: FILES, ..none },
            PoolKind::Fs => Traits { device: true, source: Some(FS), volume: FILES, ..none },
            PoolKind::Netfs => Traits { host: true, dir: true, source: Some(NETFS), volume: FILES, ..none },
            PoolKind::Logical => Traits { name: true, device: true, source: Some(LOGICAL), ..none },
            PoolKind::Disk => Traits { device: true, source: Some(DISK), volume: Some(PARTITIONS), ..none },
            PoolKind::Iscsi => {
                Traits { host: true, device: true, initiator: true, volume_shows: Some("unknown"), ..none }
            }
            PoolKind::IscsiDirect => Traits {
                host: true,
                device: true,
                initiator: true,
                no_target: true,
                volume_shows: Some("unknown"),
                ..none
            },
            PoolKind::Scsi => Traits { adapter: true, volume_shows: Some("unknown"), ..none },
            PoolKind::Mpath => Traits { volume_shows: Some("unknown"), ..none },
            PoolKind::Rbd => Traits {
                host: true,
                name: true,
                no_target: true,
                volume: Some(Formats { names: &["raw"], default: "raw" }),
                ..none
            },
            PoolKind::Sheepdog => {
                Traits { host: true, name: true, no_target: true, volume_shows: Some("unknown"), ..none }
            }
            PoolKind::Gluster => {
                Traits { host: true, name: true, dir: true, no_target: true, volume: FILES, ..none }
            }
            PoolKind::Zfs => Traits { name: true, device: true, ..none },
            PoolKind::Vstorage => Traits { name: true, volume: FILES, ..none },
        }
    }
}
