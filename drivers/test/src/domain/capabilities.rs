//! What a domain of this host may have: `<domainCapabilities>`.

use crate::host::{EMULATOR, MAX_VCPUS, guests};
use virt_conf::{
    capabilities::domain::{
        Choice, CpuMode, CpuModes, DeviceSupport, DomainCapabilities, FeatureSupport, Loader, Os, Sev, plain,
        with_values,
    },
    domain::{
        VirtType,
        disk::{DiskBus, DiskDevice, DiskModel},
        graphics::GraphicsType,
        os::OsType,
        video::VideoModel,
    },
};
use virt_error::{Result, bail};
use virt_xml::YesNo;

/// The document for an emulator, architecture, machine and type, each of which may be left to the host.
///
/// Errors: `VIR_ERR_INVALID_ARG` for a choice that the host does not have.
pub fn describe(
    emulator: Option<&str>,
    arch: Option<&str>,
    machine: Option<&str>,
    kind: Option<&str>,
) -> Result<String> {
    let known = match kind.map(str::parse::<VirtType>) {
        None => None,
        Some(Ok(kind)) => Some(kind),
        Some(Err(())) => bail!(Test, InvalidArg, "unknown virttype: {}", kind.unwrap_or_default()),
    };
    let guest = guests().find(OsType::Hvm, arch, known)?;
    Ok(DomainCapabilities {
        path: Some(emulator.unwrap_or(EMULATOR).to_owned()),
        domain: Some(VirtType::Test.to_string()),
        machine: machine.map(str::to_owned),
        arch: Some(guest.arch.clone()),
        max_vcpus: Some(MAX_VCPUS),
        os: Some(Box::new(Os {
            supported: Some(YesNo(true)),
            loader: Some(Box::new(Loader { supported: Some(YesNo(false)), ..Loader::default() })),
            ..Os::default()
        })),
        cpu: Some(Box::new(cpu_modes())),
        devices: Some(Box::new(devices())),
        features: Some(Box::new(FeatureSupport {
            gic: plain(false),
            vmcoreinfo: plain(false),
            genid: plain(true),
            backup: plain(true),
            sev: Some(Box::new(Sev { supported: Some(YesNo(false)), ..Sev::default() })),
            ..FeatureSupport::default()
        })),
        ..DomainCapabilities::default()
    }
    .format())
}

fn cpu_modes() -> CpuModes {
    let mode = |name: &str| CpuMode {
        name: Some(name.to_owned()),
        supported: Some(YesNo(false)),
        ..CpuMode::default()
    };
    let modes = ["host-passthrough", "maximum", "host-model", "custom"].map(mode);
    CpuModes { modes: modes.into(), ..CpuModes::default() }
}

/// The host takes whatever a document can say of these.
fn devices() -> DeviceSupport {
    DeviceSupport {
        disk: with_values(vec![
            choice("diskDevice", DiskDevice::ALL),
            choice("bus", DiskBus::ALL),
            choice("model", DiskModel::ALL),
        ]),
        graphics: with_values(vec![choice("type", GraphicsType::ALL)]),
        video: with_values(vec![choice("modelType", VideoModel::ALL)]),
        hostdev: plain(false),
        ..DeviceSupport::default()
    }
}

fn choice<T>(name: &str, all: &[(T, &'static str)]) -> Choice {
    Choice {
        name: Some(name.to_owned()),
        values: all.iter().map(|(_, word)| (*word).to_owned()).collect(),
        ..Choice::default()
    }
}
