//! Jobs that are begun.

use super::{
    chain, check_no_job, disk,
    job::{BlockJob, Kind, Phase},
    node, place, shown, speed,
};
use crate::{
    command::{Plan, blockdev, blockdev::Image},
    connection::QemuConnection,
    domain::{
        DomainChange, Run,
        plug::{Making, plan},
        status,
    },
    emulator::Flag,
    image,
    monitor::Monitor,
};
use serde_json::{Value, json};
use std::{
    fs::{self, OpenOptions},
    os::unix::fs::OpenOptionsExt,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use virt_conf::domain::{
    Domain as Document,
    disk::{Disk, DiskDriver, Mirror, MirrorJob, MirrorReady},
    storage::{BackingStore, DiskType, Format, Source, StorageFormat},
};
use virt_core::{
    connection::check_flags, constants::*, params::Value as ParamValue, records::Domain, types::Params,
};
use virt_error::{Error, Origin, Result, bail, error};
use virt_xml::Reading;

/// How long an image may take to be made.
const CREATE: Duration = Duration::from_secs(120);

impl QemuConnection {
    pub(in crate::domain) fn block_pull(
        &self,
        dom: &Domain,
        path: &str,
        base: Option<&str>,
        bandwidth: u64,
        bytes: bool,
    ) -> Result<()> {
        let speed = speed(bandwidth, bytes)?;
        let (_change, run, document) = self.disk_work(dom, "virDomainBlockRebase")?;
        let disk = disk(&document, path)?;
        check_no_job(&run, disk)?;
        let images = chain(disk)?;
        let base = base.map(|name| place(disk, &images, name)).transpose()?;
        if base == Some(0) {
            bail!(Qemu, InvalidArg, "the base of a pull is the image itself that is pulled into");
        }
        let plan = plan(&self.state, &run, &document);
        let top = node(&plan, &images[0])?;
        let id = format!("pull-{}-{top}", disk.target_name());
        let mut arguments =
            json!({"job-id": id, "device": top, "auto-finalize": true, "auto-dismiss": false});
        put_common(&mut arguments, &plan, speed);
        if let Some(base) = base {
            arguments["base-node"] = node(&plan, &images[base])?.into();
        }
        let kind = Kind::Pull { base: base.map(|base| images[base].index) };
        begin(&run, disk, id, kind, "block-stream", arguments)
    }

    pub(in crate::domain) fn block_rebase(
        &self,
        dom: &Domain,
        path: &str,
        base: Option<&str>,
        bandwidth: u64,
        flags: u32,
    ) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_BLOCK_REBASE_SHALLOW
            | VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT
            | VIR_DOMAIN_BLOCK_REBASE_COPY_RAW
            | VIR_DOMAIN_BLOCK_REBASE_COPY
            | VIR_DOMAIN_BLOCK_REBASE_COPY_DEV
            | VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES;
        check_flags(flags, KNOWN, Origin::Qemu, "qemuDomainBlockRebase")?;
        let has = |flag: u32| flags & flag != 0;
        let bytes = has(VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES);
        if !has(VIR_DOMAIN_BLOCK_REBASE_COPY) {
            return self.block_pull(dom, path, base, bandwidth, bytes);
        }
        let base = base.ok_or_else(|| error!(Qemu, InvalidArg, "a copy needs a destination"))?;
        let speed = speed(bandwidth, bytes)?;
        let kind = if has(VIR_DOMAIN_BLOCK_REBASE_COPY_DEV) { DiskType::Block } else { DiskType::File };
        let mut target = Disk { kind: Some(kind), ..Disk::default() };
        let place = Some(base.to_owned());
        let source = match kind {
            DiskType::Block => Source { dev: place, ..Source::default() },
            _ => Source { file: place, ..Source::default() },
        };
        target.source = Some(Box::new(source));
        if has(VIR_DOMAIN_BLOCK_REBASE_COPY_RAW) {
            target.driver =
                Some(Box::new(DiskDriver { kind: Some(StorageFormat::Raw), ..DiskDriver::default() }));
        }
        let how = Copying {
            shallow: has(VIR_DOMAIN_BLOCK_REBASE_SHALLOW),
            reuse: has(VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT),
            speed,
            ..Copying::default()
        };
        self.copy(dom, path, target, &how)
    }

    pub(in crate::domain) fn block_commit(
        &self,
        dom: &Domain,
        path: &str,
        (base, top): (Option<&str>, Option<&str>),
        bandwidth: u64,
        flags: u32,
    ) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_BLOCK_COMMIT_SHALLOW
            | VIR_DOMAIN_BLOCK_COMMIT_ACTIVE
            | VIR_DOMAIN_BLOCK_COMMIT_DELETE
            | VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES;
        check_flags(flags, KNOWN, Origin::Qemu, "qemuDomainBlockCommit")?;
        let speed = speed(bandwidth, flags & VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES != 0)?;
        let (change, run, document) = self.disk_work(dom, "virDomainBlockCommit")?;
        let disk = disk(&document, path)?;
        check_no_job(&run, disk)?;
        let images = chain(disk)?;
        let target = disk.target_name();
        let top = match top {
            None => 0,
            Some(name) if name == path => 0,
            Some(name) => place(disk, &images, name)?,
        };
        let active = flags & VIR_DOMAIN_BLOCK_COMMIT_ACTIVE != 0;
        if top == 0 && !active {
            bail!(Qemu, InvalidArg, "commit of '{target}' active layer requires active flag");
        }
        if top != 0 && active {
            bail!(Qemu, InvalidArg, "active commit requested but '{}' is not active", shown(&images[top]));
        }
        if top + 1 >= images.len() {
            bail!(
                Qemu,
                InvalidArg,
                "top '{}' in chain for '{path}' has no backing file",
                shown(&images[top])
            );
        }
        let base = match base {
            None if flags & VIR_DOMAIN_BLOCK_COMMIT_SHALLOW != 0 => top + 1,
            None => images.len() - 1,
            Some(name) => place(disk, &images, name)?,
        };
        if base <= top {
            bail!(
                Qemu,
                InvalidArg,
                "could not find base '{}' below '{}' in chain for '{path}'",
                shown(&images[base]),
                shown(&images[top])
            );
        }
        if flags & VIR_DOMAIN_BLOCK_COMMIT_SHALLOW != 0 && base != top + 1 {
            bail!(
                Qemu,
                InvalidArg,
                "base '{}' is not immediately below '{}' in chain for '{path}'",
                shown(&images[base]),
                shown(&images[top])
            );
        }
        let plan = plan(&self.state, &run, &document);
        let device = node(&plan, &images[0])?;
        let id = format!("commit-{target}-{}", node(&plan, &images[top])?);
        let mut arguments =
            json!({"job-id": id, "device": device, "auto-finalize": true, "auto-dismiss": false});
        arguments["top-node"] = node(&plan, &images[top])?.into();
        arguments["base-node"] = node(&plan, &images[base])?.into();
        put_common(&mut arguments, &plan, speed);
        let delete = flags & VIR_DOMAIN_BLOCK_COMMIT_DELETE != 0;
        let (top, base) = (&images[top], &images[base]);
        let kind = match active {
            true => Kind::ActiveCommit { base: base.index, delete },
            false => Kind::Commit { top: top.index, base: base.index, delete },
        };
        begin(&run, disk, id, kind, "block-commit", arguments)?;
        if active {
            let mirror = mirror(base, MirrorJob::ActiveCommit, None);
            self.show_mirror(&change, &run, target, mirror);
        }
        Ok(())
    }

    pub(in crate::domain) fn block_copy(
        &self,
        dom: &Domain,
        path: &str,
        xml: &str,
        params: &Params<16>,
        flags: u32,
    ) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_BLOCK_COPY_SHALLOW
            | VIR_DOMAIN_BLOCK_COPY_REUSE_EXT
            | VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB
            | VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES;
        check_flags(flags, KNOWN, Origin::Qemu, "qemuDomainBlockCopy")?;
        let mut how = Copying {
            shallow: flags & VIR_DOMAIN_BLOCK_COPY_SHALLOW != 0,
            reuse: flags & VIR_DOMAIN_BLOCK_COPY_REUSE_EXT != 0,
            synchronous: flags & VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES != 0,
            ..Copying::default()
        };
        for param in params.iter() {
            match (&*param.field, &param.value) {
                ("bandwidth", ParamValue::ULLong(value)) => how.speed = speed(*value, true)?,
                ("granularity", ParamValue::UInt(value)) => {
                    if !(512..=64 << 20).contains(value) || !value.is_power_of_two() {
                        bail!(Qemu, InvalidArg, "granularity must be power of 2");
                    }
                    how.granularity = *value;
                }
                ("buf-size", ParamValue::ULLong(value)) => how.buffer = *value,
                (name, _) => bail!(Qemu, InvalidArg, "parameter '{name}' not supported"),
            }
        }
        let target: Disk =
            virt_xml::read_document(xml, "(disk_definition)", "disk", &Reading::new(Origin::Domain))?;
        self.copy(dom, path, target, &how)
    }

    fn copy(&self, dom: &Domain, path: &str, target: Disk, how: &Copying) -> Result<()> {
        let (change, run, document) = self.disk_work(dom, "virDomainBlockCopy")?;
        let disk = disk(&document, path)?;
        check_no_job(&run, disk)?;
        let images = chain(disk)?;
        let name = disk.target_name();
        if disk.readonly {
            bail!(
                Qemu,
                OperationInvalid,
                "disk '{name}' is read-only: its contents cannot change under a copy"
            );
        }
        let mut copy = disk.clone();
        copy.kind = Some(target.kind.unwrap_or(DiskType::File));
        copy.source = target.source.clone();
        let format = target.driver.as_ref().and_then(|driver| driver.kind).unwrap_or(images[0].format);
        copy.driver.get_or_insert_default().kind = Some(format);
        copy.backing_store = if how.shallow { disk.backing_store.clone() } else { Some(Box::default()) };
        if how.shallow && images.len() == 1 {
            copy.backing_store = Some(Box::default());
        }
        if crate::command::is_empty_drive(&copy) {
            bail!(Qemu, InvalidArg, "non-empty source of the copy of disk '{name}' is needed");
        }
        if let Some(source) = copy.source.as_mut() {
            let last = document.devices.disks.iter().map(image::last).max().unwrap_or(0);
            source.index = Some(last + 1);
        }
        let plan = plan(&self.state, &run, &document);
        let below = match images.get(1).filter(|_| how.shallow) {
            Some(image) => Some(node(&plan, image)?),
            None => None,
        };
        let size = size_of(run.monitor(), &node(&plan, &images[0])?)?;
        let copies = blockdev::images(&copy)?;
        let Some(image) = copies.first() else {
            bail!(Qemu, InternalError, "the copy of disk '{name}' has no image");
        };
        let new_file = !how.reuse && image.kind == DiskType::File;
        if new_file {
            create_file(shown(image), format, size)?;
        }
        let mut making = Making::new(run.monitor(), &plan);
        let id = format!("copy-{name}-{}", node(&plan, &images[0])?);
        let outcome =
            make_target(&mut making, &plan, image, below.as_deref(), new_file.then_some(size), &images)
                .and_then(|node| {
                    let source = super::node(&plan, &images[0])?;
                    let sync = if how.shallow { "top" } else { "full" };
                    let mut arguments = json!({"job-id": id, "device": source, "target": node, "sync": sync,
                    "auto-finalize": true, "auto-dismiss": false});
                    how.put(&mut arguments);
                    let kind = Kind::Copy { target: Box::new(copy.clone()), shallow: how.shallow };
                    begin(&run, disk, id.clone(), kind, "blockdev-mirror", arguments)
                });
        if let Err(error) = outcome {
            making.undo();
            if new_file {
                let _ = fs::remove_file(shown(image));
            }
            return Err(error);
        }
        self.show_mirror(&change, &run, name, mirror(image, MirrorJob::Copy, copy.backing_store.as_deref()));
        Ok(())
    }

    /// Shows a copy in the live document, unless it is over already.
    fn show_mirror(&self, change: &DomainChange<'_>, run: &Run, target: &str, mut mirror: Mirror) {
        change.update(|domain| {
            let Some(job) = run.block_jobs.of_disk(target) else { return };
            mirror.ready = (job.phase != Phase::Running).then_some(MirrorReady::Yes);
            let mut document = Document::clone(&domain.def);
            set_mirror(&mut document, target, Some(mirror));
            domain.def = Arc::new(document);
        });
        status::write(&self.state, change.object());
    }
}

