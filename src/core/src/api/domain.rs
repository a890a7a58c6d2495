//! Domains: finding, defining, starting and stopping them.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! domain_operations { ($($with:tt)*) => { $($with)*! {
    /// Domains: finding, defining, starting and stopping them.
    Domains in remote from Domain;
    calls {
          9 domain_create(dom: &Domain)                                                    [domain:start] write;
         10 domain_create_xml(xml_desc: &str, flags: u32) -> Domain                        [domain:write, domain:start] write;
         11 domain_define_xml(xml: &str) -> Domain                                         [domain:write, domain:save] write high;
         12 domain_destroy(dom: &Domain)                                                   [domain:stop] write high;
         14 domain_get_xml_desc(dom: &Domain, flags: u32) -> String                        [domain:read, domain:read_secure if flags VIR_DOMAIN_XML_SECURE, domain:read_secure if flags VIR_DOMAIN_XML_MIGRATABLE] secure(VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_MIGRATABLE);
         19 domain_get_os_type(dom: &Domain) -> String                                     [domain:read] high;
         21 connect_list_defined_domains(maxnames: i32) -> List<String, 16384>             [connect:search_domains => domain:getattr] high;
         22 domain_lookup_by_id(id: i32) -> Domain                                         [domain:getattr] high;
         23 domain_lookup_by_name(name: &str) -> Domain                                    [domain:getattr] high;
         24 domain_lookup_by_uuid(uuid: Uuid) -> Domain                                    [domain:getattr] high;
         25 connect_num_of_defined_domains() -> i32                                        [connect:search_domains => domain:getattr] high;
         27 domain_reboot(dom: &Domain, flags: u32)                                        [domain:init_control, domain:write if flags VIR_DOMAIN_REBOOT_GUEST_AGENT] write;
         28 domain_resume(dom: &Domain)                                                    [domain:suspend] write;
         33 domain_shutdown(dom: &Domain)                                                  [domain:init_control] write;
         34 domain_suspend(dom: &Domain)                                                   [domain:suspend] write;
         35 domain_undefine(dom: &Domain)                                                  [domain:delete] write high;
         37 connect_list_domains(maxids: i32) -> List<i32, 16384>                          [connect:search_domains => domain:getattr] high;
         51 connect_num_of_domains() -> i32                                                [connect:search_domains => domain:getattr] high;
        135 connect_domain_xml_from_native(native_format: &str, native_config: &str, flags: u32) -> String [connect:write] write;
        136 connect_domain_xml_to_native(native_format: &str, domain_xml: &str, flags: u32) -> String [connect:write] write;
        150 domain_is_active(dom: &Domain) -> i32                                          [domain:read] high;
        151 domain_is_persistent(dom: &Domain) -> i32                                      [domain:read] high;
        196 domain_create_with_flags(dom: &Domain, flags: u32) -> Domain                   [domain:start] write;
        202 domain_is_updated(dom: &Domain) -> i32                                         [domain:read] high;
        231 domain_undefine_flags(dom: &Domain, flags: u32)                                [domain:delete] write high;
        234 domain_destroy_flags(dom: &Domain, flags: u32)                                 [domain:stop] write high;
        245 domain_reset(dom: &Domain, flags: u32)                                         [domain:reset] write;
        258 domain_shutdown_flags(dom: &Domain, flags: u32)                                [domain:init_control, domain:write if flags VIR_DOMAIN_SHUTDOWN_GUEST_AGENT] write;
        261 domain_pm_suspend_for_duration(dom: &Domain, target: u32, duration: u64, flags: u32) [domain:pm_control] write;
        267 domain_pm_wakeup(dom: &Domain, flags: u32)                                     [domain:pm_control] write;
        273 connect_list_all_domains(need_results: i32, flags: u32) -> Listing<Domain, 16384> [connect:search_domains => domain:getattr] high;
        342 connect_get_domain_capabilities(emulatorbin: Option<&str>, arch: Option<&str>, machine: Option<&str>, virttype: Option<&str>, flags: u32) -> String [connect:write] write;
        350 domain_define_xml_flags(xml: &str, flags: u32) -> Domain                       [domain:write, domain:save] write high;
        358 domain_rename(dom: &Domain, new_name: Option<&str>, flags: u32) -> i32         [domain:write, domain:save] write;
    }
    streams {
    }
    irregular {
        309 domain_create_xml_with_files(xml_desc: &str, flags: u32, files: &[std::os::fd::BorrowedFd<'_>]) -> Domain [domain:write, domain:start] write;
        310 domain_create_with_files(dom: &Domain, flags: u32, files: &[std::os::fd::BorrowedFd<'_>]) -> Domain [domain:start] write;
    }
    protocol {
        105 connect_domain_event_register() -> i32                                         [connect:search_domains => domain:getattr] high;
        106 connect_domain_event_deregister() -> i32                                       [connect:read] high;
        167 connect_domain_event_register_any(event_id: i32)                               [connect:search_domains => domain:getattr] high;
        168 connect_domain_event_deregister_any(event_id: i32)                             [connect:read] high;
        316 connect_domain_event_callback_register_any(event_id: i32, dom: Option<&Domain>) -> i32 [connect:search_domains => domain:getattr] high;
        317 connect_domain_event_callback_deregister_any(callback_id: i32)                 [connect:read] high;
    }
} } }

domain_operations!(crate::api::define_family);
