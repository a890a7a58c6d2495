//! The guest's memory: the balloon, and writing it out.

use super::super::Monitor;
use serde_json::json;
use std::time::Duration;
use virt_error::Result;

/// Writing a guest's memory out takes as long as its disk does.
const DUMP_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

impl Monitor {
    /// Tells the balloon how much memory to leave to the guest, in bytes; whether there is one.
    pub fn balloon(&self, bytes: u64) -> Result<bool> {
        match self.ask("balloon", json!({"value": bytes}))? {
            Ok(_) => Ok(true),
            Err(refusal) if matches!(refusal.class.as_str(), "DeviceNotActive" | "KVMMissingCap") => {
                Ok(false)
            }
            Err(refusal) => Err(refusal.into_error("balloon")),
        }
    }

    /// Writes the guest's memory to `protocol` (`fd:NAME`, `file:PATH`) as a core file in `format`. With `detach` it
    /// goes on by itself until `DUMP_COMPLETED`.
    pub fn dump_guest_memory(&self, protocol: &str, format: Option<&str>, detach: bool) -> Result<()> {
        let mut arguments = json!({"paging": false, "protocol": protocol, "detach": detach});
        if let Some(format) = format {
            arguments["format"] = format.into();
        }
        self.run_within(DUMP_WAIT, "dump-guest-memory", arguments).map(drop)
    }

    /// Writes `size` bytes of memory from `address` on to a file; physical memory, or what the processor maps.
    pub fn save_memory(&self, physical: bool, address: u64, size: u64, path: &str) -> Result<()> {
        let command = if physical { "pmemsave" } else { "memsave" };
        self.tell(command, json!({"val": address, "size": size, "filename": path}))
    }
}
