//! What went through a guest's disks, and how large they are.

use super::{Answers, List};
use crate::monitor::{BlockNode, BlockStats};
use serde_json::json;
use std::path::Path;
use virt_conf::domain::{
    disk::Disk,
    storage::{DiskType, Source, StorageFormat},
};
use virt_sys::image;

/// What the emulator said of its block devices and nodes.
pub struct Blocks {
    devices: Vec<BlockStats>,
    /// Of every node, when that was asked.
    by_node: Vec<BlockStats>,
    nodes: Vec<BlockNode>,
}

/// Sizes in bytes, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    pub allocation: Option<u64>,
    pub capacity: Option<u64>,
    pub physical: Option<u64>,
}

impl Blocks {
    /// `None` when the emulator did not answer, or not in a way that makes sense.
    pub fn read(answers: &Answers) -> Option<Blocks> {
        let statistics = |answer| BlockStats::read_all("query-blockstats", answer).ok();
        let nodes = answers.get("query-named-block-nodes", &json!({"flat": true}));
        Some(Blocks {
            devices: statistics(answers.plain("query-blockstats")?)?,
            by_node: answers
                .get("query-blockstats", &json!({"query-nodes": true}))
                .and_then(statistics)
                .unwrap_or_default(),
            nodes: nodes
                .and_then(|answer| BlockNode::read_all("query-named-block-nodes", answer).ok())
                .unwrap_or_default(),
        })
    }

    /// What went through a disk.
    pub fn of(&self, disk: &Disk) -> Option<&BlockStats> {
        let alias = &disk.info.alias.as_ref()?.0;
        self.devices.iter().find(|device| device.is(alias))
    }

    fn node(&self, name: &str) -> Option<&BlockNode> {
        self.nodes.iter().find(|node| node.name == name)
    }

    /// The node of the file below a format's node.
    fn storage(&self, name: &str) -> Option<&BlockNode> {
        let layer = name.strip_suffix("-format").map(|stem| format!("{stem}-storage"));
        layer.and_then(|name| self.node(&name)).or_else(|| self.node(name))
    }

    /// The sizes of an image by the name of its node.
    pub fn sizes(&self, name: &str, write_highest: Option<u64>) -> Sizes {
        Sizes {
            allocation: write_highest,
            capacity: self.node(name).map(|node| node.virtual_size),
            physical: self.storage(name).map(|node| node.virtual_size),
        }
    }

    /// Where writes are told of, in bytes.
    fn threshold(&self, name: &str) -> Option<u64> {
        self.storage(name).map(|node| node.write_threshold).filter(|threshold| *threshold > 0)
    }

    /// The node that a threshold of the image is set on.
    pub fn threshold_node(&self, name: &str) -> String {
        self.storage(name).map_or_else(|| name.to_owned(), |node| node.name.clone())
    }
}

/// The node that the emulator has for the image with this number.
fn node_name(index: u32) -> String {
    format!("libvirt-{index}-format")
}

/// Adds the records of a disk, one for its image and, when `backing`, one for each image behind it; how many.
pub fn add(list: &mut List, disk: &Disk, blocks: Option<&Blocks>, first: usize, backing: bool) -> usize {
    let kind = disk.kind.unwrap_or(DiskType::File);
    let source = disk.source.as_deref();
    let index = source.and_then(|source| source.index);
    header(list, first, disk.target_name(), source.and_then(|source| local_path(kind, source)), index);
    let device = blocks.and_then(|blocks| blocks.of(disk));
    if let Some(device) = device {
        counters(list, first, device);
    }
    match (blocks, device.and_then(|device| device.node.as_deref())) {
        (Some(blocks), Some(node)) => {
            let highest = device.and_then(|device| device.write_highest);
            sizes(list, first, blocks.sizes(node, highest));
            list.some_number(format!("block.{first}.threshold"), blocks.threshold(node));
        }
        _ => sizes(list, first, at_rest(disk)),
    }
    if !backing {
        return 1;
    }
    let mut count = 1;
    let mut store = disk.backing_store.as_deref();
    while let Some(layer) = store {
        let Some(source) = layer.source.as_deref() else { break };
        let place = first + count;
        let index = layer.index.or(source.index);
        let kind = layer.kind.unwrap_or(DiskType::File);
        header(list, place, disk.target_name(), local_path(kind, source), index);
        if let (Some(blocks), Some(index)) = (blocks, index) {
            let name = node_name(index);
            // What goes through it is counted at the disk.
            let of_node = blocks.by_node.iter().find(|one| one.node.as_deref() == Some(&name));
            sizes(list, place, blocks.sizes(&name, of_node.and_then(|device| device.write_highest)));
            list.some_number(format!("block.{place}.threshold"), blocks.threshold(&name));
        }
        count += 1;
        store = layer.backing_store.as_deref();
    }
    count
}

