//! What a domain of this host may have: `<domainCapabilities>`.

use crate::host::{MAX_VCPUS, guests};
use std::fmt::Write;
use virt_conf::domain::{
    VirtType,
    disk::{DiskBus, DiskDevice, DiskModel},
    graphics::GraphicsType,
    os::OsType,
    video::VideoModel,
};
use virt_error::{Result, bail};

const EMULATOR: &str = "/usr/bin/test-hv";

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
    let mut text =
        format!("<domainCapabilities>\n  <path>{}</path>\n", escaped(emulator.unwrap_or(EMULATOR)));
    text.push_str("  <domain>test</domain>\n");
    if let Some(machine) = machine {
        let _ = writeln!(text, "  <machine>{}</machine>", escaped(machine));
    }
    let _ = writeln!(text, "  <arch>{}</arch>\n  <vcpu max='{MAX_VCPUS}'/>", guest.arch);
    text.push_str("  <os supported='yes'>\n    <loader supported='no'/>\n  </os>\n");
    text.push_str("  <cpu>\n");
    for mode in ["host-passthrough", "maximum", "host-model", "custom"] {
        let _ = writeln!(text, "    <mode name='{mode}' supported='no'/>");
    }
    text.push_str("  </cpu>\n  <devices>\n");
    // The host takes whatever a document can say of these.
    device(
        &mut text,
        "disk",
        &[
            ("diskDevice", words(DiskDevice::ALL)),
            ("bus", words(DiskBus::ALL)),
            ("model", words(DiskModel::ALL)),
        ],
    );
    device(&mut text, "graphics", &[("type", words(GraphicsType::ALL))]);
    device(&mut text, "video", &[("modelType", words(VideoModel::ALL))]);
    text.push_str("    <hostdev supported='no'/>\n  </devices>\n  <features>\n");
    for (feature, supported) in
        [("gic", false), ("vmcoreinfo", false), ("genid", true), ("backup", true), ("sev", false)]
    {
        let _ = writeln!(text, "    <{feature} supported='{}'/>", if supported { "yes" } else { "no" });
    }
    text.push_str("  </features>\n</domainCapabilities>\n");
    Ok(text)
}

fn words<T>(all: &[(T, &'static str)]) -> Vec<&'static str> {
    all.iter().map(|(_, word)| *word).collect()
}

fn device(text: &mut String, name: &str, choices: &[(&str, Vec<&str>)]) {
    let _ = writeln!(text, "    <{name} supported='yes'>");
    for (choice, words) in choices {
        let _ = writeln!(text, "      <enum name='{choice}'>");
        for word in words {
            let _ = writeln!(text, "        <value>{word}</value>");
        }
        text.push_str("      </enum>\n");
    }
    let _ = writeln!(text, "    </{name}>");
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    virt_xml::escape(text, &mut out);
    out
}
