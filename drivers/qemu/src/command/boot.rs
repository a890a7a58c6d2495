//! What the guest boots: the order of devices, kernels, tables of ACPI.

use super::{Line, Options, Plan, refuse};
use crate::emulator::Flag;
use virt_conf::domain::os::{AcpiTableType, Os};
use virt_error::Result;
use virt_xml::YesNo;

impl Plan<'_> {
    fn os(&self) -> Option<&Os> {
        self.domain.os.as_deref()
    }
}

/// What the firmware of s390 is told to load from the device that it boots.
pub fn first_loadparm<'p>(plan: &'p Plan<'_>) -> Option<&'p str> {
    let devices = &plan.domain.devices;
    let disks = devices.disks.iter().map(|disk| &disk.info);
    let interfaces = devices.interfaces.iter().map(|interface| &interface.info);
    let hostdevs = devices.hostdevs.iter().map(|hostdev| &hostdev.info);
    let boots = disks.chain(interfaces).chain(hostdevs).filter_map(|info| info.boot.as_deref());
    let first = boots.min_by_key(|boot| boot.order.unwrap_or(u32::MAX))?;
    first.loadparm.as_deref()
}

/// `-boot`, and the kernel that is booted without firmware's help.
pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let os = plan.os();
    let mut boot = Options::default();
    if let Some(menu) = os.and_then(|os| os.bootmenu.as_deref()) {
        if let Some(YesNo(enable)) = menu.enable {
            boot.put_on("menu", enable);
        }
        boot.put_some("splash-time", menu.timeout.filter(|timeout| *timeout > 0));
    }
    if let Some(bios) = os.and_then(|os| os.bios.as_deref()) {
        boot.put_some("reboot-timeout", bios.reboot_timeout);
    }
    boot.put_on("strict", true);
    line.pair("-boot", boot);

    let Some(os) = os else { return Ok(()) };
    for (option, value) in
        [("-kernel", &os.kernel), ("-initrd", &os.initrd), ("-append", &os.cmdline), ("-dtb", &os.dtb)]
    {
        if let Some(value) = value {
            line.pair(option, value);
        }
    }
    match &os.shim {
        Some(shim) if plan.emulator.has(Flag::Shim) => line.pair("-shim", shim),
        Some(_) => return Err(refuse("<shim>")),
        None => {}
    }
    for table in os.acpi.iter().flat_map(|acpi| &acpi.tables) {
        let mut options = Options::default();
        match table.kind {
            Some(AcpiTableType::Slic) => options.put("sig", "SLIC"),
            Some(AcpiTableType::Msdm) => options.put("sig", "MSDM"),
            Some(AcpiTableType::Raw | AcpiTableType::Rsdt | AcpiTableType::Xsdt) | None => {}
        }
        options.put_some("file", table.path.as_deref());
        line.pair("-acpitable", options);
    }
    Ok(())
}
