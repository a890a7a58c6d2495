//! A look into a guest's memory and at its disks, and what speaks against its configuration.

use super::single::find;
use crate::connection::QemuConnection;
use std::{
    fs, io,
    os::unix::fs::FileExt,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};
use virt_conf::domain::{VirtType, storage::StorageFormat};
use virt_core::{constants::*, domain::DomainHost, records::Domain};
use virt_error::{Error, Origin, Result, bail, error};

/// A file that is gone when this is dropped.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

impl QemuConnection {
    pub(in crate::domain) fn memory_peek(
        &self,
        dom: &Domain,
        offset: u64,
        size: u32,
        flags: u32,
    ) -> Result<Vec<u8>> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let physical = match flags {
            VIR_MEMORY_VIRTUAL => false,
            VIR_MEMORY_PHYSICAL => true,
            _ => bail!(Qemu, InvalidArg, "flags parameter must be VIR_MEMORY_VIRTUAL or VIR_MEMORY_PHYSICAL"),
        };
        let (_, run) = self.run(dom)?;
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("qemu.mem.{}-{count}", std::process::id());
        // The emulator writes it, so it lies where the emulator may write.
        let file = Temporary(run.running.directory.join(name));
        let Some(path) = file.0.to_str() else {
            bail!(Qemu, InternalError, "the path '{}' is not text", file.0.display());
        };
        run.monitor().save_memory(physical, offset, u64::from(size), path)?;
        let mut data = vec![0; size as usize];
        fs::File::open(&file.0).and_then(|file| file.read_exact_at(&mut data, 0)).map_err(|cause| {
            let text = format!("failed to read temporary file created with template {}", file.0.display());
            Error::system(Origin::Qemu, text, &cause)
        })?;
        Ok(data)
    }

    pub(in crate::domain) fn block_peek(
        &self,
        dom: &Domain,
        path: &str,
        offset: u64,
        size: u32,
    ) -> Result<Vec<u8>> {
        let state = self.state.snapshot(dom)?;
        let disk =
            find(&state, path).ok_or_else(|| error!(Qemu, InvalidArg, "invalid disk or path '{path}'"))?;
        let format = disk.driver.as_ref().and_then(|driver| driver.kind).unwrap_or(StorageFormat::Raw);
        if format != StorageFormat::Raw {
            bail!(
                Qemu,
                OperationUnsupported,
                "peeking is only supported for disk with 'raw' format not '{format}'"
            );
        }
        let Some(source) = disk.source_path() else {
            bail!(
                Qemu,
                InvalidArg,
                "disk '{}' does not currently have a source assigned",
                disk.target_name()
            );
        };
        let failed = |cause: &io::Error| {
            Error::system(Origin::Qemu, format!("{source}: failed to seek or read"), cause)
        };
        let file = virt_sys::image::open(source.as_ref()).map_err(|cause| failed(&cause))?;
        let mut data = vec![0; size as usize];
        file.read_exact_at(&mut data, offset).map_err(|cause| failed(&cause))?;
        Ok(data)
    }

    /// What support wants to know of a guest, and what will not be there in a later emulator.
    pub(in crate::domain) fn messages(&self, dom: &Domain, flags: u32) -> Result<Vec<String>> {
        let wanted = |flag: i32| flags == 0 || flags & flag as u32 != 0;
        let state = self.state.snapshot(dom)?;
        let Some(run) = state.extra.run.as_ref().filter(|_| state.is_active()) else { return Ok(Vec::new()) };
        let mut messages = Vec::new();
        if wanted(VIR_DOMAIN_MESSAGE_TAINTING) {
            messages.extend(run.taints().iter().map(|word| format!("tainted: {}", describe_taint(word))));
        }
        if wanted(VIR_DOMAIN_MESSAGE_DEPRECATION) {
            let accelerated = run.running.emulator.accelerated(state.def.kind == Some(VirtType::Kvm));
            if let Some(machine) =
                accelerated.machine(state.def.machine()).filter(|machine| machine.deprecated)
            {
                messages.push(format!("deprecated configuration: machine type '{}'", machine.name));
            }
            let model = state
                .def
                .cpu
                .as_ref()
                .and_then(|cpu| cpu.model.as_ref())
                .and_then(|model| model.name.as_deref());
            let model = model.filter(|name| {
                accelerated.models.iter().any(|model| model.name == *name && model.deprecated)
            });
            messages.extend(model.map(|name| format!("deprecated configuration: CPU model '{name}'")));
        }
        Ok(messages)
    }
}

/// libvirt's text for its word.
fn describe_taint(word: &str) -> &str {
    match word {
        "custom-argv" => "custom configuration parameters specified",
        "custom-monitor" => "custom monitor control commands issued",
        "high-privileges" => "running with undesirable elevated privileges",
        "shell-scripts" => "network configuration using opaque shell scripts",
        "disk-probing" => "potentially unsafe disk format probing",
        "external-launch" => "managing externally launched configuration",
        "host-cpu" => "potentially unsafe use of host CPU passthrough",
        "hook-script" => "configuration potentially modified by hook script",
        "cdrom-passthrough" => "use of host cdrom passthrough",
        "custom-dtb" => "custom device tree blob used",
        "custom-ga-command" => "custom guest agent control commands issued",
        "custom-hypervisor-feature" => "hypervisor feature autodetection override",
        "deprecated-config" => "use of deprecated configuration settings",
        "custom-device" => "custom device configuration",
        other => other,
    }
}
