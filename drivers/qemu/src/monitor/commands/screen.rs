//! What the guest shows and hears: its screen, its keyboard, and those who look at it from afar.

use super::super::Monitor;
use serde_json::{Value, json};
use std::os::fd::BorrowedFd;
use virt_error::Result;

impl Monitor {
    /// Presses keys, all at once, for `hold` milliseconds. The keys are XT codes.
    pub fn send_key(&self, keys: &[u32], hold: Option<u32>) -> Result<()> {
        let keys: Vec<Value> = keys.iter().map(|key| json!({"type": "number", "data": key})).collect();
        let mut arguments = json!({"keys": keys});
        if let Some(hold) = hold {
            arguments["hold-time"] = hold.into();
        }
        self.tell("send-key", arguments)
    }

    /// Lets whoever is at the other end of `fd` look at the screen that speaks `protocol`.
    pub fn add_client(&self, protocol: &str, name: &str, fd: BorrowedFd<'_>, skip_auth: bool) -> Result<()> {
        self.getfd(name, fd)?;
        let arguments = json!({"protocol": protocol, "fdname": name, "skipauth": skip_auth});
        self.tell("add_client", arguments).inspect_err(|_| {
            // The emulator still has it under this name; nothing more can be done when it does not give it back.
            let _ = self.closefd(name);
        })
    }
}
