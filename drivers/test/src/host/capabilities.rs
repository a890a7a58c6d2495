//! The capabilities document of the host, and its system information.

use super::{
    EMULATOR,
    model::{HostModel, NumaCell, PAGE_SIZES, SECURITY_DOI, SECURITY_MODEL},
};
use std::sync::PoisonError;
use virt_conf::{
    capabilities::{
        Capabilities, Cell, CellCpus, CellMemory, CellPages, Cells, Cpu, DomainType, GuestArch,
        GuestCapabilities, GuestFeatures, HostCapabilities, HostCpu, HostFeatures, PageSize, PowerManagement,
        SecurityModel, Topology,
    },
    domain::os::{Sysinfo, SysinfoBlock, SysinfoEntry, SysinfoType},
};
use virt_xml::{Style, YesNo, write};

/// The kinds of guest: what they run on.
const GUESTS: [&str; 2] = ["hvm", "xen"];

fn kib() -> Option<String> {
    Some("KiB".to_owned())
}

/// `<capabilities>`
pub fn format(host: &HostModel) -> String {
    let guests = GUESTS.map(guest);
    Capabilities { host: vec![describe(host)], guests: guests.into(), ..Capabilities::default() }.format()
}

fn describe(host: &HostModel) -> HostCapabilities {
    let page = |size: u32| PageSize { unit: kib(), size: Some(size.into()), ..PageSize::default() };
    let cpu = HostCpu {
        arch: Some("i686".to_owned()),
        features: Some(Box::new(HostFeatures { pae: true, nonpae: true, ..HostFeatures::default() })),
        pages: PAGE_SIZES.map(page).into(),
        ..HostCpu::default()
    };
    let cells: Vec<Cell> = (0..).zip(&host.cells).map(|(number, cell)| describe_cell(number, cell)).collect();
    let cells = Cells { num: Some(cells.len() as u32), cells, ..Cells::default() };
    HostCapabilities {
        cpu: Some(Box::new(cpu)),
        power_management: Some(Box::<PowerManagement>::default()),
        iommu: Some(YesNo(false)),
        topology: Some(Box::new(Topology { cells: Some(Box::new(cells)), ..Topology::default() })),
        security_models: vec![SecurityModel {
            model: Some(SECURITY_MODEL.to_owned()),
            doi: Some(SECURITY_DOI.to_owned()),
            ..SecurityModel::default()
        }],
        ..HostCapabilities::default()
    }
}

fn describe_cell(number: u32, cell: &NumaCell) -> Cell {
    let pages = cell.pages.lock().unwrap_or_else(PoisonError::into_inner);
    let pages = pages.iter().map(|(size, count)| CellPages {
        unit: kib(),
        size: Some((*size).into()),
        count: Some(*count),
        ..CellPages::default()
    });
    let cpus = (0..).zip(cell.cpus.clone()).map(|(core, cpu)| Cpu {
        id: Some(cpu),
        socket: Some(number),
        die: Some(0),
        core: Some(core),
        siblings: Some(cpu.to_string()),
        ..Cpu::default()
    });
    Cell {
        id: Some(number),
        memory: Some(Box::new(CellMemory { unit: kib(), size: Some(cell.memory), ..CellMemory::default() })),
        pages: pages.collect(),
        cpus: Some(Box::new(CellCpus {
            num: Some(cell.cpus.len() as u32),
            cpus: cpus.collect(),
            ..CellCpus::default()
        })),
        ..Cell::default()
    }
}

fn guest(os_type: &str) -> GuestCapabilities {
    let domain = DomainType { kind: Some("test".to_owned()), ..DomainType::default() };
    GuestCapabilities {
        os_type: Some(os_type.to_owned()),
        arch: Some(Box::new(GuestArch {
            name: Some("i686".to_owned()),
            word_size: Some(32),
            emulator: Some(EMULATOR.to_owned()),
            domains: vec![domain],
            ..GuestArch::default()
        })),
        features: Some(Box::new(GuestFeatures { pae: true, nonpae: true, ..GuestFeatures::default() })),
        ..GuestCapabilities::default()
    }
}

/// `<sysinfo>`: the machine's firmware.
pub fn sysinfo() -> String {
    let entry = |(name, value): (&str, &str)| SysinfoEntry {
        name: Some(name.to_owned()),
        value: Some(value.to_owned()),
        ..SysinfoEntry::default()
    };
    let bios =
        [("vendor", "LENOVO"), ("version", "G4ETA1WW (2.61 )"), ("date", "05/07/2014"), ("release", "2.61")];
    let bios = SysinfoBlock { entries: bios.map(entry).into(), ..SysinfoBlock::default() };
    let sysinfo =
        Sysinfo { kind: Some(SysinfoType::Smbios), bios: Some(Box::new(bios)), ..Sysinfo::default() };
    write(&sysinfo, "sysinfo", Style::default())
}
