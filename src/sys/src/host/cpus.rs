//! Processors: which there are, how they are grouped, and what they have done.

use super::{format_list, number, number_list, text};
use std::{collections::BTreeSet, fs};

const DIRECTORY: &str = "/sys/devices/system/cpu";

/// An online processor, and its place in the machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cpu {
    pub id: u32,
    pub socket: u32,
    pub die: u32,
    pub cluster: u32,
    pub core: u32,
    /// The processors that share its core, as a list.
    pub siblings: String,
}

/// The processors that run.
pub fn online_cpus() -> BTreeSet<u32> {
    match text(format!("{DIRECTORY}/online")) {
        Some(list) => number_list(&list),
        None => present_cpus(),
    }
}

/// The processors that are there, whether they run or not.
pub fn present_cpus() -> BTreeSet<u32> {
    if let Some(list) = text(format!("{DIRECTORY}/present")) {
        return number_list(&list);
    }
    let entries = fs::read_dir(DIRECTORY).into_iter().flatten().flatten();
    let found: BTreeSet<u32> =
        entries.filter_map(|entry| entry.file_name().to_str()?.strip_prefix("cpu")?.parse().ok()).collect();
    if found.is_empty() { BTreeSet::from([0]) } else { found }
}

/// The highest number of a processor that is there.
pub fn highest_cpu() -> u32 {
    present_cpus().last().copied().unwrap_or(0)
}

/// The online processors, in the order of their numbers.
pub fn cpus() -> Vec<Cpu> {
    online_cpus().into_iter().map(place).collect()
}

fn place(id: u32) -> Cpu {
    let file = |name: &str| format!("{DIRECTORY}/cpu{id}/topology/{name}");
    // What a machine does not have is -1 there, or missing.
    let part =
        |name: &str| number::<i64>(file(name)).and_then(|value| u32::try_from(value).ok()).unwrap_or(0);
    let siblings =
        text(file("thread_siblings_list")).map(|list| number_list(&list)).filter(|list| !list.is_empty());
    Cpu {
        id,
        socket: part("physical_package_id"),
        die: part("die_id"),
        // Where there are no clusters, some kernels write sixteen bits of ones.
        cluster: Some(part("cluster_id")).filter(|id| *id != 0xffff).unwrap_or(0),
        core: part("core_id"),
        siblings: format_list(&siblings.unwrap_or_else(|| BTreeSet::from([id]))),
    }
}

/// The frequency of the first processor in MHz; 0 when nobody knows.
pub fn frequency() -> u32 {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let value = |line: &str| {
        let (name, value) = line.split_once(':')?;
        matches!(name.trim(), "cpu MHz" | "clock").then_some(())?;
        value.trim().split('.').next()?.trim_end_matches("MHz").parse().ok()
    };
    let told = info.lines().find_map(value);
    told.or_else(|| number::<u32>(format!("{DIRECTORY}/cpu0/cpufreq/scaling_cur_freq")).map(|khz| khz / 1000))
        .unwrap_or(0)
}

/// What processors have done since the machine started, in nanoseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CpuTimes {
    pub kernel: u64,
    pub user: u64,
    pub idle: u64,
    pub iowait: u64,
}

/// What one processor, or all of them, have done; `None` for one that does not run.
pub fn cpu_times(cpu: Option<u32>) -> Option<CpuTimes> {
    let name = cpu.map_or_else(|| "cpu".to_owned(), |cpu| format!("cpu{cpu}"));
    parse_times(&fs::read_to_string("/proc/stat").ok()?, &name, nanoseconds_a_tick())
}

fn parse_times(text: &str, name: &str, tick: u64) -> Option<CpuTimes> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))?;
    let values: Vec<u64> = line.split_ascii_whitespace().map_while(|value| value.parse().ok()).collect();
    let at = |place: usize| values.get(place).copied().unwrap_or(0).saturating_mul(tick);
    (values.len() >= 4).then(|| CpuTimes {
        user: at(0).saturating_add(at(1)),
        kernel: at(2).saturating_add(at(5)).saturating_add(at(6)),
        idle: at(3),
        iowait: at(4),
    })
}

pub(super) fn nanoseconds_a_tick() -> u64 {
    // SAFETY: a plain query.
    let ticks = unsafe { libc::sysconf(libc::_SC_CLK_TCK) };
    1_000_000_000 / u64::try_from(ticks).unwrap_or(100).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_processor_has_a_place() {
        let list = cpus();
        assert_eq!(list.len(), online_cpus().len());
        assert!(list.iter().all(|cpu| number_list(&cpu.siblings).contains(&cpu.id)));
        assert!(online_cpus().is_subset(&present_cpus()));
        assert!(highest_cpu() >= online_cpus().last().copied().unwrap());
    }

    #[test]
    fn times_are_those_of_the_processor_that_was_asked_for() {
        let text = "cpu  1 2 3 4 5 6 7 8\ncpu1 10 20 30 40 50 60 70 80 90\ncpu11 1 1 1 1\nintr 1\n";
        let times = parse_times(text, "cpu1", 10).unwrap();
        assert_eq!(times, CpuTimes { kernel: 1600, user: 300, idle: 400, iowait: 500 });
        assert_eq!(parse_times(text, "cpu", 1).unwrap().user, 3);
        assert_eq!(parse_times(text, "cpu2", 1), None);
        assert!(cpu_times(None).unwrap().user > 0);
        assert_eq!(cpu_times(Some(99_999)), None);
    }
}
