//! Names of the fields that bulk statistics report.

use std::ffi::CStr;

/// Unsigned 64 bit: all that the guest can use, in KiB. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_AVAILABLE: &CStr = c"balloon.available";

/// Unsigned 64 bit: what the balloon leaves the guest, in KiB. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_CURRENT: &CStr = c"balloon.current";

/// Unsigned 64 bit: what could be had back from disk caches, in KiB. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_DISK_CACHES: &CStr = c"balloon.disk_caches";

/// Unsigned 64 bit: huge pages that were allocated. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGALLOC: &CStr = c"balloon.hugetlb_pgalloc";

/// Unsigned 64 bit: huge pages that could not be allocated. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_HUGETLB_PGFAIL: &CStr = c"balloon.hugetlb_pgfail";

/// Unsigned 64 bit: when these numbers were made, in seconds of the epoch. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_LAST_UPDATE: &CStr = c"balloon.last-update";

/// Unsigned 64 bit: page faults that needed the disk. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_MAJOR_FAULT: &CStr = c"balloon.major_fault";

/// Unsigned 64 bit: the guest's memory, in KiB. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_MAXIMUM: &CStr = c"balloon.maximum";

/// Unsigned 64 bit: page faults that did not. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_MINOR_FAULT: &CStr = c"balloon.minor_fault";

/// Unsigned 64 bit: resident size of the hypervisor process, in KiB. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_RSS: &CStr = c"balloon.rss";

/// Unsigned 64 bit: read from swap, in KiB. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_SWAP_IN: &CStr = c"balloon.swap_in";

/// Unsigned 64 bit: written to swap, in KiB. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_SWAP_OUT: &CStr = c"balloon.swap_out";

/// Unsigned 64 bit: not used for anything, in KiB. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_UNUSED: &CStr = c"balloon.unused";

/// Unsigned 64 bit: what could be had without swapping, in KiB. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BALLOON_USABLE: &CStr = c"balloon.usable";

/// Unsigned int: disks, and their backing images where asked for. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_COUNT: &CStr = c"block.count";

/// Prefix of a disk's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_PREFIX: &CStr = c"block.";

/// Unsigned 64 bit: the highest byte written. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_ALLOCATION: &CStr = c".allocation";

/// Unsigned int: which image of the disk's chain it is. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_BACKINGINDEX: &CStr = c".backingIndex";

/// Unsigned 64 bit: size that the guest sees, in bytes. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_CAPACITY: &CStr = c".capacity";

/// Unsigned 64 bit: requests that failed (Xen: that had to wait). Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_ERRORS: &CStr = c".errors";

/// Unsigned 64 bit: flush requests. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_REQS: &CStr = c".fl.reqs";

/// Unsigned 64 bit: time spent flushing, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_FL_TIMES: &CStr = c".fl.times";

/// Prefix of the histogram of flushes. Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_FLUSH_PREFIX: &CStr = c".latency_histogram.flush.";

/// Prefix of the histogram of reads. Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_READ_PREFIX: &CStr = c".latency_histogram.read.";

/// Unsigned int: bins of the histogram. Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_COUNT: &CStr = c"bin.count";

/// Prefix of a bin's fields, before its index. Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_PREFIX: &CStr = c"bin.";

/// Unsigned 64 bit: where the bin begins, in nanoseconds. Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_START: &CStr = c".start";

/// Unsigned 64 bit: requests in the bin. Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_SUFFIX_BIN_SUFFIX_VALUE: &CStr = c".value";

/// Prefix of the histogram of writes. Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_WRITE_PREFIX: &CStr = c".latency_histogram.write.";

/// Prefix of the histogram of appends to zones. Since: 12.1.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LATENCY_HISTOGRAM_ZONE_APPEND_PREFIX: &CStr =
    c".latency_histogram.zone_append.";

/// Unsigned 64 bit: alignment of discards, in bytes. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_ALIGNMENT: &CStr = c".limits.discard_alignment";

/// Unsigned 64 bit: largest discard, in bytes. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_DISCARD_MAX: &CStr = c".limits.discard_max";

