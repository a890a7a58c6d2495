//! Jobs of domains: of single disks, of the whole domain, and what is set for migration.

mod backup;
mod block;

pub use backup::BackupJob;
pub use block::BlockJob;

use super::{dirty_rate::DirtyRate, disks};
use crate::TestConnection;
use block::NewJob;
use std::time::Duration;
use virt_core::domain::DomainHost;
use virt_core::{
    api::Jobs,
    connection::check_flags,
    constants::*,
    params::{Accepted, Kind, Multiple, find, find_ullong, validate},
    records::*,
    types::*,
};
use virt_error::{Origin, Result, bail};

/// How long a job takes whose speed nobody limits.
pub const UNLIMITED: Duration = Duration::from_millis(200);

/// What is set for the migrations of a domain.
#[derive(Clone, Copy)]
pub struct MigrationLimits {
    /// ms
    pub downtime: u64,
    /// MiB/s
    pub speed: u64,
    /// MiB/s after the switch to the destination.
    pub postcopy_speed: u64,
    /// Bytes
    pub compression_cache: u64,
}

impl Default for MigrationLimits {
    fn default() -> MigrationLimits {
        MigrationLimits {
            downtime: 300,
            speed: 8_796_093_022_207,
            postcopy_speed: 0,
            compression_cache: 67_108_864,
        }
    }
}

/// Bytes per second of a bandwidth that is in MiB/s unless `bytes` says otherwise.
fn bandwidth(value: u64, bytes: bool) -> Result<u64> {
    if bytes {
        return Ok(value);
    }
    match value.checked_mul(1 << 20) {
        Some(bytes) => Ok(bytes),
        None => bail!(Test, Overflow, "bandwidth must be less than {}", u64::MAX >> 20),
    }
}

impl TestConnection {
    fn set_limits(
        &self,
        dom: &Domain,
        operation: &'static str,
        set: impl FnOnce(&mut MigrationLimits),
    ) -> Result<()> {
        let change = self.state.change(dom, operation)?;
        change.check_active()?;
        change.update(|state| set(&mut state.extra_mut().migration));
        Ok(())
    }

    fn limits(&self, dom: &Domain) -> Result<MigrationLimits> {
        self.state.look(dom, |state| state.extra.migration)
    }
}

impl Jobs for TestConnection {
    fn domain_get_job_info(&self, dom: &Domain) -> Result<DomainJobInfo> {
        Ok(match self.state.running(dom)?.extra.backup.as_ref() {
            Some(job) => job.info(),
            None => DomainJobInfo::default(),
        })
    }

    fn domain_get_job_stats(&self, dom: &Domain, flags: u32) -> Result<DomainJobStats> {
        const KNOWN: u32 = VIR_DOMAIN_JOB_STATS_COMPLETED | VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED;
        check_flags(flags, KNOWN, Origin::Test, "testDomainGetJobStats")?;
        if flags & VIR_DOMAIN_JOB_STATS_COMPLETED == 0 {
            return Ok(match self.state.running(dom)?.extra.backup.as_ref() {
                Some(job) => job.stats(),
                None => DomainJobStats::default(),
            });
        }
        let change = self.state.change(dom, "virDomainGetJobStats")?;
        let completed = change.state().extra.completed_job.clone();
        if completed.is_some() && flags & VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED == 0 {
            change.update(|state| state.extra_mut().completed_job = None);
        }
        Ok(completed.unwrap_or_default())
    }

    fn domain_abort_job(&self, dom: &Domain) -> Result<()> {
        self.abort_backup(dom)
    }

