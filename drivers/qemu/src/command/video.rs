//! Video devices.

use super::address::{alias, put_address, put_virtio, virtio_driver};
use super::{Flag, Line, Plan, Props, refuse};
use virt_conf::domain::address::Address;
use virt_conf::domain::video::{Video, VideoBackend, VideoModel, VideoModelElement};
use virt_error::{Result, bail};

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for (place, video) in plan.domain.devices.videos.iter().enumerate() {
        let Some(model) = video.model.as_deref() else {
            bail!(Qemu, InternalError, "a video device of the guest has no model");
        };
        if model.kind == Some(VideoModel::None) {
            continue;
        }
        let device = device(plan, video, model, place == 0)?;
        line.device(&video.info, device)?;
    }
    Ok(())
}

/// KiB as the MiB that QEMU counts in.
fn mib(kib: u32) -> u32 {
    kib / 1024
}

/// KiB as bytes.
fn bytes(kib: u32) -> u64 {
    u64::from(kib) * 1024
}

fn device(plan: &Plan<'_>, video: &Video, model: &VideoModelElement, primary: bool) -> Result<Props> {
    let id = alias(&video.info)?;
    let kind = model.kind.unwrap_or(VideoModel::Default);
    if video.driver.as_ref().is_some_and(|driver| driver.name == Some(VideoBackend::VhostUser)) {
        return Err(refuse("<driver name='vhostuser'> of a video device"));
    }
    let driver = match kind {
        VideoModel::Vga => "VGA".to_owned(),
        VideoModel::Cirrus => "cirrus-vga".to_owned(),
        VideoModel::Vmvga => "vmware-svga".to_owned(),
        VideoModel::Qxl => if primary { "qxl-vga" } else { "qxl" }.to_owned(),
        VideoModel::Bochs => "bochs-display".to_owned(),
        VideoModel::Ramfb => "ramfb".to_owned(),
        VideoModel::Virtio => virtio(plan, video, model, primary)?,
        other => bail!(Qemu, ConfigUnsupported, "invalid model for video type '{other}'"),
    };
    let mut props = Props::device(driver.as_str());
    if let Some(options) = video.driver.as_deref().filter(|_| kind == VideoModel::Virtio) {
        put_virtio(&mut props, [options.iommu, options.ats, options.packed, options.page_per_vq]);
    }
    props.put("id", id);
    match kind {
        VideoModel::Virtio => {
            if model.acceleration.as_ref().is_some_and(|a| a.accel3d.is_some_and(|on| on.0))
                && !driver.contains("-gl")
            {
                props.put("virgl", true);
            }
            props.put_some("max_outputs", model.heads.filter(|&heads| heads > 0));
            props.put_switch("blob", model.blob);
            props.put_switch("edid", model.edid);
        }
        VideoModel::Qxl => {
            props.put_some("max_outputs", model.heads.filter(|&heads| heads > 0));
            props.put_some("ram_size", model.ram.map(bytes));
            props.put_some("vram_size", model.vram.map(bytes));
            props.put("vram64_size_mb", mib(model.vram64.unwrap_or(0)));
            props.put_some("vgamem_mb", model.vgamem.map(mib));
        }
        VideoModel::Vga | VideoModel::Vmvga => {
            props.put_some("vgamem_mb", model.vram.map(mib).filter(|&size| size > 0));
            props.put_switch("edid", model.edid);
        }
        VideoModel::Bochs => {
            props.put_some("vgamem", model.vram.map(bytes).filter(|&size| size > 0));
            props.put_switch("edid", model.edid);
        }
        _ => {}
    }
    if let Some(resolution) = &model.resolution {
        props.put_some("xres", resolution.x);
        props.put_some("yres", resolution.y);
    }
    put_address(&mut props, plan, &video.info)?;
    Ok(props)
}

/// The card that is a VGA too where it is the first on PCI and the emulator has one.
fn virtio(plan: &Plan<'_>, video: &Video, model: &VideoModelElement, primary: bool) -> Result<String> {
    let accelerated = model.acceleration.as_ref().is_some_and(|a| a.accel3d.is_some_and(|on| on.0));
    let pci = matches!(video.info.address.as_deref(), Some(Address::Pci(_)));
    if primary && pci && plan.emulator.has(Flag::VirtioVga) {
        let gl = accelerated && plan.emulator.has(Flag::VirtioVgaGl);
        return Ok(if gl { "virtio-vga-gl" } else { "virtio-vga" }.to_owned());
    }
    let gl = accelerated && plan.emulator.has(Flag::VirtioGpuGlPci);
    virtio_driver(if gl { "virtio-gpu-gl" } else { "virtio-gpu" }, &video.info, None)
}
