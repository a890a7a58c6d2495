//! Character devices: what is at their other ends.

use super::super::{Monitor, value::Fields};
use serde_json::{Value, json};
use virt_error::Result;

/// A character device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chardev {
    /// `charserial0`.
    pub label: String,
    /// `pty:/dev/pts/3`, `unix:/path,server` …
    pub filename: String,
    /// Whether the guest has opened its side; true where the emulator does not say.
    pub frontend_open: bool,
}

impl Chardev {
    pub fn read_all(command: &str, value: &Value) -> Result<Vec<Chardev>> {
        let read = |fields: Fields<'_>| {
            Ok(Chardev {
                label: fields.text("label")?.to_owned(),
                filename: fields.text("filename")?.to_owned(),
                frontend_open: fields.some_flag("frontend-open")?.unwrap_or(true),
            })
        };
        Fields::list(command, value)?.into_iter().map(read).collect()
    }

    /// The pseudo-terminal that it was given.
    pub fn pty(&self) -> Option<&str> {
        self.filename.strip_prefix("pty:")
    }
}

impl Monitor {
    pub fn query_chardevs(&self) -> Result<Vec<Chardev>> {
        self.get("query-chardev", Value::Null, Chardev::read_all)
    }

    /// Adds a character device; the path of its pseudo-terminal when it has one.
    pub fn chardev_add(&self, id: &str, backend: Value) -> Result<Option<String>> {
        self.get("chardev-add", json!({"id": id, "backend": backend}), |command, value| {
            Ok(Fields::of(command, value)?.some_text("pty")?.map(str::to_owned))
        })
    }

    pub fn chardev_remove(&self, id: &str) -> Result<()> {
        self.tell("chardev-remove", json!({"id": id}))
    }
}
