//! What is made on the host before an emulator starts: directories, keys, sockets, ports, helper programs, devices.

use super::{
    graphics,
    network::{self, Place},
    nvram,
    start::Start,
    tpm,
    traces::{Trace, Traces},
};
use crate::{
    command::{CommandLine, Prepared, secret::KEY_SIZE},
    settings::Settings,
};
use std::{
    fs::{DirBuilder, File, Permissions, set_permissions},
    io::{self, Read},
    os::{
        fd::OwnedFd,
        unix::fs::{DirBuilderExt, PermissionsExt, chown},
    },
    path::{Path, PathBuf},
};
use virt_conf::domain::{
    Domain as Document,
    chardev::{ChardevSource, ChardevType, SourceMode},
    security::LaunchSecurity,
};
use virt_error::{Error, Origin, Result, error};
use virt_sys::process::Credentials;
use virt_xml::YesNo;

/// Where a guest would be among the host's control groups, which libvirt shows of the guests of privileged processes.
const PARTITION: &str = "/machine";

/// Makes everything that the emulator needs to find. What was made before an error stands in `traces`.
pub fn prepare(start: &mut Start<'_>, traces: &mut Traces) -> Result<Prepared> {
    let name = start.document.name().to_owned();
    let owner = credentials(start.settings)?;
    let directory = start.directories.domain(start.id, &name);
    let channels = start.directories.channels(start.id, &name);
    for path in [&directory, &channels] {
        make_private(path, owner.as_ref(), traces)?;
    }
    write_key(&directory.join("master-key.aes"), owner.as_ref())?;
    write_launch_files(&start.document, &directory, owner.as_ref())?;
    graphics::prepare(&mut start.document, start.settings, &directory, traces)?;
    if virt_sys::process::is_root() {
        let resource = start.document.resource.get_or_insert_default();
        resource.partition.get_or_insert_with(|| PARTITION.to_owned());
    }
    let mut prepared = Prepared::default();
    let places = [start.directories.run.join("channel"), start.directories.lib.join("channel/target")];
    channel_sockets(&mut start.document, &channels, &places, &mut prepared.chardevs, traces)?;
    let place = Place { directories: start.directories, id: start.id, name: &name };
    for interface in &mut start.document.devices.interfaces {
        prepared.interfaces.push(network::prepare(&place, interface, traces)?);
    }
    let settings = start.settings;
    if !start.document.devices.tpms.is_empty()
        && (settings.swtpm_user.is_some() || settings.swtpm_group.is_some())
    {
        return Err(error!(
            Qemu,
            ConfigUnsupported, "swtpm runs as the emulators' owner: swtpm_user and swtpm_group cannot be set"
        ));
    }
    tpm::prepare(&place, &start.document, !start.incoming, traces)?;
    nvram::prepare(&start.document, owner.as_ref())?;
    prepared.vsock = vsock(&mut start.document)?;
    Ok(prepared)
}

/// The guest's number among those that speak to the host over sockets.
fn vsock(document: &mut Document) -> Result<Option<OwnedFd>> {
    let Some(device) = document.devices.vsocks.first_mut() else { return Ok(None) };
    let cid = device.cid.get_or_insert_default();
    let automatic = cid.auto == Some(YesNo(true));
    let wanted = cid.address.filter(|_| !automatic);
    let (file, number) = virt_sys::vsock::take(wanted).map_err(|cause| match wanted {
        _ if matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied) => {
            let device = virt_sys::vsock::DEVICE;
            error!(Qemu, ConfigUnsupported, "unable to open vhost-vsock device: {device}: {cause}")
        }
        Some(number) => Error::system(Origin::None, format!("failed to set guest cid {number}"), &cause),
        None => Error::system(Origin::None, "failed to acquire guest cid", &cause),
    })?;
    cid.address = Some(number);
    Ok(Some(file))
}

/// Whom emulators run as, when it is somebody else than this process.
pub fn credentials(settings: &Settings) -> Result<Option<Credentials>> {
    let (user, group) = (settings.user.as_deref(), settings.group.as_deref());
    if user.is_none() && group.is_none() {
        return Ok(None);
    }
    let ours = Credentials::default();
    let wanted = Credentials::named(user, group)?;
    Ok((wanted.user != ours.user || wanted.group != ours.group).then_some(wanted))
}

/// A directory that only the emulator and we can enter; what a guest before this one left in it is gone.
fn make_private(path: &Path, owner: Option<&Credentials>, traces: &mut Traces) -> Result<()> {
    let failed = |cause: io::Error| {
        Error::system(Origin::Qemu, format!("cannot create directory '{}'", path.display()), &cause)
    };
    match std::fs::remove_dir_all(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(failed(cause)),
        _ => {}
    }
    traces.add(Trace::Directory(path.to_owned()));
    DirBuilder::new().recursive(true).mode(0o750).create(path).map_err(failed)?;
    set_permissions(path, Permissions::from_mode(0o750)).map_err(failed)?;
    own(path, owner)
}

