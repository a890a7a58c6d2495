//! The jobs of disks that are under way, and what is asked of them.

use super::{disk, speed};
use crate::{connection::QemuConnection, domain::Run};
use serde_json::{Value, json};
use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use virt_conf::domain::disk::Disk;
use virt_core::{
    connection::check_flags,
    constants::*,
    records::{Domain, DomainBlockJobInfo},
};
use virt_error::{Origin, Result, bail, error};

/// What a job does.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Data of the images above `base` go into the uppermost.
    Pull { base: Option<u32> },
    /// Data of the images from `top` down go into `base`, which is below.
    Commit { top: u32, base: u32, delete: bool },
    /// The same of the image that the guest writes to.
    ActiveCommit { base: u32, delete: bool },
    /// Everything goes into the images of another disk; `shallow` without what is below the uppermost.
    Copy { target: Box<Disk>, shallow: bool },
    /// Begun by an earlier process, which took with it between which images; the headers tell in the end.
    Inherited { pull: bool },
}

impl Kind {
    /// `virDomainBlockJobType`
    pub fn number(&self) -> i32 {
        match self {
            Kind::Pull { .. } | Kind::Inherited { pull: true } => VIR_DOMAIN_BLOCK_JOB_TYPE_PULL,
            Kind::Commit { .. } | Kind::Inherited { pull: false } => VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT,
            Kind::ActiveCommit { .. } => VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT,
            Kind::Copy { .. } => VIR_DOMAIN_BLOCK_JOB_TYPE_COPY,
        }
    }

    /// libvirt's word for it.
    fn word(&self) -> &'static str {
        match self {
            Kind::Pull { .. } | Kind::Inherited { pull: true } => "pull",
            Kind::Commit { .. } | Kind::Inherited { pull: false } => "commit",
            Kind::ActiveCommit { .. } => "active-commit",
            Kind::Copy { .. } => "copy",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Running,
    /// Both sides are the same; writes go to both.
    Ready,
    /// The guest goes over to the other side.
    Pivoting,
    Aborting,
}

#[derive(Clone, Debug)]
pub struct BlockJob {
    /// Its name in the emulator.
    pub id: String,
    /// The disk's name in the guest.
    pub disk: String,
    pub kind: Kind,
    pub phase: Phase,
}

/// The jobs of one guest; a disk has one at most.
#[derive(Default)]
pub struct BlockJobs {
    jobs: Mutex<Jobs>,
    ended: Condvar,
}

#[derive(Default)]
struct Jobs {
    active: Vec<BlockJob>,
    /// The disks whose jobs are over, which was not told yet.
    ending: Vec<String>,
}

impl BlockJobs {
    fn jobs(&self) -> MutexGuard<'_, Jobs> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn has(&self, disk: &str) -> bool {
        self.jobs().active.iter().any(|job| job.disk == disk)
    }

    pub fn add(&self, job: BlockJob) {
        self.jobs().active.push(job);
    }

    /// The job of that name in the emulator is over: its disk can have another. [`BlockJobs::tell_ended`] follows.
    pub fn end(&self, id: &str) {
        let mut jobs = self.jobs();
        if let Some(place) = jobs.active.iter().position(|job| job.id == id) {
            let job = jobs.active.swap_remove(place);
            jobs.ending.push(job.disk);
        }
    }

    /// The job of that name never was.
    pub fn forget(&self, id: &str) {
        self.jobs().active.retain(|job| job.id != id);
    }

    /// The job of that name in the emulator.
    pub fn with(&self, id: &str) -> Option<BlockJob> {
        self.jobs().active.iter().find(|job| job.id == id).cloned()
    }

    /// Everybody was told of the end of a disk's job; whoever waits for it goes on.
    pub fn tell_ended(&self, disk: &str) {
        let mut jobs = self.jobs();
        if let Some(place) = jobs.ending.iter().position(|ending| ending == disk) {
            jobs.ending.swap_remove(place);
        }
        self.ended.notify_all();
    }

    pub fn of_disk(&self, disk: &str) -> Option<BlockJob> {
        self.jobs().active.iter().find(|job| job.disk == disk).cloned()
    }

    /// Sets a job's phase; the job as it is then.
    pub fn set_phase(&self, id: &str, phase: Phase) -> Option<BlockJob> {
        let mut jobs = self.jobs();
        let job = jobs.active.iter_mut().find(|job| job.id == id)?;
        job.phase = phase;
        Some(job.clone())
    }

