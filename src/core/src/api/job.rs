//! Jobs of a domain: block jobs, migration settings, progress, dirty rate.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! job_operations { ($($with:tt)*) => { $($with)*! {
    /// Jobs of a domain: block jobs, migration settings, progress, dirty rate.
    Jobs in remote from Domain;
    calls {
        163 domain_get_job_info(dom: &Domain) -> DomainJobInfo                             [domain:read];
        164 domain_abort_job(dom: &Domain)                                                 [domain:write] write;
        166 domain_migrate_set_max_downtime(dom: &Domain, downtime: u64, flags: u32)       [domain:migrate] write;
        207 domain_migrate_set_max_speed(dom: &Domain, bandwidth: u64, flags: u32)         [domain:migrate] write;
        237 domain_block_job_abort(dom: &Domain, path: &str, flags: u32)                   [domain:write] write;
        238 domain_get_block_job_info(dom: &Domain, path: &str, flags: u32) -> DomainBlockJobInfo [domain:read];
        239 domain_block_job_set_speed(dom: &Domain, path: &str, bandwidth: u64, flags: u32) [domain:write] write;
        240 domain_block_pull(dom: &Domain, path: &str, bandwidth: u64, flags: u32)        [domain:block_write] write;
        242 domain_migrate_get_max_speed(dom: &Domain, flags: u32) -> u64                  [domain:migrate] write;
        251 domain_block_resize(dom: &Domain, disk: &str, size: u64, flags: u32)           [domain:block_write] write;
        266 domain_block_rebase(dom: &Domain, path: &str, base: Option<&str>, bandwidth: u64, flags: u32) [domain:block_write] write;
        290 domain_block_commit(dom: &Domain, disk: &str, base: Option<&str>, top: Option<&str>, bandwidth: u64, flags: u32) [domain:block_write] write;
        298 domain_get_job_stats(dom: &Domain, flags: u32) -> DomainJobStats               [domain:read];
        299 domain_migrate_get_compression_cache(dom: &Domain, flags: u32) -> u64          [domain:migrate];
        300 domain_migrate_set_compression_cache(dom: &Domain, cache_size: u64, flags: u32) [domain:migrate] write;
        345 domain_block_copy(dom: &Domain, path: &str, destxml: &str, params: &Params<16>, flags: u32) [domain:block_write] write;
        364 domain_migrate_start_post_copy(dom: &Domain, flags: u32)                       [domain:migrate] write;
        387 domain_migrate_get_max_downtime(dom: &Domain, flags: u32) -> u64               [domain:migrate];
        427 domain_start_dirty_rate_calc(dom: &Domain, seconds: i32, flags: u32)           [domain:write] write;
        442 domain_abort_job_flags(dom: &Domain, flags: u32)                               [domain:write] write;
    }
    streams {
    }
    irregular {
    }
    protocol {
    }
} } }

job_operations!(crate::api::define_family);
