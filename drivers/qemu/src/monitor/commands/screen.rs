//! What the guest shows and hears: its screen, its keyboard, and those who look at it from afar.

use super::super::Monitor;
use serde_json::{Value, json};
use std::os::fd::BorrowedFd;
use virt_error::Result;

impl Monitor {
    /// Writes the screen of a device (none: the first) to a file, as PPM or as `format` says.
    pub fn screendump(
        &self,
        path: &str,
        device: Option<&str>,
        head: Option<u32>,
        format: Option<&str>,
    ) -> Result<()> {
        let mut arguments = json!({"filename": path});
        if let Some(device) = device {
            arguments["device"] = device.into();
        }
        if let Some(head) = head {
            arguments["head"] = head.into();
        }
        if let Some(format) = format {
            arguments["format"] = format.into();
        }
        self.tell("screendump", arguments)
    }

    /// Presses keys, all at once, for `hold` milliseconds. The keys are XT codes.
    pub fn send_key(&self, keys: &[u32], hold: Option<u32>) -> Result<()> {
        let keys: Vec<Value> = keys.iter().map(|key| json!({"type": "number", "data": key})).collect();
        let mut arguments = json!({"keys": keys});
        if let Some(hold) = hold {
            arguments["hold-time"] = hold.into();
        }
        self.tell("send-key", arguments)
    }

    /// Sets the password of a screen (`vnc`, `spice`), and what becomes of those who are connected: `keep`, `fail`,
    /// `disconnect`.
    pub fn set_password(&self, protocol: &str, password: &str, connected: Option<&str>) -> Result<()> {
        let mut arguments = json!({"protocol": protocol, "password": password});
        if let Some(connected) = connected {
            arguments["connected"] = connected.into();
        }
        self.tell("set_password", arguments)
    }

    /// Sets when a password ends: `never`, `now`, or seconds since 1970.
    pub fn expire_password(&self, protocol: &str, time: &str) -> Result<()> {
        self.tell("expire_password", json!({"protocol": protocol, "time": time}))
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