    /// Whether the job of a disk ended in time, and its end was told.
    fn wait_end(&self, id: &str, disk: &str, wait: Duration) -> bool {
        let deadline = Instant::now() + wait;
        let mut jobs = self.jobs();
        while jobs.active.iter().any(|job| job.id == id) || jobs.ending.iter().any(|ending| ending == disk) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            jobs = self.ended.wait_timeout(jobs, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }
}

/// How long a job may take to end once it was asked to.
const END: Duration = Duration::from_secs(60);

impl QemuConnection {
    /// The run of a domain and the job of one of its disks.
    fn job_of(&self, dom: &Domain, path: &str) -> Result<(std::sync::Arc<Run>, Option<BlockJob>, String)> {
        let (state, run) = self.run(dom)?;
        let target = disk(&state.def, path)?.target_name().to_owned();
        let job = run.block_jobs.of_disk(&target);
        Ok((run, job, target))
    }

    pub(in crate::domain) fn block_job_abort(&self, dom: &Domain, path: &str, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC | VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT;
        check_flags(flags, KNOWN, Origin::Qemu, "qemuDomainBlockJobAbort")?;
        let (run, job, target) = self.job_of(dom, path)?;
        let Some(job) = job else {
            bail!(Qemu, InvalidArg, "disk {target} does not have an active block job");
        };
        let (command, phase) = match flags & VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT {
            0 => ("job-cancel", Phase::Aborting),
            _ => {
                match job.kind {
                    Kind::ActiveCommit { .. } | Kind::Copy { .. } => {}
                    _ => {
                        bail!(Qemu, OperationInvalid, "job type '{}' does not support pivot", job.kind.word())
                    }
                }
                match job.phase {
                    Phase::Ready => ("job-complete", Phase::Pivoting),
                    Phase::Running => {
                        bail!(Qemu, BlockCopyActive, "disk '{target}' not ready for pivot yet")
                    }
                    Phase::Pivoting | Phase::Aborting => {
                        bail!(Qemu, BlockCopyActive, "block job on disk '{target}' is still being ended")
                    }
                }
            }
        };
        run.block_jobs.set_phase(&job.id, phase);
        if let Err(error) = run.monitor().run(command, json!({"id": job.id})) {
            run.block_jobs.set_phase(&job.id, job.phase);
            return Err(error);
        }
        if flags & VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC != 0 || run.block_jobs.wait_end(&job.id, &target, END) {
            return Ok(());
        }
        Err(error!(
            Qemu,
            OperationTimeout,
            "block job of disk '{target}' did not end in {} seconds",
            END.as_secs()
        ))
    }

    pub(in crate::domain) fn block_job_info(
        &self,
        dom: &Domain,
        path: &str,
        flags: u32,
    ) -> Result<DomainBlockJobInfo> {
        check_flags(
            flags,
            VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES,
            Origin::Qemu,
            "qemuDomainGetBlockJobInfo",
        )?;
        let (run, job, target) = self.job_of(dom, path)?;
        let Some(job) = job else { return Ok(DomainBlockJobInfo::default()) };
        let answer = run.monitor().run("query-block-jobs", Value::Null)?;
        let all = answer.as_array().map(Vec::as_slice).unwrap_or_default();
        let Some(found) = all.iter().find(|one| one["device"] == job.id.as_str()) else {
            return Ok(DomainBlockJobInfo::default());
        };
        let number = |name: &str| found[name].as_u64().unwrap_or(0);
        let (mut cur, mut end, bandwidth) = (number("offset"), number("len"), number("speed"));
        // Callers take it for finished when both are the same.
        let ready = found["ready"] == true;
        match (cur, end) {
            (0, 0) => (cur, end) = (u64::from(ready), 1),
            (done, all) if done == all && !ready => cur -= 1,
            _ => {}
        }
        let bandwidth = match flags & VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES {
            0 => {
                let mib = bandwidth.div_ceil(1 << 20);
                if usize::try_from(mib).is_err() {
                    bail!(
                        Qemu,
                        Overflow,
                        "bandwidth {mib} of disk '{target}' cannot be represented in result"
                    );
                }
                mib
            }
            _ => bandwidth,
        };
        Ok(DomainBlockJobInfo { found: 1, kind: job.kind.number(), bandwidth, cur, end })
    }

    pub(in crate::domain) fn block_job_set_speed(
        &self,
        dom: &Domain,
        path: &str,
        bandwidth: u64,
        flags: u32,
    ) -> Result<()> {
        check_flags(
            flags,
            VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES,
            Origin::Qemu,
            "qemuDomainBlockJobSetSpeed",
        )?;
        let speed = speed(bandwidth, flags & VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES != 0)?;
        let (run, job, target) = self.job_of(dom, path)?;
        let Some(job) = job else {
            bail!(Qemu, InvalidArg, "disk {target} does not have an active block job");
        };
        run.monitor().run("block-job-set-speed", json!({"device": job.id, "speed": speed})).map(drop)
    }
}
