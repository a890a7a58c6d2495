//! The features of recorded emulators are those that libvirt finds.

use super::{CpuProperty, Flag, recording::recorded};
use std::collections::BTreeSet;

/// libvirt's flags of QEMU 7.2 for x86.
const X86_7_2: &str = "kvm sdl spice hda-duplex ccid-emulated ccid-passthru piix3-usb-uhci piix4-usb-uhci usb-ehci \
    ich9-usb-ehci1 pci-ohci usb-redir usb-hub ich9-ahci virtio-blk-pci.scsi scsi-disk.channel scsi-block hda-micro \
    nec-usb-xhci lsi virtio-scsi-pci usb-redir.filter seccomp-sandbox vnc qxl VGA cirrus-vga vmware-svga usb-serial \
    virtio-rng rng-random rng-egd megasas tpm-passthrough tpm-tis pci-bridge vfio-pci dmi-to-pci-bridge usb-storage \
    virtio-mmio ich9-intel-hda kvm-pit-lost-tick-policy pvpanic usb-kbd usb-audio rtc-reset-reinjection \
    VGA.vgamem_mb vmware-svga.vgamem_mb qxl.vgamem_mb pc-dimm machine-vmport-opt pci-serial ioh3420 x3130-upstream \
    xio3130-downstream rtl8139 e1000 virtio-net virtio-gpu virtio-keyboard virtio-mouse virtio-tablet \
    virtio-input-host virtio-balloon-pci.deflate-on-oom mptsas1068 spice-gl qxl.vram64_size_mb pxb pxb-pcie \
    intel-iommu virtio-vga ivshmem-plain ivshmem-doorbell vhost-scsi query-cpu-model-expansion spice-rendernode \
    nvdimm pcie-root-port query-cpu-definitions qemu-xhci intel-iommu.intremap intel-iommu.caching-mode \
    intel-iommu.eim intel-iommu.device-iotlb vmcoreinfo isa-serial pcie-pci-bridge nbd-tls tpm-crb \
    pr-manager-helper screendump_device hda-output vmgenid vhost-vsock tpm-emulator mch mch.extended-tseg-mbytes \
    egl-headless memory-backend-memfd memory-backend-memfd.hugetlb egl-headless.rendernode \
    memory-backend-file.pmem nvdimm.unarmed virtio-pci-non-transitional x86-max-cpu cpu-unavailable-features \
    canonical-cpu-features bochs-display migration-file-drop-cache dbus-vmstate vhost-user-gpu vhost-user-vga ramfb \
    drive-nvme smp-dies i8042 rng-builtin vhost-user-fs fsdev.multidevs pcie-root-port.hotplug aio.io_uring tcg \
    virtio-blk-pci.scsi.default.disabled pvscsi cpu.migratable intel-iommu.aw-bits numa.hmat usb-host.hostdevice \
    virtio-balloon.free-page-reporting netdev.vhost-vdpa dc390 am53c974 virtio-pmem-pci vhost-user-fs.bootindex \
    vhost-user-blk cpu-max memory-backend-file.x-use-canonical-path-for-ramblock-id vnc-power-control rotation-rate \
    acpi-index input-linux virtio-gpu-gl-pci virtio-vga-gl confidential-guest-support virtio-blk.queue-size \
    virtio-mem-pci memory-backend-file.reserve piix4.acpi-root-pci-hotplug netdev.json query-dirty-rate \
    rbd-encryption sev-guest-kernel-hashes sev-inject-launch-secret device.json+hotplug virtio-mem-pci.prealloc \
    calc-dirty-rate dirtyrate-param.mode blockdev.nbd.tls-hostname memory-backend-file.prealloc-threads \
    virtio-iommu-pci virtio-iommu.boot-bypass virtio-net.rss chardev.qemu-vdagent display-dbus \
    iothread.thread-pool-max usb-host.guest-resets-all migration.blocked-reasons query-stats query-stats-schemas \
    thread-context screenshot-format-png netdev.stream virtio-crypto cryptodev-backend-lkcf pvpanic-pci \
    virtio-gpu.blob smp-clusters display-reload usb-mtp netdev.user acpi-erst intel-iommu.dma-translation \
    machine-i8042-opt bus-floppy nvme nvme-ns amd-iommu usb-bot";