/// Unsigned 64 bit: most pieces of a request of the hardware. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_HW_MAX: &CStr = c".limits.iov_hw_max";

/// Unsigned 64 bit: most pieces of a request. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_IOV_MAX: &CStr = c".limits.iov_max";

/// Unsigned 64 bit: alignment that memory must have, in bytes. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_MINIMAL: &CStr =
    c".limits.memory_alignment_minimal";

/// Unsigned 64 bit: alignment that memory should have, in bytes. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_MEMORY_ALIGNMENT_OPTIMAL: &CStr =
    c".limits.memory_alignment_optimal";

/// Unsigned 64 bit: alignment of requests, in bytes. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_REQUEST_ALIGNMENT: &CStr = c".limits.request_alignment";

/// Unsigned 64 bit: largest request of the hardware, in bytes. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_HW_MAX: &CStr = c".limits.transfer_hw_max";

/// Unsigned 64 bit: largest request, in bytes. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_MAX: &CStr = c".limits.transfer_max";

/// Unsigned 64 bit: best size of a request, in bytes. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_TRANSFER_OPTIMAL: &CStr = c".limits.transfer_optimal";

/// Unsigned 64 bit: alignment of writes of zeros, in bytes. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_ALIGNMENT: &CStr =
    c".limits.write_zeroes_alignment";

/// Unsigned 64 bit: largest write of zeros, in bytes. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_LIMITS_WRITE_ZEROES_MAX: &CStr = c".limits.write_zeroes_max";

/// String: its target, such as vda. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_NAME: &CStr = c".name";

/// String: its file or device. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_PATH: &CStr = c".path";

/// Unsigned 64 bit: size of the file or device, in bytes. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_PHYSICAL: &CStr = c".physical";

/// Unsigned 64 bit: bytes read. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_BYTES: &CStr = c".rd.bytes";

/// Unsigned 64 bit: read requests. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_REQS: &CStr = c".rd.reqs";

/// Unsigned 64 bit: time spent reading, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_RD_TIMES: &CStr = c".rd.times";

/// Unsigned 64 bit: the byte whose writing sends an event. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_THRESHOLD: &CStr = c".threshold";

/// Unsigned int: intervals with statistics of their own. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_COUNT: &CStr = c".timed_group.count";

/// Prefix of an interval's fields, before its index. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_PREFIX: &CStr = c".timed_group.";

/// Unsigned 64 bit: average flush, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_AVG: &CStr = c".flush_latency_avg";

/// Unsigned 64 bit: longest flush, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MAX: &CStr = c".flush_latency_max";

/// Unsigned 64 bit: shortest flush, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_FLUSH_LATENCY_MIN: &CStr = c".flush_latency_min";

/// Unsigned 64 bit: length of the interval, in seconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_INTERVAL: &CStr = c".interval";

/// Unsigned 64 bit: average read, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_AVG: &CStr = c".rd_latency_avg";

/// Unsigned 64 bit: longest read, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MAX: &CStr = c".rd_latency_max";

/// Unsigned 64 bit: shortest read, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_LATENCY_MIN: &CStr = c".rd_latency_min";

/// Double: reads under way, on average. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_RD_QUEUE_DEPTH_AVG: &CStr = c".rd_queue_depth_avg";

/// Unsigned 64 bit: average write, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_AVG: &CStr = c".wr_latency_avg";

/// Unsigned 64 bit: longest write, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MAX: &CStr = c".wr_latency_max";

/// Unsigned 64 bit: shortest write, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_LATENCY_MIN: &CStr = c".wr_latency_min";

/// Double: writes under way, on average. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_WR_QUEUE_DEPTH_AVG: &CStr = c".wr_queue_depth_avg";

/// Unsigned 64 bit: average append to a zone, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_AVG: &CStr =
    c".zone_append_latency_avg";

/// Unsigned 64 bit: longest append to a zone, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MAX: &CStr =
    c".zone_append_latency_max";

