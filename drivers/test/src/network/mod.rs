//! Virtual networks of the host.
//!
//! This file says what a network is and how one is found and changed; `operations.rs` serves the API, `ports.rs`
//! and `leases.rs` what a running network hands out.

mod leases;
mod operations;
mod ports;
#[cfg(test)]
mod tests;

use crate::state::TestState;
use std::{collections::BTreeMap, sync::Arc};
use virt_conf::network::{Network as Document, NetworkPort as PortDocument};
use virt_core::{
    constants::*,
    event::Event,
    object::{Change, Object},
    records::Network,
    registry::{Registry, Taken},
    types::*,
};
use virt_error::{Code, Error, Origin, Result, bail, error};
use virt_xml::{Node, Tree};

/// The networks and their ports.
#[derive(Default)]
pub struct NetworkTable {
    registry: Registry<NetworkState>,
}

/// A network at one moment.
#[derive(Clone)]
pub struct NetworkState {
    name: Name,
    /// The document of the running network.
    live: Option<Arc<Document>>,
    /// The document that it will start with; `None` for a network that ends when it stops.
    config: Option<Arc<Document>>,
    autostart: bool,
    /// The host has let go of it.
    removed: bool,
    ports: BTreeMap<Uuid, Arc<PortDocument>>,
}

type NetworkObject = Object<NetworkState>;

impl NetworkState {
    fn is_active(&self) -> bool {
        self.live.is_some()
    }

    /// The document that holds now.
    fn document(&self) -> Option<&Arc<Document>> {
        self.live.as_ref().or(self.config.as_ref())
    }

    fn record(&self, uuid: Uuid) -> Network {
        Network { name: self.name.clone(), uuid }
    }

    /// Changes the documents that `flags` (`virNetworkUpdateFlags`) select: all of them or, after an error, none.
    fn edit(&mut self, flags: u32, edit: impl Fn(&mut Document) -> Result<()>) -> Result<()> {
        let current = flags & (VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG) == 0;
        let live = flags & VIR_NETWORK_UPDATE_AFFECT_LIVE != 0 || current && self.is_active();
        let config = flags & VIR_NETWORK_UPDATE_AFFECT_CONFIG != 0 || current && !self.is_active();
        if live && self.live.is_none() {
            bail!(Network, OperationInvalid, "network is not running");
        }
        if config && self.config.is_none() {
            bail!(Network, OperationInvalid, "cannot change persistent config of a transient network");
        }
        let mut next = self.clone();
        for (selected, place) in [(config, &mut next.config), (live, &mut next.live)] {
            if let Some(document) = place.as_mut().filter(|_| selected) {
                let mut changed = Document::clone(document);
                edit(&mut changed)?;
                *document = Arc::new(changed);
            }
        }
        *self = next;
        Ok(())
    }
}

#[cold]
fn no_network(name: &str) -> Error {
    error!(Test, NoNetwork, "no network with matching name '{name}'")
}

/// "No network with matching uuid", in the words of look-ups by UUID.
#[cold]
fn no_network_uuid(uuid: Uuid) -> Error {
    error!(Test, NoNetwork, "no network with matching uuid '{uuid}'")
}

impl TestState {
    /// The network that a handle means.
    fn network(&self, net: &Network) -> Result<Arc<NetworkObject>> {
        let found = self.networks.registry.by_uuid(&net.uuid);
        found.filter(|object| object.read(|state| !state.removed)).ok_or_else(|| no_network(&net.name))
    }

    /// Takes the job of the network that a handle means, changes its state as `edit` says, and sends the events
    /// that `edit` collects.
    fn change_network<R>(
        &self,
        net: &Network,
        operation: &'static str,
        edit: impl FnOnce(&mut NetworkState, &mut Vec<Event>) -> Result<R>,
    ) -> Result<R> {
        let change = self.network(net)?.begin(operation, Origin::Test)?;
        if change.state().removed {
            return Err(no_network(&net.name));
        }
        self.finish_change(change, edit)
    }

    fn finish_change<R>(
        &self,
        change: Change<NetworkState>,
        edit: impl FnOnce(&mut NetworkState, &mut Vec<Event>) -> Result<R>,
    ) -> Result<R> {
        let mut events = Vec::new();
        let mut state = NetworkState::clone(&change.state());
        let result = edit(&mut state, &mut events)?;
        let (removed, name) = (state.removed, state.name.clone());
        change.publish(state);
        if removed {
            self.networks.registry.remove(&name, -1, change.object());
        }
        self.outbox.post(events);
        drop(change);
        self.outbox.send();
        Ok(result)
    }

    /// Defines or creates a network from its document.
    fn take_network(&self, document: Document, start: bool) -> Result<Network> {
        let (name, uuid) = (Name::new(document.name()), document.uuid());
        let event = if start { VIR_NETWORK_EVENT_STARTED } else { VIR_NETWORK_EVENT_DEFINED };
        let record = Network { name: name.clone(), uuid };
        let happened = Event::NetworkLifecycle { net: record.clone(), event, detail: 0 };
        let document = Arc::new(document);
        let state = NetworkState {
            name: name.clone(),
            live: start.then(|| document.clone()),
            config: (!start).then(|| document.clone()),
            autostart: false,
            removed: false,
            ports: BTreeMap::new(),
        };
        let object = Object::new(uuid, state);
        let change = object.begin("define", Origin::Test)?;
        let other = loop {
            match self.networks.registry.insert(name.clone(), object.clone()) {
                Ok(()) => {
                    self.outbox.post([happened]);
                    drop(change);
                    self.outbox.send();
                    return Ok(record);
                }
                Err(Taken::Name(other)) => {
                    let text = format!("network '{}' already exists with uuid {}", record.name, other.uuid());
                    return Err(Error::new(Origin::Network, Code::OperationFailed, text));
                }
                Err(Taken::Uuid(other)) => {
                    let other = other.begin("define", Origin::Test)?;
                    // It may have been removed while this was waiting; then there is room.
                    if !other.state().removed {
                        break other;
                    }
                }
            }
        };
        self.finish_change(other, |state, events| {
            if state.name != record.name {
                let text = format!("network '{}' is already defined with uuid {uuid}", state.name);
                return Err(Error::new(Origin::Network, Code::OperationFailed, text));
            }
            if start {
                if state.is_active() {
                    let text = format!("network is already active as '{}'", state.name);
                    return Err(Error::new(Origin::Network, Code::OperationInvalid, text));
                }
                state.live = Some(document);
            } else {
                state.config = Some(document);
            }
            events.push(happened);
            Ok(record)
        })
    }
}

/// Makes what a node file describes: networks that are defined and run.
pub fn load(state: &TestState, node: Node<'_>) -> Result<()> {
    let mut text = String::new();
    Tree::from(node).dump(&mut text, None);
    let net = state.take_network(Document::parse(&text, false)?, false)?;
    state.change_network(&net, "load", |network, _| {
        network.live = network.config.clone();
        Ok(())
    })
}
