//! The commands of QMP, one function each, by subject. They turn answers into structures and do nothing else.

mod block;
mod chardev;
mod device;
mod memory;
mod migration;
mod running;
mod screen;

pub use block::{BlockDevice, BlockNode, BlockStats};
pub use chardev::Chardev;
pub use migration::{Migration, RamProgress};
pub use running::{Cpu, RunState};

use super::Monitor;
use serde_json::Value;
use virt_error::Result;

impl Monitor {
    /// Runs a command whose answer says no more than that it was done.
    fn tell(&self, command: &'static str, arguments: Value) -> Result<()> {
        self.run(command, arguments).map(drop)
    }

    /// Runs a command, and has `read` make something of its answer.
    fn get<T>(
        &self,
        command: &'static str,
        arguments: Value,
        read: impl FnOnce(&str, &Value) -> Result<T>,
    ) -> Result<T> {
        read(command, &self.run(command, arguments)?)
    }
}

#[cfg(test)]
mod tests;
