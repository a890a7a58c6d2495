//! Firmware: a BIOS image, or UEFI in flash memory.

use super::blockdev::Image;
use super::blockdev_protocol::protocol;
use super::step::append_all;
use super::{Line, Options, Plan, Props};
use crate::emulator::Flag;
use virt_conf::domain::os::{Loader, LoaderType, NvramTemplate};
use virt_conf::domain::storage::{DiskType, Source, StorageFormat};
use virt_error::Result;
use virt_xml::YesNo;

/// The name of the block device of the firmware's code.
const CODE: &str = "libvirt-pflash0";
/// That of the firmware's variables.
const VARIABLES: &str = "libvirt-pflash1";

impl Plan<'_> {
    fn loader(&self) -> Option<&Loader> {
        self.domain.os.as_ref()?.loader.as_deref()
    }

    /// The firmware, where it lies in flash memory.
    fn flash(&self) -> Option<(&Loader, &str)> {
        let loader = self.loader().filter(|loader| loader.kind == Some(LoaderType::Pflash))?;
        Some((loader, loader.path.as_deref()?))
    }

    /// Where its variables lie.
    fn variables(&self) -> Option<&NvramTemplate> {
        let nvram = self.domain.os.as_ref()?.nvram.as_deref()?;
        let lies = nvram.path.is_some() || nvram.source.is_some();
        (lies && self.flash().is_some()).then_some(nvram)
    }
}

/// The block devices of flash memory.
pub fn flash(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let Some((loader, path)) = plan.flash() else { return Ok(()) };
    line.blockdev(file_storage(path, CODE).with("auto-read-only", true).with("discard", "unmap"));
    let read_only = loader.readonly != Some(YesNo(false));
    line.blockdev(format_layer(CODE, loader.format, read_only));

    let Some(nvram) = plan.variables() else { return Ok(()) };
    let layered = needs_layer(plan, nvram.format);
    let storage = match (&nvram.path, nvram.source.as_deref()) {
        (Some(path), _) => file_storage(path, VARIABLES),
        (None, Some(source)) => remote_storage(line, plan, nvram, source)?,
        (None, None) => return Ok(()),
    };
    if layered {
        line.blockdev(storage.with("auto-read-only", true).with("discard", "unmap"));
        line.blockdev(format_layer(VARIABLES, nvram.format, false));
    } else {
        line.blockdev(storage.with("read-only", false));
    }
    Ok(())
}

/// The block device of variables that lie elsewhere than in a file named by its path.
fn remote_storage(line: &mut Line, plan: &Plan<'_>, nvram: &NvramTemplate, source: &Source) -> Result<Props> {
    let image = Image::alone(nvram.kind.unwrap_or(DiskType::File), source, nvram.format);
    let (mut steps, name) = (Vec::new(), format!("{VARIABLES}-storage"));
    let mut node = protocol(plan, &image, &name, &mut steps)?;
    append_all(steps, line, plan)?;
    node.put("node-name", name);
    Ok(node)
}

fn file_storage(path: &str, name: &str) -> Props {
    Props::new().with("driver", "file").with("filename", path).with("node-name", format!("{name}-storage"))
}

fn format_layer(name: &str, format: Option<StorageFormat>, read_only: bool) -> Props {
    let format = format.unwrap_or(StorageFormat::Raw);
    let layer = Props::new()
        .with("node-name", format!("{name}-format"))
        .with("read-only", read_only)
        .with("driver", format.as_str())
        .with("file", format!("{name}-storage"));
    match format {
        StorageFormat::Qcow2 => layer.with("backing", serde_json::Value::Null),
        _ => layer,
    }
}

/// Raw images need no layer where block jobs can do without one.
fn needs_layer(plan: &Plan<'_>, format: Option<StorageFormat>) -> bool {
    let raw = matches!(format, None | Some(StorageFormat::Raw));
    !raw || !plan.emulator.has(Flag::BlockjobBackingMaskProtocol)
}

/// The machine's flash memory.
pub fn put_machine(machine: &mut Options, plan: &Plan<'_>) {
    if plan.flash().is_none() {
        return;
    }
    machine.put("pflash0", format_args!("{CODE}-format"));
    if let Some(nvram) = plan.variables() {
        let layer = if needs_layer(plan, nvram.format) { "format" } else { "storage" };
        machine.put("pflash1", format_args!("{VARIABLES}-{layer}"));
    }
}

/// A BIOS image; and whether flash memory can be written by System Management Mode alone.
pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let Some(loader) = plan.loader() else { return Ok(()) };
    match loader.kind {
        Some(LoaderType::Pflash) => {
            if loader.secure == Some(YesNo(true)) {
                line.pair("-global", "driver=cfi.pflash01,property=secure,value=on");
            }
        }
        Some(LoaderType::Rom) | None => {
            if let Some(path) = &loader.path {
                line.pair("-bios", path);
            }
        }
    }
    Ok(())
}
