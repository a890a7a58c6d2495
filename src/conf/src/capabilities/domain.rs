//! `<domainCapabilities>`: what a guest of one emulator, machine and type may have.

use super::host::{CpuFeature, MaxPhysAddr};
use virt_error::{Origin, Result};
use virt_xml::{
    Element, Names, Reading, Rest, Slot, Style, Word, Writer, YesNo, element, read_document, write,
};

element! {
    /// `<domainCapabilities>`
    pub DomainCapabilities {
        ;
        text path: Option<String> = "path",
        text domain: Option<String> = "domain",
        text machine: Option<String> = "machine",
        text arch: Option<String> = "arch",
        value max_vcpus: Option<u32> = "vcpu" @ "max",
        value iothreads: Option<YesNo> = "iothreads" @ "supported",
        one os: Option<Box<Os>> = "os",
        one cpu: Option<Box<CpuModes>> = "cpu",
        one memory_backing: Option<Box<Support>> = "memoryBacking",
        one devices: Option<Box<DeviceSupport>> = "devices",
        one features: Option<Box<FeatureSupport>> = "features",
    }
    /// Whether something is supported, and with which values.
    pub Support {
        attr supported: Option<YesNo> = "supported",
        ;
        many enums: Vec<Choice> = "enum",
    }
    /// Values that an attribute may have.
    pub Choice {
        attr name: Option<String> = "name",
        ;
        texts values: Vec<String> = "value",
    }
    /// How a guest boots.
    pub Os {
        attr supported: Option<YesNo> = "supported",
        ;
        many enums: Vec<Choice> = "enum",
        one loader: Option<Box<Loader>> = "loader",
    }
    /// The firmware images that are there.
    pub Loader {
        attr supported: Option<YesNo> = "supported",
        ;
        texts paths: Vec<String> = "value",
        many enums: Vec<Choice> = "enum",
    }
    /// `<cpu>`
    pub CpuModes {
        ;
        many modes: Vec<CpuMode> = "mode",
    }
    /// A way to choose a processor.
    pub CpuMode {
        attr name: Option<String> = "name",
        attr supported: Option<YesNo> = "supported",
        ;
        many enums: Vec<Choice> = "enum",
        flat models: CpuModels,
        text vendor: Option<String> = "vendor",
        one max_phys_addr: Option<Box<MaxPhysAddr>> = "maxphysaddr",
        many features: Vec<CpuFeature> = "feature",
    }
    /// A model of processor.
    pub CpuModel {
        attr fallback: Option<String> = "fallback",
        attr usable: Option<String> = "usable",
        attr deprecated: Option<YesNo> = "deprecated",
        attr vendor: Option<String> = "vendor",
        attr canonical: Option<String> = "canonical",
        ;
        content name: Option<String>,
    }
    /// The features that a model would need and the host lacks.
    pub Blockers {
        attr model: Option<String> = "model",
        ;
        many features: Vec<CpuFeature> = "feature",
    }
    /// `<devices>`
    pub DeviceSupport {
        ;
        one disk: Option<Box<Support>> = "disk",
        one graphics: Option<Box<Support>> = "graphics",
        one video: Option<Box<Support>> = "video",
        one hostdev: Option<Box<Support>> = "hostdev",
        one rng: Option<Box<Support>> = "rng",
        one filesystem: Option<Box<Support>> = "filesystem",
        one tpm: Option<Box<Support>> = "tpm",
        one redirdev: Option<Box<Support>> = "redirdev",
        one channel: Option<Box<Support>> = "channel",
        one crypto: Option<Box<Support>> = "crypto",
        one interface: Option<Box<Support>> = "interface",
        one panic: Option<Box<Support>> = "panic",
        one console: Option<Box<Support>> = "console",
    }
    /// `<features>`
    pub FeatureSupport {
        ;
        one gic: Option<Box<Support>> = "gic",
        one vmcoreinfo: Option<Box<Support>> = "vmcoreinfo",
        one genid: Option<Box<Support>> = "genid",
        one backing_store_input: Option<Box<Support>> = "backingStoreInput",
        one backup: Option<Box<Support>> = "backup",
        one async_teardown: Option<Box<Support>> = "async-teardown",
        one s390_pv: Option<Box<Support>> = "s390-pv",
        one ps2: Option<Box<Support>> = "ps2",
        one tdx: Option<Box<Support>> = "tdx",
        one sev: Option<Box<Sev>> = "sev",
        one sgx: Option<Box<Sgx>> = "sgx",
        one hyperv: Option<Box<Support>> = "hyperv",
        one launch_security: Option<Box<Support>> = "launchSecurity",
    }
    /// AMD's encrypted memory.
    pub Sev {
        attr supported: Option<YesNo> = "supported",
        ;
        text c_bit: Option<u32> = "cbitpos",
        text reduced_phys_bits: Option<u32> = "reducedPhysBits",
        text max_guests: Option<u32> = "maxGuests",
        text max_es_guests: Option<u32> = "maxESGuests",
        text cpu0_id: Option<String> = "cpu0Id",
    }
    /// Intel's enclaves.
    pub Sgx {
        attr supported: Option<YesNo> = "supported",
        ;
        text flc: Option<YesNo> = "flc",
        text sgx1: Option<YesNo> = "sgx1",
        text sgx2: Option<YesNo> = "sgx2",
        one section_size: Option<Box<SectionSize>> = "section_size",
        one sections: Option<Box<Sections>> = "sections",
    }
    /// The memory of all enclaves.
    pub SectionSize {
        attr unit: Option<String> = "unit",
        ;
        content size: Option<u64>,
    }
    /// That of each node.
    pub Sections {
        ;
        many sections: Vec<Section> = "section",
    }
    /// That of one node.
    pub Section {
        attr node: Option<u32> = "node",
        attr size: Option<u64> = "size",
        attr unit: Option<String> = "unit",
        ;
    }
}

