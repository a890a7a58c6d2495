//! Snapshots and checkpoints: their trees, and going back.

use super::*;
use virt_core::{constants::*, records::DomainSnapshot};

const DISK: &str = "<devices><disk type='file'><source file='/i'/><target dev='vda'/></disk></devices>";

fn snapshot(name: &str, extra: &str) -> String {
    format!("<domainsnapshot><name>{name}</name>{extra}</domainsnapshot>")
}

impl Host {
    fn take(&self, dom: &Domain, name: &str) -> DomainSnapshot {
        self.drivers.snapshots.domain_snapshot_create_xml(dom, &snapshot(name, ""), 0).unwrap()
    }

    fn names(&self, dom: &Domain, flags: u32) -> Vec<String> {
        self.drivers.snapshots.domain_snapshot_list_names(dom, 99, flags).unwrap().0
    }
}

#[test]
fn snapshots_form_a_tree() {
    let host = Host::new();
    let snapshots = &host.drivers.snapshots;
    let dom = host.running("a", DISK);
    let one = host.take(&dom, "one");
    host.take(&dom, "two");
    snapshots.domain_revert_to_snapshot(&one, 0).unwrap();
    assert_eq!(host.lifecycle(), [(-1, 5, 6), (2, 2, 3)]);
    let branch = host.take(&dom, "branch");
    assert_eq!(host.names(&dom, VIR_DOMAIN_SNAPSHOT_LIST_ROOTS), ["one"]);
    assert_eq!(host.names(&dom, VIR_DOMAIN_SNAPSHOT_LIST_LEAVES), ["two", "branch"]);
    assert_eq!(snapshots.domain_snapshot_num_children(&one, 0).unwrap(), 2);
    assert_eq!(&*snapshots.domain_snapshot_get_parent(&branch, 0).unwrap().name, "one");
    assert_eq!(
        refusal(snapshots.domain_snapshot_get_parent(&one, 0)),
        "Domain snapshot not found: snapshot 'one' does not have a parent"
    );
    assert_eq!(
        refusal(snapshots.domain_snapshot_create_xml(&dom, &snapshot("one", ""), 0)),
        "operation failed: domain moment one already exists"
    );
    snapshots.domain_snapshot_delete(&one, 0).unwrap();
    assert_eq!(host.names(&dom, VIR_DOMAIN_SNAPSHOT_LIST_ROOTS), ["two", "branch"]);
    assert_eq!(snapshots.domain_snapshot_is_current(&branch, 0).unwrap(), 1);
    snapshots.domain_snapshot_delete(&branch, 0).unwrap();
    assert_eq!(snapshots.domain_has_current_snapshot(&dom, 0).unwrap(), 0);
    assert_eq!(
        refusal(snapshots.domain_snapshot_current(&dom, 0)),
        "Domain snapshot not found: the domain does not have a current snapshot"
    );
}

#[test]
fn going_back_brings_the_state_and_the_document() {
    let host = Host::new();
    let snapshots = &host.drivers.snapshots;
    let dom = host.running("a", DISK);
    let running = host.take(&dom, "running");
    let text = snapshots.domain_snapshot_get_xml_desc(&running, 0).unwrap();
    assert!(
        text.contains("<state>running</state>") && text.contains("<memory snapshot='internal'/>"),
        "{text}"
    );
    host.drivers.tuning.domain_set_memory(&dom, 100).unwrap();
    host.drivers.domains.domain_destroy(&dom).unwrap();
    let off = host.take(&dom, "off");
    snapshots.domain_revert_to_snapshot(&running, VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_FROM_SNAPSHOT));
    assert_eq!(host.drivers.monitoring.domain_get_info(&dom).unwrap().memory, 8192);
    host.events();
    snapshots.domain_revert_to_snapshot(&off, 0).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT));
    assert_eq!(host.lifecycle(), [(-1, 5, 6)]);
    assert_eq!(
        refusal(host.drivers.domains.domain_undefine(&dom)),
        "Requested operation is not valid: cannot delete inactive domain with 2 snapshots"
    );
    host.drivers.domains.domain_undefine_flags(&dom, VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA).unwrap();
}

