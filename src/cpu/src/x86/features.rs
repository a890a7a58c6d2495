//! Sets of x86 features: the bits of the registers that the table knows.

use super::registers::{ALIASES, NOT_MIGRATABLE, REGISTERS, Register, Source};
use std::{collections::HashMap, sync::OnceLock};

/// One feature: a bit of a row of [`REGISTERS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    pub name: &'static str,
    row: usize,
    mask: u32,
}

impl Feature {
    /// The feature of this name.
    pub fn find(name: &str) -> Option<Feature> {
        features().by_name.get(name).map(|index| features().list[*index])
    }

    /// The feature of this name, or of this other name that QEMU or Linux has for it.
    pub fn find_alias(name: &str) -> Option<Feature> {
        let own = ALIASES.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, own)| *own);
        Feature::find(own)
    }

    /// Whether a guest that has it can move to another host.
    pub fn is_migratable(self) -> bool {
        !NOT_MIGRATABLE.contains(&self.name)
    }

    /// Whether it is read from an MSR.
    pub fn is_msr(self) -> bool {
        matches!(REGISTERS[self.row].source, Source::Msr(_))
    }
}

/// Every feature, in the order of the table.
pub fn all() -> &'static [Feature] {
    &features().list
}

struct Features {
    list: Vec<Feature>,
    by_name: HashMap<&'static str, usize>,
}

fn features() -> &'static Features {
    static FEATURES: OnceLock<Features> = OnceLock::new();
    FEATURES.get_or_init(|| {
        let mut list = Vec::with_capacity(512);
        for (row, register) in REGISTERS.iter().enumerate() {
            let mut next = 0;
            for word in register.names.split_ascii_whitespace() {
                let (bit, name) = word.split_once(':').unwrap_or(("", word));
                let bit = bit.parse().unwrap_or(next);
                list.push(Feature { name, row, mask: 1u32.checked_shl(bit).unwrap_or(0) });
                next = bit + 1;
            }
        }
        let by_name = list.iter().enumerate().map(|(index, feature)| (feature.name, index)).collect();
        Features { list, by_name }
    })
}

/// A set of features.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FeatureSet([u32; REGISTERS.len()]);

impl FeatureSet {
    pub const EMPTY: FeatureSet = FeatureSet([0; REGISTERS.len()]);

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0)
    }

    pub fn contains(&self, feature: Feature) -> bool {
        self.0[feature.row] & feature.mask != 0
    }

    pub fn insert(&mut self, feature: Feature) {
        self.0[feature.row] |= feature.mask;
    }

    pub fn remove(&mut self, feature: Feature) {
        self.0[feature.row] &= !feature.mask;
    }

    /// Takes out what is not in `other`.
    pub fn intersect(&mut self, other: &FeatureSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine &= theirs);
    }

    /// Takes out what is in `other`.
    pub fn subtract(&mut self, other: &FeatureSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine &= !theirs);
    }

    /// What is here and not in `other`.
    pub fn without(mut self, other: &FeatureSet) -> FeatureSet {
        self.subtract(other);
        self
    }

    pub fn is_subset(&self, other: &FeatureSet) -> bool {
        self.without(other).is_empty()
    }

    /// Adds the features whose bits are set in a register; bits that no feature has are left out.
    pub fn read(&mut self, source: Source, register: Register, bits: u32) {
        let row = REGISTERS.binary_search_by(|row| (row.source, row.register).cmp(&(source, register)));
        let Ok(row) = row else { return };
        for feature in all().iter().filter(|feature| feature.row == row) {
            if bits & feature.mask != 0 {
                self.insert(*feature);
            }
        }
    }

    /// The features, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = Feature> + '_ {
        all().iter().copied().filter(|feature| self.contains(*feature))
    }

    /// The names, with `, ` between them.
    pub fn names(&self) -> String {
        self.iter().map(|feature| feature.name).collect::<Vec<_>>().join(", ")
    }
}

impl std::fmt::Debug for FeatureSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.names())
    }
}

impl FromIterator<Feature> for FeatureSet {
    fn from_iter<I: IntoIterator<Item = Feature>>(features: I) -> FeatureSet {
        let mut set = FeatureSet::EMPTY;
        features.into_iter().for_each(|feature| set.insert(feature));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_names_each_bit_once() {
        assert!(
            REGISTERS
                .windows(2)
                .all(|two| (two[0].source, two[0].register) < (two[1].source, two[1].register))
        );
        let mut seen = std::collections::HashSet::new();
        for feature in all() {
            assert!(feature.mask.is_power_of_two(), "{}", feature.name);
            assert!(seen.insert((feature.row, feature.mask)), "{} has another feature's bit", feature.name);
            assert_eq!(Feature::find(feature.name), Some(*feature), "{} is there twice", feature.name);
        }
        assert!(
            NOT_MIGRATABLE
                .iter()
                .chain(ALIASES.iter().map(|(_, name)| name))
                .all(|name| Feature::find(name).is_some())
        );
    }

    #[test]
    fn registers_become_features() {
        let mut set = FeatureSet::EMPTY;
        set.read(Source::Cpuid { leaf: 1, subleaf: 0 }, Register::Ecx, 0x8000_0021 | 1 << 11);
        set.read(Source::Cpuid { leaf: 0x7777, subleaf: 0 }, Register::Eax, u32::MAX);
        set.read(Source::Msr(0x10a), Register::Eax, 2);
        assert_eq!(set.names(), "pni, vmx, hypervisor, ibrs-all");
        let monitor = Feature::find("monitor").unwrap();
        assert!(!set.contains(monitor) && monitor.is_migratable() && !monitor.is_msr());
        assert_eq!(Feature::find_alias("sse4_1"), Feature::find("sse4.1"));
        assert!(Feature::find("ibrs-all").unwrap().is_msr());
    }
}
