//! The long job of a guest, how far it is, and ending it.

use super::{Run, dirty_rate::DirtyRateMode, operations::known};
use crate::{connection::QemuConnection, monitor::Migration};
use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};
use virt_core::{
    api::Jobs,
    constants::*,
    domain::DomainHost,
    params::{TypedParam, Value},
    records::*,
    types::Params,
};
use virt_error::{Result, bail, error};

/// A long job under way.
pub struct Job {
    /// `virDomainJobOperation`.
    operation: i32,
    started: Instant,
    cancelled: AtomicBool,
    progress: Mutex<Progress>,
}

/// How far a job is, as the emulator said last.
#[derive(Clone, Debug, Default)]
pub enum Progress {
    #[default]
    Unknown,
    Migration(Box<Migration>),
    /// Bytes that were written, and all of them.
    Dump {
        done: u64,
        total: u64,
    },
}

/// The job that a run has as long as this is there.
pub struct Working<'a> {
    run: &'a Run,
    pub job: Arc<Job>,
}

impl Drop for Working<'_> {
    fn drop(&mut self) {
        *locked(&self.run.job) = None;
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Run {
    /// The guest is at work on something long; its state and its end can be asked for.
    pub fn work(&self, operation: i32) -> Working<'_> {
        let job = Arc::new(Job {
            operation,
            started: Instant::now(),
            cancelled: AtomicBool::new(false),
            progress: Mutex::default(),
        });
        *locked(&self.job) = Some(job.clone());
        Working { run: self, job }
    }

    fn current_job(&self) -> Option<Arc<Job>> {
        locked(&self.job).clone()
    }
}

impl Job {
    pub fn note(&self, progress: Progress) {
        *locked(&self.progress) = progress;
    }

    /// Somebody wants the job to end.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Acquire)
    }

    fn elapsed(&self) -> u64 {
        self.started.elapsed().as_millis() as u64
    }

    /// What the job is and how far, as `virDomainGetJobStats` and the event of its end tell it.
    pub fn stats(&self) -> Vec<TypedParam> {
        let mut params = vec![
            TypedParam::new("operation", Value::Int(self.operation)),
            TypedParam::new("time_elapsed", Value::ULLong(self.elapsed())),
        ];
        let mut add = |name: &'static str, value: Option<u64>| {
            if let Some(value) = value {
                params.push(TypedParam::new(name, Value::ULLong(value)));
            }
        };
        match &*locked(&self.progress) {
            Progress::Unknown => {}
            Progress::Dump { done, total } => {
                add("memory_total", Some(*total));
                add("memory_processed", Some(*done));
                add("memory_remaining", Some(total.saturating_sub(*done)));
            }
            Progress::Migration(migration) => {
                add("downtime", migration.downtime.or(migration.expected_downtime));
                add("setup_time", migration.setup_time);
                let ram = migration.ram.clone().unwrap_or_default();
                let disk = migration.disk.clone();
                let both = |of: fn(&crate::monitor::RamProgress) -> u64| {
                    Some(of(&ram) + disk.as_ref().map_or(0, of))
                };
                add("data_total", both(|part| part.total));
                add("data_processed", both(|part| part.transferred));
                add("data_remaining", both(|part| part.remaining));
                add("memory_total", Some(ram.total));
                add("memory_processed", Some(ram.transferred));
                add("memory_remaining", Some(ram.remaining));
                add("memory_bps", ram.bandwidth);
                add("memory_constant", ram.duplicate);
                add("memory_normal", ram.normal);
                add("memory_normal_bytes", ram.normal_bytes);
                add("memory_dirty_rate", ram.dirty_rate);
                add("memory_iteration", ram.dirty_syncs);
                add("memory_postcopy_requests", ram.postcopy_requests);
                add("memory_page_size", ram.page_size);
                if let Some(disk) = disk {
                    add("disk_total", Some(disk.total));
                    add("disk_processed", Some(disk.transferred));
                    add("disk_remaining", Some(disk.remaining));
                    add("disk_bps", disk.bandwidth);
                }
            }
        }
        params
    }

    fn info(&self) -> DomainJobInfo {
        let mut info = DomainJobInfo {
            kind: VIR_DOMAIN_JOB_UNBOUNDED,
            time_elapsed: self.elapsed(),
            ..DomainJobInfo::default()
        };
        match &*locked(&self.progress) {
            Progress::Unknown => {}
            Progress::Dump { done, total } => {
                info.mem_total = *total;
                info.mem_processed = *done;
                info.mem_remaining = total.saturating_sub(*done);
            }
            Progress::Migration(migration) => {
                if let Some(ram) = &migration.ram {
                    info.mem_total = ram.total;
                    info.mem_processed = ram.transferred;
                    info.mem_remaining = ram.remaining;
                }
                if let Some(disk) = &migration.disk {
                    info.file_total = disk.total;
                    info.file_processed = disk.transferred;
                    info.file_remaining = disk.remaining;
                }
            }
        }
        info.data_total = info.mem_total + info.file_total;
        info.data_processed = info.mem_processed + info.file_processed;
        info.data_remaining = info.mem_remaining + info.file_remaining;
        info
    }
}

