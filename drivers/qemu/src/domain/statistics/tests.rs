use super::{bulk, kvm, *};
use serde_json::{Value as Json, json};
use virt_conf::domain::{Domain as Document, ParseFlags};
use virt_conf::host::Host;

fn document(devices: &str) -> Document {
    let text = format!(
        "<domain type='qemu'><name>web</name><memory>1024</memory><os><type arch='x86_64'>hvm</type></os>\
         <devices>{devices}</devices></domain>"
    );
    let flags = ParseFlags { bare: true, live: true, ..ParseFlags::default() };
    Document::parse(&text, flags, &Host::default()).unwrap()
}

fn shown(list: &List) -> Vec<String> {
    let show = |param: &TypedParam| match &param.value {
        Value::Int(value) => format!("{}={value}", param.field),
        Value::UInt(value) => format!("{}={value}u", param.field),
        Value::ULLong(value) => format!("{}={value}", param.field),
        Value::String(value) => format!("{}={value}", param.field),
        Value::Boolean(value) => format!("{}={value}", param.field),
        other => format!("{}={other:?}", param.field),
    };
    list.0.iter().map(show).collect()
}

fn counters(read: u64, highest: u64) -> Json {
    json!({"rd_operations": read, "rd_bytes": read * 512, "wr_operations": 2, "wr_bytes": 1024,
           "rd_total_time_ns": 7, "wr_total_time_ns": 8, "flush_operations": 1, "flush_total_time_ns": 9,
           "wr_highest_offset": highest})
}

fn node(name: &str, size: u64, threshold: u64) -> Json {
    json!({"node-name": name, "drv": "qcow2", "write_threshold": threshold, "ro": false,
           "image": {"filename": "/a", "virtual-size": size}})
}

fn blocks() -> Answers {
    let device = json!({
        "device": "", "qdev": "/machine/peripheral/virtio-disk0/virtio-backend", "node-name": "libvirt-2-format",
        "stats": counters(5, 0), "parent": {"node-name": "libvirt-2-storage", "stats": counters(0, 4096)},
    });
    let nodes = json!([
        {"node-name": "libvirt-1-format", "stats": counters(11, 0)},
        {"node-name": "libvirt-2-format", "stats": counters(12, 0)},
    ]);
    Answers::of(vec![
        (("query-blockstats", Json::Null), json!([device])),
        (("query-blockstats", json!({"query-nodes": true})), nodes),
        (
            ("query-named-block-nodes", json!({"flat": true})),
            json!([
                node("libvirt-1-format", 100, 0),
                node("libvirt-2-format", 200, 0),
                node("libvirt-2-storage", 150, 77),
            ]),
        ),
    ])
}

const DISK: &str = "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>\
    <source file='/nonexistent/top' index='2'/><backingStore type='file' index='1'><format type='raw'/>\
    <source file='/nonexistent/base'/><backingStore/></backingStore><target dev='vda' bus='virtio'/>\
    <alias name='virtio-disk0'/></disk>";

#[test]
fn a_disk_has_its_counters_and_its_sizes() {
    let document = document(DISK);
    let disk = &document.devices.disks[0];
    let blocks = block::Blocks::read(&blocks()).unwrap();
    let mut list = List::default();
    assert_eq!(block::add(&mut list, disk, Some(&blocks), 3, false), 1);
    assert_eq!(
        shown(&list),
        [
            "block.3.name=vda",
            "block.3.path=/nonexistent/top",
            "block.3.backingIndex=2u",
            "block.3.rd.reqs=5",
            "block.3.rd.bytes=2560",
            "block.3.rd.times=7",
            "block.3.wr.reqs=2",
            "block.3.wr.bytes=1024",
            "block.3.wr.times=8",
            "block.3.fl.reqs=1",
            "block.3.fl.times=9",
            "block.3.allocation=4096",
            "block.3.capacity=200",
            "block.3.physical=150",
            "block.3.threshold=77",
        ]
    );
    let mut list = List::default();
    assert_eq!(block::add(&mut list, disk, Some(&blocks), 0, true), 2);
    let lines = shown(&list);
    assert!(lines.contains(&"block.1.path=/nonexistent/base".to_owned()), "{lines:?}");
    assert!(!lines.iter().any(|line| line.starts_with("block.1.rd.")), "{lines:?}");
    assert!(lines.contains(&"block.1.capacity=100".to_owned()));
    let sizes = block::info(disk, Some(&blocks));
    assert_eq!((sizes.allocation, sizes.capacity, sizes.physical), (Some(4096), Some(200), Some(150)));
}

