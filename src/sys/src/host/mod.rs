//! The machine and its kernel: processors, memory, nodes, as `/proc` and `/sys` tell them.

mod caches;
mod cpuid;
mod cpus;
mod memory;
mod nodes;
mod pages;
mod resctrl;
mod tasks;

pub use caches::{CacheBank, cache_banks};
pub use cpuid::{Registers, Tsc, cpuid_leaves, encrypted_guests, kvm_max_vcpus, msr, tsc};
pub use cpus::{Cpu, CpuTimes, cpu_times, cpus, frequency, highest_cpu, online_cpus, present_cpus};
pub use memory::{MemoryCounts, memory, memory_of_node, parameter, parameters_directory, set_parameter};
pub use nodes::{Node, nodes};
pub use pages::{PagePool, allocate_pages, default_huge_page, page_size, pages};
pub use resctrl::{BandwidthControl, CacheControl, Monitoring, bandwidth_control, cache_control, monitoring};
pub use tasks::{TaskTimes, process_times, resident_memory, thread_delay, thread_times, thread_wait};

use std::{collections::BTreeSet, ffi::CStr, fs, mem, path::Path};

/// What the kernel calls the kind of machine: `x86_64`.
pub fn machine() -> String {
    // SAFETY: the structure is plain bytes that the call fills, each field with a NUL at its end.
    unsafe {
        let mut name: libc::utsname = mem::zeroed();
        if libc::uname(&mut name) < 0 {
            return std::env::consts::ARCH.to_owned();
        }
        CStr::from_ptr(name.machine.as_ptr()).to_string_lossy().into_owned()
    }
}

/// The text of a small file, without the end of its line; `None` when it cannot be read.
fn text(path: impl AsRef<Path>) -> Option<String> {
    Some(fs::read_to_string(path).ok()?.trim_end().to_owned())
}

fn number<T: std::str::FromStr>(path: impl AsRef<Path>) -> Option<T> {
    text(path)?.trim().parse().ok()
}

/// The numbers of a list such as `0-3,8`; what makes no sense in it is left out.
pub fn number_list(list: &str) -> BTreeSet<u32> {
    /// No kernel has more processors or nodes.
    const MOST: u32 = 1 << 16;
    let range = |part: &str| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (first.trim().parse().ok()?, last.trim().parse::<u32>().ok()?);
        Some(first..=last.min(MOST))
    };
    list.split(',').filter_map(range).flatten().collect()
}

/// Such a list of numbers.
pub fn format_list(numbers: &BTreeSet<u32>) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => ranges.push((*number, *number)),
        }
    }
    let range = |(first, last): &(u32, u32)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_has_a_name() {
        assert!(!machine().is_empty() && machine() == machine().trim());
    }

    #[test]
    fn lists_of_numbers_go_both_ways() {
        for list in ["", "0", "0-3", "0-3,8", "1,3,5-6"] {
            assert_eq!(format_list(&number_list(list)), list);
        }
        assert_eq!(format_list(&number_list("x,2-1,3-x, 4 ")), "4");
    }
}
