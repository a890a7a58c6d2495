//! The wire protocol: XDR, messages, and the client's and the server's side of them, derived from the API table.
#![forbid(unsafe_code)]

pub mod client;
pub mod events;
pub mod message;
pub mod server;
pub mod stream;
pub mod types;
pub mod xdr;
