//! Names of typed parameters: tuning, jobs, migration, saving, performance events.

use std::ffi::CStr;

/// Unsigned int: how long to wait before the second announcement, in milliseconds. Since: 12.5.0
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL: &CStr = c"initial";

/// Unsigned int: the longest wait between announcements, in milliseconds. Since: 12.5.0
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX: &CStr = c"max";

/// Unsigned int: how many announcements are sent. Since: 12.5.0
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS: &CStr = c"rounds";

/// Unsigned int: how much longer each wait is than the one before, in milliseconds. Since: 12.5.0
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP: &CStr = c"step";

/// Unsigned int: average rate towards the guest, in KiB a second. Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_IN_AVERAGE: &CStr = c"inbound.average";

/// Unsigned int: how much may be received at the peak rate, in KiB. Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_IN_BURST: &CStr = c"inbound.burst";

/// Unsigned int: the rate that is always granted, in KiB a second. Since: 1.2.19
pub const VIR_DOMAIN_BANDWIDTH_IN_FLOOR: &CStr = c"inbound.floor";

/// Unsigned int: highest rate towards the guest, in KiB a second. Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_IN_PEAK: &CStr = c"inbound.peak";

/// Unsigned int: average rate from the guest, in KiB a second. Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE: &CStr = c"outbound.average";

/// Unsigned int: how much may be sent at the peak rate, in KiB. Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_OUT_BURST: &CStr = c"outbound.burst";

/// Unsigned int: highest rate from the guest, in KiB a second. Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_OUT_PEAK: &CStr = c"outbound.peak";

/// String: limits on reading, as pairs of a device's path and bytes a second, separated by commas. Since:
/// 1.2.2
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_BPS: &CStr = c"device_read_bytes_sec";

/// String: limits on reading, as pairs of a device's path and requests a second, separated by commas.
/// Since: 1.2.2
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS: &CStr = c"device_read_iops_sec";

/// String: weights, as pairs of a device's path and a weight, separated by commas. Since: 0.9.8
pub const VIR_DOMAIN_BLKIO_DEVICE_WEIGHT: &CStr = c"device_weight";

/// String: limits on writing, as pairs of a device's path and bytes a second, separated by commas. Since:
/// 1.2.2
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS: &CStr = c"device_write_bytes_sec";

/// String: limits on writing, as pairs of a device's path and requests a second, separated by commas.
/// Since: 1.2.2
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS: &CStr = c"device_write_iops_sec";

/// Unsigned int: the domain's weight among others. Since: 0.9.0
pub const VIR_DOMAIN_BLKIO_WEIGHT: &CStr = c"weight";

/// Unsigned 64 bit: the highest rate, in bytes a second. Since: 1.2.8
pub const VIR_DOMAIN_BLOCK_COPY_BANDWIDTH: &CStr = c"bandwidth";

/// Unsigned 64 bit: how much may be under way at once, in bytes. Since: 1.2.8
pub const VIR_DOMAIN_BLOCK_COPY_BUF_SIZE: &CStr = c"buf-size";

/// Unsigned int: the unit that is copied, in bytes, a power of two. Since: 1.2.8
pub const VIR_DOMAIN_BLOCK_COPY_GRANULARITY: &CStr = c"granularity";

/// String: the group of disks that share these limits. Since: 3.0.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME: &CStr = c"group_name";

/// Unsigned 64 bit: bytes read a second. Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC: &CStr = c"read_bytes_sec";

/// Unsigned 64 bit: bytes read a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX: &CStr = c"read_bytes_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH: &CStr = c"read_bytes_sec_max_length";

/// Unsigned 64 bit: read requests a second. Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC: &CStr = c"read_iops_sec";

/// Unsigned 64 bit: read requests a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX: &CStr = c"read_iops_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH: &CStr = c"read_iops_sec_max_length";

/// Unsigned 64 bit: the size at which a request begins to count as several, in bytes. Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC: &CStr = c"size_iops_sec";

/// Unsigned 64 bit: bytes read and written a second. Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC: &CStr = c"total_bytes_sec";

/// Unsigned 64 bit: bytes read and written a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX: &CStr = c"total_bytes_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH: &CStr = c"total_bytes_sec_max_length";

/// Unsigned 64 bit: requests a second. Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC: &CStr = c"total_iops_sec";

/// Unsigned 64 bit: requests a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX: &CStr = c"total_iops_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH: &CStr = c"total_iops_sec_max_length";

/// Unsigned 64 bit: bytes written a second. Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC: &CStr = c"write_bytes_sec";