#[test]
fn a_guest_that_does_not_answer_has_its_document_alone() {
    let document = document(DISK);
    assert!(block::Blocks::read(&Answers::default()).is_none());
    let mut list = List::default();
    block::add(&mut list, &document.devices.disks[0], None, 0, false);
    assert_eq!(
        shown(&list),
        ["block.0.name=vda", "block.0.path=/nonexistent/top", "block.0.backingIndex=2u"]
    );
    assert_eq!(balloon::current(&Answers::default()), None);
}

#[test]
fn the_size_of_an_image_at_rest_is_read_from_it() {
    let path = std::env::temp_dir().join(format!("virt-qemu-image-{}", std::process::id()));
    std::fs::write(&path, vec![1_u8; 8192]).unwrap();
    let text = format!(
        "<disk type='file'><driver name='qemu' type='raw'/><source file='{}'/><target dev='vda'/></disk>",
        path.display()
    );
    let sizes = block::at_rest(&document(&text).devices.disks[0]);
    assert_eq!((sizes.capacity, sizes.physical), (Some(8192), Some(8192)));
    std::fs::remove_file(path).unwrap();
}

#[test]
fn the_balloon_tells_in_kib_what_the_guest_told() {
    let document = document("<memballoon model='virtio'><alias name='balloon0'/></memballoon>");
    let path = balloon::path(&document).unwrap();
    assert_eq!(path, "/machine/peripheral/balloon0");
    let stats = json!({"stat-swap-in": 2048, "stat-major-faults": 7, "stat-free-memory": u64::MAX,
                       "stat-disk-caches": 4096});
    let answers = Answers::of(vec![
        (("query-balloon", Json::Null), json!({"actual": 1_048_576})),
        (("qom-get", balloon::question(&path)), json!({"stats": stats, "last-update": 99})),
    ]);
    assert_eq!(balloon::current(&answers), Some(1024));
    let told = balloon::told(&answers, &path);
    // Swapped in, major faults, the moment, caches.
    assert_eq!(told, [(0, 2), (2, 7), (9, 99), (10, 4)]);
    assert_eq!(balloon::path(&self::document("<memballoon model='none'/>")), None);
}

#[test]
fn counters_of_the_kernel_end_with_their_kind() {
    let answers = Answers::of(vec![
        (
            ("query-stats-schemas", kvm::schemas()),
            json!([{"target": "vm", "stats": [
                {"name": "pages", "type": "instant"}, {"name": "exits", "type": "cumulative"},
                {"name": "most", "type": "peak"}, {"name": "times", "type": "log2-histogram"}]}]),
        ),
        (
            ("query-stats", kvm::question("vm")),
            json!([{"provider": "kvm", "stats": [
                {"name": "pages", "value": 3}, {"name": "exits", "value": 4}, {"name": "most", "value": true},
                {"name": "times", "value": [1, 2]}, {"name": "unknown", "value": 1}]},
                {"provider": "other", "stats": [{"name": "pages", "value": 9}]}]),
        ),
        (
            ("query-stats", kvm::question("vcpu")),
            json!([{"provider": "kvm", "qom-path": "/a", "stats": [
                {"name": "halt_poll_success_ns", "value": 5}, {"name": "halt_poll_fail_ns", "value": 6}]},
                {"provider": "kvm", "qom-path": "/b", "stats": [
                {"name": "halt_poll_success_ns", "value": 10}, {"name": "halt_poll_fail_ns", "value": 20}]}]),
        ),
    ]);
    let mut list = List::default();
    kvm::add_guest(&mut list, &answers);
    assert_eq!(shown(&list), ["vm.pages.cur=3", "vm.exits.sum=4", "vm.most.max=true"]);
    assert_eq!(kvm::halt_polling(&answers), Some((15, 26)));
    assert_eq!(kvm::halt_polling(&Answers::default()), None);
}

#[test]
fn an_interface_counts_from_the_guests_side() {
    let of = |kind: &str| {
        let interfaces = document(&format!(
            "<interface type='{kind}'><source dev='lo' bridge='lo'/><target dev='lo'/></interface>"
        ))
        .devices
        .interfaces;
        interfaces.into_iter().next().unwrap()
    };
    assert!(bulk::counts_like_guest(&of("direct")));
    assert!(!bulk::counts_like_guest(&of("ethernet")) && !bulk::counts_like_guest(&of("bridge")));
}
