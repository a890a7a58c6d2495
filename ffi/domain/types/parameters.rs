//! Names of typed parameters: tuning, jobs, migration, saving, performance events.

use std::ffi::CStr;

/// Since: 12.5.0
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_INITIAL: &CStr = c"initial";

/// Since: 12.5.0
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_MAX: &CStr = c"max";

/// Since: 12.5.0
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_ROUNDS: &CStr = c"rounds";

/// Since: 12.5.0
pub const VIR_DOMAIN_ANNOUNCE_INTERFACE_STEP: &CStr = c"step";

/// Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_IN_AVERAGE: &CStr = c"inbound.average";

/// Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_IN_BURST: &CStr = c"inbound.burst";

/// Since: 1.2.19
pub const VIR_DOMAIN_BANDWIDTH_IN_FLOOR: &CStr = c"inbound.floor";

/// Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_IN_PEAK: &CStr = c"inbound.peak";

/// Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE: &CStr = c"outbound.average";

/// Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_OUT_BURST: &CStr = c"outbound.burst";

/// Since: 0.9.9
pub const VIR_DOMAIN_BANDWIDTH_OUT_PEAK: &CStr = c"outbound.peak";

/// Since: 1.2.2
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_BPS: &CStr = c"device_read_bytes_sec";

/// Since: 1.2.2
pub const VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS: &CStr = c"device_read_iops_sec";

/// Since: 0.9.8
pub const VIR_DOMAIN_BLKIO_DEVICE_WEIGHT: &CStr = c"device_weight";

/// Since: 1.2.2
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS: &CStr = c"device_write_bytes_sec";

/// Since: 1.2.2
pub const VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS: &CStr = c"device_write_iops_sec";

/// Since: 0.9.0
pub const VIR_DOMAIN_BLKIO_WEIGHT: &CStr = c"weight";

/// Since: 1.2.8
pub const VIR_DOMAIN_BLOCK_COPY_BANDWIDTH: &CStr = c"bandwidth";

/// Since: 1.2.8
pub const VIR_DOMAIN_BLOCK_COPY_BUF_SIZE: &CStr = c"buf-size";

/// Since: 1.2.8
pub const VIR_DOMAIN_BLOCK_COPY_GRANULARITY: &CStr = c"granularity";

/// Since: 3.0.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME: &CStr = c"group_name";

/// Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC: &CStr = c"read_bytes_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX: &CStr = c"read_bytes_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH: &CStr = c"read_bytes_sec_max_length";

/// Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC: &CStr = c"read_iops_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX: &CStr = c"read_iops_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH: &CStr = c"read_iops_sec_max_length";

/// Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC: &CStr = c"size_iops_sec";

/// Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC: &CStr = c"total_bytes_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX: &CStr = c"total_bytes_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH: &CStr = c"total_bytes_sec_max_length";

/// Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC: &CStr = c"total_iops_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX: &CStr = c"total_iops_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH: &CStr = c"total_iops_sec_max_length";

/// Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC: &CStr = c"write_bytes_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX: &CStr = c"write_bytes_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH: &CStr = c"write_bytes_sec_max_length";

/// Since: 0.9.8
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC: &CStr = c"write_iops_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX: &CStr = c"write_iops_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH: &CStr = c"write_iops_sec_max_length";

/// Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_ERRS: &CStr = c"errs";

/// Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ: &CStr = c"flush_operations";

/// Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES: &CStr = c"flush_total_times";

/// Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_READ_BYTES: &CStr = c"rd_bytes";

/// Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_READ_REQ: &CStr = c"rd_operations";

/// Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES: &CStr = c"rd_total_times";

/// Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES: &CStr = c"wr_bytes";

/// Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_REQ: &CStr = c"wr_operations";

/// Since: 0.9.5
pub const VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES: &CStr = c"wr_total_times";

/// Since: 0.9.10
pub const VIR_DOMAIN_CPU_STATS_CPUTIME: &CStr = c"cpu_time";

/// Since: 0.9.11
pub const VIR_DOMAIN_CPU_STATS_SYSTEMTIME: &CStr = c"system_time";

/// Since: 0.9.11
pub const VIR_DOMAIN_CPU_STATS_USERTIME: &CStr = c"user_time";

/// Since: 0.9.13
pub const VIR_DOMAIN_CPU_STATS_VCPUTIME: &CStr = c"vcpu_time";

/// Since: 4.10.0
pub const VIR_DOMAIN_IOTHREAD_POLL_GROW: &CStr = c"poll_grow";

