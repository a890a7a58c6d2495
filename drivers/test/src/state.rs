//! A host: its families of objects, each with its own lock, and its events.

use crate::{
    clock::Clock, domain::DomainTable, host::HostModel, interface::InterfaceTable, network::NetworkTable,
    node_file, nodedev::NodeDeviceTable, nwfilter::FilterTable, secret::SecretTable, storage::PoolTable,
};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError, Weak};
use virt_core::outbox::Outbox;
use virt_error::Result;
use virt_sys::fork;

/// A host in memory.
pub struct TestState {
    /// Where events leave the host. Nothing is locked when they are sent.
    pub outbox: Outbox,
    pub clock: Clock,
    pub host: HostModel,
    pub domains: DomainTable,
    pub networks: NetworkTable,
    pub pools: PoolTable,
    pub interfaces: InterfaceTable,
    pub node_devices: NodeDeviceTable,
    pub secrets: SecretTable,
    pub filters: FilterTable,
}

/// The host of `test:///default`, as long as a connection to it is open, and the generation of processes that it is
/// of: a child does not share its parent's.
static DEFAULT: Mutex<(u64, Weak<TestState>)> = Mutex::new((0, Weak::new()));

fn default() -> MutexGuard<'static, (u64, Weak<TestState>)> {
    DEFAULT.lock().unwrap_or_else(PoisonError::into_inner)
}

impl TestState {
    /// A host that has nothing but itself.
    pub fn new(host: HostModel) -> TestState {
        TestState {
            outbox: Outbox::default(),
            clock: Clock::default(),
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
        static FORKS: Once = Once::new();
        FORKS.call_once(|| fork::hold_across_fork(|| Box::new(default())));
        let mut default = default();
        let generation = fork::generation();
        if let (true, Some(state)) = (default.0 == generation, default.1.upgrade()) {
            return Ok(state);
        }
        let state = Arc::new(node_file::default_host()?);
        *default = (generation, Arc::downgrade(&state));
        Ok(state)
    }
}
