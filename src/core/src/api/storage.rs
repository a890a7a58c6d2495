//! Storage pools and their volumes.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! storage_operations { ($($with:tt)*) => { $($with)*! {
    /// Storage pools and their volumes.
    Storage in remote from Storage;
    calls {
         71 connect_num_of_storage_pools() -> i32                                          [connect:search_storage_pools => storage_pool:getattr] high;
         72 connect_list_storage_pools(maxnames: i32) -> List<String, 16384>               [connect:search_storage_pools => storage_pool:getattr] high;
         73 connect_num_of_defined_storage_pools() -> i32                                  [connect:search_storage_pools => storage_pool:getattr] high;
         74 connect_list_defined_storage_pools(maxnames: i32) -> List<String, 16384>       [connect:search_storage_pools => storage_pool:getattr] high;
         75 connect_find_storage_pool_sources(kind: &str, src_spec: Option<&str>, flags: u32) -> String [connect:detect_storage_pools] write;
         76 storage_pool_create_xml(xml: &str, flags: u32) -> StoragePool                  [storage_pool:start, storage_pool:write] write;
         77 storage_pool_define_xml(xml: &str, flags: u32) -> StoragePool                  [storage_pool:write, storage_pool:save] write high;
         78 storage_pool_create(pool: &StoragePool, flags: u32)                            [storage_pool:start] write;
         79 storage_pool_build(pool: &StoragePool, flags: u32)                             [storage_pool:format] write;
         80 storage_pool_destroy(pool: &StoragePool)                                       [storage_pool:stop] write high;
         81 storage_pool_delete(pool: &StoragePool, flags: u32)                            [storage_pool:format] write;
         82 storage_pool_undefine(pool: &StoragePool)                                      [storage_pool:delete] write high;
         83 storage_pool_refresh(pool: &StoragePool, flags: u32)                           [storage_pool:refresh] write;
         84 storage_pool_lookup_by_name(name: &str) -> StoragePool                         [storage_pool:getattr] high;
         85 storage_pool_lookup_by_uuid(uuid: Uuid) -> StoragePool                         [storage_pool:getattr] high;
         86 storage_pool_lookup_by_volume(vol: &StorageVol) -> StoragePool                 [storage_pool:getattr] high;
         87 storage_pool_get_info(pool: &StoragePool) -> StoragePoolInfo                   [storage_pool:read] high;
         88 storage_pool_get_xml_desc(pool: &StoragePool, flags: u32) -> String            [storage_pool:read] high;
         89 storage_pool_get_autostart(pool: &StoragePool) -> i32                          [storage_pool:read] high;
         90 storage_pool_set_autostart(pool: &StoragePool, autostart: i32)                 [storage_pool:write] write high;
         91 storage_pool_num_of_volumes(pool: &StoragePool) -> i32                         [storage_pool:search_storage_vols => storage_vol:getattr] high;
         92 storage_pool_list_volumes(pool: &StoragePool, maxnames: i32) -> List<String, 16384> [storage_pool:search_storage_vols => storage_vol:getattr] high;
         93 storage_vol_create_xml(pool: &StoragePool, xml: &str, flags: u32) -> StorageVol [storage_vol:create] write;
         94 storage_vol_delete(vol: &StorageVol, flags: u32)                               [storage_vol:delete] write;
         95 storage_vol_lookup_by_name(pool: &StoragePool, name: &str) -> StorageVol       [storage_vol:getattr] high;
         96 storage_vol_lookup_by_key(key: &str) -> StorageVol                             [storage_vol:getattr] high;
         97 storage_vol_lookup_by_path(path: &str) -> StorageVol                           [storage_vol:getattr] high;
         98 storage_vol_get_info(vol: &StorageVol) -> StorageVolInfo                       [storage_vol:read] high;
         99 storage_vol_get_xml_desc(vol: &StorageVol, flags: u32) -> String               [storage_vol:read] high;
        100 storage_vol_get_path(vol: &StorageVol) -> String                               [storage_vol:read] high;
        125 storage_vol_create_xml_from(pool: &StoragePool, xml: &str, clonevol: &StorageVol, flags: u32) -> StorageVol [storage_vol:create] write;
        154 storage_pool_is_active(pool: &StoragePool) -> i32                              [storage_pool:read] high;
        155 storage_pool_is_persistent(pool: &StoragePool) -> i32                          [storage_pool:read] high;
        165 storage_vol_wipe(vol: &StorageVol, flags: u32)                                 [storage_vol:format] write;
        259 storage_vol_wipe_pattern(vol: &StorageVol, algorithm: u32, flags: u32)         [storage_vol:format] write;
        260 storage_vol_resize(vol: &StorageVol, capacity: u64, flags: u32)                [storage_vol:resize] write;
        281 connect_list_all_storage_pools(need_results: i32, flags: u32) -> Listing<StoragePool, 16384> [connect:search_storage_pools => storage_pool:getattr] high;
        282 storage_pool_list_all_volumes(pool: &StoragePool, need_results: i32, flags: u32) -> Listing<StorageVol, 16384> [storage_pool:search_storage_vols => storage_vol:getattr] high;
        378 storage_vol_get_info_flags(vol: &StorageVol, flags: u32) -> StorageVolInfo     [storage_vol:read] high;
        391 storage_pool_lookup_by_target_path(path: &str) -> StoragePool                  [storage_pool:getattr] high;
        403 connect_get_storage_pool_capabilities(flags: u32) -> String                    [connect:read];
    }
    streams {
        208 storage_vol_upload(vol: &StorageVol, offset: u64, length: u64, flags: u32)   [storage_vol:data_write] write sends;
        209 storage_vol_download(vol: &StorageVol, offset: u64, length: u64, flags: u32) [storage_vol:data_read] write receives;
    }
    irregular {
    }
    protocol {
        368 connect_storage_pool_event_register_any(event_id: i32, pool: Option<&StoragePool>) -> i32 [connect:search_storage_pools => storage_pool:getattr] high;
        369 connect_storage_pool_event_deregister_any(callback_id: i32)                    [connect:read] high;
    }
} } }

storage_operations!(crate::api::define_family);
