//! The commands against answers as QEMU gives them, and as it should not.

use super::{super::fake, *};
use serde_json::json;
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use virt_error::Error;
use virt_sys::reactor::Reactor;

struct Deaf;

impl crate::monitor::Listener for Deaf {
    fn event(&self, _: &str, _: Value, _: u64) {}
    fn closed(&self, _: Error) {}
}

/// A monitor that answers every command with `answer`; what was sent is kept.
fn answering(answer: Value) -> (Arc<Monitor>, Arc<Mutex<Vec<Value>>>) {
    let sent = Arc::new(Mutex::new(Vec::new()));
    let keep = sent.clone();
    let near = fake::start(move |command, far| {
        let mut kept = command.clone();
        if let Some(object) = kept.as_object_mut() {
            object.remove("id");
        }
        keep.lock().unwrap().push(kept);
        far.answer(command, answer.clone())
    });
    (
        Monitor::open(&Reactor::new("test"), near, "web", Duration::from_secs(30), Arc::new(Deaf)).unwrap(),
        sent,
    )
}

#[test]
fn a_state_is_read() {
    let (monitor, sent) = answering(json!({"running": false, "singlestep": false, "status": "prelaunch"}));
    assert_eq!(monitor.query_status().unwrap(), RunState { running: false, status: "prelaunch".into() });
    assert_eq!(sent.lock().unwrap()[..], [json!({"execute": "query-status"})]);
    assert!(answering(json!({"running": "yes", "status": "x"})).0.query_status().is_err());
    assert!(answering(json!([])).0.query_status().is_err());
}

#[test]
fn processors_come_in_order() {
    let (monitor, _) = answering(json!([
        {"thread-id": 12, "props": {"core-id": 0, "thread-id": 0, "socket-id": 1}, "qom-path": "/machine/unattached/device[2]",
         "cpu-index": 1, "target": "x86_64"},
        {"thread-id": 11, "cpu-index": 0, "target": "x86_64"},
    ]));
    let cpus =
        Cpu::read_all("query-cpus-fast", &monitor.run("query-cpus-fast", Value::Null).unwrap()).unwrap();
    assert_eq!(cpus.iter().map(|cpu| (cpu.index, cpu.thread)).collect::<Vec<_>>(), [(0, 11), (1, 12)]);
    assert_eq!(cpus[1].properties["socket-id"], 1);
}

#[test]
fn a_character_device_tells_its_terminal() {
    let (monitor, _) = answering(json!([
        {"frontend-open": true, "filename": "pty:/dev/pts/3", "label": "charserial0"},
        {"frontend-open": false, "filename": "unix:/x,server=on", "label": "charchannel0"},
    ]));
    let chardevs = monitor.query_chardevs().unwrap();
    assert_eq!(chardevs[0].pty(), Some("/dev/pts/3"));
    assert_eq!((chardevs[1].pty(), chardevs[1].frontend_open), (None, false));
    let (monitor, _) = answering(json!({"pty": "/dev/pts/4"}));
    let pty = monitor.chardev_add("c", json!({"type": "pty", "data": {}})).unwrap();
    assert_eq!(pty.as_deref(), Some("/dev/pts/4"));
}

#[test]
fn a_block_device_is_known_by_its_alias() {
    let (monitor, _) = answering(json!([
        {"io-status": "ok", "device": "", "locked": false, "removable": false, "type": "unknown",
         "qdev": "/machine/peripheral/virtio-disk0/virtio-backend",
         "inserted": {"node-name": "libvirt-1-format", "image": {}}},
        {"device": "", "locked": true, "removable": true, "qdev": "sata0-0-1", "tray_open": true, "type": "unknown"},
        {"device": "drive-ide0-0-0", "locked": false, "removable": false, "type": "unknown"},
    ]));
    let devices = monitor.query_block().unwrap();
    assert!(devices[0].is("virtio-disk0") && !devices[0].is("virtio-disk01"));
    assert_eq!(devices[0].node.as_deref(), Some("libvirt-1-format"));
    assert!(devices[1].is("sata0-0-1") && devices[1].tray_open == Some(true));
    assert!(devices[2].is("ide0-0-0"));
}

#[test]
fn statistics_reach_down_the_chain() {
    let stats = |highest: u64| {
        json!({"rd_bytes": 512, "wr_bytes": 1024, "rd_operations": 1, "wr_operations": 2, "flush_operations": 3,
            "rd_total_time_ns": 10, "wr_total_time_ns": 20, "flush_total_time_ns": -5, "wr_highest_offset": highest})
    };
    let (monitor, _) = answering(json!([{
        "device": "", "qdev": "/machine/peripheral/virtio-disk0/virtio-backend", "node-name": "libvirt-2-format",
        "stats": stats(0),
        "parent": {"node-name": "libvirt-2-storage", "stats": stats(4096)},
        "backing": {"node-name": "libvirt-1-format", "stats": stats(0),
                    "parent": {"node-name": "libvirt-1-storage", "stats": stats(77)}},
    }]));
    let stats = monitor.query_block_stats().unwrap();
    assert!(stats[0].is("virtio-disk0"));
    assert_eq!((stats[0].read_bytes, stats[0].write_requests, stats[0].flush_time), (512, 2, 0));
    assert_eq!(stats[0].write_highest, Some(4096));
    assert_eq!(stats[0].nodes["libvirt-1-format"], Some(77));
}

#[test]
fn nodes_tell_their_sizes() {
    let (monitor, sent) = answering(json!([{
        "node-name": "libvirt-1-format", "drv": "qcow2", "ro": false, "write_threshold": 0,
        "image": {"virtual-size": 1048576, "filename": "/a.qcow2", "format": "qcow2", "actual-size": 200704},
    }]));
    let nodes = monitor.query_block_nodes().unwrap();
    assert_eq!((nodes[0].virtual_size, nodes[0].actual_size), (1_048_576, Some(200_704)));
    assert_eq!(sent.lock().unwrap()[0]["arguments"], json!({"flat": true}));
}

#[test]
fn progress_of_a_migration_is_read() {
    let (monitor, _) = answering(json!({
        "status": "active", "total-time": 12, "expected-downtime": 300, "setup-time": 1,
        "ram": {"transferred": 1, "remaining": 2, "total": 3, "duplicate": 4, "normal": 5, "normal-bytes": 6,
                "mbps": 8.0, "dirty-pages-rate": 7, "dirty-sync-count": 1, "page-size": 4096, "postcopy-requests": 0},
    }));
    let migration = monitor.query_migrate().unwrap();
    assert_eq!(migration.status.as_deref(), Some("active"));
    assert_eq!(migration.ram.unwrap().bandwidth, Some(1_000_000));
    assert_eq!(answering(json!({})).0.query_migrate().unwrap(), Migration::default());
}

#[test]
fn what_is_sent_is_what_qemu_reads() {
    let (monitor, sent) = answering(json!({}));
    monitor.send_key(&[30, 48], Some(100)).unwrap();
    assert!(monitor.device_del("x").unwrap());
    assert!(monitor.balloon(5).unwrap());
    let sent: Vec<Value> = sent.lock().unwrap().iter().map(|command| command["arguments"].clone()).collect();
    assert_eq!(
        sent,
        [
            json!({"keys": [{"type": "number", "data": 30}, {"type": "number", "data": 48}], "hold-time": 100}),
            json!({"id": "x"}),
            json!({"value": 5}),
        ]
    );
    assert!(monitor.human_command("info status").is_err());
    assert_eq!(answering(json!("ok\r\n")).0.human_command("x").unwrap(), "ok\r\n");
}
