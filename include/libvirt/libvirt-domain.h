/* libvirt-domain.h: made from ffi/domain/ by the build. */

#ifndef LIBVIRT_DOMAIN_H
#define LIBVIRT_DOMAIN_H

#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>

/* The older names of typed parameters share their struct. */
#define _virSchedParameter _virTypedParameter
#define _virMemoryParameter _virTypedParameter
#define _virBlkioParameter _virTypedParameter

/** Sets the bit of a CPU in a CPU map. Since: 0.1.4 */
#define VIR_USE_CPU(cpumap, cpu) ((cpumap)[(cpu) / 8] |= (1 << ((cpu) % 8)))

/** Clears the bit of a CPU in a CPU map. Since: 0.1.4 */
#define VIR_UNUSE_CPU(cpumap, cpu) ((cpumap)[(cpu) / 8] &= ~(1 << ((cpu) % 8)))

/** Not 0 when the bit of a CPU is set in a CPU map. Since: 1.0.0 */
#define VIR_CPU_USED(cpumap, cpu) ((cpumap)[(cpu) / 8] & (1 << ((cpu) % 8)))

/** How many bytes a CPU map for that many CPUs has. Since: 0.1.4 */
#define VIR_CPU_MAPLEN(cpu) (((cpu) + 7) / 8)

/**
 * Not 0 when a virtual CPU may run on a CPU of the host, by the maps that virDomainGetVcpus() fills.
 * Since: 0.1.4
 */
#define VIR_CPU_USABLE(cpumaps, maplen, vcpu, cpu) VIR_CPU_USED(VIR_GET_CPUMAP(cpumaps, maplen, vcpu), cpu)

/** Copies the map of one virtual CPU out of an array of maps; needs string.h. Since: 0.1.4 */
#define VIR_COPY_CPUMAP(cpumaps, maplen, vcpu, cpumap) \
    memcpy((cpumap), VIR_GET_CPUMAP(cpumaps, maplen, vcpu), (maplen))

/** The map of one virtual CPU in an array of maps. Since: 0.1.4 */
#define VIR_GET_CPUMAP(cpumaps, maplen, vcpu) (&((cpumaps)[(vcpu) * (maplen)]))

/** Casts an event's callback to what virConnectDomainEventRegisterAny() takes. Since: 0.8.0 */
#define VIR_DOMAIN_EVENT_CALLBACK(cb) ((virConnectDomainEventGenericCallback) (void (*)(void)) (cb))

/**
 * String: the disk whose limits changed, by its target. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_DISK "blkdeviotune.disk"

/**
 * String: the group of disks that share these limits. Since: 3.0.0
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME "blkdeviotune.group_name"

/**
 * Unsigned 64 bit: bytes read a second. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC "blkdeviotune.read_bytes_sec"

/**
 * Unsigned 64 bit: bytes read a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX "blkdeviotune.read_bytes_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH "blkdeviotune.read_bytes_sec_max_length"

/**
 * Unsigned 64 bit: read requests a second. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC "blkdeviotune.read_iops_sec"

/**
 * Unsigned 64 bit: read requests a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX "blkdeviotune.read_iops_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH "blkdeviotune.read_iops_sec_max_length"

/**
 * Unsigned 64 bit: the size at which a request begins to count as several, in bytes. Since: 1.2.11
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC "blkdeviotune.size_iops_sec"

/**
 * Unsigned 64 bit: bytes read and written a second. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC "blkdeviotune.total_bytes_sec"

/**
 * Unsigned 64 bit: bytes read and written a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX "blkdeviotune.total_bytes_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH "blkdeviotune.total_bytes_sec_max_length"

/**
 * Unsigned 64 bit: requests a second. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC "blkdeviotune.total_iops_sec"

/**
 * Unsigned 64 bit: requests a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX "blkdeviotune.total_iops_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH "blkdeviotune.total_iops_sec_max_length"

/**
 * Unsigned 64 bit: bytes written a second. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC "blkdeviotune.write_bytes_sec"

/**
 * Unsigned 64 bit: bytes written a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX "blkdeviotune.write_bytes_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH "blkdeviotune.write_bytes_sec_max_length"

/**
 * Unsigned 64 bit: write requests a second. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC "blkdeviotune.write_iops_sec"

/**
 * Unsigned 64 bit: write requests a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX "blkdeviotune.write_iops_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH "blkdeviotune.write_iops_sec_max_length"

/**
 * Unsigned 64 bit: the domain's share of CPU time. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES "cputune.cpu_shares"

/**
 * String: the CPUs that the emulator may run on. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN "cputune.emulatorpin"

/**
 * Unsigned 64 bit: the period of the emulator's quota, in microseconds. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD "cputune.emulator_period"

/**
 * Signed 64 bit: what the emulator may use in a period, in microseconds. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA "cputune.emulator_quota"

/**
 * Unsigned 64 bit: the period of the whole domain's quota, in microseconds. Since: 1.3.3
 */
#define VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD "cputune.global_period"

/**
 * Signed 64 bit: what the whole domain may use in a period, in microseconds. Since: 1.3.3
 */
#define VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA "cputune.global_quota"

/**
 * With the I/O thread's number behind it, string: the CPUs that it may run on. Since: 1.2.14
 */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN "cputune.iothreadpin%u"

/**
 * Unsigned 64 bit: the period of each I/O thread's quota, in microseconds. Since: 2.2.0
 */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD "cputune.iothread_period"

/**
 * Signed 64 bit: what each I/O thread may use in a period, in microseconds. Since: 2.2.0
 */
#define VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA "cputune.iothread_quota"

/**
 * With the virtual CPU's number behind it, string: the CPUs that it may run on. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_CPU_VCPUPIN "cputune.vcpupin%u"

/**
 * Unsigned 64 bit: the period of each virtual CPU's quota, in microseconds. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD "cputune.vcpu_period"

/**
 * Signed 64 bit: what each virtual CPU may use in a period, in microseconds. Since: 1.2.9
 */
#define VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA "cputune.vcpu_quota"

/**
 * Unsigned int: devices with drivers. Since: 12.7.0
 */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_COUNT "device.count"

/**
 * Prefix of a device's fields, before its index. Since: 12.7.0
 */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_PREFIX "device."

/**
 * Signed 64 bit: the driver's date, in seconds of the epoch. Since: 12.7.0
 */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE ".driverDate"

/**
 * String: the driver's name. Since: 12.7.0
 */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME ".driverName"

/**
 * String: the driver's version. Since: 12.7.0
 */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION ".driverVersion"

/**
 * String: how the device is identified, such as pci. Since: 12.7.0
 */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE ".idType"

/**
 * Unsigned int: the number of a PCI device. Since: 12.7.0
 */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE ".pciDevice"

/**
 * Unsigned int: the vendor of a PCI device. Since: 12.7.0
 */
#define VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR ".pciVendor"

/**
 * Unsigned int: disks that the guest sees. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_COUNT "disk.count"

/**
 * Prefix of a disk's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_PREFIX "disk."

/**
 * String: its target in the domain's document. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS ".alias"

/**
 * Unsigned int: devices that it lies on. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT ".dependency.count"

/**
 * Prefix of such a device's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX ".dependency."

/**
 * String: the device's name. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME ".name"

/**
 * String: another name in the guest, such as that of a logical volume. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS ".guest_alias"

/**
 * String: the bus that the guest sees it on. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS ".guest_bus"

/**
 * String: its device in the guest. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME ".name"

/**
 * Boolean: whether it is a partition. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION ".partition"

/**
 * String: its serial number. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL ".serial"

/**
 * Unsigned int: mounted file systems. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_COUNT "fs.count"

/**
 * Prefix of a file system's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_PREFIX "fs."

/**
 * Unsigned int: disks that it lies on. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT ".disk.count"

/**
 * Prefix of such a disk's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX ".disk."

/**
 * String: the disk's target in the domain's document. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS ".alias"

/**
 * String: the disk's device in the guest. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE ".device"

/**
 * String: the disk's serial number. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL ".serial"

/**
 * String: its type. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE ".fstype"

/**
 * String: where it is mounted. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT ".mountpoint"

/**
 * String: its device in the guest. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME ".name"

/**
 * Unsigned 64 bit: its size, in bytes. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES ".total-bytes"

/**
 * Unsigned 64 bit: how much is used, in bytes. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES ".used-bytes"

/**
 * String: the guest's host name. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME "hostname"

/**
 * Unsigned int: network interfaces. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_IF_COUNT "if.count"

/**
 * Prefix of an interface's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_IF_PREFIX "if."

/**
 * Unsigned int: its addresses. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT ".addr.count"

/**
 * Prefix of an address's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX ".addr."

/**
 * String: the address. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR ".addr"

/**
 * Unsigned int: the length of its prefix, in bits. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX ".prefix"

/**
 * String: ipv4 or ipv6. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE ".type"

/**
 * String: its hardware address. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR ".hwaddr"

/**
 * String: its name in the guest. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME ".name"

/**
 * Double: load average of 15 minutes. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_LOAD_15M "load.15m"

/**
 * Double: load average of one minute. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_LOAD_1M "load.1m"

/**
 * Double: load average of five minutes. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_LOAD_5M "load.5m"

/**
 * String: which operating system it is, such as debian. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_OS_ID "os.id"

/**
 * String: the kernel's release. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE "os.kernel-release"

/**
 * String: the kernel's version. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION "os.kernel-version"

/**
 * String: the machine's architecture. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_OS_MACHINE "os.machine"

/**
 * String: its name. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_OS_NAME "os.name"

/**
 * String: its name for people. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_OS_PRETTY_NAME "os.pretty-name"

/**
 * String: which edition it is. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_OS_VARIANT "os.variant"

/**
 * String: which edition it is, for programs. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_OS_VARIANT_ID "os.variant-id"

/**
 * String: its version. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_OS_VERSION "os.version"

/**
 * String: its version for programs. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_OS_VERSION_ID "os.version-id"

/**
 * String: the time zone's name. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME "timezone.name"

/**
 * Int: its distance from UTC, in seconds, positive in the east. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET "timezone.offset"

/**
 * Unsigned int: users who are logged in. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_USER_COUNT "user.count"

/**
 * Prefix of a user's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_USER_PREFIX "user."

/**
 * String: the user's domain, in Windows. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN ".domain"

/**
 * Unsigned 64 bit: when the user logged in, in milliseconds of the epoch. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME ".login-time"

/**
 * String: the user's name. Since: 11.2.0
 */
#define VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME ".name"

/**
 * Unsigned int: how long to wait before the second announcement, in milliseconds. Since: 12.5.0
 */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL "initial"

/**
 * Unsigned int: the longest wait between announcements, in milliseconds. Since: 12.5.0
 */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX "max"

/**
 * Unsigned int: how many announcements are sent. Since: 12.5.0
 */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS "rounds"

/**
 * Unsigned int: how much longer each wait is than the one before, in milliseconds. Since: 12.5.0
 */
#define VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP "step"

/**
 * Unsigned int: average rate towards the guest, in KiB a second. Since: 0.9.9
 */
#define VIR_DOMAIN_BANDWIDTH_IN_AVERAGE "inbound.average"

/**
 * Unsigned int: how much may be received at the peak rate, in KiB. Since: 0.9.9
 */
#define VIR_DOMAIN_BANDWIDTH_IN_BURST "inbound.burst"

/**
 * Unsigned int: the rate that is always granted, in KiB a second. Since: 1.2.19
 */
#define VIR_DOMAIN_BANDWIDTH_IN_FLOOR "inbound.floor"

/**
 * Unsigned int: highest rate towards the guest, in KiB a second. Since: 0.9.9
 */
#define VIR_DOMAIN_BANDWIDTH_IN_PEAK "inbound.peak"

/**
 * Unsigned int: average rate from the guest, in KiB a second. Since: 0.9.9
 */
#define VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE "outbound.average"

/**
 * Unsigned int: how much may be sent at the peak rate, in KiB. Since: 0.9.9
 */
#define VIR_DOMAIN_BANDWIDTH_OUT_BURST "outbound.burst"

/**
 * Unsigned int: highest rate from the guest, in KiB a second. Since: 0.9.9
 */
#define VIR_DOMAIN_BANDWIDTH_OUT_PEAK "outbound.peak"

/**
 * String: limits on reading, as pairs of a device's path and bytes a second, separated by commas. Since:
 * 1.2.2
 */
#define VIR_DOMAIN_BLKIO_DEVICE_READ_BPS "device_read_bytes_sec"

/**
 * String: limits on reading, as pairs of a device's path and requests a second, separated by commas.
 * Since: 1.2.2
 */
#define VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS "device_read_iops_sec"

/**
 * String: weights, as pairs of a device's path and a weight, separated by commas. Since: 0.9.8
 */
#define VIR_DOMAIN_BLKIO_DEVICE_WEIGHT "device_weight"

/**
 * String: limits on writing, as pairs of a device's path and bytes a second, separated by commas. Since:
 * 1.2.2
 */
#define VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS "device_write_bytes_sec"

/**
 * String: limits on writing, as pairs of a device's path and requests a second, separated by commas.
 * Since: 1.2.2
 */
#define VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS "device_write_iops_sec"

/**
 * Unsigned int: the domain's weight among others. Since: 0.9.0
 */
#define VIR_DOMAIN_BLKIO_WEIGHT "weight"

/**
 * Unsigned 64 bit: the highest rate, in bytes a second. Since: 1.2.8
 */
#define VIR_DOMAIN_BLOCK_COPY_BANDWIDTH "bandwidth"

/**
 * Unsigned 64 bit: how much may be under way at once, in bytes. Since: 1.2.8
 */
#define VIR_DOMAIN_BLOCK_COPY_BUF_SIZE "buf-size"

/**
 * Unsigned int: the unit that is copied, in bytes, a power of two. Since: 1.2.8
 */
#define VIR_DOMAIN_BLOCK_COPY_GRANULARITY "granularity"

/**
 * String: the group of disks that share these limits. Since: 3.0.0
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME "group_name"

/**
 * Unsigned 64 bit: bytes read a second. Since: 0.9.8
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC "read_bytes_sec"

/**
 * Unsigned 64 bit: bytes read a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX "read_bytes_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH "read_bytes_sec_max_length"

/**
 * Unsigned 64 bit: read requests a second. Since: 0.9.8
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC "read_iops_sec"

/**
 * Unsigned 64 bit: read requests a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX "read_iops_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH "read_iops_sec_max_length"

/**
 * Unsigned 64 bit: the size at which a request begins to count as several, in bytes. Since: 1.2.11
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC "size_iops_sec"

/**
 * Unsigned 64 bit: bytes read and written a second. Since: 0.9.8
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC "total_bytes_sec"

/**
 * Unsigned 64 bit: bytes read and written a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX "total_bytes_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH "total_bytes_sec_max_length"

/**
 * Unsigned 64 bit: requests a second. Since: 0.9.8
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC "total_iops_sec"

/**
 * Unsigned 64 bit: requests a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX "total_iops_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH "total_iops_sec_max_length"

/**
 * Unsigned 64 bit: bytes written a second. Since: 0.9.8
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC "write_bytes_sec"

/**
 * Unsigned 64 bit: bytes written a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX "write_bytes_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH "write_bytes_sec_max_length"

/**
 * Unsigned 64 bit: write requests a second. Since: 0.9.8
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC "write_iops_sec"

/**
 * Unsigned 64 bit: write requests a second in a burst. Since: 1.2.11
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX "write_iops_sec_max"

/**
 * Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
 */
#define VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH "write_iops_sec_max_length"

/**
 * Signed 64 bit: requests that failed; in Xen, those that had to wait. Since: 0.9.5
 */
#define VIR_DOMAIN_BLOCK_STATS_ERRS "errs"

/**
 * Signed 64 bit: flush requests. Since: 0.9.5
 */
#define VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ "flush_operations"

/**
 * Signed 64 bit: time spent flushing, in nanoseconds. Since: 0.9.5
 */
#define VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES "flush_total_times"

/**
 * Signed 64 bit: bytes read. Since: 0.9.5
 */
#define VIR_DOMAIN_BLOCK_STATS_READ_BYTES "rd_bytes"

/**
 * Signed 64 bit: read requests. Since: 0.9.5
 */
#define VIR_DOMAIN_BLOCK_STATS_READ_REQ "rd_operations"

/**
 * Signed 64 bit: time spent reading, in nanoseconds. Since: 0.9.5
 */
#define VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES "rd_total_times"

/**
 * Signed 64 bit: bytes written. Since: 0.9.5
 */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES "wr_bytes"

/**
 * Signed 64 bit: write requests. Since: 0.9.5
 */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_REQ "wr_operations"

/**
 * Signed 64 bit: time spent writing, in nanoseconds. Since: 0.9.5
 */
#define VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES "wr_total_times"

/**
 * Unsigned 64 bit: CPU time of the whole domain, in nanoseconds. Since: 0.9.10
 */
#define VIR_DOMAIN_CPU_STATS_CPUTIME "cpu_time"

/**
 * Unsigned 64 bit: time spent in the host's kernel, in nanoseconds. Since: 0.9.11
 */
#define VIR_DOMAIN_CPU_STATS_SYSTEMTIME "system_time"

/**
 * Unsigned 64 bit: time spent in the hypervisor's program, in nanoseconds. Since: 0.9.11
 */
#define VIR_DOMAIN_CPU_STATS_USERTIME "user_time"

/**
 * Unsigned 64 bit: time spent by virtual CPUs, in nanoseconds. Since: 0.9.13
 */
#define VIR_DOMAIN_CPU_STATS_VCPUTIME "vcpu_time"

/**
 * Unsigned int: by which factor polling time grows; 0 lets the hypervisor choose. Since: 4.10.0
 */
#define VIR_DOMAIN_IOTHREAD_POLL_GROW "poll_grow"

/**
 * Unsigned 64 bit: the longest polling time, in nanoseconds; 0 turns polling off. Since: 4.10.0
 */
#define VIR_DOMAIN_IOTHREAD_POLL_MAX_NS "poll_max_ns"

/**
 * Unsigned int: by which divisor polling time shrinks; 0 ends polling at once. Since: 4.10.0
 */
#define VIR_DOMAIN_IOTHREAD_POLL_SHRINK "poll_shrink"

/**
 * Unsigned int: the weight of the last interval in the choice of the polling time. Since: 12.7.0
 */
#define VIR_DOMAIN_IOTHREAD_POLL_WEIGHT "poll_weight"

/**
 * Int: how many worker threads there may be. Since: 8.5.0
 */
#define VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX "thread_pool_max"

/**
 * Int: how many worker threads are kept. Since: 8.5.0
 */
#define VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN "thread_pool_min"

/**
 * Int: by how much the guest is slowed down, in percent. Since: 2.0.0
 */
#define VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE "auto_converge_throttle"

/**
 * Unsigned 64 bit: compressed bytes sent. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_COMPRESSION_BYTES "compression_bytes"

/**
 * Unsigned 64 bit: size of the compression cache, in bytes. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_COMPRESSION_CACHE "compression_cache"

/**
 * Unsigned 64 bit: pages that were not in the cache. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES "compression_cache_misses"

/**
 * Unsigned 64 bit: pages that compression made larger. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW "compression_overflow"

/**
 * Unsigned 64 bit: compressed pages sent. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_COMPRESSION_PAGES "compression_pages"

/**
 * Unsigned 64 bit: bytes sent, of memory and disks. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_DATA_PROCESSED "data_processed"

/**
 * Unsigned 64 bit: bytes that are left, of memory and disks. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_DATA_REMAINING "data_remaining"

/**
 * Unsigned 64 bit: all bytes, of memory and disks. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_DATA_TOTAL "data_total"

/**
 * Unsigned 64 bit: rate of the disks' copy, in bytes a second. Since: 1.2.9
 */
#define VIR_DOMAIN_JOB_DISK_BPS "disk_bps"

/**
 * Unsigned 64 bit: bytes of disks sent. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_DISK_PROCESSED "disk_processed"

/**
 * Unsigned 64 bit: bytes of disks that are left. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_DISK_REMAINING "disk_remaining"

/**
 * Unsigned 64 bit: size of the backup's temporary files, in bytes. Since: 6.0.0
 */
#define VIR_DOMAIN_JOB_DISK_TEMP_TOTAL "disk_temp_total"

/**
 * Unsigned 64 bit: how much of them is used, in bytes. Since: 6.0.0
 */
#define VIR_DOMAIN_JOB_DISK_TEMP_USED "disk_temp_used"

/**
 * Unsigned 64 bit: all bytes of disks. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_DISK_TOTAL "disk_total"

/**
 * Unsigned 64 bit: how long the guest is or will be stopped, in milliseconds. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_DOWNTIME "downtime"

/**
 * Unsigned 64 bit: the same, without the time that the network took. Since: 1.2.15
 */
#define VIR_DOMAIN_JOB_DOWNTIME_NET "downtime_net"

/**
 * String: why a job that ended has failed. Since: 6.3.0
 */
#define VIR_DOMAIN_JOB_ERRMSG "errmsg"

/**
 * Unsigned 64 bit: rate of the memory's transfer, in bytes a second. Since: 1.2.9
 */
#define VIR_DOMAIN_JOB_MEMORY_BPS "memory_bps"

/**
 * Unsigned 64 bit: pages filled with one byte, sent as such. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_MEMORY_CONSTANT "memory_constant"

/**
 * Unsigned 64 bit: pages that the guest writes in a second. Since: 1.3.1
 */
#define VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE "memory_dirty_rate"

/**
 * Unsigned 64 bit: which pass over memory this is. Since: 1.3.1
 */
#define VIR_DOMAIN_JOB_MEMORY_ITERATION "memory_iteration"

/**
 * Unsigned 64 bit: pages sent as they are. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_MEMORY_NORMAL "memory_normal"

/**
 * Unsigned 64 bit: bytes of pages sent as they are. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES "memory_normal_bytes"

/**
 * Unsigned 64 bit: size of a page, in bytes. Since: 3.9.0
 */
#define VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE "memory_page_size"

/**
 * Unsigned 64 bit: pages that the destination asked for. Since: 5.0.0
 */
#define VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS "memory_postcopy_requests"

/**
 * Unsigned 64 bit: bytes of memory sent. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_MEMORY_PROCESSED "memory_processed"

/**
 * Unsigned 64 bit: bytes of memory that are left. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_MEMORY_REMAINING "memory_remaining"

/**
 * Unsigned 64 bit: all bytes of memory. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_MEMORY_TOTAL "memory_total"

/**
 * Int: what the job does, a virDomainJobOperation. Since: 3.3.0
 */
#define VIR_DOMAIN_JOB_OPERATION "operation"

/**
 * Unsigned 64 bit: how long the preparation took, in milliseconds. Since: 1.2.9
 */
#define VIR_DOMAIN_JOB_SETUP_TIME "setup_time"

/**
 * Boolean: whether a job that ended has succeeded. Since: 6.0.0
 */
#define VIR_DOMAIN_JOB_SUCCESS "success"

/**
 * Unsigned 64 bit: since the job began, in milliseconds. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_TIME_ELAPSED "time_elapsed"

/**
 * Unsigned 64 bit: the same, without the time that the network took. Since: 1.2.15
 */
#define VIR_DOMAIN_JOB_TIME_ELAPSED_NET "time_elapsed_net"

/**
 * Unsigned 64 bit: until the job ends, by estimate, in milliseconds. Since: 1.0.3
 */
#define VIR_DOMAIN_JOB_TIME_REMAINING "time_remaining"

/**
 * Unsigned 64 bit: bytes of assigned devices' state sent. Since: 10.6.0
 */
#define VIR_DOMAIN_JOB_VFIO_DATA_TRANSFERRED "vfio_data_transferred"

/**
 * Unsigned int: first part of the SEV firmware's version. Since: 8.0.0
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR "sev-api-major"

/**
 * Unsigned int: second part of the SEV firmware's version. Since: 8.0.0
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR "sev-api-minor"

/**
 * Unsigned int: build number of the SEV firmware. Since: 8.0.0
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID "sev-build-id"

/**
 * String: the measurement of the launched guest, in base64. Since: 4.5.0
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT "sev-measurement"

/**
 * Unsigned int: the guest's SEV policy. Since: 8.0.0
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY "sev-policy"

/**
 * String: the secret, encrypted, in base64. Since: 8.0.0
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET "sev-secret"

/**
 * String: the header of the secret, in base64. Since: 8.0.0
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER "sev-secret-header"

/**
 * Unsigned 64 bit: the guest's address where the secret goes. Since: 8.0.0
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS "sev-secret-set-address"

/**
 * Unsigned 64 bit: the guest's SEV-SNP policy. Since: 10.5.0
 */
#define VIR_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY "sev-snp-policy"

/**
 * Unsigned 64 bit: the most memory that the guest may use, in KiB. Since: 0.8.5
 */
#define VIR_DOMAIN_MEMORY_HARD_LIMIT "hard_limit"

/**
 * Unsigned 64 bit: memory that the guest always has, in KiB. Since: 0.8.5
 */
#define VIR_DOMAIN_MEMORY_MIN_GUARANTEE "min_guarantee"

/**
 * Unsigned 64 bit: what the guest is held to when memory is short, in KiB. Since: 0.8.5
 */
#define VIR_DOMAIN_MEMORY_SOFT_LIMIT "soft_limit"

/**
 * Unsigned 64 bit: the most memory and swap that the guest may use, in KiB. Since: 0.8.5
 */
#define VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT "swap_hard_limit"

/**
 * Int: how memory is taken from the nodes, a virDomainNumatuneMemMode. Since: 0.9.9
 */
#define VIR_DOMAIN_NUMA_MODE "numa_mode"

/**
 * String: the nodes that memory is taken from. Since: 0.9.9
 */
#define VIR_DOMAIN_NUMA_NODESET "numa_nodeset"

/**
 * String: the document that replaces the one saved with the guest. Since: 8.4.0
 */
#define VIR_DOMAIN_SAVE_PARAM_DXML "dxml"

/**
 * String: the file. Since: 8.4.0
 */
#define VIR_DOMAIN_SAVE_PARAM_FILE "file"

/**
 * String: the format of the image, one of those below. Since: 11.2.0
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT "image_format"

/**
 * An image compressed with bzip2. Since: 12.0.0
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2 "bzip2"

/**
 * An image compressed with gzip. Since: 12.0.0
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP "gzip"

/**
 * An image compressed with lzop. Since: 12.0.0
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP "lzop"

/**
 * An image that is not compressed. Since: 12.0.0
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW "raw"

/**
 * An image in which each page of memory has its own place. Since: 12.0.0
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE "sparse"

/**
 * An image compressed with xz. Since: 12.0.0
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ "xz"

/**
 * An image compressed with zstd. Since: 12.0.0
 */
#define VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD "zstd"

/**
 * Int: how many channels write or read a sparse image. Since: 11.2.0
 */
#define VIR_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS "parallel.channels"

/**
 * Unsigned int: the most CPU time, in percent of one CPU (Xen's credit scheduler). Since: 0.9.7
 */
#define VIR_DOMAIN_SCHEDULER_CAP "cap"

/**
 * Unsigned 64 bit: the domain's share of CPU time. Since: 0.9.7
 */
#define VIR_DOMAIN_SCHEDULER_CPU_SHARES "cpu_shares"

/**
 * Unsigned 64 bit: the period of the emulator's quota, in microseconds. Since: 0.10.0
 */
#define VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD "emulator_period"

/**
 * Signed 64 bit: what the emulator may use in a period, in microseconds. Since: 0.10.0
 */
#define VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA "emulator_quota"

/**
 * Unsigned 64 bit: the period of the whole domain's quota, in microseconds. Since: 1.3.3
 */
#define VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD "global_period"

/**
 * Signed 64 bit: what the whole domain may use in a period, in microseconds. Since: 1.3.3
 */
#define VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA "global_quota"

/**
 * Unsigned 64 bit: the period of each I/O thread's quota, in microseconds. Since: 2.2.0
 */
#define VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD "iothread_period"

/**
 * Signed 64 bit: what each I/O thread may use in a period, in microseconds. Since: 2.2.0
 */
#define VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA "iothread_quota"

/**
 * Signed 64 bit: the most CPU time, in MHz (ESX allocation scheduler). Since: 0.9.7
 */
#define VIR_DOMAIN_SCHEDULER_LIMIT "limit"

/**
 * Signed 64 bit: CPU time that is always granted, in MHz (ESX allocation scheduler). Since: 0.9.7
 */
#define VIR_DOMAIN_SCHEDULER_RESERVATION "reservation"

/**
 * Int: the domain's share of CPU time (ESX allocation scheduler). Since: 0.9.7
 */
#define VIR_DOMAIN_SCHEDULER_SHARES "shares"

/**
 * Unsigned 64 bit: the period of each virtual CPU's quota, in microseconds. Since: 0.9.7
 */
#define VIR_DOMAIN_SCHEDULER_VCPU_PERIOD "vcpu_period"

/**
 * Signed 64 bit: what each virtual CPU may use in a period, in microseconds. Since: 0.9.7
 */
#define VIR_DOMAIN_SCHEDULER_VCPU_QUOTA "vcpu_quota"

/**
 * Unsigned int: the domain's weight among others (Xen's credit scheduler). Since: 0.9.7
 */
#define VIR_DOMAIN_SCHEDULER_WEIGHT "weight"

/**
 * Int: by how much more the guest is slowed down each time, in percent. Since: 2.0.0
 */
#define VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT "auto_converge.increment"

/**
 * Int: by how much the guest is slowed down first, in percent. Since: 2.0.0
 */
#define VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL "auto_converge.initial"

/**
 * Unsigned 64 bit: the highest rate, in MiB a second. Since: 1.1.0
 */
#define VIR_MIGRATE_PARAM_BANDWIDTH "bandwidth"

/**
 * Unsigned 64 bit: the rate reckoned with for the last step, in bytes a second. Since: 11.1.0
 */
