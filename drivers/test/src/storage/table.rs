//! The volumes of a pool, found by name, key or path in a time that does not grow with how many there are.

use super::Volume;
use std::{
    collections::{BTreeMap, HashMap},
    sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};
use virt_core::types::Name;

/// The volumes; whoever changes them has the pool's job.
#[derive(Default)]
pub struct Volumes {
    index: RwLock<Index>,
}

#[derive(Default)]
struct Index {
    by_name: BTreeMap<Name, Volume>,
    by_key: HashMap<String, Name>,
    by_path: HashMap<String, Name>,
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
            // The first volume with a key or a path is the one that is found by it.
            places.entry(word.clone().unwrap_or_default()).or_insert_with(|| name.clone());
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
            if places.get(word).is_some_and(|found| &**found == name) {
                places.remove(word);
            }
        }
        Some(volume)
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
        let name = index.by_key.get(key)?;
        Some((name.clone(), index.by_name.get(name)?.clone()))
    }

    pub fn by_path(&self, path: &str) -> Option<(Name, Volume)> {
        let index = self.read();
        let name = index.by_path.get(path)?;
        Some((name.clone(), index.by_name.get(name)?.clone()))
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
