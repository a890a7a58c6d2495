//! What a guest shows: pictures of its screens, and viewers that are let in.

use crate::{connection::QemuConnection, emulator::Flag, monitor::Monitor};
use serde_json::{Value, json};
use std::{
    fs::{self, File, OpenOptions},
    os::{
        fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd},
        unix::{fs::OpenOptionsExt, net::UnixStream},
    },
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};
use virt_conf::domain::{Domain as Document, graphics::GraphicsType};
use virt_core::{
    connection::check_flags, constants::*, descriptor_stream, records::Domain, stream::StreamBox,
};
use virt_error::{Error, Origin, Result, bail};

/// The name under which the emulator gets a viewer's descriptor.
const VIEWER: &str = "graphicsfd";

/// The device that shows a screen, and the screen's number there. Screens count through all devices.
///
/// Errors: `VIR_ERR_OPERATION_UNSUPPORTED` without any, `VIR_ERR_OPERATION_INVALID` for one that is not there.
fn device(document: &Document, screen: u32) -> Result<(Option<&str>, u32)> {
    let videos = &document.devices.videos;
    if videos.is_empty() {
        bail!(Qemu, OperationUnsupported, "no screens to take screenshot from");
    }
    let mut head = screen;
    for video in videos {
        let heads = video.model.as_ref().and_then(|model| model.heads).unwrap_or(1).max(1);
        if head < heads {
            return Ok((video.info.alias.as_ref().map(|alias| alias.0.as_str()), head));
        }
        head -= heads;
    }
    bail!(Qemu, OperationInvalid, "no such screen ID")
}

impl QemuConnection {
    /// A picture of a screen and what kind of file it is.
    pub(super) fn screenshot(
        &self,
        dom: &Domain,
        screen: u32,
        flags: u32,
    ) -> Result<(StreamBox, Option<String>)> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainScreenshot")?;
        let (state, run) = self.run(dom)?;
        let (device, head) = device(&state.def, screen)?;
        let png = run.running.emulator.has(Flag::ScreenshotFormatPng);
        let (written, read) = nameless_file(&self.state.directories.cache)?;
        let picture = Picture { device, head, format: png.then_some("png") };
        take(run.monitor(), &picture, written.as_fd())?;
        let kind = if png { "image/png" } else { "image/x-portable-pixmap" };
        Ok((descriptor_stream::source(read)?, Some(kind.to_owned())))
    }

    /// Has the screens that others look at read their certificates again.
    pub(super) fn reload_graphics(&self, dom: &Domain, kind: u32, flags: u32) -> Result<()> {
        const ANY: u32 = VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY as u32;
        const VNC: u32 = VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC as u32;
        check_flags(flags, 0, Origin::Qemu, "qemuDomainGraphicsReload")?;
        if !matches!(kind, ANY | VNC) {
            bail!(Qemu, InvalidArg, "unsupported graphics type {kind}");
        }
        let (state, run) = self.run(dom)?;
        if !run.running.emulator.has(Flag::DisplayReload) {
            bail!(Qemu, OperationUnsupported, "this QEMU cannot reload the certificates of its screens");
        }
        let graphics = &state.def.devices.graphics;
        if !graphics.iter().any(|graphics| graphics.kind == Some(GraphicsType::Vnc)) {
            bail!(Qemu, OperationInvalid, "VNC is not used by the domain");
        }
        run.monitor().run("display-reload", json!({"type": "vnc", "tls-certs": true})).map(drop)
    }

    /// Lets whoever is at the other end of the descriptor look at a screen.
    pub(super) fn open_graphics(
        &self,
        dom: &Domain,
        index: u32,
        flags: u32,
        files: &[BorrowedFd<'_>],
    ) -> Result<()> {
        check_flags(flags, VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH, Origin::Qemu, "qemuDomainOpenGraphics")?;
        let [fd] = files else { bail!(Qemu, InvalidArg, "exactly one file descriptor is needed") };
        self.admit(dom, index, *fd, flags)
    }

    /// The same, with a descriptor of its own that looks at the screen.
    pub(super) fn open_graphics_fd(&self, dom: &Domain, index: u32, flags: u32) -> Result<Vec<OwnedFd>> {
        check_flags(flags, VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH, Origin::Qemu, "qemuDomainOpenGraphicsFD")?;
        let (theirs, ours) = UnixStream::pair()
            .map_err(|cause| Error::system(Origin::Qemu, "cannot create a pair of sockets", &cause))?;
        self.admit(dom, index, theirs.as_fd(), flags)?;
        Ok(vec![ours.into()])
    }

    fn admit(&self, dom: &Domain, index: u32, fd: BorrowedFd<'_>, flags: u32) -> Result<()> {
        let (state, monitor) = self.monitor(dom)?;
        let graphics = usize::try_from(index).ok().and_then(|index| state.def.devices.graphics.get(index));
        let Some(graphics) = graphics else {
            bail!(Qemu, InternalError, "No graphics backend with index {index}");
        };
        let protocol = match graphics.kind {
            Some(GraphicsType::Vnc) => "vnc",
            Some(GraphicsType::Spice) => "spice",
            Some(GraphicsType::Dbus) => "@dbus-display",
            other => {
                let name = other.map_or_else(String::new, |kind| kind.to_string());
                bail!(
                    Qemu,
                    InternalError,
                    "Can only open VNC, SPICE or D-Bus p2p graphics backends, not {name}"
                )
            }
        };
        monitor.add_client(protocol, VIEWER, fd, flags & VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH != 0)
    }
}

