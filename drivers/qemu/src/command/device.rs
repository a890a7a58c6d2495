//! Small devices: balloon, random numbers, cryptography, watchdogs, panic notifiers, sockets to the host, IOMMUs.

use super::address::{alias, put_address, put_virtio, virtio_driver};
use super::chardev_backend::{Chardev, Use};
use super::step::append_all;
use super::{Line, Plan, Props};
use virt_conf::domain::filesystem::VirtioModel;
use virt_conf::domain::iommu::{Iommu, IommuModel};
use virt_conf::domain::memory_device::{BalloonModel, Memballoon, Vsock};
use virt_conf::domain::rng::{CryptoBackendModel, Rng, RngBackendModel, RngModel};
use virt_conf::domain::sound::VirtioDriver;
use virt_conf::domain::watchdog::{Panic, PanicModel, Watchdog, WatchdogAction, WatchdogModel};
use virt_error::{Result, bail};

/// Puts the options of a `<driver>` that has nothing but those of every virtio device.
pub fn put_driver(props: &mut Props, driver: Option<&VirtioDriver>) {
    if let Some(driver) = driver {
        put_virtio(props, [driver.iommu, driver.ats, driver.packed, driver.page_per_vq]);
    }
}

pub fn balloons(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for balloon in &plan.domain.devices.memballoons {
        if let Some(device) = balloon_json(plan, balloon)? {
            line.device(&balloon.info, device)?;
        }
    }
    Ok(())
}

fn balloon_json(plan: &Plan<'_>, balloon: &Memballoon) -> Result<Option<Props>> {
    let model = match balloon.model {
        Some(BalloonModel::Virtio) => VirtioModel::Virtio,
        Some(BalloonModel::VirtioTransitional) => VirtioModel::VirtioTransitional,
        Some(BalloonModel::VirtioNonTransitional) => VirtioModel::VirtioNonTransitional,
        Some(BalloonModel::None) | None => return Ok(None),
        Some(model @ BalloonModel::Xen) => bail!(
            Qemu,
            ConfigUnsupported,
            "Memory balloon device type '{model}' is not supported by this version of qemu"
        ),
    };
    let mut device = Props::device(virtio_driver("virtio-balloon", &balloon.info, Some(model))?);
    put_driver(&mut device, balloon.driver.as_deref());
    device.put("id", alias(&balloon.info)?);
    device.put_switch("deflate-on-oom", balloon.autodeflate);
    device.put_switch("free-page-reporting", balloon.free_page_reporting);
    put_address(&mut device, plan, &balloon.info)?;
    Ok(Some(device))
}

pub fn rngs(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for rng in &plan.domain.devices.rngs {
        if let Some(backend) = rng.backend.as_deref().filter(|one| one.model == Some(RngBackendModel::Egd)) {
            let (mut steps, id) = (Vec::new(), alias(&rng.info)?);
            Chardev::append_to(&mut steps, plan, (id, backend.kind, &backend.source), Use::Plain, None)?;
            append_all(steps, line, plan)?;
        }
        line.object(rng_object(rng)?);
        line.device(&rng.info, rng_json(plan, rng)?)?;
    }
    Ok(())
}

fn rng_chardev(rng: &Rng) -> Result<String> {
    Ok(format!("char{}", alias(&rng.info)?))
}

/// Where the numbers come from.
pub fn rng_object(rng: &Rng) -> Result<Props> {
    let id = format!("obj{}", alias(&rng.info)?);
    let backend = rng.backend.as_deref();
    match backend.and_then(|backend| backend.model) {
        Some(RngBackendModel::Random) => {
            let path = backend.and_then(|backend| backend.path.as_deref()).unwrap_or("/dev/random");
            Ok(Props::object("rng-random", id).with("filename", path))
        }
        Some(RngBackendModel::Egd) => Ok(Props::object("rng-egd", id).with("chardev", rng_chardev(rng)?)),
        Some(RngBackendModel::Builtin) => Ok(Props::object("rng-builtin", id)),
        None => bail!(Qemu, InternalError, "unknown backend of the random number generator '{id}'"),
    }
}

/// The device of a random number generator.
pub fn rng_json(plan: &Plan<'_>, rng: &Rng) -> Result<Props> {
    let id = alias(&rng.info)?;
    let model = match rng.model {
        Some(RngModel::VirtioTransitional) => VirtioModel::VirtioTransitional,
        Some(RngModel::VirtioNonTransitional) => VirtioModel::VirtioNonTransitional,
        Some(RngModel::Virtio) | None => VirtioModel::Virtio,
    };
    let mut device = Props::device(virtio_driver("virtio-rng", &rng.info, Some(model))?);
    put_driver(&mut device, rng.driver.as_deref());
    device.put("rng", format!("obj{id}"));
    device.put("id", id);
    if let Some(rate) = rng.rate.as_deref().filter(|rate| rate.bytes.unwrap_or(0) > 0) {
        device.put_some("max-bytes", rate.bytes);
        device.put("period", rate.period.filter(|period| *period > 0).unwrap_or(1000));
    }
    put_address(&mut device, plan, &rng.info)?;
    Ok(device)
}

pub fn cryptos(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for crypto in &plan.domain.devices.cryptos {
        let id = alias(&crypto.info)?;
        let backend = crypto.backend.as_deref();
        let kind = match backend.and_then(|backend| backend.model) {
            Some(CryptoBackendModel::Builtin) | None => "cryptodev-backend-builtin",
            Some(CryptoBackendModel::Lkcf) => "cryptodev-backend-lkcf",
        };
        let object = Props::object(kind, format!("obj{id}"));
        line.object(object.with_some("queues", backend.and_then(|backend| backend.queues)));
        let mut device = Props::device(virtio_driver("virtio-crypto", &crypto.info, None)?);
        put_driver(&mut device, crypto.driver.as_deref());
        device.put("cryptodev", format!("obj{id}"));
        device.put("id", id);
        put_address(&mut device, plan, &crypto.info)?;
        line.device(&crypto.info, device)?;
    }
    Ok(())
}

