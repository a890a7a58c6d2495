//! Checkpoints of domains: points from which changes to disks are followed.

use super::{DomainState, moments::Shape, snapshot::now};
use crate::{TestConnection, host};
use std::sync::Arc;
use virt_conf::{
    domain::Domain as Document,
    moment::{Checkpoint, MomentFlags},
};
use virt_core::domain::DomainHost;
use virt_core::{api::Checkpoints, connection::check_flags, constants::*, records::*, types::*};
use virt_error::{Error, Origin, Result, bail, error};

const LIST: u32 = VIR_DOMAIN_CHECKPOINT_LIST_ROOTS
    | VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL
    | VIR_DOMAIN_CHECKPOINT_LIST_LEAVES
    | VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES;

#[cold]
fn unknown(name: &str) -> Error {
    error!(Test, NoDomainCheckpoint, "no domain checkpoint with matching name '{name}'")
}

/// Adds a checkpoint that is made now, and makes it current.
pub fn add(state: &mut DomainState, mut checkpoint: Checkpoint) -> Result<()> {
    let checkpoints = &state.extra.checkpoints;
    checkpoints.check_new(checkpoint.name())?;
    checkpoint.align_disks(&state.def)?;
    checkpoint.set_parent(checkpoints.current.as_deref());
    let mut document = Document::clone(&state.def);
    document.set_id(-1);
    checkpoint.domain = Some(Box::new(document));
    let checkpoints = &mut state.extra_mut().checkpoints;
    checkpoints.current = Some(checkpoint.name().to_owned());
    checkpoints.put(checkpoint);
    Ok(())
}

fn redefine(state: &mut DomainState, uuid: Uuid, mut checkpoint: Checkpoint) -> Result<()> {
    let name = checkpoint.name().to_owned();
    state.extra.checkpoints.check_parent(&checkpoint)?;
    let Some(document) = checkpoint.domain.clone() else {
        bail!(DomainCheckpoint, InternalError, "missing domain in checkpoint");
    };
    if document.uuid() != uuid {
        bail!(DomainCheckpoint, InvalidArg, "definition for checkpoint {name} must use uuid {uuid}");
    }
    checkpoint.align_disks(&document)?;
    let checkpoints = &mut state.extra_mut().checkpoints;
    if checkpoints.current.is_none() || checkpoints.current.as_deref() == checkpoint.parent_name() {
        checkpoints.current = Some(name);
    }
    checkpoints.put(checkpoint);
    Ok(())
}

impl TestConnection {
    fn checkpoint(&self, checkpoint: &DomainCheckpoint) -> Result<Arc<Checkpoint>> {
        let state = self.state.snapshot(&checkpoint.dom)?;
        state.extra.checkpoints.get(&checkpoint.name).cloned().ok_or_else(|| unknown(&checkpoint.name))
    }

    fn list_checkpoints(
        &self,
        dom: &Domain,
        below: Option<&str>,
        flags: u32,
    ) -> Result<Vec<DomainCheckpoint>> {
        let state = self.state.snapshot(dom)?;
        let checkpoints = &state.extra.checkpoints;
        if let Some(name) = below.filter(|name| checkpoints.get(name).is_none()) {
            return Err(unknown(name));
        }
        let found = checkpoints.list(below, Shape::of_checkpoints(flags)).into_iter();
        Ok(found
            .map(|checkpoint| DomainCheckpoint { name: Name::new(checkpoint.name()), dom: dom.clone() })
            .collect())
    }
}

impl Checkpoints for TestConnection {
    fn domain_backup_begin(
        &self,
        dom: &Domain,
        backup_xml: &str,
        checkpoint_xml: Option<&str>,
        flags: u32,
    ) -> Result<()> {
        self.begin_backup(dom, backup_xml, checkpoint_xml, flags)
    }

    fn domain_backup_get_xml_desc(&self, dom: &Domain, flags: u32) -> Result<String> {
        self.backup_document(dom, flags)
    }

