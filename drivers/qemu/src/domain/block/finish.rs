//! What the emulator says of jobs: that they are ready, and that they have concluded, with what came of it.

use super::{
    job::{BlockJob, Kind, Phase},
    start::set_mirror,
};
use crate::{
    command::blockdev::{self, Image},
    domain::{
        DomainObject, Run,
        plug::{plan, remove},
        status,
    },
    image,
    state::QemuState,
};
use serde_json::{Value, json};
use std::{fs, sync::Arc};
use virt_conf::domain::{
    Domain as Document,
    disk::{Disk, MirrorReady},
    storage::{BackingStore, DiskType},
};
use virt_core::{constants::*, event::Event};
use virt_error::Result;

/// A job has a new status. Jobs that this instance did not begin are none of its business.
pub fn job_changed(
    state: &QemuState,
    object: &Arc<DomainObject>,
    run: &Run,
    id: &str,
    job_status: &str,
) -> Result<()> {
    match job_status {
        "ready" => {
            let Some(job) = run.block_jobs.set_phase(id, Phase::Ready) else { return Ok(()) };
            status::edit(state, object, run, |domain| {
                let mut document = Document::clone(&domain.def);
                let disk = document.devices.disks.iter_mut().find(|disk| disk.target_name() == job.disk);
                if let Some(mirror) = disk.and_then(|disk| disk.mirror.as_mut()) {
                    mirror.ready = Some(MirrorReady::Yes);
                }
                domain.def = Arc::new(document);
            });
            tell(state, object, &job, VIR_DOMAIN_BLOCK_JOB_READY);
            Ok(())
        }
        "concluded" => conclude(state, object, run, id),
        _ => Ok(()),
    }
}

fn conclude(state: &QemuState, object: &Arc<DomainObject>, run: &Run, id: &str) -> Result<()> {
    let Some(job) = run.block_jobs.with(id) else { return Ok(()) };
    let monitor = run.monitor();
    let jobs = monitor.run("query-jobs", Value::Null)?;
    let found = jobs.as_array().and_then(|jobs| jobs.iter().find(|one| one["id"] == id));
    let failure = found.and_then(|one| one["error"].as_str()).map(str::to_owned);
    monitor.run("job-dismiss", json!({"id": id}))?;
    let event = match (&failure, job.phase) {
        (_, Phase::Aborting) => VIR_DOMAIN_BLOCK_JOB_CANCELED,
        (Some(why), _) => {
            log::warn!("domain '{}': job {id} failed: {why}", run.running.name);
            VIR_DOMAIN_BLOCK_JOB_FAILED
        }
        (None, _) => VIR_DOMAIN_BLOCK_JOB_COMPLETED,
    };
    let before = object.state().def.clone();
    let done = event == VIR_DOMAIN_BLOCK_JOB_COMPLETED;
    let mut gone = None;
    status::edit(state, object, run, |domain| {
        let mut document = Document::clone(&domain.def);
        set_mirror(&mut document, &job.disk, None);
        if done {
            let disk = document.devices.disks.iter_mut().find(|disk| disk.target_name() == job.disk);
            gone = disk.and_then(|disk| apply(disk, &job));
        }
        domain.def = Arc::new(document);
    });
    if !done {
        // Of a copy that came to nothing, its own images are left.
        if let Kind::Copy { target, shallow } = &job.kind {
            gone = Some(Gone {
                disk: (**target).clone(),
                from: 0,
                to: if *shallow { 1 } else { usize::MAX },
                delete: false,
            });
        }
    }
    if let Some(gone) = gone {
        remove_images(state, run, &before, &gone);
    }
    // Who hears of the end may begin another job; who waits for it has been told of it by an event, too.
    run.block_jobs.end(id);
    tell(state, object, &job, event);
    run.block_jobs.tell_ended(&job.disk);
    Ok(())
}

/// Images that no disk has any more: those of `disk` from one place to before another.
struct Gone {
    disk: Disk,
    from: usize,
    to: usize,
    delete: bool,
}

/// The chain of a disk as the headers of its images tell it; numbers stay where images do.
fn read_again(disk: &mut Disk) -> Result<()> {
    let old = disk.clone();
    disk.backing_store = None;
    image::complete_disk(disk)?;
    let images = blockdev::images(&old)?;
    let mut store = disk.backing_store.as_deref_mut();
    while let Some(found) = store {
        let same = |image: &&Image<'_>| {
            found
                .source
                .as_ref()
                .is_some_and(|source| (&source.file, &source.dev) == (&image.source.file, &image.source.dev))
        };
        found.index = images.iter().skip(1).find(same).map(|image| image.index);
        store = found.backing_store.as_deref_mut();
    }
    Ok(())
}

