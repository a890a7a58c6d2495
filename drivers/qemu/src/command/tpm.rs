//! Trusted platform modules: the host's, or an emulator's beside QEMU.

use super::address::{alias, put_address};
use super::{Line, Options, Plan, Props, refuse};
use std::path::PathBuf;
use virt_conf::domain::tpm::{Tpm, TpmBackendType, TpmModel};
use virt_error::{Result, bail};

/// The character device that leads to the emulator.
const CHARDEV: &str = "chrtpm";

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for tpm in &plan.domain.devices.tpms {
        if tpm.model != Some(TpmModel::SpaprProxy) {
            backend(line, plan, tpm)?;
            line.device(&tpm.info, device_json(plan, tpm)?)?;
        }
    }
    Ok(())
}

/// The host's module, shown to a guest that runs guests of its own on pSeries.
pub fn proxy(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for tpm in plan.domain.devices.tpms.iter().filter(|tpm| tpm.model == Some(TpmModel::SpaprProxy)) {
        let path = tpm.backend.as_ref().and_then(|backend| backend.device.as_deref());
        let device = Props::device("spapr-tpm-proxy").with("id", alias(&tpm.info)?);
        line.device(&tpm.info, device.with_some("host-path", path))?;
    }
    Ok(())
}

fn backend_id(tpm: &Tpm) -> Result<String> {
    Ok(format!("tpm-{}", alias(&tpm.info)?))
}

fn backend(line: &mut Line, plan: &Plan<'_>, tpm: &Tpm) -> Result<()> {
    let id = backend_id(tpm)?;
    let Some(backend) = tpm.backend.as_deref() else { bail!(Qemu, XmlError, "missing TPM device backend") };
    match backend.kind {
        Some(TpmBackendType::Passthrough) => {
            let mut options = Options::new("passthrough").with("id", id);
            let Some((device, cancel)) = line.prepared.tpm.take() else {
                let path = backend.device.as_deref().unwrap_or("/dev/tpm0");
                options.put("path", path);
                options.put("cancel-path", cancel_path(path));
                line.pair("-tpmdev", options);
                return Ok(());
            };
            let (device, cancel) = (line.file_set(device), line.file_set(cancel));
            options.put("path", device);
            options.put("cancel-path", cancel);
            line.pair("-tpmdev", options);
        }
        Some(TpmBackendType::Emulator) => {
            let path = emulator_socket(plan);
            line.chardev(Options::new("socket").with("id", CHARDEV).with("path", path.display()));
            line.pair("-tpmdev", Options::new("emulator").with("id", id).with("chardev", CHARDEV));
        }
        Some(TpmBackendType::External) => {
            let source = backend.source.as_deref();
            if source.is_some_and(|source| source.mode.as_deref() == Some("bind")) {
                return Err(refuse("<source mode='bind'> of <tpm>"));
            }
            let mut options = Options::new("socket").with("id", CHARDEV);
            options.put_some("path", source.and_then(|source| source.path.as_deref()));
            line.chardev(options);
            line.pair("-tpmdev", Options::new("emulator").with("id", id).with("chardev", CHARDEV));
        }
        Some(TpmBackendType::Default) | None => bail!(Qemu, XmlError, "missing TPM device backend type"),
    }
    Ok(())
}

/// Where the emulator of the guest's module listens.
pub fn emulator_socket(plan: &Plan<'_>) -> PathBuf {
    let name = plan.short_name();
    plan.directories.swtpm_run.join(format!("{}-swtpm.sock", name.trim_start_matches('-')))
}

/// The file by which a command that the module is busy with can be given up.
fn cancel_path(device: &str) -> String {
    let name = device.rsplit('/').next().unwrap_or(device);
    format!("/sys/class/tpm/{name}/device/cancel")
}

/// The device of a module.
pub fn device_json(plan: &Plan<'_>, tpm: &Tpm) -> Result<Props> {
    let isa = plan.is_x86();
    let driver = match tpm.model {
        Some(TpmModel::Tis) if !isa => "tpm-tis-device",
        Some(TpmModel::Default) | None => bail!(Qemu, InternalError, "the TPM of the guest has no model"),
        Some(model) => model.as_str(),
    };
    let mut device = Props::device(driver).with("tpmdev", backend_id(tpm)?).with("id", alias(&tpm.info)?);
    put_address(&mut device, plan, &tpm.info)?;
    Ok(device)
}
