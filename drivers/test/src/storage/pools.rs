//! The life of a pool: defined, started, stopped and forgotten, without getting in the way of another.

use super::{POOL_CAPACITY, PoolState, lifecycle};
use crate::state::TestState;
use std::sync::Arc;
use virt_conf::storage::{AdapterKind, Pool as Document, PoolKind};
use virt_core::{constants::*, object::Object, records::StoragePool, registry::Taken, types::*};
use virt_error::{Code, Error, Origin, Result, bail};

/// Whether two pools would be the same storage.
fn conflicts(one: &Document, other: &Document) -> bool {
    let (a, b) = (&one.source, &other.source);
    let devices = |document: &Document| -> Vec<String> {
        document.source.devices.iter().filter_map(|device| device.path.clone()).collect()
    };
    let shares_device = || devices(one).iter().any(|path| devices(other).contains(path));
    let host = |document: &Document| document.source.hosts.first().and_then(|host| host.name.clone());
    let same_hosts = || a.hosts.len() == b.hosts.len() && host(one) == host(other);
    if one.kind() != other.kind() {
        return false;
    }
    match one.kind() {
        PoolKind::Dir => one.target_path() == other.target_path(),
        PoolKind::Gluster => a.name == b.name && a.dir == b.dir && same_hosts(),
        PoolKind::Netfs => a.dir == b.dir && a.format == b.format && same_hosts(),
        PoolKind::Scsi => match (&a.adapter, &b.adapter) {
            (Some(a), Some(b)) if a.kind() == b.kind() => match a.kind() {
                AdapterKind::FcHost => (&a.wwnn, &a.wwpn) == (&b.wwnn, &b.wwpn),
                AdapterKind::ScsiHost => a.name == b.name && a.parent_address == b.parent_address,
            },
            _ => false,
        },
        PoolKind::Iscsi | PoolKind::IscsiDirect => {
            shares_device() && same_hosts() && a.initiator == b.initiator
        }
        PoolKind::Fs | PoolKind::Logical | PoolKind::Disk | PoolKind::Zfs => shares_device(),
        PoolKind::Mpath => true,
        PoolKind::Vstorage => a.name == b.name,
        PoolKind::Rbd | PoolKind::Sheepdog => false,
    }
}

impl TestState {
    /// Defines or creates a pool from its document.
    pub(super) fn take_pool(&self, mut document: Document, start: bool) -> Result<StoragePool> {
        let (name, uuid) = (Name::new(document.name()), document.uuid());
        self.refuse_conflict(&document)?;
        document.set_sizes(POOL_CAPACITY, 0);
        let event = if start { VIR_STORAGE_POOL_EVENT_STARTED } else { VIR_STORAGE_POOL_EVENT_DEFINED };
        let record = StoragePool { name: name.clone(), uuid };
        let state = PoolState {
            name: name.clone(),
            document: Arc::new(document.clone()),
            next: None,
            active: false,
            persistent: !start,
            autostart: false,
            removed: false,
            volumes: Arc::default(),
        };
        let object = Object::new(uuid, state);
        let change = object.begin("define", Origin::Test)?;
        let (change, new) = loop {
            match self.pools.registry.insert(name.clone(), object.clone()) {
                Ok(()) => break (change, true),
                Err(Taken::Name(other)) => {
                    let text = format!("pool '{}' already exists with uuid {}", record.name, other.uuid());
                    return Err(Error::new(Origin::Storage, Code::OperationFailed, text));
                }
                Err(Taken::Uuid(other)) => {
                    let other = other.begin("define", Origin::Test)?;
                    // It may have been removed while this was waiting; then there is room.
                    if !other.state().removed {
                        break (other, false);
                    }
                }
            }
        };
        let object = change.object().clone();
        let done = self.finish_pool_change(change, |state, events| {
            if state.name != record.name {
                let text = format!("pool '{}' is already defined with uuid {uuid}", state.name);
                return Err(Error::new(Origin::Storage, Code::OperationFailed, text));
            }
            if start {
                if state.active {
                    let text = format!("pool is already active as '{}'", state.name);
                    return Err(Error::new(Origin::Storage, Code::OperationInvalid, text));
                }
                (state.document, state.next) = (Arc::new(document), None);
                // A pool that is created is forgotten when it stops.
                state.persistent = false;
                state.activate(self)?;
            } else {
                if state.active {
                    state.next = Some(Arc::new(document));
                } else {
                    state.document = Arc::new(document);
                }
                state.persistent = true;
            }
            events.push(lifecycle(record.clone(), event));
            Ok(())
        });
        if let (Err(error), true) = (&done, new) {
            // What could not be started is not kept.
            self.pools.registry.remove(&record.name, -1, &object);
            return Err(error.clone());
        }
        done.map(|()| record)
    }

    fn refuse_conflict(&self, document: &Document) -> Result<()> {
        for other in self.pools.registry.all() {
            let state = other.state();
            if &*state.name != document.name() && conflicts(document, &state.document) {
                bail!(Storage, OperationFailed, "Storage source conflict with pool: '{}'", state.name);
            }
        }
        Ok(())
    }
}

impl PoolState {
    /// The names of the virtual port that the pool makes for itself.
    fn vport(&self) -> Option<(Option<String>, String, String)> {
        let adapter = self.document.source.adapter.as_deref()?;
        let names = (adapter.wwnn.clone()?, adapter.wwpn.clone()?);
        (adapter.kind() == AdapterKind::FcHost).then(|| (adapter.parent.clone(), names.0, names.1))
    }

    /// Starts the pool.
    pub(super) fn activate(&mut self, host: &TestState) -> Result<()> {
        if let Some((parent, wwnn, wwpn)) = self.vport() {
            host.create_vport(parent.as_deref(), &wwnn, &wwpn)?;
        }
        self.active = true;
        self.count();
        Ok(())
    }

    /// Stops the pool.
    pub(super) fn deactivate(&mut self, host: &TestState) -> Result<()> {
        if let Some((_, wwnn, wwpn)) = self.vport() {
            host.delete_vport(&wwnn, &wwpn)?;
        }
        self.active = false;
        self.removed = !self.persistent;
        if let Some(next) = self.next.take() {
            self.document = next;
            self.count();
        }
        Ok(())
    }
}