/// Unsigned 64 bit: shortest append to a zone, in nanoseconds. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_LATENCY_MIN: &CStr =
    c".zone_append_latency_min";

/// Double: appends to zones under way, on average. Since: 11.10.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_TIMED_GROUP_SUFFIX_ZONE_APPEND_QUEUE_DEPTH_AVG: &CStr =
    c".zone_append_queue_depth_avg";

/// Unsigned 64 bit: bytes written. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_BYTES: &CStr = c".wr.bytes";

/// Unsigned 64 bit: write requests. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_REQS: &CStr = c".wr.reqs";

/// Unsigned 64 bit: time spent writing, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_BLOCK_SUFFIX_WR_TIMES: &CStr = c".wr.times";

/// Unsigned int: cache monitors. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_COUNT: &CStr = c"cpu.cache.monitor.count";

/// Prefix of a cache monitor's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_PREFIX: &CStr = c"cpu.cache.monitor.";

/// Unsigned int: cache banks. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_COUNT: &CStr = c".bank.count";

/// Prefix of a bank's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_PREFIX: &CStr = c".bank.";

/// Unsigned 64 bit: bytes of the bank in use. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_BYTES: &CStr = c".bytes";

/// Unsigned int: the bank's number on the host. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_BANK_SUFFIX_ID: &CStr = c".id";

/// String: the monitor's name. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_NAME: &CStr = c".name";

/// String: its virtual CPUs. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_CACHE_MONITOR_SUFFIX_VCPUS: &CStr = c".vcpus";

/// Unsigned int: energy monitors. Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_COUNT: &CStr = c"cpu.energy.monitor.count";

/// Prefix of an energy monitor's fields, before its index. Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_PREFIX: &CStr = c"cpu.energy.monitor.";

/// String: the monitor's name. Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_NAME: &CStr = c".name";

/// Unsigned int: CPU packages. Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_COUNT: &CStr = c".pkg.count";

/// Prefix of a package's fields, before its index. Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_PREFIX: &CStr = c".pkg.";

/// Unsigned int: the package's number on the host. Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_PKG_SUFFIX_ID: &CStr = c".id";

/// String: its virtual CPUs. Since: 12.4.0
pub const VIR_DOMAIN_STATS_CPU_ENERGY_MONITOR_SUFFIX_VCPUS: &CStr = c".vcpus";

/// Unsigned 64 bit: time of polling in vain, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_HALTPOLL_FAIL_TIME: &CStr = c"cpu.haltpoll.fail.time";

/// Unsigned 64 bit: time of polling for work that came, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_HALTPOLL_SUCCESS_TIME: &CStr = c"cpu.haltpoll.success.time";

/// Unsigned 64 bit: CPU time spent in the host's kernel, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_SYSTEM: &CStr = c"cpu.system";

/// Unsigned 64 bit: CPU time of the whole domain, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_TIME: &CStr = c"cpu.time";

/// Unsigned 64 bit: CPU time spent in the hypervisor's program, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CPU_USER: &CStr = c"cpu.user";

/// Suffix of a hypervisor's own value as it is now. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_CUR: &CStr = c".cur";

/// Suffix of a hypervisor's own value at its highest. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_MAX: &CStr = c".max";

/// Suffix of a hypervisor's own value summed up. Since: 11.2.0
pub const VIR_DOMAIN_STATS_CUSTOM_SUFFIX_TYPE_SUM: &CStr = c".sum";

/// String: how it is done. Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_MODE: &CStr = c"dirtyrate.calc_mode";

/// Int: how long it takes, in seconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_PERIOD: &CStr = c"dirtyrate.calc_period";

/// Signed 64 bit: when it began, in seconds of the host's uptime. Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_START_TIME: &CStr = c"dirtyrate.calc_start_time";

/// Int: how far the measurement is, a virDomainDirtyRateStatus. Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_CALC_STATUS: &CStr = c"dirtyrate.calc_status";

/// Signed 64 bit: rate of memory writes, in MiB a second. Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_MEGABYTES_PER_SECOND: &CStr = c"dirtyrate.megabytes_per_second";

