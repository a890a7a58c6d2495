//! The operations of the API that save, restore and dump guests: their flags, and who does the work.

use super::{
    operations::{exclusive, known},
    saved_image, store,
};
use crate::connection::QemuConnection;
use std::path::{Path, PathBuf};
use virt_core::{api::Saving, constants::*, domain::DomainHost, records::Domain};
use virt_error::{Error, Origin, Result, bail};
use virt_xml::Style;

const SAVE: u32 = VIR_DOMAIN_SAVE_BYPASS_CACHE | VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED;

/// Refuses what `virDomainSaveRestoreFlags` does not allow.
pub fn check_save_flags(flags: u32, more: u32, function: &str) -> Result<()> {
    known(flags, SAVE | more, function)?;
    exclusive(
        flags,
        (VIR_DOMAIN_SAVE_RUNNING, VIR_DOMAIN_SAVE_PAUSED),
        ("VIR_DOMAIN_SAVE_RUNNING", "VIR_DOMAIN_SAVE_PAUSED"),
        function,
    )
}

impl QemuConnection {
    /// The image of a domain's managed save.
    ///
    /// Errors: `VIR_ERR_OPERATION_INVALID` when there is none.
    fn managed_image(&self, dom: &Domain) -> Result<PathBuf> {
        let name = self.state.look(dom, |domain| domain.name.clone())?;
        let path = store::managed_save_path(&self.state.directories, &name);
        if !path.exists() {
            bail!(Qemu, OperationInvalid, "domain does not have managed save image");
        }
        Ok(path)
    }

    /// The document in an image.
    fn describe_image(&self, path: &Path, flags: u32) -> Result<String> {
        let (_, header) = saved_image::open(path, false)?;
        let secure = flags & VIR_DOMAIN_SAVE_IMAGE_XML_SECURE != 0;
        Ok(header.document.format(Style { secure, inactive: true, ..Style::default() }))
    }

    /// Puts another document into an image.
    fn define_image(&self, path: &Path, dxml: &str, flags: u32) -> Result<()> {
        let (mut file, header) = saved_image::open(path, true)?;
        let document = self.state.replacement(dxml, &header.document)?;
        let was_running = match flags & (VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED) {
            VIR_DOMAIN_SAVE_RUNNING => true,
            VIR_DOMAIN_SAVE_PAUSED => false,
            _ => header.was_running,
        };
        header.replace(&mut file, path, &document, was_running)
    }
}

impl Saving for QemuConnection {
    fn domain_save(&self, dom: &Domain, to: &str) -> Result<()> {
        self.save_to(dom, to, None, 0, "virDomainSave")
    }

    fn domain_save_flags(&self, dom: &Domain, to: &str, dxml: Option<&str>, flags: u32) -> Result<()> {
        check_save_flags(flags, 0, "qemuDomainSaveFlags")?;
        self.save_to(dom, to, dxml, flags, "virDomainSaveFlags")
    }

    fn domain_restore(&self, from: &str) -> Result<()> {
        self.restore_from(from, None, 0, "virDomainRestore")
    }

    fn domain_restore_flags(&self, from: &str, dxml: Option<&str>, flags: u32) -> Result<()> {
        check_save_flags(flags, VIR_DOMAIN_SAVE_RESET_NVRAM, "qemuDomainRestoreInternal")?;
        self.restore_from(from, dxml, flags, "virDomainRestoreFlags")
    }

    fn domain_managed_save(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_save_flags(flags, 0, "qemuDomainManagedSave")?;
        self.save_managed(dom, None, flags, "virDomainManagedSave")
    }

    fn domain_has_managed_save_image(&self, dom: &Domain, flags: u32) -> Result<i32> {
        known(flags, 0, "qemuDomainHasManagedSaveImage")?;
        self.state.look(dom, |domain| i32::from(domain.managed_save))
    }

    fn domain_managed_save_remove(&self, dom: &Domain, flags: u32) -> Result<()> {
        known(flags, 0, "qemuDomainManagedSaveRemove")?;
        let change = self.state.change(dom, "virDomainManagedSaveRemove")?;
        let path = store::managed_save_path(&self.state.directories, &change.state().name);
        remove_managed(&path)?;
        change.update(|domain| domain.managed_save = false);
        Ok(())
    }

    fn domain_managed_save_get_xml_desc(&self, dom: &Domain, flags: u32) -> Result<String> {
        known(flags, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE, "qemuDomainManagedSaveGetXMLDesc")?;
        self.describe_image(&self.managed_image(dom)?, flags)
    }

    fn domain_managed_save_define_xml(&self, dom: &Domain, dxml: Option<&str>, flags: u32) -> Result<()> {
        known(flags, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED, "qemuDomainManagedSaveDefineXML")?;
        check_save_flags(flags, 0, "qemuDomainManagedSaveDefineXML")?;
        self.define_image(&self.managed_image(dom)?, dxml.unwrap_or_default(), flags)
    }

    fn domain_save_image_get_xml_desc(&self, file: &str, flags: u32) -> Result<String> {
        known(flags, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE, "qemuDomainSaveImageGetXMLDesc")?;
        self.describe_image(file.as_ref(), flags)
    }

    fn domain_save_image_define_xml(&self, file: &str, dxml: &str, flags: u32) -> Result<()> {
        known(flags, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED, "qemuDomainSaveImageDefineXML")?;
        check_save_flags(flags, 0, "qemuDomainSaveImageDefineXML")?;
        self.define_image(file.as_ref(), dxml, flags)
    }

    fn domain_core_dump(&self, dom: &Domain, to: &str, flags: u32) -> Result<()> {
        self.dump(dom, to, 0, flags, "virDomainCoreDump")
    }

    fn domain_core_dump_with_format(
        &self,
        dom: &Domain,
        to: &str,
        dumpformat: u32,
        flags: u32,
    ) -> Result<()> {
        self.dump(dom, to, dumpformat, flags, "virDomainCoreDumpWithFormat")
    }
}

impl QemuConnection {
    fn dump(&self, dom: &Domain, to: &str, format: u32, flags: u32, operation: &'static str) -> Result<()> {
        const KNOWN: u32 =
            VIR_DUMP_LIVE | VIR_DUMP_CRASH | VIR_DUMP_BYPASS_CACHE | VIR_DUMP_RESET | VIR_DUMP_MEMORY_ONLY;
        known(flags, KNOWN, "qemuDomainCoreDumpWithFormat")?;
        self.state.dump(dom, to.as_ref(), format, flags, operation)
    }
}

/// Removes the image of a managed save, if it is there.
pub fn remove_managed(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Error::system(
            Origin::Qemu,
            format!("Failed to remove managed save file '{}'", path.display()),
            &cause,
        )),
        _ => Ok(()),
    }
}
