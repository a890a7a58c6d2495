//! Jobs of single disks: pulling, committing and copying, with progress that time makes.

use super::UNLIMITED;
use crate::{
    TestConnection,
    domain::{DomainChange, DomainState, disks, stats},
    state::TestState,
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use virt_conf::domain::{
    disk::{Disk, Mirror, MirrorJob, MirrorReady},
    storage::{DiskType, Format, Source, StorageFormat},
};
use virt_core::domain::DomainHost;
use virt_core::{constants::*, event::Event, records::*};
use virt_error::{Error, Origin, Result, bail, error};
use virt_xml::Reading;

/// A job of a disk.
#[derive(Clone)]
pub struct BlockJob {
    /// `virDomainBlockJobType`.
    pub kind: i32,
    /// Bytes per second; 0 for no limit.
    bandwidth: u64,
    /// Bytes in all, and how many were done at `since`.
    end: u64,
    done: u64,
    since: Instant,
    /// A copy that has caught up, and waits to be taken or left.
    ready: bool,
    /// Tells this job from others of the same disk, earlier and later.
    number: u64,
    base: Option<String>,
    copy: Option<(DiskType, Source)>,
}

/// What a job is to do.
pub struct NewJob {
    kind: i32,
    bandwidth: u64,
    pub base: Option<String>,
    copy: Option<(DiskType, Source)>,
    format: Option<StorageFormat>,
}

impl NewJob {
    pub fn of(kind: i32, bandwidth: u64) -> NewJob {
        NewJob { kind, bandwidth, base: None, copy: None, format: None }
    }

    /// The copy goes to a file, or to a device of the host.
    pub fn copy_to_path(&mut self, path: &str, device: bool) {
        let path = Some(path.to_owned());
        self.copy = Some(match device {
            true => (DiskType::Block, Source { dev: path, ..Source::default() }),
            false => (DiskType::File, Source { file: path, ..Source::default() }),
        });
    }

    /// The copy goes where a `<disk>` says.
    pub fn copy_to_document(&mut self, xml: &str) -> Result<()> {
        let document = virt_xml::parse(xml, "(disk_definition)", Origin::Domain)?;
        virt_xml::expect_root(document.root(), "disk")?;
        let mut disk = Disk::default();
        virt_xml::read(&mut disk, document.root(), &Reading::new(Origin::Domain))?;
        let Some(source) = disk.source else { bail!(Test, XmlError, "the copy has no source") };
        self.format = disk.driver.and_then(|driver| driver.kind);
        self.copy = Some((disk.kind.unwrap_or(DiskType::File), *source));
        Ok(())
    }
}

impl BlockJob {
    /// How many bytes are done now.
    fn progress(&self) -> u64 {
        let elapsed = self.since.elapsed();
        let rate = match self.bandwidth {
            0 => self.end.saturating_mul(1000) / UNLIMITED.as_millis().max(1) as u64,
            bandwidth => bandwidth,
        };
        let made = u128::from(rate) * elapsed.as_micros() / 1_000_000;
        self.done.saturating_add(u64::try_from(made).unwrap_or(u64::MAX)).min(self.end)
    }

    /// How long the rest takes.
    fn left(&self) -> Duration {
        let left = self.end - self.progress();
        match self.bandwidth {
            0 if self.end == 0 => Duration::ZERO,
            0 => UNLIMITED.mul_f64(left as f64 / self.end as f64),
            bandwidth => Duration::from_secs_f64(left as f64 / bandwidth as f64),
        }
    }

    fn is_copy(&self) -> bool {
        matches!(self.kind, VIR_DOMAIN_BLOCK_JOB_TYPE_COPY | VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT)
    }
}

#[cold]
pub fn no_disk(path: &str) -> Error {
    error!(Test, InvalidArg, "disk '{path}' not found in the domain")
}

/// The place and the target of the disk that `path` means.
fn find(state: &DomainState, path: &str) -> Result<(usize, String)> {
    let disks = &state.def.devices.disks;
    let place = disks::place(disks, path).ok_or_else(|| no_disk(path))?;
    Ok((place, disks[place].target_name().to_owned()))
}

/// Tells of the state of a job, by the path of its disk and by its target.
fn tell(change: &mut DomainChange<'_>, target: &str, kind: i32, status: i32) {
    let state = change.state();
    let disks = &state.def.devices.disks;
    let path =
        disks::place(disks, target).and_then(|place| disks[place].source_path()).unwrap_or(target).to_owned();
    let dom = change.record();
    change.event(Event::DomainBlockJob { dom: dom.clone(), path, kind, status });
    change.event(Event::DomainBlockJob2 { dom, dst: target.to_owned(), kind, status });
}

impl TestConnection {
    pub fn start_block_job(&self, dom: &Domain, path: &str, job: NewJob) -> Result<()> {
        let change = self.state.change(dom, "virDomainBlockJob")?;
        change.check_active()?;
        let state = change.state();
        let (place, target) = find(&state, path)?;
        if state.extra.block_jobs.contains_key(&target) {
            bail!(Test, OperationUnsupported, "disk '{target}' already in active block job");
        }
        let number = state.extra.last_job + 1;
        let started = BlockJob {
            kind: job.kind,
            bandwidth: job.bandwidth,
            end: stats::disk_sizes(&state, &target).capacity,
            done: 0,
            since: Instant::now(),
            ready: false,
            number,
            base: job.base,
            copy: job.copy,
        };
        let mirror = mirror(&started, job.format);
        wait(&self.state, dom, &target, &started)?;
        change.update(|state| {
            let rare = state.extra_mut();
            rare.last_job = number;
            rare.block_jobs.insert(target, started);
            if mirror.is_some() {
                if let Some(disk) = Arc::make_mut(&mut state.def).devices.disks.get_mut(place) {
                    disk.mirror = mirror;
                }
            }
        });
        Ok(())
    }

    pub fn block_job_info(&self, dom: &Domain, path: &str, bytes: bool) -> Result<DomainBlockJobInfo> {
        let state = self.state.running(dom)?;
        let (_, target) = find(&state, path)?;
        let Some(job) = state.extra.block_jobs.get(&target) else { return Ok(DomainBlockJobInfo::default()) };
        let bandwidth = if bytes { job.bandwidth } else { job.bandwidth.div_ceil(1 << 20) };
        Ok(DomainBlockJobInfo { found: 1, kind: job.kind, bandwidth, cur: job.progress(), end: job.end })
    }

    pub fn set_block_job_speed(&self, dom: &Domain, path: &str, bandwidth: u64) -> Result<()> {
        let change = self.state.change(dom, "virDomainBlockJobSetSpeed")?;
        change.check_active()?;
        let state = change.state();
        let (_, target) = find(&state, path)?;
        let Some(job) = state.extra.block_jobs.get(&target) else { return Err(no_job(&target)) };
        // The job goes on from where it is, under a new number, so that what was waited for counts no more.
        let number = state.extra.last_job + 1;
        let job = BlockJob { done: job.progress(), since: Instant::now(), bandwidth, number, ..job.clone() };
        if !job.ready {
            wait(&self.state, dom, &target, &job)?;
        }
        change.update(|state| {
            let rare = state.extra_mut();
            rare.last_job = number;
            rare.block_jobs.insert(target, job);
        });
        Ok(())
    }

    /// Ends a job: a copy is taken in place of the disk (`pivot`), or left.
    pub fn end_block_job(&self, dom: &Domain, path: &str, pivot: bool) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainBlockJobAbort")?;
        change.check_active()?;
        let state = change.state();
        let (place, target) = find(&state, path)?;
        let Some(job) = state.extra.block_jobs.get(&target).cloned() else { return Err(no_job(&target)) };
        if pivot && !job.is_copy() {
            bail!(Test, OperationInvalid, "job type '{}' does not support pivot", job.kind);
        }
        if pivot && !job.ready {
            bail!(Test, BlockCopyActive, "block job on disk '{target}' is still active");
        }
        change.update(|state| {
            state.extra_mut().block_jobs.remove(&target);
            if let Some(disk) = Arc::make_mut(&mut state.def).devices.disks.get_mut(place) {
                disk.mirror = None;
                if pivot {
                    take_copy(disk, &job);
                }
            }
        });
        let status = if pivot { VIR_DOMAIN_BLOCK_JOB_COMPLETED } else { VIR_DOMAIN_BLOCK_JOB_CANCELED };
        tell(&mut change, &target, job.kind, status);
        Ok(())
    }
}

