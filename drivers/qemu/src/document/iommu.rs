//! What an IOMMU needs of the rest of the machine.

use virt_conf::domain::Domain;
use virt_conf::domain::features::IoapicDriver;
use virt_conf::domain::iommu::IommuModel;
use virt_xml::OnOff;

/// More processors than this cannot be told apart by the numbers of old.
const EXTENDED: u32 = 255;

/// A guest with many processors needs Intel's IOMMU to know their long numbers.
pub(super) fn complete(domain: &mut Domain) {
    let many = domain.max_vcpus() > EXTENDED;
    let Some(iommu) = domain.devices.iommus.first_mut() else { return };
    if !many || iommu.model != Some(IommuModel::Intel) {
        return;
    }
    let driver = iommu.driver.get_or_insert_default();
    driver.eim.get_or_insert(OnOff(true));
    if driver.eim == Some(OnOff(true)) {
        driver.intremap.get_or_insert(OnOff(true));
    }
    if driver.intremap == Some(OnOff(true)) {
        domain.features.get_or_insert_default().ioapic.get_or_insert(IoapicDriver::Qemu);
    }
}
