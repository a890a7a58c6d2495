//! What a guest's virtual processors do.

use super::{Answers, List, kvm};
use crate::process::VcpuThread;
use serde_json::Value;
use virt_core::{constants::*, types::Value as Param};
use virt_sys::host;

/// A virtual processor as the emulator tells of it.
struct Told<'a> {
    vcpu: u32,
    path: &'a str,
    halted: Option<bool>,
}

/// What `query-cpus-fast` says, in the order of the processors.
fn told(answers: &Answers) -> Vec<Told<'_>> {
    let all = answers.plain("query-cpus-fast").and_then(Value::as_array);
    let read = |one: &'_ Value| -> Option<(u32, Option<bool>)> {
        Some((u32::try_from(one["cpu-index"].as_u64()?).ok()?, one["halted"].as_bool()))
    };
    let mut list: Vec<Told<'_>> = all
        .into_iter()
        .flatten()
        .filter_map(|one| {
            let (vcpu, halted) = read(one)?;
            Some(Told { vcpu, path: one["qom-path"].as_str().unwrap_or_default(), halted })
        })
        .collect();
    list.sort_by_key(|one| one.vcpu);
    list
}

/// Adds the group `vcpu`: `current` of `maximum` processors are plugged in.
pub fn add(
    list: &mut List,
    answers: &Answers,
    pid: Option<u32>,
    threads: &[VcpuThread],
    (current, maximum): (usize, usize),
) {
    list.count("vcpu.current", current);
    list.count("vcpu.maximum", maximum);
    let Some(pid) = pid else { return };
    let told = told(answers);
    for VcpuThread { vcpu, thread } in threads {
        list.add(format!("vcpu.{vcpu}.state"), Param::Int(VIR_VCPU_RUNNING));
        if let Some(times) = host::thread_times(pid, *thread) {
            list.number(format!("vcpu.{vcpu}.time"), times.user.saturating_add(times.system));
        }
        // A kernel that was not told to count has counted none.
        list.number(format!("vcpu.{vcpu}.wait"), host::thread_wait(pid, *thread).unwrap_or(0));
        let told = told.iter().find(|one| one.vcpu == *vcpu);
        if let Some(halted) = told.and_then(|one| one.halted) {
            list.add(format!("vcpu.{vcpu}.halted"), Param::Boolean(halted));
        }
        list.some_number(format!("vcpu.{vcpu}.delay"), host::thread_delay(pid, *thread));
        if let Some(told) = told {
            kvm::add_processor(list, answers, *vcpu, told.path);
        }
    }
}
