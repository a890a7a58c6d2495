//! Network filters and their bindings.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! nwfilter_operations { ($($with:tt)*) => { $($with)*! {
    /// Network filters and their bindings.
    NwFilters in remote from Nwfilter;
    calls {
        175 nwfilter_lookup_by_name(name: &str) -> NwFilter                                [nwfilter:getattr] high;
        176 nwfilter_lookup_by_uuid(uuid: Uuid) -> NwFilter                                [nwfilter:getattr] high;
        177 nwfilter_get_xml_desc(nwfilter: &NwFilter, flags: u32) -> String               [nwfilter:read] high;
        178 connect_num_of_nwfilters() -> i32                                              [connect:search_nwfilters => nwfilter:getattr] high;
        179 connect_list_nwfilters(maxnames: i32) -> List<String, 16384>                   [connect:search_nwfilters => nwfilter:getattr] high;
        180 nwfilter_define_xml(xml: &str) -> NwFilter                                     [nwfilter:write, nwfilter:save] write high;
        181 nwfilter_undefine(nwfilter: &NwFilter)                                         [nwfilter:delete] write high;
        286 connect_list_all_nwfilters(need_results: i32, flags: u32) -> Listing<NwFilter, 16384> [connect:search_nwfilters => nwfilter:getattr] high;
        397 nwfilter_binding_lookup_by_port_dev(name: &str) -> NwFilterBinding             [nwfilter_binding:getattr] high;
        398 nwfilter_binding_get_xml_desc(nwfilter: &NwFilterBinding, flags: u32) -> String [nwfilter_binding:read] high;
        399 nwfilter_binding_create_xml(xml: &str, flags: u32) -> NwFilterBinding          [nwfilter_binding:create] write high;
        400 nwfilter_binding_delete(nwfilter: &NwFilterBinding)                            [nwfilter_binding:delete] write high;
        401 connect_list_all_nwfilter_bindings(need_results: i32, flags: u32) -> Listing<NwFilterBinding, 16384> [connect:search_nwfilter_bindings => nwfilter_binding:getattr] high;
        431 nwfilter_define_xml_flags(xml: &str, flags: u32) -> NwFilter                   [nwfilter:write, nwfilter:save] write high;
    }
    streams {
    }
    irregular {
    }
    protocol {
    }
} } }

nwfilter_operations!(crate::api::define_family);