#define VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER "bandwidth.avail.switchover"

/**
 * Unsigned 64 bit: the highest rate in the post-copy phase, in MiB a second. Since: 5.1.0
 */
#define VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY "bandwidth.postcopy"

/**
 * String, may be given several times: a compression method. Since: 1.3.4
 */
#define VIR_MIGRATE_PARAM_COMPRESSION "compression"

/**
 * Int: threads that decompress. Since: 1.3.4
 */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS "compression.mt.dthreads"

/**
 * Int: how hard to compress, 0 to 9. Since: 1.3.4
 */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL "compression.mt.level"

/**
 * Int: threads that compress. Since: 1.3.4
 */
#define VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS "compression.mt.threads"

/**
 * Unsigned 64 bit: size of the cache for XBZRLE, in bytes. Since: 1.3.4
 */
#define VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE "compression.xbzrle.cache"

/**
 * Int: how hard zlib compresses, 0 to 9. Since: 9.4.0
 */
#define VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL "compression.zlib.level"

/**
 * Int: how hard zstd compresses, 0 to 20. Since: 9.4.0
 */
#define VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL "compression.zstd.level"

/**
 * String: the domain's name at the destination. Since: 1.1.0
 */
#define VIR_MIGRATE_PARAM_DEST_NAME "destination_name"

/**
 * String: the document to use at the destination. Since: 1.1.0
 */
#define VIR_MIGRATE_PARAM_DEST_XML "destination_xml"

/**
 * Int: the port that the destination's disk server listens on. Since: 1.3.3
 */
#define VIR_MIGRATE_PARAM_DISKS_PORT "disks_port"

/**
 * String: where disks are sent to. Since: 6.8.0
 */
#define VIR_MIGRATE_PARAM_DISKS_URI "disks_uri"

/**
 * String: where clients of the guest's display go. Since: 1.1.0
 */
#define VIR_MIGRATE_PARAM_GRAPHICS_URI "graphics_uri"

/**
 * String: the address that the destination listens on. Since: 1.1.4
 */
#define VIR_MIGRATE_PARAM_LISTEN_ADDRESS "listen_address"

/**
 * String, may be given several times: a disk to copy, by its target. Since: 1.2.17
 */
#define VIR_MIGRATE_PARAM_MIGRATE_DISKS "migrate_disks"

/**
 * String, may be given several times: a disk whose zeros are looked for and left out. Since: 10.9.0
 */
#define VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES "migrate_disks_detect_zeroes"

/**
 * String, may be given several times: a disk whose copy is known to read as zeros at first. Since: 12.2.0
 */
#define VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO "migrate_disks_target_zero"

/**
 * Int: how many connections a parallel migration uses. Since: 5.2.0
 */
#define VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS "parallel.connections"

/**
 * String: the document to define at the destination. Since: 1.3.4
 */
#define VIR_MIGRATE_PARAM_PERSIST_XML "persistent_xml"

/**
 * String: the host name to look for in the destination's certificate. Since: 6.0.0
 */
#define VIR_MIGRATE_PARAM_TLS_DESTINATION "tls.destination"

/**
 * String: where the hypervisor sends the guest to. Since: 1.1.0
 */
#define VIR_MIGRATE_PARAM_URI "migrate_uri"

/**
 * Boolean: count alignment faults. Since: 3.2.0
 */
#define VIR_PERF_PARAM_ALIGNMENT_FAULTS "alignment_faults"

/**
 * Boolean: count branches. Since: 3.0.0
 */
#define VIR_PERF_PARAM_BRANCH_INSTRUCTIONS "branch_instructions"

/**
 * Boolean: count branches predicted wrongly. Since: 3.0.0
 */
#define VIR_PERF_PARAM_BRANCH_MISSES "branch_misses"

/**
 * Boolean: count bus cycles. Since: 3.0.0
 */
#define VIR_PERF_PARAM_BUS_CYCLES "bus_cycles"

/**
 * Boolean: count cache misses. Since: 2.3.0
 */
#define VIR_PERF_PARAM_CACHE_MISSES "cache_misses"

/**
 * Boolean: count cache hits and misses. Since: 2.3.0
 */
#define VIR_PERF_PARAM_CACHE_REFERENCES "cache_references"

/**
 * Boolean: count bytes of the L3 cache in use. Since: 1.3.3
 */
#define VIR_PERF_PARAM_CMT "cmt"

/**
 * Boolean: count context switches. Since: 3.2.0
 */
#define VIR_PERF_PARAM_CONTEXT_SWITCHES "context_switches"

/**
 * Boolean: count CPU time by the CPU's clock, in nanoseconds. Since: 3.2.0
 */
#define VIR_PERF_PARAM_CPU_CLOCK "cpu_clock"

/**
 * Boolean: count CPU cycles. Since: 2.3.0
 */
#define VIR_PERF_PARAM_CPU_CYCLES "cpu_cycles"

/**
 * Boolean: count moves to another CPU. Since: 3.2.0
 */
#define VIR_PERF_PARAM_CPU_MIGRATIONS "cpu_migrations"

/**
 * Boolean: count emulation faults. Since: 3.2.0
 */
#define VIR_PERF_PARAM_EMULATION_FAULTS "emulation_faults"

/**
 * Boolean: count instructions. Since: 2.3.0
 */
#define VIR_PERF_PARAM_INSTRUCTIONS "instructions"

/**
 * Boolean: count bytes moved through the memory controller of the CPU's own node, a second. Since: 1.3.5
 */
#define VIR_PERF_PARAM_MBML "mbml"

/**
 * Boolean: count bytes moved through all memory controllers, a second. Since: 1.3.5
 */
#define VIR_PERF_PARAM_MBMT "mbmt"

/**
 * Boolean: count page faults. Since: 3.2.0
 */
#define VIR_PERF_PARAM_PAGE_FAULTS "page_faults"

/**
 * Boolean: count page faults that needed the disk. Since: 3.2.0
 */
#define VIR_PERF_PARAM_PAGE_FAULTS_MAJ "page_faults_maj"

/**
 * Boolean: count page faults that did not need the disk. Since: 3.2.0
 */
#define VIR_PERF_PARAM_PAGE_FAULTS_MIN "page_faults_min"

/**
 * Boolean: count cycles at the reference frequency. Since: 3.0.0
 */
#define VIR_PERF_PARAM_REF_CPU_CYCLES "ref_cpu_cycles"

/**
 * Boolean: count cycles in which nothing was retired. Since: 3.0.0
 */
#define VIR_PERF_PARAM_STALLED_CYCLES_BACKEND "stalled_cycles_backend"

/**
 * Boolean: count cycles in which the front end had nothing to issue. Since: 3.0.0
 */
#define VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND "stalled_cycles_frontend"

/**
 * Boolean: count CPU time by the task's clock, in nanoseconds. Since: 3.2.0
 */
#define VIR_PERF_PARAM_TASK_CLOCK "task_clock"

/**
 * Unsigned 64 bit: all that the guest can use, in KiB. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_AVAILABLE "balloon.available"

/**
 * Unsigned 64 bit: what the balloon leaves the guest, in KiB. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_CURRENT "balloon.current"

/**
 * Unsigned 64 bit: what could be had back from disk caches, in KiB. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_DISK_CACHES "balloon.disk_caches"

/**
 * Unsigned 64 bit: huge pages that were allocated. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC "balloon.hugetlb_pgalloc"

/**
 * Unsigned 64 bit: huge pages that could not be allocated. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL "balloon.hugetlb_pgfail"

/**
 * Unsigned 64 bit: when these numbers were made, in seconds of the epoch. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_LAST_UPDATE "balloon.last-update"

/**
 * Unsigned 64 bit: page faults that needed the disk. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_MAJOR_FAULT "balloon.major_fault"

/**
 * Unsigned 64 bit: the guest's memory, in KiB. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_MAXIMUM "balloon.maximum"

/**
 * Unsigned 64 bit: page faults that did not. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_MINOR_FAULT "balloon.minor_fault"

/**
 * Unsigned 64 bit: resident size of the hypervisor process, in KiB. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_RSS "balloon.rss"

/**
 * Unsigned 64 bit: read from swap, in KiB. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_SWAP_IN "balloon.swap_in"

/**
 * Unsigned 64 bit: written to swap, in KiB. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_SWAP_OUT "balloon.swap_out"

/**
 * Unsigned 64 bit: not used for anything, in KiB. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_UNUSED "balloon.unused"

/**
 * Unsigned 64 bit: what could be had without swapping, in KiB. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BALLOON_USABLE "balloon.usable"

/**
 * Unsigned int: disks, and their backing images where asked for. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_COUNT "block.count"

/**
 * Prefix of a disk's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_PREFIX "block."

/**
 * Unsigned 64 bit: the highest byte written. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION ".allocation"

/**
 * Unsigned int: which image of the disk's chain it is. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX ".backingIndex"

/**
 * Unsigned 64 bit: size that the guest sees, in bytes. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY ".capacity"

/**
 * Unsigned 64 bit: requests that failed (Xen: that had to wait). Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS ".errors"

/**
 * Unsigned 64 bit: flush requests. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS ".fl.reqs"

/**
 * Unsigned 64 bit: time spent flushing, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES ".fl.times"

/**
 * Prefix of the histogram of flushes. Since: 12.1.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX ".latency_histogram.flush."

/**
 * Prefix of the histogram of reads. Since: 12.1.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX ".latency_histogram.read."

/**
 * Unsigned int: bins of the histogram. Since: 12.1.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT "bin.count"

/**
 * Prefix of a bin's fields, before its index. Since: 12.1.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX "bin."

/**
 * Unsigned 64 bit: where the bin begins, in nanoseconds. Since: 12.1.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START ".start"

/**
 * Unsigned 64 bit: requests in the bin. Since: 12.1.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE ".value"

/**
 * Prefix of the histogram of writes. Since: 12.1.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX ".latency_histogram.write."

/**
 * Prefix of the histogram of appends to zones. Since: 12.1.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX ".latency_histogram.zone_append."

/**
 * Unsigned 64 bit: alignment of discards, in bytes. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT ".limits.discard_alignment"

/**
 * Unsigned 64 bit: largest discard, in bytes. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX ".limits.discard_max"

/**
 * Unsigned 64 bit: most pieces of a request of the hardware. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX ".limits.iov_hw_max"

/**
 * Unsigned 64 bit: most pieces of a request. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX ".limits.iov_max"

/**
 * Unsigned 64 bit: alignment that memory must have, in bytes. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL ".limits.memory_alignment_minimal"

/**
 * Unsigned 64 bit: alignment that memory should have, in bytes. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL ".limits.memory_alignment_optimal"

/**
 * Unsigned 64 bit: alignment of requests, in bytes. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT ".limits.request_alignment"

/**
 * Unsigned 64 bit: largest request of the hardware, in bytes. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX ".limits.transfer_hw_max"

/**
 * Unsigned 64 bit: largest request, in bytes. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX ".limits.transfer_max"

/**
 * Unsigned 64 bit: best size of a request, in bytes. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL ".limits.transfer_optimal"

/**
 * Unsigned 64 bit: alignment of writes of zeros, in bytes. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT ".limits.write_zeroes_alignment"

/**
 * Unsigned 64 bit: largest write of zeros, in bytes. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX ".limits.write_zeroes_max"

/**
 * String: its target, such as vda. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_NAME ".name"

/**
 * String: its file or device. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_PATH ".path"

/**
 * Unsigned 64 bit: size of the file or device, in bytes. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL ".physical"

/**
 * Unsigned 64 bit: bytes read. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES ".rd.bytes"

/**
 * Unsigned 64 bit: read requests. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS ".rd.reqs"

/**
 * Unsigned 64 bit: time spent reading, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES ".rd.times"

/**
 * Unsigned 64 bit: the byte whose writing sends an event. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD ".threshold"

/**
 * Unsigned int: intervals with statistics of their own. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT ".timed_group.count"

/**
 * Prefix of an interval's fields, before its index. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX ".timed_group."

/**
 * Unsigned 64 bit: average flush, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG ".flush_latency_avg"

/**
 * Unsigned 64 bit: longest flush, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX ".flush_latency_max"

/**
 * Unsigned 64 bit: shortest flush, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN ".flush_latency_min"

/**
 * Unsigned 64 bit: length of the interval, in seconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL ".interval"

/**
 * Unsigned 64 bit: average read, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG ".rd_latency_avg"

/**
 * Unsigned 64 bit: longest read, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX ".rd_latency_max"

/**
 * Unsigned 64 bit: shortest read, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN ".rd_latency_min"

/**
 * Double: reads under way, on average. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG ".rd_queue_depth_avg"

/**
 * Unsigned 64 bit: average write, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG ".wr_latency_avg"

/**
 * Unsigned 64 bit: longest write, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX ".wr_latency_max"

/**
 * Unsigned 64 bit: shortest write, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN ".wr_latency_min"

/**
 * Double: writes under way, on average. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG ".wr_queue_depth_avg"

/**
 * Unsigned 64 bit: average append to a zone, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG ".zone_append_latency_avg"

/**
 * Unsigned 64 bit: longest append to a zone, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX ".zone_append_latency_max"

/**
 * Unsigned 64 bit: shortest append to a zone, in nanoseconds. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN ".zone_append_latency_min"

/**
 * Double: appends to zones under way, on average. Since: 11.10.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG ".zone_append_queue_depth_avg"

/**
 * Unsigned 64 bit: bytes written. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES ".wr.bytes"

/**
 * Unsigned 64 bit: write requests. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS ".wr.reqs"

/**
 * Unsigned 64 bit: time spent writing, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES ".wr.times"

/**
 * Unsigned int: cache monitors. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT "cpu.cache.monitor.count"

/**
 * Prefix of a cache monitor's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX "cpu.cache.monitor."

/**
 * Unsigned int: cache banks. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT ".bank.count"

/**
 * Prefix of a bank's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX ".bank."

/**
 * Unsigned 64 bit: bytes of the bank in use. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES ".bytes"

/**
 * Unsigned int: the bank's number on the host. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID ".id"

/**
 * String: the monitor's name. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME ".name"

/**
 * String: its virtual CPUs. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS ".vcpus"

/**
 * Unsigned int: energy monitors. Since: 12.4.0
 */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT "cpu.energy.monitor.count"

/**
 * Prefix of an energy monitor's fields, before its index. Since: 12.4.0
 */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX "cpu.energy.monitor."

/**
 * String: the monitor's name. Since: 12.4.0
 */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME ".name"

/**
 * Unsigned int: CPU packages. Since: 12.4.0
 */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT ".pkg.count"

/**
 * Prefix of a package's fields, before its index. Since: 12.4.0
 */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX ".pkg."

/**
 * Unsigned int: the package's number on the host. Since: 12.4.0
 */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID ".id"

/**
 * String: its virtual CPUs. Since: 12.4.0
 */
#define VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS ".vcpus"

/**
 * Unsigned 64 bit: time of polling in vain, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME "cpu.haltpoll.fail.time"

/**
 * Unsigned 64 bit: time of polling for work that came, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME "cpu.haltpoll.success.time"

/**
 * Unsigned 64 bit: CPU time spent in the host's kernel, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_SYSTEM "cpu.system"

/**
 * Unsigned 64 bit: CPU time of the whole domain, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_TIME "cpu.time"

/**
 * Unsigned 64 bit: CPU time spent in the hypervisor's program, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CPU_USER "cpu.user"

/**
 * Suffix of a hypervisor's own value as it is now. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR ".cur"

/**
 * Suffix of a hypervisor's own value at its highest. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX ".max"

/**
 * Suffix of a hypervisor's own value summed up. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM ".sum"

/**
 * String: how it is done. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_MODE "dirtyrate.calc_mode"

/**
 * Int: how long it takes, in seconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD "dirtyrate.calc_period"

/**
 * Signed 64 bit: when it began, in seconds of the host's uptime. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME "dirtyrate.calc_start_time"

/**
 * Int: how far the measurement is, a virDomainDirtyRateStatus. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_CALC_STATUS "dirtyrate.calc_status"

/**
 * Signed 64 bit: rate of memory writes, in MiB a second. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND "dirtyrate.megabytes_per_second"

/**
 * Prefix of a virtual CPU's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX "dirtyrate.vcpu."

/**
 * Unsigned 64 bit: rate of its memory writes, in MiB a second. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND ".megabytes_per_second"

/**
 * Unsigned int: I/O threads. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_IOTHREAD_COUNT "iothread.count"

/**
 * Prefix of an I/O thread's fields, before its number. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_IOTHREAD_PREFIX "iothread."

/**
 * Unsigned int: by which factor polling time grows. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW ".poll-grow"

/**
 * Unsigned 64 bit: the longest polling time, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS ".poll-max-ns"

/**
 * Unsigned int: by which divisor polling time shrinks. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK ".poll-shrink"

/**
 * Unsigned int: the weight of the last interval in the choice of the polling time. Since: 12.7.0
 */
#define VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT ".poll-weight"

/**
 * Unsigned int: memory bandwidth monitors. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT "memory.bandwidth.monitor.count"

/**
 * Prefix of a memory bandwidth monitor's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX "memory.bandwidth.monitor."

/**
 * String: the monitor's name. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME ".name"

/**
 * Unsigned int: memory controllers. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT ".node.count"

/**
 * Prefix of a controller's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX ".node."

/**
 * Unsigned 64 bit: bytes moved through the controller of the CPU's own node. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL ".bytes.local"

/**
 * Unsigned 64 bit: bytes moved through all controllers. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL ".bytes.total"

/**
 * Unsigned int: the controller's number on the host. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID ".id"

/**
 * String: its virtual CPUs. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS ".vcpus"

/**
 * Unsigned int: network interfaces. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_COUNT "net.count"

/**
 * Prefix of a network interface's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_PREFIX "net."

/**
 * String: its name on the host. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_SUFFIX_NAME ".name"

/**
 * Unsigned 64 bit: bytes received. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_BYTES ".rx.bytes"

/**
 * Unsigned 64 bit: packets dropped on receiving. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_DROP ".rx.drop"

/**
 * Unsigned 64 bit: errors of receiving. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_ERRS ".rx.errs"

/**
 * Unsigned 64 bit: packets received. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_SUFFIX_RX_PKTS ".rx.pkts"

/**
 * Unsigned 64 bit: bytes sent. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_BYTES ".tx.bytes"

/**
 * Unsigned 64 bit: packets dropped on sending. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_DROP ".tx.drop"

/**
 * Unsigned 64 bit: errors of sending. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_ERRS ".tx.errs"

/**
 * Unsigned 64 bit: packets sent. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_NET_SUFFIX_TX_PKTS ".tx.pkts"

/**
 * Unsigned 64 bit: alignment faults. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS "perf.alignment_faults"

/**
 * Unsigned 64 bit: branches. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS "perf.branch_instructions"

/**
 * Unsigned 64 bit: branches predicted wrongly. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_BRANCH_MISSES "perf.branch_misses"

/**
 * Unsigned 64 bit: bus cycles. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_BUS_CYCLES "perf.bus_cycles"

/**
 * Unsigned 64 bit: cache misses. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_CACHE_MISSES "perf.cache_misses"

/**
 * Unsigned 64 bit: cache hits and misses. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_CACHE_REFERENCES "perf.cache_references"

/**
 * Unsigned 64 bit: bytes of the L3 cache in use. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_CMT "perf.cmt"

/**
 * Unsigned 64 bit: context switches. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_CONTEXT_SWITCHES "perf.context_switches"

/**
 * Unsigned 64 bit: CPU time by the CPU's clock, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_CPU_CLOCK "perf.cpu_clock"

/**
 * Unsigned 64 bit: CPU cycles. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_CPU_CYCLES "perf.cpu_cycles"

/**
 * Unsigned 64 bit: moves to another CPU. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_CPU_MIGRATIONS "perf.cpu_migrations"

/**
 * Unsigned 64 bit: emulation faults. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_EMULATION_FAULTS "perf.emulation_faults"

/**
 * Unsigned 64 bit: instructions. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_INSTRUCTIONS "perf.instructions"

/**
 * Unsigned 64 bit: bytes moved through the memory controller of the CPU's own node, a second. Since:
 * 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_MBML "perf.mbml"

/**
 * Unsigned 64 bit: bytes moved through all memory controllers, a second. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_MBMT "perf.mbmt"

/**
 * Unsigned 64 bit: page faults. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_PAGE_FAULTS "perf.page_faults"

/**
 * Unsigned 64 bit: page faults that needed the disk. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ "perf.page_faults_maj"

/**
 * Unsigned 64 bit: page faults that did not need the disk. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN "perf.page_faults_min"

/**
 * Unsigned 64 bit: cycles at the reference frequency. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_REF_CPU_CYCLES "perf.ref_cpu_cycles"

/**
 * Unsigned 64 bit: cycles in which nothing was retired. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND "perf.stalled_cycles_backend"

/**
 * Unsigned 64 bit: cycles in which the front end had nothing to issue. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND "perf.stalled_cycles_frontend"

/**
 * Unsigned 64 bit: CPU time by the task's clock, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_PERF_TASK_CLOCK "perf.task_clock"

/**
 * Int: the reason for the state, from the state's enum. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_STATE_REASON "state.reason"

/**
 * Int: the state, a virDomainState. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_STATE_STATE "state.state"

/**
 * Unsigned int: virtual CPUs that are online. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_VCPU_CURRENT "vcpu.current"

/**
 * Unsigned int: virtual CPUs that there may be. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_VCPU_MAXIMUM "vcpu.maximum"

/**
 * Prefix of a virtual CPU's fields, before its index. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_VCPU_PREFIX "vcpu."

/**
 * Unsigned 64 bit: time it waited for a CPU, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_DELAY ".delay"

/**
 * Boolean: whether it is halted. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_HALTED ".halted"

/**
 * Int: its state, a virVcpuState. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_STATE ".state"

/**
 * Unsigned 64 bit: CPU time it used, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_TIME ".time"

/**
 * Unsigned 64 bit: time it waited for I/O, in nanoseconds. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_VCPU_SUFFIX_WAIT ".wait"

/**
 * Prefix of values that the hypervisor counts, under its own names. Since: 11.2.0
 */
#define VIR_DOMAIN_STATS_VM_PREFIX "vm."

/**
 * Bytes of a parameter's name, the final zero included. Since: 0.9.0
 */
#define VIR_DOMAIN_BLKIO_FIELD_LENGTH 80

/**
 * Bytes of a parameter's name, the final zero included. Since: 0.9.5
 */
#define VIR_DOMAIN_BLOCK_STATS_FIELD_LENGTH 80

/**
 * Bytes of a parameter's name, the final zero included. Since: 0.8.5
 */
#define VIR_DOMAIN_MEMORY_FIELD_LENGTH 80

/**
 * The value of a memory limit that does not limit, in KiB. Since: 0.8.8
 */
#define VIR_DOMAIN_MEMORY_PARAM_UNLIMITED 9007199254740991

/**
 * Bytes of a parameter's name, the final zero included. Since: 0.2.3
 */
#define VIR_DOMAIN_SCHED_FIELD_LENGTH 80

/**
 * How many keys virDomainSendKey() can press at once. Since: 0.9.3
 */
#define VIR_DOMAIN_SEND_KEY_MAX_KEYS 16

/**
 * An older name of VIR_KEYCODE_SET_QNUM. Since: 0.9.5
 */
#define VIR_KEYCODE_SET_RFB 9

/**
 * Why the guest agent's state changed. Since: 1.2.11
 */
typedef enum virConnectDomainEventAgentLifecycleReason {
    /**
     * Not known. Since: 1.2.11
     */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN = 0,
    /**
     * The domain was started. Since: 1.2.11
     */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /**
     * The guest opened or closed the channel. Since: 1.2.11
     */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.2.11
     */
    , VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST = 3
#endif
} virConnectDomainEventAgentLifecycleReason;

/**
 * Whether the guest agent can be talked to. Since: 1.2.11
 */
typedef enum virConnectDomainEventAgentLifecycleState {
    /**
     * The agent is there. Since: 1.2.11
     */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED = 1,
    /**
     * The agent is gone. Since: 1.2.11
     */
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.2.11
     */
    , VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST = 3
#endif
} virConnectDomainEventAgentLifecycleState;

/**
 * How a block job came to its end, or to the point where it waits. Since: 0.9.4
 */
typedef enum virConnectDomainEventBlockJobStatus {
    /**
     * It is done. Since: 0.9.4
     */
    VIR_DOMAIN_BLOCK_JOB_COMPLETED = 0,
    /**
     * It failed. Since: 0.9.4
     */
    VIR_DOMAIN_BLOCK_JOB_FAILED = 1,
    /**
     * It was aborted. Since: 0.9.12
     */
    VIR_DOMAIN_BLOCK_JOB_CANCELED = 2,
    /**
     * It has caught up, and waits to be ended or pivoted. Since: 1.0.0
     */
    VIR_DOMAIN_BLOCK_JOB_READY = 3
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_BLOCK_JOB_LAST = 4
#endif
} virConnectDomainEventBlockJobStatus;

/**
 * Why the state of a channel changed. Since: 12.4.0
 */
typedef enum virConnectDomainEventChannelLifecycleReason {
    /**
     * Not known. Since: 12.4.0
     */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN = 0,
    /**
     * The domain was started. Since: 12.4.0
     */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /**
     * The guest opened or closed the channel. Since: 12.4.0
     */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 12.4.0
     */
    , VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_LAST = 3
#endif
} virConnectDomainEventChannelLifecycleReason;

/**
 * Whether the guest has a channel open. Since: 12.4.0
 */
typedef enum virConnectDomainEventChannelLifecycleState {
    /**
     * The guest has it open. Since: 12.4.0
     */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED = 1,
    /**
     * The guest has closed it. Since: 12.4.0
     */
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 12.4.0
     */
    , VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_LAST = 3
#endif
} virConnectDomainEventChannelLifecycleState;

/**
 * Why a disk lost its source. Since: 0.9.7
 */
typedef enum virConnectDomainEventDiskChangeReason {
    /**
     * The source was missing at the start, so the drive was left empty. Since: 0.9.7
     */
    VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START = 0,
    /**
     * The source was missing at the start, so the disk was left out. Since: 1.1.2
     */
    VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_DISK_CHANGE_LAST = 2
#endif
} virConnectDomainEventDiskChangeReason;

/**
 * Details of VIR_DOMAIN_EVENT_CRASHED. Since: 1.1.1
 */
typedef enum virDomainEventCrashedDetailType {
    /**
     * The guest's kernel panicked. Since: 1.1.1
     */
    VIR_DOMAIN_EVENT_CRASHED_PANICKED = 0,
    /**
     * The guest's kernel panicked and went on to a crash kernel. Since: 6.1.0
     */
    VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.1.1
     */
    , VIR_DOMAIN_EVENT_CRASHED_LAST = 2
#endif
} virDomainEventCrashedDetailType;

/**
 * Details of VIR_DOMAIN_EVENT_DEFINED. Since: 0.5.0
 */
typedef enum virDomainEventDefinedDetailType {
    /**
     * The domain is new. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_DEFINED_ADDED = 0,
    /**
     * The domain's configuration changed. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_DEFINED_UPDATED = 1,
    /**
     * The domain has this name now. Since: 1.2.19
     */
    VIR_DOMAIN_EVENT_DEFINED_RENAMED = 2,
    /**
     * The configuration came back with a snapshot. Since: 1.3.3
     */
    VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT = 3
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_DEFINED_LAST = 4
#endif
} virDomainEventDefinedDetailType;

/**
 * The kind of a graphics client's address. Since: 0.8.0
 */
typedef enum virDomainEventGraphicsAddressType {
    /**
     * An IPv4 address. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4 = 0,
    /**
     * An IPv6 address. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6 = 1,
    /**
     * The path of a UNIX socket. Since: 0.9.7
     */
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST = 3
#endif
} virDomainEventGraphicsAddressType;

/**
 * What a graphics client did. Since: 0.8.0
 */
