//! Storage pools and volumes of the host.
//!
//! This file says what a pool is and how one is found and changed; `pools.rs` and `volumes.rs` do the work behind
//! `operations.rs`, `data.rs` holds what is in a volume, `transfer.rs` the streams that carry it, `sources.rs` what
//! a search for storage finds.

mod data;
mod operations;
mod pools;
mod sources;
mod table;
#[cfg(test)]
mod tests;
mod transfer;
mod volumes;

use crate::state::TestState;
use data::Data;
use std::sync::{Arc, Mutex};
use table::Volumes;
use virt_conf::storage::{Pool as Document, Volume as VolumeDocument};
use virt_core::{
    event::Event,
    object::{Change, Object},
    records::{StoragePool, StorageVol},
    registry::Registry,
    types::*,
};
use virt_error::{Error, Origin, Result, bail, error};
use virt_xml::{Node, Tree};

/// How large a pool is: 100 GiB.
const POOL_CAPACITY: u64 = 100 << 30;

/// The pools and their volumes.
#[derive(Default)]
pub struct PoolTable {
    registry: Registry<PoolState>,
}

/// A pool at one moment.
#[derive(Clone)]
struct PoolState {
    name: Name,
    /// The document that holds now, with the sizes.
    document: Arc<Document>,
    /// The document that holds when the pool stops.
    next: Option<Arc<Document>>,
    active: bool,
    persistent: bool,
    autostart: bool,
    /// The host has let go of it.
    removed: bool,
    volumes: Arc<Volumes>,
}

/// A volume.
#[derive(Clone)]
struct Volume {
    document: Arc<VolumeDocument>,
    data: Arc<Mutex<Data>>,
}

type PoolObject = Object<PoolState>;

impl PoolState {
    fn record(&self, uuid: Uuid) -> StoragePool {
        StoragePool { name: self.name.clone(), uuid }
    }

    /// Refuses to work on a pool that does not run.
    fn check_active(&self) -> Result<()> {
        if !self.active {
            bail!(Test, OperationInvalid, "storage pool '{}' is not active", self.name);
        }
        Ok(())
    }

    /// Refuses to work on a pool that runs.
    fn check_inactive(&self) -> Result<()> {
        if self.active {
            bail!(Test, OperationInvalid, "storage pool '{}' is active", self.name);
        }
        Ok(())
    }

    fn volume(&self, name: &str) -> Result<Volume> {
        self.volumes.get(name).ok_or_else(|| no_volume_named(name))
    }

    fn capacity(&self) -> u64 {
        self.document.capacity.get()
    }

    fn allocation(&self) -> u64 {
        self.document.allocation.get()
    }

    /// Counts what the volumes take.
    fn count(&mut self) {
        let mut document = Document::clone(&self.document);
        document.set_sizes(POOL_CAPACITY, self.volumes.taken());
        self.document = Arc::new(document);
    }

    fn volume_record(&self, name: &Name, volume: &Volume) -> StorageVol {
        let key = volume.document.key.as_deref().unwrap_or_default();
        StorageVol { pool: self.name.clone(), name: name.clone(), key: key.into() }
    }
}

#[cold]
fn no_pool(name: &str) -> Error {
    error!(Test, NoStoragePool, "no storage pool with matching name '{name}'")
}

#[cold]
fn no_pool_uuid(uuid: Uuid) -> Error {
    error!(Test, NoStoragePool, "no storage pool with matching uuid '{uuid}'")
}

#[cold]
fn no_volume_named(name: &str) -> Error {
    error!(Test, NoStorageVol, "no storage vol with matching name '{name}'")
}

impl TestState {
    /// The pool that a handle means.
    fn pool(&self, pool: &StoragePool) -> Result<Arc<PoolObject>> {
        let found = self.pools.registry.by_uuid(&pool.uuid);
        found.filter(|object| object.read(|state| !state.removed)).ok_or_else(|| no_pool(&pool.name))
    }

    fn pool_named(&self, name: &str) -> Result<Arc<PoolObject>> {
        self.pools.registry.by_name(name).ok_or_else(|| no_pool(name))
    }

    /// The running pool of a volume, and the volume, as they are now.
    fn volume_of(&self, vol: &StorageVol) -> Result<(Arc<PoolState>, Volume)> {
        let state = self.pool_named(&vol.pool)?.state();
        state.check_active()?;
        let volume = state.volume(&vol.name)?;
        Ok((state, volume))
    }

    /// Takes the job of a pool, changes its state as `edit` says, and sends the events that `edit` collects.
    fn change_pool<R>(
        &self,
        object: Arc<PoolObject>,
        operation: &'static str,
        edit: impl FnOnce(&mut PoolState, &mut Vec<Event>) -> Result<R>,
    ) -> Result<R> {
        let change = object.begin(operation, Origin::Test)?;
        if change.state().removed {
            return Err(no_pool(&change.state().name));
        }
        self.finish_pool_change(change, edit)
    }

    fn finish_pool_change<R>(
        &self,
        change: Change<PoolState>,
        edit: impl FnOnce(&mut PoolState, &mut Vec<Event>) -> Result<R>,
    ) -> Result<R> {
        let mut events = Vec::new();
        let mut state = PoolState::clone(&change.state());
        let result = edit(&mut state, &mut events)?;
        let (removed, name) = (state.removed, state.name.clone());
        change.publish(state);
        if removed {
            self.pools.registry.remove(&name, -1, change.object());
        }
        self.outbox.post(events);
        drop(change);
        self.outbox.send();
        Ok(result)
    }
}

/// Something happened to a pool: `virStoragePoolEventLifecycleType`.
fn lifecycle(pool: StoragePool, event: i32) -> Event {
    Event::StoragePoolLifecycle { pool, event, detail: 0 }
}

/// Makes what a node file describes: a pool that is defined and runs, with its volumes.
pub fn load(state: &TestState, node: Node<'_>) -> Result<()> {
    let text = |node: Node<'_>| {
        let mut text = String::new();
        Tree::from(node).dump(&mut text, None);
        text
    };
    let document = Document::parse(&text(node), false)?;
    let pool = state.take_pool(document, false)?;
    let object = state.pool(&pool)?;
    state.change_pool(object, "load", |pool, _| {
        pool.active = true;
        for child in node.children().filter(|child| child.name() == "volume") {
            let document = VolumeDocument::parse(&text(child), &pool.document, false, false)?;
            pool.add_volume(document, false)?;
        }
        pool.count();
        Ok(())
    })
}
