//! Snapshots of domains: taken, described anew, listed, gone back to, deleted.

use super::{
    DomainChange, DomainState, Status,
    moments::{Moments, Shape},
    stats,
};
use crate::{TestConnection, host, state::TestState};
use std::sync::Arc;
use virt_conf::{
    domain::{Domain as Document, disk::SnapshotLocation},
    moment::{MomentFlags, Snapshot, SnapshotMemory, SnapshotState},
};
use virt_core::domain::DomainHost;
use virt_core::{api::Snapshots, connection::check_flags, constants::*, records::*, types::*};
use virt_error::{Error, Origin, Result, bail, error};
use virt_xml::{Node, Tree};

const CREATE: u32 = VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE
    | VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT
    | VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA
    | VIR_DOMAIN_SNAPSHOT_CREATE_HALT
    | VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY
    | VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT
    | VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE
    | VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC
    | VIR_DOMAIN_SNAPSHOT_CREATE_LIVE
    | VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE;

const LIST: u32 = VIR_DOMAIN_SNAPSHOT_LIST_ROOTS
    | VIR_DOMAIN_SNAPSHOT_LIST_METADATA
    | VIR_DOMAIN_SNAPSHOT_LIST_LEAVES
    | VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES
    | VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA
    | VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE
    | VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE
    | VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY
    | VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL
    | VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL
    | VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL;

#[cold]
fn unknown(name: &str) -> Error {
    error!(Test, NoDomainSnapshot, "no domain snapshot with matching name '{name}'")
}

/// What a domain was doing, as snapshots say it.
fn state_word(state: &DomainState) -> SnapshotState {
    match state.status.state {
        VIR_DOMAIN_RUNNING => SnapshotState::Running,
        VIR_DOMAIN_BLOCKED => SnapshotState::Blocked,
        VIR_DOMAIN_PAUSED => SnapshotState::Paused,
        VIR_DOMAIN_SHUTDOWN => SnapshotState::Shutdown,
        VIR_DOMAIN_SHUTOFF => SnapshotState::Shutoff,
        VIR_DOMAIN_CRASHED => SnapshotState::Crashed,
        VIR_DOMAIN_PMSUSPENDED => SnapshotState::PmSuspended,
        _ => SnapshotState::NoState,
    }
}

fn is_offline(state: Option<SnapshotState>) -> bool {
    matches!(state, Some(SnapshotState::Shutoff | SnapshotState::DiskSnapshot))
}

/// Whether a snapshot passes the filters of a list that do not concern its place in the tree.
fn passes(snapshot: &Snapshot, flags: u32) -> bool {
    const STATES: u32 = VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE
        | VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE
        | VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY;
    const PLACES: u32 = VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL | VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL;
    const METADATA: u32 = VIR_DOMAIN_SNAPSHOT_LIST_METADATA | VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA;
    let state = match snapshot.state() {
        Some(SnapshotState::Shutoff) => VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE,
        Some(SnapshotState::DiskSnapshot) => VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY,
        _ => VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE,
    };
    let place = match snapshot.is_external() {
        true => VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL,
        false => VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL,
    };
    // Every snapshot that is kept has metadata.
    flags & METADATA != VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA
        && (flags & STATES == 0 || flags & state != 0)
        && (flags & PLACES == 0 || flags & place != 0)
}

/// Seconds since the epoch.
pub fn now() -> i64 {
    (stats::base_time() / 1_000_000) as i64
}

