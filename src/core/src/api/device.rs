//! Devices of a domain: plugging, consoles, channels, graphics, input.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! device_operations { ($($with:tt)*) => { $($with)*! {
    /// Devices of a domain: plugging, consoles, channels, graphics, input.
    Devices in remote from Domain;
    calls {
          8 domain_attach_device(dom: &Domain, xml: &str)                                  [domain:write] write;
         13 domain_detach_device(dom: &Domain, xml: &str)                                  [domain:write] write;
        160 domain_attach_device_flags(dom: &Domain, xml: &str, flags: u32)                [domain:write, domain:save if config] write;
        161 domain_detach_device_flags(dom: &Domain, xml: &str, flags: u32)                [domain:write, domain:save if config] write;
        174 domain_update_device_flags(dom: &Domain, xml: &str, flags: u32)                [domain:write, domain:save if config] write;
        210 domain_inject_nmi(dom: &Domain, flags: u32)                                    [domain:inject_nmi] write;
        226 domain_send_key(dom: &Domain, codeset: u32, holdtime: u32, keycodes: &List<u32, 16>, flags: u32) [domain:send_input] write;
        392 domain_detach_device_alias(dom: &Domain, alias: &str, flags: u32)              [domain:write, domain:save if config] write;
        448 domain_graphics_reload(dom: &Domain, kind: u32, flags: u32)                    [domain:write] write;
        456 domain_announce_interface(dom: &Domain, device: Option<&str>, params: &Params<16>, flags: u32) [domain:write] write;
    }
    streams {
        201 domain_open_console(dom: &Domain, dev_name: Option<&str>, flags: u32) [domain:open_device] write receives;
        296 domain_open_channel(dom: &Domain, name: Option<&str>, flags: u32)     [domain:open_device] write receives;
    }
    irregular {
        249 domain_open_graphics(dom: &Domain, idx: u32, flags: u32, files: &[std::os::fd::BorrowedFd<'_>]) [domain:open_graphics] write;
        343 domain_open_graphics_fd(dom: &Domain, idx: u32, flags: u32) -> Vec<std::os::fd::OwnedFd> [domain:open_graphics] write;
        443 domain_fd_associate(dom: &Domain, name: &str, flags: u32, files: &[std::os::fd::BorrowedFd<'_>]) [domain:write] write;
    }
    protocol {
    }
} } }

device_operations!(crate::api::define_family);
