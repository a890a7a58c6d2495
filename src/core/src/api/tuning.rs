//! What a domain may use: memory, processors, threads, scheduling, block and network limits, metadata.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! tuning_operations { ($($with:tt)*) => { $($with)*! {
    /// What a domain may use: memory, processors, threads, scheduling, block and network limits, metadata.
    Tuning in remote from Domain;
    calls {
         15 domain_get_autostart(dom: &Domain) -> i32                                      [domain:read] high;
         17 domain_get_max_memory(dom: &Domain) -> u64                                     [domain:read] high;
         18 domain_get_max_vcpus(dom: &Domain) -> i32                                      [domain:read] high;
         20 domain_get_vcpus(dom: &Domain, maxinfo: i32, maplen: i32) -> DomainVcpus       [domain:read] high;
         26 domain_pin_vcpu(dom: &Domain, vcpu: u32, cpumap: &Bytes<2048>)                 [domain:write] write;
         29 domain_set_autostart(dom: &Domain, autostart: i32)                             [domain:write] write high;
         30 domain_set_max_memory(dom: &Domain, memory: u64)                               [domain:write] write high;
         31 domain_set_memory(dom: &Domain, memory: u64)                                   [domain:write] write;
         32 domain_set_vcpus(dom: &Domain, nvcpus: u32)                                    [domain:write] write;
         56 domain_get_scheduler_type(dom: &Domain) -> DomainSchedulerType                 [domain:read];
         57 domain_get_scheduler_parameters(dom: &Domain, nparams: i32) -> Params<16>      [domain:read];
         58 domain_set_scheduler_parameters(dom: &Domain, params: &Params<16>)             [domain:read] write;
        197 domain_set_memory_parameters(dom: &Domain, params: &Params<16>, flags: u32)    [domain:write, domain:save if config] write;
        198 domain_get_memory_parameters(dom: &Domain, nparams: i32, flags: u32) -> Counted<16> [domain:read];
        199 domain_set_vcpus_flags(dom: &Domain, nvcpus: u32, flags: u32)                  [domain:write, domain:save if config, domain:write if flags VIR_DOMAIN_VCPU_GUEST] write;
        200 domain_get_vcpus_flags(dom: &Domain, flags: u32) -> i32                        [domain:read, domain:write if flags VIR_DOMAIN_VCPU_GUEST] write(flags VIR_DOMAIN_VCPU_GUEST);
        204 domain_set_memory_flags(dom: &Domain, memory: u64, flags: u32)                 [domain:write, domain:save if config] write;
        205 domain_set_blkio_parameters(dom: &Domain, params: &Params<16>, flags: u32)     [domain:write, domain:save if config] write;
        206 domain_get_blkio_parameters(dom: &Domain, nparams: i32, flags: u32) -> Counted<16> [domain:read];
        219 domain_set_scheduler_parameters_flags(dom: &Domain, params: &Params<16>, flags: u32) [domain:write, domain:save if config] write;
        223 domain_get_scheduler_parameters_flags(dom: &Domain, nparams: i32, flags: u32) -> Params<16> [domain:read];
        225 domain_pin_vcpu_flags(dom: &Domain, vcpu: u32, cpumap: &Bytes<2048>, flags: u32) [domain:write, domain:save if config] write;
        230 domain_get_vcpu_pin_info(dom: &Domain, ncpumaps: i32, maplen: i32, flags: u32) -> DomainVcpuPinInfo [domain:read];
        252 domain_set_block_io_tune(dom: &Domain, disk: &str, params: &Params<32>, flags: u32) [domain:write, domain:save if config] write;
        253 domain_get_block_io_tune(dom: &Domain, disk: Option<&str>, nparams: i32, flags: u32) -> Counted<32> [domain:read];
        254 domain_set_numa_parameters(dom: &Domain, params: &Params<16>, flags: u32)      [domain:write, domain:save if config] write;
        255 domain_get_numa_parameters(dom: &Domain, nparams: i32, flags: u32) -> Counted<16> [domain:read];
        256 domain_set_interface_parameters(dom: &Domain, device: &str, params: &Params<16>, flags: u32) [domain:write, domain:save if config] write;
        257 domain_get_interface_parameters(dom: &Domain, device: &str, nparams: i32, flags: u32) -> Counted<16> [domain:read];
        264 domain_set_metadata(dom: &Domain, kind: i32, metadata: Option<&str>, key: Option<&str>, uri: Option<&str>, flags: u32) [domain:write, domain:save if config] write;
        265 domain_get_metadata(dom: &Domain, kind: i32, uri: Option<&str>, flags: u32) -> String [domain:read];
        279 domain_pin_emulator(dom: &Domain, cpumap: &Bytes<2048>, flags: u32)            [domain:write, domain:save if config] write;
        280 domain_get_emulator_pin_info(dom: &Domain, maplen: i32, flags: u32) -> DomainEmulatorPinInfo [domain:read];
        351 domain_get_iothread_info(dom: &Domain, flags: u32) -> Listing<IoThreadInfo, 16384> [domain:read];
        352 domain_pin_iothread(dom: &Domain, iothreads_id: u32, cpumap: &Bytes<2048>, flags: u32) [domain:write, domain:save if config] write;
        355 domain_add_iothread(dom: &Domain, iothread_id: u32, flags: u32)                [domain:write, domain:save if config] write;
        356 domain_del_iothread(dom: &Domain, iothread_id: u32, flags: u32)                [domain:write, domain:save if config] write;
        384 domain_set_vcpu(dom: &Domain, cpumap: &str, state: i32, flags: u32)            [domain:write, domain:save if config] write;
        390 domain_set_lifecycle_action(dom: &Domain, kind: u32, action: u32, flags: u32)  [domain:write] write;
        396 domain_get_launch_security_info(dom: &Domain, flags: u32) -> Params<64>        [domain:read] write;
        402 domain_set_iothread_params(dom: &Domain, iothread_id: u32, params: &Params<64>, flags: u32) [domain:write, domain:save if config] write;
        439 domain_set_launch_security_state(dom: &Domain, params: &Params<64>, flags: u32) [domain:write] write;
        440 domain_save_params(dom: &Domain, params: &Params<64>, flags: u32)              [domain:hibernate] write;
        441 domain_restore_params(params: &Params<64>, flags: u32)                         [domain:start, domain:write] write;
        449 domain_get_autostart_once(dom: &Domain) -> i32                                 [domain:read] high;
        450 domain_set_autostart_once(dom: &Domain, autostart: i32)                        [domain:write] write high;
        451 domain_set_throttle_group(dom: &Domain, group: &str, params: &Params<32>, flags: u32) [domain:write, domain:save if config] write;
        452 domain_del_throttle_group(dom: &Domain, group: Option<&str>, flags: u32)       [domain:write, domain:save if config] write;
    }
    streams {
    }
    irregular {
    }
    protocol {
    }
} } }

tuning_operations!(crate::api::define_family);
