//! Jobs of disks that an earlier process began, and that go on.

use super::{
    finish::job_changed,
    job::{BlockJob, Kind, Phase},
};
use crate::{
    domain::{DomainObject, Run},
    state::QemuState,
};
use serde_json::Value;
use std::sync::Arc;
use virt_conf::domain::{
    Domain as Document,
    disk::{Disk, MirrorJob},
};

/// Takes over the jobs of a guest's emulator, and works off those that concluded while nobody watched.
pub fn inherit(state: &QemuState, object: &Arc<DomainObject>, run: &Run) {
    let jobs = match run.monitor().run("query-jobs", Value::Null) {
        Ok(jobs) => jobs,
        Err(error) => {
            log::warn!("domain '{}': its jobs are not known: {}", run.running.name, error.message());
            return;
        }
    };
    let document = object.state().def.clone();
    for told in jobs.as_array().into_iter().flatten() {
        let (Some(id), Some(status)) = (told["id"].as_str(), told["status"].as_str()) else { continue };
        let Some(job) = job_of(&document, id) else { continue };
        run.block_jobs.add(job);
        if let Err(error) = job_changed(state, object, run, id, status) {
            log::warn!("domain '{}': job {id}: {}", run.running.name, error.message());
        }
    }
}

/// The disk that a copy, which the live document shows, would become.
pub fn copy_of(disk: &Disk) -> Option<Disk> {
    let mirror = disk.mirror.as_deref()?;
    let mut copy = Disk { mirror: None, ..disk.clone() };
    copy.kind = mirror.kind;
    copy.source = mirror.source.clone();
    copy.driver.get_or_insert_default().kind = mirror.format.as_ref().and_then(|format| format.kind);
    copy.backing_store = mirror.backing_store.clone();
    Some(copy)
}

/// What the name of a job and the live document tell of it.
fn job_of(document: &Document, id: &str) -> Option<BlockJob> {
    let (word, rest) = id.split_once('-')?;
    let (target, _) = rest.split_once("-libvirt-")?;
    let disk = document.devices.disks.iter().find(|disk| disk.target_name() == target)?;
    let kind = match (word, disk.mirror.as_deref()) {
        ("pull", _) => Kind::Inherited { pull: true },
        ("commit", Some(mirror)) if mirror.job == Some(MirrorJob::ActiveCommit) => {
            Kind::ActiveCommit { base: mirror.source.as_ref()?.index?, delete: false }
        }
        ("commit", _) => Kind::Inherited { pull: false },
        ("copy", Some(mirror)) => {
            let shallow = mirror.backing_store.as_ref().is_some_and(|store| store.source.is_some());
            Kind::Copy { target: Box::new(copy_of(disk)?), shallow }
        }
        _ => return None,
    };
    Some(BlockJob { id: id.to_owned(), disk: target.to_owned(), kind, phase: Phase::Running })
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::{domain::ParseFlags, host::Host};

    #[test]
    fn jobs_are_known_by_their_names_and_the_copy_that_the_document_shows() {
        let xml = "<domain type='qemu'><name>t</name><memory>1</memory><os><type>hvm</type></os><devices>\
            <disk type='file'><source file='/a'/><target dev='vda'/></disk><disk type='file'><source file='/b'/>\
            <mirror type='file' job='active-commit'><format type='qcow2'/><source file='/c' index='7'/></mirror><target dev='vdb'/></disk>\
            </devices></domain>";
        let flags = ParseFlags { bare: true, live: true, ..ParseFlags::default() };
        let document = Document::parse(xml, flags, &Host::default()).unwrap();
        let kind = |id: &str| job_of(&document, id).map(|job| (job.disk, job.kind));
        assert!(
            matches!(kind("pull-vda-libvirt-1-format"), Some((disk, Kind::Inherited { pull: true })) if disk == "vda")
        );
        assert!(matches!(kind("commit-vdb-libvirt-1-format"), Some((_, Kind::ActiveCommit { base: 7, .. }))));
        assert!(kind("copy-vda-libvirt-1-format").is_none());
        assert!(kind("backup-x").is_none() && kind("pull-vdz-libvirt-1-format").is_none());
    }
}
