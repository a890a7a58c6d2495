//! Whether the guest runs, and making it run, stop and start again.

use super::super::{Monitor, value::Fields};
use serde_json::{Value, json};
use virt_error::Result;

/// How a guest runs, as its emulator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunState {
    pub running: bool,
    /// `running`, `paused`, `inmigrate`, `io-error` …
    pub status: String,
}

/// A virtual processor that is plugged in.
#[derive(Clone, Debug, PartialEq)]
pub struct Cpu {
    pub index: u64,
    /// The thread that it runs in; with TCG all may have the same one.
    pub thread: u64,
    pub qom_path: Option<String>,
    /// Where it sits: `socket-id`, `core-id`, `thread-id` …
    pub properties: Value,
}

impl RunState {
    pub fn read(command: &str, value: &Value) -> Result<RunState> {
        let fields = Fields::of(command, value)?;
        Ok(RunState { running: fields.flag("running")?, status: fields.text("status")?.to_owned() })
    }
}

impl Cpu {
    /// In the order of their indices.
    pub fn read_all(command: &str, value: &Value) -> Result<Vec<Cpu>> {
        let read = |fields: Fields<'_>| {
            Ok(Cpu {
                index: fields.number("cpu-index")?,
                thread: fields.number("thread-id")?,
                qom_path: fields.some_text("qom-path")?.map(str::to_owned),
                properties: fields.find("props").cloned().unwrap_or_else(|| json!({})),
            })
        };
        let mut cpus = Fields::list(command, value)?.into_iter().map(read).collect::<Result<Vec<Cpu>>>()?;
        cpus.sort_by_key(|cpu| cpu.index);
        Ok(cpus)
    }
}

impl Monitor {
    pub fn query_status(&self) -> Result<RunState> {
        self.get("query-status", Value::Null, RunState::read)
    }

    /// Makes the guest's processors run.
    pub fn cont(&self) -> Result<()> {
        self.tell("cont", Value::Null)
    }

    /// Makes the guest's processors stand still.
    pub fn stop(&self) -> Result<()> {
        self.tell("stop", Value::Null)
    }

    /// Presses the power button.
    pub fn system_powerdown(&self) -> Result<()> {
        self.tell("system_powerdown", Value::Null)
    }

    /// Presses the reset button.
    pub fn system_reset(&self) -> Result<()> {
        self.tell("system_reset", Value::Null)
    }

    /// Wakes a guest that sleeps.
    pub fn system_wakeup(&self) -> Result<()> {
        self.tell("system_wakeup", Value::Null)
    }

    pub fn inject_nmi(&self) -> Result<()> {
        self.tell("inject-nmi", Value::Null)
    }

    /// Begins to measure for some seconds how fast the guest writes to its memory; `query-dirty-rate` has the result.
    pub fn calc_dirty_rate(&self, seconds: i32, mode: Option<&str>) -> Result<()> {
        let mut arguments = json!({"calc-time": seconds});
        if let Some(mode) = mode {
            arguments["mode"] = json!(mode);
        }
        self.tell("calc-dirty-rate", arguments)
    }
}