/// What 10.0 has beyond 7.2, and what it lacks.
const X86_10_0_NEW: &str = "machine-hpet netdev.stream.reconnect rbd-encryption-layering rbd-encryption-luks-any \
    qcow2-discard-no-unref run-with.async-teardown virtio-blk-vhost-vdpa virtio-blk.iothread-mapping \
    virtio-mem-pci.dynamic-memslots blockjob.backing-mask-protocol virtio-sound chardev-reconnect-miliseconds \
    netdev-stream-reconnect-miliseconds migrate-incoming.exit-on-error blockdev-set-active shim \
    virtio-scsi.iothread-mapping acpi-generic-initiator virtio-iommu.aw-bits iommufd uefi-vars sev-guest sev-snp-guest";
const X86_10_0_GONE: &str =
    "virtio-blk-pci.scsi virtio-blk-pci.scsi.default.disabled memory-backend-file.pmem";

const S390: &str = "kvm sdl ccid-emulated ccid-passthru usb-redir usb-hub scsi-disk.channel scsi-block virtio-scsi-pci \
    usb-redir.filter seccomp-sandbox vnc s390-sclp usb-serial virtio-rng rng-random rng-egd virtio-ccw pci-bridge \
    vfio-pci usb-storage usb-kbd usb-audio virtio-net virtio-gpu virtio-keyboard virtio-mouse virtio-tablet \
    virtio-input-host virtio-balloon-pci.deflate-on-oom vhost-scsi query-cpu-model-expansion query-cpu-definitions \
    qemu-xhci sclplmconsole virtio-gpu-ccw virtio-keyboard-ccw virtio-mouse-ccw virtio-tablet-ccw nbd-tls \
    pr-manager-helper vfio-ccw screendump_device vhost-vsock egl-headless vfio-ap zpci memory-backend-memfd \
    memory-backend-memfd.hugetlb egl-headless.rendernode virtio-pci-non-transitional migration-file-drop-cache \
    dbus-vmstate vhost-user-gpu query-cpu-model-baseline query-cpu-model-comparison drive-nvme smp-dies rng-builtin \
    vhost-user-fs fsdev.multidevs aio.io_uring tcg numa.hmat usb-host.hostdevice virtio-balloon.free-page-reporting \
    netdev.vhost-vdpa vhost-user-fs.bootindex vhost-user-blk cpu-max \
    memory-backend-file.x-use-canonical-path-for-ramblock-id vnc-power-control rotation-rate acpi-index input-linux \
    virtio-gpu-gl-pci confidential-guest-support s390-pv-guest virtio-blk.queue-size virtio-mem-pci \
    memory-backend-file.reserve netdev.json query-dirty-rate rbd-encryption sev-guest-kernel-hashes \
    device.json+hotplug virtio-mem-pci.prealloc calc-dirty-rate dirtyrate-param.mode blockdev.nbd.tls-hostname \
    memory-backend-file.prealloc-threads virtio-iommu-pci virtio-iommu.boot-bypass virtio-net.rss display-dbus \
    iothread.thread-pool-max usb-host.guest-resets-all migration.blocked-reasons query-stats query-stats-schemas \
    thread-context screenshot-format-png netdev.stream virtio-crypto cryptodev-backend-lkcf netdev.stream.reconnect \
    virtio-gpu.blob rbd-encryption-layering rbd-encryption-luks-any qcow2-discard-no-unref run-with.async-teardown \
    virtio-blk-vhost-vdpa virtio-blk.iothread-mapping smp-clusters virtio-mem-pci.dynamic-memslots \
    blockjob.backing-mask-protocol display-reload usb-mtp virtio-sound netdev.user chardev-reconnect-miliseconds \
    virtio-ccw.loadparm netdev-stream-reconnect-miliseconds query-cpu-model-expansion.deprecated-props \
    migrate-incoming.exit-on-error virtio-mem-ccw shim nvme nvme-ns \
    usb-bot virtio-iommu.aw-bits iommufd";

