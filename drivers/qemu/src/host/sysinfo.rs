//! `<sysinfo>`: what the machine's firmware says of it.

use std::{fs, path::Path};
use virt_conf::domain::os::{Sysinfo, SysinfoBlock, SysinfoEntry, SysinfoType};
use virt_error::{Result, bail};
use virt_xml::{Style, write};

/// Where the kernel shows the firmware's tables.
const DIRECTORY: &str = "/sys/class/dmi/id";

/// An entry's name, and the kernel's file.
type Entries = &'static [(&'static str, &'static str)];

const BIOS: Entries = &[
    ("vendor", "bios_vendor"),
    ("version", "bios_version"),
    ("date", "bios_date"),
    ("release", "bios_release"),
];
const SYSTEM: Entries = &[
    ("manufacturer", "sys_vendor"),
    ("product", "product_name"),
    ("version", "product_version"),
    ("serial", "product_serial"),
    ("uuid", "product_uuid"),
    ("sku", "product_sku"),
    ("family", "product_family"),
];
const BOARD: Entries = &[
    ("manufacturer", "board_vendor"),
    ("product", "board_name"),
    ("version", "board_version"),
    ("serial", "board_serial"),
    ("asset", "board_asset_tag"),
];
const CHASSIS: Entries = &[
    ("manufacturer", "chassis_vendor"),
    ("version", "chassis_version"),
    ("serial", "chassis_serial"),
    ("asset", "chassis_asset_tag"),
];

/// The document.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` on a machine whose firmware says nothing.
pub fn describe() -> Result<String> {
    match read(Path::new(DIRECTORY)) {
        Some(sysinfo) => Ok(write(&sysinfo, "sysinfo", Style::default())),
        None => bail!(Qemu, ConfigUnsupported, "Host SMBIOS information is not available"),
    }
}

fn read(directory: &Path) -> Option<Sysinfo> {
    let block = |entries: Entries| {
        let entry = |(name, file): &(&str, &str)| {
            let text = fs::read_to_string(directory.join(file)).ok()?;
            let value = text.trim();
            (!value.is_empty()).then(|| SysinfoEntry {
                name: Some((*name).to_owned()),
                value: Some(value.to_owned()),
                ..SysinfoEntry::default()
            })
        };
        let entries: Vec<_> = entries.iter().filter_map(entry).collect();
        (!entries.is_empty()).then(|| SysinfoBlock { entries, ..SysinfoBlock::default() })
    };
    let sysinfo = Sysinfo {
        kind: Some(SysinfoType::Smbios),
        bios: block(BIOS).map(Box::new),
        system: block(SYSTEM).map(Box::new),
        base_boards: block(BOARD).into_iter().collect(),
        chassis: block(CHASSIS).map(Box::new),
        ..Sysinfo::default()
    };
    (sysinfo.bios.is_some() || sysinfo.system.is_some()).then_some(sysinfo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_firmware_says_is_told_and_nothing_else() {
        let directory = std::env::temp_dir().join(format!("virt-qemu-dmi-{}", std::process::id()));
        assert!(read(&directory).is_none());
        fs::create_dir_all(&directory).unwrap();
        for (file, text) in [("bios_vendor", "Example\n"), ("bios_date", " \n"), ("chassis_serial", "7\n")] {
            fs::write(directory.join(file), text).unwrap();
        }
        let text = write(&read(&directory).unwrap(), "sysinfo", Style::default());
        assert_eq!(
            text,
            "<sysinfo type='smbios'>\n  <bios>\n    <entry name='vendor'>Example</entry>\n  </bios>\n  \
             <chassis>\n    <entry name='serial'>7</entry>\n  </chassis>\n</sysinfo>\n"
        );
        fs::remove_dir_all(directory).unwrap();
    }
}
