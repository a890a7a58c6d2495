//! Save images, managed save and core dumps. Images and dumps are real files.

use super::{Status, define, forget_save, life::Life};
use crate::TestConnection;
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::OpenOptionsExt,
    sync::Arc,
};
use virt_conf::domain::Domain as Document;
use virt_core::domain::{DomainHost, SaveParams, check_same};
use virt_core::{api::Saving, connection::check_flags, constants::*, records::Domain, types::TypedParam};
use virt_error::{Error, Origin, Result, bail};
use virt_xml::Style;

/// What a file of this driver begins with, its terminating NUL included.
const MAGIC: &[u8] = b"TestGuestMagic\0";

/// The flags of `virDomainSaveRestoreFlags` that say in which state to go on.
const GO_ON: u32 = VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED;

fn failed(what: String, cause: &io::Error) -> Error {
    Error::system(Origin::Test, what, cause)
}

fn create(path: &str) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

/// Writes an image: the magic, the length of the document, the document.
fn write_image(path: &str, name: &str, text: &str) -> Result<()> {
    let mut file = create(path)
        .map_err(|cause| failed(format!("saving domain '{name}' to '{path}': open failed"), &cause))?;
    let length = i32::try_from(text.len()).unwrap_or(i32::MAX);
    let mut image = MAGIC.to_vec();
    image.extend(length.to_ne_bytes());
    image.extend(text.as_bytes());
    file.write_all(&image).and_then(|()| file.sync_all()).map_err(|cause| {
        // Half an image is none.
        let _ = fs::remove_file(path);
        failed(format!("saving domain '{name}' to '{path}': write failed"), &cause)
    })
}

/// The document in an image.
fn read_image(path: &str) -> Result<String> {
    let mut file =
        File::open(path).map_err(|cause| failed(format!("cannot read domain image '{path}'"), &cause))?;
    let mut part = |length: usize, what: &str| -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = (&mut file).take(length as u64).read_to_end(&mut bytes);
        match read {
            Ok(read) if read == length => Ok(bytes),
            // Short is not the system's fault, and its number for that is 0.
            Ok(_) => Err(failed(format!("{what} '{path}'"), &io::Error::from_raw_os_error(0))),
            Err(cause) => Err(failed(format!("{what} '{path}'"), &cause)),
        }
    };
    if part(MAGIC.len(), "incomplete save header in")? != MAGIC {
        bail!(Test, InternalError, "mismatched header magic");
    }
    let length = part(4, "failed to read metadata length in")?;
    let length = length.try_into().map_or(0, i32::from_ne_bytes);
    let length = match usize::try_from(length) {
        Ok(length) if (1..=virt_xml::MAX_SIZE).contains(&length) => length,
        _ => bail!(Test, InternalError, "length of metadata out of range"),
    };
    Ok(String::from_utf8_lossy(&part(length, "incomplete metadata in")?).into_owned())
}

/// A document that is to take the place of `original`: it must be of the same domain.
fn replacement(xml: &str, original: &Document) -> Result<Document> {
    let document = define::parse(xml, false, false)?;
    check_same(&document, original)?;
    Ok(document)
}

/// The file, and the document to use, of `virDomainSaveParams` and `virDomainRestoreParams`.
pub fn image_of(params: &[TypedParam]) -> Result<(String, Option<String>)> {
    let params = SaveParams::read(params)?;
    match params.file {
        Some(file) => Ok((file, params.dxml)),
        None => bail!(Test, InvalidArg, "missing parameter 'file'"),
    }
}

fn secure() -> Style {
    Style { secure: true, ..Style::default() }
}

impl TestConnection {
    pub(super) fn save(&self, dom: &Domain, to: &str, dxml: Option<&str>, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_SAVE_BYPASS_CACHE, Origin::Test, "testDomainSaveFlags")?;
        let mut change = self.state.change(dom, "virDomainSaveFlags")?;
        change.check_active()?;
        let state = change.state();
        let text = match dxml {
            Some(xml) => replacement(xml, &state.def)?.format(secure()),
            None => state.def.format(secure()),
        };
        write_image(to, &state.name, &text)?;
        change.stop(VIR_DOMAIN_SHUTOFF_SAVED, VIR_DOMAIN_EVENT_STOPPED_SAVED);
        Ok(())
    }

    pub(super) fn restore(&self, from: &str, dxml: Option<&str>, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_SAVE_BYPASS_CACHE | GO_ON | VIR_DOMAIN_SAVE_RESET_NVRAM;
        check_flags(flags, KNOWN, Origin::Test, "testDomainRestoreFlags")?;
        let mut document = define::parse(&read_image(from)?, false, false)?;
        if let Some(xml) = dxml {
            document = replacement(xml, &document)?;
        }
        let paused = flags & VIR_DOMAIN_SAVE_PAUSED != 0;
        let status = match paused {
            true => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER),
            false => Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_RESTORED),
        };
        let mut change = self.state.start(document, status, "virDomainRestore")?;
        change.tell_of_start(VIR_DOMAIN_EVENT_STARTED_RESTORED, paused);
        Ok(())
    }

    fn dump(&self, dom: &Domain, to: &str, format: u32, flags: u32) -> Result<()> {
        const KNOWN: u32 =
            VIR_DUMP_CRASH | VIR_DUMP_LIVE | VIR_DUMP_BYPASS_CACHE | VIR_DUMP_RESET | VIR_DUMP_MEMORY_ONLY;
        check_flags(flags, KNOWN, Origin::Test, "testDomainCoreDumpWithFormat")?;
        if format != VIR_DOMAIN_CORE_DUMP_FORMAT_RAW as u32 {
            bail!(Test, OperationUnsupported, "kdump-compressed format is not supported here");
        }
        let mut change = self.state.change(dom, "virDomainCoreDumpWithFormat")?;
        change.check_active()?;
        let name = &change.state().name;
        let mut file = create(to)
            .map_err(|cause| failed(format!("domain '{name}' coredump: failed to open {to}"), &cause))?;
        file.write_all(MAGIC).map_err(|cause| {
            failed(format!("domain '{name}' coredump: failed to write header to {to}"), &cause)
        })?;
        file.sync_all()
            .map_err(|cause| failed(format!("domain '{name}' coredump: write failed: {to}"), &cause))?;
        if flags & VIR_DUMP_CRASH != 0 {
            change.stop(VIR_DOMAIN_SHUTOFF_CRASHED, VIR_DOMAIN_EVENT_STOPPED_CRASHED);
        }
        Ok(())
    }

    /// The document of a managed save.
    fn managed(&self, dom: &Domain) -> Result<Arc<Document>> {
        let state = self.state.snapshot(dom)?;
        if !state.managed_save {
            bail!(Test, OperationInvalid, "domain does not have managed save image");
        }
        Ok(state.extra.saved.clone().unwrap_or_else(|| state.def.clone()))
    }
}