pub fn watchdogs(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let watchdogs = &plan.domain.devices.watchdogs;
    for watchdog in watchdogs {
        match watchdog.model {
            // The machine has it; it has to be let do its work.
            Some(WatchdogModel::Itco) => line.pair("-global", "ICH9-LPC.noreboot=off"),
            _ => line.device(&watchdog.info, watchdog_json(plan, watchdog)?)?,
        }
    }
    if let Some(action) = watchdogs.first().map(|watchdog| watchdog.action) {
        line.pair("-watchdog-action", watchdog_action(action));
    }
    Ok(())
}

/// What the emulator does; the driver takes a dump itself once the guest stands still.
pub fn watchdog_action(action: Option<WatchdogAction>) -> &'static str {
    match action {
        Some(WatchdogAction::Dump) => "pause",
        Some(action) => action.as_str(),
        None => "reset",
    }
}

/// The device of a watchdog that is none of the machine's own.
pub fn watchdog_json(plan: &Plan<'_>, watchdog: &Watchdog) -> Result<Props> {
    let driver = match watchdog.model {
        Some(model) => model.as_str(),
        None => bail!(Qemu, InternalError, "unknown watchdog model"),
    };
    let mut device = Props::device(driver).with("id", alias(&watchdog.info)?);
    put_address(&mut device, plan, &watchdog.info)?;
    Ok(device)
}

pub fn panics(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for panic in &plan.domain.devices.panics {
        if let Some(device) = panic_json(plan, panic)? {
            line.device(&panic.info, device)?;
        }
    }
    Ok(())
}

fn panic_json(plan: &Plan<'_>, panic: &Panic) -> Result<Option<Props>> {
    use virt_conf::domain::address::Address;
    match panic.model {
        Some(PanicModel::Isa) => {
            let mut device = Props::device("pvpanic");
            if let Some(Address::Isa(isa)) = panic.info.address.as_deref() {
                device.put_some("ioport", isa.iobase.map(|number| number.0));
            }
            Ok(Some(device))
        }
        Some(PanicModel::Pvpanic) => {
            let mut device = Props::device("pvpanic-pci");
            put_address(&mut device, plan, &panic.info)?;
            Ok(Some(device))
        }
        // The firmware of these tells of crashes by itself, or the processor does.
        Some(PanicModel::Pseries | PanicModel::S390 | PanicModel::Hyperv | PanicModel::Default) | None => {
            Ok(None)
        }
    }
}

pub fn vsocks(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for vsock in &plan.domain.devices.vsocks {
        let file = line.prepared.vsock.take().map(|file| line.file(file).to_string());
        // There is no descriptor where the command line is only written down.
        let file = file.or_else(|| (plan.id < 0).then(|| "-1".to_owned()));
        line.device(&vsock.info, vsock_json(plan, vsock, file.as_deref())?)?;
    }
    Ok(())
}

/// The device of a socket to the host; `file` is the number or name of the descriptor of `/dev/vhost-vsock`.
pub fn vsock_json(plan: &Plan<'_>, vsock: &Vsock, file: Option<&str>) -> Result<Props> {
    let mut device = Props::device(virtio_driver("vhost-vsock", &vsock.info, vsock.model)?);
    put_driver(&mut device, vsock.driver.as_deref());
    device.put("id", alias(&vsock.info)?);
    device.put_some("guest-cid", vsock.cid.as_ref().and_then(|cid| cid.address));
    device.put_some("vhostfd", file);
    put_address(&mut device, plan, &vsock.info)?;
    Ok(device)
}

pub fn iommus(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for iommu in &plan.domain.devices.iommus {
        if let Some(device) = iommu_json(plan, iommu)? {
            line.device(&iommu.info, device)?;
        }
    }
    Ok(())
}

fn iommu_json(plan: &Plan<'_>, iommu: &Iommu) -> Result<Option<Props>> {
    let driver = iommu.driver.as_deref();
    let mut device = match iommu.model {
        Some(IommuModel::Intel) => {
            let mut device = Props::device("intel-iommu").with("id", alias(&iommu.info)?);
            if let Some(driver) = driver {
                device.put_word("intremap", driver.intremap);
                device.put_switch("caching-mode", driver.caching_mode);
                device.put_word("eim", driver.eim);
                device.put_switch("device-iotlb", driver.iotlb);
                device.put_some("aw-bits", driver.aw_bits.filter(|bits| *bits > 0));
                device.put_switch("dma-translation", driver.dma_translation);
            }
            return Ok(Some(device));
        }
        Some(IommuModel::Amd) => {
            let mut device = Props::device("amd-iommu").with("id", alias(&iommu.info)?);
            if let Some(driver) = driver {
                device.put_word("intremap", driver.intremap);
                device.put_switch("pt", driver.passthrough);
                device.put_switch("xtsup", driver.xtsup);
                device.put_switch("device-iotlb", driver.iotlb);
            }
            device
        }
        Some(IommuModel::Virtio) => {
            let device = Props::device("virtio-iommu").with("id", alias(&iommu.info)?);
            device.with_some("aw-bits", driver.and_then(|driver| driver.aw_bits).filter(|bits| *bits > 0))
        }
        // An option of the machine.
        Some(IommuModel::Smmuv3) => return Ok(None),
        None => bail!(Qemu, InternalError, "unknown IOMMU model of guest '{}'", plan.domain.name()),
    };
    put_address(&mut device, plan, &iommu.info)?;
    Ok(Some(device))
}
