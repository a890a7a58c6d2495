//! The kernel's counters of a running guest's emulator, which `<perf>` turns on.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};
use virt_conf::domain::{Domain as Document, clock::PerfEvent};
use virt_error::{Error, Origin, Result, error};
use virt_sys::perf::{Counter, HARDWARE, SOFTWARE};
use virt_xml::YesNo;

/// The events that are counted.
#[derive(Default)]
pub struct Counters(Mutex<BTreeMap<PerfEvent, Counter>>);

impl Counters {
    fn table(&self) -> MutexGuard<'_, BTreeMap<PerfEvent, Counter>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts these events of an emulator, and no more those others: all of it or, after an error, nothing.
    ///
    /// Errors: `VIR_ERR_ARGUMENT_UNSUPPORTED` for an event that no kernel knows any more, `VIR_ERR_SYSTEM_ERROR`.
    pub fn change(&self, pid: u32, on: &[PerfEvent], off: &[PerfEvent]) -> Result<()> {
        let mut table = self.table();
        let mut new = Vec::new();
        for event in on.iter().filter(|event| !table.contains_key(event)) {
            new.push((*event, start(pid, *event)?));
        }
        table.retain(|event, _| !off.contains(event));
        table.extend(new);
        Ok(())
    }

    /// What has been counted, in the order of the events. What cannot be read is left out.
    pub fn values(&self) -> Vec<(PerfEvent, u64)> {
        let value = |(event, counter): (&PerfEvent, &Counter)| match counter.value() {
            Ok(value) => Some((*event, value)),
            Err(cause) => {
                log::warn!("the counter of {event} cannot be read: {cause}");
                None
            }
        };
        self.table().iter().filter_map(value).collect()
    }
}

/// The events that a document has turned on.
pub fn enabled(document: &Document) -> Vec<PerfEvent> {
    let events = document.perf.iter().flat_map(|perf| &perf.events);
    events.filter(|event| event.enabled == Some(YesNo(true))).filter_map(|event| event.name).collect()
}

fn start(pid: u32, event: PerfEvent) -> Result<Counter> {
    let Some((kind, config)) = number(event) else {
        return Err(error!(Perf, ArgumentUnsupported, "unable to enable host cpu perf event for {event}"));
    };
    Counter::start(pid, kind, config).map_err(|cause| {
        Error::system(Origin::Perf, format!("unable to open host cpu perf event for {event}"), &cause)
    })
}

/// The kernel's numbers of an event; none for those of caches and memory, which left it with Linux 4.14.
fn number(event: PerfEvent) -> Option<(u32, u64)> {
    use PerfEvent::*;
    Some(match event {
        Cmt | Mbmt | Mbml => return None,
        CpuCycles => (HARDWARE, 0),
        Instructions => (HARDWARE, 1),
        CacheReferences => (HARDWARE, 2),
        CacheMisses => (HARDWARE, 3),
        BranchInstructions => (HARDWARE, 4),
        BranchMisses => (HARDWARE, 5),
        BusCycles => (HARDWARE, 6),
        StalledCyclesFrontend => (HARDWARE, 7),
        StalledCyclesBackend => (HARDWARE, 8),
        RefCpuCycles => (HARDWARE, 9),
        CpuClock => (SOFTWARE, 0),
        TaskClock => (SOFTWARE, 1),
        PageFaults => (SOFTWARE, 2),
        ContextSwitches => (SOFTWARE, 3),
        CpuMigrations => (SOFTWARE, 4),
        PageFaultsMin => (SOFTWARE, 5),
        PageFaultsMaj => (SOFTWARE, 6),
        AlignmentFaults => (SOFTWARE, 7),
        EmulationFaults => (SOFTWARE, 8),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_error::Code;

    #[test]
    fn each_event_has_numbers_of_its_own() {
        let mut numbers: Vec<_> = PerfEvent::ALL.iter().filter_map(|(event, _)| number(*event)).collect();
        assert_eq!(numbers.len(), PerfEvent::ALL.len() - 3);
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), PerfEvent::ALL.len() - 3);
    }

    #[test]
    fn a_change_is_whole_or_none() {
        let counters = Counters::default();
        let own = std::process::id();
        let error = counters.change(own, &[PerfEvent::PageFaults, PerfEvent::Cmt], &[]).unwrap_err();
        if error.code() == Code::SystemError {
            return println!("skipped: {}", error.message());
        }
        assert_eq!(error.code(), Code::ArgumentUnsupported);
        assert!(error.message().ends_with("unable to enable host cpu perf event for cmt"), "{error}");
        assert!(counters.values().is_empty());
        counters.change(own, &[PerfEvent::PageFaults, PerfEvent::TaskClock], &[]).unwrap();
        counters.change(own, &[PerfEvent::PageFaults], &[PerfEvent::TaskClock]).unwrap();
        assert_eq!(counters.values().iter().map(|one| one.0).collect::<Vec<_>>(), [PerfEvent::PageFaults]);
    }
}