    fn domain_checkpoint_create_xml(
        &self,
        dom: &Domain,
        xml_desc: &str,
        flags: u32,
    ) -> Result<DomainCheckpoint> {
        const KNOWN: u32 = VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE
            | VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE
            | VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE;
        check_flags(flags, KNOWN, Origin::Test, "testDomainCheckpointCreateXML")?;
        let change = self.state.change(dom, "virDomainCheckpointCreateXML")?;
        let state = change.state();
        let redefining = flags & VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE != 0;
        if !state.extra.snapshots.is_empty() {
            bail!(Test, OperationUnsupported, "cannot create checkpoint while snapshot exists");
        }
        let reading = MomentFlags { redefine: redefining, validate: true, ..MomentFlags::default() };
        let checkpoint = Checkpoint::parse(xml_desc, reading, now(), host::guests())?;
        let record = DomainCheckpoint { name: Name::new(checkpoint.name()), dom: dom.clone() };
        if !redefining && !state.is_active() {
            bail!(Test, OperationUnsupported, "cannot create checkpoint for inactive domain");
        }
        let mut next = DomainState::clone(&state);
        match redefining {
            true => redefine(&mut next, dom.uuid, checkpoint)?,
            false => add(&mut next, checkpoint)?,
        }
        change.update(|state| *state = next);
        Ok(record)
    }

    fn domain_checkpoint_get_xml_desc(&self, checkpoint: &DomainCheckpoint, flags: u32) -> Result<String> {
        const KNOWN: u32 = VIR_DOMAIN_CHECKPOINT_XML_SECURE
            | VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN
            | VIR_DOMAIN_CHECKPOINT_XML_SIZE;
        check_flags(flags, KNOWN, Origin::Test, "testDomainCheckpointGetXMLDesc")?;
        Ok(self.checkpoint(checkpoint)?.format(
            flags & VIR_DOMAIN_CHECKPOINT_XML_SECURE != 0,
            flags & VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN == 0,
            flags & VIR_DOMAIN_CHECKPOINT_XML_SIZE != 0,
        ))
    }

    fn domain_list_all_checkpoints(
        &self,
        dom: &Domain,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<DomainCheckpoint, 16384>> {
        check_flags(flags, LIST, Origin::Test, "testDomainListAllCheckpoints")?;
        Ok(Listing::new(self.list_checkpoints(dom, None, flags)?, need_results))
    }

    fn domain_checkpoint_list_all_children(
        &self,
        checkpoint: &DomainCheckpoint,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<DomainCheckpoint, 16384>> {
        check_flags(flags, LIST, Origin::Test, "testDomainCheckpointListAllChildren")?;
        let found = self.list_checkpoints(&checkpoint.dom, Some(&checkpoint.name), flags)?;
        Ok(Listing::new(found, need_results))
    }

    fn domain_checkpoint_lookup_by_name(
        &self,
        dom: &Domain,
        name: &str,
        flags: u32,
    ) -> Result<DomainCheckpoint> {
        check_flags(flags, 0, Origin::Test, "testDomainCheckpointLookupByName")?;
        let record = DomainCheckpoint { name: Name::new(name), dom: dom.clone() };
        self.checkpoint(&record)?;
        Ok(record)
    }

    fn domain_checkpoint_get_parent(
        &self,
        checkpoint: &DomainCheckpoint,
        flags: u32,
    ) -> Result<DomainCheckpoint> {
        check_flags(flags, 0, Origin::Test, "testDomainCheckpointGetParent")?;
        match self.checkpoint(checkpoint)?.parent_name() {
            Some(parent) => Ok(DomainCheckpoint { name: Name::new(parent), dom: checkpoint.dom.clone() }),
            None => {
                bail!(Test, NoDomainCheckpoint, "checkpoint '{}' does not have a parent", checkpoint.name)
            }
        }
    }

    fn domain_checkpoint_delete(&self, checkpoint: &DomainCheckpoint, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN
            | VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY
            | VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY;
        check_flags(flags, KNOWN, Origin::Test, "testDomainCheckpointDelete")?;
        let change = self.state.change(&checkpoint.dom, "virDomainCheckpointDelete")?;
        if change.state().extra.checkpoints.get(&checkpoint.name).is_none() {
            return Err(unknown(&checkpoint.name));
        }
        change.update(|state| {
            state.extra_mut().checkpoints.delete(
                &checkpoint.name,
                flags & VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN != 0,
                flags & VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY != 0,
            );
        });
        Ok(())
    }
}
