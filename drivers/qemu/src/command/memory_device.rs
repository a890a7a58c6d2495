//! Memory modules, shared memory, and the stores that firmware keeps.

use super::address::{alias, put_address, virtio_driver};
use super::memory::{Module, Request, module_size, truth};
use super::{Line, Options, Plan, Props, refuse};
use virt_conf::domain::memory_device::{MemoryDevice, MemoryModel, Shmem, ShmemModel, ShmemRole};
use virt_error::{Result, bail};
use virt_xml::{OnOff, YesNo};

pub fn modules(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for module in &plan.domain.devices.memories {
        for object in backend_json(plan, module)? {
            line.object(object);
        }
        if let Some(device) = device_json(plan, module)? {
            line.device(&module.info, device)?;
        }
    }
    Ok(())
}

fn backend_id(module: &MemoryDevice) -> Result<String> {
    Ok(format!("mem{}", alias(&module.info)?))
}

/// The objects that hold the module's memory.
pub fn backend_json(plan: &Plan<'_>, module: &MemoryDevice) -> Result<Vec<Props>> {
    let id = backend_id(module)?;
    let source = module.source.as_deref();
    let amount = |amount: &Option<Box<virt_conf::domain::memory::Amount>>| {
        amount.as_ref().and_then(|amount| amount.value)
    };
    let node = module.target.as_ref().and_then(|target| target.node);
    let cells = plan.domain.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()).map(|numa| &numa.cells);
    let cell = cells.into_iter().flatten().find(|cell| node.is_some() && cell.id == node);
    let request = Request {
        id: &id,
        size: module_size(module),
        node,
        access: module.access.or_else(|| cell.and_then(|cell| cell.mem_access)),
        discard: truth(module.discard.or_else(|| cell.and_then(|cell| cell.discard))),
        machine: false,
        module: Module {
            model: module.model,
            path: match module.model {
                Some(MemoryModel::Nvdimm | MemoryModel::VirtioPmem) => {
                    source.and_then(|one| one.path.as_deref())
                }
                _ => None,
            },
            nodes: source.and_then(|source| source.nodemask.as_ref()),
            page: source.and_then(|source| amount(&source.pagesize)),
            align: source.and_then(|source| amount(&source.alignsize)),
            pmem: source.is_some_and(|source| source.pmem),
        },
    };
    request.objects(plan)
}

/// The device of a module; `None` for one that is part of the machine.
pub fn device_json(plan: &Plan<'_>, module: &MemoryDevice) -> Result<Option<Props>> {
    let target = module.target.as_deref();
    let kib = |amount: &Option<Box<virt_conf::domain::memory::Amount>>| {
        amount.as_ref().and_then(|amount| amount.value).map(|kib| kib * 1024)
    };
    let node = target.and_then(|target| target.node);
    let mut device = match module.model {
        Some(MemoryModel::Dimm) => Props::device("pc-dimm").with_some("node", node),
        Some(MemoryModel::Nvdimm) => {
            let mut device = Props::device("nvdimm").with_some("node", node);
            let label = target.and_then(|target| target.label.as_ref()).and_then(|label| kib(&label.size));
            device.put_some("label-size", label);
            device.put_some("uuid", module.uuid.as_deref());
            if target.is_some_and(|target| target.readonly) {
                device.put("unarmed", true);
            }
            device
        }
        Some(MemoryModel::VirtioPmem) => Props::device(virtio_driver("virtio-pmem", &module.info, None)?),
        Some(MemoryModel::VirtioMem) => {
            let mut device =
                Props::device(virtio_driver("virtio-mem", &module.info, None)?).with_some("node", node);
            if let Some(target) = target {
                device.put_some("block-size", kib(&target.block));
                device.put_some("requested-size", kib(&target.requested));
                device.put_some("dynamic-memslots", truth(target.dynamic_memslots).filter(|on| *on));
            }
            let backing = plan.domain.memory_backing.as_deref();
            let immediate =
                backing.and_then(|backing| backing.allocation.as_ref()).is_some_and(|allocation| {
                    allocation.mode == Some(virt_conf::domain::memory::Allocation::Immediate)
                });
            if immediate && plan.emulator.has(crate::emulator::Flag::VirtioMemPciPrealloc) {
                device.put("prealloc", true);
            }
            device
        }
        Some(MemoryModel::SgxEpc) => return Ok(None),
        None => bail!(Qemu, InternalError, "invalid memory device type"),
    };
    device.put("memdev", backend_id(module)?);
    if matches!(module.model, Some(MemoryModel::VirtioPmem | MemoryModel::VirtioMem)) {
        let address = target.and_then(|target| target.address).map(|address| address.0);
        device.put_some("memaddr", address.filter(|address| *address != 0));
    }
    device.put("id", alias(&module.info)?);
    put_address(&mut device, plan, &module.info)?;
    Ok(Some(device))
}

