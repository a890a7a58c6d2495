//! `<capabilities>`: the host, and the guests that its emulators can run.

use super::{caches, processor::HostProcessor};
use crate::{
    emulator::{Accelerated, Emulator, Emulators, Flag},
    settings::Settings,
};
use std::{fs, path::Path, sync::OnceLock};
use virt_conf::{
    Uuid,
    capabilities::{
        BaseLabel, Capabilities, Cell, CellCpus, CellMemory, CellPages, Cells, Cpu, Distances, DomainType,
        GuestArch, GuestCapabilities, GuestFeatures, HostCapabilities, Machine, MigrationFeatures,
        PowerManagement, SecurityModel, Sibling, Toggle, Topology, Transports,
    },
};
use virt_sys::{account, host};
use virt_xml::{OnOff, YesNo};

/// The security model of guests that are not confined.
pub const NO_SECURITY: &str = "none";
pub const SECURITY_DOI: &str = "0";

/// The document.
pub fn describe(emulators: &Emulators, settings: &Settings) -> Capabilities {
    let guests = emulators.all();
    Capabilities {
        host: vec![host(settings)],
        guests: guests.iter().map(|(arch, emulator)| guest(arch, emulator)).collect(),
        ..Capabilities::default()
    }
}

fn host(settings: &Settings) -> HostCapabilities {
    let nodes = host::nodes();
    let banks = host::cache_banks(caches::LEVEL);
    HostCapabilities {
        uuid: Some(host_uuid()),
        cpu: Some(Box::new(HostProcessor::get().describe(&nodes))),
        power_management: Some(Box::<PowerManagement>::default()),
        iommu: Some(YesNo(
            fs::read_dir("/sys/kernel/iommu_groups").is_ok_and(|mut groups| groups.next().is_some()),
        )),
        migration: Some(Box::new(MigrationFeatures {
            live: true,
            transports: Some(Box::new(Transports {
                transports: ["tcp", "rdma"].map(str::to_owned).into(),
                ..Transports::default()
            })),
            ..MigrationFeatures::default()
        })),
        topology: Some(Box::new(topology(&nodes))),
        cache: caches::describe(&banks),
        memory_bandwidth: caches::bandwidth(&banks),
        security_models: security_models(settings),
        ..HostCapabilities::default()
    }
}

/// The machine's UUID. Where its firmware has none to tell, one is made up that holds as long as this process.
fn host_uuid() -> Uuid {
    static UUID: OnceLock<Uuid> = OnceLock::new();
    *UUID.get_or_init(|| {
        let told = fs::read_to_string("/sys/devices/virtual/dmi/id/product_uuid").ok();
        let uuid = told.and_then(|text| Uuid::parse(&text));
        // A firmware that writes the same digit throughout has not been told one either.
        uuid.filter(|Uuid(bytes)| bytes.iter().any(|byte| *byte != bytes[0])).unwrap_or_else(Uuid::random)
    })
}

fn topology(nodes: &[host::Node]) -> Topology {
    let cells = nodes.iter().map(cell).collect::<Vec<_>>();
    Topology {
        cells: Some(Box::new(Cells { num: Some(cells.len() as u32), cells, ..Cells::default() })),
        ..Topology::default()
    }
}

fn cell(node: &host::Node) -> Cell {
    let kib = || Some("KiB".to_owned());
    let pages = node.pages.iter().map(|pool| CellPages {
        unit: kib(),
        size: Some(pool.size),
        count: Some(pool.total),
        ..CellPages::default()
    });
    let siblings = node.distances.iter().map(|(id, value)| Sibling {
        id: Some(*id),
        value: Some(*value),
        ..Sibling::default()
    });
    let cpus = node.cpus.iter().map(|cpu| Cpu {
        id: Some(cpu.id),
        socket: Some(cpu.socket),
        die: Some(cpu.die),
        cluster: Some(cpu.cluster),
        core: Some(cpu.core),
        siblings: Some(cpu.siblings.clone()),
        ..Cpu::default()
    });
    let siblings = siblings.collect::<Vec<_>>();
    Cell {
        id: Some(node.id),
        memory: Some(Box::new(CellMemory {
            unit: kib(),
            size: Some(node.memory.total),
            ..CellMemory::default()
        })),
        pages: pages.collect(),
        distances: (!siblings.is_empty()).then(|| Box::new(Distances { siblings, ..Distances::default() })),
        cpus: Some(Box::new(CellCpus {
            num: Some(node.cpus.len() as u32),
            cpus: cpus.collect(),
            ..CellCpus::default()
        })),
        ..Cell::default()
    }
}

/// No confinement, and for whoever may change users, ordinary ownership of files.
fn security_models(settings: &Settings) -> Vec<SecurityModel> {
    let model = |name: &str, base_labels: Vec<BaseLabel>| SecurityModel {
        model: Some(name.to_owned()),
        doi: Some(SECURITY_DOI.to_owned()),
        base_labels,
        ..SecurityModel::default()
    };
    let mut models = vec![model(NO_SECURITY, Vec::new())];
    if let Some(owner) = owner(settings) {
        let label = |kind: &str| BaseLabel {
            kind: Some(kind.to_owned()),
            label: Some(owner.clone()),
            ..BaseLabel::default()
        };
        models.push(model("dac", vec![label("kvm"), label("qemu")]));
    }
    models
}

