//! `<domainbackup>`: what a backup takes and where it goes.

use crate::domain::storage::{DiskType, Source, StorageFormat};
use crate::{Checked, checked, good};
use virt_error::{Origin, Result, bail, error};
use virt_xml::{Reading, Style, YesNo, element, names, read_document, write};

names! {
    /// Who moves the data: the backup itself (push), or a client that asks for them (pull).
    pub enum BackupMode { Push = "push", Pull = "pull" }
    /// Whether all of a disk is taken, or its changes since a checkpoint.
    pub enum BackupExtent { Full = "full", Incremental = "incremental" }
    /// How a client reaches a server.
    pub enum BackupTransport { Tcp = "tcp", Unix = "unix" }
    /// The state of a disk's backup.
    pub enum BackupState {
        None = "",
        Running = "running",
        Complete = "complete",
        Failed = "failed",
        Cancelling = "cancelling",
        Cancelled = "cancelled",
    }
}

element! {
    /// `<domainbackup>`
    pub Backup {
        attr mode: Option<Checked<BackupMode>> = "mode",
        ;
        text incremental: Option<String> = "incremental",
        one server: Option<Box<BackupServer>> = "server",
        one disks: Option<Box<BackupDisks>> = "disks",
    }
    /// Where a client connects to.
    pub BackupServer {
        attr transport: Option<BackupTransport> = "transport",
        attr tls: Option<YesNo> = "tls",
        attr name: Option<String> = "name",
        attr port: Option<u32> = "port",
        attr socket: Option<String> = "socket",
        ;
    }
    /// `<disks>`
    pub BackupDisks {
        ;
        many disks: Vec<BackupDisk> = "disk",
    }
    /// One disk.
    pub BackupDisk {
        attr name: Option<String> = "name",
        attr backup: Option<YesNo> = "backup",
        attr state: Option<BackupState> = "state" when status,
        attr kind: Option<DiskType> = "type",
        attr extent: Option<BackupExtent> = "backupmode",
        attr incremental: Option<String> = "incremental",
        attr export_name: Option<String> = "exportname",
        attr export_bitmap: Option<String> = "exportbitmap",
        attr index: Option<u32> = "index" when live,
        ;
        one driver: Option<Box<BackupDriver>> = "driver",
        one target: Option<Box<Source>> = "target",
        one scratch: Option<Box<Source>> = "scratch",
    }
    /// The format of the new image.
    pub BackupDriver {
        attr format: Option<Checked<StorageFormat>> = "type",
        ;
    }
}

impl Backup {
    /// Reads a document. `validate`: names that the format does not have are refused.
    pub fn parse(text: &str, validate: bool) -> Result<Backup> {
        let schema = validate.then_some("domainbackup.rng");
        let reading = Reading { validate: schema, ..Reading::new(Origin::Domain) };
        let mut backup: Backup = read_document(text, "(domain_backup)", "domainbackup", &reading)?;
        backup.complete()?;
        Ok(backup)
    }

    /// The document; `status`: as the daemon keeps it.
    pub fn format(&self, status: bool) -> String {
        write(self, "domainbackup", Style { status, ..Style::default() })
    }

    pub fn mode(&self) -> BackupMode {
        good(&self.mode).copied().unwrap_or(BackupMode::Push)
    }

    pub fn disks(&self) -> &[BackupDisk] {
        self.disks.as_ref().map_or(&[], |disks| &disks.disks)
    }

    fn complete(&mut self) -> Result<()> {
        let mode = checked(&self.mode, |word| error!(Domain, XmlError, "unknown backup mode '{word}'"))?;
        let mode = *mode.unwrap_or(&BackupMode::Push);
        self.mode = Some(mode.into());
        if self.server.is_some() && mode != BackupMode::Pull {
            bail!(Domain, XmlError, "use of <server> requires pull mode backup");
        }
        if let Some(server) = &mut self.server {
            let transport = *server.transport.get_or_insert(BackupTransport::Tcp);
            match transport {
                BackupTransport::Unix => match server.socket.as_deref() {
                    Some(path) if !path.starts_with('/') => {
                        bail!(Domain, XmlError, "backup socket path '{path}' must be absolute")
                    }
                    _ => {}
                },
                BackupTransport::Tcp => {
                    server.name.get_or_insert_with(|| "localhost".to_owned());
                }
            }
        }
        let general = self.incremental.clone();
        for disk in self.disks.iter_mut().flat_map(|disks| &mut disks.disks) {
            disk.complete(mode, general.as_deref())?;
        }
        Ok(())
    }
}

impl BackupDisk {
    /// Whether the disk is taken at all.
    pub fn is_taken(&self) -> bool {
        self.backup != Some(YesNo(false))
    }

    fn complete(&mut self, mode: BackupMode, general: Option<&str>) -> Result<()> {
        if self.name.as_deref().unwrap_or_default().is_empty() {
            return Err(virt_xml::missing_attribute("disk", "name"));
        }
        let taken = self.backup.get_or_insert(YesNo(true)).0;
        if !taken {
            return Ok(());
        }
        let wants_point = self.extent == Some(BackupExtent::Incremental);
        if wants_point && self.incremental.is_none() && general.is_none() {
            bail!(
                Domain,
                XmlError,
                "'incremental' backup mode of disk '{}' requires setting 'incremental' field for disk or backup",
                self.name.as_deref().unwrap_or_default()
            );
        }
        if mode == BackupMode::Push && (self.export_name.is_some() || self.export_bitmap.is_some()) {
            (self.export_name, self.export_bitmap) = (None, None);
        }
        let kind = *self.kind.get_or_insert(DiskType::File);
        if !matches!(kind, DiskType::File | DiskType::Block) {
            bail!(Domain, XmlError, "unsupported disk backup type '{kind}'");
        }
        if let Some(driver) = &self.driver {
            checked(&driver.format, |word| {
                let text = format!("Invalid value for attribute 'type' in element 'driver': '{word}'.");
                error!(Xml, XmlError, "{text}")
            })?;
        }
        // What is written is a target when it is pushed, and a place for the old contents when it is pulled.
        match mode {
            BackupMode::Push => self.scratch = None,
            BackupMode::Pull => self.target = None,
        }
        Ok(())
    }
}
