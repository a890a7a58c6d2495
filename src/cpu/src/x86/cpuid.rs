//! What a processor says of itself: the answers of CPUID and the MSRs that tell its features.

use super::database::{Model, Vendor};
use super::features::{Feature, FeatureSet};
use super::registers::{Register, Source};

/// The registers that one leaf of CPUID answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaf {
    pub leaf: u32,
    pub subleaf: u32,
    pub eax: u32,
    pub ebx: u32,
    pub ecx: u32,
    pub edx: u32,
}

/// A processor's features, vendor and signature, as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Processor {
    pub features: FeatureSet,
    pub vendor: Option<&'static Vendor>,
    /// Family, model and stepping.
    pub signature: Option<(u32, u32, u32)>,
}

impl Processor {
    pub fn new(features: FeatureSet) -> Processor {
        Processor { features, vendor: None, signature: None }
    }

    /// Takes one answer of CPUID.
    pub fn read_leaf(&mut self, leaf: &Leaf) {
        let source = Source::Cpuid { leaf: leaf.leaf, subleaf: leaf.subleaf };
        let registers = [leaf.eax, leaf.ebx, leaf.ecx, leaf.edx];
        let places = [Register::Eax, Register::Ebx, Register::Ecx, Register::Edx];
        for (register, bits) in places.into_iter().zip(registers) {
            self.features.read(source, register, bits);
        }
        match (leaf.leaf, leaf.subleaf) {
            (0, 0) => self.vendor = Vendor::by_string(&vendor_string(leaf)),
            (1, 0) if leaf.eax != 0 => self.signature = Some(signature(leaf.eax)),
            _ => {}
        }
    }

    /// Takes the value of an MSR.
    pub fn read_msr(&mut self, index: u32, value: u64) {
        self.features.read(Source::Msr(index), Register::Eax, value as u32);
        self.features.read(Source::Msr(index), Register::Edx, (value >> 32) as u32);
    }

    /// Takes out the transactional memory that is broken in early Haswell processors.
    pub fn drop_broken(&mut self) {
        let Some((6, model, stepping)) = self.signature else { return };
        let intel = self.vendor.is_some_and(|vendor| vendor.name == "Intel");
        if intel && (matches!(model, 60 | 69 | 70) || model == 63 && stepping < 4) {
            for name in ["hle", "rtm"] {
                Feature::find(name).into_iter().for_each(|feature| self.features.remove(feature));
            }
        }
    }

    /// Whether the processor is one of a model's; unknown where its signature is.
    pub fn is_of(&self, model: &Model) -> Option<bool> {
        self.signature.map(|signature| model.has_signature(signature))
    }
}

/// The vendor's name is spread over the registers ebx, edx and ecx.
fn vendor_string(leaf: &Leaf) -> [u8; 12] {
    let mut string = [0; 12];
    for (place, register) in string.chunks_exact_mut(4).zip([leaf.ebx, leaf.edx, leaf.ecx]) {
        place.copy_from_slice(&register.to_le_bytes());
    }
    string
}

/// Family, model and stepping, out of the register eax of leaf 1. The extended family counts when the base one is
/// full, the extended model always, as all processors with a family below 6 have none.
fn signature(eax: u32) -> (u32, u32, u32) {
    let field = |shift: u32, bits: u32| eax >> shift & ((1 << bits) - 1);
    let family = field(8, 4);
    let family = if family == 0xf { family + field(20, 8) } else { family };
    (family, field(16, 4) << 4 | field(4, 4), field(0, 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_tell_vendor_signature_and_features() {
        let mut cpu = Processor::new(FeatureSet::EMPTY);
        let word = |text: &[u8; 4]| u32::from_le_bytes(*text);
        let vendor = Leaf { ebx: word(b"Auth"), edx: word(b"enti"), ecx: word(b"cAMD"), ..Leaf::default() };
        cpu.read_leaf(&vendor);
        assert_eq!(cpu.vendor.unwrap().name, "AMD");
        cpu.read_leaf(&Leaf { leaf: 1, eax: 0x0083_0f10, edx: 1, ..Leaf::default() });
        assert_eq!(cpu.signature, Some((23, 49, 0)));
        assert_eq!(cpu.is_of(Model::find("EPYC-Rome").unwrap()), Some(true));
        cpu.read_msr(0x480, 1 << 55);
        assert_eq!(cpu.features.names(), "fpu, vmx-true-ctls");
    }

    #[test]
    fn early_haswell_has_no_transactions() {
        let set: FeatureSet = ["hle", "rtm", "avx2"].into_iter().filter_map(Feature::find).collect();
        for (signature, left) in [((6, 60, 3), "avx2"), ((6, 63, 4), "hle, avx2, rtm"), ((6, 63, 2), "avx2")]
        {
            let mut cpu =
                Processor { features: set, vendor: Vendor::find("Intel"), signature: Some(signature) };
            cpu.drop_broken();
            assert_eq!(cpu.features.names(), left);
        }
    }
}