/// Unsigned 64 bit: bytes written a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX: &CStr = c"write_bytes_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH: &CStr = c"write_bytes_sec_max_length";

/// Unsigned 64 bit: write requests a second. Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC: &CStr = c"write_iops_sec";

/// Unsigned 64 bit: write requests a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX: &CStr = c"write_iops_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH: &CStr = c"write_iops_sec_max_length";

/// Signed 64 bit: requests that failed; in Xen, those that had to wait. Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_ERRS: &CStr = c"errs";

/// Signed 64 bit: flush requests. Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ: &CStr = c"flush_operations";

/// Signed 64 bit: time spent flushing, in nanoseconds. Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES: &CStr = c"flush_total_times";

/// Signed 64 bit: bytes read. Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_READ_BYTES: &CStr = c"rd_bytes";

/// Signed 64 bit: read requests. Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_READ_REQ: &CStr = c"rd_operations";

/// Signed 64 bit: time spent reading, in nanoseconds. Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES: &CStr = c"rd_total_times";

/// Signed 64 bit: bytes written. Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES: &CStr = c"wr_bytes";

/// Signed 64 bit: write requests. Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_REQ: &CStr = c"wr_operations";

/// Signed 64 bit: time spent writing, in nanoseconds. Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES: &CStr = c"wr_total_times";

/// Unsigned 64 bit: CPU time of the whole domain, in nanoseconds. Since: 0.9.10
pub const VIR_DOMAIN_CPU_STATS_CPUTIME: &CStr = c"cpu_time";

/// Unsigned 64 bit: time spent in the host's kernel, in nanoseconds. Since: 0.9.11
pub const VIR_DOMAIN_CPU_STATS_SYSTEMTIME: &CStr = c"system_time";

/// Unsigned 64 bit: time spent in the hypervisor's program, in nanoseconds. Since: 0.9.11
pub const VIR_DOMAIN_CPU_STATS_USERTIME: &CStr = c"user_time";

/// Unsigned 64 bit: time spent by virtual CPUs, in nanoseconds. Since: 0.9.13
pub const VIR_DOMAIN_CPU_STATS_VCPUTIME: &CStr = c"vcpu_time";

/// Unsigned int: by which factor polling time grows; 0 lets the hypervisor choose. Since: 4.10.0
pub const VIR_DOMAIN_IOTHREAD_POLL_GROW: &CStr = c"poll_grow";

/// Unsigned 64 bit: the longest polling time, in nanoseconds; 0 turns polling off. Since: 4.10.0
pub const VIR_DOMAIN_IOTHREAD_POLL_MAX_NS: &CStr = c"poll_max_ns";

/// Unsigned int: by which divisor polling time shrinks; 0 ends polling at once. Since: 4.10.0
pub const VIR_DOMAIN_IOTHREAD_POLL_SHRINK: &CStr = c"poll_shrink";

/// Unsigned int: the weight of the last interval in the choice of the polling time. Since: 12.7.0
pub const VIR_DOMAIN_IOTHREAD_POLL_WEIGHT: &CStr = c"poll_weight";

/// Int: how many worker threads there may be. Since: 8.5.0
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX: &CStr = c"thread_pool_max";

/// Int: how many worker threads are kept. Since: 8.5.0
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN: &CStr = c"thread_pool_min";

/// Int: by how much the guest is slowed down, in percent. Since: 2.0.0
pub const VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE: &CStr = c"auto_converge_throttle";

/// Unsigned 64 bit: compressed bytes sent. Since: 1.0.3
pub const VIR_DOMAIN_JOB_COMPRESSION_BYTES: &CStr = c"compression_bytes";

/// Unsigned 64 bit: size of the compression cache, in bytes. Since: 1.0.3
pub const VIR_DOMAIN_JOB_COMPRESSION_CACHE: &CStr = c"compression_cache";

/// Unsigned 64 bit: pages that were not in the cache. Since: 1.0.3
pub const VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES: &CStr = c"compression_cache_misses";

/// Unsigned 64 bit: pages that compression made larger. Since: 1.0.3
pub const VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW: &CStr = c"compression_overflow";

/// Unsigned 64 bit: compressed pages sent. Since: 1.0.3
pub const VIR_DOMAIN_JOB_COMPRESSION_PAGES: &CStr = c"compression_pages";

/// Unsigned 64 bit: bytes sent, of memory and disks. Since: 1.0.3
pub const VIR_DOMAIN_JOB_DATA_PROCESSED: &CStr = c"data_processed";

