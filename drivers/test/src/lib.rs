//! The test driver: a host that exists in memory only, with every kind of object, for those who write programs
//! against the library and for the library's own tests.
//!
//! `test:///default` is one host with a few objects, which all of a process's connections share while one is
//! open. `test:///path/to/node.xml` is a host of its own that a file describes. What a connection serves is
//! split by family: `host.rs`, `domain/`, `network.rs`, `storage/`, `interface.rs`, `nodedev.rs`, `secret.rs`,
//! `nwfilter.rs`.
#![forbid(unsafe_code)]

mod address;
mod auth;
mod clock;
mod connection;
mod domain;
mod host;
mod interface;
mod lists;
mod network;
mod node_file;
mod nodedev;
mod nwfilter;
mod secret;
mod state;
mod storage;
mod stream;
#[cfg(test)]
mod tests;

pub use connection::TestConnection;

use address::Address;
use state::TestState;
use std::sync::Arc;
use virt_core::{
    connection::{Driver, Drivers, OpenRequest, check_flags},
    constants::VIR_CONNECT_RO,
};
use virt_error::{Origin, Result};

/// The driver, for the registry of drivers.
pub fn driver() -> Arc<dyn Driver> {
    Arc::new(TestDriver)
}

struct TestDriver;

impl Driver for TestDriver {
    fn name(&self) -> &'static str {
        "TEST"
    }

    fn open(&self, request: &OpenRequest<'_>) -> Result<Option<Drivers>> {
        let address = Address::of(request.uri)?;
        if matches!(address, Address::Elsewhere) {
            return Ok(None);
        }
        check_flags(request.flags, VIR_CONNECT_RO, Origin::Test, "testConnectOpen")?;
        let state = match address {
            Address::File(path) => node_file::open(&path, request)?,
            _ => TestState::shared_default()?,
        };
        Ok(Some(Drivers::all(Arc::new(TestConnection::new(state, request)))))
    }
}
