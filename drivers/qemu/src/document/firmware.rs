//! The firmware of a guest: chosen by its features, or found again by its path, and written into the document so that
//! it stays the same.

use crate::firmware::{Descriptor, Feature, Format, Interface, Mapping, Variables};
use std::path::Path;
use virt_conf::domain::Domain;
use virt_conf::domain::features::Smm;
use virt_conf::domain::os::{
    Firmware, FirmwareFeature, FirmwareFeatures, Loader, LoaderType, NvramTemplate, Os, OsType,
};
use virt_conf::domain::security::LaunchSecurity;
use virt_conf::domain::storage::StorageFormat;
use virt_error::{Result, bail};
use virt_xml::{OnOff, YesNo};

/// Whether a document says anything of firmware.
pub(super) fn is_asked_for(domain: &Domain) -> bool {
    domain.os.as_ref().is_some_and(|os| {
        os.firmware.is_some() || os.loader.as_ref().is_some_and(|loader| loader.path.is_some())
    })
}

/// Chooses the firmware of a new guest among `descriptors`; its variables go to `directory`. `pairs` are the files of
/// firmware without descriptors, each with the template of its variables.
///
/// Errors: `VIR_ERR_OPERATION_FAILED` when the document leaves the choice and none fits.
pub(super) fn complete(
    domain: &mut Domain,
    descriptors: &[Descriptor],
    pairs: &[(String, String)],
    directory: &Path,
) -> Result<()> {
    if domain.os_type().parse() != Ok(OsType::Hvm) {
        return Ok(());
    }
    let chosen = {
        let Some(os) = &mut domain.os else { return Ok(()) };
        let path = os.loader.as_ref().is_some_and(|loader| loader.path.is_some());
        if path {
            // Whoever names a file without its format means the one that always was.
            os.loader.get_or_insert_default().format.get_or_insert(StorageFormat::Raw);
        }
        os.firmware
    };
    match descriptors.iter().find(|descriptor| fits(descriptor, domain)) {
        Some(descriptor) => take(descriptor, domain),
        None => {
            if let Some(firmware) = chosen {
                bail!(
                    Qemu,
                    OperationFailed,
                    "Unable to find '{firmware}' firmware that is compatible with the current configuration"
                );
            }
            take_pair(domain, pairs);
        }
    }
    let name = domain.name().to_owned();
    if let Some(os) = &mut domain.os {
        place_variables(os, &name, directory);
    }
    Ok(())
}

fn enabled(os: &Os, name: &str) -> Option<bool> {
    let features = os.firmware_features.iter().flat_map(|features| &features.features);
    let mut named = features.filter(|feature| feature.name.as_deref() == Some(name));
    named.find_map(|feature| feature.enabled).map(|enabled| enabled == YesNo(true))
}

fn format_of(format: Format) -> StorageFormat {
    match format {
        Format::Raw => StorageFormat::Raw,
        Format::Qcow2 => StorageFormat::Qcow2,
    }
}

/// Whether a firmware is what the document asks for, or the one that it names by path.
fn fits(descriptor: &Descriptor, domain: &Domain) -> bool {
    let Some(os) = domain.os.as_deref() else { return false };
    let interface = match os.firmware {
        Some(Firmware::Bios) => Some(Interface::Bios),
        Some(Firmware::Efi) => Some(Interface::Uefi),
        None => None,
    };
    if interface.is_some_and(|interface| !descriptor.offers(interface))
        || !descriptor.fits(domain.arch(), domain.machine())
        || !mapping_fits(&descriptor.mapping, os)
    {
        return false;
    }
    let smm = domain.features.as_ref().and_then(|features| features.smm.as_ref());
    if descriptor.has(Feature::RequiresSmm) && smm.is_some_and(|smm| smm.state == Some(OnOff(false))) {
        return false;
    }
    let secure = os.loader.as_ref().and_then(|loader| loader.secure);
    if secure.is_some_and(|secure| (secure == YesNo(true)) != descriptor.has(Feature::RequiresSmm)) {
        return false;
    }
    for (name, feature) in [("secure-boot", Feature::SecureBoot), ("enrolled-keys", Feature::EnrolledKeys)] {
        if enabled(os, name).is_some_and(|enabled| enabled != descriptor.has(feature)) {
            return false;
        }
    }
    if let Some(pm) = &domain.pm {
        let wanted = [(pm.suspend_to_mem, Feature::AcpiS3), (pm.suspend_to_disk, Feature::AcpiS4)];
        if wanted.iter().any(|(on, feature)| *on == Some(YesNo(true)) && !descriptor.has(*feature)) {
            return false;
        }
    }
    match domain.launch_security.as_deref() {
        Some(LaunchSecurity::Sev(_)) => descriptor.has(Feature::AmdSev),
        Some(LaunchSecurity::SevSnp(_)) => descriptor.has(Feature::AmdSevSnp),
        Some(LaunchSecurity::Tdx(_)) => descriptor.has(Feature::IntelTdx),
        // What is made for encrypted guests alone runs no other.
        _ => !descriptor.has(Feature::IntelTdx),
    }
}

