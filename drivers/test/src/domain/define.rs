//! How domains come to be: defined, started from a document, or described by a node file.

use super::{DomainChange, DomainState, Status};
use crate::{host, state::TestState};
use std::{collections::HashSet, sync::Arc};
use virt_conf::domain::{Domain as Document, ParseFlags};
use virt_core::{
    constants::*,
    object::Object,
    records::Domain,
    registry::Taken,
    types::{Name, Uuid},
};
use virt_error::{Error, Origin, Result, bail, error};
use virt_xml::{Node, signed};

/// The namespace of what a node file adds to a domain document.
const NAMESPACE: &str = "http://libvirt.org/schemas/domain/test/1.0";

/// Reads a document that the user wrote; `live` when it is that of a running domain.
pub fn parse(xml: &str, validate: bool, live: bool) -> Result<Document> {
    let flags = ParseFlags { validate, live, ..ParseFlags::default() };
    let mut document = Document::parse(xml, flags, host::guests())?;
    name_interfaces(&mut document)?;
    Ok(document)
}

/// Gives each network interface a name on the host: the first `testnet0`, `testnet1`, … that the domain has not.
pub fn name_interfaces(document: &mut Document) -> Result<()> {
    const MOST: usize = 1024;
    let interfaces = &mut document.devices.interfaces;
    if interfaces.iter().all(|interface| interface.target_name().is_some()) {
        return Ok(());
    }
    let mut taken: HashSet<String> =
        interfaces.iter().filter_map(|interface| interface.target_name()).map(str::to_owned).collect();
    let mut names = (0..MOST).map(|number| format!("testnet{number}"));
    for interface in interfaces.iter_mut().filter(|interface| interface.target_name().is_none()) {
        let Some(name) = names.find(|name| !taken.contains(name)) else {
            bail!(Test, InternalError, "Exceeded max iface limit {MOST}");
        };
        interface.target.get_or_insert_default().dev = Some(name.clone());
        taken.insert(name);
    }
    Ok(())
}

/// What to do with the document of a domain that may be there already.
pub enum Purpose {
    /// It becomes the domain's persistent document.
    Define,
    /// The domain starts with it.
    Start(Status),
}

impl TestState {
    /// Gives the domain that `document` names its document, or makes that domain. The change is still held, for
    /// the caller to add its events; the flag tells whether the domain had a persistent document before.
    ///
    /// Errors: `VIR_ERR_OPERATION_FAILED` when the name or the UUID belongs to another domain,
    /// `VIR_ERR_OPERATION_INVALID` when it is to start and runs already.
    pub fn place(&self, document: Document, purpose: Purpose) -> Result<(DomainChange<'_>, bool)> {
        let uuid = document.uuid();
        let name = Name::new(document.name());
        let mut document = document;
        loop {
            let Some(object) = self.domains.registry.by_uuid(&uuid) else {
                match self.add(name.clone(), document, &purpose)? {
                    Ok(change) => return Ok((change, false)),
                    // Somebody else was quicker; it is there now.
                    Err(again) => document = again,
                }
                continue;
            };
            let change = DomainChange::new(self, object.begin("define", Origin::Test)?);
            let state = change.state();
            if state.removed {
                continue;
            }
            if state.name != name {
                let name = &state.name;
                bail!(Domain, OperationFailed, "domain '{name}' is already defined with uuid {uuid}");
            }
            if matches!(purpose, Purpose::Start(_)) && state.is_active() {
                bail!(Domain, OperationInvalid, "domain '{name}' is already active");
            }
            let known = state.is_persistent() || state.undefined;
            change.update(|state| self.apply(state, document, &purpose));
            self.number(&change);
            return Ok((change, known));
        }
    }

