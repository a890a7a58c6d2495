//! Beginnings and ends.

use super::*;
use virt_core::constants::*;

#[test]
fn a_domain_lives_and_its_events_say_so() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    let dom = host.define("web", "");
    assert_eq!(host.state(&dom), (VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_UNKNOWN));
    domains.domain_create(&dom).unwrap();
    domains.domain_suspend(&dom).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER));
    domains.domain_resume(&dom).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED));
    domains.domain_reboot(&dom, 0).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED));
    domains.domain_shutdown(&dom).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_SHUTDOWN));
    domains.domain_create(&dom).unwrap();
    domains.domain_destroy(&dom).unwrap();
    domains.domain_undefine(&dom).unwrap();
    assert_eq!(
        host.lifecycle(),
        [(-1, 0, 0), (1, 2, 0), (1, 3, 0), (1, 4, 0), (-1, 5, 0), (2, 2, 0), (-1, 5, 1), (-1, 1, 0)]
    );
    assert!(
        refusal(domains.domain_create(&dom)).starts_with("Domain not found: no domain with matching uuid")
    );
}

#[test]
fn a_wrong_state_is_refused_in_libvirts_words() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    let dom = host.define("web", "");
    assert_eq!(refusal(domains.domain_suspend(&dom)), "internal error: domain 'web' not running");
    assert_eq!(refusal(domains.domain_resume(&dom)), "internal error: domain 'web' not paused");
    assert_eq!(
        refusal(domains.domain_destroy(&dom)),
        "Requested operation is not valid: domain is not running"
    );
    domains.domain_create(&dom).unwrap();
    assert_eq!(refusal(domains.domain_create(&dom)), "internal error: Domain 'web' is already running");
    assert_eq!(refusal(domains.domain_reset(&dom, 1)), "unsupported flags (0x1) in function testDomainReset");
}

#[test]
fn a_transient_domain_goes_when_it_ends() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    let dom = domains.domain_create_xml(&document("t", ""), 0).unwrap();
    assert_eq!(domains.domain_is_persistent(&dom).unwrap(), 0);
    domains.domain_destroy(&dom).unwrap();
    assert_eq!(host.lifecycle(), [(1, 2, 0), (1, 5, 1)]);
    assert_eq!(refusal(domains.domain_lookup_by_name("t")), "Domain not found");
    assert!(domains.domain_lookup_by_id(1).is_err());
    assert!(domains.connect_list_all_domains(1, 0).unwrap().items.is_empty());
}

#[test]
fn undefining_a_running_domain_leaves_it_running_until_it_ends() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    let dom = host.running("web", "");
    domains.domain_undefine(&dom).unwrap();
    assert_eq!(
        (domains.domain_is_active(&dom).unwrap(), domains.domain_is_persistent(&dom).unwrap()),
        (1, 0)
    );
    let text = domains.domain_get_xml_desc(&dom, 0).unwrap();
    domains.domain_define_xml(&text).unwrap();
    assert_eq!(domains.domain_is_persistent(&dom).unwrap(), 1);
    assert_eq!(host.lifecycle(), [(1, 1, 0), (1, 0, 1)]);
}

#[test]
fn names_and_uuids_belong_to_one_domain() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    let dom = host.define("a", "");
    let uuid = dom.uuid;
    assert_eq!(
        refusal(domains.domain_define_xml(&document("a", ""))),
        format!("operation failed: domain 'a' already exists with uuid {uuid}")
    );
    assert_eq!(
        refusal(domains.domain_define_xml(&document("b", &format!("<uuid>{uuid}</uuid>")))),
        format!("operation failed: domain 'a' is already defined with uuid {uuid}")
    );
    domains.domain_create(&dom).unwrap();
    assert_eq!(
        refusal(domains.domain_create_xml(&document("a", &format!("<uuid>{uuid}</uuid>")), 0)),
        "Requested operation is not valid: domain 'a' is already active"
    );
}

#[test]
fn a_domain_started_from_a_document_keeps_its_persistent_one() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    let dom = host.define("a", "");
    let other = document("a", &format!("<uuid>{}</uuid><title>other</title>", dom.uuid));
    domains.domain_create_xml(&other, 0).unwrap();
    assert!(domains.domain_get_xml_desc(&dom, 0).unwrap().contains("other"));
    assert!(!domains.domain_get_xml_desc(&dom, VIR_DOMAIN_XML_INACTIVE).unwrap().contains("other"));
    domains.domain_destroy(&dom).unwrap();
    assert!(!domains.domain_get_xml_desc(&dom, 0).unwrap().contains("other"));
}