/// Completes a snapshot that describes one of the past, and puts it in the place of the one with its name.
fn redefine(state: &mut DomainState, uuid: Uuid, mut snapshot: Snapshot, flags: u32) -> Result<String> {
    let name = snapshot.name().to_owned();
    let snapshots = &state.extra.snapshots;
    snapshots.check_parent(&snapshot)?;
    let Some(domain) = &snapshot.domain else {
        bail!(DomainSnapshot, InternalError, "missing domain in snapshot");
    };
    if domain.uuid() != uuid {
        bail!(DomainSnapshot, InvalidArg, "definition for snapshot {name} must use uuid {uuid}");
    }
    if let Some(known) = snapshots.get(&name) {
        if is_offline(known.state()) != is_offline(snapshot.state()) {
            bail!(
                DomainSnapshot,
                InvalidArg,
                "cannot change between online and offline snapshot state in snapshot {name}"
            );
        }
        let disk_only = |state| state == Some(SnapshotState::DiskSnapshot);
        if disk_only(known.state()) != disk_only(snapshot.state()) {
            bail!(
                DomainSnapshot,
                InvalidArg,
                "cannot change between disk only and full system in snapshot {name}"
            );
        }
    }
    let disk_only = snapshot.state() == Some(SnapshotState::DiskSnapshot);
    let external = disk_only || snapshot.is_external();
    let place = if external { SnapshotLocation::External } else { SnapshotLocation::Internal };
    let domain = domain.clone();
    snapshot.align_disks(&domain, place, !external)?;
    let snapshots = &mut state.extra_mut().snapshots;
    let current =
        flags & VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT != 0 || snapshots.current.as_deref() == Some(&name);
    snapshots.put(snapshot);
    if current {
        snapshots.current = Some(name.clone());
    }
    Ok(name)
}

/// Completes a snapshot that is taken now of the domain as it is.
fn take(state: &DomainState, mut snapshot: Snapshot, flags: u32) -> Result<Snapshot> {
    state.extra.snapshots.check_new(snapshot.name())?;
    let disk_only = flags & VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY != 0;
    // Disks go where the memory goes.
    let external = disk_only || snapshot.memory_location() == SnapshotLocation::External;
    let place = if external { SnapshotLocation::External } else { SnapshotLocation::Internal };
    snapshot.align_disks(&state.def, place, !external)?;
    let memory = match state.is_active() && !disk_only {
        true => SnapshotLocation::Internal,
        false => SnapshotLocation::No,
    };
    if snapshot.memory.is_none() {
        let location = Some(memory.into());
        snapshot.memory = Some(Box::new(SnapshotMemory { location, ..SnapshotMemory::default() }));
    }
    snapshot.set_state(if disk_only { SnapshotState::DiskSnapshot } else { state_word(state) });
    snapshot.set_parent(state.extra.snapshots.current.as_deref());
    let mut document = Document::clone(&state.def);
    document.set_id(-1);
    snapshot.domain = Some(Box::new(document));
    Ok(snapshot)
}

/// The steps of going back to a snapshot.
trait Revert {
    /// Ends the running domain; it stays with the host in any case.
    fn stop_to_revert(&mut self);

    /// The domain has `document` from now on.
    fn assign(&mut self, document: Document);

    fn start_from_snapshot(&mut self, paused: bool);
}

impl Revert for DomainChange<'_> {
    fn stop_to_revert(&mut self) {
        let old = self.state().id;
        self.host().domains.registry.renumber(self.object(), old, None);
        self.update(|state| {
            let config = state.config.clone().or_else(|| Some(state.def.clone()));
            let transient = !state.is_persistent();
            state.config = config;
            state.stop(VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT);
            if transient {
                state.config = None;
            }
        });
        self.lifecycle(VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT);
    }

    fn assign(&mut self, document: Document) {
        self.update(|state| {
            state.def = Arc::new(document);
            if state.is_persistent() {
                state.config = Some(state.def.clone());
            }
        });
    }

    fn start_from_snapshot(&mut self, paused: bool) {
        let id = self.host().domains.next_id();
        let status = match paused {
            true => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_FROM_SNAPSHOT),
            false => Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_FROM_SNAPSHOT),
        };
        self.update(|state| state.start(id, status));
        self.number();
        self.lifecycle(VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT);
        if paused {
            self.lifecycle(VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT);
        }
    }
}