    /// Makes the domain of a document, or gives the document back when its UUID was taken meanwhile.
    fn add(
        &self,
        name: Name,
        document: Document,
        purpose: &Purpose,
    ) -> Result<std::result::Result<DomainChange<'_>, Document>> {
        if let Some(other) = self.domains.registry.by_name(&name) {
            return Err(name_taken(&name, other.uuid()));
        }
        let uuid = document.uuid();
        let mut state = DomainState::defined(name.clone(), document);
        if let Purpose::Start(status) = purpose {
            state.config = None;
            state.start(self.domains.next_id(), *status);
        }
        let object = Object::new(uuid, state);
        let change = DomainChange::new(self, object.begin("define", Origin::Test)?);
        match self.domains.registry.insert(name.clone(), object) {
            Ok(()) => {
                self.number(&change);
                Ok(Ok(change))
            }
            Err(Taken::Uuid(_)) => Ok(Err(Document::clone(&change.state().def))),
            Err(Taken::Name(other)) => Err(name_taken(&name, other.uuid())),
        }
    }

    /// Gives a domain that is there its document.
    fn apply(&self, state: &mut DomainState, document: Document, purpose: &Purpose) {
        match purpose {
            Purpose::Define => state.set_config(document),
            Purpose::Start(status) => {
                // The persistent document stays behind the one that it runs with.
                let config = state.config.take();
                state.def = Arc::new(document);
                state.start(self.domains.next_id(), *status);
                state.config = config;
            }
        }
    }

    /// Files a domain under its number.
    pub fn number(&self, change: &DomainChange<'_>) {
        let state = change.state();
        if state.is_active() {
            self.domains.registry.renumber(change.object(), -1, Some(state.id));
        }
    }

    /// Defines a domain and tells of it.
    pub fn define(&self, document: Document) -> Result<Domain> {
        let (mut change, known) = self.place(document, Purpose::Define)?;
        let detail = if known { VIR_DOMAIN_EVENT_DEFINED_UPDATED } else { VIR_DOMAIN_EVENT_DEFINED_ADDED };
        change.lifecycle(VIR_DOMAIN_EVENT_DEFINED, detail);
        Ok(change.record())
    }
}

fn name_taken(name: &str, uuid: Uuid) -> Error {
    error!(Domain, OperationFailed, "domain '{name}' already exists with uuid {uuid}")
}

/// Makes the domain that a node file describes.
pub fn load(state: &TestState, node: Node<'_>) -> Result<()> {
    let mut document = Document::from_node(node, ParseFlags::default(), host::guests())?;
    name_interfaces(&mut document)?;
    let ours = |name: &str| {
        node.children().find(|child| child.local_name() == name && child.namespace() == Some(NAMESPACE))
    };
    let transient = ours("transient").is_some();
    let saved = ours("hasmanagedsave").is_some();
    let mut runstate = VIR_DOMAIN_RUNNING;
    if let Some(node) = ours("runstate") {
        let text = node.content();
        let number = match text.trim() {
            "" => Some(i64::from(runstate)),
            text => signed(text, 10),
        };
        let number =
            number.filter(|number| *number >= 0).ok_or_else(|| error!(Test, XmlError, "invalid runstate"))?;
        runstate = match i32::try_from(number) {
            Ok(number) if number <= VIR_DOMAIN_PMSUSPENDED => number,
            _ => bail!(Test, XmlError, "runstate '{number}' out of range'"),
        };
    }
    if transient && runstate == VIR_DOMAIN_SHUTOFF {
        bail!(Test, XmlError, "transient domain cannot have runstate 'shutoff'");
    }
    if saved && runstate != VIR_DOMAIN_SHUTOFF {
        bail!(Test, XmlError, "domain with managedsave data can only have runstate 'shutoff'");
    }
    let (change, _) = state.place(document, Purpose::Define)?;
    let old = change.state().id;
    change.update(|domain| {
        domain.managed_save = saved;
        if runstate == VIR_DOMAIN_SHUTOFF {
            return;
        }
        domain.start(state.domains.next_id(), Status::new(runstate, 0));
        if transient {
            domain.config = None;
        }
    });
    state.domains.registry.renumber(change.object(), old, None);
    state.number(&change);
    let snapshots = node
        .children()
        .filter(|child| child.local_name() == "domainsnapshot" && child.namespace() == Some(NAMESPACE));
    super::snapshot::load(state, &change, snapshots)
}