/// Flags that libvirt no longer asks for, since all emulators that it takes have them, and those that come from
/// questions that the recordings do not hold.
const NOT_LISTED: &[Flag] = &[
    Flag::FwCfg,
    Flag::ObjectJson,
    Flag::ChardevReconnect,
    Flag::MigrateRdma,
    Flag::Piix4HotplugBridge,
    Flag::Ich9HotplugBridge,
    Flag::PiixDisableS3,
    Flag::PiixDisableS4,
    Flag::Ich9DisableS3,
    Flag::Ich9DisableS4,
    Flag::AmdIommuXtsup,
];

fn set(words: &str) -> BTreeSet<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

fn check(name: &str, expected: &BTreeSet<String>) {
    let Some(emulator) = recorded(name) else { return };
    let listed = |flag: &Flag| !NOT_LISTED.contains(flag);
    let found =
        emulator.flags.iter().filter(listed).map(|flag| flag.word().to_owned()).collect::<BTreeSet<_>>();
    let missing: Vec<_> = expected.difference(&found).collect();
    let extra: Vec<_> = found.difference(expected).collect();
    assert!(missing.is_empty() && extra.is_empty(), "{name}: missing {missing:?}, too many {extra:?}");
}

#[test]
fn flags_of_x86_are_those_of_libvirt() {
    check("7.2.0_x86_64", &set(X86_7_2));
    let gone = set(X86_10_0_GONE);
    let newest: BTreeSet<_> =
        set(X86_7_2).union(&set(X86_10_0_NEW)).filter(|word| !gone.contains(*word)).cloned().collect();
    check("10.0.0_x86_64+amdsev", &newest);
}

#[test]
fn flags_of_s390_are_those_of_libvirt() {
    check("10.0.0_s390x", &set(S390));
}

#[test]
fn words_are_distinct() {
    let words: BTreeSet<_> = Flag::ALL.iter().map(|flag| flag.word()).collect();
    assert_eq!(words.len(), Flag::ALL.len());
}

#[test]
fn machines_models_and_processors_are_read() {
    let Some(emulator) = recorded("10.0.0_x86_64") else { return };
    assert_eq!(
        (emulator.version, emulator.arch.as_str(), emulator.package.as_str()),
        (10_000_000, "x86_64", "v10.0.0")
    );
    let kvm = emulator.kvm.as_ref().expect("it was recorded with KVM");
    let pc = kvm.machine("pc").unwrap();
    assert_eq!((pc.name.as_str(), pc.default, pc.max_cpus), ("pc-i440fx-10.0", true, 255));
    assert_eq!(kvm.default_machine(), Some(pc));
    assert_eq!(pc.default_ram_id.as_deref(), Some("pc.ram"));
    assert!(kvm.machine("q35").is_some_and(|machine| machine.name == "pc-q35-10.0" && machine.hotplug_cpus));
    assert!(kvm.machine("none").is_none());
    let host = kvm.host.as_ref().unwrap();
    assert_eq!(host.property("cmov"), Some(&CpuProperty::Switch(true)));
    assert!(matches!(host.property("vendor"), Some(CpuProperty::Text(_))));
    assert!(kvm.unmigratable.is_some() && kvm.hyperv.as_ref().unwrap().property("hv-vapic").is_some());
    assert!(emulator.tcg.host.is_some() && emulator.tcg.machine("pc").is_some());
    assert!(
        kvm.models
            .iter()
            .any(|model| model.name == "qemu64" && model.alias_of.as_deref() == Some("qemu64-v1"))
    );
    assert_eq!(emulator.gic, []);
}

#[test]
fn what_an_emulator_does_not_say_is_no_emulator() {
    let path = std::path::Path::new("/usr/bin/true");
    assert!(super::Emulator::from_recording(path, "").is_err());
    let old = "{\"execute\":\"qmp_capabilities\"}\n{\"return\":{}}\n{\"execute\":\"query-target\"}\n\
        {\"return\":{\"arch\":\"x86_64\"}}\n{\"execute\":\"query-version\"}\n\
        {\"return\":{\"qemu\":{\"major\":6,\"minor\":1,\"micro\":0},\"package\":\"\"}}\n";
    let error = super::Emulator::from_recording(path, old).unwrap_err();
    assert!(
        error.message().ends_with("QEMU version >= 6.2.0 is required, but 6.1.0 found"),
        "{}",
        error.message()
    );
}
