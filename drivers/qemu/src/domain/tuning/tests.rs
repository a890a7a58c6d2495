//! What a real guest may use, changed while it runs and in its persistent document.

use crate::{connection::QemuConnection, directories::Directories, emulator::Emulators, state::QemuState};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};
use virt_core::{
    api::{Domains, Tuning},
    connection::OpenRequest,
    constants::*,
    domain::DomainHost,
    records::Domain,
    types::*,
};
use virt_error::{Code, Result};

const QEMU: &str = "/usr/bin/qemu-system-x86_64";
const LIVE: u32 = VIR_DOMAIN_AFFECT_LIVE;
const CONFIG: u32 = VIR_DOMAIN_AFFECT_CONFIG;

/// A guest that runs, in an instance of its own; both are gone with the test.
struct Guest {
    root: PathBuf,
    connection: QemuConnection,
    dom: Domain,
}

impl Guest {
    /// `None`, with a printed reason, where there is no emulator.
    fn start(vcpus: &str, devices: &str) -> Option<Guest> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        if !Path::new(QEMU).exists() {
            println!("skipped: no {QEMU}");
            return None;
        }
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("virt-tuning-{}-{count}", std::process::id()));
        fs::create_dir_all(&root).unwrap();
        // What emulators answer is kept once for all tests.
        let known = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/test-emulators"));
        let directories = Directories::embedded(known);
        directories.make().unwrap();
        Emulators::new(&directories).at(Path::new(QEMU)).unwrap();
        std::os::unix::fs::symlink(known.join("cache"), root.join("cache")).unwrap();
        let uri = format!("qemu:///embed?root={}", root.display());
        let request = OpenRequest { uri: &uri, read_only: false, auth: None, flags: 0 };
        let connection = QemuConnection::new(QemuState::join(&root).unwrap(), &request);
        let xml = format!(
            "<domain type='qemu'><name>tuned</name><memory unit='MiB'>32</memory>{vcpus}\
             <os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features>\
             <devices><emulator>{QEMU}</emulator>{devices}</devices></domain>"
        );
        let dom = connection.domain_define_xml(&xml).unwrap();
        connection.domain_create(&dom).unwrap();
        Some(Guest { root, connection, dom })
    }

    fn xml(&self, flags: u32) -> String {
        self.connection.domain_get_xml_desc(&self.dom, flags).unwrap()
    }

    /// The threads of the guest's processors, by number.
    fn threads(&self) -> Vec<(u32, u32)> {
        let state = self.connection.state.snapshot(&self.dom).unwrap();
        let vcpus = state.extra.run().unwrap().running.vcpus();
        vcpus.iter().map(|known| (known.vcpu, known.thread)).collect()
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        let _ = self.connection.domain_destroy(&self.dom);
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn complaint<T>(outcome: Result<T>) -> (Code, String) {
    match outcome {
        Ok(_) => panic!("an error was expected"),
        Err(error) => (error.code(), error.message().to_owned()),
    }
}

fn map(bits: &[u8]) -> Bytes<2048> {
    Bytes(bits.to_vec())
}

#[test]
fn processors_are_plugged_in_and_listed() {
    let Some(guest) = Guest::start("<vcpu current='1'>3</vcpu>", "") else { return };
    let connection = &guest.connection;
    assert_eq!(guest.threads().len(), 1);
    connection.domain_set_vcpus_flags(&guest.dom, 2, LIVE).unwrap();
    assert_eq!(guest.threads().iter().map(|(vcpu, _)| *vcpu).collect::<Vec<u32>>(), [0, 1]);
    let xml = guest.xml(0);
    for line in [
        "<vcpu placement='static' current='2'>3</vcpu>",
        "<vcpu id='0' enabled='yes' hotpluggable='no' order='1'/>",
        "<vcpu id='1' enabled='yes' hotpluggable='yes' order='2'/>",
        "<vcpu id='2' enabled='no' hotpluggable='yes'/>",
    ] {
        assert!(xml.contains(line), "{line}\n{xml}");
    }
    assert!(guest.xml(VIR_DOMAIN_XML_INACTIVE).contains("<vcpu placement='static' current='1'>3</vcpu>"));
    assert_eq!(connection.domain_get_vcpus_flags(&guest.dom, LIVE).unwrap(), 2);
    assert_eq!(connection.domain_get_max_vcpus(&guest.dom).unwrap(), 3);
    let listed = connection.domain_get_vcpus(&guest.dom, 3, 1).unwrap();
    assert_eq!((listed.info.0.len(), listed.cpumaps.0.len()), (2, 2));
    assert_eq!(listed.info.0[1].number, 1);

    connection.domain_set_vcpu(&guest.dom, "2", 1, LIVE).unwrap();
    assert_eq!(guest.threads().len(), 3);
    let texts = [
        complaint(connection.domain_set_vcpus_flags(&guest.dom, 5, LIVE)),
        complaint(connection.domain_set_vcpu(&guest.dom, "0", 0, LIVE)),
        complaint(connection.domain_set_vcpu(&guest.dom, "1", 1, LIVE)),
        complaint(connection.domain_set_vcpu(&guest.dom, "9", 1, LIVE)),
    ];
    assert_eq!(
        texts[0].1,
        "invalid argument: requested vcpus is greater than max allowable vcpus for the live domain: 5 > 3"
    );
    assert_eq!(
        texts[1],
        (Code::OperationUnsupported, "Operation not supported: vcpu '0' can't be unplugged".into())
    );
    assert_eq!(texts[2].1, "invalid argument: vcpu '1' is already in requested state");
    assert_eq!(texts[3].1, "invalid argument: vcpu 9 is not present in live config");
}

#[test]
fn processors_that_can_go_are_plugged_in_at_the_start() {
    let vcpus = "<vcpu current='2'>2</vcpu><vcpus><vcpu id='0' enabled='yes' hotpluggable='no'/>\
        <vcpu id='1' enabled='yes' hotpluggable='yes'/></vcpus>";
    let Some(guest) = Guest::start(vcpus, "") else { return };
    assert_eq!(guest.threads().len(), 2);
    let monitor = guest.connection.monitor(&guest.dom).unwrap().1;
    let slots = crate::process::hotplug::slots(&monitor).unwrap();
    assert!(!slots[0].is_removable() && slots[1].is_removable());
}

#[test]
fn a_pin_holds_for_the_thread_and_for_the_documents() {
    let Some(guest) = Guest::start("<vcpu current='1'>2</vcpu>", "") else { return };
    let (connection, dom) = (&guest.connection, &guest.dom);
    let (_, thread) = guest.threads()[0];
    connection.domain_pin_vcpu_flags(dom, 0, &map(&[1]), LIVE | CONFIG).unwrap();
    assert_eq!(virt_sys::affinity::of_thread(thread).unwrap(), [0]);
    // One that is not there is pinned when it comes.
    connection.domain_pin_vcpu_flags(dom, 1, &map(&[1]), LIVE).unwrap();
    connection.domain_set_vcpus_flags(dom, 2, LIVE).unwrap();
    let (_, thread) = guest.threads()[1];
    assert_eq!(virt_sys::affinity::of_thread(thread).unwrap(), [0]);
    connection.domain_pin_emulator(dom, &map(&[1]), LIVE).unwrap();
    let pins = connection.domain_get_vcpu_pin_info(dom, 2, 1, LIVE).unwrap();
    assert_eq!((pins.num, pins.cpumaps.0.as_slice()), (2, &[1, 1][..]));
    assert_eq!(connection.domain_get_emulator_pin_info(dom, 1, LIVE).unwrap().cpumap.0, [1]);
    assert!(guest.xml(0).contains("<emulatorpin cpuset='0'/>"));
    assert!(guest.xml(VIR_DOMAIN_XML_INACTIVE).contains("<vcpupin vcpu='0' cpuset='0'/>"));
    let empty = complaint(connection.domain_pin_vcpu_flags(dom, 0, &map(&[0]), LIVE));
    assert_eq!(empty.1, "invalid argument: Empty cpu list for pinning");
    let far = complaint(connection.domain_pin_vcpu_flags(dom, 7, &map(&[1]), LIVE));
    assert_eq!(far.1, "invalid argument: vcpu 7 is out of range of live cpu count 2");
}

#[test]
fn io_threads_come_and_go() {
    let Some(guest) = Guest::start("<vcpu>1</vcpu>", "") else { return };
    let (connection, dom) = (&guest.connection, &guest.dom);
    connection.domain_add_iothread(dom, 4, LIVE | CONFIG).unwrap();
    let listed = connection.domain_get_iothread_info(dom, LIVE).unwrap();
    assert_eq!(listed.items.0[0].iothread_id, 4);
    connection.domain_pin_iothread(dom, 4, &map(&[1]), LIVE).unwrap();
    assert_eq!(connection.domain_get_iothread_info(dom, LIVE).unwrap().items.0[0].cpumap.0[0], 1);
    let params = Params::from(vec![TypedParam::new("poll_max_ns", Value::ULLong(1000))]);
    connection.domain_set_iothread_params(dom, 4, &params, LIVE).unwrap();
    let monitor = connection.monitor(dom).unwrap().1;
    assert_eq!(monitor.qom_get("/objects/iothread4", "poll-max-ns").unwrap(), 1000);
    assert_eq!(
        complaint(connection.domain_add_iothread(dom, 4, LIVE)).1,
        "invalid argument: an IOThread is already using iothread_id '4'"
    );
    connection.domain_del_iothread(dom, 4, LIVE).unwrap();
    assert!(connection.domain_get_iothread_info(dom, LIVE).unwrap().items.0.is_empty());
    assert!(guest.xml(VIR_DOMAIN_XML_INACTIVE).contains("<iothread id='4'/>"));
}

#[test]
fn the_balloon_and_the_document_have_bounds() {
    let Some(guest) = Guest::start("<vcpu>1</vcpu>", "<memballoon model='virtio'/>") else { return };
    let (connection, dom) = (&guest.connection, &guest.dom);
    connection.domain_set_memory(dom, 16 * 1024).unwrap();
    assert_eq!(
        complaint(connection.domain_set_memory_flags(dom, 64 * 1024, LIVE)).1,
        "invalid argument: cannot set memory higher than max memory"
    );
    assert_eq!(
        complaint(connection.domain_set_max_memory(dom, 64 * 1024)).1,
        "Requested operation is not valid: cannot resize the maximum memory on an active domain"
    );
    connection.domain_set_memory_flags(dom, 64 * 1024, CONFIG | VIR_DOMAIN_MEM_MAXIMUM).unwrap();
    assert!(guest.xml(VIR_DOMAIN_XML_INACTIVE).contains("<memory unit='KiB'>65536</memory>"));
    assert!(guest.xml(0).contains("<memory unit='KiB'>32768</memory>"));
}

#[test]
fn what_needs_a_control_group_is_kept_and_refused_while_it_runs() {
    let Some(guest) = Guest::start("<vcpu>1</vcpu>", "") else { return };
    if !virt_sys::process::is_root() {
        return println!("skipped: without privileges all of it is refused");
    }
    let (connection, dom) = (&guest.connection, &guest.dom);
    let shares = Params::from(vec![TypedParam::new("cpu_shares", Value::ULLong(33))]);
    let refused = complaint(connection.domain_set_scheduler_parameters_flags(dom, &shares, LIVE));
    assert_eq!(refused.1, "Requested operation is not valid: cgroup CPU controller is not mounted");
    connection.domain_set_scheduler_parameters_flags(dom, &shares, CONFIG).unwrap();
    let params = connection.domain_get_scheduler_parameters_flags(dom, 9, CONFIG).unwrap();
    assert_eq!(params.0[0], TypedParam::new("cpu_shares", Value::ULLong(33)));
    assert!(guest.xml(VIR_DOMAIN_XML_INACTIVE).contains("<shares>33</shares>"));
    let wrong = Params::from(vec![TypedParam::new("vcpu_period", Value::ULLong(5))]);
    assert_eq!(
        complaint(connection.domain_set_scheduler_parameters_flags(dom, &wrong, CONFIG)).0,
        Code::InvalidArg
    );
    assert_eq!(
        complaint(connection.domain_get_memory_parameters(dom, 3, LIVE)).1,
        "Requested operation is not valid: cgroup memory controller is not mounted"
    );
}

#[test]
fn metadata_is_in_both_documents_and_outlives_the_run() {
    let Some(guest) = Guest::start("<vcpu>1</vcpu>", "") else { return };
    let (connection, dom) = (&guest.connection, &guest.dom);
    let kind = VIR_DOMAIN_METADATA_ELEMENT;
    connection.domain_set_metadata(dom, kind, Some("<a/>"), Some("k"), Some("urn:x"), LIVE | CONFIG).unwrap();
    assert_eq!(connection.domain_get_metadata(dom, kind, Some("urn:x"), LIVE).unwrap(), "<a/>");
    connection.domain_destroy(dom).unwrap();
    assert_eq!(connection.domain_get_metadata(dom, kind, Some("urn:x"), CONFIG).unwrap(), "<a/>");
    assert_eq!(
        complaint(connection.domain_get_metadata(dom, VIR_DOMAIN_METADATA_TITLE, None, 0)).0,
        Code::NoDomainMetadata
    );
    let text = fs::read_to_string(guest.root.join("etc/qemu/tuned.xml")).unwrap();
    assert!(text.contains("<k:a xmlns:k=\"urn:x\"/>") || text.contains("xmlns:k="), "{text}");
}

#[test]
fn a_disk_has_limits() {
    let image = std::env::temp_dir().join(format!("virt-tuning-{}.img", std::process::id()));
    fs::write(&image, vec![0; 1 << 20]).unwrap();
    let disk = format!(
        "<disk type='file'><driver name='qemu' type='raw'/><source file='{}'/><target dev='vda' bus='virtio'/></disk>",
        image.display()
    );
    let guest = Guest::start("<vcpu>1</vcpu>", &disk);
    if let Some(guest) = &guest {
        let (connection, dom) = (&guest.connection, &guest.dom);
        let params = Params::from(vec![
            TypedParam::new("total_bytes_sec", Value::ULLong(1 << 20)),
            TypedParam::new("read_iops_sec", Value::ULLong(100)),
        ]);
        connection.domain_set_block_io_tune(dom, "vda", &params, LIVE | CONFIG).unwrap();
        let monitor = connection.monitor(dom).unwrap().1;
        let block = monitor.run("query-block", serde_json::Value::Null).unwrap();
        assert_eq!(block[0]["inserted"]["bps"], 1 << 20, "{block}");
        assert_eq!(block[0]["inserted"]["iops_rd"], 100);
        let told = connection.domain_get_block_io_tune(dom, Some("vda"), 20, LIVE).unwrap();
        assert_eq!(told.params.0[0], TypedParam::new("total_bytes_sec", Value::ULLong(1 << 20)));
        assert!(guest.xml(VIR_DOMAIN_XML_INACTIVE).contains("<read_iops_sec>100</read_iops_sec>"));
        assert_eq!(
            complaint(connection.domain_get_block_io_tune(dom, Some("vdx"), 20, LIVE)).1,
            "invalid argument: disk 'vdx' not found in domain"
        );
    }
    drop(guest);
    fs::remove_file(&image).unwrap();
}
