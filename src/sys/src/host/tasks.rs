//! Processes and their threads: what they have used of the host.

use super::{cpus::nanoseconds_a_tick, page_size};
use std::fs;

/// The time that a process or a thread has used the processors, in nanoseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskTimes {
    pub user: u64,
    pub system: u64,
    /// The processor that it ran on last.
    pub cpu: u32,
}

/// What a process with all its threads has used; `None` for one that is gone.
pub fn process_times(pid: u32) -> Option<TaskTimes> {
    parse_times(&fs::read_to_string(format!("/proc/{pid}/stat")).ok()?, nanoseconds_a_tick())
}

/// What one thread has used.
pub fn thread_times(pid: u32, thread: u32) -> Option<TaskTimes> {
    let text = fs::read_to_string(format!("/proc/{pid}/task/{thread}/stat")).ok()?;
    parse_times(&text, nanoseconds_a_tick())
}

fn parse_times(text: &str, tick: u64) -> Option<TaskTimes> {
    // The program's name may hold anything, but it is the last thing in parentheses.
    let (_, fields) = text.rsplit_once(')')?;
    let fields: Vec<&str> = fields.split_ascii_whitespace().collect();
    let time = |place: usize| Some(fields.get(place)?.parse::<u64>().ok()?.saturating_mul(tick));
    Some(TaskTimes { user: time(11)?, system: time(12)?, cpu: fields.get(36)?.parse().ok()? })
}

/// How long a thread has waited for a processor that it was ready to use, in nanoseconds.
pub fn thread_delay(pid: u32, thread: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/task/{thread}/schedstat")).ok()?;
    text.split_ascii_whitespace().nth(1)?.parse().ok()
}

/// How long a thread has waited for anything at all, in nanoseconds, where the kernel counts that.
pub fn thread_wait(pid: u32, thread: u32) -> Option<u64> {
    parse_wait(&fs::read_to_string(format!("/proc/{pid}/task/{thread}/sched")).ok()?)
}

fn parse_wait(text: &str) -> Option<u64> {
    let line = text
        .lines()
        .find(|line| line.starts_with("se.statistics.wait_sum ") || line.starts_with("wait_sum "))?;
    // Milliseconds, with the nanoseconds after the point.
    let (whole, rest) = line.split_once(':')?.1.trim().split_once('.')?;
    let rest = format!("{rest:0<6}");
    Some(whole.parse::<u64>().ok()?.checked_mul(1_000_000)? + rest.get(..6)?.parse::<u64>().ok()?)
}

/// The memory of a process that is in the host's memory, in KiB.
pub fn resident_memory(pid: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/statm")).ok()?;
    let pages: u64 = text.split_ascii_whitespace().nth(1)?.parse().ok()?;
    Some(pages.saturating_mul(page_size()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_stand_behind_a_name_that_may_hold_anything() {
        let text = "12 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 \
                    31 32 33 34 35 3 37 38\n";
        assert_eq!(parse_times(text, 10), Some(TaskTimes { user: 110, system: 120, cpu: 3 }));
        assert_eq!(parse_times("12 (a", 10), None);
        let pid = std::process::id();
        assert!(process_times(pid).is_some() && thread_times(pid, pid).is_some());
        assert!(resident_memory(pid).is_some_and(|kib| kib > 100));
        assert_eq!(process_times(u32::MAX), None);
    }

    #[test]
    fn waits_are_milliseconds_with_a_point() {
        assert_eq!(parse_wait("x (1)\nse.statistics.wait_sum   :   12.345678\n"), Some(12_345_678));
        assert_eq!(parse_wait("wait_sum   :   1.5\n"), Some(1_500_000));
        assert_eq!(parse_wait("wait_max : 1.5\n"), None);
    }
}
