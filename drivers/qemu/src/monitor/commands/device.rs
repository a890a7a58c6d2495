//! Devices, their backends, objects, and the descriptors that they are made of.

use super::super::Monitor;
use serde_json::{Value, json};
use std::os::fd::BorrowedFd;
use virt_error::{Result, error};

impl Monitor {
    /// Plugs a device in; `properties` has its `driver` and `id`.
    pub fn device_add(&self, properties: Value) -> Result<()> {
        self.tell("device_add", properties)
    }

    /// Asks the guest to let a device go: `DEVICE_DELETED` tells when it did. `false` when there is none of that name.
    pub fn device_del(&self, id: &str) -> Result<bool> {
        match self.ask("device_del", json!({"id": id}))? {
            Ok(_) => Ok(true),
            Err(refusal) if refusal.is_unknown_device() => Ok(false),
            Err(refusal) => Err(refusal.into_error("device_del")),
        }
    }

    /// Makes a network backend; `properties` has its `type` and `id`.
    pub fn netdev_add(&self, properties: Value) -> Result<()> {
        self.tell("netdev_add", properties)
    }

    pub fn netdev_del(&self, id: &str) -> Result<()> {
        self.tell("netdev_del", json!({"id": id}))
    }

    /// Connects or disconnects the cable of a network device.
    pub fn set_link(&self, name: &str, up: bool) -> Result<()> {
        self.tell("set_link", json!({"name": name, "up": up}))
    }

    /// Makes an object; `properties` has its `qom-type` and `id`.
    pub fn object_add(&self, properties: Value) -> Result<()> {
        self.tell("object-add", properties)
    }

    pub fn object_del(&self, id: &str) -> Result<()> {
        self.tell("object-del", json!({"id": id}))
    }

    /// A property in the object tree.
    #[cfg(test)]
    pub fn qom_get(&self, path: &str, property: &str) -> Result<Value> {
        self.run("qom-get", json!({"path": path, "property": property}))
    }

    pub fn qom_set(&self, path: &str, property: &str, value: Value) -> Result<()> {
        self.tell("qom-set", json!({"path": path, "property": property, "value": value}))
    }

    /// Hands over a descriptor under a name, which the next command that takes it uses up.
    pub fn getfd(&self, name: &str, fd: BorrowedFd<'_>) -> Result<()> {
        self.run_with_fd("getfd", json!({"fdname": name}), fd).map(drop)
    }

    /// Takes back a name that no command used.
    pub fn closefd(&self, name: &str) -> Result<()> {
        self.tell("closefd", json!({"fdname": name}))
    }

    /// A command of the monitor for people, and what it prints.
    ///
    /// Errors: `VIR_ERR_INTERNAL_ERROR` when the emulator answers with something else than text.
    pub fn human_command(&self, line: &str) -> Result<String> {
        match self.run("human-monitor-command", json!({"command-line": line}))? {
            Value::String(text) => Ok(text),
            _ => Err(error!(Qemu, InternalError, "human monitor command was missing return data")),
        }
    }
}
