//! Disks.

use super::address::DeviceInfo;
use super::prelude::*;
use super::storage::*;

names! {
    pub enum DiskDevice { Disk = "disk", Cdrom = "cdrom", Floppy = "floppy", Lun = "lun" }
    pub enum DiskBus {
        Ide = "ide", Fdc = "fdc", Scsi = "scsi", Virtio = "virtio", Xen = "xen", Usb = "usb", Uml = "uml",
        Sata = "sata", Sd = "sd", Nvme = "nvme",
    }
    pub enum DiskModel {
        Virtio = "virtio", VirtioTransitional = "virtio-transitional",
        VirtioNonTransitional = "virtio-non-transitional", UsbStorage = "usb-storage", UsbBot = "usb-bot",
    }
    pub enum DiskCache unset "default" {
        Default = "default", None = "none", Writethrough = "writethrough", Writeback = "writeback",
        Directsync = "directsync", Unsafe = "unsafe",
    }
    pub enum ErrorPolicy unset "default" {
        Default = "default", Stop = "stop", Report = "report", Ignore = "ignore", Enospace = "enospace",
    }
    pub enum DiskIo unset "default" {
        Default = "default", Native = "native", Threads = "threads", IoUring = "io_uring",
    }
    pub enum Discard { Unmap = "unmap", Ignore = "ignore" }
    pub enum DetectZeroes { Off = "off", On = "on", Unmap = "unmap" }
    pub enum SnapshotLocation { No = "no", Internal = "internal", External = "external", Manual = "manual" }
    pub enum Sgio { Filtered = "filtered", Unfiltered = "unfiltered" }
    pub enum Translation { None = "none", Auto = "auto", Lba = "lba" }
    pub enum Tray { Closed = "closed", Open = "open" }
    pub enum MirrorJob { None = "none", Copy = "copy", ActiveCommit = "active-commit" }
    pub enum MirrorReady { Yes = "yes", Abort = "abort", Pivot = "pivot" }
}

