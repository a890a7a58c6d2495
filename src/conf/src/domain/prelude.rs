//! What every file of the model uses.

pub use virt_error::{Result, bail, error};
pub use virt_xml::{
    AnyBase, Hex, Node, OnOff, Reading, Style, Tree, Value, YesNo, choice, element, escape, names,
};

/// A word that may be missing.
pub type Text = Option<String>;
/// A set of processors or memory nodes that may be missing.
pub type Set = Option<crate::NumberSet>;
/// A part that may be missing.
pub type Maybe<T> = Option<Box<T>>;
pub type Yes = Option<YesNo>;
pub type On = Option<OnOff>;
pub type Number = Option<u32>;
pub type Long = Option<u64>;
