//! Calls that only QEMU has: program `qemu`.

use crate::records::*;

#[macro_export]
macro_rules! qemu_operations { ($($with:tt)*) => { $($with)*! {
    /// Calls that only QEMU has: program `qemu`.
    Qemu in qemu from None;
    calls {
          1 domain_qemu_monitor_command(dom: &Domain, cmd: &str, flags: u32) -> String     [domain:write] write;
          2 domain_qemu_attach(pid_value: u32, flags: u32) -> Domain                       [domain:start, domain:write] write;
          3 domain_qemu_agent_command(dom: &Domain, cmd: &str, timeout: i32, flags: u32) -> Option<String> [domain:write] write;
    }
    streams {
    }
    irregular {
          7 domain_qemu_monitor_command_with_files(dom: &Domain, cmd: &str, flags: u32, files: &[std::os::fd::BorrowedFd<'_>]) -> (String, Vec<std::os::fd::OwnedFd>) [domain:write] write;
    }
    protocol {
          4 connect_domain_qemu_monitor_event_register(dom: Option<&Domain>, event: Option<&str>, flags: u32) -> i32 [connect:search_domains, connect:write => domain:getattr] write high;
          5 connect_domain_qemu_monitor_event_deregister(callback_id: i32)                 [connect:write] write high;
    }
} } }

qemu_operations!(crate::api::define_family);
