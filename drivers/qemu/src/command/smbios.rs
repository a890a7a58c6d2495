//! What firmware tells the guest of its machine: SMBIOS tables, and values of the firmware configuration device.

use super::{Line, Options, Plan};
use std::path::Path;
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
        Some(SmbiosMode::Host) => {
            host_tables(Path::new(HOST))?.into_iter().for_each(|table| line.pair("-smbios", table));
        }
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

/// Where the kernel shows the tables of the host's firmware.
const HOST: &str = "/sys/class/dmi/id";

/// Of the tables that the guest shares with the host: the kernel's and QEMU's names of their entries. The host's UUID
/// is no guest's.
const OF_HOST: &[(u32, Names)] = &[
    (
        0,
        &[
            ("bios_vendor", "vendor"),
            ("bios_version", "version"),
            ("bios_date", "date"),
            ("bios_release", "release"),
        ],
    ),
    (
        1,
        &[
            ("sys_vendor", "manufacturer"),
            ("product_name", "product"),
            ("product_version", "version"),
            ("product_serial", "serial"),
            ("product_sku", "sku"),
            ("product_family", "family"),
        ],
    ),
    (
        2,
        &[
            ("board_vendor", "manufacturer"),
            ("board_name", "product"),
            ("board_version", "version"),
            ("board_serial", "serial"),
            ("board_asset_tag", "asset"),
        ],
    ),
    (
        3,
        &[
            ("chassis_vendor", "manufacturer"),
            ("chassis_version", "version"),
            ("chassis_serial", "serial"),
            ("chassis_asset_tag", "asset"),
        ],
    ),
];

/// The host's own tables, as options.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` on a host without.
fn host_tables(directory: &Path) -> Result<Vec<Options>> {
    if !directory.is_dir() {
        bail!(Qemu, ConfigUnsupported, "Host SMBIOS information is not available");
    }
    let mut tables = Vec::new();
    for (kind, entries) in OF_HOST {
        let mut options = Options::default();
        for (file, name) in *entries {
            // Serial numbers can be read by root alone.
            let value = std::fs::read_to_string(directory.join(file)).unwrap_or_default();
            options.put_some(name, Some(value.trim()).filter(|value| !value.is_empty()));
        }
        if !options.is_empty() {
            tables.push(Options::default().with("type", kind).followed_by(&options));
        }
    }
    Ok(tables)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hosts_tables_are_those_that_the_kernel_shows() {
        let directory = std::env::temp_dir().join(format!("virt-smbios-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        std::fs::write(directory.join("sys_vendor"), "A, B\n").unwrap();
        std::fs::write(directory.join("product_uuid"), "c7a5fdbd-edaf-9455-926a-d65c16db1809\n").unwrap();
        std::fs::write(directory.join("board_name"), "\n").unwrap();
        let tables: Vec<String> = host_tables(&directory).unwrap().iter().map(ToString::to_string).collect();
        std::fs::remove_dir_all(&directory).unwrap();
        assert_eq!(tables, ["type=1,manufacturer=A,, B"]);
        assert!(host_tables(&directory).is_err());
    }
}