impl Saving for TestConnection {
    fn domain_core_dump(&self, dom: &Domain, to: &str, flags: u32) -> Result<()> {
        self.dump(dom, to, VIR_DOMAIN_CORE_DUMP_FORMAT_RAW as u32, flags)
    }

    fn domain_core_dump_with_format(
        &self,
        dom: &Domain,
        to: &str,
        dumpformat: u32,
        flags: u32,
    ) -> Result<()> {
        self.dump(dom, to, dumpformat, flags)
    }

    fn domain_restore(&self, from: &str) -> Result<()> {
        self.restore(from, None, 0)
    }

    fn domain_restore_flags(&self, from: &str, dxml: Option<&str>, flags: u32) -> Result<()> {
        self.restore(from, dxml, flags)
    }

    fn domain_save(&self, dom: &Domain, to: &str) -> Result<()> {
        self.save(dom, to, None, 0)
    }

    fn domain_save_flags(&self, dom: &Domain, to: &str, dxml: Option<&str>, flags: u32) -> Result<()> {
        self.save(dom, to, dxml, flags)
    }

    fn domain_managed_save(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_SAVE_BYPASS_CACHE | GO_ON, Origin::Test, "testDomainManagedSave")?;
        let mut change = self.state.change(dom, "virDomainManagedSave")?;
        change.check_active()?;
        if !change.state().is_persistent() {
            bail!(Test, OperationInvalid, "cannot do managed save for transient domain");
        }
        let saved = change.state().def.clone();
        change.update(|state| {
            state.managed_save = true;
            let rare = state.extra_mut();
            rare.saved = Some(saved);
            rare.saved_paused = flags & VIR_DOMAIN_SAVE_PAUSED != 0;
        });
        change.stop(VIR_DOMAIN_SHUTOFF_SAVED, VIR_DOMAIN_EVENT_STOPPED_SAVED);
        Ok(())
    }

    fn domain_has_managed_save_image(&self, dom: &Domain, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Test, "testDomainHasManagedSaveImage")?;
        self.state.look(dom, |state| i32::from(state.managed_save))
    }

    fn domain_managed_save_remove(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainManagedSaveRemove")?;
        let change = self.state.change(dom, "virDomainManagedSaveRemove")?;
        change.update(forget_save);
        Ok(())
    }

    fn domain_managed_save_get_xml_desc(&self, dom: &Domain, flags: u32) -> Result<String> {
        check_flags(
            flags,
            VIR_DOMAIN_SAVE_IMAGE_XML_SECURE,
            Origin::Test,
            "testDomainManagedSaveGetXMLDesc",
        )?;
        let secure = flags & VIR_DOMAIN_SAVE_IMAGE_XML_SECURE != 0;
        Ok(self.managed(dom)?.format(Style { secure, inactive: true, ..Style::default() }))
    }

    fn domain_managed_save_define_xml(&self, dom: &Domain, dxml: Option<&str>, flags: u32) -> Result<()> {
        check_flags(flags, GO_ON, Origin::Test, "testDomainManagedSaveDefineXML")?;
        let change = self.state.change(dom, "virDomainManagedSaveDefineXML")?;
        let original = self.managed(dom)?;
        let document = match dxml {
            Some(xml) => Arc::new(replacement(xml, &original)?),
            None => original,
        };
        change.update(|state| {
            let rare = state.extra_mut();
            rare.saved = Some(document);
            if flags & GO_ON != 0 {
                rare.saved_paused = flags & VIR_DOMAIN_SAVE_PAUSED != 0;
            }
        });
        Ok(())
    }

    fn domain_save_image_get_xml_desc(&self, file: &str, flags: u32) -> Result<String> {
        check_flags(flags, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE, Origin::Test, "testDomainSaveImageGetXMLDesc")?;
        let document = define::parse(&read_image(file)?, false, false)?;
        let secure = flags & VIR_DOMAIN_SAVE_IMAGE_XML_SECURE != 0;
        Ok(document.format(Style { secure, inactive: true, ..Style::default() }))
    }

    fn domain_save_image_define_xml(&self, file: &str, dxml: &str, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainSaveImageDefineXML")?;
        let original = define::parse(&read_image(file)?, false, false)?;
        // The image is described anew as a whole: it becomes that of the domain that the document names.
        let document = define::parse(dxml, false, false)?;
        write_image(file, original.name(), &document.format(secure()))
    }
}
