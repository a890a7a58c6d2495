//! `<domainsnapshot>`

use super::{MomentFlags, Parent, check_name, guest};
use crate::domain::{
    Domain,
    disk::SnapshotLocation,
    storage::{DiskType, MetadataCache, Source, StorageFormat},
};
use crate::{Checked, Uuid, checked, good, host::Host};
use virt_error::{Origin, Result, bail, error};
use virt_xml::{Style, Tree, element, names, parse, read, write};

names! {
    /// What the guest was doing.
    pub enum SnapshotState {
        NoState = "nostate",
        Running = "running",
        Blocked = "blocked",
        Paused = "paused",
        Shutdown = "shutdown",
        Shutoff = "shutoff",
        Crashed = "crashed",
        PmSuspended = "pmsuspended",
        DiskSnapshot = "disk-snapshot",
    }
}

element! {
    /// `<domainsnapshot>`
    pub Snapshot {
        ;
        text name: Option<String> = "name",
        text description: Option<String> = "description",
        text state: Option<Checked<SnapshotState>> = "state",
        one parent: Option<Box<Parent>> = "parent",
        text creation_time: Option<Checked<i64>> = "creationTime",
        one memory: Option<Box<SnapshotMemory>> = "memory",
        one disks: Option<Box<SnapshotDisks>> = "disks",
        one revert_disks: Option<Box<SnapshotDisks>> = "revertDisks",
        one domain: Option<Box<Domain>> = "domain",
        /// In place of a guest of which nothing more is known; never read from the element of this name.
        one stub: Option<Box<Stub>> = "domain",
        one inactive_domain: Option<Box<Domain>> = "inactiveDomain",
        tree cookie: Option<Tree> = "cookie" when status,
        text active: Option<i32> = "active" when status,
    }
    /// A guest of which only the UUID is known, as older releases kept it.
    pub Stub {
        ;
        text uuid: Option<Uuid> = "uuid",
    }
    /// Where the guest's memory is.
    pub SnapshotMemory {
        attr location: Option<Checked<SnapshotLocation>> = "snapshot",
        attr file: Option<String> = "file",
        ;
        flag deleting: bool = "snapshotDeleteInProgress",
    }
    /// `<disks>`
    pub SnapshotDisks {
        ;
        many disks: Vec<SnapshotDisk> = "disk",
    }
    /// Where the contents of a disk are.
    pub SnapshotDisk {
        attr name: Option<String> = "name",
        attr location: Option<Checked<SnapshotLocation>> = "snapshot",
        attr kind: Option<DiskType> = "type",
        ;
        flag deleting: bool = "snapshotDeleteInProgress",
        part driver: Option<Box<SnapshotDriver>> = "driver",
        part source: Option<Box<Source>> = "source",
    }
    /// The format of the new image.
    pub SnapshotDriver {
        attr format: Option<Checked<StorageFormat>> = "type",
        ;
        part metadata_cache: Option<Box<MetadataCache>> = "metadata_cache",
    }
}

impl Snapshot {
    /// Reads a document. `now` is the time, in seconds, for a snapshot that is being taken.
    pub fn parse(text: &str, flags: MomentFlags, now: i64, host: &Host) -> Result<Snapshot> {
        let document = parse(text, "(domain_snapshot)", Origin::DomainSnapshot)?;
        let root = document.root();
        virt_xml::expect_root(root, "domainsnapshot")?;
        let mut snapshot = Snapshot::default();
        read(&mut snapshot, root, &flags.reading(Origin::DomainSnapshot, "domainsnapshot.rng"))?;
        let whole = flags.redefine || flags.internal;
        let uuid = snapshot.domain.as_ref().and_then(|domain| domain.uuid);
        snapshot.domain = if whole { guest(root, "domain", host)? } else { None };
        snapshot.set_stub(uuid.filter(|_| whole && snapshot.domain.is_none()));
        snapshot.inactive_domain = if whole { guest(root, "inactiveDomain", host)? } else { None };
        snapshot.complete(flags, now)?;
        Ok(snapshot)
    }

    /// Says whose snapshot it is where the guest itself is not part of it.
    pub fn set_stub(&mut self, uuid: Option<Uuid>) {
        self.stub = uuid.map(|uuid| Box::new(Stub { uuid: Some(uuid), ..Stub::default() }));
    }

    /// The document. `internal`: as the daemon keeps it.
    pub fn format(&self, secure: bool, internal: bool) -> String {
        let style = Style { secure, inactive: true, status: internal, ..Style::default() };
        write(self, "domainsnapshot", style)
    }

    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    pub fn state(&self) -> Option<SnapshotState> {
        good(&self.state).copied()
    }

    pub fn set_state(&mut self, state: SnapshotState) {
        self.state = Some(state.into());
    }

    /// Seconds since 1970.
    pub fn creation_time(&self) -> i64 {
        good(&self.creation_time).copied().unwrap_or(0)
    }

    pub fn parent_name(&self) -> Option<&str> {
        self.parent.as_ref().and_then(|parent| parent.name.as_deref())
    }

    pub fn set_parent(&mut self, name: Option<&str>) {
        let parent = |name: &str| Box::new(Parent { name: Some(name.to_owned()), ..Parent::default() });
        self.parent = name.map(parent);
    }

    pub fn memory_location(&self) -> SnapshotLocation {
        let memory = self.memory.as_ref().and_then(|memory| good(&memory.location));
        memory.copied().unwrap_or(SnapshotLocation::No)
    }

    /// Whether anything of the snapshot lies outside the guest's own images.
    pub fn is_external(&self) -> bool {
        self.memory_location() == SnapshotLocation::External
            || self.disks().iter().any(|disk| disk.location() == Some(SnapshotLocation::External))
    }

