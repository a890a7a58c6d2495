//! What is refused of a guest as a whole, with libvirt's codes and texts.

use super::prelude::*;
use super::validate_devices::{check_device, check_devices};
use super::{Device, Domain, os};
use virt_error::{Code, Error, Origin};

/// Checks that libvirt makes before it reads the rest: they win over any other complaint.
pub(super) fn before(node: Node<'_>) -> Result<()> {
    let name = node.child("name").map(Node::content).unwrap_or_default();
    if name.is_empty() {
        return Err(Error::bare(Origin::Domain, Code::NoName));
    }
    if let Some(word) = node.child("uuid").map(Node::content) {
        if !word.is_empty() && crate::Uuid::parse(&word).is_none() {
            bail!(Domain, InternalError, "malformed uuid element");
        }
    }
    Ok(())
}

/// Checks of the document as it was written.
pub(super) fn as_written(domain: &Domain) -> Result<()> {
    check_title(domain.title.as_deref())?;
    let kind = domain.os.as_ref().and_then(|os| os.kind.as_ref()).and_then(|kind| kind.name.as_deref());
    match kind {
        None if domain.bootloader.is_none() => bail!(Domain, XmlError, "an os <type> must be specified"),
        Some(name) if name.parse::<os::OsType>().is_err() => {
            bail!(Domain, ConfigUnsupported, "unknown OS type '{name}'")
        }
        _ => {}
    }
    if domain.kind.is_none() {
        return Err(virt_xml::missing_attribute("domain", "type"));
    }
    check_vcpus(domain)?;
    check_os(domain)?;
    check_numa(domain)?;
    check_sysinfo(domain)?;
    for (at, label) in domain.seclabels.iter().enumerate() {
        let model = label.model.as_deref();
        if model.is_some() && domain.seclabels[..at].iter().any(|other| other.model.as_deref() == model) {
            let model = model.unwrap_or_default();
            bail!(Domain, XmlDetail, "seclabel for model {model} is already provided");
        }
    }
    if domain.devices.videos.iter().filter(|video| video.is_primary()).count() > 1 {
        bail!(Domain, ConfigUnsupported, "Only one primary video device is supported");
    }
    domain.devices.all_refs().into_iter().try_for_each(check_device)
}

/// Checks of the document with everything that was added.
pub(super) fn complete(domain: &Domain) -> Result<()> {
    check_name(domain.name())?;
    if domain.maximum.as_ref().is_some_and(|maximum| maximum.value.unwrap_or(0) == 0) {
        bail!(Domain, XmlError, "both maximum memory size and memory slot count must be specified");
    }
    check_devices(domain)
}

pub(super) fn device_as_written(device: &Device) -> Result<()> {
    check_device(device.as_ref())
}

/// A name that a guest may have.
pub fn check_name(name: &str) -> Result<()> {
    if name.contains('/') {
        bail!(Domain, XmlError, "name {name} cannot contain '/'");
    }
    if name.contains('\n') {
        return Err(Error::new(Origin::Xml, Code::XmlDetail, "invalid char in name: \n"));
    }
    Ok(())
}

/// A title that a guest may have.
pub fn check_title(title: Option<&str>) -> Result<()> {
    if title.is_some_and(|title| title.contains('\n')) {
        bail!(Domain, XmlError, "Domain title can't contain newlines");
    }
    Ok(())
}

fn check_vcpus(domain: &Domain) -> Result<()> {
    let Some(vcpu) = &domain.vcpu else { return Ok(()) };
    if vcpu.maximum == Some(0) {
        bail!(Domain, XmlError, "invalid number of vCPUs");
    }
    let (current, maximum) = (vcpu.current.unwrap_or(0), vcpu.maximum.unwrap_or(1));
    if vcpu.current == Some(0) || current > maximum {
        bail!(Domain, XmlError, "maxvcpus must not be less than current vcpus ({maximum} < {current})");
    }
    Ok(())
}

