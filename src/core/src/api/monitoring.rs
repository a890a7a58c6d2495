//! What a domain does: state, statistics, peeks, screenshots, labels.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! monitoring_operations { ($($with:tt)*) => { $($with)*! {
    /// What a domain does: state, statistics, peeks, screenshots, labels.
    Monitoring in remote from Domain;
    calls {
         16 domain_get_info(dom: &Domain) -> DomainInfo                                    [domain:read];
         64 domain_block_stats(dom: &Domain, path: &str) -> DomainBlockStats               [domain:read];
         65 domain_interface_stats(dom: &Domain, device: &str) -> DomainInterfaceStats     [domain:read] high;
        103 domain_block_peek(dom: &Domain, path: &str, offset: u64, size: u32, flags: u32) -> Bytes<4194304> [domain:block_read] write;
        104 domain_memory_peek(dom: &Domain, offset: u64, size: u32, flags: u32) -> Bytes<4194304> [domain:mem_read] write;
        121 domain_get_security_label(dom: &Domain) -> DomainSecurityLabel                 [domain:read] high;
        159 domain_memory_stats(dom: &Domain, max_stats: u32, flags: u32) -> List<MemoryStat, 1024> [domain:read];
        194 domain_get_block_info(dom: &Domain, path: &str, flags: u32) -> DomainBlockInfo [domain:read];
        212 domain_get_state(dom: &Domain, flags: u32) -> DomainState                      [domain:read] high;
        229 domain_get_control_info(dom: &Domain, flags: u32) -> DomainControlInfo         [domain:read] high;
        243 domain_block_stats_flags(dom: &Domain, path: &str, nparams: i32, flags: u32) -> Counted<16> [domain:read];
        262 domain_get_cpu_stats(dom: &Domain, nparams: u32, start_cpu: i32, ncpus: u32, flags: u32) -> Counted<2048> [domain:read];
        263 domain_get_disk_errors(dom: &Domain, maxerrors: u32, flags: u32) -> DomainDiskErrors [domain:read];
        278 domain_get_security_label_list(dom: &Domain) -> Listing<DomainSecurityLabel, 64>     [domain:read] high;
        308 domain_set_memory_stats_period(dom: &Domain, period: i32, flags: u32)          [domain:write, domain:save if config] write;
        344 connect_get_all_domain_stats(doms: &List<Domain, 16384>, stats: u32, flags: u32) -> List<DomainStatsRecord, 16384> [connect:search_domains => domain:read];
        365 domain_get_perf_events(dom: &Domain, flags: u32) -> Params<64>                 [domain:read];
        366 domain_set_perf_events(dom: &Domain, params: &Params<64>, flags: u32)          [domain:write] write;
        386 domain_set_block_threshold(dom: &Domain, dev: &str, threshold: u64, flags: u32) [domain:write] write;
        426 domain_get_messages(dom: &Domain, flags: u32) -> List<String, 2048>            [domain:read];
    }
    streams {
        211 domain_screenshot(dom: &Domain, screen: u32, flags: u32) -> Option<String> [domain:screenshot] write receives;
    }
    irregular {
    }
    protocol {
    }
} } }

monitoring_operations!(crate::api::define_family);