/// Since: 4.10.0
pub const VIR_DOMAIN_IOTHREAD_POLL_MAX_NS: &CStr = c"poll_max_ns";

/// Since: 4.10.0
pub const VIR_DOMAIN_IOTHREAD_POLL_SHRINK: &CStr = c"poll_shrink";

/// Since: 12.7.0
pub const VIR_DOMAIN_IOTHREAD_POLL_WEIGHT: &CStr = c"poll_weight";

/// Since: 8.5.0
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX: &CStr = c"thread_pool_max";

/// Since: 8.5.0
pub const VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN: &CStr = c"thread_pool_min";

/// Since: 2.0.0
pub const VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE: &CStr = c"auto_converge_throttle";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_COMPRESSION_BYTES: &CStr = c"compression_bytes";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_COMPRESSION_CACHE: &CStr = c"compression_cache";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES: &CStr = c"compression_cache_misses";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW: &CStr = c"compression_overflow";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_COMPRESSION_PAGES: &CStr = c"compression_pages";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_DATA_PROCESSED: &CStr = c"data_processed";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_DATA_REMAINING: &CStr = c"data_remaining";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_DATA_TOTAL: &CStr = c"data_total";

/// Since: 1.2.9
pub const VIR_DOMAIN_JOB_DISK_BPS: &CStr = c"disk_bps";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_DISK_PROCESSED: &CStr = c"disk_processed";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_DISK_REMAINING: &CStr = c"disk_remaining";

/// Since: 6.0.0
pub const VIR_DOMAIN_JOB_DISK_TEMP_TOTAL: &CStr = c"disk_temp_total";

/// Since: 6.0.0
pub const VIR_DOMAIN_JOB_DISK_TEMP_USED: &CStr = c"disk_temp_used";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_DISK_TOTAL: &CStr = c"disk_total";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_DOWNTIME: &CStr = c"downtime";

/// Since: 1.2.15
pub const VIR_DOMAIN_JOB_DOWNTIME_NET: &CStr = c"downtime_net";

/// Since: 6.3.0
pub const VIR_DOMAIN_JOB_ERRMSG: &CStr = c"errmsg";

/// Since: 1.2.9
pub const VIR_DOMAIN_JOB_MEMORY_BPS: &CStr = c"memory_bps";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_CONSTANT: &CStr = c"memory_constant";

/// Since: 1.3.1
pub const VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE: &CStr = c"memory_dirty_rate";

/// Since: 1.3.1
pub const VIR_DOMAIN_JOB_MEMORY_ITERATION: &CStr = c"memory_iteration";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_NORMAL: &CStr = c"memory_normal";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES: &CStr = c"memory_normal_bytes";

/// Since: 3.9.0
pub const VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE: &CStr = c"memory_page_size";

/// Since: 5.0.0
pub const VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS: &CStr = c"memory_postcopy_requests";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_PROCESSED: &CStr = c"memory_processed";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_REMAINING: &CStr = c"memory_remaining";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_MEMORY_TOTAL: &CStr = c"memory_total";

/// Since: 3.3.0
pub const VIR_DOMAIN_JOB_OPERATION: &CStr = c"operation";

/// Since: 1.2.9
pub const VIR_DOMAIN_JOB_SETUP_TIME: &CStr = c"setup_time";

/// Since: 6.0.0
pub const VIR_DOMAIN_JOB_SUCCESS: &CStr = c"success";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_TIME_ELAPSED: &CStr = c"time_elapsed";

/// Since: 1.2.15
pub const VIR_DOMAIN_JOB_TIME_ELAPSED_NET: &CStr = c"time_elapsed_net";

/// Since: 1.0.3
pub const VIR_DOMAIN_JOB_TIME_REMAINING: &CStr = c"time_remaining";

/// Since: 10.6.0
pub const VIR_DOMAIN_JOB_VFIO_DATA_TRANSFERRED: &CStr = c"vfio_data_transferred";

/// Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MAJOR: &CStr = c"sev-api-major";

/// Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_API_MINOR: &CStr = c"sev-api-minor";

/// Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_BUILD_ID: &CStr = c"sev-build-id";

/// Since: 4.5.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_MEASUREMENT: &CStr = c"sev-measurement";

/// Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_POLICY: &CStr = c"sev-policy";

/// Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET: &CStr = c"sev-secret";

/// Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_HEADER: &CStr = c"sev-secret-header";

/// Since: 8.0.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SECRET_SET_ADDRESS: &CStr = c"sev-secret-set-address";