impl DomainCapabilities {
    /// Reads a document.
    pub fn parse(text: &str) -> Result<DomainCapabilities> {
        let reading = Reading::new(Origin::Capabilities);
        read_document(text, "(domain_capabilities)", "domainCapabilities", &reading)
    }

    pub fn format(&self) -> String {
        write(self, "domainCapabilities", Style::default())
    }
}

/// Something that is there, with the values that its attributes may have.
pub fn supported(enums: Vec<Choice>) -> Support {
    Support { supported: Some(YesNo(true)), enums, ..Support::default() }
}

/// Something that is there or not, and has no values.
pub fn plain(there: bool) -> Option<Box<Support>> {
    Some(Box::new(Support { supported: Some(YesNo(there)), ..Support::default() }))
}

/// Something that is there when one of its values is.
pub fn with_values(enums: Vec<Choice>) -> Option<Box<Support>> {
    let there = enums.iter().any(|one| !one.values.is_empty());
    if there { Some(Box::new(supported(enums))) } else { plain(false) }
}

/// Models, each followed by what speaks against it. The two kinds of element alternate, which no table says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CpuModels {
    pub models: Vec<(CpuModel, Option<Box<Blockers>>)>,
    rest: Rest,
}

impl CpuModels {
    /// Adds a model and the features that it lacks.
    pub fn push(&mut self, model: CpuModel, blockers: Option<Blockers>) {
        self.models.push((model, blockers.map(Box::new)));
    }
}

impl Element for CpuModels {
    fn attr<'s>(&'s mut self, _: &str, _: &Reading) -> Option<&'s mut dyn Word> {
        None
    }

    fn child<'s>(&'s mut self, name: &str, _: &Reading) -> Option<Slot<'s>> {
        match name {
            "model" => {
                self.models.push(Default::default());
                self.models.last_mut().map(|(model, _)| Slot::Inline(model))
            }
            "blockers" => self.models.last_mut().map(|(_, blockers)| Slot::One(blockers)),
            _ => None,
        }
    }

    fn save_attrs(&self, _: &mut Writer) {}

    fn save_body(&self, w: &mut Writer) {
        for (model, blockers) in &self.models {
            w.element("model", model);
            w.nest("blockers", blockers);
        }
    }

    fn rest(&self) -> &Rest {
        &self.rest
    }

    fn rest_mut(&mut self) -> &mut Rest {
        &mut self.rest
    }

    fn names(&self, names: &mut Names) {
        names.children.extend(["model", "blockers"]);
    }
}