typedef enum virDomainEventGraphicsPhase {
    /**
     * It connected. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_GRAPHICS_CONNECT = 0,
    /**
     * It has authenticated and begins. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE = 1,
    /**
     * It is gone. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_GRAPHICS_LAST = 3
#endif
} virDomainEventGraphicsPhase;

/**
 * The classes of domain events, for virConnectDomainEventRegisterAny(), each with its kind of callback.
 * Since: 0.8.0
 */
typedef enum virDomainEventID {
    /**
     * Started, stopped and so on: virConnectDomainEventCallback. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0,
    /**
     * The guest rebooted: virConnectDomainEventGenericCallback. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_ID_REBOOT = 1,
    /**
     * The guest set its clock: virConnectDomainEventRTCChangeCallback. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_ID_RTC_CHANGE = 2,
    /**
     * The watchdog fired: virConnectDomainEventWatchdogCallback. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_ID_WATCHDOG = 3,
    /**
     * A disk had an error: virConnectDomainEventIOErrorCallback. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_ID_IO_ERROR = 4,
    /**
     * A graphics client came or went: virConnectDomainEventGraphicsCallback. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_ID_GRAPHICS = 5,
    /**
     * A disk had an error, with its reason: virConnectDomainEventIOErrorReasonCallback. Since: 0.8.1
     */
    VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON = 6,
    /**
     * The hypervisor cannot be controlled: virConnectDomainEventGenericCallback. Since: 0.9.2
     */
    VIR_DOMAIN_EVENT_ID_CONTROL_ERROR = 7,
    /**
     * A block job ended, by the disk's path: virConnectDomainEventBlockJobCallback. Since: 0.9.4
     */
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB = 8,
    /**
     * A disk lost its source: virConnectDomainEventDiskChangeCallback. Since: 0.9.7
     */
    VIR_DOMAIN_EVENT_ID_DISK_CHANGE = 9,
    /**
     * A drive's tray moved: virConnectDomainEventTrayChangeCallback. Since: 0.9.11
     */
    VIR_DOMAIN_EVENT_ID_TRAY_CHANGE = 10,
    /**
     * The guest woke up: virConnectDomainEventPMWakeupCallback. Since: 0.9.11
     */
    VIR_DOMAIN_EVENT_ID_PMWAKEUP = 11,
    /**
     * The guest suspended itself to memory: virConnectDomainEventPMSuspendCallback. Since: 0.9.11
     */
    VIR_DOMAIN_EVENT_ID_PMSUSPEND = 12,
    /**
     * The balloon changed size: virConnectDomainEventBalloonChangeCallback. Since: 0.10.0
     */
    VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE = 13,
    /**
     * The guest suspended itself to disk: virConnectDomainEventPMSuspendDiskCallback. Since: 1.0.0
     */
    VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK = 14,
    /**
     * A device is gone: virConnectDomainEventDeviceRemovedCallback. Since: 1.1.1
     */
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED = 15,
    /**
     * A block job ended, by the disk's target: virConnectDomainEventBlockJobCallback. Since: 1.2.6
     */
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2 = 16,
    /**
     * A tuning parameter changed: virConnectDomainEventTunableCallback. Since: 1.2.9
     */
    VIR_DOMAIN_EVENT_ID_TUNABLE = 17,
    /**
     * The guest agent came or went: virConnectDomainEventAgentLifecycleCallback. Since: 1.2.11
     */
    VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE = 18,
    /**
     * A device was added: virConnectDomainEventDeviceAddedCallback. Since: 1.2.15
     */
    VIR_DOMAIN_EVENT_ID_DEVICE_ADDED = 19,
    /**
     * Another pass of a migration began: virConnectDomainEventMigrationIterationCallback. Since: 1.3.2
     */
    VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION = 20,
    /**
     * A job ended: virConnectDomainEventJobCompletedCallback. Since: 1.3.3
     */
    VIR_DOMAIN_EVENT_ID_JOB_COMPLETED = 21,
    /**
     * The guest kept a device: virConnectDomainEventDeviceRemovalFailedCallback. Since: 1.3.4
     */
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED = 22,
    /**
     * Metadata changed: virConnectDomainEventMetadataChangeCallback. Since: 3.0.0
     */
    VIR_DOMAIN_EVENT_ID_METADATA_CHANGE = 23,
    /**
     * A write went past the threshold: virConnectDomainEventBlockThresholdCallback. Since: 3.2.0
     */
    VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD = 24,
    /**
     * Memory of the host is broken: virConnectDomainEventMemoryFailureCallback. Since: 6.9.0
     */
    VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE = 25,
    /**
     * A memory device changed size: virConnectDomainEventMemoryDeviceSizeChangeCallback. Since: 7.9.0
     */
    VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE = 26,
    /**
     * The guest changed a MAC address: virConnectDomainEventNICMACChangeCallback. Since: 11.2.0
     */
    VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE = 27,
    /**
     * A virtual CPU is gone: virConnectDomainEventVcpuRemovedCallback. Since: 12.4.0
     */
    VIR_DOMAIN_EVENT_ID_VCPU_REMOVED = 28,
    /**
     * The guest opened or closed a channel: virConnectDomainEventChannelLifecycleCallback. Since: 12.4.0
     */
    VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE = 29
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.8.0
     */
    , VIR_DOMAIN_EVENT_ID_LAST = 30
#endif
} virDomainEventID;

/**
 * What was done about a disk's error. Since: 0.8.0
 */
typedef enum virDomainEventIOErrorAction {
    /**
     * Nothing. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_IO_ERROR_NONE = 0,
    /**
     * The guest was paused. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_IO_ERROR_PAUSE = 1,
    /**
     * The guest was told. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_IO_ERROR_REPORT = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_IO_ERROR_LAST = 3
#endif
} virDomainEventIOErrorAction;

/**
 * Details of VIR_DOMAIN_EVENT_PMSUSPENDED. Since: 0.10.2
 */
typedef enum virDomainEventPMSuspendedDetailType {
    /**
     * Suspended to memory. Since: 0.10.2
     */
    VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY = 0,
    /**
     * Suspended to disk. Since: 1.0.0
     */
    VIR_DOMAIN_EVENT_PMSUSPENDED_DISK = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.10.2
     */
    , VIR_DOMAIN_EVENT_PMSUSPENDED_LAST = 2
#endif
} virDomainEventPMSuspendedDetailType;

/**
 * Details of VIR_DOMAIN_EVENT_RESUMED. Since: 0.5.0
 */
typedef enum virDomainEventResumedDetailType {
    /**
     * Somebody resumed it. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_RESUMED_UNPAUSED = 0,
    /**
     * It goes on on the new host. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_RESUMED_MIGRATED = 1,
    /**
     * It was reverted to a snapshot. Since: 0.9.5
     */
    VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT = 2,
    /**
     * It goes on while its memory still migrates. Since: 1.3.3
     */
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY = 3,
    /**
     * It goes on although the post-copy migration failed. Since: 8.5.0
     */
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED = 4
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_RESUMED_LAST = 5
#endif
} virDomainEventResumedDetailType;

/**
 * Details of VIR_DOMAIN_EVENT_SHUTDOWN. Since: 0.9.8
 */
typedef enum virDomainEventShutdownDetailType {
    /**
     * The guest has shut down. Since: 0.9.8
     */
    VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED = 0,
    /**
     * The guest did so by itself. Since: 3.4.0
     */
    VIR_DOMAIN_EVENT_SHUTDOWN_GUEST = 1,
    /**
     * The host asked for it. Since: 3.4.0
     */
    VIR_DOMAIN_EVENT_SHUTDOWN_HOST = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_SHUTDOWN_LAST = 3
#endif
} virDomainEventShutdownDetailType;

/**
 * Details of VIR_DOMAIN_EVENT_STARTED. Since: 0.5.0
 */
typedef enum virDomainEventStartedDetailType {
    /**
     * It was booted. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STARTED_BOOTED = 0,
    /**
     * It arrived from another host. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STARTED_MIGRATED = 1,
    /**
     * It was restored from a save image. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STARTED_RESTORED = 2,
    /**
     * It was reverted to a snapshot. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT = 3,
    /**
     * It woke up. Since: 0.9.11
     */
    VIR_DOMAIN_EVENT_STARTED_WAKEUP = 4,
    /**
     * Its hypervisor process was made anew. Since: 11.6.0
     */
    VIR_DOMAIN_EVENT_STARTED_RECREATED = 5
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_STARTED_LAST = 6
#endif
} virDomainEventStartedDetailType;

/**
 * Details of VIR_DOMAIN_EVENT_STOPPED. Since: 0.5.0
 */
typedef enum virDomainEventStoppedDetailType {
    /**
     * The guest shut down. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN = 0,
    /**
     * It was destroyed. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STOPPED_DESTROYED = 1,
    /**
     * It crashed. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STOPPED_CRASHED = 2,
    /**
     * It went to another host. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STOPPED_MIGRATED = 3,
    /**
     * It was saved to a file. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STOPPED_SAVED = 4,
    /**
     * It could not be started, or the hypervisor failed. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STOPPED_FAILED = 5,
    /**
     * It was reverted to a snapshot of a stopped guest. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT = 6,
    /**
     * Its hypervisor process was made anew. Since: 11.6.0
     */
    VIR_DOMAIN_EVENT_STOPPED_RECREATED = 7
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_STOPPED_LAST = 8
#endif
} virDomainEventStoppedDetailType;

/**
 * Details of VIR_DOMAIN_EVENT_SUSPENDED. Since: 0.5.0
 */
typedef enum virDomainEventSuspendedDetailType {
    /**
     * Somebody paused it. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_SUSPENDED_PAUSED = 0,
    /**
     * Its last memory is being migrated. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED = 1,
    /**
     * A disk had an error. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_SUSPENDED_IOERROR = 2,
    /**
     * The watchdog fired. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG = 3,
    /**
     * It was restored from an image of a paused guest. Since: 0.9.5
     */
    VIR_DOMAIN_EVENT_SUSPENDED_RESTORED = 4,
    /**
     * It was reverted to a snapshot of a paused guest. Since: 0.9.5
     */
    VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT = 5,
    /**
     * A call to the library failed half-way. Since: 1.0.1
     */
    VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR = 6,
    /**
     * Its memory migrates from here in the post-copy phase. Since: 1.3.3
     */
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY = 7,
    /**
     * The post-copy migration failed. Since: 1.3.3
     */
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED = 8,
    /**
     * The guest has shut down, and its hypervisor stays. Since: 11.10.0
     */
    VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN = 9
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_SUSPENDED_LAST = 10
#endif
} virDomainEventSuspendedDetailType;

/**
 * What a drive's tray did. Since: 0.9.11
 */
typedef enum virDomainEventTrayChangeReason {
    /**
     * It was opened. Since: 0.9.11
     */
    VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN = 0,
    /**
     * It was closed. Since: 0.9.11
     */
    VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.11
     */
    , VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST = 2
#endif
} virDomainEventTrayChangeReason;

/**
 * What happened to a domain; each has its own enum of details. Since: 0.5.0
 */
typedef enum virDomainEventType {
    /**
     * It was defined, or its definition changed. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_DEFINED = 0,
    /**
     * It was undefined. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_UNDEFINED = 1,
    /**
     * It was started. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STARTED = 2,
    /**
     * It was paused. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_SUSPENDED = 3,
    /**
     * It goes on. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_RESUMED = 4,
    /**
     * It is off. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_STOPPED = 5,
    /**
     * Its guest has shut down. Since: 0.9.8
     */
    VIR_DOMAIN_EVENT_SHUTDOWN = 6,
    /**
     * Its guest suspended itself. Since: 0.10.2
     */
    VIR_DOMAIN_EVENT_PMSUSPENDED = 7,
    /**
     * Its guest crashed. Since: 1.1.1
     */
    VIR_DOMAIN_EVENT_CRASHED = 8
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_LAST = 9
#endif
} virDomainEventType;

/**
 * Details of VIR_DOMAIN_EVENT_UNDEFINED. Since: 0.5.0
 */
typedef enum virDomainEventUndefinedDetailType {
    /**
     * The definition is gone. Since: 0.5.0
     */
    VIR_DOMAIN_EVENT_UNDEFINED_REMOVED = 0,
    /**
     * The domain has another name now. Since: 1.2.19
     */
    VIR_DOMAIN_EVENT_UNDEFINED_RENAMED = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_UNDEFINED_LAST = 2
#endif
} virDomainEventUndefinedDetailType;

/**
 * What a watchdog that fired did. Since: 0.8.0
 */
typedef enum virDomainEventWatchdogAction {
    /**
     * Nothing. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_WATCHDOG_NONE = 0,
    /**
     * The guest was paused. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_WATCHDOG_PAUSE = 1,
    /**
     * The guest was reset. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_WATCHDOG_RESET = 2,
    /**
     * The guest was ended at once. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF = 3,
    /**
     * The guest was asked to shut down. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN = 4,
    /**
     * Nothing but a message. Since: 0.8.0
     */
    VIR_DOMAIN_EVENT_WATCHDOG_DEBUG = 5,
    /**
     * The guest got an NMI. Since: 1.2.17
     */
    VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI = 6
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_EVENT_WATCHDOG_LAST = 7
#endif
} virDomainEventWatchdogAction;

/**
 * What was done about broken memory. Since: 6.9.0
 */
typedef enum virDomainMemoryFailureActionType {
    /**
     * Nothing: it can be left until it is used. Since: 6.9.0
     */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE = 0,
    /**
     * The guest was told. Since: 6.9.0
     */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT = 1,
    /**
     * The hypervisor cannot go on. Since: 6.9.0
     */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL = 2,
    /**
     * The guest was reset. Since: 6.9.0
     */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET = 3
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 6.9.0
     */
    , VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST = 4
#endif
} virDomainMemoryFailureActionType;

/**
 * How bad broken memory is. Since: 6.9.0
 */
typedef enum virDomainMemoryFailureFlags {
    /**
     * Something has to be done at once. Since: 6.9.0
     */
    VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED = (1 << 0),
    /**
     * It broke while the guest dealt with an earlier failure. Since: 6.9.0
     */
    VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE = (1 << 1)
} virDomainMemoryFailureFlags;

/**
 * Whose memory is broken. Since: 6.9.0
 */
typedef enum virDomainMemoryFailureRecipientType {
    /**
     * The hypervisor's own. Since: 6.9.0
     */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR = 0,
    /**
     * The guest's. Since: 6.9.0
     */
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 6.9.0
     */
    , VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST = 2
#endif
} virDomainMemoryFailureRecipientType;

/**
 * The older names of typed parameter types, for block I/O. Since: 0.9.0
 */
typedef enum virBlkioParameterType {
    /**
     * The same as VIR_TYPED_PARAM_INT. Since: 0.9.0
     */
    VIR_DOMAIN_BLKIO_PARAM_INT = 1,
    /**
     * The same as VIR_TYPED_PARAM_UINT. Since: 0.9.0
     */
    VIR_DOMAIN_BLKIO_PARAM_UINT = 2,
    /**
     * The same as VIR_TYPED_PARAM_LLONG. Since: 0.9.0
     */
    VIR_DOMAIN_BLKIO_PARAM_LLONG = 3,
    /**
     * The same as VIR_TYPED_PARAM_ULLONG. Since: 0.9.0
     */
    VIR_DOMAIN_BLKIO_PARAM_ULLONG = 4,
    /**
     * The same as VIR_TYPED_PARAM_DOUBLE. Since: 0.9.0
     */
    VIR_DOMAIN_BLKIO_PARAM_DOUBLE = 5,
    /**
     * The same as VIR_TYPED_PARAM_BOOLEAN. Since: 0.9.0
     */
    VIR_DOMAIN_BLKIO_PARAM_BOOLEAN = 6
} virBlkioParameterType;

/**
 * Of which domains, and how, bulk statistics are collected. Since: 1.2.8
 */
typedef enum virConnectGetAllDomainStatsFlags {
    /**
     * Running and paused domains. Since: 1.2.8
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE = (1 << 0),
    /**
     * Domains that are off. Since: 1.2.8
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE = (1 << 1),
    /**
     * Domains with a stored configuration. Since: 1.2.8
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT = (1 << 2),
    /**
     * Domains without a stored configuration. Since: 1.2.8
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT = (1 << 3),
    /**
     * Domains in state running. Since: 1.2.8
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING = (1 << 4),
    /**
     * Domains in state paused. Since: 1.2.8
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED = (1 << 5),
    /**
     * Domains in state shut off. Since: 1.2.8
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF = (1 << 6),
    /**
     * Domains in any other state. Since: 1.2.8
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER = (1 << 7),
    /**
     * Leave out what would have to wait for a job on the domain. Since: 4.5.0
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT = (1 << 29),
    /**
     * Report the backing images of disks too. Since: 1.2.12
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING = (1 << 30),
    /**
     * Fail when a group asked for is not supported, instead of leaving it out. Since: 1.2.8
     */
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS = 2147483648
} virConnectGetAllDomainStatsFlags;

/**
 * Flags of virConnectGetDomainCapabilities(). Since: 11.0.0
 */
typedef enum virConnectGetDomainCapabilitiesFlags {
    /**
     * Turn off deprecated features in the host's CPU model. Since: 11.0.0
     */
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES = (1 << 0),
    /**
     * List every feature of the host's CPU model. Since: 12.2.0
     */
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES = (1 << 1),
    /**
     * List the CPU features that the hypervisor supports. Since: 12.5.0
     */
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES = (1 << 2)
} virConnectGetDomainCapabilitiesFlags;

/**
 * Which domains virConnectListAllDomains() lists: a domain has to fit one flag of each group that has any.
 * Since: 0.9.13
 */
typedef enum virConnectListAllDomainsFlags {
    /**
     * Running and paused domains. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_ACTIVE = (1 << 0),
    /**
     * Domains that are off. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_INACTIVE = (1 << 1),
    /**
     * Domains with a stored configuration. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_PERSISTENT = (1 << 2),
    /**
     * Domains without a stored configuration. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_TRANSIENT = (1 << 3),
    /**
     * Domains in state running. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_RUNNING = (1 << 4),
    /**
     * Domains in state paused. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_PAUSED = (1 << 5),
    /**
     * Domains in state shut off. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_SHUTOFF = (1 << 6),
    /**
     * Domains in any other state. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_OTHER = (1 << 7),
    /**
     * Domains with a managed save image. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE = (1 << 8),
    /**
     * Domains without a managed save image. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE = (1 << 9),
    /**
     * Domains that start with the host. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_AUTOSTART = (1 << 10),
    /**
     * Domains that do not start with the host. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART = (1 << 11),
    /**
     * Domains with snapshots. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT = (1 << 12),
    /**
     * Domains without snapshots. Since: 0.9.13
     */
    VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT = (1 << 13),
    /**
     * Domains with checkpoints. Since: 5.6.0
     */
    VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT = (1 << 14),
    /**
     * Domains without checkpoints. Since: 5.6.0
     */
    VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT = (1 << 15)
} virConnectListAllDomainsFlags;

/**
 * Flags of virDomainAbortJobFlags(). Since: 8.5.0
 */
typedef enum virDomainAbortJobFlagsValues {
    /**
     * Interrupt a migration in its post-copy phase, to be resumed later. Since: 8.5.0
     */
    VIR_DOMAIN_ABORT_JOB_POSTCOPY = (1 << 0)
} virDomainAbortJobFlagsValues;

/**
 * Timeouts that are not a number of seconds. Since: 5.10.0
 */
typedef enum virDomainAgentResponseTimeoutValues {
    /**
     * Wait without end. Since: 5.10.0
     */
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK = -2,
    /**
     * Wait as long as the driver usually does. Since: 5.10.0
     */
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT = -1,
    /**
     * Do not wait. Since: 5.10.0
     */
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT = 0
} virDomainAgentResponseTimeoutValues;

/**
 * Flags of virDomainAuthorizedSSHKeysSet(), which otherwise replaces all keys. Since: 6.10.0
 */
typedef enum virDomainAuthorizedSSHKeysSetFlags {
    /**
     * Add the keys to those that are there. Since: 6.10.0
     */
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND = (1 << 0),
    /**
     * Take the keys out of those that are there. Since: 6.10.0
     */
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE = (1 << 1)
} virDomainAuthorizedSSHKeysSetFlags;

/**
 * Flags of virDomainBackupBegin(). Since: 6.0.0
 */
typedef enum virDomainBackupBeginFlags {
    /**
     * Write into files that exist. Since: 6.0.0
     */
    VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL = (1 << 0),
    /**
     * Go on after the guest has shut down. Since: 11.10.0
     */
    VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN = (1 << 1)
} virDomainBackupBeginFlags;

/**
 * Flags of virDomainBlockCommit(). Since: 0.10.2
 */
typedef enum virDomainBlockCommitFlags {
    /**
     * Commit into the next image of the chain only. Since: 0.10.2
     */
    VIR_DOMAIN_BLOCK_COMMIT_SHALLOW = (1 << 0),
    /**
     * Delete images that are no longer needed. Since: 0.10.2
     */
    VIR_DOMAIN_BLOCK_COMMIT_DELETE = (1 << 1),
    /**
     * Allow the active image to be committed, which takes two phases. Since: 1.2.6
     */
    VIR_DOMAIN_BLOCK_COMMIT_ACTIVE = (1 << 2),
    /**
     * Keep relative names of backing images. Since: 1.2.7
     */
    VIR_DOMAIN_BLOCK_COMMIT_RELATIVE = (1 << 3),
    /**
     * The bandwidth is in bytes a second, not MiB. Since: 1.2.9
     */
    VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES = (1 << 4)
} virDomainBlockCommitFlags;

/**
 * Flags of virDomainBlockCopy(). Since: 1.2.8
 */
typedef enum virDomainBlockCopyFlags {
    /**
     * Copy the active image only, and share its backing chain. Since: 1.2.8
     */
    VIR_DOMAIN_BLOCK_COPY_SHALLOW = (1 << 0),
    /**
     * Write into a file that exists. Since: 1.2.8
     */
    VIR_DOMAIN_BLOCK_COPY_REUSE_EXT = (1 << 1),
    /**
     * Do not make the job part of the domain's definition. Since: 3.5.0
     */
    VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB = (1 << 2),
    /**
     * Have each write of the guest wait until it is in the copy too. Since: 8.0.0
     */
    VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES = (1 << 3),
    /**
     * The target is known to read as zeros. Since: 12.2.0
     */
    VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED = (1 << 4)
} virDomainBlockCopyFlags;

/**
 * Flags of virDomainBlockJobAbort(). Since: 0.9.12
 */
typedef enum virDomainBlockJobAbortFlags {
    /**
     * Do not wait for the end. Since: 0.9.12
     */
    VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC = (1 << 0),
    /**
     * Let the disk use the copy from now on. Since: 0.9.12
     */
    VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT = (1 << 1)
} virDomainBlockJobAbortFlags;

/**
 * Flags of virDomainGetBlockJobInfo(). Since: 1.2.9
 */
typedef enum virDomainBlockJobInfoFlags {
    /**
     * Report the bandwidth in bytes a second, not MiB. Since: 1.2.9
     */
    VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES = (1 << 0)
} virDomainBlockJobInfoFlags;

/**
 * Flags of virDomainBlockJobSetSpeed(). Since: 1.2.9
 */
typedef enum virDomainBlockJobSetSpeedFlags {
    /**
     * The bandwidth is in bytes a second, not MiB. Since: 1.2.9
     */
    VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES = (1 << 0)
} virDomainBlockJobSetSpeedFlags;

/**
 * Flags of virDomainBlockPull(). Since: 1.2.9
 */
typedef enum virDomainBlockPullFlags {
    /**
     * The bandwidth is in bytes a second, not MiB. Since: 1.2.9
     */
    VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES = (1 << 6)
} virDomainBlockPullFlags;

/**
 * Flags of virDomainBlockRebase(). Since: 0.9.12
 */
typedef enum virDomainBlockRebaseFlags {
    /**
     * Copy the active image only. Since: 0.9.12
     */
    VIR_DOMAIN_BLOCK_REBASE_SHALLOW = (1 << 0),
    /**
     * Write into a file that exists. Since: 0.9.12
     */
    VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT = (1 << 1),
    /**
     * The copy has the raw format. Since: 0.9.12
     */
    VIR_DOMAIN_BLOCK_REBASE_COPY_RAW = (1 << 2),
    /**
     * Copy the disk, instead of pulling from its backing images. Since: 0.9.12
     */
    VIR_DOMAIN_BLOCK_REBASE_COPY = (1 << 3),
    /**
     * Keep relative names of backing images. Since: 1.2.7
     */
    VIR_DOMAIN_BLOCK_REBASE_RELATIVE = (1 << 4),
    /**
     * The target is a block device. Since: 1.2.9
     */
    VIR_DOMAIN_BLOCK_REBASE_COPY_DEV = (1 << 5),
    /**
     * The bandwidth is in bytes a second, not MiB. Since: 1.2.9
     */
    VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES = (1 << 6)
} virDomainBlockRebaseFlags;

/**
 * Flags of virDomainBlockResize(). Since: 0.9.11
 */
typedef enum virDomainBlockResizeFlags {
    /**
     * The size is in bytes, not KiB. Since: 0.9.11
     */
    VIR_DOMAIN_BLOCK_RESIZE_BYTES = (1 << 0),
    /**
     * Take the whole of the block device that is the source. Since: 10.0.0
     */
    VIR_DOMAIN_BLOCK_RESIZE_CAPACITY = (1 << 1),
    /**
     * Never make the disk smaller. Since: 12.3.0
     */
    VIR_DOMAIN_BLOCK_RESIZE_EXTEND = (1 << 2)
} virDomainBlockResizeFlags;

/**
 * Flags of virDomainOpenChannel(). Since: 1.0.2
 */
typedef enum virDomainChannelFlags {
    /**
     * Disconnect another user of the channel. Since: 1.0.2
     */
    VIR_DOMAIN_CHANNEL_FORCE = (1 << 0)
} virDomainChannelFlags;

/**
 * Flags of virDomainOpenConsole(). Since: 0.9.11
 */
typedef enum virDomainConsoleFlags {
    /**
     * Disconnect another user of the console. Since: 0.9.11
     */
    VIR_DOMAIN_CONSOLE_FORCE = (1 << 0),
    /**
     * Open it only if the driver can keep users apart. Since: 0.9.11
     */
    VIR_DOMAIN_CONSOLE_SAFE = (1 << 1)
} virDomainConsoleFlags;

/**
 * Flags of core dumps. Since: 0.7.5
 */
typedef enum virDomainCoreDumpFlags {
    /**
     * Leave the domain crashed. Since: 0.7.5
     */
    VIR_DUMP_CRASH = (1 << 0),
    /**
     * Keep the guest running. Since: 0.7.5
     */
    VIR_DUMP_LIVE = (1 << 1),
    /**
     * Keep the file out of the host's page cache. Since: 0.9.4
     */
    VIR_DUMP_BYPASS_CACHE = (1 << 2),
    /**
     * Reset the guest afterwards. Since: 0.9.7
     */
    VIR_DUMP_RESET = (1 << 3),
    /**
     * Memory and registers in a common format, without device state. Since: 0.9.13
     */
    VIR_DUMP_MEMORY_ONLY = (1 << 4)
} virDomainCoreDumpFlags;

/**
 * The format of a core dump. Since: 1.2.3
 */
typedef enum virDomainCoreDumpFormat {
    /**
     * Not compressed. Since: 1.2.3
     */
    VIR_DOMAIN_CORE_DUMP_FORMAT_RAW = 0,
    /**
     * Kdump, compressed with zlib. Since: 1.2.3
     */
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB = 1,
    /**
     * Kdump, compressed with lzo. Since: 1.2.3
     */
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO = 2,
    /**
     * Kdump, compressed with snappy. Since: 1.2.3
     */
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY = 3,
    /**
     * A Windows full dump. Since: 7.4.0
     */
    VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP = 4
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.2.3
     */
    , VIR_DOMAIN_CORE_DUMP_FORMAT_LAST = 5
#endif
} virDomainCoreDumpFormat;

/**
 * How a domain is started. Since: 0.0.1
 */
typedef enum virDomainCreateFlags {
    /**
     * As usual. Since: 0.0.1
     */
    VIR_DOMAIN_NONE = 0,
    /**
     * Leave it paused. Since: 0.8.2
     */
    VIR_DOMAIN_START_PAUSED = (1 << 0),
    /**
     * Destroy it when this connection is closed. Since: 0.9.3
     */
    VIR_DOMAIN_START_AUTODESTROY = (1 << 1),
    /**
     * Keep a save image that is restored out of the host's page cache. Since: 0.9.4
     */
    VIR_DOMAIN_START_BYPASS_CACHE = (1 << 2),
    /**
     * Boot, and discard a managed save image. Since: 0.9.5
     */
    VIR_DOMAIN_START_FORCE_BOOT = (1 << 3),
    /**
     * Check the document against the schema. Since: 1.2.12
     */
    VIR_DOMAIN_START_VALIDATE = (1 << 4),
    /**
     * Start with fresh firmware variables. Since: 8.1.0
     */
    VIR_DOMAIN_START_RESET_NVRAM = (1 << 5)
} virDomainCreateFlags;

/**
 * Flags of virDomainDefineXMLFlags(). Since: 1.2.12
 */
typedef enum virDomainDefineFlags {
    /**
     * Check the document against the schema. Since: 1.2.12
     */
    VIR_DOMAIN_DEFINE_VALIDATE = (1 << 0)
} virDomainDefineFlags;

/**
 * Flags of virDomainDestroyFlags(). Since: 0.9.4
 */
typedef enum virDomainDestroyFlagsValues {
    /**
     * End the guest at once, by force if need be. Since: 0.9.10
     */
    VIR_DOMAIN_DESTROY_DEFAULT = 0,
    /**
     * Only ask the hypervisor to end; never kill it. Since: 0.9.10
     */
    VIR_DOMAIN_DESTROY_GRACEFUL = (1 << 0),
    /**
     * Delete the domain's log files. Since: 8.3.0
     */
    VIR_DOMAIN_DESTROY_REMOVE_LOGS = (1 << 1)
} virDomainDestroyFlagsValues;

/**
 * Which configuration a device is changed in. Since: 0.7.7
 */
typedef enum virDomainDeviceModifyFlags {
    /**
     * The one in use: live of an active domain, else the stored one. Since: 0.7.7
     */
    VIR_DOMAIN_DEVICE_MODIFY_CURRENT = 0,
    /**
     * The running guest's. Since: 0.7.7
     */
    VIR_DOMAIN_DEVICE_MODIFY_LIVE = (1 << 0),
    /**
     * The stored one. Since: 0.7.7
     */
    VIR_DOMAIN_DEVICE_MODIFY_CONFIG = (1 << 1),
    /**
     * Do it without the guest's consent, such as ejecting a locked medium. Since: 0.8.6
     */
    VIR_DOMAIN_DEVICE_MODIFY_FORCE = (1 << 2)
} virDomainDeviceModifyFlags;

/**
 * How the rate of memory writes is measured. Since: 8.1.0
 */
typedef enum virDomainDirtyRateCalcFlags {
    /**
     * By sampling pages. Since: 8.1.0
     */
    VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING = 0,
    /**
     * By the dirty bitmap. Since: 8.1.0
     */
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP = (1 << 0),
    /**
     * By the dirty ring. Since: 8.1.0
     */
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING = (1 << 1)
} virDomainDirtyRateCalcFlags;

/**
 * What is done with the security label of descriptors given to virDomainFDAssociate(). Since: 9.0.0
 */
typedef enum virDomainFDAssociateFlags {
    /**
     * Restore it when the descriptors are no longer used. Since: 9.0.0
     */
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE = (1 << 0),
    /**
     * Label them for writing. Since: 9.0.0
     */
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE = (1 << 1)
} virDomainFDAssociateFlags;

/**
 * Where a guest's host name is asked for. Since: 6.1.0
 */
typedef enum virDomainGetHostnameFlags {
    /**
     * In the DHCP leases of the host. Since: 6.1.0
     */
    VIR_DOMAIN_GET_HOSTNAME_LEASE = (1 << 0),
    /**
     * At the guest agent. Since: 6.1.0
     */
    VIR_DOMAIN_GET_HOSTNAME_AGENT = (1 << 1)
} virDomainGetHostnameFlags;

/**
 * Flags of virDomainGetJobStats(). Since: 1.2.9
 */
typedef enum virDomainGetJobStatsFlags {
    /**
     * Of the job that ended last. Since: 1.2.9
     */
    VIR_DOMAIN_JOB_STATS_COMPLETED = (1 << 0),
    /**
     * Keep the statistics for another question. Since: 6.0.0
     */
    VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED = (1 << 1)
} virDomainGetJobStatsFlags;

/**
 * Which graphics devices reload their TLS certificates. Since: 10.2.0
 */
typedef enum virDomainGraphicsReloadType {
    /**
     * All that can. Since: 10.2.0
     */
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY = 0,
    /**
     * VNC servers. Since: 10.2.0
     */
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 10.2.0
     */
    , VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST = 2
#endif
} virDomainGraphicsReloadType;

/**
 * What virDomainGetGuestInfo() reports. Since: 5.7.0
 */
typedef enum virDomainGuestInfoTypes {
    /**
     * Users who are logged in. Since: 5.7.0
     */
    VIR_DOMAIN_GUEST_INFO_USERS = (1 << 0),
    /**
     * The operating system. Since: 5.7.0
     */
    VIR_DOMAIN_GUEST_INFO_OS = (1 << 1),
    /**
     * The time zone. Since: 5.7.0
     */
    VIR_DOMAIN_GUEST_INFO_TIMEZONE = (1 << 2),
    /**
     * The host name. Since: 5.7.0
     */
    VIR_DOMAIN_GUEST_INFO_HOSTNAME = (1 << 3),
    /**
     * Mounted file systems. Since: 5.7.0
     */
    VIR_DOMAIN_GUEST_INFO_FILESYSTEM = (1 << 4),
    /**
     * Disks. Since: 7.0.0
     */
    VIR_DOMAIN_GUEST_INFO_DISKS = (1 << 5),
    /**
     * Network interfaces. Since: 7.10.0
     */
    VIR_DOMAIN_GUEST_INFO_INTERFACES = (1 << 6),
    /**
     * The load average. Since: 11.2.0
     */
    VIR_DOMAIN_GUEST_INFO_LOAD = (1 << 7),
    /**
     * Devices with their drivers. Since: 12.7.0
     */
    VIR_DOMAIN_GUEST_INFO_DEVICES = (1 << 8)
} virDomainGuestInfoTypes;

/**
 * Where the addresses of a guest's interfaces are asked for. Since: 1.2.14
 */
typedef enum virDomainInterfaceAddressesSource {
    /**
     * In the DHCP leases of the host. Since: 1.2.14
     */
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE = 0,
    /**
     * At the guest agent. Since: 1.2.14
     */
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT = 1,
    /**
     * In the ARP table of the host. Since: 4.2.0
     */
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.2.14
     */
    , VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST = 3
#endif
} virDomainInterfaceAddressesSource;

/**
 * Which event a life-cycle action belongs to. Since: 3.9.0
 */
typedef enum virDomainLifecycle {
    /**
     * The guest powers off. Since: 3.9.0
     */
    VIR_DOMAIN_LIFECYCLE_POWEROFF = 0,
    /**
     * The guest reboots. Since: 3.9.0
     */
    VIR_DOMAIN_LIFECYCLE_REBOOT = 1,
    /**
     * The guest crashes. Since: 3.9.0
     */
    VIR_DOMAIN_LIFECYCLE_CRASH = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 3.9.0
     */
    , VIR_DOMAIN_LIFECYCLE_LAST = 3
#endif
} virDomainLifecycle;

/**
 * What is done at such an event. Since: 3.9.0
 */
typedef enum virDomainLifecycleAction {
    /**
     * The domain is ended. Since: 3.9.0
     */
    VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY = 0,
    /**
     * The domain is started again. Since: 3.9.0
     */
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART = 1,
    /**
     * The domain is started again under another name. Since: 3.9.0
     */
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME = 2,
    /**
     * The domain is kept as it is. Since: 3.9.0
     */
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE = 3,
    /**
     * Its core is dumped, then it is ended. Since: 3.9.0
     */
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY = 4,
    /**
     * Its core is dumped, then it is started again. Since: 3.9.0
     */
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART = 5,
    /**
     * The domain is kept as it is, in state running. Since: 12.6.0
     */
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING = 6
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 3.9.0
     */
    , VIR_DOMAIN_LIFECYCLE_ACTION_LAST = 7
#endif
} virDomainLifecycleAction;

/**
 * How an address of virDomainMemoryPeek() is meant. Since: 0.4.4
 */
typedef enum virDomainMemoryFlags {
    /**
     * As a virtual address of the guest's first CPU. Since: 0.4.4
     */
    VIR_MEMORY_VIRTUAL = (1 << 0),
    /**
     * As a physical address of the guest. Since: 0.7.0
     */
    VIR_MEMORY_PHYSICAL = (1 << 1)
} virDomainMemoryFlags;

/**
 * Which memory size is set. Since: 0.9.0
 */
typedef enum virDomainMemoryModFlags {
    /**
     * The one in use: live of an active domain, else the stored one. Since: 0.9.1
     */
    VIR_DOMAIN_MEM_CURRENT = 0,
    /**
     * The running guest's. Since: 0.9.0
     */
    VIR_DOMAIN_MEM_LIVE = (1 << 0),
    /**
     * The stored one. Since: 0.9.0
     */
    VIR_DOMAIN_MEM_CONFIG = (1 << 1),
    /**
     * The maximum, not the current size. Since: 0.9.1
     */
    VIR_DOMAIN_MEM_MAXIMUM = (1 << 2)
} virDomainMemoryModFlags;

/**
 * Which messages virDomainGetMessages() reports. Since: 7.1.0
 */
typedef enum virDomainMessageType {
    /**
     * What the configuration uses that will go away. Since: 7.1.0
     */
    VIR_DOMAIN_MESSAGE_DEPRECATION = 1,
    /**
     * What makes the domain hard to support. Since: 7.1.0
     */
    VIR_DOMAIN_MESSAGE_TAINTING = 2,
    /**
     * Errors of its disks. Since: 11.1.0
     */
    VIR_DOMAIN_MESSAGE_IOERRORS = 4
} virDomainMessageType;

/**
 * Which metadata of a domain is meant. Since: 0.9.10
 */
typedef enum virDomainMetadataType {
    /**
     * Its description. Since: 0.9.10
     */
    VIR_DOMAIN_METADATA_DESCRIPTION = 0,
    /**
     * Its title, one line. Since: 0.9.10
     */
    VIR_DOMAIN_METADATA_TITLE = 1,
    /**
     * An element of another namespace. Since: 0.9.10
     */
    VIR_DOMAIN_METADATA_ELEMENT = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_METADATA_LAST = 3
#endif
} virDomainMetadataType;

/**
 * How a domain is migrated. Since: 0.3.2
 */
typedef enum virDomainMigrateFlags {
    /**
     * Keep it running as long as possible. Since: 0.3.2
     */
    VIR_MIGRATE_LIVE = (1 << 0),
    /**
     * Let the source host talk to the destination by itself. Since: 0.7.2
     */
    VIR_MIGRATE_PEER2PEER = (1 << 1),
    /**
     * Send the data through the connection of the two daemons. Since: 0.7.2
     */
    VIR_MIGRATE_TUNNELLED = (1 << 2),
    /**
     * Define the domain at the destination. Since: 0.7.3
     */
    VIR_MIGRATE_PERSIST_DEST = (1 << 3),
    /**
     * Undefine it at the source. Since: 0.7.3
     */
    VIR_MIGRATE_UNDEFINE_SOURCE = (1 << 4),
    /**
     * Leave it paused at the destination. Since: 0.7.5
     */
    VIR_MIGRATE_PAUSED = (1 << 5),
    /**
     * Copy the disks, which are not shared. Since: 0.8.2
     */
    VIR_MIGRATE_NON_SHARED_DISK = (1 << 6),
    /**
     * Copy what the disks have over a backing image that is shared. Since: 0.8.2
     */
    VIR_MIGRATE_NON_SHARED_INC = (1 << 7),
    /**
     * Refuse changes of the configuration meanwhile. Since: 0.9.4
     */
    VIR_MIGRATE_CHANGE_PROTECTION = (1 << 8),
    /**
     * Accept a risk for the data. Since: 0.9.11
     */
    VIR_MIGRATE_UNSAFE = (1 << 9),
    /**
     * Migrate the definition of a domain that is off. Since: 1.0.1
     */
    VIR_MIGRATE_OFFLINE = (1 << 10),
    /**
     * Compress the memory. Since: 1.0.3
     */
    VIR_MIGRATE_COMPRESSED = (1 << 11),
    /**
     * Give up when a disk has an error. Since: 1.1.0
     */
    VIR_MIGRATE_ABORT_ON_ERROR = (1 << 12),
    /**
     * Slow the guest down when it writes faster than is sent. Since: 1.2.3
     */
    VIR_MIGRATE_AUTO_CONVERGE = (1 << 13),
    /**
     * Lock all memory at once for RDMA. Since: 1.2.9
     */
    VIR_MIGRATE_RDMA_PIN_ALL = (1 << 14),
    /**
     * Allow a post-copy phase. Since: 1.3.3
     */
    VIR_MIGRATE_POSTCOPY = (1 << 15),
    /**
     * Encrypt the data. Since: 3.2.0
     */
    VIR_MIGRATE_TLS = (1 << 16),
    /**
     * Use several connections. Since: 5.2.0
     */
    VIR_MIGRATE_PARALLEL = (1 << 17),
    /**
     * Have each write of the guest wait until it is in the copy too. Since: 8.0.0
     */
    VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES = (1 << 18),
    /**
     * Take up a post-copy migration that was interrupted. Since: 8.5.0
     */
    VIR_MIGRATE_POSTCOPY_RESUME = (1 << 19),
    /**
     * Send memory without copying it first. Since: 8.5.0
     */
    VIR_MIGRATE_ZEROCOPY = (1 << 20)
} virDomainMigrateFlags;

/**
 * Flags of virDomainMigrateSetMaxSpeed() and virDomainMigrateGetMaxSpeed(). Since: 5.1.0
 */
typedef enum virDomainMigrateMaxSpeedFlags {
    /**
     * The speed in the post-copy phase. Since: 5.1.0
     */
    VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY = (1 << 0)
} virDomainMigrateMaxSpeedFlags;

/**
 * Which configuration is changed or asked for. Since: 0.9.2
 */
typedef enum virDomainModificationImpact {
    /**
     * The one in use: live of an active domain, else the stored one. Since: 0.9.2
     */
    VIR_DOMAIN_AFFECT_CURRENT = 0,
    /**
     * The running guest's. Since: 0.9.2
     */
    VIR_DOMAIN_AFFECT_LIVE = (1 << 0),
    /**
     * The stored one. Since: 0.9.2
     */
    VIR_DOMAIN_AFFECT_CONFIG = (1 << 1)
} virDomainModificationImpact;

/**
 * Where a guest's memory comes from. Since: 0.9.9
 */
typedef enum virDomainNumatuneMemMode {
    /**
     * From the nodes given, or not at all. Since: 0.9.9
     */
    VIR_DOMAIN_NUMATUNE_MEM_STRICT = 0,
    /**
     * From the node given, if it has any. Since: 0.9.9
     */
    VIR_DOMAIN_NUMATUNE_MEM_PREFERRED = 1,
    /**
     * From the nodes given in turn. Since: 0.9.9
     */
    VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE = 2,
    /**
     * By control groups, from the nodes given. Since: 7.3.0
     */
    VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE = 3
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.9
     */
    , VIR_DOMAIN_NUMATUNE_MEM_LAST = 4
#endif
} virDomainNumatuneMemMode;

/**
 * Flags of virDomainOpenGraphics() and virDomainOpenGraphicsFD(). Since: 0.9.7
 */
typedef enum virDomainOpenGraphicsFlags {
    /**
     * Let the client in without a password. Since: 0.9.7
     */
    VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH = (1 << 0)
} virDomainOpenGraphicsFlags;

/**
 * The signals of virDomainSendProcessSignal(), numbered as on Linux. Since: 1.0.1
 */
typedef enum virDomainProcessSignal {
    /**
     * No signal: only look whether the process is there. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_NOP = 0,
    /**
     * SIGHUP. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_HUP = 1,
    /**
     * SIGINT. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_INT = 2,
    /**
     * SIGQUIT. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_QUIT = 3,
    /**
     * SIGILL. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_ILL = 4,
    /**
     * SIGTRAP. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_TRAP = 5,
    /**
     * SIGABRT. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_ABRT = 6,
    /**
     * SIGBUS. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_BUS = 7,
    /**
     * SIGFPE. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_FPE = 8,
    /**
     * SIGKILL. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_KILL = 9,
    /**
     * SIGUSR1. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_USR1 = 10,
    /**
     * SIGSEGV. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_SEGV = 11,
    /**
     * SIGUSR2. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_USR2 = 12,
    /**
     * SIGPIPE. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_PIPE = 13,
    /**
     * SIGALRM. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_ALRM = 14,
    /**
     * SIGTERM. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_TERM = 15,
    /**
     * SIGSTKFLT. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_STKFLT = 16,
    /**
     * SIGCHLD. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_CHLD = 17,
    /**
     * SIGCONT. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_CONT = 18,
    /**
     * SIGSTOP. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_STOP = 19,
    /**
     * SIGTSTP. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_TSTP = 20,
    /**
     * SIGTTIN. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_TTIN = 21,
    /**
     * SIGTTOU. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_TTOU = 22,
    /**
     * SIGURG. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_URG = 23,
    /**
     * SIGXCPU. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_XCPU = 24,
    /**
     * SIGXFSZ. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_XFSZ = 25,
    /**
     * SIGVTALRM. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_VTALRM = 26,
    /**
     * SIGPROF. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_PROF = 27,
    /**
     * SIGWINCH. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_WINCH = 28,
    /**
     * SIGPOLL. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_POLL = 29,
    /**
     * SIGPWR. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_PWR = 30,
    /**
     * SIGSYS. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_SYS = 31,
    /**
     * Real-time signal 0. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT0 = 32,
    /**
     * Real-time signal 1. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT1 = 33,
    /**
     * Real-time signal 2. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT2 = 34,
    /**
     * Real-time signal 3. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT3 = 35,
    /**
     * Real-time signal 4. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT4 = 36,
    /**
     * Real-time signal 5. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT5 = 37,
    /**
     * Real-time signal 6. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT6 = 38,
    /**
     * Real-time signal 7. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT7 = 39,
    /**
     * Real-time signal 8. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT8 = 40,
    /**
     * Real-time signal 9. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT9 = 41,
    /**
     * Real-time signal 10. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT10 = 42,
    /**
     * Real-time signal 11. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT11 = 43,
    /**
     * Real-time signal 12. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT12 = 44,
    /**
     * Real-time signal 13. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT13 = 45,
    /**
     * Real-time signal 14. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT14 = 46,
    /**
     * Real-time signal 15. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT15 = 47,
    /**
     * Real-time signal 16. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT16 = 48,
    /**
     * Real-time signal 17. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT17 = 49,
    /**
     * Real-time signal 18. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT18 = 50,
    /**
     * Real-time signal 19. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT19 = 51,
    /**
     * Real-time signal 20. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT20 = 52,
    /**
     * Real-time signal 21. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT21 = 53,
    /**
     * Real-time signal 22. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT22 = 54,
    /**
     * Real-time signal 23. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT23 = 55,
    /**
     * Real-time signal 24. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT24 = 56,
    /**
     * Real-time signal 25. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT25 = 57,
    /**
     * Real-time signal 26. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT26 = 58,
    /**
     * Real-time signal 27. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT27 = 59,
    /**
     * Real-time signal 28. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT28 = 60,
    /**
     * Real-time signal 29. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT29 = 61,
    /**
     * Real-time signal 30. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT30 = 62,
    /**
     * Real-time signal 31. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT31 = 63,
    /**
     * Real-time signal 32. Since: 1.0.1
     */
    VIR_DOMAIN_PROCESS_SIGNAL_RT32 = 64
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.0.1
     */
    , VIR_DOMAIN_PROCESS_SIGNAL_LAST = 65
#endif
} virDomainProcessSignal;

/**
 * By which means a guest is rebooted. Since: 0.9.10
 */
typedef enum virDomainRebootFlagValues {
    /**
     * As the driver chooses. Since: 0.9.10
     */
    VIR_DOMAIN_REBOOT_DEFAULT = 0,
    /**
     * By the ACPI power button. Since: 0.9.10
     */
    VIR_DOMAIN_REBOOT_ACPI_POWER_BTN = (1 << 0),
    /**
     * By the guest agent. Since: 0.9.10
     */
    VIR_DOMAIN_REBOOT_GUEST_AGENT = (1 << 1),
    /**
     * By init's control file. Since: 1.0.1
     */
    VIR_DOMAIN_REBOOT_INITCTL = (1 << 2),
    /**
     * By a signal to init. Since: 1.0.1
     */
    VIR_DOMAIN_REBOOT_SIGNAL = (1 << 3),
    /**
     * By the hypervisor's own interface. Since: 1.2.5
     */
    VIR_DOMAIN_REBOOT_PARAVIRT = (1 << 4)
} virDomainRebootFlagValues;

/**
 * Flags of virDomainSaveImageGetXMLDesc() and virDomainManagedSaveGetXMLDesc(). Since: 5.1.0
 */
typedef enum virDomainSaveImageXMLFlags {
    /**
     * Include what is confidential. Since: 5.1.0
     */
    VIR_DOMAIN_SAVE_IMAGE_XML_SECURE = (1 << 0)
} virDomainSaveImageXMLFlags;

/**
 * How a domain is saved and restored. Since: 0.9.4
 */
typedef enum virDomainSaveRestoreFlags {
    /**
     * Keep the file out of the host's page cache. Since: 0.9.4
     */
    VIR_DOMAIN_SAVE_BYPASS_CACHE = (1 << 0),
    /**
     * Let it run when it is restored. Since: 0.9.5
     */
    VIR_DOMAIN_SAVE_RUNNING = (1 << 1),
    /**
     * Leave it paused when it is restored. Since: 0.9.5
     */
    VIR_DOMAIN_SAVE_PAUSED = (1 << 2),
    /**
     * Start with fresh firmware variables. Since: 8.1.0
     */
    VIR_DOMAIN_SAVE_RESET_NVRAM = (1 << 3)
} virDomainSaveRestoreFlags;

/**
 * Flags of virDomainSetTime(). Since: 1.2.5
 */
typedef enum virDomainSetTimeFlags {
    /**
     * Take the time from the guest's real-time clock. Since: 1.2.5
     */
    VIR_DOMAIN_TIME_SYNC = (1 << 0)
} virDomainSetTimeFlags;

/**
 * Flags of virDomainSetUserPassword(). Since: 1.2.16
 */
typedef enum virDomainSetUserPasswordFlags {
    /**
     * The password is already hashed. Since: 1.2.16
     */
    VIR_DOMAIN_PASSWORD_ENCRYPTED = (1 << 0)
} virDomainSetUserPasswordFlags;

/**
 * Flags of virDomainSetVcpu(). Since: 12.4.0
 */
typedef enum virDomainSetVcpuFlags {
    /**
     * The configuration in use. Since: 12.4.0
     */
    VIR_DOMAIN_SETVCPU_AFFECT_CURRENT = 0,
    /**
     * The running guest's. Since: 12.4.0
     */
    VIR_DOMAIN_SETVCPU_AFFECT_LIVE = (1 << 0),
    /**
     * The stored one. Since: 12.4.0
     */
    VIR_DOMAIN_SETVCPU_AFFECT_CONFIG = (1 << 1),
    /**
     * Do not wait until the guest has given them up. Since: 12.4.0
     */
    VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG = (1 << 2)
} virDomainSetVcpuFlags;

/**
 * By which means a guest is shut down. Since: 0.9.10
 */
typedef enum virDomainShutdownFlagValues {
    /**
     * As the driver chooses. Since: 0.9.10
     */
    VIR_DOMAIN_SHUTDOWN_DEFAULT = 0,
    /**
     * By the ACPI power button. Since: 0.9.10
     */
    VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN = (1 << 0),
    /**
     * By the guest agent. Since: 0.9.10
     */
    VIR_DOMAIN_SHUTDOWN_GUEST_AGENT = (1 << 1),
    /**
     * By init's control file. Since: 1.0.1
     */
    VIR_DOMAIN_SHUTDOWN_INITCTL = (1 << 2),
    /**
     * By a signal to init. Since: 1.0.1
     */
    VIR_DOMAIN_SHUTDOWN_SIGNAL = (1 << 3),
    /**
     * By the hypervisor's own interface. Since: 1.2.5
     */
    VIR_DOMAIN_SHUTDOWN_PARAVIRT = (1 << 4)
} virDomainShutdownFlagValues;

/**
 * The groups of bulk statistics. Since: 1.2.8
 */
typedef enum virDomainStatsTypes {
    /**
     * State and reason. Since: 1.2.8
     */
    VIR_DOMAIN_STATS_STATE = (1 << 0),
    /**
     * CPU time of the whole domain. Since: 1.2.9
     */
    VIR_DOMAIN_STATS_CPU_TOTAL = (1 << 1),
    /**
     * Memory and balloon. Since: 1.2.9
     */
    VIR_DOMAIN_STATS_BALLOON = (1 << 2),
    /**
     * Each virtual CPU. Since: 1.2.9
     */
    VIR_DOMAIN_STATS_VCPU = (1 << 3),
    /**
     * Each network interface. Since: 1.2.9
     */
    VIR_DOMAIN_STATS_INTERFACE = (1 << 4),
    /**
     * Each disk. Since: 1.2.9
     */
    VIR_DOMAIN_STATS_BLOCK = (1 << 5),
    /**
     * Performance events. Since: 1.3.3
     */
    VIR_DOMAIN_STATS_PERF = (1 << 6),
    /**
     * Each I/O thread. Since: 4.10.0
     */
    VIR_DOMAIN_STATS_IOTHREAD = (1 << 7),
    /**
     * Memory bandwidth. Since: 6.0.0
     */
    VIR_DOMAIN_STATS_MEMORY = (1 << 8),
    /**
     * The rate of memory writes. Since: 7.2.0
     */
    VIR_DOMAIN_STATS_DIRTYRATE = (1 << 9),
    /**
     * What the hypervisor counts, under its own names. Since: 8.9.0
     */
    VIR_DOMAIN_STATS_VM = (1 << 10)
} virDomainStatsTypes;

/**
 * What is done with what belongs to a domain's definition. Since: 0.9.4
 */
typedef enum virDomainUndefineFlagsValues {
    /**
     * Delete the managed save image. Since: 0.9.4
     */
    VIR_DOMAIN_UNDEFINE_MANAGED_SAVE = (1 << 0),
    /**
     * Forget snapshots. Since: 0.9.5
     */
    VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA = (1 << 1),
    /**
     * Delete the file with firmware variables. Since: 1.2.9
     */
    VIR_DOMAIN_UNDEFINE_NVRAM = (1 << 2),
    /**
     * Keep the file with firmware variables. Since: 2.3.0
     */
    VIR_DOMAIN_UNDEFINE_KEEP_NVRAM = (1 << 3),
    /**
     * Forget checkpoints. Since: 5.6.0
     */
    VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA = (1 << 4),
    /**
     * Delete the state of the emulated TPM. Since: 8.9.0
     */
    VIR_DOMAIN_UNDEFINE_TPM = (1 << 5),
    /**
     * Keep the state of the emulated TPM. Since: 8.9.0
     */
    VIR_DOMAIN_UNDEFINE_KEEP_TPM = (1 << 6)
} virDomainUndefineFlagsValues;

/**
 * Which number of virtual CPUs is meant. Since: 0.8.5
 */
typedef enum virDomainVcpuFlags {
    /**
     * The configuration in use. Since: 0.9.4
     */
    VIR_DOMAIN_VCPU_CURRENT = 0,
    /**
     * The running guest's. Since: 0.8.5
     */
    VIR_DOMAIN_VCPU_LIVE = (1 << 0),
    /**
     * The stored one. Since: 0.8.5
     */
    VIR_DOMAIN_VCPU_CONFIG = (1 << 1),
    /**
     * The maximum, not the current number. Since: 0.8.5
     */
    VIR_DOMAIN_VCPU_MAXIMUM = (1 << 2),
    /**
     * As the guest agent sees and sets it. Since: 1.1.0
     */
    VIR_DOMAIN_VCPU_GUEST = (1 << 3),
    /**
     * Make added CPUs removable. Since: 2.4.0
     */
    VIR_DOMAIN_VCPU_HOTPLUGGABLE = (1 << 4),
    /**
     * Do not wait until the guest has given them up. Since: 12.4.0
     */
    VIR_DOMAIN_VCPU_ASYNC_UNPLUG = (1 << 5)
} virDomainVcpuFlags;

/**
 * Flags of virDomainGetXMLDesc(). Since: 0.3.3
 */
typedef enum virDomainXMLFlags {
    /**
     * Include what is confidential. Since: 0.3.3
     */
    VIR_DOMAIN_XML_SECURE = (1 << 0),
    /**
     * The stored configuration, not the running guest's. Since: 0.3.3
     */
    VIR_DOMAIN_XML_INACTIVE = (1 << 1),
    /**
     * Fill in the CPU as this host would have it. Since: 0.8.0
     */
    VIR_DOMAIN_XML_UPDATE_CPU = (1 << 2),
    /**
     * Leave out what another version or host would not take. Since: 1.0.0
     */
    VIR_DOMAIN_XML_MIGRATABLE = (1 << 3)
} virDomainXMLFlags;

/**
 * What the key codes of virDomainSendKey() mean. Since: 0.9.3
 */
typedef enum virKeycodeSet {
    /**
     * Linux' input event codes. Since: 0.9.3
     */
    VIR_KEYCODE_SET_LINUX = 0,
    /**
     * The original XT scan codes. Since: 0.9.3
     */
    VIR_KEYCODE_SET_XT = 1,
    /**
     * AT, set 1. Since: 0.9.3
     */
    VIR_KEYCODE_SET_ATSET1 = 2,
    /**
     * AT, set 2. Since: 0.9.3
     */
    VIR_KEYCODE_SET_ATSET2 = 3,
    /**
     * AT, set 3. Since: 0.9.3
     */
    VIR_KEYCODE_SET_ATSET3 = 4,
    /**
     * MacOS virtual key codes. Since: 0.9.4
     */
    VIR_KEYCODE_SET_OSX = 5,
    /**
     * XT as Linux' keyboard driver has it. Since: 0.9.4
     */
    VIR_KEYCODE_SET_XT_KBD = 6,
    /**
     * USB HID usages. Since: 0.9.4
     */
    VIR_KEYCODE_SET_USB = 7,
    /**
     * Windows virtual key codes. Since: 0.9.4
     */
    VIR_KEYCODE_SET_WIN32 = 8,
    /**
     * XT with a bit for the extended keys, as RFB and QEMU have it. Since: 4.2.0
     */
    VIR_KEYCODE_SET_QNUM = 9
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.4
     */
    , VIR_KEYCODE_SET_LAST = 10
#endif
} virKeycodeSet;

/**
 * The older names of typed parameter types, for memory. Since: 0.8.5
 */
typedef enum virMemoryParameterType {
    /**
     * The same as VIR_TYPED_PARAM_INT. Since: 0.8.5
     */
    VIR_DOMAIN_MEMORY_PARAM_INT = 1,
    /**
     * The same as VIR_TYPED_PARAM_UINT. Since: 0.8.5
     */
    VIR_DOMAIN_MEMORY_PARAM_UINT = 2,
    /**
     * The same as VIR_TYPED_PARAM_LLONG. Since: 0.8.5
     */
    VIR_DOMAIN_MEMORY_PARAM_LLONG = 3,
    /**
     * The same as VIR_TYPED_PARAM_ULLONG. Since: 0.8.5
     */
    VIR_DOMAIN_MEMORY_PARAM_ULLONG = 4,
    /**
     * The same as VIR_TYPED_PARAM_DOUBLE. Since: 0.8.5
     */
    VIR_DOMAIN_MEMORY_PARAM_DOUBLE = 5,
    /**
     * The same as VIR_TYPED_PARAM_BOOLEAN. Since: 0.8.5
     */
    VIR_DOMAIN_MEMORY_PARAM_BOOLEAN = 6
} virMemoryParameterType;

/**
 * The older names of typed parameter types, for the scheduler. Since: 0.2.3
 */
typedef enum virSchedParameterType {
    /**
     * The same as VIR_TYPED_PARAM_INT. Since: 0.2.3
     */
    VIR_DOMAIN_SCHED_FIELD_INT = 1,
    /**
     * The same as VIR_TYPED_PARAM_UINT. Since: 0.2.3
     */
    VIR_DOMAIN_SCHED_FIELD_UINT = 2,
    /**
     * The same as VIR_TYPED_PARAM_LLONG. Since: 0.2.3
     */
    VIR_DOMAIN_SCHED_FIELD_LLONG = 3,
    /**
     * The same as VIR_TYPED_PARAM_ULLONG. Since: 0.2.3
     */
    VIR_DOMAIN_SCHED_FIELD_ULLONG = 4,
    /**
     * The same as VIR_TYPED_PARAM_DOUBLE. Since: 0.2.3
     */
    VIR_DOMAIN_SCHED_FIELD_DOUBLE = 5,
    /**
     * The same as VIR_TYPED_PARAM_BOOLEAN. Since: 0.2.3
     */
    VIR_DOMAIN_SCHED_FIELD_BOOLEAN = 6
} virSchedParameterType;

/**
 * What a block job does. Since: 0.9.4
 */
typedef enum virDomainBlockJobType {
    /**
     * Not known. Since: 0.9.4
     */
    VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN = 0,
    /**
     * Fill the active image from its backing images. Since: 0.9.4
     */
    VIR_DOMAIN_BLOCK_JOB_TYPE_PULL = 1,
    /**
     * Mirror the disk to another place. Since: 0.9.12
     */
    VIR_DOMAIN_BLOCK_JOB_TYPE_COPY = 2,
    /**
     * Merge an image into a backing image. Since: 0.10.2
     */
    VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT = 3,
    /**
     * Merge the active image into a backing image. Since: 1.2.6
     */
    VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT = 4,
    /**
     * Back the disk up. Since: 6.0.0
     */
    VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP = 5
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_BLOCK_JOB_TYPE_LAST = 6
#endif
} virDomainBlockJobType;

/**
 * Why a domain is blocked. Since: 0.9.2
 */
typedef enum virDomainBlockedReason {
    /**
     * Not known. Since: 0.9.2
     */
    VIR_DOMAIN_BLOCKED_UNKNOWN = 0
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_BLOCKED_LAST = 1
#endif
} virDomainBlockedReason;

/**
 * Why the hypervisor's control interface is in error. Since: 1.2.14
 */
typedef enum virDomainControlErrorReason {
    /**
     * There is no error. Since: 1.2.14
     */
    VIR_DOMAIN_CONTROL_ERROR_REASON_NONE = 0,
    /**
     * Not known. Since: 1.2.14
     */
    VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN = 1,
    /**
     * The monitor's connection is broken. Since: 1.2.14
     */
    VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR = 2,
    /**
     * The driver itself failed. Since: 1.2.14
     */
    VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL = 3
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.2.14
     */
    , VIR_DOMAIN_CONTROL_ERROR_REASON_LAST = 4
#endif
} virDomainControlErrorReason;

/**
 * What the hypervisor's control interface is doing. Since: 0.9.3
 */
typedef enum virDomainControlState {
    /**
     * It is ready. Since: 0.9.3
     */
    VIR_DOMAIN_CONTROL_OK = 0,
    /**
     * A job runs in the background. Since: 0.9.3
     */
    VIR_DOMAIN_CONTROL_JOB = 1,
    /**
     * A command is being carried out. Since: 0.9.3
     */
    VIR_DOMAIN_CONTROL_OCCUPIED = 2,
    /**
     * It cannot be used; details say why. Since: 0.9.3
     */
    VIR_DOMAIN_CONTROL_ERROR = 3
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_CONTROL_LAST = 4
#endif
} virDomainControlState;

/**
 * Why a domain crashed. Since: 0.9.2
 */
typedef enum virDomainCrashedReason {
    /**
     * Not known. Since: 0.9.2
     */
    VIR_DOMAIN_CRASHED_UNKNOWN = 0,
    /**
     * The guest's kernel panicked. Since: 1.1.1
     */
    VIR_DOMAIN_CRASHED_PANICKED = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_CRASHED_LAST = 2
#endif
} virDomainCrashedReason;

/**
 * How far the measurement of memory writes is. Since: 7.2.0
 */
typedef enum virDomainDirtyRateStatus {
    /**
     * Not started. Since: 7.2.0
     */
    VIR_DOMAIN_DIRTYRATE_UNSTARTED = 0,
    /**
     * Going on. Since: 7.2.0
     */
    VIR_DOMAIN_DIRTYRATE_MEASURING = 1,
    /**
     * Done. Since: 7.2.0
     */
    VIR_DOMAIN_DIRTYRATE_MEASURED = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 7.2.0
     */
    , VIR_DOMAIN_DIRTYRATE_LAST = 3
#endif
} virDomainDirtyRateStatus;

/**
 * What is wrong with a disk. Since: 0.9.10
 */
typedef enum virDomainDiskErrorCode {
    /**
     * Nothing. Since: 0.9.10
     */
    VIR_DOMAIN_DISK_ERROR_NONE = 0,
    /**
     * An I/O error of unspecified kind. Since: 0.9.10
     */
    VIR_DOMAIN_DISK_ERROR_UNSPEC = 1,
    /**
     * No space left. Since: 0.9.10
     */
    VIR_DOMAIN_DISK_ERROR_NO_SPACE = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_DISK_ERROR_LAST = 3
#endif
} virDomainDiskErrorCode;

/**
 * What a job does. Since: 3.3.0
 */
typedef enum virDomainJobOperation {
    /**
     * Not known. Since: 3.3.0
     */
    VIR_DOMAIN_JOB_OPERATION_UNKNOWN = 0,
    /**
     * Starts the domain. Since: 3.3.0
     */
    VIR_DOMAIN_JOB_OPERATION_START = 1,
    /**
     * Saves it to a file. Since: 3.3.0
     */
    VIR_DOMAIN_JOB_OPERATION_SAVE = 2,
    /**
     * Restores it from a file. Since: 3.3.0
     */
    VIR_DOMAIN_JOB_OPERATION_RESTORE = 3,
    /**
     * Receives it from another host. Since: 3.3.0
     */
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN = 4,
    /**
     * Sends it to another host. Since: 3.3.0
     */
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT = 5,
    /**
     * Takes a snapshot. Since: 3.3.0
     */
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT = 6,
    /**
     * Reverts to a snapshot. Since: 3.3.0
     */
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT = 7,
    /**
     * Dumps core. Since: 3.3.0
     */
    VIR_DOMAIN_JOB_OPERATION_DUMP = 8,
    /**
     * Backs disks up. Since: 6.0.0
     */
    VIR_DOMAIN_JOB_OPERATION_BACKUP = 9,
    /**
     * Deletes a snapshot. Since: 9.0.0
     */
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE = 10
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 3.3.0
     */
    , VIR_DOMAIN_JOB_OPERATION_LAST = 11
#endif
} virDomainJobOperation;

/**
 * How much is known about a job. Since: 0.7.7
 */
typedef enum virDomainJobType {
    /**
     * There is no job. Since: 0.7.7
     */
    VIR_DOMAIN_JOB_NONE = 0,
    /**
     * It runs, and the end can be estimated. Since: 0.7.7
     */
    VIR_DOMAIN_JOB_BOUNDED = 1,
    /**
     * It runs, and the end cannot be estimated. Since: 0.7.7
     */
    VIR_DOMAIN_JOB_UNBOUNDED = 2,
    /**
     * It is done. Since: 0.7.7
     */
    VIR_DOMAIN_JOB_COMPLETED = 3,
    /**
     * It failed. Since: 0.7.7
     */
    VIR_DOMAIN_JOB_FAILED = 4,
    /**
     * It was cancelled. Since: 0.7.7
     */
    VIR_DOMAIN_JOB_CANCELLED = 5
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_JOB_LAST = 6
#endif
} virDomainJobType;

/**
 * What a memory statistic counts. Since: 0.7.5
 */
typedef enum virDomainMemoryStatTags {
    /**
     * Read from swap, in KiB. Since: 0.7.5
     */
    VIR_DOMAIN_MEMORY_STAT_SWAP_IN = 0,
    /**
     * Written to swap, in KiB. Since: 0.7.5
     */
    VIR_DOMAIN_MEMORY_STAT_SWAP_OUT = 1,
    /**
     * Page faults that needed the disk. Since: 0.7.5
     */
    VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT = 2,
    /**
     * Page faults that did not. Since: 0.7.5
     */
    VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT = 3,
    /**
     * Not used for anything, in KiB. Since: 0.7.5
     */
    VIR_DOMAIN_MEMORY_STAT_UNUSED = 4,
    /**
     * All that the guest can use, in KiB. Since: 0.7.5
     */
    VIR_DOMAIN_MEMORY_STAT_AVAILABLE = 5,
    /**
     * What the balloon leaves the guest, in KiB. Since: 0.9.3
     */
    VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON = 6,
    /**
     * The resident size of the hypervisor process, in KiB. Since: 0.9.10
     */
    VIR_DOMAIN_MEMORY_STAT_RSS = 7,
    /**
     * What could be had without swapping, in KiB. Since: 2.1.0
     */
    VIR_DOMAIN_MEMORY_STAT_USABLE = 8,
    /**
     * When these numbers were made, in seconds of the epoch. Since: 2.1.0
     */
    VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE = 9,
    /**
     * What could be had back from disk caches, in KiB. Since: 4.6.0
     */
    VIR_DOMAIN_MEMORY_STAT_DISK_CACHES = 10,
    /**
     * Huge pages that were allocated. Since: 5.4.0
     */
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC = 11,
    /**
     * Huge pages that could not be allocated. Since: 5.4.0
     */
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL = 12,
    /**
     * The number of these tags. Since: 0.7.5
     */
    VIR_DOMAIN_MEMORY_STAT_NR = 13
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_MEMORY_STAT_LAST = 13
#endif
} virDomainMemoryStatTags;

/**
 * Why a domain has no state. Since: 0.9.2
 */
typedef enum virDomainNostateReason {
    /**
     * Not known. Since: 0.9.2
     */
    VIR_DOMAIN_NOSTATE_UNKNOWN = 0
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_NOSTATE_LAST = 1
#endif
} virDomainNostateReason;

/**
 * Why a guest is suspended to disk. Since: 1.0.0
 */
typedef enum virDomainPMSuspendedDiskReason {
    /**
     * Not known. Since: 1.0.0
     */
    VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN = 0
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 1.0.0
     */
    , VIR_DOMAIN_PMSUSPENDED_DISK_LAST = 1
#endif
} virDomainPMSuspendedDiskReason;

/**
 * Why a guest is suspended to memory. Since: 0.9.11
 */
typedef enum virDomainPMSuspendedReason {
    /**
     * Not known. Since: 0.9.11
     */
    VIR_DOMAIN_PMSUSPENDED_UNKNOWN = 0
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.11
     */
    , VIR_DOMAIN_PMSUSPENDED_LAST = 1
#endif
} virDomainPMSuspendedReason;

/**
 * Why a domain is paused. Since: 0.9.2
 */
typedef enum virDomainPausedReason {
    /**
     * Not known. Since: 0.9.2
     */
    VIR_DOMAIN_PAUSED_UNKNOWN = 0,
    /**
     * Somebody paused it. Since: 0.9.2
     */
    VIR_DOMAIN_PAUSED_USER = 1,
    /**
     * It is being migrated. Since: 0.9.2
     */
    VIR_DOMAIN_PAUSED_MIGRATION = 2,
    /**
     * It is being saved. Since: 0.9.2
     */
    VIR_DOMAIN_PAUSED_SAVE = 3,
    /**
     * Its core is being dumped. Since: 0.9.2
     */
    VIR_DOMAIN_PAUSED_DUMP = 4,
    /**
     * A disk had an error. Since: 0.9.2
     */
    VIR_DOMAIN_PAUSED_IOERROR = 5,
    /**
     * The watchdog fired. Since: 0.9.2
     */
    VIR_DOMAIN_PAUSED_WATCHDOG = 6,
    /**
     * It was reverted to a snapshot of a paused guest. Since: 0.9.2
     */
    VIR_DOMAIN_PAUSED_FROM_SNAPSHOT = 7,
    /**
     * It is being shut down. Since: 0.9.5
     */
    VIR_DOMAIN_PAUSED_SHUTTING_DOWN = 8,
    /**
     * A snapshot is being taken. Since: 1.0.1
     */
    VIR_DOMAIN_PAUSED_SNAPSHOT = 9,
    /**
     * Its guest crashed. Since: 1.1.1
     */
    VIR_DOMAIN_PAUSED_CRASHED = 10,
    /**
     * It is being started. Since: 1.2.14
     */
    VIR_DOMAIN_PAUSED_STARTING_UP = 11,
    /**
     * It runs at the destination of a post-copy migration. Since: 1.3.3
     */
    VIR_DOMAIN_PAUSED_POSTCOPY = 12,
    /**
     * The post-copy migration failed. Since: 1.3.3
     */
    VIR_DOMAIN_PAUSED_POSTCOPY_FAILED = 13,
    /**
     * A call to the library failed half-way. Since: 9.2.0
     */
    VIR_DOMAIN_PAUSED_API_ERROR = 14
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_PAUSED_LAST = 15
#endif
} virDomainPausedReason;

/**
 * Why a domain runs. Since: 0.9.2
 */
typedef enum virDomainRunningReason {
    /**
     * Not known. Since: 0.9.2
     */
    VIR_DOMAIN_RUNNING_UNKNOWN = 0,
    /**
     * It was booted. Since: 0.9.2
     */
    VIR_DOMAIN_RUNNING_BOOTED = 1,
    /**
     * It arrived from another host. Since: 0.9.2
     */
    VIR_DOMAIN_RUNNING_MIGRATED = 2,
    /**
     * It was restored from a save image. Since: 0.9.2
     */
    VIR_DOMAIN_RUNNING_RESTORED = 3,
    /**
     * It was reverted to a snapshot. Since: 0.9.2
     */
    VIR_DOMAIN_RUNNING_FROM_SNAPSHOT = 4,
    /**
     * Somebody resumed it. Since: 0.9.2
     */
    VIR_DOMAIN_RUNNING_UNPAUSED = 5,
    /**
     * A migration was cancelled. Since: 0.9.2
     */
    VIR_DOMAIN_RUNNING_MIGRATION_CANCELED = 6,
    /**
     * Saving it was cancelled. Since: 0.9.2
     */
    VIR_DOMAIN_RUNNING_SAVE_CANCELED = 7,
    /**
     * It woke up. Since: 0.9.11
     */
    VIR_DOMAIN_RUNNING_WAKEUP = 8,
    /**
     * It goes on after a crash. Since: 1.1.1
     */
    VIR_DOMAIN_RUNNING_CRASHED = 9,
    /**
     * It goes on while its memory still migrates. Since: 1.3.3
     */
    VIR_DOMAIN_RUNNING_POSTCOPY = 10,
    /**
     * It goes on although the post-copy migration failed. Since: 8.5.0
     */
    VIR_DOMAIN_RUNNING_POSTCOPY_FAILED = 11
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_RUNNING_LAST = 12
#endif
} virDomainRunningReason;

/**
 * Why a domain is shutting down. Since: 0.9.2
 */
typedef enum virDomainShutdownReason {
    /**
     * Not known. Since: 0.9.2
     */
    VIR_DOMAIN_SHUTDOWN_UNKNOWN = 0,
    /**
     * Somebody asked for it. Since: 0.9.2
     */
    VIR_DOMAIN_SHUTDOWN_USER = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_SHUTDOWN_LAST = 2
#endif
} virDomainShutdownReason;

/**
 * Why a domain is off. Since: 0.9.2
 */
typedef enum virDomainShutoffReason {
    /**
     * Not known. Since: 0.9.2
     */
    VIR_DOMAIN_SHUTOFF_UNKNOWN = 0,
    /**
     * The guest shut down. Since: 0.9.2
     */
    VIR_DOMAIN_SHUTOFF_SHUTDOWN = 1,
    /**
     * It was destroyed. Since: 0.9.2
     */
    VIR_DOMAIN_SHUTOFF_DESTROYED = 2,
    /**
     * It crashed. Since: 0.9.2
     */
    VIR_DOMAIN_SHUTOFF_CRASHED = 3,
    /**
     * It went to another host. Since: 0.9.2
     */
    VIR_DOMAIN_SHUTOFF_MIGRATED = 4,
    /**
     * It was saved to a file. Since: 0.9.2
     */
    VIR_DOMAIN_SHUTOFF_SAVED = 5,
    /**
     * It could not be started. Since: 0.9.2
     */
    VIR_DOMAIN_SHUTOFF_FAILED = 6,
    /**
     * It was reverted to a snapshot of a stopped guest. Since: 0.9.2
     */
    VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT = 7,
    /**
     * The daemon took it for dead while reconnecting. Since: 4.10.0
     */
    VIR_DOMAIN_SHUTOFF_DAEMON = 8
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_DOMAIN_SHUTOFF_LAST = 9
#endif
} virDomainShutoffReason;

/**
 * The state of a domain. Since: 0.0.1
 */
typedef enum virDomainState {
    /**
     * None is known. Since: 0.0.1
     */
    VIR_DOMAIN_NOSTATE = 0,
    /**
     * It runs. Since: 0.0.1
     */
    VIR_DOMAIN_RUNNING = 1,
    /**
     * It waits for something. Since: 0.0.1
     */
    VIR_DOMAIN_BLOCKED = 2,
    /**
     * It is paused. Since: 0.0.1
     */
    VIR_DOMAIN_PAUSED = 3,
    /**
     * It is shutting down. Since: 0.0.1
     */
    VIR_DOMAIN_SHUTDOWN = 4,
    /**
     * It is off. Since: 0.0.1
     */
    VIR_DOMAIN_SHUTOFF = 5,
    /**
     * It crashed. Since: 0.0.2
     */
    VIR_DOMAIN_CRASHED = 6,
    /**
     * Its guest suspended itself. Since: 0.9.11
     */
    VIR_DOMAIN_PMSUSPENDED = 7
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.5
     */
    , VIR_DOMAIN_LAST = 8
#endif
} virDomainState;

/**
 * Values in place of a CPU's number. Since: 6.10.0
 */
typedef enum virVcpuHostCpuState {
    /**
     * The virtual CPU is offline. Since: 6.10.0
     */
    VIR_VCPU_INFO_CPU_OFFLINE = -1,
    /**
     * The driver cannot tell. Since: 6.10.0
     */
    VIR_VCPU_INFO_CPU_UNAVAILABLE = -2
} virVcpuHostCpuState;

/**
 * The state of a virtual CPU. Since: 0.1.4
 */
typedef enum virVcpuState {
    /**
     * It is offline. Since: 0.1.4
     */
    VIR_VCPU_OFFLINE = 0,
    /**
     * It runs. Since: 0.1.4
     */
    VIR_VCPU_RUNNING = 1,
    /**
     * It waits for something. Since: 0.1.4
     */
    VIR_VCPU_BLOCKED = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_VCPU_LAST = 3
#endif
} virVcpuState;

/**
 * A domain: a guest, running or defined. Since: 0.0.1
 */
typedef struct _virDomain _virDomain;

/**
 * A domain: a guest, running or defined. Since: 0.0.1
 */
typedef struct _virDomain virDomain;

/**
 * A handle of a virDomain. Since: 0.0.1
 */
typedef virDomain *virDomainPtr;

/**
 * Statistics of a disk; a value that is not known is -1. Since: 0.3.3
 */
typedef struct _virDomainBlockStats {
    /**
     * Read requests.
     */
    long long rd_req;
    /**
     * Bytes read.
     */
    long long rd_bytes;
    /**
     * Write requests.
     */
    long long wr_req;
    /**
     * Bytes written.
     */
    long long wr_bytes;
    /**
     * Requests that failed (Xen: that had to wait).
     */
    long long errs;
} _virDomainBlockStats;

/**
 * Statistics of a disk; a value that is not known is -1. Since: 0.3.3
 */
typedef struct _virDomainBlockStats virDomainBlockStatsStruct;

/**
 * A pointer to a virDomainBlockStatsStruct. Since: 0.3.2
 */
typedef virDomainBlockStatsStruct *virDomainBlockStatsPtr;

/**
 * The sizes of a disk. Since: 0.8.1
 */
typedef struct _virDomainBlockInfo {
    /**
     * Size that the guest sees, in bytes.
     */
    unsigned long long capacity;
    /**
     * How much of the host's storage is used, in bytes.
     */
    unsigned long long allocation;
    /**
     * Size of the file or device, in bytes.
     */
    unsigned long long physical;
} _virDomainBlockInfo;

/**
 * The sizes of a disk. Since: 0.8.1
 */
typedef struct _virDomainBlockInfo virDomainBlockInfo;

/**
 * A pointer to a virDomainBlockInfo. Since: 0.8.1
 */
typedef virDomainBlockInfo *virDomainBlockInfoPtr;

/**
 * A disk with an error. Since: 0.9.10
 */
typedef struct _virDomainDiskError {
    /**
     * The disk's target, allocated with malloc().
     */
    char *disk;
    /**
     * A virDomainDiskErrorCode.
     */
    int error;
} _virDomainDiskError;

/**
 * A disk with an error. Since: 0.9.10
 */
typedef struct _virDomainDiskError virDomainDiskError;

/**
 * A pointer to a virDomainDiskError. Since: 0.9.10
 */
typedef virDomainDiskError *virDomainDiskErrorPtr;

/**
 * How far a block job is: only the relation of two cursors means something. Since: 0.9.4
 */
typedef unsigned long long virDomainBlockJobCursor;

/**
 * What is known about a block job. Since: 0.9.4
 */
typedef struct _virDomainBlockJobInfo {
    /**
     * What the job does, a virDomainBlockJobType.
     */
    int type;
    /**
     * Its highest rate, in MiB or bytes a second, or 0 for no limit.
     */
    unsigned long bandwidth;
    /**
     * How far it is.
     */
    virDomainBlockJobCursor cur;
    /**
     * Where it ends.
     */
    virDomainBlockJobCursor end;
} _virDomainBlockJobInfo;

/**
 * What is known about a block job. Since: 0.9.4
 */
typedef struct _virDomainBlockJobInfo virDomainBlockJobInfo;

/**
 * A pointer to a virDomainBlockJobInfo. Since: 0.9.4
 */
typedef virDomainBlockJobInfo *virDomainBlockJobInfoPtr;

/**
 * An I/O thread. Since: 1.2.14
 */
typedef struct _virDomainIOThreadInfo {
    /**
     * Its number.
     */
    unsigned int iothread_id;
    /**
     * The CPUs that it may run on.
     */
    unsigned char *cpumap;
    /**
     * Bytes of `cpumap`.
     */
    int cpumaplen;
} _virDomainIOThreadInfo;

/**
 * An I/O thread. Since: 1.2.14
 */
typedef struct _virDomainIOThreadInfo virDomainIOThreadInfo;

/**
 * A pointer to a virDomainIOThreadInfo. Since: 1.2.14
 */
typedef virDomainIOThreadInfo *virDomainIOThreadInfoPtr;

/**
 * The state of a virtual CPU. Since: 0.1.4
 */
typedef struct _virVcpuInfo {
    /**
     * Its number.
     */
    unsigned int number;
    /**
     * A virVcpuState.
     */
    int state;
    /**
     * CPU time it used, in nanoseconds.
     */
    unsigned long long cpuTime;
    /**
     * The CPU it runs on, or a virVcpuHostCpuState.
     */
    int cpu;
} _virVcpuInfo;

/**
 * The state of a virtual CPU. Since: 0.1.4
 */
typedef struct _virVcpuInfo virVcpuInfo;

/**
 * A pointer to a virVcpuInfo. Since: 0.1.4
 */
typedef virVcpuInfo *virVcpuInfoPtr;

/**
 * Told what happened to a domain; `event` is a virDomainEventType, `detail` from its enum. The result is
 * not used. Since: 0.5.0
 */
typedef int (*virConnectDomainEventCallback)(virConnectPtr conn,
                                             virDomainPtr dom,
                                             int event,
                                             int detail,
                                             void *opaque);

/**
 * Told that something happened, without more; other callbacks are cast to this. Since: 0.8.0
 */
typedef void (*virConnectDomainEventGenericCallback)(virConnectPtr conn,
                                                     virDomainPtr dom,
                                                     void *opaque);

/**
 * A file system that the guest has mounted. Since: 1.2.11
 */
typedef struct _virDomainFSInfo {
    /**
     * Where it is mounted.
     */
    char *mountpoint;
    /**
     * Its device in the guest.
     */
    char *name;
    /**
     * Its type.
     */
    char *fstype;
    /**
     * How many disks it lies on.
     */
    size_t ndevAlias;
    /**
     * The targets of these disks.
     */
    char **devAlias;
} _virDomainFSInfo;

/**
 * A file system that the guest has mounted. Since: 1.2.11
 */
typedef struct _virDomainFSInfo virDomainFSInfo;

/**
 * A pointer to a virDomainFSInfo. Since: 1.2.11
 */
typedef virDomainFSInfo *virDomainFSInfoPtr;

/**
 * An address of a guest's interface. Since: 1.2.14
 */
typedef struct _virDomainInterfaceIPAddress {
    /**
     * A virIPAddrType.
     */
    int type;
    /**
     * The address.
     */
    char *addr;
    /**
     * The length of its prefix, in bits.
     */
    unsigned int prefix;
} _virDomainInterfaceIPAddress;

/**
 * An address of a guest's interface. Since: 1.2.14
 */
typedef struct _virDomainInterfaceIPAddress virDomainIPAddress;

/**
 * A pointer to a virDomainIPAddress. Since: 1.2.14
 */
typedef virDomainIPAddress *virDomainIPAddressPtr;

/**
 * A guest's interface with its addresses. Since: 1.2.14
 */
typedef struct _virDomainInterface {
    /**
     * Its name.
     */
    char *name;
    /**
     * Its hardware address.
     */
    char *hwaddr;
    /**
     * How many addresses it has.
     */
    unsigned int naddrs;
    /**
     * The addresses.
     */
    virDomainIPAddressPtr addrs;
} _virDomainInterface;

/**
 * A guest's interface with its addresses. Since: 1.2.14
 */
typedef struct _virDomainInterface virDomainInterface;

/**
 * A pointer to a virDomainInterface. Since: 1.2.14
 */
typedef virDomainInterface *virDomainInterfacePtr;

/**
 * How far a job is. Since: 0.7.7
 */
typedef struct _virDomainJobInfo {
    /**
     * A virDomainJobType.
     */
    int type;
    /**
     * Since the job began, in milliseconds.
     */
    unsigned long long timeElapsed;
    /**
     * Until it ends, by estimate, in milliseconds.
     */
    unsigned long long timeRemaining;
    /**
     * All bytes, of memory and files.
     */
    unsigned long long dataTotal;
    /**
     * Bytes sent.
     */
    unsigned long long dataProcessed;
    /**
     * Bytes that are left.
     */
    unsigned long long dataRemaining;
    /**
     * All bytes of memory.
     */
    unsigned long long memTotal;
    /**
     * Bytes of memory sent.
     */
    unsigned long long memProcessed;
    /**
     * Bytes of memory that are left.
     */
    unsigned long long memRemaining;
    /**
     * All bytes of files.
     */
    unsigned long long fileTotal;
    /**
     * Bytes of files sent.
     */
    unsigned long long fileProcessed;
    /**
     * Bytes of files that are left.
     */
    unsigned long long fileRemaining;
} _virDomainJobInfo;

/**
 * How far a job is. Since: 0.7.7
 */
typedef struct _virDomainJobInfo virDomainJobInfo;

/**
 * A pointer to a virDomainJobInfo. Since: 0.7.7
 */
typedef virDomainJobInfo *virDomainJobInfoPtr;

/**
 * The statistics of one domain. Since: 1.2.8
 */
typedef struct _virDomainStatsRecord {
    /**
     * The domain, with a reference of its own.
     */
    virDomainPtr dom;
    /**
     * Its statistics.
     */
    virTypedParameterPtr params;
    /**
     * How many parameters there are.
     */
    int nparams;
} _virDomainStatsRecord;

/**
 * The statistics of one domain. Since: 1.2.8
 */
typedef struct _virDomainStatsRecord virDomainStatsRecord;

/**
 * A pointer to a virDomainStatsRecord. Since: 1.2.8
 */
typedef virDomainStatsRecord *virDomainStatsRecordPtr;

/**
 * The state of the hypervisor's control interface. Since: 0.9.3
 */
typedef struct _virDomainControlInfo {
    /**
     * A virDomainControlState.
     */
    unsigned int state;
    /**
     * In state error, a virDomainControlErrorReason.
     */
    unsigned int details;
    /**
     * Since when it is in this state, in milliseconds.
     */
    unsigned long long stateTime;
} _virDomainControlInfo;

/**
 * The state of the hypervisor's control interface. Since: 0.9.3
 */
typedef struct _virDomainControlInfo virDomainControlInfo;

/**
 * A pointer to a virDomainControlInfo. Since: 0.9.3
 */
typedef virDomainControlInfo *virDomainControlInfoPtr;

/**
 * The state of a domain in short. Since: 0.0.1
 */
typedef struct _virDomainInfo {
    /**
     * A virDomainState.
     */
    unsigned char state;
    /**
     * Memory that it may have, in KiB.
     */
    unsigned long maxMem;
    /**
     * Memory that it has, in KiB.
     */
    unsigned long memory;
    /**
     * Virtual CPUs.
     */
    unsigned short nrVirtCpu;
    /**
     * CPU time it used, in nanoseconds.
     */
    unsigned long long cpuTime;
} _virDomainInfo;

/**
 * The state of a domain in short. Since: 0.0.1
 */
typedef struct _virDomainInfo virDomainInfo;

/**
 * A pointer to a virDomainInfo. Since: 0.0.1
 */
typedef virDomainInfo *virDomainInfoPtr;

/**
 * Statistics of a network interface; a value that is not known is -1. Since: 0.3.3
 */
typedef struct _virDomainInterfaceStats {
    /**
     * Bytes received.
     */
    long long rx_bytes;
    /**
     * Packets received.
     */
    long long rx_packets;
    /**
     * Errors of receiving.
     */
    long long rx_errs;
    /**
     * Packets dropped on receiving.
     */
    long long rx_drop;
    /**
     * Bytes sent.
     */
    long long tx_bytes;
    /**
     * Packets sent.
     */
    long long tx_packets;
    /**
     * Errors of sending.
     */
    long long tx_errs;
    /**
     * Packets dropped on sending.
     */
    long long tx_drop;
} _virDomainInterfaceStats;

/**
 * Statistics of a network interface; a value that is not known is -1. Since: 0.3.3
 */
typedef struct _virDomainInterfaceStats virDomainInterfaceStatsStruct;

/**
 * A pointer to a virDomainInterfaceStatsStruct. Since: 0.3.2
 */
typedef virDomainInterfaceStatsStruct *virDomainInterfaceStatsPtr;

/**
 * A memory statistic. Since: 0.7.5
 */
typedef struct _virDomainMemoryStat {
    /**
     * What it counts, a virDomainMemoryStatTags.
     */
    int tag;
    /**
     * The value.
     */
    unsigned long long val;
} _virDomainMemoryStat;

/**
 * A memory statistic. Since: 0.7.5
 */
typedef struct _virDomainMemoryStat virDomainMemoryStatStruct;

/**
 * A pointer to a virDomainMemoryStatStruct. Since: 0.7.5
 */
typedef virDomainMemoryStatStruct *virDomainMemoryStatPtr;

/**
 * One end of a graphics client's connection. Since: 0.8.0
 */
typedef struct _virDomainEventGraphicsAddress {
    /**
     * A virDomainEventGraphicsAddressType.
     */
    int family;
    /**
     * The address, or the path of a UNIX socket.
     */
    char *node;
    /**
     * The port, or the user of a UNIX socket.
     */
    char *service;
} _virDomainEventGraphicsAddress;

/**
 * One end of a graphics client's connection. Since: 0.8.0
 */
typedef struct _virDomainEventGraphicsAddress virDomainEventGraphicsAddress;

/**
 * A pointer to a virDomainEventGraphicsAddress. Since: 0.8.0
 */
typedef virDomainEventGraphicsAddress *virDomainEventGraphicsAddressPtr;

/**
 * An identity that a graphics client has proved. Since: 0.8.0
 */
typedef struct _virDomainEventGraphicsSubjectIdentity {
    /**
     * What kind of identity it is.
     */
    char *type;
    /**
     * The identity.
     */
    char *name;
} _virDomainEventGraphicsSubjectIdentity;

/**
 * An identity that a graphics client has proved. Since: 0.8.0
 */
typedef struct _virDomainEventGraphicsSubjectIdentity virDomainEventGraphicsSubjectIdentity;

/**
 * A pointer to a virDomainEventGraphicsSubjectIdentity. Since: 0.8.0
 */
typedef virDomainEventGraphicsSubjectIdentity *virDomainEventGraphicsSubjectIdentityPtr;

/**
 * The identities that a graphics client has proved. Since: 0.8.0
 */
typedef struct _virDomainEventGraphicsSubject {
    /**
     * How many identities there are.
     */
    int nidentity;
    /**
     * The identities.
     */
    virDomainEventGraphicsSubjectIdentityPtr identities;
} _virDomainEventGraphicsSubject;

/**
 * The identities that a graphics client has proved. Since: 0.8.0
 */
typedef struct _virDomainEventGraphicsSubject virDomainEventGraphicsSubject;

/**
 * A pointer to a virDomainEventGraphicsSubject. Since: 0.8.0
 */
typedef virDomainEventGraphicsSubject *virDomainEventGraphicsSubjectPtr;

/**
 * Told that the guest agent came or went; see virConnectDomainEventAgentLifecycleState and -Reason. Since:
 * 1.2.11
 */
typedef void (*virConnectDomainEventAgentLifecycleCallback)(virConnectPtr conn,
                                                            virDomainPtr dom,
                                                            int state,
                                                            int reason,
                                                            void *opaque);

/**
 * Told that the balloon leaves the guest `actual` KiB. Since: 0.10.0
 */
typedef void (*virConnectDomainEventBalloonChangeCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           unsigned long long actual,
                                                           void *opaque);

/**
 * Told how a block job ended; `type` is a virDomainBlockJobType, `status` a
 * virConnectDomainEventBlockJobStatus. Since: 0.9.4
 */
typedef void (*virConnectDomainEventBlockJobCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      const char *disk,
                                                      int type,
                                                      int status,
                                                      void *opaque);

/**
 * Told that a write went `excess` bytes past the `threshold` of `dev`. Since: 3.2.0
 */
typedef void (*virConnectDomainEventBlockThresholdCallback)(virConnectPtr conn,
                                                            virDomainPtr dom,
                                                            const char *dev,
                                                            const char *path,
                                                            unsigned long long threshold,
                                                            unsigned long long excess,
                                                            void *opaque);

/**
 * Told that the guest opened or closed a channel. Since: 12.4.0
 */
typedef void (*virConnectDomainEventChannelLifecycleCallback)(virConnectPtr conn,
                                                              virDomainPtr dom,
                                                              const char *channelName,
                                                              int state,
                                                              int reason,
                                                              void *opaque);

/**
 * Told that a device was added, by its alias. Since: 1.2.15
 */
typedef void (*virConnectDomainEventDeviceAddedCallback)(virConnectPtr conn,
                                                         virDomainPtr dom,
                                                         const char *devAlias,
                                                         void *opaque);

/**
 * Told that the guest kept a device, by its alias. Since: 1.3.4
 */
typedef void (*virConnectDomainEventDeviceRemovalFailedCallback)(virConnectPtr conn,
                                                                 virDomainPtr dom,
                                                                 const char *devAlias,
                                                                 void *opaque);

/**
 * Told that a device is gone, by its alias. Since: 1.1.1
 */
typedef void (*virConnectDomainEventDeviceRemovedCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           const char *devAlias,
                                                           void *opaque);

/**
 * Told that a disk has another source; `reason` is a virConnectDomainEventDiskChangeReason. Since: 0.9.7
 */
typedef void (*virConnectDomainEventDiskChangeCallback)(virConnectPtr conn,
                                                        virDomainPtr dom,
                                                        const char *oldSrcPath,
                                                        const char *newSrcPath,
                                                        const char *devAlias,
                                                        int reason,
                                                        void *opaque);

/**
 * Told what a graphics client did; `phase` is a virDomainEventGraphicsPhase. Since: 0.8.0
 */
typedef void (*virConnectDomainEventGraphicsCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      int phase,
                                                      const virDomainEventGraphicsAddress *local,
                                                      const virDomainEventGraphicsAddress *remote,
                                                      const char *authScheme,
                                                      const virDomainEventGraphicsSubject *subject,
                                                      void *opaque);

/**
 * Told that a disk had an error; `action` is a virDomainEventIOErrorAction. Since: 0.8.0
 */
typedef void (*virConnectDomainEventIOErrorCallback)(virConnectPtr conn,
                                                     virDomainPtr dom,
                                                     const char *srcPath,
                                                     const char *devAlias,
                                                     int action,
                                                     void *opaque);

/**
 * The same, with the reason as the hypervisor words it. Since: 0.8.1
 */
typedef void (*virConnectDomainEventIOErrorReasonCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           const char *srcPath,
                                                           const char *devAlias,
                                                           int action,
                                                           const char *reason,
                                                           void *opaque);

/**
 * Told that a job ended, with what virDomainGetJobStats() would say. Since: 1.3.3
 */
typedef void (*virConnectDomainEventJobCompletedCallback)(virConnectPtr conn,
                                                          virDomainPtr dom,
                                                          virTypedParameterPtr params,
                                                          int nparams,
                                                          void *opaque);

/**
 * Told that a memory device has `size` KiB now. Since: 7.9.0
 */
typedef void (*virConnectDomainEventMemoryDeviceSizeChangeCallback)(virConnectPtr conn,
                                                                    virDomainPtr dom,
                                                                    const char *alias,
                                                                    unsigned long long size,
                                                                    void *opaque);

/**
 * Told that memory is broken; see the virDomainMemoryFailure enums. Since: 6.9.0
 */
typedef void (*virConnectDomainEventMemoryFailureCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           int recipient,
                                                           int action,
                                                           unsigned int flags,
                                                           void *opaque);

/**
 * Told that metadata changed; `type` is a virDomainMetadataType, `nsuri` the namespace of an element.
 * Since: 3.0.0
 */
typedef void (*virConnectDomainEventMetadataChangeCallback)(virConnectPtr conn,
                                                            virDomainPtr dom,
                                                            int type,
                                                            const char *nsuri,
                                                            void *opaque);

/**
 * Told which pass over memory a migration begins. Since: 1.3.2
 */
typedef void (*virConnectDomainEventMigrationIterationCallback)(virConnectPtr conn,
                                                                virDomainPtr dom,
                                                                int iteration,
                                                                void *opaque);

/**
 * Told that the guest gave an interface another hardware address. Since: 11.2.0
 */
typedef void (*virConnectDomainEventNICMACChangeCallback)(virConnectPtr conn,
                                                          virDomainPtr dom,
                                                          const char *alias,
                                                          const char *oldMAC,
                                                          const char *newMAC,
                                                          void *opaque);

/**
 * Told that the guest suspended itself to memory. Since: 0.9.11
 */
typedef void (*virConnectDomainEventPMSuspendCallback)(virConnectPtr conn,
                                                       virDomainPtr dom,
                                                       int reason,
                                                       void *opaque);

/**
 * Told that the guest suspended itself to disk. Since: 1.0.0
 */
typedef void (*virConnectDomainEventPMSuspendDiskCallback)(virConnectPtr conn,
                                                           virDomainPtr dom,
                                                           int reason,
                                                           void *opaque);

/**
 * Told that the guest woke up. Since: 0.9.11
 */
typedef void (*virConnectDomainEventPMWakeupCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      int reason,
                                                      void *opaque);

/**
 * Told that the guest set its clock, `utcoffset` seconds from UTC. Since: 0.8.0
 */
typedef void (*virConnectDomainEventRTCChangeCallback)(virConnectPtr conn,
                                                       virDomainPtr dom,
                                                       long long utcoffset,
                                                       void *opaque);

/**
 * Told that a tray moved; `reason` is a virDomainEventTrayChangeReason. Since: 0.9.11
 */
typedef void (*virConnectDomainEventTrayChangeCallback)(virConnectPtr conn,
                                                        virDomainPtr dom,
                                                        const char *devAlias,
                                                        int reason,
                                                        void *opaque);

/**
 * Told that tuning parameters changed, with those that did. Since: 1.2.9
 */
typedef void (*virConnectDomainEventTunableCallback)(virConnectPtr conn,
                                                     virDomainPtr dom,
                                                     virTypedParameterPtr params,
                                                     int nparams,
                                                     void *opaque);

/**
 * Told that a virtual CPU is gone. Since: 12.4.0
 */
typedef void (*virConnectDomainEventVcpuRemovedCallback)(virConnectPtr conn,
                                                         virDomainPtr dom,
                                                         unsigned int vcpuid,
                                                         void *opaque);

/**
 * Told that the watchdog fired; `action` is a virDomainEventWatchdogAction. Since: 0.8.0
 */
typedef void (*virConnectDomainEventWatchdogCallback)(virConnectPtr conn,
                                                      virDomainPtr dom,
                                                      int action,
                                                      void *opaque);

/**
 * The older name of virTypedParameter, for block I/O. Since: 0.9.0
 */
typedef _virTypedParameter virBlkioParameter;

/**
 * A pointer to a virBlkioParameter. Since: 0.9.0
 */
typedef virBlkioParameter *virBlkioParameterPtr;

/**
 * The older name of virTypedParameter, for memory. Since: 0.8.5
 */
typedef _virTypedParameter virMemoryParameter;

/**
 * A pointer to a virMemoryParameter. Since: 0.8.5
 */
typedef virMemoryParameter *virMemoryParameterPtr;

/**
 * The older name of virTypedParameter, for the scheduler. Since: 0.2.3
 */
typedef _virTypedParameter virSchedParameter;

/**
 * A pointer to a virSchedParameter. Since: 0.2.3
 */
typedef virSchedParameter *virSchedParameterPtr;

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Reads a disk of a domain as it is stored, whatever its format.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path
 * @offset: the position to start at
 * @size: how many bytes; 0 only tries whether the call is possible
 * @buffer: (out) room for @size bytes
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.2
 */
int virDomainBlockPeek(virDomainPtr dom,
                       const char *disk,
                       unsigned long long offset,
                       size_t size,
                       void *buffer,
                       unsigned int flags);

/**
 * Changes the size of a disk of a running domain; the guest sees it at once.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path
 * @size: the size in KiB, or with VIR_DOMAIN_BLOCK_RESIZE_BYTES in bytes
 * @flags: bitwise-OR of virDomainBlockResizeFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.8
 */
int virDomainBlockResize(virDomainPtr dom,
                         const char *disk,
                         unsigned long long size,
                         unsigned int flags);

/**
 * Gives the counters of a disk of a running domain; -1 for what the hypervisor does not count.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path; empty for all disks together, where the driver can
 * @stats: (out) the counters
 * @size: the size of the record that the caller was compiled with
 *
 * Returns 0, or -1.
 *
 * Since: 0.3.2
 */
int virDomainBlockStats(virDomainPtr dom,
                        const char *disk,
                        virDomainBlockStatsPtr stats,
                        size_t size);

/**
 * Gives the counters of a disk of a running domain, as many as the hypervisor has.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path; empty for all disks together, where the driver can
 * @params: (out, optional) room for the parameters; NULL with @nparams 0
 * @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
 * @flags: bitwise-OR of virTypedParameterFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.5
 */
int virDomainBlockStatsFlags(virDomainPtr dom,
                             const char *disk,
                             virTypedParameterPtr params,
                             int *nparams,
                             unsigned int flags);

/**
 * Removes a throttle group that no disk uses from a domain.
 *
 * @dom: the domain
 * @group: the name of the group
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 11.2.0
 */
int virDomainDelThrottleGroup(virDomainPtr dom, const char *group, unsigned int flags);

/**
 * Gives the sizes of a disk, in bytes.
 *
 * @domain: the domain
 * @disk: the disk: its target's name or its source's path
 * @info: (out) what the guest sees, what is in use, and what the file takes
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.1
 */
int virDomainGetBlockInfo(virDomainPtr domain,
                          const char *disk,
                          virDomainBlockInfoPtr info,
                          unsigned int flags);

/**
 * Gives the limits of a disk's I/O.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path; may be NULL with @nparams 0
 * @params: (out, optional) room for the parameters; NULL with @nparams 0
 * @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.8
 */
int virDomainGetBlockIoTune(virDomainPtr dom,
                            const char *disk,
                            virTypedParameterPtr params,
                            int *nparams,
                            unsigned int flags);

/**
 * Gives the disks of a running domain that have had an error.
 *
 * @dom: the domain
 * @errors: (out, optional) room for the disks, whose names the caller frees; NULL with @maxerrors 0
 * @maxerrors: how many disks fit in there
 * @flags: must be 0
 *
 * Returns how many were stored, with @errors NULL how many disks there are, or -1.
 *
 * Since: 0.9.10
 */
int virDomainGetDiskErrors(virDomainPtr dom,
                           virDomainDiskErrorPtr errors,
                           unsigned int maxerrors,
                           unsigned int flags);

/**
 * Changes the limits of a disk's I/O.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path
 * @params: the parameters to change
 * @nparams: their number
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.8
 */
int virDomainSetBlockIoTune(virDomainPtr dom,
                            const char *disk,
                            virTypedParameterPtr params,
                            int nparams,
                            unsigned int flags);

/**
 * Asks for an event, once, when a guest writes beyond a position of an image.
 *
 * @domain: the domain
 * @dev: the disk, or with an index as `vda[2]` an image of its chain
 * @threshold: the position in bytes; 0 for none
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 3.1.0
 */
int virDomainSetBlockThreshold(virDomainPtr domain,
                               const char *dev,
                               unsigned long long threshold,
                               unsigned int flags);

/**
 * Adds a throttle group, which disks can share, to a domain, or changes its limits.
 *
 * @dom: the domain
 * @group: the name of the group
 * @params: the limits
 * @nparams: their number
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 11.2.0
 */
int virDomainSetThrottleGroup(virDomainPtr dom,
                              const char *group,
                              virTypedParameterPtr params,
                              int nparams,
                              unsigned int flags);

/**
 * Starts a backup of a running domain's disks: copied to files (push), or offered to a reader (pull).
 *
 * @domain: the domain
 * @backupXML: what is backed up and where to
 * @checkpointXML: a checkpoint to make at the same moment, for the next incremental backup; or NULL
 * @flags: bitwise-OR of virDomainBackupBeginFlags
 *
 * Returns 0 when the backup has begun, or -1. An event tells when it is done; virDomainAbortJob() ends it.
 *
 * Since: 6.0.0
 */
int virDomainBackupBegin(virDomainPtr domain,
                         const char *backupXML,
                         const char *checkpointXML,
                         unsigned int flags);

/**
 * Describes the backup that is under way.
 *
 * @domain: the domain
 * @flags: must be 0
 *
 * Returns a new document that the caller frees, or NULL.
 *
 * Since: 6.0.0
 */
char *virDomainBackupGetXMLDesc(virDomainPtr domain, unsigned int flags);

/**
 * Starts a block job that writes what images of a disk's chain hold into an image below them.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path
 * @base: the image that is written to, a path or an index as `vda[2]`; NULL for the lowest
 * @top: the uppermost image that is merged; NULL for the active one
 * @bandwidth: (optional) the most that is copied a second, in MiB; 0 for no limit
 * @flags: bitwise-OR of virDomainBlockCommitFlags
 *
 * Returns 0 when the job has begun, or -1. An event tells when it is done.
 *
 * Since: 0.10.2
 */
int virDomainBlockCommit(virDomainPtr dom,
                         const char *disk,
                         const char *base,
                         const char *top,
                         unsigned long bandwidth,
                         unsigned int flags);

/**
 * Starts a block job that copies a disk to another place, and then keeps the two alike until
 * virDomainBlockJobAbort() ends it, with a change to the copy or without.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path
 * @destxml: the disk element of the copy
 * @params: parameters of the job, or NULL
 * @nparams: their number
 * @flags: bitwise-OR of virDomainBlockCopyFlags
 *
 * Returns 0 when the job has begun, or -1.
 *
 * Since: 1.2.8
 */
int virDomainBlockCopy(virDomainPtr dom,
                       const char *disk,
                       const char *destxml,
                       virTypedParameterPtr params,
                       int nparams,
                       unsigned int flags);

/**
 * Ends the block job of a disk: gives it up, or with VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT changes to the copy.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path
 * @flags: bitwise-OR of virDomainBlockJobAbortFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.4
 */
int virDomainBlockJobAbort(virDomainPtr dom,
                           const char *disk,
                           unsigned int flags);

/**
 * Changes how much the block job of a disk copies a second.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path
 * @bandwidth: the most that is copied a second, in MiB; 0 for no limit
 * @flags: bitwise-OR of virDomainBlockJobSetSpeedFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.4
 */
int virDomainBlockJobSetSpeed(virDomainPtr dom,
                              const char *disk,
                              unsigned long bandwidth,
                              unsigned int flags);

/**
 * Starts a block job that makes a disk's active image hold everything, so that it needs no image below it.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path
 * @bandwidth: (optional) the most that is copied a second, in MiB; 0 for no limit
 * @flags: bitwise-OR of virDomainBlockPullFlags
 *
 * Returns 0 when the job has begun, or -1. An event tells when it is done.
 *
 * Since: 0.9.4
 */
int virDomainBlockPull(virDomainPtr dom,
                       const char *disk,
                       unsigned long bandwidth,
                       unsigned int flags);

/**
 * Starts a block job that makes a disk's active image stand on another image below it, or with
 * VIR_DOMAIN_BLOCK_REBASE_COPY one that copies the disk as virDomainBlockCopy() does.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path
 * @base: the image to stand on, NULL for none; or the path of the copy
 * @bandwidth: (optional) the most that is copied a second, in MiB; 0 for no limit
 * @flags: bitwise-OR of virDomainBlockRebaseFlags
 *
 * Returns 0 when the job has begun, or -1. An event tells when it is done.
 *
 * Since: 0.9.10
 */
int virDomainBlockRebase(virDomainPtr dom,
                         const char *disk,
                         const char *base,
                         unsigned long bandwidth,
                         unsigned int flags);

/**
 * Tells how far the block job of a disk has come.
 *
 * @dom: the domain
 * @disk: the disk: its target's name or its source's path
 * @info: (out) the kind of job, its limit in MiB a second (with VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES in bytes),
 *        where it is and where it will end
 * @flags: bitwise-OR of virDomainBlockJobInfoFlags
 *
 * Returns 1 when there is a job, 0 when not, or -1.
 *
 * Since: 0.9.4
 */
int virDomainGetBlockJobInfo(virDomainPtr dom,
                             const char *disk,
                             virDomainBlockJobInfoPtr info,
                             unsigned int flags);

/**
 * Adds an I/O thread to a domain.
 *
 * @domain: the domain
 * @iothread_id: the number that it is to have
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 1.2.15
 */
int virDomainAddIOThread(virDomainPtr domain, unsigned int iothread_id, unsigned int flags);

/**
 * Removes an I/O thread that no device uses from a domain.
 *
 * @domain: the domain
 * @iothread_id: the number of the thread
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 1.2.15
 */
int virDomainDelIOThread(virDomainPtr domain, unsigned int iothread_id, unsigned int flags);

/**
 * Gives the host CPUs that the threads of the emulator, other than those of processors and I/O, may run on.
 *
 * @domain: the domain
 * @cpumap: (out) room for a map, a bit for each CPU, the lowest first
 * @maplen: the length of the map in bytes
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns 1 when a map was stored, 0 when there is none, or -1.
 *
 * Since: 0.10.0
 */
int virDomainGetEmulatorPinInfo(virDomainPtr domain,
                                unsigned char *cpumap,
                                int maplen,
                                unsigned int flags);

/**
 * Gives the I/O threads of a domain and the host CPUs that they may run on.
 *
 * @dom: the domain
 * @info: (out) where to store a new array of records; the caller frees each with virDomainIOThreadInfoFree() and
 *        the array with free()
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns the number of records, or -1.
 *
 * Since: 1.2.14
 */
int virDomainGetIOThreadInfo(virDomainPtr dom,
                             virDomainIOThreadInfoPtr **info,
                             unsigned int flags);

/**
 * Gives how many virtual processors a running domain may have at most, or the hypervisor's limit for one that is not
 * running.
 *
 * @domain: the domain
 *
 * Returns their number, or -1.
 *
 * Since: 0.2.1
 */
int virDomainGetMaxVcpus(virDomainPtr domain);

/**
 * Gives the host CPUs that each virtual processor may run on.
 *
 * @domain: the domain
 * @ncpumaps: for how many processors there is room
 * @cpumaps: (out) room for a map for each, a bit for each CPU, the lowest first
 * @maplen: the length of one map in bytes
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns how many maps were stored, or -1.
 *
 * Since: 0.9.3
 */
int virDomainGetVcpuPinInfo(virDomainPtr domain,
                            int ncpumaps,
                            unsigned char *cpumaps,
                            int maplen,
                            unsigned int flags);

/**
 * Gives the state of each virtual processor of a running domain, and the host CPUs that it may run on.
 *
 * @domain: the domain
 * @info: (out) room for a record for each processor
 * @maxinfo: for how many processors there is room
 * @cpumaps: (out, optional) room for a map for each, a bit for each CPU, the lowest first; or NULL
 * @maplen: the length of one map in bytes; 0 with @cpumaps NULL
 *
 * Returns how many records were stored, or -1.
 *
 * Since: 0.1.4
 */
int virDomainGetVcpus(virDomainPtr domain,
                      virVcpuInfoPtr info,
                      int maxinfo,
                      unsigned char *cpumaps,
                      int maplen);

/**
 * Gives the number of virtual processors of a domain: those it has, or those it may have at most.
 *
 * @domain: the domain
 * @flags: bitwise-OR of virDomainVcpuFlags
 *
 * Returns their number, or -1.
 *
 * Since: 0.8.5
 */
int virDomainGetVcpusFlags(virDomainPtr domain, unsigned int flags);

/**
 * Frees a record that virDomainGetIOThreadInfo() made.
 *
 * @info: the record, or NULL
 *
 * Since: 1.2.14
 */
void virDomainIOThreadInfoFree(virDomainIOThreadInfoPtr info);

/**
 * Says which host CPUs the threads of the emulator, other than those of processors and I/O, may run on.
 *
 * @domain: the domain
 * @cpumap: a bit for each CPU, the lowest first; CPUs past its end are not allowed
 * @maplen: the length of the map in bytes
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 0.10.0
 */
int virDomainPinEmulator(virDomainPtr domain,
                         unsigned char *cpumap,
                         int maplen,
                         unsigned int flags);

/**
 * Says which host CPUs an I/O thread may run on.
 *
 * @domain: the domain
 * @iothread_id: the number of the thread
 * @cpumap: a bit for each CPU, the lowest first; CPUs past its end are not allowed
 * @maplen: the length of the map in bytes
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 1.2.14
 */
int virDomainPinIOThread(virDomainPtr domain,
                         unsigned int iothread_id,
                         unsigned char *cpumap,
                         int maplen,
                         unsigned int flags);

/**
 * Says which host CPUs a virtual processor of a running domain may run on.
 *
 * @domain: the domain
 * @vcpu: the processor, counted from 0
 * @cpumap: a bit for each CPU, the lowest first; CPUs past its end are not allowed
 * @maplen: the length of the map in bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.1.4
 */
int virDomainPinVcpu(virDomainPtr domain, unsigned int vcpu, unsigned char *cpumap, int maplen);

/**
 * Says which host CPUs a virtual processor may run on.
 *
 * @domain: the domain
 * @vcpu: the processor, counted from 0
 * @cpumap: a bit for each CPU, the lowest first; CPUs past its end are not allowed
 * @maplen: the length of the map in bytes
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.3
 */
int virDomainPinVcpuFlags(virDomainPtr domain,
                          unsigned int vcpu,
                          unsigned char *cpumap,
                          int maplen,
                          unsigned int flags);

/**
 * Changes how an I/O thread of a running domain works: how long it polls, how many threads it starts.
 *
 * @domain: the domain
 * @iothread_id: the number of the thread
 * @params: the parameters to change
 * @nparams: their number
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 4.10.0
 */
int virDomainSetIOThreadParams(virDomainPtr domain,
                               unsigned int iothread_id,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * Brings virtual processors in or takes them out, one by one.
 *
 * @domain: the domain
 * @vcpumap: the processors: numbers and ranges, as in `0,2-3`
 * @state: 1 to bring them in, 0 to take them out
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 3.1.0
 */
int virDomainSetVcpu(virDomainPtr domain, const char *vcpumap, int state, unsigned int flags);

/**
 * Changes the number of virtual processors of a running domain.
 *
 * @domain: the domain
 * @nvcpus: their number
 *
 * Returns 0, or -1.
 *
 * Since: 0.1.4
 */
int virDomainSetVcpus(virDomainPtr domain, unsigned int nvcpus);

/**
 * Changes the number of virtual processors of a domain: those it has, or those it may have at most.
 *
 * @domain: the domain
 * @nvcpus: their number
 * @flags: bitwise-OR of virDomainVcpuFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.5
 */
int virDomainSetVcpusFlags(virDomainPtr domain, unsigned int nvcpus, unsigned int flags);

/**
 * Lets an interface of a running guest tell the network where it is, as after a migration.
 *
 * @dom: the domain
 * @device: the alias of the interface, or NULL for all
 * @params: how to announce: an array of parameters, or NULL
 * @nparams: the number of parameters
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 12.5.0
 */
int virDomainAnnounceInterface(virDomainPtr dom,
                               const char *device,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * Adds a device to a running domain.
 *
 * @domain: the domain
 * @xml: the device's element
 *
 * Returns 0, or -1. virDomainAttachDeviceFlags() can also change the definition.
 *
 * Since: 0.1.9
 */
int virDomainAttachDevice(virDomainPtr domain, const char *xml);

/**
 * Adds a device to a domain: to the running guest, to the definition, or to both.
 *
 * @domain: the domain
 * @xml: the device's element
 * @flags: bitwise-OR of virDomainDeviceModifyFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.7
 */
int virDomainAttachDeviceFlags(virDomainPtr domain, const char *xml, unsigned int flags);

/**
 * Takes a device away from a running domain.
 *
 * @domain: the domain
 * @xml: the device's element, with as much as tells it from the others
 *
 * Returns 0, or -1. The guest may let go later; an event tells when.
 *
 * Since: 0.1.9
 */
int virDomainDetachDevice(virDomainPtr domain, const char *xml);

/**
 * Takes a device away from a domain, named by its alias.
 *
 * @domain: the domain
 * @alias: the alias of the device
 * @flags: bitwise-OR of virDomainDeviceModifyFlags
 *
 * Returns 0, or -1. This returns before the guest has let go; an event tells when.
 *
 * Since: 4.4.0
 */
int virDomainDetachDeviceAlias(virDomainPtr domain, const char *alias, unsigned int flags);

/**
 * Takes a device away from a domain: from the running guest, from the definition, or from both.
 *
 * @domain: the domain
 * @xml: the device's element, with as much as tells it from the others
 * @flags: bitwise-OR of virDomainDeviceModifyFlags
 *
 * Returns 0, or -1. The guest may let go later; an event tells when.
 *
 * Since: 0.7.7
 */
int virDomainDetachDeviceFlags(virDomainPtr domain, const char *xml, unsigned int flags);

/**
 * Lends open files to a domain under a name, which a disk's source can refer to.
 *
 * @domain: the domain
 * @name: the name of the group of descriptors
 * @nfds: the number of descriptors
 * @fds: the descriptors, which stay the caller's
 * @flags: (optional) bitwise-OR of virDomainFDAssociateFlags
 *
 * Returns 0, or -1. The files are let go of when the connection is closed.
 *
 * Since: 9.0.0
 */
int virDomainFDAssociate(virDomainPtr domain,
                         const char *name,
                         unsigned int nfds,
                         int *fds,
                         unsigned int flags);

/**
 * Lets a graphics server of a running guest read its certificates again.
 *
 * @domain: the domain
 * @type: which servers: a virDomainGraphicsReloadType
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 10.2.0
 */
int virDomainGraphicsReload(virDomainPtr domain, unsigned int type, unsigned int flags);

/**
 * Sends a non-maskable interrupt to a guest.
 *
 * @domain: the domain
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.2
 */
int virDomainInjectNMI(virDomainPtr domain, unsigned int flags);

/**
 * Connects a stream with a channel between host and guest. Only one user at a time can have it, unless
 * VIR_DOMAIN_CHANNEL_FORCE takes it away from another.
 *
 * @dom: the domain
 * @name: the name or the alias of the channel, or NULL for the first
 * @st: a stream of the same connection, not yet in use
 * @flags: bitwise-OR of virDomainChannelFlags
 *
 * Returns 0, or -1.
 *
 * Since: 1.0.2
 */
int virDomainOpenChannel(virDomainPtr dom,
                         const char *name,
                         virStreamPtr st,
                         unsigned int flags);

/**
 * Connects a stream with a console of a guest. Only one user at a time can have it, unless
 * VIR_DOMAIN_CONSOLE_FORCE takes it away from another.
 *
 * @dom: the domain
 * @dev_name: the alias of a console, a serial or a parallel port, or NULL for the first console
 * @st: a stream of the same connection, not yet in use
 * @flags: bitwise-OR of virDomainConsoleFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.6
 */
int virDomainOpenConsole(virDomainPtr dom,
                         const char *dev_name,
                         virStreamPtr st,
                         unsigned int flags);

/**
 * Connects a socket with a graphics server of a guest.
 *
 * @dom: the domain
 * @idx: which of its graphics devices, counted from 0
 * @fd: one end of a pair of sockets; the hypervisor gets a copy of it
 * @flags: bitwise-OR of virDomainOpenGraphicsFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.7
 */
int virDomainOpenGraphics(virDomainPtr dom, unsigned int idx, int fd, unsigned int flags);

/**
 * Gives a socket that is connected with a graphics server of a guest.
 *
 * @dom: the domain
 * @idx: which of its graphics devices, counted from 0
 * @flags: bitwise-OR of virDomainOpenGraphicsFlags
 *
 * Returns a new descriptor that the caller closes, or -1.
 *
 * Since: 1.2.8
 */
int virDomainOpenGraphicsFD(virDomainPtr dom, unsigned int idx, unsigned int flags);

/**
 * Takes a picture of a guest's screen, which is then read from the stream.
 *
 * @domain: the domain
 * @stream: a stream of the same connection, not yet in use
 * @screen: which of its screens, counted from 0
 * @flags: must be 0
 *
 * Returns the MIME type of the picture as a new string that the caller frees, or NULL.
 *
 * Since: 0.9.2
 */
char *virDomainScreenshot(virDomainPtr domain,
                          virStreamPtr stream,
                          unsigned int screen,
                          unsigned int flags);

/**
 * Presses keys in a guest, all at once, and lets go of them together.
 *
 * @domain: the domain
 * @codeset: what the codes mean: a virKeycodeSet
 * @holdtime: for how many milliseconds the keys are held
 * @keycodes: the codes
 * @nkeycodes: their number, at most VIR_DOMAIN_SEND_KEY_MAX_KEYS
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.3
 */
int virDomainSendKey(virDomainPtr domain,
                     unsigned int codeset,
                     unsigned int holdtime,
                     unsigned int *keycodes,
                     int nkeycodes,
                     unsigned int flags);

/**
 * Sends a signal to a process in a guest.
 *
 * @domain: the domain
 * @pid_value: the number of the process in the guest; a negative one means a group of processes
 * @signum: the signal: a virDomainProcessSignal
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 1.0.1
 */
int virDomainSendProcessSignal(virDomainPtr domain,
                               long long pid_value,
                               unsigned int signum,
                               unsigned int flags);

/**
 * Changes a device of a domain: the medium of a drive, the link of an interface, a password. The element must name
 * an existing device, and change only what can be changed.
 *
 * @domain: the domain
 * @xml: the device's whole element as it is to be
 * @flags: bitwise-OR of virDomainDeviceModifyFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virDomainUpdateDeviceFlags(virDomainPtr domain,
                               const char *xml,
                               unsigned int flags);

/**
 * Ends a registration that virConnectDomainEventRegister() made. The function that frees its data is run.
 *
 * @conn: the connection
 * @cb: the function that was registered
 *
 * Returns 0, or -1.
 *
 * Since: 0.5.0
 */
int virConnectDomainEventDeregister(virConnectPtr conn,
                                    virConnectDomainEventCallback cb);

/**
 * Ends a registration that virConnectDomainEventRegisterAny() made. The function that frees its data is run.
 *
 * @conn: the connection
 * @callbackID: the number of the registration
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virConnectDomainEventDeregisterAny(virConnectPtr conn,
                                       int callbackID);

/**
 * Registers a function that is called, by the thread that runs the event loop, when any domain starts, stops or
 * changes in another way. virConnectDomainEventRegisterAny() can do more.
 *
 * @conn: the connection
 * @cb: the function
 * @opaque: data to call it with
 * @freecb: (optional) a function that is called with @opaque when the registration ends
 *
 * Returns 0, or -1. The connection stays open while a registration lasts.
 *
 * Since: 0.5.0
 */
int virConnectDomainEventRegister(virConnectPtr conn,
                                  virConnectDomainEventCallback cb,
                                  void *opaque,
                                  virFreeCallback freecb);

/**
 * Registers a function that is called, by the thread that runs the event loop, with each event of a kind.
 *
 * @conn: the connection
 * @dom: the domain whose events are wanted, or NULL for all
 * @eventID: the kind of event, one of virDomainEventID
 * @cb: the function, cast to this type with VIR_DOMAIN_EVENT_CALLBACK(); its own type belongs to @eventID
 * @opaque: data to call it with
 * @freecb: (optional) a function that is called with @opaque when the registration ends
 *
 * Returns the number of the registration, zero or greater, or -1. The connection stays open while a
 * registration lasts.
 *
 * Since: 0.8.0
 */
int virConnectDomainEventRegisterAny(virConnectPtr conn,
                                     virDomainPtr dom,
                                     int eventID,
                                     virConnectDomainEventGenericCallback cb,
                                     void *opaque,
                                     virFreeCallback freecb);

/**
 * Says for how long an answer of the agent is waited for.
 *
 * @domain: the domain
 * @timeout: the time in seconds, or a virDomainAgentResponseTimeoutValues
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 5.10.0
 */
int virDomainAgentSetResponseTimeout(virDomainPtr domain, int timeout, unsigned int flags);

/**
 * Gives the keys that let somebody log in to a guest by SSH.
 *
 * @domain: the domain
 * @user: the user in the guest
 * @keys: (out) where to store a new array of keys, which the caller frees together with each key
 * @flags: must be 0
 *
 * Returns the number of keys, or -1.
 *
 * Since: 6.10.0
 */
int virDomainAuthorizedSSHKeysGet(virDomainPtr domain,
                                  const char *user,
                                  char ***keys,
                                  unsigned int flags);

/**
 * Replaces the keys that let somebody log in to a guest by SSH, or with the flags adds some or removes some.
 *
 * @domain: the domain
 * @user: the user in the guest
 * @keys: the keys; may be NULL with @nkeys 0
 * @nkeys: the number of keys
 * @flags: bitwise-OR of virDomainAuthorizedSSHKeysSetFlags
 *
 * Returns 0, or -1.
 *
 * Since: 6.10.0
 */
int virDomainAuthorizedSSHKeysSet(virDomainPtr domain,
                                  const char *user,
                                  const char **keys,
                                  unsigned int nkeys,
                                  unsigned int flags);

/**
 * Freezes file systems of a guest, so that what is stored is consistent.
 *
 * @dom: the domain
 * @mountpoints: where they are mounted; may be NULL with @nmountpoints 0
 * @nmountpoints: their number; 0 for all
 * @flags: must be 0
 *
 * Returns how many were frozen, or -1.
 *
 * Since: 1.2.5
 */
int virDomainFSFreeze(virDomainPtr dom,
                      const char **mountpoints,
                      unsigned int nmountpoints,
                      unsigned int flags);

/**
 * Frees a record that virDomainGetFSInfo() made.
 *
 * @info: the record, or NULL
 *
 * Since: 1.2.11
 */
void virDomainFSInfoFree(virDomainFSInfoPtr info);

/**
 * Lets file systems of a guest go on that virDomainFSFreeze() froze.
 *
 * @dom: the domain
 * @mountpoints: where they are mounted; may be NULL with @nmountpoints 0
 * @nmountpoints: their number; 0 for all
 * @flags: must be 0
 *
 * Returns how many were thawed, or -1.
 *
 * Since: 1.2.5
 */
int virDomainFSThaw(virDomainPtr dom,
                    const char **mountpoints,
                    unsigned int nmountpoints,
                    unsigned int flags);

/**
 * Lets a guest tell its disks which blocks it does not use.
 *
 * @dom: the domain
 * @mountPoint: the file system's mount point, or NULL for all
 * @minimum: the shortest stretch that is worth it, in bytes; a guest may round it up
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 1.0.1
 */
int virDomainFSTrim(virDomainPtr dom,
                    const char *mountPoint,
                    unsigned long long minimum,
                    unsigned int flags);

/**
 * Gives the file systems that a guest has mounted, and the disks that they are on.
 *
 * @dom: the domain
 * @info: (out) where to store a new array of records; the caller frees each with virDomainFSInfoFree() and the
 *        array with free()
 * @flags: must be 0
 *
 * Returns the number of records, or -1.
 *
 * Since: 1.2.11
 */
int virDomainGetFSInfo(virDomainPtr dom,
                       virDomainFSInfoPtr **info,
                       unsigned int flags);

/**
 * Gives what a guest's agent knows of it: users, system, time zone, host name, file systems, disks, interfaces.
 *
 * @domain: the domain
 * @types: what is asked for: bitwise-OR of virDomainGuestInfoTypes, or 0 for everything
 * @params: (out) where to store a new array of parameters, which the caller frees with virTypedParamsFree()
 * @nparams: (out) their number
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 5.7.0
 */
int virDomainGetGuestInfo(virDomainPtr domain,
                          unsigned int types,
                          virTypedParameterPtr *params,
                          int *nparams,
                          unsigned int flags);

/**
 * Gives the processors that a guest has, those it uses, and those it can let go of.
 *
 * @domain: the domain
 * @params: (out) where to store a new array of parameters, which the caller frees with virTypedParamsFree()
 * @nparams: (out) their number
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virDomainGetGuestVcpus(virDomainPtr domain,
                           virTypedParameterPtr *params,
                           unsigned int *nparams,
                           unsigned int flags);

/**
 * Gives the host name of a guest.
 *
 * @domain: the domain
 * @flags: whom to ask: bitwise-OR of virDomainGetHostnameFlags, or 0 for the driver's choice
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.10.0
 */
char *virDomainGetHostname(virDomainPtr domain, unsigned int flags);

/**
 * Gives the time of a guest's clock.
 *
 * @dom: the domain
 * @seconds: (out) seconds since 1970
 * @nseconds: (out) nanoseconds within the second
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 1.2.5
 */
int virDomainGetTime(virDomainPtr dom,
                     long long *seconds,
                     unsigned int *nseconds,
                     unsigned int flags);

/**
 * Gives the network interfaces of a guest and their addresses.
 *
 * @dom: the domain
 * @ifaces: (out) where to store a new array of records; the caller frees each with virDomainInterfaceFree() and the
 *          array with free()
 * @source: whom to ask: a virDomainInterfaceAddressesSource; a read-only connection may not ask the agent
 * @flags: must be 0
 *
 * Returns the number of records, or -1.
 *
 * Since: 1.2.14
 */
int virDomainInterfaceAddresses(virDomainPtr dom,
                                virDomainInterfacePtr **ifaces,
                                unsigned int source,
                                unsigned int flags);

/**
 * Frees a record that virDomainInterfaceAddresses() made.
 *
 * @iface: the record, or NULL
 *
 * Since: 1.2.14
 */
void virDomainInterfaceFree(virDomainInterfacePtr iface);

/**
 * Lets a guest use processors or let go of them, without taking them out of the machine.
 *
 * @domain: the domain
 * @cpumap: the processors: numbers and ranges, as in `0,2-3`
 * @state: 1 to use them, 0 to let go of them
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virDomainSetGuestVcpus(virDomainPtr domain, const char *cpumap, int state, unsigned int flags);

/**
 * Sets the clock of a guest, or with VIR_DOMAIN_TIME_SYNC lets it read its hardware clock.
 *
 * @dom: the domain
 * @seconds: seconds since 1970
 * @nseconds: nanoseconds within the second
 * @flags: bitwise-OR of virDomainSetTimeFlags
 *
 * Returns 0, or -1.
 *
 * Since: 1.2.5
 */
int virDomainSetTime(virDomainPtr dom,
                     long long seconds,
                     unsigned int nseconds,
                     unsigned int flags);

/**
 * Changes the password of a user in a guest.
 *
 * @dom: the domain
 * @user: the user in the guest
 * @password: the new password, or with VIR_DOMAIN_PASSWORD_ENCRYPTED its hash as the guest stores it
 * @flags: bitwise-OR of virDomainSetUserPasswordFlags
 *
 * Returns 0, or -1.
 *
 * Since: 1.2.16
 */
int virDomainSetUserPassword(virDomainPtr dom,
                             const char *user,
                             const char *password,
                             unsigned int flags);

/**
 * Ends the job that works on a domain: a migration, a save, a dump, a backup. The job's own call then fails.
 *
 * @domain: the domain
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.7
 */
int virDomainAbortJob(virDomainPtr domain);

/**
 * Ends the job that works on a domain, in a way of choice.
 *
 * @domain: the domain
 * @flags: bitwise-OR of virDomainAbortJobFlagsValues
 *
 * Returns 0, or -1.
 *
 * Since: 8.5.0
 */
int virDomainAbortJobFlags(virDomainPtr domain, unsigned int flags);

/**
 * Tells how far the job that works on a domain has come.
 *
 * @domain: the domain
 * @info: (out) the kind of job, times in milliseconds and sizes in bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.7
 */
int virDomainGetJobInfo(virDomainPtr domain, virDomainJobInfoPtr info);

/**
 * Gives statistics of the job that works on a domain, or with VIR_DOMAIN_JOB_STATS_COMPLETED of the last one.
 *
 * @domain: the domain
 * @type: (out) the kind of job: a virDomainJobType
 * @params: (out) where to store a new array of parameters, which the caller frees with virTypedParamsFree()
 * @nparams: (out) their number
 * @flags: bitwise-OR of virDomainGetJobStatsFlags
 *
 * Returns 0, or -1.
 *
 * Since: 1.0.3
 */
int virDomainGetJobStats(virDomainPtr domain,
                         int *type,
                         virTypedParameterPtr *params,
                         int *nparams,
                         unsigned int flags);

/**
 * Starts a domain that is defined. One that was suspended to disk by virDomainManagedSave() goes on where it was.
 *
 * @domain: the domain
 *
 * Returns 0, or -1.
 *
 * Since: 0.1.1
 */
int virDomainCreate(virDomainPtr domain);

/**
 * The old name of virDomainCreateXML().
 *
 * @conn: the connection
 * @xmlDesc: the definition
 * @flags: bitwise-OR of virDomainCreateFlags
 *
 * Returns a new handle that the caller frees with virDomainFree(), or NULL.
 *
 * Since: 0.0.3
 */
virDomainPtr virDomainCreateLinux(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
 * Starts a domain that is defined, and hands open files to it: its init process (container drivers) finds them
 * from number 3 on.
 *
 * @domain: the domain
 * @nfiles: the number of descriptors
 * @files: the descriptors, which stay the caller's
 * @flags: bitwise-OR of virDomainCreateFlags
 *
 * Returns 0, or -1.
 *
 * Since: 1.1.1
 */
int virDomainCreateWithFiles(virDomainPtr domain,
                             unsigned int nfiles,
                             int *files,
                             unsigned int flags);

/**
 * Starts a domain that is defined. With VIR_DOMAIN_START_PAUSED it waits for virDomainResume(), with
 * VIR_DOMAIN_START_AUTODESTROY it ends with this connection, and with VIR_DOMAIN_START_FORCE_BOOT a saved state
 * is thrown away.
 *
 * @domain: the domain
 * @flags: bitwise-OR of virDomainCreateFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.2
 */
int virDomainCreateWithFlags(virDomainPtr domain,
                             unsigned int flags);

/**
 * Starts a domain from a definition that is not kept: it is gone once the domain stops, unless a domain of that
 * name and UUID is defined.
 *
 * @conn: the connection
 * @xmlDesc: the definition
 * @flags: bitwise-OR of virDomainCreateFlags
 *
 * Returns a new handle that the caller frees with virDomainFree(), or NULL.
 *
 * Since: 0.5.0
 */
virDomainPtr virDomainCreateXML(virConnectPtr conn,
                                const char *xmlDesc,
                                unsigned int flags);

/**
 * Starts a domain as virDomainCreateXML() does, and hands open files to it: its init process (container drivers)
 * finds them from number 3 on.
 *
 * @conn: the connection
 * @xmlDesc: the definition
 * @nfiles: the number of descriptors
 * @files: the descriptors, which stay the caller's
 * @flags: bitwise-OR of virDomainCreateFlags
 *
 * Returns a new handle that the caller frees with virDomainFree(), or NULL.
 *
 * Since: 1.1.1
 */
virDomainPtr virDomainCreateXMLWithFiles(virConnectPtr conn,
                                         const char *xmlDesc,
                                         unsigned int nfiles,
                                         int *files,
                                         unsigned int flags);

/**
 * Defines a domain without starting it, or changes the definition of the one with the same name and UUID. A
 * domain that runs takes the change up when it is started again.
 *
 * @conn: the connection
 * @xml: the definition
 *
 * Returns a new handle that the caller frees with virDomainFree(), or NULL.
 *
 * Since: 0.1.1
 */
virDomainPtr virDomainDefineXML(virConnectPtr conn,
                                const char *xml);

/**
 * Defines a domain as virDomainDefineXML() does. With VIR_DOMAIN_DEFINE_VALIDATE, a document that does not follow
 * the schema is refused.
 *
 * @conn: the connection
 * @xml: the definition
 * @flags: bitwise-OR of virDomainDefineFlags
 *
 * Returns a new handle that the caller frees with virDomainFree(), or NULL.
 *
 * Since: 1.2.12
 */
virDomainPtr virDomainDefineXMLFlags(virConnectPtr conn,
                                     const char *xml,
                                     unsigned int flags);

/**
 * Stops a domain at once, as pulling the plug does. The handle stays valid; a domain without a definition is gone.
 *
 * @domain: the domain
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.3
 */
int virDomainDestroy(virDomainPtr domain);

/**
 * Stops a domain at once, as pulling the plug does. With VIR_DOMAIN_DESTROY_GRACEFUL, one that does not go by
 * itself in good time is left alone and the call fails.
 *
 * @domain: the domain
 * @flags: bitwise-OR of virDomainDestroyFlagsValues
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.4
 */
int virDomainDestroyFlags(virDomainPtr domain,
                          unsigned int flags);

/**
 * Tells whether a domain is started when the host is.
 *
 * @domain: the domain
 * @autostart: (out) 1 when it is, 0 when not
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.1
 */
int virDomainGetAutostart(virDomainPtr domain, int *autostart);

/**
 * Tells whether a domain is started the next time that the host is, and only then.
 *
 * @domain: the domain
 * @autostart: (out) 1 when it is, 0 when not
 *
 * Returns 0, or -1.
 *
 * Since: 11.2.0
 */
int virDomainGetAutostartOnce(virDomainPtr domain, int *autostart);

/**
 * Sends a guest to sleep with the help of its agent.
 *
 * @dom: the domain
 * @target: what it sleeps on: a virNodeSuspendTarget
 * @duration: after how many seconds it wakes up by itself; 0 for never, the only value that is known
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.10
 */
int virDomainPMSuspendForDuration(virDomainPtr dom,
                                  unsigned int target,
                                  unsigned long long duration,
                                  unsigned int flags);

/**
 * Wakes up a guest that sleeps (VIR_DOMAIN_PMSUSPENDED).
 *
 * @dom: the domain
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.11
 */
int virDomainPMWakeup(virDomainPtr dom, unsigned int flags);

/**
 * Asks a guest to start anew. It may take its time, or not heed the call.
 *
 * @domain: the domain
 * @flags: how to ask: bitwise-OR of virDomainRebootFlagValues, or 0 for the driver's choice
 *
 * Returns 0, or -1.
 *
 * Since: 0.1.0
 */
int virDomainReboot(virDomainPtr domain, unsigned int flags);

/**
 * Starts a guest anew at once, as the reset button does; data that it had not written is lost.
 *
 * @domain: the domain
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.7
 */
int virDomainReset(virDomainPtr domain, unsigned int flags);

/**
 * Lets a domain that virDomainSuspend() stopped go on.
 *
 * @domain: the domain
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.3
 */
int virDomainResume(virDomainPtr domain);

/**
 * Says whether a domain is started when the host is.
 *
 * @domain: the domain, which must have a definition
 * @autostart: 0 for no, anything else for yes
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.1
 */
int virDomainSetAutostart(virDomainPtr domain, int autostart);

/**
 * Says whether a domain is started the next time that the host is, and only then.
 *
 * @domain: the domain, which must have a definition
 * @autostart: 0 for no, anything else for yes
 *
 * Returns 0, or -1.
 *
 * Since: 11.2.0
 */
int virDomainSetAutostartOnce(virDomainPtr domain, int autostart);

/**
 * Changes what happens to a domain when its guest powers off, reboots or crashes.
 *
 * @domain: the domain
 * @type: when: a virDomainLifecycle
 * @action: what: a virDomainLifecycleAction
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 3.9.0
 */
int virDomainSetLifecycleAction(virDomainPtr domain,
                                unsigned int type,
                                unsigned int action,
                                unsigned int flags);

/**
 * Asks a guest to shut down. It may take its time, or not heed the call; events tell when it is done.
 *
 * @domain: the domain
 *
 * Returns 0 when the guest was asked, or -1.
 *
 * Since: 0.0.3
 */
int virDomainShutdown(virDomainPtr domain);

/**
 * Asks a guest to shut down, in one of the given ways.
 *
 * @domain: the domain
 * @flags: how to ask: bitwise-OR of virDomainShutdownFlagValues, or 0 for the driver's choice
 *
 * Returns 0 when the guest was asked, or -1.
 *
 * Since: 0.9.10
 */
int virDomainShutdownFlags(virDomainPtr domain, unsigned int flags);

/**
 * Stops the processors of a domain; it keeps its memory and devices. virDomainResume() lets it go on.
 *
 * @domain: the domain
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.3
 */
int virDomainSuspend(virDomainPtr domain);

/**
 * Removes the definition of a domain. One that runs goes on without.
 *
 * @domain: the domain
 *
 * Returns 0, or -1.
 *
 * Since: 0.1.1
 */
int virDomainUndefine(virDomainPtr domain);

/**
 * Removes the definition of a domain, and what the flags name with it: a saved state, snapshots, checkpoints,
 * non-volatile memory. Without the flag such a thing makes the call fail.
 *
 * @domain: the domain
 * @flags: bitwise-OR of virDomainUndefineFlagsValues
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.4
 */
int virDomainUndefineFlags(virDomainPtr domain,
                           unsigned int flags);

/**
 * Lists domains as handles, all of them or those that @flags select.
 *
 * @conn: the connection
 * @domains: (out, nullable) where to store a new array of domains, ended by NULL; the caller frees each with
 *           virDomainFree() and the array with free(). NULL: only count
 * @flags: bitwise-OR of virConnectListAllDomainsFlags; flags of one group widen the choice, groups narrow it
 *
 * Returns the number of domains, or -1.
 *
 * Since: 0.9.13
 */
int virConnectListAllDomains(virConnectPtr conn,
                             virDomainPtr **domains,
                             unsigned int flags);

/**
 * Lists the names of the domains that are defined and not running.
 *
 * @conn: the connection
 * @names: (out) an array that takes the names; the caller frees each
 * @maxnames: the length of @names
 *
 * Returns how many names were stored, or -1. virConnectListAllDomains() has no race between counting and listing.
 *
 * Since: 0.1.1
 */
int virConnectListDefinedDomains(virConnectPtr conn,
                                 char **names,
                                 int maxnames);

/**
 * Lists the numbers of the running domains.
 *
 * @conn: the connection
 * @ids: (out) an array that takes the numbers
 * @maxids: the length of @ids
 *
 * Returns how many numbers were stored, or -1.
 *
 * Since: 0.0.3
 */
int virConnectListDomains(virConnectPtr conn, int *ids, int maxids);

/**
 * Counts the domains that are defined and not running.
 *
 * @conn: the connection
 *
 * Returns their number, or -1.
 *
 * Since: 0.1.5
 */
int virConnectNumOfDefinedDomains(virConnectPtr conn);

/**
 * Counts the running domains.
 *
 * @conn: the connection
 *
 * Returns their number, or -1.
 *
 * Since: 0.0.3
 */
int virConnectNumOfDomains(virConnectPtr conn);

/**
 * Lets go of a domain handle. The domain itself lives on.
 *
 * @domain: the domain, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.3
 */
int virDomainFree(virDomainPtr domain);

/**
 * Gives the connection that a domain belongs to, without a reference of its own: it lives as long as @dom.
 *
 * @dom: the domain
 *
 * Returns the connection, or NULL.
 *
 * Since: 0.3.0
 */
virConnectPtr virDomainGetConnect(virDomainPtr dom);

/**
 * Gives the number of a running domain.
 *
 * @domain: the domain
 *
 * Returns the number, or (unsigned int)-1 when the domain was not running as the handle was made, or on error.
 *
 * Since: 0.0.3
 */
unsigned int virDomainGetID(virDomainPtr domain);

/**
 * Gives the name of a domain.
 *
 * @domain: the domain
 *
 * Returns the name, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.0.3
 */
const char *virDomainGetName(virDomainPtr domain);

/**
 * Tells the kind of operating system that a domain runs: `hvm`, `linux`, `exe`.
 *
 * @domain: the domain
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.0.3
 */
char *virDomainGetOSType(virDomainPtr domain);

/**
 * Gives the UUID of a domain as bytes.
 *
 * @domain: the domain
 * @uuid: (out) room for VIR_UUID_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.5
 */
int virDomainGetUUID(virDomainPtr domain, unsigned char *uuid);

/**
 * Gives the UUID of a domain as text.
 *
 * @domain: the domain
 * @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.1.1
 */
int virDomainGetUUIDString(virDomainPtr domain, char *buf);

/**
 * Tells whether a domain runs.
 *
 * @dom: the domain
 *
 * Returns 1 when it runs, 0 when not, or -1.
 *
 * Since: 0.7.3
 */
int virDomainIsActive(virDomainPtr dom);

/**
 * Tells whether a domain has a definition that outlives its run.
 *
 * @dom: the domain
 *
 * Returns 1 when it is persistent, 0 when transient, or -1.
 *
 * Since: 0.7.3
 */
int virDomainIsPersistent(virDomainPtr dom);

/**
 * Tells whether the definition of a domain was changed since it was last read.
 *
 * @dom: the domain
 *
 * Returns 1 when it was changed, 0 when not, or -1.
 *
 * Since: 0.8.6
 */
int virDomainIsUpdated(virDomainPtr dom);

/**
 * Finds a running domain by its number.
 *
 * @conn: the connection
 * @id: the number, zero or greater
 *
 * Returns a new handle that the caller frees with virDomainFree(), or NULL (VIR_ERR_NO_DOMAIN).
 *
 * Since: 0.0.3
 */
virDomainPtr virDomainLookupByID(virConnectPtr conn, int id);

/**
 * Finds a domain by its name.
 *
 * @conn: the connection
 * @name: the name
 *
 * Returns a new handle that the caller frees with virDomainFree(), or NULL (VIR_ERR_NO_DOMAIN).
 *
 * Since: 0.0.3
 */
virDomainPtr virDomainLookupByName(virConnectPtr conn, const char *name);

/**
 * Finds a domain by its UUID.
 *
 * @conn: the connection
 * @uuid: VIR_UUID_BUFLEN bytes
 *
 * Returns a new handle that the caller frees with virDomainFree(), or NULL (VIR_ERR_NO_DOMAIN).
 *
 * Since: 0.0.5
 */
virDomainPtr virDomainLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * Finds a domain by the text of its UUID.
 *
 * @conn: the connection
 * @uuidstr: the UUID as text
 *
 * Returns a new handle that the caller frees with virDomainFree(), or NULL (VIR_ERR_NO_DOMAIN).
 *
 * Since: 0.1.1
 */
virDomainPtr virDomainLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * Adds a reference to a domain handle, for another thread say; each is let go of with virDomainFree().
 *
 * @domain: the domain
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.0
 */
int virDomainRef(virDomainPtr domain);

/**
 * Renames a domain that is not running.
 *
 * @dom: the domain
 * @new_name: its new name
 * @flags: must be 0
 *
 * Returns 0, or -1. The handle keeps the old name; look the domain up again.
 *
 * Since: 1.2.19
 */
int virDomainRename(virDomainPtr dom, const char *new_name, unsigned int flags);

/**
 * Migrates a running domain to another host, to which the caller has a connection.
 *
 * @domain: the domain
 * @dconn: the connection to the destination
 * @flags: bitwise-OR of virDomainMigrateFlags
 * @dname: (optional) its name on the destination; NULL for the same
 * @uri: (optional) where the hypervisors meet; NULL for the destination's choice
 * @bandwidth: (optional) the most that is sent a second, in MiB; 0 for the hypervisor's choice
 *
 * Returns a new handle of the domain on the destination that the caller frees with virDomainFree(), or NULL.
 *
 * Since: 0.3.2
 */
virDomainPtr virDomainMigrate(virDomainPtr domain,
                              virConnectPtr dconn,
                              unsigned long flags,
                              const char *dname,
                              const char *uri,
                              unsigned long bandwidth);

/**
 * Migrates a running domain to another host, to which the caller has a connection, with another definition if
 * wanted.
 *
 * @domain: the domain
 * @dconn: the connection to the destination
 * @dxml: (optional) its definition on the destination, in which only what the guest does not see may differ
 * @flags: bitwise-OR of virDomainMigrateFlags
 * @dname: (optional) its name on the destination; NULL for the same
 * @uri: (optional) where the hypervisors meet; NULL for the destination's choice
 * @bandwidth: (optional) the most that is sent a second, in MiB; 0 for the hypervisor's choice
 *
 * Returns a new handle of the domain on the destination that the caller frees with virDomainFree(), or NULL.
 *
 * Since: 0.9.2
 */
virDomainPtr virDomainMigrate2(virDomainPtr domain,
                               virConnectPtr dconn,
                               const char *dxml,
                               unsigned long flags,
                               const char *dname,
                               const char *uri,
                               unsigned long bandwidth);

/**
 * Migrates a running domain to another host, to which the caller has a connection, as parameters say.
 * virDomainMigrateToURI3() is for peer-to-peer migration.
 *
 * @domain: the domain
 * @dconn: the connection to the destination
 * @params: (optional) the parameters: VIR_MIGRATE_PARAM_URI and others
 * @nparams: (optional) their number
 * @flags: bitwise-OR of virDomainMigrateFlags
 *
 * Returns a new handle of the domain on the destination that the caller frees with virDomainFree(), or NULL.
 *
 * Since: 1.1.0
 */
virDomainPtr virDomainMigrate3(virDomainPtr domain,
                               virConnectPtr dconn,
                               virTypedParameterPtr params,
                               unsigned int nparams,
                               unsigned int flags);

/**
 * Gives the size of the cache in which a migration compresses memory (VIR_MIGRATE_COMPRESSED).
 *
 * @domain: the domain
 * @cacheSize: (out) the size in bytes
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 1.0.3
 */
int virDomainMigrateGetCompressionCache(virDomainPtr domain,
                                        unsigned long long *cacheSize,
                                        unsigned int flags);

/**
 * Gives for how long a guest may stand still at the end of a migration.
 *
 * @domain: the domain
 * @downtime: (out) the time in milliseconds
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 3.7.0
 */
int virDomainMigrateGetMaxDowntime(virDomainPtr domain,
                                   unsigned long long *downtime,
                                   unsigned int flags);

/**
 * Gives the most that a migration of a domain sends a second.
 *
 * @domain: the domain
 * @bandwidth: (out) the speed in MiB a second
 * @flags: bitwise-OR of virDomainMigrateMaxSpeedFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.5
 */
int virDomainMigrateGetMaxSpeed(virDomainPtr domain, unsigned long *bandwidth, unsigned int flags);

/**
 * Changes the size of the cache in which a migration compresses memory (VIR_MIGRATE_COMPRESSED).
 *
 * @domain: the domain
 * @cacheSize: the size in bytes, which the hypervisor may round
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 1.0.3
 */
int virDomainMigrateSetCompressionCache(virDomainPtr domain,
                                        unsigned long long cacheSize,
                                        unsigned int flags);

/**
 * Says for how long a guest may stand still at the end of a migration.
 *
 * @domain: the domain
 * @downtime: the time in milliseconds
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virDomainMigrateSetMaxDowntime(virDomainPtr domain,
                                   unsigned long long downtime,
                                   unsigned int flags);

/**
 * Changes the most that a migration of a domain sends a second.
 *
 * @domain: the domain
 * @bandwidth: the speed in MiB a second
 * @flags: bitwise-OR of virDomainMigrateMaxSpeedFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.0
 */
int virDomainMigrateSetMaxSpeed(virDomainPtr domain, unsigned long bandwidth, unsigned int flags);

/**
 * Lets a guest run on the destination at once, in a migration that was started with VIR_MIGRATE_POSTCOPY; the rest
 * of its memory follows.
 *
 * @domain: the domain, on the source
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 1.3.3
 */
int virDomainMigrateStartPostCopy(virDomainPtr domain,
                                  unsigned int flags);

/**
 * Lets the source migrate a running domain by itself.
 *
 * @domain: the domain
 * @duri: the URI of the destination's daemon with VIR_MIGRATE_PEER2PEER, of its hypervisor without
 * @flags: bitwise-OR of virDomainMigrateFlags
 * @dname: (optional) its name on the destination; NULL for the same
 * @bandwidth: (optional) the most that is sent a second, in MiB; 0 for the hypervisor's choice
 *
 * Returns 0 when the domain has arrived, or -1.
 *
 * Since: 0.7.2
 */
int virDomainMigrateToURI(virDomainPtr domain,
                          const char *duri,
                          unsigned long flags,
                          const char *dname,
                          unsigned long bandwidth);

/**
 * Lets the source migrate a running domain by itself, with another definition if wanted.
 *
 * @domain: the domain
 * @dconnuri: (optional) the URI of the destination's daemon, needed with VIR_MIGRATE_PEER2PEER
 * @miguri: (optional) where the hypervisors meet
 * @dxml: (optional) its definition on the destination, in which only what the guest does not see may differ
 * @flags: bitwise-OR of virDomainMigrateFlags
 * @dname: (optional) its name on the destination; NULL for the same
 * @bandwidth: (optional) the most that is sent a second, in MiB; 0 for the hypervisor's choice
 *
 * Returns 0 when the domain has arrived, or -1.
 *
 * Since: 0.9.2
 */
int virDomainMigrateToURI2(virDomainPtr domain,
                           const char *dconnuri,
                           const char *miguri,
                           const char *dxml,
                           unsigned long flags,
                           const char *dname,
                           unsigned long bandwidth);

/**
 * Lets the source migrate a running domain by itself, as parameters say.
 *
 * @domain: the domain
 * @dconnuri: (optional) the URI of the destination's daemon, needed with VIR_MIGRATE_PEER2PEER
 * @params: (optional) the parameters: VIR_MIGRATE_PARAM_URI and others
 * @nparams: (optional) their number
 * @flags: bitwise-OR of virDomainMigrateFlags
 *
 * Returns 0 when the domain has arrived, or -1.
 *
 * Since: 1.1.0
 */
int virDomainMigrateToURI3(virDomainPtr domain,
                           const char *dconnuri,
                           virTypedParameterPtr params,
                           unsigned int nparams,
                           unsigned int flags);

/**
 * Writes the memory of a running guest to a file on the host of the hypervisor, for a debugger.
 *
 * @domain: the domain
 * @to: the path of the file
 * @flags: bitwise-OR of virDomainCoreDumpFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.1.9
 */
int virDomainCoreDump(virDomainPtr domain, const char *to, unsigned int flags);

/**
 * Writes the memory of a running guest to a file on the host of the hypervisor, in a format of choice.
 *
 * @domain: the domain
 * @to: the path of the file
 * @dumpformat: the format: a virDomainCoreDumpFormat
 * @flags: bitwise-OR of virDomainCoreDumpFlags
 *
 * Returns 0, or -1.
 *
 * Since: 1.2.3
 */
int virDomainCoreDumpWithFormat(virDomainPtr domain,
                                const char *to,
                                unsigned int dumpformat,
                                unsigned int flags);

/**
 * Tells whether virDomainManagedSave() has left a saved state of a domain.
 *
 * @dom: the domain
 * @flags: must be 0
 *
 * Returns 1 when there is one, 0 when not, or -1.
 *
 * Since: 0.8.0
 */
int virDomainHasManagedSaveImage(virDomainPtr dom, unsigned int flags);

/**
 * Suspends a domain to disk, in a file of libvirt's own choice. The next start goes on from there.
 *
 * @dom: the domain
 * @flags: bitwise-OR of virDomainSaveRestoreFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virDomainManagedSave(virDomainPtr dom, unsigned int flags);

/**
 * Changes the definition in the saved state that virDomainManagedSave() has left.
 *
 * @domain: the domain
 * @dxml: the new definition, in which only what the guest does not see may differ; NULL for no change
 * @flags: whether it goes on running or paused: VIR_DOMAIN_SAVE_RUNNING, VIR_DOMAIN_SAVE_PAUSED, or 0 to leave that
 *
 * Returns 0, or -1.
 *
 * Since: 3.7.0
 */
int virDomainManagedSaveDefineXML(virDomainPtr domain,
                                  const char *dxml,
                                  unsigned int flags);

/**
 * Gives the definition in the saved state that virDomainManagedSave() has left.
 *
 * @domain: the domain
 * @flags: bitwise-OR of virDomainSaveImageXMLFlags
 *
 * Returns a new document that the caller frees, or NULL.
 *
 * Since: 3.7.0
 */
char *virDomainManagedSaveGetXMLDesc(virDomainPtr domain, unsigned int flags);

/**
 * Throws away the saved state that virDomainManagedSave() has left, so that the next start boots.
 *
 * @dom: the domain
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.0
 */
int virDomainManagedSaveRemove(virDomainPtr dom, unsigned int flags);

/**
 * Starts a domain from a file that virDomainSave() wrote.
 *
 * @conn: the connection
 * @from: the path of the file
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.3
 */
int virDomainRestore(virConnectPtr conn, const char *from);

/**
 * Starts a domain from a file that virDomainSave() wrote, with another definition or state if wanted.
 *
 * @conn: the connection
 * @from: the path of the file
 * @dxml: (optional) the definition to use, in which only what the guest does not see may differ; NULL for the saved
 *        one
 * @flags: bitwise-OR of virDomainSaveRestoreFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.4
 */
int virDomainRestoreFlags(virConnectPtr conn,
                          const char *from,
                          const char *dxml,
                          unsigned int flags);

/**
 * Starts a domain from saved state, as parameters say.
 *
 * @conn: the connection
 * @params: the parameters, VIR_DOMAIN_SAVE_PARAM_FILE among them, which is the path of the file
 * @nparams: the number of parameters
 * @flags: bitwise-OR of virDomainSaveRestoreFlags
 *
 * Returns 0, or -1.
 *
 * Since: 8.4.0
 */
int virDomainRestoreParams(virConnectPtr conn,
                           virTypedParameterPtr params,
                           int nparams,
                           unsigned int flags);

/**
 * Suspends a domain to a file on the host of the hypervisor. It no longer runs afterwards; virDomainRestore()
 * starts it again from there.
 *
 * @domain: the domain
 * @to: the path of the file
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.3
 */
int virDomainSave(virDomainPtr domain,
                  const char *to);

/**
 * Suspends a domain to a file on the host of the hypervisor, with another definition or state if wanted.
 *
 * @domain: the domain
 * @to: the path of the file
 * @dxml: (optional) the definition to save, in which only what the guest does not see may differ; NULL for the
 *        current one
 * @flags: bitwise-OR of virDomainSaveRestoreFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.4
 */
int virDomainSaveFlags(virDomainPtr domain,
                       const char *to,
                       const char *dxml,
                       unsigned int flags);

/**
 * Changes the definition in a file that virDomainSave() wrote.
 *
 * @conn: the connection
 * @file: the path of the file
 * @dxml: the new definition, in which only what the guest does not see may differ
 * @flags: whether it goes on running or paused: VIR_DOMAIN_SAVE_RUNNING, VIR_DOMAIN_SAVE_PAUSED, or 0 to leave that
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.4
 */
int virDomainSaveImageDefineXML(virConnectPtr conn,
                                const char *file,
                                const char *dxml,
                                unsigned int flags);

/**
 * Gives the definition in a file that virDomainSave() wrote.
 *
 * @conn: the connection
 * @file: the path of the file
 * @flags: bitwise-OR of virDomainSaveImageXMLFlags
 *
 * Returns a new document that the caller frees, or NULL.
 *
 * Since: 0.9.4
 */
char *virDomainSaveImageGetXMLDesc(virConnectPtr conn, const char *file, unsigned int flags);

/**
 * Suspends a domain to disk, as parameters say. Without VIR_DOMAIN_SAVE_PARAM_FILE among them, it does what
 * virDomainManagedSave() does.
 *
 * @domain: the domain
 * @params: the parameters: VIR_DOMAIN_SAVE_PARAM_FILE, the path of the file, and others
 * @nparams: the number of parameters
 * @flags: bitwise-OR of virDomainSaveRestoreFlags
 *
 * Returns 0, or -1.
 *
 * Since: 8.4.0
 */
int virDomainSaveParams(virDomainPtr domain,
                        virTypedParameterPtr params,
                        int nparams,
                        unsigned int flags);

/**
 * Gives what a confidential guest was measured at when it was launched, and how.
 *
 * @domain: the domain
 * @params: (out) where to store a new array of parameters, which the caller frees with virTypedParamsFree()
 * @nparams: (out) their number
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 4.5.0
 */
int virDomainGetLaunchSecurityInfo(virDomainPtr domain,
                                   virTypedParameterPtr *params,
                                   int *nparams,
                                   unsigned int flags);

/**
 * Gives the security label that a running domain has.
 *
 * @domain: the domain
 * @seclabel: (out) the label, and whether it is enforced
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.1
 */
int virDomainGetSecurityLabel(virDomainPtr domain, virSecurityLabelPtr seclabel);

/**
 * Gives the security labels that a running domain has, one of each security driver.
 *
 * @domain: the domain
 * @seclabels: (out) where to store a new array of labels, which the caller frees
 *
 * Returns the number of labels, or -1.
 *
 * Since: 0.10.0
 */
int virDomainGetSecurityLabelList(virDomainPtr domain, virSecurityLabelPtr *seclabels);

/**
 * Hands a secret, or other state for its launch, to a confidential guest that waits for it.
 *
 * @domain: the domain
 * @params: the parameters
 * @nparams: their number
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 8.0.0
 */
int virDomainSetLaunchSecurityState(virDomainPtr domain,
                                    virTypedParameterPtr params,
                                    int nparams,
                                    unsigned int flags);

/**
 * Gives statistics of all domains, or of those that @flags select, in one go.
 *
 * @conn: the connection
 * @stats: what to report: bitwise-OR of virDomainStatsTypes, or 0 for everything
 * @retStats: (out) where to store a new array of records, ended by NULL, which the caller frees with
 *            virDomainStatsRecordListFree()
 * @flags: bitwise-OR of virConnectGetAllDomainStatsFlags
 *
 * Returns the number of records, or -1. Groups that a driver does not know are left out, unless
 * VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS makes that an error.
 *
 * Since: 1.2.8
 */
int virConnectGetAllDomainStats(virConnectPtr conn,
                                unsigned int stats,
                                virDomainStatsRecordPtr **retStats,
                                unsigned int flags);

/**
 * Gives statistics of the processors' time that a domain has used, by host CPU or in total.
 *
 * @domain: the domain
 * @params: (out, optional) room for @nparams times @ncpus parameters, those of each CPU @nparams apart
 * @nparams: the room for each CPU
 * @start_cpu: the first CPU, or -1 for the total
 * @ncpus: how many CPUs; 1 for the total
 * @flags: bitwise-OR of virTypedParameterFlags
 *
 * Returns how many parameters each CPU has; with @params NULL and @ncpus 0, how many CPUs there are; or -1.
 *
 * Since: 0.9.10
 */
int virDomainGetCPUStats(virDomainPtr domain,
                         virTypedParameterPtr params,
                         unsigned int nparams,
                         int start_cpu,
                         unsigned int ncpus,
                         unsigned int flags);

/**
 * Tells whether the hypervisor can be talked to about a domain.
 *
 * @domain: the domain
 * @info: (out) the state of the channel, a reason, and for how many milliseconds it has been so
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.3
 */
int virDomainGetControlInfo(virDomainPtr domain, virDomainControlInfoPtr info, unsigned int flags);

/**
 * Gives the essentials of a domain: its state, its memory in KiB, its processors and the time they have run, in
 * nanoseconds.
 *
 * @domain: the domain
 * @info: (out) the essentials
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.3
 */
int virDomainGetInfo(virDomainPtr domain,
                     virDomainInfoPtr info);

/**
 * Gives what a user should know of a domain: use of deprecated features, and that it is tainted.
 *
 * @domain: the domain
 * @msgs: (out) where to store a new array of messages, which the caller frees together with each message
 * @flags: which messages: bitwise-OR of virDomainMessageType, or 0 for all
 *
 * Returns the number of messages, or -1.
 *
 * Since: 7.1.0
 */
int virDomainGetMessages(virDomainPtr domain,
                         char ***msgs,
                         unsigned int flags);

/**
 * Gives the state of a domain and the reason for it.
 *
 * @domain: the domain
 * @state: (out) the state: a virDomainState
 * @reason: (out, optional) the reason: a number of the enum that belongs to the state
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.2
 */
int virDomainGetState(virDomainPtr domain, int *state, int *reason, unsigned int flags);

/**
 * Gives the counters of an interface of a running domain; -1 for what the hypervisor does not count.
 *
 * @dom: the domain
 * @device: the interface: its target's name, or its hardware address
 * @stats: (out) the counters
 * @size: the size of the record that the caller was compiled with
 *
 * Returns 0, or -1.
 *
 * Since: 0.3.2
 */
int virDomainInterfaceStats(virDomainPtr dom,
                            const char *device,
                            virDomainInterfaceStatsPtr stats,
                            size_t size);

/**
 * Gives statistics of the given domains in one go.
 *
 * @doms: the domains, all of one connection, ended by NULL
 * @stats: what to report: bitwise-OR of virDomainStatsTypes, or 0 for everything
 * @retStats: (out) where to store a new array of records, ended by NULL, which the caller frees with
 *            virDomainStatsRecordListFree()
 * @flags: bitwise-OR of virConnectGetAllDomainStatsFlags
 *
 * Returns the number of records, or -1. A domain that is gone has no record.
 *
 * Since: 1.2.8
 */
int virDomainListGetStats(virDomainPtr *doms,
                          unsigned int stats,
                          virDomainStatsRecordPtr **retStats,
                          unsigned int flags);

/**
 * Reads the memory of a running guest.
 *
 * @dom: the domain
 * @start: the address to start at
 * @size: how many bytes; 0 only tries whether the call is possible
 * @buffer: (out) room for @size bytes
 * @flags: what the address is: one of virDomainMemoryFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.4.3
 */
int virDomainMemoryPeek(virDomainPtr dom,
                        unsigned long long start,
                        size_t size,
                        void *buffer,
                        unsigned int flags);

/**
 * Gives memory statistics of a running guest, as far as its balloon driver tells them.
 *
 * @dom: the domain
 * @stats: (out) room for the statistics
 * @nr_stats: how many fit in there
 * @flags: must be 0
 *
 * Returns how many were stored, each with its virDomainMemoryStatTags, or -1.
 *
 * Since: 0.7.5
 */
int virDomainMemoryStats(virDomainPtr dom,
                         virDomainMemoryStatPtr stats,
                         unsigned int nr_stats,
                         unsigned int flags);

/**
 * Starts to measure how fast a guest changes its memory. virConnectGetAllDomainStats() gives the result.
 *
 * @domain: the domain
 * @seconds: for how long to measure
 * @flags: bitwise-OR of virDomainDirtyRateCalcFlags
 *
 * Returns 0 when the measurement has begun, or -1.
 *
 * Since: 7.2.0
 */
int virDomainStartDirtyRateCalc(virDomainPtr domain,
                                int seconds,
                                unsigned int flags);

/**
 * Frees an array of records that virConnectGetAllDomainStats() or virDomainListGetStats() made, with the records
 * and the domain handles in them.
 *
 * @stats: the array, or NULL
 *
 * Since: 1.2.8
 */
void virDomainStatsRecordListFree(virDomainStatsRecordPtr *stats);

/**
 * Gives the limits of a domain's block I/O.
 *
 * @domain: the domain
 * @params: (out, optional) room for the parameters; NULL with @nparams 0
 * @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.0
 */
int virDomainGetBlkioParameters(virDomainPtr domain,
                                virTypedParameterPtr params,
                                int *nparams,
                                unsigned int flags);

/**
 * Gives the limits of an interface's bandwidth.
 *
 * @dom: the domain
 * @device: the interface: its target's name, or its hardware address
 * @params: (out, optional) room for the parameters; NULL with @nparams 0
 * @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.9
 */
int virDomainGetInterfaceParameters(virDomainPtr dom,
                                    const char *device,
                                    virTypedParameterPtr params,
                                    int *nparams,
                                    unsigned int flags);

/**
 * Gives the most memory that a domain may have, in KiB.
 *
 * @domain: the domain
 *
 * Returns the memory in KiB, or 0.
 *
 * Since: 0.0.3
 */
unsigned long virDomainGetMaxMemory(virDomainPtr domain);

/**
 * Gives the limits of a domain's memory on the host.
 *
 * @domain: the domain
 * @params: (out, optional) room for the parameters; NULL with @nparams 0
 * @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.5
 */
int virDomainGetMemoryParameters(virDomainPtr domain,
                                 virTypedParameterPtr params,
                                 int *nparams,
                                 unsigned int flags);

/**
 * Gives the NUMA nodes of the host that a domain's memory comes from.
 *
 * @domain: the domain
 * @params: (out, optional) room for the parameters; NULL with @nparams 0
 * @nparams: (inout) the room, and then how many were stored; 0 becomes how many there are
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.9
 */
int virDomainGetNumaParameters(virDomainPtr domain,
                               virTypedParameterPtr params,
                               int *nparams,
                               unsigned int flags);

/**
 * Tells which performance events of a domain are counted.
 *
 * @domain: the domain
 * @params: (out) where to store a new array of parameters, which the caller frees with virTypedParamsFree()
 * @nparams: (out) their number
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns 0, or -1.
 *
 * Since: 1.3.3
 */
int virDomainGetPerfEvents(virDomainPtr domain,
                           virTypedParameterPtr *params,
                           int *nparams,
                           unsigned int flags);

/**
 * Gives the parameters of a domain's scheduler.
 *
 * @domain: the domain
 * @params: (out) room for the parameters
 * @nparams: (inout) the room, and then how many were stored; virDomainGetSchedulerType() tells how many there are
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.3
 */
int virDomainGetSchedulerParameters(virDomainPtr domain,
                                    virTypedParameterPtr params,
                                    int *nparams);

/**
 * Gives the parameters of a domain's scheduler.
 *
 * @domain: the domain
 * @params: (out) room for the parameters
 * @nparams: (inout) the room, and then how many were stored; virDomainGetSchedulerType() tells how many there are
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.2
 */
int virDomainGetSchedulerParametersFlags(virDomainPtr domain,
                                         virTypedParameterPtr params,
                                         int *nparams,
                                         unsigned int flags);

/**
 * Gives the name of a domain's scheduler.
 *
 * @domain: the domain
 * @nparams: (out, optional) how many parameters it has
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.2.3
 */
char *virDomainGetSchedulerType(virDomainPtr domain, int *nparams);

/**
 * Changes the limits of a domain's block I/O.
 *
 * @domain: the domain
 * @params: the parameters to change
 * @nparams: their number
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.0
 */
int virDomainSetBlkioParameters(virDomainPtr domain,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

/**
 * Changes the limits of an interface's bandwidth.
 *
 * @dom: the domain
 * @device: the interface: its target's name, or its hardware address
 * @params: the parameters to change
 * @nparams: their number
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.9
 */
int virDomainSetInterfaceParameters(virDomainPtr dom,
                                    const char *device,
                                    virTypedParameterPtr params,
                                    int nparams,
                                    unsigned int flags);

/**
 * Changes the most memory that a domain may have.
 *
 * @domain: the domain
 * @memory: the memory in KiB
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.3
 */
int virDomainSetMaxMemory(virDomainPtr domain, unsigned long memory);

/**
 * Changes the memory that a running domain has.
 *
 * @domain: the domain
 * @memory: the memory in KiB
 *
 * Returns 0, or -1. The guest's balloon driver may take its time.
 *
 * Since: 0.1.1
 */
int virDomainSetMemory(virDomainPtr domain, unsigned long memory);

/**
 * Changes the memory that a domain has, or with VIR_DOMAIN_MEM_MAXIMUM the most that it may have.
 *
 * @domain: the domain
 * @memory: the memory in KiB
 * @flags: bitwise-OR of virDomainMemoryModFlags
 *
 * Returns 0, or -1. The guest's balloon driver may take its time.
 *
 * Since: 0.9.0
 */
int virDomainSetMemoryFlags(virDomainPtr domain, unsigned long memory, unsigned int flags);

/**
 * Changes the limits of a domain's memory on the host.
 *
 * @domain: the domain
 * @params: the parameters to change, in KiB; VIR_DOMAIN_MEMORY_PARAM_UNLIMITED lifts a limit
 * @nparams: their number
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.5
 */
int virDomainSetMemoryParameters(virDomainPtr domain,
                                 virTypedParameterPtr params,
                                 int nparams,
                                 unsigned int flags);

/**
 * Says how often the balloon driver of a guest collects its memory statistics.
 *
 * @domain: the domain
 * @period: the time between two collections in seconds; 0 for none
 * @flags: bitwise-OR of virDomainMemoryModFlags
 *
 * Returns 0, or -1.
 *
 * Since: 1.1.1
 */
int virDomainSetMemoryStatsPeriod(virDomainPtr domain, int period, unsigned int flags);

/**
 * Changes the NUMA nodes of the host that a domain's memory comes from.
 *
 * @domain: the domain
 * @params: the parameters to change
 * @nparams: their number
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.9
 */
int virDomainSetNumaParameters(virDomainPtr domain,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * Says which performance events of a domain are counted.
 *
 * @domain: the domain
 * @params: the events to change, each with whether it is counted
 * @nparams: their number
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 1.3.3
 */
int virDomainSetPerfEvents(virDomainPtr domain,
                           virTypedParameterPtr params,
                           int nparams,
                           unsigned int flags);

/**
 * Changes the parameters of a domain's scheduler.
 *
 * @domain: the domain
 * @params: the parameters to change
 * @nparams: their number
 *
 * Returns 0, or -1.
 *
 * Since: 0.2.3
 */
int virDomainSetSchedulerParameters(virDomainPtr domain, virTypedParameterPtr params, int nparams);

/**
 * Changes the parameters of a domain's scheduler.
 *
 * @domain: the domain
 * @params: the parameters to change
 * @nparams: their number
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.2
 */
int virDomainSetSchedulerParametersFlags(virDomainPtr domain,
                                         virTypedParameterPtr params,
                                         int nparams,
                                         unsigned int flags);

/**
 * Translates a hypervisor's own configuration into a domain document.
 *
 * @conn: the connection
 * @nativeFormat: the name of the format, `qemu-argv` or `xen-xl` say
 * @nativeConfig: the configuration
 * @flags: must be 0
 *
 * Returns a new document that the caller frees, or NULL.
 *
 * Since: 0.6.4
 */
char *virConnectDomainXMLFromNative(virConnectPtr conn,
                                    const char *nativeFormat,
                                    const char *nativeConfig,
                                    unsigned int flags);

/**
 * Translates a domain document into a hypervisor's own configuration.
 *
 * @conn: the connection
 * @nativeFormat: the name of the format, `qemu-argv` or `xen-xl` say
 * @domainXml: the document
 * @flags: must be 0
 *
 * Returns a new configuration that the caller frees, or NULL.
 *
 * Since: 0.6.4
 */
char *virConnectDomainXMLToNative(virConnectPtr conn,
                                  const char *nativeFormat,
                                  const char *domainXml,
                                  unsigned int flags);

/**
 * Describes what domains of some kind can have: devices, processors, firmware, features. What is left out is
 * chosen by the driver, and the answer says what it chose.
 *
 * @conn: the connection
 * @emulatorbin: the path of the emulator, or NULL
 * @arch: the architecture of the guest, or NULL
 * @machine: the machine type, or NULL
 * @virttype: the kind of virtualization, `kvm` say, or NULL
 * @flags: bitwise-OR of virConnectGetDomainCapabilitiesFlags
 *
 * Returns a new document that the caller frees, or NULL.
 *
 * Since: 1.2.7
 */
char *virConnectGetDomainCapabilities(virConnectPtr conn,
                                      const char *emulatorbin,
                                      const char *arch,
                                      const char *machine,
                                      const char *virttype,
                                      unsigned int flags);

/**
 * Gives the title, the description, or an element of the metadata of a domain.
 *
 * @domain: the domain
 * @type: what is wanted: a virDomainMetadataType
 * @uri: the namespace of the element; NULL for title and description
 * @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
 *
 * Returns a new string that the caller frees, or NULL (VIR_ERR_NO_DOMAIN_METADATA when there is none).
 *
 * Since: 0.9.10
 */
char *virDomainGetMetadata(virDomainPtr domain,
                           int type,
                           const char *uri,
                           unsigned int flags);

/**
 * Describes a domain. Secrets are left out unless VIR_DOMAIN_XML_SECURE asks for them, which a read-only
 * connection may not; VIR_DOMAIN_XML_INACTIVE asks for the definition that the next start will use.
 *
 * @domain: the domain
 * @flags: bitwise-OR of virDomainXMLFlags
 *
 * Returns a new document that the caller frees, or NULL.
 *
 * Since: 0.0.3
 */
char *virDomainGetXMLDesc(virDomainPtr domain,
                          unsigned int flags);

/**
 * Sets or removes the title, the description, or an element of the metadata of a domain.
 *
 * @domain: the domain
 * @type: what is set: a virDomainMetadataType
 * @metadata: the new text or element; NULL removes what is there
 * @key: the prefix for the namespace of the element; NULL for title and description
 * @uri: the namespace of the element; NULL for title and description
 * @flags: bitwise-OR of virDomainModificationImpact
 *
 * Returns 0, or -1. A title is one line.
 *
 * Since: 0.9.10
 */
int virDomainSetMetadata(virDomainPtr domain,
                         int type,
                         const char *metadata,
                         const char *key,
                         const char *uri,
                         unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_DOMAIN_H */
