//! Disks: the devices that guests see, the nodes behind them, and what went through them.

use super::super::{Monitor, value::Fields};
use serde_json::{Value, json};
use std::collections::HashMap;
use virt_error::Result;

/// A device with a medium or a place for one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockDevice {
    /// The old name of the drive; empty for one that `-blockdev` made.
    pub device: String,
    /// The device's identifier, or its path in the object tree: `virtio-disk0`,
    /// `/machine/peripheral/virtio-disk0/virtio-backend`.
    pub qdev: Option<String>,
    pub locked: bool,
    pub removable: bool,
    /// `None` for a device without a tray.
    pub tray_open: Option<bool>,
    /// `ok`, `failed`, `nospace`.
    pub io_status: Option<String>,
    /// The node of the medium; `None` when there is none.
    pub node: Option<String>,
}

/// A node of the block graph: a file, a format, a filter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockNode {
    pub name: String,
    /// `qcow2`, `file` …
    pub driver: String,
    pub filename: String,
    /// In bytes: what the guest sees, and what is allocated on the host.
    pub virtual_size: u64,
    pub actual_size: Option<u64>,
    /// The file in it that backs it, as it is written there.
    pub backing_file: Option<String>,
    /// Where writes go beyond which an event is sent, in bytes; 0 for nowhere.
    pub write_threshold: u64,
    pub read_only: bool,
}

/// What went through a device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockStats {
    pub device: String,
    pub qdev: Option<String>,
    pub node: Option<String>,
    pub read_requests: u64,
    pub read_bytes: u64,
    /// In nanoseconds, like the other times.
    pub read_time: u64,
    pub write_requests: u64,
    pub write_bytes: u64,
    pub write_time: u64,
    pub flush_requests: u64,
    pub flush_time: u64,
    /// The highest byte that was written; only where the format tells.
    pub write_highest: Option<u64>,
    /// Of the nodes below the device's own, by their names.
    pub nodes: HashMap<String, Option<u64>>,
}

impl BlockDevice {
    pub fn read_all(command: &str, value: &Value) -> Result<Vec<BlockDevice>> {
        let read = |fields: Fields<'_>| {
            let inserted = fields.some_object("inserted")?;
            let node = inserted.map(|inserted| inserted.some_text("node-name")).transpose()?.flatten();
            Ok(BlockDevice {
                device: fields.some_text("device")?.unwrap_or_default().to_owned(),
                qdev: fields.some_text("qdev")?.map(str::to_owned),
                locked: fields.some_flag("locked")?.unwrap_or(false),
                removable: fields.some_flag("removable")?.unwrap_or(false),
                tray_open: fields.some_flag("tray_open")?,
                io_status: fields.some_text("io-status")?.map(str::to_owned),
                node: node.map(str::to_owned),
            })
        };
        Fields::list(command, value)?.into_iter().map(read).collect()
    }

    /// Whether this is the device with that alias.
    pub fn is(&self, alias: &str) -> bool {
        is_device(&self.device, self.qdev.as_deref(), alias)
    }
}

/// Whether an entry is about the device with that alias: by the old name of its drive, by its own identifier, or by
/// the path of it or its backend.
fn is_device(device: &str, qdev: Option<&str>, alias: &str) -> bool {
    let Some(qdev) = qdev else { return device.strip_prefix("drive-") == Some(alias) };
    let name = qdev.strip_prefix("/machine/peripheral/").unwrap_or(qdev);
    name.split('/').next() == Some(alias)
}

impl BlockNode {
    pub fn read_all(command: &str, value: &Value) -> Result<Vec<BlockNode>> {
        let read = |fields: Fields<'_>| {
            let image = fields.object("image")?;
            Ok(BlockNode {
                name: fields.some_text("node-name")?.unwrap_or_default().to_owned(),
                driver: fields.text("drv")?.to_owned(),
                filename: image.some_text("filename")?.unwrap_or_default().to_owned(),
                virtual_size: image.number("virtual-size")?,
                actual_size: image.some_number("actual-size")?,
                backing_file: fields.some_text("backing_file")?.map(str::to_owned),
                write_threshold: fields.some_number("write_threshold")?.unwrap_or(0),
                read_only: fields.some_flag("ro")?.unwrap_or(false),
            })
        };
        Fields::list(command, value)?.into_iter().map(read).collect()
    }
}