/// What a picture is taken of.
struct Picture<'a> {
    device: Option<&'a str>,
    head: u32,
    format: Option<&'a str>,
}

/// Has the emulator write a picture to a descriptor. No file of that name need be reachable for it.
fn take(monitor: &Monitor, picture: &Picture<'_>, file: BorrowedFd<'_>) -> Result<()> {
    let added = monitor.run_with_fd("add-fd", json!({"opaque": "screenshot"}), file)?;
    let Some(set) = added.get("fdset-id").and_then(Value::as_u64) else {
        bail!(Qemu, InternalError, "add-fd reply was missing 'fdset-id'");
    };
    let mut arguments = json!({"filename": format!("/dev/fdset/{set}")});
    // The first screen of all needs no name, and old emulators know no other.
    if let Some(device) = picture.device {
        arguments["device"] = device.into();
        arguments["head"] = picture.head.into();
    }
    if let Some(format) = picture.format {
        arguments["format"] = format.into();
    }
    let mut answers =
        monitor.run_all(&[("screendump", arguments), ("remove-fd", json!({"fdset-id": set}))]).into_iter();
    answers.next().map_or(Ok(()), |answer| answer.map(drop))
}

/// A file without a name, for one who writes and one who reads.
fn nameless_file(directory: &Path) -> Result<(File, File)> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = directory.join(format!("qemu.screendump.{}.{number}", std::process::id()));
    let open = || {
        let written = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
        let read = File::open(format!("/proc/self/fd/{}", written.as_raw_fd()));
        fs::remove_file(&path)?;
        Ok((written, read?))
    };
    open().map_err(|cause| {
        Error::system(Origin::Qemu, format!("cannot create a file in '{}'", directory.display()), &cause)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use virt_error::Code;

    #[test]
    fn screens_count_through_the_devices() {
        let xml = "<domain type='qemu'><name>a</name><memory>1024</memory><os><type arch='x86_64'>hvm</type></os>\
            <devices>VIDEOS</devices></domain>";
        let videos = "<video><model type='qxl' heads='2'/><alias name='ua-one'/></video>\
            <video><model type='virtio'/><alias name='ua-two'/></video>";
        let read = |videos: &str| {
            let flags = virt_conf::domain::ParseFlags::default();
            Document::parse(&xml.replace("VIDEOS", videos), flags, &crate::state::bare_host()).unwrap()
        };
        let document = read(videos);
        let found: Vec<_> = (0..3).map(|screen| device(&document, screen).unwrap()).collect();
        assert_eq!(found, [(Some("ua-one"), 0), (Some("ua-one"), 1), (Some("ua-two"), 0)]);
        assert_eq!(device(&document, 3).unwrap_err().code(), Code::OperationInvalid);
        assert_eq!(device(&read(""), 0).unwrap_err().code(), Code::OperationUnsupported);
    }

    #[test]
    fn what_one_writes_the_other_reads_and_no_name_is_left() {
        let directory = std::env::temp_dir().join(format!("virt-screen-{}", std::process::id()));
        fs::create_dir(&directory).unwrap();
        let (mut written, mut read) = nameless_file(&directory).unwrap();
        written.write_all(b"P6").unwrap();
        let mut text = String::new();
        read.read_to_string(&mut text).unwrap();
        assert_eq!(text, "P6");
        fs::remove_dir(&directory).unwrap();
    }
}
