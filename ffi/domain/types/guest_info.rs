//! Names of the fields that the guest agent's answers are reported in.

use std::ffi::CStr;

/// Unsigned int: devices with drivers. Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_COUNT: &CStr = c"device.count";

/// Prefix of a device's fields, before its index. Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_PREFIX: &CStr = c"device.";

/// Signed 64 bit: the driver's date, in seconds of the epoch. Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE: &CStr = c".driverDate";

/// String: the driver's name. Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME: &CStr = c".driverName";

/// String: the driver's version. Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION: &CStr = c".driverVersion";

/// String: how the device is identified, such as pci. Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE: &CStr = c".idType";

/// Unsigned int: the number of a PCI device. Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE: &CStr = c".pciDevice";

/// Unsigned int: the vendor of a PCI device. Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR: &CStr = c".pciVendor";

/// Unsigned int: disks that the guest sees. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_COUNT: &CStr = c"disk.count";

/// Prefix of a disk's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_PREFIX: &CStr = c"disk.";

/// String: its target in the domain's document. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS: &CStr = c".alias";

/// Unsigned int: devices that it lies on. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT: &CStr = c".dependency.count";

/// Prefix of such a device's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX: &CStr = c".dependency.";

/// String: the device's name. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME: &CStr = c".name";

/// String: another name in the guest, such as that of a logical volume. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS: &CStr = c".guest_alias";

/// String: the bus that the guest sees it on. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS: &CStr = c".guest_bus";

/// String: its device in the guest. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME: &CStr = c".name";

/// Boolean: whether it is a partition. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION: &CStr = c".partition";

/// String: its serial number. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL: &CStr = c".serial";

/// Unsigned int: mounted file systems. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_COUNT: &CStr = c"fs.count";

/// Prefix of a file system's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_PREFIX: &CStr = c"fs.";

/// Unsigned int: disks that it lies on. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT: &CStr = c".disk.count";

/// Prefix of such a disk's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX: &CStr = c".disk.";

/// String: the disk's target in the domain's document. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS: &CStr = c".alias";

/// String: the disk's device in the guest. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE: &CStr = c".device";

/// String: the disk's serial number. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL: &CStr = c".serial";

/// String: its type. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE: &CStr = c".fstype";

/// String: where it is mounted. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT: &CStr = c".mountpoint";

/// String: its device in the guest. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME: &CStr = c".name";

/// Unsigned 64 bit: its size, in bytes. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES: &CStr = c".total-bytes";

/// Unsigned 64 bit: how much is used, in bytes. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES: &CStr = c".used-bytes";

/// String: the guest's host name. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME: &CStr = c"hostname";

/// Unsigned int: network interfaces. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_COUNT: &CStr = c"if.count";

/// Prefix of an interface's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_PREFIX: &CStr = c"if.";

/// Unsigned int: its addresses. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT: &CStr = c".addr.count";

/// Prefix of an address's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX: &CStr = c".addr.";

/// String: the address. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR: &CStr = c".addr";

/// Unsigned int: the length of its prefix, in bits. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX: &CStr = c".prefix";

/// String: ipv4 or ipv6. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE: &CStr = c".type";

/// String: its hardware address. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR: &CStr = c".hwaddr";

/// String: its name in the guest. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME: &CStr = c".name";

/// Double: load average of 15 minutes. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_LOAD_15M: &CStr = c"load.15m";

/// Double: load average of one minute. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_LOAD_1M: &CStr = c"load.1m";

/// Double: load average of five minutes. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_LOAD_5M: &CStr = c"load.5m";

/// String: which operating system it is, such as debian. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_ID: &CStr = c"os.id";

/// String: the kernel's release. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE: &CStr = c"os.kernel-release";

/// String: the kernel's version. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION: &CStr = c"os.kernel-version";

/// String: the machine's architecture. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_MACHINE: &CStr = c"os.machine";

/// String: its name. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_NAME: &CStr = c"os.name";

/// String: its name for people. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_PRETTY_NAME: &CStr = c"os.pretty-name";

/// String: which edition it is. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_VARIANT: &CStr = c"os.variant";

/// String: which edition it is, for programs. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_VARIANT_ID: &CStr = c"os.variant-id";

/// String: its version. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_VERSION: &CStr = c"os.version";

/// String: its version for programs. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_VERSION_ID: &CStr = c"os.version-id";

/// String: the time zone's name. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME: &CStr = c"timezone.name";

/// Int: its distance from UTC, in seconds, positive in the east. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET: &CStr = c"timezone.offset";

/// Unsigned int: users who are logged in. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_USER_COUNT: &CStr = c"user.count";

/// Prefix of a user's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_USER_PREFIX: &CStr = c"user.";

/// String: the user's domain, in Windows. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN: &CStr = c".domain";

/// Unsigned 64 bit: when the user logged in, in milliseconds of the epoch. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME: &CStr = c".login-time";

/// String: the user's name. Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME: &CStr = c".name";
