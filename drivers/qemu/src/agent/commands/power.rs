//! Orders that the guest answers by what it does.

use super::super::{Agent, Notice};
use serde_json::{Value, json};
use virt_error::Result;

/// How deep a guest is to sleep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspend {
    Memory,
    Disk,
    Hybrid,
}

impl Agent {
    /// Has the guest shut itself down; answers when it says that it does.
    pub fn power_down(&self) -> Result<()> {
        self.order("guest-shutdown", json!({"mode": "powerdown"}), Notice::Shutdown)
    }

    /// Has the guest start itself anew.
    pub fn reboot(&self) -> Result<()> {
        self.order("guest-shutdown", json!({"mode": "reboot"}), Notice::Reset)
    }

    /// Puts the guest to sleep.
    pub fn suspend(&self, depth: Suspend) -> Result<()> {
        let command = match depth {
            Suspend::Memory => "guest-suspend-ram",
            Suspend::Disk => "guest-suspend-disk",
            Suspend::Hybrid => "guest-suspend-hybrid",
        };
        self.order(command, Value::Null, Notice::Suspend)
    }
}
