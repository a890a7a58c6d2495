//! Jobs that take their time, and end.

use super::*;
use std::{
    thread,
    time::{Duration, Instant},
};
use virt_core::{constants::*, types::*};

const DISK: &str = "<devices><disk type='file'><source file='/i'/><target dev='vda'/></disk></devices>";

impl Host {
    /// Waits until a job of a disk says this; its kind and status.
    fn wait_for_job(&self) -> (i32, i32) {
        let end = Instant::now() + Duration::from_secs(20);
        while Instant::now() < end {
            for event in self.events() {
                if let Event::DomainBlockJob2 { kind, status, .. } = *event {
                    return (kind, status);
                }
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!("no job ended");
    }
}

#[test]
fn a_pull_makes_progress_and_ends() {
    let host = Host::new();
    let jobs = &host.drivers.jobs;
    let dom = host.running("a", DISK);
    jobs.domain_block_pull(&dom, "vda", 1, 0).unwrap();
    let slow = jobs.domain_get_block_job_info(&dom, "/i", 0).unwrap();
    assert_eq!((slow.found, slow.kind, slow.bandwidth), (1, VIR_DOMAIN_BLOCK_JOB_TYPE_PULL, 1));
    assert!(slow.cur < slow.end);
    assert_eq!(
        refusal(jobs.domain_block_pull(&dom, "vda", 0, 0)),
        "Operation not supported: disk 'vda' already in active block job"
    );
    jobs.domain_block_job_set_speed(&dom, "vda", 0, 0).unwrap();
    assert_eq!(host.wait_for_job(), (VIR_DOMAIN_BLOCK_JOB_TYPE_PULL, VIR_DOMAIN_BLOCK_JOB_COMPLETED));
    assert_eq!(jobs.domain_get_block_job_info(&dom, "vda", 0).unwrap().found, 0);
    assert_eq!(
        refusal(jobs.domain_block_job_abort(&dom, "vda", 0)),
        "Requested operation is not valid: disk vda does not have an active block job"
    );
}

#[test]
fn a_copy_waits_to_be_taken() {
    let host = Host::new();
    let jobs = &host.drivers.jobs;
    let dom = host.running("a", DISK);
    let copy = "<disk type='file'><source file='/copy'/><driver type='qcow2'/></disk>";
    jobs.domain_block_copy(&dom, "vda", copy, &Params::default(), 0).unwrap();
    assert_eq!(
        refusal(jobs.domain_block_job_abort(&dom, "vda", VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT)),
        "block copy still active: block job on disk 'vda' is still active"
    );
    assert_eq!(host.wait_for_job(), (VIR_DOMAIN_BLOCK_JOB_TYPE_COPY, VIR_DOMAIN_BLOCK_JOB_READY));
    let text = host.drivers.domains.domain_get_xml_desc(&dom, 0).unwrap();
    assert!(text.contains("<mirror type='file'") && text.contains("ready='yes'"), "{text}");
    jobs.domain_block_job_abort(&dom, "vda", VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT).unwrap();
    assert_eq!(host.wait_for_job(), (VIR_DOMAIN_BLOCK_JOB_TYPE_COPY, VIR_DOMAIN_BLOCK_JOB_COMPLETED));
    let text = host.drivers.domains.domain_get_xml_desc(&dom, 0).unwrap();
    assert!(text.contains("<source file='/copy'/>") && !text.contains("mirror"), "{text}");
}

#[test]
fn a_job_ends_with_its_domain() {
    let host = Host::new();
    let jobs = &host.drivers.jobs;
    let dom = host.running("a", DISK);
    jobs.domain_block_commit(&dom, "vda", Some("/base"), None, 0, VIR_DOMAIN_BLOCK_COMMIT_ACTIVE).unwrap();
    assert!(
        refusal(jobs.domain_block_commit(&dom, "vda", None, None, 0, 0)).contains("requires active flag")
    );
    host.drivers.domains.domain_destroy(&dom).unwrap();
    host.drivers.domains.domain_create(&dom).unwrap();
    assert_eq!(jobs.domain_get_block_job_info(&dom, "vda", 0).unwrap().found, 0);
}

#[test]
fn a_backup_ends_and_tells() {
    let host = Host::new();
    let (jobs, checkpoints) = (&host.drivers.jobs, &host.drivers.checkpoints);
    let dom = host.running("a", DISK);
    let pull = "<domainbackup mode='pull'><server name='localhost' port='10809'/></domainbackup>";
    let point = "<domaincheckpoint><name>p</name></domaincheckpoint>";
    checkpoints.domain_backup_begin(&dom, pull, Some(point), 0).unwrap();
    assert_eq!(checkpoints.domain_list_all_checkpoints(&dom, 0, 0).unwrap().count, 1);
    assert!(
        checkpoints.domain_backup_get_xml_desc(&dom, 0).unwrap().starts_with("<domainbackup mode='pull'>")
    );
    assert_eq!(jobs.domain_get_job_info(&dom).unwrap().kind, VIR_DOMAIN_JOB_UNBOUNDED);
    assert!(checkpoints.domain_backup_begin(&dom, pull, None, 0).is_err());
    jobs.domain_abort_job(&dom).unwrap();
    assert_eq!(
        refusal(checkpoints.domain_backup_get_xml_desc(&dom, 0)),
        "Domain backup job id not found: no domain backup job present"
    );
    let ids: Vec<i32> = host.events().iter().map(|event| event.id().1).collect();
    assert_eq!(ids, [VIR_DOMAIN_EVENT_ID_JOB_COMPLETED]);
    let stats = jobs.domain_get_job_stats(&dom, VIR_DOMAIN_JOB_STATS_COMPLETED).unwrap();
    assert_eq!(stats.kind, VIR_DOMAIN_JOB_COMPLETED);
    assert_eq!(
        jobs.domain_get_job_stats(&dom, VIR_DOMAIN_JOB_STATS_COMPLETED).unwrap().kind,
        VIR_DOMAIN_JOB_NONE
    );
    assert_eq!(
        refusal(jobs.domain_abort_job(&dom)),
        "Requested operation is not valid: no job is active on the domain"
    );
}

#[test]
fn sizes_and_limits_are_read_back() {
    let host = Host::new();
    let jobs = &host.drivers.jobs;
    let dom = host.running("a", DISK);
    jobs.domain_block_resize(&dom, "vda", 4, 0).unwrap();
    assert_eq!(host.drivers.monitoring.domain_get_block_info(&dom, "vda", 0).unwrap().capacity, 4096);
    jobs.domain_migrate_set_max_downtime(&dom, 7, 0).unwrap();
    assert_eq!(jobs.domain_migrate_get_max_downtime(&dom, 0).unwrap(), 7);
    assert!(jobs.domain_start_dirty_rate_calc(&dom, 61, 0).is_err());
    jobs.domain_start_dirty_rate_calc(&dom, 1, 0).unwrap();
}