element! {
    /// `/domain/devices/disk`
    pub Disk {
        attr kind:     Option<DiskType>         = "type",
        attr device:   Option<DiskDevice>       = "device",
        attr model:    Option<DiskModel>        = "model",
        attr rawio:    Yes                      = "rawio",
        attr sgio:     Option<Sgio>             = "sgio",
        attr snapshot: Option<SnapshotLocation> = "snapshot",
        ;
        part  driver:          Maybe<DiskDriver>      = "driver",
        one   auth:            Maybe<Auth>            = "auth",
        part  source:          Maybe<Source>          = "source",
        one   backing_store:   Maybe<BackingStore>    = "backingStore",
        value backenddomain:   Text                   = "backenddomain" @ "name",
        part  geometry:        Maybe<Geometry>        = "geometry",
        part  blockio:         Maybe<BlockIo>         = "blockio",
        one   mirror:          Maybe<Mirror>          = "mirror" when live,
        one   target:          Maybe<DiskTarget>      = "target",
        part  iotune:          Maybe<IoTune>          = "iotune",
        part  throttlefilters: Maybe<ThrottleFilters> = "throttlefilters",
        flag  readonly:        bool                   = "readonly",
        flag  shareable:       bool                   = "shareable",
        one   transient:       Maybe<Transient>       = "transient",
        text  serial:          Text                   = "serial",
        text  wwn:             Text                   = "wwn",
        text  vendor:          Text                   = "vendor",
        text  product:         Text                   = "product",
        one   encryption:      Maybe<Encryption>      = "encryption",
        flat  info:            DeviceInfo,
        tree  private_data:    Option<Tree>           = "privateData" when status,
    }

    pub DiskDriver {
        attr name:             Text                  = "name",
        attr kind:             Option<StorageFormat> = "type",
        attr cache:            Option<DiskCache>     = "cache",
        attr error_policy:     Option<ErrorPolicy>   = "error_policy",
        attr rerror_policy:    Option<ErrorPolicy>   = "rerror_policy",
        attr io:               Option<DiskIo>        = "io",
        attr ioeventfd:        On                    = "ioeventfd",
        attr event_idx:        On                    = "event_idx",
        attr copy_on_read:     On                    = "copy_on_read",
        attr discard:          Option<Discard>       = "discard",
        attr iothread:         Number                = "iothread" is positive,
        attr detect_zeroes:    Option<DetectZeroes>  = "detect_zeroes",
        attr queues:           Number                = "queues",
        attr queue_size:       Number                = "queue_size",
        attr discard_no_unref: On                    = "discard_no_unref",
        attr iommu:            On                    = "iommu",
        attr ats:              On                    = "ats",
        attr packed:           On                    = "packed",
        attr page_per_vq:      On                    = "page_per_vq",
        ;
        part iothreads:      Maybe<DriverIothreads> = "iothreads",
        part statistics:     Maybe<Statistics>      = "statistics",
        part metadata_cache: Maybe<MetadataCache>   = "metadata_cache",
    }
    /// Several I/O threads for one disk, with their queues.
    pub DriverIothreads { ; many iothreads: Vec<DriverIothread> = "iothread", }
    pub DriverIothread { attr id: Number = "id", ; many queues: Vec<DriverQueue> = "queue", }
    pub DriverQueue { attr id: Number = "id", ; }
    /// How often statistics are collected, and how latencies are counted.
    pub Statistics {
        ;
        many statistics: Vec<Statistic>        = "statistic",
        many histograms: Vec<LatencyHistogram> = "latency-histogram",
    }
    pub Statistic { attr interval: Number = "interval", ; }
    pub LatencyHistogram {
        attr kind: Text = "type",
        ;
        many bins: Vec<HistogramBin> = "bin",
    }
    pub HistogramBin { attr start: Long = "start", ; }

    pub Geometry {
        attr cyls:  Number              = "cyls",
        attr heads: Number              = "heads",
        attr secs:  Number              = "secs",
        attr trans: Option<Translation> = "trans",
        ;
    }
    pub BlockIo {
        attr logical_block_size: Number = "logical_block_size",
        attr physical_block_size: Number = "physical_block_size",
        attr discard_granularity: Number = "discard_granularity",
        ;
    }

    pub DiskTarget {
        attr dev:           Text            = "dev",
        attr bus:           Option<DiskBus> = "bus",
        attr tray:          Option<Tray>    = "tray",
        attr removable:     On              = "removable",
        attr rotation_rate: Number          = "rotation_rate",
        attr dpofua:        On              = "dpofua",
        ;
    }

    pub IoTune {
        ;
        text total_bytes_sec: Long = "total_bytes_sec" refused XmlError "disk iotune field 'total_bytes_sec' must be an integer",
        text read_bytes_sec: Long = "read_bytes_sec" refused XmlError "disk iotune field 'read_bytes_sec' must be an integer",
        text write_bytes_sec: Long = "write_bytes_sec" refused XmlError "disk iotune field 'write_bytes_sec' must be an integer",
        text total_iops_sec: Long = "total_iops_sec" refused XmlError "disk iotune field 'total_iops_sec' must be an integer",
        text read_iops_sec: Long = "read_iops_sec" refused XmlError "disk iotune field 'read_iops_sec' must be an integer",
        text write_iops_sec: Long = "write_iops_sec" refused XmlError "disk iotune field 'write_iops_sec' must be an integer",
        text total_bytes_sec_max: Long = "total_bytes_sec_max" refused XmlError "disk iotune field 'total_bytes_sec_max' must be an integer",
        text read_bytes_sec_max: Long = "read_bytes_sec_max" refused XmlError "disk iotune field 'read_bytes_sec_max' must be an integer",
        text write_bytes_sec_max: Long = "write_bytes_sec_max" refused XmlError "disk iotune field 'write_bytes_sec_max' must be an integer",
        text total_iops_sec_max: Long = "total_iops_sec_max" refused XmlError "disk iotune field 'total_iops_sec_max' must be an integer",
        text read_iops_sec_max: Long = "read_iops_sec_max" refused XmlError "disk iotune field 'read_iops_sec_max' must be an integer",
        text write_iops_sec_max: Long = "write_iops_sec_max" refused XmlError "disk iotune field 'write_iops_sec_max' must be an integer",
        text size_iops_sec: Long = "size_iops_sec" refused XmlError "disk iotune field 'size_iops_sec' must be an integer",
        text group_name:         Text = "group_name",
        text total_bytes_sec_max_length: Long = "total_bytes_sec_max_length" refused XmlError "disk iotune field 'total_bytes_sec_max_length' must be an integer",
        text read_bytes_sec_max_length: Long = "read_bytes_sec_max_length" refused XmlError "disk iotune field 'read_bytes_sec_max_length' must be an integer",
        text write_bytes_sec_max_length: Long = "write_bytes_sec_max_length" refused XmlError "disk iotune field 'write_bytes_sec_max_length' must be an integer",
        text total_iops_sec_max_length: Long = "total_iops_sec_max_length" refused XmlError "disk iotune field 'total_iops_sec_max_length' must be an integer",
        text read_iops_sec_max_length: Long = "read_iops_sec_max_length" refused XmlError "disk iotune field 'read_iops_sec_max_length' must be an integer",
        text write_iops_sec_max_length: Long = "write_iops_sec_max_length" refused XmlError "disk iotune field 'write_iops_sec_max_length' must be an integer",
    }
    pub ThrottleFilters { ; many filters: Vec<ThrottleFilter> = "throttlefilter", }
    pub ThrottleFilter { attr group: Text = "group", ; }
    pub Transient { attr share_backing: Yes = "shareBacking", ; }

    /// The copy that a block job writes.
    pub Mirror {
        attr kind:        Option<DiskType>    = "type",
        attr file:        Text                = "file",
        attr format_name: Text                = "format",
        attr job:         Option<MirrorJob>   = "job",
        attr ready:       Option<MirrorReady> = "ready",
        ;
        one format:        Maybe<Format>       = "format",
        one source:        Maybe<Source>       = "source",
        one backing_store: Maybe<BackingStore> = "backingStore",
    }
}

impl Disk {
    /// The guest's name of the disk, such as `vda`.
    pub fn target_name(&self) -> &str {
        self.target.as_ref().and_then(|target| target.dev.as_deref()).unwrap_or_default()
    }

    pub fn device(&self) -> DiskDevice {
        self.device.unwrap_or(DiskDevice::Disk)
    }

    pub fn bus(&self) -> Option<DiskBus> {
        self.target.as_ref()?.bus
    }

    /// The file, device or directory on the host; `None` for an empty drive and for network storage.
    pub fn source_path(&self) -> Option<&str> {
        let source = self.source.as_ref()?;
        match self.kind.unwrap_or(DiskType::File) {
            DiskType::File => source.file.as_deref(),
            DiskType::Block | DiskType::VhostVdpa => source.dev.as_deref(),
            DiskType::Dir => source.dir.as_deref(),
            DiskType::VhostUser => source.path.as_deref(),
            DiskType::Network | DiskType::Volume | DiskType::Nvme => None,
        }
    }
}
