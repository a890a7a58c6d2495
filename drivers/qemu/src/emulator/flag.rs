//! What tells one emulator from another: libvirt's names for the features of QEMU, which stand in status files, and
//! the rule by which an emulator's answers decide each.

use super::rule::Rule::{self, *};

macro_rules! flags {
    ($($name:ident = $word:literal: $rule:expr,)*) => {
        /// A feature of an emulator.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum Flag { $($name,)* }

        impl Flag {
            pub const ALL: &[Flag] = &[$(Flag::$name,)*];

            /// libvirt's name.
            pub fn word(self) -> &'static str {
                match self { $(Flag::$name => $word,)* }
            }

            /// What decides whether an emulator has it.
            pub fn rule(self) -> Rule {
                match self { $(Flag::$name => $rule,)* }
            }
        }
    };
}

// One row a flag; see `Rule` for what can stand at the right.
#[rustfmt::skip]
flags! {
    // Acceleration, processors
    Kvm = "kvm": Told,
    Tcg = "tcg": Type(&["tcg-accel"]),
    QueryCpuDefinitions = "query-cpu-definitions": Command("query-cpu-definitions"),
    QueryCpuModelExpansion = "query-cpu-model-expansion": Command("query-cpu-model-expansion"),
    QueryCpuModelExpansionDeprecatedProps = "query-cpu-model-expansion.deprecated-props":
        Schema("query-cpu-model-expansion ret deprecated-props"),
    QueryCpuModelBaseline = "query-cpu-model-baseline": Command("query-cpu-model-baseline"),
    QueryCpuModelComparison = "query-cpu-model-comparison": Command("query-cpu-model-comparison"),
    X86MaxCpu = "x86-max-cpu": Type(&["max-x86_64-cpu", "max-i386-cpu"]),
    ArmMaxCpu = "arm-max-cpu": Type(&["max-arm-cpu"]),
    CpuMax = "cpu-max": Told,
    CpuUnavailableFeatures = "cpu-unavailable-features":
        Property(&["max-x86_64-cpu", "max-i386-cpu"], "unavailable-features"),
    CanonicalCpuFeatures = "canonical-cpu-features": Arch(&["x86_64", "i686"]),
    CpuMigratable = "cpu.migratable": Property(&["max-x86_64-cpu", "max-i386-cpu"], "migratable"),
    CpuKvmNoAdjvtime = "cpu.kvm-no-adjvtime": Property(&["max-arm-cpu"], "kvm-no-adjvtime"),
    SmpDies = "smp-dies": Parameter("smp-opts", "dies"),
    SmpClusters = "smp-clusters": Parameter("smp-opts", "clusters"),
    NumaHmat = "numa.hmat": Schema("set-numa-node arg +hmat-lb"),

    // Machines
    MachineVmport = "machine-vmport-opt": Property(&["generic-pc-machine"], "vmport"),
    MachineHpet = "machine-hpet": Both(&Property(&["generic-pc-machine"], "hpet"), &Version(8_000_000)),
    MachineI8042 = "machine-i8042-opt": Property(&["generic-pc-machine"], "i8042"),
    MachineVirtIommu = "machine.virt.iommu": Property(VIRT, "iommu"),
    MachineVirtRas = "machine.virt.ras": Property(VIRT, "ras"),
    MachineVirtAia = "machine.virt.aia": Property(VIRT, "aia"),
    Piix4RootPciHotplug = "piix4.acpi-root-pci-hotplug": Property(&["PIIX4_PM"], "acpi-root-pci-hotplug"),
    Piix4HotplugBridge = "piix4.acpi-hotplug-bridge":
        Property(&["PIIX4_PM"], "acpi-pci-hotplug-with-bridge-support"),
    Ich9HotplugBridge = "ich9.acpi-hotplug-bridge":
        Property(&["ICH9-LPC"], "acpi-pci-hotplug-with-bridge-support"),
    PiixDisableS3 = "disable-s3": Property(&["PIIX4_PM"], "disable_s3"),
    PiixDisableS4 = "disable-s4": Property(&["PIIX4_PM"], "disable_s4"),
    Ich9DisableS3 = "ich9-disable-s3": Property(&["ICH9-LPC"], "disable_s3"),
    Ich9DisableS4 = "ich9-disable-s4": Property(&["ICH9-LPC"], "disable_s4"),
    Mch = "mch": Type(&["mch"]),
    MchExtendedTsegMbytes = "mch.extended-tseg-mbytes": Property(&["mch"], "extended-tseg-mbytes"),
    KvmPitLostTickPolicy = "kvm-pit-lost-tick-policy": Property(&["kvm-pit"], "lost_tick_policy"),
    RtcResetReinjection = "rtc-reset-reinjection": Command("rtc-reset-reinjection"),
    ConfidentialGuestSupport = "confidential-guest-support":
        Property(&["none-machine"], "confidential-guest-support"),
    SevGuest = "sev-guest": Told,
    SevSnpGuest = "sev-snp-guest": Told,
    SevGuestKernelHashes = "sev-guest-kernel-hashes": Schema("object-add arg +sev-guest kernel-hashes"),
    SevInjectLaunchSecret = "sev-inject-launch-secret": Command("sev-inject-launch-secret"),
    SgxEpc = "sgx-epc": Told,
    S390PvGuest = "s390-pv-guest": Type(&["s390-pv-guest"]),
    Shim = "shim": Version(9_002_050),
    UefiVars = "uefi-vars": Type(&["uefi-vars-x64", "uefi-vars-sysbus"]),
    SeccompSandbox = "seccomp-sandbox": Parameter("sandbox", "enable"),
    RunWithAsyncTeardown = "run-with.async-teardown": Parameter("run-with", "async-teardown"),
    AcpiErst = "acpi-erst": Type(&["acpi-erst"]),
    AcpiGenericInitiator = "acpi-generic-initiator": Type(&["acpi-generic-initiator"]),
    AcpiIndex = "acpi-index": Property(&["virtio-net-pci", "virtio-blk-pci"], "acpi-index"),
    FwCfg = "fw_cfg": Always,
    VmCoreInfo = "vmcoreinfo": Type(&["vmcoreinfo"]),
    VmGenId = "vmgenid": Type(&["vmgenid"]),
    NvramSpapr = "nvram": Type(&["spapr-nvram"]),

    // How things are said
    DeviceJson = "device.json+hotplug": Schema("device_add $json-cli-hotplug"),
    NetdevJson = "netdev.json": Schema("netdev_add arg type ^dgram"),
    ObjectJson = "object.qapified": Always,
    ScreendumpDevice = "screendump_device": Schema("screendump arg device"),
    ScreenshotFormatPng = "screenshot-format-png": Schema("screendump arg format ^png"),
    DisplayReload = "display-reload": Command("display-reload"),
    QueryStats = "query-stats": Command("query-stats"),
    QueryStatsSchemas = "query-stats-schemas": Command("query-stats-schemas"),
    CalcDirtyRate = "calc-dirty-rate": Command("calc-dirty-rate"),
    QueryDirtyRate = "query-dirty-rate": Command("query-dirty-rate"),
    DirtyrateParamMode = "dirtyrate-param.mode": Schema("calc-dirty-rate arg mode"),
    MigrationBlockedReasons = "migration.blocked-reasons": Schema("query-migrate ret blocked-reasons"),
    MigrateIncomingExitOnError = "migrate-incoming.exit-on-error":
        Schema("migrate-incoming arg exit-on-error"),
    MigrationFileDropCache = "migration-file-drop-cache": Schema("blockdev-add arg +file drop-cache"),
    MigrateRdma = "migrate-rdma": Migration("rdma-pin-all"),

    // Memory
    PcDimm = "pc-dimm": Type(&["pc-dimm"]),
    Nvdimm = "nvdimm": Type(&["nvdimm"]),
    NvdimmUnarmed = "nvdimm.unarmed": Property(&["nvdimm"], "unarmed"),
    VirtioPmemPci = "virtio-pmem-pci": Type(&["virtio-pmem-pci"]),
    VirtioMemPci = "virtio-mem-pci": Type(&["virtio-mem-pci"]),
    VirtioMemPciPrealloc = "virtio-mem-pci.prealloc": Property(&["virtio-mem-pci"], "prealloc"),
    VirtioMemPciDynamicMemslots = "virtio-mem-pci.dynamic-memslots":
        Property(&["virtio-mem-pci"], "dynamic-memslots"),
    VirtioMemCcw = "virtio-mem-ccw": Type(&["virtio-mem-ccw"]),
    MemoryBackendMemfd = "memory-backend-memfd": Type(&["memory-backend-memfd"]),
    MemoryBackendMemfdHugetlb = "memory-backend-memfd.hugetlb":
        Property(&["memory-backend-memfd"], "hugetlb"),
    MemoryBackendFilePmem = "memory-backend-file.pmem": Property(&["memory-backend-file"], "pmem"),
    MemoryBackendReserve = "memory-backend-file.reserve": Property(&["memory-backend-file"], "reserve"),
    MemoryBackendPreallocThreads = "memory-backend-file.prealloc-threads":
        Property(&["memory-backend-file"], "prealloc-threads"),
    UseCanonicalPathForRamblockId = "memory-backend-file.x-use-canonical-path-for-ramblock-id":
        Property(&["memory-backend-file"], "x-use-canonical-path-for-ramblock-id"),
    ThreadContext = "thread-context": Type(&["thread-context"]),
    BalloonDeflateOnOom = "virtio-balloon-pci.deflate-on-oom": Property(BALLOON, "deflate-on-oom"),
    BalloonFreePageReporting = "virtio-balloon.free-page-reporting":
        Property(BALLOON, "free-page-reporting"),

    // Disks and their images
    VirtioBlkScsi = "virtio-blk-pci.scsi": Property(&["virtio-blk-pci", "virtio-blk-ccw"], "scsi"),
    VirtioBlkScsiDefaultDisabled = "virtio-blk-pci.scsi.default.disabled":
        Default(&["virtio-blk-pci", "virtio-blk-ccw"], "scsi", false),
    VirtioBlkQueueSize = "virtio-blk.queue-size":
        Property(&["virtio-blk-pci", "virtio-blk-ccw"], "queue-size"),
    VirtioBlkIothreadMapping = "virtio-blk.iothread-mapping":
        Property(&["virtio-blk-pci", "virtio-blk-ccw"], "iothread-vq-mapping"),
    VirtioScsiPci = "virtio-scsi-pci": Type(&["virtio-scsi-pci"]),
    VirtioScsiIothreadMapping = "virtio-scsi.iothread-mapping":
        Property(&["virtio-scsi-pci", "virtio-scsi-ccw"], "iothread-vq-mapping"),
    ScsiDiskChannel = "scsi-disk.channel": Property(&["scsi-hd"], "channel"),
    ScsiBlock = "scsi-block": Type(&["scsi-block"]),
    RotationRate = "rotation-rate": Property(&["scsi-hd", "ide-hd"], "rotation_rate"),
    UsbStorage = "usb-storage": Type(&["usb-storage"]),
    UsbBot = "usb-bot": Type(&["usb-bot"]),
    Floppy = "bus-floppy": Type(&["floppy"]),
    Nvme = "nvme": Type(&["nvme"]),
    NvmeNs = "nvme-ns": Type(&["nvme-ns"]),
    AioIoUring = "aio.io_uring": Schema("blockdev-add arg +file aio ^io_uring"),
    IothreadThreadPoolMax = "iothread.thread-pool-max": Schema("object-add arg +iothread thread-pool-max"),
    NbdTls = "nbd-tls": Schema("blockdev-add arg +nbd tls-creds"),
    NbdTlsHostname = "blockdev.nbd.tls-hostname": Schema("blockdev-add arg +nbd tls-hostname"),
    DriveNvme = "drive-nvme": Schema("blockdev-add arg +nvme"),
    Qcow2DiscardNoUnref = "qcow2-discard-no-unref": Schema("blockdev-add arg +qcow2 discard-no-unref"),
    RbdEncryption = "rbd-encryption": Schema("blockdev-add arg +rbd encrypt"),
    RbdEncryptionLayering = "rbd-encryption-layering": Schema("blockdev-add arg +rbd encrypt parent"),
    RbdEncryptionLuksAny = "rbd-encryption-luks-any":
        Schema("blockdev-add arg +rbd encrypt format ^luks-any"),
    VirtioBlkVhostVdpa = "virtio-blk-vhost-vdpa": Schema("blockdev-add arg +virtio-blk-vhost-vdpa $fdset"),
    BlockjobBackingMaskProtocol = "blockjob.backing-mask-protocol":
        Schema("block-commit arg backing-mask-protocol"),
    BlockdevSetActive = "blockdev-set-active": Command("blockdev-set-active"),
    PrManagerHelper = "pr-manager-helper": Type(&["pr-manager-helper"]),
    VhostUserBlk = "vhost-user-blk": Type(&["vhost-user-blk", "vhost-user-blk-pci", "vhost-user-blk-ccw"]),
    VhostScsi = "vhost-scsi": Type(&["vhost-scsi", "vhost-scsi-pci", "vhost-scsi-ccw"]),
    VhostUserFs = "vhost-user-fs": Type(&["vhost-user-fs-device"]),
    VhostUserFsBootindex = "vhost-user-fs.bootindex": Property(&["vhost-user-fs-device"], "bootindex"),
    FsdevMultidevs = "fsdev.multidevs": Parameter("fsdev", "multidevs"),

    // Controllers
    Piix3UsbUhci = "piix3-usb-uhci": Type(&["piix3-usb-uhci"]),
    Piix4UsbUhci = "piix4-usb-uhci": Type(&["piix4-usb-uhci"]),
    UsbEhci = "usb-ehci": Type(&["usb-ehci"]),
    Ich9UsbEhci1 = "ich9-usb-ehci1": Type(&["ich9-usb-ehci1"]),
    Vt82c686bUsbUhci = "vt82c686b-usb-uhci": Type(&["vt82c686b-usb-uhci"]),
    PciOhci = "pci-ohci": Type(&["pci-ohci"]),
    NecUsbXhci = "nec-usb-xhci": Type(&["nec-usb-xhci"]),
    QemuXhci = "qemu-xhci": Type(&["qemu-xhci"]),
    UsbHub = "usb-hub": Type(&["usb-hub"]),
    Ich9Ahci = "ich9-ahci": Type(&["ich9-ahci"]),
    Lsi = "lsi": Type(&["lsi53c895a"]),
    Megasas = "megasas": Type(&["megasas"]),
    Mptsas1068 = "mptsas1068": Type(&["mptsas1068"]),
    Pvscsi = "pvscsi": Type(&["pvscsi"]),
    Dc390 = "dc390": Type(&["dc390"]),
    Am53c974 = "am53c974": Type(&["am53c974"]),
    PciBridge = "pci-bridge": Type(&["pci-bridge"]),
    DmiToPciBridge = "dmi-to-pci-bridge": Type(&["i82801b11-bridge"]),
    PciePciBridge = "pcie-pci-bridge": Type(&["pcie-pci-bridge"]),
    PcieRootPort = "pcie-root-port": Type(&["pcie-root-port"]),
    PcieRootPortHotplug = "pcie-root-port.hotplug": Property(&["pcie-root-port"], "hotplug"),
    Ioh3420 = "ioh3420": Type(&["ioh3420"]),
    X3130Upstream = "x3130-upstream": Type(&["x3130-upstream"]),
    Xio3130Downstream = "xio3130-downstream": Type(&["xio3130-downstream"]),
    Pxb = "pxb": Type(&["pxb"]),
    PxbPcie = "pxb-pcie": Type(&["pxb-pcie"]),
    SpaprPciHostBridge = "spapr-pci-host-bridge": Type(&["spapr-pci-host-bridge"]),
    SpaprPciHostBridgeNumaNode = "spapr-pci-host-bridge.numa_node":
        Property(&["spapr-pci-host-bridge"], "numa_node"),
    Zpci = "zpci": Type(&["zpci"]),
    VirtioMmio = "virtio-mmio": Type(&["virtio-mmio"]),
    VirtioCcw = "virtio-ccw": Type(&["virtio-blk-ccw"]),
    VirtioCcwLoadparm = "virtio-ccw.loadparm": Property(&["virtio-blk-ccw"], "loadparm"),
    VirtioPciNonTransitional = "virtio-pci-non-transitional": Type(&["virtio-blk-pci-non-transitional"]),
    I8042 = "i8042": Type(&["i8042"]),

    // IOMMUs and devices of the host
    IntelIommu = "intel-iommu": Type(&["intel-iommu"]),
    IntelIommuIntremap = "intel-iommu.intremap": Property(&["intel-iommu"], "intremap"),
    IntelIommuCachingMode = "intel-iommu.caching-mode": Property(&["intel-iommu"], "caching-mode"),
    IntelIommuEim = "intel-iommu.eim": Property(&["intel-iommu"], "eim"),
    IntelIommuDeviceIotlb = "intel-iommu.device-iotlb": Property(&["intel-iommu"], "device-iotlb"),
    IntelIommuAwBits = "intel-iommu.aw-bits": Property(&["intel-iommu"], "aw-bits"),
    IntelIommuDmaTranslation = "intel-iommu.dma-translation":
        Property(&["intel-iommu"], "dma-translation"),
    AmdIommu = "amd-iommu": Type(&["amd-iommu"]),
    AmdIommuXtsup = "amd-iommu.xtsup": Property(&["amd-iommu"], "xtsup"),
    VirtioIommuPci = "virtio-iommu-pci": Type(&["virtio-iommu-pci"]),
    VirtioIommuBootBypass = "virtio-iommu.boot-bypass": Property(&["virtio-iommu-pci"], "boot-bypass"),
    VirtioIommuAwBits = "virtio-iommu.aw-bits": Property(&["virtio-iommu-pci"], "aw-bits"),
    VfioPci = "vfio-pci": Type(&["vfio-pci"]),
    VfioCcw = "vfio-ccw": Type(&["vfio-ccw"]),
    VfioAp = "vfio-ap": Type(&["vfio-ap"]),
    Iommufd = "iommufd": Type(&["iommufd"]),
    UsbHostHostdevice = "usb-host.hostdevice": Property(&["usb-host"], "hostdevice"),
    UsbHostGuestResetsAll = "usb-host.guest-resets-all": Property(&["usb-host"], "guest-resets-all"),
    UsbMtp = "usb-mtp": Type(&["usb-mtp"]),
    CcidEmulated = "ccid-emulated": Type(&["ccid-card-emulated"]),
    CcidPassthru = "ccid-passthru": Type(&["ccid-card-passthru"]),
    UsbRedir = "usb-redir": Type(&["usb-redir"]),
    UsbRedirFilter = "usb-redir.filter": Property(&["usb-redir"], "filter"),

    // Networks
    VirtioNet = "virtio-net": Type(&["virtio-net-pci", "virtio-net-ccw", "virtio-net-device"]),
    VirtioNetRss = "virtio-net.rss": Property(&["virtio-net-pci", "virtio-net-ccw"], "rss"),
    Rtl8139 = "rtl8139": Type(&["rtl8139"]),
    E1000 = "e1000": Type(&["e1000"]),
    NetdevUser = "netdev.user": Schema("netdev_add arg +user"),
    NetdevStream = "netdev.stream": Schema("netdev_add arg +stream"),
    NetdevStreamReconnect = "netdev.stream.reconnect": Schema("netdev_add arg +stream reconnect"),
    NetdevStreamReconnectMs = "netdev-stream-reconnect-miliseconds":
        Schema("netdev_add arg +stream reconnect-ms"),
    NetdevVhostVdpa = "netdev.vhost-vdpa": Schema("netdev_add arg +vhost-vdpa"),
    VhostVsock = "vhost-vsock": Type(&["vhost-vsock-device", "vhost-vsock-pci", "vhost-vsock-ccw"]),

    // Character devices
    ChardevReconnect = "chardev-reconnect": Always,
    ChardevReconnectMs = "chardev-reconnect-miliseconds":
        Schema("chardev-add arg backend +socket data reconnect-ms"),
    ChardevQemuVdagent = "chardev.qemu-vdagent": Schema("chardev-add arg backend +qemu-vdagent"),
    IsaSerial = "isa-serial": Type(&["isa-serial"]),
    PciSerial = "pci-serial": Type(&["pci-serial"]),
    UsbSerial = "usb-serial": Type(&["usb-serial"]),
    Pl011 = "pl011": Type(&["pl011"]),
    SpaprVty = "spapr-vty": Type(&["spapr-vty"]),
    S390Sclp = "s390-sclp": Type(&["sclpconsole"]),
    Sclplmconsole = "sclplmconsole": Type(&["sclplmconsole"]),

    // Screens and pictures
    Vnc = "vnc": Command("query-vnc"),
    VncPowerControl = "vnc-power-control": Parameter("vnc", "power-control"),
    Spice = "spice": Command("query-spice"),
    SpiceGl = "spice-gl": Parameter("spice", "gl"),
    SpiceRendernode = "spice-rendernode": Parameter("spice", "rendernode"),
    Sdl = "sdl": Schema("query-display-options ret +sdl"),
    EglHeadless = "egl-headless": Schema("query-display-options ret +egl-headless"),
    EglHeadlessRendernode = "egl-headless.rendernode":
        Schema("query-display-options ret +egl-headless rendernode"),
    DisplayDbus = "display-dbus": Schema("query-display-options ret +dbus"),
    DbusVmstate = "dbus-vmstate": Type(&["dbus-vmstate"]),
    Vga = "VGA": Type(&["VGA"]),
    VgaVgamem = "VGA.vgamem_mb": Property(&["VGA"], "vgamem_mb"),
    CirrusVga = "cirrus-vga": Type(&["cirrus-vga"]),
    VmwareSvga = "vmware-svga": Type(&["vmware-svga"]),
    VmwareSvgaVgamem = "vmware-svga.vgamem_mb": Property(&["vmware-svga"], "vgamem_mb"),
    Qxl = "qxl": Type(&["qxl"]),
    QxlVgamem = "qxl.vgamem_mb": Property(&["qxl"], "vgamem_mb"),
    QxlVram64 = "qxl.vram64_size_mb": Property(&["qxl"], "vram64_size_mb"),
    BochsDisplay = "bochs-display": Type(&["bochs-display"]),
    Ramfb = "ramfb": Type(&["ramfb"]),
    VirtioGpu = "virtio-gpu": Type(&["virtio-gpu-pci", "virtio-gpu-device", "virtio-gpu-ccw"]),
    VirtioGpuCcw = "virtio-gpu-ccw": Type(&["virtio-gpu-ccw"]),
    VirtioGpuGlPci = "virtio-gpu-gl-pci": Type(&["virtio-gpu-gl-pci"]),
    VirtioGpuBlob = "virtio-gpu.blob": Property(&["virtio-gpu-pci", "virtio-gpu-device", "virtio-gpu-ccw"], "blob"),
    VirtioVga = "virtio-vga": Type(&["virtio-vga"]),
    VirtioVgaGl = "virtio-vga-gl": Type(&["virtio-vga-gl"]),
    VhostUserGpu = "vhost-user-gpu": Type(&["vhost-user-gpu", "vhost-user-gpu-pci"]),
    VhostUserVga = "vhost-user-vga": Type(&["vhost-user-vga"]),

    // Input, sound
    UsbKbd = "usb-kbd": Type(&["usb-kbd"]),
    VirtioKeyboard = "virtio-keyboard":
        Type(&["virtio-keyboard-device", "virtio-keyboard-pci", "virtio-keyboard-ccw"]),
    VirtioMouse = "virtio-mouse": Type(&["virtio-mouse-device", "virtio-mouse-pci", "virtio-mouse-ccw"]),
    VirtioTablet = "virtio-tablet":
        Type(&["virtio-tablet-device", "virtio-tablet-pci", "virtio-tablet-ccw"]),
    VirtioInputHost = "virtio-input-host": Type(&["virtio-input-host-device", "virtio-input-host-pci"]),
    VirtioKeyboardCcw = "virtio-keyboard-ccw": Type(&["virtio-keyboard-ccw"]),
    VirtioMouseCcw = "virtio-mouse-ccw": Type(&["virtio-mouse-ccw"]),
    VirtioTabletCcw = "virtio-tablet-ccw": Type(&["virtio-tablet-ccw"]),
    InputLinux = "input-linux": Type(&["input-linux"]),
    Ich9IntelHda = "ich9-intel-hda": Type(&["ich9-intel-hda"]),
    HdaDuplex = "hda-duplex": Type(&["hda-duplex"]),
    HdaMicro = "hda-micro": Type(&["hda-micro"]),
    HdaOutput = "hda-output": Type(&["hda-output"]),
    UsbAudio = "usb-audio": Type(&["usb-audio"]),
    VirtioSound = "virtio-sound": Type(&["virtio-sound-device", "virtio-sound-pci"]),

    // Other devices
    VirtioRng = "virtio-rng": Type(&["virtio-rng-pci", "virtio-rng-ccw", "virtio-rng-device"]),
    RngRandom = "rng-random": Type(&["rng-random"]),
    RngEgd = "rng-egd": Type(&["rng-egd"]),
    RngBuiltin = "rng-builtin": Type(&["rng-builtin"]),
    TpmPassthrough = "tpm-passthrough": TpmBackend("passthrough"),
    TpmEmulator = "tpm-emulator": TpmBackend("emulator"),
    TpmTis = "tpm-tis": TpmModel(&["tpm-tis", "tpm-tis-device"]),
    TpmCrb = "tpm-crb": TpmModel(&["tpm-crb"]),
    TpmSpapr = "tpm-spapr": TpmModel(&["tpm-spapr"]),
    SpaprTpmProxy = "spapr-tpm-proxy": Type(&["spapr-tpm-proxy"]),
    Pvpanic = "pvpanic": Type(&["pvpanic"]),
    PvpanicPci = "pvpanic-pci": Type(&["pvpanic-pci"]),
    VirtioCrypto = "virtio-crypto": Type(&["virtio-crypto-device", "virtio-crypto-pci", "virtio-crypto-ccw"]),
    CryptodevBackendLkcf = "cryptodev-backend-lkcf": Type(&["cryptodev-backend-lkcf"]),
    IvshmemPlain = "ivshmem-plain": Type(&["ivshmem-plain"]),
    IvshmemDoorbell = "ivshmem-doorbell": Type(&["ivshmem-doorbell"]),
}

/// The types of the machine `virt`, whose version is part of its name on some architectures.
const VIRT: &[&str] = &["virt-machine"];
const BALLOON: &[&str] = &["virtio-balloon-pci", "virtio-balloon-ccw", "virtio-balloon-device"];

/// A set of features.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags([u64; WORDS]);

const WORDS: usize = 16;

impl Flags {
    #[inline]
    pub fn has(&self, flag: Flag) -> bool {
        self.0[flag as usize / 64] & 1 << (flag as usize % 64) != 0
    }

    pub fn set(&mut self, flag: Flag, on: bool) {
        let bit = 1 << (flag as usize % 64);
        match on {
            true => self.0[flag as usize / 64] |= bit,
            false => self.0[flag as usize / 64] &= !bit,
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = Flag> + '_ {
        Flag::ALL.iter().copied().filter(|flag| self.has(*flag))
    }
}

impl FromIterator<Flag> for Flags {
    fn from_iter<I: IntoIterator<Item = Flag>>(flags: I) -> Flags {
        let mut set = Flags::default();
        flags.into_iter().for_each(|flag| set.set(flag, true));
        set
    }
}

const _: () = assert!(Flag::ALL.len() <= WORDS * 64);