impl TestConnection {
    fn create_snapshot(&self, dom: &Domain, xml: &str, flags: u32) -> Result<DomainSnapshot> {
        check_flags(flags, CREATE, Origin::Test, "testDomainSnapshotCreateXML")?;
        let mut change = self.state.change(dom, "virDomainSnapshotCreateXML")?;
        let state = change.state();
        let redefining = flags & VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE != 0;
        let halt = flags & VIR_DOMAIN_SNAPSHOT_CREATE_HALT != 0;
        if !state.is_persistent() && halt {
            bail!(Test, OperationInvalid, "cannot halt after transient domain snapshot");
        }
        if !state.extra.checkpoints.is_empty() {
            bail!(Test, OperationUnsupported, "cannot create snapshot while checkpoint exists");
        }
        let reading = MomentFlags {
            redefine: redefining,
            validate: flags & VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE != 0,
            disk_only: flags & VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY != 0,
            offline: !state.is_active(),
            ..MomentFlags::default()
        };
        let snapshot = Snapshot::parse(xml, reading, now(), host::guests())?;
        let record = |name: &str| DomainSnapshot { name: Name::new(name), dom: dom.clone() };
        if redefining {
            let mut next = DomainState::clone(&state);
            let name = redefine(&mut next, dom.uuid, snapshot, flags)?;
            change.update(|state| *state = next);
            return Ok(record(&name));
        }
        let snapshot = take(&state, snapshot, flags)?;
        let record = record(snapshot.name());
        if flags & VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA == 0 {
            change.update(|state| {
                let snapshots = &mut state.extra_mut().snapshots;
                snapshots.current = Some(snapshot.name().to_owned());
                snapshots.put(snapshot);
            });
        }
        if halt && state.is_active() {
            change.stop(VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT, VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT);
        }
        Ok(record)
    }

    fn snapshot(&self, snap: &DomainSnapshot) -> Result<Arc<Snapshot>> {
        let state = self.state.snapshot(&snap.dom)?;
        state.extra.snapshots.get(&snap.name).cloned().ok_or_else(|| unknown(&snap.name))
    }

    /// The names of the snapshots of a domain, or below one of them, that pass the filters.
    fn list_snapshots(
        &self,
        dom: &Domain,
        below: Option<&str>,
        flags: u32,
        function: &str,
    ) -> Result<Vec<DomainSnapshot>> {
        check_flags(flags, LIST, Origin::Test, function)?;
        let state = self.state.snapshot(dom)?;
        let snapshots = &state.extra.snapshots;
        if let Some(name) = below.filter(|name| snapshots.get(name).is_none()) {
            return Err(unknown(name));
        }
        let found = snapshots.list(below, Shape::of_snapshots(flags)).into_iter();
        Ok(found
            .filter(|snapshot| passes(snapshot, flags))
            .map(|snapshot| DomainSnapshot { name: Name::new(snapshot.name()), dom: dom.clone() })
            .collect())
    }

    fn revert(&self, snap: &DomainSnapshot, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING
            | VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED
            | VIR_DOMAIN_SNAPSHOT_REVERT_FORCE
            | VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM;
        check_flags(flags, KNOWN, Origin::Test, "testDomainRevertToSnapshot")?;
        let mut change = self.state.change(&snap.dom, "virDomainRevertToSnapshot")?;
        let state = change.state();
        let snapshot = state.extra.snapshots.get(&snap.name).cloned().ok_or_else(|| unknown(&snap.name))?;
        let online = matches!(snapshot.state(), Some(SnapshotState::Running | SnapshotState::Paused));
        let run = flags & (VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING | VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED) != 0;
        if !state.is_persistent() && !online && !run {
            bail!(
                Test,
                OperationInvalid,
                "transient domain needs to request run or pause to revert to inactive snapshot"
            );
        }
        let Some(document) = &snapshot.domain else {
            bail!(
                Test,
                SnapshotRevertRisky,
                "snapshot '{}' lacks domain '{}' rollback info",
                snap.name,
                state.name
            );
        };
        if flags & VIR_DOMAIN_SNAPSHOT_REVERT_FORCE == 0 && state.is_active() && !online && run {
            bail!(Test, SnapshotRevertRisky, "must respawn guest to start inactive snapshot");
        }
        let document = Document::clone(document);
        if state.is_active() {
            change.stop_to_revert();
        }
        change.assign(document);
        change.update(|state| state.extra_mut().snapshots.current = Some(snap.name.to_string()));
        if online || run {
            let running = flags & VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING != 0;
            let paused = flags & VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED != 0
                || snapshot.state() == Some(SnapshotState::Paused);
            change.start_from_snapshot(paused && !running);
        }
        Ok(())
    }
}