/// How a disk is copied.
#[derive(Default)]
struct Copying {
    shallow: bool,
    /// The destination is there.
    reuse: bool,
    /// The guest's writes wait until they are on both sides.
    synchronous: bool,
    speed: u64,
    granularity: u32,
    buffer: u64,
}

impl Copying {
    fn put(&self, arguments: &mut Value) {
        if self.speed > 0 {
            arguments["speed"] = self.speed.into();
        }
        if self.granularity > 0 {
            arguments["granularity"] = self.granularity.into();
        }
        if self.buffer > 0 {
            arguments["buf-size"] = self.buffer.into();
        }
        if self.synchronous {
            arguments["copy-mode"] = "write-blocking".into();
        }
    }
}

fn put_common(arguments: &mut Value, plan: &Plan<'_>, speed: u64) {
    if speed > 0 {
        arguments["speed"] = speed.into();
    }
    if plan.emulator.has(Flag::BlockjobBackingMaskProtocol) {
        arguments["backing-mask-protocol"] = true.into();
    }
}

/// Begins a job. It is known before the emulator is told of it: its first events may come before the answer.
fn begin(
    run: &Run,
    disk: &Disk,
    id: String,
    kind: Kind,
    command: &'static str,
    arguments: Value,
) -> Result<()> {
    let job = BlockJob { id: id.clone(), disk: disk.target_name().to_owned(), kind, phase: Phase::Running };
    run.block_jobs.add(job);
    match run.monitor().run(command, arguments) {
        Ok(_) => Ok(()),
        Err(error) => {
            run.block_jobs.forget(&id);
            Err(error)
        }
    }
}