fn header(list: &mut List, place: usize, name: &str, path: Option<&str>, index: Option<u32>) {
    list.text(format!("block.{place}.name"), name);
    if let Some(path) = path {
        list.text(format!("block.{place}.path"), path);
    }
    if let Some(index) = index.filter(|index| *index > 0) {
        list.count(format!("block.{place}.backingIndex"), index as usize);
    }
}

fn counters(list: &mut List, place: usize, device: &BlockStats) {
    for (name, value) in [
        ("rd.reqs", device.read_requests),
        ("rd.bytes", device.read_bytes),
        ("rd.times", device.read_time),
        ("wr.reqs", device.write_requests),
        ("wr.bytes", device.write_bytes),
        ("wr.times", device.write_time),
        ("fl.reqs", device.flush_requests),
        ("fl.times", device.flush_time),
    ] {
        list.number(format!("block.{place}.{name}"), value);
    }
}

fn sizes(list: &mut List, place: usize, sizes: Sizes) {
    for (name, value) in
        [("allocation", sizes.allocation), ("capacity", sizes.capacity), ("physical", sizes.physical)]
    {
        list.some_number(format!("block.{place}.{name}"), value);
    }
}

/// Where an image lies on this host.
fn local_path(kind: DiskType, source: &Source) -> Option<&str> {
    match kind {
        DiskType::File => source.file.as_deref(),
        DiskType::Block => source.dev.as_deref(),
        DiskType::Dir => source.dir.as_deref(),
        _ => None,
    }
}

/// The sizes of a disk's image on this host, while no emulator uses it.
pub fn at_rest(disk: &Disk) -> Sizes {
    let kind = disk.kind.unwrap_or(DiskType::File);
    let path = disk.source.as_deref().and_then(|source| local_path(kind, source));
    let format = disk.driver.as_ref().and_then(|driver| driver.kind);
    path.and_then(|path| image_sizes(Path::new(path), format)).unwrap_or_default()
}

/// The sizes of an image, whose header tells its capacity unless it is raw.
fn image_sizes(path: &Path, format: Option<StorageFormat>) -> Option<Sizes> {
    let mut file = image::open(path).ok()?;
    let sizes = image::sizes(&mut file).ok()?;
    let raw = matches!(format, None | Some(StorageFormat::Raw));
    let capacity = if raw {
        sizes.physical
    } else {
        let head = image::head(&mut file).ok()?;
        image::read(&head, image::probe(&head)).ok()?.capacity.unwrap_or(sizes.physical)
    };
    Some(Sizes {
        allocation: Some(sizes.allocation),
        capacity: Some(capacity),
        physical: Some(sizes.physical),
    })
}

/// The sizes of a running guest's disk, as `virDomainGetBlockInfo` tells them.
pub fn info(disk: &Disk, blocks: Option<&Blocks>) -> Sizes {
    let resting = at_rest(disk);
    let device = blocks.and_then(|blocks| blocks.of(disk));
    let (Some(blocks), Some(device)) = (blocks, device) else { return resting };
    let Some(node) = device.node.as_deref() else { return resting };
    let live = blocks.sizes(node, device.write_highest);
    let raw =
        disk.driver.as_ref().and_then(|driver| driver.kind).is_none_or(|format| format == StorageFormat::Raw);
    let physical = resting.physical.or(live.physical);
    // What a format grows by as it is written ends at the highest byte; a raw image takes what the host says.
    let written = live.allocation.filter(|highest| *highest > 0);
    let taken = resting.allocation;
    let grown = if raw { taken.or(written) } else { written.or(taken) };
    Sizes { allocation: grown.or(live.physical), capacity: live.capacity.or(resting.capacity), physical }
}
