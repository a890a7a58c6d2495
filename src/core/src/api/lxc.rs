//! Calls that only LXC has: program `lxc`.

use crate::records::*;

#[macro_export]
macro_rules! lxc_operations { ($($with:tt)*) => { $($with)*! {
    /// Calls that only LXC has: program `lxc`.
    Lxc in lxc from None;
    calls {
    }
    streams {
    }
    irregular {
          1 domain_lxc_open_namespace(dom: &Domain, flags: u32) -> Vec<std::os::fd::OwnedFd> [domain:open_namespace] write;
    }
    protocol {
    }
} } }

lxc_operations!(crate::api::define_family);
