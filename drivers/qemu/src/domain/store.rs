//! What of a domain is on disk: its document, and the links that start it with the host.

use super::DomainState;
use crate::{
    directories::{Directories, make},
    state::QemuState,
};
use std::{
    fs, io,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};
use virt_conf::{
    domain::{Domain as Document, ParseFlags},
    file_name,
};
use virt_core::{
    domain::{DomainHost, Purpose},
    types::Name,
};
use virt_error::{Error, Origin, Result, bail};
use virt_sys::durable;
use virt_xml::Style;

/// A larger file is no document.
const SIZE_MAX: u64 = 10 << 20;

/// Of a domain's persistent document.
pub fn document_path(directories: &Directories, name: &str) -> PathBuf {
    directories.config().join(format!("{name}.xml"))
}

/// When a domain starts with the host. Each has a link of its own to the document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Autostart {
    Always,
    /// The next time, and not again.
    Once,
}

impl Autostart {
    const ALL: [Autostart; 2] = [Autostart::Always, Autostart::Once];

    fn link(self, directories: &Directories, name: &str) -> PathBuf {
        let ending = match self {
            Autostart::Always => "xml",
            Autostart::Once => "xml.once",
        };
        directories.autostart().join(format!("{name}.{ending}"))
    }

    pub fn is_set(self, domain: &DomainState) -> bool {
        match self {
            Autostart::Always => domain.autostart,
            Autostart::Once => domain.autostart_once,
        }
    }

    pub fn set(self, domain: &mut DomainState, on: bool) {
        match self {
            Autostart::Always => domain.autostart = on,
            Autostart::Once => domain.autostart_once = on,
        }
    }
}

/// Writes a domain's persistent document.
///
/// Errors: `VIR_ERR_XML_ERROR` for a name that no file can have, `VIR_ERR_SYSTEM_ERROR`.
pub fn save(directories: &Directories, document: &Document) -> Result<()> {
    let name = document.name();
    file_name::check(name, Origin::Qemu)?;
    make(&directories.config())?;
    let text = heading(&format!("edit {name}"))
        + &document.format(Style { secure: true, inactive: true, ..Style::default() });
    durable::write(&document_path(directories, name), text.as_bytes(), 0o600)
}

/// What libvirt's files begin with. Two dashes would end the comment, so a name with them is not told.
pub fn heading(command: &str) -> String {
    let command = if command.contains("--") { "edit" } else { command };
    format!(
        "<!--\nWARNING: THIS IS AN AUTO-GENERATED FILE. CHANGES TO IT ARE LIKELY TO BE\n\
         OVERWRITTEN AND LOST. Changes to this xml configuration should be made using:\n  \
         virsh {command}\nor other application using the libvirt API.\n-->\n\n"
    )
}

/// Removes a domain's document and its links.
pub fn remove(directories: &Directories, name: &str) -> Result<()> {
    for autostart in Autostart::ALL {
        set_autostart(directories, name, autostart, false)?;
    }
    durable::remove(&document_path(directories, name)).map(drop)
}

/// Makes the link that starts a domain with the host, or takes it away.
pub fn set_autostart(directories: &Directories, name: &str, autostart: Autostart, on: bool) -> Result<()> {
    let (link, document) = (autostart.link(directories, name), document_path(directories, name));
    if !on {
        return match fs::remove_file(&link) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(Error::system(
                Origin::Qemu,
                format!("Failed to delete symlink '{}'", link.display()),
                &cause,
            )),
            _ => Ok(()),
        };
    }
    let directory = directories.autostart();
    make(&directory).map_err(|error| error.with_origin(Origin::Qemu))?;
    match symlink(&document, &link) {
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && points_to(&link, &document) => Ok(()),
        Err(cause) => {
            let text = format!("Failed to create symlink '{}' to '{}'", link.display(), document.display());
            Err(Error::system(Origin::Qemu, text, &cause))
        }
        Ok(()) => Ok(()),
    }
}

fn points_to(link: &Path, document: &Path) -> bool {
    match (fs::canonicalize(link), fs::canonicalize(document)) {
        (Ok(link), Ok(document)) => link == document,
        _ => false,
    }
}

/// Takes in the domains whose documents are on disk. A file that is no document is named in the log and left alone.
pub fn load(state: &QemuState) -> Result<()> {
    let directory = state.directories.config();
    durable::sweep(&directory);
    let entries = match fs::read_dir(&directory) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(cause) => {
            return Err(Error::system(
                Origin::Qemu,
                format!("cannot open directory '{}'", directory.display()),
                &cause,
            ));
        }
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".xml"));
        let Some(name) = name.filter(|name| !name.starts_with('.')) else { continue };
        if let Err(error) = load_one(state, &path, name) {
            log::error!("Failed to load config for domain '{name}': {}", error.message());
        }
    }
    Ok(())
}

fn load_one(state: &QemuState, path: &Path, name: &str) -> Result<()> {
    let document = read(path)?;
    if document.name() != name {
        bail!(
            Qemu,
            InternalError,
            "Domain config filename '{}' does not match domain name '{}'",
            path.display(),
            document.name()
        );
    }
    let placed = state.place(document, &Purpose::Define, "load")?;
    let saved = managed_save_path(&state.directories, name).exists();
    placed.change.update(|domain| {
        for autostart in Autostart::ALL {
            autostart.set(domain, points_to(&autostart.link(&state.directories, name), path));
        }
        domain.managed_save = saved;
    });
    Ok(())
}

/// Of the image of a managed save.
pub fn managed_save_path(directories: &Directories, name: &str) -> PathBuf {
    directories.save().join(format!("{name}.save"))
}

/// Reads a document that was complete when it was written: nothing is added, and no emulator is asked.
fn read(path: &Path) -> Result<Document> {
    let failed = |cause: &io::Error| {
        Error::system(Origin::Qemu, format!("Failed to open file '{}'", path.display()), cause)
    };
    let size = fs::metadata(path).map_err(|cause| failed(&cause))?.len();
    if size > SIZE_MAX {
        bail!(Qemu, InternalError, "{} is larger than {SIZE_MAX} bytes", path.display());
    }
    let text = fs::read_to_string(path).map_err(|cause| failed(&cause))?;
    let flags = ParseFlags { bare: true, ..ParseFlags::default() };
    let document = Document::parse(&text, flags, &crate::state::bare_host())?;
    if document.uuid() == virt_conf::Uuid::default() {
        bail!(Qemu, XmlError, "{} has no uuid", path.display());
    }
    Ok(document)
}

impl QemuState {
    /// Writes the persistent document of `state`.
    pub(crate) fn save_config(&self, state: &DomainState) -> Result<()> {
        match &state.config {
            Some(document) => save(&self.directories, document),
            None => Ok(()),
        }
    }

    /// Gives a renamed domain its files.
    pub(super) fn rename_files(&self, old: &DomainState, document: &Document) -> Result<()> {
        let new = Name::new(document.name());
        save(&self.directories, document)?;
        for autostart in Autostart::ALL.into_iter().filter(|autostart| autostart.is_set(old)) {
            if let Err(error) = set_autostart(&self.directories, &new, autostart, true) {
                let _ = remove(&self.directories, &new);
                return Err(error);
            }
        }
        remove(&self.directories, &old.name)
    }
}
