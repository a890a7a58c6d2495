//! A PCI device.

use super::{Identifier, MdevTypes, UnknownCapability};
use crate::Checked;
use virt_error::{Result, bail};
use virt_xml::{Hex, Node, Reading, choice, element};

element! {
    /// A PCI device.
    pub Pci {
        ;
        text class: Option<Checked<Hex<6, 0xff_ffff>>> = "class",
        text domain: Option<Checked<u32>> = "domain",
        text bus: Option<Checked<u32>> = "bus",
        text slot: Option<Checked<u32>> = "slot",
        text function: Option<Checked<u32>> = "function",
        one product: Option<Box<Identifier>> = "product",
        one vendor: Option<Box<Identifier>> = "vendor",
        many capabilities: Vec<PciCapability> = "capability",
        one iommu_group: Option<Box<IommuGroup>> = "iommuGroup",
        value numa: Option<Checked<i32>> = "numa" @ "node",
        one pci_express: Option<Box<PciExpress>> = "pci-express",
    } => order;
    /// A PCI address.
    pub PciAddress {
        attr domain: Option<Hex<4, 0xffff_ffff>> = "domain",
        attr bus: Option<Hex<2, 0xff>> = "bus",
        attr slot: Option<Hex<2, 0x1f>> = "slot",
        attr function: Option<Hex<1, 7>> = "function",
        ;
    }
    /// The device that a virtual function is part of.
    pub PhysFunction {
        ;
        many addresses: Vec<PciAddress> = "address",
    } => phys_function;
    /// The virtual functions of a device.
    pub VirtFunctions {
        attr max_count: Option<Checked<u32>> = "maxCount",
        ;
        many addresses: Vec<PciAddress> = "address",
    }
    /// A bridge to another bus.
    pub Bridge { ; }
    /// Devices that are handed to a guest together.
    pub IommuGroup {
        attr number: Option<u32> = "number",
        ;
        many addresses: Vec<PciAddress> = "address",
    } => iommu_group;
    /// The links of a PCI Express device.
    pub PciExpress {
        ;
        many links: Vec<PciLink> = "link",
    }
    /// What a link can do (`cap`) or does (`sta`).
    pub PciLink {
        attr validity: Option<String> = "validity",
        attr port: Option<u32> = "port",
        attr speed: Option<String> = "speed",
        attr width: Option<u32> = "width",
        ;
    }
    /// Vital product data: what the maker and the owner wrote into the device.
    pub Vpd {
        ;
        text name: Option<String> = "name",
        many fields: Vec<VpdFields> = "fields",
    }
    /// Fields that may be read, or written too.
    pub VpdFields {
        attr access: Option<String> = "access",
        ;
        text change_level: Option<String> = "change_level",
        text manufacture_id: Option<String> = "manufacture_id",
        text part_number: Option<String> = "part_number",
        text serial_number: Option<String> = "serial_number",
        text asset_tag: Option<String> = "asset_tag",
        many vendor_fields: Vec<VpdField> = "vendor_field",
        many system_fields: Vec<VpdField> = "system_field",
    }
    /// A field that has no name of its own.
    pub VpdField {
        attr index: Option<String> = "index",
        ;
        content value: Option<String>,
    }
}

choice! {
    /// What a PCI device can do besides.
    pub PciCapability by "type" other Unknown(UnknownCapability) {
        PhysFunction(PhysFunction) = "phys_function",
        VirtFunctions(VirtFunctions) = "virt_functions",
        PciBridge(Bridge) = "pci-bridge",
        CardbusBridge(Bridge) = "cardbus-bridge",
        MdevTypes(MdevTypes) = "mdev_types",
        Vpd(Vpd) = "vpd",
    }
}

/// Capabilities are written in one order, whatever order they were told in.
fn order(pci: &mut Pci, _: Node<'_>, _: &Reading) -> Result<()> {
    let rank =
        |capability: &PciCapability| PciCapability::WORDS.iter().position(|word| *word == capability.word());
    pci.capabilities.sort_by_key(rank);
    if let Some(express) = &mut pci.pci_express {
        express.links.sort_by_key(|link| link.validity.as_deref() != Some("cap"));
    }
    Ok(())
}

fn phys_function(function: &mut PhysFunction, _: Node<'_>, _: &Reading) -> Result<()> {
    if function.addresses.is_empty() {
        bail!(Nodedev, XmlError, "Missing address in 'phys_function' capability");
    }
    Ok(())
}

fn iommu_group(group: &mut IommuGroup, node: Node<'_>, _: &Reading) -> Result<()> {
    if group.number.is_none() {
        return Err(virt_xml::missing_attribute(node.name(), "number"));
    }
    Ok(())
}
