//! Administration of a daemon: program `admin`.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! admin_operations { ($($with:tt)*) => { $($with)*! {
    /// Administration of a daemon: program `admin`.
    Admin in admin from Admin;
    calls {
          1 adm_connect_open(flags: u32)                                                   [none];
          2 adm_connect_close()                                                            [none];
          3 adm_connect_get_lib_version() -> u64                                           [none];
          4 adm_connect_list_servers(need_results: u32, flags: u32) -> Listing<AdminServer, 16384> [none];
          5 adm_connect_lookup_server(name: &str, flags: u32) -> AdminServer               [none];
          6 adm_server_get_threadpool_parameters(srv: &AdminServer, flags: u32) -> Params<32> [none];
          7 adm_server_set_threadpool_parameters(srv: &AdminServer, params: &Params<32>, flags: u32) [none];
          8 adm_server_list_clients(srv: &AdminServer, need_results: u32, flags: u32) -> Listing<AdminClient, 16384> [none];
          9 adm_server_lookup_client(srv: &AdminServer, id: u64, flags: u32) -> AdminClient [none];
         10 adm_client_get_info(clnt: &AdminClient, flags: u32) -> Params<64>              [none];
         11 adm_client_close(clnt: &AdminClient, flags: u32)                               [none];
         12 adm_server_get_client_limits(srv: &AdminServer, flags: u32) -> Params<32>      [none];
         13 adm_server_set_client_limits(srv: &AdminServer, params: &Params<32>, flags: u32) [none];
         14 adm_connect_get_logging_outputs(flags: u32) -> ConnectLoggingOutputs           [none];
         15 adm_connect_get_logging_filters(flags: u32) -> ConnectLoggingFilters           [none];
         16 adm_connect_set_logging_outputs(outputs: Option<&str>, flags: u32)             [none];
         17 adm_connect_set_logging_filters(filters: Option<&str>, flags: u32)             [none];
         18 adm_server_update_tls_files(srv: &AdminServer, flags: u32)                     [none];
         19 adm_connect_set_daemon_timeout(timeout: u32, flags: u32)                       [none];
         20 adm_connect_daemon_shutdown(flags: u32)                                        [none];
    }
    streams {
    }
    irregular {
    }
    protocol {
    }
} } }

admin_operations!(crate::api::define_family);
