//! Domain checkpoints and backups.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! checkpoint_operations { ($($with:tt)*) => { $($with)*! {
    /// Domain checkpoints and backups.
    Checkpoints in remote from DomainCheckpoint;
    calls {
        411 domain_checkpoint_create_xml(dom: &Domain, xml_desc: &str, flags: u32) -> DomainCheckpoint [domain:checkpoint, domain:fs_freeze if flags VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE] write;
        412 domain_checkpoint_get_xml_desc(checkpoint: &DomainCheckpoint, flags: u32) -> String [domain:read, domain:read_secure if flags VIR_DOMAIN_CHECKPOINT_XML_SECURE] secure(VIR_DOMAIN_CHECKPOINT_XML_SECURE);
        413 domain_list_all_checkpoints(dom: &Domain, need_results: i32, flags: u32) -> Listing<DomainCheckpoint, 16384> [domain:read] high;
        414 domain_checkpoint_list_all_children(checkpoint: &DomainCheckpoint, need_results: i32, flags: u32) -> Listing<DomainCheckpoint, 16384> [domain:read] high;
        415 domain_checkpoint_lookup_by_name(dom: &Domain, name: &str, flags: u32) -> DomainCheckpoint [domain:read] high;
        416 domain_checkpoint_get_parent(checkpoint: &DomainCheckpoint, flags: u32) -> DomainCheckpoint [domain:read] high;
        417 domain_checkpoint_delete(checkpoint: &DomainCheckpoint, flags: u32)            [domain:checkpoint] write;
        421 domain_backup_begin(dom: &Domain, backup_xml: &str, checkpoint_xml: Option<&str>, flags: u32) [domain:checkpoint, domain:block_write] write of(Domain);
        422 domain_backup_get_xml_desc(dom: &Domain, flags: u32) -> String                 [domain:read] high of(Domain);
    }
    streams {
    }
    irregular {
    }
    protocol {
    }
} } }

checkpoint_operations!(crate::api::define_family);
