//! The emulator of a guest's trusted platform module: `swtpm`, and the state that it keeps between runs.

use super::{
    helper,
    network::Place,
    traces::{Trace, Traces},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};
use virt_conf::domain::{
    Domain as Document,
    tpm::{PcrBanks, TpmBackend, TpmBackendType, TpmVersion},
};
use virt_error::{Error, Origin, Result, bail, error};
use virt_sys::process::Command;

/// How long the making of keys and certificates may take.
const SETUP: Duration = Duration::from_secs(120);
const MOST: usize = 64 << 10;

/// The module of a guest that is emulated.
fn emulated(document: &Document) -> Option<&TpmBackend> {
    let backends = document.devices.tpms.iter().filter_map(|tpm| tpm.backend.as_deref());
    backends.into_iter().find(|backend| backend.kind == Some(TpmBackendType::Emulator))
}

/// The directory of a module's state.
fn state_directory(place: &Place<'_>, document: &Document, version: TpmVersion) -> PathBuf {
    let directory = place.directories.swtpm_lib.join(document.uuid().to_string());
    directory.join(if version == TpmVersion::V1 { "tpm1.2" } else { "tpm2" })
}

/// `swtpm/1-web-swtpm` where what runs is; socket and pid file begin with it.
fn base(place: &Place<'_>, ending: &str) -> PathBuf {
    let short = crate::directories::short_name(place.id, place.name);
    let short = short.strip_prefix("domain-").unwrap_or(&short);
    place.directories.swtpm_run.join(format!("{short}-swtpm{ending}"))
}

/// Starts the emulator of the guest's module, which is made first when it is new. Without `create`, for a guest whose
/// state comes from elsewhere, nothing is made.
///
/// Errors: `VIR_ERR_OPERATION_UNSUPPORTED` where the programs are missing, `VIR_ERR_INTERNAL_ERROR` with what they say.
pub fn prepare(place: &Place<'_>, document: &Document, create: bool, traces: &mut Traces) -> Result<()> {
    let Some(backend) = emulated(document) else { return Ok(()) };
    if backend.encryption.is_some() {
        bail!(Qemu, ConfigUnsupported, "<encryption> of <tpm>: this connection has no secrets");
    }
    if backend.source.is_some() {
        bail!(Qemu, ConfigUnsupported, "<source> of an emulated <tpm> is not supported by this connection");
    }
    if backend.profile.is_some() {
        bail!(Qemu, ConfigUnsupported, "<profile> of <tpm> is not supported by this connection");
    }
    let version = match backend.version {
        Some(TpmVersion::V1) => TpmVersion::V1,
        _ => TpmVersion::V2,
    };
    let state = state_directory(place, document, version);
    let log = place.directories.swtpm_log.join(format!("{}-swtpm.log", place.name));
    for directory in [&state, &place.directories.swtpm_run, &place.directories.swtpm_log] {
        virt_sys::durable::make_directory(directory, 0o700)?;
    }
    let is_new = fs::read_dir(&state).map_err(|cause| unreadable(&state, &cause))?.next().is_none();
    if is_new && create {
        let made = set_up(backend, version, document, &state, &log);
        if let Err(error) = made {
            // Half a module would be taken for a whole one next time.
            let _ = fs::remove_dir_all(&state);
            return Err(error);
        }
    }
    let socket = base(place, ".sock");
    traces.add(Trace::File(socket.clone()));
    let pid_file = base(place, ".pid");
    let mut words: Vec<String> = ["socket", "--daemon", "--ctrl"].map(str::to_owned).into();
    words.push(format!("type=unixio,path={},mode=0600", quoted(&socket)?));
    words.extend(["--tpmstate".to_owned(), format!("dir={},mode=0600", quoted(&state)?)]);
    words.extend(["--log".to_owned(), format!("file={}", quoted(&log)?)]);
    words.push("--terminate".to_owned());
    if version == TpmVersion::V2 {
        words.push("--tpm2".to_owned());
    }
    words.extend(["--pid".to_owned(), format!("file={}", quoted(&pid_file)?)]);
    helper::start_daemon("swtpm", words, &pid_file, traces)
}

/// Makes a module: its keys and its certificates.
fn set_up(
    backend: &TpmBackend,
    version: TpmVersion,
    document: &Document,
    state: &Path,
    log: &Path,
) -> Result<()> {
    // Without privileges the authority that signs certificates is the user's own, in the user's home.
    let program = helper::find("swtpm_setup")?;
    let command = || {
        let names = ["PATH", "HOME", "USER", "LOGNAME", "XDG_CONFIG_HOME", "TMPDIR"];
        names.iter().fold(Command::new(&program), |command, name| command.env_from_ours(name))
    };
    if !virt_sys::process::is_root() {
        let output = command().args(["--create-config-files", "skip-if-exist"]).run(SETUP, MOST)?;
        if !output.finished.success() {
            let said = output.stderr_text();
            bail!(
                Qemu,
                InternalError,
                "Could not create config files for swtpm. {}; {}",
                output.finished,
                said.trim()
            );
        }
    }
    let mut command = command();
    if version == TpmVersion::V2 {
        command = command.arg("--tpm2");
        if let Some(banks) = backend.active_pcr_banks.as_deref().and_then(banks) {
            command = command.arg("--pcr-banks").arg(banks);
        }
    }
    let output = command
        .arg("--tpm-state")
        .arg(state)
        .arg("--vmid")
        .arg(format!("{}:{}", document.name(), document.uuid()))
        .arg("--logfile")
        .arg(log)
        .args(["--createek", "--create-ek-cert", "--create-platform-cert", "--lock-nvram", "--not-overwrite"])
        .run(SETUP, MOST)?;
    if output.finished.success() {
        return Ok(());
    }
    bail!(
        Qemu,
        InternalError,
        "Could not run 'swtpm_setup'. {}; Check error log '{}' for details.",
        output.finished,
        log.display()
    )
}

/// The banks that are switched on, in `swtpm_setup`'s words.
fn banks(banks: &PcrBanks) -> Option<String> {
    let all =
        [(banks.sha1, "sha1"), (banks.sha256, "sha256"), (banks.sha384, "sha384"), (banks.sha512, "sha512")];
    let chosen: Vec<&str> = all.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect();
    (!chosen.is_empty()).then(|| chosen.join(","))
}

/// A path as a value among others that commas part.
fn quoted(path: &Path) -> Result<String> {
    let text = path.display().to_string();
    match text.contains(',') {
        true => Err(error!(Qemu, ConfigUnsupported, "swtpm cannot be given the path '{text}'")),
        false => Ok(text),
    }
}

fn unreadable(directory: &Path, cause: &io::Error) -> Error {
    Error::system(Origin::None, format!("cannot open directory '{}'", directory.display()), cause)
}

/// Notes the emulator that an earlier process started.
pub fn keep(place: &Place<'_>, document: &Document, traces: &mut Traces) {
    if emulated(document).is_some() {
        traces.add(Trace::File(base(place, ".sock")));
        helper::keep(&base(place, ".pid"), "swtpm", traces);
    }
}

/// Forgets the state of a guest's module, when the guest is undefined.
///
/// Errors: `VIR_ERR_SYSTEM_ERROR`.
pub fn forget(directories: &crate::directories::Directories, document: &Document) -> Result<()> {
    let directory = directories.swtpm_lib.join(document.uuid().to_string());
    match fs::remove_dir_all(&directory) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            let text = format!("cannot delete directory '{}'", directory.display());
            Err(Error::system(Origin::None, text, &cause))
        }
        _ => Ok(()),
    }
}
