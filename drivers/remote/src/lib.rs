//! The driver that reaches other drivers through a daemon.
#![forbid(unsafe_code)]

mod address;
mod administration;
mod events;
mod idle;
mod link;
mod remote;
mod stubs;

pub use address::user_runtime_dir;
pub use administration::Administration;
use remote::Remote;
use std::sync::Arc;
use virt_core::{
    Result,
    connection::{Driver, Drivers, OpenRequest},
};

/// The driver: `qemu:///system`, `test+unix:///default?socket=PATH`, and whatever no local driver opens.
pub fn driver() -> Arc<dyn Driver> {
    Arc::new(RemoteDriver)
}

struct RemoteDriver;

impl Driver for RemoteDriver {
    fn name(&self) -> &'static str {
        "remote"
    }

    fn open(&self, request: &OpenRequest<'_>) -> Result<Option<Drivers>> {
        let address = address::Address::from_uri(request.uri, request.read_only)?;
        Ok(Some(Drivers::all(Remote::open(&address, request.read_only)?)))
    }
}
