//! The objects of one kind that a driver has, found by name, UUID or number in a time that does not grow with
//! how many there are, and listed in the order of their making.

use crate::{object::Object, types::*};
use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasher, Hasher, RandomState},
    sync::{Arc, PoisonError, RwLock},
};

/// A registry; every method may be called from any thread, and none holds a lock longer than its own look-up.
#[derive(Debug)]
pub struct Registry<S> {
    index: RwLock<Index<S>>,
}

#[derive(Debug)]
struct Index<S> {
    by_name: HashMap<Name, Arc<Object<S>>, Seed>,
    by_uuid: HashMap<Uuid, Arc<Object<S>>, Seed>,
    by_id: HashMap<i32, Arc<Object<S>>, Seed>,
    in_order: BTreeMap<u64, Arc<Object<S>>>,
}

/// Why an object was not taken: one with its name or UUID is there.
#[derive(Debug)]
pub enum Taken<S> {
    Name(Arc<Object<S>>),
    Uuid(Arc<Object<S>>),
}

impl<S> Default for Registry<S> {
    fn default() -> Self {
        let seed = Seed::random();
        Registry {
            index: RwLock::new(Index {
                by_name: HashMap::with_hasher(seed),
                by_uuid: HashMap::with_hasher(seed),
                by_id: HashMap::with_hasher(seed),
                in_order: BTreeMap::new(),
            }),
        }
    }
}

impl<S> Registry<S> {
    #[inline]
    pub fn by_uuid(&self, uuid: &Uuid) -> Option<Arc<Object<S>>> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).by_uuid.get(uuid).cloned()
    }

    #[inline]
    pub fn by_name(&self, name: &str) -> Option<Arc<Object<S>>> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).by_name.get(name).cloned()
    }

    #[inline]
    pub fn by_id(&self, id: i32) -> Option<Arc<Object<S>>> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).by_id.get(&id).cloned()
    }

    /// Looks at the state of the object with this UUID, without taking a share in either.
    #[inline]
    pub fn read<R>(&self, uuid: &Uuid, look: impl FnOnce(&S) -> R) -> Option<R> {
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        index.by_uuid.get(uuid).map(|object| object.read(look))
    }

    /// Looks at the object with this name, without taking a share in it.
    #[inline]
    pub fn read_by_name<R>(&self, name: &str, look: impl FnOnce(&Object<S>) -> R) -> Option<R> {
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        index.by_name.get(name).map(|object| look(object))
    }

    /// How many objects have a number.
    pub fn numbered(&self) -> usize {
        self.index.read().unwrap_or_else(PoisonError::into_inner).by_id.len()
    }

    /// Every object, oldest first.
    pub fn all(&self) -> Vec<Arc<Object<S>>> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).in_order.values().cloned().collect()
    }

    /// What `look` makes of every object, oldest first; `None` leaves one out. `look` must be short.
    pub fn filter_map<R>(&self, mut look: impl FnMut(&Object<S>) -> Option<R>) -> Vec<R> {
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        let mut found = Vec::with_capacity(index.in_order.len());
        found.extend(index.in_order.values().filter_map(|object| look(object)));
        found
    }

    pub fn len(&self) -> usize {
        self.index.read().unwrap_or_else(PoisonError::into_inner).in_order.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes in an object under `name`, and under its UUID when it has one (not all zeros).
    pub fn insert(&self, name: Name, object: Arc<Object<S>>) -> Result<(), Taken<S>> {
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        let uuid = object.uuid();
        if let Some(other) = index.by_uuid.get(&uuid) {
            return Err(Taken::Uuid(other.clone()));
        }
        if let Some(other) = index.by_name.get(&name) {
            return Err(Taken::Name(other.clone()));
        }
        if uuid != Uuid::default() {
            index.by_uuid.insert(uuid, object.clone());
        }
        index.by_name.insert(name, object.clone());
        index.in_order.insert(object.serial, object);
        Ok(())
    }

    /// Files an object under another name; `false` when that is taken.
    pub fn rename(&self, old: &str, new: Name) -> bool {
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        if index.by_name.contains_key(&new) {
            return false;
        }
        match index.by_name.remove(old) {
            Some(object) => index.by_name.insert(new, object).is_none(),
            None => false,
        }
    }

    /// Files an object under the number it runs with, or takes that number back (`None`).
    pub fn renumber(&self, object: &Arc<Object<S>>, old: i32, new: Option<i32>) {
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        index.by_id.remove(&old);
        if let Some(id) = new {
            index.by_id.insert(id, object.clone());
        }
    }

    /// Lets go of an object and every way to find it.
    pub fn remove(&self, name: &str, id: i32, object: &Object<S>) {
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        index.by_name.remove(name);
        index.by_uuid.remove(&object.uuid());
        index.by_id.remove(&id);
        index.in_order.remove(&object.serial);
    }
}

