//! Families of machine types: what a guest has on board depends on them.

use virt_conf::domain::Domain;
use virt_conf::domain::controller::ControllerType;

/// The machine types that documents treat alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// `pc`, `pc-i440fx-…`
    I440fx,
    /// `q35`, `pc-q35-…`
    Q35,
    Isapc,
    Microvm,
    /// `pseries`
    Pseries,
    /// `s390-ccw-virtio`
    S390,
    /// `virt` of ARM
    ArmVirt,
    RiscvVirt,
    LoongarchVirt,
    /// ARM boards with virtio over memory-mapped registers
    Vexpress,
    Versatilepb,
    Other,
}

impl Family {
    pub fn of(domain: &Domain) -> Family {
        Family::by_name(domain.arch(), domain.machine())
    }

    pub fn by_name(arch: &str, machine: &str) -> Family {
        let is = |name: &str| {
            machine == name || machine.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'))
        };
        match arch {
            "i686" | "x86_64" => match machine {
                "isapc" => Family::Isapc,
                "q35" => Family::Q35,
                _ if machine.starts_with("pc-q35") => Family::Q35,
                "microvm" => Family::Microvm,
                "pc" => Family::I440fx,
                _ if machine.starts_with("pc-0.")
                    || machine.starts_with("pc-1.")
                    || machine.starts_with("pc-i440")
                    || machine.starts_with("rhel") =>
                {
                    Family::I440fx
                }
                _ => Family::Other,
            },
            "armv6l" | "armv7l" | "aarch64" if is("virt") => Family::ArmVirt,
            "armv6l" | "armv7l" | "aarch64" if machine.starts_with("vexpress-") => Family::Vexpress,
            "armv6l" | "armv7l" | "aarch64" if machine == "versatilepb" => Family::Versatilepb,
            "riscv32" | "riscv64" if is("virt") => Family::RiscvVirt,
            "loongarch64" if is("virt") => Family::LoongarchVirt,
            "ppc64" | "ppc64le" if is("pseries") => Family::Pseries,
            "s390" | "s390x" if machine.starts_with("s390-ccw") => Family::S390,
            _ => Family::Other,
        }
    }

    /// A machine that exists in QEMU alone, made for virtio.
    pub fn is_virt(self) -> bool {
        matches!(self, Family::ArmVirt | Family::RiscvVirt | Family::LoongarchVirt)
    }
}

pub fn is_x86(arch: &str) -> bool {
    matches!(arch, "i686" | "x86_64")
}

pub fn is_arm(arch: &str) -> bool {
    matches!(arch, "armv6l" | "armv7l" | "armv7b" | "aarch64")
}

pub fn is_ppc64(arch: &str) -> bool {
    matches!(arch, "ppc64" | "ppc64le")
}

pub fn is_s390(arch: &str) -> bool {
    matches!(arch, "s390" | "s390x")
}

/// The root of the guest's PCI buses is a `pcie-root`.
pub fn has_pcie_root(domain: &Domain) -> bool {
    root_model(domain) == Some("pcie-root")
}

/// The root of the guest's PCI buses is a `pci-root`.
pub fn has_pci_root(domain: &Domain) -> bool {
    root_model(domain) == Some("pci-root")
}

fn root_model(domain: &Domain) -> Option<&str> {
    let mut controllers = domain.devices.controllers.iter();
    let root = controllers.find(|one| one.kind == Some(ControllerType::Pci) && one.index == Some(0))?;
    root.model.as_deref()
}
