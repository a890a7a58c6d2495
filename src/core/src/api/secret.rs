//! Secrets.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! secret_operations { ($($with:tt)*) => { $($with)*! {
    /// Secrets.
    Secrets in remote from Secret;
    calls {
        139 connect_num_of_secrets() -> i32                                                [connect:search_secrets => secret:getattr] high;
        140 connect_list_secrets(maxuuids: i32) -> List<String, 16384>                     [connect:search_secrets => secret:getattr] high;
        141 secret_lookup_by_uuid(uuid: Uuid) -> Secret                                    [secret:getattr] high;
        142 secret_define_xml(xml: &str, flags: u32) -> Secret                             [secret:write, secret:save] write high;
        143 secret_get_xml_desc(secret: &Secret, flags: u32) -> String                     [secret:read] high;
        144 secret_set_value(secret: &Secret, value: &Bytes<65536>, flags: u32)            [secret:write] write high;
        145 secret_get_value(secret: &Secret, flags: u32) -> Bytes<65536>                  [secret:read_secure] write high;
        146 secret_undefine(secret: &Secret)                                               [secret:delete] write high;
        147 secret_lookup_by_usage(usage_type: i32, usage_id: &str) -> Secret              [secret:getattr] high;
        287 connect_list_all_secrets(need_results: i32, flags: u32) -> Listing<Secret, 16384> [connect:search_secrets => secret:getattr] high;
    }
    streams {
    }
    irregular {
    }
    protocol {
        380 connect_secret_event_register_any(event_id: i32, secret: Option<&Secret>) -> i32 [connect:search_secrets => secret:getattr] high;
        381 connect_secret_event_deregister_any(callback_id: i32)                          [connect:read] high;
    }
} } }

secret_operations!(crate::api::define_family);
