//! The documents: what libvirt's XML describes, as plain structures with their reading, defaults, validation and
//! exact writing.
#![forbid(unsafe_code)]

pub mod capabilities;
mod checked;
pub mod domain;
pub mod file_name;
pub mod host;
pub mod interface;
mod mac;
pub mod metadata;
pub mod moment;
pub mod netdev;
pub mod network;
pub mod nodedev;
mod number_set;
pub mod nwfilter;
pub mod rules;
pub mod secret;
mod size;
pub mod storage;
mod uuid;

pub use checked::{Checked, Ip, Plain, checked, good, ip};
pub use mac::Mac;
pub use number_set::NumberSet;
pub use size::{Size, scale};
pub use uuid::Uuid;
