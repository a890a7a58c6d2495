//! The volumes of a pool, found by name, key or path in a time that does not grow with how many there are.

use super::Volume;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};
use virt_core::types::Name;

/// The volumes; whoever changes them has the pool's job.
#[derive(Default)]
pub struct Volumes {
    index: RwLock<Index>,
}

/// The names of the volumes that have a key, or a path. A node file may give one to several volumes: the first by name
/// is the one that is found.
type Names = HashMap<String, BTreeSet<Name>>;

#[derive(Default)]
struct Index {
    by_name: BTreeMap<Name, Volume>,
    by_key: Names,
    by_path: Names,
    /// What all of them take, in bytes.
    taken: u64,
}

impl Index {
    fn insert(&mut self, name: Name, volume: Volume) {
        self.remove(&name);
        let document = volume.document.clone();
        self.taken = self.taken.saturating_add(document.allocation());
        for (word, places) in [(&document.key, &mut self.by_key), (&document.target.path, &mut self.by_path)]
        {
            places.entry(word.clone().unwrap_or_default()).or_default().insert(name.clone());
        }
        self.by_name.insert(name, volume);
    }

    fn remove(&mut self, name: &str) -> Option<Volume> {
        let volume = self.by_name.remove(name)?;
        self.taken = self.taken.saturating_sub(volume.document.allocation());
        for (word, places) in
            [(&volume.document.key, &mut self.by_key), (&volume.document.target.path, &mut self.by_path)]
        {
            let word = word.as_deref().unwrap_or_default();
            if let Some(names) = places.get_mut(word) {
                names.remove(name);
                if names.is_empty() {
                    places.remove(word);
                }
            }
        }
        Some(volume)
    }

    fn find(&self, places: &Names, word: &str) -> Option<(Name, Volume)> {
        let name = places.get(word)?.first()?;
        Some((name.clone(), self.by_name.get(name)?.clone()))
    }
}

impl Volumes {
    fn read(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Index> {
        self.index.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn get(&self, name: &str) -> Option<Volume> {
        self.read().by_name.get(name).cloned()
    }

    pub fn by_key(&self, key: &str) -> Option<(Name, Volume)> {
        let index = self.read();
        index.find(&index.by_key, key)
    }

    pub fn by_path(&self, path: &str) -> Option<(Name, Volume)> {
        let index = self.read();
        index.find(&index.by_path, path)
    }

    /// Every volume, by name.
    pub fn all(&self) -> Vec<(Name, Volume)> {
        self.read().by_name.iter().map(|(name, volume)| (name.clone(), volume.clone())).collect()
    }

    pub fn len(&self) -> usize {
        self.read().by_name.len()
    }

    /// What all of them take, in bytes.
    pub fn taken(&self) -> u64 {
        self.read().taken
    }

    /// Takes in a volume, in place of one of its name.
    pub fn insert(&self, name: Name, volume: Volume) {
        self.write().insert(name, volume);
    }

    pub fn remove(&self, name: &str) -> Option<Volume> {
        self.write().remove(name)
    }

    pub fn clear(&self) {
        *self.write() = Index::default();
    }
}