/// Since: 10.5.0
pub const VIR_DOMAIN_LAUNCH_SECURITY_SEV_SNP_POLICY: &CStr = c"sev-snp-policy";

/// Since: 0.8.5
pub const VIR_DOMAIN_MEMORY_HARD_LIMIT: &CStr = c"hard_limit";

/// Since: 0.8.5
pub const VIR_DOMAIN_MEMORY_MIN_GUARANTEE: &CStr = c"min_guarantee";

/// Since: 0.8.5
pub const VIR_DOMAIN_MEMORY_SOFT_LIMIT: &CStr = c"soft_limit";

/// Since: 0.8.5
pub const VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT: &CStr = c"swap_hard_limit";

/// Since: 0.9.9
pub const VIR_DOMAIN_NUMA_MODE: &CStr = c"numa_mode";

/// Since: 0.9.9
pub const VIR_DOMAIN_NUMA_NODESET: &CStr = c"numa_nodeset";

/// Since: 8.4.0
pub const VIR_DOMAIN_SAVE_PARAM_DXML: &CStr = c"dxml";

/// Since: 8.4.0
pub const VIR_DOMAIN_SAVE_PARAM_FILE: &CStr = c"file";

/// Since: 11.2.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT: &CStr = c"image_format";

/// Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_BZIP2: &CStr = c"bzip2";

/// Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_GZIP: &CStr = c"gzip";

/// Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_LZOP: &CStr = c"lzop";

/// Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_RAW: &CStr = c"raw";

/// Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_SPARSE: &CStr = c"sparse";

/// Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_XZ: &CStr = c"xz";

/// Since: 12.0.0
pub const VIR_DOMAIN_SAVE_PARAM_IMAGE_FORMAT_ZSTD: &CStr = c"zstd";

/// Since: 11.2.0
pub const VIR_DOMAIN_SAVE_PARAM_PARALLEL_CHANNELS: &CStr = c"parallel.channels";

/// Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_CAP: &CStr = c"cap";

/// Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_CPU_SHARES: &CStr = c"cpu_shares";

/// Since: 0.10.0
pub const VIR_DOMAIN_SCHEDULER_EMULATOR_PERIOD: &CStr = c"emulator_period";

/// Since: 0.10.0
pub const VIR_DOMAIN_SCHEDULER_EMULATOR_QUOTA: &CStr = c"emulator_quota";

/// Since: 1.3.3
pub const VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD: &CStr = c"global_period";

/// Since: 1.3.3
pub const VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA: &CStr = c"global_quota";

/// Since: 2.2.0
pub const VIR_DOMAIN_SCHEDULER_IOTHREAD_PERIOD: &CStr = c"iothread_period";

/// Since: 2.2.0
pub const VIR_DOMAIN_SCHEDULER_IOTHREAD_QUOTA: &CStr = c"iothread_quota";

/// Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_LIMIT: &CStr = c"limit";

/// Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_RESERVATION: &CStr = c"reservation";

/// Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_SHARES: &CStr = c"shares";

/// Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_VCPU_PERIOD: &CStr = c"vcpu_period";

/// Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_VCPU_QUOTA: &CStr = c"vcpu_quota";

/// Since: 0.9.7
pub const VIR_DOMAIN_SCHEDULER_WEIGHT: &CStr = c"weight";

/// Since: 2.0.0
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT: &CStr = c"auto_converge.increment";

/// Since: 2.0.0
pub const VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL: &CStr = c"auto_converge.initial";

/// Since: 1.1.0
pub const VIR_MIGRATE_PARAM_BANDWIDTH: &CStr = c"bandwidth";

/// Since: 11.1.0
pub const VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER: &CStr = c"bandwidth.avail.switchover";

/// Since: 5.1.0
pub const VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY: &CStr = c"bandwidth.postcopy";

/// Since: 1.3.4
pub const VIR_MIGRATE_PARAM_COMPRESSION: &CStr = c"compression";

/// Since: 1.3.4
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS: &CStr = c"compression.mt.dthreads";

/// Since: 1.3.4
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL: &CStr = c"compression.mt.level";

/// Since: 1.3.4
pub const VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS: &CStr = c"compression.mt.threads";

/// Since: 1.3.4
pub const VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE: &CStr = c"compression.xbzrle.cache";

/// Since: 9.4.0
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL: &CStr = c"compression.zlib.level";

/// Since: 9.4.0
pub const VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL: &CStr = c"compression.zstd.level";

/// Since: 1.1.0
pub const VIR_MIGRATE_PARAM_DEST_NAME: &CStr = c"destination_name";

