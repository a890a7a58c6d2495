//! Snapshots and checkpoints: how many a domain has. This driver takes none itself; a domain that another one left some
//! of is not said to have none.

use super::define::documents_in;
use crate::{connection::QemuConnection, domain::operations::known};
use std::path::PathBuf;
use virt_core::{
    api::{Checkpoints, Snapshots},
    constants::*,
    domain::DomainHost,
    records::*,
    types::*,
};
use virt_error::{Error, Result};

const SNAPSHOTS: u32 = VIR_DOMAIN_SNAPSHOT_LIST_ROOTS
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

const CHECKPOINTS: u32 = VIR_DOMAIN_CHECKPOINT_LIST_ROOTS
    | VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL
    | VIR_DOMAIN_CHECKPOINT_LIST_LEAVES
    | VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES;

impl QemuConnection {
    /// Refuses a domain with documents in its part of `directory`: they cannot be shown.
    fn has_none(&self, dom: &Domain, directory: PathBuf) -> Result<()> {
        let name = self.state.look(dom, |domain| domain.name.clone())?;
        match documents_in(&directory.join(&*name)) {
            0 => Ok(()),
            _ => Err(Error::unsupported()),
        }
    }

    fn has_no_snapshots(&self, dom: &Domain, flags: u32, function: &str) -> Result<()> {
        known(flags, SNAPSHOTS, function)?;
        self.has_none(dom, self.state.directories.snapshots())
    }
}

impl Snapshots for QemuConnection {
    fn domain_snapshot_num(&self, dom: &Domain, flags: u32) -> Result<i32> {
        self.has_no_snapshots(dom, flags, "qemuDomainSnapshotNum").map(|()| 0)
    }

    fn domain_snapshot_list_names(
        &self,
        dom: &Domain,
        _maxnames: i32,
        flags: u32,
    ) -> Result<List<String, 16384>> {
        self.has_no_snapshots(dom, flags, "qemuDomainSnapshotListNames").map(|()| List::default())
    }

    fn domain_list_all_snapshots(
        &self,
        dom: &Domain,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<DomainSnapshot, 16384>> {
        self.has_no_snapshots(dom, flags, "qemuDomainListAllSnapshots")?;
        Ok(Listing::new(Vec::new(), need_results))
    }

    fn domain_has_current_snapshot(&self, dom: &Domain, flags: u32) -> Result<i32> {
        known(flags, 0, "qemuDomainHasCurrentSnapshot")?;
        self.has_none(dom, self.state.directories.snapshots()).map(|()| 0)
    }
}

impl Checkpoints for QemuConnection {
    fn domain_list_all_checkpoints(
        &self,
        dom: &Domain,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<DomainCheckpoint, 16384>> {
        known(flags, CHECKPOINTS, "qemuDomainListAllCheckpoints")?;
        self.has_none(dom, self.state.directories.checkpoints())?;
        Ok(Listing::new(Vec::new(), need_results))
    }
}