impl Snapshots for TestConnection {
    fn domain_snapshot_create_xml(&self, dom: &Domain, xml_desc: &str, flags: u32) -> Result<DomainSnapshot> {
        self.create_snapshot(dom, xml_desc, flags)
    }

    fn domain_snapshot_get_xml_desc(&self, snap: &DomainSnapshot, flags: u32) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_SNAPSHOT_XML_SECURE, Origin::Test, "testDomainSnapshotGetXMLDesc")?;
        Ok(self.snapshot(snap)?.format(flags & VIR_DOMAIN_SNAPSHOT_XML_SECURE != 0, false))
    }

    fn domain_snapshot_num(&self, dom: &Domain, flags: u32) -> Result<i32> {
        Ok(self.list_snapshots(dom, None, flags, "testDomainSnapshotNum")?.len() as i32)
    }

    fn domain_snapshot_list_names(
        &self,
        dom: &Domain,
        maxnames: i32,
        flags: u32,
    ) -> Result<List<String, 16384>> {
        let found = self.list_snapshots(dom, None, flags, "testDomainSnapshotListNames")?;
        Ok(names(found, maxnames))
    }

    fn domain_snapshot_lookup_by_name(&self, dom: &Domain, name: &str, flags: u32) -> Result<DomainSnapshot> {
        check_flags(flags, 0, Origin::Test, "testDomainSnapshotLookupByName")?;
        let state = self.state.snapshot(dom)?;
        match state.extra.snapshots.get(name) {
            Some(_) => Ok(DomainSnapshot { name: Name::new(name), dom: dom.clone() }),
            None => Err(unknown(name)),
        }
    }

    fn domain_has_current_snapshot(&self, dom: &Domain, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Test, "testDomainHasCurrentSnapshot")?;
        self.state.look(dom, |state| i32::from(state.extra.snapshots.current.is_some()))
    }

    fn domain_snapshot_current(&self, dom: &Domain, flags: u32) -> Result<DomainSnapshot> {
        check_flags(flags, 0, Origin::Test, "testDomainSnapshotCurrent")?;
        let state = self.state.snapshot(dom)?;
        match &state.extra.snapshots.current {
            Some(name) => Ok(DomainSnapshot { name: Name::new(name), dom: dom.clone() }),
            None => bail!(Test, NoDomainSnapshot, "the domain does not have a current snapshot"),
        }
    }

    fn domain_revert_to_snapshot(&self, snap: &DomainSnapshot, flags: u32) -> Result<()> {
        self.revert(snap, flags)
    }

    fn domain_snapshot_delete(&self, snap: &DomainSnapshot, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN
            | VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY
            | VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY;
        check_flags(flags, KNOWN, Origin::Test, "testDomainSnapshotDelete")?;
        let change = self.state.change(&snap.dom, "virDomainSnapshotDelete")?;
        if change.state().extra.snapshots.get(&snap.name).is_none() {
            return Err(unknown(&snap.name));
        }
        change.update(|state| {
            state.extra_mut().snapshots.delete(
                &snap.name,
                flags & VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN != 0,
                flags & VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY != 0,
            );
        });
        Ok(())
    }

    fn domain_snapshot_get_parent(&self, snap: &DomainSnapshot, flags: u32) -> Result<DomainSnapshot> {
        check_flags(flags, 0, Origin::Test, "testDomainSnapshotGetParent")?;
        match self.snapshot(snap)?.parent_name() {
            Some(parent) => Ok(DomainSnapshot { name: Name::new(parent), dom: snap.dom.clone() }),
            None => bail!(Test, NoDomainSnapshot, "snapshot '{}' does not have a parent", snap.name),
        }
    }

    fn domain_snapshot_num_children(&self, snap: &DomainSnapshot, flags: u32) -> Result<i32> {
        let function = "testDomainSnapshotNumChildren";
        Ok(self.list_snapshots(&snap.dom, Some(&snap.name), flags, function)?.len() as i32)
    }

    fn domain_snapshot_list_children_names(
        &self,
        snap: &DomainSnapshot,
        maxnames: i32,
        flags: u32,
    ) -> Result<List<String, 16384>> {
        let function = "testDomainSnapshotListChildrenNames";
        Ok(names(self.list_snapshots(&snap.dom, Some(&snap.name), flags, function)?, maxnames))
    }

    fn domain_snapshot_is_current(&self, snap: &DomainSnapshot, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Test, "testDomainSnapshotIsCurrent")?;
        self.snapshot(snap)?;
        self.state
            .look(&snap.dom, |state| i32::from(state.extra.snapshots.current.as_deref() == Some(&*snap.name)))
    }

    fn domain_snapshot_has_metadata(&self, snap: &DomainSnapshot, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Test, "testDomainSnapshotHasMetadata")?;
        self.snapshot(snap).map(|_| 1)
    }

    fn domain_list_all_snapshots(
        &self,
        dom: &Domain,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<DomainSnapshot, 16384>> {
        let found = self.list_snapshots(dom, None, flags, "testDomainListAllSnapshots")?;
        Ok(Listing::new(found, need_results))
    }

    fn domain_snapshot_list_all_children(
        &self,
        snapshot: &DomainSnapshot,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<DomainSnapshot, 16384>> {
        let function = "testDomainSnapshotListAllChildren";
        let found = self.list_snapshots(&snapshot.dom, Some(&snapshot.name), flags, function)?;
        Ok(Listing::new(found, need_results))
    }
}

fn names(found: Vec<DomainSnapshot>, most: i32) -> List<String, 16384> {
    let most = usize::try_from(most).unwrap_or(0);
    found.into_iter().take(most).map(|snapshot| snapshot.name.to_string()).collect::<Vec<_>>().into()
}

/// Gives a domain the snapshots that its node file describes.
pub fn load<'d>(
    host: &TestState,
    change: &DomainChange<'_>,
    nodes: impl Iterator<Item = Node<'d>>,
) -> Result<()> {
    let mut snapshots: Moments<Snapshot> = Moments::default();
    for node in nodes {
        let mut tree = Tree::from(node);
        if let Tree::Element { name, .. } = &mut tree {
            *name = "domainsnapshot".to_owned();
        }
        let mut text = String::new();
        tree.dump(&mut text, None);
        let flags = MomentFlags { redefine: true, internal: true, ..MomentFlags::default() };
        let snapshot = Snapshot::parse(&text, flags, now(), host::guests())?;
        snapshots.check_new(snapshot.name())?;
        if snapshot.active.is_some_and(|active| active != 0) {
            if snapshots.current.is_some() {
                bail!(Test, InternalError, "more than one snapshot claims to be active");
            }
            snapshots.current = Some(snapshot.name().to_owned());
        }
        snapshots.put(snapshot);
    }
    if snapshots.is_empty() {
        return Ok(());
    }
    if !snapshots.is_tree() {
        let name = &change.state().name;
        bail!(Test, InternalError, "Snapshots have inconsistent relations for domain {name}");
    }
    debug_assert!(std::ptr::eq(host, change.host()));
    change.update(|state| state.extra_mut().snapshots = snapshots);
    Ok(())
}