/// Prefix of a virtual CPU's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_VCPU_PREFIX: &CStr = c"dirtyrate.vcpu.";

/// Unsigned 64 bit: rate of its memory writes, in MiB a second. Since: 11.2.0
pub const VIR_DOMAIN_STATS_DIRTYRATE_VCPU_SUFFIX_MEGABYTES_PER_SECOND: &CStr = c".megabytes_per_second";

/// Unsigned int: I/O threads. Since: 11.2.0
pub const VIR_DOMAIN_STATS_IOTHREAD_COUNT: &CStr = c"iothread.count";

/// Prefix of an I/O thread's fields, before its number. Since: 11.2.0
pub const VIR_DOMAIN_STATS_IOTHREAD_PREFIX: &CStr = c"iothread.";

/// Unsigned int: by which factor polling time grows. Since: 11.2.0
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_GROW: &CStr = c".poll-grow";

/// Unsigned 64 bit: the longest polling time, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_MAX_NS: &CStr = c".poll-max-ns";

/// Unsigned int: by which divisor polling time shrinks. Since: 11.2.0
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_SHRINK: &CStr = c".poll-shrink";

/// Unsigned int: the weight of the last interval in the choice of the polling time. Since: 12.7.0
pub const VIR_DOMAIN_STATS_IOTHREAD_SUFFIX_POLL_WEIGHT: &CStr = c".poll-weight";

/// Unsigned int: memory bandwidth monitors. Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_COUNT: &CStr = c"memory.bandwidth.monitor.count";

/// Prefix of a memory bandwidth monitor's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_PREFIX: &CStr = c"memory.bandwidth.monitor.";

/// String: the monitor's name. Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NAME: &CStr = c".name";

/// Unsigned int: memory controllers. Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_COUNT: &CStr = c".node.count";

/// Prefix of a controller's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_PREFIX: &CStr = c".node.";

/// Unsigned 64 bit: bytes moved through the controller of the CPU's own node. Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_LOCAL: &CStr = c".bytes.local";

/// Unsigned 64 bit: bytes moved through all controllers. Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_BYTES_TOTAL: &CStr = c".bytes.total";

/// Unsigned int: the controller's number on the host. Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_NODE_SUFFIX_ID: &CStr = c".id";

/// String: its virtual CPUs. Since: 11.2.0
pub const VIR_DOMAIN_STATS_MEMORY_BANDWIDTH_MONITOR_SUFFIX_VCPUS: &CStr = c".vcpus";

/// Unsigned int: network interfaces. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_COUNT: &CStr = c"net.count";

/// Prefix of a network interface's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_PREFIX: &CStr = c"net.";

/// String: its name on the host. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_NAME: &CStr = c".name";

/// Unsigned 64 bit: bytes received. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_BYTES: &CStr = c".rx.bytes";

/// Unsigned 64 bit: packets dropped on receiving. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_DROP: &CStr = c".rx.drop";

/// Unsigned 64 bit: errors of receiving. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_ERRS: &CStr = c".rx.errs";

/// Unsigned 64 bit: packets received. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_RX_PKTS: &CStr = c".rx.pkts";

/// Unsigned 64 bit: bytes sent. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_BYTES: &CStr = c".tx.bytes";

/// Unsigned 64 bit: packets dropped on sending. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_DROP: &CStr = c".tx.drop";

/// Unsigned 64 bit: errors of sending. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_ERRS: &CStr = c".tx.errs";

/// Unsigned 64 bit: packets sent. Since: 11.2.0
pub const VIR_DOMAIN_STATS_NET_SUFFIX_TX_PKTS: &CStr = c".tx.pkts";

/// Unsigned 64 bit: alignment faults. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_ALIGNMENT_FAULTS: &CStr = c"perf.alignment_faults";

/// Unsigned 64 bit: branches. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_BRANCH_INSTRUCTIONS: &CStr = c"perf.branch_instructions";

/// Unsigned 64 bit: branches predicted wrongly. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_BRANCH_MISSES: &CStr = c"perf.branch_misses";

