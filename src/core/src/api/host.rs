//! The connection itself and the host behind it.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! host_operations { ($($with:tt)*) => { $($with)*! {
    /// The connection itself and the host behind it.
    Host in remote from Domain;
    calls {
          3 connect_get_type() -> String                                                   [connect:getattr] high;
          4 connect_get_version() -> u64                                                   [connect:getattr] high;
          5 connect_get_max_vcpus(kind: Option<&str>) -> i32                               [connect:read] high;
          6 node_get_info() -> NodeInfo                                                    [connect:read] high;
          7 connect_get_capabilities() -> String                                           [connect:read];
         59 connect_get_hostname() -> String                                               [connect:getattr] high;
         60 connect_supports_feature(feature: i32) -> i32                                  [connect:getattr] high;
        101 node_get_cells_free_memory(start_cell: i32, maxcells: i32) -> List<u64, 1024>  [connect:read] high;
        102 node_get_free_memory() -> u64                                                  [connect:read] high;
        110 connect_get_uri() -> String                                                    [connect:getattr] high;
        122 node_get_security_model() -> NodeSecurityModel                                 [connect:read] high;
        149 connect_is_secure() -> i32                                                     [none] high;
        157 connect_get_lib_version() -> u64                                               [connect:getattr] high;
        158 connect_compare_cpu(xml: &str, flags: u32) -> i32                              [connect:read] high;
        162 connect_baseline_cpu(xml_cpus: &List<String, 256>, flags: u32) -> String       [connect:read];
        203 connect_get_sysinfo(flags: u32) -> String                                      [connect:read] high;
        227 node_get_cpu_stats(cpu_num: i32, nparams: i32, flags: u32) -> NodeCpuStats     [connect:read] high;
        228 node_get_memory_stats(nparams: i32, cell_num: i32, flags: u32) -> NodeCpuStats [connect:read] high;
        250 node_suspend_for_duration(target: u32, duration: u64, flags: u32)              [connect:pm_control] write;
        288 node_set_memory_parameters(params: &Params<64>, flags: u32)                    [connect:write] write;
        289 node_get_memory_parameters(nparams: i32, flags: u32) -> Counted<64>            [connect:read];
        293 node_get_cpu_map(need_map: i32, need_online: i32, flags: u32) -> NodeCpuMap    [connect:read];
        312 connect_get_cpu_model_names(arch: &str, need_results: i32, flags: u32) -> Listing<String, 8192> [connect:read];
        340 node_get_free_pages(pages: &List<u32, 1024>, start_cell: i32, cell_count: u32, flags: u32) -> List<u64, 1024> [connect:read] high;
        347 node_alloc_pages(page_sizes: &List<u32, 1024>, page_counts: &List<u64, 1024>, start_cell: i32, cell_count: u32, flags: u32) -> i32 [connect:write] write;
        393 connect_compare_hypervisor_cpu(emulator: Option<&str>, arch: Option<&str>, machine: Option<&str>, virttype: Option<&str>, xml_cpu: &str, flags: u32) -> i32 [connect:write] write;
        394 connect_baseline_hypervisor_cpu(emulator: Option<&str>, arch: Option<&str>, machine: Option<&str>, virttype: Option<&str>, xml_cpus: &List<String, 256>, flags: u32) -> String [connect:write] write;
        395 node_get_sev_info(nparams: i32, flags: u32) -> Counted<64>                     [connect:read] write;
        419 connect_set_identity(params: &Params<20>, flags: u32)                          [connect:write];
    }
    streams {
    }
    irregular {
    }
    protocol {
          1 connect_open(name: Option<&str>, flags: u32)                                [connect:getattr] high;
          2 connect_close()                                                             [none] high;
         66 auth_list() -> List<i32, 20>                                                [none] high;
         67 auth_sasl_init() -> String                                                  [none] high;
         68 auth_sasl_start(mech: &str, nil: i32, data: &Chars<65536>) -> AuthSaslStart [none] high;
         69 auth_sasl_step(nil: i32, data: &Chars<65536>) -> AuthSaslStart              [none] high;
         70 auth_polkit() -> i32                                                        [none] high;
        360 connect_register_close_callback()                                           [connect:getattr] high;
        361 connect_unregister_close_callback()                                         [connect:getattr] high;
    }
} } }

host_operations!(crate::api::define_family);