/// Whom guests run as, in the words of the model `dac`; `None` for a process that may not change users.
pub fn owner(settings: &Settings) -> Option<String> {
    let us = virt_sys::process::Credentials::default();
    if us.user != 0 {
        return None;
    }
    let number = |name: &Option<String>, own: u32, find: fn(&str) -> virt_error::Result<Option<u32>>| {
        let Some(name) = name else { return own };
        let plain = name.strip_prefix('+').unwrap_or(name).parse().ok();
        find(name).ok().flatten().or(plain).unwrap_or(own)
    };
    let user = number(&settings.user, us.user, account::user);
    let group = number(&settings.group, us.group, account::group);
    Some(format!("+{user}:+{group}"))
}

fn guest(arch: &str, emulator: &Emulator) -> GuestCapabilities {
    let toggle = |default: bool, toggle: bool| {
        Some(Box::new(Toggle {
            default: Some(OnOff(default)),
            toggle: Some(YesNo(toggle)),
            ..Toggle::default()
        }))
    };
    let x86 = matches!(arch, "x86_64" | "i686");
    let acpi = x86 || matches!(arch, "aarch64" | "loongarch64");
    let domain = |kind: &str| DomainType { kind: Some(kind.to_owned()), ..DomainType::default() };
    let mut domains = Vec::new();
    if emulator.has(Flag::Tcg) || emulator.kvm.is_none() {
        domains.push(domain("qemu"));
    }
    if emulator.kvm.is_some() {
        domains.push(domain("kvm"));
    }
    GuestCapabilities {
        os_type: Some("hvm".to_owned()),
        arch: Some(Box::new(GuestArch {
            name: Some(arch.to_owned()),
            word_size: Some(word_size(arch)),
            emulator: Some(shown(&emulator.path)),
            machines: machines(emulator.accelerated(emulator.kvm.is_some())),
            domains,
            ..GuestArch::default()
        })),
        features: Some(Box::new(GuestFeatures {
            pae: arch == "i686",
            nonpae: arch == "i686",
            acpi: if acpi { toggle(true, true) } else { None },
            apic: if x86 { toggle(true, false) } else { None },
            cpu_selection: true,
            device_boot: true,
            disk_snapshot: toggle(true, false),
            external_snapshot: true,
            ..GuestFeatures::default()
        })),
        ..GuestCapabilities::default()
    }
}

/// Every machine by its name, and after it by its alias.
fn machines(accelerated: &Accelerated) -> Vec<Machine> {
    let mut list = Vec::with_capacity(accelerated.machines.len() + 8);
    for machine in &accelerated.machines {
        let named = |name: &str, canonical: Option<String>| Machine {
            canonical,
            max_cpus: Some(machine.max_cpus).filter(|most| *most > 0),
            deprecated: machine.deprecated.then_some(YesNo(true)),
            name: Some(name.to_owned()),
            ..Machine::default()
        };
        list.push(named(&machine.name, None));
        if let Some(alias) = &machine.alias {
            list.push(named(alias, Some(machine.name.clone())));
        }
    }
    list
}

fn word_size(arch: &str) -> u32 {
    let wide = arch.contains("64") || matches!(arch, "alpha" | "s390x");
    if wide { 64 } else { 32 }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emulator::recording::recorded;

    #[test]
    fn a_guest_is_described_by_its_architecture_and_its_emulator() {
        let Some(emulator) = recorded("10.0.0_x86_64") else { return };
        let wide = guest("x86_64", &emulator);
        let arch = wide.arch.as_ref().unwrap();
        assert_eq!(arch.word_size, Some(64));
        assert_eq!(
            arch.domains.iter().filter_map(|one| one.kind.as_deref()).collect::<Vec<_>>(),
            ["qemu", "kvm"]
        );
        let names: Vec<_> =
            arch.machines.iter().map(|one| (one.name.as_deref(), one.canonical.as_deref())).collect();
        assert_eq!(names[..2], [(Some("pc-i440fx-10.0"), None), (Some("pc"), Some("pc-i440fx-10.0"))]);
        assert!(arch.machines.iter().any(|one| one.deprecated == Some(YesNo(true))));
        assert!(!wide.features.as_ref().unwrap().pae);
        assert!(guest("i686", &emulator).features.unwrap().pae);
        let Some(emulator) = recorded("9.0.0_sparc") else { return };
        let sparc = guest("sparc", &emulator);
        assert!(sparc.features.as_ref().unwrap().acpi.is_none());
        let domains = &sparc.arch.as_ref().unwrap().domains;
        assert!(domains.len() == 1 && domains[0].kind.as_deref() == Some("qemu"));
    }

    #[test]
    fn the_host_is_described_whole() {
        let text =
            Capabilities { host: vec![host(&Settings::default())], ..Capabilities::default() }.format();
        let read = Capabilities::parse(&text).unwrap();
        let host = &read.host[0];
        assert!(host.uuid.is_some() && host.migration.is_some());
        assert_eq!(host.security_models[0].model.as_deref(), Some(NO_SECURITY));
        let cells = host.topology.as_ref().unwrap().cells.as_ref().unwrap();
        assert_eq!(cells.num, Some(cells.cells.len() as u32));
    }
}