impl QemuConnection {
    fn abort_job(&self, dom: &Domain) -> Result<()> {
        let (_, run) = self.run(dom)?;
        let Some(job) = run.current_job() else {
            bail!(Qemu, OperationInvalid, "no job is active on the domain");
        };
        let memory_dump = matches!(*locked(&job.progress), Progress::Dump { .. });
        if memory_dump {
            bail!(Qemu, OperationInvalid, "cannot abort memory-only dump");
        }
        job.cancelled.store(true, Ordering::Release);
        run.monitor().migrate_cancel()
    }
}

impl Jobs for QemuConnection {
    fn domain_get_job_info(&self, dom: &Domain) -> Result<DomainJobInfo> {
        let (_, run) = self.run(dom)?;
        Ok(run.current_job().map_or_else(DomainJobInfo::default, |job| job.info()))
    }

    fn domain_get_job_stats(&self, dom: &Domain, flags: u32) -> Result<DomainJobStats> {
        const KNOWN: u32 = VIR_DOMAIN_JOB_STATS_COMPLETED | VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED;
        known(flags, KNOWN, "qemuDomainGetJobStats")?;
        if flags & VIR_DOMAIN_JOB_STATS_COMPLETED == 0 {
            let (_, run) = self.run(dom)?;
            return Ok(match run.current_job() {
                Some(job) => DomainJobStats { kind: VIR_DOMAIN_JOB_UNBOUNDED, params: job.stats().into() },
                None => DomainJobStats::default(),
            });
        }
        let object = self.state.domain(dom)?;
        let completed = object.state().extra.completed_job.clone();
        if completed.is_some() && flags & VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED == 0 {
            object.update(|domain| domain.extra_mut().completed_job = None);
        }
        Ok(match completed {
            Some(params) => DomainJobStats { kind: VIR_DOMAIN_JOB_COMPLETED, params: params.to_vec().into() },
            None => DomainJobStats::default(),
        })
    }

    fn domain_start_dirty_rate_calc(&self, dom: &Domain, seconds: i32, flags: u32) -> Result<()> {
        known(flags, DirtyRateMode::FLAGS, "qemuDomainStartDirtyRateCalc")?;
        self.start_dirty_rate(dom, seconds, DirtyRateMode::of(flags))
    }

    fn domain_abort_job(&self, dom: &Domain) -> Result<()> {
        self.abort_job(dom)
    }

    fn domain_block_resize(&self, dom: &Domain, disk: &str, size: u64, flags: u32) -> Result<()> {
        self.block_resize(dom, disk, size, flags)
    }

    fn domain_block_pull(&self, dom: &Domain, path: &str, bandwidth: u64, flags: u32) -> Result<()> {
        known(flags, VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES, "qemuDomainBlockPull")?;
        self.block_pull(dom, path, None, bandwidth, flags & VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES != 0)
    }

    fn domain_block_rebase(
        &self,
        dom: &Domain,
        path: &str,
        base: Option<&str>,
        bandwidth: u64,
        flags: u32,
    ) -> Result<()> {
        self.block_rebase(dom, path, base, bandwidth, flags)
    }

    fn domain_block_commit(
        &self,
        dom: &Domain,
        disk: &str,
        base: Option<&str>,
        top: Option<&str>,
        bandwidth: u64,
        flags: u32,
    ) -> Result<()> {
        self.block_commit(dom, disk, (base, top), bandwidth, flags)
    }

    fn domain_block_copy(
        &self,
        dom: &Domain,
        path: &str,
        destxml: &str,
        params: &Params<16>,
        flags: u32,
    ) -> Result<()> {
        self.block_copy(dom, path, destxml, params, flags)
    }

    fn domain_block_job_abort(&self, dom: &Domain, path: &str, flags: u32) -> Result<()> {
        self.block_job_abort(dom, path, flags)
    }

    fn domain_get_block_job_info(&self, dom: &Domain, path: &str, flags: u32) -> Result<DomainBlockJobInfo> {
        self.block_job_info(dom, path, flags)
    }

    fn domain_block_job_set_speed(&self, dom: &Domain, path: &str, bandwidth: u64, flags: u32) -> Result<()> {
        self.block_job_set_speed(dom, path, bandwidth, flags)
    }

    fn domain_abort_job_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        known(flags, VIR_DOMAIN_ABORT_JOB_POSTCOPY, "qemuDomainAbortJobFlags")?;
        if flags & VIR_DOMAIN_ABORT_JOB_POSTCOPY != 0 {
            self.run(dom)?;
            return Err(error!(
                Qemu,
                OperationInvalid, "current job is not outgoing migration in post-copy mode"
            ));
        }
        self.abort_job(dom)
    }
}
