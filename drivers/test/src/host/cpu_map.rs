//! The processor models that an installed libvirt describes: their features, by name.
//!
//! The description is data of the machine (`/usr/share/libvirt/cpu_map`). Where there is none, nothing that needs it
//! is supported.

use std::{collections::HashMap, fs, path::Path, sync::OnceLock};
use virt_error::Origin;
use virt_xml::{Node, parse};

const FOLDER: &str = "/usr/share/libvirt/cpu_map";

/// A set of features, as bits in the order in which the map lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features(Vec<u64>);

impl Features {
    pub fn insert(&mut self, feature: usize) {
        if self.0.len() <= feature / 64 {
            self.0.resize(feature / 64 + 1, 0);
        }
        self.0[feature / 64] |= 1 << (feature % 64);
    }

    pub fn remove(&mut self, feature: usize) {
        if let Some(word) = self.0.get_mut(feature / 64) {
            *word &= !(1 << (feature % 64));
        }
    }

    pub fn contains(&self, feature: usize) -> bool {
        self.0.get(feature / 64).is_some_and(|word| word >> (feature % 64) & 1 == 1)
    }

    /// The features that are in both.
    pub fn common(&self, other: &Features) -> Features {
        Features(self.0.iter().zip(&other.0).map(|(one, two)| one & two).collect())
    }

    /// The features that are here and not there.
    pub fn without(&self, other: &Features) -> Features {
        let there = other.0.iter().copied().chain(std::iter::repeat(0));
        Features(self.0.iter().zip(there).map(|(here, there)| here & !there).collect())
    }

    pub fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Each feature's number, lowest first.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        (0..self.0.len() * 64).filter(|feature| self.contains(*feature))
    }
}

/// A processor model.
#[derive(Debug)]
pub struct Model {
    pub name: String,
    pub vendor: Option<String>,
    /// A guest's processor may be described by it.
    pub for_guests: bool,
    pub features: Features,
}

/// The models of x86 processors, and the names of their features.
#[derive(Debug, Default)]
pub struct CpuMap {
    pub features: Vec<String>,
    numbers: HashMap<String, usize>,
    pub models: Vec<Model>,
}

impl CpuMap {
    /// The map of the machine, read once; `None` when it has none.
    pub fn installed() -> Option<&'static CpuMap> {
        static MAP: OnceLock<Option<CpuMap>> = OnceLock::new();
        MAP.get_or_init(|| CpuMap::read(Path::new(FOLDER))).as_ref()
    }

    fn read(folder: &Path) -> Option<CpuMap> {
        let mut map = CpuMap::default();
        let index = fs::read_to_string(folder.join("index.xml")).ok()?;
        let index = parse(&index, "index.xml", Origin::Cpu).ok()?;
        let arch = index.root().children().find(|arch| arch.attribute("name") == Some("x86"))?;
        map.take(arch, folder, 0)?;
        if map.models.is_empty() { None } else { Some(map) }
    }

    /// Takes in what an element of the map holds, other files included.
    fn take(&mut self, node: Node<'_>, folder: &Path, depth: u32) -> Option<()> {
        for child in node.children() {
            match child.name() {
                "feature" => self.add_feature(child.attribute("name")?),
                "model" => self.add_model(child)?,
                "group" => self.take(child, folder, depth)?,
                // A file that includes itself has no end.
                "include" if depth < 4 => {
                    let name = child.attribute("filename").filter(|name| !name.contains('/'))?;
                    let text = fs::read_to_string(folder.join(name)).ok()?;
                    let document = parse(&text, name, Origin::Cpu).ok()?;
                    self.take(document.root(), folder, depth + 1)?;
                }
                _ => {}
            }
        }
        Some(())
    }

    fn add_feature(&mut self, name: &str) {
        let number = self.features.len();
        self.numbers.entry(name.to_owned()).or_insert_with(|| {
            self.features.push(name.to_owned());
            number
        });
    }

    fn add_model(&mut self, node: Node<'_>) -> Option<()> {
        let mut model = Model {
            name: node.attribute("name")?.to_owned(),
            vendor: None,
            for_guests: node.child("decode").is_none_or(|decode| decode.attribute("guest") != Some("off")),
            features: Features::default(),
        };
        for child in node.children() {
            let name = child.attribute("name");
            match child.name() {
                "model" => {
                    let base = self.model(name?)?;
                    model.features = base.features.clone();
                    model.vendor = base.vendor.clone();
                }
                "vendor" => model.vendor = name.map(str::to_owned),
                // What later releases took out of a model does not belong to it any more.
                "feature" if child.attribute("removed") != Some("yes") => {
                    model.features.insert(self.feature(name?)?);
                }
                _ => {}
            }
        }
        self.models.push(model);
        Some(())
    }

    pub fn model(&self, name: &str) -> Option<&Model> {
        self.models.iter().find(|model| model.name == name)
    }

    pub fn feature(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_features_are_compared() {
        let set = |features: &[usize]| {
            let mut set = Features::default();
            features.iter().for_each(|feature| set.insert(*feature));
            set
        };
        let (one, two) = (set(&[1, 64, 200]), set(&[1, 65]));
        assert_eq!(one.common(&two).iter().collect::<Vec<_>>(), [1]);
        assert_eq!(one.without(&two).iter().collect::<Vec<_>>(), [64, 200]);
        assert_eq!((one.len(), two.without(&one).len(), set(&[]).is_empty()), (3, 1, true));
    }
}
