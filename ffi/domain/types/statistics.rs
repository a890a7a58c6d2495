//! Names of the fields that bulk statistics report.

use std::ffi::CStr;

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_AVAILABLE: &CStr = c"balloon.available";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_CURRENT: &CStr = c"balloon.current";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_DISK_CACHES: &CStr = c"balloon.disk_caches";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC: &CStr = c"balloon.hugetlb_pgalloc";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL: &CStr = c"balloon.hugetlb_pgfail";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_LAST_UPDATE: &CStr = c"balloon.last-update";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_MAJOR_FAULT: &CStr = c"balloon.major_fault";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_MAXIMUM: &CStr = c"balloon.maximum";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_MINOR_FAULT: &CStr = c"balloon.minor_fault";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_RSS: &CStr = c"balloon.rss";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_SWAP_IN: &CStr = c"balloon.swap_in";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_SWAP_OUT: &CStr = c"balloon.swap_out";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_UNUSED: &CStr = c"balloon.unused";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_USABLE: &CStr = c"balloon.usable";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_COUNT: &CStr = c"block.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_PREFIX: &CStr = c"block.";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION: &CStr = c".allocation";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX: &CStr = c".backingIndex";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY: &CStr = c".capacity";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS: &CStr = c".errors";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS: &CStr = c".fl.reqs";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES: &CStr = c".fl.times";

/// Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX: &CStr = c".latency_histogram.flush.";

/// Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX: &CStr = c".latency_histogram.read.";

/// Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT: &CStr = c"bin.count";

/// Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX: &CStr = c"bin.";

/// Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START: &CStr = c".start";

/// Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE: &CStr = c".value";

/// Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX: &CStr = c".latency_histogram.write.";

/// Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX: &CStr =
    c".latency_histogram.zone_append.";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT: &CStr = c".limits.discard_alignment";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX: &CStr = c".limits.discard_max";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX: &CStr = c".limits.iov_hw_max";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX: &CStr = c".limits.iov_max";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL: &CStr =
    c".limits.memory_alignment_minimal";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL: &CStr =
    c".limits.memory_alignment_optimal";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT: &CStr = c".limits.request_alignment";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX: &CStr = c".limits.transfer_hw_max";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX: &CStr = c".limits.transfer_max";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL: &CStr = c".limits.transfer_optimal";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT: &CStr =
    c".limits.write_zeroes_alignment";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX: &CStr = c".limits.write_zeroes_max";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_NAME: &CStr = c".name";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_PATH: &CStr = c".path";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL: &CStr = c".physical";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES: &CStr = c".rd.bytes";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS: &CStr = c".rd.reqs";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES: &CStr = c".rd.times";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD: &CStr = c".threshold";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT: &CStr = c".timed_group.count";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX: &CStr = c".timed_group.";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG: &CStr = c".flush_latency_avg";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX: &CStr = c".flush_latency_max";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN: &CStr = c".flush_latency_min";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL: &CStr = c".interval";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG: &CStr = c".rd_latency_avg";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX: &CStr = c".rd_latency_max";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN: &CStr = c".rd_latency_min";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG: &CStr = c".rd_queue_depth_avg";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG: &CStr = c".wr_latency_avg";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX: &CStr = c".wr_latency_max";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN: &CStr = c".wr_latency_min";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG: &CStr = c".wr_queue_depth_avg";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG: &CStr =
    c".zone_append_latency_avg";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX: &CStr =
    c".zone_append_latency_max";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN: &CStr =
    c".zone_append_latency_min";

/// Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG: &CStr =
    c".zone_append_queue_depth_avg";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES: &CStr = c".wr.bytes";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS: &CStr = c".wr.reqs";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES: &CStr = c".wr.times";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT: &CStr = c"cpu.cache.monitor.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX: &CStr = c"cpu.cache.monitor.";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT: &CStr = c".bank.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX: &CStr = c".bank.";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES: &CStr = c".bytes";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID: &CStr = c".id";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME: &CStr = c".name";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS: &CStr = c".vcpus";

/// Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT: &CStr = c"cpu.energy.monitor.count";

/// Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX: &CStr = c"cpu.energy.monitor.";

/// Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME: &CStr = c".name";

/// Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT: &CStr = c".pkg.count";

/// Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX: &CStr = c".pkg.";

/// Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID: &CStr = c".id";

/// Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS: &CStr = c".vcpus";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME: &CStr = c"cpu.haltpoll.fail.time";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME: &CStr = c"cpu.haltpoll.success.time";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_SYSTEM: &CStr = c"cpu.system";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_TIME: &CStr = c"cpu.time";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_USER: &CStr = c"cpu.user";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR: &CStr = c".cur";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX: &CStr = c".max";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM: &CStr = c".sum";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_MODE: &CStr = c"dirtyrate.calc_mode";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD: &CStr = c"dirtyrate.calc_period";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME: &CStr = c"dirtyrate.calc_start_time";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_STATUS: &CStr = c"dirtyrate.calc_status";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND: &CStr = c"dirtyrate.megabytes_per_second";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX: &CStr = c"dirtyrate.vcpu.";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND: &CStr = c".megabytes_per_second";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_IOTHREAD_COUNT: &CStr = c"iothread.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_IOTHREAD_PREFIX: &CStr = c"iothread.";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW: &CStr = c".poll-grow";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS: &CStr = c".poll-max-ns";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK: &CStr = c".poll-shrink";

/// Since: 12.7.0
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT: &CStr = c".poll-weight";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT: &CStr = c"memory.bandwidth.monitor.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX: &CStr = c"memory.bandwidth.monitor.";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME: &CStr = c".name";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT: &CStr = c".node.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX: &CStr = c".node.";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL: &CStr = c".bytes.local";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL: &CStr = c".bytes.total";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID: &CStr = c".id";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS: &CStr = c".vcpus";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_COUNT: &CStr = c"net.count";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_PREFIX: &CStr = c"net.";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_NAME: &CStr = c".name";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_BYTES: &CStr = c".rx.bytes";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_DROP: &CStr = c".rx.drop";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_ERRS: &CStr = c".rx.errs";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_PKTS: &CStr = c".rx.pkts";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_BYTES: &CStr = c".tx.bytes";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_DROP: &CStr = c".tx.drop";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_ERRS: &CStr = c".tx.errs";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_PKTS: &CStr = c".tx.pkts";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS: &CStr = c"perf.alignment_faults";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS: &CStr = c"perf.branch_instructions";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_BRANCH_MISSES: &CStr = c"perf.branch_misses";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_BUS_CYCLES: &CStr = c"perf.bus_cycles";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CACHE_MISSES: &CStr = c"perf.cache_misses";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CACHE_REFERENCES: &CStr = c"perf.cache_references";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CMT: &CStr = c"perf.cmt";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CONTEXT_SWITCHES: &CStr = c"perf.context_switches";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CPU_CLOCK: &CStr = c"perf.cpu_clock";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CPU_CYCLES: &CStr = c"perf.cpu_cycles";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CPU_MIGRATIONS: &CStr = c"perf.cpu_migrations";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_EMULATION_FAULTS: &CStr = c"perf.emulation_faults";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_INSTRUCTIONS: &CStr = c"perf.instructions";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_MBML: &CStr = c"perf.mbml";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_MBMT: &CStr = c"perf.mbmt";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS: &CStr = c"perf.page_faults";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ: &CStr = c"perf.page_faults_maj";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN: &CStr = c"perf.page_faults_min";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_REF_CPU_CYCLES: &CStr = c"perf.ref_cpu_cycles";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND: &CStr = c"perf.stalled_cycles_backend";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND: &CStr = c"perf.stalled_cycles_frontend";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_TASK_CLOCK: &CStr = c"perf.task_clock";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_STATE_REASON: &CStr = c"state.reason";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_STATE_STATE: &CStr = c"state.state";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_CURRENT: &CStr = c"vcpu.current";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_MAXIMUM: &CStr = c"vcpu.maximum";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_PREFIX: &CStr = c"vcpu.";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_DELAY: &CStr = c".delay";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_HALTED: &CStr = c".halted";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_STATE: &CStr = c".state";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_TIME: &CStr = c".time";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_WAIT: &CStr = c".wait";

/// Since: 11.2.0
pub const VIR_DOMAIN_STATS_VM_PREFIX: &CStr = c"vm.";
