//! How domains come to be: a document finds its domain, or makes it.

use super::{DomainChange, DomainHost, DomainObject, DomainState};
use crate::{
    object::Object,
    registry::Taken,
    types::{Name, Uuid},
};
use std::sync::Arc;
use virt_conf::domain::Domain as Document;
use virt_error::{Error, Result, bail, error};

/// What to do with a document.
pub enum Purpose<'a, X> {
    /// It becomes the domain's persistent document.
    Define,
    /// The domain starts with it: the function gives the state, of which the document is the live one, its number and status.
    Start(&'a dyn Fn(&mut DomainState<X>)),
}

/// A domain that has got its document. The change is still held, for the caller to add its events.
pub struct Placed<'a, H: DomainHost> {
    pub change: DomainChange<'a, H>,
    /// It had a persistent document before.
    pub known: bool,
    /// What it was before; `None` for a new one.
    pub before: Option<Arc<DomainState<H::Extra>>>,
}

/// Gives the domain that `document` names its document, or makes that domain.
///
/// Errors: `VIR_ERR_OPERATION_FAILED` when the name or the UUID belongs to another domain,
/// `VIR_ERR_OPERATION_INVALID` when it is to start and runs already.
pub(super) fn place<'a, H: DomainHost>(
    host: &'a H,
    document: Document,
    purpose: &Purpose<'_, H::Extra>,
    operation: &'static str,
) -> Result<Placed<'a, H>> {
    let uuid = document.uuid();
    let name = Name::new(document.name());
    loop {
        let Some(object) = host.table().registry.by_uuid(&uuid) else {
            match add(host, &name, &document, purpose, operation)? {
                Some(change) => return Ok(Placed { change, known: false, before: None }),
                // Somebody else was quicker; it is there now.
                None => continue,
            }
        };
        let change = DomainChange::new(host, object.begin(operation, H::ORIGIN)?);
        let before = change.state();
        if before.removed {
            continue;
        }
        if before.name != name {
            let name = &before.name;
            bail!(Domain, OperationFailed, "domain '{name}' is already defined with uuid {uuid}");
        }
        if matches!(purpose, Purpose::Start(_)) && before.is_active() {
            bail!(Domain, OperationInvalid, "domain '{name}' is already active");
        }
        let known = before.is_persistent() || before.undefined;
        change.update(|state| match purpose {
            Purpose::Define => state.set_config(document),
            Purpose::Start(start) => {
                // The persistent document stays behind the one that it runs with.
                state.def = Arc::new(document);
                start(state);
            }
        });
        change.number();
        return Ok(Placed { change, known, before: Some(before) });
    }
}

/// Makes the domain of a document; `None` when its UUID was taken meanwhile.
fn add<'a, H: DomainHost>(
    host: &'a H,
    name: &Name,
    document: &Document,
    purpose: &Purpose<'_, H::Extra>,
    operation: &'static str,
) -> Result<Option<DomainChange<'a, H>>> {
    if let Some(other) = host.table().registry.by_name(name) {
        return Err(name_taken(name, other.uuid()));
    }
    let mut state = DomainState::defined(name.clone(), document.clone());
    if let Purpose::Start(start) = purpose {
        state.config = None;
        start(&mut state);
    }
    let object: Arc<DomainObject<H::Extra>> = Object::new(document.uuid(), state);
    object.limit_waiting(host.most_waiting());
    let change = DomainChange::new(host, object.begin(operation, H::ORIGIN)?);
    match host.table().registry.insert(name.clone(), object) {
        Ok(()) => {
            change.number();
            Ok(Some(change))
        }
        Err(Taken::Uuid(_)) => Ok(None),
        Err(Taken::Name(other)) => Err(name_taken(name, other.uuid())),
    }
}

/// Refuses a document that is to take the place of `old` and is another domain's.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED`.
pub fn check_same(new: &Document, old: &Document) -> Result<()> {
    if new.uuid() != old.uuid() {
        bail!(
            Domain,
            ConfigUnsupported,
            "Target domain uuid {} does not match source {}",
            new.uuid(),
            old.uuid()
        );
    }
    if new.name() != old.name() {
        bail!(
            Domain,
            ConfigUnsupported,
            "Target domain name '{}' does not match source '{}'",
            new.name(),
            old.name()
        );
    }
    Ok(())
}

/// The name belongs to another domain.
pub fn name_taken(name: &str, uuid: Uuid) -> Error {
    error!(Domain, OperationFailed, "domain '{name}' already exists with uuid {uuid}")
}
