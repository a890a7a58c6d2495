//! The variables of a guest's firmware: made from their template before the guest starts for the first time.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::{OpenOptionsExt, chown},
    path::Path,
};
use virt_conf::domain::{Domain as Document, storage::StorageFormat};
use virt_error::{Error, Origin, Result, bail};
use virt_sys::process::Credentials;

/// Makes the file of the variables when it is missing.
///
/// Errors: `VIR_ERR_OPERATION_FAILED` without a template, `VIR_ERR_SYSTEM_ERROR`.
pub fn prepare(document: &Document, owner: Option<&Credentials>) -> Result<()> {
    let Some(nvram) = document.os.as_ref().and_then(|os| os.nvram.as_deref()) else { return Ok(()) };
    let Some(path) = nvram.path.as_deref().filter(|path| !path.is_empty()) else { return Ok(()) };
    let path = Path::new(path);
    if path.exists() {
        return Ok(());
    }
    let Some(template) = nvram.template.as_deref() else {
        let loader =
            document.os.as_ref().and_then(|os| os.loader.as_ref()).and_then(|loader| loader.path.as_deref());
        bail!(
            Qemu,
            OperationFailed,
            "unable to find any master var store for loader: {}",
            loader.unwrap_or_default()
        );
    };
    let format = nvram.format.unwrap_or(StorageFormat::Raw);
    let from = nvram.template_format.unwrap_or(format);
    if from != format {
        bail!(
            Qemu,
            ConfigUnsupported,
            "conversion of the nvram template from '{from}' to '{format}' is not supported"
        );
    }
    copy(Path::new(template), path, owner)
}

/// Copies whole: the file has its name when all of it is there.
fn copy(template: &Path, path: &Path, owner: Option<&Credentials>) -> Result<()> {
    let mut from = File::open(template)
        .map_err(|cause| system(format!("Failed to open file '{}'", template.display()), &cause))?;
    if let Some(directory) = path.parent() {
        virt_sys::durable::make_directory(directory, 0o755)?;
    }
    let mut new = path.as_os_str().to_owned();
    new.push(".new");
    let new = Path::new(&new);
    let made = || -> io::Result<()> {
        let mut to = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(new)?;
        io::copy(&mut from, &mut to)?;
        to.sync_all()?;
        if let Some(owner) = owner {
            chown(new, Some(owner.user), Some(owner.group))?;
        }
        fs::rename(new, path)
    };
    let mut made = made;
    made().map_err(|cause| {
        let _ = fs::remove_file(new);
        system(format!("Failed to create file '{}'", path.display()), &cause)
    })
}

fn system(text: String, cause: &io::Error) -> Error {
    Error::system(Origin::Qemu, text, cause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::domain::os::{NvramTemplate, Os};

    #[test]
    fn variables_are_made_once() {
        let directory = std::env::temp_dir().join(format!("virt-nvram-{}", std::process::id()));
        fs::create_dir_all(&directory).unwrap();
        let (template, path) = (directory.join("template"), directory.join("nvram/web_VARS.fd"));
        fs::write(&template, "one").unwrap();
        let nvram = NvramTemplate {
            template: Some(template.display().to_string()),
            path: Some(path.display().to_string()),
            ..NvramTemplate::default()
        };
        let os = Os { nvram: Some(Box::new(nvram)), ..Os::default() };
        let mut document = Document { os: Some(Box::new(os)), ..Document::default() };
        prepare(&document, None).unwrap();
        fs::write(&template, "two").unwrap();
        prepare(&document, None).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
        fs::remove_file(&path).unwrap();
        document.os.as_mut().unwrap().nvram.as_mut().unwrap().template = None;
        assert!(prepare(&document, None).is_err());
        fs::remove_dir_all(&directory).unwrap();
    }
}