/// What the document of a running guest shows of a copy.
fn mirror(image: &Image<'_>, job: MirrorJob, backing: Option<&BackingStore>) -> Mirror {
    let copy = job == MirrorJob::Copy;
    let file = image.source.file.clone().filter(|_| copy && image.kind == DiskType::File);
    let source = Source { index: Some(image.index), ..image.source.clone() };
    Mirror {
        kind: Some(image.kind),
        format_name: file.as_ref().map(|_| image.format.to_string()),
        file,
        job: Some(job),
        format: Some(Box::new(Format { kind: Some(image.format), ..Format::default() })),
        source: Some(Box::new(source)),
        backing_store: backing.cloned().map(Box::new),
        ..Mirror::default()
    }
}

/// Sets what a disk is copied to.
pub(super) fn set_mirror(document: &mut Document, target: &str, mirror: Option<Mirror>) {
    if let Some(disk) = document.devices.disks.iter_mut().find(|disk| disk.target_name() == target) {
        disk.mirror = mirror.map(Box::new);
    }
}

fn size_of(monitor: &Monitor, node: &str) -> Result<u64> {
    let nodes = monitor.query_block_nodes()?;
    let found = nodes.iter().find(|one| one.name == node);
    found
        .map(|one| one.virtual_size)
        .ok_or_else(|| error!(Qemu, InternalError, "the emulator has no block node '{node}'"))
}

