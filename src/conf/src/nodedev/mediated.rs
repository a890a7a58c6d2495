//! Mediated devices: the kinds that a device offers, and those that were made.

use crate::{Checked, Uuid};
use virt_xml::element;

element! {
    /// The kinds of mediated device that can be made of a device.
    pub MdevTypes {
        ;
        many types: Vec<MdevType> = "type",
    }
    /// One of them.
    pub MdevType {
        attr id: Option<String> = "id",
        ;
        text name: Option<String> = "name",
        text device_api: Option<String> = "deviceAPI",
        text available: Option<u32> = "availableInstances",
    }
    /// A mediated device.
    pub Mdev {
        ;
        value kind: Option<String> = "type" @ "id",
        text uuid: Option<Checked<Uuid>> = "uuid",
        text parent_address: Option<String> = "parent_addr",
        value iommu_group: Option<Checked<u32>> = "iommuGroup" @ "number",
        many attributes: Vec<MdevAttribute> = "attr",
    }
    /// A setting that the device's driver gives a meaning.
    pub MdevAttribute {
        attr name: Option<String> = "name",
        attr value: Option<String> = "value",
        ;
    }
}