#[cold]
fn no_job(target: &str) -> Error {
    error!(Test, OperationInvalid, "disk {target} does not have an active block job")
}

/// What a running document says of a copy.
fn mirror(job: &BlockJob, format: Option<StorageFormat>) -> Option<Box<Mirror>> {
    if !job.is_copy() {
        return None;
    }
    let (kind, source) = job.copy.clone().unzip();
    let format = format.map(|kind| Box::new(Format { kind: Some(kind), ..Format::default() }));
    let work = match job.kind {
        VIR_DOMAIN_BLOCK_JOB_TYPE_COPY => MirrorJob::Copy,
        _ => MirrorJob::ActiveCommit,
    };
    let source = source
        .or_else(|| job.base.as_ref().map(|base| Source { file: Some(base.clone()), ..Source::default() }));
    Some(Box::new(Mirror {
        kind: Some(kind.unwrap_or(DiskType::File)),
        job: Some(work),
        format,
        source: source.map(Box::new),
        ..Mirror::default()
    }))
}

/// The disk is what was copied, from now on.
fn take_copy(disk: &mut Disk, job: &BlockJob) {
    if let Some((kind, source)) = &job.copy {
        disk.kind = Some(*kind);
        disk.source = Some(Box::new(source.clone()));
    } else if let Some(base) = &job.base {
        disk.kind = Some(DiskType::File);
        disk.source = Some(Box::new(Source { file: Some(base.clone()), ..Source::default() }));
    }
    disk.backing_store = None;
}