/// Unsigned 64 bit: bus cycles. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_BUS_CYCLES: &CStr = c"perf.bus_cycles";

/// Unsigned 64 bit: cache misses. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CACHE_MISSES: &CStr = c"perf.cache_misses";

/// Unsigned 64 bit: cache hits and misses. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CACHE_REFERENCES: &CStr = c"perf.cache_references";

/// Unsigned 64 bit: bytes of the L3 cache in use. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CMT: &CStr = c"perf.cmt";

/// Unsigned 64 bit: context switches. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CONTEXT_SWITCHES: &CStr = c"perf.context_switches";

/// Unsigned 64 bit: CPU time by the CPU's clock, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CPU_CLOCK: &CStr = c"perf.cpu_clock";

/// Unsigned 64 bit: CPU cycles. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CPU_CYCLES: &CStr = c"perf.cpu_cycles";

/// Unsigned 64 bit: moves to another CPU. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_CPU_MIGRATIONS: &CStr = c"perf.cpu_migrations";

/// Unsigned 64 bit: emulation faults. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_EMULATION_FAULTS: &CStr = c"perf.emulation_faults";

/// Unsigned 64 bit: instructions. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_INSTRUCTIONS: &CStr = c"perf.instructions";

/// Unsigned 64 bit: bytes moved through the memory controller of the CPU's own node, a second. Since:
/// 11.2.0
pub const VIR_DOMAIN_STATS_PERF_MBML: &CStr = c"perf.mbml";

/// Unsigned 64 bit: bytes moved through all memory controllers, a second. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_MBMT: &CStr = c"perf.mbmt";

/// Unsigned 64 bit: page faults. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS: &CStr = c"perf.page_faults";

/// Unsigned 64 bit: page faults that needed the disk. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MAJ: &CStr = c"perf.page_faults_maj";

/// Unsigned 64 bit: page faults that did not need the disk. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_PAGE_FAULTS_MIN: &CStr = c"perf.page_faults_min";

/// Unsigned 64 bit: cycles at the reference frequency. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_REF_CPU_CYCLES: &CStr = c"perf.ref_cpu_cycles";

/// Unsigned 64 bit: cycles in which nothing was retired. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_BACKEND: &CStr = c"perf.stalled_cycles_backend";

/// Unsigned 64 bit: cycles in which the front end had nothing to issue. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_STALLED_CYCLES_FRONTEND: &CStr = c"perf.stalled_cycles_frontend";

/// Unsigned 64 bit: CPU time by the task's clock, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_PERF_TASK_CLOCK: &CStr = c"perf.task_clock";

/// Int: the reason for the state, from the state's enum. Since: 11.2.0
pub const VIR_DOMAIN_STATS_STATE_REASON: &CStr = c"state.reason";

/// Int: the state, a virDomainState. Since: 11.2.0
pub const VIR_DOMAIN_STATS_STATE_STATE: &CStr = c"state.state";

/// Unsigned int: virtual CPUs that are online. Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_CURRENT: &CStr = c"vcpu.current";

/// Unsigned int: virtual CPUs that there may be. Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_MAXIMUM: &CStr = c"vcpu.maximum";

/// Prefix of a virtual CPU's fields, before its index. Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_PREFIX: &CStr = c"vcpu.";

/// Unsigned 64 bit: time it waited for a CPU, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_DELAY: &CStr = c".delay";

/// Boolean: whether it is halted. Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_HALTED: &CStr = c".halted";

/// Int: its state, a virVcpuState. Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_STATE: &CStr = c".state";

/// Unsigned 64 bit: CPU time it used, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_TIME: &CStr = c".time";

/// Unsigned 64 bit: time it waited for I/O, in nanoseconds. Since: 11.2.0
pub const VIR_DOMAIN_STATS_VCPU_SUFFIX_WAIT: &CStr = c".wait";

/// Prefix of values that the hypervisor counts, under its own names. Since: 11.2.0
pub const VIR_DOMAIN_STATS_VM_PREFIX: &CStr = c"vm.";
