//! Domain snapshots.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! snapshot_operations { ($($with:tt)*) => { $($with)*! {
    /// Domain snapshots.
    Snapshots in remote from DomainSnapshot;
    calls {
        185 domain_snapshot_create_xml(dom: &Domain, xml_desc: &str, flags: u32) -> DomainSnapshot [domain:snapshot, domain:fs_freeze if flags VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE] write;
        186 domain_snapshot_get_xml_desc(snap: &DomainSnapshot, flags: u32) -> String      [domain:read, domain:read_secure if flags VIR_DOMAIN_SNAPSHOT_XML_SECURE] secure(VIR_DOMAIN_SNAPSHOT_XML_SECURE) high;
        187 domain_snapshot_num(dom: &Domain, flags: u32) -> i32                           [domain:read] high;
        188 domain_snapshot_list_names(dom: &Domain, maxnames: i32, flags: u32) -> List<String, 16384> [domain:read] high;
        189 domain_snapshot_lookup_by_name(dom: &Domain, name: &str, flags: u32) -> DomainSnapshot [domain:read] high;
        190 domain_has_current_snapshot(dom: &Domain, flags: u32) -> i32                   [domain:read];
        191 domain_snapshot_current(dom: &Domain, flags: u32) -> DomainSnapshot            [domain:read];
        192 domain_revert_to_snapshot(snap: &DomainSnapshot, flags: u32)                   [domain:snapshot] write;
        193 domain_snapshot_delete(snap: &DomainSnapshot, flags: u32)                      [domain:snapshot] write;
        244 domain_snapshot_get_parent(snap: &DomainSnapshot, flags: u32) -> DomainSnapshot [domain:read] high;
        246 domain_snapshot_num_children(snap: &DomainSnapshot, flags: u32) -> i32         [domain:read] high;
        247 domain_snapshot_list_children_names(snap: &DomainSnapshot, maxnames: i32, flags: u32) -> List<String, 16384> [domain:read] high;
        271 domain_snapshot_is_current(snap: &DomainSnapshot, flags: u32) -> i32           [domain:read];
        272 domain_snapshot_has_metadata(snap: &DomainSnapshot, flags: u32) -> i32         [domain:read];
        274 domain_list_all_snapshots(dom: &Domain, need_results: i32, flags: u32) -> Listing<DomainSnapshot, 16384> [domain:read] high;
        275 domain_snapshot_list_all_children(snapshot: &DomainSnapshot, need_results: i32, flags: u32) -> Listing<DomainSnapshot, 16384> [domain:read] high;
    }
    streams {
    }
    irregular {
    }
    protocol {
    }
} } }

snapshot_operations!(crate::api::define_family);
