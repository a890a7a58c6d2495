//! How domains come to be: defined, started from a document, or described by a node file.

use super::{DomainChange, DomainState, Status};
use crate::{host, state::TestState};
use std::collections::HashSet;
use virt_conf::domain::{Domain as Document, ParseFlags};
use virt_core::{
    constants::*,
    domain::{DomainHost, Placed, Purpose},
    records::Domain,
};
use virt_error::{Result, bail, error};
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

impl TestState {
    /// Starts the domain that `document` names with it.
    pub fn start(
        &self,
        document: Document,
        status: Status,
        operation: &'static str,
    ) -> Result<DomainChange<'_>> {
        let start = |state: &mut DomainState| {
            state.start_with(state.def.clone(), self.domains.next_id(), status);
        };
        Ok(self.place(document, &Purpose::Start(&start), operation)?.change)
    }

    /// Defines a domain and tells of it.
    pub fn define(&self, document: Document) -> Result<Domain> {
        let Placed { mut change, known, .. } =
            self.place(document, &Purpose::Define, "virDomainDefineXML")?;
        let detail = if known { VIR_DOMAIN_EVENT_DEFINED_UPDATED } else { VIR_DOMAIN_EVENT_DEFINED_ADDED };
        change.lifecycle(VIR_DOMAIN_EVENT_DEFINED, detail);
        Ok(change.record())
    }
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
    let change = state.place(document, &Purpose::Define, "virDomainDefineXML")?.change;
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
    change.number();
    let snapshots = node
        .children()
        .filter(|child| child.local_name() == "domainsnapshot" && child.namespace() == Some(NAMESPACE));
    super::snapshot::load(state, &change, snapshots)
}
