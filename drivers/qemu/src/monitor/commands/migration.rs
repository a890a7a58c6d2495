//! Moving a guest's state: to a file, or to another emulator.

use super::super::{Monitor, value::Fields};
use serde_json::{Map, Value, json};
use virt_error::Result;

/// How far a migration is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Migration {
    /// `setup`, `active`, `completed`, `failed`, `cancelled` … ; `None` when there was none.
    pub status: Option<String>,
    /// Why it failed.
    pub error: Option<String>,
    /// In milliseconds, like the other times.
    pub total_time: Option<u64>,
    pub downtime: Option<u64>,
    pub expected_downtime: Option<u64>,
    pub setup_time: Option<u64>,
    pub ram: Option<RamProgress>,
    pub disk: Option<RamProgress>,
}

/// How much was moved, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RamProgress {
    pub transferred: u64,
    pub remaining: u64,
    pub total: u64,
    /// Pages that hold one byte again and again, and others.
    pub duplicate: Option<u64>,
    pub normal: Option<u64>,
    pub normal_bytes: Option<u64>,
    pub dirty_rate: Option<u64>,
    pub dirty_syncs: Option<u64>,
    pub page_size: Option<u64>,
    pub postcopy_requests: Option<u64>,
    /// In bytes a second.
    pub bandwidth: Option<u64>,
}

impl Migration {
    pub fn read(command: &str, value: &Value) -> Result<Migration> {
        let fields = Fields::of(command, value)?;
        let progress = |name| fields.some_object(name)?.map(RamProgress::read).transpose();
        Ok(Migration {
            status: fields.some_text("status")?.map(str::to_owned),
            error: fields.some_text("error-desc")?.map(str::to_owned),
            total_time: fields.some_number("total-time")?,
            downtime: fields.some_number("downtime")?,
            expected_downtime: fields.some_number("expected-downtime")?,
            setup_time: fields.some_number("setup-time")?,
            ram: progress("ram")?,
            disk: progress("disk")?,
        })
    }
}

impl RamProgress {
    fn read(fields: Fields<'_>) -> Result<RamProgress> {
        // Megabits, as a number with a fraction.
        let rate = fields.find("mbps").and_then(Value::as_f64).filter(|rate| *rate > 0.0);
        Ok(RamProgress {
            transferred: fields.number("transferred")?,
            remaining: fields.number("remaining")?,
            total: fields.number("total")?,
            duplicate: fields.some_number("duplicate")?,
            normal: fields.some_number("normal")?,
            normal_bytes: fields.some_number("normal-bytes")?,
            dirty_rate: fields.some_number("dirty-pages-rate")?,
            dirty_syncs: fields.some_number("dirty-sync-count")?,
            page_size: fields.some_number("page-size")?,
            postcopy_requests: fields.some_number("postcopy-requests")?,
            bandwidth: rate.map(|rate| (rate * 125_000.0) as u64),
        })
    }
}

impl Monitor {
    /// Begins to send the guest's state to `uri`: `fd:NAME`, `unix:PATH`, `tcp:HOST:PORT`. Events tell how it goes.
    pub fn migrate(&self, uri: &str) -> Result<()> {
        self.tell("migrate", json!({"uri": uri, "detach": true}))
    }

    /// Has an emulator that was started to wait take the state that comes from `uri`.
    pub fn migrate_incoming(&self, uri: &str) -> Result<()> {
        self.tell("migrate-incoming", json!({"uri": uri}))
    }

    pub fn query_migrate(&self) -> Result<Migration> {
        self.get("query-migrate", Value::Null, Migration::read)
    }

    /// Ends a migration; the guest stays here.
    pub fn migrate_cancel(&self) -> Result<()> {
        self.tell("migrate_cancel", Value::Null)
    }

    pub fn migrate_set_parameters(&self, parameters: Map<String, Value>) -> Result<()> {
        self.tell("migrate-set-parameters", Value::Object(parameters))
    }
}
