//! The commands of the guest agent, one function each, by subject.

mod devices;
mod files;
mod power;
mod system;
pub(super) mod users;

pub use files::DiskAddress;
pub use power::Suspend;
pub use system::{GuestAddress, GuestInterface, GuestVcpu};

use super::Agent;
use serde_json::Value;
use virt_error::{Result, error};

impl Agent {
    /// Runs a command whose answer says no more than that it was done.
    fn tell(&self, command: &str, arguments: Value) -> Result<()> {
        self.run(command, arguments).map(drop)
    }

    /// Runs a command that answers with a number of things that it did something to.
    fn count(&self, command: &str, arguments: Value) -> Result<i32> {
        let value = self.run(command, arguments)?;
        let count = value.as_i64().and_then(|count| i32::try_from(count).ok());
        count.ok_or_else(|| {
            error!(Qemu, InternalError, "guest agent returned malformed or invalid return value")
        })
    }
}
