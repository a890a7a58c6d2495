//! A host: its families of objects, each with its own lock, and its events.

use crate::{
    domain::DomainTable, host::HostModel, interface::InterfaceTable, network::NetworkTable, node_file,
    nodedev::NodeDeviceTable, nwfilter::FilterTable, secret::SecretTable, storage::PoolTable,
};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use virt_core::outbox::Outbox;
use virt_error::Result;

/// A host in memory.
pub struct TestState {
    /// Where events leave the host. Nothing is locked when they are sent.
    pub outbox: Outbox,
    pub host: HostModel,
    pub domains: DomainTable,
    pub networks: NetworkTable,
    pub pools: PoolTable,
    pub interfaces: InterfaceTable,
    pub node_devices: NodeDeviceTable,
    pub secrets: SecretTable,
    pub filters: FilterTable,
}

/// The host of `test:///default`, as long as a connection to it is open.
static DEFAULT: Mutex<Weak<TestState>> = Mutex::new(Weak::new());

impl TestState {
    /// A host that has nothing but itself.
    pub fn new(host: HostModel) -> TestState {
        TestState {
            outbox: Outbox::default(),
            host,
            domains: DomainTable::default(),
            networks: NetworkTable::default(),
            pools: PoolTable::default(),
            interfaces: InterfaceTable::default(),
            node_devices: NodeDeviceTable::default(),
            secrets: SecretTable::default(),
            filters: FilterTable::default(),
        }
    }

    /// The default host, which every connection of the process shares while one is open.
    pub fn shared_default() -> Result<Arc<TestState>> {
        let mut default = DEFAULT.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(state) = default.upgrade() {
            return Ok(state);
        }
        let state = Arc::new(node_file::default_host()?);
        *default = Arc::downgrade(&state);
        Ok(state)
    }
}