/// Gives a disk the chain that came of its job.
fn apply(disk: &mut Disk, job: &BlockJob) -> Option<Gone> {
    let old = disk.clone();
    let images = blockdev::images(&old).ok()?;
    let place = |index: u32| images.iter().position(|image| image.index == index);
    match &job.kind {
        Kind::Pull { base } => {
            let to = base.map_or(Some(images.len()), place)?;
            disk.backing_store =
                Some(base.and_then(|base| take_store(&mut old.clone(), base)).unwrap_or_default());
            drop(images);
            Some(Gone { disk: old, from: 1, to, delete: false })
        }
        Kind::Commit { top, base, delete } => {
            let (from, to) = (place(*top)?, place(*base)?);
            let below = take_store(&mut old.clone(), *base)?;
            *slot(disk, from.checked_sub(1)?)? = Some(below);
            drop(images);
            Some(Gone { disk: old, from, to, delete: *delete })
        }
        Kind::ActiveCommit { base, delete } => {
            let to = place(*base)?;
            let BackingStore { kind, index, format, source, backing_store, .. } =
                *take_store(&mut old.clone(), *base)?;
            disk.kind = kind;
            disk.source = source;
            if let Some(source) = &mut disk.source {
                source.index = source.index.or(index);
            }
            disk.driver.get_or_insert_default().kind = format.and_then(|format| format.kind);
            disk.backing_store = backing_store.or_else(|| Some(Box::default()));
            drop(images);
            Some(Gone { disk: old, from: 0, to, delete: *delete })
        }
        Kind::Inherited { .. } => {
            if let Err(error) = read_again(disk) {
                log::warn!("disk '{}': {}", job.disk, error.message());
                *disk = old.clone();
                return None;
            }
            // What is gone lies together: between the first image that is not there any more and the next that is.
            let left = blockdev::images(disk).ok()?;
            let kept = |image: &Image<'_>| left.iter().any(|one| one.index == image.index);
            let from = images.iter().position(|image| !kept(image))?;
            let more = images.iter().skip(from).position(kept);
            let to = more.map_or(images.len(), |more| from + more);
            drop(left);
            drop(images);
            Some(Gone { disk: old, from, to, delete: false })
        }
        Kind::Copy { target, shallow } => {
            let to = if *shallow { 1 } else { images.len() };
            drop(images);
            // A copy that ends without the guest going over to it leaves the disk as it was.
            if job.phase != Phase::Pivoting {
                return Some(Gone {
                    disk: (**target).clone(),
                    from: 0,
                    to: if *shallow { 1 } else { usize::MAX },
                    delete: false,
                });
            }
            disk.kind = target.kind;
            disk.source = target.source.clone();
            disk.driver.get_or_insert_default().kind = target.driver.as_ref().and_then(|driver| driver.kind);
            disk.backing_store = target.backing_store.clone();
            Some(Gone { disk: old, from: 0, to, delete: false })
        }
    }
}

/// Where the image below the one at that place is kept.
fn slot(disk: &mut Disk, place: usize) -> Option<&mut Option<Box<BackingStore>>> {
    let mut slot = &mut disk.backing_store;
    for _ in 0..place {
        slot = &mut slot.as_mut()?.backing_store;
    }
    Some(slot)
}

/// The image of that number, with what is below it.
fn take_store(disk: &mut Disk, index: u32) -> Option<Box<BackingStore>> {
    let mut slot = disk.backing_store.take();
    while let Some(mut store) = slot {
        if store.index == Some(index) {
            return Some(store);
        }
        slot = store.backing_store.take();
    }
    None
}

fn remove_images(state: &QemuState, run: &Run, document: &Document, gone: &Gone) {
    let plan = plan(state, run, document);
    let images = match blockdev::images(&gone.disk) {
        Ok(images) => images,
        Err(error) => {
            log::warn!("domain '{}': {}", run.running.name, error.message());
            return;
        }
    };
    for image in images.iter().take(gone.to).skip(gone.from) {
        match blockdev::image_nodes(&plan, image, None) {
            Ok((steps, _)) => remove(run.monitor(), &steps),
            Err(error) => log::warn!("domain '{}': {}", run.running.name, error.message()),
        }
        if gone.delete {
            delete(image);
        }
    }
}