/// Since: 1.1.0
pub const VIR_MIGRATE_PARAM_DEST_XML: &CStr = c"destination_xml";

/// Since: 1.3.3
pub const VIR_MIGRATE_PARAM_DISKS_PORT: &CStr = c"disks_port";

/// Since: 6.8.0
pub const VIR_MIGRATE_PARAM_DISKS_URI: &CStr = c"disks_uri";

/// Since: 1.1.0
pub const VIR_MIGRATE_PARAM_GRAPHICS_URI: &CStr = c"graphics_uri";

/// Since: 1.1.4
pub const VIR_MIGRATE_PARAM_LISTEN_ADDRESS: &CStr = c"listen_address";

/// Since: 1.2.17
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS: &CStr = c"migrate_disks";

/// Since: 10.9.0
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES: &CStr = c"migrate_disks_detect_zeroes";

/// Since: 12.2.0
pub const VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO: &CStr = c"migrate_disks_target_zero";

/// Since: 5.2.0
pub const VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS: &CStr = c"parallel.connections";

/// Since: 1.3.4
pub const VIR_MIGRATE_PARAM_PERSIST_XML: &CStr = c"persistent_xml";

/// Since: 6.0.0
pub const VIR_MIGRATE_PARAM_TLS_DESTINATION: &CStr = c"tls.destination";

/// Since: 1.1.0
pub const VIR_MIGRATE_PARAM_URI: &CStr = c"migrate_uri";

/// Since: 3.2.0
pub const VIR_PERF_PARAM_ALIGNMENT_FAULTS: &CStr = c"alignment_faults";

/// Since: 3.0.0
pub const VIR_PERF_PARAM_BRANCH_INSTRUCTIONS: &CStr = c"branch_instructions";

/// Since: 3.0.0
pub const VIR_PERF_PARAM_BRANCH_MISSES: &CStr = c"branch_misses";

/// Since: 3.0.0
pub const VIR_PERF_PARAM_BUS_CYCLES: &CStr = c"bus_cycles";

/// Since: 2.3.0
pub const VIR_PERF_PARAM_CACHE_MISSES: &CStr = c"cache_misses";

/// Since: 2.3.0
pub const VIR_PERF_PARAM_CACHE_REFERENCES: &CStr = c"cache_references";

/// Since: 1.3.3
pub const VIR_PERF_PARAM_CMT: &CStr = c"cmt";

/// Since: 3.2.0
pub const VIR_PERF_PARAM_CONTEXT_SWITCHES: &CStr = c"context_switches";

/// Since: 3.2.0
pub const VIR_PERF_PARAM_CPU_CLOCK: &CStr = c"cpu_clock";

/// Since: 2.3.0
pub const VIR_PERF_PARAM_CPU_CYCLES: &CStr = c"cpu_cycles";

/// Since: 3.2.0
pub const VIR_PERF_PARAM_CPU_MIGRATIONS: &CStr = c"cpu_migrations";

/// Since: 3.2.0
pub const VIR_PERF_PARAM_EMULATION_FAULTS: &CStr = c"emulation_faults";

/// Since: 2.3.0
pub const VIR_PERF_PARAM_INSTRUCTIONS: &CStr = c"instructions";

/// Since: 1.3.5
pub const VIR_PERF_PARAM_MBML: &CStr = c"mbml";

/// Since: 1.3.5
pub const VIR_PERF_PARAM_MBMT: &CStr = c"mbmt";

/// Since: 3.2.0
pub const VIR_PERF_PARAM_PAGE_FAULTS: &CStr = c"page_faults";

/// Since: 3.2.0
pub const VIR_PERF_PARAM_PAGE_FAULTS_MAJ: &CStr = c"page_faults_maj";

/// Since: 3.2.0
pub const VIR_PERF_PARAM_PAGE_FAULTS_MIN: &CStr = c"page_faults_min";

/// Since: 3.0.0
pub const VIR_PERF_PARAM_REF_CPU_CYCLES: &CStr = c"ref_cpu_cycles";

/// Since: 3.0.0
pub const VIR_PERF_PARAM_STALLED_CYCLES_BACKEND: &CStr = c"stalled_cycles_backend";

/// Since: 3.0.0
pub const VIR_PERF_PARAM_STALLED_CYCLES_FRONTEND: &CStr = c"stalled_cycles_frontend";

/// Since: 3.2.0
pub const VIR_PERF_PARAM_TASK_CLOCK: &CStr = c"task_clock";
