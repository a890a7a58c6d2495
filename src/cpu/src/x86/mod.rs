//! x86 processors: features, models, and the way between what CPUID says and a model with features.

mod baseline;
mod compare;
mod cpuid;
mod database;
mod decode;
mod expand;
mod features;
mod models;
mod registers;

pub use baseline::baseline;
pub use compare::compare;
pub use cpuid::{Leaf, Processor};
pub use database::{Decode, Model, Signature, Vendor, is_version, unversioned};
pub use decode::{Decoded, Decoding, UsableModel, decode};
pub use expand::{disable_removed, expand, features_of};
pub use features::{Feature, FeatureSet, all};
pub use models::{MODELS, VENDORS};
pub use registers::{Register, Source};