/// Unsigned 64 bit: bytes that are left, of memory and disks. Since: 1.0.3
pub const VIR_DOMAIN_JOB_DATA_REMAINING: &CStr = c"data_remaining";

/// Unsigned 64 bit: all bytes, of memory and disks. Since: 1.0.3
pub const VIR_DOMAIN_JOB_DATA_TOTAL: &CStr = c"data_total";

/// Unsigned 64 bit: rate of the disks' copy, in bytes a second. Since: 1.2.9
pub const VIR_DOMAIN_JOB_DISK_BPS: &CStr = c"disk_bps";

/// Unsigned 64 bit: bytes of disks sent. Since: 1.0.3
pub const VIR_DOMAIN_JOB_DISK_PROCESSED: &CStr = c"disk_processed";

/// Unsigned 64 bit: bytes of disks that are left. Since: 1.0.3
pub const VIR_DOMAIN_JOB_DISK_REMAINING: &CStr = c"disk_remaining";

/// Unsigned 64 bit: size of the backup's temporary files, in bytes. Since: 6.0.0
pub const VIR_DOMAIN_JOB_DISK_TEMP_TOTAL: &CStr = c"disk_temp_total";

/// Unsigned 64 bit: how much of them is used, in bytes. Since: 6.0.0
pub const VIR_DOMAIN_JOB_DISK_TEMP_USED: &CStr = c"disk_temp_used";

/// Unsigned 64 bit: all bytes of disks. Since: 1.0.3
pub const VIR_DOMAIN_JOB_DISK_TOTAL: &CStr = c"disk_total";

/// Unsigned 64 bit: how long the guest is or will be stopped, in milliseconds. Since: 1.0.3
pub const VIR_DOMAIN_JOB_DOWNTIME: &CStr = c"downtime";

/// Unsigned 64 bit: the same, without the time that the network took. Since: 1.2.15
pub const VIR_DOMAIN_JOB_DOWNTIME_NET: &CStr = c"downtime_net";

/// String: why a job that ended has failed. Since: 6.3.0
pub const VIR_DOMAIN_JOB_ERRMSG: &CStr = c"errmsg";

/// Unsigned 64 bit: rate of the memory's transfer, in bytes a second. Since: 1.2.9
pub const VIR_DOMAIN_JOB_MEMORY_BPS: &CStr = c"memory_bps";

/// Unsigned 64 bit: pages filled with one byte, sent as such. Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_CONSTANT: &CStr = c"memory_constant";

/// Unsigned 64 bit: pages that the guest writes in a second. Since: 1.3.1
pub const VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE: &CStr = c"memory_dirty_rate";

/// Unsigned 64 bit: which pass over memory this is. Since: 1.3.1
pub const VIR_DOMAIN_JOB_MEMORY_ITERATION: &CStr = c"memory_iteration";

/// Unsigned 64 bit: pages sent as they are. Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_NORMAL: &CStr = c"memory_normal";

/// Unsigned 64 bit: bytes of pages sent as they are. Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES: &CStr = c"memory_normal_bytes";

/// Unsigned 64 bit: size of a page, in bytes. Since: 3.9.0
pub const VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE: &CStr = c"memory_page_size";

/// Unsigned 64 bit: pages that the destination asked for. Since: 5.0.0
pub const VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS: &CStr = c"memory_postcopy_requests";

/// Unsigned 64 bit: bytes of memory sent. Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_PROCESSED: &CStr = c"memory_processed";

/// Unsigned 64 bit: bytes of memory that are left. Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_REMAINING: &CStr = c"memory_remaining";

/// Unsigned 64 bit: all bytes of memory. Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_TOTAL: &CStr = c"memory_total";

/// Int: what the job does, a virDomainJobOperation. Since: 3.3.0
pub const VIR_DOMAIN_JOB_OPERATION: &CStr = c"operation";

/// Unsigned 64 bit: how long the preparation took, in milliseconds. Since: 1.2.9
pub const VIR_DOMAIN_JOB_SETUP_TIME: &CStr = c"setup_time";

/// Boolean: whether a job that ended has succeeded. Since: 6.0.0
pub const VIR_DOMAIN_JOB_SUCCESS: &CStr = c"success";

/// Unsigned 64 bit: since the job began, in milliseconds. Since: 1.0.3
pub const VIR_DOMAIN_JOB_TIME_ELAPSED: &CStr = c"time_elapsed";