    pub fn disks(&self) -> &[SnapshotDisk] {
        self.disks.as_ref().map_or(&[], |disks| &disks.disks)
    }

    fn complete(&mut self, flags: MomentFlags, now: i64) -> Result<()> {
        if flags.redefine && self.name.as_deref().unwrap_or_default().is_empty() {
            bail!(DomainSnapshot, XmlError, "a redefined snapshot must have a name");
        }
        let time = checked(&self.creation_time, |_| {
            error!(DomainSnapshot, InternalError, "missing creationTime from existing snapshot")
        })?;
        let time = match time {
            Some(time) if flags.redefine => *time,
            None if flags.redefine => {
                bail!(DomainSnapshot, InternalError, "missing creationTime from existing snapshot")
            }
            _ => now,
        };
        match self.name.as_deref() {
            None | Some("") => self.name = Some(time.to_string()),
            Some(name) => check_name("snapshot", name)?,
        }
        self.creation_time = Some(time.into());
        let mut offline = flags.offline || flags.disk_only;
        if flags.redefine {
            if self.state.is_none() {
                bail!(DomainSnapshot, XmlError, "missing state from existing snapshot");
            }
            let state = checked(&self.state, |word| {
                error!(DomainSnapshot, ConfigUnsupported, "Invalid state '{word}' in domain snapshot XML")
            })?;
            offline = matches!(state, Some(SnapshotState::Shutoff | SnapshotState::DiskSnapshot))
                || flags.disk_only;
        } else {
            (self.state, self.parent) = (None, None);
        }
        self.complete_memory(offline, flags.redefine)?;
        for disks in [&mut self.disks, &mut self.revert_disks] {
            if disks.as_ref().is_some_and(|disks| disks.disks.is_empty()) {
                *disks = None;
            }
        }
        let disks = self.disks.iter_mut().chain(&mut self.revert_disks);
        disks.flat_map(|disks| &mut disks.disks).try_for_each(SnapshotDisk::complete)
    }

    fn complete_memory(&mut self, offline: bool, redefine: bool) -> Result<()> {
        use SnapshotLocation as Location;
        let memory = self.memory.get_or_insert_default();
        let location = checked(&memory.location, |word| {
            error!(Xml, XmlError, "Invalid value for attribute 'snapshot' in element 'memory': '{word}'.")
        })?
        .copied();
        let location = match (location, &memory.file) {
            (Some(location), _) => Some(location),
            (None, Some(_)) => Some(Location::External),
            (None, None) if redefine => Some(if offline { Location::No } else { Location::Internal }),
            (None, None) => None,
        };
        if location == Some(Location::Manual) {
            bail!(DomainSnapshot, XmlError, "'manual' memory snapshot mode not supported");
        }
        if offline && location.is_some_and(|location| location != Location::No) {
            let text = "memory state cannot be saved with offline or disk-only snapshot";
            bail!(DomainSnapshot, XmlError, "{text}");
        }
        match (&memory.file, location == Some(Location::External)) {
            (Some(file), false) => {
                bail!(DomainSnapshot, XmlError, "memory filename '{file}' requires external snapshot")
            }
            (None, true) => bail!(DomainSnapshot, XmlError, "external memory snapshots require a filename"),
            (Some(file), true) if !file.starts_with('/') => {
                bail!(DomainSnapshot, XmlError, "memory snapshot file path ({file}) must be absolute")
            }
            _ => {}
        }
        memory.location = location.map(Checked::Good);
        if location.is_none() {
            self.memory = None;
        }
        Ok(())
    }
}

impl SnapshotDisk {
    pub fn location(&self) -> Option<SnapshotLocation> {
        good(&self.location).copied()
    }

    /// The file that the snapshot is in, when it is one of the host's.
    pub fn file(&self) -> Option<&str> {
        let source = self.source.as_ref()?;
        source.file.as_deref().or(source.dev.as_deref())
    }

    fn complete(&mut self) -> Result<()> {
        if self.name.as_deref().unwrap_or_default().is_empty() {
            bail!(DomainSnapshot, XmlError, "missing name from disk snapshot element");
        }
        let location = checked(&self.location, |word| {
            let text = format!("Invalid value for attribute 'snapshot' in element 'disk': '{word}'.");
            error!(Xml, XmlError, "{text}")
        })?
        .copied();
        let kind = self.kind.unwrap_or(DiskType::File);
        if !matches!(kind, DiskType::File | DiskType::Block | DiskType::Network) {
            bail!(DomainSnapshot, XmlError, "unsupported disk snapshot type '{kind}'");
        }
        if let Some(driver) = &self.driver {
            checked(&driver.format, |word| {
                error!(DomainSnapshot, XmlError, "unknown disk snapshot driver '{word}'")
            })?;
        }
        let local = self.file().map(str::to_owned);
        if let Some(path) = local.filter(|path| !path.starts_with('/')) {
            bail!(DomainSnapshot, XmlError, "disk snapshot image path '{path}' must be absolute");
        }
        let formatted = self.driver.as_ref().is_some_and(|driver| driver.format.is_some());
        let placed = self
            .source
            .as_ref()
            .is_some_and(|source| source.file.is_some() || source.dev.is_some() || source.protocol.is_some());
        if location.is_none() && (formatted || placed) {
            self.location = Some(SnapshotLocation::External.into());
        }
        self.settle();
        Ok(())
    }

    /// The type is told where there is an image to tell of.
    pub(super) fn settle(&mut self) {
        let formatted = self.driver.as_ref().is_some_and(|driver| driver.format.is_some());
        let placed = self
            .source
            .as_ref()
            .is_some_and(|source| source.file.is_some() || source.dev.is_some() || source.protocol.is_some());
        self.kind = (formatted || placed).then(|| self.kind.unwrap_or(DiskType::File));
    }
}