fn delete(image: &Image<'_>) {
    if let (DiskType::File, Some(path)) = (image.kind, &image.source.file) {
        if let Err(cause) = fs::remove_file(path) {
            log::warn!("image '{path}' stays: {cause}");
        }
    }
}

/// Tells of a job by the path of its image, and by the name of its disk.
fn tell(state: &QemuState, object: &Arc<DomainObject>, job: &BlockJob, event: i32) {
    let (dom, path) = object.read(|domain| {
        let disk = domain.def.devices.disks.iter().find(|disk| disk.target_name() == job.disk);
        let path = disk.and_then(Disk::source_path).unwrap_or_default().to_owned();
        (domain.record(object.uuid()), path)
    });
    let kind = job.kind.number();
    status::tell(state, Event::DomainBlockJob { dom: dom.clone(), path, kind, status: event });
    status::tell(state, Event::DomainBlockJob2 { dom, dst: job.disk.clone(), kind, status: event });
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::{
        domain::{Device, ParseFlags},
        host::Host,
    };

    /// A disk with images 1 (what the guest sees) to 4.
    fn disk() -> Disk {
        let below = |path: &str, inner: &str| {
            format!(
                "<backingStore type='file'><format type='qcow2'/><source file='{path}'/>{inner}</backingStore>"
            )
        };
        let chain = below("/2", &below("/3", &below("/4", "<backingStore/>")));
        let xml = format!(
            "<domain type='qemu'><name>t</name><memory>1</memory><os><type>hvm</type></os><devices><disk type='file'>\
             <driver name='qemu' type='qcow2'/><source file='/1'/>{chain}<target dev='vda'/></disk></devices></domain>"
        );
        let flags = ParseFlags { bare: true, ..ParseFlags::default() };
        let mut document = Document::parse(&xml, flags, &Host::default()).unwrap();
        crate::image::number(&mut document);
        document.devices.disks.remove(0)
    }

    fn job(kind: Kind, phase: Phase) -> BlockJob {
        BlockJob { id: "j".to_owned(), disk: "vda".to_owned(), kind, phase }
    }

    /// The numbers of the images that are left, and of those that go.
    fn left(kind: Kind, phase: Phase) -> (Vec<u32>, Vec<u32>) {
        let mut disk = disk();
        let gone = apply(&mut disk, &job(kind, phase)).unwrap();
        let numbers =
            |disk: &Disk| blockdev::images(disk).unwrap().iter().map(|image| image.index).collect::<Vec<_>>();
        let gone = numbers(&gone.disk).into_iter().take(gone.to).skip(gone.from).collect();
        (numbers(&disk), gone)
    }

    #[test]
    fn what_was_pulled_goes() {
        assert_eq!(left(Kind::Pull { base: None }, Phase::Running), (vec![1], vec![2, 3, 4]));
        assert_eq!(left(Kind::Pull { base: Some(3) }, Phase::Running), (vec![1, 3, 4], vec![2]));
    }

    #[test]
    fn what_was_committed_goes() {
        let commit = Kind::Commit { top: 2, base: 4, delete: false };
        assert_eq!(left(commit, Phase::Running), (vec![1, 4], vec![2, 3]));
        let active = Kind::ActiveCommit { base: 3, delete: false };
        assert_eq!(left(active, Phase::Pivoting), (vec![3, 4], vec![1, 2]));
    }

    #[test]
    fn a_copy_takes_the_place_of_the_disk_only_when_the_guest_goes_over() {
        let mut target = disk();
        target.source.as_mut().unwrap().index = Some(9);
        target.backing_store = Some(Box::default());
        let copy = Kind::Copy { target: Box::new(target), shallow: false };
        assert_eq!(left(copy.clone(), Phase::Pivoting), (vec![9], vec![1, 2, 3, 4]));
        assert_eq!(left(copy, Phase::Ready), (vec![1, 2, 3, 4], vec![9]));
    }

    #[test]
    fn a_detached_disk_need_not_be_told_whole() {
        let text = "<disk type='file' device='disk'><target dev='vda' bus='virtio'/></disk>";
        let flags = ParseFlags { live: true, bare: true, ..ParseFlags::default() };
        assert!(Device::parse(text, flags).is_ok());
    }
}