/// Unsigned 64 bit: the same, without the time that the network took. Since: 1.2.15
pub const VIR_DOMAIN_JOB_TIME_ELAPSED_NET: &CStr = c"time_elapsed_net";

/// Unsigned 64 bit: until the job ends, by estimate, in milliseconds. Since: 1.0.3
pub const VIR_DOMAIN_JOB_TIME_REMAINING: &CStr = c"time_remaining";

/// Unsigned 64 bit: bytes of assigned devices' state sent. Since: 10.6.0
pub const VIR_DOMAIN_JOB_VFIO_DATA_TRANSFERRED: &CStr = c"vfio_data_transferred";

/// Unsigned int: first part of the SEV firmware's version. Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR: &CStr = c"sev-api-major";

/// Unsigned int: second part of the SEV firmware's version. Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR: &CStr = c"sev-api-minor";

/// Unsigned int: build number of the SEV firmware. Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID: &CStr = c"sev-build-id";

/// String: the measurement of the launched guest, in base64. Since: 4.5.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT: &CStr = c"sev-measurement";

/// Unsigned int: the guest's SEV policy. Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY: &CStr = c"sev-policy";

/// String: the secret, encrypted, in base64. Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET: &CStr = c"sev-secret";

/// String: the header of the secret, in base64. Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER: &CStr = c"sev-secret-header";

/// Unsigned 64 bit: the guest's address where the secret goes. Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS: &CStr = c"sev-secret-set-address";

/// Unsigned 64 bit: the guest's SEV-SNP policy. Since: 10.5.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY: &CStr = c"sev-snp-policy";

/// Unsigned 64 bit: the most memory that the guest may use, in KiB. Since: 0.8.5
pub const VIR_DOMAIN_MEMORY_HARD_LIMIT: &CStr = c"hard_limit";

/// Unsigned 64 bit: memory that the guest always has, in KiB. Since: 0.8.5
pub const VIR_DOMAIN_MEMORY_MIN_GUARANTEE: &CStr = c"min_guarantee";

/// Unsigned 64 bit: what the guest is held to when memory is short, in KiB. Since: 0.8.5
pub const VIR_DOMAIN_MEMORY_SOFT_LIMIT: &CStr = c"soft_limit";

/// Unsigned 64 bit: the most memory and swap that the guest may use, in KiB. Since: 0.8.5
pub const VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT: &CStr = c"swap_hard_limit";

/// Int: how memory is taken from the nodes, a virDomainNumatuneMemMode. Since: 0.9.9
pub const VIR_DOMAIN_NUMA_MODE: &CStr = c"numa_mode";

/// String: the nodes that memory is taken from. Since: 0.9.9
pub const VIR_DOMAIN_NUMA_NODESET: &CStr = c"numa_nodeset";

/// String: the document that replaces the one saved with the guest. Since: 8.4.0
pub const VIR_DOMAIN_SAVE_PARAM_DXML: &CStr = c"dxml";

/// String: the file. Since: 8.4.0
pub const VIR_DOMAIN_SAVE_PARAM_FILE: &CStr = c"file";

/// String: the format of the image, one of those below. Since: 11.2.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT: &CStr = c"image_format";

/// An image compressed with bzip2. Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2: &CStr = c"bzip2";

/// An image compressed with gzip. Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP: &CStr = c"gzip";

/// An image compressed with lzop. Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP: &CStr = c"lzop";

/// An image that is not compressed. Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW: &CStr = c"raw";

/// An image in which each page of memory has its own place. Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE: &CStr = c"sparse";

/// An image compressed with xz. Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ: &CStr = c"xz";

/// An image compressed with zstd. Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD: &CStr = c"zstd";

/// Int: how many channels write or read a sparse image. Since: 11.2.0
pub const VIR_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS: &CStr = c"parallel.channels";

/// Unsigned int: the most CPU time, in percent of one CPU (Xen's credit scheduler). Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_CAP: &CStr = c"cap";

/// Unsigned 64 bit: the domain's share of CPU time. Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_CPU_SHARES: &CStr = c"cpu_shares";

/// Unsigned 64 bit: the period of the emulator's quota, in microseconds. Since: 0.10.0
pub const VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD: &CStr = c"emulator_period";

/// Signed 64 bit: what the emulator may use in a period, in microseconds. Since: 0.10.0
pub const VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA: &CStr = c"emulator_quota";

/// Unsigned 64 bit: the period of the whole domain's quota, in microseconds. Since: 1.3.3
pub const VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD: &CStr = c"global_period";