    fn domain_abort_job_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_ABORT_JOB_POSTCOPY, Origin::Test, "testDomainAbortJobFlags")?;
        self.abort_backup(dom)
    }

    fn domain_migrate_set_max_downtime(&self, dom: &Domain, downtime: u64, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainMigrateSetMaxDowntime")?;
        self.set_limits(dom, "virDomainMigrateSetMaxDowntime", |limits| limits.downtime = downtime)
    }

    fn domain_migrate_get_max_downtime(&self, dom: &Domain, flags: u32) -> Result<u64> {
        check_flags(flags, 0, Origin::Test, "testDomainMigrateGetMaxDowntime")?;
        Ok(self.limits(dom)?.downtime)
    }

    fn domain_migrate_set_max_speed(&self, dom: &Domain, bandwidth: u64, flags: u32) -> Result<()> {
        check_flags(
            flags,
            VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY,
            Origin::Test,
            "testDomainMigrateSetMaxSpeed",
        )?;
        let most = MigrationLimits::default().speed;
        if bandwidth > most {
            bail!(Test, Overflow, "bandwidth must be less than {}", most + 1);
        }
        self.set_limits(dom, "virDomainMigrateSetMaxSpeed", |limits| match flags {
            0 => limits.speed = bandwidth,
            _ => limits.postcopy_speed = bandwidth,
        })
    }

    fn domain_migrate_get_max_speed(&self, dom: &Domain, flags: u32) -> Result<u64> {
        check_flags(
            flags,
            VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY,
            Origin::Test,
            "testDomainMigrateGetMaxSpeed",
        )?;
        let limits = self.limits(dom)?;
        Ok(if flags == 0 { limits.speed } else { limits.postcopy_speed })
    }

    fn domain_migrate_get_compression_cache(&self, dom: &Domain, flags: u32) -> Result<u64> {
        check_flags(flags, 0, Origin::Test, "testDomainMigrateGetCompressionCache")?;
        Ok(self.limits(dom)?.compression_cache)
    }

    fn domain_migrate_set_compression_cache(&self, dom: &Domain, cache_size: u64, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainMigrateSetCompressionCache")?;
        self.set_limits(dom, "virDomainMigrateSetCompressionCache", |limits| {
            limits.compression_cache = cache_size;
        })
    }

    fn domain_migrate_start_post_copy(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainMigrateStartPostCopy")?;
        self.state.running(dom)?;
        // A migration between hosts in memory has no time in which this could be asked for.
        bail!(Test, OperationInvalid, "post-copy can only be started while outgoing migration is in progress")
    }

    fn domain_start_dirty_rate_calc(&self, dom: &Domain, seconds: i32, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING
            | VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP
            | VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING;
        check_flags(flags, KNOWN, Origin::Test, "testDomainStartDirtyRateCalc")?;
        if !(1..=60).contains(&seconds) {
            bail!(Test, InvalidArg, "seconds={seconds} is invalid, please choose value within [1, 60].");
        }
        let change = self.state.change(dom, "virDomainStartDirtyRateCalc")?;
        change.check_active()?;
        change.update(|state| state.extra_mut().dirty_rate = Some(DirtyRate::now(seconds)));
        Ok(())
    }

    fn domain_block_job_abort(&self, dom: &Domain, path: &str, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC | VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT;
        check_flags(flags, KNOWN, Origin::Test, "testDomainBlockJobAbort")?;
        self.end_block_job(dom, path, flags & VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT != 0)
    }

    fn domain_get_block_job_info(&self, dom: &Domain, path: &str, flags: u32) -> Result<DomainBlockJobInfo> {
        check_flags(
            flags,
            VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES,
            Origin::Test,
            "testDomainGetBlockJobInfo",
        )?;
        self.block_job_info(dom, path, flags & VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES != 0)
    }

    fn domain_block_job_set_speed(&self, dom: &Domain, path: &str, speed: u64, flags: u32) -> Result<()> {
        const BYTES: u32 = VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES;
        check_flags(flags, BYTES, Origin::Test, "testDomainBlockJobSetSpeed")?;
        self.set_block_job_speed(dom, path, bandwidth(speed, flags & BYTES != 0)?)
    }

    fn domain_block_pull(&self, dom: &Domain, path: &str, speed: u64, flags: u32) -> Result<()> {
        const BYTES: u32 = VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES;
        check_flags(flags, BYTES, Origin::Test, "testDomainBlockPull")?;
        let job = NewJob::of(VIR_DOMAIN_BLOCK_JOB_TYPE_PULL, bandwidth(speed, flags & BYTES != 0)?);
        self.start_block_job(dom, path, job)
    }

    fn domain_block_rebase(
        &self,
        dom: &Domain,
        path: &str,
        base: Option<&str>,
        speed: u64,
        flags: u32,
    ) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_BLOCK_REBASE_SHALLOW
            | VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT
            | VIR_DOMAIN_BLOCK_REBASE_COPY_RAW
            | VIR_DOMAIN_BLOCK_REBASE_COPY
            | VIR_DOMAIN_BLOCK_REBASE_RELATIVE
            | VIR_DOMAIN_BLOCK_REBASE_COPY_DEV
            | VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES;
        check_flags(flags, KNOWN, Origin::Test, "testDomainBlockRebase")?;
        let speed = bandwidth(speed, flags & VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES != 0)?;
        let copy = flags & VIR_DOMAIN_BLOCK_REBASE_COPY != 0;
        let kind = if copy { VIR_DOMAIN_BLOCK_JOB_TYPE_COPY } else { VIR_DOMAIN_BLOCK_JOB_TYPE_PULL };
        let mut job = NewJob::of(kind, speed);
        match (copy, base) {
            (true, Some(base)) => job.copy_to_path(base, flags & VIR_DOMAIN_BLOCK_REBASE_COPY_DEV != 0),
            (true, None) => bail!(Test, InvalidArg, "a copy needs a destination"),
            (false, base) => job.base = base.map(str::to_owned),
        }
        self.start_block_job(dom, path, job)
    }

    fn domain_block_commit(
        &self,
        dom: &Domain,
        disk: &str,
        base: Option<&str>,
        top: Option<&str>,
        speed: u64,
        flags: u32,
    ) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_BLOCK_COMMIT_SHALLOW
            | VIR_DOMAIN_BLOCK_COMMIT_DELETE
            | VIR_DOMAIN_BLOCK_COMMIT_ACTIVE
            | VIR_DOMAIN_BLOCK_COMMIT_RELATIVE
            | VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES;
        check_flags(flags, KNOWN, Origin::Test, "testDomainBlockCommit")?;
        let speed = bandwidth(speed, flags & VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES != 0)?;
        let active = flags & VIR_DOMAIN_BLOCK_COMMIT_ACTIVE != 0;
        let kind = match active {
            true => VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT,
            false => VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT,
        };
        let state = self.state.running(dom)?;
        let found = disks::place(&state.def.devices.disks, disk);
        let Some(found) = found.and_then(|place| state.def.devices.disks.get(place)) else {
            return Err(block::no_disk(disk));
        };
        // Without a top the active layer is meant, which only an active commit can take.
        let top_is_active = top.is_none_or(|top| Some(top) == found.source_path());
        if top_is_active && !active {
            bail!(Test, InvalidArg, "commit of '{disk}' active layer requires active flag");
        }
        if !top_is_active && active {
            bail!(
                Test,
                InvalidArg,
                "active commit requested but '{}' is not active",
                top.unwrap_or_default()
            );
        }
        let mut job = NewJob::of(kind, speed);
        job.base = base.map(str::to_owned);
        self.start_block_job(dom, disk, job)
    }

    fn domain_block_copy(
        &self,
        dom: &Domain,
        path: &str,
        destxml: &str,
        params: &Params<16>,
        flags: u32,
    ) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_BLOCK_COPY_SHALLOW
            | VIR_DOMAIN_BLOCK_COPY_REUSE_EXT
            | VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB
            | VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES
            | VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED;
        check_flags(flags, KNOWN, Origin::Test, "testDomainBlockCopy")?;
        validate(
            params,
            &[
                Accepted("bandwidth", Kind::ULLong, Multiple::Once),
                Accepted("granularity", Kind::UInt, Multiple::Once),
                Accepted("buf-size", Kind::ULLong, Multiple::Once),
            ],
        )?;
        if let Some(Value::UInt(granularity)) = find(params, "granularity") {
            if *granularity != 0 && !granularity.is_power_of_two() {
                bail!(Test, InvalidArg, "granularity must be power of 2");
            }
        }
        let speed = find_ullong(params, "bandwidth").unwrap_or(0);
        let mut job = NewJob::of(VIR_DOMAIN_BLOCK_JOB_TYPE_COPY, speed);
        job.copy_to_document(destxml)?;
        self.start_block_job(dom, path, job)
    }

    fn domain_block_resize(&self, dom: &Domain, disk: &str, size: u64, flags: u32) -> Result<()> {
        const KNOWN: u32 =
            VIR_DOMAIN_BLOCK_RESIZE_BYTES | VIR_DOMAIN_BLOCK_RESIZE_CAPACITY | VIR_DOMAIN_BLOCK_RESIZE_EXTEND;
        check_flags(flags, KNOWN, Origin::Test, "testDomainBlockResize")?;
        let bytes = match flags & VIR_DOMAIN_BLOCK_RESIZE_BYTES {
            0 => size.checked_mul(1024),
            _ => Some(size),
        };
        let Some(bytes) = bytes else {
            bail!(Test, Overflow, "size must be less than {}", u64::MAX / 1024);
        };
        let change = self.state.change(dom, "virDomainBlockResize")?;
        change.check_active()?;
        let state = change.state();
        let found = disks::place(&state.def.devices.disks, disk);
        let Some(found) = found.and_then(|place| state.def.devices.disks.get(place)) else {
            bail!(Test, InvalidArg, "disk '{disk}' was not found in the domain config");
        };
        let target = found.target_name().to_owned();
        let capacity = super::stats::disk_sizes(&state, &target).capacity;
        let bytes = match flags & VIR_DOMAIN_BLOCK_RESIZE_CAPACITY {
            0 => bytes,
            _ => capacity,
        };
        if flags & VIR_DOMAIN_BLOCK_RESIZE_EXTEND != 0 && bytes < capacity {
            bail!(Test, InvalidArg, "disk '{target}' would become smaller");
        }
        change.update(|state| state.extra_mut().disk_sizes.insert(target, bytes));
        Ok(())
    }
}