/// Makes the file of a copy; what is there already is never written over.
fn create_file(path: &str, format: StorageFormat, size: u64) -> Result<()> {
    if !matches!(format, StorageFormat::Raw | StorageFormat::Qcow2) {
        bail!(
            Qemu,
            OperationUnsupported,
            "images of the format '{format}' are copied to only when they exist"
        );
    }
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let made = made.and_then(|file| if format == StorageFormat::Raw { file.set_len(size) } else { Ok(()) });
    made.map_err(|cause| match cause.kind() {
        std::io::ErrorKind::AlreadyExists => error!(
            Qemu,
            ConfigUnsupported,
            "external destination file for the copy already exists and is not a block device: {path}"
        ),
        _ => Error::system(Origin::Qemu, format!("unable to create image '{path}'"), &cause),
    })
}

/// Makes the nodes of a copy, and its image where that is new; the answer is the name of the uppermost.
fn make_target(
    making: &mut Making<'_>,
    plan: &Plan<'_>,
    image: &Image<'_>,
    below: Option<&str>,
    size: Option<u64>,
    images: &[Image<'_>],
) -> Result<String> {
    let (mut steps, name) = blockdev::image_nodes(plan, image, below)?;
    let (Some(size), StorageFormat::Qcow2) = (size, image.format) else {
        making.run(steps)?;
        return Ok(name);
    };
    let Some(upper) = steps.pop() else {
        bail!(Qemu, InternalError, "an image of the format qcow2 has no node");
    };
    making.run(steps)?;
    let file = format!("libvirt-{}-storage", image.index);
    let mut options = json!({"driver": "qcow2", "file": file, "size": size});
    if let (Some(_), Some(backing)) = (below, images.get(1)) {
        options["backing-file"] = shown(backing).into();
        options["backing-fmt"] = backing.format.as_str().into();
    }
    create(making.monitor(), &format!("create-{name}"), options)?;
    making.run(vec![upper])?;
    Ok(name)
}

/// Has the emulator write the header of an image.
fn create(monitor: &Monitor, id: &str, options: Value) -> Result<()> {
    monitor.run("blockdev-create", json!({"job-id": id, "options": options}))?;
    let deadline = Instant::now() + CREATE;
    loop {
        let jobs = monitor.run("query-jobs", Value::Null)?;
        let job = jobs.as_array().and_then(|jobs| jobs.iter().find(|job| job["id"] == id)).cloned();
        match job {
            Some(job) if job["status"] == "concluded" => {
                monitor.run("job-dismiss", json!({"id": id}))?;
                return match job["error"].as_str() {
                    None => Ok(()),
                    Some(why) => Err(error!(Qemu, OperationFailed, "failed to create image: {why}")),
                };
            }
            None => bail!(Qemu, InternalError, "the job that creates an image is gone"),
            Some(_) if Instant::now() >= deadline => {
                bail!(Qemu, OperationTimeout, "an image was not created in {} seconds", CREATE.as_secs())
            }
            Some(_) => thread::sleep(Duration::from_millis(5)),
        }
    }
}
