//! Work done inside the guest, mostly by its agent.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! guest_operations { ($($with:tt)*) => { $($with)*! {
    /// Work done inside the guest, mostly by its agent.
    Guests in remote from Domain;
    calls {
        277 domain_get_hostname(dom: &Domain, flags: u32) -> String                        [domain:write] write;
        294 domain_fstrim(dom: &Domain, mount_point: Option<&str>, minimum: u64, flags: u32) [domain:fs_trim] write;
        295 domain_send_process_signal(dom: &Domain, pid_value: i64, signum: u32, flags: u32) [domain:send_signal] write;
        335 domain_fsfreeze(dom: &Domain, mountpoints: &List<String, 256>, flags: u32) -> i32 [domain:fs_freeze] write;
        336 domain_fsthaw(dom: &Domain, mountpoints: &List<String, 256>, flags: u32) -> i32 [domain:fs_freeze] write;
        337 domain_get_time(dom: &Domain, flags: u32) -> DomainTime                        [domain:write] write;
        338 domain_set_time(dom: &Domain, seconds: i64, nseconds: u32, flags: u32)         [domain:set_time] write;
        349 domain_get_fsinfo(dom: &Domain, flags: u32) -> Listing<FsInfo, 256>            [domain:fs_freeze] write;
        353 domain_interface_addresses(dom: &Domain, source: u32, flags: u32) -> List<InterfaceAddresses, 2048> [domain:read, domain:write if source VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT] write(source VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT);
        357 domain_set_user_password(dom: &Domain, user: Option<&str>, password: Option<&str>, flags: u32) [domain:set_password] write;
        371 domain_get_guest_vcpus(dom: &Domain, flags: u32) -> Params<64>                 [domain:write] write;
        372 domain_set_guest_vcpus(dom: &Domain, cpumap: &str, state: i32, flags: u32)     [domain:write] write;
        418 domain_get_guest_info(dom: &Domain, types: u32, flags: u32) -> Params<2048>    [domain:write] write;
        420 domain_agent_set_response_timeout(dom: &Domain, timeout: i32, flags: u32) -> i32 [domain:write] write;
        424 domain_authorized_ssh_keys_get(dom: &Domain, user: &str, flags: u32) -> List<String, 2048> [domain:write] write;
        425 domain_authorized_ssh_keys_set(dom: &Domain, user: &str, keys: &List<String, 2048>, flags: u32) [domain:write] write;
    }
    streams {
    }
    irregular {
    }
    protocol {
    }
} } }

guest_operations!(crate::api::define_family);
