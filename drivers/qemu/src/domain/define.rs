//! How domains come to be and go: defined, renamed, forgotten.

use super::{DomainState, store};
use crate::{connection::QemuConnection, state::QemuState};
use std::{fs, path::Path};
use virt_conf::domain::{Domain as Document, ParseFlags};
use virt_core::{
    constants::*,
    domain::{DomainHost, Placed, Purpose},
    records::Domain,
    types::Name,
};
use virt_error::{Error, Origin, Result, bail};

impl QemuState {
    /// Reads a document that the user wrote for a guest that is new.
    pub fn parse(&self, xml: &str, validate: bool) -> Result<Document> {
        let flags = ParseFlags { validate, abi_update: true, ..ParseFlags::default() };
        let document = Document::parse(xml, flags, self.host_for_documents())?;
        virt_conf::file_name::check(document.name(), Origin::Qemu)?;
        Ok(document)
    }
}

impl QemuConnection {
    pub(super) fn define(&self, xml: &str, validate: bool, operation: &'static str) -> Result<Domain> {
        self.define_document(self.state.parse(xml, validate)?, operation)
    }

    /// Makes a complete document the persistent one of its domain, or makes that domain.
    pub(super) fn define_document(&self, document: Document, operation: &'static str) -> Result<Domain> {
        let Placed { mut change, known, before } = self.state.place(document, &Purpose::Define, operation)?;
        if let Err(error) = self.state.save_config(&change.state()) {
            match before {
                Some(before) => change.update(|state| {
                    state.config = before.config.clone();
                    if !state.is_active() {
                        state.def = before.def.clone();
                    }
                    state.undefined = before.undefined;
                }),
                None => change.remove(-1),
            }
            return Err(error);
        }
        let detail = if known { VIR_DOMAIN_EVENT_DEFINED_UPDATED } else { VIR_DOMAIN_EVENT_DEFINED_ADDED };
        change.lifecycle(VIR_DOMAIN_EVENT_DEFINED, detail);
        Ok(change.record())
    }

    pub(super) fn undefine(&self, dom: &Domain, flags: u32, operation: &'static str) -> Result<()> {
        let mut change = self.state.change(dom, operation)?;
        let state = change.state();
        if !state.is_persistent() {
            bail!(Qemu, OperationInvalid, "cannot undefine transient domain");
        }
        let directories = &self.state.directories;
        let moments = [
            (directories.snapshots(), "snapshots", VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA),
            (directories.checkpoints(), "checkpoints", VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA),
        ]
        .map(|(directory, kind, flag)| (directory.join(&*state.name), kind, flag));
        if !state.is_active() {
            for (directory, kind, flag) in &moments {
                let count = documents_in(directory);
                if count > 0 && flags & flag == 0 {
                    bail!(Qemu, OperationInvalid, "cannot delete inactive domain with {count} {kind}");
                }
            }
        }
        let image = store::managed_save_path(directories, &state.name);
        let saved = image.exists();
        if saved && flags & VIR_DOMAIN_UNDEFINE_MANAGED_SAVE == 0 {
            bail!(Qemu, OperationInvalid, "Refusing to undefine while domain managed save image exists");
        }
        let nvram = nvram_of(state.persistent()).filter(|path| Path::new(path).exists());
        const NVRAM: u32 = VIR_DOMAIN_UNDEFINE_NVRAM | VIR_DOMAIN_UNDEFINE_KEEP_NVRAM;
        if nvram.is_some() && flags & NVRAM == 0 {
            bail!(Qemu, OperationInvalid, "cannot undefine domain with nvram");
        }
        if saved {
            super::saving::remove_managed(&image)?;
        }
        if let Some(nvram) = nvram.filter(|_| flags & VIR_DOMAIN_UNDEFINE_NVRAM != 0) {
            fs::remove_file(&nvram).map_err(|cause| {
                Error::system(Origin::Qemu, format!("failed to remove nvram: {nvram}"), &cause)
            })?;
        }
        if flags & VIR_DOMAIN_UNDEFINE_KEEP_TPM == 0 {
            self.remove_tpm(&state, flags & VIR_DOMAIN_UNDEFINE_TPM != 0)?;
        }
        if !state.is_active() {
            for (directory, ..) in moments.iter().filter(|(directory, ..)| directory.exists()) {
                remove_directory(directory)?;
            }
        }
        store::remove(directories, &state.name)?;
        change.update(|state| {
            state.managed_save = false;
            state.autostart = false;
            state.autostart_once = false;
        });
        change.lifecycle(VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED);
        if state.is_active() {
            change.update(|state| {
                state.undefined = true;
                state.config = None;
            });
        } else {
            change.remove(-1);
        }
        Ok(())
    }

