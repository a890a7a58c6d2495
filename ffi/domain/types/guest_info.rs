//! Names of the fields that the guest agent's answers are reported in.

use std::ffi::CStr;

/// Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_COUNT: &CStr = c"device.count";

/// Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_PREFIX: &CStr = c"device.";

/// Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_DATE: &CStr = c".driverDate";

/// Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_NAME: &CStr = c".driverName";

/// Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_DRIVER_VERSION: &CStr = c".driverVersion";

/// Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_ID_TYPE: &CStr = c".idType";

/// Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_DEVICE: &CStr = c".pciDevice";

/// Since: 12.7.0
pub const VIR_DOMAIN_GUEST_INFO_DEVICE_SUFFIX_PCI_VENDOR: &CStr = c".pciVendor";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_COUNT: &CStr = c"disk.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_PREFIX: &CStr = c"disk.";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS: &CStr = c".alias";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_COUNT: &CStr = c".dependency.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_PREFIX: &CStr = c".dependency.";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_DEPENDENCY_SUFFIX_NAME: &CStr = c".name";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_ALIAS: &CStr = c".guest_alias";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_GUEST_BUS: &CStr = c".guest_bus";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME: &CStr = c".name";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION: &CStr = c".partition";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_SERIAL: &CStr = c".serial";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_COUNT: &CStr = c"fs.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_PREFIX: &CStr = c"fs.";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT: &CStr = c".disk.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX: &CStr = c".disk.";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS: &CStr = c".alias";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_DEVICE: &CStr = c".device";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_SERIAL: &CStr = c".serial";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE: &CStr = c".fstype";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT: &CStr = c".mountpoint";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME: &CStr = c".name";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_TOTAL_BYTES: &CStr = c".total-bytes";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_USED_BYTES: &CStr = c".used-bytes";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME: &CStr = c"hostname";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_COUNT: &CStr = c"if.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_PREFIX: &CStr = c"if.";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT: &CStr = c".addr.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX: &CStr = c".addr.";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR: &CStr = c".addr";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX: &CStr = c".prefix";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE: &CStr = c".type";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR: &CStr = c".hwaddr";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME: &CStr = c".name";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_LOAD_15M: &CStr = c"load.15m";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_LOAD_1M: &CStr = c"load.1m";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_LOAD_5M: &CStr = c"load.5m";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_ID: &CStr = c"os.id";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_KERNEL_RELEASE: &CStr = c"os.kernel-release";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_KERNEL_VERSION: &CStr = c"os.kernel-version";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_MACHINE: &CStr = c"os.machine";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_NAME: &CStr = c"os.name";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_PRETTY_NAME: &CStr = c"os.pretty-name";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_VARIANT: &CStr = c"os.variant";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_VARIANT_ID: &CStr = c"os.variant-id";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_VERSION: &CStr = c"os.version";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_OS_VERSION_ID: &CStr = c"os.version-id";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME: &CStr = c"timezone.name";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET: &CStr = c"timezone.offset";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_USER_COUNT: &CStr = c"user.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_USER_PREFIX: &CStr = c"user.";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN: &CStr = c".domain";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME: &CStr = c".login-time";

/// Since: 11.2.0
pub const VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME: &CStr = c".name";