/// Signed 64 bit: what the whole domain may use in a period, in microseconds. Since: 1.3.3
pub const VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA: &CStr = c"global_quota";

/// Unsigned 64 bit: the period of each I/O thread's quota, in microseconds. Since: 2.2.0
pub const VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD: &CStr = c"iothread_period";

/// Signed 64 bit: what each I/O thread may use in a period, in microseconds. Since: 2.2.0
pub const VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA: &CStr = c"iothread_quota";

/// Signed 64 bit: the most CPU time, in MHz (ESX allocation scheduler). Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_LIMIT: &CStr = c"limit";

/// Signed 64 bit: CPU time that is always granted, in MHz (ESX allocation scheduler). Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_RESERVATION: &CStr = c"reservation";

/// Int: the domain's share of CPU time (ESX allocation scheduler). Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_SHARES: &CStr = c"shares";

/// Unsigned 64 bit: the period of each virtual CPU's quota, in microseconds. Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_VCPU_PERIOD: &CStr = c"vcpu_period";

/// Signed 64 bit: what each virtual CPU may use in a period, in microseconds. Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_VCPU_QUOTA: &CStr = c"vcpu_quota";

/// Unsigned int: the domain's weight among others (Xen's credit scheduler). Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_WEIGHT: &CStr = c"weight";

/// Int: by how much more the guest is slowed down each time, in percent. Since: 2.0.0
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT: &CStr = c"auto_converge.increment";

/// Int: by how much the guest is slowed down first, in percent. Since: 2.0.0
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL: &CStr = c"auto_converge.initial";

/// Unsigned 64 bit: the highest rate, in MiB a second. Since: 1.1.0
pub const VIR_MIGRATE_PARAM_BANDWIDTH: &CStr = c"bandwidth";

/// Unsigned 64 bit: the rate reckoned with for the last step, in bytes a second. Since: 11.1.0
pub const VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER: &CStr = c"bandwidth.avail.switchover";

/// Unsigned 64 bit: the highest rate in the post-copy phase, in MiB a second. Since: 5.1.0
pub const VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY: &CStr = c"bandwidth.postcopy";

/// String, may be given several times: a compression method. Since: 1.3.4
pub const VIR_MIGRATE_PARAM_COMPRESSION: &CStr = c"compression";

/// Int: threads that decompress. Since: 1.3.4
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS: &CStr = c"compression.mt.dthreads";

/// Int: how hard to compress, 0 to 9. Since: 1.3.4
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL: &CStr = c"compression.mt.level";

/// Int: threads that compress. Since: 1.3.4
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS: &CStr = c"compression.mt.threads";

/// Unsigned 64 bit: size of the cache for XBZRLE, in bytes. Since: 1.3.4
pub const VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE: &CStr = c"compression.xbzrle.cache";

/// Int: how hard zlib compresses, 0 to 9. Since: 9.4.0
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL: &CStr = c"compression.zlib.level";

/// Int: how hard zstd compresses, 0 to 20. Since: 9.4.0
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL: &CStr = c"compression.zstd.level";

/// String: the domain's name at the destination. Since: 1.1.0
pub const VIR_MIGRATE_PARAM_DEST_NAME: &CStr = c"destination_name";

/// String: the document to use at the destination. Since: 1.1.0
pub const VIR_MIGRATE_PARAM_DEST_XML: &CStr = c"destination_xml";

/// Int: the port that the destination's disk server listens on. Since: 1.3.3
pub const VIR_MIGRATE_PARAM_DISKS_PORT: &CStr = c"disks_port";

/// String: where disks are sent to. Since: 6.8.0
pub const VIR_MIGRATE_PARAM_DISKS_URI: &CStr = c"disks_uri";

/// String: where clients of the guest's display go. Since: 1.1.0
pub const VIR_MIGRATE_PARAM_GRAPHICS_URI: &CStr = c"graphics_uri";

/// String: the address that the destination listens on. Since: 1.1.4
pub const VIR_MIGRATE_PARAM_LISTEN_ADDRESS: &CStr = c"listen_address";

/// String, may be given several times: a disk to copy, by its target. Since: 1.2.17
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS: &CStr = c"migrate_disks";

/// String, may be given several times: a disk whose zeros are looked for and left out. Since: 10.9.0
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES: &CStr = c"migrate_disks_detect_zeroes";

/// String, may be given several times: a disk whose copy is known to read as zeros at first. Since: 12.2.0
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO: &CStr = c"migrate_disks_target_zero";

