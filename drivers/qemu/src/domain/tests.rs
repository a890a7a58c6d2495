//! Instances and their domains, through the traits that the library calls. No emulator runs: documents are given complete.

use crate::{connection::QemuConnection, state::QemuState};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};
use virt_conf::domain::{Domain as Document, ParseFlags};
use virt_core::{
    api::{Domains, Monitoring, Saving, Tuning},
    connection::{Link, OpenRequest},
    constants::*,
    domain::DomainHost,
    event::{Class, Event, Filter, Subscriber},
    object::Allowed,
    records::Domain,
};
use virt_error::{Code, Origin, Result};

/// A root directory that goes with the test.
struct Root(PathBuf);

impl Root {
    fn new() -> Root {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("virt-qemu-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Root(path)
    }

    fn open(&self) -> QemuConnection {
        let uri = format!("qemu:///embed?root={}", self.0.display());
        let request = OpenRequest { uri: &uri, read_only: false, auth: None, flags: 0 };
        QemuConnection::new(QemuState::join(&self.0).unwrap(), &request)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn document(name: &str, number: u32, extra: &str) -> Document {
    let xml = format!(
        "<domain type='qemu'><name>{name}</name><uuid>00000000-0000-4000-8000-{number:012}</uuid>\
         <memory unit='KiB'>1024</memory><vcpu>1</vcpu><os><type arch='x86_64' machine='pc'>hvm</type>{extra}</os>\
         <devices><emulator>/usr/bin/qemu-system-x86_64</emulator></devices></domain>"
    );
    let flags = ParseFlags { bare: true, ..ParseFlags::default() };
    Document::parse(&xml, flags, &crate::state::bare_host()).unwrap()
}

fn define(connection: &QemuConnection, name: &str, number: u32) -> Result<Domain> {
    connection.define_document(document(name, number, ""), "virDomainDefineXML")
}

fn complaint<T>(result: Result<T>) -> (Code, String) {
    match result {
        Ok(_) => panic!("an error was expected"),
        Err(error) => (error.code(), error.message().to_owned()),
    }
}

fn names(connection: &QemuConnection) -> Vec<String> {
    connection.connect_list_defined_domains(100).unwrap().0
}

#[derive(Default)]
struct Heard(Mutex<Vec<(i32, i32)>>);

impl Subscriber for Heard {
    fn deliver(&self, _watch: i32, event: &Arc<Event>) {
        if let Event::DomainLifecycle { event, detail, .. } = **event {
            self.0.lock().unwrap().push((event, detail));
        }
    }
}

#[test]
fn connections_of_a_process_share_an_instance_until_the_last_is_closed() {
    let root = Root::new();
    let (one, other) = (root.open(), root.open());
    define(&one, "web", 1).unwrap();
    assert_eq!(names(&other), ["web"]);
    assert_eq!(fs::read_to_string(root.file("run/qemu/driver.pid")).unwrap(), std::process::id().to_string());
    one.close();
    one.close();
    assert!(root.file("run/qemu/driver.pid").exists());
    drop(other);
    assert!(!root.file("run/qemu/driver.pid").exists());
    assert_eq!(names(&root.open()), ["web"]);
}

#[test]
fn what_is_defined_is_on_disk_as_libvirt_writes_it_and_is_there_again() {
    let root = Root::new();
    let connection = root.open();
    let heard = Arc::new(Heard::default());
    let filter = Filter { class: Class::Domain, id: VIR_DOMAIN_EVENT_ID_LIFECYCLE, subject: None };
    connection.watch(&filter, heard.clone()).unwrap();
    let dom = define(&connection, "web", 1).unwrap();
    define(&connection, "web", 1).unwrap();
    let text = fs::read_to_string(root.file("etc/qemu/web.xml")).unwrap();
    assert!(text.starts_with(
        "<!--\nWARNING: THIS IS AN AUTO-GENERATED FILE. CHANGES TO IT ARE LIKELY TO BE\nOVERWRITTEN AND LOST. \
         Changes to this xml configuration should be made using:\n  virsh edit web\nor other application using the \
         libvirt API.\n-->\n\n<domain type='qemu'>\n  <name>web</name>\n"
    ));
    assert!(text.ends_with("</domain>\n"));
    let xml = connection.domain_get_xml_desc(&dom, 0).unwrap();
    drop(connection);
    let connection = root.open();
    let dom = connection.domain_lookup_by_name("web").unwrap();
    assert_eq!(connection.domain_get_xml_desc(&dom, 0).unwrap(), xml);
    assert_eq!(connection.domain_is_persistent(&dom).unwrap(), 1);
    assert_eq!(*heard.0.lock().unwrap(), [(0, 0), (0, 1)]);
}

#[test]
fn a_damaged_file_costs_only_its_own_domain() {
    let root = Root::new();
    let connection = root.open();
    for (name, number) in [("a", 1), ("b", 2), ("c", 3)] {
        define(&connection, name, number).unwrap();
    }
    drop(connection);
    let config = root.file("etc/qemu");
    fs::write(config.join("b.xml"), "<domain type='qemu'><name>b</na").unwrap();
    fs::copy(config.join("a.xml"), config.join("d.xml")).unwrap();
    fs::write(config.join("e.xml"), [0xff, 0xfe, 0]).unwrap();
    fs::write(config.join("f.xml"), "").unwrap();
    fs::create_dir(config.join("g.xml")).unwrap();
    assert_eq!(names(&root.open()), ["a", "c"]);
    assert!(config.join("b.xml").exists());
}

#[test]
fn names_and_uuids_belong_to_one_domain() {
    let root = Root::new();
    let connection = root.open();
    define(&connection, "a", 1).unwrap();
    let (code, text) = complaint(define(&connection, "a", 2));
    assert_eq!(code, Code::OperationFailed);
    assert!(
        text.contains("domain 'a' already exists with uuid 00000000-0000-4000-8000-000000000001"),
        "{text}"
    );
    let (_, text) = complaint(define(&connection, "b", 1));
    assert!(text.contains("domain 'a' is already defined with uuid"), "{text}");
    for name in [".", "..", &"x".repeat(300)] {
        assert_eq!(complaint(define(&connection, name, 9)).0, Code::XmlError, "{name}");
        assert_eq!(names(&connection), ["a"]);
    }
}

#[test]
fn a_definition_that_cannot_be_written_is_not_made() {
    let root = Root::new();
    let connection = root.open();
    let dom = define(&connection, "a", 1).unwrap();
    let before = connection.domain_get_xml_desc(&dom, 0).unwrap();
    // A directory in the place of the file: nobody, not even root, can write there.
    fs::remove_file(root.file("etc/qemu/a.xml")).unwrap();
    fs::create_dir_all(root.file("etc/qemu/a.xml/x")).unwrap();
    fs::create_dir_all(root.file("etc/qemu/b.xml/x")).unwrap();
    let changed = document("a", 1, "<cmdline>other</cmdline>");
    assert_eq!(complaint(connection.define_document(changed, "x")).0, Code::SystemError);
    assert_eq!(connection.domain_get_xml_desc(&dom, 0).unwrap(), before);
    assert_eq!(complaint(define(&connection, "b", 2)).0, Code::SystemError);
    assert_eq!(names(&connection), ["a"]);
}

#[test]
fn a_renamed_domain_leaves_nothing_under_its_old_name() {
    let root = Root::new();
    let connection = root.open();
    let dom = define(&connection, "a", 1).unwrap();
    define(&connection, "b", 2).unwrap();
    connection.domain_set_autostart(&dom, 1).unwrap();
    connection.domain_set_autostart_once(&dom, 1).unwrap();
    for (name, code) in [
        ("a", Code::OperationInvalid),
        ("b", Code::OperationInvalid),
        ("x/y", Code::XmlError),
        ("..", Code::XmlError),
    ] {
        assert_eq!(complaint(connection.domain_rename(&dom, Some(name), 0)).0, code, "{name}");
    }
    connection.domain_rename(&dom, Some("c"), 0).unwrap();
    assert!(!root.file("etc/qemu/a.xml").exists());
    assert!(
        ["a.xml", "a.xml.once"].iter().all(|name| !root.file("etc/qemu/autostart").join(name).is_symlink())
    );
    drop(connection);
    let connection = root.open();
    assert_eq!(names(&connection), ["b", "c"]);
    let dom = connection.domain_lookup_by_name("c").unwrap();
    assert_eq!(connection.domain_get_autostart(&dom).unwrap(), 1);
    assert_eq!(connection.domain_get_autostart_once(&dom).unwrap(), 1);
}

#[test]
fn what_a_domain_has_keeps_it_from_being_forgotten() {
    let root = Root::new();
    let connection = root.open();
    let nvram = root.file("vars.fd");
    fs::write(&nvram, "").unwrap();
    let extra = format!("<loader readonly='yes' type='pflash'>/x</loader><nvram>{}</nvram>", nvram.display());
    let dom = connection.define_document(document("a", 1, &extra), "x").unwrap();
    let refused = |flags: u32, text: &str| {
        let (code, found) = complaint(connection.domain_undefine_flags(&dom, flags));
        assert_eq!(code, Code::OperationInvalid);
        assert!(found.ends_with(text), "{found}");
    };
    refused(0, "cannot undefine domain with nvram");
    fs::write(root.file("lib/qemu/save/a.save"), "").unwrap();
    refused(VIR_DOMAIN_UNDEFINE_NVRAM, "Refusing to undefine while domain managed save image exists");
    let snapshots = root.file("lib/qemu/snapshot/a");
    fs::create_dir(&snapshots).unwrap();
    fs::write(snapshots.join("s.xml"), "").unwrap();
    refused(VIR_DOMAIN_UNDEFINE_NVRAM, "cannot delete inactive domain with 1 snapshots");
    let both = VIR_DOMAIN_UNDEFINE_NVRAM | VIR_DOMAIN_UNDEFINE_KEEP_NVRAM;
    assert_eq!(complaint(connection.domain_undefine_flags(&dom, both)).0, Code::InvalidArg);
    let all =
        VIR_DOMAIN_UNDEFINE_NVRAM | VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA;
    connection.domain_undefine_flags(&dom, all).unwrap();
    for gone in [nvram, snapshots, root.file("lib/qemu/save/a.save"), root.file("etc/qemu/a.xml")] {
        assert!(!gone.exists(), "{}", gone.display());
    }
    assert_eq!(complaint(connection.domain_undefine(&dom)).0, Code::NoDomain);
}

#[test]
fn what_does_not_run_is_refused_in_libvirts_words() {
    let root = Root::new();
    let connection = root.open();
    let dom = define(&connection, "a", 1).unwrap();
    let refused = |result: Result<()>, origin: Origin| {
        let error = result.unwrap_err();
        assert_eq!((error.code(), error.origin()), (Code::OperationInvalid, origin));
        assert_eq!(error.message(), "Requested operation is not valid: domain is not running");
    };
    refused(connection.domain_suspend(&dom), Origin::Domain);
    refused(connection.domain_resume(&dom), Origin::Domain);
    refused(connection.domain_reset(&dom, 0), Origin::Domain);
    refused(connection.domain_reboot(&dom, 0), Origin::Domain);
    refused(connection.domain_shutdown(&dom), Origin::Qemu);
    refused(connection.domain_destroy(&dom), Origin::Domain);
    refused(connection.domain_save(&dom, "/nonexistent/x"), Origin::Domain);
    refused(connection.domain_managed_save(&dom, 0), Origin::Domain);
    refused(connection.domain_core_dump(&dom, "/nonexistent/x", 0), Origin::Domain);
    let (code, text) = complaint(connection.domain_managed_save_get_xml_desc(&dom, 0));
    assert_eq!(code, Code::OperationInvalid);
    assert!(text.ends_with("domain does not have managed save image"));
    assert_eq!(
        complaint(connection.domain_suspend(&Domain { name: "x".into(), ..Domain::default() })).0,
        Code::NoDomain
    );
}

#[test]
fn a_getter_does_not_wait_for_a_job() {
    let root = Root::new();
    let connection = root.open();
    let dom = define(&connection, "a", 1).unwrap();
    let object = connection.state.domain(&dom).unwrap();
    let short = connection.state.change(&dom, "virDomainCreate").unwrap();
    let (done, waited) = std::sync::mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| {
            connection.domain_get_state(&dom, 0).unwrap();
            connection.domain_get_info(&dom).unwrap();
            connection.domain_get_xml_desc(&dom, 0).unwrap();
            connection.domain_has_managed_save_image(&dom, 0).unwrap();
            done.send(()).unwrap();
        });
        waited.recv_timeout(Duration::from_secs(10)).unwrap();
    });
    drop(short);
    let _long = object.begin_long("virDomainSave", Allowed::USUAL, Origin::Qemu).unwrap();
    assert_eq!(object.at_work(), (None, Some("virDomainSave")));
}

#[test]
fn another_root_is_another_instance() {
    let (root, other) = (Root::new(), Root::new());
    let connection = root.open();
    define(&connection, "a", 1).unwrap();
    assert!(names(&other.open()).is_empty());
    // Another way to the same directory is the same instance.
    let link = other.file("link");
    std::os::unix::fs::symlink(&root.0, &link).unwrap();
    let again = QemuState::join(Path::new(&link)).unwrap();
    assert!(Arc::ptr_eq(&again, &connection.state));
    QemuState::leave(&again);
}