#[test]
fn a_past_snapshot_is_described_again() {
    let host = Host::new();
    let snapshots = &host.drivers.snapshots;
    let dom = host.define("a", DISK);
    let inner = host.drivers.domains.domain_get_xml_desc(&dom, 2).unwrap();
    let put = |name: &str, state: &str, extra: &str| {
        let text = format!("<state>{state}</state><creationTime>1</creationTime>{extra}");
        snapshots.domain_snapshot_create_xml(
            &dom,
            &snapshot(name, &text),
            VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE,
        )
    };
    let under = |parent: &str| format!("<parent><name>{parent}</name></parent>{inner}");
    put("r1", "running", &inner).unwrap();
    put("r2", "running", &under("r1")).unwrap();
    for (name, extra, complaint) in [
        ("r3", under("zz"), "invalid argument: parent zz for moment r3 not found"),
        ("r3", under("r3"), "invalid argument: cannot set moment r3 as its own parent"),
        ("r1", under("r2"), "invalid argument: parent r2 would create cycle to r1"),
        ("r4", String::new(), "internal error: missing domain in snapshot"),
    ] {
        assert_eq!(refusal(put(name, "running", &extra)), complaint);
    }
    assert!(refusal(put("r1", "shutoff", &inner)).contains("cannot change between online and offline"));
}

#[test]
fn checkpoints_and_snapshots_exclude_each_other() {
    let host = Host::new();
    let checkpoints = &host.drivers.checkpoints;
    let dom = host.running("a", DISK);
    let make = |name: &str| {
        let text = format!("<domaincheckpoint><name>{name}</name></domaincheckpoint>");
        checkpoints.domain_checkpoint_create_xml(&dom, &text, 0)
    };
    let one = make("c1").unwrap();
    let two = make("c2").unwrap();
    assert_eq!(&*checkpoints.domain_checkpoint_get_parent(&two, 0).unwrap().name, "c1");
    let text = checkpoints.domain_checkpoint_get_xml_desc(&one, VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN).unwrap();
    assert!(
        text.contains("<disk name='vda' checkpoint='bitmap' bitmap='c1'/>") && !text.contains("<domain ")
    );
    assert_eq!(
        refusal(host.drivers.snapshots.domain_snapshot_create_xml(&dom, &snapshot("s", ""), 0)),
        "Operation not supported: cannot create snapshot while checkpoint exists"
    );
    checkpoints.domain_checkpoint_delete(&one, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN).unwrap();
    assert_eq!(checkpoints.domain_list_all_checkpoints(&dom, 1, 0).unwrap().count, 0);
    host.take(&dom, "s");
    assert_eq!(
        refusal(make("c3")),
        "Operation not supported: cannot create checkpoint while snapshot exists"
    );
}

#[test]
fn a_node_file_may_hold_snapshots() {
    let node = |extra: &str| {
        let text = document("a", &format!("<uuid>9b8b3bb2-fa1d-4a42-9c9c-000000000001</uuid>{extra}"))
            .replace("<domain ", "<domain xmlns:test='http://libvirt.org/schemas/domain/test/1.0' ");
        open_node(&format!("<node>{text}</node>"))
    };
    let inner = document("a", "<uuid>9b8b3bb2-fa1d-4a42-9c9c-000000000001</uuid>");
    let one = |name: &str, parent: &str, active: i32| {
        format!(
            "<test:domainsnapshot><name>{name}</name>{parent}{inner}<state>running</state>\
             <creationTime>1</creationTime><active>{active}</active></test:domainsnapshot>"
        )
    };
    let drivers = node(&(one("s1", "", 0) + &one("s2", "<parent><name>s1</name></parent>", 1))).unwrap();
    let dom = drivers.domains.domain_lookup_by_name("a").unwrap();
    assert_eq!(&*drivers.snapshots.domain_snapshot_current(&dom, 0).unwrap().name, "s2");
    assert_eq!(
        refusal(node(&(one("s1", "", 1) + &one("s2", "", 1)))),
        "internal error: more than one snapshot claims to be active"
    );
    assert_eq!(
        refusal(node(&one("s2", "<parent><name>zz</name></parent>", 1))),
        "internal error: Snapshots have inconsistent relations for domain a"
    );
}
