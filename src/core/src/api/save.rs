//! Save images, managed save and core dumps.

use crate::records::*;

#[macro_export]
macro_rules! save_operations { ($($with:tt)*) => { $($with)*! {
    /// Save images, managed save and core dumps.
    Saving in remote from Domain;
    calls {
         53 domain_core_dump(dom: &Domain, to: &str, flags: u32)                           [domain:core_dump] write;
         54 domain_restore(from: &str)                                                     [domain:start, domain:write] write;
         55 domain_save(dom: &Domain, to: &str)                                            [domain:hibernate] write;
        182 domain_managed_save(dom: &Domain, flags: u32)                                  [domain:hibernate] write;
        183 domain_has_managed_save_image(dom: &Domain, flags: u32) -> i32                 [domain:read];
        184 domain_managed_save_remove(dom: &Domain, flags: u32)                           [domain:hibernate] write;
        232 domain_save_flags(dom: &Domain, to: &str, dxml: Option<&str>, flags: u32)      [domain:hibernate] write;
        233 domain_restore_flags(from: &str, dxml: Option<&str>, flags: u32)               [domain:start, domain:write] write;
        235 domain_save_image_get_xml_desc(file: &str, flags: u32) -> String               [domain:write] write high;
        236 domain_save_image_define_xml(file: &str, dxml: &str, flags: u32)               [domain:write, domain:hibernate] write high;
        334 domain_core_dump_with_format(dom: &Domain, to: &str, dumpformat: u32, flags: u32) [domain:core_dump] write;
        388 domain_managed_save_get_xml_desc(dom: &Domain, flags: u32) -> String           [domain:read, domain:read_secure if flags VIR_DOMAIN_SAVE_IMAGE_XML_SECURE] secure(VIR_DOMAIN_SAVE_IMAGE_XML_SECURE);
        389 domain_managed_save_define_xml(dom: &Domain, dxml: Option<&str>, flags: u32)   [domain:write, domain:hibernate] write;
    }
    streams {
    }
    irregular {
    }
    protocol {
    }
} } }

save_operations!(crate::api::define_family);
