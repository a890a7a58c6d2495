//! What firmware tells the guest of its machine: SMBIOS tables, and values of the firmware configuration device.

use super::{Line, Options, Plan, refuse};
use virt_conf::domain::os::{SmbiosMode, Sysinfo, SysinfoBlock, SysinfoType};
use virt_error::{Result, bail};

/// The names that libvirt and QEMU give the entries of a table.
type Names = &'static [(&'static str, &'static str)];

const BIOS: Names = &[("vendor", "vendor"), ("version", "version"), ("date", "date"), ("release", "release")];
const SYSTEM: Names = &[
    ("manufacturer", "manufacturer"),
    ("product", "product"),
    ("version", "version"),
    ("serial", "serial"),
    ("uuid", "uuid"),
    ("sku", "sku"),
    ("family", "family"),
];
const BASE_BOARD: Names = &[
    ("manufacturer", "manufacturer"),
    ("product", "product"),
    ("version", "version"),
    ("serial", "serial"),
    ("asset", "asset"),
    ("location", "location"),
];
const CHASSIS: Names = &[
    ("manufacturer", "manufacturer"),
    ("version", "version"),
    ("serial", "serial"),
    ("asset", "asset"),
    ("sku", "sku"),
];

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.os.as_ref().and_then(|os| os.smbios) {
        Some(SmbiosMode::Sysinfo) => {
            let mut tables =
                plan.domain.sysinfos.iter().filter(|info| info.kind == Some(SysinfoType::Smbios));
            match tables.next() {
                Some(sysinfo) => smbios(line, sysinfo),
                None => bail!(Qemu, XmlError, "Domain '{}' sysinfo are not available", plan.domain.name()),
            }
        }
        Some(SmbiosMode::Host) => return Err(refuse("<smbios mode='host'/>")),
        Some(SmbiosMode::Emulate) | None => {}
    }
    for sysinfo in plan.domain.sysinfos.iter().filter(|info| info.kind == Some(SysinfoType::Fwcfg)) {
        for entry in &sysinfo.entries {
            let mut options = Options::default();
            options.put_some("name", entry.name.as_deref());
            match &entry.file {
                Some(file) => options.put("file", file),
                None => options.put("string", entry.value.as_deref().unwrap_or_default()),
            }
            line.pair("-fw_cfg", options);
        }
    }
    Ok(())
}

fn smbios(line: &mut Line, sysinfo: &Sysinfo) {
    table(line, 0, BIOS, sysinfo.bios.as_deref());
    table(line, 1, SYSTEM, sysinfo.system.as_deref());
    for board in &sysinfo.base_boards {
        table(line, 2, BASE_BOARD, Some(board));
    }
    table(line, 3, CHASSIS, sysinfo.chassis.as_deref());
    if let Some(strings) = sysinfo.oem_strings.as_ref().filter(|strings| !strings.entries.is_empty()) {
        let mut options = Options::default().with("type", 11);
        for entry in &strings.entries {
            options.put("value", entry);
        }
        line.pair("-smbios", options);
    }
}

fn table(line: &mut Line, kind: u32, names: Names, block: Option<&SysinfoBlock>) {
    let Some(block) = block else { return };
    let mut options = Options::default().with("type", kind);
    for (ours, theirs) in names {
        let entry = block.entries.iter().find(|entry| entry.name.as_deref() == Some(*ours));
        options.put_some(theirs, entry.and_then(|entry| entry.value.as_deref()));
    }
    line.pair("-smbios", options);
}