    /// Removes the state of an emulated TPM; one that outlives its domain by its document only when it was `asked` for.
    fn remove_tpm(&self, state: &DomainState, asked: bool) -> Result<()> {
        let keeps = state.persistent().devices.tpms.iter().any(keeps_state);
        if (keeps && !asked) || state.is_active() {
            return Ok(());
        }
        crate::process::forget_tpm(&self.state.directories, state.persistent())
    }

    pub(super) fn rename(&self, dom: &Domain, new_name: &str) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainRename")?;
        let state = change.state();
        if !state.is_persistent() {
            bail!(Qemu, OperationInvalid, "cannot rename a transient domain");
        }
        if state.is_active() {
            bail!(Qemu, OperationInvalid, "cannot rename active domain");
        }
        if documents_in(&self.state.directories.checkpoints().join(&*state.name)) > 0 {
            bail!(Qemu, OperationInvalid, "cannot rename domain with checkpoints");
        }
        if documents_in(&self.state.directories.snapshots().join(&*state.name)) > 0 {
            bail!(Qemu, OperationInvalid, "cannot rename domain with snapshots");
        }
        if new_name.contains('/') {
            bail!(Qemu, XmlError, "name {new_name} cannot contain '/'");
        }
        virt_conf::domain::check_name(new_name)?;
        virt_conf::file_name::check(new_name, Origin::Qemu)?;
        if *state.name == *new_name {
            bail!(Domain, OperationInvalid, "Can't rename domain to itself");
        }
        if state.managed_save {
            bail!(Qemu, OperationInvalid, "domain with a managed saved state can't be renamed");
        }
        let name = Name::new(new_name);
        let registry = &self.state.domains.registry;
        if !registry.rename(&state.name, name.clone()) {
            bail!(Qemu, OperationInvalid, "domain with name '{new_name}' already exists");
        }
        let mut document = Document::clone(state.persistent());
        document.set_name(new_name);
        if let Err(error) = self.state.rename_files(&state, &document) {
            // The name it had was freed a moment ago, and the job is still held.
            registry.rename(&name, state.name.clone());
            return Err(error);
        }
        change.lifecycle(VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED);
        change.update(|state| {
            state.name = name;
            state.set_config(document);
        });
        change.lifecycle(VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED);
        Ok(())
    }
}

/// Whether the state of a TPM outlives its domain.
fn keeps_state(tpm: &virt_conf::domain::tpm::Tpm) -> bool {
    tpm.backend.as_ref().is_some_and(|backend| backend.persistent_state == Some(virt_xml::YesNo(true)))
}

/// The file of the firmware's variables, where it is one of this host.
pub fn nvram_of(document: &Document) -> Option<String> {
    let nvram = document.os.as_ref()?.nvram.as_ref()?;
    let source = nvram.source.as_ref().and_then(|source| source.file.clone());
    source.or_else(|| nvram.path.clone()).filter(|path| !path.is_empty())
}

/// How many documents a directory holds.
pub fn documents_in(directory: &Path) -> usize {
    let Ok(entries) = fs::read_dir(directory) else { return 0 };
    let document = |path: &Path| path.extension().is_some_and(|extension| extension == "xml");
    entries.flatten().filter(|entry| document(&entry.path())).count()
}

fn remove_directory(directory: &Path) -> Result<()> {
    fs::remove_dir_all(directory).map_err(|cause| {
        Error::system(Origin::Qemu, format!("cannot remove directory '{}'", directory.display()), &cause)
    })
}
