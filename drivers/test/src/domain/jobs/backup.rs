//! Backups of domains: pushed to their targets, or offered until somebody ends them.

use super::UNLIMITED;
use crate::{
    TestConnection,
    domain::{DomainChange, DomainState, checkpoint, disks, snapshot::now, stats},
    host,
    state::TestState,
};
use std::{sync::Arc, time::Instant};
use virt_conf::moment::{Backup, BackupDisk, BackupDisks, BackupMode, Checkpoint, MomentFlags};
use virt_core::domain::DomainHost;
use virt_core::{connection::check_flags, constants::*, event::Event, records::*, types::*};
use virt_error::{Origin, Result, bail};

/// A backup that is under way.
#[derive(Clone)]
pub struct BackupJob {
    pub document: Arc<Backup>,
    started: Instant,
    /// Bytes of all disks that are taken.
    total: u64,
    number: u64,
}

impl BackupJob {
    /// How many bytes were written. What is offered is never written by the host itself.
    fn done(&self) -> u64 {
        if self.document.mode() == BackupMode::Pull {
            return 0;
        }
        let part = self.started.elapsed().as_secs_f64() / UNLIMITED.as_secs_f64();
        ((self.total as f64 * part) as u64).min(self.total)
    }

    pub fn info(&self) -> DomainJobInfo {
        let done = self.done();
        DomainJobInfo {
            kind: VIR_DOMAIN_JOB_UNBOUNDED,
            time_elapsed: self.started.elapsed().as_millis() as u64,
            data_total: self.total,
            data_processed: done,
            data_remaining: self.total - done,
            file_total: self.total,
            file_processed: done,
            file_remaining: self.total - done,
            ..DomainJobInfo::default()
        }
    }

    pub fn stats(&self) -> DomainJobStats {
        let done = self.done();
        let number = |name, value| TypedParam::new(name, Value::ULLong(value));
        let params = vec![
            TypedParam::new("operation", Value::Int(VIR_DOMAIN_JOB_OPERATION_BACKUP)),
            number("time_elapsed", self.started.elapsed().as_millis() as u64),
            number("disk_total", self.total),
            number("disk_processed", done),
            number("disk_remaining", self.total - done),
            number("disk_temp_used", 0),
            number("disk_temp_total", 0),
        ];
        DomainJobStats { kind: VIR_DOMAIN_JOB_UNBOUNDED, params: params.into() }
    }

    /// What is told of the job when it has ended.
    fn ended(&self, kind: i32) -> DomainJobStats {
        let mut stats = self.stats();
        stats.kind = kind;
        let success = Value::Boolean(kind == VIR_DOMAIN_JOB_COMPLETED);
        stats.params.0.push(TypedParam::new("success", success));
        stats
    }
}

/// Completes the disks of a backup: all of the domain's when it names none.
fn align(backup: &mut Backup, state: &DomainState) -> Result<u64> {
    let disks = &state.def.devices.disks;
    if backup.disks().is_empty() {
        let all = disks.iter().map(|disk| BackupDisk {
            name: Some(disk.target_name().to_owned()),
            backup: Some(virt_xml::YesNo(true)),
            ..BackupDisk::default()
        });
        backup.disks = Some(Box::new(BackupDisks { disks: all.collect(), ..BackupDisks::default() }));
    }
    let general = backup.incremental.clone();
    let mut total = 0;
    for disk in backup.disks.iter_mut().flat_map(|disks| &mut disks.disks) {
        let name = disk.name.clone().unwrap_or_default();
        let Some(place) = disks::place(disks, &name) else {
            bail!(Domain, ConfigUnsupported, "no disk named '{name}'");
        };
        let target = disks[place].target_name();
        disk.name = Some(target.to_owned());
        if !disk.is_taken() {
            continue;
        }
        if disk.incremental.is_none() {
            disk.incremental = general.clone();
        }
        if let Some(point) = &disk.incremental {
            if state.extra.checkpoints.get(point).is_none() {
                bail!(
                    Test,
                    NoDomainCheckpoint,
                    "Checkpoint '{point}' for incremental backup of disk '{target}' not found"
                );
            }
        }
        total += stats::disk_sizes(state, target).capacity;
    }
    if total == 0 {
        bail!(Domain, ConfigUnsupported, "no disk is selected for the backup");
    }
    Ok(total)
}

impl TestConnection {
    pub fn begin_backup(&self, dom: &Domain, xml: &str, point: Option<&str>, flags: u32) -> Result<()> {
        const KNOWN: u32 =
            VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL | VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN;
        check_flags(flags, KNOWN, Origin::Test, "testDomainBackupBegin")?;
        let change = self.state.change(dom, "virDomainBackupBegin")?;
        change.check_active()?;
        let mut next = DomainState::clone(&change.state());
        if next.extra.backup.is_some() {
            bail!(Test, OperationInvalid, "another domain backup job is present");
        }
        let mut backup = Backup::parse(xml, false)?;
        let total = align(&mut backup, &next)?;
        if let Some(text) = point {
            if !next.extra.snapshots.is_empty() {
                bail!(Test, OperationUnsupported, "cannot create checkpoint while snapshot exists");
            }
            let point = Checkpoint::parse(text, MomentFlags::default(), now(), host::guests())?;
            checkpoint::add(&mut next, point)?;
        }
        let number = next.extra.last_job + 1;
        let push = backup.mode() == BackupMode::Push;
        let job = BackupJob { document: Arc::new(backup), started: Instant::now(), total, number };
        if push {
            let (weak, dom) = (Arc::downgrade(&self.state), dom.clone());
            self.state.clock.after(UNLIMITED, move || {
                if let Some(host) = weak.upgrade() {
                    finish(&host, &dom, number);
                }
            })?;
        }
        let rare = next.extra_mut();
        (rare.last_job, rare.backup) = (number, Some(job));
        change.update(|state| *state = next);
        Ok(())
    }

    pub fn backup_document(&self, dom: &Domain, flags: u32) -> Result<String> {
        check_flags(flags, 0, Origin::Test, "testDomainBackupGetXMLDesc")?;
        match &self.state.snapshot(dom)?.extra.backup {
            Some(job) => Ok(job.document.format(false)),
            None => bail!(Test, NoDomainBackup, "no domain backup job present"),
        }
    }

    pub fn abort_backup(&self, dom: &Domain) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainAbortJob")?;
        change.check_active()?;
        let Some(job) = change.state().extra.backup.clone() else {
            bail!(Test, OperationInvalid, "no job is active on the domain");
        };
        // What was offered ends in no other way.
        let kind = match job.document.mode() {
            BackupMode::Pull => VIR_DOMAIN_JOB_COMPLETED,
            BackupMode::Push => VIR_DOMAIN_JOB_CANCELLED,
        };
        end(&mut change, &job, kind);
        Ok(())
    }
}

fn end(change: &mut DomainChange<'_>, job: &BackupJob, kind: i32) {
    let ended = job.ended(kind);
    let params = ended.params.clone();
    change.update(|state| {
        let rare = state.extra_mut();
        (rare.backup, rare.completed_job) = (None, Some(ended));
    });
    let dom = change.record();
    change.event(Event::DomainJobCompleted { dom, params });
}

fn finish(host: &TestState, dom: &Domain, number: u64) {
    let Ok(mut change) = host.change(dom, "backup") else { return };
    let job = change.state().extra.backup.clone().filter(|job| job.number == number);
    if let Some(job) = job {
        end(&mut change, &job, VIR_DOMAIN_JOB_COMPLETED);
    }
}
