//! Trees of moments in a domain's life: its snapshots, or its checkpoints.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use virt_conf::moment::{Checkpoint, Snapshot};
use virt_core::constants::*;
use virt_error::{Result, bail};

/// What a tree needs to know of its moments.
pub trait Moment: Clone {
    fn name(&self) -> &str;
    fn parent(&self) -> Option<&str>;
    fn set_parent(&mut self, parent: Option<&str>);
}

macro_rules! moment {
    ($($document:ident)+) => {$(
        impl Moment for $document {
            fn name(&self) -> &str {
                $document::name(self)
            }
            fn parent(&self) -> Option<&str> {
                self.parent_name()
            }
            fn set_parent(&mut self, parent: Option<&str>) {
                $document::set_parent(self, parent);
            }
        }
    )+};
}

moment! { Snapshot Checkpoint }

/// The moments of a domain in the order of their making, and the name of the current one.
#[derive(Clone)]
pub struct Moments<M> {
    all: Vec<Arc<M>>,
    pub current: Option<String>,
}

impl<M> Default for Moments<M> {
    fn default() -> Self {
        Moments { all: Vec::new(), current: None }
    }
}

impl<M: Moment> Moments<M> {
    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn get(&self, name: &str) -> Option<&Arc<M>> {
        self.all.iter().find(|moment| moment.name() == name)
    }

    /// Adds a moment, or puts it in the place of the one with its name.
    pub fn put(&mut self, moment: M) {
        let moment = Arc::new(moment);
        match self.all.iter_mut().find(|known| known.name() == moment.name()) {
            Some(place) => *place = moment,
            None => self.all.push(moment),
        }
    }

    /// Refuses a name that is taken: `VIR_ERR_OPERATION_FAILED`.
    pub fn check_new(&self, name: &str) -> Result<()> {
        if self.get(name).is_some() {
            bail!(Domain, OperationFailed, "domain moment {name} already exists");
        }
        Ok(())
    }

    /// Refuses a parent that is not there, or that comes after the moment itself.
    pub fn check_parent(&self, moment: &M) -> Result<()> {
        let name = moment.name();
        let Some(parent) = moment.parent() else { return Ok(()) };
        if parent == name {
            bail!(Domain, InvalidArg, "cannot set moment {name} as its own parent");
        }
        let Some(mut ancestor) = self.get(parent) else {
            bail!(Domain, InvalidArg, "parent {parent} for moment {name} not found");
        };
        // A tree is never deeper than it has moments.
        for _ in 0..=self.len() {
            if ancestor.parent() == Some(name) {
                bail!(Domain, InvalidArg, "parent {} would create cycle to {name}", ancestor.name());
            }
            match ancestor.parent().and_then(|parent| self.get(parent)) {
                Some(next) => ancestor = next,
                None => return Ok(()),
            }
        }
        Ok(())
    }

    /// Whether every parent is there and none comes after itself.
    pub fn is_tree(&self) -> bool {
        self.all.iter().all(|moment| self.check_parent(moment).is_ok())
    }

    /// The moments below `name` and those below them, parents first.
    pub fn descendants(&self, name: &str) -> Vec<Arc<M>> {
        let mut children: HashMap<&str, Vec<&Arc<M>>> = HashMap::new();
        for moment in &self.all {
            if let Some(parent) = moment.parent() {
                children.entry(parent).or_default().push(moment);
            }
        }
        let mut found: Vec<Arc<M>> = Vec::new();
        let mut next = 0;
        found.extend(children.get(name).into_iter().flatten().copied().cloned());
        while let Some(moment) = found.get(next).cloned() {
            found.extend(children.get(moment.name()).into_iter().flatten().copied().cloned());
            next += 1;
        }
        found
    }

    /// The moments of a list: all or the roots, or those below `below`; leaves or not; parents before their children
    /// when that is asked for.
    pub fn list(&self, below: Option<&str>, shape: Shape) -> Vec<Arc<M>> {
        let mut found: Vec<Arc<M>> = match below {
            // The first bit means roots in a list of all, and descendants in a list of children.
            Some(name) if shape.first_bit => self.descendants(name),
            Some(name) => self.all.iter().filter(|moment| moment.parent() == Some(name)).cloned().collect(),
            None if shape.first_bit => {
                self.all.iter().filter(|moment| moment.parent().is_none()).cloned().collect()
            }
            None if shape.topological => {
                let roots = self.all.iter().filter(|moment| moment.parent().is_none());
                roots
                    .flat_map(|root| std::iter::once(root.clone()).chain(self.descendants(root.name())))
                    .collect()
            }
            None => self.all.clone(),
        };
        if shape.leaves != shape.no_leaves {
            let parents: HashSet<&str> = self.all.iter().filter_map(|moment| moment.parent()).collect();
            found.retain(|moment| parents.contains(moment.name()) == shape.no_leaves);
        }
        found
    }

    /// Takes moments away: `name` itself, all below it, or both. What is below a moment that goes alone moves up.
    /// Where the current moment goes, its parent becomes current, or `name` when only what is below goes.
    pub fn delete(&mut self, name: &str, children: bool, children_only: bool) {
        let below = self.descendants(name);
        let is_below = |wanted: &str| below.iter().any(|moment| moment.name() == wanted);
        let parent = self.get(name).and_then(|moment| moment.parent().map(str::to_owned));
        let current_goes = match self.current.as_deref() {
            Some(current) if (children || children_only) && is_below(current) => true,
            Some(current) => current == name && !children_only,
            None => false,
        };
        if current_goes {
            self.current = if children_only { Some(name.to_owned()) } else { parent.clone() };
        }
        if children || children_only {
            self.all.retain(|moment| !is_below(moment.name()));
        }
        if children_only {
            return;
        }
        self.all.retain(|moment| moment.name() != name);
        for moment in &mut self.all {
            if moment.parent() == Some(name) {
                Arc::make_mut(moment).set_parent(parent.as_deref());
            }
        }
    }
}

/// Which moments of a tree a list holds, by their place in it.
#[derive(Clone, Copy, Default)]
pub struct Shape {
    pub first_bit: bool,
    pub leaves: bool,
    pub no_leaves: bool,
    pub topological: bool,
}

impl Shape {
    pub fn of_snapshots(flags: u32) -> Shape {
        Shape {
            first_bit: flags & VIR_DOMAIN_SNAPSHOT_LIST_ROOTS != 0,
            leaves: flags & VIR_DOMAIN_SNAPSHOT_LIST_LEAVES != 0,
            no_leaves: flags & VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES != 0,
            topological: flags & VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL != 0,
        }
    }

    pub fn of_checkpoints(flags: u32) -> Shape {
        Shape {
            first_bit: flags & VIR_DOMAIN_CHECKPOINT_LIST_ROOTS != 0,
            leaves: flags & VIR_DOMAIN_CHECKPOINT_LIST_LEAVES != 0,
            no_leaves: flags & VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES != 0,
            topological: flags & VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL != 0,
        }
    }
}
