//! What makes a running domain hard to support, and what in it is deprecated.

use virt_conf::domain::{Domain as Document, disk::DiskDevice, storage::DiskType};
use virt_xml::YesNo;

/// The processor model that stands for all that are deprecated.
const DEPRECATED_MODEL: &str = "Deprecated-Test";

fn deprecated_model(document: &Document) -> Option<&str> {
    let model = document.cpu.as_ref()?.model.as_ref()?.name.as_deref()?;
    (model == DEPRECATED_MODEL).then_some(model)
}

/// The words for what taints a domain, in libvirt's order.
pub fn taints(document: &Document) -> Vec<&'static str> {
    let devices = &document.devices;
    let passthrough = |disk: &virt_conf::domain::disk::Disk| {
        disk.device() == DiskDevice::Cdrom
            && disk.kind == Some(DiskType::Block)
            && disk.source_path().is_some()
    };
    [
        (
            devices.disks.iter().any(|disk| disk.rawio == Some(YesNo(true))),
            "running with undesirable elevated privileges",
        ),
        (
            devices.interfaces.iter().any(|interface| interface.script.is_some()),
            "network configuration using opaque shell scripts",
        ),
        (devices.disks.iter().any(passthrough), "use of host cdrom passthrough"),
        (document.os.as_ref().is_some_and(|os| os.dtb.is_some()), "custom device tree blob used"),
        (deprecated_model(document).is_some(), "use of deprecated configuration settings"),
    ]
    .into_iter()
    .filter_map(|(tainted, words)| tainted.then_some(words))
    .collect()
}

/// What of a domain's document is deprecated.
pub fn deprecations(document: &Document) -> Vec<String> {
    deprecated_model(document).map(|model| format!("CPU model {model}")).into_iter().collect()
}
