//! SCSI: hosts and their ports, targets, units, and the disks behind them.

use super::UnknownCapability;
use crate::Checked;
use virt_xml::{choice, element};

element! {
    /// A SCSI host adapter.
    pub ScsiHost {
        ;
        text host: Option<Checked<u32>> = "host",
        text unique_id: Option<Checked<i32>> = "unique_id",
        many capabilities: Vec<ScsiHostCapability> = "capability",
    }
    /// A Fibre Channel port.
    pub FcHost {
        ;
        text wwnn: Option<String> = "wwnn",
        text wwpn: Option<String> = "wwpn",
        text fabric_wwn: Option<String> = "fabric_wwn",
    }
    /// Virtual ports that can be made.
    pub VportOps {
        ;
        text max_vports: Option<u32> = "max_vports",
        text vports: Option<u32> = "vports",
    }
    /// A target of a SCSI host.
    pub ScsiTarget {
        ;
        text target: Option<String> = "target",
        many capabilities: Vec<ScsiTargetCapability> = "capability",
    }
    /// The Fibre Channel port of a target.
    pub FcRemotePort {
        ;
        text rport: Option<String> = "rport",
        text wwpn: Option<String> = "wwpn",
    }
    /// A unit of a target.
    pub Scsi {
        ;
        text host: Option<Checked<u32>> = "host",
        text bus: Option<Checked<u32>> = "bus",
        text target: Option<Checked<u32>> = "target",
        text lun: Option<Checked<u32>> = "lun",
        text kind: Option<String> = "type",
    }
    /// A disk.
    pub Storage {
        ;
        text block: Option<String> = "block",
        text bus: Option<String> = "bus",
        text drive_type: Option<String> = "drive_type",
        text model: Option<String> = "model",
        text vendor: Option<String> = "vendor",
        text serial: Option<String> = "serial",
        many capabilities: Vec<StorageCapability> = "capability",
        text size: Option<Checked<u64>> = "size",
        text logical_block_size: Option<Checked<u64>> = "logical_block_size",
        text num_blocks: Option<Checked<u64>> = "num_blocks",
    }
    /// A medium that can be taken out.
    pub Removable {
        ;
        text media_available: Option<u32> = "media_available",
        text media_size: Option<Checked<u64>> = "media_size",
        text media_label: Option<String> = "media_label",
        text logical_block_size: Option<Checked<u64>> = "logical_block_size",
        text num_blocks: Option<Checked<u64>> = "num_blocks",
    }
    /// A disk that can be taken away.
    pub Hotpluggable { ; }
}

choice! {
    /// What a SCSI host can do.
    pub ScsiHostCapability by "type" other Unknown(UnknownCapability) {
        FcHost(FcHost) = "fc_host",
        VportOps(VportOps) = "vport_ops",
    }
    /// What a target is.
    pub ScsiTargetCapability by "type" other Unknown(UnknownCapability) {
        FcRemotePort(FcRemotePort) = "fc_remote_port",
    }
    /// What a disk can do.
    pub StorageCapability by "type" other Unknown(UnknownCapability) {
        Removable(Removable) = "removable",
        Hotpluggable(Hotpluggable) = "hotpluggable",
    }
}

impl ScsiHost {
    /// The Fibre Channel port, if the host is one.
    pub fn fc_host(&self) -> Option<&FcHost> {
        self.capabilities.iter().find_map(|capability| match capability {
            ScsiHostCapability::FcHost(host) => Some(host),
            _ => None,
        })
    }

    /// Whether virtual ports can be made on it.
    pub fn has_vports(&self) -> bool {
        self.capabilities.iter().any(|capability| matches!(capability, ScsiHostCapability::VportOps(_)))
    }
}
