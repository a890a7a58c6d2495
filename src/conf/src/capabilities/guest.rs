//! `<guest>`: a kind of guest that a host can run.

use super::topology::Toggle;
use virt_xml::{YesNo, element};

element! {
    /// `<guest>`
    pub GuestCapabilities {
        ;
        text os_type: Option<String> = "os_type",
        block arch: Option<Box<GuestArch>> = "arch",
        part features: Option<Box<GuestFeatures>> = "features",
    }
    /// The architecture, and what runs it.
    pub GuestArch {
        attr name: Option<String> = "name",
        ;
        text word_size: Option<u32> = "wordsize",
        text emulator: Option<String> = "emulator",
        text loader: Option<String> = "loader",
        many machines: Vec<Machine> = "machine",
        many domains: Vec<DomainType> = "domain",
    }
    /// A type of machine; `canonical` is what a short name stands for.
    pub Machine {
        attr canonical: Option<String> = "canonical",
        attr max_cpus: Option<u32> = "maxCpus",
        attr deprecated: Option<YesNo> = "deprecated",
        ;
        content name: Option<String>,
    }
    /// A way to run it, with what differs from the architecture's own.
    pub DomainType {
        attr kind: Option<String> = "type",
        ;
        text emulator: Option<String> = "emulator",
        text loader: Option<String> = "loader",
        many machines: Vec<Machine> = "machine",
    }
    /// What such guests can have.
    pub GuestFeatures {
        ;
        flag pae: bool = "pae",
        flag nonpae: bool = "nonpae",
        flag ia64_be: bool = "ia64_be",
        one acpi: Option<Box<Toggle>> = "acpi",
        one apic: Option<Box<Toggle>> = "apic",
        flag cpu_selection: bool = "cpuselection",
        flag device_boot: bool = "deviceboot",
        one disk_snapshot: Option<Box<Toggle>> = "disksnapshot",
        one hap: Option<Box<Toggle>> = "hap",
        flag external_snapshot: bool = "externalSnapshot",
    }
}