/// Int: how many connections a parallel migration uses. Since: 5.2.0
pub const VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS: &CStr = c"parallel.connections";

/// String: the document to define at the destination. Since: 1.3.4
pub const VIR_MIGRATE_PARAM_PERSIST_XML: &CStr = c"persistent_xml";

/// String: the host name to look for in the destination's certificate. Since: 6.0.0
pub const VIR_MIGRATE_PARAM_TLS_DESTINATION: &CStr = c"tls.destination";

/// String: where the hypervisor sends the guest to. Since: 1.1.0
pub const VIR_MIGRATE_PARAM_URI: &CStr = c"migrate_uri";

/// Boolean: count alignment faults. Since: 3.2.0
pub const VIR_PERF_PARAM_ALIGNMENT_FAULTS: &CStr = c"alignment_faults";

/// Boolean: count branches. Since: 3.0.0
pub const VIR_PERF_PARAM_BRANCH_INSTRUCTIONS: &CStr = c"branch_instructions";

/// Boolean: count branches predicted wrongly. Since: 3.0.0
pub const VIR_PERF_PARAM_BRANCH_MISSES: &CStr = c"branch_misses";

/// Boolean: count bus cycles. Since: 3.0.0
pub const VIR_PERF_PARAM_BUS_CYCLES: &CStr = c"bus_cycles";

/// Boolean: count cache misses. Since: 2.3.0
pub const VIR_PERF_PARAM_CACHE_MISSES: &CStr = c"cache_misses";

/// Boolean: count cache hits and misses. Since: 2.3.0
pub const VIR_PERF_PARAM_CACHE_REFERENCES: &CStr = c"cache_references";

/// Boolean: count bytes of the L3 cache in use. Since: 1.3.3
pub const VIR_PERF_PARAM_CMT: &CStr = c"cmt";

/// Boolean: count context switches. Since: 3.2.0
pub const VIR_PERF_PARAM_CONTEXT_SWITCHES: &CStr = c"context_switches";

/// Boolean: count CPU time by the CPU's clock, in nanoseconds. Since: 3.2.0
pub const VIR_PERF_PARAM_CPU_CLOCK: &CStr = c"cpu_clock";

/// Boolean: count CPU cycles. Since: 2.3.0
pub const VIR_PERF_PARAM_CPU_CYCLES: &CStr = c"cpu_cycles";

/// Boolean: count moves to another CPU. Since: 3.2.0
pub const VIR_PERF_PARAM_CPU_MIGRATIONS: &CStr = c"cpu_migrations";

/// Boolean: count emulation faults. Since: 3.2.0
pub const VIR_PERF_PARAM_EMULATION_FAULTS: &CStr = c"emulation_faults";

/// Boolean: count instructions. Since: 2.3.0
pub const VIR_PERF_PARAM_INSTRUCTIONS: &CStr = c"instructions";

/// Boolean: count bytes moved through the memory controller of the CPU's own node, a second. Since: 1.3.5
pub const VIR_PERF_PARAM_MBML: &CStr = c"mbml";

/// Boolean: count bytes moved through all memory controllers, a second. Since: 1.3.5
pub const VIR_PERF_PARAM_MBMT: &CStr = c"mbmt";

/// Boolean: count page faults. Since: 3.2.0
pub const VIR_PERF_PARAM_PAGE_FAULTS: &CStr = c"page_faults";

/// Boolean: count page faults that needed the disk. Since: 3.2.0
pub const VIR_PERF_PARAM_PAGE_FAULTS_MAJ: &CStr = c"page_faults_maj";

/// Boolean: count page faults that did not need the disk. Since: 3.2.0
pub const VIR_PERF_PARAM_PAGE_FAULTS_MIN: &CStr = c"page_faults_min";

/// Boolean: count cycles at the reference frequency. Since: 3.0.0
pub const VIR_PERF_PARAM_REF_CPU_CYCLES: &CStr = c"ref_cpu_cycles";

/// Boolean: count cycles in which nothing was retired. Since: 3.0.0
pub const VIR_PERF_PARAM_STALLED_CYCLES_BACKEND: &CStr = c"stalled_cycles_backend";

/// Boolean: count cycles in which the front end had nothing to issue. Since: 3.0.0
pub const VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND: &CStr = c"stalled_cycles_frontend";

/// Boolean: count CPU time by the task's clock, in nanoseconds. Since: 3.2.0
pub const VIR_PERF_PARAM_TASK_CLOCK: &CStr = c"task_clock";