fn mapping_fits(mapping: &Mapping, os: &Os) -> bool {
    let loader = os.loader.as_deref();
    let path = loader.and_then(|loader| loader.path.as_deref());
    let kind = loader.and_then(|loader| loader.kind);
    let stateless = loader.and_then(|loader| loader.stateless);
    let named = |file: &str| path.is_none_or(|path| path == file);
    // Of a guest that names its firmware only the like is looked for.
    let known = os.firmware.is_some() || path.is_some();
    match mapping {
        Mapping::Flash { code, variables } => {
            let nvram = os.nvram.as_deref();
            let format = loader.and_then(|loader| loader.format);
            let wanted = format.or(nvram.and_then(|nvram| nvram.format));
            let kept = match variables {
                Variables::Template(template) => {
                    let other = |named: &String| *named != template.path;
                    stateless != Some(YesNo(true))
                        && !nvram.and_then(|nvram| nvram.template.as_ref()).is_some_and(other)
                }
                Variables::None => stateless == Some(YesNo(true)),
                Variables::Combined => false,
            };
            let read_only = loader.and_then(|loader| loader.readonly) != Some(YesNo(false));
            known
                && kept
                && read_only
                && kind.is_none_or(|kind| kind == LoaderType::Pflash)
                && (path.is_none() || kind == Some(LoaderType::Pflash))
                && named(&code.path)
                && wanted.is_none_or(|wanted| wanted == format_of(code.format))
        }
        Mapping::Memory(file) => {
            known
                && loader.and_then(|loader| loader.readonly) != Some(YesNo(false))
                && stateless != Some(YesNo(false))
                && os.nvram.is_none()
                && kind.is_none_or(|kind| kind == LoaderType::Rom)
                && named(file)
        }
        Mapping::Kernel(_) => false,
    }
}

/// Writes down what was chosen.
fn take(descriptor: &Descriptor, domain: &mut Domain) {
    let secure = descriptor.has(Feature::SecureBoot);
    let smm = descriptor.has(Feature::RequiresSmm);
    let keys = descriptor.has(Feature::EnrolledKeys);
    let Some(os) = &mut domain.os else { return };
    let loader = os.loader.get_or_insert_with(|| Box::new(Loader::default()));
    let mut remote = false;
    match &descriptor.mapping {
        Mapping::Flash { code, variables } => {
            loader.kind = Some(LoaderType::Pflash);
            loader.readonly = Some(YesNo(true));
            loader.format = Some(format_of(code.format));
            loader.path = Some(code.path.clone());
            if let Variables::Template(template) = variables {
                let nvram = os.nvram.get_or_insert_with(|| Box::new(NvramTemplate::default()));
                let format = format_of(template.format);
                remote = nvram.source.is_some();
                nvram.format = Some(format);
                // What lies elsewhere is not made from a template.
                if !remote {
                    nvram.template = Some(template.path.clone());
                    nvram.template_format = Some(format);
                }
            }
        }
        Mapping::Memory(path) => {
            loader.kind = Some(LoaderType::Rom);
            loader.format = None;
            if loader.path.is_none() {
                loader.path = Some(path.clone());
            }
        }
        Mapping::Kernel(_) => return,
    }
    if smm {
        loader.secure = Some(YesNo(true));
    }
    os.firmware = Some(if descriptor.offers(Interface::Uefi) { Firmware::Efi } else { Firmware::Bios });
    let feature = |name: &str, enabled: bool| FirmwareFeature {
        enabled: Some(YesNo(enabled)),
        name: Some(name.to_owned()),
        ..FirmwareFeature::default()
    };
    let mut features = Vec::new();
    // Which keys are in variables that nobody made here is not known.
    if !remote {
        features.push(feature("enrolled-keys", keys));
    }
    features.push(feature("secure-boot", secure));
    os.firmware_features = Some(Box::new(FirmwareFeatures { features, ..FirmwareFeatures::default() }));
    if smm {
        let features = domain.features.get_or_insert_default();
        features.smm.get_or_insert_with(|| Box::new(Smm::default())).state = Some(OnOff(true));
    }
}

/// Firmware that is named by its path has the template that stands beside it.
fn take_pair(domain: &mut Domain, pairs: &[(String, String)]) {
    let Some(os) = &mut domain.os else { return };
    if !is_read_only_flash(os) {
        return;
    }
    let path = os.loader.as_ref().and_then(|loader| loader.path.as_deref());
    let template = os.nvram.as_ref().and_then(|nvram| nvram.template.as_deref());
    let known = pairs.iter().find(|(code, variables)| {
        path == Some(code.as_str()) && template.is_none_or(|template| template == variables)
    });
    if let Some((_, variables)) = known {
        let nvram = os.nvram.get_or_insert_with(|| Box::new(NvramTemplate::default()));
        if nvram.source.is_none() {
            nvram.template = Some(variables.clone());
            nvram.template_format = Some(StorageFormat::Raw);
        }
    }
}

fn is_read_only_flash(os: &Os) -> bool {
    os.loader.as_ref().is_some_and(|loader| {
        loader.kind == Some(LoaderType::Pflash)
            && loader.readonly == Some(YesNo(true))
            && loader.stateless != Some(YesNo(true))
    })
}

/// Variables lie in a file with the guest's name.
fn place_variables(os: &mut Os, name: &str, directory: &Path) {
    if !is_read_only_flash(os) {
        return;
    }
    let default = os.loader.as_ref().and_then(|loader| loader.format);
    let nvram = os.nvram.get_or_insert_with(|| Box::new(NvramTemplate::default()));
    let format = *nvram.format.get_or_insert(default.unwrap_or(StorageFormat::Raw));
    if nvram.path.is_some() || nvram.source.is_some() {
        return;
    }
    let template = nvram.template.as_deref().map(Path::new);
    let end = template.and_then(|template| template.extension()).and_then(|end| end.to_str());
    let end = end.unwrap_or(if format == StorageFormat::Qcow2 { "qcow2" } else { "fd" });
    nvram.path = Some(directory.join(format!("{name}_VARS.{end}")).display().to_string());
}
