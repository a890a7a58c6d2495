//! A guest that ran on while nobody watched may have lost devices, or be left with half of one whose plugging was cut
//! off. The status file is written before a device is plugged in, so what it has is what there can be.

use super::{alias as alias_of, parts, plan};
use crate::{
    command::{Step, blockdev, interface::Ends},
    domain::{DomainObject, Run, block, unplug},
    state::QemuState,
};
use serde_json::{Value, json};
use std::{collections::HashSet, sync::Arc};
use virt_conf::domain::{Device, Domain as Document};
use virt_error::Result;

/// Brings the document of a guest that was taken over and its emulator together. What goes wrong is told to the log.
pub fn reconcile(state: &QemuState, object: &Arc<DomainObject>, run: &Run) {
    let name = &run.running.name;
    match lost(state, object, run) {
        Ok(lost) => {
            for alias in lost {
                log::info!("domain '{name}' has lost device {alias}");
                unplug::unplugged(state, object, run, &alias);
            }
        }
        Err(error) => log::warn!("domain '{name}': its devices are not known: {}", error.message()),
    }
    block::inherit(state, object, run);
    if let Err(error) = remove_strays(state, object, run) {
        log::warn!("domain '{name}': {}", error.message());
    }
}

/// The devices of the document that the emulator does not have.
fn lost(state: &QemuState, object: &Arc<DomainObject>, run: &Run) -> Result<Vec<String>> {
    let document = object.state().def.clone();
    let plan = plan(state, run, &document);
    let answer = run.monitor().run("qom-list", json!({"path": "/machine/peripheral"}))?;
    let there: HashSet<&str> =
        answer.as_array().into_iter().flatten().filter_map(|one| one["name"].as_str()).collect();
    let made = |device: &Device| {
        let steps = parts::steps(&plan, device, &Ends::default()).unwrap_or_default();
        steps.iter().any(|step| match step {
            Step::Device(props) => props.get("id").and_then(Value::as_str) == Some(alias_of(device)),
            _ => false,
        })
    };
    let devices = document.devices.all();
    let gone = devices.iter().filter(|device| {
        !alias_of(device).is_empty()
            && !there.contains(alias_of(device))
            && parts::check_unplug(device).is_ok()
            && made(device)
    });
    Ok(gone.map(|device| alias_of(device).to_owned()).collect())
}

/// Takes away nodes that no disk of the document has.
fn remove_strays(state: &QemuState, object: &Arc<DomainObject>, run: &Run) -> Result<()> {
    let document = object.state().def.clone();
    let known = nodes(state, run, &document);
    let all = run.monitor().query_block_nodes()?;
    let mut strays: Vec<String> = all
        .into_iter()
        .map(|node| node.name)
        .filter(|name| is_of_disk(name) && !known.contains(name))
        .collect();
    // Those that are based on others first.
    strays.sort_by_key(|name| std::cmp::Reverse(rank(name)));
    for node in strays {
        if let Err(error) = run.monitor().blockdev_del(&node) {
            log::info!("domain '{}': node {node} is in use: {}", run.running.name, error.message());
        }
    }
    Ok(())
}

fn nodes(state: &QemuState, run: &Run, document: &Document) -> HashSet<String> {
    let plan = plan(state, run, document);
    let mut known = HashSet::new();
    let copies = document.devices.disks.iter().filter_map(block::copy_of);
    for disk in document.devices.disks.iter().cloned().chain(copies) {
        let Ok((steps, _)) = blockdev::chain(&plan, &disk) else { continue };
        known.extend(steps.iter().filter_map(|step| match step {
            Step::Blockdev(props) => props.get("node-name").and_then(Value::as_str).map(str::to_owned),
            _ => None,
        }));
    }
    known
}

/// `libvirt-3-format`: the names that images of disks give their nodes.
fn is_of_disk(name: &str) -> bool {
    let rest = name.strip_prefix("libvirt-").and_then(|rest| rest.split_once('-'));
    rest.is_some_and(|(number, kind)| {
        number.parse::<u32>().is_ok() && matches!(kind, "storage" | "format" | "slice-sto" | "filter")
    })
}

fn rank(name: &str) -> u8 {
    match name.rsplit('-').next() {
        Some("filter") => 3,
        Some("format") => 2,
        Some("sto") => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_of_disks_are_known_by_their_names() {
        assert!(is_of_disk("libvirt-12-format") && is_of_disk("libvirt-1-slice-sto"));
        assert!(
            !is_of_disk("libvirt-pflash0-format")
                && !is_of_disk("#block12")
                && !is_of_disk("libvirt-CoR-vda")
        );
        assert!(rank("libvirt-1-format") > rank("libvirt-1-storage"));
    }
}