#[test]
fn a_renamed_domain_is_found_by_its_new_name_alone() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    let dom = host.define("a", "");
    host.define("b", "");
    host.events();
    assert_eq!(
        refusal(domains.domain_rename(&dom, Some("a"), 0)),
        "Requested operation is not valid: Can't rename domain to itself"
    );
    assert_eq!(
        refusal(domains.domain_rename(&dom, Some("b"), 0)),
        "Requested operation is not valid: domain with name 'b' already exists"
    );
    domains.domain_rename(&dom, Some("c"), 0).unwrap();
    assert!(domains.domain_lookup_by_name("a").is_err());
    assert_eq!(domains.domain_lookup_by_name("c").unwrap().uuid, dom.uuid);
    assert!(domains.domain_get_xml_desc(&dom, 0).unwrap().contains("<name>c</name>"));
    let names: Vec<String> = host
        .events()
        .iter()
        .filter_map(|event| match &**event {
            Event::DomainLifecycle { dom, .. } => Some(dom.name.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["a", "c"]);
}

#[test]
fn lists_are_filtered_by_group() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    host.running("a", "");
    host.define("b", "");
    let paused = host.running("c", "");
    domains.domain_suspend(&paused).unwrap();
    domains.domain_create_xml(&document("d", ""), 0).unwrap();
    let names = |flags| -> Vec<String> {
        let listing = domains.connect_list_all_domains(1, flags).unwrap();
        listing.items.iter().map(|dom| dom.name.to_string()).collect()
    };
    assert_eq!(names(0), ["a", "b", "c", "d"]);
    assert_eq!(names(VIR_CONNECT_LIST_DOMAINS_ACTIVE), ["a", "c", "d"]);
    assert_eq!(names(VIR_CONNECT_LIST_DOMAINS_PAUSED | VIR_CONNECT_LIST_DOMAINS_SHUTOFF), ["b", "c"]);
    assert_eq!(names(VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_PERSISTENT), ["a", "c"]);
    assert_eq!(domains.connect_list_all_domains(0, 0).unwrap().count, 4);
    assert_eq!(domains.connect_num_of_domains().unwrap(), 3);
    assert_eq!(domains.connect_list_defined_domains(9).unwrap().0, ["b"]);
}

#[test]
fn a_domain_ends_with_the_connection_that_it_belongs_to() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    let dom = host.define("a", "");
    let flags = VIR_DOMAIN_START_AUTODESTROY | VIR_DOMAIN_START_PAUSED;
    domains.domain_create_with_flags(&dom, flags).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER));
    host.drivers.link.close();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_DESTROYED));
}

#[test]
fn a_guest_that_sleeps_wakes_up() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    let dom = host.running("a", "");
    domains.domain_pm_suspend_for_duration(&dom, VIR_NODE_SUSPEND_TARGET_MEM as u32, 0, 0).unwrap();
    assert_eq!(host.state(&dom).0, VIR_DOMAIN_PMSUSPENDED);
    domains.domain_pm_wakeup(&dom, 0).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_WAKEUP));
    let ids: Vec<i32> = host.events().iter().map(|event| event.id().1).collect();
    assert_eq!(ids, [0, VIR_DOMAIN_EVENT_ID_PMSUSPEND, VIR_DOMAIN_EVENT_ID_PMWAKEUP, 0]);
    let off = host.running("b", "<pm><suspend-to-mem enabled='no'/></pm>");
    assert!(domains.domain_pm_suspend_for_duration(&off, 0, 0, 0).is_err());
}

#[test]
fn a_node_file_says_how_its_domains_are() {
    let node = |extra: &str| {
        let text = document("a", extra)
            .replace("<domain ", "<domain xmlns:test='http://libvirt.org/schemas/domain/test/1.0' ");
        open_node(&format!("<node>{text}</node>"))
    };
    let drivers = node("<test:runstate>3</test:runstate><test:transient/>").unwrap();
    let dom = drivers.domains.domain_lookup_by_name("a").unwrap();
    assert_eq!(dom.id, 1);
    assert_eq!(drivers.monitoring.domain_get_state(&dom, 0).unwrap().state, VIR_DOMAIN_PAUSED);
    assert_eq!(drivers.domains.domain_is_persistent(&dom).unwrap(), 0);
    for (extra, complaint) in [
        ("<test:runstate>8</test:runstate>", "XML error: runstate '8' out of range'"),
        ("<test:runstate>x</test:runstate>", "XML error: invalid runstate"),
        (
            "<test:transient/><test:runstate>5</test:runstate>",
            "XML error: transient domain cannot have runstate 'shutoff'",
        ),
        (
            "<test:hasmanagedsave/>",
            "XML error: domain with managedsave data can only have runstate 'shutoff'",
        ),
    ] {
        assert_eq!(refusal(node(extra)), complaint);
    }
}