/// Memory that guests and programs share.
pub fn shared(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for shmem in &plan.domain.devices.shmems {
        match (&shmem.server, shmem_object(shmem)?) {
            (Some(server), _) => {
                let mut options = Options::new("socket").with("id", shmem_chardev(shmem)?);
                options.put_some("path", server.path.as_deref());
                line.chardev(options);
            }
            (None, object) => line.object(object),
        }
        line.device(&shmem.info, shmem_json(plan, shmem)?)?;
    }
    Ok(())
}

fn shmem_chardev(shmem: &Shmem) -> Result<String> {
    Ok(format!("char{}", alias(&shmem.info)?))
}

/// The object that holds memory which no server hands out.
pub fn shmem_object(shmem: &Shmem) -> Result<Props> {
    let name = shmem.name.as_deref().unwrap_or_default();
    let size = shmem.size.as_ref().and_then(|size| size.value).unwrap_or(4096);
    Ok(Props::object("memory-backend-file", format!("shmmem-{}", alias(&shmem.info)?))
        .with("mem-path", format!("/dev/shm/{name}"))
        .with("size", size * 1024)
        .with("share", true))
}

/// The device of shared memory.
pub fn shmem_json(plan: &Plan<'_>, shmem: &Shmem) -> Result<Props> {
    let id = alias(&shmem.info)?;
    let mut device = match shmem.model {
        Some(ShmemModel::IvshmemPlain) => {
            Props::device("ivshmem-plain").with("id", id).with("memdev", format!("shmmem-{id}"))
        }
        Some(ShmemModel::IvshmemDoorbell) => {
            let mut device =
                Props::device("ivshmem-doorbell").with("id", id).with("chardev", shmem_chardev(shmem)?);
            if let Some(msi) = &shmem.msi {
                device.put_some("vectors", msi.vectors);
                device.put_switch("ioeventfd", msi.ioeventfd);
            }
            device
        }
        Some(ShmemModel::Ivshmem) | None => {
            bail!(Qemu, ConfigUnsupported, "ivshmem device is not supported with this QEMU binary")
        }
    };
    match shmem.role {
        Some(ShmemRole::Master) => device.put("master", "on"),
        Some(ShmemRole::Peer) => device.put("master", "off"),
        Some(ShmemRole::Default) | None => {}
    }
    put_address(&mut device, plan, &shmem.info)?;
    Ok(device)
}

/// Variables of pSeries' firmware.
pub fn nvram(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    use virt_conf::domain::address::Address;
    for nvram in &plan.domain.devices.nvrams {
        match nvram.info.address.as_deref() {
            Some(Address::SpaprVio(vio)) => {
                let reg = vio.reg.map_or(0, |reg| reg.0);
                line.pair("-global", format_args!("spapr-nvram.reg=0x{reg:x}"));
            }
            _ => bail!(Qemu, ConfigUnsupported, "nvram device is only supported for PPC64"),
        }
    }
    Ok(())
}

/// Where the guest's kernel leaves its last words.
pub fn pstore(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for pstore in &plan.domain.devices.pstores {
        if pstore.backend.as_deref() != Some("acpi-erst") {
            return Err(refuse("<pstore>"));
        }
        let id = alias(&pstore.info)?;
        let size = pstore.size.as_ref().and_then(|size| size.value).unwrap_or(0);
        line.object(
            Props::object("memory-backend-file", format!("mem{id}"))
                .with_some("mem-path", pstore.path.as_deref())
                .with("size", size * 1024)
                .with("share", true),
        );
        let mut device = Props::device("acpi-erst").with("id", id).with("memdev", format!("mem{id}"));
        put_address(&mut device, plan, &pstore.info)?;
        line.device(&pstore.info, device)?;
    }
    Ok(())
}

/// The device by which the guest's kernel says where it would be dumped.
pub fn vmcoreinfo(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let switch = plan.features().and_then(|features| features.vmcoreinfo.as_ref());
    if switch.is_some_and(|switch| switch.state != Some(OnOff(false))) {
        line.pair("-device", "vmcoreinfo");
    }
    Ok(())
}

/// The emulator leaves the freeing of the guest's memory to a process of its own.
pub fn teardown(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let Some(switch) = plan.features().and_then(|features| features.async_teardown) else { return Ok(()) };
    let YesNo(on) = switch;
    if plan.emulator.has(crate::emulator::Flag::RunWithAsyncTeardown) {
        let word = if on { "on" } else { "off" };
        line.pair("-run-with", format_args!("async-teardown={word}"));
        return Ok(());
    }
    if on { Err(refuse("<async-teardown enabled='yes'/>")) } else { Ok(()) }
}
