//! How many processors there are and how they are arranged; I/O threads and shared limits of disks.

use super::{Line, Options, Plan, Props, throttle};
use crate::emulator::Flag;
use virt_conf::domain::memory::Iothread;
use virt_error::Result;
use virt_xml::YesNo;

impl Plan<'_> {
    /// Processors that are there from the beginning: those that can be unplugged come later.
    fn boot_processors(&self) -> u32 {
        let enabled = self.domain.vcpus();
        let vcpus = self.domain.vcpus.iter().flat_map(|vcpus| &vcpus.vcpus);
        let later = vcpus
            .filter(|vcpu| vcpu.enabled == Some(YesNo(true)) && vcpu.hotpluggable == Some(YesNo(true)))
            .count() as u32;
        enabled.saturating_sub(later)
    }
}

pub fn topology(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let maximum = plan.domain.max_vcpus();
    let mut smp = Options::new(&plan.boot_processors().to_string());
    if plan.boot_processors() != maximum {
        smp.put("maxcpus", maximum);
    }
    match plan.domain.cpu.as_ref().and_then(|cpu| cpu.topology.as_ref()) {
        Some(topology) => {
            smp.put("sockets", topology.sockets.unwrap_or(1));
            if plan.emulator.has(Flag::SmpDies) {
                smp.put("dies", topology.dies.unwrap_or(1));
            }
            if plan.emulator.has(Flag::SmpClusters) {
                smp.put("clusters", topology.clusters.unwrap_or(1));
            }
            smp.put("cores", topology.cores.unwrap_or(1));
            smp.put("threads", topology.threads.unwrap_or(1));
        }
        None => {
            smp.put("sockets", maximum);
            smp.put("cores", 1);
            smp.put("threads", 1);
        }
    }
    line.pair("-smp", smp);
    Ok(())
}

/// Threads that do the I/O of disks; and how many workers the emulator's own loop may have.
pub fn iothreads(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let given = plan.domain.iothreadids.iter().flat_map(|ids| &ids.iothreads);
    let mut taken: Vec<u32> = Vec::new();
    for iothread in given {
        taken.push(iothread.id.unwrap_or(0));
        line.object(iothread_json(iothread));
    }
    // A number without identifiers means the lowest ones that are free.
    let wanted = plan.domain.iothreads.unwrap_or(0) as usize;
    let missing = wanted.saturating_sub(taken.len());
    for id in (1..).filter(|id| !taken.contains(id)).take(missing) {
        line.object(Props::object("iothread", format!("iothread{id}")));
    }
    if let Some(default) = plan.domain.defaultiothread.as_ref() {
        if default.thread_pool_min.is_some() || default.thread_pool_max.is_some() {
            let object = Props::object("main-loop", "main-loop")
                .with_some("thread-pool-min", default.thread_pool_min)
                .with_some("thread-pool-max", default.thread_pool_max);
            line.object(object);
        }
    }
    Ok(())
}

/// The object of an I/O thread.
pub fn iothread_json(iothread: &Iothread) -> Props {
    let poll = iothread.poll.as_deref();
    Props::object("iothread", format!("iothread{}", iothread.id.unwrap_or(0)))
        .with_some("thread-pool-min", iothread.thread_pool_min)
        .with_some("thread-pool-max", iothread.thread_pool_max)
        .with_some("poll-max-ns", poll.and_then(|poll| poll.max))
        .with_some("poll-grow", poll.and_then(|poll| poll.grow))
        .with_some("poll-shrink", poll.and_then(|poll| poll.shrink))
}

/// Limits that several disks share.
pub fn throttle_groups(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for group in plan.domain.throttlegroups.iter().flat_map(|groups| &groups.groups) {
        line.object(throttle::group(group));
    }
    Ok(())
}
