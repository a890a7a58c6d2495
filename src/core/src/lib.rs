//! The heart of the library: the API table, the traits that drivers implement, objects, events and connections.
#![forbid(unsafe_code)]

pub mod api;
pub mod auth;
pub mod bitmap;
pub mod config_file;
pub mod connection;
pub mod constants;
pub mod default_loop;
pub mod descriptor_stream;
pub mod dispatch;
pub mod domain;
pub mod event;
pub mod event_loop;
pub mod feature;
pub mod migration;
pub mod object;
pub mod op;
pub mod outbox;
pub mod params;
pub mod records;
pub mod registry;
pub mod stream;
pub mod types;
pub mod uri;
pub mod watches;

pub use virt_error::{Code, Error, Origin, Result};