/// Sees to it that the job ends when it is done.
fn wait(host: &Arc<TestState>, dom: &Domain, target: &str, job: &BlockJob) -> Result<()> {
    let (weak, dom, target, number) = (Arc::downgrade(host), dom.clone(), target.to_owned(), job.number);
    host.clock.after(job.left(), move || {
        if let Some(host) = weak.upgrade() {
            finish(&host, &dom, &target, number);
        }
    })
}

/// The time of a job has come, if it is still the same job.
fn finish(host: &TestState, dom: &Domain, target: &str, number: u64) {
    // A domain that is gone, or that somebody holds for too long, has no job to be finished.
    let Ok(mut change) = host.change(dom, "block job") else { return };
    let state = change.state();
    let Some(job) = state.extra.block_jobs.get(target).filter(|job| job.number == number).cloned() else {
        return;
    };
    let place = disks::place(&state.def.devices.disks, target);
    if job.is_copy() {
        change.update(|state| {
            if let Some(job) = state.extra_mut().block_jobs.get_mut(target) {
                (job.ready, job.done) = (true, job.end);
            }
            let disk = place.and_then(|place| Arc::make_mut(&mut state.def).devices.disks.get_mut(place));
            if let Some(mirror) = disk.and_then(|disk| disk.mirror.as_mut()) {
                mirror.ready = Some(MirrorReady::Yes);
            }
        });
        tell(&mut change, target, job.kind, VIR_DOMAIN_BLOCK_JOB_READY);
        return;
    }
    change.update(|state| {
        state.extra_mut().block_jobs.remove(target);
        let disk = place.and_then(|place| Arc::make_mut(&mut state.def).devices.disks.get_mut(place));
        // Nothing is behind a disk into which everything was pulled.
        if let (Some(disk), None, VIR_DOMAIN_BLOCK_JOB_TYPE_PULL) = (disk, &job.base, job.kind) {
            if disk.backing_store.is_some() {
                disk.backing_store = Some(Box::default());
            }
        }
    });
    tell(&mut change, target, job.kind, VIR_DOMAIN_BLOCK_JOB_COMPLETED);
}
