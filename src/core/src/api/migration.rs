//! The phases of a migration.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! migration_operations { ($($with:tt)*) => { $($with)*! {
    /// The phases of a migration.
    Migration in remote from Domain;
    calls {
         61 domain_migrate_prepare(uri_in: Option<&str>, flags: u64, dname: Option<&str>, bandwidth: u64) -> DomainMigratePrepare [domain:migrate, domain:start, domain:write] write;
         62 domain_migrate_perform(dom: &Domain, cookie: &Bytes<4194304>, uri: &str, flags: u64, dname: Option<&str>, bandwidth: u64) [domain:migrate] write;
         63 domain_migrate_finish(dname: &str, cookie: &Bytes<4194304>, uri: &str, flags: u64) -> Domain [domain:migrate] write;
        108 domain_migrate_prepare2(uri_in: Option<&str>, flags: u64, dname: Option<&str>, bandwidth: u64, dom_xml: &str) -> DomainMigratePrepare [domain:migrate, domain:start, domain:write] write;
        109 domain_migrate_finish2(dname: &str, cookie: &Bytes<4194304>, uri: &str, flags: u64, retcode: i32) -> Domain [domain:migrate] write;
        213 domain_migrate_begin3(dom: &Domain, xmlin: Option<&str>, flags: u64, dname: Option<&str>, bandwidth: u64) -> DomainMigrateBegin3 [domain:migrate] write;
        214 domain_migrate_prepare3(cookie_in: &Bytes<4194304>, uri_in: Option<&str>, flags: u64, dname: Option<&str>, bandwidth: u64, dom_xml: &str) -> DomainMigratePrepare3 [domain:migrate, domain:start, domain:write] write;
        216 domain_migrate_perform3(dom: &Domain, xmlin: Option<&str>, cookie_in: &Bytes<4194304>, dconnuri: Option<&str>, uri: Option<&str>, flags: u64, dname: Option<&str>, bandwidth: u64) -> Bytes<4194304> [domain:migrate] write;
        217 domain_migrate_finish3(dname: &str, cookie_in: &Bytes<4194304>, dconnuri: Option<&str>, uri: Option<&str>, flags: u64, cancelled: i32) -> DomainMigrateFinish3 [domain:migrate] write;
        218 domain_migrate_confirm3(dom: &Domain, cookie_in: &Bytes<4194304>, flags: u64, cancelled: i32) [domain:migrate] write;
        302 domain_migrate_begin3_params(dom: &Domain, params: &Params<64>, flags: u32) -> DomainMigrateBegin3 [domain:migrate] write;
        303 domain_migrate_prepare3_params(params: &Params<64>, cookie_in: &Bytes<4194304>, flags: u32) -> DomainMigratePrepare3 [domain:migrate, domain:start, domain:write] write;
        304 domain_migrate_prepare_tunnel3_params(params: &Params<64>, cookie_in: &Bytes<4194304>, flags: u32) -> Bytes<4194304> [domain:migrate, domain:start, domain:write] write;
        305 domain_migrate_perform3_params(dom: &Domain, dconnuri: Option<&str>, params: &Params<64>, cookie_in: &Bytes<4194304>, flags: u32) -> Bytes<4194304> [domain:migrate] write;
        306 domain_migrate_finish3_params(params: &Params<64>, cookie_in: &Bytes<4194304>, flags: u32, cancelled: i32) -> DomainMigrateFinish3 [domain:migrate] write;
        307 domain_migrate_confirm3_params(dom: &Domain, params: &Params<64>, cookie_in: &Bytes<4194304>, flags: u32, cancelled: i32) [domain:migrate] write;
    }
    streams {
        148 domain_migrate_prepare_tunnel(flags: u64, dname: Option<&str>, bandwidth: u64, dom_xml: &str) [domain:migrate, domain:start, domain:write] write sends;
        215 domain_migrate_prepare_tunnel3(cookie_in: &Bytes<4194304>, flags: u64, dname: Option<&str>, bandwidth: u64, dom_xml: &str) -> Bytes<4194304> [domain:migrate, domain:start, domain:write] write sends;
    }
    irregular {
    }
    protocol {
    }
} } }

migration_operations!(crate::api::define_family);
