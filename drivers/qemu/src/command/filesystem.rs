//! Filesystems.

use super::address::{alias, put_address, put_virtio, virtio_driver, zpci};
use super::chardev_backend::Chardev;
use super::step::append_all;
use super::{Line, Options, Plan, Props, Step, refuse};
use virt_conf::domain::filesystem::{
    AccessMode, Filesystem, FilesystemDriverType, FilesystemType, Multidevs, Octal, WritePolicy,
};
use virt_error::{Result, bail};
use virt_xml::Value;

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for filesystem in &plan.domain.devices.filesystems {
        append_all(steps(plan, filesystem)?, line, plan)?;
    }
    Ok(())
}

/// What makes a filesystem.
pub fn steps(plan: &Plan<'_>, filesystem: &Filesystem) -> Result<Vec<Step>> {
    let driver = filesystem.driver.as_ref().and_then(|driver| driver.kind);
    match driver.unwrap_or(FilesystemDriverType::Default) {
        FilesystemDriverType::Default | FilesystemDriverType::Path | FilesystemDriverType::Handle => {
            shared_directory(plan, filesystem)
        }
        FilesystemDriverType::Virtiofs => virtiofs(plan, filesystem),
        other => Err(refuse(&format!("<driver type='{other}'> of a filesystem"))),
    }
}

/// The socket of the virtiofsd that serves a filesystem.
pub fn virtiofs_socket(plan: &Plan<'_>, filesystem: &Filesystem) -> Result<String> {
    if let Some(socket) = filesystem.source.as_ref().and_then(|source| source.socket.clone()) {
        return Ok(socket);
    }
    let name = format!("{}-fs.sock", alias(&filesystem.info)?);
    Ok(plan.directory().join(name).to_string_lossy().into_owned())
}

fn virtiofs(plan: &Plan<'_>, filesystem: &Filesystem) -> Result<Vec<Step>> {
    let id = alias(&filesystem.info)?;
    let chardev = format!("chr-vu-{id}");
    let socket = virtiofs_socket(plan, filesystem)?;
    let mut steps = vec![Step::Chardev(Box::new(Chardev::client(chardev.clone(), &socket, None)))];
    steps.extend(zpci(&filesystem.info)?.map(Step::Device));
    let mut props = Props::device(virtio_driver("vhost-user-fs", &filesystem.info, filesystem.model)?);
    props.put("id", id);
    props.put("chardev", chardev);
    let driver = filesystem.driver.as_deref();
    props.put_some("queue-size", driver.and_then(|driver| driver.queue).filter(|&size| size > 0));
    props.put_some("tag", filesystem.target.as_deref());
    props.put_some("bootindex", plan.boot_index(&filesystem.info));
    put_options(&mut props, filesystem);
    put_address(&mut props, plan, &filesystem.info)?;
    steps.push(Step::Device(props));
    Ok(steps)
}

fn put_options(props: &mut Props, filesystem: &Filesystem) {
    if let Some(driver) = filesystem.driver.as_deref() {
        put_virtio(props, [driver.iommu, driver.ats, driver.packed, driver.page_per_vq]);
    }
}

/// `0755`
fn mode(bits: &Octal) -> String {
    let mut text = String::new();
    bits.write(&mut text);
    text
}

fn shared_directory(plan: &Plan<'_>, filesystem: &Filesystem) -> Result<Vec<Step>> {
    if filesystem.kind.is_some_and(|kind| kind != FilesystemType::Mount) {
        bail!(Qemu, ConfigUnsupported, "only supports mount filesystem type");
    }
    let id = alias(&filesystem.info)?;
    let driver = filesystem.driver.as_deref();
    let handle = driver.and_then(|driver| driver.kind) == Some(FilesystemDriverType::Handle);
    let mut options = Options::new(if handle { "handle" } else { "local" });
    if !handle {
        let model = match filesystem.accessmode {
            Some(AccessMode::Mapped) => "mapped",
            Some(AccessMode::Squash) => "none",
            _ => "passthrough",
        };
        options.put("security_model", model);
        let devices = filesystem.multidevs.filter(|&one| one != Multidevs::Default);
        options.put_some("multidevs", devices);
        options.put_some("fmode", filesystem.fmode.as_ref().map(mode));
        options.put_some("dmode", filesystem.dmode.as_ref().map(mode));
    }
    if driver.and_then(|driver| driver.wrpolicy) == Some(WritePolicy::Immediate) {
        options.put("writeout", "immediate");
    }
    options.put("id", format!("fsdev-{id}"));
    options.put_some("path", filesystem.source.as_ref().and_then(|source| source.dir.as_ref()));
    if filesystem.readonly {
        options.put_on("readonly", true);
    }
    let mut steps = vec![Step::Start("-fsdev", options.to_string())];
    steps.extend(zpci(&filesystem.info)?.map(Step::Device));
    let mut props = Props::device(virtio_driver("virtio-9p", &filesystem.info, filesystem.model)?);
    put_options(&mut props, filesystem);
    props.put("id", id);
    props.put("fsdev", format!("fsdev-{id}"));
    props.put_some("mount_tag", filesystem.target.as_deref());
    put_address(&mut props, plan, &filesystem.info)?;
    steps.push(Step::Device(props));
    Ok(steps)
}