/// A fast hash for short keys. Its seed is the process's own, so that nobody outside can choose names that collide.
#[derive(Clone, Copy, Debug)]
struct Seed(u64);

impl Seed {
    fn random() -> Seed {
        Seed(RandomState::new().hash_one(0_u8))
    }
}

impl BuildHasher for Seed {
    type Hasher = Fold;
    #[inline]
    fn build_hasher(&self) -> Fold {
        Fold(self.0)
    }
}

/// Folds eight bytes at a time into the hash: both halves of a 128-bit product.
struct Fold(u64);

impl Fold {
    #[inline]
    fn fold(&mut self, word: u64) {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let product = u128::from(self.0 ^ word) * u128::from(ODD);
        self.0 = (product as u64).rotate_left(23) ^ (product >> 64) as u64;
    }
}

impl Hasher for Fold {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.fold(word.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)));
        }
        let rest = words.remainder();
        if !rest.is_empty() {
            self.fold(rest.iter().fold(rest.len() as u64, |sum, byte| sum << 8 | u64::from(*byte)));
        }
    }

    #[inline]
    fn write_u8(&mut self, byte: u8) {
        self.fold(u64::from(byte));
    }

    #[inline]
    fn write_i32(&mut self, number: i32) {
        self.fold(u64::from(number as u32));
    }

    #[inline]
    fn write_usize(&mut self, _length: usize) {}

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn object(uuid: u8) -> Arc<Object<i32>> {
        Object::new(Uuid([uuid; 16]), i32::from(uuid))
    }

    #[test]
    fn an_object_is_found_every_way_until_it_is_removed() {
        let registry = Registry::default();
        let web = object(1);
        registry.insert("web".into(), web.clone()).unwrap();
        registry.renumber(&web, -1, Some(7));
        assert_eq!(registry.by_name("web").unwrap().uuid(), web.uuid());
        assert_eq!(registry.read(&web.uuid(), |state| *state), Some(1));
        assert!(registry.by_id(7).is_some() && registry.by_id(-1).is_none());
        assert!(registry.rename("web", "db".into()));
        assert!(registry.by_name("web").is_none() && registry.by_name("db").is_some());
        registry.remove("db", 7, &web);
        assert!(registry.by_name("db").is_none() && registry.by_uuid(&web.uuid()).is_none());
        assert!(registry.by_id(7).is_none() && registry.is_empty());
    }

    #[test]
    fn names_and_uuids_are_taken_once() {
        let registry = Registry::default();
        registry.insert("a".into(), object(1)).unwrap();
        registry.insert("b".into(), object(2)).unwrap();
        assert!(matches!(registry.insert("a".into(), object(3)), Err(Taken::Name(_))));
        assert!(matches!(registry.insert("c".into(), object(2)), Err(Taken::Uuid(_))));
        assert!(!registry.rename("a", "b".into()));
        assert_eq!(registry.len(), 2);
    }

    #[test]
    fn a_list_is_in_the_order_of_making() {
        let registry = Registry::default();
        for number in 1..=50 {
            registry.insert(Name::new(&format!("n{number}")), object(number)).unwrap();
        }
        let numbers = registry.filter_map(|object| object.read(|state| (*state > 47).then_some(*state)));
        assert_eq!(numbers, [48, 49, 50]);
    }

    #[test]
    fn the_hash_tells_similar_names_apart() {
        let seed = Seed::random();
        let hashes: HashSet<u64> =
            (0..10_000).map(|number| seed.hash_one(&*Name::new(&format!("domain{number}"))) >> 40).collect();
        assert!(hashes.len() > 9_900, "{} of 10000 differ in their upper 24 bits", hashes.len());
        let name = Name::new("a");
        assert_eq!(seed.hash_one(&name), seed.hash_one("a"));
    }
}