fn check_os(domain: &Domain) -> Result<()> {
    let Some(os) = &domain.os else { return Ok(()) };
    if let Some(menu) = &os.bootmenu {
        if menu.enable == Some(YesNo(true)) && menu.timeout.is_some_and(|timeout| timeout > 65_535) {
            bail!(
                Domain,
                ConfigUnsupported,
                "invalid value for boot menu timeout, must be in range [0,65535]"
            );
        }
    }
    if os.firmware.is_some() {
        let enabled = |name: &str| {
            let features = os.firmware_features.iter().flat_map(|features| &features.features);
            features
                .filter(|feature| feature.name.as_deref() == Some(name))
                .find_map(|feature| feature.enabled)
        };
        if enabled("enrolled-keys") == Some(YesNo(true)) && enabled("secure-boot") == Some(YesNo(false)) {
            bail!(
                Domain,
                XmlDetail,
                "firmware feature 'enrolled-keys' cannot be enabled when firmware feature 'secure-boot' is disabled"
            );
        }
        return Ok(());
    }
    if let (Some(loader), Some(nvram)) = (&os.loader, &os.nvram) {
        if loader.kind != Some(os::LoaderType::Pflash) {
            bail!(Domain, XmlDetail, "Only pflash loader type permits NVRAM");
        }
        if loader.stateless == Some(YesNo(true)) {
            let what = if nvram.template.is_some() { "NVRAM template" } else { "NVRAM" };
            bail!(Domain, XmlDetail, "{what} is not permitted when loader is stateless");
        }
    }
    Ok(())
}

fn check_numa(domain: &Domain) -> Result<()> {
    let cells = domain.cpu.iter().flat_map(|cpu| &cpu.numa).flat_map(|numa| &numa.cells);
    let mut numbers: Vec<u32> = (0..).zip(cells).map(|(number, cell)| cell.id.unwrap_or(number)).collect();
    numbers.sort_unstable();
    if !(0..).zip(&numbers).all(|(wanted, &number)| wanted == number) {
        bail!(
            Domain,
            XmlError,
            "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges not starting \
             from 0 are not allowed"
        );
    }
    let Some(tune) = &domain.numatune else { return Ok(()) };
    let placed = domain.vcpu.as_ref().and_then(|vcpu| vcpu.placement);
    if let Some(memory) = &tune.memory {
        let placement = memory.placement.or(placed);
        let fixed = memory.placement == Some(super::memory::Placement::Static);
        if fixed && memory.nodeset.is_none() {
            bail!(
                Domain,
                ConfigUnsupported,
                "nodeset for NUMA memory tuning must be set if 'placement' is 'static'"
            );
        }
        if placement == Some(super::memory::Placement::Auto)
            && memory.nodeset.is_none()
            && !tune.memnodes.is_empty()
        {
            bail!(
                Domain,
                ConfigUnsupported,
                "Per-node binding is not compatible with automatic NUMA placement."
            );
        }
    }
    if !tune.memnodes.is_empty() && numbers.is_empty() {
        bail!(Domain, XmlError, "Element 'memnode' is invalid without any guest NUMA cells");
    }
    let restrictive = Some(super::memory::NumaMode::Restrictive);
    if tune.memory.as_ref().is_some_and(|memory| memory.mode == restrictive)
        && tune.memnodes.iter().any(|node| node.mode != restrictive)
    {
        bail!(
            Domain,
            XmlError,
            "'restrictive' mode is required in memnode element when mode is 'restrictive' in memory element"
        );
    }
    Ok(())
}

/// The machine's UUID in the firmware's tables is the guest's.
fn check_sysinfo(domain: &Domain) -> Result<()> {
    let Some(uuid) = domain.uuid else { return Ok(()) };
    for entry in
        domain.sysinfos.iter().filter_map(|sysinfo| sysinfo.system.as_ref()).flat_map(|block| &block.entries)
    {
        if entry.name.as_deref() != Some("uuid") {
            continue;
        }
        let word = entry.value.as_deref().unwrap_or_default();
        match crate::Uuid::parse(word) {
            None => bail!(Domain, XmlDetail, "malformed <sysinfo> uuid element"),
            Some(other) if other != uuid => {
                bail!(Domain, XmlDetail, "UUID mismatch between <uuid> and <sysinfo>")
            }
            Some(_) => {}
        }
    }
    Ok(())
}