impl BlockStats {
    pub fn read_all(command: &str, value: &Value) -> Result<Vec<BlockStats>> {
        Fields::list(command, value)?.into_iter().map(BlockStats::read).collect()
    }

    fn read(fields: Fields<'_>) -> Result<BlockStats> {
        let stats = fields.object("stats")?;
        // Times may be negative by a bug of old emulators; none of them is worth an error.
        let time = |name| stats.find(name).and_then(Value::as_u64).unwrap_or(0);
        let mut nodes = HashMap::new();
        below(fields, &mut nodes)?;
        Ok(BlockStats {
            device: fields.some_text("device")?.unwrap_or_default().to_owned(),
            qdev: fields.some_text("qdev")?.map(str::to_owned),
            node: fields.some_text("node-name")?.map(str::to_owned),
            read_requests: stats.number("rd_operations")?,
            read_bytes: stats.number("rd_bytes")?,
            read_time: time("rd_total_time_ns"),
            write_requests: stats.number("wr_operations")?,
            write_bytes: stats.number("wr_bytes")?,
            write_time: time("wr_total_time_ns"),
            flush_requests: stats.some_number("flush_operations")?.unwrap_or(0),
            flush_time: time("flush_total_time_ns"),
            write_highest: highest(fields)?,
            nodes,
        })
    }

    /// Whether this is about the device with that alias.
    pub fn is(&self, alias: &str) -> bool {
        is_device(&self.device, self.qdev.as_deref(), alias)
    }
}

/// The highest byte that was written to a node: what the one below it says.
fn highest(fields: Fields<'_>) -> Result<Option<u64>> {
    match fields.some_object("parent")? {
        Some(parent) => parent.object("stats")?.some_number("wr_highest_offset"),
        None => Ok(None),
    }
}

/// The nodes below one. An answer is at most 128 levels deep, as deep as JSON is read.
fn below(fields: Fields<'_>, nodes: &mut HashMap<String, Option<u64>>) -> Result<()> {
    for name in ["parent", "backing"] {
        let Some(node) = fields.some_object(name)? else { continue };
        if let Some(name) = node.some_text("node-name")? {
            nodes.insert(name.to_owned(), highest(node)?);
        }
        below(node, nodes)?;
    }
    Ok(())
}

impl Monitor {
    pub fn query_block(&self) -> Result<Vec<BlockDevice>> {
        self.get("query-block", Value::Null, BlockDevice::read_all)
    }

    /// Every node, without those behind it repeated in it.
    pub fn query_block_nodes(&self) -> Result<Vec<BlockNode>> {
        self.get("query-named-block-nodes", json!({"flat": true}), BlockNode::read_all)
    }

    pub fn query_block_stats(&self) -> Result<Vec<BlockStats>> {
        self.get("query-blockstats", Value::Null, BlockStats::read_all)
    }

    /// Makes a node; `properties` has its `node-name` and `driver`.
    pub fn blockdev_add(&self, properties: Value) -> Result<()> {
        self.tell("blockdev-add", properties)
    }

    pub fn blockdev_del(&self, node: &str) -> Result<()> {
        self.tell("blockdev-del", json!({"node-name": node}))
    }

    /// Changes the size of a node, in bytes.
    pub fn block_resize(&self, node: &str, size: u64) -> Result<()> {
        self.tell("block_resize", json!({"node-name": node, "size": size}))
    }

    /// Limits what goes through a device; `limits` are the command's members without `id`.
    pub fn block_set_io_throttle(&self, id: &str, mut limits: serde_json::Map<String, Value>) -> Result<()> {
        limits.insert("id".to_owned(), id.into());
        self.tell("block_set_io_throttle", Value::Object(limits))
    }

    /// Opens the tray of a device, even one that the guest has locked when `force`.
    pub fn open_tray(&self, id: &str, force: bool) -> Result<()> {
        self.tell("blockdev-open-tray", json!({"id": id, "force": force}))
    }

    pub fn close_tray(&self, id: &str) -> Result<()> {
        self.tell("blockdev-close-tray", json!({"id": id}))
    }

    pub fn remove_medium(&self, id: &str) -> Result<()> {
        self.tell("blockdev-remove-medium", json!({"id": id}))
    }

    pub fn insert_medium(&self, id: &str, node: &str) -> Result<()> {
        self.tell("blockdev-insert-medium", json!({"id": id, "node-name": node}))
    }
}