fn own(path: &Path, owner: Option<&Credentials>) -> Result<()> {
    let Some(owner) = owner else { return Ok(()) };
    chown(path, Some(owner.user), Some(owner.group)).map_err(|cause| {
        let text = format!(
            "unable to set user and group to '{}:{}' on '{}'",
            owner.user,
            owner.group,
            path.display()
        );
        Error::system(Origin::Security, text, &cause)
    })
}

/// What an encrypted guest's owner gave for its launch, for the emulator to read.
fn write_launch_files(document: &Document, directory: &Path, owner: Option<&Credentials>) -> Result<()> {
    let Some(LaunchSecurity::Sev(sev)) = document.launch_security.as_deref() else { return Ok(()) };
    for (name, text) in [("dh_cert.base64", &sev.dh_cert), ("session.base64", &sev.session)] {
        if let Some(text) = text {
            let path = directory.join(name);
            virt_sys::durable::replace(&path, text.as_bytes(), 0o600)?;
            own(&path, owner)?;
        }
    }
    Ok(())
}

/// The key with which the secrets of this run are encrypted.
fn write_key(path: &Path, owner: Option<&Credentials>) -> Result<()> {
    let mut key = [0; KEY_SIZE];
    File::open("/dev/urandom")
        .and_then(|mut random| random.read_exact(&mut key))
        .map_err(|cause| Error::system(Origin::Qemu, "failed to generate random key", &cause))?;
    virt_sys::durable::replace(path, &key, 0o600)?;
    own(path, owner)
}

/// The directories of memory that is backed by files, those of them that the command line names.
pub fn memory_directories(start: &Start<'_>, line: &CommandLine, traces: &mut Traces) -> Result<()> {
    let owner = credentials(start.settings)?;
    let places = start.directories.memory_of(start.settings, start.id, start.document.name());
    for directory in places {
        let path = directory.to_string_lossy();
        if line.arguments.iter().any(|argument| argument.contains(&*path)) {
            if let Some(above) = directory.parent() {
                crate::directories::make(above)?;
            }
            make_private(&directory, owner.as_ref(), traces)?;
            let closed = set_permissions(&directory, Permissions::from_mode(0o700));
            closed.map_err(|cause| Error::system(Origin::Qemu, format!("cannot close '{path}'"), &cause))?;
        }
    }
    Ok(())
}

/// Paths for the channels that have none, and the listening sockets of all that listen.
fn channel_sockets(
    document: &mut Document,
    channels: &Path,
    places: &[PathBuf],
    sockets: &mut Vec<(String, OwnedFd)>,
    traces: &mut Traces,
) -> Result<()> {
    let devices = &mut document.devices;
    for channel in &mut devices.channels {
        let named = channel.target.as_ref().and_then(|target| target.name.clone());
        if channel.kind == Some(ChardevType::Unix) {
            if channel.source.sources.is_empty() {
                channel.source.sources.push(Default::default());
            }
            let source = &mut channel.source.sources[0];
            let is_of_run = |path: &String| places.iter().any(|place| Path::new(path).starts_with(place));
            // One that an earlier run was given stands in the document that was saved with its state.
            if source.path.as_ref().is_none_or(is_of_run) {
                source.mode = Some(SourceMode::Bind);
                source.path = Some(channels.join(file_name(named.as_deref())).display().to_string());
            }
        }
    }
    let mut ends: Vec<(Option<String>, Option<ChardevType>, &ChardevSource)> = Vec::new();
    let alias =
        |info: &virt_conf::domain::address::DeviceInfo| info.alias.as_ref().map(|alias| alias.0.clone());
    ends.extend(devices.serials.iter().map(|device| (alias(&device.info), device.kind, &device.source)));
    ends.extend(devices.parallels.iter().map(|device| (alias(&device.info), device.kind, &device.source)));
    ends.extend(devices.consoles.iter().map(|device| (alias(&device.info), device.kind, &device.source)));
    ends.extend(devices.channels.iter().map(|device| (alias(&device.info), device.kind, &device.source)));
    for (alias, kind, source) in ends {
        let (Some(alias), Some(ChardevType::Unix), Some(end)) = (alias, kind, source.sources.first()) else {
            continue;
        };
        let (Some(SourceMode::Bind), Some(path)) = (end.mode, &end.path) else { continue };
        // A console may be the same device as a serial port.
        if sockets.iter().any(|(other, _)| *other == alias) {
            continue;
        }
        let path = PathBuf::from(path);
        let listener = virt_sys::unix_socket::listen(&path, 0o775).map_err(|cause| {
            Error::system(Origin::Qemu, format!("Failed to bind socket to '{}'", path.display()), &cause)
        })?;
        traces.add(Trace::File(path));
        sockets.push((alias, listener.into()));
    }
    Ok(())
}

/// The name of a channel as the name of its socket; one that is none gets another.
fn file_name(name: Option<&str>) -> String {
    match name {
        None => "channel".to_owned(),
        Some("." | "..") => "channel".to_owned(),
        Some(name) => name.replace(['/', '\0'], "_"),
    }
}
