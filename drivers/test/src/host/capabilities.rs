//! The capabilities document of the host, and its system information.

use super::model::{HostModel, PAGE_SIZES, SECURITY_DOI, SECURITY_MODEL};
use std::{fmt::Write, sync::PoisonError};

/// The kinds of guest: what they run on.
const GUESTS: [&str; 2] = ["hvm", "xen"];

/// `<capabilities>`; its blank lines are part of the format.
pub fn format(host: &HostModel) -> String {
    let mut text = String::with_capacity(4096);
    text.push_str("<capabilities>\n\n");
    // Writing into a string cannot fail.
    let _ = write_host(host, &mut text);
    for guest in GUESTS {
        let _ = write_guest(guest, &mut text);
    }
    text.push_str("</capabilities>\n");
    text
}

fn write_host(host: &HostModel, w: &mut String) -> std::fmt::Result {
    writeln!(w, "  <host>\n    <cpu>\n      <arch>i686</arch>")?;
    write_features(w, "      ")?;
    for size in PAGE_SIZES {
        writeln!(w, "      <pages unit='KiB' size='{size}'/>")?;
    }
    writeln!(w, "    </cpu>\n    <power_management/>\n    <iommu support='no'/>")?;
    write_topology(host, w)?;
    writeln!(w, "    <secmodel>\n      <model>{SECURITY_MODEL}</model>")?;
    writeln!(w, "      <doi>{SECURITY_DOI}</doi>\n    </secmodel>\n  </host>\n")
}

fn write_topology(host: &HostModel, w: &mut String) -> std::fmt::Result {
    writeln!(w, "    <topology>\n      <cells num='{}'>", host.cells.len())?;
    for (number, cell) in host.cells.iter().enumerate() {
        writeln!(w, "        <cell id='{number}'>")?;
        writeln!(w, "          <memory unit='KiB'>{}</memory>", cell.memory)?;
        for (size, count) in cell.pages.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            writeln!(w, "          <pages unit='KiB' size='{size}'>{count}</pages>")?;
        }
        writeln!(w, "          <cpus num='{}'>", cell.cpus.len())?;
        for (core, cpu) in cell.cpus.clone().enumerate() {
            write!(w, "            <cpu id='{cpu}' socket_id='{number}' die_id='0' ")?;
            writeln!(w, "core_id='{core}' siblings='{cpu}'/>")?;
        }
        writeln!(w, "          </cpus>\n        </cell>")?;
    }
    writeln!(w, "      </cells>\n    </topology>")
}

fn write_guest(kind: &str, w: &mut String) -> std::fmt::Result {
    writeln!(w, "  <guest>\n    <os_type>{kind}</os_type>\n    <arch name='i686'>")?;
    writeln!(w, "      <wordsize>32</wordsize>\n      <emulator>/usr/bin/test-hv</emulator>")?;
    writeln!(w, "      <domain type='test'/>\n    </arch>")?;
    write_features(w, "    ")?;
    writeln!(w, "  </guest>\n")
}

fn write_features(w: &mut String, indent: &str) -> std::fmt::Result {
    writeln!(w, "{indent}<features>\n{indent}  <pae/>\n{indent}  <nonpae/>\n{indent}</features>")
}

/// `<sysinfo>`: the machine's firmware.
pub fn sysinfo() -> String {
    let mut text = String::from("<sysinfo type='smbios'>\n  <bios>\n");
    for (name, value) in
        [("vendor", "LENOVO"), ("version", "G4ETA1WW (2.61 )"), ("date", "05/07/2014"), ("release", "2.61")]
    {
        let _ = writeln!(text, "    <entry name='{name}'>{value}</entry>");
    }
    text.push_str("  </bios>\n</sysinfo>\n");
    text
}
