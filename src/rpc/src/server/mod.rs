//! The server's side of the wire: what a client may ask for, and how it is answered.

mod dispatch;
mod peer;
mod protocol;
mod session;
mod streams;
mod supervisor;
mod workers;

pub use dispatch::{Procedure, answer, find};
pub use session::{Outlet, Service, Session};
pub use supervisor::{Limits, Server};
